//! What one cell holds: marks with indicators behind them, or indicators with their levels joined to them.
//!
//! Owns how a cell is taken apart. Whatever is not understood as a whole is not read at all.

use crate::domain::measure::Measure;
use crate::domain::target::Indicator;
use crate::exchange::value::{opening, parted};
use crate::exchange::{level, lines, name};

/// What one cell holds.
#[derive(Debug, Default, PartialEq)]
pub struct Contents {
    /// The objective; `""` when it stands elsewhere.
    pub objective: String,
    /// The indicators in the cell's order.
    pub indicators: Vec<Indicator>,
}

/// Whether a cell marks indicators by their levels.
pub fn is_marked(text: &str) -> bool {
    let mut marks = text.split('【').skip(1).filter_map(|part| part.split_once('】')).map(|(mark, _)| mark);
    marks.any(|mark| levels(mark).is_some())
}

/// The levels of a mark: 产出指标-数量指标.
fn levels(mark: &str) -> Option<(String, String)> {
    let (first, second) = mark.split_once(['-', '—', '－', '_'])?;
    (level::is_first(first) && level::is_second(second))
        .then(|| Some((level::first(first)?, level::second(second)?)))
        .flatten()
}

impl Contents {
    /// Reads a cell; `None` when anything in it is not understood.
    pub fn read(cell: &str) -> Option<Self> {
        if is_marked(cell) {
            return marked(cell);
        }
        if is_by_kind(cell) {
            return by_kind(cell).map(|indicators| Self { objective: String::new(), indicators });
        }
        let indicators = pieces(cell).into_iter().map(|piece| joined(&piece)).collect::<Option<Vec<_>>>()?;
        Some(Self { objective: String::new(), indicators })
    }
}

/// Whether a cell holds nothing but indicators with their levels joined to them, each with its value.
pub fn is_joined(cell: &str) -> bool {
    level::joined(cell).is_some() && pieces(cell).first().is_some_and(|piece| joined(piece).is_some())
}

/// Whether a cell lists indicators with their levels, joined to them or above them.
pub fn lists(cell: &str) -> bool {
    is_joined(cell) || is_by_kind(cell)
}

/// Whether a cell's lines begin with the names of levels: `产出指标：` above `数量指标：巡查次数≥200次`.
pub fn is_by_kind(cell: &str) -> bool {
    // A level alone lists nothing; most cells of a table with columns for the levels are that.
    cell.contains(['\n', ':', '：'])
        && level::joined(cell).is_none()
        && cell.lines().next().is_some_and(|line| kind(line).is_some())
        && by_kind(cell).is_some()
}

/// A level at the beginning of a line, and what stands behind it.
fn kind(line: &str) -> Option<(&str, &str)> {
    let line = line.trim().trim_start_matches(|c: char| "一二三四五六".contains(c) || c.is_ascii_digit());
    let line = line.trim_start_matches(['、', '.', ')', '）', '(', '（', ' ']);
    let (head, rest) = line.split_once([':', '：']).unwrap_or((line, ""));
    let level = level::is_first(head) || level::is_second(head);
    (level && (!rest.trim().is_empty() || head.ends_with("指标"))).then_some((head, rest.trim()))
}

/// Reads a cell by its lines; `None` when one of them is no indicator under a level.
fn by_kind(cell: &str) -> Option<Vec<Indicator>> {
    let (mut l1, mut l2) = (None, None);
    let mut out = Vec::new();
    for line in cell.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let rest = match kind(line) {
            Some((head, rest)) if level::is_second(head) && !(level::is_first(head) && rest.is_empty()) => {
                l2 = level::second(head);
                let above = l2.as_deref().and_then(level::above).map(str::to_owned);
                l1 = if l2.as_deref() == Some("成本指标") { l1.or(above) } else { above.or(l1) };
                rest
            }
            Some((head, rest)) => {
                (l1, l2) = (level::first(head), None);
                rest
            }
            None => line,
        };
        if rest.is_empty() {
            continue;
        }
        l1.as_ref()?;
        let listed = lines::listed(rest).unwrap_or_else(|| rest.split([';', '；']).map(str::to_owned).collect());
        for item in
            listed.iter().map(|item| item.trim().trim_end_matches(['。', ',', '，'])).filter(|item| !item.is_empty())
        {
            let (named, value) = parted(item)?;
            let named = name::indicator(named.trim_end_matches([':', '：']));
            let stated = Indicator::stating(named, Measure::read(value));
            out.push(Indicator { l1: l1.clone(), l2: l2.clone(), ..stated });
        }
    }
    (!out.is_empty()).then_some(out)
}

/// A cell's indicators apart: each begins with its levels.
fn pieces(cell: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for part in cell.split(['\n', ';', '；']).map(str::trim).filter(|part| !part.is_empty()) {
        match out.last_mut() {
            Some(last) if level::joined(part).is_none() => {
                last.push(';');
                last.push_str(part);
            }
            _ => out.push(part.to_owned()),
        }
    }
    out
}

/// `产出指标-数量指标-机柜数量≥77台`.
fn joined(piece: &str) -> Option<Indicator> {
    let line = piece.trim_end_matches(['。', ',', '，']);
    let found = level::joined(line)?;
    let (named, value) = parted(found.rest)?;
    let (named, measure) = (name::indicator(named), Measure::read(value));
    if named.is_empty() || measure.written().value.is_empty() {
        return None;
    }
    Some(Indicator { l1: found.first, l2: found.second, ..Indicator::stating(named, measure) })
}

/// Reads a cell whose marks stand in front of its indicators.
fn marked(cell: &str) -> Option<Contents> {
    let mut out = Contents::default();
    for part in cell.split('【').skip(1) {
        let (mark, text) = part.split_once('】')?;
        let text = text.trim_start_matches([':', '：']).trim();
        match levels(mark) {
            Some((l1, l2)) => {
                for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                    out.indicators.push(indicator(&l1, &l2, line)?);
                }
            }
            None if mark.ends_with("目标") => text.clone_into(&mut out.objective),
            None if mark.contains("指标") => return None,
            None => {}
        }
    }
    Some(out)
}

/// `指标1:机柜数量(≥77台)`: the last brackets hold the value.
fn indicator(l1: &str, l2: &str, line: &str) -> Option<Indicator> {
    let line = line.trim_end_matches([';', '；', '。', ',', '，']);
    let inner = line.strip_suffix([')', '）'])?;
    let open = opening(inner)?;
    let (head, value) = inner.split_at_checked(open)?;
    let name = name::indicator(head);
    let measure = Measure::read(value.trim_start_matches(['(', '（']));
    (!name.is_empty() && !measure.written().value.is_empty()).then(|| Indicator {
        l1: Some(l1.to_owned()),
        l2: Some(l2.to_owned()),
        ..Indicator::stating(name, measure)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_marks() {
        let cell = "【总体目标】\n保障租赁\n【产出指标-数量指标】\n指标1:机柜(柜)数量(≥77台)\n指标2:巡检(4次)\n【满意度指标-服务对象满意度】指标1:群众满意度(≥90%)";
        let read = Contents::read(cell).unwrap();
        assert_eq!(read.objective, "保障租赁");
        let lines: Vec<_> = read.indicators.iter().map(|one| (one.name(), one.value.as_deref().unwrap())).collect();
        assert_eq!(lines, [("机柜(柜)数量", "77"), ("巡检", "4"), ("群众满意度", "90")]);
        assert_eq!(read.indicators[2].l2.as_deref(), Some("服务对象满意度指标"));
    }

    #[test]
    fn a_cell_with_levels_joined_to_its_indicators() {
        let cell = "产出指标-数量指标-巡查次数≥200次;产出指标-时效指标-完成时间2025年11月底前\n成本指标-经济成本指标-单价：不超过3元;\n\
            满意度指标-服务对象满意度指标-群众满意度（≥90%）；效益指标-社会效益指标-街面环境：整洁；有序";
        let read = Contents::read(cell).unwrap();
        let lines: Vec<_> =
            read.indicators.iter().map(|one| (one.l1.as_deref().unwrap(), one.name(), one.measure_text())).collect();
        let line = |l1, name, measure: &str| (l1, name, measure.to_owned());
        assert_eq!(
            lines,
            [
                line("产出指标", "巡查次数", "≥200 次"),
                line("产出指标", "完成时间", "2025年11月底前"),
                line("成本指标", "单价", "≤3 元"),
                line("满意度指标", "群众满意度", "≥90%"),
                line("效益指标", "街面环境", "整洁;有序"),
            ]
        );
    }

    #[test]
    fn a_cell_with_its_levels_at_the_beginnings_of_lines() {
        let cell = "产出指标:\n数量指标:1.新建站点=32个；2.改建站点≥3个\n时效指标:建成时间:2024年9月\n满意度指标:\n服务对象满意度:村民满意度≥90%";
        let read = Contents::read(cell).unwrap().indicators;
        let lines: Vec<_> = read
            .iter()
            .map(|one| {
                format!(
                    "{}|{}|{}|{}",
                    one.l1.as_deref().unwrap(),
                    one.l2.as_deref().unwrap(),
                    one.name(),
                    one.measure_text()
                )
            })
            .collect();
        assert_eq!(
            lines,
            [
                "产出指标|数量指标|新建站点|=32 个",
                "产出指标|数量指标|改建站点|≥3 个",
                "产出指标|时效指标|建成时间|2024年9月",
                "满意度指标|服务对象满意度指标|村民满意度|≥90%",
            ]
        );
        assert!(!is_by_kind("产出指标\n按时完成") && !is_by_kind("巡查次数≥200次"));
    }

    #[test]
    fn what_is_not_understood_is_not_read() {
        for cell in [
            "【产出指标-数量指标】机柜数量77台",
            "【产出指标-数量指标】指标1:机柜数量()",
            "【总体目标】保障【其他指标】指标1:数量(1)",
            "产出指标-数量指标-巡查情况",
        ] {
            assert_eq!(Contents::read(cell), None, "{cell}");
        }
    }
}
