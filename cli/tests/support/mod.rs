//! Running the built command in a folder of its own.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    missing_docs
)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "blå bær og 7 grønne æbler";

pub struct Place {
    pub home: TempDir,
}

pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn lines(&self) -> Vec<serde_json::Value> {
        let parse = |line: &str| serde_json::from_str(line).unwrap();
        self.out.lines().map(parse).collect()
    }
    pub fn ok(self) -> Self {
        assert_eq!(self.status, 0, "{}\n{}", self.out, self.err);
        self
    }
}

impl Place {
    pub fn new() -> Self {
        Place {
            home: tempfile::tempdir().unwrap(),
        }
    }
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }
    /// Runs `maskera` here with arguments split at spaces.
    pub fn run(&self, line: &str) -> Ran {
        self.run_args(&line.split(' ').collect::<Vec<_>>())
    }
    pub fn run_args(&self, args: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_maskera"));
        let output = command
            .args(args)
            .current_dir(self.home.path())
            .env("LC_ALL", "C.UTF-8")
            .output()
            .unwrap();
        ran(&output)
    }
    /// An SMS export, a passphrase file.
    pub fn with_export() -> Self {
        let place = Place::new();
        place.write("sms.xml", sms(EXPORT));
        place.write("secret", PASSPHRASE);
        place
    }
    pub fn entries(&self) -> Vec<String> {
        let entries = fs::read_dir(self.home.path()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

pub fn ran(output: &Output) -> Ran {
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Invented messages: number, name, time, box, body.
pub const EXPORT: &[(&str, &str, i64, u8, &str)] = &[
    (
        "+46701740605",
        "Astrid Exempel",
        1_704_103_200_000,
        1,
        "Hej! Mitt personnummer är 189001019802, ring 070-174 06 06.",
    ),
    (
        "+46701740605",
        "Astrid Exempel",
        1_704_106_800_000,
        2,
        "Tack Astrid, jag skriver till post.17@example.org 👍",
    ),
    (
        "+4520123456",
        "",
        1_706_781_600_000,
        1,
        "Mødet er flyttet til fredag.",
    ),
];

pub fn sms(messages: &[(&str, &str, i64, u8, &str)]) -> String {
    let escape = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;")
    };
    let body: String = messages
        .iter()
        .map(|(number, name, time, kind, body)| {
            let name = if name.is_empty() { "(Unknown)" } else { name };
            format!(
                "  <sms protocol=\"0\" address=\"{number}\" date=\"{time}\" type=\"{kind}\" \
                 subject=\"null\" body=\"{}\" toa=\"null\" sc_toa=\"null\" service_center=\"null\" \
                 read=\"1\" status=\"-1\" locked=\"0\" date_sent=\"0\" \
                 readable_date=\"\" contact_name=\"{}\" />\n",
                escape(body),
                escape(name)
            )
        })
        .collect();
    format!(
        "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"{}\">\n{body}</smses>\n",
        messages.len()
    )
}

/// All files below a folder.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy();
                files.insert(name.replace('\\', "/"), fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// True when the tool is there. Under CI a missing tool fails the test.
pub fn available(tool: &str, args: &[&str]) -> bool {
    let found = Command::new(tool)
        .args(args)
        .output()
        .is_ok_and(|output| output.status.success());
    if !found {
        let ci = std::env::var("CI").is_ok_and(|value| value == "true");
        assert!(!ci, "{tool} {args:?} is needed under CI");
        println!("skipped: no {tool} {args:?}");
    }
    found
}
