//! The table of rights on the command line: every act, in every state, by every role, and what a unit may read.

use std::fs;
use std::path::{Path, PathBuf};

use huishen::domain::command::{Command, Verdict, WantedRole};
use huishen::domain::grade::Grade;
use huishen::domain::ids::TargetId;
use huishen::domain::people::{Role, UnitLevel};
use huishen::domain::procedure::Procedure;
use huishen::domain::rights::{Act, Place, Right, rights};
use huishen::domain::target::{Standing, State, UnitName};
use huishen::store::Store;

use super::cli::Desk;
use super::store::{STAGES, actor, everyone, hand_in, review, submit};

const UNIT: &str = "县教育体育局";

fn handed(name: &str, version: u32) -> Command {
    let Command::HandIn(mut handed) = hand_in(0, 0, version) else { unreachable!() };
    handed.project.code = None;
    name.clone_into(&mut handed.project.name);
    handed.year = Some(2022);
    Command::HandIn(handed)
}

/// Moves a target as far as a name says.
fn walk(id: i64, name: &str) -> Vec<Command> {
    let pass = |count: usize| STAGES[..count].iter().map(move |stage| review(id, stage, Verdict::Pass, Grade::Good));
    let decide = |grade| Command::Decide {
        target: TargetId(id),
        seen: None,
        criteria: Vec::new(),
        points: Vec::new(),
        grade,
        opinion: "按会审意见办理".to_owned(),
        due: None,
    };
    let send_back = || [submit(id), review(id, "department", Verdict::Return, Grade::Fair)];
    let to_joint = || std::iter::once(submit(id)).chain(pass(4)).collect::<Vec<_>>();
    match name {
        "draft" => Vec::new(),
        "withdrawn" => {
            vec![submit(id), Command::Withdraw { target: TargetId(id), seen: None, reason: "口径有误".to_owned() }]
        }
        "returned" => [send_back().to_vec(), vec![handed(name, 2)]].concat(),
        "ruling" => {
            let amend = |version| vec![handed(name, version)];
            [send_back().to_vec(), amend(2), send_back().to_vec(), amend(3), send_back().to_vec()].concat()
        }
        "budgeted" => [to_joint(), vec![decide(Grade::Excellent)]].concat(),
        "negotiating" => [to_joint(), vec![decide(Grade::Good)]].concat(),
        "excluded" => [to_joint(), vec![decide(Grade::Poor)]].concat(),
        stage => {
            let passed = STAGES.iter().position(|known| *known == stage).unwrap_or(4);
            std::iter::once(submit(id)).chain(pass(passed)).collect()
        }
    }
}

/// Where the targets of the file stand, in their order.
const NAMES: [&str; 12] = [
    "draft",
    "department",
    "desk",
    "performance",
    "budget",
    "joint",
    "negotiating",
    "returned",
    "ruling",
    "budgeted",
    "excluded",
    "withdrawn",
];

/// A file with a target in every state and stage, and a person for every role.
fn county() -> (Desk, Vec<Standing>) {
    let desk = Desk::founded();
    let mut store = Store::open(&desk.db()).unwrap();
    let all = actor(everyone("全权"));
    let unit = UnitName { code: None, name: UNIT.to_owned() };
    let mut run = |command: &Command| {
        assert!(!store.execute(&all, command).unwrap().is_empty(), "{command:?}");
    };
    run(&Command::AddUnit { unit, level: UnitLevel::First, desk: "教科文股".to_owned() });
    for role in Role::ALL {
        let roles = vec![WantedRole { role, unit: None, desk: None }];
        run(&Command::AddUser { name: role.id().to_owned(), login: None, roles });
    }
    for (place, name) in NAMES.into_iter().enumerate() {
        run(&handed(name, 1));
        walk(i64::try_from(place).unwrap() + 1, name).iter().for_each(&mut run);
    }
    let standing = |place: usize| {
        let id = TargetId(i64::try_from(place).unwrap() + 1);
        store.case_file(&all.user, id).unwrap().unwrap().target.standing
    };
    let standings = (0..NAMES.len()).map(standing).collect();
    (desk, standings)
}

/// The words of an act on a target; nothing for one that the command line leaves to the screens.
fn words(right: &Right, target: &str, form: &Path) -> Option<Vec<String>> {
    let words = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect());
    match (right.act, &right.place) {
        (Act::Submit, _) => words(&["submit", target]),
        (Act::Withdraw, _) => words(&["withdraw", target, "--reason", "口径有误"]),
        (Act::KeyProject, _) => words(&["key-project", target, "--reason", "民生"]),
        (Act::Amend, _) => words(&["import", form.to_str().unwrap(), "--year", "2022"]),
        (Act::Review, Place::Stage(stage, _)) => {
            words(&["review", target, "--stage", stage, "--verdict", "pass", "--grade", "良", "--opinion", "同意。"])
        }
        (Act::Decide, Place::Stage(stage, _)) => words(&["review", target, "--stage", stage, "--grade", "优"]),
        _ => None,
    }
}

fn form(desk: &Desk, name: &str) -> PathBuf {
    let path = desk.path(&format!("{name}.csv"));
    let head = "单位名称,项目名称,预算数(万元),年度目标,一级指标,二级指标,三级指标,指标性质,指标值,度量单位";
    let row = format!("{UNIT},{name},12,维修12所学校的校舍,产出指标,数量指标,维修学校数,≥,12,所");
    fs::write(&path, format!("{head}\n{row}\n")).unwrap();
    path
}

/// What stands there, of a case in which nothing is to be amended first.
fn is_amended(right: &Right, standing: &Standing) -> bool {
    let waits = standing.answered.is_some_and(|answered| standing.round <= answered);
    let reviewed = standing.state == State::Pending && standing.stage.as_deref() != Some(STAGES[0]);
    match right.act {
        Act::Submit => !waits,
        Act::Amend => !reviewed,
        _ => true,
    }
}

/// All of it takes minutes, which `HUISHEN_SOAK` gives it; else those states and roles of which one of both is right.
#[test]
fn every_act_by_every_role_in_every_state_goes_as_the_table_says() {
    let (desk, standings) = county();
    let whole = fs::read(desk.db()).unwrap();
    let soak = std::env::var_os("HUISHEN_SOAK").is_some();
    let (mut granted, mut refused) = (0, 0);
    for right in rights(&Procedure::target_review().unwrap()) {
        for (place, standing) in standings.iter().enumerate() {
            let (holds, amended) = (right.place.holds(standing), is_amended(&right, standing));
            for role in Role::ALL {
                let may = right.roles.contains(&role);
                let (near, usual) = (
                    holds || may,
                    !matches!(NAMES[place], "performance" | "budget") || matches!(right.place, Place::Stage(..)),
                );
                if !(soak || near && usual) {
                    continue;
                }
                let form = form(&desk, NAMES[place]);
                let Some(words) = words(&right, &format!("#{}", place + 1), &form) else { continue };
                let words: Vec<_> = ["--as", role.id()].into_iter().chain(words.iter().map(String::as_str)).collect();
                let ended = desk.run(&words);
                let allowed = holds && may && amended;
                assert_eq!(ended.code == 0, allowed, "{words:?} {}: {}{}", NAMES[place], ended.out, ended.err);
                assert_eq!(
                    fs::read(desk.db()).unwrap() != whole,
                    allowed,
                    "{words:?}: what is refused leaves no trace"
                );
                if allowed {
                    granted += 1;
                    fs::write(desk.db(), &whole).unwrap();
                } else {
                    refused += 1;
                }
            }
        }
    }
    assert!(granted > 30 && refused > 150, "{granted} granted, {refused} refused");
}

#[test]
fn the_table_is_shown() {
    let desk = Desk::founded();
    let shown = desk.run(&["user", "list", "--rights"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    let line = |act: &str| shown.out.lines().find(|line| line.starts_with(act)).unwrap().to_owned();
    assert!(
        line("提交审核").contains("待报") && line("提交审核").ends_with("部门、财政对口股室"),
        "{}",
        line("提交审核")
    );
    assert!(line("会审定级").contains("集中会审"), "{}", line("会审定级"));
    assert_eq!(
        shown.out.matches("观察").count(),
        2,
        "the audit reads the journal, and the note says so: {}",
        shown.out
    );
}

#[test]
fn a_unit_reads_no_opinion_before_it_is_given_to_it_and_nothing_of_other_units() {
    let desk = Desk::founded();
    let mut store = Store::open(&desk.db()).unwrap();
    let all = actor(everyone("全权"));
    let other = "县水务局";
    for (name, desk) in [(UNIT, "教科文股"), (other, "农业农村股")] {
        let unit = UnitName { code: None, name: name.to_owned() };
        let add = Command::AddUnit { unit: unit.clone(), level: UnitLevel::First, desk: desk.to_owned() };
        store.execute(&all, &add).unwrap();
        let roles = vec![WantedRole { role: Role::Department, unit: Some(unit), desk: None }];
        store.execute(&all, &Command::AddUser { name: format!("{name}经办"), login: None, roles }).unwrap();
    }
    for command in [handed("营养改善", 1), submit(1), review(1, "department", Verdict::Pass, Grade::Good)] {
        store.execute(&all, &command).unwrap();
    }
    let opinion = "股室的意见不外传";
    let Command::Review(mut wish) = review(1, "desk", Verdict::Pass, Grade::Good) else { unreachable!() };
    opinion.clone_into(&mut wish.opinion);
    store.execute(&all, &Command::Review(wish)).unwrap();
    let own = format!("{UNIT}经办");
    let reads = |person: &str, arguments: &[&str]| {
        let ended = desk.run(&[&["--as", person][..], arguments].concat());
        format!("{}{}", ended.out, ended.err)
    };
    let ways = [
        &["show", "#1"][..],
        &["show", "#1", "--json"],
        &["list", "--json"],
        &["journal", "--json"],
        &["journal", "#1"],
        &["export", "--to", "-", "--format", "json"],
        &["check"],
    ];
    for way in ways {
        assert!(!reads(&own, way).contains(opinion), "{way:?}");
        assert!(
            !reads(&format!("{other}经办"), way).contains("营养改善"),
            "{way:?}: of another unit not even the name"
        );
        assert!(!reads(&format!("{other}经办"), way).contains(opinion), "{way:?}");
    }
    assert!(desk.run(&["show", "#1"]).out.contains(opinion), "it is there");
    store.execute(&all, &review(1, "performance", Verdict::Return, Grade::Fair)).unwrap();
    assert!(reads(&own, &["show", "#1"]).contains(opinion), "fed back, it is read");
    assert!(!reads(&format!("{other}经办"), &["show", "#1"]).contains(opinion));
}
