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

/// The local day of a message, for grouping.
#[must_use]
pub fn day_number(message: &Message, zone: &Zone) -> Option<i64> {
    const DAY_MS: i64 = 86_400_000;
    match (message.time.utc_ms, message.time.local_ms) {
        (Some(utc), _) => Some((utc + zone.offset_ms(utc)).div_euclid(DAY_MS)),
        (None, Some(local)) => Some(local.div_euclid(DAY_MS)),
        (None, None) => None,
    }
}
