//! Reading a workbook of 5,000 targets and 50,000 indicators, beside a bare pass of calamine over the same sheet.
//!
//! `cargo bench --bench import` prints the median of several runs, the ratio, and the peak memory of a child that reads it once.
//! Asserts nothing.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::cast_precision_loss, missing_docs)]

use std::io::Cursor;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use calamine::{Data, Reader, Xlsx};
use huishen::exchange::{self, Kind};
use rust_xlsxwriter::Workbook;

const TARGETS: u32 = 5_000;
const INDICATORS: u32 = 10;
const RUNS: usize = 9;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, kind, file] = &arguments[..arguments.len().min(3)]
        && kind == "once"
    {
        let bytes = std::fs::read(file).unwrap();
        let targets = exchange::read("a.xlsx", &bytes, Kind::Auto).unwrap().targets.len();
        println!("{targets} targets, peak {} MB", peak());
        return;
    }
    let bytes = workbook();
    println!("workbook: {:.1} MB", bytes.len() as f64 / 1e6);
    let bare = median(|| bare(&bytes));
    let ranges = median(|| whole_range(&bytes));
    let ours = median(|| exchange::read("a.xlsx", &bytes, Kind::Auto).unwrap().targets.len());
    println!("calamine, cell by cell: {bare:?}; as a range: {ranges:?}; huishen: {ours:?}");
    println!("ratio to the bare pass: {:.2}", ours.as_secs_f64() / bare.as_secs_f64());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-import.xlsx");
    std::fs::write(&file, &bytes).unwrap();
    let child = Command::new(std::env::current_exe().unwrap()).arg("once").arg(&file).output().unwrap();
    print!("{}", String::from_utf8_lossy(&child.stdout));
}

/// One block a target, names on the block's first row only, as units hand them in.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "部门预算项目绩效目标申报表(2024年度)").unwrap();
    let head = [
        "单位名称",
        "项目名称",
        "预算数(万元)",
        "年度目标",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "权重",
    ];
    for (col, text) in (0..).zip(head) {
        sheet.write_string(1, col, text).unwrap();
    }
    for target in 0..TARGETS {
        for place in 0..INDICATORS {
            let row = 2 + target * INDICATORS + place;
            if place == 0 {
                sheet.write_string(row, 0, format!("{:06}-县某某单位{}", 100_000 + target / 50, target / 50)).unwrap();
                sheet.write_string(row, 1, format!("项目{target}:农村公路养护及安全防护工程补助资金")).unwrap();
                sheet.write_number(row, 2, f64::from(target) / 4.0 + 1.0).unwrap();
                sheet.write_string(row, 3, format!("完成{target}公里农村公路养护;提高通行能力;群众满意")).unwrap();
            }
            let levels = [
                ("产出指标", "数量指标"),
                ("产出指标", "质量指标"),
                ("效益指标", "社会效益指标"),
                ("满意度指标", "服务对象满意度指标"),
            ];
            let (first, second) = levels[usize::try_from(place % 4).unwrap()];
            sheet.write_string(row, 4, first).unwrap();
            sheet.write_string(row, 5, second).unwrap();
            sheet.write_string(row, 6, format!("第{place}项养护里程与质量{}", target % 97)).unwrap();
            sheet.write_string(row, 7, "≥").unwrap();
            sheet.write_number(row, 8, f64::from(90 + place)).unwrap();
            sheet.write_string(row, 9, "公里").unwrap();
            sheet.write_number(row, 10, 9.0).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// The least that a reader must do: every cell once.
fn bare(bytes: &[u8]) -> usize {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut reader = book.worksheet_cells_reader("Sheet1").unwrap();
    let mut texts = 0;
    while let Some(cell) = reader.next_cell().unwrap() {
        texts += usize::from(!matches!(Data::from(cell.get_value().clone()), Data::Empty));
    }
    texts
}

fn whole_range(bytes: &[u8]) -> usize {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    book.worksheet_range("Sheet1").unwrap().used_cells().count()
}

fn median(mut run: impl FnMut() -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

/// Peak resident memory of this process, in MB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok()).unwrap_or(0) >> 10
}
