//! Which legal basis the words of a text, or the kind of a finding, point to: a hint for the case
//! worker, never a decision and never a band of its own. Keys are those of `review::BASES`; words
//! are in `lexicons/basis.txt`. Guide section 7.3.
//!
//! Internal deliberation, tenders and security arrangements have no category: they are hints here.

use super::{
    fold::{Folded, fold, is_word_char},
    lexicon::sections,
};
use crate::finding::Category;
use aho_corasick::AhoCorasick;

/// Bases named for one text.
const HINTS: usize = 4;

/// The words of `lexicons/basis.txt`, compiled once.
#[derive(Debug)]
pub struct BasisHints {
    automaton: Option<AhoCorasick>,
    /// Key of each pattern and whether the word may go on.
    patterns: Vec<(&'static str, bool)>,
}

impl Default for BasisHints {
    fn default() -> Self {
        Self::new()
    }
}

impl BasisHints {
    /// Compiles the words.
    #[must_use]
    pub fn new() -> Self {
        let (mut words, mut patterns) = (Vec::new(), Vec::new());
        for (key, entry) in sections(include_str!("../../lexicons/basis.txt")) {
            let open = entry.strip_suffix('*');
            words.push(fold(open.unwrap_or(entry)));
            patterns.push((key, open.is_some()));
        }
        Self {
            automaton: AhoCorasick::new(&words).ok(),
            patterns,
        }
    }

    /// Keys of the bases that the words of a text point to, those with most words first, at most
    /// four. `country` (`dk`, `se`, `no`, `fi`) keeps those of one country.
    #[must_use]
    pub fn of_text(&self, text: &str, country: Option<&str>) -> Vec<&'static str> {
        let folded = Folded::new(text);
        let plain = folded.as_str();
        let mut counts: Vec<(&'static str, usize)> = Vec::new();
        let hits = self
            .automaton
            .iter()
            .flat_map(|a| a.find_overlapping_iter(plain));
        for hit in hits {
            let Some((key, open)) = self.patterns.get(hit.pattern().as_usize()) else {
                continue;
            };
            let before = plain.get(..hit.start()).unwrap_or_default();
            let after = plain.get(hit.end()..).unwrap_or_default();
            let inside = before.chars().next_back().is_some_and(is_word_char);
            let goes_on = after.chars().next().is_some_and(is_word_char);
            let elsewhere = country.is_some_and(|country| !key.starts_with(country));
            if inside || goes_on && !open || elsewhere {
                continue;
            }
            match counts.iter_mut().find(|(known, _)| known == key) {
                Some((_, count)) => *count += 1,
                None => counts.push((key, 1)),
            }
        }
        counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        counts.truncate(HINTS);
        counts.into_iter().map(|(key, _)| key).collect()
    }
}

/// The country whose law fits a language, where one does.
#[must_use]
pub fn country_of(lang: &str) -> Option<&'static str> {
    match lang {
        "da" => Some("dk"),
        "sv" => Some("se"),
        "nb" | "nn" | "no" => Some("no"),
        "fi" => Some("fi"),
        _ => None,
    }
}

/// True where some country's law has a basis for the kind, or for the words around it.
pub(super) fn may_have_basis(category: Category) -> bool {
    let of = |country: &&str| basis_of(category, country).is_some();
    category == Category::SecrecyMarking || ["dk", "se", "no", "fi"].iter().any(of)
}

/// The basis that the kind of a finding points to in a country, where the starter tables have one.
#[must_use]
pub fn basis_of(category: Category, country: &str) -> Option<&'static str> {
    use Category as C;
    Some(match (country, category) {
        ("se", C::ProtectedIdentity) => "se.osl.21.3",
        ("se", C::Health | C::SexLife | C::GeneticBiometric) => "se.osl.21.1",
        ("se", C::Offence) => "se.osl.35.1",
        ("fi", C::ProtectedIdentity) => "fi.julkl.24.1.31",
        ("fi", C::Health | C::GeneticBiometric) => "fi.julkl.24.1.25",
        ("fi", C::Offence) => "fi.julkl.24.1.26",
        ("fi", C::Religion | C::Politics | C::Union | C::Ethnicity | C::SexLife) => {
            "fi.julkl.24.1.32"
        }
        (
            "dk" | "no",
            C::ProtectedIdentity
            | C::Health
            | C::SexLife
            | C::GeneticBiometric
            | C::Offence
            | C::Religion
            | C::Politics
            | C::Union
            | C::Ethnicity,
        ) => {
            if country == "dk" {
                "dk.ofl.30.1"
            } else {
                "no.offl.13"
            }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_a_known_basis() {
        for (key, entry) in sections(include_str!("../../lexicons/basis.txt")) {
            assert!(
                crate::review::BASES.iter().any(|(known, _)| *known == key),
                "{key} {entry}"
            );
        }
        for category in Category::ALL {
            for country in ["dk", "se", "no", "fi"] {
                if let Some(key) = basis_of(*category, country) {
                    assert!(crate::review::BASES.iter().any(|(known, _)| *known == key));
                }
            }
        }
    }

    #[test]
    fn words_point_to_a_basis() {
        let hints = BasisHints::new();
        let of = |text, country| hints.of_text(text, Some(country));
        assert_eq!(of("Anbudspriser i upphandlingen", "se"), ["se.osl.19.3"]);
        assert_eq!(
            of("Udkast til svar, kun til intern brug", "dk"),
            ["dk.ofl.23"]
        );
        assert_eq!(of("Uanmeldt tilsyn hos bedriften", "no"), ["no.offl.24"]);
        assert_eq!(
            of("Tarjoushinta on liikesalaisuus", "fi"),
            ["fi.julkl.24.1.20"]
        );
        assert!(of("Vi ses i kantinen", "dk").is_empty());
        assert!(of("anbudspriser", "dk").is_empty());
    }
}
