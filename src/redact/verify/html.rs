//! Reads HTML back: a small tokenizer for text, attributes, comments and raw text, with its own
//! entity decoder. It knows just enough of the copy to tell messages and content apart; whatever
//! it does not know counts as content.

use super::{Piece, Reader, check_size};
use crate::error::Result;

/// Attribute values of the format itself, word by word.
const WORDS: &[&str] = &[
    "message",
    "messages",
    "in",
    "out",
    "draft",
    "failed",
    "system",
    "unknown",
    "meta",
    "sender",
    "mask",
    "direction",
    "edited",
    "body",
    "note",
    "subject",
    "quoted",
    "preview",
    "detail",
    "label",
    "attachment",
    "count",
    "row",
    "auto",
    "lazy",
    "prev",
    "next",
    "utf-8",
    "viewport",
    "robots",
    "noindex",
    "account",
    "masks",
    "checked",
    "conversations",
];
/// Attributes whose numbers the copy itself gives.
const STRUCTURAL: &[&str] = &["id", "start", "href", "src", "datetime", "alt", "content"];

#[derive(Default)]
enum State {
    #[default]
    Text,
    Tag {
        quote: Option<u8>,
    },
    Comment,
    Raw(&'static str),
}

#[derive(Default)]
pub(super) struct Html {
    state: State,
    buffer: Vec<u8>,
    at: Option<(u32, u32)>,
    /// Inside a paragraph of content of a message.
    content: Option<String>,
}

impl Reader for Html {
    fn feed(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Piece<'_>)) -> Result<()> {
        for byte in bytes {
            self.byte(*byte, sink);
        }
        check_size(self.buffer.len())
    }

    fn end(&mut self, sink: &mut dyn FnMut(Piece<'_>)) -> Result<()> {
        self.text(sink);
        Ok(())
    }
}

impl Html {
    fn byte(&mut self, byte: u8, sink: &mut dyn FnMut(Piece<'_>)) {
        match &mut self.state {
            State::Text => {
                if byte == b'<' {
                    self.text(sink);
                    self.state = State::Tag { quote: None };
                } else {
                    self.buffer.push(byte);
                }
            }
            State::Tag { quote } => {
                if let Some(open) = *quote {
                    if byte == open {
                        *quote = None;
                    }
                    self.buffer.push(byte);
                } else if byte == b'>' {
                    self.tag(sink);
                } else {
                    if matches!(byte, b'"' | b'\'') && !self.buffer.is_empty() {
                        *quote = Some(byte);
                    }
                    self.buffer.push(byte);
                    if self.buffer == b"!--" {
                        self.buffer.clear();
                        self.state = State::Comment;
                    }
                }
            }
            State::Comment => {
                self.buffer.push(byte);
                if self.buffer.ends_with(b"-->") {
                    self.buffer.truncate(self.buffer.len() - 3);
                    self.raw("comment", sink);
                    self.state = State::Text;
                }
            }
            State::Raw(end) => {
                self.buffer.push(byte);
                let end = *end;
                if byte == b'>' && self.buffer.to_ascii_lowercase().ends_with(end.as_bytes()) {
                    self.buffer.truncate(self.buffer.len() - end.len());
                    self.raw("style", sink);
                    self.state = State::Text;
                }
            }
        }
    }

    /// Text without entities.
    fn raw(&mut self, field: &str, sink: &mut dyn FnMut(Piece<'_>)) {
        let text = String::from_utf8_lossy(&self.buffer).into_owned();
        self.buffer.clear();
        sink(Piece {
            field,
            text: &text,
            at: self.at,
            structural: false,
        });
    }

    fn text(&mut self, sink: &mut dyn FnMut(Piece<'_>)) {
        if self.buffer.is_empty() {
            return;
        }
        let text = entities(&String::from_utf8_lossy(&self.buffer));
        self.buffer.clear();
        sink(Piece {
            field: self.content.as_deref().unwrap_or("text"),
            text: &text,
            at: self.at,
            structural: self.content.is_none(),
        });
    }

    fn tag(&mut self, sink: &mut dyn FnMut(Piece<'_>)) {
        let tag = String::from_utf8_lossy(&self.buffer).into_owned();
        self.buffer.clear();
        self.state = State::Text;
        if let Some(name) = tag.strip_prefix('/') {
            match name.trim() {
                "p" => self.content = None,
                "li" => self.at = None,
                _ => {}
            }
            return;
        }
        let name: String = tag
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric())
            .collect();
        if name.is_empty() {
            sink(Piece {
                field: "declaration",
                text: &tag,
                at: self.at,
                structural: true,
            });
        }
        let attributes = attributes(tag.get(name.len()..).unwrap_or_default());
        for (attribute, value) in &attributes {
            if name == "li"
                && attribute == "id"
                && let Some((conversation, message)) =
                    value.strip_prefix('m').and_then(|at| at.split_once('-'))
            {
                self.at = conversation.parse().ok().zip(message.parse().ok());
            }
            if name == "p" && attribute == "class" && value != "meta" && value != "note" {
                self.content = Some(value.clone());
            }
        }
        for (attribute, value) in &attributes {
            if value.split_whitespace().all(|word| WORDS.contains(&word)) {
                continue;
            }
            sink(Piece {
                field: attribute,
                text: value,
                at: self.at,
                structural: STRUCTURAL.contains(&attribute.as_str()),
            });
        }
        match name.as_str() {
            "style" => self.state = State::Raw("</style>"),
            "script" => self.state = State::Raw("</script>"),
            _ => {}
        }
    }
}

fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '=' || c == '/')
            .unwrap_or(rest.len());
        let name = rest.get(..end).unwrap_or_default().to_ascii_lowercase();
        rest = rest.get(end..).unwrap_or_default().trim_start();
        let mut value = String::new();
        if let Some(tail) = rest.strip_prefix('=') {
            let tail = tail.trim_start();
            let quote = tail.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (raw, after) = match quote {
                Some(quote) => {
                    let inner = tail.get(1..).unwrap_or_default();
                    inner.split_once(quote).unwrap_or((inner, ""))
                }
                None => {
                    let end = tail.find(char::is_whitespace).unwrap_or(tail.len());
                    tail.split_at_checked(end).unwrap_or((tail, ""))
                }
            };
            value = entities(raw);
            rest = after;
        } else if name.is_empty() {
            rest = rest.get(1..).unwrap_or_default();
        }
        if !name.is_empty() {
            found.push((name, value));
        }
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    }
    found
}

/// Decodes character references: numeric ones and the named ones that matter for text.
pub(super) fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, tail) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let decoded = tail
            .find(';')
            .filter(|end| *end <= 12)
            .and_then(|end| Some((reference(tail.get(1..end)?)?, end + 1)));
        match decoded {
            Some((c, len)) => {
                out.push(c);
                rest = tail.get(len..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = tail.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "aring" => 'å',
        "Aring" => 'Å',
        "aelig" => 'æ',
        "AElig" => 'Æ',
        "oslash" => 'ø',
        "Oslash" => 'Ø',
        "auml" => 'ä',
        "Auml" => 'Ä',
        "ouml" => 'ö',
        "Ouml" => 'Ö',
        "eacute" => 'é',
        "Eacute" => 'É',
        "commat" => '@',
        "period" => '.',
        "hyphen" | "dash" => '-',
        "shy" => '\u{ad}',
        "zwj" => '\u{200d}',
        "zwnj" => '\u{200c}',
        _ => return None,
    })
}
