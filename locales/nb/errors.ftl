# error-<code>: what happened; .advice: what it means for the material and what to do.
error-io = Filen kunne ikke leses eller skrives.
    .advice = Dataene dine er uendret. Kontroller at den fortsatt finnes og at det er plass, og prøv igjen.
error-unknown-format = Filen ble ikke gjenkjent.
    .advice = Dataene dine er uendret. Velg filtypen selv, eller se listen over filer som kan leses.
error-unsupported-format = Filen er gjenkjent, men kan ikke leses som meldinger.
    .advice = Dataene dine er uendret. Lag en ny eksport i et format som kan leses.
error-truncated = Filen slutter midt i en post.
    .advice = Dataene dine er uendret. Det som kunne leses, er med. Hent eksporten på nytt om du kan.
error-empty-file = Filen er tom.
    .advice = Dataene dine er uendret. Hent eksporten på nytt.
error-malformed-record = En post i filen er skadet.
    .advice = Dataene dine er uendret. De øvrige postene er lest. Posten står på listen over det som ikke er lest.
error-bad-encoding = Teksten er ikke i den kodingen filen oppgir.
    .advice = Dataene dine er uendret. Uleselige tegn er erstattet og talt.
error-bad-date = Et tidspunkt kunne ikke leses.
    .advice = Dataene dine er uendret. Meldingen er med, og tidspunktet står som i filen.
error-engine-stopped = Programmet stoppet to ganger ved samme post.
    .advice = Dataene dine er uendret. Posten er utelatt og står på listen over det som ikke er lest.
error-limit-exceeded = En grense er nådd ({ $limit }): { $required } av høyst { $allowed }.
    .advice = Dataene dine er uendret. Del opp materialet, eller bruk kommandolinjen.
error-bad-archive = ZIP-filen er skadet.
    .advice = Dataene dine er uendret. Hent den på nytt, eller bruk en annen kopi.
error-archive-encrypted = ZIP-filen er beskyttet med passord.
    .advice = Dataene dine er uendret. Pakk den ut først, og velg den utpakkede filen.
error-source-changed = Filen er endret siden den ble lest første gang.
    .advice = Dataene dine er uendret. Velg den opprinnelige filen.
error-attachment-missing = Eksporten nevner en fil den ikke inneholder.
    .advice = Dataene dine er uendret. Meldingen er med uten filen. Eksporter med medier hvis filen trengs.
error-picture-unreadable = Bildet kunne ikke leses.
    .advice = Dataene dine er uendret. Det er unntatt fra kopien og står på listen.
error-bad-decisions = Filen med avgjørelser kan ikke leses, eller den er endret (linje { $line }).
    .advice = Dataene dine er uendret. Bruk en annen kopi av filen.
error-bad-policy = Filen med regler kan ikke leses (byte { $byte }).
    .advice = Dataene dine er uendret. Rett filen, og prøv igjen.
error-bad-profile = Profilen kan ikke brukes: { $entry }, { $why ->
    [pattern-empty] mønsteret er tomt
    [pattern-too-long] mønsteret passer på mer enn 63 tegn
    [pattern-repeat] det som står i krøllparenteser, er ikke et antall gjentakelser
    [pattern-too-loose] mønsteret har verken siffer eller fast tegn
    [word-short] et ord har færre enn to bokstaver
    [reason-missing] begrunnelsen mangler
    [examples-missing] det trengs et eksempel som skal finnes, og et som ikke skal det
    [example-not-found] eksempel { $example } blir ikke funnet
    [counter-example-found] eksempel { $example } som ikke skal finnes, blir funnet
   *[other] den har ikke den beskrevne formen (byte { $byte })
}.
    .advice = Ingenting er gjennomsøkt med den. Rett filen, og prøv igjen.
error-bad-mapping = Filen med kolonneoppsettet kan ikke leses, eller den sier ikke hvor tekst og tid eller avsender står (linje { $line }, kolonne { $column }).
    .advice = Ingenting er lest med den. Lagre oppsettet på nytt på siden, eller rett filen.
error-unknown-target = En avgjørelse gjelder noe som ikke finnes i saken.
    .advice = Dataene dine er uendret. Kontroller at de samme filene er valgt.
error-gate-blocked = Kan ikke utleveres ennå: { $blocks } punkter gjenstår.
    .advice = Dataene dine er uendret. Vis punktene, og ta stilling til dem.
error-leak-found = Stoppet: { $count } fjernede opplysninger finnes fortsatt i filen ({ $where }).
    .advice = Ingen fil er lagret. Sladd dem også, eller se stedene.
error-wrong-secret = Passordfrasen eller nøkkelen passer ikke til denne filen.
    .advice = Dataene dine er uendret. Prøv igjen, eller bruk en annen nøkkel.
error-not-a-bundle = Filen er ikke en arkivpakke fra Maskera.
    .advice = Dataene dine er uendret. Velg en annen fil.
error-part-damaged = Pakken er endret eller skadet: del { $part }.
    .advice = Bruk en annen kopi, og noter det på saken.
error-part-sequence = En del av pakken mangler, finnes to ganger eller står feil: del { $part }.
    .advice = Bruk en annen kopi, og noter det på saken.
error-parts-mixed = Delene hører ikke til samme pakke.
    .advice = Bruk en annen kopi, og noter det på saken.
error-forbidden-form = Pakken har en form som ikke er sikker, og åpnes ikke.
    .advice = Dataene dine er uendret. Bruk en annen kopi, og noter det på saken.
error-bad-iterations = Pakkens nøkkelberegning ligger utenfor det tillatte.
    .advice = Dataene dine er uendret. Bruk en annen kopi, og noter det på saken.
error-no-recipient = Verken passordfrase eller sertifikat er valgt.
    .advice = Dataene dine er uendret. Velg minst én nøkkel.
error-weak-passphrase = Passordfrasen er for svak.
    .advice = Dataene dine er uendret. Bruk den foreslåtte, eller skriv en lengre.
error-bad-certificate = { $reason ->
        [unreadable] Filen inneholder ikke noe sertifikat som kan leses.
        [private-key] Filen er en privat nøkkel. Det er sertifikatet som trengs; behold nøkkelen selv.
        [rsa-too-small] Sertifikatet kan ikke brukes: RSA-nøkkelen er kortere enn 2048 bit.
        [rsa-too-large] Sertifikatet kan ikke brukes: RSA-nøkkelen er for lang.
        [curve] Sertifikatet kan ikke brukes: av elliptiske kurver virker bare P-256 og P-384.
        [key-usage] Sertifikatet kan ikke brukes: det er laget for signering, ikke for kryptering.
       *[other] Sertifikatet kan ikke brukes: nøkkelen er av et slag som ikke virker her. RSA fra 2048 bit, P-256 og P-384 virker.
    }
    .advice = Dataene dine er uendret. Velg et annet sertifikat.
error-bad-private-key = Den private nøkkelen kan ikke leses eller passer ikke.
    .advice = Dataene dine er uendret. Velg en annen nøkkelfil.
error-checksum-mismatch = Kontrollsummen stemmer ikke: { $entry }.
    .advice = Bruk en annen kopi, og noter det på saken.
error-package-incomplete = Pakken mangler en fil eller har en for mye: { $entry }.
    .advice = Bruk en annen kopi, og noter det på saken.
error-output-exists = Det finnes allerede en fil eller mappe med det navnet.
    .advice = Dataene dine er uendret. Velg et annet navn, eller tillat overskriving.
error-cancelled = Avbrutt.
    .advice = Dataene dine er uendret. Ingenting halvferdig er lagret.
error-bad-request = Det kan ikke gjøres nå.
    .advice = Dataene dine er uendret. Last siden på nytt; arbeidet er lagret. Meld feilen.
