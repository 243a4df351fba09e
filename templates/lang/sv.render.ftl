### Rubriker och ord i rapporten (ui-), arbetsboken (xlsx-) och brevet (letter-).

ui-skip = Hoppa till innehållet
ui-nav = Innehåll
ui-contents = I den här uppföljningen
ui-kicker = Uppföljning av medborgarlöften
ui-period = Period
ui-as-of = Underlaget per
ui-police-area = Polisområde
ui-municipality = Kommun
ui-version = Version
ui-diary-number = Diarienummer
ui-overview = Läget i korthet
ui-attention = Det här är efter eller ej uppfyllt
ui-attention-none = Inget löfte är efter och inget är ej uppfyllt.
ui-unknown = Det här går inte att bedöma än
ui-changes = Vad har ändrats sedan förra uppföljningen?
ui-changes-first = Det här är den första uppföljningen. Det finns ingen tidigare att jämföra med.
ui-changes-none = Inget löfte har fått ett nytt läge sedan uppföljningen för { $period }, version { $version }.
ui-silent-heading = Vem har inte rapporterat?
ui-silent-none = Alla har rapporterat för alla månader till och med periodens slut.
ui-silent-unexpected = Ingen part har åtagit sig att rapportera varje månad.
ui-silent = { $source ->
    [none] { $partner } har inte rapporterat { $months }.
   *[other] { $partner } har inte rapporterat { $months } ({ $source }).
}
ui-was = Var
ui-now = Är nu
ui-new = Nytt löfte
ui-pledges = Löftena
ui-pledge = Löfte
ui-other-area = Övriga löften
ui-responsible = Ansvariga
ui-claimed = Ansvarig parts uppgift
ui-evidenced = Vad underlaget visar
ui-claim-as-of = Uppgiften är från { $day }.
ui-claim-undated = Uppgiften saknar datum.
ui-claim-blank = Ingen uppgift lämnad
ui-claim-stale = Uppgiften är gammal. Den ansvariga parten behöver se över den.
ui-untargeted = Löftet har inget mått som går att räkna. Därför beskrivs det utan bedömning.
ui-interpretation = Så tolkar vi löftet
ui-remaining = Kvar att göra
ui-reckoning = Så räknar vi
ui-parts = Delarna
ui-part = Del
ui-part-required = Krav
ui-part-outcome = Utfall
ui-part-due = Senast
ui-part-done = Klart
ui-status = Läge
ui-late = för sent
ui-withheld = Visas inte
ui-withheld-sentence = Siffrorna gäller få personer och visas därför inte.
ui-withheld-note = Siffror om personer som är lägre än { $threshold } visas inte, inte heller det som skulle avslöja dem.
ui-no-figure = Ingen siffra
ui-at-least = minst { $number } krävs
ui-at-most = högst { $number } tillåts
ui-pace = { $number } i jämn takt hittills
ui-out-of = { $part } av { $whole }
ui-out-of-steps = { $part } av { $whole } steg klara
ui-out-of-requests = { $part } av { $whole } besvarade
ui-longest-gap = Längst { $days } dagar mellan två tillfällen
ui-at-least-so-far = minst { $number } krävs hittills
ui-missing-months = Rapport saknas för { $months }.
ui-window-line = { $window } · { $line }
ui-not-counted = Genomfört men räknas inte
ui-not-by-rules = Uppfyller inte det som löftet kräver.
ui-reason = Varför
ui-evidence = Underlag
ui-evidence-caption = Rader som räknas
ui-counted-heading = { $rows ->
    [0] Inga rader räknas
    [one] Visa raden som räknas
   *[other] Visa de { $rows } rader som räknas
}
ui-workbook = Arbetsbok
ui-sheet = Blad
ui-cell = Cell
ui-date = Datum
ui-value = Värde
ui-notes = Kommentar till utfallet
ui-note-why = Varför
ui-note-next = Vad som händer nu
ui-earlier = Ej uppfyllt tidigare
ui-indicators = Mått vid sidan av löftena
ui-indicator = Mått
ui-indicator-source = Källa
ui-indicator-scale = Skala
ui-indicator-values = Mätningar
ui-good-low = lågt är bra
ui-good-high = högt är bra
ui-findings = Att rätta i arbetsböckerna
ui-findings-intro = Det här hittade vi när vi läste parternas arbetsböcker. Rätta i arbetsboken. Då blir nästa uppföljning riktig.
ui-findings-none = Vi hittade inget att rätta.
ui-finding-place = Plats
ui-finding-what = Vad vi hittade
ui-finding-remedy = Gör så här
ui-no-workbook = Utan arbetsbok
ui-place-cell = cell { $cell }
ui-place-line = rad { $line } i avtalet
ui-severity-error = Fel
ui-severity-warning = Varning
ui-severity-note = Upplysning
ui-reporting = Vem har rapporterat?
ui-reporting-intro = Tabellen visar de arbetsböcker som ska fyllas i varje månad.
ui-reporting-none = Ingen part har åtagit sig att rapportera varje månad.
ui-reporting-source = Part och arbetsbok
ui-received = Rapporterat
ui-missing = Saknas
ui-not-due = Ej aktuellt
ui-retroactive = Ändrat i efterhand
ui-retroactive-intro = De här siffrorna gäller en period som redan är redovisad. De har ändrats sedan dess.
ui-retroactive-none = Ingen siffra från en redan redovisad period har ändrats.
ui-before = Förut
ui-after = Nu
ui-change = Ändring
ui-was-changed = Ändrad
ui-was-removed = Borttagen
ui-was-added = Tillagd
ui-method = Så har vi gjort
ui-method-source = Siffrorna kommer från parternas egna arbetsböcker. Varje siffra går att följa tillbaka till sin cell. Ingen har räknat om eller rättat dem på vägen.
ui-method-interval = Ibland är en siffra ungefärlig, till exempel «ca 20» eller «3–4». Då räknar vi med både det lägsta och det högsta som den kan betyda. Utfallet «100–108» betyder att det rätta värdet ligger någonstans däremellan.
ui-method-bar = I staplarna visar den mörka delen det lägsta värdet och den ljusa hur långt det högsta når. Det lodräta strecket är vad löftet kräver. Det prickade strecket är vad tiden hittills kräver.
ui-method-verdict = Ett löfte är uppfyllt bara om det gäller för hela spannet. Ett löfte är efter när även det högsta värdet är lägre än vad tiden hittills kräver. Kan det vara både och, säger vi att det inte går att avgöra.
ui-method-missing = En uppgift som saknas räknas aldrig som noll. Då säger vi att den inte är rapporterad.
ui-method-claims = Vad den ansvariga parten uppger och vad underlaget visar redovisar vi var för sig.
ui-method-persons = Låga siffror om personer visas inte, så att ingen enskild person går att känna igen.
ui-interpretations = Tolkningar
ui-interpretations-none = Inget löfte har behövt tolkas.
ui-definitions = Ord som räknas
ui-rulings = Avgjorda tvister om rader
ui-ruled-in = Räknas
ui-ruled-out = Räknas inte
ui-background = Bakgrund
ui-success = Målsättning
ui-reporting-way = Så rapporteras uppföljningen
ui-sources = Källor
ui-sources-intro = Arbetsböckerna som vi har läst. Varje läst rad är använd, överhoppad (summor, anteckningar, planerat) eller utelämnad med ett påpekande. Kontrollsumman (SHA-256) visar att filen är densamma.
ui-sources-none = Vi har inte läst någon arbetsbok.
ui-rows-read = Lästa rader
ui-rows-used = Använda
ui-rows-skipped = Överhoppade
ui-rows-rejected = Utelämnade
ui-hash = Kontrollsumma
ui-partner = Part
ui-unclaimed = Ingen källa i avtalet
ui-footer = Uppföljningen är framställd ur avtalet och parternas arbetsböcker. Samma underlag ger samma resultat.
ui-to-top = Till sidans början
ui-legend = Vad orden betyder
ui-edition-partner = Utgåva för { $partner }: bara de löften som { $partner } ansvarar för.
ui-edition-public = Öppen utgåva, utan celler och anmärkningar.
ui-enumeration = { $items } och { $last }
ui-state-none = Det finns inga löften att följa upp.
ui-state = { $total ->
    [one] Det enda löftet: { $counts }.
   *[other] Av { $total } löften är { $counts }.
}
ui-count-not-fulfilled = { $count ->
    [one] 1 ej uppfyllt
   *[other] { $count } ej uppfyllda
}
ui-count-behind = { $count } efter
ui-count-undecided = { $count ->
    [one] 1 oavgjort
   *[other] { $count } oavgjorda
}
ui-count-not-reported = { $count ->
    [one] 1 ej rapporterat
   *[other] { $count } ej rapporterade
}
ui-count-on-track = { $count } i fas
ui-count-fulfilled = { $count ->
    [one] 1 uppfyllt
   *[other] { $count } uppfyllda
}
ui-count-not-started = { $count ->
    [one] 1 ej påbörjat
   *[other] { $count } ej påbörjade
}
ui-count-no-need = { $count ->
    [one] 1 utan behov
   *[other] { $count } utan behov
}
ui-count-described = { $count ->
    [one] 1 beskrivet utan bedömning
   *[other] { $count } beskrivna utan bedömning
}
ui-means-not-fulfilled = Löftet är brutet och går inte längre att hålla.
ui-means-behind = Mindre är gjort än vad tiden hittills kräver. Det går fortfarande att hinna i kapp.
ui-means-undecided = Siffrorna eller löftets ord lämnar svaret öppet.
ui-means-not-reported = Ingen har rapporterat det som behövs för en bedömning.
ui-means-on-track = Så mycket är gjort som tiden hittills kräver.
ui-means-fulfilled = Det som löftet kräver är gjort.
ui-means-not-started = Löftets tid har inte börjat.
ui-means-no-need = Ingen har bett om det som löftet gäller.
ui-means-described = Löftet har inget krav att mäta mot. Vi redovisar vad som är gjort eller uppgivet.

xlsx-title = Uppföljning av medborgarlöften
xlsx-about = Om arbetsboken
xlsx-about-means = Den här sidan.
xlsx-about-sheet = Blad
xlsx-about-content = Innehåll
xlsx-about-rows = Rader
xlsx-about-note = Siffror har både ett lägsta och ett högsta värde, eftersom parterna ibland skriver «ca 20» eller «3–4». När de är lika är siffran exakt.
xlsx-pledges = Löften
xlsx-pledges-means = Varje löfte med läge, ansvariga och vad som är kvar.
xlsx-targets = Mål
xlsx-targets-means = Varje mål och tidsfönster med krav och utfall. Utfall som är en summa är en formel över bladet Underlag.
xlsx-evidence = Underlag
xlsx-evidence-means = Varje rad som räknas, med den cell som den kommer från.
xlsx-not-counted = Ej räknat
xlsx-not-counted-means = Det som är genomfört men inte räknas, och varför.
xlsx-findings = Påpekanden
xlsx-findings-means = Det som behöver rättas i arbetsböckerna.
xlsx-reporting = Rapportering
xlsx-reporting-means = Vem som har rapporterat vilken månad.
xlsx-sources = Källor
xlsx-sources-means = Arbetsböckerna, vad som blev av deras rader, och kontrollsummor.
xlsx-nothing = Inget att redovisa
xlsx-number = Nr
xlsx-id = Löfte
xlsx-area = Område
xlsx-promised = Det utlovade
xlsx-claimed = Parten uppger
xlsx-key = Målnyckel
xlsx-target = Mål
xlsx-window-key = Fönsternyckel
xlsx-window = Fönster
xlsx-from = Från
xlsx-to = Till
xlsx-required = Krav
xlsx-pace = I takt
xlsx-low = Lägst
xlsx-high = Högst
xlsx-open = ingen övre gräns
xlsx-several = flera
xlsx-month = Månad
xlsx-severity = Grad
xlsx-code = Kod
xlsx-message = Vad
xlsx-remedy = Gör så här
xlsx-agreement = Avtalet

letter-subject = Uppföljning av medborgarlöften, { $municipality }, { $period }: { $state }
letter-subject-partner = { $partner }: uppföljning av medborgarlöften, { $municipality }, { $period }: { $state }
letter-greeting = Hej { $name },
letter-intro = Här kommer uppföljningen av { $title } för { $period }. Underlaget är från { $day }.
letter-attention = Det här är efter eller ej uppfyllt
letter-unknown = Det här går inte att bedöma än
letter-changes = Ändrat sedan förra uppföljningen
letter-change = { $was } → { $now }: { $pledge }
letter-change-new = Nytt löfte, { $now }: { $pledge }
letter-silent = Inte rapporterat
letter-findings = Att rätta i arbetsböckerna
letter-findings-count = { $count ->
    [0] Vi hittade inget att rätta.
    [one] Vi hittade 1 sak att rätta eller känna till. Den står i rapporten.
   *[other] Vi hittade { $count } saker att rätta eller känna till. De står i rapporten.
}
letter-finding = { $place }: { $message } { $remedy }
letter-attached = Bifogat
letter-attached-none = Inget är bifogat.
letter-attached-report-html = report.html: hela uppföljningen, öppnas i en webbläsare
letter-attached-report-pdf = report.pdf: hela uppföljningen, för utskrift och arkiv
letter-attached-summary-xlsx = summary.xlsx: siffrorna och underlaget som arbetsbok
letter-attached-follow-up-json = follow-up.json: uppföljningen för andra program
letter-status = Läge
letter-count = Antal
letter-diary-number = Diarienummer: { $number }
letter-version = Version { $version }
