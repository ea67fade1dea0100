//! Detectors without a country.

pub(super) mod address;
pub(super) mod age;
pub(super) mod birth_date;
pub(super) mod case_number;
pub(super) mod credential;
pub(super) mod driving_licence;
pub(super) mod email;
pub(super) mod gps;
pub(super) mod iban;
pub(super) mod id_card;
pub(super) mod imei;
pub(super) mod ip_address;
pub(super) mod mac_address;
pub(super) mod one_time_code;
pub(super) mod passport;
pub(super) mod payment_card;
pub(super) mod phone;
pub(super) mod protected_identity;
pub(super) mod secrecy_marking;
pub(super) mod social_handle;
mod streets;
pub(super) mod url_secret;
pub(super) mod vehicle_plate;
