//! Groups of categories that have a target of their own.

/// Categories with one target.
pub struct Group {
    pub name: &'static str,
    pub of: &'static [&'static str],
    /// Typed recall that is asked.
    pub recall: Option<f64>,
    /// Typed precision that is asked.
    pub precision: Option<f64>,
}

/// All groups; a category is in one of them at most.
pub const GROUPS: &[Group] = &[
    Group {
        name: "numbers with check digit",
        of: &[
            "se-personnummer",
            "se-samordningsnummer",
            "se-reservnummer",
            "dk-cpr",
            "no-fodselsnummer",
            "fi-hetu",
            "is-kennitala",
            "se-orgnr",
            "dk-cvr",
            "no-orgnr",
            "fi-ytunnus",
            "se-bankgiro",
            "se-plusgiro",
            "no-bank-account",
            "imei",
        ],
        recall: Some(0.97),
        precision: Some(0.97),
    },
    Group {
        name: "phone, e-mail, card, IBAN",
        of: &["phone", "email", "payment-card", "iban"],
        recall: Some(0.97),
        precision: Some(0.95),
    },
    Group {
        name: "numbers without check digit",
        of: &[
            "passport",
            "id-card",
            "driving-licence",
            "vehicle-plate",
            "dk-pnummer",
            "se-bank-account",
            "dk-bank-account",
            "se-fastighet",
            "dk-matrikel",
            "case-number",
            "social-handle",
            "ip-address",
            "mac-address",
            "gps",
        ],
        recall: Some(0.90),
        precision: Some(0.90),
    },
    Group {
        name: "person",
        of: &["person"],
        recall: Some(0.88),
        precision: Some(0.88),
    },
    Group {
        name: "birth dates and ages",
        of: &["birth-date", "age"],
        recall: None,
        precision: None,
    },
    Group {
        name: "address",
        of: &["address"],
        recall: Some(0.90),
        precision: Some(0.90),
    },
    Group {
        name: "markings and protected identity",
        of: &["secrecy-marking", "protected-identity"],
        recall: Some(0.97),
        precision: Some(0.97),
    },
    Group {
        name: "special categories and offences",
        of: &[
            "health",
            "union",
            "religion",
            "politics",
            "ethnicity",
            "sex-life",
            "genetic-biometric",
            "offence",
        ],
        recall: Some(0.70),
        precision: Some(0.70),
    },
    Group {
        name: "codes and secrets",
        of: &["credential", "one-time-code", "url-secret"],
        recall: None,
        precision: None,
    },
    Group {
        name: "supervision",
        of: &["supervision"],
        recall: Some(0.5),
        precision: None,
    },
];

/// True where a finding of one type answers an expectation of the other: a Swedish or Finnish
/// licence number is the personal number and may carry either id.
pub fn same_type(found: &str, expected: &str) -> bool {
    const PERSONAL: &[&str] = &["se-personnummer", "se-samordningsnummer", "fi-hetu"];
    found == expected
        || (expected == "driving-licence" && PERSONAL.contains(&found))
        || (found == "driving-licence" && PERSONAL.contains(&expected))
}
