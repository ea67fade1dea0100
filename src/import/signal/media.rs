//! Files of a backup. They are named by a digest: SHA-256 of the digest of the content and of the
//! file's own key, in lower-case hex. A backup folder holds them encrypted under
//! `files/<first two digits>/`, the readable export as they are, with an ending.
//!
//! An encrypted file is a start block, AES-256-CBC of the content with zeros behind it, and
//! HMAC-SHA256. The content's size stands in the backup. The check at the end is not made: a
//! changed file shows as a changed file.

use super::{
    sealed::{CHECK, START},
    tree::Node,
};
use crate::{
    container::{Container, magic::SNIFF_BYTES, sniff_media},
    error::Result,
    import::iphone_backup::cipher::Decrypting,
    model::{Attachment, Content, EncryptedMember, Presence},
};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    io::{Read, Seek, SeekFrom},
    rc::Rc,
};
use zeroize::Zeroizing;

/// The files of a source.
pub struct Media {
    container: Rc<Container>,
    readable: bool,
    by_name: HashMap<String, u32>,
    /// Named, but not there.
    pub missing: u64,
    /// Never loaded by the phone.
    pub omitted: u64,
}

/// One that a record names.
pub struct Named {
    /// As an attachment.
    pub attachment: Attachment,
    /// What the sender wrote under it.
    pub caption: Option<String>,
}

impl Media {
    /// Of a source. `readable`: its files are not encrypted.
    pub fn new(container: &Rc<Container>, readable: bool) -> Self {
        let named = |(index, member): (usize, &crate::container::Member)| {
            let name = member.path.rsplit('/').next().unwrap_or_default();
            let stem = name.split('.').next().unwrap_or_default();
            let digest = stem.len() == 64 && stem.bytes().all(|byte| byte.is_ascii_hexdigit());
            digest.then(|| (stem.to_ascii_lowercase(), index as u32))
        };
        Self {
            by_name: container
                .members()
                .iter()
                .enumerate()
                .filter_map(named)
                .collect(),
            container: Rc::clone(container),
            readable,
            missing: 0,
            omitted: 0,
        }
    }

    /// The file of a pointer. `loaded` says whether the phone ever had it.
    pub fn file(&mut self, mut pointer: Node, loaded: bool) -> (Named, Node) {
        let mut lies = pointer.node("locatorInfo").unwrap_or_default();
        let size = lies.int("size").filter(|size| *size > 0);
        let digest = lies.bytes("plaintextHash");
        let key = lies.bytes("localKey");
        let found = digest
            .zip(key)
            .and_then(|(digest, key)| self.find(&digest, &key, size));
        let (content, size, sniffed) = found
            .map_or((Content::Absent, size, None), |(content, size, sniffed)| {
                (content, Some(size), sniffed)
            });
        let presence = match (&content, loaded) {
            (Content::Absent, false) => {
                self.omitted += 1;
                Presence::Omitted
            }
            (Content::Absent, true) => {
                self.missing += 1;
                Presence::Missing
            }
            _ => Presence::Present,
        };
        let attachment = Attachment {
            name: pointer.text("fileName"),
            declared: pointer.text("contentType"),
            sniffed,
            size,
            presence,
            embedded: false,
            content,
        };
        let caption = pointer.text("caption");
        let named = Named {
            attachment,
            caption,
        };
        (named, pointer)
    }

    fn find(
        &self,
        digest: &[u8],
        key: &[u8],
        size: Option<u64>,
    ) -> Option<(Content, u64, Option<&'static str>)> {
        let mut hash = Sha256::new();
        hash.update(digest);
        hash.update(key);
        let name: String = hash
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let member = *self.by_name.get(&name)?;
        let listed = self.container.members().get(member as usize)?;
        if listed.fault.is_some() {
            return None;
        }
        if self.readable || key.len() < 32 {
            let head = self.container.head(member, SNIFF_BYTES).ok()?;
            return Some((Content::Member(member), listed.size, sniff_media(&head)));
        }
        self.encrypted(member, key, size, listed.size)
            .ok()
            .flatten()
    }

    fn encrypted(
        &self,
        member: u32,
        key: &[u8],
        size: Option<u64>,
        len: u64,
    ) -> Result<Option<(Content, u64, Option<&'static str>)>> {
        let Some(most) = len.checked_sub(START + CHECK) else {
            return Ok(None);
        };
        let mut own = Zeroizing::new([0; 32]);
        for (to, from) in own.iter_mut().zip(key) {
            *to = *from;
        }
        let size = size.unwrap_or(most).min(most);
        let mut plain =
            Decrypting::new(self.container.open_seek(member)?, &own, Some(START + size))?;
        plain.seek(SeekFrom::Start(START))?;
        let mut head = Vec::new();
        plain
            .take(size.min(SNIFF_BYTES as u64))
            .read_to_end(&mut head)?;
        let part = EncryptedMember {
            member,
            start: START,
            size,
            key: own,
        };
        let content = Content::Encrypted(Box::new(part));
        Ok(Some((content, size, sniff_media(&head))))
    }

    /// The text of a file, as far as `limit` bytes.
    pub fn text(&self, content: &Content, limit: u64) -> Option<String> {
        let bytes = crate::import::attachment::within(&self.container, content).ok()?;
        let mut text = Vec::new();
        bytes.take(limit).read_to_end(&mut text).ok()?;
        String::from_utf8(text).ok()
    }
}
