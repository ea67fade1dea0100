//! Names of numbers and addresses out of a phone's address book, put to the participants of the
//! same source.
//!
//! A number in national form is the same as an international one that ends with it, where at
//! least eight digits agree and only one name fits: phones compare that way too.

use super::{Batch, handles};
use crate::model::HandleKind;
use std::collections::{BTreeMap, BTreeSet};

/// Digits that must agree.
const DIGITS: usize = 8;
/// Digits of a country code at most.
const COUNTRY: usize = 3;

/// Names by normalised handle.
#[derive(Debug, Default)]
pub struct Names {
    exact: BTreeMap<String, BTreeSet<String>>,
    /// Numbers by their last digits.
    endings: BTreeMap<String, BTreeSet<String>>,
}

/// The digits of a number without the zeros of a national prefix.
fn digits(normalised: &str) -> &str {
    normalised.trim_start_matches('+').trim_start_matches('0')
}

fn ending(digits: &str) -> Option<&str> {
    digits.get(digits.len().checked_sub(DIGITS)?..)
}

impl Names {
    /// Adds a name.
    pub fn add(&mut self, handle: &str, name: &str) {
        let (normalised, kind) = handles::normalise(handle);
        if normalised.is_empty() || name.trim().is_empty() {
            return;
        }
        if kind == HandleKind::Phone
            && let Some(ending) = ending(digits(&normalised))
        {
            let numbers = self.endings.entry(ending.to_owned()).or_default();
            numbers.insert(normalised.clone());
        }
        let names = self.exact.entry(normalised).or_default();
        names.insert(name.trim().to_owned());
    }

    /// The names of a handle.
    fn of(&self, normalised: &str) -> Vec<&str> {
        if let Some(names) = self.exact.get(normalised) {
            return names.iter().map(String::as_str).collect();
        }
        let own = digits(normalised);
        let numbers = ending(own).and_then(|ending| self.endings.get(ending));
        let fits = |other: &&String| {
            let (one, two) = (normalised.starts_with('+'), other.starts_with('+'));
            let other = digits(other);
            let (long, short) = if one { (own, other) } else { (other, own) };
            one != two
                && long.ends_with(short)
                && (1..=COUNTRY).contains(&(long.len() - short.len()))
        };
        let found: BTreeSet<&str> = numbers
            .into_iter()
            .flatten()
            .filter(fits)
            .filter_map(|number| self.exact.get(number))
            .flatten()
            .map(String::as_str)
            .collect();
        match found.len() {
            1 => found.into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Names the participants of a batch.
    pub fn apply(&self, batch: &mut Batch) {
        for participant in &mut batch.participants {
            for handle in &participant.handles {
                for name in self.of(&handle.normalised) {
                    if !participant.names.iter().any(|known| known == name) {
                        participant.names.push(name.to_owned());
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn national_and_international() {
        let mut names = Names::default();
        names.add("070-174 06 05", "Anna");
        names.add("+4520990001", "Bo");
        names.add("+4620990001", "Carl");
        names.add("Ida@Example.org", "Ida");
        assert_eq!(names.of("+46701740605"), ["Anna"]);
        assert_eq!(names.of("+4520990001"), ["Bo"]);
        assert_eq!(names.of("20990001"), Vec::<&str>::new(), "two fit");
        assert_eq!(names.of("ida@example.org"), ["Ida"]);
        assert_eq!(names.of("+4670174060"), Vec::<&str>::new());
    }
}
