//! What detectors see of one text: the normalised form, its digit groups, its words, the places
//! of marks, and the neighbour messages. Parts that few texts need are made on first use.

use super::{
    Near,
    context::{Lexicon, Says},
    digits::{self, Group},
    fold::{fold_onto, is_letter},
    known::Known,
    language, lookalike,
    table::Table,
};
use crate::text::ByteSpan;
use std::{cell::OnceCell, ops::Deref, rc::Rc};

/// Bytes between two words that belong together.
const NEIGHBOURS: usize = 96;

/// A place where a detector's mark stands.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// In the normalised text.
    pub(super) span: ByteSpan,
    /// Position in [`super::Detector::marks`].
    pub(super) index: usize,
}

/// A word in folded form: a piece of what all words of its text share.
#[derive(Clone, Debug)]
pub(super) struct Key {
    all: Rc<str>,
    start: u32,
    end: u32,
}

impl Key {
    /// Its letters.
    pub(super) fn as_str(&self) -> &str {
        let range = self.start as usize..self.end as usize;
        self.all.get(range).unwrap_or_default()
    }
}

impl Deref for Key {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<&str> for Key {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

/// A word of letters.
#[derive(Debug)]
pub(super) struct Word {
    pub span: ByteSpan,
    /// Folded.
    pub key: Key,
    /// What it announces, once somebody asked.
    pub says: OnceCell<Says>,
}

/// The words of a text and its line breaks.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub words: Vec<Word>,
    lines: Vec<u32>,
    /// Categories that any of them announces, once somebody asked.
    pub own: OnceCell<u64>,
}

/// Bytes of a word and the space behind it, as a rule.
const WORD: usize = 5;

impl Words {
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut lines = Vec::new();
        let mut found: Vec<(ByteSpan, u32)> = Vec::with_capacity(bytes.len() / WORD + 1);
        let mut folded = Vec::with_capacity(bytes.len());
        let mut push = |start: usize, end: usize| {
            if let Some(word) = text.get(start..end) {
                fold_onto(word, &mut folded);
                let span = ByteSpan::new(start as u32, end as u32);
                found.push((span, folded.len() as u32));
            }
        };
        let mut start = None;
        let mut at = 0;
        while let Some(byte) = bytes.get(at).copied() {
            let (letter, length) = if byte.is_ascii() {
                (byte.is_ascii_alphabetic(), 1)
            } else {
                let c = text.get(at..).and_then(|rest| rest.chars().next());
                c.map_or((false, 1), |c| (is_letter(c), c.len_utf8()))
            };
            if letter {
                start.get_or_insert(at);
            } else {
                if byte == b'\n' {
                    lines.push(at as u32);
                }
                if let Some(first) = start.take() {
                    push(first, at);
                }
            }
            at += length;
        }
        if let Some(first) = start {
            push(first, bytes.len());
        }
        // made of whole characters only
        let all: Rc<str> = String::from_utf8(folded).unwrap_or_default().into();
        let mut start = 0;
        let words = found.into_iter().map(|(span, end)| Word {
            span,
            key: Key {
                all: Rc::clone(&all),
                start: std::mem::replace(&mut start, end),
                end,
            },
            says: OnceCell::new(),
        });
        Self {
            words: words.collect(),
            lines,
            own: OnceCell::new(),
        }
    }

    /// Number of the line that holds `at`.
    pub(super) fn line(&self, at: u32) -> usize {
        self.lines.partition_point(|line| *line < at)
    }

    /// Words before `at`, nearest first.
    pub(super) fn before(&self, at: u32) -> impl Iterator<Item = &Word> {
        let upto = self.words.partition_point(|word| word.span.end <= at);
        self.words.get(..upto).unwrap_or_default().iter().rev()
    }

    /// Words from `at` on.
    pub(super) fn after(&self, at: u32) -> impl Iterator<Item = &Word> {
        let from = self.words.partition_point(|word| word.span.start < at);
        self.words.get(from..).unwrap_or_default().iter()
    }
}

/// One text as the detectors see it.
pub struct View<'a> {
    /// Normalised text: all spans of proposals refer to it.
    pub(super) text: &'a str,
    /// Digit groups.
    pub(super) groups: Vec<Group>,
    /// Context words.
    pub(super) lexicon: &'a Lexicon,
    /// The participants' own values.
    pub(super) known: &'a Known,
    near: Near<'a>,
    words: OnceCell<Words>,
    before: OnceCell<Words>,
    after: OnceCell<Words>,
    earlier: [OnceCell<Words>; 2],
    table: OnceCell<Option<Table>>,
    covers: OnceCell<lookalike::Covers>,
    guessed: OnceCell<Option<&'static str>>,
    guessed_around: OnceCell<Option<&'static str>>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        text: &'a str,
        near: &Near<'a>,
        lexicon: &'a Lexicon,
        known: &'a Known,
    ) -> Self {
        Self {
            text,
            groups: digits::groups(text),
            lexicon,
            known,
            near: *near,
            words: OnceCell::new(),
            before: OnceCell::new(),
            after: OnceCell::new(),
            earlier: [OnceCell::new(), OnceCell::new()],
            table: OnceCell::new(),
            covers: OnceCell::new(),
            guessed: OnceCell::new(),
            guessed_around: OnceCell::new(),
        }
    }

    /// The words of the text.
    pub(super) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::new(self.text))
    }

    /// The words of the message before.
    pub(super) fn words_before(&self) -> &Words {
        self.before.get_or_init(|| Words::new(self.near_before()))
    }

    /// The words of the message after.
    pub(super) fn words_after(&self) -> &Words {
        self.after.get_or_init(|| Words::new(self.near_after()))
    }

    /// The message before, or nothing.
    pub(super) fn near_before(&self) -> &'a str {
        self.near.before.unwrap_or_default()
    }

    /// The message after, or nothing.
    pub(super) fn near_after(&self) -> &'a str {
        self.near.after.unwrap_or_default()
    }

    /// The messages before that with their words, nearest first.
    pub(super) fn earlier(&self) -> impl Iterator<Item = (&Words, &'a str)> {
        self.earlier
            .iter()
            .zip(self.near.earlier)
            .filter_map(|(words, text)| {
                let text = text?;
                Some((words.get_or_init(|| Words::new(text)), text))
            })
    }

    /// The text as a table with a header row, where it is one.
    pub(super) fn table(&self) -> Option<&Table> {
        self.table.get_or_init(|| Table::new(self.text)).as_ref()
    }

    /// Links and UUIDs.
    pub(super) fn covers(&self) -> &lookalike::Covers {
        self.covers
            .get_or_init(|| lookalike::Covers::new(self.text))
    }

    /// Language of the text where known, or that of its thread.
    pub(super) fn lang(&self) -> Option<&str> {
        self.near.lang.or(self.near.thread)
    }

    /// Language of the text: told, else guessed from its words, else that of the thread, else from
    /// the words around it.
    pub(super) fn likely_lang(&self) -> Option<&str> {
        self.near.lang.or_else(|| {
            let own = self.guessed.get_or_init(|| {
                let own = [(self.words(), self.text)];
                language::guess(own.into_iter())
            });
            own.or(self.near.thread).or_else(|| {
                *self.guessed_around.get_or_init(|| {
                    let around = [
                        (self.words_before(), self.near_before()),
                        (self.words_after(), self.near_after()),
                    ];
                    language::guess(around.into_iter())
                })
            })
        })
    }

    /// Text of a span.
    pub(super) fn of(&self, span: ByteSpan) -> &'a str {
        self.text
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default()
    }

    /// Text between two neighbours; `None` where they stand too far apart to belong together.
    pub(super) fn between(&self, start: u32, end: u32) -> Option<&'a str> {
        (end.saturating_sub(start) as usize <= NEIGHBOURS)
            .then(|| self.of(ByteSpan::new(start, end)))
    }

    /// Text before `at`.
    pub(super) fn until(&self, at: u32) -> &'a str {
        self.text.get(..at as usize).unwrap_or_default()
    }

    /// Text from `at` on.
    pub(super) fn from(&self, at: u32) -> &'a str {
        self.text.get(at as usize..).unwrap_or_default()
    }
}
