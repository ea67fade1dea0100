//! Importers: from a file's bytes to the common model.
//!
//! [`LoadJob`] hashes a source, tells its container and format by content, lets one [`Importer`]
//! read it into a [`Batch`] and adds the batch to the case in one piece: a job that is dropped
//! half-way leaves the case untouched. The result does not depend on how the work is cut into
//! steps. Every record ends as parsed, skipped with a reason, or an error with its place.
//!
//! A new importer is a folder here and a line in [`IMPORTERS`].

mod account;
mod account_tables;
mod android_calls_sqlite;
mod android_names;
mod android_sms_sqlite;
mod apple;
mod attachment;
mod batch;
mod bluesky_car;
mod contacts;
mod database;
mod digests;
mod files;
pub mod google;
pub mod grouping;
pub mod handles;
mod html;
pub mod imessage_sqlite;
pub mod imessage_typedstream;
mod iphone_backup;
mod iphone_calls_sqlite;
pub mod json;
mod ledger;
mod lines;
mod linkedin;
mod load;
pub mod mail;
mod mastodon;
pub mod meta;
mod names;
mod password;
mod reddit;
mod several;
mod signal;
mod slack;
pub mod sms_backup_restore;
mod sms_import_export;
mod snapchat;
pub mod table;
mod teams;
pub mod telegram;
mod tiktok;
pub mod vcard;
mod vcf;
mod whatsapp_ios_sqlite;
pub mod whatsapp_txt;
mod written_time;
mod x;

pub use attachment::attachment;
pub use batch::Batch;
pub use load::LoadJob;
pub use password::Password;
use several::several;

use crate::{container::Container, error::Result, job::Budget, model::Mapping};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// All importers. When two are equally sure, the first wins.
pub const IMPORTERS: &[&dyn Importer] = &[
    &sms_backup_restore::SmsBackupRestore,
    &whatsapp_txt::WhatsAppTxt,
    &mail::Mbox,
    &mail::Eml,
    &iphone_backup::IphoneBackup,
    &imessage_sqlite::ImessageSqlite,
    &imessage_typedstream::ImessageTypedstream,
    &table::ImazingCsv,
    &table::MessageTable,
    &iphone_calls_sqlite::IphoneCallsSqlite,
    &whatsapp_ios_sqlite::WhatsAppIosSqlite,
    &vcf::Vcf,
    &meta::Messenger,
    &meta::InstagramJson,
    &meta::FacebookJson,
    &meta::InstagramHtml,
    &meta::FacebookHtml,
    &meta::Threads,
    &telegram::TelegramJson,
    &telegram::TelegramHtml,
    &google::TakeoutHtml,
    &google::TakeoutJson,
    &google::GoogleChat,
    &google::GoogleVoice,
    &android_sms_sqlite::AndroidSmsSqlite,
    &android_calls_sqlite::AndroidCallsSqlite,
    &google::YouTube,
    &bluesky_car::BlueskyCar,
    &signal::SignalBackup,
    &signal::SignalJson,
    &x::XArchive,
    &slack::Slack,
    &signal::SignalText,
    &teams::TeamsJson,
    &teams::TeamsHtml,
    &teams::SkypeJson,
    &sms_import_export::SmsImportExport,
    &mastodon::Mastodon,
    &tiktok::TikTok,
    &snapchat::Snapchat,
    &linkedin::LinkedIn,
    &reddit::Reddit,
];

/// Whether a format was built from documentation alone ([`Importer::documentation_only`]).
#[must_use]
pub fn documentation_only(format: &str) -> bool {
    let known = IMPORTERS.iter().find(|importer| importer.id() == format);
    known.is_some_and(|importer| importer.documentation_only())
}

/// What detection shows an importer of one file or archive member.
pub struct Probe<'a> {
    /// File name, or path inside the archive.
    pub name: &'a str,
    /// The first bytes, at most [`crate::limits::PROBE_BYTES`].
    pub head: &'a [u8],
    /// The same as text; damaged sequences are U+FFFD.
    pub text: &'a str,
    /// Names of the tables, where it is an SQLite database.
    pub tables: &'a [String],
}

/// One format.
pub trait Importer: Sync {
    /// Stable kebab-case id, as `inspect` prints it.
    fn id(&self) -> &'static str;
    /// How sure it is that this is its format, 0 to 100. Looks at content; a name may only add to
    /// what the content already shows.
    fn sniff(&self, probe: &Probe<'_>) -> u8;
    /// Whether every file that was given belongs to the source. `false` for a folder of which
    /// only a part is an export, as a phone's backup: only files that the reading opens or names
    /// as attachments are hashed and kept; the others are listed and counted.
    fn takes_all_files(&self) -> bool {
        true
    }
    /// True for files that lie beside exports of other kinds: they are read for names there.
    fn accompanies(&self) -> bool {
        false
    }
    /// Built from documentation alone: whoever reads such a file is told so. False where real files
    /// of the format were read, as `docs/formats/<id>.md` says.
    fn documentation_only(&self) -> bool {
        true
    }
    /// Starts reading.
    ///
    /// # Errors
    /// When the container cannot be read.
    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>>;
}

/// What an importer reads.
pub struct Input {
    /// The opened files. Besides its own members an importer may open any other by path
    /// ([`Container::exact`], [`Container::named`]).
    pub container: Rc<Container>,
    /// The members that its [`Importer::sniff`] recognised, by path within the export
    /// (`message_2` before `message_10`), whichever archive they came in.
    pub members: Vec<u32>,
    /// File or folder name as the user gave it.
    pub name: String,
}

/// The reading of one source.
pub trait ImportJob {
    /// Works until the budget is spent; true when the source is read. Damage inside the source is
    /// counted in the batch and does not end the reading.
    ///
    /// # Errors
    /// Only what makes going on pointless: the source cannot be read any more, or a limit of the
    /// whole case.
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool>;
    /// Bytes of text read so far, over all members and passes.
    fn bytes_read(&self) -> u64;
}

/// Order of day, month and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

impl DateOrder {
    /// `dmy`, `mdy` or `ymd`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            DateOrder::Dmy => "dmy",
            DateOrder::Mdy => "mdy",
            DateOrder::Ymd => "ymd",
        }
    }

    /// From its id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd]
            .into_iter()
            .find(|order| order.id() == id)
    }
}

/// What the user said about a source: answers to [`crate::model::Question`]s and corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// Importer id instead of the detected one.
    pub format: Option<String>,
    /// IANA name of the zone that the phone was set to.
    pub zone: Option<String>,
    /// Numbers or names of the owner.
    pub owners: Vec<String>,
    /// Date order where the file leaves it open.
    pub date_order: Option<DateOrder>,
    /// What the columns of a table hold, instead of the guess.
    pub mapping: Option<Mapping>,
    /// Password of an encrypted export. Read, never written.
    #[serde(skip_serializing)]
    pub password: Option<Password>,
    /// Numbers of records that the engine stopped at twice: they become errors.
    pub poisoned: Vec<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique() {
        let mut ids: Vec<_> = IMPORTERS.iter().map(|importer| importer.id()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), IMPORTERS.len());
    }
}
