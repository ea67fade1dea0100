//! The main job: load, scan, decide, release, pack, open. The same code behind the page and the
//! command; each job is a step machine.

mod load;
mod search;
mod workspace;

pub use load::{Input, LoadAllJob, Mark, Position};
pub use search::{Hit, Query, search};
pub use workspace::{Snapshot, SnapshotSource, Workspace, answers_in};
