//! Cells written in the plainest way, `<c r="B7" s="1" t="s"><v>12</v></c>`, known without a parser's events: they are nearly all cells
//! of nearly all workbooks, and a parser's five events for each took half of the time of an import.
//!
//! Owns that one shape. Whatever departs from it (a formula, an inline text, a reference, a prefix, a cell cut off) is left to the parser.

/// The most attributes of a plain cell.
const MOST: usize = 4;

/// A plain cell at the head of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plain<'a> {
    /// Its attributes.
    pub attributes: [Option<(&'a str, &'a str)>; MOST],
    /// Its value; `None` for a cell that only has a format.
    pub value: Option<&'a str>,
    /// How many bytes it takes.
    pub length: usize,
}

impl<'a> Plain<'a> {
    /// The plain cell that a text begins with.
    pub fn at(text: &'a str) -> Option<Self> {
        let mut rest = text.strip_prefix("<c")?;
        let mut attributes = [None; MOST];
        let mut places = attributes.iter_mut();
        while let Some(behind) = rest.strip_prefix(' ') {
            let (name, value, behind) = attribute(behind)?;
            *places.next()? = Some((name, value));
            rest = behind;
        }
        let (value, rest) = match rest.strip_prefix("/>") {
            Some(rest) => (None, rest),
            None => {
                let (value, rest) = until(rest.strip_prefix("><v>")?, b'<')?;
                (Some(value), rest.strip_prefix("/v></c>")?)
            }
        };
        Some(Self { attributes, value, length: text.len() - rest.len() })
    }
}

/// `r="B7"`: name, value, and what follows.
fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = text.split_at_checked(length).filter(|(name, _)| !name.is_empty())?;
    let (value, rest) = until(rest.strip_prefix("=\"")?, b'"')?;
    (!value.contains('<')).then_some((name, value, rest))
}

/// The text before a mark, and what follows the mark; nothing where a reference stands in it.
fn until(text: &str, mark: u8) -> Option<(&str, &str)> {
    let end = text.bytes().position(|byte| byte == mark || byte == b'&')?;
    let (before, after) = text.split_at_checked(end)?;
    Some((before, after.strip_prefix(char::from(mark))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_plainest_cells_are_known() {
        let cell = "<c r=\"B7\" s=\"1\" t=\"s\"><v>12</v></c>";
        let both = format!("{cell}<c/>");
        let plain = Plain::at(&both).unwrap();
        assert_eq!((plain.value, plain.length), (Some("12"), cell.len()));
        assert_eq!(plain.attributes, [Some(("r", "B7")), Some(("s", "1")), Some(("t", "s")), None]);
        assert_eq!(Plain::at("<c/><c").map(|plain| (plain.value, plain.length)), Some((None, 4)));
        assert_eq!(Plain::at("<c r=\"A1\"><v>甲</v></c>").unwrap().value, Some("甲"));
        for other in [
            "",
            "<c",
            "<c ",
            "<c r",
            "<c r=\"A1",
            "<c r=\"A1\"",
            "<c r=\"A1\">",
            "<c r=\"A1\"><v>",
            "<c r=\"A1\"><v>1",
            "<c r=\"A1\"><v>1</v>",
            "<c r=\"A1\"><v>1</v></c",
            "<c r=\"A1\"></c>",
            "<c r=\"A1\"><f>1</f><v>1</v></c>",
            "<c r=\"A1\"><v>&lt;</v></c>",
            "<c r=\"A&amp;1\"><v>1</v></c>",
            "<c r='A1'><v>1</v></c>",
            "<c  r=\"A1\"><v>1</v></c>",
            "<c a=\"\" b=\"\" d=\"\" e=\"\" f=\"\"><v>1</v></c>",
            "<c r=\"A1\"><v><![CDATA[1]]></v></c>",
            "<x:c r=\"A1\"><x:v>1</x:v></x:c>",
            "<col min=\"1\"/>",
            "<row r=\"1\">",
        ] {
            assert_eq!(Plain::at(other), None, "{other}");
        }
    }
}
