//! `CallHistory.storedata`: the calls of an iPhone or Mac, phone and FaceTime (Core Data tables;
//! `ZCALLRECORD`). Times in seconds since 2001. Calls with several people name them in a table of
//! their own.

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe, apple,
    database::{Opened, Walk, note_damage, rows},
    handles,
};
use crate::{
    error::Result,
    job::Budget,
    model::{Call, ConversationKind, Direction, Message, MessageKind},
    time::TimeBasis,
};
use std::collections::HashMap;

/// The importer.
pub struct IphoneCallsSqlite;

impl Importer for IphoneCallsSqlite {
    fn id(&self) -> &'static str {
        "iphone-calls-sqlite"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let calls = probe.tables.iter().any(|table| table == "ZCALLRECORD");
        if calls { 95 } else { 0 }
    }

    fn start(&self, input: Input, _answers: &Answers) -> Result<Box<dyn ImportJob>> {
        super::several(input, |container, member| {
            Ok(Box::new(Calls::new(Opened::member(container, member)?)))
        })
    }
}

/// The reading of one database.
pub struct Calls {
    opened: Opened,
    walk: Option<Walk>,
    begun: bool,
    /// Further people of a call, by its row.
    people: HashMap<i64, Vec<String>>,
}

impl Calls {
    /// Starts reading.
    pub fn new(opened: Opened) -> Self {
        Self {
            walk: Walk::table(&opened, "ZCALLRECORD"),
            opened,
            begun: false,
            people: HashMap::new(),
        }
    }

    fn begin(&mut self, batch: &mut Batch) {
        self.opened.warn(batch);
        batch.source.time_basis = TimeBasis::Utc;
        let mut handles: HashMap<i64, String> = HashMap::new();
        let columns = ["ZVALUE", "ZNORMALIZEDVALUE"];
        rows(
            &self.opened,
            "ZHANDLE",
            &columns,
            batch,
            |row, columns, _| {
                let value = columns.iter().find_map(|column| row.text(*column));
                if let Some(value) = value {
                    handles.insert(row.rowid(), value.into_owned());
                }
            },
        );
        // the table and its columns carry numbers that change with the version
        let join = self.opened.database.tables().find(|table| {
            table.name.starts_with("Z_") && table.name.ends_with("REMOTEPARTICIPANTHANDLES")
        });
        let Some(join) = join.cloned() else {
            return;
        };
        let ending = |end: &str| {
            let found = join
                .columns
                .iter()
                .find(|column| column.name.ends_with(end));
            found.map_or(String::new(), |column| column.name.clone())
        };
        let (call, handle) = (ending("CALLS"), ending("HANDLES"));
        let columns = [call.as_str(), handle.as_str()];
        let people = &mut self.people;
        rows(
            &self.opened,
            &join.name,
            &columns,
            batch,
            |row, columns, _| {
                if let [call, handle] = columns
                    && let (Some(call), Some(handle)) = (row.int(*call), row.int(*handle))
                    && let Some(handle) = handles.get(&handle)
                {
                    people.entry(call).or_default().push(handle.clone());
                }
            },
        );
    }

    fn call(&self, walk: &Walk, batch: &mut Batch) -> Result<()> {
        let row = &walk.row;
        let place = self.opened.locator(row.place());
        if !batch.begin(place) {
            return Ok(());
        }
        let column = |name: &str| walk.column(name);
        let mut people: Vec<String> = Vec::new();
        if let Some(address) = row.text(column("ZADDRESS")) {
            note_damage(&address, place, batch);
            people.push(address.into_owned());
        }
        for other in self.people.get(&row.rowid()).into_iter().flatten() {
            if !people
                .iter()
                .any(|known| handles::normalise(known) == handles::normalise(other))
            {
                people.push(other.clone());
            }
        }
        let mut keys: Vec<String> = people.iter().map(|raw| handles::normalise(raw).0).collect();
        keys.sort();
        let kind = if keys.len() > 1 {
            ConversationKind::Group
        } else {
            ConversationKind::Direct
        };
        let mut message = Message {
            conversation: batch.conversation(&keys.join(" "), kind),
            kind: MessageKind::Call,
            time: apple::seconds(row.real(column("ZDATE"))).unwrap_or_default(),
            place,
            ..Message::default()
        };
        let out = row.int(column("ZORIGINATED")) == Some(1);
        let ids: Vec<_> = people
            .iter()
            .map(|raw| batch.participant_by_handle(raw))
            .collect();
        for id in &ids {
            batch.join(message.conversation, *id);
        }
        if let (Some(name), [one]) = (row.text(column("ZNAME")), ids.as_slice()) {
            batch.name(*one, &name);
        }
        if out {
            message.direction = Direction::Out;
            if ids.len() > 1 {
                message.extra_mut().recipients = ids;
            }
        } else {
            message.direction = Direction::In;
            message.sender = ids.first().copied();
        }
        let seconds = row.real(column("ZDURATION")).unwrap_or_default();
        let answered = row.int(column("ZANSWERED")) == Some(1) || (out && seconds > 0.0);
        let extra = message.extra_mut();
        extra.call = Some(Call {
            seconds: seconds.clamp(0.0, 1e9) as u64,
            answered,
        });
        for name in [
            "ZSERVICE_PROVIDER",
            "ZLOCATION",
            "ZISO_COUNTRY_CODE",
            "ZCALLTYPE",
        ] {
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
            self.begin(batch);
        }
        let Some(mut walk) = self.walk.take() else {
            return Ok(true);
        };
        while walk.next(&self.opened, batch) {
            self.call(&walk, batch)?;
            if budget.spent() {
                self.walk = Some(walk);
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn bytes_read(&self) -> u64 {
        self.walk.as_ref().map_or(0, Walk::bytes_read)
    }
}
