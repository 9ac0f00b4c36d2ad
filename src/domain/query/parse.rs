//! Reads a query by descent: or, and, not, one condition.
//!
//! Owns precedence (not binds tighter than and, and tighter than or) and the limits that keep a query small.

use super::condition::{Condition, Query};
use super::fault::{Fault, ParseError};
use super::fields::{Field, key};
use super::lexer::{Kind, Sign, Token, tokens};
use super::nearest::nearest;
use super::value::{self, Value};

/// How deep brackets and negations may stand in one another.
const DEPTH: usize = 40;
/// How many conditions a query may have.
const CONDITIONS: usize = 200;

/// Reads a query; a blank text is none.
pub fn parse(text: &str) -> Result<Option<Query>, ParseError> {
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Ok(None);
    }
    let end = text.chars().count();
    let mut parser = Parser { text: text.chars().collect(), tokens, at: 0, depth: 0, conditions: 0, end };
    let query = parser.any()?;
    match parser.peek() {
        None => Ok(Some(query)),
        Some(_) => Err(parser.fault(&Fault::StrayBracket)),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Joiner {
    And,
    Or,
    Not,
}

struct Parser {
    text: Vec<char>,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    conditions: usize,
    end: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn peek_kind(&self, ahead: usize) -> Option<&Kind> {
        self.tokens.get(self.at + ahead).map(|token| &token.kind)
    }

    /// A fault at the next piece, or at the end.
    fn fault(&self, fault: &Fault) -> ParseError {
        fault.at(self.peek().map_or(self.end, |token| token.column))
    }

    /// The word `and`, `or` or `not` that comes next; before a sign it is a field's name instead.
    fn joiner(&self) -> Option<Joiner> {
        let Some(Kind::Word(word)) = self.peek_kind(0) else { return None };
        if matches!(self.peek_kind(1), Some(Kind::Sign(_))) {
            return None;
        }
        joiner(word)
    }

    fn any(&mut self) -> Result<Query, ParseError> {
        let mut parts = vec![self.all()?];
        while self.joiner() == Some(Joiner::Or) {
            self.at += 1;
            parts.push(self.all()?);
        }
        Ok(Query::any(parts))
    }

    fn all(&mut self) -> Result<Query, ParseError> {
        let mut parts = vec![self.one()?];
        loop {
            match (self.joiner(), self.peek_kind(0)) {
                (Some(Joiner::Or), _) | (_, None | Some(Kind::Close)) => return Ok(Query::all(parts)),
                (Some(Joiner::And), _) => self.at += 1,
                _ => {}
            }
            parts.push(self.one()?);
        }
    }

    fn one(&mut self) -> Result<Query, ParseError> {
        if self.depth >= DEPTH {
            return Err(self.fault(&Fault::TooDeep(DEPTH)));
        }
        self.depth += 1;
        let query = match (self.joiner(), self.peek_kind(0)) {
            (Some(Joiner::Not), _) | (_, Some(Kind::Dash)) => {
                self.at += 1;
                Query::none_of(self.one()?)
            }
            (None, Some(Kind::Open)) => self.bracketed()?,
            (None, Some(Kind::Close)) if self.at == 0 => return Err(self.fault(&Fault::StrayBracket)),
            (Some(_), _) | (_, None | Some(Kind::Close)) => return Err(self.fault(&Fault::NoCondition)),
            (None, Some(Kind::Comma)) => return Err(self.fault(&Fault::StrayComma)),
            (None, Some(Kind::Sign(_))) => return Err(self.stray_sign()),
            (None, Some(Kind::Word(_) | Kind::Quoted(_))) => self.condition()?,
        };
        self.depth -= 1;
        Ok(query)
    }

    fn stray_sign(&self) -> ParseError {
        let Some(token) = self.peek() else { return self.fault(&Fault::NoCondition) };
        Fault::StraySign(&self.written(token)).at(token.column)
    }

    /// A piece as the person wrote it.
    fn written(&self, token: &Token) -> String {
        self.text[token.column..token.end].iter().collect()
    }

    fn bracketed(&mut self) -> Result<Query, ParseError> {
        let open = self.at;
        self.at += 1;
        let query = self.any()?;
        if self.peek_kind(0) != Some(&Kind::Close) {
            return Err(Fault::UnclosedBracket.at(self.tokens[open].column));
        }
        self.at += 1;
        Ok(query)
    }

    fn condition(&mut self) -> Result<Query, ParseError> {
        let first = self.tokens[self.at].clone();
        let Some(&Kind::Sign(sign)) = self.peek_kind(1) else {
            let words = self.values(None)?;
            let words = words.into_iter().map(|value| Condition::Words(value.text.trim().to_owned()).into());
            return Ok(Query::any(words.collect()));
        };
        let name = self.written(&first);
        let Some(field) = Field::of_name(&name) else {
            let near = nearest(&name, Field::ALL.into_iter().flat_map(Field::all_names));
            return Err(Fault::UnknownField { name: &name, near }.at(first.column));
        };
        self.at += 2;
        let values = self.values(Some(&name))?;
        if let Some(Kind::Sign(_)) = self.peek_kind(0) {
            let last = values.last().map(|value| value.text.as_str()).unwrap_or_default();
            return Err(self.fault(&Fault::SignAfterValue(last)));
        }
        self.compared(field, &name, sign, values)
    }

    fn compared(&self, field: Field, name: &str, sign: Sign, values: Vec<Value>) -> Result<Query, ParseError> {
        let values = if field == Field::Amount { join_thousands(values) } else { values };
        let read = |value: &Value| {
            value::read(field, name, sign.comparison, value).map_err(|fault| match fault {
                Fault::NotOrdered(_) => fault.at(self.sign_column()),
                other => other.at(value.column),
            })
        };
        let query = Query::any(values.iter().map(read).collect::<Result<_, _>>()?);
        Ok(if sign.negated { Query::none_of(query) } else { query })
    }

    /// The column of the sign of the condition just taken.
    fn sign_column(&self) -> usize {
        let taken = self.tokens[..self.at].iter().rev();
        let sign = taken.filter(|token| matches!(token.kind, Kind::Sign(_))).map(|token| token.column).next();
        sign.unwrap_or_default()
    }

    /// One value or several with commas; `name` is the field that needs them, none for bare words.
    fn values(&mut self, name: Option<&str>) -> Result<Vec<Value>, ParseError> {
        let mut values = Vec::new();
        loop {
            values.push(self.value(name)?);
            self.conditions += 1;
            if self.conditions > CONDITIONS {
                return Err(self.fault(&Fault::TooMany(CONDITIONS)));
            }
            if self.peek_kind(0) != Some(&Kind::Comma) {
                return Ok(values);
            }
            self.at += 1;
        }
    }

    fn value(&mut self, name: Option<&str>) -> Result<Value, ParseError> {
        let before = self.at.checked_sub(1).map_or(0, |at| self.tokens[at].end);
        let missing = || match name {
            Some(name) => Fault::NoValue(name).at(before),
            None => Fault::StrayComma.at(before.saturating_sub(1)),
        };
        let apart = self.peek().is_some_and(|token| token.column > before);
        let next_field = matches!(self.peek_kind(1), Some(Kind::Sign(_)));
        let (text, quoted) = match self.peek_kind(0) {
            Some(Kind::Word(word)) if name.is_some() && apart && (next_field || joiner(word).is_some()) => {
                return Err(missing());
            }
            Some(Kind::Word(word)) => (word.clone(), false),
            Some(Kind::Quoted(words)) => (words.clone(), true),
            _ => return Err(missing()),
        };
        let column = self.tokens[self.at].column;
        if text.trim().is_empty() {
            return Err(Fault::NoValue(name.unwrap_or("\"\"")).at(column));
        }
        self.at += 1;
        Ok(Value { text, quoted, column })
    }
}

fn joiner(word: &str) -> Option<Joiner> {
    match key(word).as_str() {
        "and" | "且" => Some(Joiner::And),
        "or" | "或" => Some(Joiner::Or),
        "not" | "非" => Some(Joiner::Not),
        _ => None,
    }
}

/// Whether a word would be read as `and`, `or` or `not`.
pub(super) fn is_joiner(word: &str) -> bool {
    joiner(word).is_some()
}

/// `1,284.50` is one amount, not two.
fn join_thousands(values: Vec<Value>) -> Vec<Value> {
    let grouped = |(place, value): (usize, &Value)| {
        let digits = key(&value.text).chars().take_while(char::is_ascii_digit).count();
        let begins = value.text.chars().count();
        let last = place + 1 == values.len();
        let right = if place == 0 { (1..=3).contains(&digits) } else { digits == 3 };
        right && !value.quoted && (last || digits == begins)
    };
    if values.len() < 2 || !values.iter().enumerate().all(grouped) {
        return values;
    }
    let column = values[0].column;
    let text = values.into_iter().map(|value| value.text).collect();
    vec![Value { text, quoted: false, column }]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::condition::{Column, Comparison as C};
    use super::*;
    use crate::domain::grade::Grade;
    use crate::domain::money::Money;
    use crate::domain::target::State;

    fn read(text: &str) -> Query {
        parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}")).unwrap()
    }

    fn words(text: &str) -> Query {
        Condition::Words(text.into()).into()
    }

    fn stage(name: &str) -> Query {
        Condition::Stage(name.into(), Column::default()).into()
    }

    fn wan(amount: i64) -> Money {
        Money(amount * 1_000_000)
    }

    #[test]
    fn every_field_in_both_languages() {
        let unlinked = || Query::any(vec![Condition::Uncovered.into(), Condition::Orphan.into()]);
        let table: Vec<(&str, &str, Query)> = vec![
            ("stage:desk", "环节：desk", stage("desk")),
            ("desk:教科文", "股室:教科文", Condition::Desk("教科文".into()).into()),
            ("unit:教育", "单位：教育", Condition::Unit("教育".into()).into()),
            ("project:yyss", "项目:yyss", Condition::Project("yyss".into()).into()),
            ("category:人员类", "类别：人员类", Condition::Category("人员类".into()).into()),
            ("state:returned", "状态:退回", Condition::State(State::Returned).into()),
            ("state:negotiating", "状态:协商", Condition::State(State::Negotiating).into()),
            ("state:ruling", "状态:待裁定", Condition::State(State::Ruling).into()),
            ("state:budgeted", "状态:进预算", Condition::State(State::Budgeted).into()),
            ("state:excluded", "状态:不安排", Condition::State(State::Excluded).into()),
            ("state:withdrawn", "状态:已撤回", Condition::State(State::Withdrawn).into()),
            ("state:draft", "状态:待报", Condition::State(State::Draft).into()),
            ("state:Pending", "状态:审核中", Condition::State(State::Pending).into()),
            ("grade:中", "等级＝中", Condition::Grade(Some(Grade::Fair)).into()),
            ("grade:none", "等级:无", Condition::Grade(None).into()),
            ("amount>500", "金额＞５００万元", Condition::Amount(C::More, wan(500)).into()),
            ("amount>=1,284", "金额≥1284", Condition::Amount(C::AtLeast, wan(1284)).into()),
            ("age>3d", "等待＞3天", Condition::Age(C::More, 3).into()),
            ("age<=2w", "等待≤2周", Condition::Age(C::AtMost, 14).into()),
            ("round:2", "轮次:2", Condition::Round(C::Equal, 2).into()),
            ("is:mine", "是:轮到我", Condition::Mine.into()),
            ("is:key", "是:重点", Condition::KeyProject.into()),
            ("is:overdue", "是：超期", Condition::Overdue.into()),
            ("has:uncovered", "有:无对应指标", Condition::Uncovered.into()),
            ("has:orphan", "有:未对应目标", Condition::Orphan.into()),
            ("has:unlinked", "有:未对应", unlinked()),
            ("has:prior", "有:上年", Condition::Prior.into()),
            ("check:vague-value", "预警:vague-value", Condition::Check("vague-value".into(), Column(0)).into()),
            ("check>0", "预警>0", Condition::Findings(C::More, 0).into()),
            ("check:none", "预警:无", Condition::Findings(C::Equal, 0).into()),
            ("year:2020", "年度=2020年", Condition::Year(C::Equal, 2020).into()),
            ("prior<80.5", "上年＜80.5分", Condition::PriorScore(C::Less, 8050).into()),
            ("prior:none", "上年:无", Query::none_of(Condition::Prior.into())),
        ];
        for (english, chinese, query) in table {
            assert_eq!(read(english), query, "{english}");
            assert_eq!(read(chinese), query, "{chinese}");
        }
    }

    #[test]
    fn precedence_and_joining() {
        let (a, b, c) = (|| words("a"), || words("b"), || words("c"));
        let table: Vec<(&str, Query)> = vec![
            ("a b", Query::And(vec![a(), b()])),
            ("a and b 且 c", Query::And(vec![a(), b(), c()])),
            ("a b or c", Query::Or(vec![Query::And(vec![a(), b()]), c()])),
            ("a 或 b c", Query::Or(vec![a(), Query::And(vec![b(), c()])])),
            ("a (b or c)", Query::And(vec![a(), Query::Or(vec![b(), c()])])),
            ("（a）（b c）", Query::And(vec![a(), b(), c()])),
            ("not a b", Query::And(vec![Query::none_of(a()), b()])),
            ("a -b", Query::And(vec![a(), Query::none_of(b())])),
            ("非 (a b)", Query::none_of(Query::And(vec![a(), b()]))),
            ("not not a", Query::none_of(Query::none_of(a()))),
            ("a,b", Query::Or(vec![a(), b()])),
            ("stage:desk，budget a", Query::And(vec![Query::Or(vec![stage("desk"), stage("budget")]), a()])),
            ("stage!=desk,budget", Query::none_of(Query::Or(vec![stage("desk"), stage("budget")]))),
            ("-环节≠desk", Query::none_of(Query::none_of(stage("desk")))),
            ("stage : desk a", Query::And(vec![stage("desk"), a()])),
            ("amount:>=5", Condition::Amount(C::AtLeast, wan(5)).into()),
            ("“a b”", words("a b")),
            ("\"and\"", words("and")),
            ("非税收入", words("非税收入")),
            ("单位:“教育 体育”", Condition::Unit("教育 体育".into()).into()),
            ("check:\"3\"", Condition::Check("3".into(), Column(0)).into()),
        ];
        for (text, query) in table {
            assert_eq!(read(text), query, "{text}");
        }
        assert_eq!(parse("  　 "), Ok(None));
    }

    #[test]
    fn amounts_with_thousands_are_one_and_lists_are_several() {
        assert_eq!(read("amount=1,284.50"), Condition::Amount(C::Equal, Money(1_284_500_000)).into());
        assert_eq!(read("amount>1,284,000元"), Condition::Amount(C::More, Money(128_400_000)).into());
        let several = [5, 10].map(|amount| Condition::Amount(C::Equal, wan(amount)).into());
        assert_eq!(read("amount:5,10"), Query::Or(several.to_vec()));
        let rounds = [1, 200].map(|round| Condition::Round(C::Equal, round).into());
        assert_eq!(read("round:1,200"), Query::Or(rounds.to_vec()));
    }

    #[test]
    fn faults_point_at_their_column_and_say_what_would_be_right() {
        let table = [
            ("a stgae:desk", 2, "stage"),
            ("总金额>5", 0, "金额"),
            ("a colour:red", 2, "amount"),
            ("颜色:红", 0, "环节"),
            ("a amount>many", 9, "many"),
            ("age>3月", 4, "3月"),
            ("year:20", 5, "20"),
            ("round:-1", 6, "-1"),
            ("prior>b", 6, "b"),
            ("状态:走了", 3, "退回"),
            ("state:gone", 6, "returned"),
            ("grade>中", 5, "grade"),
            ("check>vague-value", 6, "vague-value"),
            ("prior>none", 6, "none"),
            ("a stage:", 8, "stage"),
            ("stage: grade:中", 6, "stage"),
            ("is: and a", 3, "mine"),
            ("stage:desk,", 11, "stage"),
            ("unit:\"\"", 5, "unit"),
            ("(a (b)", 0, ")"),
            ("a b)", 3, "("),
            (")", 0, "("),
            ("a ()", 3, ""),
            ("a or", 4, ""),
            ("or a", 0, ""),
            ("not", 3, ""),
            ("a -", 3, ""),
            ("a and or b", 6, ""),
            ("a >=5 b", 0, "“a”|\"a\""),
            ("≥5", 0, "≥"),
            ("a , b ,", 6, ","),
            ("环节:初审且金额>500", 8, "初审且金额"),
            ("a \"b", 2, "引号|quotation"),
        ];
        for (text, column, says) in table {
            let error = parse(text).expect_err(text);
            assert_eq!(error.column, column, "{text}: {}", error.message);
            assert!(says.split('|').any(|says| error.message.contains(says)), "{text}: {}", error.message);
            assert!(!error.message.contains("query."), "{text}: no wording for {}", error.message);
            assert!(!error.message.contains("%{"), "{text}: {}", error.message);
        }
    }

    #[test]
    fn limits_are_told() {
        assert_eq!(parse(&"(".repeat(100_000)).unwrap_err().column, DEPTH);
        assert_eq!(parse(&"-".repeat(100_000)).unwrap_err().column, DEPTH);
        assert!(parse(&"a ".repeat(CONDITIONS)).is_ok());
        assert!(parse(&"a ".repeat(CONDITIONS + 1)).is_err());
    }

    proptest! {
        #[test]
        fn never_panics_and_points_into_the_text(text in any::<String>()) {
            if let Err(error) = parse(&text) {
                prop_assert!(error.column <= text.chars().count());
            }
        }

        #[test]
        fn never_panics_on_pieces_of_the_language(
            pieces in prop::collection::vec(prop::sample::select(vec![
                "stage", "环节", "金额", "预警", "上年", ":", "：", ">", "＞", "≥", "!=", "≠", "(", "）", ",", "、", "-", "－", "\"", "“", "\\",
                " ", "　", "and", "或", "非", "not", "5", "1,284.5", "3d", "万", "教育", "退回", "无", "初审", "AND", ".", "é", "𠮷",
            ]), 0..14)
        ) {
            let text = pieces.concat();
            match parse(&text) {
                Err(error) => prop_assert!(error.column <= text.chars().count()),
                Ok(None) => prop_assert!(text.trim().is_empty()),
                Ok(Some(query)) => prop_assert_eq!(parse(&query.to_string()), Ok(Some(query))),
            }
        }
    }
}
