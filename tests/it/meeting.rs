//! A whole meeting with many programs on one file: members who grade at random moments by keys and by commands, a chair who goes from
//! item to item, people who follow, the wall. Tests run it with a few programs, `benches/room.rs` with many; it judges what must be so,
//! and measures what it takes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use huishen::domain::command::{Actor, Command, Origin, ReviewWish, Verdict, WantedRole};
use huishen::domain::grade::Grade;
use huishen::domain::ids::{SessionId, TargetId};
use huishen::domain::people::{Role, User};
use huishen::domain::session::wish::{NewSession, SessionWish};
use huishen::domain::session::{Seat, Share};
use huishen::domain::target::State;
use huishen::domain::view::{QueueRow, Sort};
use huishen::store::{Store, SystemClock};

use crate::terminal::{Awaited, Terminal};

const BINARY: &str = env!("CARGO_BIN_EXE_huishen");
const SESSION: SessionId = SessionId(1);
const CHAIR: &str = "会审主持";
const KEEPER: &str = "示例全权";
/// Rows of a room's screen on which the place on the agenda and the project stand.
const PLACE: u16 = 1;
const PROJECT: u16 = 4;
/// Enough of a project's name to know it by.
const NAMED: usize = 6;
/// Gives up after this long.
const PATIENCE: Duration = Duration::from_mins(1);

/// How a meeting is held.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Panel members, each with a program.
    pub members: usize,
    /// Further programs: the chair's, the wall, and people who follow.
    pub others: usize,
    /// Items on the agenda.
    pub items: usize,
    /// Within this time the members grade an item, each at a moment of their own.
    pub within: Duration,
    /// One in so many ballots is interrupted by a SIGKILL of the member's program or command; nobody is killed when 0.
    pub kills: u64,
    /// How long all programs are left alone at the end, to see what they take.
    pub idle: Duration,
    /// Where the random moments begin.
    pub seed: u64,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
    /// For each step of the chair how long it took to each screen that followed, in the order of the programs.
    pub steps: Vec<Vec<Duration>>,
    /// Ballots that were acknowledged.
    pub acknowledged: usize,
    /// Programs and commands killed.
    pub killed: usize,
    /// What must not be: in words.
    pub faults: Vec<String>,
    /// CPU time of all programs together while nobody did anything, as a share of one core.
    pub idle: f64,
    /// Bytes that all programs wrote meanwhile.
    pub idle_bytes: usize,
    /// Memory of all programs, shared pages counted once, in kilobytes.
    pub memory: u64,
}

/// A random sequence (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below.max(1)
    }
}

/// Who gave what, if it was acknowledged, and how much was killed at it.
type Given = (String, Option<(Grade, String)>, usize);
/// A member's ballot as it was acknowledged.
type Ballots = BTreeMap<(String, TargetId), (Grade, String)>;

/// Somebody's program.
struct Seated {
    name: String,
    terminal: Terminal,
}

struct Meeting<'a> {
    plan: &'a Plan,
    file: PathBuf,
    items: Vec<QueueRow>,
    chair: Seated,
    members: Vec<Seated>,
    others: Vec<Terminal>,
    wall: Terminal,
    given: Ballots,
    outcome: Outcome,
}

/// Holds a meeting on a file of its own in a folder.
pub fn hold(plan: &Plan, folder: &Path) -> Outcome {
    let file = folder.join("room.db");
    let items = prepare(plan, &file);
    let mut meeting = Meeting::enter(plan, file, items);
    let mut dice = Dice(plan.seed | 1);
    for place in 0..meeting.items.len() {
        meeting.discuss(place, &mut dice);
        if place + 1 < meeting.items.len() {
            std::thread::sleep(Duration::from_millis(dice.roll(1200)));
            meeting.step(place + 1);
        }
    }
    meeting.rest();
    meeting.judge();
    meeting.outcome
}

fn member_name(number: usize) -> String {
    format!("委员{number:03}")
}

/// The sample year with enough at the joint stage, and a session open with everybody there.
fn prepare(plan: &Plan, file: &Path) -> Vec<QueueRow> {
    let mut store = Store::create_with(file, Arc::new(SystemClock)).unwrap();
    store.fill_sample().unwrap();
    let keeper = store.user(KEEPER).unwrap().unwrap();
    let items = bring(&mut store, &keeper, plan.items);
    let names: Vec<String> = (1..=plan.members).map(member_name).collect();
    for name in &names {
        let roles = vec![WantedRole { role: Role::Panel, unit: None, desk: None }];
        act(&mut store, &keeper, &Command::AddUser { name: name.clone(), login: None, roles });
    }
    let new = NewSession { name: "会审".to_owned(), day: None, quorum: Some(Share(1, 2)), minutes: Some(180) };
    act(&mut store, &keeper, &Command::MakeSession(new));
    let targets = items.iter().map(|item| item.id).collect();
    for wish in [
        SessionWish::Seat { users: vec![CHAIR.to_owned()], seat: Seat::Chair },
        SessionWish::Seat { users: names.clone(), seat: Seat::Panel },
        SessionWish::Add { targets },
    ] {
        act(&mut store, &keeper, &Command::Session { session: SESSION, wish: Box::new(wish) });
    }
    let chair = store.user(CHAIR).unwrap().unwrap();
    let wish = Box::new(SessionWish::Open { present: names });
    act(&mut store, &chair, &Command::Session { session: SESSION, wish });
    items
}

fn act(store: &mut Store, user: &User, command: &Command) {
    let actor = Actor::new(user.clone(), Origin::CommandLine);
    if let Err(refusal) = store.execute(&actor, command) {
        panic!("{}: {command:?}", refusal.words());
    }
}

/// Passes targets on until so many wait for the joint session.
fn bring(store: &mut Store, keeper: &User, count: usize) -> Vec<QueueRow> {
    let joint = store.procedure().deciding().unwrap().id.clone();
    let list = |store: &Store| {
        let mut rows = Vec::new();
        let mut take = |row: QueueRow| {
            rows.push(row);
            Ok::<(), ()>(())
        };
        store.list(keeper, None, Sort::Number, None, &mut take).unwrap().unwrap();
        rows
    };
    // A key project takes points, which are typed otherwise.
    let at_joint = |row: &QueueRow| row.standing.stage.as_deref() == Some(joint.as_str()) && !row.standing.key_project;
    let mut missing = count.saturating_sub(list(store).iter().filter(|row| at_joint(row)).count());
    for row in list(store) {
        if missing == 0 {
            break;
        }
        if row.standing.state != State::Pending || at_joint(&row) || row.standing.key_project {
            continue;
        }
        let stages: Vec<String> = store.procedure().stages.iter().map(|stage| stage.id.clone()).collect();
        let from = stages.iter().position(|stage| Some(stage.as_str()) == row.standing.stage.as_deref()).unwrap();
        for stage in stages[from..].iter().take_while(|stage| **stage != joint) {
            let wish = ReviewWish {
                target: row.id,
                seen: None,
                stage: stage.clone(),
                criteria: vec![Grade::Good; store.procedure().criteria.len()],
                points: Vec::new(),
                grade: Grade::Good,
                verdict: Verdict::Pass,
                opinion: "同意".to_owned(),
                reason: String::new(),
            };
            act(store, keeper, &Command::Review(Box::new(wish)));
        }
        missing -= 1;
    }
    let mut rows: Vec<QueueRow> = list(store).into_iter().filter(at_joint).collect();
    rows.truncate(count);
    assert_eq!(rows.len(), count, "the sample year has not so many targets");
    rows
}

fn terminal(file: &Path, arguments: &[&str]) -> Terminal {
    let state = file.parent().unwrap().to_str().unwrap();
    let variables = [("XDG_STATE_HOME", state), ("XDG_CONFIG_HOME", state), ("HOME", state)];
    let arguments = [&["--db", file.to_str().unwrap()], arguments].concat();
    Terminal::start_with(&arguments, 120, 40, &variables)
}

/// The program of somebody who takes part: it comes into the room by itself.
fn sit(file: &Path, name: &str) -> Terminal {
    in_room(terminal(file, &["--as", name]))
}

/// The program of somebody who looks on.
fn look_on(file: &Path, name: &str) -> Terminal {
    let mut terminal = terminal(file, &["--as", name]);
    terminal.wait_patiently("the queue", PATIENCE, |screen| screen.contains("轮到我"));
    terminal.send("\x1bOR");
    terminal.wait_patiently("the sessions", PATIENCE, |screen| screen.contains("进行中"));
    terminal.send("\r");
    in_room(terminal)
}

fn in_room(terminal: Terminal) -> Terminal {
    terminal.wait_patiently("the room", PATIENCE, |screen| screen.contains("跟随主持") && screen.contains("目标值"));
    terminal
}

impl<'a> Meeting<'a> {
    fn enter(plan: &'a Plan, file: PathBuf, items: Vec<QueueRow>) -> Self {
        let seated = |name: &str| Seated { name: name.to_owned(), terminal: sit(&file, name) };
        let wall = terminal(&file, &["--as", "审计局观察", "wall", "1"]);
        let members: Vec<String> = (1..=plan.members).map(member_name).collect();
        Self {
            plan,
            items,
            chair: seated(CHAIR),
            members: members.iter().map(|name| seated(name)).collect(),
            others: (2..plan.others).map(|_| look_on(&file, "审计局观察")).collect(),
            wall,
            given: Ballots::new(),
            outcome: Outcome::default(),
            file,
        }
    }

    /// All programs but the chair's.
    fn followers(&self) -> impl Iterator<Item = &Terminal> {
        self.members.iter().map(|member| &member.terminal).chain(&self.others)
    }

    /// The chair calls the next item: how long until it is on each screen.
    fn step(&mut self, place: usize) {
        let number = format!("第 {}/{} 项", place + 1, self.items.len());
        let project: String = self.items[place].project.chars().take(NAMED).collect();
        for follower in self.followers() {
            follower.await_rows(vec![(PLACE, number.clone()), (PROJECT, project.clone())]);
        }
        self.wall.await_rows(vec![(2, number.clone())]);
        let start = Instant::now();
        self.chair.terminal.send("n");
        let arrived = |screen: &Terminal| match screen.await_met(PATIENCE) {
            Awaited::Met(at) => Some(at.saturating_duration_since(start)),
            Awaited::Missed => None,
        };
        let times: Vec<Option<Duration>> = self.followers().chain([&self.wall]).map(arrived).collect();
        for (follower, _) in times.iter().enumerate().filter(|(_, time)| time.is_none()) {
            self.outcome.faults.push(format!("step {place} did not reach program {follower}"));
        }
        self.outcome.steps.push(times.into_iter().flatten().collect());
    }

    /// Ballots, reveal, decision.
    fn discuss(&mut self, place: usize, dice: &mut Dice) {
        let target = self.items[place].id;
        let acts: Vec<_> = self.members.iter().map(|_| Act::drawn(self.plan, dice)).collect();
        let file = &self.file;
        let made: Vec<Given> = std::thread::scope(|scope| {
            let acts = self.members.iter_mut().zip(acts);
            let running: Vec<_> = acts.map(|(member, act)| scope.spawn(move || act.go(member, target, file))).collect();
            running.into_iter().map(|one| one.join().unwrap()).collect()
        });
        for (name, ballot, killed) in made {
            self.outcome.killed += killed;
            if let Some(ballot) = ballot {
                self.outcome.acknowledged += 1;
                self.given.insert((name, target), ballot);
            }
        }
        self.look_for_leaks(target);
        self.chair.terminal.send("r");
        let asked = |screen: &str| screen.contains("现在亮票") || screen.contains("已亮票");
        self.chair.terminal.wait_patiently("the question or the reveal", PATIENCE, asked);
        if self.chair.terminal.screen().contains("现在亮票") {
            self.chair.terminal.send("y");
        }
        self.chair.terminal.wait_patiently("the reveal", PATIENCE, |screen| screen.contains("已亮票"));
        let mut decided =
            command(&self.file, CHAIR, &["session", "decide", "1", "--grade", "良", "--opinion", "可以协商。"]);
        if !decided.status().unwrap().success() {
            self.outcome.faults.push(format!("item {place} was not decided"));
        }
    }

    /// No program has got what another member sealed: opinions carry a mark of their own, and grades stand beside them.
    fn look_for_leaks(&mut self, target: TargetId) {
        let marks: Vec<(String, String)> =
            self.members.iter().map(|member| (member.name.clone(), mark(&member.name, target))).collect();
        let programs = self.members.iter().map(|member| (member.name.as_str(), &member.terminal));
        let programs =
            programs.chain(self.others.iter().chain([&self.wall, &self.chair.terminal]).map(|other| ("", other)));
        let mut leaks = Vec::new();
        for (name, terminal) in programs {
            for (owner, mark) in marks.iter().filter(|(owner, _)| owner != name) {
                if terminal.has_received(mark) {
                    leaks.push(format!("{name} has got the sealed ballot of {owner}"));
                }
            }
        }
        self.outcome.faults.extend(leaks);
    }

    /// Leaves everybody alone, and sees what all programs take.
    fn rest(&mut self) {
        std::thread::sleep(Duration::from_secs(3).min(self.plan.idle));
        let all: Vec<&Terminal> = self.followers().chain([&self.chair.terminal, &self.wall]).collect();
        let sum = |all: &[&Terminal]| all.iter().map(|one| cpu(one.id())).sum::<f64>();
        let bytes = |all: &[&Terminal]| all.iter().map(|one| one.received().0).sum::<usize>();
        let (before, written) = (sum(&all), bytes(&all));
        std::thread::sleep(self.plan.idle);
        let (after, all_written) = (sum(&all), bytes(&all));
        let memory = all.iter().map(|one| memory(one.id())).sum();
        self.outcome.idle = (after - before) / self.plan.idle.as_secs_f64().max(1e-9);
        (self.outcome.idle_bytes, self.outcome.memory) = (all_written - written, memory);
    }

    /// Every acknowledged ballot is in the result, none twice, each item is decided once, and the file is sound.
    fn judge(&mut self) {
        let store = Store::open(&self.file).unwrap();
        let viewer = store.user(CHAIR).unwrap().unwrap();
        let view = store.session_view(&viewer, SESSION).unwrap().unwrap();
        let faults = &mut self.outcome.faults;
        for ((name, target), (grade, opinion)) in &self.given {
            let ballots = view.items.iter().find(|item| item.target == *target).and_then(|item| item.ballots.as_ref());
            let own: Vec<_> = ballots.into_iter().flatten().filter(|ballot| ballot.member == *name).collect();
            match own.as_slice() {
                [one] if one.grade == *grade && one.opinion == *opinion => {}
                [] => faults.push(format!("the ballot of {name} on #{target} is lost")),
                [one] => faults.push(format!("{name} gave {grade} on #{target}, {} stands there", one.grade)),
                _ => faults.push(format!("the ballot of {name} on #{target} counts {} times", own.len())),
            }
        }
        for item in &view.items {
            let voters: BTreeSet<_> = item.ballots.iter().flatten().map(|ballot| &ballot.member).collect();
            if voters.len() != item.ballots.iter().flatten().count() {
                faults.push(format!("somebody counts twice on #{}", item.target));
            }
            if item.decision.is_none() {
                faults.push(format!("#{} is not decided", item.target));
            }
        }
        let report = store.verify().unwrap();
        faults.extend(report.faults.iter().map(|fault| format!("verify: {}: {}", fault.place, fault.what)));
    }
}

/// How a member gives a ballot: when, how, and whether something is killed at it.
#[derive(Clone, Copy)]
struct Act {
    wait: Duration,
    grade: Grade,
    by_keys: bool,
    kill: Option<u64>,
}

impl Act {
    fn drawn(plan: &Plan, dice: &mut Dice) -> Self {
        let within = u64::try_from(plan.within.as_millis()).unwrap();
        let kill = (plan.kills > 0 && dice.roll(plan.kills) == 0).then(|| dice.roll(200));
        let grade = Grade::ALL[usize::try_from(dice.roll(4)).unwrap()];
        Self { wait: Duration::from_millis(dice.roll(within)), grade, by_keys: dice.roll(2) == 0, kill }
    }

    /// Gives the ballot; what was acknowledged, and how much was killed.
    fn go(self, member: &mut Seated, target: TargetId, file: &Path) -> Given {
        std::thread::sleep(self.wait);
        let opinion = mark(&member.name, target);
        let given = Some((self.grade, opinion.clone()));
        let mut killed = 0;
        if let Some(after) = self.kill {
            let done = if self.by_keys {
                self.kill_program(member, &opinion, file, after)
            } else {
                self.kill_command(member, &opinion, file, after)
            };
            killed = 1;
            // Whoever was told that it is done does not give it again.
            if done {
                return (member.name.clone(), given, killed);
            }
        }
        let done = if self.by_keys {
            self.type_it(member, &opinion)
        } else {
            self.command(member, &opinion, file).status().unwrap().success()
        };
        (member.name.clone(), given.filter(|_| done), killed)
    }

    fn type_it(self, member: &mut Seated, opinion: &str) -> bool {
        let terminal = &mut member.terminal;
        terminal.send("v");
        terminal.wait_patiently("the form", PATIENCE, |screen| screen.contains("封存;亮票前"));
        self.fill(terminal, opinion);
        terminal.wait_patiently("the seal", PATIENCE, |screen| screen.contains("评级已封存"));
        true
    }

    /// Grades, opinion over whatever draft is there, and the key that seals.
    fn fill(self, terminal: &mut Terminal, opinion: &str) {
        let digit = Grade::ALL.into_iter().position(|grade| grade == self.grade).unwrap() + 1;
        terminal.send(&digit.to_string().repeat(7));
        terminal.send(&format!("{}{opinion}\x13", "\x7f".repeat(20)));
    }

    fn command(self, member: &Seated, opinion: &str, file: &Path) -> Process {
        command(file, &member.name, &["session", "vote", "1", "--grade", self.grade.term(), "--opinion", opinion])
    }

    /// Kills the member's program at some moment of the ballot and starts it anew.
    fn kill_program(self, member: &mut Seated, opinion: &str, file: &Path, after: u64) -> bool {
        member.terminal.send("v");
        std::thread::sleep(Duration::from_millis(after / 4));
        if after.is_multiple_of(2) {
            self.fill(&mut member.terminal, opinion);
            std::thread::sleep(Duration::from_millis(after / 2));
        }
        let done = member.terminal.screen().contains("评级已封存");
        member.terminal.kill_hard();
        member.terminal = sit(file, &member.name);
        done
    }

    /// Kills the command at some moment.
    fn kill_command(self, member: &Seated, opinion: &str, file: &Path, after: u64) -> bool {
        let mut child = self.command(member, opinion, file).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(after / 4));
        let ended = child.try_wait().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        ended.is_some_and(|status| status.success())
    }
}

/// Whose ballot it is and on what, so that it is found again wherever it should not be.
fn mark(name: &str, target: TargetId) -> String {
    let number: String = name.chars().filter(char::is_ascii_digit).collect();
    format!("zq{number}x{target}qz")
}

fn command(file: &Path, name: &str, arguments: &[&str]) -> Process {
    let mut command = Process::new(BINARY);
    command.arg("--db").arg(file).args(["--as", name]).args(arguments);
    command.env_remove("HUISHEN_LANG").env_remove("HUISHEN_CONFIG").env("XDG_CONFIG_HOME", file.parent().unwrap());
    command.stdout(Stdio::null());
    command
}

/// CPU time of all threads of a program so far, in seconds.
fn cpu(id: u32) -> f64 {
    let threads = std::fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let spent = threads.filter_map(|thread| {
        let text = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<f64>().ok()
    });
    spent.sum::<f64>() / 1e9
}

/// Memory of a program in kilobytes, its part of what it shares with others.
fn memory(id: u32) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("Pss:"));
    line.and_then(|line| line.split_whitespace().nth(1)).and_then(|size| size.parse().ok()).unwrap_or(0)
}
