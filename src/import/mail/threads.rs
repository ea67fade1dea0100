//! Which mails belong to one thread.

use super::super::Batch;
use crate::model::{ConversationId, ConversationKind};
use std::collections::HashMap;

/// Words before a subject that answers and forwards put there, in the interface's languages.
const PREFIXES: &[&str] = &[
    "re", "sv", "vs", "vl", "fw", "fwd", "vb", "antw", "aw", "svar",
];

/// Threads by the ids of their mails, else by subject.
#[derive(Default)]
pub(super) struct Threads {
    by_id: HashMap<String, ConversationId>,
    by_subject: HashMap<String, ConversationId>,
}

impl Threads {
    /// The conversation of a mail: that of any mail that it answers, else that of its subject
    /// where it is an answer, else a new one.
    pub fn place(
        &mut self,
        batch: &mut Batch,
        own: Option<&str>,
        answers: &[String],
        subject: &str,
    ) -> ConversationId {
        let (bare, is_answer) = bare_subject(subject);
        let known = answers
            .iter()
            .chain(own.map(str::to_owned).as_ref())
            .find_map(|id| self.by_id.get(id).copied())
            .or_else(|| {
                is_answer
                    .then(|| self.by_subject.get(&bare.to_lowercase()).copied())
                    .flatten()
            });
        let conversation = known.unwrap_or_else(|| {
            let key = answers.first().map(String::as_str).or(own).map_or_else(
                || format!("mail {}", batch.conversations.len() + 1),
                str::to_owned,
            );
            let id = batch.conversation(&key, ConversationKind::Direct);
            if let Some(conversation) = batch.conversations.get_mut(id.index()) {
                conversation.title = (!bare.is_empty()).then(|| bare.to_owned());
            }
            id
        });
        for id in answers.iter().map(String::as_str).chain(own) {
            self.by_id.entry(id.to_owned()).or_insert(conversation);
        }
        if !bare.is_empty() {
            self.by_subject
                .entry(bare.to_lowercase())
                .or_insert(conversation);
        }
        conversation
    }
}

/// The subject without "Re:", "SV:" and the like, and whether there was one.
fn bare_subject(subject: &str) -> (&str, bool) {
    let mut bare = subject.trim();
    let mut answer = false;
    while let Some((head, rest)) = bare.split_once(':') {
        let word = head
            .trim()
            .trim_end_matches(|c: char| c.is_ascii_digit() || "[]()".contains(c));
        if !PREFIXES.contains(&word.to_lowercase().as_str()) {
            break;
        }
        answer = true;
        bare = rest.trim();
    }
    (bare, answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_lose_their_prefix() {
        assert_eq!(bare_subject("SV: Re: Møde"), ("Møde", true));
        assert_eq!(bare_subject("VS: AW[2]: x: y"), ("x: y", true));
        assert_eq!(bare_subject("Sag: 12"), ("Sag: 12", false));
        assert_eq!(bare_subject(" re:"), ("", true));
    }
}
