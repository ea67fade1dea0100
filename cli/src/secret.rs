//! Passphrase files, certificates and private keys.

use crate::{args, files, say::Say};
use maskera::{
    error::{Code, Error, Result},
    job::Ctx,
    seal::{Certificate, Passphrase, PrivateKey, Recipient, Secret, Validity},
};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Bytes of a secret's file.
const LIMIT: u64 = 1 << 20;

fn bytes(path: &Path) -> Result<Zeroizing<Vec<u8>>> {
    files::read_small(path, LIMIT).map(Zeroizing::new)
}

fn named<T>(path: &Path, result: Result<T>) -> Result<T> {
    result.map_err(|error| error.in_file(&path.display().to_string()))
}

/// The passphrase of a file: UTF-8, BOM and one final line end dropped, NFC.
///
/// # Errors
/// When it cannot be read, is not text or is empty.
pub fn passphrase(path: &Path) -> Result<Passphrase> {
    named(path, Passphrase::from_file(&bytes(path)?))
}

/// Everybody who shall be able to open a bundle.
///
/// # Errors
/// When a file cannot be read or used; the error says why.
pub fn recipients(
    passphrase_files: &[PathBuf],
    certificates: &[PathBuf],
    ctx: &Ctx,
    say: &Say,
) -> Result<Vec<Recipient>> {
    let mut recipients = Vec::new();
    for path in passphrase_files {
        recipients.push(Recipient::Passphrase(passphrase(path)?));
    }
    let now = ctx.clock.now_utc_ms();
    for path in certificates {
        let certificate = named(path, Certificate::parse(&bytes(path)?, now))?;
        if certificate.validity() != Validity::Valid {
            let file = path.display().to_string();
            say.note("cli-certificate-dates", &[("file", file.as_str().into())]);
        }
        recipients.push(Recipient::Certificate(certificate));
    }
    if recipients.is_empty() {
        return Err(Error::new(Code::NoRecipient));
    }
    Ok(recipients)
}

/// The secret that was given, if one was.
///
/// # Errors
/// When its file cannot be read or used.
pub fn secret(args: &args::Secret) -> Result<Option<Secret>> {
    if let Some(path) = &args.passphrase_file {
        return Ok(Some(Secret::Passphrase(passphrase(path)?)));
    }
    if let Some(path) = &args.key {
        let key = named(path, PrivateKey::parse(&bytes(path)?))?;
        return Ok(Some(Secret::PrivateKey(key)));
    }
    Ok(None)
}
