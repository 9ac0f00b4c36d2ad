//! The field's words and rules: what a target, an indicator, a grade, a stage is, and what may happen to it.
//!
//! Pure: no I/O, no clock, no randomness, no SQL, no screen. Everything else stands on this room.
//!
//! | words | rules |
//! |---|---|
//! | `money` `measure` `grade` `time` `calendar` `text` `bilingual` `ids` | how amounts, values, grades, working days and names are read and compared |
//! | `people` `target` `objective` `evaluation` `handin` `intake` `prior` `revision` | who asks for what money, for which ends, what came of it before, and what changed from round to round |
//! | `assessment` | the pre-assessment of a project before its target: the unit's own, the desks', conclusion |
//! | `preparation` | who must hand in what for a year, and what is still to come |
//! | `execution` | what became of an approved target: monitoring, self-evaluation, re-evaluation |
//! | `session` | the joint session: members, agenda, quorum, sealed ballots, tally |
//! | `register` | the registers of the year: documents, leading group, disclosure, poverty-alleviation funds, training, publicity |
//! | `report` | the annual work report: figures with definitions, sections, two years compared |
//! | `procedure` | stages, criteria, grade rules and routes, from data; how any course is walked |
//! | `check` | what the program finds in a form by itself (预警) |
//! | `command` → `decide` → `event` / `refusal` | the one way to change anything; `facts` is what it may ask, `model` the file in memory |
//! | `access` `query` `pinyin` `view` `export` | who may see and do what, how things are found, and in which shape they are read |

pub mod access;
pub mod assessment;
pub mod bilingual;
pub mod calendar;
pub mod check;
pub mod command;
pub mod correspondence;
pub mod decide;
pub mod desk_order;
pub mod evaluation;
pub mod event;
pub mod execution;
pub mod export;
pub mod facts;
pub mod grade;
pub mod handin;
pub mod ids;
pub mod intake;
pub mod key;
pub mod known;
pub mod library;
pub mod measure;
pub mod model;
pub mod money;
pub mod objective;
pub mod people;
pub mod phrase;
pub mod pinyin;
pub mod preparation;
pub mod prior;
pub mod procedure;
pub mod query;
pub mod refusal;
pub mod register;
pub mod report;
pub mod revision;
pub mod rights;
pub mod score;
pub mod session;
pub mod target;
pub mod text;
pub mod time;
pub mod unsent;
pub mod view;

pub use decide::decide;
