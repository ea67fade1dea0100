## Kommandots meningar
cli-fixed = Fast tid och fasta slumptal är påslagna. Det är bara för prov: ett paket som görs så är inte hemligt.
cli-days-utc = Dagarna räknas i UTC. Ange en annan tidszon med --zone.
cli-source-unrecognised = { $file }: kändes inte igen. Filen söktes inte igenom. inspect visar vad den liknar.
cli-source-looks = { $file }: { warning-not-recognised }.
cli-source-partial = { $file }: kunde inte läsas till slutet. Det som står efter den platsen saknas i resultatet.
cli-source-damaged = { $file }: { $count } poster kunde inte läsas. inspect --json visar platserna.
cli-question-time-zone = { $file }: telefonens tidszon är okänd. Ange den med --zone.
cli-question-date-order = { $file }: ordningen mellan dag och månad är okänd. Ange den med --date-order.
cli-question-owner = { $file }: telefonens ägare är okänd. Ange numret med --owner.
cli-question-columns = { $file }: kolumnernas innehåll är gissat. Rätta det med --mapping.
cli-question-password = { $secret ->
    [recovery-key] { $file }: säkerhetskopian är krypterad och återställningsnyckeln med 64 bokstäver och siffror saknas eller passar inte. Ange den med --password-file.
   *[password] { $file }: säkerhetskopian är krypterad och lösenordet saknas eller passar inte. Ange det med --password-file.
  }
cli-decisions-lost = { $count } beslut nämner något som inte finns i dessa filer.
cli-verified-form = Formen och kontrollsummorna är rätt. Ingen hemlighet angavs, så mer är inte kontrollerat: varken innehållet eller om en hemlighet öppnar paketet.
cli-verified-bundle = Paketet är helt: { $parts ->
        [one] en del
       *[other] { $parts } delar
    } och { $files ->
        [one] en fil
       *[other] { $files } filer
    }, alla kontrollsummor är rätt.
cli-verified-package = Paketet är helt: { $files ->
        [one] en fil
       *[other] { $files } filer
    }, alla kontrollsummor är rätt.
cli-verified-released = Den utlämnade kopian går att läsa: { $files ->
        [one] en fil
       *[other] { $files } filer
    }. Om det finns borttagna uppgifter i den kan inte kontrolleras utan ärendet; det gjorde redact när den skapades.
cli-damaged = Fel hittades:
cli-packed = Packat: { $files ->
        [one] en fil
       *[other] { $files } filer
    } i { $parts ->
        [one] en del
       *[other] { $parts } delar
    }.
cli-opened = Öppnat: { $files ->
        [one] en fil
       *[other] { $files } filer
    }.
cli-released = Den utlämnade kopian är skriven: { $files ->
        [one] en fil
       *[other] { $files } filer
    }. De färdiga filerna söktes igenom efter { $values ->
        [one] en borttagen uppgift
       *[other] { $values } borttagna uppgifter
    }; inget hittades.
cli-working-file = Detta är en arbetsfil: den innehåller original och beslut för ett oavslutat ärende.
cli-certificate-dates = { $file }: certifikatet är inte giltigt vid den här tidpunkten. Det används ändå: se till att innehavaren fortfarande har nyckeln.
cli-internal-inside = { $file }: kvitto och logg är interna och kan inte ligga i mappen med den utlämnade kopian. Välj en annan plats.
cli-phase-reading = Läser
cli-phase-scanning = Söker igenom
cli-phase-checking = Letar efter det som hindrar
cli-phase-releasing = Skriver den utlämnade kopian
cli-phase-verifying = Kontrollerar de färdiga filerna
cli-phase-deriving = Beräknar nyckeln
cli-phase-sealing = Packar och krypterar
cli-phase-opening = Dekrypterar
cli-explain-nothing = Inget hittades.
cli-explain-score = band { $band }, poäng { $score }
cli-inspect-format = Format
cli-inspect-messages = Meddelanden
cli-inspect-conversations = Konversationer
cli-inspect-participants = Deltagare
cli-inspect-attachments = Bilagor
cli-inspect-period = Period (UTC)
cli-inspect-records = Poster
cli-inspect-mended = Lagat
cli-inspect-question = Öppen fråga
cli-inspect-warning = Anmärkning
cli-inspect-files = { $count ->
    [one] en fil
   *[other] { $count } filer
}
cli-merged = Sammanfört: { $messages } meddelanden, { $twins } poster visas vid en annan.
cli-phase-joining = Förenar exporter
cli-person-line = { $messages } meddelanden, { $conversations } konversationer
cli-person-owner = kontots ägare
cli-likely-number = Kanske samma person (samma nummer): { $one } · { $other }
cli-likely-name = Kanske samma person (samma namn): { $one } · { $other }
