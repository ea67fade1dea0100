//! Slack's markup in texts: mentions, addresses and the three escaped characters. The text is shown
//! with names; the original is kept beside it.

use super::Reader;

/// A text as it is shown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Resolved {
    pub body: String,
    /// Addresses that stand behind words.
    pub links: Vec<String>,
    /// Ids of users that are mentioned.
    pub users: Vec<String>,
}

impl Reader {
    pub(super) fn resolved(&self, text: &str) -> Resolved {
        resolve(
            text,
            |id| self.shown(id).to_owned(),
            |id| {
                let known = self.channels.iter().find(|one| one.id == id);
                known.map_or(id, |one| one.name.as_str()).to_owned()
            },
        )
    }
}

fn resolve(
    text: &str,
    user: impl Fn(&str) -> String,
    channel: impl Fn(&str) -> String,
) -> Resolved {
    let mut out = Resolved::default();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        out.body.push_str(before);
        if let Some((meant, len)) = escaped(from) {
            out.body.push(meant);
            rest = from.get(len..).unwrap_or_default();
            continue;
        }
        let end = from.find('>').filter(|_| from.starts_with('<'));
        let Some(inside) = end.and_then(|end| from.get(1..end)) else {
            out.body.push_str(from.get(..1).unwrap_or_default());
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        mark(inside, &mut out, &user, &channel);
        rest = from.get(inside.len() + 2..).unwrap_or_default();
    }
    out.body.push_str(rest);
    out
}

fn escaped(text: &str) -> Option<(char, usize)> {
    let known = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>')];
    let (written, meant) = known
        .iter()
        .find(|(written, _)| text.starts_with(written))?;
    Some((*meant, written.len()))
}

/// What stands between angle brackets.
fn mark(
    inside: &str,
    out: &mut Resolved,
    user: &impl Fn(&str) -> String,
    channel: &impl Fn(&str) -> String,
) {
    let (target, label) = match inside.split_once('|') {
        Some((target, label)) => (target, Some(label).filter(|label| !label.is_empty())),
        None => (inside, None),
    };
    let plain = |text: &str| resolve_escapes(text);
    if let Some(id) = target.strip_prefix('@') {
        let known = user(id);
        let shown = label.filter(|_| known == id).map_or(known, plain);
        out.body.push('@');
        out.body.push_str(shown.trim_start_matches('@'));
        out.users.push(id.to_owned());
    } else if let Some(id) = target.strip_prefix('#') {
        out.body.push('#');
        out.body.push_str(&label.map_or_else(|| channel(id), plain));
    } else if let Some(command) = target.strip_prefix('!') {
        // <!here>, <!subteam^S1|@drift>, <!date^…|1. maj>
        let word = command.split('^').next().unwrap_or(command);
        let shown = label.map_or_else(|| format!("@{word}"), plain);
        out.body.push_str(&shown);
    } else {
        let address = plain(target);
        let bare = address
            .strip_prefix("mailto:")
            .or(address.strip_prefix("tel:"));
        match label.map(plain) {
            Some(label) if label != address && Some(label.as_str()) != bare => {
                out.body.push_str(&label);
                out.links.push(address);
            }
            Some(label) => out.body.push_str(&label),
            None => out.body.push_str(bare.unwrap_or(&address)),
        }
    }
}

fn resolve_escapes(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks() {
        let user = |id: &str| {
            if id == "U1" {
                "Anna Ek".to_owned()
            } else {
                id.to_owned()
            }
        };
        let channel = |id: &str| id.to_owned();
        let shown = |text: &str| resolve(text, user, channel);
        let all = shown("<@U1>, <@U9|bo>: <#C1|drift> <!here> a &lt; b &amp;&amp; c");
        assert_eq!(all.body, "@Anna Ek, @bo: #drift @here a < b && c");
        assert_eq!(all.users, ["U1", "U9"]);
        let links = shown(
            "<https://example.org/?a=1&amp;b=2|kort> <mailto:a@example.org|a@example.org> <tel:+4520123456>",
        );
        assert_eq!(links.body, "kort a@example.org +4520123456");
        assert_eq!(links.links, ["https://example.org/?a=1&b=2"]);
        for odd in ["a < b", "<", "<@", "&", "&am", "<>", "< >"] {
            let _ = shown(odd);
        }
        assert_eq!(shown("a < b & c").body, "a < b & c");
    }
}
