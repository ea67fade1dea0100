//! `coverage`: how complete the material is; `merge`: several exports as one.

use crate::{Status, args, case, files::Output, load, progress::Meter, say::Say, texts};
use maskera::{
    error::{Code, Error, Result},
    job::Ctx,
    locales::{Arg, Texts},
    model::Warning,
    store::Store,
    time::Zone,
    workflow::{
        CoverageReport, MergeReport, Workspace, accounting_text, coverage_text,
        release::InternalJob, twin_lines,
    },
};
use std::{io::Write, path::PathBuf};

/// Loads and joins everything; true when a source has problems.
fn joined(
    paths: &[PathBuf],
    answers: &args::Answers,
    ctx: &mut Ctx,
    meter: &mut Meter,
    say: &Say,
) -> Result<(Workspace, bool)> {
    let (case, _) = load::load_all(paths, answers, ctx, meter)?;
    let mut problems = false;
    for source in &case.sources {
        problems |= say.source(source);
    }
    let mut workspace = Workspace {
        case,
        ..Workspace::default()
    };
    case::join(&mut workspace, ctx, meter)?;
    Ok((workspace, problems))
}

fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|_| Error::new(Code::BadRequest))
}

fn report(workspace: &Workspace, zone: Option<&str>, days: u32) -> Result<CoverageReport> {
    let name = zone.unwrap_or("UTC");
    let zone = Zone::named(name)?;
    Ok(CoverageReport::new(
        &workspace.case,
        name,
        &zone,
        days,
        &|_| true,
    ))
}

/// Runs `coverage`.
///
/// # Errors
/// When a path cannot be read at all.
pub fn run(args: &args::Coverage, ctx: &mut Ctx, meter: &mut Meter, say: &Say) -> Result<Status> {
    let (workspace, problems) = joined(&args.paths, &args.answers, ctx, meter, say)?;
    let report = report(&workspace, args.answers.zone.as_deref(), args.days)?;
    let mut out = std::io::stdout().lock();
    if args.json {
        let line = serde_json::to_string(&report).map_err(|_| Error::new(Code::BadRequest))?;
        writeln!(out, "{line}")?;
    } else {
        plain(&workspace, &report, say, &mut out)?;
    }
    Ok(if problems {
        Status::Problems
    } else {
        Status::Done
    })
}

/// The sentences that the page shows too.
fn plain(
    workspace: &Workspace,
    report: &CoverageReport,
    say: &Say,
    out: &mut dyn Write,
) -> Result<()> {
    let texts = texts::with_page(say.lang());
    for part in coverage_text(&texts, report) {
        let indent = if part.title.is_empty() { "" } else { "  " };
        if !part.title.is_empty() {
            writeln!(out, "{}", part.title)?;
        }
        for sentence in &part.sentences {
            writeln!(out, "{indent}{}", sentence.text)?;
        }
        for sign in &part.signs {
            writeln!(out, "{indent}{}", sign_text(&texts, sign))?;
        }
    }
    for source in &workspace.case.sources {
        let account = accounting_text(say.lang(), &source.accounting);
        writeln!(out, "{}: {account}", source.name)?;
    }
    Ok(())
}

/// Plain digits become numbers, which choose the plural form.
fn sign_text(texts: &Texts, sign: &Warning) -> String {
    let args: Vec<(&str, Arg<'_>)> = sign
        .args
        .iter()
        .map(|(name, value)| {
            let number = value.parse::<u64>();
            (name.as_str(), number.map_or(Arg::Text(value), Arg::Number))
        })
        .collect();
    let id = format!("warning-{}", sign.id);
    if texts.has(&id) {
        return texts.get(&id, &args);
    }
    texts.get("warning-other", &[("id", sign.id.as_str().into())])
}

/// Runs `merge`.
///
/// # Errors
/// When a path cannot be read at all; nothing is left behind then.
pub fn merge(args: &args::Merge, ctx: &mut Ctx, meter: &mut Meter, say: &Say) -> Result<Status> {
    let (output, store) = Output::private_folder(&args.out, args.force)?;
    let (workspace, problems) = joined(&args.paths, &args.answers, ctx, meter, say)?;
    let mut job = InternalJob::new(&workspace, say.lang())?;
    meter.run(ctx, |ctx| job.step(&workspace, ctx, &store))?;
    let write = |path: &str, text: &str| -> Result<()> {
        let mut file = store.create(path)?;
        file.write_all(text.as_bytes())?;
        file.finish()
    };
    let merged = MergeReport::new(&workspace.case);
    write("merge.json", &json(&merged)?)?;
    let coverage = report(
        &workspace,
        args.answers.zone.as_deref(),
        maskera::workflow::GAP_DAYS,
    )?;
    write("coverage.json", &json(&coverage)?)?;
    let mut twins = store.create("twins.jsonl")?;
    for line in twin_lines(&workspace.case) {
        let line = serde_json::to_string(&line).map_err(|_| Error::new(Code::BadRequest))?;
        writeln!(twins, "{line}")?;
    }
    twins.finish()?;
    output.keep()?;
    say.note(
        "cli-merged",
        &[
            ("messages", (merged.messages as u64).into()),
            ("twins", (merged.twins as u64).into()),
        ],
    );
    Ok(if problems {
        Status::Problems
    } else {
        Status::Done
    })
}
