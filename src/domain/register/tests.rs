//! Every record survives the way through its texts, and says what is wrong with them.

use super::field::Wrong;
use super::*;

/// A record of each register, every field filled in, as a person writes it.
pub fn filled(register: Register) -> Cells {
    let texts = match register {
        Register::Document | Register::Group | Register::Window | Register::Disclosure => of_papers(register),
        _ => of_money_and_people(register),
    };
    Cells::of(register.fields(), texts.iter().map(|text| (*text).to_owned()).collect())
}

fn of_papers(register: Register) -> &'static [&'static str] {
    match register {
        Register::Document => &[
            "师财绩〔2020〕3号",
            "《县级财政专项资金预算绩效管理办法(试行)》",
            "县财政局、县审计局",
            "2020年4月1日",
            "办法",
            "本级",
            "县级财政专项资金",
            "师财绩〔2018〕1号",
            "http://www.example.gov.cn/1.html",
            "第一条\n第二条",
        ],
        Register::Group => &["绩效管理股", "办公室", "县财政局", "组织实施绩效管理", "师财绩〔2020〕2号"],
        Register::Window => {
            &["2020年", "绩效目标", "2020.2.11", "2020.2.25", "门户网财政预决算公开专栏", "www.example.gov.cn"]
        }
        Register::Disclosure => {
            &["2020", "绩效目标", "县水务局", "2020-02-20", "http://www.example.gov.cn/2", "农业农村股", "2020-02-26"]
        }
        _ => &[],
    }
}

fn of_money_and_people(register: Register) -> &'static [&'static str] {
    match register {
        Register::Allocation => {
            &["2020", "扶贫资金", "师财农〔2020〕12号", "第一批扶贫资金", "2020-03-02", "1,200.5万元"]
        }
        Register::Poverty => &[
            "2020",
            "碧溪乡人民政府",
            "产业路硬化",
            "53039920T000000000001",
            "农业农村股",
            "224.41",
            "师财农〔2020〕12号",
            "2020-03-02",
            "2020-03-05",
            "2020-03-06",
            "2021-01-08",
            "2021-01-12",
        ],
        Register::Inspection => &[
            "2020",
            "扶贫项目绩效目标自查",
            "2020-09-01",
            "2020-09-30",
            "全部扶贫项目",
            "96个",
            "7",
            "7",
            "已全部整改",
        ],
        Register::Subordinate => &["县第一中学", "县教育体育局", "由主管部门审核、汇总"],
        Register::Training => {
            &["2020-06-11", "绩效管理业务培训", "市级第三方专家", "业务股室和预算单位", "132人", "讲义见附件"]
        }
        Register::Publicity => {
            &["2020-05-08", "绩效目标实现全公开", "县信息中心", "绩效管理股", "https://www.example.gov.cn/3"]
        }
        _ => &[],
    }
}

#[test]
fn every_record_survives_the_way_through_its_texts() {
    rust_i18n::set_locale("zh");
    for register in Register::ALL {
        let record = register.read(&filled(register)).unwrap();
        assert_eq!(record.register(), register);
        assert_eq!(record.write().len(), register.fields().len(), "{register:?}");
        assert_eq!(register.read(&record.cells()).unwrap(), record, "{register:?}");
        let json = serde_json::to_string(&record).unwrap();
        assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), record);
        assert!(record.write().iter().all(|text| !text.is_empty()), "{register:?} forgets a field");
        assert!(!record.key().is_empty() && !record.title().is_empty());
    }
}

#[test]
fn a_needed_field_left_blank_is_told() {
    rust_i18n::set_locale("zh");
    for register in Register::ALL {
        for field in register.fields() {
            let mut cells = filled(register);
            cells.set(field.id, " ");
            let read = register.read(&cells);
            if field.needed {
                let fault = read.unwrap_err();
                assert_eq!((fault.field, fault.wrong), (field.id, Wrong::Blank), "{register:?}");
            } else if !["filled", "evaluated"].contains(&field.id) {
                assert!(read.is_ok(), "{register:?} {}: {read:?}", field.id);
            }
        }
    }
}

#[test]
fn columns_are_fields() {
    for register in Register::ALL {
        let known = |id: &&str| register.fields().iter().any(|field| field.id == *id);
        assert!(register.columns().iter().all(known), "{register:?}");
        assert_eq!(Register::of_id(register.id()), Some(register));
    }
}

#[test]
fn texts_that_mean_nothing_are_told_by_field() {
    let wrong = |register: Register, id: &'static str, text: &str| {
        let mut cells = filled(register);
        cells.set(id, text);
        let fault = register.read(&cells).unwrap_err();
        assert_eq!(fault.field, id);
        fault.wrong
    };
    let text = |text: &str| text.to_owned();
    assert_eq!(wrong(Register::Disclosure, "address", "县门户网"), Wrong::Address(text("县门户网")));
    assert_eq!(wrong(Register::Disclosure, "published", "2020-13-01"), Wrong::Day(text("2020-13-01")));
    assert_eq!(wrong(Register::Allocation, "amount", "若干"), Wrong::Money(text("若干")));
    assert_eq!(wrong(Register::Window, "year", "去年"), Wrong::Year(text("去年")));
    assert_eq!(wrong(Register::Training, "people", "许多"), Wrong::Count(text("许多")));
    assert!(matches!(wrong(Register::Window, "content", "决算"), Wrong::Choice(..)));
    assert!(matches!(wrong(Register::Window, "to", "2020-02-01"), Wrong::Before(..)));
    assert!(matches!(wrong(Register::Inspection, "rectified", "8"), Wrong::More(8, "problems", 7)));
}

#[test]
fn the_same_thing_has_the_same_key() {
    let record = Register::Document.read(&filled(Register::Document)).unwrap();
    let mut cells = filled(Register::Document);
    cells.set("number", "师财绩[2020]3号");
    cells.set("title", "另一个标题");
    assert_eq!(Register::Document.read(&cells).unwrap().key(), record.key());
    cells.set("number", "");
    assert_ne!(Register::Document.read(&cells).unwrap().key(), record.key());
}
