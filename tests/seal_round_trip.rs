//! Bundles that this program writes and opens again: sizes, recipients, both ways of encrypting.
// Tests read fixtures and run programs; only the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod seal_support;

use maskera::{
    error::Code,
    limits,
    seal::{
        Certificate, KeyKind, Offload, PrivateKey, Profile, Recipient, SealJob, Secret, SlotKind,
        Validity,
    },
};
use proptest::prelude::*;
use seal_support::*;
use std::{
    cell::Cell,
    io::{Read, Write},
    rc::Rc,
};

#[test]
fn every_size_around_the_part_size_comes_back() {
    for (size, parts) in [
        (0, 1),
        (1, 1),
        (999, 1),
        (1_000, 1),
        (1_001, 2),
        (3_000, 3),
        (2_500, 3),
    ] {
        let plain = bytes(size);
        let (bundle, report) = seal_with(&plain, vec![passphrase("abc")], QUICK, Offload::Inline);
        assert_eq!((report.parts, report.plain_bytes), (parts, size as u64));
        let (external, _) = seal_with(&plain, vec![passphrase("abc")], QUICK, Offload::External);
        assert!(bundle == external, "{size}");
        for offload in [Offload::Inline, Offload::External] {
            let (out, opened) = open_with(&bundle, secret("abc"), offload);
            let opened = opened.unwrap();
            assert!(out == plain, "{size}");
            assert_eq!((opened.parts, opened.plain_bytes), (parts, size as u64));
            assert!(opened.problems.is_empty());
        }
        let form = check(&bundle).unwrap();
        assert!(form.problems.is_empty());
        assert_eq!((form.parts, form.plain_bytes), (parts, size as u64));
    }
}

#[test]
fn the_members_are_exactly_these() {
    let bundle = seal(&bytes(2_500), vec![passphrase("abc")]);
    let members = members(&bundle);
    let names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "README.txt",
            "open.py",
            "part-000001.p7m",
            "part-000002.p7m",
            "part-000003.p7m",
            "SHA256SUMS"
        ]
    );
    let readme = String::from_utf8(members[0].1.clone()).unwrap();
    let label = &check(&bundle).unwrap().slots[0];
    assert_eq!(label.kind, SlotKind::Passphrase);
    assert!(readme.contains(&label.fingerprint));
    assert!(!readme.contains('{'), "a placeholder is left");
}

#[test]
fn any_one_of_several_secrets_opens() {
    let folder = tempfile::tempdir().unwrap();
    make_certificate(folder.path(), P256, "/CN=archive", &[]);
    let certificate = std::fs::read(folder.path().join("cert.pem")).unwrap();
    let key = std::fs::read(folder.path().join("key.pem")).unwrap();
    let recipients = vec![
        passphrase("one"),
        passphrase("rødgrød"),
        Recipient::Certificate(Certificate::parse(&certificate, 0).unwrap()),
    ];
    let bundle = seal(b"hello", recipients);
    assert_eq!(open(&bundle, "one").0, b"hello");
    assert_eq!(open(&bundle, "rødgrød").0, b"hello");
    let secret = Secret::PrivateKey(PrivateKey::parse(&key).unwrap());
    let (out, report) = open_with(&bundle, secret, Offload::Inline);
    assert_eq!(out, b"hello");
    let report = report.unwrap();
    assert_eq!(report.opened.kind, SlotKind::CertificateEc);
    assert_eq!(report.slots.len(), 3);
    let (out, report) = open(&bundle, "three");
    assert!(out.is_empty());
    assert_eq!(report.unwrap_err().code(), Code::WrongSecret);
}

#[test]
fn recipients_are_at_least_one_and_at_most_eight() {
    for (count, code) in [(0, Code::NoRecipient), (9, Code::LimitExceeded)] {
        let recipients = (0..count).map(|n| passphrase(&n.to_string())).collect();
        let error = SealJob::new(
            Box::new(std::io::empty()),
            0,
            recipients,
            Offload::Inline,
            &mut ctx(),
        );
        assert_eq!(error.err().unwrap().code(), code);
    }
}

#[test]
fn a_source_of_another_length_is_noticed() {
    for (claimed, code) in [(9, Code::SourceChanged), (11, Code::SourceChanged)] {
        let mut ctx = ctx();
        let keys = keys(vec![passphrase("abc")], QUICK, &mut ctx);
        let plain = std::io::Cursor::new(bytes(10));
        let mut job = SealJob::with_keys(Box::new(plain), claimed, keys, Offload::Inline).unwrap();
        let error = run_seal(&mut job, &mut ctx, &mut Vec::new()).unwrap_err();
        assert_eq!(error.code(), code);
    }
}

#[test]
fn supplied_parts_must_be_the_ones_asked_for() {
    let mut ctx = ctx();
    let keys = keys(vec![passphrase("abc")], QUICK, &mut ctx);
    let plain = std::io::Cursor::new(bytes(10));
    let mut job = SealJob::with_keys(Box::new(plain), 10, keys, Offload::External).unwrap();
    for (index, length) in [(1, 26), (2, 26), (0, 16)] {
        let error = job.supply(index, vec![0; length]).unwrap_err();
        assert_eq!(error.code(), Code::BadRequest);
    }
}

#[test]
fn every_kind_of_key_file_is_read() {
    for (key, kind) in [
        (RSA, KeyKind::Rsa { bits: 2_048 }),
        (P256, KeyKind::EcP256),
        (P384, KeyKind::EcP384),
    ] {
        let folder = tempfile::tempdir().unwrap();
        make_certificate(
            folder.path(),
            key,
            "/C=DK/O=Pr\u{f8}ve/CN=Arkiv",
            &["-utf8"],
        );
        let go = |arguments: &[&str]| run(folder.path(), "openssl", arguments).unwrap();
        go(&[
            "x509", "-in", "cert.pem", "-outform", "DER", "-out", "cert.der",
        ]);
        go(&["pkey", "-in", "key.pem", "-traditional", "-out", "old.pem"]);
        go(&[
            "pkey", "-in", "key.pem", "-outform", "DER", "-out", "key.der",
        ]);
        go(&[
            "pkey",
            "-in",
            "old.pem",
            "-traditional",
            "-outform",
            "DER",
            "-out",
            "old.der",
        ]);
        go(&[
            "pkey",
            "-in",
            "key.pem",
            "-aes256",
            "-passout",
            "pass:x",
            "-out",
            "locked.pem",
        ]);
        let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
        let now = 1_793_000_000_000;
        let certificate = Certificate::parse(&read("cert.pem"), now).unwrap();
        assert_eq!(certificate.kind(), kind);
        assert_eq!(certificate.subject(), "CN=Arkiv,O=Pr\u{f8}ve,C=DK");
        let der = Certificate::parse(&read("cert.der"), 0).unwrap();
        assert_eq!(der.fingerprint(), certificate.fingerprint());
        assert_eq!(der.validity(), Validity::NotYetValid);
        let late = Certificate::parse(&read("cert.pem"), i64::MAX).unwrap();
        assert_eq!(late.validity(), Validity::Expired);
        let bundle = seal(b"hello", vec![Recipient::Certificate(certificate)]);
        for name in ["key.pem", "old.pem", "key.der", "old.der"] {
            let key = PrivateKey::parse(&read(name));
            let key = key.unwrap_or_else(|error| panic!("{name}: {error}"));
            let (out, report) = open_with(&bundle, Secret::PrivateKey(key), Offload::Inline);
            report.unwrap();
            assert_eq!(out, b"hello", "{name}");
        }
        let reason =
            |bytes: &[u8]| PrivateKey::parse(bytes).err().unwrap().args()["reason"].clone();
        assert_eq!(reason(&read("locked.pem")), "encrypted");
        assert_eq!(reason(&read("cert.pem")), "certificate");
        assert_eq!(reason(b"hello"), "unreadable");
    }
}

#[test]
fn certificates_that_cannot_be_used_say_why() {
    for (key, more, reason) in [
        (&["rsa:1024"][..], &[][..], "rsa-too-small"),
        (&["ed25519"], &[], "ed25519"),
        (
            &["ec", "-pkeyopt", "ec_paramgen_curve:secp521r1"],
            &[],
            "curve",
        ),
        (RSA, &["-addext", "keyUsage=digitalSignature"], "key-usage"),
        (P256, &["-addext", "keyUsage=digitalSignature"], "key-usage"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        make_certificate(folder.path(), key, "/CN=x", more);
        let bytes = std::fs::read(folder.path().join("cert.pem")).unwrap();
        let error = Certificate::parse(&bytes, 0).err().unwrap();
        assert_eq!(error.code(), Code::BadCertificate);
        assert_eq!(error.args()["reason"], reason);
    }
    let folder = tempfile::tempdir().unwrap();
    make_certificate(
        folder.path(),
        RSA,
        "/CN=x",
        &["-addext", "keyUsage=keyEncipherment"],
    );
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    assert!(Certificate::parse(&read("cert.pem"), 0).is_ok());
    let error = Certificate::parse(&read("key.pem"), 0).err().unwrap();
    assert_eq!(error.args()["reason"], "private-key");
    let error = Certificate::parse(b"\x30\x03abc", 0).err().unwrap();
    assert_eq!(error.args()["reason"], "unreadable");
}

/// Gives zeros, counts what was read, and notes how far the reader is ahead of the writer.
struct Counting {
    left: u64,
    read: Rc<Cell<u64>>,
}

impl Read for Counting {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let n = out.len().min(usize::try_from(self.left).unwrap());
        out[..n].fill(0);
        self.left -= n as u64;
        self.read.set(self.read.get() + n as u64);
        Ok(n)
    }
}

struct Watching {
    written: u64,
    read: Rc<Cell<u64>>,
    ahead: u64,
}

impl Write for Watching {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.ahead = self.ahead.max(self.read.get().saturating_sub(self.written));
        self.written += bytes.len() as u64;
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn sealing_streams() {
    let mut ctx = ctx();
    let profile = Profile {
        part_bytes: 256 << 10,
        ..QUICK
    };
    let keys = keys(vec![passphrase("abc")], profile, &mut ctx);
    let read = Rc::new(Cell::new(0));
    let total = 20 << 20;
    let source = Counting {
        left: total,
        read: Rc::clone(&read),
    };
    let mut job = SealJob::with_keys(Box::new(source), total, keys, Offload::Inline).unwrap();
    let mut sink = Watching {
        written: 0,
        read,
        ahead: 0,
    };
    while !matches!(
        job.step(&mut ctx, &mut sink).unwrap(),
        maskera::seal::SealStep::Done(_)
    ) {}
    let parts = limits::PARTS_IN_MEMORY as u64;
    assert!(sink.ahead <= parts * (256 << 10), "{}", sink.ahead);
    assert!(sink.written > total);
}

#[test]
fn the_real_part_size_comes_back() {
    let plain = bytes(limits::PART_BYTES + 5);
    let (bundle, report) = seal_with(
        &plain,
        vec![passphrase("abc")],
        Profile::default(),
        Offload::Inline,
    );
    assert_eq!(report.parts, 2);
    let (out, opened) = open(&bundle, "abc");
    opened.unwrap();
    assert!(out == plain);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn whatever_is_sealed_opens(
        plain in proptest::collection::vec(any::<u8>(), 0..2_000),
        part_bytes in 1_usize..700,
        text in "[a-zæøå ]{1,20}",
    ) {
        let profile = Profile { part_bytes, ..QUICK };
        let (bundle, _) = seal_with(&plain, vec![passphrase(&text)], profile, Offload::External);
        let (out, report) = open(&bundle, &text);
        prop_assert!(report.is_ok());
        prop_assert_eq!(out, plain);
    }
}

/// A bundle that an earlier version wrote must open for ever, and its parts are written the same
/// way under the same randomness. `tests/fixtures/seal/version-1.zip`: 100 bytes counting up, in
/// parts of 60, passphrase "rødgrød med fløde".
#[test]
fn the_first_version_still_opens() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/seal/version-1.zip"
    );
    let bundle = std::fs::read(path).unwrap();
    let plain: Vec<u8> = (0..100).collect();
    let (out, report) = open(&bundle, "rødgrød med fløde");
    assert_eq!(out, plain);
    assert!(report.unwrap().problems.is_empty());
    let profile = Profile {
        part_bytes: 60,
        ..QUICK
    };
    let recipients = vec![passphrase("rødgrød med fløde")];
    let (now, _) = seal_with(&plain, recipients, profile, Offload::Inline);
    let parts = |bundle: &[u8]| {
        let mut all = members(bundle);
        all.retain(|(name, _)| name.ends_with(".p7m"));
        all
    };
    assert_eq!(parts(&now), parts(&bundle));
}
