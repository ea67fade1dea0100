//! People, capacities, the account register and how complete the material is, through the page's
//! engine, over two exports of one account.
// Tests read fixtures and run programs; only the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code, reason = "the engine's own tests use all of it")]
mod engine_support;

use engine_support::Session;
use maskera::{
    locales::{Lang, Texts},
    time::Zone,
    workflow::{CoverageReport, coverage_text},
};
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;
/// 2024-01-01, 09:00 in Copenhagen.
const START: i64 = 1_704_096_000_000;

fn sms(address: &str, name: &str, kind: u8, day: i64, body: &str) -> String {
    format!(
        "<sms protocol=\"0\" address=\"{address}\" date=\"{}\" type=\"{kind}\" body=\"{body}\" \
         contact_name=\"{name}\" read=\"1\" status=\"-1\" />",
        START + day * DAY
    )
}

fn export(messages: &[String]) -> Vec<u8> {
    format!(
        "<?xml version='1.0' encoding='UTF-8'?>\n<smses count=\"{}\">{}</smses>",
        messages.len(),
        messages.concat()
    )
    .into_bytes()
}

/// The first export: three people, one of them also without the country's code.
fn earlier() -> Vec<String> {
    let mut all: Vec<String> = (0..10)
        .map(|day| sms("+46701740605", "Åsa Öberg", 1, day, &format!("rad {day}")))
        .collect();
    all.push(sms("+46701740606", "Bo Ek", 1, 10, "mötet är klockan nio"));
    all.push(sms("+46701740606", "Bo Ek", 2, 11, "tack för det"));
    all.push(sms("0701740606", "Växeln", 1, 12, "ny kod 4711"));
    all
}

/// The later one: the same, with other words in one place, one gone, and more after 20 days.
fn later() -> Vec<String> {
    let mut all = earlier();
    all[10] = sms("+46701740606", "Bo Ek", 1, 10, "mötet är klockan tio");
    all.remove(5);
    all.push(sms("+46701740605", "Åsa Öberg", 1, 33, "tillbaka"));
    all.push(sms("+46701740606", "Bo Ek", 2, 34, "bra"));
    all
}

fn loaded() -> Session {
    let mut session = Session::new();
    session.call(r#"{"type":"configure","lang":"en","offload":false}"#);
    let one = session.add("sms-1.xml", &export(&earlier()));
    let two = session.add("sms-2.xml", &export(&later()));
    session.overview(&format!(r#"{{"type":"load","files":[{one},{two}]}}"#));
    session.overview(r#"{"type":"scan"}"#);
    session
}

fn ask(session: &mut Session, request: &Value) -> Value {
    session.call(&request.to_string())
}

fn people(session: &mut Session) -> Value {
    ask(
        session,
        &json!({"type": "people", "query": "", "capacity": null, "start": 0, "count": 100}),
    )
}

fn row(session: &mut Session, name: &str) -> Value {
    let page = people(session);
    let rows = page["people"].as_array().unwrap();
    let found = rows.iter().find(|row| row["name"] == name);
    found.unwrap_or_else(|| panic!("no {name}: {page}")).clone()
}

/// All messages of the conversation with this title.
fn thread(session: &mut Session, title: &str) -> Vec<Value> {
    let rows = session.call(r#"{"type":"conversations"}"#);
    let rows = rows.as_array().unwrap();
    let found = rows
        .iter()
        .find(|row| row["title"] == title && row["messages"] != 0);
    let id = found.unwrap_or_else(|| panic!("{rows:?}"))["id"].clone();
    let request = json!({"type": "thread", "conversation": id, "start": 0, "count": 100});
    ask(session, &request).as_array().unwrap().clone()
}

#[test]
fn copies_changes_and_the_words_of_both_exports_are_told() {
    let mut session = loaded();
    let bo = thread(&mut session, "Bo Ek");
    let body = |message: &Value| message["fields"][0]["text"].as_str().unwrap().to_owned();
    let moved = bo.iter().find(|m| body(m).starts_with("mötet")).unwrap();
    assert_eq!(body(moved), "mötet är klockan tio");
    assert_eq!(moved["changes"][0]["change"], "reworded");
    assert_eq!(moved["changes"][0]["source"], "sms-1.xml");
    assert_eq!(moved["fields"][1]["text"], "mötet är klockan nio");
    let thanks = bo.iter().find(|m| body(m) == "tack för det").unwrap();
    assert_eq!(thanks["heldBy"], json!(["sms-1.xml", "sms-2.xml"]));
    let asa = thread(&mut session, "Åsa Öberg");
    let gone = asa.iter().find(|m| body(m) == "rad 5").unwrap();
    assert_eq!(gone["changes"][0]["change"], "gone");
    assert_eq!(gone["changes"][0]["source"], "sms-2.xml");
    assert_eq!(gone["heldBy"], json!([]));
    // an export that was taken in is no conversation of its own
    let rows = session.call(r#"{"type":"conversations"}"#);
    assert_eq!(rows.as_array().unwrap().len(), 3);
    let all = session.call(r#"{"type":"scope"}"#)["inside"]
        .as_u64()
        .unwrap();
    let row = &rows[0];
    let scope = ask(
        &mut session,
        &json!({"type": "set-scope", "excluded": [row["id"]], "people": null, "from": null,
            "to": null, "zone": "Europe/Copenhagen"}),
    );
    assert_eq!(scope["inside"], all - row["messages"].as_u64().unwrap());
    assert_eq!(scope["excluded"], json!([row["id"]]));
    // the earlier words were searched: a code in them is found
    assert_eq!(session.call(r#"{"type":"overview"}"#)["scanned"], true);
}

#[test]
fn the_page_says_what_the_report_says_with_places_to_jump_to() {
    let mut session = loaded();
    let view = session.call(r#"{"type":"coverage","days":14}"#);
    assert_eq!(view["zone"], "Europe/Copenhagen");
    let parts = view["parts"].as_array().unwrap();
    let lines: Vec<&str> = parts
        .iter()
        .flat_map(|part| part["lines"].as_array().unwrap())
        .map(|line| line["text"].as_str().unwrap())
        .collect();
    assert!(
        lines.contains(&"No messages from 2024-01-14 to 2024-02-02 (20 days)"),
        "{lines:#?}"
    );
    assert!(
        lines.contains(&"The exports differ about 2 messages"),
        "{lines:#?}"
    );
    let account = &parts[1];
    assert_eq!(account["title"], "sms-1.xml, sms-2.xml");
    let gap = account["lines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["kind"] == "coverage-gap")
        .unwrap();
    // the jump leads to the first message after the gap
    let place = ask(
        &mut session,
        &json!({"type": "locate", "message": gap["message"]}),
    );
    let asa = thread(&mut session, "Åsa Öberg");
    let after = asa.iter().find(|m| m["index"] == place["index"]).unwrap();
    assert_eq!(after["fields"][0]["text"], "tillbaka");
    // another length of gaps
    let view = session.call(r#"{"type":"coverage","days":30}"#);
    assert!(!view.to_string().contains("coverage-gap"), "{view}");
    assert!(view.to_string().contains("No gaps of 30 days or more"));
}

#[test]
fn likely_people_are_accepted_refused_and_taken_back() {
    let mut session = loaded();
    let before = people(&mut session);
    let likely = before["likely"].as_array().unwrap();
    assert_eq!(likely.len(), 1, "each pair of people once: {before}");
    let pair = likely.iter().find(|p| p["reason"] == "number").unwrap();
    let (one, other) = (pair["one"].clone(), pair["other"].clone());
    let rule =
        |same: bool| json!({"type": "same-person", "one": one, "other": other, "same": same});
    let count = before["people"].as_array().unwrap().len();
    let done = ask(&mut session, &rule(true));
    assert_eq!(done["canUndo"], true);
    let after = people(&mut session);
    assert_eq!(after["people"].as_array().unwrap().len(), count - 1);
    let bo = row(&mut session, "Bo Ek");
    assert_eq!(bo["names"], json!(["Växeln"]));
    assert_eq!(
        bo["conversations"], 2,
        "an export that was taken in counts once"
    );
    session.call(r#"{"type":"undo"}"#);
    assert_eq!(
        people(&mut session)["people"].as_array().unwrap().len(),
        count
    );
    assert_eq!(people(&mut session)["likely"], before["likely"]);
    session.call(r#"{"type":"redo"}"#);
    assert_eq!(
        people(&mut session)["people"].as_array().unwrap().len(),
        count - 1
    );
    session.call(r#"{"type":"undo"}"#);
    ask(&mut session, &rule(false));
    let refused = people(&mut session);
    assert_eq!(refused["people"].as_array().unwrap().len(), count);
    assert_eq!(
        refused["likely"],
        json!([]),
        "nor under another of their names"
    );
}

#[test]
fn capacities_are_kept_shown_filtered_and_taken_back() {
    let mut session = loaded();
    let bo = row(&mut session, "Bo Ek")["id"].clone();
    let say = |about: Value, capacity: Value| json!({"type": "set-capacity", "about": about, "capacity": capacity});
    ask(
        &mut session,
        &say(
            json!({"type": "person", "participant": bo}),
            json!("elected"),
        ),
    );
    let thread_of_bo = thread(&mut session, "Bo Ek");
    let from_bo = thread_of_bo
        .iter()
        .find(|m| m["direction"] == "in")
        .unwrap();
    assert_eq!(from_bo["capacity"], "elected");
    assert_eq!(from_bo["capacityFrom"], "person");
    let message = from_bo["id"].clone();
    ask(
        &mut session,
        &say(
            json!({"type": "message", "message": message}),
            json!("private"),
        ),
    );
    let overview = session.call(r#"{"type":"overview"}"#);
    assert_eq!(overview["capacities"]["private"], 1);
    // the filter of the search and of the list of people
    let search = |capacity: Value| {
        json!({"type": "search", "query": "mötet", "conversation": null, "capacity": capacity,
            "limit": 10})
    };
    assert_eq!(ask(&mut session, &search(json!("private")))["total"], 1);
    assert_eq!(ask(&mut session, &search(json!("elected")))["total"], 0);
    let elected = ask(
        &mut session,
        &json!({"type": "people", "query": "", "capacity": "elected", "start": 0, "count": 9}),
    );
    assert_eq!(elected["total"], 1);
    let rows = session.call(r#"{"type":"conversations"}"#);
    let with = rows.as_array().unwrap().iter().filter(|row| {
        let capacities = row["capacities"].as_array().unwrap();
        capacities.contains(&json!("private"))
    });
    assert_eq!(with.count(), 1);
    // a working file holds it: another engine with the same files and the log says the same
    let snapshot = session.call(r#"{"type":"snapshot"}"#);
    let mut other = loaded();
    ask(
        &mut other,
        &json!({"type": "restore-snapshot", "snapshot": snapshot, "poisoned": []}),
    );
    let overview = other.call(r#"{"type":"overview"}"#);
    assert_eq!(overview["capacities"]["private"], 1);
    session.call(r#"{"type":"undo"}"#);
    session.call(r#"{"type":"undo"}"#);
    let overview = session.call(r#"{"type":"overview"}"#);
    assert_eq!(overview["capacities"]["elected"], 0);
}

#[test]
fn the_case_is_narrowed_to_people_and_the_rest_is_counted() {
    let mut session = loaded();
    let all = session.call(r#"{"type":"scope"}"#)["inside"]
        .as_u64()
        .unwrap();
    let bo = row(&mut session, "Bo Ek")["id"].clone();
    let set = |people: Value| {
        json!({"type": "set-scope", "excluded": [], "people": people, "from": null, "to": null,
            "zone": "Europe/Copenhagen"})
    };
    let scope = ask(&mut session, &set(json!([bo])));
    assert_eq!(scope["people"], json!([bo]));
    let bo_messages = thread(&mut session, "Bo Ek").len() as u64;
    assert_eq!(scope["inside"], bo_messages);
    assert_eq!(scope["outsidePeople"], all - bo_messages);
    assert_eq!(scope["outsidePeriod"], 0);
    let overview = session.call(r#"{"type":"overview"}"#);
    assert_eq!(overview["leftOut"], all - bo_messages);
    let scope = ask(&mut session, &set(Value::Null));
    assert_eq!(scope["inside"], all);
}

#[test]
fn the_register_is_proposed_written_taken_out_and_taken_back() {
    let mut session = loaded();
    let view = session.call(r#"{"type":"register"}"#);
    let accounts = view["accounts"].as_array().unwrap();
    assert_eq!(
        accounts.len(),
        1,
        "two exports of one account are one entry"
    );
    let mut entry = accounts[0]["entry"].clone();
    let id = accounts[0]["id"].clone();
    assert_eq!(accounts[0]["proposed"], true);
    assert_eq!(entry["platform"], "SMS");
    assert_eq!(entry["captured"], "2024-02-04");
    entry["unit"] = json!("Borgmesterkontoret");
    entry["intervalMonths"] = json!(6);
    let view = ask(
        &mut session,
        &json!({"type": "set-account", "id": id, "entry": entry}),
    );
    let account = &view["accounts"][0];
    assert_eq!(account["proposed"], false);
    assert_eq!(account["due"], "2024-08-04");
    assert_eq!(account["overdue"], true);
    let csv = session.call(r#"{"type":"register-csv"}"#);
    assert!(
        csv.as_str().unwrap().contains("Borgmesterkontoret"),
        "{csv}"
    );
    let mut own = json!(entry);
    own["platform"] = json!("Facebook");
    let view = ask(
        &mut session,
        &json!({"type": "set-account", "id": null, "entry": own}),
    );
    assert_eq!(view["accounts"].as_array().unwrap().len(), 2);
    let view = ask(
        &mut session,
        &json!({"type": "set-account", "id": id, "entry": null}),
    );
    assert_eq!(view["accounts"].as_array().unwrap().len(), 1);
    session.call(r#"{"type":"undo"}"#);
    let view = session.call(r#"{"type":"register"}"#);
    assert_eq!(view["accounts"].as_array().unwrap().len(), 2);
}

#[test]
fn an_owner_is_marked_and_taken_back() {
    let mut session = loaded();
    let bo = row(&mut session, "Bo Ek");
    assert_eq!(bo["owner"], false);
    ask(
        &mut session,
        &json!({"type": "set-own", "participant": bo["id"], "own": true}),
    );
    assert_eq!(row(&mut session, "Bo Ek")["owner"], true);
    session.call(r#"{"type":"undo"}"#);
    assert_eq!(row(&mut session, "Bo Ek")["owner"], false);
}

/// Cancelling while exports are joined leaves the case as it was before the load.
#[test]
fn a_load_that_is_cancelled_while_joining_leaves_the_case_as_it_was() {
    let mut session = Session::new();
    session.call(r#"{"type":"configure","lang":"en","offload":false}"#);
    let one = session.add("sms-1.xml", &export(&earlier()));
    let two = session.add("sms-2.xml", &export(&later()));
    session.overview(&format!(r#"{{"type":"load","files":[{one}]}}"#));
    session.overview(r#"{"type":"scan"}"#);
    let before = session.call(r#"{"type":"conversations"}"#);
    let overview = session.call(r#"{"type":"overview"}"#);
    let job = format!(r#"{{"type":"load","files":[{two}]}}"#);
    session
        .engine
        .start(serde_json::from_str(&job).unwrap())
        .unwrap();
    let mut joining = 0;
    for _ in 0..10_000 {
        let view = serde_json::to_value(session.engine.step().unwrap().view).unwrap();
        if view["progress"]["phase"] == "joining" {
            joining += 1;
            break;
        }
        assert_eq!(view["type"], "working");
    }
    assert_eq!(joining, 1, "joining is told as a phase of its own");
    session.engine.cancel();
    assert_eq!(session.call(r#"{"type":"conversations"}"#), before);
    let after = session.call(r#"{"type":"overview"}"#);
    assert_eq!(after["messages"], overview["messages"]);
    assert_eq!(after["sources"].as_array().unwrap().len(), 1);
    assert_eq!(after["review"], overview["review"]);
}

/// A clock of which every look takes longer than a step may.
struct Hurried(std::cell::Cell<f64>);
impl maskera::job::Clock for Hurried {
    fn now_utc_ms(&self) -> i64 {
        1_795_000_000_000
    }
    fn monotonic_ms(&self) -> f64 {
        self.0.set(self.0.get() + 1_000.0);
        self.0.get()
    }
}

/// The same wherever the joining has come: messages that were moved are moved back.
#[test]
fn joining_can_be_cancelled_at_every_step() {
    let many = |later: bool| -> Vec<u8> {
        let lines = (0..400).map(|n| {
            let number = 605 + n % 4;
            sms(
                &format!("+46701740{number}"),
                "Åsa Öberg",
                1,
                n,
                &format!("rad {n}"),
            )
        });
        let more = (400..440).map(|n| sms("+46701740605", "Åsa Öberg", 1, n, "ny"));
        let lines: Vec<String> = if later {
            lines.chain(more).collect()
        } else {
            lines.collect()
        };
        export(&lines)
    };
    let mut session = Session::new();
    let ctx = maskera::job::Ctx {
        clock: Box::new(Hurried(std::cell::Cell::new(0.0))),
        ..maskera::job::fixed::ctx(1_795_000_000_000, 7)
    };
    session.engine = maskera::engine::Engine::new(
        ctx,
        session.files.clone(),
        std::rc::Rc::new(session.store.clone()),
        std::rc::Rc::default(),
        None,
    );
    session.call(r#"{"type":"configure","lang":"en","offload":false}"#);
    let one = session.add("sms-1.xml", &many(false));
    let two = session.add("sms-2.xml", &many(true));
    session.overview(&format!(r#"{{"type":"load","files":[{one}]}}"#));
    let everything = |session: &mut Session| {
        let conversations = session.call(r#"{"type":"conversations"}"#);
        let ids = conversations.as_array().unwrap().iter();
        let threads: Vec<Value> = ids
            .map(|row| {
                ask(
                    session,
                    &json!({"type": "thread", "conversation": row["id"], "start": 0, "count": 500}),
                )
            })
            .collect();
        let people = ask(
            session,
            &json!({"type": "people", "query": "", "capacity": null, "start": 0, "count": 50}),
        );
        json!([conversations, threads, people])
    };
    let before = everything(&mut session);
    let job = format!(r#"{{"type":"load","files":[{two}]}}"#);
    let mut steps = 0;
    'cancelled: for after in 1.. {
        session
            .engine
            .start(serde_json::from_str(&job).unwrap())
            .unwrap();
        let mut joining = 0;
        while joining < after {
            let view = serde_json::to_value(session.engine.step().unwrap().view).unwrap();
            if view["type"] == "done" {
                break 'cancelled;
            }
            joining += i32::from(view["progress"]["phase"] == "joining");
        }
        session.engine.cancel();
        assert_eq!(
            everything(&mut session),
            before,
            "cancelled after {after} steps of joining"
        );
        steps = after;
    }
    assert!(steps > 4, "{steps} steps");
    let joined = session.call(r#"{"type":"overview"}"#);
    assert_eq!(
        joined["messages"], 440,
        "and the last one, not cancelled, is joined"
    );
}

#[test]
fn every_language_has_the_sentences_of_the_report() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let report = CoverageReport::new(
            &maskera::model::Case::default(),
            "UTC",
            &Zone::named("UTC").unwrap(),
            14,
            &|_| true,
        );
        for part in coverage_text(&texts, &report) {
            for sentence in part.sentences {
                assert_ne!(sentence.text, sentence.id);
                assert!(!sentence.text.contains('{'), "{}", sentence.text);
            }
        }
    }
}
