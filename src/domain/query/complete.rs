//! What can be typed next in a query: names of fields, and the words that a field takes.
//!
//! Owns no lists of units or stages: whoever has them hands them in.

use rust_i18n::t;

use super::fields::{Field, choices, is_chinese, key};
use super::lexer::{Kind, Token, tokens};
use super::print::quoted;
use crate::domain::pinyin;

/// A text that can be put in the place of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The text.
    pub text: String,
    /// What it means, in the user's language; empty when the text says it.
    pub hint: String,
    /// The first column that it replaces, in characters from 0.
    pub from: usize,
    /// The column after the last one that it replaces.
    pub to: usize,
}

/// What can be typed at a cursor (in characters from 0): names of fields, or the words that a field takes.
pub fn complete(text: &str, cursor: usize) -> Vec<Candidate> {
    complete_among(text, cursor, &|_| Vec::new())
}

/// The same, with values known to the caller, such as stages, desks, units, checks: each with its hint.
pub fn complete_among(text: &str, cursor: usize, known: &dyn Fn(Field) -> Vec<(String, String)>) -> Vec<Candidate> {
    let Ok(tokens) = tokens(text) else { return Vec::new() };
    let typed = Typed::at(&tokens, cursor);
    match field_before(&tokens[..typed.place]) {
        Context::Value(name) => match Field::of_name(&name) {
            Some(field) => values(field, &name, &typed, known),
            None => Vec::new(),
        },
        Context::Name => fields(&typed, matches!(tokens.get(typed.next).map(|token| &token.kind), Some(Kind::Sign(_)))),
    }
}

/// The word under the cursor.
struct Typed {
    /// Its part before the cursor.
    text: String,
    from: usize,
    to: usize,
    /// How many pieces stand before it.
    place: usize,
    /// The piece after it.
    next: usize,
}

impl Typed {
    fn at(tokens: &[Token], cursor: usize) -> Self {
        let under = tokens.iter().position(|token| token.column < cursor && cursor <= token.end);
        if let Some(place) = under
            && let Kind::Word(word) = &tokens[place].kind
        {
            let Token { column, end, .. } = tokens[place];
            let text = word.chars().take(cursor - column).collect();
            return Self { text, from: column, to: end, place, next: place + 1 };
        }
        let place = tokens.iter().take_while(|token| token.column < cursor).count();
        Self { text: String::new(), from: cursor, to: cursor, place, next: tokens.len() }
    }
}

enum Context {
    /// A condition begins here.
    Name,
    /// The value of the field of this name.
    Value(String),
}

/// Whether a value stands after these pieces, and of which field.
fn field_before(tokens: &[Token]) -> Context {
    let mut rest = tokens;
    while let [.., Token { kind: Kind::Word(_) | Kind::Quoted(_), .. }, Token { kind: Kind::Comma, .. }] = rest {
        rest = &rest[..rest.len() - 2];
        if let [.., Token { kind: Kind::Sign(_), .. }] = rest {
            break;
        }
    }
    match rest {
        [.., Token { kind: Kind::Word(name), .. }, Token { kind: Kind::Sign(_), .. }] => Context::Value(name.clone()),
        _ => Context::Name,
    }
}

fn fields(typed: &Typed, sign_follows: bool) -> Vec<Candidate> {
    let local = !rust_i18n::locale().starts_with("en");
    let found = Field::ALL.into_iter().filter_map(|field| {
        let name = if typed.text.is_empty() { field.name(local) } else { field_name(field, &key(&typed.text))? };
        let sign = if sign_follows || field.is_ordered() { "" } else { ":" };
        let hint = t!(format!("query.field.{}", field.id())).into_owned();
        Some(Candidate { text: format!("{name}{sign}"), hint, from: typed.from, to: typed.to })
    });
    found.collect()
}

/// The name of a field that begins with what was typed, or has it as its initials.
fn field_name(field: Field, typed: &str) -> Option<&'static str> {
    let (id, chinese) = (field.id(), field.chinese());
    let initials = || pinyin::initials(chinese).iter().any(|initials| initials.starts_with(typed));
    if id.starts_with(typed) {
        Some(id)
    } else if chinese.starts_with(typed) || initials() {
        Some(chinese)
    } else {
        None
    }
}

fn values(field: Field, name: &str, typed: &Typed, known: &dyn Fn(Field) -> Vec<(String, String)>) -> Vec<Candidate> {
    let key = key(&typed.text);
    let chinese = is_chinese(name);
    let own =
        choices(field).into_iter().map(|choice| (choice.name(chinese).to_owned(), choice.name(!chinese).to_owned()));
    let all = own.chain(known(field));
    let fits = |text: &str| {
        let initials = || pinyin::initials(text).iter().any(|initials| initials.starts_with(&key));
        super::fields::key(text).contains(&key) || initials()
    };
    all.filter(|(text, hint)| fits(text) || fits(hint))
        .map(|(text, hint)| Candidate { text: quoted(&text), hint, from: typed.from, to: typed.to })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(text: &str, cursor: usize) -> Vec<String> {
        complete(text, cursor).into_iter().map(|candidate| candidate.text).collect()
    }

    fn at_end(text: &str) -> Vec<String> {
        texts(text, text.chars().count())
    }

    #[test]
    fn fields_while_a_name_is_typed() {
        assert_eq!(at_end("st"), ["stage:", "state:"]);
        assert_eq!(at_end("a 金"), ["金额"]);
        assert_eq!(at_end("(hj"), ["环节:"], "by initials");
        assert_eq!(at_end("-sta"), ["stage:", "state:"]);
        assert_eq!(at_end("营养"), [""; 0]);
        assert_eq!(at_end("a ").len(), Field::ALL.len());
        assert!(complete("", 0).iter().all(|candidate| !candidate.hint.contains("query.")), "each has its wording");
        assert_eq!(at_end("a,b").len(), 0);
        assert_eq!(at_end("\"st").len(), 0, "within quotation marks");
    }

    #[test]
    fn values_after_the_sign() {
        assert_eq!(at_end("a grade:"), ["excellent", "good", "fair", "poor", "none"]);
        assert_eq!(at_end("等级："), ["优", "良", "中", "差", "无"]);
        assert_eq!(at_end("状态:退"), ["退回"]);
        assert_eq!(at_end("状态:退回,协"), ["协商"]);
        assert_eq!(at_end("state:returned, neg"), ["negotiating"]);
        assert_eq!(at_end("状态:jys"), ["进预算"], "by initials");
        assert_eq!(at_end("unit:教"), [""; 0]);
        assert_eq!(at_end("colour:"), [""; 0]);
    }

    #[test]
    fn a_candidate_replaces_the_word_under_the_cursor() {
        let found = complete("a stag:desk", 4);
        assert_eq!(found.iter().map(|candidate| candidate.text.as_str()).collect::<Vec<_>>(), ["stage", "state"]);
        assert_eq!((found[0].from, found[0].to), (2, 6));
        let found = complete("状态:  b", 4);
        assert_eq!((found[0].from, found[0].to), (4, 4));
    }

    #[test]
    fn values_known_to_the_caller_are_offered_and_quoted() {
        let known = |field: Field| match field {
            Field::Unit => vec![("县教育体育局".to_owned(), String::new()), ("县 委".to_owned(), "101".to_owned())],
            _ => Vec::new(),
        };
        let texts = |text: &str| {
            let found = complete_among(text, text.chars().count(), &known);
            found.into_iter().map(|candidate| candidate.text).collect::<Vec<_>>()
        };
        assert_eq!(texts("单位:xjy"), ["县教育体育局"]);
        assert_eq!(texts("unit:101"), ["\"县 委\""]);
        assert_eq!(texts("项目:县"), [""; 0]);
    }

    proptest! {
        #[test]
        fn never_panics_and_stays_within_the_text(text in any::<String>(), cursor in 0_usize..40) {
            let length = text.chars().count();
            let cursor = cursor.min(length);
            for candidate in complete(&text, cursor) {
                prop_assert!(candidate.from <= cursor && cursor <= candidate.to && candidate.to <= length);
            }
        }
    }
}
