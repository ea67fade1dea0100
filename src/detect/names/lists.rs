//! Name lists as a set of hashes with coarse classes: no name and no count can be read from it.
//! A word that is in no list is taken for a listed one about once in a thousand.
//!
//! Form of the file after inflating: number of entries (u32, little-endian), Rice-coded gaps of
//! the sorted 28-bit hashes ([`RICE`] low bits), then one class byte per entry.

use std::collections::BTreeMap;

/// Bits of a hash that are kept.
const BITS: u32 = 28;
/// Low bits of a gap that are written plainly.
const RICE: u32 = 11;

/// How a word was found in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum How {
    /// As it stands, or not at all.
    #[default]
    Itself = 0,
    /// Without its genitive ending.
    Genitive = 1,
    /// Without its Finnish case ending.
    Finnish = 2,
    /// By the parts of a double name.
    Parts = 3,
    /// In no list, but with the ending of surnames.
    Ending = 4,
}

/// What the lists say about a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Given name: 0 no, 1 rare to 4 very common.
    pub given: u8,
    /// Surname: 0 no, 1 rare to 3 common.
    pub surname: u8,
    /// Ordinary word, in lower case in edited text: 0 no, 1 seldom, 2 often.
    pub common: u8,
    /// Town, country or county.
    pub place: bool,
    /// How it was found.
    pub how: How,
}

impl Listed {
    /// True for a given name or surname.
    #[must_use]
    pub fn is_name(self) -> bool {
        self.given > 0 || self.surname > 0
    }

    /// One number for all of it but `how`; below 120.
    #[must_use]
    pub fn class(self) -> u8 {
        ((self.given * 4 + self.surname) * 3 + self.common) * 2 + u8::from(self.place)
    }

    fn from_class(class: u8) -> Self {
        let (rest, place) = (class / 2, class % 2 == 1);
        let (rest, common) = (rest / 3, rest % 3);
        Self {
            given: rest / 4,
            surname: rest % 4,
            common,
            place,
            how: How::Itself,
        }
    }

    /// A coarse kind, below [`Listed::KINDS`].
    #[must_use]
    pub fn kind(self) -> u8 {
        match (self.given, self.surname, self.common) {
            (0, 0, 0) if self.how == How::Ending => 1,
            (0, 0, 0) if self.place => 2,
            (0, 0, 0) => 0,
            (0, 0, 1) => 3,
            (0, 0, _) => 4,
            (3.., _, 0) => 5,
            (3.., _, 1) => 6,
            (3.., _, _) => 7,
            (1.., 0, 0) => 8,
            (0, 1.., 0) => 9,
            (1.., 1.., 0) => 10,
            (_, _, 1) => 11,
            _ => 12,
        }
    }

    /// Number of coarse kinds.
    pub const KINDS: usize = 13;
}

/// The lists, ready for looking up.
#[derive(Debug, Default)]
pub struct Lists {
    /// Open addressing; 0 is empty. Upper 24 bits: hash, lower 8: class + 1.
    table: Vec<u64>,
    mask: usize,
}

fn short(hash: u64) -> u32 {
    let mixed = (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed >> (64 - BITS)) as u32
}

impl Lists {
    /// From hashes of lower-cased words; two words with one short hash keep the later class.
    #[must_use]
    pub fn new(entries: &[(u64, Listed)]) -> Self {
        let sorted: BTreeMap<u32, u8> = entries
            .iter()
            .map(|(hash, listed)| (short(*hash), listed.class()))
            .collect();
        Self::from_sorted(&sorted.into_iter().collect::<Vec<_>>())
    }

    fn from_sorted(entries: &[(u32, u8)]) -> Self {
        let size = (entries.len() * 2 + 1).next_power_of_two();
        let mut lists = Self {
            table: vec![0; size],
            mask: size - 1,
        };
        for (hash, class) in entries {
            let mut at = *hash as usize & lists.mask;
            while let Some(slot) = lists.table.get_mut(at) {
                if *slot == 0 {
                    *slot = (u64::from(*hash) << 8) | u64::from(class.saturating_add(1));
                    break;
                }
                at = (at + 1) & lists.mask;
            }
        }
        lists
    }

    /// What is known of the word with this hash.
    #[must_use]
    #[inline]
    pub fn get(&self, hash: u64) -> Listed {
        let hash = short(hash);
        let mut at = hash as usize & self.mask;
        while let Some(slot) = self.table.get(at).copied().filter(|slot| *slot != 0) {
            if (slot >> 8) as u32 == hash {
                return Listed::from_class((slot & 0xff) as u8 - 1);
            }
            at = (at + 1) & self.mask;
        }
        Listed::default()
    }

    /// The file form, not yet deflated.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut entries: Vec<(u32, u8)> = self
            .table
            .iter()
            .filter(|slot| **slot != 0)
            .map(|slot| ((slot >> 8) as u32, (slot & 0xff) as u8 - 1))
            .collect();
        entries.sort_unstable();
        let mut out = (entries.len() as u32).to_le_bytes().to_vec();
        let mut bits = BitWriter::default();
        let mut last = 0;
        for (hash, _) in &entries {
            bits.rice(hash - last);
            last = *hash;
        }
        out.extend(bits.finish());
        out.extend(entries.iter().map(|(_, class)| *class));
        out
    }

    /// From the file form; `None` when the bytes are not such a file.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (head, rest) = bytes.split_at_checked(4)?;
        let count = u32::from_le_bytes(head.try_into().ok()?) as usize;
        let (gaps, classes) = rest.split_at_checked(rest.len().checked_sub(count)?)?;
        let mut bits = BitReader { bytes: gaps, at: 0 };
        let mut last = 0_u32;
        let mut entries = Vec::with_capacity(count);
        for class in classes {
            last = last.checked_add(bits.rice()?)?;
            entries.push((last, *class));
        }
        Some(Self::from_sorted(&entries))
    }
}

#[derive(Default)]
struct BitWriter {
    bytes: Vec<u8>,
    used: u32,
}

impl BitWriter {
    fn bit(&mut self, one: bool) {
        if self.used.is_multiple_of(8) {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(one) << (self.used % 8);
        }
        self.used += 1;
    }

    fn rice(&mut self, value: u32) {
        for _ in 0..value >> RICE {
            self.bit(true);
        }
        self.bit(false);
        for at in 0..RICE {
            self.bit(value >> at & 1 == 1);
        }
    }

    fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl BitReader<'_> {
    fn bit(&mut self) -> Option<u32> {
        let byte = self.bytes.get(self.at / 8)?;
        let bit = u32::from(byte >> (self.at % 8) & 1);
        self.at += 1;
        Some(bit)
    }

    fn rice(&mut self) -> Option<u32> {
        let mut high = 0_u32;
        while self.bit()? == 1 {
            high += 1;
        }
        let mut low = 0;
        for at in 0..RICE {
            low |= self.bit()? << at;
        }
        high.checked_shl(RICE).map(|high| high | low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_survive_their_file() {
        let entries: Vec<(u64, Listed)> = (0..5_000_u64)
            .map(|n| {
                let listed = Listed::from_class((n % 120) as u8);
                (n.wrapping_mul(0x9e37_79b9_7f4a_7c15), listed)
            })
            .collect();
        let lists = Lists::new(&entries);
        let again = Lists::from_bytes(&lists.to_bytes()).unwrap();
        for (hash, listed) in entries.iter().rev().take(500) {
            assert_eq!(again.get(*hash).class(), lists.get(*hash).class());
            assert!(lists.get(*hash) == *listed || entries.iter().any(|e| e.0 != *hash));
        }
        assert!(Lists::from_bytes(&[9, 0, 0, 0, 1]).is_none());
    }
}
