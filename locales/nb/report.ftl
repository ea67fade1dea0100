# Texts that stand in outputs: released copy, internal copy.
mask-part = { "[" }Sladdet: { $basis }]
mask-message = { "[" }Meldingen er unntatt: { $basis }]
mask-message-plain = { "[" }Meldingen er unntatt]
mask-picture = { "[" }Bilde unntatt: { $basis }]
mask-video = { "[" }Video unntatt: { $basis }]
mask-sound = { "[" }Lyd unntatt: { $basis }]
mask-document = { "[" }Fil unntatt: { $basis }]
alias-person = Person { $n }
alias-owner = Telefonens eier
alias-conversation = Samtale { $n }
released-title = Utlevert kopi
released-intro = Kopi av meldinger. Unntatte opplysninger er fjernet, og grunnen står i stedet.
released-account = Oversikt
count-given = Meldinger gitt i sin helhet
count-part = Meldinger gitt delvis
count-withheld = Meldinger unntatt
count-outside = Meldinger utenfor kravet
count-attachments-given = Vedlegg gitt
count-attachments-withheld = Vedlegg unntatt
released-masks = Unntatte steder etter grunn
released-checked = Slik er kopien kontrollert
released-checked-text = De ferdige filene er åpnet igjen og gjennomsøkt for hver fjernet opplysning i flere skrivemåter og kodinger. Ingen ble funnet, unntatt der de bevisst er beholdt.
released-one-reviewer = Kopien er ikke kontrollert av en annen person.
released-not-searched = Dette er det ikke søkt etter
released-not-searched-text = Det er ikke søkt automatisk etter navn på andre enn deltakerne, adresser, helseopplysninger og andre sensitive opplysninger. Innholdet i bilder, video og lyd er ikke gjennomsøkt.
released-conversations = Samtaler
released-messages = { $n ->
    [one] { $n } melding
   *[other] { $n } meldinger
}
released-authority = Virksomhet
released-case-number = Saksnummer
released-from = Fra og med
released-to = Til og med
released-zone = Tidssone
released-next = Neste del
released-previous = Forrige del
released-front = Til forsiden
released-part = Del { $n }
message-time-unknown = Tidspunkt ukjent
message-sender-none = Uten avsender
message-direction-in = Mottatt
message-direction-out = Sendt
message-direction-draft = Utkast
message-direction-failed = Ikke sendt
message-direction-system = Melding fra tjenesten
message-direction-unknown = Retning ukjent
message-subject = Emne:
message-quoted = Sitat:
message-link = Lenkevisning:
message-edited = Redigert
message-deleted = Meldingen er slettet i kilden
message-call = { $n ->
    [one] Anrop, { $n } sekund
   *[other] Anrop, { $n } sekunder
}
message-call-missed = Ubesvart anrop
message-picture = Bilde { $n }
internal-title = INTERN – skal ikke utleveres
internal-intro = Den fulle teksten med markeringer og avgjørelser. Kun til internt bruk.
internal-redact = sladdet
internal-keep = beholdt
internal-unsure = usikker
internal-open = uten avgjørelse
internal-outside = Utenfor kravet
internal-withheld = Hele meldingen er unntatt
internal-attachment = Vedlegg
