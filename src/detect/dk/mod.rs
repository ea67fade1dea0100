//! Denmark.

pub(super) mod bank_account;
pub(super) mod cpr;
pub(super) mod cvr;
pub(super) mod matrikel;
pub(super) mod pnummer;
