//! Names as forms write them: codes in front of units and projects, numbers in front of indicators, words for sums.
//!
//! Owns what is peeled off a name and what counts as no name at all.

use crate::domain::measure::{fold, says_nothing, squeeze};
use crate::domain::target::{ProjectName, UnitName};

/// Characters that part a code from a name.
const JOINTS: [char; 9] = ['-', '—', '_', ' ', ':', ']', ')', '】', '\u{3000}'];

/// A unit's code and name: `820001-井研县马踏镇人民政府`, `[820001]…`, `820001…`, `一、…` in a list of units.
pub fn unit(text: &str) -> UnitName {
    let listed = text.trim_start().trim_start_matches(|c| "一二三四五六七八九十".contains(c)).strip_prefix('、');
    let (code, name) = coded(listed.unwrap_or(text), |code| {
        code.bytes().all(|byte| byte.is_ascii_digit()) && (3..=12).contains(&code.len())
    });
    UnitName { code, name }
}

/// How the names of organisations end that hand in forms.
const ORGANISATIONS: [&str; 46] = [
    "局",
    "委员会",
    "办公室",
    "中心",
    "政府",
    "法院",
    "检察院",
    "医院",
    "卫生院",
    "学院",
    "研究院",
    "敬老院",
    "福利院",
    "养老院",
    "学校",
    "小学",
    "中学",
    "党校",
    "幼儿园",
    "一中",
    "二中",
    "所",
    "站",
    "大队",
    "支队",
    "总队",
    "馆",
    "园",
    "联合会",
    "联社",
    "工会",
    "协会",
    "总会",
    "商会",
    "办事处",
    "街道",
    "镇",
    "乡",
    "社区",
    "公司",
    "县委",
    "区委",
    "党委",
    "团委",
    "部",
    "厅",
];

/// Whether a text is the name of an organisation, perhaps with its code before it and a remark in brackets behind it.
pub fn is_organisation(text: &str) -> bool {
    let unit = unit(text);
    let name = fold(&unit.name);
    let name = name.split('(').next().unwrap_or_default().trim();
    let name = ["本级", "机关", "本部"].iter().find_map(|own| name.strip_suffix(own)).unwrap_or(name);
    (3..=30).contains(&name.chars().count())
        && !name.contains(|c: char| c.is_ascii_digit() || "、,;。:".contains(c))
        && ORGANISATIONS.iter().any(|end| name.ends_with(end))
}

/// A project's code (21 characters: area 6, year 2, R/Y/T, 12 digits; older ones are all digits, Hebei's have P and a letter at
/// the end) and name.
pub fn project(text: &str) -> ProjectName {
    let (code, name) = coded(text, is_project_code);
    ProjectName { code, name }
}

/// Whether a text is a project's code.
pub fn is_project_code(code: &str) -> bool {
    let place = |(at, byte): (usize, u8)| match at {
        8 => byte.is_ascii_digit() || b"RYTP".contains(&byte),
        20 => byte.is_ascii_alphanumeric(),
        _ => byte.is_ascii_digit(),
    };
    code.len() == 21 && code.bytes().enumerate().all(place)
}

/// Whether a text at a label of codes can be one: systems write them in lengths of their own.
pub fn may_be_code(code: &str) -> bool {
    (6..=40).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && code.bytes().filter(u8::is_ascii_digit).count() * 2 > code.len()
}

fn coded(text: &str, is_code: impl Fn(&str) -> bool) -> (Option<String>, String) {
    let whole = one_line(text);
    let inner = whole.trim_start_matches(['[', '(', '【', '（']);
    let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let Some((code, rest)) = inner.split_at_checked(length) else { return (None, whole) };
    let name = rest.trim_start_matches(JOINTS).trim_start_matches('）').trim();
    let joined = rest.starts_with(JOINTS) || rest.starts_with('）') || code.len() == 6 || code.len() == 21;
    let counted = rest.starts_with(['年', '个', '万', '亩', '户', '人']);
    if is_code(code) && joined && !counted && !name.is_empty() {
        return (Some(code.to_owned()), name.to_owned());
    }
    (None, whole)
}

/// A text without line breaks and blanks around.
pub fn one_line(text: &str) -> String {
    text.replace('\n', "").trim().to_owned()
}

/// An indicator's name without `指标1:` in front and a template's hint (`(≥**人)`) behind; empty for a template's placeholder.
/// What `指标:` without a number heads is the whole name.
pub fn indicator(text: &str) -> String {
    let whole = one_line(text);
    let name = match numbered(&whole) {
        Some(name) if whole.starts_with("指标:") => name,
        Some(name) => without_hint(name),
        None => without_hint(without_number(&whole)),
    };
    if says_nothing(name) || matches!(squeeze(name).as_str(), "..." | "……" | "…" | "无") {
        String::new()
    } else {
        name.to_owned()
    }
}

/// An indicator's name as a form has to state it, so that [`indicator`] gives the name again, and nobody takes the row
/// for a sum or a repeated header.
pub fn kept(name: &str) -> String {
    let heads = || super::header::field_of(name).is_some_and(|(field, _)| field == super::header::Field::Level3);
    if !name.is_empty() && (indicator(name) != name || is_total(name) || heads()) {
        format!("指标:{name}")
    } else {
        name.to_owned()
    }
}

/// A name without the number that only counts it: `1.新建公路`, `2、合格率`. Numbers that go on behind the mark are the name's own.
fn without_number(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let marked = (1..=2).contains(&(name.len() - rest.len())).then(|| rest.strip_prefix(['.', '．', '、'])).flatten();
    let goes_on = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_numeric());
    marked.map(str::trim_start).filter(|rest| !rest.is_empty() && !goes_on(rest)).unwrap_or(name)
}

/// A name without what a template says behind it of the value to be filled in: a sign with its unit in brackets, and no number.
fn without_hint(name: &str) -> &str {
    let inner = name.strip_suffix([')', '）']);
    let Some((before, hint)) = inner.and_then(|inner| inner.rsplit_once(['(', '（'])) else { return name };
    let hint = fold(hint);
    let signed = hint.trim_start().starts_with(['≥', '≤', '>', '<', '=']);
    let before = before.trim_end();
    if signed && !hint.contains(|c: char| c.is_ascii_digit()) && !before.is_empty() { before } else { name }
}

/// What follows `指标1:`, `指标一、`, `指标2`.
fn numbered(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("指标")?.trim_start();
    let number =
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || "０１２３４５６７８９一二三四五六七八九十".contains(c));
    let rest = number.trim_start();
    let tail = rest.strip_prefix([':', '：', '、', '.', '．']);
    match (number.len() < text.len() - "指标".len(), tail) {
        (_, Some(tail)) => Some(tail.trim()),
        (true, None) if rest.is_empty() => Some(""),
        _ => unparted(text),
    }
}

/// What follows `指标1` with nothing between, unless the number counts something: 指标1工程完工率, but 指标3个.
fn unparted(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("指标")?;
    let name = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.len() - name.len();
    let counted = name.starts_with(['个', '项', '类', '条', '级', '年', '月', '号', '%', '.', '-']);
    let counts = counted && !name.starts_with("项目");
    let named = name.chars().next().is_some_and(char::is_alphabetic) && name.chars().count() > 1;
    ((1..=2).contains(&digits) && named && !counts).then_some(name)
}

/// A category, or what is ticked among several: `□新增项目 ☑延续项目`. `None` when nothing is ticked.
pub fn category(text: &str) -> Option<String> {
    let line = one_line(text);
    let ticks = ['☑', '√', '■', '✓', '☒', '✔'];
    if !line.contains('□') && !line.contains(ticks) {
        return Some(line).filter(|line| !says_nothing(line));
    }
    let (_, ticked) = line.split_once(ticks)?;
    let end = ticked.find(|c: char| c == '□' || c.is_whitespace()).unwrap_or(ticked.len());
    ticked.get(..end).map(str::to_owned).filter(|ticked| !ticked.is_empty())
}

/// Whether a text stands for the unit that fills the form in without naming it.
pub fn means_itself(text: &str) -> bool {
    matches!(squeeze(text).as_str(), "本单位" | "本部门" | "我单位" | "我局" | "本局" | "同上" | "本机关" | "本级")
}

/// Whether a text heads a row of sums.
pub fn is_total(text: &str) -> bool {
    // Every word for a sum has one of these; most texts have none.
    if !text.contains(['计', '总', '得']) {
        return false;
    }
    let text = super::header::bare(text);
    matches!(
        text.trim_end_matches('分'),
        "合计"
            | "小计"
            | "总计"
            | "总"
            | "金额合计"
            | "单位合计"
            | "部门合计"
            | "本页合计"
            | "本页小计"
            | "项目合计"
            | "自评总"
            | "总得"
            | "得分合计"
            | "分值合计"
            | "自评得"
            | "综合得"
            | "评价得"
            | "共计"
            | "总分值"
            | "自评总得"
            | "总分合计"
    )
}

/// Whether a text belongs below a table: notes, signatures, opinions.
pub fn is_footer(text: &str) -> bool {
    let text = squeeze(text);
    let starts = [
        "注:",
        "注1",
        "备注:",
        "说明:",
        "填表",
        "填报人",
        "填报日期",
        "制表",
        "审核人",
        "单位负责人",
        "联系人",
        "联系电话",
    ];
    let page = text.starts_with('第') && text.contains('页') && text.chars().count() < 16;
    page || starts.iter().any(|word| text.starts_with(word))
        || (text.contains("意见") && super::header::bare(&text).ends_with("意见"))
        || ["盖章", "签字", "负责人:", "其他需要说明", "需要说明的", "评价结论", "自评结论", "评价等级", "自评等级"]
            .iter()
            .any(|word| text.contains(word) && text.chars().count() < 40)
}

/// What stands behind a label in the same cell, without remarks for the one who fills it in.
pub fn inline(text: &str) -> String {
    let folded = fold(text);
    let cut = ["(盖章)", "(公章)", "(签章)", "金额单位", "单位:", "填报日期", "日期:"]
        .iter()
        .filter_map(|mark| folded.find(mark));
    let end = cut.min().unwrap_or(folded.len());
    before_label(folded.get(..end).unwrap_or_default().trim()).to_owned()
}

/// A text without the label, and what stands behind it, that follows in the same cell after a gap: `某局      年度:2025年`.
fn before_label(text: &str) -> &str {
    let gap = text.find("  ").and_then(|at| text.split_at_checked(at));
    gap.filter(|(_, rest)| rest.contains(':')).map_or(text, |(text, _)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        let split = |text| {
            let unit = unit(text);
            (unit.code.unwrap_or_default(), unit.name)
        };
        let expected = ("820001".to_owned(), "井研县马踏镇人民政府".to_owned());
        for text in [
            "820001-井研县马踏镇人民政府",
            "[820001]井研县马踏镇人民政府",
            "820001井研县马踏镇人民政府",
            "（820001）井研县马踏镇人民政府",
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
        assert_eq!(split("820-马踏镇部门").0, "820");
        assert_eq!(split("二、中江县水利局"), (String::new(), "中江县水利局".to_owned()));
        assert_eq!(split("中江县水利局"), (String::new(), "中江县水利局".to_owned()));
        assert_eq!(project("2018年市级专项扶贫资金").code, None);
        assert_eq!(project("53032321X000000000123低保金").code, None, "neither R, Y, T nor a digit");
        let code = "53032322T000000000123";
        assert_eq!(project(&format!("{code}-低保金")), ProjectName { code: Some(code.into()), name: "低保金".into() });
    }

    #[test]
    fn organisations() {
        for text in [
            "望谟县民政局",
            "207001-望谟县民政局(本级)",
            "350001某县农业农村局",
            "某县第三幼儿园",
            "白石镇人民政府",
            "县委宣传部",
        ] {
            assert!(is_organisation(text), "{text}");
        }
        for text in ["低保金", "公路养护、桥梁维修所", "3个乡镇", "2024年预算表", "民生类", "镇"]
        {
            assert!(!is_organisation(text), "{text}");
        }
    }

    #[test]
    fn categories() {
        assert_eq!(category("特定目标类项目").as_deref(), Some("特定目标类项目"));
        assert_eq!(category("□新增 ☑延续 □其他").as_deref(), Some("延续"));
        assert_eq!(category("□新增 □延续"), None);
        assert_eq!(category("—"), None);
    }

    #[test]
    fn indicators_and_sums() {
        assert_eq!(indicator("指标1：保障人数"), "保障人数");
        assert_eq!(indicator("指标2:"), "");
        assert_eq!(indicator("指标3"), "");
        assert_eq!(indicator("指标完成率"), "指标完成率");
        assert_eq!(indicator("指标1工程完工率"), "工程完工率");
        assert_eq!(indicator("指标12项目完成率"), "项目完成率");
        assert_eq!(indicator("指标3个"), "指标3个");
        assert_eq!(indicator("1.新建公路"), "新建公路");
        assert_eq!(indicator("12、合格率"), "合格率");
        assert_eq!(indicator("1.5公里道路"), "1.5公里道路");
        assert_eq!(indicator("1、2号线里程"), "1、2号线里程");
        assert_eq!(indicator(&kept("1.新建公路")), "1.新建公路");
        assert_eq!(indicator("新建蓄水池数量(≥**座)"), "新建蓄水池数量");
        assert_eq!(indicator("指标1:贫困人口满意度（ ≥**% ）"), "贫困人口满意度");
        assert_eq!(indicator("产床(双体)(≥套)"), "产床(双体)");
        assert_eq!(indicator("达标率(≥95%)"), "达标率(≥95%)", "a value is no hint");
        assert_eq!(indicator(&kept("保育栏(≥套)")), "保育栏(≥套)");
        assert_eq!(indicator("……"), "");
        assert_eq!(indicator("村组干部230人"), "村组干部230人");
        for text in ["合 计", "小计", "总分", "总 分", "合计："] {
            assert!(is_total(text), "{text}");
        }
        assert!(!is_total("总投资"));
        assert!(
            is_footer("财政部门审核意见")
                && is_footer("第 1 页，共 2 页")
                && is_footer("填表人:      填报日期:")
                && !is_footer("群众意见办结率达到百分之九十五以上的比例与去年相比有所提高并持续保持稳定的水平")
        );
        assert_eq!(inline("(盖章)            单位:万元"), "");
        assert_eq!(inline("永德县明朗中学（盖章）"), "永德县明朗中学");
        assert_eq!(inline("某县林业局            年度：2025年"), "某县林业局");
    }
}
