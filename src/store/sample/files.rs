//! The sample year's files as they stand in data/sample (format: data/sample/README.md).

use jiff::civil::Time;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{indicator, money};
use crate::domain::people::{Role, UnitLevel};
use crate::domain::target::Submission;

const COUNTY: &str = include_str!("../../../data/sample/county.toml");
const UNITS: &str = include_str!("../../../data/sample/units.toml");
const USERS: &str = include_str!("../../../data/sample/users.toml");
const TARGETS: [&str; 8] = [
    include_str!("../../../data/sample/targets/jiaokewen.toml"),
    include_str!("../../../data/sample/targets/shehuibaozhang.toml"),
    include_str!("../../../data/sample/targets/nongyenongcun.toml"),
    include_str!("../../../data/sample/targets/jingjijianshe.toml"),
    include_str!("../../../data/sample/targets/xingzhengzhengfa.toml"),
    include_str!("../../../data/sample/targets/ziranziyuan.toml"),
    include_str!("../../../data/sample/targets/xiangzhen.toml"),
    include_str!("../../../data/sample/targets/qiye.toml"),
];
const EVALUATIONS: [&str; 3] = [
    include_str!("../../../data/sample/evaluations/2018.toml"),
    include_str!("../../../data/sample/evaluations/2019.toml"),
    include_str!("../../../data/sample/evaluations/2020.toml"),
];

/// All files.
pub(super) struct Files {
    pub(super) county: CountyFile,
    pub(super) units: Vec<UnitFile>,
    pub(super) users: Vec<UserFile>,
    pub(super) targets: Vec<TargetFile>,
    pub(super) evaluations: Vec<EvaluationFile>,
}

impl Files {
    pub(super) fn read() -> Result<Self, String> {
        let mut files = Self {
            county: parse(COUNTY)?,
            units: parse::<Units>(UNITS)?.unit,
            users: parse::<Users>(USERS)?.user,
            targets: Vec::new(),
            evaluations: Vec::new(),
        };
        for text in TARGETS {
            files.targets.extend(parse::<Targets>(text)?.target);
        }
        for text in EVALUATIONS {
            files.evaluations.extend(parse::<Evaluations>(text)?.evaluation);
        }
        Ok(files)
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| error.to_string())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountyFile {
    pub(super) name: String,
    pub(super) year: i32,
    #[serde(rename = "note")]
    _note: String,
    #[serde(rename = "desk")]
    _desks: Vec<DeskFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeskFile {
    #[serde(rename = "name")]
    _name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Units {
    unit: Vec<UnitFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitFile {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) level: UnitLevel,
    pub(super) desk: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Users {
    user: Vec<UserFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UserFile {
    pub(super) name: String,
    pub(super) roles: Vec<RoleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleFile {
    pub(super) role: Role,
    pub(super) unit: Option<String>,
    pub(super) desk: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Targets {
    target: Vec<TargetFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TargetFile {
    pub(super) code: String,
    pub(super) unit: String,
    pub(super) project: String,
    pub(super) category: String,
    amount: String,
    objective: String,
    indicators: Vec<String>,
    #[serde(default)]
    pub(super) links: Vec<String>,
    pub(super) acts: Vec<String>,
    #[serde(default)]
    amend: Vec<AmendFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AmendFile {
    amount: Option<String>,
    objective: Option<String>,
    indicators: Option<Vec<String>>,
    links: Option<Vec<String>>,
}

impl TargetFile {
    /// What was handed in at first (0), or by the amendment of a number: what it does not say is as before.
    pub(super) fn submission(&self, number: usize) -> Result<Submission, String> {
        let amends = self.amend.get(..number).ok_or_else(|| format!("amend {number}?"))?;
        let newest = |of: fn(&AmendFile) -> Option<&String>| amends.iter().rev().find_map(of);
        let lines = amends.iter().rev().find_map(|amend| amend.indicators.as_ref()).unwrap_or(&self.indicators);
        Ok(Submission {
            amount: Some(money(newest(|amend| amend.amount.as_ref()).unwrap_or(&self.amount))?),
            objective: newest(|amend| amend.objective.as_ref()).unwrap_or(&self.objective).clone(),
            indicators: lines.iter().map(|line| indicator(line)).collect::<Result<_, _>>()?,
            source: String::new(),
            until: None,
        })
    }

    /// All links after an amendment: its own, or, where it states none, those before it.
    /// Whether somebody reviewed it: links are confirmed in a review, and before it the program's proposals stand.
    pub(super) fn is_reviewed(&self) -> bool {
        self.acts.iter().any(|act| act.contains("| review |"))
    }

    pub(super) fn links_of(&self, number: usize) -> &[String] {
        let amends = self.amend.get(..number).unwrap_or_default();
        amends.iter().rev().find_map(|amend| amend.links.as_deref()).unwrap_or(&self.links)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Evaluations {
    evaluation: Vec<EvaluationFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvaluationFile {
    pub(super) year: i32,
    pub(super) unit: String,
    pub(super) code: Option<String>,
    pub(super) project: String,
    pub(super) kind: String,
    pub(super) budget: String,
    pub(super) executed: String,
    pub(super) score: String,
    pub(super) indicators: Vec<String>,
}

/// `-16 16:00 | who | what | …`
pub(super) struct Act {
    pub(super) days_ago: i64,
    /// The time of that day, where the file is.
    pub(super) time: Time,
    pub(super) who: String,
    /// What, and what belongs to it.
    pub(super) words: Vec<String>,
}

impl Act {
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut parts = text.split('|').map(|part| part.trim().to_owned());
        let (Some(when), Some(who)) = (parts.next(), parts.next()) else { return Err(format!("{text}?")) };
        let time = || {
            let (days, clock) = when.split_once(' ')?;
            let (hours, minutes) = clock.split_once(':')?;
            let days: i64 = days.parse().ok()?;
            let time = Time::new(hours.parse().ok()?, minutes.parse().ok()?, 0, 0).ok()?;
            Some((days.abs(), time))
        };
        let (days_ago, time) = time().ok_or_else(|| format!("{when}?"))?;
        Ok(Self { days_ago, time, who, words: parts.collect() })
    }

    /// What was done.
    pub(super) fn what(&self) -> &str {
        self.word(0)
    }

    /// A part of what was done; empty when it is not there.
    pub(super) fn word(&self, place: usize) -> &str {
        self.words.get(place).map_or("", String::as_str)
    }
}
