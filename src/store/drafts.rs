//! Unsent text of forms, kept for its owner against lost lines and lost power. Not journaled; rings no bell.

use std::time::Duration;

use rusqlite::{OptionalExtension, params};

use super::Store;
use super::execute::Unwritable;
use super::facts::unreadable;
use crate::domain::facts::{Answer, Unreadable};
use crate::domain::ids::TargetId;
use crate::domain::time::Instant;
use crate::domain::view::{Draft, Unsent};

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

    /// A person's unsent texts, the newest first.
    pub fn unsent(&self, user: &str) -> Answer<Vec<Unsent>> {
        let sql = "select d.target_id, t.project, d.form, d.at from draft d join target t on t.id = d.target_id
            where d.user_name = ?1 order by d.at desc, d.target_id, d.form";
        let read = |row: &rusqlite::Row<'_>| {
            let (target, project, form) = (TargetId(row.get(0)?), row.get(1)?, row.get(2)?);
            Ok(Unsent { target, project, form, at: Instant(row.get(3)?) })
        };
        let found = self.conn.prepare_cached(sql).and_then(|mut sql| sql.query_map([user], read)?.collect());
        found.map_err(unreadable)
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
