//! Finds the numbers in front of an objective's items: `目标1:`, `1.`, `（一）`, `一是`, `①`.
//!
//! A number counts only as part of a run 1, 2, 3 … in one style, so that `12.5万`, `2023.07` and 建设2、3号楼 are left alone.

/// The style of a number; a run keeps to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `目标1:`, `目标一、`, `任务2：`.
    Goal,
    /// `1.`, `1、`, `1．`, `1)`.
    Plain,
    /// `(1)`, `（一）`.
    Bracket,
    /// `一、`, `第一，`.
    Chinese,
    /// `一是`.
    Is,
    /// `①`.
    Circle,
}

/// A number found in a text.
#[derive(Debug, Clone, Copy)]
struct Marker {
    style: Style,
    ordinal: u32,
    start: usize,
    end: usize,
    /// Whether it may as well be a number with decimals: `3.65岁以上老年人`.
    doubtful: bool,
}

/// Parts a text at its longest run of numbers; the whole text when there is none.
/// Words before the first number are an item of their own unless they only introduce the list.
pub fn split(text: &str) -> Vec<&str> {
    let run = best_run(text);
    let Some(first) = run.first().filter(|_| run.len() > 1) else { return vec![text] };
    let mut out = Vec::with_capacity(run.len() + 1);
    let intro = text.get(..first.start).unwrap_or_default().trim();
    if intro.chars().count() > 14 && !intro.ends_with([':', '：']) {
        out.push(intro);
    }
    for (place, marker) in run.iter().enumerate() {
        let end = run.get(place + 1).map_or(text.len(), |next| next.start);
        out.extend(text.get(marker.end..end));
    }
    out
}

/// A text without the number at its head.
pub fn strip(text: &str) -> &str {
    at(text, 0)
        .filter(|marker| marker.ordinal > 0 && !marker.doubtful)
        .and_then(|marker| text.get(marker.end..))
        .unwrap_or(text)
}

/// The run 1, 2, 3 … that starts first; of several styles starting together the longest.
fn best_run(text: &str) -> Vec<Marker> {
    let markers = all(text);
    let mut best: Vec<Marker> = Vec::new();
    for (place, first) in markers.iter().enumerate().filter(|(_, marker)| marker.ordinal == 1 && !marker.doubtful) {
        let mut run = vec![*first];
        let alike = |marker: &&Marker| marker.style == first.style;
        for (at, marker) in markers.iter().enumerate().skip(place + 1).filter(|(_, marker)| alike(marker)) {
            let follows = run.last().is_some_and(|last| marker.ordinal == last.ordinal + 1);
            let surer = |other: &&Marker| !other.doubtful && other.ordinal == marker.ordinal;
            let doubtful = marker.doubtful && markers.iter().skip(at + 1).filter(alike).any(|other| surer(&other));
            if follows && !doubtful {
                run.push(*marker);
            }
        }
        if run.len() > 1 && best.is_empty() {
            best = run;
        }
    }
    best
}

fn all(text: &str) -> Vec<Marker> {
    let mut out: Vec<Marker> = Vec::new();
    for (place, _) in text.char_indices().filter(|&(_, c)| may_begin(c)) {
        if out.last().is_some_and(|last| place < last.end) {
            continue;
        }
        out.extend(at(text, place));
    }
    out
}

/// Whether a number may start with a character: nearly none does, and those are told at once.
const fn may_begin(c: char) -> bool {
    matches!(c, '0'..='9' | '①'..='⑳' | '(' | '（' | '目' | '任' | '第')
        || matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// The number that starts at a place, if one does.
fn at(text: &str, place: usize) -> Option<Marker> {
    let (before, rest) = (text.get(..place)?, text.get(place..)?);
    let boundary = before.trim_end_matches(' ').chars().next_back().is_none_or(|c| "\n;；。,，:：!！".contains(c));
    let found = circle(rest)
        .or_else(|| goal(rest))
        .or_else(|| bracket(rest))
        .or_else(|| if boundary { chinese(rest) } else { None })
        .or_else(|| plain(before, rest, boundary));
    let doubtful = found.is_none();
    let (style, ordinal, length) = found.or_else(|| decimal(before, rest))?;
    Some(Marker { style, ordinal, start: place, end: place + length, doubtful })
}

/// `3.65岁以上` where an item may begin: behind a mark that ends one.
fn decimal(before: &str, rest: &str) -> Found {
    let (ordinal, tail) = arabic(rest)?;
    let after = tail.strip_prefix(['.', '．'])?;
    let ended = before.trim_end_matches(' ').ends_with([';', '；', '。', '\n']);
    let count = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let worded = count.len() < after.len() && count.starts_with(char::is_alphabetic);
    (ended && worded).then_some((Style::Plain, ordinal, rest.len() - after.len()))
}

type Found = Option<(Style, u32, usize)>;

fn circle(rest: &str) -> Found {
    let c = rest.chars().next()?;
    let ordinal = (c as u32).checked_sub('①' as u32).filter(|step| *step < 20)? + 1;
    Some((Style::Circle, ordinal, c.len_utf8()))
}

fn goal(rest: &str) -> Found {
    let after = ["目标", "任务"].iter().find_map(|word| rest.strip_prefix(word))?;
    let inner = after.trim_start_matches(['(', '（']);
    let (ordinal, tail) = arabic(inner).or_else(|| hanzi(inner))?;
    let tail = tail.trim_start_matches([')', '）']);
    let marked = tail.strip_prefix([':', '：', '、', '.', '．', ',', '，'])?;
    Some((Style::Goal, ordinal, rest.len() - marked.len()))
}

fn bracket(rest: &str) -> Found {
    let inner = rest.strip_prefix(['(', '（'])?;
    let (ordinal, tail) = arabic(inner).or_else(|| hanzi(inner))?;
    let tail = tail.strip_prefix([')', '）'])?;
    Some((Style::Bracket, ordinal, rest.len() - tail.len()))
}

fn chinese(rest: &str) -> Found {
    let (ordered, inner) = rest.strip_prefix('第').map_or((false, rest), |inner| (true, inner));
    let (ordinal, tail) = hanzi(inner)?;
    if let Some(tail) = tail.strip_prefix('是').filter(|_| !ordered) {
        return Some((Style::Is, ordinal, rest.len() - tail.len()));
    }
    let marks: &[char] = if ordered { &['、', ',', '，', ':', '：'] } else { &['、', '.', '．'] };
    let tail = tail.strip_prefix(marks)?;
    Some((Style::Chinese, ordinal, rest.len() - tail.len()))
}

/// `1.` and its like. Inside a line it counts only after a character that is no digit, point or letter, and before words.
fn plain(before: &str, rest: &str, boundary: bool) -> Found {
    let (ordinal, tail) = arabic(rest)?;
    let free = before.chars().next_back().is_none_or(|c| !c.is_ascii_alphanumeric() && !".．、-~至第".contains(c));
    let mark = tail.chars().next().filter(|c| ".．、)）".contains(*c))?;
    let after = tail.get(mark.len_utf8()..)?;
    let digit_follows = after.starts_with(|c: char| c.is_ascii_digit());
    let listed = boundary && mark != '.' || !digit_follows || boundary && many_digits(after);
    (free && listed).then_some((Style::Plain, ordinal, rest.len() - after.len()))
}

/// Whether what follows `1.` is a count of things rather than the decimals of a number: `1.12所` at the head of a line.
fn many_digits(after: &str) -> bool {
    let unit = after.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.starts_with(['所', '个', '名', '条', '座', '支', '次', '户', '人', '台'])
}

fn arabic(text: &str) -> Option<(u32, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(length)?;
    if length == 0 || length > 2 || digits.starts_with('0') {
        return None;
    }
    Some((digits.parse().ok()?, rest))
}

/// 一 to 九十九 at the start of a text.
fn hanzi(text: &str) -> Option<(u32, &str)> {
    let digit =
        |c: char| "一二三四五六七八九".chars().position(|one| one == c).and_then(|place| u32::try_from(place).ok());
    let mut chars = text.chars();
    let first = chars.next()?;
    let (mut value, mut rest) = match (digit(first), first) {
        (Some(place), _) => (place + 1, chars.as_str()),
        (None, '十') => (10, chars.as_str()),
        _ => return None,
    };
    if first != '十' {
        let Some(after) = rest.strip_prefix('十') else { return Some((value, rest)) };
        (value, rest) = (value * 10, after);
    }
    let mut tail = rest.chars();
    match tail.next().and_then(digit) {
        Some(place) => Some((value + place + 1, tail.as_str())),
        None => Some((value, rest)),
    }
}
