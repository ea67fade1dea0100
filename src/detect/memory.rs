//! What a case knows: values found for sure anywhere are searched everywhere, in all their forms.
//! Names by their words (case, inflection, spellings, composition, initials: what
//! [`super::known`] searches for participants), numbers and codes by their letters and digits
//! whatever stands between, addresses by their folded text. Two passes over the case, both linear:
//! the first notes, the second recalls. Does not learn from band C, nor dates, ages, one-time codes
//! and clauses.

use super::{
    KnownValue, Near,
    context::Lexicon,
    fold::{Folded, fold},
    known::Known,
    phone_numbers,
    phrases::Phrases,
    scanner::propose_name,
    view::View,
};
use crate::{
    finding::{Band, Category, Claim, Evidence},
    text::{ByteSpan, Normalised},
};
use std::collections::{BTreeMap, BTreeSet};

/// Evidence that a finding came from memory or was raised by it.
const WHY: &str = "case-memory";
/// Letters and digits of a number that is searched by them.
const LEAST: usize = 6;
/// The same of the longest.
const MOST: usize = 34;
/// Runs of letters and digits that one number may be written in.
const RUNS: usize = 14;
/// Characters between two runs of one number.
const GAP: usize = 3;
/// Letters and digits of an address that is searched.
const ADDRESS: usize = 7;
/// Highest score of a whole value that was sure elsewhere.
const WHOLE: f32 = 0.92;
/// Highest score of a part of a name.
const PART: f32 = 0.8;
/// Highest score of a value that was likely elsewhere.
const LIKELY: f32 = 0.7;
/// Share of a name's score that is left in lower case when it is one word.
const SMALL: f32 = 0.62;

/// Values found in the first pass.
#[derive(Debug, Default)]
pub struct Memory {
    /// Key, and whether it was band A; by the words as written.
    names: BTreeMap<String, (String, bool)>,
    /// Category, key, and whether it was band A; by letters and digits.
    codes: BTreeMap<String, (Category, String, bool)>,
    /// The same by folded text.
    addresses: BTreeMap<String, (String, bool)>,
}

impl Memory {
    /// Notes a finding of band A or B in `text`.
    pub fn note(&mut self, claim: &Claim, text: &str) {
        let Some(written) = claim.span.of(text) else {
            return;
        };
        self.note_value(
            claim.category,
            claim.score,
            &claim.key,
            &claim.evidence,
            written,
        );
    }

    /// Notes a value of band A or B.
    pub fn note_value(
        &mut self,
        category: Category,
        score: f32,
        key: &str,
        evidence: &[Evidence],
        written: &str,
    ) {
        let sure = match Band::of_score(score) {
            Some(Band::A) => true,
            Some(Band::B) => false,
            _ => return,
        };
        match category {
            // participants' names are searched in the first pass
            Category::Person if !evidence.iter().any(|e| e.id == "known-participant") => {
                let name = Normalised::new(written).as_str().trim().to_owned();
                let entry = self.names.entry(name).or_insert((key.to_owned(), sure));
                entry.1 |= sure;
            }
            Category::Address => {
                let street = written.split([',', '\n']).next().unwrap_or_default();
                let folded = fold(street.trim());
                let size = folded.chars().filter(|c| c.is_alphanumeric()).count();
                if size >= ADDRESS && folded.bytes().any(|byte| byte.is_ascii_digit()) {
                    let entry = self
                        .addresses
                        .entry(folded)
                        .or_insert((key.to_owned(), sure));
                    entry.1 |= sure;
                }
            }
            category if is_code(category) => {
                for code in codes(category, key, written) {
                    let entry = self
                        .codes
                        .entry(code)
                        .or_insert((category, key.to_owned(), sure));
                    entry.2 |= sure;
                }
            }
            _ => {}
        }
    }

    /// What the second pass searches.
    #[must_use]
    pub fn recall(self) -> Recall {
        let known = |sure: bool| -> Vec<KnownValue> {
            let names = self.names.iter().filter(|(_, (_, is))| *is == sure);
            names
                .map(|(text, (key, _))| KnownValue {
                    text: text.clone(),
                    category: Category::Person,
                    key: key.clone(),
                })
                .collect()
        };
        let sure = Known::new(&known(true));
        let likely = Known::new(&known(false));
        let mut words = Vec::new();
        let mut patterns = Vec::new();
        for (at, name) in sure.names().iter().enumerate() {
            words.push(name.folded.clone());
            patterns.push(Pattern::Name(at));
        }
        let whole: BTreeSet<String> = self.names.keys().map(|text| fold(text)).collect();
        for (at, name) in likely.names().iter().enumerate() {
            // only as it was found: parts of a name that is not sure prove nothing
            if whole.contains(&name.folded) {
                words.push(name.folded.clone());
                patterns.push(Pattern::Likely(at));
            }
        }
        for (folded, (key, certain)) in &self.addresses {
            words.push(folded.clone());
            patterns.push(Pattern::Address(key.clone(), *certain));
        }
        let mut heads = Vec::new();
        if !self.codes.is_empty() {
            heads.resize(HEADS, 0_u64);
        }
        for code in self.codes.keys() {
            if let Some((word, bit)) = head(code.as_bytes())
                && let Some(slot) = heads.get_mut(word)
            {
                *slot |= bit;
            }
        }
        let phrases = (!words.is_empty())
            .then(|| Phrases::new(words.iter().map(|word| (word.as_str(), false))));
        Recall {
            sure,
            likely,
            phrases,
            patterns,
            codes: self.codes,
            heads,
            lexicon: Lexicon::default(),
        }
    }
}

/// True for values that are the same whatever stands between their letters and digits.
fn is_code(category: Category) -> bool {
    use crate::finding::Group;
    match category {
        Category::Email | Category::Gps | Category::IpAddress => false,
        Category::Phone | Category::Credential => true,
        other => {
            matches!(other.group(), Group::Id)
                || matches!(other.id(), "imei" | "mac-address" | "social-handle")
        }
    }
}

fn compact(text: &str) -> String {
    Normalised::new(text)
        .as_str()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The written forms of a number, without what stands between.
fn codes(category: Category, key: &str, written: &str) -> Vec<String> {
    let mut all = vec![compact(written)];
    if category == Category::Phone {
        let full = phone_numbers::phone_key(key, None).unwrap_or_else(|| key.to_owned());
        if let Some(digits) = full.strip_prefix('+') {
            all.push(digits.to_owned());
            all.push(format!("00{digits}"));
            if let Some(rest) =
                phone_numbers::code_of(&full).and_then(|code| digits.strip_prefix(code))
            {
                all.push(rest.to_owned());
                all.push(format!("0{rest}"));
            }
        }
    } else if matches!(
        category,
        Category::SePersonnummer | Category::SeSamordningsnummer
    ) && let Some(short) = all.first().filter(|code| code.len() == 12)
    {
        all.extend(short.get(2..).map(str::to_owned));
    }
    all.retain(|code| {
        (LEAST..=MOST).contains(&code.len()) && code.bytes().any(|byte| byte.is_ascii_digit())
    });
    all.sort();
    all.dedup();
    all
}

/// Words of the set of first pairs of letters.
const HEADS: usize = 1024;

/// Place of the first two bytes in the set.
fn head(code: &[u8]) -> Option<(usize, u64)> {
    let (first, second) = (*code.first()?, *code.get(1)?);
    let at = usize::from(first) << 8 | usize::from(second);
    Some((at >> 6, 1 << (at & 63)))
}

#[derive(Debug)]
enum Pattern {
    Name(usize),
    Likely(usize),
    Address(String, bool),
}

/// Finds known values in a text.
#[derive(Debug)]
pub struct Recall {
    sure: Known,
    likely: Known,
    phrases: Option<Phrases>,
    patterns: Vec<Pattern>,
    codes: BTreeMap<String, (Category, String, bool)>,
    heads: Vec<u64>,
    lexicon: Lexicon,
}

impl Recall {
    /// True where there is nothing to search.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.phrases.is_none() && self.codes.is_empty()
    }

    /// The findings of `text` with those that memory adds, in order. What was found at least as
    /// surely stays as it is.
    #[must_use]
    pub fn add(&self, text: &str, found: Vec<Claim>) -> Vec<Claim> {
        let mut new = self.claims(text);
        // a place that is found already, or that says no less
        new.retain(|claim| {
            !found.iter().any(|other| {
                other.span.overlaps(claim.span)
                    && !other.category.is_clause()
                    && (other.score >= claim.score || is_likely(other.score))
            })
        });
        if new.is_empty() {
            return found;
        }
        let mut kept = found;
        kept.retain(|claim| {
            let Some(by) = new.iter_mut().find(|by| by.span.overlaps(claim.span)) else {
                return true;
            };
            if claim.category.is_clause() {
                return true;
            }
            if by.category == claim.category {
                by.span.start = by.span.start.min(claim.span.start);
                by.span.end = by.span.end.max(claim.span.end);
                let more = claim.evidence.iter().filter(|e| !by.evidence.contains(e));
                let more: Vec<Evidence> = more.cloned().collect();
                by.evidence.extend(more);
            } else {
                by.evidence
                    .push(Evidence::word("competing", claim.category.id()));
            }
            false
        });
        kept.extend(new);
        kept.sort_by_key(|claim| (claim.span.start, claim.span.end, claim.category));
        kept
    }

    fn claims(&self, text: &str) -> Vec<Claim> {
        if self.is_empty() || text.is_empty() || u32::try_from(text.len()).is_err() {
            return Vec::new();
        }
        let normal = Normalised::new(text);
        let plain = normal.as_str();
        let mut claims = Vec::new();
        self.names_in(plain, &mut claims);
        if !self.codes.is_empty() && plain.bytes().any(|byte| byte.is_ascii_digit()) {
            self.codes_in(plain, &mut claims);
        }
        if claims.is_empty() {
            return claims;
        }
        let mut claims = super::arbiter::settle(claims, 0.3);
        for claim in &mut claims {
            claim.span = normal.original(claim.span);
        }
        claims
    }

    fn names_in(&self, plain: &str, claims: &mut Vec<Claim>) {
        let Some(phrases) = &self.phrases else {
            return;
        };
        if !phrases.may_stand_in(plain) {
            return;
        }
        let folded = Folded::new(plain);
        let view = std::cell::LazyCell::new(|| {
            View::new(plain, &Near::default(), &self.lexicon, &self.sure)
        });
        for hit in phrases.find(folded.as_str()) {
            let span = folded.back(hit.start as usize, hit.end as usize);
            let mut proposals = Vec::new();
            let most = match self.patterns.get(hit.pattern as usize) {
                Some(Pattern::Name(at)) => self.sure.names().get(*at).map(|name| {
                    propose_name(&view, name, span, &mut proposals);
                    if name.evidence == "name-full" {
                        WHOLE
                    } else {
                        PART
                    }
                }),
                Some(Pattern::Likely(at)) => self.likely.names().get(*at).map(|name| {
                    propose_name(&view, name, span, &mut proposals);
                    LIKELY
                }),
                Some(Pattern::Address(key, sure)) => {
                    let rest = folded.as_str().get(hit.end as usize..).unwrap_or_default();
                    if !rest.chars().next().is_some_and(char::is_alphanumeric) {
                        claims.push(Claim {
                            span,
                            category: Category::Address,
                            score: if *sure { WHOLE } else { LIKELY },
                            evidence: vec![Evidence::plain(WHY)],
                            key: key.clone(),
                        });
                    }
                    None
                }
                None => None,
            };
            let Some(most) = most else {
                continue;
            };
            claims.extend(proposals.into_iter().map(|proposal| {
                let one_word = !view.of(proposal.span).contains([' ', '-']);
                let small = proposal.evidence.iter().any(|e| e.id == "lower-case");
                let most = if small && one_word {
                    most.min(SMALL)
                } else {
                    most
                };
                let mut evidence = proposal.evidence;
                evidence.retain(|e| e.id != "known-participant");
                evidence.insert(0, Evidence::plain(WHY));
                Claim {
                    span: proposal.span,
                    category: Category::Person,
                    score: proposal.prior.min(most),
                    evidence,
                    key: proposal.key,
                }
            }));
        }
    }

    fn codes_in(&self, plain: &str, claims: &mut Vec<Claim>) {
        let bytes = plain.as_bytes();
        let runs = runs(plain);
        for (first, run) in runs.iter().enumerate() {
            let wanted = |slot: &u64, bit: u64| slot & bit != 0;
            // the first pair may stand in two runs: "+4 6…" is not worth the search, "4" "6…" is
            if let Some((word, bit)) = bytes
                .get(run.start..run.end)
                .map(<[u8]>::to_ascii_lowercase)
                .and_then(|run| head(&run))
                && !self.heads.get(word).is_some_and(|slot| wanted(slot, bit))
            {
                continue;
            }
            let mut code = String::new();
            let mut before = run.start;
            let mut best: Option<(usize, &(Category, String, bool))> = None;
            for part in runs.iter().skip(first).take(RUNS) {
                let gap = plain.get(before..part.start).unwrap_or_default();
                if !gap.is_empty() && !is_gap(gap) {
                    break;
                }
                code.extend(
                    plain
                        .get(part.start..part.end)
                        .unwrap_or_default()
                        .chars()
                        .flat_map(char::to_lowercase),
                );
                before = part.end;
                if code.len() > MOST {
                    break;
                }
                if let Some(value) = self.codes.get(&code) {
                    best = Some((part.end, value));
                }
            }
            if let Some((end, (category, key, sure))) = best {
                claims.push(Claim {
                    span: ByteSpan::new(run.start as u32, end as u32),
                    category: *category,
                    score: if *sure { WHOLE } else { LIKELY },
                    evidence: vec![Evidence::plain(WHY)],
                    key: key.clone(),
                });
            }
        }
    }
}

fn is_likely(score: f32) -> bool {
    matches!(Band::of_score(score), Some(Band::A | Band::B))
}

fn is_gap(gap: &str) -> bool {
    gap.len() <= GAP
        && gap
            .bytes()
            .all(|byte| matches!(byte, b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b':' | b'\n'))
}

/// Runs of letters and digits.
fn runs(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
        } else if let Some(first) = start.take() {
            found.push(first..at);
        }
    }
    found.extend(start.map(|first| first..text.len()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(text: &str, value: &str, category: Category, score: f32) -> Claim {
        let at = text.find(value).unwrap() as u32;
        Claim {
            span: ByteSpan::new(at, at + value.len() as u32),
            category,
            score,
            evidence: Vec::new(),
            key: value.to_lowercase(),
        }
    }

    fn recalled(value: &str, category: Category, score: f32, text: &str) -> Vec<(String, Band)> {
        let mut memory = Memory::default();
        memory.note(&claim(value, value, category, score), value);
        let claims = memory.recall().add(text, Vec::new());
        claims
            .iter()
            .map(|claim| {
                let found = claim.span.of(text).unwrap().to_owned();
                (found, Band::of_score(claim.score).unwrap())
            })
            .collect()
    }

    fn one(found: &str, band: Band) -> Vec<(String, Band)> {
        vec![(found.to_owned(), band)]
    }

    #[test]
    fn a_number_is_found_in_all_its_forms() {
        let phone = |text| recalled("070-1740605", Category::Phone, 0.95, text);
        assert_eq!(phone("ref 0701740605 x"), one("0701740605", Band::A));
        assert_eq!(phone("070 174 06 05"), one("070 174 06 05", Band::A));
        assert_eq!(phone("nr 07017406051"), vec![]);
        let plate = |text| recalled("XY 12 345", Category::VehiclePlate, 0.95, text);
        assert_eq!(plate("en xy12345 holder her"), one("xy12345", Band::A));
        assert_eq!(plate("xy1234 5678"), vec![]);
    }

    #[test]
    fn a_name_is_found_in_all_its_forms() {
        let name = |text| recalled("Bodil Kvistgård", Category::Person, 0.95, text);
        assert_eq!(
            name("bodil kvistgaards bil"),
            one("bodil kvistgaards", Band::A)
        );
        assert_eq!(name("så sa Bodil det"), one("Bodil", Band::B));
        assert_eq!(
            name("Kvistga\u{30a}rd kom"),
            one("Kvistga\u{30a}rd", Band::B)
        );
        let likely = |text| recalled("Bodil Kvistgård", Category::Person, 0.7, text);
        assert_eq!(
            likely("Bodil Kvistgård kom"),
            one("Bodil Kvistgård", Band::B)
        );
        assert_eq!(likely("så sa Bodil det"), vec![]);
    }

    #[test]
    fn an_address_is_found_without_capitals() {
        let found = recalled(
            "Møllevej 12, 2. tv",
            Category::Address,
            0.95,
            "bor moellevej 12 nu",
        );
        assert_eq!(found, one("moellevej 12", Band::A));
        let other = recalled("Møllevej 12", Category::Address, 0.95, "møllevej 125");
        assert_eq!(other, vec![]);
    }

    #[test]
    fn nothing_is_learnt_from_doubt() {
        assert_eq!(
            recalled("070-1740605", Category::Phone, 0.5, "0701740605"),
            vec![]
        );
    }

    #[test]
    fn what_was_found_stays() {
        let text = "nr 070-1740605";
        let mut memory = Memory::default();
        let sure = claim(text, "070-1740605", Category::Phone, 0.97);
        memory.note(&sure, text);
        let recall = memory.recall();
        assert_eq!(recall.add(text, vec![sure.clone()]), vec![sure.clone()]);
        let doubtful = Claim { score: 0.4, ..sure };
        let raised = recall.add(text, vec![doubtful]);
        assert_eq!(raised.len(), 1);
        assert!(raised[0].score > 0.9 && raised[0].evidence[0].id == WHY);
    }
}
