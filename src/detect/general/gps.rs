//! Coordinates: pairs with at least four decimals (three in `geo:` and map links), decimal point or
//! comma, N/S/E/W before or behind; degrees, minutes and seconds. Projected grids (UTM, ETRS, SWEREF)
//! and plus codes are not searched.

use crate::{
    detect::{Detector, score::Proposal, view::View},
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Gps;

/// Bytes between the two numbers of a pair.
const BETWEEN: usize = 12;
/// Digits and decimal sign of one part of an angle.
const ANGLE: usize = 10;

impl Detector for Gps {
    fn category(&self) -> Category {
        Category::Gps
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        let mut done = 0;
        for group in &view.groups {
            if group.span.start < done {
                continue;
            }
            let found =
                pair(view, group.span.start).or_else(|| sexagesimal(view, group.span.start));
            if let Some(proposal) = found {
                done = proposal.span.end;
                out.push(proposal);
            }
        }
    }
}

/// A decimal number at the start of `text`: bytes, value, decimals, decimal sign.
fn decimal(text: &str) -> Option<(usize, f64, usize, char)> {
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let sign = text.get(whole..)?.chars().next()?;
    if !(1..=3).contains(&whole) || !matches!(sign, '.' | ',') {
        return None;
    }
    let decimals = text
        .get(whole + 1..)?
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    let length = whole + 1 + decimals;
    let value = text.get(..length)?.replace(',', ".").parse().ok()?;
    (1..=16)
        .contains(&decimals)
        .then_some((length, value, decimals, sign))
}

fn trim_direction(text: &str) -> &str {
    text.trim_start_matches(['°', ' '])
        .trim_start_matches(['N', 'S', 'n', 's'])
}

fn pair(view: &View<'_>, start: u32) -> Option<Proposal> {
    let text = view.from(start);
    let before = view.until(start);
    let (length, latitude, decimals, sign) = decimal(text)?;
    let rest = text.get(length..)?;
    let tail = trim_direction(rest);
    let tail = tail.trim_start_matches([',', ';', ' ', '/', '\n']);
    let tail = tail
        .strip_prefix("%2C")
        .or_else(|| tail.strip_prefix("%2c"))
        .or_else(|| tail.strip_prefix("and "))
        .unwrap_or(tail);
    let tail = tail.trim_start_matches(['E', 'W', 'Ø', 'Ö', 'O', 'e', 'w', ' ']);
    let tail = tail.strip_prefix('&').unwrap_or(tail);
    let tail = tail
        .trim_start_matches("lng")
        .trim_start_matches("long")
        .trim_start_matches("lon")
        .trim_start_matches([':', '=', ' ']);
    let tail = tail.strip_prefix(['-', '+']).unwrap_or(tail);
    let gap = text.len() - length - tail.len();
    if gap == 0 || gap > BETWEEN {
        return None;
    }
    let (second, longitude, more, other) = decimal(tail)?;
    if latitude > 90.0 || longitude > 180.0 || sign != other {
        return None;
    }
    let link = view.covers().in_link(ByteSpan::new(start, start + 1))
        || before.ends_with("geo:")
        || before.ends_with("geo:-");
    let enough = if link { 3 } else { 4 };
    if decimals < enough || more < enough {
        return None;
    }
    let mut end = start as usize + length + gap + second;
    let after = view.text.get(end..).unwrap_or_default();
    let east = after.trim_start_matches(['°', ' ']);
    if east.starts_with(['E', 'W', 'Ø']) && !east.chars().nth(1).is_some_and(char::is_alphanumeric)
    {
        end = view.text.len() - east.len() + east.chars().next().map_or(0, char::len_utf8);
    }
    let signed = before.ends_with(['-', '+']);
    let mut from = start as usize - usize::from(signed);
    let head = view.text.get(..from)?;
    let north = head.trim_end_matches(' ');
    if north.ends_with(['N', 'S'])
        && !north
            .chars()
            .rev()
            .nth(1)
            .is_some_and(char::is_alphanumeric)
    {
        from = north.len() - 1;
    }
    let negative = before.ends_with('-');
    let lon = view
        .text
        .get(start as usize + length..start as usize + length + gap)?;
    let key = format!(
        "{}{latitude:.4},{}{longitude:.4}",
        if negative { "-" } else { "" },
        if lon.ends_with('-') { "-" } else { "" },
    );
    let span = ByteSpan::new(from as u32, end as u32);
    let score = if link { 0.97 } else { 0.93 };
    Some(
        Proposal::certain(Category::Gps, span, key, score)
            .why("coordinate-pair")
            .why_if(link, "map-link"),
    )
}

/// Degrees, optional minutes and seconds, and a direction.
fn angle(text: &str) -> Option<(usize, char)> {
    let mut at = 0;
    let mut parts = 0;
    for signs in [
        &["°", "º"][..],
        &["'", "′", "’"][..],
        &["\"", "″", "''", "”"][..],
    ] {
        let rest = text.get(at..)?;
        let digits = rest
            .bytes()
            .take(ANGLE)
            .take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
            .count();
        let after = rest.get(digits..)?;
        let Some(sign) = signs.iter().find(|sign| after.starts_with(**sign)) else {
            break;
        };
        if !(1..ANGLE).contains(&digits) {
            return None;
        }
        at += digits + sign.len();
        parts += 1;
        let spaces = text.get(at..)?.len() - text.get(at..)?.trim_start_matches(' ').len();
        at += spaces.min(2);
    }
    let direction = text.get(at..)?.chars().next()?;
    (parts > 0 && matches!(direction, 'N' | 'S' | 'E' | 'W' | 'Ø' | 'Ö'))
        .then(|| (at + direction.len_utf8(), direction))
}

/// Degrees, minutes and seconds without a direction behind them: their bytes.
fn bare_angle(text: &str) -> Option<usize> {
    let mut at = 0;
    let mut parts = 0;
    for signs in [
        &["°", "º"][..],
        &["'", "′", "’"][..],
        &["\"", "″", "''", "”"][..],
    ] {
        let rest = text.get(at..)?;
        let body = rest.trim_start_matches(' ');
        let digits = body
            .bytes()
            .take(ANGLE)
            .take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
            .count();
        let after = body.get(digits..)?;
        let Some(sign) = signs.iter().find(|sign| after.starts_with(**sign)) else {
            break;
        };
        if !(1..ANGLE).contains(&digits) {
            return None;
        }
        at += rest.len() - body.len() + digits + sign.len();
        parts += 1;
    }
    (parts > 1).then_some(at)
}

/// "N 56° 09.412' E 10° 12.331'".
fn direction_first(view: &View<'_>, start: u32) -> Option<Proposal> {
    let head = view.until(start).trim_end_matches(' ');
    let free = !head.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
    if !head.ends_with(['N', 'S']) || !free || view.until(start).len() - head.len() > 1 {
        return None;
    }
    let text = view.from(start);
    let first = bare_angle(text)?;
    let rest = text.get(first..)?;
    let tail = rest.trim_start_matches([',', ';', ' ']);
    let east = tail
        .chars()
        .next()
        .filter(|c| matches!(c, 'E' | 'W' | 'Ø' | 'Ö' | 'O'))?;
    let body = tail.get(east.len_utf8()..)?.trim_start_matches(' ');
    let second = bare_angle(body)?;
    let gap = text.len() - first - body.len();
    if gap > BETWEEN {
        return None;
    }
    let span = ByteSpan::new(
        (head.len() - 1) as u32,
        start + (first + gap + second) as u32,
    );
    let key: String = view.of(span).split_whitespace().collect();
    Some(Proposal::certain(Category::Gps, span, key, 0.95).why("coordinate-pair"))
}

fn sexagesimal(view: &View<'_>, start: u32) -> Option<Proposal> {
    if let Some(found) = direction_first(view, start) {
        return Some(found);
    }
    let text = view.from(start);
    let (first, north) = angle(text)?;
    let rest = text.get(first..)?;
    let tail = rest.trim_start_matches([',', ';', ' ', '/', '\n']);
    let gap = rest.len() - tail.len();
    let (second, east) = angle(tail)?;
    if gap > BETWEEN || !matches!(north, 'N' | 'S') || matches!(east, 'N' | 'S') {
        return None;
    }
    let end = start as usize + first + gap + second;
    let span = ByteSpan::new(start, end as u32);
    let key: String = view.of(span).split_whitespace().collect();
    Some(Proposal::certain(Category::Gps, span, key, 0.95).why("coordinate-pair"))
}
