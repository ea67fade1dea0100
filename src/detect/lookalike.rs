//! What only looks like a personal number: amounts, dates, times in milliseconds, ISBN and EAN,
//! law citations, parts of links and UUIDs. A look-alike lowers a score, it deletes nothing.

use super::{checksum, score::Proposal, view::View};
use crate::{finding::Category, text::ByteSpan};

/// Why something is probably not personal: evidence id and the factor of its score.
pub(super) type Doubt = (&'static str, f32);

/// Stretches of text that own the digits in them.
#[derive(Debug, Default)]
pub(super) struct Covers {
    links: Vec<ByteSpan>,
    uuids: Vec<ByteSpan>,
}

impl Covers {
    pub(super) fn new(text: &str) -> Self {
        let mut covers = Self::default();
        let mut done = 0;
        for at in memchr::memmem::find_iter(text.as_bytes(), b"://")
            .chain(memchr::memmem::find_iter(text.as_bytes(), b"www."))
        {
            if at < done {
                continue;
            }
            let rest = text.get(at..).unwrap_or_default();
            let length = rest.find([' ', '\n', '<', '"']).unwrap_or(rest.len());
            done = at + length;
            covers.links.push(ByteSpan::new(at as u32, done as u32));
        }
        covers.links.sort_unstable();
        let bytes = text.as_bytes();
        let mut next = 0;
        for dash in memchr::memchr_iter(b'-', bytes) {
            let Some(start) = dash.checked_sub(8) else {
                continue;
            };
            if start >= next && is_uuid(bytes.get(start..start + 36).unwrap_or_default()) {
                next = start + 36;
                covers.uuids.push(ByteSpan::new(start as u32, next as u32));
            }
        }
        covers
    }

    /// True when `span` lies in a link.
    pub(super) fn in_link(&self, span: ByteSpan) -> bool {
        lies_in(&self.links, span)
    }

    /// All links, in order.
    pub(super) fn links(&self) -> &[ByteSpan] {
        &self.links
    }

    fn in_uuid(&self, span: ByteSpan) -> bool {
        lies_in(&self.uuids, span)
    }
}

fn lies_in(spans: &[ByteSpan], span: ByteSpan) -> bool {
    let upto = spans.partition_point(|cover| cover.start <= span.start);
    upto.checked_sub(1)
        .and_then(|at| spans.get(at))
        .is_some_and(|cover| span.start < cover.end)
}

fn is_uuid(bytes: &[u8]) -> bool {
    bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Words and signs of money right after a number.
const CURRENCY: &[&str] = &[
    "kr", "kr.", "kroner", "kronor", "kronen", "dkk", "sek", "nok", "eur", "euro", "euroa", "usd",
    "mio", "mkr", "tkr", "øre", "öre", "€", "$", "£", ":-", ",-", "%", "km", "kg", "kwh", "mb",
    "gb", "stk", "kpl",
];

/// The strongest doubt about a number.
pub(super) fn doubt(view: &View<'_>, proposal: &Proposal) -> Option<Doubt> {
    let span = proposal.span;
    let digits: Vec<u8> = view
        .of(span)
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|byte| byte - b'0')
        .collect();
    let found: [Option<Doubt>; 7] = [
        view.covers()
            .in_uuid(span)
            .then_some(("looks-like-uuid", 0.05)),
        law(view, span).then_some(("looks-like-law", 0.2)),
        amount(view, span).then_some(("looks-like-amount", 0.3)),
        (digits.len() == 13 && digits.first() == Some(&1)).then_some(("looks-like-epoch", 0.2)),
        (digits.len() == 13 && digits.starts_with(&[9, 7]) && checksum::ean13(&digits))
            .then_some(("looks-like-isbn", 0.2)),
        date_time(view.of(span), &digits).then_some(("looks-like-date", 0.6)),
        (proposal.category != Category::IpAddress && view.covers().in_link(span))
            .then_some(("looks-like-link", 0.5)),
    ];
    found
        .into_iter()
        .flatten()
        .min_by(|a, b| a.1.total_cmp(&b.1))
}

fn law(view: &View<'_>, span: ByteSpan) -> bool {
    let before = view.until(span.start).trim_end();
    let after = view.from(span.end).trim_start();
    before.ends_with('§') || after.starts_with('§')
}

fn amount(view: &View<'_>, span: ByteSpan) -> bool {
    let before = view.until(span.start).trim_end_matches(' ');
    let after = view.from(span.end);
    if before.ends_with(['€', '$', '£']) {
        return true;
    }
    let cents = after
        .strip_prefix(',')
        .is_some_and(|rest| rest.bytes().take_while(u8::is_ascii_digit).count() == 2);
    let word = after.trim_start_matches(' ');
    let first = word.chars().flat_map(char::to_lowercase).next();
    cents
        || CURRENCY.iter().any(|unit| {
            if unit.chars().next() != first {
                return false;
            }
            let Some(head) = word.get(..unit.len()) else {
                return false;
            };
            head.chars().flat_map(char::to_lowercase).eq(unit.chars())
                && !word
                    .get(unit.len()..)
                    .and_then(|rest| rest.chars().next())
                    .is_some_and(char::is_alphanumeric)
        })
}

/// A compact date of our time, alone or with hour and minute: 20240115, 15012024, 202401151230.
fn date_time(text: &str, digits: &[u8]) -> bool {
    use checksum::{is_date, number};
    if text.len() != digits.len() {
        return false;
    }
    let recent = |year: u32| (1990..2036).contains(&year);
    match digits {
        [y @ .., _, _, _, _] if y.len() == 4 => {
            let (year, rest) = (number(y), digits.get(4..).unwrap_or_default());
            let (month, day) = rest.split_at(2);
            let forward = recent(year) && is_date(year, number(month), number(day));
            let (day, rest) = digits.split_at(2);
            let (month, year) = rest.split_at(2);
            let backward =
                recent(number(year)) && is_date(number(year), number(month), number(day));
            forward || backward
        }
        _ if digits.len() == 12 => {
            let (year, rest) = digits.split_at(4);
            let (month, rest) = rest.split_at(2);
            let (day, rest) = rest.split_at(2);
            let (hour, minute) = rest.split_at(2);
            (2015..2036).contains(&number(year))
                && is_date(number(year), number(month), number(day))
                && number(hour) < 24
                && number(minute) < 60
        }
        _ => false,
    }
}
