# Texts that stand in the page and in outputs alike.
not-searched-other-names = navne på personer, der ikke deltager i samtalerne
not-searched-addresses = adresser, postnumre og steder
not-searched-birth-dates = fødselsdatoer og aldre
not-searched-other-identifiers = andre kendetegn: pas-, køretøjs-, enheds- og medlemsnumre
not-searched-sensitive = følsomme oplysninger, der fortælles uden ord fra listerne, antydninger og ironi (hvad listerne kender til helbred, fagforening, religion, politik, etnicitet, seksuelle forhold og strafbare forhold, er der søgt efter)
not-searched-pictures-and-sound = ord, ansigter og stemmer i billeder, lyd og video
not-searched-circumstances = omstændigheder, der tilsammen peger på én person
