//! Spreadsheet workbooks (`.xlsx`, `.xlsm`): ECMA-376 part 1 (SpreadsheetML, transitional and
//! strict) inside a ZIP package (part 2). Sheets are streamed, shared texts held in memory
//! ([`limits::WORKBOOK_TEXT_BYTES`]).
//!
//! Values are those that the workbook holds: a formula's is the one that was computed last. Reads
//! notes and comments, links, merged and hidden cells; not pictures, charts, text boxes, embedded
//! files, pivot tables and the binary form (`.xlsb`).

mod cell;
mod notes;
mod sheet;
mod strings;
mod xml;

use super::rows::Row;
use crate::{
    container::Container,
    error::{Code, Error, Result},
    limits,
};
use cell::Form;
use notes::Notes;
use quick_xml::events::Event;
use sheet::Lines;
use std::{collections::BTreeMap, rc::Rc};
use strings::{Loading, Strings};
use xml::{Xml, attribute, is_set};

/// What all sheets use.
#[derive(Debug, Default)]
pub(super) struct Shared {
    strings: Strings,
    forms: Vec<Form>,
    from_1904: bool,
}

/// One sheet.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub name: String,
    /// Its path inside the package.
    pub path: String,
    pub hidden: bool,
    part: u32,
}

/// An opened workbook.
pub(super) struct Workbook {
    parts: Container,
    pub sheets: Vec<Sheet>,
    shared: Rc<Shared>,
    people: BTreeMap<String, String>,
    /// A part could not be read to its end.
    pub damaged: bool,
    /// Pictures, charts, drawings and embedded files: not read.
    pub unread_parts: u64,
    /// Sheets beyond the limit.
    pub unread_sheets: u64,
}

/// A workbook whose shared texts are being read.
pub(super) struct Opening {
    book: Workbook,
    strings: Option<Loading>,
    forms: Vec<Form>,
    from_1904: bool,
}

struct Relation {
    id: String,
    kind: String,
    target: String,
    external: bool,
}

impl Opening {
    /// Reads the lists of a workbook.
    pub fn new(container: &Container, member: u32) -> Result<Self> {
        let parts = container.inside(member)?;
        let mut book = Workbook {
            damaged: parts.recovered(),
            parts,
            sheets: Vec::new(),
            shared: Rc::default(),
            people: BTreeMap::new(),
            unread_parts: 0,
            unread_sheets: 0,
        };
        let from_root = book.relations("");
        let main = from_root
            .iter()
            .find(|relation| relation.kind == "officeDocument")
            .map_or("xl/workbook.xml", |relation| relation.target.as_str());
        if main.ends_with(".bin")
            || (book.part(main).is_none() && book.part("xl/workbook.bin").is_some())
        {
            return Err(Error::new(Code::UnsupportedFormat));
        }
        let relations = book.relations(main);
        let target = |kind: &str| {
            let mut of_kind = relations.iter().filter(|relation| relation.kind == kind);
            of_kind.next().map(|relation| relation.target.as_str())
        };
        let from_1904 = book.list_sheets(main, &relations);
        let styles = target("styles").and_then(|path| book.part(path));
        let forms = match styles.map(|part| book.xml(part).and_then(forms)) {
            Some(read) => readable(read)?,
            None => Some(Vec::new()),
        };
        book.damaged |= forms.is_none();
        let people = target("person").and_then(|path| book.part(path));
        if let Some(xml) = people.map(|part| book.xml(part)) {
            match readable(xml)? {
                Some(xml) => book.people = notes::people(xml),
                None => book.damaged = true,
            }
        }
        book.unread_parts = book.count_unread();
        let strings = target("sharedStrings").and_then(|path| book.part(path));
        let strings = match strings.map(|part| book.xml(part)) {
            Some(xml) => {
                let xml = readable(xml)?;
                book.damaged |= xml.is_none();
                xml.map(Loading::new)
            }
            None => None,
        };
        Ok(Self {
            strings,
            book,
            forms: forms.unwrap_or_default(),
            from_1904,
        })
    }

    pub fn offset(&self) -> u64 {
        self.strings.as_ref().map_or(0, Loading::offset)
    }

    /// Works; true when all shared texts are read. Damage ends the reading: cells that name a text
    /// behind it are errors of their rows.
    pub fn work(&mut self) -> Result<bool> {
        match self.strings.as_mut().map(Loading::work) {
            None => Ok(true),
            Some(Err(error)) if error.code() == Code::Io => Err(error),
            Some(Err(_)) => {
                self.book.damaged = true;
                Ok(true)
            }
            Some(done) => done,
        }
    }

    pub fn done(self) -> Workbook {
        Workbook {
            shared: Rc::new(Shared {
                strings: self.strings.map(Loading::done).unwrap_or_default(),
                forms: self.forms,
                from_1904: self.from_1904,
            }),
            ..self.book
        }
    }
}

impl Workbook {
    /// A part by its path, which some programs write in other letters than they store.
    fn part(&self, path: &str) -> Option<u32> {
        self.parts.exact(path).or_else(|| {
            let members = self.parts.members().iter();
            let at = members
                .enumerate()
                .find(|(_, member)| member.path.eq_ignore_ascii_case(path))?;
            Some(at.0 as u32)
        })
    }

    fn xml(&self, part: u32) -> Result<Xml> {
        Ok(Xml::new(Box::new(self.parts.open_text(part)?)))
    }

    /// What a part refers to; none where the list is missing or damaged.
    fn relations(&self, of: &str) -> Vec<Relation> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let path = match folder {
            "" => format!("_rels/{name}.rels"),
            folder => format!("{folder}/_rels/{name}.rels"),
        };
        let mut found = Vec::new();
        let Some(Ok(mut xml)) = self.part(&path).map(|part| self.xml(part)) else {
            return found;
        };
        while let Ok(event) = xml.next() {
            match event {
                Event::Start(tag) | Event::Empty(tag)
                    if tag.local_name().as_ref() == "Relationship" =>
                {
                    let text = |name| attribute(&tag, name).unwrap_or_default();
                    let kind = text("Type");
                    let external = text("TargetMode").eq_ignore_ascii_case("external");
                    let target = text("Target");
                    found.push(Relation {
                        id: text("Id"),
                        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                        target: if external {
                            target
                        } else {
                            resolved(folder, &target)
                        },
                        external,
                    });
                    if found.len() > limits::WORKBOOK_NOTES {
                        break;
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        found
    }

    /// Lists the sheets; whether days count from 1904. Without a readable list all parts that are
    /// sheets are taken, by file name.
    fn list_sheets(&mut self, main: &str, relations: &[Relation]) -> bool {
        let mut from_1904 = false;
        if let Some(Ok(mut xml)) = self.part(main).map(|part| self.xml(part)) {
            loop {
                match xml.next() {
                    Ok(Event::Start(tag) | Event::Empty(tag)) => match tag.local_name().as_ref() {
                        "workbookPr" => from_1904 = is_set(&tag, "date1904"),
                        "sheet" => {
                            let id = attribute(&tag, "id").unwrap_or_default();
                            let relation = relations.iter().find(|one| one.id == id);
                            let target = relation.filter(|one| one.kind == "worksheet");
                            let part = target.and_then(|one| self.part(&one.target));
                            let state = attribute(&tag, "state").unwrap_or_default();
                            if let (Some(part), Some(one)) = (part, target) {
                                self.sheets.push(Sheet {
                                    name: attribute(&tag, "name").unwrap_or_default(),
                                    path: one.target.clone(),
                                    hidden: state.to_lowercase().contains("hidden"),
                                    part,
                                });
                            }
                        }
                        _ => {}
                    },
                    Ok(Event::Eof) => break,
                    Ok(_) => {}
                    Err(_) => {
                        self.damaged = true;
                        break;
                    }
                }
            }
        }
        if self.sheets.is_empty() {
            let paths = self.parts.members().iter().map(|member| &member.path);
            for (part, path) in paths.enumerate() {
                let Some(name) = path.strip_prefix("xl/worksheets/") else {
                    continue;
                };
                if let Some(name) = name.strip_suffix(".xml")
                    && !name.contains('/')
                {
                    self.sheets.push(Sheet {
                        name: name.to_owned(),
                        path: path.clone(),
                        hidden: false,
                        part: part as u32,
                    });
                }
            }
            self.damaged |= !self.sheets.is_empty();
        }
        let beyond = self.sheets.len().saturating_sub(limits::WORKBOOK_SHEETS);
        self.unread_sheets = beyond as u64;
        self.sheets.truncate(limits::WORKBOOK_SHEETS);
        from_1904
    }

    fn count_unread(&self) -> u64 {
        let folders = [
            "xl/media/",
            "xl/embeddings/",
            "xl/charts/chart",
            "xl/drawings/drawing",
            "xl/chartsheets/sheet",
        ];
        let members = self.parts.members().iter();
        let unread = |path: &str| folders.iter().any(|folder| path.starts_with(folder));
        members.filter(|member| unread(&member.path)).count() as u64
    }

    /// The rows of a sheet.
    pub fn open(&self, sheet: &Sheet) -> Result<SheetRows> {
        let xml = self.xml(sheet.part)?;
        Ok(SheetRows(Lines::new(xml, Rc::clone(&self.shared))))
    }

    /// Notes, links and merged cells of a sheet whose rows were read once.
    pub fn beside(&self, sheet: &Sheet, rows: SheetRows) -> Result<Beside> {
        let aside = rows.0.aside;
        let relations = self.relations(&sheet.path);
        let mut notes = Notes::default();
        let mut damaged = false;
        for relation in relations.iter().filter(|relation| !relation.external) {
            let Some(part) = self.part(&relation.target) else {
                continue;
            };
            let read = match relation.kind.as_str() {
                "comments" => self.xml(part).and_then(|xml| notes.read_comments(xml)),
                "threadedComment" => self
                    .xml(part)
                    .and_then(|xml| notes.read_threads(xml, &self.people)),
                _ => Ok(()),
            };
            damaged |= readable(read)?.is_none();
        }
        let mut links: BTreeMap<u32, Vec<(usize, String)>> = BTreeMap::new();
        for link in aside.links {
            let relation = link
                .relation
                .and_then(|id| relations.iter().find(|relation| relation.id == id));
            let address = match (relation, link.location) {
                (Some(relation), Some(location)) => format!("{}#{location}", relation.target),
                (Some(relation), None) => relation.target.clone(),
                (None, Some(location)) => location,
                (None, None) => continue,
            };
            links
                .entry(link.row)
                .or_default()
                .push((link.column, address));
        }
        let mut merged = aside.merged;
        merged.sort_unstable_by_key(|(column, first, last)| (*first, *column, *last));
        Ok(Beside {
            damaged: damaged || notes.cut,
            notes,
            links,
            merged,
            next_merged: 0,
            open: Vec::new(),
            hidden_rows: aside.hidden_rows,
            hidden_columns: aside.hidden_columns,
            uncomputed: aside.uncomputed,
        })
    }
}

/// `None` for damage; an error only where the file cannot be read any more.
fn readable<T>(read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error) if error.code() == Code::Io => Err(error),
        Err(_) => Ok(None),
    }
}

/// A target below the folder of the part that names it.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.join("/")
}

/// What the styles make of numbers, by style.
fn forms(mut xml: Xml) -> Result<Vec<Form>> {
    let mut own: BTreeMap<u32, Form> = BTreeMap::new();
    let mut forms = Vec::new();
    let mut inside = false;
    loop {
        match xml.next()? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&tag, "numFmtId").and_then(|id| id.parse().ok());
                    let code = attribute(&tag, "formatCode");
                    if let (Some(id), Some(code)) = (id, code)
                        && own.len() < limits::WORKBOOK_STYLES
                    {
                        own.insert(id, cell::custom(&code));
                    }
                }
                "cellXfs" => inside = true,
                "xf" if inside && forms.len() < limits::WORKBOOK_STYLES => {
                    let id = attribute(&tag, "numFmtId").and_then(|id| id.parse().ok());
                    let id = id.unwrap_or(0);
                    let form = own.get(&id).copied();
                    forms.push(form.unwrap_or_else(|| cell::built_in(id)));
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => inside = false,
            Event::Eof => return Ok(forms),
            _ => {}
        }
    }
}

/// The rows of one sheet.
pub(super) struct SheetRows(Lines);

impl SheetRows {
    pub fn offset(&self) -> u64 {
        self.0.offset()
    }

    pub fn next(&mut self) -> Result<Option<Row>> {
        self.0.next()
    }

    /// Addresses that formulas of the row at hand link to.
    pub fn row_links(&self) -> &[String] {
        &self.0.row_links
    }
}

/// What stands beside the rows of a sheet.
pub(super) struct Beside {
    notes: Notes,
    links: BTreeMap<u32, Vec<(usize, String)>>,
    merged: Vec<(usize, u32, u32)>,
    next_merged: usize,
    /// Merged cells that reach into the rows to come: column, last row, text.
    open: Vec<(usize, u32, String)>,
    pub hidden_rows: u64,
    pub hidden_columns: u64,
    pub uncomputed: u64,
    pub damaged: bool,
}

impl Beside {
    /// Repeats the text of merged cells in the rows below the first, in columns that `repeats`
    /// allows. Rows must come in their order.
    pub fn fill(&mut self, row: &mut Row, repeats: impl Fn(usize) -> bool) {
        self.open.retain(|(_, last, _)| *last >= row.number);
        for (column, _, text) in &self.open {
            if let Some(field) = row.fields.get_mut(*column) {
                if field.is_empty() {
                    field.clone_from(text);
                }
            } else if *column < limits::WORKBOOK_COLUMNS {
                row.fields.resize(*column, String::new());
                row.fields.push(text.clone());
            }
        }
        while let Some((column, first, last)) = self.merged.get(self.next_merged) {
            if *first > row.number {
                break;
            }
            self.next_merged += 1;
            if *first == row.number
                && repeats(*column)
                && self.open.len() < limits::WORKBOOK_MERGED_AT_ONCE
                && let Some(text) = row.fields.get(*column).filter(|text| !text.is_empty())
            {
                self.open.push((*column, *last, text.clone()));
            }
        }
    }

    /// Takes the notes of a row.
    pub fn take_notes(&mut self, row: u32) -> Vec<String> {
        self.notes.take(row)
    }

    /// Takes the notes that no row took.
    pub fn notes_left(&mut self) -> Vec<String> {
        self.notes.rest()
    }

    /// Takes the links of a row.
    pub fn take_links(&mut self, row: u32) -> Vec<String> {
        let links = self.links.remove(&row).unwrap_or_default();
        links.into_iter().map(|(_, address)| address).collect()
    }
}
