//! Files ↔ domain: what units hand in, and what the program gives out.
//!
//! - [`read`]: a file's bytes → a hand-in. [`detect`] tells the content, [`workbook`], [`docx`] and [`delimited`] make a grid ([`sheet`]),
//!   [`layout`] recognises it, and the layout reads it with the help of [`header`], [`rows`], [`blocks`], [`projects`] and [`form`].
//! - [`read_library`]: a county's own indicator library.
//! - [`read_units`]: a county's list of budget units.
//! - [`register`]: lists of the year's registers, known by their heads.
//! - [`schema`]: the stable JSON of design §9.
//! - [`out`]: what the program gives out.
//! - small rooms: [`cell`], [`amount`], [`halves`], [`leaves`], [`level`], [`lines`], [`list`], [`name`], [`words`], [`year`], [`period`], [`page`], [`sections`], [`suspect`], [`unreadable`], [`value`],
//!   [`package`], [`markup`] and [`xml`].
//!
//! Knows the domain's words; knows no database and no screen. Every text that a person sees is in `data/lang/exchange.toml`.

mod amount;
mod blocks;
mod cell;
mod delimited;
mod detect;
mod docx;
mod form;
mod halves;
mod header;
mod layout;
mod leaves;
mod level;
mod library;
mod lines;
mod list;
mod markup;
mod name;
pub mod out;
mod package;
mod page;
mod period;
mod projects;
mod register;
mod rows;
pub mod schema;
mod sections;
mod sheet;
mod suspect;
mod units;
mod unreadable;
mod value;
mod words;
mod workbook;
mod xml;
mod year;

use rust_i18n::t;

use crate::domain::handin::{HandIn, Problem, Severity};
use crate::domain::register::Register;

use detect::Content;
pub use detect::bytes_of;
use header::Field;
use layout::{Carries, Layout, Recognition, Survey};
pub use library::{LibraryFile, read_library};
use page::{Named, Page};
use sheet::Sheet;
pub use units::{ListedUnit, UnitFile, read_units};
pub use unreadable::{Reason, Unreadable};
use words::Words;
use workbook::Workbook;

/// The most characters of a title, and the most texts of a cover that are looked at for its year.
const LONGEST_TITLE: usize = 60;
const MOST_TITLES: usize = 40;

/// Sets a sheet out anew where it has to be.
type Recast = fn(&Words<'_>) -> Option<Sheet>;

/// How sheets are set out anew before their layout is recognised, one after another; each leaves most sheets alone.
const RECASTS: [Recast; 3] = [layout::kinds_aside::turned, sections::apart, lines::apart];

/// What a file is expected to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Whatever is recognised.
    #[default]
    Auto,
    /// Targets only.
    Targets,
    /// Evaluations only.
    Evaluations,
    /// Pre-assessments only: units' own, and desks' points.
    Assessments,
    /// Forms of monitoring only.
    Monitoring,
    /// Records of registers only: of one, or of any.
    Register(Option<Register>),
}

/// Reads a file. `name` is shown in messages and may tell the year; what the file is, its bytes say.
///
/// # Errors
/// The file as a whole cannot be read; the error's text says why and what to do. What is wrong inside is in the
/// hand-in's problems.
pub fn read(name: &str, bytes: &[u8], kind: Kind) -> Result<HandIn, Unreadable> {
    let unreadable = |reason| Unreadable { file: name.to_owned(), reason };
    let book = open(name, bytes).map_err(unreadable)?;
    if book.sheets.iter().all(Sheet::is_empty) && book.doubts.is_empty() {
        return Err(unreadable(Reason::Empty));
    }
    let mut out = HandIn::default();
    let doubts = book.doubts.into_iter().map(|doubt| problem(name, doubt.severity, doubt.place, doubt.message));
    out.problems.extend(doubts);
    let mut reading = Reading { name, kind, taken: 0, named: Named::new(), strangers: Vec::new(), covers: Vec::new() };
    for sheet in leaves::joined(book.sheets).iter().filter(|sheet| !sheet.is_empty()) {
        reading.sheet(sheet, &mut out);
    }
    reading.finish(&mut out);
    for problem in &mut out.problems {
        problem.message = suspect::shown(&problem.message);
        problem.r#where = suspect::shown(&problem.r#where);
    }
    Ok(out)
}

fn open(name: &str, bytes: &[u8]) -> Result<Workbook, Reason> {
    match detect::detect(name, bytes)? {
        Content::Text => Ok(Workbook { sheets: vec![delimited::read(bytes)?], doubts: Vec::new() }),
        Content::Docx => docx::read(bytes),
        content => workbook::read(content, bytes),
    }
}

fn problem(file: &str, severity: Severity, place: String, message: String) -> Problem {
    Problem { severity, file: file.to_owned(), r#where: place, message }
}

/// The sheets of one file, one after another.
struct Reading<'a> {
    name: &'a str,
    kind: Kind,
    taken: usize,
    /// Where each project stands.
    named: Named,
    /// Sheets that look like tables but have no known layout: their place and what is missing.
    strangers: Vec<(String, String)>,
    /// The years that covers name.
    covers: Vec<i32>,
}

impl Reading<'_> {
    fn sheet(&mut self, sheet: &Sheet, out: &mut HandIn) {
        if sheet.hidden {
            let message = t!("exchange.sheet.hidden", sheet = sheet.name).into_owned();
            out.problems.push(problem(self.name, Severity::Hint, sheet.name.clone(), message));
            return;
        }
        for (place, message) in suspect::faults(sheet) {
            out.problems.push(problem(self.name, Severity::Error, place, message));
        }
        if matches!(self.kind, Kind::Register(_)) && self.register(sheet, out) {
            return;
        }
        match halves::parts(sheet) {
            Some(parts) => parts.iter().for_each(|part| self.forms(part, &RECASTS, out)),
            None => self.forms(sheet, &RECASTS, out),
        }
    }

    /// The forms of a sheet, or of the part of one that stands beside others.
    fn forms(&mut self, sheet: &Sheet, recasts: &[Recast], out: &mut HandIn) {
        let words = Words::new(sheet);
        for (at, recast) in recasts.iter().enumerate() {
            if let Some(other) = recast(&words) {
                return self.forms(&other, recasts.get(at + 1..).unwrap_or_default(), out);
            }
        }
        let survey = Survey::new(&words);
        match layout::choose(&survey) {
            Ok(layout) if self.wants(layout) => {
                self.taken += 1;
                (layout.read)(&survey, &mut Page::new(self.name, sheet, out, &mut self.named));
            }
            Ok(layout) => {
                let word = layout.carries.name();
                let message = t!("exchange.sheet.other_kind", sheet = sheet.name, kind = word).into_owned();
                out.problems.push(problem(self.name, Severity::Warning, sheet.name.clone(), message));
            }
            Err(_) if self.register(sheet, out) => {}
            Err((nearest, recognition)) => self.stranger(&words, nearest, &recognition),
        }
    }

    /// Whether the sheet is the list of a register, which is then read.
    fn register(&mut self, sheet: &Sheet, out: &mut HandIn) -> bool {
        let wanted = match self.kind {
            Kind::Auto => None,
            Kind::Register(wanted) => wanted,
            Kind::Targets | Kind::Evaluations | Kind::Assessments | Kind::Monitoring => return false,
        };
        let whole = register::recognise(sheet, self.name, wanted).map(|heads| vec![heads]);
        let all = whole.unwrap_or_else(|| register::parted(sheet, self.name, wanted));
        self.taken += usize::from(!all.is_empty());
        all.iter().for_each(|heads| register::read(sheet, self.name, heads, out));
        !all.is_empty()
    }

    const fn wants(&self, layout: &Layout) -> bool {
        match self.kind {
            Kind::Auto => true,
            Kind::Targets => matches!(layout.carries, Carries::Targets),
            Kind::Evaluations => matches!(layout.carries, Carries::Evaluations),
            Kind::Assessments => matches!(layout.carries, Carries::Assessments),
            Kind::Monitoring => matches!(layout.carries, Carries::Monitoring),
            Kind::Register(_) => false,
        }
    }

    /// A sheet without a known layout: a cover or a page of notes when nothing on it looks like a header.
    fn stranger(&mut self, words: &Words<'_>, layout: &Layout, recognition: &Recognition) {
        let nearest = header::nearest(words, Field::ALL);
        let found = nearest.as_ref().map(header::Header::known_words).unwrap_or_default();
        if found.len() > 2 || !recognition.found.is_empty() {
            let lists = nearest.as_ref().is_some_and(|header| header.has(Field::Project));
            let row = nearest.map_or(0, |header| header.first);
            let found = if found.is_empty() { recognition.found.join("、") } else { found.join("、") };
            let layout = if lists { layout::OF_PROJECTS } else { layout };
            let there = |word: &&&str| !found.split('、').any(|known| known == **word);
            let missing = recognition.missing.iter().filter(there).copied().collect::<Vec<_>>().join("、");
            let message = t!("exchange.sheet.unknown", found = found, missing = missing, layout = (layout.words)());
            self.strangers.push((words.sheet.address(row, 0), message.into_owned()));
        } else {
            let texts =
                words.sheet.texts().map(|(_, _, text)| text).filter(|text| text.chars().count() <= LONGEST_TITLE);
            self.covers.extend(texts.take(MOST_TITLES).filter_map(year::of_title));
        }
    }

    /// What the sheets leave open of their year, their cover tells, if it names one.
    fn settle_years(&self, out: &mut HandIn) {
        let Some(&year) = self.covers.first().filter(|year| self.covers.iter().all(|other| other == *year)) else {
            return;
        };
        let open = out.targets.iter_mut().map(|one| &mut one.year);
        open.chain(out.evaluations.iter_mut().map(|one| &mut one.year)).for_each(|open| *open = open.or(Some(year)));
    }

    /// Blank forms are nothing to hand in: where no other form was read, that they are blank is an error.
    fn refuse_blanks(out: &mut HandIn) {
        let read = out.targets.len() + out.evaluations.len() + out.forms.len() + out.records.len();
        let unnamed = t!("exchange.project.unnamed");
        for blank in out.problems.iter_mut().filter(|problem| read == 0 && problem.message == unnamed) {
            blank.severity = Severity::Error;
        }
    }

    /// Sheets of no known layout are doubtful beside others that were read, and an error when there are no others.
    fn finish(self, out: &mut HandIn) {
        self.settle_years(out);
        Self::refuse_blanks(out);
        let nothing = self.taken == 0 && out.problems.iter().all(|problem| problem.severity != Severity::Error);
        let severity = if self.taken == 0 { Severity::Error } else { Severity::Warning };
        let silent = self.strangers.is_empty();
        for (place, message) in self.strangers {
            out.problems.push(problem(self.name, severity, place, message));
        }
        if nothing && silent {
            out.problems.push(problem(
                self.name,
                Severity::Error,
                String::new(),
                t!("exchange.sheet.none").into_owned(),
            ));
        }
    }
}
