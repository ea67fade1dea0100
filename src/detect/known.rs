//! The participants' own names, numbers and addresses, ready for matching.

use super::{KnownValue, fold::fold, phone_numbers};
use crate::{finding::Category, text::fold_for_match};
use std::collections::{BTreeMap, BTreeSet};

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
    "kim",
    "leif",
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
    "pia",
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
    "svend",
    "tage",
    "taika",
    "toivo",
    "tor",
    "tore",
    "tove",
    "tuuli",
    "ulf",
    "ulla",
    "unni",
    "vera",
    "vår",
    "vinter",
    "will",
    "bill",
    "rob",
    "art",
    "pat",
    "sky",
    "ida",
    "eli",
    "bella",
    "viola",
    "penny",
    "ray",
    "jack",
    "ulv",
    "varg",
    "eva",
    "ann",
    "else",
    "gunn",
    "mia",
    "tom",
    "ole",
    "are",
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

/// Letters that a part of a name needs to be searched alone in lower case.
const SHORT: usize = 3;

/// Everything that is known of the participants.
#[derive(Debug, Default)]
pub(super) struct Known {
    names: Vec<Name>,
    phones: BTreeMap<String, String>,
    emails: BTreeMap<String, String>,
}

impl Known {
    pub(super) fn new(values: &[KnownValue]) -> Self {
        let common: BTreeSet<String> = COMMON.iter().map(|word| fold(word)).collect();
        let mut known = Self::default();
        let mut seen = BTreeMap::new();
        for value in values {
            match value.category {
                Category::Phone => {
                    if let Some(key) = phone_numbers::phone_key(&value.text, None) {
                        let digits = key.trim_start_matches('+').to_owned();
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
                _ => known.add_name(&value.text, &value.key, &common, &mut seen),
            }
        }
        known
    }

    fn add_name(
        &mut self,
        text: &str,
        key: &str,
        common: &BTreeSet<String>,
        seen: &mut BTreeMap<String, usize>,
    ) {
        let plain = crate::text::Normalised::new(text);
        let full: String = plain
            .as_str()
            .split(|c: char| !(super::fold::is_letter(c) || matches!(c, ' ' | '-' | '\'' | '.')))
            .collect::<Vec<_>>()
            .join(" ");
        let full = fold(full.trim());
        let parts: Vec<&str> = full
            .split([' ', '.', '\''])
            .filter(|part| part.chars().count() >= 2 && part.chars().all(char::is_alphabetic))
            .collect();
        let real: Vec<&&str> = parts
            .iter()
            .filter(|part| !common.contains(**part))
            .collect();
        let mut add = |folded: String, score: f32, lower: f32, cased: bool, evidence, is_common| {
            if folded.chars().filter(|c| c.is_alphabetic()).count() < 2 {
                return;
            }
            let name = |folded: String, stem| Name {
                folded,
                key: key.to_owned(),
                score,
                lower_score: lower,
                cased_only: cased,
                common: is_common,
                stem,
                evidence,
            };
            if let Some(at) = seen.get(&folded) {
                // the first participant keeps the name, at its better score
                if let Some(other) = self.names.get_mut(*at)
                    && other.score < score
                {
                    *other = name(folded, false);
                }
                return;
            }
            seen.insert(folded.clone(), self.names.len());
            let stem = folded.strip_suffix("nen").map(|stem| format!("{stem}se"));
            self.names.push(name(folded, false));
            if let Some(stem) = stem {
                self.names.push(name(stem, true));
            }
        };
        if parts.len() > 1 {
            let weak = real.is_empty();
            let score = if weak { 0.7 } else { 0.97 };
            add(full.clone(), score, score, weak, "name-full", weak);
            if let (Some(first), Some(last)) = (parts.first(), parts.last())
                && parts.len() > 2
            {
                add(
                    format!("{first} {last}"),
                    score,
                    score,
                    weak,
                    "name-full",
                    weak,
                );
            }
            if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
                add(
                    format!("{last}, {first}"),
                    score,
                    score,
                    weak,
                    "name-full",
                    weak,
                );
            }
        }
        for (at, part) in parts.iter().enumerate() {
            let is_common = common.contains(*part);
            let weak = is_common || part.chars().count() < SHORT;
            let last = at > 0 && at + 1 == parts.len();
            let evidence = if last { "name-last" } else { "name-first" };
            let (score, lower) = match (weak, last) {
                (true, _) => (0.62, 0.0),
                (false, true) => (0.93, 0.8),
                (false, false) => (0.92, 0.75),
            };
            // particles and kin words are nobody's name alone, unless they are the whole name
            if is_common && parts.len() > 1 && !is_given_or_family(part) {
                continue;
            }
            add((*part).to_owned(), score, lower, weak, evidence, is_common);
        }
    }

    /// Written forms of names.
    pub(super) fn names(&self) -> &[Name] {
        &self.names
    }

    /// Key of the participant's number that these digits (international, without plus) are.
    pub(super) fn phone(&self, digits: &str) -> Option<&str> {
        self.phones.get(digits).map(String::as_str)
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

/// True for the part of [`COMMON`] that lists names; the rest are particles, kin and offices.
fn is_given_or_family(part: &str) -> bool {
    COMMON
        .iter()
        .take_while(|word| **word != "af")
        .any(|word| fold(word) == part)
}
