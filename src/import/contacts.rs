//! Cards that lie beside or inside an export: a contact list among its files gives names to its
//! numbers, and what a shared card says stands among the texts of its message.

use super::{Batch, attachment, vcard};
use crate::{
    container::Container,
    error::{Code, Result},
    limits,
    model::{Attachment, Content, DetailKind, MessageKind},
};
use std::io::Read;

/// Names of a contact list, for participants that the export knows by number.
///
/// # Errors
/// [`Code::Io`].
pub(super) fn names_beside(container: &Container, member: u32, batch: &mut Batch) -> Result<()> {
    let text = match container.open_text(member) {
        Ok(text) => text,
        Err(error) if error.code() == Code::Io => return Err(error),
        // It stays a file that nothing names, and is counted.
        Err(_) => return Ok(()),
    };
    let mut cards = vcard::Cards::new(Box::new(text));
    loop {
        match cards.piece()? {
            vcard::Piece::Card(card) => {
                let Some(name) = &card.name else {
                    continue;
                };
                for handle in card.phones.iter().chain(&card.emails) {
                    if let Some(known) = batch.known(handle) {
                        batch.name(known, name);
                    }
                }
            }
            vcard::Piece::End => return Ok(()),
            vcard::Piece::Broken(..) | vcard::Piece::Stray | vcard::Piece::Line => {}
        }
    }
}

/// Reads the cards that messages carry.
///
/// # Errors
/// [`Code::Io`].
pub(super) fn read_shared(container: &Container, batch: &mut Batch) -> Result<()> {
    for message in &mut batch.messages {
        let known = message
            .details()
            .iter()
            .any(|detail| detail.kind == DetailKind::ContactCard);
        if known || !message.attachments().iter().any(is_card) {
            continue;
        }
        let mut details = Vec::new();
        for content in message
            .attachments()
            .iter()
            .filter(|attached| is_card(attached))
            .map(|attached| &attached.content)
        {
            let bytes = match attachment::within(container, content) {
                Ok(bytes) => bytes,
                Err(error) if error.code() == Code::Io => return Err(error),
                Err(_) => continue,
            };
            for card in vcard::cards(Box::new(bytes.take(limits::BODY_BYTES)))? {
                details.extend(card.details());
            }
        }
        if !details.is_empty() {
            if message.kind == MessageKind::Media {
                message.kind = MessageKind::Contact;
            }
            message.extra_mut().details.append(&mut details);
        }
    }
    Ok(())
}

fn is_card(attached: &Attachment) -> bool {
    attached.sniffed == Some("text/vcard") && attached.content != Content::Absent
}
