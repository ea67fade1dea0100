//! Numbers, names and kinds of the fields of Signal's backup, as far as they say something about
//! conversations. Names are those of Signal's own JSON export, so that both forms are read alike.
//!
//! Written from the public schema (`Backup.proto` of signalapp/Signal-Message-Backup-Tests, commit
//! a0f9002). Fields that are not listed here are kept under their number.

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A whole number, also as four bytes.
    Int,
    /// Yes or no.
    Flag,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
    /// One of these words, by number.
    Word(&'static [&'static str]),
    /// A message.
    One(&'static Shape),
}

/// A field: number, name, kind, and whether there may be several.
#[derive(Clone, Copy, Debug)]
pub struct Field(
    pub u32,
    pub &'static str,
    pub Kind,
    /// Several.
    pub bool,
);

/// The fields of a message.
#[derive(Debug)]
pub struct Shape(pub &'static [Field]);

const fn int(number: u32, name: &'static str) -> Field {
    Field(number, name, Kind::Int, false)
}
const fn ints(number: u32, name: &'static str) -> Field {
    Field(number, name, Kind::Int, true)
}
const fn flag(number: u32, name: &'static str) -> Field {
    Field(number, name, Kind::Flag, false)
}
const fn text(number: u32, name: &'static str) -> Field {
    Field(number, name, Kind::Text, false)
}
const fn bytes(number: u32, name: &'static str) -> Field {
    Field(number, name, Kind::Bytes, false)
}
const fn word(number: u32, name: &'static str, words: &'static [&'static str]) -> Field {
    Field(number, name, Kind::Word(words), false)
}
const fn one(number: u32, name: &'static str, shape: &'static Shape) -> Field {
    Field(number, name, Kind::One(shape), false)
}
const fn many(number: u32, name: &'static str, shape: &'static Shape) -> Field {
    Field(number, name, Kind::One(shape), true)
}

/// The first message of a backup.
pub static INFO: Shape = Shape(&[
    int(1, "version"),
    int(2, "backupTimeMs"),
    bytes(3, "mediaRootBackupKey"),
    text(4, "currentAppVersion"),
    text(5, "firstAppVersion"),
    bytes(6, "debugInfo"),
]);

/// Every other one.
pub static FRAME: Shape = Shape(&[
    one(1, "account", &ACCOUNT),
    one(2, "recipient", &RECIPIENT),
    one(3, "chat", &CHAT),
    one(4, "chatItem", &CHAT_ITEM),
    one(5, "stickerPack", &STICKER_PACK),
    one(6, "adHocCall", &AD_HOC_CALL),
    one(7, "notificationProfile", &NOTIFICATION_PROFILE),
    one(8, "chatFolder", &CHAT_FOLDER),
]);

static NOTHING: Shape = Shape(&[]);

static ACCOUNT: Shape = Shape(&[
    bytes(1, "profileKey"),
    text(2, "username"),
    bytes(3, "usernameLink"),
    text(4, "givenName"),
    text(5, "familyName"),
    text(6, "avatarUrlPath"),
    bytes(7, "donationSubscriberData"),
    bytes(9, "accountSettings"),
    bytes(10, "backupsSubscriberData"),
    bytes(11, "svrPin"),
    bytes(12, "androidSpecificSettings"),
    text(13, "bioText"),
    text(14, "bioEmoji"),
    bytes(16, "iosSpecificSettings"),
]);

static RECIPIENT: Shape = Shape(&[
    int(1, "id"),
    one(2, "contact", &CONTACT),
    one(3, "group", &GROUP),
    one(4, "distributionList", &DISTRIBUTION_LIST_ITEM),
    one(5, "self", &NOTHING),
    one(6, "releaseNotes", &NOTHING),
    one(7, "callLink", &CALL_LINK),
]);

static CONTACT: Shape = Shape(&[
    bytes(1, "aci"),
    bytes(2, "pni"),
    text(3, "username"),
    int(4, "e164"),
    flag(5, "blocked"),
    word(
        6,
        "visibility",
        &["VISIBLE", "HIDDEN", "HIDDEN_MESSAGE_REQUEST"],
    ),
    text(11, "profileGivenName"),
    text(12, "profileFamilyName"),
    one(16, "nickname", &NAME),
    text(17, "note"),
    text(18, "systemGivenName"),
    text(19, "systemFamilyName"),
    text(20, "systemNickname"),
]);

static NAME: Shape = Shape(&[text(1, "given"), text(2, "family")]);

static GROUP: Shape = Shape(&[
    bytes(1, "masterKey"),
    one(5, "snapshot", &GROUP_SNAPSHOT),
    flag(6, "blocked"),
]);

static GROUP_SNAPSHOT: Shape = Shape(&[
    one(2, "title", &GROUP_ATTRIBUTE),
    one(4, "disappearingMessagesTimer", &GROUP_ATTRIBUTE),
    many(7, "members", &MEMBER),
    many(8, "membersPendingProfileKey", &PENDING_MEMBER),
    one(11, "description", &GROUP_ATTRIBUTE),
]);

static GROUP_ATTRIBUTE: Shape = Shape(&[
    text(1, "title"),
    int(3, "disappearingMessagesDuration"),
    text(4, "descriptionText"),
]);

static MEMBER: Shape = Shape(&[
    bytes(1, "userId"),
    word(2, "role", &["UNKNOWN", "DEFAULT", "ADMINISTRATOR"]),
    text(7, "labelString"),
]);

static PENDING_MEMBER: Shape = Shape(&[one(1, "member", &MEMBER)]);

static DISTRIBUTION_LIST_ITEM: Shape = Shape(&[
    bytes(1, "distributionId"),
    int(2, "deletionTimestamp"),
    one(3, "distributionList", &DISTRIBUTION_LIST),
]);

static DISTRIBUTION_LIST: Shape = Shape(&[text(1, "name"), ints(4, "memberRecipientIds")]);

static CALL_LINK: Shape = Shape(&[text(3, "name"), int(5, "expirationMs")]);

static CHAT: Shape = Shape(&[
    int(1, "id"),
    int(2, "recipientId"),
    flag(3, "archived"),
    int(5, "expirationTimerMs"),
]);

static AD_HOC_CALL: Shape = Shape(&[
    int(1, "callId"),
    int(2, "recipientId"),
    word(3, "state", &["UNKNOWN_STATE", "GENERIC"]),
    int(4, "callTimestamp"),
]);

static STICKER_PACK: Shape = Shape(&[bytes(1, "packId"), bytes(2, "packKey")]);

static NOTIFICATION_PROFILE: Shape = Shape(&[
    text(1, "name"),
    text(2, "emoji"),
    int(4, "createdAtMs"),
    ints(7, "allowedMembers"),
]);

static CHAT_FOLDER: Shape = Shape(&[
    text(1, "name"),
    word(6, "folderType", &["UNKNOWN", "ALL", "CUSTOM"]),
    ints(7, "includedRecipientIds"),
    ints(8, "excludedRecipientIds"),
]);

static CHAT_ITEM: Shape = Shape(&[
    int(1, "chatId"),
    int(2, "authorId"),
    int(3, "dateSent"),
    int(4, "expireStartDate"),
    int(5, "expiresInMs"),
    many(6, "revisions", &CHAT_ITEM),
    flag(7, "sms"),
    one(8, "incoming", &INCOMING),
    one(9, "outgoing", &OUTGOING),
    one(10, "directionless", &NOTHING),
    one(11, "standardMessage", &STANDARD_MESSAGE),
    one(12, "contactMessage", &CONTACT_MESSAGE),
    one(13, "stickerMessage", &STICKER_MESSAGE),
    one(14, "remoteDeletedMessage", &NOTHING),
    one(15, "updateMessage", &UPDATE),
    one(16, "paymentNotification", &PAYMENT),
    one(17, "giftBadge", &GIFT_BADGE),
    one(18, "viewOnceMessage", &VIEW_ONCE),
    one(19, "directStoryReplyMessage", &STORY_REPLY),
    one(20, "poll", &POLL),
    one(21, "pinDetails", &PIN),
    one(22, "adminDeletedMessage", &ADMIN_DELETED),
]);

static INCOMING: Shape = Shape(&[
    int(1, "dateReceived"),
    int(2, "dateServerSent"),
    flag(3, "read"),
    flag(4, "sealedSender"),
]);

static OUTGOING: Shape = Shape(&[many(1, "sendStatus", &SEND_STATUS), int(2, "dateReceived")]);

static SEND_STATUS: Shape = Shape(&[
    int(1, "recipientId"),
    int(2, "timestamp"),
    one(3, "pending", &NOTHING),
    one(4, "sent", &SEALED),
    one(5, "delivered", &SEALED),
    one(6, "read", &SEALED),
    one(7, "viewed", &SEALED),
    one(8, "skipped", &NOTHING),
    one(9, "failed", &FAILED),
]);

static SEALED: Shape = Shape(&[flag(1, "sealedSender")]);
static FAILED: Shape = Shape(&[word(
    1,
    "reason",
    &["UNKNOWN", "NETWORK", "IDENTITY_KEY_MISMATCH"],
)]);
static PIN: Shape = Shape(&[
    int(1, "pinnedAtTimestamp"),
    int(2, "pinExpiresAtTimestamp"),
    flag(3, "pinNeverExpires"),
]);

static TEXT: Shape = Shape(&[text(1, "body"), many(2, "bodyRanges", &BODY_RANGE)]);

static BODY_RANGE: Shape = Shape(&[
    int(1, "start"),
    int(2, "length"),
    bytes(3, "mentionAci"),
    word(
        4,
        "style",
        &[
            "NONE",
            "BOLD",
            "ITALIC",
            "SPOILER",
            "STRIKETHROUGH",
            "MONOSPACE",
        ],
    ),
]);

static STANDARD_MESSAGE: Shape = Shape(&[
    one(1, "quote", &QUOTE),
    one(2, "text", &TEXT),
    many(3, "attachments", &ATTACHMENT),
    many(4, "linkPreview", &LINK_PREVIEW),
    one(5, "longText", &FILE),
    many(6, "reactions", &REACTION),
]);

static QUOTE: Shape = Shape(&[
    int(1, "targetSentTimestamp"),
    int(2, "authorId"),
    one(3, "text", &TEXT),
    many(4, "attachments", &QUOTED_ATTACHMENT),
    word(
        5,
        "type",
        &["UNKNOWN", "NORMAL", "GIFT_BADGE", "VIEW_ONCE", "POLL"],
    ),
]);

static QUOTED_ATTACHMENT: Shape = Shape(&[
    text(1, "contentType"),
    text(2, "fileName"),
    one(3, "thumbnail", &ATTACHMENT),
]);

static ATTACHMENT: Shape = Shape(&[
    one(1, "pointer", &FILE),
    word(2, "flag", &["NONE", "VOICE_MESSAGE", "BORDERLESS", "GIF"]),
    flag(3, "wasDownloaded"),
    bytes(4, "clientUuid"),
]);

static FILE: Shape = Shape(&[
    text(4, "contentType"),
    bytes(5, "incrementalMac"),
    int(6, "incrementalMacChunkSize"),
    text(7, "fileName"),
    int(8, "width"),
    int(9, "height"),
    text(10, "caption"),
    text(11, "blurHash"),
    one(13, "locatorInfo", &FILE_LOCATOR),
]);

static FILE_LOCATOR: Shape = Shape(&[
    bytes(1, "key"),
    int(3, "size"),
    text(4, "transitCdnKey"),
    int(5, "transitCdnNumber"),
    int(6, "transitTierUploadTimestamp"),
    int(7, "mediaTierCdnNumber"),
    bytes(9, "localKey"),
    bytes(10, "plaintextHash"),
    bytes(11, "encryptedDigest"),
]);

static LINK_PREVIEW: Shape = Shape(&[
    text(1, "url"),
    text(2, "title"),
    one(3, "image", &FILE),
    text(4, "description"),
    int(5, "date"),
]);

static REACTION: Shape = Shape(&[
    text(1, "emoji"),
    int(2, "authorId"),
    int(3, "sentTimestamp"),
    int(4, "sortOrder"),
]);

static CONTACT_MESSAGE: Shape = Shape(&[one(1, "contact", &CARD), many(2, "reactions", &REACTION)]);

static CARD: Shape = Shape(&[
    one(1, "name", &CARD_NAME),
    many(3, "number", &CARD_ENTRY),
    many(4, "email", &CARD_ENTRY),
    many(5, "address", &CARD_ADDRESS),
    one(6, "avatar", &FILE),
    text(7, "organization"),
]);

static CARD_NAME: Shape = Shape(&[
    text(1, "givenName"),
    text(2, "familyName"),
    text(3, "prefix"),
    text(4, "suffix"),
    text(5, "middleName"),
    text(6, "nickname"),
]);

const CARD_TYPES: &[&str] = &["UNKNOWN", "HOME", "MOBILE", "WORK", "CUSTOM"];

static CARD_ENTRY: Shape = Shape(&[
    text(1, "value"),
    word(2, "type", CARD_TYPES),
    text(3, "label"),
]);

static CARD_ADDRESS: Shape = Shape(&[
    word(1, "type", &["UNKNOWN", "HOME", "WORK", "CUSTOM"]),
    text(2, "label"),
    text(3, "street"),
    text(4, "pobox"),
    text(5, "neighborhood"),
    text(6, "city"),
    text(7, "region"),
    text(8, "postcode"),
    text(9, "country"),
]);

static STICKER_MESSAGE: Shape =
    Shape(&[one(1, "sticker", &STICKER), many(2, "reactions", &REACTION)]);

static STICKER: Shape = Shape(&[
    bytes(1, "packId"),
    bytes(2, "packKey"),
    int(3, "stickerId"),
    text(4, "emoji"),
    one(5, "data", &FILE),
]);

static PAYMENT: Shape = Shape(&[
    text(1, "amountMob"),
    text(2, "feeMob"),
    text(3, "note"),
    bytes(4, "transactionDetails"),
]);

static GIFT_BADGE: Shape = Shape(&[
    bytes(1, "receiptCredentialPresentation"),
    word(2, "state", &["UNOPENED", "OPENED", "REDEEMED", "FAILED"]),
]);

static VIEW_ONCE: Shape = Shape(&[
    one(1, "attachment", &ATTACHMENT),
    many(2, "reactions", &REACTION),
]);

static STORY_REPLY: Shape = Shape(&[
    one(1, "textReply", &TEXT_REPLY),
    text(2, "emoji"),
    many(3, "reactions", &REACTION),
]);

static TEXT_REPLY: Shape = Shape(&[one(1, "text", &TEXT), one(2, "longText", &FILE)]);

static POLL: Shape = Shape(&[
    text(1, "question"),
    flag(2, "allowMultiple"),
    many(3, "options", &POLL_OPTION),
    flag(4, "hasEnded"),
    many(5, "reactions", &REACTION),
]);

static POLL_OPTION: Shape = Shape(&[text(1, "option"), many(2, "votes", &POLL_VOTE)]);
static POLL_VOTE: Shape = Shape(&[int(1, "voterId"), int(2, "voteCount")]);
static ADMIN_DELETED: Shape = Shape(&[int(1, "adminId")]);

static UPDATE: Shape = Shape(&[
    one(1, "simpleUpdate", &SIMPLE_UPDATE),
    one(2, "groupChange", &GROUP_CHANGE),
    one(3, "expirationTimerChange", &TIMER_CHANGE),
    one(4, "profileChange", &PROFILE_CHANGE),
    one(5, "threadMerge", &THREAD_MERGE),
    one(6, "sessionSwitchover", &SESSION_SWITCHOVER),
    one(7, "individualCall", &INDIVIDUAL_CALL),
    one(8, "groupCall", &GROUP_CALL),
    one(9, "learnedProfileChange", &LEARNED_PROFILE),
    one(10, "pollTerminate", &POLL_TERMINATE),
    one(11, "pinMessage", &PIN_MESSAGE),
]);

static SIMPLE_UPDATE: Shape = Shape(&[word(
    1,
    "type",
    &[
        "UNKNOWN",
        "JOINED_SIGNAL",
        "IDENTITY_UPDATE",
        "IDENTITY_VERIFIED",
        "IDENTITY_DEFAULT",
        "CHANGE_NUMBER",
        "RELEASE_CHANNEL_DONATION_REQUEST",
        "END_SESSION",
        "CHAT_SESSION_REFRESH",
        "BAD_DECRYPT",
        "PAYMENTS_ACTIVATED",
        "PAYMENT_ACTIVATION_REQUEST",
        "UNSUPPORTED_PROTOCOL_MESSAGE",
        "REPORTED_SPAM",
        "BLOCKED",
        "UNBLOCKED",
        "MESSAGE_REQUEST_ACCEPTED",
    ],
)]);

static TIMER_CHANGE: Shape = Shape(&[int(1, "expiresInMs")]);
static PROFILE_CHANGE: Shape = Shape(&[text(1, "previousName"), text(2, "newName")]);
static THREAD_MERGE: Shape = Shape(&[int(1, "previousE164")]);
static SESSION_SWITCHOVER: Shape = Shape(&[int(1, "e164")]);
static LEARNED_PROFILE: Shape = Shape(&[int(1, "e164"), text(2, "username")]);
static POLL_TERMINATE: Shape = Shape(&[int(1, "targetSentTimestamp"), text(2, "question")]);
static PIN_MESSAGE: Shape = Shape(&[int(1, "targetSentTimestamp"), int(2, "authorId")]);

static INDIVIDUAL_CALL: Shape = Shape(&[
    int(1, "callId"),
    word(2, "type", &["UNKNOWN_TYPE", "AUDIO_CALL", "VIDEO_CALL"]),
    word(
        3,
        "direction",
        &["UNKNOWN_DIRECTION", "INCOMING", "OUTGOING"],
    ),
    word(
        4,
        "state",
        &[
            "UNKNOWN_STATE",
            "ACCEPTED",
            "NOT_ACCEPTED",
            "MISSED",
            "MISSED_NOTIFICATION_PROFILE",
        ],
    ),
    int(5, "startedCallTimestamp"),
    flag(6, "read"),
]);

static GROUP_CALL: Shape = Shape(&[
    int(1, "callId"),
    word(
        2,
        "state",
        &[
            "UNKNOWN_STATE",
            "GENERIC",
            "JOINED",
            "RINGING",
            "ACCEPTED",
            "DECLINED",
            "MISSED",
            "MISSED_NOTIFICATION_PROFILE",
            "OUTGOING_RING",
        ],
    ),
    int(3, "ringerRecipientId"),
    int(4, "startedCallRecipientId"),
    int(5, "startedCallTimestamp"),
    int(6, "endedCallTimestamp"),
    flag(7, "read"),
]);

static GROUP_CHANGE: Shape = Shape(&[many(1, "updates", &GROUP_UPDATE)]);

const ACCESS: &[&str] = &["UNKNOWN", "ANY", "MEMBER", "ADMINISTRATOR", "UNSATISFIABLE"];

static BY: Shape = Shape(&[bytes(1, "updaterAci")]);
static ACCESS_CHANGE: Shape = Shape(&[bytes(1, "updaterAci"), word(2, "accessLevel", ACCESS)]);
static APPROVAL: Shape = Shape(&[bytes(1, "updaterAci"), flag(2, "linkRequiresAdminApproval")]);
static NEW_MEMBER: Shape = Shape(&[bytes(1, "newMemberAci")]);
static REQUESTOR: Shape = Shape(&[bytes(1, "requestorAci"), int(2, "count")]);

static GROUP_UPDATE: Shape = Shape(&[
    one(1, "genericGroupUpdate", &BY),
    one(2, "groupCreationUpdate", &BY),
    one(
        3,
        "groupNameUpdate",
        &Shape(&[bytes(1, "updaterAci"), text(2, "newGroupName")]),
    ),
    one(
        4,
        "groupAvatarUpdate",
        &Shape(&[bytes(1, "updaterAci"), flag(2, "wasRemoved")]),
    ),
    one(
        5,
        "groupDescriptionUpdate",
        &Shape(&[bytes(1, "updaterAci"), text(2, "newDescription")]),
    ),
    one(6, "groupMembershipAccessLevelChangeUpdate", &ACCESS_CHANGE),
    one(7, "groupAttributesAccessLevelChangeUpdate", &ACCESS_CHANGE),
    one(
        8,
        "groupAnnouncementOnlyChangeUpdate",
        &Shape(&[bytes(1, "updaterAci"), flag(2, "isAnnouncementOnly")]),
    ),
    one(
        9,
        "groupAdminStatusUpdate",
        &Shape(&[
            bytes(1, "updaterAci"),
            bytes(2, "memberAci"),
            flag(3, "wasAdminStatusGranted"),
        ]),
    ),
    one(10, "groupMemberLeftUpdate", &Shape(&[bytes(1, "aci")])),
    one(
        11,
        "groupMemberRemovedUpdate",
        &Shape(&[bytes(1, "removerAci"), bytes(2, "removedAci")]),
    ),
    one(
        12,
        "selfInvitedToGroupUpdate",
        &Shape(&[bytes(1, "inviterAci")]),
    ),
    one(
        13,
        "selfInvitedOtherUserToGroupUpdate",
        &Shape(&[bytes(1, "inviteeServiceId")]),
    ),
    one(
        14,
        "groupUnknownInviteeUpdate",
        &Shape(&[bytes(1, "inviterAci"), int(2, "inviteeCount")]),
    ),
    one(
        15,
        "groupInvitationAcceptedUpdate",
        &Shape(&[bytes(1, "inviterAci"), bytes(2, "newMemberAci")]),
    ),
    one(
        16,
        "groupInvitationDeclinedUpdate",
        &Shape(&[bytes(1, "inviterAci"), bytes(2, "inviteeAci")]),
    ),
    one(17, "groupMemberJoinedUpdate", &NEW_MEMBER),
    one(
        18,
        "groupMemberAddedUpdate",
        &Shape(&[
            bytes(1, "updaterAci"),
            bytes(2, "newMemberAci"),
            flag(3, "hadOpenInvitation"),
            bytes(4, "inviterAci"),
        ]),
    ),
    one(
        19,
        "groupSelfInvitationRevokedUpdate",
        &Shape(&[bytes(1, "revokerAci")]),
    ),
    one(
        20,
        "groupInvitationRevokedUpdate",
        &Shape(&[
            bytes(1, "updaterAci"),
            many(
                2,
                "invitees",
                &Shape(&[
                    bytes(1, "inviterAci"),
                    bytes(2, "inviteeAci"),
                    bytes(3, "inviteePni"),
                ]),
            ),
        ]),
    ),
    one(21, "groupJoinRequestUpdate", &REQUESTOR),
    one(
        22,
        "groupJoinRequestApprovalUpdate",
        &Shape(&[
            bytes(1, "requestorAci"),
            bytes(2, "updaterAci"),
            flag(3, "wasApproved"),
        ]),
    ),
    one(23, "groupJoinRequestCanceledUpdate", &REQUESTOR),
    one(24, "groupInviteLinkResetUpdate", &BY),
    one(25, "groupInviteLinkEnabledUpdate", &APPROVAL),
    one(26, "groupInviteLinkAdminApprovalUpdate", &APPROVAL),
    one(27, "groupInviteLinkDisabledUpdate", &BY),
    one(28, "groupMemberJoinedByLinkUpdate", &NEW_MEMBER),
    one(29, "groupV2MigrationUpdate", &NOTHING),
    one(30, "groupV2MigrationSelfInvitedUpdate", &NOTHING),
    one(
        31,
        "groupV2MigrationInvitedMembersUpdate",
        &Shape(&[int(1, "invitedMembersCount")]),
    ),
    one(
        32,
        "groupV2MigrationDroppedMembersUpdate",
        &Shape(&[int(1, "droppedMembersCount")]),
    ),
    one(33, "groupSequenceOfRequestsAndCancelsUpdate", &REQUESTOR),
    one(
        34,
        "groupExpirationTimerUpdate",
        &Shape(&[int(1, "expiresInMs"), bytes(2, "updaterAci")]),
    ),
    one(
        35,
        "groupMemberLabelAccessLevelChangeUpdate",
        &ACCESS_CHANGE,
    ),
    one(36, "groupTerminateChangeUpdate", &BY),
]);
