//! The fuzz targets over mutated fixtures, in a bounded and repeatable run: part of the ordinary
//! tests, so that every machine has it. `cargo fuzz run <target>` goes on without bound.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// Tests read fixtures; only the core may not (clippy.toml).
#![allow(clippy::disallowed_methods)]

#[path = "../fuzz/targets/mod.rs"]
mod targets;

use std::path::{Path, PathBuf};

/// Runs of each target: every seed as it is, then mutants. The bound of this test: it does not grow
/// with the fixtures, as long as there are fewer of them.
const RUNS: usize = 700;
/// Larger fixtures are cut: mutants of small inputs reach more in the same time.
const SEED_BYTES: usize = 8 << 10;
/// Folders whose seeds a target understands: every second mutant is made of one of them.
const FITTING: &[(&str, &str)] = &[
    ("import_sms", "import/sms-backup-restore"),
    ("import_whatsapp", "import/whatsapp-txt"),
    ("import_any", "import/"),
    ("container", "import/"),
    ("detect", "detect/"),
    ("seal_open", "seal/"),
];

struct Seed {
    path: String,
    bytes: Vec<u8>,
}

fn seeds() -> Vec<Seed> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path)
            } else {
                files.push(path)
            }
        }
    }
    files.sort();
    let is_input = |path: &Path| {
        let name = path.file_name().unwrap().to_string_lossy();
        // a phone's backup names its files by digest; most of them are encrypted
        let digest = name.len() == 40 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        !name.starts_with("expected")
            && !name.ends_with(".toml")
            && !name.ends_with(".png")
            && !digest
    };
    let mut seeds: Vec<Seed> = files
        .iter()
        .filter(|path| is_input(path))
        .map(|path| {
            let mut bytes = std::fs::read(path).unwrap();
            bytes.truncate(SEED_BYTES);
            let inside = path.strip_prefix(&root).unwrap().to_string_lossy();
            Seed {
                path: inside.replace('\\', "/"),
                bytes,
            }
        })
        .collect();
    assert!(seeds.len() > 10, "the fixtures are there");
    seeds.push(Seed {
        path: String::new(),
        bytes: Vec::new(),
    });
    seeds
}

/// xorshift64*: the same mutants on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % sides.max(1)
    }
}

fn mutate(seed: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    const SNIPPETS: [&[u8]; 12] = [
        b"&#55357;",
        b"&#0;",
        b"\xff\xfe",
        b"\x00",
        b"<sms ",
        b"</smses>",
        b"\"",
        b"PK\x03\x04",
        b"\xf0\x9f\x98\x80",
        b"99999999999999999999",
        b"[12.03.2024 09.12.41] A: ",
        b"\x30\x84\xff\xff\xff\xff",
    ];
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len() + 1);
        match dice.roll(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.roll(8),
            1 => bytes.truncate(at),
            2 => {
                let end = (at + dice.roll(64)).min(bytes.len());
                bytes.drain(at..end);
            }
            3 => {
                let end = (at + dice.roll(64)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            4 => {
                let from = dice.roll(other.len() + 1);
                bytes.truncate(at);
                bytes.extend_from_slice(&other[from..]);
            }
            _ => {
                bytes.splice(at..at, SNIPPETS[dice.roll(SNIPPETS.len())].iter().copied());
            }
        }
    }
    bytes
}

#[test]
fn no_target_panics_on_mutants_of_the_fixtures() {
    let seeds = seeds();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for (name, target) in targets::TARGETS {
        let folder = FITTING.iter().find(|(of, _)| of == name);
        let (_, folder) = folder.unwrap_or_else(|| panic!("no seeds are named for {name}"));
        let fitting: Vec<&Seed> = seeds
            .iter()
            .filter(|seed| seed.path.starts_with(folder))
            .collect();
        assert!(!fitting.is_empty(), "{name}: {folder}");
        for seed in &seeds {
            target(&seed.bytes);
        }
        for run in seeds.len()..RUNS {
            let seed = if run % 2 == 0 {
                fitting[dice.roll(fitting.len())]
            } else {
                &seeds[dice.roll(seeds.len())]
            };
            let other = &seeds[dice.roll(seeds.len())];
            let mutant = mutate(&seed.bytes, &other.bytes, &mut dice);
            let outcome = std::panic::catch_unwind(|| target(&mutant));
            assert!(
                outcome.is_ok(),
                "{name}, {}: {:?}",
                seed.path,
                String::from_utf8_lossy(&mutant)
            );
        }
    }
}
