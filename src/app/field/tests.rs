use super::*;
use crate::app::key::Mods;
use crate::domain::grade::Grade;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

fn key(text: &str) -> Key {
    text.parse().unwrap()
}

/// What an input method commits: each character is a key.
fn commit(field: &mut Field, text: &str) {
    for c in text.chars() {
        field.key(Key::char(c), 20);
    }
}

fn press(field: &mut Field, keys: &str) {
    for name in keys.split_whitespace() {
        field.key(key(name), 20);
    }
}

fn words() -> Field {
    Field::Line(Input::new(Kind::Words, 40))
}

fn text_box() -> Field {
    Field::Text(Box::new(TextBox::new(200)))
}

#[test]
fn a_committed_run_is_undone_at_once() {
    for mut field in [words(), text_box()] {
        commit(&mut field, "目标笼统，指标未量化");
        press(&mut field, "Alt-u");
        assert_eq!(field.text(), "目标笼统，");
        press(&mut field, "Ctrl-_");
        assert_eq!(field.text(), "");
        press(&mut field, "Alt-r Alt-r");
        assert_eq!(field.text(), "目标笼统，指标未量化");
    }
}

#[test]
fn a_paste_is_undone_at_once_and_lines_become_one_where_there_is_one() {
    let pasted = "指标未量化\r\n请补充\t佐证\u{7}\n";
    let mut one = words();
    commit(&mut one, "意见");
    assert!(one.paste(pasted));
    assert_eq!(one.text(), "意见指标未量化  请补充 佐证");
    press(&mut one, "Alt-u");
    assert_eq!(one.text(), "意见");
    let mut many = text_box();
    commit(&mut many, "意见");
    assert!(many.paste(pasted));
    assert_eq!(many.text(), "意见指标未量化\n请补充 佐证\n");
    press(&mut many, "Alt-u");
    assert_eq!(many.text(), "意见");
}

#[test]
fn what_is_too_long_is_not_taken() {
    let mut one = Field::Line(Input::new(Kind::Words, 4));
    commit(&mut one, "一二三四五");
    assert_eq!(one.text(), "一二三四");
    let mut many = Field::Text(Box::new(TextBox::new(4)));
    assert!(many.paste("一二三四五"));
    assert!(!many.paste("六"));
    assert_eq!(many.text(), "一二三四");
}

#[test]
fn what_a_file_says_stays_whole_in_a_field_that_takes_less() {
    let mut field = Field::Line(Input::new(Kind::Words, 4));
    field.set("一二三四五六");
    press(&mut field, "Home");
    press(&mut field, "零");
    assert_eq!(field.text(), "一二三四五六", "nothing is taken, and nothing lost for it");
    assert_eq!(
        (field.lacks_room_for("七"), Field::Text(Box::new(TextBox::new(4))).lacks_room_for("一二三四五六")),
        (1, 2)
    );
}

#[test]
fn typing_takes_the_place_of_what_stood_there_when_the_focus_came() {
    let mut field = Field::Line(Input::new(Kind::Money, 20));
    field.set("386.00");
    field.enter();
    press(&mut field, "Down");
    press(&mut field, "4");
    assert_eq!(field.text(), "4");
    press(&mut field, "Alt-u");
    assert_eq!(field.text(), "386.00");
    press(&mut field, "End");
    press(&mut field, "1");
    assert_eq!(field.text(), "386.001");
}

#[test]
fn an_amount_is_read_as_people_write_it() {
    for (typed, tidy) in [("386", "386.00"), ("1，284.5万元", "1,284.50"), ("１２", "12.00"), ("3860000元", "386.00")]
    {
        let mut field = Field::Line(Input::new(Kind::Money, 20));
        commit(&mut field, typed);
        field.leave();
        assert_eq!((field.text().as_str(), field.problem()), (tidy, None));
    }
    for wrong in ["三百", "-1", "12.5.6"] {
        let mut field = Field::Line(Input::new(Kind::Money, 20));
        commit(&mut field, wrong);
        field.leave();
        assert_eq!(field.text(), wrong);
        assert!(field.problem().unwrap().contains(wrong));
    }
}

#[test]
fn a_day_is_read_as_people_write_it() {
    for typed in ["2026-12-1", "2026年12月1日", "2026.12.01", "２０２６/12/1"] {
        let mut field = Field::Line(Input::new(Kind::Day, 20));
        commit(&mut field, typed);
        field.leave();
        assert_eq!(field.text(), "2026-12-01");
    }
    let mut field = Field::Line(Input::new(Kind::Day, 20));
    commit(&mut field, "2026-02-30");
    assert!(field.problem().is_some());
}

#[test]
fn grades_come_by_digit_word_and_arrow() {
    let mut field = Field::Grade(GradeField::default());
    for (pressed, grade) in [("2", "良"), ("差", "差"), ("３", "中"), ("Left", "良"), ("Right", "中"), ("Del", "")]
    {
        press(&mut field, pressed);
        assert_eq!(field.text(), grade, "{pressed}");
    }
    assert_eq!(field.key(key("x"), 9), Took::Nothing);
    press(&mut field, "Right");
    assert_eq!(field.text(), Grade::Excellent.term());
}

#[test]
fn a_choice_is_made_by_arrow_digit_and_letter() {
    let options = ["产出指标", "效益指标", "满意度指标"].map(Answer::same).to_vec();
    let mut field = Field::Choice(ChoiceField::new(options));
    for (pressed, chosen) in [
        ("Right", "效益指标"),
        ("3", "满意度指标"),
        ("Right", "产出指标"),
        ("Left", "满意度指标"),
        ("效", "效益指标"),
        ("9", "效益指标"),
    ] {
        press(&mut field, pressed);
        assert_eq!(field.text(), chosen, "{pressed}");
    }
    field.set("成本指标");
    assert_eq!(field.text(), "成本指标", "an answer of a form or a draft that is none of the usual ones");
}

#[test]
fn up_and_down_follow_the_rows_that_are_seen() {
    let mut field = text_box();
    commit(&mut field, "一二三四五六七八九十");
    // Rows of nine characters in twenty columns: the tenth stands alone.
    press(&mut field, "Up");
    let Field::Text(text) = &field else { panic!() };
    assert_eq!(text.cursor(), (0, "一".len()));
    press(&mut field, "Down");
    let Field::Text(text) = &field else { panic!() };
    assert_eq!(text.cursor(), (0, "一二三四五六七八九十".len()));
    assert_eq!(field.key(key("Down"), 20), Took::Nothing, "the form may go on to the next field");
}

#[test]
fn a_phrase_leaves_slots_that_typing_fills() {
    let mut field = text_box();
    commit(&mut field, "总体可行。");
    let Field::Text(text) = &mut field else { panic!() };
    text.phrase("指标〔名称〕未量化,建议改为〔数值〕。");
    assert!(text.problem().unwrap().contains("〔名称〕"));
    commit(&mut field, "膳食达标率");
    press(&mut field, "Alt-n");
    commit(&mut field, "≥98%");
    assert_eq!(field.text(), "总体可行。\n指标膳食达标率未量化,建议改为≥98%。");
    assert_eq!(field.problem(), None);
}

#[test]
fn combining_characters_stay_whole_in_a_box() {
    let mut field = text_box();
    commit(&mut field, "e\u{301}x");
    press(&mut field, "Left Left Del");
    assert_eq!(field.text(), "x");
    press(&mut field, "Alt-u");
    assert_eq!(field.text(), "e\u{301}x");
}

fn any_key() -> impl Strategy<Value = Key> {
    let named = [
        "Left",
        "Right",
        "Home",
        "End",
        "Backspace",
        "Del",
        "Up",
        "Down",
        "Ctrl-Left",
        "Ctrl-Right",
        "Ctrl-w",
        "Ctrl-u",
        "Ctrl-k",
        "Alt-u",
        "Alt-r",
        "Alt-b",
        "Alt-f",
        "Alt-n",
        "Ctrl-Home",
        "Ctrl-End",
        "PgUp",
        "PgDn",
    ];
    let typed = ["中", "文", "，", "“", "≥", "a", " ", "e", "\u{301}", "👨", "\u{200d}", "👩", "〔", "〕", "ａ"];
    prop_oneof![
        prop::sample::select(named.to_vec()).prop_map(key),
        prop::sample::select(typed.to_vec()).prop_map(|c| Key::char(c.chars().next().unwrap())),
    ]
}

fn between_graphemes(text: &str, byte: usize) -> bool {
    byte == text.len() || text.grapheme_indices(true).any(|(at, _)| at == byte)
}

proptest! {
    #[test]
    fn an_input_never_splits_a_character_and_keeps_its_length(keys in prop::collection::vec(any_key(), 0..60)) {
        let mut input = Input::new(Kind::Words, 30);
        for key in keys {
            input.key(key);
            prop_assert!(between_graphemes(input.text(), input.line().before().len()), "{:?}", input);
            prop_assert!(input.text().graphemes(true).count() <= 30);
        }
    }

    #[test]
    fn a_box_never_splits_a_character_and_undo_comes_back(keys in prop::collection::vec(any_key(), 0..60)) {
        let mut text = TextBox::new(50);
        let mut changes = 0;
        for key in keys {
            let mods = Mods { alt: true, ..Mods::NONE };
            let undoes = key.mods == mods && matches!(key.code, KeyCode::Char('u' | 'r'));
            changes += usize::from(text.key(key, 12) == Took::Changed && !undoes);
            let (line, byte) = text.cursor();
            prop_assert!(between_graphemes(&text.lines()[line], byte), "{:?} at {byte} after {key:?}", text.lines());
        }
        for _ in 0..=changes {
            text.key(key("Alt-u"), 12);
        }
        prop_assert_eq!(text.text(), "");
    }
}

#[test]
fn the_cursor_stays_between_characters_when_what_is_before_and_behind_it_joins() {
    let mut text = TextBox::new(50);
    for name in ["\u{301}", "Home", "中", "Alt-u", "Alt-r"] {
        text.key(key(name), 12);
    }
    let (line, byte) = text.cursor();
    assert!(between_graphemes(&text.lines()[line], byte), "{:?} at {byte}", text.lines());
    let mut input = Input::new(Kind::Words, 30);
    for name in ["👩", "\u{200d}", "〔", "👨", "中", "Ctrl-Left", "Ctrl-Left", "Backspace"] {
        input.key(key(name));
        assert!(between_graphemes(input.text(), input.line().before().len()), "{input:?} after {name}");
    }
}

#[test]
fn sentences_after_each_other_are_numbered() {
    let mut text = TextBox::new(500);
    for (sentence, whole) in [
        ("甲", "甲"),
        ("乙", "1.甲\n2.乙"),
        ("丙〔年度〕。", "1.甲\n2.乙\n3.丙〔年度〕。"),
        ("1.5万元不对", "1.甲\n2.乙\n3.丙〔年度〕。\n4.1.5万元不对"),
    ] {
        text.item(sentence);
        assert_eq!(text.text(), whole);
    }
    text.set("2.5万元偏高");
    text.item("乙");
    assert_eq!(text.text(), "1.2.5万元偏高\n2.乙", "an amount is no number of a line");
}
