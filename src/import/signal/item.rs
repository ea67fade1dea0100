//! One item of a conversation: a message with everything that hangs on it.

use super::{media::Named, people::People, reader::Reader, tree::Node, update};
use crate::{
    import::Batch,
    limits,
    model::{
        Content, ConversationId, Detail, DetailKind, Direction, Locator, Message, MessageExtra,
        MessageKind, ParticipantId,
    },
    time::Timestamp,
};

/// What stands in a text where somebody is mentioned.
const MENTION: u16 = 0xfffc;

/// Turns items into messages.
pub struct Items<'a> {
    /// What is known so far.
    pub reader: &'a mut Reader,
    /// Where people are.
    pub batch: &'a mut Batch,
}

impl Items<'_> {
    /// The message of an item.
    pub fn message(
        &mut self,
        mut item: Node,
        conversation: ConversationId,
        place: Locator,
    ) -> Message {
        let author = item.int("authorId").unwrap_or_default();
        let sender = self.reader.people.person(author);
        if let Some(sender) = sender {
            self.batch.join(conversation, sender);
        }
        let mut message = Message {
            conversation,
            sender,
            time: self.reader.time(item.int("dateSent")),
            place,
            ..Message::default()
        };
        self.direction(&mut item, &mut message);
        if item.has("expiresInMs") {
            self.reader.passing += 1;
        }
        let mut revisions = item.nodes("revisions");
        self.content(&mut item, &mut message);
        for revision in &mut revisions {
            self.revision(revision, sender, &mut message);
        }
        if !revisions.is_empty() {
            message.extra_mut().edited = true;
        }
        let mut raw = Vec::new();
        item.rest("", &mut raw);
        if !raw.is_empty() {
            message.extra_mut().raw.extend(raw);
        }
        message
    }

    fn direction(&mut self, item: &mut Node, message: &mut Message) {
        if let Some(mut incoming) = item.node("incoming") {
            message.direction = Direction::In;
            if let Some(sent) = incoming.int("dateServerSent") {
                message.extra_mut().sent = Some(self.reader.time(Some(sent)));
            }
            incoming.rest("incoming", &mut message.extra_mut().raw);
        } else if let Some(mut outgoing) = item.node("outgoing") {
            let statuses = outgoing.nodes("sendStatus");
            let failed = |status: &Node| status.has("failed");
            let unsent = !statuses.is_empty()
                && statuses
                    .iter()
                    .all(|status| failed(status) || status.has("pending") || status.has("skipped"))
                && statuses.iter().any(failed);
            message.direction = if unsent {
                Direction::Failed
            } else {
                Direction::Out
            };
            for mut status in statuses {
                let recipient = status.int("recipientId").unwrap_or_default();
                if let Some(person) = self.reader.people.person(recipient) {
                    let recipients = &mut message.extra_mut().recipients;
                    if !recipients.contains(&person) {
                        recipients.push(person);
                    }
                }
                let at = status.int("timestamp").unwrap_or_default();
                let state = status.0.keys().next().cloned().unwrap_or_default();
                let raw = format!("{recipient} {state} {at}");
                message
                    .extra_mut()
                    .raw
                    .push(("outgoing.sendStatus".to_owned(), raw));
            }
            outgoing.rest("outgoing", &mut message.extra_mut().raw);
        } else if item.node("directionless").is_some() {
            message.direction = Direction::System;
        }
    }

    /// What the item is.
    fn content(&mut self, item: &mut Node, message: &mut Message) {
        if let Some(mut standard) = item.node("standardMessage") {
            self.standard(&mut standard, message);
            message.kind = if message.body.is_empty() && !message.attachments().is_empty() {
                MessageKind::Media
            } else {
                MessageKind::Text
            };
            standard.rest("standardMessage", &mut message.extra_mut().raw);
        } else if let Some(mut contact) = item.node("contactMessage") {
            message.kind = MessageKind::Contact;
            self.reactions(&mut contact, message);
            if let Some(card) = contact.node("contact") {
                self.card(card, message);
            }
            contact.rest("contactMessage", &mut message.extra_mut().raw);
        } else if let Some(mut sticker) = item.node("stickerMessage") {
            message.kind = MessageKind::Media;
            self.reactions(&mut sticker, message);
            self.sticker(sticker.node("sticker").unwrap_or_default(), message);
            sticker.rest("stickerMessage", &mut message.extra_mut().raw);
        } else if item.node("remoteDeletedMessage").is_some() {
            message.kind = MessageKind::Deleted;
        } else if let Some(mut deleted) = item.node("adminDeletedMessage") {
            message.kind = MessageKind::Deleted;
            let admin = deleted.int("adminId").unwrap_or_default();
            self.tag(self.reader.people.person(admin), message);
        } else if let Some(update) = item.node("updateMessage") {
            update::read(update, message, self.reader, self.batch);
        } else if let Some(mut payment) = item.node("paymentNotification") {
            self.payment(&mut payment, message);
        } else if let Some(badge) = item.node("giftBadge") {
            message.kind = MessageKind::System;
            message.body = "Gift badge".into();
            badge.rest("giftBadge", &mut message.extra_mut().raw);
        } else if let Some(mut once) = item.node("viewOnceMessage") {
            message.kind = MessageKind::ViewOnce;
            self.reactions(&mut once, message);
            if let Some(attachment) = once.node("attachment") {
                self.attachment(attachment, "viewOnceMessage.attachment", message);
            }
        } else if let Some(mut reply) = item.node("directStoryReplyMessage") {
            self.story_reply(&mut reply, message);
        } else if let Some(mut poll) = item.node("poll") {
            self.poll(&mut poll, message);
        } else {
            message.kind = MessageKind::System;
        }
    }

    fn standard(&mut self, standard: &mut Node, message: &mut Message) {
        self.reactions(standard, message);
        if let Some(text) = standard.node("text") {
            message.body = self.text(text, message).into();
        }
        if let Some(quote) = standard.node("quote") {
            self.quote(quote, message);
        }
        for attachment in standard.nodes("attachments") {
            self.attachment(attachment, "standardMessage.attachments", message);
        }
        if let Some(long) = standard.node("longText") {
            self.long_text(long, message);
        }
        for preview in standard.nodes("linkPreview") {
            self.preview(preview, message);
        }
    }

    /// A text in which mentions are names, as the app shows it.
    fn text(&mut self, mut text: Node, message: &mut Message) -> String {
        let body = text.text("body").unwrap_or_default();
        let mut mentions = Vec::new();
        for mut range in text.nodes("bodyRanges") {
            let start = range.int("start").unwrap_or_default();
            match range.bytes("mentionAci") {
                Some(account) => mentions.push((start, account)),
                None => {
                    range.0.insert("start".to_owned(), start.into());
                    range.rest("bodyRange", &mut message.extra_mut().raw);
                }
            }
        }
        text.rest("text", &mut message.extra_mut().raw);
        if mentions.is_empty() {
            return body;
        }
        mentions.sort();
        let mut mentions = mentions.into_iter().peekable();
        let mut out = String::with_capacity(body.len() + 16);
        let mut at = 0_u64;
        for c in body.chars() {
            let here = mentions.next_if(|(start, _)| *start == at);
            match here {
                Some((_, account)) if u32::from(c) == u32::from(MENTION) => {
                    let person = self.reader.people.by_account(&account, self.batch);
                    out.push('@');
                    out.push_str(&People::shown(person, self.batch));
                }
                Some((_, account)) => {
                    out.push(c);
                    let person = self.reader.people.by_account(&account, self.batch);
                    self.tag(Some(person), message);
                }
                None => out.push(c),
            }
            at += c.len_utf16() as u64;
        }
        // a mention that points nowhere
        for (_, account) in mentions {
            let person = self.reader.people.by_account(&account, self.batch);
            self.tag(Some(person), message);
        }
        out
    }

    /// A text that is too long for the record lies in a file, and its beginning in the record.
    fn long_text(&mut self, pointer: Node, message: &mut Message) {
        let (Named { attachment, .. }, _) = self.reader.media.file(pointer, true);
        let text = match &attachment.content {
            Content::Absent => None,
            content => self.reader.media.text(content, limits::BODY_BYTES),
        };
        match text {
            Some(text) if text.starts_with(&*message.body) => message.body = text.into(),
            Some(text) => {
                let detail = Detail::new(DetailKind::Description, text);
                message.extra_mut().details.push(detail);
            }
            None => {}
        }
        let mut attachment = attachment;
        // the text of the message, no file that somebody sent
        attachment.embedded = true;
        message.extra_mut().attachments.push(attachment);
    }

    fn quote(&mut self, mut quote: Node, message: &mut Message) {
        let author = quote.int("authorId").unwrap_or_default();
        let author = self.reader.people.person(author);
        self.tag(author, message);
        if let Some(text) = quote.node("text") {
            let text = self.text(text, message);
            message.extra_mut().quoted = Some(text).filter(|text| !text.is_empty());
        }
        for mut file in quote.nodes("attachments") {
            if let Some(name) = file.text("fileName") {
                let name = Detail::new(DetailKind::Description, name);
                message.extra_mut().details.push(name);
            }
            if let Some(mut thumbnail) = file.node("thumbnail")
                && let Some(pointer) = thumbnail.node("pointer")
            {
                self.embedded(pointer, message);
            }
            file.rest("quote.attachments", &mut message.extra_mut().raw);
        }
        quote.rest("quote", &mut message.extra_mut().raw);
    }

    fn attachment(&mut self, mut attachment: Node, path: &str, message: &mut Message) {
        let loaded = attachment.flag("wasDownloaded");
        let pointer = attachment.node("pointer").unwrap_or_default();
        let (named, rest) = self.reader.media.file(pointer, loaded);
        let extra = message.extra_mut();
        if let Some(caption) = named.caption {
            let caption = Detail::new(DetailKind::Description, caption);
            extra.details.push(caption);
        }
        extra.attachments.push(named.attachment);
        rest.rest(path, &mut extra.raw);
        attachment.rest(path, &mut extra.raw);
    }

    /// A picture that belongs to a preview, a card or a quotation.
    fn embedded(&mut self, pointer: Node, message: &mut Message) {
        let counted = (self.reader.media.missing, self.reader.media.omitted);
        let (mut named, _) = self.reader.media.file(pointer, false);
        // nobody misses these
        (self.reader.media.missing, self.reader.media.omitted) = counted;
        named.attachment.embedded = true;
        if named.attachment.content != Content::Absent {
            message.extra_mut().attachments.push(named.attachment);
        }
    }

    fn preview(&mut self, mut preview: Node, message: &mut Message) {
        if let Some(url) = preview.text("url") {
            let link = Detail::new(DetailKind::Link, url);
            message.extra_mut().details.push(link);
        }
        let texts = [preview.text("title"), preview.text("description")];
        for text in texts.into_iter().flatten() {
            let extra = message.extra_mut();
            match &mut extra.link_preview {
                Some(known) => {
                    known.push('\n');
                    known.push_str(&text);
                }
                none => *none = Some(text),
            }
        }
        if let Some(image) = preview.node("image") {
            self.embedded(image, message);
        }
        preview.rest("linkPreview", &mut message.extra_mut().raw);
    }

    fn reactions(&mut self, of: &mut Node, message: &mut Message) {
        for mut reaction in of.nodes("reactions") {
            let author = reaction.int("authorId").unwrap_or_default();
            let by = self.reader.people.person(author);
            if let Some(person) = by {
                self.batch.join(message.conversation, person);
            }
            let time = reaction.int("sentTimestamp");
            let detail = Detail {
                kind: DetailKind::Reaction,
                text: reaction.text("emoji").unwrap_or_default(),
                by,
                time: time.map(|ms| self.reader.time(Some(ms))),
            };
            let extra = message.extra_mut();
            extra.details.push(detail);
            reaction.rest("reaction", &mut extra.raw);
        }
    }

    fn card(&mut self, mut card: Node, message: &mut Message) {
        let mut texts = Vec::new();
        if let Some(mut name) = card.node("name") {
            let parts = ["prefix", "givenName", "middleName", "familyName", "suffix"];
            let parts: Vec<String> = parts.iter().filter_map(|part| name.text(part)).collect();
            texts.push(parts.join(" "));
            texts.extend(name.text("nickname"));
        }
        texts.extend(card.text("organization"));
        for list in ["number", "email"] {
            for mut entry in card.nodes(list) {
                texts.extend(entry.text("value"));
                texts.extend(entry.text("label"));
            }
        }
        for mut address in card.nodes("address") {
            let parts = [
                "street",
                "pobox",
                "neighborhood",
                "postcode",
                "city",
                "region",
                "country",
            ];
            let parts: Vec<String> = parts.iter().filter_map(|part| address.text(part)).collect();
            texts.push(parts.join(", "));
            texts.extend(address.text("label"));
        }
        let extra = message.extra_mut();
        for text in texts.into_iter().filter(|text| !text.is_empty()) {
            extra
                .details
                .push(Detail::new(DetailKind::ContactCard, text));
        }
        if let Some(avatar) = card.node("avatar") {
            self.embedded(avatar, message);
        }
        card.rest("contact", &mut message.extra_mut().raw);
    }

    fn sticker(&mut self, mut sticker: Node, message: &mut Message) {
        let items = &mut self.batch.source.items;
        *items.entry("stickers".to_owned()).or_default() += 1;
        if let Some(emoji) = sticker.text("emoji") {
            let emoji = Detail::new(DetailKind::Other, emoji);
            message.extra_mut().details.push(emoji);
        }
        if let Some(picture) = sticker.node("data") {
            self.embedded(picture, message);
        }
        sticker.rest("sticker", &mut message.extra_mut().raw);
    }

    fn payment(&mut self, payment: &mut Node, message: &mut Message) {
        message.body = payment.text("note").unwrap_or_default().into();
        for (name, what) in [("amountMob", "MOB"), ("feeMob", "MOB")] {
            if let Some(amount) = payment.text(name) {
                let amount = Detail::new(DetailKind::Other, format!("{amount} {what}"));
                message.extra_mut().details.push(amount);
            }
        }
    }

    fn story_reply(&mut self, reply: &mut Node, message: &mut Message) {
        self.reactions(reply, message);
        let raw = ("directStoryReplyMessage".to_owned(), "true".to_owned());
        message.extra_mut().raw.push(raw);
        if let Some(mut written) = reply.node("textReply") {
            if let Some(text) = written.node("text") {
                message.body = self.text(text, message).into();
            }
            if let Some(long) = written.node("longText") {
                self.long_text(long, message);
            }
        } else if let Some(emoji) = reply.text("emoji") {
            message.body = emoji.into();
        }
    }

    fn poll(&mut self, poll: &mut Node, message: &mut Message) {
        message.kind = MessageKind::Poll;
        self.reactions(poll, message);
        let question = poll.text("question").unwrap_or_default();
        let extra = message.extra_mut();
        extra
            .details
            .push(Detail::new(DetailKind::PollQuestion, question));
        for mut option in poll.nodes("options") {
            let text = option.text("option").unwrap_or_default();
            let detail = Detail::new(DetailKind::PollOption, text.as_str());
            message.extra_mut().details.push(detail);
            for mut vote in option.nodes("votes") {
                let voter = vote.int("voterId").unwrap_or_default();
                let by = self.reader.people.person(voter);
                let vote = Detail {
                    by,
                    ..Detail::new(DetailKind::PollOption, text.as_str())
                };
                // a vote of somebody unknown is a vote all the same
                message.extra_mut().details.push(vote);
            }
        }
        let mut raw = Vec::new();
        std::mem::take(poll).rest("poll", &mut raw);
        message.extra_mut().raw.extend(raw);
    }

    /// An earlier wording, with the files that only it had.
    fn revision(&mut self, revision: &mut Node, by: Option<ParticipantId>, message: &mut Message) {
        let time: Option<Timestamp> = revision
            .int("dateSent")
            .map(|ms| self.reader.time(Some(ms)));
        let mut earlier = Message {
            conversation: message.conversation,
            ..Message::default()
        };
        let counted = (self.reader.media.missing, self.reader.media.omitted);
        self.content(revision, &mut earlier);
        (self.reader.media.missing, self.reader.media.omitted) = counted;
        let MessageExtra {
            attachments,
            quoted,
            details,
            ..
        } = earlier.extra.map(|extra| *extra).unwrap_or_default();
        let extra = message.extra_mut();
        extra.details.push(Detail {
            kind: DetailKind::EarlierText,
            text: earlier.body.into(),
            by,
            time,
        });
        for attachment in attachments {
            let same = |known: &crate::model::Attachment| {
                known.content == attachment.content && known.name == attachment.name
            };
            if !extra.attachments.iter().any(same) {
                extra.attachments.push(attachment);
            }
        }
        if extra.quoted.is_none() {
            extra.quoted = quoted;
        }
        for detail in details {
            if !extra.details.contains(&detail) {
                extra.details.push(detail);
            }
        }
    }

    fn tag(&self, person: Option<ParticipantId>, message: &mut Message) {
        tag(person, message, self.batch);
    }
}

/// Names somebody in a message.
pub fn tag(person: Option<ParticipantId>, message: &mut Message, batch: &Batch) {
    let Some(person) = person else {
        return;
    };
    let detail = Detail {
        by: Some(person),
        ..Detail::new(DetailKind::Tag, People::shown(person, batch))
    };
    if !message.details().contains(&detail) {
        message.extra_mut().details.push(detail);
    }
}
