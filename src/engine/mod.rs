//! The page's engine: protocol requests over one [`Workspace`]. Plain Rust, so that the same
//! behaviour is tested natively; `web` only translates values.

mod clock_text;
mod gate;
mod grouping;
mod jobs;
mod people;
mod queries;
mod search;
mod sizes;
mod so_far;
mod sources;
mod thumbnail;
mod views;

pub use jobs::{CryptoView, StepOut, streamed};

use crate::{
    detect::{Preset, Profile, SearchChoice},
    error::{Code, Error, Result},
    finding::{Category, FindingId},
    job::Ctx,
    locales::{Lang, Texts, error_text},
    model::{ParticipantId, SourceId},
    protocol::{
        Ack, Decided, ErrorView, Overview, Request, ReviewCounts, SearchView, SourceAnswers,
        ToolView,
    },
    review::{Coverage, Event, SourceAnswers as LoggedAnswers},
    store::{ReadSeek, Store},
    time::Zone,
    workflow::{Position, Snapshot, Workspace},
};
use jobs::Running;
use serde::Serialize;
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};
use views::Scene;

/// Commands whose keys can be changed, at most, and bytes of the name of one of them or of a key.
const KEY_COMMANDS: usize = 32;
const KEY_NAME: usize = 32;

/// Files that a person gave, by handle.
pub trait Files {
    /// Opens a file from its start.
    ///
    /// # Errors
    /// [`Code::Io`] when it cannot be read any more.
    fn open(&self, file: u32) -> Result<Box<dyn ReadSeek>>;
    /// Its name, behind the folders that were given with it.
    fn path(&self, file: u32) -> String;
    /// Bytes.
    fn size(&self, file: u32) -> u64;
    /// What follows is work on this file (`None`: on none that was given), in case it stops the
    /// engine.
    fn note(&self, _file: Option<u32>) {}
}

/// Where the bytes of a file are.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Origin {
    /// A file that was given.
    File(u32),
    /// Unpacked from a bundle into the store.
    Stored(String),
    /// Still inside an opened bundle.
    Inside(crate::seal::Window),
    /// Only listed: a file of a phone's backup that did not go into the bundle.
    Listed,
}

/// A file of a source as the engine keeps it.
#[derive(Clone, Debug)]
struct HeldFile {
    path: String,
    size: u64,
    origin: Origin,
}

/// A source as the engine keeps it.
#[derive(Clone, Debug)]
struct Held {
    files: Vec<HeldFile>,
    name: String,
    answers: SourceAnswers,
    poisoned: Vec<u32>,
}

impl Held {
    fn new(name: String, files: Vec<HeldFile>) -> Self {
        Self {
            files,
            name,
            answers: SourceAnswers::default(),
            poisoned: Vec::new(),
        }
    }

    fn holds(&self, file: u32) -> bool {
        let origin = Origin::File(file);
        self.files.iter().any(|held| held.origin == origin)
    }

    fn take_answers(&mut self, logged: LoggedAnswers) {
        self.answers.format = logged.format;
        self.answers.zone = logged.zone;
        self.answers.owners = logged.owners;
        self.answers.date_order = logged.date_order;
        self.answers.mapping = logged.mapping;
        self.poisoned = logged.poisoned;
    }
}

/// An answer, as the page gets it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Reply {
    /// [`Ack`].
    Ack(Ack),
    /// [`ToolView`].
    Tool(ToolView),
    /// [`Overview`].
    Overview(Box<Overview>),
    /// List of conversations.
    Conversations(Vec<crate::protocol::ConversationRow>),
    /// Findings of a search that runs.
    FoundSoFar(crate::protocol::FoundSoFar),
    /// Findings of one of its conversations.
    FoundPlaces(crate::protocol::FoundPlaces),
    /// Sizes of a thread.
    ThreadIndex(crate::protocol::ThreadIndex),
    /// Window of a thread.
    Thread(Vec<crate::protocol::MessageView>),
    /// Window as released.
    Preview(Vec<Option<String>>),
    /// Hits.
    Search(crate::protocol::SearchResult),
    /// Place of a message.
    Place(Option<crate::protocol::Place>),
    /// Values.
    Values(crate::protocol::ValuePage),
    /// One finding.
    Card(Box<Option<crate::protocol::Card>>),
    /// What changed.
    Decided(Decided),
    /// Scope.
    Scope(crate::protocol::ScopeView),
    /// Reasons.
    Bases(Vec<crate::protocol::BasisView>),
    /// Small picture.
    Picture(Option<crate::protocol::Picture>),
    /// Passphrase.
    Passphrase(crate::protocol::PassphraseView),
    /// Certificate.
    Certificate(crate::protocol::CertificateView),
    /// Ciphertext.
    Bytes(Option<Bytes>),
    /// How complete the material is.
    Coverage(crate::protocol::CoverageView),
    /// People.
    People(Box<crate::protocol::PeoplePage>),
    /// Account register.
    Register(crate::protocol::RegisterView),
    /// Text.
    Text(String),
}

/// Bytes that become a `Uint8Array`.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Bytes(
    /// The bytes.
    #[cfg_attr(target_arch = "wasm32", serde(with = "serde_bytes"))]
    pub Vec<u8>,
);

/// One case behind the page.
pub struct Engine {
    ctx: Ctx,
    files: Rc<dyn Files>,
    store: Rc<dyn Store>,
    workspace: Workspace,
    held: Vec<Held>,
    texts: Texts,
    offload: bool,
    position: Position,
    /// Records at which the engine stopped twice, by file.
    poisoned: Vec<(u32, u32)>,
    running: Option<Running>,
    /// Findings of bands A and B in reading order, for "next".
    reading: Vec<FindingId>,
    /// The plan of the release for the present state of the log.
    planned: RefCell<Option<gate::Planned>>,
    /// The search that was asked for last.
    searching: Option<search::Searching>,
    /// What the load screen says of each source.
    facts: RefCell<Option<Rc<[sources::Facts]>>>,
    envelope: Option<crate::seal::Envelope>,
    /// Keys that a person changed; the page knows what they mean.
    keys: BTreeMap<String, String>,
    /// Lines of the log at the last journal and the last saved file.
    journalled: Option<usize>,
    saved: usize,
    released: Option<crate::workflow::release::ReleaseReport>,
    tool_sha256: Option<String>,
    opened: Option<crate::workflow::OpenedBundle>,
}

impl Engine {
    /// An empty case. `position` is shared with the panic hook; `tool_sha256` is the hash of the
    /// page's own file, for the receipt.
    #[must_use]
    pub fn new(
        ctx: Ctx,
        files: Rc<dyn Files>,
        store: Rc<dyn Store>,
        position: Position,
        tool_sha256: Option<String>,
    ) -> Self {
        Self {
            ctx,
            files,
            store,
            workspace: Workspace::default(),
            held: Vec::new(),
            texts: Texts::new(Lang::En),
            offload: false,
            position,
            poisoned: Vec::new(),
            running: None,
            reading: Vec::new(),
            planned: RefCell::new(None),
            searching: None,
            facts: RefCell::new(None),
            envelope: None,
            keys: BTreeMap::new(),
            journalled: None,
            saved: 0,
            released: None,
            tool_sha256,
            opened: None,
        }
    }

    /// Takes another clock and other randomness. Only for tests: page and command give the same
    /// bytes when both begin a job with the same context.
    pub fn set_ctx(&mut self, ctx: Ctx) {
        self.ctx = ctx;
    }

    /// An error as the page shows it.
    #[must_use]
    pub fn error_view(&self, error: &Error) -> ErrorView {
        let (message, advice) = error_text(self.texts.lang(), error);
        let at = error.location();
        let mut place: Vec<String> = at.file.iter().chain(&at.member).cloned().collect();
        if let Some(record) = at.record {
            place.push(format!("#{record}"));
        }
        if let Some(byte) = at.byte {
            place.push(format!("@{byte}"));
        }
        ErrorView {
            code: error.code().id().to_owned(),
            message,
            advice,
            args: error
                .args()
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
            place: (!place.is_empty()).then(|| place.join(" · ")),
        }
    }

    /// Answers a request.
    ///
    /// # Errors
    /// As the request says; [`Code::BadRequest`] when it does not fit the state.
    pub fn call(&mut self, request: Request) -> Result<Reply> {
        match request {
            Request::Configure { lang, offload } => {
                self.texts = Texts::new(Lang::from_tag(&lang).unwrap_or(Lang::En));
                self.offload = offload;
                self.forget_plan();
                Ok(Reply::Tool(ToolView {
                    version: crate::workflow::receipt::VERSION.to_owned(),
                    sha256: self.tool_sha256.clone(),
                }))
            }
            Request::Answer { source, answers } => self.answer(source, answers),
            Request::RemoveSource { source } => {
                if source.index() >= self.held.len() {
                    return Err(Error::new(Code::UnknownTarget));
                }
                self.held.remove(source.index());
                Ok(Reply::Ack(Ack { ok: true }))
            }
            Request::SplitSource { source } => self.split_source(source),
            Request::JoinSources { sources } => self.join_sources(&sources),
            Request::SetScope {
                excluded,
                people,
                from,
                to,
                zone,
            } => self.set_scope(&excluded, people, from, to, zone),
            Request::SamePerson { one, other, same } => self.same_person(one, other, same),
            Request::SameAccount { one, other, same } => self.same_account(one, other, same),
            Request::SetOwn { participant, own } => self.set_own(participant, own),
            Request::SetCapacity { about, capacity } => self.set_capacity(about, capacity),
            Request::SetAccount { id, entry } => self.set_account(id, entry),
            Request::Decide {
                scope,
                action,
                basis,
                note,
            } => self.decide(&scope, action, basis, note),
            Request::Mark {
                target,
                span,
                basis,
            } => self.mark(target, span, basis),
            Request::AcceptSuggestions => {
                let policy = self.workspace.policy();
                self.record(Event::ApplyPolicy { policy }, None)
            }
            Request::AcceptTwins => self.accept_twins(),
            Request::RedactOccurrence {
                place,
                category,
                key,
            } => self.redact_occurrence(&place, category, &key),
            Request::KeepOccurrence {
                place,
                category,
                key,
                reason,
            } => self.keep_occurrence(place, category, key, &reason),
            Request::Undo => self.record(Event::Undo, None),
            Request::Redo => self.record(Event::Redo, None),
            Request::SetKeys { keys } => self.set_keys(keys),
            Request::SetSearch { preset, off } => self.set_search(preset, off),
            Request::SetProfile { profile } => self.set_profile(profile),
            Request::Snapshot => {
                let snapshot = serde_json::to_string(&self.snapshot())
                    .map_err(|_| Error::new(Code::BadRequest))?;
                Ok(Reply::Text(snapshot))
            }
            Request::RestoreSnapshot { snapshot, poisoned } => self.restore(&snapshot, poisoned),
            Request::Journal => self.journal(),
            Request::GeneratePassphrase => Ok(Reply::Passphrase(self.generate_passphrase())),
            Request::Search {
                query,
                conversation,
                capacity,
                limit,
            } => self.search(&query, conversation, capacity, limit),
            query => self.query(query),
        }
    }

    fn scene<T>(&self, draw: impl FnOnce(&Scene<'_>) -> T) -> Result<T> {
        let coverage = self.workspace.coverage()?;
        let zone = self.zone()?;
        Ok(draw(&Scene {
            workspace: &self.workspace,
            coverage: &coverage,
            zone: &zone,
            texts: &self.texts,
        }))
    }

    /// Zone of shown times: the chosen one, else that of the language's country.
    fn zone(&self) -> Result<Zone> {
        Zone::named(&self.zone_name())
    }

    fn zone_name(&self) -> String {
        self.workspace
            .decisions
            .review
            .scope()
            .zone
            .unwrap_or_else(|| self.texts.lang().home_zone().to_owned())
    }

    fn overview(&self) -> Result<Overview> {
        let facts = self.facts();
        self.scene(|scene| {
            let case = &self.workspace.case;
            let review = &self.workspace.decisions.review;
            Overview {
                sources: case
                    .sources
                    .iter()
                    .enumerate()
                    .map(|(at, source)| {
                        let none = SourceAnswers::default();
                        let answers = self.held.get(at).map_or(&none, |held| &held.answers);
                        let id = SourceId(at as u32);
                        let facts = facts.get(at).copied().unwrap_or_default();
                        let lang = self.texts.lang();
                        sources::source_view(id, source, facts, answers, scene.zone, lang)
                    })
                    .collect(),
                messages: (case.messages.len() - case.merged.twin_count()) as u32,
                conversations: case
                    .conversations
                    .iter()
                    .filter(|conversation| conversation.joined_into.is_none())
                    .count() as u32,
                participants: case.merged.people.len() as u32,
                scanned: self.workspace.scanned,
                review: scene.counts(),
                searched: crate::workflow::searched(&review.search().off)
                    .map(str::to_owned)
                    .collect(),
                not_searched: crate::workflow::receipt::NOT_SEARCHED
                    .iter()
                    .map(|id| (*id).to_owned())
                    .collect(),
                left_out: scene.coverage.outside(case) as u32,
                unsaved: self.workspace.decisions.log.lines().len() > self.saved,
                can_undo: review.can_undo(),
                can_redo: review.can_redo(),
                keys: self.keys.clone(),
                search: Box::new(search_view(self.workspace.decisions.review.search())),
                formats: crate::import::IMPORTERS
                    .iter()
                    .map(|i| i.id().to_owned())
                    .collect(),
                capacities: review.capacities(case).counts(case),
                likely: (case.merged.likely_people.len() + case.merged.likely_accounts.len())
                    as u32,
            }
        })
    }

    /// Counted once per case, not with every overview.
    fn facts(&self) -> Rc<[sources::Facts]> {
        let mut facts = self.facts.borrow_mut();
        Rc::clone(facts.get_or_insert_with(|| sources::facts(&self.workspace.case).into()))
    }

    fn answer(&mut self, source: SourceId, answers: SourceAnswers) -> Result<Reply> {
        let unknown = || Error::new(Code::UnknownTarget);
        let sha256 = self
            .workspace
            .case
            .sources
            .get(source.index())
            .map(|source| source.digests.sha256.clone())
            .ok_or_else(unknown)?;
        let held = self.held.get_mut(source.index()).ok_or_else(unknown)?;
        let password = held.answers.password.take();
        held.answers = answers;
        // the page does not get it back, so that other answers come without it
        held.answers.password = held.answers.password.take().or(password);
        let event = Event::Answers(LoggedAnswers {
            source: sha256,
            format: held.answers.format.clone(),
            zone: held.answers.zone.clone(),
            owners: held.answers.owners.clone(),
            date_order: held.answers.date_order.clone(),
            mapping: held.answers.mapping.clone(),
            poisoned: held.poisoned.clone(),
        });
        let now = self.ctx.clock.now_utc_ms();
        self.workspace.record(event, now)?;
        Ok(Reply::Ack(Ack { ok: true }))
    }

    fn set_scope(
        &mut self,
        excluded: &[crate::model::ConversationId],
        people: Option<Vec<ParticipantId>>,
        from: Option<String>,
        to: Option<String>,
        zone: String,
    ) -> Result<Reply> {
        let places = self.workspace.decisions.review.places();
        // The name of one that was taken in stands for the one that took it in.
        let is_shown = |id: &crate::model::ConversationId| {
            let conversation = self.workspace.case.conversations.get(id.index());
            conversation.is_some_and(|one| one.joined_into.is_none())
        };
        let conversations = if excluded.is_empty() {
            None
        } else {
            Some(
                (0..self.workspace.case.conversations.len() as u32)
                    .map(crate::model::ConversationId)
                    .filter(|id| !excluded.contains(id) && is_shown(id))
                    .filter_map(|id| places.conversation_name(id).map(str::to_owned))
                    .collect(),
            )
        };
        let people = people.map(|people| {
            let names = people.iter().filter_map(|id| places.participant_name(*id));
            names.map(str::to_owned).collect()
        });
        let scope = crate::review::CaseScope {
            people,
            conversations,
            from,
            to,
            zone: Some(zone),
        };
        // A day or zone that cannot be read is refused before it enters the log.
        Coverage::new(&scope, places)?;
        if scope != self.workspace.decisions.review.scope() {
            let now = self.ctx.clock.now_utc_ms();
            self.workspace.record(Event::Coverage { scope }, now)?;
        }
        self.query(Request::Scope)
    }

    fn record(&mut self, event: Event, message: Option<crate::model::MessageId>) -> Result<Reply> {
        let before = self.scene(|scene| scene.counts())?;
        let now = self.ctx.clock.now_utc_ms();
        let joins = self.workspace.joins_anew(&event);
        self.workspace.record(event, now)?;
        self.released = None;
        if joins {
            self.forget_work();
            self.order_findings();
        }
        let review = self.scene(|scene| scene.counts())?;
        Ok(Reply::Decided(Decided {
            changed: changed(before, review),
            review,
            can_undo: self.workspace.decisions.review.can_undo(),
            can_redo: self.workspace.decisions.review.can_redo(),
            message,
            scanned: self.workspace.scanned,
        }))
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot {
            keys: self.keys.clone(),
            ..self.workspace.snapshot()
        }
    }

    fn set_keys(&mut self, keys: BTreeMap<String, String>) -> Result<Reply> {
        let long = |(command, key): (&String, &String)| command.len().max(key.len()) > KEY_NAME;
        if keys.len() > KEY_COMMANDS || keys.iter().any(long) {
            return Err(Error::new(Code::BadRequest).with("keys", "too-many"));
        }
        self.keys = keys;
        self.journalled = None;
        Ok(Reply::Ack(Ack { ok: true }))
    }

    fn set_search(&mut self, preset: Preset, off: Vec<Category>) -> Result<Reply> {
        let off = off.into_iter().collect();
        let profile = self.workspace.decisions.review.search().profile.clone();
        self.search_changed(SearchChoice {
            preset,
            off,
            profile,
        })
    }

    fn set_profile(&mut self, profile: Option<String>) -> Result<Reply> {
        let search = match profile {
            Some(text) => Profile::choose(text)?,
            None => SearchChoice {
                profile: None,
                ..self.workspace.decisions.review.search().clone()
            },
        };
        self.search_changed(search)
    }

    /// Findings of another search no longer fit; decisions stay in the log.
    fn search_changed(&mut self, search: SearchChoice) -> Result<Reply> {
        let now = self.ctx.clock.now_utc_ms();
        if self.workspace.choose_search(search, now)? {
            self.forget_plan();
            self.workspace.case_changed()?;
        }
        Ok(Reply::Ack(Ack { ok: true }))
    }

    fn restore(&mut self, snapshot: &str, poisoned: Vec<(u32, u32)>) -> Result<Reply> {
        self.poisoned = poisoned;
        if snapshot.is_empty() {
            return Ok(Reply::Ack(Ack { ok: true }));
        }
        let snapshot: Snapshot =
            serde_json::from_str(snapshot).map_err(|_| Error::new(Code::BadRequest))?;
        self.order_as(&snapshot)?;
        for (held, source) in self.held.iter_mut().zip(&snapshot.sources) {
            if let Some(logged) = crate::workflow::answers_in(&snapshot.log, &source.sha256) {
                held.take_answers(logged);
            }
        }
        for held in &mut self.held {
            grouping::give_up(held, &self.poisoned);
        }
        self.forget_plan();
        self.workspace.restore(&snapshot)?;
        self.keys = snapshot.keys;
        Ok(Reply::Ack(Ack { ok: true }))
    }

    fn journal(&mut self) -> Result<Reply> {
        let lines = self.workspace.decisions.log.lines().len();
        let Some(envelope) = &self.envelope else {
            return Ok(Reply::Bytes(None));
        };
        if self.journalled == Some(lines) || self.workspace.case.sources.is_empty() {
            return Ok(Reply::Bytes(None));
        }
        let plain =
            serde_json::to_vec(&self.snapshot()).map_err(|_| Error::new(Code::BadRequest))?;
        let sealed = envelope.seal(&mut self.ctx, &plain)?;
        self.journalled = Some(lines);
        Ok(Reply::Bytes(Some(Bytes(sealed))))
    }

    fn generate_passphrase(&mut self) -> crate::protocol::PassphraseView {
        let passphrase = crate::seal::Passphrase::generate(&mut self.ctx);
        let strength = crate::seal::strength(passphrase.text());
        crate::protocol::PassphraseView {
            text: Some(passphrase.text().to_owned()),
            bits: strength.bits,
            accepted: true,
            reasons: Vec::new(),
        }
    }
}

fn search_view(search: &SearchChoice) -> SearchView {
    let profile = search.profile.as_deref().map(|text| {
        let profile = Profile::from_toml(text);
        profile.map_or_else(|_| String::new(), |profile| profile.name().to_owned())
    });
    let categories = Category::ALL.iter().copied();
    SearchView {
        preset: search.preset,
        off: search.off.iter().copied().collect(),
        categories: categories.filter(|c| *c != Category::Manual).collect(),
        profile,
    }
}

/// The name that serde gives a unit variant.
fn serde_name<T: Serialize>(variant: &T) -> Option<String> {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(name)) => Some(name),
        _ => None,
    }
}

/// Number of places whose state differs, from the counts alone (exact for one step, because a step
/// moves places in one direction).
fn changed(before: ReviewCounts, after: ReviewCounts) -> u32 {
    let moved = [
        (before.open, after.open),
        (before.open_c, after.open_c),
        (before.unsure, after.unsure),
        (before.redacted, after.redacted),
        (before.kept, after.kept),
        (before.whole_messages, after.whole_messages),
    ];
    moved.into_iter().map(|(a, b)| b.saturating_sub(a)).sum()
}

/// Arguments of a sentence.
fn args(pairs: &[(&str, String)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect()
}
