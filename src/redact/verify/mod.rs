//! The proof after writing: opens the finished files again with a reader of its own (nothing of
//! the renderers' code), decodes every field, attribute, comment and name, and searches each
//! removed value in all encodings of [`encodings`]. Never across fields. Linear in the size of the
//! files, whatever the number of values.
//!
//! Short numbers (a one-time code) are looked for in content, not in ordinals, counts, times and
//! aliases that the copy itself numbers. Pictures must have no metadata segment and no bytes after
//! their end.

mod csv;
mod encodings;
mod html;
mod json;
mod picture;

use super::{Plan, Removed, matching};
use crate::{
    error::{Code, Error, Result},
    finding::{Category, Target},
    job::{Ctx, Phase, Progress, Step},
    limits,
    model::Case,
    review::Review,
    store::{ReadSeek, Store},
};
use encodings::Encodings;
use serde::Serialize;
use std::{collections::BTreeSet, io::Read};

/// Bytes read at a time.
const CHUNK: usize = 64 << 10;
/// Leaks that are listed with their place; further ones are counted.
const LEAKS_LISTED: usize = 1_000;

/// A removed value (or metadata) that is still in a finished file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Leak {
    /// Path of the file.
    pub path: String,
    /// Where in it: message, field; the same text in every run over the same file.
    pub place: String,
    /// Category of the value; `manual` for bytes of a picture that are no picture.
    pub category: Category,
    /// Canonical form of the value, to look it up in the case; never shown with the leak.
    #[serde(skip)]
    pub key: Box<str>,
    /// Number of conversation and message in the copy ([`Plan::position`]), where known.
    #[serde(skip)]
    pub at: Option<(u32, u32)>,
}

/// A decoded piece of a file.
pub(super) struct Piece<'a> {
    /// Field, attribute or kind.
    pub field: &'a str,
    /// The decoded text.
    pub text: &'a str,
    /// Number of conversation and message, where known.
    pub at: Option<(u32, u32)>,
    /// Ordinal, count, time, alias: numbered by the copy itself.
    pub structural: bool,
}

/// A format's reader: takes bytes as they come and gives decoded pieces.
pub(super) trait Reader {
    fn feed(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Piece<'_>)) -> Result<()>;
    fn end(&mut self, sink: &mut dyn FnMut(Piece<'_>)) -> Result<()>;
}

/// A field that is being collected must not outgrow memory.
pub(super) fn check_size(bytes: usize) -> Result<()> {
    if bytes as u64 > limits::RECORD_BYTES {
        return Err(Error::limit(
            "record-bytes",
            bytes as u64,
            limits::RECORD_BYTES,
        ));
    }
    Ok(())
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Allowed {
    Message(u32, u32),
    Text(String),
    Place(String),
}

/// Places where a person keeps a removed value on purpose.
#[derive(Default)]
pub struct Allowances(BTreeSet<(usize, Allowed)>);

impl Allowances {
    /// Translates the decisions to places of the copy.
    #[must_use]
    pub fn new(case: &Case, review: &Review, plan: &Plan, removed: &[Removed]) -> Self {
        let mut all = BTreeSet::new();
        for kept in review.kept_occurrences() {
            let Some(value) = removed
                .iter()
                .position(|r| r.category == kept.category && *r.key == *kept.key)
            else {
                continue;
            };
            all.insert((value, Allowed::Place(kept.place.clone())));
            if let Some(id) = review.places().message(&kept.place)
                && let Some((conversation, message)) = plan.position(case, id)
            {
                all.insert((value, Allowed::Message(conversation, message)));
            }
            let mut text = |target: Target| {
                if let Some(text) = case.text(target) {
                    all.insert((value, Allowed::Text(text.to_owned())));
                }
            };
            if let Some(id) = review.places().conversation(&kept.place) {
                text(Target::ConversationTitle(id));
            }
            if let Some(id) = review.places().participant(&kept.place)
                && let Some(participant) = case.participants.get(id.index())
            {
                for n in 0..participant.names.len() as u16 {
                    text(Target::ParticipantName(id, n));
                }
                for n in 0..participant.handles.len() as u16 {
                    text(Target::ParticipantHandle(id, n));
                }
            }
        }
        Self(all)
    }

    fn allow(&self, value: usize, place: &str, piece: &Piece<'_>) -> bool {
        self.0.iter().any(|(at, allowed)| {
            *at == value
                && match allowed {
                    Allowed::Message(c, m) => piece.at == Some((*c, *m)),
                    Allowed::Text(text) => piece.text.starts_with(text.as_str()),
                    Allowed::Place(kept) => kept == place,
                }
        })
    }

    fn allow_place(&self, value: usize, place: &str) -> bool {
        self.0.contains(&(value, Allowed::Place(place.to_owned())))
    }
}

struct Search {
    removed: Vec<Removed>,
    encodings: Encodings,
    allowances: Allowances,
    /// Texts of the format itself (style, policy): not searched when they stand unchanged.
    fixed: BTreeSet<String>,
    leaks: BTreeSet<Leak>,
    count: u64,
}

impl Search {
    fn piece(&mut self, file: &str, piece: &Piece<'_>) {
        if piece.text.trim().is_empty() || self.fixed.contains(piece.text) {
            return;
        }
        for value in self.encodings.find(piece.text) {
            let Some(removed) = self.removed.get(value) else {
                continue;
            };
            let short_number = removed.forms.iter().all(|form| {
                matching::is_number(form) && matching::digits_of(form).len() < matching::LONG_DIGITS
            });
            if piece.structural && short_number {
                continue;
            }
            let place = match piece.at {
                Some((conversation, message)) => {
                    format!("{file}: {conversation}.{message} {}", piece.field)
                }
                None => format!("{file}: {}", piece.field),
            };
            if self.allowances.allow(value, &place, piece) {
                continue;
            }
            let (category, key) = (removed.category, removed.key.clone());
            self.add(Leak {
                path: file.to_owned(),
                place,
                category,
                key,
                at: piece.at,
            });
        }
    }

    /// A value in the bytes of a file, outside any field.
    fn bytes(&mut self, file: &str, value: usize) {
        let Some(removed) = self.removed.get(value) else {
            return;
        };
        let (category, key) = (removed.category, removed.key.clone());
        let place = format!("{file}: bytes");
        if !self.allowances.allow_place(value, &place) {
            self.add(Leak {
                path: file.to_owned(),
                place,
                category,
                key,
                at: None,
            });
        }
    }

    fn add(&mut self, leak: Leak) {
        self.count += 1;
        if self.leaks.len() < LEAKS_LISTED {
            self.leaks.insert(leak);
        }
    }
}

struct Open {
    file: String,
    input: Box<dyn ReadSeek>,
    reader: Option<Box<dyn Reader>>,
    picture: Option<picture::Segments>,
    raw: encodings::Raw,
}

/// Reads the finished files in steps.
pub struct VerifyJob {
    search: Search,
    files: Vec<String>,
    next: usize,
    open: Option<Open>,
    done: u64,
    total: u64,
}

impl VerifyJob {
    /// Checks all files of `store` whose path begins with `prefix`. `fixed` are texts of the
    /// format itself.
    #[must_use]
    pub fn new(
        store: &dyn Store,
        prefix: &str,
        removed: Vec<Removed>,
        allowances: Allowances,
        fixed: &[&str],
    ) -> Self {
        let files: Vec<String> = store
            .list()
            .into_iter()
            .filter(|path| path.starts_with(prefix))
            .collect();
        let total = files.iter().filter_map(|path| store.size(path).ok()).sum();
        Self {
            search: Search {
                encodings: Encodings::new(&removed),
                removed,
                allowances,
                fixed: fixed.iter().map(|text| (*text).to_owned()).collect(),
                leaks: BTreeSet::new(),
                count: 0,
            },
            files,
            next: 0,
            open: None,
            done: 0,
            total,
        }
    }

    /// Works for one step. The result lists what was found; empty is the proof.
    ///
    /// # Errors
    /// [`Code::Io`] and [`Code::MalformedRecord`] for files that cannot be read back.
    pub fn step(&mut self, store: &dyn Store, ctx: &Ctx) -> Result<Step<Vec<Leak>>> {
        let mut budget = ctx.budget();
        let mut chunk = vec![0; CHUNK];
        loop {
            let Some(open) = &mut self.open else {
                let Some(file) = self.files.get(self.next).cloned() else {
                    let leaks = std::mem::take(&mut self.search.leaks);
                    return Ok(Step::Done(leaks.into_iter().collect()));
                };
                self.next += 1;
                let name = Piece {
                    field: "file-name",
                    text: &file,
                    at: None,
                    structural: true,
                };
                self.search.piece(&file, &name);
                self.open = Some(self.open_file(store, file)?);
                continue;
            };
            let n = open.input.read(&mut chunk)?;
            let bytes = chunk.get(..n).unwrap_or_default();
            let Self { search, .. } = self;
            let file = &open.file;
            let located = |error: Error| error.in_file(file);
            if let Some(reader) = &mut open.reader {
                let mut sink = |piece: Piece<'_>| search.piece(file, &piece);
                if n == 0 {
                    reader.end(&mut sink).map_err(located)?;
                } else {
                    reader.feed(bytes, &mut sink).map_err(located)?;
                }
            }
            if let Some(picture) = &mut open.picture
                && let Some(problem) = picture.feed(bytes)
            {
                search.add(Leak {
                    path: file.clone(),
                    place: format!("{file}: {problem}"),
                    category: Category::Manual,
                    key: "".into(),
                    at: None,
                });
            }
            for value in open.raw.feed(&search.encodings, bytes) {
                search.bytes(file, value);
            }
            self.done += n as u64;
            if n == 0 {
                self.open = None;
            }
            if budget.spent_now() {
                return Ok(Step::Working(Progress {
                    phase: Phase::Verifying,
                    done: self.done,
                    total: self.total,
                    records: self.next as u64,
                }));
            }
        }
    }

    fn open_file(&self, store: &dyn Store, file: String) -> Result<Open> {
        let ending = file.rsplit('.').next().unwrap_or_default();
        let (reader, picture): (Option<Box<dyn Reader>>, _) = match ending {
            "html" => (Some(Box::<html::Html>::default()), None),
            "jsonl" => (Some(Box::<json::JsonLines>::default()), None),
            "csv" => (Some(Box::<csv::Csv>::default()), None),
            "jpg" => (None, Some(picture::Segments::default())),
            _ => return Err(Error::new(Code::UnsupportedFormat).in_file(&file)),
        };
        let raw = encodings::Raw::new(picture.is_some());
        Ok(Open {
            input: store.open(&file)?,
            file,
            reader,
            picture,
            raw,
        })
    }
}

/// Checks everything at once (command line, tests).
///
/// # Errors
/// Those of [`VerifyJob::step`].
pub fn verify(mut job: VerifyJob, store: &dyn Store, ctx: &Ctx) -> Result<Vec<Leak>> {
    loop {
        if let Step::Done(leaks) = job.step(store, ctx)? {
            return Ok(leaks);
        }
    }
}
