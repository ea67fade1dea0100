//! `coverage`: how complete the material is; `merge`: several exports as one.

use crate::{Status, args, files::Output, load, progress::Meter, say::Say};
use maskera::{
    error::{Code, Error, Result},
    job::Ctx,
    store::Store,
    time::Zone,
    workflow::{
        CoverageReport, MergeReport, Workspace, accounting_text, release::InternalJob, twin_lines,
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
    workspace.case_changed()?;
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

fn plain(
    workspace: &Workspace,
    report: &CoverageReport,
    say: &Say,
    out: &mut dyn Write,
) -> Result<()> {
    for account in &report.accounts {
        writeln!(out, "{}", account.sources.join(", "))?;
        let (first, last) = (account.first.as_deref(), account.last.as_deref());
        let text = say.text(
            "coverage-span",
            &[
                ("messages", u64::from(account.messages).into()),
                ("first", first.unwrap_or("?").into()),
                ("last", last.unwrap_or("?").into()),
            ],
        );
        writeln!(out, "  {text}")?;
        for gap in &account.gaps {
            let text = say.text(
                "coverage-gap",
                &[
                    ("days", u64::from(gap.days).into()),
                    ("from", gap.from.as_str().into()),
                    ("to", gap.to.as_str().into()),
                ],
            );
            writeln!(out, "  {text}")?;
        }
        let counts = [
            (
                "coverage-auto-delete",
                account.auto_delete_days.unwrap_or_default(),
            ),
            ("coverage-deleted", account.deleted),
            ("coverage-changed", account.changed),
            ("coverage-missing", account.attachments_missing),
            ("coverage-omitted", account.attachments_omitted),
            ("coverage-weekdays", account.empty_weekdays.len() as u32),
            ("coverage-hours", account.empty_hours.len() as u32),
        ];
        for (id, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            writeln!(
                out,
                "  {}",
                say.text(id, &[("count", u64::from(count).into())])
            )?;
        }
        for sign in &account.signs {
            let arguments: Vec<String> = sign
                .warning
                .args
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            writeln!(
                out,
                "  {} {} ({})",
                sign.warning.id,
                arguments.join(" "),
                sign.source
            )?;
        }
    }
    for conversation in report
        .conversations
        .iter()
        .filter(|one| one.auto_delete_days.is_some() || !one.gaps.is_empty())
    {
        let days = u64::from(conversation.auto_delete_days.unwrap_or_default());
        writeln!(
            out,
            "{}",
            conversation.title.as_ref().unwrap_or(&conversation.key)
        )?;
        if days > 0 {
            writeln!(
                out,
                "  {}",
                say.text("coverage-auto-delete", &[("count", days.into())])
            )?;
        }
        for gap in &conversation.gaps {
            let text = say.text(
                "coverage-gap",
                &[
                    ("days", u64::from(gap.days).into()),
                    ("from", gap.from.as_str().into()),
                    ("to", gap.to.as_str().into()),
                ],
            );
            writeln!(out, "  {text}")?;
        }
    }
    for source in &workspace.case.sources {
        let account = accounting_text(say.lang(), &source.accounting);
        writeln!(out, "{}: {account}", source.name)?;
    }
    Ok(())
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
