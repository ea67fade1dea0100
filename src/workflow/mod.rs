//! The main job: load, scan, decide, release, pack, open. The same code behind the page and the
//! command; each job is a step machine.

mod accounting_text;
mod coverage_report;
mod finding_lines;
mod load;
mod merge_report;
mod open;
mod originals;
mod pack;
pub mod receipt;
pub mod release;
mod scan;
mod search;
mod verify;
mod workspace;

pub use accounting_text::accounting_text;
pub use coverage_report::{
    AccountCoverage, ConversationCoverage, CoverageReport, GAP_DAYS, Gap, Sign,
};
pub use finding_lines::{FindingLine, FindingLines};
pub use load::{Input, LoadAllJob, Mark, Position};
pub use merge_report::{MergeReport, TwinLine, twin_lines};
pub use open::{OpenBundleJob, OpenBundleStep, OpenedBundle};
pub use originals::{PackedFile, PackedSource, PackedSources};
pub use pack::{PackJob, PackOptions, PackReport, PackStep, RECEIPT_PAGE};
pub use scan::{Finished, ScanJob};
pub use search::{Hit, Query, SearchJob};
pub use verify::{PackageCheckJob, package_root};
pub use workspace::{Snapshot, SnapshotFile, SnapshotSource, Workspace, answers_in};
