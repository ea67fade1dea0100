//! One part: a CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084), written and read
//! byte for byte as `docs/formats/bundle.md` §3 fixes it. Everything around the ciphertext follows
//! from recipient slots, nonce and length; reading takes these three out and compares the rest
//! with what writing gives, so that no other field can hide in a part.

use super::{
    der::{self, Reader, tag},
    gcm::{NONCE, TAG},
    oid,
};
use crate::{
    error::{Code, Error, Result},
    limits,
};

/// Bytes of a part after its ciphertext: the tag as an OCTET STRING.
pub const TAIL: usize = 2 + TAG;

/// What the head of a part says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The recipient slots: the whole SET OF, header included.
    pub recipients: Vec<u8>,
    /// The nonce.
    pub nonce: [u8; NONCE],
    /// Bytes of the head.
    pub length: usize,
    /// Bytes of the ciphertext.
    pub content: usize,
}

/// The form is not the profile's. `reason` is an id for the message.
pub fn forbidden(reason: &'static str) -> Error {
    Error::new(Code::ForbiddenForm).with("reason", reason)
}

/// All bytes of a part before its ciphertext.
pub fn head(recipients: &[u8], nonce: &[u8; NONCE], content: usize) -> Vec<u8> {
    let parameters = der::value(
        tag::SEQUENCE,
        &[
            &der::value(tag::OCTETS, &[nonce]),
            &der::integer(TAG as u32),
        ],
    );
    let cipher = der::value(tag::SEQUENCE, &[oid::AES256_GCM, &parameters]);
    let mut out = [oid::DATA, &cipher, &der::header(tag::PRIMITIVE_0, content)].concat();
    let wrap = |tag: u8, before: &[u8], inner: &[u8], after: usize| {
        let length = before.len() + inner.len() + after;
        [&der::header(tag, length), before, inner].concat()
    };
    out = wrap(tag::SEQUENCE, &[], &out, content);
    let before = [&der::integer(0), recipients].concat();
    out = wrap(tag::SEQUENCE, &before, &out, content + TAIL);
    out = wrap(tag::CONTEXT_0, &[], &out, content + TAIL);
    wrap(tag::SEQUENCE, oid::AUTH_ENVELOPED, &out, content + TAIL)
}

/// The bytes of a part after its ciphertext.
pub fn tail(mac: &[u8; TAG]) -> Vec<u8> {
    der::value(tag::OCTETS, &[mac])
}

/// Takes the tag out of a part's last [`TAIL`] bytes.
pub fn read_tail(bytes: &[u8]) -> Result<[u8; TAG]> {
    let mut reader = Reader(bytes);
    let mac = reader.octets().ok_or_else(|| forbidden("tag-length"))?;
    reader.end().ok_or_else(|| forbidden("fields"))?;
    Ok(mac)
}

/// Recipient slots, nonce, bytes of the ciphertext.
type Fields = (Vec<u8>, [u8; NONCE], usize);

/// `None` where the structure ends or goes another way than the profile's.
fn read_fields(reader: &mut Reader<'_>) -> Option<Result<Fields>> {
    reader.open(tag::SEQUENCE)?;
    if reader.whole()? != oid::AUTH_ENVELOPED {
        return Some(Err(forbidden("no-authentication")));
    }
    reader.open(tag::CONTEXT_0)?;
    reader.open(tag::SEQUENCE)?;
    reader.number()?;
    if reader.peek()? != tag::SET {
        return None;
    }
    let recipients = reader.whole()?.to_vec();
    reader.open(tag::SEQUENCE)?;
    if reader.whole()? != oid::DATA {
        return None;
    }
    let mut cipher = Reader(reader.take(tag::SEQUENCE)?);
    if cipher.whole()? != oid::AES256_GCM {
        return Some(Err(forbidden("cipher")));
    }
    let mut parameters = Reader(cipher.take(tag::SEQUENCE)?);
    let Some(nonce) = parameters.octets() else {
        return Some(Err(forbidden("nonce-length")));
    };
    if parameters.number() != Some(TAG as u32) {
        return Some(Err(forbidden("tag-length")));
    }
    let content = reader.open(tag::PRIMITIVE_0)?;
    Some(Ok((recipients, nonce, content)))
}

/// Reads the head of a part of `size` bytes; `start` holds its first bytes, at most
/// [`limits::PART_HEAD_BYTES`].
///
/// # Errors
/// [`Code::ForbiddenForm`] with `reason`.
pub fn read_head(start: &[u8], size: u64) -> Result<Head> {
    let mut reader = Reader(start);
    let (recipients, nonce, content) =
        read_fields(&mut reader).unwrap_or_else(|| Err(forbidden("fields")))?;
    let length = start.len() - reader.rest().len();
    if content > limits::PART_BYTES {
        return Err(forbidden("part-size"));
    }
    if (length + content + TAIL) as u64 != size {
        return Err(forbidden("length"));
    }
    if start.get(..length) != Some(head(&recipients, &nonce, content).as_slice()) {
        return Err(forbidden("fields"));
    }
    Ok(Head {
        recipients,
        nonce,
        length,
        content,
    })
}

/// The nonce of a part: random prefix, number from 1, mark of the last part.
pub fn nonce(prefix: &[u8; 7], index: u32, last: bool) -> [u8; NONCE] {
    let mut out = [0; NONCE];
    let bytes = prefix
        .iter()
        .copied()
        .chain(index.to_be_bytes())
        .chain([u8::from(last)]);
    for (to, from) in out.iter_mut().zip(bytes) {
        *to = from;
    }
    out
}

/// Takes a nonce apart; `None` when its last byte is neither 0 nor 1.
pub fn split_nonce(nonce: &[u8; NONCE]) -> Option<([u8; 7], u32, bool)> {
    let (prefix, rest) = nonce.split_first_chunk::<7>()?;
    let (index, last) = rest.split_first_chunk::<4>()?;
    match last {
        [0] => Some((*prefix, u32::from_be_bytes(*index), false)),
        [1] => Some((*prefix, u32::from_be_bytes(*index), true)),
        _ => None,
    }
}
