//! `contacts2.db` beside an Android database: names of numbers and addresses (AOSP
//! ContactsProvider: `data` with `mimetypes` and `raw_contacts`).

use super::{
    Batch,
    database::{Opened, rows},
    names::Names,
};
use crate::container::Container;
use std::collections::HashMap;

/// Kinds of values that are handles.
const HANDLES: [&str; 2] = [
    "vnd.android.cursor.item/phone_v2",
    "vnd.android.cursor.item/email_v2",
];

/// Names the participants of a batch, where the contacts lie beside the database.
pub fn apply(container: &Container, beside: u32, batch: &mut Batch) {
    let member = container.named("contacts2.db", beside);
    let Some(opened) = member.and_then(|member| Opened::member(container, member).ok()) else {
        return;
    };
    opened.warn(batch);
    let mut kinds: HashMap<i64, bool> = HashMap::new();
    rows(
        &opened,
        "mimetypes",
        &["mimetype"],
        batch,
        |row, columns, _| {
            let kind = columns.first().and_then(|column| row.text(*column));
            kinds.insert(
                row.rowid(),
                kind.is_some_and(|kind| HANDLES.contains(&&*kind)),
            );
        },
    );
    let mut people: HashMap<i64, String> = HashMap::new();
    let columns = ["display_name", "deleted"];
    rows(
        &opened,
        "raw_contacts",
        &columns,
        batch,
        |row, columns, _| {
            if let [name, deleted] = columns
                && let Some(name) = row.text(*name)
                && row.int(*deleted) != Some(1)
            {
                people.insert(row.rowid(), name.into_owned());
            }
        },
    );
    let mut names = Names::default();
    let columns = ["mimetype_id", "raw_contact_id", "data1"];
    rows(&opened, "data", &columns, batch, |row, columns, _| {
        if let [kind, person, value] = columns
            && row
                .int(*kind)
                .is_some_and(|kind| kinds.get(&kind) == Some(&true))
            && let Some(name) = row.int(*person).and_then(|person| people.get(&person))
            && let Some(value) = row.text(*value)
        {
            names.add(&value, name);
        }
    });
    names.apply(batch);
}
