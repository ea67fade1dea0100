//! Calendar dates as people write them, in all orders and with month names in five languages. Only
//! reads; whose date it is, others decide. Dates between 1880 and 2040 that exist.

use super::{
    checksum::is_date,
    fold::{fold, is_letter},
};

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// Bytes that it takes.
    pub length: usize,
    /// Full year, where one is written.
    pub year: Option<u32>,
    pub month: u32,
    pub day: u32,
    /// Only digits, as in 850312.
    pub bare: bool,
}

/// The month that a folded word means; abbreviations too.
pub(super) fn month(word: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["jan", "januar", "januari", "january", "tammikuu", "tammi"],
        &[
            "feb", "februar", "februari", "february", "helmikuu", "helmi",
        ],
        &[
            "mar",
            "mars",
            "marts",
            "march",
            "maaliskuu",
            "maalis",
            "maliskuu",
            "malis",
        ],
        &["apr", "april", "huhtikuu", "huhti"],
        &["maj", "mai", "may", "toukokuu", "touko"],
        &["jun", "juni", "june", "kesakuu", "kesa"],
        &["jul", "juli", "july", "heinakuu", "heina"],
        &["aug", "august", "augusti", "elokuu", "elo"],
        &["sep", "sept", "september", "syyskuu", "syys"],
        &["okt", "oct", "oktober", "october", "lokakuu", "loka"],
        &["nov", "november", "marraskuu", "marras"],
        &["dec", "des", "december", "desember", "joulukuu", "joulu"],
    ];
    let plain = word
        .strip_suffix("ta")
        .or(word.strip_suffix("n"))
        .unwrap_or(word);
    NAMES
        .iter()
        .position(|names| names.contains(&word) || names.contains(&plain))
        .map(|at| at as u32 + 1)
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn full_year(value: u32, length: usize) -> Option<u32> {
    match length {
        4 => (1880..=2040).contains(&value).then_some(value),
        2 if value <= 30 => Some(2000 + value),
        2 => Some(1900 + value),
        _ => None,
    }
}

/// The date at the start of `text`.
pub(super) fn read(text: &str) -> Option<Date> {
    let first = digits(text);
    let value: u32 = text
        .get(..first)
        .filter(|part| part.len() <= 8)?
        .parse()
        .ok()?;
    let rest = text.get(first..)?;
    match first {
        1 | 2 => day_first(value, first, rest),
        4 => year_first(value, rest),
        6 => bare_six(value),
        8 => bare_eight(value),
        _ => None,
    }
}

fn bare_six(value: u32) -> Option<Date> {
    let (a, b, c) = (value / 10_000, value / 100 % 100, value % 100);
    let date = |day: u32, month: u32, short: u32| {
        let year = full_year(short, 2)?;
        is_date(year, month, day).then_some(Date {
            length: 6,
            year: Some(year),
            month,
            day,
            bare: true,
        })
    };
    date(a, b, c).or_else(|| date(c, b, a))
}

fn bare_eight(value: u32) -> Option<Date> {
    let date = |day: u32, month: u32, year: u32| {
        ((1880..=2040).contains(&year) && is_date(year, month, day)).then_some(Date {
            length: 8,
            year: Some(year),
            month,
            day,
            bare: true,
        })
    };
    date(value % 100, value / 100 % 100, value / 10_000)
        .or_else(|| date(value / 1_000_000, value / 10_000 % 100, value % 10_000))
}

/// A sign between parts of a date, with spaces.
fn sign(text: &str) -> usize {
    let body = text.trim_start_matches(' ');
    let lead = text.len() - body.len();
    if lead > 1 {
        return 0;
    }
    match body.chars().next() {
        Some('.' | '-' | '/') => {
            let rest = body.get(1..).unwrap_or_default();
            let tail = rest.len() - rest.trim_start_matches(' ').len();
            if tail > 1 { 0 } else { lead + 1 + tail }
        }
        _ => 0,
    }
}

fn year_first(year: u32, rest: &str) -> Option<Date> {
    let year = full_year(year, 4)?;
    let one = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '.' | '/' | ' '))?;
    let after = rest.get(1..)?;
    let month_digits = digits(after);
    let month: u32 = after
        .get(..month_digits)
        .filter(|part| part.len() == 2)?
        .parse()
        .ok()?;
    let rest = after.get(month_digits..)?.strip_prefix(one)?;
    let day_digits = digits(rest);
    let day: u32 = rest
        .get(..day_digits)
        .filter(|part| part.len() == 2)?
        .parse()
        .ok()?;
    is_date(year, month, day).then_some(Date {
        length: 4 + 1 + month_digits + 1 + day_digits,
        year: Some(year),
        month,
        day,
        bare: false,
    })
}

fn day_first(first: u32, length: usize, rest: &str) -> Option<Date> {
    named(first, length, rest).or_else(|| numeric(first, length, rest))
}

/// "12. marts 1985", "12th of March 1985", "den 12:e mars -85".
fn named(day: u32, length: usize, rest: &str) -> Option<Date> {
    let mut at = 0;
    for ending in ["st", "nd", "rd", "th", ":e", ":a", "."] {
        if rest.starts_with(ending) {
            at = ending.len();
            break;
        }
    }
    let body = rest.get(at..)?.trim_start_matches([' ', '-']);
    let body = body.strip_prefix("of ").unwrap_or(body);
    let word: usize = body
        .chars()
        .take(14)
        .take_while(|c| is_letter(*c))
        .map(char::len_utf8)
        .sum();
    let month = month(&fold(body.get(..word)?))?;
    let mut end = rest.len() - body.len() + word;
    let mut year = None;
    let tail = rest.get(end..)?;
    let year_at = tail.trim_start_matches(['.', ',', ' ', '-', '\'']);
    let skipped = tail.len() - year_at.len();
    let count = digits(year_at);
    let clean = !year_at.get(count..)?.starts_with([':', '.', '/', '-'])
        || year_at.get(count..)?.starts_with(". ")
        || year_at.get(count..)? == ".";
    if (1..=3).contains(&skipped)
        && (count == 4 || count == 2 && tail.contains(['-', '\'']) || count == 2 && clean)
        && let Some(found) = full_year(year_at.get(..count)?.parse().ok()?, count)
        && (count == 4 || clean)
    {
        year = Some(found);
        end += skipped + count;
    }
    is_date(year.unwrap_or(2000), month, day).then_some(Date {
        length: length + end,
        year,
        month,
        day,
        bare: false,
    })
}

fn numeric(first: u32, length: usize, rest: &str) -> Option<Date> {
    let one = sign(rest);
    if one == 0 {
        return spaced(first, length, rest);
    }
    let after = rest.get(one..)?;
    let second_digits = digits(after);
    let second: u32 = after
        .get(..second_digits)
        .filter(|part| part.len() <= 2)?
        .parse()
        .ok()?;
    let tail = after.get(second_digits..)?;
    let two = match sign(tail) {
        // "12/3 1985", "12.3 -85"
        0 => usize::from(tail.starts_with(' ')),
        found => found,
    };
    let year_at = tail.get(two..)?;
    let apostrophe = usize::from(year_at.starts_with('\''));
    let year_at = year_at.get(apostrophe..)?;
    let count = digits(year_at);
    let year = (two > 0 && (count == 4 || count == 2 && !tail.starts_with("  ")))
        .then(|| full_year(year_at.get(..count)?.parse().ok()?, count))
        .flatten();
    let spaced_year = two == 1 && tail.starts_with(' ') && count == 2;
    let year = if spaced_year { None } else { year };
    let end = match year {
        Some(_) => one + second_digits + two + apostrophe + count,
        None => one + second_digits,
    };
    let checked = year.unwrap_or(2000);
    // the American order only where the other is no date
    let (day, month) = if is_date(checked, second, first) {
        (first, second)
    } else {
        (second, first)
    };
    is_date(checked, month, day).then_some(Date {
        length: length + end,
        year,
        month,
        day,
        bare: false,
    })
}

/// "12 03 1985".
fn spaced(first: u32, length: usize, rest: &str) -> Option<Date> {
    let after = rest.strip_prefix(' ')?;
    if length != 2 || digits(after) != 2 {
        return None;
    }
    let month: u32 = after.get(..2)?.parse().ok()?;
    let tail = after.get(2..)?.strip_prefix(' ')?;
    let count = digits(tail);
    let year = full_year(
        tail.get(..count)
            .filter(|part| matches!(part.len(), 2 | 4))?
            .parse()
            .ok()?,
        count,
    )?;
    is_date(year, month, first).then_some(Date {
        length: 2 + 1 + 2 + 1 + count,
        year: Some(year),
        month,
        day: first,
        bare: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (text, length) in [
            ("12.03.1985 er", 10),
            ("12/3-85", 7),
            ("12/3 1985.", 9),
            ("12. marts 1985", 14),
            ("12 mars -85", 11),
            ("12th of March 1985", 18),
            ("1985-03-12", 10),
            ("850312", 6),
            ("19850312", 8),
            ("12.3.85", 7),
            ("12. maaliskuuta 1985", 20),
            ("12 03 1985", 10),
            ("12. 3. 1985", 11),
        ] {
            let date = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (date.length, date.month, date.day),
                (length, 3, 12),
                "{text}"
            );
            assert_eq!(date.year, Some(1985), "{text}");
        }
        assert_eq!(
            read("12/3 kl"),
            Some(Date {
                length: 4,
                year: None,
                month: 3,
                day: 12,
                bare: false
            })
        );
        assert_eq!(read("99.99.1985"), None);
    }
}
