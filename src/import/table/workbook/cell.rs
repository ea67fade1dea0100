//! Values of cells as text, and number formats as far as they say what a number is: a date, a clock
//! time, or digits with leading zeros (ECMA-376 part 1, 18.8.30 and 18.17.4.1).
//!
//! Dates become ISO 8601 in the workbook's own clock, whatever the format shows; days count from
//! 1899-12-30 (with the leap day of 1900 that never was), or from 1904-01-01. Does not lay out
//! currencies, percentages or fractions: those stay the plain number.

use jiff::civil;

/// What a number format makes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// As it is.
    #[default]
    Plain,
    /// A date or time; whether the format shows the clock.
    Date { clock: bool },
    /// Filled up with zeros to this many digits.
    Zeros(u8),
}

/// The form of a format that every workbook knows by number.
pub(super) fn built_in(id: u32) -> Form {
    match id {
        14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => Form::Date { clock: false },
        18..=22 | 32..=35 | 45..=47 | 55 | 56 => Form::Date { clock: true },
        _ => Form::Plain,
    }
}

/// The form of a format code.
pub(super) fn custom(code: &str) -> Form {
    let mut letters = String::new();
    let mut rest = code.chars();
    while let Some(c) = rest.next() {
        match c {
            // text and fill characters
            '"' => while rest.next().is_some_and(|c| c != '"') {},
            '\\' | '_' | '*' => {
                rest.next();
            }
            '[' => {
                let inner: String = rest.by_ref().take_while(|c| *c != ']').collect();
                // elapsed time; colours, conditions and languages say nothing
                if matches!(
                    inner.to_lowercase().as_str(),
                    "h" | "hh" | "m" | "mm" | "s" | "ss"
                ) {
                    letters.push('h');
                }
            }
            ';' => break,
            c => letters.extend(c.to_lowercase()),
        }
    }
    if letters.contains("general") {
        return Form::Plain;
    }
    if letters.contains(['d', 'y', 'h', 's', 'm']) {
        return Form::Date {
            clock: letters.contains(['h', 's']),
        };
    }
    let digits = letters.trim_matches(|c: char| !c.is_ascii_digit());
    let only_zeros = digits
        .chars()
        .all(|c| matches!(c, '0' | ' ' | '-' | '/' | '(' | ')'));
    let zeros = digits.chars().filter(|c| *c == '0').count();
    match u8::try_from(zeros) {
        Ok(zeros) if only_zeros && (2..=20).contains(&zeros) => Form::Zeros(zeros),
        _ => Form::Plain,
    }
}

/// A number as text.
pub(super) fn number(raw: &str, form: Form, from_1904: bool) -> String {
    let raw = raw.trim();
    let Ok(value) = raw.parse::<f64>() else {
        return raw.to_owned();
    };
    match form {
        Form::Date { clock } => {
            moment(value, clock, from_1904).unwrap_or_else(|| plain(raw, value))
        }
        Form::Zeros(digits) if value >= 0.0 && value.fract() == 0.0 && value < 1e15 => {
            format!("{value:0>width$.0}", width = usize::from(digits))
        }
        _ => plain(raw, value),
    }
}

/// Fifteen significant digits, which is what a spreadsheet keeps and shows at most.
fn plain(raw: &str, value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    match format!("{value:.14e}").parse::<f64>() {
        Ok(rounded) if rounded.is_finite() && (1e-4..1e15).contains(&rounded.abs()) => {
            format!("{rounded}")
        }
        _ => raw.to_owned(),
    }
}

fn moment(serial: f64, clock: bool, from_1904: bool) -> Option<String> {
    // the year 9999
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let mut days = serial.floor() as i32;
    let mut ms = (serial.fract() * 86_400_000.0).round() as i64;
    if ms >= 86_400_000 {
        days += 1;
        ms = 0;
    }
    let (seconds, fraction) = (ms / 1000, ms % 1000);
    let mut time = format!(
        "{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    );
    if fraction > 0 {
        time.push_str(&format!(".{fraction:03}"));
    }
    // a clock time alone, whatever day the workbook counts from
    if days == 0 {
        return Some(time);
    }
    let first = if from_1904 {
        civil::date(1904, 1, 1)
    } else if days < 61 {
        civil::date(1899, 12, 31)
    } else {
        civil::date(1899, 12, 30)
    };
    let span = jiff::Span::new().try_days(days).ok()?;
    let date = first.checked_add(span).ok()?;
    Some(if clock || ms > 0 {
        format!("{date} {time}")
    } else {
        date.to_string()
    })
}

/// Column and row of a reference such as `AB12`, column from 0 and row from 1.
pub(super) fn place(reference: &str) -> Option<(usize, u32)> {
    let letters = reference.trim_start_matches('$');
    let end = letters.find(|c: char| !c.is_ascii_alphabetic())?;
    let (column, row) = letters.split_at(end);
    if !(1..=3).contains(&column.len()) {
        return None;
    }
    let column = column.bytes().fold(0_usize, |at, letter| {
        at * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row = row.trim_start_matches('$').parse().ok()?;
    Some((column - 1, row))
}

/// First and last column and row of a range such as `A2:C7`.
pub(super) fn range(reference: &str) -> Option<((usize, u32), (usize, u32))> {
    let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
    Some((place(first)?, place(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        let date = Form::Date { clock: false };
        let time = Form::Date { clock: true };
        for (code, form) in [
            ("General", Form::Plain),
            ("0.00", Form::Plain),
            ("#,##0\\ \"kr.\";[Red]-#,##0", Form::Plain),
            ("dd/mm/yyyy", date),
            ("[$-406]d. mmmm yyyy;@", date),
            ("yyyy\\-mm\\-dd\\ hh:mm:ss", time),
            ("[h]:mm:ss", time),
            ("h:mm AM/PM", time),
            ("00000000", Form::Zeros(8)),
            ("000\\-0000000", Form::Zeros(10)),
            ("\"dag\" 0", Form::Plain),
            ("[Blue]General", Form::Plain),
        ] {
            assert_eq!(custom(code), form, "{code}");
        }
        assert_eq!(built_in(14), date);
        assert_eq!(built_in(22), time);
        assert_eq!(built_in(2), Form::Plain);
    }

    #[test]
    fn numbers() {
        let date = Form::Date { clock: false };
        let time = Form::Date { clock: true };
        for (raw, form, from_1904, shown) in [
            ("45356", date, false, "2024-03-05"),
            ("45356.588298611111", date, false, "2024-03-05 14:07:09"),
            ("45356", time, false, "2024-03-05 00:00:00"),
            ("0.588298611111", time, false, "14:07:09"),
            ("0.588298611111", time, true, "14:07:09"),
            ("43894.588298611111", time, true, "2024-03-05 14:07:09"),
            ("60", date, false, "1900-03-01"),
            ("-1", date, false, "-1"),
            ("1e99", date, false, "1e99"),
            ("45356.999999999", time, false, "2024-03-06 00:00:00"),
            ("4.520990001E9", Form::Plain, false, "4520990001"),
            ("12.300000000000001", Form::Plain, false, "12.3"),
            ("701740605", Form::Zeros(10), false, "0701740605"),
            ("1.5e300", Form::Plain, false, "1.5e300"),
            ("ikke et tal", Form::Plain, false, "ikke et tal"),
        ] {
            assert_eq!(number(raw, form, from_1904), shown, "{raw}");
        }
    }

    #[test]
    fn references() {
        assert_eq!(place("A1"), Some((0, 1)));
        assert_eq!(place("$AB$12"), Some((27, 12)));
        assert_eq!(place("XFD1048576"), Some((16_383, 1_048_576)));
        for bad in ["", "1", "A", "ABCD1", "A-1", "Å1"] {
            assert_eq!(place(bad), None, "{bad}");
        }
        assert_eq!(range("B2:C3"), Some(((1, 2), (2, 3))));
    }
}
