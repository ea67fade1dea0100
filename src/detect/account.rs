//! Bank accounts in two parts, as Denmark and Sweden write them: a number of the bank or branch (four
//! digits, in Sweden sometimes with a fifth behind a dash) and the account, with signs or a few
//! words between: "reg 1234 konto 1234567890", "8327-9, 923 456 789-0".

use super::{fold::fold, value::word_near, view::View};
use crate::text::ByteSpan;

/// Digits of an account without the branch.
const REST: std::ops::RangeInclusive<usize> = 6..=12;
/// Bytes between the parts.
const BETWEEN: usize = 40;

/// Words that may stand between the two parts, folded.
const JOINTS: &[&str] = &[
    "og",
    "och",
    "and",
    "ja",
    "konto",
    "kontonr",
    "kontonummer",
    "kto",
    "ktonr",
    "nr",
    "er",
    "ar",
    "account",
    "no",
    "number",
    "kontoen",
    "kontot",
    "tili",
    "k",
    "a",
];

/// Words that Swedish texts about accounts hold, folded.
const SWEDISH: &[&str] = &[
    "utbetalning*",
    "mottagare*",
    "insattning*",
    "pengarna",
    "ersattning*",
    "kontohavare*",
    "skriv",
    "ditt",
    "hyran",
    "lon",
    "lonen",
    "overforing*",
    "betalas",
    "bankkontot",
    "kontot",
    "och",
    "till",
    "fran",
    "swedish",
    "svenskt",
    "svensk",
    "ruotsalai*",
    "autogiro",
    "svenske",
    "uppsagning*",
];
/// The same for Danish.
const DANISH: &[&str] = &[
    "overforsel*",
    "udbetaling*",
    "modtager*",
    "pengene",
    "kontoen",
    "skal",
    "og",
    "lonkonto*",
    "dit",
    "huslejen",
    "danish",
    "dansk",
    "danskt",
    "tanskalai*",
    "nemkonto*",
    "indsat*",
    "danske",
];

/// The country that the words around an account speak for: `Some(true)` for Sweden.
pub(super) fn swedish(view: &View<'_>, span: ByteSpan) -> Option<bool> {
    let sv = word_near(view, span, SWEDISH, 8, 6).is_some();
    let da = word_near(view, span, DANISH, 8, 6).is_some();
    if sv != da {
        return Some(sv);
    }
    match view.likely_lang() {
        Some("sv" | "fi") => Some(true),
        Some("da" | "nb" | "nn" | "no") => Some(false),
        _ => letters(view, span),
    }
}

/// Bytes on each side in which letters of a language are looked for.
const AROUND: usize = 200;

/// What the letters around say: ä and ö, or æ and ø, of which UTF-8 has the second byte apart.
fn letters(view: &View<'_>, span: ByteSpan) -> Option<bool> {
    let bytes = view.text.as_bytes();
    let from = (span.start as usize).saturating_sub(AROUND);
    let to = (span.end as usize + AROUND).min(bytes.len());
    let near = bytes.get(from..to).unwrap_or_default();
    near.windows(2).find_map(|pair| match pair {
        [0xc3, 0xa4 | 0xb6 | 0x84 | 0x96] => Some(true),
        [0xc3, 0xa6 | 0xb8 | 0x86 | 0x98] => Some(false),
        _ => None,
    })
}

/// An account in the text.
#[derive(Debug)]
pub(super) struct Account {
    /// Where it ends.
    pub end: u32,
    /// Digits of the branch, four or five.
    pub branch: String,
    /// Digits of the account.
    pub rest: String,
    /// A word stood between.
    pub worded: bool,
}

/// Reads an account that begins at `at`.
pub(super) fn read(view: &View<'_>, at: u32) -> Option<Account> {
    let text = view.from(at);
    let four = digits(text);
    if four != 4 {
        return None;
    }
    let mut branch = text.get(..4)?.to_owned();
    let mut next = 4;
    // "8327-9"
    if let Some(tail) = text.get(4..).and_then(|rest| rest.strip_prefix('-'))
        && digits(tail) == 1
        && !tail.get(1..)?.starts_with('-')
    {
        branch.push_str(tail.get(..1)?);
        next = 6;
    }
    let (gap, worded) = joint(text.get(next..)?)?;
    next += gap;
    let (length, rest) = groups(text.get(next..)?)?;
    REST.contains(&rest.len()).then_some(Account {
        end: at + (next + length) as u32,
        branch,
        rest,
        worded,
    })
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Bytes between the parts, and whether words stand there.
fn joint(text: &str) -> Option<(usize, bool)> {
    let length = text
        .bytes()
        .take(BETWEEN)
        .position(|b| b.is_ascii_digit())?;
    let between = text.get(..length)?;
    let mut worded = false;
    for word in between.split(|c: char| !c.is_alphabetic()) {
        if word.is_empty() {
            continue;
        }
        if !JOINTS.contains(&fold(word).as_str()) {
            return None;
        }
        worded = true;
    }
    let signs = between.chars().all(|c| {
        c.is_alphabetic() || matches!(c, ' ' | '-' | '/' | ',' | '.' | ':' | '\n' | '+' | ';')
    });
    let short = worded || between.len() <= 3 && !matches!(between, "." | ":" | "\n");
    (length > 0 && signs && short).then_some((length, worded))
}

/// The digits of the account over single spaces and dashes, and how many bytes they take.
fn groups(text: &str) -> Option<(usize, String)> {
    let mut found = String::new();
    let mut end = 0;
    let mut next = 0;
    loop {
        let rest = text.get(next..)?;
        let count = digits(rest);
        if count == 0 || found.len() + count > *REST.end() {
            break;
        }
        found.push_str(rest.get(..count)?);
        end = next + count;
        next = end;
        if !text.get(end..)?.starts_with([' ', '-', '.']) {
            break;
        }
        next += 1;
    }
    let after = text.get(end..)?.chars().next();
    (end > 0 && !after.is_some_and(|c| c.is_ascii_digit())).then_some((end, found))
}
