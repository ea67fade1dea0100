//! Contact lists as vCard files (`.vcf`), all versions.
//!
//! A list holds no messages: its cards become participants with names and numbers, so that
//! [`crate::merge`] can name the numbers of other sources. One record is one card. Pictures are not
//! read ([`super::vcard`]).

use super::{Answers, Batch, ImportJob, Importer, Input, Probe, several, vcard};
use crate::{
    container::Container,
    error::Result,
    job::Budget,
    model::{Locator, SkipReason, Warning},
};
use std::rc::Rc;

/// The importer.
pub struct Vcf;

impl Importer for Vcf {
    fn id(&self) -> &'static str {
        "vcf"
    }

    fn sniff(&self, probe: &Probe<'_>) -> u8 {
        let text = probe.text.trim_start_matches('\u{feff}').trim_start();
        let begins = text
            .get(..11)
            .is_some_and(|head| head.eq_ignore_ascii_case("begin:vcard"));
        // Low: cards lie in exports as attachments too.
        if begins { 55 } else { 0 }
    }

    fn accompanies(&self) -> bool {
        true
    }

    fn start(&self, input: Input, _answers: &Answers) -> Result<Box<dyn ImportJob>> {
        several(input, start)
    }
}

fn start(container: &Rc<Container>, member: u32) -> Result<Box<dyn ImportJob>> {
    let text = container.open_text(member)?;
    Ok(Box::new(Job {
        member,
        cards: vcard::Cards::new(Box::new(text)),
    }))
}

struct Job {
    member: u32,
    cards: vcard::Cards,
}

impl ImportJob for Job {
    fn step(&mut self, batch: &mut Batch, budget: &mut Budget<'_>) -> Result<bool> {
        while !budget.spent() {
            let place = |start: u64, end: u64| Locator {
                member: self.member,
                start,
                len: end.saturating_sub(start),
            };
            match self.cards.piece()? {
                vcard::Piece::Card(card) => {
                    if batch.begin(place(card.start, card.end)) {
                        contact(batch, &card);
                    }
                }
                vcard::Piece::Broken(code, start, end) => batch.reject(code, place(start, end)),
                vcard::Piece::Stray => batch.skip(SkipReason::Preamble),
                vcard::Piece::Line => {}
                vcard::Piece::End => {
                    if self.cards.failure().is_some() {
                        batch.source.accounting.partial = true;
                        batch
                            .source
                            .warnings
                            .push(Warning::new("ends-suddenly", &[]));
                    }
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn bytes_read(&self) -> u64 {
        self.cards.offset()
    }
}

/// A card as a participant. Cards with a number in common are one.
fn contact(batch: &mut Batch, card: &vcard::Card) {
    batch.item("contact");
    let mut handles = card.phones.iter().chain(&card.emails);
    let person = match (handles.next(), &card.name) {
        (Some(handle), _) => batch.participant_by_handle(handle),
        (None, Some(name)) => batch.participant_by_name(name, name),
        (None, None) => return,
    };
    for handle in handles {
        batch.handle(person, handle);
    }
    if let Some(name) = &card.name {
        batch.name(person, name);
    }
}
