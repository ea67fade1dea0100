//! What the command says to people, on standard error, in their language.

use crate::{Status, texts};
use maskera::{
    error::{Code, Error},
    locales::{Arg, Lang, Texts, error_text},
    model::{Question, Source},
};
use std::io::{Write, stderr, stdout};

/// The language of the environment, by the usual order of variables.
pub fn environment_lang() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Lang::from_tag(value.split('.').next().unwrap_or_default()))
        .unwrap_or(Lang::En)
}

/// Writes sentences.
pub struct Say {
    texts: Texts,
}

impl Say {
    /// In this language.
    pub fn new(lang: Lang) -> Self {
        Say {
            texts: texts::of_command(lang),
        }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.texts.lang()
    }

    fn put(text: &str) {
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(stderr(), "maskera: {text}");
    }

    /// A text of `cli.ftl`.
    pub fn text(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.texts.get(id, args)
    }

    /// A sentence of `cli.ftl`.
    pub fn note(&self, id: &str, args: &[(&str, Arg<'_>)]) {
        Self::put(&self.texts.get(id, args));
    }

    /// The answer of a command, on standard output.
    pub fn result(&self, id: &str, args: &[(&str, Arg<'_>)]) -> std::io::Result<()> {
        writeln!(stdout(), "{}", self.texts.get(id, args))
    }

    /// What happened, where, and what to do.
    pub fn error(&self, error: &Error) {
        let (what, advice) = error_text(self.lang(), error);
        let place = error.location();
        let missing = |part: &Option<String>| {
            part.as_ref()
                .filter(|part| !what.contains(part.as_str()))
                .map(|part| format!("{part}: "))
                .unwrap_or_default()
        };
        let (file, member) = (missing(&place.file), missing(&place.member));
        let mut text = format!("{file}{member}{what}");
        if !advice.is_empty() {
            text.push(' ');
            text.push_str(&advice);
        }
        text.push_str(&format!(" [{}]", error.code()));
        Self::put(&text);
    }

    /// Damage that a check found, one line each.
    pub fn problems(&self, problems: &[Error]) -> Status {
        if problems.is_empty() {
            return Status::Done;
        }
        self.note("cli-damaged", &[]);
        for problem in problems {
            self.error(problem);
        }
        Status::Problems
    }

    /// Damage and open questions of a source; true when there is damage.
    pub fn source(&self, source: &Source) -> bool {
        let file = ("file", Arg::Text(&source.name));
        let account = &source.accounting;
        let mut damaged = false;
        let mut problem = |applies: bool, id: &str, args: &[(&str, Arg<'_>)]| {
            if applies {
                self.note(id, args);
                damaged = true;
            }
        };
        problem(source.format.is_none(), "cli-source-unrecognised", &[file]);
        for warning in &source.warnings {
            if let ("not-recognised" | "closed-backup", Some(looks)) =
                (warning.id.as_str(), warning.args.get("looks-like"))
            {
                let looks = ("looks-like", Arg::Text(looks));
                problem(true, "cli-source-looks", &[file, looks]);
            }
        }
        problem(account.partial, "cli-source-partial", &[file]);
        problem(
            account.error_count > 0,
            "cli-source-damaged",
            &[file, ("count", account.error_count.into())],
        );
        for question in &source.questions {
            let id = match question {
                Question::TimeZone { .. } => "cli-question-time-zone",
                Question::DateOrder { .. } => "cli-question-date-order",
                Question::Columns {
                    confirmed: true, ..
                } => continue,
                Question::Columns { .. } => "cli-question-columns",
                Question::Owner { .. } => "cli-question-owner",
                Question::Password { .. } => "cli-question-password",
            };
            let secret = match question {
                Question::Password { secret, .. } => secret.id(),
                _ => "",
            };
            self.note(id, &[file, ("secret", secret.into())]);
        }
        damaged
    }
}

/// Errors that say that a bundle or package is damaged, as opposed to one that cannot be looked
/// at.
pub fn is_damage(error: &Error) -> bool {
    matches!(
        error.code(),
        Code::PartDamaged
            | Code::PartSequence
            | Code::PartsMixed
            | Code::ForbiddenForm
            | Code::BadIterations
            | Code::ChecksumMismatch
            | Code::PackageIncomplete
            | Code::BadArchive
            | Code::Truncated
    )
}
