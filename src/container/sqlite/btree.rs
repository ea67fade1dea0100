//! Walking b-trees (file format §1.6): table trees hold rows by rowid, index trees hold the rows
//! of tables without one.

use super::{
    Row, Table,
    pager::{HEADER, Page, Pager},
    record::varint,
};
use crate::error::{Error, Result};
use std::{collections::HashSet, rc::Rc};

/// Deeper trees do not occur: 2^32 pages of the smallest size need no more.
const DEPTH: usize = 40;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Table,
    Index,
}

struct Level {
    page: Page,
    cells: usize,
    /// Where the list of cells starts.
    list: usize,
    leaf: bool,
    /// What comes next: on a leaf a cell; else child and cell in turn, the last child behind.
    next: usize,
}

impl Level {
    fn new(page: Page, kind: Kind) -> Result<Self> {
        let start = if page.number == 1 { HEADER } else { 0 };
        let bytes = page.bytes();
        let (leaf, fits) = match bytes.get(start) {
            Some(0x0d) => (true, kind == Kind::Table),
            Some(0x05) => (false, kind == Kind::Table),
            Some(0x0a) => (true, kind == Kind::Index),
            Some(0x02) => (false, kind == Kind::Index),
            _ => (true, false),
        };
        let list = start + if leaf { 8 } else { 12 };
        let cells = two(bytes, start + 3);
        match cells {
            Some(cells) if fits && list + 2 * cells <= page.size() => Ok(Self {
                cells,
                list,
                leaf,
                next: 0,
                page,
            }),
            _ => Err(page.damaged()),
        }
    }

    fn cell(&self, n: usize) -> Option<usize> {
        two(self.page.bytes(), self.list + 2 * n)
    }

    fn child(&self, n: usize) -> Option<u32> {
        let at = if n == self.cells {
            self.list - 4
        } else {
            self.cell(n)?
        };
        let four = self.page.bytes().get(at..at + 4)?;
        Some(u32::from_be_bytes(four.try_into().ok()?))
    }

    /// The greatest rowid below child `n`.
    fn key(&self, n: usize) -> Option<i64> {
        let at = self.cell(n)?;
        let at = if self.leaf {
            let cell = self.page.bytes().get(at..)?;
            let (_, rest) = varint(cell)?;
            return Some(varint(rest)?.0 as i64);
        } else {
            at + 4
        };
        Some(varint(self.page.bytes().get(at..)?)?.0 as i64)
    }
}

fn two(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(usize::from(u16::from_be_bytes(two)))
}

/// A walk over the rows of one table.
pub struct Scan {
    pager: Rc<Pager>,
    table: Rc<Table>,
    kind: Kind,
    root: Option<u32>,
    levels: Vec<Level>,
    visited: HashSet<u32>,
    spare: u64,
}

impl Scan {
    pub(super) fn new(pager: Rc<Pager>, table: Rc<Table>, kind: Kind) -> Self {
        Self {
            root: Some(table.root),
            table,
            kind,
            levels: Vec::new(),
            visited: HashSet::new(),
            spare: pager.size() * 2,
            pager,
        }
    }

    /// Pages looked at so far, in bytes.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.visited.len() as u64 * self.pager.usable() as u64
    }

    fn descend(&mut self, page: u32) -> Result<()> {
        let page = self.pager.page(page)?;
        if self.levels.len() >= DEPTH || !self.visited.insert(page.number) {
            return Err(page.damaged());
        }
        self.levels.push(Level::new(page, self.kind)?);
        Ok(())
    }

    /// Reads the next row into `row`. `None` after the last. An error is one damaged page or row;
    /// the walk goes on behind it.
    pub fn next(&mut self, row: &mut Row) -> Option<Result<()>> {
        if let Some(root) = self.root.take()
            && let Err(error) = self.descend(root)
        {
            return Some(Err(error));
        }
        loop {
            let level = self.levels.last_mut()?;
            let step = level.next;
            level.next += 1;
            let (cell, child) = match (level.leaf, self.kind) {
                (true, _) => (Some(step).filter(|n| *n < level.cells), None),
                (false, Kind::Table) => (None, Some(step)),
                (false, Kind::Index) if step % 2 == 0 => (None, Some(step / 2)),
                (false, Kind::Index) => (Some(step / 2).filter(|n| *n < level.cells), None),
            };
            match (cell, child) {
                (Some(n), _) => {
                    let page = level.page.clone();
                    let Some(at) = level.cell(n) else {
                        return Some(Err(page.damaged()));
                    };
                    let at = if level.leaf { at } else { at + 4 };
                    let index = self.kind == Kind::Index;
                    let spare = &mut self.spare;
                    return Some(row.load(&self.pager, &self.table, &page, at, index, spare));
                }
                (None, Some(n)) if n <= level.cells => {
                    let Some(child) = level.child(n) else {
                        return Some(Err(level.page.damaged()));
                    };
                    if let Err(error) = self.descend(child) {
                        return Some(Err(error));
                    }
                }
                _ => {
                    self.levels.pop();
                }
            }
        }
    }
}

/// The row with a rowid.
pub(super) fn find(
    pager: &Rc<Pager>,
    table: &Rc<Table>,
    rowid: i64,
    row: &mut Row,
) -> Result<bool> {
    let mut number = table.root;
    for _ in 0..DEPTH {
        let level = Level::new(pager.page(number)?, Kind::Table)?;
        let (mut low, mut high) = (0, level.cells);
        while low < high {
            let middle = (low + high) / 2;
            let key = level.key(middle).ok_or_else(|| level.page.damaged())?;
            if key < rowid {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if level.leaf {
            let found = low < level.cells && level.key(low) == Some(rowid);
            let Some(at) = level.cell(low).filter(|_| found) else {
                return Ok(false);
            };
            row.load(pager, table, &level.page, at, false, &mut pager.size())?;
            return Ok(true);
        }
        number = level.child(low).ok_or_else(|| level.page.damaged())?;
    }
    Err(Error::new(crate::error::Code::MalformedRecord).with("page", number))
}
