//! `objective-uncovered`: an item of the objective has no indicator. A slogan in quotation marks, what only guides the work and what only
//! leads up to the next item is no deliverable and needs none; what answers to the lead answers to the item behind it.

use super::leading::leading;
use super::words::{self, Group};
use super::{Check, Lack, Notes, Place, Subject};
use crate::domain::measure::squeeze;

pub(super) const CHECK: Check = Check::of_target("objective-uncovered", run);

fn run(subject: &Subject<'_>, notes: &mut Notes) {
    if subject.items.is_empty() {
        return notes.cannot(Lack::Objective);
    }
    if subject.links.is_empty() {
        return notes.cannot(Lack::Links);
    }
    let mut led = false;
    for ((place, item), leads) in (0_u32..).zip(subject.items.iter()).zip(leading(&subject.items)) {
        let answered = subject.links.iter().any(|link| link.objective == place && link.holds());
        if leads {
            led |= answered;
        } else {
            if !answered && !led && !is_slogan(item) && !is_restated(subject, place, item) {
                notes.at(Place::Item(place), item);
            }
            led = false;
        }
    }
}

/// Whether the item before or behind in the same sentence speaks of the same thing and has an indicator for it: 每月放映一场电影 beside 全年放映1836场, 放映场次.
fn is_restated(subject: &Subject<'_>, place: u32, item: &str) -> bool {
    let neighbours = [place.checked_sub(1), place.checked_add(1)].into_iter().flatten();
    neighbours.into_iter().any(|other| {
        let Some(text) = usize::try_from(other).ok().and_then(|at| subject.items.get(at)) else { return false };
        let answers = subject.links.iter().filter(|link| link.objective == other && link.holds());
        let named =
            answers.filter_map(|link| subject.indicators.iter().find(|one| one.place == link.indicator as usize));
        let named: Vec<_> = named.collect();
        // Nearly always nobody answers, and to look for both items in the objective takes the longest.
        if named.is_empty() {
            return false;
        }
        let shared: Vec<String> = pairs(item).into_iter().filter(|pair| text.contains(pair)).collect();
        let (first, second) = if other < place { (text.as_str(), item) } else { (item, text.as_str()) };
        named.iter().any(|one| shared.iter().any(|pair| one.name.contains(pair.as_str())))
            && one_sentence(subject.objective, first, second)
    })
}

/// Whether two items stand in one sentence, parted by a comma: numbers and semicolons part what is to be done by itself.
fn one_sentence(objective: &str, first: &str, second: &str) -> bool {
    let (first, second) = (squeeze(first), squeeze(second));
    let joined = format!("{},{}", first.trim_end_matches([',', ';', '。']), second.trim_end_matches([',', ';', '。']));
    squeeze(objective).contains(&joined)
}

/// The pairs of letters in a text that can tell what it is about.
fn pairs(text: &str) -> Vec<String> {
    let letters: Vec<char> = squeeze(text).chars().collect();
    let han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    let all = letters.windows(2).filter(|pair| pair.iter().all(han)).map(|pair| pair.iter().collect::<String>());
    all.filter(|pair| !words::list(Group::Common).iter().any(|common| common.contains(pair.as_str()))).collect()
}

/// Whether an item is nothing but a quotation, or names only what guides the work: there is nothing to reach in it.
fn is_slogan(item: &str) -> bool {
    let item = squeeze(item);
    let item = item.trim_end_matches(['。', ';', ',', '!']);
    let clauses = clauses(item);
    let nothing_to_reach = |clause: &&str| is_quotation(clause) || is_guiding(clause);
    is_quotation(item) || (!clauses.is_empty() && clauses.iter().all(nothing_to_reach))
}

fn is_quotation(text: &str) -> bool {
    let marks = [('“', '”'), ('「', '」'), ('‘', '’'), ('《', '》'), ('"', '"')];
    marks.iter().any(|&(open, close)| {
        let inner = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| !inner.is_empty() && !inner.contains([open, close]))
    })
}

fn is_guiding(clause: &str) -> bool {
    words::list(Group::Guiding).iter().any(|word| clause.starts_with(word.as_str()))
        && words::ends(Group::Guided, clause)
}

/// The clauses of an item; what stands in brackets or quotation marks is not cut.
fn clauses(item: &str) -> Vec<&str> {
    let (mut out, mut start, mut depth) = (Vec::new(), 0, 0_i32);
    for (at, c) in item.char_indices() {
        match c {
            '(' | '“' | '《' | '「' | '[' | '〔' => depth += 1,
            ')' | '”' | '》' | '」' | ']' | '〕' => depth -= 1,
            ',' | '。' | ';' if depth <= 0 => {
                out.extend(item.get(start..at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    out.extend(item.get(start..));
    out.retain(|clause| !clause.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_or_what_only_guides_the_work_needs_no_indicator() {
        for item in [
            "“绿水青山就是金山银山”",
            "“拆一件、销一项、存一档”。",
            "《某县促进工业高质量发展若干措施》",
            "坚持以习近平新时代中国特色社会主义思想为指导,深入贯彻落实党的二十大精神",
            "坚持以习近平新时代中国特色社会主义思想为指导，根据《某县促进工业高质量发展若干措施》(某政发〔2023〕8号)文件要求。",
            "认真贯彻落实中央一号文件精神",
            "按照县委、县政府的统一部署",
        ] {
            assert!(is_slogan(item), "{item}");
        }
        for item in [
            "贯彻落实耕地地力保护补贴政策",
            "认真落实中央八项规定精神,压减三公经费10%",
            "根据省厅要求,完成高标准农田建设3万亩",
            "落实“两免一补”",
            "“厕所革命”改厕1200户",
            "坚持开展每月巡查",
            "“一村一幅画”和“一户一张图”",
            "按照标准足额发放补贴",
            "结合本地实际开展培训6期",
            "",
        ] {
            assert!(!is_slogan(item), "{item}");
        }
    }
}
