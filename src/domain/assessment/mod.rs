//! The pre-assessment (事前绩效评估) of a project before its target: the unit assesses itself on five dimensions with items and evidence, the desk
//! reviews, the budget desk concludes, results are fed back, the unit puts right and hands in again (the county's report, 二).
//!
//! `rule` its procedure as data: a second file on the engine of `procedure` · `record` what there is of one · `wish` → `event` / `refusal`, with
//! `facts` as what may be asked · `view` what is shown, `words` how it is called. Knows of targets only which projects need one.

pub mod event;
pub mod facts;
pub mod record;
pub mod refusal;
pub mod rule;
pub mod view;
pub mod wish;
pub mod words;
