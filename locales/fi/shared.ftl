# Texts that stand in the page and in outputs alike.
not-searched-some-names = nimet, jotka ovat samannäköisiä kuin tavalliset sanat, harvinaiset lempinimet ja väärin kirjoitetut nimet (nimiä etsitään tekstistä, mutta kaikkia ei löydy)
not-searched-places = tilat, paikat ja reittikuvaukset (katuosoitteita etsitään)
not-searched-other-identifiers = jäsen-, asiakas- ja sopimusnumerot sekä Pohjoismaiden ulkopuolisten maiden tunnisteet
not-searched-sensitive = arkaluonteiset tiedot, jotka kerrotaan ilman luetteloiden sanoja, vihjaukset ja ironia (luetteloiden sanoja terveydestä, ammattiliitosta, uskonnosta, politiikasta, etnisyydestä, seksuaalielämästä ja rikoksista etsitään)
not-searched-pictures-and-sound = sanat, kasvot ja äänet kuvissa, äänitteissä ja videoissa
not-searched-circumstances = seikat, jotka yhdessä osoittavat yhteen henkilöön
accounting-all = { $records ->
    [one] { $records } tietue, luettu
   *[other] { $records } tietuetta, kaikki luettu
  }
accounting-parts = { $records ->
    [one] { $records } tietue: { $parts }
   *[other] { $records } tietuetta: { $parts }
  }
accounting-read = { $records } luettu
accounting-damaged = { $records ->
    [one] { $records } vioittunut: katso luettelo
   *[other] { $records } vioittunutta: katso luettelo
  }
skipped-unknown-element = { $records ->
    [one] { $records } viestitön elementti jätetty pois
   *[other] { $records } viestitöntä elementtiä jätetty pois
  }
skipped-preamble = { $records ->
    [one] { $records } rivi ennen ensimmäistä viestiä jätetty pois
   *[other] { $records } riviä ennen ensimmäistä viestiä jätetty pois
  }
skipped-system-file = { $records ->
    [one] { $records } käyttöjärjestelmän tiedosto jätetty pois
   *[other] { $records } käyttöjärjestelmän tiedostoa jätetty pois
  }
skipped-joined = { $records ->
    [one] { $records } reaktio näytetään sen viestin kohdalla
   *[other] { $records } reaktiota näytetään niiden viestien kohdalla
  }
skipped-unreferenced-file = { $records ->
    [one] { $records } tiedosto, jota mikään viesti ei mainitse, jätetty pois
   *[other] { $records } tiedostoa, joita mikään viesti ei mainitse, jätetty pois
  }
skipped-empty-row = { $records ->
    [one] { $records } tyhjä rivi jätetty pois
   *[other] { $records } tyhjää riviä jätetty pois
  }
skipped-structure = { $records ->
    [one] { $records } tiedoston oman hakemiston osa
   *[other] { $records } tiedoston oman hakemiston osaa
  }
skipped-repeated = { $records ->
    [one] { $records } toista toistava tietue jätetty pois
   *[other] { $records } toista toistavaa tietuetta jätetty pois
  }
skipped-other-sheet = { $records ->
    [one] { $records } rivi taulukosta, jossa ei ole viestejä, jätetty pois
   *[other] { $records } riviä taulukoista, joissa ei ole viestejä, jätetty pois
  }
skipped-other = { $records ->
    [one] { $records } tietue jätetty pois
   *[other] { $records } tietuetta jätetty pois
  }
coverage-span = { $messages } viestiä, { $first } – { $last }
coverage-gap = Ei viestejä { $from } – { $to } ({ $days } päivää)
coverage-auto-delete = Mikään ei ole yli { $count } päivää loppua vanhempi: viestejä poistetaan ehkä automaattisesti
coverage-deleted = { $count ->
    [one] Yksi poistettu viesti
   *[other] { $count } poistettua viestiä
  }
coverage-changed = { $count ->
    [one] Viennit poikkeavat yhden viestin kohdalla
   *[other] Viennit poikkeavat { $count } viestin kohdalla
  }
coverage-missing = { $count ->
    [one] Yksi liite puuttuu
   *[other] { $count } liitettä puuttuu
  }
coverage-omitted = { $count ->
    [one] Vienti on jättänyt pois yhden liitteen
   *[other] Vienti on jättänyt pois { $count } liitettä
  }
coverage-weekdays = Näinä viikonpäivinä viestejä ei ole juuri lainkaan: { $days }
coverage-hours = Näinä kellonaikoina viestejä ei ole juuri lainkaan: { $hours }
coverage-whole = Viestejä yhteensä: { $messages }. Keskusteluja: { $conversations }. Tilejä: { $accounts }
coverage-twins = { $count ->
    [one] Yksi tietue on kopio kerran näytettävästä viestistä
   *[other] { $count } tietuetta on kopioita kerran näytettävistä viesteistä
  }
coverage-undated = { $count ->
    [one] Yhdellä viestillä ei ole luettavaa aikaa, eikä se ole mukana aukoissa
   *[other] { $count } viestillä ei ole luettavaa aikaa, eivätkä ne ole mukana aukoissa
  }
warning-not-recognised = { $looks-like ->
    [pdf] Tiedosto on PDF-asiakirja
    [sqlite] Tiedosto on tietokanta
    [office-document] Tiedosto on toimisto-ohjelman asiakirja
    [contacts] Tiedosto sisältää yhteystietoja
    [picture] Tiedosto on kuva
    [sound] Tiedosto on äänitiedosto
    [video] Tiedosto on video
    [web-page] Tiedosto on verkkosivu
    [mail] Tiedosto on sähköpostia
    [outlook-message] Tiedosto on Outlookin tallentama viesti, jota ei lueta: avaa se Outlookissa ja tallenna se .eml-muodossa tai välitä se postilaatikkoon, josta voi viedä mbox-tiedoston
    [outlook-archive] Tiedosto on Outlookin datatiedosto (.pst, .ost), jota ei lueta: vie viestit .eml- tai mbox-muodossa esimerkiksi kopioimalla ne toisen sähköpostiohjelman kansioon
    [samsung-backup] Tämä on Samsung Smart Switchin tai Kiesin varmuuskopio. Valmistaja on salannut sen sisällön, eikä sitä lueta: tee vienti puhelimessa sovelluksella SMS Backup & Restore tai SMS Import / Export, tai palauta varmuuskopio ensin puhelimeen
    [huawei-backup] Tämä on Huawein HiSuiten tai Phone Clonen varmuuskopio. Valmistaja on salannut sen sisällön, eikä sitä lueta: tee vienti puhelimessa sovelluksella SMS Backup & Restore tai SMS Import / Export, tai palauta varmuuskopio ensin puhelimeen
    [xiaomi-backup] Tämä on Xiaomin (MIUI, HyperOS) varmuuskopio, jota ei lueta: tee vienti puhelimessa sovelluksella SMS Backup & Restore tai SMS Import / Export, tai palauta varmuuskopio ensin puhelimeen
    [android-backup] Tämä on Androidin omien kehitystyökalujen (adb) varmuuskopio, jota ei lueta ja jossa on harvoin viestejä: tee vienti puhelimessa sovelluksella SMS Backup & Restore tai SMS Import / Export
    [signal-old-backup] Tämä on vanhemman Android-Signalin varmuuskopio, joka avataan 30 numerolla. Sen taulut muuttuvat sovelluksen joka versiossa, eikä sitä lueta: palauta se Signaliin Android-puhelimessa, ota siellä käyttöön uudet laitteella olevat varmuuskopiot ja lataa niiden kansio palautusavaimella, tai vie keskusteluhistoria JSON-muodossa
    [sms-ie-encrypted] Tämä on SMS Import / Export -sovelluksen salattu vienti, jota ei lueta: vie uudelleen ilman salausta tai pura salaus sovelluksen omalla työkalulla
    [other-spreadsheet] Tiedosto on taulukko, jonka muotoa ei lueta (.xls, .xlsb, .ods): avaa se taulukkolaskentaohjelmassa ja tallenna se .xlsx- tai CSV-muodossa (UTF-8)
    [locked-document] Tiedosto on salasanalla lukittu toimisto-ohjelman asiakirja: avaa se, poista salasana ja tallenna se uudelleen
    [encrypted-zip] Arkisto on lukittu salasanalla: avaa lukitus ja lataa se uudelleen
    [iphone-backup] Tiedosto kuuluu iPhonen varmuuskopioon, jota tämä versio ei osaa lukea
    [empty] Tiedosto on tyhjä
   *[other] Tiedostoa ei tunnistettu viestien vienniksi
}
warning-closed-backup = { warning-not-recognised }
coverage-no-gap = Ei vähintään { $days } päivän aukkoja
coverage-no-span = { $messages } viestiä; yhdelläkään ei ole luettavaa aikaa
coverage-partial = Jokin tiedosto päättyy ennen aikojaan tai sitä ei voitu lukea loppuun
weekday-1 = maanantai
weekday-2 = tiistai
weekday-3 = keskiviikko
weekday-4 = torstai
weekday-5 = perjantai
weekday-6 = lauantai
weekday-7 = sunnuntai
capacity-official = viranhaltija
capacity-elected = luottamushenkilö
capacity-private = yksityinen
capacity-outside = ulkopuolinen
capacity-unknown = ei tiedossa
