## Header and steps
case-empty = Tiedostoja ei ole ladattu
case-line = { $files ->
    [one] { $files } tiedosto
   *[other] { $files } tiedostoa
  } · { $messages ->
    [one] { $messages } viesti
   *[other] { $messages } viestiä
  }
steps-label = Vaiheet
step-load = Lataa
step-review = Tarkasta
step-finish = Viimeistele
step-done = (valmis)
promise = Mitään ei lähde tältä koneelta
promise-short = Mitään ei lähetetä
language = Kieli
skip-to-content = Siirry sisältöön
title-start = Aloitus
title-load = Tiedostot
title-scope = Mitä asia kattaa
title-review = Tarkastus
title-finish = Viimeistely
title-open = Avaa paketti
title-resume = Jatka

## Common
close = Sulje
cancel = Peruuta
cancelling = Pysäytetään …
cancel-hint = Mitään ei häviä: aiemmin ladattu ja päätetty säilyy ennallaan.
save = Tallenna
save-again = Tallenna uudelleen
saved = tallennettu
remove = Poista
show-more = Näytä lisää
go-there = Siirry
back-to-start = Takaisin alkuun
back-to-files = Takaisin tiedostoihin
choose-files = Valitse tiedostot
choose-folder = Valitse kansio
passphrase = Salalause
period = { $first } – { $last }
period-from = { $first } alkaen
period-to = { $last } asti
period-unknown = ei tiedossa
hash-label = Tarkistussumma { $hash }

## Progress
busy-loading = { $files ->
    [one] Luetaan tiedostoa
   *[other] Luetaan { $files } tiedostoa
  }
busy-reading-again = Luetaan tiedostot uudelleen
busy-scanning = Etsitään henkilötietoja
busy-releasing = Kirjoitetaan ja tarkistetaan luovutettava jäljennös
busy-sealing = Salataan arkistopaketti
busy-saving-work = Tallennetaan työtiedosto
busy-protecting = Otetaan suojaus käyttöön
busy-extracting = Otetaan tiedosto paketista
busy-opening = Avataan paketti
busy-continuing = Ladataan työtiedosto
busy-unlocking = Avataan tallennettu työ
phase-starting = Aloitetaan.
phase-reading = Luetaan ja lasketaan jokainen tietue.
phase-scanning = Käydään läpi jokainen teksti.
phase-checking = Etsitään sitä, mikä estää luovutuksen.
phase-releasing = Kirjoitetaan luovutettava jäljennös.
phase-verifying = Avataan valmiit tiedostot uudelleen ja etsitään niistä kaikkea poistettua.
phase-deriving = Lasketaan avainta. Se kestää tarkoituksella: arvaaminen on hidasta.
phase-sealing = Pakataan ja salataan.
phase-opening = Puretaan salaus ja tarkistetaan.
so-far-title = Löydetty tähän mennessä
so-far-note = Haku on vielä kesken. { $finished } / { $all } keskustelua on haettu, uusimmat ensin. Luvut ovat todennäköisiä löytöjä; niitä voi tulla lisää, sillä kaikkien keskustelujen nimet ja numerot haetaan lopuksi vielä kerran kaikkialta.
so-far-conversations = Keskustelut, joissa on löytöjä
so-far-look = Avaa keskustelu lukeaksesi sen löydöt. Niistä voi päättää, kun haku on valmis; tarkastus alkaa silloin viimeksi avatusta keskustelusta.
so-far-kinds = Löydöt lajeittain
progress-percent = { $percent } %
progress-open = { $done } · { $records ->
    [one] { $records } tietue
   *[other] { $records } tietuetta
  }
progress-bytes = { $done } / { $total }
progress-records = { $done } / { $total } · { $records ->
    [one] { $records } tietue
   *[other] { $records } tietuetta
  }

## Errors and notices
error-heading = Tämä ei onnistunut
error-place = Paikka: { $place }
error-page = Sivussa itsessään on vika.
error-page-advice = Ladatut tiedostot ja päätökset ovat ennallaan. Tallenna työtiedosto ja avaa sivu uudelleen; ilmoita viasta ja mainitse tässä näkyvä paikka.
failure-engine-stopped = Ohjelma pysähtyi kesken työn.
failure-engine-stopped-advice = Tiedostosi ja päätöksesi ovat tallessa. Ohjelma käynnistetään uudelleen; yritä sitten uudestaan.
failure-full = Tallennustila on loppunut.
failure-full-advice = Mitään päättämääsi ei ole hävinnyt. Vapauta tilaa tai valitse toinen paikka ja tallenna uudelleen.
failure-cancelled = Peruutettu.
failure-cancelled-advice = Mitään ei muutettu.
failure-unknown = Selain ei sallinut tätä.
failure-unknown-advice = Ladatut tiedostot ja päätökset ovat ennallaan. Yritä uudelleen; jos sama toistuu, tallenna työtiedosto ja avaa sivu toisessa selaimessa.
notice-cancelled = Pysäytetty. Mitään ei muutettu.
notice-protected = Työsi tallentuu nyt salattuna tälle koneelle, kun jatkat.
notice-work-saved = Työtiedosto on tallennettu.
notice-traces-removed = Tallennettu työ on poistettu tästä selaimesta.
notice-restarted = { $poisoned ->
    [0] Ohjelma pysähtyi ja käynnistettiin uudelleen. Tiedostosi ja päätöksesi ovat palanneet.
    [one] Ohjelma pysähtyi ja käynnistettiin uudelleen. Tiedostosi ja päätöksesi ovat palanneet. { $poisoned } tietue on nyt merkitty vioittuneeksi.
   *[other] Ohjelma pysähtyi ja käynnistettiin uudelleen. Tiedostosi ja päätöksesi ovat palanneet. { $poisoned } tietuetta on nyt merkitty vioittuneiksi.
  }
notice-restart-failed = Ohjelma pysähtyi eikä sitä voitu käynnistää uudelleen. Avaa sivu uudelleen ja jatka tallennetusta työstä.
notice-resumed = { $decisions ->
    [one] { $decisions } päätös on palautettu.
   *[other] { $decisions } päätöstä on palautettu.
  }
notice-suggestions = { $places ->
    [one] { $places } kohta on päätetty ehdotuksen mukaan. Yksi Kumoa-painallus peruu sen.
   *[other] { $places } kohtaa on päätetty ehdotuksen mukaan. Yksi Kumoa-painallus peruu ne kaikki.
  }
notice-autosave-failed = Automaattinen tallennus epäonnistui. Tallenna työtiedosto nyt.

## Footer
drop-failed = Pudotettua ei voitu lukea.
drop-failed-advice = Mitään ei ladattu. Valitse tiedostot tai kansio painikkeilla.
drop-hint = Pudota tiedostot mihin tahansa tällä sivulla
drop-now = Pudota tiedostot ladataksesi ne
nothing-stored = Tälle koneelle ei ole tallennettu mitään
not-saved = Ei vielä tallennettu.
choose-protection = Valitse, miten työsi suojataan
autosave-soon = Suojattu; tallentuu seuraavasta muutoksesta
autosaved = Tallennettu salattuna, { $ago }
save-work = Tallenna työtiedosto
autosave-again = Tallenna taas tähän selaimeen työn aikana
remove-traces = Poista jäljet
tool-line = Tämän työkalun SHA-256: { $hash } · versio { $version }
tool-line-short = Versio { $version }
tool-file = Tämän sivun tiedoston SHA-256:
keys-off = Näppäimet on poistettu käytöstä.
key-help = Kaikki näppäimet

## Start
start-title = Mitä haluat tehdä?
start-lead = Maskera löytää henkilötiedot viesteistä, auttaa päättämään niistä ja kirjoittaa luovutettavan jäljennöksen ja salatun arkistopaketin.
start-found-title = Keskeneräistä työtä löytyi
start-found = Keskeneräinen työ ({ $ago }) on tallennettu salattuna tähän selaimeen. Kirjoita salalause jatkaaksesi tai poista se.
start-found-several = { $cases } keskeneräistä asiaa on tallennettu salattuna tähän selaimeen, viimeisin { $ago }. Jokaisella on oma salalauseensa.
start-resume = Jatka sitä
start-load-title = Lataa viestitiedostoja
start-load-text = Aloita uusi asia puhelimesta viedyillä tiedostoilla. Voit myös pudottaa tiedostot mihin tahansa tällä sivulla.
start-formats = Lukee iPhonen varmuuskopiot, Androidin ja WhatsAppin viennit, Messengerin, Instagramin, Facebookin, Telegramin, Googlen, muiden sosiaalisten verkostojen, sähköpostin, yhteystiedot ja viestitaulukot.
start-open-title = Avaa paketti
start-open-text = Avaa tai tarkista salattu arkistopaketti ja ota tiedostoja ulos.
start-open-button = Avaa paketti
start-continue-title = Jatka tallennettua työtä
start-continue-text = Jatka tallentamastasi työtiedostosta.
start-continue-button = Jatka
start-try-title = Katsele ensin ympärillesi
start-try-text = Kokeile kaikkea keksityillä viesteillä. Niissä ei ole ketään oikeaa ihmistä.
start-try-button = Kokeile keksityillä viesteillä
start-privacy = Mitään ei lähde tältä koneelta: sivu toimii selaimessasi eikä sillä ole pääsyä verkkoon.
start-check = Tarkista itse

## Load
load-title = Mitä tiedostoissa oli
load-lead = Tarkista, että tämä on mitä odotit, ennen kuin jatkat.
load-empty = Tiedostoja ei ole ladattu.
load-table = Ladatut tiedostot
load-col-file = Tiedosto
load-col-format = Tunnistettu
load-col-read = Luettu
load-col-period = Ajanjakso
load-remove = Poista
load-repaired = { $places ->
    [one] { $places } vioittunut merkkikohta korjattu lukemista varten; itse tiedosto on ennallaan
   *[other] { $places } vioittunutta merkkikohtaa korjattu lukemista varten; itse tiedosto on ennallaan
  }
load-errors = { $records ->
    [one] { $records } tietuetta ei voitu lukea:
   *[other] { $records } tietuetta ei voitu lukea:
  }
load-errors-list = katso luettelo
load-partial = Tiedosto päättyy kesken tai sitä ei voitu lukea loppuun. Sen kohdan jälkeistä sisältöä ei ole tutkittu.
load-missing = { $missing } / { $all } liitettä mainitaan, mutta niitä ei ole tiedostossa
load-unknown = Ei tunnistettu viestien vientitiedostoksi. Se säilytetään muuttumattomana arkistopaketissa; sitä ei tutkita eikä koskaan luovuteta.
load-format-wrong = Jotain muuta?
load-format-choose = Lue tiedosto muodossa
load-format-auto = Kuten tunnistettu
load-questions = { $questions ->
    [one] Yksi kysymys
   *[other] { $questions } kysymystä
  }
load-questions-hint = Tämä jää tiedostoista auki. Todennäköisin vastaus on ensimmäisenä. Voit jatkaa vastaamatta; silloin merkitään, ettei asia ole tiedossa.
load-go-on = Jatka
load-more = Lisää tiedostoja
load-files = { $files ->
    [one] Yksi tiedosto
   *[other] { $files } tiedostoa
}
load-files-more = Ja vielä { $files } tiedostoa
load-files-listed = { $files } muuta kansion tiedostoa ei kuulu vientiin; ne on vain laskettu
load-split = Tee jokaisesta tiedostosta oma lähde
load-join = Kuuluu yhteen
load-join-none = Yksinään
load-shared = { $messages ->
    [one] Yksi viesti on myös toisessa lähteessä ja näytetään kerran
   *[other] { $messages } viestiä on myös toisessa lähteessä ja näytetään kerran
  }
load-nothing-readable = Jatkaaksesi lataa vähintään yksi tiedosto, jonka viestit voidaan lukea.
format-unknown = Ei tunnistettu
format-other = Muu muoto
format-sms-backup-restore = SMS Backup & Restore (Android)
format-whatsapp-txt = WhatsApp-keskustelu
format-vcf = Yhteystietoluettelo (vCard)
format-messenger = Messenger-keskustelut
format-instagram-json = Instagram (JSON)
format-instagram-html = Instagram (HTML)
format-facebook-json = Facebook-profiili tai -sivu (JSON)
format-facebook-html = Facebook-profiili tai -sivu (HTML)
format-threads = Threads
format-telegram-json = Telegram Desktop (JSON)
format-telegram-html = Telegram Desktop (HTML)
format-google-takeout-html = Google: Oma toiminta (HTML)
format-google-takeout-json = Google: Oma toiminta (JSON)
format-google-chat = Google Chat (Takeout)
format-google-voice = Google Voice (Takeout)
format-youtube = YouTube-kommentit (Takeout)
format-bluesky-car = Bluesky (tilin tiedot, CAR)
format-mastodon = Mastodon-arkisto
format-tiktok-json = TikTok (JSON)
format-snapchat-json = Snapchat (JSON)
format-slack = Slack
format-teams-json = Microsoft Teams (JSON)
format-teams-html = Microsoft Teams (HTML)
format-skype-json = Skype (JSON)
format-x-archive = X-arkisto (Twitter)
format-linkedin-csv = LinkedIn (CSV)
format-reddit-csv = Reddit (CSV)
format-eml = Sähköposti (.eml)
format-mbox = Postilaatikko (mbox)
format-imessage-sqlite = iPhonen tai Macin viestit (sms.db, chat.db)
format-imessage-typedstream = iPhone-viestin osa
format-iphone-backup = iPhonen varmuuskopio
format-iphone-calls-sqlite = iPhonen puhelut
format-whatsapp-ios-sqlite = WhatsApp iPhonesta (ChatStorage.sqlite)
format-android-sms-sqlite = Androidin tekstiviestit (mmssms.db)
format-android-calls-sqlite = Androidin puhelut (calllog.db)
format-signal-backup-v2 = Signal-varmuuskopio
format-signal-json = Signal-vienti (JSON)
format-signal-text = Signal tekstinä (signal-export, sigtop)
format-sms-import-export = SMS Import / Export (Android)
format-message-table = Viestitaulukko (CSV, Excel)
format-imazing-csv = iMazingin viestit (CSV)
format-short-sms-backup-restore = Tekstiviesti
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
format-short-eml = Sähköposti
format-short-mbox = Postilaatikko
format-short-imessage-sqlite = iMessage
format-short-imessage-typedstream = iMessage-osa
format-short-iphone-backup = iPhone
format-short-iphone-calls-sqlite = Puhelut
format-short-whatsapp-ios-sqlite = WhatsApp
format-short-android-sms-sqlite = SMS
format-short-android-calls-sqlite = Puhelut
format-short-signal-backup-v2 = Signal
format-short-signal-json = Signal
format-short-signal-text = Signal
format-short-sms-import-export = SMS
format-short-message-table = Taulukko
format-short-imazing-csv = iMazing
warning-ends-suddenly = Tiedosto päättyy äkisti; sitä edeltävä on luettu
warning-round-count = Tietueiden määrä on tasaluku: vienti on voinut katketa
warning-archive-unreadable = Osaa arkistosta ei voitu lukea
warning-archive-damaged = Arkisto on vioittunut; luettavissa oleva on luettu
warning-part-missing = Moniosainen lataus: osa { $parts } puuttuu
warning-file-unreadable = Tiedostoa { $file } ei voitu lukea, eikä se ole mukana
warning-other-export-inside = Tiedostossa on { $count } muuta vientiä, joita ei luettu
warning-count-differs = Tiedosto ilmoittaa sisältävänsä { $declared } tietuetta; löytyi { $found }
warning-type-differs = Liitteitä, joiden sisältö poikkeaa ilmoitetusta tyypistä: { $count }. Ne käsitellään sisältönsä mukaan
warning-address-conflict = Viestejä, joissa lähettäjä ja vastaanottajat ovat ristiriidassa: { $count }. Ne näytetään sellaisina kuin ne ovat tiedostossa
warning-seconds-as-milliseconds = Sekunteina millisekuntien sijaan annettuja aikoja: { $count }. Ne luettiin sekunteina
warning-media-omitted = Liitteitä, jotka vienti jätti pois: { $count }. Vie uudelleen median kanssa, jos niitä tarvitaan
warning-media-missing = Mainittuja liitteitä, joita tiedostossa ei ole: { $count }
warning-pasted-headers = Rivejä, jotka näyttävät viestin alulta mutta eivät sovi: { $count }. Ne säilytettiin edellisen viestin tekstinä
warning-archive-inside-unopened = Arkiston sisällä olevia arkistoja, joita ei avattu: { $count }
warning-mixed-shapes = Rivien muoto vaihtuu tiedoston sisällä, kuten puhelimen tai kielen vaihtuessa
warning-mail-encrypted = Salattuja sähköposteja, joita ei voitu lukea: { $count }. Avaa ne sähköpostiohjelmassa ja vie ne ilman salausta
warning-mail-parts-unmarked = Sähköposteja, joiden osia ei ole erotettu ilmoitetulla tavalla: { $count }. Koko sisältö luettiin tekstinä
warning-times-run-back = Ajat kulkevat paikoin taaksepäin; tiedoston järjestys säilytettiin
warning-database-log-used = Uusimmat rivit olivat tietokannan lokitiedostossa, ja ne luettiin sieltä. Sivuja: { $count }
warning-database-log-damaged = Tietokannan lokitiedosto on vioittunut tai ei kuulu siihen; uusimpia viestejä voi puuttua
warning-mms-reports = Multimediaviestien kuittauksia ja raportteja: { $count }. Ne näkyvät järjestelmäviesteinä
warning-database-damaged = Osaa tietokannan sisällöstä ei voitu lukea
warning-recently-deleted = Viestejä kohdassa ”Äskettäin poistetut”: { $count }. Ne ovat mukana
warning-marked-spam = Viestejä, jotka puhelin on merkinnyt roskapostiksi: { $count }
warning-backup-encrypted = Varmuuskopio on salattu. Anna sen salasana, jotta se voidaan lukea
warning-backup-wrong-password = Salasana ei sovi varmuuskopioon
warning-backup-key-damaged = Varmuuskopion avaimet ovat vioittuneet; sitä ei voi avata
warning-backup-file-missing = Tiedostoja, jotka varmuuskopio mainitsee mutta jotka puuttuvat kansiosta: { $count }
warning-signal-encrypted = Varmuuskopio on salattu. Anna sen 64 merkin palautusavain, jotta se voidaan lukea
warning-signal-wrong-key = Palautusavain ei sovi varmuuskopioon
warning-signal-changed = Varmuuskopio on puutteellinen tai sitä on muutettu sen jälkeen, kun Signal kirjoitti sen. Se, mikä voitiin lukea, luettiin
warning-signal-main-missing = Viestit sisältävä tiedosto ”main” puuttuu tiedoston ”metadata” vierestä. Valitse koko kansio SignalBackups
warning-signal-newer = Uudempi Signal on kirjoittanut tämän varmuuskopion (versio { $version }). Osia siitä voi puuttua tästä
warning-signal-older-backups = Samassa kansiossa olevia vanhempia varmuuskopioita, joita ei luettu: { $count }. Niissä voi olla myöhemmin poistettuja viestejä: lataa kunkin kansio erikseen
warning-signal-left-out = Signal jättää katoavat viestit ja kerran katsottavien viestien tiedostot pois tästä viennistä. Paikallinen varmuuskopio, joka luetaan palautusavaimella, sisältää myös ne, jotka eivät vielä olleet kadonneet
warning-disappearing = Viestejä, jotka poistuvat itsestään ajan kuluttua: { $count }. Aiempia voi puuttua
warning-disappearing-chats = Keskusteluja, joissa viestit poistuvat itsestään ajan kuluttua: { $count }
warning-strange-times = Aikoja, jotka eivät voi olla oikein: { $count }. Ne näytetään niin kuin ne tiedostossa ovat
warning-e2ee-part-missing = Osa keskusteluista on siirtynyt päästä päähän -salaukseen; se osa puuttuu. Se ladataan erikseen: Messenger, Asetukset, Suojattu tallennus
warning-classic-part-missing = Tässä on vain Messengerin salattu osa. Vanhemmat ja salaamattomat viestit ovat Facebookin omassa viennissä
warning-comments-not-in-export = Muiden kommentit julkaisujen alla eivät yleensä sisälly alustan vientiin. Tallenna sivu erikseen, jos ne on säilytettävä
warning-imported-chat-times = Toisesta sovelluksesta tuodulta näyttäviä viestejä: { $count }. Niiden aika voi olla tuonnin aika
warning-not-in-this-form = HTML-muoto ei näytä kaikkea. Saman viennin JSON-muodossa on enemmän
warning-no-repository = Tiedosto on CAR-arkisto, mutta siinä ei ole tilin tietoja: luettavaa ei ole
warning-blocks-missing = Tietueita tai hakemiston osia, jotka tili nimeää mutta joita tiedostossa ei ole: { $count }. Tiedosto on vain osa tilistä: lataa se uudelleen
warning-records-not-in-tree = Tietueita, joita tilin hakemisto ei nimeä, kuten poistettuja julkaisuja tai aiempia versioita: { $count }. Ne on luettu, ja ne ovat omissa keskusteluissaan
warning-listed-files-missing = Tiedostot, jotka vienti itse mainitsee mutta jotka puuttuvat: { $count }
warning-reformatted = Ohjelma on kirjoittanut tiedoston uudelleen viennin jälkeen. Se luettiin silti
warning-next-page-missing = Vienti on jaettu sivuihin ja viimeinen puuttuu: viestejä on enemmän
warning-hidden-sheets = Piilotettuja taulukoita, jotka on myös luettu: { $count }
warning-hidden-rows = Piilotettuja rivejä, jotka on myös luettu: { $count }
warning-hidden-columns = Piilotettuja sarakkeita, jotka on myös luettu: { $count }
warning-formulas-without-value = Soluja, joiden kaavaa ei ole koskaan laskettu: { $count }. Arvon paikalla on itse kaava. Avaa tiedosto taulukkolaskentaohjelmassa, tallenna se ja lataa se uudelleen
warning-workbook-not-read = Kuvia, kaavioita, tekstiruutuja ja upotettuja tiedostoja työkirjassa: { $count }. Niitä ei ole luettu
warning-sheets-beyond = Taulukoita yli rajan, joita ei ole luettu: { $count }
warning-sheets-left-out = Taulukoita, joissa ei ole viestejä ja joita ei ole luettu: { $count } ({ $sheets })
warning-numbers-shortened = Puhelinnumeroita, jotka taulukkolaskentaohjelma on lyhentänyt esimerkiksi muotoon 4,57012E+10: { $count }. Niiden numerot on menetetty, ja yhden alla voi olla useita ihmisiä. Vie tiedosto uudelleen ja avaa se niin, että sarake on tekstiä
warning-date-orders-mixed = Rivejä, joiden päivämäärä sopii vain toiseen päivän ja kuukauden järjestykseen kuin useimpien: { $count }. Ne on luettu sopivassa järjestyksessä; tarkista päivämäärät, jotka sopivat molempiin
warning-mapping-does-not-fit = Taulukoita, joihin annettu sarakkeiden määritys ei sovi: { $count }. Niiden sarakkeet on arvattu
warning-other = Huomautus lukemisesta: { $id }
question-time-zone = Mille aikavyöhykkeelle puhelin oli asetettu, kun { $file } vietiin?
question-time-zone-hint = { $messages ->
    [0] Tiedostossa on kellonajat ilman aikavyöhykettä.
    [one] Tiedostossa on kellonajat ilman aikavyöhykettä. { $messages } viesti osuu tunnille, jolloin kelloja siirretään.
   *[other] Tiedostossa on kellonajat ilman aikavyöhykettä. { $messages } viestiä osuu tunnille, jolloin kelloja siirretään.
  }
question-date-order = Missä järjestyksessä päivämäärät on kirjoitettu tiedostossa { $file }?
question-date-order-hint = Kaikki tiedoston päivämäärät sopivat useampaan järjestykseen.
question-owner = Kenen puhelin on tiedostossa { $file }?
question-owner-hint = Omistajan viestit ovat oikealla. Merkitse kaikki omistajan numerot tai nimet.
question-columns = Mitä tiedoston { $file } sarakkeissa on?
question-columns-hint = Sarakkeet on päätelty otsikoista ja sisällöstä. Vertaa esimerkkiriveihin. Viestit luetaan uudelleen, kun muutat jotain.
columns-table = Sarakkeet ja esimerkkirivit
columns-number = Sarake { $number }
columns-role = Sarakkeen { $column } sisältö
columns-header = Ensimmäinen rivi sisältää otsikot
columns-name = Tämän määrittelyn nimi
columns-name-hint = Seuraavaa samanlaista tiedostoa varten: tallenna määrittely tiedostoksi ja lataa se silloin.
columns-unusable = Valitse ainakin tekstin sarake ja ajan tai lähettäjän sarake.
columns-apply = Käytä näitä sarakkeita
columns-save = Tallenna määrittely …
columns-load = Lataa määrittely …
columns-load-failed = { $file } ei ole sarakemäärittely, tai siinä on liian vähän sarakkeita.
columns-file = sarakkeet
columns-settled = Tiedoston { $file } sarakkeet
role-time = Päivä ja aika
role-clock = Kellonaika
role-sender = Lähettäjä
role-sender-handle = Lähettäjän numero tai osoite
role-receiver = Vastaanottaja
role-conversation = Keskustelu
role-text = Teksti
role-subject = Aihe
role-direction = Lähetetty vai saapunut
role-attachment = Liitetiedosto
role-quoted = Viesti, johon vastataan
role-reactions = Reaktiot
role-other = Jotain muuta
question-password = { $secret ->
    [recovery-key] Mikä on varmuuskopion { $file } palautusavain?
   *[password] Mikä on varmuuskopion { $file } salasana?
  }
question-password-hint = { $secret ->
    [recovery-key] 64 kirjainta ja numeroa, jotka Signal näytti, kun varmuuskopiointi otettiin käyttöön: Asetukset, Varmuuskopiot, Laitteella olevat varmuuskopiot, Näytä palautusavain. Avain pysyy tällä sivulla eikä sitä tallenneta.
   *[password] Salasana, joka valittiin Finderissa, iTunesissa tai Apple-laitteissa, kun varmuuskopio salattiin. Se pysyy tällä sivulla eikä sitä tallenneta.
  }
question-password-wrong = { $secret ->
    [recovery-key] Palautusavain ei sovi. Yritä uudelleen.
   *[password] Salasana ei sovi. Yritä uudelleen.
  }
question-password-label = { $secret ->
    [recovery-key] Varmuuskopion palautusavain
   *[password] Varmuuskopion salasana
  }
question-password-use = Lue varmuuskopio
answer-likely = { $answer } (todennäköinen)
answer-other-zone = Muu aikavyöhyke
answer-choose = Valitse …
answer-not-known = Ei tiedossa
answer-not-known-time-zone = Ajat näytetään sellaisina kuin ne ovat tiedostossa.
answer-not-known-date-order = Päivämäärät näytetään sellaisina kuin ne ovat tiedostossa eikä niitä lueta ajanjaksoon.
answer-not-known-owner = Mitään viestiä ei näytetä omistajan lähettämänä.
answer-not-known-password = Varmuuskopiosta ei lueta mitään.
answer-date-dmy = Päivä, kuukausi, vuosi
answer-date-mdy = Kuukausi, päivä, vuosi
answer-date-ymd = Vuosi, kuukausi, päivä
errors-title = Tietueet, joita ei voitu lukea
errors-lead = Näitä tiedoston { $file } tietueita ei ole tutkittu eivätkä ne ole luovutettavassa jäljennöksessä. Itse tiedosto säilyy muuttumattomana paketissa.
errors-col-record = Tietue
errors-col-what = Mikä on vikana
errors-col-place = Paikka
errors-byte = tavu { $byte }
errors-member-byte = { $member }, tavu { $byte }
errors-more = { $records ->
    [one] Lisäksi { $records }, jota ei näytetä tässä.
   *[other] Lisäksi { $records }, joita ei näytetä tässä.
  }

## Scope
scope-title = Mitä asia kattaa?
scope-lead = Tästä pois jättämäsi ei tule luovutettavaan jäljennökseen, ja se lasketaan. Se säilyy salatussa paketissa.
scope-period = Ajanjakso
scope-period-hint = Molemmat päivät ovat mukana. Päivät lasketaan vyöhykkeellä { $zone }.
scope-from = Ensimmäinen päivä
scope-to = Viimeinen päivä
scope-zone = Päivien aikavyöhyke
scope-both = { $from } – { $to }, molemmat päivät mukaan lukien.
scope-only-from = { $from } alkaen, tämä päivä mukaan lukien.
scope-only-to = { $to } asti, tämä päivä mukaan lukien.
scope-all-time = Ota koko ajanjakso
scope-whole = Koko ajanjakso on mukana.
scope-conversations = { $conversations ->
    [one] Keskustelut ({ $conversations })
   *[other] Keskustelut ({ $conversations })
  }
scope-include-all = Ota kaikki
scope-exclude-all = Jätä kaikki pois
scope-row = { $inside ->
    [one] { $inside } / { $all } viestistä asiassa · { $period }
   *[other] { $inside } / { $all } viestistä asiassa · { $period }
  }
scope-inside = { $messages ->
    [one] { $messages } viesti kuuluu asiaan
   *[other] { $messages } viestiä kuuluu asiaan
  }
scope-out-conversations = { $messages ->
    [one] { $messages } viesti jätetty pois keskustelunsa mukana
   *[other] { $messages } viestiä jätetty pois keskustelujensa mukana
  }
scope-out-period = { $messages ->
    [one] { $messages } viesti ajanjakson ulkopuolella
   *[other] { $messages } viestiä ajanjakson ulkopuolella
  }
scope-undated = { $messages ->
    [one] { $messages } viesti ilman luettavaa aikaa: jää pois heti, kun ajanjakso on valittu
   *[other] { $messages } viestiä ilman luettavaa aikaa: jäävät pois heti, kun ajanjakso on valittu
  }
scope-out-hint = Pois jätettyjen määrä näkyy viimeistelysivulla ja kuitissa.
scope-go-on = Siirry tarkastukseen
scope-nothing = Valitse vähintään yksi keskustelu, jossa on viestejä ajanjaksolla.
scan-title = Mitä etsitään
scan-searches = Etsitään:
searched-names = henkilöiden nimet tekstissä sekä kaikkien osallistujien nimet ja numerot
searched-personal-numbers = henkilötunnukset (Ruotsi, Tanska, Norja, Suomi, Islanti)
searched-births = syntymäajat ja iät
searched-addresses = katuosoitteet ja kiinteistötunnukset
searched-contact = puhelinnumerot, sähköpostiosoitteet, käyttäjänimet ja profiilit
searched-money = pankkitilit, girotilit ja maksukortit
searched-documents = passit, henkilökortit, ajokortit ja rekisterikilvet
searched-records = asianumerot ja yritystunnukset
searched-devices = sijainnit ja laitteiden osoitteet (IP, MAC, IMEI)
searched-secrets = salasanat, kertakäyttökoodit ja avaimen sisältävät linkit
searched-markings = salassapitomerkinnät ja turvakiellot
searched-sensitive = sanat terveydestä, ammattiliitosta, uskonnosta, politiikasta, etnisestä alkuperästä, seksuaalielämästä, geneettisistä ja biometrisistä tiedoista sekä rikoksista
searched-supervision = uhkaukset, viha ja muut valvontaa vaativat kommentit vihjeinä
scan-not-searched = Ei etsitä; nämä ihmisen on luettava itse:
search-preset = Kuinka paljon näytetään
search-preset-strict = Vain todennäköiset
search-preset-strict-hint = Tasot A ja B: vähemmän kysymyksiä, enemmän jää löytymättä.
search-preset-normal = Todennäköiset ja mahdolliset
search-preset-normal-hint = Tasot A, B ja C. C näytetään ja jää näkyviin, ellet päätä toisin.
search-preset-everything = Kaikki, mitä jokin sääntö ehdotti
search-preset-everything-hint = Myös hyvin epävarmat: paljon vääriä hälytyksiä.
search-categories = Luokat: haetaan { $on } / { $all }
search-off = Pois kytketty, ei etsitty: { $kinds }.
search-profile-none = Viranomaisen profiili ei ole käytössä.
search-profile-unnamed = Käytössä on nimetön profiili.
search-profile-named = Käytössä oleva profiili: { $name }
search-profile-load = Lataa profiili …
search-profile-remove = Älä käytä profiilia
conversations-filter = Etsi keskustelu
conversations-none = Mikään keskustelu ei sovi.

## Review
conversations-label = Keskustelut ja haku
search-label = Hae kaikista viesteistä
search-count = { $hits ->
    [one] { $hits } hakutulos
   *[other] { $hits } hakutulosta
  }
search-working = Haetaan: tähän mennessä { $searched } viestiä.
search-none = Mitään ei löytynyt. Haku käy läpi kaikki tekstit, myös ajanjakson ulkopuolelta.
search-more = { $hits ->
    [one] Vielä { $hits } hakutulos: kirjoita lisää rajataksesi hakua.
   *[other] Vielä { $hits } hakutulosta: kirjoita lisää rajataksesi hakua.
  }
search-clear = Sulje haku
review-period = { $period }, { $zone }
review-whole-period = Koko ajanjakso, { $zone }
review-conversations = { $inside ->
    [one] { $inside } keskustelu asiassa
   *[other] { $inside } keskustelua asiassa
  }
change-scope = Muuta
conversation-open = { $places } avoinna
conversation-done = ✓ valmis
conversation-out = jätetty pois
conversation-facts = { $messages ->
    [one] { $messages } viesti
   *[other] { $messages } viestiä
  }
conversation-group = ryhmä, { $members }
thread-label = Viestit
thread-empty = Valitse keskustelu.
thread-place = viesti { $at } / { $all }
show-conversations = Keskustelut
view-label = Miten viestit näytetään
view-original = Alkuperäinen
view-marked = Merkitty
view-released = Luovutettuna
view-released-note = Piirretty luovutettavan jäljennöksen tekstistä sellaisena kuin se nyt kirjoitettaisiin.
view-original-note = SISÄINEN – ei saa luovuttaa. Tässä mitään ei ole peitetty.
undo = Kumoa
redo = Tee uudelleen
day-unknown = Päivä ei tiedossa
message-loading = Haetaan …
message-clock-change = tunnilla, jolloin kelloja siirretään
message-outside = ei sisälly pyyntöön
released-outside = { $time } · ei luovutettavassa jäljennöksessä
sender-owner = Omistaja
sender-service = Ilmoitus
direction-draft = luonnos, ei koskaan lähetetty
direction-failed = ei lähetetty
kind-call = { $seconds ->
    [one] Puhelu, { $seconds } sekunti
   *[other] Puhelu, { $seconds } sekuntia
  }
kind-call-missed = Puhelu, ei vastattu
kind-deleted = Viesti on poistettu. Tiedostossa ei ole tekstiä.
kind-view-once = Kerran katsottava. Sitä ei ole tiedostossa.
kind-location = Jaettu paikka
kind-contact = Yhteystietokortti
kind-poll = Kysely
kind-post = Julkaisu
kind-comment = Kommentti
kind-entry = Muu tilin tieto
field-body = Teksti
field-subject = Aihe
field-quoted = Lainattu
field-link-preview = Linkin esikatselu
detail-earlier-text = Aiempi sanamuoto
detail-reaction = Reaktio
detail-poll-question = Äänestys
detail-poll-option = Vaihtoehto
detail-contact-card = Yhteystietokortti
detail-location = Paikka
detail-forwarded-from = Välitetty lähettäjältä
detail-link = Linkki
detail-description = Kuvaus
detail-transcript = Äänen tekstitys
detail-tag = Merkitty
detail-header = Otsake
detail-other = Muu teksti
field-detail = Muu teksti
field-attachment-name = Tiedostonimi
attachment-type-unknown = tuntematon laji
attachment-missing = Mainitaan, mutta ei ole tiedostossa.
attachment-omitted = Vienti jätti sen pois.
attachment-kept = Tulee luovutettavaan jäljennökseen uudelleen kirjoitettuna ilman piilotietoja.
attachment-withheld-choice = Salattu, kunnes säilytät sen näkyvissä.
attachment-withheld = Salattu. Vain JPEG- ja PNG-kuvia voidaan luovuttaa.
attachment-keep = Luovuta kuva
attachment-withhold = Salaa kuva
attachment-alt = Kuva { $name }
attachment-no-preview = Ei esikatselua
mark-hint = ({ $category }, { $state })
card-label = Tieto
card-empty = Valitse merkitty tieto viesteistä tai luettelosta.
card-places = { $places ->
    [one] { $places } kohta
   *[other] { $places } kohtaa, { $conversations ->
        [one] { $conversations } keskustelu
       *[other] { $conversations } keskustelua
      }
  }
card-state = Tila: { $state }
card-why = Miksi se on merkitty
card-forms = Kirjoitettu muodossa { $list }
sheet-more = Näytä perusteet ja muuta
sheet-less = Näytä vähemmän
pace-decided = { $decided } / { $values } eri tietoa päätetty
pace-left = { $minutes ->
    [one] noin { $minutes } minuutti jäljellä
   *[other] noin { $minutes } minuuttia jäljellä
  }
pace-none = kaikki on päätetty
decided-count = { $decided } päätetty
basis-label = Peruste
basis-category = { $category } (ei lainkohtaa)
basis-numbered = { $number } · { $label } · { $title }
redact = Peitä
keep = Säilytä
unsure = Epävarma
redact-all = Peitä kaikki { $places }
keep-all = Säilytä kaikki { $places }
redact-message = Koko viesti
show-message = Näytä viesti taas
mark-by-hand = Merkitse tekstiä
note-label = Huomautus lokiin (vapaaehtoinen)
previous = Edellinen
next = Seuraava
next-title = Tämän keskustelun tiedot
next-none = Tästä keskustelusta ei löytynyt tietoja.
next-more = { $values ->
    [one] ja vielä { $values }
   *[other] ja vielä { $values }
  }
value-places = { $places ->
    [one] { $places } kohta
   *[other] { $places } kohtaa
  }
outcome-open = avoin
outcome-redact = peitetty
outcome-keep = säilytetty
outcome-unsure = epävarma
outcome-mixed = eroaa
band-A = varma (A)
band-B = todennäköinen (B)
band-C = mahdollinen (C)
review-all-decided = Kaikki on päätetty.
review-done-title = Kaikki on päätetty
review-done = { $values ->
    [one] { $values } tiedosta on päätös. Voit vielä muuttaa sitä.
   *[other] { $values } eri tiedosta on päätös. Voit vielä muuttaa niitä kaikkia.
  }
review-to-finish = Siirry viimeistelyyn
suggestions-button = { $places ->
    [one] Päätä avoin kohta ehdotuksen mukaan …
   *[other] Päätä kaikki { $places } avointa kohtaa ehdotuksen mukaan …
  }
suggestions-title = Päätä ehdotuksen mukaan
suggestions-text = { $open ->
    [one] { $open } avoin kohta, joka on varma tai todennäköinen, peitetään; { $kept } mahdollista säilytetään. Yksi Kumoa-painallus peruu kaiken.
   *[other] { $open } avointa kohtaa, jotka ovat varmoja tai todennäköisiä, peitetään; { $kept } mahdollista säilytetään. Yksi Kumoa-painallus peruu kaiken.
  }
suggestions-do = { $places ->
    [one] Peitä { $places } kohta
   *[other] Peitä { $places } kohtaa
  }
mark-title = Merkitse tekstiä käsin
mark-lead = Valitse peitettävä kohta hiirellä tai vaihtonäppäimellä ja nuolinäppäimillä.
mark-text = Viestin teksti
mark-do = Peitä valittu kohta
announce-redact = { $places ->
    [one] { $places } kohta peitetty
   *[other] { $places } kohtaa peitetty
  }
announce-keep = { $places ->
    [one] { $places } kohta säilytetty
   *[other] { $places } kohtaa säilytetty
  }
announce-unsure = { $places ->
    [one] { $places } kohta merkitty epävarmaksi
   *[other] { $places } kohtaa merkitty epävarmoiksi
  }
announce-message = { $withheld ->
    [yes] Koko viesti peitetty
   *[no] Viesti näytetään taas
  }
announce-undone = { $places ->
    [one] Kumottu: { $places } kohta
   *[other] Kumottu: { $places } kohtaa
  }
announce-redone = { $places ->
    [one] Tehty uudelleen: { $places } kohta
   *[other] Tehty uudelleen: { $places } kohtaa
  }

## Categories
category-person = Henkilön nimi
category-se-personnummer = Ruotsalainen henkilötunnus
category-se-samordningsnummer = Ruotsalainen koordinointinumero
category-dk-cpr = Tanskalainen CPR-numero
category-no-fodselsnummer = Norjalainen henkilötunnus
category-fi-hetu = Henkilötunnus
category-iban = Pankkitili (IBAN)
category-payment-card = Maksukortti
category-phone = Puhelinnumero
category-email = Sähköpostiosoite
category-ip-address = IP-osoite
category-gps = Sijainti
category-one-time-code = Kertakäyttökoodi
category-credential = Salasana tai avain
category-secrecy-marking = Salassapitomerkintä
category-protected-identity = Turvakielto
category-se-reservnummer = Ruotsalainen varanumero
category-is-kennitala = Islantilainen kennitala
category-passport = Passin numero
category-id-card = Henkilökortti tai virkatunnus
category-driving-licence = Ajokortin numero
category-vehicle-plate = Rekisteritunnus tai valmistenumero
category-se-orgnr = Ruotsalainen organisaationumero
category-dk-cvr = Tanskalainen CVR-numero
category-dk-pnummer = Tanskalainen P-numero
category-no-orgnr = Norjalainen organisaationumero
category-fi-ytunnus = Y-tunnus
category-se-bankgiro = Ruotsalainen bankgiro
category-se-plusgiro = Ruotsalainen plusgiro
category-se-bank-account = Ruotsalainen pankkitili
category-dk-bank-account = Tanskalainen pankkitili
category-no-bank-account = Norjalainen pankkitili
category-se-fastighet = Ruotsalainen kiinteistötunnus
category-dk-matrikel = Tanskalainen kiinteistötunnus
category-case-number = Asia- tai diaarinumero
category-address = Osoite
category-social-handle = Käyttäjätunnus tai profiili
category-mac-address = MAC-osoite
category-imei = Puhelimen tai SIM-kortin tunnus (IMEI)
category-birth-date = Syntymäaika
category-age = Ikä
category-url-secret = Linkki, jossa on avain
category-health = Terveys
category-union = Ammattiliiton jäsenyys
category-religion = Uskonto tai vakaumus
category-politics = Poliittinen mielipide
category-ethnicity = Etninen alkuperä
category-sex-life = Seksuaalielämä
category-genetic-biometric = Geneettiset tai biometriset tiedot
category-offence = Rikokset
category-supervision = Tarkistettava (valvonta)
category-manual = Käsin merkitty

## Evidence
evidence-other = Lisätieto: { $id } { $word }
evidence-checksum-right = Tarkistusmerkki on oikein
evidence-checksum-wrong = Tarkistusmerkki on väärin
evidence-checksum-not-required = Tämän lajin numerot eivät vaadi tarkistusmerkkiä
evidence-date-real = Alussa on todellinen päivämäärä
evidence-date-impossible = Päivämäärää ei ole olemassa
evidence-century-sign = Vuosisadan merkki sopii
evidence-context-before = ”{ $word }” { $distance ->
    [0] on heti edellä
   *[other] on { $distance } sanaa edellä
}
evidence-context-after = ”{ $word }” { $distance ->
    [0] on heti perässä
    [1] on heti perässä
   *[other] on { $distance } sanaa perässä
}
evidence-context-message = Viereisessä viestissä on ”{ $word }”
evidence-word = { $word }
evidence-context-column = Sarakkeen otsikko on ”{ $word }”
evidence-split-messages = Kirjoitettu usean viestin osissa
evidence-case-memory = Sama arvo löytyi muualta asiasta
evidence-protected-thread = Nostettu: jollakulla tässä keskustelussa on suojattu henkilöllisyys
evidence-listed-keep = Viranomaisen näkyviin jätettävien luettelossa: { $word }
evidence-listed-find = Viranomaisen aina etsittävien luettelossa: { $word }
evidence-own-pattern = Vastaa viranomaisen omaa kuviota ”{ $word }”
evidence-own-word = Viranomaisen omassa sanaluettelossa ”{ $word }”
evidence-context-line = Samalla rivillä on ”{ $word }”
evidence-below-bands = Hyvin epävarma: näytetään, koska kaikki näytetään
evidence-context-other = ”{ $word }” viittaa muuhun
evidence-competing = Voi olla myös: { $word }
evidence-edge-doubtful = Tiedon raja on epäselvä
evidence-known-participant = Osallistujan nimi tai numero
evidence-marked-by-hand = Käsin merkitty
evidence-kind-synthetic = Testinumero
evidence-kind-reserve = Varanumero
evidence-kind-replacement = Korvaava numero
evidence-kind-h-number = H-numero (terveydenhuolto)
evidence-kind-d-number = D-numero
evidence-kind-temporary = Väliaikainen tunnus
evidence-kind-day-plus-60 = Päivään on lisätty 60
evidence-kind-2032 = Numero ilman tarkistusmerkkiä, kuten vuodesta 2032
evidence-looks-like = Näyttää muulta
evidence-looks-like-uuid = Näyttää tekniseltä tunnisteelta
evidence-looks-like-link = On linkin sisällä
evidence-looks-like-law = Näyttää lakiviittaukselta
evidence-looks-like-isbn = Näyttää kirjan numerolta
evidence-looks-like-epoch = Näyttää tietokoneen aikaleimalta
evidence-looks-like-date = Näyttää päivämäärältä
evidence-looks-like-amount = Näyttää rahamäärältä
evidence-name-full = Etu- ja sukunimi yhdessä
evidence-name-first = Osallistujan etunimi
evidence-name-tagger = Vaikuttaa tässä nimeltä ({ $word })
evidence-name-list-given = Etunimi julkisissa nimiluetteloissa
evidence-name-list-surname = Sukunimi julkisissa nimiluetteloissa tai sellaisen muotoinen
evidence-name-after-title = Edellä on ”{ $word }”
evidence-name-introduced = Edellä on ”{ $word }”
evidence-name-greeted = Edellä on ”{ $word }”
evidence-name-signed = Edellä on ”{ $word }”
evidence-name-after-bond = Edellä on ”{ $word }”
evidence-name-other-script = Kirjoitettu muilla kirjaimilla kuin ympäröivä teksti
evidence-name-repeated = Sama nimi on tekstissä muuallakin
evidence-looks-like-firm = Voi olla yritys tai laitos
evidence-looks-like-street = Voi olla katu tai paikka
evidence-looks-like-thing = Voi olla nimetty esine, paikka tai eläin
evidence-looks-like-namesake = Voi olla nimetty henkilön mukaan: teos, koulu, palkinto, sairaus
evidence-looks-like-month = Voi olla kuukausi
evidence-looks-like-brand = Voi olla tuotemerkki, kauppa tai teos
evidence-name-last = Osallistujan sukunimi
evidence-common-word = On myös tavallinen sana
evidence-upper-case = Kirjoitettu isolla alkukirjaimella
evidence-lower-case = Kirjoitettu pienillä kirjaimilla
evidence-country-code = Maakoodin kanssa
evidence-bare-digits = Pelkkiä numeroita ilman välejä ja merkkejä
evidence-line-start = Rivin alussa
evidence-card-family = Sopii korttilajiin
evidence-code-length = Yhtä pitkä kuin tällaiset koodit
evidence-coordinate-pair = Leveys- ja pituusaste
evidence-map-link = Karttalinkissä
evidence-email-form = Sähköpostiosoitteen muotoinen
evidence-email-spelled = Sähköpostiosoite sanoin kirjoitettuna
evidence-address-form = Osoitteen muotoinen
evidence-key-prefix = Alkaa kuten tällaiset avaimet
evidence-link-key = Avain linkin sisällä
evidence-password-word = Vieressä on salasanaa tarkoittava sana
evidence-country = Maa { $word }
evidence-grouped = Ryhmitelty kuten tämän lajin numerot
evidence-inflected = Taivutettu muoto
evidence-marking = Merkintä tekstin seassa
evidence-phrase = Sanat ”{ $word }”
evidence-lexicon-word = Sana ”{ $word }”
evidence-clause-named = Samassa virkkeessä on nimi tai henkilötunnus
evidence-clause-person = Virke puhuu henkilöstä
evidence-clause-nobody = Virke ei nimeä ketään
evidence-clause-verb = Verbi sanoo sen tosiasiana
evidence-clause-general = Kuulostaa yleiseltä puheelta
evidence-clause-negated = Virke kieltää jotain: lue se
evidence-clause-social = Sosiaaliset olot: lastensuojelu, velat, ero
evidence-supervision-threat = Voi olla uhkaus – vihje, ei tuomio
evidence-supervision-incitement = Voi yllyttää väkivaltaan tai ilkivaltaan – vihje, ei tuomio
evidence-supervision-group-hate = Voi olla ihmisryhmän halventamista – vihje, ei tuomio
evidence-supervision-violence = Voi ihannoida tai näyttää väkivaltaa – vihje, ei tuomio
evidence-supervision-privacy = Voi paljastaa jonkun yksityiselämää – vihje, ei tuomio
evidence-supervision-child-abuse = Voi koskea lasten seksuaalista hyväksikäyttöä: älä avaa tai kopioi kuvia – vihje, ei tuomio
evidence-supervision-copyright = Voi olla toisen teos – vihje, ei tuomio
evidence-law-cited = Lain pykälä on vieressä
evidence-basis-hint = Mahdollinen peruste: { $word } – arvioi itse
evidence-spelled-out = Numerot on kirjoitettu sanoin
evidence-country-prefix = Vieressä on maan kirjaimet tai veromerkintä
evidence-kind-company = Yrityksen tunnus
evidence-kind-iccid = SIM-kortin numero (ICCID)
evidence-kind-imsi = Tilaajan tunnus matkapuhelinverkossa (IMSI)
evidence-kind-mrz = Passin tai kortin koneluettavat rivit
evidence-kind-hsa-id = Ruotsin terveydenhuollon HSA-tunnus
evidence-kind-hpr = Norjan terveydenhuollon HPR-numero
evidence-kind-vin = Ajoneuvon valmistenumero
evidence-plate-form = Rekisteritunnuksen muotoinen
evidence-case-form = Asia- tai diaarinumeron muotoinen
evidence-property-form = Kiinteistön tunnuksen muotoinen
evidence-handle-form = Alkaa @-merkillä kuten käyttäjätunnus
evidence-profile-link = Linkki profiiliin
evidence-link-user = Linkissä on käyttäjä ja salasana
evidence-link-random = Pitkä satunnainen osa avaa linkin
evidence-street-form = Kadun ja numeron muotoinen
evidence-postcode = Postinumero seuraa
evidence-age-word = Kirjoitettu kuten ikä
evidence-switchboard = Lähellä ”{ $word }”: vaihde ei ole kenenkään oma numero

## Keys
keys-help-title = Tarkastuksen näppäimet
keys-help-lead = Näppäimet toimivat, kun kohdistus on tarkastuksessa eikä tekstikentässä.
keys-help-on = Käytä yksittäisiä näppäimiä
keys-help-change-lead = Valitse näppäin vaihtaaksesi sen toiseen. Muutetut näppäimet säilyvät asian mukana.
keys-help-change = Vaihda näppäin toiminnolle ”{ $command }”, nyt { $key }
keys-help-press = Paina uutta näppäintä toiminnolle ”{ $command }”. Delete poistaa sen käytöstä, Escape jättää ennalleen.
keys-help-none = ei käytössä
keys-help-refused = Tätä näppäintä ei voi käyttää. Valitse kirjain tai merkki.
keys-help-changed = { $key } tekee nyt: { $command }.
keys-help-moved = { $key } tekee nyt: { $command }. Näppäintä ei jäänyt toiminnolle: { $lost }.
keys-help-switched-off = Mikään näppäin ei enää tee: { $command }.
keys-help-standard = Oletusnäppäimet
keys-help-col-key = Näppäin
keys-help-col-does = Toiminto
key-next = Seuraava avoin tieto
key-previous = Edellinen avoin tieto
key-redact = Peitä tämä kohta
key-keep = Säilytä tämä kohta näkyvissä
key-unsure = Merkitse epävarmaksi
key-redact-all = Peitä kaikki esiintymät
key-keep-all = Säilytä kaikki esiintymät
key-message = Peitä koko viesti
key-mark = Merkitse tekstiä käsin
key-basis = Valitse peruste numerolla
key-note = Kirjoita huomautus
key-undo = Kumoa
key-redo = Tee uudelleen
key-view = Alkuperäinen, merkitty, luovutettuna
key-search = Hae
key-save = Tallenna työtiedosto
key-arrows = Siirry viestistä toiseen
key-short-next = seuraava, edellinen
key-short-redact = peitä
key-short-keep = säilytä
key-short-unsure = epävarma
key-short-redact-all = kaikki esiintymät
key-short-undo = kumoa
key-short-help = ohje

## Finish
finish-title = Valmis viimeistelyyn?
finish-lead = Tuloksena on kaksi asiaa: luovutettava jäljennös pyytäjälle ja salattu paketti arkistoonne.
finish-checklist = Tarkistuslista
finish-checking = Tarkistetaan …
finish-reasons = Käytetyt perusteet
finish-write = Kirjoita jäljennös ja paketti
finish-later = Tallenna ja jatka myöhemmin
finish-why-blocked = { $points ->
    [one] Painike toimii, kun !-merkitty kohta on selvitetty.
   *[other] Painike toimii, kun { $points } !-merkittyä kohtaa on selvitetty.
  }
finish-why-keys = Painike toimii, kun joku voi avata paketin: tallenna avainlehti ja kirjoita siitä sanoja uudelleen, tai lisää varmenne.
finish-why-after = Sen jälkeen jokainen kirjoitettu tiedosto avataan uudelleen ja siitä etsitään kaikkea poistettua.
finish-no-second = Kukaan toinen ei tarkasta päätöksiä; se lukee kuitissa.
check-ok = Kunnossa:
check-block = Selvitettävä:
check-info = Tiedoksi:
gate-other = Tarkistus ”{ $id }”
gate-open = { $places ->
    [0] Kaikki varmat ja todennäköiset kohdat on päätetty
    [one] { $places } kohta on ilman päätöstä
   *[other] { $places } kohtaa on ilman päätöstä
  }
gate-unsure = { $places ->
    [0] Mitään ei ole merkitty epävarmaksi
    [one] { $places } kohta on merkitty epävarmaksi
   *[other] { $places } kohtaa on merkitty epävarmoiksi
  }
gate-missing-basis = { $places ->
    [0] Jokaisella peitolla on peruste
    [one] { $places } peitto on ilman perustetta
   *[other] { $places } peittoa on ilman perustetta
  }
gate-inconsistent = { $values ->
    [0] Mikään tieto ei ole peitetty yhdessä kohdassa ja näkyvissä toisessa
    [one] { $values } tieto on peitetty yhdessä kohdassa ja näkyvissä toisessa
   *[other] { $values } tietoa on peitetty yhdessä kohdassa ja näkyvissä toisessa
  }
gate-not-searched = Ei tutkittu – nämä ihmisen on luettava itse
gate-left-out = { $messages ->
    [0] Luovutuksesta ei ole jätetty mitään pois
    [one] { $messages } viesti on jätetty luovutuksesta pois
   *[other] { $messages } viestiä on jätetty luovutuksesta pois
  }
gate-attachments-withheld = { $withheld ->
    [0] Yhtään liitettä ei ole salattu
    [one] { $withheld } liite on salattu ja luettelossa
   *[other] { $withheld } liitettä on salattu ja luettelossa
  }
gate-damaged = { $records ->
    [0] Kaikki tietueet voitiin lukea
    [one] { $records } tietuetta ei voitu lukea: ei tutkittu, ei luovutettu
   *[other] { $records } tietuetta ei voitu lukea: ei tutkittu, ei luovutettu
  }
gate-questions = { $count ->
    [0] Tiedostoista ei ole avoimia kysymyksiä
    [one] { $count } kysymykseen tiedostoista ei ole vastattu
   *[other] { $count } kysymykseen tiedostoista ei ole vastattu
  }
gate-possible = { $places ->
    [one] { $places } mahdollinen kohta on ilman päätöstä ja jää näkyviin
   *[other] { $places } mahdollista kohtaa on ilman päätöstä ja jää näkyviin
  }
gate-open-account = Peitettyjä kohtia { $redacted }, säilytettyjä { $kept }, kokonaan salattuja viestejä { $whole }
gate-damaged-partial = { $files ->
    [one] { $files } tiedosto päättyy kesken tai sitä ei voitu lukea loppuun
   *[other] { $files } tiedostoa päättyy kesken tai niitä ei voitu lukea loppuun
  }
gate-damaged-unread = { $files ->
    [one] { $files } tiedostoa ei tunnistettu: säilytetty paketissa, ei tutkittu, ei luovutettu
   *[other] { $files } tiedostoa ei tunnistettu: säilytetty paketissa, ei tutkittu, ei luovutettu
  }
gate-place-message = Kokonainen viesti
gate-kept-on-purpose = { $places ->
    [one] { $places } poistettu tieto on tarkoituksella näkyvissä yhdessä kohdassa
   *[other] Poistettuja tietoja on tarkoituksella näkyvissä { $places } kohdassa
  }
gate-redact-here = Peitä tässäkin
gate-keep-here = Jätä tarkoituksella …
gate-places-more = { $places ->
    [one] Näytä { $places } lisää
   *[other] Näytä { $places } lisää
  }
gate-twins = Peitä näiden tietojen kaikki kohdat
notice-twins = { $places ->
    [one] { $places } kohta peitetty
   *[other] { $places } kohtaa peitetty
  }
keep-title = Jätetäänkö tämä tarkoituksella näkyviin?
keep-text = Tieto on poistettu muualta ja jää tässä näkyviin luovutettavaan jäljennökseen. Loki ja kuitti kertovat kohdan ja perusteesi.
keep-reason = Peruste
keep-reason-hint = Esimerkiksi: toisen sanan osa. Älä kirjoita tähän nimiä tai numeroita.
keep-do = Jätä näkyviin
notice-kept = Jätetty tarkoituksella näkyviin. Tarkastuksen Kumoa peruu sen.
keys-title = Kuka voi avata arkistopaketin
keys-lead = Jokainen avain avaa paketin yksin.
keys-lost = Ilman yhtä avaimista pakettia ei voi avata kukaan, emme edes me.
keys-col-key = Avain
keys-col-kept = Missä sitä säilytetään
keys-col-state = Tila
keys-none = Ei vielä salalausetta
keys-passphrase = Salalause
keys-own = oma
keys-certificate = Varmenne: { $subject }
keys-certificate-slot = Varmenne
keys-proved = kirjoitettu uudelleen
keys-not-proved = Kirjoita se uudelleen alle
keys-no-sheet = Tallenna avainlehti
sheet-saved = Avainlehti tulostettu tai tallennettu
sheet-not-saved = Avainlehteä ei ole vielä tallennettu
sheet-print = Tulosta avainlehti
sheet-save = Tallenna avainlehti
prove-words = Kirjoita kaksi sanaa avainlehdeltä
prove-whole = Kirjoita salalause uudelleen
prove-hint = Se osoittaa, että avainlehden voi lukea.
prove-word = Sana { $number }
prove-again = Salalause
certificate-add = Lisää varmenne
certificate-hint = Arkistonne X.509-varmenteet (PEM tai DER): RSA vähintään 2048 bittiä, EC P-256 tai P-384.
certificate-too-large = { $name } on liian suuri varmenteeksi. Mitään ei lisätty.
certificate-issuer = Myöntäjä { $issuer } · { $key }
certificate-fingerprint = Sormenjälki
certificate-valid = voimassa { $from } – { $to }
certificate-used = käytössä
certificate-expired = Ei nyt voimassa
certificate-use-anyway = Käytä silti
write-too-large = Näiden tiedostojen koko on { $all }. Tämä selain voi kirjoittaa enintään { $limit }, joten asiaa ei voisi saada täällä valmiiksi.
write-too-large-advice = Mitään ei ladattu. Käytä tähän asiaan Chromiumia, Edgeä, Firefoxia tai komentoriviä.
write-limit = Tämä selain voi kirjoittaa tässä enintään { $size } tiedostoja. Suurempi aineisto vaatii Chromiumin, Edgen, Firefoxin tai komentorivin.
leak-title = { $leaks ->
    [one] Pysäytetty: { $leaks } poistettu tieto on yhä tiedostoissa
   *[other] Pysäytetty: { $leaks } poistettua tietoa on yhä tiedostoissa
  }
leak-text = Tiedostoja ei tallennettu. Peitä nämäkin kohdat tai jätä ne tarkoituksella näkyviin ja kirjoita uudelleen.
leak-line = { $category }: { $path }, { $place }
results-title = Valmis
results-title-part = Luovutettava jäljennös on valmis
results-account = { $messages ->
    [one] { $messages } viesti luovutettu
   *[other] { $messages } viestiä luovutettu
  }; niistä osittain peitettyjä { $partly }. Kokonaan salattuja { $withheld }, pyyntöön sisältymättömiä { $outside }.
results-attachments = { $withheld ->
    [one] { $withheld } liite salattu; luovutettuja kuvia: { $pictures }.
   *[other] { $withheld } liitettä salattu; luovutettuja kuvia: { $pictures }.
  }
results-verified = { $values ->
    [one] Valmiit tiedostot avattiin uudelleen ja niistä etsittiin { $values } poistettua tietoa. Sitä ei löytynyt.
   *[other] Valmiit tiedostot avattiin uudelleen ja niistä etsittiin { $values } poistettua tietoa. Yhtään ei löytynyt.
  }
results-files = { $files ->
    [one] { $files } tiedosto luovutetussa jäljennöksessä
   *[other] { $files } tiedostoa luovutetussa jäljennöksessä
  }
results-slots = { $slots ->
    [one] { $slots } avain avaa paketin (osia { $parts }):
   *[other] { $slots } avainta avaa paketin (osia { $parts }), kukin yksin:
  }
results-next = Tallenna kaikki kolme. Poista sitten jäljet tältä koneelta.
result-released = Luovutettu jäljennös
result-released-hint = Pyytäjälle.
result-bundle = Arkistopaketti, salattu
result-bundle-hint = Arkistoonne. Sisältää alkuperäiset tiedostot.
result-receipt = Kuitti
result-receipt-hint = Sisäinen. Lukuja ja tarkistussummia, ei tietoja.
file-name-released = luovutettu-jäljennös.zip
file-name-bundle = arkistopaketti.zip
file-name-receipt = kuitti.html
file-name-work = työtiedosto.zip
file-name-sheet = avainlehti.txt

## Protection
protect-title = Suojaa työsi
protect-lead = Salalauseen avulla päätöksesi tallentuvat salattuina tälle koneelle työn aikana. Sama salalause avaa myöhemmin arkistopaketin.
protect-generated = Käytä näitä sanoja
protect-generated-hint = Arvottu tällä koneella.
protect-bits = Noin { $bits } bittiä: kukaan ei arvaa tätä.
protect-another = Muut sanat
protect-own = Käytä omaa salalausetta
protect-sheet-later = Voit tulostaa avainlehden ennen viimeistelyä.
protect-use = Käytä tätä salalausetta
protect-later = Myöhemmin
protect-later-hint = Ilman salalausetta mitään ei tallenneta: jos välilehti suljetaan, päätökset häviävät.
strength-empty = Kirjoita vähintään neljä sanaa, joita kukaan ei arvaa.
strength-good = Noin { $bits } bittiä: hyvä.
strength-weak = Noin { $bits } bittiä: liian helppo arvata.
strength-other = Jokin siinä on helppo arvata.
strength-short = Se on lyhyt.
strength-few-words = Siinä on vähän sanoja.
strength-repeats = Jokin toistuu.
strength-sequence = Se seuraa näppäimistöä tai aakkosia.
strength-digits = Se näyttää päivämäärältä tai numerolta.
sheet-title = Avainlehti – Maskera
sheet-text = Tämä salalause avaa arkistopaketin:
sheet-store = Säilytä lehti paikassa, johon pääsevät vain ne, jotka saavat avata paketin, ja erillään paketista.
sheet-case = Asia:
sheet-date = Päivämäärä:
sheet-holder = Avaimenhaltija:

## Open
open-title = Avaa paketti
open-lead = Tiedoston salaus puretaan ja se tarkistetaan tällä koneella.
open-file = Paketti tai työtiedosto
open-no-file = Tiedostoa ei ole valittu.
open-choose = Valitse tiedosto
open-other-file = Valitse toinen tiedosto
open-secret = Miten haluat avata sen?
open-with-passphrase = Salalauseella
open-with-passphrase-hint = Avainlehdeltä.
open-with-private-key = Yksityisellä avaimella
open-with-private-key-hint = Avaintiedosto (PEM), joka sopii johonkin varmenteista.
open-with-nothing = Tarkista vain
open-with-nothing-hint = Ilman avainta: katsotaan muoto ja tarkistussummat, ei muuta.
open-no-key = Avaintiedostoa ei ole valittu.
open-choose-key = Valitse avaintiedosto
open-button = Avaa
open-check = Tarkista
open-why = Valitse tiedosto ja anna avain.
open-result-intact = Paketti on ehjä
open-result-intact-text = { $parts ->
    [one] { $parts } osan salaus purettiin; kaikki { $files } tiedostoa vastaavat tarkistussummiaan.
   *[other] { $parts } osan salaus purettiin; kaikki { $files } tiedostoa vastaavat tarkistussummiaan.
  }
open-result-form = Muoto ja tarkistussummat ovat oikein
open-result-form-text = { $parts ->
    [one] { $parts } osa katsottiin ulkopuolelta. Salausta ei purettu, joten sisältöä ei tarkistettu.
   *[other] { $parts } osaa katsottiin ulkopuolelta. Salausta ei purettu, joten sisältöä ei tarkistettu.
  }
open-result-damaged = Pakettia on muutettu
open-result-damaged-text = Käytä toista kappaletta ja merkitse asia muistiin.
open-damaged-entry = Vioittunut: { $entry }
open-continue = Jatka tätä työtä
open-files = Paketin tiedostot
open-size = Koko

## Resume
resume-title = Jatka tallennettua työtä
resume-lead = { $cases ->
    [one] Keskeneräinen työ on tallennettu salattuna tähän selaimeen.
   *[other] { $cases } keskeneräistä asiaa on tallennettu salattuna tähän selaimeen.
  }
resume-choose = Mitä haluat jatkaa?
resume-saved = Tallennettu { $ago } ({ $time })
resume-none = Tästä selaimesta ei löytynyt keskeneräistä työtä.
resume-hint = Salalause, jonka valitsit aloittaessasi.
resume-unlock = Avaa tallennettu työ
resume-files-lead = { $decisions ->
    [one] { $decisions } päätös on tallessa. Itse tiedostoja ei ole tallennettu: lataa samat tiedostot uudelleen.
   *[other] { $decisions } päätöstä on tallessa. Itse tiedostoja ei ole tallennettu: lataa samat tiedostot uudelleen.
  }
resume-file-here = Ladattu; tarkistussumma täsmää.
resume-file-missing = Ei vielä ladattu.
resume-go = Palauta päätökset
resume-why = Lataa ensin kaikki luettelon tiedostot.

## Traces
traces-title = Poista jäljet tältä koneelta
traces-text = Salattu tallennettu työ poistetaan tästä selaimesta. Itse tallentamasi tiedostot jäävät. Päätökset, jotka eivät ole työtiedostossa tai paketissa, häviävät, kun suljet sivun.
traces-remove = Poista

## Self-test
selftest-title = Mitään ei lähde tältä koneelta
selftest-lead = Sivu kokeilee kaikkia tunnettuja tapoja lähettää jotain, erillisessä kehyksessä samoilla säännöillä, ja näyttää, mitä selain teki.
selftest-run = Aloita testi
selftest-again = Testaa uudelleen
selftest-running = Testataan …
selftest-col-way = Tie ulos
selftest-col-result = Mitä tapahtui
selftest-good = Kokeiltuja teitä { $ways }: yksikään ei ollut auki.
selftest-bad = { $ways ->
    [one] { $ways } tie oli auki. Älä käytä sivua tässä selaimessa.
   *[other] { $ways } tietä oli auki. Älä käytä sivua tässä selaimessa.
  }
selftest-refused = Estetty
selftest-refused-violation = Sivun säännöt estivät
selftest-refused-exception = Selain esti
selftest-not-offered = Ei ole tässä selaimessa
selftest-no-evidence = Ei näyttöä tässä
selftest-open = AUKI
selftest-rest = Tällainen testi ei kata nimikyselyjä ja tyhjiä yhteyksiä, joita selain tekee itse. SECURITY.md selittää ne.
selftest-way-other = Tie ”{ $id }”
selftest-way-fetch = Fetch
selftest-way-xhr = XMLHttpRequest
selftest-way-websocket = WebSocket
selftest-way-eventsource = Tapahtumavirta
selftest-way-beacon = Beacon
selftest-way-image = Kuva
selftest-way-stylesheet = Tyylitiedosto
selftest-way-css-import = Tuonti tyylitiedostossa
selftest-way-font = Kirjasin
selftest-way-media = Ääni tai video
selftest-way-script = Skripti
selftest-way-form = Lomake
selftest-way-window-open = Uusi ikkuna
selftest-way-link-ping = Linkki ja ping
selftest-way-iframe = Kehys
selftest-way-object = Upotettu objekti
selftest-way-prefetch = Ennakkohaku
selftest-way-preconnect = Ennakkoyhteys
selftest-way-webrtc = WebRTC
selftest-way-webtransport = WebTransport
selftest-way-worker-fetch = Fetch workerissa
selftest-way-worker-websocket = WebSocket workerissa
selftest-way-worker-import = Skriptin tuonti workerissa
selftest-way-top-navigation = Ulomman sivun siirtyminen
selftest-way-own-navigation = Kehyksen oma siirtyminen

## How to get a file
howto-link = Miten saan tiedoston?
howto-title = Miten saan tiedoston?
howto-lead = Tee vienti itse, jos mahdollista, viranomaisen laitteella. Siirrä se tälle tietokoneelle kaapelilla tai viranomaisen hyväksymällä tavalla.
format-unseen = Muodon tuki on tehty dokumentaation perusteella, eikä sitä ole kokeiltu oikealla tiedostolla. Vertaa joitakin viestejä puhelimeen tai palveluun.
howto-iphone = iPhone
howto-iphone-steps =
    Liitä iPhone tietokoneeseen kaapelilla ja avaa sen lukitus.
    Avaa Macissa Finder tai Windowsissa Apple-laitteet tai iTunes ja valitse puhelin.
    Valitse kaikkien tietojen varmuuskopiointi tälle tietokoneelle. Salatussa kopiossa on myös puhelulista: merkitse salasana muistiin.
    Odota, että kopio valmistuu. Macissa se on kansiossa Kirjasto/Application Support/MobileSync/Backup, Windowsissa käyttäjän kansiossa Apple/MobileSync/Backup.
    Valitse kansio tässä. Vain viestit, yhteystiedot, puhelut ja niiden liitteet luetaan.
howto-android = Android: viestit ja puhelut
howto-android-steps =
    Asenna puhelimeen SyncTechin ”SMS Backup & Restore”; kysy tarvittaessa tietohallinnolta.
    Tee varmuuskopio viesteistä ja puheluista ja ota liitteet (MMS) mukaan.
    Tallenna se puhelimeen, ei yksityiseen pilveen.
    Siirrä .xml- tai .zip-tiedosto tälle tietokoneelle ja valitse se tässä.
    Tai asenna ”SMS Import / Export” F-Droidista, vie viestit ja puheluluettelo ilman salausta ja valitse ne tiedostot tässä.
howto-whatsapp = WhatsApp
howto-whatsapp-steps =
    Avaa keskustelu. Android: ⋮, Lisää, Vie keskustelu. iPhone: nimi ylhäällä, sitten Vie keskustelu.
    Ota media mukaan, jos kuvilla ja tiedostoilla on merkitystä.
    Tee tämä jokaiselle keskustelulle: jokaisesta tulee oma tiedosto.
    WhatsApp vie uusimmat 10 000 viestiä median kanssa ja 40 000 ilman. Vanhemmat ovat vain puhelimen varmuuskopiossa.
howto-mail = Sähköposti ja ilmoitukset
howto-mail-steps =
    Tallenna yksittäiset viestit .eml-muodossa: vedä ne sähköpostiohjelmasta kansioon.
    Jos viestejä on paljon, vie postilaatikko mbox-muodossa esimerkiksi Thunderbirdillä tai Google Takeoutilla.
    Outlookin .msg- ja .pst-tiedostoja ei lueta: tallenna .eml-muodossa tai vie mbox-muodossa.
howto-meta = Messenger, Facebook, Instagram ja Threads
howto-meta-steps =
    Avaa Metan Tilikeskus ja valitse Tietosi ja käyttöoikeudet, Vie tietosi. Facebook-sivua varten vaihda ensin sivuun.
    Valitse tili ja mukaan tulevat tiedot: viestit, julkaisut ja kommentit tai kaikki.
    Valitse muodoksi JSON, koko ajanjakso ja korkea medialaatu. Myös HTML voidaan lukea, mutta siinä on vähemmän eikä aikavyöhykettä.
    Meta lähettää sähköpostin, kun tiedostot ovat ladattavissa. Lataa kaikki osat ja valitse ne yhdessä täällä.
    Salatut Messenger-keskustelut ladataan erikseen: Messenger, Asetukset, Salatut keskustelut, Suojattu tallennus.
    Muiden kommentit julkaisujen alla eivät yleensä ole mukana: tallenna sivu erikseen.
howto-telegram = Telegram
howto-telegram-steps =
    Avaa Telegram Desktop tietokoneella ja siirry keskusteluun.
    Valitse kolmen pisteen valikko ja Vie keskusteluhistoria.
    Valitse muodoksi JSON, koko ajanjakso ja mukaan tulevat mediat.
    Valitse täällä koko tallennettu kansio.
howto-signal = Signal
howto-signal-steps =
    Android: avaa Signal, Asetukset, Varmuuskopiot, Laitteella olevat varmuuskopiot, ja ota ne käyttöön puhelimen kansioon. Kirjoita muistiin 64 merkin palautusavain.
    Valitse Luo varmuuskopio ja odota, että se on valmis.
    Siirrä koko kansio SignalBackups tälle tietokoneelle kaapelilla ja valitse se tässä. Sivu kysyy palautusavainta.
    Tai vie keskusteluhistoria Signalista luettavana tekstinä (JSON) mediatiedostoineen: katoavat viestit eivät ole mukana.
    iPhone ja tietokone: liitä Signal Desktop ja vie sillä tai ohjelmilla signal-export tai sigtop.
    Vanhoja 30 numeron varmuuskopioita (.backup) ei lueta. Palauta ne Signaliin Android-puhelimessa ja tee siellä uusi varmuuskopio.
howto-google = Google: Oma toiminta, Chat ja Voice
howto-google-steps =
    Mene tilillä osoitteeseen takeout.google.com ja poista kaikki valinnat.
    Valitse Oma toiminta, Google Chat tai Google Voice. Valitse Oman toiminnan muodoksi JSON, jos se on mahdollista.
    YouTube-kommentit: valitse YouTube ja jätä vain kommentit ja livechat.
    Vie ZIP-muodossa. Google lähettää sähköpostin, kun tiedostot ovat ladattavissa.
    Lataa kaikki osat ja valitse ne yhdessä täällä.
howto-bluesky = Bluesky
howto-bluesky-steps =
    Kirjaudu osoitteeseen bsky.app ja avaa Asetukset, Tili.
    Valitse Vie tietoni ja lataa CAR-tiedosto (repo.car).
    Kuvat ja videot eivät ole tiedostossa. Jos niitä tarvitaan, pane ne omilla tunnisteillaan viereiseen kansioon nimeltä blobs.
    Valitse tiedosto tässä, tai kansio, jossa ovat tiedosto ja blobs.
    Yksityisviestit eivät ole tiedostossa: tallenna se sivu erikseen.
howto-x = X (Twitter)
howto-x-steps =
    Kirjaudu tilillä osoitteeseen x.com tietokoneella.
    Valitse Lisää, Asetukset ja yksityisyys, Tilisi, Lataa arkisto tiedoistasi. Vahvista salasana.
    X ilmoittaa, kun arkisto on valmis, usein vuorokauden tai pidemmän ajan kuluttua.
    Lataa kaikki osat ja valitse ne tässä yhdessä. Älä pura niitä.
    Muiden vastaukset julkaisuihin eivät ole mukana: tallenna itse sivu.
howto-teams = Microsoft Teams ja Skype
howto-teams-steps =
    Pyydä vientiä IT-osastolta: Microsoft Purview, eDiscovery, tai Microsoft Graphin Teams-vienti.
    Ilmoita tilit, keskustelut ja kanavat sekä koko ajanjakso. Graphin JSON sisältää eniten; myös HTML-keskustelut voidaan lukea.
    Pyydä SharePointin ja OneDriven tiedostot mukaan.
    Yksityiset Teams- ja Skype-tilit: siirry osoitteeseen go.skype.com/export, valitse keskustelut ja tiedostot ja lataa tiedostot.
    Valitse kaikki tiedostot tässä yhdessä.
howto-slack = Slack
howto-slack-steps =
    Pyydä vientiä työtilan omistajalta tai ylläpitäjältä.
    Avaa Työkalut ja asetukset, Työtilan asetukset, Tuo/vie tietoja, Vie.
    Valitse ajanjakso ja aloita. Slack lähettää sähköpostin, kun tiedosto on valmis.
    Yksityiset kanavat ja suorat viestit edellyttävät, että Slack on hyväksynyt kaikkien keskustelujen viennin.
    Valitse ZIP-tiedosto tässä. Liitetiedostot eivät ole mukana; lataa ne ennen kuin osoitteet vanhenevat.
howto-mastodon = Mastodon
howto-mastodon-steps =
    Kirjaudu tilin omalle palvelimelle ja avaa Asetukset, Tuonti ja vienti, Tietojen vienti.
    Valitse Pyydä arkistoasi. Palvelin lähettää sähköpostin, kun se on valmis; arkiston voi tehdä seitsemän päivän välein.
    Lataa arkisto (.tar.gz tai .zip) ja valitse se tässä sellaisenaan.
    Kirjanmerkit, seuratut tilit ja luettelot saa samalta sivulta myös CSV-muodossa; tässä luetaan arkisto.
    Muiden vastaukset eivät ole arkistossa: tallenna itse sivu, jos ne on säilytettävä.
howto-tiktok = TikTok
howto-tiktok-steps =
    Avaa sovelluksessa profiili, Asetukset ja tietosuoja, Tili, Lataa tietosi.
    Valitse kaikki tiedot ja tiedostomuodoksi JSON, ja pyydä lataus.
    Muutaman päivän kuluttua tiedosto on saman sivun kohdassa Lataa tiedot; se on siellä neljä päivää.
    Lataa ZIP-tiedosto ja valitse se tässä sellaisenaan. Videot eivät sisälly siihen.
howto-snapchat = Snapchat
howto-snapchat-steps =
    Kirjaudu osoitteeseen accounts.snapchat.com ja valitse Omat tiedot.
    Valitse mukaan HTML- ja JSON-tiedostot, keskustelut ja muistot sekä koko ajanjakso, ja lähetä pyyntö.
    Snapchat lähettää sähköpostin, kun tiedostot ovat valmiit. Lataa kaikki osat ja valitse ne tässä yhdessä.
    Mukana ovat vain tallennetut ja viime päivien viestit; Snapchat poistaa muut itse.
howto-linkedin = LinkedIn
howto-linkedin-steps =
    Kirjaudu ja avaa Asetukset ja tietosuoja, Tietosuoja, Hanki kopio tiedoistasi.
    Valitse suurempi tietoarkisto, jossa on kaikki, ja pyydä se.
    LinkedIn lähettää sähköpostin vuorokauden kuluessa. Lataa ZIP-tiedosto ja valitse se tässä sellaisenaan.
    Yrityssivusta ylläpitäjä voi viedä vain lukuja: tallenna itse sivu julkaisuja ja kommentteja varten.
howto-reddit = Reddit
howto-reddit-steps =
    Kirjaudu ja siirry osoitteeseen reddit.com/settings/data-request.
    Valitse pyynnön laji ja koko ajanjakso, ja lähetä se.
    Reddit lähettää viestin, kun tiedosto on valmis; siihen voi mennä 30 päivää.
    Lataa ZIP-tiedosto ja valitse se tässä sellaisenaan.
howto-contacts = Yhteystiedot nimiä varten
howto-contacts-steps =
    Valitse puhelimessa tai osoitekirjaohjelmassa tarvittavat yhteystiedot tai kaikki.
    Valitse Vie tai Jaa vCard-muodossa (.vcf).
    Valitse .vcf-tiedosto tässä yhdessä viestien kanssa: numerot saavat nimensä.
howto-table = Muu ohjelma tai taulukko
howto-table-steps =
    Vie viestit CSV-muodossa tai Excel-työkirjana (.xlsx), yksi viesti rivillä. Tallenna .xls ja .ods muodossa .xlsx.
    Älä avaa CSV-tiedostoa taulukkolaskennassa ja tallenna sitä uudelleen: pitkät puhelinnumerot lyhenevät ja päivämäärät muuttuvat.
    Viber Androidissa: Lisää, Asetukset, Tili, Viber-varmuuskopio, Lähetä viestihistoria sähköpostilla.
    Valitse tiedosto tässä ja tarkista, mitä sarakkeet sisältävät.
    Tallenna sarakkeiden määritys ja käytä sitä seuraavaan tiedostoon.
    Vie viestit CSV-muodossa tai tallenna taulukko CSV-muodossa (UTF-8), yksi viesti riviä kohden.
    Valitse tiedosto tässä ja tarkista, mitä sarakkeissa on.
    Tallenna sarakemäärittely ja käytä sitä seuraavaan tiedostoon.
    Viber Androidissa: Lisää, Asetukset, Tili, Viber-varmuuskopio, Lähetä viestihistoria sähköpostitse. Valitse ZIP-tiedosto tässä.
phase-joining = Yhdistetään saman tilin viennit ja selvitetään, ketkä ovat sama henkilö.
title-people = Henkilöt
title-register = Luettelo tileistä
coverage-title = Kuinka kattava aineisto on?
coverage-lead = Merkkejä, ei todisteita: jonkun valitsema jakso näyttää automaattiselta poistamiselta. ”maskera coverage” sanoo saman.
coverage-days = Aukot alkaen
coverage-days-of = { $days } päivää
coverage-zone = Päivät vyöhykkeellä { $zone }
coverage-all = Koko aineisto
coverage-conversation = Keskustelu:
coverage-more = { $conversations ->
    [one] Yhdessä keskustelussa on lisää kerrottavaa; katso ”maskera coverage”.
   *[other] { $conversations } keskustelussa on lisää kerrottavaa; katso ”maskera coverage”.
  }
coverage-working = Lasketaan.
people-open = { $likely ->
    [0] Henkilöt
    [one] Henkilöt: yksi ehdotus
   *[other] Henkilöt: { $likely } ehdotusta
  }
register-open = Luettelo tileistä
people-title = Henkilöt
people-lead = Yhdelle henkilölle kuuluvat nimet, numerot ja osoitteet on koottu. Kaiken voi kumota. Mikään tästä ei näy luovutetussa jäljennöksessä, ellei käytäntö niin määrää.
people-working = Kootaan henkilöitä.
people-list = { $people ->
    [one] Yksi henkilö
   *[other] { $people } henkilöä
  }
people-filter = Nimi tai numero
people-none = Kukaan ei vastaa hakua.
people-counts = Näkyvissä { $shown }/{ $total }. Viestejä, joiden rooli ei ole tiedossa: { $unknown }
likely-title = { $pairs ->
    [one] Yksi ehdotus
   *[other] { $pairs } ehdotusta
  }
likely-hint = Mikään sääntö ei ole tässä riittävän varma. Päätä itse.
likely-more = { $pairs ->
    [one] Vielä yksi ehdotus näytetään, kun näihin on vastattu.
   *[other] Vielä { $pairs } ehdotusta näytetään, kun näihin on vastattu.
  }
likely-number = Sama numero, maatunnuksen kanssa ja ilman
likely-name = Sama nimi
likely-account = Samat keskustelut mutta ei yhteistä aikaa, joka osoittaisi tilin samaksi
likely-same = Sama henkilö
likely-other = Kaksi henkilöä
likely-same-account = Sama tili
likely-other-account = Kaksi tiliä
likely-accepted = Yhdistetty. Voidaan kumota.
likely-refused = Pidetty erillään. Voidaan kumota.
person-owner = tilin omistaja
person-make-owner = On tilin omistaja
person-not-owner = Ei ole omistaja
person-names = Myös nimellä:
person-counts = Viestejä: { $messages } · keskusteluja: { $conversations }
person-parts = { $parts ->
    [one] Koottu yhdestä tietueesta
   *[other] Koottu { $parts } tietueesta
  }
person-split = On toinen henkilö
capacity-of = Rooli: { $name }
capacity-filter = Kirjoittajan rooli
capacity-any = kaikki
capacity-from-message = Sanottu tästä viestistä
capacity-from-conversation = Sanottu keskustelusta
capacity-from-person = Sanottu henkilöstä
capacity-from-nobody = Kukaan ei ole sanonut asiasta mitään
written-title = Rooli: { $capacity }
written-message = Tämä viesti
written-conversation = Koko keskustelu
written-none = ei sanottu tässä
badge-edited = muokattu
badge-edited-why = Lähteen mukaan tekstiä on muutettu lähettämisen jälkeen
badge-reworded = aiemmin toisin sanoin
badge-reworded-why = Viennissä { $source } on toiset sanat. Molemmat ovat tässä ja ne on tutkittu
badge-deleted = poistettu myöhemmin
badge-deleted-why = Viennissä { $source } lukee vain, että viesti on poistettu
badge-gone = puuttuu myöhemmin
badge-gone-why = Vienti { $source } kattaa tämän ajan, mutta viestiä ei ole siinä
badge-copies = { $sources } lähteessä
badge-copies-why = Lähteissä { $list }. Näytetään kerran; mitään ei ole poistettu
scope-people-all = Henkilöt: kaikki
scope-people-some = { $people ->
    [one] Vain keskustelut yhden henkilön kanssa
   *[other] Vain keskustelut { $people } henkilön kanssa
  }
scope-people-hint = Valitse henkilöitä, niin asiassa ovat mukana vain keskustelut, joihin ainakin yksi heistä osallistuu. Muut lasketaan ja jäävät alkuperäiseen.
scope-people-none = Ota kaikki henkilöt mukaan
scope-out-people = { $messages ->
    [one] Yksi viesti jätetty pois, koska kukaan valituista ei osallistu
   *[other] { $messages } viestiä jätetty pois, koska kukaan valituista ei osallistu
  }
announce-capacity = Rooli on tallennettu.
announce-owner = Tallennettu. Voidaan kumota.
announce-taken-back = Kumottu.
announce-made-again = Tehty uudelleen.
finish-capacities = Viranhaltijoiden kirjoittamia: { $official }, luottamushenkilöiden: { $elected }, yksityisiä: { $private }, ulkopuolisten: { $outside }. Rooli ei tiedossa: { $unknown }.
register-title = Luettelo tileistä
register-lead = Viranomaisen tilit sosiaalisessa mediassa ja muissa kanavissa. Ehdotukset tulevat ladatuista tiedostoista. Luettelo tallennetaan työtiedostoon ja arkistopakettiin, ei luovutettuun jäljennökseen.
register-add = Lisää tili
register-save = Tallenna CSV-tiedostona
register-file = tilit.csv
register-none = Ei vielä tilejä.
register-untitled = nimetön
register-proposed = ehdotus tiedostosta
register-overdue = myöhässä
register-edit = Muokkaa
register-remove = Poista luettelosta
register-new = Uusi tili
register-change = Muokkaa tiliä
register-keep = Tallenna tili
register-kept = Tili on tallennettu.
register-due = Seuraava tallennus
register-months = { $months ->
    [one] joka kuukausi
   *[other] { $months } kuukauden välein
  }
answer-yes = kyllä
answer-no = ei
answer-not-stated = ei ilmoitettu
account-platform = Alusta
account-handle = Nimi, numero tai osoite
account-unit = Vastuuyksikkö
account-responsible = Vastuuhenkilö
account-deputy = Varahenkilö
account-purpose = Tarkoitus
account-statedAt = Missä tarkoitus kerrotaan
account-writers = Kuka saa kirjoittaa
account-riskRef = Riskiarvio (viite)
account-disposalRef = Hävittämispäätös (viite)
account-capturedFrom = Tallennettu lähteestä
account-opened = Avattu
account-closed = Suljettu
account-termsRead = Ehdot luettu
account-captured = Viimeksi tallennettu
account-removable = Muiden julkaisut voi poistaa
account-login = Lukeminen vaatii kirjautumisen
account-intervalMonths = Tallennetaan
