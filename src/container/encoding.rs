//! Text encodings: told from the first bytes, decoded to UTF-8 as a stream.
//!
//! Order: byte order mark, UTF-16 without mark (by its NUL bytes), XML declaration, then UTF-8
//! unless the bytes say otherwise, else Windows-1252 (WHATWG Encoding Standard through
//! `encoding_rs`). Offsets of decoded streams count decoded bytes; a UTF-8 stream is passed
//! through untouched, its mark included, so that its offsets are those of the file. Bytes that
//! are no UTF-8 in such a stream are the reader's to mend, string by string.

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::Read;

const CHUNK: usize = 64 << 10;
/// Heads from this length on are taken to be cut off.
const LONG_HEAD: usize = 4 << 10;

/// The encoding of text that starts with `head`.
#[must_use]
pub fn sniff(head: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    if let Some(encoding) = utf16_without_mark(head) {
        return encoding;
    }
    if let Some(declared) = xml_declared(head) {
        // An ASCII-compatible declaration cannot stand in UTF-16.
        if declared != UTF_16LE && declared != UTF_16BE && declared != UTF_8 {
            return declared;
        }
        return UTF_8;
    }
    if looks_utf8(head) {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// Latin text in UTF-16 has a NUL in nearly every second byte.
fn utf16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.get(..head.len().min(512))?;
    let pairs = head.len() / 2;
    if pairs < 4 {
        return None;
    }
    let nul = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (nul(0), nul(1));
    if odd * 10 >= pairs * 7 && even * 10 < pairs {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 7 && odd * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// XML 1.0 §4.3.3: `<?xml version="1.0" encoding="…"?>`.
fn xml_declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.get(..head.len().min(256))?;
    let rest = head.trim_ascii_start().strip_prefix(b"<?xml")?;
    let end = memchr::memchr(b'>', rest)?;
    let declaration = std::str::from_utf8(rest.get(..end)?).ok()?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (label, _) = value.get(1..)?.split_once(quote)?;
    Encoding::for_label(label.as_bytes())
}

/// True unless more sequences are broken than whole: one damaged byte does not turn a UTF-8 file
/// into Windows-1252.
fn looks_utf8(head: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in head.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // a long head was cut off by us, possibly inside a character
    let cut = head.len() >= LONG_HEAD
        && head
            .utf8_chunks()
            .last()
            .is_some_and(|chunk| !chunk.invalid().is_empty());
    broken.saturating_sub(usize::from(cut)) <= whole
}

/// Decodes a prefix for recognising formats; damaged sequences become U+FFFD.
#[must_use]
pub fn decode_head(head: &[u8], encoding: &'static Encoding) -> String {
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let mut text = String::with_capacity(
        decoder
            .max_utf8_buffer_length(head.len())
            .unwrap_or(head.len()),
    );
    let _ = decoder.decode_to_string(head, &mut text, false);
    text
}

/// UTF-8 from any encoding, as a stream.
pub struct TextReader {
    inner: Box<dyn Read>,
    decoding: Option<Decoding>,
}

struct Decoding {
    decoder: Decoder,
    raw: Vec<u8>,
    raw_at: usize,
    text: Vec<u8>,
    text_at: usize,
    ended: bool,
}

impl TextReader {
    /// Reads `inner` as `encoding`.
    #[must_use]
    pub fn new(inner: Box<dyn Read>, encoding: &'static Encoding) -> Self {
        let decoding = (encoding != UTF_8).then(|| Decoding {
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: Vec::new(),
            raw_at: 0,
            text: Vec::new(),
            text_at: 0,
            ended: false,
        });
        Self { inner, decoding }
    }
}

impl Decoding {
    fn refill(&mut self, inner: &mut dyn Read) -> std::io::Result<()> {
        if self.raw_at == self.raw.len() {
            self.raw.resize(CHUNK, 0);
            let count = inner.read(&mut self.raw)?;
            self.raw.truncate(count);
            self.raw_at = 0;
        }
        let last = self.raw.is_empty();
        let source = self.raw.get(self.raw_at..).unwrap_or_default();
        self.text.resize(CHUNK * 3, 0);
        let (result, read, written, _) = self.decoder.decode_to_utf8(source, &mut self.text, last);
        self.raw_at += read;
        self.text.truncate(written);
        self.text_at = 0;
        self.ended = last && result == CoderResult::InputEmpty;
        Ok(())
    }
}

impl Read for TextReader {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let Some(decoding) = &mut self.decoding else {
            return self.inner.read(out);
        };
        if out.is_empty() {
            return Ok(0);
        }
        while decoding.text_at == decoding.text.len() && !decoding.ended {
            decoding.refill(&mut *self.inner)?;
        }
        let rest = decoding.text.get(decoding.text_at..).unwrap_or_default();
        let count = rest.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        decoding.text_at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn decoded(bytes: Vec<u8>) -> String {
        let encoding = sniff(&bytes);
        let mut text = String::new();
        TextReader::new(Box::new(Cursor::new(bytes)), encoding)
            .read_to_string(&mut text)
            .unwrap();
        text
    }

    #[test]
    fn told_by_content() {
        let text = "<?xml version=\"1.0\"?><smses>Grød på ån 😀</smses>".repeat(4000);
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decoded(le.clone()), text);
        assert_eq!(decoded(be), text);
        assert_eq!(decoded([b"\xff\xfe".to_vec(), le].concat()), text);
        assert_eq!(decoded(text.clone().into_bytes()), text);
    }

    #[test]
    fn eight_bit() {
        assert_eq!(sniff(b"bl\xe5b\xe6rgr\xf8d"), WINDOWS_1252);
        assert_eq!(sniff("blåbærgrød".as_bytes()), UTF_8);
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a b='\xe6'/>";
        assert!(decoded(latin.to_vec()).contains("'æ'"));
        let mut damaged = "blåbærgrød ".repeat(20).into_bytes();
        damaged[3] = 0xff;
        assert_eq!(sniff(&damaged), UTF_8);
        let long = "a".repeat(LONG_HEAD) + "å";
        assert_eq!(sniff(&long.as_bytes()[..LONG_HEAD + 1]), UTF_8);
    }
}
