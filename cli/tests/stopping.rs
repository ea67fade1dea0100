//! Ctrl-C: nothing half-written stays behind, what was there before stays as it was.
#![cfg(unix)]
// Tests run programs and wait for them; only the core has no clock (clippy.toml).
#![allow(clippy::disallowed_methods)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod support;

use std::{
    fs,
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};
use support::Place;

/// So many messages that every command takes a while.
const MESSAGES: u32 = 30_000;

fn place() -> Place {
    let place = Place::with_export();
    let mut xml = format!("<smses count=\"{MESSAGES}\">\n");
    for n in 0..MESSAGES {
        xml.push_str(&format!(
            "<sms address=\"+46701740605\" date=\"{}\" type=\"1\" body=\"Call 070-174 06 {:02} about {n}\" contact_name=\"Astrid Exempel\" />\n",
            1_700_000_000_000u64 + u64::from(n) * 1_000,
            10 + n % 80
        ));
    }
    xml.push_str("</smses>\n");
    place.write("many.xml", xml);
    place
}

/// Starts a command, sends it Ctrl-C once `begun` holds, and gives its exit status.
fn stopped(place: &Place, line: &str, begun: impl Fn() -> bool) -> i32 {
    let mut child = Command::new(env!("CARGO_BIN_EXE_maskera"))
        .args(line.split(' '))
        .current_dir(place.path(""))
        .env("LC_ALL", "C.UTF-8")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let started = Instant::now();
    while !begun() {
        assert!(
            child.try_wait().unwrap().is_none(),
            "{line}: over before it was stopped"
        );
        assert!(
            started.elapsed() < Duration::from_secs(300),
            "{line}: never began"
        );
        sleep(Duration::from_millis(2));
    }
    let sent = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(sent.success());
    child.wait().unwrap().code().expect("an exit status")
}

#[test]
fn nothing_half_written_stays_behind() {
    let place = place();
    let before = place.entries();
    let more = || place.entries().len() > before.len();
    for line in [
        "pack many.xml --passphrase-file secret --out case.zip",
        "redact many.xml --out released --receipt receipt.json",
    ] {
        assert_eq!(stopped(&place, line, more), 2, "{line}");
        assert_eq!(place.entries(), before, "{line}");
    }
}

#[test]
fn what_was_there_before_stays() {
    let place = place();
    place.write("case.zip", "an earlier bundle");
    let before = place.entries();
    let line = "pack many.xml --passphrase-file secret --out case.zip --force";
    let more = || place.entries().len() > before.len();
    assert_eq!(stopped(&place, line, more), 2);
    assert_eq!(place.entries(), before);
    let kept = fs::read_to_string(place.path("case.zip")).unwrap();
    assert_eq!(kept, "an earlier bundle");
}
