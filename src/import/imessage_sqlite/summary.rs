//! `message_summary_info`: what a message said before it was edited, and which of its parts were
//! taken back. A property list with short keys (iOS 16, macOS 13 and later): `ec` earlier
//! wordings by part, each `t` (typed stream) and `d` (seconds since 2001); `ep` edited parts; `rp`
//! parts taken back; `otr` the parts as they were at first.

use crate::{
    import::apple::{plist::Plist, seconds, typedstream},
    time::Timestamp,
};

/// The history of a message.
#[derive(Debug, Default, PartialEq)]
pub struct Summary {
    /// Wordings by part, the oldest first; the last is what the part says now.
    pub versions: Vec<(String, Vec<Version>)>,
    /// Parts that were taken back.
    pub retracted: Vec<String>,
    /// Parts at first, where the list says so.
    pub parts: usize,
    /// A wording could not be read or not whole.
    pub damaged: bool,
}

/// One wording.
#[derive(Debug, PartialEq)]
pub struct Version {
    /// The text.
    pub text: String,
    /// When it was written.
    pub time: Option<Timestamp>,
}

impl Summary {
    /// Reads the list.
    pub fn of(list: &Plist) -> Self {
        let mut summary = Self {
            parts: list.get("otr").map_or(0, |parts| parts.entries().len()),
            ..Self::default()
        };
        for (part, versions) in list.get("ec").map(Plist::entries).unwrap_or_default() {
            let mut read = Vec::new();
            for version in versions.items() {
                let text = version.get("t").and_then(Plist::data);
                match text.and_then(typedstream::read) {
                    Some(text) => {
                        summary.damaged |= text.damaged;
                        read.push(Version {
                            text: text.text,
                            time: seconds(version.get("d").and_then(Plist::real)),
                        });
                    }
                    None => summary.damaged = true,
                }
            }
            summary.versions.push((part.clone(), read));
        }
        summary
            .versions
            .sort_by_key(|(part, _)| part.parse::<u32>().unwrap_or(u32::MAX));
        for part in list.get("rp").map(Plist::items).unwrap_or_default() {
            summary
                .retracted
                .extend(part.int().map(|part| part.to_string()));
        }
        summary
    }

    /// True when nothing of the message is left.
    pub fn all_retracted(&self) -> bool {
        !self.retracted.is_empty() && self.retracted.len() >= self.parts
    }

    /// The wordings that the message does not show any more.
    pub fn earlier(&mut self) -> impl Iterator<Item = Version> + use<'_> {
        let retracted = &self.retracted;
        self.versions.drain(..).flat_map(|(part, mut versions)| {
            if !retracted.contains(&part) {
                versions.pop();
            }
            versions
        })
    }
}
