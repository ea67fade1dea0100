//! What a source is wrapped in, told by its bytes: a plain file, a ZIP or TAR archive, the latter
//! also packed with gzip (archives inside archives up to [`limits::ARCHIVE_DEPTH`]), or several such files that belong together (a split
//! download, a folder); and in which encoding its text stands.
//!
//! Limits are counted while reading (`limits::ARCHIVE_*`, `limits::MEMBER_PATH_BYTES`). Files of a
//! folder are opened when they are asked for. Does not read other archive kinds, archives cut into
//! volumes or encrypted members: those say so.

mod archive;
pub mod encoding;
mod files;
mod lookup;
pub mod magic;
mod natural;
mod section;
pub mod sqlite;
pub mod stored_zip;
mod tar;

pub use encoding::TextReader;
pub use files::{FileSet, Opener, SetFile};
pub use magic::{closed_backup, is_workbook, looks_like, sniff_media};
pub use natural::natural;
pub use section::Section;

use crate::{
    error::{Code, Error, Result},
    limits,
    store::ReadSeek,
};
use lookup::Names;
use std::{
    cell::{Cell, OnceCell, RefCell},
    collections::BTreeSet,
    io::{Cursor, Read, SeekFrom},
    rc::Rc,
};

/// One file of a container.
#[derive(Clone, Debug)]
pub struct Member {
    /// Path inside the container, empty for a plain file that is the whole source. Behind the name
    /// of an archive among several files stands the path inside it: `a.zip/inner/path`. Harmless,
    /// not unique.
    pub path: String,
    /// Bytes, as declared.
    pub size: u64,
    /// Written by an operating system beside the user's files.
    pub system: bool,
    /// A file of a phone's backup under a made-up name: too many to look at, read only when the
    /// backup's own list names them.
    pub unnamed: bool,
    /// Why it cannot be read.
    pub fault: Option<Error>,
    /// Which file of the source holds it.
    pub file: u32,
    /// Where [`Member::path`] goes on below the archive.
    tree_at: u32,
    place: Place,
}

impl Member {
    /// The path as the platform that made the export names it: without the archive that holds it,
    /// so that the parts of a split download are one tree.
    #[must_use]
    pub fn tree_path(&self) -> &str {
        self.path.get(self.tree_at as usize..).unwrap_or_default()
    }
}

#[derive(Clone, Debug)]
enum Place {
    File,
    In {
        archive: usize,
        entry: Box<archive::Entry>,
    },
    InTar {
        archive: usize,
        entry: Box<tar::Entry>,
    },
}

/// The opened files of a source.
pub struct Container {
    set: FileSet,
    archives: Vec<Section>,
    tars: Vec<tar::Tar>,
    members: Vec<Member>,
    /// First member of each file.
    first: Vec<u32>,
    names: OnceCell<Names>,
    read: RefCell<BTreeSet<u32>>,
    /// Archives inside archives that lie too deep or are too large to look into.
    unopened: u32,
    recovered: bool,
    total: Rc<Cell<u64>>,
}

impl Container {
    /// Opens a file and lists what it holds.
    ///
    /// # Errors
    /// As [`Container::open_set`].
    pub fn open(reader: Box<dyn ReadSeek>) -> Result<Self> {
        Self::open_set(FileSet::one("", reader)?)
    }

    /// Lists what the files of a source hold. Among several, one that cannot be listed becomes a
    /// member with a fault.
    ///
    /// # Errors
    /// For a single file [`Code::BadArchive`] when a ZIP has no readable directory;
    /// [`Code::LimitExceeded`] when there is too much to list; [`Code::Io`].
    pub fn open_set(set: FileSet) -> Result<Self> {
        let mut container = Self::empty(set);
        let unnamed = lookup::backup_folders(container.set.files());
        for file in 0..container.set.files().len() {
            container.first.push(container.members.len() as u32);
            container.add_file(file, &unnamed)?;
        }
        Ok(container)
    }

    /// The files as they are, without looking for members: for an archive that cannot be listed.
    #[must_use]
    pub fn opaque(set: FileSet) -> Self {
        let mut container = Self::empty(set);
        for file in 0..container.set.files().len() {
            container.first.push(container.members.len() as u32);
            let member = container.plain(file);
            container.members.push(member);
        }
        container
    }

    /// A member that is an archive itself and was not looked into because it is one document: its
    /// parts as a container of their own.
    ///
    /// # Errors
    /// As [`Container::open_seek`] and [`Container::open`].
    pub fn inside(&self, index: u32) -> Result<Self> {
        let bytes = Section::whole(self.open_seek(index)?)?;
        let mut parts = Self::empty(FileSet::one("", Box::new(bytes.clone()))?);
        parts.first.push(0);
        parts.add_archive(bytes, "", limits::ARCHIVE_DEPTH, 0)?;
        Ok(parts)
    }

    fn empty(set: FileSet) -> Self {
        Self {
            set,
            archives: Vec::new(),
            tars: Vec::new(),
            members: Vec::new(),
            first: Vec::new(),
            names: OnceCell::new(),
            read: RefCell::default(),
            unopened: 0,
            recovered: false,
            total: Rc::default(),
        }
    }

    fn plain(&self, file: usize) -> Member {
        let listed = self.set.files().get(file);
        let several = self.set.several();
        let path = listed
            .filter(|_| several)
            .map(|listed| archive::harmless(&listed.path))
            .unwrap_or_default();
        Member {
            size: listed.map_or(0, |listed| listed.size),
            system: several && is_system(&path),
            unnamed: false,
            fault: None,
            file: file as u32,
            tree_at: 0,
            place: Place::File,
            path,
        }
    }

    fn add_file(&mut self, file: usize, unnamed: &BTreeSet<String>) -> Result<()> {
        let mut member = self.plain(file);
        if !self.set.several() {
            let whole = Section::whole(self.set.open(file)?)?;
            if is_zip(&whole)? && !is_workbook(&start_of(&whole)?) {
                return self.add_archive(whole, "", 1, file);
            }
            if let Some(tar) = tar::Tar::of(&whole)? {
                return self.add_tar(tar, "", 1, file);
            }
            self.members.push(member);
            return Ok(());
        }
        self.room()?;
        member.unnamed = lookup::is_unnamed(&member.path, unnamed);
        // Office documents and apps are ZIP files too, and stay what they are.
        if named_archive(&member.path) && !member.system && !member.unnamed {
            let before = (self.members.len(), self.archives.len(), self.tars.len());
            let opened = self.set.open(file).and_then(Section::whole);
            let listed = opened.and_then(|whole| {
                if is_zip(&whole)? {
                    self.add_archive(whole, &member.path.clone(), 1, file)?;
                    return Ok(true);
                }
                if let Some(tar) = tar::Tar::of(&whole)? {
                    self.add_tar(tar, &member.path.clone(), 1, file)?;
                    return Ok(true);
                }
                Ok(false)
            });
            match listed {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                Err(error) => {
                    self.members.truncate(before.0);
                    self.archives.truncate(before.1);
                    self.tars.truncate(before.2);
                    member.fault = Some(error);
                }
            }
        }
        self.members.push(member);
        Ok(())
    }

    fn room(&self) -> Result<()> {
        if self.members.len() < limits::ARCHIVE_MEMBERS {
            return Ok(());
        }
        Err(Error::limit(
            "archive-members",
            self.members.len() as u64 + 1,
            limits::ARCHIVE_MEMBERS as u64,
        ))
    }

    fn add_archive(
        &mut self,
        bytes: Section,
        prefix: &str,
        depth: usize,
        file: usize,
    ) -> Result<()> {
        let index = self.archives.len();
        self.archives.push(bytes.clone());
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
        let tree_at = if depth > 1 {
            self.archive_end(file)
        } else if prefix.is_empty() {
            0
        } else {
            prefix.len() as u32 + 1
        };
        for entry in entries {
            self.room()?;
            let path = if prefix.is_empty() {
                entry.path.clone()
            } else {
                format!("{prefix}/{}", entry.path)
            };
            let member = Member {
                system: is_system(&path),
                unnamed: false,
                size: entry.declared,
                fault: entry.fault.clone(),
                file: file as u32,
                tree_at,
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
                    let added = if named_zip(&path) {
                        self.add_archive(inner, &path, depth + 1, file)
                    } else {
                        match tar::Tar::of(&inner)? {
                            Some(tar) => self.add_tar(tar, &path, depth + 1, file),
                            None => {
                                self.members.push(member);
                                continue;
                            }
                        }
                    };
                    if let Err(error) = added {
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

    fn add_tar(&mut self, tar: tar::Tar, prefix: &str, depth: usize, file: usize) -> Result<()> {
        let listed = tar.list()?;
        self.recovered |= !listed.whole;
        let archive = self.tars.len();
        self.tars.push(tar);
        let tree_at = if depth > 1 {
            self.archive_end(file)
        } else if prefix.is_empty() {
            0
        } else {
            prefix.len() as u32 + 1
        };
        for entry in listed.entries {
            self.room()?;
            let path = if prefix.is_empty() {
                entry.path.clone()
            } else {
                format!("{prefix}/{}", entry.path)
            };
            self.members.push(Member {
                system: is_system(&path),
                unnamed: false,
                size: entry.size,
                fault: entry.fault.clone(),
                file: file as u32,
                tree_at,
                place: Place::InTar {
                    archive,
                    entry: Box::new(entry),
                },
                path,
            });
        }
        Ok(())
    }

    /// Where paths go on below the file that was given.
    fn archive_end(&self, file: usize) -> u32 {
        match self.set.files().get(file) {
            Some(listed) if self.set.several() => archive::harmless(&listed.path).len() as u32 + 1,
            _ => 0,
        }
    }

    /// The bytes of an archive inside this one. Asks for the name's ending as well as for the
    /// content: office documents and apps are ZIP files too, and stay what they are.
    fn inner_archive(&mut self, member: &Member, depth: usize) -> Result<Option<Section>> {
        if !named_archive(&member.path) || member.system || member.fault.is_some() {
            return Ok(None);
        }
        let Ok(mut reader) = self.open_member(member) else {
            return Ok(None);
        };
        let mut head = [0; 4];
        let tar = !named_zip(&member.path);
        if reader.read_exact(&mut head).is_err() || !tar && !head.starts_with(b"PK\x03\x04") {
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

    /// True when there are members with paths: an archive, or several files.
    #[must_use]
    pub fn holds_several(&self) -> bool {
        self.set.several() || !self.archives.is_empty() || !self.tars.is_empty()
    }

    /// The files of the source.
    #[must_use]
    pub fn set(&self) -> &FileSet {
        &self.set
    }

    /// The first member of each file of the source.
    #[must_use]
    pub fn first_members(&self) -> &[u32] {
        &self.first
    }

    /// The files it holds: one for a plain file. File by file in the order of the source, inside
    /// an archive in the order of the archive.
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

    /// Members that were opened since [`Container::forget_read`]; heads do not count.
    #[must_use]
    pub fn read_members(&self) -> BTreeSet<u32> {
        self.read.borrow().clone()
    }

    /// Forgets which members were opened.
    pub fn forget_read(&self) {
        self.read.borrow_mut().clear();
    }

    /// The member of exactly this path ([`Member::path`]).
    #[must_use]
    pub fn exact(&self, path: &str) -> Option<u32> {
        self.names().exact(&self.members, path)
    }

    /// The member that an export means by a path of its own: the one whose [`Member::tree_path`]
    /// ends with all of it, the shortest where several do. `beside` is the member that names it:
    /// of equally long paths the one that shares most folders with it is taken.
    #[must_use]
    pub fn named(&self, path: &str, beside: u32) -> Option<u32> {
        self.names().named(&self.members, path, beside)
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(&self.members))
    }

    /// A member's bytes.
    ///
    /// # Errors
    /// The member's fault; [`Code::BadArchive`].
    pub fn open_bytes(&self, index: u32) -> Result<Box<dyn Read>> {
        self.read.borrow_mut().insert(index);
        self.peek(index)
    }

    fn peek(&self, index: u32) -> Result<Box<dyn Read>> {
        let member = self.member(index)?;
        self.open_member(member)
            .map_err(|error| error.in_member(&member.path))
    }

    fn open_member(&self, member: &Member) -> Result<Box<dyn Read>> {
        if let Some(fault) = &member.fault {
            return Err(fault.clone());
        }
        match &member.place {
            Place::File => Ok(Box::new(self.set.open(member.file as usize)?)),
            Place::In { archive, entry } => {
                let bytes = self.archive(*archive)?;
                Ok(Box::new(archive::open(
                    bytes,
                    entry,
                    Rc::clone(&self.total),
                )?))
            }
            Place::InTar { archive, entry } => {
                self.tar(*archive)?.open(entry, Rc::clone(&self.total))
            }
        }
    }

    fn archive(&self, index: usize) -> Result<&Section> {
        self.archives
            .get(index)
            .ok_or_else(|| Error::new(Code::BadRequest))
    }

    fn tar(&self, index: usize) -> Result<&tar::Tar> {
        self.tars
            .get(index)
            .ok_or_else(|| Error::new(Code::BadRequest))
    }

    /// A member's bytes for reading here and there, as a database needs it: at once where it is a
    /// file or stored without compression, else inflated into memory.
    ///
    /// # Errors
    /// As [`Container::open_bytes`]; [`Code::LimitExceeded`] above [`limits::INFLATED_BYTES`].
    pub fn open_seek(&self, index: u32) -> Result<Box<dyn ReadSeek>> {
        self.read.borrow_mut().insert(index);
        let member = self.member(index)?;
        let at = |error: Error| error.in_member(&member.path);
        if let Some(fault) = &member.fault {
            return Err(at(fault.clone()));
        }
        if let Place::File = member.place {
            return self.set.open(member.file as usize);
        }
        if let Place::In { archive, entry } = &member.place
            && let Some(stored) = archive::stored(self.archive(*archive)?, entry).map_err(at)?
        {
            return Ok(Box::new(stored));
        }
        if let Place::InTar { archive, entry } = &member.place
            && let Some(stored) = self.tar(*archive)?.stored(entry)
        {
            return Ok(Box::new(stored));
        }
        let mut bytes = Vec::new();
        self.peek(index)?
            .take(limits::INFLATED_BYTES + 1)
            .read_to_end(&mut bytes)?;
        let size = bytes.len() as u64;
        if size > limits::INFLATED_BYTES {
            return Err(at(Error::limit(
                "inflated-bytes",
                member.size.max(size),
                limits::INFLATED_BYTES,
            )));
        }
        Ok(Box::new(Cursor::new(bytes)))
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
        let member = self.member(index)?;
        if let (Place::InTar { entry, .. }, None) = (&member.place, &member.fault)
            && let Some(kept) = entry.head.get(..len.min(member.size as usize))
        {
            return Ok(kept.to_vec());
        }
        let read = self.peek(index)?.take(len as u64).read_to_end(&mut head);
        match read {
            Ok(_) => Ok(head),
            // what came before the damage is enough to recognise a format
            Err(_) if !head.is_empty() => Ok(head),
            Err(error) => Err(error.into()),
        }
    }

    /// A member's bytes from an offset: at once where the file is the member, else by reading up
    /// to it.
    ///
    /// # Errors
    /// As [`Container::open_bytes`]; [`Code::SourceChanged`] when it ends before the offset.
    pub fn open_bytes_at(&self, index: u32, offset: u64) -> Result<Box<dyn Read>> {
        let member = self.member(index)?;
        if let Place::File = member.place {
            let mut reader = self.set.open(member.file as usize)?;
            reader.seek(SeekFrom::Start(offset))?;
            return Ok(Box::new(reader));
        }
        let mut bytes = self.open_bytes(index)?;
        let skipped = std::io::copy(&mut bytes.by_ref().take(offset), &mut std::io::sink())?;
        if skipped < offset {
            return Err(Error::new(Code::SourceChanged).at_byte(skipped));
        }
        Ok(bytes)
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
        let member = self.member(index)?;
        if encoding == encoding_rs::UTF_8
            && let Place::File = member.place
        {
            let mut reader = self.set.open(member.file as usize)?;
            reader.seek(SeekFrom::Start(offset))?;
            return Ok(Box::new(reader));
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

fn start_of(bytes: &Section) -> Result<Vec<u8>> {
    let mut head = Vec::new();
    let most = limits::PROBE_BYTES as u64;
    bytes.part(0, most).read_to_end(&mut head)?;
    Ok(head)
}

fn named_zip(path: &str) -> bool {
    ends_with(path, ".zip")
}

fn named_archive(path: &str) -> bool {
    [".zip", ".tar", ".tar.gz", ".tgz"]
        .iter()
        .any(|ending| ends_with(path, ending))
}

fn ends_with(path: &str, ending: &str) -> bool {
    path.len() > ending.len()
        && path
            .get(path.len() - ending.len()..)
            .is_some_and(|end| end.eq_ignore_ascii_case(ending))
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
        assert!(!plain.holds_several());
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
    fn a_tar_inside_a_zip() {
        let mut block = vec![0_u8; 512];
        block[0] = b'a';
        block[124..135].copy_from_slice(b"00000000003");
        block[156] = b'0';
        block[148..156].fill(b' ');
        let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
        block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        block.extend_from_slice(b"hej");
        block.resize(2048, 0);
        let alone = open(block.clone()).unwrap();
        assert!(alone.holds_several() && !alone.recovered());
        assert_eq!(content(&alone, 0).unwrap(), b"hej");
        let outer = open(zipped(&[("x.tar", &block), ("y.tar", b"no tar")])).unwrap();
        let paths: Vec<_> = outer.members().iter().map(|m| m.path.as_str()).collect();
        assert_eq!(paths, ["x.tar/a", "y.tar"]);
        assert_eq!(content(&outer, 0).unwrap(), b"hej");
        assert_eq!(content(&outer, 1).unwrap(), b"no tar");
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

    fn set(files: &[(&str, Vec<u8>)]) -> FileSet {
        let listed = files
            .iter()
            .map(|(path, bytes)| SetFile {
                path: (*path).to_owned(),
                size: bytes.len() as u64,
            })
            .collect();
        let bytes: Vec<Vec<u8>> = files.iter().map(|(_, bytes)| bytes.clone()).collect();
        FileSet::new(
            listed,
            Rc::new(move |file| match bytes.get(file) {
                Some(bytes) if bytes == b"gone" => Err(Error::new(Code::Io)),
                Some(bytes) => Ok(Box::new(Cursor::new(bytes.clone()))),
                None => Err(Error::new(Code::Io)),
            }),
        )
    }

    #[test]
    fn parts_of_a_download_are_one_tree() {
        let one = zipped(&[("export/inbox/message_1.json", b"[1]")]);
        let two = zipped(&[
            ("export/photos/1.jpg", b"jpg"),
            ("export/photos/2.jpg", b"2"),
        ]);
        let set = set(&[
            ("x-1.zip", one),
            ("x-2.zip", two),
            ("x-3.zip", b"PK\x03\x04 broken".to_vec()),
            ("x-4.zip", b"gone".to_vec()),
            ("note.txt", b"hej".to_vec()),
        ]);
        let container = Container::open_set(set).unwrap();
        let members = container.members();
        let paths: Vec<_> = members.iter().map(|m| m.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "x-1.zip/export/inbox/message_1.json",
                "x-2.zip/export/photos/1.jpg",
                "x-2.zip/export/photos/2.jpg",
                "x-3.zip",
                "x-4.zip",
                "note.txt",
            ]
        );
        assert_eq!(container.first_members(), [0, 1, 3, 4, 5]);
        assert_eq!(members[1].tree_path(), "export/photos/1.jpg");
        assert_eq!(container.named("photos/1.jpg", 0), Some(1));
        assert_eq!(container.exact("x-2.zip/export/photos/2.jpg"), Some(2));
        let faults: Vec<_> = members.iter().map(|m| m.fault.is_some()).collect();
        assert_eq!(faults, [false, false, false, true, true, false]);
        assert_eq!(content(&container, 1).unwrap(), b"jpg");
        assert_eq!(content(&container, 5).unwrap(), b"hej");
        assert_eq!(container.read_members(), BTreeSet::from([1, 5]));
    }

    #[test]
    fn one_file_of_a_set_is_listed_as_within_it() {
        let document = zipped(&[("word/document.xml", b"<w/>")]);
        let set = set(&[("a.docx", document.clone()), ("b.txt", b"b".to_vec())]);
        let whole = Container::open_set(set).unwrap();
        let alone = FileSet::one_of_several("a.docx", Box::new(Cursor::new(document))).unwrap();
        let alone = Container::open_set(alone).unwrap();
        assert_eq!(whole.members()[0].path, "a.docx");
        assert_eq!(alone.members()[0].path, "a.docx");
    }

    #[test]
    fn random_access_to_stored_and_inflated() {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, method) in [
            ("stored.db", zip::CompressionMethod::Stored),
            ("deflated.db", zip::CompressionMethod::Deflated),
        ] {
            let options = SimpleFileOptions::default().compression_method(method);
            writer.start_file(name, options).unwrap();
            writer.write_all(b"0123456789").unwrap();
        }
        let zip = open(writer.finish().unwrap().into_inner()).unwrap();
        for index in 0..2 {
            let mut file = zip.open_seek(index).unwrap();
            let mut tail = Vec::new();
            file.seek(SeekFrom::End(-3)).unwrap();
            file.read_to_end(&mut tail).unwrap();
            assert_eq!(tail, b"789");
        }
    }

    #[test]
    fn files_of_a_phone_backup_are_not_looked_at() {
        let name = "0123456789abcdef0123456789abcdef01234567";
        let path = format!("phone/01/{name}");
        let set = set(&[
            ("phone/Manifest.db", b"db".to_vec()),
            (&path, b"gone".to_vec()),
        ]);
        let container = Container::open_set(set).unwrap();
        let unnamed: Vec<_> = container.members().iter().map(|m| m.unnamed).collect();
        assert_eq!(unnamed, [false, true]);
    }
}
