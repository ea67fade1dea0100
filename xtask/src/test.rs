//! `cargo xtask test`: everything. Set-up, check, native tests, the fuzz targets' corpora, and the
//! whole job through the page in the browser engines. The last line is the summary.

use crate::{
    Outcome, build, check, root,
    setup::{self, Engine},
    tally::Tally,
    workspace::{cargo, target_dir},
};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

/// Options of `cargo xtask test`.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Args {
    /// Browser engines to test in, separated by commas; all three when left out
    #[arg(long, value_delimiter = ',')]
    engines: Vec<Engine>,
    /// Run the browser tests only, on the pages that are built
    #[arg(long)]
    browser_only: bool,
}

/// Runs the subcommand.
pub fn run(args: &Args) -> Outcome<()> {
    let engines = if args.engines.is_empty() {
        Engine::ALL.to_vec()
    } else {
        args.engines.clone()
    };
    let mut tally = Tally::default();
    tally.section("set-up");
    tally.check("programs and packages", || setup::run_for(&engines));
    if !args.browser_only {
        tally.check("page and command", || {
            build::pages(&build::Args {
                test_hooks: true,
                ..build::Args::default()
            })?;
            crate::workspace::run(cargo().args([
                "build",
                "--quiet",
                "--release",
                "--package",
                "maskera-cli",
            ]))?;
            Ok(String::new())
        });
        check::all(&mut tally);
        tally.section("native tests");
        native(
            &mut tally,
            "cargo test",
            with_python(&mut cargo())?.args(["test", "--workspace", "--no-fail-fast"]),
        );
        fuzz(&mut tally);
    }
    browser(&mut tally, &engines)?;
    for engine in Engine::ALL
        .iter()
        .filter(|engine| !engines.contains(engine))
    {
        println!("left out on purpose (--engines): {}", engine.name());
    }
    tally.finish()
}

/// Puts the Python with the packages that the tests compare with in front of all others.
fn with_python(command: &mut Command) -> Outcome<&mut Command> {
    let python = setup::python()?;
    let mut folders = Vec::from_iter(python.parent().map(Path::to_path_buf));
    folders.extend(std::env::split_paths(
        &std::env::var_os("PATH").unwrap_or_default(),
    ));
    let path = std::env::join_paths(folders)?;
    Ok(command.env("PATH", path).env("MASKERA_PYTHON", python))
}

/// Runs cargo's tests and adds what they count.
fn native(tally: &mut Tally, name: &str, command: &mut Command) {
    let lines = lines_of(command, |line| {
        if line.starts_with("test result:")
            || line.ends_with("FAILED")
            || line.starts_with("skipped:")
        {
            println!("{line}");
        }
    });
    match lines {
        Err(error) => tally.fail(name, &*error),
        Ok((lines, success)) => {
            let (passed, failed) = counted(&lines);
            tally.add(name, passed, failed);
            if !success && failed == 0 {
                for line in lines.iter().rev().take(40).rev() {
                    println!("{line}");
                }
                tally.fail(
                    name,
                    &std::io::Error::other("did not compile or stopped early"),
                );
            }
        }
    }
}

/// Sums cargo's lines "test result: ok. 3 passed; 0 failed; …".
fn counted(lines: &[String]) -> (u64, u64) {
    let number_before = |line: &str, word: &str| -> u64 {
        line.split(word)
            .next()
            .and_then(|before| before.split_whitespace().last())
            .and_then(|number| number.parse().ok())
            .unwrap_or(0)
    };
    lines
        .iter()
        .filter(|line| line.starts_with("test result:"))
        .fold((0, 0), |(passed, failed), line| {
            (
                passed + number_before(line, " passed"),
                failed + number_before(line, " failed"),
            )
        })
}

/// The fuzz targets, for a bounded time where cargo-fuzz and a nightly compiler are installed.
/// They run over mutated fixtures in any case (tests/fuzz_bounded.rs).
fn fuzz(tally: &mut Tally) {
    let manifest = root().join("fuzz/Cargo.toml");
    let works = |command: &mut Command| {
        command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    if !manifest.is_file() {
        tally.unchecked("fuzz targets", "there is no fuzz/Cargo.toml");
        return;
    }
    let able = works(Command::new("cargo").args(["+nightly", "--version"]))
        && works(Command::new("cargo-fuzz").arg("--version"));
    if !able {
        println!(
            "cargo-fuzz or a nightly compiler is missing: the fuzz targets ran over mutated \
             fixtures only (tests/fuzz_bounded.rs)"
        );
        return;
    }
    let listing = Command::new("cargo")
        .current_dir(root())
        .args(["+nightly", "fuzz", "list"])
        .output();
    let targets = listing.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    for target in targets.unwrap_or_default().split_whitespace() {
        tally.check(&format!("fuzz {target}, {FUZZ_SECONDS} s"), || {
            let mut command = Command::new("cargo");
            command
                .current_dir(root())
                .args(["+nightly", "fuzz", "run", target, "--"]);
            command
                .arg(format!("-max_total_time={FUZZ_SECONDS}"))
                .arg("-rss_limit_mb=2048");
            crate::workspace::output_of(&mut command).map(|_| String::new())
        });
    }
}

/// Seconds for each fuzz target.
const FUZZ_SECONDS: u32 = 20;

/// The browser tests: one node process, whose lines are shown and whose summary is added.
fn browser(tally: &mut Tally, engines: &[Engine]) -> Outcome<()> {
    tally.section("the page in browsers");
    let python = setup::python()?;
    let command_line = target_dir()?
        .join("release")
        .join(format!("maskera{}", std::env::consts::EXE_SUFFIX));
    let names: Vec<&str> = engines.iter().map(|engine| engine.name()).collect();
    let mut command = Command::new("node");
    command
        .current_dir(setup::browser_tests())
        .arg("run.mjs")
        .args(["--engines", &names.join(",")])
        .arg("--page")
        .arg(root().join("dist/maskera.html"))
        .arg("--test-page")
        .arg(root().join("dist/maskera-test.html"))
        .arg("--command")
        .arg(command_line)
        .arg("--python")
        .arg(python)
        .arg("--work")
        .arg(target_dir()?.join("browser-tests"));
    for engine in engines {
        if let Some(program) = engine.program() {
            command.arg(format!("--{}", engine.name())).arg(program);
        }
    }
    match lines_of(&mut command, |line| println!("{line}")) {
        Err(error) => tally.fail("browser tests", &*error),
        Ok((lines, success)) => {
            let summary = lines.iter().rev().find_map(|line| {
                let (passed, rest) = line.split_once(" passed, ")?;
                Some((
                    passed.parse().ok()?,
                    rest.strip_suffix(" failed")?.parse().ok()?,
                ))
            });
            let (passed, failed) = summary.unwrap_or((0, 0));
            tally.add("browser tests", passed, failed);
            if summary.is_none() || (!success && failed == 0) {
                tally.fail("browser tests", &std::io::Error::other("stopped early"));
            }
        }
    }
    Ok(())
}

/// Runs a program, shows its lines as they come and keeps them.
fn lines_of(command: &mut Command, mut show: impl FnMut(&str)) -> Outcome<(Vec<String>, bool)> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().ok_or("no output")?;
    let mut lines = Vec::new();
    for line in BufReader::new(output).lines() {
        let line = line?;
        show(&line);
        lines.push(line);
    }
    Ok((lines, child.wait()?.success()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_cargo_are_summed() {
        let lines = [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.11s",
            "test a ... FAILED",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
        ]
        .map(str::to_owned);
        assert_eq!(counted(&lines), (15, 2));
    }
}
