//! Search over every text of the case: letters in either case, composed or decomposed. Linear;
//! about the speed of reading the texts once.

use crate::{
    error::{Code, Error, Result},
    model::{Case, ConversationId, MessageId},
};
use aho_corasick::{AhoCorasick, AhoCorasickBuilder};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// Letters outside ASCII of which both cases are tried; further ones match as typed.
const BOTH_CASES: usize = 5;

/// A prepared query.
#[derive(Debug)]
pub struct Query {
    automaton: AhoCorasick,
}

impl Query {
    /// Prepares `words`; they must stand together, as typed.
    ///
    /// # Errors
    /// [`Code::BadRequest`] for an empty query.
    pub fn new(words: &str) -> Result<Self> {
        let words = words.trim();
        if words.is_empty() {
            return Err(Error::new(Code::BadRequest).with("query", "empty"));
        }
        let patterns: BTreeSet<String> = spellings(words)
            .into_iter()
            .flat_map(|spelling| [spelling.nfc().collect(), spelling.nfd().collect()])
            .collect();
        let automaton = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            .build(patterns)
            .map_err(|_| Error::new(Code::BadRequest).with("query", "too-long"))?;
        Ok(Self { automaton })
    }

    /// Byte ranges of the hits in a text.
    pub fn hits<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
        self.automaton
            .find_iter(text)
            .map(|hit| (hit.start(), hit.end()))
    }

    /// True when the text holds the words.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.automaton.is_match(text)
    }
}

/// Both cases of the first letters outside ASCII; ASCII letters are left to the automaton.
fn spellings(words: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut doubled = 0;
    for c in words.nfc() {
        let lower: String = c.to_lowercase().collect();
        let upper: String = c.to_uppercase().collect();
        if !c.is_ascii() && lower != upper && doubled < BOTH_CASES {
            doubled += 1;
            all = all
                .iter()
                .flat_map(|start| [format!("{start}{lower}"), format!("{start}{upper}")])
                .collect();
        } else {
            for start in &mut all {
                start.push(c);
            }
        }
    }
    all
}

/// One message with hits, or whose sender or conversation has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Conversation.
    pub conversation: ConversationId,
    /// Position in it.
    pub index: u32,
    /// Message.
    pub message: MessageId,
}

/// All messages of the case (or of one conversation) with the words in any text, and for a name
/// or title with the words the first message that it stands over.
#[must_use]
pub fn search(case: &Case, query: &Query, only: Option<ConversationId>) -> Vec<Hit> {
    let named: Vec<bool> = case
        .participants
        .iter()
        .map(|participant| {
            participant.names.iter().any(|name| query.is_in(name))
                || participant
                    .handles
                    .iter()
                    .any(|handle| query.is_in(&handle.raw))
        })
        .collect();
    let mut hits = Vec::new();
    for (n, conversation) in case.conversations.iter().enumerate() {
        let id = ConversationId(n as u32);
        if only.is_some_and(|only| only != id) {
            continue;
        }
        let mut title = conversation
            .title
            .as_deref()
            .is_some_and(|title| query.is_in(title));
        let mut seen: BTreeSet<u32> = BTreeSet::new();
        for (index, &message_id) in conversation.messages.iter().enumerate() {
            let Some(message) = case.messages.get(message_id.index()) else {
                continue;
            };
            let first_of_name = message
                .sender
                .filter(|sender| named.get(sender.index()).copied().unwrap_or_default())
                .is_some_and(|sender| seen.insert(sender.0));
            if first_of_name || title || message.fields().any(|(_, text)| query.is_in(text)) {
                hits.push(Hit {
                    conversation: id,
                    index: index as u32,
                    message: message_id,
                });
            }
            title = false;
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_either_case_and_either_composition() {
        let query = Query::new("Blåbærgrød").unwrap();
        for text in ["blåbærgrød", "BLÅBÆRGRØD i dag", "Bla\u{30a}bærgrød"] {
            assert!(query.is_in(text), "{text}");
        }
        assert!(!query.is_in("blabærgrød"));
        assert!(Query::new("  ").is_err());
    }
}
