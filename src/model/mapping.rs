//! Which column of a table of messages holds what.

use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Date, with or without clock time.
    Time,
    /// Clock time, where it has a column of its own.
    Clock,
    /// Name of the sender.
    Sender,
    /// Number or address of the sender.
    SenderHandle,
    /// Receiver.
    Receiver,
    /// Conversation.
    Conversation,
    /// The text.
    Text,
    /// Subject.
    Subject,
    /// Whether it was sent or received.
    Direction,
    /// Name of an attached file.
    Attachment,
    /// Text of the message that this one answers.
    Quoted,
    /// Reactions.
    Reactions,
    /// Anything else: kept with the record, not part of a released copy.
    #[default]
    Other,
}

impl Role {
    /// All roles, in the order of the screen.
    pub const ALL: &[Role] = &[
        Role::Time,
        Role::Clock,
        Role::Sender,
        Role::SenderHandle,
        Role::Receiver,
        Role::Conversation,
        Role::Text,
        Role::Subject,
        Role::Direction,
        Role::Attachment,
        Role::Quoted,
        Role::Reactions,
        Role::Other,
    ];
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MappedColumn {
    /// Its header, empty without one.
    #[serde(default)]
    pub header: String,
    /// What it holds.
    pub role: Role,
}

/// Columns and their roles. Saved by name and used again for the next file of the kind
/// (`docs/formats/message-table.md`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Mapping {
    /// What a person calls it.
    #[serde(default)]
    pub name: String,
    /// The first row holds the headers.
    pub header: bool,
    /// All columns, in the order of the file.
    pub columns: Vec<MappedColumn>,
}

impl Mapping {
    /// A header for comparing.
    #[must_use]
    pub fn fold(header: &str) -> String {
        header
            .trim()
            .trim_matches(['"', '\'', ':', '\u{feff}'])
            .to_lowercase()
    }

    /// The first column with a role.
    #[must_use]
    pub fn column(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == role)
    }

    /// Enough to make messages of rows: a text or an attachment, and a time or a sender.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        let has = |role| self.column(role).is_some();
        (has(Role::Text) || has(Role::Attachment))
            && (has(Role::Time) || has(Role::Sender) || has(Role::SenderHandle))
    }

    /// The same roles for a file whose columns may stand in another order: by header where both
    /// have one, else by place.
    #[must_use]
    pub fn fitted(&self, headers: Option<&[String]>, columns: usize) -> Mapping {
        let role_at = |at: usize| self.columns.get(at).map(|column| column.role);
        let columns = match headers.filter(|_| self.header) {
            Some(headers) => headers
                .iter()
                .map(|header| {
                    let same =
                        |column: &&MappedColumn| Self::fold(&column.header) == Self::fold(header);
                    MappedColumn {
                        header: header.clone(),
                        role: self
                            .columns
                            .iter()
                            .find(same)
                            .map_or(Role::Other, |c| c.role),
                    }
                })
                .collect(),
            None => (0..columns)
                .map(|at| MappedColumn {
                    header: String::new(),
                    role: role_at(at).unwrap_or_default(),
                })
                .collect(),
        };
        Mapping {
            columns,
            ..self.clone()
        }
    }
}
