//! What is counted per text, and the measures made of the counts.

use super::{cases::Case, groups::same_type};
use maskera::finding::Band;
use std::collections::BTreeMap;

/// Share of a span's characters that must lie under findings for it to count as covered.
const COVERED: f64 = 0.9;

/// A finding in one text, in code points.
#[derive(Clone, Debug)]
pub struct Found {
    pub start: u32,
    pub end: u32,
    pub kind: &'static str,
    pub band: Band,
    /// Found, and rightly not selected: the number of a switchboard.
    pub nobodys: bool,
}

impl Found {
    /// True for the bands that count.
    pub fn counts(&self) -> bool {
        matches!(self.band, Band::A | Band::B)
    }
}

/// Counts of one category, in one or many texts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// Expected.
    pub gold: u32,
    /// Expected, with an overlapping finding of the type.
    pub typed: u32,
    /// Expected, with 0.9 of the characters under findings of any type.
    pub covered: u32,
    /// Findings in bands A and B.
    pub claimed: u32,
    /// Of these, overlapping something expected of the type.
    pub right: u32,
    /// Findings of band A, B, C.
    pub bands: [u32; 3],
    /// Of these, right.
    pub bands_right: [u32; 3],
    /// Things expected, mentions of one value in one text taken as one.
    pub entities: u32,
    /// Of these, with all mentions covered.
    pub entities_safe: u32,
}

impl Count {
    pub fn add(&mut self, other: &Count) {
        self.gold += other.gold;
        self.typed += other.typed;
        self.covered += other.covered;
        self.claimed += other.claimed;
        self.right += other.right;
        self.entities += other.entities;
        self.entities_safe += other.entities_safe;
        for (mine, theirs) in self.bands.iter_mut().zip(other.bands) {
            *mine += theirs;
        }
        for (mine, theirs) in self.bands_right.iter_mut().zip(other.bands_right) {
            *mine += theirs;
        }
    }
}

/// Counts of one text.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub kinds: BTreeMap<String, Count>,
    pub flagged_chars: u32,
    pub outside_chars: u32,
    pub gold_chars: u32,
    pub covered_chars: u32,
    pub clean: bool,
    pub clean_flagged: bool,
    pub words: u32,
    pub findings: u32,
    /// Positions of expected spans that are not covered, and of those not found by type.
    pub leaks: Vec<usize>,
    pub untyped: Vec<usize>,
    /// Findings in bands A and B with nothing expected of their type.
    pub wrong: Vec<Found>,
}

fn overlap(a: (u32, u32), b: (u32, u32)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// Counts one text.
pub fn tally(case: &Case, found: &[Found]) -> Tally {
    let length = case.text.chars().count();
    let mut flagged = vec![false; length];
    let mut expected = vec![false; length];
    let mark = |chars: &mut Vec<bool>, start: u32, end: u32| {
        for slot in chars.iter_mut().take(end as usize).skip(start as usize) {
            *slot = true;
        }
    };
    for finding in found.iter().filter(|finding| finding.counts()) {
        mark(&mut flagged, finding.start, finding.end);
    }
    for gold in &case.gold {
        mark(&mut expected, gold.start, gold.end);
    }
    let mut out = Tally {
        clean: case.gold.is_empty(),
        words: case.text.split_whitespace().count() as u32,
        findings: found.iter().filter(|finding| finding.counts()).count() as u32,
        ..Tally::default()
    };
    for (flagged, expected) in flagged.iter().zip(&expected) {
        out.flagged_chars += u32::from(*flagged);
        out.outside_chars += u32::from(*flagged && !*expected);
        out.gold_chars += u32::from(*expected);
        out.covered_chars += u32::from(*flagged && *expected);
    }
    out.clean_flagged = out.clean && out.findings > 0;
    let mut entities: BTreeMap<(String, String), bool> = BTreeMap::new();
    for (at, gold) in case.gold.iter().enumerate() {
        if found.iter().any(|finding| {
            finding.nobodys
                && !finding.counts()
                && overlap((finding.start, finding.end), (gold.start, gold.end))
        }) {
            continue;
        }
        let count = out.kinds.entry(gold.kind.clone()).or_default();
        count.gold += 1;
        let span = (gold.start, gold.end);
        let typed = found.iter().any(|finding| {
            finding.counts()
                && same_type(finding.kind, &gold.kind)
                && overlap((finding.start, finding.end), span)
        });
        let under = flagged
            .iter()
            .take(gold.end as usize)
            .skip(gold.start as usize)
            .filter(|flag| **flag)
            .count();
        let covered = under as f64 >= COVERED * f64::from(gold.end - gold.start);
        count.typed += u32::from(typed);
        count.covered += u32::from(covered);
        if !covered {
            out.leaks.push(at);
        }
        if !typed {
            out.untyped.push(at);
        }
        let value = value_key(&case.of(gold.start, gold.end));
        let safe = entities.entry((gold.kind.clone(), value)).or_insert(true);
        *safe &= covered;
    }
    for ((kind, _), safe) in entities {
        let count = out.kinds.entry(kind).or_default();
        count.entities += 1;
        count.entities_safe += u32::from(safe);
    }
    for finding in found {
        let right = case.gold.iter().any(|gold| {
            same_type(finding.kind, &gold.kind)
                && overlap((finding.start, finding.end), (gold.start, gold.end))
        });
        let count = out.kinds.entry(finding.kind.to_owned()).or_default();
        let band = match finding.band {
            Band::A => 0,
            Band::B => 1,
            Band::C => 2,
        };
        if let (Some(all), Some(hit)) = (count.bands.get_mut(band), count.bands_right.get_mut(band))
        {
            *all += 1;
            *hit += u32::from(right);
        }
        if finding.counts() {
            count.claimed += 1;
            count.right += u32::from(right);
            if !right {
                out.wrong.push(finding.clone());
            }
        }
    }
    out
}

/// Mentions with equal letters and digits are one value.
fn value_key(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    match plain.strip_suffix('s') {
        Some(stem) if stem.chars().count() > 2 => stem.to_owned(),
        _ => plain,
    }
}

/// A share as numerator and denominator.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Share(pub u32, pub u32);

impl Share {
    /// `None` where there is nothing to share.
    pub fn value(self) -> Option<f64> {
        (self.1 > 0).then(|| f64::from(self.0) / f64::from(self.1))
    }
}

/// Rounds of drawing texts anew.
const ROUNDS: usize = 400;
/// Start of the draw, fixed so that two runs print the same.
const SEED: u64 = 0x6d61_736b_6572_6131;

/// Middle 95 % of a share over texts drawn anew.
pub fn interval(shares: &[Share]) -> Option<(f64, f64)> {
    let mut state = SEED;
    let mut next = move || {
        // SplitMix64
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    // texts without the category change nothing
    let shares: Vec<Share> = shares.iter().copied().filter(|share| share.1 > 0).collect();
    if shares.is_empty() {
        return None;
    }
    let mut values = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let mut sum = Share::default();
        for _ in 0..shares.len() {
            let at = (next() % shares.len() as u64) as usize;
            let drawn = shares.get(at).copied().unwrap_or_default();
            sum = Share(sum.0 + drawn.0, sum.1 + drawn.1);
        }
        values.extend(sum.value());
    }
    values.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let place = (share * (values.len().saturating_sub(1)) as f64).round() as usize;
        values.get(place).copied()
    };
    Some((at(0.025)?, at(0.975)?))
}

#[cfg(test)]
mod tests {
    use super::{super::cases::Gold, *};

    fn gold(start: u32, end: u32, kind: &str) -> Gold {
        Gold {
            start,
            end,
            kind: kind.to_owned(),
        }
    }

    fn case(text: &str, gold: Vec<Gold>) -> Case {
        Case {
            id: "1".to_owned(),
            lang: "da".to_owned(),
            text: text.to_owned(),
            gold,
        }
    }

    #[test]
    fn an_overlap_is_typed_and_a_tenth_may_stick_out() {
        let case = case("0123456789abc", vec![gold(0, 10, "phone")]);
        let found = |end, kind, band| Found {
            start: 0,
            end,
            kind,
            band,
            nobodys: false,
        };
        let nine = tally(&case, &[found(9, "phone", Band::B)]);
        assert_eq!(
            (nine.kinds["phone"].typed, nine.kinds["phone"].covered),
            (1, 1)
        );
        let eight = tally(&case, &[found(8, "phone", Band::B)]);
        assert_eq!(
            (eight.kinds["phone"].typed, eight.kinds["phone"].covered),
            (1, 0)
        );
        let other = tally(&case, &[found(13, "iban", Band::A)]);
        assert_eq!(
            (other.kinds["phone"].typed, other.kinds["phone"].covered),
            (0, 1)
        );
        assert_eq!((other.flagged_chars, other.outside_chars), (13, 3));
        assert_eq!(other.kinds["iban"].right, 0);
        let hidden = tally(&case, &[found(10, "phone", Band::C)]);
        assert_eq!(hidden.kinds["phone"].covered, 0);
        assert_eq!(hidden.kinds["phone"].bands_right, [0, 0, 1]);
    }

    #[test]
    fn an_entity_is_safe_when_all_mentions_are() {
        let case = case(
            "Bo Ek og Bo Eks",
            vec![gold(0, 5, "person"), gold(9, 15, "person")],
        );
        let found = [Found {
            start: 0,
            end: 5,
            kind: "person",
            band: Band::A,
            nobodys: false,
        }];
        let count = tally(&case, &found).kinds["person"];
        assert_eq!((count.entities, count.entities_safe), (1, 0));
    }

    #[test]
    fn an_interval_holds_the_share_and_repeats() {
        let shares: Vec<Share> = (0..100).map(|n| Share(u32::from(n % 4 != 0), 1)).collect();
        let (low, high) = interval(&shares).unwrap();
        assert!(low < 0.75 && 0.75 < high && high - low < 0.25);
        assert_eq!(interval(&shares), Some((low, high)));
    }
}
