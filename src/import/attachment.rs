//! Reads an attachment's bytes again from its source. Streams: nothing is held but buffers.

use super::iphone_backup::cipher::Decrypting;
use crate::{
    container::{Container, FileSet},
    error::{Code, Error, Result},
    model::{Case, Content, Source, SourceId, Transfer},
    store::ReadSeek,
};
use base64::{
    alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
    read::DecoderReader,
};
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};

/// Padding may be missing and the last bits may be dirty: phones write both.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// The decoded bytes of an attachment. `open_file` opens an untouched original of the source by
/// its position in [`crate::model::Source::files`]; only the one that holds it is opened.
///
/// # Errors
/// [`Code::AttachmentMissing`] where the source does not hold it, [`Code::SourceChanged`] where
/// the file is not the one that was loaded, [`Code::BadArchive`].
pub fn attachment(
    case: &Case,
    source: SourceId,
    content: &Content,
    open_file: impl FnOnce(usize) -> Result<Box<dyn ReadSeek>>,
) -> Result<Box<dyn Read>> {
    let source = case
        .sources
        .get(source.index())
        .ok_or_else(|| Error::new(Code::UnknownTarget))?;
    open(source, content, open_file).map_err(|error| error.in_file(&source.name))
}

fn open(
    source: &Source,
    content: &Content,
    open_file: impl FnOnce(usize) -> Result<Box<dyn ReadSeek>>,
) -> Result<Box<dyn Read>> {
    let of_file = |member: u32| -> Result<(Container, u32)> {
        let at = source.file_of(member);
        let reader = open_file(at)?;
        match source.files.get(at) {
            Some(file) if source.files.len() > 1 => {
                let set = FileSet::one_of_several(&file.path, reader)?;
                Ok((Container::open_set(set)?, member - file.first_member))
            }
            _ => Ok((Container::open(reader)?, member)),
        }
    };
    let Some(member) = member_of(content) else {
        return Err(Error::new(Code::AttachmentMissing));
    };
    let (container, member) = of_file(member)?;
    read(&container, member, content)
}

/// The decoded bytes of base64 text that is in memory.
pub(super) fn decoded(letters: &[u8]) -> impl Read + '_ {
    DecoderReader::new(Letters::new(letters), &LENIENT)
}

/// The decoded bytes of an attachment while its source is being read.
///
/// # Errors
/// As [`attachment`].
pub(super) fn within(container: &Container, content: &Content) -> Result<Box<dyn Read>> {
    match member_of(content) {
        Some(member) => read(container, member, content),
        None => Err(Error::new(Code::AttachmentMissing)),
    }
}

fn member_of(content: &Content) -> Option<u32> {
    match content {
        Content::Absent => None,
        Content::Member(member) => Some(*member),
        Content::Base64(place) | Content::Encoded(place, _) => Some(place.member),
        Content::Encrypted(part) => Some(part.member),
    }
}

fn read(container: &Container, member: u32, content: &Content) -> Result<Box<dyn Read>> {
    match content {
        Content::Absent => Err(Error::new(Code::AttachmentMissing)),
        Content::Member(_) => container.open_bytes(member),
        Content::Encoded(place, transfer) => {
            let bytes = container.open_bytes_at(member, place.start)?;
            let mut part = bytes.take(place.len);
            Ok(match transfer {
                Transfer::Identity => Box::new(part),
                Transfer::Base64 => Box::new(DecoderReader::new(Letters::new(part), &LENIENT)),
                Transfer::QuotedPrintable => {
                    // bounded by limits::MAIL_BYTES, which held when the mail was read
                    let mut text = Vec::new();
                    part.read_to_end(&mut text)?;
                    let decoded = quoted_printable_decode(&text).unwrap_or(text);
                    Box::new(Cursor::new(decoded))
                }
            })
        }
        Content::Encrypted(part) => {
            let reader = container.open_seek(member)?;
            let end = part.start.saturating_add(part.size);
            let mut plain = Decrypting::new(reader, &part.key, Some(end))?;
            plain.seek(SeekFrom::Start(part.start))?;
            Ok(Box::new(plain))
        }
        Content::Base64(place) => {
            let text = container.open_text_at(member, place.start)?;
            let letters = Letters::new(text.take(place.len));
            Ok(Box::new(DecoderReader::new(letters, &LENIENT)))
        }
    }
}

/// Base64 text without what an XML attribute or a JSON string may hold between its letters: white
/// space, also written as `&#10;`, and backslashes.
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
                // JSON may write a slash as `\/`
                let drop = match byte {
                    b'\\' => true,
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
    fn from_a_json_string() {
        let mut bytes = Vec::new();
        decoded(br"\/\/\/\/").read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, [255, 255, 255]);
    }

    #[test]
    fn from_an_attribute() {
        let file = b"<a data=\"aGVq&#10;IG\n1l\"/>".to_vec();
        let content = Content::Base64(Locator {
            member: 0,
            start: 9,
            len: 14,
        });
        let mut bytes = Vec::new();
        open(&Source::default(), &content, |_| {
            Ok(Box::new(Cursor::new(file)))
        })
        .unwrap()
        .read_to_end(&mut bytes)
        .unwrap();
        assert_eq!(bytes, b"hej me");
    }
}
