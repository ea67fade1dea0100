//! Apple's Messages: `sms.db` of an iPhone or iPad, `chat.db` of a Mac, with the write-ahead log
//! beside it. Columns that a version does not have are left out; `docs/formats/imessage-sqlite.md`
//! says what is read.
//!
//! Small tables are held whole (who, which conversation, which files), the messages are streamed
//! in the order of their rowid. Reactions stand in rows of their own and are put to the message
//! that they belong to when all are read.

mod columns;
pub mod payload;
mod reading;
pub mod summary;
mod tapbacks;

pub use reading::{Messages, app, attributed};

use super::{
    Answers, ImportJob, Importer, Input, Probe,
    database::{Beside, Opened},
};
use crate::error::Result;
use std::rc::Rc;

/// The importer.
pub struct ImessageSqlite;

impl Importer for ImessageSqlite {
    fn id(&self) -> &'static str {
        "imessage-sqlite"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let has = |name: &str| probe.tables.iter().any(|table| table == name);
        if has("message") && has("handle") && has("chat_message_join") {
            95
        } else {
            0
        }
    }

    fn start(&self, input: Input, _answers: &Answers) -> Result<Box<dyn ImportJob>> {
        super::several(input, |container, member| {
            let opened = Opened::member(container, member)?;
            let shelf = Rc::new(Beside {
                container: Rc::clone(container),
                member,
                from: "Attachments/",
            });
            Ok(Box::new(Messages::new(opened, shelf)))
        })
    }
}
