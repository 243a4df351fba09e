### Svenska: det som alla delar av programmet använder.

## Lägen

status-fulfilled = Uppfyllt
status-on-track = I fas
status-behind = Efter
status-not-fulfilled = Ej uppfyllt
status-undecided = Kan inte avgöras
status-not-reported = Ej rapporterat
status-no-need = Inget behov
status-not-started = Ej påbörjat
status-described = Beskrivs

## Tal

decimal-sign = ,
thousands-sign = { "\u00A0" }
quantity-at-least = minst { $number }
quantity-between = { $low }–{ $high }
quantity-unknown = okänt antal
percent = { $number }{ "\u00A0" }%
percent-unknown = okänd andel
activity-one = tillfälle
activity-many = tillfällen
list-last = { $items } och { $last }

## Dagar och perioder

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
date-between = { $from } – { $to }
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

## Små tal

reckoning-withheld = Siffror om personer under { $limit } visas inte, inte heller det som skulle avslöja dem.

## Fynd vid jämförelsen med den förra rapporten

finding-changed-figure = { $what ->
    [persons] En siffra om personer har ändrats i en tid som redan har rapporterats.
    [added] Här har { $after } tillkommit i en tid som redan har rapporterats.
    [removed] Här fanns { $before } i den förra rapporten, men inte längre.
   *[changed] I den förra rapporten var det { $before }, nu är det { $after }.
}
    .remedy = { $what ->
        [removed] Kontrollera att raden skulle tas bort. Annars skriver ni in den igen.
        [added] Kontrollera att raden hör till den tiden. Annars rättar ni datumet.
       *[other] Kontrollera att cellen är rätt. Annars skriver ni tillbaka siffran.
    }
