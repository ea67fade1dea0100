//! `cargo xtask bench`: ratios between the tool and the least that the same work costs, taken in
//! one run on one machine, with the raw numbers. `--write` keeps them in docs/benchmarks.md.
//! Absolute rates of a shared machine say little; each ratio compares neighbours in time.

mod browser;
mod json;
mod large;
mod machine;
mod memory;
mod native;
mod peers;
mod process;
mod report;

use crate::{
    Outcome, build,
    workspace::{cargo, run as run_tool, target_dir},
};
use report::{Report, Row};
use serde_json::Value;
use std::{
    cell::RefCell,
    env, fs,
    path::PathBuf,
    process::{Command, Stdio},
};

/// Options of `cargo xtask bench`.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Args {
    /// Smaller inputs, under three minutes: for a look, not for publishing
    #[arg(long)]
    quick: bool,
    /// Write docs/benchmarks.md
    #[arg(long)]
    write: bool,
    /// Only these groups: import, json, sqlite, wasm, scan, engine, seal, page, memory, streaming, large
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Also a case of 3 GB in the page, in Chromium and Firefox: some ten minutes and 10 GB of disk
    #[arg(long)]
    large: bool,
    /// Install Presidio and redact-core and measure them over the development texts as well
    #[arg(long)]
    peers: bool,
    /// Use what is built already
    #[arg(long)]
    built: bool,
}

/// Heading of the figures that only `--large` measures.
const LARGE_SECTION: &str = "## Large cases in the page";

/// Sizes of the inputs.
struct Sizes {
    export_bytes: u64,
    sealed_bytes: u64,
    many_messages: u64,
    large_case_bytes: u64,
    streamed_bytes: u64,
}

impl Sizes {
    const fn new(quick: bool) -> Self {
        if quick {
            Self {
                export_bytes: 20_000_000,
                sealed_bytes: 128 << 20,
                many_messages: 200_000,
                large_case_bytes: 500_000_000,
                streamed_bytes: 200_000_000,
            }
        } else {
            Self {
                export_bytes: 100_000_000,
                sealed_bytes: 512 << 20,
                many_messages: 1_000_000,
                large_case_bytes: 3_000_000_000,
                streamed_bytes: 1_000_000_000,
            }
        }
    }
}

/// Where everything lies during a run.
struct Bench {
    sizes: Sizes,
    folder: PathBuf,
    measure: PathBuf,
    command: PathBuf,
    missing: RefCell<Vec<(String, String)>>,
}

impl Bench {
    /// Runs the optimised measuring program.
    fn measure(&self, args: &[&str]) -> Outcome<Value> {
        let output = Command::new(&self.measure)
            .args(args)
            .current_dir(&self.folder)
            .stderr(Stdio::inherit())
            .output()?;
        if !output.status.success() {
            return Err(format!("measure {} failed", args.join(" ")).into());
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    /// Notes a part that could not be measured, while the others go on.
    fn missing(&self, what: &str, why: &str) {
        self.missing
            .borrow_mut()
            .push((what.to_owned(), why.to_owned()));
    }

    /// A generated export of this name.
    fn export(&self, name: &str, args: &[&str]) -> Outcome<PathBuf> {
        let path = self.folder.join(name);
        if !path.is_file() {
            let mut all = args.to_vec();
            all.push(name);
            self.measure(&all)?;
        }
        Ok(path)
    }
}

/// Measures a few figures that belong together.
type Group = fn(&Bench) -> Outcome<Vec<Row>>;

/// Runs the subcommand.
pub fn run(args: &Args) -> Outcome<()> {
    let target = target_dir()?;
    let folder = target.join("bench");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut report = Report::new(args.quick);
    let wants = |group: &str| {
        let named = args.only.iter().any(|only| only == group);
        named || args.only.is_empty() && (group != "large" || args.large)
    };
    let suffix = env::consts::EXE_SUFFIX;
    let bench = Bench {
        sizes: Sizes::new(args.quick),
        measure: target.join(format!("release/examples/measure{suffix}")),
        command: target.join(format!("release/maskera{suffix}")),
        folder,
        missing: RefCell::default(),
    };
    if !args.built {
        for what in [
            &["--package", "maskera", "--example", "measure"][..],
            &["--package", "maskera-cli"],
        ] {
            run_tool(cargo().args(["build", "--quiet", "--release"]).args(what))?;
        }
        if wants("page") || wants("wasm") || wants("large") {
            let pages = build::pages(&build::Args {
                test_hooks: true,
                ..build::Args::default()
            })?;
            report.note(format!("page: SHA-256 {}", pages.sha256));
        }
    }
    let groups: [(&str, Group); 11] = [
        ("import", native::import),
        ("json", json::json),
        ("sqlite", native::sqlite),
        ("wasm", browser::engine),
        ("scan", native::scan),
        ("engine", native::engine),
        ("seal", native::seal),
        ("page", browser::page),
        ("memory", memory::memory),
        ("streaming", memory::streaming),
        ("large", large::large),
    ];
    for (group, work) in groups {
        if !wants(group) {
            continue;
        }
        eprintln!("measuring: {group} …");
        match work(&bench) {
            Ok(rows) => rows.into_iter().for_each(|row| report.add(row)),
            Err(error) => report.missing(group, &error.to_string()),
        }
        for (what, why) in bench.missing.take() {
            report.missing(&what, &why);
        }
    }
    if args.peers {
        eprintln!("measuring: peers …");
        match peers::peers(&bench) {
            Ok(rows) => rows.into_iter().for_each(|row| report.add(row)),
            Err(error) => report.missing("peers", &error.to_string()),
        }
        for (what, why) in bench.missing.take() {
            report.missing(&what, &why);
        }
    }
    fs::remove_dir_all(&bench.folder)?;
    print!("{}", report.text());
    if args.write {
        let path = crate::root().join("docs/benchmarks.md");
        let old = fs::read_to_string(&path).unwrap_or_default();
        // What this run has not measured anew stays.
        let kept = old
            .find(LARGE_SECTION)
            .filter(|_| !wants("large"))
            .and_then(|at| old.get(at..))
            .map(|section| format!("\n{section}"));
        fs::write(&path, report.markdown() + &kept.unwrap_or_default())?;
        println!("written: docs/benchmarks.md");
    }
    Ok(())
}
