//! Times as sources state them: the original text is kept, the instant only where it is known.

use crate::error::{Code, Error, Result};
use jiff::{
    civil,
    tz::{AmbiguousOffset, TimeZone},
};
use serde::Serialize;

/// What a time rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TimeBasis {
    /// The source states an instant.
    Utc,
    /// The source states local time and offset.
    Offset,
    /// Local time without a zone.
    LocalUnknown,
    /// A date only.
    DateOnly,
    /// Could not be read.
    Unparsed,
    /// No time at all.
    #[default]
    None,
}

/// One time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timestamp {
    /// As the source wrote it.
    pub original: Box<str>,
    /// Milliseconds since 1970-01-01T00:00:00Z, where known (stated, or by an answered zone).
    pub utc_ms: Option<i64>,
    /// Local clock time as milliseconds of a zoneless calendar, where stated.
    pub local_ms: Option<i64>,
    /// Basis.
    pub basis: TimeBasis,
}

impl Timestamp {
    /// A stated instant.
    #[must_use]
    pub fn utc(original: &str, utc_ms: i64) -> Self {
        Self {
            original: original.into(),
            utc_ms: Some(utc_ms),
            local_ms: None,
            basis: TimeBasis::Utc,
        }
    }

    /// A local clock time without zone.
    #[must_use]
    pub fn local(original: &str, local: civil::DateTime) -> Self {
        Self {
            original: original.into(),
            utc_ms: None,
            local_ms: Some(civil_ms(local)),
            basis: TimeBasis::LocalUnknown,
        }
    }

    /// What to sort by: the instant, else the local clock.
    #[must_use]
    pub fn sort_ms(&self) -> Option<i64> {
        self.utc_ms.or(self.local_ms)
    }
}

fn civil_ms(local: civil::DateTime) -> i64 {
    TimeZone::UTC
        .to_timestamp(local)
        .map_or(0, |at| at.as_millisecond())
}

/// An IANA zone.
#[derive(Clone, Debug)]
pub struct Zone(TimeZone);

/// A local time under a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// Milliseconds since 1970-01-01T00:00:00Z. In a repeated hour the first pass; in a skipped
    /// hour the instant that the offset before the gap gives.
    pub utc_ms: i64,
    /// The hour is repeated or skipped: the instant is an assumption.
    pub clock_change: bool,
}

impl Zone {
    /// By IANA name (`Europe/Copenhagen`).
    pub fn named(name: &str) -> Result<Self> {
        TimeZone::get(name)
            .map(Zone)
            .map_err(|_| Error::new(Code::BadRequest).with("zone", name))
    }

    /// The instant of a local clock time ([`Timestamp::local_ms`]).
    #[must_use]
    pub fn resolve(&self, local_ms: i64) -> Option<Resolved> {
        let civil = jiff::Timestamp::from_millisecond(local_ms)
            .ok()?
            .to_zoned_datetime(TimeZone::UTC)
            .datetime();
        let ambiguous = self.0.to_ambiguous_timestamp(civil);
        let clock_change = !matches!(ambiguous.offset(), AmbiguousOffset::Unambiguous { .. });
        let utc_ms = ambiguous.compatible().ok()?.as_millisecond();
        Some(Resolved {
            utc_ms,
            clock_change,
        })
    }

    /// Local clock time of an instant, as `YYYY-MM-DD HH:MM:SS+HH:MM`.
    #[must_use]
    pub fn format(&self, utc_ms: i64) -> String {
        jiff::Timestamp::from_millisecond(utc_ms)
            .map(|at| {
                at.to_zoned_datetime(self.0.clone())
                    .strftime("%Y-%m-%d %H:%M:%S%:z")
                    .to_string()
            })
            .unwrap_or_default()
    }

    /// Offset from UTC at an instant, in milliseconds.
    #[must_use]
    pub fn offset_ms(&self, utc_ms: i64) -> i64 {
        jiff::Timestamp::from_millisecond(utc_ms)
            .map_or(0, |at| i64::from(self.0.to_offset(at).seconds()) * 1000)
    }

    /// First and last millisecond of a local day `YYYY-MM-DD` (both included).
    pub fn day(&self, day: &str) -> Result<(i64, i64)> {
        let bad = || Error::new(Code::BadRequest).with("day", day);
        let date: civil::Date = day.parse().map_err(|_| bad())?;
        let start_of = |date: civil::Date| {
            self.0
                .to_ambiguous_timestamp(date.at(0, 0, 0, 0))
                .compatible()
                .map(|at| at.as_millisecond())
                .map_err(|_| bad())
        };
        let next = date.tomorrow().map_err(|_| bad())?;
        Ok((start_of(date)?, start_of(next)? - 1))
    }
}

/// An instant as `YYYY-MM-DDTHH:MM:SS.mmmZ`.
#[must_use]
pub fn iso_utc(utc_ms: i64) -> String {
    jiff::Timestamp::from_millisecond(utc_ms)
        .map(|at| {
            at.strftime("%Y-%m-%dT%H:%M:%S").to_string()
                + &format!(".{:03}Z", utc_ms.rem_euclid(1000))
        })
        .unwrap_or_default()
}

/// A zoneless clock time ([`Timestamp::local_ms`]) as `YYYY-MM-DDTHH:MM:SS`.
#[must_use]
pub fn iso_local(local_ms: i64) -> String {
    jiff::Timestamp::from_millisecond(local_ms)
        .map(|at| at.strftime("%Y-%m-%dT%H:%M:%S").to_string())
        .unwrap_or_default()
}
