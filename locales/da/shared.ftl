# Texts that stand in the page and in outputs alike.
not-searched-some-names = navne, der ligner almindelige ord, sjældne kælenavne og fejlstavede navne (navne søges i løbende tekst, men ikke alle findes)
not-searched-places = gårde, steder og vejbeskrivelser (gadeadresser søges)
not-searched-other-identifiers = medlems-, kunde- og aftalenumre og kendetegn fra lande uden for Norden
not-searched-sensitive = følsomme oplysninger, der fortælles uden ord fra listerne, antydninger og ironi (hvad listerne kender til helbred, fagforening, religion, politik, etnicitet, seksuelle forhold og strafbare forhold, er der søgt efter)
not-searched-pictures-and-sound = ord, ansigter og stemmer i billeder, lyd og video
not-searched-circumstances = omstændigheder, der tilsammen peger på én person
accounting-all = { $records ->
    [one] { $records } post, læst
   *[other] { $records } poster, alle læst
  }
accounting-parts = { $records ->
    [one] { $records } post: { $parts }
   *[other] { $records } poster: { $parts }
  }
accounting-read = { $records } læst
accounting-damaged = { $records ->
    [one] { $records } beskadiget: se listen
   *[other] { $records } beskadigede: se listen
  }
skipped-unknown-element = { $records ->
    [one] { $records } element uden besked udeladt
   *[other] { $records } elementer uden besked udeladt
  }
skipped-preamble = { $records ->
    [one] { $records } linje før den første besked udeladt
   *[other] { $records } linjer før den første besked udeladt
  }
skipped-system-file = { $records ->
    [one] { $records } fil fra operativsystemet udeladt
   *[other] { $records } filer fra operativsystemet udeladt
  }
skipped-joined = { $records ->
    [one] { $records } reaktion vist ved den besked, den hører til
   *[other] { $records } reaktioner vist ved den besked, de hører til
  }
skipped-unreferenced-file = { $records ->
    [one] { $records } fil, som ingen besked nævner, udeladt
   *[other] { $records } filer, som ingen besked nævner, udeladt
  }
skipped-empty-row = { $records ->
    [one] { $records } tom række udeladt
   *[other] { $records } tomme rækker udeladt
  }
skipped-structure = { $records ->
    [one] { $records } del af filens egen indeksering
   *[other] { $records } dele af filens egen indeksering
  }
skipped-repeated = { $records ->
    [one] { $records } post, der gentager en anden, udeladt
   *[other] { $records } poster, der gentager andre, udeladt
  }
skipped-other-sheet = { $records ->
    [one] { $records } række på et ark uden beskeder udeladt
   *[other] { $records } rækker på ark uden beskeder udeladt
  }
skipped-other = { $records ->
    [one] { $records } post udeladt
   *[other] { $records } poster udeladt
  }
coverage-span = { $messages } beskeder fra { $first } til { $last }
coverage-gap = Ingen beskeder fra { $from } til { $to } ({ $days } dage)
coverage-auto-delete = Intet er ældre end { $count } dage før slutningen: beskeder slettes måske automatisk
coverage-deleted = { $count ->
    [one] Én slettet besked
   *[other] { $count } slettede beskeder
  }
coverage-changed = { $count ->
    [one] Eksporterne er uenige om én besked
   *[other] Eksporterne er uenige om { $count } beskeder
  }
coverage-missing = { $count ->
    [one] Én vedhæftning mangler
   *[other] { $count } vedhæftninger mangler
  }
coverage-omitted = { $count ->
    [one] Eksporten har udeladt én vedhæftning
   *[other] Eksporten har udeladt { $count } vedhæftninger
  }
coverage-weekdays = Næsten ingen beskeder på disse ugedage: { $days }
coverage-hours = Næsten ingen beskeder på disse timer af døgnet: { $hours }
coverage-whole = Beskeder i alt: { $messages }. Samtaler: { $conversations }. Konti: { $accounts }
coverage-twins = { $count ->
    [one] Én post er en kopi af en besked, der vises én gang
   *[other] { $count } poster er kopier af beskeder, der vises én gang
  }
coverage-undated = { $count ->
    [one] Én besked har ingen læsbar tid og indgår ikke i hullerne
   *[other] { $count } beskeder har ingen læsbar tid og indgår ikke i hullerne
  }
warning-not-recognised = { $looks-like ->
    [pdf] Filen er et PDF-dokument
    [sqlite] Filen er en database
    [office-document] Filen er et kontordokument
    [contacts] Filen indeholder kontakter
    [picture] Filen er et billede
    [sound] Filen er en lydfil
    [video] Filen er en video
    [web-page] Filen er en webside
    [mail] Filen er mail
    [outlook-message] Filen er en besked gemt af Outlook, som ikke læses: Åbn den i Outlook, og gem den som .eml, eller videresend den til en postkasse, der kan eksportere mbox
    [outlook-archive] Filen er en Outlook-datafil (.pst, .ost), som ikke læses: Eksportér mailene som .eml eller mbox, for eksempel ved at kopiere dem til en mappe i et andet mailprogram
    [samsung-backup] Dette er en sikkerhedskopi fra Samsung Smart Switch eller Kies. Indholdet er krypteret af producenten og læses ikke: lav en eksport på telefonen med SMS Backup & Restore eller SMS Import / Export, eller gendan først sikkerhedskopien til en telefon
    [huawei-backup] Dette er en sikkerhedskopi fra Huawei HiSuite eller Phone Clone. Indholdet er krypteret af producenten og læses ikke: lav en eksport på telefonen med SMS Backup & Restore eller SMS Import / Export, eller gendan først sikkerhedskopien til en telefon
    [xiaomi-backup] Dette er en sikkerhedskopi fra Xiaomi (MIUI, HyperOS), som ikke læses: lav en eksport på telefonen med SMS Backup & Restore eller SMS Import / Export, eller gendan først sikkerhedskopien til en telefon
    [android-backup] Dette er en sikkerhedskopi fra Androids egne udviklerværktøjer (adb), som ikke læses og sjældent indeholder beskeder: lav en eksport på telefonen med SMS Backup & Restore eller SMS Import / Export
    [signal-old-backup] Dette er en sikkerhedskopi fra en ældre Signal til Android, der åbnes med 30 cifre. Dens tabeller ændrer sig med hver version af appen, og den læses ikke: gendan den i Signal på en Android-telefon, slå de nye sikkerhedskopier på enheden til, og indlæs deres mappe med gendannelsesnøglen, eller eksportér chathistorikken som JSON
    [sms-ie-encrypted] Dette er en krypteret eksport fra SMS Import / Export, som ikke læses: eksportér igen uden kryptering, eller dekryptér den med appens eget værktøj
    [other-spreadsheet] Filen er et regneark af en slags, der ikke læses (.xls, .xlsb, .ods): Åbn den i regnearksprogrammet, og gem den som .xlsx eller CSV (UTF-8)
    [locked-document] Filen er et kontordokument, der er låst med en adgangskode: Åbn den, fjern adgangskoden, og gem den på ny
    [encrypted-zip] Arkivet er låst med en adgangskode: lås det op, og indlæs det igen
    [iphone-backup] Filen hører til en iPhone-sikkerhedskopi, som denne version ikke kan læse
    [empty] Filen er tom
   *[other] Filen blev ikke genkendt som en beskedeksport
}
warning-closed-backup = { warning-not-recognised }
coverage-no-gap = Ingen huller på { $days } dage eller mere
coverage-no-span = { $messages } beskeder; ingen af dem har en læsbar tid
coverage-partial = En fil ender tidligt eller kunne ikke læses til ende
weekday-1 = mandag
weekday-2 = tirsdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lørdag
weekday-7 = søndag
capacity-official = embedsmand (ansat)
capacity-elected = folkevalgt
capacity-private = privat
capacity-outside = udenforstående
capacity-unknown = ikke kendt
