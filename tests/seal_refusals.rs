//! What the opener refuses, and that it releases nothing unverified.
// Tests read fixtures and run programs; only the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod seal_support;

use maskera::{
    error::{Code, Error},
    seal::Offload,
};
use proptest::prelude::*;
use seal_support::*;

fn good() -> Members {
    members(&seal(&bytes(2_500), vec![passphrase("abc")]))
}

/// Both ways of opening refuse with the same error; what was released is a verified prefix.
fn refused(bundle: &[u8]) -> Error {
    let [inline, external] = [Offload::Inline, Offload::External].map(|offload| {
        let (out, report) = open_with(bundle, secret("abc"), offload);
        assert!(out.len() % 1_000 == 0 && bytes(2_500).starts_with(&out));
        report.unwrap_err()
    });
    assert_eq!(inline.to_string(), external.to_string());
    inline
}

fn part(error: &Error) -> (Code, &str) {
    (error.code(), error.args()["part"].as_str())
}

fn reason(error: &Error) -> (Code, &str) {
    (error.code(), error.args()["reason"].as_str())
}

/// Replaces bytes of the first part that occur there exactly once.
fn replaced(members: &mut Members, from: &[u8], to: &[u8]) {
    for (name, data) in members.iter_mut() {
        if name.ends_with(".p7m") {
            let found: Vec<usize> = (0..data.len())
                .filter(|at| data[*at..].starts_with(from))
                .collect();
            assert_eq!(found.len(), 1);
            data[found[0]..found[0] + to.len()].copy_from_slice(to);
        }
    }
}

#[test]
fn a_wrong_secret_is_called_so_only_when_the_parts_agree() {
    let bundle = bundle_of(good(), false);
    let (out, report) = open(&bundle, "abd");
    assert!(out.is_empty());
    assert_eq!(report.unwrap_err().code(), Code::WrongSecret);
    // A changed slot in one part of three, and in the only part.
    let mut changed = good();
    changed[3].1[100] ^= 1;
    let error = refused(&bundle_of(changed, true));
    assert_eq!(part(&error), (Code::PartDamaged, "part-000002.p7m"));
    let mut single = members(&seal(b"hello", vec![passphrase("abc")]));
    let slot = single[2].1.len() - 100;
    single[2].1[slot] ^= 1;
    let (_, report) = open(&bundle_of(single, false), "abc");
    assert_eq!(
        part(&report.unwrap_err()),
        (Code::PartDamaged, "part-000001.p7m")
    );
}

#[test]
fn a_flipped_byte_names_its_part() {
    let parts = good();
    for n in 2..5 {
        for from_end in [1, 16, 200] {
            let mut changed = parts.clone();
            let at = changed[n].1.len() - from_end;
            changed[n].1[at] ^= 0x10;
            let name = changed[n].0.clone();
            for sums in [false, true] {
                let bundle = bundle_of(changed.clone(), sums);
                assert_eq!(part(&refused(&bundle)), (Code::PartDamaged, name.as_str()));
            }
            let report = check(&bundle_of(changed, false)).unwrap();
            let named: Vec<&String> = report.problems.iter().map(|p| &p.args()["entry"]).collect();
            assert_eq!(named, [&name]);
        }
    }
}

#[test]
fn missing_doubled_reordered_and_extra_parts_are_refused() {
    let parts = good();
    let first = |n: usize| parts[n].clone();
    let mut last = parts.clone();
    last.remove(4);
    let error = refused(&bundle_of(last, true));
    assert_eq!(part(&error), (Code::PartSequence, "part-000003.p7m"));
    let mut middle = parts.clone();
    middle.remove(3);
    let error = refused(&bundle_of(middle.clone(), true));
    assert_eq!(part(&error), (Code::PartSequence, "part-000002.p7m"));
    middle[3].0 = "part-000002.p7m".into();
    let error = refused(&bundle_of(middle, true));
    assert_eq!(part(&error), (Code::PartSequence, "part-000002.p7m"));
    let mut swapped = parts.clone();
    swapped[2].1 = first(3).1;
    swapped[3].1 = first(2).1;
    let error = refused(&bundle_of(swapped, false));
    assert_eq!(part(&error), (Code::PartSequence, "part-000001.p7m"));
    let mut turned = parts.clone();
    turned.swap(2, 3);
    let error = refused(&bundle_of(turned, true));
    assert_eq!(reason(&error), (Code::PartSequence, "order"));
    let mut doubled = parts.clone();
    doubled.insert(5, ("part-000004.p7m".into(), first(3).1));
    let error = refused(&bundle_of(doubled, true));
    assert_eq!(error.code(), Code::PartSequence);
    let mut extra = parts.clone();
    extra.insert(5, ("part-000004.p7m".into(), first(4).1));
    let error = refused(&bundle_of(extra, true));
    assert_eq!(part(&error), (Code::PartSequence, "part-000004.p7m"));
    let none: Members = [first(0), first(1)].into();
    let error = refused(&bundle_of(none, true));
    assert_eq!(part(&error), (Code::PartSequence, "part-000001.p7m"));
}

#[test]
fn parts_of_two_bundles_are_not_mixed() {
    let mut ours = good();
    let mut ctx = maskera::job::fixed::ctx(0, 99);
    let keys = keys(vec![passphrase("abc")], QUICK, &mut ctx);
    let plain = std::io::Cursor::new(bytes(2_500));
    let mut job =
        maskera::seal::SealJob::with_keys(Box::new(plain), 2_500, keys, Offload::Inline).unwrap();
    let mut other = Vec::new();
    run_seal(&mut job, &mut ctx, &mut other).unwrap();
    ours[3].1 = members(&other)[3].1.clone();
    for sums in [false, true] {
        let error = refused(&bundle_of(ours.clone(), sums));
        assert_eq!(part(&error), (Code::PartsMixed, "part-000002.p7m"));
    }
}

#[test]
fn other_forms_of_cms_are_refused() {
    // id-envelopedData: no authentication (the downgrade of a forger).
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plain"), bytes(500)).unwrap();
    let arguments = [
        "cms",
        "-encrypt",
        "-aes-256-cbc",
        "-binary",
        "-in",
        "plain",
        "-outform",
        "DER",
        "-out",
        "weak",
        "-pwri_password",
        "abc",
    ];
    run(folder.path(), "openssl", &arguments).unwrap();
    let mut weak = good();
    weak.drain(3..5);
    weak[2].1 = std::fs::read(folder.path().join("weak")).unwrap();
    for sums in [false, true] {
        let error = refused(&bundle_of(weak.clone(), sums));
        assert_eq!(reason(&error), (Code::ForbiddenForm, "no-authentication"));
    }
    // AuthEnvelopedData by openssl: other parameters (ICVlen absent or 12, attributes).
    make_certificate(folder.path(), RSA, "/CN=x", &[]);
    let arguments = [
        "cms",
        "-encrypt",
        "-aes-256-gcm",
        "-binary",
        "-in",
        "plain",
        "-outform",
        "DER",
        "-out",
        "other",
        "cert.pem",
    ];
    run(folder.path(), "openssl", &arguments).unwrap();
    weak[2].1 = std::fs::read(folder.path().join("other")).unwrap();
    let error = refused(&bundle_of(weak, true));
    assert_eq!(error.code(), Code::ForbiddenForm);
}

#[test]
fn iterations_outside_the_limits_are_refused() {
    for (iterations, bytes) in [
        (1, [0x02, 0x03, 0x00, 0x00, 0x01]),
        (99_999, [0x02, 0x03, 0x01, 0x86, 0x9f]),
        (10_000_001, [0x02, 0x03, 0x98, 0x96, 0x81]),
    ] {
        let mut changed = good();
        replaced(&mut changed, &[0x02, 0x03, 0x01, 0x86, 0xa0], &bytes);
        let error = refused(&bundle_of(changed, true));
        let expected = if iterations == 99_999 {
            Code::BadIterations
        } else {
            // Not the shortest form, or a negative number: no DER.
            Code::ForbiddenForm
        };
        assert_eq!(error.code(), expected, "{iterations}");
    }
}

#[test]
fn members_that_do_not_belong_are_refused() {
    let mut more = good();
    more.insert(2, ("invoice.exe".into(), b"MZ".to_vec()));
    let error = refused(&bundle_of(more, true));
    assert_eq!(reason(&error), (Code::ForbiddenForm, "member"));
    let mut fewer = good();
    fewer.remove(1);
    let error = refused(&bundle_of(fewer, true));
    assert_eq!(reason(&error), (Code::ForbiddenForm, "members"));
    let error = refused(&bundle_of(vec![("a.txt".into(), vec![1])], false));
    assert_eq!(error.code(), Code::NotABundle);
    for other in [b"hello".as_slice(), b"%PDF-1.7", b"PK"] {
        let (_, report) = open(other, "abc");
        let code = report.unwrap_err().code();
        assert!(matches!(code, Code::NotABundle | Code::Truncated), "{code}");
    }
    let bundle = bundle_of(good(), false);
    let (_, report) = open(&bundle[..bundle.len() / 2], "abc");
    assert_eq!(report.unwrap_err().code(), Code::Truncated);
    let mut longer = bundle.clone();
    longer.push(0);
    assert_eq!(
        reason(&refused(&longer)),
        (Code::BadArchive, "trailing-bytes")
    );
}

#[test]
fn compressed_encrypted_and_doubled_members_are_refused() {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, data) in good() {
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated);
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(&data).unwrap();
    }
    let error = refused(&zip.finish().unwrap().into_inner());
    assert_eq!(reason(&error), (Code::ForbiddenForm, "compressed-member"));
    let mut encrypted = bundle_of(good(), false);
    encrypted[6] |= 1;
    let error = refused(&encrypted);
    assert_eq!(reason(&error), (Code::ForbiddenForm, "encrypted-member"));
    // A second part 1 right after the first: names are compared before anything else.
    let bundle = bundle_of(good(), false);
    let name = b"part-000002.p7m";
    let mut doubled = bundle;
    for at in 0..doubled.len() - name.len() {
        if doubled[at..].starts_with(name) {
            doubled[at + 10] = b'1';
        }
    }
    let error = refused(&doubled);
    assert_eq!(part(&error), (Code::PartSequence, "part-000001.p7m"));
}

#[test]
fn texts_that_changed_are_reported_but_lose_nothing() {
    for (n, name) in [(0, "README.txt"), (1, "open.py")] {
        let mut changed = good();
        changed[n].1[50] ^= 1;
        let bundle = bundle_of(changed, false);
        let (out, report) = open(&bundle, "abc");
        assert!(out == bytes(2_500));
        let problems = report.unwrap().problems;
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].args()["entry"], name);
        assert_eq!(check(&bundle).unwrap().problems[0].args()["entry"], name);
    }
}

#[test]
fn any_flipped_byte_of_a_head_is_refused() {
    let parts = members(&seal(&bytes(40), vec![passphrase("abc")]));
    let length = parts[2].1.len();
    for at in (0..length).filter(|at| at % 3 == 0 || *at > length - 80) {
        let mut changed = parts.clone();
        changed[2].1[at] ^= 1 << (at % 8);
        for sums in [true, false] {
            let (out, report) = open(&bundle_of(changed.clone(), sums), "abc");
            assert!(out.is_empty() && report.is_err(), "byte {at}");
            let code = report.unwrap_err().code();
            // Without fitting checksums damage is damage, wherever it lies.
            let ordered = matches!(code, Code::PartSequence | Code::ForbiddenForm);
            assert!(
                sums || code == Code::PartDamaged || ordered,
                "byte {at}: {code}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn a_changed_bundle_never_opens_to_something_else(at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let plain = bytes(2_500);
        let mut bundle = bundle_of(good(), false);
        let at = at.index(bundle.len());
        bundle[at] ^= 1_u8 << bit;
        let (out, report) = open(&bundle, "abc");
        prop_assert!(plain.starts_with(&out));
        if let Ok(report) = report {
            prop_assert_eq!(out, plain);
            prop_assert!(!report.problems.is_empty());
        }
        let _ = check(&bundle);
    }
}
