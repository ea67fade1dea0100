## Komennon lauseet
cli-fixed = Kiinteä aika ja kiinteät satunnaisluvut ovat käytössä. Ne on tarkoitettu vain kokeisiin: näin tehty paketti ei ole salainen.
cli-days-utc = Päivät lasketaan UTC-ajassa. Anna muu aikavyöhyke valinnalla --zone.
cli-source-unrecognised = { $file }: ei tunnistettu. Tiedostoa ei tutkittu. inspect näyttää, miltä se vaikuttaa.
cli-source-looks = { $file }: { warning-not-recognised }.
cli-source-partial = { $file }: ei voitu lukea loppuun. Sen kohdan jälkeinen sisältö puuttuu tuloksesta.
cli-source-damaged = { $file }: { $count } tietuetta ei voitu lukea. inspect --json näyttää paikat.
cli-question-time-zone = { $file }: puhelimen aikavyöhyke ei ole tiedossa. Anna se valinnalla --zone.
cli-question-date-order = { $file }: päivän ja kuukauden järjestys ei ole tiedossa. Anna se valinnalla --date-order.
cli-question-owner = { $file }: puhelimen omistaja ei ole tiedossa. Anna numero valinnalla --owner.
cli-question-columns = { $file }: sarakkeiden sisältö on päätelty. Korjaa se valitsimella --mapping.
cli-question-password = { $secret ->
    [recovery-key] { $file }: varmuuskopio on salattu, ja sen 64 merkin palautusavain puuttuu tai ei sovi. Anna se valinnalla --password-file.
   *[password] { $file }: varmuuskopio on salattu, ja salasana puuttuu tai ei sovi. Anna se valinnalla --password-file.
  }
cli-decisions-lost = { $count } ratkaisua viittaa johonkin, mitä näissä tiedostoissa ei ole.
cli-verified-form = Muoto ja tarkistussummat ovat oikein. Salaisuutta ei annettu, joten muuta ei tarkistettu: ei sisältöä eikä sitä, avaako jokin salaisuus paketin.
cli-verified-bundle = Paketti on ehjä: { $parts ->
        [one] yksi osa
       *[other] { $parts } osaa
    } ja { $files ->
        [one] yksi tiedosto
       *[other] { $files } tiedostoa
    }, kaikki tarkistussummat ovat oikein.
cli-verified-package = Paketti on ehjä: { $files ->
        [one] yksi tiedosto
       *[other] { $files } tiedostoa
    }, kaikki tarkistussummat ovat oikein.
cli-verified-released = Luovutetun jäljennöksen voi lukea: { $files ->
        [one] yksi tiedosto
       *[other] { $files } tiedostoa
    }. Ilman asiaa ei voi tarkistaa, onko siinä poistettuja tietoja; redact tarkisti sen, kun jäljennös tehtiin.
cli-damaged = Löytyi virheitä:
cli-packed = Pakattu: { $files ->
        [one] yksi tiedosto
       *[other] { $files } tiedostoa
    }, { $parts ->
        [one] yksi osa
       *[other] { $parts } osaa
    }.
cli-opened = Avattu: { $files ->
        [one] yksi tiedosto
       *[other] { $files } tiedostoa
    }.
cli-released = Luovutettu jäljennös on kirjoitettu: { $files ->
        [one] yksi tiedosto
       *[other] { $files } tiedostoa
    }. Valmiista tiedostoista etsittiin { $values ->
        [one] yhtä poistettua tietoa
       *[other] { $values } poistettua tietoa
    }; mitään ei löytynyt.
cli-working-file = Tämä on työtiedosto: siinä ovat keskeneräisen asian alkuperäiset tiedostot ja ratkaisut.
cli-certificate-dates = { $file }: varmenne ei ole voimassa tällä hetkellä. Sitä käytetään silti: varmista, että haltijalla on avain edelleen.
cli-internal-inside = { $file }: kuitti ja loki ovat sisäisiä, eivätkä ne voi olla luovutetun jäljennöksen kansiossa. Valitse toinen paikka.
cli-phase-reading = Luetaan
cli-phase-scanning = Tutkitaan
cli-phase-checking = Etsitään luovutuksen esteitä
cli-phase-releasing = Kirjoitetaan luovutettavaa jäljennöstä
cli-phase-verifying = Tarkistetaan valmiit tiedostot
cli-phase-deriving = Lasketaan avainta
cli-phase-sealing = Pakataan ja salataan
cli-phase-opening = Puretaan salausta
cli-explain-nothing = Mitään ei löytynyt.
cli-explain-score = taso { $band }, pisteet { $score }
cli-inspect-format = Muoto
cli-inspect-messages = Viestit
cli-inspect-conversations = Keskustelut
cli-inspect-participants = Osallistujat
cli-inspect-attachments = Liitteet
cli-inspect-period = Jakso (UTC)
cli-inspect-records = Tietueet
cli-inspect-mended = Korjattu
cli-inspect-question = Avoin kysymys
cli-inspect-warning = Huomautus
cli-inspect-files = { $count ->
    [one] yksi tiedosto
   *[other] { $count } tiedostoa
}
cli-merged = Yhdistetty: { $messages } viestiä, { $twins } tietuetta näytetään toisen kohdalla.
cli-phase-joining = Yhdistetään vientejä
cli-person-line = viestejä { $messages }, keskusteluja { $conversations }
cli-person-owner = tilin omistaja
cli-likely-number = Ehkä sama henkilö (sama numero): { $one } · { $other }
cli-likely-name = Ehkä sama henkilö (sama nimi): { $one } · { $other }
