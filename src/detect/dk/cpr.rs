//! Danish CPR number, replacement numbers (day + 60, or letters in the last four) included.
//! cpr.dk: mod 11 is no requirement since 1 October 2007, so a number that fails stays a finding:
//! band A with a label, band B without. Century from digit 7 and the year.

use crate::{
    detect::{
        Detector,
        checksum::{is_date, mod11, number},
        digits::{Edge, Gap, Window, edge_after},
        score::Proposal,
        value,
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Cpr;

const WEIGHTS: [u8; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// Score without a label where every digit stands alone and the text is not Danish.
const ONE_BY_ONE: f32 = 0.4;

/// The year that the seventh digit and two digits of the year mean.
fn year(yy: u32, seventh: u8) -> u32 {
    match (seventh, yy) {
        (0..=3, _) => 1900 + yy,
        (4 | 9, 0..=36) => 2000 + yy,
        (4 | 9, _) => 1900 + yy,
        (_, 0..=57) => 2000 + yy,
        _ => 1800 + yy,
    }
}

impl Detector for Cpr {
    fn category(&self) -> Category {
        Category::DkCpr
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "cpr*",
            "personnummer*",
            "personnr*",
            "persnr*",
            "erstatningscpr*",
            "erstatningsnummer*",
            "administrativt",
            "henkilotunnus*",
            "fodselsdato",
            "ssn",
        ]
    }

    fn marks(&self) -> &'static [&'static str] {
        LAST_FOUR
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        last_four(view, mark, out);
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        let places: &[u8] = &[2, 4, 6, 8];
        let signs = window.cuts().iter().all(|(at, gap)| match gap {
            Gap::Space | Gap::Dash | Gap::Line => true,
            Gap::Dot | Gap::Slash => *at <= 6,
            _ => false,
        });
        if digits.len() == 12 {
            return with_century(window, out);
        }
        let whole = digits.len() == 6 || window.date_cut(2, 4, 6);
        if !signs || !whole || !window.cut_only_at(places) {
            return;
        }
        match digits.len() {
            6 => letters(view, window, out),
            10 => figures(view, window, out),
            _ => {}
        }
    }
}

fn date(digits: &[u8], seventh: u8) -> Option<(bool, bool)> {
    let [day @ .., _, _, _, _] = digits.get(..6)? else {
        return None;
    };
    let (day, month) = (number(day), number(digits.get(2..4)?));
    let year = year(number(digits.get(4..6)?), seventh);
    let replaced = day > 60;
    let day = if replaced { day - 60 } else { day };
    Some((is_date(year, month, day), replaced))
}

fn figures(view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
    let digits = window.digits();
    let Some(seventh) = digits.get(6).copied() else {
        return;
    };
    let Some((real, replaced)) = date(digits, seventh) else {
        return;
    };
    let key = window.text();
    let proposal = Proposal::number(Category::DkCpr, window.span, key);
    let sign = window.cut_at(6);
    let signed = matches!(sign, Some(Gap::Space | Gap::Dash | Gap::Line));
    if !real {
        if signed && window.cuts().len() == 1 {
            out.push(proposal.scores(0.05, 0.5).why("date-impossible"));
        }
        return;
    }
    let right = mod11(digits, &WEIGHTS) == 0;
    let new_year = digits.starts_with(&[0, 1, 0, 1]);
    let part = |from: usize| digits.get(from..from + 2).map_or(0, number);
    let swedish = view.likely_lang() != Some("da") && is_date(1900 + part(0), part(2), part(4));
    let (prior, labelled) = match (right, signed) {
        // the same digits with the year first are a Swedish date
        _ if replaced && swedish => (0.4, 0.7),
        _ if replaced => (if signed { 0.62 } else { 0.4 }, 0.93),
        (true, true) => (0.95, 0.98),
        (true, false) => (0.91, 0.98),
        (false, _) if new_year => (0.9, 0.96),
        (false, true) => (0.72, 0.94),
        (false, false) => (0.62, 0.92),
    };
    // "personnummer" is a label here and in Sweden: a text in another language decides
    let foreign = view.likely_lang().is_some_and(|lang| lang != "da");
    let (prior, labelled): (f32, f32) = match (foreign, replaced, right) {
        (true, true, _) => (prior * 0.8, labelled * 0.6),
        (true, false, false) => (prior, labelled * 0.7),
        // Swedish and Finnish mobiles look like ten digits of this kind
        (true, false, true) if sign.is_none() => (prior * 0.8, labelled),
        _ => (prior, labelled),
    };
    // digits typed one by one are a phone more often
    let prior = if foreign && window.one_by_one() {
        prior.min(ONE_BY_ONE)
    } else {
        prior
    };
    out.push(
        proposal
            .scores(prior, labelled)
            .why(if right {
                "checksum-right"
            } else {
                "checksum-not-required"
            })
            .why("date-real")
            .why_if(replaced, "kind-replacement"),
    );
}

/// "15061988-1234": the year in four digits.
fn with_century(window: &Window, out: &mut Vec<Proposal>) {
    let digits = window.digits();
    let part = |from: usize, to: usize| digits.get(from..to).map_or(0, number);
    let (day, month, year) = (part(0, 2), part(2, 4), part(4, 8));
    let signed = window.cut_at(8) == Some(Gap::Dash);
    if !(1890..2040).contains(&year)
        || !is_date(year, month, day)
        || !window.cut_only_at(&[2, 4, 8])
        || !window.gaps_are(&[Gap::Dash, Gap::Dot, Gap::Slash, Gap::Space])
    {
        return;
    }
    let text = window.text();
    let key = format!(
        "{}{}",
        text.get(..4).unwrap_or_default(),
        text.get(6..).unwrap_or_default()
    );
    out.push(
        Proposal::number(Category::DkCpr, window.span, key)
            .scores(if signed { 0.62 } else { 0.2 }, 0.93)
            .why("date-real"),
    );
}

/// Words for the last four digits, the language of each told by its place.
const LAST_FOUR: &[&str] = &[
    "sidste fire",
    "de fire sidste",
    "sidste 4",
    "fire sidste",
    "sista fyra",
    "fyra sista",
    "sista 4",
    "fyra sista siffrorna",
    "siste fire",
];
/// First of the Swedish ones.
const SWEDISH: usize = 4;
/// What else has last four digits, folded.
const OTHER_NUMBERS: &[&str] = &[
    "kort*",
    "card*",
    "konto*",
    "telefon*",
    "mobil*",
    "iban",
    "ordre*",
    "order*",
    "visa",
    "mastercard",
    "bankkort*",
    "betalkort*",
];

/// "-9845 sista fyra", "de sidste fire er 1234".
fn last_four(view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
    let four = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let ahead = value::after(view, mark.span.end, 5).and_then(|found| {
        let span = ByteSpan::new(found.at, found.at + 4);
        (four(view.of(span)) && edge_after(view.text, span.end) == Edge::Clean).then_some(span)
    });
    let behind = || {
        let head = view
            .until(mark.span.start)
            .trim_end_matches([' ', ',', '(', ':']);
        let start = head.len().checked_sub(4)?;
        let lead = head.get(..start)?;
        let clean = !lead.ends_with(|c: char| c.is_alphanumeric());
        (four(head.get(start..)?) && clean).then(|| ByteSpan::new(start as u32, head.len() as u32))
    };
    let Some(span) = ahead.or_else(behind) else {
        return;
    };
    if value::word_near(view, span, OTHER_NUMBERS, 6, 6).is_some() {
        return;
    }
    let category = if mark.index >= SWEDISH && mark.index < LAST_FOUR.len() - 1 {
        Category::SePersonnummer
    } else {
        Category::DkCpr
    };
    out.push(
        Proposal::certain(category, span, view.of(span).to_owned(), 0.72)
            .why_word("phrase", view.of(mark.span)),
    );
}

/// Six digits, a sign, a digit and three characters with at least one letter.
fn letters(view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
    let rest = view.from(window.span.end);
    let sign = usize::from(rest.starts_with(['-', ' ']));
    let Some(tail) = rest.get(sign..sign + 4) else {
        return;
    };
    let upper = tail.bytes().filter(u8::is_ascii_uppercase).count();
    let digits = tail.bytes().filter(u8::is_ascii_digit).count();
    if sign == 0
        || upper == 0
        || upper + digits != 4
        || !tail.starts_with(|c: char| c.is_ascii_digit())
    {
        return;
    }
    let seventh = tail.bytes().next().map_or(0, |byte| byte - b'0');
    let real = date(window.digits(), seventh).is_some_and(|(real, _)| real);
    let span = ByteSpan::new(
        window.span.start,
        window.span.end + (sign + tail.len()) as u32,
    );
    if real && edge_after(view.text, span.end) == Edge::Clean {
        let dashed = rest.starts_with('-');
        out.push(
            Proposal::number(Category::DkCpr, span, format!("{}{tail}", window.text()))
                .scores(if dashed { 0.45 } else { 0.1 }, 0.92)
                .why("kind-replacement")
                .why("date-real"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn century() {
        assert_eq!(year(90, 3), 1990);
        assert_eq!(year(30, 4), 2030);
        assert_eq!(year(37, 9), 1937);
        assert_eq!(year(57, 5), 2057);
        assert_eq!(year(58, 8), 1858);
    }
}
