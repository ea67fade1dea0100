//! Redaction: from case, findings and decisions to material that may be released.
//!
//! [`Redacted`] can be made only here; renditions for the public take nothing else. Removed are
//! bodies, subjects, quoted texts, link previews, sender names and titles as far as decisions say
//! so, and always: file names, numbers and addresses of participants (except a kept number of a
//! sender without a name), record numbers, hashes, milliseconds and sizes. What is written never
//! depends on the removed text: masks are constant per reason, aliases are numbered by first
//! appearance among the released messages, order is that of the source.
//!
//! [`gate`] lists what blocks a release before it is written; [`verify`] searches the finished
//! files with a reader of its own. Both use the same [`matching`] rules.

pub mod gate;
pub mod internal;
pub mod matching;
pub mod picture;
mod plan;
mod released;
mod segments;
pub mod verify;

pub use plan::{Plan, ReleaseOptions, Removed};
pub use released::{
    Account, AttachmentKind, Redacted, ReleasedAttachment, ReleasedConversation, ReleasedDetail,
    ReleasedHead, ReleasedMessage, ReleasedSummary, Segment, Sender, State,
};
