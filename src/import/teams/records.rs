//! The records of Microsoft Graph's answers: `chatMessage`, `chat` and what stands in them, under
//! the names of their documentation. Fields that are not named here are kept raw.

use crate::{import::json::Text, json_record};
use serde_json::Value;

json_record! {
    pub(super) struct Row {
        often {
            "id" => id: Text,
            "replyToId" => reply_to: Text,
            "messageType" => kind: Text,
            "createdDateTime" => created: Text,
            "lastModifiedDateTime" => modified: Text,
            "lastEditedDateTime" => edited: Text,
            "deletedDateTime" => deleted: Text,
            "subject" => subject: Text,
            "summary" => summary: Text,
            "chatId" => chat: Text,
        }
        rare {
            "from" => from: Option<Identities>,
            "body" => body: Option<Body>,
            "attachments" => attachments: Vec<Attached>,
            "mentions" => mentions: Vec<Mention>,
            "reactions" => reactions: Vec<Reaction>,
            "channelIdentity" => channel: Option<Channel>,
            "eventDetail" => event: Option<Value>,
            "hostedContents" => hosted: Vec<Hosted>,
            "replies" => replies: Vec<Value>,
        }
    }
}

json_record! {
    pub(super) struct Identities {
        often {}
        rare {
            "user" => user: Option<Identity>,
            "application" => app: Option<Identity>,
            "device" => device: Option<Identity>,
        }
    }
}

json_record! {
    pub(super) struct Identity {
        often {
            "id" | "userId" => id: Text,
            "displayName" => name: Text,
            "email" => email: Text,
        }
        rare {}
    }
}

json_record! {
    pub(super) struct Body {
        often { "contentType" => kind: Text, "content" => content: Text, }
        rare {}
    }
}

json_record! {
    pub(super) struct Channel {
        often { "teamId" => team: Text, "channelId" => channel: Text, }
        rare {}
    }
}

json_record! {
    pub(super) struct Attached {
        often {
            "contentType" => kind: Text,
            "contentUrl" => address: Text,
            "content" => content: Text,
            "name" => name: Text,
        }
        rare {}
    }
}

json_record! {
    pub(super) struct Mention {
        often { "mentionText" => text: Text, }
        rare { "mentioned" => mentioned: Option<Identities>, }
    }
}

json_record! {
    pub(super) struct Reaction {
        often {
            "reactionType" => kind: Text,
            "displayName" => name: Text,
            "createdDateTime" => created: Text,
        }
        rare { "user" => user: Option<Identities>, }
    }
}

json_record! {
    pub(super) struct Hosted {
        often {
            "id" => id: Text,
            "contentBytes" => bytes: Text,
            "contentType" => kind: Text,
        }
        rare {}
    }
}

json_record! {
    pub(super) struct Chat {
        often {
            "id" => id: Text,
            "topic" | "displayName" => title: Text,
            "description" => description: Text,
            "chatType" => kind: Text,
            "createdDateTime" => created: Text,
        }
        rare { "members" => members: Vec<Identity>, }
    }
}
