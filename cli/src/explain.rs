//! `explain`: what is found in one text, and every reason for it in the reader's language.

use crate::{Status, args, say::Say, search, texts};
use maskera::{
    detect::{Near, Scanner},
    error::Result,
    finding::{Band, Category, Claim, Evidence},
    locales::Texts,
    text::OffsetMap,
};
use serde::Serialize;
use std::io::{Write, stdout};

/// A finding with its reasons; code points, end exclusive.
#[derive(Serialize)]
struct Explained<'a> {
    start: u32,
    end: u32,
    category: Category,
    text: &'a str,
    score: f32,
    band: Band,
    evidence: &'a [Evidence],
    reasons: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// When the profile cannot be used.
pub fn run(args: &args::Explain, say: &Say) -> Result<Status> {
    let scanner = Scanner::with_settings(&[], search::settings(&args.search)?);
    let near = Near {
        before: args.before.as_deref(),
        lang: args.text_lang.as_deref(),
        ..Near::default()
    };
    let claims = scanner.scan_alone(&args.text, &near);
    let texts = texts::with_page(say.lang());
    let offsets = OffsetMap::new(&args.text);
    let mut out = stdout().lock();
    for claim in &claims {
        let Some(explained) = explain(claim, &args.text, &offsets, &texts) else {
            continue;
        };
        if args.json {
            let line = serde_json::to_string(&explained).map_err(std::io::Error::from)?;
            writeln!(out, "{line}")?;
            continue;
        }
        let label = texts.get(&format!("category-{}", claim.category.id()), &[]);
        let (band, score) = (
            format!("{:?}", explained.band),
            format!("{:.2}", explained.score),
        );
        let strength = texts.get(
            "cli-explain-score",
            &[
                ("band", band.as_str().into()),
                ("score", score.as_str().into()),
            ],
        );
        writeln!(
            out,
            "{}: {} ({}) · {strength}",
            explained.text,
            label,
            claim.category.id()
        )?;
        for reason in &explained.reasons {
            writeln!(out, "  – {reason}")?;
        }
    }
    drop(out);
    if claims.is_empty() && !args.json {
        say.result("cli-explain-nothing", &[])?;
    }
    Ok(Status::Done)
}

fn explain<'a>(
    claim: &'a Claim,
    text: &'a str,
    offsets: &OffsetMap<'_>,
    texts: &Texts,
) -> Option<Explained<'a>> {
    let span = offsets.code_points(claim.span);
    Some(Explained {
        start: span.start,
        end: span.end,
        category: claim.category,
        text: claim.span.of(text)?,
        score: claim.score,
        band: Band::of_score(claim.score)?,
        evidence: &claim.evidence,
        reasons: claim
            .evidence
            .iter()
            .map(|evidence| reason(evidence, texts))
            .collect(),
    })
}

/// The sentence of one reason, as the page shows it.
fn reason(evidence: &Evidence, texts: &Texts) -> String {
    let word = evidence.word.as_deref().unwrap_or_default();
    let word = if evidence.id == "basis-hint" {
        maskera::review::basis_label(word)
    } else {
        word
    };
    // a competing reading is named by its category
    let label = format!("category-{word}");
    let named = (evidence.id == "competing" && texts.has(&label)).then(|| texts.get(&label, &[]));
    let known = format!("evidence-{}", evidence.id);
    let id = if texts.has(&known) {
        known.as_str()
    } else {
        "evidence-other"
    };
    texts.get(
        id,
        &[
            ("word", named.as_deref().unwrap_or(word).into()),
            ("id", evidence.id.as_str().into()),
            ("distance", u64::from(evidence.distance.unwrap_or(0)).into()),
        ],
    )
}
