//! Reactions: rows of `message` that name another message. They become details of that message;
//! where it is not there any more, they stay messages of their own.

use crate::model::{Detail, DetailKind, Message, ParticipantId};

/// A message's identifier, as a number where it is a UUID (nearly always).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Guid {
    /// A UUID.
    Number(u128),
    /// Anything else.
    Text(Box<str>),
}

impl Guid {
    /// From `p:0/GUID`, `bp:GUID` or the bare identifier.
    pub fn read(text: &str) -> Self {
        let bare = text.rsplit(['/', ':']).next().unwrap_or(text);
        let mut value = 0u128;
        let mut digits = 0;
        for c in bare.chars() {
            match c.to_digit(16) {
                Some(digit) if digits < 32 => {
                    value = (value << 4) | u128::from(digit);
                    digits += 1;
                }
                None if c == '-' => {}
                _ => return Guid::Text(bare.into()),
            }
        }
        if digits == 32 {
            Guid::Number(value)
        } else {
            Guid::Text(bare.into())
        }
    }
}

/// A reaction that waits for its message.
pub struct Tapback {
    /// The message that it belongs to.
    pub target: Guid,
    /// Its own row, as a message.
    pub message: Message,
    /// The emoji.
    pub sign: String,
}

/// The emoji of a reaction by its number, `own` where it is chosen freely; behind a cross where it
/// was taken back. `None` for what is no reaction or a sticker, which is a file.
pub fn sign(number: i64, own: Option<&str>) -> Option<String> {
    let emoji = match number % 1000 {
        0 => "❤️",
        1 => "👍",
        2 => "👎",
        3 => "😂",
        4 => "‼️",
        5 => "❓",
        6 => own.unwrap_or("?"),
        _ => return None,
    };
    match number {
        2000..=2999 => Some(emoji.to_owned()),
        3000..=3999 => Some(format!("✕ {emoji}")),
        _ => None,
    }
}

/// Puts a reaction to its message.
pub fn join(target: &mut Message, tapback: Tapback) {
    let by: Option<ParticipantId> = tapback.message.sender;
    target.extra_mut().details.push(Detail {
        kind: DetailKind::Reaction,
        text: tapback.sign,
        by,
        time: Some(tapback.message.time),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_identifier() {
        let bare = Guid::read("0F0E0D0C-0B0A-0908-0706-050403020100");
        assert!(matches!(bare, Guid::Number(_)));
        for spelling in ["p:0/", "bp:", "p:12/"] {
            let text = format!("{spelling}0F0E0D0C-0B0A-0908-0706-050403020100");
            assert_eq!(Guid::read(&text), bare);
        }
        assert_eq!(Guid::read("p:0/x"), Guid::Text("x".into()));
        assert_eq!(sign(2001, None).as_deref(), Some("👍"));
        assert_eq!(sign(3006, Some("🎉")).as_deref(), Some("✕ 🎉"));
        assert_eq!(sign(1000, None), None);
    }
}
