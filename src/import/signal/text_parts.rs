//! What the lines of one message say, in each of the three forms ([`super::text`]).

use super::text::Record;
use crate::{
    container::Container,
    import::{Batch, handles, ledger::Ledger},
    model::{Call, Detail, DetailKind, Direction, HandleKind, Message, MessageKind, ParticipantId},
};

/// Names under which the owner stands: signal-export, sigtop.
const OWN: [&str; 2] = ["Me", "You"];
/// Stands for a sender that signal-export does not know.
const NOBODY: &str = "No-Sender";
const DELETED: &str = "(This message was deleted)";

/// Turns lines into messages.
pub struct Parts<'a> {
    /// Where files are.
    pub container: &'a Container,
    /// Who spoke, when.
    pub ledger: &'a mut Ledger,
    /// The file at hand.
    pub member: u32,
    /// Where people are.
    pub batch: &'a mut Batch,
}

impl Parts<'_> {
    fn person(&mut self, shown: &str) -> Option<ParticipantId> {
        let (name, handle) = name_and_handle(shown.trim());
        if name.is_empty() || name == NOBODY {
            return None;
        }
        let person = self.batch.participant_by_name(name, name);
        if let Some(handle) = handle {
            self.batch.handle(person, handle);
        }
        if OWN.contains(&name) {
            self.ledger.stated.insert(person);
        }
        Some(person)
    }

    fn speak(&mut self, shown: &str, message: &mut Message) {
        if let Some(person) = self.person(shown) {
            self.ledger.speak(message, person, self.batch);
        }
    }

    fn head(&mut self, record: &Record, message: &mut Message) {
        if let Some((time, name)) = &record.head {
            self.speak(name, message);
            self.ledger.written(message, time, self.batch);
        }
    }

    /// signal-export.
    pub fn marked(&mut self, record: Record, message: &mut Message) {
        self.head(&record, message);
        let mut lines = record.lines;
        while lines.last().is_some_and(|line| line.trim().is_empty()) {
            lines.pop();
        }
        if let Some(last) = lines.last()
            && let Some(reactions) = last
                .strip_prefix("(- ")
                .and_then(|text| text.trim_end().strip_suffix(" -)"))
        {
            let reactions = reactions.to_owned();
            lines.pop();
            self.reactions(&reactions, message);
        }
        quotation(&mut lines, message);
        let mut body = Vec::new();
        for line in lines {
            let line = line.trim_end();
            let sticker = line
                .strip_prefix("(( ")
                .and_then(|text| text.strip_suffix(" ))"));
            match sticker {
                Some(sticker) => {
                    let items = &mut self.batch.source.items;
                    *items.entry("stickers".to_owned()).or_default() += 1;
                    let sticker = Detail::new(DetailKind::Other, sticker);
                    message.extra_mut().details.push(sticker);
                }
                None => body.push(self.files(line, message)),
            }
        }
        let body = body.join("\n");
        let body = body.trim_matches('\n').trim_end();
        if body == DELETED {
            message.kind = MessageKind::Deleted;
            return;
        }
        message.body = body.into();
        let bare = message
            .extra
            .as_ref()
            .is_some_and(|extra| !extra.attachments.is_empty() || !extra.details.is_empty());
        if let Some(call) = call(body) {
            message.kind = MessageKind::Call;
            message.extra_mut().call = Some(call);
        } else if body.is_empty() && bare {
            message.kind = MessageKind::Media;
        }
    }

    /// `Anna: 👍, Bo: ❤`
    fn reactions(&mut self, text: &str, message: &mut Message) {
        for reaction in text.split(", ") {
            let (name, emoji) = reaction.rsplit_once(": ").unwrap_or(("", reaction));
            let by = self.person(name);
            if let Some(person) = by {
                self.batch.join(message.conversation, person);
            }
            message.extra_mut().details.push(Detail {
                by,
                ..Detail::new(DetailKind::Reaction, emoji)
            });
        }
    }

    /// Takes `![name](./media/path)` out of a line.
    fn files(&mut self, line: &str, message: &mut Message) -> String {
        let mut out = String::with_capacity(line.len());
        let mut rest = line;
        while let Some(at) = rest.find('[') {
            let (before, link) = rest.split_at(at);
            let Some((name, path, behind)) = link_to_file(link) else {
                let (bracket, behind) = link.split_at(1);
                out.push_str(before);
                out.push_str(bracket);
                rest = behind;
                continue;
            };
            out.push_str(before.strip_suffix('!').unwrap_or(before));
            let path = unescaped(path);
            let mut file = self.ledger.file(self.container, &path, self.member);
            if !name.is_empty() {
                file.name = Some(name.to_owned());
            }
            message.extra_mut().attachments.push(file);
            rest = behind.trim_start_matches("  ");
        }
        out.push_str(rest);
        out.trim_end().to_owned()
    }

    /// sigtop, one line for a message.
    pub fn short(&mut self, record: Record, message: &mut Message) {
        self.head(&record, message);
        let body = record.lines.join("\n");
        let body = body.trim_end_matches('\n');
        let note = body
            .strip_prefix('[')
            .and_then(|text| text.split_once(']'))
            .filter(|(note, _)| note.split(", ").all(is_note));
        let Some((note, text)) = note else {
            message.body = body.into();
            return;
        };
        for part in note.split(", ") {
            if part == "edited" {
                message.extra_mut().edited = true;
            } else if let Some(kind) = part.strip_suffix(" message") {
                special(kind, message);
            } else if let Some(count) = attachments(part) {
                for _ in 0..count {
                    let file = self.ledger.omitted(None);
                    message.extra_mut().attachments.push(file);
                }
            } else {
                let raw = ("reply".to_owned(), part.to_owned());
                message.extra_mut().raw.push(raw);
            }
        }
        if message.body.is_empty() {
            message.body = text.trim_start().into();
        }
        if message.body.is_empty() && !message.attachments().is_empty() {
            message.kind = MessageKind::Media;
        }
    }

    /// sigtop, fields and text.
    pub fn fields(&mut self, record: Record, message: &mut Message) {
        let mut lines = record.lines.into_iter().peekable();
        let mut kind = String::new();
        while let Some(line) = lines.next_if(|line| !line.is_empty()) {
            let Some((field, value)) = line.split_once(": ") else {
                message.extra_mut().raw.push(("line".to_owned(), line));
                continue;
            };
            match field {
                "From" => self.speak(value, message),
                "Type" => kind = value.to_owned(),
                "Sent" if value != "unknown" => {
                    self.ledger.written(message, value, self.batch);
                }
                "Attachment" => self.attachment(value, message),
                "Reaction" => {
                    let (emoji, name) = value.rsplit_once(" from ").unwrap_or((value, ""));
                    let by = self.person(name);
                    if let Some(person) = by {
                        self.batch.join(message.conversation, person);
                    }
                    message.extra_mut().details.push(Detail {
                        by,
                        ..Detail::new(DetailKind::Reaction, emoji)
                    });
                }
                "Edited" => message.extra_mut().edited = true,
                _ => message
                    .extra_mut()
                    .raw
                    .push((field.to_owned(), value.to_owned())),
            }
        }
        let rest: Vec<String> = lines.collect();
        let edited = message.extra.as_ref().is_some_and(|extra| extra.edited);
        if edited && rest.iter().any(|line| line.starts_with("| Version: ")) {
            self.versions(&rest, message);
        } else {
            message.body = self.quoted_and_text(&rest, message).into();
        }
        special(&kind, message);
        if message.body.is_empty()
            && message.kind == MessageKind::Text
            && !message.attachments().is_empty()
        {
            message.kind = MessageKind::Media;
        }
    }

    /// `name (type, 123 bytes)`
    fn attachment(&mut self, value: &str, message: &mut Message) {
        let parts = value
            .strip_suffix(" bytes)")
            .and_then(|text| text.rsplit_once(" ("));
        let (name, about) = parts.unwrap_or((value, ""));
        let (declared, size) = about.rsplit_once(", ").unwrap_or((about, ""));
        let named = Some(name).filter(|name| *name != "no filename");
        // files come out of another command, and may lie beside the text
        let found = named.and_then(|name| self.container.named(name, self.member));
        let mut file = match (found, named) {
            (Some(_), Some(name)) => self.ledger.file(self.container, name, self.member),
            _ => self.ledger.omitted(named),
        };
        file.declared = Some(declared.to_owned()).filter(|text| !text.is_empty());
        file.size = file.size.or(size.parse().ok());
        message.extra_mut().attachments.push(file);
    }

    /// A quotation, each line behind `>`, and the text.
    fn quoted_and_text(&mut self, lines: &[String], message: &mut Message) -> String {
        let mut quoted = Vec::new();
        let mut text = Vec::new();
        let mut in_quote = lines
            .iter()
            .find(|line| !line.is_empty())
            .is_some_and(|line| line.starts_with("> From: "));
        let mut fields = true;
        for line in lines.iter().skip_while(|line| line.is_empty()) {
            match line.strip_prefix('>').filter(|_| in_quote) {
                Some(inner) => {
                    let inner = inner.strip_prefix(' ').unwrap_or(inner);
                    if !fields {
                        quoted.push(inner);
                    } else if let Some(name) = inner.strip_prefix("From: ") {
                        let by = self.person(name);
                        super::item::tag(by, message, self.batch);
                    } else if inner.is_empty() {
                        fields = false;
                    } else if let Some(file) = inner.strip_prefix("Attachment: ") {
                        let file = Detail::new(DetailKind::Description, file);
                        message.extra_mut().details.push(file);
                    } else {
                        let raw = ("quote".to_owned(), inner.to_owned());
                        message.extra_mut().raw.push(raw);
                    }
                }
                None => {
                    if in_quote && line.is_empty() {
                        in_quote = false;
                        continue;
                    }
                    in_quote = false;
                    text.push(line.as_str());
                }
            }
        }
        if !quoted.is_empty() {
            message.extra_mut().quoted = Some(quoted.join("\n"));
        }
        text.join("\n").trim_matches('\n').to_owned()
    }

    /// Wordings, the newest first, each line behind `|`.
    fn versions(&mut self, lines: &[String], message: &mut Message) {
        let mut versions: Vec<(Option<String>, Vec<String>)> = Vec::new();
        for line in lines.iter().filter_map(|line| line.strip_prefix('|')) {
            let line = line.strip_prefix(' ').unwrap_or(line);
            if line.starts_with("Version: ") {
                versions.push((None, Vec::new()));
            } else if let Some((sent, wording)) = versions.last_mut() {
                match line.strip_prefix("Sent: ").filter(|_| wording.is_empty()) {
                    Some(time) => *sent = Some(time.to_owned()),
                    None if line.starts_with("Attachment: ") && wording.is_empty() => {}
                    None => wording.push(line.to_owned()),
                }
            }
        }
        let by = message.sender;
        let mut versions = versions.into_iter();
        if let Some((_, newest)) = versions.next() {
            message.body = self.quoted_and_text(&newest, message).into();
        }
        for (sent, wording) in versions {
            let mut earlier = Message {
                conversation: message.conversation,
                place: message.place,
                ..Message::default()
            };
            if let Some(sent) = sent {
                self.ledger.written(&mut earlier, &sent, self.batch);
            }
            let text = self.quoted_and_text(&wording, &mut earlier);
            let detail = Detail {
                kind: DetailKind::EarlierText,
                text,
                by,
                time: Some(earlier.time),
            };
            message.extra_mut().details.push(detail);
        }
    }
}

/// `Anna (+46701740605)` is a name and a number.
pub fn name_and_handle(shown: &str) -> (&str, Option<&str>) {
    let parts = shown
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once(" ("));
    match parts {
        Some((name, inner)) if handles::normalise(inner).1 == HandleKind::Phone => {
            (name, Some(inner))
        }
        Some((name, "group")) => (name, None),
        _ => (shown, None),
    }
}

/// What Signal Desktop calls a message that is none of the ordinary ones.
fn special(kind: &str, message: &mut Message) {
    match kind {
        "" | "incoming" | "outgoing" | "unknown" => return,
        "call-history" => message.kind = MessageKind::Call,
        _ => {
            message.kind = MessageKind::System;
            message.direction = Direction::System;
        }
    }
    if message.body.is_empty() {
        message.body = kind.into();
    } else {
        let raw = ("type".to_owned(), kind.to_owned());
        message.extra_mut().raw.push(raw);
    }
}

/// The quotation before the text: lines behind `> `, between empty ones.
fn quotation(lines: &mut Vec<String>, message: &mut Message) {
    let start = lines.iter().position(|line| !line.trim().is_empty());
    let Some(start) = start.filter(|start| *start > 0) else {
        return;
    };
    let quoted: Vec<String> = lines
        .iter()
        .skip(start)
        .map_while(|line| line.strip_prefix("> "))
        .map(str::to_owned)
        .collect();
    if quoted.is_empty() {
        return;
    }
    lines.drain(..start + quoted.len());
    message.extra_mut().quoted = Some(quoted.join("\n"));
}

/// `[name](./path)` at the beginning: name, path and what stands behind.
fn link_to_file(text: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (path, behind) = rest.split_once(')')?;
    let inside = path.starts_with("./") || path.starts_with("../");
    (inside && !name.contains(['[', '\n'])).then_some((name, path, behind))
}

/// Spaces of a path stand as `%20`.
fn unescaped(path: &str) -> String {
    path.replace("%20", " ")
}

fn is_note(part: &str) -> bool {
    part == "edited"
        || part.ends_with(" message")
        || part.starts_with("reply to ")
        || attachments(part).is_some()
}

fn attachments(part: &str) -> Option<u32> {
    let (count, word) = part.split_once(' ')?;
    matches!(word, "attachment" | "attachments")
        .then(|| count.parse().ok().filter(|count| *count <= 1000))
        .flatten()
}

/// What signal-export writes for a call: "Incoming voice call (accepted, 3m 2s)".
fn call(body: &str) -> Option<Call> {
    let (way, rest) = body.split_once(' ')?;
    let way = ["Incoming", "Outgoing", "Missed"].contains(&way);
    let (kind, about) = rest.split_once('(').unwrap_or((rest, ""));
    let kind = ["call", "voice call", "video call"].contains(&kind.trim_end());
    if !way || !kind || body.contains('\n') {
        return None;
    }
    let about = about.strip_suffix(')').unwrap_or(about);
    let mut seconds = 0_u64;
    for part in about.split([',', ' ']) {
        let number = |end: char| part.strip_suffix(end).and_then(|n| n.parse::<u64>().ok());
        let added = number('m').map(|n| n.saturating_mul(60)).or(number('s'));
        seconds = seconds.saturating_add(added.unwrap_or_default());
    }
    Some(Call {
        seconds,
        answered: about.starts_with("accepted"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls() {
        let read = |text: &str| call(text).map(|call| (call.seconds, call.answered));
        assert_eq!(
            read("Incoming voice call (accepted, 3m 2s)"),
            Some((182, true))
        );
        assert_eq!(read("Missed video call"), Some((0, false)));
        assert_eq!(read("Incoming call"), Some((0, false)));
        assert_eq!(read("Outgoing voice call (unanswered)"), Some((0, false)));
        assert_eq!(read("Incoming mail"), None);
        assert_eq!(read("Missed"), None);
    }

    #[test]
    fn names_with_numbers() {
        assert_eq!(
            name_and_handle("Anna (+46701740605)"),
            ("Anna", Some("+46701740605"))
        );
        assert_eq!(name_and_handle("Anna (Lund)"), ("Anna (Lund)", None));
    }
}
