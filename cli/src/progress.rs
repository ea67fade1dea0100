//! Runs step machines to their end, with one progress line on standard error where that is a
//! terminal.

use crate::system::check_stop;
use maskera::{
    error::Result,
    job::{Ctx, Phase, Progress, Step},
};
use std::{
    io::{IsTerminal, Write, stderr},
    time::{Duration, Instant},
};

/// Time between two progress lines.
const INTERVAL: Duration = Duration::from_millis(100);

/// Where progress goes.
pub struct Meter {
    visible: bool,
    last: Option<Instant>,
    written: bool,
}

impl Meter {
    /// Visible on a terminal unless `quiet`.
    pub fn new(quiet: bool) -> Self {
        Meter {
            visible: !quiet && stderr().is_terminal(),
            last: None,
            written: false,
        }
    }

    /// Shows how far a job is, not too often.
    pub fn show(&mut self, progress: Progress) {
        if !self.visible || self.last.is_some_and(|last| last.elapsed() < INTERVAL) {
            return;
        }
        self.last = Some(Instant::now());
        self.written = true;
        let share = match progress.total {
            0 => String::new(),
            total => format!(
                " {}%",
                (progress.done.min(total) as f64 / total as f64 * 100.0) as u32
            ),
        };
        let records = match progress.records {
            0 => String::new(),
            records => format!(" ({records})"),
        };
        let word = match progress.phase {
            Phase::Reading => "reading",
            Phase::Scanning => "scanning",
            Phase::Releasing => "releasing",
            Phase::Verifying => "verifying",
            Phase::Deriving => "deriving key",
            Phase::Sealing => "sealing",
            Phase::Opening => "opening",
            Phase::Checking => "checking",
        };
        // A progress line that cannot be written is no reason to stop.
        let _ = write!(stderr(), "\r\x1b[K{word}{share}{records}");
    }

    /// Removes the line.
    pub fn clear(&mut self) {
        if std::mem::take(&mut self.written) {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }

    /// Steps until done.
    ///
    /// # Errors
    /// What the job says, [`maskera::error::Code::Cancelled`] after Ctrl-C.
    pub fn run<T>(
        &mut self,
        ctx: &mut Ctx,
        mut step: impl FnMut(&mut Ctx) -> Result<Step<T>>,
    ) -> Result<T> {
        let result = loop {
            if let Err(stopped) = check_stop() {
                break Err(stopped);
            }
            match step(ctx) {
                Ok(Step::Working(progress)) => self.show(progress),
                Ok(Step::Done(value)) => break Ok(value),
                Err(error) => break Err(error),
            }
        };
        self.clear();
        result
    }
}
