//! What a detector found, where, how sure it is and why.

use crate::{
    model::{ConversationId, MessageId, ParticipantId},
    text::ByteSpan,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

macro_rules! categories {
    ($($(#[doc = $doc:literal])+ $variant:ident => $id:literal, $group:ident;)+) => {
        /// Kind of finding. Ids are kebab-case, stable and stored in saved cases.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
        pub enum Category { $($(#[doc = $doc])+ #[serde(rename = $id)] $variant,)+ }

        impl Category {
            /// All categories that this version searches.
            pub const ALL: &[Category] = &[$(Category::$variant,)+];
            /// The stable id.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Category::$variant => $id,)+ }
            }
            /// The group that gives letter and colour.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $(Category::$variant => Group::$group,)+ }
            }
            /// The category with this id.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|category| category.id() == id)
            }
        }
    };
}

categories! {
    /// A participant's own name, wherever it stands.
    Person => "person", Person;
    /// Swedish personal number.
    SePersonnummer => "se-personnummer", Id;
    /// Swedish coordination number.
    SeSamordningsnummer => "se-samordningsnummer", Id;
    /// Danish personal number, replacement numbers included.
    DkCpr => "dk-cpr", Id;
    /// Norwegian birth number, D-, H- and synthetic numbers included.
    NoFodselsnummer => "no-fodselsnummer", Id;
    /// Finnish personal identity code.
    FiHetu => "fi-hetu", Id;
    /// International bank account number.
    Iban => "iban", Id;
    /// Payment card number.
    PaymentCard => "payment-card", Id;
    /// Phone number.
    Phone => "phone", Contact;
    /// E-mail address.
    Email => "email", Contact;
    /// IPv4 or IPv6 address.
    IpAddress => "ip-address", Contact;
    /// Coordinates.
    Gps => "gps", Contact;
    /// One-time code.
    OneTimeCode => "one-time-code", Confidential;
    /// Password, key or token.
    Credential => "credential", Confidential;
    /// Secrecy or classification marking.
    SecrecyMarking => "secrecy-marking", Confidential;
    /// Sign of a protected identity.
    ProtectedIdentity => "protected-identity", Sensitive;
    /// Swedish reserve number of a region or the national format.
    SeReservnummer => "se-reservnummer", Id;
    /// Icelandic identity number.
    IsKennitala => "is-kennitala", Id;
    /// Passport number, machine-readable zones included.
    Passport => "passport", Id;
    /// Number of an identity or service card, HSA-id and HPR number included.
    IdCard => "id-card", Id;
    /// Driving licence number.
    DrivingLicence => "driving-licence", Id;
    /// Registration of a vehicle, chassis numbers included.
    VehiclePlate => "vehicle-plate", Id;
    /// Swedish organisation number.
    SeOrgnr => "se-orgnr", Id;
    /// Danish company number.
    DkCvr => "dk-cvr", Id;
    /// Danish number of a production unit.
    DkPnummer => "dk-pnummer", Id;
    /// Norwegian organisation number.
    NoOrgnr => "no-orgnr", Id;
    /// Finnish business identity code.
    FiYtunnus => "fi-ytunnus", Id;
    /// Swedish bank giro number.
    SeBankgiro => "se-bankgiro", Id;
    /// Swedish plus giro number.
    SePlusgiro => "se-plusgiro", Id;
    /// Swedish bank account with clearing number.
    SeBankAccount => "se-bank-account", Id;
    /// Danish bank account with registration number.
    DkBankAccount => "dk-bank-account", Id;
    /// Norwegian bank account.
    NoBankAccount => "no-bank-account", Id;
    /// Swedish property designation.
    SeFastighet => "se-fastighet", Id;
    /// Danish cadastral number.
    DkMatrikel => "dk-matrikel", Id;
    /// Number of a case, journal or court file.
    CaseNumber => "case-number", Id;
    /// Street address, post box, farm with number.
    Address => "address", Contact;
    /// User name or profile in a social service.
    SocialHandle => "social-handle", Contact;
    /// Hardware address of a network device.
    MacAddress => "mac-address", Contact;
    /// Identity of a phone or SIM card: IMEI, IMSI, ICCID.
    Imei => "imei", Contact;
    /// Date of birth.
    BirthDate => "birth-date", Person;
    /// Age of a person.
    Age => "age", Person;
    /// Link that opens something by itself.
    UrlSecret => "url-secret", Confidential;
    /// Health of a person.
    Health => "health", Sensitive;
    /// Trade union membership.
    Union => "union", Sensitive;
    /// Religion or belief.
    Religion => "religion", Sensitive;
    /// Political opinion.
    Politics => "politics", Sensitive;
    /// Ethnic origin.
    Ethnicity => "ethnicity", Sensitive;
    /// Sex life or sexual orientation.
    SexLife => "sex-life", Sensitive;
    /// Genetic or biometric data.
    GeneticBiometric => "genetic-biometric", Sensitive;
    /// Criminal conviction, charge or suspicion.
    Offence => "offence", Sensitive;
    /// Comment that a person responsible has to look at.
    Supervision => "supervision", Confidential;
    /// Marked by the reviewer by hand.
    Manual => "manual", Confidential;
}

impl Category {
    /// True for what is said in a clause and not written as a value: such a finding may hold
    /// identifiers, and both stay.
    #[must_use]
    pub fn is_clause(self) -> bool {
        self.group() == Group::Sensitive || self == Category::Supervision
    }
}

/// Colour group of the review screen (letter, edge and fill together).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// P
    Person,
    /// ID
    Id,
    /// @
    Contact,
    /// !
    Sensitive,
    /// §
    Confidential,
}

/// How sure a finding is. A and B are redacted by the default policy, C is shown and kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub enum Band {
    /// Score of at least 0.9.
    A,
    /// Score from 0.6.
    B,
    /// Score from 0.3.
    C,
}

impl Band {
    /// The band of a score; `None` below 0.3 (not shown).
    #[must_use]
    pub fn of_score(score: f32) -> Option<Self> {
        match score {
            s if s >= 0.9 => Some(Band::A),
            s if s >= 0.6 => Some(Band::B),
            s if s >= 0.3 => Some(Band::C),
            _ => None,
        }
    }
}

/// From which score on a finding is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// Bands A and B only.
    Strict,
    /// Bands A, B and C.
    #[default]
    Normal,
    /// Also what is below band C, shown as band C: everything that any rule proposed.
    Everything,
}

impl Preset {
    /// The preset with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "strict" => Some(Self::Strict),
            "normal" => Some(Self::Normal),
            "everything" => Some(Self::Everything),
            _ => None,
        }
    }

    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Normal => "normal",
            Self::Everything => "everything",
        }
    }

    /// Score from which a proposal takes part.
    #[must_use]
    pub const fn proposed(self) -> f32 {
        match self {
            Self::Strict | Self::Normal => 0.3,
            Self::Everything => 0.05,
        }
    }

    /// Score from which a finding is shown.
    #[must_use]
    pub const fn shown(self) -> f32 {
        match self {
            Self::Strict => 0.6,
            Self::Normal => 0.3,
            Self::Everything => 0.0,
        }
    }
}

/// What a person chose to be searched, as the log of a case keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct SearchChoice {
    /// From which score on.
    #[serde(default)]
    pub preset: Preset,
    /// Categories that are not shown.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub off: BTreeSet<Category>,
    /// The text of the authority's own profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
}

impl SearchChoice {
    /// Leaves only these categories on; nothing changes for an empty list.
    #[must_use]
    pub fn only(mut self, categories: &[Category]) -> Self {
        if !categories.is_empty() {
            let others = Category::ALL.iter().filter(|c| !categories.contains(c));
            self.off.extend(others);
        }
        self
    }
}

/// One reason for a finding's score. Ids are kebab-case; `locales/*/ui.ftl` holds
/// `evidence-<id>` with the argument `word` where `word` is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct Evidence {
    /// `checksum-right`, `checksum-wrong`, `date-real`, `context-before`, `known-participant` …
    pub id: String,
    /// Context word, variant name or losing category; never the value itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Words between the span and the context word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance: Option<u8>,
}

impl Evidence {
    /// Evidence without an argument.
    #[must_use]
    pub fn plain(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            word: None,
            distance: None,
        }
    }
    /// Evidence with a word.
    #[must_use]
    pub fn word(id: &str, word: &str) -> Self {
        Self {
            id: id.to_owned(),
            word: Some(word.to_owned()),
            distance: None,
        }
    }

    /// The same with the distance of the word.
    #[must_use]
    pub fn at(mut self, distance: usize) -> Self {
        self.distance = u8::try_from(distance).ok();
        self
    }
}

/// A span with category and score, before it is placed in the case. What `detect` returns.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// In bytes of the original text.
    pub span: ByteSpan,
    /// Kind.
    pub category: Category,
    /// 0 to 1.
    pub score: f32,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// Canonical form of the value: equal for all ways to write it (digits only for numbers,
    /// E.164 for phones, folded text for names). Groups "same value everywhere".
    pub key: String,
}

/// A text of the case that is searched and can be redacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "kind", content = "of")]
pub enum Target {
    /// A text of a message.
    Message(MessageId, Field),
    /// A display name of a participant, by position.
    ParticipantName(ParticipantId, u16),
    /// A handle (number, address) of a participant, by position.
    ParticipantHandle(ParticipantId, u16),
    /// Title of a conversation.
    ConversationTitle(ConversationId),
}

/// A text of one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "kind", content = "of")]
pub enum Field {
    /// The text.
    Body,
    /// The subject.
    Subject,
    /// Text of a quoted earlier message.
    Quoted,
    /// Text of a link preview.
    LinkPreview,
    /// A further text ([`crate::model::Detail`]), by position.
    Detail(u16),
    /// File name of an attachment, by position.
    AttachmentName(u16),
}

/// Position of a finding in the case's list; stable only within one scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
pub struct FindingId(pub u32);

/// A claim placed in the case.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where.
    pub target: Target,
    /// In bytes of the target's text.
    pub span: ByteSpan,
    /// Kind.
    pub category: Category,
    /// 0 to 1.
    pub score: f32,
    /// Band of the score.
    pub band: Band,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// See [`Claim::key`].
    pub key: Box<str>,
}
