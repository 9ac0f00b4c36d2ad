//! Where a person was: one small file for each database and person, in the state folder of the login. A service account has many people.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::domain::target::hex;

/// The file that keeps a person's place in a database; none when the system has no folder for such things.
pub fn place_file(database: &Path, person: &str) -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "huishen")?;
    let folder = folders.state_dir().unwrap_or_else(|| folders.data_local_dir());
    let whole = fs::canonicalize(database).unwrap_or_else(|_| database.to_owned());
    let named = [whole.as_os_str().as_encoded_bytes(), &[0], person.as_bytes()].concat();
    let name = hex(&Sha256::digest(named)[..8]);
    Some(folder.join("places").join(name).with_extension("json"))
}

/// Reads a kept place, if there is one.
pub(super) fn read(file: &Path) -> Option<String> {
    fs::read_to_string(file).ok()
}

/// Keeps a place: written whole or not at all.
///
/// # Errors
/// When the folder or the file cannot be written.
pub(super) fn keep(file: &Path, place: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = file.with_extension("new");
    fs::write(&beside, place)?;
    fs::rename(beside, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_kept_for_each_database() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a").join("b.json");
        assert_eq!(read(&file), None);
        keep(&file, "{\"tab\":\"all\"}").unwrap();
        keep(&file, "{\"tab\":\"mine\"}").unwrap();
        assert_eq!(read(&file).as_deref(), Some("{\"tab\":\"mine\"}"));
        let named = |name: &str| place_file(&folder.path().join(name), "教科文股经办");
        assert_ne!(named("x.db"), named("y.db"));
        assert_eq!(named("x.db"), named("x.db"));
    }
}
