//! Members of one source that are read one after another, each by a job of its own.

use super::{Batch, ImportJob, Input};
use crate::{
    container::Container,
    error::{Code, Result},
    job::Budget,
    model::Locator,
};
use std::rc::Rc;

/// Starts the reading of one member.
pub type Start = fn(&Rc<Container>, u32) -> Result<Box<dyn ImportJob>>;

/// One job for all members. A member that cannot be opened is an error in the account.
///
/// # Errors
/// None at present; as [`super::Importer::start`].
pub fn several(input: Input, start: Start) -> Result<Box<dyn ImportJob>> {
    Ok(Box::new(Several {
        container: input.container,
        members: input.members.into_iter(),
        start,
        job: None,
        bytes: 0,
    }))
}

struct Several {
    container: Rc<Container>,
    members: std::vec::IntoIter<u32>,
    start: Start,
    job: Option<Box<dyn ImportJob>>,
    bytes: u64,
}

impl ImportJob for Several {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            if let Some(job) = &mut self.job {
                if !job.step(batch, budget)? {
                    return Ok(false);
                }
                self.bytes += job.bytes_read();
                self.job = None;
            }
            let Some(member) = self.members.next() else {
                return Ok(true);
            };
            match (self.start)(&self.container, member) {
                Ok(job) => self.job = Some(job),
                Err(error) if error.code() == Code::Io => return Err(error),
                Err(error) => {
                    let place = Locator {
                        member,
                        start: error.location().byte.unwrap_or_default(),
                        len: 0,
                    };
                    if batch.begin(place) {
                        batch.reject(error.code(), place);
                    }
                    batch.source.accounting.partial = true;
                }
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        self.bytes + self.job.as_ref().map_or(0, |job| job.bytes_read())
    }
}
