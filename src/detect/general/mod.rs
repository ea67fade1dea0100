//! Detectors without a country.

pub(super) mod credential;
pub(super) mod email;
pub(super) mod gps;
pub(super) mod iban;
pub(super) mod ip_address;
pub(super) mod one_time_code;
pub(super) mod payment_card;
pub(super) mod phone;
pub(super) mod protected_identity;
pub(super) mod secrecy_marking;
