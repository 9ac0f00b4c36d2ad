//! One cell's value as a person sees it: 0.95 with a percent format is 95%, floats carry no noise, dates read as dates.
//!
//! Owns numbers and dates of spreadsheets. Knows nothing of grids or forms.

use calamine::{CellErrorType, Data, ExcelDateTime};

/// A text, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// What a person reads.
    Text(String),
    /// An error such as `#REF!`.
    Error(String),
}

/// Shows a value; `format` is the cell's number format, empty when unknown.
pub fn show(value: &Data, format: &str) -> Seen {
    Seen::Text(match value {
        Data::Empty | Data::Error(CellErrorType::GettingData) => String::new(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(number) if number.is_nan() => return Seen::Error("NaN".to_owned()),
        Data::Float(number) if number.is_infinite() => return Seen::Error("∞".to_owned()),
        Data::Float(number) => float(*number, format),
        Data::Int(number) if format.contains('%') => format!("{}%", i128::from(*number) * 100),
        Data::Int(number) => number.to_string(),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(time) => date_time(time, format),
        Data::DateTimeIso(text) => text.split_once('T').map_or(text.as_str(), |(day, _)| day).to_owned(),
        Data::Error(error) => return Seen::Error(error.to_string()),
    })
}

/// Whether a stored number is what a person reads: at most fifteen digits without exponent or needless zeros.
pub fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let zero = whole == "0";
    all_digits(whole)
        && (zero || !whole.starts_with('0'))
        && part.is_none_or(|part| all_digits(part) && !part.ends_with('0'))
        && whole.len() + part.map_or(0, str::len) <= 15
        && !(zero && part.is_none() && digits.len() < text.len())
}

/// A number with the fifteen digits that spreadsheets keep, without the noise behind them.
fn float(number: f64, format: &str) -> String {
    if format.contains('%') { format!("{}%", digits(number * 100.0, 12)) } else { digits(number, 15) }
}

/// At most `count` significant digits, no trailing zeros, no exponent within the usual range.
fn digits(number: f64, count: usize) -> String {
    if number == 0.0 || !number.is_finite() {
        return if number.is_finite() { "0".to_owned() } else { String::new() };
    }
    let rounded: f64 = format!("{number:.*e}", count - 1).parse().unwrap_or(number);
    if rounded.abs() < 1e21 { rounded.to_string() } else { format!("{rounded:e}") }
}

/// A date in the order of its format: `2021年12月` where the format shows years and months only, else `2021-12-31`.
fn date_time(time: &ExcelDateTime, format: &str) -> String {
    if time.is_duration() || time.as_f64() < 1.0 {
        return digits(time.as_f64(), 15);
    }
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    let shown = format.to_lowercase();
    let (has_day, has_year) = (shown.contains('d'), shown.contains('y') || !shown.contains('m'));
    match (shown.contains('年') || shown.contains('月'), has_year, has_day || !shown.contains('m')) {
        (true, true, true) => format!("{year}年{month}月{day}日"),
        (true, true, false) => format!("{year}年{month}月"),
        (true, false, true) => format!("{month}月{day}日"),
        (_, true, false) => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn text(value: &Data, format: &str) -> String {
        match show(value, format) {
            Seen::Text(text) => text,
            Seen::Error(error) => format!("error {error}"),
        }
    }

    #[test]
    fn numbers_without_noise() {
        assert_eq!(text(&Data::Float(0.95), "0%"), "95%");
        assert_eq!(text(&Data::Float(0.9907), "0.00%"), "99.07%");
        assert_eq!(text(&Data::Float(1.1 * 3.0), "General"), "3.3");
        assert_eq!(text(&Data::Float(735.0), ""), "735");
        assert_eq!(text(&Data::Float(10606.7522), "0.00"), "10606.7522");
        assert_eq!(text(&Data::Int(1), "0%"), "100%");
        assert_eq!(text(&Data::Float(-0.0), ""), "0");
        assert_eq!(text(&Data::Float(f64::NAN), ""), "error NaN", "nothing is taken as blank without a word");
        assert_eq!(text(&Data::Float(f64::INFINITY), "0%"), "error ∞");
    }

    #[test]
    fn plain_numbers_are_shown_as_they_are_stored() {
        for plain in ["0", "7", "735", "-5", "0.25", "-0.5", "10606.7522", "123456789012345", "0.000001"] {
            assert!(is_plain(plain), "{plain}");
            assert_eq!(text(&Data::Float(plain.parse().unwrap()), ""), plain);
        }
        for other in ["", "-", "-0", "007", "1.50", "1.", ".5", "+1", "1e3", "3.3000000000000003", "1,000", " 1", "定"]
        {
            assert!(!is_plain(other), "{other}");
        }
    }

    #[test]
    fn dates_as_their_format_shows_them() {
        let day = Data::DateTime(ExcelDateTime::new(44_531.0, ExcelDateTimeType::DateTime, false));
        assert_eq!(text(&day, "yyyy\"年\"m\"月\""), "2021年12月");
        assert_eq!(text(&day, "yyyy\"年\"m\"月\"d\"日\""), "2021年12月1日");
        assert_eq!(text(&day, "yyyy-mm-dd"), "2021-12-01");
        assert_eq!(text(&day, "yyyy-mm"), "2021-12");
    }

    #[test]
    fn errors_are_told_apart() {
        assert_eq!(text(&Data::Error(CellErrorType::Ref), ""), "error #REF!");
    }
}
