# Texts that stand in the page and in outputs alike.
not-searched-other-names = keskusteluihin osallistumattomien henkilöiden nimet
not-searched-addresses = katuosoitteet, postinumerot ja paikat
not-searched-birth-dates = syntymäajat ja iät
not-searched-other-identifiers = muut tunnisteet: passin, ajoneuvon, laitteen ja jäsenyyden numerot
not-searched-sensitive = arkaluonteiset tiedot, jotka kerrotaan ilman luetteloiden sanoja, vihjaukset ja ironia (luetteloiden sanoja terveydestä, ammattiliitosta, uskonnosta, politiikasta, etnisyydestä, seksuaalielämästä ja rikoksista etsitään)
not-searched-pictures-and-sound = sanat, kasvot ja äänet kuvissa, äänitteissä ja videoissa
not-searched-circumstances = seikat, jotka yhdessä osoittavat yhteen henkilöön
