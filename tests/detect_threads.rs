//! What one message says about another: labels across messages, numbers typed over several of
//! them, memory of the case, protected identities, tables. Whole scans of made-up conversations.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use maskera::{
    finding::{Band, Category, Field, Finding, Target},
    job::{Clock, Ctx, Step, fixed},
    model::{Case, Conversation, ConversationId, Message, MessageId, Participant, ParticipantId},
    text::ByteSpan,
    workflow::ScanJob,
};
use std::cell::Cell;

/// Conversations of lines `A: text`; the letter is the sender.
fn case(conversations: &[&[&str]]) -> Case {
    let mut case = Case {
        participants: vec![Participant::default(), Participant::default()],
        ..Case::default()
    };
    for (n, lines) in conversations.iter().enumerate() {
        let mut conversation = Conversation {
            key: n.to_string(),
            participants: vec![ParticipantId(0), ParticipantId(1)],
            ..Conversation::default()
        };
        for line in *lines {
            let (sender, body) = line.split_once(": ").unwrap();
            let at = case.messages.len() as u32;
            case.messages.push(Message {
                record: at + 1,
                conversation: ConversationId(n as u32),
                sender: Some(ParticipantId(u32::from(sender == "B"))),
                body: body.into(),
                ..Message::default()
            });
            conversation.messages.push(MessageId(at));
        }
        case.conversations.push(conversation);
    }
    case
}

/// A clock that advances by so much at each look.
struct Ticking(Cell<f64>, f64);

impl Clock for Ticking {
    fn now_utc_ms(&self) -> i64 {
        0
    }
    fn monotonic_ms(&self) -> f64 {
        self.0.set(self.0.get() + self.1);
        self.0.get()
    }
}

fn scan_with(case: &Case, ctx: &Ctx) -> (Vec<Finding>, usize) {
    let mut job = ScanJob::new(case);
    for steps in 1.. {
        if let Step::Done(findings) = job.step(case, ctx).unwrap() {
            return (findings, steps);
        }
    }
    unreachable!()
}

#[test]
fn what_is_searched_first_changes_no_finding() {
    let case = case(&[
        &[
            "A: Hej, jeg hedder Bodil Kvistgård, ring på 070-1740605",
            "B: Tak, vi ses",
        ],
        &[
            "B: Har Bodil Kvistgård svaret?",
            "A: ja, skriv til 0701740605 eller britta.berg@example.org",
        ],
    ]);
    let findings = |first: &[u32]| {
        let first: Vec<ConversationId> = first.iter().copied().map(ConversationId).collect();
        let mut job = ScanJob::new(&case).first(&first);
        let ctx = fixed::ctx(0, 1);
        loop {
            if let Step::Done(findings) = job.step(&case, &ctx).unwrap() {
                let order: Vec<u32> = job.so_far().iter().map(|f| f.conversation.0).collect();
                return (findings, order);
            }
        }
    };
    let (plain, order) = findings(&[]);
    assert_eq!(order, [0, 1]);
    let (other, order) = findings(&[1, 1, 9]);
    assert_eq!(order, [1, 0]);
    assert!(plain.len() >= 4, "{plain:?}");
    assert_eq!(plain, other);
}

fn scan(case: &Case) -> Vec<(u32, String, Category, Band, Vec<String>)> {
    let (findings, _) = scan_with(case, &fixed::ctx(0, 1));
    findings
        .into_iter()
        .map(|finding| {
            let Target::Message(id, Field::Body) = finding.target else {
                panic!("{finding:?}");
            };
            let text = case.text(finding.target).unwrap();
            (
                id.0,
                finding.span.of(text).unwrap().to_owned(),
                finding.category,
                finding.band,
                finding.evidence.into_iter().map(|e| e.id).collect(),
            )
        })
        .collect()
}

/// The only finding of a case with one conversation.
fn only(lines: &[&str]) -> (String, Category, Band) {
    let found = scan(&case(&[lines]));
    assert_eq!(found.len(), 1, "{lines:?}: {found:?}");
    let (_, text, category, band, _) = found.into_iter().next().unwrap();
    (text, category, band)
}

#[test]
fn a_question_labels_the_answer() {
    let cpr = |text: &str, band| (text.to_owned(), Category::DkCpr, band);
    let asked = only(&["A: Hvad er dit cpr?", "B: 0906551234"]);
    assert_eq!(asked, cpr("0906551234", Band::A));
    let waited = only(&["A: hvad er dit cpr?", "B: øjeblik", "B: 0906551234"]);
    assert_eq!(waited, cpr("0906551234", Band::B));
    let after = only(&["B: 0906551234", "B: det er mit cpr"]);
    assert_eq!(after.1, Category::DkCpr);
}

#[test]
fn an_answered_question_asks_no_more() {
    let found = scan(&case(&[&[
        "A: hvad er dit cpr?",
        "B: 240272-2345",
        "A: tak, og ordrenummeret?",
        "B: 0906551234",
    ]]));
    let last: Vec<_> = found.iter().filter(|f| f.0 == 3).collect();
    assert!(last.iter().all(|f| f.3 == Band::C), "{found:?}");
}

#[test]
fn a_number_over_two_messages_is_found_in_both() {
    let found = scan(&case(&[&[
        "A: hvad er dit cpr?",
        "B: 090655",
        "B: -1234 sådan",
    ]]));
    let parts: Vec<_> = found
        .iter()
        .map(|f| (f.0, f.1.as_str(), f.2, f.3))
        .collect();
    assert_eq!(
        parts,
        [
            (1, "090655", Category::DkCpr, Band::B),
            (2, "-1234", Category::DkCpr, Band::B),
        ],
        "{found:?}"
    );
    let two_people = scan(&case(&[&["A: kl 090655", "B: 1234"]]));
    assert!(two_people.is_empty(), "{two_people:?}");
}

#[test]
fn a_number_is_remembered_in_every_conversation() {
    let found = scan(&case(&[
        &["A: reg 5 0 1 7 4 1 bare et tal", "B: 7 0 1 7 4 0 6 0 5"],
        &["A: mit nummer er +46 70 174 06 05"],
    ]));
    let early: Vec<_> = found.iter().filter(|f| f.0 == 1).collect();
    assert_eq!(early.len(), 1, "{found:?}");
    assert_eq!((early[0].2, early[0].3), (Category::Phone, Band::A));
    assert!(early[0].4.iter().any(|id| id == "case-memory"));
}

#[test]
fn a_protected_identity_raises_its_thread_only() {
    let number = "A: 20123456 ok";
    let found = scan(&case(&[
        &[number, "A: hun har beskyttet adresse"],
        &["A: 31234567 ok"],
    ]));
    let band = |message: u32| {
        let phone = found
            .iter()
            .find(|f| f.0 == message && f.2 == Category::Phone);
        phone.unwrap_or_else(|| panic!("{found:?}")).3
    };
    assert_eq!((band(0), band(2)), (Band::A, Band::B));
}

#[test]
fn a_column_is_labelled_by_its_header() {
    let table = "navn;cpr;ordre\nIb;0906551234;2402722345";
    let found = scan(&case(&[&[&format!("A: {table}")]]));
    let strong: Vec<_> = found
        .iter()
        .filter(|f| f.3 != Band::C && f.2 != Category::Person)
        .collect();
    assert_eq!(strong.len(), 1, "{found:?}");
    assert_eq!(strong[0].1, "0906551234");
    assert!(strong[0].4.iter().any(|id| id == "context-column"));
}

#[test]
fn findings_do_not_depend_on_the_steps() {
    let mut lines = Vec::new();
    for n in 0..300 {
        lines.push(match n % 5 {
            0 => "A: hvad er dit cpr?".to_owned(),
            1 => format!("B: 0906{:02}", 55 + n % 30),
            2 => "B: -1234".to_owned(),
            3 => "A: ring 070-1740605 eller skriv til ib@example.org".to_owned(),
            _ => "B: beskyttet adresse, 7 0 1 7 4 0 6 0 5".to_owned(),
        });
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let case = case(&[&lines, &lines]);
    let ticking = |by: f64| {
        let mut ctx = fixed::ctx(0, 1);
        ctx.clock = Box::new(Ticking(Cell::new(0.0), by));
        scan_with(&case, &ctx)
    };
    let (whole, one) = ticking(0.0);
    let (cut, many) = ticking(1_000.0);
    // One for the search, one that hands over what it found.
    assert_eq!(one, 2);
    assert!(many > 10, "{many}");
    assert_eq!(whole, cut);
    // in reading order, within their texts
    let at: Vec<(Target, ByteSpan)> = whole.iter().map(|f| (f.target, f.span)).collect();
    let mut sorted = at.clone();
    sorted.sort();
    assert_eq!(at, sorted);
}
