//! Names alone, with rules, on the development parts of the corpora: exact spans, genitive in or out.

use crate::{
    Outcome,
    corpus::{self, Kind, Sample},
};
use maskera::detect::names::Names;
use std::path::Path;

/// Score from which a finding counts: bands A and B.
const COUNTS: f32 = 0.6;

/// Prints one line per corpus.
pub fn report(data: &Path, names: &Names) -> Outcome<()> {
    println!("corpus        names  precision recall  F1     | lower F1 covered");
    for stem in [
        "da-ddt",
        "sv-talbanken",
        "sv-web",
        "no-nob",
        "no-nno",
        "fi-turku",
    ] {
        let samples = corpus::read(data, stem, "dev")?;
        let lower: Vec<Sample> = samples
            .iter()
            .map(|sample| Sample {
                text: sample.text.to_lowercase(),
                ..sample.clone()
            })
            .filter(|sample| {
                sample
                    .spans
                    .iter()
                    .all(|span| sample.text.get(span.0..span.1).is_some())
            })
            .collect();
        let cased = count(&samples, names);
        let small = count(&lower, names);
        println!(
            "{stem:13} {:5}  {:.3}     {:.3}   {:.3}  | {:.3}    {:.3}",
            cased.gold,
            cased.right as f64 / cased.found.max(1) as f64,
            cased.right as f64 / cased.gold.max(1) as f64,
            cased.f1(),
            small.f1(),
            small.covered as f64 / small.letters.max(1) as f64,
        );
    }
    Ok(())
}

#[derive(Default)]
struct Count {
    gold: usize,
    found: usize,
    right: usize,
    letters: usize,
    covered: usize,
}

impl Count {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }
}

fn count(samples: &[Sample], names: &Names) -> Count {
    let mut total = Count::default();
    for sample in samples {
        let spans: Vec<(usize, usize)> = names
            .find(&sample.text)
            .iter()
            .filter(|name| name.score >= COUNTS)
            .map(|name| (name.span.start as usize, name.span.end as usize))
            .collect();
        let gold: Vec<(usize, usize)> = sample
            .spans
            .iter()
            .filter(|span| span.2 == Kind::Person)
            .map(|span| (span.0, span.1))
            .collect();
        total.gold += gold.len();
        total.found += spans.len();
        for (start, end) in gold {
            total.letters += end - start;
            for span in &spans {
                total.covered += span.1.min(end).saturating_sub(span.0.max(start));
                let ending = sample
                    .text
                    .get(span.1.min(end)..span.1.max(end))
                    .unwrap_or_default();
                total.right += usize::from(
                    span.0 == start && matches!(ending, "" | "s" | "'s" | "’s" | "'" | "n"),
                );
            }
        }
    }
    total
}
