# Texts that stand in outputs: released copy, internal copy.
mask-part = { "[" }Maskat: { $basis }]
mask-message = { "[" }Meddelandet är maskat: { $basis }]
mask-message-plain = { "[" }Meddelandet är maskat]
mask-picture = { "[" }Bild maskad: { $basis }]
mask-video = { "[" }Video maskad: { $basis }]
mask-sound = { "[" }Ljud maskat: { $basis }]
mask-document = { "[" }Fil maskad: { $basis }]
alias-person = Person { $n }
alias-owner = Telefonens ägare
alias-conversation = Konversation { $n }
released-title = Utlämnad kopia
released-intro = Kopia av meddelanden. Maskade uppgifter är borttagna och skälet står i stället.
released-account = Sammanställning
count-given = Meddelanden i sin helhet
count-part = Meddelanden delvis maskade
count-withheld = Meddelanden helt maskade
count-outside = Meddelanden utanför begäran
count-attachments-given = Bilagor lämnade
count-attachments-withheld = Bilagor maskade
released-masks = Maskade ställen efter skäl
released-checked = Så har kopian kontrollerats
released-checked-text = De färdiga filerna har öppnats igen och genomsökts efter varje borttagen uppgift i flera skrivsätt och kodningar. Ingen hittades, utom där de medvetet har behållits.
released-one-reviewer = Kopian har inte granskats av en andra person.
released-not-searched = Detta har inte eftersökts
released-not-searched-text = Ingen automatisk sökning har gjorts efter namn på andra än deltagarna, adresser, hälsouppgifter och andra känsliga uppgifter. Innehållet i bilder, video och ljud har inte genomsökts.
released-conversations = Konversationer
released-messages = { $n ->
    [one] { $n } meddelande
   *[other] { $n } meddelanden
}
released-authority = Myndighet
released-case-number = Ärendenummer
released-from = Från och med
released-to = Till och med
released-zone = Tidszon
released-next = Nästa del
released-previous = Föregående del
released-front = Till första sidan
released-part = Del { $n }
message-time-unknown = Tid okänd
message-sender-none = Utan avsändare
message-direction-in = Mottaget
message-direction-out = Skickat
message-direction-draft = Utkast
message-direction-failed = Inte skickat
message-direction-system = Meddelande från tjänsten
message-direction-unknown = Riktning okänd
message-subject = Ämne:
message-quoted = Citat:
message-link = Länkvisning:
message-edited = Redigerat
message-deleted = Meddelandet är borttaget i källan
message-call = { $n ->
    [one] Samtal, { $n } sekund
   *[other] Samtal, { $n } sekunder
}
message-call-missed = Obesvarat samtal
message-picture = Bild { $n }
internal-title = INTERN – får inte lämnas ut
internal-intro = Den fullständiga texten med markeringar och beslut. Endast för internt bruk.
internal-redact = maskad
internal-keep = behållen
internal-unsure = osäker
internal-open = utan beslut
internal-outside = Utanför begäran
internal-withheld = Hela meddelandet är maskat
internal-attachment = Bilaga
