//! Who wrote a row and which way it went.

use super::{
    job::{Settings, owner_keys},
    reading::Table,
    rows::Row,
};
use crate::{
    import::Batch,
    model::{Direction, ParticipantId, Role},
};

/// Names offered with the question who the owner is.
const CANDIDATES: usize = 12;

impl Table {
    /// The sender, made on first sight. A cell that says "me" is the owner without a name.
    pub(super) fn person(
        &self,
        row: &Row,
        batch: &mut Batch,
        settings: &mut Settings,
        direction: &mut Direction,
    ) -> Option<ParticipantId> {
        let name = unwrapped(self.cell(row, Role::Sender));
        let handle = unwrapped(self.cell(row, Role::SenderHandle));
        if is_me(name) || (name.is_empty() && is_me(handle)) {
            *direction = Direction::Out;
            settings.owner_seen = true;
            return None;
        }
        let cut = is_shortened(handle) || is_shortened(name);
        settings.count("numbers-shortened", u64::from(cut));
        let id = match (handle, name) {
            ("", "") => return None,
            ("", name) => batch.participant_by_name(name, name),
            // digits that are gone tell nobody apart
            (handle, name) if is_shortened(handle) => {
                let shown = if name.is_empty() { handle } else { name };
                batch.participant_by_name(shown, shown)
            }
            (handle, name) => {
                let id = batch.participant_by_handle(handle);
                batch.name(id, name);
                id
            }
        };
        let owner = [name, handle]
            .iter()
            .filter(|raw| !raw.is_empty())
            .flat_map(|raw| owner_keys(raw))
            .any(|key| settings.owners.contains(&key));
        let sent = *direction == Direction::Out;
        settings.owner_seen |= owner || sent;
        if let Some(person) = batch.participants.get_mut(id.index()) {
            person.owner |= owner || sent;
        }
        if *direction == Direction::Unknown && !settings.owners.is_empty() {
            *direction = if owner { Direction::Out } else { Direction::In };
        }
        let shown = if name.is_empty() { handle } else { name };
        if settings.senders.len() < CANDIDATES && !settings.senders.iter().any(|s| s == shown) {
            settings.senders.push(shown.to_owned());
        }
        Some(id)
    }
}

/// A cell without what protects digits from a spreadsheet: `="0701740605"`, `'0701740605`.
pub(super) fn unwrapped(cell: &str) -> &str {
    let formula = cell.strip_prefix("=\"").and_then(|c| c.strip_suffix('"'));
    if let Some(inner) = formula {
        return inner.trim();
    }
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c: char| c == '+' || c.is_ascii_digit()) => rest,
        _ => cell,
    }
}

/// A number whose last digits a spreadsheet threw away: `4,57012E+10`.
pub(super) fn is_shortened(cell: &str) -> bool {
    let Some((digits, power)) = cell.split_once(['E', 'e']) else {
        return false;
    };
    let mut parts = digits.split([',', '.']);
    let whole = parts.next().unwrap_or_default();
    let rest = parts.next().unwrap_or("0");
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    whole.len() == 1
        && number(whole)
        && number(rest)
        && parts.next().is_none()
        && power.strip_prefix('+').is_some_and(number)
}

fn is_me(cell: &str) -> bool {
    let cell = cell.to_lowercase();
    matches!(
        cell.as_str(),
        "me" | "mig" | "meg" | "jeg" | "jag" | "minä" | "you" | "dig" | "du" | "eg" | "myself"
    )
}

/// Words for sent, received and notices, in five languages; 1 and 2 as Android counts them.
pub(super) fn direction(word: &str) -> Direction {
    match word.to_lowercase().as_str() {
        "incoming" | "in" | "received" | "inbox" | "modtaget" | "indgående" | "mottaget"
        | "inkommande" | "mottatt" | "innkommende" | "saapunut" | "vastaanotettu" | "1" => {
            Direction::In
        }
        "outgoing" | "out" | "sent" | "outbox" | "sendt" | "udgående" | "skickat" | "utgående"
        | "lähtevä" | "lähetetty" | "2" => Direction::Out,
        "draft" | "kladde" | "utkast" | "luonnos" | "3" => Direction::Draft,
        "notification" | "system" | "notice" => Direction::System,
        _ => Direction::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_a_spreadsheet_touched() {
        for cell in ["4,57012E+10", "4.57012E+10", "4E+09", "4,6e+10"] {
            assert!(is_shortened(cell), "{cell}");
        }
        for cell in [
            "E+10",
            "45,7E+10",
            "4,5,7E+10",
            "Eva",
            "4570120",
            "4,57E-3",
            "",
        ] {
            assert!(!is_shortened(cell), "{cell}");
        }
        assert_eq!(unwrapped("=\"0701740605\""), "0701740605");
        assert_eq!(unwrapped("'+46701740605"), "+46701740605");
        assert_eq!(unwrapped("'t Hooft"), "'t Hooft");
    }
}
