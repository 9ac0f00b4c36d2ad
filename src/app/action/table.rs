//! The table itself: one line an action, so that a key is looked up and changed in one place.
//!
//! An action that takes a number (`go-tab`, `grade`) lists its keys in order: the place of the pressed key is the number.

use super::{Contexts, Group, Info};

/// Makes the enum and the table from the same lines.
macro_rules! actions {
    ($($(#[$doc:meta])* $id:ident $name:literal [$($key:literal),+] $contexts:expr, $hint:literal, $group:ident;)*) => {
        /// Something that a person can do with a key, from the help or from the palette.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $id,)*
        }

        /// All actions, in the order of the help.
        pub const ACTIONS: &[Info] = &[
            $(Info {
                action: Action::$id,
                name: $name,
                keys: &[$($key),+],
                contexts: $contexts,
                hint: $hint,
                group: Group::$group,
            },)*
        ];
    };
}

const QUEUE: Contexts = Contexts::QUEUE;
const CASE: Contexts = Contexts::CASE;
const FORM: Contexts = Contexts::FORM;
const POPUP: Contexts = Contexts::POPUP;
/// Where a target is at hand that the procedure can be moved on with.
const TARGET: Contexts = QUEUE.and(CASE);

actions! {
    // ── what moves targets on ──
    /// Opens what is selected.
    Open "open" ["Enter", "l", "Right"] QUEUE.and(Contexts::JOURNAL), 95, Act;
    /// Opens the form in which the target is reviewed, decided, settled or ruled, whichever its standing asks for.
    Review "review" ["v", "F4"] TARGET, 90, Act;
    /// Passes the selected targets with one grade.
    Pass "pass" ["t", "F5"] TARGET, 85, Act;
    /// Returns the selected targets with one grade and an opinion.
    Return "return" ["b", "F6"] TARGET, 84, Act;
    /// Hands the selected targets in for review.
    Submit "submit" ["p", "Ctrl-s"] TARGET, 60, Act;
    /// Opens the form in which the unit amends its target.
    Amend "amend" ["e", "Ctrl-e"] TARGET, 45, Act;
    /// Withdraws the selected targets.
    Withdraw "withdraw" ["w", "Ctrl-w"] TARGET, 20, Act;
    /// Makes the target a key project, or none any more.
    KeyProject "key-project" ["i", "Ctrl-t"] TARGET, 12, Act;
    /// Undoes the last act on the target.
    Undo "undo" ["u", "F7"] TARGET, 50, Act;
    /// Selects or deselects a row for a batch.
    Mark "mark" ["Space"] QUEUE, 80, Act;
    /// Deselects all rows.
    Unmark "unmark" ["Esc"] QUEUE, 0, Act;
    /// Confirms or makes the link between the item and the indicator.
    Link "link" ["m", "Ctrl-k"] CASE, 70, Act;
    /// Confirms all links of the target that the program is certain of.
    ConfirmAll "confirm-all" ["M", "F3"] CASE, 68, Act;
    /// Says that the item and the indicator do not belong together.
    Reject "reject" ["r", "Ctrl-x"] CASE, 40, Act;
    /// Takes the link away.
    Unlink "unlink" ["x", "Del"] CASE, 41, Act;
    /// Says which earlier indicator is the same thing.
    MatchPrior "match-prior" ["c", "Alt-c"] CASE, 43, Act;
    /// Says which earlier evaluations are the target's.
    ChoosePriors "choose-priors" ["C", "Alt-e"] CASE, 0, Act;

    // ── finding and ordering ──
    /// Filters the queue.
    Filter "filter" ["/", "Ctrl-f"] QUEUE, 75, Find;
    /// Sorts by the next order.
    Sort "sort" ["s", "F2"] QUEUE, 30, Find;
    /// Goes to the next finding.
    NextFinding "next-finding" ["n", "Alt-n"] CASE, 55, Find;
    /// Goes to the finding before.
    PreviousFinding "previous-finding" ["N", "Alt-p"] CASE, 0, Find;
    /// Puts what is selected on the clipboard.
    Copy "copy" ["y", "Ctrl-y"] TARGET, 0, Find;

    // ── moving about ──
    /// One up.
    Up "up" ["Up", "k"] Contexts::LIST, 0, Move;
    /// One down.
    Down "down" ["Down", "j"] Contexts::LIST, 0, Move;
    /// Half a page up.
    HalfUp "half-page-up" ["Ctrl-u"] Contexts::LIST, 0, Move;
    /// Half a page down.
    HalfDown "half-page-down" ["Ctrl-d"] Contexts::LIST, 0, Move;
    /// A page up.
    PageUp "page-up" ["PgUp", "Ctrl-b"] Contexts::LIST, 0, Move;
    /// A page down.
    PageDown "page-down" ["PgDn"] Contexts::LIST, 0, Move;
    /// To the beginning.
    Top "top" ["Home", "g"] Contexts::LIST, 0, Move;
    /// To the end.
    Bottom "bottom" ["End", "G"] Contexts::LIST, 0, Move;
    /// The next tab.
    NextTab "next-tab" ["Tab", "]"] TARGET, 15, Move;
    /// The tab before.
    PreviousTab "previous-tab" ["Shift-Tab", "["] TARGET, 0, Move;
    /// The tab of a number.
    GoTab "go-tab" ["1", "2", "3", "4", "5", "6", "7", "8", "9"] TARGET, 0, Move;
    /// The pane to the left.
    PaneLeft "pane-left" ["Left", "h"] CASE, 0, Move;
    /// The pane to the right.
    PaneRight "pane-right" ["Right", "l"] CASE, 0, Move;
    /// The next target of the queue.
    NextTarget "next-target" [">", "Alt-Down"] CASE, 0, Move;
    /// The target before in the queue.
    PreviousTarget "previous-target" ["<", "Alt-Up"] CASE, 0, Move;

    // ── writing in forms ──
    /// The next field.
    NextField "next-field" ["Tab"] FORM.and(POPUP), 70, Write;
    /// The field before.
    PreviousField "previous-field" ["Shift-Tab"] FORM.and(POPUP), 0, Write;
    /// Grades the focused criterion: 优 良 中 差.
    Grade "grade" ["1", "2", "3", "4", "Alt-1", "Alt-2", "Alt-3", "Alt-4"] FORM.and(POPUP), 80, Write;
    /// Takes a sentence from the phrase book.
    Phrase "phrase" ["Ctrl-o", "F3"] FORM, 60, Write;
    /// Sends the form.
    Send "send" ["Ctrl-s", "F2"] FORM, 90, Write;
    /// Accepts what the popup asks, or goes on to the next field.
    Accept "accept" ["Enter"] FORM.and(POPUP), 90, Write;

    // ── the program ──
    /// Shows what the keys do; an action can be carried out from there.
    Help "help" ["?", "F1"] Contexts::SCREEN, 100, Program;
    /// Asks for an action by name.
    Palette "palette" [":", "Ctrl-p"] Contexts::SCREEN, 35, Program;
    /// Goes back; asks when something typed would be lost.
    Back "back" ["Esc", "q"] CASE.and(FORM).and(Contexts::JOURNAL).and(POPUP), 65, Program;
    /// Shows the newest rows of the journal.
    Journal "journal" ["F8"] QUEUE, 0, Program;
    /// Acts as another person (sample files only).
    Person "person" ["F9"] QUEUE, 0, Program;
    /// Reads everything on the screen again.
    Reload "reload" ["Ctrl-r"] Contexts::READ, 0, Program;
    /// Draws the screen anew.
    Redraw "redraw" ["Ctrl-l"] Contexts::ALL, 0, Program;
    /// Leaves the screen to the shell until continued.
    Suspend "suspend" ["Ctrl-z"] Contexts::ALL, 0, Program;
    /// Leaves the program from the queue.
    Quit "quit" ["q", "F10"] QUEUE, 10, Program;
    /// Leaves the program at once; what is typed is kept as a draft.
    QuitNow "quit-now" ["Ctrl-c"] Contexts::ALL, 0, Program;
}

impl Action {
    /// What the table says of it.
    pub fn info(self) -> &'static Info {
        // The enum and the table are made of the same lines, so the place in one is the place in the other.
        &ACTIONS[self as usize]
    }

    /// How many keys number what the action is about, if any do: further keys count from one again.
    pub const fn numbers(self) -> Option<usize> {
        match self {
            Self::GoTab => Some(9),
            Self::Grade => Some(4),
            _ => None,
        }
    }

    /// The action of a configured name.
    pub fn from_name(name: &str) -> Option<Self> {
        ACTIONS.iter().find(|info| info.name == name).map(|info| info.action)
    }
}
