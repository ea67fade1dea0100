//! Search over every text of the case: letters in either case, composed or decomposed. Linear;
//! about the speed of reading the texts once, in steps.

use crate::{
    error::{Code, Error, Result},
    job::Ctx,
    model::{Case, ConversationId, Message, MessageId},
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

/// Finds all messages of the case (or of one conversation) with the words in any text, and for a
/// name or title with the words the first message that it stands over.
pub struct SearchJob {
    query: Query,
    only: Option<ConversationId>,
    /// By participant: a name or number holds the words.
    named: Vec<bool>,
    conversation: u32,
    index: usize,
    /// Senders of this conversation that were met.
    seen: BTreeSet<u32>,
    searched: u32,
    hits: Vec<Hit>,
}

impl SearchJob {
    /// Looks at the names; the messages follow.
    #[must_use]
    pub fn new(case: &Case, query: Query, only: Option<ConversationId>) -> Self {
        let named = case
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
        Self {
            query,
            only,
            named,
            conversation: only.map_or(0, |only| only.0),
            index: 0,
            seen: BTreeSet::new(),
            searched: 0,
            hits: Vec::new(),
        }
    }

    /// Searches for one step; true when all is searched.
    pub fn step(&mut self, case: &Case, ctx: &Ctx) -> bool {
        let mut budget = ctx.budget();
        while let Some(conversation) = case.conversations.get(self.conversation as usize) {
            let id = ConversationId(self.conversation);
            let titled = |title: &String| self.query.is_in(title);
            let title = self.index == 0 && conversation.title.as_ref().is_some_and(titled);
            while let Some(&message_id) = conversation.messages.get(self.index) {
                let first = title && self.index == 0;
                if let Some(message) = case.messages.get(message_id.index())
                    && (self.first_of_name(message)
                        || first
                        || message.fields().any(|(_, text)| self.query.is_in(text)))
                {
                    self.hits.push(Hit {
                        conversation: id,
                        index: self.index as u32,
                        message: message_id,
                    });
                }
                self.index += 1;
                self.searched += 1;
                if budget.spent() {
                    return false;
                }
            }
            if self.only.is_some() {
                return true;
            }
            self.conversation += 1;
            self.index = 0;
            self.seen.clear();
        }
        true
    }

    fn first_of_name(&mut self, message: &Message) -> bool {
        message
            .sender
            .filter(|sender| self.named.get(sender.index()).copied().unwrap_or_default())
            .is_some_and(|sender| self.seen.insert(sender.0))
    }

    /// What is looked for.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Messages searched so far.
    #[must_use]
    pub fn searched(&self) -> u32 {
        self.searched
    }

    /// Hits so far, in the order of the conversations.
    #[must_use]
    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }
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
