# Texts that stand in the page and in outputs alike.
not-searched-other-names = navn på personer som ikke deltar i samtalene
not-searched-addresses = adresser, postnumre og steder
not-searched-birth-dates = fødselsdatoer og aldre
not-searched-other-identifiers = andre kjennetegn: pass-, kjøretøy-, enhets- og medlemsnumre
not-searched-sensitive = sensitive opplysninger som fortelles uten ord fra listene, antydninger og ironi (det listene kjenner til om helse, fagforening, religion, politikk, etnisitet, seksuelle forhold og straffbare forhold, er det søkt etter)
not-searched-pictures-and-sound = ord, ansikter og stemmer i bilder, lyd og video
not-searched-circumstances = omstendigheter som til sammen peker ut én person
