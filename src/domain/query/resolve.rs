//! Puts ids in the place of the names that only others know: stages and checks.
//!
//! Owns how a name is matched; where they come from is the caller's.

use super::condition::{Column, Condition, Query};
use super::fault::{Fault, ParseError};
use super::fields::is_chinese;
use super::nearest::nearest;
use crate::domain::procedure::{Procedure, Stage};
use crate::domain::text::name_key;

impl Query {
    /// Names stages by their ids: by id or name, or by a part of the name, which may mean several.
    ///
    /// # Errors
    /// A name that no stage has, with the possible ones.
    pub fn resolve_stages(&self, procedure: &Procedure) -> Result<Self, ParseError> {
        self.resolved(&|condition| match condition {
            Condition::Stage(name, column) => stages(name, *column, procedure),
            other => Ok(other.clone().into()),
        })
    }

    /// Names checks by their ids; `known` gives each check's id and its name in the user's language.
    ///
    /// # Errors
    /// A check that is not known, with the nearest id.
    pub fn resolve_checks(&self, known: &[(&str, String)]) -> Result<Self, ParseError> {
        self.resolved(&|condition| match condition {
            Condition::Check(name, column) => checks(name, *column, known),
            other => Ok(other.clone().into()),
        })
    }

    fn resolved(&self, replace: &impl Fn(&Condition) -> Result<Self, ParseError>) -> Result<Self, ParseError> {
        let each = |parts: &[Self]| parts.iter().map(|part| part.resolved(replace)).collect::<Result<Vec<_>, _>>();
        Ok(match self {
            Self::And(parts) => Self::all(each(parts)?),
            Self::Or(parts) => Self::any(each(parts)?),
            Self::Not(part) => Self::none_of(part.resolved(replace)?),
            Self::Is(condition) => replace(condition)?,
        })
    }
}

fn stages(name: &str, column: Column, procedure: &Procedure) -> Result<Query, ParseError> {
    let key = name_key(name);
    let names =
        |stage: &Stage| [&stage.id, &stage.name.zh, &stage.name.short, &stage.name.en].map(|name| name_key(name));
    let found = matching(&procedure.stages, &key, names);
    if found.is_empty() {
        let chinese = is_chinese(name);
        let shown = |stage: &Stage| if chinese { stage.name.short.clone() } else { stage.id.clone() };
        let known = procedure.stages.iter().map(shown).collect::<Vec<_>>().join(" ");
        return Err(Fault::UnknownStage { name, known: &known }.at(column.0));
    }
    Ok(Query::any(found.into_iter().map(|stage| Condition::Stage(stage.id.clone(), column).into()).collect()))
}

fn checks(name: &str, column: Column, known: &[(&str, String)]) -> Result<Query, ParseError> {
    let names = |check: &(&str, String)| [name_key(check.0), name_key(&check.1)];
    let found = matching(known, &name_key(name), names);
    if found.is_empty() {
        let near = nearest(name, known.iter().flat_map(|(id, name)| [*id, name.as_str()]));
        return Err(Fault::UnknownCheck { name, near }.at(column.0));
    }
    Ok(Query::any(found.into_iter().map(|(id, _)| Condition::Check((*id).to_owned(), column).into()).collect()))
}

/// The things called just so; otherwise those with a name that contains the text.
fn matching<'a, T, const N: usize>(things: &'a [T], key: &str, names: impl Fn(&T) -> [String; N]) -> Vec<&'a T> {
    if key.is_empty() {
        return Vec::new();
    }
    let exact: Vec<_> = things.iter().filter(|thing| names(thing).iter().any(|name| name == key)).collect();
    if !exact.is_empty() {
        return exact;
    }
    things.iter().filter(|thing| names(thing).iter().any(|name| name.contains(key))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn with_stages(text: &str) -> Result<String, ParseError> {
        let procedure = Procedure::target_review().unwrap();
        parse(text).unwrap().unwrap().resolve_stages(&procedure).map(|query| query.to_string())
    }

    #[test]
    fn stages_are_known_by_id_name_short_name_and_part() {
        for (text, resolved) in [
            ("stage:desk", "stage:desk"),
            ("stage:\"Joint session\"", "stage:joint"),
            ("环节:初审", "stage:desk"),
            ("环节:财政对口股室初审", "stage:desk"),
            ("环节:绩效", "stage:performance"),
            ("环节:会审", "stage:joint"),
            ("环节:股审核", "stage:performance or stage:budget"),
            ("a -环节:初审,会审", "a not (stage:desk or stage:joint)"),
        ] {
            assert_eq!(with_stages(text).as_deref(), Ok(resolved), "{text}");
        }
    }

    #[test]
    fn an_unknown_stage_is_told_at_its_column_with_the_possible_ones() {
        let error = with_stages("金额>5 (环节:复审)").unwrap_err();
        assert_eq!(error.column, 9);
        assert!(error.message.contains("初审") && error.message.contains("集中会审"), "{}", error.message);
        let error = with_stages("stage:desk,final").unwrap_err();
        assert_eq!(error.column, 11);
        assert!(error.message.contains("performance"), "{}", error.message);
        assert_eq!(with_stages("stage:。").unwrap_err().column, 6);
    }

    #[test]
    fn checks_are_known_by_id_name_and_part() {
        let known = [("vague-value", "表述空泛"), ("no-output", "缺少产出指标"), ("no-cost", "缺少成本指标")];
        let known = known.map(|(id, name)| (id, name.to_owned()));
        let resolve = |text: &str| parse(text).unwrap().unwrap().resolve_checks(&known).map(|query| query.to_string());
        assert_eq!(resolve("check:vague-value").as_deref(), Ok("check:vague-value"));
        assert_eq!(resolve("预警:空泛").as_deref(), Ok("check:vague-value"));
        assert_eq!(resolve("预警:缺少 预警>0").as_deref(), Ok("(check:no-output or check:no-cost) check>0"));
        let error = resolve("check:vauge-value").unwrap_err();
        assert_eq!(error.column, 6);
        assert!(error.message.contains("vague-value"), "{}", error.message);
    }
}
