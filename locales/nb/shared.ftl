# Texts that stand in the page and in outputs alike.
not-searched-some-names = navn som ligner vanlige ord, sjeldne kallenavn og feilstavede navn (navn søkes i løpende tekst, men ikke alle finnes)
not-searched-places = gårder, steder og veibeskrivelser (gateadresser søkes)
not-searched-other-identifiers = medlems-, kunde- og avtalenumre og kjennetegn fra land utenfor Norden
not-searched-sensitive = sensitive opplysninger som fortelles uten ord fra listene, antydninger og ironi (det listene kjenner til om helse, fagforening, religion, politikk, etnisitet, seksuelle forhold og straffbare forhold, er det søkt etter)
not-searched-pictures-and-sound = ord, ansikter og stemmer i bilder, lyd og video
not-searched-circumstances = omstendigheter som til sammen peker ut én person
accounting-all = { $records ->
    [one] { $records } post, lest
   *[other] { $records } poster, alle lest
  }
accounting-parts = { $records ->
    [one] { $records } post: { $parts }
   *[other] { $records } poster: { $parts }
  }
accounting-read = { $records } lest
accounting-damaged = { $records ->
    [one] { $records } skadet: se listen
   *[other] { $records } skadde: se listen
  }
skipped-unknown-element = { $records ->
    [one] { $records } element uten melding utelatt
   *[other] { $records } elementer uten melding utelatt
  }
skipped-preamble = { $records ->
    [one] { $records } linje før den første meldingen utelatt
   *[other] { $records } linjer før den første meldingen utelatt
  }
skipped-system-file = { $records ->
    [one] { $records } fil fra operativsystemet utelatt
   *[other] { $records } filer fra operativsystemet utelatt
  }
skipped-joined = { $records ->
    [one] { $records } reaksjon vist ved meldingen den hører til
   *[other] { $records } reaksjoner vist ved meldingen de hører til
  }
skipped-unreferenced-file = { $records ->
    [one] { $records } fil som ingen melding nevner, utelatt
   *[other] { $records } filer som ingen melding nevner, utelatt
  }
skipped-empty-row = { $records ->
    [one] { $records } tom rad utelatt
   *[other] { $records } tomme rader utelatt
  }
skipped-structure = { $records ->
    [one] { $records } del av filens egen indeks
   *[other] { $records } deler av filens egen indeks
  }
skipped-repeated = { $records ->
    [one] { $records } post som gjentar en annen utelatt
   *[other] { $records } poster som gjentar andre utelatt
  }
skipped-other-sheet = { $records ->
    [one] { $records } rad på et ark uten meldinger er utelatt
   *[other] { $records } rader på ark uten meldinger er utelatt
  }
skipped-other = { $records ->
    [one] { $records } post utelatt
   *[other] { $records } poster utelatt
  }
coverage-span = { $messages } meldinger fra { $first } til { $last }
coverage-gap = Ingen meldinger fra { $from } til { $to } ({ $days } dager)
coverage-auto-delete = Ingenting er eldre enn { $count } dager før slutten: meldinger slettes kanskje automatisk
coverage-deleted = { $count ->
    [one] Én slettet melding
   *[other] { $count } slettede meldinger
  }
coverage-changed = { $count ->
    [one] Eksportene er uenige om én melding
   *[other] Eksportene er uenige om { $count } meldinger
  }
coverage-missing = { $count ->
    [one] Ett vedlegg mangler
   *[other] { $count } vedlegg mangler
  }
coverage-omitted = { $count ->
    [one] Eksporten har utelatt ett vedlegg
   *[other] Eksporten har utelatt { $count } vedlegg
  }
coverage-weekdays = Nesten ingen meldinger på disse ukedagene: { $days }
coverage-hours = Nesten ingen meldinger på disse timene av døgnet: { $hours }
coverage-whole = Meldinger i alt: { $messages }. Samtaler: { $conversations }. Kontoer: { $accounts }
coverage-twins = { $count ->
    [one] Én post er en kopi av en melding som vises én gang
   *[other] { $count } poster er kopier av meldinger som vises én gang
  }
coverage-undated = { $count ->
    [one] Én melding har ingen lesbar tid og regnes ikke med i hullene
   *[other] { $count } meldinger har ingen lesbar tid og regnes ikke med i hullene
  }
warning-not-recognised = { $looks-like ->
    [pdf] Filen er et PDF-dokument
    [sqlite] Filen er en database
    [office-document] Filen er et kontordokument
    [contacts] Filen inneholder kontakter
    [picture] Filen er et bilde
    [sound] Filen er en lydfil
    [video] Filen er en video
    [web-page] Filen er en nettside
    [mail] Filen er e-post
    [outlook-message] Filen er en melding lagret av Outlook, som ikke leses: Åpne den i Outlook og lagre den som .eml, eller videresend den til en postkasse som kan eksportere mbox
    [outlook-archive] Filen er en Outlook-datafil (.pst, .ost), som ikke leses: Eksporter e-postene som .eml eller mbox, for eksempel ved å kopiere dem til en mappe i et annet e-postprogram
    [samsung-backup] Dette er en sikkerhetskopi fra Samsung Smart Switch eller Kies. Innholdet er kryptert av produsenten og leses ikke: lag en eksport på telefonen med SMS Backup & Restore eller SMS Import / Export, eller gjenopprett først sikkerhetskopien til en telefon
    [huawei-backup] Dette er en sikkerhetskopi fra Huawei HiSuite eller Phone Clone. Innholdet er kryptert av produsenten og leses ikke: lag en eksport på telefonen med SMS Backup & Restore eller SMS Import / Export, eller gjenopprett først sikkerhetskopien til en telefon
    [xiaomi-backup] Dette er en sikkerhetskopi fra Xiaomi (MIUI, HyperOS), som ikke leses: lag en eksport på telefonen med SMS Backup & Restore eller SMS Import / Export, eller gjenopprett først sikkerhetskopien til en telefon
    [android-backup] Dette er en sikkerhetskopi fra Androids egne utviklerverktøy (adb), som ikke leses og sjelden inneholder meldinger: lag en eksport på telefonen med SMS Backup & Restore eller SMS Import / Export
    [signal-old-backup] Dette er en sikkerhetskopi fra en eldre Signal for Android som åpnes med 30 sifre. Tabellene endrer seg med hver versjon av appen, og den leses ikke: gjenopprett den i Signal på en Android-telefon, slå på de nye sikkerhetskopiene på enheten og last inn mappen deres med gjenopprettingsnøkkelen, eller eksporter chathistorikken som JSON
    [sms-ie-encrypted] Dette er en kryptert eksport fra SMS Import / Export, som ikke leses: eksporter igjen uten kryptering, eller dekrypter den med appens eget verktøy
    [other-spreadsheet] Filen er et regneark av en type som ikke leses (.xls, .xlsb, .ods): Åpne den i regnearkprogrammet og lagre den som .xlsx eller CSV (UTF-8)
    [locked-document] Filen er et kontordokument som er låst med passord: Åpne den, fjern passordet og lagre den på nytt
    [encrypted-zip] Arkivet er låst med et passord: lås det opp og last det inn igjen
    [iphone-backup] Filen hører til en iPhone-sikkerhetskopi, som denne versjonen ikke kan lese
    [empty] Filen er tom
   *[other] Filen ble ikke gjenkjent som en meldingseksport
}
warning-closed-backup = { warning-not-recognised }
coverage-no-gap = Ingen hull på { $days } dager eller mer
coverage-no-span = { $messages } meldinger; ingen av dem har en lesbar tid
coverage-partial = En fil slutter for tidlig eller kunne ikke leses til slutten
weekday-1 = mandag
weekday-2 = tirsdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lørdag
weekday-7 = søndag
capacity-official = ansatt
capacity-elected = folkevalgt
capacity-private = privat
capacity-outside = utenforstående
capacity-unknown = ikke kjent
