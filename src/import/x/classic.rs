//! The download of 2012 to 2019: `tweets.csv` beside the months in `data/js/tweets`, which hold the
//! same posts and more; and `user_details.js`.

use super::{Listed, Reader, time};
use crate::{
    error::{Code, Result},
    import::{
        Batch,
        files::Fate,
        json::{self, Number, Text},
        table::rows::Row,
    },
    json_record,
    model::{Detail, DetailKind, Locator, Message, MessageKind, SkipReason},
};

json_record! {
    /// `user_details`, `payload_details` or one month of `tweet_index`.
    struct Details {
        often {
            "id" | "id_str" => id: Text,
            "screen_name" => handle: Text,
            "full_name" => name: Text,
            "file_name" => file: Text,
            "tweet_count" => count: Number,
        }
        rare {}
    }
}

impl Reader {
    /// What the older download says about itself: it describes posts and is no record.
    pub(super) fn details(&mut self, bytes: &[u8], batch: &mut Batch) -> Result<Fate> {
        let Ok((details, _)) = json::record::<Details>(bytes) else {
            return Ok(Fate::Unreadable);
        };
        if !details.handle.0.is_empty() {
            self.own(&details.id.0, &details.handle.0, &details.name.0, batch);
        }
        if let (name, Some(count)) = (details.file.0, details.count.0)
            && let Ok(count) = u64::try_from(count)
        {
            self.listed.push(Listed { name, count });
        }
        Ok(Fate::Done)
    }

    /// A row of `tweets.csv`.
    pub(super) fn csv_row(&mut self, row: Row, place: Locator, batch: &mut Batch) -> Result<()> {
        let Some(headings) = self.headings.clone() else {
            // the headings describe the rows and are no record
            self.headings = Some(row.fields);
            return Ok(());
        };
        if !batch.begin(place) {
            return Ok(());
        }
        if row.broken || row.fields.len() < 2 {
            batch.reject(Code::MalformedRecord, place);
            return Ok(());
        }
        let cell = |name: &str| {
            let at = headings.iter().position(|heading| heading == name);
            let cell = at.and_then(|at| row.fields.get(at));
            cell.map_or("", String::as_str)
        };
        let number: Option<u64> = cell("tweet_id").parse().ok();
        if self.is_known(number) {
            batch.skip(SkipReason::Joined);
            return Ok(());
        }
        let mut message = Message {
            conversation: self.posts_thread(),
            place,
            kind: MessageKind::Post,
            sender: self.owner,
            body: crate::import::html::decode(cell("text")).into(),
            ..Message::default()
        };
        time::set(&mut message, cell("timestamp"), &mut self.ledger, batch);
        for link in cell("expanded_urls")
            .split(',')
            .filter(|link| !link.is_empty())
        {
            let detail = Detail::new(DetailKind::Link, link);
            message.add_detail(detail);
        }
        let mut item = "posts";
        if !cell("in_reply_to_user_id").is_empty() {
            message.kind = MessageKind::Comment;
            item = "replies";
        } else if !cell("retweeted_status_id").is_empty() {
            item = "reposts";
        }
        let shown = ["text", "timestamp", "expanded_urls"];
        for (heading, cell) in headings.iter().zip(&row.fields) {
            if !cell.is_empty() && !shown.contains(&heading.as_str()) {
                let name = match heading.as_str() {
                    "tweet_id" => "id",
                    name => name,
                };
                let raw = (name.to_owned(), cell.clone());
                message.extra_mut().raw.push(raw);
            }
        }
        self.know(number, batch.messages.len() as u32, &message);
        super::tweets::count(batch, item);
        batch.push(message)
    }
}
