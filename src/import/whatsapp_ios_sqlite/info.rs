//! The two fields that hold Protocol Buffers: `ZWAMESSAGEINFO.ZRECEIPTINFO` with reactions and
//! `ZWAMEDIAITEM.ZMETADATA` with the identifier of a quoted message.

/// A reaction.
#[derive(Debug, PartialEq, Eq)]
pub struct Reaction {
    /// The person's address; `None` for the owner.
    pub by: Option<String>,
    /// The emoji.
    pub sign: String,
    /// Milliseconds since 1970.
    pub time: Option<u64>,
}

enum Field<'a> {
    Number(u64),
    Bytes(&'a [u8]),
}

fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut value = 0u64;
    for (n, byte) in bytes.iter().take(10).enumerate() {
        value |= u64::from(byte & 0x7f).checked_shl(7 * n as u32)?;
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(n + 1..)?));
        }
    }
    None
}

/// The fields of a message, up to the first that cannot be read.
fn fields(mut bytes: &[u8]) -> Vec<(u64, Field<'_>)> {
    let mut found = Vec::new();
    while let Some((tag, rest)) = number(bytes) {
        let field = match tag & 7 {
            0 => number(rest).map(|(value, rest)| (Field::Number(value), rest)),
            1 => rest
                .split_at_checked(8)
                .map(|(part, rest)| (Field::Bytes(part), rest)),
            2 => number(rest).and_then(|(len, rest)| {
                let (part, rest) = rest.split_at_checked(usize::try_from(len).ok()?)?;
                Some((Field::Bytes(part), rest))
            }),
            5 => rest
                .split_at_checked(4)
                .map(|(part, rest)| (Field::Bytes(part), rest)),
            _ => None,
        };
        let Some((field, rest)) = field else {
            break;
        };
        found.push((tag >> 3, field));
        bytes = rest;
    }
    found
}

fn text(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    (!text.is_empty()).then(|| text.to_owned())
}

/// The reactions of a message.
pub fn reactions(receipt: &[u8]) -> Vec<Reaction> {
    let mut found = Vec::new();
    for (tag, field) in fields(receipt) {
        let (7, Field::Bytes(list)) = (tag, field) else {
            continue;
        };
        for (kind, field) in fields(list) {
            let Field::Bytes(one) = field else {
                continue;
            };
            // others: address, emoji, time; the owner: emoji, time
            let (by_tag, sign_tag, time_tag) = match kind {
                1 => (Some(2), 3, 4),
                2 => (None, 2, 3),
                _ => continue,
            };
            let (mut by, mut sign, mut time) = (None, None, None);
            for (tag, field) in fields(one) {
                match field {
                    Field::Bytes(bytes) if Some(tag) == by_tag => by = text(bytes),
                    Field::Bytes(bytes) if tag == sign_tag => sign = text(bytes),
                    Field::Number(value) if tag == time_tag => time = Some(value),
                    _ => {}
                }
            }
            if let Some(sign) = sign {
                found.push(Reaction { by, sign, time });
            }
        }
    }
    found
}

/// The identifier of the message that this one quotes.
pub fn quoted(metadata: &[u8]) -> Option<String> {
    fields(metadata)
        .into_iter()
        .find_map(|(tag, field)| match field {
            Field::Bytes(bytes) if tag == 5 => text(bytes),
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds() {
        let mut other = b"\x12\x05a@b.c\x1a\x01x\x20\x96\x01".to_vec();
        let mut list = vec![0x0a, other.len() as u8];
        list.append(&mut other);
        list.extend(b"\x12\x03\x12\x01y");
        let mut receipt = vec![0x08, 1, 0x3a, list.len() as u8];
        receipt.append(&mut list);
        let found = reactions(&receipt);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].by.as_deref(), Some("a@b.c"));
        assert_eq!((found[0].sign.as_str(), found[0].time), ("x", Some(150)));
        assert_eq!((found[1].sign.as_str(), found[1].by.is_none()), ("y", true));
        assert_eq!(quoted(b"\x2a\x03ABC\x10\x01").as_deref(), Some("ABC"));
        assert_eq!(quoted(b"\x2a\x7fABC"), None);
        for end in 0..receipt.len() {
            let _ = reactions(&receipt[..end]);
        }
    }
}
