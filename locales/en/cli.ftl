## Sentences of the command
cli-fixed = Fixed time and randomness are on. This is for tests only: a bundle made this way is not secret.
cli-days-utc = The days are taken in UTC. Name another time zone with --zone.
cli-source-unrecognised = { $file }: not recognised. It was not searched. inspect shows what it looks like.
cli-source-looks = { $file }: { warning-not-recognised }.
cli-source-partial = { $file }: could not be read to its end. What stands after that place is missing from the result.
cli-source-damaged = { $file }: { $count } records could not be read. inspect --json names the places.
cli-question-time-zone = { $file }: the time zone of the phone is not known. Name it with --zone.
cli-question-date-order = { $file }: the order of day and month is not known. Name it with --date-order.
cli-question-owner = { $file }: the owner of the phone is not known. Name the number with --owner.
cli-question-columns = { $file }: what the columns hold was guessed. Correct it with --mapping.
cli-question-password = { $secret ->
    [recovery-key] { $file }: the backup is encrypted, and its recovery key of 64 letters and digits is missing or does not fit. Give it with --password-file.
   *[password] { $file }: the backup is encrypted, and its password is missing or does not fit. Give it with --password-file.
  }
cli-decisions-lost = { $count } decisions name something that is not in these files.
cli-verified-form = The form and the checksums are right. No secret was given, so nothing more was checked: not the contents and not whether a secret opens it.
cli-verified-bundle = The bundle is intact: { $parts ->
        [one] one part
       *[other] { $parts } parts
    } and { $files ->
        [one] one file
       *[other] { $files } files
    }, every checksum is right.
cli-verified-package = The package is intact: { $files ->
        [one] one file
       *[other] { $files } files
    }, every checksum is right.
cli-verified-released = The released copy can be read: { $files ->
        [one] one file
       *[other] { $files } files
    }. Whether removed values are in it cannot be checked without the case; redact did that when it was made.
cli-damaged = Problems were found:
cli-packed = Packed: { $files ->
        [one] one file
       *[other] { $files } files
    } in { $parts ->
        [one] one part
       *[other] { $parts } parts
    }.
cli-opened = Opened: { $files ->
        [one] one file
       *[other] { $files } files
    }.
cli-released = Released copy written: { $files ->
        [one] one file
       *[other] { $files } files
    }. The finished files were searched for { $values ->
        [one] one removed value
       *[other] { $values } removed values
    }; nothing was found.
cli-working-file = This is a working file: it holds the originals and decisions of an unfinished case.
cli-certificate-dates = { $file }: the certificate is not valid at this time. It is used all the same: make sure that its owner still has the key.
cli-internal-inside = { $file }: receipt and log are internal and cannot lie in the folder of the released copy. Choose another place.
cli-phase-reading = Reading
cli-phase-scanning = Searching
cli-phase-checking = Looking for what blocks
cli-phase-releasing = Writing the released copy
cli-phase-verifying = Checking the finished files
cli-phase-deriving = Computing the key
cli-phase-sealing = Packing and encrypting
cli-phase-opening = Decrypting
cli-explain-nothing = Nothing was found.
cli-explain-score = band { $band }, score { $score }
cli-inspect-format = Format
cli-inspect-messages = Messages
cli-inspect-conversations = Conversations
cli-inspect-participants = Participants
cli-inspect-attachments = Attachments
cli-inspect-period = Period (UTC)
cli-inspect-records = Records
cli-inspect-mended = Mended
cli-inspect-question = Open question
cli-inspect-warning = Note
cli-inspect-files = { $count ->
    [one] one file
   *[other] { $count } files
}
cli-merged = Joined: { $messages } messages, { $twins } records are shown at another one.
cli-phase-joining = Joining exports
cli-person-line = { $messages } messages, { $conversations } conversations
cli-person-owner = owner of the account
cli-likely-number = Perhaps one person (same number): { $one } · { $other }
cli-likely-name = Perhaps one person (same name): { $one } · { $other }
