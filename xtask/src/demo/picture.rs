//! Small made-up pictures for the demonstration, painted by arithmetic. The JPEG named
//! [`WITH_PLACE`] carries an Exif block with a camera's name and coordinates (Exif 2.32 §4.6.3,
//! §4.6.6), so that the demonstration shows that they are not passed on.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use std::io::Cursor;

const WIDTH: u32 = 240;
const HEIGHT: u32 = 180;
/// The picture with a place in it.
pub const WITH_PLACE: &str = "kaellare.jpg";
/// The name of the camera in that picture.
pub const CAMERA: &str = "Demokamera-0042";

/// The media type and bytes of a picture.
pub fn paint(name: &str) -> Result<(&'static str, Vec<u8>), String> {
    let picture = scene(name);
    let mut bytes = Cursor::new(Vec::new());
    if name.ends_with(".png") {
        DynamicImage::ImageRgb8(picture)
            .write_to(&mut bytes, ImageFormat::Png)
            .map_err(|e| e.to_string())?;
        return Ok(("image/png", bytes.into_inner()));
    }
    JpegEncoder::new_with_quality(&mut bytes, 68)
        .encode_image(&picture)
        .map_err(|e| e.to_string())?;
    let bytes = bytes.into_inner();
    Ok((
        "image/jpeg",
        if name == WITH_PLACE {
            with_exif(&bytes)?
        } else {
            bytes
        },
    ))
}

fn scene(name: &str) -> RgbImage {
    let seed = name.bytes().fold(7u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte))
    });
    let dial = name.ends_with(".png");
    RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        if dial { meter(x, y) } else { room(x, y, seed) }
    })
}

/// A wall with a pipe over a floor or water; the seed moves and colours things.
fn room(x: u32, y: u32, seed: u32) -> Rgb<u8> {
    let horizon = 90 + seed % 50;
    let pipe = 40 + (seed / 7) % 150;
    let lamp = (x.abs_diff(120) * 2 + y * 3) / 8;
    let light =
        |base: u32| u8::try_from((base + 60).saturating_sub(lamp / 2).min(255)).unwrap_or(255);
    if y > horizon {
        let ripple = ((x + y * 5 + seed) / 6) % 5;
        return Rgb([
            light(20 + ripple * 4),
            light(50 + ripple * 5),
            light(80 + ripple * 6),
        ]);
    }
    if x.abs_diff(pipe) < 9 {
        let edge = x.abs_diff(pipe) * 8;
        return Rgb([light(150 - edge), light(95 - edge), light(60)]);
    }
    if y.is_multiple_of(24) || (x + (y / 24 % 2) * 20).is_multiple_of(40) {
        return Rgb([light(88), light(84), light(80)]);
    }
    Rgb([light(128 + seed % 30), light(122), light(112)])
}

/// A round instrument with a needle.
fn meter(x: u32, y: u32) -> Rgb<u8> {
    let (dx, dy) = (x.abs_diff(120), y.abs_diff(100));
    let far = dx * dx + dy * dy;
    if far > 70 * 70 {
        return Rgb([58, 64, 72]);
    }
    if far > 64 * 64 {
        return Rgb([20, 22, 26]);
    }
    if y < 100 && x >= 120 && dy.abs_diff(dx) < 3 {
        return Rgb([190, 30, 30]);
    }
    Rgb([240, 240, 232])
}

/// Puts an APP1 segment behind the start marker.
fn with_exif(jpeg: &[u8]) -> Result<Vec<u8>, String> {
    let (start, rest) = jpeg.split_at_checked(2).ok_or("empty picture")?;
    let exif = exif_block();
    let length = u16::try_from(exif.len() + 2).map_err(|e| e.to_string())?;
    let mut out = start.to_vec();
    out.extend([0xff, 0xe1]);
    out.extend(length.to_be_bytes());
    out.extend(exif);
    out.extend(rest);
    Ok(out)
}

fn exif_block() -> Vec<u8> {
    const ASCII: u16 = 2;
    const LONG: u16 = 4;
    const RATIONAL: u16 = 5;
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| -> Vec<u8> {
        let mut out = Vec::new();
        out.extend(tag.to_be_bytes());
        out.extend(kind.to_be_bytes());
        out.extend(count.to_be_bytes());
        out.extend(value);
        out
    };
    // Offsets from the TIFF header: 8 head, 2 + 2*12 + 4 first directory, 2 + 4*12 + 4 places.
    let places: u32 = 8 + 30;
    let model: u32 = places + 54;
    let model_text = [CAMERA.as_bytes(), &[0]].concat();
    let latitude = model + 16;
    let longitude = latitude + 24;
    let mut out = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    out.extend(2u16.to_be_bytes());
    out.extend(entry(0x0110, ASCII, 16, model.to_be_bytes()));
    out.extend(entry(0x8825, LONG, 1, places.to_be_bytes()));
    out.extend([0; 4]);
    out.extend(4u16.to_be_bytes());
    out.extend(entry(1, ASCII, 2, *b"N\0\0\0"));
    out.extend(entry(2, RATIONAL, 3, latitude.to_be_bytes()));
    out.extend(entry(3, ASCII, 2, *b"E\0\0\0"));
    out.extend(entry(4, RATIONAL, 3, longitude.to_be_bytes()));
    out.extend([0; 4]);
    out.extend(model_text);
    for (value, over) in [
        (55u32, 1u32),
        (36, 1),
        (2113, 100),
        (13, 1),
        (0, 1),
        (263, 100),
    ] {
        out.extend(value.to_be_bytes());
        out.extend(over.to_be_bytes());
    }
    out
}
