//! Forms of one project: labels with their texts beside or below them, above an indicator table.
//!
//! Shared by the one-project layouts. Owns how a label finds its text; the labels themselves are each layout's.

mod label;

use std::ops::Range;

use super::amount::Scale;
use super::header::{self, Field, Header};
use super::name;
use super::page::Page;
use super::sheet::Sheet;
use super::words::Words;
use super::year;
pub use label::{
    PROJECT, UNIT, heads_department_amount, heads_objective, heads_year_amount, is_label, label_of, names_funds,
};

/// What numbers an objective.
const NUMBERS: &str = "0123456789一二三四五六七八九十";
/// The most rows that a form's title takes.
const TITLE_ROWS: usize = 5;

/// A label on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Row of its cell.
    pub row: usize,
    /// Column of its cell.
    pub col: usize,
    /// What stands behind the label in the same cell.
    pub inline: String,
}

/// A text and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Row of the text's cell.
    pub row: usize,
    /// Column of the text's cell.
    pub col: usize,
    /// The text.
    pub text: String,
}

/// The time that a table of indicators is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Time {
    /// The project's whole period.
    Long,
    /// The budget year.
    Year,
}

impl Time {
    /// The time that a box beside a table or its title names.
    fn of(text: &str) -> Option<Self> {
        let text = header::bare(text);
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        if !has(&["指标", "目标"]) || text.chars().count() > 16 {
            None
        } else if has(&["长期", "中期", "实施期"]) {
            Some(Self::Long)
        } else if has(&["年度", "本年", "当年"]) {
            Some(Self::Year)
        } else {
            has(&["总目标"]).then_some(Self::Long)
        }
    }
}

/// One form on a sheet: the rows above its indicator table, and the table.
#[derive(Debug, Clone)]
pub struct Form<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// The sheet with what is known of its texts.
    pub words: &'a Words<'a>,
    /// The rows of labels.
    pub rows: Range<usize>,
    /// The indicator table's header.
    pub header: Header,
    /// The headers of further tables of indicators in the same form: one for the whole period, one for the year.
    pub tables: Vec<Header>,
    /// The row behind the form's last one.
    pub end: usize,
}

/// The forms of a sheet, top to bottom: a new one begins wherever one of the `starts` labels stands before a table.
pub fn all<'a>(words: &'a Words<'a>, starts: &[&str]) -> Vec<Form<'a>> {
    let sheet = words.sheet;
    let mut out: Vec<Form<'a>> = Vec::new();
    let mut from = 0;
    while let Some(header) = header::find(words, from, Field::OF_INDICATORS) {
        let begins = (from..header.first).rev().find(|&row| {
            sheet.places(row).into_iter().any(|col| {
                sheet.own(row, col) == sheet.text(row, col) && label_of(sheet.text(row, col), starts).is_some()
            })
        });
        if begins.is_some() || out.is_empty() {
            if let Some(last) = out.last_mut() {
                last.end = begins.unwrap_or(header.first);
            }
            let (rows, end) = (from..header.first, sheet.height());
            out.push(Form { sheet, words, rows, end, header: header.clone(), tables: Vec::new() });
        } else if let Some(last) = out.last_mut() {
            last.tables.push(header.clone());
        }
        from = header.last + 1;
    }
    out
}

impl Form<'_> {
    /// The first label of a list that stands in the form, the list's order first.
    pub fn find(&self, labels: &[&str]) -> Option<Spot> {
        labels.iter().find_map(|label| self.spots(&[label]).into_iter().next())
    }

    /// All places of the labels, in reading order.
    pub fn spots(&self, labels: &[&str]) -> Vec<Spot> {
        let mut out = Vec::new();
        for row in self.rows.clone() {
            for col in self.sheet.places(row) {
                if self.sheet.origin(row, col) != (row, col) {
                    continue;
                }
                if let Some(inline) = label_of(self.sheet.own(row, col), labels) {
                    out.push(Spot { row, col, inline });
                }
            }
        }
        out
    }

    /// All places whose bare words, before a colon, satisfy a test.
    pub fn spots_like(&self, test: impl Fn(&str) -> bool) -> Vec<Spot> {
        let places = self.rows.clone().flat_map(|row| self.sheet.places(row).into_iter().map(move |col| (row, col)));
        let own = places.filter(|&place| self.sheet.origin(place.0, place.1) == place);
        let spot = |(row, col): (usize, usize)| {
            let text = self.sheet.own(row, col);
            let parts = |text: &'_ str| {
                text.split_once([':', '：'])
                    .map_or((text.to_owned(), String::new()), |(label, rest)| (label.to_owned(), rest.to_owned()))
            };
            let (label, rest) = parts(text);
            // 其中 says of what the label is a part.
            let (label, rest) =
                if header::bare(&label) == "其中" && !rest.is_empty() { parts(&rest) } else { (label, rest) };
            (text.chars().count() < 60 && test(&header::bare(&label))).then(|| Spot {
                row,
                col,
                inline: name::inline(&rest),
            })
        };
        own.filter_map(spot).collect()
    }

    /// Whether nothing above the indicators or over their columns speaks of a time other than the year.
    pub fn names_no_period(&self) -> bool {
        let above =
            (self.rows.start..=self.header.last).flat_map(|row| (0..self.sheet.width()).map(move |col| (row, col)));
        let mut texts = above.map(|(row, col)| self.sheet.own(row, col));
        !texts.any(|text| ["中期", "长期", "实施期", "周期", "总目标", "全程"].iter().any(|word| text.contains(word)))
    }

    /// The tables of the year's indicators with the row where each ends. Where one table is for the whole period and another one for the
    /// year, only the year's; else the first with all that stands below it.
    pub fn year_tables(&self) -> Vec<(&Header, usize)> {
        let all: Vec<&Header> = std::iter::once(&self.header).chain(&self.tables).collect();
        let times: Vec<Option<Time>> = all.iter().map(|header| self.time_of(header)).collect();
        if !times.contains(&Some(Time::Year)) || !times.contains(&Some(Time::Long)) {
            return vec![(&self.header, self.end)];
        }
        let ends = all.iter().skip(1).map(|header| header.first).chain(std::iter::once(self.end));
        let year = all.iter().zip(ends).zip(times).filter(|(_, time)| *time == Some(Time::Year));
        year.map(|((header, end), _)| (*header, end)).collect()
    }

    /// The time that a table is for, as the text left of its head or alone above it says.
    fn time_of(&self, header: &Header) -> Option<Time> {
        let level = [Field::Level1, Field::Level2, Field::Level3].into_iter().filter_map(|field| header.column(field));
        let left = (0..level.min().unwrap_or(0)).map(|col| self.sheet.text(header.first, col));
        let above = (0..header.first).rev().find(|&row| !self.sheet.is_blank(row));
        let alone = above.and_then(|row| {
            let mut texts =
                self.sheet.places(row).into_iter().map(|col| self.sheet.own(row, col)).filter(|text| !text.is_empty());
            let text = texts.next()?;
            texts.next().is_none().then_some(text)
        });
        left.chain(alone).find_map(Time::of)
    }

    /// The text of a label: behind it in its cell, else the next text to the right unless that is a label itself.
    pub fn beside(&self, spot: &Spot) -> Option<Found> {
        if !spot.inline.is_empty() {
            return Some(Found { row: spot.row, col: spot.col, text: spot.inline.clone() });
        }
        let right = self.sheet.places(spot.row).into_iter().filter(|&col| col > self.sheet.end(spot.row, spot.col).1);
        let mut texts = right.map(|col| (col, self.sheet.text(spot.row, col))).filter(|(_, text)| !text.is_empty());
        let (col, text) = texts.next()?;
        (!is_label(text)).then(|| Found { row: spot.row, col, text: text.to_owned() })
    }

    /// The texts below a label in its column, down to the next label or the table.
    pub fn below(&self, spot: &Spot) -> Vec<Found> {
        let mut out: Vec<Found> = Vec::new();
        let first = self.sheet.end(spot.row, spot.col).0 + 1;
        for row in first..self.rows.end {
            let text = self.sheet.in_column(row, spot.col);
            let own_row = self.sheet.places(row).into_iter().filter(|&col| self.sheet.origin(row, col).0 == row);
            if own_row.into_iter().any(|col| is_label(self.sheet.own(row, col))) {
                break;
            }
            if self.sheet.origin(row, spot.col).0 == row && !text.is_empty() {
                out.push(Found { row, col: spot.col, text: text.to_owned() });
            }
        }
        out
    }

    /// The unit of money of a label, else of a title, else of a label of the form's funds: 项目资金(亿元) beside its parts.
    pub fn scale(&self, label: &str, page: &Page<'_>) -> Option<Scale> {
        let of_funds = || {
            let texts = self.rows.clone().flat_map(|row| (0..self.sheet.width()).map(move |col| (row, col)));
            let mut texts = texts.map(|(row, col)| self.sheet.own(row, col));
            texts.find_map(|text| Scale::of_label(text).filter(|_| names_funds(text)))
        };
        page.scale(label, self.rows.end).or_else(of_funds)
    }

    /// The year in the title above the form's labels, else in the sheet's first title.
    pub fn year(&self, page: &mut Page<'_>) -> Option<i32> {
        let label = self.find(PROJECT).map(|spot| spot.row).or_else(|| self.find(UNIT).map(|spot| spot.row + 1));
        let last = label.unwrap_or(self.rows.start).min(self.rows.end);
        let own = last.saturating_sub(TITLE_ROWS).max(self.rows.start)..last;
        let found = page.titled_year(own.clone());
        if found.is_none() {
            page.tell_year_slips(own);
        }
        found.or_else(|| page.year(0..last.min(TITLE_ROWS))).or_else(|| self.labelled_year())
    }

    /// The year beside a label of its own (预算年度 | 2024年), or within one: 预算年度(2024年)绩效目标.
    fn labelled_year(&self) -> Option<i32> {
        let beside = self.spots_like(year::is_label).into_iter().filter_map(|spot| self.beside(&spot));
        let beside = beside.into_iter().find_map(|found| year::of_cell(&found.text));
        let within = || {
            let heads = |words: &str| words.starts_with("预算年度") && heads_objective(words);
            let spot = self.spots_like(heads).into_iter().next()?;
            year::within(self.sheet.own(spot.row, spot.col))
        };
        beside.or_else(within)
    }

    /// The first of the labels whose text is not blank.
    pub fn text(&self, labels: &[&str]) -> Option<Found> {
        let found = labels.iter().flat_map(|label| self.spots(&[label])).filter_map(|spot| self.beside(&spot));
        found.into_iter().find(|found| !name::inline(&found.text).is_empty())
    }

    /// The objective at the first label whose bare words satisfy a test and that is not left blank. `None` when there is no such label.
    pub fn objective_like(&self, test: impl Fn(&str) -> bool) -> Option<String> {
        let places = self.rows.clone().flat_map(|row| self.sheet.places(row).into_iter().map(move |col| (row, col)));
        let own = places.filter(|&place| self.sheet.origin(place.0, place.1) == place);
        let labels = own.filter(|&(row, col)| test(&header::bare(self.sheet.own(row, col))));
        let mut texts =
            labels.map(|(row, col)| self.objective_at(&Spot { row, col, inline: String::new() })).peekable();
        texts.peek()?;
        Some(texts.find(|text| !text.is_empty()).unwrap_or_default())
    }

    /// The objectives at numbered labels whose words without the number satisfy a test: 年度绩效目标1, 年度绩效目标2. One a line.
    pub fn numbered_objectives(&self, test: impl Fn(&str) -> bool) -> String {
        let numbered = |words: &str| {
            let plain = words.trim_end_matches(|c| NUMBERS.contains(c));
            plain.len() < words.len() && test(plain)
        };
        let texts = self.spots_like(numbered).into_iter().map(|spot| self.objective_at(&spot));
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The objective under one of the labels: beside it over the label's own rows, else below it.
    /// `None` when no such label stands in the form, `""` when it is left blank.
    pub fn objective(&self, labels: &[&str]) -> Option<String> {
        let mut blank = None;
        for label in labels {
            for spot in self.spots(&[label]) {
                let text = self.objective_at(&spot);
                if !text.is_empty() {
                    return Some(text);
                }
                blank = Some(String::new());
            }
        }
        blank
    }

    fn objective_at(&self, spot: &Spot) -> String {
        if let Some((_, text)) =
            self.sheet.own(spot.row, spot.col).split_once([':', '：']).filter(|_| !spot.inline.is_empty())
        {
            return text.trim().to_owned();
        }
        if let Some(found) = self.beside(spot) {
            if matches!(header::bare(&found.text).as_str(), "内容" | "目标内容" | "申报内容")
                && self.sheet.end(spot.row, spot.col).0 > spot.row
            {
                return self.tabled(spot);
            }
            if let Some(listed) = self.listed(&found) {
                return listed;
            }
            let last = self.sheet.end(spot.row, spot.col).0.max(self.last_below(spot, &found));
            let more = (found.row + 1..=last).map(|row| self.sheet.in_column(row, found.col));
            let more = more.filter(|text| !text.is_empty() && **text != found.text && !is_label(text));
            return std::iter::once(found.text.as_str()).chain(more).collect::<Vec<_>>().join("\n");
        }
        if self.box_label(spot) {
            return String::new();
        }
        self.below(spot).iter().map(|found| found.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The objectives in a column beside the indicators that answer to them, one a line; `""` where no column left of the levels is headed so.
    pub fn objectives_beside(&self) -> String {
        let levels =
            [Field::Level1, Field::Level2, Field::Level3].into_iter().filter_map(|field| self.header.column(field));
        let heads = |col: &usize| {
            let mut rows = self.header.first..=self.header.last;
            rows.any(|row| heads_objective(&header::bare(self.sheet.in_column(row, *col))))
        };
        let Some(col) = (0..levels.min().unwrap_or(0)).find(heads) else { return String::new() };
        let below = (self.header.last + 1..self.end).map(|row| (row, self.sheet.own(row, col)));
        let beside =
            |row: usize| self.header.column(Field::Level3).is_some_and(|named| !self.sheet.text(row, named).is_empty());
        let texts = below.filter(|(row, text)| !text.is_empty() && self.sheet.end(*row, col).1 == col && beside(*row));
        texts.map(|(_, text)| text).collect::<Vec<_>>().join("\n")
    }

    /// The texts beside numbers that have cells of their own, one below the other: 目标1 | …, 目标2 | …. `None` where none is numbered so.
    fn listed(&self, first: &Found) -> Option<String> {
        let number = |text: &str| {
            let words = header::bare(text);
            words.strip_prefix("目标").is_some_and(|rest| {
                (1..=2).contains(&rest.chars().count()) && rest.chars().all(|c| NUMBERS.contains(c))
            })
        };
        let text = |row: usize| {
            let right = self.sheet.end(row, first.col).1 + 1;
            Some(self.sheet.own(row, right)).filter(|text| number(self.sheet.own(row, first.col)) && !text.is_empty())
        };
        text(first.row)?;
        Some((first.row..self.rows.end).map_while(text).collect::<Vec<_>>().join("\n"))
    }

    /// The texts of a small table beside a label, below its head: of each row the last one.
    fn tabled(&self, spot: &Spot) -> String {
        let rows = self.sheet.end(spot.row, spot.col);
        let last_of = |row: usize| {
            let places = self.sheet.places(row).into_iter().filter(|&col| col > rows.1);
            places.map(|col| self.sheet.in_column(row, col)).rfind(|text| !text.is_empty())
        };
        (spot.row + 1..=rows.0).filter_map(last_of).collect::<Vec<_>>().join("\n")
    }

    /// The last of the rows below a text that only go on with it: nothing else stands on them, the label's column is blank.
    fn last_below(&self, spot: &Spot, found: &Found) -> usize {
        let goes_on = |row: &usize| {
            let own = |col: usize| self.sheet.origin(*row, col) == (*row, col) && !self.sheet.own(*row, col).is_empty();
            let mut texts = self.sheet.places(*row).into_iter().filter(|&col| own(col));
            found.col > spot.col
                && self.sheet.origin(*row, spot.col) == (*row, spot.col)
                && texts.next() == Some(found.col)
                && texts.next().is_none()
                && !is_label(self.sheet.own(*row, found.col))
        };
        let first = self.sheet.end(spot.row, spot.col).0.max(self.sheet.end(found.row, found.col).0) + 1;
        (first..self.rows.end).take_while(goes_on).last().unwrap_or(found.row)
    }

    /// Whether a label is a box beside other labels: over several rows (总体目标 beside 中期目标 | 年度目标), or beside one that has a text
    /// of its own (年度目标 | 预算年度绩效目标 | …).
    fn box_label(&self, spot: &Spot) -> bool {
        let (below, right) = self.sheet.end(spot.row, spot.col);
        if !is_label(self.sheet.text(spot.row, right + 1)) {
            return false;
        }
        let next = Spot { row: spot.row, col: right + 1, inline: String::new() };
        let own = self.sheet.origin(next.row, next.col) == (next.row, next.col);
        below > spot.row
            || (own
                && heads_objective(&header::bare(self.sheet.own(next.row, next.col)))
                && self.beside(&next).is_some())
    }
}
