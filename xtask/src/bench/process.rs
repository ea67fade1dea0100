//! What a program used: processor time of all its threads and the kernel's high-water mark of its
//! memory (`VmHWM`). Both come from `/proc` (Linux), read until the process ends.

use crate::Outcome;
use std::{
    fs,
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// Ticks of `/proc/<pid>/stat` per second (proc(5): sysconf(_SC_CLK_TCK), 100 on Linux).
const TICKS: f64 = 100.0;
const PAUSE: Duration = Duration::from_millis(2);

/// What a run used.
#[derive(Clone, Copy, Debug)]
pub struct Used {
    /// Seconds of processor time.
    pub processor: f64,
    /// Seconds of the wall clock.
    pub wall: f64,
    /// Peak of resident memory in MB (10^6 bytes).
    pub peak: f64,
}

/// Runs a program whose output nobody needs; `problems` also accepts status 1.
pub fn used(command: &mut Command, problems: bool) -> Outcome<Used> {
    let name = command.get_program().to_string_lossy().into_owned();
    let begun = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{name} could not be started: {error}"))?;
    let folder = format!("/proc/{}", child.id());
    let (mut peak, mut processor) = (0.0f64, None);
    // An ended process keeps its account until it is waited for.
    while let Ok(stat) = fs::read_to_string(format!("{folder}/stat")) {
        let status = fs::read_to_string(format!("{folder}/status")).unwrap_or_default();
        peak = peak.max(high_water(&status).unwrap_or(0.0));
        let Some((ended, seconds)) = account(&stat) else {
            break;
        };
        processor = Some(seconds);
        if ended {
            break;
        }
        sleep(PAUSE);
    }
    let wall = begun.elapsed().as_secs_f64();
    let status = child.wait()?;
    let accepted = status.success() || problems && status.code() == Some(1);
    if !accepted {
        return Err(format!("{name} failed ({status})").into());
    }
    let processor = processor.ok_or("this system does not tell what a process used")?;
    Ok(Used {
        processor,
        wall,
        peak,
    })
}

/// MB of the high-water mark.
fn high_water(status: &str) -> Option<f64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}

/// Whether the process has ended, and its seconds in user and kernel mode (proc(5), fields 3, 14
/// and 15; the name in field 2 may hold spaces).
fn account(stat: &str) -> Option<(bool, f64)> {
    let (_, rest) = stat.rsplit_once(") ")?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    let ended = matches!(*fields.first()?, "Z" | "X");
    Some((ended, (ticks(11)? + ticks(12)?) / TICKS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proc_files_are_read() {
        let stat = "12 (a b) c) Z 1 1 1 0 -1 4 10 0 0 0 150 50 0 0 20 0 1 0 5";
        assert_eq!(account(stat), Some((true, 2.0)));
        assert_eq!(account("12 (a) S 1"), None);
        assert_eq!(high_water("Name: a\nVmHWM:\t 1000 kB\n"), Some(1.024));
    }
}
