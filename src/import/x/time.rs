//! Times of the archive: `Wed Oct 10 20:19:24 +0000 2018`, `2018-10-10 20:19:24 +0000`, ISO 8601.

use crate::{
    import::{Batch, ledger::Ledger, written_time},
    model::Message,
    time::{TimeBasis, Timestamp},
};

/// Months whose days alone are known: the older download wrote no clock times before this one.
const CLOCKLESS: &str = "2010-11";

/// Sets a message's time.
pub(super) fn set(message: &mut Message, text: &str, ledger: &mut Ledger, batch: &mut Batch) {
    match read(text) {
        Some(time) => message.time = time,
        None => {
            ledger.written(message, text, batch);
        }
    }
}

/// A time in one of the archive's own forms.
pub(super) fn read(text: &str) -> Option<Timestamp> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    // Wed Oct 10 20:19:24 +0000 2018
    if let [_, month, day, clock, offset, year] = parts.as_slice()
        && year.len() == 4
    {
        let turned = format!("{month} {day} {year} {clock} {offset}");
        return Some(written_time::read(&turned, None)?.timestamp(text));
    }
    if let [date, "00:00:00", "+0000"] = parts.as_slice()
        && *date < CLOCKLESS
    {
        return Some(written_time::read(date, None)?.timestamp(text));
    }
    let iso = text.as_bytes().get(4) == Some(&b'-');
    let time = written_time::read(text, None)
        .filter(|_| iso)?
        .timestamp(text);
    (time.basis != TimeBasis::LocalUnknown).then_some(time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::iso_utc;

    #[test]
    fn forms() {
        for text in [
            "Wed Oct 10 20:19:24 +0000 2018",
            "2018-10-10 20:19:24 +0000",
            "2018-10-10T20:19:24.000Z",
            "2018-10-10 20:19:24 UTC",
        ] {
            let time = read(text).unwrap();
            assert_eq!(
                iso_utc(time.utc_ms.unwrap()),
                "2018-10-10T20:19:24.000Z",
                "{text}"
            );
            assert_eq!(&*time.original, text);
        }
        let day = read("2009-03-15 00:00:00 +0000").unwrap();
        assert_eq!(day.basis, TimeBasis::DateOnly);
        let night = read("2013-03-15 00:00:00 +0000").unwrap();
        assert_eq!(night.basis, TimeBasis::Utc);
        assert!(read("yesterday").is_none());
    }
}
