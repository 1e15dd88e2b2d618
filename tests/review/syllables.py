"""Words with their syllables, counted by hand in the way they are spoken."""

COUNTED = """
    Haus:1 Eule:2 Mäuse:2 Film:1 Tja:1 hm:1 Serie:3 Serien:3 Familie:4 Familien:4 Magie:2
    Regie:2 Fantasie:3 Melodie:3 Energie:3 Industrie:3 Komödie:4 Komödien:4 Tragödie:4 Linie:3
    Studie:3 Studien:3 studieren:3 Ferien:3 Medien:3 Italien:4 Spanien:3 Asien:3 Wien:1 schien:1
    erschien:2 erschienen:3 dienen:2 Diener:2 Historie:4 Theorie:3 Batterie:3 Galerie:3
    Kategorie:4 Parodie:3 Kopie:2 Kopien:3 Tier:1 vier:1 Papier:2 Klavier:2 Liebe:2 wieder:2
    niemand:2 Spiel:1 Spieler:2 Schauspieler:3 Schauspielerin:4 spazieren:3 Nation:3 Mission:3
    Version:3 Emotion:4 Emotionen:5 Inszenierung:4 Produktion:4 Action:2 Actionfilm:3 Million:3
    Regisseur:3 Regisseurin:4 Amateur:3 Museum:3 Museen:3 Jubiläum:4 neu:1 neue:2 Feuer:2
    Abenteuer:4 beurteilen:4 beunruhigend:5 beeindruckend:4 beeinflussen:4 beenden:3 beerdigen:4
    Beere:2 See:1 Seele:2 Idee:2 Ideen:3 Armee:2 leer:1 Meer:1 geehrt:2 geeignet:3 ideell:3
    Bein:1 beinhalten:4 beinahe:3 geirrt:2 Atheist:3 Protein:3 Mai:1 Kaiser:2 naiv:2 Mosaik:3
    Ukraine:4 archaisch:3 Egoist:3 Android:3 Heroin:3 heroisch:3 Trailer:2 Spoiler:2 Boy:1
    Cowboy:2 Boykott:2 loyal:2 Bayern:2 Yoga:2 Typ:1 System:2 Story:2 Physik:2 Hyäne:3 Quelle:2
    Qualität:3 bequem:2 Sequenz:2 Ruine:3 Linguist:3 Duell:2 aktuell:3 individuell:5
    finanziell:4 speziell:3 offiziell:4 Patient:3 Klient:2 Orient:3 verdient:2 effizient:4
    Theater:3 real:2 Ozean:3 kreativ:3 Team:1 Stream:1 Teaser:2 Feature:2 Thriller:2
    Blockbuster:3 Remake:2 Score:1 Franchise:2 online:2 Saal:1 Paar:1 Haar:1 Boot:1 Zoo:1
    Kooperation:6 koordinieren:5 Vakuum:3 Chaos:2 Kakao:2 Video:3 Dialog:3 sozial:3 genial:3
    Material:4 Studium:3 Szenario:4 Januar:3 Statue:3 Poesie:3 Israel:3 Michael:3 Daniel:3
    Europa:3 europäisch:4 Milieu:2 Niveau:2 Tour:1 Soundtrack:2 Souvenir:3 Journalist:3 Couch:1
    Reportage:4 Chance:2 Interview:3 Review:2 Zombie:2 Blu-ray:2 DVD:3 UHD:3 One-Liner:3 Bühne:2
    Überraschung:4 Geschichte:3 Drehbuch:2 Kamera:3 Darsteller:3 langweilig:3 außergewöhnlich:5
    Bauer:2 schauen:2 Reihe:2 Partei:2 Zeitung:2 zweieinhalb:3 Kreuz:1 Träume:2 Räuber:2
    beobachten:4 Neuanfang:3 Aufenthalt:3 Aussicht:2 geistig:2 Diät:2 Variante:4 Hierarchie:4
    reagieren:4 Autor:2 Autoren:3 Bild:1 Ton:1 Fazit:2 Effekte:3 Staffel:2 Folge:2
    Wirklichkeit:3 Mörder:2 Kommissar:3 Serienmörder:5 Familiengeheimnis:7 Mayonnaise:4
    Italiener:5 Spanier:3 Indien:3 lange:2 NASA:2 TV:2 FSK:3 Brücke:2 Gruppe:2 Spannung:2
    Humor:2 Dramaturgie:4 Drama:2 Charakter:3 Charaktere:4 Bildqualität:4 Tonspur:2 Untertitel:4
    Synchronisation:6 Kinostart:3 Zuschauer:3 Zuschauerin:4
"""
