//! The columns of the table `message`. They came and went with the versions of iOS and macOS.

use crate::container::sqlite::Table;

macro_rules! columns {
    ($($field:ident = $name:literal,)+) => {
        /// Positions of the columns that are read; `None` where the version has none.
        #[derive(Clone, Copy, Debug, Default)]
        pub struct Columns { $(pub $field: Option<usize>,)+ }

        impl Columns {
            /// The columns of a table.
            pub fn of(table: &Table) -> Self {
                Self { $($field: table.column($name),)+ }
            }
        }
    };
}

columns! {
    guid = "guid",
    text = "text",
    handle = "handle_id",
    subject = "subject",
    attributed = "attributedBody",
    account = "account",
    error = "error",
    date = "date",
    from_me = "is_from_me",
    item = "item_type",
    other_handle = "other_handle",
    group_title = "group_title",
    group_action = "group_action_type",
    share_status = "share_status",
    target = "associated_message_guid",
    tapback = "associated_message_type",
    emoji = "associated_message_emoji",
    payload = "payload_data",
    balloon = "balloon_bundle_id",
    effect = "expressive_send_style_id",
    summary = "message_summary_info",
    caller = "destination_caller_id",
    thread = "thread_originator_guid",
    edited = "date_edited",
    retracted = "date_retracted",
    spam = "is_spam",
}
