//! Other readers open our bundles: the openssl program, the bundle's own open.py (with the module
//! `cryptography` and without it), and the `cms` crate as a parser.
// Tests read fixtures and run programs; only the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod seal_support;

use maskera::{
    job::Step,
    seal::{Certificate, Envelope, EnvelopeJob, Passphrase, Recipient},
};
use seal_support::*;
use std::path::Path;

const WORDS: &str = "rødgrød med fløde på Åsögatan";

fn openssl(folder: &Path, part: &str, secret: &[&str]) -> Result<Vec<u8>, String> {
    let mut arguments = vec!["cms", "-decrypt", "-inform", "DER", "-binary", "-in", part];
    arguments.extend_from_slice(secret);
    run(folder, "openssl", &arguments)
}

fn openssl_all(folder: &Path, parts: u32, secret: &[&str]) -> Vec<u8> {
    (1..=parts)
        .flat_map(|n| openssl(folder, &format!("part-{n:06}.p7m"), secret).unwrap())
        .collect()
}

/// Runs open.py; `bare` hides the module `cryptography`.
fn opener(folder: &Path, bare: bool, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let out = folder.join("opened.zip");
    let mut all = vec!["-S", "-B", "open.py", "--out", "opened.zip"];
    if !bare {
        all.remove(0);
    }
    all.extend_from_slice(arguments);
    let result = run(folder, "python3", &all);
    assert!(!folder.join("opened.zip.partial").exists());
    match result {
        Ok(_) => {
            let bytes = std::fs::read(&out).unwrap();
            std::fs::remove_file(&out).unwrap();
            Ok(bytes)
        }
        Err(error) => {
            assert!(!out.exists(), "something half-written was left");
            Err(error)
        }
    }
}

#[test]
fn openssl_opens_passphrase_bundles() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for size in [0, 1, 1_000, 1_001, 3_000] {
        let plain = bytes(size);
        let bundle = seal(&plain, vec![passphrase(WORDS), passphrase("second one")]);
        unpack(&bundle, folder);
        let parts = u32::try_from(size.div_ceil(1_000).max(1)).unwrap();
        for words in [WORDS, "second one"] {
            let opened = openssl_all(folder, parts, &["-pwri_password", words]);
            assert!(opened == plain, "{size}");
        }
    }
    let error = openssl(folder, "part-000001.p7m", &["-pwri_password", "wrong"]).unwrap_err();
    assert!(error.contains("unwrap"), "{error}");
}

#[test]
fn openssl_and_the_opener_open_certificate_bundles() {
    for key in [RSA, P256, P384] {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        make_certificate(folder, key, "/C=SE/O=Kommun/CN=e-arkiv", &[]);
        let certificate = std::fs::read(folder.join("cert.pem")).unwrap();
        let plain = bytes(2_100);
        let bundle = seal(
            &plain,
            vec![
                Recipient::Certificate(Certificate::parse(&certificate, 0).unwrap()),
                passphrase("abc"),
            ],
        );
        unpack(&bundle, folder);
        let secret = ["-inkey", "key.pem", "-recip", "cert.pem"];
        assert!(openssl_all(folder, 3, &secret) == plain, "{key:?}");
        assert!(openssl_all(folder, 3, &["-pwri_password", "abc"]) == plain);
        let secret = ["--key", "key.pem", "--cert", "cert.pem"];
        for bare in [false, true] {
            assert!(
                opener(folder, bare, &secret).unwrap() == plain,
                "{key:?} {bare}"
            );
        }
        make_certificate(folder, key, "/CN=another", &[]);
        for bare in [false, true] {
            assert!(opener(folder, bare, &secret).is_err(), "{key:?} {bare}");
        }
    }
}

#[test]
fn openssl_opens_a_real_part() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let plain = bytes(maskera::limits::PART_BYTES + 7);
    let (bundle, _) = seal_with(
        &plain,
        vec![passphrase(WORDS)],
        maskera::seal::Profile::default(),
        maskera::seal::Offload::Inline,
    );
    unpack(&bundle, folder);
    assert!(openssl_all(folder, 2, &["-pwri_password", WORDS]) == plain);
    let listing = [
        "cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in",
    ];
    let listing = run(
        folder,
        "openssl",
        &[&listing[..], &["part-000001.p7m"]].concat(),
    );
    assert!(String::from_utf8_lossy(&listing.unwrap()).contains("aes-256-gcm"));
}

#[test]
fn the_readme_commands_work() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let plain = bytes(2_500);
    let bundle = seal(&plain, vec![passphrase(WORDS)]);
    unpack(&bundle, folder);
    let readme = std::fs::read_to_string(folder.join("README.txt")).unwrap();
    let start = readme.find("     ( for f").unwrap();
    let end = readme.find("   With a certificate").unwrap();
    let commands = &readme[start..end];
    let script = |words: &str| format!("PASSPHRASE='{words}'\n{commands}");
    run(folder, "sh", &["-c", &script(WORDS)]).unwrap();
    assert!(std::fs::read(folder.join("package.zip")).unwrap() == plain);
    let _ = run(folder, "sh", &["-c", &script("wrong")]);
    assert!(!folder.join("package.zip").exists());
    run(folder, "sha256sum", &["--strict", "-c", "SHA256SUMS"]).unwrap();
}

#[test]
fn the_opener_opens_and_refuses() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let words = folder.join("words.txt");
    // BOM, decomposed letters, a final line end: the same passphrase.
    std::fs::write(&words, "\u{feff}ro\u{308}d sk\u{e6}r\r\n").unwrap();
    std::fs::write(folder.join("wrong.txt"), "something else").unwrap();
    let secret = ["--passphrase-file", "words.txt"];
    for size in [0, 1, 1_000, 2_500] {
        let plain = bytes(size);
        let bundle = seal(
            &plain,
            vec![passphrase("x"), passphrase("r\u{f6}d sk\u{e6}r")],
        );
        let fresh = tempfile::tempdir().unwrap();
        unpack(&bundle, fresh.path());
        std::fs::copy(&words, fresh.path().join("words.txt")).unwrap();
        for bare in [false, true] {
            assert!(
                opener(fresh.path(), bare, &secret).unwrap() == plain,
                "{size} {bare}"
            );
        }
    }
    let plain = bytes(2_500);
    let bundle = seal(&plain, vec![passphrase("r\u{f6}d sk\u{e6}r")]);
    std::fs::write(folder.join("bundle.zip"), &bundle).unwrap();
    std::fs::write(folder.join("open.py"), &members(&bundle)[1].1).unwrap();
    let zipped = [&secret[..], &["bundle.zip"]].concat();
    for bare in [false, true] {
        assert!(opener(folder, bare, &zipped).unwrap() == plain);
        let wrong = ["--passphrase-file", "wrong.txt", "bundle.zip"];
        let error = opener(folder, bare, &wrong).unwrap_err();
        assert!(error.contains("wrong passphrase"), "{error}");
    }
    let good = members(&bundle);
    let refused = |members: Members, sums: bool, says: &str| {
        std::fs::write(folder.join("bundle.zip"), bundle_of(members, sums)).unwrap();
        for bare in [false, true] {
            let error = opener(folder, bare, &zipped).unwrap_err();
            assert!(error.contains("REFUSED"), "{error}");
            assert!(bare || error.contains(says), "{says}: {error}");
        }
    };
    let mut flipped = good.clone();
    let middle = flipped[3].1.len() / 2;
    flipped[3].1[middle] ^= 1;
    refused(
        flipped.clone(),
        false,
        "part-000002.p7m is damaged (SHA256SUMS)",
    );
    refused(flipped, true, "part-000002.p7m is damaged: its content");
    let mut missing = good.clone();
    missing.remove(4);
    refused(missing, true, "parts are missing");
    let mut swapped = good.clone();
    let second = swapped[3].1.clone();
    swapped[3].1 = std::mem::replace(&mut swapped[2].1, second);
    refused(swapped, true, "out of order");
    let mut extra = good.clone();
    extra.insert(5, ("part-000004.p7m".into(), good[2].1.clone()));
    refused(extra, true, "is the last part");
}

#[test]
fn the_cms_crate_reads_the_same_fields() {
    use cms::{authenveloped_data::AuthEnvelopedData, content_info::ContentInfo};
    use der::{Decode, Encode};
    let folder = tempfile::tempdir().unwrap();
    let recipients = [RSA, P256, P384].map(|key| {
        make_certificate(folder.path(), key, "/CN=x", &[]);
        let bytes = std::fs::read(folder.path().join("cert.pem")).unwrap();
        Recipient::Certificate(Certificate::parse(&bytes, 0).unwrap())
    });
    let recipients = recipients.into_iter().chain([passphrase("abc")]).collect();
    let bundle = seal(&bytes(1_500), recipients);
    for (name, part) in members(&bundle) {
        if !name.ends_with(".p7m") {
            continue;
        }
        let info = ContentInfo::from_der(&part).unwrap();
        assert_eq!(info.to_der().unwrap(), part, "not DER");
        let data: AuthEnvelopedData = info.content.decode_as().unwrap();
        assert_eq!(data.recip_infos.0.len(), 4);
        assert!(data.auth_attrs.is_none() && data.unauth_attrs.is_none());
        assert_eq!(data.mac.as_bytes().len(), 16);
    }
}

fn envelope(mut job: EnvelopeJob) -> Envelope {
    let ctx = ctx();
    loop {
        if let Step::Done(envelope) = job.step(&ctx) {
            return envelope;
        }
    }
}

#[test]
fn small_pieces_come_back_and_openssl_opens_them() {
    let mut ctx = ctx();
    let words = Passphrase::new(WORDS).unwrap();
    let sealing = envelope(EnvelopeJob::create(&words, &mut ctx));
    let first = sealing.seal(&mut ctx, b"first").unwrap();
    let second = sealing.seal(&mut ctx, b"first").unwrap();
    assert!(first != second, "fresh keys for every piece");
    let opening = envelope(EnvelopeJob::reopen(&words, &first).unwrap());
    assert_eq!(*opening.open(&first).unwrap(), b"first");
    assert_eq!(*opening.open(&second).unwrap(), b"first");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("piece"), &second).unwrap();
    let opened = openssl(folder.path(), "piece", &["-pwri_password", WORDS]);
    assert_eq!(opened.unwrap(), b"first");
    let other = Passphrase::new("other").unwrap();
    let wrong = envelope(EnvelopeJob::reopen(&other, &first).unwrap());
    let code = wrong.open(&first).unwrap_err().code();
    assert_eq!(code, maskera::error::Code::WrongSecret);
    for at in 0..first.len() {
        let mut changed = first.clone();
        changed[at] ^= 1;
        assert!(opening.open(&changed).is_err(), "byte {at}");
        let _ = EnvelopeJob::reopen(&words, &first[..at]);
    }
}
