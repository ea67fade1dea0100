//! Kept pictures: decoded to pixels, turned as EXIF says, and written again as JPEG. Nothing of
//! the original file is copied: no metadata, no embedded thumbnail, no bytes after its end.
//! Transparent parts become white.

use crate::{
    error::{Code, Error, Result},
    limits,
};
use image::{DynamicImage, ImageDecoder, ImageReader, RgbaImage, codecs::jpeg::JpegEncoder};
use std::io::{Cursor, Read};

/// Quality of the written JPEG.
const QUALITY: u8 = 90;

/// Re-encodes a JPEG or PNG.
///
/// # Errors
/// [`Code::PictureUnreadable`] for anything that is not a sound JPEG or PNG,
/// [`Code::LimitExceeded`] for one of too many pixels or bytes.
pub fn reencode(reader: &mut dyn Read) -> Result<Vec<u8>> {
    encode(&on_white(decode(reader)?))
}

/// A small upright copy for showing: JPEG bytes, width and height in pixels; the longer side has
/// at most `side` pixels.
///
/// # Errors
/// As [`reencode`].
pub fn shrink(reader: &mut dyn Read, side: u32) -> Result<(Vec<u8>, u32, u32)> {
    let picture = decode(reader)?;
    let picture = if picture.width().max(picture.height()) > side {
        picture.thumbnail(side, side)
    } else {
        picture
    };
    let (width, height) = (picture.width(), picture.height());
    Ok((encode(&on_white(picture))?, width, height))
}

fn encode(picture: &DynamicImage) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, QUALITY)
        .encode_image(picture)
        .map_err(|_| Error::new(Code::PictureUnreadable))?;
    Ok(out)
}

/// Pixels, turned as EXIF says.
fn decode(reader: &mut dyn Read) -> Result<DynamicImage> {
    let unreadable = || Error::new(Code::PictureUnreadable);
    let mut bytes = Vec::new();
    reader
        .take(limits::RECORD_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits::RECORD_BYTES {
        return Err(Error::limit(
            "record-bytes",
            bytes.len() as u64,
            limits::RECORD_BYTES,
        ));
    }
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| unreadable())?;
    let mut decoder = reader.into_decoder().map_err(|_| unreadable())?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > limits::PICTURE_PIXELS {
        return Err(Error::limit(
            "picture-pixels",
            pixels,
            limits::PICTURE_PIXELS,
        ));
    }
    let orientation = decoder
        .orientation()
        .unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| unreadable())?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn on_white(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return DynamicImage::ImageRgb8(picture.into_rgb8());
    }
    let source: RgbaImage = picture.into_rgba8();
    let mut out = image::RgbImage::new(source.width(), source.height());
    for (to, from) in out.pixels_mut().zip(source.pixels()) {
        let [r, g, b, a] = from.0;
        let blend = |c: u8| {
            let (c, a) = (u32::from(c), u32::from(a));
            ((c * a + 255 * (255 - a) + 127) / 255) as u8
        };
        to.0 = [blend(r), blend(g), blend(b)];
    }
    DynamicImage::ImageRgb8(out)
}
