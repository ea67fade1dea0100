//! The texts that the core itself writes into outputs: Fluent files of `locales/*/{report,reasons,
//! errors,receipt,shared}.ftl`, built in. The page has its own `ui.ftl`, the command `cli.ftl`. Five
//! languages, whole sentences only.

use crate::error::Error;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};

/// A language of the interface and of a released copy.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "protocol-types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Danish.
    Da,
    /// Swedish.
    Sv,
    /// Norwegian bokmål.
    Nb,
    /// Finnish.
    Fi,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// All languages.
    pub const ALL: [Lang; 5] = [Lang::Da, Lang::Sv, Lang::Nb, Lang::Fi, Lang::En];

    /// BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Da => "da",
            Lang::Sv => "sv",
            Lang::Nb => "nb",
            Lang::Fi => "fi",
            Lang::En => "en",
        }
    }

    /// The zone in which times are shown until a person chooses one (IANA name). English has no
    /// home here; most of its readers work in Denmark.
    #[must_use]
    pub const fn home_zone(self) -> &'static str {
        match self {
            Lang::Da | Lang::En => "Europe/Copenhagen",
            Lang::Sv => "Europe/Stockholm",
            Lang::Nb => "Europe/Oslo",
            Lang::Fi => "Europe/Helsinki",
        }
    }

    /// The language of a tag (`sv`, `sv-FI`, `no`).
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        match primary.as_str() {
            "no" | "nn" => Some(Lang::Nb),
            other => Self::ALL.into_iter().find(|lang| lang.tag() == other),
        }
    }

    const fn files(self) -> [&'static str; 5] {
        macro_rules! files {
            ($tag:literal) => {
                [
                    include_str!(concat!("../../locales/", $tag, "/report.ftl")),
                    include_str!(concat!("../../locales/", $tag, "/reasons.ftl")),
                    include_str!(concat!("../../locales/", $tag, "/errors.ftl")),
                    include_str!(concat!("../../locales/", $tag, "/receipt.ftl")),
                    include_str!(concat!("../../locales/", $tag, "/shared.ftl")),
                ]
            };
        }
        match self {
            Lang::Da => files!("da"),
            Lang::Sv => files!("sv"),
            Lang::Nb => files!("nb"),
            Lang::Fi => files!("fi"),
            Lang::En => files!("en"),
        }
    }
}

/// An argument of a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Text.
    Text(&'a str),
    /// A count: chooses the plural form.
    Number(u64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}
impl From<u64> for Arg<'_> {
    fn from(number: u64) -> Self {
        Arg::Number(number)
    }
}

/// The texts of one language, parsed once.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Parses the built-in files of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self::with(lang, &[])
    }

    /// The same with other Fluent files, whose ids are none of the built-in ones.
    #[must_use]
    pub fn with(lang: Lang, more: &[&str]) -> Self {
        let id = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        bundle.set_use_isolating(false);
        for file in lang.files().iter().chain(more) {
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            // Ids are unique over all files (tested), so nothing can clash.
            let _ = bundle.add_resource(resource);
        }
        Self { lang, bundle }
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// True when there is a text of this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A text. An unknown id comes back as it is, so that it is seen and never silent.
    #[must_use]
    pub fn get(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.format(id, None, args).unwrap_or_else(|| id.to_owned())
    }

    /// An attribute of a text, if there is one.
    #[must_use]
    pub fn attribute(&self, id: &str, name: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        self.format(id, Some(name), args)
    }

    fn format(
        &self,
        id: &str,
        attribute: Option<&str>,
        args: &[(&str, Arg<'_>)],
    ) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(*name, FluentValue::from(*text)),
                Arg::Number(number) => values.set(*name, FluentValue::from(*number)),
            }
        }
        let mut problems = Vec::new();
        Some(
            self.bundle
                .format_pattern(pattern, Some(&values), &mut problems)
                .into_owned(),
        )
    }
}

/// One text of a language. For many texts keep a [`Texts`].
#[must_use]
pub fn text(lang: Lang, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    Texts::new(lang).get(id, args)
}

/// What happened, and what it means for the material and what to do.
#[must_use]
pub fn error_text(lang: Lang, error: &Error) -> (String, String) {
    let texts = Texts::new(lang);
    let id = format!("error-{}", error.code());
    let place = error.location();
    let (byte, record) = (
        place.byte.map(|n| n.to_string()).unwrap_or_default(),
        place.record.map(|n| n.to_string()).unwrap_or_default(),
    );
    let mut args: Vec<(&str, Arg<'_>)> = error
        .args()
        .iter()
        .map(|(name, value)| (*name, Arg::Text(value)))
        .collect();
    args.push(("file", Arg::Text(place.file.as_deref().unwrap_or_default())));
    args.push((
        "member",
        Arg::Text(place.member.as_deref().unwrap_or_default()),
    ));
    args.push(("byte", Arg::Text(&byte)));
    args.push(("record", Arg::Text(&record)));
    let advice = texts.attribute(&id, "advice", &args).unwrap_or_default();
    (texts.get(&id, &args), advice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{error::Code, finding::Category};
    use std::collections::BTreeSet;

    fn ids(lang: Lang) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        for file in lang.files() {
            for line in file.lines() {
                let Some((id, _)) = line.split_once('=') else {
                    continue;
                };
                let id = id.trim_end();
                if id.starts_with(|c: char| c.is_ascii_lowercase()) {
                    assert!(all.insert(id.to_owned()), "{lang:?} has {id} twice");
                }
            }
            assert!(FluentResource::try_new(file.to_owned()).is_ok(), "{lang:?}");
        }
        all
    }

    #[test]
    fn all_languages_have_the_same_ids() {
        let english = ids(Lang::En);
        for lang in Lang::ALL {
            let difference: Vec<_> = english.symmetric_difference(&ids(lang)).cloned().collect();
            assert!(difference.is_empty(), "{lang:?}: {difference:?}");
        }
    }

    #[test]
    fn every_error_says_what_happened_and_what_to_do() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for code in Code::ALL {
                let id = format!("error-{code}");
                assert!(texts.has(&id), "{lang:?} {id}");
                assert!(
                    texts.attribute(&id, "advice", &[]).is_some(),
                    "{lang:?} {id}.advice"
                );
            }
        }
    }

    #[test]
    fn every_category_has_a_label() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for category in Category::ALL {
                assert!(
                    texts.has(&format!("reason-{}", category.id())),
                    "{lang:?} {category:?}"
                );
            }
        }
    }

    #[test]
    fn arguments_stand_without_direction_marks() {
        assert_eq!(
            text(
                Lang::Da,
                "mask-part",
                &[("basis", "OFL § 30, nr. 1".into())]
            ),
            "[Undtaget: OFL § 30, nr. 1]"
        );
        assert_eq!(
            text(Lang::Sv, "alias-person", &[("n", 3.into())]),
            "Person 3"
        );
    }

    #[test]
    fn tags() {
        assert_eq!(Lang::from_tag("sv-FI"), Some(Lang::Sv));
        assert_eq!(Lang::from_tag("no"), Some(Lang::Nb));
        assert_eq!(Lang::from_tag("xx"), None);
    }
}
