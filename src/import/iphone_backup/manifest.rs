//! Which file of a backup is which. Files lie under the SHA-1 of their domain and path, since iOS
//! 10 in a folder of its first two digits. `Manifest.db` lists them with their size and, in an
//! encrypted backup, their wrapped key; only the entries of the apps that are read are kept.

use super::{
    cipher::Decrypting,
    key_bag::{ClassKeys, Key},
};
use crate::{
    container::{Container, magic::SNIFF_BYTES, sniff_media},
    error::{Code, Error, Result},
    import::{
        Batch,
        apple::{keyed_archive, plist::Plist},
        database::{Opened, Shelf, Shelved, Walk, shelved},
    },
    job::Budget,
    model::{Content, EncryptedMember},
    store::ReadSeek,
};
use sha1::{Digest, Sha1};
use std::{cell::Cell, collections::HashMap, io::Read, rc::Rc};

/// Beginnings of `domain-path` whose entries are kept.
const WANTED: &[&str] = &[
    "HomeDomain-Library/SMS/",
    "MediaDomain-Library/SMS/",
    "HomeDomain-Library/AddressBook/",
    "HomeDomain-Library/CallHistoryDB/",
    "AppDomainGroup-group.net.whatsapp.WhatsApp",
];

/// An entry of the list.
struct Entry {
    size: Option<u64>,
    /// Class and wrapped key.
    key: Option<(u32, Vec<u8>)>,
}

/// The files of one backup.
pub struct Files {
    container: Rc<Container>,
    /// Folder of the backup, with a slash behind it unless it is the top.
    prefix: String,
    entries: HashMap<String, Entry>,
    keys: Option<ClassKeys>,
    missing: Cell<u64>,
}

/// The reading of the list.
pub struct Listing {
    opened: Opened,
    walk: Walk,
}

impl Files {
    /// The files of the backup in a folder.
    pub fn new(container: Rc<Container>, prefix: String, keys: Option<ClassKeys>) -> Self {
        Self {
            container,
            prefix,
            entries: HashMap::new(),
            keys,
            missing: Cell::new(0),
        }
    }

    /// Opens the list. `key` is the wrapped key of an encrypted one.
    ///
    /// # Errors
    /// When it is damaged; [`Code::AttachmentMissing`] when it is not there.
    pub fn listing(&self, key: Option<&[u8]>) -> Result<Option<Listing>> {
        let Some(member) = self.container.exact(&format!("{}Manifest.db", self.prefix)) else {
            return Ok(None);
        };
        let mut reader = self.container.open_seek(member)?;
        if let Some(keys) = &self.keys {
            let key = key.and_then(class_and_key);
            let key = key.and_then(|(class, wrapped)| keys.file_key(class, &wrapped));
            let key = key.ok_or_else(|| Error::new(Code::MalformedRecord))?;
            reader = Box::new(Decrypting::new(reader, &key, None)?);
        }
        let opened = Opened::readers(reader, member, None)?;
        let walk = Walk::table(&opened, "Files");
        Ok(walk.map(|walk| Listing { opened, walk }))
    }

    /// Goes on with the list; true when it is read.
    pub fn list(
        &mut self,
        listing: &mut Listing,
        batch: &mut Batch,
        budget: &mut Budget<'_>,
    ) -> bool {
        let column = |name: &str| listing.walk.column(name);
        let (domain, path, file) = (column("domain"), column("relativePath"), column("file"));
        while listing.walk.next(&listing.opened, batch) {
            let row = &listing.walk.row;
            if let (Some(domain), Some(path)) = (row.text(domain), row.text(path)) {
                let name = format!("{domain}-{path}");
                if WANTED.iter().any(|wanted| name.starts_with(wanted)) {
                    let entry = row.blob(file).map(entry);
                    let entry = entry.unwrap_or(Entry {
                        size: None,
                        key: None,
                    });
                    self.entries.insert(name, entry);
                }
            }
            if budget.spent() {
                return false;
            }
        }
        true
    }

    /// The member that holds a file.
    fn member(&self, name: &str) -> Option<u32> {
        let id: String = Sha1::digest(name.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let folder = id.get(..2).unwrap_or_default();
        let inner = format!("{}{folder}/{id}", self.prefix);
        self.container
            .exact(&inner)
            .or_else(|| self.container.exact(&format!("{}{id}", self.prefix)))
    }

    fn key(&self, name: &str) -> Option<Key> {
        let (class, wrapped) = self.entries.get(name)?.key.as_ref()?;
        self.keys.as_ref()?.file_key(*class, wrapped)
    }

    /// Opens a file by domain and path; `None` when the backup has none.
    ///
    /// # Errors
    /// When it is there and cannot be opened.
    pub fn open(&self, name: &str) -> Result<Option<(Box<dyn ReadSeek>, u32)>> {
        let Some(member) = self.member(name) else {
            if self.entries.contains_key(name) {
                self.missing.set(self.missing.get() + 1);
            }
            return Ok(None);
        };
        let reader = self.container.open_seek(member)?;
        if self.keys.is_none() {
            return Ok(Some((reader, member)));
        }
        let key = self
            .key(name)
            .ok_or_else(|| Error::new(Code::ArchiveEncrypted))?;
        let size = self.entries.get(name).and_then(|entry| entry.size);
        Ok(Some((
            Box::new(Decrypting::new(reader, &key, size)?),
            member,
        )))
    }

    /// Opens a database with its log.
    ///
    /// # Errors
    /// As [`Files::open`], and when it is no database.
    pub fn database(&self, name: &str) -> Result<Option<Opened>> {
        let Some((file, member)) = self.open(name)? else {
            return Ok(None);
        };
        let log = self.open(&format!("{name}-wal"))?;
        Opened::readers(file, member, log).map(Some)
    }

    /// Names that begin like this, in order.
    pub fn names(&self, start: &str) -> Vec<&str> {
        let names = self.entries.keys().map(String::as_str);
        let mut names: Vec<&str> = names.filter(|name| name.starts_with(start)).collect();
        names.sort_unstable();
        names
    }

    /// Databases that the list names and the folder does not hold.
    pub fn missing(&self) -> u64 {
        self.missing.get()
    }

    fn shelved(&self, name: &str) -> Option<Shelved> {
        let member = self.member(name)?;
        let found = shelved(&self.container, member)?;
        if self.keys.is_none() {
            return Some(found);
        }
        let key = self.key(name)?;
        let listed = self.entries.get(name).and_then(|entry| entry.size);
        let reader = self.container.open_seek(member).ok()?;
        let mut plain = Decrypting::new(reader, &key, listed).ok()?;
        let size = std::io::Seek::seek(&mut plain, std::io::SeekFrom::End(0)).ok()?;
        std::io::Seek::seek(&mut plain, std::io::SeekFrom::Start(0)).ok()?;
        let mut head = Vec::new();
        plain.take(SNIFF_BYTES as u64).read_to_end(&mut head).ok()?;
        Some(Shelved {
            content: Content::Encrypted(Box::new(EncryptedMember {
                member,
                start: 0,
                size,
                key,
            })),
            size: Some(size),
            sniffed: sniff_media(&head),
        })
    }
}

/// Class (four bytes, little endian) and wrapped key.
fn class_and_key(bytes: &[u8]) -> Option<(u32, Vec<u8>)> {
    let (class, wrapped) = bytes.split_at_checked(4)?;
    Some((u32::from_le_bytes(class.try_into().ok()?), wrapped.to_vec()))
}

/// What the list says about a file.
fn entry(bytes: &[u8]) -> Entry {
    let tree = Plist::read(bytes).map(keyed_archive::unarchive);
    let tree = tree.unwrap_or(Plist::Null);
    let size = tree.get("Size").and_then(Plist::int);
    Entry {
        size: size.and_then(|size| u64::try_from(size).ok()),
        key: tree
            .get("EncryptionKey")
            .and_then(Plist::data)
            .and_then(class_and_key),
    }
}

/// Files of Messages: named by a path on the phone.
pub struct MessageFiles(pub Rc<Files>);

impl Shelf for MessageFiles {
    fn find(&self, path: &str) -> Option<Shelved> {
        let inner = path.get(path.find("Library/")?..)?;
        self.0.shelved(&format!("MediaDomain-{inner}"))
    }
}

/// Files of WhatsApp: named below its folder `Message`.
pub struct WhatsAppFiles {
    /// The backup.
    pub files: Rc<Files>,
    /// The app's domain.
    pub domain: String,
}

impl Shelf for WhatsAppFiles {
    fn find(&self, path: &str) -> Option<Shelved> {
        let path = path.trim_start_matches('/');
        let name = format!("{}-Message/{path}", self.domain);
        let plain = || self.files.shelved(&format!("{}-{path}", self.domain));
        self.files.shelved(&name).or_else(plain)
    }
}
