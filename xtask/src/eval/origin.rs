//! Nordic names and others, by the public name lists beside the project. A list tells about a
//! name, never about a person: the split only shows whether one kind of name is found less often.

use flate2::read::GzDecoder;
use std::{
    collections::BTreeSet,
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

/// Bearers from which a name counts as common.
const COMMON: u64 = 200;

/// The lists, where they are there.
pub struct Origin {
    nordic: BTreeSet<String>,
    other: BTreeSet<String>,
}

impl Origin {
    /// Reads `names/*.tsv.gz`; `None` without them.
    pub fn read(folder: &Path) -> Option<Self> {
        let mut nordic = BTreeSet::new();
        for list in [
            "se-given",
            "fi-given",
            "fi-surname",
            "dk-given",
            "dk-surname",
            "no-given",
            "no-surname-partial",
        ] {
            nordic.extend(names(folder, list, COMMON)?);
        }
        nordic.extend(names(folder, "se-surname-top100", 0)?);
        let mut other: BTreeSet<String> = BTreeSet::new();
        for list in ["dk-given-muslim", "surname-muslim"] {
            other.extend(names(folder, list, 0)?);
        }
        // the first of these lists also holds very common Danish names
        let danish = names(folder, "dk-given", 2_000)?;
        other.retain(|name| !danish.contains(name));
        Some(Self { nordic, other })
    }

    /// True for a Nordic name, false for another; by its last part that a list knows.
    pub fn nordic(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        let mut known = None;
        for part in name.split(|c: char| !c.is_alphabetic() && c != '\'') {
            let stem = part.strip_suffix('s').unwrap_or(part);
            let in_list = |list: &BTreeSet<String>| list.contains(part) || list.contains(stem);
            if in_list(&self.other) {
                return false;
            }
            if in_list(&self.nordic) {
                known = Some(true);
            }
        }
        const ENDINGS: &[&str] = &[
            "sen", "sson", "gren", "berg", "ström", "strøm", "qvist", "kvist", "lund", "nen",
            "gård", "gaard", "holm", "dal", "dahl", "mäki", "niemi", "stad", "heim", "vik",
        ];
        let stem = name.strip_suffix('s').unwrap_or(&name);
        known.unwrap_or_else(|| ENDINGS.iter().any(|end| stem.ends_with(end)))
    }
}

fn names(folder: &Path, list: &str, least: u64) -> Option<BTreeSet<String>> {
    let file = File::open(folder.join(format!("{list}.tsv.gz"))).ok()?;
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    let mut found = BTreeSet::new();
    for line in lines {
        let line = line.ok()?;
        let (name, count) = line.split_once('\t').unwrap_or((&line, "0"));
        if count.trim().parse().unwrap_or(0) >= least {
            found.insert(name.to_lowercase());
        }
    }
    Some(found)
}
