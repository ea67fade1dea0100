//! The untouched files of a case inside a package, and the list with their true names: a package
//! holds them under names that every system can hold (`docs/formats/package.md`).

use crate::{
    error::{Code, Error, Result},
    model::{Case, Source},
    package::{Artifact, Digests, original_paths},
    store::Sources,
};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Path of the list below the payload folder.
pub const LIST: &str = "sources.json";

/// The list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PackedSources {
    /// Version of this form.
    pub version: u32,
    /// In the order of the case.
    pub sources: Vec<PackedSource>,
}

/// A source of the list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PackedSource {
    /// From 1.
    pub number: usize,
    /// File or folder name as it was given.
    pub name: String,
    /// Digest of the source, as decisions name it.
    pub sha256: String,
    /// Its files in the order in which they are read.
    pub files: Vec<PackedFile>,
}

/// A file of the list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PackedFile {
    /// Path within the source as it was given.
    pub path: String,
    /// Bytes.
    pub bytes: u64,
    /// Where it lies below the payload folder; absent for a file that was only listed, one of a
    /// phone's backup that nothing names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
    /// Digest, where it lies in the package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// The list of a case as JSON.
///
/// # Errors
/// None for the types used; the signature is that of the JSON writer.
pub fn list(case: &Case) -> Result<String> {
    let sources = case.sources.iter().enumerate();
    let list = PackedSources {
        version: 1,
        sources: sources
            .map(|(at, source)| PackedSource {
                number: at + 1,
                name: source.name.clone(),
                sha256: source.digests.sha256.clone(),
                files: source
                    .files
                    .iter()
                    .zip(paths(at, source))
                    .map(|(file, original)| {
                        let digests = file.digests.as_ref();
                        PackedFile {
                            path: file.path.clone(),
                            bytes: file.size,
                            original: digests.map(|_| original),
                            sha256: digests.map(|digests| digests.sha256.clone()),
                        }
                    })
                    .collect(),
            })
            .collect(),
    };
    serde_json::to_string_pretty(&list)
        .map(|text| text + "\n")
        .map_err(|_| Error::new(Code::BadRequest))
}

fn paths(at: usize, source: &Source) -> Vec<String> {
    let files: Vec<&str> = source.files.iter().map(|file| file.path.as_str()).collect();
    original_paths(at + 1, &source.name, &files)
}

/// All files of a case that belong to their sources, read while they are packed.
#[must_use]
pub fn artifacts(case: &Case, originals: &Rc<dyn Sources>) -> Vec<Artifact> {
    let mut artifacts = Vec::new();
    for (at, source) in case.sources.iter().enumerate() {
        for (n, (file, path)) in source.files.iter().zip(paths(at, source)).enumerate() {
            let Some(digests) = &file.digests else {
                continue;
            };
            let (originals, name) = (Rc::clone(originals), file.path.clone());
            artifacts.push(Artifact {
                path,
                digests: Digests {
                    sha256: digests.sha256.clone(),
                    sha512: digests.sha512.clone(),
                    crc32: digests.crc32,
                    size: digests.size,
                },
                open: Rc::new(move || {
                    let reader = originals.open(at, n).map_err(|e| e.in_file(&name))?;
                    Ok(Box::new(reader))
                }),
            });
        }
    }
    artifacts
}
