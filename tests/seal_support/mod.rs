//! Sealing and opening in memory, for the bundle's tests.
#![allow(dead_code)]

use maskera::{
    error::{Error, Result},
    job::{Ctx, Step, fixed},
    seal::{
        CryptoPart, FormCheckJob, FormReport, KeyJob, Keys, Offload, OpenJob, OpenReport, OpenStep,
        Passphrase, Profile, Recipient, SealJob, SealReport, SealStep, Secret,
    },
};
use std::{io::Cursor, path::Path, process::Command};

/// Parts of 1,000 bytes and the fewest iterations that readers accept.
pub const QUICK: Profile = Profile {
    part_bytes: 1_000,
    iterations: 100_000,
};

pub fn ctx() -> Ctx {
    fixed::ctx(1_793_000_000_000, 7)
}

pub fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|n| (n * 31 + n / 251) as u8).collect()
}

pub fn passphrase(text: &str) -> Recipient {
    Recipient::Passphrase(Passphrase::new(text).unwrap())
}

pub fn secret(text: &str) -> Secret {
    Secret::Passphrase(Passphrase::new(text).unwrap())
}

pub fn keys(recipients: Vec<Recipient>, profile: Profile, ctx: &mut Ctx) -> Keys {
    let mut job = KeyJob::new(recipients, profile, ctx).unwrap();
    loop {
        if let Step::Done(keys) = job.step(&mut ctx.budget()) {
            return keys;
        }
    }
}

fn encrypt(part: &CryptoPart) -> Vec<u8> {
    use aes_gcm::{Aes256Gcm, KeyInit, aead::Aead};
    Aes256Gcm::new(&part.key.into())
        .encrypt(&part.nonce.into(), part.data.as_slice())
        .unwrap()
}

fn decrypt(part: &CryptoPart) -> Option<Vec<u8>> {
    use aes_gcm::{Aes256Gcm, KeyInit, aead::Aead};
    Aes256Gcm::new(&part.key.into())
        .decrypt(&part.nonce.into(), part.data.as_slice())
        .ok()
}

pub fn run_seal(job: &mut SealJob, ctx: &mut Ctx, out: &mut Vec<u8>) -> Result<SealReport> {
    let mut held: Vec<CryptoPart> = Vec::new();
    loop {
        match job.step(ctx, out)? {
            SealStep::Working(_) => {}
            SealStep::Crypto(part) => held.push(part),
            // The latest first: answers may come in any order.
            SealStep::Waiting(_) => {
                let part = held.pop().unwrap();
                job.supply(part.index, encrypt(&part))?;
            }
            SealStep::Done(report) => return Ok(report),
        }
        assert!(held.len() <= 3);
    }
}

pub fn seal_with(
    plain: &[u8],
    recipients: Vec<Recipient>,
    profile: Profile,
    offload: Offload,
) -> (Vec<u8>, SealReport) {
    let mut ctx = ctx();
    let keys = keys(recipients, profile, &mut ctx);
    let mut job = SealJob::with_keys(
        Box::new(Cursor::new(plain.to_vec())),
        plain.len() as u64,
        keys,
        offload,
    )
    .unwrap();
    let mut out = Vec::new();
    let report = run_seal(&mut job, &mut ctx, &mut out).unwrap();
    assert_eq!(report.bundle_bytes, out.len() as u64);
    (out, report)
}

pub fn seal(plain: &[u8], recipients: Vec<Recipient>) -> Vec<u8> {
    seal_with(plain, recipients, QUICK, Offload::Inline).0
}

/// Opens; gives what was released even when it fails.
pub fn open_with(
    bundle: &[u8],
    secret: Secret,
    offload: Offload,
) -> (Vec<u8>, Result<OpenReport, Error>) {
    let mut ctx = ctx();
    let mut out = Vec::new();
    let run = || {
        let mut job = OpenJob::new(Box::new(Cursor::new(bundle.to_vec())), secret, offload)?;
        let mut held: Vec<CryptoPart> = Vec::new();
        loop {
            match job.step(&mut ctx, &mut out)? {
                OpenStep::Working(_) => {}
                OpenStep::Crypto(part) => held.push(part),
                OpenStep::Waiting(_) => {
                    let part = held.pop().unwrap();
                    match decrypt(&part) {
                        Some(plain) => job.supply(part.index, plain)?,
                        None => job.refuse(part.index)?,
                    }
                }
                OpenStep::Done(report) => return Ok(report),
            }
        }
    };
    let report = run();
    (out, report)
}

pub fn open(bundle: &[u8], text: &str) -> (Vec<u8>, Result<OpenReport, Error>) {
    open_with(bundle, secret(text), Offload::Inline)
}

pub fn check(bundle: &[u8]) -> Result<FormReport> {
    let mut ctx = ctx();
    let mut job = FormCheckJob::new(Box::new(Cursor::new(bundle.to_vec())))?;
    loop {
        if let Step::Done(report) = job.step(&mut ctx)? {
            return Ok(report);
        }
    }
}

pub type Members = Vec<(String, Vec<u8>)>;

pub fn members(bundle: &[u8]) -> Members {
    use std::io::Read;
    let mut zip = zip::ZipArchive::new(Cursor::new(bundle)).unwrap();
    (0..zip.len())
        .map(|n| {
            let mut file = zip.by_index(n).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().to_string(), bytes)
        })
        .collect()
}

/// A bundle of these members, with a SHA256SUMS that fits when `sums`.
pub fn bundle_of(mut members: Members, sums: bool) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    if sums {
        members.retain(|(name, _)| name != "SHA256SUMS");
        let mut text = String::new();
        for (name, data) in &members {
            let hex: String = Sha256::digest(data)
                .iter()
                .map(|b| format!("{b:02x}"))
                .collect();
            text.push_str(&format!("{hex}  {name}\n"));
        }
        members.push(("SHA256SUMS".into(), text.into_bytes()));
    }
    let mut writer = maskera::container::stored_zip::StoredZipWriter::new(Vec::new());
    for (name, data) in &members {
        writer.add(name, data).unwrap();
    }
    writer.finish().unwrap()
}

pub fn unpack(bundle: &[u8], folder: &Path) {
    for (name, data) in members(bundle) {
        std::fs::write(folder.join(name), data).unwrap();
    }
}

/// Runs a program; its output when it succeeds. Missing programs fail the test: CI has them.
pub fn run(folder: &Path, program: &str, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let output = Command::new(program)
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(format!(
            "{}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        ))
    }
}

/// A key and a certificate made by openssl: `key.pem`, `cert.pem`.
pub fn make_certificate(folder: &Path, key: &[&str], subject: &str, more: &[&str]) {
    let mut arguments = vec![
        "req", "-x509", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "20000",
        "-subj", subject, "-newkey",
    ];
    arguments.extend_from_slice(key);
    arguments.extend_from_slice(more);
    run(folder, "openssl", &arguments).unwrap();
}

pub const RSA: &[&str] = &["rsa:2048"];
pub const P256: &[&str] = &["ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
pub const P384: &[&str] = &["ec", "-pkeyopt", "ec_paramgen_curve:P-384"];
