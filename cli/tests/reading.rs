//! `inspect` and `scan` as scripts see them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod support;

use serde_json::{Value, json};
use std::{fs, path::Path};
use support::{Place, tree};

#[test]
fn inspect_gives_one_documented_object_per_file() {
    let place = Place::with_export();
    let ran = place.run("inspect sms.xml --json").ok();
    let lines = ran.lines();
    assert_eq!(lines.len(), 1);
    let line = &lines[0];
    let mut names: Vec<&str> = line
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "accounting",
            "attachments",
            "conversations",
            "files",
            "first_utc",
            "format",
            "items",
            "last_utc",
            "messages",
            "participants",
            "questions",
            "repairs",
            "source",
            "time_basis",
            "warnings",
        ]
    );
    assert_eq!(line["format"], "sms-backup-restore");
    assert_eq!(line["messages"], 3);
    assert_eq!(line["conversations"], 2);
    assert_eq!(line["first_utc"], "2024-01-01T10:00:00.000Z");
    assert_eq!(
        line["accounting"],
        json!({"seen": 3, "parsed": 3, "skipped": [], "errors": [], "partial": false})
    );
}

#[test]
fn a_folder_stands_for_its_files() {
    let place = Place::with_export();
    place.write("all/b/notes.bin", [0u8, 1, 2]);
    place.write("all/a.xml", support::sms(support::EXPORT));
    place.write("all/.hidden", "x");
    let ran = place.run("inspect --json all");
    assert_eq!(ran.status, 1, "an unknown file is a reported problem");
    let lines = ran.lines();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["source"], "a.xml");
    assert_eq!(lines[1]["format"], Value::Null);
    assert_eq!(lines[1]["messages"], Value::Null);
    assert!(ran.err.contains("notes.bin"), "{}", ran.err);
}

#[test]
fn what_cannot_be_done_ends_with_2() {
    let place = Place::with_export();
    for line in [
        "inspect nothing.xml",
        "scan",
        "inspect sms.xml --zone Europe/Nowhere",
        "inspect sms.xml --mapping m.toml",
        "scan sms.xml --password-file nothing",
        "open sms.xml --passphrase-file secret --out o",
        "verify sms.xml",
        "frobnicate",
    ] {
        let ran = place.run(line);
        assert_eq!(ran.status, 2, "{line}: {}{}", ran.out, ran.err);
        assert!(!ran.err.is_empty(), "{line}");
    }
    assert_eq!(place.entries(), ["secret", "sms.xml"]);
}

#[test]
fn open_questions_are_warnings_with_status_0() {
    let place = Place::new();
    place.write(
        "chat.txt",
        "13/01/24, 10:00 - Astrid Exempel: hej\n14/01/24, 11:30 - Bo Prøve: hej igen\n",
    );
    let asked = place.run("inspect --json chat.txt").ok().lines();
    assert_eq!(asked[0]["first_utc"], Value::Null);
    let kinds = |line: &Value| -> Vec<String> {
        let questions = line["questions"].as_array().unwrap();
        let kind = |question: &Value| question["kind"].as_str().unwrap().to_owned();
        questions.iter().map(kind).collect()
    };
    assert!(kinds(&asked[0]).contains(&"time-zone".to_owned()));
    let answered = place
        .run("inspect --json chat.txt --zone Europe/Copenhagen")
        .ok()
        .lines();
    assert_eq!(answered[0]["first_utc"], "2024-01-13T09:00:00.000Z");
    assert!(!kinds(&answered[0]).contains(&"time-zone".to_owned()));
}

#[test]
fn scan_tells_where_each_finding_is() {
    let place = Place::with_export();
    let lines = place.run("scan sms.xml --json").ok().lines();
    let messages: Vec<&Value> = lines.iter().filter(|l| !l["message"].is_null()).collect();
    let number = messages
        .iter()
        .find(|line| line["category"] == "se-personnummer")
        .unwrap();
    assert_eq!(number["text"], "189001019802");
    assert_eq!((&number["start"], &number["end"]), (&json!(26), &json!(38)));
    assert_eq!(number["source"], "sms.xml");
    assert_eq!(number["field"], "body");
    assert_eq!(number["band"], "A");
    assert!(number["message"].as_str().unwrap().ends_with("-1"));
    let categories: Vec<&Value> = messages.iter().map(|line| &line["category"]).collect();
    for expected in ["phone", "email", "person"] {
        assert!(categories.contains(&&json!(expected)), "{expected}");
    }
    for line in &lines {
        assert!(line["evidence"].is_array() && line["score"].is_number());
    }
}

#[test]
fn every_line_of_texts_has_its_answer() {
    let place = Place::new();
    place.write(
        "texts.jsonl",
        "{\"id\":1,\"text\":\"😀 cpr 070761-4285\",\"lang\":\"da\"}\n\n\
         {\"id\":\"b\",\"text\":7}\nno json\n{\"id\":null,\"text\":\"\"}\n{\"id\":5,\"text\":\"slut\"}",
    );
    let ran = place.run("scan --texts texts.jsonl");
    assert_eq!(ran.status, 1, "unreadable lines are a reported problem");
    let lines = ran.lines();
    assert_eq!(lines.len(), 6);
    assert_eq!(lines[0]["id"], 1);
    assert_eq!(lines[0]["findings"][0]["category"], "dk-cpr");
    assert_eq!(lines[0]["findings"][0]["start"], 6);
    assert_eq!(lines[0]["findings"][0]["end"], 17);
    assert_eq!(
        lines[1]["error"],
        json!({"code": "malformed-record", "line": 2})
    );
    assert_eq!(lines[2]["id"], "b");
    assert_eq!(lines[3]["error"]["line"], 4);
    assert_eq!(lines[4], json!({"id": null, "findings": []}));
    assert_eq!(lines[5], json!({"id": 5, "findings": []}));
    assert!(!ran.out.contains("070761"), "answers hold no text");
}

#[test]
fn help_man_page_and_completions() {
    let place = Place::new();
    for line in ["--help", "redact --help", "--version"] {
        assert!(!place.run(line).ok().out.is_empty(), "{line}");
    }
    let man = place.run("man").ok().out.replace('\\', "");
    let shells = ["bash", "zsh", "fish", "powershell", "elvish"];
    let scripts = shells.map(|shell| place.run(&format!("completions {shell}")).ok().out);
    for name in [
        "inspect", "coverage", "merge", "people", "register", "scan", "explain", "redact", "pack",
        "open", "verify",
    ] {
        assert!(man.contains(&format!("maskera {name}")), "{name}");
        let help = place.run(&format!("{name} --help")).ok().out;
        assert!(help.contains("Examples:"), "{name}");
        let part = man
            .split(&format!("\\fBmaskera {name}fR").replace('\\', ""))
            .nth(1);
        let part = part.unwrap_or_else(|| panic!("no part for {name}"));
        for option in options(&help) {
            let general = ["--lang", "--quiet"].contains(&option.as_str());
            let place = if general { &man } else { part };
            assert!(place.contains(&option), "man page, {name}: {option}");
            for (shell, script) in shells.iter().zip(&scripts) {
                let plain = option.trim_start_matches('-');
                assert!(script.contains(plain), "{shell}, {name}: {option}");
            }
        }
    }
}

/// The long options at the beginning of the lines of a help page.
fn options(help: &str) -> Vec<String> {
    let long = |line: &str| {
        let line = line.trim_start();
        let at = line.strip_prefix("-h, ").unwrap_or(line);
        let word: String = at
            .chars()
            .take_while(|c| c.is_ascii_alphabetic() || *c == '-')
            .collect();
        (word.starts_with("--") && word.len() > 3).then_some(word)
    };
    help.lines()
        .take_while(|line| !line.starts_with("Examples:"))
        .filter_map(long)
        .collect()
}

#[test]
fn messages_come_in_the_language_that_was_asked_for() {
    let place = Place::new();
    place.write("odd.bin", [0u8, 159, 146, 150]);
    let english = place.run("inspect odd.bin --lang en").err;
    let others: Vec<String> = ["da", "sv", "nb", "fi"]
        .iter()
        .map(|lang| place.run(&format!("inspect odd.bin --lang {lang}")).err)
        .collect();
    assert!(english.contains("not recognised"), "{english}");
    assert!(others.iter().all(|text| *text != english));
}

/// The samples of the two formats give the counts that their `expected.json` states.
#[test]
fn shared_samples_give_the_expected_counts() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/samples");
    let place = Place::new();
    for format in ["sms-backup-restore", "whatsapp-txt"] {
        let Ok(expected) = fs::read(samples.join(format).join("expected.json")) else {
            println!("skipped: no shared samples");
            return;
        };
        let expected: Value = serde_json::from_slice(&expected).unwrap();
        for (file, wanted) in expected["files"].as_object().unwrap() {
            let path = samples.join(file);
            let ran = place.run_args(&["inspect", "--json", path.to_str().unwrap()]);
            let line = &ran.ok().lines()[0];
            for name in [
                "format",
                "conversations",
                "messages",
                "participants",
                "attachments",
                "first_utc",
                "last_utc",
                "time_basis",
            ] {
                assert_eq!(line[name], wanted[name], "{file}: {name}");
            }
            assert_eq!(line["accounting"]["seen"], wanted["records"], "{file}");
        }
    }
}

#[test]
fn what_belongs_together_is_one_source() {
    let place = Place::new();
    let parts = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../tests/fixtures/import/sms-backup-restore/split-download/input"
    );
    std::fs::create_dir(place.path("in")).unwrap();
    for name in ["backup-1.zip", "backup-2.zip"] {
        std::fs::copy(format!("{parts}/{name}"), place.path(&format!("in/{name}"))).unwrap();
    }
    place.write(
        "in/other.xml",
        "<smses><sms address=\"1919\" date=\"1704067200000\" type=\"1\" body=\"hej\"/></smses>",
    );
    let lines = |arguments: &str| -> Vec<(String, u64, u64)> {
        let out = place.run(arguments).ok().out;
        out.lines()
            .map(|line| {
                let line: serde_json::Value = serde_json::from_str(line).unwrap();
                let number = |key: &str| line[key].as_u64().unwrap();
                let name = line["source"].as_str().unwrap().to_owned();
                (name, number("files"), number("messages"))
            })
            .collect()
    };
    let one = |name: &str, files, messages| (name.to_owned(), files, messages);
    assert_eq!(
        lines("inspect --json in"),
        [one("backup-1.zip", 2, 3), one("other.xml", 1, 1)]
    );
    assert_eq!(
        lines("inspect --json in/backup-2.zip in/backup-1.zip"),
        [one("backup-1.zip", 2, 3)]
    );
    assert_eq!(lines("inspect --json --separate in").len(), 3);
}

#[test]
fn a_profile_and_switches_change_what_is_found() {
    let place = Place::with_export();
    let all = place.run("scan sms.xml --json").ok().lines();
    let phones = place.run("scan sms.xml --json --only phone").ok().lines();
    assert!(phones.len() < all.len() && phones.iter().all(|f| f["category"] == "phone"));
    let none = place.run("scan sms.xml --json --skip PHONE").ok().lines();
    assert!(none.iter().all(|f| f["category"] != "phone"));
    fs::write(
        place.path("own.toml"),
        "format = \"maskera-profile\"\nversion = 1\n[[pattern]]\nname = \"x\"\ncategory = \"case-number\"\n\
         pattern = \"B-##\"\nfind = [\"B-1\"]\nignore = [\"C\"]\n",
    )
    .unwrap();
    let ran = place.run("scan sms.xml --profile own.toml");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("[[pattern]] 1"), "{}", ran.err);
}

#[test]
fn explain_gives_every_reason_in_the_readers_language() {
    let place = Place::with_export();
    let ran = place
        .run("--lang da explain --before cpr? 150688-1234")
        .ok();
    assert!(ran.out.contains("(dk-cpr)"), "{}", ran.out);
    assert!(ran.out.contains("»cpr«"), "{}", ran.out);
    let json = place.run("explain --json 150688-1234").ok().lines();
    assert_eq!(json[0]["category"], "dk-cpr");
    assert!(!json[0]["reasons"].as_array().unwrap().is_empty());
    let nothing = place.run("--lang en explain hej").ok();
    assert!(nothing.out.contains("Nothing was found"));
}

/// Daily messages, without those of the days in `gap`.
fn daily(days: std::ops::Range<u64>, gap: std::ops::Range<u64>) -> String {
    let mut xml = String::from("<smses>\n");
    for day in days.filter(|day| !gap.contains(day)) {
        for hour in [9, 15] {
            let date = 1_704_067_200_000 + (day * 24 + hour) * 3_600_000;
            xml.push_str(&format!(
                "<sms address=\"+46701740605\" date=\"{date}\" type=\"1\" body=\"dag {day} {hour}\"/>\n"
            ));
        }
    }
    xml + "</smses>\n"
}

#[test]
fn coverage_names_every_planted_gap() {
    let place = Place::new();
    place.write("a.xml", daily(0..60, 20..36));
    place.write("b.xml", daily(40..100, 0..0));
    let line = &place
        .run("coverage --json --zone Europe/Stockholm b.xml a.xml")
        .ok()
        .lines()[0];
    assert_eq!(line["accounts"].as_array().unwrap().len(), 1);
    let account = &line["accounts"][0];
    assert_eq!(
        account["gaps"],
        serde_json::json!([{"from": "2024-01-21", "to": "2024-02-05", "days": 16}])
    );
    assert_eq!(
        (&line["messages"], &line["twins"]),
        (&168.into(), &40.into())
    );
    assert_eq!(account["first"], "2024-01-01");
    let plain = place.run("--lang sv coverage a.xml").ok().out;
    assert!(
        plain.contains("Inga meddelanden från 2024-01-21 till 2024-02-05"),
        "{plain}"
    );
    assert!(plain.contains("88 poster, alla lästa"), "{plain}");
}

#[test]
fn merging_writes_each_message_once() {
    let place = Place::new();
    place.write("a.xml", daily(0..60, 20..36));
    place.write("b.xml", daily(40..100, 0..0));
    let ran = place.run("--lang en merge a.xml b.xml --out merged").ok();
    assert!(
        ran.err.contains("168 messages") && ran.err.contains("40 records"),
        "{}",
        ran.err
    );
    let files = tree(&place.path("merged"));
    let report: serde_json::Value = serde_json::from_slice(&files["merge.json"]).unwrap();
    assert_eq!(report["accounts"], serde_json::json!([[1, 2]]));
    assert_eq!(report["messages"], 168);
    assert_eq!(
        files["twins.jsonl"]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count(),
        40
    );
    assert!(files.contains_key("coverage.json"));
    let shown = String::from_utf8_lossy(&files["internal/internal.jsonl"]).into_owned();
    assert_eq!(shown.matches("dag 50 9").count(), 1);
    let other = place.run("merge b.xml a.xml --out turned").ok();
    assert!(other.err.contains("168"));
    assert_eq!(place.run("merge a.xml --out merged").status, 2);
}
