//! Checking a folder: an opened package against its manifests, or a released copy for being
//! readable. Bundles are checked by [`super::OpenBundleJob`] without a store, or by
//! [`crate::seal::FormCheckJob`] without a secret.

use crate::{
    error::{Code, Error, Result},
    job::{Ctx, Phase, Progress, Step},
    package::{BASE, BagCheck, BagReport},
    store::{ReadSeek, Store},
};
use std::{io::Read, rc::Rc};

/// Bytes read between two looks at the clock.
const CHUNK: usize = 256 << 10;

/// Where a package starts in a folder: at its root, or one step below as an unpacked inner ZIP.
#[must_use]
pub fn package_root(store: &dyn Store) -> Option<&'static str> {
    let paths = store.list();
    let has = |path: &str| paths.iter().any(|found| found == path);
    let nested = format!("{BASE}/bagit.txt");
    if has("bagit.txt") {
        Some("")
    } else if has(&nested) {
        Some(BASE)
    } else {
        None
    }
}

/// Reads every file of a package in a folder.
pub struct PackageCheckJob {
    store: Rc<dyn Store>,
    root: &'static str,
    paths: Vec<String>,
    next: usize,
    current: Option<Box<dyn ReadSeek>>,
    check: Option<BagCheck>,
    done: u64,
    total: u64,
    buffer: Vec<u8>,
}

impl PackageCheckJob {
    /// A check of the package at [`package_root`].
    ///
    /// # Errors
    /// What the store says.
    pub fn new(store: Rc<dyn Store>, root: &'static str) -> Result<Self> {
        let paths: Vec<String> = store
            .list()
            .into_iter()
            .filter(|path| root.is_empty() || path.starts_with(&format!("{root}/")))
            .collect();
        let mut total = 0;
        for path in &paths {
            total += store.size(path)?;
        }
        Ok(PackageCheckJob {
            store,
            root,
            paths,
            next: 0,
            current: None,
            check: Some(BagCheck::default()),
            done: 0,
            total,
            buffer: vec![0; CHUNK],
        })
    }

    /// Works for one budget.
    ///
    /// # Errors
    /// What the store says; damage is in the report.
    pub fn step(&mut self, ctx: &mut Ctx) -> Result<Step<BagReport>> {
        let mut budget = ctx.budget();
        let check = self
            .check
            .as_mut()
            .ok_or_else(|| Error::new(Code::BadRequest))?;
        while let Some(path) = self.paths.get(self.next) {
            let mut reader = match self.current.take() {
                Some(reader) => reader,
                None => {
                    let name = path.strip_prefix(self.root).unwrap_or(path);
                    check.begin(name.trim_start_matches('/'));
                    self.store.open(path)?
                }
            };
            let got = reader.read(&mut self.buffer)?;
            if got > 0 {
                check.data(self.buffer.get(..got).unwrap_or_default())?;
                self.done += got as u64;
                self.current = Some(reader);
            } else {
                check.end();
                self.next += 1;
            }
            if budget.spent_now() {
                return Ok(Step::Working(Progress {
                    phase: Phase::Verifying,
                    done: self.done,
                    total: self.total,
                    records: self.next as u64,
                }));
            }
        }
        let check = self.check.take();
        let check = check.ok_or_else(|| Error::new(Code::BadRequest))?;
        Ok(Step::Done(check.finish()))
    }
}
