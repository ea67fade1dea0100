//! An authority's profile, presets and switches, as a scan shows them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    dead_code
)]

mod engine_support;

use engine_support::Session;
use maskera::{
    detect::{KnownValue, Near, Preset, Profile, Scanner, SearchChoice, Settings},
    finding::{Band, Category},
};
use std::{fs, path::Path};

/// The example of the documentation.
fn example() -> SearchChoice {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/detectors/profile.md");
    let page = fs::read_to_string(path).unwrap();
    let start = page.find("```toml\n").unwrap() + "```toml\n".len();
    let end = start + page[start..].find("```").unwrap();
    Profile::choose(page[start..end].to_owned()).unwrap()
}

fn settings(choice: &SearchChoice) -> Settings {
    Settings::of(choice).unwrap()
}

fn only(category: Category) -> Settings {
    settings(&SearchChoice::default().only(&[category]))
}

fn found(scanner: &Scanner, text: &str) -> Vec<(String, Category, Band, Vec<String>)> {
    let claims = scanner.scan_alone(text, &Near::default());
    claims
        .into_iter()
        .map(|claim| {
            (
                claim.span.of(text).unwrap().to_owned(),
                claim.category,
                Band::of_score(claim.score).unwrap(),
                claim.evidence.into_iter().map(|e| e.id).collect(),
            )
        })
        .collect()
}

#[test]
fn the_documented_profile_does_what_it_says() {
    let known = [KnownValue {
        text: "Bodil Kvist".to_owned(),
        category: Category::Person,
        key: "bodil kvist".to_owned(),
    }];
    let scanner = Scanner::with_settings(&known, settings(&example()));
    let text =
        "Bodil Kvists sag bø 1234/26 om projekt havørn; tlf. 70 20 30 40, GPS 55.67610, 12.56830";
    let all = found(&scanner, text);
    let one = |category: Category, value: &str| {
        let mut of = all.iter().filter(|f| f.1 == category && f.0 == value);
        of.next()
            .unwrap_or_else(|| panic!("{category:?} {value}: {all:?}"))
    };
    let staff = one(Category::Person, "Bodil Kvists");
    assert_eq!(staff.2, Band::C);
    assert!(staff.3.iter().any(|id| id == "listed-keep"));
    assert_eq!(one(Category::Phone, "70 20 30 40").2, Band::C);
    let number = one(Category::CaseNumber, "bø 1234/26");
    assert_eq!((number.2, number.3[0].as_str()), (Band::A, "own-pattern"));
    assert_eq!(one(Category::CaseNumber, "projekt havørn").2, Band::A);
    assert!(all.iter().all(|f| f.1 != Category::Gps), "{all:?}");
    // without the profile the same text says the opposite
    let plain = found(&Scanner::new(&known), text);
    assert!(
        plain
            .iter()
            .any(|f| f.1 == Category::Person && f.2 == Band::A)
    );
    assert!(plain.iter().any(|f| f.1 == Category::Gps));
}

#[test]
fn presets_move_the_border() {
    let text = "ordre nr 2402722345, cpr 150688-1234";
    let with = |preset| {
        let settings = Settings {
            preset,
            ..Settings::default()
        };
        found(&Scanner::with_settings(&[], settings), text)
    };
    let (strict, normal, all) = (
        with(Preset::Strict),
        with(Preset::Normal),
        with(Preset::Everything),
    );
    assert!(strict.iter().all(|f| f.2 != Band::C), "{strict:?}");
    assert!(strict.len() <= normal.len() && normal.len() <= all.len());
    let order =
        |found: &[(String, Category, Band, Vec<String>)]| found.iter().any(|f| f.0 == "2402722345");
    assert!(!order(&strict) && order(&all), "{strict:?} {all:?}");
}

#[test]
fn switches_leave_other_readings_alone() {
    let text = "ring 070-1740605, pnr 890101-9805";
    let number = found(
        &Scanner::with_settings(&[], only(Category::SePersonnummer)),
        text,
    );
    assert_eq!(number.len(), 1, "{number:?}");
    assert_eq!(number[0].1, Category::SePersonnummer);
    let phone = found(
        &Scanner::with_settings(&[], only(Category::DkCpr)),
        "ring 0701740605",
    );
    assert!(phone.is_empty(), "{phone:?}");
}

#[test]
fn the_page_keeps_what_is_searched_with_the_case() {
    let mut session = Session::new();
    let xml = "<smses><sms address=\"+4520123456\" date=\"1704067200000\" type=\"1\" \
               body=\"cpr 150688-1234, ring 31234567\"/></smses>";
    let file = session.add("sms.xml", xml.as_bytes());
    let load = format!(r#"{{"type":"load","files":[{file}]}}"#);
    session.run(&load).unwrap();
    let values = |session: &mut Session| -> Vec<String> {
        session.run(r#"{"type":"scan"}"#).unwrap();
        let page = session
            .call(r#"{"type":"values","conversation":null,"onlyOpen":false,"start":0,"count":50}"#);
        let rows = page["values"].as_array().unwrap();
        let name = |row: &serde_json::Value| row["category"].as_str().unwrap().to_owned();
        rows.iter().map(name).collect()
    };
    assert!(values(&mut session).iter().any(|c| c == "phone"));
    let bad = session.try_call(r#"{"type":"set-profile","profile":"format = 1"}"#);
    assert!(bad.is_err());
    let profile = "format = \\\"maskera-profile\\\"\\nversion = 1\\nname = \\\"Mellemby\\\"\\noff = [\\\"phone\\\"]\\n";
    session.call(&format!(
        r#"{{"type":"set-profile","profile":"{profile}"}}"#
    ));
    let overview = session.call(r#"{"type":"overview"}"#);
    assert_eq!(overview["scanned"], false);
    assert_eq!(overview["search"]["profile"], "Mellemby");
    let found = values(&mut session);
    assert!(!found.iter().any(|c| c == "phone") && found.iter().any(|c| c == "dk-cpr"));
    let snapshot = session.call(r#"{"type":"snapshot"}"#);
    assert!(snapshot.as_str().unwrap().contains("Mellemby"));
    // A new engine that gets the snapshot searches the same.
    let mut other = Session::new();
    let file = other.add("sms.xml", xml.as_bytes());
    other
        .run(&format!(r#"{{"type":"load","files":[{file}]}}"#))
        .unwrap();
    other.call(
        &serde_json::json!({"type": "restore-snapshot", "snapshot": snapshot, "poisoned": []})
            .to_string(),
    );
    other.run(r#"{"type":"reload"}"#).unwrap();
    assert_eq!(
        other.call(r#"{"type":"overview"}"#)["search"]["profile"],
        "Mellemby"
    );
    assert_eq!(values(&mut other), found);
    session.call(r#"{"type":"set-search","preset":"strict","off":[]}"#);
    assert!(values(&mut session).iter().any(|c| c == "phone"));
}
