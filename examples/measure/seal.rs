//! Sealing and opening a file as one stream, without the package around it.

use crate::{
    Outcome,
    ctx::{ctx, timed},
};
use maskera::seal::{
    Certificate, Offload, OpenJob, OpenStep, PrivateKey, Recipient, SealJob, SealStep, Secret,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::{BufReader, BufWriter, Read, Write},
    path::Path,
};

const BUFFER: usize = 256 << 10;

/// Only the checksums that sealing makes of every part.
pub fn hash(path: &Path) -> Outcome<Value> {
    let mut file = File::open(path)?;
    let mut buffer = vec![0; BUFFER];
    let (mut crc, mut sha256) = (crc32fast::Hasher::new(), Sha256::new());
    let (bytes, seconds) = timed(|| -> Outcome<u64> {
        let mut bytes = 0;
        loop {
            let got = file.read(&mut buffer)?;
            let Some(piece) = buffer.get(..got).filter(|piece| !piece.is_empty()) else {
                return Ok(bytes);
            };
            crc.update(piece);
            sha256.update(piece);
            bytes += got as u64;
        }
    });
    Ok(json!({ "bytes": bytes?, "seconds": seconds }))
}

/// Encrypts `plain` for one certificate.
pub fn seal(plain: &Path, certificate: &Path, bundle: &Path) -> Outcome<Value> {
    let total = fs::metadata(plain)?.len();
    let mut ctx = ctx();
    let certificate = Certificate::parse(&fs::read(certificate)?, ctx.clock.now_utc_ms())?;
    let mut out = BufWriter::with_capacity(BUFFER, File::create(bundle)?);
    let reader = BufReader::with_capacity(BUFFER, File::open(plain)?);
    let recipients = vec![Recipient::Certificate(certificate)];
    let mut job = SealJob::new(
        Box::new(reader),
        total,
        recipients,
        Offload::Inline,
        &mut ctx,
    )?;
    let (report, seconds) = timed(|| -> Outcome<_> {
        loop {
            if let SealStep::Done(report) = job.step(&mut ctx, &mut out)? {
                out.flush()?;
                return Ok(report);
            }
        }
    });
    let report = report?;
    Ok(json!({ "bytes": total, "parts": report.parts, "seconds": seconds }))
}

/// Decrypts a bundle with a private key; the plaintext goes nowhere.
pub fn open(bundle: &Path, key: &Path) -> Outcome<Value> {
    let mut ctx = ctx();
    let secret = Secret::PrivateKey(PrivateKey::parse(&fs::read(key)?)?);
    let reader = BufReader::with_capacity(BUFFER, File::open(bundle)?);
    let mut job = OpenJob::new(Box::new(reader), secret, Offload::Inline)?;
    let (report, seconds) = timed(|| -> Outcome<_> {
        loop {
            if let OpenStep::Done(report) = job.step(&mut ctx, &mut std::io::sink())? {
                return Ok(report);
            }
        }
    });
    let report = report?;
    Ok(json!({ "bytes": report.plain_bytes, "parts": report.parts, "seconds": seconds }))
}
