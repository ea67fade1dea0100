//! Any bytes as a bundle, as a part, as a key file: an answer, no panic, no endless work. The form
//! check reaches everything in front of the key derivation; members come from the input, so that
//! the part's frame and the slots are reached without the fuzzer having to find the ZIP form.

use maskera::{
    container::stored_zip::StoredZipWriter,
    job::{Step, fixed},
    seal::{Certificate, EnvelopeJob, FormCheckJob, Passphrase, PrivateKey},
};
use std::io::Cursor;

fn check(bytes: Vec<u8>) {
    let mut ctx = fixed::ctx(0, 1);
    let Ok(mut job) = FormCheckJob::new(Box::new(Cursor::new(bytes))) else {
        return;
    };
    while let Ok(Step::Working(_)) = job.step(&mut ctx) {}
}

/// Runs the target.
pub fn run(data: &[u8]) {
    check(data.to_vec());
    let mut zip = StoredZipWriter::new(Vec::new());
    let half = data.len() / 2;
    let members = [
        ("README.txt", &b""[..]),
        ("open.py", b""),
        ("part-000001.p7m", &data[..half]),
        ("part-000002.p7m", &data[half..]),
        ("SHA256SUMS", b""),
    ];
    if members
        .iter()
        .all(|(path, bytes)| zip.add(path, bytes).is_ok())
        && let Ok(bytes) = zip.finish()
    {
        check(bytes);
    }
    if let Ok(passphrase) = Passphrase::new("x") {
        let _ = EnvelopeJob::reopen(&passphrase, data);
    }
    let _ = Passphrase::from_file(data);
    let _ = Certificate::parse(data, 0);
    let _ = PrivateKey::parse(data);
}
