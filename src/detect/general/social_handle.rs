//! User names: `@name`, profile links of the common services, and a name behind a word for user name
//! or service ("insta: anna_b"). Links to posts, groups and shares are no profiles. An everyday word
//! after "@" ("@alle", "@home") is none.

use crate::{
    detect::{
        Detector,
        fold::{fold, is_word_char},
        score::Proposal,
        value,
        view::{Mark, View},
    },
    finding::Category,
    text::{ByteSpan, fold_for_match},
};

/// See the module.
pub struct SocialHandle;

/// Bytes of the longest user name.
const LONGEST: usize = 64;
/// Bytes of a link before its profile part.
const LINK: usize = 64;

/// Parts of links that lead to profiles.
const LINKS: &[&str] = &[
    "facebook.com/",
    "fb.com/",
    "fb.me/",
    "m.me/",
    "instagram.com/",
    "instagr.am/",
    "linkedin.com/in/",
    "tiktok.com/@",
    "twitter.com/",
    "x.com/",
    "t.me/",
    "snapchat.com/add/",
    "facebook.",
    "instagram.",
    "linkedin.",
    "github.com/",
    "threads.net/@",
    "youtube.com/@",
    "vk.com/",
    "reddit.com/user/",
    "reddit.com/u/",
    "soundcloud.com/",
    "twitch.tv/",
    "discord.com/users/",
    "pinterest.com/",
    "mastodon.social/@",
    "bsky.app/profile/",
    "onlyfans.com/",
    "linktr.ee/",
    "strava.com/athletes/",
    "messenger.com/t/",
];
/// Words for services: a name behind a colon, or one that is no ordinary word.
const WORDS: &[&str] = &[
    "insta",
    "instagram",
    "ig",
    "snap",
    "snapchat",
    "snapchatten",
    "tiktok",
    "twitter",
    "discord",
    "telegram",
    "facebook",
    "fb",
    "messenger",
    "skype",
    "steam",
    "gamertag",
    "psn",
    "xbox",
    "twitch",
    "reddit",
    "threads",
    "bluesky",
    "kik",
    "roblox",
    "signal",
    // words for user name
    "brugernavn",
    "brugernavnet",
    "brukernavn",
    "brukernavnet",
    "brukarnamn",
    "användarnamn",
    "användarnamnet",
    "användar-id",
    "användarid",
    "käyttäjätunnus",
    "käyttäjänimi",
    "nimimerkki",
    "username",
    "user name",
    "user id",
    "userid",
    "user-id",
    "nickname",
    "bruger-id",
    "bruger id",
    "brukerid",
    "bruker-id",
    "login",
    "profilnavn",
    "profilnamn",
    "handle",
    "screen name",
    "brugerid",
    "bruger",
    "bruker",
    "user",
    "användare",
    "kallenavn",
    "alias",
    "initialer",
];
/// First of the words for user name in [`WORDS`].
const NAMES: usize = 25;
/// What may follow "@" without being anybody, folded.
const NOBODY: &[&str] = &[
    "alle",
    "alla",
    "all",
    "allihop",
    "kaikki",
    "everyone",
    "here",
    "channel",
    "team",
    "home",
    "work",
    "hjem",
    "hjemme",
    "hemma",
    "jobb",
    "jobbet",
    "job",
    "kl",
    "klo",
    "override",
    "param",
    "return",
    "media",
    "import",
    "gmail",
    "hotmail",
    "outlook",
    "admin",
    "support",
    "info",
    "deprecated",
    "charset",
    "keyframes",
    "export",
    "interface",
    "property",
    "font",
    "test",
    "hele",
    "samtlige",
    "samtliga",
    "guest",
    "gjest",
    "gast",
    "vieras",
    "root",
    "user",
];
/// First parts of links that are no profiles.
const PAGES: &[&str] = &[
    "share",
    "sharer",
    "sharer.php",
    "events",
    "event",
    "groups",
    "pages",
    "p",
    "reel",
    "reels",
    "watch",
    "hashtag",
    "intent",
    "home",
    "login",
    "settings",
    "policies",
    "about",
    "explore",
    "stories",
    "story.php",
    "photo",
    "photos",
    "photo.php",
    "permalink.php",
    "marketplace",
    "search",
    "i",
    "tr",
    "joinchat",
    "s",
    "privacy",
    "help",
    "legal",
    "features",
    "topics",
    "orgs",
    "posts",
    "gaming",
    "dialog",
    "plugins",
    "tv",
    "business",
    "ads",
    "www",
    "c",
    "status",
    "public",
    "directory",
];
/// Words that are no user name behind a service, folded.
const NO_NAME: &[&str] = &[
    "er",
    "ar",
    "on",
    "is",
    "og",
    "och",
    "and",
    "ja",
    "men",
    "but",
    "mutta",
    "ikke",
    "inte",
    "ei",
    "not",
    "det",
    "den",
    "jeg",
    "jag",
    "hun",
    "han",
    "hon",
    "nej",
    "nei",
    "no",
    "yes",
    "konto",
    "profil",
    "story",
    "mig",
    "meg",
    "me",
    "dig",
    "deg",
    "the",
    "with",
    "som",
    "jo",
    "ved",
    "vid",
    "skriv",
    "ring",
    "se",
    "lukket",
    "oplyst",
    "ukendt",
    "okänt",
    "ukjent",
    "tuntematon",
    "mangler",
    "saknas",
    "ok",
    "fejl",
    "via",
    "eller",
    "or",
    "tai",
    "her",
    "här",
    "here",
    "your",
    "dit",
    "ditt",
    "mitt",
    "mit",
    "min",
    "my",
    "mail",
    "email",
    "emailen",
    "email-adresse",
    "cpr",
    "personnummer",
    "password",
    "kode",
    "kod",
];
/// Ends of host names: "@example.org" is a domain.
const ENDS: &[&str] = &[
    "com", "org", "net", "dk", "se", "no", "fi", "is", "eu", "io", "uk", "de", "example", "gov",
    "edu", "local",
];

const MARKS: [&str; LINKS.len() + WORDS.len()] = {
    let mut all = [""; LINKS.len() + WORDS.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = if at < LINKS.len() {
            LINKS[at]
        } else {
            WORDS[at - LINKS.len()]
        };
        at += 1;
    }
    all
};

impl Detector for SocialHandle {
    fn category(&self) -> Category {
        Category::SocialHandle
    }

    fn marks(&self) -> &'static [&'static str] {
        &MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        if mark.index < LINKS.len() {
            profile(view, mark.span, out);
        } else {
            let user = mark.index >= LINKS.len() + NAMES;
            if !user {
                before_service(view, mark.span, out);
            }
            named(view, mark.span, user, out);
        }
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        for at in memchr::memchr_iter(b'@', view.text.as_bytes()) {
            mention(view, at as u32, out);
        }
    }
}

fn is_name(c: char) -> bool {
    is_word_char(c) || matches!(c, '_' | '.' | '-')
}

/// The user name at the start of `text`.
fn name(text: &str) -> &str {
    let mut length = 0;
    for c in text.chars() {
        if !is_name(c) || length >= LONGEST {
            break;
        }
        length += c.len_utf8();
    }
    text.get(..length)
        .unwrap_or_default()
        .trim_end_matches(['.', '-'])
}

fn propose(span: ByteSpan, name: &str, score: f32) -> Proposal {
    let key = fold_for_match(name.trim_start_matches('@'));
    Proposal::certain(Category::SocialHandle, span, key, score)
}

fn mention(view: &View<'_>, at: u32, out: &mut Vec<Proposal>) {
    let before = view.until(at);
    // an address, a link that is read elsewhere
    if before.ends_with(|c: char| is_name(c) || matches!(c, '/' | '@' | '%' | '+')) {
        return;
    }
    let found = name(view.from(at + 1));
    let letters = found.chars().filter(|c| c.is_alphabetic()).count();
    let whole = found.chars().count();
    if letters < 2 || !(2..=40).contains(&whole) || found.starts_with(['.', '-']) {
        return;
    }
    if NOBODY.contains(&fold(found).as_str()) {
        return;
    }
    if let Some((_, end)) = found.rsplit_once('.')
        && ENDS.contains(&end.to_lowercase().as_str())
    {
        return;
    }
    let next = view.from(at + 1 + found.len() as u32);
    // "@media (", "@name@server" is a name on another server
    let span = match next.strip_prefix('@').map(name) {
        Some(server) if server.contains('.') => {
            ByteSpan::new(at, at + 2 + (found.len() + server.len()) as u32)
        }
        _ => ByteSpan::new(at, at + 1 + found.len() as u32),
    };
    if next.starts_with(['(', '{']) {
        return;
    }
    out.push(propose(span, found, 0.88).why("handle-form"));
}

fn profile(view: &View<'_>, mark: ByteSpan, out: &mut Vec<Proposal>) {
    let head = view.until(mark.start);
    // "xx.com/": the mark has to begin the host or follow a dot
    let host: usize = head
        .bytes()
        .rev()
        .take(LINK)
        .take_while(|byte| byte.is_ascii_alphanumeric() || b".:/-".contains(byte))
        .count();
    let lead = head.get(head.len() - host..).unwrap_or_default();
    let host = lead.rsplit('/').next().unwrap_or_default();
    if !host.is_empty() && !host.ends_with('.') {
        return;
    }
    let mut mark = mark;
    // "facebook.example.org/": the rest of another host
    if view.of(mark).ends_with('.') {
        let rest = view.from(mark.end);
        let host = rest
            .bytes()
            .take(LINK)
            .take_while(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte))
            .count();
        let after = rest.get(host..).unwrap_or_default();
        if host < 2 || !after.starts_with('/') || rest.starts_with("com/") {
            return;
        }
        let deeper = if view.of(mark).starts_with(['l', 'L']) && after.starts_with("/in/") {
            3
        } else {
            0
        };
        mark.end += (host + 1 + deeper) as u32;
    }
    let rest = view.from(mark.end);
    let tail: usize = rest
        .chars()
        .take(LONGEST * 2)
        .take_while(|c| !c.is_whitespace() && !matches!(c, '"' | '<' | '>' | ')' | ']' | ','))
        .map(char::len_utf8)
        .sum();
    let path = rest.get(..tail).unwrap_or_default();
    let path = path.trim_end_matches(['.', '!', '?', ';', ':', '\'']);
    let by_id = path.strip_prefix("profile.php?id=");
    let people = path.strip_prefix("people/");
    let first = by_id
        .or(people)
        .unwrap_or(path)
        .trim_start_matches('@')
        .split(['/', '?', '#', '&'])
        .next()
        .unwrap_or_default();
    let second = path.split(['/', '?']).nth(1).unwrap_or_default();
    if first.chars().count() < 2
        || PAGES.contains(&first.to_lowercase().as_str())
        || matches!(
            second,
            "posts"
                | "status"
                | "videos"
                | "photos"
                | "events"
                | "p"
                | "blob"
                | "tree"
                | "issues"
                | "pull"
        )
        || !first.chars().all(|c| is_name(c) || c == '%')
    {
        return;
    }
    let Some(at) = path.find(first) else { return };
    let start = mark.end + at as u32;
    let span = ByteSpan::new(start, start + first.len() as u32);
    // a repository is not its owner's profile
    let deep = path.trim_end_matches('/').matches('/').count() > usize::from(people.is_some()) * 3;
    let score = if deep { 0.62 } else { 0.9 };
    out.push(propose(span, first, score).why("profile-link"));
}

/// "kickflip_leo på snap": the token before the service.
fn before_service(view: &View<'_>, mark: ByteSpan, out: &mut Vec<Proposal>) {
    let head = view.until(mark.start);
    let Some(head) = [" på ", " paa ", " pa ", " on ", " i "]
        .iter()
        .find_map(|word| head.strip_suffix(word))
    else {
        return;
    };
    let length: usize = head
        .chars()
        .rev()
        .take(LONGEST)
        .take_while(|c| is_name(*c))
        .map(char::len_utf8)
        .sum();
    let found = head.get(head.len() - length..).unwrap_or_default();
    let letters = found.chars().filter(|c| c.is_alphabetic()).count();
    let odd = found.contains('_')
        || found.contains('.') && !found.ends_with('.')
        || found.chars().any(|c| c.is_ascii_digit());
    let before = head.get(..head.len() - length).unwrap_or_default();
    if letters >= 3 && odd && !before.ends_with(['@', '/', ':']) {
        let span = ByteSpan::new((head.len() - length) as u32, head.len() as u32);
        out.push(propose(span, found, 0.76).why_word("context-after", view.of(mark)));
    }
}

/// "insta: anna_b", "brugernavn er havnelys88".
fn named(view: &View<'_>, mark: ByteSpan, user: bool, out: &mut Vec<Proposal>) {
    let Some(end) = value::label_end(view, mark.end) else {
        return;
    };
    let mut rest = view.from(end);
    let mut at = end;
    let mut sign = false;
    let mut verb = false;
    for _ in 0..6 {
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        rest = rest.get(gap..).unwrap_or_default();
        at += gap as u32;
        if let Some(more) = rest.strip_prefix([':', '=']) {
            sign = true;
            at += 1;
            rest = more;
            continue;
        }
        if rest.starts_with(['"', '\'']) {
            at += 1;
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        if rest.starts_with('@') {
            return;
        }
        let word = name(rest);
        let folded = fold(word);
        let glue = matches!(
            folded.as_str(),
            "er" | "ar"
                | "on"
                | "is"
                | "heter"
                | "hedder"
                | "mit"
                | "mitt"
                | "min"
                | "hans"
                | "hendes"
                | "hennes"
                | "my"
                | "name"
                | "navn"
                | "namn"
                | "paa"
                | "pa"
                | "som"
                | "til"
                | "till"
                | "for"
                | "nimi"
                | "nick"
                | "profil"
                | "konto"
                | "bruger"
                | "user"
                | "under"
                | "kaldet"
        );
        if !glue || word.is_empty() {
            break;
        }
        verb |= matches!(
            folded.as_str(),
            "er" | "ar" | "on" | "is" | "heter" | "hedder" | "under" | "kaldet" | "som"
        );
        at += word.len() as u32;
        rest = view.from(at);
    }
    // "brukeren er lesbisk": a word for a person too
    let person = fold(view.of(mark));
    if !sign && matches!(person.as_str(), "bruger" | "bruker" | "user" | "anvandare") {
        return;
    }
    let found = name(rest);
    let length = found.chars().count();
    if !(3..=40).contains(&length)
        || found.starts_with(['.', '-'])
        || NO_NAME.contains(&fold(found).as_str())
        || NOBODY.contains(&fold(found).as_str())
        || rest
            .get(found.len()..)
            .is_some_and(|next| next.starts_with(['@', '/']) || next.starts_with("://"))
    {
        return;
    }
    let figures = found.chars().any(|c| c.is_ascii_digit());
    let letters = found.chars().any(char::is_alphabetic);
    // "Käyttäjätunnus rasanenti / salasana …"
    let next: String = view
        .from(at + found.len() as u32)
        .chars()
        .take(24)
        .collect();
    let next = fold(&next);
    let paired = user
        && [
            "losen", "kode", "adgang", "passord", "salasana", "password", "pw", "pass",
        ]
        .iter()
        .any(|word| next.contains(word));
    let marked =
        found.contains('_') || found.contains('.') && !found.ends_with('.') || figures && letters;
    let score = match (sign, verb, marked, user) {
        _ if !(letters || user && sign) => return,
        (true, _, true, _) => 0.92,
        (true, _, false, true) => 0.7,
        (true, _, false, false) => 0.7,
        (_, true, true, _) => 0.88,
        (_, true, false, true) => 0.64,
        (_, false, true, true) => 0.84,
        (_, false, true, false) if found.contains('_') || figures => 0.74,
        _ if paired => 0.72,
        (_, true, false, false) => 0.4,
        _ => return,
    };
    let span = ByteSpan::new(at, at + found.len() as u32);
    out.push(propose(span, found, score).why_word("context-before", view.of(mark)));
}
