//! `AddressBook.sqlitedb`: the names of numbers and addresses. `ABPerson` holds names,
//! `ABMultiValue` what belongs to them: property 3 is a number, 4 an address.

use crate::import::{
    Batch,
    database::{Opened, rows},
    names::Names,
};
use std::collections::HashMap;

/// Reads the names.
pub fn read(opened: &Opened, names: &mut Names, batch: &mut Batch) {
    opened.warn(batch);
    let mut people: HashMap<i64, String> = HashMap::new();
    let columns = ["First", "Middle", "Last", "Organization", "Nickname"];
    rows(opened, "ABPerson", &columns, batch, |row, columns, _| {
        let parts: Vec<_> = columns.iter().map(|column| row.text(*column)).collect();
        let full: Vec<&str> = parts.iter().take(3).flatten().map(AsRef::as_ref).collect();
        let name = if full.is_empty() {
            let other = parts.iter().skip(3).flatten().next();
            other.map(|name| name.to_string())
        } else {
            Some(full.join(" "))
        };
        if let Some(name) = name {
            people.insert(row.rowid(), name);
        }
    });
    let columns = ["record_id", "property", "value"];
    rows(
        opened,
        "ABMultiValue",
        &columns,
        batch,
        |row, columns, _| {
            if let [person, property, value] = columns
                && matches!(row.int(*property), Some(3 | 4))
                && let Some(name) = row.int(*person).and_then(|person| people.get(&person))
                && let Some(value) = row.text(*value)
            {
                names.add(&value, name);
            }
        },
    );
}
