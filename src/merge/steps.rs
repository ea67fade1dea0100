//! Joining as a job in steps. What it has done so far lies in the case, so that it can be taken
//! back at any time ([`super::reset`]).

use super::{
    Pause, Rulings, ThreadKey, Until,
    accounts::{Accounts, Pairing, Spanning},
    own::Owning,
    people, reset, threads,
    twins::{Applying, Joining},
};
use crate::{
    job::{Ctx, Phase, Progress, Step},
    model::{Case, ConversationId, MessageId},
};
use std::collections::BTreeMap;

/// Times that a message is looked at in all, about; for the progress alone.
const LOOKS: u64 = 8;

/// What is being done.
enum Stage {
    Start,
    Spans(Spanning),
    Pairs(Box<Pairing>),
    /// Messages move to the threads that took theirs in.
    Moving {
        moved: BTreeMap<ConversationId, ConversationId>,
        at: usize,
    },
    People,
    Owners(Owning),
    /// Messages of each conversation that holds those of several sources.
    Listing {
        held: BTreeMap<ConversationId, Vec<MessageId>>,
        at: usize,
    },
    Twins {
        waiting: std::collections::btree_map::IntoIter<ConversationId, Vec<MessageId>>,
        running: Option<Thread>,
    },
    Over,
}

/// The thread at hand.
enum Thread {
    Joining(Box<Joining>),
    Applying(Box<Applying>),
}

/// Joins everything that can be told, and follows what a person ruled.
pub struct JoinJob {
    rulings: Rulings,
    threads: BTreeMap<ThreadKey, Vec<ConversationId>>,
    accounts: Accounts,
    stage: Stage,
    looked: u64,
}

impl JoinJob {
    /// Begins anew: an earlier joining is taken back first.
    #[must_use]
    pub fn new(rulings: Rulings) -> Self {
        Self {
            rulings,
            threads: BTreeMap::new(),
            accounts: Accounts::default(),
            stage: Stage::Start,
            looked: 0,
        }
    }

    /// Works for one budget. Nobody else may change the case in between.
    pub fn step(&mut self, case: &mut Case, ctx: &Ctx) -> Step<()> {
        let mut pause = Pause {
            until: Until::Spent(ctx.budget()),
            looked: 0,
        };
        let over = self.work(case, &mut pause);
        self.looked += pause.looked;
        if over {
            return Step::Done(());
        }
        let messages = case.messages.len() as u64;
        Step::Working(Progress {
            phase: Phase::Joining,
            done: self.looked.min(messages * LOOKS),
            total: messages * LOOKS,
            records: (self.looked / LOOKS).min(messages),
        })
    }

    /// Works to the end.
    pub(super) fn finish(&mut self, case: &mut Case) {
        let mut pause = Pause {
            until: Until::End,
            looked: 0,
        };
        while !self.work(case, &mut pause) {}
    }

    #[cfg(test)]
    pub(super) fn piecemeal(&mut self, case: &mut Case) -> bool {
        let mut pause = Pause {
            until: Until::Each,
            looked: 0,
        };
        self.work(case, &mut pause)
    }

    /// True when everything is joined, false at a pause.
    fn work(&mut self, case: &mut Case, pause: &mut Pause<'_>) -> bool {
        loop {
            let next = match &mut self.stage {
                Stage::Start => {
                    reset(case);
                    self.threads = super::threads(case);
                    Some(Stage::Spans(Spanning::new(case)))
                }
                Stage::Spans(spanning) => spanning.work(case, pause).then(|| {
                    let read = std::mem::replace(spanning, Spanning::new(case));
                    Stage::Pairs(Box::new(read.pairing(case, &self.threads)))
                }),
                Stage::Pairs(pairing) => pairing.work(case, &self.rulings, pause).map(|accounts| {
                    self.accounts = accounts;
                    let moved = threads::join(case, &self.threads, &self.accounts);
                    Stage::Moving { moved, at: 0 }
                }),
                Stage::Moving { moved, at } => {
                    threads::move_messages(case, moved, at, pause).then_some(Stage::People)
                }
                Stage::People => {
                    let found = people::join(case, &self.accounts.groups, &self.rulings);
                    let mut merged = std::mem::take(&mut case.merged);
                    merged.accounts = self.accounts.listed();
                    merged.likely_accounts = self.accounts.likely.clone();
                    merged.people = found.people;
                    merged.person_of = found.person_of;
                    merged.likely_people = found.likely;
                    let owning = Owning::new(case, &mut merged, &self.rulings);
                    case.merged = merged;
                    Some(Stage::Owners(owning))
                }
                Stage::Owners(owning) => {
                    let mut merged = std::mem::take(&mut case.merged);
                    let over = owning.work(case, &mut merged, pause);
                    case.merged = merged;
                    over.then(|| Stage::Listing {
                        held: joined_threads(case),
                        at: 0,
                    })
                }
                Stage::Listing { held, at } => list(case, held, at, pause).then(|| Stage::Twins {
                    waiting: std::mem::take(held).into_iter(),
                    running: None,
                }),
                Stage::Twins { waiting, running } => {
                    let accounts = &self.accounts;
                    match running {
                        Some(Thread::Joining(joining)) => {
                            let person_of = &case.merged.person_of;
                            if joining.work(case, accounts, person_of, pause) {
                                let all = std::mem::take(joining);
                                *running = Some(Thread::Applying(Box::new(all.applying())));
                                continue;
                            }
                            None
                        }
                        Some(Thread::Applying(applying)) => {
                            let mut merged = std::mem::take(&mut case.merged);
                            let over = applying.work(case, accounts, &mut merged, pause);
                            case.merged = merged;
                            if over {
                                *running = None;
                                continue;
                            }
                            None
                        }
                        None => match waiting.next() {
                            Some((thread, messages)) => {
                                let joining = Joining::new(thread, messages);
                                *running = Some(Thread::Joining(Box::new(joining)));
                                continue;
                            }
                            None => {
                                settle(case);
                                Some(Stage::Over)
                            }
                        },
                    }
                }
                Stage::Over => return true,
            };
            match next {
                Some(stage) => self.stage = stage,
                None => return false,
            }
        }
    }
}

/// Conversations that took others in.
fn joined_threads(case: &Case) -> BTreeMap<ConversationId, Vec<MessageId>> {
    let conversations = case.conversations.iter();
    conversations
        .filter_map(|conversation| Some((conversation.joined_into?, Vec::new())))
        .collect()
}

/// Messages of each of them, in the order of the case.
fn list(
    case: &Case,
    held: &mut BTreeMap<ConversationId, Vec<MessageId>>,
    at: &mut usize,
    pause: &mut Pause<'_>,
) -> bool {
    if held.is_empty() {
        return true;
    }
    while let Some(message) = case.messages.get(*at) {
        if let Some(messages) = held.get_mut(&message.conversation) {
            messages.push(MessageId(*at as u32));
        }
        *at += 1;
        if pause.due() {
            return false;
        }
    }
    true
}

fn settle(case: &mut Case) {
    let merged = &mut case.merged;
    merged.twins.sort_unstable();
    merged.copies = merged
        .twins
        .iter()
        .map(|(twin, shown)| (*shown, *twin))
        .collect();
    merged.copies.sort_unstable();
    merged.changes.sort_unstable();
    merged.changes.dedup();
}
