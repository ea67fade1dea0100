//! Signal: the backup folder of the phone (version 2, opened with the recovery key), its frames
//! alone, the readable export of the app, and the texts that programs for Signal Desktop write.
//!
//! Sources of the knowledge, versions and what is not read: `docs/formats/signal.md`. Times are
//! instants, but in texts the clock of the computer that exported.

mod backup;
mod frames;
mod item;
mod json;
mod key;
mod media;
mod people;
mod reader;
mod schema;
mod sealed;
mod text;
mod text_parts;
mod tree;
mod update;
mod wire;

use super::{Answers, ImportJob, Importer, Input, Probe, files::Files};
use crate::error::Result;

/// A backup folder, or its frames alone.
pub struct SignalBackup;
/// The readable export.
pub struct SignalJson;
/// Texts that programs write from Signal Desktop's database.
pub struct SignalText;

fn holds(text: &str, word: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

impl Importer for SignalBackup {
    fn id(&self) -> &'static str {
        "signal-backup-v2"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        if frames::looks_like_frames(probe.head) {
            95
        } else if key::Metadata::read(probe.head).is_some() {
            90
        } else {
            0
        }
    }

    fn takes_all_files(&self) -> bool {
        false
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        Ok(Box::new(backup::Job::new(input, answers)))
    }
}

impl Importer for SignalJson {
    fn id(&self) -> &'static str {
        "signal-json"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let start = probe.text.trim_start_matches('\u{feff}').trim_start();
        if !start.starts_with(['{', '[']) {
            return 0;
        }
        let info = holds(probe.text, "\"backupTimeMs\"");
        let frames = ["\"account\"", "\"recipient\"", "\"chat\"", "\"chatItem\""];
        let found = frames.iter().filter(|name| holds(probe.text, name)).count();
        let item = holds(probe.text, "\"chatItem\"") && holds(probe.text, "\"dateSent\"");
        match (info, found, item) {
            (true, 1.., _) => 93,
            (false, _, true) => 85,
            _ => 0,
        }
    }

    fn start(&self, input: Input, _answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let lines = json::Lines::new(&input);
        Ok(Box::new(Files::new(input, lines)))
    }
}

impl Importer for SignalText {
    fn id(&self) -> &'static str {
        "signal-text"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        match text::Form::of(probe.text) {
            Some(text::Form::Short) => 80,
            Some(_) => 94,
            None => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        Ok(Box::new(text::Job::new(input, answers)?))
    }
}
