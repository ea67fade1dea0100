//! The reading of a source that is made of tables: file by file, sheet by sheet, each in two
//! passes.
//!
//! Of a workbook every sheet that looks like a table of messages is read. Where one has times, only
//! those with times (and those that a given mapping fits); where none looks like messages, the first
//! that holds anything, with the question about its columns. The others are named, and their rows
//! counted as left out.

use super::{
    SAMPLE_ROWS, mapping,
    mapping::Settled,
    reading::{Table, Title},
    rows::{self, Row, Rows},
    sample,
    workbook::{Beside, Opening, Sheet, SheetRows, Workbook},
};
use crate::{
    container::{Container, encoding, is_workbook},
    error::{Code, Error, Result},
    import::{Answers, Batch, DateOrder, ImportJob, Input, handles},
    job::Budget,
    limits,
    model::{Direction, Locator, Mapping, Question, Role, SkipReason, Warning},
    time::{TimeBasis, Zone},
};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    rc::Rc,
};

/// The job.
pub(super) struct Job {
    container: Rc<Container>,
    members: Vec<u32>,
    name: String,
    next_member: usize,
    /// Sheets of the open workbook that wait.
    waiting: VecDeque<Planned>,
    stage: Stage,
    bytes_before: u64,
    settings: Settings,
    /// The fullest guess among texts without headers, by number of columns: one app's tables have
    /// the same columns, and a short one alone says too little.
    siblings: BTreeMap<usize, Mapping>,
}

/// Texts of a source that a common guess looks at.
const SIBLINGS: usize = 64;

/// Columns that a guess understands.
fn roles(mapping: &Mapping) -> usize {
    let known = mapping.columns.iter().filter(|one| one.role != Role::Other);
    known.count()
}

/// The fullest guess among texts without headers, by number of columns.
fn siblings(input: &Input) -> BTreeMap<usize, Mapping> {
    let mut best: BTreeMap<usize, Mapping> = BTreeMap::new();
    for member in input.members.iter().take(SIBLINGS) {
        let head = input.container.head(*member, limits::PROBE_BYTES);
        let Some(head) = head.ok().filter(|head| !head.starts_with(b"PK")) else {
            continue;
        };
        let text = encoding::decode_head(&head, encoding::sniff(&head));
        let delimiter = rows::delimiter(&text).map_or(b',', |(delimiter, _)| delimiter);
        let sample = sample(&text, delimiter);
        let columns = sample.iter().map(Vec::len).max().unwrap_or_default();
        let guess = mapping::settle(None, &sample).mapping;
        let known = best.get(&columns).map_or(0, roles);
        if !guess.header && roles(&guess) > known {
            best.insert(columns, guess);
        }
    }
    best
}

/// What holds for all files of the source.
pub(super) struct Settings {
    pub zone: Option<Zone>,
    zone_name: Option<String>,
    date_order: Option<DateOrder>,
    mapping: Option<Mapping>,
    pub owners: BTreeSet<String>,
    /// Ask about the columns.
    ask: bool,
    pub clock_changes: u32,
    pub local_times: bool,
    /// Names of senders, for the question who the owner is.
    pub senders: Vec<String>,
    pub owner_seen: bool,
    /// What the reader should know, counted over all files.
    pub counts: BTreeMap<&'static str, u64>,
    /// Names of sheets that were not read.
    left_out: Vec<String>,
}

impl Settings {
    pub fn count(&mut self, warning: &'static str, by: u64) {
        if by > 0 {
            *self.counts.entry(warning).or_default() += by;
        }
    }
}

enum Stage {
    Between,
    /// A workbook's shared texts.
    Texts(u32, Box<Opening>),
    /// The first rows of its sheets.
    Look(u32, Rc<Workbook>, Vec<Vec<Vec<String>>>),
    Vote(Box<Table>, Lines),
    Read(Box<Table>, Lines),
    /// A sheet that holds no messages.
    Pass(u32, Lines),
}

/// A sheet that is to be read or counted.
struct Planned {
    book: Rc<Workbook>,
    sheet: Sheet,
    member: u32,
    /// `None` for one that is only counted.
    settled: Option<Settled>,
    alone: bool,
}

/// Rows of a text or of a sheet.
pub(super) enum Lines {
    Text(Rows),
    Sheet(Rc<Workbook>, Sheet, Box<SheetRows>),
}

impl Lines {
    fn offset(&self) -> u64 {
        match self {
            Lines::Text(rows) => rows.offset(),
            Lines::Sheet(_, _, rows) => rows.offset(),
        }
    }

    fn next(&mut self) -> Result<Option<Row>> {
        match self {
            Lines::Text(rows) => rows.next(),
            Lines::Sheet(_, _, rows) => rows.next(),
        }
    }

    /// The same rows from the start, and what the first pass found beside them.
    fn again(self, table: &Table, container: &Container) -> Result<(Lines, Option<Beside>)> {
        match self {
            Lines::Text(_) => {
                let text = container.open_text(table.member)?;
                Ok((
                    Lines::Text(Rows::new(Box::new(text), table.delimiter)),
                    None,
                ))
            }
            Lines::Sheet(book, sheet, rows) => {
                let beside = book.beside(&sheet, *rows)?;
                let rows = book.open(&sheet)?;
                Ok((Lines::Sheet(book, sheet, Box::new(rows)), Some(beside)))
            }
        }
    }
}

impl Job {
    pub fn new(input: Input, answers: &Answers, ask: bool) -> Result<Self> {
        let siblings = match (&answers.mapping, input.members.len()) {
            (None, 2..) => siblings(&input),
            _ => BTreeMap::new(),
        };
        Ok(Self {
            siblings,
            container: input.container,
            members: input.members,
            name: input.name,
            next_member: 0,
            waiting: VecDeque::new(),
            stage: Stage::Between,
            bytes_before: 0,
            settings: Settings {
                zone: answers.zone.as_deref().map(Zone::named).transpose()?,
                zone_name: answers.zone.clone(),
                date_order: answers.date_order,
                mapping: answers.mapping.clone(),
                owners: answers
                    .owners
                    .iter()
                    .flat_map(|raw| owner_keys(raw))
                    .collect(),
                ask,
                clock_changes: 0,
                local_times: false,
                senders: Vec::new(),
                owner_seen: false,
                counts: BTreeMap::new(),
                left_out: Vec::new(),
            },
        })
    }

    fn open_next(&mut self, batch: &mut Batch) -> Result<bool> {
        if let Some(planned) = self.waiting.pop_front() {
            let member = planned.member;
            let opened = self.open_sheet(planned, batch);
            return self.opened(member, opened, batch);
        }
        let Some(member) = self.members.get(self.next_member).copied() else {
            return Ok(false);
        };
        self.next_member += 1;
        let opened = self.open_member(member);
        self.opened(member, opened, batch)
    }

    fn opened(&mut self, member: u32, opened: Result<Stage>, batch: &mut Batch) -> Result<bool> {
        match opened {
            Ok(stage) => self.stage = stage,
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                let place = Locator {
                    member,
                    ..Locator::default()
                };
                if error.code() == Code::UnsupportedFormat {
                    let looks = [("looks-like", "other-spreadsheet".to_owned())];
                    let warning = Warning::new("not-recognised", &looks);
                    batch.source.warnings.push(warning);
                }
                reject(error, place, batch);
            }
        }
        Ok(true)
    }

    fn open_member(&mut self, member: u32) -> Result<Stage> {
        let head = self.container.head(member, limits::PROBE_BYTES)?;
        if is_workbook(&head) {
            let opening = Opening::new(&self.container, member)?;
            return Ok(Stage::Texts(member, Box::new(opening)));
        }
        let text = self.container.open_text(member)?;
        let probe = encoding::decode_head(&head, encoding::sniff(&head));
        let delimiter = rows::delimiter(&probe).map_or(b',', |(delimiter, _)| delimiter);
        let sample = sample(&probe, delimiter);
        let mut settled = mapping::settle(self.settings.mapping.as_ref(), &sample);
        let columns = sample.iter().map(Vec::len).max().unwrap_or_default();
        if let Some(other) = self.siblings.get(&columns)
            && !settled.mapping.header
            && roles(other) > roles(&settled.mapping)
        {
            settled.mapping = other.clone();
        }
        let title = Title::Alone(self.stem(member));
        let table = self.table(member, member, delimiter, settled, title);
        let rows = Rows::new(Box::new(text), delimiter);
        Ok(Stage::Vote(Box::new(table), Lines::Text(rows)))
    }

    fn open_sheet(&mut self, planned: Planned, batch: &mut Batch) -> Result<Stage> {
        let Planned {
            book,
            sheet,
            member,
            settled,
            alone,
        } = planned;
        let path = self.path(member);
        let whole = batch.source.members.get(member as usize);
        let inside = match whole.map_or("", String::as_str) {
            "" => sheet.path.clone(),
            whole => format!("{whole}/{}", sheet.path),
        };
        batch.source.members.push(inside);
        let place = batch.source.members.len() as u32 - 1;
        let rows = Box::new(book.open(&sheet)?);
        let Some(settled) = settled else {
            self.settings.left_out.push(sheet.name.clone());
            return Ok(Stage::Pass(place, Lines::Sheet(book, sheet, rows)));
        };
        self.settings
            .count("hidden-sheets", u64::from(sheet.hidden));
        let title = if alone {
            Title::Alone(self.stem(member))
        } else {
            Title::Sheet(path, sheet.name.clone())
        };
        let table = self.table(member, place, b';', settled, title);
        Ok(Stage::Vote(
            Box::new(table),
            Lines::Sheet(book, sheet, rows),
        ))
    }

    /// Which sheets are read, once the first rows of all are known.
    fn plan(&mut self, member: u32, book: &Rc<Workbook>, samples: &[Vec<Vec<String>>]) {
        let given = self.settings.mapping.as_ref();
        let mut settled: Vec<Option<Settled>> = samples
            .iter()
            .map(|sample| (!sample.is_empty()).then(|| mapping::settle(given, sample)))
            .collect();
        let sure = |one: &Option<Settled>| {
            one.as_ref()
                .is_some_and(|one| one.fits || one.looks_like_messages())
        };
        let likely = |one: &Option<Settled>| {
            one.as_ref()
                .is_some_and(|one| one.named >= 3 && one.mapping.is_usable())
        };
        let first = settled.iter().position(Option::is_some);
        let chosen: Vec<bool> = if settled.iter().any(sure) {
            settled.iter().map(sure).collect()
        } else if settled.iter().any(likely) {
            settled.iter().map(likely).collect()
        } else {
            (0..settled.len()).map(|at| Some(at) == first).collect()
        };
        let alone = chosen.iter().filter(|chosen| **chosen).count() == 1;
        for ((sheet, settled), chosen) in book.sheets.iter().zip(&mut settled).zip(chosen) {
            if settled.is_some() {
                self.waiting.push_back(Planned {
                    book: Rc::clone(book),
                    sheet: sheet.clone(),
                    member,
                    settled: settled.take().filter(|_| chosen),
                    alone,
                });
            }
        }
        self.settings.count("workbook-not-read", book.unread_parts);
        self.settings.count("sheets-beyond", book.unread_sheets);
    }

    fn path(&self, member: u32) -> String {
        let members = self.container.members();
        let path = members.get(member as usize).map_or("", |m| &m.path);
        let path = if path.is_empty() { &self.name } else { path };
        path.to_owned()
    }

    /// The file's name without its ending.
    fn stem(&self, member: u32) -> String {
        let path = self.path(member);
        let file = path.rsplit('/').next().unwrap_or(&path);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        stem.to_owned()
    }

    fn table(
        &mut self,
        member: u32,
        place: u32,
        delimiter: u8,
        settled: Settled,
        title: Title,
    ) -> Table {
        let given = self.settings.mapping.is_some();
        self.settings
            .count("mapping-does-not-fit", u64::from(given && !settled.fits));
        Table::new(
            member,
            place,
            delimiter,
            settled,
            self.settings.date_order,
            title,
        )
    }

    fn finish(&mut self, batch: &mut Batch) {
        let settings = &self.settings;
        let found = |basis: &TimeBasis| batch.messages.iter().any(|m| m.time.basis == *basis);
        batch.source.time_basis = [
            TimeBasis::LocalUnknown,
            TimeBasis::Offset,
            TimeBasis::Utc,
            TimeBasis::DateOnly,
            TimeBasis::Unparsed,
        ]
        .into_iter()
        .find(found)
        .unwrap_or_default();
        if settings.owner_seen {
            // what does not say that it was sent came in
            for message in &mut batch.messages {
                if message.direction == Direction::Unknown && message.sender.is_some() {
                    message.direction = Direction::In;
                }
            }
        }
        batch.source.zone.clone_from(&settings.zone_name);
        if settings.local_times && settings.zone.is_none() {
            batch.source.questions.push(Question::TimeZone {
                suggested: None,
                clock_changes: settings.clock_changes,
            });
        }
        if !settings.owner_seen && settings.owners.is_empty() && !settings.senders.is_empty() {
            batch.source.questions.push(Question::Owner {
                candidates: settings.senders.clone(),
            });
        }
        for (id, count) in &settings.counts {
            let args = [("count", count.to_string())];
            batch.source.warnings.push(Warning::new(id, &args));
        }
        if !settings.left_out.is_empty() {
            let shown: Vec<&str> = settings
                .left_out
                .iter()
                .take(SHEETS_NAMED)
                .map(String::as_str)
                .collect();
            let args = [
                ("count", settings.left_out.len().to_string()),
                ("sheets", shown.join(", ")),
            ];
            let warning = Warning::new("sheets-left-out", &args);
            batch.source.warnings.push(warning);
        }
    }

    /// Ends the first pass of a table.
    fn voted(&mut self, mut table: Box<Table>, lines: Lines, batch: &mut Batch) -> Result<()> {
        self.bytes_before += lines.offset();
        let (lines, beside) = match lines.again(&table, &self.container) {
            Err(error) if error.code() != Code::Io => {
                reject(error, table.place(0, 0), batch);
                return Ok(());
            }
            again => again?,
        };
        if let Some(beside) = &beside {
            let settings = &mut self.settings;
            settings.count("hidden-rows", beside.hidden_rows);
            settings.count("hidden-columns", beside.hidden_columns);
            settings.count("formulas-without-value", beside.uncomputed);
            batch.source.accounting.partial |= beside.damaged;
        }
        table.beside = beside;
        let confirmed = self.settings.mapping.is_some() && table.fits;
        table.decide(confirmed, self.settings.ask, &mut self.settings, batch);
        self.stage = Stage::Read(table, lines);
        Ok(())
    }

    fn read(&mut self, mut table: Box<Table>, mut lines: Lines, batch: &mut Batch) -> Result<()> {
        let at = lines.offset();
        match lines.next() {
            Ok(Some(row)) => {
                let row = match &mut lines {
                    Lines::Text(rows) if table.swallowed_rows(&row) => rows.first_line_of(&row),
                    _ => row,
                };
                let links = match &lines {
                    Lines::Sheet(_, _, rows) => rows.row_links(),
                    Lines::Text(_) => &[],
                };
                table.read(row, links, batch, &mut self.settings, &self.container)?;
                self.stage = Stage::Read(table, lines);
            }
            Ok(None) => {
                self.bytes_before += lines.offset();
                table.rest(batch)?;
            }
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                self.bytes_before += lines.offset();
                reject(error, table.place(at, 0), batch);
                ends_suddenly(batch);
                table.rest(batch)?;
            }
        }
        Ok(())
    }
}

/// Names of sheets in a warning.
const SHEETS_NAMED: usize = 10;

/// An owner is told by number or by name.
pub(super) fn owner_keys(raw: &str) -> [String; 2] {
    [handles::normalise(raw).0, raw.trim().to_lowercase()]
}

fn reject(error: Error, place: Locator, batch: &mut Batch) {
    batch.begin(place);
    batch.reject(error.code(), place);
    batch.source.accounting.partial = true;
}

fn ends_suddenly(batch: &mut Batch) {
    let warning = Warning::new("ends-suddenly", &[]);
    if !batch.source.warnings.contains(&warning) {
        batch.source.warnings.push(warning);
    }
}

/// The first rows of a sheet; damage ends them.
fn first_rows(book: &Workbook, sheet: &Sheet) -> Result<Vec<Vec<String>>> {
    let mut rows = book.open(sheet)?;
    let mut all = Vec::new();
    while all.len() < SAMPLE_ROWS {
        match readable(rows.next())? {
            Some(row) if !row.broken => all.push(row.fields),
            Some(_) => {}
            None => break,
        }
    }
    Ok(all)
}

impl ImportJob for Job {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            if budget.spent() {
                return Ok(false);
            }
            match std::mem::replace(&mut self.stage, Stage::Between) {
                Stage::Between => {
                    if !self.open_next(batch)? {
                        self.finish(batch);
                        return Ok(true);
                    }
                }
                Stage::Texts(member, mut opening) => {
                    if !opening.work()? {
                        self.stage = Stage::Texts(member, opening);
                        continue;
                    }
                    self.bytes_before += opening.offset();
                    let book = opening.done();
                    if book.damaged {
                        batch.source.accounting.partial = true;
                        ends_suddenly(batch);
                    }
                    if book.sheets.is_empty() {
                        let place = Locator {
                            member,
                            ..Locator::default()
                        };
                        reject(Error::new(Code::UnknownFormat), place, batch);
                        continue;
                    }
                    self.stage = Stage::Look(member, Rc::new(book), Vec::new());
                }
                Stage::Look(member, book, mut samples) => match book.sheets.get(samples.len()) {
                    Some(sheet) => {
                        let rows = match first_rows(&book, sheet) {
                            Err(error) if error.code() != Code::Io => Vec::new(),
                            rows => rows?,
                        };
                        samples.push(rows);
                        self.stage = Stage::Look(member, book, samples);
                    }
                    None => self.plan(member, &book, &samples),
                },
                Stage::Vote(mut table, mut lines) => match readable(lines.next())? {
                    Some(row) => {
                        table.vote(&row);
                        self.stage = Stage::Vote(table, lines);
                    }
                    None => self.voted(table, lines, batch)?,
                },
                Stage::Read(table, lines) => self.read(table, lines, batch)?,
                Stage::Pass(member, mut lines) => {
                    let start = lines.offset();
                    let place = |start, len| Locator { member, start, len };
                    match lines.next() {
                        Ok(Some(row)) => {
                            if batch.begin(place(row.start, row.len)) {
                                batch.skip(SkipReason::OtherSheet);
                            }
                            self.stage = Stage::Pass(member, lines);
                        }
                        Ok(None) => self.bytes_before += 2 * lines.offset(),
                        Err(error) if error.code() == Code::Io => return Err(error),
                        Err(error) => {
                            reject(error, place(start, 0), batch);
                            ends_suddenly(batch);
                        }
                    }
                }
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        let open = match &self.stage {
            Stage::Between | Stage::Look(..) => 0,
            Stage::Texts(_, opening) => opening.offset(),
            Stage::Vote(_, lines) | Stage::Read(_, lines) | Stage::Pass(_, lines) => lines.offset(),
        };
        // two passes over the same text count as one
        (self.bytes_before + open) / 2
    }
}

/// Damage inside an archive ends the first pass quietly: the second one tells of it.
fn readable(row: Result<Option<Row>>) -> Result<Option<Row>> {
    match row {
        Err(error) if error.code() != Code::Io => Ok(None),
        row => row,
    }
}
