//! A Bluesky account's repository (`repo.car`): posts, likes, reposts, follows, blocks, lists, the
//! profile and any other collection of the AT Protocol.
//!
//! CAR version 1 ([`blocks`]) of DAG-CBOR ([`cbor`]) under identifiers ([`cid`]) that are checked;
//! records by way of the tree ([`tree`]), as its keys say which collection they belong to. Records
//! that the tree does not name (earlier wordings, deleted ones, a file that is only a slice) are read
//! behind the others and marked by their conversation. The signature of the head is not checked.
//! `docs/formats/bluesky-car.md` names the sources.

mod blocks;
mod cbor;
mod cid;
mod record;
mod tree;

use super::{Answers, Batch, ImportJob, Importer, Input, Probe, ledger::Ledger};
use crate::{
    container::{Container, magic::SNIFF_BYTES, sniff_media},
    error::{Code, Error, Result},
    job::Budget,
    model::{Attachment, Content, Locator, ParticipantId, Presence, SkipReason, Transfer, Warning},
    store::ReadSeek,
};
use blocks::{Blocks, Kind, More, Scan};
use cbor::Item;
use cid::Key;
use record::Place;
use std::{
    collections::HashMap,
    io::{BufReader, Read},
    rc::Rc,
};
use tree::{Tree, Work};

/// The importer.
pub struct BlueskyCar;

impl Importer for BlueskyCar {
    fn id(&self) -> &'static str {
        "bluesky-car"
    }

    fn documentation_only(&self) -> bool {
        false
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        if blocks::is_car(probe.head) { 95 } else { 0 }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        Ok(Box::new(Reader {
            container: input.container,
            members: input.members.into_iter(),
            ledger: Ledger::new(answers)?,
            did: String::new(),
            owner: None,
            keys: HashMap::new(),
            answers: Vec::new(),
            stage: Stage::Next,
            file: None,
            missing: 0,
            unnamed: 0,
            bytes: 0,
        }))
    }
}

/// The reading of one source.
struct Reader {
    container: Rc<Container>,
    members: std::vec::IntoIter<u32>,
    ledger: Ledger,
    /// The account of the file at hand.
    did: String,
    owner: Option<ParticipantId>,
    /// Own posts by record key, and which messages answer them.
    keys: HashMap<String, u32>,
    answers: Vec<(u32, String)>,
    stage: Stage,
    file: Option<Open>,
    /// Blocks that the tree names and the file does not hold.
    missing: u64,
    /// Records that no tree names.
    unnamed: u64,
    bytes: u64,
}

/// What the reading is busy with.
enum Stage {
    Next,
    Scan(Box<Scan>),
    Walk(Tree),
    /// What the walk did not reach, from this block on.
    Rest(usize),
}

/// The file at hand, read here and there.
struct Open {
    member: u32,
    reader: BufReader<Box<dyn ReadSeek>>,
    at: u64,
    blocks: Blocks,
}

impl Open {
    fn place(&self, index: usize) -> Option<Locator> {
        let block = self.blocks.list.get(index)?;
        Some(Locator {
            member: self.member,
            start: block.at,
            len: u64::from(block.len),
        })
    }

    fn bytes(&mut self, index: usize) -> Result<Vec<u8>> {
        let Some(block) = self.blocks.list.get(index).copied() else {
            return Ok(Vec::new());
        };
        let by = block.at as i64 - self.at as i64;
        self.reader.seek_relative(by).map_err(Error::from)?;
        let mut bytes = Vec::new();
        let len = u64::from(block.len);
        self.reader.by_ref().take(len).read_to_end(&mut bytes)?;
        self.at = block.at + bytes.len() as u64;
        if (bytes.len() as u64) < len {
            return Err(Error::new(Code::SourceChanged).at_byte(self.at));
        }
        Ok(bytes)
    }
}

impl ImportJob for Reader {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            if budget.spent() {
                return Ok(false);
            }
            match std::mem::replace(&mut self.stage, Stage::Next) {
                Stage::Next => {
                    let Some(member) = self.members.next() else {
                        self.finish(batch);
                        return Ok(true);
                    };
                    self.open(member, batch)?;
                }
                Stage::Scan(mut scan) => match scan.next(batch) {
                    Ok(More::Yes) => self.stage = Stage::Scan(scan),
                    Ok(More::No) => self.scanned(*scan, batch)?,
                    Err(error) => {
                        self.cut(&scan, &error, batch)?;
                        self.scanned(*scan, batch)?;
                    }
                },
                Stage::Walk(mut tree) => {
                    self.stage = match tree.next() {
                        Some(work) => {
                            self.visit(&mut tree, work, batch)?;
                            Stage::Walk(tree)
                        }
                        None => Stage::Rest(0),
                    };
                }
                Stage::Rest(index) => {
                    if self.rest(index, batch)? == More::Yes {
                        self.stage = Stage::Rest(index + 1);
                    }
                }
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        match &self.stage {
            Stage::Scan(scan) => self.bytes + scan.offset(),
            _ => self.bytes,
        }
    }
}

impl Reader {
    fn open(&mut self, member: u32, batch: &mut Batch) -> Result<()> {
        let mut scan = match self.container.open_bytes(member) {
            Ok(bytes) => Scan::new(bytes, member),
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                batch.reject(
                    error.code(),
                    Locator {
                        member,
                        ..Locator::default()
                    },
                );
                batch.source.accounting.partial = true;
                return Ok(());
            }
        };
        match scan.begin() {
            Ok(()) => self.stage = Stage::Scan(Box::new(scan)),
            Err(error) => self.cut(&scan, &error, batch)?,
        }
        Ok(())
    }

    /// The file cannot be read from here on.
    fn cut(&self, scan: &Scan, error: &Error, batch: &mut Batch) -> Result<()> {
        if error.code() == Code::Io {
            return Err(error.clone());
        }
        let place = Locator {
            member: scan.member(),
            start: scan.offset(),
            len: 0,
        };
        batch.reject(error.code(), place);
        batch.source.accounting.partial = true;
        let path = self.container.members().get(place.member as usize);
        let path = path.map(|member| member.path.clone());
        let path = path.filter(|path| !path.is_empty());
        let path = path.unwrap_or_else(|| batch.source.name.clone());
        let warning = Warning::new("ends-suddenly", &[("member", path)]);
        batch.source.warnings.push(warning);
        Ok(())
    }

    /// All blocks are listed: on to the tree.
    fn scanned(&mut self, scan: Scan, batch: &mut Batch) -> Result<()> {
        self.bytes += scan.offset();
        let member = scan.member();
        let blocks = scan.blocks;
        self.did.clear();
        self.owner = None;
        if !blocks.is_repository() {
            for block in &blocks.list {
                if block.kind != Kind::Bad {
                    batch.skip(SkipReason::UnknownElement);
                }
            }
            let warning = Warning::new("no-repository", &[]);
            batch.source.warnings.push(warning);
            batch
                .source
                .variant
                .get_or_insert_with(|| "no-repository".to_owned());
            return Ok(());
        }
        let reader = match self.container.open_seek(member) {
            Ok(reader) => reader,
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                for block in blocks.list.iter().filter(|block| block.kind != Kind::Bad) {
                    let place = Locator {
                        member,
                        start: block.at,
                        len: u64::from(block.len),
                    };
                    batch.reject(error.code(), place);
                }
                batch.source.accounting.partial = true;
                return Ok(());
            }
        };
        self.stage = Stage::Rest(0);
        if let Some(commit) = blocks.commit() {
            let owner = batch.participant_by_handle(&commit.did);
            self.ledger.stated.insert(owner);
            self.owner = Some(owner);
            self.did = commit.did.clone();
            batch.source.variant = Some(format!("repository-v{}", commit.version));
            self.stage = Stage::Walk(Tree::of(commit.data));
        }
        self.file = Some(Open {
            member,
            reader: BufReader::with_capacity(64 << 10, reader),
            at: 0,
            blocks,
        });
        Ok(())
    }

    fn visit(&mut self, tree: &mut Tree, work: Work, batch: &mut Batch) -> Result<()> {
        let Some(file) = &mut self.file else {
            return Ok(());
        };
        let key = match &work {
            Work::Tree(key) | Work::Record(_, key) => key,
        };
        let Some(index) = file.blocks.find(key) else {
            self.missing += 1;
            return Ok(());
        };
        let Some(block) = file.blocks.list.get_mut(index) else {
            return Ok(());
        };
        let again = std::mem::replace(&mut block.reached, true);
        match (work, block.kind) {
            // counted as an error when it was read
            (_, Kind::Bad) => {}
            (Work::Tree(_), Kind::Node) => {
                if again {
                    return Ok(());
                }
                let bytes = file.bytes(index)?;
                let entered = Item::read(&bytes).and_then(|node| tree.enter(&node));
                if entered.is_none()
                    && let Some(place) = file.place(index)
                {
                    batch.reject(Code::MalformedRecord, place);
                    batch.source.accounting.partial = true;
                }
            }
            // a second key of the same content adds nothing but itself
            (Work::Record(..), _) if again => batch.skip(SkipReason::Repeated),
            (Work::Record(key, _), _) => self.record(index, Some(&key), batch)?,
            (Work::Tree(_), _) => {
                block.reached = again;
                self.missing += 1;
            }
        }
        Ok(())
    }

    fn record(&mut self, index: usize, key: Option<&str>, batch: &mut Batch) -> Result<()> {
        let Some((file, at)) = self.file.as_mut().and_then(|file| {
            let place = file.place(index)?;
            Some((file, place))
        }) else {
            return Ok(());
        };
        if !batch.begin(at) {
            return Ok(());
        }
        let bytes = file.bytes(index)?;
        let Some(serde_json::Value::Object(record)) = Item::read(&bytes).map(Item::json) else {
            batch.reject(Code::MalformedRecord, at);
            return Ok(());
        };
        let (message, item) = self.message(&Place { key, at }, record, batch);
        if let Some(post) = key.and_then(|key| key.strip_prefix("app.bsky.feed.post/")) {
            self.keys
                .insert(post.to_owned(), batch.messages.len() as u32);
        }
        *batch.source.items.entry(item.to_owned()).or_default() += 1;
        batch.push(message)
    }

    /// A block that the tree did not lead to.
    fn rest(&mut self, index: usize, batch: &mut Batch) -> Result<More> {
        let Some(block) = self
            .file
            .as_ref()
            .and_then(|file| file.blocks.list.get(index))
            .copied()
        else {
            self.file = None;
            self.settle_answers(batch);
            return Ok(More::No);
        };
        match block.kind {
            Kind::Bad => {}
            Kind::Commit | Kind::Node => batch.skip(SkipReason::Structure),
            _ if block.reached => {}
            Kind::Record => {
                self.unnamed += 1;
                self.record(index, None, batch)?;
            }
            Kind::Raw | Kind::Other => batch.skip(SkipReason::UnknownElement),
        }
        Ok(More::Yes)
    }

    /// A blob that lies among the blocks.
    fn inside(&mut self, cid: &str, batch: &mut Batch) -> Option<Attachment> {
        let key = cid_key(cid)?;
        let file = self.file.as_mut()?;
        let index = file.blocks.find(&key)?;
        let block = file.blocks.list.get_mut(index)?;
        if block.kind != Kind::Raw {
            return None;
        }
        if !std::mem::replace(&mut block.reached, true) {
            batch.item("blobs");
        }
        let place = file.place(index)?;
        let bytes = file.bytes(index).ok()?;
        let head = bytes.get(..bytes.len().min(SNIFF_BYTES))?;
        Some(Attachment {
            name: None,
            declared: None,
            sniffed: sniff_media(head),
            size: Some(place.len),
            presence: Presence::Present,
            embedded: false,
            content: Content::Encoded(place, Transfer::Identity),
        })
    }

    fn settle_answers(&mut self, batch: &mut Batch) {
        for (at, key) in std::mem::take(&mut self.answers) {
            let parent = self
                .keys
                .get(&key)
                .and_then(|at| batch.messages.get(*at as usize));
            let Some(text) = parent.map(|parent| parent.body.to_string()) else {
                continue;
            };
            if let Some(message) = batch.messages.get_mut(at as usize)
                && !text.is_empty()
            {
                message.extra_mut().quoted = Some(text);
            }
        }
        self.keys.clear();
    }

    fn finish(&mut self, batch: &mut Batch) {
        for (id, count) in [
            ("blocks-missing", self.missing),
            ("records-not-in-tree", self.unnamed),
        ] {
            if count > 0 {
                let args = [("count", count.to_string())];
                batch.source.warnings.push(Warning::new(id, &args));
            }
        }
        batch.source.accounting.partial |= self.missing > 0;
        self.ledger.finish(batch);
    }
}

/// The key of a blob's identifier as text.
fn cid_key(text: &str) -> Option<Key> {
    let letters = text.strip_prefix('b')?;
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for letter in letters.bytes() {
        let value = match letter {
            b'a'..=b'z' => letter - b'a',
            b'2'..=b'7' => letter - b'2' + 26,
            _ => return None,
        };
        bits = bits << 5 | u32::from(value);
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    cid::Cid::read(&bytes).map(|(cid, _)| cid.key())
}
