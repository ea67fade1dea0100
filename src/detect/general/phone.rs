//! Phone numbers: Denmark, Sweden, Norway, Finland with own tables, other countries by length.
//! Groups, brackets, `(0)`, 00 prefix. A bare run of eight digits is band B at most without a
//! label; a number next to a switchboard word is band C at most. Does not judge whether a number
//! is in use, and does not search short service numbers.

use crate::{
    detect::{
        Detector,
        context::SWITCHBOARD,
        dates,
        digits::{Edge, Gap, Window, edge_after, edge_before, row},
        phone_numbers::{Fit, calling_code, international, likely_code, national, readings},
        score::Proposal,
        view::View,
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Phone;

/// Words around a number in which a switchboard is looked for.
const SWITCHBOARD_WORDS: usize = 5;
/// Groups of a row of digits that are looked back over.
const ROW_GROUPS: usize = 8;
/// Highest score of a switchboard.
const SWITCHBOARD_SCORE: f32 = 0.55;
/// Beginnings of numbers that are no switchboard's: mobile ones, where the plan tells them apart.
const MOBILE: &[&str] = &[
    "+4670", "+4672", "+4673", "+4676", "+4679", "+474", "+479", "+3584", "+35850",
];
/// Countries whose numbers are also read without their code.
const NORDIC_CODES: &[&str] = &["45", "46", "47", "354", "358"];

impl Detector for Phone {
    fn category(&self) -> Category {
        Category::Phone
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "tlf",
            "tlfnr",
            "tlfnummer",
            "tel",
            "telnr",
            "telefon*",
            "tfn",
            "tfnr",
            "mobil*",
            "mob",
            "mobnr",
            "mobilnr*",
            "phone",
            "phonenumber",
            "cell",
            "cellphone",
            "puh",
            "p",
            "puhelin*",
            "puhelinnumero*",
            "kannykka*",
            "matkapuhelin*",
            "gsm",
            "ring",
            "ringe",
            "ringa",
            "ringer",
            "call",
            "soita",
            "soittaa",
            "sms",
            "sms:a",
            "smsa",
            "texta",
            "text",
            "nummer",
            "numret",
            "nummeret",
            "nr",
            "numero*",
            "number",
            "swish*",
            "mobilepay",
            "vipps",
            "fax",
            "faks",
            "faksi",
            "whatsapp",
            "signal",
            "nås",
            "kontakt",
            "kontakta",
            "direkte",
            "direktnr",
            "direktnummer",
            "hjemmenr",
            "arbeidsnr",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let count = window.digits().len();
        if !(5..=16).contains(&count) {
            return;
        }
        let digits = window.text();
        let before = view.until(window.span.start);
        let plus = before.ends_with('+') || before.ends_with("+ ");
        let mut span = window.span;
        if plus {
            span.start -= before.len() as u32 - before.rfind('+').unwrap_or_default() as u32;
        }
        // an opening bracket in front belongs to the number when it closes inside
        if view.until(span.start).ends_with('(') && view.of(span).contains(')') {
            span.start -= 1;
        }
        if let Some(key) = known(view, &digits, plus) {
            let clean = edge_before(view.text, span.start) != Edge::Joined
                && edge_after(view.text, span.end) != Edge::Joined;
            if clean {
                let score = if count >= 7 { 0.98 } else { 0.62 };
                out.push(
                    Proposal::certain(self.category(), span, key.to_owned(), score)
                        .why("known-participant"),
                );
                return;
            }
        }
        if !plus && names_country(before) {
            return;
        }
        let link = before.ends_with("wa.me/") || before.ends_with("phone=");
        let found = if plus || link {
            abroad(window, &digits, link)
        } else if let Some(rest) = digits.strip_prefix("00") {
            international(rest).map(|(known, fit)| {
                let prior = if fit == Fit::Plan { 0.88 } else { 0.4 };
                (prior, 0.95, format!("+{known}"), "country-code")
            })
        } else {
            at_home(view, window, &digits)
        };
        let Some((prior, labelled, key, why)) = found else {
            return;
        };
        let mut proposal = Proposal::number(self.category(), span, key)
            .scores(prior, labelled)
            .why(why);
        if link {
            proposal.number = false;
        }
        let mobile = MOBILE.iter().any(|code| proposal.key.starts_with(code));
        if let Some(word) = switchboard(view, span).filter(|_| !mobile) {
            proposal.prior = proposal.prior.min(SWITCHBOARD_SCORE);
            proposal.labelled = proposal.labelled.min(SWITCHBOARD_SCORE);
            proposal = proposal.why_word("switchboard", &word);
        }
        out.push(proposal);
    }
}

fn known<'v>(view: &View<'v>, digits: &str, plus: bool) -> Option<&'v str> {
    if !view.known.has_phones() {
        return None;
    }
    readings(digits, plus)
        .iter()
        .find_map(|reading| view.known.phone(reading))
        .or_else(|| view.known.phone_at_home(digits).filter(|_| !plus))
}

/// True right behind "+46 (": the number begins at the sign, and is not the part at home alone.
fn names_country(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '(', '-']);
    let sign = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let code = before.get(sign.len()..).unwrap_or_default();
    sign.ends_with('+') && NORDIC_CODES.contains(&code)
}

/// The switchboard word that belongs to the number: no other number stands between, nor nearer
/// behind the word.
fn switchboard(view: &View<'_>, span: ByteSpan) -> Option<String> {
    // the words belong to the whole row, of which the span may be a part: "89 | 40 20 00"
    let at = view
        .groups
        .partition_point(|group| group.span.start < span.start);
    let first = (0..=at)
        .rev()
        .take(ROW_GROUPS)
        .find(|at| {
            view.groups
                .get(*at)
                .is_none_or(|group| group.gap == Gap::Break)
        })
        .and_then(|at| view.groups.get(at));
    let start = first.map_or(span.start, |group| group.span.start.min(span.start));
    let span = ByteSpan::new(start, span.end);
    let words = view.words();
    let line = words.line(span.start);
    let before = words
        .before(span.start)
        .take(SWITCHBOARD_WORDS)
        .filter(|word| !digits_between(view, word.span.end, span.start));
    let after = words
        .after(span.end)
        .take(SWITCHBOARD_WORDS)
        .filter(|word| !digits_between(view, span.end, word.span.start))
        .enumerate()
        .filter(|(distance, word)| {
            let rest = view.from(word.span.end);
            let closed = rest.starts_with([')', ',', '.', ';', '\n']);
            let next = words
                .after(word.span.end)
                .take(distance + 1)
                .last()
                .map_or(view.text.len() as u32, |word| word.span.end);
            closed || !digits_between(view, word.span.end, next)
        })
        .map(|(_, word)| word);
    before
        .chain(after)
        .filter(|word| words.line(word.span.start) == line)
        .find(|word| SWITCHBOARD.contains(&word.key.as_str()))
        .map(|word| view.of(word.span).to_owned())
}

fn digits_between(view: &View<'_>, start: u32, end: u32) -> bool {
    let first = view
        .groups
        .partition_point(|group| group.span.start < start);
    view.groups
        .get(first)
        .is_some_and(|group| group.span.start < end)
}

type Reading = (f32, f32, String, &'static str);

/// A date: "2025-09-12", "01-11-2013", "12.03.1985".
fn is_day(view: &View<'_>, window: &Window) -> bool {
    let places: Vec<u8> = window.cuts().iter().map(|(at, _)| *at).collect();
    window.digits().len() == 8
        && (places == [4, 6] || places == [2, 4])
        && dates::read(view.of(window.span))
            .is_some_and(|date| date.length == window.span.len() as usize)
}

/// True where six digits are a day, in either order, and day + 60 too.
fn born(digits: &str) -> bool {
    let part = |at: usize| {
        digits
            .get(at..at + 2)
            .and_then(|two| two.parse::<u32>().ok())
    };
    let (Some(first), Some(month), Some(last)) = (part(0), part(2), part(4)) else {
        return false;
    };
    let day = |day: u32| (1..=31).contains(&day) || (61..=91).contains(&day);
    (1..=12).contains(&month) && (day(first) || day(last))
}

/// "2024-2212": a year and a running number.
fn is_year_and_number(window: &Window, kind: Option<Gap>) -> bool {
    kind == Some(Gap::Dash) && matches!(window.digits(), [1, 9, ..] | [2, 0, 0..=3, ..])
}

fn tidy(window: &Window) -> bool {
    window.cuts().iter().all(|(_, gap)| {
        matches!(
            gap,
            Gap::Space | Gap::Dash | Gap::Bracket | Gap::Line | Gap::Dot | Gap::Slash
        )
    })
}

fn abroad(window: &Window, digits: &str, link: bool) -> Option<Reading> {
    let (known, fit) = international(digits)?;
    if !tidy(window) {
        return None;
    }
    let prior = match fit {
        Fit::Plan if link => 0.95,
        Fit::Plan => 0.94,
        Fit::Length => 0.88,
    };
    Some((prior, 0.98, format!("+{known}"), "country-code"))
}

/// Places of the gaps, and the kind of all of them if they are of one kind.
fn shape(window: &Window) -> (Vec<u8>, Option<Gap>) {
    let places = window.cuts().iter().map(|(at, _)| *at).collect();
    let mut kinds = window.cuts().iter().map(|(_, gap)| *gap);
    let first = kinds.next();
    (places, first.filter(|gap| kinds.all(|other| other == *gap)))
}

fn at_home(view: &View<'_>, window: &Window, digits: &str) -> Option<Reading> {
    let one_by_one = digits.len() >= 8 && window.cuts().len() + 1 == digits.len();
    if !tidy(window) || (window.cuts().len() > 6 && !one_by_one) {
        return None;
    }
    let row = row(view.text, window.span);
    if one_by_one {
        // "0 7 0 1 7 4 0 6 0 5": the whole row or nothing
        if row != (0, 0) {
            return None;
        }
        let code = view
            .known
            .home()
            .filter(|code| national(digits, code).is_some());
        let known = code
            .or(likely_code(digits))
            .and_then(|code| national(digits, code));
        let key = known.map_or_else(|| digits.to_owned(), |known| format!("+{known}"));
        let language = view.likely_lang().and_then(calling_code);
        let at_home = language.is_some_and(|code| national(digits, code).is_some());
        let prior = match (digits.starts_with("07"), at_home) {
            (true, _) => 0.7,
            (_, true) => 0.66,
            _ => 0.2,
        };
        return Some((prior, 0.93, key, "grouped"));
    }
    let (places, kind) = shape(window);
    let dotted = kind == Some(Gap::Dot);
    let stroked = places
        .iter()
        .skip(usize::from(digits.starts_with('0')))
        .any(|at| window.cut_at(*at) == Some(Gap::Slash));
    if stroked || is_day(view, window) {
        return None;
    }
    // "010190-5671": the sign before the last four of a birth number
    if digits.len() == 10 && places == [6] && kind == Some(Gap::Dash) && born(digits) {
        return None;
    }
    let language = view.lang().and_then(calling_code);
    let code = |likely: Option<&'static str>| {
        let fits = |code: &&str| national(digits, code).is_some();
        let home = || view.known.home().filter(|code| fits(code));
        let code = language.filter(|code| fits(code)).or_else(home).or(likely);
        match code.and_then(|code| national(digits, code)) {
            Some(known) => format!("+{known}"),
            None => digits.to_owned(),
        }
    };
    let key = code(likely_code(digits));
    let bytes = digits.as_bytes();
    match (digits.len(), bytes) {
        // Denmark and Norway: eight digits
        (8, [b'2'..=b'9', ..]) => {
            let mobile = matches!(
                bytes,
                [b'2' | b'4' | b'9', ..]
                    | [b'3', b'0' | b'1', ..]
                    | [b'5', b'0'..=b'3', ..]
                    | [b'6', b'0' | b'1', ..]
                    | [b'7' | b'8', b'1', ..]
            );
            let nordic = matches!(language, Some("45" | "47"));
            let near = nordic || matches!(view.known.home(), Some("45" | "47"));
            let (prior, why) = match places.as_slice() {
                [2, 4, 6] if dotted && near && mobile => (0.8, "grouped"),
                [2, 4, 6] if dotted => (0.62, "grouped"),
                [2, 4, 6] => (0.88, "grouped"),
                [3, 5] | [2, 5] => (0.85, "grouped"),
                [4] if kind == Some(Gap::Space) => (0.72, "grouped"),
                [4] if is_year_and_number(window, kind) => (0.3, "grouped"),
                [4] if nordic && mobile => (0.64, "grouped"),
                [4] => (0.45, "grouped"),
                [2] | [3] | [2, 4] | [4, 6] => (0.1, "grouped"),
                [] if mobile || nordic => (0.64, "bare-digits"),
                [] => (0.45, "bare-digits"),
                _ => return None,
            };
            // part of a longer row of figures
            let spaced = places.is_empty() || kind == Some(Gap::Space);
            let row = if spaced && !(row.0 + row.1).is_multiple_of(8) && (row.0 > 0 || row.1 > 2) {
                0.3
            } else {
                1.0
            };
            let labelled = if is_year_and_number(window, kind) {
                0.5
            } else {
                0.94
            };
            Some((prior * row, labelled, key, why))
        }
        // mobiles of Sweden and Finland
        (10, [b'0', b'7', b'0' | b'2' | b'3' | b'6' | b'9', ..]) => {
            let (prior, why) = match places.as_slice() {
                [] => (0.88, "bare-digits"),
                [3, ..] => (0.93, "grouped"),
                [4, ..] => (0.88, "grouped"),
                _ => (0.6, "grouped"),
            };
            Some((prior, 0.97, key, why))
        }
        (9..=12, [b'0', b'4', ..] | [b'0', b'5', b'0', ..]) => {
            let (prior, why) = match places.as_slice() {
                [] if digits.len() == 10 => (0.72, "bare-digits"),
                [] => (0.35, "bare-digits"),
                [3, ..] => (0.88, "grouped"),
                [4, ..] => (0.8, "grouped"),
                _ => (0.3, "grouped"),
            };
            // a Danish birth number begins like this too
            let danish = places.is_empty() && matches!(view.likely_lang(), Some("da" | "nb"));
            Some((if danish { prior * 0.6 } else { prior }, 0.95, key, why))
        }
        // United Kingdom
        (11, [b'0', b'7' | b'1' | b'2', ..]) => {
            let (prior, why) = match places.as_slice() {
                [5] | [5, 8] | [3, 7] | [4, 7] => (0.86, "grouped"),
                [] if matches!(bytes, [_, b'7', b'4' | b'5' | b'7'..=b'9', ..]) => {
                    (0.68, "bare-digits")
                }
                [] => (0.35, "bare-digits"),
                _ => return None,
            };
            let rest = digits.strip_prefix('0').unwrap_or(digits);
            Some((prior, 0.94, format!("+44{rest}"), why))
        }
        // area codes of Sweden and Finland
        (7..=11, [b'0', b'1'..=b'9', ..]) => {
            let first = places.first().copied();
            let area = matches!(first, Some(2..=4));
            let sign = first.and_then(|at| window.cut_at(at));
            let dash = matches!(sign, Some(Gap::Dash | Gap::Bracket | Gap::Slash)) && area;
            let (prior, why) = match (dash, area) {
                (true, _) if digits.len() >= 8 => (0.84, "grouped"),
                (false, true)
                    if digits.len() >= 8 && places.len() > 1 && kind == Some(Gap::Space) =>
                {
                    (0.7, "grouped")
                }
                (_, true) => (0.35, "grouped"),
                _ if places.is_empty()
                    && (9..=10).contains(&digits.len())
                    && language == Some("46") =>
                {
                    (0.62, "bare-digits")
                }
                _ if places.is_empty() && (8..=10).contains(&digits.len()) => (0.35, "bare-digits"),
                _ => (0.1, "grouped"),
            };
            // dates and other number rows are written like this too
            let rest: Vec<Gap> = window.cuts().iter().skip(1).map(|(_, gap)| *gap).collect();
            let dates = rest.len() > 1 && rest.contains(&Gap::Dash);
            let prior = if dates { prior * 0.4 } else { prior };
            let prior = if dotted { prior * 0.3 } else { prior };
            Some((prior, 0.94, key, why))
        }
        // North America
        (10, [b'2'..=b'9', _, _, b'2'..=b'9', ..]) if places == [3, 6] => {
            let bracket = window.cut_at(3) == Some(Gap::Bracket);
            let prior = if bracket { 0.88 } else { 0.68 };
            Some((prior, 0.93, format!("+1{digits}"), "grouped"))
        }
        // Iceland, and numbers that only a label makes phones
        (7, [b'2'..=b'9', ..]) if places.is_empty() || places == [3] => {
            let prior = if places.is_empty() { 0.1 } else { 0.3 };
            let labelled = if places.is_empty() { 0.7 } else { 0.86 };
            Some((prior, labelled, digits.to_owned(), "bare-digits"))
        }
        // Faroe Islands and Greenland
        (6, [b'2'..=b'9', ..]) if places == [2, 4] && kind == Some(Gap::Space) => {
            Some((0.0, 0.66, digits.to_owned(), "grouped"))
        }
        (9..=12, [b'4', b'5' | b'6' | b'7', ..] | [b'3', b'5', b'8', ..]) => {
            let (known, fit) = international(digits)?;
            let grouped = places.first() == Some(&2) || places.first() == Some(&3);
            // "4 7 12 19 23 31": a row of figures; "358" and a mobile's first digit
            let loose = !grouped && !places.is_empty();
            let foreign = digits.starts_with("358") && !matches!(bytes, [_, _, _, b'4' | b'5', ..]);
            (fit == Fit::Plan && !loose && (grouped || !foreign)).then(|| {
                // "45 20 12 34 56": all of it or the last pair stays readable
                let prior = match (grouped, places.as_slice()) {
                    (true, [2, 4, 6, 8]) => 0.86,
                    (true, _) => 0.72,
                    _ => 0.62,
                };
                let labelled = if grouped || places.is_empty() {
                    0.95
                } else {
                    0.6
                };
                (prior, labelled, format!("+{known}"), "country-code")
            })
        }
        _ => None,
    }
}
