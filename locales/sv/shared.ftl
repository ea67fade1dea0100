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
coverage-weekdays = { $count ->
    [one] En veckodag saknar meddelanden
   *[other] { $count } veckodagar saknar meddelanden
  }
coverage-hours = { $count ->
    [one] En timme på dygnet saknar meddelanden
   *[other] { $count } timmar på dygnet saknar meddelanden
  }
