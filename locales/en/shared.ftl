# Texts that stand in the page and in outputs alike.
not-searched-other-names = names of people who do not take part in the conversations
not-searched-addresses = street addresses, postcodes and places
not-searched-birth-dates = dates of birth and ages
not-searched-other-identifiers = other identifiers: passport, vehicle, device and membership numbers
not-searched-sensitive = sensitive matters told without words that are on the lists, hints and irony (what the lists know of health, union, religion, politics, ethnicity, sex life and offences is searched)
not-searched-pictures-and-sound = words, faces and voices in pictures, sound and video
not-searched-circumstances = circumstances that together point to one person
