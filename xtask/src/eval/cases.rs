//! Texts with their expected findings, and the same texts written in another way.

use crate::Outcome;
use serde::Deserialize;
use std::{fs, path::Path};

/// Types that are hints: they are found for the sake of other findings and count nowhere.
const HINTS: &[&str] = &[
    "organisation",
    "organization",
    "org",
    "place",
    "location",
    "loc",
    "date",
    "url",
    "no-gnr-bnr",
    "fi-kiinteistotunnus",
];

/// An expected finding, in code points of the text, end exclusive.
#[derive(Clone, Debug)]
pub struct Gold {
    pub start: u32,
    pub end: u32,
    /// Kebab-case id.
    pub kind: String,
}

/// One text; it is a case of its own.
#[derive(Clone, Debug)]
pub struct Case {
    pub id: String,
    pub lang: String,
    pub text: String,
    pub gold: Vec<Gold>,
}

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    #[serde(default)]
    lang: String,
    text: String,
    #[serde(default)]
    spans: Vec<LineSpan>,
}

#[derive(Deserialize)]
struct LineSpan {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: String,
}

/// `SE_PERSONNUMMER` and `se-personnummer` are one type.
fn kebab(kind: &str) -> String {
    kind.trim().to_lowercase().replace('_', "-")
}

/// Reads a file of lines `{id, lang, text, spans: [{start, end, type}]}`.
pub fn read(path: &Path) -> Outcome<Vec<Case>> {
    let text = fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()))?;
    let mut cases = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let place = || format!("{}, line {}", path.display(), number + 1);
        let line: Line = serde_json::from_str(line).map_err(|why| format!("{}: {why}", place()))?;
        let length = line.text.chars().count() as u32;
        let mut gold = Vec::new();
        for span in line.spans {
            if span.start >= span.end || span.end > length {
                let (from, to) = (span.start, span.end);
                return Err(format!("{}: no such span: {from} to {to}", place()).into());
            }
            let kind = kebab(&span.kind);
            if !HINTS.contains(&kind.as_str()) {
                gold.push(Gold {
                    start: span.start,
                    end: span.end,
                    kind,
                });
            }
        }
        gold.sort_by_key(|span| (span.start, span.end));
        cases.push(Case {
            id: match line.id {
                serde_json::Value::String(id) => id,
                other => other.to_string(),
            },
            lang: line.lang,
            text: line.text,
            gold,
        });
    }
    Ok(cases)
}

impl Case {
    /// The text of a span.
    pub fn of(&self, start: u32, end: u32) -> String {
        let length = end.saturating_sub(start) as usize;
        self.text
            .chars()
            .skip(start as usize)
            .take(length)
            .collect()
    }

    /// The same text with each character written by `write`, spans moved along.
    fn rewritten(&self, write: impl Fn(char) -> String) -> Case {
        let mut text = String::new();
        let mut at = vec![0_u32];
        for c in self.text.chars() {
            let new = write(c);
            at.push(at.last().copied().unwrap_or_default() + new.chars().count() as u32);
            text.push_str(&new);
        }
        let place = |old: u32| at.get(old as usize).copied().unwrap_or_default();
        let gold = self.gold.iter().map(|span| Gold {
            start: place(span.start),
            end: place(span.end),
            kind: span.kind.clone(),
        });
        Case {
            id: self.id.clone(),
            lang: self.lang.clone(),
            gold: gold.collect(),
            text,
        }
    }

    /// All letters small.
    pub fn lower_cased(&self) -> Case {
        self.rewritten(|c| c.to_lowercase().collect())
    }

    /// Without the letters that old systems do not have: aa, ae, oe.
    pub fn transliterated(&self) -> Case {
        self.rewritten(|c| {
            match c {
                'å' => "aa",
                'Å' => "Aa",
                'æ' | 'ä' => "ae",
                'Æ' | 'Ä' => "Ae",
                'ø' | 'ö' => "oe",
                'Ø' | 'Ö' => "Oe",
                other => return other.to_string(),
            }
            .to_owned()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_move_with_rewritten_letters() {
        let case = Case {
            id: "1".to_owned(),
            lang: "da".to_owned(),
            text: "Åse så Bo".to_owned(),
            gold: vec![Gold {
                start: 7,
                end: 9,
                kind: "person".to_owned(),
            }],
        };
        let other = case.transliterated();
        assert_eq!(other.text, "Aase saa Bo");
        assert_eq!(other.of(other.gold[0].start, other.gold[0].end), "Bo");
    }

    #[test]
    fn both_spellings_of_a_type_are_one() {
        assert_eq!(kebab("SE_PERSONNUMMER"), kebab("se-personnummer"));
    }
}
