### English: what every part of the program uses.

## Statuses

status-fulfilled = Fulfilled
status-on-track = On track
status-behind = Behind
status-not-fulfilled = Not fulfilled
status-undecided = Cannot be decided
status-not-reported = Not reported
status-no-need = No need
status-not-started = Not started
status-described = Described

## Numbers

decimal-sign = .
thousands-sign = ,
quantity-at-least = at least { $number }
quantity-between = { $low }–{ $high }
quantity-unknown = unknown number
percent = { $number }%
percent-unknown = unknown share
activity-one = occasion
activity-many = occasions
list-last = { $items } and { $last }

## Days and periods

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-day = { $day } { $month } { $year }
date-day-of-year = { $day } { $month }
date-month = { $month } { $year }
date-days-of-month = { $first }–{ $last } { $month } { $year }
date-between = { $from } – { $to }
period-tertial = the { $part ->
    [first] first
    [second] second
   *[third] third
} third of { $year }
period-quarter = the { $part ->
    [first] first
    [second] second
    [third] third
   *[fourth] fourth
} quarter of { $year }
period-half-year = the { $part ->
    [first] first
   *[second] second
} half of { $year }
period-term = the whole term

## Small numbers

reckoning-withheld = Figures about persons below { $limit } are not shown, nor anything that would give them away.

## Findings of the comparison with the previous report

finding-changed-figure = { $what ->
    [persons] A figure about persons has changed in a time already reported.
    [added] Here { $after } has been added in a time already reported.
    [removed] Here stood { $before } in the previous report, and no longer does.
   *[changed] In the previous report it was { $before }, now it is { $after }.
}
    .remedy = { $what ->
        [removed] Check that the row was meant to go. If not, write it in again.
        [added] Check that the row belongs to that time. If not, correct its date.
       *[other] Check that the cell is right. If not, write the figure back.
    }
