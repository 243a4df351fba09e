## Det vi fann i partnernas arbetsböcker

finding-unreadable-workbook = Vi kan inte öppna arbetsboken: filen är skadad eller låst ({ $why }).
    .remedy = Öppna den i Excel, spara den på nytt med samma namn och lägg tillbaka den.
finding-encrypted-workbook = Arbetsboken har ett lösenord, så vi kan inte läsa den.
    .remedy = Ta bort lösenordet i Excel och spara arbetsboken på nytt.
finding-unsupported-format = { $what ->
    [html] Filen är en webbsida som har sparats med en arbetsboks namn.
    [csv] Filen är en textfil (csv) och inte en arbetsbok.
    [old-excel] Filen är sparad i ett gammalt Excelformat som vi inte kan läsa.
    [empty] Filen är tom.
   *[other] Filen är inte en arbetsbok som vi kan läsa.
}
    .remedy = Öppna den i Excel och spara den som Excelarbetsbok (.xlsx).
finding-reader-limit = Arbetsboken är för stor för att läsas.
    .remedy = Ta bort tomma rader, bilder och blad som inte hör hit, och spara den på nytt.
finding-missing-sheet = Bladet «{ $sheet }» finns inte i arbetsboken.
    .remedy = { $nearest ->
    [none] Lägg till bladet «{ $sheet }», eller ändra bladets namn i avtalsfilen.
   *[other] Byt namn på bladet «{ $nearest }» till «{ $sheet }», eller skriv «{ $nearest }» i avtalsfilen.
}
finding-missing-heading = Rubriken «{ $heading }» finns inte.
    .remedy = { $nearest ->
    [none] Skriv rubriken «{ $heading }» ovanför sin kolumn, eller ändra den i avtalsfilen.
   *[other] Ändra rubriken «{ $nearest }» till «{ $heading }» om det är den som avses, eller ändra i avtalsfilen.
}
finding-no-workbook = Ingen arbetsbok från { $partner } passar mönstret «{ $pattern }».
    .remedy = Lägg arbetsboken i mappen med det namnet, eller ändra mönstret i avtalsfilen.

finding-copied-workbook = Arbetsboken är en kopia av «{ $original }» och räknas inte.
    .remedy = Ta bort kopian om den inte behövs.
finding-stale-copy = Arbetsboken är en annan version av «{ $original }» och räknas inte.
    .remedy = Kontrollera att «{ $original }» är den senaste, och ta bort den andra.
finding-unclaimed-workbook = Ingen källa i avtalsfilen tar arbetsboken, så den är inte läst.
    .remedy = { $nearest ->
    [none] Lägg till den som källa i avtalsfilen, eller ta bort den ur mappen.
   *[other] Ge den ett namn som passar «{ $nearest }», lägg till den som källa i avtalsfilen, eller ta bort den.
}
finding-duplicate-row = Raden är likadan som raden vid { $first } och räknas inte en gång till.
    .remedy = Ta bort raden om den är inklistrad två gånger. Är det två tillfällen, skriv något som skiljer dem åt, till exempel klockslag.
finding-date-outside-term = Datumet { $date } ligger utanför avtalstiden, så raden räknas inte.
    .remedy = { $guess ->
    [none] Rätta datumet, eller ta bort raden om den inte hör hit.
   *[other] Rätta datumet. Menades { $guess }?
}
finding-date-in-future = Datumet { $date } har inte varit än, så raden räknas inte.
    .remedy = Rätta datumet. Är det något planerat, låt raden stå tills det är genomfört.
finding-missing-date = Raden har inget datum. Den räknas som osäker i all tid som bladet kan handla om.
    .remedy = Skriv datumet, eller åtminstone veckan eller månaden.
finding-unreadable-date = Vi kan inte läsa datumet «{ $text }».
    .remedy = Skriv datumet med år, till exempel 2023-04-15.
finding-unreadable-number = { $text ->
    [none] Vi kan inte läsa antalet.
   *[other] Vi kan inte läsa antalet «{ $text }».
}
    .remedy = Skriv ett tal, till exempel 3 eller «ca 3».
finding-unreadable-value = Vi kan inte läsa det som står i cellen.
    .remedy = Skriv ja eller nej, eller det ord som avtalsfilen räknar med.
finding-error-cell = Cellen visar ett fel ({ $text }) i stället för ett tal.
    .remedy = Rätta formeln, eller skriv talet direkt.
finding-formula-without-value = Cellen har en formel som aldrig har räknats ut.
    .remedy = Öppna arbetsboken i Excel och spara den, så räknas formeln ut.
finding-missing-value = Cellen för «{ $field }» är tom, så raden räknas som osäker.
    .remedy = Fyll i cellen. Skriv 0 eller nej om det inte var något.
finding-identity-number = Här står ett personnummer. Vi har dolt det i allt som visas.
    .remedy = Ta bort personnumret. Sådana uppgifter hör inte hemma i uppföljningen.

finding-approximate-number = { $text ->
    [none] Antalet är inte exakt. Vi räknar med hela spannet.
   *[other] Antalet «{ $text }» är inte exakt. Vi räknar det som { $value }.
}
    .remedy = Skriv det exakta antalet om det är känt.
finding-assumed-year = Datum utan år på bladet har fått året { $year }, som står i { $from ->
    [sheet] bladets namn
    [title] bladets rubrik
    [file] filens namn
   *[term] avtalstiden
}.
    .remedy = Skriv året i datumen om det är ett annat år.
finding-near-heading = Rubriken «{ $found }» har lästs som «{ $heading }».
    .remedy = Ändra rubriken till «{ $heading }», eller skriv «{ $found }» i avtalsfilen.
finding-total-disagrees = { $total ->
    [none] Bladets egen summa är en annan än radernas. Vi räknar raderna.
   *[other] Bladets egen summa är { $total }, men raderna ger { $sum }. Vi räknar raderna.
}
    .remedy = Kontrollera summan och att inga rader saknas.
finding-lock-file = Någon har arbetsboken öppen. Det som inte är sparat är inte med.
    .remedy = Spara och stäng arbetsboken, och kör på nytt om något saknas.
finding-hidden-sheet = Bladet är dolt, men avtalsfilen pekar ut det och det är läst.
    .remedy = Visa bladet om det ska vara med, annars ta bort det.
finding-linked-folder = Mappen är en länk till en annan plats, och vi följer den inte.
    .remedy = Lägg arbetsböckerna i själva mappen.
