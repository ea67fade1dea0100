## Header and steps
case-empty = No files loaded
case-line = { $files ->
    [one] { $files } file
   *[other] { $files } files
  } · { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
  }
steps-label = Steps
step-load = Load
step-review = Review
step-finish = Finish
step-done = (done)
promise = Nothing leaves this computer
promise-short = Nothing is sent
language = Language
skip-to-content = Go to the content
title-start = Start
title-load = Files
title-scope = What the case covers
title-review = Review
title-finish = Finish
title-open = Open a bundle
title-resume = Continue

## Common
close = Close
cancel = Cancel
cancelling = Stopping …
cancel-hint = Nothing is lost: what was loaded and decided before stays as it is.
save = Save
save-again = Save again
saved = saved
remove = Remove
show-more = Show more
go-there = Go there
back-to-start = Back to the start
back-to-files = Back to the files
choose-files = Choose files
choose-folder = Choose a folder
passphrase = Passphrase
period = { $first } – { $last }
period-from = from { $first }
period-to = until { $last }
period-unknown = not known
hash-label = Checksum { $hash }

## Progress
busy-loading = { $files ->
    [one] Reading the file
   *[other] Reading { $files } files
  }
busy-reading-again = Reading the files again
busy-scanning = Searching for personal data
busy-releasing = Writing and checking the released copy
busy-sealing = Encrypting the archive bundle
busy-saving-work = Saving the working file
busy-protecting = Setting up the protection
busy-extracting = Taking the file out of the bundle
busy-opening = Opening the bundle
busy-continuing = Loading the working file
busy-unlocking = Opening the saved work
phase-starting = Starting.
phase-reading = Reading and counting every record.
phase-scanning = Searching every text.
phase-checking = Looking for what blocks a release.
phase-releasing = Writing the released copy.
phase-verifying = Opening the finished files again and searching them for everything that was removed.
phase-deriving = Computing the key. This takes time on purpose: it makes guessing slow.
phase-sealing = Packing and encrypting.
phase-opening = Decrypting and checking.
so-far-title = Found so far
so-far-note = The search is still running. { $finished } of { $all } conversations have been searched, the newest first. These numbers count likely findings; more may come, because names and numbers from all conversations are looked for everywhere once more at the end.
so-far-conversations = Conversations with findings
so-far-look = Open a conversation to read its findings. They can be decided when the search is over; the review then begins in the conversation that was opened last.
so-far-kinds = Findings by kind
progress-percent = { $percent } %
progress-open = { $done } · { $records ->
    [one] { $records } record
   *[other] { $records } records
  }
progress-bytes = { $done } of { $total }
progress-records = { $done } of { $total } · { $records ->
    [one] { $records } record
   *[other] { $records } records
  }

## Errors and notices
error-heading = This did not work
error-place = Place: { $place }
error-page = The page met a fault of its own.
error-page-advice = Loaded files and decisions are unchanged. Save the working file and open the page again; report the fault with the place named here.
failure-engine-stopped = The engine stopped during this work.
failure-engine-stopped-advice = Your files and decisions are kept. The engine is being started again; then try once more.
failure-full = There is no room left for saving.
failure-full-advice = Nothing that you decided is lost. Free some space or choose another place, then save again.
failure-cancelled = Cancelled.
failure-cancelled-advice = Nothing was changed.
failure-unknown = The browser refused this.
failure-unknown-advice = Loaded files and decisions are unchanged. Try again; if it happens again, save the working file and open the page in another browser.
notice-cancelled = Stopped. Nothing was changed.
notice-protected = Your work is now saved encrypted on this computer while you go on.
notice-work-saved = The working file is saved.
notice-traces-removed = The saved work was removed from this browser.
notice-restarted = { $poisoned ->
    [0] The engine stopped and was started again. Your files and decisions are back.
    [one] The engine stopped and was started again. Your files and decisions are back. { $poisoned } record is now listed as damaged.
   *[other] The engine stopped and was started again. Your files and decisions are back. { $poisoned } records are now listed as damaged.
  }
notice-restart-failed = The engine stopped and could not be started again. Open the page again and continue from the saved work.
notice-resumed = { $decisions ->
    [one] { $decisions } decision is back.
   *[other] { $decisions } decisions are back.
  }
notice-suggestions = { $places ->
    [one] { $places } place was decided as suggested. One press on Undo takes it back.
   *[other] { $places } places were decided as suggested. One press on Undo takes them all back.
  }
notice-autosave-failed = Automatic saving failed. Save the working file now.

## Footer
drop-failed = What was dropped could not be read.
drop-failed-advice = Nothing was loaded. Choose the files or the folder with the buttons.
drop-hint = Drop files anywhere on this page
drop-now = Drop the files to load them
nothing-stored = Nothing is stored on this computer
not-saved = Not saved yet.
choose-protection = Choose how to protect your work
autosave-soon = Protected; saved at the next change
autosaved = Saved encrypted, { $ago }
save-work = Save working file
autosave-again = Keep unfinished work in this browser again
remove-traces = Remove traces
tool-line = SHA-256 of this tool: { $hash } · version { $version }
tool-line-short = Version { $version }
tool-file = SHA-256 of this page’s file:
keys-off = Keys are switched off.
key-help = All keys

## Start
start-title = What do you want to do?
start-lead = Maskera finds personal data in text messages, helps you to decide, and writes a released copy and an encrypted archive bundle.
start-found-title = Unfinished work was found
start-found = Unfinished work from { $ago } is saved encrypted in this browser. Type the passphrase to go on, or remove it.
start-found-several = { $cases } unfinished cases are saved encrypted in this browser, the latest from { $ago }. Each has its own passphrase.
start-resume = Go on with it
start-load-title = Load message files
start-load-text = Begin a new case with exports from a phone. You can also drop the files anywhere on this page.
start-formats = Reads iPhone backups, Android and WhatsApp exports, Messenger, Instagram, Facebook, Telegram, Google, other social networks, mail, contacts and tables of messages.
start-open-title = Open a bundle
start-open-text = Open or check an encrypted archive bundle and take files out.
start-open-button = Open a bundle
start-continue-title = Continue saved work
start-continue-text = Go on with a working file that you saved.
start-continue-button = Continue
start-try-title = Look around first
start-try-text = Try everything with an export of made-up messages. No real person is in it.
start-try-button = Try with made-up messages
start-privacy = Nothing leaves this computer: the page runs in your browser and has no access to the network.
start-check = Check it yourself

## Load
load-title = What was in the files
load-lead = Check that this is what you expected before you go on.
load-empty = No files are loaded.
load-table = Loaded files
load-col-file = File
load-col-format = Recognised as
load-col-read = Read
load-col-period = Period
load-remove = Remove
load-repaired = { $places ->
    [one] { $places } damaged character place mended for reading; the file itself is unchanged
   *[other] { $places } damaged character places mended for reading; the file itself is unchanged
  }
load-errors = { $records ->
    [one] { $records } record could not be read:
   *[other] { $records } records could not be read:
  }
load-errors-list = see list
load-partial = The file ends early or could not be read to its end. What stands after that place was not searched.
load-missing = { $missing } of { $all } attachments are named but not in the file
load-unknown = Not recognised as a message export. It is kept unchanged in the archive bundle; it is not searched and never released.
load-format-wrong = Something else?
load-format-choose = Read the file as
load-format-auto = As recognised
load-questions = { $questions ->
    [one] One question
   *[other] { $questions } questions
  }
load-questions-hint = The files leave this open. The likeliest answer comes first. You can go on without answering; then it stays marked as not known.
load-go-on = Go on
load-more = Add more files
load-files = { $files ->
    [one] One file
   *[other] { $files } files
}
load-files-more = And { $files } more files
load-files-listed = { $files } other files of the folder do not belong to the export; they are only counted
load-split = Make every file a source of its own
load-join = Belongs together with
load-join-none = Stands alone
load-shared = { $messages ->
    [one] One message is in another source too and shown once
   *[other] { $messages } messages are in another source too and shown once
  }
load-nothing-readable = To go on, load at least one file with messages that can be read.
format-unknown = Not recognised
format-other = Another format
format-sms-backup-restore = SMS Backup & Restore (Android)
format-whatsapp-txt = WhatsApp chat
format-vcf = Contact list (vCard)
format-messenger = Messenger conversations
format-instagram-json = Instagram (JSON)
format-instagram-html = Instagram (HTML)
format-facebook-json = Facebook profile or Page (JSON)
format-facebook-html = Facebook profile or Page (HTML)
format-threads = Threads
format-telegram-json = Telegram Desktop (JSON)
format-telegram-html = Telegram Desktop (HTML)
format-google-takeout-html = Google: My Activity (HTML)
format-google-takeout-json = Google: My Activity (JSON)
format-google-chat = Google Chat (Takeout)
format-google-voice = Google Voice (Takeout)
format-youtube = YouTube comments (Takeout)
format-bluesky-car = Bluesky (repository, CAR)
format-mastodon = Mastodon archive
format-tiktok-json = TikTok (JSON)
format-snapchat-json = Snapchat (JSON)
format-slack = Slack
format-teams-json = Microsoft Teams (JSON)
format-teams-html = Microsoft Teams (HTML)
format-skype-json = Skype (JSON)
format-x-archive = X archive (Twitter)
format-linkedin-csv = LinkedIn (CSV)
format-reddit-csv = Reddit (CSV)
format-eml = Mail (.eml)
format-mbox = Mailbox (mbox)
format-imessage-sqlite = iPhone or Mac messages (sms.db, chat.db)
format-imessage-typedstream = Part of an iPhone message
format-iphone-backup = iPhone backup
format-iphone-calls-sqlite = Calls from an iPhone
format-whatsapp-ios-sqlite = WhatsApp from an iPhone (ChatStorage.sqlite)
format-android-sms-sqlite = SMS and MMS from Android (mmssms.db)
format-android-calls-sqlite = Calls from Android (calllog.db)
format-signal-backup-v2 = Signal backup
format-signal-json = Signal export (JSON)
format-signal-text = Signal as text (signal-export, sigtop)
format-sms-import-export = SMS Import / Export (Android)
format-message-table = Table of messages (CSV, Excel)
format-imazing-csv = iMazing message export (CSV)
format-short-sms-backup-restore = SMS
format-short-whatsapp-txt = WhatsApp
format-short-messenger = Messenger
format-short-instagram-json = Instagram
format-short-instagram-html = Instagram
format-short-facebook-json = Facebook
format-short-facebook-html = Facebook
format-short-threads = Threads
format-short-telegram-json = Telegram
format-short-telegram-html = Telegram
format-short-google-takeout-html = Google
format-short-google-takeout-json = Google
format-short-google-chat = Google Chat
format-short-google-voice = Google Voice
format-short-youtube = YouTube
format-short-bluesky-car = Bluesky
format-short-mastodon = Mastodon
format-short-tiktok-json = TikTok
format-short-snapchat-json = Snapchat
format-short-slack = Slack
format-short-teams-json = Teams
format-short-teams-html = Teams
format-short-skype-json = Skype
format-short-x-archive = X
format-short-linkedin-csv = LinkedIn
format-short-reddit-csv = Reddit
format-short-eml = Mail
format-short-mbox = Mailbox
format-short-imessage-sqlite = iMessage
format-short-imessage-typedstream = iMessage part
format-short-iphone-backup = iPhone
format-short-iphone-calls-sqlite = Calls
format-short-whatsapp-ios-sqlite = WhatsApp
format-short-android-sms-sqlite = SMS
format-short-android-calls-sqlite = Calls
format-short-signal-backup-v2 = Signal
format-short-signal-json = Signal
format-short-signal-text = Signal
format-short-sms-import-export = SMS
format-short-message-table = Table
format-short-imazing-csv = iMazing
warning-ends-suddenly = The file ends suddenly; what came before was read
warning-round-count = The number of records is a round figure: the export may have been cut off
warning-archive-unreadable = A part of the archive could not be read
warning-archive-damaged = The archive is damaged; what could be read was read
warning-part-missing = Download in several parts: part { $parts } is missing
warning-file-unreadable = { $file } could not be read and is not included
warning-other-export-inside = { $count } other exports are inside the file and were not read
warning-count-differs = The file says that it holds { $declared } records; { $found } were found
warning-type-differs = Attachments whose content differs from the stated type: { $count }. They are treated by their content
warning-address-conflict = Messages whose sender and receivers contradict each other in the file: { $count }. They are shown as the file has them
warning-seconds-as-milliseconds = Times given in seconds instead of milliseconds: { $count }. They were read as seconds
warning-media-omitted = Attachments that the export left out: { $count }. Export again with media if they are needed
warning-media-missing = Attachments that are named but not in the file: { $count }
warning-pasted-headers = Lines that look like message heads but do not fit: { $count }. They were kept as text of the message before
warning-archive-inside-unopened = Archives inside the archive that were not opened: { $count }
warning-mixed-shapes = The form of the lines changes inside the file, as after a change of phone or language
warning-mail-encrypted = Mails that are encrypted and could not be read: { $count }. Open them in the mail program and export them without encryption
warning-mail-parts-unmarked = Mails whose parts are not marked off as stated: { $count }. Their whole content was read as text
warning-times-run-back = Times run backwards in places; the order of the file was kept
warning-database-log-used = The newest rows stood in the database's log file and were read from there. Pages: { $count }
warning-database-log-damaged = The database's log file is damaged or does not belong to it; the newest messages may be missing
warning-mms-reports = Receipts and reports about MMS: { $count }. They stand as notices
warning-database-damaged = Parts of the database could not be read
warning-recently-deleted = Messages that lie under “Recently Deleted”: { $count }. They are included
warning-marked-spam = Messages that the phone marked as spam: { $count }
warning-backup-encrypted = The backup is encrypted. Give its password to read it
warning-backup-wrong-password = The password does not fit the backup
warning-backup-key-damaged = The backup's keys are damaged; it cannot be opened
warning-backup-file-missing = Files that the backup names but that are missing in the folder: { $count }
warning-signal-encrypted = The backup is encrypted. Give its recovery key of 64 letters and digits to read it
warning-signal-wrong-key = The recovery key does not fit the backup
warning-signal-changed = The backup is incomplete or was changed after Signal wrote it. What could be read was read
warning-signal-main-missing = The file “main” with the messages is missing beside “metadata”. Choose the whole folder SignalBackups
warning-signal-newer = A newer Signal wrote this backup (version { $version }). Parts of it may be missing here
warning-signal-older-backups = Older backups in the same folder that were not read: { $count }. They may hold messages that were deleted later: load each of their folders by itself
warning-signal-left-out = Signal leaves disappearing messages and the files of view-once messages out of this export. A local backup, read with its recovery key, also holds those that had not disappeared yet
warning-disappearing = Messages that delete themselves after a time: { $count }. Earlier ones may be gone
warning-disappearing-chats = Conversations in which messages delete themselves after a time: { $count }
warning-strange-times = Times that cannot be right: { $count }. They are shown as the file has them
warning-e2ee-part-missing = Some conversations moved to end-to-end encryption; that part is not here. It is downloaded separately: Messenger, Settings, Secure storage
warning-classic-part-missing = Only the encrypted part of Messenger is here. Older and unencrypted messages are in Facebook’s own download
warning-comments-not-in-export = Other people’s comments under the posts are usually not in the platform’s download. Save the page itself if they must be kept
warning-imported-chat-times = Messages that seem to be imported from another app: { $count }. Their time may be that of the import
warning-not-in-this-form = The HTML form does not show everything. The JSON form of the same export holds more
warning-no-repository = The file is a CAR archive, but holds no account’s repository: there is nothing to read
warning-blocks-missing = Records or parts of the index that the account names but that are not in the file: { $count }. The file is only a part of the account: download it again
warning-records-not-in-tree = Records that the account’s index does not name, such as deleted posts or earlier versions: { $count }. They were read and stand in conversations of their own
warning-listed-files-missing = Files that the export itself lists but that are missing: { $count }
warning-reformatted = A file was rewritten by a program after the export. It was read all the same
warning-next-page-missing = The export is divided into pages and the last one is missing: there are more messages
warning-hidden-sheets = Hidden sheets that were read as well: { $count }
warning-hidden-rows = Hidden rows that were read as well: { $count }
warning-hidden-columns = Hidden columns that were read as well: { $count }
warning-formulas-without-value = Cells whose formula was never computed: { $count }. The formula itself stands for the value. Open the file in the spreadsheet program, save it and load it again
warning-workbook-not-read = Pictures, charts, text boxes and embedded files in the workbook: { $count }. They were not read
warning-sheets-beyond = Sheets beyond the limit that were not read: { $count }
warning-sheets-left-out = Sheets that hold no messages and were not read: { $count } ({ $sheets })
warning-numbers-shortened = Phone numbers that a spreadsheet shortened to a form such as 4,57012E+10: { $count }. Their digits are lost, and several people may stand under one. Export again and open the file with the column set to text
warning-date-orders-mixed = Rows whose date only fits another order of day and month than most: { $count }. They were read in the order that fits; check dates that fit both
warning-mapping-does-not-fit = Tables that the given mapping does not fit: { $count }. Their columns were guessed
warning-other = Note from reading: { $id }
question-time-zone = Which time zone was the phone set to when { $file } was exported?
question-time-zone-hint = { $messages ->
    [0] The file gives clock times without a zone.
    [one] The file gives clock times without a zone. { $messages } message falls into the hour when clocks change.
   *[other] The file gives clock times without a zone. { $messages } messages fall into the hour when clocks change.
  }
question-date-order = In which order are the dates in { $file } written?
question-date-order-hint = All dates in the file fit more than one order.
question-owner = Who does the phone belong to in { $file }?
question-owner-hint = The owner’s messages stand on the right. Mark all numbers or names of the owner.
question-columns = What do the columns of { $file } hold?
question-columns-hint = The columns were guessed from their headers and content. Check them against the sample rows; the messages are read again when you change something.
columns-table = Columns with sample rows
columns-number = Column { $number }
columns-role = What { $column } holds
columns-header = The first row holds the headers
columns-name = Name of this mapping
columns-name-hint = For the next file of the same kind: save the mapping as a file and load it then.
columns-unusable = Choose at least a column for the text and one for the time or the sender.
columns-apply = Use these columns
columns-save = Save mapping …
columns-load = Load mapping …
columns-load-failed = { $file } is no mapping of columns, or does not name enough of them.
columns-file = columns
columns-settled = Columns of { $file }
role-time = Date and time
role-clock = Clock time
role-sender = Sender
role-sender-handle = Sender’s number or address
role-receiver = Receiver
role-conversation = Conversation
role-text = Text
role-subject = Subject
role-direction = Sent or received
role-attachment = Attached file
role-quoted = Answered message
role-reactions = Reactions
role-other = Something else
question-password = { $secret ->
    [recovery-key] What is the recovery key of the backup in { $file }?
   *[password] What is the password of the backup in { $file }?
  }
question-password-hint = { $secret ->
    [recovery-key] The 64 letters and digits that Signal showed when backups were switched on: Settings, Backups, On-device backups, View recovery key. It stays in this page and is not saved.
   *[password] The password that was chosen in Finder, iTunes or Apple Devices when the backup was encrypted. It stays in this page and is not saved.
  }
question-password-wrong = { $secret ->
    [recovery-key] The recovery key does not fit. Try again.
   *[password] The password does not fit. Try again.
  }
question-password-label = { $secret ->
    [recovery-key] Recovery key of the backup
   *[password] Password of the backup
  }
question-password-use = Read the backup
answer-likely = { $answer } (likely)
answer-other-zone = Another time zone
answer-choose = Choose …
answer-not-known = Not known
answer-not-known-time-zone = Times are shown as they stand in the file.
answer-not-known-date-order = Dates are shown as they stand in the file and are not sorted into a period.
answer-not-known-owner = No messages are shown as sent by the owner.
answer-not-known-password = Nothing of the backup is read.
answer-date-dmy = Day, month, year
answer-date-mdy = Month, day, year
answer-date-ymd = Year, month, day
errors-title = Records that could not be read
errors-lead = These records of { $file } are not searched and not in the released copy. The file itself is kept unchanged in the bundle.
errors-col-record = Record
errors-col-what = What is wrong
errors-col-place = Place
errors-byte = byte { $byte }
errors-member-byte = { $member }, byte { $byte }
errors-more = { $records ->
    [one] { $records } more is not listed here.
   *[other] { $records } more are not listed here.
  }

## Scope
scope-title = What does the case cover?
scope-lead = Everything that you leave out here stays out of the released copy and is counted. It stays in the encrypted bundle.
scope-period = Period
scope-period-hint = Both days are included. Days are counted in { $zone }.
scope-from = First day
scope-to = Last day
scope-zone = Time zone of the days
scope-both = From { $from } to { $to }, both days included.
scope-only-from = From { $from }, this day included.
scope-only-to = Until { $to }, this day included.
scope-all-time = Take the whole period
scope-whole = The whole period is included.
scope-conversations = { $conversations ->
    [one] Conversations ({ $conversations })
   *[other] Conversations ({ $conversations })
  }
scope-include-all = Include all
scope-exclude-all = Leave all out
scope-row = { $inside ->
    [one] { $inside } of { $all } messages in the case · { $period }
   *[other] { $inside } of { $all } messages in the case · { $period }
  }
scope-inside = { $messages ->
    [one] { $messages } message is in the case
   *[other] { $messages } messages are in the case
  }
scope-out-conversations = { $messages ->
    [one] { $messages } message left out with its conversation
   *[other] { $messages } messages left out with their conversations
  }
scope-out-period = { $messages ->
    [one] { $messages } message outside the period
   *[other] { $messages } messages outside the period
  }
scope-undated = { $messages ->
    [one] { $messages } message without a readable time: left out as soon as a period is set
   *[other] { $messages } messages without a readable time: left out as soon as a period is set
  }
scope-out-hint = The number left out stands on the finish screen and in the receipt.
scope-go-on = Go on to review
scope-nothing = Choose at least one conversation with messages in the period.
scan-title = What is searched
scan-searches = Searched for:
searched-names = names of people in running text, and the names and numbers of everybody who takes part
searched-personal-numbers = personal numbers (Sweden, Denmark, Norway, Finland, Iceland)
searched-births = dates of birth and ages
searched-addresses = street addresses and property designations
searched-contact = phone numbers, e-mail addresses, user names and profiles
searched-money = bank accounts, giro numbers and payment cards
searched-documents = passports, identity cards, driving licences and number plates
searched-records = case numbers and organisation numbers
searched-devices = positions, and the addresses of devices (IP, MAC, IMEI)
searched-secrets = passwords, one-time codes and links with a key
searched-markings = secrecy markings and protected identities
searched-sensitive = words about health, trade union, religion, politics, ethnic origin, sex life, genetic and biometric data, and offences
searched-supervision = threats, hate and other comments that need supervision, as hints
scan-not-searched = Not searched for; a person must read for these:
search-preset = How much is shown
search-preset-strict = Only what is likely
search-preset-strict-hint = Bands A and B: fewer questions, more is missed.
search-preset-normal = Likely and possible
search-preset-normal-hint = Bands A, B and C. C is shown and kept unless you decide otherwise.
search-preset-everything = Everything that any rule proposed
search-preset-everything-hint = Also what is very uncertain: many false alarms.
search-categories = Categories: { $on } of { $all } are searched
search-off = Switched off and not searched: { $kinds }.
search-profile-none = No profile of your authority is in use.
search-profile-unnamed = A profile without a name is in use.
search-profile-named = Profile in use: { $name }
search-profile-load = Load profile …
search-profile-remove = Use no profile
conversations-filter = Find a conversation
conversations-none = No conversation fits.

## Review
conversations-label = Conversations and search
search-label = Search all messages
search-count = { $hits ->
    [one] { $hits } hit
   *[other] { $hits } hits
  }
search-working = Searching: { $searched } messages so far.
search-none = Nothing found. The search looks at every text, also outside the period.
search-more = { $hits ->
    [one] { $hits } more hit: type more to narrow the search.
   *[other] { $hits } more hits: type more to narrow the search.
  }
search-clear = Close the search
review-period = { $period }, { $zone }
review-whole-period = Whole period, { $zone }
review-conversations = { $inside ->
    [one] { $inside } conversation in the case
   *[other] { $inside } conversations in the case
  }
change-scope = Change
conversation-open = { $places } open
conversation-done = ✓ done
conversation-out = left out
conversation-facts = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
  }
conversation-group = group of { $members }
thread-label = Messages
thread-empty = Choose a conversation.
thread-place = message { $at } of { $all }
show-conversations = Conversations
view-label = How the messages are shown
view-original = Original
view-marked = Marked
view-released = As released
view-released-note = Drawn from the text of the released copy as it would be written now.
view-original-note = Internal – not for release. Nothing is covered here.
undo = Undo
redo = Redo
day-unknown = Day not known
message-loading = Loading …
message-clock-change = in the hour when clocks change
message-outside = outside the request
released-outside = { $time } · not in the released copy
sender-owner = Owner
sender-service = Notice
direction-draft = draft, never sent
direction-failed = not sent
kind-call = { $seconds ->
    [one] Call, { $seconds } second
   *[other] Call, { $seconds } seconds
  }
kind-call-missed = Call, not answered
kind-deleted = This message was deleted. The export holds no text.
kind-view-once = View-once media. The export does not hold it.
kind-location = Shared place
kind-contact = Contact card
kind-poll = Poll
kind-post = Post
kind-comment = Comment
kind-entry = Other record of the account
field-body = Text
field-subject = Subject
field-quoted = Quoted
field-link-preview = Link preview
detail-earlier-text = Earlier wording
detail-reaction = Reaction
detail-poll-question = Poll
detail-poll-option = Choice
detail-contact-card = Contact card
detail-location = Place
detail-forwarded-from = Forwarded from
detail-link = Link
detail-description = Description
detail-transcript = Transcript
detail-tag = Tagged
detail-header = Header
detail-other = Further text
field-detail = Further text
field-attachment-name = File name
attachment-type-unknown = unknown kind
attachment-missing = Named, but not in the file.
attachment-omitted = The export left it out.
attachment-kept = Will be in the released copy, written anew without hidden data.
attachment-withheld-choice = Withheld until you keep it.
attachment-withheld = Withheld. Only JPEG and PNG pictures can be released.
attachment-keep = Release the picture
attachment-withhold = Withhold the picture
attachment-alt = Picture { $name }
attachment-no-preview = No preview
mark-hint = ({ $category }, { $state })
card-label = Value
card-empty = Choose a marked value in the messages or in the list.
card-places = { $places ->
    [one] { $places } place
   *[other] { $places } places in { $conversations ->
        [one] { $conversations } conversation
       *[other] { $conversations } conversations
      }
  }
card-state = State: { $state }
card-why = Why it is flagged
card-forms = Written as { $list }
sheet-more = Show reasons and more
sheet-less = Show less
pace-decided = { $decided } of { $values } different values decided
pace-left = { $minutes ->
    [one] about { $minutes } minute left
   *[other] about { $minutes } minutes left
  }
pace-none = all decided
decided-count = { $decided } decided
basis-label = Reason
basis-category = { $category } (no legal basis)
basis-numbered = { $number } · { $label } · { $title }
redact = Redact
keep = Keep
unsure = Unsure
redact-all = Redact all { $places }
keep-all = Keep all { $places }
redact-message = Whole message
show-message = Show message again
mark-by-hand = Mark text
note-label = Note for the log (optional)
previous = Previous
next = Next
next-title = Values in this conversation
next-none = No values were found in this conversation.
next-more = { $values ->
    [one] and { $values } more
   *[other] and { $values } more
  }
value-places = { $places ->
    [one] { $places } place
   *[other] { $places } places
  }
outcome-open = open
outcome-redact = redacted
outcome-keep = kept
outcome-unsure = unsure
outcome-mixed = differs
band-A = sure (A)
band-B = likely (B)
band-C = possible (C)
review-all-decided = Everything is decided.
review-done-title = Everything is decided
review-done = { $values ->
    [one] { $values } value has a decision. You can still change it.
   *[other] { $values } different values have a decision. You can still change every one.
  }
review-to-finish = Go on to finish
suggestions-button = { $places ->
    [one] Decide the open place as suggested …
   *[other] Decide all { $places } open places as suggested …
  }
suggestions-title = Decide as suggested
suggestions-text = { $open ->
    [one] { $open } open place that is sure or likely is redacted; { $kept } possible ones are kept. One press on Undo takes all of it back.
   *[other] { $open } open places that are sure or likely are redacted; { $kept } possible ones are kept. One press on Undo takes all of it back.
  }
suggestions-do = { $places ->
    [one] Redact { $places } place
   *[other] Redact { $places } places
  }
mark-title = Mark text by hand
mark-lead = Select what is to be redacted, with the mouse or with Shift and the arrow keys.
mark-text = Text of the message
mark-do = Redact the selection
announce-redact = { $places ->
    [one] { $places } place redacted
   *[other] { $places } places redacted
  }
announce-keep = { $places ->
    [one] { $places } place kept
   *[other] { $places } places kept
  }
announce-unsure = { $places ->
    [one] { $places } place marked as unsure
   *[other] { $places } places marked as unsure
  }
announce-message = { $withheld ->
    [yes] Whole message redacted
   *[no] Message shown again
  }
announce-undone = { $places ->
    [one] Undone: { $places } place
   *[other] Undone: { $places } places
  }
announce-redone = { $places ->
    [one] Done again: { $places } place
   *[other] Done again: { $places } places
  }

## Categories
category-person = Name of a person
category-se-personnummer = Swedish personal number
category-se-samordningsnummer = Swedish coordination number
category-dk-cpr = Danish CPR number
category-no-fodselsnummer = Norwegian national identity number
category-fi-hetu = Finnish personal identity code
category-iban = Bank account (IBAN)
category-payment-card = Payment card
category-phone = Phone number
category-email = E-mail address
category-ip-address = IP address
category-gps = Position
category-one-time-code = One-time code
category-credential = Password or key
category-secrecy-marking = Secrecy marking
category-protected-identity = Protected identity
category-se-reservnummer = Swedish reserve number
category-is-kennitala = Icelandic identity number
category-passport = Passport number
category-id-card = Identity or staff card
category-driving-licence = Driving licence number
category-vehicle-plate = Vehicle registration or chassis number
category-se-orgnr = Swedish organisation number
category-dk-cvr = Danish CVR number
category-dk-pnummer = Danish P-number
category-no-orgnr = Norwegian organisation number
category-fi-ytunnus = Finnish business identity code
category-se-bankgiro = Swedish bank giro
category-se-plusgiro = Swedish plus giro
category-se-bank-account = Swedish bank account
category-dk-bank-account = Danish bank account
category-no-bank-account = Norwegian bank account
category-se-fastighet = Swedish property designation
category-dk-matrikel = Danish cadastral number
category-case-number = Case number
category-address = Address
category-social-handle = User name or profile
category-mac-address = MAC address
category-imei = Phone or SIM identity (IMEI)
category-birth-date = Date of birth
category-age = Age
category-url-secret = Link with a key
category-health = Health
category-union = Trade union membership
category-religion = Religion or belief
category-politics = Political opinion
category-ethnicity = Ethnic origin
category-sex-life = Sex life or orientation
category-genetic-biometric = Genetic or biometric data
category-offence = Criminal offences
category-supervision = To be looked at (supervision)
category-manual = Marked by hand

## Evidence
evidence-other = Detail: { $id } { $word }
evidence-checksum-right = The check digit is right
evidence-checksum-wrong = The check digit is wrong
evidence-checksum-not-required = Numbers of this kind need no check digit
evidence-date-real = It begins with a real date
evidence-date-impossible = The date does not exist
evidence-century-sign = The sign for the century fits
evidence-context-before = “{ $word }” { $distance ->
    [0] stands right before it
   *[other] stands { $distance } words before it
}
evidence-context-after = “{ $word }” { $distance ->
    [0] stands right after it
    [1] stands right after it
   *[other] stands { $distance } words after it
}
evidence-context-message = “{ $word }” stands in a message next to it
evidence-word = { $word }
evidence-context-column = The column is headed “{ $word }”
evidence-split-messages = Typed over several messages
evidence-case-memory = The same value was found elsewhere in the case
evidence-protected-thread = Raised: somebody in this conversation has a protected identity
evidence-listed-keep = On the authority’s list of what stays visible: { $word }
evidence-listed-find = On the authority’s list of what is always found: { $word }
evidence-own-pattern = Matches the authority’s own pattern “{ $word }”
evidence-own-word = In the authority’s own word list “{ $word }”
evidence-context-line = “{ $word }” stands on the same line
evidence-below-bands = Very uncertain: shown because everything is shown
evidence-context-other = “{ $word }” points to something else
evidence-competing = Could also be: { $word }
evidence-edge-doubtful = The edge of the value is unclear
evidence-known-participant = Name or number of somebody who takes part
evidence-marked-by-hand = Marked by hand
evidence-kind-synthetic = Test number
evidence-kind-reserve = Reserve number
evidence-kind-replacement = Replacement number
evidence-kind-h-number = H-number (health service)
evidence-kind-d-number = D-number
evidence-kind-temporary = Temporary number
evidence-kind-day-plus-60 = Day with 60 added
evidence-kind-2032 = Number without check digit, as issued from 2032
evidence-looks-like = Looks like something else
evidence-looks-like-uuid = Looks like a technical identifier
evidence-looks-like-link = Stands inside a link
evidence-looks-like-law = Looks like a reference to a law
evidence-looks-like-isbn = Looks like a book number
evidence-looks-like-epoch = Looks like a computer’s time
evidence-looks-like-date = Looks like a date
evidence-looks-like-amount = Looks like an amount
evidence-name-full = First and last name together
evidence-name-first = First name of somebody who takes part
evidence-name-tagger = Reads like a name here ({ $word })
evidence-name-list-given = A first name in public name lists
evidence-name-list-surname = A last name in public name lists, or formed like one
evidence-name-after-title = “{ $word }” stands before it
evidence-name-introduced = “{ $word }” stands before it
evidence-name-greeted = “{ $word }” stands before it
evidence-name-signed = “{ $word }” stands before it
evidence-name-after-bond = “{ $word }” stands before it
evidence-name-other-script = Written in other letters than the text around it
evidence-name-repeated = The same name stands elsewhere in this text
evidence-looks-like-firm = Could be a firm or an institution
evidence-looks-like-street = Could be a street or a place
evidence-looks-like-thing = Could be a thing, a place or an animal with a name
evidence-looks-like-namesake = Could be named after a person: a work, a school, a prize, an illness
evidence-looks-like-month = Could be a month
evidence-looks-like-brand = Could be a brand, a shop or a work
evidence-name-last = Last name of somebody who takes part
evidence-common-word = Is also an ordinary word
evidence-upper-case = Written with a capital letter
evidence-lower-case = Written in small letters
evidence-country-code = With a country code
evidence-bare-digits = Only digits, without spaces or signs
evidence-line-start = Stands at the start of a line
evidence-card-family = Fits a kind of card
evidence-code-length = As long as such codes are
evidence-coordinate-pair = Latitude and longitude
evidence-map-link = Stands in a map link
evidence-email-form = Has the form of an e-mail address
evidence-email-spelled = An e-mail address in words
evidence-address-form = Has the form of an address
evidence-key-prefix = Begins as such keys do
evidence-link-key = A key inside a link
evidence-password-word = A word for a password stands next to it
evidence-country = Country { $word }
evidence-grouped = Grouped as numbers of this kind are
evidence-inflected = With a genitive or case ending
evidence-marking = Marking in running text
evidence-phrase = The words “{ $word }”
evidence-lexicon-word = The word “{ $word }”
evidence-clause-named = A name or personal number stands in the same sentence
evidence-clause-person = The sentence speaks of a person
evidence-clause-nobody = The sentence names nobody
evidence-clause-verb = A verb says it as a fact
evidence-clause-general = Sounds like general talk
evidence-clause-negated = The sentence denies something: read it
evidence-clause-social = Social circumstances: child welfare, debt, separation
evidence-supervision-threat = Could be a threat – a hint, not a verdict
evidence-supervision-incitement = Could call for violence or damage – a hint, not a verdict
evidence-supervision-group-hate = Could be contempt for a group of people – a hint, not a verdict
evidence-supervision-violence = Could praise or show violence – a hint, not a verdict
evidence-supervision-privacy = Could expose somebody’s private life – a hint, not a verdict
evidence-supervision-child-abuse = Could be about sexual abuse of children: do not open or copy pictures – a hint, not a verdict
evidence-supervision-copyright = Could be somebody else’s work – a hint, not a verdict
evidence-law-cited = A section of the law stands beside it
evidence-basis-hint = Possible basis: { $word } – check it yourself
evidence-spelled-out = The digits are written in words
evidence-country-prefix = The country’s letters or tax mark stand next to it
evidence-kind-company = Number of a company
evidence-kind-iccid = Number of a SIM card (ICCID)
evidence-kind-imsi = The subscriber’s identity in the mobile network (IMSI)
evidence-kind-mrz = Machine-readable lines of a passport or card
evidence-kind-hsa-id = HSA-id of Swedish health care staff
evidence-kind-hpr = HPR number of Norwegian health care staff
evidence-kind-vin = Chassis number
evidence-plate-form = Has the form of a registration plate
evidence-case-form = Has the form of a case number
evidence-property-form = Has the form of a property designation
evidence-handle-form = Begins with @ as a user name does
evidence-profile-link = Link to a profile
evidence-link-user = User and password stand in the link
evidence-link-random = A long random part opens the link
evidence-street-form = Has the form of a street with a number
evidence-postcode = A postcode follows
evidence-age-word = Written as an age
evidence-switchboard = Near “{ $word }”: a switchboard is nobody’s own number

## Keys
keys-help-title = Keys in the review
keys-help-lead = The keys work when the focus is in the review and not in a text field.
keys-help-on = Use single keys
keys-help-change-lead = Choose a key to put another one in its place. Changed keys are kept with the case.
keys-help-change = Change the key for “{ $command }”, now { $key }
keys-help-press = Press the new key for “{ $command }”. Delete switches it off, Escape leaves it as it is.
keys-help-none = off
keys-help-refused = This key cannot be used. Take a letter or a sign.
keys-help-changed = { $key } now does: { $command }.
keys-help-moved = { $key } now does: { $command }. No key is left for: { $lost }.
keys-help-switched-off = No key does any longer: { $command }.
keys-help-standard = Standard keys
keys-help-col-key = Key
keys-help-col-does = Does
key-next = Next open value
key-previous = Previous open value
key-redact = Redact this place
key-keep = Keep this place visible
key-unsure = Mark as unsure
key-redact-all = Redact the value everywhere
key-keep-all = Keep the value everywhere
key-message = Redact the whole message
key-mark = Mark text by hand
key-basis = Choose a reason by its number
key-note = Write a note
key-undo = Undo
key-redo = Redo
key-view = Original, marked, as released
key-search = Search
key-save = Save the working file
key-arrows = Move between messages
key-short-next = next, previous
key-short-redact = redact
key-short-keep = keep
key-short-unsure = unsure
key-short-redact-all = everywhere
key-short-undo = undo
key-short-help = help

## Finish
finish-title = Ready to finish?
finish-lead = Two things come out: a released copy for the person who asked, and an encrypted bundle for your archive.
finish-checklist = Checklist
finish-checking = Checking …
finish-reasons = Reasons used
finish-write = Write released copy and bundle
finish-later = Save and go on later
finish-why-blocked = { $points ->
    [one] The button works when the point marked ! is settled.
   *[other] The button works when the { $points } points marked ! are settled.
  }
finish-why-keys = The button works when somebody can open the bundle: save the key sheet and type its words again, or add a certificate.
finish-why-after = Afterwards every written file is opened again and searched for everything that was removed.
finish-no-second = No second person checks the decisions; the receipt says so.
check-ok = In order:
check-block = To be settled:
check-info = For information:
gate-other = Check “{ $id }”
gate-open = { $places ->
    [0] Every sure and likely place is decided
    [one] { $places } place has no decision
   *[other] { $places } places have no decision
  }
gate-unsure = { $places ->
    [0] Nothing is marked as unsure
    [one] { $places } place is marked as unsure
   *[other] { $places } places are marked as unsure
  }
gate-missing-basis = { $places ->
    [0] Every redaction has a reason
    [one] { $places } redaction has no reason
   *[other] { $places } redactions have no reason
  }
gate-inconsistent = { $values ->
    [0] No value is hidden in one place and visible in another
    [one] { $values } value is hidden in one place and visible in another
   *[other] { $values } values are hidden in one place and visible in another
  }
gate-not-searched = Not searched – a person must read for these
gate-left-out = { $messages ->
    [0] Nothing is left out of the release
    [one] { $messages } message is left out of the release
   *[other] { $messages } messages are left out of the release
  }
gate-attachments-withheld = { $withheld ->
    [0] No attachment is withheld
    [one] { $withheld } attachment is withheld and listed
   *[other] { $withheld } attachments are withheld and listed
  }
gate-damaged = { $records ->
    [0] Every record could be read
    [one] { $records } record could not be read: not searched, not released
   *[other] { $records } records could not be read: not searched, not released
  }
gate-questions = { $count ->
    [0] No question about the files is open
    [one] { $count } question about the files is not answered
   *[other] { $count } questions about the files are not answered
  }
gate-possible = { $places ->
    [one] { $places } possible place has no decision and stays visible
   *[other] { $places } possible places have no decision and stay visible
  }
gate-open-account = { $redacted } places redacted, { $kept } kept, { $whole } messages withheld whole
gate-damaged-partial = { $files ->
    [one] { $files } file ends early or could not be read to its end
   *[other] { $files } files end early or could not be read to their end
  }
gate-damaged-unread = { $files ->
    [one] { $files } file was not recognised: kept in the bundle, not searched, not released
   *[other] { $files } files were not recognised: kept in the bundle, not searched, not released
  }
gate-place-message = A whole message
gate-kept-on-purpose = { $places ->
    [one] { $places } removed value stays visible in one place on purpose
   *[other] Removed values stay visible on purpose in { $places } places
  }
gate-redact-here = Redact here too
gate-keep-here = Keep on purpose …
gate-places-more = { $places ->
    [one] Show { $places } more
   *[other] Show { $places } more
  }
gate-twins = Redact every place of these values
notice-twins = { $places ->
    [one] { $places } place redacted
   *[other] { $places } places redacted
  }
keep-title = Keep this visible on purpose?
keep-text = The value is removed elsewhere and stays visible in the released copy here. The log and the receipt name the place and your reason.
keep-reason = Reason
keep-reason-hint = For example: part of another word. Write no name and no number here.
keep-do = Keep visible
notice-kept = Kept visible on purpose. Undo in the review takes it back.
keys-title = Who can open the archive bundle
keys-lead = Each key opens the bundle alone.
keys-lost = Without one of the keys nobody can open the bundle, not even we.
keys-col-key = Key
keys-col-kept = Where it is kept
keys-col-state = State
keys-none = No passphrase yet
keys-passphrase = Passphrase
keys-own = your own
keys-certificate = Certificate: { $subject }
keys-certificate-slot = Certificate
keys-proved = typed again
keys-not-proved = Type it again below
keys-no-sheet = Save the key sheet
sheet-saved = Key sheet printed or saved
sheet-not-saved = Key sheet not saved yet
sheet-print = Print key sheet
sheet-save = Save key sheet
prove-words = Type two words from the key sheet
prove-whole = Type the passphrase again
prove-hint = This shows that the key sheet can be read.
prove-word = Word { $number }
prove-again = Passphrase
certificate-add = Add a certificate
certificate-hint = X.509 certificates (PEM or DER) of your archive: RSA from 2048 bits, EC P-256 or P-384.
certificate-too-large = { $name } is too large for a certificate. Nothing was added.
certificate-issuer = Issued by { $issuer } · { $key }
certificate-fingerprint = Fingerprint
certificate-valid = valid { $from } – { $to }
certificate-used = is used
certificate-expired = Not valid now
certificate-use-anyway = Use it anyway
write-too-large = These files hold { $all }. This browser can write { $limit } at most, so the case could not be finished here.
write-too-large-advice = Nothing was loaded. Use Chromium, Edge, Firefox or the command line for this case.
write-limit = This browser can write files up to { $size } here. Larger material needs Chromium, Edge, Firefox or the command line.
leak-title = { $leaks ->
    [one] Stopped: { $leaks } removed value is still in the files
   *[other] Stopped: { $leaks } removed values are still in the files
  }
leak-text = No file was saved. Redact these places too or keep them on purpose, then write again.
leak-line = { $category } in { $path }, { $place }
results-title = Finished
results-title-part = The released copy is ready
results-account = { $messages ->
    [one] { $messages } message released
   *[other] { $messages } messages released
  }; { $partly } of them partly masked. { $withheld } withheld whole, { $outside } outside the request.
results-attachments = { $withheld ->
    [one] { $withheld } attachment withheld; pictures given: { $pictures }.
   *[other] { $withheld } attachments withheld; pictures given: { $pictures }.
  }
results-verified = { $values ->
    [one] The finished files were opened again and searched for { $values } removed value. It was not found.
   *[other] The finished files were opened again and searched for { $values } removed values. None was found.
  }
results-files = { $files ->
    [one] { $files } file in the released copy
   *[other] { $files } files in the released copy
  }
results-slots = { $slots ->
    [one] { $slots } key opens the bundle (parts: { $parts }):
   *[other] { $slots } keys open the bundle (parts: { $parts }), each alone:
  }
results-next = Save all three. Then remove the traces from this computer.
result-released = Released copy
result-released-hint = For the person who asked.
result-bundle = Archive bundle, encrypted
result-bundle-hint = For your archive. Holds the original files.
result-receipt = Receipt
result-receipt-hint = Internal. Numbers and checksums, no values.
file-name-released = released-copy.zip
file-name-bundle = archive-bundle.zip
file-name-receipt = receipt.html
file-name-work = working-file.zip
file-name-sheet = key-sheet.txt

## Protection
protect-title = Protect your work
protect-lead = With a passphrase your decisions are saved encrypted on this computer while you work. The same passphrase opens the archive bundle later.
protect-generated = Use these words
protect-generated-hint = Chosen at random on this computer.
protect-bits = About { $bits } bits: nobody guesses it.
protect-another = Other words
protect-own = Use my own passphrase
protect-sheet-later = You can print the key sheet before you finish.
protect-use = Use this passphrase
protect-later = Later
protect-later-hint = Without a passphrase nothing is saved: if the tab closes, decisions are lost.
strength-empty = Type at least four words that nobody can guess.
strength-good = About { $bits } bits: good.
strength-weak = About { $bits } bits: too easy to guess.
strength-other = Something in it is easy to guess.
strength-short = It is short.
strength-few-words = It has few words.
strength-repeats = Something is repeated.
strength-sequence = It follows the keyboard or the alphabet.
strength-digits = It looks like a date or a number.
sheet-title = Key sheet – Maskera
sheet-text = This passphrase opens the archive bundle:
sheet-store = Keep this sheet where only those who may open the bundle can reach it, apart from the bundle.
sheet-case = Case:
sheet-date = Date:
sheet-holder = Key holder:

## Open
open-title = Open a bundle
open-lead = The file is decrypted and checked on this computer.
open-file = Bundle or working file
open-no-file = No file chosen.
open-choose = Choose the file
open-other-file = Choose another file
open-secret = How do you want to open it?
open-with-passphrase = With the passphrase
open-with-passphrase-hint = From the key sheet.
open-with-private-key = With a private key
open-with-private-key-hint = A key file (PEM) that fits one of the certificates.
open-with-nothing = Only check it
open-with-nothing-hint = Without a key: form and checksums are looked at, nothing more.
open-no-key = No key file chosen.
open-choose-key = Choose the key file
open-button = Open
open-check = Check
open-why = Choose a file and give the key.
open-result-intact = The bundle is intact
open-result-intact-text = { $parts ->
    [one] { $parts } part was decrypted; all { $files } files inside fit their checksums.
   *[other] { $parts } parts were decrypted; all { $files } files inside fit their checksums.
  }
open-result-form = Form and checksums are right
open-result-form-text = { $parts ->
    [one] { $parts } part was looked at from outside. Nothing was decrypted, so what is inside was not checked.
   *[other] { $parts } parts were looked at from outside. Nothing was decrypted, so what is inside was not checked.
  }
open-result-damaged = The bundle has been altered
open-result-damaged-text = Use another copy and note it in the case.
open-damaged-entry = Damaged: { $entry }
open-continue = Continue this work
open-files = Files inside
open-size = Size

## Resume
resume-title = Continue saved work
resume-lead = { $cases ->
    [one] Unfinished work is saved encrypted in this browser.
   *[other] { $cases } unfinished cases are saved encrypted in this browser.
  }
resume-choose = Which one do you want to continue?
resume-saved = Saved { $ago } ({ $time })
resume-none = No unfinished work was found in this browser.
resume-hint = The passphrase that you chose when you began.
resume-unlock = Open the saved work
resume-files-lead = { $decisions ->
    [one] { $decisions } decision was saved. The files themselves are not saved: load the same files again.
   *[other] { $decisions } decisions were saved. The files themselves are not saved: load the same files again.
  }
resume-file-here = Loaded; its checksum fits.
resume-file-missing = Not loaded yet.
resume-go = Bring the decisions back
resume-why = Load all files of the list first.

## Traces
traces-title = Remove traces from this computer
traces-text = The encrypted saved work is deleted from this browser. Files that you saved yourself stay. Decisions that are not in a working file or bundle are lost when you close the page.
traces-remove = Remove

## Self-test
selftest-title = Nothing leaves this computer
selftest-lead = The page tries every known way to send something, in a separate frame with the same rules, and shows what the browser did.
selftest-run = Start the test
selftest-again = Test again
selftest-running = Testing …
selftest-col-way = Way out
selftest-col-result = What happened
selftest-good = { $ways } ways tried: none was open.
selftest-bad = { $ways ->
    [one] { $ways } way was open. Do not use the page in this browser.
   *[other] { $ways } ways were open. Do not use the page in this browser.
  }
selftest-refused = Refused
selftest-refused-violation = Refused by the page’s rules
selftest-refused-exception = Refused by the browser
selftest-not-offered = Not offered by this browser
selftest-no-evidence = No evidence here
selftest-open = OPEN
selftest-rest = Not covered by such a test: look-ups of names and empty connections that a browser makes by itself. SECURITY.md explains them.
selftest-way-other = Way “{ $id }”
selftest-way-fetch = Fetch
selftest-way-xhr = XMLHttpRequest
selftest-way-websocket = WebSocket
selftest-way-eventsource = Event stream
selftest-way-beacon = Beacon
selftest-way-image = Image
selftest-way-stylesheet = Style sheet
selftest-way-css-import = Import in a style sheet
selftest-way-font = Font
selftest-way-media = Sound or video
selftest-way-script = Script
selftest-way-form = Form
selftest-way-window-open = New window
selftest-way-link-ping = Link with ping
selftest-way-iframe = Frame
selftest-way-object = Embedded object
selftest-way-prefetch = Prefetch
selftest-way-preconnect = Early connection
selftest-way-webrtc = WebRTC
selftest-way-webtransport = WebTransport
selftest-way-worker-fetch = Fetch in a worker
selftest-way-worker-websocket = WebSocket in a worker
selftest-way-worker-import = Script import in a worker
selftest-way-top-navigation = Navigation of the outer page
selftest-way-own-navigation = Navigation of the frame itself

## How to get a file
howto-link = How do I get this file?
howto-title = How do I get the file?
howto-lead = Make the export yourself where you can, on a device of the authority. Move it to this computer by cable or a way that the authority has approved.
format-unseen = This format was built from documentation and never seen on a real file. Check some messages against the phone or the site.
howto-iphone = iPhone
howto-iphone-steps =
    Connect the iPhone to the computer by cable and unlock it.
    On a Mac open Finder, on Windows open Apple Devices or iTunes, and choose the phone.
    Choose to back up all data to this computer. An encrypted backup also holds the list of calls: note its password.
    Wait until the backup is done. On a Mac it lies in Library/Application Support/MobileSync/Backup, on Windows in Apple/MobileSync/Backup of the user’s folder.
    Choose that folder here. Only messages, contacts, calls and their attachments are read.
howto-android = Android: messages and calls
howto-android-steps =
    Install “SMS Backup & Restore” by SyncTech on the phone; ask the IT department where that is needed.
    Make a backup of messages and calls, and include attachments (MMS).
    Save it on the phone, not in a private cloud.
    Move the .xml or .zip file to this computer and choose it here.
    Or install “SMS Import / Export” from F-Droid, export messages and the call log without encryption, and choose those files here.
howto-whatsapp = WhatsApp
howto-whatsapp-steps =
    Open the chat. On Android choose ⋮, More, Export chat; on iPhone the name at the top, then Export chat.
    Choose to include media where pictures and files matter.
    Do this for every chat: each one becomes a file of its own.
    WhatsApp exports the newest 10,000 messages with media and 40,000 without. Older ones are only in a backup of the phone.
howto-mail = Mail and notifications
howto-mail-steps =
    Save single mails as .eml: drag them from the mail program into a folder.
    For many mails export the mailbox as mbox, for instance with Thunderbird or Google Takeout.
    Outlook’s .msg and .pst are not read: save as .eml or export as mbox.
howto-meta = Messenger, Facebook, Instagram and Threads
howto-meta-steps =
    Open Meta’s Accounts Centre and choose Your information and permissions, Export your information. For a Facebook Page switch to the Page first.
    Choose the account and what is needed: messages, posts and comments, or everything.
    Choose the format JSON, all time and high media quality. HTML can be read too, but holds less and no time zone.
    Meta mails when the files are ready. Download every part and choose them here together.
    Encrypted Messenger conversations are downloaded separately: Messenger, Settings, Encrypted chats, Secure storage.
    Other people’s comments under the posts are usually not included: save the page itself.
howto-telegram = Telegram
howto-telegram-steps =
    Open Telegram Desktop on a computer and go to the chat.
    Choose the menu with three dots and Export chat history.
    Choose the format JSON, the whole period and the media that are needed.
    Choose the whole folder that was saved here.
howto-signal = Signal
howto-signal-steps =
    Android: open Signal, Settings, Backups, On-device backups, and switch them on with a folder on the phone. Note the recovery key of 64 letters and digits.
    Choose Create backup and wait until it is done.
    Move the whole folder SignalBackups to this computer by cable and choose it here. The page asks for the recovery key.
    Or export the chat history from Signal as readable text (JSON), with media: disappearing messages are not in it.
    iPhone and Desktop: link Signal Desktop and export with it, or with signal-export or sigtop.
    Old backups with 30 digits (.backup) are not read. Restore them into Signal on an Android phone and make a new backup there.
howto-google = Google: My Activity, Chat and Voice
howto-google-steps =
    Go to takeout.google.com with the account and deselect everything.
    Choose My Activity, Google Chat or Google Voice. Choose JSON for My Activity where it is offered.
    YouTube comments: choose YouTube and keep only comments and live chats.
    Export as ZIP. Google mails when the files are ready.
    Download every part and choose them here together.
howto-bluesky = Bluesky
howto-bluesky-steps =
    Sign in at bsky.app and open Settings, Account.
    Choose Export my data and download the CAR file (repo.car).
    Pictures and videos are not in that file. Put them in a folder named blobs beside it, under their own identifiers, if they are needed.
    Choose the file here, or the folder with file and blobs.
    Direct messages are not in the file: save that page for itself.
howto-x = X (Twitter)
howto-x-steps =
    Sign in to x.com on a computer with the account.
    Choose More, Settings and privacy, Your account, Download an archive of your data. Confirm the password.
    X sends a notice when the archive is ready, often after a day or more.
    Download every part and choose them here together. Do not unpack them.
    Other people’s answers to the posts are not included: save the page itself.
howto-teams = Microsoft Teams and Skype
howto-teams-steps =
    Ask the IT department for the export: Microsoft Purview, eDiscovery, or the Teams export of Microsoft Graph.
    Name the accounts, chats and channels and the whole period. JSON from Graph holds most; conversations as HTML can be read too.
    Ask for the files from SharePoint and OneDrive to be included.
    Private Teams and Skype accounts: go to go.skype.com/export, choose conversations and files and download them.
    Choose all files here together.
howto-slack = Slack
howto-slack-steps =
    Ask an owner or administrator of the workspace for the export.
    Open Tools and settings, Workspace settings, Import/export data, Export.
    Choose the period and start. Slack mails when the file is ready.
    Private channels and direct messages need an export of all conversations that Slack has approved.
    Choose the ZIP file here. Attached files are not included; fetch them before their addresses expire.
howto-mastodon = Mastodon
howto-mastodon-steps =
    Sign in to the account’s own server and open Preferences, Import and export, Data export.
    Choose Request your archive. The server mails when it is ready; one archive can be made every seven days.
    Download the archive (.tar.gz or .zip) and choose it here as it is.
    Bookmarks, follows and lists can also be had as CSV on the same page; the archive is what is read here.
    Other people’s answers are not in the archive: save the page itself if they must be kept.
howto-tiktok = TikTok
howto-tiktok-steps =
    In the app open the profile, Settings and privacy, Account, Download your data.
    Choose all data and the file format JSON, and request the download.
    After some days the file stands under Download data on the same page; it is kept there for four days.
    Download the ZIP and choose it here as it is. Videos are not included.
howto-snapchat = Snapchat
howto-snapchat-steps =
    Sign in at accounts.snapchat.com and choose My Data.
    Choose Include your HTML and JSON files, chats and memories, and the whole period; submit the request.
    Snapchat mails when the files are ready. Download every part and choose them here together.
    Only saved messages and those of the last days are included; Snapchat itself deletes the rest.
howto-linkedin = LinkedIn
howto-linkedin-steps =
    Sign in and open Settings & Privacy, Data privacy, Get a copy of your data.
    Choose the larger data archive with everything and request it.
    LinkedIn mails within a day. Download the ZIP and choose it here as it is.
    For a company page an administrator exports only figures: save the page itself for posts and comments.
howto-reddit = Reddit
howto-reddit-steps =
    Sign in and go to reddit.com/settings/data-request.
    Choose the kind of request and the whole period, and submit it.
    Reddit sends a message when the file is ready, which can take up to 30 days.
    Download the ZIP and choose it here as it is.
howto-contacts = Contacts, for names
howto-contacts-steps =
    On the phone or in the address book’s program, choose the contacts that are needed, or all.
    Choose Export or Share, as vCard (.vcf).
    Choose the .vcf file here together with the messages: numbers get their names.
howto-table = Any other program, or a spreadsheet
howto-table-steps =
    Export the messages as CSV or as an Excel workbook (.xlsx), with one message per row. Save .xls and .ods as .xlsx.
    Do not open a CSV file in a spreadsheet and save it again: long phone numbers are shortened and dates change.
    Viber on Android: More, Settings, Account, Viber backup, Email message history.
    Choose the file here and check what the columns hold.
    Save the mapping of columns and use it for the next file.
    Viber on Android: More, Settings, Account, Viber backup, Email message history. Choose the ZIP file here.
phase-joining = Joining exports of one account and telling who is one person.
title-people = People
title-register = Account register
coverage-title = How complete is the material?
coverage-lead = Signs, not proof: a period that somebody chose looks like automatic deletion. “maskera coverage” says the same.
coverage-days = Gaps from
coverage-days-of = { $days } days
coverage-zone = Days in { $zone }
coverage-all = All material
coverage-conversation = Conversation:
coverage-more = { $conversations ->
    [one] One more conversation has something to tell; see “maskera coverage”.
   *[other] { $conversations } more conversations have something to tell; see “maskera coverage”.
  }
coverage-working = Counting.
people-open = { $likely ->
    [0] People
    [one] People: one suggestion
   *[other] People: { $likely } suggestions
  }
register-open = Account register
people-title = People
people-lead = Names, numbers and addresses of one person stand together. Everything can be undone. Nothing of this stands in the released copy unless a policy says so.
people-working = Gathering people.
people-list = { $people ->
    [one] One person
   *[other] { $people } people
  }
people-filter = Name or number
people-none = Nobody fits.
people-counts = Showing { $shown } of { $total }. Messages whose capacity is not known: { $unknown }
likely-title = { $pairs ->
    [one] One suggestion
   *[other] { $pairs } suggestions
  }
likely-hint = No rule is sure enough here. You decide.
likely-more = { $pairs ->
    [one] One more suggestion is shown when these are answered.
   *[other] { $pairs } more suggestions are shown when these are answered.
  }
likely-number = The same number, with and without the country’s code
likely-name = The same name
likely-account = The same conversations, but no common time that could show whether it is one account
likely-same = Same person
likely-other = Two people
likely-same-account = One account
likely-other-account = Two accounts
likely-accepted = Joined. Can be undone.
likely-refused = Kept apart. Can be undone.
person-owner = owner of the account
person-make-owner = Is the owner of the account
person-not-owner = Is not the owner
person-names = Also known as:
person-counts = Messages: { $messages } · conversations: { $conversations }
person-parts = { $parts ->
    [one] Joined from one entry
   *[other] Joined from { $parts } entries
  }
person-split = Is somebody else
capacity-of = Capacity: { $name }
capacity-filter = Written in the capacity of
capacity-any = all
capacity-from-message = Said of this message
capacity-from-conversation = Said of the conversation
capacity-from-person = Said of the person
capacity-from-nobody = Nobody has said anything about it
written-title = Capacity: { $capacity }
written-message = This message
written-conversation = The whole conversation
written-none = not said here
badge-edited = edited
badge-edited-why = The source says that the text was changed after sending
badge-reworded = other words earlier
badge-reworded-why = The export { $source } has other words. Both stand here and are searched
badge-deleted = deleted later
badge-deleted-why = The export { $source } only says that the message was deleted
badge-gone = missing later
badge-gone-why = The export { $source } covers this time and does not hold the message
badge-copies = in { $sources } sources
badge-copies-why = Held by { $list }. Shown once; nothing was dropped
scope-people-all = People: all
scope-people-some = { $people ->
    [one] Only conversations with one person
   *[other] Only conversations with { $people } people
  }
scope-people-hint = Choose people, and only conversations that at least one of them takes part in belong to the case. The rest is counted and stays in the original.
scope-people-none = Take all people
scope-out-people = { $messages ->
    [one] One message left out because no chosen person takes part
   *[other] { $messages } messages left out because no chosen person takes part
  }
announce-capacity = The capacity is kept.
announce-owner = Kept. Can be undone.
announce-taken-back = Undone.
announce-made-again = Done again.
finish-capacities = Written as officials: { $official }, as elected: { $elected }, privately: { $private }, from outside: { $outside }. Capacity not known: { $unknown }.
register-title = Account register
register-lead = The authority’s accounts in social media and other channels. Proposals come from the loaded files. The register is kept in the working file and in the archive bundle, not in the released copy.
register-add = Add an account
register-save = Save as CSV
register-file = accounts.csv
register-none = No accounts yet.
register-untitled = without a name
register-proposed = proposed from the file
register-overdue = overdue
register-edit = Change
register-remove = Take out of the register
register-new = New account
register-change = Change the account
register-keep = Keep the account
register-kept = The account is kept.
register-due = Next capture due
register-months = { $months ->
    [one] every month
   *[other] every { $months } months
  }
answer-yes = yes
answer-no = no
answer-not-stated = not stated
account-platform = Platform
account-handle = Name, number or address
account-unit = Responsible unit
account-responsible = Responsible person
account-deputy = Deputy
account-purpose = Purpose
account-statedAt = Where the purpose is stated
account-writers = Who may write
account-riskRef = Risk assessment (reference)
account-disposalRef = Disposal decision (reference)
account-capturedFrom = Captured from
account-opened = Opened
account-closed = Closed
account-termsRead = Terms read
account-captured = Last captured
account-removable = Others’ posts can be removed
account-login = Reading needs a login
account-intervalMonths = Captured
