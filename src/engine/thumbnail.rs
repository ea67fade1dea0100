//! Small pictures for the thread view: decoded, turned upright, shrunk and encoded anew.

use super::{Engine, sizes::is_picture};
use crate::{error::Result, model::MessageId, protocol::Picture, redact::picture};

/// Pixels of the longer side.
const SIDE: u32 = 360;

/// The small picture of an attachment; `None` for what cannot be shown.
pub(super) fn of(engine: &Engine, message: MessageId, n: u16) -> Result<Option<Picture>> {
    let case = &engine.workspace.case;
    let Some(message) = case.messages.get(message.index()) else {
        return Ok(None);
    };
    let Some(attachment) = message
        .attachments()
        .get(n as usize)
        .filter(|a| is_picture(a))
    else {
        return Ok(None);
    };
    let open = |file: usize| engine.open_source(message.source.index(), file);
    let mut bytes = crate::import::attachment(case, message.source, &attachment.content, open)?;
    // A picture that cannot be decoded is simply not shown; the release lists it as withheld.
    Ok(picture::shrink(&mut bytes, SIDE)
        .ok()
        .map(|(bytes, width, height)| Picture {
            media_type: "image/jpeg".to_owned(),
            bytes,
            width,
            height,
        }))
}
