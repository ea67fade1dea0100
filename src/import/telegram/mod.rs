//! Telegram Desktop's exports: `result.json` of one chat or of an account, and the pages
//! (`messages.html`, `messages2.html` …) of one chat.
//!
//! Built from the program's own writer and sample files; `docs/formats/telegram.md` names both.
//! Times are instants where the file has them (since Desktop 3.7.6), else the exporter's local
//! clock. Does not read the contents of stickers and themes.

mod json;
mod page;

use super::{Answers, ImportJob, Importer, Input, Probe, files::Files};
use crate::error::Result;

/// `result.json`.
pub struct TelegramJson;
/// `messages.html`.
pub struct TelegramHtml;

fn holds(text: &str, word: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

impl Importer for TelegramJson {
    fn id(&self) -> &'static str {
        "telegram-json"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let start = probe.text.trim_start_matches('\u{feff}').trim_start();
        if !start.starts_with('{') {
            return 0;
        }
        let dated = holds(probe.text, "\"date_unixtime\"") || holds(probe.text, "\"from_id\"");
        let message = holds(probe.text, "\"messages\"")
            && (holds(probe.text, "\"type\": \"message\"")
                || holds(probe.text, "\"type\":\"message\"")
                || holds(probe.text, "\"type\": \"service\"")
                || holds(probe.text, "\"type\":\"service\""));
        let account = holds(probe.text, "\"personal_information\"")
            && holds(probe.text, "\"about\"")
            && holds(probe.text, "Telegram");
        let chat = [
            "personal_chat",
            "saved_messages",
            "_supergroup",
            "private_group",
            "bot_chat",
            "_channel",
        ]
        .iter()
        .any(|kind| holds(probe.text, kind));
        match (message && dated, message && chat || account) {
            (true, _) => 92,
            (_, true) => 88,
            _ if message && holds(probe.text, "\"from\"") => 70,
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = json::Reader::new(&input, answers)?;
        Ok(Box::new(Files::new(input, reader)))
    }
}

impl Importer for TelegramHtml {
    fn id(&self) -> &'static str {
        "telegram-html"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let page = holds(probe.text, "class=\"message default clearfix")
            || holds(probe.text, "class=\"message service\"");
        let around = holds(probe.text, "class=\"page_wrap") || holds(probe.text, "class=\"history");
        match (page, around) {
            (true, true) => 92,
            (true, false) => 70,
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = page::Reader::new(&input, answers)?;
        Ok(Box::new(Files::new(input, reader)))
    }
}
