//! Records of a backup into a batch, one at a time: first who there is, then the conversations
//! with their items. The same for both forms of a backup.

use super::{
    item::{Items, tag},
    media::Media,
    people::{Party, People},
    tree::Node,
};
use crate::{
    container::Container,
    error::Result,
    import::{Batch, account::sign_own, ledger},
    model::{
        ConversationKind, Detail, DetailKind, Direction, Locator, Message, MessageKind, RepairKind,
        SkipReason, Warning,
    },
    time::{TimeBasis, Timestamp},
};
use std::{collections::HashMap, rc::Rc};

/// Earlier times are none: nobody sent a message before there was Signal (TextSecure, 2010).
const FIRST: i64 = 1_262_304_000_000;
/// Clocks that are a day fast happen.
const DAY: i64 = 86_400_000;

/// The reading of one backup.
pub struct Reader {
    /// Who takes part.
    pub people: People,
    /// The files.
    pub media: Media,
    /// Recipient of each chat.
    chats: HashMap<u64, u64>,
    timers: u64,
    made: Option<i64>,
    /// Messages that delete themselves after a time.
    pub passing: u64,
    strange_times: u64,
    readable: bool,
}

impl Reader {
    /// Of the files of a source. `readable`: the JSON export, which leaves things out.
    pub fn new(container: &Rc<Container>, readable: bool) -> Self {
        Self {
            people: People::default(),
            media: Media::new(container, readable),
            chats: HashMap::new(),
            timers: 0,
            made: None,
            passing: 0,
            strange_times: 0,
            readable,
        }
    }

    /// One record. Its announcement and whether it can be read at all are the caller's.
    ///
    /// # Errors
    /// A limit of the whole case.
    pub fn record(&mut self, mut frame: Node, place: Locator, batch: &mut Batch) -> Result<()> {
        if let Some(item) = frame.node("chatItem") {
            return self.chat_item(item, place, batch);
        }
        if let Some(mut chat) = frame.node("chat") {
            let id = chat.int("id").unwrap_or_default();
            let recipient = chat.int("recipientId").unwrap_or_default();
            if chat.int("expirationTimerMs").is_some_and(|ms| ms > 0) {
                self.timers += 1;
            }
            self.chats.insert(id, recipient);
            batch.item("chat");
            return Ok(());
        }
        if let Some(recipient) = frame.node("recipient") {
            return self.recipient(recipient, place, batch);
        }
        if let Some(mut account) = frame.node("account") {
            self.people.account(&mut account);
            return match account.text("bioText") {
                Some(bio) => self.entry("account", &bio, place, batch),
                None => {
                    batch.item("account");
                    Ok(())
                }
            };
        }
        if let Some(mut call) = frame.node("adHocCall") {
            return self.link_call(&mut call, place, batch);
        }
        for (name, kind) in [
            ("chatFolder", "chat-folder"),
            ("notificationProfile", "notification-profile"),
        ] {
            if let Some(mut named) = frame.node(name) {
                return match named.text("name") {
                    Some(name) => self.entry(kind, &name, place, batch),
                    None => {
                        batch.item(kind);
                        Ok(())
                    }
                };
            }
        }
        if frame.has("stickerPack") {
            batch.item("sticker-pack");
        } else if frame.has("backupTimeMs") || frame.has("version") {
            self.info(frame, batch);
        } else {
            batch.skip(SkipReason::UnknownElement);
        }
        Ok(())
    }

    fn info(&mut self, mut info: Node, batch: &mut Batch) {
        let made = info.int("backupTimeMs");
        self.made = made.and_then(|ms| i64::try_from(ms).ok());
        if let Some(version) = info.int("version") {
            batch.source.variant = Some(format!("version-{version}"));
        }
        batch.item("backup-info");
    }

    fn recipient(&mut self, mut recipient: Node, place: Locator, batch: &mut Batch) -> Result<()> {
        let Some(id) = self.people.recipient(&mut recipient, batch) else {
            batch.skip(SkipReason::UnknownElement);
            return Ok(());
        };
        let note = recipient
            .node("contact")
            .and_then(|mut contact| contact.text("note"));
        match (note, self.people.party(id)) {
            (Some(note), _) => {
                self.entry("contact-note", &note, place, batch)?;
                let about = self.people.person(id);
                if let Some(mut message) = batch.messages.pop() {
                    tag(about, &mut message, batch);
                    batch.messages.push(message);
                }
                Ok(())
            }
            (None, Some(Party::Other(Some(name)))) => {
                let name = name.clone();
                self.entry("list", &name, place, batch)
            }
            _ => {
                batch.item("recipient");
                Ok(())
            }
        }
    }

    /// A text of the account outside conversations.
    fn entry(&mut self, kind: &str, text: &str, place: Locator, batch: &mut Batch) -> Result<()> {
        let conversation = ledger::account_thread(batch, "account", "");
        let items = &mut batch.source.items;
        *items.entry(kind.to_owned()).or_default() += 1;
        batch.push(Message {
            conversation,
            kind: MessageKind::Entry,
            sender: self.people.owner,
            direction: Direction::Out,
            body: text.into(),
            place,
            ..Message::default()
        })
    }

    /// A call that people joined through a link.
    fn link_call(&mut self, call: &mut Node, place: Locator, batch: &mut Batch) -> Result<()> {
        let time = self.time(call.int("callTimestamp"));
        let recipient = call.int("recipientId").unwrap_or_default();
        let conversation = ledger::account_thread(batch, "account", "");
        let items = &mut batch.source.items;
        *items.entry("link-call".to_owned()).or_default() += 1;
        let mut message = Message {
            conversation,
            kind: MessageKind::Entry,
            time,
            place,
            ..Message::default()
        };
        if let Some(Party::Other(Some(name))) = self.people.party(recipient) {
            let name = Detail::new(DetailKind::Description, name.as_str());
            message.extra_mut().details.push(name);
        }
        batch.push(message)
    }

    fn chat_item(&mut self, mut item: Node, place: Locator, batch: &mut Batch) -> Result<()> {
        let chat = item.int("chatId").unwrap_or_default();
        let conversation = match self.chats.get(&chat).copied() {
            Some(recipient) => self.people.conversation(recipient, batch),
            None => batch.conversation(&format!("chat {chat}"), ConversationKind::Direct),
        };
        let message = Items {
            reader: self,
            batch,
        }
        .message(item, conversation, place);
        batch.push(message)
    }

    /// An instant. What cannot be right is kept and counted.
    pub fn time(&mut self, ms: Option<u64>) -> Timestamp {
        let Some(ms) = ms else {
            return Timestamp::default();
        };
        let original = ms.to_string();
        let Some(ms) = i64::try_from(ms)
            .ok()
            .filter(|ms| *ms < 100_000_000_000_000)
        else {
            self.strange_times += 1;
            return Timestamp {
                original: original.into(),
                basis: TimeBasis::Unparsed,
                ..Timestamp::default()
            };
        };
        let last = self.made.map_or(i64::MAX, |made| made.saturating_add(DAY));
        if !(FIRST..=last).contains(&ms) {
            self.strange_times += 1;
        }
        Timestamp::utc(&original, ms)
    }

    /// Counts texts that were no UTF-8.
    pub fn mended(count: u32, place: Locator, batch: &mut Batch) {
        for _ in 0..count {
            batch.source.accounting.repair(RepairKind::BadBytes, place);
        }
    }

    /// The source has ended.
    pub fn finish(&mut self, batch: &mut Batch) {
        sign_own(batch);
        batch.source.time_basis = if batch.messages.is_empty() {
            TimeBasis::None
        } else {
            TimeBasis::Utc
        };
        if self.readable {
            batch
                .source
                .warnings
                .push(Warning::new("signal-left-out", &[]));
        }
        for (id, count) in [
            ("media-omitted", self.media.omitted),
            ("media-missing", self.media.missing),
            ("disappearing", self.passing),
            ("disappearing-chats", self.timers),
            ("strange-times", self.strange_times),
        ] {
            if count > 0 {
                let count = [("count", count.to_string())];
                batch.source.warnings.push(Warning::new(id, &count));
            }
        }
    }
}
