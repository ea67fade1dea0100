//! `cargo xtask build`: engine to wasm, glue, scripts, one HTML file. Sets up what is missing:
//! the wasm target (rustup) and the npm packages. Values come from `wasm-pack.toml`.

use crate::{
    Outcome, bindgen, gzip, pack, root,
    workspace::{cargo, hex, output_of, run as run_tool, target_dir},
};
use sha2::{Digest, Sha256};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Options of `cargo xtask build`.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Args {
    /// Build quickly: a slow and large engine, not for use
    #[arg(long)]
    pub dev: bool,
    /// Build dist/maskera-test.html as well: takes fixed clock and randomness from its address
    #[arg(long)]
    pub test_hooks: bool,
    /// Build the command as well: dist/maskera with man page and shell completions
    #[arg(long)]
    pub command: bool,
}

/// Runs the subcommand.
pub fn run(args: &Args) -> Outcome<()> {
    pages(args)?;
    if args.command {
        println!("{}", shown(&crate::command::build()?));
    }
    Ok(())
}

/// The built pages, for the tasks that go on with them.
pub struct Pages {
    /// `dist/maskera.html`.
    pub page: PathBuf,
    /// SHA-256 of the page, hex.
    pub sha256: String,
}

/// Builds the page, and the one for browser tests when asked for.
pub fn pages(args: &Args) -> Outcome<Pages> {
    let manifest = Manifest::read()?;
    let profile = if args.dev {
        &manifest.dev
    } else {
        &manifest.release
    };
    add_target(&manifest.wasm_target)?;
    install_packages()?;
    let engine = bindgen::engine(&compile(&manifest.wasm_target, profile)?, args.dev)?;
    let dist = root().join("dist");
    fs::create_dir_all(&dist)?;
    let page = dist.join("maskera.html");
    let html = html(&engine, args.dev, false)?;
    fs::write(&page, &html)?;
    let sha256 = hex(&Sha256::digest(html.as_bytes()));
    println!(
        "{}: {} bytes of {} ({}), engine {} bytes",
        shown(&page),
        html.len(),
        manifest.budget,
        if args.dev {
            "development build, not for use"
        } else {
            "release"
        },
        engine.wasm.len(),
    );
    println!("SHA-256 {sha256}");
    if !args.dev && html.len() > manifest.budget {
        return Err(format!("the page is larger than {} bytes", manifest.budget).into());
    }
    if args.test_hooks {
        let path = dist.join("maskera-test.html");
        fs::write(path, self::html(&engine, args.dev, true)?)?;
    }
    Ok(Pages { page, sha256 })
}

/// Bytes that the page may have.
pub fn budget() -> Outcome<usize> {
    Ok(Manifest::read()?.budget)
}

/// What `wasm-pack.toml` says.
struct Manifest {
    wasm_target: String,
    release: String,
    dev: String,
    budget: usize,
}

impl Manifest {
    fn read() -> Outcome<Self> {
        let table: toml::Table = fs::read_to_string(root().join("wasm-pack.toml"))?.parse()?;
        let text = |path: [&str; 3]| -> Outcome<String> {
            let mut value = table.get(path[0]);
            for key in path[1..].iter().filter(|key| !key.is_empty()) {
                value = value.and_then(|value| value.get(key));
            }
            let text = value.and_then(|value| value.as_str());
            Ok(text
                .ok_or_else(|| format!("wasm-pack.toml: {path:?} is missing"))?
                .to_owned())
        };
        if text(["build", "bindgen-target", ""])? != "no-modules" {
            return Err("wasm-pack.toml: the page needs bindgen-target no-modules".into());
        }
        let budget = table
            .get("budget")
            .and_then(|budget| budget.get("html"))
            .and_then(toml::Value::as_integer)
            .ok_or("wasm-pack.toml: budget.html is missing")?;
        Ok(Self {
            wasm_target: text(["build", "wasm-target", ""])?,
            release: text(["profile", "release", "cargo-profile"])?,
            dev: text(["profile", "dev", "cargo-profile"])?,
            budget: usize::try_from(budget)?,
        })
    }
}

/// Installs the wasm target where it is missing.
fn add_target(target: &str) -> Outcome<()> {
    let sysroot = output_of(
        Command::new("rustc")
            .current_dir(root())
            .args(["--print", "sysroot"]),
    )?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(target)
        .join("lib")
        .is_dir()
    {
        return Ok(());
    }
    eprintln!("Installing the target {target} with rustup …");
    run_tool(
        Command::new("rustup")
            .current_dir(root())
            .args(["target", "add", target]),
    )
    .map_err(|error| format!("{error}; install it with: rustup target add {target}").into())
}

/// Installs the npm packages where they are missing or older than the lock file.
pub fn install_packages() -> Outcome<()> {
    let www = root().join("www");
    let lock = fs::read(www.join("package-lock.json"))?;
    let wanted = hex(&Sha256::digest(&lock));
    let stamp = www.join("node_modules/.maskera-lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    eprintln!("Installing the page's npm packages …");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run_tool(
        Command::new(npm)
            .current_dir(&www)
            .args(["ci", "--no-audit", "--no-fund"]),
    )
    .map_err(|error| format!("{error}; Node.js 20 or newer with npm is needed"))?;
    fs::write(stamp, wanted)?;
    Ok(())
}

/// Compiles the engine; returns the path of the module. No path of this machine stays in it.
fn compile(target: &str, profile: &str) -> Outcome<PathBuf> {
    // Paths of the workspace are relative already.
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let user = env::var_os("HOME")
        .or_else(|| env::var_os("USERPROFILE"))
        .map(PathBuf::from);
    let flags: Vec<String> = home
        .or_else(|| user.map(|user| user.join(".cargo")))
        .map(|home| format!("--remap-path-prefix={}=cargo", home.display()))
        .into_iter()
        .collect();
    let config = format!(
        "target.{target}.rustflags={}",
        serde_json::to_string(&flags)?
    );
    run_tool(
        cargo()
            .args(["build", "--package", "maskera", "--lib", "--target", target])
            .args(["--profile", profile, "--config", &config]),
    )?;
    Ok(target_dir()?
        .join(target)
        .join(profile)
        .join("maskera.wasm"))
}

/// Bundles the scripts and packs the page.
fn html(engine: &bindgen::Engine, dev: bool, hooks: bool) -> Outcome<String> {
    let template = fs::read_to_string(root().join("www/index.template.html"))?;
    let template = pack::template(&template);
    let template_text = format!("TEMPLATE={}", serde_json::to_string(&template)?);
    let shell = bundle("src/shell.ts", dev, hooks, &[template_text])?;
    let app = bundle("src/frame.ts", dev, hooks, &[])?;
    let selftest = bundle("src/selftest.ts", dev, hooks, &[])?;
    let worker = bundle("src/worker.ts", dev, hooks, &[])?;
    let app_style = style("src/style.css")?;
    let shell_style = style("src/shell.css")?;
    let sample = root().join("tests/fixtures/demo/sms-demo.xml");
    let sample = match fs::read(&sample) {
        Ok(bytes) => Some(bytes),
        Err(_) if dev => None,
        Err(error) => return Err(format!("{}: {error}", shown(&sample)).into()),
    };
    pack::page(&pack::Parts {
        template: &template,
        shell: &shell,
        shell_style: &shell_style,
        app: &app,
        app_style: &app_style,
        selftest: &selftest,
        worker: &format!("{}\n{worker}", engine.glue),
        wasm: &engine.wasm,
        sample: sample.as_deref(),
        gzip: if dev { gzip::quick } else { gzip::smallest },
    })
}

fn esbuild() -> Command {
    let www = root().join("www");
    let name = if cfg!(windows) {
        "esbuild.cmd"
    } else {
        "esbuild"
    };
    let mut command = Command::new(www.join("node_modules/.bin").join(name));
    command.current_dir(www);
    command
}

/// One script with everything that it imports. Licence notices stay.
fn bundle(entry: &str, dev: bool, hooks: bool, constants: &[String]) -> Outcome<String> {
    let commit = Command::new("git")
        .current_dir(root())
        .args(["rev-parse", "--short=12", "HEAD"])
        .output()
        .ok()
        .filter(|output| output.status.success())
        .map_or_else(
            || "unknown".to_owned(),
            |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        );
    let mut command = esbuild();
    command.args([
        entry,
        "--bundle",
        "--format=iife",
        "--charset=utf8",
        "--log-level=warning",
    ]);
    command.args([
        "--target=chrome120,firefox128,safari17.4",
        "--legal-comments=eof",
    ]);
    command.args(["--loader:.ftl=text", "--loader:.css=text"]);
    command.arg(format!("--define:TEST_HOOKS={hooks}"));
    command.arg(format!(
        "--define:VERSION={}",
        serde_json::to_string(env!("CARGO_PKG_VERSION"))?
    ));
    command.arg(format!(
        "--define:COMMIT={}",
        serde_json::to_string(&commit)?
    ));
    for constant in constants {
        command.arg(format!("--define:{constant}"));
    }
    if !dev {
        command.arg("--minify");
    }
    output_of(&mut command)
}

fn style(entry: &str) -> Outcome<String> {
    output_of(esbuild().args([
        entry,
        "--bundle",
        "--minify",
        "--charset=utf8",
        "--log-level=warning",
    ]))
}

/// A path as people know it.
fn shown(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .display()
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(file: &str) -> toml::Table {
        fs::read_to_string(root().join(file))
            .unwrap()
            .parse()
            .unwrap()
    }

    #[test]
    fn manifest_says_that_wasm_pack_does_not_read_it() {
        let text = fs::read_to_string(root().join("wasm-pack.toml")).unwrap();
        assert!(
            text.lines()
                .next()
                .unwrap()
                .contains("wasm-pack itself does not read this file")
        );
    }

    #[test]
    fn manifest_agrees_with_cargo_toml() {
        let manifest = table("wasm-pack.toml");
        let cargo = table("Cargo.toml");
        let metadata = &cargo["package"]["metadata"]["wasm-pack"]["profile"];
        for (name, profile) in manifest["profile"].as_table().unwrap() {
            assert_eq!(metadata[name]["wasm-opt"], profile["wasm-opt"], "{name}");
            let used = profile["cargo-profile"].as_str().unwrap();
            assert!(cargo["profile"].get(used).is_some(), "{used}");
        }
        let version = manifest["tools"]["wasm-bindgen"].as_str().unwrap();
        let dependency = &cargo["target"]["cfg(target_arch = \"wasm32\")"]["dependencies"];
        assert_eq!(
            dependency["wasm-bindgen"].as_str().unwrap(),
            format!("={version}")
        );
    }

    #[test]
    fn manifest_agrees_with_cargo_lock() {
        let version = table("wasm-pack.toml")["tools"]["wasm-bindgen"]
            .as_str()
            .unwrap()
            .to_owned();
        let lock = table("Cargo.lock");
        for name in ["wasm-bindgen", "wasm-bindgen-cli-support"] {
            let versions: Vec<_> = lock["package"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|package| package["name"].as_str() == Some(name))
                .map(|package| package["version"].as_str().unwrap())
                .collect();
            assert_eq!(versions, [version.as_str()], "{name}");
        }
    }
}
