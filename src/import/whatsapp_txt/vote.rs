//! What the whole file says about its dates: which head shapes are its own, in which order day
//! and month stand, and which lines that look like heads were pasted into a text.
//!
//! Twelve bytes are held per head line. A shape counts when enough lines share it; an order when
//! no date contradicts it (a number above 12), else when the days run forward under it and not
//! under the other; dots always mean day first (no locale of CLDR writes month.day.year). What is
//! still open is asked. A line far outside the file's forward-running time is text, unless so many
//! are that the file is simply out of order.

use super::header::{Head, Shape, date};
use crate::import::DateOrder;
use std::collections::BTreeMap;

/// A clock set back, and messages that arrive late: seconds that time may run back.
const TOLERANCE: i64 = 70 * 60;
/// Further shapes need this many lines, and one in [`SHARE`] of all.
const ENOUGH: u32 = 3;
const SHARE: u32 = 50;
/// More than one line in this many outside the order: the file is out of order.
const OUT_OF_ORDER: usize = 5;

struct Entry {
    shape: u16,
    date: [u16; 3],
    second: u32,
}

#[derive(Default)]
struct Ballot {
    votes: u32,
    /// Set when a date is impossible under dmy, mdy, ymd.
    refuted: [bool; 3],
}

/// Collects heads in file order.
#[derive(Default)]
pub(super) struct Vote {
    shapes: BTreeMap<Shape, u16>,
    ballots: Vec<Ballot>,
    entries: Vec<Entry>,
}

/// The outcome.
pub(super) struct Verdict {
    /// Per head line: does it begin a message?
    pub begins: Vec<bool>,
    /// Order per shape; `None` is open.
    pub orders: BTreeMap<Shape, Option<DateOrder>>,
    /// Orders that fit where one is open.
    pub open: Vec<DateOrder>,
    /// Lines that look like heads and are text.
    pub pasted: u32,
    /// More than one shape.
    pub mixed: bool,
    /// Times run back again and again.
    pub out_of_order: bool,
}

const ORDERS: [DateOrder; 3] = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd];

impl Vote {
    pub fn add(&mut self, head: &Head<'_>) {
        let next = self.ballots.len() as u16;
        let shape = *self.shapes.entry(head.shape).or_insert(next);
        if shape == next {
            self.ballots.push(Ballot::default());
        }
        if let Some(ballot) = self.ballots.get_mut(usize::from(shape)) {
            ballot.votes += 1;
            for (refuted, order) in ballot.refuted.iter_mut().zip(ORDERS) {
                *refuted |= date(head.date, order).is_none();
            }
        }
        self.entries.push(Entry {
            shape,
            date: head.date,
            second: head.second,
        });
    }

    pub fn decide(self, answered: Option<DateOrder>) -> Verdict {
        let total: u32 = self.ballots.iter().map(|ballot| ballot.votes).sum();
        let most = self
            .ballots
            .iter()
            .map(|ballot| ballot.votes)
            .max()
            .unwrap_or(0);
        let accepted: Vec<bool> = self
            .ballots
            .iter()
            .map(|ballot| {
                ballot.votes == most || ballot.votes >= ENOUGH && ballot.votes * SHARE >= total
            })
            .collect();
        let mut orders = BTreeMap::new();
        let mut by_index = vec![None; self.ballots.len()];
        let mut open = Vec::new();
        for (shape, index) in &self.shapes {
            let at = usize::from(*index);
            if !accepted.get(at).copied().unwrap_or(false) {
                continue;
            }
            let order = self.order(*shape, *index).unwrap_or_else(|fitting| {
                let answered = answered.filter(|order| fitting.contains(order));
                if answered.is_none() {
                    open = fitting;
                }
                answered
            });
            orders.insert(*shape, order);
            if let Some(slot) = by_index.get_mut(at) {
                *slot = order;
            }
        }
        let mut begins: Vec<bool> = self
            .entries
            .iter()
            .map(|entry| {
                accepted
                    .get(usize::from(entry.shape))
                    .copied()
                    .unwrap_or(false)
            })
            .collect();
        let mut out_of_order = false;
        if open.is_empty() {
            out_of_order = self.drop_pasted(&mut begins, &by_index);
        }
        Verdict {
            pasted: begins.iter().filter(|begins| !**begins).count() as u32,
            begins,
            mixed: orders.len() > 1,
            orders,
            open,
            out_of_order,
        }
    }

    /// The order of a shape, or those that fit.
    fn order(&self, shape: Shape, index: u16) -> Result<Option<DateOrder>, Vec<DateOrder>> {
        let ballot = self.ballots.get(usize::from(index));
        let refuted = ballot.map_or([true; 3], |ballot| ballot.refuted);
        if shape.year_first {
            return Ok(Some(DateOrder::Ymd));
        }
        match refuted {
            [false, true, _] => return Ok(Some(DateOrder::Dmy)),
            [true, false, _] => return Ok(Some(DateOrder::Mdy)),
            [true, true, false] => return Ok(Some(DateOrder::Ymd)),
            [true, true, true] => {
                // a damaged date among good ones: the order that reads most of them
                let read = |order: &DateOrder| {
                    self.of(index)
                        .filter(|entry| date(entry.date, *order).is_some())
                        .count()
                };
                return Ok(ORDERS.into_iter().rev().max_by_key(read));
            }
            [false, false, _] => {}
        }
        if shape.separator == b'.' {
            return Ok(Some(DateOrder::Dmy));
        }
        let back = |order: DateOrder| {
            let mut last = None;
            self.of(index)
                .filter_map(|entry| date(entry.date, order))
                .filter(|day| {
                    let back = last.is_some_and(|last| *day < last);
                    last = Some(*day);
                    back
                })
                .count()
        };
        let (dmy, mdy, ymd) = (
            back(DateOrder::Dmy),
            back(DateOrder::Mdy),
            back(DateOrder::Ymd),
        );
        let clear = |best: usize, other: usize| best * 4 < other;
        if clear(dmy, mdy) {
            Ok(Some(DateOrder::Dmy))
        } else if clear(mdy, dmy) {
            Ok(Some(DateOrder::Mdy))
        } else if !refuted[2] && clear(ymd, dmy.min(mdy)) {
            Ok(Some(DateOrder::Ymd))
        } else {
            Err(vec![DateOrder::Dmy, DateOrder::Mdy])
        }
    }

    fn of(&self, shape: u16) -> impl Iterator<Item = &Entry> {
        self.entries
            .iter()
            .filter(move |entry| entry.shape == shape)
    }

    /// Takes back lines far outside the file's time; true when the file is out of order.
    fn drop_pasted(&self, begins: &mut [bool], orders: &[Option<DateOrder>]) -> bool {
        // seconds, and which entry they belong to
        let mut times: Vec<(i64, usize)> = Vec::new();
        for (at, (entry, begins)) in self.entries.iter().zip(begins.iter()).enumerate() {
            let order = orders.get(usize::from(entry.shape)).copied().flatten();
            let day = order.and_then(|order| date(entry.date, order));
            if let (true, Some(day)) = (*begins, day) {
                let days = i64::from(
                    jiff::civil::date(1970, 1, 1)
                        .until(day)
                        .map_or(0, |span| span.get_days()),
                );
                times.push((days * 86_400 + i64::from(entry.second), at));
            }
        }
        let mut latest = i64::MIN;
        let forward = times.iter().all(|(time, _)| {
            let fits = *time >= latest.saturating_sub(TOLERANCE);
            latest = latest.max(*time);
            fits
        });
        if forward {
            return false;
        }
        let chain = longest_forward(&times);
        let mut outside = Vec::new();
        let mut on_chain = chain.iter().copied().peekable();
        let mut before = i64::MIN;
        for (n, (time, at)) in times.iter().enumerate() {
            if on_chain.next_if_eq(&n).is_some() {
                before = *time;
                continue;
            }
            let after = on_chain
                .peek()
                .and_then(|next| times.get(*next))
                .map_or(i64::MAX, |(time, _)| *time);
            let early = *time < before.saturating_sub(TOLERANCE);
            let late = *time > after.saturating_add(TOLERANCE);
            if early || late {
                outside.push(*at);
            }
        }
        if outside.len() * OUT_OF_ORDER > times.len() {
            return true;
        }
        for at in outside {
            // the first line of a file begins a message whatever its time
            if let (Some(begins), true) = (begins.get_mut(at), at > 0) {
                *begins = false;
            }
        }
        false
    }
}

/// Indices of a longest subsequence that never runs back (patience sorting).
fn longest_forward(times: &[(i64, usize)]) -> Vec<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<u32> = vec![u32::MAX; times.len()];
    let time = |at: usize| times.get(at).map_or(0, |(time, _)| *time);
    for at in 0..times.len() {
        let length = tails.partition_point(|tail| time(*tail) <= time(at));
        if let (Some(slot), Some(last)) = (
            before.get_mut(at),
            length.checked_sub(1).and_then(|shorter| tails.get(shorter)),
        ) {
            *slot = *last as u32;
        }
        match tails.get_mut(length) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut chain = Vec::with_capacity(tails.len());
    let mut at = tails.last().copied();
    while let Some(index) = at {
        chain.push(index);
        at = before
            .get(index)
            .filter(|n| **n != u32::MAX)
            .map(|n| *n as usize);
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::whatsapp_txt::header::read;

    fn decide(lines: &[&str], answered: Option<DateOrder>) -> Verdict {
        let mut vote = Vote::default();
        for line in lines {
            vote.add(&read(line).unwrap_or_else(|| panic!("{line}")));
        }
        vote.decide(answered)
    }

    fn only(verdict: &Verdict) -> Option<DateOrder> {
        *verdict.orders.values().next().unwrap()
    }

    #[test]
    fn a_day_above_twelve_settles_it() {
        let verdict = decide(
            &["03/04/2021, 10:00 - A: x", "13/04/2021, 10:00 - A: x"],
            None,
        );
        assert_eq!(only(&verdict), Some(DateOrder::Dmy));
        let verdict = decide(&["03/04/21, 10:00 - A: x", "03/14/21, 10:00 - A: x"], None);
        assert_eq!(only(&verdict), Some(DateOrder::Mdy));
    }

    #[test]
    fn time_runs_forward() {
        // as month first the days would run back
        let lines = [
            "05/01/2021, 10:00 - A: x",
            "03/02/2021, 10:00 - A: x",
            "04/02/2021, 10:00 - A: x",
        ];
        assert_eq!(only(&decide(&lines, None)), Some(DateOrder::Dmy));
    }

    #[test]
    fn what_stays_open_is_asked() {
        let lines = ["03/04/2021, 10:00 - A: x", "05/06/2021, 10:00 - A: x"];
        let verdict = decide(&lines, None);
        assert_eq!(verdict.open, [DateOrder::Dmy, DateOrder::Mdy]);
        assert_eq!(only(&verdict), None);
        let verdict = decide(&lines, Some(DateOrder::Mdy));
        assert!(verdict.open.is_empty());
        assert_eq!(only(&verdict), Some(DateOrder::Mdy));
        assert_eq!(
            only(&decide(&["03.04.2021, 10:00 - A: x"], None)),
            Some(DateOrder::Dmy)
        );
    }

    #[test]
    fn pasted_lines_are_text() {
        let mut lines = vec!["01.05.2021, 10:00 - A: x"; 6];
        lines.push("03.02.2019, 08:00 - B: pasted");
        lines.extend(["02.05.2021, 10:00 - A: x"; 6]);
        lines.push("[2019-02-03, 08:00:00] B: pasted");
        let verdict = decide(&lines, None);
        assert_eq!(verdict.pasted, 2);
        assert!(!verdict.begins[6] && !verdict.begins[13]);
        assert!(!verdict.out_of_order);
    }

    #[test]
    fn two_files_in_one_stay_whole() {
        let lines = [
            "01.05.2021, 10:00 - A: x",
            "02.05.2021, 10:00 - A: x",
            "01.01.2020, 10:00 - A: x",
            "02.01.2020, 10:00 - A: x",
        ];
        let verdict = decide(&lines, None);
        assert!(verdict.out_of_order && verdict.pasted == 0);
    }

    #[test]
    fn a_change_of_phone() {
        let mut lines = vec!["01.05.2021, 10:00 - A: x"; 5];
        lines.extend(["[2021-06-01, 10:00:00] A: x"; 5]);
        let verdict = decide(&lines, None);
        assert!(verdict.mixed && verdict.pasted == 0);
    }
}
