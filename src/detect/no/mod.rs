//! Norway.

pub(super) mod bank_account;
pub(super) mod fodselsnummer;
pub(super) mod orgnr;
