
## What is promised, in a few words

target-bound = { $bound ->
    [most] at most
   *[least] at least
}

target-count = { $bound ->
    [most] At most
   *[least] At least
} { $number } { $over ->
    [year] every calendar year
    [half-year] every half-year
    [tertial] every four months
    [quarter] every quarter
    [month] every month
    [week] every week
    [day] every day
    [term] during the term
    [listed] in every listed time
   *[unstated] while the pledge is in force
}
target-count-different = { $bound ->
    [most] At most
   *[least] At least
} { $number } in different places { $over ->
    [year] every calendar year
    [half-year] every half-year
    [tertial] every four months
    [quarter] every quarter
    [month] every month
    [week] every week
    [day] every day
    [term] during the term
    [listed] in every listed time
   *[unstated] while the pledge is in force
}
target-average = { $bound ->
    [most] At most
   *[least] At least
} { $number } per { $per ->
    [month] month
    [iso-week] ISO week
   *[week] week
} on average, over { $over ->
    [year] the calendar year
    [half-year] the half-year
    [tertial] the four months
    [quarter] the quarter
    [month] the month
    [term] the term
   *[other] the time the pledge is in force
}
target-each-period = { $bound ->
    [most] At most
   *[least] At least
} { $number } { $every ->
    [day] every day
    [month] every month
   *[week] every week
}
target-each-part = At least { $number } for { $field ->
    [audience] every audience
    [place] every place
   *[other] each
} { $over ->
    [year] every calendar year
    [half-year] every half-year
    [tertial] every four months
    [quarter] every quarter
    [month] every month
    [week] every week
    [day] every day
    [term] during the term
    [listed] in every listed time
   *[unstated] while the pledge is in force
}
target-share = { $bound ->
    [most] At most
   *[least] At least
} { $number } of all
target-cadence = Never a longer pause than { $length } { $unit ->
    [days] { $length ->
        [one] day
       *[other] days
    }
   *[months] { $length ->
        [one] month
       *[other] months
    }
}
target-request = Every request or case is to be answered { $within ->
    [days] within { $days } { $days ->
        [one] day
       *[other] days
    }
   *[window] before the time ends
}
target-milestone = Every step is to be done by its day
target-baseline = { $bound ->
    [most] Fewer than { $number }
   *[least] More than { $number }
} { $over ->
    [year] every calendar year
    [half-year] every half-year
    [tertial] every four months
    [quarter] every quarter
    [month] every month
    [term] during the term
   *[other] while the pledge is in force
}
target-deferred = The parties will agree later
target-shown = Shown without a verdict
target-shown-part = The share is shown without a verdict
target-indicator = Followed by an indicator, without a verdict

## How it was reckoned

reckoning-count = { $state ->
    [open] { $outcome } in { $passed } of { $all } days. The pledge is { $bound ->
        [most] at most
       *[least] at least
    } { $number } for the whole time; { $bound ->
        [most] there is room for { $pace } so far.
       *[least] { $pace } is needed so far.
    }
   *[closed] { $outcome }. The pledge is { $bound ->
        [most] at most
       *[least] at least
    } { $number }.
}
reckoning-average = { $outcome } in { $times } { $per ->
    [month] months
   *[week] weeks
} = { $rate } per { $per ->
    [month] month
   *[week] week
}; the pledge is { $bound ->
    [most] at most
   *[least] at least
} { $number }.
reckoning-each-period = { $kept } of { $ended } { $every ->
    [day] days
    [month] whole months
   *[week] whole weeks
} have { $bound ->
    [most] at most
   *[least] at least
} { $number }.
reckoning-each-part = { $done } of { $parts } have had at least { $number }. { $state ->
    [open] Together { $outcome } of the { $asked } that the pledge asks; { $pace } is needed so far.
   *[closed] Together { $outcome } of the { $asked } that the pledge asks.
}
reckoning-share = { $known ->
    [yes] { $part } of { $whole } = { $share }; the pledge is { $bound ->
        [most] at most
       *[least] at least
    } { $number }.
   *[no] { $part } of { $whole }; the share cannot be reckoned. The pledge is { $bound ->
        [most] at most
       *[least] at least
    } { $number }.
}
reckoning-cadence = { $known ->
    [yes] The longest pause is { $outcome } days; the pledge is at most { $length } { $unit ->
        [days] { $length ->
            [one] day
           *[other] days
        }
       *[months] { $length ->
            [one] month
           *[other] months
        }
    }.
   *[no] The time has not begun.
}
reckoning-request = { $requests ->
    [0] No requests or cases have come in.
   *[other] { $answered } of { $requests } are answered { $within ->
        [days] within { $days } { $days ->
            [one] day
           *[other] days
        }
       *[window] in time
    }. { $broken ->
        [0] { $waiting ->
            [0] Nothing waits for an answer.
           *[other] { $waiting } wait for an answer.
        }
       *[other] { $broken } were not answered in time. { $waiting ->
            [0] Nothing else waits for an answer.
           *[other] { $waiting } wait for an answer.
        }
    }
}
reckoning-milestone = { $done } of { $steps } steps are done{ $late ->
    [0] {""}
   *[other] , { $late } of them after their day
}. { $overdue ->
    [0] No step is past its day and undone.
    [one] 1 step is past its day and undone.
   *[other] { $overdue } steps are past their day and undone.
}
reckoning-baseline = { $state ->
    [open] { $outcome } in { $passed } of { $all } days. The pledge is { $bound ->
        [most] fewer
       *[least] more
    } than { $baseline }; { $bound ->
        [most] there is room for { $pace } so far.
       *[least] { $pace } is needed so far.
    }
   *[closed] { $outcome }. The pledge is { $bound ->
        [most] fewer
       *[least] more
    } than { $baseline }.
}
reckoning-shown = { $outcome }.
reckoning-shown-part = { $known ->
    [yes] { $part } of { $whole } = { $share }.
   *[no] { $part } of { $whole }.
}
reckoning-deferred = The parties have not agreed on a level yet.
reckoning-described = The pledge is described in words and not judged by figures.

## What remains

remaining-count = Left: { $left } by { $to }
remaining-most = Room left: { $left } until { $to }
remaining-average = Left: { $each } a { $per ->
    [month] month
   *[week] week
} until { $to }
remaining-each-period = Left: { $left } { $every ->
    [day] { $left ->
        [one] day
       *[other] days
    }
    [month] { $left ->
        [one] month
       *[other] months
    }
   *[week] { $left ->
        [one] week
       *[other] weeks
    }
} until { $to }
remaining-each-part = Left: { $parts } by { $to }
remaining-cadence = Next time: { $by } at the latest
remaining-request = Left: { $waiting } to answer by { $to }
remaining-milestone = Left: { $left } { $left ->
    [one] step
   *[other] steps
}, the next one «{ $step }» by { $to }

## Findings of the assessment

finding-requirement-not-met = The occasion on { $date } was held, but not by the rules of the pledge ({ $fields }). It does not count.
    .remedy = Fill in the row if the rules were kept. Otherwise there is nothing to do.
finding-unknown-place = The place «{ $place }» is on no list. The row is shown but does not count.
    .remedy = Correct the name in the cell or add the place to the list in the agreement.
finding-stale-statement = The state «{ $status }» of «{ $label }» is from { $updated } and may be out of date.
    .remedy = Look at the state again and write today's date.
finding-missing-statement = No row of the check lists is called «{ $label }».
    .remedy = Add the row to the check list or correct the name in the agreement.
finding-claim-without-evidence = The state is «{ $status }», but nothing counted supports it.
    .remedy = Write what was done into the workbook or change the state.
finding-evidence-against-claim = The state is «{ $status }», but the figures say something else.
    .remedy = Check the figures and the state, and correct what is wrong.
finding-missing-month = { $partner } has not reported { $month } ({ $files }).
    .remedy = Fill in the month. Write 0 or «nothing to report» if nothing happened.
finding-quiet-source = { $partner } has written nothing since { $last } ({ $files }).
    .remedy = Check that the workbook is up to date. If nothing has happened there is nothing to do.
finding-open-interpretation = The pledge can mean two things. { $first ->
    [each] In each part of the time
    [average] On average
    [term] During the whole term
   *[year] Every calendar year
} gives «{ $first-gives }», { $second ->
    [each] in each part of the time
    [average] on average
    [term] during the whole term
   *[year] every calendar year
} gives «{ $second-gives }».
    .remedy = Choose a meaning and write it under «interpretation» in the agreement.
finding-lapsed-ruling = The ruling of { $date } ({ $by }) is about a row that is no longer there.
    .remedy = Check the row and remove or change the ruling in the agreement.
finding-ruled-out = The row does not count, by a ruling.
    .remedy = There is nothing to do.
finding-window-left-out = Only a part of { $window } lies in the term. It is not judged.
    .remedy = List the time in the calendar of the agreement if it is to be judged all the same.
