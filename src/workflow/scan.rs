//! The scan: every text of the case goes through the detectors once, with its neighbours in the
//! thread as context. Findings come out in reading order: names and titles, then conversation by
//! conversation.

use crate::{
    detect::{self, KnownValue, Near, Scanner},
    error::Result,
    finding::{Band, Category, Claim, Field, Finding, Target},
    job::{Ctx, Phase, Progress, Step},
    model::{Case, ConversationId, HandleKind, MessageId, ParticipantId},
};
use std::collections::BTreeMap;

/// The running scan.
pub struct ScanJob {
    scanner: Scanner,
    found: Vec<Finding>,
    conversation: usize,
    position: usize,
    names_done: bool,
    messages_done: u64,
    bytes_done: u64,
}

impl ScanJob {
    /// Prepares the detectors with the participants' own names and numbers.
    #[must_use]
    pub fn new(case: &Case) -> Self {
        Self {
            scanner: Scanner::new(&known_values(case)),
            found: Vec::new(),
            conversation: 0,
            position: 0,
            names_done: false,
            messages_done: 0,
            bytes_done: 0,
        }
    }

    /// Works for one budget.
    ///
    /// # Errors
    /// None at present; the signature is that of all jobs.
    pub fn step(&mut self, case: &Case, ctx: &Ctx) -> Result<Step<Vec<Finding>>> {
        let mut budget = ctx.budget();
        if !self.names_done {
            self.scan_names(case);
            self.names_done = true;
        }
        while let Some(conversation) = case.conversations.get(self.conversation) {
            while let Some(&id) = conversation.messages.get(self.position) {
                if budget.spent() {
                    return Ok(Step::Working(self.progress(case)));
                }
                self.scan_message(case, &conversation.messages, id);
                self.position += 1;
                self.messages_done += 1;
            }
            self.conversation += 1;
            self.position = 0;
        }
        settle_countries(&mut self.found);
        Ok(Step::Done(std::mem::take(&mut self.found)))
    }

    fn progress(&self, case: &Case) -> Progress {
        Progress {
            phase: Phase::Scanning,
            done: self.messages_done,
            total: case.messages.len() as u64,
            records: self.messages_done,
        }
    }

    fn scan_message(&mut self, case: &Case, thread: &[MessageId], id: MessageId) {
        let body = |offset: isize| {
            let at = self.position.checked_add_signed(offset)?;
            let neighbour = case.messages.get(thread.get(at)?.index())?;
            Some(&*neighbour.body).filter(|text| !text.is_empty())
        };
        let near = Near {
            before: body(-1),
            after: body(1),
            lang: None,
        };
        for (field, text) in case.fields(id) {
            self.bytes_done += text.len() as u64;
            let near = if field == Field::Body {
                near
            } else {
                Near::default()
            };
            for claim in self.scanner.scan(text, &near) {
                place(&mut self.found, Target::Message(id, field), claim);
            }
        }
    }

    /// Names, numbers and titles are findings in themselves: the person stands in the header of
    /// every message.
    fn scan_names(&mut self, case: &Case) {
        for (n, participant) in case.participants.iter().enumerate() {
            let id = ParticipantId(n as u32);
            for (at, name) in participant.names.iter().enumerate() {
                let target = Target::ParticipantName(id, at as u16);
                self.scan_whole(target, name);
            }
            for (at, handle) in participant.handles.iter().enumerate() {
                let target = Target::ParticipantHandle(id, at as u16);
                self.scan_whole(target, &handle.raw);
            }
        }
        for (n, conversation) in case.conversations.iter().enumerate() {
            if let Some(title) = &conversation.title {
                self.scan_whole(Target::ConversationTitle(ConversationId(n as u32)), title);
            }
        }
    }

    fn scan_whole(&mut self, target: Target, text: &str) {
        for claim in self.scanner.scan(text, &Near::default()) {
            place(&mut self.found, target, claim);
        }
    }
}

fn place(found: &mut Vec<Finding>, target: Target, claim: Claim) {
    if let Some(band) = Band::of_score(claim.score) {
        found.push(Finding {
            target,
            span: claim.span,
            category: claim.category,
            score: claim.score,
            band,
            evidence: claim.evidence,
            key: claim.key.into(),
        });
    }
}

/// The participants' own values. All names of one participant share a key, that of the longest
/// name: "Anders" and "Anders Holmgren" of one contact are one value. Numbers without a country
/// are read as those of the country that most participants' numbers have.
fn known_values(case: &Case) -> Vec<KnownValue> {
    let mut known = Vec::new();
    for participant in &case.participants {
        let longest = participant
            .names
            .iter()
            .max_by_key(|name| (name.split_whitespace().count(), name.chars().count()));
        for name in &participant.names {
            known.push(KnownValue {
                text: name.clone(),
                category: Category::Person,
                key: crate::text::fold_for_match(longest.unwrap_or(name)),
            });
        }
        for handle in &participant.handles {
            let category = match handle.kind {
                HandleKind::Phone => Category::Phone,
                HandleKind::Email => Category::Email,
                HandleKind::Other => continue,
            };
            let key = match category {
                Category::Phone => detect::phone_key(&handle.raw, None),
                _ => None,
            };
            known.push(KnownValue {
                text: handle.raw.clone(),
                category,
                key: key.unwrap_or_else(|| handle.normalised.clone()),
            });
        }
    }
    known
}

/// Calling codes that a number without one is taken for.
const GUESSED: [&str; 4] = ["+45", "+46", "+47", "+358"];

fn within_country(key: &str) -> &str {
    GUESSED
        .iter()
        .find_map(|code| key.strip_prefix(code))
        .unwrap_or(key)
}

/// Gives a number written without its country the key of the same number written with it, where
/// the case has exactly one such: "41 23 45 67" and "+47 412 34 567".
fn settle_countries(found: &mut [Finding]) {
    let certain = |finding: &Finding| {
        let told = |id: &str| id == "country-code" || id == "known-participant";
        finding.evidence.iter().any(|evidence| told(&evidence.id))
    };
    let mut told: BTreeMap<String, Option<String>> = BTreeMap::new();
    let phones = |finding: &&Finding| finding.category == Category::Phone;
    for finding in found.iter().filter(phones).filter(|f| certain(f)) {
        let key = finding.key.to_string();
        let same = told
            .entry(within_country(&key).to_owned())
            .or_insert_with(|| Some(key.clone()));
        if same.as_ref().is_some_and(|other| *other != key) {
            *same = None;
        }
    }
    for finding in found {
        if finding.category == Category::Phone
            && !certain(finding)
            && let Some(Some(key)) = told.get(within_country(&finding.key))
        {
            finding.key = key.as_str().into();
        }
    }
}
