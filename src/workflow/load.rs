//! Loading several files into one case, in order.

use crate::{
    error::{Code, Error, Result},
    import::{Answers, LoadJob},
    job::{Ctx, Phase, Progress, Step},
    model::Case,
    store::ReadSeek,
};
use std::{cell::Cell, rc::Rc};

/// A file of the case and what a person answered about it.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// File name without folders.
    pub name: String,
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
    running: Option<LoadJob>,
    started: Mark,
    position: Position,
    records: u64,
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
            records: 0,
        }
    }

    /// Works for one budget. `open` gives the bytes of the input with this position in the case.
    ///
    /// # Errors
    /// When an input cannot be read at all; a damaged or unknown file is no error but a source
    /// with an account.
    pub fn step(
        &mut self,
        case: &mut Case,
        ctx: &mut Ctx,
        open: &dyn Fn(usize) -> Result<Box<dyn ReadSeek>>,
    ) -> Result<Step<()>> {
        if self.running.is_none() {
            let Some(input) = self.waiting.next() else {
                return Ok(Step::Done(()));
            };
            let reader = open(case.sources.len()).map_err(|error| error.in_file(&input.name))?;
            let position = Rc::clone(&self.position);
            self.records = case.messages.len() as u64;
            let job = LoadJob::new(&input.name, reader, input.answers, position)?;
            self.running = Some(job);
        }
        let Some(job) = &mut self.running else {
            return Err(Error::new(Code::BadRequest));
        };
        match job.step(case, ctx)? {
            Step::Working(progress) => Ok(Step::Working(progress)),
            Step::Done(_) => {
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
