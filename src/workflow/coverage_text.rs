//! The report of how complete the material is, in sentences: what the command prints and what the
//! page shows. Signs of the sources stay ids with arguments (`warning-<id>` in ui.ftl).

use super::{AccountCoverage, ConversationCoverage, CoveragePlaces, CoverageReport, Gap};
use crate::{
    locales::{Arg, Texts},
    model::{ConversationId, MessageId, Warning},
};

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Id of its text.
    pub id: &'static str,
    /// The sentence.
    pub text: String,
    /// The message to look at.
    pub message: Option<MessageId>,
    /// Something may be missing.
    pub warn: bool,
}

/// Sentences about the whole, an account or a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverageText {
    /// Names of the sources, or title or key of the conversation; empty for the whole.
    pub title: String,
    /// The conversation that it is about.
    pub conversation: Option<ConversationId>,
    /// Sentences.
    pub sentences: Vec<Sentence>,
    /// What the sources say about themselves.
    pub signs: Vec<Warning>,
}

/// The whole, each account, then each conversation with something to tell.
#[must_use]
pub fn coverage_text(texts: &Texts, report: &CoverageReport) -> Vec<CoverageText> {
    let mut whole = Part::new(texts, String::new(), None);
    whole.say(
        "coverage-whole",
        &[
            ("messages", u64::from(report.messages).into()),
            ("conversations", u64::from(report.conversations_all).into()),
            ("accounts", (report.accounts.len() as u64).into()),
        ],
        None,
        false,
    );
    whole.count("coverage-twins", report.twins, None, false);
    whole.count("coverage-undated", report.undated, None, true);
    let mut all = vec![whole.text];
    for account in &report.accounts {
        all.push(about_account(texts, account, report.gap_days));
    }
    for conversation in &report.conversations {
        all.push(about_conversation(texts, conversation));
    }
    all
}

fn about_account(texts: &Texts, account: &AccountCoverage, gap_days: u32) -> CoverageText {
    let mut part = Part::new(texts, account.sources.join(", "), None);
    part.span(
        account.messages,
        account.first.as_deref(),
        account.last.as_deref(),
        &account.places,
    );
    part.gaps(&account.gaps);
    if account.gaps.is_empty() && account.messages > 0 {
        let days = u64::from(gap_days).into();
        part.say("coverage-no-gap", &[("days", days)], None, false);
    }
    part.auto_delete(account.auto_delete_days, &account.places);
    let days = named(texts, &account.empty_weekdays, |day| {
        format!("weekday-{day}")
    });
    if !days.is_empty() {
        let days = days.join(", ");
        let days = [("days", Arg::Text(&days))];
        part.say("coverage-weekdays", &days, None, true);
    }
    let hours: Vec<String> = account
        .empty_hours
        .iter()
        .map(|hour| format!("{hour:02}–{:02}", hour + 1))
        .collect();
    if !hours.is_empty() {
        let hours = hours.join(", ");
        let hours = [("hours", Arg::Text(&hours))];
        part.say("coverage-hours", &hours, None, true);
    }
    let places = &account.places;
    part.count("coverage-deleted", account.deleted, places.deleted, true);
    part.count("coverage-changed", account.changed, places.changed, true);
    let missing = account.attachments_missing;
    part.count("coverage-missing", missing, places.missing, true);
    let omitted = account.attachments_omitted;
    part.count("coverage-omitted", omitted, places.omitted, true);
    if account.partial {
        part.say("coverage-partial", &[], None, true);
    }
    let signs = account.signs.iter();
    part.text.signs = signs.map(|sign| sign.warning.clone()).collect();
    part.text
}

fn about_conversation(texts: &Texts, conversation: &ConversationCoverage) -> CoverageText {
    let title = conversation.title.as_ref().unwrap_or(&conversation.key);
    let mut part = Part::new(texts, title.clone(), Some(conversation.conversation));
    part.span(
        conversation.messages,
        conversation.first.as_deref(),
        conversation.last.as_deref(),
        &conversation.places,
    );
    part.gaps(&conversation.gaps);
    part.auto_delete(conversation.auto_delete_days, &conversation.places);
    let places = &conversation.places;
    part.count(
        "coverage-deleted",
        conversation.deleted,
        places.deleted,
        true,
    );
    let missing = conversation.attachments_missing;
    let first = places.missing.or(places.omitted);
    part.count("coverage-missing", missing, first, true);
    part.text
}

fn named(texts: &Texts, numbers: &[u8], id: impl Fn(u8) -> String) -> Vec<String> {
    let numbers = numbers.iter();
    numbers.map(|number| texts.get(&id(*number), &[])).collect()
}

struct Part<'a> {
    texts: &'a Texts,
    text: CoverageText,
}

impl<'a> Part<'a> {
    fn new(texts: &'a Texts, title: String, conversation: Option<ConversationId>) -> Self {
        let text = CoverageText {
            title,
            conversation,
            ..CoverageText::default()
        };
        Self { texts, text }
    }

    fn say(
        &mut self,
        id: &'static str,
        args: &[(&str, Arg<'_>)],
        message: Option<MessageId>,
        warn: bool,
    ) {
        self.text.sentences.push(Sentence {
            id,
            text: self.texts.get(id, args),
            message,
            warn,
        });
    }

    fn count(&mut self, id: &'static str, count: u32, message: Option<MessageId>, warn: bool) {
        if count > 0 {
            self.say(id, &[("count", u64::from(count).into())], message, warn);
        }
    }

    fn span(
        &mut self,
        messages: u32,
        first: Option<&str>,
        last: Option<&str>,
        places: &CoveragePlaces,
    ) {
        let messages = ("messages", u64::from(messages).into());
        match (first, last) {
            (Some(first), Some(last)) => {
                let args = [messages, ("first", first.into()), ("last", last.into())];
                self.say("coverage-span", &args, places.first, false);
            }
            _ => self.say("coverage-no-span", &[messages], None, false),
        }
    }

    fn gaps(&mut self, gaps: &[Gap]) {
        for gap in gaps {
            let args = [
                ("days", u64::from(gap.days).into()),
                ("from", gap.from.as_str().into()),
                ("to", gap.to.as_str().into()),
            ];
            self.say("coverage-gap", &args, gap.after, true);
        }
    }

    fn auto_delete(&mut self, days: Option<u32>, places: &CoveragePlaces) {
        let days = days.unwrap_or_default();
        self.count("coverage-auto-delete", days, places.first, true);
    }
}
