//! Standings as steps hold them: the next act mostly begins where the last one ended, so that each is written once.

use rusqlite::Error;

use crate::domain::target::Standing;

/// The standings of the last step, as they were written; the room is used again for the next one.
#[derive(Debug, Default)]
pub(super) struct Told {
    from: Vec<u8>,
    to: Vec<u8>,
    /// What `to` says.
    last: Option<Standing>,
}

impl Told {
    /// Both ends of a step.
    pub(super) fn step(&mut self, from: Option<&Standing>, to: &Standing) -> rusqlite::Result<(Option<&[u8]>, &[u8])> {
        if let Some(from) = from {
            if self.last.as_ref() == Some(from) {
                std::mem::swap(&mut self.from, &mut self.to);
            } else {
                write(&mut self.from, from)?;
            }
        }
        self.last = None;
        write(&mut self.to, to)?;
        self.last = Some(to.clone());
        Ok((from.map(|_| self.from.as_slice()), &self.to))
    }
}

fn write(into: &mut Vec<u8>, standing: &Standing) -> rusqlite::Result<()> {
    into.clear();
    serde_json::to_writer(into, standing).map_err(|error| Error::ToSqlConversionFailure(Box::new(error)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::target::State;
    use crate::domain::time::Instant;

    #[test]
    fn a_step_is_told_as_its_standings_are_written_whatever_came_before() {
        let at =
            |since| Standing { stage: Some(format!("阶段{since}")), ..Standing::begin(State::Draft, Instant(since)) };
        let json = |standing: &Standing| serde_json::to_vec(standing).unwrap();
        let mut told = Told::default();
        for (from, to) in [(None, 1), (Some(1), 2), (Some(2), 3), (Some(1), 2), (None, 7), (Some(7), 7), (Some(3), 1)] {
            let (from, to) = (from.map(at), at(to));
            let (first, last) = told.step(from.as_ref(), &to).unwrap();
            assert_eq!((first, last), (from.as_ref().map(json).as_deref(), json(&to).as_slice()));
        }
    }
}
