//! An authority's own profile (`docs/detectors/profile.md`): whom it keeps visible, what it always
//! wants found, its own patterns and word lists. A TOML file; every entry carries examples, which
//! are tried when it is loaded. Read whole: at most [`limits::PROFILE_BYTES`].

mod lists;
pub(super) mod pattern;

use lists::{Keep, Word};
pub(super) use lists::{Own, starts};

use super::settings::{Preset, SearchChoice};
use crate::{
    error::{Code, Error, Result},
    finding::{Band, Category},
    limits,
};
use serde::Deserialize;
use std::collections::BTreeSet;

/// A checked profile.
#[derive(Clone, Debug)]
pub struct Profile {
    name: String,
    preset: Preset,
    off: BTreeSet<Category>,
    pub(super) keep: Keep,
    pub(super) words: Vec<Word>,
    pub(super) own: Vec<Own>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u32,
    #[serde(default)]
    name: String,
    #[serde(default)]
    preset: Preset,
    #[serde(default)]
    off: Vec<Category>,
    #[serde(default)]
    keep: Vec<KeepEntry>,
    #[serde(default)]
    find: Vec<FindEntry>,
    #[serde(default)]
    lexicon: Vec<LexiconEntry>,
    #[serde(default)]
    pattern: Vec<PatternEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeepEntry {
    values: Vec<String>,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FindEntry {
    values: Vec<String>,
    category: Category,
    #[serde(default)]
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconEntry {
    name: String,
    category: Category,
    #[serde(default = "possible")]
    band: Band,
    words: Vec<String>,
    find: Vec<String>,
    ignore: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternEntry {
    name: String,
    category: Category,
    #[serde(default = "likely")]
    band: Band,
    pattern: String,
    #[serde(default)]
    words: Vec<String>,
    find: Vec<String>,
    ignore: Vec<String>,
}

const fn possible() -> Band {
    Band::C
}
const fn likely() -> Band {
    Band::B
}

/// A score inside a band.
const fn score(band: Band) -> f32 {
    match band {
        Band::A => 0.97,
        Band::B => 0.75,
        Band::C => 0.45,
    }
}

/// An error that names the entry and what is wrong with it.
fn wrong(entry: &str, number: usize, why: &'static str) -> Error {
    Error::new(Code::BadProfile)
        .with("entry", format!("[[{entry}]] {}", number + 1))
        .with("why", why)
}

impl Profile {
    /// Reads and tries a profile.
    ///
    /// # Errors
    /// [`Code::BadProfile`] with the byte where reading stopped, or with the entry and what is wrong
    /// with it; [`Code::LimitExceeded`].
    pub fn from_toml(text: &str) -> Result<Self> {
        if text.len() > limits::PROFILE_BYTES {
            let (required, allowed) = (text.len() as u64, limits::PROFILE_BYTES as u64);
            return Err(Error::limit("PROFILE_BYTES", required, allowed));
        }
        let file: File = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start as u64);
            let error = Error::new(Code::BadProfile).with("entry", "TOML");
            error.with("why", "form").at_byte(at)
        })?;
        if file.format != "maskera-profile" || file.version != 1 {
            return Err(Error::new(Code::BadProfile)
                .with("entry", "format")
                .with("why", "form"));
        }
        let entries = file.find.len() + file.lexicon.len() + file.pattern.len();
        if entries > limits::PROFILE_ENTRIES {
            let (required, allowed) = (entries as u64, limits::PROFILE_ENTRIES as u64);
            return Err(Error::limit("PROFILE_ENTRIES", required, allowed));
        }
        let mut keep = Keep::default();
        for (number, entry) in file.keep.iter().enumerate() {
            if entry.reason.trim().is_empty() {
                return Err(wrong("keep", number, "reason-missing"));
            }
            for value in &entry.values {
                keep.add(value, &entry.reason);
            }
        }
        let mut words = Vec::new();
        for (number, entry) in file.find.iter().enumerate() {
            for value in &entry.values {
                let word = Word::new(value, entry.category, score(Band::A), "listed-find");
                words.push(
                    word.ok_or_else(|| wrong("find", number, "word-short"))?
                        .named(&entry.reason),
                );
            }
        }
        for (number, entry) in file.lexicon.iter().enumerate() {
            let mut own = Vec::new();
            for value in &entry.words {
                let word = Word::new(value, entry.category, score(entry.band), "own-word");
                own.push(
                    word.ok_or_else(|| wrong("lexicon", number, "word-short"))?
                        .named(&entry.name),
                );
            }
            let finds = |text: &str| own.iter().any(|word| word.stands_in(text));
            tried("lexicon", number, &entry.find, &entry.ignore, finds)?;
            words.append(&mut own);
        }
        let mut own = Vec::new();
        for (number, entry) in file.pattern.into_iter().enumerate() {
            let pattern = pattern::Pattern::new(&entry.pattern)
                .map_err(|fault| wrong("pattern", number, fault.id()))?;
            let pattern = Own::new(
                pattern,
                &entry.name,
                entry.category,
                score(entry.band),
                &entry.words,
            );
            let finds = |text: &str| pattern.stands_in(text);
            tried("pattern", number, &entry.find, &entry.ignore, finds)?;
            own.push(pattern);
        }
        Ok(Self {
            name: file.name,
            preset: file.preset,
            off: file.off.into_iter().collect(),
            keep,
            words,
            own,
        })
    }

    /// What a profile chooses: itself, with its preset and the categories that it leaves out.
    ///
    /// # Errors
    /// Those of [`Profile::from_toml`].
    pub fn choose(text: String) -> Result<SearchChoice> {
        let profile = Self::from_toml(&text)?;
        Ok(SearchChoice {
            preset: profile.preset,
            off: profile.off,
            profile: Some(text),
        })
    }

    /// The authority's name for it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// Tries the examples of an entry: each must be found, each counter-example must not.
fn tried(
    entry: &str,
    number: usize,
    find: &[String],
    ignore: &[String],
    finds: impl Fn(&str) -> bool,
) -> Result<()> {
    let failed = |why: &'static str, at: usize| {
        wrong(entry, number, why).with("example", (at + 1).to_string())
    };
    if find.is_empty() || ignore.is_empty() {
        return Err(wrong(entry, number, "examples-missing"));
    }
    if let Some(at) = find.iter().position(|text| !finds(text)) {
        return Err(failed("example-not-found", at));
    }
    if let Some(at) = ignore.iter().position(|text| finds(text)) {
        return Err(failed("counter-example-found", at));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "format = \"maskera-profile\"\nversion = 1\n";

    fn why(body: &str) -> (String, String) {
        let error = Profile::from_toml(&format!("{HEAD}{body}")).unwrap_err();
        assert_eq!(error.code(), Code::BadProfile);
        let arg = |name: &str| error.args().get(name).cloned().unwrap_or_default();
        (arg("entry"), arg("why"))
    }

    #[test]
    fn every_fault_names_its_entry() {
        let pattern =
            |rest: &str| format!("[[pattern]]\nname = \"x\"\ncategory = \"case-number\"\n{rest}\n");
        let named = |entry: &str, why: &str| (entry.to_owned(), why.to_owned());
        assert_eq!(
            why(&pattern(
                "pattern = \"@@\"\nfind = [\"ab\"]\nignore = [\"a\"]"
            )),
            named("[[pattern]] 1", "pattern-too-loose")
        );
        assert_eq!(
            why(&pattern(
                "pattern = \"B-##\"\nfind = [\"B-1\"]\nignore = [\"C\"]"
            )),
            named("[[pattern]] 1", "example-not-found")
        );
        assert_eq!(
            why(&pattern(
                "pattern = \"B-##\"\nfind = [\"B-12\"]\nignore = [\"se B-12\"]"
            )),
            named("[[pattern]] 1", "counter-example-found")
        );
        assert_eq!(
            why(&pattern("pattern = \"B-##\"\nfind = []\nignore = []")),
            named("[[pattern]] 1", "examples-missing")
        );
        assert_eq!(
            why("[[keep]]\nvalues = [\"Bo\"]\nreason = \" \""),
            named("[[keep]] 1", "reason-missing")
        );
        assert_eq!(why("nonsense = 1"), named("TOML", "form"));
        assert_eq!(why("off = [\"no-such\"]"), named("TOML", "form"));
    }
}
