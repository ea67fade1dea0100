//! What the tests need from the system: browsers and their drivers, openssl, Python with three
//! packages. Missing things are installed through the package manager on Debian and Ubuntu;
//! elsewhere the command that installs them is named.

use crate::{
    Outcome, licences, root,
    workspace::{cargo, output_of, run, target_dir},
};
use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A program that the tests start.
struct Tool {
    /// Names under which it is known; the first one found is used.
    names: &'static [&'static str],
    /// Debian packages; the first one that can be installed is taken.
    packages: &'static [&'static str],
}

const CHROMIUM: Tool = Tool {
    names: &["chromium", "chromium-browser", "google-chrome"],
    packages: &["chromium", "chromium-browser"],
};
const FIREFOX: Tool = Tool {
    names: &["firefox-esr", "firefox"],
    packages: &["firefox-esr", "firefox"],
};
const WEBKIT: Tool = Tool {
    names: &["WebKitWebDriver"],
    packages: &["webkit2gtk-driver"],
};
const XVFB: Tool = Tool {
    names: &["Xvfb"],
    packages: &["xvfb"],
};
const OPENSSL: Tool = Tool {
    names: &["openssl"],
    packages: &["openssl"],
};
const PYTHON: Tool = Tool {
    names: &["python3"],
    packages: &["python3"],
};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Engine {
    /// Chromium
    Chromium,
    /// Firefox
    Firefox,
    /// WebKitGTK, as MiniBrowser
    Webkit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::Webkit];

    /// Its name for the browser tests.
    pub const fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        }
    }

    const fn tools(self) -> &'static [&'static Tool] {
        match self {
            Engine::Chromium => &[&CHROMIUM],
            Engine::Firefox => &[&FIREFOX],
            Engine::Webkit => &[&WEBKIT, &XVFB],
        }
    }

    /// Where its program lies.
    pub fn program(self) -> Option<PathBuf> {
        let tool = match self {
            Engine::Chromium => &CHROMIUM,
            Engine::Firefox => &FIREFOX,
            Engine::Webkit => &WEBKIT,
        };
        find(tool)
    }
}

/// Installs what is missing.
pub fn run_for(engines: &[Engine]) -> Outcome<String> {
    let tools: Vec<&Tool> = [&OPENSSL, &PYTHON]
        .into_iter()
        .chain(
            engines
                .iter()
                .flat_map(|engine| engine.tools().iter().copied()),
        )
        .collect();
    let missing: Vec<&Tool> = tools
        .into_iter()
        .filter(|tool| find(tool).is_none())
        .collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    python()?;
    driver_packages()?;
    Ok(cargo_deny())
}

fn find(tool: &Tool) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    tool.names.iter().find_map(|name| {
        let candidates = folders.iter().map(|folder| folder.join(name));
        candidates.into_iter().find(|candidate| candidate.is_file())
    })
}

fn install(missing: &[&Tool]) -> Outcome<()> {
    let names: Vec<&str> = missing
        .iter()
        .filter_map(|tool| tool.packages.first().copied())
        .collect();
    let advice = format!("install with: sudo apt-get install {}", names.join(" "));
    let Some(prefix) = may_install() else {
        let programs: Vec<&str> = missing
            .iter()
            .filter_map(|tool| tool.names.first().copied())
            .collect();
        return Err(format!(
            "{} not found; {advice} (Debian, Ubuntu), or the like of your system",
            programs.join(", ")
        )
        .into());
    };
    let apt = |args: &[&str]| -> Outcome<()> {
        let mut words = prefix.iter().copied().chain(["apt-get"]);
        let mut command = Command::new(words.next().unwrap_or("apt-get"));
        command
            .args(words)
            .args(args)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null());
        run(&mut command)
    };
    eprintln!("Installing {} …", names.join(", "));
    apt(&["update", "-qq"])?;
    for tool in missing {
        let done = tool.packages.iter().any(|package| {
            apt(&["install", "-y", "-qq", "--no-install-recommends", package]).is_ok()
        });
        if !done || find(tool).is_none() {
            return Err(advice.into());
        }
    }
    Ok(())
}

/// What to put before `apt-get`, where this system has it and it may be run.
fn may_install() -> Option<Vec<&'static str>> {
    let quiet = |program: &str, args: &[&str]| {
        let mut command = Command::new(program);
        command
            .args(args)
            .stdin(Stdio::null())
            .stderr(Stdio::null());
        output_of(&mut command).ok()
    };
    quiet("apt-get", &["--version"])?;
    if quiet("id", &["-u"])?.trim() == "0" {
        return Some(Vec::new());
    }
    quiet("sudo", &["-n", "true"]).map(|_| vec!["sudo", "-n"])
}

/// Licences are checked by cargo-deny; a plain fallback takes over where it cannot be installed.
fn cargo_deny() -> String {
    if licences::cargo_deny() {
        return String::new();
    }
    eprintln!("Installing cargo-deny (some minutes) …");
    let done = cargo()
        .current_dir(env::temp_dir())
        .args([
            "install",
            "--quiet",
            "--locked",
            "cargo-deny",
            "--version",
            "0.20.2",
        ])
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .status()
        .is_ok_and(|status| status.success());
    if done {
        String::new()
    } else {
        "cargo-deny could not be installed; licences are checked without it".to_owned()
    }
}

/// Python with the packages that the tests compare with: bagit (the form of the package),
/// python-stdnum (the detectors' numbers), cryptography (the bundle's own opener), libipld (Bluesky's
/// repositories), openpyxl (workbooks).
pub fn python() -> Outcome<PathBuf> {
    let venv = target_dir()?.join("test-python");
    let python = venv.join("bin/python");
    let complete = || {
        let mut command = Command::new(&python);
        command.args([
            "-c",
            "import bagit, stdnum, cryptography, libipld, openpyxl",
        ]);
        output_of(&mut command).is_ok()
    };
    if complete() {
        return Ok(python);
    }
    eprintln!("Setting up Python for the tests …");
    let make = || {
        let mut command = Command::new("python3");
        output_of(command.args(["-m", "venv", "--clear"]).arg(&venv))
    };
    if make().is_err() {
        // Debian keeps the module in a package of its own.
        install(&[&Tool {
            names: &["python3"],
            packages: &["python3-venv"],
        }])?;
        make()?;
    }
    let mut pip = Command::new(&python);
    output_of(
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .args([
            "setuptools<81",
            "bagit==1.9.0",
            "python-stdnum",
            "cryptography",
            "libipld",
            "openpyxl==3.1.5",
        ]),
    )?;
    if complete() {
        Ok(python)
    } else {
        Err(
            "Python's packages bagit, python-stdnum, cryptography, libipld and openpyxl could not be set up"
                .into(),
        )
    }
}

/// The npm packages of the browser tests.
fn driver_packages() -> Outcome<()> {
    let folder = browser_tests();
    if folder.join("node_modules/axe-core/package.json").is_file()
        && folder
            .join("node_modules/puppeteer-core/package.json")
            .is_file()
    {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(npm);
    output_of(
        command
            .current_dir(&folder)
            .args(["ci", "--no-audit", "--no-fund"]),
    )
    .map(|_| ())
}

/// Where the browser tests lie.
pub fn browser_tests() -> PathBuf {
    root().join(Path::new("tests/browser"))
}
