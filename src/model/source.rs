//! Sources, conversations and participants.

use super::{Accounting, ConversationId, MessageId, ParticipantId, SourceId};
use crate::time::TimeBasis;
use serde::Serialize;
use std::collections::BTreeMap;

/// Digests of a source's untouched bytes, made while it is read the first time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SourceDigests {
    /// Lower-case hex.
    pub sha256: String,
    /// Lower-case hex (BagIt).
    pub sha512: String,
    /// CRC-32 as in ZIP.
    pub crc32: u32,
    /// Bytes.
    pub size: u64,
}

/// One file of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// File name, or path below the folder that was given, with forward slashes.
    pub path: String,
    /// Bytes, as the place where it lies says.
    pub size: u64,
    /// Digests of its bytes. `None` for a file that is listed but does not belong to the source:
    /// one of a phone's backup that nothing names, or one that could not be read.
    pub digests: Option<SourceDigests>,
    /// Its first member: a position in [`Source::members`].
    pub first_member: u32,
}

/// What a person took from one place: a file, the parts of a split download, or a folder.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// File name without folders; the folder's name where it is one; of several parts the first.
    pub name: String,
    /// Its files in the order in which they are read.
    pub files: Vec<SourceFile>,
    /// Importer id, `None` when nothing recognised it (it is kept, not searched, not released).
    pub format: Option<&'static str>,
    /// What the shape of the file tells about app and version, kebab-case words.
    pub variant: Option<String>,
    /// Digests: of a single file its own, of several files those of the list of their SHA-256,
    /// one per line (docs/formats/README.md).
    pub digests: SourceDigests,
    /// Paths of the members: `[""]` for a single file that is no archive; an archive's in its
    /// order; among several files each begins with the file's own path.
    pub members: Vec<String>,
    /// Its participants, as positions in [`super::Case::participants`].
    pub participants: std::ops::Range<u32>,
    /// The account.
    pub accounting: Accounting,
    /// Basis of its times.
    pub time_basis: TimeBasis,
    /// IANA name that answered an unknown zone.
    pub zone: Option<String>,
    /// Kinds of items besides messages.
    pub items: BTreeMap<String, u64>,
    /// What is still unanswered.
    pub questions: Vec<Question>,
    /// What the reader should know, by id and arguments.
    pub warnings: Vec<Warning>,
}

/// What opens an encrypted export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Secret {
    /// A password that somebody chose.
    Password,
    /// The recovery key of Signal: 64 letters and digits.
    RecoveryKey,
}

impl Secret {
    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Secret::Password => "password",
            Secret::RecoveryKey => "recovery-key",
        }
    }
}

/// What a file leaves open. Answers come through `import::Answers`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(
    rename_all = "kebab-case",
    tag = "kind",
    rename_all_fields = "camelCase"
)]
pub enum Question {
    /// Which zone was the phone set to? `suggested` is the likeliest IANA name;
    /// `clock_changes` messages fall into a repeated or skipped hour under it.
    TimeZone {
        /// IANA name.
        suggested: Option<String>,
        /// Number of messages.
        clock_changes: u32,
    },
    /// Is 03/04 the third of April or the fourth of March?
    DateOrder {
        /// Orders that fit: `dmy`, `mdy`, `ymd`.
        fitting: Vec<String>,
    },
    /// Is this what the columns hold? They were read so.
    Columns {
        /// As guessed.
        mapping: super::Mapping,
        /// The first rows, cells cut short.
        rows: Vec<Vec<String>>,
        /// A person said so; else it is a guess.
        confirmed: bool,
    },
    /// The password of an encrypted export.
    Password {
        /// The one that was given does not fit.
        wrong: bool,
        /// What kind of password.
        secret: Secret,
    },
    /// Which of these are the owner's? Numbers or names, the likeliest first.
    Owner {
        /// Handles or names.
        candidates: Vec<String>,
    },
}

impl Source {
    /// The file that holds a member, by its position.
    #[must_use]
    pub fn file_of(&self, member: u32) -> usize {
        let after = self
            .files
            .partition_point(|file| file.first_member <= member);
        after.saturating_sub(1)
    }
}

impl Question {
    /// The kind's stable id.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Question::TimeZone { .. } => "time-zone",
            Question::DateOrder { .. } => "date-order",
            Question::Columns { .. } => "columns",
            Question::Password { .. } => "password",
            Question::Owner { .. } => "owner",
        }
    }
}

/// A warning: Fluent id `warning-<id>` in `report.ftl`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct Warning {
    /// `count-differs`, `ends-suddenly`, `round-count`, `media-omitted`, `media-missing` …
    pub id: String,
    /// Arguments of the sentence; numbers as text.
    pub args: BTreeMap<String, String>,
}

impl Warning {
    /// A warning with arguments.
    #[must_use]
    pub fn new(id: &str, args: &[(&str, String)]) -> Self {
        Self {
            id: id.to_owned(),
            args: args
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
        }
    }
}

/// What a conversation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ConversationKind {
    /// Two people.
    #[default]
    Direct,
    /// More.
    Group,
}

/// A thread.
#[derive(Clone, Debug, Default)]
pub struct Conversation {
    /// Source it came from.
    pub source: SourceId,
    /// Stable within the source: normalised addresses or the chat's name. Stored in decisions.
    pub key: String,
    /// Kind.
    pub kind: ConversationKind,
    /// Title as the source gives it.
    pub title: Option<String>,
    /// Members, without the owner where the source does not name the owner.
    pub participants: Vec<ParticipantId>,
    /// Messages in time order (stable: source order where times are equal or unknown), without
    /// twins.
    pub messages: Vec<MessageId>,
    /// The conversation of an earlier export that holds its messages now.
    pub joined_into: Option<ConversationId>,
}

/// What a handle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HandleKind {
    /// Phone number.
    Phone,
    /// E-mail address.
    Email,
    /// Anything else: short code, sender text.
    Other,
}

/// A number or address of a participant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handle {
    /// As written in the source.
    pub raw: String,
    /// E.164 for phones where the country is known, lower case for e-mail.
    pub normalised: String,
    /// Kind.
    pub kind: HandleKind,
}

/// A person or sender.
#[derive(Clone, Debug, Default)]
pub struct Participant {
    /// Display names, as the sources give them, without doubles.
    pub names: Vec<String>,
    /// Numbers and addresses, without doubles.
    pub handles: Vec<Handle>,
    /// The owner of the phone.
    pub owner: bool,
}
