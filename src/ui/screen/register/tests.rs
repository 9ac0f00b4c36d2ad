use crate::app::fixture::{Desk, sample};
use crate::app::screen::Screen;
use crate::domain::command::Command;
use crate::domain::ids::RecordId;
use crate::domain::register::field::Cells;
use crate::domain::register::{Record, Register};
use crate::ui::tests::{LARGE, SMALL, picture};
use crate::ui::width::Policy;

fn record(register: Register, texts: &[&str]) -> Record {
    let texts = texts.iter().map(|text| (*text).to_owned()).collect();
    register.read(&Cells::of(register.fields(), texts)).unwrap()
}

/// A county with some documents, a window, and disclosures inside, outside and unchecked.
fn at(size: (u16, u16), keys: &str) -> Desk {
    let mut file = sample();
    let address = "http://www.example.gov.cn/czyjs/2021/1.html";
    let records = [
        record(
            Register::Document,
            &[
                "师财绩〔2021〕3号",
                "县级财政专项资金预算绩效管理办法",
                "县财政局",
                "2021-04-08",
                "办法",
                "",
                "县级专项资金",
                "师财绩〔2020〕3号",
                "",
                "第一条 目的\n第二条 范围",
            ],
        ),
        record(
            Register::Document,
            &["师财绩〔2020〕3号", "县级财政专项资金预算绩效管理办法(试行)", "县财政局", "2020-04-08", "办法"],
        ),
        record(
            Register::Document,
            &["财预〔2015〕88号", "中央部门预算绩效目标管理办法", "财政部", "2015-05-21", "办法", "上级"],
        ),
        record(Register::Window, &["2021", "绩效目标", "2021-01-04", "2021-01-08", "门户网财政预决算公开专栏"]),
        record(Register::Disclosure, &["2021", "绩效目标", "教育体育局", "2021-01-05", address, "教科文股"]),
        record(Register::Disclosure, &["2021", "绩效目标", "交通运输局", "2021-01-10", address]),
        record(
            Register::Allocation,
            &["2021", "扶贫资金", "师财农〔2021〕6号", "第一批衔接资金", "2021-03-02", "1200.5"],
        ),
    ];
    let owner = crate::app::fixture::owner();
    for record in records {
        let command = Command::Record { contents: Box::new(record), reason: String::new() };
        file.execute(&owner, &[command], crate::app::fixture::now(crate::app::fixture::START)).unwrap();
    }
    let mut desk = Desk::with(file, "管理员", size);
    desk.keys(keys);
    desk
}

fn shown(desk: &Desk) -> String {
    picture(desk, Policy::NARROW, false)
}

#[test]
fn a_register_shows_its_records_and_what_follows_from_them() {
    insta::assert_snapshot!("register_documents_120x40", shown(&at(LARGE, "d}}")));
    insta::assert_snapshot!("register_documents_80x24", shown(&at(SMALL, "d}}")));
    insta::assert_snapshot!("register_disclosure_80x24", shown(&at(SMALL, "d4")));
    insta::assert_snapshot!("register_empty_80x24", shown(&at(SMALL, "d8")));
}

#[test]
fn a_record_is_opened_corrected_and_removed_by_keys() {
    let mut desk = at(SMALL, "d}}<Enter>");
    insta::assert_snapshot!("record_80x24", shown(&desk));
    desk.keys("e");
    insta::assert_snapshot!("record_correct_80x24", shown(&desk));
    desk.keys("<Tab>(二)<Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter><Enter>");
    let kept = desk.file.model.registers.records[&RecordId(1)].clone();
    assert_eq!(kept.version, 1, "a correction wants a reason: {}", kept.record.title());
    desk.keys("名称有误<Enter>");
    let Record::Document(one) = &desk.file.model.registers.records[&RecordId(1)].record else { panic!() };
    assert_eq!(one.title, "县级财政专项资金预算绩效管理办法(二)");
    assert!(one.text.contains('\n'), "a text that was left alone keeps its lines");
    desk.keys("xx重复登记<Enter>");
    let kept = desk.file.model.registers.records[&RecordId(1)].clone();
    assert!(kept.removed, "{}", desk.notice());
}

#[test]
fn a_new_record_is_typed_and_a_slip_is_told_in_the_form() {
    let mut desk = at(SMALL, "d9n");
    desk.keys("五月八日<Enter>绩效目标全公开<Enter>县信息中心<Enter>绩效管理股<Enter><Enter>");
    insta::assert_snapshot!("record_slip_80x24", shown(&desk));
    desk.keys("<Tab><Ctrl-u>2021-01-08<Tab><Tab><Tab><Tab><Enter>");
    assert!(desk.app.popups.is_empty(), "{}", shown(&desk));
    assert!(desk.file.model.registers.records.values().any(|kept| kept.record.title() == "绩效目标全公开"));
}

#[test]
fn what_is_cited_opens_in_the_register() {
    let mut desk = at(SMALL, "l2z");
    let Some(Screen::Registers(registers)) = desk.app.screens.last() else { panic!("{}", shown(&desk)) };
    assert!(registers.looked_for().contains("财预"));
    desk.keys("<Esc>");
    assert!(matches!(desk.app.screens.last(), Some(Screen::Case(_))));
}

#[test]
fn words_find_records() {
    let mut desk = at(SMALL, "d}}/试行<Enter>");
    let Some(Screen::Registers(registers)) = desk.app.screens.last() else { panic!() };
    assert_eq!(registers.found.len(), 1);
    desk.keys("/没有<Enter>");
    insta::assert_snapshot!("register_not_found_80x24", shown(&desk));
}

#[test]
fn what_was_typed_into_a_form_and_not_sent_comes_back_until_it_is_sent() {
    let mut desk = at(SMALL, "d8n");
    desk.keys("2021-06-11<Tab>绩效目标培训<Esc>");
    assert!(!shown(&desk).contains("绩效目标培训"));
    desk.keys("n");
    let again = shown(&desk);
    assert!(
        again.contains("2021-06-11") && again.contains("绩效目标培训") && again.contains("没有提交的内容"),
        "{again}"
    );
    desk.keys("<Tab><Tab><Tab><Tab><Tab><Enter>");
    assert!(shown(&desk).contains("绩效目标培训"), "{}", shown(&desk));
    desk.keys("n");
    assert!(!shown(&desk).contains("没有提交的内容"), "it was sent");
    desk.keys("<Esc>e<Tab>(更正)<Esc>");
    desk.keys("e");
    assert!(shown(&desk).contains("没有提交的内容"), "{}", shown(&desk));
}

#[test]
fn a_record_is_turned_to_its_end_and_the_first_key_back_moves_it() {
    let mut file = sample();
    let text: Vec<String> =
        (1..=60).map(|number| format!("第{number}条 绩效目标应当指向明确、细化量化、合理可行")).collect();
    let texts = ["师财绩〔2021〕4号", "规程", "县财政局", "2021-05-08", "规程", "", "", "", "", &text.join("\n")];
    let command = Command::Record { contents: Box::new(record(Register::Document, &texts)), reason: String::new() };
    file.execute(&crate::app::fixture::owner(), &[command], crate::app::fixture::now(crate::app::fixture::START))
        .unwrap();
    let mut desk = Desk::with(file, "管理员", SMALL);
    desk.keys("d}}<Enter>");
    let mut screen = |key: &str| {
        desk.keys(key);
        desk.app.common.end = crate::ui::tests::end(&desk);
        shown(&desk)
    };
    let top = screen("");
    let ends: Vec<String> = (0..12).map(|_| screen("<PgDn>")).collect();
    assert!(ends[0] != top && ends[11].contains("第60条"), "{}", ends[11]);
    assert_eq!(ends[10], ends[11], "no further than the end");
    assert_ne!(screen("<Up>"), ends[11], "the first key back moves it");
}
