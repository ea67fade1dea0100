//! The command's own texts: `locales/*/cli.ftl` on top of those of the core, built in. What the
//! command explains as the page does takes the page's `ui.ftl` as well.

use maskera::locales::{Lang, Texts};

macro_rules! file {
    ($lang:expr, $name:literal) => {
        match $lang {
            Lang::Da => include_str!(concat!("../../locales/da/", $name)),
            Lang::Sv => include_str!(concat!("../../locales/sv/", $name)),
            Lang::Nb => include_str!(concat!("../../locales/nb/", $name)),
            Lang::Fi => include_str!(concat!("../../locales/fi/", $name)),
            Lang::En => include_str!(concat!("../../locales/en/", $name)),
        }
    };
}

/// What the command says.
pub fn of_command(lang: Lang) -> Texts {
    Texts::with(lang, &[file!(lang, "cli.ftl")])
}

/// The same with the sentences of the page.
pub fn with_page(lang: Lang) -> Texts {
    Texts::with(lang, &[file!(lang, "cli.ftl"), file!(lang, "ui.ftl")])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_texts_of_core_command_and_page() {
        for lang in Lang::ALL {
            for id in ["mask-part", "cli-fixed"] {
                assert!(of_command(lang).has(id), "{lang:?} {id}");
            }
            for id in ["mask-part", "cli-fixed", "title-start"] {
                assert!(with_page(lang).has(id), "{lang:?} {id}");
            }
        }
    }
}
