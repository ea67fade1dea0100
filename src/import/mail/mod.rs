//! Mail as a carrier of messages: single mails (`eml`, RFC 5322 and MIME) and mailboxes (`mbox`,
//! RFC 4155 and its older habits). Comment notifications and forwarded messages come this way.
//!
//! MIME is read by the mail-parser crate, one mail at a time; memory is bounded by
//! [`limits::MAIL_BYTES`]. Mails of one thread are one conversation, by References and
//! In-Reply-To, else by subject. Does not open encrypted mail and does not look into attachments.

mod message;
mod split;
mod threads;

use super::{Answers, Batch, ImportJob, Importer, Input, Probe, handles};
use crate::{
    container::Container,
    error::{Code, Result},
    job::Budget,
    model::{Locator, Warning},
};
use message::Reading;
use split::{Mail, Splitter};
use std::{collections::BTreeSet, rc::Rc};

/// Single mails, one per file.
pub struct Eml;

/// Mailboxes: many mails in one file.
pub struct Mbox;

/// Head lines that mails have and other texts rarely begin with.
const HEADS: &[&str] = &[
    "from",
    "to",
    "cc",
    "date",
    "subject",
    "received",
    "message-id",
    "mime-version",
    "return-path",
    "delivered-to",
    "content-type",
    "content-transfer-encoding",
    "in-reply-to",
    "references",
    "reply-to",
    "sender",
    "dkim-signature",
    "x-mailer",
    "user-agent",
];

/// Known head lines at the start of a text, up to the first line that is none.
fn heads(text: &str) -> (usize, bool) {
    let mut known = 0;
    let mut typed = false;
    for line in text.lines().take(200) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            break;
        };
        let word = |byte: u8| byte.is_ascii_graphic();
        if name.is_empty() || !name.bytes().all(word) {
            break;
        }
        let name = name.to_ascii_lowercase();
        known += usize::from(HEADS.contains(&name.as_str()));
        typed |= name == "content-type";
    }
    (known, typed)
}

impl Importer for Eml {
    fn id(&self) -> &'static str {
        "eml"
    }

    fn documentation_only(&self) -> bool {
        false
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        match heads(probe.text.trim_start_matches(['\r', '\n', '\u{feff}'])) {
            (3.., _) => 88,
            (2, _) => 75,
            (1, true) => 70,
            _ => 0,
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        Ok(Box::new(Job::new(input, answers, false)))
    }
}

impl Importer for Mbox {
    fn id(&self) -> &'static str {
        "mbox"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let text = probe.text.trim_start_matches(['\r', '\n', '\u{feff}']);
        let Some((first, rest)) = text.split_once('\n') else {
            return 0;
        };
        if split::is_from_line(first.as_bytes()) && heads(rest).0 > 0 {
            93
        } else {
            0
        }
    }

    fn start(&self, input: Input, answers: &Answers) -> Result<Box<dyn ImportJob>> {
        Ok(Box::new(Job::new(input, answers, true)))
    }
}

struct Job {
    container: Rc<Container>,
    members: Vec<u32>,
    next_member: usize,
    open: Option<(u32, Splitter)>,
    mailbox: bool,
    bytes_before: u64,
    reading: Reading,
}

impl Job {
    fn new(input: Input, answers: &Answers, mailbox: bool) -> Self {
        let owners: BTreeSet<String> = answers
            .owners
            .iter()
            .map(|raw| handles::normalise(raw).0)
            .collect();
        Self {
            container: input.container,
            members: input.members,
            next_member: 0,
            open: None,
            mailbox,
            bytes_before: 0,
            reading: Reading::new(owners),
        }
    }

    fn open_next(&mut self, batch: &mut Batch) -> Result<bool> {
        let Some(member) = self.members.get(self.next_member).copied() else {
            return Ok(false);
        };
        self.next_member += 1;
        match self.container.open_bytes(member) {
            Ok(bytes) => self.open = Some((member, Splitter::new(bytes, self.mailbox))),
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                let place = Locator {
                    member,
                    ..Locator::default()
                };
                batch.begin(place);
                batch.reject(error.code(), place);
                batch.source.accounting.partial = true;
            }
        }
        Ok(true)
    }

    fn read(&mut self, batch: &mut Batch, member: u32, mail: Mail) -> Result<()> {
        let place = Locator {
            member,
            start: mail.start,
            len: mail.len,
        };
        if !batch.begin(place) {
            return Ok(());
        }
        match mail.bytes {
            Some(bytes) => self.reading.mail(batch, place, &bytes),
            None => {
                batch.reject(Code::LimitExceeded, place);
                Ok(())
            }
        }
    }
}

impl ImportJob for Job {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        loop {
            if budget.spent() {
                return Ok(false);
            }
            let Some((member, splitter)) = &mut self.open else {
                if !self.open_next(batch)? {
                    self.reading.finish(batch);
                    return Ok(true);
                }
                continue;
            };
            let member = *member;
            match splitter.next(budget) {
                Ok(split::Found::Mail(mail)) => self.read(batch, member, mail)?,
                Ok(split::Found::Pause) => return Ok(false),
                Ok(split::Found::End) => {
                    self.bytes_before += splitter.offset();
                    self.open = None;
                }
                Err(error) => {
                    let place = Locator {
                        member,
                        start: splitter.offset(),
                        len: 0,
                    };
                    self.bytes_before += splitter.offset();
                    self.open = None;
                    if error.code() == Code::Io {
                        return Err(error);
                    }
                    batch.begin(place);
                    batch.reject(error.code(), place);
                    batch.source.accounting.partial = true;
                    batch
                        .source
                        .warnings
                        .push(Warning::new("ends-suddenly", &[]));
                }
            }
        }
    }

    fn bytes_read(&self) -> u64 {
        let open = self.open.as_ref();
        self.bytes_before + open.map_or(0, |(_, splitter)| splitter.offset())
    }
}
