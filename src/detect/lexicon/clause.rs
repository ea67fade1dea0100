//! From the words that state a matter to the whole clause around them: "har kræft" becomes "min mor
//! har kræft". What is said of somebody is told by its subject as much as by its verb, so the
//! finding is what has to go. Guide section 5: the phrase or clause.
//!
//! A clause begins at the start of its sentence, behind punctuation, behind a word that opens a
//! clause ("men", "fordi") or behind an "and" that a new subject and verb follow. It ends likewise.
//! Where no such place is near, the words stay as they were found. Bounded by [`BACK`] and
//! [`AHEAD`] words; linear in them.
//!
//! Not done: clauses set inside clauses ("the boy, who is ill, came").

use super::people::{Kind, Word};
use crate::text::ByteSpan;

/// Words before the statement in which its clause begins.
const BACK: usize = 12;
/// Words behind the statement in which its clause ends.
const AHEAD: usize = 10;
/// Words of a head such as "he told me that" that still belong to the clause.
const HEAD: usize = 4;
/// Digits of a number that no clause runs into.
const NUMBER: usize = 5;

/// Words that join two clauses or two parts of one.
const AND: &[&str] = &[
    "og", "och", "o", "ja", "and", "samt", "sekä", "eller", "tai", "or", "eikä", "enkä",
];
/// Words behind which what is said begins: "he told me that".
const THAT: &[&str] = &["at", "att", "that", "että", "om"];
/// Words of [`Kind::BREAK`] that stand inside a clause as well.
const INSIDE: &[&str] = &[
    "som",
    "der",
    "who",
    "which",
    "joka",
    "jotka",
    "jonka",
    "efter",
    "etter",
    "after",
    "før",
    "innan",
    "inden",
    "before",
    "siden",
    "sidan",
    "sedan",
    "sen",
    "since",
    "until",
    "till",
    "tills",
    "indtil",
    "til og med",
    "fram",
    "ifølge",
    "enligt",
    "according",
    "mukaan",
    "om",
    "kl",
    "klo",
    "jälkeen",
    "ennen",
    "sitten",
    "asti",
    "dog",
    "kuitenkin",
    "then",
    "fast",
];
/// Words that ask somebody for something: with an "and" before them they begin a clause.
const REQUESTS: &[&str] = &[
    "please",
    "pls",
    "plz",
    "ring",
    "ringe",
    "send",
    "sende",
    "husk",
    "hugs",
    "kom",
    "skriv",
    "call",
    "text",
    "tell",
    "ask",
    "vær",
    "venligst",
    "glem",
    "gløym",
    "glöm",
    "skicka",
    "kom",
    "svar",
    "svara",
    "muista",
    "soita",
    "ota",
    "laita",
    "kerro",
    "kysy",
    "älä",
    "voitko",
    "voisitko",
    "don't",
    "dont",
    "contact",
    "kontakt",
    "kontakta",
    "spør",
    "spørg",
    "fråga",
    "tak",
    "tack",
    "takk",
    "kiitos",
    "thanks",
    "hilsen",
    "hälsningar",
    "mvh",
    "vh",
];

/// The whole clause that holds `span`. `others` are the statements of other kinds: an "and" before
/// one of them ends the clause.
pub(super) fn whole(text: &str, words: &[Word], span: ByteSpan, others: &[ByteSpan]) -> ByteSpan {
    let clause = Clause { text, words };
    let lead = words.partition_point(|word| word.span.end <= span.start);
    let tail = words.partition_point(|word| word.span.start < span.end);
    ByteSpan::new(
        clause
            .start(lead)
            .map_or(span.start, |at| at.min(span.start)),
        clause
            .end(tail, others)
            .map_or(span.end, |at| at.max(span.end)),
    )
}

/// What a word between two parts does.
#[derive(PartialEq, Eq)]
enum Joint {
    /// Nothing: it is a word of the clause.
    Inside,
    And,
    That,
    /// Opens another clause.
    Opens,
}

struct Clause<'a> {
    text: &'a str,
    words: &'a [Word],
}

impl Clause<'_> {
    fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    fn lower(&self, at: usize) -> String {
        let word = self.word(at).and_then(|word| word.span.of(self.text));
        word.unwrap_or_default().to_lowercase()
    }

    fn is(&self, at: usize, kind: Kind) -> bool {
        self.word(at).is_some_and(|word| word.kind.is(kind))
    }

    /// True where something ends the clause between the word before `at` and the word at it.
    fn broken(&self, at: usize) -> bool {
        let (Some(before), Some(word)) =
            (at.checked_sub(1).and_then(|b| self.word(b)), self.word(at))
        else {
            return true;
        };
        let between = ByteSpan::new(before.span.end, word.span.start);
        let Some(between) = between.of(self.text) else {
            return true;
        };
        let spaced = between.contains(char::is_whitespace);
        // a full stop inside a sentence shortens a word
        between.contains(['\n', '…', '|', '@', '=', '*', '_'])
            || spaced
                && between.contains([
                    ',', ';', ':', '!', '?', '(', ')', '[', ']', '–', '—', '-', '/',
                ])
            || between.chars().any(|c| c > '\u{2190}')
            || self.numbered(at - 1)
            || self.numbered(at)
    }

    /// True for a part of a long number, of a link or of an address of a computer.
    fn numbered(&self, at: usize) -> bool {
        let digits = |at: usize| {
            let word = self.word(at).and_then(|word| word.span.of(self.text));
            word.filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
                .map_or(0, str::len)
        };
        let here = digits(at);
        let beside = |at: Option<usize>| at.map_or(0, digits);
        let link = matches!(self.lower(at).as_str(), "http" | "https" | "www");
        link || here > 0 && here + beside(at.checked_sub(1)) + beside(Some(at + 1)) >= NUMBER
    }

    fn joint(&self, at: usize) -> Joint {
        let word = self.lower(at);
        let word = word.as_str();
        if AND.contains(&word) {
            Joint::And
        } else if THAT.contains(&word) {
            Joint::That
        } else if self.is(at, Kind::BREAK) && !INSIDE.contains(&word) {
            Joint::Opens
        } else {
            Joint::Inside
        }
    }

    /// True where a new subject and its verb, or a request, begin at `at`.
    fn begins(&self, at: usize) -> bool {
        let people = Kind(Kind::FIRST.0 | Kind::SECOND.0 | Kind::THIRD.0);
        let nouns = Kind(Kind::KIN.0 | Kind::ROLE.0);
        let verb = |at: usize| self.is(at, Kind::VERB) && !self.broken(at);
        let whole = |at: usize| self.is(at, people) && !self.is(at, Kind::OWN);
        if self.word(at).is_none() || REQUESTS.contains(&self.lower(at).as_str()) {
            return true;
        }
        if whole(at) {
            return true;
        }
        // "og nu er hun", "and then they"
        let turned =
            (1..3).any(|more| whole(at + more) && (0..more).all(|one| !self.broken(at + one + 1)));
        if self.is(at, Kind::OWN) || self.is(at, nouns) {
            return verb(at + 1) || verb(at + 2);
        }
        if self.is(at, Kind::VERB) {
            // "og kan du ringe", "og kan I ringe" ask, "og tog hende med" tells
            let you = self.word(at + 1).and_then(|word| word.span.of(self.text));
            return whole(at + 1) && self.is(at + 1, Kind::SECOND) || you == Some("I");
        }
        turned && self.is(at, Kind::INNER)
            || verb(at + 1) && !self.is(at, Kind::INNER) && !self.is(at, Kind::NEGATION)
    }

    /// True where a verb stands between the start of the clause and `at`.
    fn verb_before(&self, at: usize) -> bool {
        let mut at = at;
        for _ in 0..BACK {
            if at == 0 || self.broken(at) || self.joint(at - 1) == Joint::Opens {
                return false;
            }
            at -= 1;
            if self.is(at, Kind::VERB) {
                return true;
            }
        }
        false
    }

    /// Words from the start of the clause to `at`, [`BACK`] at most.
    fn words_before(&self, at: usize) -> usize {
        (0..BACK)
            .take_while(|back| at > *back && (*back == 0 || !self.broken(at - back)))
            .count()
    }

    /// Where the clause begins whose statement begins with the word `lead`.
    fn start(&self, lead: usize) -> Option<u32> {
        let mut at = lead;
        while at > 0 && !self.broken(at) {
            let ends = match self.joint(at - 1) {
                Joint::Inside => false,
                Joint::Opens => true,
                Joint::And => self.begins(at) && self.verb_before(at - 1),
                Joint::That => self.words_before(at - 1) > HEAD,
            };
            if ends {
                break;
            }
            if lead - at == BACK {
                return self.subject(lead, at);
            }
            at -= 1;
        }
        self.word(at).map(|word| word.span.start)
    }

    /// The nearest word for somebody before `lead`, where the clause is too long.
    fn subject(&self, lead: usize, least: usize) -> Option<u32> {
        let people = Kind(Kind::FIRST.0 | Kind::THIRD.0 | Kind::KIN.0 | Kind::ROLE.0);
        (least..lead)
            .rev()
            .find(|at| self.is(*at, people))
            .and_then(|at| self.word(at))
            .map(|word| word.span.start)
    }

    /// Where the clause ends that goes on with the word `tail`.
    fn end(&self, tail: usize, others: &[ByteSpan]) -> Option<u32> {
        let end_before = |at: usize| {
            let word = at.checked_sub(1).and_then(|at| self.word(at));
            word.map(|word| word.span.end)
        };
        // the last place where the clause can be cut
        let mut soft = None;
        for at in tail..=tail + AHEAD {
            if self.word(at).is_none() || self.broken(at) {
                return end_before(at);
            }
            let joint = self.joint(at);
            let ends = match joint {
                Joint::Inside => false,
                Joint::Opens => true,
                Joint::That => self.lower(at) != "om",
                Joint::And => {
                    let other = |span: &&ByteSpan| {
                        self.word(at)
                            .is_some_and(|word| span.start >= word.span.end)
                    };
                    self.begins(at + 1)
                        || others.iter().filter(other).any(|other| {
                            (at..=tail + AHEAD).any(|more| {
                                self.word(more)
                                    .is_some_and(|word| word.span.overlaps(*other))
                            })
                        })
                }
            };
            if ends {
                return end_before(at);
            }
            if joint != Joint::Inside || self.is(at, Kind::BREAK) {
                soft = end_before(at);
            }
        }
        soft
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        detect::{Near, Scanner},
        finding::{Category, Claim},
    };

    fn clauses(text: &str) -> Vec<(Category, &str)> {
        let claims = Scanner::new(&[]).scan(text, &Near::default());
        let stated = |claim: &&Claim| claim.category.is_clause() && claim.score >= 0.6;
        claims
            .iter()
            .filter(stated)
            .map(|claim| (claim.category, claim.span.of(text).unwrap()))
            .collect()
    }

    #[test]
    fn a_finding_is_the_clause_with_its_subject() {
        for (text, clause) in [
            (
                "Kl. 9: han er jo sygemeldt med stress, siger Jens",
                "han er jo sygemeldt med stress",
            ),
            (
                "Stina har fått en ADHD-diagnos",
                "Stina har fått en ADHD-diagnos",
            ),
            (
                "Ring mig. Borgeren har navne- og adressebeskyttelse!",
                "Borgeren har navne- og adressebeskyttelse",
            ),
            ("Vi ses, men grannen röstade på SD", "grannen röstade på SD"),
            ("min mor har kræft så jeg kommer ikke", "min mor har kræft"),
            (
                "Isäni on kokoomuksen jäsen mutta ei kerro sitä",
                "Isäni on kokoomuksen jäsen",
            ),
            (
                "OBS: mor og barn har kode 6\nHilsen NAV",
                "mor og barn har kode 6",
            ),
            (
                "my son has type 1 diabetes and carries insulin, please tell the sub",
                "my son has type 1 diabetes and carries insulin",
            ),
            (
                "Anna og Peter er sygemeldt med stress",
                "Anna og Peter er sygemeldt med stress",
            ),
            ("jeg har det fint og min mor har kræft", "min mor har kræft"),
            (
                "Hun er sygemeldt med stress og kan I ringe til hende",
                "Hun er sygemeldt med stress",
            ),
            (
                "hun er sygemeldt med stress - ring til vikaren",
                "hun er sygemeldt med stress",
            ),
            (
                "Olavi är sjukskriven för depression 😢 vi ses",
                "Olavi är sjukskriven för depression",
            ),
        ] {
            let found = clauses(text);
            assert!(
                found.iter().any(|(_, of)| *of == clause),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn clauses_of_two_kinds_keep_apart() {
        assert_eq!(
            clauses("she converted to Islam and her parents are Kurdish"),
            [
                (Category::Religion, "she converted to Islam"),
                (Category::Ethnicity, "her parents are Kurdish"),
            ]
        );
    }

    #[test]
    fn a_clause_without_an_end_stays_short() {
        let text = format!(
            "{}har kræft {}",
            "ord ".repeat(40),
            "og så videre ".repeat(40)
        );
        for (_, clause) in clauses(&text) {
            assert!(
                clause.split(' ').count() <= super::BACK + super::AHEAD,
                "{clause}"
            );
        }
    }

    #[test]
    fn numbers_and_links_stay_outside() {
        for text in [
            "Ring 20123456 hun har kræft",
            "Villads (hemmeligt nummer) 41 81 06 39",
            "han er sygemeldt https://example.org/a",
        ] {
            for (_, clause) in clauses(text) {
                assert!(
                    !clause.contains(|c: char| c.is_ascii_digit() || c == '/'),
                    "{clause}"
                );
            }
        }
    }
}
