//! The lexicon files of `lexicons/`, and how they are read.
//!
//! A file holds sections in brackets and entries separated by commas or line breaks; `#` begins a
//! comment. An entry is a word or phrase with the usual endings of its language. `word*` takes any
//! ending, `word!` none; `*word` may end a compound. An entry with a capital letter matches in that
//! case only.

use crate::finding::Category;

/// Languages with files; Norwegian holds both written forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lang {
    Da,
    Sv,
    Nb,
    Fi,
    En,
}

impl Lang {
    /// Languages whose speakers read each other's words.
    pub(super) fn family(self) -> u8 {
        match self {
            Self::Da | Self::Sv | Self::Nb => 0,
            Self::Fi => 1,
            Self::En => 2,
        }
    }
}

/// What an entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// States the matter about somebody by itself: "sygemeldt".
    State,
    /// Does so with a person and a verb: "depression".
    Term,
    /// Says little alone: "læge".
    Weak,
    /// Membership or origin: needs a [`Class::Name`] beside it.
    Cue,
    /// A union, party, faith or people: needs a [`Class::Cue`] or a person.
    Name,
    /// Child welfare, debt, divorce: shown, never redacted by itself.
    Social,
    /// Means something else: takes the hits inside it away.
    Not,
    /// Supervision: a sentence like this is a threat.
    Threat,
    /// Supervision: a violent verb.
    Violent,
    /// Supervision: somebody spoken to or about.
    Target,
    /// Supervision: what somebody says they will do.
    Intent,
    /// Supervision: a call on others.
    Call,
    /// Supervision: an idiom of somebody's death, a threat with "you" beside it.
    Fate,
    /// Supervision: getting hold of somebody; a threat with a call to wait or a fate beside it.
    Grip,
    /// Supervision: a verb of hurting that means it only with "you" right after it.
    Harm,
    /// Supervision: a game or sport, where such words are play.
    Game,
    /// Supervision: a group of people.
    Group,
    /// Supervision: an insulting word for a group.
    Slur,
    /// Supervision: makes people less than people, or drives them out.
    Dehuman,
    /// Supervision: a place or office that can be attacked.
    Place,
    /// Supervision: shows up somebody's private life.
    Privacy,
    /// Supervision: child abuse.
    Abuse,
    /// Supervision: praise of violence.
    Praise,
    /// Supervision: work of others offered.
    Copyright,
}

impl Class {
    fn of(section: &str) -> Option<Self> {
        Some(match section {
            "state" => Self::State,
            "term" => Self::Term,
            "weak" => Self::Weak,
            "cue" => Self::Cue,
            "name" => Self::Name,
            "social" => Self::Social,
            "not" => Self::Not,
            "threat" => Self::Threat,
            "violent" => Self::Violent,
            "target" => Self::Target,
            "intent" => Self::Intent,
            "call" => Self::Call,
            "fate" => Self::Fate,
            "grip" => Self::Grip,
            "harm" => Self::Harm,
            "game" => Self::Game,
            "group" => Self::Group,
            "slur" => Self::Slur,
            "dehuman" => Self::Dehuman,
            "place" => Self::Place,
            "privacy" => Self::Privacy,
            "abuse" => Self::Abuse,
            "praise" => Self::Praise,
            "copyright" => Self::Copyright,
            _ => return None,
        })
    }
}

macro_rules! files {
    ($($category:ident $id:literal;)+) => {
        /// Category, language and text of each lexicon.
        pub(super) const FILES: &[(Category, Lang, &str)] = &[$(
            (Category::$category, Lang::Da, include_str!(concat!("../../../lexicons/da/", $id, ".txt"))),
            (Category::$category, Lang::Sv, include_str!(concat!("../../../lexicons/sv/", $id, ".txt"))),
            (Category::$category, Lang::Nb, include_str!(concat!("../../../lexicons/nb/", $id, ".txt"))),
            (Category::$category, Lang::Fi, include_str!(concat!("../../../lexicons/fi/", $id, ".txt"))),
            (Category::$category, Lang::En, include_str!(concat!("../../../lexicons/en/", $id, ".txt"))),
        )+];
    };
}

files! {
    Health "health";
    Union "union";
    Religion "religion";
    Politics "politics";
    Ethnicity "ethnicity";
    SexLife "sex-life";
    GeneticBiometric "genetic-biometric";
    Offence "offence";
    Supervision "supervision";
}

/// The words for persons, verbs and general talk, by language.
pub(super) const PEOPLE: &[(Lang, &str)] = &[
    (Lang::Da, include_str!("../../../lexicons/da/people.txt")),
    (Lang::Sv, include_str!("../../../lexicons/sv/people.txt")),
    (Lang::Nb, include_str!("../../../lexicons/nb/people.txt")),
    (Lang::Fi, include_str!("../../../lexicons/fi/people.txt")),
    (Lang::En, include_str!("../../../lexicons/en/people.txt")),
];

/// Section and entry, in the file's order.
pub(in crate::detect) fn entries(file: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut section = "";
    file.lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter_map(move |line| {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                section = name;
                return None;
            }
            Some((section, line))
        })
        .flat_map(|(section, line)| line.split(',').map(move |entry| (section, entry.trim())))
        .filter(|(_, entry)| !entry.is_empty())
}

/// Class and entry.
pub(super) fn classed(file: &str) -> impl Iterator<Item = (Class, &str)> {
    entries(file).filter_map(|(section, entry)| Some((Class::of(section)?, entry)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_and_entries_are_known() {
        for (category, lang, file) in FILES {
            for (section, entry) in entries(file) {
                assert!(
                    Class::of(section).is_some(),
                    "{category:?} {lang:?} [{section}] {entry}"
                );
            }
            assert!(file.starts_with("# "), "{category:?} {lang:?}: no source");
        }
    }
}
