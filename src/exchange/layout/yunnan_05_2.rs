//! Yunnan's 05-2 项目支出绩效目标表: several projects, units and projects in one column, the unit on a row of its own;
//! sign, value and unit of measure apart; no amounts.

use rust_i18n::t;

use super::{Carries, Layout, Recognition, Survey};
use crate::exchange::blocks;
use crate::exchange::header::Field;
use crate::exchange::page::Page;

/// The layout.
pub const LAYOUT: Layout = Layout { words, carries: Carries::Targets, recognise, read };

fn words() -> String {
    t!("exchange.layout.yunnan_05_2").into_owned()
}

fn recognise(survey: &Survey<'_>) -> Recognition {
    let both = survey.table_has(Field::UnitProject);
    let named = survey.titled("05-2") && survey.table_has(Field::Project);
    Recognition::weigh(&[
        ("单位名称、项目名称", both || named, true),
        ("三级指标", survey.table_has(Field::Level3), true),
        ("指标值", survey.table_has(Field::Value), true),
        ("项目年度绩效目标", survey.table_has(Field::Objective), false),
        ("指标性质", survey.table_has(Field::Sign), false),
        ("指标属性", survey.table_has(Field::Nature), false),
        ("05-2", survey.titled("05-2"), false),
    ])
}

fn read(survey: &Survey<'_>, page: &mut Page<'_>) {
    if let Some(header) = &survey.table {
        blocks::read(page, survey.words, header);
    }
}
