//! The head of a message line: date, time and what divides them from the rest.
//!
//! WhatsApp has no grammar, only habits that follow phone, language and region: this reads the
//! cross product of order × separator × 12/24 h × seconds × brackets × comma, the Finnish `klo`,
//! dots in times, and every kind of space and invisible mark in between. Which of the shapes are
//! real in a file is decided by [`super::vote`], not here.

use crate::import::DateOrder;
use jiff::civil;

/// What one head looks like, apart from its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Shape {
    pub bracket: bool,
    pub separator: u8,
    pub year_first: bool,
    pub comma: bool,
    pub word: bool,
    pub time_separator: u8,
    pub seconds: bool,
    pub clock12: bool,
}

/// A head that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head<'a> {
    pub shape: Shape,
    /// Date numbers in the order of the line.
    pub date: [u16; 3],
    /// Seconds of the day.
    pub second: u32,
    /// Date and time as written.
    pub text: &'a str,
    /// Sender and text, or a notice.
    pub rest: &'a str,
}

/// Marks that show nothing: direction marks, isolates, the byte order mark.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}'
    )
}

/// Text without white space and invisible marks at its ends.
pub(super) fn visible(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

struct Cursor<'a>(&'a str);

impl<'a> Cursor<'a> {
    fn skip(&mut self, skipped: impl Fn(char) -> bool) -> usize {
        let rest = self.0.trim_start_matches(skipped);
        let count = self.0.len() - rest.len();
        self.0 = rest;
        count
    }

    fn spaces(&mut self) -> usize {
        self.skip(|c| is_space(c) || is_invisible(c))
    }

    fn eat(&mut self, wanted: char) -> bool {
        match self.0.strip_prefix(wanted) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    /// A number of `min` to `max` digits that is not followed by a further one.
    fn number(&mut self, min: usize, max: usize) -> Option<(u16, usize)> {
        let count = self
            .0
            .bytes()
            .take(max + 1)
            .take_while(u8::is_ascii_digit)
            .count();
        if count < min || count > max {
            return None;
        }
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some((digits.parse().ok()?, count))
    }

    fn one_of(&mut self, wanted: &[u8]) -> Option<u8> {
        let first = *self.0.as_bytes().first()?;
        if !wanted.contains(&first) {
            return None;
        }
        self.0 = self.0.get(1..)?;
        Some(first)
    }

    /// AM or PM, in English and the Nordic languages; true for the afternoon.
    fn half(&mut self) -> Option<bool> {
        const HALVES: &[(&str, bool)] = &[
            ("a.m.", false),
            ("p.m.", true),
            ("a.m", false),
            ("p.m", true),
            ("am", false),
            ("pm", true),
            ("f.m.", false),
            ("e.m.", true),
            ("fm", false),
            ("em", true),
            ("ap.", false),
            ("ip.", true),
        ];
        let before = self.0;
        self.spaces();
        let squeezed: String = self
            .0
            .chars()
            .take(6)
            .filter(|c| !is_space(*c))
            .flat_map(char::to_lowercase)
            .collect();
        let Some((word, afternoon)) = HALVES.iter().find(|(word, _)| squeezed.starts_with(word))
        else {
            self.0 = before;
            return None;
        };
        let mut left = word.len();
        let mut chars = self.0.chars();
        while left > 0 {
            match chars.next() {
                Some(c) if is_space(c) => {}
                Some(_) => left -= 1,
                None => break,
            }
        }
        self.0 = chars.as_str();
        Some(*afternoon)
    }
}

/// Reads the head of a line, where it has one.
pub(super) fn read(line: &str) -> Option<Head<'_>> {
    let mut at = Cursor(line);
    at.skip(is_invisible);
    let bracket = at.eat('[');
    at.skip(is_invisible);
    let start = at.0;
    let (a, a_digits) = at.number(1, 4)?;
    let separator = at.one_of(b"./-")?;
    at.spaces();
    let (b, _) = at.number(1, 2)?;
    at.spaces();
    if at.one_of(b"./-")? != separator {
        return None;
    }
    at.spaces();
    let (c, c_digits) = at.number(1, 4)?;
    let year_first = a_digits == 4;
    if a_digits == 3
        || c_digits == 3
        || (year_first && c_digits > 2)
        || (!year_first && c_digits == 1)
    {
        return None;
    }
    if separator == b'.' {
        at.eat('.');
    }
    let comma = at.eat(',');
    if at.spaces() == 0 {
        return None;
    }
    let word = clock_word(&mut at);
    let (hour, _) = at.number(1, 2)?;
    let time_separator = at.one_of(b":.")?;
    let (minute, _) = at.number(2, 2)?;
    let mut seconds = None;
    let before_seconds = at.0;
    if at.one_of(b":.") == Some(time_separator) {
        match at.number(2, 2) {
            Some((second, _)) => seconds = Some(second),
            None => at.0 = before_seconds,
        }
    } else {
        at.0 = before_seconds;
    }
    let half = at.half();
    let text = start.get(..start.len() - at.0.len())?;
    if bracket {
        at.spaces();
        if !at.eat(']') {
            return None;
        }
        at.skip(is_space);
    } else {
        let spaced = at.spaces() > 0;
        if !spaced || !(at.eat('-') || at.eat('–')) || at.skip(is_space) == 0 && !at.0.is_empty()
        {
            return None;
        }
    }
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    let second = seconds.unwrap_or(0);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    Some(Head {
        shape: Shape {
            bracket,
            separator,
            year_first,
            comma,
            word,
            time_separator,
            seconds: seconds.is_some(),
            clock12: half.is_some(),
        },
        date: [a, b, c],
        second: u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second),
        text: visible(text),
        rest: at.0,
    })
}

/// `klo`, `kl.`, `at` and the like between date and time.
fn clock_word(at: &mut Cursor<'_>) -> bool {
    let before = at.0;
    let letters =
        at.0.chars()
            .take(4)
            .take_while(|c| c.is_lowercase())
            .count();
    if letters == 0 || letters > 3 {
        return false;
    }
    at.skip(char::is_lowercase);
    at.eat('.');
    if at.spaces() == 0 {
        at.0 = before;
        return false;
    }
    true
}

/// The date that three numbers mean under an order.
pub(super) fn date([a, b, c]: [u16; 3], order: DateOrder) -> Option<civil::Date> {
    let (year, month, day) = match order {
        DateOrder::Dmy => (c, b, a),
        DateOrder::Mdy => (c, a, b),
        DateOrder::Ymd => (a, b, c),
    };
    let year = if year < 100 { year + 2000 } else { year };
    if !(1990..2100).contains(&year) {
        return None;
    }
    civil::Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// Local clock time in milliseconds, as `time::Timestamp::local_ms` counts.
pub(super) fn date_time(date: civil::Date, second: u32) -> Option<civil::DateTime> {
    let part = |value: u32| i8::try_from(value).ok();
    let time = civil::Time::new(
        part(second / 3600)?,
        part(second / 60 % 60)?,
        part(second % 60)?,
        0,
    );
    Some(date.to_datetime(time.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(line: &str) -> Option<(String, [u16; 3], u32, String)> {
        let head = read(line)?;
        Some((
            head.text.to_owned(),
            head.date,
            head.second,
            head.rest.to_owned(),
        ))
    }

    #[test]
    fn shapes_of_many_phones() {
        let clock = |h: u32, m: u32, s: u32| h * 3600 + m * 60 + s;
        let cases: &[(&str, [u16; 3], u32)] = &[
            ("2019-10-20, 10:16 - A: x", [2019, 10, 20], clock(10, 16, 0)),
            ("2023-01-05 09:03 - A: x", [2023, 1, 5], clock(9, 3, 0)),
            ("[2023-01-05, 09:03:07] A: x", [2023, 1, 5], clock(9, 3, 7)),
            ("03.08.21, 12:30 - A: x", [3, 8, 21], clock(12, 30, 0)),
            ("03.08.2021 12.30 - A: x", [3, 8, 2021], clock(12, 30, 0)),
            (
                "[03.08.2021 12.30.15] A: x",
                [3, 8, 2021],
                clock(12, 30, 15),
            ),
            (
                "[12.3.2022 klo 14.08.18] A: x",
                [12, 3, 2022],
                clock(14, 8, 18),
            ),
            ("12.3.2022 klo 14.08 - A: x", [12, 3, 2022], clock(14, 8, 0)),
            (
                "12/31/20, 11:40\u{202f}PM - A: x",
                [12, 31, 20],
                clock(23, 40, 0),
            ),
            (
                "[31/12/2022, 12:40:26 a.m.] A: x",
                [31, 12, 2022],
                clock(0, 40, 26),
            ),
            (
                "31/12/2022, 1:05 p.\u{a0}m. - A: x",
                [31, 12, 2022],
                clock(13, 5, 0),
            ),
            (
                "\u{200e}[31/12/2022 11:40:26] A: x",
                [31, 12, 2022],
                clock(11, 40, 26),
            ),
            (
                "\u{feff}31/12/2022 11.40 - A: x",
                [31, 12, 2022],
                clock(11, 40, 0),
            ),
            ("02-03-2021 13.05 - A: x", [2, 3, 2021], clock(13, 5, 0)),
            (
                "2022. 12. 31. 11:40 - A: x",
                [2022, 12, 31],
                clock(11, 40, 0),
            ),
        ];
        for (line, date, second) in cases {
            let head = read(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(
                (head.date, head.second, head.rest),
                (*date, *second, "A: x"),
                "{line}"
            );
        }
        assert_eq!(
            seen("[12.3.2022 klo 14.08.18] A: x").unwrap().0,
            "12.3.2022 klo 14.08.18"
        );
    }

    #[test]
    fn not_heads() {
        for line in [
            "",
            "hej",
            "2019-10-20",
            "2019-10-20 10:16",
            "20/10 10:16 - A: x",
            "2019-10-20, 25:16 - A: x",
            "[2019-10-20, 10:16 A: x",
            "1.2.3 kapitel",
            "2019-10-20, 10:16 -5 grader",
            "12.12.12.12, 10:10 - x",
            "31/12/2022, 13:05 PM - A: x",
        ] {
            assert!(read(line).is_none(), "{line}");
        }
    }
}
