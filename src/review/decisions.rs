//! A review together with its log.

use super::{Event, Log, Review};
use crate::{error::Result, finding::Finding, model::Case};

/// A review with its log: what a session holds.
#[derive(Debug)]
pub struct Decisions {
    /// What the decisions amount to.
    pub review: Review,
    /// How they came about.
    pub log: Log,
}

impl Decisions {
    /// No decisions yet.
    #[must_use]
    pub fn new(case: &Case, findings: Vec<Finding>) -> Self {
        Self {
            review: Review::new(case, findings),
            log: Log::default(),
        }
    }

    /// Applies an event and logs it. An event that cannot be applied is not logged.
    ///
    /// # Errors
    /// Those of [`Review::apply`].
    pub fn record(&mut self, case: &Case, event: Event, now_utc_ms: i64) -> Result<()> {
        if let Err(error) = self.review.apply(case, &event) {
            if event.is_step() {
                // The empty step that a replay would keep is of no use here.
                self.review.done.pop();
            }
            return Err(error);
        }
        self.log.append(event, now_utc_ms)?;
        Ok(())
    }

    /// Replays a log over a fresh scan. Gives the numbers of the lines that name something which
    /// is not in this case; they keep their turn in the order of undo.
    ///
    /// # Errors
    /// Those of [`Log::import`].
    pub fn replay(case: &Case, findings: Vec<Finding>, text: &str) -> Result<(Self, Vec<u64>)> {
        let (log, entries) = Log::import(text)?;
        let mut review = Review::new(case, findings);
        let mut unknown = Vec::new();
        for entry in &entries {
            if review.apply(case, &entry.event).is_err() {
                unknown.push(entry.seq);
            }
        }
        Ok((Self { review, log }, unknown))
    }
}
