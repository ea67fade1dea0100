//! The one error type. Its code is a Fluent id: `locales/*/errors.ftl` holds `error-<code>` with
//! what happened and an `.advice` attribute with what it means for the material and what to do.
//! An error never holds message content: only codes, places, sizes and format names.

use std::{collections::BTreeMap, fmt};

/// Result with the crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident => $id:literal,)+) => {
        /// What went wrong. Stable kebab-case ids, one to one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// All codes, in declaration order.
            pub const ALL: &[Code] = &[$(Code::$variant,)+];

            /// The stable id, also the suffix of the Fluent id.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Code::$variant => $id,)+ }
            }
        }
    };
}

codes! {
    // reading
    /// The operating system or browser refused to read or write.
    Io => "io",
    /// The content matches no importer.
    UnknownFormat => "unknown-format",
    /// Recognised, but not a message export that can be read.
    UnsupportedFormat => "unsupported-format",
    /// The file ends in the middle of a record.
    Truncated => "truncated",
    /// The file has no bytes.
    EmptyFile => "empty-file",
    /// A record's structure is damaged.
    MalformedRecord => "malformed-record",
    /// Bytes that are not text in the stated encoding.
    BadEncoding => "bad-encoding",
    /// A date that cannot be read.
    BadDate => "bad-date",
    /// The engine stopped twice at this record.
    EngineStopped => "engine-stopped",
    /// A limit of `limits` was reached; args `limit`, `allowed`, `required`.
    LimitExceeded => "limit-exceeded",
    /// The archive has damaged structure.
    BadArchive => "bad-archive",
    /// The archive member is encrypted.
    ArchiveEncrypted => "archive-encrypted",
    /// A source changed since it was first read.
    SourceChanged => "source-changed",
    /// Content that the export names but does not hold.
    AttachmentMissing => "attachment-missing",
    /// A picture that cannot be decoded or is of a kind that is not released.
    PictureUnreadable => "picture-unreadable",
    // decisions
    /// The decisions file cannot be read or its hash chain is broken; arg `line`.
    BadDecisions => "bad-decisions",
    /// The policy file cannot be read.
    BadPolicy => "bad-policy",
    /// A profile that cannot be used; args `entry` and `why`, and `example` where one failed.
    BadProfile => "bad-profile",
    /// A saved mapping of columns cannot be read or makes no messages; args `line`, `column`.
    BadMapping => "bad-mapping",
    /// A decision names something that is not in the case.
    UnknownTarget => "unknown-target",
    /// The release gate found open points.
    GateBlocked => "gate-blocked",
    /// A removed value is still in the finished files.
    LeakFound => "leak-found",
    // sealing and opening
    /// The secret fits no recipient slot.
    WrongSecret => "wrong-secret",
    /// Not a bundle of this form.
    NotABundle => "not-a-bundle",
    /// A part fails its authentication tag; arg `part`.
    PartDamaged => "part-damaged",
    /// A part is missing, doubled, out of order or superfluous; arg `part`.
    PartSequence => "part-sequence",
    /// The parts do not belong to one bundle.
    PartsMixed => "parts-mixed",
    /// A form that the profile forbids (no authentication, unknown fields).
    ForbiddenForm => "forbidden-form",
    /// Key derivation parameters outside the allowed range.
    BadIterations => "bad-iterations",
    /// No recipient was given.
    NoRecipient => "no-recipient",
    /// Passphrase too weak or empty.
    WeakPassphrase => "weak-passphrase",
    /// The certificate cannot be used; arg `reason`.
    BadCertificate => "bad-certificate",
    /// The private key cannot be read or does not fit.
    BadPrivateKey => "bad-private-key",
    /// Checksum differs; arg `entry`.
    ChecksumMismatch => "checksum-mismatch",
    /// A package misses a file or holds an unlisted one; arg `entry`.
    PackageIncomplete => "package-incomplete",
    /// Output exists and must not be overwritten.
    OutputExists => "output-exists",
    /// The person cancelled.
    Cancelled => "cancelled",
    /// A call that does not fit the engine's state (a defect in the caller).
    BadRequest => "bad-request",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.id())
    }
}

/// Where an error lies: in which file, which archive member, which bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Location {
    /// Name of the source as the user gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Path inside the container.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// Byte offset in the (decoded) member or file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byte: Option<u64>,
    /// Number of the record in the source, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<u64>,
}

/// A code, a place and arguments for the sentence. Opaque: use the accessors.
#[derive(Clone, Debug)]
pub struct Error(Box<Inner>);

#[derive(Clone, Debug)]
struct Inner {
    code: Code,
    location: Location,
    args: BTreeMap<&'static str, String>,
}

impl Error {
    /// A new error without place or arguments.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Error(Box::new(Inner {
            code,
            location: Location::default(),
            args: BTreeMap::new(),
        }))
    }

    /// A limit was reached: `name` from [`crate::limits`], what was needed and what is allowed.
    #[must_use]
    pub fn limit(name: &'static str, required: u64, allowed: u64) -> Self {
        Error::new(Code::LimitExceeded)
            .with("limit", name)
            .with("required", required)
            .with("allowed", allowed)
    }

    /// Adds an argument of the sentence. Never message content.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.0.args.insert(name, value.to_string());
        self
    }

    /// Sets the file name if none is set yet.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        self.0.location.file.get_or_insert_with(|| file.to_owned());
        self
    }

    /// Sets the member path if none is set yet.
    #[must_use]
    pub fn in_member(mut self, member: &str) -> Self {
        self.0
            .location
            .member
            .get_or_insert_with(|| member.to_owned());
        self
    }

    /// Sets the byte offset if none is set yet.
    #[must_use]
    pub fn at_byte(mut self, byte: u64) -> Self {
        self.0.location.byte.get_or_insert(byte);
        self
    }

    /// Sets the record number (from 1) if none is set yet.
    #[must_use]
    pub fn at_record(mut self, record: u64) -> Self {
        self.0.location.record.get_or_insert(record);
        self
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// The place.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.0.location
    }

    /// Arguments of the sentence.
    #[must_use]
    pub fn args(&self) -> &BTreeMap<&'static str, String> {
        &self.0.args
    }
}

/// For logs and tests; people see the sentence from `errors.ftl`.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.code)?;
        for (name, value) in &self.0.args {
            write!(f, " {name}={value}")?;
        }
        let at = &self.0.location;
        if let Some(file) = &at.file {
            write!(f, " file={file}")?;
        }
        if let Some(member) = &at.member {
            write!(f, " member={member}")?;
        }
        if let Some(record) = at.record {
            write!(f, " record={record}")?;
        }
        if let Some(byte) = at.byte {
            write!(f, " byte={byte}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// An [`Error`] carried through `std::io` comes back unchanged; every other kind becomes [`Code::Io`].
impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match error.downcast::<Error>() {
            Ok(inner) => inner,
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
                Error::new(Code::Truncated)
            }
            Err(error) => Error::new(Code::Io).with("kind", error.kind()),
        }
    }
}

impl From<Error> for std::io::Error {
    fn from(error: Error) -> Self {
        std::io::Error::other(error)
    }
}
