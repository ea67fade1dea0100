//! Reads an attachment's bytes again from its source. Streams: nothing is held but buffers.

use crate::{
    container::Container,
    error::{Code, Error, Result},
    model::{Case, Content, SourceId},
    store::ReadSeek,
};
use base64::{
    alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
    read::DecoderReader,
};
use std::io::{BufReader, Read};

/// Padding may be missing and the last bits may be dirty: phones write both.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// The decoded bytes of an attachment. `reader` is the untouched original of `source`.
///
/// # Errors
/// [`Code::AttachmentMissing`] where the source does not hold it, [`Code::SourceChanged`] where
/// the file is not the one that was loaded, [`Code::BadArchive`].
pub fn attachment(
    case: &Case,
    source: SourceId,
    content: &Content,
    reader: Box<dyn ReadSeek>,
) -> Result<Box<dyn Read>> {
    let name = case
        .sources
        .get(source.index())
        .map(|source| source.name.as_str())
        .ok_or_else(|| Error::new(Code::UnknownTarget))?;
    open(content, reader).map_err(|error| error.in_file(name))
}

fn open(content: &Content, reader: Box<dyn ReadSeek>) -> Result<Box<dyn Read>> {
    match content {
        Content::Absent => Err(Error::new(Code::AttachmentMissing)),
        Content::Member(index) => Container::open(reader)?.open_bytes(*index),
        Content::Base64(place) => {
            let text = Container::open(reader)?.open_text_at(place.member, place.start)?;
            let letters = Letters::new(text.take(place.len));
            Ok(Box::new(DecoderReader::new(letters, &LENIENT)))
        }
    }
}

/// Base64 text without what an XML attribute may hold between its letters: white space, also
/// written as `&#10;`.
struct Letters<R> {
    inner: BufReader<R>,
    in_reference: bool,
}

impl<R: Read> Letters<R> {
    fn new(inner: R) -> Self {
        Self {
            inner: BufReader::with_capacity(32 << 10, inner),
            in_reference: false,
        }
    }
}

impl<R: Read> Read for Letters<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let read = self.inner.read(out)?;
            if read == 0 {
                return Ok(0);
            }
            let mut kept = 0;
            for n in 0..read {
                let Some(byte) = out.get(n).copied() else {
                    break;
                };
                let drop = match byte {
                    b'&' => {
                        self.in_reference = true;
                        true
                    }
                    b';' => {
                        self.in_reference = false;
                        true
                    }
                    _ => self.in_reference || byte.is_ascii_whitespace(),
                };
                if !drop && let Some(slot) = out.get_mut(kept) {
                    *slot = byte;
                    kept += 1;
                }
            }
            if kept > 0 {
                return Ok(kept);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Locator;
    use std::io::Cursor;

    #[test]
    fn from_an_attribute() {
        let file = b"<a data=\"aGVq&#10;IG\n1l\"/>".to_vec();
        let content = Content::Base64(Locator {
            member: 0,
            start: 9,
            len: 14,
        });
        let mut bytes = Vec::new();
        open(&content, Box::new(Cursor::new(file)))
            .unwrap()
            .read_to_end(&mut bytes)
            .unwrap();
        assert_eq!(bytes, b"hej me");
    }
}
