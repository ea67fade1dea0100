//! Passwords, keys and tokens: known prefixes of keys, PEM blocks, JSON web tokens, a word for
//! password or code followed by its value, secrets in links, the answer to a message that asks
//! for a password. A password without such a word near is not found, nor one that is an ordinary
//! word after "is".

use crate::{
    detect::{
        Detector,
        fold::{fold, is_letter},
        score::Proposal,
        value::word_near,
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
    "*password",
    "*lösen",
    "*lösenord",
    "*kodeord",
    "*passord",
    "*salasana",
    // words for any code, compounds included: only with a value that looks like a secret
    "*kode",
    "*kod",
    "*koodi",
    "*code",
];
/// First position of the words for any code.
const CODES_FROM: usize = MARKS.len() - 4;
/// Folded stems of the words for password and code, to know a message that asks for one.
const ASKED: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "losen",
    "losenord",
    "kodeord",
    "adgangskode",
    "adgangsord",
    "passord",
    "salasana",
    "tunnussana",
    "pinkod",
    "kode",
    "kod",
    "koodi",
    "code",
];
/// First parts of compounds with "code" that are public: "error code", "postcode".
const PUBLIC_PARTS: &[&str] = &[
    "fejl",
    "fel",
    "feil",
    "error",
    "virhe",
    "post",
    "zip",
    "postal",
    "lande",
    "lands",
    "maa",
    "country",
    "strege",
    "strek",
    "streck",
    "bar",
    "qr",
    "rabat",
    "rabatt",
    "kampagne",
    "kampanj",
    "alennus",
    "promo",
    "discount",
    "farve",
    "farg",
    "farge",
    "vari",
    "kilde",
    "kall",
    "source",
    "valuta",
    "valuutta",
    "sports",
    "dress",
    "produkt",
    "product",
    "tuote",
    "vare",
    "status",
    "area",
    "diagnose",
    "diagnos",
    "diagnosis",
    "morse",
    "exit",
    "klades",
];
/// First parts that make another word of it.
const OTHER_WORDS: &[&str] = &["en", "de", "uni", "vs", "op", "geo"];

/// Verbs between the word and the value.
const IS: &[&str] = &[
    "er", "är", "on", "is", "ar", "blir", "bliver", "var", "vart", "was", "oli", "heter", "hedder",
    "=", ":",
];
/// Words before a value that say where something is, not what it is.
const PLACE: &[&str] = &[
    "i", "in", "on", "på", "paa", "fra", "fra:", "från", "from", "til", "till", "to", "for", "för",
    "at", "ved", "vid", "kl", "klo", "kl.", "med", "with", "of", "af", "av", "siden", "sedan",
    "since", "under", "over", "över", "via", "per", "about", "ca", "om",
];
/// Words by which the next sentence still speaks of the code.
const MEANT: &[&str] = &[
    "den", "det", "it", "se", "nu", "now", "nyt", "ny", "nye", "nya", "nytt", "new", "uusi",
];
/// Folded first parts of words for a code that serves once: another detector's.
const ONCE: &[&str] = &[
    "engangs",
    "engang",
    "kertakaytto",
    "sms",
    "verifierings",
    "time",
    "once",
];
/// Words for what a lasting code opens, folded; `*` matches any ending.
const DOORS: &[&str] = &[
    "dor*",
    "port",
    "porten",
    "gate",
    "safe",
    "larm*",
    "alarm*",
    "las",
    "laset",
    "lasen",
    "lock*",
    "skab*",
    "skap*",
    "kassaskap*",
    "pengeskab*",
    "ovi*",
    "oven",
    "halytys*",
    "entre*",
    "nogle*",
    "nyckel*",
    "garage*",
    "bommen",
    "cykel*",
    "sykkel*",
    "boks*",
    "door*",
    "keypad",
    "front",
    "hissen",
];
/// Letters of the longest ending of a label: "koden", "koodilla".
const ENDING: usize = 3;
/// Verbs after which "to" leads to the new value, folded.
const CHANGED: &[&str] = &[
    "andret",
    "andres",
    "andrat",
    "andrats",
    "andrad",
    "andrades",
    "endret",
    "endres",
    "changed",
    "sat",
    "satt",
    "satts",
    "set",
    "skiftet",
    "byttet",
    "bytt",
    "bytts",
    "bytet",
    "reset",
    "updated",
    "opdateret",
    "uppdaterat",
    "uppdaterats",
    "oppdatert",
    "nulstillet",
    "rettet",
];
/// "To".
const TO: &[&str] = &["til", "till", "to"];
/// Beginnings of words, folded, in a message whose code is an offer to everybody.
const OFFER: &[&str] = &[
    "rabat",
    "discount",
    "promo",
    "alennus",
    "kampan",
    "tilbud",
    "erbjudand",
    "tarjous",
    "offer",
    "sale",
    "gratis",
    "voucher",
];
/// Words between label, verb and value, together.
const BETWEEN: usize = 6;
/// Words between verb and value.
const AFTER_VERB: usize = 4;
/// Words that are no password after "password:".
const NO_VALUE: &[&str] = &[
    "se",
    "ring",
    "reset",
    "glemt",
    "glömt",
    "fel",
    "forkert",
    "ændret",
    "ändrat",
    "ikke",
    "inte",
    "ei",
    "not",
    "your",
    "dit",
    "ditt",
    "din",
    "the",
    "http",
    "https",
    "and",
    "och",
    "og",
    "eller",
    "or",
    "samme",
    "samma",
    "sama",
    "same",
    "som",
    "det",
    "den",
    "for",
    "för",
    "til",
    "till",
    "sendt",
    "skickat",
    "kommer",
    "jeg",
    "jag",
    "mindst",
    "minst",
    "minimum",
    "vähintään",
    "max",
    "maks",
    "skal",
    "ska",
    "bör",
    "måste",
    "must",
    "should",
    "pitää",
    "least",
    "brug",
    "använd",
    "bruk",
    "use",
    "använda",
    "käytä",
    "vælg",
    "välj",
    "velg",
    "valitse",
    "choose",
    "skift",
    "byt",
    "bytt",
    "vaihda",
    "change",
    "mangler",
    "saknas",
    "puuttuu",
    "missing",
    "required",
    "krævet",
    "krävs",
    "kreves",
    "vaaditaan",
    "hemmelig",
    "hemmeligt",
    "hemlig",
    "hemligt",
    "secret",
];
/// Characters of a key or token.
const LONGEST: usize = 8_192;
/// Characters of a password.
const PASSWORD: usize = 128;
/// Bytes and words of a message that is an answer, words of the question that are looked at.
const ANSWER: usize = 160;
const ANSWER_WORDS: usize = 4;
const ASKED_WORDS: usize = 25;
/// Words of a message in which an offer is looked for.
const OFFER_WORDS: usize = 60;
impl Detector for Credential {
    fn category(&self) -> Category {
        Category::Credential
    }

    fn marks(&self) -> &'static [&'static str] {
        MARKS
    }

    fn marked(&self, view: &View<'_>, mark: &Mark, out: &mut Vec<Proposal>) {
        if mark.index >= WORDS_FROM {
            after_word(view, mark.span, mark.index >= CODES_FROM, out);
        } else {
            prefixed(view, mark.span, out);
        }
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        answer(view, out);
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
    if view.until(mark.start).ends_with("-----") {
        return pem(view, mark.start, out);
    }
    if view.until(mark.start).ends_with('-') {
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

/// "lösenord: x", "kodeordet til wifi er x", "pw x1y2", "koden er stadig x1".
fn after_word(view: &View<'_>, mark: ByteSpan, code: bool, out: &mut Vec<Proposal>) {
    let ending = run_upto(view.from(mark.end), ENDING + 1, is_letter);
    // definite forms and genitives, not compounds such as "passwordless"
    let first = first_part(view, mark.start);
    if ending.chars().count() > ENDING
        || (code && is_public(&first))
        || ONCE.contains(&first.word.as_str())
    {
        return;
    }
    let label_end = mark.end + ending.len() as u32;
    let label = view.of(ByteSpan::new(mark.start, label_end)).to_owned();
    let mut at = label_end;
    let mut sign = None;
    let mut colon = false;
    let (mut words, mut since_verb) = (0, 0);
    let mut before = String::new();
    let (mut broken, mut meant) = (false, false);
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
        if TO.contains(&lower.as_str()) && CHANGED.contains(&fold(&before).as_str()) {
            sign = Some(' ');
            since_verb = 0;
            before.clear();
            at += token.len() as u32;
            continue;
        }
        if sign.is_none() && token.ends_with(':') && words < 4 {
            colon = true;
            sign = Some(':');
            at += token.len() as u32;
            continue;
        }
        let strong = if code || since_verb > 0 {
            looks_secret(bare)
                || is_number_code(bare)
                    && (!code
                        || (sign.is_some() || words == 0)
                            && word_near(view, mark, DOORS, 3, 4).is_some())
        } else {
            is_passwordlike(bare) && !is_clock(bare)
        };
        let quoted = !code && token.starts_with(['"', '\'', '“', '”', '»', '«']);
        let value = match (colon, sign) {
            (true, _) if !code => true,
            (_, Some(_)) if broken && !meant => false,
            (_, Some(_)) => (strong || quoted) && !PLACE.contains(&before.as_str()),
            // "nøglekoden 4490*"
            (_, None) if code => words == 0 && strong && !bare.chars().any(char::is_alphabetic),
            (_, None) => words == 0 && strong,
        };
        if value {
            if code && is_offer(view) {
                return;
            }
            let found = (colon, sign.is_some(), code);
            return propose_value(view, at, token, &label, found, out);
        }
        if sign.is_some() {
            since_verb += 1;
        }
        words += 1;
        // the value may stand in the sentence after its word: "change the password! it is x1"
        let ends = token.len() > bare.len() && !token.ends_with(',');
        if words > BETWEEN || since_verb > AFTER_VERB || (ends && (sign.is_some() || broken)) {
            return;
        }
        broken |= ends;
        meant |= MEANT.contains(&lower.as_str());
        before = lower;
        at += token.len() as u32;
    }
}

/// What stands before a word: the first part of a compound, or the word before.
struct FirstPart {
    glued: bool,
    /// Folded.
    word: String,
}

fn first_part(view: &View<'_>, at: u32) -> FirstPart {
    let head = view.until(at);
    let glued = head.chars().next_back().is_some_and(is_letter);
    let head = head.trim_end_matches([' ', '-']);
    let letters: usize = head
        .chars()
        .rev()
        .take(PASSWORD)
        .take_while(|c| is_letter(*c))
        .map(char::len_utf8)
        .sum();
    FirstPart {
        glued,
        word: fold(head.get(head.len() - letters..).unwrap_or_default()),
    }
}

/// True for "error code", "postcode": codes that are no secret.
fn is_public(first: &FirstPart) -> bool {
    let word = first.word.as_str();
    PUBLIC_PARTS.contains(&word) || first.glued && OTHER_WORDS.contains(&word)
}

/// True for a message with a code for everybody: "kode SOMMER20 giver rabat".
fn is_offer(view: &View<'_>) -> bool {
    let mut words = view.words().words.iter().take(OFFER_WORDS);
    words.any(|word| OFFER.iter().any(|stem| word.key.starts_with(stem)))
}

/// Four to eight digits that are no year.
fn is_number_code(text: &str) -> bool {
    let year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    (4..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) && !year
}

/// A time, a date, an amount: digits with signs between.
fn is_clock(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ',' | '/' | '-'))
        && text.chars().any(|c| !c.is_ascii_digit())
}

/// A value that speaks for itself: letters, then digits in one token ("Blomma7", "Kaskelot-19"),
/// or digits closed by a key of a lock ("3390#"). Numbers with units are none.
fn looks_secret(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let length = text.chars().count();
    if letters == 0 {
        return (4..=10).contains(&digits) && digits + 1 == length && text.ends_with(['#', '*']);
    }
    let changes = text
        .chars()
        .zip(text.chars().skip(1))
        .filter(|(a, b)| a.is_alphabetic() && b.is_ascii_digit())
        .count();
    let one_word = text
        .chars()
        .all(|c| c.is_alphanumeric() || !matches!(c, '/' | ':' | '(' | ')' | '@' | '\\' | '='));
    // "v2.1", "iOS17", "JIRA-1234", "main.rs" are names of things
    let version = text.contains('.') && digits > 0;
    let ticket = text
        .split_once('-')
        .is_some_and(|(head, tail)| head.chars().all(char::is_uppercase) && tail.len() == digits);
    let signs = ['-', '_', '!', '#', '$', '&', '%', '+', '?', '*', '§', '€'];
    let spaced = changes > 0 || text.trim_end_matches(['!', '?']).contains(signs);
    length >= 5 && digits > 0 && letters >= 2 && spaced && one_word && !version && !ticket
}

/// A short message that answers "what was the password?".
fn answer(view: &View<'_>, out: &mut Vec<Proposal>) {
    if view.text.len() > ANSWER || view.text.split_whitespace().count() > ANSWER_WORDS {
        return;
    }
    let mut tokens = view
        .text
        .split_whitespace()
        .filter(|token| looks_secret(token.trim_end_matches(['.', ',', '!', '?'])));
    let Some(token) = tokens.next() else {
        return;
    };
    let asked = view
        .words_before()
        .words
        .iter()
        .take(ASKED_WORDS)
        .find(|word| {
            ASKED.iter().any(|stem| {
                word.key
                    .find(stem)
                    .is_some_and(|at| word.key.len() - at - stem.len() <= 3)
            })
        });
    let (Some(asked), Some(at)) = (asked, view.text.find(token)) else {
        return;
    };
    let value = token.trim_end_matches(['.', ',']);
    let label = asked.span.of(view.near_before()).unwrap_or_default();
    let span = ByteSpan::new(at as u32, (at + value.len()) as u32);
    out.push(claim(span, value, 0.78).why_word("context-message", label));
}

fn is_passwordlike(text: &str) -> bool {
    let digit = text.chars().any(|c| c.is_ascii_digit());
    let sign = text
        .trim_matches(|c: char| !c.is_alphanumeric())
        .chars()
        .any(|c| c.is_ascii_punctuation() && !matches!(c, '\'' | '-' | '.' | '/'));
    let inner_capital =
        text.chars().skip(1).any(char::is_uppercase) && text.chars().any(char::is_lowercase);
    text.chars().count() >= 4 && (digit || sign || inner_capital)
}

/// `found`: behind a colon, behind any sign or verb, after a word for any code.
fn propose_value(
    view: &View<'_>,
    at: u32,
    token: &str,
    label: &str,
    (colon, signed, code): (bool, bool, bool),
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
    let score: f32 = match (colon, signed, strong, quoted) {
        (true, _, true, _) => 0.94,
        (true, _, false, _) if length >= 4 => 0.72,
        (_, true, true, _) => 0.9,
        (_, true, _, true) => 0.85,
        (_, false, true, _) => 0.88,
        _ => return,
    };
    let score = if code { score.min(0.87) } else { score };
    let start = at + open as u32;
    let span = ByteSpan::new(start, start + value.len() as u32);
    if view.of(span) == value {
        out.push(claim(span, value, score).why_word("password-word", label));
    }
}
