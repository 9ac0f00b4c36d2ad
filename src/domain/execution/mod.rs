//! What became of an approved target in its year (执行): monitoring while the money is spent (绩效运行监控), and evaluation once the year is
//! closed (绩效自评、财政再评价).
//!
//! `rule` the rules as data, each with its source · `appraisal` an evaluation made of what was reached, scored by the rule · `progress` what
//! was reached so far, and its light · `wish` → `event` / `refusal`, with `facts` as what may be asked · `record` what stands after the events ·
//! `view` what is shown, `words` how it is called. Knows nothing of how targets are reviewed: it begins where they are approved.

pub mod appraisal;
pub mod event;
pub mod facts;
pub mod progress;
pub mod record;
pub mod refusal;
pub mod rule;
pub mod view;
pub mod wish;
pub mod words;
