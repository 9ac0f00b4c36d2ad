//! Yunnan's self-evaluation (公开14表): a header of two rows, sign, value and unit of measure in columns of their own.
//! Otherwise it is the national form, and read as such.

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey, self_evaluation};
use crate::exchange::header::Field;

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Evaluations, recognise, read: self_evaluation::read };

fn words() -> String {
    t!("exchange.layout.self_evaluation_yunnan14").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    Recognition::weigh(&[
        ("项目名称", survey.names_project() && !survey.lists_projects(), true),
        ("三级指标", survey.form_has(Field::Level3), true),
        ("指标性质", survey.form_has(Field::Sign), true),
        ("度量单位", survey.form_has(Field::Measure), true),
        ("实际完成值、得分", survey.evaluates(), true),
    ])
}
