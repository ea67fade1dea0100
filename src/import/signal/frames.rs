//! Messages of Protocol Buffers one behind the other, each after its length (a varint).

use super::{
    schema,
    tree::{Decoder, Node},
    wire,
};
use crate::{
    error::{Code, Error, Result},
    limits,
};
use std::io::Read;

const CHUNK: usize = 64 << 10;

/// What comes next.
pub enum Piece {
    /// A message; its bytes are in [`Frames::bytes`].
    Whole {
        /// Offset of its length.
        start: u64,
        /// Bytes with the length.
        len: u64,
    },
    /// No message.
    Broken {
        /// Why.
        code: Code,
        /// Where.
        start: u64,
        /// Bytes that were stepped over.
        len: u64,
    },
    /// The end.
    End,
}

/// The reader.
pub struct Frames {
    input: Box<dyn Read>,
    buffer: Vec<u8>,
    at: usize,
    base: u64,
    over: bool,
    /// The message at hand.
    pub bytes: Vec<u8>,
}

impl Frames {
    pub fn new(input: Box<dyn Read>) -> Self {
        Self {
            input,
            buffer: Vec::new(),
            at: 0,
            base: 0,
            over: false,
            bytes: Vec::new(),
        }
    }

    /// Bytes read so far.
    pub fn offset(&self) -> u64 {
        self.base + self.at as u64
    }

    /// Fills the buffer anew; false at the end.
    fn fill(&mut self) -> std::result::Result<bool, std::io::Error> {
        self.base += self.buffer.len() as u64;
        self.at = 0;
        self.buffer.resize(CHUNK, 0);
        let read = self.input.read(&mut self.buffer);
        self.buffer.truncate(*read.as_ref().unwrap_or(&0));
        read.map(|count| count > 0)
    }

    fn byte(&mut self) -> std::result::Result<Option<u8>, std::io::Error> {
        if self.at == self.buffer.len() && !self.fill()? {
            return Ok(None);
        }
        let byte = self.buffer.get(self.at).copied();
        self.at += 1;
        Ok(byte)
    }

    /// The next message.
    ///
    /// # Errors
    /// [`Code::Io`].
    pub fn next(&mut self) -> Result<Piece> {
        if self.over {
            return Ok(Piece::End);
        }
        let start = self.offset();
        let read = self.frame(start);
        let code = match read {
            Ok(Ok(Piece::End)) => {
                self.over = true;
                return Ok(Piece::End);
            }
            Ok(Ok(piece)) => return Ok(piece),
            Ok(Err(code)) => code,
            Err(error) => match Error::from(error) {
                error if error.code() == Code::Io => return Err(error),
                error => error.code(),
            },
        };
        // nothing says where the next one begins
        self.over = true;
        Ok(Piece::Broken {
            code,
            start,
            len: self.offset() - start,
        })
    }

    fn frame(
        &mut self,
        start: u64,
    ) -> std::result::Result<std::result::Result<Piece, Code>, std::io::Error> {
        let mut len = 0_u64;
        for n in 0.. {
            let Some(byte) = self.byte()? else {
                return Ok(if n == 0 {
                    Ok(Piece::End)
                } else {
                    Err(Code::Truncated)
                });
            };
            if n == 9 {
                return Ok(Err(Code::MalformedRecord));
            }
            len |= u64::from(byte & 0x7f) << (7 * n);
            if byte & 0x80 == 0 {
                break;
            }
        }
        self.bytes.clear();
        let too_long = len > limits::SIGNAL_FRAME_BYTES;
        let mut left = len;
        while left > 0 {
            if self.at == self.buffer.len() && !self.fill()? {
                return Ok(Err(Code::Truncated));
            }
            let ready = self.buffer.get(self.at..).unwrap_or_default();
            let count = ready.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            if !too_long {
                let part = ready.get(..count).unwrap_or_default();
                self.bytes.extend_from_slice(part);
            }
            self.at += count;
            left -= count as u64;
        }
        let len = self.offset() - start;
        Ok(Ok(if too_long {
            Piece::Broken {
                code: Code::LimitExceeded,
                start,
                len,
            }
        } else {
            Piece::Whole { start, len }
        }))
    }
}

/// Whether bytes begin as the frames of a backup do.
pub fn looks_like_frames(head: &[u8]) -> bool {
    let mut rest = head;
    let mut message = || {
        let len = usize::try_from(wire::varint(&mut rest)?).ok()?;
        let (message, behind) = rest.split_at_checked(len)?;
        rest = behind;
        Some(message)
    };
    let Some(first) = message() else {
        return false;
    };
    let begins = is_info(first) || is_frame(first);
    // a backup of an empty account is none that anybody loads
    begins && message().is_some_and(is_frame)
}

fn read(bytes: &[u8], shape: &schema::Shape) -> Option<Node> {
    let mut decoder = Decoder { mended: 0 };
    let node = decoder.decode(bytes, shape, 0).ok()?;
    (decoder.mended == 0).then_some(node)
}

fn is_info(bytes: &[u8]) -> bool {
    read(bytes, &schema::INFO).is_some_and(|mut info| {
        let version = info.int("version");
        let time = info.int("backupTimeMs");
        version.is_some_and(|version| (1..1000).contains(&version))
            && time.is_some_and(|ms| (1_000_000_000_000..100_000_000_000_000).contains(&ms))
            && !info.0.keys().any(|name| name.starts_with("field-"))
    })
}

fn is_frame(bytes: &[u8]) -> bool {
    read(bytes, &schema::FRAME).is_some_and(|frame| {
        let one = frame.0.len() == 1;
        one && frame.0.iter().any(|(name, inner)| {
            !name.starts_with("field-") && inner.as_object().is_some_and(|inner| !inner.is_empty())
        })
    })
}
