use super::*;
use crate::term::event::{Button, MouseKind};
use proptest::prelude::*;

fn decode(bytes: &[u8]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(bytes, &mut out);
    if !decoder.pasting {
        decoder.flush(&mut out);
    }
    out
}

/// The keys that the bytes mean, by name; anything else is shown in full.
fn names(bytes: &[u8]) -> String {
    let shown: Vec<String> = decode(bytes)
        .into_iter()
        .map(|input| match input {
            Input::Key(key) => key.to_string(),
            other => format!("{other:?}"),
        })
        .collect();
    shown.join(" ")
}

/// What terminals send for each key.
const FORMS: &[(&[u8], &str)] = &[
    // plain, control and Alt
    (b"a", "a"),
    (b"G", "G"),
    (b" ", "Space"),
    (b"\r", "Enter"),
    (b"\n", "Ctrl-j"),
    (b"\t", "Tab"),
    (b"\x7f", "Backspace"),
    (b"\x08", "Backspace"),
    (b"\x00", "Ctrl-Space"),
    (b"\x01", "Ctrl-a"),
    (b"\x03", "Ctrl-c"),
    (b"\x1a", "Ctrl-z"),
    (b"\x1c", "Ctrl-\\"),
    (b"\x1f", "Ctrl-_"),
    (b"\x1b", "Esc"),
    (b"\x1b\x1b", "Esc Esc"),
    (b"\x1ba", "Alt-a"),
    (b"\x1bA", "Alt-A"),
    (b"\x1b\x01", "Ctrl-Alt-a"),
    (b"\x1b\x7f", "Alt-Backspace"),
    (b"\x1b\r", "Alt-Enter"),
    (b"\x1b[", "Alt-["),
    (b"\x1bO", "Alt-O"),
    (b"\x1b]", "Alt-]"),
    (b"\x1bP", "Alt-P"),
    (b"\x1b_", "Alt-_"),
    (b"\x1b_x", "Alt-_ x"),
    (b"\x1bPx", "Alt-P x"),
    (b"\x1b\x1b[", "Esc Alt-["),
    (b"\x1b\xe4\xb8\xad", "Alt-中"),
    // arrows and the edit block
    (b"\x1b[A", "Up"),
    (b"\x1b[B", "Down"),
    (b"\x1b[C", "Right"),
    (b"\x1b[D", "Left"),
    (b"\x1bOA", "Up"),
    (b"\x1bOD", "Left"),
    (b"\x1b[1;5A", "Ctrl-Up"),
    (b"\x1b[1;2B", "Shift-Down"),
    (b"\x1b[1;3C", "Alt-Right"),
    (b"\x1b[1;8D", "Ctrl-Alt-Shift-Left"),
    (b"\x1b[1;5:1A", "Ctrl-Up"),
    (b"\x1b\x1b[A", "Alt-Up"),
    (b"\x1b\x1bOB", "Alt-Down"),
    (b"\x1b[a", "Shift-Up"),
    (b"\x1bOa", "Ctrl-Up"),
    (b"\x1b[H", "Home"),
    (b"\x1b[F", "End"),
    (b"\x1bOH", "Home"),
    (b"\x1bOF", "End"),
    (b"\x1b[1~", "Home"),
    (b"\x1b[4~", "End"),
    (b"\x1b[7~", "Home"),
    (b"\x1b[8~", "End"),
    (b"\x1b[1;5H", "Ctrl-Home"),
    (b"\x1b[2~", "Ins"),
    (b"\x1b[3~", "Del"),
    (b"\x1b[5~", "PgUp"),
    (b"\x1b[6~", "PgDn"),
    (b"\x1b[5;5~", "Ctrl-PgUp"),
    (b"\x1b[5^", "Ctrl-PgUp"),
    (b"\x1b[6$", "Shift-PgDn"),
    (b"\x1b[3@", "Ctrl-Shift-Del"),
    (b"\x1b[Z", "Shift-Tab"),
    (b"\x1b[1;2Z", "Shift-Tab"),
    // function keys: xterm, linux, PuTTY and VT400, VT100+
    (b"\x1bOP", "F1"),
    (b"\x1bOS", "F4"),
    (b"\x1b[P", "F1"),
    (b"\x1b[R", "F3"),
    (b"\x1b[1;2P", "Shift-F1"),
    (b"\x1b[1;2R", "Shift-F3"),
    (b"\x1b[1;5S", "Ctrl-F4"),
    (b"\x1bO2P", "Shift-F1"),
    (b"\x1bO1;5Q", "Ctrl-F2"),
    (b"\x1b[[A", "F1"),
    (b"\x1b[[E", "F5"),
    (b"\x1b[11~", "F1"),
    (b"\x1b[12~", "F2"),
    (b"\x1b[13~", "F3"),
    (b"\x1b[14~", "F4"),
    (b"\x1b[15~", "F5"),
    (b"\x1b[17~", "F6"),
    (b"\x1b[18~", "F7"),
    (b"\x1b[19~", "F8"),
    (b"\x1b[20~", "F9"),
    (b"\x1b[21~", "F10"),
    (b"\x1b[23~", "F11"),
    (b"\x1b[24~", "F12"),
    (b"\x1b[24;5~", "Ctrl-F12"),
    (b"\x1b[25~", "F13"),
    (b"\x1b[34~", "F20"),
    (b"\x1bOT", "F5"),
    (b"\x1bO[", "F12"),
    // the number block in application mode
    (b"\x1bOM", "Enter"),
    (b"\x1bOp", "0"),
    (b"\x1bOy", "9"),
    (b"\x1bOk", "+"),
    (b"\x1bOj", "*"),
    (b"\x1bOn", "."),
    // code points
    (b"\x1b[97;5u", "Ctrl-a"),
    (b"\x1b[97;2u", "A"),
    (b"\x1b[13;2u", "Shift-Enter"),
    (b"\x1b[27;5;105~", "Ctrl-i"),
    // text
    ("中".as_bytes(), "中"),
    ("义务ｊ？".as_bytes(), "义 务 ｊ ？"),
    ("😀".as_bytes(), "😀"),
    // what means nothing is swallowed whole
    (b"\x1b[99~x", "x"),
    (b"\x1b[E", ""),
    (b"\x1b[1;2;3;4;5;6;7;8;9;10A", "Shift-Up"),
    (b"\x1b[M !!x", "x"),
    (b"\x1b[201~x", "x"),
    (b"\x1b[1;\x1b[A", "Up"),
    (b"\x1b[12", ""),
];

#[test]
fn every_form_of_every_key_is_known() {
    for (bytes, expected) in FORMS {
        assert_eq!(names(bytes), *expected, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn answers_never_become_keys() {
    assert_eq!(decode(b"\x1b[2;3R"), [Input::Reply(Reply::Cursor { row: 2, column: 3 })]);
    assert_eq!(decode(b"\x1b[?2026;2$y"), [Input::Reply(Reply::Mode { number: 2026, state: 2 })]);
    assert_eq!(decode(b"\x1b[?62;22c"), [Input::Reply(Reply::Attributes)]);
    for silent in [
        &b"\x1b[>0;276;0c"[..],
        b"\x1b[0n",
        b"\x1b[?997;1n",
        b"\x1b[8;40;120t",
        b"\x1b]11;rgb:0000/0000/0000\x07",
        b"\x1b]10;rgb:ff/ff/ff\x1b\\",
        b"\x1bP>|XTerm(390)\x1b\\",
        b"\x1bP1$r0m\x1b\\",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[?1u",
    ] {
        assert_eq!(decode(silent), [], "{:?}", String::from_utf8_lossy(silent));
    }
}

#[test]
fn an_answer_cut_by_a_slow_line_waits_and_is_swallowed() {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(b"\x1b[?6", &mut out);
    assert_eq!(decoder.waiting(), Waiting::Sequence);
    decoder.feed(b"2;22c", &mut out);
    assert_eq!(out, [Input::Reply(Reply::Attributes)]);
    assert_eq!(decoder.waiting(), Waiting::Nothing);
}

#[test]
fn a_lone_esc_waits_only_a_moment() {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(b"\x1b", &mut out);
    assert!(out.is_empty());
    assert_eq!(decoder.waiting(), Waiting::Escape);
    decoder.flush(&mut out);
    assert_eq!(out, [esc()]);
    decoder.feed(b"\x1b", &mut out);
    decoder.feed(b"[A", &mut out);
    assert_eq!(out[1..], [Input::Key(Key::from(KeyCode::Up))]);
}

#[test]
fn mouse_and_focus_are_reported() {
    assert_eq!(decode(b"\x1b[I\x1b[O"), [Input::Focus(true), Input::Focus(false)]);
    let mouse = |kind, mods| Input::Mouse(Mouse { kind, column: 9, row: 4, mods });
    let ctrl = Mods { ctrl: true, ..Mods::NONE };
    assert_eq!(decode(b"\x1b[<0;10;5M"), [mouse(MouseKind::Press(Button::Left), Mods::NONE)]);
    assert_eq!(decode(b"\x1b[<2;10;5m"), [mouse(MouseKind::Release(Button::Right), Mods::NONE)]);
    assert_eq!(decode(b"\x1b[<32;10;5M"), [mouse(MouseKind::Drag(Button::Left), Mods::NONE)]);
    assert_eq!(decode(b"\x1b[<35;10;5M"), [mouse(MouseKind::Move, Mods::NONE)]);
    assert_eq!(decode(b"\x1b[<80;10;5M"), [mouse(MouseKind::ScrollUp, ctrl)]);
    assert_eq!(decode(b"\x1b[<65;10;5M"), [mouse(MouseKind::ScrollDown, Mods::NONE)]);
    assert_eq!(decode(b"\x1b[<0;0;0M").len(), 1);
}

#[test]
fn a_paste_is_one_text_wherever_the_reads_cut_it() {
    let stream = "\u{1b}[200~第一行\r\n第二行\rj\u{1b}[31mx\ty\u{1b}[201~q".as_bytes();
    let expected = [Input::Paste("第一行\n第二行\nj[31mx\ty".into()), Input::Key(Key::char('q'))];
    for cut in 0..=stream.len() {
        let mut decoder = Decoder::default();
        let mut out = Vec::new();
        decoder.feed(&stream[..cut], &mut out);
        decoder.feed(&stream[cut..], &mut out);
        assert_eq!(out, expected, "cut at {cut}");
    }
}

#[test]
fn a_paste_that_goes_silent_is_delivered_and_its_rest_stays_text() {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed("\u{1b}[200~前半\u{1b}[20".as_bytes(), &mut out);
    assert_eq!(decoder.waiting(), Waiting::Sequence);
    decoder.flush(&mut out);
    assert_eq!(out, [Input::Paste("前半".into())]);
    assert_eq!(decoder.waiting(), Waiting::Nothing);
    decoder.feed(b"1~j", &mut out);
    assert_eq!(out[1..], [Input::Key(Key::char('j'))]);
}

#[test]
fn a_paste_without_end_can_be_left_with_ctrl_c() {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(b"\x1b[200~abc", &mut out);
    decoder.flush(&mut out);
    decoder.feed(b"\x03", &mut out);
    assert_eq!(out[1..], [Input::Key(Key::ctrl('c'))]);
}

#[test]
fn a_very_long_paste_comes_in_pieces_without_cut_characters() {
    let text = "财".repeat(PASTE_PIECE / 2);
    let stream = format!("\u{1b}[200~{text}\u{1b}[201~");
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    for chunk in stream.as_bytes().chunks(4099) {
        decoder.feed(chunk, &mut out);
    }
    let pasted: String = out
        .iter()
        .map(|input| match input {
            Input::Paste(piece) => piece.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(out.len() > 1);
    assert_eq!(pasted, text);
}

#[test]
fn bytes_that_are_not_utf8_are_reported_once_and_passed_over() {
    let gbk = [0xd6, 0xd0, 0xce, 0xc4, b'x'];
    assert_eq!(decode(&gbk), [Input::Garbled, Input::Key(Key::char('x'))]);
    assert_eq!(decode(&[0xe4, 0xb8]), [Input::Garbled]);
    assert_eq!(decode("\u{9b}A".as_bytes()), [Input::Key(Key::char('A'))]);
}

#[test]
fn characters_split_over_reads_are_whole() {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    for byte in "绩效😀é".bytes() {
        decoder.feed(&[byte], &mut out);
    }
    let text: String =
        out.iter().filter_map(|input| if let Input::Key(key) = input { key.text() } else { None }).collect();
    assert_eq!(text, "绩效😀é");
}

/// Bytes that are likely to be interesting, so that random streams reach the odd corners.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        prop::sample::select(vec![
            &b"\x1b"[..],
            b"\x1b[",
            b"\x1bO",
            b"\x1b]1",
            b"\x1bP1",
            b"\x07",
            b"\x1b\\",
            b"\x1b[200~",
            b"\x1b[201~",
            b"[",
            b"1;5",
            b"A",
            b"~",
            b"M",
            b"$",
            b"?",
            b"<0;1;1M",
            b"\xe4\xb8\xad",
            b"\xe4\xb8",
            b"R",
            b"c",
        ])
        .prop_map(<[u8]>::to_vec),
    ];
    let piece = prop_oneof![3 => piece, 1 => corpus_piece()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// The streams of the corpus (`tests/corpus/keys.txt`).
fn corpus() -> Vec<Vec<u8>> {
    let text = include_str!("../../../tests/corpus/keys.txt");
    let byte = |digits: &str| u8::from_str_radix(digits, 16).unwrap();
    let bytes = |line: &str| {
        let (mut bytes, mut rest) = (Vec::new(), line);
        while let Some((before, after)) = rest.split_once('\\') {
            bytes.extend_from_slice(before.as_bytes());
            let length = if after.starts_with('x') { 3 } else { 1 };
            bytes.push(match &after[..1] {
                "e" => 0x1b,
                "n" => b'\n',
                "r" => b'\r',
                "t" => b'\t',
                "x" => byte(&after[1..3]),
                _ => b'\\',
            });
            rest = &after[length..];
        }
        bytes.extend_from_slice(rest.as_bytes());
        bytes
    };
    text.lines().map(bytes).collect()
}

/// An entry of the corpus, or its beginning.
fn corpus_piece() -> impl Strategy<Value = Vec<u8>> {
    (prop::sample::select(corpus()), any::<prop::sample::Index>(), any::<bool>()).prop_map(|(mut entry, cut, whole)| {
        if !whole {
            entry.truncate(cut.index(entry.len() + 1));
        }
        entry
    })
}

#[test]
fn each_entry_of_the_corpus_comes_to_an_end() {
    assert!(corpus().len() > 30);
    for entry in corpus() {
        let mut decoder = Decoder::default();
        let mut out = Vec::new();
        decoder.feed(&entry, &mut out);
        decoder.flush(&mut out);
        // Whatever was left open, the next keys come through: the first may still be eaten by a paste or a sequence.
        decoder.feed(b"\x03\x1b[201~jjj", &mut out);
        decoder.flush(&mut out);
        assert_eq!(out.last(), Some(&Input::Key(Key::char('j'))), "{entry:?}");
    }
}

proptest! {
    #[test]
    fn any_stream_ends_and_how_it_is_cut_does_not_matter(bytes in stream(), cuts in prop::collection::vec(0_usize..200, 0..6)) {
        let mut whole = Decoder::default();
        let mut expected = Vec::new();
        whole.feed(&bytes, &mut expected);
        let mut decoder = Decoder::default();
        let mut out = Vec::new();
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
        cuts.sort_unstable();
        let mut from = 0;
        for cut in cuts.into_iter().chain([bytes.len()]) {
            decoder.feed(&bytes[from..cut], &mut out);
            from = cut;
        }
        // Reports of bad bytes are merged within one read only.
        expected.dedup();
        out.dedup();
        prop_assert_eq!(out, expected);
        prop_assert_eq!(&decoder.held, &whole.held);
    }

    #[test]
    fn after_a_silence_nothing_is_held_outside_a_paste(bytes in stream()) {
        let mut decoder = Decoder::default();
        let mut out = Vec::new();
        decoder.feed(&bytes, &mut out);
        decoder.flush(&mut out);
        prop_assert!(decoder.pasting || decoder.held.is_empty());
        prop_assert_eq!(decoder.waiting(), Waiting::Nothing);
    }

    #[test]
    fn typed_text_arrives_as_typed(text in "[a-z中文绩效，。？0-9]{0,40}") {
        let typed: String = decode(text.as_bytes())
            .into_iter()
            .filter_map(|input| if let Input::Key(key) = input { key.text() } else { None })
            .collect();
        prop_assert_eq!(typed, text);
    }
}
