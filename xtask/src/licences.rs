//! Licences of everything that is built in, against the list in deny.toml: by cargo-deny where it
//! is installed, else from `cargo metadata`. Known weaknesses of dependencies: by cargo-deny where
//! its database can be reached, else said to be unchecked.

use crate::{
    Outcome, root,
    workspace::{cargo, output_of},
};
use std::{collections::BTreeSet, fs, process::Command};

/// What became of a check that may be impossible here.
pub enum Checked {
    /// Done, with a note.
    Yes(String),
    /// Not possible here, with the reason.
    No(String),
}

/// True when cargo-deny is installed.
pub fn cargo_deny() -> bool {
    Command::new("cargo-deny")
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success())
}

/// Checks licences, sources and wildcards.
pub fn licences() -> Outcome<String> {
    if cargo_deny() {
        output_of(cargo().args([
            "deny",
            "--workspace",
            "--log-level",
            "error",
            "check",
            "--hide-inclusion-graph",
            "licenses",
            "bans",
            "sources",
        ]))?;
        return Ok("by cargo-deny".to_owned());
    }
    let allowed = allowed()?;
    let listing = output_of(cargo().args([
        "metadata",
        "--format-version",
        "1",
        "--all-features",
        "--locked",
    ]))?;
    let metadata: serde_json::Value = serde_json::from_str(&listing)?;
    let packages = metadata["packages"]
        .as_array()
        .ok_or("cargo metadata lists no packages")?;
    let wrong: Vec<String> = packages
        .iter()
        .filter(|package| !package["source"].is_null())
        .filter_map(|package| {
            let licence = package["license"].as_str().unwrap_or("none stated");
            let fine = permitted(licence, &allowed);
            (!fine).then(|| format!("{} {}: {licence}", package["name"], package["version"]))
        })
        .collect();
    if wrong.is_empty() {
        Ok(format!(
            "{} packages, by cargo metadata (cargo-deny is not installed)",
            packages.len()
        ))
    } else {
        Err(wrong.join("\n").into())
    }
}

/// Checks for published weaknesses. `MASKERA_ADVISORY_DB` may name a folder with copies of the
/// database, as cargo-deny keeps them.
pub fn advisories() -> Outcome<Checked> {
    if !cargo_deny() {
        return Ok(Checked::No("cargo-deny is not installed".to_owned()));
    }
    let mut command = cargo();
    command.args(["deny", "--workspace", "--log-level", "error"]);
    if let Some(path) = std::env::var_os("MASKERA_ADVISORY_DB") {
        let config = fs::read_to_string(root().join("deny.toml"))?;
        let path = serde_json::to_string(&path.to_string_lossy())?;
        let config = config.replace("[advisories]", &format!("[advisories]\ndb-path = {path}"));
        let file = crate::workspace::target_dir()?.join("deny-with-path.toml");
        fs::write(&file, config)?;
        command.arg("--offline").arg("--config").arg(file);
    }
    command.args(["check", "advisories"]);
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() {
        Ok(Checked::Yes("by cargo-deny".to_owned()))
    } else if said.contains("failed to fetch")
        || said.contains("failed to load advisory database")
        || said.contains("failed to open advisory database")
    {
        Ok(Checked::No(
            "the database cannot be reached; MASKERA_ADVISORY_DB may name a copy".to_owned(),
        ))
    } else {
        Err(said.into())
    }
}

fn allowed() -> Outcome<BTreeSet<String>> {
    let table: toml::Table = fs::read_to_string(root().join("deny.toml"))?.parse()?;
    let list = table
        .get("licenses")
        .and_then(|licenses| licenses.get("allow"))
        .and_then(toml::Value::as_array)
        .ok_or("deny.toml: licenses.allow is missing")?;
    Ok(list
        .iter()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect())
}

/// Evaluates a licence expression (SPDX 3.0 annex B, and the old "A/B"): of `OR` one, of `AND`
/// both must be allowed.
fn permitted(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let expression = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = expression.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at, allowed) && at == words.len()
}

fn either(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut fine = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        fine |= both(words, at, allowed);
    }
    fine
}

fn both(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let mut fine = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        fine &= one(words, at, allowed);
    }
    fine
}

fn one(words: &[&str], at: &mut usize, allowed: &BTreeSet<String>) -> bool {
    let Some(word) = words.get(*at) else {
        return false;
    };
    *at += 1;
    if *word == "(" {
        let fine = either(words, at, allowed);
        *at += 1;
        return fine;
    }
    let mut name = (*word).to_owned();
    if words.get(*at) == Some(&"WITH") {
        name = format!("{name} WITH {}", words.get(*at + 1).unwrap_or(&""));
        *at += 2;
    }
    allowed.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions() {
        let allowed: BTreeSet<String> = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"]
            .map(str::to_owned)
            .into();
        for fine in [
            "MIT",
            "MIT/GPL-3.0",
            "(MIT OR GPL-3.0) AND Apache-2.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
        ] {
            assert!(permitted(fine, &allowed), "{fine}");
        }
        for wrong in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "",
            "none stated",
            "MIT WITH x",
            "(MIT OR GPL-3.0) AND GPL-3.0",
        ] {
            assert!(!permitted(wrong, &allowed), "{wrong}");
        }
    }
}
