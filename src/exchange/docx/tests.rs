use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn document(body: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    write!(zip, "<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>").unwrap();
    zip.finish().unwrap().into_inner()
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A cell: its text, and what stands in its properties.
fn cell(text: &str, properties: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(text))
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblGrid/>{}</w:tbl>", rows.concat())
}

fn sheets(body: &str) -> Vec<Sheet> {
    read(&document(body)).unwrap().sheets
}

#[test]
fn cells_over_several_columns_and_rows() {
    let restart = "<w:vMerge w:val=\"restart\"/>";
    let [sheet] = sheets(&table(&[
        row(&[cell("项目名称", "<w:gridSpan w:val=\"2\"/>"), cell("公路养护", "")]),
        row(&[cell("产出指标", restart), cell("数量指标", restart), cell("里程", "")]),
        row(&[cell("", "<w:vMerge/>"), cell("", "<w:vMerge/>"), cell("宽度", "")]),
        row(&[cell("", "<w:vMerge/>"), cell("质量指标", ""), cell("合格率", "")]),
    ]))
    .try_into()
    .unwrap();
    assert_eq!([sheet.text(0, 1), sheet.text(0, 2)], ["项目名称", "公路养护"]);
    assert_eq!([sheet.text(3, 0), sheet.text(2, 1), sheet.text(3, 1)], ["产出指标", "数量指标", "质量指标"]);
    assert_eq!((sheet.end(1, 0), sheet.end(1, 1)), ((3, 0), (2, 1)));
}

#[test]
fn titles_tables_and_their_addresses() {
    rust_i18n::set_locale("zh");
    let one = table(&[row(&[cell("甲", ""), cell("乙", "")])]);
    let body = format!(
        "{}{}{one}{one}{}{one}",
        paragraph(&"长".repeat(200)),
        paragraph("2024年度目标表"),
        paragraph("第二张")
    );
    let sheets = sheets(&body);
    assert_eq!(sheets.len(), 2, "a table with nothing before it continues the former");
    assert_eq!([sheets[0].text(0, 0), sheets[0].text(1, 1), sheets[0].text(2, 0)], ["2024年度目标表", "乙", "甲"]);
    assert_eq!(sheets[0].address(0, 0), "表 1 上方");
    assert_eq!(sheets[0].address(2, 1), "表 2 第 1 行第 2 格");
    assert_eq!(sheets[1].address(1, 0), "表 3 第 1 行第 1 格");
}

#[test]
fn only_what_a_reader_of_the_document_sees() {
    let text = "<w:tc><w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新 &amp; 好</w:t></w:r></w:ins>\
                <w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:br/><w:t>下</w:t><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/></w:r></w:p>\
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc>";
    let [sheet] = sheets(&table(&[row(&[text.to_owned()])])).try_into().unwrap();
    assert_eq!(sheet.text(0, 0), "新 & 好\n下☑\n内");
}

#[test]
fn a_table_within_a_cell_stands_below_the_row_of_the_cell() {
    rust_i18n::set_locale("zh");
    let inner = table(&[
        row(&[cell("一级指标", ""), cell("三级指标", ""), cell("指标值", "")]),
        row(&[cell("产出指标", ""), cell("里程", ""), cell("5公里", "")]),
    ]);
    let framed = |content: &str| table(&[row(&[format!("<w:tc>{}{content}</w:tc>", paragraph("指标如下"))])]);
    let outer = table(&[
        row(&[cell("项目名称", ""), cell("修路", "<w:gridSpan w:val=\"3\"/>")]),
        row(&[cell("绩效指标", ""), format!("<w:tc><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>{inner}</w:tc>")]),
        row(&[cell("备注", ""), cell("无", "")]),
    ]);
    let [sheet] = sheets(&outer).try_into().unwrap();
    let line = |row: usize| (0..4).map(|col| sheet.own(row, col)).collect::<Vec<_>>().join("|");
    let lines: Vec<String> = (0..5).map(line).collect();
    assert_eq!(
        lines,
        ["项目名称|修路||", "绩效指标|||", "|一级指标|三级指标|指标值", "|产出指标|里程|5公里", "备注|无||"]
    );
    assert_eq!(sheet.address(3, 2), "表 1 第 2 行第 3 格", "it stands there in the file");
    let [sheet] = sheets(&framed(&inner)).try_into().unwrap();
    assert_eq!((sheet.own(0, 0), sheet.own(2, 1)), ("指标如下", "里程"), "a frame of one cell");
}

#[test]
fn entities_of_the_document_are_not_expanded() {
    let body = table(&[row(&[cell("&bomb;甲", "")])]);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    write!(
        zip,
        "<!DOCTYPE d [<!ENTITY a \"xx\"><!ENTITY bomb \"&a;&a;\">]><w:document xmlns:w=\"w\">{body}</w:document>"
    )
    .unwrap();
    let sheets = read(&zip.finish().unwrap().into_inner()).unwrap().sheets;
    assert_eq!(sheets[0].text(0, 0), "甲");
}

#[test]
fn no_document_and_no_table() {
    assert!(sheets(&paragraph("只有文字")).is_empty());
    assert_eq!(read(b"PK\x03\x04").unwrap_err(), Reason::Broken);
}
