//! Who speaks: the part of a line before `: `, where names may hold `: ` themselves.
//!
//! Learned from the whole file: when every line that begins with one name goes on with the same
//! second part, that part belongs to the name.

use super::header::{is_invisible, visible};
use std::collections::HashMap;

/// Bytes of a name at most.
const NAME_BYTES: usize = 200;
/// Lines that must agree before a second part counts as name.
const AGREEING: u32 = 3;
/// Names counted at most: further ones are split at their first colon.
const NAMES: usize = 50_000;

#[derive(Default)]
struct Seen {
    count: u32,
    second: Option<String>,
    agreeing: u32,
}

/// All that stand before a colon.
#[derive(Default)]
pub(super) struct Senders(HashMap<String, Seen>);

/// A line's sender and text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spoken<'a> {
    pub sender: &'a str,
    pub text: &'a str,
    /// The app's invisible mark stands before the text.
    pub marked: bool,
}

fn split(rest: &str, from: usize) -> Option<(&str, &str)> {
    let head = rest.get(..rest.floor_char_boundary(from + NAME_BYTES))?;
    let at = head.get(from..)?.find(": ").map(|at| from + at);
    match at {
        Some(at) => Some((rest.get(..at)?, rest.get(at + 2..)?)),
        // an empty text loses the blank behind its colon
        None => rest
            .trim_end()
            .strip_suffix(':')
            .filter(|name| name.len() > from && name.len() < NAME_BYTES)
            .map(|name| (name, "")),
    }
}

impl Senders {
    pub fn add(&mut self, rest: &str) {
        let rest = rest.trim_start_matches(is_invisible);
        let Some((name, _)) = split(rest, 0) else {
            return;
        };
        if !self.0.contains_key(name) {
            if self.0.len() >= NAMES {
                return;
            }
            self.0.insert(name.to_owned(), Seen::default());
        }
        let second = split(rest, name.len() + 2).map(|(longer, _)| longer);
        if let Some(seen) = self.0.get_mut(name) {
            if seen.count == 0 {
                seen.second = second.map(str::to_owned);
            }
            seen.count += 1;
            if second.is_some() && seen.second.as_deref() == second {
                seen.agreeing += 1;
            }
        }
    }

    /// How often a name leads a line.
    pub fn count(&self, name: &str) -> u32 {
        self.0.get(name).map_or(0, |seen| seen.count)
    }

    /// Sender and text of a line, `None` for a notice.
    pub fn spoken<'a>(&self, rest: &'a str) -> Option<Spoken<'a>> {
        let rest = rest.trim_start_matches(is_invisible);
        let (mut name, mut text) = split(rest, 0)?;
        if let Some(seen) = self.0.get(name)
            && seen.count >= AGREEING
            && seen.agreeing == seen.count
            && let Some((longer, after)) = split(rest, name.len() + 2)
        {
            (name, text) = (longer, after);
        }
        let sender = visible(name);
        // a quoted subject with a colon in a notice: `… changed the subject to “Plan: B”`
        if sender.is_empty() || sender.contains(['"', '“', '”', '«']) {
            return None;
        }
        Some(Spoken {
            sender,
            text,
            marked: text.starts_with(is_invisible),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_colons() {
        let lines = [
            "Bo: Arbejde: hej",
            "Bo: Arbejde: ja",
            "Bo: Arbejde: husk: mælk",
            "Ida: se: her",
            "Ida: nej",
            "Ida: ja",
        ];
        let mut senders = Senders::default();
        lines.iter().for_each(|line| senders.add(line));
        let spoken = |line: &'static str| {
            senders
                .spoken(line)
                .map(|spoken| (spoken.sender, spoken.text))
        };
        assert_eq!(spoken(lines[2]), Some(("Bo: Arbejde", "husk: mælk")));
        assert_eq!(spoken(lines[3]), Some(("Ida", "se: her")));
        assert_eq!(spoken("Ida:"), Some(("Ida", "")));
        assert_eq!(spoken("Ida oprettede gruppen"), None);
        assert_eq!(spoken("Ida ændrede emnet til “Plan: B”"), None);
    }
}
