
## What is promised, in a few words

target-bound = { $bound ->
    [most] högst
   *[least] minst
}

target-count = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } { $over ->
    [year] varje kalenderår
    [half-year] varje halvår
    [tertial] varje tertial
    [quarter] varje kvartal
    [month] varje månad
    [week] varje vecka
    [day] varje dag
    [term] under avtalstiden
    [listed] i varje angiven tid
   *[unstated] under den tid löftet gäller
}
target-count-different = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } på olika ställen { $over ->
    [year] varje kalenderår
    [half-year] varje halvår
    [tertial] varje tertial
    [quarter] varje kvartal
    [month] varje månad
    [week] varje vecka
    [day] varje dag
    [term] under avtalstiden
    [listed] i varje angiven tid
   *[unstated] under den tid löftet gäller
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
}
target-each-period = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } { $every ->
    [day] varje dag
    [month] varje månad
   *[week] varje vecka
}
target-each-part = Minst { $number } för { $field ->
    [audience] varje målgrupp
    [place] varje plats
   *[other] var och en
} { $over ->
    [year] varje kalenderår
    [half-year] varje halvår
    [tertial] varje tertial
    [quarter] varje kvartal
    [month] varje månad
    [week] varje vecka
    [day] varje dag
    [term] under avtalstiden
    [listed] i varje angiven tid
   *[unstated] under den tid löftet gäller
}
target-share = { $bound ->
    [most] Högst
   *[least] Minst
} { $number } av alla
target-cadence = Aldrig längre uppehåll än { $length } { $unit ->
    [days] { $length ->
        [one] dag
       *[other] dagar
    }
   *[months] { $length ->
        [one] månad
       *[other] månader
    }
}
target-request = Varje önskemål eller ärende ska vara besvarat { $within ->
    [days] inom { $days } { $days ->
        [one] dag
       *[other] dagar
    }
   *[window] innan tiden är slut
}
target-milestone = Varje steg ska vara klart senast sin dag
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
}
target-deferred = Parterna kommer överens senare
target-shown = Visas utan bedömning
target-shown-part = Andelen visas utan bedömning
target-indicator = Följs med en indikator, utan bedömning

## How it was reckoned

reckoning-count = { $state ->
    [open] { $outcome } på { $passed } av { $all } dagar. Löftet är { $bound ->
        [most] högst
       *[least] minst
    } { $number } för hela tiden; { $bound ->
        [most] hittills ryms { $pace }.
       *[least] hittills behövs { $pace }.
    }
   *[closed] { $outcome }. Löftet är { $bound ->
        [most] högst
       *[least] minst
    } { $number }.
}
reckoning-average = { $outcome } på { $times } { $per ->
    [month] månader
   *[week] veckor
} = { $rate } per { $per ->
    [month] månad
   *[week] vecka
}; löftet är { $bound ->
    [most] högst
   *[least] minst
} { $number }.
reckoning-each-period = { $kept } av { $ended } { $every ->
    [day] dagar
    [month] hela månader
   *[week] hela veckor
} har { $bound ->
    [most] högst
   *[least] minst
} { $number }.
reckoning-each-part = { $done } av { $parts } har fått minst { $number }. { $state ->
    [open] Sammanlagt { $outcome } av de { $asked } som löftet kräver; hittills behövs { $pace }.
   *[closed] Sammanlagt { $outcome } av de { $asked } som löftet kräver.
}
reckoning-share = { $known ->
    [yes] { $part } av { $whole } = { $share }; löftet är { $bound ->
        [most] högst
       *[least] minst
    } { $number }.
   *[no] { $part } av { $whole }; andelen kan inte räknas ut. Löftet är { $bound ->
        [most] högst
       *[least] minst
    } { $number }.
}
reckoning-cadence = { $known ->
    [yes] Längsta uppehållet är { $outcome } dagar; löftet är högst { $length } { $unit ->
        [days] { $length ->
            [one] dag
           *[other] dagar
        }
       *[months] { $length ->
            [one] månad
           *[other] månader
        }
    }.
   *[no] Tiden har inte börjat.
}
reckoning-request = { $requests ->
    [0] Inga önskemål eller ärenden har kommit in.
   *[other] { $answered } av { $requests } är besvarade { $within ->
        [days] inom { $days } { $days ->
            [one] dag
           *[other] dagar
        }
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
    }
}
reckoning-milestone = { $done } av { $steps } steg är klara{ $late ->
    [0] {""}
   *[other] , varav { $late } efter sin dag
}. { $overdue ->
    [0] Inget steg har passerat sin dag utan att bli klart.
    [one] 1 steg har passerat sin dag utan att bli klart.
   *[other] { $overdue } steg har passerat sin dag utan att bli klara.
}
reckoning-baseline = { $state ->
    [open] { $outcome } på { $passed } av { $all } dagar. Löftet är { $bound ->
        [most] färre
       *[least] fler
    } än { $baseline }; { $bound ->
        [most] hittills ryms { $pace }.
       *[least] hittills behövs { $pace }.
    }
   *[closed] { $outcome }. Löftet är { $bound ->
        [most] färre
       *[least] fler
    } än { $baseline }.
}
reckoning-shown = { $outcome }.
reckoning-shown-part = { $known ->
    [yes] { $part } av { $whole } = { $share }.
   *[no] { $part } av { $whole }.
}
reckoning-deferred = Parterna har ännu inte kommit överens om en nivå.
reckoning-described = Löftet beskrivs i ord och bedöms inte med siffror.

## What remains

remaining-count = Kvar: { $left } till { $to }
remaining-most = Utrymme kvar: { $left } till { $to }
remaining-average = Kvar: { $each } i { $per ->
    [month] månaden
   *[week] veckan
} till { $to }
remaining-each-period = Kvar: { $left } { $every ->
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
} till { $to }
remaining-each-part = Kvar: { $parts } till { $to }
remaining-cadence = Nästa gång: senast { $by }
remaining-request = Kvar: { $waiting } att besvara till { $to }
remaining-milestone = Kvar: { $left } steg, närmast «{ $step }» senast { $to }

## Findings of the assessment

finding-requirement-not-met = Tillfället { $date } är genomfört, men uppfyller inte löftets villkor ({ $fields }). Det räknas inte.
    .remedy = Fyll i uppgiften i raden om villkoret var uppfyllt. Annars behöver ni inte göra något.
finding-unknown-place = Platsen «{ $place }» finns inte i någon lista. Raden visas men räknas inte.
    .remedy = Rätta namnet i cellen eller lägg till platsen i avtalets lista.
finding-stale-statement = Läget «{ $status }» för «{ $label }» är från { $updated } och kan vara inaktuellt.
    .remedy = Gå igenom läget och skriv in dagens datum.
finding-missing-statement = Ingen rad i checklistorna heter «{ $label }».
    .remedy = Lägg till raden i checklistan eller rätta namnet i avtalet.
finding-claim-without-evidence = Läget är «{ $status }», men inget räknat underlag stödjer det.
    .remedy = Skriv in det som är gjort i arbetsboken eller ändra läget.
finding-evidence-against-claim = Läget är «{ $status }», men siffrorna visar något annat.
    .remedy = Kontrollera underlaget och läget. Ändra det som är fel.
finding-missing-month = { $partner } har inte rapporterat { $month } ({ $files }).
    .remedy = Fyll i månaden. Skriv 0 eller «inget att rapportera» om inget har hänt.
finding-quiet-source = { $partner } har inte skrivit något sedan { $last } ({ $files }).
    .remedy = Kontrollera att arbetsboken är aktuell. Stämmer det att inget har hänt behöver ni inte göra något.
finding-open-interpretation = Löftet kan betyda två saker. { $first ->
    [each] I varje delperiod för sig
    [average] I snitt
    [term] Under hela avtalstiden
   *[year] Varje kalenderår
} ger «{ $first-gives }», { $second ->
    [each] i varje delperiod för sig
    [average] i snitt
    [term] under hela avtalstiden
   *[year] varje kalenderår
} ger «{ $second-gives }».
    .remedy = Välj en tolkning och skriv den under «interpretation» i avtalet.
finding-lapsed-ruling = Beslutet den { $date } ({ $by }) gäller en rad som inte längre finns.
    .remedy = Kontrollera raden och ta bort eller ändra beslutet i avtalet.
finding-ruled-out = Raden räknas inte, enligt ett beslut.
    .remedy = Ni behöver inte göra något.
finding-window-left-out = Tiden { $window } ligger bara delvis inom avtalstiden. Den bedöms inte.
    .remedy = Lista tiden i avtalets kalender om den ändå ska bedömas.
