# Texts that stand in the page and in outputs alike.
not-searched-other-names = namn på personer som inte deltar i konversationerna
not-searched-addresses = adresser, postnummer och platser
not-searched-birth-dates = födelsedatum och åldrar
not-searched-other-identifiers = andra kännetecken: pass-, fordons-, enhets- och medlemsnummer
not-searched-sensitive = känsliga uppgifter som berättas utan ord från listorna, antydningar och ironi (det som listorna känner till om hälsa, fackförening, religion, politik, etnicitet, sexualliv och lagöverträdelser söks)
not-searched-pictures-and-sound = ord, ansikten och röster i bilder, ljud och video
not-searched-circumstances = omständigheter som tillsammans pekar ut en person
