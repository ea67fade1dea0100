//! Links that open something by themselves: a secret in a query key ("?token=…"), user and password
//! in front of the host, a long random part behind words such as "reset" and "invite", shared
//! documents and meetings with their key. The whole link is proposed, since its parts make up the key.
//! A link without any of this is nobody's secret.

use crate::{
    detect::{Detector, score::Proposal, view::View},
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct UrlSecret;

/// Bytes of the longest link.
const LONGEST: usize = 4_096;
/// Shortest value of a key.
const VALUE: usize = 6;
/// Shortest random part of a path.
const RANDOM: usize = 10;

/// Keys of links whose value is a secret.
const KEYS: &[&str] = &[
    "token",
    "access_token",
    "refresh_token",
    "id_token",
    "auth",
    "authkey",
    "auth_token",
    "kod",
    "code",
    "kode",
    "koodi",
    "reset",
    "reset_token",
    "resettoken",
    "sig",
    "signature",
    "key",
    "apikey",
    "api_key",
    "session",
    "sessionid",
    "session_id",
    "sid",
    "jsessionid",
    "phpsessid",
    "secret",
    "password",
    "passwd",
    "pass",
    "pwd",
    "pw",
    "otp",
    "invite",
    "ticket",
    "magic",
    "hash",
    "jwt",
    "bearer",
    "oobcode",
    "nonce",
    "state_token",
    "activation",
    "activationcode",
    "confirm",
    "confirmation_token",
    "verify",
    "verification",
    "unlock",
    "salasana",
    "lösenord",
    "sv",
    "se_token",
    "st",
    "login_token",
    "autologin",
    "x-amz-signature",
    "accesskey",
    "credential",
];
/// Keys that are short and mean other things: their value has to look random.
const SHORT_KEYS: &[&str] = &[
    "sv", "st", "hash", "pass", "confirm", "verify", "reset", "code", "auth", "sid",
];
/// Parts of a path before a secret part.
const PARTS: &[&str] = &[
    "reset",
    "reset-password",
    "password-reset",
    "nulstil",
    "aterstall",
    "återställ",
    "invite",
    "invitation",
    "inbjudan",
    "verify",
    "confirm",
    "confirmation",
    "bekreft",
    "bekraft",
    "activate",
    "aktiver",
    "aktivera",
    "aktivoi",
    "magic",
    "magic-link",
    "login",
    "signin",
    "unsubscribe",
    "share",
    "shared",
    "s",
    "d",
    "download",
    "t",
    "token",
    "auth",
    "session",
    "join",
    "meet",
    "f",
    "folder",
    "file",
    "sharing",
    "document",
    "spreadsheets",
    "verifisering",
    "vahvista",
    "k",
    "e",
    "r",
    "l",
    "link",
    "unlock",
    "vote",
    "survey",
    "rsvp",
    "booking",
    "afbud",
    "avbokning",
];
/// Hosts whose links are keys.
const HOSTS: &[&str] = &[
    "chat.whatsapp.com/",
    "discord.gg/",
    "t.me/joinchat/",
    "t.me/+",
    "we.tl/",
    "wetransfer.com/downloads/",
    "signal.group/",
    "1drv.ms/",
    "meet.google.com/",
    "zoom.us/j/",
    "teams.microsoft.com/l/meetup-join/",
];

impl Detector for UrlSecret {
    fn category(&self) -> Category {
        Category::UrlSecret
    }

    fn marks(&self) -> &'static [&'static str] {
        HOSTS
    }

    fn marked(&self, view: &View<'_>, mark: &crate::detect::view::Mark, out: &mut Vec<Proposal>) {
        let Some(link) = around(view, mark.span.start as usize) else {
            return;
        };
        let tail = view.of(ByteSpan::new(mark.span.end, link.end));
        let letters = tail.bytes().filter(u8::is_ascii_alphanumeric).count();
        let meeting = view.of(mark.span).eq_ignore_ascii_case("zoom.us/j/");
        if letters >= 5 && mark.span.end < link.end {
            let score = if meeting && !tail.contains("pwd=") {
                0.7
            } else {
                0.88
            };
            out.push(propose(view, link, score).why("link-random"));
        }
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        let mut done = 0;
        for equals in memchr::memchr_iter(b'=', view.text.as_bytes()) {
            if equals < done {
                continue;
            }
            if let Some((link, key)) = with_key(view, equals) {
                done = link.end as usize;
                let score = if key.1 >= 12 { 0.94 } else { 0.8 };
                out.push(propose(view, link, score).why_word("link-key", &key.0));
            }
        }
        for link in view.covers().links() {
            if let Some((why, score)) = inside(view.of(*link)) {
                let Some(span) = around(view, link.start as usize) else {
                    continue;
                };
                out.push(propose(view, span, score).why(why));
            }
        }
    }
}

fn propose(view: &View<'_>, span: ByteSpan, score: f32) -> Proposal {
    Proposal::certain(Category::UrlSecret, span, view.of(span).to_owned(), score)
}

/// Takes the signs of the sentence off the end.
fn trim(view: &View<'_>, span: ByteSpan) -> ByteSpan {
    let kept = view
        .of(span)
        .trim_end_matches(['.', ',', ')', '!', ';', '?', ']', '\'', '>', ':', '*']);
    ByteSpan::new(span.start, span.start + kept.len() as u32)
}

/// The link around a place.
fn around(view: &View<'_>, at: usize) -> Option<ByteSpan> {
    let stops = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '|');
    let head = view.text.get(..at)?;
    let back: usize = head
        .chars()
        .rev()
        .take(LONGEST)
        .take_while(|c| !stops(*c))
        .map(char::len_utf8)
        .sum();
    let ahead: usize = view
        .text
        .get(at..)?
        .chars()
        .take(LONGEST)
        .take_while(|c| !stops(*c))
        .map(char::len_utf8)
        .sum();
    let mut start = at - back;
    let lead = view.text.get(start..at)?;
    // "link:https://…", "(https://…"
    match lead.find("http") {
        Some(scheme) => start += scheme,
        None => {
            start += lead.len()
                - lead
                    .trim_start_matches(['(', '[', '\'', ':', '-', '*'])
                    .len()
        }
    }
    Some(trim(view, ByteSpan::new(start as u32, (at + ahead) as u32)))
}

/// The link with a secret key whose sign is at `equals`; the key and the length of its value.
fn with_key(view: &View<'_>, equals: usize) -> Option<(ByteSpan, (String, usize))> {
    let before = view.until(equals as u32);
    let length = before
        .bytes()
        .rev()
        .take(24)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        .count();
    let (head, key) = before.split_at_checked(before.len() - length)?;
    if !head.ends_with(['?', '&', '#', ';']) {
        return None;
    }
    let folded = key.to_ascii_lowercase();
    if !KEYS.contains(&folded.as_str()) {
        return None;
    }
    let rest = view.from(equals as u32 + 1);
    let value: usize = rest
        .chars()
        .take(LONGEST)
        .take_while(|c| !c.is_whitespace() && !matches!(c, '&' | '#' | '?' | '"' | '<' | '>'))
        .map(char::len_utf8)
        .sum();
    let value = rest
        .get(..value)?
        .trim_end_matches(['.', ',', ')', '!', ';', '\'']);
    let mixed = value.bytes().any(|byte| byte.is_ascii_digit())
        && value.bytes().any(|byte| byte.is_ascii_alphabetic());
    let code = matches!(
        folded.as_str(),
        "kod" | "kode" | "koodi" | "code" | "pwd" | "pw"
    );
    let wanted = if code && mixed {
        VALUE - 2
    } else if SHORT_KEYS.contains(&folded.as_str()) && folded != "code" {
        VALUE + 2
    } else {
        VALUE
    };
    if value.len() < wanted {
        return None;
    }
    // "&" stands between words too: the link has to have a host
    let link = around(view, equals)?;
    let text = view.of(link);
    let address = text.contains("://") || text.contains('.') && text.contains(['/', '?']);
    let tail = text.is_empty() || text.starts_with(['?', '&']);
    (address || tail).then(|| (link, (key.to_owned(), value.len())))
}

/// A secret in the user part or the path of a link.
fn inside(link: &str) -> Option<(&'static str, f32)> {
    let (_, rest) = link.split_once("://")?;
    let host = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(host)?;
    if let Some((user, _)) = authority.rsplit_once('@')
        && user
            .split_once(':')
            .is_some_and(|(_, password)| password.len() >= 3)
    {
        return Some(("link-user", 0.95));
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut last = "";
    for part in path.split('/').take(24) {
        let part = part.trim_end_matches(['.', ',', ')', '!']);
        if looks_random(part) {
            let led = PARTS.contains(&last.to_lowercase().as_str());
            let long = part.len() >= 24;
            return match (led, long) {
                (true, true) => Some(("link-random", 0.86)),
                (true, false) => Some(("link-random", 0.72)),
                (false, true) if part.len() >= 32 && !is_hex_or_number(part) => {
                    Some(("link-random", 0.62))
                }
                _ => None,
            };
        }
        last = part;
    }
    None
}

fn is_hex_or_number(part: &str) -> bool {
    part.bytes()
        .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

/// Letters and digits that change often: no word, no number, no date.
fn looks_random(part: &str) -> bool {
    let bytes = part.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let letters = bytes
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic())
        .count();
    let kind = |byte: &u8| (byte.is_ascii_digit(), byte.is_ascii_uppercase());
    let changes = bytes
        .iter()
        .zip(bytes.iter().skip(1))
        .filter(|(a, b)| kind(a) != kind(b))
        .count();
    part.len() >= RANDOM
        && letters >= 3
        && digits >= 2
        && changes >= 4
        && !part.contains('.')
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}
