//! Words of the fixed lists with what each of them says, found by their letters in one step
//! whatever the length of the list. Built once, in the order given; the same word twice keeps
//! both values joined.

/// Multiplier of the running hash.
const STEP: u64 = 0x517c_c1b7_2722_0a95;

/// One step of the running hash.
#[inline]
const fn step(hash: u64, byte: u8) -> u64 {
    (hash.rotate_left(5) ^ byte as u64).wrapping_mul(STEP)
}

/// A place of the table: the upper half of a hash and one more than the position of its word.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    entry: u32,
}

/// Words with a value each.
#[derive(Debug)]
pub(super) struct WordMap<T> {
    /// Open addressing; `entry` 0 is empty.
    slots: Vec<Slot>,
    mask: usize,
    /// Where each word ends in `letters`, and its value.
    entries: Vec<(u32, T)>,
    letters: String,
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            mask: 0,
            entries: Vec::new(),
            letters: String::new(),
        }
    }
}

impl<T: Copy> WordMap<T> {
    /// A map of `words`; `join` makes one value of two for the same word.
    pub(super) fn new<S: AsRef<str>>(
        words: impl IntoIterator<Item = (S, T)>,
        join: impl Fn(T, T) -> T,
    ) -> Self {
        let mut map = Self::default();
        for (word, value) in words {
            map.add(word.as_ref(), value, &join);
        }
        map
    }

    /// Adds a word, or replaces its value.
    pub(super) fn insert(&mut self, word: &str, value: T) {
        self.add(word, value, &|_, new| new);
    }

    fn add(&mut self, word: &str, value: T, join: &impl Fn(T, T) -> T) {
        if (self.entries.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let hash = word.bytes().fold(0, step);
        if let Some(at) = self.find(hash, word.as_bytes()) {
            if let Some((_, known)) = self.entries.get_mut(at) {
                *known = join(*known, value);
            }
            return;
        }
        self.letters.push_str(word);
        self.entries.push((self.letters.len() as u32, value));
        self.place(hash, self.entries.len() as u32);
    }

    fn place(&mut self, hash: u64, entry: u32) {
        let mut at = start(hash) & self.mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.entry == 0 {
                *slot = Slot {
                    hash: (hash >> 32) as u32,
                    entry,
                };
                return;
            }
            at = (at + 1) & self.mask;
        }
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(16);
        self.slots = vec![Slot::default(); size];
        self.mask = size - 1;
        for at in 0..self.entries.len() {
            let hash = self.word(at).iter().copied().fold(0, step);
            self.place(hash, at as u32 + 1);
        }
    }

    fn word(&self, at: usize) -> &[u8] {
        let end = |at: usize| self.entries.get(at).map_or(0, |(end, _)| *end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.letters
            .as_bytes()
            .get(start..end(at))
            .unwrap_or_default()
    }

    /// Position of the word with these letters.
    #[inline]
    fn find(&self, hash: u64, word: &[u8]) -> Option<usize> {
        let mut at = start(hash) & self.mask;
        loop {
            let slot = self.slots.get(at)?;
            let entry = (slot.entry as usize).checked_sub(1)?;
            if slot.hash == (hash >> 32) as u32 && self.word(entry) == word {
                return Some(entry);
            }
            at = (at + 1) & self.mask;
        }
    }

    /// The value of a word.
    pub(super) fn get(&self, word: &str) -> Option<T> {
        let at = self.find(word.bytes().fold(0, step), word.as_bytes())?;
        self.entries.get(at).map(|(_, value)| *value)
    }

    /// True for a word of the lists.
    pub(super) fn holds(&self, word: &str) -> bool {
        self.find(word.bytes().fold(0, step), word.as_bytes())
            .is_some()
    }

    /// The values of all words that `word` begins with, the shortest first.
    pub(super) fn beginnings<'a>(&'a self, word: &'a str) -> impl Iterator<Item = T> + 'a {
        let bytes = word.as_bytes();
        let mut hash = 0;
        bytes.iter().enumerate().filter_map(move |(at, byte)| {
            hash = step(hash, *byte);
            let entry = self.find(hash, bytes.get(..=at)?)?;
            self.entries.get(entry).map(|(_, value)| *value)
        })
    }
}

fn start(hash: u64) -> usize {
    (hash ^ (hash >> 32)) as usize
}

/// A set of words that have nothing more to say.
pub(super) fn set(list: &[&str]) -> WordMap<()> {
    WordMap::new(list.iter().map(|word| (*word, ())), |(), ()| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_joined() {
        let words = (0..500).map(|n| (format!("ord{n}"), n));
        let map = WordMap::new(words.chain([("ord7".to_owned(), 1_000)]), |a, b| a + b);
        assert_eq!(map.get("ord499"), Some(499));
        assert_eq!(map.get("ord7"), Some(1_007));
        assert_eq!(map.get("ord500"), None);
        assert_eq!(map.get(""), None);
        assert_eq!(WordMap::<u8>::default().get("ord"), None);
        assert!(set(&["a", "b", "c"]).holds("c"));
    }

    #[test]
    fn beginnings_come_shortest_first() {
        let map = WordMap::new([("a", 1), ("abc", 3), ("ab", 2), ("b", 9)], |a, _| a);
        assert_eq!(map.beginnings("abd").collect::<Vec<_>>(), [1, 2]);
        assert_eq!(map.beginnings("").count(), 0);
    }
}
