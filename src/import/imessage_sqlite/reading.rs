//! Reads the tables of Messages into a batch, pass by pass.

use super::{
    columns::Columns,
    payload::Payload,
    summary::Summary,
    tapbacks::{self, Guid, Tapback},
};
use crate::{
    container::sqlite::{Row, Table},
    error::Result,
    import::{
        Batch, ImportJob,
        apple::{self, plist::Plist, typedstream},
        database::{Opened, Shelf, Walk, attachment, file_name, note_damage, reject, rows},
    },
    job::Budget,
    limits,
    model::{
        ConversationId, ConversationKind, Detail, DetailKind, Direction, Locator, Message,
        MessageKind, ParticipantId, RepairKind, SkipReason, Warning,
    },
    time::TimeBasis,
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

/// Stands for an attachment inside the text.
const OBJECT: char = '\u{fffc}';

struct Chat {
    guid: String,
    title: Option<String>,
    group: bool,
    members: Vec<i64>,
    conversation: Option<ConversationId>,
}

enum Pass {
    Begin,
    /// Which conversation a message belongs to.
    Chats(Option<Walk>),
    /// Which files a message has.
    Files(Option<Walk>),
    Messages(Option<Walk>),
    Tapbacks(std::vec::IntoIter<Tapback>),
    Over,
}

/// The reading of one database.
pub struct Messages {
    opened: Opened,
    shelf: Rc<dyn Shelf>,
    pass: Pass,
    columns: Columns,
    handles: HashMap<i64, String>,
    chats: HashMap<i64, Chat>,
    /// Pairs of message and chat, sorted by message when all are read.
    chat_of: Vec<(i64, i64)>,
    /// Recently deleted messages: chat and time.
    recoverable: BTreeMap<i64, (i64, Option<i64>)>,
    /// Pairs of message and file, in order.
    files: Vec<(i64, i64)>,
    file_table: Option<Rc<Table>>,
    file_row: Row,
    by_guid: HashMap<Guid, usize>,
    waiting: Vec<Tapback>,
    replies: Vec<(usize, Guid)>,
    bytes: u64,
    missing: u64,
    deleted: u64,
    spam: u64,
}

impl Messages {
    /// Starts reading.
    pub fn new(opened: Opened, shelf: Rc<dyn Shelf>) -> Self {
        Self {
            file_table: opened.database.table("attachment"),
            opened,
            shelf,
            pass: Pass::Begin,
            columns: Columns::default(),
            handles: HashMap::new(),
            chats: HashMap::new(),
            chat_of: Vec::new(),
            recoverable: BTreeMap::new(),
            files: Vec::new(),
            file_row: Row::default(),
            by_guid: HashMap::new(),
            waiting: Vec::new(),
            replies: Vec::new(),
            bytes: 0,
            missing: 0,
            deleted: 0,
            spam: 0,
        }
    }

    /// The tables that are small on every phone.
    fn small(&mut self, batch: &mut Batch) {
        self.opened.warn(batch);
        batch.source.time_basis = TimeBasis::Utc;
        let handles = &mut self.handles;
        rows(&self.opened, "handle", &["id"], batch, |row, columns, _| {
            if let [id] = columns
                && let Some(id) = row.text(*id)
            {
                handles.insert(row.rowid(), id.into_owned());
            }
        });
        let chats = &mut self.chats;
        let names = ["guid", "chat_identifier", "display_name", "style"];
        rows(&self.opened, "chat", &names, batch, |row, columns, _| {
            if let [guid, identifier, title, style] = columns {
                let text = |column: Option<usize>| row.text(column).map(Cow::into_owned);
                let guid = text(*guid).or(text(*identifier));
                let chat = Chat {
                    guid: guid.unwrap_or_else(|| format!("chat {}", row.rowid())),
                    title: text(*title),
                    group: row.int(*style) == Some(43),
                    members: Vec::new(),
                    conversation: None,
                };
                chats.insert(row.rowid(), chat);
            }
        });
        let names = ["chat_id", "handle_id"];
        rows(
            &self.opened,
            "chat_handle_join",
            &names,
            batch,
            |row, columns, _| {
                if let [chat, handle] = columns
                    && let (Some(chat), Some(handle)) = (row.int(*chat), row.int(*handle))
                    && let Some(chat) = chats.get_mut(&chat)
                {
                    chat.members.push(handle);
                }
            },
        );
        let recoverable = &mut self.recoverable;
        let names = ["message_id", "chat_id", "delete_date"];
        let table = "chat_recoverable_message_join";
        rows(&self.opened, table, &names, batch, |row, columns, _| {
            if let [message, chat, date] = columns
                && let (Some(message), Some(chat)) = (row.int(*message), row.int(*chat))
            {
                recoverable.insert(message, (chat, row.int(*date)));
            }
        });
    }

    /// Goes on with the pass at hand; true when it is over.
    fn work(
        &mut self,
        pass: &mut Pass,
        batch: &mut Batch,
        budget: &mut Budget<'_>,
    ) -> Result<bool> {
        match pass {
            Pass::Begin => self.small(batch),
            Pass::Chats(Some(walk)) => {
                let (message, chat) = (walk.column("message_id"), walk.column("chat_id"));
                while walk.next(&self.opened, batch) {
                    if let (Some(message), Some(chat)) = (walk.row.int(message), walk.row.int(chat))
                    {
                        self.chat_of.push((message, chat));
                    }
                    if budget.spent() {
                        return Ok(false);
                    }
                }
                self.chat_of.sort_by_key(|(message, _)| *message);
            }
            Pass::Files(Some(walk)) => {
                let (message, file) = (walk.column("message_id"), walk.column("attachment_id"));
                while walk.next(&self.opened, batch) {
                    if let (Some(message), Some(file)) = (walk.row.int(message), walk.row.int(file))
                    {
                        self.files.push((message, file));
                    }
                    if budget.spent() {
                        return Ok(false);
                    }
                }
                self.files.sort_by_key(|(message, _)| *message);
            }
            Pass::Messages(Some(walk)) => {
                while walk.next(&self.opened, batch) {
                    self.message(&walk.row, batch)?;
                    if budget.spent() {
                        self.bytes = walk.bytes_read();
                        return Ok(false);
                    }
                }
            }
            Pass::Tapbacks(waiting) => {
                for tapback in waiting.by_ref() {
                    self.tapback(tapback, batch)?;
                    if budget.spent() {
                        return Ok(false);
                    }
                }
            }
            Pass::Chats(None) | Pass::Files(None) | Pass::Messages(None) | Pass::Over => {}
        }
        Ok(true)
    }

    fn following(&mut self, pass: &Pass, batch: &mut Batch) -> Pass {
        let table = |name: &str| Walk::table(&self.opened, name);
        match pass {
            Pass::Begin => Pass::Chats(table("chat_message_join")),
            Pass::Chats(_) => Pass::Files(table("message_attachment_join")),
            Pass::Files(_) => {
                let walk = table("message");
                if let Some(walk) = &walk {
                    self.columns = Columns::of(&walk.table);
                }
                Pass::Messages(walk)
            }
            Pass::Messages(_) => Pass::Tapbacks(std::mem::take(&mut self.waiting).into_iter()),
            Pass::Tapbacks(_) | Pass::Over => {
                self.close(batch);
                Pass::Over
            }
        }
    }

    fn person(&self, handle: i64, batch: &mut Batch) -> Option<ParticipantId> {
        let id = self.handles.get(&handle)?;
        Some(batch.participant_by_handle(id))
    }

    /// The conversation of a message.
    fn conversation(
        &mut self,
        rowid: i64,
        handle: Option<i64>,
        batch: &mut Batch,
    ) -> ConversationId {
        let at = self
            .chat_of
            .partition_point(|(message, _)| *message < rowid);
        let joined = self
            .chat_of
            .get(at)
            .filter(|(message, _)| *message == rowid);
        let chat = joined
            .map(|(_, chat)| *chat)
            .or(self.recoverable.get(&rowid).map(|(chat, _)| *chat));
        if let Some(chat) = chat
            && let Some(known) = self.chats.get(&chat)
        {
            if let Some(conversation) = known.conversation {
                return conversation;
            }
            let kind = if known.group {
                ConversationKind::Group
            } else {
                ConversationKind::Direct
            };
            let conversation = batch.conversation(&known.guid, kind);
            if let Some(made) = batch.conversations.get_mut(conversation.index()) {
                made.title = made.title.take().or(known.title.clone());
            }
            for member in known.members.clone() {
                if let Some(person) = self.person(member, batch) {
                    batch.join(conversation, person);
                }
            }
            if let Some(known) = self.chats.get_mut(&chat) {
                known.conversation = Some(conversation);
            }
            return conversation;
        }
        // a message without conversation: by the person, else together
        let person = handle.and_then(|handle| self.person(handle, batch));
        let key = handle
            .and_then(|handle| self.handles.get(&handle))
            .map_or_else(String::new, |id| crate::import::handles::normalise(id).0);
        let conversation = batch.conversation(&key, ConversationKind::Direct);
        if let Some(person) = person {
            batch.join(conversation, person);
        }
        conversation
    }

    /// Sets who wrote it and in which direction.
    fn sender(&self, message: &mut Message, row: &Row, handle: Option<i64>, batch: &mut Batch) {
        let columns = &self.columns;
        if row.int(columns.from_me) == Some(1) {
            let failed = row.int(columns.error).is_some_and(|error| error != 0);
            message.direction = if failed {
                Direction::Failed
            } else {
                Direction::Out
            };
            // "E:" and "P:" say whether the account is an address or a number
            let account = row.text(columns.account);
            let account = account.as_deref().map(|account| {
                let bare = account.strip_prefix("E:").or(account.strip_prefix("P:"));
                bare.or(account.strip_prefix("e:"))
                    .or(account.strip_prefix("p:"))
                    .unwrap_or(account)
            });
            let caller = row.text(columns.caller);
            if let Some(own) = caller.as_deref().or(account).filter(|own| !own.is_empty()) {
                let owner = batch.participant_by_handle(own);
                if let Some(owner) = batch.participants.get_mut(owner.index()) {
                    owner.owner = true;
                }
                message.sender = Some(owner);
            }
        } else {
            message.direction = Direction::In;
            message.sender = handle.and_then(|handle| self.person(handle, batch));
            if let Some(person) = message.sender {
                batch.join(message.conversation, person);
            }
        }
    }

    fn message(&mut self, row: &Row, batch: &mut Batch) -> Result<()> {
        let columns = self.columns;
        let place = self.opened.locator(row.place());
        let number = row.int(columns.tapback).unwrap_or_default();
        let own = row.text(columns.emoji);
        let reaction = row.text(columns.target).and_then(|target| {
            Some((Guid::read(&target), tapbacks::sign(number, own.as_deref())?))
        });
        // a reaction is announced when its message is known
        if reaction.is_none() && !batch.begin(place) {
            return Ok(());
        }
        if row.cut() {
            batch.source.accounting.repair(RepairKind::Truncated, place);
            batch.source.accounting.partial = true;
        }
        let handle = row.int(columns.handle).filter(|handle| *handle != 0);
        let mut message = Message {
            conversation: self.conversation(row.rowid(), handle, batch),
            place,
            time: apple::time(row.int(columns.date)).unwrap_or_default(),
            ..Message::default()
        };
        self.sender(&mut message, row, handle, batch);
        if let Some((target, sign)) = reaction {
            if let Some(text) = row.text(columns.text) {
                message.body = text.into();
            }
            self.waiting.push(Tapback {
                target,
                message,
                sign,
            });
            return Ok(());
        }
        self.content(&mut message, row, batch);
        self.event(&mut message, row, batch);
        self.attachments(&mut message, row.rowid(), batch);
        if message.body.is_empty()
            && !message.attachments().is_empty()
            && message.kind == MessageKind::Text
        {
            message.kind = MessageKind::Media;
        }
        if let Some((_, date)) = self.recoverable.get(&row.rowid()) {
            self.deleted += 1;
            let when = apple::time(*date).and_then(|time| time.utc_ms);
            let when = when.map(crate::time::iso_utc).unwrap_or_default();
            message
                .extra_mut()
                .raw
                .push(("recently-deleted".to_owned(), when));
        }
        self.spam += u64::from(row.int(columns.spam) == Some(1));
        for (name, column) in [
            ("balloon_bundle_id", columns.balloon),
            ("expressive_send_style_id", columns.effect),
        ] {
            if let Some(value) = row.text(column) {
                message
                    .extra_mut()
                    .raw
                    .push((name.to_owned(), value.into_owned()));
            }
        }
        let at = batch.messages.len();
        if let Some(origin) = row.text(columns.thread) {
            self.replies.push((at, Guid::read(&origin)));
        }
        if let Some(guid) = row.text(columns.guid) {
            self.by_guid.insert(Guid::read(&guid), at);
        }
        batch.push(message)
    }

    /// Text, subject, history, app content.
    fn content(&self, message: &mut Message, row: &Row, batch: &mut Batch) {
        let columns = &self.columns;
        let place = message.place;
        if let Some(text) = row.text(columns.text) {
            note_damage(&text, place, batch);
            message.body = without_objects(&text).into();
        }
        if let Some(bytes) = row.blob(columns.attributed) {
            let more = |name: &str| memchr::memmem::find(bytes, name.as_bytes()).is_some();
            if message.body.is_empty() || more("Mention") || more("Transcription") {
                attributed(message, bytes, place, batch);
            }
        }
        if let Some(subject) = row.text(columns.subject) {
            note_damage(&subject, place, batch);
            message.extra_mut().subject = Some(subject.into_owned());
        }
        let truncated = |batch: &mut Batch| {
            batch.source.accounting.repair(RepairKind::Truncated, place);
        };
        let mut history = false;
        let mut retracted = row.int(columns.retracted).is_some_and(|date| date != 0);
        if let Some(bytes) = row.blob(columns.summary) {
            match Plist::read(bytes) {
                Some(list) => {
                    let mut summary = Summary::of(&list);
                    if summary.damaged {
                        truncated(batch);
                    }
                    retracted |= summary.all_retracted();
                    if !summary.retracted.is_empty() {
                        let parts = summary.retracted.join(",");
                        message
                            .extra_mut()
                            .raw
                            .push(("unsent-parts".to_owned(), parts));
                    }
                    let by = message.sender;
                    for version in summary.earlier() {
                        history = true;
                        message.extra_mut().details.push(Detail {
                            kind: DetailKind::EarlierText,
                            text: without_objects(&version.text).into_owned(),
                            by,
                            time: version.time,
                        });
                    }
                }
                None => truncated(batch),
            }
        }
        if retracted && message.body.is_empty() {
            message.kind = MessageKind::Deleted;
        } else if row.int(columns.edited).is_some_and(|date| date != 0) && !history {
            message.extra_mut().edited = true;
        }
        if let Some(bytes) = row.blob(columns.payload) {
            match Plist::read(bytes) {
                Some(list) => app(message, Payload::of(list)),
                None => truncated(batch),
            }
        }
        if message.body.len() as u64 > limits::BODY_BYTES {
            truncated(batch);
            let mut end = limits::BODY_BYTES as usize;
            while !message.body.is_char_boundary(end) {
                end -= 1;
            }
            message.body = message.body.get(..end).unwrap_or_default().into();
        }
    }

    /// What the service says about a group or a shared place.
    fn event(&self, message: &mut Message, row: &Row, batch: &mut Batch) {
        let columns = &self.columns;
        let action = row.int(columns.group_action).unwrap_or_default();
        let stopped = row.int(columns.share_status) == Some(1);
        let event = match row.int(columns.item).unwrap_or_default() {
            0 => return,
            1 if action == 1 => "member-removed",
            1 => "member-added",
            2 => "group-renamed",
            3 if action == 1 => "group-picture-changed",
            3 if action == 2 => "group-picture-removed",
            3 => "member-left",
            4 if stopped => "place-sharing-stopped",
            4 => "place-sharing-started",
            5 => "audio-kept",
            6 => "call-started",
            _ => "other",
        };
        message.kind = MessageKind::System;
        message.direction = Direction::System;
        let other = row.int(columns.other_handle).filter(|handle| *handle != 0);
        let title = row.text(columns.group_title).map(Cow::into_owned);
        let by = message.sender;
        let extra = message.extra_mut();
        extra.raw.push(("event".to_owned(), event.to_owned()));
        if let Some(title) = title {
            extra.details.push(Detail {
                by,
                ..Detail::new(DetailKind::Other, title)
            });
        }
        if let Some(handle) = other.and_then(|other| self.handles.get(&other)) {
            let person = batch.participant_by_handle(handle);
            batch.join(message.conversation, person);
            let detail = Detail {
                by,
                ..Detail::new(DetailKind::Tag, handle.clone())
            };
            message.extra_mut().details.push(detail);
        }
    }

    fn attachments(&mut self, message: &mut Message, rowid: i64, batch: &mut Batch) {
        let from = self.files.partition_point(|(of, _)| *of < rowid);
        let own: Vec<i64> = self
            .files
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|(of, _)| *of == rowid)
            .map(|(_, file)| *file)
            .collect();
        let Some(table) = self.file_table.clone() else {
            return;
        };
        for file in own {
            let row = &mut self.file_row;
            match self.opened.database.find(&table, file, row) {
                Ok(true) => {
                    let text = |name: &str| row.text(table.column(name)).map(Cow::into_owned);
                    let path = text("filename");
                    let found = path.as_deref().and_then(|path| self.shelf.find(path));
                    let name =
                        text("transfer_name").or(path.as_deref().map(|p| file_name(p).to_owned()));
                    let size = row.int(table.column("total_bytes"));
                    let size = size
                        .and_then(|size| u64::try_from(size).ok())
                        .filter(|size| *size > 0);
                    let declared = text("mime_type");
                    if row.int(table.column("is_sticker")) == Some(1) {
                        *batch.source.items.entry("stickers".to_owned()).or_default() += 1;
                    }
                    self.missing += u64::from(found.is_none());
                    let made = attachment(name, declared, size, found);
                    message.extra_mut().attachments.push(made);
                }
                Ok(false) => {
                    self.missing += 1;
                    message
                        .extra_mut()
                        .attachments
                        .push(attachment(None, None, None, None));
                }
                Err(error) => {
                    self.missing += 1;
                    message
                        .extra_mut()
                        .attachments
                        .push(attachment(None, None, None, None));
                    let byte = error.location().byte.unwrap_or_default();
                    let place = Locator {
                        start: byte,
                        len: 0,
                        ..message.place
                    };
                    batch.source.accounting.repair(RepairKind::Truncated, place);
                    batch.source.accounting.partial = true;
                }
            }
        }
    }

    fn tapback(&mut self, tapback: Tapback, batch: &mut Batch) -> Result<()> {
        if !batch.begin(tapback.message.place) {
            return Ok(());
        }
        let target = self.by_guid.get(&tapback.target);
        if let Some(target) = target.and_then(|at| batch.messages.get_mut(*at)) {
            tapbacks::join(target, tapback);
            batch.skip(SkipReason::Joined);
            return Ok(());
        }
        let mut message = tapback.message;
        let by = message.sender;
        message.extra_mut().details.push(Detail {
            by,
            ..Detail::new(DetailKind::Reaction, tapback.sign)
        });
        batch.push(message)
    }

    fn close(&mut self, batch: &mut Batch) {
        for (at, origin) in std::mem::take(&mut self.replies) {
            let origin = self
                .by_guid
                .get(&origin)
                .and_then(|at| batch.messages.get(*at));
            let quoted = origin.map(|origin| origin.body.to_string());
            if let Some(quoted) = quoted.filter(|quoted| !quoted.is_empty())
                && let Some(message) = batch.messages.get_mut(at)
            {
                message.extra_mut().quoted = Some(quoted);
            }
        }
        self.by_guid = HashMap::new();
        for (id, count) in [
            ("media-missing", self.missing),
            ("recently-deleted", self.deleted),
            ("marked-spam", self.spam),
        ] {
            if count > 0 {
                let count = [("count", count.to_string())];
                batch.source.warnings.push(Warning::new(id, &count));
            }
        }
        if self.opened.database.table("message").is_none() {
            let error = crate::error::Error::new(crate::error::Code::MalformedRecord);
            reject(&error, &self.opened, batch);
        }
    }
}

impl ImportJob for Messages {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            let mut pass = std::mem::replace(&mut self.pass, Pass::Over);
            if !self.work(&mut pass, batch, budget)? {
                self.pass = pass;
                return Ok(false);
            }
            self.pass = self.following(&pass, batch);
            if matches!(self.pass, Pass::Over) {
                return Ok(true);
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        self.bytes
    }
}

/// A text without the signs that stand for attachments.
pub fn without_objects(text: &str) -> Cow<'_, str> {
    if text.contains(OBJECT) {
        Cow::Owned(text.chars().filter(|c| *c != OBJECT).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Text and attributes of a typed stream. Gives the number of signs for attachments, or `None`
/// where there is no text.
pub fn attributed(
    message: &mut Message,
    bytes: &[u8],
    place: Locator,
    batch: &mut Batch,
) -> Option<usize> {
    let Some(read) = typedstream::read(bytes) else {
        batch.source.accounting.repair(RepairKind::Truncated, place);
        return None;
    };
    if read.damaged {
        batch.source.accounting.repair(RepairKind::Truncated, place);
    }
    if message.body.is_empty() {
        message.body = without_objects(&read.text).into();
    }
    for (name, value) in read.attributes {
        let kind = match name.as_str() {
            "__kIMMentionConfirmedMention" => DetailKind::Tag,
            "IMAudioTranscription" => DetailKind::Transcript,
            _ => continue,
        };
        message.extra_mut().details.push(Detail::new(kind, value));
    }
    Some(read.text.chars().filter(|c| *c == OBJECT).count())
}

/// Puts the content of an app or link into a message.
pub fn app(message: &mut Message, payload: Payload) {
    if message.body.is_empty()
        && let Some(text) = &payload.text
    {
        message.body = text.as_str().into();
    } else if let Some(text) = payload.text {
        message
            .extra_mut()
            .details
            .push(Detail::new(DetailKind::Other, text));
    }
    if let Some(app) = payload.app {
        message
            .extra_mut()
            .details
            .push(Detail::new(DetailKind::Other, app));
    }
    if payload.preview.is_some() {
        message.extra_mut().link_preview = payload.preview;
    }
    for detail in payload.details {
        if !message.body.contains(&detail.text) {
            message.extra_mut().details.push(detail);
        }
    }
}
