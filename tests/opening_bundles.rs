//! Opening bundles of several parts: what is kept and what is named when a part is damaged.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use maskera::{
    error::Code,
    job::{Ctx, Step, fixed},
    package::{Artifact, Bag, BagInfo, Kind},
    seal::{KeyJob, Offload, Passphrase, Profile, Recipient, SealJob, SealStep, Secret},
    store::{MemoryStore, Store},
    workflow::{OpenBundleJob, OpenBundleStep, OpenedBundle, PackageCheckJob, package_root},
};
use std::{io::Cursor, rc::Rc};

const PASSPHRASE: &str = "lamp-orbit-velvet-canyon";

fn ctx() -> Ctx {
    fixed::ctx(1_767_225_600_000, 3)
}

fn files() -> Vec<Artifact> {
    let file = |name: &str, byte: u8, size| Artifact::of_bytes(name, vec![byte; size]);
    vec![
        file("original/1-a.xml", b'a', 3_000),
        file("original/2-b.xml", b'b', 3_000),
        file("original/3-c.xml", b'c', 3_000),
    ]
}

/// A bundle with parts of 2,000 bytes.
fn bundle() -> Vec<u8> {
    let info = BagInfo {
        kind: Kind::Archive,
        organization: None,
        identifier: Some("2026/17".to_owned()),
        date: "2026-01-01".to_owned(),
        software: "Maskera 0".to_owned(),
    };
    let zip = Bag::new(&info, files()).unwrap().into_zip().unwrap();
    let length = zip.length();
    let mut ctx = ctx();
    let profile = Profile {
        part_bytes: 2_000,
        iterations: 100_000,
    };
    let passphrase = Passphrase::new(PASSPHRASE).unwrap();
    let recipients = vec![Recipient::Passphrase(passphrase)];
    let mut keys = KeyJob::new(recipients, profile, &mut ctx).unwrap();
    let keys = loop {
        if let Step::Done(keys) = keys.step(&mut ctx.budget()) {
            break keys;
        }
    };
    let mut job = SealJob::with_keys(Box::new(zip), length, keys, Offload::Inline).unwrap();
    let mut out = Vec::new();
    loop {
        if let SealStep::Done(report) = job.step(&mut ctx, &mut out).unwrap() {
            assert!(report.parts >= 5);
            return out;
        }
    }
}

fn open(bundle: Vec<u8>, out: Option<Rc<dyn Store>>) -> Box<OpenedBundle> {
    let secret = Secret::Passphrase(Passphrase::new(PASSPHRASE).unwrap());
    let bundle = Box::new(Cursor::new(bundle));
    let mut job = OpenBundleJob::new(bundle, secret, Offload::Inline, out).unwrap();
    let mut ctx = ctx();
    loop {
        if let OpenBundleStep::Done(opened) = job.step(&mut ctx).unwrap() {
            return opened;
        }
    }
}

/// Where the ciphertext of the part that holds this many bytes of the inner ZIP lies, roughly: the
/// parts follow each other in the bundle.
fn damage(bundle: &mut [u8], part: usize) {
    let name = format!("part-{part:06}.p7m");
    let header = [b"PK\x03\x04".as_slice(), &[0; 26], name.as_bytes()].concat();
    let at = bundle
        .windows(header.len())
        .position(|window| window[..4] == header[..4] && window[30..] == header[30..])
        .unwrap();
    bundle[at + 1_000] ^= 1;
}

#[test]
fn an_intact_bundle_comes_back_whole() {
    let store = MemoryStore::default();
    let opened = open(bundle(), Some(Rc::new(store.clone())));
    assert!(opened.problems.is_empty(), "{:?}", opened.problems);
    assert_eq!(opened.kind, Some(Kind::Archive));
    assert_eq!(opened.identifier.as_deref(), Some("2026/17"));
    assert_eq!(opened.payload(), 3);
    assert_eq!(
        store.bytes("data/original/2-b.xml").unwrap()[..],
        [b'b'; 3_000]
    );
    let listed: Vec<String> = opened.files.keys().cloned().collect();
    assert_eq!(store.list(), listed);
}

#[test]
fn files_before_a_damaged_part_are_kept_and_the_rest_is_named() {
    let mut bytes = bundle();
    damage(&mut bytes, 4);
    let store = MemoryStore::default();
    let opened = open(bytes, Some(Rc::new(store.clone())));
    assert!(opened.seal.is_none());
    assert_eq!(opened.problems[0].code(), Code::PartDamaged);
    assert_eq!(opened.problems[0].args()["part"], "part-000004.p7m");
    let kept = store.list();
    assert!(
        kept.contains(&"data/original/1-a.xml".to_owned()),
        "{kept:?}"
    );
    assert!(
        !kept.contains(&"data/original/2-b.xml".to_owned()),
        "{kept:?}"
    );
    let named: Vec<&str> = opened.problems[1..]
        .iter()
        .map(|problem| problem.args()["entry"].as_str())
        .collect();
    assert_eq!(named, ["bag-info.txt", "data/original/2-b.xml"]);
}

#[test]
fn a_check_keeps_nothing_and_names_the_same() {
    let mut bytes = bundle();
    damage(&mut bytes, 4);
    let checked = open(bytes, None);
    assert_eq!(checked.problems[0].args()["part"], "part-000004.p7m");
    assert!(open(bundle(), None).problems.is_empty());
}

#[test]
fn an_opened_package_is_checked_where_it_lies() {
    for folder in ["", "maskera-bag/"] {
        let opened = MemoryStore::default();
        open(bundle(), Some(Rc::new(opened.clone())));
        let store = MemoryStore::default();
        for path in opened.list() {
            let mut writer = store.create(&format!("{folder}{path}")).unwrap();
            writer.write_all(&opened.bytes(&path).unwrap()).unwrap();
            writer.finish().unwrap();
        }
        let root = package_root(&store).unwrap();
        let check = || {
            let mut job = PackageCheckJob::new(Rc::new(store.clone()), root).unwrap();
            let mut ctx = ctx();
            loop {
                if let Step::Done(report) = job.step(&mut ctx).unwrap() {
                    return report;
                }
            }
        };
        assert!(check().problems.is_empty());
        store
            .remove(&format!("{folder}data/original/1-a.xml"))
            .unwrap();
        assert_eq!(check().problems[0].args()["entry"], "bag-info.txt");
        assert_eq!(check().problems[1].args()["entry"], "data/original/1-a.xml");
    }
    assert!(package_root(&MemoryStore::default()).is_none());
}

#[test]
fn files_behind_a_damaged_part_are_read_all_the_same() {
    let kept = |parts: &[usize]| {
        let mut bytes = bundle();
        for part in parts {
            damage(&mut bytes, *part);
        }
        let store = MemoryStore::default();
        let opened = open(bytes, Some(Rc::new(store.clone())));
        assert!(opened.seal.is_none());
        let named: Vec<String> = opened
            .problems
            .iter()
            .filter(|problem| problem.code() == Code::PartDamaged)
            .map(|problem| problem.args()["part"].clone())
            .collect();
        let files: String = ["a", "b", "c"]
            .into_iter()
            .filter(|name| {
                let number = name.as_bytes()[0] - b'a' + 1;
                let path = format!("data/original/{number}-{name}.xml");
                let complete = store.bytes(&path);
                assert_eq!(opened.files.contains_key(&path), complete.is_some());
                complete.is_some_and(|bytes| bytes[..] == *name.repeat(3_000).as_bytes())
            })
            .collect();
        // Where the manifests were read, what is lost is named by them.
        if opened.files.contains_key("manifest-sha256.txt") {
            for name in ["a", "b", "c"]
                .iter()
                .filter(|name| !files.contains(**name))
            {
                let entry = opened.problems.iter().any(|problem| {
                    let entry = problem.args().get("entry");
                    entry.is_some_and(|entry| entry.ends_with(&format!("{name}.xml")))
                });
                assert!(entry, "{name}: {:?}", opened.problems);
            }
        }
        (files, named)
    };
    let part = |n: usize| format!("part-{n:06}.p7m");
    // The first part holds the manifests.
    assert_eq!(kept(&[1]), ("abc".to_owned(), vec![part(1)]));
    assert_eq!(kept(&[2]), ("bc".to_owned(), vec![part(2)]));
    assert_eq!(kept(&[4]), ("ac".to_owned(), vec![part(4)]));
    assert_eq!(kept(&[2, 4]), ("c".to_owned(), vec![part(2), part(4)]));
}

#[test]
fn large_files_stay_inside_and_can_be_read_there() {
    use std::io::{Read, Seek, SeekFrom};
    let secret = Secret::Passphrase(Passphrase::new(PASSPHRASE).unwrap());
    let store = MemoryStore::default();
    let out: Option<Rc<dyn Store>> = Some(Rc::new(store.clone()));
    let bundle = Box::new(Cursor::new(bundle()));
    let mut job = OpenBundleJob::new(bundle, secret, Offload::Inline, out)
        .unwrap()
        .leave_inside(2_999, u64::MAX);
    let mut ctx = ctx();
    let opened = loop {
        if let OpenBundleStep::Done(opened) = job.step(&mut ctx).unwrap() {
            break opened;
        }
    };
    assert!(opened.problems.is_empty(), "{:?}", opened.problems);
    assert!(store.bytes("data/original/2-b.xml").is_none());
    assert!(store.bytes("bag-info.txt").is_some());
    let inside: Vec<&String> = opened.inside.keys().collect();
    assert_eq!(inside.len(), 3, "{inside:?}");
    let mut window = opened.inside["data/original/2-b.xml"].clone();
    let mut bytes = Vec::new();
    window.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, vec![b'b'; 3_000]);
    window.seek(SeekFrom::Start(2_500)).unwrap();
    let mut other = opened.inside["data/original/3-c.xml"].clone();
    let mut one = [0];
    other.read_exact(&mut one).unwrap();
    assert_eq!(one, *b"c");
    bytes.clear();
    window.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, vec![b'b'; 500]);
}
