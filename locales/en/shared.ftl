# Texts that stand in the page and in outputs alike.
not-searched-some-names = names that read as ordinary words, rare nicknames and misspelt names (names are searched in running text, but not every one is found)
not-searched-places = farms, places and descriptions of the way (street addresses are searched)
not-searched-other-identifiers = membership, customer and contract numbers, and identifiers of countries outside the Nordic ones
not-searched-sensitive = sensitive matters told without words that are on the lists, hints and irony (what the lists know of health, union, religion, politics, ethnicity, sex life and offences is searched)
not-searched-pictures-and-sound = words, faces and voices in pictures, sound and video
not-searched-circumstances = circumstances that together point to one person
accounting-all = { $records ->
    [one] { $records } record, read
   *[other] { $records } records, all read
  }
accounting-parts = { $records ->
    [one] { $records } record: { $parts }
   *[other] { $records } records: { $parts }
  }
accounting-read = { $records } read
accounting-damaged = { $records } damaged: see list
skipped-unknown-element = { $records ->
    [one] { $records } element without a message left out
   *[other] { $records } elements without a message left out
  }
skipped-preamble = { $records ->
    [one] { $records } line before the first message left out
   *[other] { $records } lines before the first message left out
  }
skipped-system-file = { $records ->
    [one] { $records } file of the operating system left out
   *[other] { $records } files of the operating system left out
  }
skipped-joined = { $records ->
    [one] { $records } reaction shown at the message that it belongs to
   *[other] { $records } reactions shown at the messages that they belong to
  }
skipped-unreferenced-file = { $records ->
    [one] { $records } file that no message names left out
   *[other] { $records } files that no message names left out
  }
skipped-empty-row = { $records ->
    [one] { $records } empty row left out
   *[other] { $records } empty rows left out
  }
skipped-structure = { $records ->
    [one] { $records } part of the file’s own index
   *[other] { $records } parts of the file’s own index
  }
skipped-repeated = { $records ->
    [one] { $records } record that repeats another left out
   *[other] { $records } records that repeat others left out
  }
skipped-other-sheet = { $records ->
    [one] { $records } row of a sheet without messages left out
   *[other] { $records } rows of sheets without messages left out
  }
skipped-other = { $records ->
    [one] { $records } record left out
   *[other] { $records } records left out
  }
coverage-span = { $messages } messages from { $first } to { $last }
coverage-gap = No messages from { $from } to { $to } ({ $days } days)
coverage-auto-delete = Nothing is older than { $count } days before the end: messages may be deleted automatically
coverage-deleted = { $count ->
    [one] One deleted message
   *[other] { $count } deleted messages
  }
coverage-changed = { $count ->
    [one] The exports differ about one message
   *[other] The exports differ about { $count } messages
  }
coverage-missing = { $count ->
    [one] One attachment is missing
   *[other] { $count } attachments are missing
  }
coverage-omitted = { $count ->
    [one] The export left one attachment out
   *[other] The export left { $count } attachments out
  }
coverage-weekdays = Hardly any messages on these weekdays: { $days }
coverage-hours = Hardly any messages at these hours of the day: { $hours }
coverage-whole = Messages in all: { $messages }. Conversations: { $conversations }. Accounts: { $accounts }
coverage-twins = { $count ->
    [one] One record is a copy of a message that is shown once
   *[other] { $count } records are copies of messages that are shown once
  }
coverage-undated = { $count ->
    [one] One message has no readable time and does not count for gaps
   *[other] { $count } messages have no readable time and do not count for gaps
  }
warning-not-recognised = { $looks-like ->
    [pdf] The file is a PDF document
    [sqlite] The file is a database
    [office-document] The file is an office document
    [contacts] The file holds contacts
    [picture] The file is a picture
    [sound] The file is a sound file
    [video] The file is a video
    [web-page] The file is a web page
    [mail] The file is mail
    [outlook-message] The file is a message saved by Outlook, which is not read: open it in Outlook and save it as .eml, or forward it to a mailbox that exports mbox
    [outlook-archive] The file is an Outlook data file (.pst, .ost), which is not read: export the mails as .eml or mbox, for instance by copying them to a folder of another mail program
    [samsung-backup] This is a backup of Samsung Smart Switch or Kies. Its content is encrypted by the maker and is not read: make an export on the phone with SMS Backup & Restore or SMS Import / Export, or restore the backup to a phone first
    [huawei-backup] This is a backup of Huawei HiSuite or Phone Clone. Its content is encrypted by the maker and is not read: make an export on the phone with SMS Backup & Restore or SMS Import / Export, or restore the backup to a phone first
    [xiaomi-backup] This is a backup of Xiaomi (MIUI, HyperOS), which is not read: make an export on the phone with SMS Backup & Restore or SMS Import / Export, or restore the backup to a phone first
    [android-backup] This is a backup of Android’s own developer tools (adb), which is not read and rarely holds messages: make an export on the phone with SMS Backup & Restore or SMS Import / Export
    [signal-old-backup] This is a backup of an older Signal for Android, opened with 30 digits. Its tables change with every version of the app and it is not read: restore it into Signal on an Android phone, switch on the new on-device backups there and load their folder with the recovery key, or export the chat history as JSON
    [sms-ie-encrypted] This is an encrypted export of SMS Import / Export, which is not read: export again without encryption, or decrypt it with the app’s own tool
    [other-spreadsheet] The file is a spreadsheet of a kind that is not read (.xls, .xlsb, .ods): open it in the spreadsheet program and save it as .xlsx or CSV (UTF-8)
    [locked-document] The file is an office document locked with a password: open it, take the password off and save it anew
    [encrypted-zip] The archive is locked with a password: unlock it and load it again
    [iphone-backup] The file belongs to an iPhone backup, which this version cannot read
    [empty] The file is empty
   *[other] The file was not recognised as a message export
}
warning-closed-backup = { warning-not-recognised }
coverage-no-gap = No gaps of { $days } days or more
coverage-no-span = { $messages } messages; none of them has a readable time
coverage-partial = A file ends early or could not be read to its end
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
capacity-official = official
capacity-elected = elected
capacity-private = private
capacity-outside = outside
capacity-unknown = not known
