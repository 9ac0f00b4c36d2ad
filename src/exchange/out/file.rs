//! A file that appears whole or not at all.
//!
//! Owns the way from a temporary file beside the wanted one to its name. What stands in it is others'.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use rust_i18n::t;
use tempfile::{Builder, NamedTempFile};

/// Why nothing was written.
#[derive(Debug)]
pub enum Unwritten<E> {
    /// There is a file of this name, and it may not be replaced.
    Exists(PathBuf),
    /// The folder is missing or cannot be written, or the disk is full; in the system's words.
    Failed(PathBuf, io::Error),
    /// Whoever filled the file failed.
    Content(E),
}

impl<E> Unwritten<E> {
    /// The reason in the user's language, with what to do; `None` when whoever filled the file has to say it.
    pub fn words(&self) -> Option<String> {
        match self {
            Self::Exists(path) => Some(t!("out.exists", path = path.display()).into_owned()),
            Self::Failed(path, error) => {
                Some(t!("out.failed", path = path.display(), error = io_words(error)).into_owned())
            }
            Self::Content(_) => None,
        }
    }
}

/// Why a file cannot be read or written, in the user's language; what the system says only where there is no word for it.
pub fn io_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => t!("cli.io.not-found").into_owned(),
        io::ErrorKind::IsADirectory => t!("cli.io.folder").into_owned(),
        io::ErrorKind::PermissionDenied => t!("cli.io.no-right").into_owned(),
        io::ErrorKind::StorageFull => t!("cli.io.full").into_owned(),
        io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => t!("cli.io.limit").into_owned(),
        io::ErrorKind::ReadOnlyFilesystem => t!("cli.io.read-only").into_owned(),
        io::ErrorKind::NotADirectory => t!("cli.io.no-folder").into_owned(),
        io::ErrorKind::InvalidData => t!("cli.io.not-utf8").into_owned(),
        io::ErrorKind::OutOfMemory => t!("cli.io.no-memory").into_owned(),
        _ => error.to_string(),
    }
}

/// Writes a file: into a temporary one beside it, which takes its name when `fill` is done and everything is on the disk.
/// `replace` allows a file of this name to be replaced.
///
/// # Errors
/// Nothing was written, and what stood there stands there still.
pub fn write<E>(path: &Path, replace: bool, fill: impl FnOnce(&mut File) -> Result<(), E>) -> Result<(), Unwritten<E>> {
    let failed = |error| Unwritten::Failed(path.to_owned(), error);
    if path.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    if !replace && path.symlink_metadata().is_ok() {
        return Err(Unwritten::Exists(path.to_owned()));
    }
    let mut temporary = beside(path).map_err(without_folder).map_err(failed)?;
    fill(temporary.as_file_mut()).map_err(Unwritten::Content)?;
    temporary.as_file().sync_all().map_err(failed)?;
    if replace {
        return temporary.persist(path).map(drop).map_err(|refused| failed(refused.error));
    }
    match temporary.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => Err(Unwritten::Exists(path.to_owned())),
        Err(refused) => Err(failed(refused.error)),
    }
}

/// A temporary file in the wanted file's folder, with the rights that a new file has there.
/// What is not there when a file cannot be begun is its folder.
fn without_folder(error: io::Error) -> io::Error {
    if error.kind() == io::ErrorKind::NotFound { io::ErrorKind::NotADirectory.into() } else { error }
}

fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".huishen-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::Write;

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_is_replaced_only_when_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("甲.csv");
        let put = |text: &'static str, replace| write(&path, replace, |file| file.write_all(text.as_bytes()));
        put("一", false).unwrap();
        assert!(matches!(put("二", false), Err(Unwritten::Exists(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "一");
        put("三", true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "三");
        assert_eq!(names(folder.path()), ["甲.csv"]);
    }

    #[test]
    fn half_a_file_never_appears() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("甲.csv");
        let half = |file: &mut File| {
            file.write_all(b"half").unwrap();
            Err("broken off")
        };
        assert!(matches!(write(&path, false, half), Err(Unwritten::Content("broken off"))));
        assert!(names(folder.path()).is_empty());
        let nowhere = write(&folder.path().join("no/such/a"), false, |_| Ok::<_, io::Error>(()));
        assert!(nowhere.unwrap_err().words().unwrap().contains("no/such/a"));
        assert!(matches!(write(folder.path(), true, |_| Ok::<_, ()>(())), Err(Unwritten::Failed(..))));
    }
}
