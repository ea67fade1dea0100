//! Finding members by path: exports name their own files relative to folders that may lie
//! anywhere in an archive, and phones' backups hold files under made-up names.

use super::{Member, SetFile};
use std::collections::{BTreeSet, HashMap};
use unicode_normalization::UnicodeNormalization;

/// Members by file name.
pub(super) struct Names(HashMap<String, Vec<u32>>);

impl Names {
    pub(super) fn new(members: &[Member]) -> Self {
        let mut names: HashMap<String, Vec<u32>> = HashMap::new();
        for (index, member) in members.iter().enumerate() {
            if !member.system {
                let key = composed(name(&member.path));
                names.entry(key).or_default().push(index as u32);
            }
        }
        Names(names)
    }

    fn candidates<'a>(
        &'a self,
        members: &'a [Member],
        path: &str,
    ) -> impl Iterator<Item = (u32, &'a Member)> {
        let found = self.0.get(&composed(name(path)));
        found
            .into_iter()
            .flatten()
            .filter_map(|index| Some((*index, members.get(*index as usize)?)))
    }

    pub(super) fn exact(&self, members: &[Member], path: &str) -> Option<u32> {
        self.candidates(members, path)
            .find(|(_, member)| member.path == path)
            .map(|(index, _)| index)
    }

    pub(super) fn named(&self, members: &[Member], path: &str, beside: u32) -> Option<u32> {
        let wanted = composed(path.trim_start_matches(['.', '/']));
        let near = members
            .get(beside as usize)
            .map(Member::tree_path)
            .unwrap_or_default();
        self.candidates(members, &wanted)
            .filter_map(|(index, member)| {
                let tree = composed(member.tree_path());
                let rest = tree.strip_suffix(&wanted)?;
                (rest.is_empty() || rest.ends_with('/'))
                    .then(|| (rest.len(), usize::MAX - shared(&tree, near), index))
            })
            .min()
            .map(|(.., index)| index)
    }
}

/// Folders that two paths share from the front.
fn shared(one: &str, other: &str) -> usize {
    let pairs = one.split('/').zip(other.split('/'));
    pairs.take_while(|(a, b)| a == b).count()
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Archives and file systems hold names composed and decomposed.
fn composed(name: &str) -> String {
    name.nfc().collect()
}

/// Folders with the list of a phone's backup (iTunes: `Manifest.db`, before iOS 10
/// `Manifest.mbdb`).
pub(super) fn backup_folders(files: &[SetFile]) -> BTreeSet<String> {
    files
        .iter()
        .filter(|file| matches!(name(&file.path), "Manifest.db" | "Manifest.mbdb"))
        .map(|file| folder(&file.path).to_owned())
        .collect()
}

/// True for a file of a Signal backup that only its records can name: 64 hexadecimal digits, in a
/// folder of their first two below `files`.
fn is_signal_file(path: &str) -> bool {
    let name = name(path);
    if name.len() != 64 || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return false;
    }
    let mut folders = path.rsplit('/').skip(1);
    folders
        .next()
        .is_some_and(|last| last.len() == 2 && name.starts_with(last))
        && folders.next() == Some("files")
}

/// True for a file that only the list of a backup can name. An iPhone's: 40 hexadecimal digits, since iOS
/// 10 in a folder of their first two.
pub(super) fn is_unnamed(path: &str, backups: &BTreeSet<String>) -> bool {
    if is_signal_file(path) {
        return true;
    }
    let name = name(path);
    if name.len() != 40 || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return false;
    }
    let near = folder(path);
    let above = match near.rsplit_once('/') {
        Some((above, last)) if name.starts_with(last) => Some(above),
        None if name.starts_with(near) => Some(""),
        _ => None,
    };
    backups.contains(near) || above.is_some_and(|above| backups.contains(above))
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backups_name_their_files_by_digest() {
        let file = |path: &str| SetFile {
            path: path.to_owned(),
            size: 0,
        };
        let hash = "3d0d7e5fb2ce288813306e4d4636395e047a3d28";
        let roots = backup_folders(&[file("Manifest.db"), file("old/Manifest.mbdb")]);
        assert!(is_unnamed(&format!("3d/{hash}"), &roots));
        assert!(is_unnamed(&format!("old/{hash}"), &roots));
        assert!(!is_unnamed(&format!("other/3d/{hash}"), &roots));
        assert!(!is_unnamed("3d/sms.db", &roots));
    }
}
