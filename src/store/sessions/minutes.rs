//! What the minutes of a session are made of, as a person may read it.

use crate::domain::check::sentence;
use crate::domain::facts::Answer;
use crate::domain::ids::SessionId;
use crate::domain::people::User;
use crate::domain::session::minutes::{Minutes, Said};
use crate::domain::session::view::ItemView;
use crate::store::Store;

impl Store {
    /// The minutes of a session; `None` when it is not there for this viewer.
    pub fn minutes(&self, viewer: &User, id: SessionId) -> Answer<Option<Minutes>> {
        let Some(view) = self.session_view(viewer, id)? else { return Ok(None) };
        let items = view.items.iter().map(|item| self.said(viewer, id, item)).collect::<Answer<Vec<_>>>()?;
        Ok(Some(Minutes { view, items }))
    }

    fn said(&self, viewer: &User, session: SessionId, item: &ItemView) -> Answer<Said> {
        let ballots = self.ballots_held(session, item.target)?;
        let Some(case) = self.case_file(viewer, item.target)? else {
            return Ok(Said { objective: String::new(), opinions: Vec::new(), findings: Vec::new(), ballots });
        };
        let deciding = self.procedure.deciding().map(|stage| stage.id.clone());
        let before = |stage: &str| deciding.as_deref() != Some(stage) && self.procedure.stage(stage).is_some();
        let round = item.standing.round;
        let findings = case.open_findings().map(sentence::message).collect();
        let opinions = case.reviews.into_iter();
        let opinions = opinions.filter(|one| !one.undone && one.round == round && before(&one.stage)).collect();
        Ok(Said { objective: case.submission.objective, opinions, findings, ballots })
    }
}
