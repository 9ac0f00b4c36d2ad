//! The shared file as the loop's backend.

use super::backend::{Backend, Break};
use super::{export, intake};
use crate::app::effect::{Ask, Reply};
use crate::domain::command::{Actor, Command};
use crate::domain::facts::{Answer, Entry, Unreadable};
use crate::domain::ids::TargetId;
use crate::domain::people::User;
use crate::domain::query::{self, Query};
use crate::domain::refusal::Refusal;
use crate::domain::report::Rows;
use crate::domain::session::view::Presence;
use crate::domain::view::Draft;
use crate::store::{Breaker, Store};

/// The query behind the rows of a figure.
fn asked(store: &Store, rows: &Rows) -> Answer<Option<Query>> {
    let Rows::Targets(text) = rows else { return Ok(None) };
    let read =
        query::parse(text).and_then(|query| query.map(|query| query.resolve_stages(store.procedure())).transpose());
    read.map_err(|fault| Unreadable(fault.message))
}

impl Backend for Store {
    fn answer(&self, viewer: &User, ask: &Ask) -> Answer<Reply> {
        // Files of the person's machine are no part of this one; what is read of this one for them is held by who reads it.
        let _held = if ask.is_of_files() { None } else { Some(self.hold()?) };
        Ok(match ask {
            Ask::Paths(typed) => Reply::Paths(intake::paths(typed)),
            Ask::Files(path) => Reply::Files(intake::files(path)),
            Ask::Foresee(path) => Reply::Foreseen(Box::new(intake::foresee(self, viewer, path, &mut |_, _| true))),
            Ask::Export(wish) => Reply::Exported(export::to_file(self, viewer, wish)),
            Ask::Tallies { year, tabs } => {
                Reply::Tallies(self.tallies(viewer, *year, tabs)?, self.county()?.map_or(*year, |county| county.year))
            }
            Ask::Filtered(ask) => Reply::Filtered(self.filtered(viewer, ask)?),
            Ask::Queue(ask) => Reply::Queue(self.queue(viewer, ask)?),
            Ask::Case(target) => Reply::Case(self.case_kept(viewer, *target)?),
            Ask::Draft { target, form } => Reply::Draft(self.draft(&viewer.name, *target, form)?),
            Ask::Unsent => Reply::Unsent(self.unsent(&viewer.name)?),
            Ask::Evaluations(target) => Reply::Evaluations(self.unit_evaluations(viewer, *target)?),
            Ask::Standards => Reply::Standards(self.standards()?),
            Ask::Sessions => Reply::Sessions(self.session_list(viewer)?),
            Ask::Meeting => Reply::Meeting(self.meeting_of(viewer)?),
            Ask::Session(id) => Reply::Session(self.session_kept(viewer, *id)?),
            Ask::Present(id) => Reply::Present(self.present(viewer, *id)?),
            Ask::Register { register, year } => Reply::Register(Box::new(self.register(viewer, *register, *year)?)),
            Ask::Board(year) => Reply::Board(self.board(viewer, *year)?.map(Box::new)),
            Ask::Trend(year) => Reply::Trend(self.trend(viewer, *year)?.map(Box::new)),
            Ask::Figure(rows) => Reply::Figure(self.figure_rows(viewer, rows, asked(self, rows)?.as_ref())?),
            Ask::Record(id) => Reply::Record(self.record_file(viewer, *id)?.map(Box::new)),
            Ask::UnitProgress { year, period } => {
                Reply::UnitProgress(self.unit_progress(viewer, *year, Some(period))?)
            }
            Ask::UnitTargets { year, unit, period } => {
                Reply::UnitTargets(self.unit_targets(viewer, (*year, period), *unit)?)
            }
            Ask::Preparation(year) => Reply::Preparation(Box::new(self.preparation(viewer, *year)?)),
            Ask::Assessments(year) => {
                Reply::Assessments(self.assessments(viewer, *year)?, self.unassessed(viewer, *year)?)
            }
            Ask::Assessment(id) => Reply::Assessment(self.assessment_file(viewer, *id)?.map(Box::new)),
            Ask::Users => Reply::Users(self.users()?),
            Ask::Journal { limit, trace } => {
                let mut rows = self.entries_that(viewer, (None, None), Some(*limit), &|row| trace.fits(row))?;
                rows.reverse();
                Reply::Journal(rows)
            }
        })
    }

    fn answer_while(&self, viewer: &User, ask: &Ask, goes_on: &mut dyn FnMut(usize, usize) -> bool) -> Answer<Reply> {
        match ask {
            Ask::Foresee(path) => Ok(Reply::Foreseen(Box::new(intake::foresee(self, viewer, path, goes_on)))),
            other => self.answer(viewer, other),
        }
    }

    fn execute_while(
        &mut self,
        actor: &Actor,
        commands: &[Command],
        goes_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Vec<Entry>, Refusal> {
        self.execute_all_while(actor, commands, &mut |done| goes_on(done, commands.len())).map_err(Refusal::from)
    }

    fn execute(&mut self, actor: &Actor, commands: &[Command]) -> Result<Vec<Entry>, Refusal> {
        self.execute_all(actor, commands).map_err(Refusal::from)
    }

    fn save_draft(&mut self, user: &str, draft: &Draft) -> Answer<()> {
        Store::save_draft(self, user, draft)
    }

    fn drop_draft(&mut self, user: &str, target: TargetId, form: &str) -> Answer<()> {
        Store::drop_draft(self, user, target, form)
    }

    fn here(&mut self, user: &str, presence: Option<Presence>) -> Answer<()> {
        Store::here(self, user, presence)
    }

    fn breaker(&self) -> Option<Box<dyn Break>> {
        Some(Box::new(Store::breaker(self)))
    }

    fn person(&self, name: &str) -> Answer<Option<User>> {
        self.user(name)
    }
}

impl Break for Breaker {
    fn break_off(&self) {
        Self::break_off(self);
    }

    fn mend(&self) {
        Self::mend(self);
    }
}
