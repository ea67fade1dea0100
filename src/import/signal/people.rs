//! Who takes part: recipients of a backup are persons, groups, the app's own news, lists for
//! stories and links to calls. Only the owner and contacts are persons.

use super::tree::Node;
use crate::{
    import::Batch,
    model::{ConversationId, ConversationKind, ParticipantId},
};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

/// What a recipient is.
pub enum Party {
    /// The owner or a contact.
    Person(ParticipantId),
    /// A group: key, title, accounts of its members.
    Group(String, Option<String>, Vec<Vec<u8>>),
    /// News of the app.
    News,
    /// A list for stories, or a link to a call, with its name.
    Other(Option<String>),
}

/// All recipients.
#[derive(Default)]
pub struct People {
    parties: HashMap<u64, Party>,
    by_account: HashMap<Vec<u8>, ParticipantId>,
    owner_names: Vec<String>,
    owner_handle: Option<String>,
    settled: bool,
    /// The owner.
    pub owner: Option<ParticipantId>,
}

/// The name under which an account stands: no telephone number, whatever its digits.
fn account(bytes: &[u8], kind: &str) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32];
    let parts: Vec<&str> = parts.into_iter().filter_map(|part| hex.get(part)).collect();
    if bytes.len() == 16 {
        format!("{kind}:{}", parts.join("-"))
    } else {
        format!("{kind}:{hex}")
    }
}

fn full(given: Option<String>, family: Option<String>) -> Option<String> {
    let parts: Vec<String> = [given, family].into_iter().flatten().collect();
    Some(parts.join(" ")).filter(|name| !name.is_empty())
}

impl People {
    /// The account's own record, before the owner's recipient.
    pub fn account(&mut self, account: &mut Node) {
        let name = full(account.text("givenName"), account.text("familyName"));
        self.owner_names.extend(name);
        self.owner_handle = account.text("username");
    }

    /// A recipient; its number. What the owner wrote about a contact stays in the record.
    pub fn recipient(&mut self, recipient: &mut Node, batch: &mut Batch) -> Option<u64> {
        let id = recipient.int("id").unwrap_or_default();
        let party = if recipient.has("self") {
            let shown = self.owner_names.first().cloned().unwrap_or_default();
            let owner = batch.participant_by_name("signal-self", &shown);
            if let Some(owner) = batch.participants.get_mut(owner.index()) {
                owner.owner = true;
            }
            if let Some(handle) = &self.owner_handle {
                batch.handle(owner, handle);
            }
            self.owner = Some(owner);
            recipient.node("self");
            Party::Person(owner)
        } else if recipient.has("contact") {
            // what is left of it stays in place: a note
            let mut contact = recipient.node("contact").unwrap_or_default();
            let person = self.contact(id, &mut contact, batch);
            recipient
                .0
                .insert("contact".to_owned(), serde_json::Value::Object(contact.0));
            Party::Person(person)
        } else if let Some(mut group) = recipient.node("group") {
            group_party(id, &mut group)
        } else if recipient.node("releaseNotes").is_some() {
            Party::News
        } else if let Some(mut item) = recipient.node("distributionList") {
            let mut list = item.node("distributionList").unwrap_or_default();
            Party::Other(list.text("name"))
        } else if let Some(mut link) = recipient.node("callLink") {
            Party::Other(link.text("name"))
        } else {
            return None;
        };
        self.parties.insert(id, party);
        Some(id)
    }

    fn contact(&mut self, id: u64, contact: &mut Node, batch: &mut Batch) -> ParticipantId {
        let number = contact.int("e164").map(|number| format!("+{number}"));
        let aci = contact.bytes("aci");
        let pni = contact.bytes("pni");
        let handles = [
            number,
            contact.text("username"),
            aci.as_deref().map(|bytes| account(bytes, "ACI")),
            pni.as_deref().map(|bytes| account(bytes, "PNI")),
        ];
        let handles: Vec<String> = handles.into_iter().flatten().collect();
        let mut handles = handles.iter();
        let person = match handles.next() {
            Some(first) => batch.participant_by_handle(first),
            None => batch.participant_by_name(&format!("signal-recipient-{id}"), ""),
        };
        for handle in handles {
            batch.handle(person, handle);
        }
        for bytes in [aci, pni].into_iter().flatten() {
            self.by_account.insert(bytes, person);
        }
        let mut nickname = contact.node("nickname").unwrap_or_default();
        let names = [
            full(nickname.text("given"), nickname.text("family")),
            full(
                contact.text("systemGivenName"),
                contact.text("systemFamilyName"),
            ),
            contact.text("systemNickname"),
            full(
                contact.text("profileGivenName"),
                contact.text("profileFamilyName"),
            ),
        ];
        for name in names.into_iter().flatten() {
            batch.name(person, &name);
        }
        person
    }

    /// The owner's account is named only among the members of groups: it is the one that is no
    /// contact, in more groups than any other.
    fn settle(&mut self, batch: &mut Batch) {
        if std::mem::replace(&mut self.settled, true) {
            return;
        }
        let mut counts: BTreeMap<&[u8], usize> = BTreeMap::new();
        for party in self.parties.values() {
            if let Party::Group(.., members) = party {
                for member in members {
                    if !self.by_account.contains_key(member) {
                        *counts.entry(member).or_default() += 1;
                    }
                }
            }
        }
        let most = counts.values().max().copied().unwrap_or_default();
        let mut best = counts.iter().filter(|(_, count)| **count == most);
        if let (Some((bytes, _)), None, Some(owner)) = (best.next(), best.next(), self.owner) {
            batch.handle(owner, &account(bytes, "ACI"));
            let bytes = bytes.to_vec();
            self.by_account.insert(bytes, owner);
        }
    }

    /// The person of an account, known or not.
    pub fn by_account(&mut self, bytes: &[u8], batch: &mut Batch) -> ParticipantId {
        self.settle(batch);
        if let Some(known) = self.by_account.get(bytes) {
            return *known;
        }
        let person = batch.participant_by_handle(&account(bytes, "ACI"));
        self.by_account.insert(bytes.to_vec(), person);
        person
    }

    /// The person of a recipient.
    pub fn person(&self, id: u64) -> Option<ParticipantId> {
        match self.parties.get(&id) {
            Some(Party::Person(person)) => Some(*person),
            _ => None,
        }
    }

    /// What a recipient is.
    pub fn party(&self, id: u64) -> Option<&Party> {
        self.parties.get(&id)
    }

    /// The conversation with a recipient.
    pub fn conversation(&mut self, recipient: u64, batch: &mut Batch) -> ConversationId {
        match self.party(recipient) {
            Some(Party::Person(person)) => {
                let handle = batch
                    .participants
                    .get(person.index())
                    .and_then(|person| person.handles.first())
                    .map(|handle| handle.normalised.clone());
                let key = if self.owner == Some(*person) {
                    "self".to_owned()
                } else {
                    handle.unwrap_or_else(|| format!("recipient {recipient}"))
                };
                let conversation = batch.conversation(&key, ConversationKind::Direct);
                batch.join(conversation, *person);
                conversation
            }
            Some(Party::Group(key, title, members)) => {
                let conversation = batch.conversation(key, ConversationKind::Group);
                if let Some(title) = title {
                    batch.entitle(conversation, title.clone());
                }
                for member in members.clone() {
                    let member = self.by_account(&member, batch);
                    batch.join(conversation, member);
                }
                conversation
            }
            Some(Party::News) => {
                let conversation = batch.conversation("signal", ConversationKind::Group);
                batch.entitle(conversation, "Signal".to_owned());
                conversation
            }
            Some(Party::Other(name)) => {
                let key = format!("recipient {recipient}");
                let conversation = batch.conversation(&key, ConversationKind::Group);
                if let Some(name) = name {
                    batch.entitle(conversation, name.clone());
                }
                conversation
            }
            None => batch.conversation(&format!("recipient {recipient}"), ConversationKind::Direct),
        }
    }

    /// How a person is shown: a name, else an address.
    pub fn shown(person: ParticipantId, batch: &Batch) -> String {
        let Some(person) = batch.participants.get(person.index()) else {
            return String::new();
        };
        let handle = person.handles.first().map(|handle| &handle.raw);
        person.names.first().or(handle).cloned().unwrap_or_default()
    }
}

fn group_party(id: u64, group: &mut Node) -> Party {
    let mut snapshot = group.node("snapshot").unwrap_or_default();
    let title = snapshot
        .node("title")
        .and_then(|mut title| title.text("title"));
    let key = match group.bytes("masterKey") {
        // the key itself opens the group and is not written anywhere
        Some(secret) => {
            let digest = Sha256::digest(secret);
            let start: String = digest.iter().take(8).map(|b| format!("{b:02x}")).collect();
            format!("group {start}")
        }
        None => format!("group {id}"),
    };
    let members = snapshot.nodes("members");
    let members = members
        .into_iter()
        .filter_map(|mut member| member.bytes("userId"))
        .collect();
    Party::Group(key, title, members)
}
