//! Rows of one sheet, streamed (ECMA-376 part 1, 18.3.1), with what stands beside them: merged
//! cells, links, hidden rows and columns. Memory is bounded by one row ([`limits::BODY_BYTES`],
//! [`limits::WORKBOOK_COLUMNS`]). Rows without content are no records.

use super::{
    Shared,
    cell::{Form, number, place, range},
    xml::{Xml, attribute, is_set, push_reference, unescaped},
};
use crate::{
    error::{Code, Error, Result},
    import::table::rows::Row,
    limits,
};
use quick_xml::events::{BytesStart, Event};
use std::rc::Rc;

/// A link of a cell to a place outside or inside the workbook.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub row: u32,
    pub column: usize,
    /// Id of the relation that holds the address.
    pub relation: Option<String>,
    /// Place inside the workbook, or behind the address.
    pub location: Option<String>,
}

/// What a sheet holds beside its rows; whole when the rows are over.
#[derive(Debug, Default)]
pub(super) struct Aside {
    /// Column, first and last row of cells that are merged downwards, and the column's text.
    pub merged: Vec<(usize, u32, u32)>,
    pub links: Vec<Link>,
    pub hidden_rows: u64,
    pub hidden_columns: u64,
    /// Formulas whose value was never computed: they stand for it.
    pub uncomputed: u64,
}

/// The rows.
pub(super) struct Lines {
    xml: Xml,
    shared: Rc<Shared>,
    row: u32,
    pub aside: Aside,
    /// Addresses of `HYPERLINK` formulas in the row at hand.
    pub row_links: Vec<String>,
}

/// The cell at hand.
#[derive(Default)]
struct Cell {
    column: usize,
    form: Form,
    kind: Kind,
    value: String,
    formula: String,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Boolean,
    /// Errors and ISO dates.
    AsWritten,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Into {
    Nothing,
    Value,
    Formula,
}

impl Lines {
    pub fn new(xml: Xml, shared: Rc<Shared>) -> Self {
        Self {
            xml,
            shared,
            row: 0,
            aside: Aside::default(),
            row_links: Vec::new(),
        }
    }

    pub fn offset(&self) -> u64 {
        self.xml.offset()
    }

    /// The next row that holds anything; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Row>> {
        loop {
            let begins = match self.xml.next()? {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() != "row" => {
                    beside(&tag, &mut self.aside);
                    false
                }
                Event::Start(tag) => {
                    begin(&tag, &mut self.row, &mut self.aside);
                    true
                }
                Event::Empty(tag) => {
                    begin(&tag, &mut self.row, &mut self.aside);
                    false
                }
                Event::Eof => return Ok(None),
                _ => false,
            };
            if !begins {
                continue;
            }
            let row = self.cells(self.xml.start)?;
            if row.broken || row.fields.iter().any(|cell| !cell.trim().is_empty()) {
                return Ok(Some(row));
            }
        }
    }

    fn cells(&mut self, start: u64) -> Result<Row> {
        self.row_links.clear();
        let mut row = Row {
            start,
            number: self.row,
            ..Row::default()
        };
        let mut bytes = 0;
        let mut next_column = 0;
        let mut cell = Cell::default();
        let mut into = Into::Nothing;
        let mut phonetic = false;
        loop {
            let part = match self.xml.next()? {
                Event::Start(tag) => {
                    match tag.local_name().as_ref() {
                        "c" => cell = open(&tag, &mut next_column, &self.shared),
                        "v" | "t" if !phonetic => into = Into::Value,
                        "f" => into = Into::Formula,
                        "rPh" => phonetic = true,
                        _ => {}
                    }
                    continue;
                }
                Event::Empty(tag) => {
                    if tag.local_name().as_ref() == "c" {
                        open(&tag, &mut next_column, &self.shared);
                    }
                    continue;
                }
                Event::End(tag) => {
                    match tag.local_name().as_ref() {
                        "v" | "t" | "f" => into = Into::Nothing,
                        "rPh" => phonetic = false,
                        "c" => {
                            let cell = std::mem::take(&mut cell);
                            let column = cell.column;
                            let text = self.text(cell, &mut row.broken);
                            bytes += text.len() as u64;
                            if column >= limits::WORKBOOK_COLUMNS || bytes > limits::BODY_BYTES {
                                row.broken = true;
                            } else if !text.is_empty() {
                                put(&mut row.fields, column, text);
                            }
                        }
                        "row" => {
                            if row.broken {
                                row.fields.clear();
                            }
                            row.len = self.xml.offset().saturating_sub(start);
                            return Ok(row);
                        }
                        _ => {}
                    }
                    continue;
                }
                Event::Eof => return Err(Error::new(Code::Truncated)),
                part => part,
            };
            let target = match into {
                Into::Nothing => continue,
                Into::Value => &mut cell.value,
                Into::Formula => &mut cell.formula,
            };
            match part {
                Event::Text(text) => target.push_str(&text.xml10_content()),
                Event::CData(text) => target.push_str(&text),
                Event::GeneralRef(name) => push_reference(target, &name),
                _ => {}
            }
            if target.len() as u64 > limits::BODY_BYTES {
                target.clear();
                row.broken = true;
            }
        }
    }

    fn text(&mut self, cell: Cell, broken: &mut bool) -> String {
        let formula = cell.formula.trim();
        if cell.value.is_empty() && !formula.is_empty() {
            self.aside.uncomputed += 1;
            return format!("={formula}");
        }
        if let Some(address) = link_of(formula) {
            self.row_links.push(address);
        }
        match cell.kind {
            Kind::Number if cell.value.is_empty() => String::new(),
            Kind::Number => number(&cell.value, cell.form, self.shared.from_1904),
            Kind::Text => unescaped(cell.value),
            Kind::AsWritten => cell.value,
            Kind::Boolean => match cell.value.trim() {
                "1" | "true" => "TRUE".to_owned(),
                _ => "FALSE".to_owned(),
            },
            Kind::Shared => {
                let at = cell.value.trim().parse().ok();
                match at.and_then(|at| self.shared.strings.get(at)) {
                    Some(text) => text.to_owned(),
                    None => {
                        // a text that is not there must not look like an empty cell
                        *broken = true;
                        String::new()
                    }
                }
            }
        }
    }
}

fn put(fields: &mut Vec<String>, column: usize, text: String) {
    if fields.len() <= column {
        fields.resize(column + 1, String::new());
    }
    if let Some(field) = fields.get_mut(column) {
        *field = text;
    }
}

fn begin(tag: &BytesStart<'_>, row: &mut u32, aside: &mut Aside) {
    let given = attribute(tag, "r").and_then(|number| number.parse().ok());
    *row = given.unwrap_or(row.saturating_add(1));
    aside.hidden_rows += u64::from(is_set(tag, "hidden"));
}

fn beside(tag: &BytesStart<'_>, aside: &mut Aside) {
    match tag.local_name().as_ref() {
        "col" if is_set(tag, "hidden") => {
            let at = |name| attribute(tag, name).and_then(|value| value.parse::<u64>().ok());
            let (first, last) = (at("min").unwrap_or(1), at("max").unwrap_or(1));
            // to the edge of the sheet: what lies behind the table is no column of it
            if last < limits::WORKBOOK_COLUMNS as u64 {
                aside.hidden_columns += last.saturating_sub(first) + 1;
            }
        }
        "mergeCell" => {
            let given = attribute(tag, "ref");
            if let Some((first, last)) = given.as_deref().and_then(range)
                && last.1 > first.1
                && aside.merged.len() < limits::WORKBOOK_MERGED
            {
                aside.merged.push((first.0, first.1, last.1));
            }
        }
        "hyperlink" => {
            let given = attribute(tag, "ref");
            if let Some((first, _)) = given.as_deref().and_then(range)
                && aside.links.len() < limits::WORKBOOK_NOTES
            {
                aside.links.push(Link {
                    row: first.1,
                    column: first.0,
                    relation: attribute(tag, "id"),
                    location: attribute(tag, "location"),
                });
            }
        }
        _ => {}
    }
}

fn open(tag: &BytesStart<'_>, next_column: &mut usize, shared: &Shared) -> Cell {
    let mut cell = Cell {
        column: *next_column,
        ..Cell::default()
    };
    for one in tag.attributes().with_checks(false).flatten() {
        match one.key.local_name().as_ref() {
            "r" => cell.column = place(&one.value).map_or(cell.column, |(column, _)| column),
            "s" => {
                let style = one.value.parse().ok();
                let form = style.and_then(|at: usize| shared.forms.get(at));
                cell.form = form.copied().unwrap_or_default();
            }
            "t" => {
                cell.kind = match &*one.value {
                    "s" => Kind::Shared,
                    "str" | "inlineStr" => Kind::Text,
                    "b" => Kind::Boolean,
                    "e" | "d" => Kind::AsWritten,
                    _ => Kind::Number,
                }
            }
            _ => {}
        }
    }
    *next_column = cell.column.saturating_add(1);
    cell
}

/// The address of a `HYPERLINK` formula that gives it as a text.
fn link_of(formula: &str) -> Option<String> {
    let (name, rest) = formula.split_once('(')?;
    if !name.trim().eq_ignore_ascii_case("HYPERLINK") {
        return None;
    }
    let (address, _) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
    (!address.is_empty()).then(|| address.to_owned())
}
