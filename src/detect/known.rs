//! The participants' own names, numbers and addresses, ready for matching.

use super::{KnownValue, fold::fold, phone_numbers, wordmap::WordMap};
use crate::{finding::Category, text::fold_for_match};
use std::{collections::BTreeMap, sync::LazyLock};

/// A written form of a name.
#[derive(Debug)]
pub(super) struct Name {
    pub folded: String,
    pub key: String,
    /// Score with a capital.
    pub score: f32,
    /// Score without.
    pub lower_score: f32,
    pub cased_only: bool,
    pub common: bool,
    /// Only with an ending: Finnish "-nen" becomes "-se" before endings.
    pub stem: bool,
    pub evidence: &'static str,
    /// For a name of plain letters: whether it has a double vowel that may stand for one letter.
    /// Folding makes "Joe" and "Jo" the same, people do not.
    double: Option<bool>,
}

impl Name {
    /// True where `text`, which folds to this name, can be this name.
    pub(super) fn can_be(&self, text: &str) -> bool {
        self.double
            .is_none_or(|double| !text.is_ascii() || has_double(text) == double)
    }
}

/// True for text with a pair of vowels that folding makes one.
fn has_double(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["aa", "ae", "oe"].iter().any(|pair| lower.contains(pair))
}

/// Given and family names that are also words of the five languages, particles and kin words:
/// alone they count only with a capital, and less. Folded.
const COMMON: &[&str] = &[
    // given names
    "alma",
    "april",
    "ask",
    "august",
    "aamu",
    "bent",
    "bjørn",
    "björn",
    "bo",
    "bror",
    "dag",
    "due",
    "ea",
    "eik",
    "even",
    "faith",
    "far",
    "frank",
    "frej",
    "grace",
    "gry",
    "helle",
    "hope",
    "ilo",
    "ilta",
    "jo",
    "joy",
    "juni",
    "june",
    "kai",
    "kaj",
    "kari",
    "karl",
    "lily",
    "liv",
    "lumi",
    "lykke",
    "maj",
    "mai",
    "mark",
    "may",
    "meri",
    "mor",
    "my",
    "odd",
    "onni",
    "per",
    "pil",
    "rose",
    "rosa",
    "sade",
    "sol",
    "sommer",
    "sten",
    "stig",
    "storm",
    "sune",
    "tage",
    "taika",
    "toivo",
    "tor",
    "tore",
    "tuuli",
    "vår",
    "vinter",
    "will",
    "bill",
    "rob",
    "art",
    "pat",
    "sky",
    "eli",
    "penny",
    "ray",
    "jack",
    "ulv",
    "varg",
    "else",
    "tom",
    "ole",
    "are",
    "line",
    "hans",
    "dan",
    "ville",
    "vilde",
    "klara",
    "finn",
    "love",
    "stein",
    "rune",
    "ravn",
    "signe",
    "siv",
    "aud",
    "iris",
    "rut",
    "saga",
    "vide",
    "gro",
    "tine",
    "stine",
    "inge",
    "inga",
    "ib",
    "birk",
    "eg",
    "tord",
    "ove",
    "glad",
    "lilla",
    "svea",
    "arvo",
    "into",
    "veli",
    "rauha",
    "sulo",
    "armas",
    "oiva",
    "urho",
    "vesa",
    "suvi",
    "satu",
    "sini",
    "helmi",
    "kielo",
    "orvokki",
    "lahja",
    "taisto",
    "voitto",
    "tarmo",
    "otso",
    "pilvi",
    "ruusu",
    "marja",
    "sampo",
    "outi",
    "aarre",
    "usva",
    "halla",
    "summer",
    "dawn",
    "eve",
    "ivy",
    "olive",
    "ruby",
    "pearl",
    "jade",
    "amber",
    "daisy",
    "holly",
    "heather",
    "basil",
    "chase",
    "miles",
    "wade",
    "grant",
    "lance",
    "pierce",
    "rich",
    "dick",
    "carol",
    "glen",
    "cliff",
    "reed",
    "heath",
    "chip",
    "guy",
    "gene",
    "drew",
    "don",
    "harry",
    "nick",
    "sue",
    "sandy",
    "max",
    "jean",
    "ken",
    "angel",
    "christian",
    "kristian",
    "destiny",
    "melody",
    "star",
    "sonny",
    "junior",
    "prince",
    "earl",
    "duke",
    // family names
    "bach",
    "bang",
    "bech",
    "berg",
    "bonde",
    "brun",
    "dahl",
    "dal",
    "ek",
    "falk",
    "friis",
    "gran",
    "hansen",
    "hjort",
    "holm",
    "juhl",
    "krog",
    "krogh",
    "kær",
    "lind",
    "lund",
    "lahti",
    "laine",
    "koski",
    "mäki",
    "järvi",
    "niemi",
    "ranta",
    "ros",
    "salo",
    "savi",
    "skov",
    "smed",
    "stor",
    "toft",
    "vik",
    "virta",
    "tuomi",
    "oja",
    "salmi",
    "aalto",
    "strand",
    "ström",
    "sand",
    "sund",
    "moen",
    "haug",
    "bakke",
    "dam",
    "kjær",
    "skog",
    "young",
    "brown",
    "white",
    "black",
    "green",
    "king",
    "hall",
    "hill",
    "wood",
    "long",
    "best",
    "park",
    "bell",
    "price",
    "krone",
    "kvist",
    "krans",
    "brand",
    "brandt",
    "hvid",
    "sort",
    "rød",
    "lang",
    "lange",
    "lille",
    "gade",
    "vang",
    "eng",
    "mose",
    "bæk",
    "høj",
    "borg",
    "busk",
    "bro",
    "vest",
    "øst",
    "nord",
    "juul",
    "fisker",
    "bager",
    "smith",
    "bakker",
    "berge",
    "li",
    "lie",
    "moe",
    "rud",
    "sæther",
    "hauge",
    "lien",
    "dahle",
    "stone",
    "kivi",
    "lampi",
    "harju",
    "saari",
    "lehto",
    "kallio",
    "kangas",
    "korpi",
    "kettu",
    "susi",
    "karhu",
    "vuori",
    "joki",
    "oksa",
    "koivu",
    "nurmi",
    "rinne",
    "vaara",
    "tuisku",
    "seppä",
    "suomi",
    "laakso",
    "hed",
    "björk",
    "alm",
    "asp",
    "hammar",
    "sjö",
    "fors",
    "hult",
    "lilja",
    "norr",
    "bok",
    "blom",
    "blad",
    "modig",
    "rask",
    "stark",
    "frisk",
    "stål",
    "sköld",
    "cook",
    "baker",
    "mason",
    "carter",
    "fisher",
    "hunter",
    "parker",
    "potter",
    "walker",
    "ward",
    "wright",
    "day",
    "field",
    "fields",
    "banks",
    "bush",
    "cross",
    "fox",
    "wolf",
    "lamb",
    "swan",
    "bird",
    "fish",
    "little",
    "short",
    "small",
    "strong",
    "sharp",
    "wise",
    "noble",
    "page",
    "penn",
    "pope",
    "rice",
    "snow",
    "frost",
    "winter",
    "summers",
    "waters",
    "wells",
    "lake",
    "brook",
    "brooks",
    "church",
    "gates",
    "house",
    "street",
    "law",
    "case",
    "cash",
    "power",
    "powers",
    "read",
    "reid",
    "marsh",
    "moon",
    "nash",
    "hand",
    "hands",
    "head",
    "foot",
    // particles, titles, kin, everyday contact names
    "af",
    "av",
    "von",
    "van",
    "de",
    "den",
    "der",
    "det",
    "di",
    "du",
    "la",
    "le",
    "el",
    "al",
    "och",
    "og",
    "ja",
    "and",
    "the",
    "of",
    "hr",
    "fru",
    "frk",
    "herr",
    "dr",
    "mr",
    "mrs",
    "ms",
    "mamma",
    "pappa",
    "mama",
    "papa",
    "mum",
    "mom",
    "dad",
    "far",
    "mor",
    "farmor",
    "mormor",
    "farfar",
    "morfar",
    "moster",
    "faster",
    "farbror",
    "morbror",
    "tante",
    "onkel",
    "bestemor",
    "bestefar",
    "söster",
    "søster",
    "syster",
    "bror",
    "äiti",
    "isä",
    "mummo",
    "vaari",
    "ukki",
    "job",
    "jobb",
    "jobbet",
    "arbejde",
    "arbete",
    "arbeid",
    "työ",
    "work",
    "home",
    "hem",
    "hjem",
    "hjemme",
    "hemma",
    "koti",
    "mobil",
    "mobile",
    "privat",
    "private",
    "chef",
    "sjef",
    "pomo",
    "boss",
    "kollega",
    "nabo",
    "granne",
    "naapuri",
    "ny",
    "nya",
    "nye",
    "new",
    "old",
    "gammel",
    "gammal",
    "vanha",
    "uusi",
    "skole",
    "skola",
    "koulu",
    "school",
    "lærer",
    "lärare",
    "opettaja",
    "teacher",
    "læge",
    "läkare",
    "lege",
    "lääkäri",
    "doctor",
    "tandlæge",
    "tandläkare",
    "tannlege",
    "kommune",
    "kommun",
    "kommunen",
    "kunta",
    "kaupunki",
    "politi",
    "polis",
    "poliisi",
    "police",
    "bank",
    "banken",
    "pankki",
    "taxi",
    "ab",
    "as",
    "aps",
    "oy",
    "ltd",
    "inc",
    "gmbh",
    "group",
    "gruppe",
    "gruppen",
    "grupp",
    "ryhmä",
    "team",
    "info",
    "service",
    "kundeservice",
    "kundservice",
    "support",
    "sms",
    "whatsapp",
    "jag",
    "jeg",
    "minä",
    "me",
    "you",
    "mig",
    "meg",
    "ukendt",
    "okänd",
    "ukjent",
    "tuntematon",
    "unknown",
    "afdeling",
    "avdelning",
    "avdeling",
    "sagsbehandler",
    "handläggare",
    "saksbehandler",
    "system",
    "besked",
    "meddelande",
    "melding",
    "viesti",
    "message",
    "nummer",
    "number",
    "test",
];

/// [`COMMON`], folded; true for the part that lists names, the rest are particles, kin and offices.
static COMMON_FOLDED: LazyLock<WordMap<bool>> = LazyLock::new(|| {
    let names = COMMON.iter().take_while(|word| **word != "af").count();
    let words = COMMON.iter().enumerate();
    WordMap::new(
        words.map(|(at, word)| (fold(word), at < names)),
        |one, other| one || other,
    )
});

/// Letters that a part of a name needs to be searched alone in lower case.
const SHORT: usize = 3;

/// Everything that is known of the participants.
#[derive(Debug, Default)]
pub(super) struct Known {
    names: Vec<Name>,
    phones: BTreeMap<String, String>,
    /// Digits of known numbers by their last eight.
    tails: BTreeMap<String, Vec<String>>,
    emails: BTreeMap<String, String>,
    home: Option<&'static str>,
}

/// What is needed only while names are added.
#[derive(Default)]
struct Seen {
    /// Position of each folded form.
    forms: BTreeMap<String, usize>,
    /// Key of each person, by the sorted parts of the name.
    people: BTreeMap<Vec<String>, String>,
}

impl Known {
    pub(super) fn new(values: &[KnownValue]) -> Self {
        let mut known = Self {
            home: home(values),
            ..Self::default()
        };
        let mut seen = Seen::default();
        for value in values {
            match value.category {
                Category::Phone => {
                    if let Some(key) = phone_numbers::phone_key(&value.text, known.home) {
                        let digits = key.trim_start_matches('+').to_owned();
                        if let Some(tail) = tail(&digits) {
                            let same = known.tails.entry(tail.to_owned()).or_default();
                            if !same.contains(&digits) {
                                same.push(digits.clone());
                            }
                        }
                        known
                            .phones
                            .entry(digits)
                            .or_insert_with(|| value.key.clone());
                    }
                }
                Category::Email => {
                    known
                        .emails
                        .entry(fold_for_match(value.text.trim()))
                        .or_insert_with(|| value.key.clone());
                }
                _ => known.add_name(&value.text, &value.key, &mut seen),
            }
        }
        known
    }

    fn add_name(&mut self, text: &str, key: &str, seen: &mut Seen) {
        let plain = crate::text::Normalised::new(text);
        let full: String = plain
            .as_str()
            .split(|c: char| !(super::fold::is_letter(c) || matches!(c, ' ' | '-' | '\'' | '.')))
            .collect::<Vec<_>>()
            .join(" ");
        let full = full.trim();
        let spelled: Vec<&str> = full
            .split([' ', '-', '.', '\''])
            .filter(|part| part.chars().count() >= 2 && part.chars().all(super::fold::is_letter))
            .collect();
        let parts: Vec<String> = spelled.iter().map(|part| fold(part)).collect();
        let is_common = |part: &String| COMMON_FOLDED.holds(part);
        let mut person: Vec<String> = parts.iter().filter(|p| !is_common(p)).cloned().collect();
        if person.len() < 2 {
            person = parts.clone();
        }
        person.sort_unstable();
        let weak = parts.iter().all(is_common);
        let key = seen
            .people
            .entry(person)
            .or_insert_with(|| key.to_owned())
            .clone();
        if let ([first, .., last], [one, .., other]) = (&parts[..], &spelled[..]) {
            // "Will Stone" is hardly an accident, "Mor Mobil" no name
            let named = parts.iter().all(|part| is_given_or_family(part));
            let scores = match (weak, named) {
                (false, _) => (0.97, 0.97),
                (true, true) => (0.92, 0.64),
                (true, false) => (0.7, 0.0),
            };
            let mut forms = vec![(fold(full), full.to_owned())];
            if parts.len() > 2 {
                forms.push((format!("{first} {last}"), format!("{one} {other}")));
            }
            forms.push((format!("{last}, {first}"), format!("{one} {other}")));
            for (folded, spelled) in forms {
                self.add(
                    Form {
                        folded,
                        spelled: &spelled,
                        scores,
                        cased_only: weak && !named,
                        common: weak,
                        whole: true,
                        evidence: "name-full",
                    },
                    &key,
                    seen,
                );
            }
        }
        // "Anne-Mette" as one
        for word in full.split([' ', '.']).filter(|word| word.contains('-')) {
            let folded = fold(word.trim_matches('-'));
            let common = folded.split(' ').all(|part| COMMON_FOLDED.holds(part));
            self.add(
                Form {
                    folded,
                    spelled: word,
                    scores: (0.94, 0.85),
                    cased_only: common,
                    common,
                    whole: false,
                    evidence: "name-first",
                },
                &key,
                seen,
            );
        }
        for (at, (folded, spelled)) in parts.iter().zip(&spelled).enumerate() {
            let common = COMMON_FOLDED.holds(folded);
            let weak = common || folded.chars().count() < SHORT;
            let last = at > 0 && at + 1 == parts.len();
            // particles and kin words are nobody's name alone, unless they are the whole name
            if common && parts.len() > 1 && !is_given_or_family(folded) {
                continue;
            }
            let scores = match (weak, last) {
                (true, _) => (0.62, 0.0),
                (false, true) => (0.93, 0.8),
                (false, false) => (0.92, 0.75),
            };
            self.add(
                Form {
                    folded: folded.clone(),
                    spelled,
                    scores,
                    cased_only: weak,
                    common,
                    whole: parts.len() == 1,
                    evidence: if last { "name-last" } else { "name-first" },
                },
                &key,
                seen,
            );
        }
    }

    fn add(&mut self, form: Form<'_>, key: &str, seen: &mut Seen) {
        if form.folded.chars().filter(|c| c.is_alphabetic()).count() < 2 {
            return;
        }
        let double = form.spelled.is_ascii().then(|| has_double(form.spelled));
        if let Some(other) = seen
            .forms
            .get(&form.folded)
            .and_then(|at| self.names.get_mut(*at))
        {
            if other.key != key && !(form.whole && form.evidence == "name-full") {
                // a name that two people bear is nobody's alone: it is a value of its own
                other.key.clone_from(&form.folded);
            }
            if other.double != double {
                other.double = None;
            }
            if other.score < form.scores.0 {
                (other.score, other.lower_score) = form.scores;
                other.evidence = form.evidence;
            }
            return;
        }
        let name = |folded: String, stem| Name {
            folded,
            key: key.to_owned(),
            score: form.scores.0,
            lower_score: form.scores.1,
            cased_only: form.cased_only,
            common: form.common,
            stem,
            evidence: form.evidence,
            double,
        };
        seen.forms.insert(form.folded.clone(), self.names.len());
        let stem = form
            .folded
            .strip_suffix("nen")
            .map(|stem| format!("{stem}se"));
        self.names.push(name(form.folded.clone(), false));
        if let Some(stem) = stem {
            self.names.push(name(stem, true));
        }
        // "Pekka", "Pekan": no other form of a name that somebody else bears
        if let Some(stem) = weak_grade(&form.folded).filter(|stem| !seen.forms.contains_key(stem)) {
            self.names.push(Name {
                score: form.scores.0.min(0.85),
                cased_only: true,
                ..name(stem, true)
            });
        }
    }

    /// Written forms of names.
    pub(super) fn names(&self) -> &[Name] {
        &self.names
    }

    /// Calling code of most participants' numbers.
    pub(super) fn home(&self) -> Option<&'static str> {
        self.home
    }

    /// Key of the participant's number that these digits (international, without plus) are.
    pub(super) fn phone(&self, digits: &str) -> Option<&str> {
        self.phones.get(digits).map(String::as_str)
    }

    /// Key of the participant's number that these digits are within its own country, whichever
    /// that is: with a trunk zero, or nine digits and more.
    pub(super) fn phone_at_home(&self, digits: &str) -> Option<&str> {
        let rest = match digits.strip_prefix('0') {
            Some(rest) => rest,
            None if digits.len() > TAIL => digits,
            None => return None,
        };
        let full = self.tails.get(tail(rest)?)?.iter().find(|full| {
            full.strip_suffix(rest)
                .is_some_and(|code| (1..=LONGEST_CODE).contains(&code.len()))
        })?;
        self.phone(full)
    }

    /// True where no number is known.
    pub(super) fn has_phones(&self) -> bool {
        !self.phones.is_empty()
    }

    /// Key of the participant's address.
    pub(super) fn email(&self, folded: &str) -> Option<&str> {
        self.emails.get(folded).map(String::as_str)
    }
}

/// Digits that two numbers must share to be looked at.
const TAIL: usize = 8;
/// Digits of the longest calling code.
const LONGEST_CODE: usize = 3;

fn tail(digits: &str) -> Option<&str> {
    digits.get(digits.len().checked_sub(TAIL)?..)
}

/// The stem before Finnish endings where a double stop becomes a single one.
fn weak_grade(folded: &str) -> Option<String> {
    let mut letters = folded.chars().rev();
    let vowel = letters.next().filter(|c| "aeiou".contains(*c))?;
    let stop = letters.next().filter(|c| "kpt".contains(*c))?;
    let double = letters.next() == Some(stop) && letters.next().is_some();
    let head = folded.strip_suffix(vowel)?.strip_suffix(stop)?;
    double.then(|| format!("{head}{vowel}"))
}

/// A form of a name to be added.
struct Form<'a> {
    folded: String,
    spelled: &'a str,
    /// With and without a capital.
    scores: (f32, f32),
    cased_only: bool,
    common: bool,
    /// True where this is all of the name.
    whole: bool,
    evidence: &'static str,
}

/// The calling code that most numbers with a country code have.
fn home(values: &[KnownValue]) -> Option<&'static str> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for value in values
        .iter()
        .filter(|value| value.category == Category::Phone)
    {
        let text = value.text.trim();
        let key = phone_numbers::phone_key(text, None).filter(|_| text.starts_with(['+', '0']));
        if let Some(code) = key.as_deref().and_then(phone_numbers::code_of) {
            *counts.entry(code).or_default() += 1;
        }
    }
    let most = counts.values().copied().max()?;
    let mut leaders = counts.iter().filter(|(_, count)| **count == most);
    let first = leaders.next().map(|(code, _)| *code);
    first.filter(|_| leaders.next().is_none())
}

/// True for the part of [`COMMON`] that lists names.
fn is_given_or_family(part: &str) -> bool {
    COMMON_FOLDED.get(part).unwrap_or_default()
}
