//! What the case covers: conversations and a period, both days included, in a stated zone.
//! Everything else stays out of the release and is counted.

use super::Places;
use crate::{
    error::{Code, Error, Result},
    locales::Lang,
    model::{Case, ConversationId, Message},
    time::Zone,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The choice, with stable names. The default covers everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct CaseScope {
    /// Stable names of the conversations; all when `None`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversations: Option<BTreeSet<String>>,
    /// Stable names of participants: only conversations that one of these people takes part in;
    /// all when `None`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<BTreeSet<String>>,
    /// First day, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day, included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// IANA name of the zone in which the days are meant and times are shown; UTC when `None`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
}

impl CaseScope {
    /// With the zone in which times are shown: the chosen one, else the home zone of the language,
    /// so that page, released copy and receipt agree. A period without a zone is meant in UTC.
    #[must_use]
    pub fn shown(mut self, language: Lang) -> Self {
        if self.zone.is_none() && self.from.is_none() && self.to.is_none() {
            self.zone = Some(language.home_zone().to_owned());
        }
        self
    }
}

/// A scope worked out for one case.
#[derive(Clone, Debug)]
pub struct Coverage {
    conversations: Option<BTreeSet<ConversationId>>,
    instants: (Option<i64>, Option<i64>),
    clock: (Option<i64>, Option<i64>),
    /// The zone of days and shown times.
    pub zone: Option<Zone>,
}

impl Coverage {
    /// Looks the names up.
    ///
    /// # Errors
    /// [`Code::UnknownTarget`] for a conversation that is not in the case,
    /// [`Code::BadRequest`] for a day or zone that cannot be read.
    pub fn new(scope: &CaseScope, places: &Places) -> Result<Self> {
        let conversations = match &scope.conversations {
            None => None,
            Some(names) => Some(
                names
                    .iter()
                    .map(|name| {
                        places.conversation(name).ok_or_else(|| {
                            Error::new(Code::UnknownTarget).with("kind", "conversation")
                        })
                    })
                    .collect::<Result<_>>()?,
            ),
        };
        let conversations = match &scope.people {
            None => conversations,
            Some(names) => {
                let mut theirs: BTreeSet<ConversationId> = BTreeSet::new();
                for name in names {
                    let person = places.participant(name).ok_or_else(|| {
                        Error::new(Code::UnknownTarget).with("kind", "participant")
                    })?;
                    theirs.extend(places.conversations_with(person));
                }
                Some(match conversations {
                    Some(chosen) => theirs.intersection(&chosen).copied().collect(),
                    None => theirs,
                })
            }
        };
        let zone = scope.zone.as_deref().map(Zone::named).transpose()?;
        let utc = Zone::named("UTC")?;
        let days = zone.as_ref().unwrap_or(&utc);
        let first = |zone: &Zone| scope.from.as_deref().map(|day| zone.day(day)).transpose();
        let last = |zone: &Zone| scope.to.as_deref().map(|day| zone.day(day)).transpose();
        Ok(Self {
            conversations,
            instants: (first(days)?.map(|d| d.0), last(days)?.map(|d| d.1)),
            clock: (first(&utc)?.map(|d| d.0), last(&utc)?.map(|d| d.1)),
            zone,
        })
    }

    /// True when a message is covered: no twin of one that is shown for it. Where the instant is unknown its local clock decides; a
    /// message without any time is not covered by a period.
    #[must_use]
    pub fn covers(&self, message: &Message) -> bool {
        if message.twin {
            return false;
        }
        if let Some(conversations) = &self.conversations
            && !conversations.contains(&message.conversation)
        {
            return false;
        }
        let time = &message.time;
        let (at, (from, to)) = match (time.utc_ms, time.local_ms) {
            (Some(at), _) => (at, self.instants),
            (None, Some(at)) => (at, self.clock),
            (None, None) => return self.instants == (None, None),
        };
        from.is_none_or(|from| at >= from) && to.is_none_or(|to| at <= to)
    }

    /// Number of messages that are not covered.
    #[must_use]
    pub fn outside(&self, case: &Case) -> u64 {
        if self.conversations.is_none() && self.instants == (None, None) {
            return 0;
        }
        case.shown_messages()
            .filter(|(_, message)| !self.covers(message))
            .count() as u64
    }
}
