//! The page's engine, without a browser: the whole job over the demonstration's export.
// Tests read fixtures and run programs; only the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine_support;

use engine_support::Session;
use maskera::protocol::{JobResult, StepView};

const DEMO: &[u8] = include_bytes!("fixtures/demo/sms-demo.xml");

fn loaded() -> Session {
    let mut session = Session::new();
    session.call(r#"{"type":"configure","lang":"en","offload":false}"#);
    let file = session.add("sms-demo.xml", DEMO);
    session.overview(&format!(r#"{{"type":"load","files":[{file}]}}"#));
    session.overview(r#"{"type":"scan"}"#);
    session
}

#[test]
fn loads_scans_and_accounts() {
    let mut session = loaded();
    let overview = session.call(r#"{"type":"overview"}"#);
    let source = &overview["sources"][0];
    assert_eq!(source["format"], "sms-backup-restore");
    assert_eq!(source["seen"], source["parsed"]);
    assert!(overview["messages"].as_u64().unwrap() >= 300);
    assert_eq!(overview["scanned"], true);
    let review = &overview["review"];
    assert!(review["open"].as_u64().unwrap() > 50, "{review}");
    assert_eq!(review["open"], review["places"]);
    assert!(!overview["notSearched"].as_array().unwrap().is_empty());
}

/// A clock that advances at each look, so that jobs are cut into many steps.
struct Ticking(std::cell::Cell<f64>);

impl maskera::job::Clock for Ticking {
    fn now_utc_ms(&self) -> i64 {
        1_795_000_000_000
    }
    fn monotonic_ms(&self) -> f64 {
        self.0.set(self.0.get() + 60.0);
        self.0.get()
    }
}

#[test]
fn a_running_search_tells_what_it_has_found() {
    let files = std::rc::Rc::new(engine_support::MemoryFiles::default());
    let store = maskera::store::MemoryStore::default();
    let ctx = maskera::job::Ctx {
        clock: Box::new(Ticking(std::cell::Cell::new(0.0))),
        ..maskera::job::fixed::ctx(0, 7)
    };
    let engine = maskera::engine::Engine::new(
        ctx,
        files.clone(),
        std::rc::Rc::new(store.clone()),
        std::rc::Rc::default(),
        None,
    );
    let mut session = Session {
        engine,
        files,
        store,
    };
    let file = session.add("sms-demo.xml", DEMO);
    session.overview(&format!(r#"{{"type":"load","files":[{file}]}}"#));
    let listed = session.call(r#"{"type":"conversations"}"#);
    let listed: Vec<u64> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["id"].as_u64().unwrap())
        .collect();
    let job = serde_json::from_str(r#"{"type":"scan"}"#).unwrap();
    session.engine.start(job).unwrap();
    let mut seen = Vec::new();
    while let StepView::Working { .. } = session.engine.step().unwrap().view {
        let found = session.call(r#"{"type":"found-so-far","rows":20}"#);
        assert_eq!(found["conversations"], listed.len());
        let rows = found["rows"].as_array().unwrap().clone();
        let sum = |list: &serde_json::Value| -> u64 {
            let list = list.as_array().unwrap().iter();
            list.map(|one| one["places"].as_u64().unwrap()).sum()
        };
        // the demonstration has fewer conversations than rows are shown
        assert_eq!(sum(&found["rows"]), sum(&found["kinds"]), "{found}");
        assert!(found["finished"].as_u64().unwrap() >= rows.len() as u64);
        let places_of = |session: &mut Session, id: &serde_json::Value| {
            let request =
                format!(r#"{{"type":"found-in","conversation":{id},"start":0,"count":200}}"#);
            session.call(&request)
        };
        for row in &rows {
            let inside = places_of(&mut session, &row["conversation"]);
            let places = inside["places"].as_array().unwrap();
            assert_eq!(inside["total"], places.len());
            assert!(!places.is_empty(), "{row}");
            assert!(
                places
                    .iter()
                    .all(|one| one["text"] != "" && one["day"].is_string())
            );
            // the second pass adds to the first
            if found["finished"].as_u64().unwrap() < listed.len() as u64 {
                assert_eq!(inside["total"], row["places"], "{row}");
            }
        }
        if rows.is_empty() {
            let last = listed.last().unwrap();
            assert_eq!(places_of(&mut session, &(*last).into())["total"], 0);
        }
        let fewer = session.call(r#"{"type":"found-so-far","rows":1}"#);
        assert_eq!(fewer["rows"].as_array().unwrap().len(), rows.len().min(1));
        seen.push((found["finished"].as_u64().unwrap(), rows));
    }
    let all = listed.len() as u64;
    assert!(seen.iter().any(|(at, _)| *at > 0 && *at < all), "{seen:?}");
    assert!(seen.is_sorted_by_key(|(finished, _)| *finished));
    let (_, last) = seen.pop().unwrap();
    let told: Vec<u64> = last
        .iter()
        .map(|row| row["conversation"].as_u64().unwrap())
        .collect();
    let expected: Vec<u64> = listed.into_iter().filter(|id| told.contains(id)).collect();
    assert_eq!(told, expected, "in the order of the list");
    let idle = session.call(r#"{"type":"found-so-far","rows":20}"#);
    assert_eq!(idle["finished"], 0);
    let idle = session.call(r#"{"type":"found-in","conversation":0,"start":0,"count":9}"#);
    assert_eq!(idle["total"], 0);
}

#[test]
fn every_finding_can_be_reached_and_decided() {
    let mut session = loaded();
    let mut after = serde_json::Value::Null;
    let mut decided = 0;
    loop {
        let card = session.call(&format!(
            r#"{{"type":"next-open","after":{after},"conversation":null,"backwards":false}}"#
        ));
        if card.is_null() {
            break;
        }
        let finding = &card["finding"];
        assert!(!card["text"].as_str().unwrap().is_empty());
        assert!(!card["evidence"].as_array().unwrap().is_empty(), "{card}");
        assert!(
            card["place"].is_object() || card["target"]["kind"] != "message",
            "{card}"
        );
        let done = session.call(&format!(
            r#"{{"type":"decide","scope":{{"type":"value","finding":{finding}}},"action":"redact","basis":null,"note":null}}"#
        ));
        assert!(done["changed"].as_u64().unwrap() > 0, "{card} {done}");
        after = finding.clone();
        decided += 1;
        assert!(decided < 5_000);
    }
    let review = session.call(r#"{"type":"overview"}"#)["review"].clone();
    assert_eq!(review["open"], 0);
    assert_eq!(review["values"], review["valuesDecided"]);
    for _ in 0..decided {
        session.call(r#"{"type":"undo"}"#);
    }
    let review = session.call(r#"{"type":"overview"}"#)["review"].clone();
    assert_eq!(review["open"], review["places"]);
    assert_eq!(review["redacted"], 0);
}

#[test]
fn threads_search_and_scope_agree() {
    let mut session = loaded();
    let conversations = session.call(r#"{"type":"conversations"}"#);
    let conversations = conversations.as_array().unwrap();
    let mut messages = 0;
    for row in conversations {
        let id = &row["id"];
        let index = session.call(&format!(r#"{{"type":"thread-index","conversation":{id}}}"#));
        assert_eq!(index["count"], row["messages"]);
        messages += index["count"].as_u64().unwrap();
        let thread = session.call(&format!(
            r#"{{"type":"thread","conversation":{id},"start":0,"count":500}}"#
        ));
        assert_eq!(
            thread.as_array().unwrap().len() as u64,
            index["count"].as_u64().unwrap().min(500)
        );
        for message in thread.as_array().unwrap() {
            for field in message["fields"].as_array().unwrap() {
                let units: Vec<u16> = field["text"].as_str().unwrap().encode_utf16().collect();
                for mark in field["marks"].as_array().unwrap() {
                    let (start, end) = (&mark["span"]["start"], &mark["span"]["end"]);
                    let (start, end) = (start.as_u64().unwrap(), end.as_u64().unwrap());
                    assert!(start < end && end as usize <= units.len());
                    String::from_utf16(&units[start as usize..end as usize]).unwrap();
                }
            }
        }
    }
    let overview = session.call(r#"{"type":"overview"}"#);
    assert_eq!(messages, overview["messages"].as_u64().unwrap());
    let excluded = conversations[0]["id"].clone();
    let scope = session.call(&format!(
        r#"{{"type":"set-scope","excluded":[{excluded}],"from":null,"to":null,"zone":"Europe/Copenhagen"}}"#
    ));
    assert_eq!(scope["outsideConversation"], conversations[0]["messages"]);
    assert_eq!(
        scope["inside"].as_u64().unwrap() + scope["outsideConversation"].as_u64().unwrap(),
        messages
    );
    session.call(r#"{"type":"undo"}"#);
    assert_eq!(session.call(r#"{"type":"scope"}"#)["inside"], messages);
    assert!(session
        .try_call(r#"{"type":"set-scope","excluded":[],"from":"2026-02-30","to":null,"zone":"Europe/Copenhagen"}"#)
        .is_err());
}

#[test]
fn a_new_engine_continues_from_a_snapshot() {
    let mut session = loaded();
    session.call(r#"{"type":"accept-suggestions"}"#);
    let before = session.call(r#"{"type":"overview"}"#);
    assert_eq!(before["review"]["open"], 0);
    let snapshot = session.call(r#"{"type":"snapshot"}"#);

    let mut again = loaded();
    again.call(&format!(
        r#"{{"type":"restore-snapshot","snapshot":{snapshot},"poisoned":[]}}"#
    ));
    let after = again.call(r#"{"type":"overview"}"#);
    assert_eq!(before["review"], after["review"]);

    let mut other = Session::new();
    let file = other.add("other.xml", b"<smses count=\"0\"></smses>");
    other.overview(&format!(r#"{{"type":"load","files":[{file}]}}"#));
    let refused = other.try_call(&format!(
        r#"{{"type":"restore-snapshot","snapshot":{snapshot},"poisoned":[]}}"#
    ));
    assert_eq!(refused.unwrap_err().code().id(), "source-changed");
}

#[test]
fn files_may_be_given_again_in_any_order() {
    let chat = "[12.03.2024 09.12.41] Anders: Ring 070-174 06 21\r\n\
                [13.03.2024 09.13.00] Karin: Ja\r\n";
    let load = |session: &mut Session, files: &[(&str, &[u8])]| {
        let ids: Vec<u32> = files
            .iter()
            .map(|(name, bytes)| session.add(name, bytes))
            .collect();
        session.overview(&format!(r#"{{"type":"load","files":{ids:?}}}"#));
        session.overview(r#"{"type":"scan"}"#);
    };
    let mut session = Session::new();
    load(
        &mut session,
        &[("sms-demo.xml", DEMO), ("chat.txt", chat.as_bytes())],
    );
    session.call(r#"{"type":"accept-suggestions"}"#);
    let before = session.call(r#"{"type":"overview"}"#);
    let snapshot = session.call(r#"{"type":"snapshot"}"#);

    let mut again = Session::new();
    load(
        &mut again,
        &[("chat.txt", chat.as_bytes()), ("sms-demo.xml", DEMO)],
    );
    again.call(&format!(
        r#"{{"type":"restore-snapshot","snapshot":{snapshot},"poisoned":[]}}"#
    ));
    again.overview(r#"{"type":"reload"}"#);
    again.overview(r#"{"type":"scan"}"#);
    let after = again.call(r#"{"type":"overview"}"#);
    assert_eq!(before["review"], after["review"]);
    assert_eq!(after["sources"][0]["name"], "sms-demo.xml");
}

#[test]
fn the_journal_is_ciphertext_and_opens_again() {
    let mut session = loaded();
    session
        .run(r#"{"type":"protect","passphrase":"blåbær-orkan-fjord-tistel-sommer"}"#)
        .unwrap();
    session.call(r#"{"type":"accept-suggestions"}"#);
    let journal = session.call(r#"{"type":"journal"}"#);
    let bytes: Vec<u8> = journal
        .as_array()
        .unwrap()
        .iter()
        .map(|b| b.as_u64().unwrap() as u8)
        .collect();
    assert!(!bytes.windows(8).any(|w| w == b"sms-demo"));
    assert!(
        session.call(r#"{"type":"journal"}"#).is_null(),
        "nothing changed since"
    );
    let opened = session
        .run(&format!(
            r#"{{"type":"open-journal","bytes":{journal},"passphrase":"blåbær-orkan-fjord-tistel-sommer"}}"#
        ))
        .unwrap();
    let JobResult::Journal(view) = opened else {
        panic!("{opened:?}")
    };
    assert_eq!(view.sources[0].name, "sms-demo.xml");
    assert!(
        session
            .run(&format!(
                r#"{{"type":"open-journal","bytes":{journal},"passphrase":"forkert-adgang"}}"#
            ))
            .is_err()
    );
}

#[test]
fn a_cancelled_load_leaves_the_case_as_it_was() {
    let mut session = loaded();
    let before = session.call(r#"{"type":"overview"}"#);
    let file = session.add("second.xml", DEMO);
    let job = serde_json::from_str(&format!(r#"{{"type":"load","files":[{file}]}}"#)).unwrap();
    session.engine.start(job).unwrap();
    session.engine.step().unwrap();
    session.engine.cancel();
    let after = session.call(r#"{"type":"overview"}"#);
    assert_eq!(before["messages"], after["messages"]);
    assert_eq!(before["review"], after["review"]);
    session.overview(&format!(r#"{{"type":"load","files":[{file}]}}"#));
}

fn planted() -> Vec<String> {
    let planted: serde_json::Value =
        serde_json::from_str(include_str!("fixtures/demo/planted.json")).unwrap();
    let list = planted
        .as_array()
        .cloned()
        .unwrap_or_else(|| planted["planted"].as_array().cloned().unwrap());
    list.iter()
        .map(|item| item["value"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_whole_job_releases_seals_opens_and_continues() {
    let mut session = loaded();
    let gate = session.gate();
    assert_eq!(gate["ready"], false);
    assert!(
        session.run(r#"{"type":"release"}"#).is_err(),
        "open findings block the release"
    );

    session.call(r#"{"type":"accept-suggestions"}"#);
    let gate = session.gate();
    if gate["ready"] == false {
        session.call(r#"{"type":"accept-twins"}"#);
    }
    let gate = session.gate();
    assert_eq!(gate["ready"], true, "{gate:#}");

    let JobResult::Release(release) = session.run(r#"{"type":"release"}"#).unwrap() else {
        panic!("no release")
    };
    assert!(release.verified, "{:?}", release.leaks);
    assert!(release.searched_values > 30);
    let zip = session.store.bytes("released.zip").unwrap();
    let text = String::from_utf8_lossy(&zip);
    let left: Vec<String> = planted()
        .into_iter()
        .filter(|value| text.contains(value.as_str()))
        .collect();
    assert!(left.is_empty(), "still in the released copy: {left:?}");

    // What the page shows as "as released" are the lines of the finished file.
    let jsonl = session.store.bytes("released/released.jsonl").unwrap();
    let jsonl = String::from_utf8(jsonl.to_vec()).unwrap();
    let preview = session.call(r#"{"type":"preview","conversation":0,"start":0,"count":20}"#);
    for line in preview.as_array().unwrap() {
        let line = line.as_str().unwrap();
        assert!(jsonl.lines().any(|released| released == line), "{line}");
    }

    let secrets = r#"{"passphrases":["blåbær-orkan-fjord-tistel-sommer"],"certificates":[]}"#;
    // A copy that was made before the last decision is not packed.
    session.call(r#"{"type":"undo"}"#);
    session.call(r#"{"type":"redo"}"#);
    let stale = format!(r#"{{"type":"seal","secrets":{secrets},"workingFile":false}}"#);
    assert!(session.run(&stale).is_err());
    session.run(r#"{"type":"release"}"#).unwrap();
    let JobResult::Seal(seal) = session
        .run(&format!(
            r#"{{"type":"seal","secrets":{secrets},"workingFile":false}}"#
        ))
        .unwrap()
    else {
        panic!("no bundle")
    };
    assert!(session.store.bytes(&seal.receipt.path).is_some());
    let bundle = session.store.bytes(&seal.file.path).unwrap();
    assert_eq!(bundle.len() as u64, seal.file.size);

    let mut other = Session::new();
    let file = other.add("bundle.zip", &bundle);
    let open = |secret: &str| format!(r#"{{"type":"open","file":{file},"secret":{secret}}}"#);
    let wrong = other.run(&open(
        r#"{"type":"passphrase","passphrase":"helt-forkert-sætning"}"#,
    ));
    assert_eq!(wrong.unwrap_err().code().id(), "wrong-secret");
    let right = r#"{"type":"passphrase","passphrase":"blåbær-orkan-fjord-tistel-sommer"}"#;
    let JobResult::Open(opened) = other.run(&open(right)).unwrap() else {
        panic!()
    };
    assert!(
        opened.intact && opened.opened && !opened.working_file,
        "{opened:?}"
    );
    assert!(
        opened
            .files
            .iter()
            .any(|file| file.path == "data/receipt.json")
    );
    let original = other.store.bytes("data/original/1-sms-demo.xml").unwrap();
    assert_eq!(&*original, DEMO);
    let JobResult::Open(form) = other.run(&open(r#"{"type":"nothing"}"#)).unwrap() else {
        panic!()
    };
    assert!(form.intact && !form.opened);
}

#[test]
fn a_working_file_is_continued_with_its_decisions() {
    let mut session = loaded();
    session.call(r#"{"type":"accept-suggestions"}"#);
    let before = session.call(r#"{"type":"overview"}"#);
    let secrets = r#"{"passphrases":["blåbær-orkan-fjord-tistel-sommer"],"certificates":[]}"#;
    let JobResult::Seal(seal) = session
        .run(&format!(
            r#"{{"type":"seal","secrets":{secrets},"workingFile":true}}"#
        ))
        .unwrap()
    else {
        panic!("no working file")
    };
    assert_eq!(session.call(r#"{"type":"overview"}"#)["unsaved"], false);
    let bundle = session.store.bytes(&seal.file.path).unwrap();

    let mut other = Session::new();
    other.call(r#"{"type":"configure","lang":"da","offload":false}"#);
    let file = other.add("working.zip", &bundle);
    let secret = r#"{"type":"passphrase","passphrase":"blåbær-orkan-fjord-tistel-sommer"}"#;
    let JobResult::Open(opened) = other
        .run(&format!(
            r#"{{"type":"open","file":{file},"secret":{secret}}}"#
        ))
        .unwrap()
    else {
        panic!("not opened")
    };
    assert!(opened.working_file);
    other.overview(r#"{"type":"continue"}"#);
    other.overview(r#"{"type":"scan"}"#);
    let after = other.call(r#"{"type":"overview"}"#);
    assert_eq!(before["review"], after["review"]);
    assert_eq!(after["sources"][0]["name"], "sms-demo.xml");
}

#[test]
fn plan_follows_files_findings_and_language() {
    let mut session = loaded();
    let preview = |session: &mut Session, conversation: u64| {
        session.call(&format!(
            r#"{{"type":"preview","conversation":{conversation},"start":0,"count":1}}"#
        ))
    };
    let masked = preview(&mut session, 0);
    let gate = session.gate();
    assert_eq!(gate, session.gate());

    let second = br#"<smses><sms address="+46701740690" date="1600000000000" type="1" body="Hej fra example.org" contact_name="Second" /></smses>"#;
    let file = session.add("second.xml", second);
    session.overview(&format!(r#"{{"type":"load","files":[{file}]}}"#));
    // Before the search nothing is known to be hidden.
    preview(&mut session, 0);
    session.overview(r#"{"type":"scan"}"#);
    assert_eq!(preview(&mut session, 0), masked);
    let rows = session.call(r#"{"type":"conversations"}"#);
    let row = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["source"] == 1);
    let added = preview(&mut session, row.unwrap()["id"].as_u64().unwrap());
    assert!(added[0].is_string(), "{added}");

    session.call(r#"{"type":"configure","lang":"fi","offload":false}"#);
    let finnish = preview(&mut session, 0);
    session.call(r#"{"type":"configure","lang":"en","offload":false}"#);
    assert_eq!(preview(&mut session, 0), masked);
    assert_ne!(finnish, masked);
}

/// A removed first name that is part of another word elsewhere.
const FRIDA: &[u8] = b"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n\
<smses count=\"3\">\n\
<sms address=\"0701740605\" date=\"1700000000000\" type=\"1\" body=\"Hello, Frida here\" contact_name=\"Frida\" read=\"1\" status=\"-1\" />\n\
<sms address=\"0701740605\" date=\"1700000100000\" type=\"2\" body=\"See you on Friday at ten\" contact_name=\"Frida\" read=\"1\" status=\"-1\" />\n\
<sms address=\"0701740605\" date=\"1700000200000\" type=\"2\" body=\"Not Friday, Monday\" contact_name=\"Frida\" read=\"1\" status=\"-1\" />\n\
</smses>\n";

#[test]
fn a_removed_name_inside_another_word_is_kept_on_purpose() {
    let mut session = Session::new();
    let file = session.add("frida.xml", FRIDA);
    session.overview(&format!(r#"{{"type":"load","files":[{file}]}}"#));
    session.overview(r#"{"type":"scan"}"#);
    session.call(r#"{"type":"accept-suggestions"}"#);

    let line = |session: &mut Session, id: &str| {
        let gate = session.gate();
        let lines = gate["lines"].as_array().unwrap().clone();
        lines.into_iter().find(|line| line["id"] == id)
    };
    let places = line(&mut session, "inconsistent").unwrap()["places"].clone();
    let places = places.as_array().unwrap();
    assert_eq!(places.len(), 2, "{places:?}");
    assert!(session.run(r#"{"type":"release"}"#).is_err());
    let first = &places[0];
    assert_eq!(first["text"], "Frida");
    assert_eq!(first["before"], "See you on ");
    assert_eq!(first["after"], "y at ten");

    let keep = |place: &serde_json::Value, reason: &str| {
        let value = &place["value"];
        format!(
            r#"{{"type":"keep-occurrence","place":{},"category":{},"key":{},"reason":"{reason}"}}"#,
            value["place"], value["category"], value["key"]
        )
    };
    assert!(
        session.try_call(&keep(first, "  ")).is_err(),
        "a reason is needed"
    );
    session.call(&keep(first, "part of the word Friday"));
    // The other one is redacted there.
    let value = &places[1]["value"];
    let redact = format!(
        r#"{{"type":"redact-occurrence","place":{},"category":{},"key":{}}}"#,
        value["place"], value["category"], value["key"]
    );
    session.call(&redact);
    assert!(session.try_call(&redact).is_err(), "nothing is left there");
    let kept = line(&mut session, "kept-on-purpose").unwrap();
    assert_eq!(kept["places"][0]["text"], "part of the word Friday");
    assert_eq!(session.gate()["ready"], true);
    session.call(r#"{"type":"undo"}"#);
    session.call(r#"{"type":"undo"}"#);
    assert_eq!(session.gate()["ready"], false);
    session.call(r#"{"type":"redo"}"#);
    session.call(r#"{"type":"redo"}"#);

    let JobResult::Release(release) = session.run(r#"{"type":"release"}"#).unwrap() else {
        panic!("no release")
    };
    assert!(release.verified, "{:?}", release.leaks);
    let jsonl = session.store.bytes("released/released.jsonl").unwrap();
    let jsonl = String::from_utf8(jsonl.to_vec()).unwrap();
    assert_eq!(jsonl.matches("Friday").count(), 1, "{jsonl}");

    let secrets = r#"{"passphrases":["blåbær-orkan-fjord-tistel-sommer"],"certificates":[]}"#;
    let seal = format!(r#"{{"type":"seal","secrets":{secrets},"workingFile":false}}"#);
    let JobResult::Seal(seal) = session.run(&seal).unwrap() else {
        panic!("no bundle")
    };
    let receipt = session.store.bytes(&seal.receipt.path).unwrap();
    let receipt = String::from_utf8(receipt.to_vec()).unwrap();
    assert!(receipt.contains("part of the word Friday"), "{receipt}");
    let snapshot = session.call(r#"{"type":"snapshot"}"#);
    let snapshot = snapshot.as_str().unwrap();
    assert!(snapshot.contains("keep-occurrence") && snapshot.contains("word Friday"));
}

/// An export long enough that reading every text takes several steps.
fn long_export(messages: u32) -> Vec<u8> {
    let mut xml = format!("<smses count=\"{messages}\">\n");
    for n in 0..messages {
        let body = if n % 10 == 3 {
            "Call Frida Testsen"
        } else {
            "Nothing here"
        };
        xml.push_str(&format!(
            "<sms address=\"0701740605\" date=\"{}\" type=\"1\" body=\"{body} {n}\" contact_name=\"Frida Testsen\" />\n",
            1_700_000_000_000u64 + u64::from(n) * 1_000
        ));
    }
    xml.push_str("</smses>\n");
    xml.into_bytes()
}

#[test]
fn a_long_search_comes_in_steps() {
    let mut session = Session::new();
    let file = session.add("long.xml", &long_export(4_000));
    session.overview(&format!(r#"{{"type":"load","files":[{file}]}}"#));
    let search = r#"{"type":"search","query":"call frida","conversation":null,"limit":5}"#;
    let mut asked = 0;
    let mut searched = 0;
    let result = loop {
        let result = session.call(search);
        asked += 1;
        assert!(asked < 1_000, "the search does not end");
        if result["done"] == true {
            break result;
        }
        assert_eq!(result["hits"].as_array().unwrap().len(), 0);
        assert!(result["searched"].as_u64().unwrap() > searched);
        searched = result["searched"].as_u64().unwrap();
    };
    assert!(asked > 1, "one request read everything");
    assert_eq!(result["total"], 400);
    let hits = result["hits"].as_array().unwrap();
    let newest: Vec<u64> = hits
        .iter()
        .map(|hit| hit["index"].as_u64().unwrap())
        .collect();
    assert_eq!(newest, [3_993, 3_983, 3_973, 3_963, 3_953]);
    assert_eq!(session.call(search), result, "asked again at once");

    // Another file: nothing of the old search is left.
    let other = String::from_utf8(long_export(10)).unwrap();
    let other = other.replace("0701740605", "0701740606");
    let more = session.add("more.xml", other.as_bytes());
    session.overview(&format!(r#"{{"type":"load","files":[{more}]}}"#));
    while session.call(search)["done"] == false {}
    assert_eq!(session.call(search)["total"], 401);

    // A part of the first export again: its messages are shown once.
    let part = session.add("part.xml", &long_export(20));
    session.overview(&format!(r#"{{"type":"load","files":[{part}]}}"#));
    while session.call(search)["done"] == false {}
    assert_eq!(session.call(search)["total"], 401);
}

#[test]
fn a_decision_during_the_checklist_begins_it_again() {
    let mut session = Session::new();
    let file = session.add("long.xml", &long_export(4_000));
    session.overview(&format!(r#"{{"type":"load","files":[{file}]}}"#));
    session.overview(r#"{"type":"scan"}"#);
    session.call(r#"{"type":"accept-suggestions"}"#);
    let before = session.gate();
    session.call(r#"{"type":"undo"}"#);
    let job = serde_json::from_str(r#"{"type":"gate"}"#).unwrap();
    session.engine.start(job).unwrap();
    let mut steps = 0;
    let gate = loop {
        let step = session.engine.step().unwrap().view;
        steps += 1;
        if steps == 2 {
            assert!(
                session.try_call(r#"{"type":"accept-twins"}"#).is_err(),
                "the checklist is not known yet"
            );
            session.call(r#"{"type":"redo"}"#);
        }
        if let StepView::Done { result } = step {
            break result;
        }
    };
    assert!(steps > 3, "{steps}");
    let JobResult::Gate(gate) = gate else {
        panic!("{gate:?}")
    };
    assert_eq!(serde_json::to_value(&gate).unwrap(), before);
}

#[test]
fn changed_keys_come_back_with_the_case() {
    let mut session = loaded();
    let keys = serde_json::json!({"redact": "Ø", "help": ""});
    session.call(&format!(r#"{{"type":"set-keys","keys":{keys}}}"#));
    let snapshot = session.call(r#"{"type":"snapshot"}"#);
    let mut again = loaded();
    again.call(&format!(
        r#"{{"type":"restore-snapshot","snapshot":{snapshot},"poisoned":[]}}"#
    ));
    assert_eq!(again.call(r#"{"type":"overview"}"#)["keys"], keys);
    let long = "x".repeat(100);
    assert!(
        session
            .try_call(&format!(
                r#"{{"type":"set-keys","keys":{{"redact":"{long}"}}}}"#
            ))
            .is_err()
    );
}
