//! Microsoft Teams and Skype: messages of Microsoft Graph in JSON (`teams-json`), conversations as
//! pages (`teams-html`), and what a private account downloads (`skype-json`).
//!
//! `docs/formats/teams.md` names where the knowledge comes from. Texts are HTML and shown as text.
//! Memory: one record (`limits::JSON_RECORD_BYTES`, `limits::HTML_RECORD_BYTES`), the id of every
//! message. Does not read mailboxes (.pst) in which Purview delivers messages too.

mod events;
mod graph;
mod markup;
mod page;
mod records;
mod takeout;

use super::{Answers, ImportJob, Importer, Input, Probe, files::Files};
use crate::error::Result;
use std::rc::Rc;

/// Messages as Microsoft Graph gives them.
pub struct TeamsJson;
/// Conversations as pages.
pub struct TeamsHtml;
/// The download of a private Teams or Skype account.
pub struct SkypeJson;

fn holds(text: &str, word: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

fn is_json(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.starts_with(['{', '['])
}

impl Importer for TeamsJson {
    fn id(&self) -> &'static str {
        "teams-json"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        match graph::kind(probe.text) {
            Some(graph::Kind::Messages) => 92,
            Some(graph::Kind::About) => 58,
            None => 0,
        }
    }

    fn start(&self, mut input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = graph::Reader::new(&input, answers)?;
        // lists of chats first: they name conversations and members
        let container = Rc::clone(&input.container);
        input.members.sort_by_cached_key(|member| {
            let head = container.head(*member, graph::LOOK).unwrap_or_default();
            let kind = graph::kind(&String::from_utf8_lossy(&head));
            u8::from(kind != Some(graph::Kind::About))
        });
        Ok(Box::new(Files::new(input, reader)))
    }
}

impl Importer for TeamsHtml {
    fn id(&self) -> &'static str {
        "teams-html"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        page::sniff(probe.text)
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = page::Reader::new(&input, answers)?;
        Ok(Box::new(Files::new(input, reader)))
    }
}

impl Importer for SkypeJson {
    fn id(&self) -> &'static str {
        "skype-json"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        match takeout::kind(probe.text) {
            Some(takeout::Kind::Messages) => 92,
            Some(takeout::Kind::Endpoints) => 55,
            None => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = takeout::Reader::new(&input, answers)?;
        Ok(Box::new(Files::new(input, reader)))
    }
}
