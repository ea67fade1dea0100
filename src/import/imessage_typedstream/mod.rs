//! Loose parts of Apple's Messages, one per file: the typed stream of an `attributedBody`, the
//! property list of a `message_summary_info` (earlier wordings, parts taken back) or of a
//! `payload_data` (link preview, Apple Pay and other apps). Each is one message without
//! conversation.

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe,
    apple::{plist::Plist, typedstream},
    database,
    imessage_sqlite::{app, attributed, payload::Payload, summary::Summary},
};
use crate::{
    container::Container,
    error::{Code, Result},
    job::Budget,
    limits,
    model::{ConversationKind, Detail, DetailKind, Locator, Message, MessageKind, RepairKind},
    time::TimeBasis,
};
use std::{io::Read, rc::Rc};

/// The importer.
pub struct ImessageTypedstream;

/// Keys that only these lists have.
const SUMMARY_KEYS: [&str; 4] = ["otr", "ust", "amc", "ec"];

impl Importer for ImessageTypedstream {
    fn id(&self) -> &'static str {
        "imessage-typedstream"
    }

    fn documentation_only(&self) -> bool {
        false
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        if typedstream::is_typedstream(probe.head) {
            return 90;
        }
        if !probe.head.starts_with(b"bplist00") {
            return 0;
        }
        let has = |text: &[u8]| memchr::memmem::find(probe.head, text).is_some();
        let archive = has(b"NSKeyedArchiver");
        let app = [
            "ldtext",
            "richLinkMetadata",
            "layoutClass",
            "liveLayoutInfo",
        ];
        if archive && app.iter().any(|key| has(key.as_bytes())) {
            return 80;
        }
        let keys = SUMMARY_KEYS
            .iter()
            .filter(|key| has(key.as_bytes()))
            .count();
        if !archive && keys >= 2 { 70 } else { 0 }
    }

    fn start(&self, input: Input, _answers: &Answers) -> Result<Box<dyn ImportJob>> {
        Ok(Box::new(Job {
            container: input.container,
            members: input.members.into_iter(),
            bytes: 0,
        }))
    }
}

struct Job {
    container: Rc<Container>,
    members: std::vec::IntoIter<u32>,
    bytes: u64,
}

impl ImportJob for Job {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        for member in self.members.by_ref() {
            let mut bytes = Vec::new();
            let read = self
                .container
                .open_bytes(member)?
                .take(limits::PLIST_BYTES as u64)
                .read_to_end(&mut bytes);
            self.bytes += bytes.len() as u64;
            let place = Locator {
                member,
                start: 0,
                len: bytes.len() as u64,
            };
            if read.is_err() {
                batch.source.accounting.partial = true;
            }
            if batch.begin(place) {
                one(&bytes, place, batch)?;
            }
            if budget.spent_now() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn bytes_read(&self) -> u64 {
        self.bytes
    }
}

fn one(bytes: &[u8], place: Locator, batch: &mut Batch) -> Result<()> {
    let conversation = batch.conversation("", ConversationKind::Direct);
    let mut message = Message {
        conversation,
        place,
        ..Message::default()
    };
    if typedstream::is_typedstream(bytes) {
        match attributed(&mut message, bytes, place, batch) {
            Some(objects) => {
                let files = (0..objects).map(|_| database::attachment(None, None, None, None));
                if objects > 0 {
                    message.extra_mut().attachments.extend(files);
                }
            }
            None => {
                batch.reject(Code::MalformedRecord, place);
                batch.source.accounting.partial = true;
                return Ok(());
            }
        }
    } else {
        let Some(list) = Plist::read(bytes) else {
            batch.reject(Code::MalformedRecord, place);
            batch.source.accounting.partial = true;
            return Ok(());
        };
        if list.get("$archiver").is_some() {
            app(&mut message, Payload::of(list));
        } else {
            history(&mut message, &Summary::of(&list), batch);
        }
    }
    batch.push(message)
}

/// All wordings, the newest as the message.
fn history(message: &mut Message, summary: &Summary, batch: &mut Batch) {
    if summary.damaged {
        batch
            .source
            .accounting
            .repair(RepairKind::Truncated, message.place);
    }
    if summary.all_retracted() {
        message.kind = MessageKind::Deleted;
    }
    for (part, versions) in &summary.versions {
        let retracted = summary.retracted.contains(part);
        for (n, version) in versions.iter().enumerate() {
            if let Some(time) = &version.time {
                batch.source.time_basis = TimeBasis::Utc;
                if message.time.utc_ms.is_none() {
                    message.time = time.clone();
                }
            }
            if n + 1 == versions.len() && !retracted && message.body.is_empty() {
                message.body = version.text.as_str().into();
            }
            message.extra_mut().details.push(Detail {
                time: version.time.clone(),
                ..Detail::new(DetailKind::EarlierText, version.text.clone())
            });
        }
    }
}
