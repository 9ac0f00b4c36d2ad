//! Who may see and do what. All of it is decided here and nowhere else.
//!
//! Owns the rules from roles to rights, and from roles to duties (`轮到我`). Knows nothing of screens, which only ask.

use super::assessment::record::{Standing as AssessmentStanding, State as AssessmentState};
use super::assessment::rule::rules;
use super::facts::{Answer, Facts};
use super::ids::UnitId;
use super::people::{Grant, Role, Scope, Unit, User};
use super::procedure::{Procedure, Stage};
use super::refusal::Refusal;
use super::revision::Point;
use super::session::{Seat, Session};
use super::target::{Standing, State};

/// What a person may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// Everything of the county.
    All,
    /// The targets of these units, and of opinions only those that were given to the unit.
    Units(Vec<UnitId>),
}

impl Sight {
    /// Whether a unit's targets may be seen.
    pub fn shows(&self, unit: UnitId) -> bool {
        match self {
            Self::All => true,
            Self::Units(units) => units.contains(&unit),
        }
    }
}

/// What a person sees: the bureau's people and the audit office see all, a department its own unit.
pub fn sight(user: &User) -> Sight {
    if user.grants.iter().any(|grant| grant.role != Role::Department) {
        return Sight::All;
    }
    let unit = |scope: &Scope| if let Scope::Unit(id) = scope { Some(*id) } else { None };
    if user.grants.iter().any(|grant| grant.scope == Scope::County) {
        return Sight::All;
    }
    Sight::Units(user.grants.iter().filter_map(|grant| unit(&grant.scope)).collect())
}

/// Whether an opinion about a round may be read: the bureau reads all, a unit only its own stage's and what was fed back to it,
/// which is every opinion on a round once that round was returned, negotiated or decided. Withdrawing tells a unit nothing:
/// it could read what was said so far and hand in again.
pub fn reads_opinion(sight: &Sight, stage_role: Option<Role>, round: u32, standing: &Standing) -> bool {
    let decided = matches!(standing.state, State::Budgeted | State::Excluded);
    let fed_back = decided || standing.answered.is_some_and(|answered| round <= answered);
    *sight == Sight::All || stage_role == Some(Role::Department) || fed_back
}

/// Whether a person reads why findings were let stand. Findings themselves a unit reads on its own targets at any time, because they
/// follow from the form and from public rules, say nothing of what anybody thinks of it, and help the unit to amend it before it is
/// returned. That a finding was waived, by whom and why, is an opinion of the bureau's: a unit sees all findings, as if none were.
pub fn reads_waivers(sight: &Sight) -> bool {
    *sight == Sight::All
}

/// Whether may be read what somebody said in a round about an earlier opinion: as an opinion of that round, and by who said it.
pub fn reads_point(viewer: &User, (by, round): (&str, u32), standing: &Standing) -> bool {
    by == viewer.name || reads_opinion(&sight(viewer), None, round, standing)
}

/// The points that a person may read of all that are known.
pub fn readable_points(viewer: &User, points: Vec<Point>, standing: &Standing) -> Vec<Point> {
    points.into_iter().filter(|point| reads_point(viewer, (&point.by, point.round), standing)).collect()
}

/// Whether what a desk said of a round of a pre-assessment may be read: the bureau reads all, the unit what was fed back to it, which is every
/// opinion on a round once that round was returned or concluded.
pub fn reads_assessment_review(sight: &Sight, round: u32, standing: &AssessmentStanding) -> bool {
    *sight == Sight::All || standing.answered.is_some_and(|answered| round <= answered)
}

/// Whether a pre-assessment waits for a person: at the stage of a role held, or at the unit.
pub fn assessment_waits_for(user: &User, unit: &Unit, standing: &AssessmentStanding) -> bool {
    match standing.state {
        AssessmentState::Pending => {
            let stage = standing.stage.as_deref().and_then(|stage| rules().course.stage(stage));
            stage.is_some_and(|stage| user.has_for(stage.role, unit))
        }
        AssessmentState::Draft | AssessmentState::Returned | AssessmentState::Adjusting => {
            user.has_for(Role::Department, unit)
        }
        _ => false,
    }
}

/// Refuses a person whose only role is to observe.
pub fn may_write(user: &User) -> Result<(), Refusal> {
    if writes(user) { Ok(()) } else { Err(Refusal::ObserverWrites(user.name.clone())) }
}

/// Whether a person has another role than to observe.
pub fn writes(user: &User) -> bool {
    user.grants.iter().any(|grant| grant.role != Role::Observer)
}

/// Whether a person may act for a unit in one of some roles; the refusal names the first of them.
pub fn may_as(user: &User, roles: &[Role], unit: &Unit) -> Result<(), Refusal> {
    may_write(user)?;
    if acts_as(user, roles, unit) { Ok(()) } else { Err(not_allowed(user, roles, unit)) }
}

/// The refusal of a person who may not act for a unit in any of some roles.
pub fn not_allowed(user: &User, roles: &[Role], unit: &Unit) -> Refusal {
    let (needs, or) = roles.split_first().map_or((Role::Admin, Vec::new()), |(first, rest)| (*first, rest.to_vec()));
    let elsewhere = roles.iter().copied().find(|&role| user.has(role));
    Refusal::NotAllowed { who: user.name.clone(), needs, or, elsewhere, unit: unit.name.clone() }
}

/// Whether a person holds one of some roles for a unit.
pub fn acts_as(user: &User, roles: &[Role], unit: &Unit) -> bool {
    roles.iter().any(|&role| user.has_for(role, unit))
}

/// Whether a person may act for the whole county in one of some roles; the refusal names the first of them.
pub fn may_county(user: &User, roles: &[Role], county: &str) -> Result<(), Refusal> {
    may_write(user)?;
    if roles.iter().any(|&role| user.has(role)) {
        return Ok(());
    }
    let (needs, or) = roles.split_first().map_or((Role::Admin, Vec::new()), |(first, rest)| (*first, rest.to_vec()));
    Err(Refusal::NotAllowed { who: user.name.clone(), needs, or, elsewhere: None, unit: county.to_owned() })
}

/// The roles that keep the county's indicator library: the performance desk, and whoever keeps people and units.
pub const LIBRARY: [Role; 2] = [Role::Performance, Role::Admin];

/// The roles that read the journal whole, as it stands in the file: the audit office, and whoever keeps the file.
pub const AUDITS: [Role; 2] = [Role::Observer, Role::Admin];
/// The roles that copy the file and put copies in its place: sealed ballots and drafts lie in it.
pub const KEEPS_FILE: [Role; 1] = [Role::Admin];

/// Whether a person may read the journal whole. Reading is no writing: who only observes may.
pub fn may_audit(user: &User, county: &str) -> Result<(), Refusal> {
    if AUDITS.iter().any(|&role| user.has(role)) {
        return Ok(());
    }
    let (needs, or) = (Role::Observer, vec![Role::Admin]);
    Err(Refusal::NotAllowed { who: user.name.clone(), needs, or, elsewhere: None, unit: county.to_owned() })
}

/// The roles that keep the county's registers: documents, leading group, windows, allocations, campaigns, training, publicity.
pub const KEEPS_REGISTERS: [Role; 4] = [Role::Performance, Role::Budget, Role::Chair, Role::Admin];
/// The roles that keep what a register says of a unit: also the unit itself, and its desk.
pub const KEEPS_OF_UNIT: [Role; 6] =
    [Role::Desk, Role::Department, Role::Performance, Role::Budget, Role::Chair, Role::Admin];

/// Whether a person may keep a record that is about a unit, or about the whole county.
pub fn may_register(user: &User, unit: Option<&Unit>, county: &str) -> Result<(), Refusal> {
    let Some(unit) = unit else {
        return may_county(user, &KEEPS_REGISTERS, county);
    };
    may_as(user, &KEEPS_OF_UNIT, unit)
}

/// Whether a person leads rather than reviews: who chairs or only observes, and neither reviews nor hands in. Such a person begins the day
/// with the year board.
pub fn is_chief(user: &User) -> bool {
    let leads = |grant: &Grant| matches!(grant.role, Role::Chair | Role::Observer | Role::Panel);
    !user.grants.is_empty()
        && user.grants.iter().all(leads)
        && user.grants.iter().any(|grant| grant.role != Role::Panel)
}

/// Whether a record may be read: what is about a unit as its targets, all others by everybody.
pub fn reads_record(sight: &Sight, unit: Option<UnitId>) -> bool {
    unit.is_none_or(|unit| sight.shows(unit))
}

/// The roles that hand in for a unit: the unit itself, and its desk for a unit that sends a file.
pub const HANDS_IN: [Role; 2] = [Role::Department, Role::Desk];
/// The roles that link indicators with objectives: whoever reviews.
pub const LINKS: [Role; 6] =
    [Role::Desk, Role::Performance, Role::Budget, Role::Department, Role::Chair, Role::Recorder];
/// The roles that let a finding stand: whoever reviews in the bureau. A unit does not waive what is found in its own form.
pub const WAIVES: [Role; 5] = [Role::Desk, Role::Performance, Role::Budget, Role::Chair, Role::Recorder];
/// The roles that say whether an opinion of a stage was answered: whoever reviews, the unit's own people only for their own stage.
pub const fn answerers(stage_role: Option<Role>) -> &'static [Role] {
    if matches!(stage_role, Some(Role::Department)) { &LINKS } else { &WAIVES }
}
/// The roles that settle a negotiation.
pub const SETTLES: [Role; 2] = [Role::Desk, Role::Chair];
/// The roles that say which targets are key projects: the desks that review, and the chair.
pub const SETS_KEY_PROJECTS: [Role; 3] = [Role::Performance, Role::Desk, Role::Chair];
/// The roles that record the joint session's decision: the chair, or the recorder on the chair's behalf.
pub const DECIDES: [Role; 2] = [Role::Chair, Role::Recorder];

/// The roles that report a unit's own evaluation, and what was put right.
pub const EVALUATES: [Role; 2] = HANDS_IN;
/// The roles that fill in monitoring for a unit.
pub const MONITORS: [Role; 2] = HANDS_IN;
/// The roles that evaluate in the bureau (财政再评价).
pub const RE_EVALUATES: [Role; 2] = [Role::Performance, Role::Desk];
/// The roles that review a unit's evaluation (对口股室审核).
pub const JUDGES: [Role; 2] = [Role::Desk, Role::Performance];
/// The roles that open a year's evaluations once final accounts are approved.
pub const OPENS_EVALUATION: [Role; 2] = [Role::Performance, Role::Desk];
/// The roles that warn of bad filling, and decide how a monitored target goes on.
pub const DISPOSES: [Role; 2] = [Role::Desk, Role::Performance];

/// Whether a person may act for the county in one of some roles; the refusal names the first of them.
pub fn may_in_county(user: &User, roles: &[Role]) -> Result<(), Refusal> {
    may_write(user)?;
    if roles.iter().any(|role| user.has(*role)) {
        return Ok(());
    }
    let needs = roles.first().copied().unwrap_or(Role::Admin);
    let unit = rust_i18n::t!("execution.county").into_owned();
    Err(Refusal::NotAllowed { who: user.name.clone(), needs, or: Vec::new(), elsewhere: None, unit })
}

/// The roles that prepare a joint session.
pub const ORGANISES: [Role; 4] = [Role::Performance, Role::Recorder, Role::Chair, Role::Admin];

/// The roles of which one is needed for a seat. The administrator's role alone seats nobody: it cannot grade.
/// The county's report (三、绩效目标): 局党委组织领导班子、业务股室负责人、业务人员集中会审.
pub const fn seats(seat: Seat) -> &'static [Role] {
    match seat {
        Seat::Panel => &[Role::Panel, Role::Chair, Role::Desk, Role::Performance, Role::Budget],
        Seat::Chair => &[Role::Chair],
        Seat::Recorder => &[Role::Recorder, Role::Performance],
    }
}

/// Whether a person leads a session: its chair, its recorder for the chair, and, while no chair is seated, whoever holds the chair's role.
pub fn leads(user: &User, session: &Session) -> bool {
    let seat = session.member(&user.name).map(|member| member.seat);
    let chaired = session.members.iter().any(|member| member.seat == Seat::Chair);
    matches!(seat, Some(Seat::Chair | Seat::Recorder)) || (!chaired && user.has(Role::Chair))
}

/// Whether a person may read how a member's grades lie against the panel's: the chair, and the member.
pub fn reads_calibration(user: &User, session: &Session, member: &str) -> bool {
    let chairs = session.member(&user.name).is_some_and(|own| own.seat == Seat::Chair);
    chairs || user.name == member
}

/// Whether a person prepares a session: the performance desk, chair, recorder and administrator, and who leads this session.
pub fn organises(user: &User, session: &Session) -> bool {
    ORGANISES.iter().any(|role| user.has(*role)) || leads(user, session)
}

/// The roles that act at a stage.
pub const fn roles_at(stage: &Stage) -> &[Role] {
    if stage.decides { &DECIDES } else { std::slice::from_ref(&stage.role) }
}

/// Something that waits for a person: a state (with the stage while pending) within a scope.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Duty {
    /// The state.
    pub state: State,
    /// The stage while pending.
    pub stage: Option<String>,
    /// Where it holds.
    pub scope: Scope,
    /// The role that has to act.
    pub role: Role,
}

/// What waits for a person under a procedure: the tab `轮到我`, in the procedure's order and without doubles.
pub fn duties(user: &User, procedure: &Procedure) -> Vec<Duty> {
    let mut all: Vec<Duty> = Vec::new();
    let mut add = |state: State, stage: Option<&str>, role: Role| {
        let scopes = user.grants.iter().filter(|grant| grant.role == role).map(|grant| &grant.scope);
        let scopes: Vec<_> = if scopes.clone().any(|scope| *scope == Scope::County) {
            vec![Scope::County]
        } else {
            scopes.cloned().collect()
        };
        for scope in scopes {
            let duty = Duty { state, stage: stage.map(str::to_owned), scope, role };
            let known = |other: &Duty| {
                other.state == state
                    && other.stage == duty.stage
                    && [&Scope::County, &duty.scope].contains(&&other.scope)
            };
            if !all.iter().any(known) {
                all.push(duty);
            }
        }
    };
    for stage in &procedure.stages {
        for &role in roles_at(stage) {
            add(State::Pending, Some(&stage.id), role);
        }
    }
    add(State::Negotiating, None, Role::Desk);
    add(State::Ruling, None, Role::Chair);
    add(State::Draft, None, Role::Department);
    add(State::Returned, None, Role::Department);
    add(State::Negotiating, None, Role::Department);
    all
}

/// The duty that makes a target somebody's turn, if one does.
pub fn duty_for<'a>(duties: &'a [Duty], unit: &Unit, standing: &Standing) -> Option<&'a Duty> {
    duties.iter().find(|duty| duty.state == standing.state && duty.stage == standing.stage && duty.scope.covers(unit))
}

/// The person by name, or a refusal.
pub fn known_user(facts: &impl Facts, name: &str) -> Result<User, Refusal> {
    let user: Answer<Option<User>> = facts.user(name);
    user?.ok_or_else(|| Refusal::UnknownUser(name.to_owned()))
}
