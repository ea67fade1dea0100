//! `cargo xtask demo`: sets up, builds page and command, takes the embedded made-up export through
//! the whole job with the command, and fails if a planted value survives in the released copy.

use super::{DIR, export::Account, survivors};
use crate::{
    Outcome, build, command, root,
    workspace::{output_of, target_dir},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Options of `cargo xtask demo`.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Args {
    /// Open the page in the browser; the same export is one click away there
    #[arg(long)]
    open: bool,
}

/// A passphrase for a bundle without secrets.
const PASSPHRASE: &str = "this bundle is only a demonstration";

/// Runs the subcommand.
pub fn run(args: &Args) -> Outcome<()> {
    let pages = build::pages(&build::Args::default())?;
    let program = command::build()?;
    let folder = root().join("dist/demo");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let account: Account =
        serde_json::from_str(&fs::read_to_string(root().join(DIR).join("planted.json"))?)?;
    job(&program, &folder, &account)?;
    let left = survivors::in_folder(&folder.join("released"), &account)?;
    let inspected = inspected(&program, &account)?;
    println!();
    println!(
        "Read       {} messages in {} conversations, every record accounted for",
        inspected.0, inspected.1
    );
    println!(
        "Planted    {} values: {}",
        account.planted.len(),
        by_category(&account)
    );
    if !left.is_empty() {
        return Err(format!(
            "planted values survive in the released copy:\n{}",
            left.join("\n")
        )
        .into());
    }
    println!("Released   none of them is left in the released copy");
    println!("Sealed     the bundle was opened again and every file in it fits its checksums");
    println!();
    println!("Page           {}", shown(&pages.page));
    println!("Command        {}", shown(&program));
    for (name, path) in [
        ("Released copy", "released"),
        ("Bundle", "bundle.zip"),
        ("Receipt", "receipt.json"),
    ] {
        println!("{name:<14} {}", shown(&folder.join(path)));
    }
    println!("The bundle's passphrase: {PASSPHRASE}");
    if args.open {
        open(&pages.page)?;
    }
    Ok(())
}

/// Import, scan, redaction by the default policy, released copy, bundle, opened again, verified.
fn job(program: &Path, folder: &Path, account: &Account) -> Outcome<()> {
    let export = root().join(DIR).join("sms-demo.xml");
    let secret = target_dir()?.join("demo-passphrase.txt");
    fs::write(&secret, PASSPHRASE)?;
    let (released, bundle) = (folder.join("released"), folder.join("bundle.zip"));
    let log = target_dir()?.join("demo-decisions.jsonl");
    let opened = target_dir()?.join("demo-opened");
    let answers = ["--owner", &account.owner, "--zone", &account.zone];
    let step = |words: &[&str], paths: &[&Path], flags: &[(&str, &Path)]| -> Outcome<String> {
        let mut command = Command::new(program);
        command.args(words).args(paths);
        for (flag, path) in flags {
            command.arg(flag).arg(path);
        }
        output_of(&mut command)
    };
    let mut redact = vec!["redact", "--force", "--lang", "da"];
    redact.extend(answers);
    step(
        &redact,
        &[&export],
        &[
            ("--receipt", &folder.join("receipt.json")),
            ("--log", &log),
            ("--out", &released),
        ],
    )?;
    let mut pack = vec!["pack", "--lang", "da"];
    pack.extend(answers);
    step(
        &pack,
        &[&export],
        &[
            ("--decisions", &log),
            ("--released", &released),
            ("--passphrase-file", &secret),
            ("--out", &bundle),
        ],
    )?;
    step(
        &["open", "--force"],
        &[&bundle],
        &[("--passphrase-file", &secret), ("--out", &opened)],
    )?;
    step(&["verify"], &[&bundle], &[("--passphrase-file", &secret)])?;
    step(&["verify"], &[&released], &[])?;
    Ok(())
}

/// Messages and conversations, as the command counts them; an error when they are not those of
/// the list.
fn inspected(program: &Path, account: &Account) -> Outcome<(u64, u64)> {
    let export = root().join(DIR).join("sms-demo.xml");
    let said = output_of(
        Command::new(program)
            .args(["inspect", "--json", "--owner", &account.owner])
            .arg(export),
    )?;
    let line: serde_json::Value = serde_json::from_str(said.lines().next().unwrap_or_default())?;
    let count = |name: &str| {
        line[name]
            .as_u64()
            .ok_or(format!("inspect gives no {name}: {line}"))
    };
    let (messages, conversations) = (count("messages")?, count("conversations")?);
    if (messages, conversations) == (account.messages as u64, account.conversations as u64) {
        Ok((messages, conversations))
    } else {
        Err(format!(
            "{messages} messages in {conversations} conversations were read, {} in {} are there",
            account.messages, account.conversations
        )
        .into())
    }
}

fn by_category(account: &Account) -> String {
    let mut counts = std::collections::BTreeMap::new();
    for planted in &account.planted {
        *counts.entry(planted.category.as_str()).or_insert(0u32) += 1;
    }
    let parts: Vec<String> = counts
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    parts.join(", ")
}

fn open(page: &Path) -> Outcome<()> {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    Command::new(program)
        .arg(page)
        .spawn()
        .map(|_| ())
        .map_err(|error| format!("{program}: {error}; open {} yourself", page.display()).into())
}

fn shown(path: &Path) -> String {
    let root: PathBuf = root();
    path.strip_prefix(&root)
        .unwrap_or(path)
        .display()
        .to_string()
}
