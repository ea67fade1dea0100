## Kommandoens sætninger
cli-fixed = Fast tid og faste tilfældige tal er slået til. Det er kun til prøver: en pakke, der laves sådan, er ikke hemmelig.
cli-days-utc = Dagene regnes i UTC. Angiv en anden tidszone med --zone.
cli-source-unrecognised = { $file }: ikke genkendt. Filen blev ikke gennemsøgt. inspect viser, hvad den ligner.
cli-source-looks = { $file }: { warning-not-recognised }.
cli-source-partial = { $file }: kunne ikke læses til ende. Det, der står efter det sted, mangler i resultatet.
cli-source-damaged = { $file }: { $count } poster kunne ikke læses. inspect --json viser stederne.
cli-question-time-zone = { $file }: telefonens tidszone er ukendt. Angiv den med --zone.
cli-question-date-order = { $file }: rækkefølgen af dag og måned er ukendt. Angiv den med --date-order.
cli-question-owner = { $file }: telefonens ejer er ukendt. Angiv nummeret med --owner.
cli-question-columns = { $file }: Kolonnernes indhold er gættet. Ret det med --mapping.
cli-question-password = { $secret ->
    [recovery-key] { $file }: sikkerhedskopien er krypteret, og gendannelsesnøglen på 64 bogstaver og cifre mangler eller passer ikke. Angiv den med --password-file.
   *[password] { $file }: sikkerhedskopien er krypteret, og adgangskoden mangler eller passer ikke. Angiv den med --password-file.
  }
cli-decisions-lost = { $count } afgørelser nævner noget, der ikke findes i disse filer.
cli-verified-form = Formen og kontrolsummerne er rigtige. Der blev ikke angivet nogen hemmelighed, så mere er ikke kontrolleret: hverken indholdet eller om en hemmelighed åbner pakken.
cli-verified-bundle = Pakken er hel: { $parts ->
        [one] én del
       *[other] { $parts } dele
    } og { $files ->
        [one] én fil
       *[other] { $files } filer
    }, alle kontrolsummer er rigtige.
cli-verified-package = Pakken er hel: { $files ->
        [one] én fil
       *[other] { $files } filer
    }, alle kontrolsummer er rigtige.
cli-verified-released = Den udleverede kopi kan læses: { $files ->
        [one] én fil
       *[other] { $files } filer
    }. Om der er fjernede oplysninger i den, kan ikke kontrolleres uden sagen; det gjorde redact, da den blev lavet.
cli-damaged = Der blev fundet fejl:
cli-packed = Pakket: { $files ->
        [one] én fil
       *[other] { $files } filer
    } i { $parts ->
        [one] én del
       *[other] { $parts } dele
    }.
cli-opened = Åbnet: { $files ->
        [one] én fil
       *[other] { $files } filer
    }.
cli-released = Den udleverede kopi er skrevet: { $files ->
        [one] én fil
       *[other] { $files } filer
    }. De færdige filer blev gennemsøgt for { $values ->
        [one] én fjernet oplysning
       *[other] { $values } fjernede oplysninger
    }; intet blev fundet.
cli-working-file = Dette er en arbejdsfil: den rummer originaler og afgørelser for en uafsluttet sag.
cli-certificate-dates = { $file }: certifikatet er ikke gyldigt på dette tidspunkt. Det bruges alligevel: sørg for, at indehaveren stadig har nøglen.
cli-internal-inside = { $file }: kvittering og log er interne og kan ikke ligge i mappen med den udleverede kopi. Vælg et andet sted.
cli-phase-reading = Læser
cli-phase-scanning = Gennemsøger
cli-phase-checking = Leder efter det, der spærrer
cli-phase-releasing = Skriver den udleverede kopi
cli-phase-verifying = Kontrollerer de færdige filer
cli-phase-deriving = Beregner nøglen
cli-phase-sealing = Pakker og krypterer
cli-phase-opening = Dekrypterer
cli-explain-nothing = Der blev ikke fundet noget.
cli-explain-score = bånd { $band }, score { $score }
cli-inspect-format = Format
cli-inspect-messages = Beskeder
cli-inspect-conversations = Samtaler
cli-inspect-participants = Deltagere
cli-inspect-attachments = Vedhæftninger
cli-inspect-period = Periode (UTC)
cli-inspect-records = Poster
cli-inspect-mended = Repareret
cli-inspect-question = Åbent spørgsmål
cli-inspect-warning = Bemærkning
cli-inspect-files = { $count ->
    [one] én fil
   *[other] { $count } filer
}
cli-merged = Samlet: { $messages } beskeder, { $twins } poster vises ved en anden.
cli-phase-joining = Samler eksporter
cli-person-line = { $messages } beskeder, { $conversations } samtaler
cli-person-owner = ejer af kontoen
cli-likely-number = Måske samme person (samme nummer): { $one } · { $other }
cli-likely-name = Måske samme person (samme navn): { $one } · { $other }
