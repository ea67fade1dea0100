//! Numbers of cases, journals and court files: next to a label ("dnr", "sagsnr.", "saksnr", "mål nr",
//! "asianro", "ref."), or in a form that little else has (police and court numbers of the Nordic
//! countries, "KS 2023/456", "THL/1234/5.05.00/2022"). They are public as a rule: a finding helps
//! to lift a message to its case. A law citation or a season ("2023/2024") is none.

use crate::{
    detect::{
        Detector,
        checksum::{is_date, number},
        score::Proposal,
        shape,
        value::{self, word_near},
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct CaseNumber;

/// Bytes of the longest number.
const LONGEST: usize = 40;

/// Labels of case numbers: any number with three digits behind them.
const STRONG: &[&str] = &[
    "dnr",
    "diarienr",
    "diarienummer",
    "dnro",
    "diaarinumero",
    "diaarinro",
    "diaari",
    "sagsnr",
    "sagsnummer",
    "sagsid",
    "sags-id",
    "sag nr",
    "sagnr",
    "sags nr",
    "j.nr",
    "j. nr",
    "jnr",
    "journalnr",
    "journalnummer",
    "journal nr",
    "saksnr",
    "saksnummer",
    "sak nr",
    "saknr",
    "arkivsaksnr",
    "arkivsak",
    "asianro",
    "asianumero",
    "asiatunnus",
    "asian numero",
    "ärendenr",
    "ärendenummer",
    "ärende nr",
    "ärende-id",
    "mål nr",
    "målnr",
    "målnummer",
    "mål-nr",
    "case no",
    "case number",
    "case id",
    "case nr",
    "case ref",
    "file no",
    "file number",
    "docket",
    "sagens nr",
    "aktnr",
    "akt nr",
    "anmeldelsesnr",
    "anmeldelsesnummer",
    "anmälningsnr",
    "anmälningsnummer",
    "k-nummer",
    "knummer",
    "k-nr",
    "rikosilmoituksen numero",
    "ilmoitusnumero",
    "foi",
    "foi ref",
    "vores ref",
    "vår ref",
    "our ref",
    "your ref",
    "deres ref",
    "er ref",
    "ref.nr",
    "refnr",
    "ref nr",
    "journalnr",
    "dossier",
    "dokumentnr",
    "dok.nr",
    "dossiernr",
    "sakref",
    "saksreferanse",
    "ärendenumret",
    "ärendenumero",
    "sagsnummeret",
    "saksnummeret",
    "diarienumret",
];
/// Words that need a number with the form of a case number.
const WEAK: &[&str] = &[
    "sag",
    "sagen",
    "sak",
    "saken",
    "ärende",
    "ärendet",
    "mål",
    "målet",
    "asia",
    "asian",
    "asiassa",
    "case",
    "ref",
    "reference",
    "referens",
    "referanse",
    "journal",
    "akt",
    "anmälan",
    "anmeldelse",
    "anmeldelsen",
    "polisanmälan",
    "politianmeldelse",
    "rikosilmoitus",
    "beslut",
    "dom",
    "domen",
    "afgørelse",
    "vedtak",
    "päätös",
    "henvisning",
    "hakemus",
    "hakemuksen",
    "ansøgning",
    "ansökan",
    "søknad",
    "søknaden",
    "application",
    "file",
    "klage",
    "klagen",
    "överklagande",
    "valitus",
    "tilsyn",
    "tillsyn",
    "viite",
    "viitteemme",
];

const MARKS: [&str; STRONG.len() + WEAK.len()] = {
    let mut all = [""; STRONG.len() + WEAK.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = if at < STRONG.len() {
            STRONG[at]
        } else {
            WEAK[at - STRONG.len()]
        };
        at += 1;
    }
    all
};

/// Words of courts.
const COURTS: &[&str] = &[
    "tingsratt*",
    "hovratt*",
    "kammarratt*",
    "forvaltningsratt*",
    "hogsta",
    "dom",
    "domen",
    "mal",
    "malet",
    "domstol*",
    "byret*",
    "landsret*",
    "retten",
    "tingrett*",
    "lagmannsrett*",
    "karajaoikeu*",
    "hovioikeu*",
    "hallinto*",
    "court*",
];
/// Acts and standards that are cited like cases, folded.
const LAWS: &[&str] = &[
    "eu",
    "ef",
    "eg",
    "eos",
    "eok",
    "direktiv*",
    "forordning*",
    "asetus*",
    "asetuk*",
    "laki",
    "lain",
    "regulation*",
    "directive*",
    "prop",
    "sou",
    "ds",
    "skr",
    "bet",
    "he",
    "iso",
    "iec",
    "lov",
    "lag",
    "bek",
    "lbk",
    "sfs",
    "saeson*",
    "sasong*",
    "sesong*",
    "kausi*",
    "season*",
    "skolear*",
    "skoleår*",
    "lasar*",
    "lukuvuo*",
];

impl Detector for CaseNumber {
    fn category(&self) -> Category {
        Category::CaseNumber
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "sagsnr*",
            "sagsnummer*",
            "sagsid*",
            "dnr",
            "diarienr*",
            "diarienummer*",
            "diaarinumero*",
            "saksnr*",
            "saksnummer*",
            "asianumero*",
            "asiatunnus*",
            "ärendenr*",
            "ärendenummer*",
            "journalnr*",
            "journalnummer*",
            "målnr*",
            "målnummer*",
        ]
    }

    fn marks(&self) -> &'static [&'static str] {
        &MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        let strong = mark.index < STRONG.len();
        let Some(end) = value::label_end(view, mark.span.end) else {
            return;
        };
        let Some(found) = value::after(view, end, if strong { 4 } else { 3 }) else {
            return;
        };
        let Some(read) = token(view, found.at) else {
            return;
        };
        let word = view.of(ByteSpan::new(mark.span.start, end));
        // "anmeldelse nr. 49895772", "saken har nummer 2025/1178"
        let between = crate::detect::fold::fold(view.of(ByteSpan::new(end, read.span.start)));
        let numbered = between.split([' ', '.', ':']).any(|word| {
            matches!(
                word,
                "nr" | "nummer" | "no" | "number" | "numero" | "id" | "numret"
            )
        });
        let strong = strong || numbered && found.words <= 2;
        if let Some(score) = judge(view, &read, strong, found.words) {
            out.push(propose(view, read.span, score).why_word("context-before", word));
        }
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        let mut done = 0;
        for group in &view.groups {
            if group.span.start < done || group.span.len() > 7 {
                continue;
            }
            if let Some((span, score)) = alone(view, group.span) {
                done = span.end;
                out.push(propose(view, span, score).why("case-form"));
            }
        }
    }
}

fn propose(view: &View<'_>, span: ByteSpan, score: f32) -> Proposal {
    let key = shape::compact(view.of(span));
    Proposal::certain(Category::CaseNumber, span, key, score)
}

/// A number as it stands, with the letters before it.
struct Token {
    span: ByteSpan,
    /// Where its first digits are, and those of the part behind the first stroke or dash.
    head: u32,
    tail: u32,
    digits: usize,
    parted: bool,
}

/// Reads letters, digits and signs from `at`; letters in capitals before it belong to it.
fn token(view: &View<'_>, at: u32) -> Option<Token> {
    let text = view.from(at);
    let read = |text: &str| -> usize {
        let length: usize = text
            .chars()
            .take(LONGEST)
            .take_while(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '_'))
            .map(char::len_utf8)
            .sum();
        text.get(..length)
            .unwrap_or_default()
            .trim_end_matches(['.', '-', '/', '_'])
            .len()
    };
    let mut length = read(text);
    // "KS 2023/456", "B 1234-23"
    let first = text.get(..length)?;
    if !first.bytes().any(|byte| byte.is_ascii_digit()) {
        let tail = text.get(length..)?.strip_prefix([' ', '-'])?;
        let more = read(tail);
        if more == 0 || !tail.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        length += 1 + more;
    }
    let mut start = at;
    let before = view.until(at);
    if let Some(bare) = before.strip_suffix(' ') {
        let letters: usize = bare
            .chars()
            .rev()
            .take(7)
            .take_while(|c| c.is_uppercase())
            .map(char::len_utf8)
            .sum();
        let border = bare
            .get(..bare.len() - letters)
            .and_then(|left| left.chars().next_back());
        let clean = !border.is_some_and(|c| c.is_alphanumeric() || c == '.');
        let label = bare.get(bare.len() - letters..)?;
        if (1..=6).contains(&letters)
            && clean
            && !matches!(
                label,
                "NR" | "DNR" | "NO" | "ID" | "REF" | "FOI" | "JNR" | "SAG" | "SAK"
            )
        {
            start = (bare.len() - letters) as u32;
        }
    }
    let span = ByteSpan::new(start, at + length as u32);
    let written = view.of(span);
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    let first = written.find(|c: char| c.is_ascii_digit())?;
    let head = written
        .get(first..)?
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    let rest = written.get(first + head..)?;
    let parted = rest.starts_with(['/', '-', '.']) || written.get(..first)?.ends_with(['/', '-']);
    let tail = rest.strip_prefix(['/', '-']).map_or(0, |rest| {
        rest.bytes().take_while(u8::is_ascii_digit).count()
    });
    Some(Token {
        span,
        head: head as u32,
        tail: tail as u32,
        digits,
        parted,
    })
}

/// A date: "2023-04-05", "05-04-2023", "12/3-2023".
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let values: Vec<u32> = parts
        .iter()
        .filter(|part| (1..=4).contains(&part.len()))
        .filter_map(|part| part.parse().ok())
        .collect();
    match (values.as_slice(), parts.len()) {
        ([a, b, c], 3) => {
            let year = |short: u32| if short < 100 { 2000 + short } else { short };
            is_date(*a, *b, *c) && *a > 1000 || is_date(year(*c), *b, *a)
        }
        _ => false,
    }
}

/// "2023/2024", "23/24": years that follow each other.
fn is_season(text: &str) -> bool {
    text.split_once(['/', '-'])
        .and_then(|(a, b)| Some((a.parse::<u32>().ok()?, b.parse::<u32>().ok()?, b.len())))
        .is_some_and(|(a, b, length)| {
            (1950..2100).contains(&a) && (b == a + 1 || length == 2 && b == (a + 1) % 100)
                || a < 100 && b == a + 1 && length == 2
        })
}

fn judge(view: &View<'_>, read: &Token, strong: bool, words: usize) -> Option<f32> {
    let written = view.of(read.span);
    if read.digits < 3 || is_day(written) {
        return None;
    }
    // a personal number, a phone
    if let Some((head, tail)) = written.split_once('-')
        && head.len() == 6
        && tail.len() == 4
        && number(
            &head
                .bytes()
                .map(|b| b.wrapping_sub(b'0'))
                .collect::<Vec<_>>(),
        ) > 0
        && head.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Some(0.4);
    }
    let year = |length: u32| length == 4 || length == 2;
    let formed = read.parted
        && (written.contains('/') && read.tail > 0
            || year(read.head) && read.tail >= 3
            || read.tail == 2 && read.head >= 3
            || written.matches(['-', '/']).count() >= 2
            || written.starts_with(|c: char| c.is_uppercase()))
        && read.digits >= 4;
    Some(match (strong, formed) {
        (true, true) => 0.94,
        (true, false) if !read.parted && read.digits == 11 => 0.4,
        (true, false) if read.digits >= 6 && words <= 1 => 0.95,
        (true, false) if read.digits >= 4 && words <= 2 => 0.86,
        (true, false) if words == 0 => 0.72,
        (true, false) => 0.5,
        (false, true) if is_season(written) => 0.2,
        (false, true) if words <= 1 && read.digits >= 5 => 0.86,
        (false, true) if read.digits >= 5 => 0.7,
        _ => return None,
    })
}

/// A number that speaks for itself.
fn alone(view: &View<'_>, group: ByteSpan) -> Option<(ByteSpan, f32)> {
    let text = view.from(group.start);
    let before = view.until(group.start);
    let digits = group.len() as usize;
    // nothing to see where no sign stands next to the digits
    let sign = text.get(digits..)?.chars().next()?;
    if !matches!(sign, '-' | '/') && !before.ends_with('/') {
        return None;
    }
    let clean = !before
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '_' | '='));
    let at = |length: usize| ByteSpan::new(group.start, group.start + length as u32);
    if clean {
        for (form, score) in [
            ("9999-A99999-99", 0.93),
            ("9999-A999999-99", 0.93),
            ("9999-A9999-99", 0.9),
            ("9999-99999-99999-99", 0.94),
            ("99-999999AAA-AAAA/99", 0.95),
            ("99-999999AAA-AAAA", 0.94),
            ("9999/A/99999/99", 0.94),
            ("9999/A/9999/99", 0.94),
            ("9999/A/999/99", 0.93),
        ] {
            if let Some(length) = shape::fit(text, form) {
                return Some((at(length), score));
            }
        }
    }
    let read = token(view, group.start)?;
    let written = view.of(read.span);
    let lead = view.until(group.start).trim_end_matches([' ', '-', '/']);
    let letters: usize = lead
        .chars()
        .rev()
        .take(8)
        .take_while(|c| c.is_alphabetic())
        .map(char::len_utf8)
        .sum();
    let prefix = lead.get(lead.len() - letters..)?;
    let start = (lead.len() - letters) as u32;
    let joint = view.of(ByteSpan::new(lead.len() as u32, group.start));
    let edge = view.until(start).chars().next_back();
    let free = !edge
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | ':' | '@'));
    let capital =
        prefix.starts_with(char::is_uppercase) && (1..=6).contains(&prefix.chars().count()) && free;
    let whole = ByteSpan::new(start, read.span.end);
    if view.covers().in_link(group) {
        return None;
    }
    // "THL/1234/5.05.00/2022", "VN/1234/2023", "BS-12345/2023-KBH"
    if capital && matches!(joint, "/" | "-") && written.contains('/') {
        let years = written.split(['/', '-']).any(|part| {
            part.len() == 4 && (1950..2100).contains(&part.parse::<u32>().unwrap_or(0))
        });
        if years && read.digits >= 5 && !is_season(written) {
            return Some((
                whole,
                if joint == "/" || written.matches('/').count() > 1 {
                    0.88
                } else {
                    0.8
                },
            ));
        }
    }
    // "UTH-2025-4720"
    if capital
        && prefix.chars().all(char::is_uppercase)
        && prefix.chars().count() >= 2
        && joint == "-"
        && digits == 4
        && sign == '-'
        && read.tail >= 3
        && (1990..2060).contains(&text.get(..4)?.parse::<u32>().ok()?)
        && !matches!(prefix, "ISO" | "CVE" | "IEC" | "EN" | "CWE" | "RFC")
        && shape::fit(text.get(4..)?, "-99-99").is_none()
    {
        return Some((whole, 0.74));
    }
    // "KS 2023/456", "Ju2023/01234", "2023/12345"
    if digits == 4 && sign == '/' {
        let year: u32 = text.get(..4)?.parse().ok()?;
        let behind = text
            .get(5..)?
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        let next = text.get(5 + behind..)?.chars().next();
        if (1970..2060).contains(&year)
            && (1..=6).contains(&behind)
            && next != Some(':')
            && !is_season(text.get(..5 + behind)?)
        {
            let span = read.span;
            let law = word_near(view, span, LAWS, 3, 1).is_some()
                || view.until(span.start).trim_end().ends_with(['§', ')']);
            let score = match (capital && matches!(joint, "" | " "), law) {
                (_, true) => return None,
                (true, _) if behind >= 2 => 0.72,
                _ if clean && behind >= 4 => 0.55,
                _ => return None,
            };
            let span = if capital && matches!(joint, "" | " ") {
                whole
            } else {
                span
            };
            return Some((span, score));
        }
    }
    // "T 1234-20" of a court
    if capital
        && prefix.chars().all(char::is_uppercase)
        && prefix.chars().count() <= 3
        && joint == " "
        && sign == '-'
        && (2..=6).contains(&digits)
        && shape::fit(text.get(digits..)?, "-99").is_some()
    {
        let court = word_near(view, whole, COURTS, 6, 4).is_some();
        let kind = matches!(
            prefix,
            "T" | "B" | "Ö" | "Ä" | "K" | "F" | "P" | "M" | "UM" | "FT" | "PMT"
        );
        let span = ByteSpan::new(start, group.start + digits as u32 + 3);
        return match (court, kind) {
            (true, true) => Some((span, 0.92)),
            (false, true) if digits >= 3 => Some((span, 0.62)),
            _ => None,
        };
    }
    None
}
