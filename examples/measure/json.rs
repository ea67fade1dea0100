//! The least that any program must do with a file of chats in JSON: read its records as typed
//! values, one after the other, over the same buffered reader, and keep the fields that the types
//! do not name. Names and types are those of the importers; each record is dropped when it was read.

use crate::{
    Outcome,
    import::{best, best_load, hashes, open},
};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value, json};
use std::{fmt, marker::PhantomData, path::Path};

type Extra = Map<String, Value>;

/// A record type: fields that may be absent or null, and all others.
macro_rules! records {
    ($($name:ident { $($field:ident: $type:ty,)* })*) => {
        $(
            #[derive(Default, Deserialize)]
            #[serde(default)]
            #[allow(dead_code)]
            struct $name {
                $($field: Option<$type>,)*
                #[serde(flatten)]
                extra: Extra,
            }
        )*
    };
}

mod messenger {
    use super::*;
    records! {
        Record {
            sender_name: String, timestamp_ms: i64, content: String, r#type: String,
            is_unsent: bool, is_geoblocked_for_viewer: bool,
            is_unsent_image_by_messenger_kid_parent: bool, is_taken_down: bool,
            call_duration: i64, missed: bool, ip: String, photos: Vec<Media>, videos: Vec<Media>,
            audio_files: Vec<Media>, files: Vec<Media>, gifs: Vec<Media>, sticker: Media,
            share: Share, reactions: Vec<Reaction>, users: Vec<Named>,
        }
        Media { uri: String, description: String, creation_timestamp: i64, }
        Share { link: String, share_text: String, original_content_owner: String, }
        Reaction { reaction: String, actor: String, timestamp: i64, }
        Named { name: String, }
    }
    pub fn pass(path: &Path) -> Outcome<u64> {
        named::<Record>(path, "messages")
    }
}

mod telegram {
    use super::*;
    records! {
        Record {
            id: i64, r#type: String, date: String, date_unixtime: String, edited: String,
            edited_unixtime: String, from: String, actor: String, from_id: String,
            actor_id: String, author: String, forwarded_from: String, forwarded_from_id: String,
            saved_from: String, via_bot: String, reply_to_message_id: i64,
            reply_to_peer_id: String, action: String, photo: String, file: String,
            file_name: String, thumbnail: String, media_type: String, mime_type: String,
            contact_vcard: String, duration_seconds: i64, discard_reason: String,
            place_name: String, address: String, title: String, performer: String,
            inviter: String, self_destruct_period_seconds: i64, sticker_emoji: String,
            width: i64, height: i64, photo_file_size: i64, file_size: i64, media_spoiler: bool,
            text: Value, text_entities: Vec<Run>, contact_information: Value,
            location_information: Value, poll: Value, reactions: Vec<Reaction>,
            members: Vec<Option<String>>,
        }
        Run { r#type: String, text: String, href: String, user_id: Value, }
        Reaction {
            r#type: String, emoji: String, count: i64, document_id: String, recent: Vec<Reactor>,
        }
        Reactor { from: String, from_id: String, date: String, }
    }
    pub fn pass(path: &Path) -> Outcome<u64> {
        named::<Record>(path, "messages")
    }
}

mod slack {
    use super::*;
    records! {
        Record {
            r#type: String, subtype: String, user: String, bot_id: String, username: String,
            text: String, ts: String, thread_ts: String, deleted_ts: String, inviter: String,
            editor_id: String, topic: String, purpose: String, name: String, old_name: String,
            edited: Value, reactions: Vec<Reaction>, files: Vec<Value>, file: Value,
            attachments: Vec<Value>, blocks: Value, user_profile: Value, bot_profile: Value,
            comment: Value, room: Value, message: Value, previous_message: Value,
            members: Vec<String>,
        }
        Reaction { name: String, count: i64, }
    }
    pub fn pass(path: &Path) -> Outcome<u64> {
        let mut reader = serde_json::Deserializer::from_reader(open(path)?);
        Ok(Each::<Record>(PhantomData).deserialize(&mut reader)?)
    }
}

mod teams {
    use super::*;
    #[allow(non_snake_case)]
    mod rows {
        use super::*;
        records! {
            Record {
                id: String, replyToId: String, messageType: String, createdDateTime: String,
                lastModifiedDateTime: String, lastEditedDateTime: String,
                deletedDateTime: String, subject: String, summary: String, chatId: String,
                from: Identities, body: Body, attachments: Vec<Value>, mentions: Vec<Value>,
                reactions: Vec<Reaction>, channelIdentity: Value, eventDetail: Value,
                hostedContents: Vec<Value>, replies: Vec<Value>,
            }
            Identities { user: Identity, application: Identity, device: Identity, }
            Identity { id: String, displayName: String, email: String, }
            Body { contentType: String, content: String, }
            Reaction {
                reactionType: String, displayName: String, createdDateTime: String,
                user: Identities,
            }
        }
        pub fn pass(path: &Path) -> Outcome<u64> {
            named::<Record>(path, "value")
        }
    }
    pub use rows::pass;
}

mod google_chat {
    use super::*;
    records! {
        Record {
            created_date: String, updated_date: String, text: String, topic_id: String,
            message_id: String, message_state: String, creator: Person,
            attached_files: Vec<Value>, reactions: Vec<Reaction>, annotations: Value,
            deletion_metadata: Value, quoted_message_metadata: Value,
            previous_message_versions: Vec<Value>,
        }
        Person { name: String, email: String, user_type: String, }
        Reaction { emoji: Emoji, reactor_emails: Vec<String>, }
        Emoji { unicode: String, custom_emoji: Value, }
    }
    pub fn pass(path: &Path) -> Outcome<u64> {
        named::<Record>(path, "messages")
    }
}

/// Counts the records of a list, each read and dropped.
struct Each<T>(PhantomData<T>);

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for Each<T> {
    type Value = u64;
    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<u64, D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'de, T: DeserializeOwned> Visitor<'de> for Each<T> {
    type Value = u64;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of records")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<u64, A::Error> {
        let mut count = 0;
        while let Some(record) = list.next_element::<T>()? {
            std::hint::black_box(&record);
            count += 1;
        }
        Ok(count)
    }
}

/// Counts the records in the list of this name inside the outermost object.
struct Named<T>(&'static str, PhantomData<T>);

impl<'de, T: DeserializeOwned> Visitor<'de> for Named<T> {
    type Value = u64;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object around a list of records")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<u64, A::Error> {
        let mut count = 0;
        while let Some(key) = map.next_key::<String>()? {
            if key == self.0 {
                count += map.next_value_seed(Each::<T>(PhantomData))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(count)
    }
}

fn named<T: DeserializeOwned>(path: &Path, list: &'static str) -> Outcome<u64> {
    let mut reader = serde_json::Deserializer::from_reader(open(path)?);
    Ok(reader.deserialize_map(Named::<T>(list, PhantomData))?)
}

/// Import of a file of this form, its hashing alone, and the pass over its records.
pub fn against_records(form: &str, path: &Path) -> Outcome<Value> {
    let pass: fn(&Path) -> Outcome<u64> = match form {
        "messenger" => messenger::pass,
        "telegram" => telegram::pass,
        "slack" => slack::pass,
        "teams" => teams::pass,
        "google-chat" => google_chat::pass,
        _ => return Err("no such form".into()),
    };
    let (records, reading) = best(|| pass(path))?;
    let (_, hashing) = best(|| hashes(path))?;
    let (case, import) = best_load(path)?;
    let format = case.sources.first().and_then(|source| source.format);
    let messages = case.messages.len() as u64;
    if messages != records {
        return Err(format!("{messages} messages of {records} records").into());
    }
    Ok(json!({
        "bytes": std::fs::metadata(path)?.len(), "messages": messages, "format": format,
        "reading": reading, "hashing": hashing, "import": import,
    }))
}
