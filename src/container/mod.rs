//! What a file is wrapped in, told by its bytes: plain or a ZIP archive (archives inside archives
//! up to [`limits::ARCHIVE_DEPTH`]), and in which encoding its text stands.
//!
//! Limits are counted while reading (`limits::ARCHIVE_*`, `limits::MEMBER_PATH_BYTES`). Does not
//! read other archive kinds, split archives or encrypted members: those say so.

mod archive;
pub mod encoding;
pub mod magic;
mod section;
pub mod sqlite;
pub mod stored_zip;

pub use encoding::TextReader;
pub use magic::{looks_like, sniff_media};
pub use section::Section;

use crate::{
    error::{Code, Error, Result},
    limits,
    store::ReadSeek,
};
use std::{
    cell::Cell,
    io::{Cursor, Read, Seek, SeekFrom},
    rc::Rc,
};

/// One file of a container.
#[derive(Clone, Debug)]
pub struct Member {
    /// Path inside the container, empty for a plain file. Harmless, not unique.
    pub path: String,
    /// Bytes, as declared.
    pub size: u64,
    /// Written by an operating system beside the user's files.
    pub system: bool,
    /// Why it cannot be read.
    pub fault: Option<Error>,
    place: Place,
}

#[derive(Clone, Debug)]
enum Place {
    Whole,
    In {
        archive: usize,
        entry: Box<archive::Entry>,
    },
}

/// An opened file.
pub struct Container {
    whole: Section,
    archives: Vec<Section>,
    members: Vec<Member>,
    /// Archives inside archives that lie too deep or are too large to look into.
    unopened: u32,
    recovered: bool,
    total: Rc<Cell<u64>>,
}

impl Container {
    /// Opens a file and lists what it holds.
    ///
    /// # Errors
    /// [`Code::BadArchive`] when a ZIP has no readable directory, [`Code::LimitExceeded`] when it
    /// lists too much.
    pub fn open(reader: Box<dyn ReadSeek>) -> Result<Self> {
        let whole = Section::whole(reader)?;
        let mut container = Self {
            archives: Vec::new(),
            members: Vec::new(),
            unopened: 0,
            recovered: false,
            total: Rc::default(),
            whole,
        };
        if is_zip(&container.whole)? {
            container.add_archive(container.whole.clone(), "", 1)?;
        } else {
            container.members.push(Member {
                path: String::new(),
                size: container.whole.len(),
                system: false,
                fault: None,
                place: Place::Whole,
            });
        }
        Ok(container)
    }

    /// The file as it is, without looking for members: for archives that cannot be listed.
    ///
    /// # Errors
    /// [`Code::Io`].
    pub fn opaque(reader: Box<dyn ReadSeek>) -> Result<Self> {
        let whole = Section::whole(reader)?;
        Ok(Self {
            archives: Vec::new(),
            members: vec![Member {
                path: String::new(),
                size: whole.len(),
                system: false,
                fault: None,
                place: Place::Whole,
            }],
            unopened: 0,
            recovered: false,
            total: Rc::default(),
            whole,
        })
    }

    fn add_archive(&mut self, bytes: Section, prefix: &str, depth: usize) -> Result<()> {
        let index = self.archives.len();
        self.archives.push(bytes);
        let Some(bytes) = self.archives.get(index).cloned() else {
            return Ok(());
        };
        let entries = match archive::list(&bytes) {
            Err(error) if error.code() == Code::BadArchive => {
                let found = archive::recover(&bytes)?;
                if found.is_empty() {
                    return Err(error);
                }
                self.recovered = true;
                found
            }
            listed => listed?,
        };
        for entry in entries {
            if self.members.len() >= limits::ARCHIVE_MEMBERS {
                return Err(Error::limit(
                    "archive-members",
                    self.members.len() as u64 + 1,
                    limits::ARCHIVE_MEMBERS as u64,
                ));
            }
            let path = if prefix.is_empty() {
                entry.path.clone()
            } else {
                format!("{prefix}/{}", entry.path)
            };
            let member = Member {
                system: is_system(&path),
                size: entry.declared,
                fault: entry.fault.clone(),
                place: Place::In {
                    archive: index,
                    entry: Box::new(entry),
                },
                path,
            };
            let inner = self.inner_archive(&member, depth)?;
            match inner {
                Some(inner) => {
                    let before = self.members.len();
                    let path = member.path.clone();
                    if let Err(error) = self.add_archive(inner, &path, depth + 1) {
                        self.members.truncate(before);
                        self.members.push(Member {
                            fault: Some(error),
                            ..member
                        });
                    }
                }
                None => self.members.push(member),
            }
        }
        Ok(())
    }

    /// The bytes of an archive inside this one. Asks for the name's ending as well as for the
    /// content: office documents and apps are ZIP files too, and stay what they are.
    fn inner_archive(&mut self, member: &Member, depth: usize) -> Result<Option<Section>> {
        let named = member.path.len() > 4
            && member
                .path
                .get(member.path.len() - 4..)
                .is_some_and(|end| end.eq_ignore_ascii_case(".zip"));
        if !named || member.system || member.fault.is_some() {
            return Ok(None);
        }
        let Ok(reader) = self.open_member(member) else {
            return Ok(None);
        };
        let mut head = [0; 4];
        let mut reader = reader;
        if reader.read_exact(&mut head).is_err() || !head.starts_with(b"PK\x03\x04") {
            return Ok(None);
        }
        if depth >= limits::ARCHIVE_DEPTH {
            self.unopened += 1;
            return Ok(None);
        }
        let mut bytes = head.to_vec();
        // a ZIP needs random access: a member of an archive is held while the archive is open
        match reader.take(limits::RECORD_BYTES).read_to_end(&mut bytes) {
            Ok(_) if (bytes.len() as u64) < limits::RECORD_BYTES => {
                Section::whole(Box::new(Cursor::new(bytes))).map(Some)
            }
            Ok(_) => {
                self.unopened += 1;
                Ok(None)
            }
            Err(_) => Ok(None),
        }
    }

    /// True for an archive.
    #[must_use]
    pub fn is_archive(&self) -> bool {
        !self.archives.is_empty()
    }

    /// The files it holds: one for a plain file.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Archives inside that were not looked into.
    #[must_use]
    pub fn unopened(&self) -> u32 {
        self.unopened
    }

    /// True when an archive's directory is gone and its members were found from the front.
    #[must_use]
    pub fn recovered(&self) -> bool {
        self.recovered
    }

    /// A member's bytes.
    ///
    /// # Errors
    /// The member's fault; [`Code::BadArchive`].
    pub fn open_bytes(&self, index: u32) -> Result<Box<dyn Read>> {
        let member = self.member(index)?;
        self.open_member(member)
            .map_err(|error| error.in_member(&member.path))
    }

    fn open_member(&self, member: &Member) -> Result<Box<dyn Read>> {
        match &member.place {
            Place::Whole => Ok(Box::new(self.whole.part(0, self.whole.len()))),
            Place::In { archive, entry } => {
                let bytes = self
                    .archives
                    .get(*archive)
                    .ok_or_else(|| Error::new(Code::BadRequest))?;
                Ok(Box::new(archive::open(
                    bytes,
                    entry,
                    Rc::clone(&self.total),
                )?))
            }
        }
    }

    fn member(&self, index: u32) -> Result<&Member> {
        self.members
            .get(index as usize)
            .ok_or_else(|| Error::new(Code::BadRequest).with("member", index))
    }

    /// The first bytes of a member, at most `len`.
    ///
    /// # Errors
    /// As [`Container::open_bytes`].
    pub fn head(&self, index: u32, len: usize) -> Result<Vec<u8>> {
        let mut head = Vec::new();
        let read = self
            .open_bytes(index)?
            .take(len as u64)
            .read_to_end(&mut head);
        match read {
            Ok(_) => Ok(head),
            // what came before the damage is enough to recognise a format
            Err(_) if !head.is_empty() => Ok(head),
            Err(error) => Err(error.into()),
        }
    }

    /// A member's text from its start.
    ///
    /// # Errors
    /// As [`Container::open_bytes`].
    pub fn open_text(&self, index: u32) -> Result<TextReader> {
        let encoding = encoding::sniff(&self.head(index, limits::PROBE_BYTES)?);
        Ok(TextReader::new(self.open_bytes(index)?, encoding))
    }

    /// A member's text from an offset of the decoded text: at once where the file is plain UTF-8,
    /// else by reading up to it.
    ///
    /// # Errors
    /// As [`Container::open_bytes`]; [`Code::SourceChanged`] when it ends before the offset.
    pub fn open_text_at(&self, index: u32, offset: u64) -> Result<Box<dyn Read>> {
        let encoding = encoding::sniff(&self.head(index, limits::PROBE_BYTES)?);
        if encoding == encoding_rs::UTF_8
            && let Place::Whole = self.member(index)?.place
        {
            let mut section = self.whole.part(0, self.whole.len());
            section.seek(SeekFrom::Start(offset))?;
            return Ok(Box::new(section));
        }
        let mut text = TextReader::new(self.open_bytes(index)?, encoding);
        let skipped = std::io::copy(&mut text.by_ref().take(offset), &mut std::io::sink())?;
        if skipped < offset {
            return Err(Error::new(Code::SourceChanged).at_byte(skipped));
        }
        Ok(Box::new(text))
    }
}

fn is_zip(bytes: &Section) -> Result<bool> {
    let mut head = Vec::new();
    bytes.clone().take(4).read_to_end(&mut head)?;
    Ok(head == b"PK\x03\x04" || head == b"PK\x05\x06")
}

/// AppleDouble folders and the small files that Finder and Explorer leave behind.
fn is_system(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.split('/').any(|part| part == "__MACOSX")
        || name.starts_with("._")
        || matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    pub(super) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in files {
            writer
                .start_file(*path, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn open(bytes: Vec<u8>) -> Result<Container> {
        Container::open(Box::new(Cursor::new(bytes)))
    }

    fn content(container: &Container, index: u32) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        container.open_bytes(index)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    #[test]
    fn plain_and_archive() {
        let plain = open(b"hej".to_vec()).unwrap();
        assert!(!plain.is_archive());
        assert_eq!(content(&plain, 0).unwrap(), b"hej");
        let zip = open(zipped(&[
            ("a/b.txt", b"hej"),
            ("__MACOSX/a/._b.txt", b"x"),
            ("dir/", b""),
        ]))
        .unwrap();
        assert_eq!(zip.members().len(), 2);
        assert!(zip.members()[1].system);
        assert_eq!(content(&zip, 0).unwrap(), b"hej");
    }

    #[test]
    fn archives_inside() {
        let deepest = zipped(&[("c.txt", b"c")]);
        let inner = zipped(&[("b.txt", b"b"), ("deep.zip", &deepest)]);
        let outer = open(zipped(&[("in.zip", &inner), ("a.txt", b"a")])).unwrap();
        let paths: Vec<_> = outer.members().iter().map(|m| m.path.as_str()).collect();
        assert_eq!(paths, ["in.zip/b.txt", "in.zip/deep.zip", "a.txt"]);
        assert_eq!(outer.unopened(), 1);
        assert_eq!(content(&outer, 0).unwrap(), b"b");
    }

    #[test]
    fn bomb_stops() {
        // the directory claims a thousandth of the compressed size: what counts is what comes out
        let mut bytes = zipped(&[("bomb", &vec![0; 80 << 20])]);
        let directory = bytes
            .windows(4)
            .rposition(|four| four == b"PK\x01\x02")
            .unwrap();
        let real = u32::from_le_bytes(bytes[directory + 20..directory + 24].try_into().unwrap());
        let zip = open(bytes.clone()).unwrap();
        let all = std::io::copy(&mut zip.open_bytes(0).unwrap(), &mut std::io::sink());
        assert_eq!(
            all.unwrap(),
            80 << 20,
            "deflate reaches 1,030:1, below the limit"
        );
        bytes[directory + 20..directory + 24].copy_from_slice(&(real / 1000).to_le_bytes());
        let zip = open(bytes).unwrap();
        let cut = std::io::copy(&mut zip.open_bytes(0).unwrap(), &mut std::io::sink());
        assert!(cut.is_err());
    }

    #[test]
    fn damage_is_reported() {
        let mut bytes = zipped(&[("a.txt", &b"hej hej hej hej hej ".repeat(50))]);
        bytes[45] ^= 0x55;
        let zip = open(bytes).unwrap();
        let code = content(&zip, 0).unwrap_err().code();
        assert!(matches!(code, Code::BadArchive | Code::Truncated));
    }

    #[test]
    fn without_directory() {
        let bytes = zipped(&[("a.txt", b"hej"), ("b.txt", &b"hej ".repeat(200))]);
        let cut = bytes[..bytes.len() - 60].to_vec();
        let zip = open(cut).unwrap();
        assert!(zip.recovered());
        assert_eq!(zip.members().len(), 2);
        assert_eq!(content(&zip, 0).unwrap(), b"hej");
        assert_eq!(content(&zip, 1).unwrap(), b"hej ".repeat(200));
        let shorter = open(bytes[..45].to_vec()).unwrap();
        assert_eq!(content(&shorter, 0).unwrap(), b"hej");
        assert_eq!(
            open(bytes[..20].to_vec()).err().unwrap().code(),
            Code::BadArchive
        );
    }
}
