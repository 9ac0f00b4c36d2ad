//! Lists of the registers (制度文件、信息公开、扶贫项目…): a table whose heads name the fields of one register, a record a row.
//!
//! Which register a table is for, its heads say; the words are the fields' own (`domain::register`). Owns the search for the heads and
//! the places of what is wrong.

use std::collections::{BTreeMap, HashMap};

use rust_i18n::t;

use super::amount::Scale;
use super::sheet::Sheet;
use super::year;
use crate::domain::handin::{HandIn, HandedRecord, Problem, Severity};
use crate::domain::measure::says_nothing;
use crate::domain::register::field::{Cells, Field, Kind};
use crate::domain::register::{Record, Register};

/// Rows among which the heads are looked for.
const MOST_TITLES: usize = 12;

/// The heads of a register's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heads {
    register: Register,
    row: usize,
    /// The column of each field, by its place among the register's fields.
    columns: BTreeMap<usize, usize>,
    /// The year that stands in a title or the file's name, for tables without a column of years.
    year: Option<i32>,
    /// What of several things with columns of their own these columns are about: a word for a choice's field, by its place.
    about: Option<(usize, &'static str)>,
}

/// The register whose table a sheet is; `None` when it is none, or when not every needed field has a column.
pub fn recognise(sheet: &Sheet, file: &str, wanted: Option<Register>) -> Option<Heads> {
    let mut best: Option<Heads> = None;
    for row in 0..sheet.height().min(MOST_TITLES) {
        let meant = |one: &Register| wanted.map_or(one.is_told_by_heads(), |wanted| wanted == *one);
        for register in Register::ALL.into_iter().filter(meant) {
            let found = heads(sheet, file, (register, wanted.is_some()), row);
            let better = |found: &Heads| best.as_ref().is_none_or(|best| found.columns.len() > best.columns.len());
            if let Some(found) = found.filter(better) {
                best = Some(found);
            }
        }
    }
    best
}

fn heads(sheet: &Sheet, file: &str, (register, named): (Register, bool), row: usize) -> Option<Heads> {
    let mut columns = BTreeMap::new();
    for column in sheet.places(row) {
        let head = sheet.text(row, column);
        let named = register.fields().iter().position(|field| field.is_headed(head));
        if let Some(place) = named {
            columns.entry(place).or_insert(column);
        }
    }
    let year = titled(sheet, row).or_else(|| year::of_file(file));
    let filled = |(place, field): (usize, &Field)| {
        !field.needed || columns.contains_key(&place) || (field.kind == Kind::Year && year.is_some())
    };
    let whole = register.fields().iter().enumerate().all(filled);
    (whole && (named || columns.len() > 2)).then_some(Heads { register, row, columns, year, about: None })
}

/// What a list of disclosure may say in columns of its own, with the words before the heads.
const PARTS: [(&str, &[&str]); 2] =
    [("targets", &["绩效目标", "目标"]), ("self-evaluations", &["绩效自评结果", "绩效自评", "自评结果", "自评"])];

/// The heads of a list of disclosure that says on one row when and where targets and self-evaluations were published, each in columns of
/// its own (绩效目标公开时间 | … | 绩效自评公开时间 | …): one for each of both. Nothing for any other table.
pub fn parted(sheet: &Sheet, file: &str, wanted: Option<Register>) -> Vec<Heads> {
    if wanted.is_some_and(|wanted| wanted != Register::Disclosure) {
        return Vec::new();
    }
    let rows = 0..sheet.height().min(MOST_TITLES);
    let mut found = rows.map(|row| PARTS.iter().filter_map(|part| part_at(sheet, file, row, part)).collect::<Vec<_>>());
    found.find(|all| all.len() == PARTS.len()).unwrap_or_default()
}

fn part_at(sheet: &Sheet, file: &str, row: usize, (id, words): &(&'static str, &[&str])) -> Option<Heads> {
    let fields = Register::Disclosure.fields();
    let mut columns = BTreeMap::new();
    for column in sheet.places(row) {
        let own = sheet.text(row, column);
        let above = row.checked_sub(1).map_or("", |above| sheet.text(above, column));
        let part = words.iter().find_map(|word| own.strip_prefix(word).or_else(|| above.contains(word).then_some(own)));
        let of_other = PARTS
            .iter()
            .any(|(other, words)| other != id && words.iter().any(|word| own.starts_with(word) || above == *word));
        let named = |head: &str| fields.iter().position(|field| field.is_headed(head));
        let place = part
            .filter(|_| !of_other)
            .and_then(named)
            .or_else(|| named(own).filter(|_| above.is_empty() || above == own));
        if let Some(place) = place {
            columns.entry(place).or_insert(column);
        }
    }
    let content = fields.iter().position(|field| field.id == "content")?;
    let year = titled(sheet, row).or_else(|| year::of_file(file));
    let filled = |(place, field): (usize, &Field)| {
        !field.needed
            || place == content
            || columns.contains_key(&place)
            || (field.kind == Kind::Year && year.is_some())
    };
    let whole = fields.iter().enumerate().all(filled);
    whole.then_some(Heads { register: Register::Disclosure, row, columns, year, about: Some((content, id)) })
}

fn titled(sheet: &Sheet, row: usize) -> Option<i32> {
    let above = (0..row).flat_map(|row| sheet.places(row).into_iter().map(move |column| sheet.text(row, column)));
    above.into_iter().find_map(year::of_title)
}

impl Heads {
    /// Whether a row says nothing of what these columns alone are about: one of several things was not done yet.
    fn says_nothing(&self, sheet: &Sheet, row: usize) -> bool {
        let fields = self.register.fields();
        let own = self.columns.iter().filter(|(place, _)| {
            fields.get(**place).is_some_and(|field| matches!(field.kind, Kind::Day | Kind::Address))
        });
        self.about.is_some() && own.into_iter().all(|(_, column)| says_nothing(sheet.text(row, *column)))
    }
}

/// Reads the records below the heads.
pub fn read(sheet: &Sheet, file: &str, heads: &Heads, out: &mut HandIn) {
    strangers(sheet, file, heads, out);
    let mut seen: HashMap<String, String> = HashMap::new();
    for row in heads.row + 1..sheet.height() {
        if sheet.is_blank(row) || is_sum(sheet, row) || heads.says_nothing(sheet, row) {
            continue;
        }
        let cells = cells(sheet, heads, row);
        match heads.register.read(&cells) {
            Ok(record) => take(sheet, file, heads, (row, record), &mut seen, out),
            Err(fault) => {
                let place = heads.register.fields().iter().position(|field| field.id == fault.field);
                let column = place.and_then(|place| heads.columns.get(&place)).copied().unwrap_or(0);
                out.problems.push(problem(file, Severity::Error, sheet.address(row, column), fault.words()));
            }
        }
    }
}

fn take(
    sheet: &Sheet,
    file: &str,
    heads: &Heads,
    (row, record): (usize, Record),
    seen: &mut HashMap<String, String>,
    out: &mut HandIn,
) {
    let first = heads.columns.values().min().copied().unwrap_or(0);
    let place = sheet.address(row, first);
    let unit = record.unit().map(|unit| unit.name.clone()).unwrap_or_default();
    if let Some(other) = seen.insert(format!("{} {unit}", record.key()), place.clone()) {
        let message = t!("exchange.register.twice", title = record.title(), other = other).into_owned();
        out.problems.push(problem(file, Severity::Error, place, message));
        return;
    }
    let fields = heads.register.fields();
    let cell = |(place, column): (&usize, &usize)| Some((fields.get(*place)?.id, sheet.address(row, *column)));
    let cells = heads.columns.iter().filter_map(cell).collect();
    out.records.push(HandedRecord { record, place, cells });
}

fn cells(sheet: &Sheet, heads: &Heads, row: usize) -> Cells {
    let fields = heads.register.fields();
    let mut cells = Cells::blank(fields);
    for (place, field) in fields.iter().enumerate() {
        let Some(&column) = heads.columns.get(&place) else {
            if let Some((_, id)) = heads.about.filter(|(about, _)| *about == place) {
                cells.set(field.id, id);
            } else if let (Kind::Year, Some(year)) = (field.kind, heads.year) {
                cells.set(field.id, &year.to_string());
            }
            continue;
        };
        let text = sheet.text(row, column);
        let in_yuan = field.kind == Kind::Money && Scale::of_label(sheet.text(heads.row, column)) == Some(Scale::Yuan);
        let bare = text.ends_with(|letter: char| letter.is_ascii_digit());
        if in_yuan && bare {
            cells.set(field.id, &format!("{text}元"))
        } else {
            cells.set(field.id, text)
        };
    }
    cells
}

/// Whether a row only adds up the rows above it.
fn is_sum(sheet: &Sheet, row: usize) -> bool {
    let sums = ["合计", "小计", "总计", "合 计"];
    sheet.places(row).into_iter().map(|column| sheet.text(row, column)).take(3).any(|text| sums.contains(&text.trim()))
}

/// Tells of columns whose heads name no field, so that nobody thinks they were read. Serial numbers mean nothing.
fn strangers(sheet: &Sheet, file: &str, heads: &Heads, out: &mut HandIn) {
    for column in sheet.places(heads.row) {
        let head = sheet.text(heads.row, column);
        let idle = head.is_empty() || ["序号", "编号", "备注"].contains(&head);
        if !idle && heads.about.is_none() && !heads.columns.values().any(|known| *known == column) {
            let message = t!("exchange.register.unknown-column", head = head, register = heads.register.name());
            let place = sheet.address(heads.row, column);
            out.problems.push(problem(file, Severity::Hint, place, message.into_owned()));
        }
    }
}

fn problem(file: &str, severity: Severity, place: String, message: String) -> Problem {
    Problem { severity, file: file.to_owned(), r#where: place, message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;

    fn sheet(rows: &[&str]) -> Sheet {
        let mut sheet = Sheet::new("表", false);
        for (row, line) in rows.iter().enumerate() {
            line.split('|').enumerate().for_each(|(column, text)| sheet.set(row, column, text));
        }
        sheet
    }

    fn taken(rows: &[&str]) -> (Option<Register>, HandIn) {
        rust_i18n::set_locale("zh");
        let (sheet, mut out) = (sheet(rows), HandIn::default());
        let heads = recognise(&sheet, "扶贫.xlsx", None);
        if let Some(heads) = &heads {
            read(&sheet, "扶贫.xlsx", heads, &mut out);
        }
        (heads.map(|heads| heads.register), out)
    }

    #[test]
    fn a_table_is_known_by_its_heads_whatever_their_order() {
        let (register, read) = taken(&[
            "2020年度扶贫项目绩效目标填报情况表",
            "序号|项目名称|项目单位|指标金额（元）|审核日期|填报日期|经费来源",
            "1|产业路硬化|碧溪乡|2,244,100|2020.3.6|2020年3月5日|上级",
            "合计|||2244100||",
        ]);
        assert_eq!(register, Some(Register::Poverty));
        let [one] = read.records.as_slice() else { panic!("{read:?}") };
        let Record::Poverty(project) = &one.record else { panic!() };
        assert_eq!((project.year, project.amount), (2020, Money(224_410_000)));
        assert_eq!(project.filled.unwrap().to_string(), "2020-03-05");
        let [hint] = read.problems.as_slice() else { panic!("{read:?}") };
        assert_eq!((hint.severity, hint.r#where.as_str()), (Severity::Hint, "表!G2"));
    }

    #[test]
    fn what_is_wrong_is_told_at_its_cell() {
        let (register, read) = taken(&[
            "年度|公开内容|单位名称|公开日期|公开网址",
            "2020|绩效目标|县水务局|2020-02-20|县门户网",
            "2020|绩效目标|县农业局|2020-02-20|http://a.cn/1",
            "2020|绩效目标|县农业局|2020-02-21|http://a.cn/2",
        ]);
        assert_eq!(register, Some(Register::Disclosure));
        let places: Vec<_> = read.problems.iter().map(|one| one.r#where.as_str()).collect();
        assert_eq!((places, read.records.len(), read.is_refused()), (vec!["表!E2", "表!A4"], 1, true));
    }

    #[test]
    fn both_publications_of_a_unit_on_one_row_are_two_records() {
        let sheet = sheet(&[
            "2022年度公开台账",
            "序号|预算部门|绩效目标公开时间|绩效目标公开网址|绩效自评公开时间|绩效自评公开网址",
            "1|县民政局|2022.2.18|http://a.cn/1|2023.9.5|http://a.cn/2",
            "2|县司法局|2022.2.21|http://a.cn/3||",
        ]);
        assert!(recognise(&sheet, "a.xlsx", None).is_none());
        let mut out = HandIn::default();
        parted(&sheet, "a.xlsx", None).iter().for_each(|heads| read(&sheet, "a.xlsx", heads, &mut out));
        let told: Vec<_> = out.records.iter().map(|one| format!("{} {}", one.record.key(), one.place)).collect();
        assert_eq!((told.len(), out.problems.len()), (3, 0), "{told:?} {:?}", out.problems);
        assert!(parted(&sheet, "a.xlsx", Some(Register::Poverty)).is_empty());
    }

    #[test]
    fn other_tables_are_none_of_ours() {
        assert_eq!(taken(&["单位名称|项目名称|预算数|年度目标|三级指标|指标值", "a|b|1|c|d|e"]).0, None);
        assert_eq!(taken(&["年度|公开内容|单位名称", "2020|绩效目标|县水务局"]).0, None, "day and address are missing");
    }
}
