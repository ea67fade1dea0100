//! What is searched, in groups that a person can read: the page's list before a search. What no
//! detector looks for is [`super::receipt::NOT_SEARCHED`].

use crate::finding::Category::{self, *};
use std::collections::BTreeSet;

/// Texts `searched-<id>` and the categories that each stands for. Every category that a detector
/// finds belongs to one group.
const GROUPS: [(&str, &[Category]); 13] = [
    ("names", &[Person]),
    (
        "personal-numbers",
        &[
            SePersonnummer,
            SeSamordningsnummer,
            SeReservnummer,
            DkCpr,
            NoFodselsnummer,
            FiHetu,
            IsKennitala,
        ],
    ),
    ("births", &[BirthDate, Age]),
    ("addresses", &[Address, SeFastighet, DkMatrikel]),
    ("contact", &[Phone, Email, SocialHandle]),
    (
        "money",
        &[
            Iban,
            PaymentCard,
            SeBankgiro,
            SePlusgiro,
            SeBankAccount,
            DkBankAccount,
            NoBankAccount,
        ],
    ),
    (
        "documents",
        &[Passport, IdCard, DrivingLicence, VehiclePlate],
    ),
    (
        "records",
        &[CaseNumber, SeOrgnr, DkCvr, DkPnummer, NoOrgnr, FiYtunnus],
    ),
    ("devices", &[Gps, IpAddress, MacAddress, Imei]),
    ("secrets", &[Credential, OneTimeCode, UrlSecret]),
    ("markings", &[SecrecyMarking, ProtectedIdentity]),
    (
        "sensitive",
        &[
            Health,
            Union,
            Religion,
            Politics,
            Ethnicity,
            SexLife,
            GeneticBiometric,
            Offence,
        ],
    ),
    ("supervision", &[Supervision]),
];

/// The groups of which at least one category is not switched off.
pub fn searched(off: &BTreeSet<Category>) -> impl Iterator<Item = &'static str> + '_ {
    GROUPS
        .iter()
        .filter(|(_, categories)| categories.iter().any(|one| !off.contains(one)))
        .map(|(id, _)| *id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_category_is_named_once_and_has_its_text() {
        let mut named: Vec<Category> = GROUPS.iter().flat_map(|(_, all)| *all).copied().collect();
        named.sort_unstable();
        let mut all: Vec<Category> = Category::ALL.to_vec();
        all.retain(|one| *one != Manual);
        all.sort_unstable();
        assert_eq!(named, all);
        // All languages hold the ids of the English texts (`cargo xtask check`).
        let texts = include_str!("../../locales/en/ui.ftl");
        for (id, _) in GROUPS {
            assert!(texts.contains(&format!("\nsearched-{id} = ")), "{id}");
        }
    }

    #[test]
    fn a_group_that_is_switched_off_is_not_promised() {
        let without: Vec<&str> = searched(&BTreeSet::from([Supervision, Phone])).collect();
        assert!(!without.contains(&"supervision"));
        assert!(without.contains(&"contact"));
    }
}
