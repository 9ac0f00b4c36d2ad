//! Files and folders that are laid beside the database: lock, bell, heads, daily copies, places of confined logins.
//!
//! Owns who may read and write them (whoever may the database, nobody else), and that none of them is a way into somebody else's file: a link or a pipe
//! that lies in such a place is an error, never followed.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rust_i18n::t;
use rustix::fs::OFlags;

/// Opens a file beside the database, and makes it with the database's own rights if it is not there.
///
/// # Errors
/// It cannot be opened, or is no plain file.
pub(super) fn open(database: &Path, file: &Path, how: &mut OpenOptions) -> io::Result<File> {
    match plain(file, how.create_new(true).mode(0o600)) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => plain(file, how.create_new(false)),
        Err(error) => Err(error),
        Ok(made) => {
            // Whatever the umask takes away from the group.
            made.set_permissions(Permissions::from_mode(rights(database)?))?;
            Ok(made)
        }
    }
}

/// Opens a plain file.
///
/// # Errors
/// It cannot be opened, or is something else.
pub(super) fn plain(file: &Path, how: &mut OpenOptions) -> io::Result<File> {
    // Not to wait for the other end of a pipe, should it be one.
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let opened = how.custom_flags(flags.bits().cast_signed()).open(file);
    let opened = opened.map_err(|error| if is_link(file) { planted(file) } else { error })?;
    let found = opened.metadata()?;
    if found.is_file() { Ok(opened) } else { Err(planted(file)) }
}

/// Makes a folder that only its owner enters, if it is not there.
///
/// # Errors
/// It cannot be made, or something else lies there, or a folder into which others may write.
pub fn own_folder(folder: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let found = fs::symlink_metadata(folder)?;
    if found.is_dir() && found.mode() & 0o002 == 0 { Ok(()) } else { Err(planted(folder)) }
}

/// Opens a file in a folder of our own, and makes it if it is not there: only its owner reads and writes it.
///
/// # Errors
/// It cannot be opened, or is no plain file.
pub fn own_file(file: &Path) -> io::Result<File> {
    plain(file, File::options().create(true).truncate(false).read(true).write(true).mode(0o600))
}

/// The rights of what is laid beside a database: its own, or those that it will have.
fn rights(database: &Path) -> io::Result<u32> {
    match fs::metadata(database) {
        Ok(found) => Ok(found.mode() & 0o660),
        Err(error) if error.kind() == io::ErrorKind::NotFound => rights_in(super::folder(database)),
        Err(error) => Err(error),
    }
}

/// The rights of a new database in a folder: its owner's alone; where the folder hands its group on (setgid), the group's too.
///
/// # Errors
/// The folder cannot be looked at.
pub(super) fn rights_in(folder: &Path) -> io::Result<u32> {
    let shared = fs::metadata(folder)?.mode() & 0o2000 != 0;
    Ok(if shared { 0o660 } else { 0o600 })
}

/// Whether anybody may put other files into the place of those of a folder.
pub(super) fn is_anybodys(folder: &Path) -> bool {
    fs::metadata(folder).is_ok_and(|found| found.mode() & 0o1002 == 0o002)
}

/// The file that a path means: where the path is a link, the file that it leads to. What lies beside a database lies beside the file itself, by whatever
/// name it is opened.
pub fn real(path: &Path) -> PathBuf {
    if is_link(path) { fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()) } else { path.to_owned() }
}

fn is_link(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_symlink())
}

fn planted(path: &Path) -> io::Error {
    io::Error::other(t!("store.planted", path = path.display()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    fn database() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        fs::write(&path, "x").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o660)).unwrap();
        (folder, path)
    }

    fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).unwrap().mode() & 0o777
    }

    #[test]
    fn what_is_laid_beside_has_the_rights_of_the_database() {
        let (folder, path) = database();
        let bell = folder.path().join("a.db.bell");
        open(&path, &bell, File::options().write(true)).unwrap();
        assert_eq!(mode(&bell), 0o660);
        open(&path, &bell, File::options().write(true)).unwrap();
        let other = folder.path().join("none.db");
        open(&other, &folder.path().join("none.db.lock"), File::options().write(true)).unwrap();
        assert_eq!(mode(&folder.path().join("none.db.lock")), 0o600);
        own_folder(&folder.path().join("copies")).unwrap();
        own_folder(&folder.path().join("copies")).unwrap();
        own_file(&folder.path().join("copies/.lock")).unwrap();
        assert_eq!((mode(&folder.path().join("copies")), mode(&folder.path().join("copies/.lock"))), (0o700, 0o600));
    }

    #[test]
    fn what_was_planted_is_not_followed() {
        let (folder, path) = database();
        let victim = folder.path().join("victim");
        fs::write(&victim, "theirs").unwrap();
        let planted = folder.path().join("a.db.heads");
        let refused = || {
            let refused = open(&path, &planted, File::options().append(true)).unwrap_err();
            assert!(refused.to_string().contains("a.db.heads"), "{refused}");
            assert!(own_file(&planted).is_err());
            assert!(own_folder(&planted).is_err());
            fs::remove_file(&planted).unwrap();
        };
        symlink(&victim, &planted).unwrap();
        refused();
        symlink(folder.path().join("nothing"), &planted).unwrap();
        refused();
        rustix::fs::mknodat(rustix::fs::CWD, &planted, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
        open(&path, &planted, File::options().append(true)).unwrap_err();
        assert_eq!(fs::read_to_string(&victim).unwrap(), "theirs");
        assert!(!folder.path().join("nothing").exists());
        let elsewhere = folder.path().join("elsewhere");
        fs::create_dir(&elsewhere).unwrap();
        let link = folder.path().join("link");
        symlink(&elsewhere, &link).unwrap();
        assert!(own_folder(&link).is_err(), "a link to a folder");
        fs::set_permissions(&elsewhere, Permissions::from_mode(0o777)).unwrap();
        assert!(own_folder(&elsewhere).is_err(), "anybody may write into it");
        assert!(is_anybodys(&elsewhere));
        fs::set_permissions(&elsewhere, Permissions::from_mode(0o1777)).unwrap();
        assert!(!is_anybodys(&elsewhere), "nobody takes others' files out of it");
    }
}
