//! Digit groups of a normalised text, cut once, and the windows of neighbouring groups that the
//! number recognisers look at. Bounded: at most [`GROUPS`] groups and [`DIGITS`] digits per
//! window, so the work is linear in the text.

use super::fold::is_letter;
use crate::text::ByteSpan;

/// Groups in one window: ten digits that are typed one by one, and a country code.
pub(super) const GROUPS: usize = 12;
/// Digits in one window: longer ones belong to nobody's number (cards have 19).
pub(super) const DIGITS: usize = 20;
/// Line breaks in one number: "0101", "90", "5555" below each other.
const LINES: usize = 2;
/// Characters between two groups of one number.
const GAP: usize = 4;

/// What stands between a group of digits and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Something that no number is written with.
    Break,
    /// Spaces.
    Space,
    /// A dash, with or without spaces.
    Dash,
    /// A full stop.
    Dot,
    /// A stroke.
    Slash,
    /// Brackets, as in `(0)70`.
    Bracket,
    /// A plus sign inside the number.
    Plus,
    /// One line break, also with a dash before it.
    Line,
}

/// A maximal sequence of digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// Where, in the normalised text.
    pub span: ByteSpan,
    /// Between this and the group before.
    pub gap: Gap,
}

/// Cuts all groups of digits.
pub(super) fn groups(text: &str) -> Vec<Group> {
    let bytes = text.as_bytes();
    let mut found: Vec<Group> = Vec::new();
    let mut at = 0;
    while let Some(first) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(u8::is_ascii_digit))
    {
        let start = at + first;
        let length = bytes
            .get(start..)
            .and_then(|rest| rest.iter().position(|byte| !byte.is_ascii_digit()))
            .unwrap_or(bytes.len() - start);
        let gap = match found.last() {
            Some(before) => text
                .get(before.span.end as usize..start)
                .map_or(Gap::Break, kind),
            None => Gap::Break,
        };
        found.push(Group {
            span: ByteSpan::new(start as u32, (start + length) as u32),
            gap,
        });
        at = start + length;
    }
    found
}

fn kind(between: &str) -> Gap {
    if between.is_empty() || between.len() > GAP {
        return Gap::Break;
    }
    let mut kind = Gap::Space;
    for c in between.chars() {
        kind = match (kind, c) {
            (kept, ' ') => kept,
            (Gap::Space, '-') => Gap::Dash,
            (Gap::Space, '.') => Gap::Dot,
            (Gap::Space, '/') => Gap::Slash,
            (Gap::Space, '+') => Gap::Plus,
            (Gap::Space | Gap::Bracket | Gap::Dash, '(' | ')') => Gap::Bracket,
            (Gap::Bracket, '-') => Gap::Bracket,
            (Gap::Space | Gap::Dash, '\n') | (Gap::Line, '-') => Gap::Line,
            _ => return Gap::Break,
        };
    }
    match kind {
        Gap::Dot | Gap::Slash if between.len() > 2 => Gap::Break,
        Gap::Dot if between.starts_with(' ') => Gap::Break,
        kept => kept,
    }
}

/// Neighbouring groups read as one number.
#[derive(Debug)]
pub struct Window {
    /// Where, in the normalised text.
    pub(super) span: ByteSpan,
    digits: [u8; DIGITS],
    length: usize,
    /// Number of digits before each gap, and the gap.
    cuts: [(u8, Gap); GROUPS],
    cut_count: usize,
}

impl Window {
    fn empty() -> Self {
        Self {
            span: ByteSpan::default(),
            digits: [0; DIGITS],
            length: 0,
            cuts: [(0, Gap::Break); GROUPS],
            cut_count: 0,
        }
    }

    /// Digits that the words in `span` spell out; `None` where they are too many.
    pub(super) fn spelled(span: ByteSpan, digits: &[u8], cuts: &[(u8, Gap)]) -> Option<Self> {
        let mut window = Self::empty();
        window.span = span;
        window
            .digits
            .get_mut(..digits.len())?
            .copy_from_slice(digits);
        window.length = digits.len();
        window.cuts.get_mut(..cuts.len())?.copy_from_slice(cuts);
        window.cut_count = cuts.len();
        Some(window)
    }

    /// The digits as values.
    pub(super) fn digits(&self) -> &[u8] {
        self.digits.get(..self.length).unwrap_or_default()
    }

    /// The digits as text.
    pub(super) fn text(&self) -> String {
        self.digits().iter().map(|d| (b'0' + d) as char).collect()
    }

    /// Gaps with the number of digits before them.
    pub(super) fn cuts(&self) -> &[(u8, Gap)] {
        self.cuts.get(..self.cut_count).unwrap_or_default()
    }

    /// The gap after `digits` digits.
    pub(super) fn cut_at(&self, digits: u8) -> Option<Gap> {
        self.cuts()
            .iter()
            .find(|(at, _)| *at == digits)
            .map(|(_, gap)| *gap)
    }

    /// True when there is a gap at both places or at none, and one at `border` if anywhere: dates
    /// are cut whole.
    pub(super) fn date_cut(&self, first: u8, second: u8, border: u8) -> bool {
        let at = |place| self.cut_at(place).is_some();
        at(first) == at(second) && (self.cut_count == 0 || at(border))
    }

    /// True when every digit stands alone.
    pub(super) fn one_by_one(&self) -> bool {
        self.length > 5 && self.cut_count + 1 == self.length
    }

    /// True when gaps stand only at the `allowed` places, or after every single digit; and
    /// there are few line breaks. A number over several lines is weighed down later.
    pub(super) fn cut_only_at(&self, allowed: &[u8]) -> bool {
        let lines = self.cuts().iter().filter(|(_, gap)| *gap == Gap::Line);
        let one_by_one = self.one_by_one();
        one_by_one
            || lines.count() <= LINES && self.cuts().iter().all(|(at, _)| allowed.contains(at))
    }

    /// True when all gaps are of one of these kinds.
    pub(super) fn gaps_are(&self, kinds: &[Gap]) -> bool {
        self.cuts().iter().all(|(_, gap)| kinds.contains(gap))
    }

    /// Adds a group; false when it does not fit.
    fn push(&mut self, group: &Group, bytes: &[u8]) -> bool {
        let Some(source) = bytes.get(group.span.start as usize..group.span.end as usize) else {
            return false;
        };
        let Some(room) = self.digits.get_mut(self.length..self.length + source.len()) else {
            return false;
        };
        for (slot, byte) in room.iter_mut().zip(source) {
            *slot = byte - b'0';
        }
        if self.length == 0 {
            self.span = group.span;
        } else {
            if let Some(slot) = self.cuts.get_mut(self.cut_count) {
                *slot = (self.length as u8, group.gap);
            }
            self.cut_count += 1;
        }
        self.length += source.len();
        self.span.end = group.span.end;
        true
    }
}

/// Calls `visit` for every window of 3 digits and more.
pub(super) fn windows(text: &str, groups: &[Group], mut visit: impl FnMut(&Window)) {
    for first in 0..groups.len() {
        let mut window = Window::empty();
        for (count, group) in groups.iter().skip(first).take(GROUPS).enumerate() {
            if count > 0 && group.gap == Gap::Break {
                break;
            }
            if !window.push(group, text.as_bytes()) {
                break;
            }
            if window.length >= 3 {
                visit(&window);
            }
        }
    }
}

/// Bytes looked at on each side for more groups of a row.
const ROW: usize = 32;

/// Digits before and behind `span` that stand in one row with it, single spaces between:
/// "3 7 12 20 29 31 34".
pub(super) fn row(text: &str, span: ByteSpan) -> (usize, usize) {
    let count = |bytes: &mut dyn Iterator<Item = &u8>| {
        let (mut digits, mut spaces) = (0, 0);
        for byte in bytes.take(ROW) {
            match byte {
                b'0'..=b'9' if spaces == 1 || digits > 0 => {
                    digits += 1;
                    spaces = 0;
                }
                b' ' if spaces == 0 => spaces = 1,
                _ => break,
            }
        }
        digits
    };
    let bytes = text.as_bytes();
    let before = bytes.get(..span.start as usize).unwrap_or_default();
    let after = bytes.get(span.end as usize..).unwrap_or_default();
    (count(&mut before.iter().rev()), count(&mut after.iter()))
}

/// How a span stands in its surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Space, punctuation, line end.
    Clean,
    /// A letter touches it.
    Glued,
    /// More of the same number seems to follow: a digit behind a dash, dot, stroke, comma, colon.
    Joined,
}

/// What stands before `at`.
pub(super) fn edge_before(text: &str, at: u32) -> Edge {
    let before = text.get(..at as usize).unwrap_or_default();
    let mut back = before.chars().rev();
    match back.next() {
        None => Edge::Clean,
        Some(c) if c.is_ascii_digit() => Edge::Joined,
        Some(c) if is_letter(c) || c == '_' => Edge::Glued,
        Some('-' | '.' | '/' | ',' | ':' | '+' | '=') => match back.next() {
            Some(c) if c.is_ascii_digit() => Edge::Joined,
            _ => Edge::Clean,
        },
        Some('%' | '§') => Edge::Joined,
        Some(_) => Edge::Clean,
    }
}

/// What stands after `at`.
pub(super) fn edge_after(text: &str, at: u32) -> Edge {
    let mut ahead = text.get(at as usize..).unwrap_or_default().chars();
    match ahead.next() {
        None => Edge::Clean,
        Some(c) if c.is_ascii_digit() => Edge::Joined,
        Some(c) if is_letter(c) || c == '_' => Edge::Glued,
        Some('-' | '.' | '/' | ',' | ':' | '=') => match ahead.next() {
            Some(c) if c.is_ascii_digit() => Edge::Joined,
            _ => Edge::Clean,
        },
        Some('%') => Edge::Joined,
        Some(_) => Edge::Clean,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_join_groups_over_gaps() {
        let text = "tlf 20 12 34 56, 2024";
        let groups = groups(text);
        let mut seen = Vec::new();
        windows(text, &groups, |window| seen.push(window.text()));
        assert!(seen.contains(&"20123456".to_owned()));
        assert!(
            !seen
                .iter()
                .any(|digits| digits.ends_with("2024") && digits.len() > 4)
        );
    }

    #[test]
    fn long_runs_stay_linear() {
        let text = "1".repeat(1 << 20);
        let mut visits = 0;
        windows(&text, &groups(&text), |_| visits += 1);
        assert_eq!(visits, 0);
        let text = "1 ".repeat(1 << 18);
        windows(&text, &groups(&text), |_| visits += 1);
        assert!(visits <= GROUPS << 18);
    }
}
