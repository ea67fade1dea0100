//! The files of one source, opened on demand: one file, the parts of a split download, or a
//! folder. Nothing is opened before it is asked for: a phone's backup has a hundred thousand files.

use super::Section;
use crate::{
    error::{Code, Error, Result},
    store::ReadSeek,
};
use std::rc::Rc;

/// Opens a file by its position in a [`FileSet`].
pub type Opener = Rc<dyn Fn(usize) -> Result<Box<dyn ReadSeek>>>;

/// A file of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetFile {
    /// File name, or path below the folder that was given, with forward slashes.
    pub path: String,
    /// Bytes, as the place where it lies says.
    pub size: u64,
}

/// Files that are one source, in the order of the source.
#[derive(Clone)]
pub struct FileSet {
    files: Vec<SetFile>,
    open: Opener,
    several: bool,
}

impl FileSet {
    /// Files and how to open them.
    #[must_use]
    pub fn new(files: Vec<SetFile>, open: Opener) -> Self {
        Self {
            several: files.len() > 1,
            files,
            open,
        }
    }

    /// One file that is open already.
    ///
    /// # Errors
    /// [`Code::Io`] when its length cannot be told.
    pub fn one(name: &str, reader: Box<dyn ReadSeek>) -> Result<Self> {
        let section = Section::whole(reader)?;
        let size = section.len();
        Ok(Self {
            files: vec![SetFile {
                path: name.to_owned(),
                size,
            }],
            open: Rc::new(move |_| Ok(Box::new(section.part(0, size)))),
            several: false,
        })
    }

    /// One file of a larger set, alone: its content is listed as it is within the set.
    ///
    /// # Errors
    /// As [`FileSet::one`].
    pub fn one_of_several(path: &str, reader: Box<dyn ReadSeek>) -> Result<Self> {
        Ok(Self {
            several: true,
            ..Self::one(path, reader)?
        })
    }

    /// The files.
    #[must_use]
    pub fn files(&self) -> &[SetFile] {
        &self.files
    }

    /// True when its files are told apart by their paths: several, or one of several.
    #[must_use]
    pub fn several(&self) -> bool {
        self.several
    }

    /// Bytes of all files.
    #[must_use]
    pub fn size(&self) -> u64 {
        let sizes = self.files.iter().map(|file| file.size);
        sizes.fold(0, u64::saturating_add)
    }

    /// Opens a file from its start.
    ///
    /// # Errors
    /// [`Code::Io`] when it cannot be read any more; [`Code::BadRequest`] when there is none.
    pub fn open(&self, file: usize) -> Result<Box<dyn ReadSeek>> {
        let Some(SetFile { path, .. }) = self.files.get(file) else {
            return Err(Error::new(Code::BadRequest).with("file", file));
        };
        (self.open)(file).map_err(|error| {
            if self.several {
                error.in_member(path)
            } else {
                error
            }
        })
    }
}
