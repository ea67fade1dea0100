//! `redact` as scripts see it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod support;

use std::fs;
use support::{EXPORT, Place, sms, tree};

const VALUES: [&str; 7] = [
    "189001019802",
    "Astrid",
    "Exempel",
    "post.17@example.org",
    "701740605",
    "070-174 06 06",
    "20123456",
];

fn assert_clean(files: &std::collections::BTreeMap<String, Vec<u8>>) {
    assert!(!files.is_empty());
    for (path, bytes) in files {
        let text = String::from_utf8_lossy(bytes);
        for value in VALUES {
            assert!(
                !text.contains(value) && !path.contains(value),
                "{path}: {value}"
            );
        }
    }
}

#[test]
fn the_released_copy_holds_none_of_the_removed_values() {
    let place = Place::with_export();
    let ran = place
        .run("redact sms.xml --out released --receipt receipt.json --log log.jsonl")
        .ok();
    assert!(ran.err.contains("nothing was found"), "{}", ran.err);
    let files = tree(&place.path("released"));
    assert_clean(&files);
    let all = files.values().flatten().copied().collect();
    let all = String::from_utf8(all).unwrap();
    assert!(all.contains("Mødet er flyttet til fredag."));
    assert_eq!(
        place.entries(),
        ["log.jsonl", "receipt.json", "released", "secret", "sms.xml"]
    );
    let receipt = fs::read(place.path("receipt.json")).unwrap();
    let receipt: serde_json::Value = serde_json::from_slice(&receipt).unwrap();
    assert_eq!(receipt["released"]["verified"], true);
    assert_eq!(
        receipt["released"]["files"].as_array().unwrap().len(),
        files.len()
    );
    let text = receipt.to_string();
    for value in VALUES {
        assert!(!text.contains(value), "receipt: {value}");
    }
}

#[test]
fn the_language_of_the_copy_follows_the_option() {
    let place = Place::with_export();
    for (lang, word) in [
        ("da", "Undtaget"),
        ("sv", "Maskat"),
        ("nb", "Sladdet"),
        ("fi", "Salattu"),
    ] {
        place
            .run(&format!("redact sms.xml --lang {lang} --out {lang}"))
            .ok();
        let page =
            fs::read_to_string(place.path(&format!("{lang}/conversation-0001.html"))).unwrap();
        assert!(page.contains(word), "{lang}");
    }
}

#[test]
fn a_policy_and_a_log_are_followed() {
    let place = Place::with_export();
    place.write("policy.toml", "[categories]\nemail = \"keep\"\n");
    place
        .run("redact sms.xml --policy policy.toml --out released --log log.jsonl")
        .ok();
    let text = |name: &str| fs::read_to_string(place.path(name)).unwrap();
    assert!(text("released/released.jsonl").contains("post.17@example.org"));
    place
        .run("redact sms.xml --decisions log.jsonl --out again")
        .ok();
    assert_eq!(
        text("released/released.jsonl"),
        text("again/released.jsonl")
    );
    place.write("bad.toml", "[bands]\nA = \"delete\"\n");
    assert_eq!(
        place
            .run("redact sms.xml --policy bad.toml --out no")
            .status,
        2
    );
    place.write("bad.jsonl", text("log.jsonl").replacen("email", "phone", 1));
    assert_eq!(
        place
            .run("redact sms.xml --decisions bad.jsonl --out no")
            .status,
        2
    );
    assert!(!place.path("no").exists());
}

const PROFILE: &str =
    "format = \"maskera-profile\"\nversion = 1\nname = \"Mellemby\"\noff = [\"email\"]\n";

#[test]
fn the_log_says_what_was_searched() {
    let place = Place::with_export();
    place.write("own.toml", PROFILE);
    place
        .run("redact sms.xml --profile own.toml --skip phone --out released --log log.jsonl --receipt first.json")
        .ok();
    let receipt = |name: &str| -> serde_json::Value {
        serde_json::from_slice(&fs::read(place.path(name)).unwrap()).unwrap()
    };
    let search = receipt("first.json")["search"].clone();
    assert_eq!(search["preset"], "normal");
    assert_eq!(search["off"], serde_json::json!(["phone", "email"]));
    assert_eq!(search["profile"]["name"], "Mellemby");
    let mut digester = maskera::package::Digester::default();
    digester.update(PROFILE.as_bytes());
    assert_eq!(
        search["profile"]["sha256"],
        digester.finish().sha256.as_str()
    );
    // The log alone gives the same copy: nobody has to name the options again.
    place
        .run("redact sms.xml --decisions log.jsonl --out again --receipt again.json")
        .ok();
    assert_eq!(tree(&place.path("released")), tree(&place.path("again")));
    assert_eq!(receipt("again.json")["search"], search);
    place
        .run("pack sms.xml --decisions log.jsonl --released released --passphrase-file secret --out case.zip")
        .ok();
    place
        .run("open case.zip --passphrase-file secret --out opened")
        .ok();
    let packed = receipt("opened/data/receipt.json");
    assert_eq!(packed["released"]["verified"], true);
    assert_eq!(packed["search"], search);
    let page = fs::read_to_string(place.path("opened/data/receipt.html")).unwrap();
    assert!(page.contains("Mellemby"), "{page}");
    // Options that are named hold instead, all together, and are logged in their turn.
    place
        .run("redact sms.xml --decisions log.jsonl --preset strict --out other --log other.jsonl --receipt other.json")
        .ok();
    let search = serde_json::json!({"preset": "strict", "off": [], "profile": null});
    assert_eq!(receipt("other.json")["search"], search);
    let released = fs::read_to_string(place.path("other/released.jsonl")).unwrap();
    assert!(!released.contains("post.17@example.org"), "{released}");
    place
        .run("redact sms.xml --decisions other.jsonl --out last --receipt last.json")
        .ok();
    assert_eq!(receipt("last.json")["search"], search);
}

#[test]
fn conversations_and_days_limit_the_copy() {
    let place = Place::with_export();
    place.run("redact sms.xml --conversation 2 --out one").ok();
    let text = |name: &str| fs::read_to_string(place.path(name)).unwrap();
    assert!(!text("one/released.jsonl").contains("Hej"));
    place.write(
        "two.xml",
        "<smses><sms address=\"+46701740605\" date=\"1704067200000\" type=\"1\" body=\"ensam\"/>\
         <sms address=\"+46701740606\" date=\"1704067200000\" type=\"1\" body=\"annan\"/></smses>",
    );
    place
        .run_args(&[
            "redact",
            "two.xml",
            "--person",
            "+46 70 174 06 06",
            "--out",
            "who",
        ])
        .ok();
    let shown = text("who/released.jsonl");
    assert!(
        shown.contains("annan") && !shown.contains("ensam"),
        "{shown}"
    );
    place
        .run("redact sms.xml --from 2024-01-01 --to 2024-01-01 --zone Europe/Stockholm --out day")
        .ok();
    assert!(!text("day/released.jsonl").contains("fredag"));
    assert!(text("day/released.jsonl").contains("\"outside\":1"));
    for line in [
        "redact sms.xml --conversation nobody --out no",
        "redact sms.xml --person nobody --out no",
        "redact sms.xml --from yesterday --out no",
        "redact sms.xml --from 2024-01-01 --zone Europe/Nowhere --out no",
    ] {
        assert_eq!(place.run(line).status, 2, "{line}");
    }
    assert!(!place.path("no").exists());
}

#[test]
fn internal_files_never_lie_in_the_copy() {
    let place = Place::with_export();
    for option in ["--receipt", "--log"] {
        let ran = place.run(&format!(
            "redact sms.xml --out released {option} released/r"
        ));
        assert_eq!(ran.status, 2);
    }
    place.write("receipt.json", "mine");
    let ran = place.run("redact sms.xml --out released --receipt receipt.json");
    assert_eq!(ran.status, 2);
    assert_eq!(place.entries(), ["receipt.json", "secret", "sms.xml"]);
    assert_eq!(fs::read(place.path("receipt.json")).unwrap(), b"mine");
}

#[test]
fn existing_copies_stay_without_force() {
    let place = Place::with_export();
    place.write("released/mine.txt", "mine");
    assert_eq!(place.run("redact sms.xml --out released").status, 2);
    assert_eq!(tree(&place.path("released")).len(), 1);
    place.run("redact sms.xml --out released --force").ok();
    assert!(!place.path("released/mine.txt").exists());
}

#[test]
fn nothing_to_release_is_said() {
    let place = Place::new();
    place.write("odd.bin", [0u8, 1, 2, 3]);
    assert_eq!(place.run("redact odd.bin --out released").status, 2);
    assert_eq!(place.entries(), ["odd.bin"]);
}

/// Two inputs that differ only in a removed value give the same copy.
#[test]
fn the_removed_value_cannot_be_told_from_the_copy() {
    let place = Place::new();
    let mut other = EXPORT.to_vec();
    let changed = EXPORT[1]
        .4
        .replace("post.17@example.org", "bo.langtefternavn@example.org");
    other[1].4 = &changed;
    place.write("a/sms.xml", sms(EXPORT));
    place.write("b/sms.xml", sms(&other));
    for name in ["a", "b"] {
        place
            .run(&format!(
                "redact {name}/sms.xml --fixed-clock 1767225600000 --fixed-seed 1 --out out-{name}"
            ))
            .ok();
    }
    assert!(tree(&place.path("out-a")) == tree(&place.path("out-b")));
}
