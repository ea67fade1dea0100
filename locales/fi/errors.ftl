# error-<code>: what happened; .advice: what it means for the material and what to do.
error-io = Tiedostoa ei voitu lukea tai kirjoittaa.
    .advice = Tietosi ovat muuttumattomat. Tarkista, että se on olemassa ja että tilaa riittää, ja yritä uudelleen.
error-unknown-format = Tiedostoa ei tunnistettu.
    .advice = Tietosi ovat muuttumattomat. Valitse tiedostotyyppi itse tai katso luettavien tiedostojen luetteloa.
error-unsupported-format = Tiedosto tunnistettiin, mutta sitä ei voi lukea viesteinä.
    .advice = Tietosi ovat muuttumattomat. Tee uusi vienti luettavassa muodossa.
error-truncated = Tiedosto päättyy kesken tietueen.
    .advice = Tietosi ovat muuttumattomat. Luettavissa ollut osa on mukana. Hae vienti uudelleen, jos voit.
error-empty-file = Tiedosto on tyhjä.
    .advice = Tietosi ovat muuttumattomat. Hae vienti uudelleen.
error-malformed-record = Tiedoston tietue on vahingoittunut.
    .advice = Tietosi ovat muuttumattomat. Muut tietueet on luettu. Tietue on lukematta jääneiden luettelossa.
error-bad-encoding = Teksti ei ole tiedoston ilmoittamassa koodauksessa.
    .advice = Tietosi ovat muuttumattomat. Lukukelvottomat merkit on korvattu ja laskettu.
error-bad-date = Aikaa ei voitu lukea.
    .advice = Tietosi ovat muuttumattomat. Viesti on mukana ja aika on kuten tiedostossa.
error-engine-stopped = Ohjelma pysähtyi kahdesti samaan tietueeseen.
    .advice = Tietosi ovat muuttumattomat. Tietue on jätetty pois ja on lukematta jääneiden luettelossa.
error-limit-exceeded = Raja on saavutettu ({ $limit }): { $required }, enintään { $allowed }.
    .advice = Tietosi ovat muuttumattomat. Jaa aineisto osiin tai käytä komentoriviä.
error-bad-archive = ZIP-tiedosto on vahingoittunut.
    .advice = Tietosi ovat muuttumattomat. Hae se uudelleen tai käytä toista kopiota.
error-archive-encrypted = ZIP-tiedosto on suojattu salasanalla.
    .advice = Tietosi ovat muuttumattomat. Pura se ensin ja valitse purettu tiedosto.
error-source-changed = Tiedosto on muuttunut ensimmäisen lukukerran jälkeen.
    .advice = Tietosi ovat muuttumattomat. Valitse alkuperäinen tiedosto.
error-attachment-missing = Vienti mainitsee tiedoston, jota se ei sisällä.
    .advice = Tietosi ovat muuttumattomat. Viesti on mukana ilman tiedostoa. Tee vienti mediatiedostoineen, jos tiedosto tarvitaan.
error-picture-unreadable = Kuvaa ei voitu lukea.
    .advice = Tietosi ovat muuttumattomat. Se on jätetty pois jäljennöksestä ja on luettelossa.
error-bad-decisions = Päätöstiedostoa ei voi lukea tai sitä on muutettu (rivi { $line }).
    .advice = Tietosi ovat muuttumattomat. Käytä tiedoston toista kopiota.
error-bad-policy = Sääntötiedostoa ei voi lukea (tavu { $byte }).
    .advice = Tietosi ovat muuttumattomat. Korjaa tiedosto ja yritä uudelleen.
error-bad-profile = Profiilia ei voi käyttää: { $entry }, { $why ->
    [pattern-empty] kuvio on tyhjä
    [pattern-too-long] kuvio vastaa yli 63 merkkiä
    [pattern-repeat] aaltosulkeissa ei ole toistojen määrää
    [pattern-too-loose] kuviossa ei ole numeroa eikä kiinteää merkkiä
    [word-short] sanassa on alle kaksi kirjainta
    [reason-missing] perustelu puuttuu
    [examples-missing] tarvitaan esimerkki, joka löytyy, ja esimerkki, joka ei löydy
    [example-not-found] esimerkkiä { $example } ei löydy
    [counter-example-found] esimerkki { $example }, jonka ei pitäisi löytyä, löytyy
   *[other] se ei ole kuvatussa muodossa (tavu { $byte })
}.
    .advice = Sillä ei haettu mitään. Korjaa tiedosto ja yritä uudelleen.
error-bad-mapping = Sarakemäärittelyä ei voi lukea, tai se ei kerro, missä teksti ja aika tai lähettäjä ovat (rivi { $line }, sarake { $column }).
    .advice = Mitään ei luettu sillä. Tallenna määrittely uudelleen sivulla tai korjaa tiedosto.
error-unknown-target = Päätös koskee jotakin, mitä asiassa ei ole.
    .advice = Tietosi ovat muuttumattomat. Tarkista, että samat tiedostot on valittu.
error-gate-blocked = Ei voida vielä luovuttaa: { $blocks } kohtaa on auki.
    .advice = Tietosi ovat muuttumattomat. Näytä kohdat ja ratkaise ne.
error-leak-found = Pysäytetty: { $count } poistettua tietoa on yhä tiedostossa ({ $where }).
    .advice = Tiedostoa ei ole tallennettu. Peitä nekin tai katso kohdat.
error-wrong-secret = Salalause tai avain ei sovi tähän tiedostoon.
    .advice = Tietosi ovat muuttumattomat. Yritä uudelleen tai käytä toista avainta.
error-not-a-bundle = Tiedosto ei ole Maskeran arkistopaketti.
    .advice = Tietosi ovat muuttumattomat. Valitse toinen tiedosto.
error-part-damaged = Pakettia on muutettu tai se on vahingoittunut: osa { $part }.
    .advice = Käytä toista kopiota ja kirjaa se asialle.
error-part-sequence = Paketin osa puuttuu, on kahdesti tai väärässä kohdassa: osa { $part }.
    .advice = Käytä toista kopiota ja kirjaa se asialle.
error-parts-mixed = Osat eivät kuulu samaan pakettiin.
    .advice = Käytä toista kopiota ja kirjaa se asialle.
error-forbidden-form = Paketin muoto ei ole turvallinen, eikä sitä avata.
    .advice = Tietosi ovat muuttumattomat. Käytä toista kopiota ja kirjaa se asialle.
error-bad-iterations = Paketin avaimen laskenta on sallitun ulkopuolella.
    .advice = Tietosi ovat muuttumattomat. Käytä toista kopiota ja kirjaa se asialle.
error-no-recipient = Salalausetta tai varmennetta ei ole valittu.
    .advice = Tietosi ovat muuttumattomat. Valitse vähintään yksi avain.
error-weak-passphrase = Salalause on liian heikko.
    .advice = Tietosi ovat muuttumattomat. Käytä ehdotettua tai kirjoita pidempi.
error-bad-certificate = { $reason ->
        [unreadable] Tiedostossa ei ole luettavaa varmennetta.
        [private-key] Tiedosto on yksityinen avain. Tarvitaan varmenne; pidä avain itselläsi.
        [rsa-too-small] Varmennetta ei voi käyttää: sen RSA-avain on lyhyempi kuin 2048 bittiä.
        [rsa-too-large] Varmennetta ei voi käyttää: sen RSA-avain on liian pitkä.
        [curve] Varmennetta ei voi käyttää: elliptisistä käyristä vain P-256 ja P-384 toimivat.
        [key-usage] Varmennetta ei voi käyttää: se on tehty allekirjoittamiseen, ei salaamiseen.
       *[other] Varmennetta ei voi käyttää: sen avain on lajia, joka ei toimi täällä. RSA vähintään 2048 bittiä, P-256 ja P-384 toimivat.
    }
    .advice = Tietosi ovat muuttumattomat. Valitse toinen varmenne.
error-bad-private-key = Yksityistä avainta ei voi lukea tai se ei sovi.
    .advice = Tietosi ovat muuttumattomat. Valitse toinen avaintiedosto.
error-checksum-mismatch = Tarkistussumma ei täsmää: { $entry }.
    .advice = Käytä toista kopiota ja kirjaa se asialle.
error-package-incomplete = Paketista puuttuu tiedosto tai siinä on ylimääräinen: { $entry }.
    .advice = Käytä toista kopiota ja kirjaa se asialle.
error-output-exists = Samanniminen tiedosto tai kansio on jo olemassa.
    .advice = Tietosi ovat muuttumattomat. Valitse toinen nimi tai salli korvaaminen.
error-cancelled = Keskeytetty.
    .advice = Tietosi ovat muuttumattomat. Mitään keskeneräistä ei ole tallennettu.
error-bad-request = Tätä ei voi tehdä nyt.
    .advice = Tietosi ovat muuttumattomat. Lataa sivu uudelleen; työ on tallessa. Ilmoita virheestä.
