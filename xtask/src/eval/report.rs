//! The figures of one run.

use super::{
    Scan,
    cases::Case,
    groups::GROUPS,
    origin::Origin,
    tally::{Count, Share, Tally, interval},
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A share with its interval.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Measure {
    pub part: u32,
    pub whole: u32,
    /// `None` where there is nothing to share.
    pub share: Option<f64>,
    /// Middle 95 % over texts drawn anew.
    pub low: Option<f64>,
    pub high: Option<f64>,
}

impl Measure {
    fn new(shares: &[Share]) -> Self {
        let mut sum = Share::default();
        for share in shares {
            sum = Share(sum.0 + share.0, sum.1 + share.1);
        }
        let between = interval(shares);
        Self {
            part: sum.0,
            whole: sum.1,
            share: sum.value(),
            low: between.map(|(low, _)| low),
            high: between.map(|(_, high)| high),
        }
    }
}

/// Figures of a set of categories.
#[derive(Debug, Serialize)]
pub struct Row {
    pub name: String,
    pub recall: Measure,
    pub covered: Measure,
    pub precision: Measure,
    pub entities: Measure,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_recall: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_precision: Option<f64>,
}

/// Figures over all categories, of all texts or those of one language.
#[derive(Debug, Serialize)]
pub struct Whole {
    pub name: String,
    pub texts: usize,
    pub words: u32,
    pub recall: Measure,
    pub covered: Measure,
    pub precision: Measure,
    pub entities: Measure,
    pub gold_characters_covered: Measure,
    pub flagged_characters_outside: Measure,
    pub clean_flagged: Measure,
    pub findings_per_1000_words: f64,
}

/// Share of right findings per band.
#[derive(Debug, Serialize)]
pub struct Bands {
    pub name: String,
    /// Right and all, of A, B and C.
    pub bands: [Measure; 3],
}

/// A miss or a wrong finding. Development texts are made up; nothing here is anybody's.
#[derive(Debug, Serialize)]
pub struct Place {
    pub id: String,
    pub lang: String,
    pub kind: String,
    pub band: Option<String>,
    pub text: String,
    /// Text around it.
    pub around: String,
}

/// Names of one kind.
#[derive(Debug, Serialize)]
pub struct Subgroup {
    pub name: String,
    pub recall: Measure,
    pub covered: Measure,
}

/// Names in one news corpus.
#[derive(Debug, Serialize)]
pub struct News {
    pub file: String,
    pub names: u32,
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
    pub covered: f64,
    pub lower_f1: f64,
    pub lower_covered: f64,
}

/// Everything.
#[derive(Debug, Serialize)]
pub struct Report {
    pub files: Vec<String>,
    pub whole: Whole,
    pub languages: Vec<Whole>,
    pub groups: Vec<Row>,
    pub categories: Vec<Row>,
    /// Rows by language and category.
    pub by_language: BTreeMap<String, Vec<Row>>,
    pub bands: Vec<Bands>,
    pub subgroups: Vec<Subgroup>,
    pub news: Vec<News>,
    /// Expected, not covered.
    pub leaks: Vec<Place>,
    /// Expected and covered, but by another type only.
    pub untyped: Vec<Place>,
    /// Found, not expected.
    pub wrong: Vec<Place>,
}

impl Report {
    /// The figures of all texts; subgroups and news are added by the caller.
    pub fn new(files: &[String], cases: &[Case], tallies: &[Tally]) -> Self {
        let all: Vec<&Tally> = tallies.iter().collect();
        let languages: BTreeSet<&str> = cases.iter().map(|case| case.lang.as_str()).collect();
        let of = |lang: &str| -> Vec<&Tally> {
            let pairs = cases.iter().zip(tallies);
            let pairs = pairs.filter(|(case, _)| case.lang == lang);
            pairs.map(|(_, tally)| tally).collect()
        };
        let groups = GROUPS.iter().map(|group| {
            let mut row = row(group.name, group.of, &all);
            row.target_recall = group.recall;
            row.target_precision = group.precision;
            row
        });
        let kinds = kinds(&all);
        let bands = GROUPS
            .iter()
            .map(|group| (group.name, group.of.to_vec()))
            .chain(kinds.iter().map(|kind| (*kind, vec![*kind])))
            .map(|(name, of)| bands(name, &of, &all))
            .collect();
        let mut leaks = Vec::new();
        let mut untyped = Vec::new();
        let mut wrong = Vec::new();
        for (case, tally) in cases.iter().zip(tallies) {
            let place = |kind: &str, band: Option<String>, start: u32, end: u32| Place {
                id: case.id.clone(),
                lang: case.lang.clone(),
                kind: kind.to_owned(),
                band,
                text: case.of(start, end),
                around: around(case, start, end),
            };
            let gold = |at: &usize| {
                let gold = case.gold.get(*at)?;
                Some(place(&gold.kind, None, gold.start, gold.end))
            };
            leaks.extend(tally.leaks.iter().filter_map(gold));
            let named = tally.untyped.iter().filter(|at| !tally.leaks.contains(at));
            untyped.extend(named.filter_map(gold));
            wrong.extend(tally.wrong.iter().map(|found| {
                let band = Some(format!("{:?}", found.band));
                place(found.kind, band, found.start, found.end)
            }));
        }
        for list in [&mut leaks, &mut untyped, &mut wrong] {
            list.sort_by(|a, b| (&a.kind, &a.lang, &a.id).cmp(&(&b.kind, &b.lang, &b.id)));
        }
        Self {
            files: files.to_vec(),
            whole: whole("all", &all),
            languages: languages
                .iter()
                .map(|lang| whole(lang, &of(lang)))
                .collect(),
            groups: groups.collect(),
            categories: kinds.iter().map(|kind| row(kind, &[kind], &all)).collect(),
            by_language: languages
                .iter()
                .map(|lang| {
                    let texts = of(lang);
                    let rows = self::kinds(&texts).into_iter();
                    let rows = rows.map(|kind| row(kind, &[kind], &texts)).collect();
                    ((*lang).to_owned(), rows)
                })
                .collect(),
            bands,
            subgroups: Vec::new(),
            news: Vec::new(),
            leaks,
            untyped,
            wrong,
        }
    }
}

/// Characters shown on each side.
const AROUND: u32 = 30;

fn around(case: &Case, start: u32, end: u32) -> String {
    let before = case.of(start.saturating_sub(AROUND), start);
    let after = case.of(end, end + AROUND);
    format!("{before}⟦{}⟧{after}", case.of(start, end)).replace('\n', "⏎")
}

fn kinds<'a>(tallies: &[&'a Tally]) -> Vec<&'a str> {
    let all = tallies.iter().flat_map(|tally| tally.kinds.iter());
    let seen = all.filter(|(_, count)| count.gold + count.claimed + count.bands[2] > 0);
    let set: BTreeSet<&str> = seen.map(|(kind, _)| kind.as_str()).collect();
    set.into_iter().collect()
}

fn sums(of: &[&str], tallies: &[&Tally]) -> Vec<Count> {
    let sum = |tally: &&Tally| {
        let mut sum = Count::default();
        for kind in of {
            if let Some(count) = tally.kinds.get(*kind) {
                sum.add(count);
            }
        }
        sum
    };
    tallies.iter().map(sum).collect()
}

fn measure(counts: &[Count], share: impl Fn(&Count) -> (u32, u32)) -> Measure {
    let shares: Vec<Share> = counts
        .iter()
        .map(share)
        .map(|(part, whole)| Share(part, whole))
        .collect();
    Measure::new(&shares)
}

fn row(name: &str, of: &[&str], tallies: &[&Tally]) -> Row {
    let counts = sums(of, tallies);
    Row {
        name: name.to_owned(),
        recall: measure(&counts, |count| (count.typed, count.gold)),
        covered: measure(&counts, |count| (count.covered, count.gold)),
        precision: measure(&counts, |count| (count.right, count.claimed)),
        entities: measure(&counts, |count| (count.entities_safe, count.entities)),
        target_recall: None,
        target_precision: None,
    }
}

fn whole(name: &str, tallies: &[&Tally]) -> Whole {
    let kinds = kinds(tallies);
    let row = row(name, &kinds, tallies);
    let texts = |share: &dyn Fn(&Tally) -> (u32, u32)| {
        let shares: Vec<Share> = tallies
            .iter()
            .map(|tally| share(tally))
            .map(|(part, whole)| Share(part, whole))
            .collect();
        Measure::new(&shares)
    };
    let words: u32 = tallies.iter().map(|tally| tally.words).sum();
    let findings: u32 = tallies.iter().map(|tally| tally.findings).sum();
    Whole {
        name: name.to_owned(),
        texts: tallies.len(),
        words,
        recall: row.recall,
        covered: row.covered,
        precision: row.precision,
        entities: row.entities,
        gold_characters_covered: texts(&|tally| (tally.covered_chars, tally.gold_chars)),
        flagged_characters_outside: texts(&|tally| (tally.outside_chars, tally.flagged_chars)),
        clean_flagged: texts(&|tally| (u32::from(tally.clean_flagged), u32::from(tally.clean))),
        findings_per_1000_words: f64::from(findings) * 1_000.0 / f64::from(words.max(1)),
    }
}

fn bands(name: &str, of: &[&str], tallies: &[&Tally]) -> Bands {
    let counts = sums(of, tallies);
    Bands {
        name: name.to_owned(),
        bands: [0, 1, 2].map(|band| {
            measure(&counts, |count| {
                let right = count.bands_right.get(band).copied();
                let all = count.bands.get(band).copied();
                (right.unwrap_or_default(), all.unwrap_or_default())
            })
        }),
    }
}

/// Names by origin, letters and case.
pub fn subgroups(
    scan: &Scan,
    cases: &[Case],
    tallies: &[Tally],
    origin: Option<&Origin>,
) -> Vec<Subgroup> {
    let special = |name: &str| name.to_lowercase().contains(['å', 'æ', 'ø', 'ä', 'ö']);
    let mut out = vec![
        subgroup("as written", cases, tallies, |_| true),
        subgroup("with æ ø å ä ö", cases, tallies, special),
        subgroup("without", cases, tallies, |name| !special(name)),
    ];
    if let Some(origin) = origin {
        let nordic = |name: &str| origin.nordic(name);
        out.push(subgroup("Nordic names", cases, tallies, nordic));
        let other = |name: &str| !origin.nordic(name);
        out.push(subgroup("other names", cases, tallies, other));
    }
    let lower: Vec<Case> = cases.iter().map(Case::lower_cased).collect();
    let found = scan.tallies(&lower);
    out.push(subgroup("everything lower-cased", &lower, &found, |_| true));
    if let Some(origin) = origin {
        let nordic = |name: &str| origin.nordic(name);
        out.push(subgroup("lower-cased, Nordic", &lower, &found, nordic));
        let other = |name: &str| !origin.nordic(name);
        out.push(subgroup("lower-cased, other", &lower, &found, other));
    }
    let plain: Vec<Case> = cases.iter().map(Case::transliterated).collect();
    let found = scan.tallies(&plain);
    out.push(subgroup("written with aa, ae, oe", &plain, &found, |_| {
        true
    }));
    out
}

fn subgroup(
    name: &str,
    cases: &[Case],
    tallies: &[Tally],
    belongs: impl Fn(&str) -> bool,
) -> Subgroup {
    let mut typed = Vec::new();
    let mut covered = Vec::new();
    for (case, tally) in cases.iter().zip(tallies) {
        let mut counts = (0, 0, 0);
        for (at, gold) in case.gold.iter().enumerate() {
            if gold.kind == "person" && belongs(&case.of(gold.start, gold.end)) {
                counts.0 += 1;
                counts.1 += u32::from(!tally.untyped.contains(&at));
                counts.2 += u32::from(!tally.leaks.contains(&at));
            }
        }
        typed.push(Share(counts.1, counts.0));
        covered.push(Share(counts.2, counts.0));
    }
    Subgroup {
        name: name.to_owned(),
        recall: Measure::new(&typed),
        covered: Measure::new(&covered),
    }
}
