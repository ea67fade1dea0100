//! Until workflow::release lands.
#![allow(missing_docs)]
use crate::{
    error::*, finding::Category, job::*, locales::Lang, redact::ReleasedSummary, store::*,
    workflow::Workspace,
};
#[derive(Clone, Debug)]
pub struct Leak {
    pub path: String,
    pub place: String,
    pub category: Category,
}
#[derive(Clone, Debug)]
pub struct ReleaseReport {
    pub summary: ReleasedSummary,
    pub leaks: Vec<Leak>,
    pub searched_values: u64,
}
pub struct ReleaseJob;
impl ReleaseJob {
    pub fn new(_: &Workspace, _: Lang) -> Result<Self> {
        Err(Error::new(Code::GateBlocked))
    }
    pub fn step(
        &mut self,
        _: &Workspace,
        _: &mut Ctx,
        _: &dyn Sources,
        _: &dyn Store,
    ) -> Result<Step<ReleaseReport>> {
        Err(Error::new(Code::BadRequest))
    }
}
