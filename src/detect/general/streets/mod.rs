//! What streets and towns are called in the Nordic countries and in English: endings, words that only
//! end like streets, first words of longer names, large towns. Written for this program from general
//! knowledge; no register was copied, and small places are found by their postcode.

mod endings;
mod everyday;
mod towns;

use crate::detect::wordmap::{WordMap, set};
use endings::{ALONE, CLEAR, ENGLISH, LEADS, VAGUE};
use everyday::EVERYDAY;
use std::sync::LazyLock;
use towns::{TOWN_LEADS, TOWNS};

static STAND_ALONE: LazyLock<WordMap<()>> = LazyLock::new(|| set(ALONE));
static ORDINARY: LazyLock<WordMap<()>> = LazyLock::new(|| set(EVERYDAY));
static LEADING: LazyLock<WordMap<()>> = LazyLock::new(|| set(LEADS));
static KNOWN_TOWNS: LazyLock<WordMap<()>> = LazyLock::new(|| set(TOWNS));
/// Endings with the bytes that have to stand before them, at least.
static CLEAR_ENDS: LazyLock<WordMap<usize>> = LazyLock::new(|| endings_of(CLEAR));
static VAGUE_ENDS: LazyLock<WordMap<usize>> = LazyLock::new(|| endings_of(VAGUE));

fn endings_of(list: &[(&'static str, usize)]) -> WordMap<usize> {
    WordMap::new(list.iter().copied(), usize::min)
}

/// How surely a word is a street.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Street {
    /// "Nørregade", "Mannerheimintie".
    Clear,
    /// "Fælledparken", "Havreholm": also other things.
    Vague,
    /// "gate", "Plads": a street only with a name before it.
    Alone,
}

/// What a folded word says about being a street.
pub(super) fn street(word: &str) -> Option<Street> {
    if STAND_ALONE.holds(word) {
        return Some(Street::Alone);
    }
    if ORDINARY.holds(word) {
        return None;
    }
    let ends = |list: &WordMap<usize>| {
        word.char_indices().any(|(at, _)| {
            let stem = word.get(at..).and_then(|end| list.get(end));
            stem.is_some_and(|stem| at >= stem)
        })
    };
    if ends(&CLEAR_ENDS) {
        return Some(Street::Clear);
    }
    ends(&VAGUE_ENDS).then_some(Street::Vague)
}

/// True for an everyday word that ends like a street.
pub(super) fn is_everyday(word: &str) -> bool {
    ORDINARY.holds(word)
}

/// True for a word that begins a longer name of a street.
pub(super) fn leads_street(word: &str) -> bool {
    LEADING.holds(word)
}

/// True for a known town.
pub(super) fn is_town(word: &str) -> bool {
    KNOWN_TOWNS.holds(word)
}

/// True for the first word of a town of two words.
pub(super) fn leads_town(word: &str) -> bool {
    TOWN_LEADS.contains(&word)
}

/// True for an English word for street.
pub(super) fn is_english(word: &str) -> bool {
    ENGLISH.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        for word in [
            "norregade",
            "storgatan",
            "kirkeveien",
            "hameenkatu",
            "mannerheimintie",
        ] {
            assert_eq!(street(word), Some(Street::Clear), "{word}");
        }
        for word in ["undervejs", "arbejdsplads", "kalle", "katie", "christie"] {
            assert!(street(word) != Some(Street::Clear), "{word}");
        }
        assert_eq!(street("gate"), Some(Street::Alone));
    }
}
