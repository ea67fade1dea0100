//! `mmssms.db` of Android (AOSP TelephonyProvider): text messages in `sms`, multimedia messages in
//! `pdu` with `part` and `addr`, conversations in `threads`, addresses in `canonical_addresses`.
//! Files of parts lie in the folder `app_parts` beside it, names in `contacts2.db`.

mod reading;

pub use reading::direction;

use super::{
    Answers, ImportJob, Importer, Input, Probe,
    database::{Beside, Opened},
};
use crate::error::Result;
use std::rc::Rc;

/// The importer.
pub struct AndroidSmsSqlite;

impl Importer for AndroidSmsSqlite {
    fn id(&self) -> &'static str {
        "android-sms-sqlite"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let has = |name: &str| probe.tables.iter().any(|table| table == name);
        if has("sms") && has("pdu") && has("canonical_addresses") {
            95
        } else {
            0
        }
    }

    fn start(&self, input: Input, _answers: &Answers) -> Result<Box<dyn ImportJob>> {
        super::several(input, |container, member| {
            let opened = Opened::member(container, member)?;
            let shelf = Beside {
                container: Rc::clone(container),
                member,
                from: "app_parts/",
            };
            Ok(Box::new(reading::Messages::new(opened, shelf, member)))
        })
    }
}
