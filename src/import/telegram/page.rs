//! `messages.html` and its further pages: one `div.message` per message. A message without
//! `div.from_name` is the same person's as the one before ("joined"). Times are local with the
//! offset in the `title` of newer exports (`01.02.2024 10:00:00 UTC+01:00`), without one in older.

use crate::{
    container::Container,
    error::Result,
    import::{
        Answers, Batch, Input,
        files::{File, Format, Way},
        html::{Element, Pick},
        ledger::Ledger,
    },
    model::{
        ConversationId, ConversationKind, Detail, DetailKind, Direction, Locator, Message,
        MessageKind, ParticipantId, Warning,
    },
};
use std::{collections::HashMap, rc::Rc};

/// The reader.
pub(super) struct Reader {
    container: Rc<Container>,
    ledger: Ledger,
    conversation: Option<ConversationId>,
    /// Who spoke last, for joined messages.
    last: Option<ParticipantId>,
    numbers: HashMap<String, u32>,
    replies: Vec<(u32, String)>,
}

impl Reader {
    pub fn new(input: &Input, answers: &Answers) -> Result<Self> {
        Ok(Self {
            container: Rc::clone(&input.container),
            ledger: Ledger::new(answers)?,
            conversation: None,
            last: None,
            numbers: HashMap::new(),
            replies: Vec::new(),
        })
    }

    fn settle_replies(&mut self, batch: &mut Batch) {
        for (at, number) in std::mem::take(&mut self.replies) {
            let target = self.numbers.get(&number).copied();
            let quoted = target
                .and_then(|target| batch.messages.get(target as usize))
                .map(|target| target.body.to_string());
            if let Some(message) = batch.messages.get_mut(at as usize) {
                match quoted {
                    Some(text) if !text.is_empty() => message.extra_mut().quoted = Some(text),
                    _ => {
                        let raw = ("reply_to".to_owned(), number);
                        message.extra_mut().raw.push(raw);
                    }
                }
            }
        }
        self.numbers.clear();
    }

    fn person(&mut self, body: &Element, message: &mut Message, batch: &mut Batch) {
        let name = body
            .elements()
            .find(|one| one.has_class("from_name"))
            .map(|one| one.text_without(&|inner| inner.has_class("details")));
        let joined = name.is_none();
        let person = match name.filter(|name| !name.is_empty()) {
            Some(name) => {
                // "Name via @bot"
                let (name, bot) = match name.split_once(" via @") {
                    Some((name, bot)) => (name.trim().to_owned(), Some(bot.to_owned())),
                    None => (name, None),
                };
                if let Some(bot) = bot {
                    let detail = Detail::new(DetailKind::Tag, format!("@{bot}"));
                    message.extra_mut().details.push(detail);
                }
                Some(batch.participant_by_name(&name, &name))
            }
            None => self.last.filter(|_| joined),
        };
        if let Some(person) = person {
            self.ledger.speak(message, person, batch);
        }
        self.last = person;
    }

    fn media(&mut self, body: &Element, message: &mut Message, batch: &mut Batch) {
        for media in body.all().filter(|one| one.has_class("media_wrap")) {
            let sticker = media.by_class("sticker_wrap").is_some();
            let mut found = false;
            for link in media.all() {
                let Some(path) = link.attribute("href").filter(|path| !path.is_empty()) else {
                    continue;
                };
                if path.contains("://") {
                    let detail = Detail::new(DetailKind::Link, path);
                    message.extra_mut().details.push(detail);
                    if path.contains("maps") || path.contains("q=") {
                        message.kind = MessageKind::Location;
                    }
                    continue;
                }
                let mut attachment = self
                    .ledger
                    .file(&self.container, path, message.place.member);
                attachment.embedded = sticker;
                message.extra_mut().attachments.push(attachment);
                found = true;
            }
            let text = media.text();
            let omitted = text.contains("Not included, change data exporting settings")
                || text.contains("Exceeds maximum size")
                || text.contains("Unavailable, please try again later");
            if omitted && !found {
                let name = media.by_class("title").map(Element::text);
                let attachment = self.ledger.omitted(name.as_deref());
                message.extra_mut().attachments.push(attachment);
            }
            let poll = media.by_class("media_poll");
            if let Some(poll) = poll {
                message.kind = MessageKind::Poll;
                for part in poll.all() {
                    let kind = if part.has_class("question") {
                        DetailKind::PollQuestion
                    } else if part.has_class("answer") {
                        DetailKind::PollOption
                    } else {
                        continue;
                    };
                    let text = part.text_without(&|inner| inner.has_class("details"));
                    message.extra_mut().details.push(Detail::new(kind, text));
                }
            } else {
                let kind = match media.by_class("media_contact") {
                    Some(_) => DetailKind::ContactCard,
                    None => DetailKind::Description,
                };
                if kind == DetailKind::ContactCard {
                    message.kind = MessageKind::Contact;
                }
                for part in media.all().filter(|part| {
                    part.has_class("title")
                        || part.has_class("status")
                        || part.has_class("description")
                }) {
                    let text = part.text();
                    if !text.is_empty() && !omitted {
                        message.extra_mut().details.push(Detail::new(kind, text));
                    }
                }
            }
            if media.by_class("media_call").is_some() {
                message.kind = MessageKind::Call;
            }
            if sticker {
                *batch.source.items.entry("stickers".to_owned()).or_default() += 1;
            }
        }
    }
}

impl Format for Reader {
    fn open(&mut self, file: &File, batch: &mut Batch) -> Way {
        // the pages of one chat lie in one folder
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let key = if folder.is_empty() { "chat" } else { folder };
        let id = batch.conversation(key, ConversationKind::Direct);
        if self.conversation != Some(id) {
            self.settle_replies(batch);
            self.last = None;
        }
        self.conversation = Some(id);
        Way::Html(Box::new(|element| {
            if element.tag != "div" {
                Pick::Keep
            } else if element.has_class("message") && element.attribute("id").is_some() {
                Pick::Record
            } else if element.has_class("page_header") {
                Pick::Part
            } else {
                Pick::Keep
            }
        }))
    }

    fn part(&mut self, _file: &File, element: &Element, batch: &mut Batch) {
        let title = element.text();
        if let Some(id) = self.conversation {
            batch.entitle(id, title);
        }
    }

    fn element(
        &mut self,
        _file: &File,
        element: Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        if !batch.begin(place) {
            return Ok(());
        }
        let mut message = Message {
            conversation: self.conversation.unwrap_or_default(),
            place,
            ..Message::default()
        };
        let body = element
            .elements()
            .find(|one| one.has_class("body"))
            .unwrap_or(&element);
        if element.has_class("service") {
            message.kind = MessageKind::System;
            message.direction = Direction::System;
            message.body = body.text().into();
            // the next message opens with its sender again
            self.last = None;
            return batch.push(message);
        }
        let date = body
            .elements()
            .find(|one| one.has_class("date"))
            .and_then(|one| one.attribute("title"));
        if let Some(date) = date {
            self.ledger.written(&mut message, date, batch);
        }
        self.person(body, &mut message, batch);
        for one in body.elements() {
            if one.has_class("forwarded") {
                if let Some(name) = one.by_class("from_name") {
                    let name = name.text_without(&|inner| inner.has_class("details"));
                    let detail = Detail::new(DetailKind::ForwardedFrom, name);
                    message.extra_mut().details.push(detail);
                }
            } else if one.has_class("signature") {
                let detail = Detail::new(DetailKind::Tag, one.text());
                message.extra_mut().details.push(detail);
            }
        }
        let texts = element
            .all()
            .filter(|one| one.has_class("text") && one.tag == "div");
        let texts: Vec<&Element> = texts.collect();
        message.body = texts
            .iter()
            .map(|one| one.text())
            .collect::<Vec<_>>()
            .join("\n")
            .into();
        for text in texts {
            for link in text.all().filter_map(|one| one.attribute("href")) {
                let detail = Detail::new(DetailKind::Link, link);
                if link.contains(':') && !message.body.contains(link) {
                    message.extra_mut().details.push(detail);
                }
            }
        }
        if let Some(reply) = body.elements().find(|one| one.has_class("reply_to")) {
            let number = reply.all().find_map(|one| {
                let link = one.attribute("href")?;
                link.rsplit_once("go_to_message").map(|(_, number)| number)
            });
            if let Some(number) = number {
                self.replies
                    .push((batch.messages.len() as u32, number.to_owned()));
            }
        }
        self.media(body, &mut message, batch);
        for reaction in body.all().filter(|one| one.has_class("reaction")) {
            let emoji = reaction.by_class("emoji").map(Element::text);
            let people: Vec<&str> = reaction
                .all()
                .filter(|one| one.has_class("userpic"))
                .filter_map(|one| one.all().find_map(|inner| inner.attribute("title")))
                .collect();
            let shown = emoji.unwrap_or_else(|| reaction.text());
            if people.is_empty() {
                let count = reaction.by_class("count").map(Element::text);
                let text = count.map_or_else(|| shown.clone(), |n| format!("{shown} × {n}"));
                message
                    .extra_mut()
                    .details
                    .push(Detail::new(DetailKind::Reaction, text));
            }
            for name in people {
                let person = batch.participant_by_name(name, name);
                batch.join(message.conversation, person);
                let mut detail = Detail::new(DetailKind::Reaction, shown.as_str());
                detail.by = Some(person);
                message.extra_mut().details.push(detail);
            }
        }
        if message.kind == MessageKind::Text
            && message.body.is_empty()
            && !message.attachments().is_empty()
        {
            message.kind = MessageKind::Media;
        }
        if let Some(number) = element
            .attribute("id")
            .and_then(|id| id.strip_prefix("message"))
        {
            self.numbers
                .insert(number.to_owned(), batch.messages.len() as u32);
        }
        batch.push(message)
    }

    fn finish(&mut self, batch: &mut Batch) {
        self.settle_replies(batch);
        batch
            .source
            .warnings
            .push(Warning::new("not-in-this-form", &[]));
        self.ledger.finish(batch);
    }
}
