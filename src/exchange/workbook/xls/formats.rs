//! Number formats of a workbook's cells, as far as they change what a person sees: percents and dates.
//!
//! Owns the records of formats and of a cell's style. The texts of formats are kept in half-width characters and the few Chinese
//! ones that dates need.

use std::collections::HashMap;
use std::rc::Rc;

/// Records that are looked at.
const FORMAT: u16 = 0x041e;
const STYLE: u16 = 0x00e0;
const END: u16 = 0x000a;
const MANY_NUMBERS: u16 = 0x00bd;
const NUMBERS: [u16; 4] = [0x0203, 0x027e, 0x0006, 0x0406];

/// Formats by the number of a cell's style; `None` for those that change nothing.
#[derive(Debug, Default)]
pub struct Formats(Vec<Option<Rc<str>>>);

impl Formats {
    /// Reads the formats among the workbook's own records.
    pub fn read<'a>(records: impl Iterator<Item = (u16, &'a [u8])>) -> Self {
        let (mut own, mut styles) = (HashMap::new(), Vec::new());
        for (kind, data) in records.take_while(|(kind, _)| *kind != END) {
            match kind {
                FORMAT => own.extend(word(data, 0).zip(text(data))),
                STYLE => styles.extend(word(data, 2)),
                _ => {}
            }
        }
        let format = |number: u16| own.get(&number).cloned().or_else(|| built_in(number).map(str::to_owned));
        let shows = |format: &String| format.contains(['%', 'y', '年', '月']);
        Self(styles.into_iter().map(|number| format(number).filter(shows).map(Rc::from)).collect())
    }

    /// The cells of a record that show a percent or a date, with their formats.
    pub fn of_cells(&self, kind: u16, data: &[u8]) -> Vec<((usize, usize), Rc<str>)> {
        let place = |row: u16, col: usize| (usize::from(row), col);
        let styled = |at: usize| word(data, at).and_then(|style| self.0.get(usize::from(style))?.clone());
        let (Some(row), Some(col)) = (word(data, 0), word(data, 2)) else { return Vec::new() };
        if NUMBERS.contains(&kind) {
            return styled(4).map(|format| (place(row, usize::from(col)), format)).into_iter().collect();
        }
        if kind != MANY_NUMBERS {
            return Vec::new();
        }
        // Row, first column, six bytes for each number, last column.
        let count = data.len().saturating_sub(6) / 6;
        let one = |step: usize| Some((place(row, usize::from(col) + step), styled(4 + step * 6)?));
        (0..count).filter_map(one).collect()
    }
}

fn word(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2).and_then(|two| two.try_into().ok()).map(u16::from_le_bytes)
}

/// The text of a format: two bytes of number, two of length, one that tells how wide its characters are.
fn text(data: &[u8]) -> Option<String> {
    let length = usize::from(word(data, 2)?);
    let body = data.get(5..)?;
    if data.get(4)? & 1 == 0 {
        return body.get(..length).map(|bytes| bytes.iter().map(|byte| char::from(*byte)).collect());
    }
    let wide = body.chunks_exact(2).take(length).filter_map(|two| two.try_into().ok()).map(u16::from_le_bytes);
    Some(char::decode_utf16(wide).filter_map(Result::ok).collect())
}

/// The formats that every workbook has without saying so.
fn built_in(number: u16) -> Option<&'static str> {
    Some(match number {
        9 => "0%",
        10 => "0.00%",
        14 => "yyyy-mm-dd",
        15 | 16 => "d-mmm-yy",
        17 => "mmm-yy",
        27 | 36 | 50 | 52 | 57 => "yyyy年m月",
        28 | 29 | 51 | 53 | 54 | 58 => "m月d日",
        31 => "yyyy年m月d日",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(format: u16) -> Vec<u8> {
        [0, format].iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    #[test]
    fn percents_and_dates_are_told_for_their_cells() {
        let wide: Vec<u8> = "yyyy年m月".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let own = [&[164, 0, 7, 0, 1][..], &wide].concat();
        let styles = [style(0), style(9), style(164)];
        let records = [(FORMAT, own.as_slice())].into_iter().chain(styles.iter().map(|data| (STYLE, data.as_slice())));
        let formats = Formats::read(records.chain([(END, &[][..]), (STYLE, styles[1].as_slice())]));
        let cell = |style: u16| [4_u16, 2, style].iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
        let shown = |style: u16| formats.of_cells(0x0203, &cell(style)).pop().map(|(_, format)| format.to_string());
        assert_eq!((shown(0), shown(1).as_deref(), shown(2).as_deref()), (None, Some("0%"), Some("yyyy年m月")));
        assert_eq!(shown(3), None, "a style of no workbook");
        let many: Vec<u8> =
            [4_u16, 2, 1, 0, 0, 0, 0, 0, 1, 0, 0, 4].iter().flat_map(|word| word.to_le_bytes()).collect();
        let places: Vec<_> = formats.of_cells(MANY_NUMBERS, &many).into_iter().map(|(place, _)| place).collect();
        assert_eq!(places, [(4, 2), (4, 4)]);
    }
}
