//! Unsent text of forms, kept for its owner against lost lines and lost power. Not journaled; rings no bell.

use std::time::Duration;

use rusqlite::{OptionalExtension, Row, params};

use super::Store;
use super::execute::Unwritable;
use super::facts::{SqlFacts, unreadable};
use crate::domain::facts::{Answer, Unreadable};
use crate::domain::ids::TargetId;
use crate::domain::register::facts::RegisterFacts;
use crate::domain::time::Instant;
use crate::domain::unsent::{About, Unsent};
use crate::domain::view::Draft;

/// A draft waits less than an act: it is tried again with the next keystroke.
const PATIENCE: Duration = Duration::from_secs(2);

impl Store {
    /// Keeps a person's unsent text, in place of what was kept for the same form.
    pub fn save_draft(&mut self, user: &str, draft: &Draft) -> Answer<()> {
        let sql = "insert into draft (user_name, target_id, form, body, at) values (?1, ?2, ?3, ?4, ?5)
            on conflict (user_name, target_id, form) do update set body = excluded.body, at = excluded.at";
        self.write(PATIENCE, |conn| {
            let row = params![user, draft.target.0, draft.form, draft.body, draft.at.0];
            let kept = conn.prepare_cached(sql).and_then(|mut sql| sql.execute(row));
            kept.map(drop).map_err(|error| Unreadable::from(Unwritable::from(error)))
        })
    }

    /// A person's unsent text for a form.
    pub fn draft(&self, user: &str, target: TargetId, form: &str) -> Answer<Option<Draft>> {
        let sql = "select body, at from draft where user_name = ?1 and target_id = ?2 and form = ?3";
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Draft { target, form: form.to_owned(), body: row.get(0)?, at: Instant(row.get(1)?) })
        };
        let found = self
            .conn
            .prepare_cached(sql)
            .and_then(|mut sql| sql.query_row(params![user, target.0, form], read).optional());
        found.map_err(unreadable)
    }

    /// A person's unsent texts, the newest first, whatever they are about; not of what is gone.
    pub fn unsent(&self, user: &str) -> Answer<Vec<Unsent>> {
        let sql = "select target_id, form, at from draft where user_name = ?1 order by at desc, target_id, form";
        let read = |row: &Row<'_>| Ok((TargetId(row.get(0)?), row.get::<_, String>(1)?, Instant(row.get(2)?)));
        let mut out = Vec::new();
        for (number, form, at) in self.many(sql, [user], read)? {
            let Some(about) = About::of(number, &form) else { continue };
            if let Some(subject) = self.subject(about)? {
                out.push(Unsent { about, subject, form, at });
            }
        }
        Ok(out)
    }

    /// What something is called that text is about; nothing of what is gone.
    fn subject(&self, about: About) -> Answer<Option<String>> {
        let facts = SqlFacts::new(&self.conn, &self.procedure);
        let (sql, id) = match about {
            About::NewRecord(register) => return Ok(Some(register.name())),
            About::NewAssessment => return Ok(Some(String::new())),
            About::Record(id) => {
                let kept = facts.record(id)?.filter(|kept| !kept.removed);
                return Ok(kept.map(|kept| kept.record.title()));
            }
            About::Target(id) => ("select project from target where id = ?1", id.0),
            About::Assessment(id) => ("select project from assessment where id = ?1", id.0),
            About::Session(id) => ("select name from session where id = ?1", id.0),
        };
        Ok(self.many(sql, [id], |row| row.get(0))?.into_iter().next())
    }

    /// Forgets a person's unsent text for a form.
    pub fn drop_draft(&mut self, user: &str, target: TargetId, form: &str) -> Answer<()> {
        let sql = "delete from draft where user_name = ?1 and target_id = ?2 and form = ?3";
        self.write(PATIENCE, |conn| {
            let gone = conn.prepare_cached(sql).and_then(|mut sql| sql.execute(params![user, target.0, form]));
            gone.map(drop).map_err(|error| Unreadable::from(Unwritable::from(error)))
        })
    }
}
