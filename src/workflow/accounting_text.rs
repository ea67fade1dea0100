//! The account of a source as one plain sentence.

use crate::{
    locales::{Lang, Texts},
    model::Accounting,
};

/// "42180 records: 42163 read, 12 empty rows left out, 5 damaged: see list".
#[must_use]
pub fn accounting_text(lang: Lang, account: &Accounting) -> String {
    let texts = Texts::new(lang);
    let count = |id: &str, records: u64| texts.get(id, &[("records", records.into())]);
    if account.parsed == account.seen {
        return count("accounting-all", account.seen);
    }
    let mut parts = vec![count("accounting-read", account.parsed)];
    for (reason, records) in &account.skipped {
        let name = serde_json::to_value(reason).ok();
        let id = name.as_ref().and_then(serde_json::Value::as_str);
        let id = format!("skipped-{}", id.unwrap_or_default());
        let known = texts.has(&id);
        parts.push(count(if known { &id } else { "skipped-other" }, *records));
    }
    if account.error_count > 0 {
        parts.push(count("accounting-damaged", account.error_count));
    }
    let parts = parts.join(", ");
    texts.get(
        "accounting-parts",
        &[
            ("records", account.seen.into()),
            ("parts", parts.as_str().into()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        error::Code,
        model::{Locator, SkipReason},
    };

    #[test]
    fn every_record_is_named_in_every_language() {
        let mut account = Accounting::default();
        account.parsed();
        account.parsed();
        assert_eq!(accounting_text(Lang::En, &account), "2 records, all read");
        account.skip(SkipReason::SystemFile);
        account.error(Code::MalformedRecord, Locator::default());
        assert_eq!(
            accounting_text(Lang::En, &account),
            "4 records: 2 read, 1 file of the operating system left out, 1 damaged: see list"
        );
        for lang in Lang::ALL {
            let text = accounting_text(lang, &account);
            assert!(text.starts_with('4') && text.contains(": 2 "), "{text}");
            assert_eq!(text.matches(", ").count(), 2, "{text}");
        }
    }
}
