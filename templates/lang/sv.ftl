### Swedish: what every part of the program uses.

## Statuses

status-fulfilled = Uppfyllt
status-on-track = I fas
status-partial = Delvis uppfyllt
status-behind = Ligger efter
status-not-fulfilled = Ej uppfyllt
status-undecided = Kan inte avgöras
status-not-reported = Ej rapporterat
status-withheld = Visas inte: för få personer
status-no-need = Inget behov
status-not-started = Ej påbörjat
status-described = Bedöms inte

## Numbers

decimal-sign = ,
thousands-sign = { "\u00A0" }
quantity-at-least = minst { $number }
quantity-between = { $low }–{ $high }
quantity-unknown = okänt antal
counted-unknown = okänt antal { $noun }
percent = { $number }{ "\u00A0" }%
percent-unknown = okänd andel
activity-one = tillfälle
activity-many = tillfällen
activity-hour = timme
activity-hours = timmar
quote-open = ”
quote-close = ”
list-last = { $items } och { $last }

## Days and periods

month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
date-day = { $day } { $month } { $year }
date-day-of-year = { $day } { $month }
date-month = { $month } { $year }
date-days-of-month = { $first }–{ $last } { $month } { $year }
date-weeks = v. { $weeks } år { $year }
date-between = { $from } – { $to }
date-years = { $from }–{ $to }
date-months-of-year = { $first }–{ $last } { $year }
period-tertial = { $part ->
    [first] första
    [second] andra
   *[third] tredje
} tertialet { $year }
period-quarter = { $part ->
    [first] första
    [second] andra
    [third] tredje
   *[fourth] fjärde
} kvartalet { $year }
period-half-year = { $part ->
    [first] första
   *[second] andra
} halvåret { $year }
period-term = hela avtalstiden

## Small numbers

reckoning-withheld = Siffror om personer under { $limit } visas inte, inte heller det som skulle avslöja dem.

## Findings of the comparison with the previous report

finding-changed-figure = { $what ->
    [persons] En siffra om personer har ändrats i en tid som redan har rapporterats.
    [added] Här har { $after } tillkommit i en tid som redan har rapporterats.
    [removed] Här fanns { $before } i den förra rapporten, men inte längre.
    [row] Raden har ändrats sedan den förra rapporten (dag, plats, markering eller andra ord), men siffran är densamma: { $after }.
    [counts] Raden har ändrats sedan den förra rapporten (dag, plats, markering eller andra ord) och räknas nu: { $after }.
    [counts-not] Raden har ändrats sedan den förra rapporten (dag, plats, markering eller andra ord) och räknas inte längre: { $before }.
   *[changed] I den förra rapporten var det { $before }, nu är det { $after }.
}
    .remedy = { $what ->
        [removed] Kontrollera att raden skulle tas bort. Annars skriver ni in den igen.
        [added] Kontrollera att raden hör till den tiden. Annars rättar ni datumet.
       *[other] Kontrollera att cellen är rätt. Annars skriver ni tillbaka siffran.
    }




# Avtalet som arbetsbok: blad, rubriker med vad de betyder, och ord att välja bland. Kända igen på alla språk.

book-agreement = Avtal
book-agreement-about = Vilka som lovar, och för vilken tid. En uppgift per rad: namnet till vänster, värdet till höger.
book-areas = Områden
book-areas-about = Rubrikerna i rapporten, i den ordning de ska stå.
book-partners = Parter
book-partners-about = De som har lovat eller deltar.
book-pledges = Löften
book-pledges-about = Ett löfte per rad, med löftets egna ord. Ordningen är rapportens.
book-targets = Mål
book-targets-about = Vad ett löfte hålls mot: vad som räknas, hur många och för vilken tid. Ett löfte kan ha flera mål, eller inget.
book-conditions = Villkor
book-conditions-about = Vilka rader ett mål gäller, en egenskap per rad: platsen, veckodagen, vilka som deltog. Alla villkor för ett mål ska vara uppfyllda.
book-steps = Steg
book-steps-about = Steg som ska vara klara en viss dag, för mål av slaget ”steg”.
book-notes = Anteckningar
book-notes-about = Er förklaring bredvid ett omdöme: varför, och vad som händer nu.
book-activities = Aktiviteter
book-activities-about = Det som räknas: orden för en och flera, och vad som menas.
book-places = Platser
book-places-about = Listor över platser, en plats per rad. Ett villkor eller ”Värden” frågar efter listan med platser. framför namnet: platser.byar.
book-calendar = Kalender
book-calendar-about = Listor över dagar och tider, en per rad. Ett mål frågar efter listan med kalender. framför namnet: kalender.terminer.
book-sources = Källor
book-sources-about = Parternas arbetsböcker, en rad för varje arbetsbok eller grupp av arbetsböcker.
book-sheets = Blad
book-sheets-about = Hur arbetsböckernas blad läses: deras form, och vad raderna är.
book-columns = Kolumner
book-columns-about = Vilken rubrik i arbetsboken som betyder vad, en rubrik per rad.
book-words = Ord i en kolumn
book-words-about = Där en kolumn säger vilken aktivitet raden är: orden i den, ett per rad.
book-rows = Urval av rader
book-rows-about = Vilka rader på ett blad som tas med. Utan rad här tas alla.
book-readings = Andra läsningar
book-readings-about = Blad i era arbetsböcker som också kan läsas på ett annat sätt. Stämmer den andra läsningen bättre: byt raderna. Bladet läses inte.
book-readings-place = Arbetsbok och blad
book-readings-place-note = Vilka arbetsböcker och blad det gäller.
book-readings-words = Annan läsning
book-readings-words-note = Vad bladet också kan vara.
book-readings-own = Rader som då tas bort
book-readings-own-note = Var raderna står i avtalet nu, och vad som står i dem.
book-readings-other = Rader som då skrivs in
book-readings-other-note = Vad som ska stå i stället, och på vilket blad.
book-recipients = Mottagare
book-recipients-about = De som får uppföljningen.
book-indicators = Indikatorer
book-indicators-about = Mått som visas bredvid löftena, aldrig ett omdöme.
book-values = Mätvärden
book-values-about = Indikatorernas värden, ett per rad.
book-rulings = Avgöranden
book-rulings-about = Rader i arbetsböckerna som ni har varit oense om, och vad som gäller.
book-known = Kända påpekanden
book-known-about = Påpekanden som parterna känner till och har förklarat.
book-summaries = Sammanfattningar
book-summaries-about = Sammanfattningar på andra språk, skrivna av människor.
book-verdicts = Förra avtalet
book-verdicts-about = Hur löftena slutade förra avtalstiden.
book-other = Övrigt
book-other-about = Det som inte får plats på något annat blad. Här behöver ni sällan skriva något.
book-guide = Läs mig
book-lists = Listor
book-guide-1 = Det här är avtalet: vad som lovades, av vem, och i vilka arbetsböcker det går att läsa. Fyll i ett blad i taget, uppifrån och ned i listan här.
book-guide-2 = Rubriker med stjärna måste vara ifyllda. Håll pekaren över en rubrik för att se vad den betyder. Celler med pil har en lista att välja ur.
book-guide-3 = Flera saker i en cell skiljs åt med semikolon. Dagar skrivs som datum, ja och nej som ja och nej.
book-guide-4 = Raderna hänger ihop genom sina id: ett mål pekar på sitt löfte, ett blad på sin källa, en kolumn på sitt blad.
book-guide-5 = Blad och rubriker som börjar med # är era egna anteckningar och läses inte. Blad som ni inte behöver kan vara tomma.
book-guide-6 = Kolumner som sällan behövs är hopfällda på bladet Mål. Plustecknet ovanför kolumnerna visar dem.
book-guide-7 = Kontrollera med: lofte check. Varje fel visas med blad och cell, och med det närmaste rätta ordet.
book-agreement-title = Titel
book-agreement-title-note = Vad rapporten heter.
book-agreement-municipality = Kommun
book-agreement-municipality-note = Kommunen som lovar.
book-agreement-police-area = Lokalpolisområde
book-agreement-police-area-note = Lokalpolisområdet som lovar.
book-agreement-from = Gäller från
book-agreement-from-note = Avtalets första dag.
book-agreement-to = Gäller till
book-agreement-to-note = Avtalets sista dag.
book-agreement-language = Språk
book-agreement-language-note = Språket i rapporter och brev: sv eller en.
book-agreement-small-numbers = Minsta antal personer som visas
book-agreement-small-numbers-note = Uppgifter om personer som är färre än så visas inte, noll inte heller. Utan tal: 5.
book-agreement-background = Bakgrund
book-agreement-background-note = Varför det finns löften. Visas i rapporten.
book-agreement-success = Målsättning
book-agreement-success-note = Vad löftena ska leda till. Visas i rapporten.
book-agreement-reporting = Rapportering
book-agreement-reporting-note = Till vem uppföljningen går, och hur. Visas i rapporten.
book-agreement-include = Filer som tas med
book-agreement-include-note = Filer med gemensamma löften och listor, som läses före den här.
book-agreement-delivery-release = Utskick
book-agreement-delivery-release-note = Vad en rapport väntar på innan den skickas.
book-agreement-delivery-approver = Godkänns av
book-agreement-delivery-approver-note = Vem som godkänner.
book-agreement-delivery-reminders = Påminnelser
book-agreement-delivery-reminders-note = När parter påminns: 3 dagar före, eller dag 10. Flera med semikolon emellan.
book-agreement-delivery-until = Väntar längst till
book-agreement-delivery-until-note = Sista dagen som en ofullständig rapport väntar: dag 20.
book-agreement-delivery-diary-number = Diarienummer
book-agreement-delivery-diary-number-note = Numret som registratorn gav ärendet.
book-agreement-last-term-title = Förra avtalets titel
book-agreement-last-term-title-note = Vad förra avtalstidens rapport hette.
book-agreement-last-term-as-of = Förra rapportens dag
book-agreement-last-term-as-of-note = Dagen som den rapporten gjordes för.
book-areas-id = Id
book-areas-id-note = Ett kort ord för området: bokstäver, siffror, bindestreck. Löften hänvisar till det.
book-areas-name = Namn
book-areas-name-note = Vad rapporten kallar området.
book-partners-id = Id
book-partners-id-note = Ett kort ord för parten: polisen, kommunen. Andra blad hänvisar till det.
book-partners-name = Namn
book-partners-name-note = Vad rapporten kallar parten.
book-partners-also = Andra namn
book-partners-also-note = Andra namn på parten i arbetsböckerna. Flera med semikolon emellan.
book-partners-address = E-postadress
book-partners-address-note = Dit brev till parten går.
book-pledges-id = Id
book-pledges-id-note = Ett kort ord för löftet, ett eget för varje.
book-pledges-name = Namn
book-pledges-name-note = Vad löftet kallas i listor och tabeller. Utan namn: dess första ord.
book-pledges-area = Område
book-pledges-area-note = Rubriken som löftet står under, från bladet Områden.
book-pledges-text = Löftets ord
book-pledges-text-note = Det som lovades, ord för ord.
book-pledges-responsible = Ansvariga
book-pledges-responsible-note = Parterna som svarar för löftet, från bladet Parter. Flera med semikolon emellan.
book-pledges-statement = Rad i lägesbesked
book-pledges-statement-note = Löftets rad på ett blad med lägesbesked, där ägaren säger hur det går.
book-pledges-stale-after = Beskedet gäller i
book-pledges-stale-after-note = Hur länge ett lägesbesked räknas som färskt: 6 månader.
book-pledges-interpretation = Tolkning
book-pledges-interpretation-note = Den betydelse som ni har valt för löftets ord.
book-pledges-verdict = Kräver
book-pledges-verdict-note = Om alla mål ska vara uppfyllda, eller något av dem.
book-pledges-partial = Delvis uppfyllt
book-pledges-partial-note = Ja: löftet är delvis uppfyllt när några av målen är det.
book-targets-pledge = Löfte
book-targets-pledge-note = Löftets id, från bladet Löften.
book-targets-id = Id
book-targets-id-note = Ett kort ord för målet, om löftet har flera.
book-targets-kind = Slag
book-targets-kind-note = Vad målet frågar efter. Utan ord: ett antal.
book-targets-of = Vad som räknas
book-targets-of-note = Aktiviteterna som räknas. Flera med semikolon emellan.
book-targets-at-least = Minst
book-targets-at-least-note = Så många eller fler. En andel skrivs 20 %.
book-targets-at-most = Högst
book-targets-at-most-note = Så många eller färre.
book-targets-over = Under
book-targets-over-note = Tiden som varje omdöme gäller: år, halvår, hela avtalstiden, eller en lista i kalendern: kalender.terminer.
book-targets-per = I snitt per
book-targets-per-note = Gör antalet till ett genomsnitt per vecka eller månad.
book-targets-each = Varje
book-targets-each-note = Så många varje dag, vecka eller månad, eller för vart och ett av värdena i nästa kolumn (målgrupp, plats).
book-targets-among = Värden
book-targets-among-note = De värden som ”Varje” gäller: Personal; Ungdomar; Föräldrar. En lista skrivs platser.byar. För flera egenskaper en rad var i cellen.
book-targets-more-than = Fler än
book-targets-more-than-note = Fler än ett jämförelsetal. ”räknas” tar det från samma arbetsböcker, för tiden i Jämförs från och till.
book-targets-fewer-than = Färre än
book-targets-fewer-than-note = Färre än ett jämförelsetal. ”räknas” tar det från samma arbetsböcker.
book-targets-faster-than = Snabbare än
book-targets-faster-than-note = Kortare svarstid i dagar än jämförelsetalet. ”räknas” tar det från samma arbetsböcker.
book-targets-baseline-from = Jämförs från
book-targets-baseline-from-note = Första dagen som jämförelsetalet gäller.
book-targets-baseline-to = Jämförs till
book-targets-baseline-to-note = Sista dagen som jämförelsetalet gäller.
book-targets-baseline-source = Jämförelsens källa
book-targets-baseline-source-note = Vem som har sagt jämförelsetalet.
book-targets-interpretation = Tolkning
book-targets-interpretation-note = Den betydelse som ni har valt för målets ord. Trycks i rapporten.
book-targets-responsible = Ansvariga
book-targets-responsible-note = Parterna som svarar för målet. Utan ord: löftets.
book-targets-out-of = Andel av
book-targets-out-of-note = Helheten som en andel tas av: aktiviteter.
book-targets-sum = Summa av mål
book-targets-sum-note = I stället för Vad som räknas: andra mål i löftet, med sina id, vars antal läggs ihop.
book-targets-longest-gap = Längsta uppehåll
book-targets-longest-gap-note = För löpande arbete: längsta tiden mellan två tillfällen, 6 månader.
book-targets-within = Svar inom
book-targets-within-note = Hur snart ett önskemål ska få svar: 7 dagar, 5 arbetsdagar.
book-targets-distinct = Olika
book-targets-distinct-note = Bara olika värden räknas: olika platser, olika dagar.
book-targets-together = Samtidigt
book-targets-together-note = Med Varje: så många dagar, eller olika värden, som hade vart och ett.
book-targets-except = Undantag
book-targets-except-note = En lista i kalendern som inte räknas: kalender.juli.
book-targets-when = Bara om
book-targets-when-note = Aktiviteter som ska ha hänt för att något ska krävas.
book-targets-agreed = Överenskommet
book-targets-agreed-note = Dagen då målet bestämdes, om det sköts upp.
book-targets-valid-from = Gäller från
book-targets-valid-from-note = Första dagen som målet gäller.
book-targets-valid-to = Gäller till
book-targets-valid-to-note = Sista dagen som målet gäller.
book-targets-unit-minutes = Minuter per enhet
book-targets-unit-minutes-note = Så många minuter är en: en längre rad räknas som flera. För flera aktiviteter: kontroll = 20; patrull = 60.
book-targets-weeks = Veckor
book-targets-weeks-note = Kalenderveckor i stället för sju dagar.
book-targets-effort = Strävan
book-targets-effort-note = Ja: något ni strävar efter, som bedöms men aldrig är brutet.
book-targets-partial = Delvis uppfyllt
book-targets-partial-note = Ja: målet är delvis uppfyllt när några av dess delar är det.
book-targets-measure = Svarstid som
book-targets-measure-note = Genomsnitt eller median av alla svar.
book-targets-working-days = Arbetsdagar
book-targets-working-days-note = Ja: svarstiden räknas i arbetsdagar.
book-targets-better-than = Bättre än
book-targets-better-than-note = Indikatorn ska vara bättre än sitt utgångsvärde.
book-targets-margin = Med minst
book-targets-margin-note = Så mycket bättre, minst.
book-targets-measured-from = Mäts från
book-targets-measured-from-note = Första dagen då indikatorns värde mäts.
book-targets-measured-to = Mäts till
book-targets-measured-to-note = Sista dagen då indikatorns värde mäts.
book-conditions-pledge = Löfte
book-conditions-pledge-note = Löftets id.
book-conditions-target = Mål
book-conditions-target-note = Målets id eller nummer i löftet, om löftet har flera mål.
book-conditions-role = Sort
book-conditions-role-note = bara: andra rader hör inte till löftet. kräv: rader utan det visas, men räknas inte.
book-conditions-group = Grupp
book-conditions-group-note = Tomt: ska gälla. ”någon av 1”, ”någon av 2”: en av grupperna ska gälla. ”inte”: får inte gälla.
book-conditions-field = Egenskap
book-conditions-field-note = Vad villkoret gäller: plats, målgrupp, parter, eller ett eget namn från bladet Kolumner.
book-conditions-test = Jämförelse
book-conditions-test-note = Tomt: är, eller är något av. Annars: är ifyllt, är inte ifyllt, alla, minst, högst, som på.
book-conditions-value = Värde
book-conditions-value-note = Ordet, talet eller listan (platser.byar, kalender.kvallar). Flera ord med semikolon emellan.
book-steps-pledge = Löfte
book-steps-pledge-note = Löftets id.
book-steps-target = Mål
book-steps-target-note = Målets id eller nummer i löftet, om löftet har flera mål.
book-steps-text = Steg
book-steps-text-note = Vad som ska göras.
book-steps-begin-by = Påbörjas senast
book-steps-begin-by-note = Sista dagen att börja.
book-steps-begun = Påbörjat
book-steps-begun-note = Dagen då det började.
book-steps-by = Klart senast
book-steps-by-note = Sista dagen. Utan dag: avtalets sista.
book-steps-done = Klart
book-steps-done-note = Dagen då det blev klart.
book-steps-sent = Skickad rapport
book-steps-sent-note = Perioden vars rapport, när den är skickad, är steget: 2023-12.
book-notes-pledge = Löfte
book-notes-pledge-note = Löftets id.
book-notes-period = Period
book-notes-period-note = Perioden som anteckningen gäller: 2023-09, 2023-T2, 2023-Q3, 2023, avtalstiden.
book-notes-why = Varför
book-notes-why-note = Skälet.
book-notes-next = Vad händer nu
book-notes-next-note = Vad som händer härnäst.
book-notes-due = Senast
book-notes-due-note = Sista dagen för det.
book-notes-by = Vem säger det
book-notes-by-note = En part, eller ett namn.
book-activities-id = Id
book-activities-id-note = Ett kort ord för det som räknas. Bladen Mål och Blad hänvisar till det.
book-activities-one = Ord för en
book-activities-one-note = En kontroll: kontroll.
book-activities-many = Ord för flera
book-activities-many-note = Flera kontroller: kontroller.
book-activities-means = Vad som menas
book-activities-means-note = Vad som räknas som en. Trycks i rapporten.
book-activities-persons = Personer
book-activities-persons-note = Ja: det handlar om personer, och små tal visas inte.
book-activities-unit = Enhet
book-activities-unit-note = Stycken, eller timmar.
book-activities-hours-per-post = Timmar per tjänst
book-activities-hours-per-post-note = Timmar per tjänst och år, där tjänster räknas om till timmar.
book-places-list = Lista
book-places-list-note = Listans namn: byar.
book-places-name = Plats
book-places-name-note = Platsens namn. Tomt om listan hämtas från ett register.
book-places-also = Andra namn
book-places-also-note = Andra namn på platsen i arbetsböckerna. Flera med semikolon emellan.
book-places-from = Från
book-places-from-note = Första dagen som platsen är i bruk.
book-places-to = Till
book-places-to-note = Sista dagen som platsen är i bruk.
book-calendar-list = Lista
book-calendar-list-note = Listans namn: terminer.
book-calendar-name = Namn
book-calendar-name-note = Vad tiden kallas i rapporten.
book-calendar-from = Från
book-calendar-from-note = Första dagen, eller den enda.
book-calendar-to = Till
book-calendar-to-note = Sista dagen. Tomt för en enda dag.
book-sources-source = Källa
book-sources-source-note = Ett eget namn på källan. Bladet Blad hänvisar till det.
book-sources-partner = Part
book-sources-partner-note = Vems arbetsböcker det är, från bladet Parter.
book-sources-files = Filer
book-sources-files-note = Filens plats i mappen med arbetsböcker: polisen/Trafik*.xlsx. * står för vad som helst.
book-sources-expected = Skrivs
book-sources-expected-note = Hur ofta något ska skrivas även när inget har hänt. Tomt: bara när något händer.
book-sources-due = Lämnas senast
book-sources-due-note = Dagen i månaden efter då en månads rader ska vara inne: day 5.
book-sources-ignore = Läses inte
book-sources-ignore-note = Arbetsböcker och blad som liknar dessa och inte ska läsas. Flera med semikolon emellan.
book-sheets-source = Källa
book-sheets-source-note = Källan som bladet finns i, från bladet Källor.
book-sheets-sheet = Blad
book-sheets-sheet-note = Ett eget namn på bladet. Bladen Kolumner, Ord i en kolumn och Urval av rader hänvisar till det.
book-sheets-name = Bladets namn
book-sheets-name-note = Fliken i arbetsboken. * står för vad som helst: Kv*. Tomt: alla blad med de här rubrikerna.
book-sheets-layout = Form
book-sheets-layout-note = Hur bladet är uppställt.
book-sheets-activity = Aktivitet
book-sheets-activity-note = Vad varje rad är. Tomt om en kolumn säger det, eller om bladet ger något annat.
book-sheets-activity-column = Aktivitet enligt kolumn
book-sheets-activity-column-note = Kolumnen vars ord säger vilken aktivitet raden är. Orden står på bladet Ord i en kolumn.
book-sheets-under = Under rubriken
book-sheets-under-note = Rubriken ovanför den kolumnen, där samma rubrik finns flera gånger.
book-sheets-answers = Svar på
book-sheets-answers-note = Raderna är svar på önskemål som står på ett annat blad som denna aktivitet.
book-sheets-places = Platslista
book-sheets-places-note = För ett register: listan av platser som raderna är.
book-sheets-indicator = Indikator
book-sheets-indicator-note = Raderna är mätningar av denna indikator.
book-sheets-expected = Skrivs
book-sheets-expected-note = Om bladet skrivs i en annan takt än källan.
book-columns-sheet = Blad
book-columns-sheet-note = Bladet, från bladet Blad.
book-columns-use = Är
book-columns-use-note = kolumn: säger något om raden. antal av: talet räknas som den aktiviteten. kryss för: ett kryss betyder att parten var med.
book-columns-field = Betyder
book-columns-field-note = datum, plats, antal …, ett eget namn, aktivitetens id eller partens id.
book-columns-heading = Rubrik i arbetsboken
book-columns-heading-note = Kolumnens rubrik, som den står i arbetsboken.
book-columns-under = Under rubriken
book-columns-under-note = Rubriken ovanför, där samma rubrik finns flera gånger.
book-words-sheet = Blad
book-words-sheet-note = Bladet, från bladet Blad.
book-words-word = Ord
book-words-word-note = Ordet i kolumnen.
book-words-activity = Aktivitet
book-words-activity-note = Aktiviteten som ordet betyder.
book-rows-sheet = Blad
book-rows-sheet-note = Bladet, från bladet Blad.
book-rows-group = Grupp
book-rows-group-note = Tomt: ska gälla. ”någon av 1”, ”någon av 2”: en av grupperna ska gälla. ”inte”: får inte gälla.
book-rows-field = Rubrik i arbetsboken
book-rows-field-note = Kolumnen som det gäller.
book-rows-test = Jämförelse
book-rows-test-note = Tomt: är, eller är något av. Annars: är ifyllt, är inte ifyllt, alla, minst, högst.
book-rows-value = Värde
book-rows-value-note = Ordet eller talet. Flera ord med semikolon emellan.
book-recipients-name = Namn
book-recipients-name-note = Namnet i brevets huvud.
book-recipients-role = Roll
book-recipients-role-note = I vilken egenskap.
book-recipients-address = E-postadress
book-recipients-address-note = Dit brevet går.
book-recipients-edition = Utgåva
book-recipients-edition-note = Vad mottagaren får. Tomt: efter rollen.
book-recipients-attach = Bilagor
book-recipients-attach-note = Filerna som bifogas. Tomt: report.pdf och summary.xlsx.
book-recipients-partner = Part
book-recipients-partner-note = Parten som mottagaren hör till.
book-indicators-id = Id
book-indicators-id-note = Ett kort ord för måttet.
book-indicators-area = Område
book-indicators-area-note = Området som måttet visas vid.
book-indicators-name = Namn
book-indicators-name-note = Vad som mäts.
book-indicators-source = Källa
book-indicators-source-note = Vem som har mätt.
book-indicators-scale = Skala
book-indicators-scale-note = Måttets skala.
book-indicators-good = Bra är
book-indicators-good-note = Åt vilket håll det är bra.
book-indicators-baseline-date = Utgångsvärdets dag
book-indicators-baseline-date-note = När utgångsvärdet mättes.
book-indicators-baseline-value = Utgångsvärde
book-indicators-baseline-value-note = Det som måttet jämförs med.
book-values-indicator = Indikator
book-values-indicator-note = Indikatorns id.
book-values-date = Dag
book-values-date-note = När det mättes.
book-values-value = Värde
book-values-value-note = Vad som mättes.
book-rulings-at-workbook = Arbetsbok
book-rulings-at-workbook-note = Arbetsboken, med sin plats i mappen.
book-rulings-at-sheet = Blad
book-rulings-at-sheet-note = Bladet i arbetsboken.
book-rulings-at-cell = Cell
book-rulings-at-cell-note = En cell på raden: A5.
book-rulings-counts = Räknas
book-rulings-counts-note = Om raden räknas.
book-rulings-why = Varför
book-rulings-why-note = Skälet.
book-rulings-by = Vem säger det
book-rulings-by-note = Den som har bestämt.
book-rulings-date = Dag
book-rulings-date-note = När det bestämdes.
book-known-code = Påpekande
book-known-code-note = Påpekandets kod, som den står i listan: missing-month.
book-known-at-workbook = Arbetsbok
book-known-at-workbook-note = Arbetsboken. Tomt: vilken som helst.
book-known-at-sheet = Blad
book-known-at-sheet-note = Bladet. Tomt: vilket som helst.
book-known-at-cell = Cell
book-known-at-cell-note = En cell på raden. Tomt: vilken som helst.
book-known-why = Varför
book-known-why-note = Varför det är så.
book-known-by = Vem säger det
book-known-by-note = Den som har förklarat det.
book-known-date = Dag
book-known-date-note = När det förklarades.
book-summaries-language = Språk
book-summaries-language-note = Språkets beteckning: fi, fit.
book-summaries-text = Text
book-summaries-text-note = Sammanfattningen.
book-verdicts-pledge = Löfte
book-verdicts-pledge-note = Löftets id.
book-verdicts-verdict = Omdöme
book-verdicts-verdict-note = Hur löftet slutade förra avtalstiden.
book-other-path = Nyckel
book-other-path-note = Var i avtalet värdet hör hemma: pledge.2.target.1.only.
book-other-toml = Värde
book-other-toml-note = Värdet, som avtalets textfil skriver det.
book-word-true = ja
book-word-false = nej
book-word-count = antal
book-word-share = andel
book-word-cadence = löpande
book-word-request = önskemål
book-word-response-time = svarstid
book-word-state = tillstånd
book-word-milestone = steg
book-word-deferred = bestäms senare
book-word-shown = visas
book-word-indicator = indikator
book-word-average = genomsnitt
book-word-median = median
book-word-baseline = utgångsvärde
book-word-all = alla
book-word-any = något
book-word-iso = kalenderveckor
book-word-year = år
book-word-half-year = halvår
book-word-tertial = tertial
book-word-quarter = kvartal
book-word-month = månad
book-word-week = vecka
book-word-day = dag
book-word-term = avtalstiden
book-word-things = stycken
book-word-hours = timmar
book-word-low = lågt
book-word-high = högt
book-word-weekly = varje vecka
book-word-monthly = varje månad
book-word-quarterly = varje kvartal
book-word-log = logg
book-word-months = månader
book-word-form = formulär
book-word-statements = lägesbesked
book-word-milestones = steg
book-word-register = register
book-word-at-once = genast
book-word-when-complete = när alla har rapporterat
book-word-after-approval = efter godkännande
book-word-chief = polischef
book-word-council = kommunledning
book-word-chair = ordförande
book-word-partner = part
book-word-registrar = registrator
book-word-web = webben
book-word-full = hela
book-word-public = offentlig
book-word-not-fulfilled = inte uppfyllt
book-word-partial = delvis uppfyllt
book-word-behind = ligger efter
book-word-undecided = går inte att avgöra
book-word-not-reported = inte rapporterat
book-word-on-track = i fas
book-word-fulfilled = uppfyllt
book-word-not-started = inte påbörjat
book-word-no-need = inget behov
book-word-described = beskrivs
book-word-is = är
book-word-is-marked = är ifyllt
book-word-is-blank = är inte ifyllt
book-word-at-least = minst
book-word-at-most = högst
book-word-named-by = som på
book-word-column = kolumn
book-word-counted = antal av
book-word-reckoned = räknas
book-word-mark = kryss för
book-word-only = bara
book-word-require = kräv
book-word-any-group = någon av
book-word-not-group = inte
book-word-date = datum
book-word-time = klockslag
book-word-until = sluttid
book-word-minutes = minuter
book-word-persons = personer
book-word-place = plats
book-word-audience = målgrupp
book-word-partners = parter
book-word-answered = besvarat
book-word-case = ärende
book-word-step = steg
book-word-begin = påbörjas senast
book-word-begun = påbörjat
book-word-due = klart senast
book-word-done = klart
book-word-label = löfte
book-word-status = läge
book-word-updated = uppdaterat
book-word-comment = kommentar
book-word-from = från
book-word-to = till
book-word-value = värde
book-word-weekday = veckodag
# Values that are made of a word and what stands at the sign #.
book-form-places = platser.#
book-form-calendar = kalender.#
book-form-day = dag #
book-form-days-before = # dagar före
book-form-working-days = # arbetsdagar
book-form-days = # dagar
book-form-one-day = # dag
book-form-weeks = # veckor
book-form-one-week = # vecka
book-form-months = # månader
book-form-one-month = # månad
book-form-years = # år
book-form-one-year = # år
# End of the workbook.

# Faults in the agreement file. Whoever lists them prints the line; $file is "none" or the included file the line is of.

agreement-in-file = { $file ->
    [none] { "" }
   *[other] { " " }Raden står i filen ”{ $file }”.
}

finding-agreement-syntax = { $text ->
    [none] Filen följer inte formen TOML här: { $fault }.
   *[other] Filen följer inte formen TOML vid ”{ $text }”: { $fault }.
}
    .remedy = Kontrollera citattecken, likhetstecken och klamrar på raden och på raden ovanför.{ agreement-in-file }

finding-agreement-unknown-key = { $written ->
    [book] Rubriken
   *[text] Nyckeln
} ”{ $key }” betyder ingenting här{ $table ->
    [none] { "" }
   *[other] , i { $table }
}.
    .remedy = { $nearest ->
        [none] { $written ->
            [book] Töm cellen, eller flytta värdet dit där det hör hemma.
           *[text] Ta bort nyckeln, eller flytta den till den tabell där den hör hemma.
        }
       *[other] Menade du ”{ $nearest }”?
    }{ agreement-in-file }

finding-agreement-missing-key = { $written ->
    [book] ”{ $key }” är inte ifyllt
   *[text] Nyckeln ”{ $key }” saknas
}{ $table ->
    [none] { "" }
   *[other] { " " }i { $table }
}.
    .remedy = { $written ->
        [book] Fyll i cellen.
       *[text] Lägg till ”{ $key }”.
    }{ agreement-in-file }

finding-agreement-wrong-type = Värdet för ”{ $key }” är av fel slag.
    .remedy = { $written ->
        [book] { $expected ->
            [number] Skriv ett tal, till exempel 3.
            [share] Skriv en andel, till exempel 20 %.
            [yes-no] Skriv ja eller nej.
            [date] Skriv ett datum, till exempel 2023-09-30.
           *[other] Skriv det som anteckningen vid rubriken säger.
        }
       *[text] { $expected ->
            [text] Skriv en text inom citattecken.
            [texts] Skriv en text, eller en lista av texter: ["ett", "två"].
            [number] Skriv ett tal utan citattecken, till exempel 3.
            [share] Skriv en andel inom citattecken, till exempel "20 %".
            [yes-no] Skriv true eller false, utan citattecken.
            [date] Skriv ett datum, till exempel 2023-09-30.
            [list] Skriv en lista: [ … ].
            [table] Skriv en tabell: {"{"} nyckel = värde {"}"}.
            [heading] Skriv en rubrik inom citattecken, eller {"{"} heading = "…", under = "…" {"}"}.
            [condition] Skriv true, en lista av ord, en lista i avtalet som "places.byar", eller {"{"} at_least = 20 {"}"}.
           *[other] Skriv ett värde av det slag som dokumentationen anger.
        }
    }{ agreement-in-file }

finding-agreement-unknown-word = ”{ $word }” kan inte stå för ”{ $key }”.
    .remedy = { $nearest ->
        [none] Skriv något av: { $choices }.
       *[other] Menade du ”{ $nearest }”? Möjliga ord är: { $choices }.
    }{ agreement-in-file }

finding-agreement-unknown-partner = Parten ”{ $word }” finns inte i avtalet.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Lägg till parten på bladet Parter, eller skriv något som finns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till parten på bladet Parter.
        }
       *[text] { $nearest ->
            [none] Lägg till [partners.{ $word }], eller skriv en part som finns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till [partners.{ $word }].
        }
    }{ agreement-in-file }

finding-agreement-unknown-area = Området ”{ $word }” finns inte i avtalet.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Lägg till området på bladet Områden, eller skriv något som finns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till området på bladet Områden.
        }
       *[text] { $nearest ->
            [none] Lägg till [areas.{ $word }], eller skriv ett område som finns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till [areas.{ $word }].
        }
    }{ agreement-in-file }

finding-agreement-unknown-place = Platslistan ”{ $word }” finns inte i avtalet.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Lägg till listan på bladet Platser, eller skriv något som finns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till listan på bladet Platser.
        }
       *[text] { $nearest ->
            [none] Lägg till [places.{ $word }] med namnen, eller ett blad med layout = "register" och places = "{ $word }".
           *[other] Menade du ”{ $nearest }”? Annars: lägg till [places.{ $word }].
        }
    }{ agreement-in-file }

finding-agreement-unknown-calendar = Kalenderlistan ”{ $word }” finns inte i avtalet.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Lägg till listan på bladet Kalender, eller skriv något som finns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till listan på bladet Kalender.
        }
       *[text] { $nearest ->
            [none] Lägg till ”{ $word }” under [calendar], eller skriv en lista som finns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till ”{ $word }” under [calendar].
        }
    }{ agreement-in-file }

finding-agreement-unknown-indicator = Indikatorn ”{ $word }” finns inte i avtalet.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Lägg till indikatorn på bladet Indikatorer, eller skriv något som finns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till indikatorn på bladet Indikatorer.
        }
       *[text] { $nearest ->
            [none] Lägg till [indicators.{ $word }], eller skriv en indikator som finns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till [indicators.{ $word }].
        }
    }{ agreement-in-file }

finding-agreement-unknown-activity = Inget blad ger aktiviteten ”{ $word }”.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Lägg till ett blad på bladet Blad som ger den aktiviteten, eller skriv något som finns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till ett blad på bladet Blad som ger den aktiviteten.
        }
       *[text] { $nearest ->
            [none] Lägg till ett blad med activity = "{ $word }", eller skriv en aktivitet som ett blad ger.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till ett blad med activity = "{ $word }".
        }
    }{ agreement-in-file }

finding-agreement-unknown-field = Fältet ”{ $word }” har ingen kolumn på något blad som ger ”{ $activity }”.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Lägg till en rad på bladet Kolumner som betyder ”{ $field }”, eller skriv något som finns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till en rad på bladet Kolumner som betyder ”{ $field }”.
        }
       *[text] { $nearest ->
            [none] Lägg till { $field } = "rubriken" i bladets columns.
           *[other] Menade du ”{ $nearest }”? Annars: lägg till { $field } = "rubriken" i bladets columns.
        }
    }{ agreement-in-file }

finding-agreement-duplicate-id = ”{ $id }” står två gånger.
    .remedy = Ge det andra ett eget namn, eller ta bort det.{ agreement-in-file }

finding-agreement-window-outside-term = Tiden { $from } till { $to } ligger utanför avtalets tid.
    .remedy = Ändra dagarna så att de ligger mellan { $first } och { $last }.{ agreement-in-file }

finding-agreement-impossible-target = { $why ->
    [no-number] Målet säger inte hur mycket.
    [two-bounds] Målet har två gränser.
    [per-and-each] Målet kräver både ett snitt ({ KEY("per", $written) }) och varje ({ KEY("each", $written) }).
    [baseline-and-rate] Målet jämför med ett tidigare tal och kräver samtidigt ett snitt eller varje.
    [weeks-without-per] { KEY("weeks", $written) } betyder något bara tillsammans med { KEY("per", $written, word: "week") }.
    [among-without-each] { KEY("among", $written) } betyder något bara tillsammans med { KEY("each", $written) }.
    [among-and-time] { KEY("among", $written) } kan inte stå tillsammans med varje dag, vecka eller månad.
    [each-window] Varje kvartal, halvår eller år bedöms för sig och skrivs med { KEY("over", $written) }.
    [no-among] Målet säger inte vilka som ska räknas var för sig.
    [at-most-each] { KEY("at_most", $written) } kan inte gälla för var och en av flera.
    [window-shorter] Målets tid är kortare än det som ska hända i den.
    [percent] Ett antal kan inte stå i procent.
    [negative] Ett antal kan inte vara mindre än noll.
    [zero] Målet kräver ingenting: minst noll är alltid uppfyllt, och ett uppehåll på noll går inte att hålla.
    [above-hundred] En andel kan inte vara mer än 100 %.
    [part-is-whole] Delen och det hela är samma sak, så andelen är alltid 100 %.
    [fewer-than-none] Det går inte att bli färre än noll.
    [no-gap] Målet säger inte hur långt uppehållet får vara.
    [beside-sum] Varje mål som räknas ihop säger själv vad som räknas, så ”{ $key }” hör hemma där.
    [sum-of-persons] Siffror om personer läggs inte ihop: summan skulle avslöja små tal.
    [sum-of-unlike] Timmar och antal går inte att lägga ihop.
    [sum-of-no-count] { KEY("sum", $written) } lägger ihop mål som räknar något, med sina id.
    [months-of-average] En tid i snitt eller en mediantid kan inte vara i månader.
    [margin-alone] { KEY("margin", $written) } betyder något bara tillsammans med { KEY("better_than", $written) }.
    [indicator-value] Måttet jämförs med ett tal, och inget tal är skrivet.
    [each-twice] Målet kräver flera av varje dag, vecka och månad på en gång.
    [among-for-each] { KEY("among", $written) } har inte en lista för varje fält i { KEY("each", $written) }.
    [too-many-parts] Målet har fler delar än vad som går att följa upp var för sig.
    [together-and-time] { KEY("together", $written) } kan inte stå tillsammans med varje dag, vecka eller månad.
   *[not-of-this-kind] ”{ $key }” hör inte till den här sortens mål.
}
    .remedy = { $why ->
        [no-number] Skriv ett tal för { KEY("at_least", $written) } eller { KEY("at_most", $written) }, eller välj en annan sort med { KEY("kind", $written) }.
        [two-bounds] Behåll en av gränserna. Två gränser skrivs som två mål.
        [per-and-each] Behåll { KEY("per", $written) } för ett snitt, eller { KEY("each", $written) } om varje ska hålla.
        [baseline-and-rate] Ta bort { KEY("per", $written) } och { KEY("each", $written) }, eller skriv talet med { KEY("at_least", $written) }.
        [weeks-without-per] Lägg till { KEY("per", $written, word: "week") }, eller ta bort { KEY("weeks", $written) }.
        [among-without-each] Lägg till ett fält för { KEY("each", $written) }, eller ta bort { KEY("among", $written) }.
        [among-and-time] Ta bort { KEY("among", $written) }, eller skriv ett fält för { KEY("each", $written) }.
        [each-window] Ta bort { KEY("each", $written) }, och skriv tiden för { KEY("over", $written) }, till exempel { KEY("over", $written, word: "quarter") }.
        [no-among] Lägg till { KEY("among", $written) } med { $written ->
            [book] orden, eller listan som platser.listan.
           *[text] en lista av ord, eller "places.listan".
        }
        [at-most-each] Skriv ett mål för var och en, { $written ->
            [book] med varsitt villkor på bladet Villkor.
           *[text] med only.
        }
        [window-shorter] Välj en längre tid för { KEY("over", $written) }.
        [percent] Skriv ett tal utan procent, eller välj { KEY("kind", $written, word: "share") }.
        [negative] Skriv ett tal som är noll eller mer.
        [zero] Skriv ett tal som är större än noll.
        [above-hundred] Skriv en andel mellan 0 och 100 %.
        [part-is-whole] Välj ut delen med ett villkor, eller ändra { KEY("out_of", $written) }.
        [fewer-than-none] Kontrollera talet som det ska jämföras med.
        [no-gap] Lägg till { KEY("longest_gap", $written) }, till exempel { $written ->
            [book] 6 månader.
           *[text] "6 months".
        }
        [months-of-average] Skriv tiden i dagar eller arbetsdagar, till exempel { $written ->
            [book] 30 dagar.
           *[text] "30 days".
        }
        [beside-sum] Ta bort ”{ $key }”, eller skriv det i de mål som räknas ihop.
        [sum-of-persons] Skriv ett mål med alla aktiviteterna för { KEY("of", $written) }.
        [sum-of-unlike] Räkna allt i timmar, eller skriv två mål.
        [sum-of-no-count] Skriv id för mål som räknar något: med { KEY("at_least", $written) }, { KEY("at_most", $written) } eller { KEY("kind", $written, word: "shown") }.
        [margin-alone] Lägg till { KEY("better_than", $written, word: "baseline") }, eller ta bort { KEY("margin", $written) }.
        [indicator-value] Skriv talet, eller { KEY("better_than", $written, word: "baseline") }.
        [each-twice] Behåll en av dem, och skriv ett mål till för den andra.
        [among-for-each] Skriv en lista för varje fält, i samma ordning{ $written ->
            [book] {""}, en rad var i cellen.
           *[text] : among = ["places.skolor", ["4", "5"]].
        } Högst tre fält kan begäras på en gång.
        [too-many-parts] Dela upp målet, eller begär ett fält i taget. Högst 2 000 delar kan begäras.
        [together-and-time] Ta bort { KEY("together", $written) }, eller dag, vecka och månad ur { KEY("each", $written) }.
       *[not-of-this-kind] Ta bort ”{ $key }”, eller ändra { KEY("kind", $written) }.
    }{ agreement-in-file }

finding-agreement-invalid-value = { $expects ->
    [order] Den sista dagen, { $value }, ligger före den första.
   *[other] { $value ->
        [none] Värdet för ”{ $key }” går inte att använda.
       *[other] Vi kan inte läsa ”{ $value }” för ”{ $key }”.
    }
}
    .remedy = { $expects ->
        [date] Skriv ett datum, till exempel 2023-09-30.
        [order] Byt plats på dagarna, eller rätta årtalet.
        [length] Skriv en tid som { $written ->
            [book] 6 månader, 2 veckor, 7 dagar eller 5 arbetsdagar.
           *[text] "6 months", "2 weeks", "7 days" eller "5 working days".
        }
        [number] Skriv ett tal från noll med högst två decimaler.
        [address] Skriv en e-postadress, till exempel "namn@example.se".
        [pattern] Skriv en sökväg i mappen med arbetsböcker, med snedstreck framåt, till exempel "polisen/Trafik*.xlsx".
        [day] Skriv en dag i månaden, till exempel { $written ->
            [book] dag 5.
           *[text] "day 5".
        }
        [reminder] Skriv { $written ->
            [book] dag 10 eller 3 dagar före.
           *[text] "day 10" eller "3 days before".
        }
        [weekday] Skriv en veckodag: "mon", "tue", "wed", "thu", "fri", "sat" eller "sun".
        [hours] Skriv två klockslag, till exempel "21.00–03.00".
        [period] Skriv en period, till exempel { $written ->
            [book] 2023-09, 2023-T2, 2023-Q3, 2023-H1, 2023 eller avtalstiden.
           *[text] "2023-09", "2023-T2", "2023-Q3", "2023-H1", "2023" eller "term".
        }
        [language] Skriv språkets märke med små bokstäver, till exempel "fi".
        [id] Använd bara bokstäver, siffror, bindestreck och understreck.
        [one-line] Skriv texten på en enda rad, och lämna den inte tom.
        [heading] Skriv rubriken som den står i arbetsboken.
        [code] Skriv koden för ett påpekande, till exempel "missing-month".
        [cell] Skriv cellen med kolumn och rad, till exempel "A5".
        [calendar] Skriv en lista { $written ->
            [book] på bladet Kalender, till exempel kalender.juli.
           *[text] under [calendar], till exempel "calendar.juli".
        }
        [among] Skriv { $written ->
            [book] ord med semikolon emellan, eller en platslista som platser.tunnlar.
           *[text] en lista av ord, eller en platslista som "places.tunnlar".
        }
        [words] Skriv minst ett ord i listan.
        [host] Skriv serverns namn, till exempel "smtp.example.se".
        [keeper] Skriv var hemligheten finns, inte hemligheten själv: {"{"} file = "…" {"}"}, {"{"} environment = "…" {"}"}, {"{"} credential = "…" {"}"} eller {"{"} command = ["…"] {"}"}.
        [approver] Lägg till en { $written ->
            [book] mottagare på bladet Mottagare
           *[text] [[recipient]]
        } med den rollen, eller välj en annan: den som godkänner får utkastet dit.
        [one-proof] Skriv antingen password eller token.
        [token] Skriv var token finns ({"{"} file = "…" {"}"} eller {"{"} command = ["…"] {"}"}), eller vem som ska hämta den: {"{"} tenant = "…", client_id = "…", secret = {"{"} file = "…" {"}"} {"}"}. I stället för secret kan det stå certificate = "…".
        [one-route] Skriv antingen server eller folder.
        [open-login] Ett lösenord skickas aldrig öppet. Skriv security = "starttls" eller "tls", eller ta bort user.
       *[other] Skriv värdet som dokumentationen anger.
    }{ agreement-in-file }

finding-agreement-unknown-sheet = Bladet ”{ $sheet }” hör inte till ett avtal.
    .remedy = { $nearest ->
        [none] Ta bort bladet, eller börja dess namn med #. Bladen heter: { $choices }.
       *[other] Menade du ”{ $nearest }”? Ett blad med egna anteckningar börjar med #.
    }

finding-agreement-unknown-heading = Rubriken ”{ $heading }” betyder ingenting på det här bladet.
    .remedy = { $nearest ->
        [none] Ta bort den, eller börja den med #. Rubrikerna är: { $choices }.
       *[other] Menade du ”{ $nearest }”? En rubrik över egna anteckningar börjar med #.
    }

finding-agreement-missing-file = Filen ”{ $path }” som avtalet hänvisar till finns inte.
    .remedy = Lägg filen där, eller rätta sökvägen i avtalet.{ agreement-in-file }

## What we found in the partners' workbooks

finding-unreadable-workbook = { $what ->
    [locked] Vi kan inte öppna arbetsboken: den är öppen i ett annat program, eller vi saknar rätt att läsa den.
    [changed] Arbetsboken ändrades medan vi läste den, så vi har inte räknat den.
   *[damaged] Vi kan inte öppna arbetsboken: filen är skadad eller avbruten.
}
    .remedy = { $what ->
    [locked] Stäng den där den är öppen, och kör uppföljningen igen.
    [changed] Vänta tills den är sparad eller färdigkopierad, och kör uppföljningen igen.
   *[damaged] Öppna den i Excel, spara den på nytt med samma namn och lägg tillbaka den.
}
finding-encrypted-workbook = Arbetsboken har ett lösenord, så vi kan inte läsa den.
    .remedy = Ta bort lösenordet i Excel och spara arbetsboken på nytt.
finding-unsupported-format = { $what ->
    [html] Filen är en webbsida som har sparats med en arbetsboks namn.
    [old-excel] Filen är sparad i ett gammalt Excelformat som vi inte kan läsa.
    [empty] Filen är tom.
   *[other] Filen är inte en arbetsbok som vi kan läsa.
}
    .remedy = Öppna den i Excel och spara den som Excelarbetsbok (.xlsx).
finding-reader-limit = { $what ->
    [time] Arbetsboken tar för lång tid att läsa.
    [memory] Arbetsboken kräver för mycket minne för att läsas.
    [rows] Arbetsboken har fler rader att räkna än vi kan ta emot, så ingen av dem räknas.
    [folder] Mappens arbetsböcker har tillsammans fler rader att räkna än vi kan ta emot, så den här räknas inte.
   *[other] Arbetsboken är för stor för att läsas.
}
    .remedy = { $what ->
    [time] Kopiera raderna till en ny arbetsbok utan formler och länkar, och lägg den här i stället.
    [memory] Kopiera raderna till en ny arbetsbok och lägg den här i stället.
    [rows] Dela upp arbetsboken, till exempel i en per år, eller summera per vecka eller månad.
    [folder] Flytta arbetsböcker som inte hör hit till en annan mapp.
   *[other] Ta bort tomma rader, bilder och blad som inte hör hit, och spara den på nytt.
}
finding-missing-sheet = Bladet ”{ $sheet }” finns inte i arbetsboken.
    .remedy = { $nearest ->
    [none] Lägg till bladet ”{ $sheet }”, eller ändra bladets namn i avtalsfilen.
   *[other] Byt namn på bladet ”{ $nearest }” till ”{ $sheet }”, eller skriv ”{ $nearest }” i avtalsfilen.
}
finding-missing-heading = Rubriken ”{ $heading }” finns inte.
    .remedy = { $nearest ->
    [none] Skriv rubriken ”{ $heading }” ovanför sin kolumn, eller ändra den i avtalsfilen.
   *[other] Ändra rubriken ”{ $nearest }” till ”{ $heading }” om det är den som avses, eller ändra i avtalsfilen.
}
finding-ambiguous-columns = { $choices ->
    [none] Under ”{ $heading }” finns flera kolumner med tal, och inget säger vilken som ska räknas. Ingen av dem är läst.
   *[other] Under ”{ $heading }” finns flera kolumner: ”{ $choices }”. Vi vet inte vilken som ska räknas, så ingen av dem är läst.
}
    .remedy = Skriv i avtalet vilken kolumn som räknas, eller ge kolumnen rubriken ”Utfall”.
finding-no-workbook = Ingen arbetsbok från { $partner } passar mönstret ”{ $pattern }”.
    .remedy = Lägg arbetsboken i mappen med det namnet, eller ändra mönstret i avtalsfilen.

finding-copied-workbook = Arbetsboken är en kopia av { $original ->
    [none] en annan parts arbetsbok
   *[other] ”{ $original }”
} och räknas inte.
    .remedy = Ta bort kopian om den inte behövs.
finding-stale-copy = Arbetsboken är en äldre version av { $original ->
    [none] en annan parts arbetsbok
   *[other] ”{ $original }”
} och räknas inte. Den andra räknas som den nyare { $why ->
    [rows] eftersom den innehåller mer
    [dates] eftersom den når till en senare dag
    [saved] eftersom den sparades senare
   *[name] efter sitt namn, för innehållet visar inte vilken som är nyast
}.{ $alone ->
    [0] {""}
    [one] {" "}En uppgift finns bara här och räknas som osäker.
   *[other] {" "}{ $alone } uppgifter finns bara här och räknas som osäkra.
}
    .remedy = Kontrollera att { $original ->
        [none] den andra arbetsboken
       *[other] ”{ $original }”
    } är den senaste{ $alone ->
    [0] {""}
   *[other] {" "}och att inget som bara finns här saknas där
}, och ta bort den här ur mappen.
finding-unfinished-workbook = Filen ser ut som en arbetsbok som inte har kopierats eller laddats ned färdigt, så den är inte läst.
    .remedy = Vänta tills den är klar, eller lägg in arbetsboken på nytt. Ta bort filen om den är överbliven.
finding-unclaimed-workbook = Ingen källa i avtalsfilen gäller arbetsboken, så den är inte läst.
    .remedy = { $nearest ->
    [none] Lägg till den som källa i avtalsfilen, eller ta bort den ur mappen.
   *[other] Ge den ett namn som passar ”{ $nearest }”, lägg till den som källa i avtalsfilen, eller ta bort den.
}
finding-reported-by-two = { $workbook ->
    [none] En annan part redovisar { $activity } samma dag, { $date }
   *[other] { $partner } redovisar { $activity } samma dag, { $date }, vid { $cell } på bladet ”{ $sheet }” i ”{ $workbook }”
}, och inget skiljer raderna åt. Det kan vara samma tillfälle. Det räknas en gång säkert och en gång till som osäkert.
    .remedy = Fråga parterna om det är samma tillfälle. Skriv svaret som ett avgörande om den här raden i avtalet: räknas inte om det är samma, räknas om det är två.
finding-duplicate-row = Raden är likadan som raden vid { $first } och räknas inte en gång till.
    .remedy = Ta bort raden om den är inklistrad två gånger. Är det två tillfällen, skriv något som skiljer dem åt, till exempel klockslag.
finding-repeated-heading = { $where ->
    [form] Etiketten ”{ $heading }” står flera gånger på bladet. Vi läser den vid { $column }, och inte den här.
    [below] Här börjar en tabell till med samma rubriker i annan ordning, eller med nästan samma. Dess rader är inte lästa.
   *[beside] Rubriken ”{ $heading }” står över flera kolumner. Vi läser kolumn { $column }, och inte den här.
}
    .remedy = { $where ->
    [form] Lägg varje tillfälle på ett eget blad.
    [below] Skriv rubrikerna som i den första tabellen och i samma ordning, eller lägg tabellen på ett eget blad.
   *[beside] Skriv vilken som avses, med ”under” i avtalsfilen, eller ge kolumnerna olika rubriker. Är det två tabeller bredvid varandra: lägg dem under varandra.
}
finding-date-outside-term = Datumet { $date } ligger utanför avtalstiden, så raden räknas inte.
    .remedy = { $guess ->
    [none] Rätta datumet, eller ta bort raden om den inte hör hit.
   *[other] Rätta datumet. Ska det vara { $guess }?
}
finding-dates-outside-term = Cellerna { $cells } gäller { $date }, som ligger utanför avtalstiden, så de räknas inte.
    .remedy = Rätta datumen om de är fel. Annars behöver ni inte göra något.
finding-date-in-future = Datumet { $date } ligger i framtiden, så raden räknas inte.
    .remedy = Rätta datumet. Är det något planerat, låt raden stå tills det är genomfört.
finding-missing-date = Raden har inget datum. Den kan ha hänt när som helst under den tid som bladet gäller, så den räknas som osäker.
    .remedy = Skriv datumet, eller i alla fall veckan eller månaden.
finding-unreadable-date = Vi kan inte läsa datumet ”{ $text }”.
    .remedy = Skriv datumet med år, till exempel 2023-04-15.
finding-unreadable-number = { $text ->
    [none] Vi kan inte läsa antalet.
   *[other] Vi kan inte läsa antalet ”{ $text }”.
}
    .remedy = Skriv ett tal, till exempel 3 eller ”ca 3”.
finding-negative-number = { $text ->
    [none] Talet är mindre än noll. Raderna intill räknas som osäkra, eftersom talet kan gälla någon av dem.
   *[other] Talet ”{ $text }” är mindre än noll. Raderna intill räknas som osäkra, eftersom talet kan gälla någon av dem.
}
    .remedy = Rätta talet på den rad som var fel och ta bort raden med rättelsen.
finding-scaled-numbers = Enligt ”{ $text }” ska varje tal räknas { $count } gånger. Därför räknas talen så, som avrundade.
    .remedy = Skriv hela tal i kolumnen, eller ta bort orden om talen redan är hela.
finding-unreadable-value = { $what ->
    [row] Cellen är tom och har samma färg som resten av raden, så färgen säger inte hur det står till.
    [meaning] Cellen är tom, och dess färg kan betyda flera saker.
    [count] Cellen har en färg men inget antal, och en färg räknas inte.
   *[format] Statusen är tom på alla rader. Visas den med färger kan vi inte läsa dem i det här filformatet.
}
    .remedy = { $what ->
    [count] Skriv antalet i cellen.
    [format] Skriv statusen med ord, till exempel Klart, Pågår eller Inte klart, eller spara arbetsboken som .xlsx.
   *[other] Skriv statusen med ord i cellen, till exempel Klart, Pågår eller Inte klart.
}
finding-error-cell = Cellen visar ett fel ({ $text }) i stället för ett värde.
    .remedy = Rätta formeln, eller skriv värdet direkt.
finding-too-many-fields = Raden har inte lika många fält som rubrikraden, så vi vet inte vilket värde som hör till vilken rubrik: { $text }.
    .remedy = Sätt citattecken runt text som har ett skiljetecken i sig, eller spara filen från Excel på nytt.
finding-unreadable-time = Vi kan inte läsa tiden ”{ $text }”, så raden räknas som osäker.
    .remedy = Skriv klockslaget, till exempel 18.30 eller 18–20.
finding-formula-without-value = Cellen har en formel som aldrig har räknats ut.
    .remedy = Öppna arbetsboken i Excel och spara den, så räknas formeln ut.
finding-missing-value = Cellen för ”{ $field }” är tom, så raden räknas som osäker.
    .remedy = Fyll i cellen. Skriv 0 eller nej om det inte var något.
finding-partly-inside = Tiden ”{ $text }” ligger bara delvis i det som löftet gäller, så raden räknas som osäker.
    .remedy = Skriv den exakta dagen eller tiden, eller dela upp raden.
finding-identity-number = Här står ett personnummer. Vi har dolt det i allt som visas.
    .remedy = Ta bort personnumret. Sådana uppgifter hör inte hemma i uppföljningen.

finding-approximate-number = { $text ->
    [none] Antalet är inte exakt. Vi räknar med hela spannet.
   *[other] Antalet ”{ $text }” är inte exakt. Vi räknar det som { $value }.
}
    .remedy = Skriv det exakta antalet om det är känt.
finding-assumed-year = Datum utan år på bladet har fått året { $year }, som står i { $from ->
    [sheet] bladets namn
    [title] bladets rubrik
    [file] filens namn
   *[term] avtalstiden
}.
    .remedy = Skriv året i datumen om det är ett annat år.
finding-perhaps-not-held = { $state ->
    [planned] ”{ $word }” i { $at } säger att det är planerat, men dagen har redan varit. Raden räknas som osäker.
    [called-off] ”{ $word }” i { $at } kan betyda att det inte blev av. Raden räknas som osäker.
    [withdrawn] En del av raden är genomstruken ({ $at }). Raden räknas som osäker.
    [nothing] ”{ $word }” i { $at } kan betyda att inget gjordes. Raden räknas som osäker.
    [sample] ”{ $word }” i { $at } ser ut att höra till en mall. Raden räknas som osäker.
   *[unsaid] Kolumnen ”{ $word }” är tom i { $at }, fast andra rader har svar där. Raden räknas som osäker.
}
    .remedy = { $state ->
        [planned] Skriv ”Genomförd” om det blev av, annars ”Inställd”.
        [withdrawn] Ta bort hela raden om den inte gäller. Ta annars bort strecket.
        [sample] Ta bort raden om den bara är ett exempel.
        [unsaid] Skriv ”ja” i cellen om det blev av, annars ”nej”.
       *[other] Skriv ”Inställd” ensamt i en egen kolumn om det inte blev av, annars ”Genomförd”.
    }
finding-unknown-mark = ”{ $text }” i kolumnen ”{ $heading }” är varken ja eller nej, så svaret räknas som osäkert.
    .remedy = Skriv ”ja” eller ”nej” i cellen.
finding-figure-not-told = ”..” betyder att antalet finns men inte lämnas ut. Därför kan det vara hur stort som helst.
    .remedy = Skriv antalet, eller 0 om det inte fanns något.
finding-ambiguous-date = ”{ $text }” kan vara julhelgen eller juli. Raden räknas som osäker.
    .remedy = Skriv datumet, till exempel { $example }.
finding-perhaps-sum = Raden gäller { $date }, och andra rader gäller delar av samma tid. Vi vet inte om den är deras summa, så den räknas som osäker.
    .remedy = Skriv ”Summa” i raden om den är en summa. Ta annars bort de rader som redan är med i den.
finding-equals-sum = Varje tal på raden är vad raderna { $first }–{ $last } blir tillsammans. Vi vet inte om raden är deras summa, så den räknas som osäker.
    .remedy = Skriv ”Summa” först i raden om den är en summa. Skriv annars dag eller plats i raden.
finding-perhaps-total = { $why ->
    [alone] ”{ $text }” ser ut som en summa, men det finns inga andra tal att lägga ihop. Vi vet inte om talen är bladets egna, så de räknas som osäkra.
   *[other] ”{ $text }” ser ut som en summa, men talen stämmer inte med raderna intill. Vi vet inte vad raden är, så den räknas som osäker.
}
    .remedy = Skriv vad raden gäller i stället för ”{ $text }”, eller ta bort raden om den är en summa.
finding-perhaps-cumulative = Talen under ”{ $heading }” kan vara ackumulerade: varje tal innehåller i så fall dem före det. Vi vet inte, så de räknas som osäkra.
    .remedy = Skriv ”Ackumulerat” i rubriken om varje tal innehåller dem före det. Rätta annars bladets summa, eller det tal som är fel.
finding-ambiguous-dates = I kolumnen står datum på två sätt: ”{ $text }” har månaden först, andra har dagen först. Datum som kan läsas på båda sätten räknas som osäkra.
    .remedy = Skriv alla datum på samma sätt, helst år-månad-dag.
finding-uncertain-days = Talen under ”{ $heading }” är ackumulerade. Vi vet inte på vilka dagar mellan två rader det som tillkom blev gjort, så det räknas som gjort någon gång mellan dem.
    .remedy = Skriv det antal som gjordes den dag raden gäller, i en egen kolumn.
finding-perhaps-comparison = Rubriken ”{ $text }” säger att tabellen är ett mål, en plan eller ett annat år, men bladet har ingen annan tabell. Vi vet inte om talen är gjort arbete, så de räknas som osäkra.
    .remedy = Skriv ”Utfall” i rubriken om talen är det som gjordes. Lägg annars till en tabell med det som gjordes.
finding-perhaps-compared = ”{ $text }” kan vara något att jämföra med, eller något som gjordes före den här tiden. Vi vet inte om talen är gjort arbete, så raden räknas som osäker.
    .remedy = Flytta raden till ett annat blad om den bara är till för att jämföra. Skriv annars vad raden gäller i stället för ”{ $text }”.
finding-several-days = ”{ $text }” kan betyda att det blev av { $count } gånger. Vi vet inte hur många det var, så raden räknas som 1–{ $count }.
    .remedy = Skriv en rad för varje dag och gång.
finding-perhaps-part = ”{ $text }” ser ut som en del av raden ovanför. Vi vet inte om talen redan räknas där, så de räknas som osäkra.
    .remedy = Skriv ”varav” först om raden är en del av raden ovanför. Ta annars bort tecknet först i raden.
finding-steps-without-done = Avtalet säger inte i vilken kolumn det står när varje steg blev klart. Vi vet inte vilka steg som är klara.
    .remedy = Skriv i avtalet att kolumnen betyder klart (i textfilen: `done`).
finding-answer-without-request = Svaret gäller ”{ $case }”, men inget ärende har den beteckningen. Svaret räknas inte.
    .remedy = Rätta beteckningen här eller i ärendet, så att de är lika.
finding-repeated-rows = { $how ->
    [same] { $count ->
        [one] Rad { $rows } står också
       *[other] Raderna { $rows } står också
    } { $other ->
        [none] i en annan parts arbetsbok
       *[other] i ”{ $other }”
    } och räknas bara en gång.
    [sums] { $count ->
        [one] Rad { $rows } summerar
       *[other] Raderna { $rows } summerar
    } det som står { $other ->
        [none] i en annan parts arbetsbok
       *[other] i ”{ $other }”
    }. De räknas inte en gång till.
    [perhaps-sums] { $count ->
        [one] Rad { $rows } kan vara summan av
       *[other] Raderna { $rows } kan vara summor av
    } det som står { $other ->
        [none] i en annan parts arbetsbok
       *[other] i ”{ $other }”
    }. Vi vet inte, så här räknas de som osäkra.
   *[perhaps] { $count ->
        [one] Rad { $rows } kan vara samma som en rad
       *[other] Raderna { $rows } kan vara samma som rader
    } { $other ->
        [none] i en annan parts arbetsbok
       *[other] i ”{ $other }”
    }. Vi vet inte, så här räknas de som osäkra.
}
    .remedy = Ta bort den ena om det är samma. Skriv annars plats, tid eller något annat som skiljer raderna åt.
finding-unread-sheet = Bladet har samma slags rubriker som de blad som vi läser, men avtalet nämner det inte. { $count ->
    [one] En uppgift
   *[other] { $count } uppgifter
} på bladet räknas som osäkra.
    .remedy = Ändra bladets namn, eller ändra mönstret i avtalsfilen, om bladet ska räknas. Skriv det annars bland det som inte läses i avtalet (i textfilen: `ignore`).
finding-unread-rows = Bladet har { $count ->
    [one] en rad
   *[other] { $count } rader
} som liknar raderna på de blad som vi läser, men avtalet tar inte med bladet. Därför kan det finnas mer än det som räknas.
    .remedy = Ge bladet samma rubriker och samma slags namn som de andra bladen om det ska räknas. Skriv det annars bland det som inte läses i avtalet (i textfilen: `ignore`).
finding-near-word = ”{ $word }” liknar ”{ $nearest }”, som avtalet frågar efter. Vi vet inte om det är samma, så raden räknas som osäker.
    .remedy = Skriv ”{ $nearest }” i cellen om det är det som menas. Skriv annars ett avgörande om raden i avtalet: räknas inte.
finding-workbook-gone = Arbetsboken lästes till rapporten { $period } men finns inte längre. { $count ->
    [one] En uppgift
   *[other] { $count } uppgifter
} i den saknas nu, och den tiden räknas som inte redovisad.
    .remedy = Lägg tillbaka arbetsboken i mappen.
finding-answer-before-request = Svaret den { $answered } är daterat före den dag då ärendet kom in, { $asked }. Raden räknas som osäker.
    .remedy = Rätta den dag som är fel.
finding-open-answer-day = Svaret gavs { $answered }, och ärendet kom in { $asked }. Vi vet inte vilken dag svaret gavs, så vi vet inte om det var i tid. Raden räknas som osäker.
    .remedy = Skriv den dag då svaret gavs, till exempel 2023-04-15.
finding-unlisted-word = ”{ $word }” är inte något av det som löftet gäller, så raden räknas inte där.
    .remedy = { $nearest ->
        [none] Rätta ordet i cellen om det ska vara något av löftets ord. Annars behöver ni inte göra något.
       *[other] Skriv ”{ $nearest }” i cellen om det är det som avses. Annars behöver ni inte göra något.
    }
finding-near-heading = Rubriken ”{ $found }” har lästs som ”{ $heading }”.
    .remedy = Ändra rubriken till ”{ $heading }”, eller skriv ”{ $found }” i avtalsfilen.
finding-total-disagrees = { $total ->
    [none] Bladets egen summa är en annan än radernas. Vi räknar raderna.
   *[other] Bladets egen summa är { $total }, men raderna ger { $sum }. Vi räknar raderna.
}
    .remedy = Kontrollera summan och att inga rader saknas.
finding-cumulative-numbers = Rubriken ”{ $heading }” säger att varje tal innehåller dem före det. Vi räknar skillnaden från raden före.
    .remedy = Ändra rubriken om talen inte är ackumulerade. Annars behöver ni inte göra något.
finding-month-first-dates = Datumen i kolumnen har månaden först, som ”{ $text }” visar. Alla är lästa så.
    .remedy = Skriv datumen som år-månad-dag. Annars behöver ni inte göra något.
finding-unlabelled-sum = Raden har bara tal, och de är vad raderna ovanför blir tillsammans. Vi läser den som en summa.
    .remedy = Skriv ”Summa” först i raden. Är den ett tillfälle, skriv dess dag.
finding-lock-file = Någon har arbetsboken öppen. Det som inte är sparat är inte med.
    .remedy = Spara och stäng arbetsboken, och kör på nytt om något saknas.
finding-hidden-sheet = Bladet är dolt, men avtalsfilen pekar ut det och det är läst.
    .remedy = Visa bladet om det ska vara med, annars ta bort det.
finding-hidden-rows = { $what ->
    [filter] Ett filter döljer rader på bladet ({ $range }). Vi har läst dem ändå.
    [columns] Kolumner är dolda på bladet ({ $range }). Vi har läst dem ändå.
   *[rows] Rader är dolda på bladet ({ $range }). Vi har läst dem ändå.
}
    .remedy = { $what ->
    [filter] Ta bort filtret om raderna ska räknas, annars raderna.
    [columns] Visa kolumnerna om de ska vara med, annars ta bort dem.
   *[rows] Visa raderna om de ska räknas, annars ta bort dem.
}
finding-colour-read = Cellen är tom men { $colour ->
    [green] grön
    [yellow] gul
   *[red] röd
}. Vi läser den som ”{ $text }”.
    .remedy = Skriv ordet i cellen, så behöver ingen tolka färgen.
finding-more-findings = På bladet finns { $count } påpekanden till av samma slag som det vid { $first }.
    .remedy = Rätta dem som är uppräknade först. Är de många har de oftast samma orsak.
finding-rows-added-up = Loggen har { $count } rader. De är fler än vi kan lista, så vi har räknat ihop rader med samma dag och samma uppgifter till { $sums } summor. Alla rader räknas. Varje summa visas med cellen på sin första rad.
    .remedy = Ni behöver inte göra något. Vill ni se varje rad för sig kan ni dela upp loggen på flera arbetsböcker.
finding-linked-folder = Mappen är en länk till en annan plats, och vi följer den inte.
    .remedy = Lägg arbetsböckerna i själva mappen.


## What is promised, in a few words

window-over = { $over ->
    [year] varje kalenderår
    [half-year] varje halvår
    [tertial] varje tertial
    [quarter] varje kvartal
    [month] varje månad
    [week] varje vecka
    [day] varje dag
    [term] under avtalstiden
    [listed] under varje tid som avtalet anger
   *[unstated] under den tid löftet gäller
}

target-count = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } { window-over }{ distinct-told }
target-count-sum = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } sammanlagt { window-over }
target-count-days = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } på olika dagar { window-over }
target-count-different = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } { $field ->
    [audience] för olika målgrupper
    [partners] med olika parter
   *[other] på olika ställen
} { window-over }
distinct-told = { $distinct ->
    [days] , där flera samma dag räknas som ett
    [audience] , där flera för samma målgrupp räknas som ett
    [partners] , där flera med samma part räknas som ett
    [values] , där flera på samma ställe räknas som ett
   *[none] {""}
}
target-average = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } i snitt per { $per ->
    [month] månad
    [iso-week] vecka (ISO)
   *[week] vecka
}, räknat över { $over ->
    [year] kalenderåret
    [half-year] halvåret
    [tertial] tertialet
    [quarter] kvartalet
    [month] månaden
    [term] avtalstiden
   *[other] den tid löftet gäller
}{ distinct-told }
each-period-told = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } { $every ->
    [day] varje dag
    [some-day] varje dag som löftet gäller
    [month] varje månad
   *[week] varje vecka
}
target-each-period = { each-period-told }{ distinct-told }
target-each-part = Minst { $number } för { $field ->
    [audience] varje målgrupp
    [place] varje plats
   *[other] var och en
} { window-over }{ distinct-told }
target-each-part-period = { each-period-told } { $field ->
    [audience] för varje målgrupp
    [place] på varje plats
   *[other] för var och en
}{ distinct-told }
target-together = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } { $same ->
    [day] { $number ->
        [one] dag
       *[other] dagar
    }
    [place] { $number ->
        [one] plats
       *[other] platser
    }
   *[other] { $number ->
        [one] tillfälle
       *[other] tillfällen
    }
} med alla delar { window-over }
target-share = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } av alla{ $whole ->
    [none] {""}
   *[other] {" "}{ $whole }
}
length-told = { $length } { $unit ->
    [days] { $length ->
        [one] dag
       *[other] dagar
    }
    [working-days] { $length ->
        [one] arbetsdag
       *[other] arbetsdagar
    }
   *[months] { $length ->
        [one] månad
       *[other] månader
    }
}
target-cadence = Aldrig längre uppehåll än { length-told }
target-each-part-cadence = { target-cadence } { $field ->
    [audience] för någon målgrupp
    [place] på någon plats
   *[other] för någon
}
target-request-share = Minst { $share } av alla önskemål eller ärenden ska vara besvarade { $within ->
    [length] inom { length-told }
   *[window] innan tiden är slut
}
target-response-time = { $measure ->
    [median] Mediantiden
   *[average] Tiden i snitt
} till svar { $limit ->
    [within] är högst { length-told }
    [faster] är kortare än { $before } { $unit ->
        [one-day] dag
        [one-working-day] arbetsdag
        [working-days] arbetsdagar
       *[days] dagar
    }
    [faster-than-in] är kortare än { $days }{ $unit ->
        [working-days] , räknat i arbetsdagar
       *[days] {""}
    }
   *[none] visas utan bedömning
}
target-state = Gäller varje dag under tiden
target-state-share = Gäller minst { $share } av dagarna
target-effort = Eftersträvas: { $what }
target-request = Varje önskemål eller ärende ska vara besvarat { $within ->
    [length] inom { length-told }
   *[window] innan tiden är slut
}
target-milestone = Varje steg ska vara klart senast sin dag
target-baseline-counted = { $bound ->
    [most] Färre
   *[least] Fler
} än { $days } { window-over }{ distinct-told }
target-baseline = { $bound ->
    [most] Färre än { $number }
   *[least] Fler än { $number }
} { $over ->
    [year] varje kalenderår
    [half-year] varje halvår
    [tertial] varje tertial
    [quarter] varje kvartal
    [month] varje månad
    [term] under avtalstiden
   *[other] under den tid löftet gäller
}{ distinct-told }
done-in-period = Under { $period }: { $what ->
    [answers] { $done } besvarade
    [steps] klara steg: { $done }
   *[activities] { $counted }
}
target-amended = Målet har ändrats. { $days } gällde ”{ $was }”
target-settled = Beslut om raden för { $row }: den { $counts ->
    [yes] räknas
   *[no] räknas inte
}. { $why } ({ $by }, { $date })
target-deferred = Parterna kommer överens senare
target-shown = Visas utan bedömning: { $activity }{ distinct-told }
target-shown-part = Andelen visas utan bedömning
target-indicator-bound = Måttet är { $bound ->
    [most] högst
   *[least] minst
} { $number }
target-indicator-than = Måttet är { $bound ->
    [most] lägre
   *[least] högre
} än { $number }
target-indicator-better = Måttet är bättre än utgångsvärdet{ $by ->
    [margin] , med minst { $margin }
   *[any] {""}
}
target-indicator = Följs med en indikator, utan bedömning

## How it was reckoned

reckoning-count = { $state ->
    [open] { $outcome } när { $passed } av { $all } dagar har gått. Löftet är { $bound ->
        [most] högst
       *[least] minst
    } { $number } för hela tiden.{ $paced ->
        [room] {" "}Hittills ryms { $pace }.
        [asked] {" "}Hittills krävs { $pace }.
       *[nothing] {""}
    }
   *[closed] { $outcome }. Löftet är { $bound ->
        [most] högst
       *[least] minst
    } { $number }.
}
reckoning-average = { $outcome } på { $times } { $per ->
    [month] månader
   *[week] veckor
}{ $known ->
    [no] { "" }
   *[yes] , alltså { $rate } i { $per ->
        [month] månaden
       *[week] veckan
    }
}. Löftet är { $bound ->
    [most] högst
   *[least] minst
} { $number } i { $per ->
    [month] månaden
   *[week] veckan
}.
reckoning-each-period = { $kept } av { $ended } { $every ->
    [day] dagar
    [month] hela månader
   *[week] hela veckor
} har { $bound ->
    [most] högst
   *[least] minst
} { $number }.
reckoning-each-part = { $done } av { $parts } har fått minst { $number }.{ $whole ->
    [said] {""}
   *[other] {" "}Sammanlagt { $outcome } av de { $asked } som löftet kräver.
}{ $paced ->
    [asked] {" "}Hittills krävs { $pace }.
   *[nothing] {""}
}
reckoning-every-part = { $kept } av { $parts } har det som löftet kräver hittills.{ $broken ->
    [none] {""}
    [some] {" "}Det saknas för: { $names }.
   *[many] {" "}Tabellen visar vilka som saknar det.
}
reckoning-share = { $known ->
    [yes] { $part } av { $whole }, alltså { $share }. Löftet är { $bound ->
        [most] högst
       *[least] minst
    } { $number }.
   *[no] { $part } av { $whole }. Andelen går inte att räkna ut. Löftet är { $bound ->
        [most] högst
       *[least] minst
    } { $number }.
}
reckoning-cadence = { $known ->
    [yes] Det längsta uppehållet är { $outcome } dagar. Löftet tillåter högst { length-told }.
   *[no] Tiden har inte börjat.
}
reckoning-request = { $requests ->
    [0] { $told ->
        [not-all] Inget önskemål eller ärende är känt, men allt är inte rapporterat.
       *[all] Inga önskemål eller ärenden har kommit in.
    }
   *[other] { $part ->
        [share] Löftet är minst { $share }.{" "}
       *[all] {""}
    }{ $answered } av { $requests } är besvarade { $within ->
        [length] inom { length-told }
       *[window] i tid
    }. { $broken ->
        [0] { $waiting ->
            [0] Inget väntar på svar.
           *[other] { $waiting } väntar på svar.
        }
       *[other] { $broken } har inte fått svar i tid. { $waiting ->
            [0] Inget annat väntar på svar.
           *[other] { $waiting } väntar på svar.
        }
    }{ $told ->
        [not-all] {" "}Allt är inte rapporterat.
       *[all] {""}
    }
}
reckoning-response-time = { $requests ->
    [0] Inga önskemål eller ärenden har kommit in.
   *[other] { $measure ->
        [median] Mediantiden
       *[average] Tiden i snitt
    } är { $outcome } { $unit ->
        [one-day] dag
        [one-working-day] arbetsdag
        [working-days] arbetsdagar
       *[days] dagar
    } för { $requests } { $requests ->
        [one] ärende
       *[other] ärenden
    }{ $waiting ->
        [0] {""}
       *[other] , varav { $waiting } väntar på svar
    }.{ $limit ->
        [within] {" "}Löftet är högst { length-told }.
        [faster] {" "}Löftet är kortare än { $before } { $before-unit ->
            [one-day] dag
            [one-working-day] arbetsdag
            [working-days] arbetsdagar
           *[days] dagar
        }.
        [unknown] {" "}Tiden att jämföra med är inte känd.
       *[none] {""}
    }
}
reckoning-state = { $outcome } av { $passed } { $passed ->
    [one] dag
   *[other] dagar
}{ $state ->
    [open] {" "}hittills
   *[closed] {""}
}. Löftet är { $required } av { $all } { $all ->
    [one] dag
   *[other] dagar
}.
reckoning-effort = Eftersträvat, inte nått. { $what }
reckoning-no-occasion = Det som löftet förutsätter har inte inträffat, så inget krävs.
reckoning-occasion-unknown = Det är inte känt om det som löftet förutsätter har inträffat.
reckoning-indicator-none = Inget värde är mätt { $days }.
reckoning-indicator-alone = { $value } { $about ->
    [days] för { $days }
   *[day] den { $days }
}. Det finns inget att jämföra med.
reckoning-indicator-verdict = { $value } { $about ->
    [days] för { $days }
   *[day] den { $days }
}. Löftet är { $strict ->
    [yes] { $bound ->
        [most] lägre än
       *[least] högre än
    }
   *[no] { $bound ->
        [most] högst
       *[least] minst
    }
} { $number }. Måttet visar hur det är, inte vad det beror på.
reckoning-milestone = { $steps ->
    [0] Ingen har rapporterat om några steg.
   *[other] { $done } av { $steps } steg är { $done ->
        [one] klart
       *[other] klara
    }{ $late ->
        [0] {""}
        [one] , varav 1 blev klart för sent
       *[other] , varav { $late } blev klara för sent
    }. { $overdue ->
        [0] Inget steg är försenat.
        [one] 1 steg är försenat.
       *[other] { $overdue } steg är försenade.
    }
}
reckoning-baseline-open = { $outcome }. { $known ->
    [no] Talet att jämföra med är inte känt.
   *[yes] Löftet är { $bound ->
        [most] färre
       *[least] fler
    } än { $baseline }, som inte är säkert känt.
}
reckoning-baseline = { $state ->
    [open] { $outcome } när { $passed } av { $all } dagar har gått. Löftet är { $bound ->
        [most] färre
       *[least] fler
    } än { $baseline }.{ $paced ->
        [room] {" "}Hittills ryms { $pace }.
        [asked] {" "}Hittills krävs { $pace }.
       *[nothing] {""}
    }
   *[closed] { $outcome }. Löftet är { $bound ->
        [most] färre
       *[least] fler
    } än { $baseline }.
}
reckoning-shown = { $outcome }.
reckoning-shown-part = { $known ->
    [yes] { $part } av { $whole }, alltså { $share }.
   *[no] { $part } av { $whole }.
}
reckoning-deferred = Parterna har ännu inte kommit överens om en nivå.
reckoning-indicator = Måttet visas vid sidan av löftena och bedöms inte.
reckoning-not-begun = Tiden har inte börjat.

## What remains

remaining-count = Återstår: { $left }, senast den { $to }
remaining-most = Återstår innan gränsen är nådd: { $left }, till och med den { $to }
remaining-average = Resten av tiden, till och med den { $to }, krävs { $each } i { $per ->
    [month] månaden
   *[week] veckan
}
remaining-each-period = Återstår att hålla: { $left } { $every ->
    [day] { $left ->
        [one] dag
       *[other] dagar
    }
    [month] { $left ->
        [one] månad
       *[other] månader
    }
   *[week] { $left ->
        [one] vecka
       *[other] veckor
    }
}, till och med den { $to }
remaining-each-part = Återstår: { $parts }, senast den { $to }
remaining-share = Återstår: ytterligare { $left } som hör till andelen, om inget annat tillkommer, senast den { $to }
remaining-cadence = Nästa tillfälle: senast den { $by }
remaining-request = Återstår: { $waiting } att besvara, { $first ->
    [same] senast den { $to }
   *[other] det första senast den { $first }, det sista senast den { $to }
}
remaining-state = Återstår: { $left } { $left ->
    [one] dag
   *[other] dagar
}, till och med den { $to }
remaining-milestone = Återstår: { $left } steg, närmast ”{ $step }”, senast den { $to }

## Findings of the assessment

finding-requirement-not-met = Tillfället { $date } är genomfört, men raden visar inte att löftets villkor är uppfyllt: { $headings }. Det räknas inte.
    .remedy = Fyll i uppgiften i raden om villkoret var uppfyllt. Annars behöver ni inte göra något.
finding-unknown-place = Platsen ”{ $place }” finns inte i någon lista. Raden visas men räknas inte.
    .remedy = Rätta namnet i cellen eller lägg till platsen i avtalets lista.
finding-stale-statement = Läget ”{ $status }” för ”{ $label }” är från { $updated } och kan vara inaktuellt.
    .remedy = Gå igenom läget och skriv in dagens datum.
finding-missing-statement = Ingen rad i checklistorna heter ”{ $label }”.
    .remedy = Lägg till raden i checklistan eller rätta namnet i avtalet.
finding-statement-without-pledge = Ingen rad i avtalet frågar efter läget ”{ $label }”, så det syns inte under något löfte.
    .remedy = Skriv radens namn vid det löfte som den hör till, under Rad i lägesbesked (i textfilen: `statement`). Annars behöver ni inte göra något.
finding-claim-without-evidence = Läget är ”{ $status }”, men inget räknat underlag stödjer det.
    .remedy = Skriv in det som är gjort i arbetsboken eller ändra läget.
finding-evidence-against-claim = Läget är ”{ $status }”, men siffrorna visar något annat.
    .remedy = Kontrollera underlaget och läget. Ändra det som är fel.
finding-missing-month = { $partner } har inte rapporterat { $month } ({ $files }).
    .remedy = Fyll i det som saknas. Skriv 0 eller ”inget att rapportera” om inget har hänt.
finding-quiet-source = { $last ->
    [none] { $partner } har inte skrivit något ännu ({ $files }).
   *[other] { $partner } har inte skrivit något sedan { $last } ({ $files }).
}
    .remedy = Kontrollera att arbetsboken är aktuell. Stämmer det att inget har hänt behöver ni inte göra något.
finding-open-interpretation = Löftet kan betyda två saker. { $first ->
    [each] I varje delperiod för sig
    [average] I snitt
    [term] Under hela avtalstiden
   *[year] Varje kalenderår
} ger ”{ $first-gives }”, { $second ->
    [each] i varje delperiod för sig
    [average] i snitt
    [term] under hela avtalstiden
   *[year] varje kalenderår
} ger ”{ $second-gives }”.
    .remedy = Välj en tolkning och skriv den under ”interpretation” i avtalet.
finding-missing-attachment = Filen ”{ $file }” ska bifogas till { $role }, men ingen version har den.
    .remedy = Ta bort den ur attach i avtalsfilen, eller skriv en fil som finns.
finding-undelivered-message = Uppföljningen för { $period } kom inte fram till ”{ $name }”. Servern svarade: { $answer }
    .remedy = Rätta adressen i avtalsfilen om den är fel, och skicka sedan igen.
finding-undelivered-letter = { $what ->
    [draft] Utkastet till uppföljningen för { $period }
    [reminder] Påminnelsen om underlaget för { $period }
   *[partner] Brevet om arbetsböckerna för { $period }
} kom inte fram till ”{ $name }”. Servern svarade: { $answer }
    .remedy = Rätta adressen i avtalsfilen om den är fel, och skicka sedan igen.
finding-uncertain-delivery = Uppföljningen för { $period } kan ha kommit fram två gånger till ”{ $name }”, för svaret från servern kom bort.
    .remedy = Ni behöver inte göra något. Båda breven är lika och har samma Message-ID, så de flesta e-postprogram visar bara ett.
finding-lapsed-ruling = { $what ->
    [gone] Beslutet den { $date } ({ $by }) gäller en rad som inte längre finns.
    [words] Beslutet den { $date } ({ $by }) gäller inte längre, eftersom raden har ändrats.
   *[changed] Beslutet den { $date } ({ $by }) gäller inte längre, eftersom raden har ändrats. Då stod det { $was-date }, { $was }. Nu står det { $now-date }, { $now }.
}
    .remedy = Kontrollera raden. Ta bort beslutet ur avtalet, eller fatta ett nytt med ny dag.
finding-explained = Förklarat: { $explained }
finding-ruled-out = Raden räknas inte, enligt ett beslut.
    .remedy = Ni behöver inte göra något.
finding-window-left-out = Tiden { $window } ligger bara delvis inom avtalstiden. Den bedöms inte.
    .remedy = Lista tiden i avtalets kalender om den ändå ska bedömas.

finding-given-away = { $count ->
    [one] Ur de versioner som redan är gjorda går det att räkna ut en siffra om så få personer att den inte skulle visas.
   *[other] Ur de versioner som redan är gjorda går det att räkna ut { $count } siffror om så få personer att de inte skulle visas.
}
    .remedy = Det går inte att ta tillbaka. Ta bort äldre versioner från de platser där de är utlagda, och anmäl det till den som ansvarar för personuppgifter.

finding-few-persons = Löftets tal är { $number }, och siffror om personer under { $limit } visas inte. Utfall, takt och omdöme visas inte förrän de kan visas utan att en sådan siffra röjs.
    .remedy = Låt det vara så, eller låt löftet gälla fler personer eller en längre tid.


## Names of attached files

attachment-name = Uppföljning

### Headings and words of the report (ui-), the workbook (xlsx-) and the letter (letter-).

ui-skip = Hoppa till innehållet
ui-nav = Innehåll
ui-contents = I den här uppföljningen
ui-kicker = Uppföljning av medborgarlöften
ui-period = Period
ui-as-of = Uppgifter hämtade
ui-police-area = Polisområde
ui-municipality = Kommun
ui-version = Version
ui-diary-number = Diarienummer
ui-overview = Läget i korthet
ui-attention = Löften som någon behöver ta tag i
ui-all-pledges = Alla löften
ui-details = Löfte för löfte
ui-details-inside = löfte för löfte
ui-details-back = Tillbaka till läget i korthet och listan över alla löften
ui-details-calm = Siffror, bilder och tabeller för de löften som inte kräver något av någon nu står på en egen sida:
ui-details-all = Siffror, bilder och tabeller för alla löften står på en egen sida:
ui-details-notes = Siffror, bilder och tabeller för alla löften, och hur vi har gjort, står på en egen sida:
ui-rest = { $count ->
    [one] Ett löfte till: { $counts }
   *[other] De övriga { $count } löftena: { $counts }
}
ui-number = Nr
ui-urgent = bråttom
ui-even-pace = i jämn takt { $number }
ui-about-only = Gäller när { $conditions }.
ui-counts-if = Räknas bara om { $conditions }.
ui-missed-rule = { $told ->
    [yes] Raden säger ”{ $said }”. För att räknas krävs att { $rule }.
   *[no] Raden visar inte att { $rule }.
}
condition-field = { $field ->
    [place] plats
    [partners] medverkande
    [minutes] längd i minuter
    [hours] längd i timmar
    [count] antal
    [audience] målgrupp
    [grade] årskurs
    [type] typ
   *[other] { $name }
}
condition-marked = { $field } är markerat
condition-not-marked = { $field } inte är markerat
condition-any-of = { $count ->
    [one] { $field } är { $words }
   *[other] { $field } är någon av { $words }
}
condition-all-of = { $count ->
    [one] { $field } är { $words }
   *[other] { $field } är alla av { $words }
}
condition-at-least = { $field } är minst { $number }
condition-at-most = { $field } är högst { $number }
condition-in-places = platsen finns i listan ”{ $list }”
condition-in-calendar = dagen finns i listan ”{ $list }”
condition-weekday = { $day ->
    [mon] dagen är en måndag
    [tue] dagen är en tisdag
    [wed] dagen är en onsdag
    [thu] dagen är en torsdag
    [fri] dagen är en fredag
    [sat] dagen är en lördag
   *[sun] dagen är en söndag
}
condition-between = tiden är kl. { $from }–{ $until }
condition-named-by = { $field } finns bland ”{ $activity }” samma dag eller tidigare
condition-or = { $first } eller { $second }
condition-and = { $first } och { $second }
condition-not = det inte är så att { $what }
condition-none = inget villkor finns
ui-lacking-parts = { $more ->
    [0] Inte uppfyllt: { $parts }.
   *[other] Inte uppfyllt: { $parts } och { $more } till.
}
ui-reporting-weeks = { $year }, v. { $first }–{ $last }
ui-place = Plats
ui-places = Plats för plats
ui-places-caption = Det som räknas, plats för plats
ui-method-source-plain = Siffrorna kommer från parternas egna arbetsböcker. Ingen har räknat om eller rättat dem på vägen.
letter-social = Text för sociala medier, högst 100 ord
social-head = Så går det med medborgarlöftena i { $municipality }, { $period }.
social-not-fulfilled = Ej uppfyllt: { $pledges }.
social-behind = Ligger efter: { $pledges }.
social-unknown = Går inte att bedöma: { $pledges }.
social-fulfilled = Uppfyllt: { $pledges }.
social-on-track = I fas: { $pledges }.
social-end = Hela uppföljningen finns på kommunens webbplats.
rollup-title = Läget i alla avtal
rollup-grid = De kommuner där mest behöver göras står först
rollup-grid-none = Inget ligger efter
rollup-municipalities = Kommuner
rollup-kinds = Läget efter slag av löfte
rollup-kind = Slag av löfte
rollup-kind-name = { $kind ->
    [count] Antal eller summa
    [average] Genomsnitt
    [each] Var och en
    [every] Varje plats för sig
    [together] Tillsammans
    [share] Andel
    [cadence] Regelbundet
    [request] Svar på önskemål
    [response-time] Svarstid
    [state] Ska gälla varje dag
    [milestone] Steg
    [baseline] Jämfört med tidigare
    [deferred] Bestäms senare
    [shown] Visas utan bedömning
    [indicator] Mått
   *[other] Beskrivs utan mål
}
rollup-report = Senaste rapporten
rollup-missing = { $municipality }: { $partner } har inte rapporterat { $months }.
rollup-change = { $municipality }, löfte { $number } ({ $name }): { $was } → { $now }
rollup-changes-none = Inget läge har ändrats sedan förra uppföljningen.
rollup-changes = Vad har ändrats
rollup-unreported = Har inte rapporterat
rollup-missing-times = Antal
rollup-missing-what = Saknas för
terminal-findings = Påpekanden: { $mend ->
    [0] inget att rätta
   *[other] { $mend } att rätta
}{ $errors ->
    [0] { "" }
   *[other] { " " }(i { $errors } av dem gick en arbetsbok, ett blad eller en rubrik inte att använda)
}, { $notes ->
    [0] inget att känna till
   *[other] { $notes } att känna till
}.{ $all ->
    [yes] { "" }
   *[no] { $news ->
        [0] { " " }Inget är nytt.
        [one] { " " }1 är nytt.
       *[other] { " " }{ $news } är nya.
    }
}
terminal-unchanged = Inget har ändrats: version v{ $version } gäller.
terminal-open = Öppna { $file }
terminal-no-pledges = Avtalet har inga löften att följa upp. Skriv dem i avtalet: en rad var på bladet Löften, eller i textfilen ett [[pledge]] för varje löfte.
terminal-waiting = En annan körning skriver det här avtalets versioner. Väntar på den.
terminal-stopping = Avbryter när det som skrivs är klart. Ctrl-C en gång till avbryter genast.
terminal-stopped = Avbrutet. Inget av det påbörjade är kvar.
terminal-stopped-after = Avbrutet: { $count } av { $of } avtal blev klara.
terminal-agreement-faults = Avtalet { $path } har { $count ->
    [one] 1 fel. Rätta det
   *[other] { $count } fel. Rätta dem
} och kör igen.
terminal-settings-faults = Inställningarna { $path } har { $count ->
    [one] 1 fel. Rätta det
   *[other] { $count } fel. Rätta dem
} och kör igen.
terminal-no-drop-folder = Mappen { $folder } finns inte. Skapa den och lägg parternas arbetsböcker där, eller ange en annan med --workbooks.
terminal-no-agreements = Ingen mapp under inputs/ har en agreement.xlsx eller agreement.toml. Ange avtalets mapp, eller börja ett avtal med lofte init.
terminal-no-agreement = Mappen { $folder } har ingen agreement.xlsx eller agreement.toml. Ange avtalets mapp.
terminal-two-agreements = Mappen { $folder } har både agreement.toml och agreement.xlsx, och bara en av dem kan gälla. Flytta den andra till en annan mapp.
terminal-no-period = ”{ $name }” är ingen period. Skriv till exempel 2023-09, 2023-T2, 2023-Q3, 2023-H1, 2023 eller term.
terminal-outside-term = Perioden { $name } ligger utanför avtalstiden { $from } – { $to }. Välj en som ligger i den.
terminal-not-ended = Perioden { $name } slutar { $end }, och --as-of är { $day }. Välj en tidigare period eller en senare dag.
terminal-none-ended = Ingen månad av avtalstiden, som börjar { $from }, har gått till och med { $day }. Vänta, eller välj en senare dag med --as-of.
terminal-as-told = { $words }
terminal-mail = { $fault }.
terminal-damaged = { $path }: { $fault }
terminal-no-agreement-to-start = Mappen { $folder } har ingen agreement.xlsx eller agreement.toml. Ange avtalets mapp, eller båda: lofte init AVTALSMAPP --starter-workbooks MAPP
terminal-no-versions = Mappen { $folder } finns inte. Gör först en version med lofte run.
terminal-no-version-of = Det finns ingen version för { $period } att skicka. Gör först en med lofte run.
terminal-no-version = Det finns ingen version { $name }. Ange period och version, till exempel 2023-09/v2.
terminal-not-a-version = { $folder } är inte en versions mapp. Ange en, till exempel outputs/kalix/2023-09/v1.
terminal-needs-no-approval = { $name } väntar inte på något godkännande: avtalet säger att resultatet går ut på annat sätt.
terminal-nobody-approves = Ange vem som godkänner med --by.
terminal-approve-one = --approve gäller ett avtal. Ange dess mapp.
terminal-no-mail = Det finns inga inställningar för e-post. Skriv [mail] i en inställningsfil och ange den med --settings.
terminal-no-address = ”{ $text }” är ingen e-postadress. Skriv en som namn@example.se.
terminal-drop-folder-of-one = --workbooks ersätter mappen med arbetsböcker för ett avtal. Ange vilket.
terminal-two-of-one-name = Två mappar heter { $name }, och deras versioner skulle blandas. Kör dem en i taget, var och en med en egen --out.
terminal-no-name-for-one = { $folder } kan inte ge avtalet ett namn. Lägg det i en mapp med ett vanligt namn.
terminal-templates-there = { $folder } har redan { $names }. Ange en annan mapp, eller skriv över med --force.
terminal-not-in-job = ”{ $word }” kan inte stå i ett jobb. Välj ett vanligt namn.
terminal-not-in-task = ”{ $word }” kan inte stå i en schemalagd aktivitet i Windows. Välj ett vanligt namn.
terminal-no-group = Inställningarna anger gruppen { $group }, som inte finns i { $list }. Skriv en grupp som finns på datorn, eller dess nummer.
terminal-missing-options = Avtalet behöver även { $options }.
terminal-not-one-line = ”{ $text }” är inte ett namn på en rad.
terminal-term-reversed = Avtalstiden börjar { $from }, efter sin sista dag { $to }.
terminal-no-answer = Inget svar gavs. Inget har skrivits.
terminal-ledger-mended = Den sista raden i { $path } gick inte att läsa, som efter ett avbrott. Den har tagits ut, och det som stod i den står i nästa: { $begins }
damage-seal = Listan är inte den som liggaren har ett sigill för. Versionen har alltså ändrats sedan den gjordes, och inget i den skickas. Återställ mappen från en säkerhetskopia, eller gör en ny version med lofte run.
damage-not-sent = Filen har ändrats sedan den skrevs, och den skickas inte. Återställ mappen från en säkerhetskopia.
damage-gone = Filen saknas. Återställ mappen från en säkerhetskopia.
damage-not-the-one = Filen är inte den som skrevs. Återställ mappen från en säkerhetskopia, eller flytta undan den och börja om.
damage-not-understood = Filen går inte att läsa ({ $why }). Återställ mappen från en säkerhetskopia, eller flytta undan den och börja om.
damage-list = Listan går inte att läsa ({ $why }). Återställ mappen från en säkerhetskopia, eller kör igen.
damage-schema = Listan har form { $found }, och det här programmet kan läsa form { $known }. Använd det nyare programmet.
damage-reminders = Påminnelserna har ändrats sedan de skrevs, och ingen av dem skickas. lofte run skriver dem på nytt.
damage-not-as-approved = Versionen har ändrats sedan den godkändes. Återställ den från en säkerhetskopia, eller godkänn den igen.
damage-not-approved = { $file } Versionen godkänns inte. Återställ mappen från en säkerhetskopia.
damage-message = { $fault } Det skickas inte. Gör det på nytt med lofte run.
damage-message-elsewhere = Brevets namn leder till en annan plats.
damage-message-no-address = Brevet ska till ”{ $address }”, som inte är någon e-postadress.
damage-message-recipient = Brevet är skrivet till { $written ->
    [none] ingen, eller till flera
   *[other] { $written }
}, men ska enligt listan till { $planned }.
damage-ledger = { $fault } Återställ filen och ledger.head bredvid den från en säkerhetskopia. Eller flytta undan båda och börja om: då får ingen brev förrän du ber om det med --resend.
damage-ledger-unreadable = Rad { $line } går inte att läsa ({ $why }).
damage-ledger-no-beginning = Raderna som den började med saknas.
damage-ledger-changed-or-gone = Rad { $line } har ändrats sedan den skrevs, eller så saknas rader efter den.
damage-ledger-foreign = Rad { $line } har lagts in av någon annan än lofte.
damage-ledger-changed-before = En rad före rad { $line } har ändrats.
damage-ledger-last-changed = Den sista raden har ändrats sedan den skrevs.
damage-ledger-last-gone = { $count ->
    [one] Den sista raden
   *[other] De sista { $count } raderna
} saknas.
damage-ledger-changed = Rad { $line } har ändrats sedan den skrevs.
damage-ledger-no-head = Filen ledger.head saknas eller går inte att läsa, och utan den vet ingen om rader saknas i slutet. Om du är säker på att rad { $line } är den sista, skriv i ledger.head: { $head }.
damage-ledger-lost = Liggaren har försvunnit, eller rader ur den. Den vet inget{ $names ->
    [none] { "" }
   *[other] { " " }om { $names }
}. Då vet ingen vem som har fått vad, och inget skickas. Återställ ledger.jsonl och ledger.head från en säkerhetskopia. Eller se vad som skulle skickas med lofte send --list, och skicka det, en gång till även till dem som har fått det, med lofte send --resend.
damage-not-utf8 = Rad { $line } är inte UTF-8. Spara filen med kodningen UTF-8 och kör igen.
damage-file-there = Filen finns redan och lämnas som den är. Ange en annan med --into.
damage-agreement-there = Det finns redan ett avtal, och det lämnas som det är. Ange en annan mapp.
damage-file-link = { $name } är en länk till en annan plats.
damage-file-gone = { $name } saknas.
damage-file-changed = { $name } har ändrats sedan den skrevs.
damage-file-added = { $name } fanns inte när versionen gjordes.
verify-as-made = { $folder } är som när den gjordes { $time }. Sigill: { $seal }.
verify-no-seal = Liggaren har inget sigill för den, eftersom den gjordes med ett äldre lofte.
verify-same-files = Samma underlag ger samma filer.
verify-unknown = Liggaren vet inget om den här versionen.
verify-other-follow-up = follow-up.json är inte den som liggaren känner till.
verify-not-as-approved = Det är inte det som { $by } godkände den { $day }.
verify-other-seal = SHA256SUMS är inte den lista som liggaren har ett sigill för. Filer i versionen kan ha bytts ut.
verify-unknown-message = Liggaren berättar om ett brev till { $to } som inte ligger i utkorgen.
verify-reminders = { $folder } har ändrats sedan den skrevs.
verify-remade = { $name } blir en annan när den görs om.
watch-waits = { $fault }. Väntar tills den finns igen.
watch-back = { $folder } finns igen.
watch-receipt = { $path }: kvittot är skrivet
schedule-written = Skriven: { $path }
delivery-summary = { $sent ->
    [0] Inget brev skickades.
    [one] 1 brev skickades.
   *[other] { $sent } brev skickades.
}{ $before ->
    [0] { "" }
   *[other] { " " }{ $before } hade skickats tidigare.
}
delivery-deferred = Skickas vid nästa körning: { $name } ({ $role }): { $said }.
delivery-refused = Avvisades: { $name } ({ $role }): { $said }.
delivery-lightened = Togs emot utan alla bilagor: { $name } ({ $role }): { $said }.
delivery-damaged = Har ändrats och skickades inte: { $name } ({ $role }): { $said }
delivery-uncertain = Kan ha kommit fram två gånger: { $name } ({ $role }): { $said }.
delivery-waiting = { $name } ({ $role }) { $reason }
delivery-held = Har inte kommit fram: { $name } ({ $role }): { $reason }
delivery-unsure = Osäkert: { $name } ({ $role }): { $reason }
delivery-may-be-delivered = osäkert, { $reason }
delivery-nothing = Inget ligger i utkorgen.
delivery-no-mail = Inget skickades, eftersom det inte finns några inställningar för e-post.
delivery-approved = Godkänd: { $name }, av { $by }. Sigill: { $seal }
delivery-came-back = Ett brev till { $to } kom tillbaka: { $why }
delivery-to-post = ska skickas
delivery-to-post-again = ska skickas igen, { $said }
delivery-not-delivered = har inte kommit fram, { $reason }
delivery-sent = skickades { $time }{ $answer ->
    [none] { "" }
   *[other] : { $answer }
}{ $twice ->
    [yes] { " " }(kan ha kommit fram två gånger)
   *[no] { "" }
}
delivery-laid = lades i mappen som { $name }
delivery-taken-without = { $reply } (togs emot utan { $names })
delivery-role = { $role ->
    [chief] polischef
    [council] kommunledning
    [chair] ordförande i Brå
    [registrar] registrator
    [web] webbplats
   *[partner] part
}
delivery-kind = { $kind ->
    [draft] utkast
    [partner] brev om arbetsböckerna
    [reminder] påminnelse
   *[edition] uppföljning
}
delivery-edition = { $edition ->
    [full] hela
    [public] offentlig
   *[partner] för { $partner }
}
delivery-waits-approval = väntar på godkännande: lofte send --approve { $version }
delivery-waits-missing = väntar{ $until ->
    [none] { "" }
   *[other] { " " }(till och med den { $until })
} på: { $what }
delivery-held-back = kom tillbaka: { $answer ->
    [none] ingen orsak angavs
   *[other] { $answer }
}. Rätta adressen i avtalet, eller skicka det igen med --resend.
delivery-held-refused = avvisades: { $answer ->
    [none] ingen orsak angavs
   *[other] { $answer }
}. Ett nytt försök görs efter { $next }, eller genast med --resend.
delivery-held-uncertain = kan ha kommit fram { $times ->
    [one] en gång, för serverns svar kom bort
   *[other] { $times } gånger, för serverns svar kom bort varje gång
}. { $next ->
    [none] Fråga mottagaren, och skicka det igen med --resend om det inte har kommit.
   *[other] Ett nytt försök görs efter { $next }.
}
delivery-said-begun = påbörjades, men lofte avbröts innan det gick iväg
delivery-said-uncertain = kan ha kommit fram, för serverns svar kom bort, och skickas igen med samma Message-ID
delivery-said-refused = avvisades: { $answer ->
    [none] lofte avbröts
   *[other] { $answer }
}
delivery-said-back = kom tillbaka: { $answer ->
    [none] lofte avbröts
   *[other] { $answer }
}
delivery-said-put-off = sköts upp: { $answer ->
    [none] lofte avbröts
   *[other] { $answer }
}
send-test-subject = lofte provar e-posten
send-test-text = Det här brevet provar inställningarna för e-post i lofte. Det handlar inte om något avtal.
send-test-laid = Lagt i mappen: { $path }
send-test-taken = Servern har tagit emot brevet till { $address }: { $reply }
send-test-uncertain = Brevet kan ha kommit fram. { $fault }
send-test-connected = Ansluten till { $server }, { $encrypted ->
    [yes] krypterat
   *[no] inte krypterat
}, { $user ->
    [none] utan inloggning
   *[other] inloggad som { $user }
}.{ $limit ->
    [none] { "" }
   *[other] { " " }Servern tar emot brev på upp till { $limit } kB.
}
mail-unusable-certificate = Certifikatet { $path } går inte att använda ({ $why })
mail-no-secret = { $place } ger inget lösenord eller token: { $remedy }
mail-secret-variable = Miljövariabeln { $name }
mail-secret-file = Filen { $name }
mail-secret-credential = Systemd-uppgiften { $name }
mail-secret-command = Kommandot i [mail]
mail-secret-do-set = ge den ett värde innan lofte startas
mail-secret-do-by-hand = den finns bara för enheten, och docs/schedule.md berättar hur den kan prövas för hand
mail-secret-do-program = ange ett program
mail-secret-do-text = innehållet måste vara ren text
mail-secret-do-line = hemligheten måste stå på en enda rad
mail-open-file = { $path } kan läsas av andra än sin ägare: skriv chmod 600 för den
mail-command-failed = Kommandot { $program }, som ska skriva ut en token, misslyckades
mail-command-slow = Kommandot { $program }, som ska skriva ut en token, tog för lång tid
smtp-at-greeting = vid hälsningen
smtp-at-hello = vid EHLO
smtp-at-encryption = när krypteringen skulle börja
smtp-at-login = vid inloggningen
smtp-at-sender = vid avsändarens adress
smtp-at-recipient = vid mottagarens adress
smtp-at-data = vid DATA
smtp-at-content = medan brevet skickades
smtp-unreachable = E-postservern { $server } går inte att nå ({ $why }). Kontrollera server och port i [mail], och nätet
smtp-no-authority = Certifikatet { $path } i ca går inte att använda ({ $why }). Det måste vara PEM
smtp-certificate = Certifikatet för { $host } går inte att lita på ({ $why }). Kontrollera serverns namn, eller ange utfärdarens certifikat som ca i [mail]. Inget skickades
smtp-encryption = Anslutningen till { $host } gick inte att kryptera ({ $why }). Kontrollera port och security i [mail]. Inget skickades
smtp-no-encryption = { $host } erbjuder inte STARTTLS, och utan det skickas inget. Kontrollera porten, skriv security = "tls" för port 465, eller fråga den som sköter servern. Någon på vägen kan ha tagit bort erbjudandet
smtp-injected = Någon lade in data i anslutningen till { $host } innan den krypterades. Inget skickades. Säg till den som sköter nätet
smtp-open-login = Anslutningen till { $host } är inte krypterad, och inget lösenord skickas över den. Skriv security = "starttls" eller "tls" i [mail], eller ta bort user för en server utan inloggning
smtp-no-login = { $host } erbjuder ingen inloggning av slaget { $kind } (det som erbjuds: { $offered }). Kontrollera port och inloggning i [mail]
smtp-no-token = { $url } ger ingen token: { $why }{ $advice ->
    [none] { "" }
   *[other] { "" }. { $advice }
}
smtp-login-refused = E-postservern nekar inloggningen: { $reply }. { $advice }
smtp-refused = E-postservern sade nej { $phase }: { $reply }{ $advice ->
    [none] { "" }
   *[other] { "" }. { $advice }
}
smtp-too-large = Brevet på { $size } kB är större än de { $limit } kB som servern tar emot. Bifoga färre filer i avtalet
smtp-no-letters = Servern tar inte emot adresser med bokstäver som å, ä och ö. Skriv en utan dem
smtp-timeout = E-postservern svarade inte inom { $seconds ->
    [one] 1 sekund
   *[other] { $seconds } sekunder
} { $phase }: { $advice }
smtp-connection-lost = Anslutningen till e-postservern bröts { $phase } ({ $why }). Försök igen senare
smtp-protocol = Det som servern svarar { $phase } är inte SMTP ({ $why }). Kontrollera server, port och security i [mail]
smtp-unrecorded = Liggaren gick inte att skriva i, så brevet skickades inte
smtp-do-retry-later = försök igen senare
smtp-do-check-security = kontrollera port och security i [mail] (port 465 kräver "tls", andra portar gör det inte), eller försök igen senare
smtp-do-check-port = kontrollera port och security i [mail], eller försök igen senare
smtp-do-no-tenant = Organisationen finns inte: kontrollera tenant i [mail]
smtp-do-no-application = Organisationen har inget sådant program: kontrollera client_id i [mail]
smtp-do-wrong-secret = Hemligheten är fel: det är dess värde som ska anges, inte dess id
smtp-do-secret-expired = Hemligheten har gått ut: skapa en ny för programmet
smtp-do-foreign-certificate = Certifikatet hör inte till programmet: ladda upp det där
smtp-do-check-clock = Kontrollera att datorns klocka går rätt
smtp-do-login-later = Svaret kan bli ett annat senare
smtp-do-security-defaults = Organisationens säkerhetsinställningar förbjuder lösenord: använd token i [mail]
smtp-do-may-not-send = Brevlådan får inte skicka med SMTP: den som sköter e-postservern måste tillåta ”authenticated SMTP” för den
smtp-do-other-login = Servern vill ha ett annat slags inloggning: ett applösenord, eller token i [mail]
smtp-do-no-passwords = Servern tar inte längre emot lösenord: använd token i [mail]
smtp-do-send-as-app = Kontrollera user och token i [mail]: programmet behöver SMTP.SendAsApp, och måste få tillgång till brevlådan i Exchange
smtp-do-check-login = Kontrollera user och lösenordet eller token i [mail]
smtp-do-taken-later = Den kan ta emot det senare
smtp-do-send-as = Användaren får inte skicka som from i [mail]: ge den Send As för den brevlådan i Exchange
smtp-do-unknown-machine = Servern tar inte emot något utan inloggning, eller känner inte till den här datorn: skriv user och token i [mail]
smtp-do-mailbox-full = Mottagarens brevlåda är full och måste tömmas där
smtp-do-ask-microsoft = Microsoft 365 tar just nu inte emot något från den här organisationen eller det här nätet: den som sköter det måste fråga Microsoft
smtp-do-no-recipient = Mottagaren finns inte: kontrollera mottagarens adress i avtalet
smtp-do-needs-login = Den kräver inloggning: skriv user och password i [mail]
smtp-do-large-or-full = Brevet är för stort eller brevlådan full: bifoga färre filer i avtalet
smtp-do-too-large = Brevet är för stort: bifoga färre filer i avtalet
smtp-do-no-relay = Servern skickar inte vidare e-post dit från den här datorn eller avsändaren: logga in, eller be den som sköter servern att tillåta det
smtp-do-check-sender = Kontrollera from i [mail]: servern kanske bara skickar vidare e-post från adresser som den känner till
smtp-do-check-recipient = Kontrollera mottagarens adress i avtalet
smtp-why-no-address = dess namn har ingen adress
smtp-why-encrypted-already = den är redan krypterad
smtp-why-closed = servern stängde den
smtp-why-early-data = data före ett kommando
smtp-why-endless-reply = ett svar utan slut
smtp-why-no-code = ingen svarskod
smtp-why-no-final-code = ingen slutlig svarskod
smtp-why-two-codes = två koder i ett svar
smtp-why-no-authority = datorn litar på ingen utfärdare, installera ca-certificates eller ange en med ca
smtp-why-no-certificate = filen innehåller inget
smtp-why-expired = det har gått ut
smtp-why-not-yet = det gäller inte än, kontrollera datorns klocka
smtp-why-other-server = det är en annan servers
smtp-why-unknown-issuer = ingen som datorn litar på har utfärdat det
smtp-why-bad-signature = dess underskrift går inte att kontrollera
smtp-why-no-server = det är inte gjort för en server
smtp-why-badly-made = det är inte gjort som en servers certifikat ska vara
smtp-why-no-pem = filen innehåller inget certifikat i PEM
smtp-why-no-key = filen innehåller ingen okrypterad privat nyckel i PEM
smtp-why-no-rsa = dess nyckel är ingen RSA-nyckel
smtp-why-short-rsa = dess nyckel är ingen RSA-nyckel på minst 2048 bitar
smtp-why-cannot-sign = dess nyckel kan inte underteckna
ui-held = { $kept } av { $of } delar hålls
ui-small-course-key = Den lilla bilden visar månaderna i ordning: ju högre stapel, desto bättre läge. Tom stapel: läget går inte att bedöma.
ui-unexplained = Ingen förklaring lämnad.
ui-no-next = Inget är sagt om vad som händer nu.
ui-next-due = { $next }, senast den { $day }.
ui-attention-none = Inget löfte ligger efter, och inget är brutet.
ui-changes = Vad har ändrats sedan förra uppföljningen?
ui-changes-first = Det här är den första uppföljningen. Det finns ingen tidigare att jämföra med.
ui-turned = Ändrat i efterhand
ui-turned-line = { $window } var redan avslutat. Läget var { $was } och är nu { $now }{ $figures ->
    [none] {""}
   *[other] {""} ({ $before } → { $after })
}: { $pledge }
ui-changes-none = Inget löfte har fått en ny bedömning sedan uppföljningen för { $period }, version { $version }.
ui-changes-figures = { $count ->
    [one] 1 siffra för en tid som redan är redovisad har ändrats i efterhand.
   *[other] { $count } siffror för en tid som redan är redovisad har ändrats i efterhand.
}
ui-unreported-heading = Vem har inte rapporterat?
ui-unreported-none = Alla som ska rapportera regelbundet har gjort det till och med periodens slut.
ui-unreported-unexpected = Ingen part har åtagit sig att rapportera regelbundet.
ui-unreported = { $source ->
    [none] { $partner } har inte rapporterat { $months }.
   *[other] { $partner } har inte rapporterat { $months } ({ $source }).
}
ui-unreported-no-workbook = { $source ->
    [none] { $partner }: en arbetsbok är inte lämnad.
   *[other] { $partner }: ingen arbetsbok är lämnad ({ $source }).
}
ui-unreported-gone = { $source ->
    [none] { $partner }: en arbetsbok som fanns tidigare saknas nu. Den tiden räknas som inte redovisad.
   *[other] { $partner }: en arbetsbok som fanns tidigare saknas nu ({ $source }). Den tiden räknas som inte redovisad.
}
ui-unreported-unreadable = { $source ->
    [none] { $partner }: vi kunde inte läsa en arbetsbok.
   *[other] { $partner }: vi kunde inte läsa en arbetsbok ({ $source }).
}
ui-was = Tidigare
ui-now = Nu
ui-new = Nytt löfte
ui-pledges = Löftena
ui-pledge = Löfte
ui-other-area = Övriga löften
ui-responsible = Ansvarig
ui-claimed = Så säger den ansvariga
ui-evidenced = Vad underlaget visar
ui-claim-as-of = Uppgiften är från { $day }.
ui-claim-undated = Uppgiften saknar datum.
ui-quoted = ”{ $text }”
ui-claim-private = Den ansvariga har svarat med egna ord. De visas inte i den öppna utgåvan.
ui-claim-none = Den ansvariga har inte lämnat någon uppgift.
ui-claim-stale = Uppgiften är gammal. Den ansvariga behöver se över den.
ui-untargeted = Löftet har inget mått som går att räkna. Därför beskrivs det utan bedömning.
ui-interpretation = Så tolkar vi löftet
ui-remaining = Återstår att göra
ui-reckoning = Så räknar vi
ui-parts = Delarna
ui-part = Del
ui-part-required = Krav
ui-part-outcome = Utfall
ui-part-due = Senast
ui-part-done = Klart
ui-part-not-asked = inget krav
ui-part-no-day = ingen dag
ui-part-not-done = inte klart
ui-parts-heading = { $parts ->
   *[other] Visa alla { $parts } delar
}
ui-parts-in-question = Delar som saknas eller ligger efter
ui-status = Läge
ui-late = för sent
ui-withheld = Visas inte
ui-withheld-sentence = Siffrorna gäller få personer och visas därför inte.
ui-withheld-note = Siffror om personer som är lägre än { $threshold } visas inte, inte heller det som skulle avslöja dem.
ui-no-figure = Ingen siffra
ui-at-least = minst { $number } krävs
ui-at-most = högst { $number } tillåts
ui-days-passed = { $passed } av { $all } dagar har gått.
ui-pace = hittills krävs { $number }
ui-out-of = { $part } av { $whole }
ui-out-of-every = { $part } av { $whole } { $every ->
    [day] dagar
    [month] månader
   *[week] veckor
}
ui-out-of-steps = { $part } av { $whole } steg klara
ui-out-of-requests = { $part } av { $whole } besvarade
ui-response-time = { $days } dagar
ui-out-of-days = { $part } av { $whole } dagar
ui-longest-gap = Längst { $days } dagar mellan två tillfällen
ui-at-least-so-far = minst { $number } krävs hittills
ui-missing-months = Rapport saknas för { $months }.
ui-window-line = { $window } · { $line }
ui-not-counted = Genomfört men räknas inte
ui-not-by-rules = Uppfyller inte det som löftet kräver.
ui-reason = Varför
ui-evidence = Underlag
ui-cut = Listan är kortad: här visas { $shown } av { $whole } rader. Alla står i arbetsboken summary.xlsx.
ui-evidence-caption = Rader som räknas
ui-counted-heading = { $rows ->
    [0] Inga rader räknas
    [one] Visa raden som räknas
   *[other] Visa de { $rows } rader som räknas
}
ui-counted-elsewhere = { $rows ->
    [one] 1 rad i en annan parts arbetsbok räknas också.
   *[other] { $rows } rader i andra parters arbetsböcker räknas också.
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
ui-last-term = Förra avtalstiden
ui-last-term-verdict = { $status } ({ $title }, { $date })
ui-indicators = Mått vid sidan av löftena
ui-indicator = Mått
ui-indicator-source = Källa
ui-indicator-scale = Skala
ui-indicator-values = Mätningar
ui-good-low = lågt är bra
ui-good-high = högt är bra
ui-findings = Att rätta i arbetsböckerna
ui-findings-intro = Det här hittade vi när vi läste parternas arbetsböcker. Rätta i arbetsboken. Då blir nästa uppföljning riktig.
ui-findings-own = Det här hittade vi när vi läste era arbetsböcker. Rätta i arbetsboken. Då blir nästa uppföljning riktig.
ui-notes-heading = { $notes ->
    [one] Visa 1 påpekande att känna till
   *[other] Visa { $notes } påpekanden att känna till
}
ui-mend = Att rätta
ui-mend-line = { $workbook }: { $mend ->
    [0] inget att rätta
   *[other] { $mend } att rätta
}{ $notes ->
    [0] { "" }
   *[other] , { $notes } att känna till
}
ui-findings-none = Vi hittade inget att rätta.
ui-finding-place = Plats
ui-finding-what = Vad vi hittade
ui-finding-remedy = Gör så här
ui-no-workbook = Utan arbetsbok
ui-place-cell = cell { $cell }
ui-place-agreement = avtalets blad { $sheet }
ui-place-line = rad { $line } i avtalet
ui-place-whole = hela arbetsboken
ui-known = känt sedan tidigare
ui-severity-error = Att rätta
ui-severity-warning = Att rätta
ui-severity-note = Att känna till
ui-reporting = Vem har rapporterat?
ui-reporting-intro = Tabellen visar de arbetsböcker som ska fyllas i regelbundet.
ui-reporting-none = Ingen part har åtagit sig att rapportera regelbundet.
ui-reporting-source = Part och arbetsbok
ui-received = Rapporterat
ui-missing = Saknas
ui-absent = ej angivet
ui-not-due = Ej aktuellt
ui-retroactive = Ändrat i efterhand
ui-retroactive-intro = De här siffrorna gäller en period som vi redan har redovisat. De har ändrats sedan dess.
ui-retroactive-none = Ingen siffra från en redan redovisad period har ändrats.
ui-before = Förut
ui-after = Nu
ui-change = Ändring
ui-was-row = Raden ändrad
ui-was-counts = Raden ändrad, räknas nu
ui-was-counts-not = Raden ändrad, räknas inte längre
ui-was-changed = Ändrad
ui-was-removed = Borttagen
ui-was-added = Tillagd
ui-method = Så har vi gjort
ui-method-source = Siffrorna kommer från parternas egna arbetsböcker. Varje siffra går att följa tillbaka till sin cell. Ingen har räknat om eller rättat dem på vägen.
ui-method-interval = Ibland är en siffra ungefärlig, till exempel ”ca 20” eller ”3–4”. Då räknar vi med både det lägsta och det högsta som den kan betyda. Utfallet ”100–108” betyder att det rätta värdet ligger någonstans däremellan.
ui-method-bar = I staplarna visar den mörka delen det lägsta värdet och den ljusa hur långt det högsta når. Det lodräta strecket är vad löftet kräver. Det prickade strecket är vad tiden hittills kräver.
ui-method-verdict = Ett löfte är uppfyllt bara om det gäller för hela spannet. Ett löfte ligger efter när även det högsta värdet är lägre än vad tiden hittills kräver. Om båda är möjliga säger vi att det inte går att avgöra.
ui-method-windows = Ett löfte kan gälla flera perioder, till exempel varje år eller kvartal. Så länge avtalet gäller avgör den period som pågår. När avtalstiden är slut avgör alla perioder, och löftet får det sämsta läget. Ett löfte med flera delar får läget hos den del som ligger sämst till. En tidigare period som inte är uppfylld står alltid kvar bredvid löftet.
ui-method-missing = En uppgift som saknas räknas aldrig som noll. Då säger vi att den inte är rapporterad.
ui-method-claims = Vi redovisar det som den ansvariga säger och det som underlaget visar var för sig.
ui-method-persons = Låga siffror om personer visas inte, så att ingen enskild person går att känna igen.
ui-interpretations = Tolkningar
ui-interpretations-none = Avtalet anger inga tolkningar.
ui-definitions = Vad som räknas
ui-rulings = Beslut om rader
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
ui-edition-partner = Utgåva för { $partner }: bara de egna löftena, och vad som ska rättas i de egna arbetsböckerna.
ui-edition-public = Öppen utgåva: utan namn, påpekanden och uppgifter om enskilda rader.
ui-state-none = Det finns inga löften att följa upp.
ui-state-single = { $status ->
    [fulfilled] Det enda löftet är uppfyllt.
    [on-track] Det enda löftet är i fas.
    [behind] Det enda löftet ligger efter.
    [not-fulfilled] Det enda löftet är inte uppfyllt.
    [partial] Det enda löftet är delvis uppfyllt.
    [undecided] Det går inte att avgöra om det enda löftet hålls.
    [not-reported] Det enda löftet går inte att bedöma, för ingen har rapporterat.
    [withheld] Hur det enda löftet går visas inte, för det gäller för få personer.
    [no-need] Ingen har bett om det som det enda löftet gäller.
    [not-started] Det enda löftets tid har inte börjat.
   *[described] Det enda löftet bedöms inte.
}
ui-state-all = { $status ->
    [fulfilled] Alla { $total } löften är uppfyllda.
    [on-track] Alla { $total } löften är i fas.
    [behind] Alla { $total } löften ligger efter.
    [not-fulfilled] Inget av de { $total } löftena är uppfyllt.
    [partial] Alla { $total } löften är delvis uppfyllda.
    [undecided] Det går inte att avgöra något av de { $total } löftena.
    [not-reported] Inget av de { $total } löftena går att bedöma, för ingen har rapporterat.
    [withheld] Hur de { $total } löftena går visas inte, för de gäller för få personer.
    [no-need] Ingen har bett om det som de { $total } löftena gäller.
    [not-started] Inget av de { $total } löftenas tid har börjat.
   *[described] Inget av de { $total } löftena bedöms.
}
ui-state = { $total } löften: { $counts }.
ui-count-not-fulfilled = { $count ->
    [one] 1 är inte uppfyllt
   *[other] { $count } är inte uppfyllda
}
ui-count-partial = { $count ->
    [one] 1 är delvis uppfyllt
   *[other] { $count } är delvis uppfyllda
}
ui-count-behind = { $count } ligger efter
ui-count-undecided = { $count } kan inte avgöras
ui-count-not-reported = { $count ->
    [one] 1 är inte rapporterat
   *[other] { $count } är inte rapporterade
}
ui-count-withheld = { $count } visas inte
ui-count-on-track = { $count } är i fas
ui-count-fulfilled = { $count ->
    [one] 1 är uppfyllt
   *[other] { $count } är uppfyllda
}
ui-count-not-started = { $count ->
    [one] 1 är inte påbörjat
   *[other] { $count } är inte påbörjade
}
ui-count-no-need = för { $count } finns inget behov
ui-count-described = { $count } bedöms inte
ui-means-not-fulfilled = Löftet är brutet och går inte längre att hålla.
ui-means-partial = En del av det som löftet kräver är gjort när tiden är slut, en del inte.
ui-means-behind = Löftet ligger efter vad tiden hittills kräver. Det går fortfarande att hinna i kapp.
ui-means-undecided = Siffrorna eller löftets ord lämnar svaret öppet.
ui-means-not-reported = Ingen har rapporterat det som behövs för en bedömning.
ui-means-withheld = Läget visas inte, för det skulle tala om en siffra som gäller för få personer.
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
xlsx-about-note = Siffror har både ett lägsta och ett högsta värde, eftersom parterna ibland skriver ”ca 20” eller ”3–4”. När de är lika är siffran exakt.
xlsx-pledges = Löften
xlsx-pledges-means = Varje löfte med läge, ansvarig och det som återstår. Namnet leder till löftets mål.
xlsx-targets = Mål
xlsx-targets-means = Varje mål för varje tid som bedöms, med krav, utfall och läge. Numret i kolumnen Underlag leder till de rader som räknas.
xlsx-evidence = Underlag
xlsx-evidence-means = Vad varje rad ger till varje tid som bedöms. Talen hämtas från bladet Aktiviteter.
xlsx-not-counted = Ej räknat
xlsx-not-counted-means = Det som är genomfört men inte räknas, och varför.
xlsx-findings = Påpekanden
xlsx-findings-means = Det som behöver rättas i arbetsböckerna.
xlsx-reporting = Rapportering
xlsx-reporting-means = Vem som har rapporterat vilken månad.
xlsx-sources = Källor
xlsx-sources-means = Arbetsböckerna, hur deras rader har använts, och kontrollsummor.
xlsx-nothing = Inget att redovisa
xlsx-number = Nr
xlsx-id = Löfte
xlsx-area = Område
xlsx-promised = Det utlovade
xlsx-claimed = Parten uppger
xlsx-key = Målets nummer
xlsx-target = Mål
xlsx-window = Tid
xlsx-from = Från
xlsx-to = Till
xlsx-required = Krav
xlsx-pace = Jämn takt hittills
xlsx-low = Lägst
xlsx-high = Högst
xlsx-open = ingen övre gräns
xlsx-month = Månad
xlsx-course-figures = Månadernas siffror
xlsx-course-figures-means = Siffrorna i bilderna: utfallet i slutet av varje månad och vad som krävdes då.
xlsx-course = Månad för månad
xlsx-formulas = Formler
xlsx-formulas-note = Utfall, krav, takt och läge är formler över bladet Aktiviteter: ändra ett tal där, så räknas allt om. Där kolumnen Läget är säger ”värde” går läget inte att skriva som en formel.
xlsx-charts = Diagram
xlsx-charts-means = Hur stor del av det utlovade som är gjort, per område.
xlsx-chart-described = Stapeldiagram för { $area }: hur stor del av det utlovade som är gjort, och hur stor del som borde vara gjord. Siffrorna står i tabellen bredvid.
xlsx-parts = Delar
xlsx-parts-means = Platser, målgrupper, veckor, steg och ärenden, var för sig.
xlsx-activities = Aktiviteter
xlsx-activities-means = Varje aktivitet en gång, för egna sammanställningar och pivottabeller.
xlsx-reckoning = Beräkning
xlsx-reckoning-means = Vad läget följer av för varje tid som bedöms. Ja, nej och oklart är 1, 0 och -1.
xlsx-pledge-key = Löftes-id
xlsx-made-by = Läget är
xlsx-formula = formel
xlsx-value = värde
xlsx-progress = Gjort
xlsx-paced-share = I jämn takt
xlsx-whole-low = Av minst
xlsx-whole-high = Av högst
xlsx-part = Del
xlsx-part-low = I delen lägst
xlsx-part-high = I delen högst
xlsx-due = Senast
xlsx-done = Klart
xlsx-capped-low = Räknas lägst
xlsx-capped-high = Räknas högst
xlsx-holds = Håller
xlsx-over = Tiden slut
xlsx-part-row = Delens rad
xlsx-percent = 0 %
xlsx-least-whole = Helheten vid lägsta andel
xlsx-most-whole = Helheten vid högsta andel
xlsx-before = Dagen före
xlsx-gap = Dagar sedan dess
xlsx-late = Dagar för mycket
xlsx-occasion = Anledning
xlsx-window-row = Tidens rad
xlsx-activity = Aktivitet
xlsx-year = År
xlsx-week = Vecka
xlsx-sort = Vad
xlsx-place = Plats
xlsx-pledges-counted = Räknas för
xlsx-not-shown = visas inte här
xlsx-decides = Avgör
xlsx-state = Tid
xlsx-covered = Rapporterat
xlsx-incomplete = Saknas något
xlsx-paced = Takt av
xlsx-passed = Har gått
xlsx-all = Hela tiden
xlsx-kept = Uppfyllt redan
xlsx-lost = Kan inte nås
xlsx-holds-closed = Håller i hela
xlsx-holds-pace = Håller takten
xlsx-severity = Allvar
xlsx-code = Kod
xlsx-message = Vad vi hittade
xlsx-remedy = Gör så här
xlsx-agreement = Avtalet

letter-subject = Uppföljning av medborgarlöften, { $municipality }, { $period }: { $state }
letter-subject-partner = Uppföljning av medborgarlöften för { $partner }, { $period }: { $state }
letter-greeting = Hej!
letter-intro = Här kommer uppföljningen av { $title } för { $period }. Uppgifterna är hämtade den { $day }.
letter-attention = Löften som ligger efter eller inte är uppfyllda
letter-unknown = Löften som inte går att bedöma
letter-earlier = Löften som inte var uppfyllda tidigare
letter-named = { $label }: { $text }
letter-ahead = Löften i fas, och vad som återstår att göra
letter-changes = Ändrat sedan förra uppföljningen
letter-change = { $was } → { $now }: { $pledge }
letter-change-new = Nytt löfte, { $now }: { $pledge }
letter-unreported = Inte rapporterat
letter-findings = Att rätta i arbetsböckerna
letter-findings-count = { $mend ->
    [0] Det finns inget att rätta{ $notes ->
        [0] { "" }
        [one] , men 1 påpekande att känna till
       *[other] , men { $notes } påpekanden att känna till
    }.
    [one] Det finns 1 påpekande att rätta{ $notes ->
        [0] { "" }
       *[other] { " " }och { $notes } att känna till
    }.
   *[other] Det finns { $mend } påpekanden att rätta{ $notes ->
        [0] { "" }
       *[other] { " " }och { $notes } att känna till
    }.
}
letter-finding = { $message } { $remedy }
letter-attached = Bifogat
letter-attached-none = Inget är bifogat.
letter-attached-details-html = { $name }: resten av uppföljningen. Lägg den i samma mapp som report.html, så leder länkarna rätt.
letter-attached-report-html = { $name }: hela uppföljningen, öppnas i en webbläsare
letter-attached-report-pdf = { $name }: hela uppföljningen, för utskrift och arkiv
letter-attached-summary-xlsx = { $name }: siffrorna och underlaget som arbetsbok
letter-attached-follow-up-json = { $name }: uppföljningen för andra program
letter-attached-other = { $name }
letter-status = Läge
letter-count = Antal
letter-diary-number = Diarienummer: { $number }
letter-version = Version { $version }
letter-also-to = Uppföljningen går också till { $roles }.
letter-role-chief = chefen för lokalpolisområdet
letter-role-council = kommunens politiska ledning
letter-role-chair = ordföranden i lokala Brå
letter-role-partner = en part i överenskommelsen
letter-role-registrar = registratorn
letter-role-web = den som sköter webbplatsen
letter-draft-subject = UTKAST: { $subject }
letter-draft = Det här är ett utkast till { $version }. Det skickas till mottagarna först när du har godkänt det. Svara på det här brevet och skriv om du godkänner.
letter-draft-seal = Sigillet för { $version } är { $seal }. Det binder varje fil i den. Det som godkänns har samma sigill.
letter-too-large = Brevet gick inte fram med alla bilagor, eftersom servern inte tar emot så stora brev. { $count ->
    [one] Den här bilagan är inte med
   *[other] De här bilagorna är inte med
}: { $names }. Svara på brevet om du vill ha { $count ->
    [one] den
   *[other] dem
} på annat sätt.
letter-correction = Rättelse: det här brevet ersätter det som skickades den { $date }{ $then ->
    [none] {""}
   *[other] {""} (”{ $then }”)
}. Något i resultatet har ändrats.
letter-correction-subject = Rättelse: { $subject }

## What a partner reads of its own workbooks

letter-partner-subject = { $partner }: så läste vi era arbetsböcker, { $period }{ $mend ->
    [0] { "" }
   *[other] , { $mend } att rätta
}
letter-partner-intro = Vi har läst era arbetsböcker inför uppföljningen av { $title } för { $period }. Uppgifterna är hämtade den { $day }.
letter-reminder-subject-before = Påminnelse: rapporten för { $period } behövs senast den { $due }
letter-reminder-subject-after = Påminnelse: underlaget för { $period } är inte klart
letter-reminder-before = Underlaget till uppföljningen av { $title } för { $period } behövs senast den { $due }. Om ni redan har lämnat det kan ni bortse från det här brevet.
letter-reminder-after = Underlaget till uppföljningen av { $title } för { $period } är inte klart. Här står vad som saknas eller behöver rättas.
letter-thanks = Tack, det här är rättat
letter-thanks-line = { $count ->
    [one] 1 påpekande är rättat.
   *[other] { $count } påpekanden är rättade.
}
letter-mend = Att rätta
letter-mend-new = Det här är nytt sedan vårt förra brev.
letter-mend-first = Rätta i arbetsboken, så kommer det med nästa gång vi läser den.
letter-mend-none = Vi hittade inget nytt att rätta.
letter-mend-known = { $count ->
    [one] 1 påpekande från ett tidigare brev är inte rättat än.
   *[other] { $count } påpekanden från tidigare brev är inte rättade än.
}
letter-mend-more = { $count ->
    [one] Ytterligare 1 påpekande att rätta.
   *[other] Ytterligare { $count } påpekanden att rätta.
}
letter-missing = Saknas
letter-missing-workbook = Vi saknar en arbetsbok med namnet ”{ $pattern }”.
letter-missing-due = Det behövs senast den { $due }.
letter-missing-past = Det skulle ha kommit senast den { $due }. Lämna det så snart ni kan.
letter-missing-anytime = Lämna det så snart ni kan.
letter-read = Så läste vi arbetsböckerna
letter-receipt = Så läste vi arbetsboken { $workbook }.
letter-receipt-good = Vi hittade inget att rätta.
letter-read-none = Vi har inte hittat någon arbetsbok från er.
letter-read-nothing = Vi använder inget ur den.
letter-read-skipped = Vi hoppar över till exempel summor, anteckningar och det som är planerat.
letter-read-sheet-withheld = ”{ $sheet }”: läst. Antalet rader visas inte, för en rad kan vara en person.
letter-read-sheet = { $read ->
    [0] ”{ $sheet }”: inga rader.
    [one] ”{ $sheet }”: { $used } av 1 rad används{ letter-read-rest }.
   *[other] ”{ $sheet }”: { $used } av { $read } rader används{ letter-read-rest }.
}
letter-read-rest = { $skipped ->
    [0] { "" }
   *[other] , { $skipped } hoppas över
}{ $rejected ->
    [0] { "" }
   *[other] , { $rejected } räknas inte
}


## What a workbook holds (lofte inspect)

ui-inspect-workbook = { $workbook }: { $sheets ->
    [one] 1 blad
   *[other] { $sheets } blad
}
ui-inspect-sheet = Blad ”{ $sheet }”: { $shape }
ui-inspect-sheet-hidden = Blad ”{ $sheet }” (dolt): { $shape }
ui-inspect-shape-log = en rad per tillfälle, vecka eller månad (log)
ui-inspect-shape-months = en rad per sort, månaderna som kolumner (months)
ui-inspect-shape-form = ett formulär, etikett och värde bredvid varandra (form)
ui-inspect-shape-statements = en rad per löfte, med ägarens besked (statements)
ui-inspect-shape-milestones = en rad per steg, med dag då det ska vara klart (milestones)
ui-inspect-shape-register = en rad per plats (register)
ui-inspect-shape-years = statistik, en rad per område och åren som kolumner
ui-inspect-measure = Statistik räknas aldrig. Den läses som ett mått, till exempel så här:
ui-inspect-shape-none = ingen tabell som vi känner igen
ui-inspect-header = Rubriker på rad { $rows }
ui-inspect-kind-empty = tomt
ui-inspect-kind-date = datum
ui-inspect-kind-week = vecka
ui-inspect-kind-month = månad
ui-inspect-kind-year = år
ui-inspect-kind-count = antal
ui-inspect-kind-hours = timmar
ui-inspect-kind-minutes = minuter
ui-inspect-kind-time = klockslag
ui-inspect-kind-mark = ja/nej
ui-inspect-kind-text = text
ui-inspect-persons = (visas inte: kan gälla enskilda personer)
ui-inspect-use-counted = räknas
ui-inspect-use-month = → månader
ui-inspect-span = Tid: { $span }
ui-inspect-no-formatting = Färger och genomstruken text syns inte i det här filformatet. Spara som .xlsx om de betyder något.
ui-inspect-rows = Rader: { $used } används, { $left } räknas inte
ui-inspect-counted = Räknas: rad { $rows } ({ $given })
ui-inspect-made = { $made } st
ui-inspect-more-days = { $columns } har också dagar, som inte räknas. Är varje dag ett tillfälle: gör en rad av varje.
ui-inspect-other = Eller { $reading }: { $given }
ui-inspect-instead = Eller så { $reading }:
ui-inspect-other-words = skiljs sorterna åt med orden i en kolumn
ui-inspect-other-counted = räknas talet i en kolumn, inte raden som ett tillfälle
ui-inspect-other-rows = är varje rad i tabellen ett tillfälle, inte hela bladet
ui-inspect-other-occasions = är varje rad ett tillfälle, inte en plats
ui-inspect-other-uncounted = är varje rad ett tillfälle, hur många det än står
ui-inspect-other-columns = räknas talen i varje kolumn för sig
ui-inspect-copy = En kopia av en arbetsbok som läses av källan { $files }; den räknas en gång
ui-inspect-left-total = Summor: rad { $rows }
ui-inspect-left-planned = Planerat eller inställt: rad { $rows }
ui-inspect-left-withdrawn = Genomstruket: rad { $rows }
ui-inspect-left-sample = Exempel ur en mall: rad { $rows }
ui-inspect-left-unfilled = Ännu inte ifyllt: rad { $rows }
ui-inspect-left-out = Urvalet av rader väljer bort: rad { $rows }
ui-inspect-left-note = Anteckningar och annat: rad { $rows }
ui-inspect-left-rejected = Kan inte räknas, se nedan: rad { $rows }
ui-inspect-nothing = Vi kan inte läsa något av bladen som de ser ut nu. Skriv en rad med rubriker över tabellen, till exempel Datum, Plats och Antal.

# ── lofte init ──
ui-init-title = Medborgarlöfte { $municipality } { $years }
ui-init-ask-municipality = Vilken kommun lovar?
ui-init-ask-police-area = Vilket lokalpolisområde lovar?
ui-init-ask-from = Löftets första dag (2026-01-01):
ui-init-ask-to = Löftets sista dag (2026-12-31):
ui-init-ask-file = Ska avtalet vara en Excelfil eller en textfil? (Excel)
ui-init-file-text = textfil
ui-init-pledge-text = Löftets egna ord
ui-init-done = { $path } är skriven. { $workbooks ->
    [0] Inga arbetsböcker låg i mappen ännu.
    [one] Av 1 arbetsbok kunde { $read } läsas.
   *[other] Av { $workbooks } arbetsböcker kunde { $read } läsas.
}{ $copies ->
    [0] { "" }
    [one] { " " }1 är en kopia och läses inte.
   *[other] { " " }{ $copies } är kopior och läses inte.
}
ui-init-last-outcome = Utfall förra avtalstiden: { $windows }.
ui-init-successor-note = Fortsätter avtalet i { $old }. Datum i löften och kalender är flyttade till den nya avtalstiden: kontrollera dem, och mönster och rubriker som har ett år i sig.
ui-init-next-write = 1. Öppna { $path }, jämför källorna med arbetsböckerna och skriv in löftena.
ui-init-next-check = 2. lofte check { $folder } visar varje fel och vad som finns i arbetsböckerna.
ui-init-next-run = 3. lofte run { $folder } gör den första rapporten.
ui-init-copy = en kopia, som inte läses
ui-inspect-same = Läses av källan ovan, { $files }

# ── lofte init --starter-workbooks ──
starter-guide = Instruktion
starter-lists = Listor
starter-title = Så fyller ni i arbetsboken
starter-remark = Anmärkning
starter-what = Vad
starter-example = Exempel: räknas inte
starter-step = Avtal undertecknat
starter-place = Torget
starter-yes = Ja
starter-no = Nej
starter-not-begun = Ej påbörjat
starter-under-way = Pågår
starter-done = Klart
starter-week = v. { $week } { $year }
starter-write = Skriv varje sak på en egen rad i tabellen och fyll i de kolumner ni kan. Låt rubrikerna stå som de är. Egna kolumner kan ni lägga till längst till höger.
starter-about-example = Raden som är märkt ”{ $example }” visar hur det kan se ut. Den räknas aldrig, och ni kan ta bort den. Ett blad där bara den raden står räknas som inte ifyllt.
starter-about-number = Skriv dagar som 2022-03-15 och antal som siffror. Vet ni inte exakt går det bra att skriva ”mars”, ”ca 20” eller ”3–4”: svara Ja när programmet frågar.
starter-copy-workbook = Bladet { $sheet } är ett formulär för ett tillfälle. Spara arbetsboken med ett eget namn i samma mapp för varje tillfälle.
starter-copy-sheet = Bladet { $sheet } är ett formulär för ett tillfälle.
starter-every-week = { $sheets }: skriv något för varje vecka. Har inget hänt skriver ni 0, eller ”Inget att rapportera” under Anmärkning på veckans rad.
starter-every-month = { $sheets }: skriv något för varje månad. Har inget hänt skriver ni 0, eller ”Inget att rapportera” under Anmärkning på månadens rad.
starter-every-quarter = { $sheets }: skriv något för varje kvartal. Har inget hänt skriver ni 0, eller ”Inget att rapportera” under Anmärkning på kvartalets rad.
starter-when-done = { $sheets }: skriv när något är gjort. Har inget hänt tar ni bort exempelraden, eller skriver ”Inget att rapportera” under Anmärkning.
starter-due = Månaden ska vara ifylld senast dag { $day } i månaden efter.
starter-called-off = Blev något inte av? Skriv ”Inställt” under Anmärkning, så räknas raden inte.
starter-no-names = Skriv inga personnummer och inga namn på enskilda personer.
starter-keep-names = Behåll bladens namn och spara arbetsboken som { $file }.
starter-form-example = Exempel: { $example }
starter-rule-day = Skriv en dag, till exempel 2022-03-15. Vet ni bara månaden eller veckan går det bra att skriva den: svara då Ja.
starter-rule-number = Skriv ett tal som inte är mindre än noll. Vet ni inte exakt går det bra att skriva ”ca 20” eller ”3–4”: svara då Ja.
starter-rule-week = Skriv veckans nummer, 1–53. Gäller raden flera veckor går det bra att skriva ”v. 9 och 10”: svara då Ja.
starter-rule-time = Skriv ett klockslag, till exempel 18:30.
starter-rule-word = Det står inte i listan. Välj helst ett ord där. Ska det stå något annat, eller flera ord med komma emellan, svarar ni Ja.
starter-rule-only = Välj ett ord i listan. Rader med andra ord räknas inte.
ui-init-starter-none = Ingen arbetsbok saknas: { $folder } har en för varje källa i avtalet.
ui-init-starter-one = { $path }: { $partner }
ui-init-starter-there = { $path } finns redan och är kvar som den var.
ui-init-starter-unnamed = Mönstret { $files } är för fritt för att bli ett namn. Lägg dit en arbetsbok för hand.
ui-init-starter-next = Skicka arbetsböckerna till parterna. De är märkta med ett exempel och räknas inte förrän någon har skrivit i dem.

# The course of verdicts, pictures and the start page.
ui-course = Läget månad för månad
ui-course-title = Läget för löfte { $number }, månad för månad
ui-course-basis = Varje månad är bedömd vid sitt slut, med det underlag som finns i dag.
ui-chart-title = Utfallet över tid: { $target }
ui-chart-description = Vid utgången av { $month }: { $outcome }.{ $bound ->
    [most] {" "}Gränsen är { $asked }.
    [nothing] {""}
   *[least] {" "}Då krävs { $asked }.
}
ui-chart-key = { $shape ->
    [exact] Heldragen linje: utfallet.
   *[interval] Heldragen linje: det lägsta utfallet.
}{ $field ->
    [yes] { " " }Ljust fält: upp till det högsta.
   *[no] { "" }
}{ $unknown ->
    [yes] { " " }Skrafferat fält: det går inte att veta hur mycket mer.
   *[no] { "" }
}{ $bound ->
    [most] { " " }Streckad linje: högst så mycket tillåts.
   *[least] { " " }Streckad linje: så mycket krävs hittills, så som löftet bedöms.
}
ui-chart-figures = Visa siffrorna i bilden
ui-month = Månad
ui-asked-then = Krav då
ui-index-title = Alla uppföljningar
ui-index-intro = Varje uppföljning finns kvar som den såg ut när den gjordes. Den nyaste står först.
ui-index-none = Ingen uppföljning är gjord än.
ui-index-sent = Skickad
ui-index-not-sent = Inte skickad
ui-index-unreadable = Versionen går inte att läsa. Återställ mappen från en säkerhetskopia.
ui-index-report = Uppföljningen
ui-index-pdf = PDF för utskrift och arkiv
ui-index-public = Öppna utgåvan
ui-index-public-details = Öppna utgåvan, löfte för löfte
ui-index-workbook = Arbetsboken
ui-index-latest = Senaste versionen
ui-index-replaced = Ersatt av en senare version
ui-index-about = för { $period }, version { $version }
ui-index-heading = { $period }, version { $version }
ui-table = Tabell

# ── lofte doctor ──
ui-doctor-fine = bra
ui-doctor-note = obs
ui-doctor-missing = FEL
ui-doctor-place = { $folder }
ui-doctor-here = Här
ui-doctor-machine = Datorn
ui-doctor-fault = { $fault }
ui-convert-made = { $path } är skriven.
ui-convert-kept = Filen som den gjordes av ligger kvar som { $path }.
ui-doctor-agreement = Avtalet går att läsa: { $title }, { $pledges ->
    [one] 1 löfte
   *[other] { $pledges } löften
}, { $sources ->
    [one] 1 källa
   *[other] { $sources } källor
}
ui-doctor-agreement-faults = { $path } har { $faults ->
    [one] 1 fel
   *[other] { $faults } fel
}, först: { $first }
ui-doctor-agreement-faults-do = Kör lofte check { $folder } så visas alla.
ui-doctor-agreement-do = Rätta det, och kör lofte doctor igen.
ui-doctor-begin-do = Skapa en mapp för det, lägg parternas arbetsböcker i den, och börja med: lofte init inputs/KOMMUN
ui-doctor-no-agreement = Det finns inget avtal under inputs
ui-doctor-no-pledges = Avtalet har inga löften.
ui-doctor-no-pledges-do = Skriv in dem, annars finns det inget att följa upp.
ui-doctor-drop = { $workbooks ->
    [0] Inga arbetsböcker
    [one] 1 arbetsbok
   *[other] { $workbooks } arbetsböcker
} i { $folder }
ui-doctor-drop-do = Skapa mappen { $folder } och lägg parternas arbetsböcker där.
ui-doctor-drop-empty-do = Lägg parternas arbetsböcker där.
ui-doctor-no-workbook = Ingen arbetsbok för { $files } ({ $partner })
ui-doctor-no-workbook-do = Be parten om den, eller rätta namnet i källan.
ui-doctor-unread = { $workbook } läses inte av någon källa
ui-doctor-unread-do = lofte inspect visar hur den kan läsas.
ui-doctor-recipients = { $recipients ->
    [0] Inga mottagare
    [one] 1 mottagare
   *[other] { $recipients } mottagare
} i avtalet
ui-doctor-recipients-do = Uppföljningen görs, men ingen får brev.
ui-doctor-versions = Resultatmappen { $folder } går att skriva i; { $versions ->
    [0] ännu ingen version
    [one] 1 version
   *[other] { $versions } versioner
}
ui-doctor-versions-do = Se till att { $folder } går att läsa och skriva i.
ui-doctor-no-settings = Inga inställningar är valda
ui-doctor-no-settings-do = Breven läggs i utkorgen. Ange --settings FIL för att skicka dem.
ui-doctor-settings = Inställningarna { $path } går att läsa
ui-doctor-settings-do = Rätta det och kör lofte doctor igen.
ui-doctor-no-mail = Inställningarna säger inget om e-post
ui-doctor-mail-folder = Breven läggs i { $folder }
ui-doctor-no-mail-folder = Mappen för brev, { $folder }, finns inte
ui-doctor-no-mail-folder-do = Skapa den, eller välj en annan i inställningarna.
ui-doctor-mail-server = E-post går genom { $server }, port { $port }; pröva med lofte send --test ADRESS
ui-doctor-ran = Senaste körning { $day }
ui-doctor-ran-long-ago = Senaste körning var { $day }
ui-doctor-job = Ett dagligt jobb finns: { $path }
ui-doctor-no-job = Inget dagligt jobb hittades
ui-doctor-schedule-do = lofte schedule skriver ett, färdigt att installera.
ui-doctor-rights = Bara du och din grupp kan läsa { $folder }
ui-doctor-open = Alla på datorn kan läsa { $folder }
ui-doctor-open-do = Kör chmod o-rwx { $folder }
ui-doctor-disk = { $megabytes } MB ledigt på disken
ui-doctor-disk-do = Frigör plats, annars kan nästa version inte skrivas.
ui-doctor-clock = Klockan visar { $day }
ui-doctor-clock-do = Det är före programmets eller den senaste körningens dag. Ställ klockan rätt.

# ── lofte ──
ui-next-begin = Här finns inget avtal ännu. Skapa en mapp för det och lägg parternas arbetsböcker i den: lofte init inputs/KOMMUN
ui-next-begin-in = Mappen { $folder } har { $workbooks ->
    [one] 1 arbetsbok
   *[other] { $workbooks } arbetsböcker
}, men inget avtal ännu. Börja det med: lofte init { $folder }
ui-next-begin-here = Här ligger { $workbooks ->
    [one] 1 arbetsbok
   *[other] { $workbooks } arbetsböcker
}, men inget avtal. Börja ett av dem: lofte init inputs/KOMMUN --workbooks .
ui-next-mend = { $folder }: avtalet har fel. Se dem med: lofte check { $folder }
ui-next-pledges = { $folder }: skriv in löftena i avtalet, och pröva det med: lofte check { $folder }
ui-next-workbooks = { $folder }: lägg parternas arbetsböcker i { $drop }, eller gör tomma till dem: lofte init --starter-workbooks { $folder }
ui-next-wait = { $folder }: perioden börjar { $from }, och ingen månad av den har gått. Pröva arbetsböckerna med: lofte inspect
ui-next-run = { $folder }: { $period } är inte uppföljd. Gör det med: lofte run { $folder }
ui-next-send = { $folder }: { $period } är uppföljd, läs { $report }. Skicka den sedan med: lofte send { $folder } --settings FIL
ui-next-done = { $folder }: { $period } är uppföljd, se { $report }. Inget mer att göra nu.
ui-next-help = lofte doctor visar om allt är på plats, lofte --help alla kommandon.
