//! The tagger: a linear-chain conditional random field over hashed features with weights of eight
//! bits. Decodes the best sequence of tags and the probability of each token's being part of a name.
//!
//! Form of the file after inflating: a scale (f32, little-endian), one bit per row of the table that
//! tells whether the row is there, then [`TAGS`] planes of one signed byte per row that is there,
//! then the transitions ([`GROUPS`] tables of TAGS x TAGS signed bytes). A byte q stands for
//! sign(q) * (exp(|q| / 127 * scale) - 1) * 0.05.

use super::{
    features::{self, FORMS, LENGTHS, MANNERS, Manner, PLAINS, ROWS_LOG2, Traits},
    lists::Listed,
    numeric::{exp, exps},
    seen::Part,
    word::Word,
};

/// Tags: nothing; first, middle, last, only token of a person; place; organisation.
pub const TAGS: usize = 7;
/// Outside every name.
pub const OUTSIDE: usize = 0;
/// First token of a person's name of several tokens.
pub const FIRST: usize = 1;
/// Token between first and last.
pub const MIDDLE: usize = 2;
/// Last token.
pub const LAST: usize = 3;
/// A name of one token.
pub const ONLY: usize = 4;
/// Place.
pub const PLACE: usize = 5;
/// Organisation.
pub const ORGANISATION: usize = 6;
/// Width of a row in memory.
pub const LANES: usize = 8;
/// Kinds of tokens with transitions of their own: shape x coarse class of the lists.
pub const GROUPS: usize = 6 * Listed::KINDS;
/// Fixed-point ones of a weight in memory.
const UNIT: f32 = 256.0;
/// Start of the logarithmic scale of the bytes.
pub const COMPANDING: f32 = 0.05;

/// Transition kind of a token.
#[must_use]
pub fn group(word: &Word) -> usize {
    word.shape as usize * Listed::KINDS + usize::from(word.listed.kind())
}

/// True where `to` may follow `from`; a segment begins and ends as if after and before
/// [`OUTSIDE`].
#[must_use]
pub const fn may_follow(from: usize, to: usize) -> bool {
    let open = from == FIRST || from == MIDDLE;
    let inside = to == MIDDLE || to == LAST;
    open == inside
}

/// Value of a byte.
#[must_use]
pub fn value_of(byte: i8, scale: f32) -> f32 {
    let size = exp(f32::from(byte.unsigned_abs()) / 127.0 * scale) - 1.0;
    if byte < 0 {
        -size * COMPANDING
    } else {
        size * COMPANDING
    }
}

/// Taken from the score of [`OUTSIDE`]: a name missed costs more than a word looked at once more.
const LEAN: f32 = 0.2;

/// The weights. Most rows of the table are empty: the bits keep them out of memory.
#[derive(Debug, Default)]
pub struct Model {
    /// 64 rows each: a bit for those that are there, and how many are there before.
    index: Vec<(u64, u32)>,
    rows: Vec<[i16; LANES]>,
    transitions: Vec<[[f32; LANES]; TAGS]>,
    /// e to the power of each transition.
    lifted: Vec<[[f32; LANES]; TAGS]>,
    narrow: Narrow,
}

/// Sums of the rows that few things decide, made once.
#[derive(Debug, Default)]
struct Narrow {
    /// By whether the segment is Finnish, and the forms of a word and its neighbours.
    forms: Vec<[i32; LANES]>,
    /// By manner, plain kind and whether the word is the first.
    cased: Vec<[i32; LANES]>,
    /// By length, plain kind and whether the word is the last and the first.
    placed: Vec<[i32; LANES]>,
    /// The part of the edge of a segment.
    edge: Part,
}

impl Narrow {
    fn new(model: &Model) -> Self {
        let forms = 0..2 * FORMS * FORMS * FORMS;
        let cased = 0..MANNERS * PLAINS * 2;
        let placed = 0..LENGTHS * 2 * PLAINS * 2;
        let edge = Traits::default();
        Self {
            forms: forms
                .map(|at| {
                    let rows = features::forms(
                        at / FORMS / FORMS / FORMS == 1,
                        at / FORMS / FORMS % FORMS,
                        at / FORMS % FORMS,
                        at % FORMS,
                    );
                    model.sum(&rows)
                })
                .collect(),
            cased: cased
                .map(|at| {
                    let row = features::cased(at / 2 / PLAINS, at / 2 % PLAINS, at % 2 == 1);
                    model.sum(&[row])
                })
                .collect(),
            placed: placed
                .map(|at| {
                    let (length, rest) = (at / 4 / PLAINS, at / 4 % PLAINS);
                    let row = features::placed(length, at / 2 % 2 == 1, rest, at % 2 == 1);
                    model.sum(&[row])
                })
                .collect(),
            edge: Part {
                beside: [0, 1, 2, 3]
                    .map(|place| model.sum(&[features::beside(place, edge.hash())])),
                ..Part::default()
            },
        }
    }
}

/// One token's tag and probabilities.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tagged {
    /// Tag of the best sequence.
    pub tag: usize,
    /// Probability that the token belongs to a person's name.
    pub person: f32,
    /// Probability that it belongs to a place or an organisation.
    pub other: f32,
}

/// Memory for one segment, used again and again.
#[derive(Debug, Default)]
pub struct Room {
    scores: Vec<[f32; LANES]>,
    best: Vec<[f32; LANES]>,
    from: Vec<[u8; LANES]>,
    forward: Vec<[f32; LANES]>,
    backward: Vec<[f32; LANES]>,
    steps: Vec<[[f32; LANES]; TAGS]>,
}

impl Model {
    /// From the file form; `None` when the bytes are not such a file.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (head, rest) = bytes.split_at_checked(4)?;
        let scale = f32::from_le_bytes(head.try_into().ok()?);
        let (bitmap, rest) = rest.split_at_checked((1 << ROWS_LOG2) / 8)?;
        let mut index = Vec::with_capacity(bitmap.len() / 8);
        let mut count = 0_usize;
        for word in bitmap.chunks_exact(8) {
            let word = u64::from_le_bytes(word.try_into().ok()?);
            index.push((word, count as u32));
            count += word.count_ones() as usize;
        }
        let (planes, transitions) = rest.split_at_checked(TAGS * count)?;
        if transitions.len() != GROUPS * TAGS * TAGS {
            return None;
        }
        let values: Vec<f32> = (0..=255_u8)
            .map(|byte| value_of(byte as i8, scale))
            .collect();
        let value = |byte: u8| values.get(usize::from(byte)).copied().unwrap_or_default();
        let fixed: Vec<i16> = values
            .iter()
            .map(|value| (value * UNIT).clamp(-32_000.0, 32_000.0) as i16)
            .collect();
        let mut rows = vec![[0_i16; LANES]; count];
        for (tag, plane) in planes.chunks_exact(count.max(1)).enumerate() {
            for (row, byte) in rows.iter_mut().zip(plane) {
                if let (Some(lane), Some(value)) = (row.get_mut(tag), fixed.get(usize::from(*byte)))
                {
                    *lane = *value;
                }
            }
        }
        let transitions: Vec<[[f32; LANES]; TAGS]> = transitions
            .chunks_exact(TAGS * TAGS)
            .map(|table| {
                let mut out = [[f32::MIN; LANES]; TAGS];
                for (from, (to, bytes)) in out.iter_mut().zip(table.chunks_exact(TAGS)).enumerate()
                {
                    for (tag, (lane, byte)) in to.iter_mut().zip(bytes).enumerate() {
                        if may_follow(from, tag) {
                            *lane = value(*byte);
                        }
                    }
                }
                out
            })
            .collect();
        let lifted = transitions
            .iter()
            .map(|table| table.map(|row| exps(&row)))
            .collect();
        let mut model = Self {
            lifted,
            index,
            rows,
            transitions,
            narrow: Narrow::default(),
        };
        model.narrow = Narrow::new(&model);
        Some(model)
    }

    /// Tags one segment into `out`, which is emptied first. `parts` are those of its words.
    pub fn tag<'p>(
        &'p self,
        words: &[Word],
        parts: impl Iterator<Item = &'p Part> + Clone,
        manner: Manner,
        room: &mut Room,
        out: &mut Vec<Tagged>,
    ) {
        out.clear();
        if self.rows.is_empty() || words.is_empty() {
            return;
        }
        room.scores.clear();
        let edge = &self.narrow.edge;
        let edges = std::iter::repeat_n(edge, 2);
        let mut ahead = parts.chain(edges);
        // those two before a word, its own, and those two behind it
        let mut near = [edge; 5];
        for slot in near.iter_mut().skip(3) {
            *slot = ahead.next().unwrap_or(edge);
        }
        let length = words.len().min(LENGTHS - 1);
        for at in 0..words.len() {
            near.rotate_left(1);
            near[4] = ahead.next().unwrap_or(edge);
            let last = at + 1 == words.len();
            let sums = self.token(&near, manner.index(), length, at == 0, last);
            let mut score = [0.0_f32; LANES];
            for (score, sum) in score.iter_mut().zip(sums) {
                *score = sum as f32 / UNIT;
            }
            score[OUTSIDE] -= LEAN;
            room.scores.push(score);
        }
        self.decode(words, room, out);
    }

    /// The weights of one token among its neighbours.
    #[inline]
    fn token(
        &self,
        near: &[&Part; 5],
        manner: usize,
        length: usize,
        first: bool,
        last: bool,
    ) -> [i32; LANES] {
        let [before2, before, here, after, after2] = *near;
        let mut sums = here.own;
        let mut add = |more: &[i32; LANES]| {
            for (sum, weight) in sums.iter_mut().zip(more) {
                *sum += weight;
            }
        };
        for (place, part) in [before, after, before2, after2].into_iter().enumerate() {
            add(&part.beside[place]);
        }
        let traits = &here.traits;
        let forms = (manner % 2 * FORMS + before.traits.form) * FORMS + traits.form;
        let forms = forms * FORMS + after.traits.form;
        let cased = (manner * PLAINS + traits.plain) * 2 + usize::from(first);
        let placed = ((length * PLAINS + traits.plain) * 2 + usize::from(last)) * 2;
        let narrow = &self.narrow;
        for row in [
            narrow.forms.get(forms),
            narrow.cased.get(cased),
            narrow.placed.get(placed + usize::from(first)),
        ]
        .into_iter()
        .flatten()
        {
            add(row);
        }
        let rows = features::together([
            &before2.traits,
            &before.traits,
            traits,
            &after.traits,
            &after2.traits,
        ]);
        for row in rows.into_iter().filter_map(|row| self.row(row)) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(*weight);
            }
        }
        sums
    }

    /// The weights of all of `rows` together.
    #[must_use]
    pub fn sum(&self, rows: &[u32]) -> [i32; LANES] {
        let mut sums = [0_i32; LANES];
        for row in rows.iter().filter_map(|row| self.row(*row)) {
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(*weight);
            }
        }
        sums
    }

    /// The weights of a row, where it is there.
    #[inline]
    fn row(&self, row: u32) -> Option<&[i16; LANES]> {
        let (word, before) = *self.index.get((row >> 6) as usize)?;
        let bit = 1_u64 << (row & 63);
        if word & bit == 0 {
            return None;
        }
        let rank = before + (word & (bit - 1)).count_ones();
        self.rows.get(rank as usize)
    }

    /// Best sequence, then probabilities by the forward and backward sums, scaled per token.
    fn decode(&self, words: &[Word], room: &mut Room, out: &mut Vec<Tagged>) {
        let Room {
            scores,
            best,
            from,
            forward,
            backward,
            steps,
        } = room;
        best.clear();
        from.clear();
        forward.clear();
        let mut last_best = [f32::MIN; LANES];
        last_best[OUTSIDE] = 0.0;
        let mut last_sum = [0.0_f32; LANES];
        last_sum[OUTSIDE] = 1.0;
        steps.clear();
        for (word, score) in words.iter().zip(scores.iter()) {
            let (Some(table), Some(grown)) = (
                self.transitions.get(group(word)),
                self.lifted.get(group(word)),
            ) else {
                return;
            };
            let mut value = [f32::MIN; LANES];
            let mut source = [0_u32; LANES];
            let top = score.iter().take(TAGS).copied().fold(f32::MIN, f32::max);
            let mut sum = [0.0_f32; LANES];
            let mut weights = [[0.0_f32; LANES]; TAGS];
            let mut lifted = *score;
            lifted.iter_mut().for_each(|score| *score -= top);
            let lifted = exps(&lifted);
            // what may not follow has the least transition, and nothing of it is lifted
            for (previous, row) in weights.iter_mut().enumerate() {
                let (old, old_sum) = (last_best[previous], last_sum[previous]);
                let (transitions, grown) = (&table[previous], &grown[previous]);
                for tag in 0..LANES {
                    let total = old + transitions[tag];
                    let better = total > value[tag];
                    value[tag] = if better { total } else { value[tag] };
                    source[tag] = if better { previous as u32 } else { source[tag] };
                    row[tag] = grown[tag] * lifted[tag];
                    sum[tag] += old_sum * row[tag];
                }
            }
            for tag in 0..TAGS {
                value[tag] += score[tag];
            }
            let whole: f32 = sum.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            sum.iter_mut().for_each(|sum| *sum /= whole);
            best.push(value);
            from.push(source.map(|previous| previous as u8));
            forward.push(sum);
            steps.push(weights);
            (last_best, last_sum) = (value, sum);
        }
        backward.clear();
        backward.resize(words.len(), [0.0; LANES]);
        // a name may not stay open at the end
        let mut next = [1.0_f32, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.0];
        for at in (0..words.len()).rev() {
            backward[at] = next;
            let mut here = [0.0_f32; LANES];
            for (previous, row) in steps[at].iter().enumerate() {
                here[previous] = row
                    .iter()
                    .zip(&next)
                    .map(|(weight, sum)| weight * sum)
                    .sum();
            }
            let whole: f32 = here.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            here.iter_mut().for_each(|sum| *sum /= whole);
            next = here;
        }
        let mut tag =
            [OUTSIDE, LAST, ONLY, PLACE, ORGANISATION]
                .into_iter()
                .fold(OUTSIDE, |top, tag| {
                    if last_best[tag] > last_best[top] {
                        tag
                    } else {
                        top
                    }
                });
        out.resize(words.len(), Tagged::default());
        for at in (0..words.len()).rev() {
            let mut parts = [0.0_f32; LANES];
            for (part, (a, b)) in parts.iter_mut().zip(forward[at].iter().zip(&backward[at])) {
                *part = a * b;
            }
            let whole = parts.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            out[at] = Tagged {
                tag,
                person: (parts[FIRST] + parts[MIDDLE] + parts[LAST] + parts[ONLY]) / whole,
                other: (parts[PLACE] + parts[ORGANISATION]) / whole,
            };
            tag = usize::from(from[at][tag]);
        }
    }
}
