//! One token as the tagger sees it: hashes, shape and what the name lists say. Shared by trainer
//! and page.

use super::{
    context::{self, Cue},
    lists::{Listed, Lists},
    stems,
    token::{Kind, Token},
};

use std::sync::Arc;

/// Letters of a token that are looked at.
const LETTERS: usize = 40;

/// Multiplier of the running hash.
const STEP: u64 = 0x517c_c1b7_2722_0a95;

/// One step of a running hash.
#[must_use]
#[inline]
pub const fn step(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(STEP)
}

/// Hash of lower-cased letters, as name lists store it.
#[must_use]
pub fn hash_of(lower: &[char]) -> u64 {
    lower.iter().fold(0, |hash, c| step(hash, *c as u64))
}

/// How letters of a token are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// A sign, a number or a link.
    Other = 0,
    /// No capital, or a script without them.
    Lower = 1,
    /// One capital, then small letters.
    Capital = 2,
    /// Two or more capitals, nothing else.
    Upper = 3,
    /// One capital alone.
    Initial = 4,
    /// Any other mixture.
    Mixed = 5,
}

/// A token ready for the tagger.
#[derive(Clone, Debug)]
pub struct Word {
    /// Lower-cased letters, composed, cut at a fixed length.
    pub lower: Arc<[char]>,
    /// Hash of the lower-cased letters.
    pub hash: u64,
    /// Hash of the collapsed pattern of capitals, small letters, digits and signs.
    pub pattern: u64,
    /// Casing.
    pub shape: Shape,
    /// What it is made of.
    pub kind: Kind,
    /// What the lists say.
    pub listed: Listed,
    /// Hash of the last three letters.
    pub ending: u64,
    /// Whether it looks Finnish: above 0, or not: below.
    pub finnish: i8,
    /// What it tells of a name behind it.
    pub cue: Option<Cue>,
}

impl Word {
    /// Reads one token of `text`.
    #[must_use]
    pub fn new(text: &str, token: &Token, lists: &Lists) -> Self {
        let raw = token.span.of(text).unwrap_or_default();
        let mut lower: Vec<char> = Vec::with_capacity(raw.len().min(LETTERS));
        let (mut upper, mut small, mut others) = (0_u32, 0_u32, 0_u32);
        let mut first_upper = false;
        let mut pattern = 0_u64;
        let mut last_class = 0_u64;
        for c in raw.chars().take(LETTERS) {
            if let Some(composed) = compose(lower.last().copied(), c) {
                if let (Some(last), Some(composed)) = (lower.last_mut(), composed) {
                    *last = composed;
                }
                continue;
            }
            let class = if c.is_ascii_lowercase() {
                small += 1;
                1
            } else if c.is_ascii_digit() {
                others += 1;
                3
            } else if c.is_uppercase() {
                if lower.is_empty() {
                    first_upper = true;
                }
                upper += 1;
                2
            } else if c.is_alphabetic() {
                small += 1;
                1
            } else {
                if !matches!(c, '-' | '\'' | '’') {
                    others += 1;
                }
                u64::from(c as u32) + 8
            };
            if class != last_class {
                pattern = step(pattern, class);
                last_class = class;
            }
            lower.push(if c.is_ascii() {
                c.to_ascii_lowercase()
            } else if c == '’' {
                '\''
            } else {
                c.to_lowercase().next().unwrap_or(c)
            });
        }
        let shape = match (upper, small, others) {
            _ if token.kind != Kind::Word => Shape::Other,
            (0, _, _) => Shape::Lower,
            (1, 0, 0) => Shape::Initial,
            (_, 0, 0) => Shape::Upper,
            (1, _, 0) if first_upper => Shape::Capital,
            (_, _, 0) if first_upper && lower.contains(&'-') => Shape::Capital,
            _ => Shape::Mixed,
        };
        let listed = if token.kind == Kind::Word && others == 0 {
            stems::look_up(&lower, lists)
        } else {
            Listed::default()
        };
        // all numbers of one length are one word
        let hash = match token.kind {
            Kind::Link => 1,
            Kind::Number => 2 + lower.len() as u64,
            _ => hash_of(&lower),
        };
        let ending = hash_of(
            lower
                .get(lower.len().saturating_sub(3)..)
                .unwrap_or_default(),
        );
        Self {
            finnish: if shape == Shape::Lower {
                stems::looks_finnish(&lower)
            } else {
                0
            },
            cue: context::cue(&lower),
            lower: lower.into(),
            hash,
            pattern,
            shape,
            kind: token.kind,
            listed,
            ending,
        }
    }
}

/// Joins a combining mark with the letter before it: `None` where `c` is no mark, `Some(None)`
/// where the mark is dropped.
fn compose(last: Option<char>, c: char) -> Option<Option<char>> {
    if !matches!(c, '\u{300}'..='\u{36f}') {
        return None;
    }
    Some(match (last, c) {
        (Some('a'), '\u{30a}') => Some('å'),
        (Some('a'), '\u{308}') => Some('ä'),
        (Some('o'), '\u{308}') => Some('ö'),
        (Some('u'), '\u{308}') => Some('ü'),
        (Some('e'), '\u{301}') => Some('é'),
        _ => None,
    })
}
