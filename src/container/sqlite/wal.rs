//! The write-ahead log (`-wal`): which of its frames hold the newest form of a page, up to the last
//! complete transaction (file format §4). Salts and the running checksum of every frame are
//! checked; what comes behind the first frame that fails is not used, as SQLite itself does.

use crate::{container::Section, error::Result};
use std::{
    collections::HashMap,
    io::{BufReader, Read},
};

const FILE_HEAD: u64 = 32;
const FRAME_HEAD: usize = 24;

/// The frames of a log that count.
pub(super) struct Wal {
    frames: HashMap<u32, u64>,
    /// Something other than old frames lies behind the last complete transaction.
    pub(super) damaged: bool,
}

impl Wal {
    /// `None` when it is no log of a database with this page size.
    pub(super) fn read(file: Section, page_size: usize) -> Option<Self> {
        let mut reader = BufReader::with_capacity(256 << 10, file);
        let mut head = [0; FILE_HEAD as usize];
        reader.read_exact(&mut head).ok()?;
        let big = match word(&head, 0)? {
            0x377f_0682 => false,
            0x377f_0683 => true,
            _ => return None,
        };
        if word(&head, 8)? as usize != page_size {
            return None;
        }
        let salts = head.get(16..24)?;
        let mut sums = checksum((0, 0), head.get(..24)?, big);
        if (word(&head, 24)?, word(&head, 28)?) != sums {
            return None;
        }
        let mut wal = Self {
            frames: HashMap::new(),
            damaged: false,
        };
        let mut frame = vec![0; FRAME_HEAD + page_size];
        let mut at = FILE_HEAD;
        let mut open: Vec<(u32, u64)> = Vec::new();
        while let Ok(whole) = fill(&mut reader, &mut frame) {
            if whole < frame.len() {
                wal.damaged |= whole > 0;
                break;
            }
            let (head, page) = frame.split_at(FRAME_HEAD);
            if head.get(8..16) != Some(salts) {
                // left over from before the log was started again
                break;
            }
            sums = checksum(sums, head.get(..8)?, big);
            sums = checksum(sums, page, big);
            if (word(head, 16)?, word(head, 20)?) != sums {
                wal.damaged = true;
                break;
            }
            open.push((word(head, 0)?, at + FRAME_HEAD as u64));
            if word(head, 4)? != 0 {
                wal.frames.extend(open.drain(..));
            }
            at += frame.len() as u64;
        }
        wal.damaged |= !open.is_empty();
        Some(wal)
    }

    /// Where the newest form of a page starts.
    pub(super) fn frame(&self, page: u32) -> Option<u64> {
        self.frames.get(&page).copied()
    }

    pub(super) fn pages(&self) -> u64 {
        self.frames.len() as u64
    }
}

/// Reads until the buffer is full or the file ends.
fn fill(reader: &mut impl Read, buffer: &mut [u8]) -> Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match reader.read(rest)? {
            0 => break,
            count => filled += count,
        }
    }
    Ok(filled)
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_be_bytes(four))
}

fn checksum((mut one, mut two): (u32, u32), bytes: &[u8], big: bool) -> (u32, u32) {
    let word = |four: &[u8]| {
        let four = four.try_into().unwrap_or_default();
        if big {
            u32::from_be_bytes(four)
        } else {
            u32::from_le_bytes(four)
        }
    };
    for eight in bytes.chunks_exact(8) {
        let (first, second) = eight.split_at(4);
        one = one.wrapping_add(word(first)).wrapping_add(two);
        two = two.wrapping_add(word(second)).wrapping_add(one);
    }
    (one, two)
}
