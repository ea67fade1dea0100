# error-<code>: what happened; .advice: what it means for the material and what to do.
error-io = Filen kunne ikke læses eller skrives.
    .advice = Dine data er uændrede. Kontrollér, at den stadig findes, og at der er plads, og prøv igen.
error-unknown-format = Filen blev ikke genkendt.
    .advice = Dine data er uændrede. Vælg filtypen selv, eller se listen over filer, der kan læses.
error-unsupported-format = Filen er genkendt, men kan ikke læses som beskeder.
    .advice = Dine data er uændrede. Lav en ny eksport i et af de formater, der kan læses.
error-truncated = Filen slutter midt i en post.
    .advice = Dine data er uændrede. Det, der kunne læses, er med. Hent eksporten igen, hvis du kan.
error-empty-file = Filen er tom.
    .advice = Dine data er uændrede. Hent eksporten igen.
error-malformed-record = En post i filen er beskadiget.
    .advice = Dine data er uændrede. De øvrige poster er læst. Posten står på listen over det, der ikke er læst.
error-bad-encoding = Teksten er ikke i den kodning, som filen oplyser.
    .advice = Dine data er uændrede. Ulæselige tegn er erstattet og talt.
error-bad-date = Et tidspunkt kunne ikke læses.
    .advice = Dine data er uændrede. Beskeden er med, og tidspunktet står som i filen.
error-engine-stopped = Programmet stoppede to gange ved samme post.
    .advice = Dine data er uændrede. Posten er udeladt og står på listen over det, der ikke er læst.
error-limit-exceeded = En grænse er nået ({ $limit }): { $required } af højst { $allowed }.
    .advice = Dine data er uændrede. Del materialet op, eller brug kommandolinjen.
error-bad-archive = ZIP-filen er beskadiget.
    .advice = Dine data er uændrede. Hent den igen, eller brug en anden kopi.
error-archive-encrypted = ZIP-filen er beskyttet med adgangskode.
    .advice = Dine data er uændrede. Pak den ud først, og vælg den udpakkede fil.
error-source-changed = Filen er ændret, siden den blev læst første gang.
    .advice = Dine data er uændrede. Vælg den oprindelige fil.
error-attachment-missing = Eksporten nævner en fil, som den ikke indeholder.
    .advice = Dine data er uændrede. Beskeden er med uden filen. Eksportér med medier, hvis filen er nødvendig.
error-picture-unreadable = Billedet kunne ikke læses.
    .advice = Dine data er uændrede. Det er undtaget fra kopien og står på listen.
error-bad-decisions = Filen med afgørelser kan ikke læses, eller den er ændret (linje { $line }).
    .advice = Dine data er uændrede. Brug en anden kopi af filen.
error-bad-policy = Filen med regler kan ikke læses (byte { $byte }).
    .advice = Dine data er uændrede. Ret filen, og prøv igen.
error-bad-profile = Profilen kan ikke bruges: { $entry }, { $why ->
    [pattern-empty] mønstret er tomt
    [pattern-too-long] mønstret passer på mere end 63 tegn
    [pattern-repeat] det, der står i krøllede parenteser, er ikke et antal gentagelser
    [pattern-too-loose] mønstret har hverken ciffer eller fast tegn
    [word-short] et ord har mindre end to bogstaver
    [reason-missing] begrundelsen mangler
    [examples-missing] der skal være et eksempel, som skal findes, og et, som ikke skal
    [example-not-found] eksempel { $example } bliver ikke fundet
    [counter-example-found] eksempel { $example }, som ikke skal findes, bliver fundet
   *[other] den har ikke den beskrevne form (byte { $byte })
}.
    .advice = Intet er gennemsøgt med den. Ret filen, og prøv igen.
error-bad-mapping = Filen med kolonneopsætningen kan ikke læses, eller den siger ikke, hvor tekst og tid eller afsender står (linje { $line }, kolonne { $column }).
    .advice = Intet er læst med den. Gem opsætningen igen på siden, eller ret filen.
error-unknown-target = En afgørelse gælder noget, som ikke findes i sagen.
    .advice = Dine data er uændrede. Kontrollér, at de samme filer er valgt.
error-gate-blocked = Kan ikke udleveres endnu: { $blocks } punkter mangler.
    .advice = Dine data er uændrede. Vis punkterne, og tag stilling til dem.
error-leak-found = Stoppet: { $count } fjernede oplysninger findes stadig i filen ({ $where }).
    .advice = Der er ikke gemt nogen fil. Overstreg dem også, eller se stederne.
error-wrong-secret = Adgangssætningen eller nøglen passer ikke til denne fil.
    .advice = Dine data er uændrede. Prøv igen, eller brug en anden nøgle.
error-not-a-bundle = Filen er ikke en arkivpakke fra Maskera.
    .advice = Dine data er uændrede. Vælg en anden fil.
error-part-damaged = Pakken er ændret eller beskadiget: del { $part }.
    .advice = Brug en anden kopi, og noter det på sagen.
error-part-sequence = En del af pakken mangler, er der to gange eller står forkert: del { $part }.
    .advice = Brug en anden kopi, og noter det på sagen.
error-parts-mixed = Delene hører ikke til samme pakke.
    .advice = Brug en anden kopi, og noter det på sagen.
error-forbidden-form = Pakken har en form, som ikke er sikker, og åbnes ikke.
    .advice = Dine data er uændrede. Brug en anden kopi, og noter det på sagen.
error-bad-iterations = Pakkens nøgleberegning ligger uden for det tilladte.
    .advice = Dine data er uændrede. Brug en anden kopi, og noter det på sagen.
error-no-recipient = Der er hverken valgt adgangssætning eller certifikat.
    .advice = Dine data er uændrede. Vælg mindst én nøgle.
error-weak-passphrase = Adgangssætningen er for svag.
    .advice = Dine data er uændrede. Brug den foreslåede, eller skriv en længere.
error-bad-certificate = { $reason ->
        [unreadable] Filen indeholder intet certifikat, der kan læses.
        [private-key] Filen er en privat nøgle. Der skal bruges certifikatet; behold nøglen selv.
        [rsa-too-small] Certifikatet kan ikke bruges: dets RSA-nøgle er kortere end 2048 bit.
        [rsa-too-large] Certifikatet kan ikke bruges: dets RSA-nøgle er for lang.
        [curve] Certifikatet kan ikke bruges: af elliptiske kurver virker kun P-256 og P-384.
        [key-usage] Certifikatet kan ikke bruges: det er lavet til underskrift, ikke til kryptering.
       *[other] Certifikatet kan ikke bruges: dets nøgle er af en slags, der ikke virker her. Det gør RSA fra 2048 bit, P-256 og P-384.
    }
    .advice = Dine data er uændrede. Vælg et andet certifikat.
error-bad-private-key = Den private nøgle kan ikke læses eller passer ikke.
    .advice = Dine data er uændrede. Vælg en anden nøglefil.
error-checksum-mismatch = Kontrolsummen passer ikke: { $entry }.
    .advice = Brug en anden kopi, og noter det på sagen.
error-package-incomplete = Pakken mangler en fil eller har en for meget: { $entry }.
    .advice = Brug en anden kopi, og noter det på sagen.
error-output-exists = Der findes allerede en fil eller mappe med det navn.
    .advice = Dine data er uændrede. Vælg et andet navn, eller tillad overskrivning.
error-cancelled = Afbrudt.
    .advice = Dine data er uændrede. Der er ikke gemt noget halvt.
error-bad-request = Det kan ikke gøres nu.
    .advice = Dine data er uændrede. Indlæs siden igen; arbejdet er gemt. Meld fejlen.
