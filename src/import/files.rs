//! The reading of a source that is made of JSON files, pages and tables: one file after the other, record
//! by record. What the records mean is the [`Format`]'s.

use super::{
    Batch, ImportJob, Input,
    html::{Element, Pages, Pick, Piece},
    json::{self, Event, Segment, Step, Walker},
    table::rows::{Row, Rows},
};
use crate::{
    container::Container,
    error::{Code, Error, Result},
    job::Budget,
    limits,
    model::{Locator, RepairKind, Warning},
};
use serde::de::DeserializeOwned;
use std::{
    io::{Cursor, Read},
    rc::Rc,
};

/// How a file is cut into records.
pub(super) enum Way {
    /// At these paths.
    Json(&'static [&'static [Step]]),
    /// The same behind an assignment, as in `window.YTD.tweets.part0 = [`.
    Script(&'static [&'static [Step]]),
    /// By row, with this delimiter.
    Table(u8),
    /// By element.
    Html(Box<dyn Fn(&Element) -> Pick>),
}

/// A file of the source.
#[derive(Clone, Debug)]
pub(super) struct File {
    /// Position in the container.
    pub member: u32,
    /// Path within the export; the file's name where it is the whole source.
    pub path: String,
    /// Its beginning.
    pub head: String,
}

/// What became of a value or element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Counted by the format, or no record.
    Done,
    /// Unreadable: counted here, and searched for a record inside it.
    Unreadable,
}

/// Begins the record at `place` and reads its value; what is mended in it is counted.
///
/// # Errors
/// What became of the bytes where they give no value.
pub(super) fn record<T: DeserializeOwned>(
    place: Locator,
    bytes: &[u8],
    batch: &mut Batch,
) -> std::result::Result<T, Fate> {
    if !batch.begin(place) {
        return Err(Fate::Done);
    }
    let Ok((value, mended)) = json::record(bytes) else {
        return Err(Fate::Unreadable);
    };
    batch.mended(&mended, place);
    Ok(value)
}

/// One format.
pub(super) trait Format {
    /// Begins a file.
    fn open(&mut self, file: &File, batch: &mut Batch) -> Way;
    /// One value of a JSON file.
    fn value(
        &mut self,
        _file: &File,
        _path: &[Segment],
        _place: Locator,
        _bytes: &[u8],
        _batch: &mut Batch,
    ) -> Result<Fate> {
        Ok(Fate::Done)
    }
    /// A container of a JSON file has ended.
    fn leave(&mut self, _path: &[Segment], _batch: &mut Batch) {}
    /// One record of a page.
    fn element(
        &mut self,
        _file: &File,
        _element: Element,
        _place: Locator,
        _batch: &mut Batch,
    ) -> Result<()> {
        Ok(())
    }
    /// One row of a table.
    fn row(&mut self, _file: &File, _row: Row, _place: Locator, _batch: &mut Batch) -> Result<()> {
        Ok(())
    }
    /// Something beside the records of a page.
    fn part(&mut self, _file: &File, _element: &Element, _batch: &mut Batch) {}
    /// What is left of a page.
    fn rest(
        &mut self,
        _file: &File,
        _rest: &Element,
        _place: Locator,
        _batch: &mut Batch,
    ) -> Result<()> {
        Ok(())
    }
    /// A file has ended.
    fn close(&mut self, _file: &File, _batch: &mut Batch) {}
    /// The source has ended.
    fn finish(&mut self, batch: &mut Batch);
}

/// The job.
pub(super) struct Files<F> {
    container: Rc<Container>,
    members: Vec<u32>,
    name: String,
    next: usize,
    open: Option<(File, Text)>,
    bytes_before: u64,
    format: F,
}

enum Text {
    Json(Walker),
    Html(Pages),
    Table(Rows),
}

impl<F: Format> Files<F> {
    pub fn new(input: Input, format: F) -> Self {
        Self {
            container: input.container,
            members: input.members,
            name: input.name,
            next: 0,
            open: None,
            bytes_before: 0,
            format,
        }
    }

    fn open_next(&mut self, batch: &mut Batch) -> Result<bool> {
        let Some(member) = self.members.get(self.next).copied() else {
            return Ok(false);
        };
        self.next += 1;
        let opened = self
            .container
            .head(member, limits::PROBE_BYTES)
            .and_then(|head| Ok((head, self.container.open_text(member)?)));
        let (head, mut text) = match opened {
            Ok((head, text)) => (head, text),
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                let place = Locator {
                    member,
                    start: 0,
                    len: 0,
                };
                batch.reject(error.code(), place);
                batch.source.accounting.partial = true;
                return Ok(true);
            }
        };
        let listed = self.container.members().get(member as usize);
        let path = listed.map_or("", |listed| listed.tree_path());
        let file = File {
            member,
            path: if path.is_empty() { &self.name } else { path }.to_owned(),
            head: String::from_utf8_lossy(&head).into_owned(),
        };
        let text = match self.format.open(&file, batch) {
            Way::Json(paths) => Text::Json(Walker::new(Box::new(text), paths)),
            Way::Script(paths) => {
                // the assignment becomes blanks, so that places stay those of the file
                let mut start = Vec::new();
                text.by_ref()
                    .take(limits::PROBE_BYTES as u64)
                    .read_to_end(&mut start)?;
                let value = start.iter().position(|byte| matches!(byte, b'[' | b'{'));
                let assigned = memchr::memchr(b'=', &start);
                if let Some(end) = assigned.filter(|end| value.is_none_or(|value| *end < value)) {
                    start.iter_mut().take(end + 1).for_each(|byte| *byte = b' ');
                }
                Text::Json(Walker::new(Box::new(Cursor::new(start).chain(text)), paths))
            }
            Way::Table(delimiter) => Text::Table(Rows::new(Box::new(text), delimiter)),
            Way::Html(pick) => Text::Html(Pages::new(Box::new(text), pick)),
        };
        self.open = Some((file, text));
        Ok(true)
    }
}

impl<F: Format> ImportJob for Files<F> {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            if budget.spent() {
                return Ok(false);
            }
            let Some((file, text)) = &mut self.open else {
                if !self.open_next(batch)? {
                    self.format.finish(batch);
                    return Ok(true);
                }
                continue;
            };
            let more = match text {
                Text::Json(walker) => json(walker, file, &mut self.format, batch)?,
                Text::Html(pages) => html(pages, file, &mut self.format, batch)?,
                Text::Table(rows) => table(rows, file, &mut self.format, batch)?,
            };
            if !more && let Some((file, text)) = self.open.take() {
                self.bytes_before += text.offset();
                self.format.close(&file, batch);
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        self.bytes_before + self.open.as_ref().map_or(0, |(_, text)| text.offset())
    }
}

impl Text {
    fn offset(&self) -> u64 {
        match self {
            Text::Json(walker) => walker.offset(),
            Text::Html(pages) => pages.offset(),
            Text::Table(rows) => rows.offset(),
        }
    }
}

fn json(
    walker: &mut Walker,
    file: &File,
    format: &mut impl Format,
    batch: &mut Batch,
) -> Result<bool> {
    let event = match walker.next() {
        Err(error) => {
            damaged(error, file, walker.offset(), batch)?;
            return Ok(false);
        }
        Ok(event) => event,
    };
    let fate = match event {
        Event::Value { path, start, bytes } => {
            let place = Locator {
                member: file.member,
                start,
                len: bytes.len() as u64,
            };
            let fate = format.value(file, path, place, bytes, batch)?;
            if fate == Fate::Unreadable {
                batch.reject(Code::MalformedRecord, place);
            }
            fate
        }
        Event::Leave { path } => {
            format.leave(path, batch);
            Fate::Done
        }
        Event::Broken { code, start, len } => {
            let place = Locator {
                member: file.member,
                start,
                len,
            };
            batch.reject(code, place);
            if code == Code::Truncated {
                ends_suddenly(file, batch);
            }
            Fate::Done
        }
        Event::End => return Ok(false),
    };
    if fate == Fate::Unreadable {
        walker.look_inside();
    }
    Ok(true)
}

fn html(
    pages: &mut Pages,
    file: &File,
    format: &mut impl Format,
    batch: &mut Batch,
) -> Result<bool> {
    let place = |start, len| Locator {
        member: file.member,
        start,
        len,
    };
    let piece = match pages.next() {
        Err(error) => {
            damaged(error, file, pages.offset(), batch)?;
            return Ok(false);
        }
        Ok(piece) => piece,
    };
    match piece {
        Piece::More => {}
        Piece::Record {
            element,
            start,
            len,
        } => {
            for _ in 0..std::mem::take(&mut pages.bad_bytes) {
                let repairs = &mut batch.source.accounting;
                repairs.repair(RepairKind::BadBytes, place(start, len));
            }
            format.element(file, element, place(start, len), batch)?;
        }
        Piece::Part(element) => format.part(file, &element, batch),
        Piece::Broken { code, start, len } => {
            batch.reject(code, place(start, len));
            if code == Code::Truncated {
                ends_suddenly(file, batch);
            }
        }
        Piece::End { rest, cut } => {
            if cut {
                batch.reject(Code::Truncated, place(pages.offset(), 0));
                ends_suddenly(file, batch);
            }
            format.rest(file, &rest, place(0, pages.offset()), batch)?;
            return Ok(false);
        }
    }
    Ok(true)
}

fn table(
    rows: &mut Rows,
    file: &File,
    format: &mut impl Format,
    batch: &mut Batch,
) -> Result<bool> {
    let row = match rows.next() {
        Err(error) => {
            damaged(error, file, rows.offset(), batch)?;
            return Ok(false);
        }
        Ok(Some(row)) => row,
        Ok(None) => return Ok(false),
    };
    let place = Locator {
        member: file.member,
        start: row.start,
        len: row.len,
    };
    format.row(file, row, place, batch)?;
    Ok(true)
}

/// The archive cannot be read from here on.
fn damaged(error: Error, file: &File, start: u64, batch: &mut Batch) -> Result<()> {
    if error.code() == Code::Io {
        return Err(error);
    }
    let place = Locator {
        member: file.member,
        start,
        len: 0,
    };
    batch.reject(error.code(), place);
    ends_suddenly(file, batch);
    Ok(())
}

fn ends_suddenly(file: &File, batch: &mut Batch) {
    batch.source.accounting.partial = true;
    let args = [("member", file.path.clone())];
    let warning = Warning::new("ends-suddenly", &args);
    if !batch.source.warnings.contains(&warning) {
        batch.source.warnings.push(warning);
    }
}
