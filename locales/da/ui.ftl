## Header and steps
case-empty = Ingen filer indlæst
case-line = { $files ->
    [one] { $files } fil
   *[other] { $files } filer
  } · { $messages ->
    [one] { $messages } besked
   *[other] { $messages } beskeder
  }
steps-label = Trin
step-load = Indlæs
step-review = Gennemgå
step-finish = Afslut
step-done = (færdig)
promise = Intet forlader denne computer
promise-short = Intet sendes
language = Sprog
skip-to-content = Gå til indholdet
title-start = Start
title-load = Filer
title-scope = Hvad sagen omfatter
title-review = Gennemgang
title-finish = Afslutning
title-open = Åbn en pakke
title-resume = Fortsæt

## Common
close = Luk
cancel = Annuller
cancelling = Stopper …
cancel-hint = Intet går tabt: det, der er indlæst og afgjort, bliver, som det er.
save = Gem
save-again = Gem igen
saved = gemt
remove = Fjern
show-more = Vis flere
go-there = Gå dertil
back-to-start = Tilbage til start
back-to-files = Tilbage til filerne
choose-files = Vælg filer
choose-folder = Vælg en mappe
passphrase = Adgangssætning
period = { $first } – { $last }
period-from = fra { $first }
period-to = til { $last }
period-unknown = ukendt
hash-label = Kontrolsum { $hash }

## Progress
busy-loading = { $files ->
    [one] Læser filen
   *[other] Læser { $files } filer
  }
busy-reading-again = Læser filerne igen
busy-scanning = Søger efter personoplysninger
busy-releasing = Skriver og kontrollerer den udleverede kopi
busy-sealing = Krypterer arkivpakken
busy-saving-work = Gemmer arbejdsfilen
busy-protecting = Gør beskyttelsen klar
busy-extracting = Tager filen ud af pakken
busy-opening = Åbner pakken
busy-continuing = Indlæser arbejdsfilen
busy-unlocking = Åbner det gemte arbejde
phase-starting = Går i gang.
phase-reading = Læser og tæller hver post.
phase-scanning = Gennemsøger hver tekst.
phase-checking = Leder efter det, der spærrer for en udlevering.
phase-releasing = Skriver den udleverede kopi.
phase-verifying = Åbner de færdige filer igen og søger i dem efter alt, der er fjernet.
phase-deriving = Beregner nøglen. Det tager tid med vilje: det gør det langsomt at gætte.
phase-sealing = Pakker og krypterer.
phase-opening = Dekrypterer og kontrollerer.
so-far-title = Fundet indtil nu
so-far-note = Søgningen er stadig i gang. { $finished } af { $all } samtaler er gennemsøgt, de nyeste først. Tallene er sandsynlige fund; der kan komme flere, for navne og numre fra alle samtaler søges til sidst overalt en gang til.
so-far-conversations = Samtaler med fund
so-far-look = Åbn en samtale for at læse dens fund. De kan afgøres, når søgningen er slut; gennemgangen begynder så i den samtale, der sidst blev åbnet.
so-far-kinds = Fund efter art
progress-percent = { $percent } %
progress-open = { $done } · { $records ->
    [one] { $records } post
   *[other] { $records } poster
  }
progress-bytes = { $done } af { $total }
progress-records = { $done } af { $total } · { $records ->
    [one] { $records } post
   *[other] { $records } poster
  }

## Errors and notices
error-heading = Det lykkedes ikke
error-place = Sted: { $place }
error-page = Der er en fejl i selve siden.
error-page-advice = Indlæste filer og afgørelser er uændrede. Gem arbejdsfilen, og åbn siden igen; meld fejlen med det sted, der står her.
failure-engine-stopped = Programmet standsede under arbejdet.
failure-engine-stopped-advice = Dine filer og afgørelser er bevaret. Programmet startes igen; prøv derefter en gang til.
failure-full = Der er ikke mere plads til at gemme.
failure-full-advice = Intet, du har afgjort, er tabt. Frigør plads, eller vælg et andet sted, og gem igen.
failure-cancelled = Annulleret.
failure-cancelled-advice = Der er ikke ændret noget.
failure-unknown = Browseren afviste dette.
failure-unknown-advice = Indlæste filer og afgørelser er uændrede. Prøv igen; sker det igen, så gem arbejdsfilen, og åbn siden i en anden browser.
notice-cancelled = Stoppet. Der er ikke ændret noget.
notice-protected = Dit arbejde gemmes nu krypteret på denne computer, mens du fortsætter.
notice-work-saved = Arbejdsfilen er gemt.
notice-traces-removed = Det gemte arbejde er fjernet fra denne browser.
notice-restarted = { $poisoned ->
    [0] Programmet standsede og blev startet igen. Dine filer og afgørelser er tilbage.
    [one] Programmet standsede og blev startet igen. Dine filer og afgørelser er tilbage. { $poisoned } post står nu som beskadiget.
   *[other] Programmet standsede og blev startet igen. Dine filer og afgørelser er tilbage. { $poisoned } poster står nu som beskadigede.
  }
notice-restart-failed = Programmet standsede og kunne ikke startes igen. Åbn siden igen, og fortsæt fra det gemte arbejde.
notice-resumed = { $decisions ->
    [one] { $decisions } afgørelse er tilbage.
   *[other] { $decisions } afgørelser er tilbage.
  }
notice-suggestions = { $places ->
    [one] { $places } sted er afgjort som foreslået. Et tryk på Fortryd tager det tilbage.
   *[other] { $places } steder er afgjort som foreslået. Et tryk på Fortryd tager dem alle tilbage.
  }
notice-autosave-failed = Den automatiske lagring mislykkedes. Gem arbejdsfilen nu.

## Footer
drop-failed = Det, der blev sluppet, kunne ikke læses.
drop-failed-advice = Der er ikke indlæst noget. Vælg filerne eller mappen med knapperne.
drop-hint = Slip filer hvor som helst på siden
drop-now = Slip filerne for at indlæse dem
nothing-stored = Intet er gemt på denne computer
not-saved = Ikke gemt endnu.
choose-protection = Vælg, hvordan dit arbejde beskyttes
autosave-soon = Beskyttet; gemmes ved næste ændring
autosaved = Gemt krypteret, { $ago }
save-work = Gem arbejdsfil
autosave-again = Gem igen undervejs i denne browser
remove-traces = Fjern spor
tool-line = SHA-256 for dette værktøj: { $hash } · version { $version }
tool-line-short = Version { $version }
tool-file = SHA-256 for denne sides fil:
keys-off = Taster er slået fra.
key-help = Alle taster

## Start
start-title = Hvad vil du gøre?
start-lead = Maskera finder personoplysninger i beskeder, hjælper dig med at afgøre dem og skriver en udleveret kopi og en krypteret arkivpakke.
start-found-title = Der er fundet ufærdigt arbejde
start-found = Ufærdigt arbejde fra { $ago } er gemt krypteret i denne browser. Skriv adgangssætningen for at fortsætte, eller fjern det.
start-found-several = { $cases } ufærdige sager er gemt krypteret i denne browser, den seneste { $ago }. Hver har sin egen adgangssætning.
start-resume = Fortsæt med det
start-load-title = Indlæs filer med beskeder
start-load-text = Begynd en ny sag med eksport fra en telefon. Du kan også slippe filerne hvor som helst på siden.
start-formats = Læser iPhone-sikkerhedskopier, eksport fra Android og WhatsApp, Messenger, Instagram, Facebook, Telegram, Google, andre sociale netværk, mail, kontakter og tabeller med beskeder.
start-open-title = Åbn en pakke
start-open-text = Åbn eller kontrollér en krypteret arkivpakke, og tag filer ud.
start-open-button = Åbn en pakke
start-continue-title = Fortsæt gemt arbejde
start-continue-text = Fortsæt med en arbejdsfil, som du har gemt.
start-continue-button = Fortsæt
start-try-title = Se dig omkring først
start-try-text = Prøv det hele med en eksport af opdigtede beskeder. Der er ingen virkelige personer i den.
start-try-button = Prøv med opdigtede beskeder
start-privacy = Intet forlader denne computer: siden kører i din browser og har ikke adgang til netværket.
start-check = Kontrollér det selv

## Load
load-title = Det var der i filerne
load-lead = Se efter, at det er det, du ventede, før du går videre.
load-empty = Der er ikke indlæst filer.
load-table = Indlæste filer
load-col-file = Fil
load-col-format = Genkendt som
load-col-read = Læst
load-col-period = Periode
load-remove = Fjern
load-repaired = { $places ->
    [one] { $places } sted med beskadigede tegn er rettet til læsning; selve filen er uændret
   *[other] { $places } steder med beskadigede tegn er rettet til læsning; selve filen er uændret
  }
load-errors = { $records ->
    [one] { $records } post kunne ikke læses:
   *[other] { $records } poster kunne ikke læses:
  }
load-errors-list = se listen
load-partial = Filen slutter for tidligt eller kunne ikke læses til ende. Det, der står efter det sted, er ikke gennemsøgt.
load-missing = { $missing } af { $all } bilag er nævnt, men findes ikke i filen
load-unknown = Ikke genkendt som en eksport af beskeder. Filen gemmes uændret i arkivpakken; den gennemsøges ikke og udleveres aldrig.
load-format-wrong = Noget andet?
load-format-choose = Læs filen som
load-format-auto = Som genkendt
load-questions = { $questions ->
    [one] Et spørgsmål
   *[other] { $questions } spørgsmål
  }
load-questions-hint = Det lader filerne stå åbent. Det mest sandsynlige svar står først. Du kan gå videre uden at svare; så står det som ukendt.
load-go-on = Gå videre
load-more = Tilføj flere filer
load-files = { $files ->
    [one] Én fil
   *[other] { $files } filer
}
load-files-more = Og { $files } filer til
load-files-listed = { $files } andre filer i mappen hører ikke til eksporten; de er kun talt
load-split = Gør hver fil til sin egen kilde
load-join = Hører sammen med
load-join-none = Står alene
load-shared = { $messages ->
    [one] Én besked findes også i en anden kilde og vises én gang
   *[other] { $messages } beskeder findes også i en anden kilde og vises én gang
  }
load-nothing-readable = For at gå videre skal du indlæse mindst én fil med beskeder, der kan læses.
format-unknown = Ikke genkendt
format-other = Et andet format
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
format-eml = Mail (.eml)
format-mbox = Postkasse (mbox)
format-imessage-sqlite = iPhone- eller Mac-beskeder (sms.db, chat.db)
format-imessage-typedstream = Del af en iPhone-besked
format-iphone-backup = iPhone-sikkerhedskopi
format-iphone-calls-sqlite = Opkald fra iPhone
format-whatsapp-ios-sqlite = WhatsApp fra iPhone (ChatStorage.sqlite)
format-android-sms-sqlite = SMS og MMS fra Android (mmssms.db)
format-android-calls-sqlite = Opkald fra Android (calllog.db)
format-signal-backup-v2 = Signal-sikkerhedskopi
format-signal-json = Signal-eksport (JSON)
format-signal-text = Signal som tekst (signal-export, sigtop)
format-sms-import-export = SMS Import / Export (Android)
format-message-table = Tabel med beskeder (CSV, Excel)
format-imazing-csv = Beskeder fra iMazing (CSV)
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
format-short-eml = Mail
format-short-mbox = Postkasse
format-short-imessage-sqlite = iMessage
format-short-imessage-typedstream = iMessage-del
format-short-iphone-backup = iPhone
format-short-iphone-calls-sqlite = Opkald
format-short-whatsapp-ios-sqlite = WhatsApp
format-short-android-sms-sqlite = SMS
format-short-android-calls-sqlite = Opkald
format-short-signal-backup-v2 = Signal
format-short-signal-json = Signal
format-short-signal-text = Signal
format-short-sms-import-export = SMS
format-short-message-table = Tabel
format-short-imazing-csv = iMazing
warning-ends-suddenly = Filen slutter pludseligt; det, der kom før, er læst
warning-round-count = Antallet af poster er et rundt tal: eksporten kan være skåret af
warning-archive-unreadable = En del af arkivet kunne ikke læses
warning-archive-damaged = Arkivet er beskadiget; det, der kunne læses, er læst
warning-part-missing = Download i flere dele: del { $parts } mangler
warning-file-unreadable = { $file } kunne ikke læses og er ikke med
warning-other-export-inside = { $count } andre eksporter ligger i filen og er ikke læst
warning-count-differs = Filen siger, at den har { $declared } poster; { $found } blev fundet
warning-type-differs = Vedhæftede filer, hvis indhold afviger fra den angivne type: { $count }. De behandles efter deres indhold
warning-address-conflict = Beskeder, hvor afsender og modtagere modsiger hinanden i filen: { $count }. De vises, som filen har dem
warning-seconds-as-milliseconds = Tider angivet i sekunder i stedet for millisekunder: { $count }. De blev læst som sekunder
warning-media-omitted = Vedhæftede filer, som eksporten har udeladt: { $count }. Eksportér igen med medier, hvis de skal bruges
warning-media-missing = Vedhæftede filer, der er nævnt, men ikke findes i filen: { $count }
warning-pasted-headers = Linjer, der ligner begyndelsen på en besked, men ikke passer: { $count }. De er bevaret som tekst i beskeden før
warning-archive-inside-unopened = Arkiver inde i arkivet, som ikke blev åbnet: { $count }
warning-mixed-shapes = Linjernes form skifter inde i filen, som efter skift af telefon eller sprog
warning-mail-encrypted = Krypterede mails, der ikke kunne læses: { $count }. Åbn dem i mailprogrammet, og eksportér dem uden kryptering
warning-mail-parts-unmarked = Mails, hvis dele ikke er adskilt som angivet: { $count }. Hele indholdet er læst som tekst
warning-times-run-back = Tiderne går baglæns enkelte steder; filens rækkefølge er bevaret
warning-database-log-used = De nyeste rækker stod i databasens logfil og er læst derfra. Sider: { $count }
warning-database-log-damaged = Databasens logfil er beskadiget eller hører ikke til; de nyeste beskeder kan mangle
warning-mms-reports = Kvitteringer og rapporter om mms-beskeder: { $count }. De står som systembeskeder
warning-database-damaged = Dele af databasens indhold kunne ikke læses
warning-recently-deleted = Beskeder, der ligger under “Slettet for nylig”: { $count }. De er taget med
warning-marked-spam = Beskeder, som telefonen har markeret som spam: { $count }
warning-backup-encrypted = Sikkerhedskopien er krypteret. Angiv dens adgangskode for at læse den
warning-backup-wrong-password = Adgangskoden passer ikke til sikkerhedskopien
warning-backup-key-damaged = Sikkerhedskopiens nøgler er beskadiget; den kan ikke åbnes
warning-backup-file-missing = Filer, som sikkerhedskopien nævner, men som mangler i mappen: { $count }
warning-signal-encrypted = Sikkerhedskopien er krypteret. Angiv dens gendannelsesnøgle på 64 bogstaver og cifre for at læse den
warning-signal-wrong-key = Gendannelsesnøglen passer ikke til sikkerhedskopien
warning-signal-changed = Sikkerhedskopien er ufuldstændig eller er ændret, efter at Signal skrev den. Det, der kunne læses, blev læst
warning-signal-main-missing = Filen “main” med beskederne mangler ved siden af “metadata”. Vælg hele mappen SignalBackups
warning-signal-newer = En nyere Signal har skrevet denne sikkerhedskopi (version { $version }). Dele af den kan mangle her
warning-signal-older-backups = Ældre sikkerhedskopier i samme mappe, som ikke blev læst: { $count }. De kan indeholde beskeder, der siden er slettet: indlæs hver af deres mapper for sig
warning-signal-left-out = Signal udelader forsvindende beskeder og filerne i beskeder, der kun kan ses én gang, fra denne eksport. En lokal sikkerhedskopi, der læses med gendannelsesnøglen, indeholder også dem, der endnu ikke var forsvundet
warning-disappearing = Beskeder, der sletter sig selv efter en tid: { $count }. Tidligere kan være væk
warning-disappearing-chats = Samtaler, hvor beskeder sletter sig selv efter en tid: { $count }
warning-strange-times = Tidspunkter, der ikke kan passe: { $count }. De vises, som filen har dem
warning-e2ee-part-missing = Nogle samtaler er gået over til end-to-end-kryptering; den del er ikke med. Den hentes for sig: Messenger, Indstillinger, Sikker lagring
warning-classic-part-missing = Kun den krypterede del af Messenger er her. Ældre og ukrypterede beskeder ligger i Facebooks egen eksport
warning-comments-not-in-export = Andres kommentarer under opslagene er som regel ikke med i platformens eksport. Gem siden for sig, hvis de skal bevares
warning-imported-chat-times = Beskeder, der ser ud til at være importeret fra en anden app: { $count }. Deres tidspunkt kan være importens
warning-not-in-this-form = HTML-udgaven viser ikke alt. JSON-udgaven af samme eksport indeholder mere
warning-no-repository = Filen er et CAR-arkiv, men indeholder ikke en kontos data: der er intet at læse
warning-blocks-missing = Poster eller dele af indekset, som kontoen nævner, men som ikke er i filen: { $count }. Filen er kun en del af kontoen: hent den igen
warning-records-not-in-tree = Poster, som kontoens indeks ikke nævner, fx slettede opslag eller tidligere udgaver: { $count }. De er læst og står i samtaler for sig
warning-listed-files-missing = Filer, som eksporten selv nævner, men som mangler: { $count }
warning-reformatted = En fil er omskrevet af et program efter eksporten. Den er læst alligevel
warning-next-page-missing = Eksporten er delt i sider, og den sidste mangler: der er flere beskeder
warning-hidden-sheets = Skjulte ark, der også er læst: { $count }
warning-hidden-rows = Skjulte rækker, der også er læst: { $count }
warning-hidden-columns = Skjulte kolonner, der også er læst: { $count }
warning-formulas-without-value = Celler, hvis formel aldrig er beregnet: { $count }. Selve formlen står i stedet for værdien. Åbn filen i regnearksprogrammet, gem den, og indlæs den igen
warning-workbook-not-read = Billeder, diagrammer, tekstbokse og indlejrede filer i regnearket: { $count }. De er ikke læst
warning-sheets-beyond = Ark ud over grænsen, som ikke er læst: { $count }
warning-sheets-left-out = Ark uden beskeder, som ikke er læst: { $count } ({ $sheets })
warning-numbers-shortened = Telefonnumre, som et regneark har forkortet til fx 4,57012E+10: { $count }. Cifrene er tabt, og flere personer kan stå under ét nummer. Eksportér igen, og åbn filen med kolonnen sat til tekst
warning-date-orders-mixed = Rækker, hvis dato kun passer til en anden rækkefølge af dag og måned end de flestes: { $count }. De er læst i den rækkefølge, der passer; kontrollér datoer, der passer til begge
warning-mapping-does-not-fit = Tabeller, som den angivne opsætning ikke passer til: { $count }. Deres kolonner er gættet
warning-other = Bemærkning fra læsningen: { $id }
question-time-zone = Hvilken tidszone var telefonen sat til, da { $file } blev eksporteret?
question-time-zone-hint = { $messages ->
    [0] Filen angiver klokkeslæt uden tidszone.
    [one] Filen angiver klokkeslæt uden tidszone. { $messages } besked falder i den time, hvor uret stilles om.
   *[other] Filen angiver klokkeslæt uden tidszone. { $messages } beskeder falder i den time, hvor uret stilles om.
  }
question-date-order = I hvilken rækkefølge er datoerne i { $file } skrevet?
question-date-order-hint = Alle datoer i filen passer til mere end én rækkefølge.
question-owner = Hvem ejer telefonen i { $file }?
question-owner-hint = Ejerens beskeder står til højre. Markér alle ejerens numre eller navne.
question-columns = Hvad står der i kolonnerne i { $file }?
question-columns-hint = Kolonnerne er gættet ud fra overskrifter og indhold. Sammenlign med eksemplerne. Beskederne læses igen, når du ændrer noget.
columns-table = Kolonner med eksempler
columns-number = Kolonne { $number }
columns-role = Indholdet af { $column }
columns-header = Første række er overskrifter
columns-name = Navn på denne opsætning
columns-name-hint = Til næste fil af samme slags: Gem opsætningen som fil, og indlæs den dér.
columns-unusable = Vælg mindst en kolonne med tekst og en med tid eller afsender.
columns-apply = Brug disse kolonner
columns-save = Gem opsætning …
columns-load = Indlæs opsætning …
columns-load-failed = { $file } er ikke en kolonneopsætning, eller den nævner for få kolonner.
columns-file = kolonner
columns-settled = Kolonnerne i { $file }
role-time = Dato og tid
role-clock = Klokkeslæt
role-sender = Afsender
role-sender-handle = Afsenders nummer eller adresse
role-receiver = Modtager
role-conversation = Samtale
role-text = Tekst
role-subject = Emne
role-direction = Sendt eller modtaget
role-attachment = Vedhæftet fil
role-quoted = Besvaret besked
role-reactions = Reaktioner
role-other = Noget andet
question-password = { $secret ->
    [recovery-key] Hvad er gendannelsesnøglen til sikkerhedskopien i { $file }?
   *[password] Hvad er adgangskoden til sikkerhedskopien i { $file }?
  }
question-password-hint = { $secret ->
    [recovery-key] De 64 bogstaver og cifre, som Signal viste, da sikkerhedskopiering blev slået til: Indstillinger, Sikkerhedskopier, Sikkerhedskopier på enheden, Vis gendannelsesnøgle. Nøglen bliver i denne side og gemmes ikke.
   *[password] Koden, der blev valgt i Finder, iTunes eller Apple-enheder, da sikkerhedskopien blev krypteret. Den bliver i denne side og gemmes ikke.
  }
question-password-wrong = { $secret ->
    [recovery-key] Gendannelsesnøglen passer ikke. Prøv igen.
   *[password] Adgangskoden passer ikke. Prøv igen.
  }
question-password-label = { $secret ->
    [recovery-key] Gendannelsesnøgle til sikkerhedskopien
   *[password] Adgangskode til sikkerhedskopien
  }
question-password-use = Læs sikkerhedskopien
answer-likely = { $answer } (sandsynligt)
answer-other-zone = En anden tidszone
answer-choose = Vælg …
answer-not-known = Ukendt
answer-not-known-time-zone = Tider vises, som de står i filen.
answer-not-known-date-order = Datoer vises, som de står i filen, og indgår ikke i en periode.
answer-not-known-owner = Ingen beskeder vises som sendt af ejeren.
answer-not-known-password = Intet læses af sikkerhedskopien.
answer-date-dmy = Dag, måned, år
answer-date-mdy = Måned, dag, år
answer-date-ymd = År, måned, dag
errors-title = Poster, der ikke kunne læses
errors-lead = Disse poster i { $file } er ikke gennemsøgt og er ikke med i den udleverede kopi. Selve filen gemmes uændret i pakken.
errors-col-record = Post
errors-col-what = Hvad der er galt
errors-col-place = Sted
errors-byte = byte { $byte }
errors-member-byte = { $member }, byte { $byte }
errors-more = { $records ->
    [one] { $records } mere er ikke vist her.
   *[other] { $records } mere er ikke vist her.
  }

## Scope
scope-title = Hvad omfatter sagen?
scope-lead = Det, du udelader her, kommer ikke med i den udleverede kopi og bliver talt. Det bliver i den krypterede pakke.
scope-period = Periode
scope-period-hint = Begge dage er med. Dage regnes i { $zone }.
scope-from = Første dag
scope-to = Sidste dag
scope-zone = Dagenes tidszone
scope-both = Fra { $from } til { $to }, begge dage inklusive.
scope-only-from = Fra { $from }, den dag inklusive.
scope-only-to = Til { $to }, den dag inklusive.
scope-all-time = Tag hele perioden
scope-whole = Hele perioden er med.
scope-conversations = { $conversations ->
    [one] Samtaler ({ $conversations })
   *[other] Samtaler ({ $conversations })
  }
scope-include-all = Tag alle med
scope-exclude-all = Udelad alle
scope-row = { $inside ->
    [one] { $inside } af { $all } beskeder i sagen · { $period }
   *[other] { $inside } af { $all } beskeder i sagen · { $period }
  }
scope-inside = { $messages ->
    [one] { $messages } besked er i sagen
   *[other] { $messages } beskeder er i sagen
  }
scope-out-conversations = { $messages ->
    [one] { $messages } besked udeladt med sin samtale
   *[other] { $messages } beskeder udeladt med deres samtaler
  }
scope-out-period = { $messages ->
    [one] { $messages } besked uden for perioden
   *[other] { $messages } beskeder uden for perioden
  }
scope-undated = { $messages ->
    [one] { $messages } besked uden læsbar tid: udelades, så snart der er valgt en periode
   *[other] { $messages } beskeder uden læsbar tid: udelades, så snart der er valgt en periode
  }
scope-out-hint = Antallet, der er udeladt, står på afslutningssiden og i kvitteringen.
scope-go-on = Gå til gennemgang
scope-nothing = Vælg mindst én samtale med beskeder i perioden.
scan-title = Det søges der efter
scan-searches = Der søges efter:
searched-names = navne på personer i løbende tekst samt navne og numre på alle deltagere
searched-personal-numbers = personnumre (Sverige, Danmark, Norge, Finland, Island)
searched-births = fødselsdatoer og aldre
searched-addresses = gadeadresser og ejendomsbetegnelser
searched-contact = telefonnumre, e-mailadresser, brugernavne og profiler
searched-money = bankkonti, gironumre og betalingskort
searched-documents = pas, identitetskort, kørekort og nummerplader
searched-records = sagsnumre og virksomhedsnumre
searched-devices = positioner og enheders adresser (IP, MAC, IMEI)
searched-secrets = adgangskoder, engangskoder og links med en nøgle
searched-markings = fortrolighedsmærkninger og beskyttede identiteter
searched-sensitive = ord om helbred, fagforening, religion, politik, etnisk oprindelse, seksuelle forhold, genetiske og biometriske data samt strafbare forhold
searched-supervision = trusler, had og andre kommentarer, der kræver opsyn, som vink
scan-not-searched = Der søges ikke efter; det skal et menneske læse efter:
search-preset = Hvor meget der vises
search-preset-strict = Kun det sandsynlige
search-preset-strict-hint = Bånd A og B: færre spørgsmål, mere overses.
search-preset-normal = Sandsynligt og muligt
search-preset-normal-hint = Bånd A, B og C. C vises og bliver stående, medmindre du afgør andet.
search-preset-everything = Alt, som en regel har foreslået
search-preset-everything-hint = Også det meget usikre: mange falske alarmer.
search-categories = Kategorier: { $on } af { $all } gennemsøges
search-off = Slået fra og ikke gennemsøgt: { $kinds }.
search-profile-none = Der bruges ingen profil for din myndighed.
search-profile-unnamed = Der bruges en profil uden navn.
search-profile-named = Profil i brug: { $name }
search-profile-load = Indlæs profil …
search-profile-remove = Brug ingen profil
conversations-filter = Find en samtale
conversations-none = Ingen samtale passer.

## Review
conversations-label = Samtaler og søgning
search-label = Søg i alle beskeder
search-count = { $hits ->
    [one] { $hits } resultat
   *[other] { $hits } resultater
  }
search-working = Søger: { $searched } beskeder indtil videre.
search-none = Intet fundet. Søgningen ser på al tekst, også uden for perioden.
search-more = { $hits ->
    [one] { $hits } resultat mere: skriv mere for at indsnævre søgningen.
   *[other] { $hits } resultater mere: skriv mere for at indsnævre søgningen.
  }
search-clear = Luk søgningen
review-period = { $period }, { $zone }
review-whole-period = Hele perioden, { $zone }
review-conversations = { $inside ->
    [one] { $inside } samtale i sagen
   *[other] { $inside } samtaler i sagen
  }
change-scope = Ret
conversation-open = { $places } åbne
conversation-done = ✓ færdig
conversation-out = udeladt
conversation-facts = { $messages ->
    [one] { $messages } besked
   *[other] { $messages } beskeder
  }
conversation-group = gruppe på { $members }
thread-label = Beskeder
thread-empty = Vælg en samtale.
thread-place = besked { $at } af { $all }
show-conversations = Samtaler
view-label = Sådan vises beskederne
view-original = Original
view-marked = Markeret
view-released = Som udleveret
view-released-note = Tegnet ud fra teksten i den udleverede kopi, som den ville blive skrevet nu.
view-original-note = INTERN – må ikke udleveres. Her er intet dækket.
undo = Fortryd
redo = Gentag
day-unknown = Ukendt dag
message-loading = Henter …
message-clock-change = i den time, hvor uret stilles om
message-outside = uden for anmodningen
released-outside = { $time } · ikke i den udleverede kopi
sender-owner = Ejer
sender-service = Meddelelse
direction-draft = kladde, aldrig sendt
direction-failed = ikke sendt
kind-call = { $seconds ->
    [one] Opkald, { $seconds } sekund
   *[other] Opkald, { $seconds } sekunder
  }
kind-call-missed = Opkald, ikke besvaret
kind-deleted = Beskeden er slettet. Eksporten har ingen tekst.
kind-view-once = Engangsvisning. Eksporten har den ikke.
kind-location = Delt sted
kind-contact = Kontaktkort
kind-poll = Afstemning
kind-post = Opslag
kind-comment = Kommentar
kind-entry = Anden registrering fra kontoen
field-body = Tekst
field-subject = Emne
field-quoted = Citeret
field-link-preview = Forhåndsvisning af link
detail-earlier-text = Tidligere ordlyd
detail-reaction = Reaktion
detail-poll-question = Afstemning
detail-poll-option = Valgmulighed
detail-contact-card = Kontaktkort
detail-location = Sted
detail-forwarded-from = Videresendt fra
detail-link = Link
detail-description = Beskrivelse
detail-transcript = Udskrift af lyd
detail-tag = Markeret
detail-header = Brevhoved
detail-other = Yderligere tekst
field-detail = Yderligere tekst
field-attachment-name = Filnavn
attachment-type-unknown = ukendt slags
attachment-missing = Nævnt, men ikke i filen.
attachment-omitted = Eksporten har udeladt det.
attachment-kept = Kommer med i den udleverede kopi, skrevet på ny uden skjulte data.
attachment-withheld-choice = Undtaget, indtil du beholder det.
attachment-withheld = Undtaget. Kun JPEG- og PNG-billeder kan udleveres.
attachment-keep = Udlevér billedet
attachment-withhold = Undtag billedet
attachment-alt = Billede { $name }
attachment-no-preview = Kan ikke vises
mark-hint = ({ $category }, { $state })
card-label = Oplysning
card-empty = Vælg en markeret oplysning i beskederne eller på listen.
card-places = { $places ->
    [one] { $places } sted
   *[other] { $places } steder i { $conversations ->
        [one] { $conversations } samtale
       *[other] { $conversations } samtaler
      }
  }
card-state = Status: { $state }
card-why = Derfor er den markeret
card-forms = Skrevet som { $list }
sheet-more = Vis begrundelser og mere
sheet-less = Vis mindre
pace-decided = { $decided } af { $values } forskellige oplysninger afgjort
pace-left = { $minutes ->
    [one] ca. { $minutes } minut tilbage
   *[other] ca. { $minutes } minutter tilbage
  }
pace-none = alt er afgjort
decided-count = { $decided } afgjort
basis-label = Begrundelse
basis-category = { $category } (ingen hjemmel)
basis-numbered = { $number } · { $label } · { $title }
redact = Overstreg
keep = Behold
unsure = I tvivl
redact-all = Overstreg alle { $places }
keep-all = Behold alle { $places }
redact-message = Hele beskeden
show-message = Vis beskeden igen
mark-by-hand = Markér tekst
note-label = Note til loggen (valgfri)
previous = Forrige
next = Næste
next-title = Oplysninger i denne samtale
next-none = Der er ikke fundet oplysninger i denne samtale.
next-more = { $values ->
    [one] og { $values } mere
   *[other] og { $values } mere
  }
value-places = { $places ->
    [one] { $places } sted
   *[other] { $places } steder
  }
outcome-open = åben
outcome-redact = overstreget
outcome-keep = beholdt
outcome-unsure = i tvivl
outcome-mixed = forskelligt
band-A = sikker (A)
band-B = sandsynlig (B)
band-C = mulig (C)
review-all-decided = Alt er afgjort.
review-done-title = Alt er afgjort
review-done = { $values ->
    [one] { $values } oplysning har en afgørelse. Du kan stadig ændre den.
   *[other] { $values } forskellige oplysninger har en afgørelse. Du kan stadig ændre dem alle.
  }
review-to-finish = Gå til afslutning
suggestions-button = { $places ->
    [one] Afgør det åbne sted som foreslået …
   *[other] Afgør alle { $places } åbne steder som foreslået …
  }
suggestions-title = Afgør som foreslået
suggestions-text = { $open ->
    [one] { $open } åbent sted, der er sikkert eller sandsynligt, overstreges; { $kept } mulige beholdes. Et tryk på Fortryd tager det hele tilbage.
   *[other] { $open } åbne steder, der er sikre eller sandsynlige, overstreges; { $kept } mulige beholdes. Et tryk på Fortryd tager det hele tilbage.
  }
suggestions-do = { $places ->
    [one] Overstreg { $places } sted
   *[other] Overstreg { $places } steder
  }
mark-title = Markér tekst i hånden
mark-lead = Markér det, der skal overstreges, med musen eller med Skift og piletasterne.
mark-text = Beskedens tekst
mark-do = Overstreg det markerede
announce-redact = { $places ->
    [one] { $places } sted overstreget
   *[other] { $places } steder overstreget
  }
announce-keep = { $places ->
    [one] { $places } sted beholdt
   *[other] { $places } steder beholdt
  }
announce-unsure = { $places ->
    [one] { $places } sted sat til i tvivl
   *[other] { $places } steder sat til i tvivl
  }
announce-message = { $withheld ->
    [yes] Hele beskeden overstreget
   *[no] Beskeden vises igen
  }
announce-undone = { $places ->
    [one] Fortrudt: { $places } sted
   *[other] Fortrudt: { $places } steder
  }
announce-redone = { $places ->
    [one] Gentaget: { $places } sted
   *[other] Gentaget: { $places } steder
  }

## Categories
category-person = Navn på en person
category-se-personnummer = Svensk personnummer
category-se-samordningsnummer = Svensk samordningsnummer
category-dk-cpr = CPR-nummer
category-no-fodselsnummer = Norsk fødselsnummer
category-fi-hetu = Finsk personnummer
category-iban = Bankkonto (IBAN)
category-payment-card = Betalingskort
category-phone = Telefonnummer
category-email = E-mailadresse
category-ip-address = IP-adresse
category-gps = Position
category-one-time-code = Engangskode
category-credential = Adgangskode eller nøgle
category-secrecy-marking = Fortrolighedsmærkning
category-protected-identity = Beskyttet identitet
category-se-reservnummer = Svensk reservenummer
category-is-kennitala = Islandsk kennitala
category-passport = Pasnummer
category-id-card = Id-kort eller tjenestenummer
category-driving-licence = Kørekortnummer
category-vehicle-plate = Nummerplade eller stelnummer
category-se-orgnr = Svensk organisationsnummer
category-dk-cvr = CVR-nummer
category-dk-pnummer = P-nummer
category-no-orgnr = Norsk organisationsnummer
category-fi-ytunnus = Finsk virksomhedsnummer (Y-tunnus)
category-se-bankgiro = Svensk bankgiro
category-se-plusgiro = Svensk plusgiro
category-se-bank-account = Svensk bankkonto
category-dk-bank-account = Bankkonto (reg. og konto)
category-no-bank-account = Norsk bankkonto
category-se-fastighet = Svensk ejendomsbetegnelse
category-dk-matrikel = Matrikelnummer
category-case-number = Sagsnummer
category-address = Adresse
category-social-handle = Brugernavn eller profil
category-mac-address = MAC-adresse
category-imei = Telefonens eller SIM-kortets nummer (IMEI)
category-birth-date = Fødselsdato
category-age = Alder
category-url-secret = Link med nøgle
category-health = Helbred
category-union = Fagforening
category-religion = Religion eller tro
category-politics = Politisk holdning
category-ethnicity = Etnisk oprindelse
category-sex-life = Seksuelle forhold
category-genetic-biometric = Genetiske eller biometriske data
category-offence = Strafbare forhold
category-supervision = Bør ses efter (tilsyn)
category-manual = Markeret i hånden

## Evidence
evidence-other = Detalje: { $id } { $word }
evidence-checksum-right = Kontrolcifferet er rigtigt
evidence-checksum-wrong = Kontrolcifferet er forkert
evidence-checksum-not-required = Numre af denne slags kræver ikke kontrolciffer
evidence-date-real = Det begynder med en rigtig dato
evidence-date-impossible = Datoen findes ikke
evidence-century-sign = Tegnet for århundredet passer
evidence-context-before = »{ $word }« { $distance ->
    [0] står lige foran
   *[other] står { $distance } ord foran
}
evidence-context-after = »{ $word }« { $distance ->
    [0] står lige efter
    [1] står lige efter
   *[other] står { $distance } ord efter
}
evidence-context-message = »{ $word }« står i en besked ved siden af
evidence-word = { $word }
evidence-context-column = Kolonnens overskrift er »{ $word }«
evidence-split-messages = Skrevet over flere beskeder
evidence-case-memory = Samme værdi er fundet et andet sted i sagen
evidence-protected-thread = Hævet: nogen i denne samtale har en beskyttet identitet
evidence-listed-keep = På myndighedens liste over det, der forbliver synligt: { $word }
evidence-listed-find = På myndighedens liste over det, der altid findes: { $word }
evidence-own-pattern = Passer til myndighedens eget mønster »{ $word }«
evidence-own-word = Står i myndighedens egen ordliste »{ $word }«
evidence-context-line = »{ $word }« står på samme linje
evidence-below-bands = Meget usikkert: vises, fordi alt vises
evidence-context-other = »{ $word }« peger på noget andet
evidence-competing = Kan også være: { $word }
evidence-edge-doubtful = Det er uklart, hvor oplysningen slutter
evidence-known-participant = Navn eller nummer på en deltager
evidence-marked-by-hand = Markeret i hånden
evidence-kind-synthetic = Testnummer
evidence-kind-reserve = Reservenummer
evidence-kind-replacement = Erstatningsnummer
evidence-kind-h-number = H-nummer (sundhedsvæsenet)
evidence-kind-d-number = D-nummer
evidence-kind-temporary = Midlertidigt nummer
evidence-kind-day-plus-60 = Dag med 60 lagt til
evidence-kind-2032 = Nummer uden kontrolciffer, som det udstedes fra 2032
evidence-looks-like = Ligner noget andet
evidence-looks-like-uuid = Ligner et teknisk kendetegn
evidence-looks-like-link = Står i et link
evidence-looks-like-law = Ligner en lovhenvisning
evidence-looks-like-isbn = Ligner et bognummer
evidence-looks-like-epoch = Ligner en computers tidsangivelse
evidence-looks-like-date = Ligner en dato
evidence-looks-like-amount = Ligner et beløb
evidence-name-full = For- og efternavn sammen
evidence-name-first = Fornavn på en deltager
evidence-name-tagger = Læses som et navn her ({ $word })
evidence-name-list-given = Fornavn i offentlige navnelister
evidence-name-list-surname = Efternavn i offentlige navnelister, eller dannet som et
evidence-name-after-title = ”{ $word }” står foran
evidence-name-introduced = ”{ $word }” står foran
evidence-name-greeted = ”{ $word }” står foran
evidence-name-signed = ”{ $word }” står foran
evidence-name-after-bond = ”{ $word }” står foran
evidence-name-other-script = Skrevet med andre bogstaver end teksten omkring
evidence-name-repeated = Samme navn står et andet sted i teksten
evidence-looks-like-firm = Kan være et firma eller en institution
evidence-looks-like-street = Kan være en vej eller et sted
evidence-looks-like-thing = Kan være en ting, et sted eller et dyr med et navn
evidence-looks-like-namesake = Kan være opkaldt efter en person: et værk, en skole, en pris, en sygdom
evidence-looks-like-month = Kan være en måned
evidence-looks-like-brand = Kan være et mærke, en butik eller et værk
evidence-name-last = Efternavn på en deltager
evidence-common-word = Er også et almindeligt ord
evidence-upper-case = Skrevet med stort
evidence-lower-case = Skrevet med småt
evidence-country-code = Med landekode
evidence-bare-digits = Kun cifre, uden mellemrum og tegn
evidence-line-start = Står først på en linje
evidence-card-family = Passer til en slags kort
evidence-code-length = Lige så lang som den slags koder
evidence-coordinate-pair = Bredde- og længdegrad
evidence-map-link = Står i et kortlink
evidence-email-form = Har form som en e-mailadresse
evidence-email-spelled = En e-mailadresse skrevet med ord
evidence-address-form = Har form som en adresse
evidence-key-prefix = Begynder, som den slags nøgler gør
evidence-link-key = En nøgle i et link
evidence-password-word = Et ord for adgangskode står ved siden af
evidence-country = Land { $word }
evidence-grouped = Opdelt som numre af denne slags
evidence-inflected = Med ejefaldsendelse eller bøjning
evidence-marking = Markering i løbende tekst
evidence-phrase = Ordene »{ $word }«
evidence-lexicon-word = Ordet “{ $word }”
evidence-clause-named = Der står et navn eller personnummer i samme sætning
evidence-clause-person = Sætningen handler om en person
evidence-clause-nobody = Sætningen nævner ingen
evidence-clause-verb = Et udsagnsord siger det som en kendsgerning
evidence-clause-general = Lyder som generel omtale
evidence-clause-negated = Sætningen benægter noget: læs den
evidence-clause-social = Sociale forhold: børnesag, gæld, skilsmisse
evidence-supervision-threat = Kan være en trussel – et fingerpeg, ingen dom
evidence-supervision-incitement = Kan opfordre til vold eller hærværk – et fingerpeg, ingen dom
evidence-supervision-group-hate = Kan være hån mod en gruppe mennesker – et fingerpeg, ingen dom
evidence-supervision-violence = Kan hylde eller vise vold – et fingerpeg, ingen dom
evidence-supervision-privacy = Kan udstille nogens privatliv – et fingerpeg, ingen dom
evidence-supervision-child-abuse = Kan handle om seksuelt misbrug af børn: åbn og kopiér ikke billeder – et fingerpeg, ingen dom
evidence-supervision-copyright = Kan være andres værk – et fingerpeg, ingen dom
evidence-law-cited = Der står en paragraf ved siden af
evidence-basis-hint = Muligt grundlag: { $word } – vurdér det selv
evidence-spelled-out = Cifrene er skrevet med ord
evidence-country-prefix = Landets bogstaver eller skattemærke står ved siden af
evidence-kind-company = Nummer på en virksomhed
evidence-kind-iccid = Nummer på et SIM-kort (ICCID)
evidence-kind-imsi = Abonnentens nummer i mobilnettet (IMSI)
evidence-kind-mrz = Maskinlæsbare linjer fra et pas eller kort
evidence-kind-hsa-id = HSA-id for en medarbejder i svensk sundhedsvæsen
evidence-kind-hpr = HPR-nummer for norsk sundhedspersonale
evidence-kind-vin = Stelnummer
evidence-plate-form = Har form som en nummerplade
evidence-case-form = Har form som et sagsnummer
evidence-property-form = Har form som en ejendomsbetegnelse
evidence-handle-form = Begynder med @ som et brugernavn
evidence-profile-link = Link til en profil
evidence-link-user = Bruger og adgangskode står i linket
evidence-link-random = En lang tilfældig del åbner linket
evidence-street-form = Har form som vej og nummer
evidence-postcode = Postnummer følger
evidence-age-word = Skrevet som en alder
evidence-switchboard = Nær »{ $word }«: en omstilling er ingens eget nummer

## Keys
keys-help-title = Taster i gennemgangen
keys-help-lead = Tasterne virker, når fokus er i gennemgangen og ikke i et tekstfelt.
keys-help-on = Brug enkelte taster
keys-help-change-lead = Vælg en tast for at sætte en anden i dens sted. Ændrede taster gemmes sammen med sagen.
keys-help-change = Skift tast for »{ $command }«, nu { $key }
keys-help-press = Tryk på den nye tast for »{ $command }«. Delete slår den fra, Escape lader den være.
keys-help-none = fra
keys-help-refused = Denne tast kan ikke bruges. Tag et bogstav eller et tegn.
keys-help-changed = { $key } gør nu: { $command }.
keys-help-moved = { $key } gør nu: { $command }. Der er ingen tast tilbage til: { $lost }.
keys-help-switched-off = Ingen tast gør længere: { $command }.
keys-help-standard = Standardtaster
keys-help-col-key = Tast
keys-help-col-does = Gør
key-next = Næste åbne oplysning
key-previous = Forrige åbne oplysning
key-redact = Overstreg dette sted
key-keep = Behold dette sted synligt
key-unsure = Sæt til i tvivl
key-redact-all = Overstreg alle forekomster
key-keep-all = Behold alle forekomster
key-message = Overstreg hele beskeden
key-mark = Markér tekst i hånden
key-basis = Vælg begrundelse efter nummer
key-note = Skriv en note
key-undo = Fortryd
key-redo = Gentag
key-view = Original, markeret, som udleveret
key-search = Søg
key-save = Gem arbejdsfilen
key-arrows = Gå mellem beskeder
key-short-next = næste, forrige
key-short-redact = overstreg
key-short-keep = behold
key-short-unsure = i tvivl
key-short-redact-all = alle forekomster
key-short-undo = fortryd
key-short-help = hjælp

## Finish
finish-title = Klar til at afslutte?
finish-lead = Der kommer to ting ud: en udleveret kopi til den, der har bedt om den, og en krypteret pakke til jeres arkiv.
finish-checklist = Tjekliste
finish-checking = Kontrollerer …
finish-reasons = Brugte begrundelser
finish-write = Skriv udleveret kopi og pakke
finish-later = Gem og fortsæt senere
finish-why-blocked = { $points ->
    [one] Knappen virker, når punktet med ! er klaret.
   *[other] Knappen virker, når de { $points } punkter med ! er klaret.
  }
finish-why-keys = Knappen virker, når nogen kan åbne pakken: gem nøglearket, og skriv ord fra det igen, eller tilføj et certifikat.
finish-why-after = Bagefter åbnes hver skrevet fil igen og gennemsøges for alt, der er fjernet.
finish-no-second = Ingen anden person kontrollerer afgørelserne; det står i kvitteringen.
check-ok = I orden:
check-block = Skal klares:
check-info = Til orientering:
gate-other = Kontrol »{ $id }«
gate-open = { $places ->
    [0] Alle sikre og sandsynlige steder er afgjort
    [one] { $places } sted er uden afgørelse
   *[other] { $places } steder er uden afgørelse
  }
gate-unsure = { $places ->
    [0] Intet står som i tvivl
    [one] { $places } sted står som i tvivl
   *[other] { $places } steder står som i tvivl
  }
gate-missing-basis = { $places ->
    [0] Alle overstregninger har en begrundelse
    [one] { $places } overstregning er uden begrundelse
   *[other] { $places } overstregninger er uden begrundelse
  }
gate-inconsistent = { $values ->
    [0] Ingen oplysning er undtaget ét sted og synlig et andet
    [one] { $values } oplysning er undtaget ét sted og synlig et andet
   *[other] { $values } oplysninger er undtaget ét sted og synlige et andet
  }
gate-not-searched = Ikke gennemsøgt – det skal et menneske læse efter
gate-left-out = { $messages ->
    [0] Intet er udeladt af udleveringen
    [one] { $messages } besked er udeladt af udleveringen
   *[other] { $messages } beskeder er udeladt af udleveringen
  }
gate-attachments-withheld = { $withheld ->
    [0] Ingen bilag er undtaget
    [one] { $withheld } bilag er undtaget og står på listen
   *[other] { $withheld } bilag er undtaget og står på listen
  }
gate-damaged = { $records ->
    [0] Alle poster kunne læses
    [one] { $records } post kunne ikke læses: ikke gennemsøgt, ikke udleveret
   *[other] { $records } poster kunne ikke læses: ikke gennemsøgt, ikke udleveret
  }
gate-questions = { $count ->
    [0] Ingen spørgsmål om filerne står åbne
    [one] { $count } spørgsmål om filerne er ikke besvaret
   *[other] { $count } spørgsmål om filerne er ikke besvaret
  }
gate-possible = { $places ->
    [one] { $places } muligt sted er uden afgørelse og forbliver synligt
   *[other] { $places } mulige steder er uden afgørelse og forbliver synlige
  }
gate-open-account = { $redacted } steder overstreget, { $kept } beholdt, { $whole } beskeder undtaget helt
gate-damaged-partial = { $files ->
    [one] { $files } fil slutter for tidligt eller kunne ikke læses til ende
   *[other] { $files } filer slutter for tidligt eller kunne ikke læses til ende
  }
gate-damaged-unread = { $files ->
    [one] { $files } fil blev ikke genkendt: gemt i pakken, ikke gennemsøgt, ikke udleveret
   *[other] { $files } filer blev ikke genkendt: gemt i pakken, ikke gennemsøgt, ikke udleveret
  }
gate-place-message = En hel besked
gate-kept-on-purpose = { $places ->
    [one] { $places } fjernet oplysning er med vilje synlig ét sted
   *[other] Fjernede oplysninger er med vilje synlige { $places } steder
  }
gate-redact-here = Overstreg også her
gate-keep-here = Behold med vilje …
gate-places-more = { $places ->
    [one] Vis { $places } mere
   *[other] Vis { $places } mere
  }
gate-twins = Overstreg alle steder med disse oplysninger
notice-twins = { $places ->
    [one] { $places } sted overstreget
   *[other] { $places } steder overstreget
  }
keep-title = Skal det med vilje være synligt her?
keep-text = Oplysningen er fjernet andre steder og bliver stående synligt her i den udleverede kopi. Loggen og kvitteringen nævner stedet og din begrundelse.
keep-reason = Begrundelse
keep-reason-hint = For eksempel: del af et andet ord. Skriv ingen navne eller numre her.
keep-do = Behold synligt
notice-kept = Beholdt synligt med vilje. Fortryd i gennemgangen tager det tilbage.
keys-title = Hvem kan åbne arkivpakken
keys-lead = Hver nøgle åbner pakken alene.
keys-lost = Uden en af nøglerne kan pakken ikke åbnes, heller ikke af os.
keys-col-key = Nøgle
keys-col-kept = Hvor den opbevares
keys-col-state = Status
keys-none = Ingen adgangssætning endnu
keys-passphrase = Adgangssætning
keys-own = din egen
keys-certificate = Certifikat: { $subject }
keys-certificate-slot = Certifikat
keys-proved = skrevet igen
keys-not-proved = Skriv den igen nedenfor
keys-no-sheet = Gem nøglearket
sheet-saved = Nøgleark udskrevet eller gemt
sheet-not-saved = Nøgleark ikke gemt endnu
sheet-print = Udskriv nøgleark
sheet-save = Gem nøgleark
prove-words = Skriv to ord fra nøglearket
prove-whole = Skriv adgangssætningen igen
prove-hint = Det viser, at nøglearket kan læses.
prove-word = Ord { $number }
prove-again = Adgangssætning
certificate-add = Tilføj et certifikat
certificate-hint = X.509-certifikater (PEM eller DER) fra jeres arkiv: RSA fra 2048 bit, EC P-256 eller P-384.
certificate-too-large = { $name } er for stor til at være et certifikat. Intet er tilføjet.
certificate-issuer = Udstedt af { $issuer } · { $key }
certificate-fingerprint = Fingeraftryk
certificate-valid = gyldigt { $from } – { $to }
certificate-used = bruges
certificate-expired = Ikke gyldigt nu
certificate-use-anyway = Brug det alligevel
write-too-large = Disse filer fylder { $all }. Denne browser kan højst skrive { $limit }, så sagen kunne ikke gøres færdig her.
write-too-large-advice = Intet blev indlæst. Brug Chromium, Edge, Firefox eller kommandolinjen til denne sag.
write-limit = Denne browser kan skrive filer på op til { $size } her. Større materiale kræver Chromium, Edge, Firefox eller kommandolinjen.
leak-title = { $leaks ->
    [one] Stoppet: { $leaks } fjernet oplysning findes stadig i filerne
   *[other] Stoppet: { $leaks } fjernede oplysninger findes stadig i filerne
  }
leak-text = Der er ikke gemt nogen fil. Overstreg også disse steder, eller behold dem med vilje, og skriv igen.
leak-line = { $category } i { $path }, { $place }
results-title = Færdig
results-title-part = Den udleverede kopi er klar
results-account = { $messages ->
    [one] { $messages } besked udleveret
   *[other] { $messages } beskeder udleveret
  }; heraf { $partly } delvis overstreget. { $withheld } undtaget helt, { $outside } uden for anmodningen.
results-attachments = { $withheld ->
    [one] { $withheld } bilag undtaget; udleverede billeder: { $pictures }.
   *[other] { $withheld } bilag undtaget; udleverede billeder: { $pictures }.
  }
results-verified = { $values ->
    [one] De færdige filer er åbnet igen og gennemsøgt for { $values } fjernet oplysning. Den blev ikke fundet.
   *[other] De færdige filer er åbnet igen og gennemsøgt for { $values } fjernede oplysninger. Ingen blev fundet.
  }
results-files = { $files ->
    [one] { $files } fil i den udleverede kopi
   *[other] { $files } filer i den udleverede kopi
  }
results-slots = { $slots ->
    [one] { $slots } nøgle åbner pakken (dele: { $parts }):
   *[other] { $slots } nøgler åbner pakken (dele: { $parts }), hver for sig:
  }
results-next = Gem alle tre. Fjern derefter sporene fra denne computer.
result-released = Udleveret kopi
result-released-hint = Til den, der har bedt om den.
result-bundle = Arkivpakke, krypteret
result-bundle-hint = Til jeres arkiv. Indeholder de originale filer.
result-receipt = Kvittering
result-receipt-hint = Intern. Tal og kontrolsummer, ingen oplysninger.
file-name-released = udleveret-kopi.zip
file-name-bundle = arkivpakke.zip
file-name-receipt = kvittering.html
file-name-work = arbejdsfil.zip
file-name-sheet = nøgleark.txt

## Protection
protect-title = Beskyt dit arbejde
protect-lead = Med en adgangssætning gemmes dine afgørelser krypteret på denne computer, mens du arbejder. Den samme adgangssætning åbner senere arkivpakken.
protect-generated = Brug disse ord
protect-generated-hint = Valgt tilfældigt på denne computer.
protect-bits = Ca. { $bits } bit: det gætter ingen.
protect-another = Andre ord
protect-own = Brug min egen adgangssætning
protect-sheet-later = Du kan udskrive nøglearket, før du afslutter.
protect-use = Brug denne adgangssætning
protect-later = Senere
protect-later-hint = Uden en adgangssætning gemmes intet: lukkes fanen, er afgørelserne tabt.
strength-empty = Skriv mindst fire ord, som ingen kan gætte.
strength-good = Ca. { $bits } bit: god.
strength-weak = Ca. { $bits } bit: for let at gætte.
strength-other = Noget i den er let at gætte.
strength-short = Den er kort.
strength-few-words = Den har få ord.
strength-repeats = Noget gentages.
strength-sequence = Den følger tastaturet eller alfabetet.
strength-digits = Den ligner en dato eller et nummer.
sheet-title = Nøgleark – Maskera
sheet-text = Denne adgangssætning åbner arkivpakken:
sheet-store = Opbevar arket, hvor kun de, der må åbne pakken, kan nå det, og adskilt fra pakken.
sheet-case = Sag:
sheet-date = Dato:
sheet-holder = Nøgleindehaver:

## Open
open-title = Åbn en pakke
open-lead = Filen dekrypteres og kontrolleres på denne computer.
open-file = Pakke eller arbejdsfil
open-no-file = Ingen fil valgt.
open-choose = Vælg filen
open-other-file = Vælg en anden fil
open-secret = Hvordan vil du åbne den?
open-with-passphrase = Med adgangssætningen
open-with-passphrase-hint = Fra nøglearket.
open-with-private-key = Med en privat nøgle
open-with-private-key-hint = En nøglefil (PEM), der passer til et af certifikaterne.
open-with-nothing = Kontrollér den kun
open-with-nothing-hint = Uden nøgle: form og kontrolsummer ses efter, ikke mere.
open-no-key = Ingen nøglefil valgt.
open-choose-key = Vælg nøglefilen
open-button = Åbn
open-check = Kontrollér
open-why = Vælg en fil, og giv nøglen.
open-result-intact = Pakken er intakt
open-result-intact-text = { $parts ->
    [one] { $parts } del er dekrypteret; alle { $files } filer i den passer til deres kontrolsummer.
   *[other] { $parts } dele er dekrypteret; alle { $files } filer i dem passer til deres kontrolsummer.
  }
open-result-form = Form og kontrolsummer er rigtige
open-result-form-text = { $parts ->
    [one] { $parts } del er set efter udefra. Intet er dekrypteret, så indholdet er ikke kontrolleret.
   *[other] { $parts } dele er set efter udefra. Intet er dekrypteret, så indholdet er ikke kontrolleret.
  }
open-result-damaged = Pakken er ændret
open-result-damaged-text = Brug en anden kopi, og noter det på sagen.
open-damaged-entry = Beskadiget: { $entry }
open-continue = Fortsæt dette arbejde
open-files = Filer i pakken
open-size = Størrelse

## Resume
resume-title = Fortsæt gemt arbejde
resume-lead = { $cases ->
    [one] Ufærdigt arbejde er gemt krypteret i denne browser.
   *[other] { $cases } ufærdige sager er gemt krypteret i denne browser.
  }
resume-choose = Hvilken vil du fortsætte med?
resume-saved = Gemt { $ago } ({ $time })
resume-none = Der er ikke fundet ufærdigt arbejde i denne browser.
resume-hint = Den adgangssætning, du valgte, da du begyndte.
resume-unlock = Åbn det gemte arbejde
resume-files-lead = { $decisions ->
    [one] { $decisions } afgørelse er gemt. Selve filerne er ikke gemt: indlæs de samme filer igen.
   *[other] { $decisions } afgørelser er gemt. Selve filerne er ikke gemt: indlæs de samme filer igen.
  }
resume-file-here = Indlæst; kontrolsummen passer.
resume-file-missing = Ikke indlæst endnu.
resume-go = Hent afgørelserne tilbage
resume-why = Indlæs først alle filer på listen.

## Traces
traces-title = Fjern spor fra denne computer
traces-text = Det krypterede gemte arbejde slettes fra denne browser. Filer, som du selv har gemt, bliver. Afgørelser, der ikke er i en arbejdsfil eller pakke, går tabt, når du lukker siden.
traces-remove = Fjern

## Self-test
selftest-title = Intet forlader denne computer
selftest-lead = Siden prøver alle kendte måder at sende noget på, i en særskilt ramme med de samme regler, og viser, hvad browseren gjorde.
selftest-run = Start prøven
selftest-again = Prøv igen
selftest-running = Prøver …
selftest-col-way = Vej ud
selftest-col-result = Hvad der skete
selftest-good = { $ways } veje prøvet: ingen var åben.
selftest-bad = { $ways ->
    [one] { $ways } vej var åben. Brug ikke siden i denne browser.
   *[other] { $ways } veje var åbne. Brug ikke siden i denne browser.
  }
selftest-refused = Afvist
selftest-refused-violation = Afvist af sidens regler
selftest-refused-exception = Afvist af browseren
selftest-not-offered = Findes ikke i denne browser
selftest-no-evidence = Intet bevis her
selftest-open = ÅBEN
selftest-rest = En sådan prøve dækker ikke opslag af navne og tomme forbindelser, som en browser selv laver. SECURITY.md forklarer dem.
selftest-way-other = Vej »{ $id }«
selftest-way-fetch = Fetch
selftest-way-xhr = XMLHttpRequest
selftest-way-websocket = WebSocket
selftest-way-eventsource = Hændelsesstrøm
selftest-way-beacon = Beacon
selftest-way-image = Billede
selftest-way-stylesheet = Typografiark
selftest-way-css-import = Import i et typografiark
selftest-way-font = Skrifttype
selftest-way-media = Lyd eller video
selftest-way-script = Script
selftest-way-form = Formular
selftest-way-window-open = Nyt vindue
selftest-way-link-ping = Link med ping
selftest-way-iframe = Ramme
selftest-way-object = Indlejret objekt
selftest-way-prefetch = Forudhentning
selftest-way-preconnect = Tidlig forbindelse
selftest-way-webrtc = WebRTC
selftest-way-webtransport = WebTransport
selftest-way-worker-fetch = Fetch i en worker
selftest-way-worker-websocket = WebSocket i en worker
selftest-way-worker-import = Import af script i en worker
selftest-way-top-navigation = Navigation af den ydre side
selftest-way-own-navigation = Navigation af selve rammen

## How to get a file
howto-link = Hvordan får jeg filen?
howto-title = Hvordan får jeg filen?
howto-lead = Lav selv eksporten, hvor det er muligt, på myndighedens udstyr. Flyt den til denne computer med kabel eller på en måde, som myndigheden har godkendt.
format-unseen = Formatet er bygget efter dokumentation og aldrig set på en rigtig fil. Sammenlign nogle beskeder med telefonen eller tjenesten.
howto-iphone = iPhone
howto-iphone-steps =
    Forbind iPhonen til computeren med kabel, og lås den op.
    Åbn Finder på en Mac, eller Apple-enheder eller iTunes på Windows, og vælg telefonen.
    Vælg at sikkerhedskopiere alle data til computeren. En krypteret kopi har også opkaldslisten: Notér adgangskoden.
    Vent, til kopien er færdig. På en Mac ligger den i Bibliotek/Application Support/MobileSync/Backup, på Windows i Apple/MobileSync/Backup i brugerens mappe.
    Vælg mappen her. Kun beskeder, kontakter, opkald og deres bilag læses.
howto-android = Android: beskeder og opkald
howto-android-steps =
    Installér “SMS Backup & Restore” fra SyncTech på telefonen; spørg it-afdelingen, hvor det kræves.
    Lav en sikkerhedskopi af beskeder og opkald, og tag bilag (MMS) med.
    Gem den på telefonen, ikke i en privat sky.
    Flyt .xml- eller .zip-filen til denne computer, og vælg den her.
    Eller installér “SMS Import / Export” fra F-Droid, eksportér beskeder og opkaldslisten uden kryptering, og vælg de filer her.
howto-whatsapp = WhatsApp
howto-whatsapp-steps =
    Åbn chatten. På Android: ⋮, Mere, Eksportér chat. På iPhone: navnet øverst, derefter Eksportér chat.
    Tag medier med, hvis billeder og filer har betydning.
    Gør det for hver chat: Hver chat bliver en fil.
    WhatsApp eksporterer de nyeste 10.000 beskeder med medier og 40.000 uden. Ældre findes kun i en sikkerhedskopi af telefonen.
howto-mail = Mail og notifikationer
howto-mail-steps =
    Gem enkelte mails som .eml: Træk dem fra mailprogrammet til en mappe.
    Eksportér postkassen som mbox, hvis der er mange mails, for eksempel med Thunderbird eller Google Takeout.
    Outlooks .msg og .pst læses ikke: Gem som .eml, eller eksportér som mbox.
howto-meta = Messenger, Facebook, Instagram og Threads
howto-meta-steps =
    Åbn Kontocenter hos Meta, og vælg Dine oplysninger og tilladelser, Eksportér dine oplysninger. For en Facebook-side: skift først til siden.
    Vælg kontoen og det, der skal med: Beskeder, opslag og kommentarer eller alt.
    Vælg formatet JSON, hele perioden og høj mediekvalitet. HTML kan også læses, men indeholder mindre og ingen tidszone.
    Meta sender en mail, når filerne kan hentes. Hent alle dele, og vælg dem sammen her.
    Krypterede Messenger-samtaler hentes for sig: Messenger, Indstillinger, Krypterede chats, Sikker lagring.
    Andres kommentarer under opslagene er som regel ikke med: Gem siden for sig.
howto-telegram = Telegram
howto-telegram-steps =
    Åbn Telegram Desktop på en computer, og gå til chatten.
    Vælg menuen med tre prikker og Eksportér chathistorik.
    Vælg formatet JSON, hele perioden og de medier, der skal med.
    Vælg hele den mappe, der blev gemt, her.
howto-signal = Signal
howto-signal-steps =
    Android: åbn Signal, Indstillinger, Sikkerhedskopier, Sikkerhedskopier på enheden, og slå dem til med en mappe på telefonen. Notér gendannelsesnøglen på 64 bogstaver og cifre.
    Vælg Opret sikkerhedskopi, og vent, til den er færdig.
    Flyt hele mappen SignalBackups til denne computer med kabel, og vælg den her. Siden spørger om gendannelsesnøglen.
    Eller eksportér chathistorikken fra Signal som læsbar tekst (JSON) med medier: forsvindende beskeder er ikke med.
    iPhone og computer: tilknyt Signal Desktop, og eksportér med den eller med signal-export eller sigtop.
    Gamle sikkerhedskopier med 30 cifre (.backup) læses ikke. Gendan dem i Signal på en Android-telefon, og lav en ny sikkerhedskopi der.
howto-google = Google: Min aktivitet, Chat og Voice
howto-google-steps =
    Gå til takeout.google.com med kontoen, og fravælg alt.
    Vælg Min aktivitet, Google Chat eller Google Voice. Vælg JSON for Min aktivitet, hvis det kan vælges.
    YouTube-kommentarer: vælg YouTube, og behold kun kommentarer og livechat.
    Eksportér som ZIP. Google sender en mail, når filerne kan hentes.
    Hent alle dele, og vælg dem sammen her.
howto-bluesky = Bluesky
howto-bluesky-steps =
    Log ind på bsky.app, og åbn Indstillinger, Konto.
    Vælg Eksportér mine data, og hent CAR-filen (repo.car).
    Billeder og videoer er ikke i filen. Læg dem under deres egne id’er i en mappe med navnet blobs ved siden af, hvis de skal med.
    Vælg filen her, eller mappen med fil og blobs.
    Direkte beskeder er ikke i filen: gem den side for sig.
howto-x = X (Twitter)
howto-x-steps =
    Log ind på x.com på en computer med kontoen.
    Vælg Mere, Indstillinger og privatliv, Din konto, Download et arkiv med dine data. Bekræft adgangskoden.
    X giver besked, når arkivet er klar, ofte efter et døgn eller mere.
    Hent alle dele, og vælg dem her sammen. Pak dem ikke ud.
    Andres svar på opslagene er ikke med: gem selve siden.
howto-teams = Microsoft Teams og Skype
howto-teams-steps =
    Bed it-afdelingen om eksporten: Microsoft Purview, eDiscovery, eller Teams-eksporten i Microsoft Graph.
    Angiv konti, chats og kanaler og hele perioden. JSON fra Graph holder mest; samtaler som HTML kan også læses.
    Bed om, at filer fra SharePoint og OneDrive hentes med.
    Private Teams- og Skype-konti: gå til go.skype.com/export, vælg samtaler og filer, og hent filerne.
    Vælg alle filer her sammen.
howto-slack = Slack
howto-slack-steps =
    Bed en ejer eller administrator af arbejdsområdet om eksporten.
    Åbn Værktøjer og indstillinger, Indstillinger for arbejdsområdet, Importér/eksportér data, Eksportér.
    Vælg perioden, og start. Slack sender en mail, når filen er klar.
    Private kanaler og direkte beskeder kræver, at Slack har godkendt en eksport af alle samtaler.
    Vælg ZIP-filen her. Vedhæftede filer er ikke med; hent dem, før adresserne udløber.
howto-mastodon = Mastodon
howto-mastodon-steps =
    Log ind på kontoens egen server, og åbn Indstillinger, Import og eksport, Dataeksport.
    Vælg Anmod om dit arkiv. Serveren sender en mail, når det er klart; der kan laves et arkiv hver syvende dag.
    Hent arkivet (.tar.gz eller .zip), og vælg det her, som det er.
    Bogmærker, fulgte konti og lister findes også som CSV på samme side; det er arkivet, der læses her.
    Andres svar er ikke i arkivet: gem selve siden, hvis de skal bevares.
howto-tiktok = TikTok
howto-tiktok-steps =
    Åbn profilen i appen, Indstillinger og privatliv, Konto, Download dine data.
    Vælg alle data og filformatet JSON, og anmod om overførslen.
    Efter nogle dage ligger filen under Download data på samme side; den ligger der i fire dage.
    Hent ZIP-filen, og vælg den her, som den er. Videoer er ikke med.
howto-snapchat = Snapchat
howto-snapchat-steps =
    Log ind på accounts.snapchat.com, og vælg Mine data.
    Vælg at medtage HTML- og JSON-filer, chats og minder og hele perioden, og send anmodningen.
    Snapchat sender en mail, når filerne er klar. Hent alle dele, og vælg dem her sammen.
    Kun gemte beskeder og dem fra de seneste dage er med; Snapchat sletter selv resten.
howto-linkedin = LinkedIn
howto-linkedin-steps =
    Log ind, og åbn Indstillinger og privatliv, Databeskyttelse, Hent en kopi af dine data.
    Vælg det større dataarkiv med alt, og anmod om det.
    LinkedIn sender en mail inden for et døgn. Hent ZIP-filen, og vælg den her, som den er.
    For en virksomhedsside kan en administrator kun eksportere tal: gem selve siden for opslag og kommentarer.
howto-reddit = Reddit
howto-reddit-steps =
    Log ind, og gå til reddit.com/settings/data-request.
    Vælg anmodningens art og hele perioden, og send den.
    Reddit sender en besked, når filen er klar; det kan vare op til 30 dage.
    Hent ZIP-filen, og vælg den her, som den er.
howto-contacts = Kontakter, til navne
howto-contacts-steps =
    Vælg de kontakter, der er brug for, eller alle, på telefonen eller i adressebogens program.
    Vælg Eksportér eller Del som vCard (.vcf).
    Vælg .vcf-filen her sammen med beskederne: numrene får deres navne.
howto-table = Et andet program eller et regneark
howto-table-steps =
    Eksportér beskederne som CSV eller som Excel-projektmappe (.xlsx) med én besked pr. række. Gem .xls og .ods som .xlsx.
    Åbn ikke en CSV-fil i et regneark for at gemme den igen: lange telefonnumre forkortes, og datoer ændres.
    Viber på Android: Mere, Indstillinger, Konto, Viber-sikkerhedskopi, Send beskedhistorik via e-mail.
    Vælg filen her, og kontrollér, hvad kolonnerne indeholder.
    Gem kolonneopsætningen, og brug den til den næste fil.
    Eksportér beskederne som CSV, eller gem arket som CSV (UTF-8), med én besked pr. række.
    Vælg filen her, og kontrollér, hvad der står i kolonnerne.
    Gem kolonneopsætningen, og brug den til næste fil.
    Viber på Android: Mere, Indstillinger, Konto, Viber-sikkerhedskopi, Send beskedhistorik via e-mail. Vælg ZIP-filen her.
phase-joining = Samler eksporter af samme konto og finder ud af, hvem der er samme person.
title-people = Personer
title-register = Fortegnelse over konti
coverage-title = Hvor fuldstændigt er materialet?
coverage-lead = Tegn, ikke beviser: en periode, som nogen har valgt, ligner automatisk sletning. “maskera coverage” siger det samme.
coverage-days = Huller fra
coverage-days-of = { $days } dage
coverage-zone = Dage i { $zone }
coverage-all = Alt materiale
coverage-conversation = Samtale:
coverage-more = { $conversations ->
    [one] Én samtale mere har noget at fortælle; se “maskera coverage”.
   *[other] { $conversations } samtaler mere har noget at fortælle; se “maskera coverage”.
  }
coverage-working = Tæller.
people-open = { $likely ->
    [0] Personer
    [one] Personer: ét forslag
   *[other] Personer: { $likely } forslag
  }
register-open = Fortegnelse over konti
people-title = Personer
people-lead = Navne, numre og adresser, der hører til én person, er samlet. Alt kan fortrydes. Intet af dette står i den udleverede kopi, medmindre en politik siger det.
people-working = Samler personer.
people-list = { $people ->
    [one] Én person
   *[other] { $people } personer
  }
people-filter = Navn eller nummer
people-none = Ingen passer.
people-counts = Viser { $shown } af { $total }. Beskeder, hvis egenskab ikke er kendt: { $unknown }
likely-title = { $pairs ->
    [one] Et forslag
   *[other] { $pairs } forslag
  }
likely-hint = Ingen regel er sikker nok her. Bestem selv.
likely-more = { $pairs ->
    [one] Ét forslag mere vises, når disse er besvaret.
   *[other] { $pairs } forslag mere vises, når disse er besvaret.
  }
likely-number = Samme nummer, med og uden landekode
likely-name = Samme navn
likely-account = Samme samtaler, men ingen fælles tid, der kan vise, om det er den samme konto
likely-same = Samme person
likely-other = To personer
likely-same-account = Samme konto
likely-other-account = To konti
likely-accepted = Samlet. Kan fortrydes.
likely-refused = Holdt adskilt. Kan fortrydes.
person-owner = ejer af kontoen
person-make-owner = Er ejeren af kontoen
person-not-owner = Er ikke ejeren
person-names = Også kendt som:
person-counts = Beskeder: { $messages } · samtaler: { $conversations }
person-parts = { $parts ->
    [one] Samlet af én post
   *[other] Samlet af { $parts } poster
  }
person-split = Er en anden
capacity-of = Egenskab: { $name }
capacity-filter = Skrevet i egenskab af
capacity-any = alle
capacity-from-message = Sagt om denne besked
capacity-from-conversation = Sagt om samtalen
capacity-from-person = Sagt om personen
capacity-from-nobody = Ingen har sagt noget om det
written-title = Egenskab: { $capacity }
written-message = Denne besked
written-conversation = Hele samtalen
written-none = ikke sagt her
badge-edited = rettet
badge-edited-why = Kilden siger, at teksten er rettet efter afsendelsen
badge-reworded = andre ord tidligere
badge-reworded-why = Eksporten { $source } har andre ord. Begge står her og er gennemsøgt
badge-deleted = slettet senere
badge-deleted-why = I eksporten { $source } står der kun, at beskeden er slettet
badge-gone = mangler senere
badge-gone-why = Eksporten { $source } dækker dette tidspunkt, men har ikke beskeden
badge-copies = i { $sources } kilder
badge-copies-why = Står i { $list }. Vises én gang; intet er fjernet
scope-people-all = Personer: alle
scope-people-some = { $people ->
    [one] Kun samtaler med én person
   *[other] Kun samtaler med { $people } personer
  }
scope-people-hint = Vælg personer, så er kun samtaler, som mindst én af dem deltager i, med i sagen. Resten tælles og bliver i originalen.
scope-people-none = Tag alle personer med
scope-out-people = { $messages ->
    [one] Én besked udeladt, fordi ingen valgt person deltager
   *[other] { $messages } beskeder udeladt, fordi ingen valgt person deltager
  }
announce-capacity = Egenskaben er gemt.
announce-owner = Gemt. Kan fortrydes.
announce-taken-back = Fortrudt.
announce-made-again = Gentaget.
finish-capacities = Skrevet af ansatte: { $official }, af folkevalgte: { $elected }, privat: { $private }, af udenforstående: { $outside }. Egenskab ikke kendt: { $unknown }.
register-title = Fortegnelse over konti
register-lead = Myndighedens konti på sociale medier og andre kanaler. Forslag kommer fra de indlæste filer. Fortegnelsen gemmes i arbejdsfilen og i arkivpakken, ikke i den udleverede kopi.
register-add = Tilføj en konto
register-save = Gem som CSV
register-file = konti.csv
register-none = Ingen konti endnu.
register-untitled = uden navn
register-proposed = forslag fra filen
register-overdue = frist overskredet
register-edit = Ret
register-remove = Tag ud af fortegnelsen
register-new = Ny konto
register-change = Ret kontoen
register-keep = Gem kontoen
register-kept = Kontoen er gemt.
register-due = Næste indsamling
register-months = { $months ->
    [one] hver måned
   *[other] hver { $months }. måned
  }
answer-yes = ja
answer-no = nej
answer-not-stated = ikke angivet
account-platform = Platform
account-handle = Navn, nummer eller adresse
account-unit = Ansvarlig enhed
account-responsible = Ansvarlig
account-deputy = Stedfortræder
account-purpose = Formål
account-statedAt = Hvor formålet står
account-writers = Hvem må skrive
account-riskRef = Risikovurdering (henvisning)
account-disposalRef = Kassationsbestemmelse (henvisning)
account-capturedFrom = Indsamlet fra
account-opened = Åbnet
account-closed = Lukket
account-termsRead = Vilkår læst
account-captured = Senest indsamlet
account-removable = Andres opslag kan fjernes
account-login = Læsning kræver login
account-intervalMonths = Indsamles
