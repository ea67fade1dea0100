//! The main job: load, scan, decide, release, pack, open. The same code behind the page and the
//! command; each job is a step machine.

mod account_register;
mod accounting_text;
mod coverage_report;
mod coverage_text;
mod finding_lines;
mod load;
mod merge_report;
mod open;
mod originals;
mod pack;
mod people_list;
pub mod receipt;
pub mod release;
mod scan;
mod search;
mod searched;
mod verify;
mod workspace;

pub use account_register::{RegisteredAccount, register, register_csv, unused_id};
pub use accounting_text::accounting_text;
pub use coverage_report::{
    AccountCoverage, ConversationCoverage, CoveragePlaces, CoverageReport, GAP_DAYS, Gap, Sign,
};
pub use coverage_text::{CoverageText, Sentence, coverage_text};
pub use finding_lines::{FindingLine, FindingLines};
pub use load::{Input, LoadAllJob, Mark, Position};
pub use merge_report::{MergeReport, TwinLine, twin_lines};
pub use open::{OpenBundleJob, OpenBundleStep, OpenedBundle};
pub use originals::{PackedFile, PackedSource, PackedSources};
pub use pack::{PackJob, PackOptions, PackReport, PackStep, RECEIPT_PAGE};
pub use people_list::{PersonRecord, PersonSource, label, people, people_csv};
pub use scan::{Finished, ScanJob};
pub use search::{Hit, Query, SearchJob};
pub use searched::searched;
pub use verify::{PackageCheckJob, package_root};
pub use workspace::{Snapshot, SnapshotFile, SnapshotSource, Workspace, answers_in};
