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
const IMPORT: Contexts = Contexts::IMPORT;
/// Where a target is at hand that the procedure can be moved on with.
const TARGET: Contexts = QUEUE.and(CASE);
const SESSIONS: Contexts = Contexts::SESSIONS;
const ROOM: Contexts = Contexts::ROOM;
const EXECUTION: Contexts = Contexts::EXECUTION;
const REGISTERS: Contexts = Contexts::REGISTERS;
const RECORD: Contexts = Contexts::RECORD;
const BOARD: Contexts = Contexts::BOARD;
const FIGURE: Contexts = Contexts::FIGURE;
const ASSESSMENTS: Contexts = Contexts::ASSESSMENTS;
const ASSESSMENT: Contexts = Contexts::ASSESSMENT;
const PREPARATION: Contexts = Contexts::PREPARATION;
/// Where something is at hand that a procedure moves on: a target, or a pre-assessment.
const MOVED: Contexts = TARGET.and(ASSESSMENT);

actions! {
    // ── what moves targets on ──
    /// Opens what is selected.
    Open "open" ["Enter", "l", "Right"] QUEUE.and(Contexts::JOURNAL).and(SESSIONS).and(REGISTERS).and(BOARD).and(FIGURE).and(EXECUTION).and(ASSESSMENTS).and(ASSESSMENT).and(PREPARATION), 95, Act;
    /// Opens the form in which the target is reviewed, decided, settled or ruled, whichever its standing asks for.
    Review "review" ["v", "F4"] MOVED, 90, Act;
    /// Passes the selected targets with one grade.
    Pass "pass" ["t", "F5"] TARGET, 85, Act;
    /// Returns the selected targets with one grade and an opinion.
    Return "return" ["b", "F6"] TARGET, 84, Act;
    /// Hands the selected targets in for review.
    Submit "submit" ["p", "Ctrl-g"] MOVED, 60, Act;
    /// Opens the form in which the unit amends its target.
    Amend "amend" ["e", "Ctrl-e"] MOVED, 45, Act;
    /// Withdraws the selected targets.
    Withdraw "withdraw" ["w", "Ctrl-w"] MOVED, 20, Act;
    /// Makes the target a key project, or none any more.
    KeyProject "key-project" ["i", "Ctrl-t"] TARGET, 12, Act;
    /// Undoes the last act on the target.
    Undo "undo" ["u", "F7"] MOVED.and(ROOM), 50, Act;
    /// Selects or deselects a row for a batch.
    Mark "mark" ["Space"] QUEUE.and(IMPORT), 80, Act;
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
    /// Lets a finding stand, with a reason, or takes that back.
    Waive "waive" ["a", "F8"] CASE, 66, Act;
    /// Puts a finding into the opinion of the review form.
    Opine "opine" ["o", "F9"] CASE, 67, Act;
    /// Says whether the newest round answers the earlier opinion.
    AnswerPoint "answer-point" ["Space", "d"] CASE, 69, Act;

    /// Opens the form of the unit's own evaluation.
    SelfEvaluate "self-evaluate" ["s", "Alt-s"] CASE, 36, Act;
    /// Opens the form of the bureau's own evaluation, beside the unit's.
    ReEvaluate "re-evaluate" ["S", "Alt-f"] CASE, 34, Act;
    /// Reviews an evaluation, or returns it.
    Judge "judge" ["A", "Alt-a"] CASE, 35, Act;
    /// Opens the form of the period of monitoring.
    MonitorTarget "monitor" ["f", "Alt-m"] CASE, 37, Act;
    /// Decides how a target goes on after monitoring.
    Dispose "dispose" ["D", "Alt-d"] CASE, 33, Act;
    /// Tells what was put right.
    Rectify "rectify" ["Z", "Alt-z"] CASE, 32, Act;

    // ── the joint session ──
    /// Shows the joint sessions.
    Sessions "sessions" ["c", "F3"] QUEUE.and(BOARD), 4, Session;
    /// Makes a joint session.
    MakeSession "make-session" ["n", "Ins"] SESSIONS, 80, Session;
    /// Puts what the queue marks or filters on the agenda.
    AddItems "add-items" ["a", "F5"] SESSIONS, 70, Session;
    /// Seals one's own grades and opinion.
    Ballot "ballot" ["v", "F4"] ROOM, 94, Session;
    /// Goes with the chair again.
    Follow "follow" ["f", "F3"] ROOM, 96, Session;
    /// Calls the next item.
    CallNext "call-next" ["n", "F6"] ROOM, 88, Session;
    /// Calls the item before.
    CallPrevious "call-previous" ["p", "Alt-p"] ROOM, 20, Session;
    /// Calls the item that is looked at.
    Call "call" ["c", "Ctrl-g"] ROOM, 66, Session;
    /// Puts all grades on the table.
    Reveal "reveal" ["r", "F5"] ROOM, 92, Session;
    /// Opens the form of the chair's decision.
    Decide "decide" ["d", "F8"] ROOM, 93, Session;
    /// Ballots the item again.
    Reballot "reballot" ["a", "Alt-b"] ROOM, 40, Session;
    /// Puts the item off.
    Defer "defer" ["w", "Ctrl-w"] ROOM, 50, Session;
    /// Records a dissent.
    Dissent "dissent" ["i", "Alt-i"] ROOM, 48, Session;
    /// Enters a member's grades for the member.
    BallotFor "ballot-for" ["e", "Ctrl-e"] ROOM, 60, Session;
    /// Writes into the minutes.
    Note "note" ["t", "Ctrl-t"] ROOM, 44, Session;
    /// Writes into the minutes of the whole session.
    NoteAll "note-all" ["T", "Alt-t"] ROOM, 0, Session;
    /// Opens the session.
    Begin "begin" ["o", "F9"] ROOM, 90, Session;
    /// Closes the session.
    Adjourn "adjourn" ["x", "F10"] ROOM, 30, Session;
    /// Writes the letters about everything that was returned or is to be negotiated.
    Notices "notices" ["z", "Alt-l"] ROOM, 28, Session;
    /// Says that a member is in the room, or not.
    Attend "attend" ["Space"] ROOM, 72, Session;
    /// Seats people.
    Member "member" ["m", "Ins"] ROOM, 62, Session;
    /// Gives a member another seat: so the chair is handed over.
    Seat "seat" ["s", "F2"] ROOM, 38, Session;
    /// Says who stands aside from the item.
    Recuse "recuse" ["b", "Alt-r"] ROOM, 46, Session;
    /// Puts the item on the consent list, or pulls it out.
    Consent "consent" ["="] ROOM, 47, Session;
    /// Puts everything on the consent list that may be on it.
    ConsentAll "consent-all" ["+"] ROOM, 43, Session;
    /// Passes the consent list as one.
    PassConsent "pass-consent" ["P", "Alt-g"] ROOM, 42, Session;
    /// Orders the agenda.
    Order "order" ["y", "Ctrl-y"] ROOM, 41, Session;
    /// Moves the item up.
    MoveUp "move-up" ["Alt-Up", "K"] ROOM, 0, Session;
    /// Moves the item down.
    MoveDown "move-down" ["Alt-Down", "J"] ROOM, 0, Session;
    /// Takes the item off the agenda, or the member out.
    Remove "remove" ["Del"] ROOM, 22, Session;
    /// Shows the item that is selected.
    Look "look" ["Enter"] ROOM, 64, Session;

    // ── the year ──
    /// Shows the year: phases, what is late, all figures.
    Board "board" ["Y", "F12"] QUEUE, 5, Year;
    /// Shows the pre-assessments of a year, and which projects lack one.
    Assessments "assessments" ["a", "Alt-a"] QUEUE.and(BOARD), 4, Year;
    /// Shows who still has to hand in what.
    Preparation "preparation" ["P", "Alt-p"] QUEUE.and(BOARD), 4, Year;
    /// Shows how far desks and units are with monitoring and evaluation.
    Executions "executions" ["m", "Alt-m"] QUEUE.and(BOARD), 3, Year;
    /// Begins a pre-assessment.
    NewAssessment "new-assessment" ["n", "Ins"] ASSESSMENTS, 80, Year;
    /// Opens a year's self-evaluations, once its final accounts are approved.
    OpenEvaluations "open-evaluations" ["o", "F9"] EXECUTION, 80, Year;
    /// Shows the registers: documents, disclosure, poverty-alleviation funds, training, publicity.
    Registers "registers" ["d", "F11"] QUEUE.and(BOARD), 3, Year;
    /// Opens the documents that are cited where the cursor stands.
    Cite "cite" ["z", "F11"] CASE, 16, Year;
    /// Makes a record of the register.
    MakeRecord "make-record" ["n", "Ins"] REGISTERS, 80, Year;
    /// Corrects the record, with a reason.
    CorrectRecord "correct-record" ["e", "Ctrl-e"] REGISTERS.and(RECORD), 60, Year;
    /// Removes the record, with a reason.
    RemoveRecord "remove-record" ["Del", "x"] REGISTERS.and(RECORD), 40, Year;
    /// The year before.
    PreviousYear "previous-year" ["{", "Alt-Left"] EXECUTION.and(REGISTERS).and(BOARD).and(ASSESSMENTS).and(PREPARATION), 14, Year;
    /// The next year.
    NextYear "next-year" ["}", "Alt-Right"] EXECUTION.and(REGISTERS).and(BOARD).and(ASSESSMENTS).and(PREPARATION), 13, Year;

    // ── finding and ordering ──
    /// Filters the queue, the journal or the results of a session, or looks for words in a register.
    Filter "filter" ["/", "Ctrl-f"] QUEUE.and(REGISTERS).and(ROOM).and(Contexts::JOURNAL), 75, Find;
    /// Sorts by the next order.
    Sort "sort" ["s", "F2"] QUEUE, 30, Find;
    /// Goes to the next finding.
    NextFinding "next-finding" ["n", "Alt-n"] CASE, 55, Find;
    /// Goes to the finding before.
    PreviousFinding "previous-finding" ["N", "Alt-p"] CASE, 0, Find;
    /// From a finding to its row of the correspondence, and back.
    Jump "jump" ["Enter"] CASE, 56, Find;
    /// Shows the indicator library.
    Library "library" ["Alt-l", "L"] CASE.and(FORM), 20, Find;
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
    NextTab "next-tab" ["Tab", "]"] TARGET.and(ROOM).and(REGISTERS).and(EXECUTION).and(ASSESSMENTS).and(PREPARATION), 15, Move;
    /// The tab before.
    PreviousTab "previous-tab" ["Shift-Tab", "["] TARGET.and(ROOM).and(REGISTERS).and(EXECUTION).and(ASSESSMENTS).and(PREPARATION), 0, Move;
    /// The tab of a number.
    GoTab "go-tab" ["1", "2", "3", "4", "5", "6", "7", "8", "9"] TARGET.and(ROOM).and(REGISTERS).and(PREPARATION), 0, Move;
    /// The pane to the left.
    PaneLeft "pane-left" ["Left", "h"] CASE.and(ROOM), 0, Move;
    /// The pane to the right.
    PaneRight "pane-right" ["Right", "l"] CASE.and(ROOM), 0, Move;
    /// The next target of the queue.
    NextTarget "next-target" [">", "Alt-Down"] CASE, 0, Move;
    /// The target before in the queue.
    PreviousTarget "previous-target" ["<", "Alt-Up"] CASE, 0, Move;

    // ── writing in forms ──
    /// The next field.
    NextField "next-field" ["Tab"] FORM.and(POPUP).and(IMPORT).and(BOARD), 70, Write;
    /// The field before.
    PreviousField "previous-field" ["Shift-Tab"] FORM.and(POPUP).and(BOARD), 0, Write;
    /// Grades the focused criterion: 优 良 中 差.
    Grade "grade" ["1", "2", "3", "4", "Alt-1", "Alt-2", "Alt-3", "Alt-4"] FORM.and(POPUP), 80, Write;
    /// Takes a sentence from the phrase book.
    Phrase "phrase" ["Ctrl-o", "F3"] FORM, 60, Write;
    /// Takes a finding into the opinion, in the words of a reviewer.
    PickFinding "pick-finding" ["Ctrl-t", "F4"] FORM, 59, Write;
    /// Sends the form.
    Send "send" ["Ctrl-s", "F2"] FORM, 90, Write;
    /// Accepts what the popup asks, or goes on to the next field.
    Accept "accept" ["Enter"] FORM.and(POPUP).and(IMPORT), 90, Write;

    // ── the program ──
    /// Shows what the keys do; an action can be carried out from there.
    Help "help" ["?", "F1"] Contexts::SCREEN, 100, Program;
    /// Asks for an action by name.
    Palette "palette" [":", "Ctrl-p"] Contexts::WORK, 35, Program;
    /// Goes back; asks when something typed would be lost.
    Back "back" ["Esc", "q"] CASE.and(FORM).and(IMPORT).and(Contexts::JOURNAL).and(EXECUTION).and(SESSIONS).and(ROOM).and(REGISTERS).and(RECORD).and(BOARD).and(FIGURE).and(ASSESSMENTS).and(ASSESSMENT).and(PREPARATION).and(POPUP), 65, Program;
    /// Reads files that units handed in, shows what taking them would do, and takes them.
    Import "import" ["I", "Ctrl-o"] QUEUE, 0, Program;
    /// Gives a list or forms out to a file.
    Export "export" ["E", "Alt-o"] TARGET.and(PREPARATION).and(ASSESSMENTS).and(ASSESSMENT).and(BOARD), 12, Program;
    /// Shows the newest rows of the journal.
    Journal "journal" ["F8"] QUEUE, 0, Program;
    /// Lists one's unsent texts, to go on with one.
    Unsent "unsent" ["D", "Alt-d"] QUEUE, 0, Program;
    /// Acts as another person (sample files only).
    Person "person" ["F9"] QUEUE, 0, Program;
    /// Reads everything on the screen again.
    Reload "reload" ["Ctrl-r"] Contexts::READ, 0, Program;
    /// Draws the screen anew.
    Redraw "redraw" ["Ctrl-l"] Contexts::ALL, 0, Program;
    /// Leaves the screen to the shell until continued.
    Suspend "suspend" ["Ctrl-z"] Contexts::ALL, 0, Program;
    /// Leaves the program from the queue or the wall.
    Quit "quit" ["q", "F10"] QUEUE.and(Contexts::WALL), 10, Program;
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
