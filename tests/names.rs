//! Names of persons in texts: what is found in bands A and B, what is not, and why. Lines of
//! `tests/fixtures/names/*.txt`: language, tab, text with the expected names in ⟦ ⟧.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod marked_text;

use marked_text::unmark;
use maskera::{
    detect::{Near, Scanner},
    finding::{Band, Category, Claim},
};

fn persons(scanner: &Scanner, text: &str) -> Vec<Claim> {
    let mut claims = scanner.scan_alone(text, &Near::default());
    claims.retain(|claim| {
        claim.category == Category::Person
            && matches!(Band::of_score(claim.score), Some(Band::A | Band::B))
    });
    claims
}

#[test]
fn names_in_messages() {
    let scanner = Scanner::new(&[]);
    let mut wrong = Vec::new();
    for line in include_str!("fixtures/names/found.txt").lines() {
        let (text, spans) = unmark(line.split_once('\t').unwrap().1);
        let found: Vec<(u32, u32)> = persons(&scanner, &text)
            .iter()
            .map(|claim| (claim.span.start, claim.span.end))
            .collect();
        if found != spans {
            let shown: Vec<&str> = found
                .iter()
                .map(|span| &text[span.0 as usize..span.1 as usize])
                .collect();
            wrong.push(format!("{line} -> {shown:?}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn other_texts_hold_no_names() {
    let scanner = Scanner::new(&[]);
    let mut wrong = Vec::new();
    for line in include_str!("fixtures/names/clean.txt").lines() {
        let text = line.split_once('\t').unwrap().1;
        for claim in persons(&scanner, text) {
            wrong.push(format!("{text} -> {:?}", claim.span.of(text)));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_finding_says_why() {
    let scanner = Scanner::new(&[]);
    let claims = persons(&scanner, "Sagsbehandler Kirsten Holgersen ringer i morgen");
    let ids: Vec<&str> = claims[0]
        .evidence
        .iter()
        .map(|evidence| evidence.id.as_str())
        .collect();
    assert!(ids.contains(&"name-tagger"), "{ids:?}");
    assert!(ids.contains(&"name-list-given"), "{ids:?}");
    assert!(ids.contains(&"name-after-title"), "{ids:?}");
}

#[test]
fn all_forms_of_one_name_share_a_key() {
    let scanner = Scanner::new(&[]);
    let key = |text: &str| persons(&scanner, text)[0].key.clone();
    let plain = key("Jeg har talt med Jørgen Holmgaard i dag");
    assert_eq!(plain, key("Jeg har lånt Jørgen Holmgaards bil"));
    assert_eq!(plain, key("jeg har talt med jørgen holmgaard i dag"));
    assert_eq!(plain, key("Jeg har talt med Joergen Holmgaard i dag"));
}
