//! IPv4 and IPv6 addresses. Four numbers are also a version: a word for version, small numbers or
//! a leading v lower the score. Host names are not searched.

use crate::{
    detect::{
        Detector,
        digits::{Gap, Window},
        fold::is_word_char,
        score::Proposal,
        view::View,
    },
    finding::Category,
    text::ByteSpan,
};
use core::net::{Ipv4Addr, Ipv6Addr};

/// See the module.
pub struct IpAddress;

/// Characters of the longest IPv6 address with an IPv4 tail.
const IPV6: usize = 45;

/// Words before an address in which a word for a version makes it one.
const VERSION: usize = 2;

impl Detector for IpAddress {
    fn category(&self) -> Category {
        Category::IpAddress
    }

    fn labels(&self) -> &'static [&'static str] {
        &[
            "ip",
            "ipadresse*",
            "ipadress*",
            "ipv",
            "iposoite*",
            "host",
            "server",
            "serveren",
            "dns",
            "adresse",
        ]
    }

    fn window(&self, view: &View<'_>, window: &Window, out: &mut Vec<Proposal>) {
        let cuts = window.cuts();
        if cuts.len() != 3 || cuts.iter().any(|(_, gap)| *gap != Gap::Dot) {
            return;
        }
        let Ok(address) = view.of(window.span).parse::<Ipv4Addr>() else {
            return;
        };
        // "60.72.86.44" is a phone in Denmark and Norway
        let nordic = matches!(view.lang(), Some("da" | "nb" | "nn" | "no"))
            || matches!(view.known.home(), Some("45" | "47"));
        let pairs = nordic
            && address
                .octets()
                .iter()
                .enumerate()
                .all(|(at, part)| (if at == 0 { 20 } else { 10 }..100).contains(part));
        // "Programvareversjon 10.4.2.1"
        let version = view
            .until(window.span.start)
            .split_whitespace()
            .rev()
            .take(VERSION)
            .any(|word| {
                let word = word.to_lowercase();
                ["vers", "firmware", "release", "build", "udgave"]
                    .iter()
                    .any(|part| word.contains(part))
            });
        if version {
            return;
        }
        let small = address.octets().iter().filter(|part| **part < 20).count() >= 3;
        let private = address.is_private() || address.is_loopback();
        let mut proposal = Proposal::number(self.category(), window.span, address.to_string())
            .scores(
                match (small && !private, pairs) {
                    (true, _) => 0.4,
                    (_, true) => 0.55,
                    _ => 0.92,
                },
                0.97,
            )
            .why("address-form");
        // a port or a prefix length may follow
        let after = view.from(window.span.end);
        proposal.joined_after = after.starts_with([':', '/']);
        out.push(proposal);
    }

    fn whole(&self, view: &View<'_>, out: &mut Vec<Proposal>) {
        let bytes = view.text.as_bytes();
        let mut done = 0;
        for colon in memchr::memchr_iter(b':', bytes) {
            if colon < done {
                continue;
            }
            let part = |byte: &u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.');
            let head = bytes.get(..colon).unwrap_or_default();
            let back = head.iter().rev().take(IPV6).take_while(|b| part(b)).count();
            let tail = bytes.get(colon..).unwrap_or_default();
            let ahead = tail.iter().take_while(|b| part(b)).count();
            let start = colon - back;
            done = colon + ahead;
            if back >= IPV6 || ahead > IPV6 {
                continue;
            }
            let text = view
                .of(ByteSpan::new(start as u32, done as u32))
                .trim_end_matches('.');
            let text = match text.strip_suffix(':') {
                Some(kept) if !text.ends_with("::") => kept,
                _ => text,
            };
            if text.matches(':').count() < 2 || text.len() < 4 {
                continue;
            }
            let span = ByteSpan::new(start as u32, (start + text.len()) as u32);
            let touched = view
                .until(span.start)
                .chars()
                .next_back()
                .is_some_and(is_word_char)
                || view.from(span.end).chars().next().is_some_and(is_word_char);
            let figures = text.bytes().filter(u8::is_ascii_digit).count();
            let Ok(address) = text.parse::<Ipv6Addr>() else {
                continue;
            };
            if !touched && figures > 0 {
                let groups = text.split(':').filter(|group| !group.is_empty()).count();
                let score = if groups >= 3 { 0.95 } else { 0.65 };
                out.push(
                    Proposal::certain(self.category(), span, address.to_string(), score)
                        .why("address-form"),
                );
            }
        }
    }
}
