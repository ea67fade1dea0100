//! `calllog.db` of Android (AOSP CallLogProvider; `calls`, before Android 7 inside `contacts2.db`).
//! Times in milliseconds since 1970, lengths in seconds.

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe, android_names,
    database::{Opened, Walk, note_damage},
    handles,
};
use crate::{
    container::Container,
    error::Result,
    job::Budget,
    model::{Call, ConversationKind, Detail, DetailKind, Direction, Message, MessageKind},
    time::{TimeBasis, Timestamp},
};
use std::rc::Rc;

/// The importer.
pub struct AndroidCallsSqlite;

impl Importer for AndroidCallsSqlite {
    fn id(&self) -> &'static str {
        "android-calls-sqlite"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let has = |name: &str| probe.tables.iter().any(|table| table == name);
        if has("calls") && (has("voicemail_status") || has("raw_contacts")) {
            90
        } else {
            0
        }
    }

    fn start(&self, input: Input, _answers: &Answers) -> Result<Box<dyn ImportJob>> {
        super::several(input, |container, member| {
            let opened = Opened::member(container, member)?;
            Ok(Box::new(Calls {
                container: Rc::clone(container),
                member,
                walk: Walk::table(&opened, "calls"),
                opened,
                begun: false,
            }))
        })
    }
}

struct Calls {
    container: Rc<Container>,
    member: u32,
    opened: Opened,
    walk: Option<Walk>,
    begun: bool,
}

/// A time in milliseconds since 1970.
pub fn milliseconds(value: Option<i64>) -> Option<Timestamp> {
    let value = value.filter(|value| *value != 0)?;
    Some(Timestamp::utc(&value.to_string(), value))
}

impl Calls {
    fn call(&self, walk: &Walk, batch: &mut Batch) -> Result<()> {
        let row = &walk.row;
        let place = self.opened.locator(row.place());
        if !batch.begin(place) {
            return Ok(());
        }
        let column = |name: &str| walk.column(name);
        let number = row.text(column("number")).unwrap_or_default();
        note_damage(&number, place, batch);
        let key = handles::normalise(&number).0;
        let conversation = batch.conversation(&key, ConversationKind::Direct);
        // a withheld number is a negative one or none at all
        let person = (!key.is_empty()).then(|| batch.participant_by_handle(&number));
        if let Some(person) = person {
            batch.join(conversation, person);
            if let Some(name) = row.text(column("name")) {
                batch.name(person, &name);
            }
        }
        let seconds = row.int(column("duration")).unwrap_or_default().max(0) as u64;
        let (direction, answered) = match row.int(column("type")) {
            Some(1 | 7) => (Direction::In, true),
            Some(2) => (Direction::Out, seconds > 0),
            Some(3..=6) => (Direction::In, false),
            _ => (Direction::Unknown, seconds > 0),
        };
        let mut message = Message {
            conversation,
            sender: person.filter(|_| direction == Direction::In),
            direction,
            kind: MessageKind::Call,
            time: milliseconds(row.int(column("date"))).unwrap_or_default(),
            place,
            ..Message::default()
        };
        let extra = message.extra_mut();
        extra.call = Some(Call { seconds, answered });
        for (name, kind) in [
            ("transcription", DetailKind::Transcript),
            ("subject", DetailKind::Other),
            ("geocoded_location", DetailKind::Location),
        ] {
            if let Some(text) = row.text(column(name)) {
                extra.details.push(Detail::new(kind, text));
            }
        }
        for name in ["type", "subscription_id", "countryiso", "presentation"] {
            if let Some(value) = row.text(column(name)) {
                extra.raw.push((name.to_owned(), value.into_owned()));
            }
        }
        batch.push(message)
    }
}

impl ImportJob for Calls {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        if !self.begun {
            self.begun = true;
            self.opened.warn(batch);
            batch.source.time_basis = TimeBasis::Utc;
        }
        if let Some(mut walk) = self.walk.take() {
            while walk.next(&self.opened, batch) {
                self.call(&walk, batch)?;
                if budget.spent() {
                    self.walk = Some(walk);
                    return Ok(false);
                }
            }
        }
        android_names::apply(&self.container, self.member, batch);
        Ok(true)
    }

    fn bytes_read(&self) -> u64 {
        self.walk.as_ref().map_or(0, Walk::bytes_read)
    }
}
