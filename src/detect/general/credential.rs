//! Passwords, keys and tokens: known prefixes of keys, PEM blocks, JSON web tokens, a word for
//! password followed by its value, secrets in links. A password without such a word near is not
//! found.

use crate::{
    detect::{
        Detector,
        fold::is_letter,
        score::Proposal,
        view::{Mark, View},
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Credential;

/// First position of the words for password in [`MARKS`].
const WORDS_FROM: usize = 20;

const MARKS: &[&str] = &[
    "akia",
    "asia",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "sk_",
    "sk-",
    "pk_live_",
    "rk_live_",
    "xoxa-",
    "xoxb-",
    "xoxp-",
    "xoxr-",
    "xoxs-",
    "eyj",
    "begin",
    "aiza",
    // words for password
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "pwd",
    "pw",
    "lösenord",
    "lösen",
    "lösenfras",
    "kodeord",
    "adgangskode",
    "adgangsord",
    "passord",
    "passordet",
    "salasana",
    "tunnussana",
    "pin",
    "pinkode",
    "pinkod",
    "pin-kode",
    "pin-kod",
    "pin-koodi",
    "pinkoodi",
    "tunnusluku",
    "portkod",
    "dörrkod",
    "dørkode",
    "portkode",
    "dørkoden",
    "larmkod",
    "alarmkode",
    "alarmkod",
    "ovikoodi",
    "hälytyskoodi",
    "puk",
    "puk-kode",
    "puk-kod",
    "wifi-kode",
    "wifi-kod",
    "wifikode",
    "wifikod",
    "wifi-koden",
    "wifi-lösen",
    "låskode",
    "låskod",
    "skærmkode",
    "secret",
    "api-key",
    "api_key",
    "apikey",
    "api-nyckel",
    "api-nøgle",
];

/// Verbs between the word and the value.
const IS: &[&str] = &[
    "er", "är", "on", "is", "ar", "blir", "bliver", "var", "=", ":",
];
/// Words that are no password after "password:".
const NO_VALUE: &[&str] = &[
    "se", "ring", "reset", "glemt", "glömt", "fel", "forkert", "ændret", "ändrat", "ikke", "inte",
    "ei", "not", "your", "dit", "ditt", "din", "the", "http", "https", "and", "och", "og", "eller",
    "or", "samme", "samma", "sama", "same", "som", "det", "den", "for", "för", "til", "till",
    "sendt", "skickat", "kommer", "jeg", "jag",
];
/// Keys of links whose value is a secret.
const LINK_KEYS: &[&str] = &[
    "token",
    "access_token",
    "refresh_token",
    "id_token",
    "auth",
    "kod",
    "code",
    "kode",
    "koodi",
    "reset",
    "sig",
    "signature",
    "key",
    "apikey",
    "api_key",
    "session",
    "sessionid",
    "sid",
    "secret",
    "password",
    "pwd",
    "otp",
    "invite",
    "ticket",
    "magic",
];
/// Characters of a key or token.
const LONGEST: usize = 8_192;
/// Characters of a password.
const PASSWORD: usize = 128;
/// Shortest value of a link that is a secret.
const LINK_VALUE: usize = 6;

impl Detector for Credential {
    fn category(&self) -> Category {
        Category::Credential
    }

    fn marks(&self) -> &'static [&'static str] {
        MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        if mark.index >= WORDS_FROM {
            after_word(view, mark.span, out);
        } else {
            prefixed(view, mark.span, out);
        }
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        for equals in memchr::memchr_iter(b'=', view.text.as_bytes()) {
            in_link(view, equals, out);
        }
    }
}

fn run(text: &str, fits: impl Fn(char) -> bool) -> &str {
    run_upto(text, LONGEST, fits)
}

/// The characters at the start of `text` that fit, at most `longest`.
fn run_upto(text: &str, longest: usize, fits: impl Fn(char) -> bool) -> &str {
    let length = text
        .chars()
        .take(longest)
        .take_while(|c| fits(*c))
        .map(char::len_utf8)
        .sum();
    text.get(..length).unwrap_or_default()
}

fn claim(span: ByteSpan, value: &str, score: f32) -> Proposal {
    Proposal::certain(Category::Credential, span, value.to_owned(), score)
}

fn prefixed(view: &View<'_>, mark: ByteSpan, out: &mut Vec<Proposal>) {
    // inside a token there is no start of another
    if view.until(mark.start).ends_with(['_', '.']) {
        return;
    }
    let text = view.from(mark.start);
    let token = run(text, |c| {
        c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
    });
    let tail = |prefix: &str| token.strip_prefix(prefix).map(str::len);
    let upper = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    if view.until(mark.start).ends_with("-----") {
        return pem(view, mark.start, out);
    }
    if view.until(mark.start).ends_with('-') {
        return;
    }
    let found = if token.starts_with("eyJ") {
        let jwt = run(text, |c| {
            c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '=')
        });
        let jwt = jwt.trim_end_matches('.');
        (jwt.matches('.').count() >= 1 && jwt.len() >= 20).then_some((jwt, "JWT"))
    } else if (token.starts_with("AKIA") || token.starts_with("ASIA"))
        && token.len() == 20
        && upper(token)
    {
        Some((token, "AKIA"))
    } else if token.starts_with("gh") && token.get(3..4) == Some("_") && token.len() >= 24 {
        Some((token, "gh_"))
    } else if tail("github_pat_").is_some_and(|rest| rest >= 20) {
        Some((token, "github_pat_"))
    } else if tail("sk_live_")
        .or(tail("sk_test_"))
        .or(tail("pk_live_"))
        .or(tail("rk_live_"))
        .is_some_and(|r| r >= 8)
        || (tail("sk-").or(tail("sk_")).is_some_and(|rest| rest >= 16)
            && token.bytes().any(|b| b.is_ascii_digit()))
    {
        Some((token, "sk_"))
    } else if token.starts_with("xox") && token.get(4..5) == Some("-") && token.len() >= 15 {
        Some((token, "xox"))
    } else if token.starts_with("AIza") && token.len() >= 35 {
        Some((token, "AIza"))
    } else {
        None
    };
    if let Some((value, prefix)) = found {
        let span = ByteSpan::new(mark.start, mark.start + value.len() as u32);
        out.push(claim(span, value, 0.97).why_word("key-prefix", prefix));
    }
}

/// A PEM block that holds a key, to its end line or the end of the text.
fn pem(view: &View<'_>, begin: u32, out: &mut Vec<Proposal>) {
    let rest = view.from(begin);
    if !run(rest, |c| c != '\n' && c != '-').ends_with("KEY") {
        return;
    }
    let rest = run(rest, |_| true);
    let end = rest.find("-----END ").and_then(|at| {
        let close = rest.get(at + 9..)?.find("-----")?;
        Some(at + 9 + close + 5)
    });
    let start = begin - 5;
    let span = ByteSpan::new(start, begin + end.unwrap_or(rest.len()) as u32);
    out.push(claim(span, view.of(span), 0.98).why_word("key-prefix", "PEM"));
}

/// "lösenord: x", "kodeordet til wifi er x", "pw x1y2".
fn after_word(view: &View<'_>, mark: ByteSpan, out: &mut Vec<Proposal>) {
    let ending = run(view.from(mark.end), is_letter);
    // definite forms and genitives, not compounds such as "passwordless"
    if ending.chars().count() > 3 {
        return;
    }
    let label_end = mark.end + ending.len() as u32;
    let label = view.of(ByteSpan::new(mark.start, label_end)).to_owned();
    let mut at = label_end;
    let mut sign = None;
    let mut words = 0;
    let mut colon = false;
    loop {
        let rest = view.from(at);
        let gap = run(rest, |c| c == ' ' || c == '\n');
        at += gap.len() as u32;
        let rest = view.from(at);
        if let Some(c) = rest.chars().next().filter(|c| matches!(c, ':' | '=')) {
            colon = true;
            sign = Some(c);
            at += 1;
            continue;
        }
        let token = run_upto(rest, PASSWORD, |c| !c.is_whitespace());
        if token.is_empty() {
            return;
        }
        let bare = token.trim_end_matches([':', ',', '.', '!', '?', ';', ')']);
        let lower = bare.to_lowercase();
        if sign.is_none() && IS.contains(&lower.as_str()) && bare.len() == token.len() {
            sign = Some(' ');
            at += token.len() as u32;
            continue;
        }
        if sign.is_none() && token.ends_with(':') && words < 4 {
            colon = true;
            sign = Some(':');
            at += token.len() as u32;
            continue;
        }
        if sign.is_some() || (words == 0 && is_passwordlike(bare)) {
            return propose_value(view, at, token, &label, colon, sign.is_some(), out);
        }
        words += 1;
        if words > 4 || token.len() > bare.len() {
            return;
        }
        at += token.len() as u32;
    }
}

fn is_passwordlike(text: &str) -> bool {
    let digit = text.chars().any(|c| c.is_ascii_digit());
    let sign = text
        .chars()
        .any(|c| !c.is_alphanumeric() && !matches!(c, '\'' | '-' | '.' | '/'));
    let inner_capital =
        text.chars().skip(1).any(char::is_uppercase) && text.chars().any(char::is_lowercase);
    text.chars().count() >= 4 && (digit || sign || inner_capital)
}

fn propose_value(
    view: &View<'_>,
    at: u32,
    token: &str,
    label: &str,
    colon: bool,
    signed: bool,
    out: &mut Vec<Proposal>,
) {
    let quoted = token.starts_with(['"', '\'', '“', '”', '»', '«']);
    let open = if quoted {
        token.chars().next().map_or(0, char::len_utf8)
    } else {
        0
    };
    let inner = token.get(open..).unwrap_or_default();
    let value = inner.trim_end_matches(['"', '“', '”', '»', '«', ',', ';', ')']);
    // a final stop ends the sentence more often than the password
    let value = value.strip_suffix('.').unwrap_or(value);
    let value = if quoted {
        value.trim_end_matches('\'')
    } else {
        value
    };
    let length = value.chars().count();
    let plain = value.trim_end_matches(['!', '?']).to_lowercase();
    if length < 3 || NO_VALUE.contains(&plain.as_str()) || value.contains("://") {
        return;
    }
    let strong = is_passwordlike(value);
    let score = match (colon, signed, strong, quoted) {
        (true, _, true, _) => 0.94,
        (true, _, false, _) if length >= 4 => 0.72,
        (_, true, true, _) => 0.9,
        (_, true, _, true) => 0.85,
        (_, false, true, _) => 0.72,
        _ => return,
    };
    let start = at + open as u32;
    let span = ByteSpan::new(start, start + value.len() as u32);
    if view.of(span) == value {
        out.push(claim(span, value, score).why_word("password-word", label));
    }
}

fn in_link(view: &View<'_>, equals: usize, out: &mut Vec<Proposal>) {
    let before = view.until(equals as u32);
    let key: String = before
        .chars()
        .rev()
        .take(20)
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
        .collect();
    let key: String = key.chars().rev().collect();
    let border = before
        .len()
        .checked_sub(key.len())
        .and_then(|at| before.get(..at))
        .and_then(|head| head.chars().next_back());
    if !matches!(border, Some('?' | '&' | '#' | ';')) {
        return;
    }
    if !LINK_KEYS.contains(&key.to_ascii_lowercase().as_str()) {
        return;
    }
    let start = equals as u32 + 1;
    let value = run(view.from(start), |c| {
        !c.is_whitespace() && !matches!(c, '&' | '#' | '?' | '"' | '<' | '>')
    });
    let value = value.trim_end_matches(['.', ',', ')', '!', ';']);
    if value.len() < LINK_VALUE {
        return;
    }
    let span = ByteSpan::new(start, start + value.len() as u32);
    let score = if value.len() >= 12 { 0.92 } else { 0.75 };
    out.push(claim(span, value, score).why_word("link-key", &key));
}
