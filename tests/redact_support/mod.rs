//! Cases made by hand: a few conversations, and a "scan" that finds given values literally.

use maskera::{
    finding::{Band, Category, Finding, Target},
    job::{Ctx, Step, fixed},
    locales::Lang,
    model::*,
    review::{Action, Decisions, Event, Scope},
    store::{MemorySources, MemoryStore, Store},
    text::ByteSpan,
    time::Timestamp,
    workflow::{
        Workspace,
        release::{ReleaseJob, ReleaseReport},
    },
};
use std::collections::BTreeMap;

pub const START: i64 = 1_700_000_000_000;

pub fn ctx() -> Ctx {
    fixed::ctx(START, 1)
}

pub fn case(name: &str, number: &str) -> Case {
    let source = Source {
        name: "sms.xml".into(),
        digests: SourceDigests {
            sha256: "ab".repeat(32),
            ..SourceDigests::default()
        },
        members: vec![String::new()],
        ..Source::default()
    };
    let person = |names: &[&str], raw: &str, owner| Participant {
        names: names.iter().map(|n| (*n).to_owned()).collect(),
        handles: vec![Handle {
            raw: raw.to_owned(),
            normalised: raw.to_owned(),
            kind: HandleKind::Phone,
        }],
        owner,
    };
    let mut case = Case {
        sources: vec![source],
        participants: vec![
            person(&["Kontoret"], "+4670174069", true),
            person(&[name], number, false),
            person(&["Vagten"], "+46701740650", false),
        ],
        conversations: vec![
            Conversation {
                key: "one".into(),
                title: Some(name.to_owned()),
                participants: vec![ParticipantId(0), ParticipantId(1)],
                ..Conversation::default()
            },
            Conversation {
                key: "two".into(),
                title: Some("Vagten".into()),
                participants: vec![ParticipantId(2)],
                ..Conversation::default()
            },
        ],
        messages: Vec::new(),
        ..Case::default()
    };
    let mut add = |conversation: u32, sender: u32, body: &str| {
        let at = case.messages.len() as u32;
        case.messages.push(Message {
            record: at + 1,
            conversation: ConversationId(conversation),
            sender: Some(ParticipantId(sender)),
            direction: if sender == 0 {
                Direction::Out
            } else {
                Direction::In
            },
            time: Timestamp::utc("x", START + i64::from(at) * 61_000),
            body: body.into(),
            ..Message::default()
        });
        case.conversations[conversation as usize]
            .messages
            .push(MessageId(at));
    };
    add(0, 1, &format!("Hej, det er {name}. Mit nummer er {number}"));
    add(
        0,
        0,
        &format!("Tak {name}, {name}s sag er modtaget 🙂\n=1+1"),
    );
    add(
        1,
        2,
        &format!("Ring til {name} ({number}) <b>nu</b> & \"straks\""),
    );
    add(1, 2, "=HYPERLINK(\"x\")");
    add(1, 0, "Intet særligt");
    let extra = case.messages[2].extra_mut();
    extra.subject = Some(format!("Om {name}"));
    extra.quoted = Some(format!("{name} skrev"));
    extra.link_preview = Some(format!("Profil: {name} | {number}"));
    extra.details = vec![
        Detail {
            by: Some(ParticipantId(1)),
            ..Detail::new(DetailKind::Reaction, "👍")
        },
        Detail::new(DetailKind::EarlierText, format!("{name}: {number}")),
        Detail::new(DetailKind::ContactCard, number.to_owned()),
    ];
    extra.attachments.push(Attachment {
        name: Some(format!("{name}.pdf")),
        declared: Some("application/pdf".into()),
        sniffed: None,
        size: Some(1),
        presence: Presence::Present,
        embedded: false,
        content: Content::Absent,
    });
    case
}

/// Every literal occurrence of the values, longest first.
pub fn find(case: &Case, values: &[(&str, Category, &str)]) -> Vec<Finding> {
    let mut targets = Vec::new();
    for (at, message) in case.messages.iter().enumerate() {
        for (field, _) in message.fields() {
            targets.push(Target::Message(MessageId(at as u32), field));
        }
    }
    for (at, participant) in case.participants.iter().enumerate() {
        let id = ParticipantId(at as u32);
        targets.extend((0..participant.names.len()).map(|n| Target::ParticipantName(id, n as u16)));
        let handles = 0..participant.handles.len();
        targets.extend(handles.map(|n| Target::ParticipantHandle(id, n as u16)));
    }
    let titles = 0..case.conversations.len() as u32;
    targets.extend(titles.map(|at| Target::ConversationTitle(ConversationId(at))));
    let mut findings = Vec::new();
    for target in targets {
        let text = case.text(target).unwrap();
        for (value, category, key) in values {
            for (at, found) in text.match_indices(value) {
                findings.push(Finding {
                    target,
                    span: ByteSpan::new(at as u32, (at + found.len()) as u32),
                    category: *category,
                    score: 0.95,
                    band: Band::A,
                    evidence: Vec::new(),
                    key: (*key).into(),
                });
            }
        }
    }
    findings
}

pub fn workspace(name: &str, number: &str) -> Workspace {
    let case = case(name, number);
    let values = [
        (name, Category::Person, "the-name"),
        (number, Category::Phone, "the-number"),
    ];
    let findings = find(&case, &values);
    let decisions = Decisions::new(&case, findings);
    Workspace {
        case,
        decisions,
        scanned: true,
    }
}

pub fn record(workspace: &mut Workspace, event: Event) {
    workspace
        .decisions
        .record(&workspace.case, event, START)
        .unwrap();
}

pub fn redact_value(workspace: &mut Workspace, category: Category, key: &str) {
    record(
        workspace,
        Event::Decide {
            scope: Scope::Value {
                category,
                key: key.into(),
            },
            action: Action::Redact { basis: None },
            note: None,
        },
    );
}

pub fn redact_both(workspace: &mut Workspace) {
    redact_value(workspace, Category::Person, "the-name");
    redact_value(workspace, Category::Phone, "the-number");
}

pub fn release(workspace: &Workspace) -> (MemoryStore, maskera::error::Result<ReleaseReport>) {
    let sources = MemorySources::default();
    release_from(workspace, &sources)
}

pub fn release_from(
    workspace: &Workspace,
    sources: &MemorySources,
) -> (MemoryStore, maskera::error::Result<ReleaseReport>) {
    let store = MemoryStore::default();
    let mut job = ReleaseJob::new(workspace, Lang::Da).unwrap();
    let mut ctx = ctx();
    loop {
        match job.step(workspace, &mut ctx, sources, &store) {
            Ok(Step::Working(_)) => {}
            Ok(Step::Done(report)) => return (store, Ok(report)),
            Err(error) => return (store, Err(error)),
        }
    }
}

pub fn files(store: &MemoryStore) -> BTreeMap<String, Vec<u8>> {
    store
        .list()
        .into_iter()
        .map(|path| (path.clone(), store.bytes(&path).unwrap().to_vec()))
        .collect()
}
