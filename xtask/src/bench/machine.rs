//! What the figures were taken on.

use std::{fs, process::Command};

/// Processor, cores, memory and system, in one line.
pub fn machine() -> String {
    let cpu =
        line_of("/proc/cpuinfo", "model name").unwrap_or_else(|| "processor not known".into());
    let memory = line_of("/proc/meminfo", "MemTotal")
        .and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok())
        .map_or_else(String::new, |kib| {
            format!(", {:.0} GB memory", kib as f64 * 1024.0 / 1e9)
        });
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let system =
        line_of("/etc/os-release", "PRETTY_NAME").unwrap_or_else(|| std::env::consts::OS.into());
    format!("{cpu}, {cores} cores{memory}, {}", system.trim_matches('"'))
}

/// Load of the last minute: other work on the machine moves every absolute figure.
pub fn load() -> String {
    fs::read_to_string("/proc/loadavg")
        .ok()
        .and_then(|text| text.split_whitespace().next().map(str::to_owned))
        .unwrap_or_else(|| "not known".into())
}

/// What a program says about itself.
pub fn version(program: &str, args: &[&str]) -> String {
    Command::new(program)
        .args(args)
        .output()
        .ok()
        .and_then(|output| {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            let line = text.lines().find(|line| !line.trim().is_empty())?;
            Some(line.trim().to_owned())
        })
        .unwrap_or_else(|| format!("{program} not found"))
}

/// Today, UTC.
pub fn today() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%d").to_string()
}

fn line_of(path: &str, key: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find(|line| line.starts_with(key))?;
    let (_, value) = line.split_once([':', '='])?;
    Some(value.trim().to_owned())
}
