//! Sweden: what personal and coordination numbers share. Folkbokföringslagen § 18: YYMMDD, sign,
//! three digits, Luhn digit over the ten; century digits in front in twelve-digit form.

pub(super) mod bank_account;
pub(super) mod bankgiro;
pub(super) mod fastighet;
pub(super) mod orgnr;
pub(super) mod personnummer;
pub(super) mod plusgiro;
pub(super) mod reservnummer;
pub(super) mod samordningsnummer;

use super::{
    checksum::{luhn, number},
    digits::{Gap, Window},
    view::View,
};

/// A window read as ten or twelve digits of this form.
pub(super) struct Reading {
    /// The last ten digits.
    pub(super) ten: [u8; 10],
    /// Year, with a guess of 2000 for ten digits (leap days then fit).
    pub(super) year: u32,
    pub(super) month: u32,
    pub(super) day: u32,
    pub(super) twelve: bool,
    /// Dash or plus before the last four digits.
    pub(super) signed: bool,
    pub(super) plus: bool,
    pub(super) luhn: bool,
}

impl Reading {
    pub(super) fn new(window: &Window) -> Option<Self> {
        let digits = window.digits();
        let (century, ten, places): (&[u8], &[u8], &[u8]) = match digits.len() {
            10 => (&[], digits, &[2, 4, 6, 8]),
            12 => (digits.get(..2)?, digits.get(2..)?, &[2, 4, 6, 8, 10]),
            _ => return None,
        };
        let century = number(century);
        if digits.len() == 12 && !(18..=20).contains(&century) || !window.cut_only_at(places) {
            return None;
        }
        let border = digits.len() as u8 - 4;
        if !window.date_cut(border - 4, border - 2, border) {
            return None;
        }
        let fits = window.cuts().iter().all(|(at, gap)| match gap {
            Gap::Space | Gap::Dash | Gap::Line => true,
            Gap::Dot => *at <= border,
            Gap::Plus => *at == border,
            Gap::Slash | Gap::Bracket | Gap::Break => false,
        });
        if !fits {
            return None;
        }
        let ten: [u8; 10] = ten.try_into().ok()?;
        let sign = window.cut_at(border);
        let century = if digits.len() == 12 { century } else { 20 };
        Some(Self {
            year: century * 100 + number(ten.get(..2)?),
            month: number(ten.get(2..4)?),
            day: number(ten.get(4..6)?),
            twelve: digits.len() == 12,
            signed: matches!(sign, Some(Gap::Dash | Gap::Plus)),
            plus: sign == Some(Gap::Plus),
            luhn: luhn(&ten),
            ten,
        })
    }

    pub(super) fn key(&self) -> String {
        self.ten.iter().map(|d| (b'0' + d) as char).collect()
    }

    /// Scores without and with a label.
    pub(super) fn scores(&self, view: &View<'_>) -> (f32, f32) {
        let (prior, labelled) = match (self.luhn, self.twelve, self.signed) {
            (true, true, _) => (0.94, 0.98),
            (true, false, true) => (0.86, 0.97),
            (true, false, false) => (0.74, 0.96),
            (false, true, _) => (0.5, 0.76),
            (false, false, true) => (0.42, 0.74),
            (false, false, false) => (0.2, 0.66),
        };
        // the same ten digits may be a Danish number: a Danish text prefers that reading
        let danish = !self.twelve && matches!(view.likely_lang(), Some("da" | "nb"));
        if danish {
            (prior * 0.82, labelled * 0.93)
        } else {
            (prior, labelled)
        }
    }

    pub(super) fn check_evidence(&self) -> &'static str {
        if self.luhn {
            "checksum-right"
        } else {
            "checksum-wrong"
        }
    }
}
