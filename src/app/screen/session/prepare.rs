//! Acts of preparation: who sits where, the order of the agenda, who stands aside, the consent list, who is in the room.

use rust_i18n::t;

use super::room::{Pane, Room};
use super::tab::Tab;
use crate::app::action::Action;
use crate::app::common::Common;
use crate::app::effect::Ask;
use crate::app::popup::{About, Choice, Confirm, Item, Popup, Purpose, Said};
use crate::domain::access::seats;
use crate::domain::desk_order::DeskOrder;
use crate::domain::ids::TargetId;
use crate::domain::people::{Role, User};
use crate::domain::session::refusal::seat_word;
use crate::domain::session::view::ItemView;
use crate::domain::session::wish::SessionWish;
use crate::domain::session::{Member, Quorum, Seat, Session, SessionState};

const SEATS: [Seat; 3] = [Seat::Panel, Seat::Chair, Seat::Recorder];
/// The orders of the agenda: by desk and unit, by amount, by number.
const ORDERS: [&str; 3] = ["desk", "amount", "number"];

impl Room {
    /// Begins an act of preparation; returns false for any other action.
    pub(super) fn prepare(&mut self, action: Action, common: &mut Common) -> bool {
        match action {
            Action::Member => self.people_asked = Some(common.read(Ask::Users)),
            Action::Seat => {
                self.about.1 = self.selected_member().map(|member| member.user.clone());
                self.ask_seat(common);
            }
            Action::Attend => self.attend(common),
            Action::Order => {
                let items = ORDERS.map(|order| Item { title: order_word(order), detail: String::new() });
                choose(About::Order, t!("room.ask.order").into_owned(), items.to_vec(), common);
            }
            Action::MoveUp => self.shift(false, common),
            Action::MoveDown => self.shift(true, common),
            Action::Remove => self.ask_remove(common),
            Action::Recuse => self.ask_recused(common),
            Action::Consent => self.consent(common),
            Action::ConsentAll => self.ask_consent_all(common),
            _ => return false,
        }
        true
    }

    /// Takes what a popup of preparation was told; returns false for any other.
    pub(super) fn told_prepare(&mut self, about: About, said: &Said, common: &mut Common) -> bool {
        match (about, said) {
            (About::Member, Said::Chosen(place)) => {
                let whole = self.unseated_panel();
                let offered = usize::from(whole.len() > 1);
                if *place < offered {
                    let done = t!("room.done.seated-all", count = whole.len()).into_owned();
                    self.wish(SessionWish::Seat { users: whole, seat: Seat::Panel }, done, true, common);
                } else {
                    self.about.1 = self.people.get(*place - offered).map(|user| user.name.clone());
                    self.ask_seat(common);
                }
            }
            (About::Seat, Said::Chosen(place)) => {
                let Some(user) = self.about.1.clone() else { return true };
                let seat = SEATS[*place % SEATS.len()];
                let done = t!("room.done.seated", who = user, seat = seat_word(seat)).into_owned();
                self.wish(SessionWish::Seat { users: vec![user], seat }, done, true, common);
            }
            (About::Order, Said::Chosen(place)) => self.order(ORDERS[*place % ORDERS.len()], common),
            (About::Remove, Said::Yes) => self.remove(common),
            (About::Recused, Said::Chosen(place)) => self.recuse(*place, common),
            (About::Recusal, Said::Text(reason)) => {
                let (Some(target), Some(user)) = self.about.clone() else { return true };
                let done = t!("room.done.recused", who = user).into_owned();
                self.wish(SessionWish::Recuse { user, target, reason: reason.clone() }, done, true, common);
            }
            (About::Consent, Said::Yes) => {
                let targets = self.consentable().iter().map(|item| item.target).collect::<Vec<_>>();
                let done = t!("room.done.listed", count = targets.len()).into_owned();
                self.wish(SessionWish::ListConsent { targets }, done, true, common);
            }
            _ => return false,
        }
        true
    }

    /// The member that has the cursor.
    pub fn selected_member(&self) -> Option<&Member> {
        self.view.as_deref()?.session.members.get(self.member)
    }

    /// Whether a member counts as in the room: as noted, and while the session is prepared, as marked.
    pub fn is_present(&self, session: &Session, member: &Member) -> bool {
        match session.state {
            SessionState::Preparing => self.present.contains(&member.user),
            _ => member.present,
        }
    }

    /// The quorum if the session were opened by somebody now, with those marked as present.
    pub fn quorum_marked(&self, session: &Session, opener: &str) -> Quorum {
        let mut opened = session.clone();
        for member in &mut opened.members {
            member.present = member.user == opener || self.present.contains(&member.user);
        }
        opened.quorum_now()
    }

    /// Whom to seat: everybody with a role that some seat asks for.
    pub(super) fn ask_member(&mut self, users: &[User], common: &mut Common) {
        let seatable = |user: &&User| SEATS.iter().any(|seat| seats(*seat).iter().any(|role| user.has(*role)));
        self.people = users.iter().filter(seatable).cloned().collect();
        let Some(view) = self.view.as_deref() else { return };
        let item = |user: &User| {
            let seat = view.session.member(&user.name).map(|member| seat_word(member.seat));
            Item { title: user.name.clone(), detail: seat.unwrap_or_else(|| roles(user)) }
        };
        let whole = self.unseated_panel().len();
        let all = (whole > 1).then(|| Item {
            title: t!("room.ask.member-all").into_owned(),
            detail: t!("room.ask.member-all-detail", count = whole).into_owned(),
        });
        let fresh = self.people.iter().position(|user| view.session.member(&user.name).is_none());
        let cursor = if all.is_some() { 0 } else { fresh.unwrap_or(0) };
        let items: Vec<_> = all.into_iter().chain(self.people.iter().map(item)).collect();
        let title = t!("room.ask.member").into_owned();
        let choice = Choice::new(Purpose::Session(About::Member), title, items, cursor);
        common.popup(Popup::Choice(choice));
    }

    /// Everybody who holds the panel's role and nothing else, and is no member yet: the usual panel, seated at once.
    fn unseated_panel(&self) -> Vec<String> {
        let Some(view) = self.view.as_deref() else { return Vec::new() };
        let only = |user: &&User| user.grants.iter().all(|grant| grant.role == Role::Panel);
        let fresh = |user: &&User| view.session.member(&user.name).is_none();
        self.people.iter().filter(only).filter(fresh).map(|user| user.name.clone()).collect()
    }

    fn ask_seat(&self, common: &mut Common) {
        let Some(user) = &self.about.1 else { return };
        let items = SEATS
            .map(|seat| Item { title: seat_word(seat), detail: t!(format!("room.seat.{}", seat.id())).into_owned() });
        choose(About::Seat, t!("room.ask.seat", who = user).into_owned(), items.to_vec(), common);
    }

    /// While the session is prepared a mark on the screen; once it is open an act on record.
    fn attend(&mut self, common: &mut Common) {
        let Some(member) = self.selected_member().cloned() else { return };
        let Some(state) = self.view.as_deref().map(|view| view.session.state) else { return };
        if state == SessionState::Preparing {
            if !self.present.remove(&member.user) {
                self.present.insert(member.user);
            }
            let last = self.view.as_deref().map_or(0, |view| view.session.members.len().saturating_sub(1));
            self.member = (self.member + 1).min(last);
            return;
        }
        let present = !member.present;
        let key = if present { "room.done.came" } else { "room.done.left" };
        let done = t!(key, who = member.user).into_owned();
        self.wish(SessionWish::Attend { user: member.user, present }, done, false, common);
    }

    fn order(&mut self, by: &str, common: &mut Common) {
        let Some(view) = self.view.as_deref() else { return };
        let mut items: Vec<&ItemView> = view.items.iter().collect();
        match by {
            "desk" => {
                let order = DeskOrder::of(view.items.iter().map(|item| &item.unit));
                items.sort_by_key(|item| (order.of_unit(&item.unit), item.target));
            }
            "amount" => items.sort_by_key(|item| (std::cmp::Reverse(item.amount), item.target)),
            _ => items.sort_by_key(|item| item.target),
        }
        let order = items.iter().map(|item| item.target).collect();
        let done = t!("room.done.ordered", order = order_word(by)).into_owned();
        self.wish(SessionWish::Order { order }, done, true, common);
    }

    fn shift(&mut self, on: bool, common: &mut Common) {
        let (Some(view), Some(target)) = (self.view.as_deref(), self.target()) else { return };
        let mut order: Vec<TargetId> = view.items.iter().map(|item| item.target).collect();
        let Some(place) = order.iter().position(|other| *other == target) else { return };
        let other = if on { place + 1 } else { place.wrapping_sub(1) };
        if other < order.len() {
            order.swap(place, other);
            self.wish(SessionWish::Order { order }, String::new(), false, common);
        }
    }

    fn ask_remove(&mut self, common: &mut Common) {
        let member = self.selected_member().filter(|_| self.tab == Tab::Members && self.pane == Pane::Main);
        let member = member.map(|member| member.user.clone());
        let title = match (&member, self.shown()) {
            (Some(user), _) => t!("room.ask.unseat", who = user).into_owned(),
            (None, Some(item)) => t!("room.ask.remove", project = item.project).into_owned(),
            (None, None) => return,
        };
        self.about = (self.target().filter(|_| member.is_none()), member);
        common.popup(Popup::Confirm(Confirm::new(Purpose::Session(About::Remove), title, Vec::new())));
    }

    fn remove(&mut self, common: &mut Common) {
        match self.about.clone() {
            (_, Some(user)) => {
                let done = t!("room.done.unseated", who = user).into_owned();
                self.wish(SessionWish::Unseat { user }, done, true, common);
            }
            (Some(target), None) => {
                self.wish(SessionWish::Remove { target }, t!("room.done.removed").into_owned(), true, common);
            }
            (None, None) => {}
        }
    }

    /// Who stands aside from the item that is shown, or does no more.
    fn ask_recused(&mut self, common: &mut Common) {
        let (Some(view), Some(item)) = (self.view.as_deref(), self.shown()) else { return };
        let session = &view.session;
        let entry = |member: &Member| {
            let recusal = session.recusals.iter().find(|one| (&one.user, one.target) == (&member.user, item.target));
            let detail = match recusal {
                Some(one) if one.derived => t!("room.recused-derived").into_owned(),
                Some(one) => t!("room.recused-lift", reason = one.reason).into_owned(),
                None => seat_word(member.seat),
            };
            Item { title: member.user.clone(), detail }
        };
        let items: Vec<_> = session.members.iter().map(entry).collect();
        let title = t!("room.ask.recused", project = item.project).into_owned();
        let me = session.members.iter().position(|member| member.user == common.user.name).unwrap_or(0);
        self.about = (Some(item.target), None);
        common.popup(Popup::Choice(Choice::new(Purpose::Session(About::Recused), title, items, me)));
    }

    fn recuse(&mut self, place: usize, common: &mut Common) {
        let (Some(view), Some(target)) = (self.view.as_deref(), self.about.0) else { return };
        let Some(user) = view.session.members.get(place).map(|member| member.user.clone()) else { return };
        if view.session.is_recused(&user, target) {
            let done = t!("room.done.recusal-lifted", who = user).into_owned();
            return self.wish(SessionWish::LiftRecusal { user, target }, done, true, common);
        }
        let title = t!("room.ask.recusal", who = user).into_owned();
        self.about = (Some(target), Some(user));
        self.ask_line(About::Recusal, title, String::new(), common);
    }

    fn consent(&mut self, common: &mut Common) {
        let (Some(view), Some(item)) = (self.view.as_deref(), self.shown()) else { return };
        let (target, listed) = (item.target, item.consent(&view.session));
        if listed {
            self.wish(SessionWish::PullConsent { target }, t!("room.done.pulled").into_owned(), false, common);
        } else {
            let wish = SessionWish::ListConsent { targets: vec![target] };
            self.wish(wish, t!("room.done.listed", count = 1).into_owned(), false, common);
        }
    }

    /// What may go on the consent list and is not there yet.
    fn consentable(&self) -> Vec<&ItemView> {
        let Some(view) = self.view.as_deref() else { return Vec::new() };
        view.items.iter().filter(|item| item.consentable && !item.consent(&view.session)).collect()
    }

    fn ask_consent_all(&self, common: &mut Common) {
        let items = self.consentable();
        let amount: crate::domain::money::Money = items.iter().filter_map(|item| item.amount).sum();
        let title = t!("room.ask.consent", count = items.len(), amount = amount.wan()).into_owned();
        let lines = super::lead::names(&items);
        common.popup(Popup::Confirm(Confirm::new(Purpose::Session(About::Consent), title, lines)));
    }
}

fn choose(about: About, title: String, items: Vec<Item>, common: &mut Common) {
    common.popup(Popup::Choice(Choice::new(Purpose::Session(about), title, items, 0)));
}

fn order_word(order: &str) -> String {
    t!(format!("room.order.{order}")).into_owned()
}

fn roles(user: &User) -> String {
    let mut roles: Vec<_> = user.grants.iter().map(|grant| crate::domain::refusal::role_word(grant.role)).collect();
    roles.dedup();
    roles.join("、")
}
