//! Posts: own, long, deleted, in communities; replies and reposts.
//!
//! A long post stands twice in an archive: whole among the long ones, cut among the posts. Versions
//! of an edited post stand as posts of their own. Both are joined here; the record that came first
//! keeps its number.

use super::{
    Kind, Reader,
    posts::{Link, Media, Place, Point, Tweet, Wrapped, WrappedNote},
    time,
};
use crate::{
    error::Result,
    import::{Batch, files::Fate, html::decode, json, ledger::account_thread},
    limits,
    model::{ConversationId, Detail, DetailKind, Locator, Message, MessageKind, SkipReason},
};
use serde_json::Value;
use std::collections::HashMap;

/// Folders of posts' pictures and videos, newest form first.
const MEDIA: [&str; 4] = [
    "tweets_media",
    "tweet_media",
    "deleted_tweets_media",
    "community_tweet_media",
];
/// Long posts of one second that a cut one is compared with.
const SAME_SECOND: usize = 16;
/// Characters of a cut post that must stand in the long one.
const SAME_START: usize = 20;

/// The posts read so far.
#[derive(Default)]
pub(super) struct Posts {
    conversation: ConversationId,
    /// Number of a post and its place in the batch.
    by_number: HashMap<u64, u32>,
    /// Long posts by the second in which they were written.
    notes: HashMap<i64, Vec<u32>>,
    /// First number of an edited post and where it stands, with the newest number read.
    edited: HashMap<u64, (u32, u64)>,
    replies: Vec<(u32, u64)>,
}

impl Posts {
    pub fn any(&self) -> bool {
        !self.by_number.is_empty()
    }
}

impl Reader {
    pub(super) fn open_posts(&mut self, kind: &Kind, batch: &mut Batch) {
        let (key, title) = match kind {
            Kind::Posts(name) if name.contains("deleted") => ("account/deleted-posts", "deleted"),
            Kind::Posts(name) if name.contains("community") => {
                ("account/community-posts", "community")
            }
            _ => ("account/posts", ""),
        };
        let known = self.owner.and_then(|owner| self.people.get(&owner));
        let handle = known.and_then(|number| self.names.get(number));
        let handle = handle.map_or("tweets".to_owned(), |(handle, _)| format!("@{handle}"));
        let title = match title {
            "" => handle,
            part => format!("{handle} ({part})"),
        };
        self.posts.conversation = account_thread(batch, key, &title);
    }

    /// A long post.
    pub(super) fn note(&mut self, place: Locator, bytes: &[u8], batch: &mut Batch) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((
            WrappedNote {
                note: Some(note), ..
            },
            mended,
        )) = json::record(bytes)
        else {
            return Ok(Fate::Unreadable);
        };
        batch.mended(&mended, place);
        let mut message = Message {
            conversation: self.posts.conversation,
            place,
            kind: MessageKind::Post,
            sender: self.owner,
            ..Message::default()
        };
        time::set(&mut message, &note.created.0, &mut self.ledger, batch);
        let core = note.core.unwrap_or_default();
        message.body = decode(&core.text.0).into();
        links(&mut message, &core.urls);
        for mention in core.mentions.iter().filter(|one| !one.handle.0.is_empty()) {
            tag(&mut message, format!("@{}", mention.handle.0));
        }
        let extra = message.extra_mut();
        extra.raw.push(("noteTweetId".to_owned(), note.id.0));
        extra.raw.extend(note.others);
        if let Some(ms) = message.time.utc_ms {
            let at = batch.messages.len() as u32;
            let near = self.posts.notes.entry(ms.div_euclid(1000)).or_default();
            if near.len() < SAME_SECOND {
                near.push(at);
            }
        }
        count(batch, "posts");
        batch.push(message)?;
        Ok(Fate::Done)
    }

    /// A post, of any list of posts.
    pub(super) fn post(
        &mut self,
        list: &str,
        place: Locator,
        bytes: &[u8],
        batch: &mut Batch,
    ) -> Result<Fate> {
        if !batch.begin(place) {
            return Ok(Fate::Done);
        }
        let Ok((wrapped, mended)) = json::record::<Wrapped>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        let tweet = match wrapped.tweet {
            Some(tweet) => Some(tweet),
            None => json::record::<Tweet>(bytes).ok().map(|(tweet, _)| tweet),
        };
        let Some(tweet) = tweet.filter(|tweet| !tweet.id.0.is_empty() || !tweet.text.0.is_empty())
        else {
            return Ok(Fate::Unreadable);
        };
        batch.mended(&mended, place);
        let number: Option<u64> = tweet.id.0.parse().ok();
        if self.is_known(number) {
            // the same post in another list: months and table, posts and their headers
            batch.skip(SkipReason::Joined);
            return Ok(Fate::Done);
        }
        let versions = versions(&tweet);
        let mut message = Message {
            conversation: self.posts.conversation,
            place,
            kind: MessageKind::Post,
            sender: self.owner,
            ..Message::default()
        };
        let item = self.fill(&mut message, tweet, list, batch);
        let (at, joined) = match self.long_form(&message, batch) {
            Some(at) => (at, Joint::Long),
            None => match self.earlier_version(&versions, number) {
                Some((at, newer)) => (at, Joint::Version { newer }),
                None => (batch.messages.len() as u32, Joint::None),
            },
        };
        self.know(number, at, &message);
        if let Some(number) = number
            && let [first, _, ..] = versions.as_slice()
        {
            let newest = self.posts.edited.entry(*first).or_insert((at, number));
            newest.1 = newest.1.max(number);
        }
        match (joined, batch.messages.get_mut(at as usize)) {
            (Joint::Long, Some(long)) => {
                complete(long, message);
                batch.skip(SkipReason::Joined);
            }
            (Joint::Version { newer }, Some(known)) => {
                version(known, message, newer);
                batch.skip(SkipReason::Joined);
            }
            _ => {
                count(batch, item);
                batch.push(message)?;
            }
        }
        Ok(Fate::Done)
    }

    fn fill(
        &mut self,
        message: &mut Message,
        tweet: Tweet,
        list: &str,
        batch: &mut Batch,
    ) -> &'static str {
        time::set(message, &tweet.created.0, &mut self.ledger, batch);
        message.body = decode(&tweet.text.0).into();
        if let Some(user) = &tweet.user
            && !user.id.0.is_empty()
        {
            self.learn(&user.id.0, &user.handle.0, &user.name.0);
            let person = self.person(&user.id.0, batch);
            message.sender = Some(person);
            if self.owner.is_none() {
                // the older download holds nobody else's posts
                self.own(&user.id.0, &user.handle.0, &user.name.0, batch);
            }
        }
        let entities = tweet.entities.unwrap_or_default();
        let extended = tweet.extended.unwrap_or_default();
        for mention in &entities.mentions {
            self.learn(&mention.id.0, &mention.handle.0, &mention.name.0);
            if !mention.name.0.is_empty() {
                tag(
                    message,
                    format!("{} (@{})", mention.name.0, mention.handle.0),
                );
            }
        }
        links(message, &entities.urls);
        let media = if extended.media.is_empty() {
            &entities.media
        } else {
            &extended.media
        };
        for one in media.iter().take(limits::RECORD_TEXTS) {
            self.attach(message, &tweet.id.0, one);
        }
        self.learn(&tweet.reply_user.0, &tweet.reply_name.0, "");
        let mut item = match list {
            name if name.contains("deleted") => "deleted-posts",
            name if name.contains("community") => "community-posts",
            _ => "posts",
        };
        if !tweet.reply_to.0.is_empty() || !tweet.reply_user.0.is_empty() {
            message.kind = MessageKind::Comment;
            let name = format!("@{}", tweet.reply_name.0);
            if name.len() > 1 && !message.body.contains(&name) {
                tag(message, name);
            }
            if item == "posts" {
                item = "replies";
            }
        }
        if let Some(from) = reposted(&message.body) {
            let detail = Detail::new(DetailKind::ForwardedFrom, from);
            message.add_detail(detail);
            if item == "posts" {
                item = "reposts";
            }
        }
        if let Some(repost) = tweet.repost {
            let user = repost.user.unwrap_or_default();
            self.learn(&user.id.0, &user.handle.0, &user.name.0);
            let text = decode(&repost.text.0);
            if !text.is_empty() && !message.body.contains(text.as_ref()) {
                message.extra_mut().quoted = Some(text.into_owned());
            }
            if !user.name.0.is_empty() {
                tag(message, format!("{} (@{})", user.name.0, user.handle.0));
            }
            keep(message, "retweeted_status.id", &repost.id.0);
        }
        place_of(message, tweet.geo, tweet.coordinates, tweet.place);
        for (count, sign) in [(tweet.likes.0, "♥"), (tweet.reposts.0, "🔁")] {
            if let Some(count) = count.filter(|count| *count > 0) {
                let detail = Detail::new(DetailKind::Reaction, format!("{sign} × {count}"));
                message.add_detail(detail);
            }
        }
        keep(message, "id", &tweet.id.0);
        keep(message, "in_reply_to_status_id", &tweet.reply_to.0);
        keep(message, "in_reply_to_user_id", &tweet.reply_user.0);
        if !tweet.deleted.0.is_empty() {
            let mut detail = Detail::new(
                DetailKind::Other,
                format!("deleted_at: {}", tweet.deleted.0),
            );
            detail.time = time::read(&tweet.deleted.0);
            message.add_detail(detail);
        }
        if !tweet.others.is_empty() {
            message.extra_mut().raw.extend(tweet.others);
        }
        item
    }

    fn attach(&mut self, message: &mut Message, number: &str, media: &Media) {
        let video = media.video.as_ref().map(|video| &video.variants);
        let best = video.and_then(|variants| {
            let films = variants.iter().filter(|one| one.kind.0.contains("mp4"));
            films.max_by_key(|one| one.rate.0.unwrap_or(0))
        });
        let picture = if media.secure.0.is_empty() {
            &media.plain.0
        } else {
            &media.secure.0
        };
        let address = best.map_or(picture, |best| &best.url.0);
        if !media.alt.0.is_empty() {
            let detail = Detail::new(DetailKind::Description, media.alt.0.as_str());
            message.add_detail(detail);
        }
        let beside = message.place.member;
        let names = [address, picture].map(|address| file_name(number, address));
        let present = names
            .iter()
            .find_map(|name| self.media(&MEDIA, name, beside));
        let attachment = match present {
            Some(present) => present,
            // a picture of somebody else's post, which archives leave out
            None if !media.from.0.is_empty() && media.from.0 != number => {
                let detail = Detail::new(DetailKind::Link, address.as_str());
                message.add_detail(detail);
                return;
            }
            None => {
                let [name, _] = &names;
                self.media_or_missing(&MEDIA, name, beside)
            }
        };
        let known = message.attachments().iter();
        if !known
            .map(|one| &one.name)
            .any(|name| *name == attachment.name)
        {
            message.extra_mut().attachments.push(attachment);
        }
    }

    /// The long post that a cut one is the beginning of.
    fn long_form(&self, message: &Message, batch: &Batch) -> Option<u32> {
        let second = message.time.utc_ms?.div_euclid(1000);
        let start: String = start_of(&message.body);
        let near = (second - 1..=second + 1).filter_map(|at| self.posts.notes.get(&at));
        near.flatten().copied().find(|at| {
            let long = batch.messages.get(*at as usize);
            long.is_some_and(|long| {
                !start.is_empty() && start_of(&long.body).starts_with(&start)
                    || long.body.starts_with(message.body.trim_end_matches('…'))
            })
        })
    }

    /// Another version of the same post, and whether this one is newer.
    fn earlier_version(&self, versions: &[u64], number: Option<u64>) -> Option<(u32, bool)> {
        let [first, _, ..] = versions else {
            return None;
        };
        let (at, newest) = self.posts.edited.get(first)?;
        Some((*at, number? > *newest))
    }

    /// Whether a post of this number was read.
    pub(super) fn is_known(&self, number: Option<u64>) -> bool {
        number.is_some_and(|number| self.posts.by_number.contains_key(&number))
    }

    /// Where posts of the file at hand go.
    pub(super) fn posts_thread(&self) -> ConversationId {
        self.posts.conversation
    }

    /// Remembers a post that stands at a place of the batch.
    pub(super) fn know(&mut self, number: Option<u64>, at: u32, message: &Message) {
        if let Some(number) = number {
            self.posts.by_number.insert(number, at);
        }
        if let Some(answered) = reply_number(message) {
            self.posts.replies.push((at, answered));
        }
    }

    /// Replies carry the text of the own post that they answer.
    pub(super) fn settle_posts(&mut self, batch: &mut Batch) {
        for (at, number) in std::mem::take(&mut self.posts.replies) {
            let target = self.posts.by_number.get(&number);
            let quoted = target
                .and_then(|target| batch.messages.get(*target as usize))
                .map(|target| target.body.to_string());
            if let Some(text) = quoted.filter(|text| !text.is_empty())
                && let Some(message) = batch.messages.get_mut(at as usize)
            {
                message.extra_mut().quoted.get_or_insert(text);
            }
        }
    }
}

/// What a record turned out to be a part of.
enum Joint {
    None,
    Long,
    Version { newer: bool },
}

pub(super) fn count(batch: &mut Batch, item: &str) {
    *batch.source.items.entry(item.to_owned()).or_default() += 1;
}

fn keep(message: &mut Message, name: &str, value: &str) {
    if !value.is_empty() {
        let raw = (name.to_owned(), value.to_owned());
        message.extra_mut().raw.push(raw);
    }
}

fn tag(message: &mut Message, text: String) {
    let detail = Detail::new(DetailKind::Tag, text);
    message.add_detail(detail);
}

/// Addresses in full, where the text holds only short ones.
fn links(message: &mut Message, links: &[Link]) {
    for link in links {
        let long = if link.long.0.is_empty() {
            &link.short.0
        } else {
            &link.long.0
        };
        let detail = Detail::new(DetailKind::Link, long.as_str());
        if !long.is_empty() && !message.body.contains(long) {
            message.add_detail(detail);
        }
    }
}

/// Name of a medium's file: the post's number, a dash, the last part of its address.
fn file_name(number: &str, address: &str) -> String {
    let last = address.rsplit('/').next().unwrap_or(address);
    let last = last.split(['?', ':']).next().unwrap_or(last);
    format!("{number}-{last}")
}

/// "@name" of a text that begins as reposts do.
fn reposted(text: &str) -> Option<String> {
    let rest = text.strip_prefix("RT @")?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    let name = rest.get(..end).filter(|name| !name.is_empty())?;
    rest.get(end..)?
        .starts_with(':')
        .then(|| format!("@{name}"))
}

fn place_of(message: &mut Message, geo: Option<Point>, point: Option<Point>, place: Option<Place>) {
    // "geo" has the latitude first, "coordinates" the longitude
    let geo = geo.map(|geo| geo.at).filter(|at| at.len() == 2);
    let point = point.map(|point| point.at.into_iter().rev().collect::<Vec<_>>());
    let at = geo.or(point.filter(|at| at.len() == 2));
    if let Some([lat, lon]) = at.as_deref() {
        let text = format!("{}, {}", lat.0, lon.0);
        let detail = Detail::new(DetailKind::Location, text);
        message.add_detail(detail);
    }
    let place = place.unwrap_or_default();
    let known = place.name.0.contains(&place.country.0);
    let country = if known {
        String::new()
    } else {
        place.country.0
    };
    let parts = [place.name.0, country];
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|one| !one.is_empty())
        .collect();
    if !parts.is_empty() {
        let detail = Detail::new(DetailKind::Location, parts.join(", "));
        message.add_detail(detail);
    }
}

fn versions(tweet: &Tweet) -> Vec<u64> {
    let Some(edit) = &tweet.edit else {
        return Vec::new();
    };
    let later = edit.edit.as_ref().and_then(|edit| edit.initial.as_ref());
    let versions = edit.initial.as_ref().or(later);
    let numbers = versions.iter().flat_map(|versions| &versions.ids);
    numbers.filter_map(|number| number.0.parse().ok()).collect()
}

fn reply_number(message: &Message) -> Option<u64> {
    let raw = &message.extra.as_ref()?.raw;
    let (_, number) = raw
        .iter()
        .find(|(name, _)| name == "in_reply_to_status_id")?;
    number.parse().ok()
}

/// The beginning of a text without the names that a reply opens with, letters and digits only;
/// empty for a text that is too short to tell.
fn start_of(text: &str) -> String {
    let words = text.split_whitespace();
    let words = words.skip_while(|word| word.starts_with('@'));
    let words = words.take_while(|word| !word.starts_with("https://t.co/") && !word.ends_with('…'));
    let text: String = words
        .flat_map(str::chars)
        .filter(|c| c.is_alphanumeric())
        .collect();
    match text.chars().count() {
        0..SAME_START => String::new(),
        _ => text,
    }
}

/// Adds to a long post what only its cut form holds.
fn complete(long: &mut Message, cut: Message) {
    long.kind = cut.kind;
    if long.sender.is_none() {
        long.sender = cut.sender;
    }
    let Some(extra) = cut.extra else {
        return;
    };
    let known = long.extra_mut();
    for detail in extra.details {
        known.add_detail(detail);
    }
    known.attachments.extend(extra.attachments);
    known.raw.extend(extra.raw);
    known.raw.push(("full_text".to_owned(), cut.body.into()));
}

/// Joins two versions of a post: the newest wording is the body, the others are kept.
fn version(known: &mut Message, other: Message, newer: bool) {
    let (earlier, time) = if newer {
        let earlier = (known.body.clone(), known.time.clone());
        known.body = other.body;
        known.time = other.time;
        known.place = other.place;
        earlier
    } else {
        (other.body, other.time)
    };
    let mut detail = Detail::new(DetailKind::EarlierText, earlier);
    detail.time = Some(time);
    let extra = known.extra_mut();
    extra.edited = true;
    extra.add_detail(detail);
    let Some(other) = other.extra else {
        return;
    };
    for detail in other.details {
        extra.add_detail(detail);
    }
    for attachment in other.attachments {
        if !extra
            .attachments
            .iter()
            .any(|one| one.content == attachment.content)
        {
            extra.attachments.push(attachment);
        }
    }
    extra.raw.extend(other.raw);
}

/// Values that only hold nothing.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.iter().all(is_empty),
        Value::Object(map) => map.values().all(is_empty),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reposts_and_files() {
        assert_eq!(
            reposted("RT @kommune_x: Hej"),
            Some("@kommune_x".to_owned())
        );
        assert_eq!(reposted("RT @ kommune"), None);
        assert_eq!(reposted("Hej @kommune: RT"), None);
        let video = "https://video.example.org/ext/1/vid/720x720/ab-c.mp4?tag=12";
        assert_eq!(file_name("7", video), "7-ab-c.mp4");
    }

    #[test]
    fn a_cut_text_begins_as_the_long_one() {
        let long = "Vi har i dag besluttet at lukke broen ved havnen i to uger, fordi …";
        let cut = "@anna_ek Vi har i dag besluttet at lukke broen ved… https://t.co/abc";
        assert!(start_of(long).starts_with(&start_of(cut)));
        assert_eq!(start_of("@anna_ek ja"), "");
    }
}
