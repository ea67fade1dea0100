//! Detectors: find what identifies or exposes a person, with evidence and a score. Guide sections
//! 3 to 6 (engine, scores, identifiers); `docs/detectors/` says for each what it does not find.
//!
//! A text is normalised ([`crate::text::Normalised`]), its digits are cut once into groups, every
//! recogniser of [`DETECTORS`] proposes spans, context words and look-alikes raise or lower the
//! scores, and one arbiter settles overlaps. Linear in the text. Spans are bytes of the original.
//!
//! A new detector is one file and one line in [`DETECTORS`].

mod account;
mod arbiter;
mod basis;
mod checksum;
mod context;
mod dates;
mod digits;
mod dk;
mod fi;
mod fold;
mod forms;
mod general;
mod is;
mod known;
mod language;
mod lexicon;
mod lookalike;
mod memory;
#[doc(hidden)]
pub mod names;
mod no;
mod phone_numbers;
mod phrases;
mod profile;
mod protect;
mod scanner;
mod score;
mod se;
mod settings;
mod shape;
mod spelled;
mod table;
mod value;
mod view;
mod wordmap;

pub use basis::{BasisHints, basis_of, country_of};
pub use forms::forms;
pub use language::thread_language;
pub use memory::{Memory, Recall};
pub use phone_numbers::phone_key;
pub use profile::Profile;
pub use protect::{protects, raise};
pub use scanner::Scanner;
pub use settings::{Preset, SearchChoice, Settings};

use crate::finding::Category;
use digits::Window;
use score::Proposal;
use view::View;

/// The neighbour messages of a text in its thread: "what is your CPR?" stands in another message
/// than the answer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Near<'a> {
    /// The message before.
    pub before: Option<&'a str>,
    /// The message after.
    pub after: Option<&'a str>,
    /// Messages before the one before, nearest first: "what is your CPR?", "one moment", the
    /// answer.
    pub earlier: [Option<&'a str>; 2],
    /// Language of the text where known: `da`, `sv`, `nb`, `nn`, `no`, `fi`, `en`.
    pub lang: Option<&'a str>,
    /// Language that most of the thread is written in ([`thread_language`]).
    pub thread: Option<&'a str>,
}

/// A name, number or address of a participant, to be found wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KnownValue {
    /// As the export writes it.
    pub text: String,
    /// [`Category::Person`], [`Category::Phone`] or [`Category::Email`].
    pub category: Category,
    /// Key of all claims for this value.
    pub key: String,
}

/// A recogniser of one category. Implementations live in one file each.
pub trait Detector: Sync {
    /// What it finds.
    fn category(&self) -> Category;

    /// The stable id: that of the category.
    fn id(&self) -> &'static str {
        self.category().id()
    }

    /// Words that announce such a value, in five languages, folded; `*` at the end matches any
    /// ending.
    fn labels(&self) -> &'static [&'static str] {
        &[]
    }

    /// Phrases or prefixes that wake [`Detector::marked`], folded; `*` at the start lets a mark
    /// stand inside a word.
    fn marks(&self) -> &'static [&'static str] {
        &[]
    }

    /// Looks at neighbouring digit groups read as one number.
    #[doc(hidden)]
    fn window(&self, _view: &View<'_>, _window: &Window, _out: &mut Vec<Proposal>) {}

    /// Looks at one place where one of [`Detector::marks`] stands.
    #[doc(hidden)]
    fn marked(&self, _view: &View<'_>, _mark: &view::Mark, _out: &mut Vec<Proposal>) {}

    /// Looks at the whole text; must be linear and leave early where nothing can be.
    #[doc(hidden)]
    fn whole(&self, _view: &View<'_>, _out: &mut Vec<Proposal>) {}
}

/// All detectors. The order is the order of ids in reports; it decides no score.
pub const DETECTORS: &[&dyn Detector] = &[
    &se::personnummer::Personnummer,
    &se::samordningsnummer::Samordningsnummer,
    &se::reservnummer::Reservnummer,
    &dk::cpr::Cpr,
    &no::fodselsnummer::Fodselsnummer,
    &fi::hetu::Hetu,
    &is::kennitala::Kennitala,
    &general::passport::Passport,
    &general::id_card::IdCard,
    &general::driving_licence::DrivingLicence,
    &general::vehicle_plate::VehiclePlate,
    &se::orgnr::Orgnr,
    &dk::cvr::Cvr,
    &dk::pnummer::Pnummer,
    &no::orgnr::Orgnr,
    &fi::ytunnus::Ytunnus,
    &general::iban::Iban,
    &general::payment_card::PaymentCard,
    &se::bankgiro::Bankgiro,
    &se::plusgiro::Plusgiro,
    &se::bank_account::BankAccount,
    &dk::bank_account::BankAccount,
    &no::bank_account::BankAccount,
    &se::fastighet::Fastighet,
    &dk::matrikel::Matrikel,
    &general::case_number::CaseNumber,
    &general::phone::Phone,
    &general::email::Email,
    &general::one_time_code::OneTimeCode,
    &general::credential::Credential,
    &general::ip_address::IpAddress,
    &general::gps::Gps,
    &general::address::Address,
    &general::social_handle::SocialHandle,
    &general::mac_address::MacAddress,
    &general::imei::Imei,
    &general::birth_date::BirthDate,
    &general::age::Age,
    &general::url_secret::UrlSecret,
    &general::secrecy_marking::SecrecyMarking,
    &general::protected_identity::ProtectedIdentity,
    &lexicon::Clause(Category::Health),
    &lexicon::Clause(Category::Union),
    &lexicon::Clause(Category::Religion),
    &lexicon::Clause(Category::Politics),
    &lexicon::Clause(Category::Ethnicity),
    &lexicon::Clause(Category::SexLife),
    &lexicon::Clause(Category::GeneticBiometric),
    &lexicon::Clause(Category::Offence),
    &lexicon::Clause(Category::Supervision),
];
