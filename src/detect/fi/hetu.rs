//! Finnish personal identity code: DDMMYY, a sign for the century (also the letters in force since
//! 1 January 2023; any case), NNN and a check character mod 31 (dvv.fi). NNN 900 to 999 is temporary or
//! for tests. The sign is part of the identity and of the key.

use crate::{
    detect::{
        Detector,
        checksum::{is_date, number},
        digits::{Edge, Gap, Window, edge_after},
        score::Proposal,
        view::View,
    },
    finding::Category,
    text::ByteSpan,
};

/// See the module.
pub struct Hetu;

const CHECK: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

impl Detector for Hetu {
    fn category(&self) -> Category {
        Category::FiHetu
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "henkilotunnus*",
            "henkilotunnuks*",
            "hetu*",
            "sotu*",
            "sosiaaliturvatunnus*",
            "personbeteckning*",
            "personnummer*",
            "syntymaaika",
            "socialskyddssignum",
            "tunnus",
            "identity",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let digits = window.digits();
        let dotted = window.cuts().iter().all(|(_, gap)| *gap == Gap::Dot);
        if digits.len() != 6 || !dotted || !window.cut_only_at(&[2, 4]) {
            return;
        }
        let rest = view.from(window.span.end);
        let body = rest.trim_start_matches(' ');
        let spaces = rest.len() - body.len();
        let Some(sign) = body.chars().next().filter(char::is_ascii) else {
            return;
        };
        let sign = sign.to_ascii_uppercase();
        let century = match sign {
            '+' => 1800,
            '-' | 'U'..='Y' => 1900,
            'A'..='F' => 2000,
            _ => return,
        };
        let after = body.get(1..).unwrap_or_default();
        let serial = after.trim_start_matches(' ');
        let more = after.len() - serial.len();
        if spaces > 1 || more > 1 || (sign != '-' && spaces + more > 0) {
            return;
        }
        let (Some(figures), Some(last)) = (serial.get(..3), serial.get(3..4)) else {
            return;
        };
        if !figures.bytes().all(|byte| byte.is_ascii_digit()) {
            return;
        }
        let Some(last) = last.bytes().next().map(|byte| byte.to_ascii_uppercase()) else {
            return;
        };
        let span = ByteSpan::new(
            window.span.start,
            window.span.end + (spaces + 1 + more + 4) as u32,
        );
        if !CHECK.contains(&last) || edge_after(view.text, span.end) == Edge::Joined {
            return;
        }
        let day = |from: usize| digits.get(from..from + 2).map_or(0, number);
        let real = is_date(century + day(4), day(2), day(0));
        let nnn: u32 = figures.parse().unwrap_or_default();
        let nine = number(digits) * 1000 + nnn;
        let right = CHECK.get((nine % 31) as usize) == Some(&last);
        let key = format!("{}{sign}{figures}{}", window.text(), last as char);
        let proposal = Proposal::number(self.category(), span, key);
        // ten digits with a dash are also the form of Danish and Swedish numbers
        let figures_only = sign == '-' && last.is_ascii_digit();
        let finnish = view.lang() == Some("fi");
        if !real {
            if figures_only || !right {
                return;
            }
            out.push(
                proposal
                    .scores(0.2, 0.6)
                    .why("checksum-right")
                    .why("date-impossible"),
            );
            return;
        }
        let mut proposal = proposal;
        proposal.firm = right && !figures_only;
        let (prior, labelled) = match (right, figures_only) {
            (true, true) if !finnish => (0.8, 0.98),
            (true, _) => (0.97, 0.99),
            (false, true) if !finnish => (0.1, 0.84),
            (false, _) => (0.5, 0.84),
        };
        out.push(
            proposal
                .scores(prior, labelled)
                .checked(right)
                .why("date-real")
                .why_if(nnn >= 900, "kind-temporary"),
        );
    }
}
