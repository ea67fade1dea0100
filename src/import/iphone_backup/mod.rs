//! A phone's backup folder as Finder, iTunes and libimobiledevice write it, encrypted or not:
//! messages with their attachments, calls, WhatsApp with its media, and names out of the address
//! book, as one source. Only these files are opened; `docs/formats/iphone-backup.md` says what else
//! a backup holds.

mod address_book;
pub mod cipher;
mod key_bag;
mod manifest;

use super::{
    Answers, Batch, ImportJob, Importer, Input, Probe, apple::plist::Plist, database::Opened,
    imessage_sqlite::Messages, iphone_calls_sqlite::Calls, names::Names, password::Password,
    whatsapp_ios_sqlite::Chats,
};
use crate::{
    container::Container,
    error::{Code, Result},
    job::Budget,
    limits,
    model::{Locator, Question, Secret, Warning},
};
use key_bag::{Derivation, KeyBag};
use manifest::{Files, Listing, MessageFiles, WhatsAppFiles};
use std::{collections::BTreeSet, io::Read, rc::Rc};

/// The importer.
pub struct IphoneBackup;

impl Importer for IphoneBackup {
    fn id(&self) -> &'static str {
        "iphone-backup"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let has = |name: &str| probe.tables.iter().any(|table| table == name);
        let holds = |text: &[u8]| memchr::memmem::find(probe.head, text).is_some();
        let list = has("Files") && has("Properties");
        let settings = holds(b"BackupKeyBag") && holds(b"IsEncrypted");
        if list || settings || probe.head.starts_with(b"mbdb\x05") {
            97
        } else {
            0
        }
    }

    fn takes_all_files(&self) -> bool {
        false
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        // one job for each folder with a backup
        let folder = |member: u32| {
            let path = input.container.members().get(member as usize);
            let path = path.map_or("", |member| member.path.as_str());
            path.rsplit_once('/')
                .map_or(String::new(), |(folder, _)| format!("{folder}/"))
        };
        let mut seen = BTreeSet::new();
        let members = input
            .members
            .iter()
            .copied()
            .filter(|member| seen.insert(folder(*member)))
            .map(|member| (member, folder(member)))
            .collect::<Vec<_>>();
        Ok(Box::new(Backups {
            jobs: members
                .into_iter()
                .map(|(member, prefix)| Backup {
                    container: Rc::clone(&input.container),
                    member,
                    prefix,
                    password: answers.password.clone(),
                    stage: Stage::Begin,
                    names: Names::default(),
                    manifest_key: None,
                    bytes: 0,
                })
                .collect(),
        }))
    }
}

struct Backups {
    jobs: Vec<Backup>,
}

impl ImportJob for Backups {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        for job in &mut self.jobs {
            if !job.step(batch, budget)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn bytes_read(&self) -> u64 {
        self.jobs.iter().map(|job| job.bytes).sum()
    }
}

enum Stage {
    Begin,
    Derive(Box<(KeyBag, Derivation)>),
    List(Box<(Files, Listing)>),
    Read(
        Rc<Files>,
        std::vec::IntoIter<Part>,
        Option<Box<dyn ImportJob>>,
    ),
    Over,
}

/// What is read out of a backup, in this order.
enum Part {
    Names,
    Messages,
    Calls,
    WhatsApp(String),
}

struct Backup {
    container: Rc<Container>,
    member: u32,
    prefix: String,
    password: Option<Password>,
    stage: Stage,
    names: Names,
    manifest_key: Option<Vec<u8>>,
    bytes: u64,
}

impl Backup {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            let stage = std::mem::replace(&mut self.stage, Stage::Over);
            let (next, working) = match stage {
                Stage::Begin => (self.begin(batch)?, false),
                Stage::Derive(mut work) => {
                    let (bag, derivation) = &mut *work;
                    match bag.step(derivation, budget) {
                        None => (Stage::Derive(work), true),
                        Some(key) => match bag.unwrap(&key) {
                            Some(keys) => {
                                let files = self.files(Some(keys));
                                (self.list(files, batch)?, false)
                            }
                            None => {
                                self.locked(true, batch);
                                (Stage::Over, false)
                            }
                        },
                    }
                }
                Stage::List(mut work) => {
                    let (files, listing) = &mut *work;
                    if files.list(listing, batch, budget) {
                        (parts(work.0), false)
                    } else {
                        (Stage::List(work), true)
                    }
                }
                Stage::Read(files, parts, job) => self.read(files, parts, job, batch, budget)?,
                Stage::Over => return Ok(true),
            };
            self.stage = next;
            if working {
                return Ok(false);
            }
        }
    }

    fn files(&self, keys: Option<key_bag::ClassKeys>) -> Files {
        Files::new(Rc::clone(&self.container), self.prefix.clone(), keys)
    }

    fn place(&self) -> Locator {
        Locator {
            member: self.member,
            ..Locator::default()
        }
    }

    fn reject(&self, code: Code, place: Locator, batch: &mut Batch) {
        if batch.begin(place) {
            batch.reject(code, place);
        }
        batch.source.accounting.partial = true;
    }

    /// The backup needs a password, or another one.
    fn locked(&self, wrong: bool, batch: &mut Batch) {
        batch.source.questions.push(Question::Password {
            wrong,
            secret: Secret::Password,
        });
        let (warning, code) = if wrong {
            ("backup-wrong-password", Code::WrongSecret)
        } else {
            ("backup-encrypted", Code::ArchiveEncrypted)
        };
        batch.source.warnings.push(Warning::new(warning, &[]));
        self.reject(code, self.place(), batch);
    }

    fn begin(&mut self, batch: &mut Batch) -> Result<Stage> {
        let settings = self
            .container
            .exact(&format!("{}Manifest.plist", self.prefix));
        let settings = settings.and_then(|member| {
            let mut bytes = Vec::new();
            let reader = self.container.open_bytes(member).ok()?;
            reader
                .take(limits::PLIST_BYTES as u64)
                .read_to_end(&mut bytes)
                .ok()?;
            Plist::read(&bytes)
        });
        let settings = settings.unwrap_or(Plist::Null);
        let version = settings
            .get("Lockdown")
            .and_then(|device| device.get("ProductVersion"));
        if let Some(version) = version.and_then(Plist::text) {
            batch.source.variant = Some(format!("ios-{version}"));
        }
        if settings.get("IsEncrypted").and_then(Plist::int) != Some(1) {
            let files = self.files(None);
            return self.list(files, batch);
        }
        let Some(password) = self.password.clone() else {
            self.locked(false, batch);
            return Ok(Stage::Over);
        };
        let bag = settings
            .get("BackupKeyBag")
            .and_then(Plist::data)
            .and_then(KeyBag::read);
        let Some(bag) = bag else {
            batch
                .source
                .warnings
                .push(Warning::new("backup-key-damaged", &[]));
            self.reject(Code::MalformedRecord, self.place(), batch);
            return Ok(Stage::Over);
        };
        let key = settings.get("ManifestKey").and_then(Plist::data);
        self.manifest_key = key.map(<[u8]>::to_vec);
        let derivation = bag.derive(password.reveal());
        Ok(Stage::Derive(Box::new((bag, derivation))))
    }

    fn list(&self, files: Files, batch: &mut Batch) -> Result<Stage> {
        match files.listing(self.manifest_key.as_deref()) {
            Ok(Some(listing)) => Ok(Stage::List(Box::new((files, listing)))),
            // backups before iOS 10 list their files in another form; the names are known
            Ok(None) => Ok(parts(files)),
            Err(error) if error.code() == Code::Io => Err(error),
            Err(error) => {
                let byte = error.location().byte.unwrap_or_default();
                let place = Locator {
                    start: byte,
                    ..self.place()
                };
                self.reject(error.code(), place, batch);
                Ok(parts(files))
            }
        }
    }

    fn read(
        &mut self,
        files: Rc<Files>,
        mut parts: std::vec::IntoIter<Part>,
        job: Option<Box<dyn ImportJob>>,
        batch: &mut Batch,
        budget: &mut Budget<'_>,
    ) -> Result<(Stage, bool)> {
        if let Some(mut job) = job {
            if !job.step(batch, budget)? {
                return Ok((Stage::Read(files, parts, Some(job)), true));
            }
            self.bytes += job.bytes_read();
            return Ok((Stage::Read(files, parts, None), false));
        }
        let Some(part) = parts.next() else {
            self.names.apply(batch);
            if files.missing() > 0 {
                let count = [("count", files.missing().to_string())];
                batch
                    .source
                    .warnings
                    .push(Warning::new("backup-file-missing", &count));
                batch.source.accounting.partial = true;
            }
            return Ok((Stage::Over, false));
        };
        let job = match self.open(&files, part, batch) {
            Ok(job) => job,
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                self.reject(error.code(), self.place(), batch);
                None
            }
        };
        Ok((Stage::Read(files, parts, job), false))
    }

    fn open(
        &mut self,
        files: &Rc<Files>,
        part: Part,
        batch: &mut Batch,
    ) -> Result<Option<Box<dyn ImportJob>>> {
        let boxed =
            |opened: Option<Opened>, make: &dyn Fn(Opened) -> Box<dyn ImportJob>| opened.map(make);
        Ok(match part {
            Part::Names => {
                let name = "HomeDomain-Library/AddressBook/AddressBook.sqlitedb";
                if let Some(opened) = files.database(name)? {
                    address_book::read(&opened, &mut self.names, batch);
                }
                None
            }
            Part::Messages => {
                let opened = files.database("HomeDomain-Library/SMS/sms.db")?;
                let shelf = Rc::new(MessageFiles(Rc::clone(files)));
                boxed(opened, &|opened| {
                    Box::new(Messages::new(opened, Rc::clone(&shelf) as _))
                })
            }
            Part::Calls => {
                let name = "HomeDomain-Library/CallHistoryDB/CallHistory.storedata";
                boxed(files.database(name)?, &|opened| {
                    Box::new(Calls::new(opened))
                })
            }
            Part::WhatsApp(domain) => {
                let opened = files.database(&format!("{domain}-ChatStorage.sqlite"))?;
                let shelf = Rc::new(WhatsAppFiles {
                    files: Rc::clone(files),
                    domain,
                });
                boxed(opened, &|opened| {
                    Box::new(Chats::new(opened, Rc::clone(&shelf) as _))
                })
            }
        })
    }
}

/// What there is to read, when the list is known.
fn parts(files: Files) -> Stage {
    let mut parts = vec![Part::Names, Part::Messages, Part::Calls];
    let known = "AppDomainGroup-group.net.whatsapp.WhatsApp.shared";
    let mut domains: BTreeSet<String> = files
        .names("AppDomainGroup-group.net.whatsapp.WhatsApp")
        .into_iter()
        .filter_map(|name| Some(name.strip_suffix("-ChatStorage.sqlite")?.to_owned()))
        .collect();
    domains.insert(known.to_owned());
    parts.extend(domains.into_iter().map(Part::WhatsApp));
    Stage::Read(Rc::new(files), parts.into_iter(), None)
}
