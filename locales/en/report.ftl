# Texts that stand in outputs: released copy, internal copy.
mask-part = { "[" }Withheld: { $basis }]
mask-message = { "[" }Message withheld: { $basis }]
mask-message-plain = { "[" }Message withheld]
mask-picture = { "[" }Image withheld: { $basis }]
mask-video = { "[" }Video withheld: { $basis }]
mask-sound = { "[" }Sound withheld: { $basis }]
mask-document = { "[" }File withheld: { $basis }]
alias-person = Person { $n }
alias-owner = Owner of the phone
alias-conversation = Conversation { $n }
released-title = Released copy
released-intro = Copy of messages. Withheld information is removed and the reason stands in its place.
released-account = Account
count-given = Messages given in full
count-part = Messages given in part
count-withheld = Messages withheld
count-outside = Messages outside the request
count-attachments-given = Attachments given
count-attachments-withheld = Attachments withheld
released-masks = Withheld places by reason
released-checked = How the copy was checked
released-checked-text = The finished files were opened again and searched for every removed value in several spellings and encodings. None was found, except where it was kept on purpose.
released-one-reviewer = The copy was not reviewed by a second person.
released-not-searched = What was not searched
released-not-searched-text = Names of others than the participants, addresses, health and other sensitive information were not searched automatically. The content of pictures, video and sound was not searched.
released-conversations = Conversations
released-messages = { $n ->
    [one] { $n } message
   *[other] { $n } messages
}
released-authority = Authority
released-case-number = Case number
released-from = From
released-to = To
released-zone = Time zone
released-next = Next part
released-previous = Previous part
released-front = To the front page
released-part = Part { $n }
message-time-unknown = Time unknown
message-sender-none = No sender
message-direction-in = Received
message-direction-out = Sent
message-direction-draft = Draft
message-direction-failed = Not sent
message-direction-system = Notice of the service
message-direction-unknown = Direction unknown
message-subject = Subject:
message-quoted = Quoted:
message-link = Link preview:
message-edited = Edited
message-deleted = The message is deleted in the source
message-call = { $n ->
    [one] Call, { $n } second
   *[other] Call, { $n } seconds
}
message-call-missed = Unanswered call
message-picture = Picture { $n }
internal-title = INTERNAL – not for release
internal-intro = The full text with marks and decisions. For internal use only.
internal-redact = redacted
internal-keep = kept
internal-unsure = unsure
internal-open = undecided
internal-outside = Outside the request
internal-withheld = Whole message withheld
internal-attachment = Attachment
