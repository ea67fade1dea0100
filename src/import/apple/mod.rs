//! What Apple's message databases and backups are made of besides SQLite: property lists, keyed
//! archives, typed streams and times that count from 2001.

pub mod keyed_archive;
pub mod plist;
mod plist_xml;
pub mod typedstream;

use crate::time::Timestamp;

/// 2001-01-01T00:00:00Z in milliseconds since 1970.
const EPOCH_MS: i64 = 978_307_200_000;
/// Larger numbers are nanoseconds: as seconds they would lie more than 3,000 years away.
const NANOSECONDS_FROM: i64 = 100_000_000_000;

/// A time that counts from 2001, in seconds (iOS 10 and earlier) or nanoseconds.
pub fn time(value: Option<i64>) -> Option<Timestamp> {
    let value = value.filter(|value| *value != 0)?;
    let ms = if value.unsigned_abs() >= NANOSECONDS_FROM as u64 {
        value.div_euclid(1_000_000)
    } else {
        value.checked_mul(1000)?
    };
    Some(Timestamp::utc(
        &value.to_string(),
        EPOCH_MS.checked_add(ms)?,
    ))
}

/// A time that counts from 2001 in seconds with a fraction.
pub fn seconds(value: Option<f64>) -> Option<Timestamp> {
    let value = value.filter(|value| *value != 0.0 && value.abs() < 1e12)?;
    // microseconds are exact enough to be told from what the fraction could not hold
    let ms = ((value * 1_000_000.0).round() as i64).div_euclid(1000);
    Some(Timestamp::utc(&value.to_string(), EPOCH_MS + ms))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_units() {
        let ms = |value| time(Some(value)).and_then(|time| time.utc_ms);
        assert_eq!(ms(700_000_000), Some(1_678_307_200_000));
        assert_eq!(ms(700_000_000_123_456_789), Some(1_678_307_200_123));
        assert_eq!(ms(0), None);
        let half = seconds(Some(690_514_004.271)).and_then(|time| time.utc_ms);
        assert_eq!(half, Some(1_668_821_204_271));
    }
}
