# error-<code>: what happened; .advice: what it means for the material and what to do.
error-io = The file could not be read or written.
    .advice = Your data is unchanged. Check that it still exists and that there is room, and try again.
error-unknown-format = The file was not recognised.
    .advice = Your data is unchanged. Choose the file type yourself, or see the list of files that can be read.
error-unsupported-format = The file is recognised but cannot be read as messages.
    .advice = Your data is unchanged. Make a new export in a format that can be read.
error-truncated = The file ends in the middle of a record.
    .advice = Your data is unchanged. What could be read is there. Get the export again if you can.
error-empty-file = The file is empty.
    .advice = Your data is unchanged. Get the export again.
error-malformed-record = A record in the file is damaged.
    .advice = Your data is unchanged. The other records were read. This one is on the list of what was not read.
error-bad-encoding = The text is not in the encoding that the file states.
    .advice = Your data is unchanged. Unreadable characters were replaced and counted.
error-bad-date = A time could not be read.
    .advice = Your data is unchanged. The message is there and its time stands as in the file.
error-engine-stopped = The program stopped twice at the same record.
    .advice = Your data is unchanged. The record is left out and is on the list of what was not read.
error-limit-exceeded = A limit is reached ({ $limit }): { $required } of at most { $allowed }.
    .advice = Your data is unchanged. Split the material, or use the command line.
error-bad-archive = The ZIP file is damaged.
    .advice = Your data is unchanged. Get it again, or use another copy.
error-archive-encrypted = The ZIP file is protected by a password.
    .advice = Your data is unchanged. Unpack it first and choose the unpacked file.
error-source-changed = The file has changed since it was first read.
    .advice = Your data is unchanged. Choose the original file.
error-attachment-missing = The export names a file that it does not hold.
    .advice = Your data is unchanged. The message is there without the file. Export with media if the file is needed.
error-picture-unreadable = The picture could not be read.
    .advice = Your data is unchanged. It is withheld from the copy and listed.
error-bad-decisions = The decisions file cannot be read or was changed (line { $line }).
    .advice = Your data is unchanged. Use another copy of the file.
error-bad-policy = The policy file cannot be read (byte { $byte }).
    .advice = Your data is unchanged. Correct the file and try again.
error-bad-profile = The profile cannot be used: { $entry }, { $why ->
    [pattern-empty] the pattern is empty
    [pattern-too-long] the pattern matches more than 63 characters
    [pattern-repeat] what stands in curly brackets is no number of repetitions
    [pattern-too-loose] the pattern has no digit and no fixed character
    [word-short] a word has fewer than two letters
    [reason-missing] the reason is missing
    [examples-missing] an example to find and one to ignore are needed
    [example-not-found] example { $example } is not found
    [counter-example-found] example { $example } to ignore is found
   *[other] it does not have the form that is described (byte { $byte })
}.
    .advice = Nothing was searched with it. Correct the file and try again.
error-bad-mapping = The file with the mapping of columns cannot be read, or does not say where text and time or sender stand (line { $line }, column { $column }).
    .advice = Nothing was read with it. Save the mapping again on the page, or correct the file.
error-unknown-target = A decision names something that is not in the case.
    .advice = Your data is unchanged. Check that the same files are chosen.
error-gate-blocked = Cannot be released yet: { $blocks } points are open.
    .advice = Your data is unchanged. Show the points and decide them.
error-leak-found = Stopped: { $count } removed values are still in the file ({ $where }).
    .advice = No file was saved. Redact them too, or see the places.
error-wrong-secret = The passphrase or key does not fit this file.
    .advice = Your data is unchanged. Try again, or use another key.
error-not-a-bundle = The file is not a Maskera bundle.
    .advice = Your data is unchanged. Choose another file.
error-part-damaged = The bundle is changed or damaged: part { $part }.
    .advice = Use another copy, and note it in the case.
error-part-sequence = A part of the bundle is missing, doubled or out of place: part { $part }.
    .advice = Use another copy, and note it in the case.
error-parts-mixed = The parts do not belong to one bundle.
    .advice = Use another copy, and note it in the case.
error-forbidden-form = The bundle has an unsafe form and is not opened.
    .advice = Your data is unchanged. Use another copy, and note it in the case.
error-bad-iterations = The key derivation of the bundle is outside the allowed range.
    .advice = Your data is unchanged. Use another copy, and note it in the case.
error-no-recipient = Neither a passphrase nor a certificate is chosen.
    .advice = Your data is unchanged. Choose at least one key.
error-weak-passphrase = The passphrase is too weak.
    .advice = Your data is unchanged. Use the proposed one, or write a longer one.
error-bad-certificate = { $reason ->
        [unreadable] The file holds no certificate that can be read.
        [private-key] The file is a private key. The certificate is needed; keep the key to yourself.
        [rsa-too-small] The certificate cannot be used: its RSA key is shorter than 2048 bits.
        [rsa-too-large] The certificate cannot be used: its RSA key is too long.
        [curve] The certificate cannot be used: of elliptic curves only P-256 and P-384 work.
        [key-usage] The certificate cannot be used: it is made for signing, not for encryption.
       *[other] The certificate cannot be used: its key is of a kind that does not work here. RSA from 2048 bits, P-256 and P-384 do.
    }
    .advice = Your data is unchanged. Choose another certificate.
error-bad-private-key = The private key cannot be read or does not fit.
    .advice = Your data is unchanged. Choose another key file.
error-checksum-mismatch = The checksum differs: { $entry }.
    .advice = Use another copy, and note it in the case.
error-package-incomplete = The package misses a file or holds one too many: { $entry }.
    .advice = Use another copy, and note it in the case.
error-output-exists = A file or folder of that name exists already.
    .advice = Your data is unchanged. Choose another name, or allow overwriting.
error-cancelled = Cancelled.
    .advice = Your data is unchanged. Nothing half-written was saved.
error-bad-request = This cannot be done now.
    .advice = Your data is unchanged. Load the page again; the work is saved. Report the fault.
