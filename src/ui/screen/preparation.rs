//! Draws who still has to hand in what: units, departments with the sum of their units, or what is to come.

use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use rust_i18n::t;

use crate::app::common::Common;
use crate::app::screen::preparation::{PreparationScreen, Rows, Tab};
use crate::domain::money::Money;
use crate::domain::preparation::{Gap, UnitLine, Want, Whole};
use crate::ui::brush::Brush;
use crate::ui::look::Look;
use crate::ui::screen::unit_columns::UnitColumns;
use crate::ui::split;

/// Columns of how the whole-department target stands, of a count, of an amount.
const WHOLE: usize = 8;
const COUNT: usize = 6;
const AMOUNT: usize = 12;
/// Columns from which on it is told what was handed in consists of.
const PARTS: usize = 72;
/// Columns of why something is to come, of a day, of days.
const WANT: usize = 16;
const DAY: usize = 10;
const LATE: usize = 5;

/// Draws the screen, and returns where the hidden cursor rests: on the selected row.
pub fn draw(
    screen: &PreparationScreen,
    common: &Common,
    look: &Look,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Option<Position> {
    let ([title, tabs, account, heading], list) = split::lines::<4>(area);
    let of = screen.path().last().unwrap_or(&common.county.name).to_owned();
    let mut brush = Brush::on(frame.buffer_mut(), look, title, 0);
    brush.skip(1).put(&t!("preparation.title", of = of, year = screen.year), look.theme.title);
    if common.county.sample {
        brush.skip(2).put(&t!("queue.sample"), look.theme.warning);
    }
    tab_line(screen, &mut Brush::on(frame.buffer_mut(), look, tabs, 0), look);
    if screen.whole.is_none() {
        Brush::on(frame.buffer_mut(), look, list, 0).skip(2).put(&t!("case.reading"), look.theme.dim);
        return None;
    }
    account_line(screen, &mut Brush::on(frame.buffer_mut(), look, account, 0), look);
    if screen.rows.count() == 0 {
        let key = if *screen.tab() == Tab::Departments { "preparation.no-departments" } else { "preparation.none" };
        Brush::on(frame.buffer_mut(), look, list, 0).skip(2).put(&t!(key), look.theme.dim);
        return None;
    }
    let (rows, foot) = split::bottom(list, 1);
    lines(screen, common.now.today, look, frame, (heading, rows, foot))?;
    let row = u16::try_from(screen.cursor.saturating_sub(screen.first)).ok()?;
    Some(Position::new(rows.x, rows.y + row))
}

fn tab_line(screen: &PreparationScreen, brush: &mut Brush<'_>, look: &Look) {
    brush.skip(1);
    for (place, tab) in screen.tabs.iter().enumerate() {
        let name = match tab {
            Tab::Desk(desk) => desk.clone(),
            Tab::Units => t!("preparation.tab.units").into_owned(),
            Tab::Gaps => t!("preparation.tab.gaps").into_owned(),
            Tab::Departments => t!("preparation.tab.departments").into_owned(),
        };
        brush.put(&name, if place == screen.active { look.theme.tab } else { look.theme.tab_other }).skip(3);
    }
    if let Some(due) = screen.part.due {
        brush.put(&t!("preparation.due", due = due), look.theme.dim);
    }
}

/// What is missing, to be amended and to be asked about, of the part that is shown.
fn account_line(screen: &PreparationScreen, brush: &mut Brush<'_>, look: &Look) {
    let part = &screen.part;
    let missing = part.missing();
    let (projects, wholes) = part.total().map_or((0, 0), |total| (total.handed.count, total.wholes));
    let handed = projects + wholes;
    // The list counts projects in a column of their own: what adds up to the whole is told where there is room.
    let handed = if brush.room() < PARTS {
        handed.to_string()
    } else {
        t!("preparation.handed-parts", handed = handed, projects = projects, wholes = wholes).into_owned()
    };
    let words = t!(
        "preparation.account",
        handed = handed,
        missing = missing.count,
        amount = missing.amount.wan(),
        amend = part.of(Want::Amend).count,
        continuing = part.of(Want::Continuing).count
    );
    brush.skip(1).put(&words, if missing.count > 0 { look.theme.notice } else { look.theme.dim });
}

fn lines(
    screen: &PreparationScreen,
    today: Date,
    look: &Look,
    frame: &mut Frame<'_>,
    (heading, rows, foot): (Rect, Rect, Rect),
) -> Option<()> {
    let page = usize::from(rows.height);
    let in_sight = || (0_u16..).zip(screen.first..screen.rows.count().min(screen.first + page));
    let buffer = frame.buffer_mut();
    match &screen.rows {
        Rows::Gaps(gaps) => {
            let of_one = screen.part.units.len() == 1;
            gap_heading(of_one, &mut Brush::on(buffer, look, heading, 0), look);
            for (row, place) in in_sight() {
                let brush = &mut Brush::on(buffer, look, rows, row);
                gap_row(gaps.get(place)?, (place == screen.cursor, of_one), today, brush, look);
            }
        }
        Rows::Units(units) => {
            unit_heading(&mut Brush::on(buffer, look, heading, 0), look, "preparation.column.unit");
            for (row, place) in in_sight() {
                let line = units.get(place)?;
                let brush = &mut Brush::on(buffer, look, rows, row);
                unit_row(line, (&line.unit.desk, &line.unit.name), place == screen.cursor, brush, look);
            }
            let total = screen.part.total()?;
            let brush = &mut Brush::on(buffer, look, foot, 0);
            unit_row(&total, ("", &t!("preparation.total")), false, brush, look);
        }
        Rows::Departments(all) => {
            unit_heading(&mut Brush::on(buffer, look, heading, 0), look, "preparation.column.department");
            for (row, place) in in_sight() {
                let (department, line) = all.get(place)?;
                let brush = &mut Brush::on(buffer, look, rows, row);
                unit_row(line, (&line.unit.desk, &department.name), place == screen.cursor, brush, look);
            }
        }
    }
    Some(())
}

/// Columns that counts and the whole-department target take with the spaces between them, and those before the unit and behind it.
const COUNTS: usize = 2 + 5 * (COUNT + 1) + WHOLE + 1;

fn columns(room: usize) -> UnitColumns {
    UnitColumns::of(room, COUNTS, 2)
}

fn unit_heading(brush: &mut Brush<'_>, look: &Look, name: &str) {
    let (style, widths) = (look.theme.heading, columns(brush.room()));
    let column = |key: &str| t!(format!("preparation.column.{key}")).into_owned();
    brush.skip(2);
    if widths.desk > 0 {
        brush.cell(&column("desk"), widths.desk, style).skip(1);
    }
    brush.cell(&t!(name), widths.name, style).skip(1).cell(&column("whole"), WHOLE, style);
    for (key, money) in [("handed", "handed-amount"), ("missing", "missing-amount")] {
        brush.skip(1).number(&column(key), COUNT, style);
        if widths.amount > 0 {
            brush.skip(1).number(&column(money), widths.amount, style);
        }
    }
    for key in ["budgeted", "amend", "continuing"] {
        brush.skip(1).number(&column(key), COUNT, style);
    }
}

fn unit_row(line: &UnitLine, (desk, name): (&str, &str), selected: bool, brush: &mut Brush<'_>, look: &Look) {
    let (theme, widths) = (&look.theme, columns(brush.room()));
    brush.cell(if selected { look.glyphs.cursor } else { "" }, 2, theme.text);
    if widths.desk > 0 {
        brush.cell(desk, widths.desk, theme.dim).skip(1);
    }
    brush.cell(name, widths.name, if selected { theme.selected } else { theme.text }).skip(1);
    let lacks = line.whole != Whole::NotDue && line.wholes < line.units;
    brush.cell(&line.whole_words(), WHOLE, if lacks { theme.warning } else { theme.text });
    let missing = line.missing();
    let told = |count: u32, style| if count > 0 { style } else { theme.dim };
    for (sum, style) in [(line.handed, theme.text), (missing, told(missing.count, theme.warning))] {
        brush.skip(1).number(&sum.count.to_string(), COUNT, style);
        if widths.amount > 0 {
            brush.skip(1).number(&sum.amount.wan(), widths.amount, style);
        }
    }
    let (amend, asked) = (line.of_want(Want::Amend), line.of_want(Want::Continuing));
    for (sum, style) in [(line.budgeted, theme.text), (amend, theme.warning), (asked, theme.notice)] {
        brush.skip(1).number(&sum.count.to_string(), COUNT, told(sum.count, style));
    }
}

/// Columns of a unit in the list of what is to come, where it is not of one unit: narrow screens have fewer.
fn unit_columns(room: usize, of_one: bool) -> usize {
    if of_one {
        0
    } else if room >= 112 {
        24
    } else if room >= 76 {
        14
    } else {
        10
    }
}

/// Columns of the last day: the narrowest screens say only how late it is.
const fn day_columns(room: usize) -> usize {
    if room < 76 { 0 } else { DAY }
}

fn gap_title(room: usize, unit: usize) -> usize {
    let day = day_columns(room);
    let others = 2 + WANT + 1 + unit + usize::from(unit > 0) + 1 + AMOUNT + 1 + day + usize::from(day > 0) + LATE;
    room.saturating_sub(others).max(8)
}

fn gap_heading(of_one: bool, brush: &mut Brush<'_>, look: &Look) {
    let (style, room) = (look.theme.heading, brush.room());
    let unit = unit_columns(room, of_one);
    let title = gap_title(room, unit);
    let column = |key: &str| t!(format!("preparation.column.{key}")).into_owned();
    brush.skip(2).cell(&column("want"), WANT, style).skip(1);
    if unit > 0 {
        brush.cell(&column("unit"), unit, style).skip(1);
    }
    brush.cell(&column("title"), title, style).skip(1).number(&column("money"), AMOUNT, style).skip(1);
    if day_columns(room) > 0 {
        brush.cell(&column("due"), DAY, style).skip(1);
    }
    brush.number(&column("overdue"), LATE, style);
}

fn gap_row(gap: &Gap, (selected, of_one): (bool, bool), today: Date, brush: &mut Brush<'_>, look: &Look) {
    let (theme, room) = (&look.theme, brush.room());
    let unit = unit_columns(room, of_one);
    let title = gap_title(room, unit);
    let style = match gap.want {
        Want::Continuing => theme.notice,
        want if want.is_missing() => theme.warning,
        _ => theme.text,
    };
    brush
        .cell(if selected { look.glyphs.cursor } else { "" }, 2, theme.text)
        .cell(&gap.want.word(), WANT, style)
        .skip(1);
    if unit > 0 {
        brush.cell(&gap.unit.name, unit, theme.text).skip(1);
    }
    brush.cell(&gap.title(), title, if selected { theme.selected } else { theme.text }).skip(1);
    brush.number(&gap.amount.map_or_else(|| "-".to_owned(), Money::wan), AMOUNT, theme.text).skip(1);
    if day_columns(room) > 0 {
        brush.cell(&gap.due.map(|due| due.to_string()).unwrap_or_default(), DAY, theme.dim).skip(1);
    }
    let late = gap.late(today);
    brush.number(&if late > 0 { late.to_string() } else { String::new() }, LATE, theme.warning);
}
