//! WhatsApp on an iPhone or Mac: `ChatStorage.sqlite` (Core Data tables) with its folder `Message`.
//! Chats, group members, media, quoted messages, reactions, places, contact cards. The service's
//! own notices have no text in the database: they are kept with their numbers.

mod info;
mod reading;

pub use reading::Chats;

use super::{
    Answers, ImportJob, Importer, Input, Probe,
    database::{Beside, Opened},
};
use crate::error::Result;
use std::rc::Rc;

/// The importer.
pub struct WhatsAppIosSqlite;

impl Importer for WhatsAppIosSqlite {
    fn id(&self) -> &'static str {
        "whatsapp-ios-sqlite"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let has = |name: &str| probe.tables.iter().any(|table| table == name);
        if has("ZWAMESSAGE") && has("ZWACHATSESSION") {
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
                from: "Media/",
            });
            Ok(Box::new(Chats::new(opened, shelf)))
        })
    }
}
