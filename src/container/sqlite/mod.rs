//! Read-only SQLite 3 databases over any random-access reader
//! (<https://www.sqlite.org/fileformat2.html>): tables with and without rowid, overflow pages,
//! the three text encodings, reserved bytes, columns that `ALTER TABLE` added, and the
//! write-ahead log beside the file up to its last complete transaction.
//!
//! Every page is read on demand through a bounded cache. A damaged page is an error with its place;
//! the rows of all other pages are still given. No page of a table is visited twice, so damage
//! cannot make it go in circles. Free pages, indices, views and virtual tables are not read; SQL is
//! not spoken; a rollback journal is not applied. ADR 0010 says why this is our own code.

mod btree;
mod pager;
mod record;
mod schema;
mod wal;

pub use btree::Scan;
pub use record::{Row, Value};
pub use schema::{Column, Table};

use crate::{error::Result, store::ReadSeek};
use btree::Kind;
use pager::Pager;
use std::{collections::BTreeMap, rc::Rc};

/// The first bytes of every database.
pub const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Where a row or page lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// In the write-ahead log instead of the database file.
    pub in_log: bool,
    /// First byte in that file.
    pub start: u64,
    /// Bytes.
    pub len: u64,
}

/// An open database. Clones share file and cache.
#[derive(Clone)]
pub struct Database {
    pager: Rc<Pager>,
    tables: Rc<BTreeMap<String, Rc<Table>>>,
    damaged_schema: bool,
}

impl Database {
    /// Opens a database and its write-ahead log, if there is one. A log that does not belong to the
    /// database is left aside ([`Database::log`]).
    ///
    /// # Errors
    /// [`crate::error::Code::MalformedRecord`] when the file is no database,
    /// [`crate::error::Code::Truncated`] when not even its first page is there.
    pub fn open(file: Box<dyn ReadSeek>, log: Option<Box<dyn ReadSeek>>) -> Result<Self> {
        let pager = Rc::new(Pager::open(file, log)?);
        let mut tables = BTreeMap::new();
        let mut damaged_schema = false;
        let mut scan = Scan::new(Rc::clone(&pager), Rc::new(schema::own()), Kind::Table);
        let mut row = Row::default();
        while let Some(read) = scan.next(&mut row) {
            if read.is_err() {
                damaged_schema = true;
                continue;
            }
            if let Some(table) = schema::table(&row) {
                tables.insert(table.name.to_lowercase(), Rc::new(table));
            }
        }
        Ok(Self {
            pager,
            tables: Rc::new(tables),
            damaged_schema,
        })
    }

    /// A table by name, in any case.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<Rc<Table>> {
        self.tables.get(&name.to_lowercase()).cloned()
    }

    /// All tables, by name.
    pub fn tables(&self) -> impl Iterator<Item = &Rc<Table>> {
        self.tables.values()
    }

    /// True when a part of the list of tables could not be read.
    #[must_use]
    pub fn damaged_schema(&self) -> bool {
        self.damaged_schema
    }

    /// What was done with the write-ahead log.
    #[must_use]
    pub fn log(&self) -> Log {
        self.pager.log()
    }

    /// Bytes of database and used log.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.pager.size()
    }

    /// The rows of a table, in order of rowid or primary key.
    #[must_use]
    pub fn scan(&self, table: &Rc<Table>) -> Scan {
        let kind = if table.without_rowid {
            Kind::Index
        } else {
            Kind::Table
        };
        Scan::new(Rc::clone(&self.pager), Rc::clone(table), kind)
    }

    /// The row with a rowid, if it is there.
    ///
    /// # Errors
    /// When a page on the way to it is damaged.
    pub fn find(&self, table: &Rc<Table>, rowid: i64, row: &mut Row) -> Result<bool> {
        btree::find(&self.pager, table, rowid, row)
    }
}

/// The write-ahead log of a database.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// There is one and it belongs to the database.
    pub used: bool,
    /// Pages taken from it.
    pub pages: u64,
    /// It holds something that is neither a complete transaction nor left over from an earlier
    /// round: damaged, cut off, or of another database.
    pub damaged: bool,
}
