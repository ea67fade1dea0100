//! `people`, `register`, `redact --capacity` and the sentences of `coverage`, as scripts see them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod support;

use support::{Place, tree};

#[test]
fn people_are_listed_with_names_numbers_and_capacity() {
    let place = Place::with_export();
    let people = place.run("people --json sms.xml").ok().lines();
    assert_eq!(people.len(), 2);
    let astrid = &people[0];
    assert_eq!(astrid["names"], serde_json::json!(["Astrid Exempel"]));
    assert_eq!(astrid["handles"], serde_json::json!(["+46701740605"]));
    assert_eq!(astrid["person"], "participant:+46701740605");
    assert_eq!(astrid["capacity"], "unknown");
    let table = place.run("people --csv sms.xml").ok().out;
    assert_eq!(table.lines().count(), 3, "{table}");
    let plain = place.run("--lang en people sms.xml").ok().out;
    assert!(plain.contains("1 messages, 1 conversations"), "{plain}");
}

#[test]
fn capacities_go_into_log_receipt_and_internal_copy_and_stay_out_of_the_released_one() {
    let place = Place::with_export();
    place.write(
        "capacity.csv",
        "# who, capacity\nAstrid Exempel,elected\n+4520123456;outside\n",
    );
    place
        .run("redact sms.xml --capacity capacity.csv --log log.jsonl --receipt receipt.json --out out")
        .ok();
    let receipt = std::fs::read_to_string(place.path("receipt.json")).unwrap();
    let receipt: serde_json::Value = serde_json::from_str(&receipt).unwrap();
    let counts = &receipt["coverage"]["capacities"];
    assert_eq!(
        (&counts["elected"], &counts["outside"]),
        (&1.into(), &1.into())
    );
    for (path, bytes) in tree(&place.path("out")) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("elected"), "{path}");
    }
    let people = place
        .run("people --json --decisions log.jsonl sms.xml")
        .ok()
        .lines();
    assert_eq!(people[0]["capacity"], "elected");
    // a policy has it shown
    place.write("policy.toml", "show-capacity = true\n");
    place
        .run("redact sms.xml --decisions log.jsonl --policy policy.toml --out shown")
        .ok();
    let shown = tree(&place.path("shown"));
    let lines = String::from_utf8_lossy(&shown["released.jsonl"]).into_owned();
    assert!(lines.contains("\"capacity\":\"elected\""), "{lines}");
    let table = String::from_utf8_lossy(&shown["released.csv"]).into_owned();
    assert!(
        table.contains("\"capacity\"") && table.contains("\"outside\""),
        "{table}"
    );
    // the archive's internal part
    place
        .run("pack sms.xml --decisions log.jsonl --released out --passphrase-file secret --out b.zip")
        .ok();
    place
        .run("open b.zip --passphrase-file secret --out opened")
        .ok();
    let opened = tree(&place.path("opened"));
    let text = |path: &str| String::from_utf8_lossy(&opened[path]).into_owned();
    assert!(text("data/internal/people.csv").contains("\"elected\""));
    assert!(text("data/internal/internal.jsonl").contains("\"capacity\":\"elected\""));
    assert!(text("data/findings.jsonl").contains("\"capacity\":\"elected\""));
    assert!(text("data/internal/accounts.csv").contains("\"SMS\""));
    assert!(text("data/internal/coverage.json").contains("\"accounts\""));
}

#[test]
fn a_line_that_names_nobody_or_no_capacity_is_refused() {
    let place = Place::with_export();
    for line in [
        "Nobody,elected\n",
        "Astrid Exempel,mayor\n",
        "Astrid Exempel\n",
    ] {
        place.write("capacity.csv", line);
        let ran = place.run("redact sms.xml --capacity capacity.csv --out out");
        assert_eq!(ran.status, 2, "{line}");
        assert!(!place.path("out").exists());
    }
}

#[test]
fn the_register_is_a_table() {
    let place = Place::with_export();
    let table = place.run("register sms.xml").ok().out;
    assert_eq!(table.lines().count(), 2, "{table}");
    assert!(
        table.contains("\"SMS\"") && table.contains("\"2024-02-01\""),
        "{table}"
    );
}

#[test]
fn coverage_says_whole_sentences_without_ids() {
    let place = Place::with_export();
    for lang in ["da", "sv", "nb", "fi", "en"] {
        let out = place
            .run(&format!("--lang {lang} coverage sms.xml"))
            .ok()
            .out;
        assert!(
            !out.contains("coverage-") && !out.contains("warning-"),
            "{out}"
        );
    }
    let out = place.run("--lang en coverage sms.xml").ok().out;
    assert!(
        out.contains("Messages in all: 3. Conversations: 2. Accounts: 1"),
        "{out}"
    );
    assert!(
        out.contains("No messages from 2024-01-02 to 2024-01-31 (30 days)"),
        "{out}"
    );
}
