//! Times as tables write them. The order of day, month and year is voted over the whole column.

use crate::import::DateOrder;
use jiff::civil;

/// One time of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// An instant, in milliseconds since 1970 UTC.
    Instant(i64),
    /// A local clock time with its offset from UTC in seconds.
    Offset(civil::DateTime, i32),
    /// A local clock time.
    Local(civil::DateTime),
    /// A date without clock time.
    Date(civil::Date),
}

/// Numbers of a value, in their order, with what stands around them.
struct Numbers {
    values: Vec<(u32, usize)>,
    /// Half of the day, where named: true for the second.
    afternoon: Option<bool>,
    /// English month name, as its number, and before how many numbers it stands.
    month: Option<(u32, usize)>,
    /// Offset in seconds.
    offset: Option<i32>,
}

const MONTHS: &[(&str, u32)] = &[
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("maj", 5),
    ("mai", 5),
    ("may", 5),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("des", 12),
];

fn numbers(text: &str) -> Option<Numbers> {
    let mut found = Numbers {
        values: Vec::new(),
        afternoon: None,
        month: None,
        offset: None,
    };
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            let (digits, tail) = rest.split_at(end);
            if digits.len() > 9 {
                return None;
            }
            found.values.push((digits.parse().ok()?, digits.len()));
            rest = tail;
        } else if first.is_alphabetic() {
            let end = rest
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(rest.len());
            let (word, tail) = rest.split_at(end);
            let word = word.to_lowercase();
            match word.as_str() {
                "t" | "kl" | "klo" | "at" | "den" => {}
                "z" | "utc" | "gmt" => found.offset = Some(0),
                "am" | "a" => found.afternoon = Some(false),
                "pm" | "p" => found.afternoon = Some(true),
                "m" if found.afternoon.is_some() => {}
                _ => match MONTHS.iter().find(|(name, _)| word.starts_with(name)) {
                    Some((_, month)) if found.month.is_none() => {
                        found.month = Some((*month, found.values.len()));
                    }
                    _ if WEEKDAYS.iter().any(|day| word.starts_with(day)) => {}
                    _ => return None,
                },
            }
            rest = tail;
        } else if matches!(first, '+' | '-' | '−') && found.values.len() >= 5 {
            let tail: String = rest.chars().skip(1).filter(char::is_ascii_digit).collect();
            let sign = if first == '+' { 1 } else { -1 };
            let (hours, minutes) = match tail.len() {
                2 => (tail.parse::<i32>().ok()?, 0),
                4 => (tail.get(..2)?.parse().ok()?, tail.get(2..)?.parse().ok()?),
                _ => return None,
            };
            found.offset = Some(sign * (hours * 3600 + minutes * 60));
            rest = "";
        } else if matches!(
            first,
            ' ' | '-' | '/' | '.' | ':' | ',' | '\u{a0}' | '\u{202f}'
        ) {
            rest = rest.get(first.len_utf8()..)?;
        } else {
            return None;
        }
    }
    Some(found)
}

const WEEKDAYS: &[&str] = &[
    "man", "tir", "ons", "tor", "fre", "lør", "søn", "mån", "tis", "lör", "sön", "mon", "tue",
    "wed", "thu", "fri", "sat", "sun", "ma", "ti", "ke", "to", "pe", "la", "su",
];

/// Which orders of day, month and year a value allows; all for one that is no such date.
pub(super) fn orders(text: &str) -> Vec<DateOrder> {
    [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd]
        .into_iter()
        .filter(|order| read(text, Some(*order)).is_some())
        .collect()
}

/// The orders that a value leaves the choice between; one where only one fits; none for what is no
/// date or reads the same in all of them.
pub(super) fn vote(text: &str) -> Vec<DateOrder> {
    let fitting: Vec<(DateOrder, Clock)> = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd]
        .into_iter()
        .filter_map(|order| Some((order, read(text, Some(order))?)))
        .collect();
    match fitting.as_slice() {
        [(order, _)] => vec![*order],
        [(_, first), rest @ ..] if rest.iter().all(|(_, other)| other == first) => Vec::new(),
        all => all.iter().map(|(order, _)| *order).collect(),
    }
}

/// The first and the third number of a date.
pub(super) fn outer_numbers(text: &str) -> Option<(u32, u32)> {
    match *numbers(text)?.values.as_slice() {
        [first, _, third, ..] => Some((first.0, third.0)),
        _ => None,
    }
}

/// Reads a value under an order, or under the only other one that fits it.
pub(super) fn read_near(text: &str, order: Option<DateOrder>) -> Option<Clock> {
    if let Some(clock) = read(text, order) {
        return Some(clock);
    }
    match orders(text).as_slice() {
        [only] => read(text, Some(*only)),
        _ => None,
    }
}

/// Midnight behind a date, which spreadsheets add to a column of dates.
const MIDNIGHT: [&str; 9] = [
    " 00:00:00.000",
    " 00:00:00",
    " 00:00",
    "T00:00:00",
    " 00.00.00",
    " 00.00",
    " 0:00:00",
    " 0:00",
    " 12:00:00 AM",
];

/// Date and clock time of two columns as one text. The date may bring a midnight of its own, the
/// clock the day on which spreadsheets begin to count.
pub(super) fn joined(date: &str, clock: &str) -> String {
    if date.is_empty() || clock.is_empty() {
        return format!("{date}{clock}");
    }
    if !is_clock(clock) && !orders(clock).is_empty() {
        return clock.to_owned();
    }
    let clock = match clock.split_once([' ', 'T']) {
        Some((day, time)) if ["1899", "1900", "1904"].iter().any(|y| day.contains(y)) => time,
        _ => clock,
    };
    let mut ends = MIDNIGHT.iter();
    let date = ends.find_map(|end| date.strip_suffix(end)).unwrap_or(date);
    format!("{date} {clock}")
}

/// Reads a value under an order; without one only values that leave no choice.
pub(super) fn read(text: &str, order: Option<DateOrder>) -> Option<Clock> {
    let text = text.trim();
    if let Some(instant) = epoch(text) {
        return Some(Clock::Instant(instant));
    }
    let numbers = numbers(text)?;
    let mut values = numbers.values.clone();
    if let Some((month, at)) = numbers.month {
        values.insert(at.min(values.len()), (month, 2));
    }
    let (first, second, third) = match *values.as_slice() {
        [a, b, c, ..] => (a, b, c),
        _ => return None,
    };
    let year_first = first.1 == 4;
    let order = if year_first {
        DateOrder::Ymd
    } else if numbers.month.is_some_and(|(_, at)| at == 0) {
        DateOrder::Mdy
    } else if numbers.month.is_some() {
        DateOrder::Dmy
    } else {
        order?
    };
    // with dots the day stands first everywhere
    if order == DateOrder::Mdy && numbers.month.is_none() && is_dotted(text) {
        return None;
    }
    let (year, month, day) = match order {
        DateOrder::Ymd => (first, second, third),
        DateOrder::Dmy => (third, second, first),
        DateOrder::Mdy => (third, first, second),
    };
    let year = match year {
        (year, 4) => year,
        (year, 2) if order != DateOrder::Ymd => 2000 + year,
        // as Swedish lists write it; dots and slashes never stand behind such a year
        (year, 2) if text.get(2..3) == Some("-") => 2000 + year,
        _ => return None,
    };
    if !(1970..=2100).contains(&year) {
        return None;
    }
    let time: Vec<u32> = values.iter().skip(3).map(|(value, _)| *value).collect();
    if time.is_empty() {
        return date(year, month.0, day.0).map(Clock::Date);
    }
    let hour = time.first().copied().unwrap_or(0);
    let hour = match numbers.afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let date = date(year, month.0, day.0)?;
    let clock = civil::Time::new(
        small(hour)?,
        small(time.get(1).copied().unwrap_or(0))?,
        small(time.get(2).copied().unwrap_or(0))?,
        nanoseconds(values.get(6).copied())?,
    )
    .ok()?;
    let local = civil::DateTime::from_parts(date, clock);
    Some(match numbers.offset {
        Some(0) => Clock::Instant(
            jiff::tz::TimeZone::UTC
                .to_timestamp(local)
                .ok()?
                .as_millisecond(),
        ),
        Some(offset) => Clock::Offset(local, offset),
        None => Clock::Local(local),
    })
}

fn is_dotted(text: &str) -> bool {
    let mark = text.find(|c: char| !c.is_ascii_digit());
    mark.and_then(|at| text.get(at..))
        .is_some_and(|rest| rest.starts_with('.'))
}

/// A fraction of a second, by its digits.
fn nanoseconds(fraction: Option<(u32, usize)>) -> Option<i32> {
    let Some((value, digits)) = fraction else {
        return Some(0);
    };
    let zeros = 9_u32.checked_sub(u32::try_from(digits).ok()?)?;
    i32::try_from(value.checked_mul(10_u32.pow(zeros))?).ok()
}

fn small(value: u32) -> Option<i8> {
    i8::try_from(value).ok()
}

fn date(year: u32, month: u32, day: u32) -> Option<civil::Date> {
    civil::Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()
}

/// A clock time on its own: hours and minutes, and seconds where given.
pub(super) fn is_clock(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let text = text.trim_end_matches(['a', 'p', 'm', '.', ' ']);
    let parts: Vec<&str> = text.split([':', '.']).collect();
    let fits =
        |part: &&str, most: u32| part.len() <= 2 && part.parse().is_ok_and(|n: u32| n < most);
    matches!(parts.as_slice(), [hour, rest @ ..]
        if (1..=2).contains(&rest.len()) && fits(hour, 25) && rest.iter().all(|part| part.len() == 2 && fits(part, 60)))
}

/// Seconds, milliseconds, microseconds or nanoseconds since 1970, told by magnitude: 2001 to 2100.
fn epoch(text: &str) -> Option<i64> {
    if !(10..=19).contains(&text.len()) || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value: i64 = text.parse().ok()?;
    let seconds = 978_307_200..=4_102_444_800;
    if seconds.contains(&value) {
        return Some(value * 1_000);
    }
    [1_000, 1_000_000, 1_000_000_000]
        .into_iter()
        .find(|divisor| seconds.contains(&(value / divisor)))
        .map(|divisor| value / (divisor / 1_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str, order: Option<DateOrder>) -> String {
        match read(text, order) {
            Some(Clock::Local(local)) => local.to_string(),
            Some(Clock::Offset(local, offset)) => format!("{local} {offset}"),
            Some(Clock::Instant(ms)) => format!("{ms}"),
            Some(Clock::Date(date)) => date.to_string(),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn forms() {
        let dmy = Some(DateOrder::Dmy);
        for (text, order, expected) in [
            ("2024-03-05 14:07:09", None, "2024-03-05T14:07:09"),
            (
                "2024-03-05T14:07:09+01:00",
                None,
                "2024-03-05T14:07:09 3600",
            ),
            ("2024-03-05T14:07:09Z", None, "1709647629000"),
            ("2024-03-05 14:07:09 UTC", None, "1709647629000"),
            ("05.03.2024 14.07", dmy, "2024-03-05T14:07:00"),
            ("5/3/24, 2:07 PM", dmy, "2024-03-05T14:07:00"),
            (
                "5/3/24, 2:07 p.m.",
                Some(DateOrder::Mdy),
                "2024-05-03T14:07:00",
            ),
            ("5/3/24", None, "none"),
            ("5/3/24", dmy, "2024-03-05"),
            ("5. marts 2024 kl. 14.07", None, "2024-03-05T14:07:00"),
            ("Mar 5, 2024, 2:07:09 AM", None, "2024-03-05T02:07:09"),
            ("1709647629", None, "1709647629000"),
            ("1709647629000", None, "1709647629000"),
            ("1709647629000000", None, "1709647629000"),
            ("2024-03-05 14:07:09.250", None, "2024-03-05T14:07:09.25"),
            ("24-03-05", Some(DateOrder::Ymd), "2024-03-05"),
            ("24.03.05", Some(DateOrder::Ymd), "none"),
            ("03.05.2024", Some(DateOrder::Mdy), "none"),
            ("hej 12 34 56", dmy, "none"),
            ("31.02.2024", dmy, "none"),
            ("20123456", dmy, "none"),
            ("", dmy, "none"),
        ] {
            assert_eq!(local(text, order), expected, "{text}");
        }
        assert_eq!(orders("13/02/2024"), [DateOrder::Dmy]);
        assert_eq!(orders("02/13/2024"), [DateOrder::Mdy]);
        assert!(is_clock("09:15:00") && is_clock("9.15") && is_clock("9:15 PM"));
        assert!(!is_clock("1.2.2024") && !is_clock("915") && !is_clock("9:99"));
        assert_eq!(orders("02/03/2024"), [DateOrder::Dmy, DateOrder::Mdy]);
        assert_eq!(vote("02/03/2024"), [DateOrder::Dmy, DateOrder::Mdy]);
        assert_eq!(vote("02/02/2024"), []);
        assert_eq!(vote("2024-03-05"), []);
        assert_eq!(vote("13/02/2024"), [DateOrder::Dmy]);
        assert_eq!(
            vote("05-03-24"),
            [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd]
        );
    }

    #[test]
    fn two_columns() {
        for (date, clock, expected) in [
            ("05-03-2024", "14:07", "05-03-2024 14:07"),
            ("2024-03-05 00:00:00", "14:07:09", "2024-03-05 14:07:09"),
            ("2024-03-05", "1899-12-30 14:07:09", "2024-03-05 14:07:09"),
            ("2024-03-05", "2024-03-05 14:07:09", "2024-03-05 14:07:09"),
            ("2024-03-05", "", "2024-03-05"),
        ] {
            assert_eq!(joined(date, clock), expected);
        }
        let dmy = Some(DateOrder::Dmy);
        assert_eq!(
            read_near("02/13/2024", dmy),
            read("13/02/2024", dmy),
            "an American date among others"
        );
    }
}
