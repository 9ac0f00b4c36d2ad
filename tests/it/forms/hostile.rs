//! Files that are none, or broken: refused with a reason, never with a panic.

use huishen::exchange::{self, Kind, Reason};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

fn refused(name: &str, bytes: &[u8]) -> Reason {
    let error = exchange::read(name, bytes, Kind::Auto).unwrap_err();
    let text = error.to_string();
    assert!(text.starts_with(name) && text.chars().count() > name.len() + 10, "{text}");
    error.reason
}

fn real(name: &str) -> Vec<u8> {
    std::fs::read(super::folder().join(name)).unwrap()
}

#[test]
fn files_that_are_no_forms() {
    assert_eq!(refused("a.xlsx", b""), Reason::Empty);
    assert_eq!(refused("a.csv", b"\xef\xbb\xbf,,\r\n,,\r\n"), Reason::Empty);
    assert_eq!(refused("a.xlsx", &Workbook::new().save_to_buffer().unwrap()), Reason::Empty);
    assert_eq!(refused("a.pdf", b"%PDF-1.4 ..."), Reason::Picture { kind: "PDF".into() });
    assert_eq!(refused("a.rar", b"Rar!\x1a\x07\0"), Reason::Archive { kind: "RAR".into() });
    assert_eq!(refused("a.bin", &[1, 2, 3, 0, 5]), Reason::NotWorkbook);
    assert_eq!(refused("a.csv", &[0xff, 0xff, 0x80, 0xfe]), Reason::Encoding);
    let whole = real("sichuan-mata.xlsx");
    assert_eq!(refused("a.xlsx", &whole[..whole.len() / 2]), Reason::Broken);
}

#[test]
fn more_sheets_than_anybody_fills_in_are_refused() {
    rust_i18n::set_locale("zh");
    let book = |count: usize| {
        let mut book = Workbook::new();
        (0..count).for_each(|_| {
            book.add_worksheet().write_string(0, 0, "说明").unwrap();
        });
        book.save_to_buffer().unwrap()
    };
    let Reason::TooLarge { limit } = refused("a.xlsx", &book(1_001)) else { panic!("not too large") };
    assert!(limit.contains("1000") && limit.contains("工作表"), "{limit}");
    assert!(exchange::read("a.xlsx", &book(60), Kind::Auto).is_ok());
}

#[test]
fn a_file_is_what_it_holds_not_what_it_is_called() {
    for name in ["a.csv", "a.xls", "a"] {
        let handin = exchange::read(name, &real("sichuan-mata.xlsx"), Kind::Auto).unwrap();
        assert_eq!(handin.targets.len(), 2, "{name}");
    }
    assert_eq!(exchange::read("a.xlsx", &real("sichuan-yinchuan-gb18030.csv"), Kind::Auto).unwrap().targets.len(), 1);
}

#[test]
fn text_without_a_header_tells_what_was_looked_for() {
    let handin = exchange::read("a.csv", "今天,天气\n不错,吧\n".as_bytes(), Kind::Auto).unwrap();
    assert!(handin.is_refused());
    assert!(handin.problems[0].message.contains("一级指标"), "{:?}", handin.problems);
}

#[test]
fn a_table_without_some_of_its_columns_is_told_what_is_missing_and_nothing_else() {
    rust_i18n::set_locale("zh");
    let text = "2024年度\n单位名称,项目名称,一级指标,指标值\n县教育局,营养改善,产出指标,5\n";
    let handin = exchange::read("a.csv", text.as_bytes(), Kind::Auto).unwrap();
    let [problem] = handin.problems.as_slice() else { panic!("{:?}", handin.problems) };
    let (found, missing) = problem.message.split_once("缺少").unwrap();
    assert!(
        found.contains("单位名称、项目名称、一级指标、指标值") && found.contains("部门预算项目绩效目标表"),
        "{found}"
    );
    assert!(missing.trim_start().starts_with("三级指标。"), "{missing}");
    assert!(problem.r#where.contains('2'), "{problem:?}");
}

#[test]
fn too_many_cells_are_refused() {
    let line = "1,".repeat(2_000);
    let text = format!("{line}\n").repeat(400);
    assert!(matches!(refused("a.csv", text.as_bytes()), Reason::TooLarge { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = exchange::read("a", &bytes, Kind::Auto);
    }

    #[test]
    fn any_text(text in "(单位名称|项目名称|一级指标|三级指标|指标值|合计|[a-z0-9]|[,\n\";:：]|≥|年|万元){0,120}") {
        let _ = exchange::read("a.csv", text.as_bytes(), Kind::Auto);
    }

    #[test]
    fn a_real_workbook_with_bytes_changed(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40)) {
        let mut bytes = real("selfeval-yunnan14-yongde.xlsx");
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = exchange::read("a.xlsx", &bytes, Kind::Auto);
    }

    #[test]
    fn a_real_workbook_cut_off(length in any::<prop::sample::Index>()) {
        let bytes = real("annex1-putuo-demolition.xlsx");
        let _ = exchange::read("a.xlsx", &bytes[..length.index(bytes.len())], Kind::Auto);
    }
}
