# Texts that stand in the page and in outputs alike.
not-searched-some-names = namn som liknar vanliga ord, ovanliga smeknamn och felstavade namn (namn söks i löpande text, men alla hittas inte)
not-searched-places = gårdar, platser och vägbeskrivningar (gatuadresser söks)
not-searched-other-identifiers = medlems-, kund- och avtalsnummer och kännetecken från länder utanför Norden
not-searched-sensitive = känsliga uppgifter som berättas utan ord från listorna, antydningar och ironi (det som listorna känner till om hälsa, fackförening, religion, politik, etnicitet, sexualliv och lagöverträdelser söks)
not-searched-pictures-and-sound = ord, ansikten och röster i bilder, ljud och video
not-searched-circumstances = omständigheter som tillsammans pekar ut en person
accounting-all = { $records ->
    [one] { $records } post, läst
   *[other] { $records } poster, alla lästa
  }
accounting-parts = { $records ->
    [one] { $records } post: { $parts }
   *[other] { $records } poster: { $parts }
  }
accounting-read = { $records } lästa
accounting-damaged = { $records ->
    [one] { $records } skadad: se listan
   *[other] { $records } skadade: se listan
  }
skipped-unknown-element = { $records ->
    [one] { $records } element utan meddelande utelämnat
   *[other] { $records } element utan meddelande utelämnade
  }
skipped-preamble = { $records ->
    [one] { $records } rad före första meddelandet utelämnad
   *[other] { $records } rader före första meddelandet utelämnade
  }
skipped-system-file = { $records ->
    [one] { $records } fil från operativsystemet utelämnad
   *[other] { $records } filer från operativsystemet utelämnade
  }
skipped-joined = { $records ->
    [one] { $records } reaktion visas vid meddelandet den hör till
   *[other] { $records } reaktioner visas vid meddelandet de hör till
  }
skipped-unreferenced-file = { $records ->
    [one] { $records } fil som inget meddelande nämner utelämnad
   *[other] { $records } filer som inget meddelande nämner utelämnade
  }
skipped-empty-row = { $records ->
    [one] { $records } tom rad utelämnad
   *[other] { $records } tomma rader utelämnade
  }
skipped-structure = { $records ->
    [one] { $records } del av filens eget index
   *[other] { $records } delar av filens eget index
  }
skipped-repeated = { $records ->
    [one] { $records } post som upprepar en annan utelämnad
   *[other] { $records } poster som upprepar andra utelämnade
  }
skipped-other-sheet = { $records ->
    [one] { $records } rad på ett blad utan meddelanden har utelämnats
   *[other] { $records } rader på blad utan meddelanden har utelämnats
  }
skipped-other = { $records ->
    [one] { $records } post utelämnad
   *[other] { $records } poster utelämnade
  }
coverage-span = { $messages } meddelanden från { $first } till { $last }
coverage-gap = Inga meddelanden från { $from } till { $to } ({ $days } dagar)
coverage-auto-delete = Inget är äldre än { $count } dagar före slutet: meddelanden raderas kanske automatiskt
coverage-deleted = { $count ->
    [one] Ett raderat meddelande
   *[other] { $count } raderade meddelanden
  }
coverage-changed = { $count ->
    [one] Exporterna skiljer sig om ett meddelande
   *[other] Exporterna skiljer sig om { $count } meddelanden
  }
coverage-missing = { $count ->
    [one] En bilaga saknas
   *[other] { $count } bilagor saknas
  }
coverage-omitted = { $count ->
    [one] Exporten har utelämnat en bilaga
   *[other] Exporten har utelämnat { $count } bilagor
  }
coverage-weekdays = Nästan inga meddelanden på dessa veckodagar: { $days }
coverage-hours = Nästan inga meddelanden vid dessa klockslag: { $hours }
coverage-whole = Meddelanden totalt: { $messages }. Konversationer: { $conversations }. Konton: { $accounts }
coverage-twins = { $count ->
    [one] En post är en kopia av ett meddelande som visas en gång
   *[other] { $count } poster är kopior av meddelanden som visas en gång
  }
coverage-undated = { $count ->
    [one] Ett meddelande saknar läsbar tid och räknas inte i luckorna
   *[other] { $count } meddelanden saknar läsbar tid och räknas inte i luckorna
  }
warning-not-recognised = { $looks-like ->
    [pdf] Filen är ett PDF-dokument
    [sqlite] Filen är en databas
    [office-document] Filen är ett kontorsdokument
    [contacts] Filen innehåller kontakter
    [picture] Filen är en bild
    [sound] Filen är en ljudfil
    [video] Filen är en video
    [web-page] Filen är en webbsida
    [mail] Filen är e-post
    [outlook-message] Filen är ett meddelande sparat av Outlook, som inte läses: öppna det i Outlook och spara det som .eml, eller vidarebefordra det till en brevlåda som kan exportera mbox
    [outlook-archive] Filen är en datafil från Outlook (.pst, .ost), som inte läses: exportera mejlen som .eml eller mbox, till exempel genom att kopiera dem till en mapp i ett annat mejlprogram
    [samsung-backup] Det här är en säkerhetskopia från Samsung Smart Switch eller Kies. Innehållet är krypterat av tillverkaren och läses inte: gör en export på telefonen med SMS Backup & Restore eller SMS Import / Export, eller återställ först säkerhetskopian till en telefon
    [huawei-backup] Det här är en säkerhetskopia från Huawei HiSuite eller Phone Clone. Innehållet är krypterat av tillverkaren och läses inte: gör en export på telefonen med SMS Backup & Restore eller SMS Import / Export, eller återställ först säkerhetskopian till en telefon
    [xiaomi-backup] Det här är en säkerhetskopia från Xiaomi (MIUI, HyperOS) som inte läses: gör en export på telefonen med SMS Backup & Restore eller SMS Import / Export, eller återställ först säkerhetskopian till en telefon
    [android-backup] Det här är en säkerhetskopia från Androids egna utvecklarverktyg (adb), som inte läses och sällan innehåller meddelanden: gör en export på telefonen med SMS Backup & Restore eller SMS Import / Export
    [signal-old-backup] Det här är en säkerhetskopia från en äldre Signal för Android som öppnas med 30 siffror. Dess tabeller ändras med varje version av appen och den läses inte: återställ den i Signal på en Android-telefon, slå på de nya säkerhetskopiorna på enheten och läs in deras mapp med återställningsnyckeln, eller exportera chatthistoriken som JSON
    [sms-ie-encrypted] Det här är en krypterad export från SMS Import / Export som inte läses: exportera igen utan kryptering, eller dekryptera den med appens eget verktyg
    [other-spreadsheet] Filen är ett kalkylblad av ett slag som inte läses (.xls, .xlsb, .ods): öppna den i kalkylprogrammet och spara den som .xlsx eller CSV (UTF-8)
    [locked-document] Filen är ett kontorsdokument som är låst med lösenord: öppna den, ta bort lösenordet och spara den på nytt
    [encrypted-zip] Arkivet är låst med ett lösenord: lås upp det och läs in det igen
    [iphone-backup] Filen hör till en iPhone-säkerhetskopia som den här versionen inte kan läsa
    [empty] Filen är tom
   *[other] Filen kändes inte igen som en meddelandeexport
}
warning-closed-backup = { warning-not-recognised }
coverage-no-gap = Inga luckor på { $days } dagar eller mer
coverage-no-span = { $messages } meddelanden; inget av dem har en läsbar tid
coverage-partial = En fil slutar i förtid eller kunde inte läsas till slutet
weekday-1 = måndag
weekday-2 = tisdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lördag
weekday-7 = söndag
capacity-official = tjänsteman
capacity-elected = förtroendevald
capacity-private = privat
capacity-outside = utomstående
capacity-unknown = inte känd
