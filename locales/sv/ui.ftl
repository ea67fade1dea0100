## Header and steps
case-empty = Inga filer inlästa
case-line = { $files ->
    [one] { $files } fil
   *[other] { $files } filer
  } · { $messages ->
    [one] { $messages } meddelande
   *[other] { $messages } meddelanden
  }
steps-label = Steg
step-load = Läs in
step-review = Granska
step-finish = Avsluta
step-done = (klart)
promise = Inget lämnar den här datorn
promise-short = Inget skickas
language = Språk
skip-to-content = Gå till innehållet
title-start = Start
title-load = Filer
title-scope = Vad ärendet omfattar
title-review = Granskning
title-finish = Avslut
title-open = Öppna ett paket
title-resume = Fortsätt

## Common
close = Stäng
cancel = Avbryt
cancelling = Stoppar …
cancel-hint = Inget går förlorat: det som är inläst och beslutat förblir som det är.
save = Spara
save-again = Spara igen
saved = sparad
remove = Ta bort
show-more = Visa fler
go-there = Gå dit
back-to-start = Tillbaka till start
back-to-files = Tillbaka till filerna
choose-files = Välj filer
choose-folder = Välj en mapp
passphrase = Lösenfras
period = { $first } – { $last }
period-from = från { $first }
period-to = till { $last }
period-unknown = okänd
hash-label = Kontrollsumma { $hash }

## Progress
busy-loading = { $files ->
    [one] Läser filen
   *[other] Läser { $files } filer
  }
busy-reading-again = Läser filerna igen
busy-scanning = Söker efter personuppgifter
busy-releasing = Skriver och kontrollerar den utlämnade kopian
busy-sealing = Krypterar arkivpaketet
busy-saving-work = Sparar arbetsfilen
busy-protecting = Förbereder skyddet
busy-extracting = Tar ut filen ur paketet
busy-opening = Öppnar paketet
busy-continuing = Läser in arbetsfilen
busy-unlocking = Öppnar det sparade arbetet
phase-starting = Startar.
phase-reading = Läser och räknar varje post.
phase-scanning = Söker igenom varje text.
phase-checking = Letar efter det som hindrar ett utlämnande.
phase-releasing = Skriver den utlämnade kopian.
phase-verifying = Öppnar de färdiga filerna igen och söker i dem efter allt som tagits bort.
phase-deriving = Beräknar nyckeln. Det tar tid med avsikt: det gör gissning långsam.
phase-sealing = Packar och krypterar.
phase-opening = Dekrypterar och kontrollerar.
so-far-title = Hittat hittills
so-far-note = Sökningen pågår fortfarande. { $finished } av { $all } konversationer är genomsökta, de nyaste först. Siffrorna är sannolika fynd; fler kan tillkomma, eftersom namn och nummer från alla konversationer till sist söks överallt en gång till.
so-far-conversations = Konversationer med fynd
so-far-look = Öppna en konversation för att läsa dess fynd. De kan avgöras när sökningen är klar; granskningen börjar då i den konversation som öppnades sist.
so-far-kinds = Fynd efter slag
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
error-heading = Det gick inte
error-place = Ställe: { $place }
error-page = Det finns ett fel i själva sidan.
error-page-advice = Inlästa filer och beslut är oförändrade. Spara arbetsfilen och öppna sidan igen; anmäl felet med stället som står här.
failure-engine-stopped = Programmet stannade under arbetet.
failure-engine-stopped-advice = Dina filer och beslut finns kvar. Programmet startas igen; försök sedan en gång till.
failure-full = Det finns inte plats kvar att spara.
failure-full-advice = Inget som du har beslutat är förlorat. Frigör plats eller välj ett annat ställe och spara igen.
failure-cancelled = Avbrutet.
failure-cancelled-advice = Inget har ändrats.
failure-unknown = Webbläsaren nekade detta.
failure-unknown-advice = Inlästa filer och beslut är oförändrade. Försök igen; händer det igen, spara arbetsfilen och öppna sidan i en annan webbläsare.
notice-cancelled = Stoppat. Inget har ändrats.
notice-protected = Ditt arbete sparas nu krypterat på den här datorn medan du fortsätter.
notice-work-saved = Arbetsfilen är sparad.
notice-traces-removed = Det sparade arbetet är borttaget från den här webbläsaren.
notice-restarted = { $poisoned ->
    [0] Programmet stannade och startades igen. Dina filer och beslut är tillbaka.
    [one] Programmet stannade och startades igen. Dina filer och beslut är tillbaka. { $poisoned } post står nu som skadad.
   *[other] Programmet stannade och startades igen. Dina filer och beslut är tillbaka. { $poisoned } poster står nu som skadade.
  }
notice-restart-failed = Programmet stannade och kunde inte startas igen. Öppna sidan igen och fortsätt från det sparade arbetet.
notice-resumed = { $decisions ->
    [one] { $decisions } beslut är tillbaka.
   *[other] { $decisions } beslut är tillbaka.
  }
notice-suggestions = { $places ->
    [one] { $places } ställe är beslutat enligt förslaget. Ett tryck på Ångra tar tillbaka det.
   *[other] { $places } ställen är beslutade enligt förslaget. Ett tryck på Ångra tar tillbaka alla.
  }
notice-autosave-failed = Den automatiska sparningen misslyckades. Spara arbetsfilen nu.

## Footer
drop-failed = Det som släpptes kunde inte läsas.
drop-failed-advice = Ingenting har lästs in. Välj filerna eller mappen med knapparna.
drop-hint = Släpp filer var som helst på sidan
drop-now = Släpp filerna för att läsa in dem
nothing-stored = Inget är sparat på den här datorn
not-saved = Inte sparat än.
choose-protection = Välj hur ditt arbete ska skyddas
autosave-soon = Skyddat; sparas vid nästa ändring
autosaved = Sparat krypterat, { $ago }
save-work = Spara arbetsfil
autosave-again = Spara åter under arbetet i den här webbläsaren
remove-traces = Ta bort spår
tool-line = SHA-256 för verktyget: { $hash } · version { $version }
tool-line-short = Version { $version }
tool-file = SHA-256 för sidans fil:
keys-off = Tangenterna är avstängda.
key-help = Alla tangenter

## Start
start-title = Vad vill du göra?
start-lead = Maskera hittar personuppgifter i meddelanden, hjälper dig att besluta om dem och skriver en utlämnad kopia och ett krypterat arkivpaket.
start-found-title = Oavslutat arbete hittades
start-found = Oavslutat arbete från { $ago } är sparat krypterat i den här webbläsaren. Skriv lösenfrasen för att fortsätta eller ta bort det.
start-found-several = { $cases } oavslutade ärenden är sparade krypterat i den här webbläsaren, det senaste { $ago }. Varje ärende har sin egen lösenfras.
start-resume = Fortsätt med det
start-load-title = Läs in filer med meddelanden
start-load-text = Börja ett nytt ärende med exporter från en telefon. Du kan också släppa filerna var som helst på sidan.
start-formats = Läser säkerhetskopior från iPhone, export från Android och WhatsApp, Messenger, Instagram, Facebook, Telegram, Google, andra sociala nätverk, mejl, kontakter och tabeller med meddelanden.
start-open-title = Öppna ett paket
start-open-text = Öppna eller kontrollera ett krypterat arkivpaket och ta ut filer.
start-open-button = Öppna ett paket
start-continue-title = Fortsätt sparat arbete
start-continue-text = Fortsätt med en arbetsfil som du har sparat.
start-continue-button = Fortsätt
start-try-title = Se dig omkring först
start-try-text = Prova allt med en export av påhittade meddelanden. Ingen verklig person finns i den.
start-try-button = Prova med påhittade meddelanden
start-privacy = Inget lämnar den här datorn: sidan körs i din webbläsare och har ingen åtkomst till nätverket.
start-check = Kontrollera det själv

## Load
load-title = Det här fanns i filerna
load-lead = Kontrollera att det är vad du väntade dig innan du går vidare.
load-empty = Inga filer är inlästa.
load-table = Inlästa filer
load-col-file = Fil
load-col-format = Igenkänd som
load-col-read = Läst
load-col-period = Period
load-remove = Ta bort
load-repaired = { $places ->
    [one] { $places } ställe med skadade tecken lagat för läsning; själva filen är oförändrad
   *[other] { $places } ställen med skadade tecken lagade för läsning; själva filen är oförändrad
  }
load-errors = { $records ->
    [one] { $records } post kunde inte läsas:
   *[other] { $records } poster kunde inte läsas:
  }
load-errors-list = se listan
load-partial = Filen slutar för tidigt eller kunde inte läsas till slutet. Det som står efter det stället är inte genomsökt.
load-missing = { $missing } av { $all } bilagor nämns men finns inte i filen
load-unknown = Inte igenkänd som en export av meddelanden. Filen sparas oförändrad i arkivpaketet; den söks inte igenom och lämnas aldrig ut.
load-format-wrong = Något annat?
load-format-choose = Läs filen som
load-format-auto = Som igenkänd
load-questions = { $questions ->
    [one] En fråga
   *[other] { $questions } frågor
  }
load-questions-hint = Detta lämnar filerna öppet. Det troligaste svaret står först. Du kan gå vidare utan att svara; då står det som okänt.
load-go-on = Gå vidare
load-more = Lägg till fler filer
load-files = { $files ->
    [one] En fil
   *[other] { $files } filer
}
load-files-more = Och { $files } filer till
load-files-listed = { $files } andra filer i mappen hör inte till exporten; de är bara räknade
load-split = Gör varje fil till en egen källa
load-join = Hör ihop med
load-join-none = Står för sig
load-shared = { $messages ->
    [one] Ett meddelande finns också i en annan källa och visas en gång
   *[other] { $messages } meddelanden finns också i en annan källa och visas en gång
  }
load-nothing-readable = För att gå vidare, läs in minst en fil med meddelanden som går att läsa.
format-unknown = Inte igenkänd
format-other = Ett annat format
format-sms-backup-restore = SMS Backup & Restore (Android)
format-whatsapp-txt = WhatsApp-chatt
format-vcf = Kontaktlista (vCard)
format-messenger = Messenger-konversationer
format-instagram-json = Instagram (JSON)
format-instagram-html = Instagram (HTML)
format-facebook-json = Facebookprofil eller -sida (JSON)
format-facebook-html = Facebookprofil eller -sida (HTML)
format-threads = Threads
format-telegram-json = Telegram Desktop (JSON)
format-telegram-html = Telegram Desktop (HTML)
format-google-takeout-html = Google: Min aktivitet (HTML)
format-google-takeout-json = Google: Min aktivitet (JSON)
format-google-chat = Google Chat (Takeout)
format-google-voice = Google Voice (Takeout)
format-youtube = YouTube-kommentarer (Takeout)
format-bluesky-car = Bluesky (kontodata, CAR)
format-mastodon = Mastodonarkiv
format-tiktok-json = TikTok (JSON)
format-snapchat-json = Snapchat (JSON)
format-slack = Slack
format-teams-json = Microsoft Teams (JSON)
format-teams-html = Microsoft Teams (HTML)
format-skype-json = Skype (JSON)
format-x-archive = X-arkiv (Twitter)
format-linkedin-csv = LinkedIn (CSV)
format-reddit-csv = Reddit (CSV)
format-eml = Mejl (.eml)
format-mbox = Brevlåda (mbox)
format-imessage-sqlite = iPhone- eller Mac-meddelanden (sms.db, chat.db)
format-imessage-typedstream = Del av ett iPhone-meddelande
format-iphone-backup = iPhone-säkerhetskopia
format-iphone-calls-sqlite = Samtal från iPhone
format-whatsapp-ios-sqlite = WhatsApp från iPhone (ChatStorage.sqlite)
format-android-sms-sqlite = SMS och MMS från Android (mmssms.db)
format-android-calls-sqlite = Samtal från Android (calllog.db)
format-signal-backup-v2 = Signal-säkerhetskopia
format-signal-json = Signal-export (JSON)
format-signal-text = Signal som text (signal-export, sigtop)
format-sms-import-export = SMS Import / Export (Android)
format-message-table = Tabell med meddelanden (CSV, Excel)
format-imazing-csv = Meddelanden från iMazing (CSV)
format-short-sms-backup-restore = Sms
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
format-short-eml = Mejl
format-short-mbox = Brevlåda
format-short-imessage-sqlite = iMessage
format-short-imessage-typedstream = iMessage-del
format-short-iphone-backup = iPhone
format-short-iphone-calls-sqlite = Samtal
format-short-whatsapp-ios-sqlite = WhatsApp
format-short-android-sms-sqlite = SMS
format-short-android-calls-sqlite = Samtal
format-short-signal-backup-v2 = Signal
format-short-signal-json = Signal
format-short-signal-text = Signal
format-short-sms-import-export = SMS
format-short-message-table = Tabell
format-short-imazing-csv = iMazing
warning-ends-suddenly = Filen slutar plötsligt; det som kom före är läst
warning-round-count = Antalet poster är ett jämnt tal: exporten kan vara avklippt
warning-archive-unreadable = En del av arkivet kunde inte läsas
warning-archive-damaged = Arkivet är skadat; det som gick att läsa är läst
warning-part-missing = Nedladdning i flera delar: del { $parts } saknas
warning-file-unreadable = { $file } kunde inte läsas och är inte med
warning-other-export-inside = { $count } andra exporter ligger i filen och är inte lästa
warning-count-differs = Filen säger att den innehåller { $declared } poster; { $found } hittades
warning-type-differs = Bilagor vars innehåll skiljer sig från den angivna typen: { $count }. De behandlas efter sitt innehåll
warning-address-conflict = Meddelanden där avsändare och mottagare motsäger varandra i filen: { $count }. De visas som filen har dem
warning-seconds-as-milliseconds = Tider angivna i sekunder i stället för millisekunder: { $count }. De lästes som sekunder
warning-media-omitted = Bilagor som exporten har utelämnat: { $count }. Exportera igen med media om de behövs
warning-media-missing = Bilagor som nämns men inte finns i filen: { $count }
warning-pasted-headers = Rader som liknar början på ett meddelande men inte passar: { $count }. De finns kvar som text i meddelandet före
warning-archive-inside-unopened = Arkiv inuti arkivet som inte öppnades: { $count }
warning-mixed-shapes = Radernas form ändras inuti filen, som efter byte av telefon eller språk
warning-mail-encrypted = Krypterade mejl som inte kunde läsas: { $count }. Öppna dem i mejlprogrammet och exportera dem utan kryptering
warning-mail-parts-unmarked = Mejl vars delar inte är avgränsade som angivet: { $count }. Hela innehållet lästes som text
warning-times-run-back = Tiderna går baklänges på några ställen; filens ordning har behållits
warning-database-log-used = De nyaste raderna låg i databasens loggfil och har lästs därifrån. Sidor: { $count }
warning-database-log-damaged = Databasens loggfil är skadad eller hör inte till; de nyaste meddelandena kan saknas
warning-mms-reports = Kvittenser och rapporter om mms: { $count }. De står som systemmeddelanden
warning-database-damaged = Delar av databasens innehåll kunde inte läsas
warning-recently-deleted = Meddelanden som ligger under ”Nyligen raderade”: { $count }. De är med
warning-marked-spam = Meddelanden som telefonen har märkt som skräp: { $count }
warning-backup-encrypted = Säkerhetskopian är krypterad. Ange dess lösenord för att läsa den
warning-backup-wrong-password = Lösenordet passar inte till säkerhetskopian
warning-backup-key-damaged = Säkerhetskopians nycklar är skadade; den kan inte öppnas
warning-backup-file-missing = Filer som säkerhetskopian nämner men som saknas i mappen: { $count }
warning-signal-encrypted = Säkerhetskopian är krypterad. Ange dess återställningsnyckel med 64 bokstäver och siffror för att läsa den
warning-signal-wrong-key = Återställningsnyckeln passar inte till säkerhetskopian
warning-signal-changed = Säkerhetskopian är ofullständig eller har ändrats efter att Signal skrev den. Det som gick att läsa har lästs
warning-signal-main-missing = Filen ”main” med meddelandena saknas bredvid ”metadata”. Välj hela mappen SignalBackups
warning-signal-newer = En nyare Signal har skrivit den här säkerhetskopian (version { $version }). Delar av den kan saknas här
warning-signal-older-backups = Äldre säkerhetskopior i samma mapp som inte lästes: { $count }. De kan innehålla meddelanden som raderats senare: läs in var och en av deras mappar för sig
warning-signal-left-out = Signal utelämnar försvinnande meddelanden och filerna i meddelanden som bara kan visas en gång ur den här exporten. En lokal säkerhetskopia som läses med återställningsnyckeln innehåller också dem som ännu inte hade försvunnit
warning-disappearing = Meddelanden som raderar sig själva efter en tid: { $count }. Tidigare kan vara borta
warning-disappearing-chats = Konversationer där meddelanden raderar sig själva efter en tid: { $count }
warning-strange-times = Tider som inte kan stämma: { $count }. De visas som filen har dem
warning-e2ee-part-missing = Några konversationer har övergått till totalsträckskryptering; den delen finns inte med. Den hämtas för sig: Messenger, Inställningar, Säker lagring
warning-classic-part-missing = Bara den krypterade delen av Messenger finns här. Äldre och okrypterade meddelanden finns i Facebooks egen export
warning-comments-not-in-export = Andras kommentarer under inläggen finns oftast inte med i plattformens export. Spara sidan för sig om de ska bevaras
warning-imported-chat-times = Meddelanden som tycks vara importerade från en annan app: { $count }. Deras tid kan vara importens
warning-not-in-this-form = HTML-versionen visar inte allt. JSON-versionen av samma export innehåller mer
warning-no-repository = Filen är ett CAR-arkiv men innehåller inget kontos data: det finns inget att läsa
warning-blocks-missing = Poster eller delar av indexet som kontot nämner men som inte finns i filen: { $count }. Filen är bara en del av kontot: hämta den igen
warning-records-not-in-tree = Poster som kontots index inte nämner, till exempel raderade inlägg eller tidigare versioner: { $count }. De har lästs och står i egna konversationer
warning-listed-files-missing = Filer som exporten själv nämner men som saknas: { $count }
warning-reformatted = En fil har skrivits om av ett program efter exporten. Den lästes ändå
warning-next-page-missing = Exporten är delad i sidor och den sista saknas: det finns fler meddelanden
warning-hidden-sheets = Dolda blad som också har lästs: { $count }
warning-hidden-rows = Dolda rader som också har lästs: { $count }
warning-hidden-columns = Dolda kolumner som också har lästs: { $count }
warning-formulas-without-value = Celler vars formel aldrig har beräknats: { $count }. Själva formeln står i stället för värdet. Öppna filen i kalkylprogrammet, spara den och läs in den igen
warning-workbook-not-read = Bilder, diagram, textrutor och inbäddade filer i arbetsboken: { $count }. De har inte lästs
warning-sheets-beyond = Blad över gränsen som inte har lästs: { $count }
warning-sheets-left-out = Blad utan meddelanden som inte har lästs: { $count } ({ $sheets })
warning-numbers-shortened = Telefonnummer som ett kalkylprogram har förkortat till till exempel 4,57012E+10: { $count }. Siffrorna är förlorade, och flera personer kan stå under ett nummer. Exportera igen och öppna filen med kolumnen som text
warning-date-orders-mixed = Rader vars datum bara passar en annan ordning av dag och månad än de flestas: { $count }. De har lästs i den ordning som passar; kontrollera datum som passar båda
warning-mapping-does-not-fit = Tabeller som den angivna kolumnuppsättningen inte passar: { $count }. Deras kolumner har gissats
warning-other = Anmärkning från läsningen: { $id }
question-time-zone = Vilken tidszon var telefonen inställd på när { $file } exporterades?
question-time-zone-hint = { $messages ->
    [0] Filen anger klockslag utan tidszon.
    [one] Filen anger klockslag utan tidszon. { $messages } meddelande faller i timmen när klockan ställs om.
   *[other] Filen anger klockslag utan tidszon. { $messages } meddelanden faller i timmen när klockan ställs om.
  }
question-date-order = I vilken ordning är datumen i { $file } skrivna?
question-date-order-hint = Alla datum i filen passar fler än en ordning.
question-owner = Vem äger telefonen i { $file }?
question-owner-hint = Ägarens meddelanden står till höger. Markera alla ägarens nummer eller namn.
question-columns = Vad innehåller kolumnerna i { $file }?
question-columns-hint = Kolumnerna är gissade utifrån rubriker och innehåll. Jämför med exemplen. Meddelandena läses om när du ändrar något.
columns-table = Kolumner med exempel
columns-number = Kolumn { $number }
columns-role = Vad { $column } innehåller
columns-header = Första raden är rubriker
columns-name = Namn på den här kolumnuppsättningen
columns-name-hint = För nästa fil av samma slag: spara uppsättningen som fil och läs in den då.
columns-unusable = Välj minst en kolumn för texten och en för tid eller avsändare.
columns-apply = Använd dessa kolumner
columns-save = Spara kolumnuppsättning …
columns-load = Läs in kolumnuppsättning …
columns-load-failed = { $file } är ingen kolumnuppsättning eller anger för få kolumner.
columns-file = kolumner
columns-settled = Kolumnerna i { $file }
role-time = Datum och tid
role-clock = Klockslag
role-sender = Avsändare
role-sender-handle = Avsändarens nummer eller adress
role-receiver = Mottagare
role-conversation = Konversation
role-text = Text
role-subject = Ämne
role-direction = Skickat eller mottaget
role-attachment = Bifogad fil
role-quoted = Besvarat meddelande
role-reactions = Reaktioner
role-other = Något annat
question-password = { $secret ->
    [recovery-key] Vilken är återställningsnyckeln till säkerhetskopian i { $file }?
   *[password] Vilket är lösenordet till säkerhetskopian i { $file }?
  }
question-password-hint = { $secret ->
    [recovery-key] De 64 bokstäver och siffror som Signal visade när säkerhetskopiering slogs på: Inställningar, Säkerhetskopior, Säkerhetskopior på enheten, Visa återställningsnyckel. Nyckeln stannar i den här sidan och sparas inte.
   *[password] Lösenordet som valdes i Finder, iTunes eller Apple-enheter när säkerhetskopian krypterades. Det stannar i den här sidan och sparas inte.
  }
question-password-wrong = { $secret ->
    [recovery-key] Återställningsnyckeln passar inte. Försök igen.
   *[password] Lösenordet passar inte. Försök igen.
  }
question-password-label = { $secret ->
    [recovery-key] Återställningsnyckel till säkerhetskopian
   *[password] Lösenord till säkerhetskopian
  }
question-password-use = Läs säkerhetskopian
answer-likely = { $answer } (troligt)
answer-other-zone = En annan tidszon
answer-choose = Välj …
answer-not-known = Okänt
answer-not-known-time-zone = Tider visas som de står i filen.
answer-not-known-date-order = Datum visas som de står i filen och räknas inte in i en period.
answer-not-known-owner = Inga meddelanden visas som skickade av ägaren.
answer-not-known-password = Inget läses ur säkerhetskopian.
answer-date-dmy = Dag, månad, år
answer-date-mdy = Månad, dag, år
answer-date-ymd = År, månad, dag
errors-title = Poster som inte kunde läsas
errors-lead = Dessa poster i { $file } är inte genomsökta och finns inte i den utlämnade kopian. Själva filen sparas oförändrad i paketet.
errors-col-record = Post
errors-col-what = Vad som är fel
errors-col-place = Ställe
errors-byte = byte { $byte }
errors-member-byte = { $member }, byte { $byte }
errors-more = { $records ->
    [one] { $records } till visas inte här.
   *[other] { $records } till visas inte här.
  }

## Scope
scope-title = Vad omfattar ärendet?
scope-lead = Det du utelämnar här kommer inte med i den utlämnade kopian och räknas. Det finns kvar i det krypterade paketet.
scope-period = Period
scope-period-hint = Båda dagarna räknas med. Dagar räknas i { $zone }.
scope-from = Första dag
scope-to = Sista dag
scope-zone = Dagarnas tidszon
scope-both = Från { $from } till { $to }, båda dagarna inräknade.
scope-only-from = Från { $from }, den dagen inräknad.
scope-only-to = Till { $to }, den dagen inräknad.
scope-all-time = Ta hela perioden
scope-whole = Hela perioden ingår.
scope-conversations = { $conversations ->
    [one] Konversationer ({ $conversations })
   *[other] Konversationer ({ $conversations })
  }
scope-include-all = Ta med alla
scope-exclude-all = Utelämna alla
scope-row = { $inside ->
    [one] { $inside } av { $all } meddelanden i ärendet · { $period }
   *[other] { $inside } av { $all } meddelanden i ärendet · { $period }
  }
scope-inside = { $messages ->
    [one] { $messages } meddelande ingår i ärendet
   *[other] { $messages } meddelanden ingår i ärendet
  }
scope-out-conversations = { $messages ->
    [one] { $messages } meddelande utelämnat med sin konversation
   *[other] { $messages } meddelanden utelämnade med sina konversationer
  }
scope-out-period = { $messages ->
    [one] { $messages } meddelande utanför perioden
   *[other] { $messages } meddelanden utanför perioden
  }
scope-undated = { $messages ->
    [one] { $messages } meddelande utan läsbar tid: utelämnas så snart en period är vald
   *[other] { $messages } meddelanden utan läsbar tid: utelämnas så snart en period är vald
  }
scope-out-hint = Antalet som utelämnas står på avslutningssidan och i kvittot.
scope-go-on = Gå till granskning
scope-nothing = Välj minst en konversation med meddelanden i perioden.
scan-title = Det här söks
scan-searches = Det här söks:
searched-names = personers namn i löpande text samt alla deltagares namn och nummer
searched-personal-numbers = personnummer (Sverige, Danmark, Norge, Finland, Island)
searched-births = födelsedatum och åldrar
searched-addresses = gatuadresser och fastighetsbeteckningar
searched-contact = telefonnummer, e-postadresser, användarnamn och profiler
searched-money = bankkonton, gironummer och betalkort
searched-documents = pass, id-kort, körkort och registreringsskyltar
searched-records = ärendenummer och organisationsnummer
searched-devices = positioner och enheters adresser (IP, MAC, IMEI)
searched-secrets = lösenord, engångskoder och länkar med en nyckel
searched-markings = sekretessmarkeringar och skyddade identiteter
searched-sensitive = ord om hälsa, fackförening, religion, politik, etniskt ursprung, sexualliv, genetiska och biometriska uppgifter samt lagöverträdelser
searched-supervision = hot, hat och andra kommentarer som kräver uppsikt, som tips
scan-not-searched = Det här söks inte; det måste en människa läsa efter:
search-preset = Hur mycket som visas
search-preset-strict = Bara det sannolika
search-preset-strict-hint = Band A och B: färre frågor, mer missas.
search-preset-normal = Sannolikt och möjligt
search-preset-normal-hint = Band A, B och C. C visas och får stå kvar om du inte bestämmer annat.
search-preset-everything = Allt som någon regel föreslagit
search-preset-everything-hint = Även det mycket osäkra: många falska larm.
search-categories = Kategorier: { $on } av { $all } genomsöks
search-off = Avstängt och inte genomsökt: { $kinds }.
search-profile-none = Ingen profil för din myndighet används.
search-profile-unnamed = En profil utan namn används.
search-profile-named = Profil som används: { $name }
search-profile-load = Läs in profil …
search-profile-remove = Använd ingen profil
conversations-filter = Hitta en konversation
conversations-none = Ingen konversation passar.

## Review
conversations-label = Konversationer och sökning
search-label = Sök i alla meddelanden
search-count = { $hits ->
    [one] { $hits } sökträff
   *[other] { $hits } sökträffar
  }
search-working = Söker: { $searched } meddelanden hittills.
search-none = Inget hittades. Sökningen går igenom all text, även utanför perioden.
search-more = { $hits ->
    [one] { $hits } sökträff till: skriv mer för att begränsa sökningen.
   *[other] { $hits } sökträffar till: skriv mer för att begränsa sökningen.
  }
search-clear = Stäng sökningen
review-period = { $period }, { $zone }
review-whole-period = Hela perioden, { $zone }
review-conversations = { $inside ->
    [one] { $inside } konversation i ärendet
   *[other] { $inside } konversationer i ärendet
  }
change-scope = Ändra
conversation-open = { $places } öppna
conversation-done = ✓ klar
conversation-out = utelämnad
conversation-facts = { $messages ->
    [one] { $messages } meddelande
   *[other] { $messages } meddelanden
  }
conversation-group = grupp på { $members }
thread-label = Meddelanden
thread-empty = Välj en konversation.
thread-place = meddelande { $at } av { $all }
show-conversations = Konversationer
view-label = Så visas meddelandena
view-original = Original
view-marked = Markerat
view-released = Som utlämnad
view-released-note = Ritat från texten i den utlämnade kopian som den skulle skrivas nu.
view-original-note = INTERN – får inte lämnas ut. Inget är maskat här.
undo = Ångra
redo = Gör om
day-unknown = Okänd dag
message-loading = Hämtar …
message-clock-change = i timmen när klockan ställs om
message-outside = utanför begäran
released-outside = { $time } · inte i den utlämnade kopian
sender-owner = Ägare
sender-service = Notis
direction-draft = utkast, aldrig skickat
direction-failed = inte skickat
kind-call = { $seconds ->
    [one] Samtal, { $seconds } sekund
   *[other] Samtal, { $seconds } sekunder
  }
kind-call-missed = Samtal, inte besvarat
kind-deleted = Meddelandet är raderat. Exporten innehåller ingen text.
kind-view-once = Visas en gång. Exporten innehåller det inte.
kind-location = Delad plats
kind-contact = Kontaktkort
kind-poll = Omröstning
kind-post = Inlägg
kind-comment = Kommentar
kind-entry = Annan uppgift från kontot
field-body = Text
field-subject = Ämne
field-quoted = Citerat
field-link-preview = Förhandsvisning av länk
detail-earlier-text = Tidigare lydelse
detail-reaction = Reaktion
detail-poll-question = Omröstning
detail-poll-option = Alternativ
detail-contact-card = Kontaktkort
detail-location = Plats
detail-forwarded-from = Vidarebefordrat från
detail-link = Länk
detail-description = Beskrivning
detail-transcript = Utskrift av ljud
detail-tag = Taggad
detail-header = Brevhuvud
detail-other = Övrig text
field-detail = Övrig text
field-attachment-name = Filnamn
attachment-type-unknown = okänt slag
attachment-missing = Nämns, men finns inte i filen.
attachment-omitted = Exporten har utelämnat den.
attachment-kept = Kommer med i den utlämnade kopian, skriven på nytt utan dolda data.
attachment-withheld-choice = Undantagen tills du behåller den.
attachment-withheld = Undantagen. Bara JPEG- och PNG-bilder kan lämnas ut.
attachment-keep = Lämna ut bilden
attachment-withhold = Undanta bilden
attachment-alt = Bild { $name }
attachment-no-preview = Kan inte visas
mark-hint = ({ $category }, { $state })
card-label = Uppgift
card-empty = Välj en markerad uppgift i meddelandena eller i listan.
card-places = { $places ->
    [one] { $places } ställe
   *[other] { $places } ställen i { $conversations ->
        [one] { $conversations } konversation
       *[other] { $conversations } konversationer
      }
  }
card-state = Läge: { $state }
card-why = Därför är den flaggad
card-forms = Skriven som { $list }
sheet-more = Visa skäl och mer
sheet-less = Visa mindre
pace-decided = { $decided } av { $values } olika uppgifter beslutade
pace-left = { $minutes ->
    [one] ungefär { $minutes } minut kvar
   *[other] ungefär { $minutes } minuter kvar
  }
pace-none = allt är beslutat
decided-count = { $decided } beslutade
basis-label = Skäl
basis-category = { $category } (inget lagrum)
basis-numbered = { $number } · { $label } · { $title }
redact = Maska
keep = Behåll
unsure = Osäker
redact-all = Maska alla { $places }
keep-all = Behåll alla { $places }
redact-message = Hela meddelandet
show-message = Visa meddelandet igen
mark-by-hand = Markera text
note-label = Anteckning till loggen (valfri)
previous = Föregående
next = Nästa
next-title = Uppgifter i konversationen
next-none = Inga uppgifter hittades i konversationen.
next-more = { $values ->
    [one] och { $values } till
   *[other] och { $values } till
  }
value-places = { $places ->
    [one] { $places } ställe
   *[other] { $places } ställen
  }
outcome-open = öppen
outcome-redact = maskad
outcome-keep = behållen
outcome-unsure = osäker
outcome-mixed = olika
band-A = säker (A)
band-B = trolig (B)
band-C = möjlig (C)
review-all-decided = Allt är beslutat.
review-done-title = Allt är beslutat
review-done = { $values ->
    [one] { $values } uppgift har ett beslut. Du kan fortfarande ändra det.
   *[other] { $values } olika uppgifter har ett beslut. Du kan fortfarande ändra alla.
  }
review-to-finish = Gå till avslut
suggestions-button = { $places ->
    [one] Besluta det öppna stället enligt förslaget …
   *[other] Besluta alla { $places } öppna ställen enligt förslaget …
  }
suggestions-title = Besluta enligt förslaget
suggestions-text = { $open ->
    [one] { $open } öppet ställe som är säkert eller troligt maskas; { $kept } möjliga behålls. Ett tryck på Ångra tar tillbaka allt.
   *[other] { $open } öppna ställen som är säkra eller troliga maskas; { $kept } möjliga behålls. Ett tryck på Ångra tar tillbaka allt.
  }
suggestions-do = { $places ->
    [one] Maska { $places } ställe
   *[other] Maska { $places } ställen
  }
mark-title = Markera text för hand
mark-lead = Markera det som ska maskas, med musen eller med Skift och piltangenterna.
mark-text = Meddelandets text
mark-do = Maska det markerade
announce-redact = { $places ->
    [one] { $places } ställe maskat
   *[other] { $places } ställen maskade
  }
announce-keep = { $places ->
    [one] { $places } ställe behållet
   *[other] { $places } ställen behållna
  }
announce-unsure = { $places ->
    [one] { $places } ställe satt som osäkert
   *[other] { $places } ställen satta som osäkra
  }
announce-message = { $withheld ->
    [yes] Hela meddelandet maskat
   *[no] Meddelandet visas igen
  }
announce-undone = { $places ->
    [one] Ångrat: { $places } ställe
   *[other] Ångrat: { $places } ställen
  }
announce-redone = { $places ->
    [one] Gjort om: { $places } ställe
   *[other] Gjort om: { $places } ställen
  }

## Categories
category-person = Namn på en person
category-se-personnummer = Personnummer
category-se-samordningsnummer = Samordningsnummer
category-dk-cpr = Danskt CPR-nummer
category-no-fodselsnummer = Norskt födelsenummer
category-fi-hetu = Finländsk personbeteckning
category-iban = Bankkonto (IBAN)
category-payment-card = Betalkort
category-phone = Telefonnummer
category-email = E-postadress
category-ip-address = IP-adress
category-gps = Position
category-one-time-code = Engångskod
category-credential = Lösenord eller nyckel
category-secrecy-marking = Sekretessmarkering
category-protected-identity = Skyddad identitet
category-se-reservnummer = Reservnummer
category-is-kennitala = Isländsk kennitala
category-passport = Passnummer
category-id-card = Id-kort eller tjänste-id
category-driving-licence = Körkortsnummer
category-vehicle-plate = Registreringsnummer eller chassinummer
category-se-orgnr = Organisationsnummer
category-dk-cvr = Danskt CVR-nummer
category-dk-pnummer = Danskt P-nummer
category-no-orgnr = Norskt organisationsnummer
category-fi-ytunnus = FO-nummer (Y-tunnus)
category-se-bankgiro = Bankgiro
category-se-plusgiro = Plusgiro
category-se-bank-account = Bankkonto
category-dk-bank-account = Danskt bankkonto
category-no-bank-account = Norskt bankkonto
category-se-fastighet = Fastighetsbeteckning
category-dk-matrikel = Danskt matrikelnummer
category-case-number = Diarie- eller ärendenummer
category-address = Adress
category-social-handle = Användarnamn eller profil
category-mac-address = MAC-adress
category-imei = Telefonens eller SIM-kortets nummer (IMEI)
category-birth-date = Födelsedatum
category-age = Ålder
category-url-secret = Länk med nyckel
category-health = Hälsa
category-union = Facklig tillhörighet
category-religion = Religion eller tro
category-politics = Politisk åsikt
category-ethnicity = Etniskt ursprung
category-sex-life = Sexualliv
category-genetic-biometric = Genetiska eller biometriska uppgifter
category-offence = Lagöverträdelser
category-supervision = Bör ses över (uppsikt)
category-manual = Markerat för hand

## Evidence
evidence-other = Detalj: { $id } { $word }
evidence-checksum-right = Kontrollsiffran stämmer
evidence-checksum-wrong = Kontrollsiffran stämmer inte
evidence-checksum-not-required = Nummer av det här slaget kräver ingen kontrollsiffra
evidence-date-real = Det börjar med ett riktigt datum
evidence-date-impossible = Datumet finns inte
evidence-century-sign = Tecknet för århundradet stämmer
evidence-context-before = ”{ $word }” { $distance ->
    [0] står alldeles före
   *[other] står { $distance } ord före
}
evidence-context-after = ”{ $word }” { $distance ->
    [0] står alldeles efter
    [1] står alldeles efter
   *[other] står { $distance } ord efter
}
evidence-context-message = ”{ $word }” står i ett meddelande bredvid
evidence-word = { $word }
evidence-context-column = Kolumnens rubrik är ”{ $word }”
evidence-split-messages = Skrivet över flera meddelanden
evidence-case-memory = Samma värde har hittats på ett annat ställe i ärendet
evidence-protected-thread = Höjt: någon i den här konversationen har skyddad identitet
evidence-listed-keep = På myndighetens lista över det som förblir synligt: { $word }
evidence-listed-find = På myndighetens lista över det som alltid hittas: { $word }
evidence-own-pattern = Passar myndighetens eget mönster ”{ $word }”
evidence-own-word = Står i myndighetens egen ordlista ”{ $word }”
evidence-context-line = ”{ $word }” står på samma rad
evidence-below-bands = Mycket osäkert: visas eftersom allt visas
evidence-context-other = ”{ $word }” tyder på något annat
evidence-competing = Kan också vara: { $word }
evidence-edge-doubtful = Det är oklart var uppgiften slutar
evidence-known-participant = Namn eller nummer på en deltagare
evidence-marked-by-hand = Markerat för hand
evidence-kind-synthetic = Testnummer
evidence-kind-reserve = Reservnummer
evidence-kind-replacement = Ersättningsnummer
evidence-kind-h-number = H-nummer (hälso- och sjukvården)
evidence-kind-d-number = D-nummer
evidence-kind-temporary = Tillfälligt nummer
evidence-kind-day-plus-60 = Dag med 60 tillagt
evidence-kind-2032 = Nummer utan kontrollsiffra, som de ges ut från 2032
evidence-looks-like = Liknar något annat
evidence-looks-like-uuid = Liknar en teknisk beteckning
evidence-looks-like-link = Står i en länk
evidence-looks-like-law = Liknar en laghänvisning
evidence-looks-like-isbn = Liknar ett boknummer
evidence-looks-like-epoch = Liknar en dators tidsangivelse
evidence-looks-like-date = Liknar ett datum
evidence-looks-like-amount = Liknar ett belopp
evidence-name-full = För- och efternamn tillsammans
evidence-name-first = Förnamn på en deltagare
evidence-name-tagger = Läses som ett namn här ({ $word })
evidence-name-list-given = Förnamn i offentliga namnlistor
evidence-name-list-surname = Efternamn i offentliga namnlistor, eller bildat som ett
evidence-name-after-title = ”{ $word }” står före
evidence-name-introduced = ”{ $word }” står före
evidence-name-greeted = ”{ $word }” står före
evidence-name-signed = ”{ $word }” står före
evidence-name-after-bond = ”{ $word }” står före
evidence-name-other-script = Skrivet med andra bokstäver än texten omkring
evidence-name-repeated = Samma namn står på ett annat ställe i texten
evidence-looks-like-firm = Kan vara ett företag eller en institution
evidence-looks-like-street = Kan vara en gata eller en plats
evidence-looks-like-thing = Kan vara en sak, en plats eller ett djur med ett namn
evidence-looks-like-namesake = Kan vara uppkallat efter en person: ett verk, en skola, ett pris, en sjukdom
evidence-looks-like-month = Kan vara en månad
evidence-looks-like-brand = Kan vara ett märke, en butik eller ett verk
evidence-name-last = Efternamn på en deltagare
evidence-common-word = Är också ett vanligt ord
evidence-upper-case = Skrivet med stor bokstav
evidence-lower-case = Skrivet med små bokstäver
evidence-country-code = Med landsnummer
evidence-bare-digits = Bara siffror, utan mellanslag och tecken
evidence-line-start = Står först på en rad
evidence-card-family = Passar ett slags kort
evidence-code-length = Lika lång som sådana koder
evidence-coordinate-pair = Latitud och longitud
evidence-map-link = Står i en kartlänk
evidence-email-form = Har formen av en e-postadress
evidence-email-spelled = En e-postadress skriven med ord
evidence-address-form = Har formen av en adress
evidence-key-prefix = Börjar som sådana nycklar gör
evidence-link-key = En nyckel i en länk
evidence-password-word = Ett ord för lösenord står bredvid
evidence-country = Land { $word }
evidence-grouped = Uppdelat som nummer av detta slag
evidence-inflected = Med genitiv- eller kasusändelse
evidence-marking = Markering i löpande text
evidence-phrase = Orden ”{ $word }”
evidence-lexicon-word = Ordet ”{ $word }”
evidence-clause-named = Ett namn eller personnummer står i samma mening
evidence-clause-person = Meningen handlar om en person
evidence-clause-nobody = Meningen nämner ingen
evidence-clause-verb = Ett verb säger det som ett faktum
evidence-clause-general = Låter som allmänt tal
evidence-clause-negated = Meningen förnekar något: läs den
evidence-clause-social = Sociala förhållanden: barnavård, skulder, separation
evidence-supervision-threat = Kan vara ett hot – en ledtråd, ingen dom
evidence-supervision-incitement = Kan uppmana till våld eller skadegörelse – en ledtråd, ingen dom
evidence-supervision-group-hate = Kan vara missaktning mot en grupp människor – en ledtråd, ingen dom
evidence-supervision-violence = Kan hylla eller visa våld – en ledtråd, ingen dom
evidence-supervision-privacy = Kan lämna ut någons privatliv – en ledtråd, ingen dom
evidence-supervision-child-abuse = Kan handla om sexuella övergrepp mot barn: öppna och kopiera inte bilder – en ledtråd, ingen dom
evidence-supervision-copyright = Kan vara någon annans verk – en ledtråd, ingen dom
evidence-law-cited = En paragraf står bredvid
evidence-basis-hint = Möjlig grund: { $word } – pröva själv
evidence-spelled-out = Siffrorna är skrivna med ord
evidence-country-prefix = Landets bokstäver eller skattemärke står bredvid
evidence-kind-company = Nummer för ett företag
evidence-kind-iccid = SIM-kortets nummer (ICCID)
evidence-kind-imsi = Abonnentens nummer i mobilnätet (IMSI)
evidence-kind-mrz = Maskinläsbara rader från pass eller kort
evidence-kind-hsa-id = HSA-id för personal i vården
evidence-kind-hpr = HPR-nummer för norsk vårdpersonal
evidence-kind-vin = Chassinummer
evidence-plate-form = Har formen av ett registreringsnummer
evidence-case-form = Har formen av ett diarie- eller målnummer
evidence-property-form = Har formen av en fastighetsbeteckning
evidence-handle-form = Börjar med @ som ett användarnamn
evidence-profile-link = Länk till en profil
evidence-link-user = Användare och lösenord står i länken
evidence-link-random = En lång slumpmässig del öppnar länken
evidence-street-form = Har formen av gata och nummer
evidence-postcode = Postnummer följer
evidence-age-word = Skrivet som en ålder
evidence-switchboard = Nära ”{ $word }”: en växel är ingens eget nummer

## Keys
keys-help-title = Tangenter i granskningen
keys-help-lead = Tangenterna fungerar när fokus är i granskningen och inte i ett textfält.
keys-help-on = Använd enstaka tangenter
keys-help-change-lead = Välj en tangent för att sätta en annan i dess ställe. Ändrade tangenter sparas med ärendet.
keys-help-change = Ändra tangent för ”{ $command }”, nu { $key }
keys-help-press = Tryck på den nya tangenten för ”{ $command }”. Delete stänger av den, Escape lämnar den som den är.
keys-help-none = av
keys-help-refused = Den tangenten kan inte användas. Ta en bokstav eller ett tecken.
keys-help-changed = { $key } gör nu: { $command }.
keys-help-moved = { $key } gör nu: { $command }. Ingen tangent är kvar för: { $lost }.
keys-help-switched-off = Ingen tangent gör längre: { $command }.
keys-help-standard = Standardtangenter
keys-help-col-key = Tangent
keys-help-col-does = Gör
key-next = Nästa öppna uppgift
key-previous = Föregående öppna uppgift
key-redact = Maska det här stället
key-keep = Behåll det här stället synligt
key-unsure = Sätt som osäker
key-redact-all = Maska alla förekomster
key-keep-all = Behåll alla förekomster
key-message = Maska hela meddelandet
key-mark = Markera text för hand
key-basis = Välj skäl efter nummer
key-note = Skriv en anteckning
key-undo = Ångra
key-redo = Gör om
key-view = Original, markerat, som utlämnad
key-search = Sök
key-save = Spara arbetsfilen
key-arrows = Gå mellan meddelanden
key-short-next = nästa, föregående
key-short-redact = maska
key-short-keep = behåll
key-short-unsure = osäker
key-short-redact-all = alla förekomster
key-short-undo = ångra
key-short-help = hjälp

## Finish
finish-title = Klar att avsluta?
finish-lead = Två saker kommer ut: en utlämnad kopia till den som begärt den, och ett krypterat paket till ert arkiv.
finish-checklist = Checklista
finish-checking = Kontrollerar …
finish-reasons = Använda skäl
finish-write = Skriv utlämnad kopia och paket
finish-later = Spara och fortsätt senare
finish-why-blocked = { $points ->
    [one] Knappen fungerar när punkten med ! är löst.
   *[other] Knappen fungerar när de { $points } punkterna med ! är lösta.
  }
finish-why-keys = Knappen fungerar när någon kan öppna paketet: spara nyckelbladet och skriv ord från det igen, eller lägg till ett certifikat.
finish-why-after = Därefter öppnas varje skriven fil igen och genomsöks efter allt som tagits bort.
finish-no-second = Ingen andra person granskar besluten; det står i kvittot.
check-ok = I ordning:
check-block = Ska lösas:
check-info = För kännedom:
gate-other = Kontroll ”{ $id }”
gate-open = { $places ->
    [0] Alla säkra och troliga ställen är beslutade
    [one] { $places } ställe saknar beslut
   *[other] { $places } ställen saknar beslut
  }
gate-unsure = { $places ->
    [0] Inget är satt som osäkert
    [one] { $places } ställe är satt som osäkert
   *[other] { $places } ställen är satta som osäkra
  }
gate-missing-basis = { $places ->
    [0] Varje maskning har ett skäl
    [one] { $places } maskning saknar skäl
   *[other] { $places } maskningar saknar skäl
  }
gate-inconsistent = { $values ->
    [0] Ingen uppgift är maskad på ett ställe och synlig på ett annat
    [one] { $values } uppgift är maskad på ett ställe och synlig på ett annat
   *[other] { $values } uppgifter är maskade på ett ställe och synliga på ett annat
  }
gate-not-searched = Inte genomsökt – det måste en människa läsa efter
gate-left-out = { $messages ->
    [0] Inget är utelämnat ur kopian
    [one] { $messages } meddelande är utelämnat ur kopian
   *[other] { $messages } meddelanden är utelämnade ur kopian
  }
gate-attachments-withheld = { $withheld ->
    [0] Ingen bilaga är undantagen
    [one] { $withheld } bilaga är undantagen och står i listan
   *[other] { $withheld } bilagor är undantagna och står i listan
  }
gate-damaged = { $records ->
    [0] Alla poster kunde läsas
    [one] { $records } post kunde inte läsas: inte genomsökt, inte utlämnad
   *[other] { $records } poster kunde inte läsas: inte genomsökta, inte utlämnade
  }
gate-questions = { $count ->
    [0] Ingen fråga om filerna är öppen
    [one] { $count } fråga om filerna är inte besvarad
   *[other] { $count } frågor om filerna är inte besvarade
  }
gate-possible = { $places ->
    [one] { $places } möjligt ställe saknar beslut och förblir synligt
   *[other] { $places } möjliga ställen saknar beslut och förblir synliga
  }
gate-open-account = { $redacted } ställen maskade, { $kept } behållna, { $whole } meddelanden undantagna helt
gate-damaged-partial = { $files ->
    [one] { $files } fil slutar för tidigt eller kunde inte läsas till slutet
   *[other] { $files } filer slutar för tidigt eller kunde inte läsas till slutet
  }
gate-damaged-unread = { $files ->
    [one] { $files } fil kändes inte igen: sparad i paketet, inte genomsökt, inte utlämnad
   *[other] { $files } filer kändes inte igen: sparade i paketet, inte genomsökta, inte utlämnade
  }
gate-place-message = Ett helt meddelande
gate-kept-on-purpose = { $places ->
    [one] { $places } borttagen uppgift är avsiktligt synlig på ett ställe
   *[other] Borttagna uppgifter är avsiktligt synliga på { $places } ställen
  }
gate-redact-here = Maska även här
gate-keep-here = Behåll avsiktligt …
gate-places-more = { $places ->
    [one] Visa { $places } till
   *[other] Visa { $places } till
  }
gate-twins = Maska alla ställen med dessa uppgifter
notice-twins = { $places ->
    [one] { $places } ställe maskat
   *[other] { $places } ställen maskade
  }
keep-title = Ska det avsiktligt vara synligt här?
keep-text = Uppgiften är borttagen på andra ställen och blir synlig här i den utlämnade kopian. Loggen och kvittot anger stället och ditt skäl.
keep-reason = Skäl
keep-reason-hint = Till exempel: del av ett annat ord. Skriv inga namn eller nummer här.
keep-do = Behåll synligt
notice-kept = Behållet synligt avsiktligt. Ångra i granskningen tar tillbaka det.
keys-title = Vem kan öppna arkivpaketet
keys-lead = Varje nyckel öppnar paketet ensam.
keys-lost = Utan någon av nycklarna kan paketet inte öppnas, inte heller av oss.
keys-col-key = Nyckel
keys-col-kept = Var den förvaras
keys-col-state = Läge
keys-none = Ingen lösenfras än
keys-passphrase = Lösenfras
keys-own = din egen
keys-certificate = Certifikat: { $subject }
keys-certificate-slot = Certifikat
keys-proved = skriven igen
keys-not-proved = Skriv den igen nedan
keys-no-sheet = Spara nyckelbladet
sheet-saved = Nyckelblad utskrivet eller sparat
sheet-not-saved = Nyckelblad inte sparat än
sheet-print = Skriv ut nyckelblad
sheet-save = Spara nyckelblad
prove-words = Skriv två ord från nyckelbladet
prove-whole = Skriv lösenfrasen igen
prove-hint = Det visar att nyckelbladet går att läsa.
prove-word = Ord { $number }
prove-again = Lösenfras
certificate-add = Lägg till ett certifikat
certificate-hint = X.509-certifikat (PEM eller DER) från ert arkiv: RSA från 2048 bitar, EC P-256 eller P-384.
certificate-too-large = { $name } är för stor för att vara ett certifikat. Inget har lagts till.
certificate-issuer = Utfärdat av { $issuer } · { $key }
certificate-fingerprint = Fingeravtryck
certificate-valid = giltigt { $from } – { $to }
certificate-used = används
certificate-expired = Inte giltigt nu
certificate-use-anyway = Använd det ändå
write-too-large = De här filerna är på { $all }. Den här webbläsaren kan skriva högst { $limit }, så ärendet skulle inte kunna slutföras här.
write-too-large-advice = Inget lästes in. Använd Chromium, Edge, Firefox eller kommandoraden för det här ärendet.
write-limit = Den här webbläsaren kan skriva filer på upp till { $size } här. Större material kräver Chromium, Edge, Firefox eller kommandoraden.
leak-title = { $leaks ->
    [one] Stoppad: { $leaks } borttagen uppgift finns kvar i filerna
   *[other] Stoppad: { $leaks } borttagna uppgifter finns kvar i filerna
  }
leak-text = Ingen fil har sparats. Maska även dessa ställen eller behåll dem avsiktligt och skriv igen.
leak-line = { $category } i { $path }, { $place }
results-title = Klart
results-title-part = Den utlämnade kopian är klar
results-account = { $messages ->
    [one] { $messages } meddelande utlämnat
   *[other] { $messages } meddelanden utlämnade
  }; varav { $partly } delvis maskade. { $withheld } undantagna helt, { $outside } utanför begäran.
results-attachments = { $withheld ->
    [one] { $withheld } bilaga undantagen; utlämnade bilder: { $pictures }.
   *[other] { $withheld } bilagor undantagna; utlämnade bilder: { $pictures }.
  }
results-verified = { $values ->
    [one] De färdiga filerna har öppnats igen och genomsökts efter { $values } borttagen uppgift. Den hittades inte.
   *[other] De färdiga filerna har öppnats igen och genomsökts efter { $values } borttagna uppgifter. Ingen hittades.
  }
results-files = { $files ->
    [one] { $files } fil i den utlämnade kopian
   *[other] { $files } filer i den utlämnade kopian
  }
results-slots = { $slots ->
    [one] { $slots } nyckel öppnar paketet (delar: { $parts }):
   *[other] { $slots } nycklar öppnar paketet (delar: { $parts }), var för sig:
  }
results-next = Spara alla tre. Ta sedan bort spåren från den här datorn.
result-released = Utlämnad kopia
result-released-hint = Till den som begärt den.
result-bundle = Arkivpaket, krypterat
result-bundle-hint = Till ert arkiv. Innehåller originalfilerna.
result-receipt = Kvitto
result-receipt-hint = Internt. Antal och kontrollsummor, inga uppgifter.
file-name-released = utlämnad-kopia.zip
file-name-bundle = arkivpaket.zip
file-name-receipt = kvitto.html
file-name-work = arbetsfil.zip
file-name-sheet = nyckelblad.txt

## Protection
protect-title = Skydda ditt arbete
protect-lead = Med en lösenfras sparas dina beslut krypterat på den här datorn medan du arbetar. Samma lösenfras öppnar senare arkivpaketet.
protect-generated = Använd de här orden
protect-generated-hint = Slumpade på den här datorn.
protect-bits = Ungefär { $bits } bitar: det gissar ingen.
protect-another = Andra ord
protect-own = Använd en egen lösenfras
protect-sheet-later = Du kan skriva ut nyckelbladet innan du avslutar.
protect-use = Använd den här lösenfrasen
protect-later = Senare
protect-later-hint = Utan lösenfras sparas inget: stängs fliken är besluten förlorade.
strength-empty = Skriv minst fyra ord som ingen kan gissa.
strength-good = Ungefär { $bits } bitar: bra.
strength-weak = Ungefär { $bits } bitar: för lätt att gissa.
strength-other = Något i den är lätt att gissa.
strength-short = Den är kort.
strength-few-words = Den har få ord.
strength-repeats = Något upprepas.
strength-sequence = Den följer tangentbordet eller alfabetet.
strength-digits = Den liknar ett datum eller ett nummer.
sheet-title = Nyckelblad – Maskera
sheet-text = Den här lösenfrasen öppnar arkivpaketet:
sheet-store = Förvara bladet där bara de som får öppna paketet kommer åt det, och skilt från paketet.
sheet-case = Ärende:
sheet-date = Datum:
sheet-holder = Nyckelinnehavare:

## Open
open-title = Öppna ett paket
open-lead = Filen dekrypteras och kontrolleras på den här datorn.
open-file = Paket eller arbetsfil
open-no-file = Ingen fil vald.
open-choose = Välj filen
open-other-file = Välj en annan fil
open-secret = Hur vill du öppna den?
open-with-passphrase = Med lösenfrasen
open-with-passphrase-hint = Från nyckelbladet.
open-with-private-key = Med en privat nyckel
open-with-private-key-hint = En nyckelfil (PEM) som passar ett av certifikaten.
open-with-nothing = Bara kontrollera
open-with-nothing-hint = Utan nyckel: form och kontrollsummor granskas, inget mer.
open-no-key = Ingen nyckelfil vald.
open-choose-key = Välj nyckelfilen
open-button = Öppna
open-check = Kontrollera
open-why = Välj en fil och ange nyckeln.
open-result-intact = Paketet är helt
open-result-intact-text = { $parts ->
    [one] { $parts } del har dekrypterats; alla { $files } filer i den stämmer med sina kontrollsummor.
   *[other] { $parts } delar har dekrypterats; alla { $files } filer i dem stämmer med sina kontrollsummor.
  }
open-result-form = Form och kontrollsummor stämmer
open-result-form-text = { $parts ->
    [one] { $parts } del har granskats utifrån. Inget har dekrypterats, så innehållet är inte kontrollerat.
   *[other] { $parts } delar har granskats utifrån. Inget har dekrypterats, så innehållet är inte kontrollerat.
  }
open-result-damaged = Paketet har ändrats
open-result-damaged-text = Använd en annan kopia och notera det i ärendet.
open-damaged-entry = Skadad: { $entry }
open-continue = Fortsätt det här arbetet
open-files = Filer i paketet
open-size = Storlek

## Resume
resume-title = Fortsätt sparat arbete
resume-lead = { $cases ->
    [one] Oavslutat arbete är sparat krypterat i den här webbläsaren.
   *[other] { $cases } oavslutade ärenden är sparade krypterat i den här webbläsaren.
  }
resume-choose = Vilket vill du fortsätta med?
resume-saved = Sparat { $ago } ({ $time })
resume-none = Inget oavslutat arbete hittades i den här webbläsaren.
resume-hint = Lösenfrasen som du valde när du började.
resume-unlock = Öppna det sparade arbetet
resume-files-lead = { $decisions ->
    [one] { $decisions } beslut är sparat. Själva filerna är inte sparade: läs in samma filer igen.
   *[other] { $decisions } beslut är sparade. Själva filerna är inte sparade: läs in samma filer igen.
  }
resume-file-here = Inläst; kontrollsumman stämmer.
resume-file-missing = Inte inläst än.
resume-go = Hämta tillbaka besluten
resume-why = Läs först in alla filer i listan.

## Traces
traces-title = Ta bort spår från datorn
traces-text = Det krypterade sparade arbetet raderas från den här webbläsaren. Filer som du själv har sparat finns kvar. Beslut som inte finns i en arbetsfil eller ett paket går förlorade när du stänger sidan.
traces-remove = Ta bort

## Self-test
selftest-title = Inget lämnar den här datorn
selftest-lead = Sidan prövar alla kända sätt att skicka något, i en egen ram med samma regler, och visar vad webbläsaren gjorde.
selftest-run = Starta provet
selftest-again = Prova igen
selftest-running = Provar …
selftest-col-way = Väg ut
selftest-col-result = Vad som hände
selftest-good = { $ways } vägar prövade: ingen var öppen.
selftest-bad = { $ways ->
    [one] { $ways } väg var öppen. Använd inte sidan i den här webbläsaren.
   *[other] { $ways } vägar var öppna. Använd inte sidan i den här webbläsaren.
  }
selftest-refused = Nekad
selftest-refused-violation = Nekad av sidans regler
selftest-refused-exception = Nekad av webbläsaren
selftest-not-offered = Finns inte i den här webbläsaren
selftest-no-evidence = Inget belägg här
selftest-open = ÖPPEN
selftest-rest = Ett sådant prov täcker inte namnuppslagningar och tomma förbindelser som en webbläsare själv gör. SECURITY.md förklarar dem.
selftest-way-other = Väg ”{ $id }”
selftest-way-fetch = Fetch
selftest-way-xhr = XMLHttpRequest
selftest-way-websocket = WebSocket
selftest-way-eventsource = Händelseström
selftest-way-beacon = Beacon
selftest-way-image = Bild
selftest-way-stylesheet = Formatmall
selftest-way-css-import = Import i en formatmall
selftest-way-font = Typsnitt
selftest-way-media = Ljud eller video
selftest-way-script = Skript
selftest-way-form = Formulär
selftest-way-window-open = Nytt fönster
selftest-way-link-ping = Länk med ping
selftest-way-iframe = Ram
selftest-way-object = Inbäddat objekt
selftest-way-prefetch = Förhämtning
selftest-way-preconnect = Tidig anslutning
selftest-way-webrtc = WebRTC
selftest-way-webtransport = WebTransport
selftest-way-worker-fetch = Fetch i en worker
selftest-way-worker-websocket = WebSocket i en worker
selftest-way-worker-import = Import av skript i en worker
selftest-way-top-navigation = Navigering av den yttre sidan
selftest-way-own-navigation = Navigering av själva ramen

## How to get a file
howto-link = Hur får jag filen?
howto-title = Hur får jag filen?
howto-lead = Gör exporten själv där det går, på myndighetens utrustning. Flytta den till den här datorn med kabel eller på ett sätt som myndigheten har godkänt.
format-unseen = Formatet är byggt efter dokumentation och aldrig sett på en verklig fil. Jämför några meddelanden med telefonen eller tjänsten.
howto-iphone = iPhone
howto-iphone-steps =
    Anslut iPhone till datorn med kabel och lås upp den.
    Öppna Finder på en Mac, eller Apple-enheter eller iTunes på Windows, och välj telefonen.
    Välj att säkerhetskopiera alla data till datorn. En krypterad kopia har även samtalslistan: anteckna lösenordet.
    Vänta tills kopian är klar. På en Mac ligger den i Bibliotek/Application Support/MobileSync/Backup, på Windows i Apple/MobileSync/Backup i användarens mapp.
    Välj mappen här. Bara meddelanden, kontakter, samtal och deras bilagor läses.
howto-android = Android: meddelanden och samtal
howto-android-steps =
    Installera ”SMS Backup & Restore” från SyncTech på telefonen; fråga it-avdelningen där det krävs.
    Gör en säkerhetskopia av meddelanden och samtal och ta med bilagor (MMS).
    Spara den på telefonen, inte i ett privat moln.
    Flytta .xml- eller .zip-filen till den här datorn och välj den här.
    Eller installera ”SMS Import / Export” från F-Droid, exportera meddelanden och samtalslistan utan kryptering och välj de filerna här.
howto-whatsapp = WhatsApp
howto-whatsapp-steps =
    Öppna chatten. På Android: ⋮, Mer, Exportera chatt. På iPhone: namnet högst upp, sedan Exportera chatt.
    Ta med media om bilder och filer har betydelse.
    Gör det för varje chatt: varje chatt blir en fil.
    WhatsApp exporterar de senaste 10 000 meddelandena med media och 40 000 utan. Äldre finns bara i en säkerhetskopia av telefonen.
howto-mail = Mejl och aviseringar
howto-mail-steps =
    Spara enstaka mejl som .eml: dra dem från mejlprogrammet till en mapp.
    Exportera brevlådan som mbox om mejlen är många, till exempel med Thunderbird eller Google Takeout.
    Outlooks .msg och .pst läses inte: spara som .eml eller exportera som mbox.
howto-meta = Messenger, Facebook, Instagram och Threads
howto-meta-steps =
    Öppna Kontocenter hos Meta och välj Din information och behörigheter, Exportera din information. För en Facebooksida: byt först till sidan.
    Välj kontot och det som ska med: meddelanden, inlägg och kommentarer eller allt.
    Välj formatet JSON, hela perioden och hög mediekvalitet. HTML kan också läsas, men innehåller mindre och ingen tidszon.
    Meta mejlar när filerna kan hämtas. Hämta alla delar och välj dem tillsammans här.
    Krypterade Messenger-konversationer hämtas för sig: Messenger, Inställningar, Krypterade chattar, Säker lagring.
    Andras kommentarer under inläggen finns oftast inte med: Spara sidan för sig.
howto-telegram = Telegram
howto-telegram-steps =
    Öppna Telegram Desktop på en dator och gå till chatten.
    Välj menyn med tre punkter och Exportera chatthistorik.
    Välj formatet JSON, hela perioden och de medier som ska med.
    Välj hela mappen som sparades här.
howto-signal = Signal
howto-signal-steps =
    Android: öppna Signal, Inställningar, Säkerhetskopior, Säkerhetskopior på enheten, och slå på dem med en mapp på telefonen. Anteckna återställningsnyckeln med 64 bokstäver och siffror.
    Välj Skapa säkerhetskopia och vänta tills den är klar.
    Flytta hela mappen SignalBackups till den här datorn med kabel och välj den här. Sidan frågar efter återställningsnyckeln.
    Eller exportera chatthistoriken från Signal som läsbar text (JSON) med media: försvinnande meddelanden är inte med.
    iPhone och dator: länka Signal Desktop och exportera med den, eller med signal-export eller sigtop.
    Gamla säkerhetskopior med 30 siffror (.backup) läses inte. Återställ dem i Signal på en Android-telefon och gör en ny säkerhetskopia där.
howto-google = Google: Min aktivitet, Chat och Voice
howto-google-steps =
    Gå till takeout.google.com med kontot och avmarkera allt.
    Välj Min aktivitet, Google Chat eller Google Voice. Välj JSON för Min aktivitet om det går.
    YouTube-kommentarer: välj YouTube och behåll bara kommentarer och livechattar.
    Exportera som ZIP. Google mejlar när filerna kan hämtas.
    Hämta alla delar och välj dem tillsammans här.
howto-bluesky = Bluesky
howto-bluesky-steps =
    Logga in på bsky.app och öppna Inställningar, Konto.
    Välj Exportera mina data och hämta CAR-filen (repo.car).
    Bilder och videor finns inte i filen. Lägg dem under sina egna id:n i en mapp med namnet blobs bredvid om de ska med.
    Välj filen här, eller mappen med fil och blobs.
    Direktmeddelanden finns inte i filen: spara den sidan för sig.
howto-x = X (Twitter)
howto-x-steps =
    Logga in på x.com på en dator med kontot.
    Välj Mer, Inställningar och integritet, Ditt konto, Ladda ned ett arkiv med dina data. Bekräfta lösenordet.
    X meddelar när arkivet är klart, ofta efter ett dygn eller mer.
    Hämta alla delar och välj dem här tillsammans. Packa inte upp dem.
    Andras svar på inläggen finns inte med: spara själva sidan.
howto-teams = Microsoft Teams och Skype
howto-teams-steps =
    Be it-avdelningen om exporten: Microsoft Purview, eDiscovery, eller Teams-exporten i Microsoft Graph.
    Ange konton, chattar och kanaler och hela perioden. JSON från Graph innehåller mest; konversationer som HTML kan också läsas.
    Be att filer från SharePoint och OneDrive tas med.
    Privata Teams- och Skype-konton: gå till go.skype.com/export, välj konversationer och filer och hämta filerna.
    Välj alla filer här tillsammans.
howto-slack = Slack
howto-slack-steps =
    Be en ägare eller administratör av arbetsytan om exporten.
    Öppna Verktyg och inställningar, Inställningar för arbetsytan, Importera/exportera data, Exportera.
    Välj perioden och starta. Slack mejlar när filen är klar.
    Privata kanaler och direktmeddelanden kräver att Slack har godkänt en export av alla samtal.
    Välj ZIP-filen här. Bifogade filer finns inte med; hämta dem innan adresserna slutar gälla.
howto-mastodon = Mastodon
howto-mastodon-steps =
    Logga in på kontots egen server och öppna Inställningar, Import och export, Dataexport.
    Välj Efterfråga ditt arkiv. Servern mejlar när det är klart; ett arkiv kan göras var sjunde dag.
    Hämta arkivet (.tar.gz eller .zip) och välj det här som det är.
    Bokmärken, följda konton och listor finns även som CSV på samma sida; det är arkivet som läses här.
    Andras svar finns inte i arkivet: spara själva sidan om de ska bevaras.
howto-tiktok = TikTok
howto-tiktok-steps =
    Öppna profilen i appen, Inställningar och integritet, Konto, Ladda ned dina data.
    Välj alla data och filformatet JSON och begär hämtningen.
    Efter några dagar finns filen under Ladda ned data på samma sida; den ligger där i fyra dagar.
    Hämta ZIP-filen och välj den här som den är. Videor följer inte med.
howto-snapchat = Snapchat
howto-snapchat-steps =
    Logga in på accounts.snapchat.com och välj Mina data.
    Välj att ta med HTML- och JSON-filer, chattar och minnen och hela perioden, och skicka begäran.
    Snapchat mejlar när filerna är klara. Hämta alla delar och välj dem tillsammans här.
    Bara sparade meddelanden och de senaste dagarnas följer med; Snapchat raderar själv resten.
howto-linkedin = LinkedIn
howto-linkedin-steps =
    Logga in och öppna Inställningar och integritet, Datasekretess, Skaffa en kopia av dina data.
    Välj det större dataarkivet med allt och begär det.
    LinkedIn mejlar inom ett dygn. Hämta ZIP-filen och välj den här som den är.
    För en företagssida kan en administratör bara exportera siffror: spara själva sidan för inlägg och kommentarer.
howto-reddit = Reddit
howto-reddit-steps =
    Logga in och gå till reddit.com/settings/data-request.
    Välj typ av begäran och hela perioden, och skicka den.
    Reddit skickar ett meddelande när filen är klar; det kan ta upp till 30 dagar.
    Hämta ZIP-filen och välj den här som den är.
howto-contacts = Kontakter, för namn
howto-contacts-steps =
    Välj de kontakter som behövs, eller alla, i telefonen eller i adressbokens program.
    Välj Exportera eller Dela som vCard (.vcf).
    Välj .vcf-filen här tillsammans med meddelandena: numren får sina namn.
howto-table = Ett annat program eller ett kalkylark
howto-table-steps =
    Exportera meddelandena som CSV eller som Excel-arbetsbok (.xlsx) med ett meddelande per rad. Spara .xls och .ods som .xlsx.
    Öppna inte en CSV-fil i ett kalkylprogram för att spara den igen: långa telefonnummer förkortas och datum ändras.
    Viber på Android: Mer, Inställningar, Konto, Viber-säkerhetskopiering, E-posta meddelandehistorik.
    Välj filen här och kontrollera vad kolumnerna innehåller.
    Spara kolumnuppsättningen och använd den för nästa fil.
    Viber på Android: Mer, Inställningar, Konto, Viber-säkerhetskopia, Mejla meddelandehistorik. Välj ZIP-filen här.
phase-joining = Förenar exporter av samma konto och ser vilka som är samma person.
title-people = Personer
title-register = Förteckning över konton
coverage-title = Hur fullständigt är materialet?
coverage-lead = Tecken, inte bevis: en period som någon har valt ser ut som automatisk radering. ”maskera coverage” säger samma sak.
coverage-days = Luckor från
coverage-days-of = { $days } dagar
coverage-zone = Dagar i { $zone }
coverage-all = Allt material
coverage-conversation = Konversation:
coverage-more = { $conversations ->
    [one] Ytterligare en konversation har något att berätta; se ”maskera coverage”.
   *[other] Ytterligare { $conversations } konversationer har något att berätta; se ”maskera coverage”.
  }
coverage-working = Räknar.
people-open = { $likely ->
    [0] Personer
    [one] Personer: ett förslag
   *[other] Personer: { $likely } förslag
  }
register-open = Förteckning över konton
people-title = Personer
people-lead = Namn, nummer och adresser som hör till en person är samlade. Allt kan ångras. Inget av detta står i den utlämnade kopian om inte en policy säger det.
people-working = Samlar personer.
people-list = { $people ->
    [one] En person
   *[other] { $people } personer
  }
people-filter = Namn eller nummer
people-none = Ingen passar.
people-counts = Visar { $shown } av { $total }. Meddelanden vars egenskap inte är känd: { $unknown }
likely-title = { $pairs ->
    [one] Ett förslag
   *[other] { $pairs } förslag
  }
likely-hint = Ingen regel är säker nog här. Bestäm själv.
likely-more = { $pairs ->
    [one] Ytterligare ett förslag visas när dessa är besvarade.
   *[other] Ytterligare { $pairs } förslag visas när dessa är besvarade.
  }
likely-number = Samma nummer, med och utan landskod
likely-name = Samma namn
likely-account = Samma konversationer men ingen gemensam tid som kan visa om det är samma konto
likely-same = Samma person
likely-other = Två personer
likely-same-account = Samma konto
likely-other-account = Två konton
likely-accepted = Sammanfört. Kan ångras.
likely-refused = Hålls isär. Kan ångras.
person-owner = kontots ägare
person-make-owner = Är kontots ägare
person-not-owner = Är inte ägaren
person-names = Även känd som:
person-counts = Meddelanden: { $messages } · konversationer: { $conversations }
person-parts = { $parts ->
    [one] Sammanförd av en post
   *[other] Sammanförd av { $parts } poster
  }
person-split = Är någon annan
capacity-of = Egenskap: { $name }
capacity-filter = Skrivet i egenskap av
capacity-any = alla
capacity-from-message = Sagt om detta meddelande
capacity-from-conversation = Sagt om konversationen
capacity-from-person = Sagt om personen
capacity-from-nobody = Ingen har sagt något om det
written-title = Egenskap: { $capacity }
written-message = Detta meddelande
written-conversation = Hela konversationen
written-none = inte sagt här
badge-edited = redigerat
badge-edited-why = Källan säger att texten ändrades efter att den skickats
badge-reworded = andra ord tidigare
badge-reworded-why = Exporten { $source } har andra ord. Båda står här och är genomsökta
badge-deleted = raderat senare
badge-deleted-why = I exporten { $source } står bara att meddelandet är raderat
badge-gone = saknas senare
badge-gone-why = Exporten { $source } täcker denna tid men har inte meddelandet
badge-copies = i { $sources } källor
badge-copies-why = Står i { $list }. Visas en gång; inget har tagits bort
scope-people-all = Personer: alla
scope-people-some = { $people ->
    [one] Bara konversationer med en person
   *[other] Bara konversationer med { $people } personer
  }
scope-people-hint = Välj personer, så omfattar ärendet bara konversationer som minst en av dem deltar i. Resten räknas och stannar i originalet.
scope-people-none = Ta med alla personer
scope-out-people = { $messages ->
    [one] Ett meddelande utelämnat eftersom ingen vald person deltar
   *[other] { $messages } meddelanden utelämnade eftersom ingen vald person deltar
  }
announce-capacity = Egenskapen är sparad.
announce-owner = Sparat. Kan ångras.
announce-taken-back = Ångrat.
announce-made-again = Gjort om.
finish-capacities = Skrivna av tjänstemän: { $official }, av förtroendevalda: { $elected }, privat: { $private }, av utomstående: { $outside }. Egenskap inte känd: { $unknown }.
register-title = Förteckning över konton
register-lead = Myndighetens konton i sociala medier och andra kanaler. Förslag kommer från de inlästa filerna. Förteckningen sparas i arbetsfilen och i arkivpaketet, inte i den utlämnade kopian.
register-add = Lägg till ett konto
register-save = Spara som CSV
register-file = konton.csv
register-none = Inga konton ännu.
register-untitled = utan namn
register-proposed = förslag från filen
register-overdue = försenat
register-edit = Ändra
register-remove = Ta bort från förteckningen
register-new = Nytt konto
register-change = Ändra kontot
register-keep = Spara kontot
register-kept = Kontot är sparat.
register-due = Nästa insamling
register-months = { $months ->
    [one] varje månad
   *[other] var { $months }:e månad
  }
answer-yes = ja
answer-no = nej
answer-not-stated = inte angivet
account-platform = Plattform
account-handle = Namn, nummer eller adress
account-unit = Ansvarig enhet
account-responsible = Ansvarig
account-deputy = Ersättare
account-purpose = Syfte
account-statedAt = Var syftet anges
account-writers = Vem får skriva
account-riskRef = Riskbedömning (hänvisning)
account-disposalRef = Gallringsbeslut (hänvisning)
account-capturedFrom = Insamlat från
account-opened = Öppnat
account-closed = Stängt
account-termsRead = Villkor lästa
account-captured = Senast insamlat
account-removable = Andras inlägg kan tas bort
account-login = Läsning kräver inloggning
account-intervalMonths = Samlas in
