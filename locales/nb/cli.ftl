## Kommandoens setninger
cli-fixed = Fast tid og faste tilfeldige tall er slått på. Det er bare for prøver: en pakke som lages slik, er ikke hemmelig.
cli-days-utc = Dagene regnes i UTC. Oppgi en annen tidssone med --zone.
cli-source-unrecognised = { $file }: ikke gjenkjent. Filen ble ikke gjennomsøkt. inspect viser hva den ligner.
cli-source-looks = { $file }: { warning-not-recognised }.
cli-source-partial = { $file }: kunne ikke leses til slutten. Det som står etter det stedet, mangler i resultatet.
cli-source-damaged = { $file }: { $count } poster kunne ikke leses. inspect --json viser stedene.
cli-question-time-zone = { $file }: telefonens tidssone er ukjent. Oppgi den med --zone.
cli-question-date-order = { $file }: rekkefølgen av dag og måned er ukjent. Oppgi den med --date-order.
cli-question-owner = { $file }: telefonens eier er ukjent. Oppgi nummeret med --owner.
cli-question-columns = { $file }: Innholdet i kolonnene er gjettet. Rett det med --mapping.
cli-question-password = { $secret ->
    [recovery-key] { $file }: sikkerhetskopien er kryptert, og gjenopprettingsnøkkelen på 64 bokstaver og sifre mangler eller passer ikke. Oppgi den med --password-file.
   *[password] { $file }: sikkerhetskopien er kryptert, og passordet mangler eller passer ikke. Oppgi det med --password-file.
  }
cli-decisions-lost = { $count } avgjørelser nevner noe som ikke finnes i disse filene.
cli-verified-form = Formen og kontrollsummene er riktige. Ingen hemmelighet ble oppgitt, så mer er ikke kontrollert: verken innholdet eller om en hemmelighet åpner pakken.
cli-verified-bundle = Pakken er hel: { $parts ->
        [one] én del
       *[other] { $parts } deler
    } og { $files ->
        [one] én fil
       *[other] { $files } filer
    }, alle kontrollsummer er riktige.
cli-verified-package = Pakken er hel: { $files ->
        [one] én fil
       *[other] { $files } filer
    }, alle kontrollsummer er riktige.
cli-verified-released = Den utleverte kopien kan leses: { $files ->
        [one] én fil
       *[other] { $files } filer
    }. Om det er fjernede opplysninger i den, kan ikke kontrolleres uten saken; det gjorde redact da den ble laget.
cli-damaged = Det ble funnet feil:
cli-packed = Pakket: { $files ->
        [one] én fil
       *[other] { $files } filer
    } i { $parts ->
        [one] én del
       *[other] { $parts } deler
    }.
cli-opened = Åpnet: { $files ->
        [one] én fil
       *[other] { $files } filer
    }.
cli-released = Den utleverte kopien er skrevet: { $files ->
        [one] én fil
       *[other] { $files } filer
    }. De ferdige filene ble gjennomsøkt etter { $values ->
        [one] én fjernet opplysning
       *[other] { $values } fjernede opplysninger
    }; ingenting ble funnet.
cli-working-file = Dette er en arbeidsfil: den inneholder originaler og avgjørelser for en uavsluttet sak.
cli-certificate-dates = { $file }: sertifikatet er ikke gyldig på dette tidspunktet. Det brukes likevel: sørg for at innehaveren fortsatt har nøkkelen.
cli-internal-inside = { $file }: kvittering og logg er interne og kan ikke ligge i mappen med den utleverte kopien. Velg et annet sted.
cli-phase-reading = Leser
cli-phase-scanning = Gjennomsøker
cli-phase-checking = Leter etter det som hindrer
cli-phase-releasing = Skriver den utleverte kopien
cli-phase-verifying = Kontrollerer de ferdige filene
cli-phase-deriving = Beregner nøkkelen
cli-phase-sealing = Pakker og krypterer
cli-phase-opening = Dekrypterer
cli-explain-nothing = Ingenting ble funnet.
cli-explain-score = bånd { $band }, poeng { $score }
cli-inspect-format = Format
cli-inspect-messages = Meldinger
cli-inspect-conversations = Samtaler
cli-inspect-participants = Deltakere
cli-inspect-attachments = Vedlegg
cli-inspect-period = Periode (UTC)
cli-inspect-records = Poster
cli-inspect-mended = Reparert
cli-inspect-question = Åpent spørsmål
cli-inspect-warning = Merknad
cli-inspect-files = { $count ->
    [one] én fil
   *[other] { $count } filer
}
cli-merged = Samlet: { $messages } meldinger, { $twins } poster vises ved en annen.
cli-phase-joining = Samler eksporter
cli-person-line = { $messages } meldinger, { $conversations } samtaler
cli-person-owner = eier av kontoen
cli-likely-number = Kanskje samme person (samme nummer): { $one } · { $other }
cli-likely-name = Kanskje samme person (samme navn): { $one } · { $other }
