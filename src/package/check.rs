//! Checks a bag from its files in any order: every payload file listed in every manifest, nothing
//! unlisted, every checksum right, the sums of `bag-info.txt` right. Stricter than RFC 8493: both
//! SHA-256 and SHA-512 manifests must be there, every tag file must be in the tag manifests, and a
//! bag that fetches files from elsewhere is refused.

use super::{
    bag::Kind,
    digest::{Digester, Digests},
    tags::{ALGORITHMS, DECLARATION, parse_info, parse_manifest},
};
use crate::{
    error::{Code, Error, Result},
    limits,
};
use std::collections::BTreeMap;

struct Current {
    path: String,
    digester: Digester,
    /// Bytes of tag files; `None` for payload.
    text: Option<Vec<u8>>,
}

/// Takes the files of a bag one after the other.
#[derive(Default)]
pub struct BagCheck {
    files: BTreeMap<String, Digests>,
    tags: BTreeMap<String, Vec<u8>>,
    current: Option<Current>,
}

/// The result.
#[derive(Clone, Debug)]
pub struct BagReport {
    /// What the package says it is for.
    pub kind: Option<Kind>,
    /// Case or journal number.
    pub identifier: Option<String>,
    /// All complete files, tag files too.
    pub files: BTreeMap<String, Digests>,
    /// [`Code::PackageIncomplete`] or [`Code::ChecksumMismatch`], each with `entry`; sorted.
    pub problems: Vec<Error>,
}

fn incomplete(entry: &str, reason: &'static str) -> Error {
    Error::new(Code::PackageIncomplete)
        .with("entry", entry)
        .with("reason", reason)
}

fn mismatch(entry: &str) -> Error {
    Error::new(Code::ChecksumMismatch).with("entry", entry)
}

fn is_payload(path: &str) -> bool {
    path.starts_with("data/")
}

impl BagCheck {
    /// A file begins; `path` is relative to the bag's base folder.
    pub fn begin(&mut self, path: &str) {
        self.current = Some(Current {
            path: path.to_owned(),
            digester: Digester::default(),
            text: (!is_payload(path)).then(Vec::new),
        });
    }

    /// Its next bytes.
    ///
    /// # Errors
    /// [`Code::LimitExceeded`] for a tag file above [`limits::TAG_FILE_BYTES`].
    pub fn data(&mut self, bytes: &[u8]) -> Result<()> {
        let Some(current) = &mut self.current else {
            return Ok(());
        };
        current.digester.update(bytes);
        if let Some(text) = &mut current.text {
            let size = (text.len() + bytes.len()) as u64;
            if size > limits::TAG_FILE_BYTES {
                return Err(Error::limit("TAG_FILE_BYTES", size, limits::TAG_FILE_BYTES)
                    .in_member(&current.path));
            }
            text.extend_from_slice(bytes);
        }
        Ok(())
    }

    /// The file ends.
    pub fn end(&mut self) {
        if let Some(current) = self.current.take() {
            if let Some(text) = current.text {
                self.tags.insert(current.path.clone(), text);
            }
            self.files.insert(current.path, current.digester.finish());
        }
    }

    /// True when this file is complete.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    fn text(&self, path: &str, problems: &mut Vec<Error>) -> Option<&str> {
        let Some(bytes) = self.tags.get(path) else {
            problems.push(incomplete(path, "missing"));
            return None;
        };
        let text = std::str::from_utf8(bytes).ok();
        if text.is_none() {
            problems.push(incomplete(path, "not-text"));
        }
        text
    }

    /// Compares one manifest with the files that it must list.
    fn manifest(
        &self,
        path: &str,
        algorithm: &str,
        covers: impl Fn(&str) -> bool,
        problems: &mut Vec<Error>,
    ) {
        let Some(text) = self.text(path, problems) else {
            return;
        };
        let listed = match parse_manifest(text) {
            Ok(listed) => listed,
            Err(line) => {
                problems.push(incomplete(path, "bad-line").with("line", line));
                return;
            }
        };
        for (entry, digest) in &listed {
            match self.files.get(entry) {
                None => problems.push(incomplete(entry, "missing")),
                Some(_) if !covers(entry) => problems.push(incomplete(entry, "misplaced")),
                Some(digests) => {
                    let found = if algorithm == "sha256" {
                        &digests.sha256
                    } else {
                        &digests.sha512
                    };
                    if found != digest {
                        problems.push(mismatch(entry));
                    }
                }
            }
        }
        let files = self.files.keys().filter(|entry| covers(entry));
        problems.extend(
            files
                .filter(|entry| !listed.contains_key(*entry))
                .map(|entry| incomplete(entry, "unlisted")),
        );
    }

    /// Everything was given: the verdict.
    #[must_use]
    pub fn finish(self) -> BagReport {
        let mut problems = Vec::new();
        if self
            .text("bagit.txt", &mut problems)
            .is_some_and(|text| text != DECLARATION)
        {
            problems.push(incomplete("bagit.txt", "declaration"));
        }
        if self.files.contains_key("fetch.txt") {
            problems.push(incomplete("fetch.txt", "fetch"));
        }
        for algorithm in ALGORITHMS {
            let path = format!("manifest-{algorithm}.txt");
            self.manifest(&path, algorithm, is_payload, &mut problems);
            let path = format!("tagmanifest-{algorithm}.txt");
            let covers = |entry: &str| !is_payload(entry) && !entry.starts_with("tagmanifest-");
            self.manifest(&path, algorithm, covers, &mut problems);
        }
        let payload = || self.files.iter().filter(|(path, _)| is_payload(path));
        let files = payload().count() as u64;
        let bytes: u64 = payload().map(|(_, digests)| digests.size).sum();
        let info = self
            .text("bag-info.txt", &mut problems)
            .map(parse_info)
            .unwrap_or_default();
        if info
            .get("payload-oxum")
            .is_some_and(|oxum| *oxum != format!("{bytes}.{files}"))
        {
            problems.push(incomplete("bag-info.txt", "payload-oxum"));
        }
        problems.sort_by_cached_key(ToString::to_string);
        problems.dedup_by_key(|problem| problem.to_string());
        BagReport {
            kind: info.get("maskera-kind").and_then(|id| Kind::from_id(id)),
            identifier: info.get("external-identifier").cloned(),
            files: self.files,
            problems,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Artifact, BASE, Bag, BagInfo};
    use super::*;
    use std::io::Read;

    fn members() -> BTreeMap<String, Vec<u8>> {
        let info = BagInfo {
            kind: Kind::Archive,
            organization: Some("Exempelkommun".into()),
            identifier: Some("2026/17".into()),
            date: "2026-01-02".into(),
            software: "maskera 0".into(),
        };
        let payload = vec![
            Artifact::of_bytes("original/1-a.xml", b"<smses/>".to_vec()),
            Artifact::of_bytes("original/2-50 % æ.txt", b"hej".to_vec()),
            Artifact::of_bytes("README.txt", Vec::new()),
        ];
        let mut zip = Bag::new(&info, payload).unwrap().into_zip().unwrap();
        let mut bytes = Vec::new();
        zip.read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes.len() as u64, zip.length());
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        (0..archive.len())
            .map(|n| {
                let mut member = archive.by_index(n).unwrap();
                let path = member.name().unwrap().strip_prefix(BASE).unwrap()[1..].to_owned();
                let mut data = Vec::new();
                member.read_to_end(&mut data).unwrap();
                (path, data)
            })
            .collect()
    }

    fn report(members: &BTreeMap<String, Vec<u8>>) -> BagReport {
        let mut check = BagCheck::default();
        for (path, data) in members {
            check.begin(path);
            for part in data.chunks(3) {
                check.data(part).unwrap();
            }
            check.end();
        }
        check.finish()
    }

    #[test]
    fn our_own_bag_is_right() {
        let report = report(&members());
        assert!(report.problems.is_empty(), "{:?}", report.problems);
        assert_eq!(report.files.len(), 9);
        assert_eq!(report.kind, Some(Kind::Archive));
        assert_eq!(report.identifier.as_deref(), Some("2026/17"));
    }

    /// Each mutation must name the file that it touched.
    #[test]
    fn every_mutation_is_named() {
        let paths: Vec<String> = members().into_keys().collect();
        for path in &paths {
            let mut missing = members();
            missing.remove(path);
            let named = |report: &BagReport, entry: &str| {
                let mut entries = report.problems.iter().map(|p| &p.args()["entry"]);
                entries.any(|found| found == entry)
            };
            assert!(named(&report(&missing), path), "{path} removed");
            let mut changed = members();
            let data = changed.get_mut(path).unwrap();
            match data.first_mut() {
                // A digest of a tag manifest: the file that it stands for no longer fits.
                Some(byte) if path.starts_with("tagmanifest") => {
                    *byte = if *byte == b'0' { b'1' } else { b'0' };
                }
                Some(byte) => *byte ^= 1,
                None => data.push(b'x'),
            }
            let report = report(&changed);
            assert!(!report.problems.is_empty(), "{path} changed");
            if !path.starts_with("tagmanifest") {
                assert!(
                    named(&report, path),
                    "{path} changed: {:?}",
                    report.problems
                );
            }
        }
        let mut extra = members();
        extra.insert("data/new.txt".into(), vec![1]);
        extra.insert("fetch.txt".into(), vec![]);
        let report = report(&extra);
        let entries: Vec<_> = report.problems.iter().map(|p| &p.args()["entry"]).collect();
        assert!(entries.iter().any(|entry| *entry == "data/new.txt"));
        assert!(entries.iter().any(|entry| *entry == "fetch.txt"));
        assert!(entries.iter().any(|entry| *entry == "bag-info.txt"));
    }
}
