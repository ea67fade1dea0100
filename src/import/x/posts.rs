//! The records of X's lists of posts, under the names of the archive. Fields that are not named here
//! are kept raw.

use crate::{
    import::json::{Number, Text},
    json_record,
};

json_record! {
    pub(super) struct Wrapped {
        often {}
        rare { "tweet" => tweet: Option<Tweet>, }
    }
}

json_record! {
    pub(super) struct Tweet {
        often {
            "id_str" | "id" | "tweet_id" => id: Text,
            "full_text" | "text" => text: Text,
            "created_at" => created: Text,
            "deleted_at" => deleted: Text,
            "in_reply_to_status_id_str" | "in_reply_to_status_id" => reply_to: Text,
            "in_reply_to_user_id_str" | "in_reply_to_user_id" => reply_user: Text,
            "in_reply_to_screen_name" => reply_name: Text,
            "favorite_count" => likes: Number,
            "retweet_count" => reposts: Number,
        }
        rare {
            "entities" => entities: Option<Entities>,
            "extended_entities" => extended: Option<Entities>,
            "edit_info" => edit: Option<EditInfo>,
            "geo" => geo: Option<Point>,
            "coordinates" => coordinates: Option<Point>,
            "place" => place: Option<Place>,
            "user" => user: Option<User>,
            "retweeted_status" => repost: Option<Inner>,
        }
    }
}

json_record! {
    pub(super) struct Inner {
        often {
            "full_text" | "text" => text: Text,
            "id_str" | "id" => id: Text,
        }
        rare { "user" => user: Option<User>, }
    }
}

json_record! {
    pub(super) struct User {
        often {
            "id_str" | "id" => id: Text,
            "screen_name" => handle: Text,
            "name" => name: Text,
        }
        rare {}
    }
}

json_record! {
    pub(super) struct Entities {
        often {}
        rare {
            "user_mentions" => mentions: Vec<User>,
            "urls" => urls: Vec<Link>,
            "media" => media: Vec<Media>,
        }
    }
}

json_record! {
    pub(super) struct Link {
        often {
            "url" | "shortUrl" => short: Text,
            "expanded_url" | "expandedUrl" => long: Text,
        }
        rare {}
    }
}

json_record! {
    pub(super) struct Media {
        often {
            "media_url_https" => secure: Text,
            "media_url" => plain: Text,
            "ext_alt_text" | "media_alt" => alt: Text,
            "source_status_id_str" | "source_status_id" => from: Text,
            "type" => kind: Text,
        }
        rare { "video_info" => video: Option<Video>, }
    }
}

json_record! {
    pub(super) struct Video {
        often {}
        rare { "variants" => variants: Vec<Variant>, }
    }
}

json_record! {
    pub(super) struct Variant {
        often {
            "url" => url: Text,
            "bitrate" => rate: Number,
            "content_type" => kind: Text,
        }
        rare {}
    }
}

json_record! {
    pub(super) struct EditInfo {
        often {}
        rare { "initial" => initial: Option<Versions>, "edit" => edit: Option<Edit>, }
    }
}

json_record! {
    pub(super) struct Edit {
        often {}
        rare { "editControlInitial" => initial: Option<Versions>, }
    }
}

json_record! {
    pub(super) struct Versions {
        often {}
        rare { "editTweetIds" => ids: Vec<Text>, }
    }
}

json_record! {
    pub(super) struct Point {
        often {}
        rare { "coordinates" => at: Vec<Text>, }
    }
}

json_record! {
    pub(super) struct Place {
        often { "full_name" | "name" => name: Text, "country" => country: Text, }
        rare {}
    }
}

json_record! {
    pub(super) struct Note {
        often {
            "noteTweetId" => id: Text,
            "createdAt" => created: Text,
        }
        rare { "core" | "noteTweetContents" => core: Option<Core>, }
    }
}

json_record! {
    pub(super) struct Core {
        often { "text" => text: Text, }
        rare {
            "urls" => urls: Vec<Link>,
            "mentions" => mentions: Vec<Mention>,
        }
    }
}

json_record! {
    pub(super) struct Mention {
        often { "screenName" => handle: Text, }
        rare {}
    }
}

json_record! {
    pub(super) struct WrappedNote {
        often {}
        rare { "noteTweet" => note: Option<Note>, }
    }
}
