# Faults in the agreement file. Whoever lists them prints the line; $file is "none" or the included file the line is of.

agreement-in-file = { $file ->
    [none] { "" }
   *[other] { " " }The line is in the file “{ $file }”.
}

finding-agreement-syntax = { $text ->
    [none] The agreement file is not TOML here: { $fault }.
   *[other] The agreement file is not TOML at “{ $text }”: { $fault }.
}
    .remedy = Check the quotes, equals signs and brackets on this line and the line above.{ agreement-in-file }

finding-agreement-unknown-key = The key “{ $key }” means nothing here{ $table ->
    [none] { "" }
   *[other] , in { $table }
}.
    .remedy = { $nearest ->
        [none] Remove the key, or move it to the table it belongs to.
       *[other] Did you mean “{ $nearest }”?
    }{ agreement-in-file }

finding-agreement-missing-key = The key “{ $key }” is missing{ $table ->
    [none] { "" }
   *[other] { " " }in { $table }
}.
    .remedy = Add “{ $key }”.{ agreement-in-file }

finding-agreement-wrong-type = The value of “{ $key }” is of the wrong type.
    .remedy = { $expected ->
        [text] Write a text in quotes.
        [texts] Write a text, or a list of texts: ["one", "two"].
        [number] Write a number without quotes, such as 3.
        [share] Write a share in quotes, such as "20 %".
        [yes-no] Write true or false, without quotes.
        [date] Write a date, such as 2023-09-30.
        [list] Write a list: [ … ].
        [table] Write a table: {"{"} key = value {"}"}.
        [heading] Write a heading in quotes, or {"{"} heading = "…", under = "…" {"}"}.
        [condition] Write true, a list of words, a list of the agreement such as "places.byar", or {"{"} at_least = 20 {"}"}.
       *[other] Write a value of the type that the documentation gives.
    }{ agreement-in-file }

finding-agreement-unknown-word = “{ $word }” cannot be the value of “{ $key }”.
    .remedy = { $nearest ->
        [none] Write one of: { $choices }.
       *[other] Did you mean “{ $nearest }”? Possible words are: { $choices }.
    }{ agreement-in-file }

finding-agreement-unknown-partner = The agreement has no partner “{ $word }”.
    .remedy = { $nearest ->
        [none] Add [partners.{ $word }], or write a partner that exists.
       *[other] Did you mean “{ $nearest }”? Otherwise add [partners.{ $word }].
    }{ agreement-in-file }

finding-agreement-unknown-area = The agreement has no area “{ $word }”.
    .remedy = { $nearest ->
        [none] Add [areas.{ $word }], or write an area that exists.
       *[other] Did you mean “{ $nearest }”? Otherwise add [areas.{ $word }].
    }{ agreement-in-file }

finding-agreement-unknown-place = The agreement has no list of places “{ $word }”.
    .remedy = { $nearest ->
        [none] Add [places.{ $word }] with its names, or a sheet with layout = "register" and places = "{ $word }".
       *[other] Did you mean “{ $nearest }”? Otherwise add [places.{ $word }].
    }{ agreement-in-file }

finding-agreement-unknown-calendar = The agreement has no calendar list “{ $word }”.
    .remedy = { $nearest ->
        [none] Add “{ $word }” under [calendar], or write a list that exists.
       *[other] Did you mean “{ $nearest }”? Otherwise add “{ $word }” under [calendar].
    }{ agreement-in-file }

finding-agreement-unknown-indicator = The agreement has no indicator “{ $word }”.
    .remedy = { $nearest ->
        [none] Add [indicators.{ $word }], or write an indicator that exists.
       *[other] Did you mean “{ $nearest }”? Otherwise add [indicators.{ $word }].
    }{ agreement-in-file }

finding-agreement-unknown-activity = No sheet gives the activity “{ $word }”.
    .remedy = { $nearest ->
        [none] Add a sheet with activity = "{ $word }", or write an activity that a sheet gives.
       *[other] Did you mean “{ $nearest }”? Otherwise add a sheet with activity = "{ $word }".
    }{ agreement-in-file }

finding-agreement-unknown-field = The field “{ $word }” has no column on any sheet that gives “{ $activity }”.
    .remedy = { $nearest ->
        [none] Add { $field } = "the heading" to the sheet's columns.
       *[other] Did you mean “{ $nearest }”? Otherwise add { $field } = "the heading" to the sheet's columns.
    }{ agreement-in-file }

finding-agreement-duplicate-id = “{ $id }” stands twice.
    .remedy = Give the second one a name of its own, or remove it.{ agreement-in-file }

finding-agreement-window-outside-term = The time { $from } to { $to } lies outside the term of the agreement.
    .remedy = Change the days so that they lie between { $first } and { $last }.{ agreement-in-file }

finding-agreement-impossible-target = { $why ->
    [no-number] The target does not say how much.
    [two-bounds] The target has two bounds.
    [per-and-each] The target asks for both an average (per) and every one (each).
    [baseline-and-rate] The target compares with an earlier number and asks for an average or every one as well.
    [weeks-without-per] “weeks” means something only together with per = "week".
    [among-without-each] “among” means something only together with each.
    [among-and-time] “among” cannot stand together with every day, week or month.
    [no-among] The target does not say which ones are to be counted one by one.
    [at-most-each] “at_most” cannot be asked of each of several.
    [window-shorter] The target's window is shorter than what is to happen in it.
    [percent] A count cannot be in per cent.
    [negative] A number cannot be less than zero.
    [zero] The target asks for nothing: at least zero always holds, and no gap at all cannot be kept.
    [above-hundred] A share cannot be more than 100 %.
    [part-is-whole] The part and the whole are the same, so the share is always 100 %.
    [fewer-than-none] There cannot be fewer than none.
    [no-gap] The target does not say how long the gap may be.
   *[not-of-this-kind] “{ $key }” does not belong to this kind of target.
}
    .remedy = { $why ->
        [no-number] Add at_least or at_most, or choose another kind.
        [two-bounds] Keep one of the bounds. Two bounds are written as two targets.
        [per-and-each] Keep per for an average, or each if every one is to hold.
        [baseline-and-rate] Remove per and each, or write the number with at_least.
        [weeks-without-per] Add per = "week", or remove weeks.
        [among-without-each] Add each = "the field", or remove among.
        [among-and-time] Remove among, or write a field in each.
        [no-among] Add among with a list of words, or "places.the-list".
        [at-most-each] Write a target for each of them, with only.
        [window-shorter] Choose a longer time for over.
        [percent] Write a number without per cent, or choose kind = "share".
        [negative] Write a number from zero.
        [zero] Write a number above zero.
        [above-hundred] Write a share between 0 and 100 %.
        [part-is-whole] Choose the part with only, or change out_of.
        [fewer-than-none] Check the number it is compared with.
        [no-gap] Add longest_gap, such as "6 months".
       *[not-of-this-kind] Remove “{ $key }”, or change kind.
    }{ agreement-in-file }

finding-agreement-invalid-value = { $expects ->
    [order] The last day, { $value }, comes before the first.
   *[other] { $value ->
        [none] The value of “{ $key }” cannot be used.
       *[other] We cannot read “{ $value }” for “{ $key }”.
    }
}
    .remedy = { $expects ->
        [date] Write a date, such as 2023-09-30.
        [order] Swap the days, or correct the year.
        [length] Write a time such as "6 months", "2 weeks" or "7 days".
        [days] Write a time in days or weeks, such as "7 days".
        [number] Write a number from zero with at most two decimals.
        [address] Write a mail address, such as "name@example.se".
        [pattern] Write a path in the folder of workbooks, with forward slashes, such as "polisen/Trafik*.xlsx".
        [day] Write a day of the month, such as "day 5".
        [reminder] Write "day 10" or "3 days before".
        [weekday] Write a weekday: "mon", "tue", "wed", "thu", "fri", "sat" or "sun".
        [hours] Write two times of day, such as "21.00–03.00".
        [period] Write a period, such as "2023-09", "2023-T2", "2023-Q3", "2023-H1", "2023" or "term".
        [language] Write the language's tag in small letters, such as "fi".
        [id] Use only letters, digits, hyphens and underscores.
        [one-line] Write the text on a single line, and do not leave it empty.
        [heading] Write the heading as it stands in the workbook.
        [cell] Write the cell by column and row, such as "A5".
        [calendar] Write a list under [calendar], such as "calendar.juli".
        [among] Write a list of words, or a list of places such as "places.tunnlar".
        [words] Write at least one word in the list.
       *[other] Write the value that the documentation gives.
    }{ agreement-in-file }

finding-agreement-missing-file = The file “{ $path }” that the agreement refers to is not there.
    .remedy = Put the file there, or correct the path in include.{ agreement-in-file }
