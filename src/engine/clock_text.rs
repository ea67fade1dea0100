//! Times as the page shows them: local clock in the zone of the case.

use crate::{
    model::Message,
    time::{TimeBasis, Zone, iso_local},
};

/// The texts of one message's time.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ClockText {
    /// `YYYY-MM-DD`, where known.
    pub day: Option<String>,
    /// `HH:MM`, or the source's own text.
    pub time: String,
    /// Local time with offset and the source's own text.
    pub full: String,
}

/// Texts for a message in `zone`.
#[must_use]
pub fn clock_text(message: &Message, zone: &Zone) -> ClockText {
    let stamp = &message.time;
    let (local, full) = match (stamp.utc_ms, stamp.local_ms) {
        (Some(utc), _) => {
            let text = zone.format(utc);
            (text.clone(), text)
        }
        (None, Some(local)) => {
            let text = iso_local(local).replace('T', " ");
            (text.clone(), text)
        }
        (None, None) => {
            return ClockText {
                day: None,
                time: stamp.original.to_string(),
                full: stamp.original.to_string(),
            };
        }
    };
    let day = local.get(..10).map(str::to_owned);
    let time = match stamp.basis {
        TimeBasis::DateOnly => String::new(),
        _ => local.get(11..16).unwrap_or_default().to_owned(),
    };
    let full = if full == *stamp.original {
        full
    } else {
        format!("{full} ({})", stamp.original)
    };
    ClockText { day, time, full }
}

/// Local days of messages, for grouping. Remembers the offset of the last quarter of an hour (no
/// clock change is finer), because messages in order mostly fall into the same one.
pub struct Days<'a> {
    zone: &'a Zone,
    quarter: i64,
    offset: i64,
}

const QUARTER_MS: i64 = 900_000;
const DAY_MS: i64 = 86_400_000;

impl<'a> Days<'a> {
    /// Days in this zone.
    #[must_use]
    pub fn new(zone: &'a Zone) -> Self {
        Self {
            zone,
            quarter: 0,
            offset: zone.offset_ms(0),
        }
    }

    /// The number of the message's local day.
    pub fn of(&mut self, message: &Message) -> Option<i64> {
        match (message.time.utc_ms, message.time.local_ms) {
            (Some(utc), _) => {
                let quarter = utc.div_euclid(QUARTER_MS);
                if quarter != self.quarter {
                    self.quarter = quarter;
                    self.offset = self.zone.offset_ms(quarter * QUARTER_MS);
                }
                Some((utc + self.offset).div_euclid(DAY_MS))
            }
            (None, Some(local)) => Some(local.div_euclid(DAY_MS)),
            (None, None) => None,
        }
    }
}
