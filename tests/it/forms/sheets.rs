//! Sheets that no one would lay out on purpose: any mix of title rows, header words, merged areas, blank rows, odd and hostile cells, in
//! every kind of file that can be written here. Whatever comes, the reader ends, and either says where and why it refuses, or reads
//! something that comes back the same when it is written and read again.
//!
//! The numbers behind it are seeded, so that a run can be repeated; more by `PROPTEST_CASES`, others by `PROPTEST_RNG_SEED`. What was found stays in `tests/data/sheets`.

use std::path::Path;

use encoding_rs::GB18030;
use huishen::domain::handin::{HandIn, HandedTarget, Severity};
use huishen::exchange::{self, Kind};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rust_xlsxwriter::{Format, Formula, Workbook};

use crate::out::round_trip;

/// Words of headers, by what they head; several of a kind, so that sheets have them twice or not at all.
const HEADS: [&str; 36] = [
    "单位名称",
    "项目名称",
    "单位名称、项目名称",
    "项目编码",
    "预算数(万元)",
    "金额（元）",
    "年度目标",
    "项目年度绩效目标",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标名称",
    "指标性质",
    "计算符号",
    "指标值",
    "年度指标值",
    "绩效目标值",
    "度量单位",
    "计量单位",
    "单位",
    "权重",
    "分值",
    "得分",
    "实际完成值",
    "偏差原因",
    "指标属性",
    "备注",
    "序号",
    "预算年度",
    "项目类别",
    "全年执行数",
    "全年预算数",
    "绩效指标",
    "指标值(包含数字及文字描述)",
    "",
    "一级绩效指标",
];
/// The head of a table of several projects, which other cells then disturb.
const WHOLE: [&str; 9] =
    ["单位名称", "项目名称", "预算数(万元)", "年度目标", "一级指标", "二级指标", "三级指标", "指标值", "度量单位"];
/// Labels of one-project forms.
const LABELS: [&str; 16] = [
    "项目名称",
    "项目名称:甲项目",
    "实施单位",
    "主管部门",
    "年度资金总额",
    "资金总额(万元)",
    "年度目标",
    "总体目标",
    "年初设定目标",
    "实际完成情况",
    "年初预算数",
    "全年预算数",
    "全年执行数",
    "部门名称",
    "年度主要任务",
    "任务名称",
];
/// Contents of all kinds, honest and not.
const CELLS: [&str; 64] = [
    "县教育局",
    "820001-马踏镇人民政府",
    "营养改善",
    "校舍维修",
    "53032322T000000000123-低保金",
    "产出指标",
    "效益指标",
    "满意度指标",
    "成本指标",
    "数量指标",
    "质量指标",
    "社会效益指标",
    "服务对象满意度指标",
    "受益学生",
    "验收合格率",
    "学生满意度",
    "≥12000人",
    "≥95%",
    "100%",
    "定性",
    "有效提高",
    "±3%以内",
    "2024年12月底前",
    "10",
    "22.5",
    "0",
    "1,284.50",
    "250万",
    "387万元",
    "≥",
    "=",
    "＝",
    "≦",
    "人",
    "万元",
    "%",
    "合计",
    "小计",
    "总分",
    "注:本表由财政部门审核",
    "审核人:",
    "审核意见",
    "……",
    "/",
    "—",
    "指标1:",
    "指标2:人数",
    "目标1:供餐;目标2:修路",
    "(2024年度)",
    // what harms or misleads
    "-5",
    "1e30",
    "1,2,3",
    "99999999999999999999",
    "20250年度",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\u{1b}[2J",
    "\u{202e}甲",
    "\u{200b}",
    "\u{feff}乙",
    "a\u{0}b",
    "🙂👨‍👩‍👧",
    "ﬃ\u{301}ｶﾞ",
];

/// A cell: nothing, a text, a number, a formula with a result, or a text of many characters.
#[derive(Debug, Clone)]
enum Cell {
    Blank,
    Text(&'static str),
    Number(f64),
    Formula(&'static str),
    Long(usize),
}

/// First and last cell of a merged area.
type Area = ((u8, u8), (u8, u8));

#[derive(Debug, Clone)]
struct Model {
    titles: Vec<&'static str>,
    head: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
    merged: Vec<Area>,
    hidden: Vec<u8>,
    percent: bool,
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        6 => Just(Cell::Blank),
        24 => prop::sample::select(&CELLS[..49]).prop_map(Cell::Text),
        2 => prop::sample::select(&CELLS[49..]).prop_map(Cell::Text),
        3 => prop_oneof![Just(0.95), Just(12000.0), Just(-1.0), Just(1e300), Just(0.1 + 0.2), 0.0..1e6].prop_map(Cell::Number),
        1 => prop::sample::select(&["=1+1", "=\"甲\"", "=#REF!"][..]).prop_map(Cell::Formula),
        1 => prop_oneof![Just(300_usize), Just(33_000)].prop_map(Cell::Long),
    ]
}

fn row() -> impl Strategy<Value = Vec<Cell>> {
    let honest =
        (prop::sample::select(&CELLS[13..16]), prop::sample::select(&CELLS[16..23])).prop_map(|(name, value)| {
            let mut row: Vec<Cell> = vec![Cell::Blank; 4];
            row.extend(["产出指标", "数量指标", name, value].map(Cell::Text));
            row
        });
    let first =
        Just(["县教育局", "营养改善", "10", "供餐", "产出指标", "数量指标", "人数", "≥5人"].map(Cell::Text).to_vec());
    let labels =
        prop::collection::vec(prop_oneof![prop::sample::select(&LABELS[..]).prop_map(Cell::Text), cell()], 1..7);
    prop_oneof![3 => honest, 2 => first, 3 => prop::collection::vec(cell(), 0..11), 2 => labels, 1 => Just(Vec::new())]
}

fn model() -> impl Strategy<Value = Model> {
    let titles = prop::sample::select(
        &["2024年度目标表", "(2024年度)", "单位:万元", "金额单位：元", "填报单位:县教育局", "附件1", "20250年度"][..],
    );
    let head = prop_oneof![
        2 => Just(WHOLE.to_vec()).prop_shuffle(),
        1 => Just(WHOLE.to_vec()),
        2 => prop::collection::vec(prop::sample::select(&HEADS[..]), 0..12),
    ];
    let area = ((0_u8..14, 0_u8..9), (0_u8..4, 0_u8..4))
        .prop_map(|((row, col), (down, right))| ((row, col), (row + down, col + right)));
    let parts = (
        prop::collection::vec(titles, 0..4),
        head,
        prop::collection::vec(row(), 0..14),
        prop::collection::vec(area, 0..4),
        prop::collection::vec(0_u8..20, 0..2),
        any::<bool>(),
    );
    parts.prop_map(|(titles, head, rows, merged, hidden, percent)| Model {
        titles,
        head,
        rows,
        merged,
        hidden,
        percent,
    })
}

impl Model {
    /// All rows: titles, head, contents.
    fn grid(&self) -> Vec<Vec<Cell>> {
        let titles = self.titles.iter().map(|title| vec![Cell::Text(title)]);
        let head = self.head.iter().map(|head| Cell::Text(head)).collect();
        titles.chain([head]).chain(self.rows.iter().cloned()).collect()
    }

    /// The merged areas of more than one cell that do not overlap an earlier one, which no writer takes.
    fn areas(&self) -> Vec<Area> {
        let mut out: Vec<Area> = Vec::new();
        for &(first, last) in self.merged.iter().filter(|(first, last)| first != last) {
            let apart =
                |other: &Area| last.0 < other.0.0 || other.1.0 < first.0 || last.1 < other.0.1 || other.1.1 < first.1;
            if out.iter().all(apart) {
                out.push((first, last));
            }
        }
        out
    }

    fn xlsx(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let percent = Format::new().set_num_format("0.00%");
        for ((top, left), (below, right)) in self.areas() {
            sheet.merge_range(top.into(), left.into(), below.into(), right.into(), "", &Format::new()).unwrap();
        }
        for &row in &self.hidden {
            sheet.set_row_hidden(row.into()).unwrap();
        }
        for (row, cells) in (0..).zip(self.grid()) {
            for (col, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Blank => Ok(&mut *sheet),
                    Cell::Text(text) => sheet.write_string(row, col, text),
                    Cell::Number(number) if self.percent => sheet.write_number_with_format(row, col, number, &percent),
                    Cell::Number(number) => sheet.write_number(row, col, number),
                    Cell::Formula(text) => sheet.write_formula(row, col, Formula::new(text).set_result("2")),
                    Cell::Long(length) => sheet.write_string(row, col, "目".repeat(length.min(32_000))),
                }
                .unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    }

    fn csv(&self) -> String {
        let text = |cell: &Cell| match cell {
            Cell::Blank => String::new(),
            Cell::Text(text) | Cell::Formula(text) => format!("\"{}\"", text.replace('"', "\"\"")),
            Cell::Number(number) => number.to_string(),
            Cell::Long(length) => "目".repeat(*length),
        };
        let line = |cells: &Vec<Cell>| cells.iter().map(text).collect::<Vec<_>>().join(",");
        self.grid().iter().map(line).collect::<Vec<_>>().join("\r\n")
    }
}

/// What must hold of any file.
fn judge(name: &str, bytes: &[u8]) -> Result<(), String> {
    let handin = match exchange::read(name, bytes, Kind::Auto) {
        Ok(handin) => handin,
        Err(error) => {
            let words = error.to_string();
            return if words.contains(name) && words.contains('请') { Ok(()) } else { Err(words) };
        }
    };
    told(name, &handin)?;
    if handin.is_refused() { Ok(()) } else { comes_back(&handin.targets) }
}

/// Problems name the file and the place, and show no character that steers a terminal.
fn told(name: &str, handin: &HandIn) -> Result<(), String> {
    for problem in &handin.problems {
        // Only that there is nothing at all is said of the file as a whole.
        let nowhere = problem.r#where.is_empty() && !problem.message.starts_with("没有找到可识别的表头");
        let steers =
            problem.message.chars().any(|c| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c));
        if problem.file != name || problem.message.is_empty() || nowhere || steers {
            return Err(format!("{problem:?}"));
        }
    }
    Ok(())
}

/// What was read is the same when it is written as a form and read again.
fn comes_back(targets: &[HandedTarget]) -> Result<(), String> {
    let mut targets = targets.to_vec();
    targets.iter_mut().for_each(|target| target.year = target.year.or(Some(2024)));
    let again = round_trip::again(&targets);
    if let Some(problem) = again.problems.iter().find(|problem| problem.severity == Severity::Error) {
        return Err(format!("written and read again: {problem:?}"));
    }
    let (given, got) = (round_trip::contents(&targets), round_trip::contents(&again.targets));
    let sorted = |mut all: Vec<HandedTarget>| {
        all.sort_by_key(|one| (one.year, one.unit.name.clone(), one.project.name.clone()));
        all
    };
    let (given, got) = (sorted(given), sorted(got));
    if given == got { Ok(()) } else { Err(format!("{given:#?}\ncame back as\n{got:#?}")) }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64),
        rng_seed: RngSeed::Fixed(
            std::env::var("PROPTEST_RNG_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_240_701),
        ),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_sheet_is_refused_with_its_place_or_comes_back(model in model()) {
        rust_i18n::set_locale("zh");
        let csv = model.csv();
        let files = [
            ("a.xlsx", model.xlsx()),
            ("a.csv", csv.clone().into_bytes()),
            ("b.csv", GB18030.encode(&csv).0.into_owned()),
        ];
        for (name, bytes) in files {
            if let Err(fault) = judge(name, &bytes) {
                prop_assert!(false, "{}: {}\n{}", name, fault, csv);
            }
        }
    }
}

#[test]
fn what_was_found_before_stays_mended() {
    rust_i18n::set_locale("zh");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sheets");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if let Err(fault) = judge(name, &std::fs::read(&path).unwrap()) {
            panic!("{name}: {fault}");
        }
        seen += 1;
    }
    assert!(seen >= 4, "{seen} sheets");
}
