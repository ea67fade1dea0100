# Texts that stand in outputs: released copy, internal copy.
mask-part = { "[" }Salattu: { $basis }]
mask-message = { "[" }Viesti salattu: { $basis }]
mask-message-plain = { "[" }Viesti salattu]
mask-picture = { "[" }Kuva salattu: { $basis }]
mask-video = { "[" }Video salattu: { $basis }]
mask-sound = { "[" }Ääni salattu: { $basis }]
mask-document = { "[" }Tiedosto salattu: { $basis }]
alias-person = Henkilö { $n }
alias-owner = Puhelimen omistaja
alias-conversation = Keskustelu { $n }
released-title = Luovutettu jäljennös
released-intro = Jäljennös viesteistä. Salatut tiedot on poistettu ja peruste on merkitty niiden tilalle.
released-account = Yhteenveto
count-given = Viestit kokonaan luovutettu
count-part = Viestit osittain luovutettu
count-withheld = Viestit kokonaan salattu
count-outside = Pyynnön ulkopuoliset viestit
count-attachments-given = Luovutetut liitteet
count-attachments-withheld = Salatut liitteet
released-masks = Salatut kohdat perusteittain
released-checked = Näin jäljennös on tarkistettu
released-checked-text = Valmiit tiedostot on avattu uudelleen ja niistä on haettu jokaista poistettua tietoa eri kirjoitustavoilla ja koodauksilla. Yhtään ei löytynyt, lukuun ottamatta tarkoituksella näkyviin jätettyjä.
released-one-reviewer = Toinen henkilö ei ole tarkastanut jäljennöstä.
released-not-searched = Tätä ei ole haettu
released-not-searched-text = Automaattisesti ei ole haettu muiden kuin osallistujien nimiä, osoitteita, terveystietoja eikä muita arkaluonteisia tietoja. Kuvien, videoiden ja äänen sisältöä ei ole tutkittu.
released-conversations = Keskustelut
released-messages = { $n ->
    [one] { $n } viesti
   *[other] { $n } viestiä
}
released-authority = Viranomainen
released-case-number = Asianumero
released-from = Alkaen
released-to = Päättyen
released-zone = Aikavyöhyke
released-next = Seuraava osa
released-previous = Edellinen osa
released-front = Etusivulle
released-part = Osa { $n }
message-time-unknown = Aika tuntematon
message-sender-none = Ei lähettäjää
message-direction-in = Vastaanotettu
message-direction-out = Lähetetty
message-direction-draft = Luonnos
message-direction-failed = Ei lähetetty
message-direction-system = Palvelun ilmoitus
message-direction-unknown = Suunta tuntematon
message-subject = Aihe:
message-quoted = Lainaus:
message-link = Linkin esikatselu:
message-edited = Muokattu
message-deleted = Viesti on poistettu lähteessä
message-call = { $n ->
    [one] Puhelu, { $n } sekunti
   *[other] Puhelu, { $n } sekuntia
}
message-call-missed = Vastaamaton puhelu
message-picture = Kuva { $n }
internal-title = SISÄINEN – ei saa luovuttaa
internal-intro = Koko teksti merkintöineen ja päätöksineen. Vain sisäiseen käyttöön.
internal-redact = peitetty
internal-keep = säilytetty näkyvissä
internal-unsure = epävarma
internal-open = ratkaisematta
internal-outside = Ei sisälly pyyntöön
internal-withheld = Koko viesti on salattu
internal-attachment = Liite
