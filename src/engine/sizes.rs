//! Size classes of a conversation's messages, so that the page can lay out a million of them
//! without having them.

use super::clock_text::Days;
use crate::{
    model::{Case, ConversationId, Message},
    protocol::ThreadIndex,
    time::Zone,
};

/// Characters of one estimated line.
const LINE: usize = 48;
const MAX_LINES: usize = 63;
const NEW_DAY: u8 = 1 << 6;
const PICTURE: u8 = 1 << 7;

/// One byte per message; see [`ThreadIndex::sizes`].
#[must_use]
pub fn thread_index(case: &Case, conversation: ConversationId, zone: &Zone) -> ThreadIndex {
    let Some(conversation) = case.conversations.get(conversation.index()) else {
        return ThreadIndex {
            count: 0,
            sizes: Vec::new(),
        };
    };
    let mut sizes = Vec::with_capacity(conversation.messages.len());
    let mut day = None;
    let mut days = Days::new(zone);
    for message in conversation
        .messages
        .iter()
        .filter_map(|id| case.messages.get(id.index()))
    {
        let mut size = lines(message) as u8;
        let this_day = days.of(message);
        if this_day.is_some() && this_day != day {
            day = this_day;
            size |= NEW_DAY;
        }
        if message.attachments().iter().any(is_picture) {
            size |= PICTURE;
        }
        sizes.push(size);
    }
    ThreadIndex {
        count: sizes.len() as u32,
        sizes,
    }
}

fn lines(message: &Message) -> usize {
    // Byte lengths over-estimate a little for letters outside ASCII: better than a gap.
    let text: usize = message.fields().map(|(_, text)| text_lines(text)).sum();
    (text + message.attachments().len()).clamp(1, MAX_LINES)
}

fn text_lines(text: &str) -> usize {
    let mut start = 0;
    let mut lines = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        lines += (end - start) / LINE + 1;
        start = end + 1;
    }
    lines + (text.len() - start) / LINE + 1
}

/// True for kinds that can be shown and released (JPEG, PNG) and whose bytes are there.
#[must_use]
pub fn is_picture(attachment: &crate::model::Attachment) -> bool {
    attachment.presence == crate::model::Presence::Present
        && matches!(attachment.sniffed, Some("image/jpeg" | "image/png"))
}
