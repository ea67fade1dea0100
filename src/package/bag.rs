//! Building a bag: payload files first get their digests, then the tag files follow from them, and
//! the whole becomes one stored ZIP of known length that is read as a stream.

use super::{
    digest::Digests,
    tags::{ALGORITHMS, DECLARATION, info_line, manifest_line},
};
use crate::{
    container::stored_zip::{Planned, StoredZipSource},
    error::{Code, Error, Result},
};
use std::{
    io::{Cursor, Read},
    rc::Rc,
};

/// The bag's base folder inside the ZIP (RFC 8493 §4: a bag is serialised from its parent folder).
pub const BASE: &str = "maskera-bag";

/// Opens an artifact's bytes from their start.
pub type Open = Rc<dyn Fn() -> Result<Box<dyn Read>>>;

/// A file of the package.
#[derive(Clone)]
pub struct Artifact {
    /// Path below the payload folder (`original/1-sms.xml`), for tag files below the base folder.
    pub path: String,
    /// Digests of exactly the bytes that `open` gives.
    pub digests: Digests,
    /// Opens them.
    pub open: Open,
}

impl Artifact {
    /// A small file that is in memory.
    #[must_use]
    pub fn of_bytes(path: &str, bytes: Vec<u8>) -> Self {
        let digests = Digests::of(&bytes);
        let bytes: Rc<[u8]> = bytes.into();
        Artifact {
            path: path.to_owned(),
            digests,
            open: Rc::new(move || Ok(Box::new(Cursor::new(Rc::clone(&bytes))))),
        }
    }
}

/// What a package is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Everything, with the released copy: for keeping.
    Archive,
    /// Originals and decisions of an unfinished case: for going on.
    Working,
}

impl Kind {
    /// The word in `bag-info.txt`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Archive => "archive",
            Kind::Working => "working",
        }
    }

    /// The kind of that word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Kind::Archive, Kind::Working]
            .into_iter()
            .find(|kind| kind.id() == id)
    }
}

/// What `bag-info.txt` says besides the sums.
#[derive(Clone, Debug)]
pub struct BagInfo {
    /// Kind.
    pub kind: Kind,
    /// The authority.
    pub organization: Option<String>,
    /// Case or journal number.
    pub identifier: Option<String>,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Name and version of the tool.
    pub software: String,
}

/// A complete bag.
pub struct Bag {
    files: Vec<Artifact>,
    payload_files: u64,
    payload_bytes: u64,
}

fn manifests(prefix: &str, files: &[Artifact]) -> Vec<Artifact> {
    ALGORITHMS
        .iter()
        .map(|algorithm| {
            let text: String = files
                .iter()
                .map(|file| {
                    let digest = if *algorithm == "sha256" {
                        &file.digests.sha256
                    } else {
                        &file.digests.sha512
                    };
                    manifest_line(digest, &file.path)
                })
                .collect();
            Artifact::of_bytes(&format!("{prefix}-{algorithm}.txt"), text.into_bytes())
        })
        .collect()
}

impl Bag {
    /// Makes the tag files for these payload files.
    ///
    /// # Errors
    /// [`Code::BadRequest`] when two files have one path.
    pub fn new(info: &BagInfo, payload: Vec<Artifact>) -> Result<Self> {
        let mut payload: Vec<Artifact> = payload
            .into_iter()
            .map(|file| Artifact {
                path: format!("data/{}", file.path),
                ..file
            })
            .collect();
        payload.sort_by(|a, b| a.path.cmp(&b.path));
        for pair in payload.windows(2) {
            if let [first, second] = pair
                && first.path == second.path
            {
                return Err(Error::new(Code::BadRequest).with("entry", &first.path));
            }
        }
        let payload_files = payload.len() as u64;
        let payload_bytes = payload.iter().map(|file| file.digests.size).sum();
        let mut tags = vec![
            Artifact::of_bytes("bagit.txt", DECLARATION.into()),
            Artifact::of_bytes(
                "bag-info.txt",
                info_text(info, payload_bytes, payload_files).into_bytes(),
            ),
        ];
        tags.extend(manifests("manifest", &payload));
        tags.sort_by(|a, b| a.path.cmp(&b.path));
        let outer = manifests("tagmanifest", &tags);
        let mut files = tags;
        files.extend(outer);
        files.extend(payload);
        Ok(Bag {
            files,
            payload_files,
            payload_bytes,
        })
    }

    /// Number of payload files.
    #[must_use]
    pub fn payload_files(&self) -> u64 {
        self.payload_files
    }

    /// Bytes of all payload files.
    #[must_use]
    pub fn payload_bytes(&self) -> u64 {
        self.payload_bytes
    }

    /// The bag as a ZIP that is read as a stream: tag files first, then the payload by path.
    ///
    /// # Errors
    /// [`Code::BadArchive`] for a path that a ZIP must not hold.
    pub fn into_zip(self) -> Result<StoredZipSource> {
        let planned = self
            .files
            .iter()
            .map(|file| Planned {
                path: format!("{BASE}/{}", file.path),
                size: file.digests.size,
                crc32: file.digests.crc32,
            })
            .collect();
        let files = self.files;
        StoredZipSource::new(
            planned,
            Box::new(move |index| {
                let file = files
                    .get(index)
                    .ok_or_else(|| Error::new(Code::BadRequest))?;
                (file.open)()
            }),
        )
    }
}

fn info_text(info: &BagInfo, bytes: u64, files: u64) -> String {
    let mut text = String::new();
    if let Some(organization) = &info.organization {
        text += &info_line("Source-Organization", organization);
    }
    if let Some(identifier) = &info.identifier {
        text += &info_line("External-Identifier", identifier);
    }
    text += &info_line("Bagging-Date", &info.date);
    text += &info_line("Payload-Oxum", &format!("{bytes}.{files}"));
    text += &info_line("Bag-Software-Agent", &info.software);
    text += &info_line("Maskera-Kind", info.kind.id());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_paths_are_refused() {
        let info = BagInfo {
            kind: Kind::Archive,
            organization: None,
            identifier: None,
            date: "2026-01-02".into(),
            software: "maskera 0".into(),
        };
        let twice = vec![
            Artifact::of_bytes("a", vec![]),
            Artifact::of_bytes("a", vec![1]),
        ];
        assert_eq!(
            Bag::new(&info, twice).err().unwrap().code(),
            Code::BadRequest
        );
    }
}
