//! Runs step machines to their end, with one progress line on standard error where that is a
//! terminal, in the language of the messages.

use crate::{system::check_stop, texts};
use maskera::{
    error::Result,
    job::{Ctx, Phase, Progress, Step},
    locales::{Lang, Texts},
};
use std::{
    io::{IsTerminal, Write, stderr},
    time::{Duration, Instant},
};

/// Time between two progress lines.
const INTERVAL: Duration = Duration::from_millis(100);

/// The words for a phase in `cli.ftl`.
const fn phase_id(phase: Phase) -> &'static str {
    match phase {
        Phase::Reading => "cli-phase-reading",
        Phase::Joining => "cli-phase-joining",
        Phase::Scanning => "cli-phase-scanning",
        Phase::Checking => "cli-phase-checking",
        Phase::Releasing => "cli-phase-releasing",
        Phase::Verifying => "cli-phase-verifying",
        Phase::Deriving => "cli-phase-deriving",
        Phase::Sealing => "cli-phase-sealing",
        Phase::Opening => "cli-phase-opening",
    }
}

/// Where progress goes.
pub struct Meter {
    texts: Texts,
    visible: bool,
    last: Option<Instant>,
    written: bool,
}

impl Meter {
    /// Visible on a terminal unless `quiet`.
    pub fn new(quiet: bool, lang: Lang) -> Self {
        Meter {
            texts: texts::of_command(lang),
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
        let word = self.texts.get(phase_id(progress.phase), &[]);
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
