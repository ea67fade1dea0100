//! `pack`, `open` and `verify` as scripts see them, and the tools that open a bundle without us.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod support;

use std::{fs, path::Path, process::Command};
use support::{PASSPHRASE, Place, available, ran, tree};

fn packed() -> Place {
    let place = Place::with_export();
    place.write("released/index.html", "<p>[Maskat: personnummer]</p>");
    place
        .run("pack sms.xml --released released --passphrase-file secret --out case.zip")
        .ok();
    place
}

#[test]
fn a_case_is_packed_verified_and_opened() {
    let place = packed();
    assert_eq!(
        place.entries(),
        ["case.zip", "released", "secret", "sms.xml"]
    );
    let full = place.run("verify case.zip --passphrase-file secret").ok();
    assert!(full.out.contains("intact"), "{}", full.out);
    let form = place.run("verify case.zip").ok();
    assert!(
        form.out.contains("nothing more was checked"),
        "{}",
        form.out
    );
    place
        .run("open case.zip --passphrase-file secret --out opened")
        .ok();
    let files = tree(&place.path("opened"));
    assert_eq!(
        files["data/original/1-sms.xml"],
        fs::read(place.path("sms.xml")).unwrap()
    );
    assert_eq!(
        files["data/released/index.html"],
        fs::read(place.path("released/index.html")).unwrap()
    );
    for path in [
        "bagit.txt",
        "data/README.txt",
        "data/decisions.jsonl",
        "data/findings.jsonl",
        "data/internal/index.html",
        "data/internal/internal.jsonl",
        "data/receipt.html",
        "data/receipt.json",
    ] {
        assert!(files.contains_key(path), "{path}");
    }
    let findings = String::from_utf8_lossy(&files["data/findings.jsonl"]).into_owned();
    assert!(findings.contains("189001019802"));
    place.run("verify opened").ok();
    place.run("verify released").ok();
}

#[test]
fn the_receipt_holds_no_values() {
    let place = packed();
    place
        .run("open case.zip --passphrase-file secret --out opened")
        .ok();
    let files = tree(&place.path("opened/data"));
    for name in ["receipt.json", "receipt.html"] {
        let text = String::from_utf8_lossy(&files[name]).into_owned();
        for value in [
            "189001019802",
            "Astrid",
            "1740605",
            "example.org",
            "sms.xml",
        ] {
            assert!(!text.contains(value), "{name}: {value}");
        }
        assert!(text.contains("se-personnummer") || name.ends_with("html"));
    }
    let receipt: serde_json::Value = serde_json::from_slice(&files["receipt.json"]).unwrap();
    assert_eq!(receipt["second_reviewer"], false);
    assert_eq!(receipt["sources"][0]["parsed"], 3);
    assert_eq!(receipt["findings"]["se-personnummer"]["sure"], 1);
    assert_eq!(receipt["released"]["files"][0]["path"], "index.html");
    assert_eq!(receipt["slots"].as_array().unwrap().len(), 1);
}

#[test]
fn existing_output_stays_without_force() {
    let place = packed();
    let before = fs::read(place.path("case.zip")).unwrap();
    let again = place.run("pack sms.xml --passphrase-file secret --out case.zip");
    assert_eq!(again.status, 2);
    assert_eq!(fs::read(place.path("case.zip")).unwrap(), before);
    place.write("opened/mine.txt", "mine");
    let refused = place.run("open case.zip --passphrase-file secret --out opened");
    assert_eq!(refused.status, 2);
    assert_eq!(tree(&place.path("opened")).len(), 1);
    place
        .run("open case.zip --passphrase-file secret --out opened --force")
        .ok();
    assert!(!place.path("opened/mine.txt").exists());
    assert_eq!(
        place.entries(),
        ["case.zip", "opened", "released", "secret", "sms.xml"]
    );
}

#[test]
fn failures_leave_nothing_behind() {
    let place = packed();
    let before = place.entries();
    place.write("wrong", "another passphrase");
    let before: Vec<String> = [before, vec!["wrong".to_owned()]].concat();
    for line in [
        "open case.zip --passphrase-file wrong --out opened",
        "pack nothing.xml --passphrase-file secret --out new.zip",
        "pack sms.xml --passphrase-file nothing --out new.zip",
        "pack sms.xml --recipient secret --out new.zip",
        "pack sms.xml --passphrase-file secret --out none/new.zip",
        "pack sms.xml --decisions secret --passphrase-file secret --out new.zip",
    ] {
        let ran = place.run(line);
        assert_eq!(ran.status, 2, "{line}: {}{}", ran.out, ran.err);
        assert_eq!(place.entries(), before, "{line}");
    }
}

#[test]
fn damage_is_named() {
    let place = packed();
    let good = fs::read(place.path("case.zip")).unwrap();
    let middle = good.len() * 3 / 4;
    let mut bad = good.clone();
    bad[middle] ^= 1;
    place.write("bad.zip", &bad);
    for line in [
        "verify bad.zip --passphrase-file secret",
        "verify bad.zip",
        "open bad.zip --passphrase-file secret --out opened",
    ] {
        let ran = place.run(line);
        assert_eq!(ran.status, 1, "{line}: {}{}", ran.out, ran.err);
        assert!(ran.err.contains("part-000001"), "{line}: {}", ran.err);
    }
    assert!(!place.path("opened").exists(), "nothing could be kept");
    place.write("cut.zip", &good[..good.len() - 30]);
    assert_eq!(place.run("verify cut.zip").status, 1);
}

#[test]
fn damage_in_an_opened_package_is_named() {
    let place = packed();
    place
        .run("open case.zip --passphrase-file secret --out opened")
        .ok();
    place.write("opened/data/original/1-sms.xml", "changed");
    place.write("opened/data/new.txt", "new");
    let ran = place.run("verify opened");
    assert_eq!(ran.status, 1);
    for name in ["data/original/1-sms.xml", "data/new.txt"] {
        assert!(ran.err.contains(name), "{name}: {}", ran.err);
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_under_a_fixed_clock() {
    let place = Place::with_export();
    let line = "pack sms.xml --passphrase-file secret --fixed-clock 1767225600000 --fixed-seed 7";
    for out in ["a.zip", "b.zip"] {
        let ran = place.run(&format!("{line} --out {out}")).ok();
        assert!(ran.err.contains("not secret"), "{}", ran.err);
    }
    let read = |name: &str| fs::read(place.path(name)).unwrap();
    assert!(read("a.zip") == read("b.zip"));
}

/// NFD, BOM and a Windows line end are the same passphrase; a space is another one.
#[test]
fn passphrase_files_from_other_systems_open() {
    let place = packed();
    let decomposed = PASSPHRASE.replace('å', "a\u{30a}");
    place.write("other", format!("\u{feff}{decomposed}\r\n"));
    place.write("space", format!("{PASSPHRASE} "));
    place.run("verify case.zip --passphrase-file other").ok();
    assert_eq!(
        place.run("verify case.zip --passphrase-file space").status,
        2
    );
    place.write("latin1", b"bl\xe5");
    assert_eq!(
        place.run("verify case.zip --passphrase-file latin1").status,
        2
    );
}

#[test]
fn a_working_file_has_no_released_copy() {
    let place = Place::with_export();
    place
        .run("pack sms.xml --working-file --passphrase-file secret --out work.zip")
        .ok();
    let ran = place
        .run("open work.zip --passphrase-file secret --out opened")
        .ok();
    assert!(ran.err.contains("working file"), "{}", ran.err);
    let files = tree(&place.path("opened"));
    assert!(!files.keys().any(|path| path.starts_with("data/released")));
    assert!(files.contains_key("data/original/1-sms.xml"));
    assert!(files.contains_key("data/decisions.jsonl"));
}

#[test]
fn bagit_python_accepts_the_package() {
    if !available("python3", &["-c", "import bagit"]) {
        return;
    }
    let place = packed();
    place.write("æ 50% 'x' ø.xml", support::sms(support::EXPORT) + " ");
    place.write("files/sms.xml", support::sms(support::EXPORT) + "  ");
    place
        .run_args(&[
            "pack",
            "æ 50% 'x' ø.xml",
            "files",
            "sms.xml",
            "--passphrase-file",
            "secret",
            "--out",
            "more.zip",
        ])
        .ok();
    for (bundle, out) in [("case.zip", "one"), ("more.zip", "more")] {
        place
            .run(&format!(
                "open {bundle} --passphrase-file secret --out {out}"
            ))
            .ok();
        let output = Command::new("python3")
            .args(["-m", "bagit", "--validate", out])
            .current_dir(place.home.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", ran(&output).err);
    }
}

/// What openssl and open.py make of the parts is the same ZIP, and unpacked it is what we open.
#[test]
fn a_bundle_opens_without_us() {
    let python = available("python3", &["--version"]);
    let openssl = available("openssl", &["version"]);
    if !python || !openssl {
        return;
    }
    let place = packed();
    place
        .run("open case.zip --passphrase-file secret --out ours")
        .ok();
    let script = r#"
set -e
python3 -m zipfile -e case.zip parts
python3 parts/open.py case.zip --out script.zip --passphrase-file secret
for f in parts/part-*.p7m; do
  openssl cms -decrypt -inform DER -binary -in "$f" -pwri_password "$(cat secret)" || exit 1
done > openssl.zip
cmp script.zip openssl.zip
python3 -m zipfile -e openssl.zip theirs
"#;
    place.write("script.sh", script);
    let output = Command::new("sh")
        .arg("script.sh")
        .current_dir(place.home.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", ran(&output).err);
    let bag = place.path("theirs/maskera-bag");
    assert_eq!(tree(&bag), tree(&place.path("ours")));
    place.run("verify theirs").ok();
}

fn certificate(place: &Place, name: &str, algorithm: &[&str]) {
    let (key, cert) = (format!("{name}.key"), format!("{name}.pem"));
    let mut arguments = vec![
        "req",
        "-x509",
        "-nodes",
        "-days",
        "30",
        "-subj",
        "/CN=arkiv",
    ];
    arguments.extend(algorithm);
    arguments.extend(["-keyout", &key, "-out", &cert]);
    let output = Command::new("openssl")
        .args(&arguments)
        .current_dir(place.home.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", ran(&output).err);
}

#[test]
fn certificates_and_passphrases_open_alone() {
    if !available("openssl", &["version"]) {
        return;
    }
    let place = Place::with_export();
    certificate(&place, "rsa", &["-newkey", "rsa:2048"]);
    let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"];
    certificate(&place, "ec", &curve);
    certificate(&place, "weak", &["-newkey", "rsa:1024"]);
    place
        .run("pack sms.xml --recipient rsa.pem --recipient ec.pem --passphrase-file secret --out case.zip")
        .ok();
    for secret in ["--key rsa.key", "--key ec.key", "--passphrase-file secret"] {
        place.run(&format!("verify case.zip {secret}")).ok();
    }
    assert_eq!(place.run("verify case.zip --key weak.key").status, 2);
    let weak = place.run("pack sms.xml --recipient weak.pem --out weak.zip");
    assert_eq!(weak.status, 2);
    assert!(weak.err.contains("weak.pem"), "{}", weak.err);
    assert!(!Path::new(&place.path("weak.zip")).exists());
}
