# Fel i avtalsfilen. Raden skrivs ut av den som listar felen; $file är «none» eller den inkluderade fil som raden hör till.

agreement-in-file = { $file ->
    [none] { "" }
   *[other] { " " }Raden står i filen «{ $file }».
}

finding-agreement-syntax = { $text ->
    [none] Avtalsfilen följer inte formen TOML här: { $fault }.
   *[other] Avtalsfilen följer inte formen TOML vid «{ $text }»: { $fault }.
}
    .remedy = Kontrollera citattecken, likhetstecken och klamrar på raden och på raden ovanför.{ agreement-in-file }

finding-agreement-unknown-key = Nyckeln «{ $key }» betyder ingenting här{ $table ->
    [none] { "" }
   *[other] , i { $table }
}.
    .remedy = { $nearest ->
        [none] Ta bort nyckeln, eller flytta den till den tabell där den hör hemma.
       *[other] Menade du «{ $nearest }»?
    }{ agreement-in-file }

finding-agreement-missing-key = Nyckeln «{ $key }» saknas{ $table ->
    [none] { "" }
   *[other] { " " }i { $table }
}.
    .remedy = Lägg till «{ $key }».{ agreement-in-file }

finding-agreement-wrong-type = Värdet för «{ $key }» är av fel slag.
    .remedy = { $expected ->
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
    }{ agreement-in-file }

finding-agreement-unknown-word = «{ $word }» kan inte stå för «{ $key }».
    .remedy = { $nearest ->
        [none] Skriv något av: { $choices }.
       *[other] Menade du «{ $nearest }»? Möjliga ord är: { $choices }.
    }{ agreement-in-file }

finding-agreement-unknown-partner = Parten «{ $word }» finns inte i avtalet.
    .remedy = { $nearest ->
        [none] Lägg till [partners.{ $word }], eller skriv en part som finns.
       *[other] Menade du «{ $nearest }»? Annars: lägg till [partners.{ $word }].
    }{ agreement-in-file }

finding-agreement-unknown-area = Området «{ $word }» finns inte i avtalet.
    .remedy = { $nearest ->
        [none] Lägg till [areas.{ $word }], eller skriv ett område som finns.
       *[other] Menade du «{ $nearest }»? Annars: lägg till [areas.{ $word }].
    }{ agreement-in-file }

finding-agreement-unknown-place = Platslistan «{ $word }» finns inte i avtalet.
    .remedy = { $nearest ->
        [none] Lägg till [places.{ $word }] med namnen, eller ett blad med layout = "register" och places = "{ $word }".
       *[other] Menade du «{ $nearest }»? Annars: lägg till [places.{ $word }].
    }{ agreement-in-file }

finding-agreement-unknown-calendar = Kalenderlistan «{ $word }» finns inte i avtalet.
    .remedy = { $nearest ->
        [none] Lägg till «{ $word }» under [calendar], eller skriv en lista som finns.
       *[other] Menade du «{ $nearest }»? Annars: lägg till «{ $word }» under [calendar].
    }{ agreement-in-file }

finding-agreement-unknown-indicator = Indikatorn «{ $word }» finns inte i avtalet.
    .remedy = { $nearest ->
        [none] Lägg till [indicators.{ $word }], eller skriv en indikator som finns.
       *[other] Menade du «{ $nearest }»? Annars: lägg till [indicators.{ $word }].
    }{ agreement-in-file }

finding-agreement-unknown-activity = Inget blad ger aktiviteten «{ $word }».
    .remedy = { $nearest ->
        [none] Lägg till ett blad med activity = "{ $word }", eller skriv en aktivitet som ett blad ger.
       *[other] Menade du «{ $nearest }»? Annars: lägg till ett blad med activity = "{ $word }".
    }{ agreement-in-file }

finding-agreement-unknown-field = Fältet «{ $word }» har ingen kolumn på något blad som ger «{ $activity }».
    .remedy = { $nearest ->
        [none] Lägg till { $field } = "rubriken" i bladets columns.
       *[other] Menade du «{ $nearest }»? Annars: lägg till { $field } = "rubriken" i bladets columns.
    }{ agreement-in-file }

finding-agreement-duplicate-id = «{ $id }» står två gånger.
    .remedy = Ge det andra ett eget namn, eller ta bort det.{ agreement-in-file }

finding-agreement-window-outside-term = Tiden { $from } till { $to } ligger utanför avtalets tid.
    .remedy = Ändra dagarna så att de ligger mellan { $first } och { $last }.{ agreement-in-file }

finding-agreement-impossible-target = { $why ->
    [no-number] Målet säger inte hur mycket.
    [two-bounds] Målet har två gränser.
    [per-and-each] Målet begär både ett snitt (per) och varje (each).
    [baseline-and-rate] Målet jämför med ett tidigare tal och begär samtidigt ett snitt eller varje.
    [weeks-without-per] «weeks» betyder något bara tillsammans med per = "week".
    [among-without-each] «among» betyder något bara tillsammans med each.
    [among-and-time] «among» kan inte stå tillsammans med varje dag, vecka eller månad.
    [no-among] Målet säger inte vilka som ska räknas var för sig.
    [at-most-each] «at_most» kan inte begäras för var och en av flera.
    [window-shorter] Målets tid är kortare än det som ska hända i den.
    [percent] Ett antal kan inte stå i procent.
    [negative] Ett antal kan inte vara mindre än noll.
    [zero] Målet begär ingenting: minst noll är alltid uppfyllt, och ett uppehåll på noll går inte att hålla.
    [above-hundred] En andel kan inte vara mer än 100 %.
    [part-is-whole] Delen och det hela är samma sak, så andelen är alltid 100 %.
    [fewer-than-none] Det går inte att bli färre än noll.
    [no-gap] Målet säger inte hur långt uppehållet får vara.
   *[not-of-this-kind] «{ $key }» hör inte till den här sortens mål.
}
    .remedy = { $why ->
        [no-number] Lägg till at_least eller at_most, eller välj en annan sort med kind.
        [two-bounds] Behåll en av gränserna. Två gränser skrivs som två mål.
        [per-and-each] Behåll per för ett snitt, eller each om varje ska hålla.
        [baseline-and-rate] Ta bort per och each, eller skriv talet med at_least.
        [weeks-without-per] Lägg till per = "week", eller ta bort weeks.
        [among-without-each] Lägg till each = "fältet", eller ta bort among.
        [among-and-time] Ta bort among, eller skriv ett fält i each.
        [no-among] Lägg till among med en lista av ord, eller "places.listan".
        [at-most-each] Skriv ett mål för var och en, med only.
        [window-shorter] Välj en längre tid för over.
        [percent] Skriv ett tal utan procent, eller välj kind = "share".
        [negative] Skriv ett tal som är noll eller mer.
        [zero] Skriv ett tal som är större än noll.
        [above-hundred] Skriv en andel mellan 0 och 100 %.
        [part-is-whole] Välj ut delen med only, eller ändra out_of.
        [fewer-than-none] Kontrollera talet som det ska jämföras med.
        [no-gap] Lägg till longest_gap, till exempel "6 months".
       *[not-of-this-kind] Ta bort «{ $key }», eller ändra kind.
    }{ agreement-in-file }

finding-agreement-invalid-value = { $expects ->
    [order] Den sista dagen, { $value }, ligger före den första.
   *[other] { $value ->
        [none] Värdet för «{ $key }» går inte att använda.
       *[other] Vi kan inte läsa «{ $value }» för «{ $key }».
    }
}
    .remedy = { $expects ->
        [date] Skriv ett datum, till exempel 2023-09-30.
        [order] Byt plats på dagarna, eller rätta årtalet.
        [length] Skriv en tid som "6 months", "2 weeks" eller "7 days".
        [days] Skriv en tid i dagar eller veckor, till exempel "7 days".
        [number] Skriv ett tal från noll med högst två decimaler.
        [address] Skriv en e-postadress, till exempel "namn@example.se".
        [pattern] Skriv en sökväg i mappen med arbetsböcker, med snedstreck framåt, till exempel "polisen/Trafik*.xlsx".
        [day] Skriv en dag i månaden, till exempel "day 5".
        [reminder] Skriv "day 10" eller "3 days before".
        [weekday] Skriv en veckodag: "mon", "tue", "wed", "thu", "fri", "sat" eller "sun".
        [hours] Skriv två klockslag, till exempel "21.00–03.00".
        [period] Skriv en period, till exempel "2023-09", "2023-T2", "2023-Q3", "2023-H1", "2023" eller "term".
        [language] Skriv språkets märke med små bokstäver, till exempel "fi".
        [id] Använd bara bokstäver, siffror, bindestreck och understreck.
        [one-line] Skriv texten på en enda rad, och lämna den inte tom.
        [heading] Skriv rubriken som den står i arbetsboken.
        [cell] Skriv cellen med kolumn och rad, till exempel "A5".
        [calendar] Skriv en lista under [calendar], till exempel "calendar.juli".
        [among] Skriv en lista av ord, eller en platslista som "places.tunnlar".
        [words] Skriv minst ett ord i listan.
       *[other] Skriv värdet som dokumentationen anger.
    }{ agreement-in-file }

finding-agreement-missing-file = Filen «{ $path }» som avtalet hänvisar till finns inte.
    .remedy = Lägg filen där, eller rätta sökvägen i include.{ agreement-in-file }
