//! What the tagger looks at for one token: rows of the weight table. A row is found by a hash, so
//! no word can be read from the table. Shared by trainer and page: a change here needs
//! `cargo xtask train-names`.

use super::{
    lists::{How, Listed},
    word::{Shape, Word, hash_of, step},
};
use crate::detect::names::token::Kind;

/// The weight table has two to this power rows.
pub const ROWS_LOG2: u32 = 20;
/// Letters up to which three-letter pieces of a word are looked at.
const PIECES: usize = 16;

/// Row of a hash under the feature number `what`.
#[inline]
fn row(what: u64, hash: u64) -> u32 {
    let mixed =
        (hash ^ what.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mixed ^ (mixed >> 32))
        .wrapping_mul(0xd6e8_feb8_6659_fd93)
        .wrapping_shr(64 - ROWS_LOG2) as u32
}

/// Rows of what the word itself says.
pub fn own(word: &Word, out: &mut Vec<u32>) {
    let shape = word.shape as u64;
    let cased = u64::from(!matches!(word.shape, Shape::Lower | Shape::Other));
    let listed = word.listed;
    out.push(row(1, word.hash));
    out.push(row(2, step(word.hash, shape)));
    out.push(row(3, word.pattern));
    let class = step(u64::from(listed.class()), listed.how as u64);
    out.push(row(4, step(class, shape)));
    if word.kind != Kind::Word {
        return;
    }
    let lower = &word.lower;
    let mut hash = 0;
    for (at, c) in lower.iter().take(4).enumerate() {
        hash = step(hash, *c as u64);
        if at > 0 {
            out.push(row(5 + at as u64, step(hash, cased)));
        }
    }
    let mut hash = 0;
    for (at, c) in lower.iter().rev().take(5).enumerate() {
        hash = step(hash, *c as u64);
        out.push(row(10 + at as u64, step(hash, cased)));
    }
    if lower.len() > 3 {
        for piece in lower.windows(3).take(PIECES) {
            let hash = piece.iter().fold(0, |hash, c| step(hash, *c as u64));
            out.push(row(16, hash));
        }
        out.push(row(17, step(step(word.ending, class), cased)));
    }
    let length = lower.len().min(8) as u64;
    out.push(row(18, step(step(length, shape), u64::from(listed.kind()))));
}

/// Casing of a whole segment: none, some or all letters large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Casing {
    /// No capital at all.
    Lower = 0,
    /// Capitals among small letters.
    Mixed = 1,
    /// Hardly a small letter.
    Upper = 2,
}

/// What holds for all words of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// Casing.
    pub casing: Casing,
    /// Reads as Finnish, where endings say what small words say elsewhere.
    pub finnish: bool,
}

/// Number of manners.
pub const MANNERS: usize = 6;

impl Manner {
    /// Of a segment.
    #[must_use]
    pub fn new(words: &[Word]) -> Self {
        Self {
            casing: casing(words),
            finnish: is_finnish(words),
        }
    }

    /// Below [`MANNERS`]; odd for Finnish.
    #[must_use]
    pub const fn index(self) -> usize {
        self.casing as usize * 2 + self.finnish as usize
    }
}

/// True for a segment that reads as Finnish.
#[must_use]
pub fn is_finnish(words: &[Word]) -> bool {
    words
        .iter()
        .map(|word| i32::from(word.finnish))
        .sum::<i32>()
        > 0
}

/// Casing of a segment.
fn casing(words: &[Word]) -> Casing {
    let (mut upper, mut capital, mut lower) = (0, 0, 0);
    for word in words {
        match word.shape {
            Shape::Upper => upper += 1,
            Shape::Capital | Shape::Mixed | Shape::Initial => capital += 1,
            Shape::Lower => lower += 1,
            Shape::Other => {}
        }
    }
    if upper > 1 && upper > lower + capital {
        Casing::Upper
    } else if upper + capital == 0 {
        Casing::Lower
    } else {
        Casing::Mixed
    }
}

/// What stands beyond the ends of a segment.
const EDGE: u64 = 0x00ed_0e00;
/// Forms of a word: its shape, and whether it is one; the last is the edge.
pub const FORMS: usize = 13;
/// Plain kinds of a word: its shape and what the lists say.
pub const PLAINS: usize = 6 * Listed::KINDS;
/// Lengths of a segment that are told apart.
pub const LENGTHS: usize = 7;

/// The coarse forms of a word, for what depends on two words and more.
#[derive(Clone, Copy, Debug)]
pub struct Traits {
    hash: u64,
    ending: u64,
    /// Hash of the first letters.
    start: u64,
    /// Shape, coarse kind of the lists and sign in one.
    kind: u64,
    /// Below [`FORMS`].
    pub form: usize,
    /// Below [`PLAINS`].
    pub plain: usize,
}

/// The edge of a segment.
impl Default for Traits {
    fn default() -> Self {
        Self {
            hash: EDGE,
            ending: EDGE,
            start: EDGE,
            kind: EDGE,
            form: FORMS - 1,
            plain: 0,
        }
    }
}

impl Traits {
    /// Hash of the letters.
    #[must_use]
    pub const fn hash(&self) -> u64 {
        self.hash
    }

    /// Those of a word.
    #[must_use]
    pub fn new(word: &Word) -> Self {
        let shape = word.shape as u64;
        let sign = if word.kind == Kind::Sign {
            word.hash
        } else {
            0
        };
        let doubtful = u64::from(word.listed.how == How::Finnish);
        let kind = step(shape, u64::from(word.listed.kind()));
        Self {
            hash: word.hash,
            ending: word.ending,
            start: hash_of(word.lower.get(..4).unwrap_or(&word.lower)),
            kind: step(step(kind, doubtful), sign),
            form: word.shape as usize * 2 + usize::from(word.kind != Kind::Word),
            plain: word.shape as usize * Listed::KINDS + usize::from(word.listed.kind()),
        }
    }
}

fn form_hash(form: usize) -> u64 {
    if form + 1 >= FORMS {
        EDGE
    } else {
        step(form as u64 / 2, form as u64 % 2)
    }
}

fn plain_hash(plain: usize) -> u64 {
    step(
        (plain / Listed::KINDS) as u64,
        (plain % Listed::KINDS) as u64,
    )
}

/// Places beside a word whose words count by themselves: right before, right behind, one further
/// before, one further behind.
pub const BESIDE: [isize; 4] = [-1, 1, -2, 2];

/// Row of a word that stands at a place of [`BESIDE`].
#[must_use]
pub fn beside(place: u64, hash: u64) -> u32 {
    row(30 + place, hash)
}

/// Rows of the forms of a word and its neighbours; the last knows whether the segment is Finnish.
#[must_use]
pub fn forms(finnish: bool, before: usize, here: usize, after: usize) -> [u32; 3] {
    let own = u64::from(finnish);
    let (before, here, after) = (form_hash(before), form_hash(here), form_hash(after));
    [
        row(39, step(before, here)),
        row(40, step(here, after)),
        row(41, step(step(step(before, here), after), own)),
    ]
}

/// Row of the manner of a segment and a word in it.
#[must_use]
pub fn cased(manner: usize, plain: usize, first: bool) -> u32 {
    row(
        49,
        step(step(manner as u64, plain_hash(plain)), u64::from(first)),
    )
}

/// Row of the length of a segment and a word in it.
#[must_use]
pub fn placed(length: usize, last: bool, plain: usize, first: bool) -> u32 {
    let start = step(step(length as u64, u64::from(last)), plain_hash(plain));
    row(50, step(start, u64::from(first)))
}

/// Rows of what two words and more say together: those two and one before a word, its own, and
/// those one and two behind it.
#[must_use]
pub fn together([before2, before, here, after, after2]: [&Traits; 5]) -> [u32; 15] {
    let plain = plain_hash(here.plain);
    let pair = step(before2.hash, before.hash);
    let kinds = step(before.kind, here.kind);
    let kinds_after = step(here.kind, after.kind);
    [
        row(34, step(before.hash, plain)),
        row(35, step(after.hash, plain)),
        row(36, pair),
        row(37, step(after.start, plain)),
        row(38, step(before.start, plain)),
        row(42, kinds),
        row(43, kinds_after),
        row(44, step(kinds, after.kind)),
        row(45, step(step(before2.kind, before.kind), here.kind)),
        row(46, step(kinds_after, after2.kind)),
        row(47, step(before.ending, plain)),
        row(48, step(after.ending, plain)),
        row(51, step(pair, plain)),
        row(52, step(before.hash, step(here.hash, 1))),
        row(53, step(after.hash, step(here.hash, 2))),
    ]
}

/// Rows of what stands around the word at `at`.
pub fn around(words: &[Word], at: usize, manner: Manner, out: &mut Vec<u32>) {
    let of = |offset: isize| {
        let word = at.checked_add_signed(offset).and_then(|at| words.get(at));
        word.map(Traits::new).unwrap_or_default()
    };
    let near = [of(-2), of(-1), of(0), of(1), of(2)];
    let [_, before, here, after, _] = &near;
    for (place, offset) in BESIDE.into_iter().enumerate() {
        out.push(beside(place as u64, of(offset).hash));
    }
    out.extend(forms(manner.finnish, before.form, here.form, after.form));
    let (first, last) = (at == 0, at + 1 == words.len());
    out.push(cased(manner.index(), here.plain, first));
    out.push(placed(
        words.len().min(LENGTHS - 1),
        last,
        here.plain,
        first,
    ));
    out.extend(together(near.each_ref()));
}
