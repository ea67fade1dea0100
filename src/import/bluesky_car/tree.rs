//! A repository's tree (AT Protocol repository specification, "MST Structure"): nodes with keys
//! that share their beginnings, records and subtrees between them, walked in the order of keys.
//!
//! Every node is entered once, so that circles end. What waits is bounded by
//! [`limits::CAR_WAITING_BYTES`].

use super::{
    cbor::Item,
    cid::{Cid, Key},
};
use crate::limits;

/// What waits to be visited.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Work {
    Tree(Key),
    /// `collection/record key` and the record's block.
    Record(String, Key),
}

/// The walk.
#[derive(Default)]
pub(super) struct Tree {
    waiting: Vec<Work>,
    held: usize,
}

impl Work {
    fn size(&self) -> usize {
        match self {
            Work::Tree(_) => size_of::<Work>(),
            Work::Record(key, _) => size_of::<Work>() + key.len(),
        }
    }
}

impl Tree {
    pub fn of(root: Key) -> Self {
        let mut tree = Self::default();
        tree.wait(Work::Tree(root));
        tree
    }

    fn wait(&mut self, work: Work) {
        self.held += work.size();
        self.waiting.push(work);
    }

    pub fn next(&mut self) -> Option<Work> {
        let work = self.waiting.pop()?;
        self.held -= work.size();
        Some(work)
    }

    /// Takes a node's entries. `None` when it is damaged or too much waits already.
    pub fn enter(&mut self, node: &Item<'_>) -> Option<()> {
        let mut found = Vec::new();
        if let Some(left) = node.get("l").and_then(Item::link) {
            found.push(Work::Tree(left.key()));
        }
        let Some(Item::List(entries)) = node.get("e") else {
            return None;
        };
        let mut held = self.held;
        let mut last: Vec<u8> = Vec::new();
        for entry in entries {
            let (Some(Item::Bytes(rest)), Some(Item::Unsigned(shared)), Some(record)) = (
                entry.get("k"),
                entry.get("p"),
                entry.get("v").and_then(Item::link),
            ) else {
                return None;
            };
            let shared = usize::try_from(*shared).ok()?;
            let mut key = last.get(..shared)?.to_vec();
            key.extend_from_slice(rest);
            if key.len() > limits::CAR_KEY_BYTES {
                return None;
            }
            let shown = String::from_utf8_lossy(&key).into_owned();
            last = key;
            found.push(Work::Record(shown, record.key()));
            if let Some(right) = entry.get("t").and_then(Item::link).map(Cid::key) {
                found.push(Work::Tree(right));
            }
            held += found.last().map_or(0, Work::size) * 2;
            if held > limits::CAR_WAITING_BYTES {
                return None;
            }
        }
        for work in found.into_iter().rev() {
            self.wait(work);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(name: u8) -> Item<'static> {
        Item::Link(
            Cid::read(&[&[1, 0x71, 0x12, 0x20][..], &[name; 32]].concat())
                .unwrap()
                .0,
        )
    }

    fn entry(shared: u64, key: &'static str, record: u8) -> Item<'static> {
        Item::Map(vec![
            ("k", Item::Bytes(key.as_bytes())),
            ("p", Item::Unsigned(shared)),
            ("t", link(record + 100)),
            ("v", link(record)),
        ])
    }

    #[test]
    fn keys_share_their_beginnings() {
        let node = Item::Map(vec![
            (
                "e",
                Item::List(vec![entry(0, "a.b/1", 1), entry(4, "2", 2)]),
            ),
            ("l", link(99)),
        ]);
        let mut tree = Tree::default();
        tree.enter(&node).unwrap();
        let record = |key: &str, name| Work::Record(key.to_owned(), [name; 32]);
        for expected in [
            Work::Tree([99; 32]),
            record("a.b/1", 1),
            Work::Tree([101; 32]),
            record("a.b/2", 2),
            Work::Tree([102; 32]),
        ] {
            assert_eq!(tree.next(), Some(expected));
        }
        assert_eq!((tree.next(), tree.held), (None, 0));
    }

    #[test]
    fn what_is_no_node() {
        let mut tree = Tree::default();
        let shares_too_much = Item::Map(vec![("e", Item::List(vec![entry(3, "x", 1)]))]);
        assert_eq!(tree.enter(&shares_too_much), None);
        assert_eq!(tree.enter(&Item::Null), None);
        assert_eq!(tree.next(), None);
    }
}
