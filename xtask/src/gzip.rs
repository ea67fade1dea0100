//! gzip for the page's blocks (RFC 1952), without name and time. A release looks for the smallest
//! form with Zopfli; what took long to find is kept in the target folder under the hash of its input.

use crate::{
    Outcome,
    workspace::{hex, target_dir},
};
use flate2::{Compression, GzBuilder, read::GzDecoder};
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::{Read, Write},
    num::NonZeroU64,
    path::Path,
};
use zopfli::{Format, Options};

/// Rounds of Zopfli. More than these win less than a thousandth of a per cent of the engine.
const ROUNDS: NonZeroU64 = NonZeroU64::new(5).unwrap();

/// How a block is packed.
pub type Pack = fn(&[u8]) -> Outcome<Vec<u8>>;

/// At once, some per cent larger.
pub fn quick(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut gzip = GzBuilder::new()
        .mtime(0)
        .write(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// As small as gzip gets; half a minute for the engine, nothing where it is known already.
pub fn smallest(bytes: &[u8]) -> Outcome<Vec<u8>> {
    kept(bytes, &target_dir()?.join("packed"))
}

/// The packed form in this folder; made and put there where it is missing or damaged.
fn kept(bytes: &[u8], folder: &Path) -> Outcome<Vec<u8>> {
    let path = folder.join(format!("{}-{ROUNDS}.gz", hex(&Sha256::digest(bytes))));
    if let Ok(known) = fs::read(&path)
        && holds(&known, bytes)
    {
        return Ok(known);
    }
    let options = Options {
        iteration_count: ROUNDS,
        ..Options::default()
    };
    let mut packed = Vec::new();
    zopfli::compress(options, Format::Gzip, bytes, &mut packed)?;
    if !holds(&packed, bytes) {
        return Err("what was packed does not unpack to the same bytes".into());
    }
    fs::create_dir_all(folder)?;
    fs::write(path, &packed)?;
    Ok(packed)
}

fn holds(gzip: &[u8], bytes: &[u8]) -> bool {
    let mut unpacked = Vec::with_capacity(bytes.len());
    GzDecoder::new(gzip).read_to_end(&mut unpacked).is_ok() && unpacked == bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> Vec<u8> {
        (0..3000u32)
            .flat_map(|n| format!("line {}\n", n.wrapping_mul(2_654_435_761)).into_bytes())
            .collect()
    }

    #[test]
    fn ok_both_unpack_and_the_slow_one_is_smaller() {
        let folder = target_dir().unwrap().join("packed-test-smaller");
        let quick = quick(&text()).unwrap();
        let slow = kept(&text(), &folder).unwrap();
        assert!(holds(&quick, &text()) && holds(&slow, &text()));
        assert!(slow.len() < quick.len(), "{} {}", slow.len(), quick.len());
        // Bytes 4 to 7 are the time (RFC 1952 section 2.3.1): the same build gives the same page.
        assert_eq!(quick[4..8], [0; 4]);
        assert_eq!(slow[4..8], [0; 4]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn ok_what_is_kept_is_used_and_damage_is_seen() {
        let folder = target_dir().unwrap().join("packed-test-kept");
        let _ = fs::remove_dir_all(&folder);
        let made = kept(&text(), &folder).unwrap();
        let path = fs::read_dir(&folder)
            .unwrap()
            .next()
            .unwrap()
            .unwrap()
            .path();
        // Another form of the same bytes: only what is kept can give it back.
        let other = quick(&text()).unwrap();
        fs::write(&path, &other).unwrap();
        assert_eq!(kept(&text(), &folder).unwrap(), other);
        fs::write(&path, &other[..other.len() / 2]).unwrap();
        assert_eq!(kept(&text(), &folder).unwrap(), made);
        fs::remove_dir_all(folder).unwrap();
    }
}
