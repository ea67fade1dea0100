//! The lists of a profile, ready for matching.

use super::pattern::Pattern;
use crate::{
    detect::{
        fold::{Folded, fold, is_letter, is_word_char},
        phone_numbers,
    },
    finding::{Category, Claim, Evidence},
    text::{ByteSpan, Normalised},
};
use std::collections::{BTreeMap, BTreeSet};

/// Evidence of a value that the authority keeps visible.
const KEPT: &str = "listed-keep";
/// Highest score of such a value: shown, not selected.
const KEPT_SCORE: f32 = 0.55;
/// Letters of the shortest word that is searched.
const LEAST: usize = 2;
/// Letters and digits of the shortest number that is compared.
const NUMBER: usize = 4;

/// Values that stay visible, with their reason.
#[derive(Clone, Debug, Default)]
pub(in crate::detect) struct Keep {
    /// By folded text.
    texts: BTreeMap<String, String>,
    /// By digits and letters.
    numbers: BTreeMap<String, String>,
    /// Parts of names: the full names that they are in.
    parts: BTreeMap<String, BTreeSet<String>>,
}

impl Keep {
    pub(super) fn add(&mut self, value: &str, reason: &str) {
        let folded = fold(value.trim());
        if value.bytes().filter(u8::is_ascii_digit).count() >= NUMBER {
            self.numbers.insert(compact(value), reason.to_owned());
            if let Some(key) = phone_numbers::phone_key(value, None) {
                self.numbers.insert(compact(&key), reason.to_owned());
            }
        } else {
            let parts = folded.split([' ', ',', '.']);
            let mut parts: Vec<&str> = parts.filter(|part| part.len() > 1).collect();
            if let Some((last, first)) = folded.split_once(", ") {
                // "Kvist, Bodil" is Bodil Kvist
                let both = first.split(' ').chain(last.split(' '));
                parts = both.filter(|part| part.len() > 1).collect();
            }
            if parts.len() > 1 {
                for part in &parts {
                    let full = self.parts.entry((*part).to_owned()).or_default();
                    full.insert(folded.clone());
                }
                if let [first, .., last] = parts[..] {
                    for other in [format!("{first} {last}"), format!("{last}, {first}")] {
                        self.texts.insert(other, reason.to_owned());
                    }
                }
            }
        }
        self.texts.insert(folded, reason.to_owned());
    }

    /// Lowers the findings in `text` that are kept. A first or last name alone counts where the
    /// full name stands in the same text.
    pub(in crate::detect) fn lower(&self, text: &str, claims: &mut [Claim]) {
        if self.texts.is_empty() && self.numbers.is_empty() {
            return;
        }
        let mut named: BTreeSet<String> = BTreeSet::new();
        for claim in claims.iter_mut() {
            let written = claim.span.of(text).unwrap_or_default();
            let folded = fold(written);
            let stem = genitive(&folded);
            let found = [folded.as_str(), stem]
                .into_iter()
                .find_map(|form| Some((form, self.texts.get(form)?)));
            if let Some((form, reason)) = found {
                named.insert(form.to_owned());
                keep(claim, reason);
            } else if let Some(reason) = self
                .numbers
                .get(&compact(written))
                .or_else(|| self.numbers.get(&compact(&claim.key)))
            {
                keep(claim, reason);
            }
        }
        if named.is_empty() {
            return;
        }
        for claim in claims {
            if claim.category != Category::Person {
                continue;
            }
            let folded = fold(claim.span.of(text).unwrap_or_default());
            let full = [folded.as_str(), genitive(&folded)]
                .into_iter()
                .find_map(|form| self.parts.get(form));
            let full = full
                .into_iter()
                .flatten()
                .find(|full| named.contains(*full));
            if let Some(reason) = full.and_then(|full| self.texts.get(full)) {
                keep(claim, reason);
            }
        }
    }
}

fn genitive(folded: &str) -> &str {
    let stem = folded.strip_suffix('s').unwrap_or(folded);
    stem.strip_suffix(['\'', '’']).unwrap_or(stem)
}

fn keep(claim: &mut Claim, reason: &str) {
    if !claim.evidence.iter().any(|e| e.id == KEPT) {
        claim.score = claim.score.min(KEPT_SCORE);
        claim.evidence.push(Evidence::word(KEPT, reason));
    }
}

fn compact(text: &str) -> String {
    let text = Normalised::new(text);
    let text = text.as_str().chars();
    text.filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A word or phrase that is searched.
#[derive(Clone, Debug)]
pub(in crate::detect) struct Word {
    pub folded: String,
    /// Any ending may follow.
    open: bool,
    pub category: Category,
    pub score: f32,
    pub evidence: &'static str,
    pub name: String,
}

impl Word {
    pub(super) fn new(
        text: &str,
        category: Category,
        score: f32,
        evidence: &'static str,
    ) -> Option<Self> {
        let (text, open) = match text.trim().strip_suffix('*') {
            Some(stem) => (stem, true),
            None => (text.trim(), false),
        };
        let folded = fold(text);
        (folded.chars().filter(|c| c.is_alphanumeric()).count() >= LEAST).then_some(Self {
            folded,
            open,
            category,
            score,
            evidence,
            name: String::new(),
        })
    }

    pub(super) fn named(mut self, name: &str) -> Self {
        name.trim().clone_into(&mut self.name);
        self
    }

    /// Bytes of what follows that belong to the word: its ending, or a genitive; `None` where the
    /// word goes on.
    pub(in crate::detect) fn ending(&self, rest: &str) -> Option<usize> {
        let ending: usize = rest
            .chars()
            .take_while(|c| is_word_char(*c))
            .map(char::len_utf8)
            .sum();
        match rest.get(..ending)? {
            "" | "s" => Some(ending),
            _ if self.open => Some(ending),
            _ => None,
        }
    }

    /// True where it stands in `text` as a word.
    pub(super) fn stands_in(&self, text: &str) -> bool {
        let folded = Folded::new(text);
        let all = folded.as_str();
        all.match_indices(&self.folded).any(|(at, found)| {
            let before = all.get(..at).unwrap_or_default();
            let rest = all.get(at + found.len()..).unwrap_or_default();
            !before.chars().next_back().is_some_and(is_word_char) && self.ending(rest).is_some()
        })
    }
}

/// An own pattern.
#[derive(Clone, Debug)]
pub(in crate::detect) struct Own {
    pub pattern: Pattern,
    pub name: String,
    pub category: Category,
    pub score: f32,
    /// One of these has to stand on the line; none: nothing has to.
    words: BTreeSet<String>,
}

impl Own {
    pub(super) fn new(
        pattern: Pattern,
        name: &str,
        category: Category,
        score: f32,
        words: &[String],
    ) -> Self {
        Self {
            pattern,
            name: name.to_owned(),
            category,
            score,
            words: words.iter().map(|word| fold(word.trim())).collect(),
        }
    }

    /// The word on the line of `span` that the pattern asks for; `Some(None)` where it asks for
    /// none.
    pub(in crate::detect) fn asked_word(
        &self,
        text: &str,
        span: ByteSpan,
    ) -> Option<Option<String>> {
        if self.words.is_empty() {
            return Some(None);
        }
        let before = text.get(..span.start as usize)?;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = text.get(span.end as usize..)?;
        let end = span.end as usize + rest.find('\n').unwrap_or(rest.len());
        let line = text.get(start..end)?;
        let near = limits_to(line, span.start as usize - start);
        let mut words = near.split(|c: char| !is_letter(c));
        words
            .find(|word| !word.is_empty() && self.words.contains(&fold(word)))
            .map(|word| Some(word.to_owned()))
    }

    /// True where it stands in `text`.
    pub(super) fn stands_in(&self, text: &str) -> bool {
        starts(text).any(|at| {
            let Some(rest) = text.get(at..) else {
                return false;
            };
            let end = self.pattern.match_at(rest);
            end.is_some_and(|length| {
                let span = ByteSpan::new(at as u32, (at + length) as u32);
                self.asked_word(text, span).is_some()
            })
        })
    }
}

/// Bytes of a line around a match in which its word is looked for.
const AROUND: usize = 200;

fn limits_to(line: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(AROUND);
    while !line.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (at + AROUND).min(line.len());
    while !line.is_char_boundary(end) {
        end += 1;
    }
    line.get(start..end).unwrap_or(line)
}

/// Places where a pattern may begin: no letter or digit before a letter or digit.
pub(in crate::detect) fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let inside = before.is_alphanumeric() && c.is_alphanumeric();
        before = c;
        (!inside && c != ' ').then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(text: &str, name: &str) -> Claim {
        let at = text.find(name).unwrap() as u32;
        Claim {
            span: ByteSpan::new(at, at + name.len() as u32),
            category: Category::Person,
            score: 0.95,
            evidence: Vec::new(),
            key: fold(name),
        }
    }

    #[test]
    fn staff_is_kept_with_its_reason() {
        let mut keep = Keep::default();
        keep.add("Bodil Kvist", "sagsbehandler");
        let text = "Kære Bodil, hilsen Bodil Kvist og Bodils nabo Ib";
        let mut claims = vec![
            person(text, "Bodil"),
            person(text, "Bodil Kvist"),
            person(text, "Bodils"),
            person(text, "Ib"),
        ];
        keep.lower(text, &mut claims);
        let kept: Vec<bool> = claims.iter().map(|claim| claim.score < 0.6).collect();
        assert_eq!(kept, [true, true, true, false]);
        let why = &claims[1].evidence[0];
        assert_eq!(
            (why.id.as_str(), why.word.as_deref()),
            (KEPT, Some("sagsbehandler"))
        );
        // another Bodil
        let text = "Bodil ringede";
        let mut alone = vec![person(text, "Bodil")];
        keep.lower(text, &mut alone);
        assert_eq!(alone[0].score, 0.95);
    }

    #[test]
    fn numbers_are_kept_in_all_forms() {
        let mut keep = Keep::default();
        keep.add("+45 70 20 30 40", "omstilling");
        let text = "ring 70203040";
        let mut claims = vec![Claim {
            category: Category::Phone,
            key: "+4570203040".to_owned(),
            ..person(text, "70203040")
        }];
        keep.lower(text, &mut claims);
        assert_eq!(claims[0].score, KEPT_SCORE);
    }
}
