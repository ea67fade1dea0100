# Texts that stand in outputs: released copy, internal copy.
mask-part = { "[" }Undtaget: { $basis }]
mask-message = { "[" }Beskeden er undtaget: { $basis }]
mask-message-plain = { "[" }Beskeden er undtaget]
mask-picture = { "[" }Billede undtaget: { $basis }]
mask-video = { "[" }Video undtaget: { $basis }]
mask-sound = { "[" }Lyd undtaget: { $basis }]
mask-document = { "[" }Fil undtaget: { $basis }]
alias-person = Person { $n }
alias-owner = Ejer af telefonen
alias-conversation = Samtale { $n }
released-title = Udleveret kopi
released-intro = Kopi af beskeder. Undtagne oplysninger er fjernet, og årsagen står i stedet.
released-account = Opgørelse
count-given = Beskeder givet helt
count-part = Beskeder givet delvist
count-withheld = Beskeder undtaget
count-outside = Beskeder uden for anmodningen
count-attachments-given = Bilag givet
count-attachments-withheld = Bilag undtaget
released-masks = Undtagne steder efter årsag
released-checked = Sådan er kopien kontrolleret
released-checked-text = De færdige filer er åbnet igen og gennemsøgt for hver fjernet oplysning i flere skrivemåder og kodninger. Ingen blev fundet, undtagen hvor de bevidst er beholdt.
released-one-reviewer = Kopien er ikke gennemgået af en anden person.
released-not-searched = Dette er der ikke søgt efter
released-not-searched-text = Der er ikke søgt automatisk efter navne på andre end deltagerne, adresser, helbredsoplysninger og andre følsomme oplysninger. Indholdet af billeder, video og lyd er ikke gennemsøgt.
released-conversations = Samtaler
released-messages = { $n ->
    [one] { $n } besked
   *[other] { $n } beskeder
}
released-authority = Myndighed
released-case-number = Sagsnummer
released-from = Fra og med
released-to = Til og med
released-zone = Tidszone
released-next = Næste del
released-previous = Forrige del
released-front = Til forsiden
released-part = Del { $n }
message-time-unknown = Tidspunkt ukendt
message-sender-none = Uden afsender
message-direction-in = Modtaget
message-direction-out = Sendt
message-direction-draft = Kladde
message-direction-failed = Ikke sendt
message-direction-system = Meddelelse fra tjenesten
message-direction-unknown = Retning ukendt
message-subject = Emne:
message-quoted = Citat:
message-link = Linkvisning:
message-edited = Redigeret
message-deleted = Beskeden er slettet i kilden
message-call = { $n ->
    [one] Opkald, { $n } sekund
   *[other] Opkald, { $n } sekunder
}
message-call-missed = Ubesvaret opkald
message-picture = Billede { $n }
internal-title = INTERN – må ikke udleveres
internal-intro = Den fulde tekst med markeringer og afgørelser. Kun til internt brug.
internal-redact = overstreget
internal-keep = beholdt
internal-unsure = i tvivl
internal-open = uden afgørelse
internal-outside = Uden for anmodningen
internal-withheld = Hele beskeden er undtaget
internal-attachment = Bilag
