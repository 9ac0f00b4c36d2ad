//! Tells the bundled sample year (data/sample) into a fresh file, as commands of the people named, at times before the present.
//!
//! Owns reading the sample's files. Whatever they say goes through `decide` like everything else.

mod assess;
mod files;
mod year;

use std::sync::Arc;

use jiff::tz::TimeZone;
use rust_decimal::Decimal;

use self::assess::AssessmentFile;
use self::files::{Act, Files, TargetFile};
use super::execute::{PATIENCE, Unwritable, step};
use super::facts::SqlFacts;
use super::people::owner_user;
use super::{Store, bell};
use crate::domain::assessment::wish::AssessmentWish;
use crate::domain::calendar::add_working_days;
use crate::domain::command::{Actor, Command, Origin, ReviewWish, Verdict, WantedRole};
use crate::domain::evaluation::{Evaluation, EvaluationIndicator, EvaluationKind};
use crate::domain::execution::wish::ExecutionWish;
use crate::domain::facts::{Answer, Facts, Unreadable};
use crate::domain::grade::Grade;
use crate::domain::handin::HandedTarget;
use crate::domain::ids::{AssessmentId, TargetId, UnitId};
use crate::domain::measure::Sign;
use crate::domain::money::Money;
use crate::domain::people::{Role, User};
use crate::domain::procedure::Procedure;
use crate::domain::target::{Indicator, LinkOrigin, ProjectName, State, Submission, UnitName};
use crate::domain::time::{Instant, Now};
use rusqlite::Connection;

/// The person who acts for whoever has no post of its own in the sample.
pub(super) const EVERYBODY: &str = "示例全权";
/// Days before the present at which the file was founded and everything was handed in.
const FOUNDED: i64 = 60;
const RECEIVED: i64 = 40;

impl Store {
    /// Fills a fresh file with the sample year, in one transaction.
    pub fn fill_sample(&mut self) -> Answer<()> {
        let files = Files::read().map_err(Unreadable)?;
        let (now, zone) = (self.now(), self.clock.zone());
        let procedure = Arc::clone(&self.procedure);
        let tell = |conn: &Connection| Teller { conn, procedure: &procedure, now, zone: &zone, files: &files }.tell();
        self.write(PATIENCE, |conn| tell(conn).map_err(Told)).map_err(|Told(words)| Unreadable(words))?;
        bell::ring(&self.path);
        Ok(())
    }
}

/// What could not be told, with its place in the sample.
struct Told(String);

impl From<Unwritable> for Told {
    fn from(Unwritable(words): Unwritable) -> Self {
        Self(words)
    }
}

struct Teller<'a> {
    conn: &'a Connection,
    procedure: &'a Procedure,
    now: Now,
    zone: &'a TimeZone,
    files: &'a Files,
}

type Done = Result<(), String>;

impl Teller<'_> {
    fn tell(&self) -> Done {
        let founder = owner_user(None);
        self.people(&founder)?;
        let everybody = self.user(EVERYBODY)?;
        // The clock never goes back: what comes before the targets were handed in is told before.
        self.assessments(&everybody)?;
        let received = self.ago(RECEIVED);
        for (number, evaluation) in self.files.evaluations.iter().enumerate() {
            let wish = Command::RecordEvaluation(Box::new(self.evaluation(evaluation)?));
            self.act(&everybody, &wish, received).map_err(|words| format!("evaluation {number}: {words}"))?;
        }
        for target in &self.files.targets {
            let place = |words: String| format!("{}: {words}", target.project);
            let handed = self.handed(target, target.submission(0)?)?;
            self.act(&everybody, &Command::HandIn(Box::new(handed)), received).map_err(place)?;
        }
        self.closed_year(&everybody, received)?;
        for (number, target) in (1..).zip(&self.files.targets).filter(|(_, target)| target.is_reviewed()) {
            self.links(TargetId(number), 1, &target.links, received)?;
        }
        self.acts()
    }

    fn people(&self, founder: &User) -> Done {
        let founded = self.ago(FOUNDED);
        let county = &self.files.county;
        self.act(founder, &Command::Found { county: county.name.clone(), year: county.year, sample: true }, founded)?;
        for unit in &self.files.units {
            let name = UnitName { code: Some(unit.code.clone()), name: unit.name.clone() };
            self.act(founder, &Command::AddUnit { unit: name, level: unit.level, desk: unit.desk.clone() }, founded)?;
        }
        for user in &self.files.users {
            let wanted = |role: &files::RoleFile| WantedRole {
                role: role.role,
                unit: role.unit.as_ref().map(|code| UnitName { code: Some(code.clone()), name: code.clone() }),
                desk: role.desk.clone(),
            };
            let roles = user.roles.iter().map(wanted).collect();
            self.act(founder, &Command::AddUser { name: user.name.clone(), login: None, roles }, founded)?;
        }
        Ok(())
    }

    /// The registers, and the targets of the closed year from their handing in to the budget.
    fn closed_year(&self, everybody: &User, at: Now) -> Done {
        for record in year::records()? {
            let title = record.title();
            let wish = Command::Record { contents: Box::new(record), reason: String::new() };
            self.act(everybody, &wish, at).map_err(|words| format!("{title}: {words}"))?;
        }
        let handed = year::targets()?;
        let wishes: Vec<Command> = handed.into_iter().map(|target| Command::HandIn(Box::new(target))).collect();
        let first = SqlFacts::new(self.conn, self.procedure).next_target().map_err(|error| error.0)?;
        wishes.iter().try_for_each(|wish| self.act(everybody, wish, at))?;
        let targets = (first.0..).map(TargetId).take(wishes.len());
        targets.into_iter().try_for_each(|target| self.approve(everybody, target, at))?;
        self.executed(everybody, at)
    }

    /// What became of the closed year's targets: monitored in time, and evaluations of key projects.
    fn executed(&self, everybody: &User, at: Now) -> Done {
        let facts = SqlFacts::new(self.conn, self.procedure);
        let in_time = Now { today: jiff::civil::date(2020, 8, 5), ..at };
        for (code, monitoring) in year::monitoring()? {
            let project = ProjectName { code: Some(code.clone()), name: String::new() };
            let target = facts.target_of(year::YEAR, UnitId(0), &project).map_err(|error| error.0)?;
            let target = target.ok_or_else(|| format!("{code}?"))?;
            let wish = ExecutionWish::Monitor { target, monitoring };
            self.act(everybody, &Command::Execution(Box::new(wish)), in_time)
                .map_err(|words| format!("{code}: {words}"))?;
        }
        for (evaluation, details) in year::key_evaluations()? {
            let wish = ExecutionWish::Engage { evaluation: Box::new(evaluation), details };
            self.act(everybody, &Command::Execution(Box::new(wish)), at)?;
        }
        Ok(())
    }

    /// Pre-assessments: begun by their units' first form, then what the people named did.
    fn assessments(&self, everybody: &User) -> Done {
        let begun = self.ago(FOUNDED - 1);
        let mut all: Vec<(Now, AssessmentId, UnitName, AssessmentFile, Act)> = Vec::new();
        for (number, file) in (1..).zip(assess::all()?) {
            let unit = self.unit(&file.unit)?;
            let place = |words: String| format!("{}: {words}", file.project);
            let handed = file.handed(unit.clone(), self.files.county.year, 0).map_err(place)?;
            let wish = AssessmentWish::Fill(Box::new(handed));
            self.act(everybody, &Command::Assessment(Box::new(wish)), begun).map_err(place)?;
            for text in &file.acts {
                let act = Act::read(text).map_err(place)?;
                all.push((self.at(&act), AssessmentId(number), unit.clone(), file.clone(), act));
            }
        }
        all.sort_by_key(|(now, ..)| now.at);
        for (now, id, unit, file, act) in all {
            let place = |words: String| format!("{}: {}: {words}", file.project, act.words.join(" | "));
            let user = self.user(&act.who)?;
            if act.what() == "amend" {
                let number = act.word(1).parse().map_err(|_| place("?".to_owned()))?;
                let handed = file.handed(unit, self.files.county.year, number).map_err(place)?;
                let wish = AssessmentWish::Fill(Box::new(handed));
                self.act(&user, &Command::Assessment(Box::new(wish)), now).map_err(place)?;
            }
            let wish = match act.what() {
                "amend" => AssessmentWish::Submit { assessment: id, seen: None },
                _ => assess::wish(id, &act).map_err(place)?,
            };
            self.act(&user, &Command::Assessment(Box::new(wish)), now).map_err(place)?;
        }
        Ok(())
    }

    /// A target's way through all stages, graded 优.
    fn approve(&self, everybody: &User, target: TargetId, at: Now) -> Done {
        let (seen, grade, criteria) = (None, Grade::Excellent, vec![Grade::Excellent; self.procedure.criteria.len()]);
        self.act(everybody, &Command::Submit { target, seen }, at)?;
        for stage in &self.procedure.stages {
            let (criteria, points, opinion) = (criteria.clone(), Vec::new(), String::new());
            let wish = if stage.decides {
                Command::Decide { target, seen, criteria, points, grade, opinion, due: None }
            } else {
                let (stage, verdict, reason) = (stage.id.clone(), Verdict::Pass, String::new());
                let wish = ReviewWish { target, seen, stage, criteria, points, grade, verdict, opinion, reason };
                Command::Review(Box::new(wish))
            };
            self.act(everybody, &wish, at)?;
        }
        Ok(())
    }

    /// All acts of all targets in the order of their times.
    fn acts(&self) -> Done {
        let mut all: Vec<(Now, TargetId, &TargetFile, Act)> = Vec::new();
        for (number, target) in (1..).zip(&self.files.targets) {
            for text in &target.acts {
                let act = Act::read(text).map_err(|words| format!("{}: {words}", target.project))?;
                all.push((self.at(&act), TargetId(number), target, act));
            }
        }
        all.sort_by_key(|(now, ..)| now.at);
        for (now, id, target, act) in &all {
            let place = |words: String| format!("{}: {}: {words}", target.project, act.words.join(" | "));
            self.told(*now, *id, target, act).map_err(place)?;
        }
        Ok(())
    }

    fn told(&self, now: Now, id: TargetId, target: &TargetFile, act: &Act) -> Done {
        let user = self.user(&act.who)?;
        let facts = SqlFacts::new(self.conn, self.procedure);
        let standing = facts.target(id).map_err(|error| error.0)?.ok_or("?")?.standing;
        let seen = None;
        let wish = match act.what() {
            "submit" => Command::Submit { target: id, seen },
            "review" => Command::Review(Box::new(review(id, standing.stage.as_deref(), act)?)),
            "decide" => {
                let (grade, opinion) = (grade(act.word(1))?, act.word(2).to_owned());
                let days = act.word(3).parse().ok();
                let due = days.map(|days| add_working_days(now.today, days));
                Command::Decide { target: id, seen, criteria: Vec::new(), points: Vec::new(), grade, opinion, due }
            }
            "settle" => Command::Settle { target: id, seen, agreed: act.word(1).to_owned() },
            "rule" => {
                Command::Rule { target: id, seen, enters: act.word(1) == "budgeted", opinion: act.word(2).to_owned() }
            }
            "key-project" => {
                Command::SetKeyProject { target: id, seen, key_project: true, reason: act.word(1).to_owned() }
            }
            "withdraw" => Command::Withdraw { target: id, seen, reason: act.word(1).to_owned() },
            "amend" => {
                let number: usize = act.word(1).parse().map_err(|_| "amend ?".to_owned())?;
                let handed = self.handed(target, target.submission(number)?)?;
                self.act(&user, &Command::HandIn(Box::new(handed)), now)?;
                self.links(id, standing.round + 1, target.links_of(number), now)?;
                if standing.state == State::Negotiating {
                    return Ok(());
                }
                Command::Submit { target: id, seen }
            }
            other => return Err(format!("{other}?")),
        };
        self.act(&user, &wish, now)
    }

    /// Confirms the links of a round that the files state, rejects what the program proposes beyond them, and takes away what
    /// came along from the round before.
    fn links(&self, target: TargetId, round: u32, links: &[String], now: Now) -> Done {
        let everybody = self.user(EVERYBODY)?;
        let wanted = links.iter().map(|text| pair(text)).collect::<Result<Vec<_>, _>>()?;
        let facts = SqlFacts::new(self.conn, self.procedure);
        for link in facts.links(target, round).map_err(|error| error.0)? {
            let (objective, indicator) = (link.objective, link.indicator);
            let wish = match link.origin {
                _ if wanted.contains(&(objective, indicator)) => continue,
                LinkOrigin::Suggested => Command::Link { target, round, objective, indicator, belongs: false },
                LinkOrigin::Confirmed => Command::Unlink { target, round, objective, indicator },
                LinkOrigin::Rejected => continue,
            };
            self.act(&everybody, &wish, now)?;
        }
        for (text, (objective, indicator)) in links.iter().zip(wanted) {
            let wish = Command::Link { target, round, objective, indicator, belongs: true };
            self.act(&everybody, &wish, now).map_err(|words| format!("#{target} {text}: {words}"))?;
        }
        Ok(())
    }

    fn act(&self, user: &User, wish: &Command, now: Now) -> Done {
        let actor = Actor::new(user.clone(), Origin::Sample);
        step(self.conn, self.procedure, &actor, wish, now).map(drop).map_err(|refusal| refusal.words())
    }

    fn user(&self, name: &str) -> Result<User, String> {
        let facts = SqlFacts::new(self.conn, self.procedure);
        facts.user(name).map_err(|error| error.0)?.ok_or_else(|| format!("{name}?"))
    }

    fn ago(&self, days: i64) -> Now {
        Now::in_zone(self.now.at.minus_days(days), self.zone)
    }

    /// The time of an act: so many days ago at a time of day on the wall; the present at the latest. The day counts for what falls due.
    fn at(&self, act: &Act) -> Now {
        let day = jiff::Span::new().try_days(act.days_ago).and_then(|days| self.now.today.checked_sub(days));
        let at = day.and_then(|day| day.to_datetime(act.time).to_zoned_datetime(self.zone.clone()));
        let at = at.map_or(self.now.at, |at| Instant(at.timestamp().as_microsecond()).min(self.now.at));
        Now::in_zone(at, self.zone)
    }

    fn handed(&self, target: &TargetFile, submission: Submission) -> Result<HandedTarget, String> {
        Ok(HandedTarget {
            unit: self.unit(&target.unit)?,
            project: ProjectName { code: Some(target.code.clone()), name: target.project.clone() },
            year: Some(self.files.county.year),
            category: Some(target.category.clone()),
            submission,
        })
    }

    fn unit(&self, code: &str) -> Result<UnitName, String> {
        let unit = self.files.units.iter().find(|unit| unit.code == code).ok_or_else(|| format!("{code}?"))?;
        Ok(UnitName { code: Some(unit.code.clone()), name: unit.name.clone() })
    }

    fn evaluation(&self, file: &files::EvaluationFile) -> Result<Evaluation, String> {
        Ok(Evaluation {
            unit: self.unit(&file.unit)?,
            project: ProjectName { code: file.code.clone(), name: file.project.clone() },
            year: Some(file.year),
            kind: EvaluationKind::of_id(&file.kind).ok_or_else(|| format!("{}?", file.kind))?,
            budget: Some(money(&file.budget)?),
            executed: Some(money(&file.executed)?),
            score: Some(file.score.clone()),
            indicators: file.indicators.iter().map(|text| evaluated(text)).collect::<Result<_, _>>()?,
        })
    }
}

fn review(target: TargetId, stage: Option<&str>, act: &Act) -> Result<ReviewWish, String> {
    // A key project has points where others have grades.
    let (criteria, points) = match act.word(3).split(',').map(str::parse).collect::<Result<Vec<Decimal>, _>>() {
        Ok(points) => (Vec::new(), points),
        Err(_) => (act.word(3).split(',').map(grade).collect::<Result<_, _>>()?, Vec::new()),
    };
    let verdict = Verdict::of_id(act.word(1)).ok_or_else(|| format!("{}?", act.word(1)))?;
    Ok(ReviewWish {
        target,
        seen: None,
        stage: stage.unwrap_or_default().to_owned(),
        criteria,
        points,
        grade: grade(act.word(2))?,
        verdict,
        opinion: act.word(4).to_owned(),
        reason: String::new(),
    })
}

/// `1-2`: an item and an indicator, counted from 1 in the files and from 0 in the program.
fn pair(text: &str) -> Result<(u32, u32), String> {
    let number = |text: &str| text.parse::<u32>().ok()?.checked_sub(1);
    let pair = text.split_once('-').and_then(|(item, indicator)| Some((number(item)?, number(indicator)?)));
    pair.ok_or_else(|| format!("{text}?"))
}

fn grade(text: &str) -> Result<Grade, String> {
    text.parse().map_err(|_| format!("{text}?"))
}

/// An amount written in 万元.
fn money(text: &str) -> Result<Money, String> {
    text.parse::<Decimal>().ok().and_then(Money::from_wan).ok_or_else(|| format!("{text}?"))
}

/// The fields of a line between bars; an empty one is `None`.
fn fields<const N: usize>(line: &str) -> Result<[Option<String>; N], String> {
    let found: Vec<Option<String>> =
        line.split('|').map(|field| (!field.trim().is_empty()).then(|| field.trim().to_owned())).collect();
    found.try_into().map_err(|_| format!("{line}?"))
}

fn sign(text: Option<String>) -> Result<Option<Sign>, String> {
    text.map(|text| text.parse().map_err(|_| format!("{text}?"))).transpose()
}

/// `level1|level2|name|sign|value|unit|weight`
fn indicator(line: &str) -> Result<Indicator, String> {
    let [l1, l2, l3, at, value, unit, weight] = fields(line)?;
    let value = Some(value.unwrap_or_default());
    let mut indicator = Indicator { l1, l2, l3, sign: sign(at)?, value, unit, weight, raw: String::new() };
    indicator.raw = indicator.measure_text();
    Ok(indicator)
}

/// `level1|level2|name|sign|target|unit|actual|weight|score|reason`
fn evaluated(line: &str) -> Result<EvaluationIndicator, String> {
    let [l1, l2, l3, at, target, unit, actual, weight, score, reason] = fields(line)?;
    let reason = Some(reason.unwrap_or_default());
    Ok(EvaluationIndicator { l1, l2, l3, sign: sign(at)?, target, unit, actual, weight, score, reason })
}

/// Whether a person keeps the whole file of the sample.
pub(super) fn is_keeper(user: &User) -> bool {
    user.name == EVERYBODY && user.has(Role::Admin)
}

#[cfg(test)]
mod tests;
