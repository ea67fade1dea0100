//! The release: gate, pictures, renditions, proof. Writes under `released/`; whatever goes wrong,
//! nothing of it stays behind. Memory does not grow with the number of messages.

use super::Workspace;
use crate::{
    error::{Code, Error, Result},
    import,
    job::{Ctx, Phase, Progress, Step},
    locales::Lang,
    model::{ConversationId, MessageId},
    redact::{
        Account, Plan, Redacted, ReleaseOptions, ReleasedSummary,
        gate::{Block, GateJob, gate, redact_twins},
        internal, picture,
        verify::{Allowances, Leak, VerifyJob},
    },
    render::{
        self, Output, RENDITIONS, Rendition,
        internal::{INTERNAL_RENDITIONS, InternalRendition},
    },
    review::{Event, Policy},
    store::{Sources, Store, StoreWriter},
};
use std::io::Write;

/// Folder of the released copy in the store.
pub const RELEASED: &str = "released/";
/// Folder of the internal copy in the store.
pub const INTERNAL: &str = "internal/";
/// Bytes collected before they are written.
const BUFFER: usize = 64 << 10;
/// Rounds in which twins of redacted values are looked for: a twin may reveal another form.
const TWIN_ROUNDS: u32 = 8;

/// What a release amounts to.
#[derive(Clone, Debug)]
pub struct ReleaseReport {
    /// Counts, also per mask text.
    pub summary: ReleasedSummary,
    /// Removed values that were found in the finished files; nothing was kept then.
    pub leaks: Vec<Leak>,
    /// Values searched for.
    pub searched_values: u64,
}

/// One rendition and the file that it writes.
struct Writing {
    rendition: Box<dyn Rendition>,
    file: File,
}

#[derive(Default)]
struct File {
    writer: Option<Box<dyn StoreWriter>>,
    buffer: Vec<u8>,
}

impl File {
    fn flush(&mut self) -> Result<()> {
        if let Some(writer) = &mut self.writer {
            writer.write_all(&self.buffer)?;
        }
        self.buffer.clear();
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        self.flush()?;
        self.writer.take().map_or(Ok(()), StoreWriter::finish)
    }
}

struct Bound<'a> {
    file: &'a mut File,
    store: &'a dyn Store,
    folder: &'static str,
}

impl Output for Bound<'_> {
    fn file(&mut self, path: &str) -> Result<()> {
        self.file.finish()?;
        let path = format!("{}{path}", self.folder);
        self.file.writer = Some(self.store.create(&path)?);
        Ok(())
    }

    fn write(&mut self, text: &str) -> Result<()> {
        self.file.buffer.extend_from_slice(text.as_bytes());
        if self.file.buffer.len() >= BUFFER {
            self.file.flush()?;
        }
        Ok(())
    }
}

enum Stage {
    Gate(GateJob),
    Pictures(Vec<(MessageId, u16, u32)>),
    Begin,
    Messages {
        conversations: Vec<ConversationId>,
        conversation: usize,
        message: usize,
    },
    End,
    Verify(Box<VerifyJob>),
    Ended,
}

/// Writes the released copy and proves it.
pub struct ReleaseJob {
    plan: Plan,
    stage: Stage,
    writing: Vec<Writing>,
    account: Account,
    summary: Option<Redacted<ReleasedSummary>>,
    searched_values: u64,
    records: u64,
}

impl ReleaseJob {
    /// Prepares the release of everything that the case covers.
    ///
    /// # Errors
    /// When days, zone or conversations of the coverage cannot be worked out.
    pub fn new(workspace: &Workspace, language: Lang) -> Result<Self> {
        let (case, review) = (&workspace.case, &workspace.decisions.review);
        let plan = Plan::new(case, review, &ReleaseOptions { language })?;
        Ok(Self {
            stage: Stage::Gate(GateJob::new(case, review, &plan)),
            account: Account::new(plan.outside()),
            plan,
            writing: RENDITIONS
                .iter()
                .map(|make| Writing {
                    rendition: make(),
                    file: File::default(),
                })
                .collect(),
            summary: None,
            searched_values: 0,
            records: 0,
        })
    }

    /// Works for one step. A report with leaks means that nothing was kept.
    ///
    /// # Errors
    /// [`Code::GateBlocked`] (arg `blocks`) when the gate is not empty, errors of the store.
    /// Nothing of the copy is left then.
    pub fn step(
        &mut self,
        workspace: &Workspace,
        ctx: &mut Ctx,
        sources: &dyn Sources,
        store: &dyn Store,
    ) -> Result<Step<ReleaseReport>> {
        let done = self.work(workspace, ctx, sources, store);
        let failed = match &done {
            Ok(Step::Done(report)) => !report.leaks.is_empty(),
            Ok(Step::Working(_)) => false,
            Err(_) => true,
        };
        if failed {
            self.stage = Stage::Ended;
            self.writing.clear();
            remove(store, RELEASED)?;
        }
        done
    }

    fn progress(&self, phase: Phase) -> Progress {
        Progress {
            phase,
            done: self.records,
            total: self.plan.messages(),
            records: self.records,
        }
    }

    fn work(
        &mut self,
        workspace: &Workspace,
        ctx: &mut Ctx,
        sources: &dyn Sources,
        store: &dyn Store,
    ) -> Result<Step<ReleaseReport>> {
        let (case, review) = (&workspace.case, &workspace.decisions.review);
        match &mut self.stage {
            Stage::Gate(job) => match job.step(case, review, &self.plan, ctx) {
                Step::Working(progress) => return Ok(Step::Working(progress)),
                Step::Done(blocks) if !blocks.is_empty() => {
                    let count = blocks.iter().map(Block::count).sum::<usize>();
                    return Err(Error::new(Code::GateBlocked).with("blocks", count));
                }
                Step::Done(_) => {
                    // A copy made before must not be mixed with this one.
                    remove(store, RELEASED)?;
                    let pictures = self.plan.pictures().iter();
                    let mut list: Vec<_> = pictures.map(|((id, n), at)| (*id, *n, *at)).collect();
                    list.reverse();
                    self.stage = Stage::Pictures(list);
                }
            },
            Stage::Pictures(list) => match list.pop() {
                Some((id, n, number)) => {
                    if !write_picture(workspace, sources, store, id, n, number)? {
                        self.plan.picture_unreadable(id, n);
                    }
                }
                None => self.stage = Stage::Begin,
            },
            Stage::Begin => {
                let head = self.plan.head(review);
                for writing in &mut self.writing {
                    let out = &mut bound(&mut writing.file, store);
                    writing.rendition.begin(out, self.plan.texts(), &head)?;
                }
                self.stage = Stage::Messages {
                    conversations: self.plan.conversation_ids().collect(),
                    conversation: 0,
                    message: 0,
                };
            }
            Stage::Messages { .. } => return self.messages(workspace, ctx, store),
            Stage::End => {
                let summary = std::mem::take(&mut self.account).finish();
                for writing in &mut self.writing {
                    let out = &mut bound(&mut writing.file, store);
                    writing.rendition.end(out, self.plan.texts(), &summary)?;
                    writing.file.finish()?;
                }
                self.summary = Some(summary);
                let removed = self.plan.removed(case, review);
                self.searched_values = removed.len() as u64;
                let allowances = Allowances::new(case, review, &self.plan, &removed);
                let fixed = render::fixed_texts();
                let job = VerifyJob::new(store, RELEASED, removed, allowances, &fixed);
                self.stage = Stage::Verify(Box::new(job));
            }
            Stage::Verify(job) => match job.step(store, ctx)? {
                Step::Working(progress) => return Ok(Step::Working(progress)),
                Step::Done(leaks) => {
                    self.stage = Stage::Ended;
                    let summary = self.summary.take();
                    return Ok(Step::Done(ReleaseReport {
                        summary: summary.map(|s| s.get().clone()).unwrap_or_default(),
                        leaks,
                        searched_values: self.searched_values,
                    }));
                }
            },
            Stage::Ended => return Err(Error::new(Code::BadRequest)),
        }
        Ok(Step::Working(self.progress(Phase::Releasing)))
    }

    fn messages(
        &mut self,
        workspace: &Workspace,
        ctx: &Ctx,
        store: &dyn Store,
    ) -> Result<Step<ReleaseReport>> {
        let (case, review) = (&workspace.case, &workspace.decisions.review);
        let Self {
            plan,
            stage,
            writing,
            account,
            records,
            ..
        } = self;
        let Stage::Messages {
            conversations,
            conversation,
            message,
        } = stage
        else {
            return Err(Error::new(Code::BadRequest));
        };
        let mut budget = ctx.budget();
        let texts = plan.texts();
        while let Some(id) = conversations.get(*conversation) {
            let Some(thread) = case.conversations.get(id.index()) else {
                return Err(Error::new(Code::UnknownTarget));
            };
            if *message == 0 {
                let head = plan.conversation(case, review, *id)?;
                account.conversation(&head);
                for writing in writing.iter_mut() {
                    let out = &mut bound(&mut writing.file, store);
                    writing.rendition.conversation(out, texts, &head)?;
                }
            }
            while let Some(id) = thread.messages.get(*message) {
                *message += 1;
                if plan.covers(*id) {
                    let redacted = plan.message(case, review, *id)?;
                    account.message(&redacted);
                    for writing in writing.iter_mut() {
                        let out = &mut bound(&mut writing.file, store);
                        writing.rendition.message(out, texts, &redacted)?;
                    }
                    *records += 1;
                }
                if budget.spent() {
                    return Ok(Step::Working(self.progress(Phase::Releasing)));
                }
            }
            *conversation += 1;
            *message = 0;
        }
        self.stage = Stage::End;
        Ok(Step::Working(self.progress(Phase::Releasing)))
    }
}

fn bound<'a>(file: &'a mut File, store: &'a dyn Store) -> Bound<'a> {
    Bound {
        file,
        store,
        folder: RELEASED,
    }
}

/// Removes a copy from the store.
fn remove(store: &dyn Store, folder: &str) -> Result<()> {
    for path in store.list() {
        if path.starts_with(folder) {
            store.remove(&path)?;
        }
    }
    Ok(())
}

/// Writes a kept picture again. `false` when it cannot be decoded.
fn write_picture(
    workspace: &Workspace,
    sources: &dyn Sources,
    store: &dyn Store,
    id: MessageId,
    n: u16,
    number: u32,
) -> Result<bool> {
    let case = &workspace.case;
    let Some(message) = case.messages.get(id.index()) else {
        return Ok(false);
    };
    let Some(attachment) = message.attachments().get(n as usize) else {
        return Ok(false);
    };
    let open = |file: usize| sources.open(message.source.index(), file);
    let mut reader = match import::attachment(case, message.source, &attachment.content, open) {
        Ok(reader) => reader,
        Err(error) if error.code() == Code::AttachmentMissing => return Ok(false),
        Err(error) => return Err(error),
    };
    let bytes = match picture::reencode(&mut *reader) {
        Ok(bytes) => bytes,
        Err(error) if matches!(error.code(), Code::PictureUnreadable | Code::LimitExceeded) => {
            return Ok(false);
        }
        Err(error) => return Err(error),
    };
    let path = format!("{RELEASED}{}", Plan::picture_path(number));
    let mut writer = store.create(&path)?;
    writer.write_all(&bytes)?;
    writer.finish()?;
    Ok(true)
}

/// Applies a policy as the command line does: the policy, then every visible place of a value
/// that is removed elsewhere. Gives the number of such places.
///
/// # Errors
/// Those of [`Plan::new`] and of the log.
pub fn apply_policy(workspace: &mut Workspace, policy: Policy, ctx: &Ctx) -> Result<usize> {
    let now = ctx.clock.now_utc_ms();
    let Workspace {
        case, decisions, ..
    } = workspace;
    decisions.record(case, Event::ApplyPolicy { policy }, now)?;
    let mut places = 0;
    for _ in 0..TWIN_ROUNDS {
        let plan = Plan::new(case, &decisions.review, &ReleaseOptions::default())?;
        let blocks = gate(case, &decisions.review, &plan, ctx);
        let Some(event) = redact_twins(case, &decisions.review, &blocks) else {
            break;
        };
        if let Event::Mark { marks, .. } = &event {
            places += marks.len();
        }
        decisions.record(case, event, now)?;
    }
    Ok(places)
}

/// Writes the internal copy (full text, marks, decisions) under `internal/`.
pub struct InternalJob {
    plan: Plan,
    writing: Vec<(Box<dyn InternalRendition>, File)>,
    conversation: u32,
    message: usize,
    begun: bool,
    records: u64,
}

impl InternalJob {
    /// Prepares the copy of everything that was loaded.
    ///
    /// # Errors
    /// Those of [`Plan::new`].
    pub fn new(workspace: &Workspace, language: Lang) -> Result<Self> {
        let (case, review) = (&workspace.case, &workspace.decisions.review);
        Ok(Self {
            plan: Plan::new(case, review, &ReleaseOptions { language })?,
            writing: INTERNAL_RENDITIONS
                .iter()
                .map(|make| (make(), File::default()))
                .collect(),
            conversation: 0,
            message: 0,
            begun: false,
            records: 0,
        })
    }

    /// Works for one step.
    ///
    /// # Errors
    /// Errors of the store; nothing of the copy is left then.
    pub fn step(
        &mut self,
        workspace: &Workspace,
        ctx: &Ctx,
        store: &dyn Store,
    ) -> Result<Step<()>> {
        let done = self.work(workspace, ctx, store);
        if done.is_err() {
            self.writing.clear();
            remove(store, INTERNAL)?;
        }
        done
    }

    fn each(
        &mut self,
        store: &dyn Store,
        mut write: impl FnMut(&mut dyn InternalRendition, &mut Bound<'_>, &Plan) -> Result<()>,
    ) -> Result<()> {
        for (rendition, file) in &mut self.writing {
            let folder = INTERNAL;
            write(
                &mut **rendition,
                &mut Bound {
                    file,
                    store,
                    folder,
                },
                &self.plan,
            )?;
        }
        Ok(())
    }

    fn work(&mut self, workspace: &Workspace, ctx: &Ctx, store: &dyn Store) -> Result<Step<()>> {
        let (case, review) = (&workspace.case, &workspace.decisions.review);
        let mut budget = ctx.budget();
        if !self.begun {
            remove(store, INTERNAL)?;
            self.each(store, |rendition, out, plan| {
                rendition.begin(out, plan.texts())
            })?;
            self.begun = true;
        }
        while let Some(thread) = case.conversations.get(self.conversation as usize) {
            if self.message == 0 {
                let id = ConversationId(self.conversation);
                let head = internal::conversation(case, review, id)?;
                self.each(store, |rendition, out, plan| {
                    rendition.conversation(out, plan.texts(), &head)
                })?;
            }
            while let Some(id) = thread.messages.get(self.message) {
                self.message += 1;
                self.records += 1;
                let number = self.message as u32;
                let message = internal::message(case, review, &self.plan, *id, number)?;
                self.each(store, |rendition, out, plan| {
                    rendition.message(out, plan.texts(), &message)
                })?;
                if budget.spent() {
                    return Ok(Step::Working(Progress {
                        phase: Phase::Releasing,
                        done: self.records,
                        total: case.messages.len() as u64,
                        records: self.records,
                    }));
                }
            }
            self.conversation += 1;
            self.message = 0;
        }
        self.each(store, |rendition, out, plan| {
            rendition.end(out, plan.texts())
        })?;
        for (_, file) in &mut self.writing {
            file.finish()?;
        }
        Ok(Step::Done(()))
    }
}
