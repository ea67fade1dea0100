//! Many words and phrases searched at once where a word begins: a tree of their letters that is
//! entered at each such place and mostly left after two or three of them. What may stand inside
//! a word has an automaton of its own over the whole text. Works on folded text, in time linear
//! in it: no phrase is followed further than it is long.

use super::fold::{fold_at, is_word_char};
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};

/// Patterns up to which the automaton is a table of all its steps.
const TABLE: usize = 400;

/// Places in a text of some sentences.
const HITS: usize = 32;

/// A place of a pattern. Places are ordered by their end, the longest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    /// Byte behind the last one.
    pub end: u32,
    /// First byte.
    pub start: u32,
    /// Position among the patterns given.
    pub pattern: u32,
}

/// A prefix of patterns; those one letter longer stand next to each other.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// First of the longer prefixes.
    first: u32,
    /// Number of them.
    count: u32,
    /// First of the patterns that end here.
    ends: u32,
    /// Number of them.
    ending: u32,
}

/// First letters by which most words are told apart from all patterns, in tables so small that
/// they stay near while the tree does not.
#[derive(Debug, Default)]
struct Heads {
    /// One bit for each pair of letters that a pattern of less than [`HEAD`] begins with.
    short: Vec<u64>,
    /// One bit for the hash of the first [`HEAD`] letters of each longer pattern.
    long: Vec<u64>,
}

/// Letters that are hashed.
const HEAD: usize = 4;

impl Heads {
    fn pair(first: u8, second: u8) -> (usize, u64) {
        let at = usize::from(first) << 8 | usize::from(second);
        (at >> 6, 1 << (at & 63))
    }

    fn hash(head: [u8; HEAD]) -> (usize, u64) {
        let hash = u32::from_le_bytes(head).wrapping_mul(0x9e37_79b1) >> 16;
        (hash as usize >> 6, 1 << (hash & 63))
    }

    fn new<'p>(patterns: impl Iterator<Item = &'p [u8]>) -> Self {
        let (mut short, mut long) = (vec![0; 1024], vec![0; 1024]);
        let set = |table: &mut Vec<u64>, (at, bit): (usize, u64)| {
            if let Some(slot) = table.get_mut(at) {
                *slot |= bit;
            }
        };
        for pattern in patterns {
            match pattern {
                [] => {}
                [a, b, c, d, ..] => set(&mut long, Self::hash([*a, *b, *c, *d])),
                [a, b, ..] => set(&mut short, Self::pair(*a, *b)),
                [a] => (0..=u8::MAX).for_each(|b| set(&mut short, Self::pair(*a, b))),
            }
        }
        Self { short, long }
    }

    /// False where surely no pattern begins.
    #[inline]
    fn may_begin(&self, rest: &[u8]) -> bool {
        let Some(head) = rest.first_chunk::<HEAD>() else {
            return true;
        };
        let is = |table: &[u64], (at, bit)| table.get(at).is_some_and(|slot: &u64| slot & bit != 0);
        is(&self.long, Self::hash(*head)) || is(&self.short, Self::pair(head[0], head[1]))
    }
}

/// Patterns ready for the search.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    nodes: Vec<Node>,
    /// Last letter of each prefix.
    labels: Vec<u8>,
    /// Patterns in the order of their letters.
    sorted: Vec<u32>,
    /// Prefix of each first letter; 0 where none begins so.
    firsts: Vec<u32>,
    /// Prefix of each second letter, 256 for each first one that is there; 0 where there is none.
    seconds: Vec<u32>,
    heads: Heads,
    inside: Option<AhoCorasick>,
    /// Position among the patterns given of each pattern of `inside`.
    glued: Vec<u32>,
}

impl Phrases {
    /// Prepares folded patterns; true for one that may begin inside a word.
    pub(super) fn new<'p>(patterns: impl IntoIterator<Item = (&'p str, bool)>) -> Self {
        let mut plain: Vec<(&[u8], u32)> = Vec::new();
        let mut inner: Vec<&str> = Vec::new();
        let mut glued = Vec::new();
        for (at, (pattern, inside)) in patterns.into_iter().enumerate() {
            if pattern.is_empty() {
                continue;
            }
            if inside {
                inner.push(pattern);
                glued.push(at as u32);
            } else {
                plain.push((pattern.as_bytes(), at as u32));
            }
        }
        plain.sort_unstable();
        let kind = (inner.len() <= TABLE).then_some(AhoCorasickKind::DFA);
        let mut phrases = Self {
            sorted: plain.iter().map(|(_, at)| *at).collect(),
            // fails only beyond the automaton's own size limits
            inside: (!inner.is_empty())
                .then(|| AhoCorasickBuilder::new().kind(kind).build(&inner).ok())
                .flatten(),
            glued,
            heads: Heads::new(plain.iter().map(|(pattern, _)| *pattern)),
            ..Self::default()
        };
        phrases.grow(&plain);
        phrases.index();
        phrases
    }

    /// Makes the tree, one length of prefixes after the other.
    fn grow(&mut self, sorted: &[(&[u8], u32)]) {
        self.nodes.push(Node::default());
        self.labels.push(0);
        // the patterns below each prefix
        let mut ranges = vec![(0, sorted.len())];
        let mut at = 0;
        let mut depth = 0;
        let mut level = 1;
        while at < self.nodes.len() {
            if at == level {
                depth += 1;
                level = self.nodes.len();
            }
            let (from, upto) = ranges.get(at).copied().unwrap_or_default();
            let letter = |at: usize| {
                sorted
                    .get(at)
                    .and_then(|(word, _)| word.get(depth))
                    .copied()
            };
            let mut next = from;
            while next < upto && letter(next).is_none() {
                next += 1;
            }
            let first = self.nodes.len();
            if let Some(node) = self.nodes.get_mut(at) {
                node.ends = from as u32;
                node.ending = (next - from) as u32;
                node.first = first as u32;
            }
            while let Some(label) = letter(next).filter(|_| next < upto) {
                let start = next;
                while next < upto && letter(next) == Some(label) {
                    next += 1;
                }
                self.nodes.push(Node::default());
                self.labels.push(label);
                ranges.push((start, next));
            }
            let count = self.nodes.len() - first;
            if let Some(node) = self.nodes.get_mut(at) {
                node.count = count as u32;
            }
            at += 1;
        }
    }

    /// Fills the tables of the first two letters.
    fn index(&mut self) {
        self.firsts = vec![0; 256];
        let Some(root) = self.nodes.first().copied() else {
            return;
        };
        self.seconds = vec![0; 256 * root.count as usize];
        for first in root.first..root.first + root.count {
            if let (Some(label), Some(node)) = (
                self.labels.get(first as usize).copied(),
                self.nodes.get(first as usize).copied(),
            ) {
                if let Some(slot) = self.firsts.get_mut(usize::from(label)) {
                    *slot = first;
                }
                for second in node.first..node.first + node.count {
                    let label = self
                        .labels
                        .get(second as usize)
                        .copied()
                        .unwrap_or_default();
                    let place = (first - root.first) as usize * 256 + usize::from(label);
                    if let Some(slot) = self.seconds.get_mut(place) {
                        *slot = second;
                    }
                }
            }
        }
    }

    /// All places in `text`, in order of their ends.
    pub(super) fn find(&self, text: &str) -> Vec<Hit> {
        let mut found = Vec::with_capacity(HITS);
        if self.nodes.len() > 1 {
            let bytes = text.as_bytes();
            let mut inside = false;
            let mut at = 0;
            while let Some(byte) = bytes.get(at).copied() {
                let (word, length) = if byte.is_ascii() {
                    (byte.is_ascii_alphanumeric(), 1)
                } else {
                    let c = text.get(at..).and_then(|rest| rest.chars().next());
                    c.map_or((false, 1), |c| (is_word_char(c), c.len_utf8()))
                };
                if !(inside && word) && self.heads.may_begin(bytes.get(at..).unwrap_or_default()) {
                    self.follow(bytes, at, &mut found);
                }
                inside = word;
                at += length;
            }
        }
        if let Some(inner) = &self.inside {
            found.extend(inner.find_overlapping_iter(text).map(|hit| {
                Hit {
                    end: hit.end() as u32,
                    start: hit.start() as u32,
                    pattern: self
                        .glued
                        .get(hit.pattern().as_usize())
                        .copied()
                        .unwrap_or_default(),
                }
            }));
        }
        found.sort_unstable();
        found
    }

    /// False where no pattern that begins a word stands in `text`, which is normalised and not
    /// folded: far less work than folding it. True may be wrong.
    pub(super) fn may_stand_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        // combining marks vanish, and what follows them may begin a word
        if self.inside.is_some() || bytes.iter().any(|byte| matches!(byte, 0xcc | 0xcd)) {
            return true;
        }
        let mut inside = false;
        let mut at = 0;
        while let Some(byte) = bytes.get(at).copied() {
            let (word, length) = if byte.is_ascii() {
                (byte.is_ascii_alphanumeric(), 1)
            } else {
                let c = text.get(at..).and_then(|rest| rest.chars().next());
                c.map_or((false, 1), |c| (is_word_char(c), c.len_utf8()))
            };
            if !(inside && word) && self.may_begin(text, at) {
                return true;
            }
            inside = word;
            at += length;
        }
        false
    }

    fn may_begin(&self, text: &str, mut at: usize) -> bool {
        let mut node = 0;
        let mut last = 0;
        while let Some((plain, length)) = fold_at(text, at, last) {
            at += length;
            let Some(plain) = plain else { continue };
            if !plain.is_ascii() {
                let byte = plain.encode_utf8(&mut [0; 4]).bytes().next();
                return byte.is_some_and(|byte| self.longer(node, byte).is_some());
            }
            last = plain as u8;
            node = match self.longer(node, last) {
                Some(longer) => longer,
                None => return false,
            };
            if self
                .nodes
                .get(node as usize)
                .is_some_and(|of| of.ending > 0)
            {
                return true;
            }
        }
        false
    }

    /// The prefix one letter longer.
    #[inline]
    fn longer(&self, node: u32, letter: u8) -> Option<u32> {
        if node == 0 {
            let first = self.firsts.get(usize::from(letter)).copied();
            return first.filter(|first| *first > 0);
        }
        let here = self.nodes.get(node as usize)?;
        let (first, count) = (here.first as usize, here.count as usize);
        let labels = self.labels.get(first..first + count)?;
        let at = labels.iter().position(|label| *label == letter)?;
        Some((first + at) as u32)
    }

    /// The patterns that begin at `start`.
    #[inline]
    fn follow(&self, text: &[u8], start: usize, found: &mut Vec<Hit>) {
        let table = |table: &[u32], at: usize| table.get(at).copied().filter(|node| *node > 0);
        let first = text.get(start).map(|byte| usize::from(*byte));
        let Some(node) = first.and_then(|byte| table(&self.firsts, byte)) else {
            return;
        };
        self.note(node, start, start + 1, found);
        let Some(second) = text.get(start + 1) else {
            return;
        };
        // the prefixes of one letter come right behind the empty one
        let place = (node as usize - 1) * 256 + usize::from(*second);
        let Some(mut node) = table(&self.seconds, place) else {
            return;
        };
        let mut end = start + 2;
        loop {
            let Some(here) = self.note(node, start, end, found) else {
                return;
            };
            let Some(byte) = text.get(end) else { return };
            let (first, count) = (here.first as usize, here.count as usize);
            let labels = self.labels.get(first..first + count).unwrap_or_default();
            let Some(at) = labels.iter().position(|label| label == byte) else {
                return;
            };
            node = (first + at) as u32;
            end += 1;
        }
    }

    /// Adds the patterns that end with a prefix.
    #[inline]
    fn note(&self, node: u32, start: usize, end: usize, found: &mut Vec<Hit>) -> Option<Node> {
        let node = self.nodes.get(node as usize).copied()?;
        if node.ending > 0 {
            let (from, upto) = (node.ends as usize, (node.ends + node.ending) as usize);
            let ending = self.sorted.get(from..upto).unwrap_or_default();
            found.extend(ending.iter().map(|pattern| Hit {
                end: end as u32,
                start: start as u32,
                pattern: *pattern,
            }));
        }
        Some(node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::fold::fold;

    const PATTERNS: &[(&str, bool)] = &[
        ("bo", false),
        ("borger", false),
        ("bor pa", false),
        ("kode", true),
        ("@", false),
        ("bo", false),
        ("é", false),
        ("b", false),
    ];

    fn found(text: &str) -> Vec<(&str, u32)> {
        let phrases = Phrases::new(PATTERNS.iter().copied());
        let hits = phrases.find(text);
        let of = |hit: Hit| &text[hit.start as usize..hit.end as usize];
        hits.into_iter().map(|hit| (of(hit), hit.pattern)).collect()
    }

    #[test]
    fn phrases_begin_where_words_do() {
        assert_eq!(
            found("bor pa"),
            [("b", 7), ("bo", 0), ("bo", 5), ("bor pa", 2)]
        );
        assert_eq!(found("abo wifikode"), [("kode", 3)]);
        assert_eq!(found("x@é"), [("@", 4), ("é", 6)]);
        assert_eq!(found("xé kode"), [("kode", 3)]);
        assert_eq!(found(""), []);
        assert!(Phrases::new([]).find("bo").is_empty());
    }

    #[test]
    fn a_text_without_a_phrase_is_seldom_searched() {
        let patterns = ["anna", "anna skov", "moellevej 12", "jo", "þor"];
        let folded: Vec<String> = patterns.iter().map(|word| fold(word)).collect();
        let phrases = Phrases::new(folded.iter().map(|word| (word.as_str(), false)));
        for text in [
            "så sagde ANNA det",
            "jo",
            "på Møllevej  12",
            "MØLLEVEJ-12",
            "\u{301}anna",
            "x Jö",
            "hos Þor",
        ] {
            assert!(!phrases.find(&fold(text)).is_empty(), "{text}");
            assert!(phrases.may_stand_in(text), "{text}");
        }
        assert!(!phrases.may_stand_in("ann an Møllevej 1 😀"));
    }

    #[test]
    fn places_are_those_of_an_automaton() {
        let patterns = ["a", "ab", "abc", "b c", "c", "ca", "abcabc", "bc"];
        let phrases = Phrases::new(patterns.iter().map(|pattern| (*pattern, false)));
        let automaton = AhoCorasick::new(patterns).unwrap();
        for text in ["abcabc ab c", "a b c a", "ca abc", "abcabcabc"] {
            let begins = |at: usize| {
                !text[..at].ends_with(char::is_alphanumeric)
                    || !text[at..].starts_with(char::is_alphanumeric)
            };
            let expected: Vec<Hit> = automaton
                .find_overlapping_iter(text)
                .filter(|hit| begins(hit.start()))
                .map(|hit| Hit {
                    end: hit.end() as u32,
                    start: hit.start() as u32,
                    pattern: hit.pattern().as_u32(),
                })
                .collect();
            assert_eq!(phrases.find(text), expected, "{text}");
        }
    }
}
