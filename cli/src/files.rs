//! Files: originals that are read, and outputs that appear whole or not at all. An output is
//! written beside its place under a hidden name and renamed at the end; dropped before that, it is
//! removed.

use maskera::{
    error::{Code, Error, Result},
    store::{ReadSeek, Sources, Store, StoreWriter},
};
use std::{
    fs::{self, File},
    io::{BufReader, BufWriter, Write},
    path::{Component, Path, PathBuf},
};

/// Bytes that reads and writes are gathered to.
const BUFFER: usize = 256 << 10;

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Adds the path to what the system says.
fn at<T>(path: &Path, result: std::io::Result<T>) -> Result<T> {
    result.map_err(|error| Error::from(error).in_file(&shown(path)))
}

/// Opens a file for reading with a buffer.
///
/// # Errors
/// [`Code::Io`] with the path.
pub fn open(path: &Path) -> Result<Box<dyn ReadSeek>> {
    let file = at(path, File::open(path))?;
    if at(path, file.metadata())?.is_dir() {
        return Err(Error::new(Code::Io)
            .with("kind", "is a directory")
            .in_file(&shown(path)));
    }
    Ok(Box::new(BufReader::with_capacity(BUFFER, file)))
}

/// A small file in memory.
///
/// # Errors
/// [`Code::Io`] with the path, [`Code::LimitExceeded`].
pub fn read_small(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let size = at(path, fs::metadata(path))?.len();
    if size > limit {
        return Err(Error::limit("FILE_BYTES", size, limit).in_file(&shown(path)));
    }
    at(path, fs::read(path))
}

/// Files that were given together, and the paths that tell which of them are one source.
pub struct Given {
    /// Where they are.
    pub files: Vec<PathBuf>,
    /// As they were given: a folder's files behind its name.
    pub paths: Vec<String>,
}

/// What the given paths stand for: a folder means all files below it, by name; hidden ones
/// (`.DS_Store`) and links to folders are left out. Files are one batch, each folder is another.
///
/// # Errors
/// [`Code::Io`] for a path that does not exist or cannot be read.
pub fn expand(paths: &[PathBuf]) -> Result<Vec<Given>> {
    let mut batches: Vec<Given> = Vec::new();
    let mut single: Option<usize> = None;
    for path in paths {
        if at(path, fs::metadata(path))?.is_dir() {
            let mut files = Vec::new();
            below(path, &mut files)?;
            if files.is_empty() {
                return Err(Error::new(Code::EmptyFile).in_file(&shown(path)));
            }
            let absolute = at(path, fs::canonicalize(path))?;
            let root = name(&absolute);
            let paths = files.iter().map(|file| {
                let inner = file.strip_prefix(path).unwrap_or(file);
                format!("{root}/{}", slashed(inner))
            });
            batches.push(Given {
                paths: paths.collect(),
                files,
            });
        } else {
            let at = *single.get_or_insert_with(|| {
                batches.push(Given {
                    files: Vec::new(),
                    paths: Vec::new(),
                });
                batches.len() - 1
            });
            if let Some(batch) = batches.get_mut(at) {
                batch.paths.push(slashed(path));
                batch.files.push(path.clone());
            }
        }
    }
    Ok(batches)
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .filter_map(|part| match part {
            Component::Normal(part) => Some(part.to_string_lossy()),
            _ => None,
        })
        .collect();
    parts.join("/")
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let mut entries = Vec::new();
    for entry in at(folder, fs::read_dir(folder))? {
        let entry = at(folder, entry)?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            entries.push((entry.path(), at(folder, entry.file_type())?));
        }
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    for (path, kind) in entries {
        if kind.is_dir() {
            below(&path, files)?;
        } else if at(&path, fs::metadata(&path))?.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

/// The name of a file without its folders.
pub fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The originals, by source and file.
pub struct FileSources(pub Vec<Vec<PathBuf>>);

impl Sources for FileSources {
    fn open(&self, source: usize, file: usize) -> Result<Box<dyn ReadSeek>> {
        let path = self.0.get(source).and_then(|files| files.get(file));
        open(path.ok_or_else(|| Error::new(Code::Io))?)
    }
}

/// Bytes of a file.
///
/// # Errors
/// [`Code::Io`] with the path.
pub fn size(path: &Path) -> Result<u64> {
    Ok(at(path, fs::metadata(path))?.len())
}

/// A folder as a store.
pub struct FolderStore {
    root: PathBuf,
}

impl FolderStore {
    /// A store over an existing folder.
    pub fn new(root: PathBuf) -> Self {
        FolderStore { root }
    }

    /// Paths that could leave the folder are refused, whoever made them.
    fn place(&self, path: &str) -> Result<PathBuf> {
        let relative = Path::new(path);
        let plain = relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if path.is_empty() || !plain {
            return Err(Error::new(Code::BadRequest).in_member(path));
        }
        Ok(self.root.join(relative))
    }
}

struct FileWriter {
    out: Option<BufWriter<File>>,
    hidden: PathBuf,
    place: PathBuf,
}

impl Write for FileWriter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match &mut self.out {
            Some(out) => out.write(bytes),
            None => Err(std::io::ErrorKind::BrokenPipe.into()),
        }
    }
    fn flush(&mut self) -> std::io::Result<()> {
        self.out.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl StoreWriter for FileWriter {
    fn finish(mut self: Box<Self>) -> Result<()> {
        if let Some(out) = self.out.take() {
            let file = at(
                &self.place,
                out.into_inner()
                    .map_err(std::io::IntoInnerError::into_error),
            )?;
            drop(file);
            at(&self.place, fs::rename(&self.hidden, &self.place))?;
        }
        Ok(())
    }
}

impl Drop for FileWriter {
    fn drop(&mut self) {
        // Not there any more after finish().
        let _ = fs::remove_file(&self.hidden);
    }
}

impl Store for FolderStore {
    fn create(&self, path: &str) -> Result<Box<dyn StoreWriter>> {
        let place = self.place(path)?;
        let folder = place.parent().unwrap_or(&self.root);
        at(folder, fs::create_dir_all(folder))?;
        let hidden = hidden_beside(&place)?;
        let file = at(&place, File::create_new(&hidden))?;
        Ok(Box::new(FileWriter {
            out: Some(BufWriter::with_capacity(BUFFER, file)),
            hidden,
            place,
        }))
    }
    fn open(&self, path: &str) -> Result<Box<dyn ReadSeek>> {
        open(&self.place(path)?)
    }
    fn size(&self, path: &str) -> Result<u64> {
        let place = self.place(path)?;
        Ok(at(&place, fs::metadata(&place))?.len())
    }
    fn list(&self) -> Vec<String> {
        let mut paths = Vec::new();
        list_into(&self.root, "", &mut paths);
        paths.sort();
        paths
    }
    fn remove(&self, path: &str) -> Result<()> {
        let place = self.place(path)?;
        at(&place, fs::remove_file(&place))
    }
}

fn list_into(folder: &Path, prefix: &str, paths: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder {
            list_into(&entry.path(), &format!("{path}/"), paths);
        } else {
            paths.push(path);
        }
    }
}

/// A private folder for unfinished work beside an output, removed at the end. It holds plain text.
pub struct Scratch(PathBuf);

impl Scratch {
    /// A new one.
    ///
    /// # Errors
    /// [`Code::Io`].
    pub fn beside(place: &Path) -> Result<Self> {
        let mut folder = hidden_beside(place)?.into_os_string();
        folder.push(".work");
        let folder = PathBuf::from(folder);
        at(&folder, private_folder(&folder))?;
        Ok(Scratch(folder))
    }

    /// It as a store.
    pub fn store(&self) -> FolderStore {
        FolderStore::new(self.0.clone())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        remove_all(&self.0);
    }
}

/// A folder that only its owner can read, where the system knows that.
fn private_folder(path: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// A store whose `released/` is a folder of its own.
pub struct Released {
    /// Everything else; without it there is nothing else.
    work: Option<FolderStore>,
    copy: FolderStore,
    writable: bool,
}

/// The folder of a released copy in a job's store.
pub const RELEASED: &str = "released/";

impl Released {
    /// Over a work store; the released copy is only read.
    pub fn new(work: FolderStore, folder: &Path) -> Self {
        Released {
            work: Some(work),
            copy: FolderStore::new(folder.to_path_buf()),
            writable: false,
        }
    }

    /// A released copy that is being written, and nothing besides.
    pub fn writable(copy: FolderStore) -> Self {
        Released {
            work: None,
            copy,
            writable: true,
        }
    }

    fn which<'a>(&self, path: &'a str) -> Result<(&FolderStore, &'a str)> {
        let refused = || Error::new(Code::BadRequest).in_member(path);
        match path.strip_prefix(RELEASED) {
            Some(path) => Ok((&self.copy, path)),
            None => Ok((self.work.as_ref().ok_or_else(refused)?, path)),
        }
    }

    fn which_to_write<'a>(&self, path: &'a str) -> Result<(&FolderStore, &'a str)> {
        if path.starts_with(RELEASED) && !self.writable {
            return Err(Error::new(Code::BadRequest).in_member(path));
        }
        self.which(path)
    }
}

impl Store for Released {
    fn create(&self, path: &str) -> Result<Box<dyn StoreWriter>> {
        let (store, path) = self.which_to_write(path)?;
        store.create(path)
    }
    fn open(&self, path: &str) -> Result<Box<dyn ReadSeek>> {
        let (store, path) = self.which(path)?;
        store.open(path)
    }
    fn size(&self, path: &str) -> Result<u64> {
        let (store, path) = self.which(path)?;
        store.size(path)
    }
    fn list(&self) -> Vec<String> {
        let copy = self.copy.list().into_iter();
        let mut paths: Vec<String> = copy.map(|path| format!("{RELEASED}{path}")).collect();
        paths.extend(self.work.iter().flat_map(Store::list));
        paths.sort();
        paths
    }
    fn remove(&self, path: &str) -> Result<()> {
        let (store, path) = self.which_to_write(path)?;
        store.remove(path)
    }
}

/// A hidden name in the same folder, so that the last rename stays on one file system.
fn hidden_beside(place: &Path) -> Result<PathBuf> {
    let name = place
        .file_name()
        .ok_or_else(|| Error::new(Code::BadRequest).in_file(&shown(place)))?;
    let name = format!(".{}.{}.partial", name.to_string_lossy(), std::process::id());
    Ok(place.with_file_name(name))
}

/// Something is there that must not be lost: a file, or a folder that is not empty.
fn occupied(place: &Path) -> bool {
    match fs::read_dir(place) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => fs::symlink_metadata(place).is_ok(),
    }
}

fn remove_all(path: &Path) {
    // Best effort: it is our own unfinished or replaced output.
    let is_folder = fs::symlink_metadata(path).is_ok_and(|data| data.is_dir());
    let _ = if is_folder {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
}

/// An output folder or file that appears at once when it is complete.
pub struct Output {
    place: PathBuf,
    hidden: PathBuf,
    force: bool,
}

impl Output {
    fn new(place: &Path, force: bool) -> Result<Self> {
        // `out/` and `out` mean the same; the last component must be a name.
        let place: PathBuf = place.components().collect();
        if !force && occupied(&place) {
            return Err(Error::new(Code::OutputExists).in_file(&shown(&place)));
        }
        let parent = match place.parent() {
            Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
            Some(parent) => parent,
            None => return Err(Error::new(Code::OutputExists).in_file(&shown(&place))),
        };
        if !at(parent, fs::metadata(parent))?.is_dir() {
            return Err(Error::new(Code::Io)
                .with("kind", "not a directory")
                .in_file(&shown(parent)));
        }
        let hidden = hidden_beside(&place)?;
        Ok(Output {
            place,
            hidden,
            force,
        })
    }

    /// An output folder.
    ///
    /// # Errors
    /// [`Code::OutputExists`], [`Code::Io`].
    pub fn folder(place: &Path, force: bool) -> Result<(Self, FolderStore)> {
        let output = Output::new(place, force)?;
        at(&output.hidden, fs::create_dir(&output.hidden))?;
        let store = FolderStore::new(output.hidden.clone());
        Ok((output, store))
    }

    /// An output folder that only its owner can read: it will hold plain text.
    ///
    /// # Errors
    /// [`Code::OutputExists`], [`Code::Io`].
    pub fn private_folder(place: &Path, force: bool) -> Result<(Self, FolderStore)> {
        let output = Output::new(place, force)?;
        at(&output.hidden, private_folder(&output.hidden))?;
        let store = FolderStore::new(output.hidden.clone());
        Ok((output, store))
    }

    /// An output file.
    ///
    /// # Errors
    /// [`Code::OutputExists`], [`Code::Io`].
    pub fn file(place: &Path, force: bool) -> Result<(Self, BufWriter<File>)> {
        let output = Output::new(place, force)?;
        let file = at(&output.hidden, File::create_new(&output.hidden))?;
        Ok((output, BufWriter::with_capacity(BUFFER, file)))
    }

    /// Puts the finished output in its place. What was there is removed only afterwards.
    ///
    /// # Errors
    /// [`Code::OutputExists`] when something appeared there meanwhile, [`Code::Io`].
    pub fn keep(self) -> Result<()> {
        if occupied(&self.place) {
            if !self.force {
                return Err(Error::new(Code::OutputExists).in_file(&shown(&self.place)));
            }
            let mut old = self.hidden.clone().into_os_string();
            old.push(".old");
            let old = PathBuf::from(old);
            at(&self.place, fs::rename(&self.place, &old))?;
            let moved = fs::rename(&self.hidden, &self.place);
            if moved.is_err() {
                // Put back what was there.
                let _ = fs::rename(&old, &self.place);
            }
            at(&self.place, moved)?;
            remove_all(&old);
            return Ok(());
        }
        at(&self.place, fs::rename(&self.hidden, &self.place))
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if fs::symlink_metadata(&self.hidden).is_ok() {
            remove_all(&self.hidden);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_appear_whole_or_not_at_all() -> Result<()> {
        let home = tempfile::tempdir()?;
        let place = home.path().join("out");
        let (output, store) = Output::folder(&place, false)?;
        let mut file = store.create("a/b.txt")?;
        file.write_all(b"x")?;
        file.finish()?;
        drop(store.create("a/unfinished.txt")?);
        assert_eq!(store.list(), ["a/b.txt"]);
        assert!(store.create("../c").is_err() && store.create("/c").is_err());
        drop(output);
        assert_eq!(fs::read_dir(home.path())?.count(), 0);

        fs::create_dir(&place)?;
        Output::folder(&place, false)?.0.keep()?;
        fs::write(place.join("mine"), "1")?;
        let refused = Output::folder(&place, false).err().map(|e| e.code());
        assert_eq!(refused, Some(Code::OutputExists));
        Output::folder(&place, true)?.0.keep()?;
        assert_eq!(fs::read_dir(&place)?.count(), 0);
        assert_eq!(fs::read_dir(home.path())?.count(), 1);
        Ok(())
    }
}
