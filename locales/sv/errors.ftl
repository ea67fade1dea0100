# error-<code>: what happened; .advice: what it means for the material and what to do.
error-io = Filen kunde inte läsas eller skrivas.
    .advice = Dina data är oförändrade. Kontrollera att den finns kvar och att det finns plats och försök igen.
error-unknown-format = Filen kändes inte igen.
    .advice = Dina data är oförändrade. Välj filtyp själv eller se listan över filer som kan läsas.
error-unsupported-format = Filen är igenkänd men kan inte läsas som meddelanden.
    .advice = Dina data är oförändrade. Gör en ny export i ett format som kan läsas.
error-truncated = Filen slutar mitt i en post.
    .advice = Dina data är oförändrade. Det som kunde läsas är med. Hämta exporten igen om du kan.
error-empty-file = Filen är tom.
    .advice = Dina data är oförändrade. Hämta exporten igen.
error-malformed-record = En post i filen är skadad.
    .advice = Dina data är oförändrade. Övriga poster är lästa. Posten finns i listan över det som inte lästs.
error-bad-encoding = Texten har inte den kodning som filen anger.
    .advice = Dina data är oförändrade. Oläsliga tecken är ersatta och räknade.
error-bad-date = En tidpunkt kunde inte läsas.
    .advice = Dina data är oförändrade. Meddelandet är med och tiden står som i filen.
error-engine-stopped = Programmet stannade två gånger vid samma post.
    .advice = Dina data är oförändrade. Posten är utelämnad och finns i listan över det som inte lästs.
error-limit-exceeded = En gräns är nådd ({ $limit }): { $required } av högst { $allowed }.
    .advice = Dina data är oförändrade. Dela upp materialet eller använd kommandoraden.
error-bad-archive = ZIP-filen är skadad.
    .advice = Dina data är oförändrade. Hämta den igen eller använd en annan kopia.
error-archive-encrypted = ZIP-filen är skyddad med lösenord.
    .advice = Dina data är oförändrade. Packa upp den först och välj den uppackade filen.
error-source-changed = Filen har ändrats sedan den lästes första gången.
    .advice = Dina data är oförändrade. Välj den ursprungliga filen.
error-attachment-missing = Exporten nämner en fil som den inte innehåller.
    .advice = Dina data är oförändrade. Meddelandet är med utan filen. Exportera med media om filen behövs.
error-picture-unreadable = Bilden kunde inte läsas.
    .advice = Dina data är oförändrade. Den ingår inte i kopian och finns i listan.
error-bad-decisions = Filen med beslut kan inte läsas eller har ändrats (rad { $line }).
    .advice = Dina data är oförändrade. Använd en annan kopia av filen.
error-bad-policy = Filen med regler kan inte läsas (byte { $byte }).
    .advice = Dina data är oförändrade. Rätta filen och försök igen.
error-bad-profile = Profilen kan inte användas: { $entry }, { $why ->
    [pattern-empty] mönstret är tomt
    [pattern-too-long] mönstret passar på mer än 63 tecken
    [pattern-repeat] det som står inom klammer är inget antal upprepningar
    [pattern-too-loose] mönstret har varken siffra eller fast tecken
    [word-short] ett ord har färre än två bokstäver
    [reason-missing] motiveringen saknas
    [examples-missing] det behövs ett exempel som ska hittas och ett som inte ska det
    [example-not-found] exempel { $example } hittas inte
    [counter-example-found] exempel { $example } som inte ska hittas hittas
   *[other] den har inte den form som beskrivs (byte { $byte })
}.
    .advice = Inget har genomsökts med den. Rätta filen och försök igen.
error-bad-mapping = Filen med kolumnuppsättningen kan inte läsas eller säger inte var text och tid eller avsändare står (rad { $line }, kolumn { $column }).
    .advice = Inget har lästs med den. Spara uppsättningen igen på sidan eller rätta filen.
error-unknown-target = Ett beslut gäller något som inte finns i ärendet.
    .advice = Dina data är oförändrade. Kontrollera att samma filer är valda.
error-gate-blocked = Kan inte lämnas ut ännu: { $blocks } punkter återstår.
    .advice = Dina data är oförändrade. Visa punkterna och ta ställning till dem.
error-leak-found = Stoppad: { $count } borttagna uppgifter finns kvar i filen ({ $where }).
    .advice = Ingen fil har sparats. Maska även dem eller se ställena.
error-wrong-secret = Lösenfrasen eller nyckeln passar inte till filen.
    .advice = Dina data är oförändrade. Försök igen eller använd en annan nyckel.
error-not-a-bundle = Filen är inte ett arkivpaket från Maskera.
    .advice = Dina data är oförändrade. Välj en annan fil.
error-part-damaged = Paketet är ändrat eller skadat: del { $part }.
    .advice = Använd en annan kopia och notera det i ärendet.
error-part-sequence = En del av paketet saknas, finns två gånger eller står fel: del { $part }.
    .advice = Använd en annan kopia och notera det i ärendet.
error-parts-mixed = Delarna hör inte till samma paket.
    .advice = Använd en annan kopia och notera det i ärendet.
error-forbidden-form = Paketet har en form som inte är säker och öppnas inte.
    .advice = Dina data är oförändrade. Använd en annan kopia och notera det i ärendet.
error-bad-iterations = Paketets nyckelberäkning ligger utanför det tillåtna.
    .advice = Dina data är oförändrade. Använd en annan kopia och notera det i ärendet.
error-no-recipient = Varken lösenfras eller certifikat är valt.
    .advice = Dina data är oförändrade. Välj minst en nyckel.
error-weak-passphrase = Lösenfrasen är för svag.
    .advice = Dina data är oförändrade. Använd den föreslagna eller skriv en längre.
error-bad-certificate = { $reason ->
        [unreadable] Filen innehåller inget certifikat som kan läsas.
        [private-key] Filen är en privat nyckel. Det är certifikatet som behövs; behåll nyckeln själv.
        [rsa-too-small] Certifikatet kan inte användas: dess RSA-nyckel är kortare än 2048 bitar.
        [rsa-too-large] Certifikatet kan inte användas: dess RSA-nyckel är för lång.
        [curve] Certifikatet kan inte användas: av elliptiska kurvor fungerar bara P-256 och P-384.
        [key-usage] Certifikatet kan inte användas: det är gjort för underskrift, inte för kryptering.
       *[other] Certifikatet kan inte användas: dess nyckel är av ett slag som inte fungerar här. RSA från 2048 bitar, P-256 och P-384 fungerar.
    }
    .advice = Dina data är oförändrade. Välj ett annat certifikat.
error-bad-private-key = Den privata nyckeln kan inte läsas eller passar inte.
    .advice = Dina data är oförändrade. Välj en annan nyckelfil.
error-checksum-mismatch = Kontrollsumman stämmer inte: { $entry }.
    .advice = Använd en annan kopia och notera det i ärendet.
error-package-incomplete = Paketet saknar en fil eller har en för mycket: { $entry }.
    .advice = Använd en annan kopia och notera det i ärendet.
error-output-exists = Det finns redan en fil eller mapp med det namnet.
    .advice = Dina data är oförändrade. Välj ett annat namn eller tillåt överskrivning.
error-cancelled = Avbruten.
    .advice = Dina data är oförändrade. Inget halvfärdigt har sparats.
error-bad-request = Det går inte att göra nu.
    .advice = Dina data är oförändrade. Läs in sidan igen; arbetet är sparat. Rapportera felet.
