//! Draws the queue:
//!
//! ```text
//!  会审 师宗县 2021年 示例数据                                    教科文股经办
//!  轮到我 23 | 待报 2 | 部门审核 12 | 初审 43 | …
//!  筛选 股室:教科文                                     23 项 · 1,284.50 万元
//!    项目                 单位         金额(万元)  环节  等待  对应  建议
//!  ▸ 义务教育营养改善计划 教育体育局       386.00  初审   3天  缺1   -
//!  …
//!  目标 3 条,指标 8 个;目标 3 无对应指标
//! ```

mod bars;
pub mod columns;
mod preview;
mod table;

use ratatui::layout::{Position, Rect};

use crate::app::common::Common;
use crate::app::screen::queue::Queue;
use crate::ui::look::Look;
use crate::ui::over::Over;
use crate::ui::split;

/// Draws the screen without the lines that are shown already; the hidden cursor rests on the selected row.
pub fn draw(queue: &Queue, common: &Common, look: &Look, over: &mut Over<'_, '_>, area: Rect) -> Option<Position> {
    let ([title, tabs, filter, heading], rest) = split::lines(area);
    let (list, foot) = split::bottom(rest, 1);
    bars::title(common, look, over, title);
    bars::tabs(queue, look, over, tabs);
    bars::filter(queue, look, over.frame, filter);
    let rest = table::draw(queue, common, look, over, (heading, list));
    bars::fault(queue, look, over, heading);
    preview::draw(queue, common, look, over, foot);
    rest
}
