//! Google Voice: one page per conversation or call, with microformat classes (`message`, `dt`,
//! `sender`, `tel`, `fn`, `q`; `haudio`, `published`, `duration`, `contributor`).

use super::Takeout;
use crate::{
    error::Result,
    import::{
        Batch,
        files::File,
        html::{Element, Pick},
    },
    model::{
        Call, ConversationKind, Detail, DetailKind, Locator, Message, MessageKind, ParticipantId,
    },
};

pub(super) fn pick(element: &Element) -> Pick {
    if element.tag == "div" && (element.has_class("message") || element.has_class("haudio")) {
        Pick::Record
    } else if element.tag == "title" {
        Pick::Part
    } else {
        Pick::Keep
    }
}

/// "PT1H2M3S" or "(00:01:02)" in seconds.
fn seconds(text: &str) -> u64 {
    if let Some(parts) = text.strip_prefix("PT") {
        let mut total = 0_u64;
        let mut number = 0_u64;
        for c in parts.chars() {
            match (c, c.to_digit(10)) {
                (_, Some(digit)) => {
                    number = number.saturating_mul(10).saturating_add(u64::from(digit))
                }
                ('H', _) => {
                    total = total.saturating_add(std::mem::take(&mut number).saturating_mul(3600))
                }
                ('M', _) => {
                    total = total.saturating_add(std::mem::take(&mut number).saturating_mul(60))
                }
                ('S', _) => total = total.saturating_add(std::mem::take(&mut number)),
                _ => break,
            }
        }
        return total;
    }
    text.trim_matches(['(', ')'])
        .split(':')
        .filter_map(|part| part.trim().parse::<u64>().ok())
        .fold(0, |total, part| {
            total.saturating_mul(60).saturating_add(part)
        })
}

impl Takeout {
    pub(super) fn open_voice(&mut self, file: &File, batch: &mut Batch) {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path);
        let stem = name.strip_suffix(".html").unwrap_or(name);
        // "NAME - Text - 2020-01-01T00_00_00Z"; the middle word stands in the account's language
        let who = stem.rsplitn(3, " - ").last().unwrap_or(stem);
        let id = batch.conversation(who, ConversationKind::Direct);
        if let Some(conversation) = batch.conversations.get_mut(id.index()) {
            conversation.title = Some(who.to_owned());
        }
        self.conversation = Some(id);
    }

    /// The person of a card: number and name.
    fn card(&mut self, card: &Element, batch: &mut Batch) -> Option<ParticipantId> {
        let number = card
            .all()
            .find_map(|one| one.attribute("href")?.strip_prefix("tel:"))
            .unwrap_or_default();
        let named = card.all().find(|one| one.has_class("fn"));
        let name = named.map(Element::text).unwrap_or_default();
        let person = match (number.is_empty(), name.is_empty()) {
            (true, true) => return None,
            (true, false) => batch.participant_by_name(&name, &name),
            (false, _) => {
                let person = batch.participant_by_handle(number);
                if name != number {
                    batch.name(person, &name);
                }
                person
            }
        };
        // the owner's own name is an abbreviation ("Me")
        if named.is_some_and(|one| one.tag == "abbr") {
            self.ledger.stated.insert(person);
        }
        Some(person)
    }

    pub(super) fn voice_message(
        &mut self,
        element: &Element,
        place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        if !batch.begin(place) {
            return Ok(());
        }
        let mut message = Message {
            conversation: self.conversation.unwrap_or_default(),
            place,
            ..Message::default()
        };
        let call = element.has_class("haudio");
        let time = element
            .by_class("dt")
            .or_else(|| element.by_class("published"))
            .and_then(|one| {
                one.attribute("title")
                    .map(str::to_owned)
                    .or(Some(one.text()))
            });
        if let Some(time) = time {
            self.ledger.written(&mut message, &time, batch);
        }
        let card = element
            .by_class("sender")
            .or_else(|| element.by_class("contributor"))
            .or_else(|| element.by_class("vcard"));
        if let Some(person) = card.and_then(|card| self.card(card, batch)) {
            self.ledger.speak(&mut message, person, batch);
        }
        if call {
            message.kind = MessageKind::Call;
            let heading = element
                .all()
                .find(|one| one.tag == "span" && one.has_class("fn"));
            message.body = heading.map(Element::text).unwrap_or_default().into();
            let seconds = element
                .by_class("duration")
                .map(|one| seconds(one.attribute("title").unwrap_or(&one.text())));
            message.extra_mut().call = Some(Call {
                seconds: seconds.unwrap_or(0),
                answered: seconds.is_some_and(|seconds| seconds > 0),
            });
            if let Some(text) = element.by_class("full-text").map(Element::text) {
                let detail = Detail::new(DetailKind::Transcript, text);
                message.extra_mut().details.push(detail);
            }
        } else {
            let quotes = element
                .all()
                .filter(|one| one.tag == "q")
                .map(Element::text);
            message.body = quotes.collect::<Vec<_>>().join("\n").into();
        }
        let mut paths: Vec<&str> = Vec::new();
        for one in element.all() {
            let path = one.attribute("src").or_else(|| {
                let media =
                    one.has_class("video") || one.has_class("audio") || one.has_class("vcard");
                one.attribute("href").filter(|_| media && one.tag == "a")
            });
            if let Some(path) = path.filter(|path| !path.contains(':') && !path.is_empty())
                && !paths.contains(&path)
            {
                paths.push(path);
            }
        }
        for path in paths {
            let attachment = self.ledger.file(&self.container, path, place.member);
            message.extra_mut().attachments.push(attachment);
        }
        if !call && message.body.is_empty() && !message.attachments().is_empty() {
            message.kind = MessageKind::Media;
        }
        batch.push(message)
    }

    /// The members of a group stand above its messages.
    pub(super) fn voice_rest(
        &mut self,
        rest: &Element,
        _place: Locator,
        batch: &mut Batch,
    ) -> Result<()> {
        let Some(conversation) = self.conversation else {
            return Ok(());
        };
        for card in rest.all().filter(|one| one.has_class("sender")) {
            if let Some(person) = self.card(card, batch) {
                batch.join(conversation, person);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        assert_eq!(seconds("PT1H2M3S"), 3_723);
        assert_eq!(seconds("PT61S"), 61);
        assert_eq!(seconds("(00:01:02)"), 62);
        assert_eq!(seconds("PT99999999999999999999H"), u64::MAX);
    }
}
