//! The `maskera` command: the same core as the page, for scripts and for large cases. The
//! contract is `docs/cli.md`.
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)
)]
// The command gives the core its files, clock and environment (clippy.toml).
#![allow(clippy::disallowed_methods)]

mod args;
mod case;
mod coverage;
mod explain;
mod files;
mod inspect;
mod load;
mod open;
mod pack;
mod people;
mod progress;
mod redact;
mod say;
mod scan;
mod search;
mod secret;
mod system;
mod texts;
mod verify;

use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use maskera::{
    error::{Error, Result},
    job::Ctx,
    locales::Lang,
};
use progress::Meter;
use say::Say;
use std::{io::Write, process::ExitCode};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Everything was done.
    Done,
    /// Done, with problems that were reported.
    Problems,
    /// Could not be done; the reason was reported.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        ExitCode::from(match status {
            Status::Done => 0,
            Status::Problems => 1,
            Status::Failed => 2,
        })
    }
}

/// Standard output was closed by its reader (`| head`): no problem of ours.
fn reader_left(error: &Error) -> bool {
    error
        .args()
        .get("kind")
        .is_some_and(|kind| kind == "broken pipe")
}

fn run(cli: &Cli, ctx: &mut Ctx, meter: &mut Meter, say: &Say) -> Result<Status> {
    match &cli.command {
        Command::Inspect(args) => inspect::run(args, ctx, meter, say),
        Command::Coverage(args) => coverage::run(args, ctx, meter, say),
        Command::Merge(args) => coverage::merge(args, ctx, meter, say),
        Command::People(args) => people::run(args, ctx, meter, say),
        Command::Register(args) => people::accounts(args, ctx, meter, say),
        Command::Scan(args) => scan::run(args, ctx, meter, say),
        Command::Explain(args) => explain::run(args, say),
        Command::Redact(args) => redact::run(args, tool_sha256(cli), ctx, meter, say),
        Command::Pack(args) => pack::run(args, tool_sha256(cli), ctx, meter, say),
        Command::Open(args) => open::run(args, ctx, meter, say),
        Command::Verify(args) => verify::run(args, ctx, meter, say),
        Command::Completions { shell } => {
            let mut command = Cli::command();
            clap_complete::generate(*shell, &mut command, "maskera", &mut std::io::stdout());
            Ok(Status::Done)
        }
        Command::Man => {
            man(&Cli::command())?;
            Ok(Status::Done)
        }
    }
}

/// The command's own file; left out in tests, which compare page and command byte for byte.
fn tool_sha256(cli: &Cli) -> Option<String> {
    match cli.fixed_seed {
        Some(_) => None,
        None => system::own_sha256(),
    }
}

/// One page: the command, then every subcommand.
fn man(command: &clap::Command) -> std::io::Result<()> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        let name = format!("maskera {}", sub.get_name());
        let sub = sub.clone().bin_name(name.clone()).display_name(name);
        let manual = clap_mangen::Man::new(sub);
        manual.render_synopsis_section(&mut page)?;
        manual.render_description_section(&mut page)?;
        manual.render_options_section(&mut page)?;
        manual.render_extra_section(&mut page)?;
    }
    std::io::stdout().write_all(&page)
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let lang = cli.lang.and_then(|lang| Lang::from_tag(lang.tag()));
    let say = Say::new(lang.unwrap_or_else(say::environment_lang));
    system::catch_ctrl_c();
    if cli.fixed_seed.is_some() {
        say.note("cli-fixed", &[]);
    }
    let mut ctx = system::ctx(cli.fixed_clock, cli.fixed_seed);
    let mut meter = Meter::new(cli.quiet, say.lang());
    match run(&cli, &mut ctx, &mut meter, &say) {
        Ok(status) => status.into(),
        Err(error) if reader_left(&error) => ExitCode::SUCCESS,
        Err(error) => {
            say.error(&error);
            Status::Failed.into()
        }
    }
}
