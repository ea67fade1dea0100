//! Training of the conditional random field: AdaGrad on the likelihood of each sentence, averaged
//! over the last rounds.

use maskera::detect::names::{
    features::{self, Manner, ROWS_LOG2},
    model::{self, GROUPS, LANES, TAGS, group, may_follow},
    numeric::exp,
    word::Word,
};

/// Step size.
const RATE: f32 = 0.05;
/// Times a row must be seen to get weights.
const SEEN: u8 = 10;
/// Steps of the byte scale that are used: every tenth, which packs better and costs nothing.
const COARSE: usize = 10;

/// Steps that all weights of a row must have together.
const LEAST: u32 = 50;

type Table = [[f32; LANES]; TAGS];

/// Weights under training.
pub struct Crf {
    weights: Vec<[f32; LANES]>,
    squares: Vec<[f32; LANES]>,
    transitions: Vec<Table>,
    transition_squares: Vec<Table>,
    average: Vec<[f32; LANES]>,
    transition_average: Vec<Table>,
    rounds: u32,
    seen: Vec<u8>,
    forward: Vec<[f32; LANES]>,
    lifted: Vec<[f32; LANES]>,
}

/// Rows of all tokens of a sentence.
#[derive(Default)]
pub struct Rows {
    /// All rows, token by token.
    pub rows: Vec<u32>,
    /// End of each token's rows.
    pub ends: Vec<usize>,
}

/// The rows of a sentence. `skip` leaves out what the word itself is, so that its surroundings
/// learn to speak for it.
pub fn rows(words: &[Word], out: &mut Rows, mut skip: impl FnMut() -> bool) {
    out.rows.clear();
    out.ends.clear();
    let manner = Manner::new(words);
    for (at, word) in words.iter().enumerate() {
        let from = out.rows.len();
        features::own(word, &mut out.rows);
        if skip() && out.rows.len() > from + 2 {
            // the two rows of the whole word
            out.rows.drain(from..from + 2);
        }
        features::around(words, at, manner, &mut out.rows);
        out.ends.push(out.rows.len());
    }
}

impl Crf {
    /// Nothing learned yet.
    pub fn new() -> Self {
        let rows = 1 << ROWS_LOG2;
        Self {
            weights: vec![[0.0; LANES]; rows],
            squares: vec![[1e-6; LANES]; rows],
            transitions: vec![[[0.0; LANES]; TAGS]; GROUPS],
            transition_squares: vec![[[1e-6; LANES]; TAGS]; GROUPS],
            average: vec![[0.0; LANES]; rows],
            transition_average: vec![[[0.0; LANES]; TAGS]; GROUPS],
            rounds: 0,
            seen: vec![0; rows],
            forward: Vec::new(),
            lifted: Vec::new(),
        }
    }

    /// Counts rows before training.
    pub fn see(&mut self, rows: &Rows) {
        for row in &rows.rows {
            if let Some(count) = self.seen.get_mut(*row as usize) {
                *count = count.saturating_add(1);
            }
        }
    }

    /// Learns from one sentence.
    #[allow(clippy::needless_range_loop)]
    pub fn learn(&mut self, words: &[Word], rows: &Rows, gold: &[usize]) {
        let length = words.len();
        self.lifted.clear();
        self.forward.clear();
        let mut from = 0;
        for end in &rows.ends {
            let mut score = [0.0_f32; LANES];
            for row in &rows.rows[from..*end] {
                let weights = &self.weights[*row as usize];
                for (sum, weight) in score.iter_mut().zip(weights) {
                    *sum += weight;
                }
            }
            from = *end;
            let top = score.iter().take(TAGS).copied().fold(f32::MIN, f32::max);
            let mut lifted = score.map(|score| exp(score - top));
            lifted[TAGS] = 0.0;
            self.lifted.push(lifted);
        }
        let tables: Vec<Table> = words
            .iter()
            .map(|word| {
                let mut table = self.transitions[group(word)];
                for (from, row) in table.iter_mut().enumerate() {
                    for (to, value) in row.iter_mut().enumerate() {
                        *value = if to < TAGS && may_follow(from, to) {
                            exp(*value)
                        } else {
                            0.0
                        };
                    }
                }
                table
            })
            .collect();
        let mut last = [0.0_f32; LANES];
        last[model::OUTSIDE] = 1.0;
        for at in 0..length {
            let mut sum = [0.0_f32; LANES];
            for (previous, row) in tables[at].iter().enumerate() {
                for (sum, weight) in sum.iter_mut().zip(row) {
                    *sum += last[previous] * weight;
                }
            }
            for (sum, lifted) in sum.iter_mut().zip(&self.lifted[at]) {
                *sum *= lifted;
            }
            let whole = sum.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            sum.iter_mut().for_each(|sum| *sum /= whole);
            self.forward.push(sum);
            last = sum;
        }
        let mut next = [1.0_f32, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.0];
        for at in (0..length).rev() {
            // marginals of this token
            let mut here = [0.0_f32; LANES];
            for tag in 0..TAGS {
                here[tag] = self.forward[at][tag] * next[tag];
            }
            let whole = here.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            let mut slope = here.map(|part| -part / whole);
            slope[gold[at]] += 1.0;
            let start = if at == 0 { 0 } else { rows.ends[at - 1] };
            if slope.iter().any(|slope| slope.abs() > 1e-4) {
                for row in &rows.rows[start..rows.ends[at]] {
                    let row = *row as usize;
                    if self.seen[row] < SEEN {
                        continue;
                    }
                    let (weights, squares) = (&mut self.weights[row], &mut self.squares[row]);
                    for lane in 0..LANES {
                        squares[lane] += slope[lane] * slope[lane];
                        weights[lane] += RATE * slope[lane] / squares[lane].sqrt();
                    }
                }
            }
            // marginals of the step into this token
            let old = if at == 0 {
                let mut only = [0.0; LANES];
                only[model::OUTSIDE] = 1.0;
                only
            } else {
                self.forward[at - 1]
            };
            let mut pairs = [[0.0_f32; LANES]; TAGS];
            let mut back = [0.0_f32; LANES];
            let mut whole = 0.0;
            for previous in 0..TAGS {
                for tag in 0..TAGS {
                    let ahead = tables[at][previous][tag] * self.lifted[at][tag] * next[tag];
                    back[previous] += ahead;
                    pairs[previous][tag] = old[previous] * ahead;
                    whole += pairs[previous][tag];
                }
            }
            let whole = whole.max(f32::MIN_POSITIVE);
            let before = if at == 0 {
                model::OUTSIDE
            } else {
                gold[at - 1]
            };
            let kind = group(&words[at]);
            for previous in 0..TAGS {
                for tag in 0..TAGS {
                    let gold = f32::from(u8::from(previous == before && tag == gold[at]));
                    let slope = gold - pairs[previous][tag] / whole;
                    let squares = &mut self.transition_squares[kind][previous][tag];
                    *squares += slope * slope;
                    self.transitions[kind][previous][tag] += RATE * slope / squares.sqrt();
                }
            }
            let whole = back.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            next = back.map(|back| back / whole);
        }
    }

    /// Pulls all weights towards nothing.
    pub fn shrink(&mut self, share: f32) {
        self.weights
            .iter_mut()
            .flatten()
            .for_each(|weight| *weight *= share);
        self.transitions
            .iter_mut()
            .flatten()
            .flatten()
            .for_each(|weight| *weight *= share);
    }

    /// Adds the present weights to the average.
    pub fn keep(&mut self) {
        self.rounds += 1;
        for (sum, row) in self
            .average
            .iter_mut()
            .flatten()
            .zip(self.weights.iter().flatten())
        {
            *sum += row;
        }
        let sums = self.transition_average.iter_mut().flatten().flatten();
        for (sum, value) in sums.zip(self.transitions.iter().flatten().flatten()) {
            *sum += value;
        }
    }

    /// The averaged weights in eight bits; weights below `floor` are dropped.
    pub fn to_bytes(&self, floor: f32) -> Vec<u8> {
        let rounds = self.rounds.max(1) as f32;
        let mut largest = 0.0_f32;
        for value in self.average.iter().flatten() {
            largest = largest.max((value / rounds).abs());
        }
        for value in self.transition_average.iter().flatten().flatten() {
            largest = largest.max((value / rounds).abs());
        }
        // the smallest scale in steps of a hundredth that holds the largest weight
        let mut scale = 1.0_f32;
        while model::value_of(127, scale) < largest {
            scale += 0.01;
        }
        let steps: Vec<f32> = (0..=127).map(|byte| model::value_of(byte, scale)).collect();
        let byte = |value: f32, floor: f32| -> u8 {
            let value = value / rounds;
            if value.abs() < floor {
                return 0;
            }
            let above = steps.partition_point(|step| *step < value.abs()).min(127);
            let below = above.saturating_sub(1);
            let nearer = if value.abs() - steps[below] < steps[above] - value.abs() {
                below
            } else {
                above
            };
            let nearer = if floor > 0.0 {
                ((nearer + COARSE / 2) / COARSE * COARSE).min(127)
            } else {
                nearer
            };
            (if value < 0.0 {
                -(nearer as i8)
            } else {
                nearer as i8
            }) as u8
        };
        let mut out = scale.to_le_bytes().to_vec();
        // a row with one small weight says too little for its place
        let there = |row: &[f32; LANES]| {
            let sizes = row
                .iter()
                .take(TAGS)
                .map(|value| u32::from((byte(*value, floor) as i8).unsigned_abs()));
            sizes.sum::<u32>() >= LEAST
        };
        let kept: Vec<&[f32; LANES]> = self.average.iter().filter(|row| there(row)).collect();
        for rows in self.average.chunks(8) {
            out.push(
                rows.iter()
                    .enumerate()
                    .fold(0, |bits, (at, row)| bits | u8::from(there(row)) << at),
            );
        }
        eprintln!("{} rows of weights", kept.len());
        for tag in 0..TAGS {
            out.extend(kept.iter().map(|row| byte(row[tag], floor)));
        }
        for table in &self.transition_average {
            for row in table {
                out.extend(row.iter().take(TAGS).map(|value| byte(*value, 0.0)));
            }
        }
        out
    }
}
