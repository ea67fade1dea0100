//! Loading several sources into one case, in order.

use crate::{
    container::FileSet,
    error::{Code, Error, Result},
    import::{Answers, LoadJob},
    job::{Ctx, Phase, Progress, Step},
    model::Case,
};
use std::{cell::Cell, rc::Rc};

/// A source to load and what a person answered about it.
#[derive(Clone)]
pub struct Input {
    /// File or folder name ([`crate::import::grouping::Group::name`]).
    pub name: String,
    /// Its files.
    pub files: FileSet,
    /// Answers.
    pub answers: Answers,
}

/// How much of a case there was: for taking a cancelled load back.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    sources: usize,
    conversations: usize,
    participants: usize,
    messages: usize,
}

impl Mark {
    /// The case as it is.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Self {
            sources: case.sources.len(),
            conversations: case.conversations.len(),
            participants: case.participants.len(),
            messages: case.messages.len(),
        }
    }

    /// Takes back what was added since. Sources share no conversations or participants.
    pub fn restore(self, case: &mut Case) {
        case.sources.truncate(self.sources);
        case.conversations.truncate(self.conversations);
        case.participants.truncate(self.participants);
        case.messages.truncate(self.messages);
    }
}

/// Where the engine is reading: input and record, for the report of a stopped engine.
pub type Position = Rc<Cell<u64>>;

/// Loads inputs one after the other.
pub struct LoadAllJob {
    waiting: std::vec::IntoIter<Input>,
    running: Option<(LoadJob, usize)>,
    started: Mark,
    position: Position,
    added: Vec<bool>,
}

impl LoadAllJob {
    /// Loads `inputs` behind what the case holds.
    #[must_use]
    pub fn new(case: &Case, inputs: Vec<Input>, position: Position) -> Self {
        Self {
            waiting: inputs.into_iter(),
            running: None,
            started: Mark::of(case),
            position,
            added: Vec::new(),
        }
    }

    /// Works for one budget. Done: for each input whether it became a source; one whose bytes are
    /// already in the case does not.
    ///
    /// # Errors
    /// When an input cannot be read at all; a damaged or unknown file is no error but a source
    /// with an account.
    pub fn step(&mut self, case: &mut Case, ctx: &mut Ctx) -> Result<Step<Vec<bool>>> {
        if self.running.is_none() {
            let Some(input) = self.waiting.next() else {
                return Ok(Step::Done(std::mem::take(&mut self.added)));
            };
            let position = Rc::clone(&self.position);
            let job = LoadJob::of_files(&input.name, input.files, input.answers, position)?;
            self.running = Some((job, case.sources.len()));
        }
        let Some((job, before)) = &mut self.running else {
            return Err(Error::new(Code::BadRequest));
        };
        match job.step(case, ctx)? {
            Step::Working(progress) => Ok(Step::Working(progress)),
            Step::Done(_) => {
                self.added.push(case.sources.len() > *before);
                self.running = None;
                Ok(Step::Working(Progress {
                    phase: Phase::Reading,
                    done: 0,
                    total: 0,
                    records: case.messages.len() as u64,
                }))
            }
        }
    }

    /// Takes everything back that this job added.
    pub fn undo(&self, case: &mut Case) {
        self.started.restore(case);
    }
}
