use super::*;
use crate::{
    model::{
        Attachment, Change, Content, Direction, Handle, HandleKind, Message, MessageExtra,
        MessageKind, Participant, ParticipantId, Presence, Source, SourceDigests, SourceId,
    },
    time::Timestamp,
};
use proptest::prelude::*;

/// A message as a test writes it: seconds, thread, sender (0 is the owner), words.
type Said = (i64, usize, usize, &'static str);

fn source(case: &mut Case, digest: &str, said: &[Said]) {
    let id = SourceId(case.sources.len() as u32);
    let first = case.participants.len() as u32;
    let threads = 1 + said
        .iter()
        .map(|(_, thread, ..)| *thread)
        .max()
        .unwrap_or_default();
    let people = 1 + said
        .iter()
        .map(|(_, _, sender, _)| *sender)
        .max()
        .unwrap_or_default();
    for n in 1..people {
        case.participants.push(Participant {
            names: vec![format!("Person {n}")],
            handles: vec![Handle {
                raw: format!("+4670174060{n}"),
                normalised: format!("+4670174060{n}"),
                kind: HandleKind::Phone,
            }],
            owner: false,
        });
    }
    let base = case.conversations.len() as u32;
    for thread in 0..threads {
        case.conversations.push(Conversation {
            source: id,
            key: format!("thread {thread}"),
            ..Conversation::default()
        });
    }
    for (record, (seconds, thread, sender, body)) in said.iter().enumerate() {
        let at = MessageId(case.messages.len() as u32);
        let conversation = ConversationId(base + *thread as u32);
        case.messages.push(Message {
            source: id,
            record: record as u32 + 1,
            conversation,
            sender: (*sender > 0).then(|| ParticipantId(first + *sender as u32 - 1)),
            time: Timestamp::utc("", seconds * 1_000),
            body: (*body).into(),
            kind: if *body == "[deleted]" {
                MessageKind::Deleted
            } else {
                MessageKind::Text
            },
            ..Message::default()
        });
        case.conversations[conversation.index()].messages.push(at);
    }
    case.sources.push(Source {
        name: digest.to_owned(),
        format: Some("sms-backup-restore"),
        digests: SourceDigests {
            sha256: digest.to_owned(),
            ..SourceDigests::default()
        },
        participants: first..case.participants.len() as u32,
        ..Source::default()
    });
    for conversation in &mut case.conversations {
        let messages = std::mem::take(&mut conversation.messages);
        let mut timed: Vec<_> = messages
            .into_iter()
            .map(|id| (case.messages[id.index()].time.sort_ms(), id))
            .collect();
        timed.sort();
        conversation.messages = timed.into_iter().map(|(_, id)| id).collect();
    }
}

fn joined_nothing(sources: &[(&str, &[Said])]) -> Case {
    let mut case = Case::default();
    for (digest, said) in sources {
        source(&mut case, digest, said);
    }
    case
}

fn joined(sources: &[(&str, &[Said])]) -> Case {
    let mut case = joined_nothing(sources);
    join(&mut case, &Rulings::default());
    case
}

/// What a person sees, whatever the ids: threads by key with their texts, sources and changes.
fn seen(case: &Case) -> Vec<(String, Vec<String>)> {
    let digest = |id: SourceId| case.sources[id.index()].digests.sha256.clone();
    let mut threads: Vec<(String, Vec<String>)> = case
        .conversations
        .iter()
        .filter(|conversation| conversation.joined_into.is_none())
        .map(|conversation| {
            let mut lines: Vec<String> = conversation
                .messages
                .iter()
                .map(|id| {
                    let message = &case.messages[id.index()];
                    let mut held: Vec<String> = case
                        .merged
                        .copies(*id)
                        .chain([*id])
                        .map(|id| digest(case.messages[id.index()].source))
                        .collect();
                    held.sort();
                    let changes: Vec<String> = case
                        .merged
                        .changes_of(*id)
                        .map(|(change, source)| format!("{} {}", change.id(), digest(source)))
                        .collect();
                    let details: Vec<&str> = message
                        .extra
                        .iter()
                        .flat_map(|extra| &extra.details)
                        .map(|detail| detail.text.as_str())
                        .collect();
                    format!(
                        "{:?} {} {details:?} {held:?} {changes:?}",
                        message.time.utc_ms, message.body
                    )
                })
                .collect();
            lines.sort();
            (conversation.key.clone(), lines)
        })
        .collect();
    threads.sort();
    threads
}

fn bodies(case: &Case, thread: usize) -> Vec<&str> {
    case.conversations[thread]
        .messages
        .iter()
        .map(|id| &*case.messages[id.index()].body)
        .collect()
}

const FIRST: &[Said] = &[
    (10, 0, 1, "hej"),
    (20, 0, 0, "ok"),
    (21, 0, 0, "ok"),
    (30, 1, 2, "tack"),
];

#[test]
fn a_superset_adds_only_what_is_new() {
    let later: Vec<Said> = FIRST
        .iter()
        .copied()
        .chain([(40, 0, 1, "ny"), (41, 2, 3, "annan")])
        .collect();
    let case = joined(&[("a", FIRST), ("b", &later)]);
    assert_eq!(case.merged.accounts, [vec![SourceId(0), SourceId(1)]]);
    assert_eq!(case.merged.twin_count(), 4);
    assert_eq!(bodies(&case, 0), ["hej", "ok", "ok", "ny"]);
    assert_eq!(bodies(&case, 1), ["tack"]);
    assert_eq!(case.shown_messages().count(), 6);
    assert_eq!(case.messages.len(), 10, "nothing is dropped");
    assert!(case.merged.changes.is_empty());
    // the later export is shown; each message knows both
    let shown = case.conversations[0].messages[0];
    assert_eq!(case.messages[shown.index()].source, SourceId(1));
    assert_eq!(case.merged.copies(shown).count(), 1);
    assert_eq!(case.merged.people.len(), 3);
}

#[test]
fn overlapping_exports_close_up() {
    let early = &FIRST[..3];
    let late: &[Said] = &[(20, 0, 0, "ok"), (21, 0, 0, "ok"), (50, 0, 1, "sen")];
    let case = joined(&[("late", late), ("early", early)]);
    assert_eq!(bodies(&case, 0), ["hej", "ok", "ok", "sen"]);
    assert_eq!(case.merged.twin_count(), 2);
}

#[test]
fn two_phones_with_the_same_correspondent_stay_two() {
    let one: &[Said] = &[
        (10, 0, 1, "till anna"),
        (20, 0, 0, "svar"),
        (60, 0, 1, "igen"),
    ];
    let other: &[Said] = &[
        (12, 0, 1, "till bo"),
        (22, 0, 0, "nej"),
        (50, 0, 1, "alarm"),
    ];
    let case = joined(&[("a", one), ("b", other)]);
    assert!(case.merged.accounts.is_empty());
    assert!(case.merged.likely_accounts.is_empty());
    assert_eq!(bodies(&case, 0).len(), 3);
    assert_eq!(
        case.merged.people.len(),
        1,
        "the correspondent is one person all the same"
    );
}

#[test]
fn exports_without_common_time_are_a_proposal_that_can_be_followed() {
    let later: &[Said] = &[(100, 0, 1, "sen"), (110, 0, 0, "ja")];
    let mut case = joined(&[("a", FIRST), ("b", later)]);
    assert_eq!(case.merged.likely_accounts, [(SourceId(0), SourceId(1))]);
    let mut rulings = Rulings::default();
    rulings.accounts.push(("b".into(), "a".into(), true));
    join(&mut case, &rulings);
    assert_eq!(bodies(&case, 0), ["hej", "ok", "ok", "sen", "ja"]);
    rulings.accounts.push(("a".into(), "b".into(), false));
    join(&mut case, &rulings);
    assert_eq!(bodies(&case, 0), ["hej", "ok", "ok"]);
    assert!(case.merged.likely_accounts.is_empty());
}

#[test]
fn edits_deletions_and_disappearances_are_told() {
    let before: &[Said] = &[
        (10, 0, 1, "möte kl 9"),
        (20, 0, 1, "hemligt"),
        (30, 0, 1, "borta"),
        (40, 0, 1, "kvar"),
        (45, 0, 1, "med"),
        (50, 0, 1, "slut"),
    ];
    let after: &[Said] = &[
        (10, 0, 1, "möte kl 10"),
        (20, 0, 1, "[deleted]"),
        (40, 0, 1, "kvar"),
        (45, 0, 1, "med"),
        (50, 0, 1, "slut"),
        (60, 0, 1, "nytt"),
    ];
    let case = joined(&[("a", before), ("b", after)]);
    assert_eq!(
        bodies(&case, 0),
        [
            "möte kl 10",
            "hemligt",
            "borta",
            "kvar",
            "med",
            "slut",
            "nytt"
        ]
    );
    let thread = &case.conversations[0].messages;
    let changes = |at: usize| -> Vec<Change> {
        case.merged
            .changes_of(thread[at])
            .map(|(change, _)| change)
            .collect()
    };
    assert_eq!(changes(0), [Change::Reworded]);
    assert_eq!(changes(1), [Change::Deleted]);
    assert_eq!(changes(2), [Change::Gone]);
    assert!(changes(3).is_empty());
    let edited = case.messages[thread[0].index()].extra.as_ref().unwrap();
    assert_eq!(edited.details[0].text, "möte kl 9");
}

#[test]
fn an_export_with_the_pictures_is_shown_before_a_later_one_without() {
    let mut case = Case::default();
    source(&mut case, "a", FIRST);
    source(
        &mut case,
        "b",
        &[FIRST[0], FIRST[1], FIRST[2], FIRST[3], (90, 0, 1, "sen")],
    );
    let attached = |presence| {
        Some(Box::new(MessageExtra {
            attachments: vec![Attachment {
                name: None,
                declared: None,
                sniffed: None,
                size: None,
                presence,
                content: Content::Absent,
                embedded: false,
            }],
            ..MessageExtra::default()
        }))
    };
    case.messages[0].extra = attached(Presence::Present);
    case.messages[4].extra = attached(Presence::Omitted);
    join(&mut case, &Rulings::default());
    assert_eq!(case.conversations[0].messages[0], MessageId(0));
    assert_eq!(case.merged.shown(MessageId(4)), MessageId(0));
}

#[test]
fn the_same_words_at_the_same_time_by_two_people_are_two_messages() {
    let case = joined(&[
        (
            "one",
            &[(10, 0, 1, "ja"), (30, 0, 1, "sen"), (40, 0, 1, "nu")],
        ),
        (
            "two",
            &[(10, 0, 2, "ja"), (30, 0, 1, "sen"), (40, 0, 1, "nu")],
        ),
    ]);
    assert_eq!(bodies(&case, 0), ["ja", "ja", "sen", "nu"]);
    assert_eq!(case.merged.twin_count(), 2);
}

#[test]
fn minutes_meet_seconds() {
    let minutes: &[Said] = &[(60, 0, 1, "hej"), (120, 0, 1, "där"), (180, 0, 1, "du")];
    let seconds: &[Said] = &[(63, 0, 1, "hej"), (125, 0, 1, "där"), (199, 0, 1, "du")];
    let case = joined(&[("a", minutes), ("b", seconds)]);
    assert_eq!(case.merged.twin_count(), 3);
}

#[test]
fn people_are_joined_by_number_and_proposed_by_name() {
    let mut case = joined(&[("a", &[(10, 0, 1, "hej")]), ("b", &[(99, 1, 1, "du")])]);
    assert_eq!(case.merged.people.len(), 1);
    let named = |name: &str, number: &str| Participant {
        names: vec![name.to_owned()],
        handles: vec![Handle {
            raw: number.to_owned(),
            normalised: number.to_owned(),
            kind: HandleKind::Phone,
        }],
        owner: false,
    };
    case.participants.push(named("Åsa Öberg", "0701740610"));
    case.participants.push(named("Åsa  öberg", "+46701740611"));
    case.participants.push(named("Växel", "0701740601"));
    case.participants.push(named("Åsa Öberg", "+46701740610"));
    join(&mut case, &Rulings::default());
    let person = |at: u32| case.merged.person(ParticipantId(at)).unwrap();
    assert_eq!(person(2), person(5), "name and number together");
    assert_ne!(person(2), person(3));
    let likely: Vec<_> = case
        .merged
        .likely_people
        .iter()
        .map(|pair| (pair.one.0, pair.other.0, pair.reason))
        .collect();
    assert!(
        likely.contains(&(2, 3, crate::model::LikelyReason::Name)),
        "{likely:?}"
    );
    assert!(
        likely.contains(&(0, 4, crate::model::LikelyReason::Number)),
        "{likely:?}"
    );
    let mut rulings = Rulings::default();
    rulings
        .people
        .push((ParticipantId(2), ParticipantId(3), true));
    rulings
        .people
        .push((ParticipantId(2), ParticipantId(5), false));
    join(&mut case, &rulings);
    let person = |at: u32| case.merged.person(ParticipantId(at)).unwrap();
    assert_eq!(person(2), person(3));
    assert_ne!(person(2), person(5));
}

#[test]
fn a_joining_taken_back_leaves_no_words_of_another_export() {
    let first: &[Said] = &[(10, 0, 1, "mötet är klockan nio"), (20, 0, 1, "hej")];
    let later: &[Said] = &[(10, 0, 1, "mötet är klockan tio"), (20, 0, 1, "hej")];
    let mut case = joined(&[("a", first), ("b", later)]);
    let details = |case: &Case| -> usize { case.messages.iter().map(|m| m.details().len()).sum() };
    assert_eq!(details(&case), 1, "the earlier words stand at the message");
    join(&mut case, &Rulings::default());
    assert_eq!(details(&case), 1, "once");
    let apart = Rulings {
        accounts: vec![("a".into(), "b".into(), false)],
        ..Rulings::default()
    };
    join(&mut case, &apart);
    assert_eq!(details(&case), 0, "two accounts: nothing was said earlier");
    assert_eq!(case.merged.twin_count(), 0);
}

#[test]
fn the_later_of_two_rulings_about_a_pair_counts() {
    let mut case = joined(&[("a", &[(10, 0, 1, "hej"), (11, 0, 2, "hallå")])]);
    let (one, other) = (ParticipantId(0), ParticipantId(1));
    let mut rulings = Rulings::default();
    rulings.people.push((one, other, true));
    join(&mut case, &rulings);
    assert_eq!(case.merged.people.len(), 1);
    rulings.people.push((other, one, false));
    join(&mut case, &rulings);
    assert_eq!(case.merged.people.len(), 2);
}

#[test]
fn an_own_identity_gives_the_open_directions() {
    let mut case = joined(&[("a", &[(10, 0, 1, "hej"), (11, 0, 2, "hallå")])]);
    let directions =
        |case: &Case| -> Vec<_> { case.messages.iter().map(|m| m.direction).collect() };
    assert_eq!(directions(&case), [Direction::Unknown, Direction::Unknown]);
    let rulings = Rulings {
        own: vec![(ParticipantId(1), true)],
        ..Rulings::default()
    };
    join(&mut case, &rulings);
    assert_eq!(directions(&case), [Direction::In, Direction::Out]);
    assert!(case.participants[1].owner && !case.participants[0].owner);
    join(&mut case, &Rulings::default());
    assert_eq!(directions(&case), [Direction::Unknown, Direction::Unknown]);
    assert!(!case.participants[1].owner);
}

fn history() -> impl Strategy<Value = Vec<Said>> {
    let words = prop::sample::select(vec!["ja", "nej", "ok", "kommer", "ring mig"]);
    prop::collection::vec((0i64..40, 0usize..2, 0usize..3, words), 1..24).prop_map(|said| {
        // two seconds apart, so that nothing but a twin is at the same time
        let mut said: Vec<Said> = said
            .into_iter()
            .enumerate()
            .map(|(n, (_, thread, sender, body))| (n as i64 * 2, thread, sender, body))
            .collect();
        said.sort();
        said
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any exports of one history, in any order, show each message of them once; again changes nothing.
    #[test]
    fn joining_is_a_union(
        history in history(),
        cuts in prop::collection::vec((0usize..24, 1usize..25), 1..4),
        turn in 0usize..4,
    ) {
        let exports: Vec<(String, Vec<Said>)> = cuts
            .iter()
            .enumerate()
            .map(|(n, (from, len))| {
                let from = (*from).min(history.len() - 1);
                let to = (from + len).min(history.len());
                (format!("{n}"), history[from..to].to_vec())
            })
            .collect();
        let given: Vec<(&str, &[Said])> = exports.iter().map(|(d, s)| (d.as_str(), s.as_slice())).collect();
        let mut turned = given.clone();
        turned.rotate_left(turn % given.len());
        let mut case = joined(&given);
        let other = joined(&turned);
        prop_assert_eq!(seen(&case), seen(&other));
        let once = seen(&case);
        let merged = case.merged.clone();
        join(&mut case, &Rulings::default());
        prop_assert_eq!(&once, &seen(&case));
        prop_assert_eq!(&merged, &case.merged);
        // cut after every look, and stopped half-way before that
        let mut cut = joined_nothing(&given);
        let mut job = JoinJob::new(Rulings::default());
        for _ in 0..turn * 5 {
            if job.piecemeal(&mut cut) {
                break;
            }
        }
        let mut job = JoinJob::new(Rulings::default());
        while !job.piecemeal(&mut cut) {}
        prop_assert_eq!(&once, &seen(&cut));
        prop_assert_eq!(&merged, &cut.merged);
        // taken back, nothing of it is left
        reset(&mut cut);
        let plain = joined_nothing(&given);
        prop_assert_eq!(format!("{:?}", plain.messages), format!("{:?}", cut.messages));
        prop_assert_eq!(format!("{:?}", plain.conversations), format!("{:?}", cut.conversations));
        // every record is shown or the twin of a shown one
        prop_assert_eq!(case.shown_messages().count() + case.merged.twin_count(), case.messages.len());
        let listed: usize = case.conversations.iter().map(|c| c.messages.len()).sum();
        prop_assert_eq!(listed, case.shown_messages().count());
        for (at, _) in case.messages.iter().enumerate() {
            let shown = case.merged.shown(MessageId(at as u32));
            prop_assert!(!case.messages[shown.index()].twin);
        }
    }
}
