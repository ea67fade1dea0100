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
    let at = bundle
        .windows(name.len())
        .position(|window| window == name.as_bytes())
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
    assert_eq!(
        named,
        [
            "bag-info.txt",
            "data/original/2-b.xml",
            "data/original/3-c.xml"
        ]
    );
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
