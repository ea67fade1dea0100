//! Which files are one source: by rule when they come, by a person's word afterwards, and as a
//! snapshot says when saved work goes on.

use super::{Engine, Held, HeldFile, Origin, Reply};
use crate::{
    error::{Code, Error, Result},
    import::grouping::{Group, group, joined, read_head},
    model::SourceId,
    protocol::Ack,
    workflow::{Snapshot, SnapshotSource},
};

/// Takes over the records that the engine stopped at twice.
pub(super) fn give_up(held: &mut Held, poisoned: &[(u32, u32)]) {
    let mine: Vec<u32> = poisoned
        .iter()
        .filter(|(file, _)| held.holds(*file))
        .map(|(_, record)| *record)
        .collect();
    held.poisoned.extend(mine);
}

impl Engine {
    /// The sources that given files form.
    pub(super) fn grouped(&self, files: &[u32]) -> Vec<Held> {
        let paths: Vec<String> = files.iter().map(|file| self.files.path(*file)).collect();
        let head = |at: usize| match files.get(at).map(|file| self.files.open(*file)) {
            Some(Ok(reader)) => read_head(reader),
            _ => Vec::new(),
        };
        let groups = group(&paths, &head).into_iter();
        groups
            .map(|group| {
                let mut held = self.held_of(group, files);
                give_up(&mut held, &self.poisoned);
                held
            })
            .collect()
    }

    fn held_of(&self, group: Group, files: &[u32]) -> Held {
        let of_group = group.files.iter().filter_map(|at| files.get(*at));
        let held = of_group
            .zip(group.paths)
            .map(|(file, path)| HeldFile {
                path,
                size: self.files.size(*file),
                origin: Origin::File(*file),
            })
            .collect();
        Held::new(group.name, held)
    }

    /// Makes every file of a source one of its own; takes effect with the next reload.
    pub(super) fn split_source(&mut self, source: SourceId) -> Result<Reply> {
        let at = source.index();
        let held = self
            .held
            .get(at)
            .filter(|held| held.files.len() > 1)
            .ok_or_else(|| Error::new(Code::UnknownTarget))?;
        let apart: Vec<Held> = held
            .files
            .iter()
            .filter(|file| file.origin != Origin::Listed)
            .map(|file| {
                let name = file.path.rsplit('/').next().unwrap_or_default().to_owned();
                let mut file = file.clone();
                file.path.clone_from(&name);
                Held::new(name, vec![file])
            })
            .collect();
        self.held.splice(at..=at, apart);
        self.forget_plan();
        Ok(Reply::Ack(Ack { ok: true }))
    }

    /// Makes several sources one, in the place of the first; takes effect with the next reload.
    pub(super) fn join_sources(&mut self, sources: &[SourceId]) -> Result<Reply> {
        let mut wanted: Vec<usize> = sources.iter().map(|source| source.index()).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let unknown = || Error::new(Code::UnknownTarget);
        let (Some(first), 2..) = (wanted.first().copied(), wanted.len()) else {
            return Err(unknown());
        };
        if wanted.iter().any(|at| *at >= self.held.len()) {
            return Err(unknown());
        }
        let mut files: Vec<HeldFile> = Vec::new();
        for at in &wanted {
            files.extend(
                self.held
                    .get(*at)
                    .into_iter()
                    .flat_map(|held| held.files.clone()),
            );
        }
        let paths: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
        let group = joined(&paths).ok_or_else(unknown)?;
        let held = group
            .files
            .iter()
            .filter_map(|at| files.get(*at))
            .zip(&group.paths)
            .map(|(file, path)| HeldFile {
                path: path.clone(),
                ..file.clone()
            })
            .collect();
        for at in wanted.iter().rev() {
            self.held.remove(*at);
        }
        self.held.insert(first, Held::new(group.name, held));
        self.forget_plan();
        Ok(Reply::Ack(Ack { ok: true }))
    }

    /// Puts the files into the snapshot's order and sources, whatever order and company they were
    /// given in; further ones come behind. Messages keep their stable ids, which name the source
    /// by its hash; the case itself follows with the next reload.
    pub(super) fn order_as(&mut self, snapshot: &Snapshot) -> Result<()> {
        let mut rest: Vec<Option<Held>> = self.held.iter().cloned().map(Some).collect();
        let mut ordered: Vec<Option<Held>> = Vec::with_capacity(rest.len());
        let digests: Vec<&str> = self
            .workspace
            .case
            .sources
            .iter()
            .map(|source| source.digests.sha256.as_str())
            .collect();
        for expected in &snapshot.sources {
            let found = digests
                .iter()
                .zip(&mut rest)
                .find(|(sha256, held)| held.is_some() && **sha256 == expected.sha256)
                .and_then(|(_, held)| held.take());
            ordered.push(found);
        }
        let mut loose = self.loose_files(&rest);
        for (place, expected) in ordered.iter_mut().zip(&snapshot.sources) {
            if place.is_none() {
                // Nothing changes when a file is missing.
                *place = Some(regrouped(expected, &mut loose)?);
            }
        }
        let taken = |file: &HeldFile| {
            let places = ordered.iter().flatten().flat_map(|held| &held.files);
            places.into_iter().any(|other| other.origin == file.origin)
        };
        let untouched: Vec<Held> = rest
            .into_iter()
            .flatten()
            .filter(|held| !held.files.iter().any(taken))
            .collect();
        self.held = ordered.into_iter().flatten().chain(untouched).collect();
        Ok(())
    }

    /// Files of sources that are not in the snapshot as they are, by digest.
    fn loose_files(&self, rest: &[Option<Held>]) -> Vec<(String, HeldFile)> {
        let sources = self.workspace.case.sources.iter().zip(rest);
        let files = sources.filter_map(|(source, held)| Some((source, held.as_ref()?)));
        files
            .flat_map(|(source, held)| source.files.iter().zip(&held.files))
            .filter_map(|(file, held)| Some((file.digests.as_ref()?.sha256.clone(), held.clone())))
            .collect()
    }
}

/// A source of the snapshot, out of files that were given in other company.
fn regrouped(expected: &SnapshotSource, loose: &mut Vec<(String, HeldFile)>) -> Result<Held> {
    let mut take = |sha256: &str, path: &str| -> Result<HeldFile> {
        let at = loose
            .iter()
            .position(|(known, _)| known == sha256)
            .ok_or_else(|| Error::new(Code::SourceChanged).in_file(path))?;
        let (_, file) = loose.remove(at);
        Ok(HeldFile {
            path: path.to_owned(),
            ..file
        })
    };
    let files = if expected.files.is_empty() {
        vec![take(&expected.sha256, &expected.name)?]
    } else {
        let files = expected.files.iter();
        files
            .map(|file| take(&file.sha256, &file.path))
            .collect::<Result<_>>()?
    };
    Ok(Held::new(expected.name.clone(), files))
}
