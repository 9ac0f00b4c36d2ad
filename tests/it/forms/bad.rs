//! Input that harms or misleads: each is refused with file, sheet and cell, nothing of it is taken, and neither memory nor time run away.

use std::io::{Cursor, Write};
use std::process::Command;

use flate2::{Compress, Compression, FlushCompress};
use huishen::domain::handin::{HandIn, Severity};
use huishen::exchange::{self, Kind, Reason};
use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEAD: [&str; 8] =
    ["单位名称", "项目名称", "预算数(万元)", "年度目标", "一级指标", "二级指标", "三级指标", "指标值"];

/// A sheet of several projects with one row, below a title.
fn table(title: &str, rows: &[[&str; 8]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("目标表").unwrap();
    sheet.write_string(0, 0, title).unwrap();
    for (row, cells) in (1..).zip(std::iter::once(&HEAD).chain(rows)) {
        for (col, text) in (0..).zip(cells) {
            sheet.write_string(row, col, *text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

const ROW: [&str; 8] = ["县教育局", "营养改善", "10", "改善营养", "产出指标", "数量指标", "受益学生", "≥12000人"];

fn row_with(col: usize, text: &str) -> [&str; 8] {
    let mut row = ROW;
    // The text lives as long as the test.
    row[col] = Box::leak(text.to_owned().into_boxed_str());
    row
}

fn taken(bytes: &[u8]) -> HandIn {
    exchange::read("a.xlsx", bytes, Kind::Auto).unwrap_or_else(|error| panic!("{error}"))
}

/// The one error of a file: its place and message.
fn refusal(bytes: &[u8]) -> (String, String) {
    let handin = taken(bytes);
    assert!(handin.is_refused(), "{:?}", handin.problems);
    let error = handin.problems.iter().find(|one| one.severity == Severity::Error).unwrap();
    assert_eq!(error.file, "a.xlsx");
    (error.r#where.clone(), error.message.clone())
}

#[test]
fn an_honest_table_is_taken() {
    let handin = taken(&table("2024年度目标表", &[ROW]));
    assert!(!handin.is_refused() && handin.targets.len() == 1, "{handin:?}");
}

#[test]
fn characters_that_steer_or_turn_are_refused_where_they_stand() {
    for text in ["营养\u{1b}[31m改善", "营养\u{7}", "营养\u{202e}改善", "\u{2066}营养"] {
        let (place, message) = refusal(&table("2024年度", &[row_with(1, text)]));
        assert_eq!(place, "目标表!B3", "{text:?}");
        assert!(message.contains("U+"), "{message}");
        assert!(!message.contains('\u{1b}') && !message.contains('\u{202e}'), "the message itself is clean");
    }
    let csv = format!("{}\n{}\n", HEAD.join(","), row_with(6, "受益\u{1b}]0;学生").join(","));
    let handin = exchange::read("b.csv", csv.as_bytes(), Kind::Auto).unwrap();
    assert!(handin.is_refused() && handin.problems[0].r#where.contains('2'), "{:?}", handin.problems);
}

#[test]
fn characters_that_show_nothing_are_dropped() {
    let handin = taken(&table("2024年度", &[row_with(1, "\u{feff}营养\u{200b}改善\u{200e}")]));
    assert_eq!(handin.targets[0].project.name, "营养改善");
    assert!(!handin.is_refused());
}

#[test]
fn a_text_longer_than_a_cell_is_refused() {
    let line = HEAD.join(",");
    let csv = format!("{line}\n{}\n", row_with(3, &"目标".repeat(50_000)).join(","));
    let handin = exchange::read("b.csv", csv.as_bytes(), Kind::Auto).unwrap();
    assert!(handin.is_refused() && handin.problems[0].message.contains("100000"), "{:?}", handin.problems[0].r#where);
}

#[test]
fn numbers_that_cannot_be_amounts_are_refused() {
    for text in ["1e30", "-5", "1,2,3", "1.2.3", "99999999999999999999"] {
        let (place, message) = refusal(&table("2024年度", &[row_with(2, text)]));
        assert_eq!(place, "目标表!C3", "{text}");
        assert!(message.contains(text), "{message}");
    }
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "2024年度").unwrap();
    for (col, (head, text)) in (0..).zip(HEAD.iter().zip(ROW)) {
        sheet.write_string(1, col, *head).unwrap();
        sheet.write_string(2, col, text).unwrap();
    }
    sheet.write_number(2, 2, 1e30).unwrap();
    assert_eq!(refusal(&book.save_to_buffer().unwrap()).0, "Sheet1!C3");
}

#[test]
fn years_that_are_none_are_refused() {
    for (title, slip) in
        [("(20250年度)", "20250"), ("202年度部门预算项目绩效目标表", "202"), ("绩效目标表(1024年度)", "1024")]
    {
        let (place, message) = refusal(&table(title, &[ROW]));
        assert_eq!(place, "目标表!A1");
        assert!(message.contains(slip), "{message}");
    }
}

#[test]
fn a_project_stands_in_a_file_once() {
    let other = row_with(1, "校舍维修");
    let (place, message) = refusal(&table("2024年度", &[ROW, other, ROW]));
    assert_eq!(place, "目标表!B5");
    assert!(message.contains("营养改善") && message.contains("目标表!B3"), "{message}");
}

#[test]
fn the_same_name_with_another_unit_is_another_project() {
    let mut other = ROW;
    other[0] = "县卫健局";
    let handin = taken(&table("2024年度", &[ROW, other]));
    assert!(!handin.is_refused() && handin.targets.len() == 2, "{handin:?}");
}

/// A zip of parts as they are, for workbooks that no program would write.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const BOOK: &str =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const LINKS: &str = "<Relationships>\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/>\
    <Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
    </Relationships>";

fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    let top = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    package(&[
        ("_rels/.rels", top),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ])
}

/// Rows of inline strings.
fn sheet_of(rows: &[[&str; 8]]) -> String {
    let cell = |(col, text): (usize, &&str)| {
        format!(
            "<c r=\"{}{{row}}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
            char::from(b'A' + u8::try_from(col).unwrap())
        )
    };
    let row = |(at, cells): (usize, &[&str; 8])| {
        let cells: String = cells.iter().enumerate().map(cell).collect();
        format!("<row r=\"{0}\">{1}</row>", at + 1, cells.replace("{row}", &(at + 1).to_string()))
    };
    rows.iter().enumerate().map(row).collect()
}

#[test]
fn a_million_empty_rows_below_a_form_are_nothing() {
    let sheet = format!(
        "<worksheet><sheetData>{}{}</sheetData></worksheet>",
        sheet_of(&[HEAD, ROW]),
        "<row/>".repeat(1_000_000)
    );
    let handin = taken(&workbook(&sheet, "<sst/>"));
    assert!(!handin.is_refused() && handin.targets.len() == 1, "{:?}", handin.problems);
}

#[test]
fn entities_that_grow_are_not_expanded() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        sheet_of(&[HEAD, ROW]).replace("改善营养", "&c;&c;")
    );
    for bytes in [
        workbook(&format!("{bomb}{sheet}"), "<sst/>"),
        workbook(&sheet, &format!("{bomb}<sst><si><t>&c;</t></si></sst>")),
    ] {
        match exchange::read("a.xlsx", &bytes, Kind::Auto) {
            Ok(handin) => {
                let longest = handin.targets.iter().map(|one| one.submission.objective.len()).max();
                assert!(longest.unwrap_or(0) < 64, "{longest:?}");
            }
            Err(error) => assert_eq!(error.reason, Reason::Broken),
        }
    }
}

/// A package with the parts of a workbook and one that unpacks to `megabytes` of one byte, while the zip's directory says that it
/// has `declared` bytes.
fn swollen(megabytes: usize, declared: usize, part: &str) -> Vec<u8> {
    let mut deflate = Compress::new(Compression::best(), false);
    let mut block = Vec::with_capacity(64 << 10);
    deflate.compress_vec(&vec![b' '; 1 << 20], &mut block, FlushCompress::Full).unwrap();
    let mut data = block.repeat(megabytes);
    data.extend([3, 0]);
    let mut parts = vec![(part, 8_u16, data, declared, 0)];
    let book = [("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", LINKS)];
    for (name, text) in book.into_iter().filter(|_| part.starts_with("xl/")) {
        let mut crc = flate2::Crc::new();
        crc.update(text.as_bytes());
        parts.push((name, 0, text.as_bytes().to_vec(), text.len(), crc.sum()));
    }
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, method, data, unpacked, crc) in &parts {
        let at = u32::try_from(out.len()).unwrap();
        let sizes = [data.len(), *unpacked].map(|size| u32::try_from(size).unwrap().to_le_bytes()).concat();
        let common = [
            &[20, 0, 0, 0][..],
            &method.to_le_bytes(),
            &[0; 4],
            &crc.to_le_bytes(),
            &sizes,
            &u16::try_from(name.len()).unwrap().to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        out.extend([b"PK\x03\x04", &common[..], name.as_bytes(), data].concat());
        directory.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 10], &at.to_le_bytes(), name.as_bytes()].concat());
    }
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    let places = [directory.len(), out.len()].map(|size| u32::try_from(size).unwrap().to_le_bytes()).concat();
    out.extend(directory);
    out.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &places, &[0, 0]].concat());
    out
}

#[test]
fn a_part_that_unpacks_to_too_much_is_stopped_whatever_it_declares() {
    for (part, megabytes) in
        [("xl/worksheets/sheet1.xml", 8), ("xl/sharedStrings.xml", 8), ("xl/styles.xml", 8), ("word/document.xml", 33)]
    {
        let error = exchange::read("a", &swollen(megabytes, megabytes << 20, part), Kind::Auto).unwrap_err();
        assert!(matches!(error.reason, Reason::TooLarge { .. }), "{part}: {error}");
        let error = exchange::read("a", &swollen(megabytes, 1000, part), Kind::Auto).unwrap_err();
        assert_eq!(error.reason, Reason::Broken, "{part}: {error}");
    }
}

#[test]
fn a_flood_of_strings_is_stopped() {
    let error =
        exchange::read("a.xlsx", &workbook("<worksheet/>", &"<si/>".repeat(1_100_000)), Kind::Auto).unwrap_err();
    assert!(matches!(error.reason, Reason::TooLarge { .. }), "{error}");
}

#[test]
fn old_documents_and_foreign_spreadsheets_are_refused_with_what_to_do() {
    let compound = |stream: &str| {
        let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    rust_i18n::set_locale("zh");
    for (name, stream, word) in
        [("a.doc", "WordDocument", ".docx"), ("a.wps", "WordDocument", ".docx"), ("a.et", "Workbook", ".xlsx")]
    {
        let error = exchange::read(name, &compound(stream), Kind::Auto).unwrap_err();
        assert!(error.to_string().contains(word), "{error}");
    }
    let encrypted = package(&[("META-INF/manifest.xml", "<manifest:encryption-data/>"), ("content.xml", "\u{1}\u{2}")]);
    assert_eq!(exchange::read("a.ods", &encrypted, Kind::Auto).unwrap_err().reason, Reason::Encrypted);
}

/// Exit code of a dry run under a limit of the address space, in MB.
fn dry_run(file: &std::path::Path, megabytes: u32) -> (Option<i32>, String) {
    let script = format!("ulimit -v {}; exec \"$0\" \"$@\"", megabytes << 10);
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_huishen"), "import", "--dry-run", "--json"]).arg(file);
    let out = command.output().unwrap();
    (out.status.code(), String::from_utf8_lossy(&out.stderr).into_owned())
}

#[test]
fn hostile_files_fit_into_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let spread = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"900\"><text:p>甲</text:p></table:table-cell></table:table-row>";
    let files: [(&str, Vec<u8>, i32); 6] = [
        ("swollen.xlsx", swollen(200, 200 << 20, "xl/worksheets/sheet1.xml"), 3),
        ("lying.xlsx", swollen(200, 1000, "xl/worksheets/sheet1.xml"), 3),
        ("flood.xlsx", workbook("<worksheet/>", &"<si/>".repeat(1_500_000)), 3),
        (
            "repeated.ods",
            package(&[(
                "content.xml",
                &format!("<office><table:table table:name=\"S\">{spread}</table:table></office>"),
            )]),
            3,
        ),
        ("nested.docx", package(&[("word/document.xml", &"<w:tbl><w:tr><w:tc>".repeat(200_000))]), 3),
        (
            "cells.xlsx",
            workbook(
                &format!("<worksheet><sheetData><row>{}</row></sheetData></worksheet>", "<c/>".repeat(300_000)),
                "<sst/>",
            ),
            3,
        ),
    ];
    for (name, bytes, expected) in files {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let (code, told) = dry_run(&file, 320);
        assert_eq!(code, Some(expected), "{name}: {told}");
        assert!(told.contains(name), "{name}: {told}");
    }
}

#[test]
fn of_several_files_each_is_taken_as_a_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: Vec<u8>| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let other = row_with(1, "校舍维修");
    let good = file("good.xlsx", table("2024年度", &[ROW]));
    let bad = file("bad.xlsx", table("2024年度", &[other, row_with(2, "-5")]));
    let broken = file("broken.xlsx", b"PK\x03\x04 cut off".to_vec());
    let fine = file("fine.xlsx", table("2024年度", &[row_with(1, "操场改造")]));
    let huishen = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_huishen"));
        command.env("HUISHEN_DB", folder.path().join("a.db"));
        command.args(arguments).output().unwrap()
    };
    assert!(huishen(&["init", "--county", "师宗县", "--year", "2024"]).status.success());
    let paths = [&good, &bad, &broken, &fine].map(|path| path.to_str().unwrap());
    let out = huishen(&[&["import"], &paths[..]].concat());
    assert_eq!(out.status.code(), Some(3), "{}", String::from_utf8_lossy(&out.stderr));
    let told = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(told.contains("bad.xlsx") && told.contains("目标表!C4") && told.contains("broken.xlsx"), "{told}");
    let list = String::from_utf8(huishen(&["list", "--json"]).stdout).unwrap();
    assert!(list.contains("营养改善") && list.contains("操场改造") && !list.contains("校舍维修"), "{list}");
}
