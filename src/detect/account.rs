//! Bank accounts in two parts, as Denmark and Sweden write them: a number of the bank or branch (four
//! digits, in Sweden sometimes with a fifth behind a dash) and the account, with signs or a few
//! words between: "reg 1234 konto 1234567890", "8327-9, 923 456 789-0".

use super::{fold::fold, view::View};

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
