## Header and steps
case-empty = Ingen filer lastet inn
case-line = { $files ->
    [one] { $files } fil
   *[other] { $files } filer
  } · { $messages ->
    [one] { $messages } melding
   *[other] { $messages } meldinger
  }
steps-label = Trinn
step-load = Last inn
step-review = Gå gjennom
step-finish = Avslutt
step-done = (ferdig)
promise = Ingenting forlater denne maskinen
promise-short = Intet sendes
language = Språk
skip-to-content = Gå til innholdet
title-start = Start
title-load = Filer
title-scope = Hva saken omfatter
title-review = Gjennomgang
title-finish = Avslutning
title-open = Åpne en pakke
title-resume = Fortsett

## Common
close = Lukk
cancel = Avbryt
cancelling = Stopper …
cancel-hint = Ingenting går tapt: det som er lastet inn og avgjort, blir som det er.
save = Lagre
save-again = Lagre igjen
saved = lagret
remove = Fjern
show-more = Vis flere
go-there = Gå dit
back-to-start = Tilbake til start
back-to-files = Tilbake til filene
choose-files = Velg filer
choose-folder = Velg en mappe
passphrase = Passordfrase
period = { $first } – { $last }
period-from = fra { $first }
period-to = til { $last }
period-unknown = ukjent
hash-label = Kontrollsum { $hash }

## Progress
busy-loading = { $files ->
    [one] Leser filen
   *[other] Leser { $files } filer
  }
busy-reading-again = Leser filene på nytt
busy-scanning = Søker etter personopplysninger
busy-releasing = Skriver og kontrollerer den utleverte kopien
busy-sealing = Krypterer arkivpakken
busy-saving-work = Lagrer arbeidsfilen
busy-protecting = Gjør beskyttelsen klar
busy-extracting = Tar filen ut av pakken
busy-opening = Åpner pakken
busy-continuing = Laster inn arbeidsfilen
busy-unlocking = Åpner det lagrede arbeidet
phase-starting = Starter.
phase-reading = Leser og teller hver post.
phase-scanning = Søker gjennom hver tekst.
phase-checking = Leter etter det som hindrer en utlevering.
phase-releasing = Skriver den utleverte kopien.
phase-verifying = Åpner de ferdige filene igjen og søker i dem etter alt som er fjernet.
phase-deriving = Beregner nøkkelen. Det tar tid med hensikt: det gjør gjetting langsom.
phase-sealing = Pakker og krypterer.
phase-opening = Dekrypterer og kontrollerer.
so-far-title = Funnet så langt
so-far-note = Søket pågår fortsatt. { $finished } av { $all } samtaler er gjennomsøkt, de nyeste først. Tallene er sannsynlige funn; det kan komme flere, for navn og numre fra alle samtaler søkes til slutt overalt en gang til.
so-far-conversations = Samtaler med funn
so-far-look = Åpne en samtale for å lese funnene i den. De kan avgjøres når søket er ferdig; gjennomgangen begynner da i samtalen som sist ble åpnet.
so-far-kinds = Funn etter type
progress-percent = { $percent } %
progress-open = { $done } · { $records ->
    [one] { $records } post
   *[other] { $records } poster
  }
progress-bytes = { $done } av { $total }
progress-records = { $done } av { $total } · { $records ->
    [one] { $records } post
   *[other] { $records } poster
  }

## Errors and notices
error-heading = Det gikk ikke
error-place = Sted: { $place }
error-page = Det er en feil i selve siden.
error-page-advice = Innlastede filer og avgjørelser er uendret. Lagre arbeidsfilen og åpne siden på nytt; meld feilen med stedet som står her.
failure-engine-stopped = Programmet stanset under arbeidet.
failure-engine-stopped-advice = Filene og avgjørelsene dine er bevart. Programmet startes igjen; prøv deretter en gang til.
failure-full = Det er ikke plass til å lagre mer.
failure-full-advice = Ingenting du har avgjort, er tapt. Frigjør plass eller velg et annet sted, og lagre igjen.
failure-cancelled = Avbrutt.
failure-cancelled-advice = Ingenting er endret.
failure-unknown = Nettleseren avviste dette.
failure-unknown-advice = Innlastede filer og avgjørelser er uendret. Prøv igjen; skjer det på nytt, lagre arbeidsfilen og åpne siden i en annen nettleser.
notice-cancelled = Stoppet. Ingenting er endret.
notice-protected = Arbeidet ditt lagres nå kryptert på denne maskinen mens du fortsetter.
notice-work-saved = Arbeidsfilen er lagret.
notice-traces-removed = Det lagrede arbeidet er fjernet fra denne nettleseren.
notice-restarted = { $poisoned ->
    [0] Programmet stanset og ble startet igjen. Filene og avgjørelsene dine er tilbake.
    [one] Programmet stanset og ble startet igjen. Filene og avgjørelsene dine er tilbake. { $poisoned } post står nå som skadet.
   *[other] Programmet stanset og ble startet igjen. Filene og avgjørelsene dine er tilbake. { $poisoned } poster står nå som skadet.
  }
notice-restart-failed = Programmet stanset og kunne ikke startes igjen. Åpne siden på nytt og fortsett fra det lagrede arbeidet.
notice-resumed = { $decisions ->
    [one] { $decisions } avgjørelse er tilbake.
   *[other] { $decisions } avgjørelser er tilbake.
  }
notice-suggestions = { $places ->
    [one] { $places } sted er avgjort som foreslått. Ett trykk på Angre tar det tilbake.
   *[other] { $places } steder er avgjort som foreslått. Ett trykk på Angre tar alle tilbake.
  }
notice-autosave-failed = Den automatiske lagringen mislyktes. Lagre arbeidsfilen nå.

## Footer
drop-failed = Det som ble sluppet, kunne ikke leses.
drop-failed-advice = Ingenting er lest inn. Velg filene eller mappen med knappene.
drop-hint = Slipp filer hvor som helst på siden
drop-now = Slipp filene for å laste dem inn
nothing-stored = Ingenting er lagret på denne maskinen
not-saved = Ikke lagret ennå.
choose-protection = Velg hvordan arbeidet ditt skal beskyttes
autosave-soon = Beskyttet; lagres ved neste endring
autosaved = Lagret kryptert, { $ago }
save-work = Lagre arbeidsfil
autosave-again = Lagre underveis i denne nettleseren igjen
remove-traces = Fjern spor
tool-line = SHA-256 for dette verktøyet: { $hash } · versjon { $version }
tool-line-short = Versjon { $version }
tool-file = SHA-256 for denne sidens fil:
keys-off = Tastene er slått av.
key-help = Alle taster

## Start
start-title = Hva vil du gjøre?
start-lead = Maskera finner personopplysninger i meldinger, hjelper deg å avgjøre dem og skriver en utlevert kopi og en kryptert arkivpakke.
start-found-title = Uferdig arbeid ble funnet
start-found = Uferdig arbeid fra { $ago } er lagret kryptert i denne nettleseren. Skriv passordfrasen for å fortsette, eller fjern det.
start-found-several = { $cases } uferdige saker er lagret kryptert i denne nettleseren, den siste { $ago }. Hver har sin egen passordfrase.
start-resume = Fortsett med det
start-load-title = Last inn filer med meldinger
start-load-text = Begynn en ny sak med eksporter fra en telefon. Du kan også slippe filene hvor som helst på siden.
start-formats = Leser sikkerhetskopier fra iPhone, eksport fra Android og WhatsApp, Messenger, Instagram, Facebook, Telegram, Google, andre sosiale nettverk, e-post, kontakter og tabeller med meldinger.
start-open-title = Åpne en pakke
start-open-text = Åpne eller kontroller en kryptert arkivpakke, og ta ut filer.
start-open-button = Åpne en pakke
start-continue-title = Fortsett lagret arbeid
start-continue-text = Fortsett med en arbeidsfil du har lagret.
start-continue-button = Fortsett
start-try-title = Se deg rundt først
start-try-text = Prøv alt med en eksport av oppdiktede meldinger. Ingen virkelige personer er med.
start-try-button = Prøv med oppdiktede meldinger
start-privacy = Ingenting forlater denne maskinen: siden kjører i nettleseren din og har ikke tilgang til nettverket.
start-check = Kontroller det selv

## Load
load-title = Dette var i filene
load-lead = Se etter at det er det du ventet, før du går videre.
load-empty = Ingen filer er lastet inn.
load-table = Innlastede filer
load-col-file = Fil
load-col-format = Gjenkjent som
load-col-read = Lest
load-col-period = Periode
load-remove = Fjern
load-repaired = { $places ->
    [one] { $places } sted med skadede tegn er rettet for lesing; selve filen er uendret
   *[other] { $places } steder med skadede tegn er rettet for lesing; selve filen er uendret
  }
load-errors = { $records ->
    [one] { $records } post kunne ikke leses:
   *[other] { $records } poster kunne ikke leses:
  }
load-errors-list = se listen
load-partial = Filen slutter for tidlig eller kunne ikke leses til slutten. Det som står etter det stedet, er ikke gjennomsøkt.
load-missing = { $missing } av { $all } vedlegg er nevnt, men finnes ikke i filen
load-unknown = Ikke gjenkjent som en eksport av meldinger. Filen beholdes uendret i arkivpakken; den gjennomsøkes ikke og utleveres aldri.
load-format-wrong = Noe annet?
load-format-choose = Les filen som
load-format-auto = Som gjenkjent
load-questions = { $questions ->
    [one] Ett spørsmål
   *[other] { $questions } spørsmål
  }
load-questions-hint = Dette lar filene stå åpent. Det mest sannsynlige svaret står først. Du kan gå videre uten å svare; da står det som ukjent.
load-go-on = Gå videre
load-more = Legg til flere filer
load-files = { $files ->
    [one] Én fil
   *[other] { $files } filer
}
load-files-more = Og { $files } filer til
load-files-listed = { $files } andre filer i mappen hører ikke til eksporten; de er bare talt
load-split = Gjør hver fil til en egen kilde
load-join = Hører sammen med
load-join-none = Står alene
load-shared = { $messages ->
    [one] Én melding finnes også i en annen kilde og vises én gang
   *[other] { $messages } meldinger finnes også i en annen kilde og vises én gang
  }
load-nothing-readable = For å gå videre må du laste inn minst én fil med meldinger som kan leses.
format-unknown = Ikke gjenkjent
format-other = Et annet format
format-sms-backup-restore = SMS Backup & Restore (Android)
format-whatsapp-txt = WhatsApp-chat
format-vcf = Kontaktliste (vCard)
format-messenger = Messenger-samtaler
format-instagram-json = Instagram (JSON)
format-instagram-html = Instagram (HTML)
format-facebook-json = Facebook-profil eller -side (JSON)
format-facebook-html = Facebook-profil eller -side (HTML)
format-threads = Threads
format-telegram-json = Telegram Desktop (JSON)
format-telegram-html = Telegram Desktop (HTML)
format-google-takeout-html = Google: Min aktivitet (HTML)
format-google-takeout-json = Google: Min aktivitet (JSON)
format-google-chat = Google Chat (Takeout)
format-google-voice = Google Voice (Takeout)
format-youtube = YouTube-kommentarer (Takeout)
format-bluesky-car = Bluesky (kontodata, CAR)
format-mastodon = Mastodon-arkiv
format-tiktok-json = TikTok (JSON)
format-snapchat-json = Snapchat (JSON)
format-slack = Slack
format-teams-json = Microsoft Teams (JSON)
format-teams-html = Microsoft Teams (HTML)
format-skype-json = Skype (JSON)
format-x-archive = X-arkiv (Twitter)
format-linkedin-csv = LinkedIn (CSV)
format-reddit-csv = Reddit (CSV)
format-eml = E-post (.eml)
format-mbox = Postkasse (mbox)
format-imessage-sqlite = iPhone- eller Mac-meldinger (sms.db, chat.db)
format-imessage-typedstream = Del av en iPhone-melding
format-iphone-backup = iPhone-sikkerhetskopi
format-iphone-calls-sqlite = Anrop fra iPhone
format-whatsapp-ios-sqlite = WhatsApp fra iPhone (ChatStorage.sqlite)
format-android-sms-sqlite = SMS og MMS fra Android (mmssms.db)
format-android-calls-sqlite = Anrop fra Android (calllog.db)
format-signal-backup-v2 = Signal-sikkerhetskopi
format-signal-json = Signal-eksport (JSON)
format-signal-text = Signal som tekst (signal-export, sigtop)
format-sms-import-export = SMS Import / Export (Android)
format-message-table = Tabell med meldinger (CSV, Excel)
format-imazing-csv = Meldinger fra iMazing (CSV)
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
format-short-eml = E-post
format-short-mbox = Postkasse
format-short-imessage-sqlite = iMessage
format-short-imessage-typedstream = iMessage-del
format-short-iphone-backup = iPhone
format-short-iphone-calls-sqlite = Anrop
format-short-whatsapp-ios-sqlite = WhatsApp
format-short-android-sms-sqlite = SMS
format-short-android-calls-sqlite = Anrop
format-short-signal-backup-v2 = Signal
format-short-signal-json = Signal
format-short-signal-text = Signal
format-short-sms-import-export = SMS
format-short-message-table = Tabell
format-short-imazing-csv = iMazing
warning-ends-suddenly = Filen slutter brått; det som kom før, er lest
warning-round-count = Antallet poster er et rundt tall: eksporten kan være avkortet
warning-archive-unreadable = En del av arkivet kunne ikke leses
warning-archive-damaged = Arkivet er skadet; det som kunne leses, er lest
warning-part-missing = Nedlasting i flere deler: del { $parts } mangler
warning-file-unreadable = { $file } kunne ikke leses og er ikke med
warning-other-export-inside = { $count } andre eksporter ligger i filen og er ikke lest
warning-count-differs = Filen sier at den har { $declared } poster; { $found } ble funnet
warning-type-differs = Vedlegg der innholdet avviker fra oppgitt type: { $count }. De behandles etter innholdet
warning-address-conflict = Meldinger der avsender og mottakere motsier hverandre i filen: { $count }. De vises slik filen har dem
warning-seconds-as-milliseconds = Tider oppgitt i sekunder i stedet for millisekunder: { $count }. De ble lest som sekunder
warning-media-omitted = Vedlegg som eksporten har utelatt: { $count }. Eksporter på nytt med medier hvis de trengs
warning-media-missing = Vedlegg som er nevnt, men ikke finnes i filen: { $count }
warning-pasted-headers = Linjer som ligner begynnelsen på en melding, men ikke passer: { $count }. De er beholdt som tekst i meldingen før
warning-archive-inside-unopened = Arkiver inne i arkivet som ikke ble åpnet: { $count }
warning-mixed-shapes = Formen på linjene skifter inne i filen, som etter bytte av telefon eller språk
warning-mail-encrypted = Krypterte e-poster som ikke kunne leses: { $count }. Åpne dem i e-postprogrammet og eksporter dem uten kryptering
warning-mail-parts-unmarked = E-poster der delene ikke er avgrenset som oppgitt: { $count }. Hele innholdet er lest som tekst
warning-times-run-back = Tidene går bakover enkelte steder; rekkefølgen i filen er beholdt
warning-database-log-used = De nyeste radene lå i databasens loggfil og er lest derfra. Sider: { $count }
warning-database-log-damaged = Databasens loggfil er skadet eller hører ikke til; de nyeste meldingene kan mangle
warning-mms-reports = Kvitteringer og rapporter om MMS: { $count }. De står som systemmeldinger
warning-database-damaged = Deler av databasens innhold kunne ikke leses
warning-recently-deleted = Meldinger som ligger under «Nylig slettet»: { $count }. De er tatt med
warning-marked-spam = Meldinger som telefonen har merket som søppel: { $count }
warning-backup-encrypted = Sikkerhetskopien er kryptert. Oppgi passordet for å lese den
warning-backup-wrong-password = Passordet passer ikke til sikkerhetskopien
warning-backup-key-damaged = Sikkerhetskopiens nøkler er skadet; den kan ikke åpnes
warning-backup-file-missing = Filer som sikkerhetskopien nevner, men som mangler i mappen: { $count }
warning-signal-encrypted = Sikkerhetskopien er kryptert. Oppgi gjenopprettingsnøkkelen på 64 bokstaver og sifre for å lese den
warning-signal-wrong-key = Gjenopprettingsnøkkelen passer ikke til sikkerhetskopien
warning-signal-changed = Sikkerhetskopien er ufullstendig eller er endret etter at Signal skrev den. Det som kunne leses, ble lest
warning-signal-main-missing = Filen «main» med meldingene mangler ved siden av «metadata». Velg hele mappen SignalBackups
warning-signal-newer = En nyere Signal har skrevet denne sikkerhetskopien (versjon { $version }). Deler av den kan mangle her
warning-signal-older-backups = Eldre sikkerhetskopier i samme mappe som ikke ble lest: { $count }. De kan inneholde meldinger som senere er slettet: last inn hver av mappene deres for seg
warning-signal-left-out = Signal utelater meldinger som forsvinner og filene i meldinger som bare kan vises én gang, fra denne eksporten. En lokal sikkerhetskopi som leses med gjenopprettingsnøkkelen, inneholder også dem som ennå ikke hadde forsvunnet
warning-disappearing = Meldinger som sletter seg selv etter en tid: { $count }. Tidligere kan være borte
warning-disappearing-chats = Samtaler der meldinger sletter seg selv etter en tid: { $count }
warning-strange-times = Tidspunkter som ikke kan stemme: { $count }. De vises slik filen har dem
warning-e2ee-part-missing = Noen samtaler har gått over til ende-til-ende-kryptering; den delen er ikke med. Den hentes for seg: Messenger, Innstillinger, Sikker lagring
warning-classic-part-missing = Bare den krypterte delen av Messenger er her. Eldre og ukrypterte meldinger ligger i Facebooks egen eksport
warning-comments-not-in-export = Andres kommentarer under innleggene er som regel ikke med i plattformens eksport. Lagre siden for seg hvis de skal bevares
warning-imported-chat-times = Meldinger som ser ut til å være importert fra en annen app: { $count }. Tidspunktet kan være importens
warning-not-in-this-form = HTML-utgaven viser ikke alt. JSON-utgaven av samme eksport inneholder mer
warning-no-repository = Filen er et CAR-arkiv, men inneholder ingen kontos data: det er ingenting å lese
warning-blocks-missing = Poster eller deler av indeksen som kontoen nevner, men som ikke er i filen: { $count }. Filen er bare en del av kontoen: last den ned på nytt
warning-records-not-in-tree = Poster som kontoens indeks ikke nevner, for eksempel slettede innlegg eller tidligere versjoner: { $count }. De er lest og står i egne samtaler
warning-listed-files-missing = Filer som eksporten selv nevner, men som mangler: { $count }
warning-reformatted = En fil er skrevet om av et program etter eksporten. Den er lest likevel
warning-next-page-missing = Eksporten er delt i sider, og den siste mangler: det finnes flere meldinger
warning-hidden-sheets = Skjulte ark som også er lest: { $count }
warning-hidden-rows = Skjulte rader som også er lest: { $count }
warning-hidden-columns = Skjulte kolonner som også er lest: { $count }
warning-formulas-without-value = Celler der formelen aldri er beregnet: { $count }. Selve formelen står i stedet for verdien. Åpne filen i regnearkprogrammet, lagre den og last den inn igjen
warning-workbook-not-read = Bilder, diagrammer, tekstbokser og innebygde filer i arbeidsboken: { $count }. De er ikke lest
warning-sheets-beyond = Ark over grensen som ikke er lest: { $count }
warning-sheets-left-out = Ark uten meldinger som ikke er lest: { $count } ({ $sheets })
warning-numbers-shortened = Telefonnumre som et regneark har forkortet til for eksempel 4,57012E+10: { $count }. Sifrene er tapt, og flere personer kan stå under ett nummer. Eksporter på nytt og åpne filen med kolonnen satt til tekst
warning-date-orders-mixed = Rader der datoen bare passer til en annen rekkefølge av dag og måned enn de flestes: { $count }. De er lest i rekkefølgen som passer; kontroller datoer som passer til begge
warning-mapping-does-not-fit = Tabeller som det oppgitte kolonneoppsettet ikke passer til: { $count }. Kolonnene deres er gjettet
warning-other = Merknad fra lesingen: { $id }
question-time-zone = Hvilken tidssone var telefonen stilt inn på da { $file } ble eksportert?
question-time-zone-hint = { $messages ->
    [0] Filen oppgir klokkeslett uten tidssone.
    [one] Filen oppgir klokkeslett uten tidssone. { $messages } melding faller i timen da klokken stilles om.
   *[other] Filen oppgir klokkeslett uten tidssone. { $messages } meldinger faller i timen da klokken stilles om.
  }
question-date-order = I hvilken rekkefølge er datoene i { $file } skrevet?
question-date-order-hint = Alle datoer i filen passer til mer enn én rekkefølge.
question-owner = Hvem eier telefonen i { $file }?
question-owner-hint = Eierens meldinger står til høyre. Merk alle eierens numre eller navn.
question-columns = Hva inneholder kolonnene i { $file }?
question-columns-hint = Kolonnene er gjettet ut fra overskrifter og innhold. Sammenlign med eksemplene. Meldingene leses på nytt når du endrer noe.
columns-table = Kolonner med eksempler
columns-number = Kolonne { $number }
columns-role = Hva { $column } inneholder
columns-header = Første rad er overskrifter
columns-name = Navn på dette oppsettet
columns-name-hint = Til neste fil av samme slag: Lagre oppsettet som fil og last det inn da.
columns-unusable = Velg minst én kolonne for teksten og én for tid eller avsender.
columns-apply = Bruk disse kolonnene
columns-save = Lagre oppsett …
columns-load = Last inn oppsett …
columns-load-failed = { $file } er ikke et kolonneoppsett, eller det nevner for få kolonner.
columns-file = kolonner
columns-settled = Kolonnene i { $file }
role-time = Dato og tid
role-clock = Klokkeslett
role-sender = Avsender
role-sender-handle = Avsenderens nummer eller adresse
role-receiver = Mottaker
role-conversation = Samtale
role-text = Tekst
role-subject = Emne
role-direction = Sendt eller mottatt
role-attachment = Vedlagt fil
role-quoted = Besvart melding
role-reactions = Reaksjoner
role-other = Noe annet
question-password = { $secret ->
    [recovery-key] Hva er gjenopprettingsnøkkelen til sikkerhetskopien i { $file }?
   *[password] Hva er passordet til sikkerhetskopien i { $file }?
  }
question-password-hint = { $secret ->
    [recovery-key] De 64 bokstavene og sifrene som Signal viste da sikkerhetskopiering ble slått på: Innstillinger, Sikkerhetskopier, Sikkerhetskopier på enheten, Vis gjenopprettingsnøkkel. Nøkkelen blir på denne siden og lagres ikke.
   *[password] Passordet som ble valgt i Finder, iTunes eller Apple-enheter da sikkerhetskopien ble kryptert. Det blir på denne siden og lagres ikke.
  }
question-password-wrong = { $secret ->
    [recovery-key] Gjenopprettingsnøkkelen passer ikke. Prøv igjen.
   *[password] Passordet passer ikke. Prøv igjen.
  }
question-password-label = { $secret ->
    [recovery-key] Gjenopprettingsnøkkel til sikkerhetskopien
   *[password] Passord til sikkerhetskopien
  }
question-password-use = Les sikkerhetskopien
answer-likely = { $answer } (sannsynlig)
answer-other-zone = En annen tidssone
answer-choose = Velg …
answer-not-known = Ukjent
answer-not-known-time-zone = Tider vises slik de står i filen.
answer-not-known-date-order = Datoer vises slik de står i filen, og regnes ikke med i en periode.
answer-not-known-owner = Ingen meldinger vises som sendt av eieren.
answer-not-known-password = Ingenting leses fra sikkerhetskopien.
answer-date-dmy = Dag, måned, år
answer-date-mdy = Måned, dag, år
answer-date-ymd = År, måned, dag
errors-title = Poster som ikke kunne leses
errors-lead = Disse postene i { $file } er ikke gjennomsøkt og er ikke med i den utleverte kopien. Selve filen beholdes uendret i pakken.
errors-col-record = Post
errors-col-what = Hva som er galt
errors-col-place = Sted
errors-byte = byte { $byte }
errors-member-byte = { $member }, byte { $byte }
errors-more = { $records ->
    [one] { $records } til vises ikke her.
   *[other] { $records } til vises ikke her.
  }

## Scope
scope-title = Hva omfatter saken?
scope-lead = Det du utelater her, kommer ikke med i den utleverte kopien og blir talt. Det blir i den krypterte pakken.
scope-period = Periode
scope-period-hint = Begge dagene er med. Dager regnes i { $zone }.
scope-from = Første dag
scope-to = Siste dag
scope-zone = Dagenes tidssone
scope-both = Fra { $from } til { $to }, begge dager medregnet.
scope-only-from = Fra { $from }, den dagen medregnet.
scope-only-to = Til { $to }, den dagen medregnet.
scope-all-time = Ta med hele perioden
scope-whole = Hele perioden er med.
scope-conversations = { $conversations ->
    [one] Samtaler ({ $conversations })
   *[other] Samtaler ({ $conversations })
  }
scope-include-all = Ta med alle
scope-exclude-all = Utelat alle
scope-row = { $inside ->
    [one] { $inside } av { $all } meldinger i saken · { $period }
   *[other] { $inside } av { $all } meldinger i saken · { $period }
  }
scope-inside = { $messages ->
    [one] { $messages } melding er i saken
   *[other] { $messages } meldinger er i saken
  }
scope-out-conversations = { $messages ->
    [one] { $messages } melding utelatt med samtalen sin
   *[other] { $messages } meldinger utelatt med samtalene sine
  }
scope-out-period = { $messages ->
    [one] { $messages } melding utenfor perioden
   *[other] { $messages } meldinger utenfor perioden
  }
scope-undated = { $messages ->
    [one] { $messages } melding uten lesbar tid: utelates så snart en periode er valgt
   *[other] { $messages } meldinger uten lesbar tid: utelates så snart en periode er valgt
  }
scope-out-hint = Antallet som er utelatt, står på avslutningssiden og i kvitteringen.
scope-go-on = Gå til gjennomgang
scope-nothing = Velg minst én samtale med meldinger i perioden.
scan-title = Dette søkes det etter
scan-searches = Det søkes etter:
searched-names = navn på personer i løpende tekst samt navn og numre på alle deltakere
searched-personal-numbers = fødsels- og personnumre (Sverige, Danmark, Norge, Finland, Island)
searched-births = fødselsdatoer og aldre
searched-addresses = gateadresser og eiendomsbetegnelser
searched-contact = telefonnumre, e-postadresser, brukernavn og profiler
searched-money = bankkontoer, gironumre og betalingskort
searched-documents = pass, identitetskort, førerkort og kjennemerker
searched-records = saksnumre og organisasjonsnumre
searched-devices = posisjoner og enheters adresser (IP, MAC, IMEI)
searched-secrets = passord, engangskoder og lenker med en nøkkel
searched-markings = graderingsmerker og beskyttede identiteter
searched-sensitive = ord om helse, fagforening, religion, politikk, etnisk opprinnelse, seksuelle forhold, genetiske og biometriske opplysninger samt straffbare forhold
searched-supervision = trusler, hat og andre kommentarer som krever oppfølging, som tips
scan-not-searched = Det søkes ikke etter; det må et menneske lese etter:
search-preset = Hvor mye som vises
search-preset-strict = Bare det sannsynlige
search-preset-strict-hint = Bånd A og B: færre spørsmål, mer blir oversett.
search-preset-normal = Sannsynlig og mulig
search-preset-normal-hint = Bånd A, B og C. C vises og blir stående hvis du ikke bestemmer noe annet.
search-preset-everything = Alt som en regel har foreslått
search-preset-everything-hint = Også det svært usikre: mange falske alarmer.
search-categories = Kategorier: { $on } av { $all } gjennomsøkes
search-off = Slått av og ikke gjennomsøkt: { $kinds }.
search-profile-none = Ingen profil for din virksomhet er i bruk.
search-profile-unnamed = En profil uten navn er i bruk.
search-profile-named = Profil i bruk: { $name }
search-profile-load = Last inn profil …
search-profile-remove = Bruk ingen profil
conversations-filter = Finn en samtale
conversations-none = Ingen samtale passer.

## Review
conversations-label = Samtaler og søk
search-label = Søk i alle meldinger
search-count = { $hits ->
    [one] { $hits } treff
   *[other] { $hits } treff
  }
search-working = Søker: { $searched } meldinger så langt.
search-none = Ingenting funnet. Søket ser på all tekst, også utenfor perioden.
search-more = { $hits ->
    [one] { $hits } treff til: skriv mer for å avgrense søket.
   *[other] { $hits } treff til: skriv mer for å avgrense søket.
  }
search-clear = Lukk søket
review-period = { $period }, { $zone }
review-whole-period = Hele perioden, { $zone }
review-conversations = { $inside ->
    [one] { $inside } samtale i saken
   *[other] { $inside } samtaler i saken
  }
change-scope = Endre
conversation-open = { $places } åpne
conversation-done = ✓ ferdig
conversation-out = utelatt
conversation-facts = { $messages ->
    [one] { $messages } melding
   *[other] { $messages } meldinger
  }
conversation-group = gruppe på { $members }
thread-label = Meldinger
thread-empty = Velg en samtale.
thread-place = melding { $at } av { $all }
show-conversations = Samtaler
view-label = Slik vises meldingene
view-original = Original
view-marked = Merket
view-released = Som utlevert
view-released-note = Tegnet fra teksten i den utleverte kopien slik den ville blitt skrevet nå.
view-original-note = INTERN – skal ikke utleveres. Ingenting er dekket her.
undo = Angre
redo = Gjør om
day-unknown = Ukjent dag
message-loading = Henter …
message-clock-change = i timen da klokken stilles om
message-outside = utenfor kravet
released-outside = { $time } · ikke i den utleverte kopien
sender-owner = Eier
sender-service = Varsel
direction-draft = kladd, aldri sendt
direction-failed = ikke sendt
kind-call = { $seconds ->
    [one] Anrop, { $seconds } sekund
   *[other] Anrop, { $seconds } sekunder
  }
kind-call-missed = Anrop, ikke besvart
kind-deleted = Meldingen er slettet. Eksporten har ingen tekst.
kind-view-once = Engangsvisning. Eksporten har den ikke.
kind-location = Delt sted
kind-contact = Kontaktkort
kind-poll = Avstemning
kind-post = Innlegg
kind-comment = Kommentar
kind-entry = Annen oppføring fra kontoen
field-body = Tekst
field-subject = Emne
field-quoted = Sitert
field-link-preview = Forhåndsvisning av lenke
detail-earlier-text = Tidligere ordlyd
detail-reaction = Reaksjon
detail-poll-question = Avstemning
detail-poll-option = Valg
detail-contact-card = Kontaktkort
detail-location = Sted
detail-forwarded-from = Videresendt fra
detail-link = Lenke
detail-description = Beskrivelse
detail-transcript = Utskrift av lyd
detail-tag = Merket
detail-header = Brevhode
detail-other = Øvrig tekst
field-detail = Øvrig tekst
field-attachment-name = Filnavn
attachment-type-unknown = ukjent slag
attachment-missing = Nevnt, men ikke i filen.
attachment-omitted = Eksporten har utelatt det.
attachment-kept = Kommer med i den utleverte kopien, skrevet på nytt uten skjulte data.
attachment-withheld-choice = Unntatt til du beholder det.
attachment-withheld = Unntatt. Bare JPEG- og PNG-bilder kan utleveres.
attachment-keep = Utlever bildet
attachment-withhold = Unnta bildet
attachment-alt = Bilde { $name }
attachment-no-preview = Kan ikke vises
mark-hint = ({ $category }, { $state })
card-label = Opplysning
card-empty = Velg en merket opplysning i meldingene eller på listen.
card-places = { $places ->
    [one] { $places } sted
   *[other] { $places } steder i { $conversations ->
        [one] { $conversations } samtale
       *[other] { $conversations } samtaler
      }
  }
card-state = Status: { $state }
card-why = Derfor er den merket
card-forms = Skrevet som { $list }
sheet-more = Vis begrunnelser og mer
sheet-less = Vis mindre
pace-decided = { $decided } av { $values } ulike opplysninger avgjort
pace-left = { $minutes ->
    [one] omtrent { $minutes } minutt igjen
   *[other] omtrent { $minutes } minutter igjen
  }
pace-none = alt er avgjort
decided-count = { $decided } avgjort
basis-label = Begrunnelse
basis-category = { $category } (ingen hjemmel)
basis-numbered = { $number } · { $label } · { $title }
redact = Sladd
keep = Behold
unsure = Usikker
redact-all = Sladd alle { $places }
keep-all = Behold alle { $places }
redact-message = Hele meldingen
show-message = Vis meldingen igjen
mark-by-hand = Merk tekst
note-label = Notat til loggen (valgfritt)
previous = Forrige
next = Neste
next-title = Opplysninger i denne samtalen
next-none = Ingen opplysninger ble funnet i denne samtalen.
next-more = { $values ->
    [one] og { $values } til
   *[other] og { $values } til
  }
value-places = { $places ->
    [one] { $places } sted
   *[other] { $places } steder
  }
outcome-open = åpen
outcome-redact = sladdet
outcome-keep = beholdt
outcome-unsure = usikker
outcome-mixed = ulikt
band-A = sikker (A)
band-B = sannsynlig (B)
band-C = mulig (C)
review-all-decided = Alt er avgjort.
review-done-title = Alt er avgjort
review-done = { $values ->
    [one] { $values } opplysning har en avgjørelse. Du kan fortsatt endre den.
   *[other] { $values } ulike opplysninger har en avgjørelse. Du kan fortsatt endre alle.
  }
review-to-finish = Gå til avslutning
suggestions-button = { $places ->
    [one] Avgjør det åpne stedet som foreslått …
   *[other] Avgjør alle { $places } åpne steder som foreslått …
  }
suggestions-title = Avgjør som foreslått
suggestions-text = { $open ->
    [one] { $open } åpent sted som er sikkert eller sannsynlig, sladdes; { $kept } mulige beholdes. Ett trykk på Angre tar alt tilbake.
   *[other] { $open } åpne steder som er sikre eller sannsynlige, sladdes; { $kept } mulige beholdes. Ett trykk på Angre tar alt tilbake.
  }
suggestions-do = { $places ->
    [one] Sladd { $places } sted
   *[other] Sladd { $places } steder
  }
mark-title = Merk tekst for hånd
mark-lead = Merk det som skal sladdes, med musen eller med Skift og piltastene.
mark-text = Meldingens tekst
mark-do = Sladd det merkede
announce-redact = { $places ->
    [one] { $places } sted sladdet
   *[other] { $places } steder sladdet
  }
announce-keep = { $places ->
    [one] { $places } sted beholdt
   *[other] { $places } steder beholdt
  }
announce-unsure = { $places ->
    [one] { $places } sted satt som usikkert
   *[other] { $places } steder satt som usikre
  }
announce-message = { $withheld ->
    [yes] Hele meldingen sladdet
   *[no] Meldingen vises igjen
  }
announce-undone = { $places ->
    [one] Angret: { $places } sted
   *[other] Angret: { $places } steder
  }
announce-redone = { $places ->
    [one] Gjort om: { $places } sted
   *[other] Gjort om: { $places } steder
  }

## Categories
category-person = Navn på en person
category-se-personnummer = Svensk personnummer
category-se-samordningsnummer = Svensk samordningsnummer
category-dk-cpr = Dansk CPR-nummer
category-no-fodselsnummer = Fødselsnummer
category-fi-hetu = Finsk personnummer
category-iban = Bankkonto (IBAN)
category-payment-card = Betalingskort
category-phone = Telefonnummer
category-email = E-postadresse
category-ip-address = IP-adresse
category-gps = Posisjon
category-one-time-code = Engangskode
category-credential = Passord eller nøkkel
category-secrecy-marking = Graderingsmerke
category-protected-identity = Beskyttet identitet
category-se-reservnummer = Svensk reservenummer
category-is-kennitala = Islandsk kennitala
category-passport = Passnummer
category-id-card = ID-kort eller tjenestenummer
category-driving-licence = Førerkortnummer
category-vehicle-plate = Bilskilt eller understellsnummer
category-se-orgnr = Svensk organisasjonsnummer
category-dk-cvr = Dansk CVR-nummer
category-dk-pnummer = Dansk P-nummer
category-no-orgnr = Organisasjonsnummer
category-fi-ytunnus = Finsk foretaksnummer (Y-tunnus)
category-se-bankgiro = Svensk bankgiro
category-se-plusgiro = Svensk plusgiro
category-se-bank-account = Svensk bankkonto
category-dk-bank-account = Dansk bankkonto
category-no-bank-account = Bankkonto
category-se-fastighet = Svensk eiendomsbetegnelse
category-dk-matrikel = Dansk matrikkelnummer
category-case-number = Saksnummer
category-address = Adresse
category-social-handle = Brukernavn eller profil
category-mac-address = MAC-adresse
category-imei = Telefonens eller SIM-kortets nummer (IMEI)
category-birth-date = Fødselsdato
category-age = Alder
category-url-secret = Lenke med nøkkel
category-health = Helse
category-union = Fagforening
category-religion = Religion eller tro
category-politics = Politisk oppfatning
category-ethnicity = Etnisk opprinnelse
category-sex-life = Seksuelle forhold
category-genetic-biometric = Genetiske eller biometriske opplysninger
category-offence = Straffbare forhold
category-supervision = Bør ses over (tilsyn)
category-manual = Merket for hånd

## Evidence
evidence-other = Detalj: { $id } { $word }
evidence-checksum-right = Kontrollsifferet er riktig
evidence-checksum-wrong = Kontrollsifferet er feil
evidence-checksum-not-required = Numre av dette slaget krever ikke kontrollsiffer
evidence-date-real = Det begynner med en virkelig dato
evidence-date-impossible = Datoen finnes ikke
evidence-century-sign = Tegnet for århundret passer
evidence-context-before = «{ $word }» { $distance ->
    [0] står rett foran
   *[other] står { $distance } ord foran
}
evidence-context-after = «{ $word }» { $distance ->
    [0] står rett etter
    [1] står rett etter
   *[other] står { $distance } ord etter
}
evidence-context-message = «{ $word }» står i en melding ved siden av
evidence-word = { $word }
evidence-context-column = Kolonnens overskrift er «{ $word }»
evidence-split-messages = Skrevet over flere meldinger
evidence-case-memory = Den samme verdien er funnet et annet sted i saken
evidence-protected-thread = Hevet: noen i denne samtalen har en beskyttet identitet
evidence-listed-keep = På myndighetens liste over det som forblir synlig: { $word }
evidence-listed-find = På myndighetens liste over det som alltid finnes: { $word }
evidence-own-pattern = Passer til myndighetens eget mønster «{ $word }»
evidence-own-word = Står i myndighetens egen ordliste «{ $word }»
evidence-context-line = «{ $word }» står på samme linje
evidence-below-bands = Svært usikkert: vises fordi alt vises
evidence-context-other = «{ $word }» tyder på noe annet
evidence-competing = Kan også være: { $word }
evidence-edge-doubtful = Det er uklart hvor opplysningen slutter
evidence-known-participant = Navn eller nummer på en deltaker
evidence-marked-by-hand = Merket for hånd
evidence-kind-synthetic = Testnummer
evidence-kind-reserve = Reservenummer
evidence-kind-replacement = Erstatningsnummer
evidence-kind-h-number = H-nummer (helsevesenet)
evidence-kind-d-number = D-nummer
evidence-kind-temporary = Midlertidig nummer
evidence-kind-day-plus-60 = Dag med 60 lagt til
evidence-kind-2032 = Nummer uten kontrollsiffer, slik de tildeles fra 2032
evidence-looks-like = Ligner på noe annet
evidence-looks-like-uuid = Ligner på et teknisk kjennetegn
evidence-looks-like-link = Står i en lenke
evidence-looks-like-law = Ligner på en lovhenvisning
evidence-looks-like-isbn = Ligner på et boknummer
evidence-looks-like-epoch = Ligner på en datamaskins tidsangivelse
evidence-looks-like-date = Ligner på en dato
evidence-looks-like-amount = Ligner på et beløp
evidence-name-full = For- og etternavn sammen
evidence-name-first = Fornavn på en deltaker
evidence-name-tagger = Leses som et navn her ({ $word })
evidence-name-list-given = Fornavn i offentlige navnelister
evidence-name-list-surname = Etternavn i offentlige navnelister, eller dannet som et
evidence-name-after-title = «{ $word }» står foran
evidence-name-introduced = «{ $word }» står foran
evidence-name-greeted = «{ $word }» står foran
evidence-name-signed = «{ $word }» står foran
evidence-name-after-bond = «{ $word }» står foran
evidence-name-other-script = Skrevet med andre bokstaver enn teksten rundt
evidence-name-repeated = Samme navn står et annet sted i teksten
evidence-looks-like-firm = Kan være et firma eller en institusjon
evidence-looks-like-street = Kan være en vei eller et sted
evidence-looks-like-thing = Kan være en ting, et sted eller et dyr med et navn
evidence-looks-like-namesake = Kan være oppkalt etter en person: et verk, en skole, en pris, en sykdom
evidence-looks-like-month = Kan være en måned
evidence-looks-like-brand = Kan være et merke, en butikk eller et verk
evidence-name-last = Etternavn på en deltaker
evidence-common-word = Er også et vanlig ord
evidence-upper-case = Skrevet med stor bokstav
evidence-lower-case = Skrevet med små bokstaver
evidence-country-code = Med landkode
evidence-bare-digits = Bare sifre, uten mellomrom og tegn
evidence-line-start = Står først på en linje
evidence-card-family = Passer til et slag kort
evidence-code-length = Like lang som slike koder
evidence-coordinate-pair = Bredde- og lengdegrad
evidence-map-link = Står i en kartlenke
evidence-email-form = Har form som en e-postadresse
evidence-email-spelled = En e-postadresse skrevet med ord
evidence-address-form = Har form som en adresse
evidence-key-prefix = Begynner slik slike nøkler gjør
evidence-link-key = En nøkkel i en lenke
evidence-password-word = Et ord for passord står ved siden av
evidence-country = Land { $word }
evidence-grouped = Gruppert som numre av denne typen
evidence-inflected = Med genitivs- eller kasusendelse
evidence-marking = Merking i løpende tekst
evidence-phrase = Ordene «{ $word }»
evidence-lexicon-word = Ordet «{ $word }»
evidence-clause-named = Det står et navn eller fødselsnummer i samme setning
evidence-clause-person = Setningen handler om en person
evidence-clause-nobody = Setningen nevner ingen
evidence-clause-verb = Et verb sier det som et faktum
evidence-clause-general = Lyder som generell omtale
evidence-clause-negated = Setningen benekter noe: les den
evidence-clause-social = Sosiale forhold: barnevern, gjeld, samlivsbrudd
evidence-supervision-threat = Kan være en trussel – et tegn, ingen dom
evidence-supervision-incitement = Kan oppfordre til vold eller skadeverk – et tegn, ingen dom
evidence-supervision-group-hate = Kan være forakt for en gruppe mennesker – et tegn, ingen dom
evidence-supervision-violence = Kan hylle eller vise vold – et tegn, ingen dom
evidence-supervision-privacy = Kan utlevere noens privatliv – et tegn, ingen dom
evidence-supervision-child-abuse = Kan handle om seksuelle overgrep mot barn: åpne og kopier ikke bilder – et tegn, ingen dom
evidence-supervision-copyright = Kan være andres verk – et tegn, ingen dom
evidence-law-cited = En paragraf står ved siden av
evidence-basis-hint = Mulig hjemmel: { $word } – vurder selv
evidence-spelled-out = Sifrene er skrevet med ord
evidence-country-prefix = Landets bokstaver eller avgiftsmerke står ved siden av
evidence-kind-company = Nummer på et foretak
evidence-kind-iccid = SIM-kortets nummer (ICCID)
evidence-kind-imsi = Abonnentens nummer i mobilnettet (IMSI)
evidence-kind-mrz = Maskinlesbare linjer fra pass eller kort
evidence-kind-hsa-id = HSA-id for ansatt i svensk helsevesen
evidence-kind-hpr = HPR-nummer for helsepersonell
evidence-kind-vin = Understellsnummer
evidence-plate-form = Har form som et kjennemerke
evidence-case-form = Har form som et saksnummer
evidence-property-form = Har form som en eiendomsbetegnelse
evidence-handle-form = Begynner med @ som et brukernavn
evidence-profile-link = Lenke til en profil
evidence-link-user = Bruker og passord står i lenken
evidence-link-random = En lang tilfeldig del åpner lenken
evidence-street-form = Har form som vei og nummer
evidence-postcode = Postnummer følger
evidence-age-word = Skrevet som en alder
evidence-switchboard = Nær «{ $word }»: et sentralbord er ingens eget nummer

## Keys
keys-help-title = Taster i gjennomgangen
keys-help-lead = Tastene virker når fokus er i gjennomgangen og ikke i et tekstfelt.
keys-help-on = Bruk enkelttaster
keys-help-change-lead = Velg en tast for å sette en annen i stedet. Endrede taster lagres sammen med saken.
keys-help-change = Endre tast for «{ $command }», nå { $key }
keys-help-press = Trykk på den nye tasten for «{ $command }». Delete slår den av, Escape lar den være.
keys-help-none = av
keys-help-refused = Denne tasten kan ikke brukes. Ta en bokstav eller et tegn.
keys-help-changed = { $key } gjør nå: { $command }.
keys-help-moved = { $key } gjør nå: { $command }. Det er ingen tast igjen for: { $lost }.
keys-help-switched-off = Ingen tast gjør lenger: { $command }.
keys-help-standard = Standardtaster
keys-help-col-key = Tast
keys-help-col-does = Gjør
key-next = Neste åpne opplysning
key-previous = Forrige åpne opplysning
key-redact = Sladd dette stedet
key-keep = Behold dette stedet synlig
key-unsure = Sett som usikker
key-redact-all = Sladd alle forekomster
key-keep-all = Behold alle forekomster
key-message = Sladd hele meldingen
key-mark = Merk tekst for hånd
key-basis = Velg begrunnelse etter nummer
key-note = Skriv et notat
key-undo = Angre
key-redo = Gjør om
key-view = Original, merket, som utlevert
key-search = Søk
key-save = Lagre arbeidsfilen
key-arrows = Gå mellom meldinger
key-short-next = neste, forrige
key-short-redact = sladd
key-short-keep = behold
key-short-unsure = usikker
key-short-redact-all = alle forekomster
key-short-undo = angre
key-short-help = hjelp

## Finish
finish-title = Klar til å avslutte?
finish-lead = To ting kommer ut: en utlevert kopi til den som har bedt om den, og en kryptert pakke til arkivet deres.
finish-checklist = Sjekkliste
finish-checking = Kontrollerer …
finish-reasons = Brukte begrunnelser
finish-write = Skriv utlevert kopi og pakke
finish-later = Lagre og fortsett senere
finish-why-blocked = { $points ->
    [one] Knappen virker når punktet med ! er løst.
   *[other] Knappen virker når de { $points } punktene med ! er løst.
  }
finish-why-keys = Knappen virker når noen kan åpne pakken: lagre nøkkelarket og skriv ord fra det igjen, eller legg til et sertifikat.
finish-why-after = Etterpå åpnes hver skrevet fil igjen og gjennomsøkes etter alt som er fjernet.
finish-no-second = Ingen andre kontrollerer avgjørelsene; det står i kvitteringen.
check-ok = I orden:
check-block = Må løses:
check-info = Til orientering:
gate-other = Kontroll «{ $id }»
gate-open = { $places ->
    [0] Alle sikre og sannsynlige steder er avgjort
    [one] { $places } sted er uten avgjørelse
   *[other] { $places } steder er uten avgjørelse
  }
gate-unsure = { $places ->
    [0] Ingenting står som usikkert
    [one] { $places } sted står som usikkert
   *[other] { $places } steder står som usikre
  }
gate-missing-basis = { $places ->
    [0] Alle sladdinger har en begrunnelse
    [one] { $places } sladding er uten begrunnelse
   *[other] { $places } sladdinger er uten begrunnelse
  }
gate-inconsistent = { $values ->
    [0] Ingen opplysning er sladdet ett sted og synlig et annet
    [one] { $values } opplysning er sladdet ett sted og synlig et annet
   *[other] { $values } opplysninger er sladdet ett sted og synlige et annet
  }
gate-not-searched = Ikke gjennomsøkt – det må et menneske lese etter
gate-left-out = { $messages ->
    [0] Ingenting er utelatt fra utleveringen
    [one] { $messages } melding er utelatt fra utleveringen
   *[other] { $messages } meldinger er utelatt fra utleveringen
  }
gate-attachments-withheld = { $withheld ->
    [0] Ingen vedlegg er unntatt
    [one] { $withheld } vedlegg er unntatt og står på listen
   *[other] { $withheld } vedlegg er unntatt og står på listen
  }
gate-damaged = { $records ->
    [0] Alle poster kunne leses
    [one] { $records } post kunne ikke leses: ikke gjennomsøkt, ikke utlevert
   *[other] { $records } poster kunne ikke leses: ikke gjennomsøkt, ikke utlevert
  }
gate-questions = { $count ->
    [0] Ingen spørsmål om filene står åpne
    [one] { $count } spørsmål om filene er ikke besvart
   *[other] { $count } spørsmål om filene er ikke besvart
  }
gate-possible = { $places ->
    [one] { $places } mulig sted er uten avgjørelse og forblir synlig
   *[other] { $places } mulige steder er uten avgjørelse og forblir synlige
  }
gate-open-account = { $redacted } steder sladdet, { $kept } beholdt, { $whole } meldinger unntatt helt
gate-damaged-partial = { $files ->
    [one] { $files } fil slutter for tidlig eller kunne ikke leses til slutten
   *[other] { $files } filer slutter for tidlig eller kunne ikke leses til slutten
  }
gate-damaged-unread = { $files ->
    [one] { $files } fil ble ikke gjenkjent: beholdt i pakken, ikke gjennomsøkt, ikke utlevert
   *[other] { $files } filer ble ikke gjenkjent: beholdt i pakken, ikke gjennomsøkt, ikke utlevert
  }
gate-place-message = En hel melding
gate-kept-on-purpose = { $places ->
    [one] { $places } fjernet opplysning er synlig ett sted med hensikt
   *[other] Fjernede opplysninger er synlige med hensikt { $places } steder
  }
gate-redact-here = Sladd også her
gate-keep-here = Behold med hensikt …
gate-places-more = { $places ->
    [one] Vis { $places } til
   *[other] Vis { $places } til
  }
gate-twins = Sladd alle steder med disse opplysningene
notice-twins = { $places ->
    [one] { $places } sted sladdet
   *[other] { $places } steder sladdet
  }
keep-title = Skal det være synlig her med hensikt?
keep-text = Opplysningen er fjernet andre steder og blir stående synlig her i den utleverte kopien. Loggen og kvitteringen nevner stedet og begrunnelsen din.
keep-reason = Begrunnelse
keep-reason-hint = For eksempel: del av et annet ord. Skriv ingen navn eller numre her.
keep-do = Behold synlig
notice-kept = Beholdt synlig med hensikt. Angre i gjennomgangen tar det tilbake.
keys-title = Hvem kan åpne arkivpakken
keys-lead = Hver nøkkel åpner pakken alene.
keys-lost = Uten en av nøklene kan pakken ikke åpnes, heller ikke av oss.
keys-col-key = Nøkkel
keys-col-kept = Hvor den oppbevares
keys-col-state = Status
keys-none = Ingen passordfrase ennå
keys-passphrase = Passordfrase
keys-own = din egen
keys-certificate = Sertifikat: { $subject }
keys-certificate-slot = Sertifikat
keys-proved = skrevet igjen
keys-not-proved = Skriv den igjen nedenfor
keys-no-sheet = Lagre nøkkelarket
sheet-saved = Nøkkelark skrevet ut eller lagret
sheet-not-saved = Nøkkelark ikke lagret ennå
sheet-print = Skriv ut nøkkelark
sheet-save = Lagre nøkkelark
prove-words = Skriv to ord fra nøkkelarket
prove-whole = Skriv passordfrasen igjen
prove-hint = Det viser at nøkkelarket kan leses.
prove-word = Ord { $number }
prove-again = Passordfrase
certificate-add = Legg til et sertifikat
certificate-hint = X.509-sertifikater (PEM eller DER) fra arkivet deres: RSA fra 2048 bit, EC P-256 eller P-384.
certificate-too-large = { $name } er for stor til å være et sertifikat. Ingenting er lagt til.
certificate-issuer = Utstedt av { $issuer } · { $key }
certificate-fingerprint = Fingeravtrykk
certificate-valid = gyldig { $from } – { $to }
certificate-used = brukes
certificate-expired = Ikke gyldig nå
certificate-use-anyway = Bruk det likevel
write-too-large = Disse filene er på { $all }. Denne nettleseren kan skrive høyst { $limit }, så saken kunne ikke fullføres her.
write-too-large-advice = Ingenting ble lest inn. Bruk Chromium, Edge, Firefox eller kommandolinjen for denne saken.
write-limit = Denne nettleseren kan skrive filer på opptil { $size } her. Større materiale krever Chromium, Edge, Firefox eller kommandolinjen.
leak-title = { $leaks ->
    [one] Stoppet: { $leaks } fjernet opplysning finnes fortsatt i filene
   *[other] Stoppet: { $leaks } fjernede opplysninger finnes fortsatt i filene
  }
leak-text = Ingen fil er lagret. Sladd også disse stedene, eller behold dem med hensikt, og skriv på nytt.
leak-line = { $category } i { $path }, { $place }
results-title = Ferdig
results-title-part = Den utleverte kopien er klar
results-account = { $messages ->
    [one] { $messages } melding utlevert
   *[other] { $messages } meldinger utlevert
  }; av dem { $partly } delvis sladdet. { $withheld } unntatt helt, { $outside } utenfor kravet.
results-attachments = { $withheld ->
    [one] { $withheld } vedlegg unntatt; utleverte bilder: { $pictures }.
   *[other] { $withheld } vedlegg unntatt; utleverte bilder: { $pictures }.
  }
results-verified = { $values ->
    [one] De ferdige filene er åpnet igjen og gjennomsøkt etter { $values } fjernet opplysning. Den ble ikke funnet.
   *[other] De ferdige filene er åpnet igjen og gjennomsøkt etter { $values } fjernede opplysninger. Ingen ble funnet.
  }
results-files = { $files ->
    [one] { $files } fil i den utleverte kopien
   *[other] { $files } filer i den utleverte kopien
  }
results-slots = { $slots ->
    [one] { $slots } nøkkel åpner pakken (deler: { $parts }):
   *[other] { $slots } nøkler åpner pakken (deler: { $parts }), hver for seg:
  }
results-next = Lagre alle tre. Fjern deretter sporene fra denne maskinen.
result-released = Utlevert kopi
result-released-hint = Til den som har bedt om den.
result-bundle = Arkivpakke, kryptert
result-bundle-hint = Til arkivet deres. Inneholder originalfilene.
result-receipt = Kvittering
result-receipt-hint = Intern. Tall og kontrollsummer, ingen opplysninger.
file-name-released = utlevert-kopi.zip
file-name-bundle = arkivpakke.zip
file-name-receipt = kvittering.html
file-name-work = arbeidsfil.zip
file-name-sheet = nøkkelark.txt

## Protection
protect-title = Beskytt arbeidet ditt
protect-lead = Med en passordfrase lagres avgjørelsene dine kryptert på denne maskinen mens du arbeider. Den samme passordfrasen åpner senere arkivpakken.
protect-generated = Bruk disse ordene
protect-generated-hint = Valgt tilfeldig på denne maskinen.
protect-bits = Omtrent { $bits } bit: det gjetter ingen.
protect-another = Andre ord
protect-own = Bruk min egen passordfrase
protect-sheet-later = Du kan skrive ut nøkkelarket før du avslutter.
protect-use = Bruk denne passordfrasen
protect-later = Senere
protect-later-hint = Uten passordfrase lagres ingenting: lukkes fanen, er avgjørelsene tapt.
strength-empty = Skriv minst fire ord som ingen kan gjette.
strength-good = Omtrent { $bits } bit: god.
strength-weak = Omtrent { $bits } bit: for lett å gjette.
strength-other = Noe i den er lett å gjette.
strength-short = Den er kort.
strength-few-words = Den har få ord.
strength-repeats = Noe gjentas.
strength-sequence = Den følger tastaturet eller alfabetet.
strength-digits = Den ligner på en dato eller et nummer.
sheet-title = Nøkkelark – Maskera
sheet-text = Denne passordfrasen åpner arkivpakken:
sheet-store = Oppbevar arket der bare de som kan åpne pakken, får tak i det, og atskilt fra pakken.
sheet-case = Sak:
sheet-date = Dato:
sheet-holder = Nøkkelholder:

## Open
open-title = Åpne en pakke
open-lead = Filen dekrypteres og kontrolleres på denne maskinen.
open-file = Pakke eller arbeidsfil
open-no-file = Ingen fil valgt.
open-choose = Velg filen
open-other-file = Velg en annen fil
open-secret = Hvordan vil du åpne den?
open-with-passphrase = Med passordfrasen
open-with-passphrase-hint = Fra nøkkelarket.
open-with-private-key = Med en privat nøkkel
open-with-private-key-hint = En nøkkelfil (PEM) som passer til et av sertifikatene.
open-with-nothing = Bare kontroller den
open-with-nothing-hint = Uten nøkkel: form og kontrollsummer ses over, ikke mer.
open-no-key = Ingen nøkkelfil valgt.
open-choose-key = Velg nøkkelfilen
open-button = Åpne
open-check = Kontroller
open-why = Velg en fil og gi nøkkelen.
open-result-intact = Pakken er hel
open-result-intact-text = { $parts ->
    [one] { $parts } del er dekryptert; alle { $files } filer i den stemmer med kontrollsummene.
   *[other] { $parts } deler er dekryptert; alle { $files } filer i dem stemmer med kontrollsummene.
  }
open-result-form = Form og kontrollsummer er riktige
open-result-form-text = { $parts ->
    [one] { $parts } del er sett på utenfra. Ingenting er dekryptert, så innholdet er ikke kontrollert.
   *[other] { $parts } deler er sett på utenfra. Ingenting er dekryptert, så innholdet er ikke kontrollert.
  }
open-result-damaged = Pakken er endret
open-result-damaged-text = Bruk en annen kopi, og noter det på saken.
open-damaged-entry = Skadet: { $entry }
open-continue = Fortsett dette arbeidet
open-files = Filer i pakken
open-size = Størrelse

## Resume
resume-title = Fortsett lagret arbeid
resume-lead = { $cases ->
    [one] Uferdig arbeid er lagret kryptert i denne nettleseren.
   *[other] { $cases } uferdige saker er lagret kryptert i denne nettleseren.
  }
resume-choose = Hvilken vil du fortsette med?
resume-saved = Lagret { $ago } ({ $time })
resume-none = Ikke noe uferdig arbeid ble funnet i denne nettleseren.
resume-hint = Passordfrasen du valgte da du begynte.
resume-unlock = Åpne det lagrede arbeidet
resume-files-lead = { $decisions ->
    [one] { $decisions } avgjørelse er lagret. Selve filene er ikke lagret: last inn de samme filene igjen.
   *[other] { $decisions } avgjørelser er lagret. Selve filene er ikke lagret: last inn de samme filene igjen.
  }
resume-file-here = Lastet inn; kontrollsummen stemmer.
resume-file-missing = Ikke lastet inn ennå.
resume-go = Hent avgjørelsene tilbake
resume-why = Last først inn alle filene på listen.

## Traces
traces-title = Fjern spor fra denne maskinen
traces-text = Det krypterte lagrede arbeidet slettes fra denne nettleseren. Filer du selv har lagret, blir. Avgjørelser som ikke er i en arbeidsfil eller pakke, går tapt når du lukker siden.
traces-remove = Fjern

## Self-test
selftest-title = Ingenting forlater denne maskinen
selftest-lead = Siden prøver alle kjente måter å sende noe på, i en egen ramme med de samme reglene, og viser hva nettleseren gjorde.
selftest-run = Start prøven
selftest-again = Prøv igjen
selftest-running = Prøver …
selftest-col-way = Vei ut
selftest-col-result = Hva som skjedde
selftest-good = { $ways } veier prøvd: ingen var åpen.
selftest-bad = { $ways ->
    [one] { $ways } vei var åpen. Ikke bruk siden i denne nettleseren.
   *[other] { $ways } veier var åpne. Ikke bruk siden i denne nettleseren.
  }
selftest-refused = Avvist
selftest-refused-violation = Avvist av sidens regler
selftest-refused-exception = Avvist av nettleseren
selftest-not-offered = Finnes ikke i denne nettleseren
selftest-no-evidence = Ikke bevist her
selftest-open = ÅPEN
selftest-rest = En slik prøve dekker ikke navneoppslag og tomme forbindelser som en nettleser selv lager. SECURITY.md forklarer dem.
selftest-way-other = Vei «{ $id }»
selftest-way-fetch = Fetch
selftest-way-xhr = XMLHttpRequest
selftest-way-websocket = WebSocket
selftest-way-eventsource = Hendelsesstrøm
selftest-way-beacon = Beacon
selftest-way-image = Bilde
selftest-way-stylesheet = Stilark
selftest-way-css-import = Import i et stilark
selftest-way-font = Skrifttype
selftest-way-media = Lyd eller video
selftest-way-script = Skript
selftest-way-form = Skjema
selftest-way-window-open = Nytt vindu
selftest-way-link-ping = Lenke med ping
selftest-way-iframe = Ramme
selftest-way-object = Innebygd objekt
selftest-way-prefetch = Forhåndshenting
selftest-way-preconnect = Tidlig forbindelse
selftest-way-webrtc = WebRTC
selftest-way-webtransport = WebTransport
selftest-way-worker-fetch = Fetch i en worker
selftest-way-worker-websocket = WebSocket i en worker
selftest-way-worker-import = Import av skript i en worker
selftest-way-top-navigation = Navigering av den ytre siden
selftest-way-own-navigation = Navigering av selve rammen

## How to get a file
howto-link = Hvordan får jeg filen?
howto-title = Hvordan får jeg filen?
howto-lead = Lag eksporten selv der det er mulig, på virksomhetens utstyr. Flytt den til denne datamaskinen med kabel eller på en måte som virksomheten har godkjent.
format-unseen = Formatet er bygd etter dokumentasjon og aldri sett på en virkelig fil. Sammenlign noen meldinger med telefonen eller tjenesten.
howto-iphone = iPhone
howto-iphone-steps =
    Koble iPhonen til datamaskinen med kabel, og lås den opp.
    Åpne Finder på en Mac, eller Apple-enheter eller iTunes på Windows, og velg telefonen.
    Velg å sikkerhetskopiere alle data til datamaskinen. En kryptert kopi har også anropslisten: Noter passordet.
    Vent til kopien er ferdig. På en Mac ligger den i Bibliotek/Application Support/MobileSync/Backup, på Windows i Apple/MobileSync/Backup i brukerens mappe.
    Velg mappen her. Bare meldinger, kontakter, anrop og vedleggene deres leses.
howto-android = Android: meldinger og anrop
howto-android-steps =
    Installer «SMS Backup & Restore» fra SyncTech på telefonen; spør it-avdelingen der det kreves.
    Lag en sikkerhetskopi av meldinger og anrop, og ta med vedlegg (MMS).
    Lagre den på telefonen, ikke i en privat sky.
    Flytt .xml- eller .zip-filen til denne datamaskinen, og velg den her.
    Eller installer «SMS Import / Export» fra F-Droid, eksporter meldinger og anropslisten uten kryptering, og velg de filene her.
howto-whatsapp = WhatsApp
howto-whatsapp-steps =
    Åpne chatten. På Android: ⋮, Mer, Eksporter chat. På iPhone: navnet øverst, deretter Eksporter chat.
    Ta med medier hvis bilder og filer har betydning.
    Gjør det for hver chat: Hver chat blir en fil.
    WhatsApp eksporterer de nyeste 10 000 meldingene med medier og 40 000 uten. Eldre finnes bare i en sikkerhetskopi av telefonen.
howto-mail = E-post og varsler
howto-mail-steps =
    Lagre enkelte e-poster som .eml: Dra dem fra e-postprogrammet til en mappe.
    Eksporter postkassen som mbox hvis det er mange, for eksempel med Thunderbird eller Google Takeout.
    Outlooks .msg og .pst leses ikke: Lagre som .eml, eller eksporter som mbox.
howto-meta = Messenger, Facebook, Instagram og Threads
howto-meta-steps =
    Åpne Kontosenter hos Meta og velg Informasjonen din og tillatelser, Eksporter informasjonen din. For en Facebook-side: bytt først til siden.
    Velg kontoen og det som skal med: meldinger, innlegg og kommentarer eller alt.
    Velg formatet JSON, hele perioden og høy mediekvalitet. HTML kan også leses, men inneholder mindre og ingen tidssone.
    Meta sender e-post når filene kan lastes ned. Last ned alle deler og velg dem sammen her.
    Krypterte Messenger-samtaler hentes for seg: Messenger, Innstillinger, Krypterte chatter, Sikker lagring.
    Andres kommentarer under innleggene er som regel ikke med: Lagre siden for seg.
howto-telegram = Telegram
howto-telegram-steps =
    Åpne Telegram Desktop på en datamaskin og gå til chatten.
    Velg menyen med tre prikker og Eksporter chathistorikk.
    Velg formatet JSON, hele perioden og mediene som skal med.
    Velg hele mappen som ble lagret, her.
howto-signal = Signal
howto-signal-steps =
    Android: åpne Signal, Innstillinger, Sikkerhetskopier, Sikkerhetskopier på enheten, og slå dem på med en mappe på telefonen. Noter gjenopprettingsnøkkelen på 64 bokstaver og sifre.
    Velg Opprett sikkerhetskopi, og vent til den er ferdig.
    Flytt hele mappen SignalBackups til denne datamaskinen med kabel, og velg den her. Siden spør om gjenopprettingsnøkkelen.
    Eller eksporter chathistorikken fra Signal som lesbar tekst (JSON) med medier: meldinger som forsvinner, er ikke med.
    iPhone og datamaskin: koble til Signal Desktop, og eksporter med den eller med signal-export eller sigtop.
    Gamle sikkerhetskopier med 30 sifre (.backup) leses ikke. Gjenopprett dem i Signal på en Android-telefon, og lag en ny sikkerhetskopi der.
howto-google = Google: Min aktivitet, Chat og Voice
howto-google-steps =
    Gå til takeout.google.com med kontoen og fjern alle valg.
    Velg Min aktivitet, Google Chat eller Google Voice. Velg JSON for Min aktivitet hvis det går.
    YouTube-kommentarer: velg YouTube, og behold bare kommentarer og direktechat.
    Eksporter som ZIP. Google sender e-post når filene kan lastes ned.
    Last ned alle deler og velg dem sammen her.
howto-bluesky = Bluesky
howto-bluesky-steps =
    Logg inn på bsky.app og åpne Innstillinger, Konto.
    Velg Eksporter mine data og last ned CAR-filen (repo.car).
    Bilder og videoer er ikke i filen. Legg dem under sine egne ID-er i en mappe med navnet blobs ved siden av hvis de skal med.
    Velg filen her, eller mappen med fil og blobs.
    Direktemeldinger er ikke i filen: lagre den siden for seg.
howto-x = X (Twitter)
howto-x-steps =
    Logg inn på x.com på en datamaskin med kontoen.
    Velg Mer, Innstillinger og personvern, Kontoen din, Last ned et arkiv med dataene dine. Bekreft passordet.
    X gir beskjed når arkivet er klart, ofte etter et døgn eller mer.
    Last ned alle delene og velg dem her sammen. Ikke pakk dem ut.
    Andres svar på innleggene er ikke med: lagre selve siden.
howto-teams = Microsoft Teams og Skype
howto-teams-steps =
    Be it-avdelingen om eksporten: Microsoft Purview, eDiscovery, eller Teams-eksporten i Microsoft Graph.
    Oppgi kontoer, chatter og kanaler og hele perioden. JSON fra Graph inneholder mest; samtaler som HTML kan også leses.
    Be om at filer fra SharePoint og OneDrive tas med.
    Private Teams- og Skype-kontoer: gå til go.skype.com/export, velg samtaler og filer og last ned filene.
    Velg alle filene her sammen.
howto-slack = Slack
howto-slack-steps =
    Be en eier eller administrator av arbeidsområdet om eksporten.
    Åpne Verktøy og innstillinger, Innstillinger for arbeidsområdet, Importer/eksporter data, Eksporter.
    Velg perioden og start. Slack sender e-post når filen er klar.
    Private kanaler og direktemeldinger krever at Slack har godkjent en eksport av alle samtaler.
    Velg ZIP-filen her. Vedlagte filer er ikke med; last dem ned før adressene utløper.
howto-mastodon = Mastodon
howto-mastodon-steps =
    Logg inn på kontoens egen server og åpne Innstillinger, Import og eksport, Dataeksport.
    Velg Be om arkivet ditt. Serveren sender e-post når det er klart; det kan lages ett arkiv hver sjuende dag.
    Last ned arkivet (.tar.gz eller .zip) og velg det her som det er.
    Bokmerker, fulgte kontoer og lister finnes også som CSV på samme side; det er arkivet som leses her.
    Andres svar er ikke i arkivet: lagre selve siden hvis de skal bevares.
howto-tiktok = TikTok
howto-tiktok-steps =
    Åpne profilen i appen, Innstillinger og personvern, Konto, Last ned dataene dine.
    Velg alle data og filformatet JSON, og be om nedlastingen.
    Etter noen dager ligger filen under Last ned data på samme side; den ligger der i fire dager.
    Last ned ZIP-filen og velg den her som den er. Videoer er ikke med.
howto-snapchat = Snapchat
howto-snapchat-steps =
    Logg inn på accounts.snapchat.com og velg Mine data.
    Velg å ta med HTML- og JSON-filer, chatter og minner og hele perioden, og send forespørselen.
    Snapchat sender e-post når filene er klare. Last ned alle deler og velg dem her sammen.
    Bare lagrede meldinger og de fra de siste dagene er med; Snapchat sletter selv resten.
howto-linkedin = LinkedIn
howto-linkedin-steps =
    Logg inn og åpne Innstillinger og personvern, Datavern, Hent en kopi av dataene dine.
    Velg det større dataarkivet med alt, og be om det.
    LinkedIn sender e-post innen et døgn. Last ned ZIP-filen og velg den her som den er.
    For en bedriftsside kan en administrator bare eksportere tall: lagre selve siden for innlegg og kommentarer.
howto-reddit = Reddit
howto-reddit-steps =
    Logg inn og gå til reddit.com/settings/data-request.
    Velg type forespørsel og hele perioden, og send den.
    Reddit sender en melding når filen er klar; det kan ta opptil 30 dager.
    Last ned ZIP-filen og velg den her som den er.
howto-contacts = Kontakter, for navn
howto-contacts-steps =
    Velg kontaktene som trengs, eller alle, på telefonen eller i adressebokens program.
    Velg Eksporter eller Del som vCard (.vcf).
    Velg .vcf-filen her sammen med meldingene: numrene får navnene sine.
howto-table = Et annet program eller et regneark
howto-table-steps =
    Eksporter meldingene som CSV eller som Excel-arbeidsbok (.xlsx) med én melding per rad. Lagre .xls og .ods som .xlsx.
    Ikke åpne en CSV-fil i et regneark for å lagre den på nytt: lange telefonnumre forkortes, og datoer endres.
    Viber på Android: Mer, Innstillinger, Konto, Viber-sikkerhetskopi, Send meldingshistorikk på e-post.
    Velg filen her og kontroller hva kolonnene inneholder.
    Lagre kolonneoppsettet og bruk det for neste fil.
    Eksporter meldingene som CSV, eller lagre arket som CSV (UTF-8), med én melding per rad.
    Velg filen her, og kontroller hva kolonnene inneholder.
    Lagre kolonneoppsettet, og bruk det til neste fil.
    Viber på Android: Mer, Innstillinger, Konto, Viber-sikkerhetskopi, Send meldingshistorikk på e-post. Velg ZIP-filen her.
phase-joining = Samler eksporter av samme konto og ser hvem som er samme person.
title-people = Personer
title-register = Oversikt over kontoer
coverage-title = Hvor fullstendig er materialet?
coverage-lead = Tegn, ikke bevis: en periode som noen har valgt, ligner automatisk sletting. «maskera coverage» sier det samme.
coverage-days = Hull fra
coverage-days-of = { $days } dager
coverage-zone = Dager i { $zone }
coverage-all = Alt materiale
coverage-conversation = Samtale:
coverage-more = { $conversations ->
    [one] Én samtale til har noe å fortelle; se «maskera coverage».
   *[other] { $conversations } samtaler til har noe å fortelle; se «maskera coverage».
  }
coverage-working = Teller.
people-open = { $likely ->
    [0] Personer
    [one] Personer: ett forslag
   *[other] Personer: { $likely } forslag
  }
register-open = Oversikt over kontoer
people-title = Personer
people-lead = Navn, numre og adresser som hører til én person, er samlet. Alt kan angres. Ingenting av dette står i den utleverte kopien med mindre en policy sier det.
people-working = Samler personer.
people-list = { $people ->
    [one] Én person
   *[other] { $people } personer
  }
people-filter = Navn eller nummer
people-none = Ingen passer.
people-counts = Viser { $shown } av { $total }. Meldinger med ukjent egenskap: { $unknown }
likely-title = { $pairs ->
    [one] Ett forslag
   *[other] { $pairs } forslag
  }
likely-hint = Ingen regel er sikker nok her. Bestem selv.
likely-more = { $pairs ->
    [one] Ett forslag til vises når disse er besvart.
   *[other] { $pairs } forslag til vises når disse er besvart.
  }
likely-number = Samme nummer, med og uten landkode
likely-name = Samme navn
likely-account = Samme samtaler, men ingen felles tid som kan vise om det er samme konto
likely-same = Samme person
likely-other = To personer
likely-same-account = Samme konto
likely-other-account = To kontoer
likely-accepted = Samlet. Kan angres.
likely-refused = Holdt adskilt. Kan angres.
person-owner = eier av kontoen
person-make-owner = Er eieren av kontoen
person-not-owner = Er ikke eieren
person-names = Også kjent som:
person-counts = Meldinger: { $messages } · samtaler: { $conversations }
person-parts = { $parts ->
    [one] Samlet av én post
   *[other] Samlet av { $parts } poster
  }
person-split = Er en annen
capacity-of = Egenskap: { $name }
capacity-filter = Skrevet i egenskap av
capacity-any = alle
capacity-from-message = Sagt om denne meldingen
capacity-from-conversation = Sagt om samtalen
capacity-from-person = Sagt om personen
capacity-from-nobody = Ingen har sagt noe om det
written-title = Egenskap: { $capacity }
written-message = Denne meldingen
written-conversation = Hele samtalen
written-none = ikke sagt her
badge-edited = redigert
badge-edited-why = Kilden sier at teksten ble endret etter sending
badge-reworded = andre ord tidligere
badge-reworded-why = Eksporten { $source } har andre ord. Begge står her og er gjennomsøkt
badge-deleted = slettet senere
badge-deleted-why = I eksporten { $source } står det bare at meldingen er slettet
badge-gone = mangler senere
badge-gone-why = Eksporten { $source } dekker dette tidspunktet, men har ikke meldingen
badge-copies = i { $sources } kilder
badge-copies-why = Står i { $list }. Vises én gang; ingenting er fjernet
scope-people-all = Personer: alle
scope-people-some = { $people ->
    [one] Bare samtaler med én person
   *[other] Bare samtaler med { $people } personer
  }
scope-people-hint = Velg personer, så omfatter saken bare samtaler som minst én av dem deltar i. Resten telles og blir i originalen.
scope-people-none = Ta med alle personer
scope-out-people = { $messages ->
    [one] Én melding utelatt fordi ingen valgt person deltar
   *[other] { $messages } meldinger utelatt fordi ingen valgt person deltar
  }
announce-capacity = Egenskapen er lagret.
announce-owner = Lagret. Kan angres.
announce-taken-back = Angret.
announce-made-again = Gjort om.
finish-capacities = Skrevet av ansatte: { $official }, av folkevalgte: { $elected }, privat: { $private }, av utenforstående: { $outside }. Egenskap ikke kjent: { $unknown }.
register-title = Oversikt over kontoer
register-lead = Virksomhetens kontoer i sosiale medier og andre kanaler. Forslag kommer fra de innleste filene. Oversikten lagres i arbeidsfilen og i arkivpakken, ikke i den utleverte kopien.
register-add = Legg til en konto
register-save = Lagre som CSV
register-file = kontoer.csv
register-none = Ingen kontoer ennå.
register-untitled = uten navn
register-proposed = forslag fra filen
register-overdue = frist overskredet
register-edit = Rediger
register-remove = Ta ut av oversikten
register-new = Ny konto
register-change = Rediger kontoen
register-keep = Lagre kontoen
register-kept = Kontoen er lagret.
register-due = Neste innsamling
register-months = { $months ->
    [one] hver måned
   *[other] hver { $months }. måned
  }
answer-yes = ja
answer-no = nei
answer-not-stated = ikke oppgitt
account-platform = Plattform
account-handle = Navn, nummer eller adresse
account-unit = Ansvarlig enhet
account-responsible = Ansvarlig
account-deputy = Stedfortreder
account-purpose = Formål
account-statedAt = Hvor formålet står
account-writers = Hvem kan skrive
account-riskRef = Risikovurdering (henvisning)
account-disposalRef = Kassasjonsvedtak (henvisning)
account-capturedFrom = Samlet inn fra
account-opened = Åpnet
account-closed = Stengt
account-termsRead = Vilkår lest
account-captured = Sist samlet inn
account-removable = Andres innlegg kan fjernes
account-login = Lesing krever innlogging
account-intervalMonths = Samles inn
