//! Times as pages write them for people: "Oct 19, 2019 at 2:37 PM", "19. okt. 2019 14.37",
//! "19.10.2019 klo 14.37", "2019-10-19 14:37:05 CEST".
//!
//! Months by name in da, sv, nb, fi, en, de and fr; names decide the order of the numbers. Where
//! only numbers are given, dots mean day first, a leading year means year first, and slashes are
//! left open unless a number above 12 decides.

use super::DateOrder;
use crate::time::{TimeBasis, Timestamp};
use jiff::{civil, tz::TimeZone};

/// First letters of month names, which are enough to tell them apart.
const MONTHS: [(&str, i8); 46] = [
    ("jan", 1),
    ("tammi", 1),
    ("jän", 1),
    ("feb", 2),
    ("fév", 2),
    ("fev", 2),
    ("helmi", 2),
    ("mar", 3),
    ("mär", 3),
    ("mrz", 3),
    ("maalis", 3),
    ("mars", 3),
    ("apr", 4),
    ("avr", 4),
    ("huhti", 4),
    ("maj", 5),
    ("mai", 5),
    ("may", 5),
    ("touko", 5),
    ("jun", 6),
    ("juin", 6),
    ("kesä", 6),
    ("jul", 7),
    ("juil", 7),
    ("heinä", 7),
    ("aug", 8),
    ("aoû", 8),
    ("elo", 8),
    ("sep", 9),
    ("syys", 9),
    ("okt", 10),
    ("oct", 10),
    ("loka", 10),
    ("nov", 11),
    ("marras", 11),
    ("dec", 12),
    ("des", 12),
    ("dez", 12),
    ("déc", 12),
    ("joulu", 12),
    ("janv", 1),
    ("sept", 9),
    ("juni", 6),
    ("juli", 7),
    ("mart", 3),
    ("febr", 2),
];

/// Zone words whose offset in minutes is beyond doubt.
const OFFSETS: [(&str, i32); 12] = [
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("cet", 60),
    ("cest", 120),
    ("mez", 60),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("bst", 60),
    ("wet", 0),
    ("west", 60),
];

/// What a text says about a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub date: civil::Date,
    /// `None` for a date alone.
    pub time: Option<civil::Time>,
    /// Minutes east of UTC, where stated.
    pub offset: Option<i32>,
    /// The order was taken from the answer or is one of two that fit.
    pub open: bool,
}

impl Written {
    /// The time as the model keeps it.
    pub fn timestamp(&self, original: &str) -> Timestamp {
        let Some(time) = self.time else {
            return Timestamp {
                original: original.into(),
                local_ms: Timestamp::local("", self.date.at(0, 0, 0, 0)).local_ms,
                basis: TimeBasis::DateOnly,
                ..Timestamp::default()
            };
        };
        let local = Timestamp::local(original, self.date.to_datetime(time));
        let Some(minutes) = self.offset else {
            return local;
        };
        let utc = TimeZone::UTC
            .to_timestamp(self.date.to_datetime(time))
            .map(|at| at.as_millisecond() - i64::from(minutes) * 60_000);
        match utc {
            Ok(utc) if minutes == 0 => Timestamp::utc(original, utc),
            Ok(utc) => Timestamp {
                utc_ms: Some(utc),
                basis: TimeBasis::Offset,
                ..local
            },
            Err(_) => local,
        }
    }
}

enum Piece<'a> {
    Number(i32, usize),
    Word(&'a str),
    Mark(char),
}

/// Reads a time; `None` unless the whole text is one. `order` settles dates that leave it open.
pub(super) fn read(text: &str, order: Option<DateOrder>) -> Option<Written> {
    let text = text.trim();
    if text.len() > 80 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut month = None;
    let mut numbers: Vec<(i32, usize)> = Vec::new();
    let mut after_noon = None;
    let mut offset = None;
    let mut sign = None;
    let (mut slash, mut dash, mut words) = (false, false, 0);
    for piece in pieces(text) {
        match piece {
            Piece::Number(value, digits) => match sign.take() {
                Some(sign) if numbers.len() >= 5 => {
                    let minutes = match digits {
                        4 => value / 100 * 60 + value % 100,
                        _ => value * 60,
                    };
                    offset = Some(offset.unwrap_or(0) + sign * minutes);
                    // "+02:00" goes on with minutes
                    if text.ends_with(":00") || text.ends_with(":30") {
                        let tail = text.get(text.len() - 6..).unwrap_or_default();
                        if tail.starts_with(['+', '-']) {
                            if tail.ends_with("30") {
                                offset = offset.map(|all| all + sign * 30);
                            }
                            break;
                        }
                    }
                }
                _ => numbers.push((value, digits)),
            },
            Piece::Word(word) => {
                let word = word.to_lowercase();
                let word = word.trim_end_matches('.');
                if let Some(known) = month_of(word).filter(|_| month.is_none()) {
                    month = Some((known, numbers.len()));
                } else if matches!(word, "am" | "fm" | "ap" | "a.m" | "f.m") {
                    after_noon = Some(false);
                } else if matches!(word, "pm" | "em" | "ip" | "p.m" | "e.m") {
                    after_noon = Some(true);
                } else if let Some((_, minutes)) = OFFSETS.iter().find(|(name, _)| *name == word) {
                    offset = Some(*minutes);
                } else if word != "t" {
                    words += 1;
                }
            }
            Piece::Mark('/') => slash = true,
            Piece::Mark('-') if numbers.len() < 3 => dash = true,
            Piece::Mark('-' | '\u{2212}') => sign = Some(-1),
            Piece::Mark('+') => sign = Some(1),
            Piece::Mark(',' | '.' | ':' | '(' | ')' | '\u{b7}') => {}
            Piece::Mark(_) => return None,
        }
    }
    // "at", "kl.", "klo", "den", a day of the week: more words are prose
    if words > 3 {
        return None;
    }
    let (date, rest, open) = match month {
        Some((month, before)) => named_date(month, before, &numbers)?,
        None => numeric_date(&numbers, slash, dash, order)?,
    };
    let time = clock(rest, after_noon)?;
    Some(Written {
        date,
        time,
        offset,
        open,
    })
}

fn month_of(word: &str) -> Option<i8> {
    if !word.chars().all(char::is_alphabetic) || word.chars().count() < 3 {
        return None;
    }
    MONTHS
        .iter()
        .filter(|(start, _)| word.starts_with(start))
        .max_by_key(|(start, _)| start.len())
        .map(|(_, month)| *month)
}

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202f}')
        });
        let first = rest.chars().next()?;
        let end = |stop: &dyn Fn(char) -> bool| rest.find(stop).unwrap_or(rest.len());
        let (piece, len) = if first.is_ascii_digit() {
            let len = end(&|c| !c.is_ascii_digit());
            let digits = rest.get(..len)?;
            (Piece::Number(digits.parse().ok()?, len), len)
        } else if first.is_alphabetic() {
            let len = end(&|c| !c.is_alphabetic() && c != '.');
            // "p.m." is one word, "okt.2019" two
            (Piece::Word(rest.get(..len)?), len)
        } else {
            (Piece::Mark(first), first.len_utf8())
        };
        rest = rest.get(len..)?;
        Some(piece)
    })
}

type Dated<'a> = (civil::Date, &'a [(i32, usize)], bool);

fn named_date(month: i8, before: usize, numbers: &[(i32, usize)]) -> Option<Dated<'_>> {
    let (one, two, rest) = match numbers {
        [one, two, rest @ ..] => (one, two, rest),
        _ => return None,
    };
    // "2019 Oct 19", "19 okt 2019", "Oct 19, 2019"
    let (year, day) = match before {
        0..=2 if one.1 == 4 => (one.0, two.0),
        0..=2 if two.1 == 4 => (two.0, one.0),
        _ => return None,
    };
    Some((date(year, i32::from(month), day)?, rest, false))
}

fn numeric_date(
    numbers: &[(i32, usize)],
    slash: bool,
    dash: bool,
    order: Option<DateOrder>,
) -> Option<Dated<'_>> {
    let (one, two, three, rest) = match numbers {
        [one, two, three, rest @ ..] => (one, two, three, rest),
        _ => return None,
    };
    if one.1 == 4 {
        return Some((date(one.0, two.0, three.0)?, rest, false));
    }
    let year = match three.1 {
        4 => three.0,
        2 => 2000 + three.0,
        _ => return None,
    };
    let dmy = date(year, two.0, one.0);
    let mdy = date(year, one.0, two.0);
    if !slash && !dash {
        return Some((dmy?, rest, false));
    }
    match (dmy, mdy, order) {
        (Some(only), None, _) | (None, Some(only), _) => Some((only, rest, false)),
        (Some(first), Some(second), _) if first == second => Some((first, rest, false)),
        (Some(dmy), Some(_), Some(DateOrder::Dmy)) => Some((dmy, rest, false)),
        (Some(_), Some(mdy), Some(DateOrder::Mdy)) => Some((mdy, rest, false)),
        (Some(dmy), Some(_), _) => Some((dmy, rest, true)),
        (None, None, _) => None,
    }
}

fn date(year: i32, month: i32, day: i32) -> Option<civil::Date> {
    if !(1970..=2200).contains(&year) {
        return None;
    }
    civil::Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// Hours, minutes and seconds; nothing at all is a date alone.
fn clock(numbers: &[(i32, usize)], after_noon: Option<bool>) -> Option<Option<civil::Time>> {
    let (hour, minute, second, nanos) = match numbers {
        [] if after_noon.is_none() => return Some(None),
        [hour] if after_noon.is_some() => (hour.0, 0, 0, 0),
        [hour, minute] => (hour.0, minute.0, 0, 0),
        [hour, minute, second] => (hour.0, minute.0, second.0, 0),
        [hour, minute, second, fraction] => {
            let zeros = 9_u32.checked_sub(u32::try_from(fraction.1).ok()?)?;
            (
                hour.0,
                minute.0,
                second.0,
                fraction.0.checked_mul(10_i32.pow(zeros))?,
            )
        }
        _ => return None,
    };
    let hour = match (after_noon, hour) {
        (Some(_), 0 | 13..) => return None,
        (Some(false), 12) => 0,
        (Some(true), 1..=11) => hour + 12,
        _ => hour,
    };
    let part = |value: i32| i8::try_from(value).ok();
    civil::Time::new(part(hour)?, part(minute)?, part(second)?.min(59), nanos)
        .ok()
        .map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        let written = read(text, None)?;
        let time = written
            .time
            .map(|time| format!("T{time}"))
            .unwrap_or_default();
        let offset = written.offset.map(|o| format!("{o:+}")).unwrap_or_default();
        let open = if written.open { "?" } else { "" };
        Some(format!("{}{time}{offset}{open}", written.date))
    }

    #[test]
    fn languages() {
        for text in [
            "Oct 19, 2019, 2:37 PM",
            "Oct 19, 2019 at 2:37 PM",
            "October 19, 2019 at 2:37\u{202f}PM",
            "Saturday, October 19, 2019 at 2:37 pm",
            "19. okt. 2019 14.37",
            "19. oktober 2019 kl. 14.37",
            "19 okt. 2019 14:37",
            "lördag 19 oktober 2019 kl. 14:37",
            "19.10.2019 klo 14.37",
            "19. lokakuuta 2019 klo 14.37",
            "2019-10-19 14:37",
            "2019-10-19T14:37:00",
            "10/19/2019, 2:37 PM",
            "19 Oct 2019, 14:37:00",
            "19.10.2019, 14:37:00",
        ] {
            assert_eq!(
                shown(text).as_deref(),
                Some("2019-10-19T14:37:00"),
                "{text}"
            );
        }
    }

    #[test]
    fn zones_and_doubts() {
        assert_eq!(
            shown("Jan 31, 2018, 10:54:50 PM UTC").as_deref(),
            Some("2018-01-31T22:54:50+0")
        );
        assert_eq!(
            shown("31. jan. 2018 22.54.50 CET").as_deref(),
            Some("2018-01-31T22:54:50+60")
        );
        assert_eq!(
            shown("2018-01-31T22:54:50.123+02:00").as_deref(),
            Some("2018-01-31T22:54:50.123+120")
        );
        assert_eq!(
            shown("2018-01-31 22:54:50 -0730").as_deref(),
            Some("2018-01-31T22:54:50-450")
        );
        assert_eq!(
            shown("31.01.2018 22:54:50 UTC+01:00").as_deref(),
            Some("2018-01-31T22:54:50+60")
        );
        assert_eq!(
            shown("03/04/2018 10:00").as_deref(),
            Some("2018-04-03T10:00:00?")
        );
        assert_eq!(shown("15 Mar 2009").as_deref(), Some("2009-03-15"));
        for text in [
            "",
            "ping",
            "call me at 2:37",
            "2019",
            "Vi ses den 19. oktober 2019 kl. 14.37 ved porten til det gamle hus",
            "31.02.2018 10:00",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn bases() {
        let basis = |text| read(text, None).unwrap().timestamp(text).basis;
        assert_eq!(basis("2018-01-31 22:54 UTC"), TimeBasis::Utc);
        assert_eq!(basis("2018-01-31 22:54 CEST"), TimeBasis::Offset);
        assert_eq!(basis("2018-01-31 22:54"), TimeBasis::LocalUnknown);
        assert_eq!(basis("2018-01-31"), TimeBasis::DateOnly);
    }
}
