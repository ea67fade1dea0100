//! Who a sentence speaks of, and how: pronouns, kin, roles, verbs of state, signs of general talk
//! and words that end a clause.

use super::data;
use crate::{detect::wordmap::WordMap, text::ByteSpan};

/// Words of a sentence that are looked at on each side of a hit.
const REACH: usize = 24;
/// Bytes of a sentence on each side of the hits that are cut into words.
const BYTES: u32 = 400;

/// What a word is; more than one may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kind(pub u16);

impl Kind {
    /// The writer: "jeg", "min".
    pub const FIRST: Self = Self(1);
    /// Somebody spoken of: "han", "hennes".
    pub const THIRD: Self = Self(2);
    /// Somebody spoken to.
    pub const SECOND: Self = Self(4);
    /// A relative.
    pub const KIN: Self = Self(8);
    /// A role: "borgeren", "eleven".
    pub const ROLE: Self = Self(16);
    /// A verb of state or change.
    pub const VERB: Self = Self(32);
    /// General talk.
    pub const GENERAL: Self = Self(64);
    /// Ends a clause.
    pub const BREAK: Self = Self(128);
    /// A possessive: "min", "hans".
    pub const OWN: Self = Self(256);
    /// A negation.
    pub const NEGATION: Self = Self(512);
    /// A small word that can stand inside a predicate.
    pub const INNER: Self = Self(1024);
    /// An animal, or who treats it.
    pub const ANIMAL: Self = Self(2048);

    /// A number that grows or shrinks.
    pub const TREND: Self = Self(4096);

    /// True where one of `other` holds.
    pub fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn of(section: &str) -> Self {
        match section {
            "first" => Self::FIRST,
            "third" => Self::THIRD,
            "second" => Self::SECOND,
            "kin" => Self::KIN,
            "role" => Self::ROLE,
            "verb" => Self::VERB,
            "general" => Self::GENERAL,
            "break" => Self::BREAK,
            "first-own" => Self(Self::FIRST.0 | Self::OWN.0),
            "third-own" => Self(Self::THIRD.0 | Self::OWN.0),
            "negation" => Self::NEGATION,
            "inner" => Self::INNER,
            "animal" => Self::ANIMAL,
            "trend" => Self::TREND,
            _ => Self(0),
        }
    }
}

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub span: ByteSpan,
    pub kind: Kind,
    /// Begins with a capital letter.
    pub capital: bool,
    /// Punctuation that ends a clause stands before it.
    pub apart: bool,
    /// A bracket, dash or line stands before it.
    pub first: bool,
}

/// The words of each family of languages.
#[derive(Debug)]
pub(super) struct People {
    families: [WordMap<Kind>; 3],
}

/// Endings that a word may lose before it is looked up, longest first, by family.
const ENDINGS: [&[&str]; 3] = [
    &[
        "ernes", "arnas", "ens", "ets", "en", "et", "ns", "ts", "n", "t", "s", "er",
    ],
    &[
        "llansa", "llaan", "llään", "nsa", "nsä", "mme", "lla", "llä", "lle", "lta", "ltä", "ssa",
        "ssä", "sta", "stä", "ni", "si", "ta", "tä", "n", "a", "ä",
    ],
    &["'s", "’s"],
];

impl People {
    pub(super) fn new() -> Self {
        let families = [0, 1, 2].map(|family| {
            let files = data::PEOPLE
                .iter()
                .filter(|(lang, _)| lang.family() == family);
            let words = files.flat_map(|(_, file)| data::entries(file));
            WordMap::new(
                words.map(|(section, entry)| (entry.to_lowercase(), Kind::of(section))),
                |one, other| Kind(one.0 | other.0),
            )
        });
        Self { families }
    }

    fn kind(&self, word: &str, family: u8) -> Kind {
        let family = usize::from(family);
        let (Some(map), Some(endings)) = (self.families.get(family), ENDINGS.get(family)) else {
            return Kind::default();
        };
        let known = map.get(word).or_else(|| {
            endings.iter().find_map(|ending| {
                let stem = word.strip_suffix(ending).filter(|stem| stem.len() > 2)?;
                let kind = map.get(stem)?;
                // only people and animals are inflected here
                kind.is(Kind(Kind::KIN.0 | Kind::ROLE.0 | Kind::ANIMAL.0))
                    .then_some(kind)
            })
        });
        known.unwrap_or_default()
    }

    /// True where `word` is one of a family's own.
    pub(super) fn knows(&self, word: &str, family: u8) -> bool {
        let map = self.families.get(usize::from(family));
        map.is_some_and(|map| map.get(word).is_some())
    }

    /// The words of a sentence around `core`, which holds its hits.
    pub(super) fn words(
        &self,
        text: &str,
        sentence: ByteSpan,
        core: ByteSpan,
        family: u8,
    ) -> Vec<Word> {
        let (first, last) = (core.start, core.end);
        let mut from = sentence.start.max(first.saturating_sub(BYTES)) as usize;
        let mut upto = sentence.end.max(last).min(last.saturating_add(BYTES)) as usize;
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        while upto > from && !text.is_char_boundary(upto) {
            upto -= 1;
        }
        let part = text.get(from..upto).unwrap_or_default();
        let mut words = Vec::new();
        let mut apart = from as u32 == sentence.start;
        let mut line = apart;
        let mut start = None;
        let mut push = |start: usize, end: usize, apart: bool, line: bool| {
            let word = part.get(start..end).unwrap_or_default();
            words.push(Word {
                span: ByteSpan::new((from + start) as u32, (from + end) as u32),
                kind: self.kind(&word.to_lowercase(), family),
                capital: word.chars().next().is_some_and(char::is_uppercase),
                apart,
                first: line,
            });
        };
        for (at, c) in part.char_indices() {
            let inner = matches!(c, '-' | '\'' | '’') && start.is_some();
            if c.is_alphanumeric() || c == '\u{301}' || inner {
                start.get_or_insert(at);
                continue;
            }
            if let Some(begin) = start.take() {
                push(begin, at, apart, line);
                apart = false;
                line = false;
            }
            // "39,4" and "2.1" are one value
            let number = matches!(c, ',' | '.')
                && part
                    .get(at + 1..)
                    .is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
            // "ill - call me"
            let dash = c == '-' && part.get(at + 1..).is_some_and(|next| next.starts_with(' '));
            let picture = c > '\u{2190}';
            if dash
                || picture
                || !number
                    && matches!(
                        c,
                        ',' | '.' | ';' | ':' | '(' | ')' | '–' | '—' | '!' | '?' | '\n'
                    )
            {
                apart = true;
            }
            line |= matches!(c, '\n' | ':');
        }
        if let Some(begin) = start {
            push(begin, part.len(), apart, line);
        }
        let lead = words
            .iter()
            .take_while(|word| word.span.end <= first)
            .count();
        words.drain(..lead.saturating_sub(REACH));
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use data::Lang;

    #[test]
    fn every_language_has_every_kind() {
        for lang in [Lang::Da, Lang::Sv, Lang::Nb, Lang::Fi, Lang::En] {
            let (_, file) = data::PEOPLE.iter().find(|(of, _)| *of == lang).unwrap();
            for section in [
                "first", "third", "second", "kin", "role", "verb", "general", "break", "negation",
                "inner", "animal", "trend",
            ] {
                assert!(
                    data::entries(file).any(|(of, _)| of == section),
                    "{lang:?} {section}"
                );
            }
            for (section, entry) in data::entries(file) {
                assert_ne!(Kind::of(section), Kind(0), "{lang:?} [{section}] {entry}");
            }
        }
    }
}
