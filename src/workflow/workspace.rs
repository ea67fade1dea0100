//! One case as it is worked on: what was loaded, what was found and what was decided.

use crate::{
    error::Result,
    finding::{Finding, SearchChoice},
    merge::{self, JoinJob, Rulings},
    model::{Case, Source},
    review::{Coverage, Decisions, Event, Places, Policy, SourceAnswers},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A source as a snapshot names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotSource {
    /// File name.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// Hex.
    pub sha256: String,
    /// Its files, where there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<SnapshotFile>,
}

/// A file of a source as a snapshot names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotFile {
    /// Path within the source.
    pub path: String,
    /// Hex.
    pub sha256: String,
}

impl SnapshotSource {
    fn new(source: &Source) -> Self {
        let several = source.files.len() > 1;
        let files = source.files.iter().filter(|_| several);
        Self {
            name: source.name.clone(),
            size: source.digests.size,
            sha256: source.digests.sha256.clone(),
            files: files
                .filter_map(|file| {
                    Some(SnapshotFile {
                        path: file.path.clone(),
                        sha256: file.digests.as_ref()?.sha256.clone(),
                    })
                })
                .collect(),
        }
    }
}

/// Everything that a person did, without a byte of the sources: the log and which files it is
/// about. The same files and this give the same case again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Sources in the order of the case.
    pub sources: Vec<SnapshotSource>,
    /// The hash-chained log.
    pub log: String,
    /// Keys of the review that a person changed: only the page knows what they mean.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub keys: BTreeMap<String, String>,
}

/// A case in work.
#[derive(Debug)]
pub struct Workspace {
    /// What was loaded.
    pub case: Case,
    /// Findings and decisions.
    pub decisions: Decisions,
    /// Everything in `case` was searched.
    pub scanned: bool,
}

impl Default for Workspace {
    fn default() -> Self {
        let case = Case::default();
        let decisions = Decisions::new(&case, Vec::new());
        Self {
            case,
            decisions,
            scanned: false,
        }
    }
}

impl Workspace {
    /// Takes the findings of a finished scan and replays the log over them. Gives the numbers of
    /// the log's lines that name something which is no longer there.
    ///
    /// # Errors
    /// When the log cannot be read (it was written by this session, so it can).
    pub fn set_findings(&mut self, findings: Vec<Finding>) -> Result<Vec<u64>> {
        let log = self.decisions.log.export();
        let (decisions, lost) = Decisions::replay(&self.case, findings, &log)?;
        self.decisions = decisions;
        self.scanned = true;
        Ok(lost)
    }

    /// After a change of what is loaded: sources are joined anew, findings no longer fit,
    /// decisions stay in the log.
    ///
    /// # Errors
    /// As [`Workspace::set_findings`].
    pub fn case_changed(&mut self) -> Result<()> {
        let rulings = self.rulings();
        merge::join(&mut self.case, &rulings);
        self.joined()
    }

    /// The same in steps: a job that joins, then [`Workspace::joined`].
    #[must_use]
    pub fn joining(&self) -> JoinJob {
        JoinJob::new(self.rulings())
    }

    /// After a joining: findings no longer fit, decisions stay in the log.
    ///
    /// # Errors
    /// As [`Workspace::set_findings`].
    pub fn joined(&mut self) -> Result<()> {
        self.set_findings(Vec::new())?;
        self.scanned = false;
        Ok(())
    }

    /// Joins anew after a ruling. What was found stays where the same messages with the same texts
    /// are shown as before; else everything is to be searched again.
    fn join_again(&mut self) -> Result<()> {
        let before = self.case.merged.clone();
        let rulings = self.rulings();
        merge::join(&mut self.case, &rulings);
        let same = self.case.merged.shows_the_same(&before);
        let scanned = self.scanned && same;
        let findings = if same {
            self.decisions.review.scanned_findings().to_vec()
        } else {
            Vec::new()
        };
        self.set_findings(findings)?;
        self.scanned = scanned;
        Ok(())
    }

    /// What a person ruled about accounts and people, for joining.
    fn rulings(&self) -> Rulings {
        let ruled = self.decisions.review.ruled();
        let mut rulings = Rulings {
            accounts: ruled.accounts.clone(),
            ..Rulings::default()
        };
        if !ruled.people.is_empty() || !ruled.own.is_empty() {
            let places = Places::new(&self.case);
            rulings.people = ruled
                .people
                .iter()
                .filter_map(|(one, other, same)| {
                    Some((places.participant(one)?, places.participant(other)?, *same))
                })
                .collect();
            let own = ruled.own.iter();
            rulings.own = own
                .filter_map(|(name, own)| Some((places.participant(name)?, *own)))
                .collect();
        }
        rulings
    }

    /// True for an event after which sources and people are joined anew.
    #[must_use]
    pub fn joins_anew(&self, event: &Event) -> bool {
        let review = &self.decisions.review;
        let touched = match event {
            Event::Undo => review.last_step(),
            Event::Redo => review.next_step(),
            event => Some(event),
        };
        touched.is_some_and(Event::changes_joining)
    }

    /// Logs and applies an event. After one about who is one person, who is the owner and which
    /// sources are one account, sources and people are joined anew.
    ///
    /// # Errors
    /// Those of [`Decisions::record`].
    pub fn record(&mut self, event: Event, now_utc_ms: i64) -> Result<()> {
        let joins = self.joins_anew(&event);
        self.decisions.record(&self.case, event, now_utc_ms)?;
        if joins {
            self.join_again()?;
        }
        Ok(())
    }

    /// Logs what is searched from now on, where that changes; true when it did. What was found
    /// before no longer fits then.
    ///
    /// # Errors
    /// Those of [`Decisions::record`].
    pub fn choose_search(&mut self, search: SearchChoice, now_utc_ms: i64) -> Result<bool> {
        let before = self.decisions.review.search().clone();
        if search.profile != before.profile {
            let profile = search.profile;
            self.record(Event::Profile { profile }, now_utc_ms)?;
        }
        if (search.preset, &search.off) != (before.preset, &before.off) {
            let (preset, off) = (search.preset, search.off);
            self.record(Event::Search { preset, off }, now_utc_ms)?;
        }
        Ok(*self.decisions.review.search() != before)
    }

    /// What the case covers, worked out.
    ///
    /// # Errors
    /// For a day, zone or conversation that does not exist.
    pub fn coverage(&self) -> Result<Coverage> {
        Coverage::new(
            &self.decisions.review.scope(),
            self.decisions.review.places(),
        )
    }

    /// The policy in force.
    #[must_use]
    pub fn policy(&self) -> Policy {
        self.decisions.review.policy().cloned().unwrap_or_default()
    }

    /// The last answers about a source, by its SHA-256.
    #[must_use]
    pub fn answers(&self, sha256: &str) -> Option<SourceAnswers> {
        answers_in(&self.decisions.log.export(), sha256)
    }

    /// For autosave and for a new engine.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            sources: self.case.sources.iter().map(SnapshotSource::new).collect(),
            log: self.decisions.log.export(),
            keys: BTreeMap::new(),
        }
    }

    /// Takes the log of a snapshot over into this case. What it names that is not in the case is
    /// kept in the log and given by the numbers of its lines; the caller sees to it that the
    /// files are those of the snapshot.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn restore(&mut self, snapshot: &Snapshot) -> Result<Vec<u64>> {
        let findings: Vec<Finding> = if self.scanned {
            self.decisions.review.scanned_findings().to_vec()
        } else {
            Vec::new()
        };
        let ruled_before = !self.decisions.review.ruled().leaves_joining();
        let (decisions, lost) = Decisions::replay(&self.case, findings, &snapshot.log)?;
        self.decisions = decisions;
        if ruled_before || !self.decisions.review.ruled().leaves_joining() {
            self.join_again()?;
        }
        Ok(lost)
    }

    /// Takes a log over before anything is searched, so that sources and people are joined as a
    /// person ruled. What it names that is not there is told by [`Workspace::set_findings`].
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn take_log(&mut self, log: &str) -> Result<()> {
        let (decisions, _) = Decisions::replay(&self.case, Vec::new(), log)?;
        self.decisions = decisions;
        Ok(())
    }
}

/// The last answers about a source in a log.
#[must_use]
pub fn answers_in(log: &str, sha256: &str) -> Option<SourceAnswers> {
    let (_, entries) = crate::review::Log::import(log).ok()?;
    entries
        .into_iter()
        .rev()
        .find_map(|entry| match entry.event {
            Event::Answers(answers) if answers.source == sha256 => Some(answers),
            _ => None,
        })
}
