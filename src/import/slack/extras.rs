//! What messages carry: files, previews of addresses, blocks, signs of reactions.

use super::Reader;
use crate::{
    import::json::{Number, Text},
    json_record, limits,
    model::{Attachment, Content, Detail, DetailKind, Message, Presence},
};
use serde_json::Value;

/// Previews inside previews that are followed.
const NESTED: usize = 4;
/// Bytes of a message's texts among which those of its blocks are looked for.
const COMPARED: usize = 256 << 10;
/// Depth of blocks that is looked at.
const BLOCK_DEPTH: usize = 24;

/// Names of frequent reactions.
const EMOJI: [(&str, &str); 22] = [
    ("+1", "👍"),
    ("thumbsup", "👍"),
    ("-1", "👎"),
    ("thumbsdown", "👎"),
    ("heart", "❤️"),
    ("joy", "😂"),
    ("laughing", "😆"),
    ("smile", "😄"),
    ("slightly_smiling_face", "🙂"),
    ("tada", "🎉"),
    ("eyes", "👀"),
    ("pray", "🙏"),
    ("ok_hand", "👌"),
    ("white_check_mark", "✅"),
    ("heavy_check_mark", "✔️"),
    ("clap", "👏"),
    ("raised_hands", "🙌"),
    ("fire", "🔥"),
    ("cry", "😢"),
    ("open_mouth", "😮"),
    ("rocket", "🚀"),
    ("wave", "👋"),
];

json_record! {
    pub(super) struct File {
        often {
            "id" => id: Text,
            "name" => name: Text,
            "title" => title: Text,
            "mimetype" => mime: Text,
            "size" => size: Number,
            "mode" => mode: Text,
            "file_access" => access: Text,
            "url_private_download" => download: Text,
            "url_private" => address: Text,
            "external_url" => external: Text,
            "preview" | "preview_plain_text" => preview: Text,
            "plain_text" => plain: Text,
            "subject" => subject: Text,
            "alt_txt" => alt: Text,
        }
        rare {
            "initial_comment" => comment: Option<Comment>,
            "transcription" => transcript: Option<Transcript>,
        }
    }
}

json_record! {
    pub(super) struct Comment {
        often { "comment" => text: Text, }
        rare {}
    }
}

json_record! {
    pub(super) struct Transcript {
        often {}
        rare { "preview" => preview: Option<Spoken>, }
    }
}

json_record! {
    pub(super) struct Spoken {
        often { "content" => text: Text, }
        rare {}
    }
}

json_record! {
    /// What Slack calls an attachment: the preview of an address, or a message shared from
    /// elsewhere.
    pub(super) struct Unfurl {
        often {
            "fallback" => fallback: Text,
            "pretext" => pretext: Text,
            "author_name" => author: Text,
            "author_id" => author_id: Text,
            "title" => title: Text,
            "title_link" => title_link: Text,
            "text" => text: Text,
            "footer" => footer: Text,
            "from_url" => from: Text,
            "original_url" => original: Text,
            "image_url" => image: Text,
            "channel_name" => channel: Text,
            "service_name" => service: Text,
        }
        rare {
            "fields" => fields: Vec<Column>,
            "files" => files: Vec<File>,
            "message_blocks" => messages: Option<Value>,
            "blocks" => blocks: Option<Value>,
            "is_share" => shared: Option<Value>,
            "is_msg_unfurl" => quoted: Option<Value>,
        }
    }
}

json_record! {
    pub(super) struct Column {
        often { "title" => title: Text, "value" => value: Text, }
        rare {}
    }
}

/// A reaction's sign, or its name between colons.
pub(super) fn emoji(name: &str) -> String {
    let bare = name.split("::").next().unwrap_or(name);
    let known = EMOJI.iter().find(|(known, _)| *known == bare);
    known.map_or_else(|| format!(":{name}:"), |(_, sign)| (*sign).to_owned())
}

/// An address without the secret that lets anybody fetch the file.
fn without_token(address: &str) -> &str {
    let secret = ["?t=", "&t=", "?token=", "&token="];
    let end = secret.iter().filter_map(|mark| address.find(mark)).min();
    end.and_then(|end| address.get(..end)).unwrap_or(address)
}

fn add(message: &mut Message, kind: DetailKind, text: String) {
    let detail = Detail::new(kind, text);
    if !detail.text.trim().is_empty() {
        message.add_detail(detail);
    }
}

impl Reader {
    /// A file: named here, kept at Slack, unless a tool put it beside the days.
    pub(super) fn attach(&mut self, message: &mut Message, file: File) {
        let name = if file.name.0.is_empty() {
            &file.title.0
        } else {
            &file.name.0
        };
        let beside = message.place.member;
        let near = self.container.members().get(beside as usize);
        let near = near.map_or("", |member| member.tree_path());
        let folder = near.rsplit_once('/').map_or("", |(folder, _)| folder);
        let places = [
            format!("{folder}/attachments/{}-{name}", file.id.0),
            format!("__uploads/{}/{name}", file.id.0),
            format!("{folder}/{}/{name}", file.id.0),
        ];
        let held = places
            .iter()
            .find(|path| !file.id.0.is_empty() && self.container.named(path, beside).is_some());
        let gone = matches!(file.mode.0.as_str(), "tombstone" | "hidden_by_limit")
            || matches!(file.access.0.as_str(), "file_not_found" | "access_denied");
        let mut attachment = match held {
            Some(path) => self.ledger.file(&self.container, path, beside),
            None if gone => self
                .ledger
                .omitted(Some(name.as_str()).filter(|name| !name.is_empty())),
            None => {
                self.ledger.named_only();
                Attachment {
                    name: Some(name.clone()).filter(|name| !name.is_empty()),
                    declared: None,
                    sniffed: None,
                    size: file.size.0.and_then(|size| u64::try_from(size).ok()),
                    presence: Presence::Missing,
                    embedded: false,
                    content: Content::Absent,
                }
            }
        };
        if !name.is_empty() {
            attachment.name = Some(name.clone());
        }
        if !file.mime.0.is_empty() {
            attachment.declared = Some(file.mime.0.clone());
        }
        message.extra_mut().attachments.push(attachment);
        for text in [
            &file.title,
            &file.subject,
            &file.alt,
            &file.plain,
            &file.preview,
        ] {
            if text.0 != *name {
                add(message, DetailKind::Description, text.0.clone());
            }
        }
        if let Some(comment) = file.comment {
            add(
                message,
                DetailKind::Description,
                self.resolved(&comment.text.0).body,
            );
        }
        let spoken = file.transcript.and_then(|transcript| transcript.preview);
        if let Some(spoken) = spoken {
            add(message, DetailKind::Transcript, spoken.text.0);
        }
        let addresses = [file.download.0, file.address.0, file.external.0];
        let address = addresses.into_iter().find(|address| !address.is_empty());
        if let Some(address) = address {
            add(
                message,
                DetailKind::Link,
                without_token(&address).to_owned(),
            );
            message
                .extra_mut()
                .raw
                .push(("url_private".to_owned(), address));
        }
        let extra = message.extra_mut();
        extra.raw.push(("file".to_owned(), file.id.0));
        let shape = ["thumb_", "original_", "image_", "deanimate", "pjpeg"];
        let kept = file.others.into_iter();
        extra
            .raw
            .extend(kept.filter(|(name, _)| !shape.iter().any(|start| name.starts_with(start))));
    }

    /// The preview of an address, or a message that was shared.
    pub(super) fn unfurl(&mut self, message: &mut Message, unfurl: Unfurl, depth: usize) {
        let shared = unfurl.shared.is_some() || unfurl.quoted.is_some();
        let author = match (unfurl.author.0.as_str(), unfurl.author_id.0.as_str()) {
            ("", "") => String::new(),
            ("", id) => self.shown(id).to_owned(),
            (name, _) => name.to_owned(),
        };
        let text = self.resolved(&unfurl.text.0).body;
        if shared {
            add(message, DetailKind::ForwardedFrom, author);
            if !text.is_empty() && message.extra_mut().quoted.is_none() {
                message.extra_mut().quoted = Some(text.clone());
            }
        } else {
            add(message, DetailKind::Tag, author);
            add(message, DetailKind::Description, text.clone());
        }
        for part in [
            &unfurl.pretext,
            &unfurl.title,
            &unfurl.footer,
            &unfurl.channel,
        ] {
            add(
                message,
                DetailKind::Description,
                self.resolved(&part.0).body,
            );
        }
        for column in &unfurl.fields {
            let value = self.resolved(&column.value.0).body;
            let joined = format!("{}: {value}", column.title.0);
            add(message, DetailKind::Description, joined);
        }
        if text.is_empty() && unfurl.title.0.is_empty() && unfurl.fields.is_empty() {
            add(
                message,
                DetailKind::Description,
                self.resolved(&unfurl.fallback.0).body,
            );
        }
        let addresses = [
            &unfurl.title_link,
            &unfurl.from,
            &unfurl.original,
            &unfurl.image,
        ];
        for address in addresses {
            let address = without_token(&address.0);
            if !message.body.contains(address) {
                add(message, DetailKind::Link, address.to_owned());
            }
        }
        if depth < NESTED {
            for file in unfurl.files {
                self.attach(message, file);
            }
        }
        for blocks in [&unfurl.blocks, &unfurl.messages].into_iter().flatten() {
            self.blocks(message, blocks);
        }
        if !unfurl.others.is_empty() {
            message.extra_mut().raw.extend(unfurl.others);
        }
    }

    /// Texts of blocks that the message does not hold already.
    pub(super) fn blocks(&self, message: &mut Message, blocks: &Value) {
        let mut found = Vec::new();
        let list = blocks
            .as_array()
            .map_or(std::slice::from_ref(blocks), Vec::as_slice);
        for block in list {
            let mut text = String::new();
            self.block(block, &mut text, 0);
            found.push(text);
        }
        let quoted = message.extra_mut().quoted.clone().unwrap_or_default();
        let mut known = letters(&format!("{}{quoted}", message.body));
        for detail in message.details().iter().take(limits::DETAILS_COMPARED) {
            known.push_str(&letters(&detail.text));
        }
        for text in found {
            let bare = letters(&text);
            // a text that is searched at length is not worth the time: double is better than lost
            let told = known.len() <= COMPARED && known.contains(&bare);
            if !bare.is_empty() && !told {
                known.push_str(&bare);
                add(message, DetailKind::Other, text.trim().to_owned());
            }
        }
    }

    /// Texts of one block.
    fn block(&self, value: &Value, text: &mut String, depth: usize) {
        if depth > BLOCK_DEPTH {
            return;
        }
        match value {
            Value::Array(list) => {
                for one in list {
                    self.block(one, text, depth + 1);
                }
            }
            Value::Object(map) => {
                let part = |name: &str| map.get(name).and_then(Value::as_str);
                match (part("type"), part("user_id"), part("url")) {
                    (Some("user"), Some(id), _) => {
                        text.push('@');
                        text.push_str(self.shown(id));
                        return;
                    }
                    (Some("link"), _, Some(address)) => {
                        text.push_str(part("text").unwrap_or(address));
                        return;
                    }
                    (Some("emoji"), ..) => return,
                    _ => {}
                }
                for (name, value) in map {
                    match (name.as_str(), value) {
                        (
                            "text" | "title" | "alt_text" | "label" | "placeholder" | "description"
                            | "value" | "hint",
                            Value::String(said),
                        ) => {
                            if !text.is_empty() && part("type") != Some("text") {
                                text.push(' ');
                            }
                            text.push_str(&self.resolved(said).body);
                        }
                        (_, Value::Array(_) | Value::Object(_)) => {
                            self.block(value, text, depth + 1);
                        }
                        _ => {}
                    }
                }
                if part("type").is_some_and(|kind| kind.ends_with("_section") || kind == "section")
                {
                    text.push('\n');
                }
            }
            _ => {}
        }
    }
}

/// Letters and digits alone, so that marks and spaces do not count.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_and_signs() {
        let address = "https://files.example.org/T1-F1/a.pdf?t=xoxe-1-2";
        assert_eq!(
            without_token(address),
            "https://files.example.org/T1-F1/a.pdf"
        );
        assert_eq!(
            without_token("https://example.org/?a=1"),
            "https://example.org/?a=1"
        );
        assert_eq!(emoji("+1::skin-tone-2"), "👍");
        assert_eq!(emoji("kommunevaaben"), ":kommunevaaben:");
    }
}
