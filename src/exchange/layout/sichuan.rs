//! Sichuan's 部门预算项目绩效目标申报表, and every other table with a column of projects: units, projects and amounts in columns
//! of their own, perhaps a department's row with a sum above its units.

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey};
use crate::exchange::blocks;
use crate::exchange::header::Field;
use crate::exchange::page::Page;

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

fn words() -> String {
    t!("exchange.layout.sichuan").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let evaluated = survey.table_has(Field::Actual) || survey.table_has(Field::Score);
    Recognition::weigh(&[
        ("项目名称", survey.table_has(Field::Project) && !evaluated, true),
        ("三级指标", survey.table_has(Field::Level3), true),
        ("指标值", survey.table_has(Field::Value), true),
        ("单位名称", survey.table_has(Field::Unit), false),
        ("预算数", survey.table_has(Field::Amount), false),
        ("年度目标", survey.table_has(Field::Objective), false),
    ])
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    if let Some(header) = &survey.table {
        blocks::read(page, survey.words, header);
    }
}
