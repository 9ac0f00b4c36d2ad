//! Who somebody is: a named person of the file, the person of a login, or the file's owner, who holds every role so that nobody has to configure anything.

use std::os::unix::fs::MetadataExt;

use rusqlite::{OptionalExtension, Row};
use rust_i18n::t;

use super::facts::unreadable;
use super::{Store, rows, sample};
use crate::domain::facts::Answer;
use crate::domain::key::PublicKey;
use crate::domain::people::{Grant, Role, Scope, User};
use crate::domain::refusal::{AccessRefusal, Refusal};

impl Store {
    /// A person of the file by name.
    pub fn user(&self, name: &str) -> Answer<Option<User>> {
        rows::user(&self.conn, name).map_err(unreadable)
    }

    /// Who is asking: the person named, which only the file's owner may do; else the person of the login; else the owner, who in
    /// the sample year is its 示例全权.
    ///
    /// # Errors
    /// `--as` by somebody else than the owner, a name or login that nobody has, a person who is disabled, or a key that is not the person's.
    pub fn whoami(&self, named: Option<&str>) -> Result<User, Refusal> {
        let user = self.asking(named)?;
        if self.disabled()?.iter().any(|(name, _)| *name == user.name) {
            return Err(AccessRefusal::Disabled(user.name).into());
        }
        if let Some(key) = &self.key
            && !self.public_keys()?.iter().any(|(owner, known)| *owner == user.name && known.fingerprint() == *key)
        {
            return Err(AccessRefusal::NoSuchKey(key.clone()).into());
        }
        Ok(user)
    }

    /// The keys of all people, each with its person, in the order of names.
    pub fn public_keys(&self) -> Answer<Vec<(String, PublicKey)>> {
        let sql = "select user_name, algorithm, blob, comment from user_key order by user_name, fingerprint";
        let row = |row: &Row<'_>| {
            Ok((row.get(0)?, PublicKey { algorithm: row.get(1)?, blob: row.get(2)?, comment: row.get(3)? }))
        };
        self.conn.prepare_cached(sql).and_then(|mut sql| sql.query_map([], row)?.collect()).map_err(unreadable)
    }

    /// The disabled people, each with the reason.
    pub fn disabled(&self) -> Answer<Vec<(String, String)>> {
        let sql = "select name, disabled from \"user\" where disabled is not null order by name";
        let row = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        self.conn.prepare_cached(sql).and_then(|mut sql| sql.query_map([], row)?.collect()).map_err(unreadable)
    }

    fn asking(&self, named: Option<&str>) -> Result<User, Refusal> {
        let owner = self.is_owner();
        if let Some(name) = named {
            if !owner {
                return Err(Refusal::Unusable(t!("store.as-refused").into_owned()));
            }
            return self.user(name)?.ok_or_else(|| Refusal::UnknownUser(name.to_owned()));
        }
        let login = login();
        if let Some(user) = login.as_deref().map(|login| self.user_of_login(login)).transpose()?.flatten() {
            return Ok(user);
        }
        if owner {
            let keeper = self.user(sample::EVERYBODY)?.filter(sample::is_keeper);
            return Ok(keeper.unwrap_or_else(|| owner_user(login)));
        }
        let login = login.unwrap_or_else(|| rustix::process::getuid().as_raw().to_string());
        Err(Refusal::Unusable(t!("store.unknown-login", login = login).into_owned()))
    }

    fn user_of_login(&self, login: &str) -> Answer<Option<User>> {
        let sql = "select name from \"user\" where login = ?1 order by name limit 1";
        let name = self
            .conn
            .prepare_cached(sql)
            .and_then(|mut sql| sql.query_row([login], |row| row.get::<_, String>(0)).optional());
        match name.map_err(unreadable)? {
            Some(name) => self.user(&name),
            None => Ok(None),
        }
    }

    /// Whether the file belongs to whoever runs this program.
    fn is_owner(&self) -> bool {
        std::fs::metadata(&self.path).is_ok_and(|file| file.uid() == rustix::process::getuid().as_raw())
    }
}

/// The owner of a file: every role but the observer's, because who observes does not write.
pub(super) fn owner_user(login: Option<String>) -> User {
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Observer);
    let grants = roles.map(|role| Grant { role, scope: Scope::County }).collect();
    User { name: login.clone().unwrap_or_else(|| t!("store.owner").into_owned()), login, grants }
}

/// The login name of the real user id, as the system's own list of users has it: variables of the environment can be set by anybody.
fn login() -> Option<String> {
    let uid = rustix::process::getuid().as_raw().to_string();
    let list = std::fs::read_to_string("/etc/passwd").ok()?;
    let mut fields = list.lines().map(|line| line.split(':').collect::<Vec<_>>());
    fields.find(|fields| fields.get(2) == Some(&uid.as_str())).map(|fields| fields[0].to_owned())
}
