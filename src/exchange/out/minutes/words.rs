//! What minutes say, in the order in which a session is recorded: who was there, what was decided (序号 单位 项目 金额 等级 意见 整改时限),
//! what was said item by item, the sums, the journal's head, places to sign.

use rust_i18n::t;

use crate::domain::grade::Grade;
use crate::domain::money::Money;
use crate::domain::procedure::Procedure;
use crate::domain::session::ballot::Ballot;
use crate::domain::session::groups::spans;
use crate::domain::session::minutes::{Minutes, Move, Said, Total};
use crate::domain::session::refusal::item_word;
use crate::domain::session::view::ItemView;
use crate::domain::session::{ItemState, Quorum, Seat};
use crate::domain::time::{Instant, on_paper};
use crate::exchange::out::block::Block;
use crate::exchange::out::provenance::Provenance;

/// All blocks of the minutes.
pub(super) fn compose(minutes: &Minutes, procedure: &Procedure, provenance: &Provenance) -> Vec<Block> {
    let mut blocks = vec![Block::Title(t!("minutes.title", county = provenance.county).into_owned())];
    blocks.extend(head(minutes));
    blocks.push(Block::Heading(t!("minutes.decisions").into_owned()));
    blocks.push(decisions(minutes, procedure));
    blocks.push(Block::Heading(t!("minutes.record").into_owned()));
    for (place, (item, said)) in minutes.view.items.iter().zip(&minutes.items).enumerate() {
        blocks.extend(one(minutes, place + 1, item, said, procedure));
    }
    blocks.push(Block::Heading(t!("minutes.totals").into_owned()));
    blocks.push(totals(minutes));
    blocks.extend(note(minutes, "").map(|text| Block::Text(t!("minutes.note", text = text).into_owned())));
    let rows = provenance.rows;
    blocks.push(Block::Text(t!("minutes.head", rows = rows).into_owned()));
    blocks.push(Block::Code(provenance.head.clone()));
    blocks.push(Block::Text(t!("minutes.head-holds").into_owned()));
    blocks.push(Block::Sign(signers(minutes)));
    blocks
}

fn line(key: &str, text: &str) -> Block {
    Block::Text(t!(format!("minutes.{key}"), text = text).into_owned())
}

fn joined(names: &[&str]) -> String {
    if names.is_empty() { t!("minutes.none").into_owned() } else { names.join("、") }
}

fn head(minutes: &Minutes) -> Vec<Block> {
    let session = &minutes.view.session;
    let when = |at: Option<Instant>| at.map_or_else(|| t!("minutes.not-yet").into_owned(), Instant::on_paper);
    let mut blocks = vec![line("name", &session.name)];
    blocks.extend(session.day.map(|day| line("day", &on_paper(day))));
    let (opened, closed) = (when(session.opened), when(session.closed));
    blocks.push(Block::Text(t!("minutes.time", opened = opened, closed = closed).into_owned()));
    for (key, seat) in [("chair", Seat::Chair), ("recorder", Seat::Recorder)] {
        let (here, away) = minutes.people(seat);
        blocks.push(line(key, &joined(&[here, away].concat())));
    }
    let (here, away) = minutes.people(Seat::Panel);
    let Quorum { entitled, present, needed } = minutes.quorum();
    let quorum = t!("minutes.quorum", entitled = entitled, present = present, needed = needed, share = session.quorum);
    blocks.push(Block::Text(quorum.into_owned()));
    if !minutes.moves.is_empty() {
        let moves: Vec<String> = minutes.moves.iter().map(moved).collect();
        blocks.push(line("moves", &moves.join(&t!("minutes.semicolon"))));
    }
    blocks.push(line("present", &joined(&here)));
    blocks.push(line("absent", &joined(&away)));
    blocks.push(line("recusals", &recusals(minutes)));
    blocks
}

/// Who came or went, when, and how many of the panel were there since.
fn moved(one: &Move) -> String {
    let key = if one.present { "minutes.came" } else { "minutes.left" };
    let at = one.at.on_paper();
    t!(key, at = at, user = one.user, present = one.quorum.present).into_owned()
}

/// Who stands aside from what, once a person and reason.
fn recusals(minutes: &Minutes) -> String {
    let items = &minutes.view.items;
    let place = |target| items.iter().position(|item| item.target == target);
    let mut aside: Vec<(&str, String, Vec<usize>)> = Vec::new();
    for recusal in &minutes.view.session.recusals {
        let Some(place) = place(recusal.target) else { continue };
        let reason = if recusal.derived { t!("minutes.own-unit").into_owned() } else { recusal.reason.clone() };
        match aside.iter_mut().find(|(user, why, _)| *user == recusal.user && *why == reason) {
            Some((_, _, places)) => places.push(place),
            None => aside.push((&recusal.user, reason, vec![place])),
        }
    }
    let one = |(user, reason, mut places): (&str, String, Vec<usize>)| {
        places.sort_unstable();
        let what = match places.as_slice() {
            [place] => items[*place].project.clone(),
            _ => t!("minutes.items", numbers = spans(places.iter().map(|place| place + 1))).into_owned(),
        };
        t!("minutes.recusal", user = user, project = what, reason = reason).into_owned()
    };
    let all: Vec<String> = aside.into_iter().map(one).collect();
    if all.is_empty() { t!("minutes.none").into_owned() } else { all.join(&t!("minutes.semicolon")) }
}

/// Who stands aside from an item.
fn aside(minutes: &Minutes, item: &ItemView) -> Option<Block> {
    let recusals = minutes.view.session.recusals.iter().filter(|recusal| recusal.target == item.target);
    let names: Vec<&str> = recusals.map(|recusal| recusal.user.as_str()).collect();
    (!names.is_empty()).then(|| line("recusals", &names.join("、")))
}

fn money(amount: Option<Money>) -> String {
    amount.map_or_else(|| "—".to_owned(), Money::wan)
}

/// How an item ended: the grade, or the word for its state.
fn outcome(item: &ItemView) -> String {
    match &item.decision {
        Some(decision) => decision.grade.to_string(),
        None if item.gone => t!("session.item.gone").into_owned(),
        None => item_word(item.state),
    }
}

fn due(item: &ItemView) -> Option<String> {
    let due = item.decision.as_ref().and_then(|decision| decision.due).or_else(|| {
        let open = item.decision.is_some() && !item.stands().0.is_final();
        item.due().filter(|_| open)
    });
    due.map(on_paper)
}

fn decisions(minutes: &Minutes, procedure: &Procedure) -> Block {
    let keys = ["number", "unit", "project", "amount", "grade", "route", "opinion", "due"];
    let head = keys.map(|key| t!(format!("minutes.column.{key}")).into_owned()).to_vec();
    let row = |(place, item): (usize, &ItemView)| {
        let route = item.decision.as_ref().and_then(|decision| procedure.route(decision.grade));
        let route = route.map_or_else(String::new, |route| crate::domain::refusal::state_word(route.to));
        let opinion = item.decision.as_ref().map_or_else(|| reason(minutes, item), |one| one.opinion.clone());
        vec![
            (place + 1).to_string(),
            item.unit.name.clone(),
            item.project.clone(),
            money(item.amount),
            outcome(item),
            route,
            opinion,
            due(item).unwrap_or_else(|| "—".to_owned()),
        ]
    };
    let rows = minutes.view.items.iter().enumerate().map(row).collect();
    Block::Table { head, rows, widths: vec![6, 14, 18, 13, 7, 10, 18, 14] }
}

/// Why an item was put off.
fn reason(minutes: &Minutes, item: &ItemView) -> String {
    let deferred = minutes.view.session.item(item.target).filter(|item| item.state == ItemState::Deferred);
    deferred.map_or_else(String::new, |item| item.reason.clone())
}

fn one(minutes: &Minutes, number: usize, item: &ItemView, said: &Said, procedure: &Procedure) -> Vec<Block> {
    let project = t!("minutes.item", number = number, project = item.project, unit = item.unit.name);
    let mut blocks = vec![Block::Point(project.into_owned())];
    let prior = item.prior_score.clone().unwrap_or_else(|| "—".to_owned());
    let figures = t!("minutes.figures", amount = money(item.amount), prior = prior, round = item.round());
    blocks.push(Block::Text(figures.into_owned()));
    if !said.objective.is_empty() {
        blocks.push(line("objective", &said.objective));
    }
    if !said.findings.is_empty() {
        blocks.push(line("findings", &said.findings.join(&t!("minutes.semicolon"))));
    }
    for review in &said.opinions {
        let stage = procedure.stage(&review.stage).map_or(review.stage.as_str(), |stage| stage.name.local());
        let grade = review.grade.map_or("", Grade::term);
        let text = t!("minutes.stage", stage = stage, by = review.by, grade = grade, opinion = review.opinion);
        blocks.push(Block::Text(text.into_owned()));
    }
    blocks.extend(aside(minutes, item));
    for (place, (ballot, ballots)) in said.ballots.iter().enumerate() {
        blocks.extend(ballot_on(*ballot, ballots, place + 1 == said.ballots.len()));
        let again = item.former.iter().find(|former| former.number == *ballot);
        blocks.extend(again.map(|former| line("again", &former.reason)));
    }
    for dissent in &item.dissents {
        let key = if item.was_before(dissent) { "minutes.dissent-before" } else { "minutes.dissent" };
        let text = t!(key, member = dissent.member, reason = dissent.reason);
        blocks.push(Block::Text(text.into_owned()));
    }
    blocks.push(Block::Text(decided(minutes, item)));
    blocks.extend(note(minutes, &format!("#{}", item.target)).map(|text| line("note", &text)));
    blocks
}

/// One ballot: the spread, and each member's grade with the opinion. Only the last one counts.
fn ballot_on(number: u32, ballots: &[Ballot], counts: bool) -> Vec<Block> {
    let spread = crate::domain::session::tally::Spread::of(ballots.iter().map(|ballot| ballot.grade));
    let counted: Vec<String> = Grade::ALL.into_iter().map(|grade| format!("{grade} {}", spread.count(grade))).collect();
    let key = if counts { "minutes.ballot" } else { "minutes.ballot-before" };
    let text = t!(key, number = number, total = spread.total(), spread = counted.join("、"));
    let mut blocks = vec![Block::Text(text.into_owned())];
    let majority = spread.majority();
    for ballot in ballots {
        let apart = if majority.is_some_and(|grade| grade != ballot.grade) { t!("minutes.apart") } else { "".into() };
        let by = ballot.entered_by.as_ref().map_or_else(String::new, |by| t!("minutes.entered", by = by).into_owned());
        let criteria: Vec<String> = if ballot.points.is_empty() {
            ballot.criteria.iter().map(Grade::to_string).collect()
        } else {
            let sum = ballot.points.iter().sum::<rust_decimal::Decimal>().normalize();
            let points = ballot.points.iter().map(ToString::to_string).collect::<Vec<_>>().join("+");
            vec![t!("minutes.points", points = points, sum = sum).into_owned()]
        };
        let criteria = if criteria.is_empty() {
            String::new()
        } else {
            t!("minutes.criteria", grades = criteria.join(" ")).into_owned()
        };
        let text = format!("{} {}{criteria}{by}{apart} {}", ballot.member, ballot.grade, ballot.opinion);
        blocks.push(Block::Text(text.trim_end().to_owned()));
    }
    blocks
}

fn decided(minutes: &Minutes, item: &ItemView) -> String {
    match &item.decision {
        Some(decision) => {
            let key = if decision.consent { "minutes.by-consent" } else { "minutes.decided" };
            let quorum = decision.quorum;
            let parts = [
                t!(key, grade = decision.grade).into_owned(),
                decision.opinion.clone(),
                due(item).map(|due| t!("minutes.due", due = due).into_owned()).unwrap_or_default(),
                t!("minutes.there", present = quorum.present, entitled = quorum.entitled).into_owned(),
            ];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        }
        None => t!("minutes.undecided", state = outcome(item), reason = reason(minutes, item)).into_owned(),
    }
}

fn note(minutes: &Minutes, place: &str) -> Option<String> {
    minutes.view.session.notes.iter().find(|(about, _)| about == place).map(|(_, text)| text.clone())
}

fn totals(minutes: &Minutes) -> Block {
    let totals = minutes.totals();
    let head = ["outcome", "count", "sum"].map(|key| t!(format!("minutes.column.{key}")).into_owned()).to_vec();
    let row = |name: String, total: Total| vec![name, total.count.to_string(), total.amount.wan()];
    let mut rows: Vec<Vec<String>> =
        Grade::ALL.into_iter().zip(totals.grades).map(|(grade, total)| row(grade.to_string(), total)).collect();
    let others = [("deferred", totals.deferred), ("gone", totals.gone), ("open", totals.open)];
    for (key, total) in others.into_iter().filter(|(_, total)| total.count > 0) {
        rows.push(row(t!(format!("session.item.{key}")).into_owned(), total));
    }
    rows.push(row(t!("minutes.all").into_owned(), totals.all));
    Block::Table { head, rows, widths: vec![40, 25, 35] }
}

fn signers(minutes: &Minutes) -> Vec<String> {
    let seats = [Seat::Chair, Seat::Recorder, Seat::Panel];
    let of = |seat: Seat| {
        let word = crate::domain::session::refusal::seat_word(seat);
        minutes.people(seat).0.into_iter().map(move |name| format!("{word} {name}")).collect::<Vec<_>>()
    };
    seats.into_iter().flat_map(of).collect()
}
