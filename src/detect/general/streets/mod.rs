//! What streets and towns are called in the Nordic countries and in English: endings, words that only
//! end like streets, first words of longer names, large towns. Written for this program from general
//! knowledge; no register was copied, and small places are found by their postcode.

mod endings;
mod everyday;
mod towns;

use endings::{ALONE, CLEAR, ENGLISH, LEADS, VAGUE};
use everyday::EVERYDAY;
use towns::{TOWN_LEADS, TOWNS};

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
    if ALONE.contains(&word) {
        return Some(Street::Alone);
    }
    if EVERYDAY.contains(&word) {
        return None;
    }
    let ends = |list: &[(&str, usize)]| {
        list.iter().any(|(end, stem)| {
            word.strip_suffix(end)
                .is_some_and(|rest| rest.len() >= *stem)
        })
    };
    if ends(CLEAR) {
        return Some(Street::Clear);
    }
    ends(VAGUE).then_some(Street::Vague)
}

/// True for an everyday word that ends like a street.
pub(super) fn is_everyday(word: &str) -> bool {
    EVERYDAY.contains(&word)
}

/// True for a word that begins a longer name of a street.
pub(super) fn leads_street(word: &str) -> bool {
    LEADS.contains(&word)
}

/// True for a known town.
pub(super) fn is_town(word: &str) -> bool {
    TOWNS.contains(&word)
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
