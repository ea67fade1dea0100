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
coverage-weekdays = { $count ->
    [one] One weekday has no messages
   *[other] { $count } weekdays have no messages
  }
coverage-hours = { $count ->
    [one] One hour of the day has no messages
   *[other] { $count } hours of the day have no messages
  }
