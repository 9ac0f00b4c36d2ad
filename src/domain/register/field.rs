//! The bridge between a register's types and the texts of its edges: cells of a workbook, lines of a form, options of the command
//! line. A record's fields stand in one order ([`Field`]), in which it is read ([`Cells`]) and written.
//!
//! Owns how a day, an amount, a count, an address is understood, and what is said when it is not. What a field means is its record's.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_i18n::t;

use super::address::WebAddress;
use crate::domain::money::Money;
use crate::domain::target::UnitName;
use crate::domain::text::{half_width, name_key};

/// What a field's text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words on a line.
    Text,
    /// Words on several lines.
    Long,
    /// A day.
    Day,
    /// A budget year.
    Year,
    /// An amount in 万元.
    Money,
    /// A count, from 0.
    Count,
    /// A web address.
    Address,
    /// A budget unit's name or code.
    Unit,
    /// One of a few terms: their ids, and the key of their words.
    Choice(&'static [&'static str], &'static str),
}

/// A field of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The stable id: in JSON, on the command line, and the key of its name.
    pub id: &'static str,
    /// What its text is.
    pub kind: Kind,
    /// Whether it must be filled in.
    pub needed: bool,
    /// What it is called at the head of a column, the usual name first.
    pub heads: &'static [&'static str],
}

impl Field {
    /// A field that must be filled in.
    pub const fn needed(id: &'static str, kind: Kind, heads: &'static [&'static str]) -> Self {
        Self { id, kind, needed: true, heads }
    }

    /// A field that may be left blank.
    pub const fn free(id: &'static str, kind: Kind, heads: &'static [&'static str]) -> Self {
        Self { id, kind, needed: false, heads }
    }

    /// Its name in the user's language.
    pub fn name(&self) -> String {
        t!(format!("register.field.{}", self.id)).into_owned()
    }

    /// How it is written, in the user's language; empty for words.
    pub fn note(&self) -> String {
        match self.kind {
            Kind::Text | Kind::Long => String::new(),
            Kind::Day => t!("register.note.day").into_owned(),
            Kind::Year => t!("register.note.year").into_owned(),
            Kind::Money => t!("register.note.money").into_owned(),
            Kind::Count => t!("register.note.count").into_owned(),
            Kind::Address => t!("register.note.address").into_owned(),
            Kind::Unit => t!("register.note.unit").into_owned(),
            Kind::Choice(ids, group) => ids.iter().map(|id| choice_word(group, id)).collect::<Vec<_>>().join("/"),
        }
    }

    /// Whether a column's head names this field, spaces, width and what stands in brackets aside: in any language, because a file does not
    /// know the reader's.
    pub fn is_headed(&self, head: &str) -> bool {
        let bare: String = half_width(head).split('(').next().unwrap_or_default().to_owned();
        let key = name_key(&bare);
        let path = format!("register.field.{}", self.id);
        let named = |name: &str| name_key(name) == key;
        !key.is_empty()
            && (self.heads.iter().any(|known| named(known))
                || named(&t!(&path, locale = "zh"))
                || named(&t!(&path, locale = "en")))
    }
}

/// The word of a choice in the user's language.
pub fn choice_word(group: &str, id: &str) -> String {
    t!(format!("register.choice.{group}.{id}")).into_owned()
}

/// What is wrong with a field's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field's id.
    pub field: &'static str,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What may be wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing stands there, and something must.
    Blank,
    /// It is no day.
    Day(String),
    /// It is no year.
    Year(String),
    /// It is no amount.
    Money(String),
    /// It is no count.
    Count(String),
    /// It is no web address.
    Address(String),
    /// It is none of the terms that the field takes.
    Choice(String, Vec<String>),
    /// The day lies before the one of another field, which it cannot.
    Before(Date, &'static str, Date),
    /// The day lies in the future.
    Future(Date),
    /// The number is greater than the one of another field, which it cannot be.
    More(u32, &'static str, u32),
    /// It names the same as another field, which it cannot.
    Same(String, &'static str),
}

impl Fault {
    /// What is wrong, in the user's language, with the field's name.
    pub fn words(&self) -> String {
        let field = t!(format!("register.field.{}", self.field));
        let other = |id: &str| t!(format!("register.field.{id}")).into_owned();
        match &self.wrong {
            Wrong::Blank => t!("register.fault.blank", field = field),
            Wrong::Day(text) => t!("register.fault.day", field = field, text = text),
            Wrong::Year(text) => t!("register.fault.year", field = field, text = text),
            Wrong::Money(text) => t!("register.fault.money", field = field, text = text),
            Wrong::Count(text) => t!("register.fault.count", field = field, text = text),
            Wrong::Address(text) => t!("register.fault.address", field = field, text = text),
            Wrong::Choice(text, known) => {
                t!("register.fault.choice", field = field, text = text, known = known.join("、"))
            }
            Wrong::Before(day, than, bound) => {
                t!("register.fault.before", field = field, day = day, other = other(than), bound = bound)
            }
            Wrong::Future(day) => t!("register.fault.future", field = field, day = day),
            Wrong::More(count, than, bound) => {
                t!("register.fault.more", field = field, count = count, other = other(than), bound = bound)
            }
            Wrong::Same(text, other_field) => {
                t!("register.fault.same", field = field, text = text, other = other(other_field))
            }
        }
        .into_owned()
    }
}

/// The texts of a record's fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    fields: &'static [Field],
    texts: Vec<String>,
}

impl Cells {
    /// Blank cells.
    pub fn blank(fields: &'static [Field]) -> Self {
        Self { fields, texts: vec![String::new(); fields.len()] }
    }

    /// Cells with texts in the order of the fields; what is missing is blank.
    pub fn of(fields: &'static [Field], texts: Vec<String>) -> Self {
        let mut texts = texts;
        texts.resize(fields.len(), String::new());
        Self { fields, texts }
    }

    /// The texts in the order of the fields.
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    /// Puts a text into a field; whether there is such a field.
    pub fn set(&mut self, id: &str, text: &str) -> bool {
        let place = self.fields.iter().position(|field| field.id == id);
        let cell = place.and_then(|place| self.texts.get_mut(place));
        cell.map(|cell| text.clone_into(cell)).is_some()
    }

    fn raw(&self, id: &'static str) -> &str {
        let place = self.fields.iter().position(|field| field.id == id);
        place.and_then(|place| self.texts.get(place)).map_or("", |text| text.trim())
    }

    fn parsed<T>(
        &self,
        id: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
        wrong: fn(String) -> Wrong,
    ) -> Result<Option<T>, Fault> {
        match self.raw(id) {
            "" | "-" | "—" | "/" => Ok(None),
            text => read(text).map(Some).ok_or_else(|| Fault { field: id, wrong: wrong(text.to_owned()) }),
        }
    }

    /// Words; blank where nothing stands.
    pub fn text(&self, id: &'static str) -> String {
        self.raw(id).to_owned()
    }

    /// Several words: parted by `、`, `，`, `；`, commas, semicolons or line ends.
    pub fn list(&self, id: &'static str) -> Vec<String> {
        let parts = self.raw(id).split(['、', '，', ',', '；', ';', '\n']).map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// A unit by code or name.
    pub fn unit(&self, id: &'static str) -> UnitName {
        let text = self.raw(id);
        let code = text.chars().all(|letter| letter.is_ascii_digit()) && !text.is_empty();
        UnitName { code: code.then(|| text.to_owned()), name: text.to_owned() }
    }

    /// A day, however it is written: `2020-02-11`, `2020年2月11日`, `2020.2.11`, `2020/2/11`.
    pub fn day(&self, id: &'static str) -> Result<Option<Date>, Fault> {
        self.parsed(id, day, Wrong::Day)
    }

    /// A budget year: `2020`, `2020年度`.
    pub fn year(&self, id: &'static str) -> Result<Option<i32>, Fault> {
        let read = |text: &str| {
            let text = half_width(text);
            let digits = text.trim().trim_end_matches(['度', '年']);
            digits.parse().ok().filter(|year| (1990..2100).contains(year))
        };
        self.parsed(id, read, Wrong::Year)
    }

    /// An amount in 万元 unless the text names 元 or 亿元; never negative.
    pub fn money(&self, id: &'static str) -> Result<Option<Money>, Fault> {
        self.parsed(id, money, Wrong::Money)
    }

    /// A count.
    pub fn count(&self, id: &'static str) -> Result<Option<u32>, Fault> {
        let read = |text: &str| {
            let text = half_width(text).replace(',', "");
            text.trim_end_matches(['个', '人', '次', '项', '条', '期', '篇']).trim().parse().ok()
        };
        self.parsed(id, read, Wrong::Count)
    }

    /// A web address.
    pub fn address(&self, id: &'static str) -> Result<Option<WebAddress>, Fault> {
        self.parsed(id, WebAddress::of, Wrong::Address)
    }

    /// One of a few terms, by id or by its word.
    pub fn choice<T: Copy>(&self, id: &'static str, group: &str, all: &[(&str, T)]) -> Result<Option<T>, Fault> {
        let text = self.raw(id);
        if text.is_empty() {
            return Ok(None);
        }
        let key = name_key(text);
        let word = |id: &str| choice_word(group, id);
        let meant = |(id, _): &&(&str, T)| *id == text || name_key(&word(id)) == key || chinese(group, id, &key);
        let found = all.iter().find(meant).map(|(_, choice)| Some(*choice));
        let known = || all.iter().map(|(id, _)| word(id)).collect();
        found.ok_or_else(|| Fault { field: id, wrong: Wrong::Choice(text.to_owned(), known()) })
    }
}

/// Files are written in Chinese whatever language somebody reads in.
fn chinese(group: &str, id: &str, key: &str) -> bool {
    name_key(&t!(format!("register.choice.{group}.{id}"), locale = "zh")) == key
}

/// A day, however it is written: `2020-02-11`, `2020年2月11日`, `2020.2.11`, `2020/2/11`.
pub fn day(text: &str) -> Option<Date> {
    let text = half_width(text);
    let text = text.trim();
    if let Ok(day) = text.parse::<Date>() {
        return Some(day);
    }
    let parts: Vec<&str> = text.split(['年', '月', '日', '.', '/', '-']).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    Date::new(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?).ok()
}

/// An amount in some unit of money.
type Scale = fn(Decimal) -> Option<Money>;

fn money(text: &str) -> Option<Money> {
    let text = half_width(text).replace([',', ' '], "");
    let units: [(&str, Scale); 4] = [
        ("万元", Money::from_wan),
        ("亿元", |amount| Money::from_wan(amount.checked_mul(Decimal::from(10_000))?)),
        ("元", Money::from_yuan),
        ("", Money::from_wan),
    ];
    let read = |(unit, of): &(&str, Scale)| of(text.strip_suffix(unit)?.parse().ok()?);
    units.iter().find_map(read).filter(|amount| amount.0 >= 0)
}

/// The parts of a record as it stands, each a text in the order of the fields.
pub(super) mod write {
    use super::{Date, Money, WebAddress};

    pub(in crate::domain::register) fn day(day: Option<Date>) -> String {
        day.map(|day| day.to_string()).unwrap_or_default()
    }

    pub(in crate::domain::register) fn money(amount: Option<Money>) -> String {
        amount.map(|amount| amount.wan().replace(',', "")).unwrap_or_default()
    }

    pub(in crate::domain::register) fn count(count: Option<u32>) -> String {
        count.map(|count| count.to_string()).unwrap_or_default()
    }

    pub(in crate::domain::register) fn address(address: Option<&WebAddress>) -> String {
        address.map(|address| address.text().to_owned()).unwrap_or_default()
    }
}

/// Refuses a field that is blank and must not be.
pub(super) fn filled<T>(field: &'static str, value: Option<T>) -> Result<T, Fault> {
    value.ok_or(Fault { field, wrong: Wrong::Blank })
}

/// Refuses a blank text.
pub(super) fn said(field: &'static str, text: String) -> Result<String, Fault> {
    if text.is_empty() { Err(Fault { field, wrong: Wrong::Blank }) } else { Ok(text) }
}

/// Refuses a day before another; days that are not known are in order.
pub(super) fn ordered(
    (first, earlier): (&'static str, Option<Date>),
    (second, later): (&'static str, Option<Date>),
) -> Result<(), Fault> {
    match (earlier, later) {
        (Some(earlier), Some(later)) if later < earlier => {
            Err(Fault { field: second, wrong: Wrong::Before(later, first, earlier) })
        }
        _ => Ok(()),
    }
}

/// Refuses a count greater than another; counts that are not known fit.
pub(super) fn within(
    (field, count): (&'static str, Option<u32>),
    (whole, bound): (&'static str, Option<u32>),
) -> Result<(), Fault> {
    match (count, bound) {
        (Some(count), Some(bound)) if count > bound => Err(Fault { field, wrong: Wrong::More(count, whole, bound) }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_and_amounts_however_they_are_written() {
        for text in ["2020-02-11", "2020年2月11日", "2020.2.11", "2020/02/11", "２０２０－０２－１１"] {
            assert_eq!(day(text), Some(date(2020, 2, 11)), "{text}");
        }
        assert_eq!(day("2020年2月"), None, "a month is no day");
        assert_eq!(day("2020-02-30"), None);
        assert_eq!(day("二月十一日"), None);
        assert_eq!(money("21,544.16"), Some(Money(21_544_160_000)));
        assert_eq!(
            (money("3692万元"), money("1.5亿元"), money("1200元")),
            (Some(Money(3_692_000_000)), Some(Money(15_000_000_000)), Some(Money(120_000)))
        );
        assert_eq!((money("-3"), money("若干")), (None, None));
    }
}
