//! What importers of databases share: opening one with its log, walking its tables with every
//! damaged place counted, and finding the files that its rows name.

use super::Batch;
use crate::{
    container::{
        Container,
        magic::SNIFF_BYTES,
        sniff_media,
        sqlite::{Database, Place, Row, Scan, Table},
    },
    error::{Error, Result},
    model::{Attachment, Content, Locator, Presence, RepairKind, Warning},
    store::ReadSeek,
};
use std::rc::Rc;

/// A database and the members of the source that it and its log are.
pub struct Opened {
    /// The database.
    pub database: Database,
    member: u32,
    log: Option<u32>,
}

impl Opened {
    /// Opens a member and the log beside it.
    ///
    /// # Errors
    /// When it is no database or cannot be read.
    pub fn member(container: &Container, member: u32) -> Result<Self> {
        let path = container
            .members()
            .get(member as usize)
            .map(|member| member.path.clone())
            .unwrap_or_default();
        let log = container.exact(&format!("{path}-wal"));
        let log_file = log.and_then(|log| container.open_seek(log).ok());
        Self::readers(container.open_seek(member)?, member, log_file.zip(log))
    }

    /// Opens readers that stand for members.
    ///
    /// # Errors
    /// As [`Opened::member`].
    pub fn readers(
        file: Box<dyn ReadSeek>,
        member: u32,
        log: Option<(Box<dyn ReadSeek>, u32)>,
    ) -> Result<Self> {
        let (log_file, log) = log.unzip();
        Ok(Self {
            database: Database::open(file, log_file)?,
            member,
            log,
        })
    }

    /// The place of a row or page in the source.
    pub fn locator(&self, place: Place) -> Locator {
        let log = self.log.filter(|_| place.in_log);
        Locator {
            member: log.unwrap_or(self.member),
            start: place.start,
            len: place.len,
        }
    }

    /// Says what the log and the list of tables were like.
    pub fn warn(&self, batch: &mut Batch) {
        let log = self.database.log();
        let warnings = &mut batch.source.warnings;
        if log.used && log.pages > 0 {
            let pages = [("count", log.pages.to_string())];
            warnings.push(Warning::new("database-log-used", &pages));
        }
        if log.damaged {
            warnings.push(Warning::new("database-log-damaged", &[]));
            batch.source.accounting.partial = true;
        }
        if self.database.damaged_schema() {
            batch
                .source
                .warnings
                .push(Warning::new("database-damaged", &[]));
            batch.source.accounting.partial = true;
        }
    }
}

/// A walk over one table that counts what is damaged.
pub struct Walk {
    /// The table.
    pub table: Rc<Table>,
    scan: Scan,
    /// The row at hand.
    pub row: Row,
}

impl Walk {
    /// Begins a table; `None` where the database has no such table.
    pub fn table(opened: &Opened, name: &str) -> Option<Self> {
        let table = opened.database.table(name)?;
        Some(Self {
            scan: opened.database.scan(&table),
            table,
            row: Row::default(),
        })
    }

    /// Goes to the next row that can be read; false behind the last. Damaged places on the way
    /// are counted as errors.
    pub fn next(&mut self, opened: &Opened, batch: &mut Batch) -> bool {
        while let Some(read) = self.scan.next(&mut self.row) {
            let Err(error) = read else {
                return true;
            };
            reject(&error, opened, batch);
        }
        false
    }

    /// Bytes of pages looked at.
    pub fn bytes_read(&self) -> u64 {
        self.scan.bytes_read()
    }

    /// A column of the table.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.table.column(name)
    }
}

/// Counts a damaged place.
pub fn reject(error: &Error, opened: &Opened, batch: &mut Batch) {
    let place = Locator {
        member: opened.member,
        start: error.location().byte.unwrap_or_default(),
        len: 0,
    };
    if batch.begin(place) {
        batch.reject(error.code(), place);
    }
    batch.source.accounting.partial = true;
}

/// All rows of a small table.
pub fn rows(
    opened: &Opened,
    name: &str,
    columns: &[&str],
    batch: &mut Batch,
    mut each: impl FnMut(&Row, &[Option<usize>], &mut Batch),
) {
    let Some(mut walk) = Walk::table(opened, name) else {
        return;
    };
    let columns: Vec<Option<usize>> = columns.iter().map(|name| walk.column(name)).collect();
    while walk.next(opened, batch) {
        each(&walk.row, &columns, batch);
    }
}

/// Counts what had to be mended in a text that the database gave: sequences that are no text
/// stand as U+FFFD, which people do not write.
pub fn note_damage(text: &str, place: Locator, batch: &mut Batch) {
    if text.contains('\u{fffd}') {
        batch.source.accounting.repair(RepairKind::BadBytes, place);
    }
}

/// Where the files are that rows name.
pub trait Shelf {
    /// The file of a path, as the row has it.
    fn find(&self, path: &str) -> Option<Shelved>;
}

/// A file that was found.
pub struct Shelved {
    /// Where its bytes are.
    pub content: Content,
    /// Bytes, where known.
    pub size: Option<u64>,
    /// Media type by content.
    pub sniffed: Option<&'static str>,
}

/// Files beside a loose database: found by the end of their path.
pub struct Beside {
    /// The source.
    pub container: Rc<Container>,
    /// The database.
    pub member: u32,
    /// The folder from which on paths count.
    pub from: &'static str,
}

impl Shelf for Beside {
    fn find(&self, path: &str) -> Option<Shelved> {
        let tail = path
            .find(self.from)
            .and_then(|at| path.get(at..))
            .unwrap_or(path);
        let index = self.container.named(tail, self.member)?;
        shelved(&self.container, index)
    }
}

/// A member as a file.
pub fn shelved(container: &Container, index: u32) -> Option<Shelved> {
    let member = container.members().get(index as usize)?;
    if member.fault.is_some() {
        return None;
    }
    let head = container.head(index, SNIFF_BYTES).ok()?;
    Some(Shelved {
        content: Content::Member(index),
        size: Some(member.size),
        sniffed: sniff_media(&head),
    })
}

/// An attachment that a row names.
pub fn attachment(
    name: Option<String>,
    declared: Option<String>,
    size: Option<u64>,
    found: Option<Shelved>,
) -> Attachment {
    let presence = match found {
        Some(_) => Presence::Present,
        None => Presence::Missing,
    };
    let (content, known, sniffed) = found.map_or((Content::Absent, None, None), |found| {
        (found.content, found.size, found.sniffed)
    });
    Attachment {
        name,
        declared,
        sniffed,
        size: known.or(size),
        presence,
        content,
        embedded: false,
    }
}

/// The last part of a path.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The names of a database's tables; none where it cannot be opened.
pub fn tables(container: &Container, member: u32) -> Vec<String> {
    let opened = Opened::member(container, member);
    opened.map_or_else(
        |_| Vec::new(),
        |opened| {
            let tables = opened.database.tables();
            tables.map(|table| table.name.clone()).collect()
        },
    )
}
