//! What the tagger looks at for one token: rows of the weight table. A row is found by a hash, so
//! no word can be read from the table. Shared by trainer and page: a change here needs
//! `cargo xtask train-names`.

use super::{
    lists::How,
    word::{Shape, Word, step},
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

/// Casing of a segment.
#[must_use]
pub fn casing(words: &[Word]) -> Casing {
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

/// Rows of what stands around the word at `at`.
pub fn around(words: &[Word], at: usize, casing: Casing, out: &mut Vec<u32>) {
    let word = |offset: isize| at.checked_add_signed(offset).and_then(|at| words.get(at));
    let Some(here) = word(0) else { return };
    let hash = |offset| word(offset).map_or(EDGE, |w| w.hash);
    let ending = |offset| word(offset).map_or(EDGE, |w| w.ending);
    let form = |offset| {
        word(offset).map_or(EDGE, |w| {
            step(w.shape as u64, u64::from(w.kind != Kind::Word))
        })
    };
    // shape and coarse kind of the lists in one
    let kind = |offset| {
        word(offset).map_or(EDGE, |w| {
            let sign = if w.kind == Kind::Sign { w.hash } else { 0 };
            let doubtful = u64::from(w.listed.how == How::Finnish);
            step(
                step(step(w.shape as u64, u64::from(w.listed.kind())), doubtful),
                sign,
            )
        })
    };
    let (before, after) = (hash(-1), hash(1));
    let (before2, after2) = (hash(-2), hash(2));
    let mine = kind(0);
    let plain = step(here.shape as u64, u64::from(here.listed.kind()));
    let casing = casing as u64;
    out.push(row(30, before));
    out.push(row(31, after));
    out.push(row(32, before2));
    out.push(row(33, after2));
    out.push(row(34, step(before, plain)));
    out.push(row(35, step(after, plain)));
    out.push(row(36, step(before2, before)));
    out.push(row(37, step(after, after2)));
    out.push(row(38, step(before, after)));
    out.push(row(39, step(form(-1), form(0))));
    out.push(row(40, step(form(0), form(1))));
    out.push(row(41, step(step(form(-1), form(0)), form(1))));
    out.push(row(42, step(kind(-1), mine)));
    out.push(row(43, step(mine, kind(1))));
    out.push(row(44, step(step(kind(-1), mine), kind(1))));
    out.push(row(45, step(step(kind(-2), kind(-1)), mine)));
    out.push(row(46, step(step(mine, kind(1)), kind(2))));
    out.push(row(47, step(ending(-1), plain)));
    out.push(row(48, step(ending(1), plain)));
    out.push(row(49, step(step(casing, plain), u64::from(at == 0))));
    let last = u64::from(at + 1 == words.len());
    let length = words.len().min(6) as u64;
    out.push(row(
        50,
        step(step(step(length, last), plain), u64::from(at == 0)),
    ));
    out.push(row(51, step(step(before2, before), plain)));
    out.push(row(52, step(before, step(here.hash, 1))));
    out.push(row(53, step(after, step(here.hash, 2))));
}
