//! The scan: every text of the case goes through the detectors once, with its neighbours in the
//! thread as context, and a second time for what was found elsewhere ([`crate::detect::Memory`]).
//! Findings come out in reading order: names and titles, then conversation by conversation. They
//! depend neither on how the work is cut into steps nor on which conversations are searched first.

use crate::{
    detect::{self, KnownValue, Memory, Near, Recall, Scanner, Settings},
    error::Result,
    finding::{Band, Category, Claim, Evidence, Field, Finding, Target},
    job::{Budget, Ctx, Phase, Progress, Step},
    model::{Case, ConversationId, HandleKind, MessageId, ParticipantId, SourceId},
    text::ByteSpan,
};
use std::collections::BTreeMap;

/// Bytes of a message that may be part of a number typed over several messages.
const SPLIT_BYTES: usize = 400;
/// Messages that one number may be typed over.
const SPLIT_MESSAGES: usize = 4;
/// What a number over several messages scores at most.
const SPLIT_SCORE: f32 = 0.88;

/// What an address that stands for a participant's name scores.
const ADDRESS_SCORE: f32 = 0.92;

/// What the scan is busy with.
enum Pass {
    /// Names, numbers and titles of participants and conversations.
    Names,
    /// Every message.
    Messages,
    /// What was found is noted for the second pass, this far.
    Noting(Box<Memory>, usize),
    /// Everything again, for what was found elsewhere.
    Memory(Box<Recalling>),
    /// Everything is found.
    Over,
}

/// The second pass.
struct Recalling {
    recall: Recall,
    /// Findings of the first pass, in order.
    rest: std::vec::IntoIter<Finding>,
}

/// Is told the source and the record that are searched next: what a stopped engine is blamed on.
pub type Watcher = Box<dyn Fn(SourceId, u32)>;

/// What a finished conversation held before the second pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The conversation.
    pub conversation: ConversationId,
    /// Likely findings, of band A and B, by category.
    pub places: BTreeMap<Category, u32>,
}

/// The running scan.
pub struct ScanJob {
    watcher: Option<Watcher>,
    scanner: Scanner,
    /// Those of the conversation at hand; of the second pass, all.
    found: Vec<Finding>,
    /// Those of names and titles.
    named: Vec<Finding>,
    /// Conversations in the order in which they are searched.
    order: Vec<usize>,
    /// Conversations whose first pass is over, with their findings.
    finished: Vec<(usize, Vec<Finding>)>,
    so_far: Vec<Finished>,
    pass: Pass,
    conversation: usize,
    position: usize,
    language: Option<&'static str>,
    messages_done: u64,
}

impl ScanJob {
    /// Prepares the detectors with the participants' own names and numbers.
    #[must_use]
    pub fn new(case: &Case) -> Self {
        Self::with_settings(case, Settings::default())
    }

    /// The same with a preset, categories that are left out, and an authority's profile.
    #[must_use]
    pub fn with_settings(case: &Case, settings: Settings) -> Self {
        Self {
            watcher: None,
            scanner: Scanner::with_settings(&known_values(case), settings),
            found: Vec::new(),
            named: Vec::new(),
            order: (0..case.conversations.len()).collect(),
            finished: Vec::new(),
            so_far: Vec::new(),
            pass: Pass::Names,
            conversation: 0,
            position: 0,
            language: None,
            messages_done: 0,
        }
    }

    /// Tells of every record before it is searched.
    #[must_use]
    pub fn watched(mut self, watcher: Watcher) -> Self {
        self.watcher = Some(watcher);
        self
    }

    /// Searches these conversations before the others. The findings and their order are the same.
    #[must_use]
    pub fn first(mut self, conversations: &[ConversationId]) -> Self {
        let all = self.order.len();
        let wanted = conversations.iter().map(|id| id.index());
        let mut placed = vec![false; all];
        let mut order: Vec<usize> = Vec::with_capacity(all);
        for at in wanted.chain(0..all) {
            if let Some(placed) = placed.get_mut(at)
                && !std::mem::replace(placed, true)
            {
                order.push(at);
            }
        }
        self.order = order;
        self
    }

    /// The conversations that are searched already, in the order of the search. The second pass may
    /// add to them.
    #[must_use]
    pub fn so_far(&self) -> &[Finished] {
        &self.so_far
    }

    /// Likely findings, of band A and B, in the messages of a conversation that is searched already,
    /// in reading order; nothing of one that is not.
    pub fn found_in<'a>(
        &'a self,
        case: &'a Case,
        conversation: ConversationId,
    ) -> impl Iterator<Item = &'a Finding> {
        let done = self
            .finished
            .iter()
            .find(|(at, _)| *at == conversation.index());
        let first: &[Finding] = done.map_or(&[], |(_, findings)| findings);
        // The second pass holds all conversations in one list.
        let (again, rest): (&[Finding], &[Finding]) = match &self.pass {
            Pass::Memory(recalling) => (&self.found, recalling.rest.as_slice()),
            Pass::Noting(..) | Pass::Over => (&self.found, &[]),
            _ => (&[], &[]),
        };
        let within = move |finding: &&Finding| match finding.target {
            Target::Message(id, _) => case
                .messages
                .get(id.index())
                .is_some_and(|message| message.conversation == conversation),
            _ => false,
        };
        first
            .iter()
            .chain(again)
            .chain(rest)
            .filter(|finding| finding.band != Band::C)
            .filter(within)
    }

    /// Works for one budget.
    ///
    /// # Errors
    /// None at present; the signature is that of all jobs.
    pub fn step(&mut self, case: &Case, ctx: &Ctx) -> Result<Step<Vec<Finding>>> {
        let mut budget = ctx.budget();
        loop {
            let over = match self.pass {
                Pass::Names => {
                    for (target, text) in names(case) {
                        if matches!(target, Target::ParticipantName(..)) && is_address(text) {
                            place(&mut self.found, target, whole(text));
                            continue;
                        }
                        for claim in self.scanner.scan(text, &Near::default()) {
                            place(&mut self.found, target, claim);
                        }
                    }
                    true
                }
                Pass::Messages => self.messages(case, &mut budget),
                Pass::Noting(..) => self.note(case, &mut budget),
                Pass::Memory(_) => self.recall(case, &mut budget),
                Pass::Over => return Ok(Step::Done(std::mem::take(&mut self.found))),
            };
            if !over {
                return Ok(Step::Working(self.progress(case)));
            }
            self.conversation = 0;
            self.position = 0;
            self.messages_done = 0;
            self.pass = match &mut self.pass {
                Pass::Names => {
                    self.named = std::mem::take(&mut self.found);
                    Pass::Messages
                }
                Pass::Messages => {
                    self.gather();
                    Pass::Noting(Box::default(), 0)
                }
                Pass::Noting(memory, _) => {
                    let memory = std::mem::take(memory);
                    self.remember(*memory, case).unwrap_or(Pass::Over)
                }
                Pass::Memory(recalling) => {
                    self.found.extend(&mut recalling.rest);
                    Pass::Over
                }
                Pass::Over => Pass::Over,
            };
            if matches!(self.pass, Pass::Over) {
                settle_countries(&mut self.found);
                // What the caller does with them takes a step of its own.
                return Ok(Step::Working(self.progress(case)));
            }
        }
    }

    fn progress(&self, case: &Case) -> Progress {
        // the second pass is much faster than the first
        let messages = case.messages.len() as u64;
        let done = match self.pass {
            Pass::Names => 0,
            Pass::Messages => self.messages_done * 9,
            Pass::Noting(..) => messages * 9,
            Pass::Memory(_) => messages * 9 + self.messages_done,
            Pass::Over => messages * 10,
        };
        Progress {
            phase: Phase::Scanning,
            done,
            total: messages * 10,
            records: match self.pass {
                Pass::Noting(..) | Pass::Memory(_) | Pass::Over => messages,
                _ => self.messages_done,
            },
        }
    }

    /// True when all messages are done.
    fn messages(&mut self, case: &Case, budget: &mut Budget<'_>) -> bool {
        while let Some(at) = self.order.get(self.conversation).copied()
            && let Some(conversation) = case.conversations.get(at)
        {
            while let Some(&id) = conversation.messages.get(self.position) {
                tell(self.watcher.as_ref(), case, id);
                if budget.spent() {
                    return false;
                }
                if self.position == 0 {
                    let bodies = conversation.messages.iter();
                    let bodies = bodies.filter_map(|id| body_of(case, *id));
                    self.language = detect::thread_language(bodies);
                }
                self.scan_message(case, &conversation.messages, id);
                self.scan_split(case, &conversation.messages);
                self.position += 1;
                self.messages_done += 1;
            }
            self.protect();
            self.finish(at);
            self.conversation += 1;
            self.position = 0;
        }
        true
    }

    fn scan_message(&mut self, case: &Case, thread: &[MessageId], id: MessageId) {
        let body = |offset: isize| {
            let at = self.position.checked_add_signed(offset)?;
            body_of(case, *thread.get(at)?).filter(|text| !text.is_empty())
        };
        let near = Near {
            before: body(-1),
            after: body(1),
            earlier: [body(-2), body(-3)],
            lang: None,
            thread: self.language,
        };
        let alone = Near {
            thread: self.language,
            ..Near::default()
        };
        for (field, text) in case.fields(id) {
            let near = if field == Field::Body { &near } else { &alone };
            for claim in self.scanner.scan(text, near) {
                place(&mut self.found, Target::Message(id, field), claim);
            }
        }
    }

    /// A number that one person typed over consecutive messages: they are read as one text, and
    /// what crosses a border is placed in each message that it touches.
    fn scan_split(&mut self, case: &Case, thread: &[MessageId]) {
        let at = self.position;
        let goes_on = |first: usize| joins(case, thread, first);
        if at == 0 || goes_on(at) || !goes_on(at - 1) {
            return;
        }
        let mut first = at - 1;
        while first > 0 && at - first + 1 < SPLIT_MESSAGES && goes_on(first - 1) {
            first -= 1;
        }
        let mut text = String::new();
        let mut parts = Vec::new();
        for id in thread.get(first..=at).unwrap_or_default() {
            let body = body_of(case, *id).unwrap_or_default();
            // "-1234" goes on without a break
            if !text.is_empty() && !body.starts_with(['-', '–', '/', '.']) {
                text.push('\n');
            }
            let start = text.len() as u32;
            text.push_str(body);
            parts.push((*id, ByteSpan::new(start, text.len() as u32)));
        }
        let before = |back: usize| body_of(case, *thread.get(first.checked_sub(back)?)?);
        let near = Near {
            before: before(1),
            after: thread.get(at + 1).and_then(|id| body_of(case, *id)),
            earlier: [before(2), before(3)],
            lang: None,
            thread: self.language,
        };
        let mut pieces: Vec<(MessageId, Claim)> = Vec::new();
        for claim in self.scanner.scan(&text, &near) {
            let touched: Vec<&(MessageId, ByteSpan)> = parts
                .iter()
                .filter(|(_, part)| part.overlaps(claim.span))
                .collect();
            if touched.len() < 2 || claim.category.is_clause() {
                continue;
            }
            for (id, part) in touched {
                let start = claim.span.start.max(part.start) - part.start;
                let end = claim.span.end.min(part.end) - part.start;
                let mut piece = claim.clone();
                piece.span = ByteSpan::new(start, end);
                piece.score = piece.score.min(SPLIT_SCORE);
                piece.evidence.push(Evidence::plain("split-messages"));
                pieces.push((*id, piece));
            }
        }
        if !pieces.is_empty() {
            let ids: Vec<MessageId> = parts.into_iter().map(|(id, _)| id).collect();
            self.place_pieces(case, &ids, pieces);
        }
    }

    /// Places parts of numbers in messages that were scanned already, the last ones in order.
    fn place_pieces(&mut self, case: &Case, ids: &[MessageId], pieces: Vec<(MessageId, Claim)>) {
        let among = |finding: &Finding| matches!(finding.target, Target::Message(id, _) if ids.contains(&id));
        let first = self.found.iter().rev().take_while(|f| among(f)).count();
        let old = self.found.split_off(self.found.len() - first);
        for id in ids {
            for (field, _) in case.fields(*id) {
                let target = Target::Message(*id, field);
                let mut here: Vec<Finding> = old
                    .iter()
                    .filter(|finding| finding.target == target)
                    .cloned()
                    .collect();
                for (_, piece) in pieces
                    .iter()
                    .filter(|(of, _)| field == Field::Body && of == id)
                {
                    let rival = |finding: &Finding| {
                        finding.span.overlaps(piece.span) && !finding.category.is_clause()
                    };
                    if !here.iter().any(|f| rival(f) && f.score >= piece.score) {
                        here.retain(|finding| !rival(finding));
                        place(&mut here, target, piece.clone());
                    }
                }
                here.sort_by_key(|finding| (finding.span.start, finding.span.end));
                self.found.append(&mut here);
            }
        }
    }

    /// A protected identity in the thread raises what tells where its people are.
    fn protect(&mut self) {
        if self
            .found
            .iter()
            .any(|finding| detect::protects(finding.category, finding.score))
        {
            for finding in &mut self.found {
                detect::raise(finding.category, &mut finding.score, &mut finding.evidence);
                if let Some(band) = Band::of_score(finding.score) {
                    finding.band = band;
                }
            }
        }
    }

    /// Puts the findings of a conversation away.
    fn finish(&mut self, at: usize) {
        let mut places = BTreeMap::new();
        for finding in self.found.iter().filter(|found| found.band != Band::C) {
            *places.entry(finding.category).or_insert(0) += 1;
        }
        self.so_far.push(Finished {
            conversation: ConversationId(at as u32),
            places,
        });
        self.finished.push((at, std::mem::take(&mut self.found)));
    }

    /// All findings of the first pass in the order of the case.
    fn gather(&mut self) {
        self.finished.sort_by_key(|(at, _)| *at);
        self.found = std::mem::take(&mut self.named);
        for (_, findings) in std::mem::take(&mut self.finished) {
            self.found.extend(findings);
        }
    }

    /// True when every finding of the first pass is noted.
    fn note(&mut self, case: &Case, budget: &mut Budget<'_>) -> bool {
        let Pass::Noting(memory, next) = &mut self.pass else {
            return true;
        };
        for finding in self.found.iter().skip(*next) {
            *next += 1;
            if let Some(written) = case
                .text(finding.target)
                .and_then(|text| finding.span.of(text))
            {
                let evidence = &finding.evidence;
                memory.note_value(
                    finding.category,
                    finding.score,
                    &finding.key,
                    evidence,
                    written,
                );
            }
            if budget.spent() {
                return false;
            }
        }
        true
    }

    /// Prepares the second pass; `None` where nothing was learnt.
    fn remember(&mut self, memory: Memory, case: &Case) -> Option<Pass> {
        let recall = memory.recall();
        if recall.is_empty() {
            return None;
        }
        let rest = std::mem::take(&mut self.found).into_iter();
        let mut recalling = Recalling { recall, rest };
        for (target, text) in names(case) {
            recalling.add(&mut self.found, target, text);
        }
        Some(Pass::Memory(Box::new(recalling)))
    }

    /// True when all messages are done a second time.
    fn recall(&mut self, case: &Case, budget: &mut Budget<'_>) -> bool {
        let Pass::Memory(recalling) = &mut self.pass else {
            return true;
        };
        while let Some(conversation) = case.conversations.get(self.conversation) {
            while let Some(&id) = conversation.messages.get(self.position) {
                tell(self.watcher.as_ref(), case, id);
                if budget.spent() {
                    return false;
                }
                for (field, text) in case.fields(id) {
                    recalling.add(&mut self.found, Target::Message(id, field), text);
                }
                self.position += 1;
                self.messages_done += 1;
            }
            self.conversation += 1;
            self.position = 0;
        }
        true
    }
}

fn tell(watcher: Option<&Watcher>, case: &Case, id: MessageId) {
    if let (Some(watcher), Some(message)) = (watcher, case.messages.get(id.index())) {
        watcher(message.source, message.record);
    }
}

impl Recalling {
    /// The findings of one text, with what memory adds.
    fn add(&mut self, found: &mut Vec<Finding>, target: Target, text: &str) {
        let mut claims = Vec::new();
        let of_text = |rest: &std::vec::IntoIter<Finding>| {
            let next = rest.as_slice().first();
            next.is_some_and(|finding| finding.target == target)
        };
        while of_text(&self.rest)
            && let Some(finding) = self.rest.next()
        {
            claims.push(Claim {
                span: finding.span,
                category: finding.category,
                score: finding.score,
                evidence: finding.evidence,
                key: finding.key.into(),
            });
        }
        for claim in self.recall.add(text, claims) {
            place(found, target, claim);
        }
    }
}

/// Names, numbers and titles are findings in themselves: the person stands in the header of every
/// message.
fn names(case: &Case) -> impl Iterator<Item = (Target, &str)> {
    let people = case.participants.iter().enumerate();
    let people = people.flat_map(|(n, participant)| {
        let id = ParticipantId(n as u32);
        let names = participant.names.iter().enumerate();
        let names =
            names.map(move |(at, name)| (Target::ParticipantName(id, at as u16), name.as_str()));
        let handles = participant.handles.iter().enumerate();
        names.chain(handles.map(move |(at, handle)| {
            let target = Target::ParticipantHandle(id, at as u16);
            (target, handle.raw.as_str())
        }))
    });
    let titles = case.conversations.iter().enumerate();
    people.chain(titles.filter_map(|(n, conversation)| {
        let target = Target::ConversationTitle(ConversationId(n as u32));
        Some((target, conversation.title.as_deref()?))
    }))
}

fn body_of(case: &Case, id: MessageId) -> Option<&str> {
    Some(&*case.messages.get(id.index())?.body)
}

/// True where the message after `first` goes on with the digits that `first` ends with: same
/// sender, both short.
fn joins(case: &Case, thread: &[MessageId], first: usize) -> bool {
    let pair = (thread.get(first), thread.get(first + 1));
    let (Some(one), Some(other)) = pair else {
        return false;
    };
    let message = |id: &MessageId| case.messages.get(id.index());
    let (Some(one), Some(other)) = (message(one), message(other)) else {
        return false;
    };
    let sign = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '.' | '/' | '…');
    one.sender == other.sender
        && one.body.len() <= SPLIT_BYTES
        && other.body.len() <= SPLIT_BYTES
        && one
            .body
            .trim_end_matches(sign)
            .ends_with(|c: char| c.is_ascii_digit())
        && other
            .body
            .trim_start_matches(sign)
            .starts_with(|c: char| c.is_ascii_digit())
}

/// An address that stands where a name is not known (`x.com/i/user/1`). Its words are nobody's
/// name: they stand in every link.
fn is_address(name: &str) -> bool {
    let host = name.split_once('/').map_or("", |(host, _)| host);
    host.contains('.') && !name.contains(char::is_whitespace)
}

/// Such an address as one value.
fn whole(name: &str) -> Claim {
    Claim {
        span: ByteSpan::new(0, name.len() as u32),
        category: Category::SocialHandle,
        score: ADDRESS_SCORE,
        evidence: vec![Evidence::plain("known-participant")],
        key: crate::text::fold_for_match(name),
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
        for name in participant.names.iter().filter(|name| !is_address(name)) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_no_name() {
        assert!(is_address("x.com/i/user/2200000003"));
        for name in [
            "Åsa Öberg",
            "Nordlys A/S",
            "c/o Holm",
            "A.B. Lund/Ek AS",
            "Ida/Bo",
        ] {
            assert!(!is_address(name), "{name}");
        }
    }
}
