//! Keyed archives (`NSKeyedArchiver`): a property list whose `$objects` refer to each other. They
//! are put together to one tree, with Apple's containers as plain ones.

use super::plist::Plist;
use crate::limits;

/// The tree that `$top` names, or the list itself where it is no archive.
#[must_use]
pub fn unarchive(list: Plist) -> Plist {
    let Some(objects) = list.get("$objects").map(Plist::items) else {
        return list;
    };
    let top = list.get("$top").and_then(|top| {
        let root = top
            .get("root")
            .or(top.entries().first().map(|(_, value)| value));
        root.cloned()
    });
    let mut left = limits::PLIST_OBJECTS;
    let mut room = limits::PLIST_BYTES;
    top.and_then(|top| resolve(&top, objects, 0, &mut left, &mut room))
        .unwrap_or(Plist::Null)
}

fn resolve(
    value: &Plist,
    objects: &[Plist],
    depth: usize,
    left: &mut usize,
    room: &mut usize,
) -> Option<Plist> {
    *left = left.checked_sub(1)?;
    if depth > limits::PLIST_DEPTH {
        return None;
    }
    let mut inner = |value: &Plist| resolve(value, objects, depth + 1, left, room);
    Some(match value {
        Plist::Uid(index) => {
            let object = usize::try_from(*index)
                .ok()
                .and_then(|at| objects.get(at))?;
            match object {
                Plist::Text(text) if text == "$null" => Plist::Null,
                object => inner(object)?,
            }
        }
        Plist::Array(items) => {
            // a part that is damaged or goes in circles does not take the rest with it
            Plist::Array(items.iter().filter_map(inner).collect())
        }
        Plist::Dict(entries) => {
            let values = |name: &str| value.get(name).map(Plist::items);
            if let (Some(keys), Some(values)) = (values("NS.keys"), values("NS.objects")) {
                let mut pairs = Vec::new();
                for (key, value) in keys.iter().zip(values) {
                    let key = match inner(key) {
                        Some(Plist::Text(key)) => key,
                        Some(Plist::Int(key)) => key.to_string(),
                        _ => continue,
                    };
                    pairs.push((key, inner(value).unwrap_or(Plist::Null)));
                }
                Plist::Dict(pairs)
            } else if let Some(items) = values("NS.objects") {
                Plist::Array(items.iter().filter_map(inner).collect())
            } else if let Some(one) = ["NS.string", "NS.relative", "NS.data", "NS.bytes"]
                .iter()
                .find_map(|name| value.get(name))
            {
                inner(one)?
            } else if let Some(Plist::Real(seconds)) = value.get("NS.time") {
                Plist::Date(*seconds)
            } else {
                Plist::Dict(
                    entries
                        .iter()
                        .filter(|(key, _)| key != "$class")
                        .filter_map(|(key, value)| Some((key.clone(), inner(value)?)))
                        .collect(),
                )
            }
        }
        Plist::Text(text) => {
            *room = room.checked_sub(text.len())?;
            value.clone()
        }
        Plist::Data(bytes) => {
            *room = room.checked_sub(bytes.len())?;
            value.clone()
        }
        plain => plain.clone(),
    })
}

/// Every text of a tree with the name it stands under, in order.
pub fn texts<'a>(tree: &'a Plist, name: &'a str, found: &mut Vec<(&'a str, &'a str)>) {
    match tree {
        Plist::Text(text) if !text.trim().is_empty() => found.push((name, text)),
        Plist::Array(items) => items.iter().for_each(|item| texts(item, name, found)),
        Plist::Dict(entries) => entries
            .iter()
            .for_each(|(key, value)| texts(value, key, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dict(entries: &[(&str, Plist)]) -> Plist {
        let entries = entries.iter().cloned();
        Plist::Dict(
            entries
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    }

    #[test]
    fn objects_are_put_together() {
        let text = |text: &str| Plist::Text(text.to_owned());
        let archive = dict(&[
            ("$top", dict(&[("root", Plist::Uid(1))])),
            (
                "$objects",
                Plist::Array(vec![
                    text("$null"),
                    dict(&[
                        ("NS.keys", Plist::Array(vec![Plist::Uid(2)])),
                        ("NS.objects", Plist::Array(vec![Plist::Uid(3)])),
                    ]),
                    text("url"),
                    dict(&[("NS.base", Plist::Uid(0)), ("NS.relative", Plist::Uid(4))]),
                    text("https://example.org"),
                ]),
            ),
        ]);
        let tree = unarchive(archive);
        assert_eq!(tree.get("url").unwrap().text(), Some("https://example.org"));
        let circle = dict(&[
            ("$top", dict(&[("root", Plist::Uid(0))])),
            (
                "$objects",
                Plist::Array(vec![dict(&[(
                    "NS.objects",
                    Plist::Array(vec![Plist::Uid(0), Plist::Uid(0)]),
                )])]),
            ),
        ]);
        let _ = unarchive(circle);
    }
}
