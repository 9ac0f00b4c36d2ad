//! How things look, by what they are: named styles, with colours or without.
//!
//! Only the 16 ANSI colours, and the terminal's own colours for plain text, so that light and dark grounds both
//! work. Without colours modifiers alone tell things apart; the selection is reversed then.

use ratatui::style::{Color, Modifier, Style};

/// The named styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Theme {
    /// Plain text.
    pub text: Style,
    /// The name of a screen or a pane.
    pub title: Style,
    /// The heads of columns.
    pub heading: Style,
    /// Of less weight: units, dates, explanations.
    pub dim: Style,
    /// The selected row in the pane that has the focus.
    pub selected: Style,
    /// The selected row in another pane.
    pub selected_elsewhere: Style,
    /// Rows marked for a batch.
    pub marked: Style,
    /// The tab that is shown.
    pub tab: Style,
    /// The other tabs.
    pub tab_other: Style,
    /// What a search found.
    pub found: Style,
    /// Worth a look.
    pub warning: Style,
    /// Wrong, refused.
    pub error: Style,
    /// In order, passed.
    pub good: Style,
    /// News.
    pub notice: Style,
    /// A key in hints and help.
    pub key: Style,
    /// What a key does.
    pub hint: Style,
    /// What cannot be done now.
    pub disabled: Style,
    /// The field that is being filled in.
    pub field: Style,
    /// Frames and rules.
    pub border: Style,
    /// The frame of the pane that has the focus.
    pub border_focus: Style,
    /// Text that was added.
    pub added: Style,
    /// Text that was taken out.
    pub removed: Style,
    /// A line across the screen that must not be overlooked.
    pub banner: Style,
}

const PLAIN: Style = Style::new();
const BOLD: Style = PLAIN.add_modifier(Modifier::BOLD);
const DIM: Style = PLAIN.add_modifier(Modifier::DIM);
const UNDERLINED: Style = PLAIN.add_modifier(Modifier::UNDERLINED);
const REVERSED: Style = PLAIN.add_modifier(Modifier::REVERSED);

impl Theme {
    /// The styles with the 16 ANSI colours.
    pub const COLOUR: Self = Self {
        text: PLAIN,
        title: BOLD,
        heading: DIM,
        dim: DIM,
        selected: PLAIN.fg(Color::Black).bg(Color::Cyan),
        selected_elsewhere: BOLD.fg(Color::Cyan),
        marked: PLAIN.fg(Color::Magenta),
        tab: BOLD.fg(Color::Cyan).add_modifier(Modifier::UNDERLINED),
        tab_other: PLAIN,
        found: PLAIN.fg(Color::Black).bg(Color::Yellow),
        warning: PLAIN.fg(Color::Yellow),
        error: BOLD.fg(Color::Red),
        good: PLAIN.fg(Color::Green),
        notice: PLAIN.fg(Color::Cyan),
        key: BOLD.fg(Color::Cyan),
        hint: DIM,
        disabled: DIM,
        field: UNDERLINED.fg(Color::Cyan),
        border: DIM,
        border_focus: PLAIN.fg(Color::Cyan),
        added: PLAIN.fg(Color::Green),
        removed: PLAIN.fg(Color::Red).add_modifier(Modifier::CROSSED_OUT),
        banner: BOLD.fg(Color::Black).bg(Color::Yellow),
    };

    /// The styles with modifiers only.
    pub const MONO: Self = Self {
        text: PLAIN,
        title: BOLD,
        heading: DIM,
        dim: DIM,
        selected: REVERSED,
        selected_elsewhere: BOLD,
        marked: BOLD,
        tab: BOLD.add_modifier(Modifier::UNDERLINED),
        tab_other: PLAIN,
        found: UNDERLINED,
        warning: BOLD,
        error: BOLD.add_modifier(Modifier::UNDERLINED),
        good: PLAIN,
        notice: PLAIN,
        key: BOLD,
        hint: PLAIN,
        disabled: DIM,
        field: UNDERLINED,
        border: PLAIN,
        border_focus: BOLD,
        added: UNDERLINED,
        removed: DIM.add_modifier(Modifier::CROSSED_OUT),
        banner: REVERSED.add_modifier(Modifier::BOLD),
    };

    /// Returns the styles for a terminal with or without colours.
    pub const fn of(mono: bool) -> Self {
        if mono { Self::MONO } else { Self::COLOUR }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(theme: &Theme) -> Vec<(&'static str, Style)> {
        vec![
            ("text", theme.text),
            ("title", theme.title),
            ("heading", theme.heading),
            ("dim", theme.dim),
            ("selected", theme.selected),
            ("selected_elsewhere", theme.selected_elsewhere),
            ("marked", theme.marked),
            ("tab", theme.tab),
            ("tab_other", theme.tab_other),
            ("found", theme.found),
            ("warning", theme.warning),
            ("error", theme.error),
            ("good", theme.good),
            ("notice", theme.notice),
            ("key", theme.key),
            ("hint", theme.hint),
            ("disabled", theme.disabled),
            ("field", theme.field),
            ("border", theme.border),
            ("border_focus", theme.border_focus),
            ("added", theme.added),
            ("removed", theme.removed),
            ("banner", theme.banner),
        ]
    }

    #[test]
    fn only_ansi_colours_are_used_and_a_ground_comes_with_its_text() {
        for (name, style) in all(&Theme::COLOUR) {
            for colour in [style.fg, style.bg].into_iter().flatten() {
                assert!(!matches!(colour, Color::Rgb(..) | Color::Indexed(_)), "{name}");
            }
            assert!(style.bg.is_none() || style.fg.is_some(), "{name}: unreadable on some ground");
            assert!(!matches!(style.fg, Some(Color::White | Color::Gray)), "{name}: unreadable on a light ground");
        }
    }

    #[test]
    fn without_colours_modifiers_tell_things_apart() {
        let theme = Theme::of(true);
        for (name, style) in all(&theme) {
            assert_eq!((style.fg, style.bg), (None, None), "{name}");
        }
        assert!(theme.selected.add_modifier.contains(Modifier::REVERSED));
        for (one, other) in [
            (theme.selected, theme.text),
            (theme.tab, theme.tab_other),
            (theme.error, theme.warning),
            (theme.warning, theme.text),
            (theme.found, theme.text),
            (theme.added, theme.removed),
            (theme.border_focus, theme.border),
        ] {
            assert_ne!(one, other);
        }
    }
}
