//! SMS Import / Export (tmo1) for Android: rows of the phone's own tables as JSON.
//!
//! Messages: `messages.ndjson` beside `data/` in a ZIP (form 2, since app 2.0.0), or one list with
//! the files inside as base64 (form 1); the call log, contacts and blocked numbers as lists of their
//! own. Names that begin with `__` are the app's, all others the columns' of Android. Built from the
//! app's README and code (GPL: read, not copied). Times: texts and calls in milliseconds, multimedia
//! messages in seconds since 1970. Encrypted exports (`SSEF`) are recognised and not read.

mod reader;

use super::{Answers, ImportJob, Importer, Input, Probe, files::Files};
use crate::error::Result;

/// The importer.
pub struct SmsImportExport;

impl Importer for SmsImportExport {
    fn id(&self) -> &'static str {
        "sms-import-export"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let start = probe.text.trim_start_matches('\u{feff}').trim_start();
        if !start.starts_with(['{', '[']) {
            return 0;
        }
        let has = |name: &str| {
            let quoted = format!("\"{name}\"");
            memchr::memmem::find(probe.text.as_bytes(), quoted.as_bytes()).is_some()
        };
        let row = has("_id") && has("date");
        let text = row && has("address") && has("type") && (has("thread_id") || has("body"));
        let multimedia = row && has("msg_box") && (has("m_type") || has("__parts") || has("parts"));
        let own = has("__display_name") || has("__parts") || has("__sender_address");
        let call = row && has("number") && has("duration") && has("type");
        let contact = has("raw_contacts") && has("contacts_data");
        let blocked = has("_id") && has("original_number") && !row;
        match (text || multimedia, call || contact || blocked) {
            (true, _) if own => 93,
            (true, _) => 88,
            (_, true) => 86,
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        let reader = reader::Reader::new(&input, answers)?;
        Ok(Box::new(Files::new(input, reader)))
    }
}
