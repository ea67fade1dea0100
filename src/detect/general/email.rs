//! E-mail addresses: international letters on both sides, `(at)` and `[at]`, `[dot]`. Reserved and
//! intranet names count. A name without a dot in the domain is band C.

use crate::{
    detect::{
        Detector,
        fold::{fold, is_word_char},
        score::Proposal,
        view::{Mark, View},
    },
    finding::Category,
    text::{ByteSpan, fold_for_match},
};

/// See the module.
pub struct Email;

/// Bytes looked at before the sign: RFC 5321 allows 64 characters.
const LOCAL: usize = 130;
/// Bytes looked at after the sign: RFC 5321 allows 255 characters.
const DOMAIN: usize = 300;

impl Detector for Email {
    fn category(&self) -> Category {
        Category::Email
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "mail",
            "mailen",
            "email",
            "epost",
            "mailadresse*",
            "mailadress*",
            "eposten",
            "sahkoposti*",
            "mejl",
            "mejla",
            "maila",
            "meili",
        ]
    }

    fn marks(&self) -> &'static [&'static str] {
        &[
            "(at)", "[at]", "{at}", "(a)", "[a]", "(snabel", "[snabel", "snabel-a", "snabela",
            "dot", "punktum", "punkt", "prick", "piste",
        ]
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        if matches!(
            fold(view.of(mark.span)).as_str(),
            "dot" | "punktum" | "punkt" | "prick" | "piste"
        ) {
            return in_words(view, mark.span, out);
        }
        propose(view, mark.span, false, out);
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        for at in memchr::memchr_iter(b'@', view.text.as_bytes()) {
            propose(view, ByteSpan::new(at as u32, at as u32 + 1), true, out);
        }
    }
}

/// Words for the sign.
const SIGNS: &[&str] = &[
    "at",
    "snabel",
    "snabela",
    "snabel a",
    "krollalfa",
    "alfakroll",
    "miukumauku",
    "miuku",
    "att",
    "at:",
    "@",
];
/// Words for the full stop.
const STOPS: &[&str] = &["dot", "punktum", "punkt", "prick", "piste"];
/// Tokens of an address in words.
const TOKENS: usize = 12;

/// "tariq dot m at example dot net", from its last "dot".
fn in_words(view: &View<'_>, dot: ByteSpan, out: &mut Vec<Proposal>) {
    let last = view.from(dot.end);
    let Some(rest) = last.strip_prefix(' ') else {
        return;
    };
    let length = rest
        .bytes()
        .take(12)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let after = rest.get(length..).unwrap_or_default();
    // an earlier dot: the last one reads the whole
    let more = after.strip_prefix(' ').is_some_and(|next| {
        STOPS.iter().any(|stop| {
            next.strip_prefix(stop)
                .is_some_and(|rest| rest.starts_with(' '))
        })
    });
    if !(2..=10).contains(&length) || more || after.starts_with(|c: char| is_word_char(c)) {
        return;
    }
    let end = dot.end + 1 + length as u32;
    let head = view.until(dot.start);
    let mut tokens: Vec<(usize, &str)> = Vec::new();
    let mut at = head.len();
    for token in head.rsplit(' ').take(TOKENS) {
        if !token.is_empty() {
            tokens.push((at - token.len(), token));
        }
        at = (at - token.len()).saturating_sub(1);
        if token.contains('\n') {
            break;
        }
    }
    let is = |list: &[&str], at: usize| {
        tokens
            .get(at)
            .is_some_and(|(_, token)| list.contains(&fold(token).as_str()))
    };
    // host, perhaps with more parts, then the sign
    let mut at = 1;
    while is(STOPS, at) {
        at += 2;
    }
    if !is(SIGNS, at) {
        return;
    }
    // then the name, with its own stops
    let mut first = at + 1;
    while is(STOPS, first + 1) {
        first += 2;
    }
    let Some((start, name)) = tokens.get(first) else {
        return;
    };
    if name.len() < 2 && first == at + 1 || name.contains('@') {
        return;
    }
    let span = ByteSpan::new(*start as u32, end);
    let key = view
        .of(span)
        .split(' ')
        .map(|token| {
            let folded = fold(token);
            if STOPS.contains(&folded.as_str()) {
                ".".to_owned()
            } else if SIGNS.contains(&folded.as_str()) {
                "@".to_owned()
            } else {
                fold_for_match(token)
            }
        })
        .collect();
    out.push(Proposal::certain(Category::Email, span, key, 0.86).why("email-spelled"));
}

fn is_local(c: char) -> bool {
    is_word_char(c) || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'' | '&')
}

fn propose(view: &View<'_>, sign: ByteSpan, plain: bool, out: &mut Vec<Proposal>) {
    let mut sign = sign;
    if !plain {
        // "(snabel-a)" ends at its bracket; spaces around the sign belong to it
        let rest = view.from(sign.start);
        if rest.starts_with(['(', '[', '{']) {
            let Some(close) = rest
                .char_indices()
                .take(14)
                .find(|(_, c)| matches!(c, ')' | ']' | '}'))
            else {
                return;
            };
            sign.end = sign.start + close.0 as u32 + 1;
        }
        if view.until(sign.start).ends_with(' ') {
            sign.start -= 1;
        }
        if view.from(sign.end).starts_with(' ') {
            sign.end += 1;
        }
    }
    let before = view.until(sign.start);
    let local: usize = before
        .chars()
        .rev()
        .scan(0, |length, c| {
            *length += c.len_utf8();
            (is_local(c) && *length <= LOCAL).then_some(c.len_utf8())
        })
        .sum();
    let start = before.len() - local;
    let head = before.get(start..).unwrap_or_default();
    let head = head.trim_start_matches(['.', '-', '\'', '+', '&', '%']);
    if head.is_empty() {
        return;
    }
    let (length, name, dots) = domain(view.from(sign.end), !plain);
    let last = name.rsplit('.').next().unwrap_or_default();
    if last.chars().count() < 2 || last.chars().all(|c| c.is_ascii_digit()) {
        return;
    }
    if !plain && dots == 0 {
        return;
    }
    let span = ByteSpan::new((before.len() - head.len()) as u32, sign.end + length as u32);
    let key = fold_for_match(&format!("{head}@{name}"));
    let score = match (dots > 0, plain) {
        (true, true) => 0.97,
        (true, false) => 0.92,
        _ => 0.5,
    };
    let (key, score, known) = match view.known.email(&key) {
        Some(known) => (known.to_owned(), 0.99, true),
        None => (key, score, false),
    };
    out.push(
        Proposal::certain(Category::Email, span, key, score)
            .why("email-form")
            .why_if(known, "known-participant")
            .why_if(!plain, "email-spelled"),
    );
}

/// Bytes of the domain at the start of `text`, its plain form and its number of dots.
fn domain(text: &str, spelled: bool) -> (usize, String, usize) {
    let mut name = String::new();
    let mut end = 0;
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let label: usize = rest
            .chars()
            .take_while(|c| is_word_char(*c) || *c == '-' || *c == '_')
            .map(char::len_utf8)
            .sum();
        let word = rest.get(..label).unwrap_or_default();
        if word.is_empty() || word.starts_with('-') || at + label > DOMAIN {
            break;
        }
        if !name.is_empty() {
            name.push('.');
        }
        let tidy = word.trim_end_matches(['-', '_']);
        name.push_str(tidy);
        end = at + tidy.len();
        if tidy.len() < word.len() {
            break;
        }
        let after = rest.get(label..).unwrap_or_default();
        let dot = if after.starts_with('.') {
            1
        } else if spelled {
            [
                "[dot]",
                "(dot)",
                " dot ",
                " [dot] ",
                " (dot) ",
                "[punkt]",
                "(punkt)",
                " punktum ",
                " punkt ",
            ]
            .iter()
            .find(|word| after.starts_with(**word))
            .map_or(0, |word| word.len())
        } else {
            0
        };
        if dot == 0 {
            break;
        }
        at = end + dot;
    }
    let dots = name.matches('.').count();
    (end, name, dots)
}
