### English: what every part of the program uses.

## Statuses

status-fulfilled = Fulfilled
status-on-track = On track
status-partial = Partly fulfilled
status-behind = Behind
status-not-fulfilled = Not fulfilled
status-undecided = Cannot be decided
status-not-reported = Not reported
status-withheld = Not shown: too few persons
status-no-need = No need
status-not-started = Not started
status-described = Not judged

## Numbers

decimal-sign = .
thousands-sign = ,
quantity-at-least = at least { $number }
quantity-between = { $low }–{ $high }
quantity-unknown = unknown number
counted-unknown = unknown number of { $noun }
percent = { $number }%
percent-unknown = unknown share
activity-one = occasion
activity-many = occasions
activity-hour = hour
activity-hours = hours
quote-open = “
quote-close = ”
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
date-weeks = weeks { $weeks } of { $year }
date-between = { $from } – { $to }
date-years = { $from }–{ $to }
date-months-of-year = { $first }–{ $last } { $year }
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

reckoning-withheld = Figures about persons below { $limit } are not shown, nor anything that would reveal them.

## Findings of the comparison with the previous report

finding-changed-figure = { $what ->
    [persons] A figure about persons has changed in a time already reported.
    [added] Here { $after } has been added in a time already reported.
    [removed] Here stood { $before } in the previous report, and no longer does.
    [row] The row has changed since the previous report (its day, its place, a mark or other words), and the figure is the same: { $after }.
    [counts] The row has changed since the previous report (its day, its place, a mark or other words), and counts now: { $after }.
    [counts-not] The row has changed since the previous report (its day, its place, a mark or other words), and counts no longer: { $before }.
   *[changed] In the previous report it was { $before }, now it is { $after }.
}
    .remedy = { $what ->
        [removed] Check that the row was meant to go. If not, write it in again.
        [added] Check that the row belongs to that time. If not, correct its date.
       *[other] Check that the cell is right. If not, write the figure back.
    }




# The agreement as a workbook: sheets, headings with their meaning, and words to choose from. Known again in every language.

book-agreement = Agreement
book-agreement-about = Who promises, and for how long. One thing a row: its name on the left, its value on the right.
book-areas = Areas
book-areas-about = The headings of the report, in order.
book-partners = Partners
book-partners-about = Who has promised, or takes part.
book-pledges = Pledges
book-pledges-about = A pledge a row, in its own words. Their order is that of the report.
book-targets = Targets
book-targets-about = What a pledge is held against: what counts, how many, and over what time. A pledge may have several targets, or none.
book-conditions = Conditions
book-conditions-about = Which rows a target is about, a property a row: the place, the weekday, who took part. All conditions of a target must hold.
book-steps = Steps
book-steps-about = Steps that are to be done by a day, for targets of the kind “steps”.
book-notes = Notes
book-notes-about = Your words beside a verdict: why, and what happens now.
book-activities = Activities
book-activities-about = What is counted: the words for one and several, and what is meant.
book-places = Places
book-places-about = Lists of places, a place a row. A condition or “Values” asks for a list with places. before its name: places.villages.
book-calendar = Calendar
book-calendar-about = Lists of days and spans, one a row. A target asks for a list with calendar. before its name: calendar.terms.
book-sources = Sources
book-sources-about = The partners’ workbooks, a row for each workbook or group of them.
book-sheets = Sheets
book-sheets-about = How the sheets of the workbooks are read: their shape, and what the rows are.
book-columns = Columns
book-columns-about = Which heading of the workbook means what, a heading a row.
book-words = Words of a column
book-words-about = Where a column says which activity a row is: its words, one a row.
book-rows = Choice of rows
book-rows-about = Which rows of a sheet are taken. Without a row here all are.
book-readings = Other readings
book-readings-about = Sheets of your workbooks that may also be read in another way. If the other reading is the right one, replace the rows. This sheet is not read.
book-readings-place = Workbook and sheet
book-readings-place-note = The workbooks and sheets that it is about.
book-readings-words = Other reading
book-readings-words-note = What else the sheet may be.
book-readings-own = Rows to take out
book-readings-own-note = Where the rows stand in the agreement now, and what is in them.
book-readings-other = Rows to write instead
book-readings-other-note = What is to stand there instead, and on which sheet.
book-recipients = Recipients
book-recipients-about = Who gets the result.
book-indicators = Indicators
book-indicators-about = Measures beside the pledges, never a verdict.
book-values = Measurements
book-values-about = The values of the indicators, one a row.
book-rulings = Rulings
book-rulings-about = Disputed rows of the workbooks, settled.
book-known = Known findings
book-known-about = Findings that the parties know of and have explained.
book-summaries = Summaries
book-summaries-about = Summaries in other languages, written by people.
book-verdicts = Last term
book-verdicts-about = How the pledges of the term before ended.
book-other = Other
book-other-about = What fits on no other sheet. There is seldom anything to write here.
book-guide = Read me
book-lists = Lists
book-guide-1 = This is the agreement: what was promised, by whom, and in which workbooks it can be read. Fill in one sheet at a time, in the order of this list.
book-guide-2 = Headings with a star must be filled in. Hold the pointer over a heading to see what it means. Cells with an arrow have a list to choose from.
book-guide-3 = Several things in a cell are parted by semicolons. Days are written as dates, yes and no as yes and no.
book-guide-4 = Rows belong together by their ids: a target points to its pledge, a sheet to its source, a column to its sheet.
book-guide-5 = Sheets and headings that begin with # are notes of your own and are not read. Sheets that you do not need may stay empty.
book-guide-6 = Columns that are seldom needed are folded away on the sheet Targets. The plus sign above the columns shows them.
book-guide-7 = Check it with: lofte check. Every fault is shown with its sheet and cell, and with the nearest right word.
book-agreement-title = Title
book-agreement-title-note = What the report is called.
book-agreement-municipality = Municipality
book-agreement-municipality-note = The municipality that promises.
book-agreement-police-area = Local police area
book-agreement-police-area-note = The local police area that promises.
book-agreement-from = From
book-agreement-from-note = The first day of the term.
book-agreement-to = To
book-agreement-to-note = The last day of the term.
book-agreement-language = Language
book-agreement-language-note = The language that partners and councillors read.
book-agreement-small-numbers = Smallest number of persons shown
book-agreement-small-numbers-note = Figures about persons below this are withheld, zero too.
book-agreement-background = Background
book-agreement-background-note = Why there are pledges; shown in the report.
book-agreement-success = Measure of success
book-agreement-success-note = The measure of success; shown in the report.
book-agreement-reporting = Reporting
book-agreement-reporting-note = To whom the follow-up goes and by what way; shown in the report.
book-agreement-include = Included files
book-agreement-include-note = Files with shared pledges and lists, read before this one.
book-agreement-delivery-release = Release
book-agreement-delivery-release-note = What a version waits for.
book-agreement-delivery-approver = Approved by
book-agreement-delivery-approver-note = Who approves.
book-agreement-delivery-reminders = Reminders
book-agreement-delivery-reminders-note = When partners are reminded.
book-agreement-delivery-until = Waits at most until
book-agreement-delivery-until-note = The last day an incomplete report still waits.
book-agreement-delivery-diary-number = Diary number
book-agreement-delivery-diary-number-note = The number the registrar gave the matter.
book-agreement-last-term-title = Title of the last term
book-agreement-last-term-title-note = What its report was called.
book-agreement-last-term-as-of = Day of the last report
book-agreement-last-term-as-of-note = The day that report was made for.
book-areas-id = Id
book-areas-id-note = A short word for the area: letters, digits, hyphens. Pledges refer to it.
book-areas-name = Name
book-areas-name-note = What the report calls it.
book-partners-id = Id
book-partners-id-note = A short word for the partner: police, municipality. Other sheets refer to it.
book-partners-name = Name
book-partners-name-note = What the report calls it.
book-partners-also = Other names
book-partners-also-note = Other names in workbooks.
book-partners-address = Mail address
book-partners-address-note = Where letters to it go.
book-pledges-id = Id
book-pledges-id-note = Its id, one of its own; stands in file names and links.
book-pledges-name = Name
book-pledges-name-note = What it is called in lists and tables.
book-pledges-area = Area
book-pledges-area-note = The heading it stands under.
book-pledges-text = Promised words
book-pledges-text-note = The promised words.
book-pledges-responsible = Responsible
book-pledges-responsible-note = Who answers for it.
book-pledges-statement = Row of statements
book-pledges-statement-note = Its row in a sheet of statements, by the words under label: what its owner claims.
book-pledges-stale-after = Statement fresh for
book-pledges-stale-after-note = How long what the owner claims stays fresh.
book-pledges-interpretation = Interpretation
book-pledges-interpretation-note = The meaning chosen for its wording.
book-pledges-verdict = Needs
book-pledges-verdict-note = Which of its targets are needed: any one of them, or all.
book-pledges-partial = Kept in part
book-pledges-partial-note = Whether it is kept in part where some of its targets are kept and others are not.
book-targets-pledge = Pledge
book-targets-pledge-note = The pledge’s id, from the sheet of pledges.
book-targets-id = Id
book-targets-id-note = Its id.
book-targets-kind = Kind
book-targets-kind-note = What it asks; per makes an average, each asks it of every one. response-time without a number is only shown.
book-targets-of = What counts
book-targets-of-note = What counts, any of them; of an indicator its id.
book-targets-at-least = At least
book-targets-at-least-note = So many or more.
book-targets-at-most = At most
book-targets-at-most-note = So many or fewer.
book-targets-over = Over
book-targets-over-note = The window each verdict is about.
book-targets-per = On average per
book-targets-per-note = An average per week or per month over the window.
book-targets-each = Each
book-targets-each-note = So many in every day, week or month; or for every value of the field that among lists; a list asks it of every combination: ["place", "week"].
book-targets-among = Values
book-targets-among-note = With each: the values asked for; a list for each field where there are several.
book-targets-more-than = More than
book-targets-more-than-note = More than a baseline.
book-targets-fewer-than = Fewer than
book-targets-fewer-than-note = Fewer than a baseline.
book-targets-faster-than = Faster than
book-targets-faster-than-note = Of a response time: shorter than so many days, or than it was on these days in the same workbooks.
book-targets-baseline-from = Compared from
book-targets-baseline-from-note = The first day that the number compared with is about.
book-targets-baseline-to = Compared to
book-targets-baseline-to-note = The last day that the number compared with is about.
book-targets-baseline-source = Source of the comparison
book-targets-baseline-source-note = Who gave the number compared with.
book-targets-interpretation = Interpretation
book-targets-interpretation-note = The meaning chosen for its wording, printed.
book-targets-responsible = Responsible
book-targets-responsible-note = Who answers for it.
book-targets-out-of = Share of
book-targets-out-of-note = Of a share: the whole.
book-targets-sum = Sum of targets
book-targets-sum-note = Instead of of: other targets of the pledge, by their ids, whose counts are added up, each row once.
book-targets-longest-gap = Longest gap
book-targets-longest-gap-note = Of a cadence: the longest gap.
book-targets-within = Answer within
book-targets-within-note = Of a request: how soon it is answered; of a response time: how long it may be.
book-targets-distinct = Different
book-targets-distinct-note = Of a count or an average: only different values of the field count: "place", different places; "day", different days.
book-targets-together = Together
book-targets-together-note = With each: so many days, or different values of this field, that had every one of among.
book-targets-except = Except
book-targets-except-note = Days, weeks, months and windows wholly in it are not asked for; no time of an average or a cadence.
book-targets-when = Only if
book-targets-when-note = Activities, requests or steps without which there is no occasion for it in the window: then nothing is asked.
book-targets-agreed = Agreed
book-targets-agreed-note = When it was agreed, where that was left for later.
book-targets-valid-from = In force from
book-targets-valid-from-note = The first day it is in force.
book-targets-valid-to = In force to
book-targets-valid-to-note = The last day it is in force.
book-targets-unit-minutes = Minutes a unit
book-targets-unit-minutes-note = So many minutes are one: a longer row counts as several; of several activities a number for each whose length counts: {"{"} kontroll = 20, patrull = 60 {"}"}.
book-targets-weeks = Weeks
book-targets-weeks-note = With per = "week": calendar weeks of ISO 8601.
book-targets-effort = Effort
book-targets-effort-note = Strived for: judged, and never broken.
book-targets-partial = Kept in part
book-targets-partial-note = Whether it is kept in part where some of its parts or steps are kept and others are not.
book-targets-measure = Answer time as
book-targets-measure-note = Of a response time: of all answers' times.
book-targets-working-days = Working days
book-targets-working-days-note = Of a response time: counted in working days, Monday to Friday but for holidays; within says it by itself.
book-targets-better-than = Better than
book-targets-better-than-note = Of an indicator: better than its own baseline, in its own good direction.
book-targets-margin = By at least
book-targets-margin-note = With better_than: by so much at least.
book-targets-measured-from = Measured from
book-targets-measured-from-note = The first day.
book-targets-measured-to = Measured to
book-targets-measured-to-note = The last day.
book-conditions-pledge = Pledge
book-conditions-pledge-note = The pledge’s id.
book-conditions-target = Target
book-conditions-target-note = The target’s id or its number in the pledge, if the pledge has several.
book-conditions-role = Sort
book-conditions-role-note = only: other rows are not what the pledge is about. require: rows without it are shown, and not counted.
book-conditions-group = Group
book-conditions-group-note = Blank: must hold. “any of 1”, “any of 2”: one of the groups must hold. “not”: must not hold.
book-conditions-field = Field
book-conditions-field-note = What the condition is about: place, audience, partners, or a name of your own from the sheet of columns.
book-conditions-test = Comparison
book-conditions-test-note = Blank: is, or is any of. Or: is marked, is not marked, all, at least, at most, as on.
book-conditions-value = Value
book-conditions-value-note = The word, number or list (places.villages, calendar.evenings). Several words with semicolons between them.
book-steps-pledge = Pledge
book-steps-pledge-note = The pledge’s id.
book-steps-target = Target
book-steps-target-note = The target’s id or its number in the pledge, if the pledge has several.
book-steps-text = Step
book-steps-text-note = Its words.
book-steps-begin-by = Begin by
book-steps-begin-by-note = The last day to begin it; alone, only its beginning is asked for.
book-steps-begun = Begun
book-steps-begun-note = When it was begun.
book-steps-by = Due
book-steps-by-note = Its last day.
book-steps-done = Done
book-steps-done-note = When it was done.
book-steps-sent = Sent report
book-steps-sent-note = The period whose report, once sent, is the step.
book-notes-pledge = Pledge
book-notes-pledge-note = The pledge’s id.
book-notes-period = Period
book-notes-period-note = The period it is about: told from its report on.
book-notes-why = Why
book-notes-why-note = The reason.
book-notes-next = What happens now
book-notes-next-note = What happens next.
book-notes-due = Due
book-notes-due-note = The last day of what happens next.
book-notes-by = Who says so
book-notes-by-note = Who says so.
book-activities-id = Id
book-activities-id-note = A short word for what is counted. Targets and sheets refer to it.
book-activities-one = Word for one
book-activities-one-note = The word for one of it.
book-activities-many = Word for several
book-activities-many-note = The word for several.
book-activities-means = What is meant
book-activities-means-note = The definition, printed in the report.
book-activities-persons = Persons
book-activities-persons-note = Whether it counts persons, so that small numbers are withheld.
book-activities-unit = Unit
book-activities-unit-note = Whole things, or hours: a continuous quantity.
book-activities-hours-per-post = Hours a post
book-activities-hours-per-post-note = Hours of one post a year, where posts are turned into hours.
book-places-list = List
book-places-list-note = The list’s name: villages.
book-places-name = Place
book-places-name-note = Its name in the report.
book-places-also = Other names
book-places-also-note = Other names in workbooks.
book-places-from = From
book-places-from-note = Its first day in use.
book-places-to = To
book-places-to-note = Its last day in use.
book-calendar-list = List
book-calendar-list-note = The list’s name: terms.
book-calendar-name = Name
book-calendar-name-note = Its name in the report.
book-calendar-from = From
book-calendar-from-note = Its first day.
book-calendar-to = To
book-calendar-to-note = Its last day.
book-sources-source = Source
book-sources-source-note = A name of your own for the source. The sheet of sheets refers to it.
book-sources-partner = Partner
book-sources-partner-note = Whose workbooks they are.
book-sources-files = Files
book-sources-files-note = The pattern of their paths in the drop folder: * any signs, ? one sign, [23] one of these, {"{"}a,b{"}"} one of these words, ** any folders; upper and lower case are the same.
book-sources-expected = Written
book-sources-expected-note = How often something is written even when nothing has happened: a month (week, quarter) with no row then is missing, and not zero.
book-sources-due = Due
book-sources-due-note = The day of the following month on which a month's rows are due.
book-sources-ignore = Not read
book-sources-ignore-note = Workbooks and sheets that look like these and are not to be read: patterns of paths in the drop folder, or of sheets' names. Write the reason beside it.
book-sheets-source = Source
book-sheets-source-note = The source that the sheet is in, from the sheet of sources.
book-sheets-sheet = Sheet
book-sheets-sheet-note = A name of your own for the sheet. The sheets of columns, words and choices refer to it.
book-sheets-name = Name of the sheet
book-sheets-name-note = The pattern of the sheets' names: "Kv*", "20??".
book-sheets-layout = Shape
book-sheets-layout-note = The shape of the sheet.
book-sheets-activity = Activity
book-sheets-activity-note = What each row is (of milestones: what its steps are steps of), or which column says it.
book-sheets-activity-column = Activity by column
book-sheets-activity-column-note = The column whose words say which activity the row is.
book-sheets-under = Under the heading
book-sheets-under-note = The heading above that column, where the same heading stands several times.
book-sheets-answers = Answers to
book-sheets-answers-note = The rows answer requests that stand on another sheet under this activity; both map case, this one also answered or date.
book-sheets-places = List of places
book-sheets-places-note = Of a register: the list of places that its rows are.
book-sheets-indicator = Indicator
book-sheets-indicator-note = The rows are measurements of this indicator: date and value.
book-sheets-expected = Written
book-sheets-expected-note = A rhythm of this sheet's own.
book-columns-sheet = Sheet
book-columns-sheet-note = The sheet, from the sheet of sheets.
book-columns-use = Is
book-columns-use-note = column: says something of the row. number of: the number counts as that activity. mark for: a mark says that the partner took part.
book-columns-field = Means
book-columns-field-note = date, place, count …, a name of your own, the activity’s id or the partner’s id.
book-columns-heading = Heading in the workbook
book-columns-heading-note = The heading.
book-columns-under = Under the heading
book-columns-under-note = The merged heading above it, where the same heading stands several times.
book-words-sheet = Sheet
book-words-sheet-note = The sheet, from the sheet of sheets.
book-words-word = Word
book-words-word-note = The word of the column.
book-words-activity = Activity
book-words-activity-note = The activity that the word means.
book-rows-sheet = Sheet
book-rows-sheet-note = The sheet, from the sheet of sheets.
book-rows-group = Group
book-rows-group-note = Blank: must hold. “any of 1”, “any of 2”: one of the groups must hold. “not”: must not hold.
book-rows-field = Heading in the workbook
book-rows-field-note = The column that it is about.
book-rows-test = Comparison
book-rows-test-note = Blank: is, or is any of. Or: is marked, is not marked, all, at least, at most.
book-rows-value = Value
book-rows-value-note = The word or number. Several words with semicolons between them.
book-recipients-name = Name
book-recipients-name-note = The name in the letter's head.
book-recipients-role = Role
book-recipients-role-note = In what capacity.
book-recipients-address = Mail address
book-recipients-address-note = Where the letter goes.
book-recipients-edition = Edition
book-recipients-edition-note = What it gets.
book-recipients-attach = Attachments
book-recipients-attach-note = The files attached.
book-recipients-partner = Partner
book-recipients-partner-note = The partner it belongs to.
book-indicators-id = Id
book-indicators-id-note = A short word for the measure.
book-indicators-area = Area
book-indicators-area-note = The area it stands beside.
book-indicators-name = Name
book-indicators-name-note = What it measures.
book-indicators-source = Source
book-indicators-source-note = Who measured it.
book-indicators-scale = Scale
book-indicators-scale-note = Its scale.
book-indicators-good = Good is
book-indicators-good-note = Which direction is good.
book-indicators-baseline-date = Day of the baseline
book-indicators-baseline-date-note = When.
book-indicators-baseline-value = Baseline
book-indicators-baseline-value-note = How much.
book-values-indicator = Indicator
book-values-indicator-note = The indicator’s id.
book-values-date = Day
book-values-date-note = When.
book-values-value = Value
book-values-value-note = How much.
book-rulings-at-workbook = Workbook
book-rulings-at-workbook-note = The workbook, relative to the drop folder.
book-rulings-at-sheet = Sheet
book-rulings-at-sheet-note = The sheet.
book-rulings-at-cell = Cell
book-rulings-at-cell-note = A cell of the row.
book-rulings-counts = Counts
book-rulings-counts-note = Whether it counts.
book-rulings-why = Why
book-rulings-why-note = Why.
book-rulings-by = Who says so
book-rulings-by-note = Who said so.
book-rulings-date = Day
book-rulings-date-note = When.
book-known-code = Finding
book-known-code-note = Which finding: its code, missing-month.
book-known-at-workbook = Workbook
book-known-at-workbook-note = The workbook, or the pattern of the source.
book-known-at-sheet = Sheet
book-known-at-sheet-note = The sheet.
book-known-at-cell = Cell
book-known-at-cell-note = A cell of the row.
book-known-why = Why
book-known-why-note = Why it is so.
book-known-by = Who says so
book-known-by-note = Who said so.
book-known-date = Day
book-known-date-note = When.
book-summaries-language = Language
book-summaries-language-note = The language's tag.
book-summaries-text = Text
book-summaries-text-note = The text.
book-verdicts-pledge = Pledge
book-verdicts-pledge-note = The pledge’s id.
book-verdicts-verdict = Verdict
book-verdicts-verdict-note = How the pledge ended last term.
book-other-path = Key
book-other-path-note = Where in the agreement the value belongs: pledge.2.target.1.only.
book-other-toml = Value
book-other-toml-note = The value, as the agreement’s text file writes it.
book-word-true = yes
book-word-false = no
book-word-count = count
book-word-share = share
book-word-cadence = cadence
book-word-request = request
book-word-response-time = response time
book-word-state = state
book-word-milestone = steps
book-word-deferred = agreed later
book-word-shown = shown
book-word-indicator = indicator
book-word-average = average
book-word-median = median
book-word-baseline = baseline
book-word-all = all
book-word-any = any
book-word-iso = calendar weeks
book-word-year = year
book-word-half-year = half-year
book-word-tertial = tertial
book-word-quarter = quarter
book-word-month = month
book-word-week = week
book-word-day = day
book-word-term = term
book-word-things = things
book-word-hours = hours
book-word-low = low
book-word-high = high
book-word-weekly = every week
book-word-monthly = every month
book-word-quarterly = every quarter
book-word-log = log
book-word-months = months
book-word-form = form
book-word-statements = statements
book-word-milestones = steps
book-word-register = register
book-word-at-once = at once
book-word-when-complete = when all have reported
book-word-after-approval = after approval
book-word-chief = police chief
book-word-council = council
book-word-chair = chair
book-word-partner = partner
book-word-registrar = registrar
book-word-web = web
book-word-full = full
book-word-public = public
book-word-not-fulfilled = not fulfilled
book-word-partial = kept in part
book-word-behind = behind
book-word-undecided = undecided
book-word-not-reported = not reported
book-word-on-track = on track
book-word-fulfilled = fulfilled
book-word-not-started = not begun
book-word-no-need = no need
book-word-described = described
book-word-is = is
book-word-is-marked = is marked
book-word-is-blank = is not marked
book-word-at-least = at least
book-word-at-most = at most
book-word-named-by = as on
book-word-column = column
book-word-counted = number of
book-word-reckoned = counted
book-word-mark = mark for
book-word-only = only
book-word-require = require
book-word-any-group = any of
book-word-not-group = not
book-word-date = date
book-word-time = time
book-word-until = until
book-word-minutes = minutes
book-word-persons = persons
book-word-place = place
book-word-audience = audience
book-word-partners = partners
book-word-answered = answered
book-word-case = case
book-word-step = step
book-word-begin = begin by
book-word-begun = begun
book-word-due = due
book-word-done = done
book-word-label = pledge
book-word-status = status
book-word-updated = updated
book-word-comment = comment
book-word-from = from
book-word-to = to
book-word-value = value
book-word-weekday = weekday
# Values that are made of a word and what stands at the sign #.
book-form-places = places.#
book-form-calendar = calendar.#
book-form-day = day #
book-form-days-before = # days before
book-form-working-days = # working days
book-form-days = # days
book-form-one-day = # day
book-form-weeks = # weeks
book-form-one-week = # week
book-form-months = # months
book-form-one-month = # month
book-form-years = # years
book-form-one-year = # year
# End of the workbook.

# Faults in the agreement file. Whoever lists them prints the line; $file is "none" or the included file the line is of.

agreement-in-file = { $file ->
    [none] { "" }
   *[other] { " " }The line is in the file “{ $file }”.
}

finding-agreement-syntax = { $text ->
    [none] The file is not TOML here: { $fault }.
   *[other] The file is not TOML at “{ $text }”: { $fault }.
}
    .remedy = Check the quotes, equals signs and brackets on this line and the line above.{ agreement-in-file }

finding-agreement-unknown-key = { $written ->
    [book] The heading
   *[text] The key
} “{ $key }” means nothing here{ $table ->
    [none] { "" }
   *[other] , in { $table }
}.
    .remedy = { $nearest ->
        [none] { $written ->
            [book] Empty the cell, or move the value to where it belongs.
           *[text] Remove the key, or move it to the table it belongs to.
        }
       *[other] Did you mean “{ $nearest }”?
    }{ agreement-in-file }

finding-agreement-missing-key = { $written ->
    [book] “{ $key }” is not filled in
   *[text] The key “{ $key }” is missing
}{ $table ->
    [none] { "" }
   *[other] { " " }in { $table }
}.
    .remedy = { $written ->
        [book] Fill in the cell.
       *[text] Add “{ $key }”.
    }{ agreement-in-file }

finding-agreement-wrong-type = The value of “{ $key }” is of the wrong type.
    .remedy = { $written ->
        [book] { $expected ->
            [number] Write a number, such as 3.
            [share] Write a share, such as 20 %.
            [yes-no] Write yes or no.
            [date] Write a date, such as 2023-09-30.
           *[other] Write what the note at the heading says.
        }
       *[text] { $expected ->
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
        }
    }{ agreement-in-file }

finding-agreement-unknown-word = “{ $word }” cannot be the value of “{ $key }”.
    .remedy = { $nearest ->
        [none] Write one of: { $choices }.
       *[other] Did you mean “{ $nearest }”? Possible words are: { $choices }.
    }{ agreement-in-file }

finding-agreement-unknown-partner = The agreement has no partner “{ $word }”.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Add the partner to the sheet Partners, or write one that exists.
           *[other] Did you mean “{ $nearest }”? Otherwise add the partner to the sheet Partners.
        }
       *[text] { $nearest ->
            [none] Add [partners.{ $word }], or write a partner that exists.
           *[other] Did you mean “{ $nearest }”? Otherwise add [partners.{ $word }].
        }
    }{ agreement-in-file }

finding-agreement-unknown-area = The agreement has no area “{ $word }”.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Add the area to the sheet Areas, or write one that exists.
           *[other] Did you mean “{ $nearest }”? Otherwise add the area to the sheet Areas.
        }
       *[text] { $nearest ->
            [none] Add [areas.{ $word }], or write an area that exists.
           *[other] Did you mean “{ $nearest }”? Otherwise add [areas.{ $word }].
        }
    }{ agreement-in-file }

finding-agreement-unknown-place = The agreement has no list of places “{ $word }”.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Add the list to the sheet Places, or write one that exists.
           *[other] Did you mean “{ $nearest }”? Otherwise add the list to the sheet Places.
        }
       *[text] { $nearest ->
            [none] Add [places.{ $word }] with its names, or a sheet with layout = "register" and places = "{ $word }".
           *[other] Did you mean “{ $nearest }”? Otherwise add [places.{ $word }].
        }
    }{ agreement-in-file }

finding-agreement-unknown-calendar = The agreement has no calendar list “{ $word }”.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Add the list to the sheet Calendar, or write one that exists.
           *[other] Did you mean “{ $nearest }”? Otherwise add the list to the sheet Calendar.
        }
       *[text] { $nearest ->
            [none] Add “{ $word }” under [calendar], or write a list that exists.
           *[other] Did you mean “{ $nearest }”? Otherwise add “{ $word }” under [calendar].
        }
    }{ agreement-in-file }

finding-agreement-unknown-indicator = The agreement has no indicator “{ $word }”.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Add the indicator to the sheet Indicators, or write one that exists.
           *[other] Did you mean “{ $nearest }”? Otherwise add the indicator to the sheet Indicators.
        }
       *[text] { $nearest ->
            [none] Add [indicators.{ $word }], or write an indicator that exists.
           *[other] Did you mean “{ $nearest }”? Otherwise add [indicators.{ $word }].
        }
    }{ agreement-in-file }

finding-agreement-unknown-activity = No sheet gives the activity “{ $word }”.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Add a sheet that gives that activity to the sheet Sheets, or write one that exists.
           *[other] Did you mean “{ $nearest }”? Otherwise add a sheet that gives that activity to the sheet Sheets.
        }
       *[text] { $nearest ->
            [none] Add a sheet with activity = "{ $word }", or write an activity that a sheet gives.
           *[other] Did you mean “{ $nearest }”? Otherwise add a sheet with activity = "{ $word }".
        }
    }{ agreement-in-file }

finding-agreement-unknown-field = The field “{ $word }” has no column on any sheet that gives “{ $activity }”.
    .remedy = { $written ->
        [book] { $nearest ->
            [none] Add a row that means “{ $field }” to the sheet Columns, or write one that exists.
           *[other] Did you mean “{ $nearest }”? Otherwise add a row that means “{ $field }” to the sheet Columns.
        }
       *[text] { $nearest ->
            [none] Add { $field } = "the heading" to the sheet's columns.
           *[other] Did you mean “{ $nearest }”? Otherwise add { $field } = "the heading" to the sheet's columns.
        }
    }{ agreement-in-file }

finding-agreement-duplicate-id = “{ $id }” stands twice.
    .remedy = Give the second one a name of its own, or remove it.{ agreement-in-file }

finding-agreement-window-outside-term = The time { $from } to { $to } lies outside the term of the agreement.
    .remedy = Change the days so that they lie between { $first } and { $last }.{ agreement-in-file }

finding-agreement-impossible-target = { $why ->
    [no-number] The target does not say how much.
    [two-bounds] The target has two bounds.
    [per-and-each] The target asks for both an average ({ KEY("per", $written) }) and every one ({ KEY("each", $written) }).
    [baseline-and-rate] The target compares with an earlier number and asks for an average or every one as well.
    [weeks-without-per] { KEY("weeks", $written) } means something only together with { KEY("per", $written, word: "week") }.
    [among-without-each] { KEY("among", $written) } means something only together with { KEY("each", $written) }.
    [among-and-time] { KEY("among", $written) } cannot stand together with every day, week or month.
    [each-window] Every quarter, half-year or year is a window of its own and is written with { KEY("over", $written) }.
    [no-among] The target does not say which ones are to be counted one by one.
    [at-most-each] { KEY("at_most", $written) } cannot be asked of each of several.
    [window-shorter] The target's window is shorter than what is to happen in it.
    [percent] A count cannot be in per cent.
    [negative] A number cannot be less than zero.
    [zero] The target asks for nothing: at least zero always holds, and no gap at all cannot be kept.
    [above-hundred] A share cannot be more than 100 %.
    [part-is-whole] The part and the whole are the same, so the share is always 100 %.
    [fewer-than-none] There cannot be fewer than none.
    [no-gap] The target does not say how long the gap may be.
    [beside-sum] Each target that is added says itself what counts: “{ $key }” belongs there.
    [sum-of-persons] Figures about persons are not added up: the sum would tell small numbers.
    [sum-of-unlike] Hours and numbers cannot be added up.
    [sum-of-no-count] { KEY("sum", $written) } adds up targets that count something, by their ids.
    [months-of-average] An average or median time cannot be in months.
    [margin-alone] { KEY("margin", $written) } means something only together with { KEY("better_than", $written) }.
    [indicator-value] The measure is compared with a number, and none is written.
    [each-twice] The target asks for more than one of every day, week and month at once.
    [among-for-each] { KEY("among", $written) } does not have a list for each field of { KEY("each", $written) }.
    [too-many-parts] The target asks for more parts than can be followed up one by one.
    [together-and-time] { KEY("together", $written) } cannot stand with every day, week or month.
   *[not-of-this-kind] “{ $key }” does not belong to this kind of target.
}
    .remedy = { $why ->
        [no-number] Write a number for { KEY("at_least", $written) } or { KEY("at_most", $written) }, or choose another { KEY("kind", $written) }.
        [two-bounds] Keep one of the bounds. Two bounds are written as two targets.
        [per-and-each] Keep { KEY("per", $written) } for an average, or { KEY("each", $written) } if every one is to hold.
        [baseline-and-rate] Remove { KEY("per", $written) } and { KEY("each", $written) }, or write the number with { KEY("at_least", $written) }.
        [weeks-without-per] Add { KEY("per", $written, word: "week") }, or remove { KEY("weeks", $written) }.
        [among-without-each] Add a field for { KEY("each", $written) }, or remove { KEY("among", $written) }.
        [among-and-time] Remove { KEY("among", $written) }, or write a field for { KEY("each", $written) }.
        [each-window] Remove { KEY("each", $written) }, and write the time for { KEY("over", $written) }, such as { KEY("over", $written, word: "quarter") }.
        [no-among] Add { KEY("among", $written) } with { $written ->
            [book] the words, or the list as places.the-list.
           *[text] a list of words, or "places.the-list".
        }
        [at-most-each] Write a target for each of them, { $written ->
            [book] each with its condition on the sheet Conditions.
           *[text] with only.
        }
        [window-shorter] Choose a longer time for { KEY("over", $written) }.
        [percent] Write a number without per cent, or choose { KEY("kind", $written, word: "share") }.
        [negative] Write a number from zero.
        [zero] Write a number above zero.
        [above-hundred] Write a share between 0 and 100 %.
        [part-is-whole] Choose the part with a condition, or change { KEY("out_of", $written) }.
        [fewer-than-none] Check the number it is compared with.
        [no-gap] Add { KEY("longest_gap", $written) }, such as { $written ->
            [book] 6 months.
           *[text] "6 months".
        }
        [months-of-average] Write the time in days or working days, such as { $written ->
            [book] 30 days.
           *[text] "30 days".
        }
        [beside-sum] Remove “{ $key }”, or write it in the targets that are added.
        [sum-of-persons] Write one target with all activities in of.
        [sum-of-unlike] Measure all in hours, or write two targets.
        [sum-of-no-count] Write the ids of targets that count something: with { KEY("at_least", $written) }, { KEY("at_most", $written) } or { KEY("kind", $written, word: "shown") }.
        [margin-alone] Add { KEY("better_than", $written, word: "baseline") }, or remove { KEY("margin", $written) }.
        [indicator-value] Write the number, or { KEY("better_than", $written, word: "baseline") }.
        [each-twice] Keep one of them, and write another target for the other.
        [among-for-each] Write a list for each field, in the same order{ $written ->
            [book] {""}, a line each in the cell.
           *[text] : among = ["places.schools", ["4", "5"]].
        } At most three fields can be asked for at once.
        [too-many-parts] Divide the target, or ask for one field at a time. At most 2,000 parts can be asked for.
        [together-and-time] Remove { KEY("together", $written) }, or day, week and month from { KEY("each", $written) }.
       *[not-of-this-kind] Remove “{ $key }”, or change { KEY("kind", $written) }.
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
        [length] Write a time such as { $written ->
            [book] 6 months, 2 weeks, 7 days or 5 working days.
           *[text] "6 months", "2 weeks", "7 days" or "5 working days".
        }
        [number] Write a number from zero with at most two decimals.
        [address] Write a mail address, such as "name@example.se".
        [pattern] Write a path in the folder of workbooks, with forward slashes, such as "polisen/Trafik*.xlsx".
        [day] Write a day of the month, such as { $written ->
            [book] day 5.
           *[text] "day 5".
        }
        [reminder] Write { $written ->
            [book] day 10 or 3 days before.
           *[text] "day 10" or "3 days before".
        }
        [weekday] Write a weekday: "mon", "tue", "wed", "thu", "fri", "sat" or "sun".
        [hours] Write two times of day, such as "21.00–03.00".
        [period] Write a period, such as { $written ->
            [book] 2023-09, 2023-T2, 2023-Q3, 2023-H1, 2023 or term.
           *[text] "2023-09", "2023-T2", "2023-Q3", "2023-H1", "2023" or "term".
        }
        [language] Write the language's tag in small letters, such as "fi".
        [id] Use only letters, digits, hyphens and underscores.
        [one-line] Write the text on a single line, and do not leave it empty.
        [heading] Write the heading as it stands in the workbook.
        [code] Write the code of a finding, for example "missing-month".
        [cell] Write the cell by column and row, such as "A5".
        [calendar] Write a list { $written ->
            [book] on the sheet Calendar, such as calendar.juli.
           *[text] under [calendar], such as "calendar.juli".
        }
        [among] Write { $written ->
            [book] words with semicolons between them, or a list of places such as places.tunnlar.
           *[text] a list of words, or a list of places such as "places.tunnlar".
        }
        [words] Write at least one word in the list.
        [host] Write the server's name, such as "smtp.example.se".
        [keeper] Write where the secret is kept, not the secret: {"{"} file = "…" {"}"}, {"{"} environment = "…" {"}"}, {"{"} credential = "…" {"}"} or {"{"} command = ["…"] {"}"}.
        [approver] Add a { $written ->
            [book] recipient on the sheet Recipients
           *[text] [[recipient]]
        } with that role, or choose another: the draft goes there.
        [one-proof] Write either password or token.
        [token] Write where the token is kept ({"{"} file = "…" {"}"} or {"{"} command = ["…"] {"}"}), or who is to fetch it: {"{"} tenant = "…", client_id = "…", secret = {"{"} file = "…" {"}"} {"}"}. Instead of secret it may say certificate = "…".
        [one-route] Write either server or folder.
        [open-login] A password is never sent openly. Write security = "starttls" or "tls", or take user away.
       *[other] Write the value that the documentation gives.
    }{ agreement-in-file }

finding-agreement-unknown-sheet = The sheet “{ $sheet }” is none of an agreement's.
    .remedy = { $nearest ->
        [none] Remove it, or let its name begin with #. The sheets are: { $choices }.
       *[other] Did you mean “{ $nearest }”? A sheet with notes of your own begins with #.
    }

finding-agreement-unknown-heading = The heading “{ $heading }” means nothing on this sheet.
    .remedy = { $nearest ->
        [none] Remove it, or let it begin with #. The headings are: { $choices }.
       *[other] Did you mean “{ $nearest }”? A heading above notes of your own begins with #.
    }

finding-agreement-missing-file = The file “{ $path }” that the agreement refers to is not there.
    .remedy = Put the file there, or correct the path in the agreement.{ agreement-in-file }

## What we found in the partners' workbooks

finding-unreadable-workbook = { $what ->
    [locked] We cannot open the workbook: it is open in another program, or we are not allowed to read it.
    [changed] The workbook changed while we read it, so we have not counted it.
   *[damaged] We cannot open the workbook: the file is damaged or cut off.
}
    .remedy = { $what ->
    [locked] Close it where it is open, and run the follow-up again.
    [changed] Wait until it is saved or fully copied, and run the follow-up again.
   *[damaged] Open it in Excel, save it again under the same name and put it back.
}
finding-encrypted-workbook = The workbook has a password, so we cannot read it.
    .remedy = Remove the password in Excel and save the workbook again.
finding-unsupported-format = { $what ->
    [html] The file is a web page saved under a workbook's name.
    [old-excel] The file is saved in an old Excel format that we cannot read.
    [empty] The file is empty.
   *[other] The file is not a workbook that we can read.
}
    .remedy = Open it in Excel and save it as an Excel workbook (.xlsx).
finding-reader-limit = { $what ->
    [time] The workbook takes too long to read.
    [memory] The workbook takes too much memory to read.
    [rows] The workbook has more rows to count than we can take, so none of them count.
    [folder] The folder's workbooks together have more rows to count than we can take, so this one does not count.
   *[other] The workbook is too large to be read.
}
    .remedy = { $what ->
    [time] Copy the rows to a new workbook without formulas and links, and put it here instead.
    [memory] Copy the rows to a new workbook and put it here instead.
    [rows] Divide the workbook, for example into one a year, or add up by week or month.
    [folder] Move workbooks that do not belong here to another folder.
   *[other] Remove empty rows, pictures and sheets that do not belong here, and save it again.
}
finding-missing-sheet = The sheet “{ $sheet }” is not in the workbook.
    .remedy = { $nearest ->
    [none] Add the sheet “{ $sheet }”, or change the sheet's name in the agreement file.
   *[other] Rename the sheet “{ $nearest }” to “{ $sheet }”, or write “{ $nearest }” in the agreement file.
}
finding-missing-heading = The heading “{ $heading }” is not there.
    .remedy = { $nearest ->
    [none] Write the heading “{ $heading }” above its column, or change it in the agreement file.
   *[other] Change the heading “{ $nearest }” to “{ $heading }” if that is the one meant, or change the agreement file.
}
finding-ambiguous-columns = { $choices ->
    [none] Several columns with numbers stand under “{ $heading }”, and nothing says which one counts. None of them was read.
   *[other] Several columns stand under “{ $heading }”: “{ $choices }”. We cannot tell which one counts, so none of them was read.
}
    .remedy = Say in the agreement which column counts, or give the column the heading “Outcome”.
finding-no-workbook = No workbook from { $partner } fits the pattern “{ $pattern }”.
    .remedy = Put the workbook in the folder under that name, or change the pattern in the agreement file.

finding-copied-workbook = The workbook is a copy of { $original ->
    [none] another partner’s workbook
   *[other] “{ $original }”
} and is not counted.
    .remedy = Remove the copy if it is not needed.
finding-stale-copy = The workbook is an older version of { $original ->
    [none] another partner’s workbook
   *[other] “{ $original }”
} and is not counted. The other is taken for the newer { $why ->
    [rows] since it tells of more
    [dates] since it goes on to a later day
    [saved] since it was saved later
   *[name] by its name, as what they hold does not tell which is the newest
}.{ $alone ->
    [0] {""}
    [one] {" "}One entry stands only here and counts as uncertain.
   *[other] {" "}{ $alone } entries stand only here and count as uncertain.
}
    .remedy = Check that { $original ->
        [none] the other workbook
       *[other] “{ $original }”
    } is the latest{ $alone ->
    [0] {""}
   *[other] {" "}and that nothing that stands only here is missing there
}, and remove this one from the folder.
finding-unfinished-workbook = The file looks like a workbook that has not been copied or downloaded to its end, so it has not been read.
    .remedy = Wait until it is finished, or put the workbook there once more. Remove the file if it is left over.
finding-unclaimed-workbook = No source in the agreement file names the workbook, so it has not been read.
    .remedy = { $nearest ->
    [none] Add it as a source in the agreement file, or remove it from the folder.
   *[other] Give it a name that fits “{ $nearest }”, add it as a source in the agreement file, or remove it.
}
finding-reported-by-two = { $workbook ->
    [none] Another partner reports { $activity } on the same day, { $date }
   *[other] { $partner } reports { $activity } on the same day, { $date }, at { $cell } on the sheet “{ $sheet }” in “{ $workbook }”
}, and nothing tells the rows apart. It may be the same occasion. It surely counts once, and perhaps twice.
    .remedy = Ask the partners whether it is the same occasion. Write the answer as a ruling on this row in the agreement: it does not count if it is the same, it counts if they are two.
finding-duplicate-row = The row is the same as the row at { $first } and is not counted again.
    .remedy = Remove the row if it was pasted twice. If these are two occasions, write something that tells them apart, such as the time of day.
finding-repeated-heading = { $where ->
    [form] The label “{ $heading }” stands several times on the sheet. The one at { $column } is read, and this one is not.
    [below] Another table with the same headings in another order, or with nearly the same, begins here. Its rows are not read.
   *[beside] The heading “{ $heading }” stands over several columns. Column { $column } is read, and this one is not.
}
    .remedy = { $where ->
    [form] Put each occasion on a sheet of its own.
    [below] Write the headings as in the first table and in the same order, or the table on a sheet of its own.
   *[beside] Say which one is meant with “under” in the agreement, or give the columns different headings. If these are two tables side by side: put one below the other.
}
finding-date-outside-term = The date { $date } lies outside the term of the agreement, so the row is not counted.
    .remedy = { $guess ->
    [none] Correct the date, or remove the row if it does not belong here.
   *[other] Correct the date. Was { $guess } meant?
}
finding-dates-outside-term = The cells { $cells } are about { $date }, outside the term of the agreement, so they are not counted.
    .remedy = Correct the dates if they are wrong. Otherwise nothing needs to be done.
finding-date-in-future = The date { $date } is in the future, so the row is not counted.
    .remedy = Correct the date. If it is something planned, leave the row until it has been done.
finding-missing-date = The row has no date. It may have happened at any time that the sheet covers, so it counts as uncertain.
    .remedy = Write the date, or at least the week or the month.
finding-unreadable-date = We cannot read the date “{ $text }”.
    .remedy = Write the date with its year, for example 2023-04-15.
finding-unreadable-number = { $text ->
    [none] We cannot read the number.
   *[other] We cannot read the number “{ $text }”.
}
    .remedy = Write a number, for example 3 or “ca 3”.
finding-negative-number = { $text ->
    [none] The number is below zero. The rows nearby are uncertain, as the number may be about any of them.
   *[other] The number “{ $text }” is below zero. The rows nearby are uncertain, as the number may be about any of them.
}
    .remedy = Correct the number on the row that was wrong, and remove the row with the correction.
finding-scaled-numbers = According to “{ $text }”, each number counts { $count } times. So the numbers are counted that way, as rounded ones.
    .remedy = Write whole numbers in the column, or remove the words if the numbers are whole already.
finding-unreadable-value = { $what ->
    [row] The cell is empty and has the colour of the rest of its row, so the colour does not say how things stand.
    [meaning] The cell is empty, and its colour can mean several things.
    [count] The cell has a colour but no number, and a colour is not counted.
   *[format] The status is empty on every row. If colours show it, we cannot read them in this file format.
}
    .remedy = { $what ->
    [count] Write the number in the cell.
    [format] Write the status in words, for example Done, Under way or Not done, or save the workbook as .xlsx.
   *[other] Write the status in words in the cell, for example Done, Under way or Not done.
}
finding-error-cell = The cell shows an error ({ $text }) instead of a value.
    .remedy = Correct the formula, or write the value itself.
finding-too-many-fields = The row does not have as many fields as the header, so we do not know which value belongs to which heading: { $text }.
    .remedy = Put quotation marks round text that has a separator in it, or save the file from Excel again.
finding-unreadable-time = We cannot read the time “{ $text }”, so the row counts as uncertain.
    .remedy = Write the time of day, for example 18:30 or 18–20.
finding-formula-without-value = The cell has a formula that was never calculated.
    .remedy = Open the workbook in Excel and save it, and the formula is calculated.
finding-missing-value = The cell for “{ $field }” is empty, so the row counts as uncertain.
    .remedy = Fill in the cell. Write 0 or no if there was nothing.
finding-partly-inside = The time “{ $text }” lies only partly in what the pledge is about, so the row is counted as uncertain.
    .remedy = Write the exact day or time, or divide the row.
finding-identity-number = There is a personal identity number here. We have hidden it in everything that is shown.
    .remedy = Remove the identity number. Such details do not belong in the follow-up.

finding-approximate-number = { $text ->
    [none] The number is not exact. We count with the whole range.
   *[other] The number “{ $text }” is not exact. We count it as { $value }.
}
    .remedy = Write the exact number if it is known.
finding-assumed-year = Dates without a year on the sheet were given the year { $year }, which stands in { $from ->
    [sheet] the sheet's name
    [title] the sheet's title
    [file] the file's name
   *[term] the term of the agreement
}.
    .remedy = Write the year in the dates if it is another year.
finding-perhaps-not-held = { $state ->
    [planned] “{ $word }” in { $at } says that it is planned, but the day has passed. The row counts as uncertain.
    [called-off] “{ $word }” in { $at } may mean that it was not held. The row counts as uncertain.
    [withdrawn] A part of the row is struck through ({ $at }). The row counts as uncertain.
    [nothing] “{ $word }” in { $at } may mean that nothing was done. The row counts as uncertain.
    [sample] “{ $word }” in { $at } looks like part of a template. The row counts as uncertain.
   *[unsaid] The column “{ $word }” is blank in { $at }, though other rows have an answer there. The row counts as uncertain.
}
    .remedy = { $state ->
        [planned] Write “Held” if it was held, otherwise “Cancelled”.
        [withdrawn] Delete the row if it is not valid. Otherwise remove the line through it.
        [sample] Delete the row if it is only an example.
        [unsaid] Write “yes” in the cell if it was held, otherwise “no”.
       *[other] Write “Cancelled” alone in a column of its own if it was not held, otherwise “Held”.
    }
finding-unknown-mark = “{ $text }” in the column “{ $heading }” is neither yes nor no, so the answer counts as uncertain.
    .remedy = Write “yes” or “no” in the cell.
finding-figure-not-told = “..” means that there is a figure but it is not given. So it can be of any size.
    .remedy = Write the figure, or 0 if there was nothing.
finding-ambiguous-date = “{ $text }” can be Christmas or July. The row counts as uncertain.
    .remedy = Write the date, for example { $example }.
finding-perhaps-sum = The row is about { $date }, and other rows are about parts of the same time. We cannot tell whether it is their sum, so it counts as uncertain.
    .remedy = Write “Total” in the row if it is a sum. Otherwise remove the rows that it already holds.
finding-equals-sum = Every number on the row is what the rows { $first }–{ $last } add up to. We cannot tell whether the row is their sum, so it counts as uncertain.
    .remedy = Write “Total” first in the row if it is a sum. Otherwise write a day or a place in the row.
finding-perhaps-total = { $why ->
    [alone] “{ $text }” looks like a sum, but there are no other numbers to add up. We cannot tell whether the numbers are the sheet's own, so they count as uncertain.
   *[other] “{ $text }” looks like a sum, but its numbers are not what the rows beside it add up to. We cannot tell what the row is, so it counts as uncertain.
}
    .remedy = Write what the row is about instead of “{ $text }”, or delete the row if it is a sum.
finding-perhaps-cumulative = The numbers under “{ $heading }” may be cumulative: each number would then hold those before it. We cannot tell, so they count as uncertain.
    .remedy = Write “Cumulative” in the heading if each number holds those before it. Otherwise correct the sheet's total, or the number that is wrong.
finding-ambiguous-dates = The column holds dates of two kinds: “{ $text }” has the month first, others have the day first. Dates that can be read both ways count as uncertain.
    .remedy = Write all dates in one way, best as year-month-day.
finding-uncertain-days = The numbers under “{ $heading }” are cumulative. We cannot tell on which days between two rows the rest was done, so it counts as done at some time between them.
    .remedy = Write the number that was done on the row’s own day, in a column of its own.
finding-perhaps-comparison = The title “{ $text }” says that the table is a goal, a plan or another year, but the sheet has no other table. We cannot tell whether the numbers are work that was done, so they count as uncertain.
    .remedy = Write “Outcome” in the title if the numbers are what was done. Otherwise add a table of what was done.
finding-perhaps-compared = “{ $text }” may be something to compare with, or something done before this time. We do not know whether the numbers are work done, so the row counts as uncertain.
    .remedy = Move the row to another sheet if it is only there to compare with. Otherwise write what the row is about instead of “{ $text }”.
finding-several-days = “{ $text }” may mean that it was held { $count } times. We do not know how many there were, so the row counts as 1–{ $count }.
    .remedy = Write a row for each day and time.
finding-perhaps-part = “{ $text }” looks like a part of the row above. We cannot tell whether its numbers are counted there, so they count as uncertain.
    .remedy = Write “of which” first if the row is a part of the row above. Otherwise delete the sign first in the row.
finding-steps-without-done = The agreement does not say which column tells when each step was done. Nobody knows which steps are done.
    .remedy = Say in the agreement that the column means done (in the text file: `done`).
finding-answer-without-request = The answer is to “{ $case }”, but no request has that name. The answer is not counted.
    .remedy = Correct the name here or in the request, so that they are the same.
finding-repeated-rows = { $how ->
    [same] { $count ->
        [one] Row { $rows } also stands
       *[other] Rows { $rows } also stand
    } in { $other ->
        [none] another partner’s workbook
       *[other] “{ $other }”
    } and count only once.
    [sums] { $count ->
        [one] Row { $rows } sums up
       *[other] Rows { $rows } sum up
    } what stands in { $other ->
        [none] another partner’s workbook
       *[other] “{ $other }”
    }. They are not counted again.
    [perhaps-sums] { $count ->
        [one] Row { $rows } may be the sum of
       *[other] Rows { $rows } may be sums of
    } what stands in { $other ->
        [none] another partner’s workbook
       *[other] “{ $other }”
    }. Nobody knows, so they are counted as uncertain here.
   *[perhaps] { $count ->
        [one] Row { $rows } may be the same as a row
       *[other] Rows { $rows } may be the same as rows
    } of { $other ->
        [none] another partner’s workbook
       *[other] “{ $other }”
    }. Nobody knows, so they are counted as uncertain here.
}
    .remedy = Remove one of them if they are the same. Otherwise write the place, the time or something else that tells the rows apart.
finding-unread-sheet = The sheet has the same kind of headings as the sheets that are read, but the agreement does not take it. { $count ->
    [one] One entry
   *[other] { $count } entries
} of it are counted as uncertain.
    .remedy = Rename the sheet, or change the pattern in the agreement file, if it is to count. Otherwise write it among what is not read in the agreement (in the text file: `ignore`).
finding-unread-rows = The sheet has { $count ->
    [one] one row
   *[other] { $count } rows
} like those of the sheets that are read, but the agreement does not take the sheet. So there may be more than what is counted.
    .remedy = Give the sheet the same headings and a name like the other sheets if it is to count. Otherwise put it among what is not read in the agreement (in the text file: `ignore`).
finding-near-word = “{ $word }” is almost “{ $nearest }”, which the agreement asks for. We do not know whether it is the same, so the row counts as uncertain.
    .remedy = Write “{ $nearest }” in the cell if that is what is meant. Otherwise write a ruling on the row in the agreement: it does not count.
finding-workbook-gone = The workbook was read for the report of { $period } and is no longer there. { $count ->
    [one] One entry
   *[other] { $count } entries
} of it are missing now, and that time counts as not reported.
    .remedy = Put the workbook back into the folder.
finding-answer-before-request = The answer of { $answered } is dated before the day the request was made, { $asked }. The row is counted as uncertain.
    .remedy = Correct the day that is wrong.
finding-open-answer-day = The answer was given { $answered }, and the request was made { $asked }. We do not know on which day, so we do not know whether it was in time. The row is counted as uncertain.
    .remedy = Write the day of the answer, for example 2023-04-15.
finding-unlisted-word = “{ $word }” is not among what the pledge covers, so the row does not count there.
    .remedy = { $nearest ->
        [none] Correct the word in the cell if it means one of those of the pledge. Otherwise there is nothing to do.
       *[other] Write “{ $nearest }” in the cell if that is what it means. Otherwise there is nothing to do.
    }
finding-near-heading = The heading “{ $found }” was read as “{ $heading }”.
    .remedy = Change the heading to “{ $heading }”, or write “{ $found }” in the agreement file.
finding-total-disagrees = { $total ->
    [none] The sheet's own total differs from its rows. We count the rows.
   *[other] The sheet's own total is { $total }, but the rows give { $sum }. We count the rows.
}
    .remedy = Check the total, and that no rows are missing.
finding-cumulative-numbers = The heading “{ $heading }” says that each number holds those before it. We count the difference from the row before.
    .remedy = Change the heading if the numbers are not cumulative. Otherwise you need not do anything.
finding-month-first-dates = The dates in the column have the month first, as “{ $text }” shows. All of them are read so.
    .remedy = Write the dates as year-month-day. Otherwise you need not do anything.
finding-unlabelled-sum = The row holds numbers only, and they are what the rows above add up to. It is read as a sum.
    .remedy = Write “Sum” first on the row. If it is an occasion, write its day.
finding-lock-file = Somebody has the workbook open. What has not been saved is not included.
    .remedy = Save and close the workbook, and run again if something is missing.
finding-hidden-sheet = The sheet is hidden, but the agreement file names it and it has been read.
    .remedy = Show the sheet if it belongs, otherwise remove it.
finding-hidden-rows = { $what ->
    [filter] A filter hides rows on the sheet ({ $range }). We have read them all the same.
    [columns] Columns are hidden on the sheet ({ $range }). We have read them all the same.
   *[rows] Rows are hidden on the sheet ({ $range }). We have read them all the same.
}
    .remedy = { $what ->
    [filter] Remove the filter if the rows are to count, otherwise remove the rows.
    [columns] Show the columns if they belong, otherwise remove them.
   *[rows] Show the rows if they are to count, otherwise remove them.
}
finding-colour-read = The cell is empty but { $colour ->
    [green] green
    [yellow] yellow
   *[red] red
}. We read it as “{ $text }”.
    .remedy = Write the word in the cell, so that nothing hangs on the colour.
finding-more-findings = The sheet has { $count } more findings of the kind at { $first }.
    .remedy = Correct those that are listed first. If there are many, they usually have the same cause.
finding-rows-added-up = The log has { $count } rows. They are more than we can list, so we have added up rows of the same day with the same details to { $sums } sums. Every row counts. Each sum is shown with the cell of its first row.
    .remedy = You need not do anything. To see each row by itself, divide the log into several workbooks.
finding-linked-folder = The folder is a link to another place, and we do not follow it.
    .remedy = Put the workbooks in the folder itself.


## What is promised, in a few words

window-over = { $over ->
    [year] every calendar year
    [half-year] every half-year
    [tertial] every four months
    [quarter] every quarter
    [month] every month
    [week] every week
    [day] every day
    [term] during the term
    [listed] in every period that the agreement lists
   *[unstated] while the pledge is in force
}

target-count = { $bound ->
    [most] At most
   *[least] At least
} { $number } { window-over }{ distinct-told }
target-count-sum = { $bound ->
    [most] At most
   *[least] At least
} { $number } in all { window-over }
target-count-days = { $bound ->
    [most] At most
   *[least] At least
} { $number } on different days { window-over }
target-count-different = { $bound ->
    [most] At most
   *[least] At least
} { $number } { $field ->
    [audience] for different audiences
    [partners] with different partners
   *[other] in different places
} { window-over }
distinct-told = { $distinct ->
    [days] , where several on a day count as one
    [audience] , where several for an audience count as one
    [partners] , where several with a partner count as one
    [values] , where several at a place count as one
   *[none] {""}
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
}{ distinct-told }
each-period-told = { $bound ->
    [most] At most
   *[least] At least
} { $number } { $every ->
    [day] every day
    [some-day] every day that the pledge is about
    [month] every month
   *[week] every week
}
target-each-period = { each-period-told }{ distinct-told }
target-each-part = At least { $number } for { $field ->
    [audience] every audience
    [place] every place
   *[other] each
} { window-over }{ distinct-told }
target-each-part-period = { each-period-told } { $field ->
    [audience] for every audience
    [place] at every place
   *[other] for each of them
}{ distinct-told }
target-together = { $bound ->
    [most] At most
   *[least] At least
} { $number } { $same ->
    [day] { $number ->
        [one] day
       *[other] days
    }
    [place] { $number ->
        [one] place
       *[other] places
    }
   *[other] { $number ->
        [one] occasion
       *[other] occasions
    }
} with every part { window-over }
target-share = { $bound ->
    [most] At most
   *[least] At least
} { $number } of all{ $whole ->
    [none] {""}
   *[other] {" "}{ $whole }
}
length-told = { $length } { $unit ->
    [days] { $length ->
        [one] day
       *[other] days
    }
    [working-days] { $length ->
        [one] working day
       *[other] working days
    }
   *[months] { $length ->
        [one] month
       *[other] months
    }
}
target-cadence = Never a longer pause than { length-told }
target-each-part-cadence = { target-cadence } { $field ->
    [audience] for any audience
    [place] at any place
   *[other] for any of them
}
target-request-share = At least { $share } of all requests or cases are to be answered { $within ->
    [length] within { length-told }
   *[window] before the time ends
}
target-response-time = The { $measure ->
    [median] median
   *[average] average
} time to an answer { $limit ->
    [within] is at most { length-told }
    [faster] is shorter than { $before } { $unit ->
        [one-day] day
        [one-working-day] working day
        [working-days] working days
       *[days] days
    }
    [faster-than-in] is shorter than { $days }{ $unit ->
        [working-days] , in working days
       *[days] {""}
    }
   *[none] is shown without a verdict
}
target-state = Is so on every day of the time
target-state-share = Is so on at least { $share } of the days
target-effort = Strived for: { $what }
target-request = Every request or case is to be answered { $within ->
    [length] within { length-told }
   *[window] before the time ends
}
target-milestone = Every step is to be done by its day
target-baseline-counted = { $bound ->
    [most] Fewer
   *[least] More
} than { $days } { window-over }{ distinct-told }
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
}{ distinct-told }
done-in-period = In { $period }: { $what ->
    [answers] { $done } answered
    [steps] { $done } steps done
   *[activities] { $counted }
}
target-amended = The target has been amended. { $days } it was “{ $was }”
target-settled = Ruling on the row of { $row }: it { $counts ->
    [yes] counts
   *[no] does not count
}. { $why } ({ $by }, { $date })
target-deferred = The parties will agree later
target-shown = Shown without a verdict: { $activity }{ distinct-told }
target-shown-part = The share is shown without a verdict
target-indicator-bound = The measure is { $bound ->
    [most] at most
   *[least] at least
} { $number }
target-indicator-than = The measure is { $bound ->
    [most] lower
   *[least] higher
} than { $number }
target-indicator-better = The measure is better than its baseline{ $by ->
    [margin] , by at least { $margin }
   *[any] {""}
}
target-indicator = Followed by an indicator, without a verdict

## How it was reckoned

reckoning-count = { $state ->
    [open] { $outcome } when { $passed } of { $all } days have passed. The pledge is { $bound ->
        [most] at most
       *[least] at least
    } { $number } for the whole time.{ $paced ->
        [room] {" "}So far there is room for { $pace }.
        [asked] {" "}So far { $pace } is required.
       *[nothing] {""}
    }
   *[closed] { $outcome }. The pledge is { $bound ->
        [most] at most
       *[least] at least
    } { $number }.
}
reckoning-average = { $outcome } in { $times } { $per ->
    [month] months
   *[week] weeks
}{ $known ->
    [no] { "" }
   *[yes] , that is { $rate } a { $per ->
        [month] month
       *[week] week
    }
}. The pledge is { $bound ->
    [most] at most
   *[least] at least
} { $number } a { $per ->
    [month] month
   *[week] week
}.
reckoning-each-period = { $kept } of { $ended } { $every ->
    [day] days
    [month] whole months
   *[week] whole weeks
} have { $bound ->
    [most] at most
   *[least] at least
} { $number }.
reckoning-each-part = { $done } of { $parts } have had at least { $number }.{ $whole ->
    [said] {""}
   *[other] {" "}In all { $outcome } of the { $asked } that the pledge requires.
}{ $paced ->
    [asked] {" "}So far { $pace } is required.
   *[nothing] {""}
}
reckoning-every-part = { $kept } of { $parts } have what the pledge requires so far.{ $broken ->
    [none] {""}
    [some] {" "}Missing for: { $names }.
   *[many] {" "}The table shows for which it is missing.
}
reckoning-share = { $known ->
    [yes] { $part } of { $whole }, that is { $share }. The pledge is { $bound ->
        [most] at most
       *[least] at least
    } { $number }.
   *[no] { $part } of { $whole }. The share cannot be calculated. The pledge is { $bound ->
        [most] at most
       *[least] at least
    } { $number }.
}
reckoning-cadence = { $known ->
    [yes] The longest pause is { $outcome } days. The pledge allows { length-told }.
   *[no] The time has not begun.
}
reckoning-request = { $requests ->
    [0] { $told ->
        [not-all] No request or case is known, but not everything has been reported.
       *[all] No requests or cases have come in.
    }
   *[other] { $part ->
        [share] The pledge is at least { $share }.{" "}
       *[all] {""}
    }{ $answered } of { $requests } are answered { $within ->
        [length] within { length-told }
       *[window] in time
    }. { $broken ->
        [0] { $waiting ->
            [0] Nothing is waiting for an answer.
           *[other] { $waiting } wait for an answer.
        }
       *[other] { $broken } were not answered in time. { $waiting ->
            [0] Nothing else waits for an answer.
           *[other] { $waiting } wait for an answer.
        }
    }{ $told ->
        [not-all] {" "}Not everything has been reported.
       *[all] {""}
    }
}
reckoning-response-time = { $requests ->
    [0] No requests or cases have come in.
   *[other] The { $measure ->
        [median] median
       *[average] average
    } time is { $outcome } { $unit ->
        [one-day] day
        [one-working-day] working day
        [working-days] working days
       *[days] days
    } for { $requests } { $requests ->
        [one] case
       *[other] cases
    }{ $waiting ->
        [0] {""}
       *[other] , of which { $waiting } wait for an answer
    }.{ $limit ->
        [within] {" "}The pledge is at most { length-told }.
        [faster] {" "}The pledge is shorter than { $before } { $before-unit ->
            [one-day] day
            [one-working-day] working day
            [working-days] working days
           *[days] days
        }.
        [unknown] {" "}The time to compare with is not known.
       *[none] {""}
    }
}
reckoning-state = { $outcome } of { $passed } { $passed ->
    [one] day
   *[other] days
}{ $state ->
    [open] {" "}so far
   *[closed] {""}
}. The pledge is { $required } of { $all } { $all ->
    [one] day
   *[other] days
}.
reckoning-effort = Strived for, not reached. { $what }
reckoning-no-occasion = What the pledge presupposes has not happened, so nothing is asked.
reckoning-occasion-unknown = It is not known whether what the pledge presupposes has happened.
reckoning-indicator-none = No value has been measured { $days }.
reckoning-indicator-alone = { $value } { $about ->
    [days] for { $days }
   *[day] on { $days }
}. There is nothing to compare with.
reckoning-indicator-verdict = { $value } { $about ->
    [days] for { $days }
   *[day] on { $days }
}. The pledge is { $strict ->
    [yes] { $bound ->
        [most] lower than
       *[least] higher than
    }
   *[no] { $bound ->
        [most] at most
       *[least] at least
    }
} { $number }. The measure shows how things are, not why.
reckoning-milestone = { $steps ->
    [0] Nobody has reported any steps.
   *[other] { $done } of { $steps } steps are done{ $late ->
        [0] {""}
        [one] , 1 of them late
       *[other] , { $late } of them late
    }. { $overdue ->
        [0] No step is overdue.
        [one] 1 step is overdue.
       *[other] { $overdue } steps are overdue.
    }
}
reckoning-baseline-open = { $outcome }. { $known ->
    [no] The number to compare with is not known.
   *[yes] The pledge is { $bound ->
        [most] fewer
       *[least] more
    } than { $baseline }, which is not known for certain.
}
reckoning-baseline = { $state ->
    [open] { $outcome } when { $passed } of { $all } days have passed. The pledge is { $bound ->
        [most] fewer
       *[least] more
    } than { $baseline }.{ $paced ->
        [room] {" "}So far there is room for { $pace }.
        [asked] {" "}So far { $pace } is required.
       *[nothing] {""}
    }
   *[closed] { $outcome }. The pledge is { $bound ->
        [most] fewer
       *[least] more
    } than { $baseline }.
}
reckoning-shown = { $outcome }.
reckoning-shown-part = { $known ->
    [yes] { $part } of { $whole }, that is { $share }.
   *[no] { $part } of { $whole }.
}
reckoning-deferred = The parties have not agreed on a level yet.
reckoning-indicator = The measure is shown beside the pledges and is not judged.
reckoning-not-begun = The time has not begun.

## What remains

remaining-count = Remaining: { $left }, by { $to }
remaining-most = Remaining before the limit: { $left }, until { $to }
remaining-average = Needed: { $each } a { $per ->
    [month] month
   *[week] week
} until { $to }
remaining-each-period = Remaining to be kept: { $left } { $every ->
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
remaining-each-part = Remaining: { $parts }, by { $to }
remaining-share = Remaining: { $left } more that belong to the share, if nothing else is added, by { $to }
remaining-cadence = Next due by { $by }
remaining-request = Remaining: { $waiting } to answer, { $first ->
    [same] by { $to }
   *[other] the first by { $first }, the last by { $to }
}
remaining-state = Remaining: { $left } { $left ->
    [one] day
   *[other] days
}, until { $to }
remaining-milestone = Remaining: { $left } { $left ->
    [one] step
   *[other] steps
}, the next one “{ $step }”, by { $to }

## Findings of the assessment

finding-requirement-not-met = The occasion on { $date } was held, but the row does not show that the rules of the pledge were kept: { $headings }. It does not count.
    .remedy = Fill in the row if the rules were kept. Otherwise there is nothing to do.
finding-unknown-place = The place “{ $place }” is on no list. The row is shown but does not count.
    .remedy = Correct the name in the cell or add the place to the list in the agreement.
finding-stale-statement = The state “{ $status }” of “{ $label }” is from { $updated } and may be out of date.
    .remedy = Look at the state again and write today's date.
finding-missing-statement = No row of the check lists is called “{ $label }”.
    .remedy = Add the row to the check list or correct the name in the agreement.
finding-statement-without-pledge = No pledge asks for the state of “{ $label }”, so it is shown under none.
    .remedy = Write the row’s name at the pledge that it belongs to, under Row of statements (in the text file: `statement`). Otherwise nothing needs to be done.
finding-claim-without-evidence = The state is “{ $status }”, but nothing counted supports it.
    .remedy = Write what was done into the workbook or change the state.
finding-evidence-against-claim = The state is “{ $status }”, but the figures say something else.
    .remedy = Check the figures and the state, and correct what is wrong.
finding-missing-month = { $partner } has not reported { $month } ({ $files }).
    .remedy = Fill in the month. Write 0 or “nothing to report” if nothing happened.
finding-quiet-source = { $last ->
    [none] { $partner } has written nothing yet ({ $files }).
   *[other] { $partner } has written nothing since { $last } ({ $files }).
}
    .remedy = Check that the workbook is up to date. If nothing has happened there is nothing to do.
finding-open-interpretation = The pledge can mean two things. { $first ->
    [each] In each part of the time
    [average] On average
    [term] During the whole term
   *[year] Every calendar year
} gives “{ $first-gives }”, { $second ->
    [each] in each part of the time
    [average] on average
    [term] during the whole term
   *[year] every calendar year
} gives “{ $second-gives }”.
    .remedy = Choose a meaning and write it under “interpretation” in the agreement.
finding-missing-attachment = The file “{ $file }” is to be attached for { $role }, but no version has it.
    .remedy = Take it out of attach in the agreement, or write a file that is there.
finding-undelivered-message = The follow-up for { $period } did not reach “{ $name }”. The server answered: { $answer }
    .remedy = Correct the address in the agreement if it is wrong, and then send again.
finding-undelivered-letter = { $what ->
    [draft] The draft of the follow-up for { $period }
    [reminder] The reminder about the records for { $period }
   *[partner] The letter about the workbooks for { $period }
} did not reach “{ $name }”. The server answered: { $answer }
    .remedy = Correct the address in the agreement if it is wrong, and then send again.
finding-uncertain-delivery = The follow-up for { $period } may have reached “{ $name }” twice, since the server's answer was lost.
    .remedy = You need do nothing. Both letters are the same and have the same Message-ID, so most mail programs show only one.
finding-lapsed-ruling = { $what ->
    [gone] The ruling of { $date } ({ $by }) is about a row that is no longer there.
    [words] The ruling of { $date } ({ $by }) no longer holds, since the row has changed.
   *[changed] The ruling of { $date } ({ $by }) no longer holds, since the row has changed. It said { $was-date }, { $was }. Now it says { $now-date }, { $now }.
}
    .remedy = Check the row. Take the ruling out of the agreement, or make a new one with a new day.
finding-explained = Explained: { $explained }
finding-ruled-out = The row does not count, by a ruling.
    .remedy = There is nothing to do.
finding-window-left-out = Only a part of { $window } lies in the term. It is not judged.
    .remedy = List the time in the calendar of the agreement if it is to be judged all the same.

finding-given-away = { $count ->
    [one] From the versions already made, one figure can be reckoned about so few persons that it was not to be shown.
   *[other] From the versions already made, { $count } figures can be reckoned about so few persons that they were not to be shown.
}
    .remedy = It cannot be taken back. Remove older versions from where they are published, and tell whoever answers for personal data.

finding-few-persons = The number promised is { $number }, and figures about persons below { $limit } are not shown. Outcome, pace and verdict are not shown until they can be without telling such a figure.
    .remedy = Leave it so, or let the pledge be about more persons or a longer time.


## Names of attached files

attachment-name = Follow-up

### Headings and words of the report (ui-), the workbook (xlsx-) and the letter (letter-).

ui-skip = Skip to the content
ui-nav = Contents
ui-contents = In this follow-up
ui-kicker = Follow-up of citizen pledges
ui-period = Period
ui-as-of = Records collected
ui-police-area = Police area
ui-municipality = Municipality
ui-version = Version
ui-diary-number = Registration number
ui-overview = Summary
ui-attention = Pledges that somebody must act on
ui-all-pledges = All pledges
ui-details = Pledge by pledge
ui-details-inside = pledge by pledge
ui-details-back = Back to the overview and the list of all pledges
ui-details-calm = Figures, pictures and tables of the pledges that ask nothing of anybody now are on a page of their own:
ui-details-all = Figures, pictures and tables of all pledges are on a page of their own:
ui-details-notes = Figures, pictures and tables of all pledges, and how we have done this, are on a page of their own:
ui-rest = { $count ->
    [one] The one other pledge: { $counts }
   *[other] The other { $count } pledges: { $counts }
}
ui-number = No.
ui-urgent = urgent
ui-even-pace = at an even pace { $number }
ui-about-only = Applies where { $conditions }.
ui-counts-if = Counts only if { $conditions }.
ui-missed-rule = { $told ->
    [yes] The row says “{ $said }”. It counts only if { $rule }.
   *[no] The row does not show that { $rule }.
}
condition-field = { $field ->
    [place] place
    [partners] taking part
    [minutes] length in minutes
    [hours] length in hours
    [count] number
    [audience] audience
    [grade] grade
    [type] type
   *[other] { $name }
}
condition-marked = { $field } is marked
condition-not-marked = { $field } is not marked
condition-any-of = { $count ->
    [one] { $field } is { $words }
   *[other] { $field } is any of { $words }
}
condition-all-of = { $count ->
    [one] { $field } is { $words }
   *[other] { $field } is all of { $words }
}
condition-at-least = { $field } is at least { $number }
condition-at-most = { $field } is at most { $number }
condition-in-places = the place is on the list “{ $list }”
condition-in-calendar = the day is on the list “{ $list }”
condition-weekday = { $day ->
    [mon] the day is a Monday
    [tue] the day is a Tuesday
    [wed] the day is a Wednesday
    [thu] the day is a Thursday
    [fri] the day is a Friday
    [sat] the day is a Saturday
   *[sun] the day is a Sunday
}
condition-between = the time is { $from }–{ $until }
condition-named-by = { $field } is among “{ $activity }”, that day or earlier
condition-or = { $first } or { $second }
condition-and = { $first } and { $second }
condition-not = it is not so that { $what }
condition-none = there is no condition
ui-lacking-parts = { $more ->
    [0] Not fulfilled: { $parts }.
   *[other] Not fulfilled: { $parts } and { $more } more.
}
ui-reporting-weeks = { $year }, weeks { $first }–{ $last }
ui-place = Place
ui-places = Place by place
ui-places-caption = What counts, place by place
ui-method-source-plain = The figures come from the partners’ own workbooks. Nobody has changed or corrected them on the way.
letter-social = Text for social media, 100 words at most
social-head = How the pledges to citizens in { $municipality } stand, { $period }.
social-not-fulfilled = Not fulfilled: { $pledges }.
social-behind = Behind: { $pledges }.
social-unknown = Cannot be judged: { $pledges }.
social-fulfilled = Fulfilled: { $pledges }.
social-on-track = On track: { $pledges }.
social-end = The whole follow-up is on the municipality’s website.
rollup-title = All agreements
rollup-grid = The municipalities where most needs to be done stand first
rollup-grid-none = Nothing is behind
rollup-municipalities = Municipalities
rollup-kinds = By kind of pledge
rollup-kind = Kind of pledge
rollup-kind-name = { $kind ->
    [count] Number or sum
    [average] Average
    [each] Each one
    [every] Each place by itself
    [together] Together
    [share] Share
    [cadence] Regularly
    [request] Answers to requests
    [response-time] Time to answer
    [state] To be so every day
    [milestone] Steps
    [baseline] Compared with before
    [deferred] Decided later
    [shown] Shown without a verdict
    [indicator] Indicator
   *[other] Described without a target
}
rollup-report = Latest report
rollup-missing = { $municipality }: { $partner } has not reported { $months }.
rollup-change = { $municipality }, pledge { $number } ({ $name }): { $was } → { $now }
rollup-changes-none = No verdict has changed since the previous follow-up.
rollup-changes = What has changed
rollup-unreported = Has not reported
rollup-missing-times = Number
rollup-missing-what = Missing for
terminal-findings = Findings: { $mend ->
    [0] nothing to correct
   *[other] { $mend } to correct
}{ $errors ->
    [0] { "" }
   *[other] { " " }(in { $errors } of them a workbook, a sheet or a heading could not be used)
}, { $notes ->
    [0] nothing to know
   *[other] { $notes } to know
}.{ $all ->
    [yes] { "" }
   *[no] { $news ->
        [0] { " " }None is new.
        [one] { " " }1 is new.
       *[other] { " " }{ $news } are new.
    }
}
terminal-unchanged = Nothing has changed: version v{ $version } stands.
terminal-open = Open { $file }
terminal-no-pledges = The agreement has no pledges to follow up. Write them in the agreement: a row each on the sheet Pledges, or in the text file one [[pledge]] each.
terminal-waiting = Another run writes this agreement's versions. Waiting for it.
terminal-stopping = Stopping when what is being written is done. Ctrl-C again ends at once.
terminal-stopped = Stopped. Nothing of what was begun is left.
terminal-stopped-after = Stopped: { $count } of { $of } agreements finished.
terminal-agreement-faults = The agreement { $path } has { $count ->
    [one] 1 fault. Correct it
   *[other] { $count } faults. Correct them
} and run again.
terminal-settings-faults = The settings { $path } have { $count ->
    [one] 1 fault. Correct it
   *[other] { $count } faults. Correct them
} and run again.
terminal-no-drop-folder = The folder { $folder } does not exist. Make it and put the partners' workbooks there, or name another one with --workbooks.
terminal-no-agreements = No folder under inputs/ has an agreement.xlsx or agreement.toml. Name the agreement's folder, or begin an agreement with lofte init.
terminal-no-agreement = The folder { $folder } has no agreement.xlsx or agreement.toml. Name the agreement's folder.
terminal-two-agreements = The folder { $folder } has both agreement.toml and agreement.xlsx, and only one of them can hold. Move the other to another folder.
terminal-no-period = “{ $name }” is no period. Write one such as 2023-09, 2023-T2, 2023-Q3, 2023-H1, 2023 or term.
terminal-outside-term = The period { $name } lies outside the agreement's term { $from } – { $to }. Choose one inside it.
terminal-not-ended = The period { $name } ends on { $end }, and --as-of is { $day }. Choose an earlier period or a later day.
terminal-none-ended = No month of the agreement's term, which begins on { $from }, has ended by { $day }. Wait, or choose a later day with --as-of.
terminal-as-told = { $words }
terminal-mail = { $fault }
terminal-damaged = { $path }: { $fault }
terminal-no-agreement-to-start = The folder { $folder } has no agreement.xlsx or agreement.toml. Name the agreement's folder, or both: lofte init AGREEMENT_DIR --starter-workbooks DIR
terminal-no-versions = The folder { $folder } does not exist. Make a version with lofte run first.
terminal-no-version-of = There is no version of { $period } to send. Make one with lofte run first.
terminal-no-version = There is no version { $name }. Name period and version, such as 2023-09/v2.
terminal-not-a-version = { $folder } is not the folder of a version. Name one such as outputs/kalix/2023-09/v1.
terminal-needs-no-approval = { $name } waits for no approval: its agreement says another release.
terminal-nobody-approves = Say who approves it with --by.
terminal-approve-one = --approve is about one agreement. Name its folder.
terminal-no-mail = There are no settings for mail. Write [mail] in a settings file and name it with --settings.
terminal-no-address = “{ $text }” is not a mail address. Give one such as namn@example.se.
terminal-drop-folder-of-one = --workbooks replaces the folder of workbooks of one agreement. Name that one.
terminal-two-of-one-name = Two folders are named { $name }, and their versions would be mixed. Run them one at a time, each with its own --out.
terminal-no-name-for-one = { $folder } cannot name an agreement. Put it in a folder with a plain name.
terminal-templates-there = { $folder } has { $names } already. Name another folder, or overwrite them with --force.
terminal-not-in-job = “{ $word }” cannot stand in a job. Choose a plain name.
terminal-not-in-task = “{ $word }” cannot stand in a task of Windows. Choose a plain name.
terminal-no-group = The settings name the group { $group }, which { $list } does not list. Write a group of this machine, or its number.
terminal-missing-options = An agreement needs { $options }.
terminal-not-one-line = “{ $text }” is not a name on one line.
terminal-term-reversed = The term begins on { $from }, after its last day { $to }.
terminal-no-answer = There was no answer. Nothing was written.
terminal-ledger-mended = the last line of { $path } could not be read, as after a crash. It was taken out, and what it said stands in the next: { $begins }
damage-seal = It is not the list of hashes that the ledger has sealed, so the version is not as it was made, and nothing of it is sent. Restore the folder from a backup, or make another version by lofte run.
damage-not-sent = It is not as it was written, and is not sent. Restore the folder from a backup.
damage-gone = It is gone. Restore the folder from a backup.
damage-not-the-one = The file is not the one that was written. Restore the folder from a backup, or move it away to start anew.
damage-not-understood = It cannot be read ({ $why }). Restore the folder from a backup, or move it away to start anew.
damage-list = It cannot be read ({ $why }). Restore the folder from a backup, or run again.
damage-schema = Its schema is { $found }, and this lofte knows { $known }. Use the newer lofte.
damage-reminders = It is not as it was written, and no reminder in it is sent. lofte run writes it anew.
damage-not-as-approved = It is not as it was approved. Restore it from a backup, or approve it anew.
damage-not-approved = { $file } The version is not approved. Restore the folder from a backup.
damage-message = { $fault } It is not sent. Make it anew by lofte run.
damage-message-elsewhere = The letter's name leads to another place.
damage-message-no-address = The letter is for “{ $address }”, which is not a mail address.
damage-message-recipient = It is written to { $written ->
    [none] nobody, or to several
   *[other] { $written }
}, and its plan says { $planned }.
damage-ledger = { $fault } Restore it and ledger.head beside it from a backup, or move both away to start anew: nobody is mailed then unless you ask by --resend.
damage-ledger-unreadable = Line { $line } cannot be read ({ $why }).
damage-ledger-no-beginning = The lines that it began with are gone.
damage-ledger-changed-or-gone = Line { $line } is not as it was written, or lines after it are gone.
damage-ledger-foreign = Line { $line } was put in by another hand.
damage-ledger-changed-before = A line before line { $line } is not as it was.
damage-ledger-last-changed = Its last line is not as it was written.
damage-ledger-last-gone = { $count ->
    [one] Its last line is
   *[other] The last { $count } of its lines are
} gone.
damage-ledger-changed = Line { $line } is not as it was written.
damage-ledger-no-head = ledger.head is gone or cannot be read, and without it nobody knows whether lines are gone from the end. If you are sure that line { $line } is the last, write into ledger.head: { $head }.
damage-ledger-lost = The ledger has been lost, or lines of it: it knows nothing{ $names ->
    [none] { "" }
   *[other] { " " }of { $names }
}, so nobody knows who has received what, and nothing is mailed. Restore ledger.jsonl and ledger.head from a backup. Or look at what would go with lofte send --list, and send it, once more to whoever has it, with lofte send --resend.
damage-not-utf8 = Line { $line } is not UTF-8. Save the file with the encoding UTF-8 and run again.
damage-file-there = It is there already, and is left as it is. Name another file with --into.
damage-agreement-there = There is an agreement already, and it is left as it is. Name another folder.
damage-file-link = { $name } is a link to another place.
damage-file-gone = { $name } is gone.
damage-file-changed = { $name } is not as it was written.
damage-file-added = { $name } was not there when the version was made.
verify-as-made = { $folder } is as it was made { $time }. Its seal: { $seal }.
verify-no-seal = The ledger holds no seal of it, as it is an earlier lofte's.
verify-same-files = The same inputs make the same files.
verify-unknown = The ledger knows nothing of this version.
verify-other-follow-up = follow-up.json is not the one that the ledger knows.
verify-not-as-approved = It is not what { $by } approved on { $day }.
verify-other-seal = SHA256SUMS is not the list of hashes that the ledger sealed: files of it may be others.
verify-unknown-message = The ledger tells of a message to { $to } that is not in its outbox.
verify-reminders = { $folder } is not as it was written.
verify-remade = { $name } comes out otherwise now.
watch-waits = { $fault }. Waiting until it is there again.
watch-back = { $folder } is there again.
watch-receipt = { $path }: receipt written
schedule-written = Written: { $path }
delivery-summary = Messages sent: { $sent }. Sent before: { $before }.
delivery-deferred = Put off to the next run: { $name } ({ $role }): { $said }
delivery-refused = Refused: { $name } ({ $role }): { $said }
delivery-lightened = Taken without all of its files: { $name } ({ $role }): { $said }
delivery-damaged = Not as it was made, and not sent: { $name } ({ $role }): { $said }
delivery-uncertain = May have arrived twice: { $name } ({ $role }): { $said }
delivery-waiting = { $name } ({ $role }) { $reason }
delivery-held = Not delivered: { $name } ({ $role }) { $reason }
delivery-unsure = Not delivered: { $name } ({ $role }) { $reason }
delivery-may-be-delivered = not delivered; { $reason }
delivery-nothing = Nothing lies in the outbox.
delivery-no-mail = Nothing was sent: there are no settings for mail.
delivery-approved = Approved: { $name }, by { $by }. Its seal: { $seal }
delivery-came-back = came back from { $to }: { $why }
delivery-to-post = to be sent
delivery-to-post-again = to be sent again; { $said }
delivery-not-delivered = not delivered; { $reason }
delivery-sent = sent { $time }{ $answer ->
    [none] { "" }
   *[other] : { $answer }
}{ $twice ->
    [yes] ; may have arrived twice
   *[no] { "" }
}
delivery-laid = laid in the folder as { $name }
delivery-taken-without = { $reply }; taken without { $names }
delivery-role = { $role ->
    [chief] chief
    [council] council
    [chair] chair
    [registrar] registrar
    [web] web
   *[partner] partner
}
delivery-kind = { $kind ->
    [draft] draft
    [partner] partner
    [reminder] reminder
   *[edition] edition
}
delivery-edition = { $edition ->
    [full] full
    [public] public
   *[partner] { $edition }:{ $partner }
}
delivery-waits-approval = waits for approval: lofte send --approve { $version }
delivery-waits-missing = waits{ $until ->
    [none] { "" }
   *[other] { " " }(until { $until })
} for: { $what }
delivery-held-back = came back: { $answer ->
    [none] no reason was given
   *[other] { $answer }
}; mend its address in the agreement, or send it again by --resend
delivery-held-refused = refused: { $answer ->
    [none] no reason was given
   *[other] { $answer }
}; it is tried again after { $next }, and at once by --resend
delivery-held-uncertain = may have arrived { $times ->
    [one] once, as the server's answer was lost
   *[other] { $times } times, as the server's answer was lost each time
}; { $next ->
    [none] ask the recipient, and send it again by --resend if it is not there
   *[other] it is tried again after { $next }
}
delivery-said-begun = begun, and lofte was stopped before it left
delivery-said-uncertain = may have arrived, as the server's answer is lost; it goes again with the same Message-ID
delivery-said-refused = refused: { $answer ->
    [none] lofte was stopped
   *[other] { $answer }
}
delivery-said-back = came back: { $answer ->
    [none] lofte was stopped
   *[other] { $answer }
}
delivery-said-put-off = put off: { $answer ->
    [none] lofte was stopped
   *[other] { $answer }
}
send-test-subject = lofte tries the mail
send-test-text = This message tries the settings for mail that lofte was given. It tells of no agreement.
send-test-laid = Laid in the folder: { $path }
send-test-taken = The server has taken the message to { $address }: { $reply }
send-test-uncertain = the message may have arrived: { $fault }
send-test-connected = Connected to { $server }, { $encrypted ->
    [yes] encrypted
   *[no] not encrypted
}, { $user ->
    [none] no login
   *[other] logged in as { $user }
}.{ $limit ->
    [none] { "" }
   *[other] { " " }It takes messages of up to { $limit } kB.
}
mail-unusable-certificate = the certificate { $path } cannot be used ({ $why })
mail-no-secret = { $place } gives no password or token; { $remedy }
mail-secret-variable = the variable { $name } of the environment
mail-secret-file = the file { $name }
mail-secret-credential = the systemd credential { $name }
mail-secret-command = the command in [mail]
mail-secret-do-set = set it before lofte is started
mail-secret-do-by-hand = it is there for the unit alone: docs/schedule.md tells how to try it by hand
mail-secret-do-program = name a program
mail-secret-do-text = it must hold plain text
mail-secret-do-line = it must hold the secret on one line
mail-open-file = { $path } can be read by others than its owner; write chmod 600 for it
mail-command-failed = the command { $program }, which should print a token, failed
mail-command-slow = the command { $program }, which should print a token, took too long
smtp-at-greeting = at the greeting
smtp-at-hello = at EHLO
smtp-at-encryption = while starting encryption
smtp-at-login = at the login
smtp-at-sender = at the sender's address
smtp-at-recipient = at the recipient's address
smtp-at-data = at DATA
smtp-at-content = while the message was sent
smtp-unreachable = the mail server { $server } cannot be reached ({ $why }); check server and port in [mail], and the network
smtp-no-authority = the certificate { $path } in ca cannot be used ({ $why }); it must be PEM
smtp-certificate = the certificate of { $host } is not trusted ({ $why }); check the server's name, or name its authority's certificate by ca in [mail]. Nothing was sent
smtp-encryption = the connection to { $host } could not be encrypted ({ $why }); check port and security in [mail]. Nothing was sent
smtp-no-encryption = { $host } offers no STARTTLS, and without it nothing is sent; check the port, write security = "tls" for port 465, or ask whoever runs the server. Somebody between may have removed the offer
smtp-injected = data was injected into the connection to { $host } before it was encrypted; nothing was sent. Tell whoever runs the network
smtp-open-login = the connection to { $host } is not encrypted, and no password is sent over it; write security = "starttls" or "tls" in [mail], or remove user for a relay without login
smtp-no-login = { $host } offers no login of the kind { $kind } (it offers: { $offered }); check port and login in [mail]
smtp-no-token = { $url } gives no token: { $why }.{ $advice ->
    [none] { "" }
   *[other] { " " }{ $advice }
}
smtp-login-refused = the mail server refuses the login: { $reply }. { $advice }
smtp-refused = the mail server refused { $phase }: { $reply }.{ $advice ->
    [none] { "" }
   *[other] { " " }{ $advice }
}
smtp-too-large = the message of { $size } kB is larger than the { $limit } kB that the server takes; attach fewer files in the agreement
smtp-no-letters = the server takes no addresses with letters such as å, ä and ö; write one without them
smtp-timeout = the mail server did not answer within { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
} { $phase }; { $advice }
smtp-connection-lost = the connection to the mail server was lost { $phase } ({ $why }); try again later
smtp-protocol = what the server answers { $phase } is not SMTP ({ $why }); check server, port and security in [mail]
smtp-unrecorded = the ledger could not be written, so the message was not sent
smtp-do-retry-later = try again later
smtp-do-check-security = check port and security in [mail] (port 465 wants "tls", others do not), or try again later
smtp-do-check-port = check port and security in [mail], or try again later
smtp-do-no-tenant = There is no such tenant: check tenant in [mail]
smtp-do-no-application = The tenant knows no such application: check client_id in [mail]
smtp-do-wrong-secret = The secret is wrong: its value is asked for, not its id
smtp-do-secret-expired = The secret has expired: make a new one for the application
smtp-do-foreign-certificate = The certificate is not one of the application's: upload it there
smtp-do-check-clock = Check this machine's clock
smtp-do-login-later = It may be another later
smtp-do-security-defaults = The tenant's security defaults forbid passwords: use token in [mail]
smtp-do-may-not-send = The mailbox may not send by SMTP: whoever runs the mail server must allow «authenticated SMTP» for it
smtp-do-other-login = The server asks for another kind of login: an app password, or token in [mail]
smtp-do-no-passwords = The server takes no passwords any more: use token in [mail]
smtp-do-send-as-app = Check user and token in [mail]: the application needs SMTP.SendAsApp, and must be given the mailbox in Exchange
smtp-do-check-login = Check user, and the password or token, in [mail]
smtp-do-taken-later = It may take it later
smtp-do-send-as = The user may not send as from in [mail]: give it Send As for that mailbox in Exchange
smtp-do-unknown-machine = The server takes nothing without a login, or knows not this machine: write user and token in [mail]
smtp-do-mailbox-full = The recipient's mailbox is full: it must be emptied there
smtp-do-ask-microsoft = Microsoft 365 takes nothing from this tenant or network for now: its administrator must ask Microsoft
smtp-do-no-recipient = There is no such recipient: check the recipient's address in the agreement
smtp-do-needs-login = It asks for a login: write user and password in [mail]
smtp-do-large-or-full = The message is too large, or the mailbox full: attach fewer files in the agreement
smtp-do-too-large = The message is too large: attach fewer files in the agreement
smtp-do-no-relay = The server does not relay mail for this machine or this sender to there: log in, or ask whoever runs it to allow it
smtp-do-check-sender = Check from in [mail]: the server may only relay mail of addresses it knows
smtp-do-check-recipient = Check the recipient's address in the agreement
smtp-why-no-address = its name has no address
smtp-why-encrypted-already = it is encrypted already
smtp-why-closed = the server closed it
smtp-why-early-data = data before a command
smtp-why-endless-reply = a reply without an end
smtp-why-no-code = no reply code
smtp-why-no-final-code = no final reply code
smtp-why-two-codes = two codes in one reply
smtp-why-no-authority = this machine trusts no authority: install ca-certificates, or name one by ca
smtp-why-no-certificate = it holds none
smtp-why-expired = it is out of date
smtp-why-not-yet = it is not valid yet; check this machine's clock
smtp-why-other-server = it is another server's
smtp-why-unknown-issuer = nobody that this machine trusts has signed it
smtp-why-bad-signature = its signature cannot be verified
smtp-why-no-server = it is not made for a server
smtp-why-badly-made = it is not made as a server's certificate should be
smtp-why-no-pem = it holds no certificate in PEM
smtp-why-no-key = it holds no private key in PEM that is not encrypted
smtp-why-no-rsa = its key is no RSA key
smtp-why-short-rsa = its key is no RSA key of 2048 bits or more
smtp-why-cannot-sign = its key cannot sign
ui-held = { $kept } of { $of } parts hold
ui-small-course-key = The small picture shows the months in order: the taller a bar, the better the pledge stood. Empty bar: nobody can tell.
ui-unexplained = No explanation given.
ui-no-next = Nothing is said of what happens now.
ui-next-due = { $next }, no later than { $day }.
ui-attention-none = No pledge is behind, and none is broken.
ui-changes = What has changed since the last follow-up?
ui-changes-first = This is the first follow-up. There is no earlier one to compare with.
ui-turned = Changed afterwards
ui-turned-line = { $window } had closed already. It was { $was } and is { $now } now{ $figures ->
    [none] {""}
   *[other] {""} ({ $before } → { $after })
}: { $pledge }
ui-changes-none = No pledge has another status than in the follow-up for { $period }, version { $version }.
ui-changes-figures = { $count ->
    [one] 1 figure for a time that has already been reported has changed since.
   *[other] { $count } figures for a time that has already been reported have changed since.
}
ui-unreported-heading = Who has not reported?
ui-unreported-none = Everybody who is to report regularly has done so up to the end of the period.
ui-unreported-unexpected = No partner has undertaken to report regularly.
ui-unreported = { $source ->
    [none] { $partner } has not reported { $months }.
   *[other] { $partner } has not reported { $months } ({ $source }).
}
ui-unreported-no-workbook = { $source ->
    [none] { $partner }: a workbook has not been handed in.
   *[other] { $partner }: no workbook has been handed in ({ $source }).
}
ui-unreported-gone = { $source ->
    [none] { $partner }: a workbook that was there before is missing now. Its time counts as not reported.
   *[other] { $partner }: a workbook that was there before is missing now ({ $source }). Its time counts as not reported.
}
ui-unreported-unreadable = { $source ->
    [none] { $partner }: a workbook could not be read.
   *[other] { $partner }: a workbook could not be read ({ $source }).
}
ui-was = Before
ui-now = Now
ui-new = New pledge
ui-pledges = The pledges
ui-pledge = Pledge
ui-other-area = Other pledges
ui-responsible = Responsible
ui-claimed = What those responsible say
ui-evidenced = What the records show
ui-claim-as-of = The claim is from { $day }.
ui-claim-undated = The claim has no date.
ui-quoted = “{ $text }”
ui-claim-private = The claim is in the partner's own words, which are not shown in the public edition.
ui-claim-none = Those responsible have made no claim.
ui-claim-stale = The claim is old. Those responsible need to review it.
ui-untargeted = The pledge has no measure that can be counted, so it is described without a verdict.
ui-interpretation = How we read the pledge
ui-remaining = Remaining
ui-reckoning = How we calculate
ui-parts = The parts
ui-part = Part
ui-part-required = Required
ui-part-outcome = Outcome
ui-part-due = Due
ui-part-done = Done
ui-part-not-asked = nothing asked
ui-part-no-day = no day
ui-part-not-done = not done
ui-parts-heading = { $parts ->
   *[other] Show all { $parts } parts
}
ui-parts-in-question = Parts that are missing or behind
ui-status = Status
ui-late = late
ui-withheld = Not shown
ui-withheld-sentence = The figures are about few persons and are therefore not shown.
ui-withheld-note = Figures about persons below { $threshold } are not shown, nor anything that would reveal them.
ui-no-figure = No figure
ui-at-least = at least { $number } required
ui-at-most = at most { $number } allowed
ui-days-passed = { $passed } of { $all } days have passed.
ui-pace = { $number } required so far
ui-out-of = { $part } of { $whole }
ui-out-of-every = { $part } of { $whole } { $every ->
    [day] days
    [month] months
   *[week] weeks
}
ui-out-of-steps = { $part } of { $whole } steps done
ui-out-of-requests = { $part } of { $whole } answered
ui-response-time = { $days } days
ui-out-of-days = { $part } of { $whole } days
ui-longest-gap = At most { $days } days between two occasions
ui-at-least-so-far = at least { $number } required so far
ui-missing-months = No report for { $months }.
ui-window-line = { $window } · { $line }
ui-not-counted = Carried out but not counted
ui-not-by-rules = Does not meet what the pledge requires.
ui-reason = Why
ui-evidence = Records
ui-cut = The list is shortened: { $shown } of { $whole } rows are shown here. All of them are in the workbook summary.xlsx.
ui-evidence-caption = Rows that count
ui-counted-heading = { $rows ->
    [0] No rows count
    [one] Show the row that counts
   *[other] Show the { $rows } rows that count
}
ui-counted-elsewhere = { $rows ->
    [one] 1 row in the workbook of another partner counts too.
   *[other] { $rows } rows in the workbooks of other partners count too.
}
ui-workbook = Workbook
ui-sheet = Sheet
ui-cell = Cell
ui-date = Date
ui-value = Value
ui-notes = Comment on the outcome
ui-note-why = Why
ui-note-next = What happens now
ui-earlier = Not fulfilled earlier
ui-last-term = The term before
ui-last-term-verdict = { $status } ({ $title }, { $date })
ui-indicators = Measures beside the pledges
ui-indicator = Measure
ui-indicator-source = Source
ui-indicator-scale = Scale
ui-indicator-values = Measurements
ui-good-low = low is good
ui-good-high = high is good
ui-findings = To correct in the workbooks
ui-findings-intro = This is what we found when we read the partners' workbooks. Correct it in the workbook, and the next follow-up will be right.
ui-findings-own = This is what we found when we read your workbooks. Correct it in the workbook, and the next follow-up will be right.
ui-notes-heading = { $notes ->
    [one] Show 1 finding to know
   *[other] Show { $notes } findings to know
}
ui-mend = To correct
ui-mend-line = { $workbook }: { $mend ->
    [0] nothing to correct
   *[other] { $mend } to correct
}{ $notes ->
    [0] { "" }
   *[other] , { $notes } to know
}
ui-findings-none = We found nothing to correct.
ui-finding-place = Place
ui-finding-what = What we found
ui-finding-remedy = What to do
ui-no-workbook = Without a workbook
ui-place-cell = cell { $cell }
ui-place-agreement = the agreement’s sheet { $sheet }
ui-place-line = line { $line } of the agreement
ui-place-whole = the whole workbook
ui-known = known before
ui-severity-error = To correct
ui-severity-warning = To correct
ui-severity-note = To know
ui-reporting = Who has reported?
ui-reporting-intro = The table shows the workbooks that are to be filled in regularly.
ui-reporting-none = No partner has undertaken to report regularly.
ui-reporting-source = Partner and workbook
ui-received = Reported
ui-missing = Missing
ui-absent = not stated
ui-not-due = Not asked for
ui-retroactive = Changed afterwards
ui-retroactive-intro = These figures belong to a period that has already been reported. They have changed since.
ui-retroactive-none = No figure of a period already reported has changed.
ui-before = Before
ui-after = Now
ui-change = Change
ui-was-row = Row changed
ui-was-counts = Row changed, counts now
ui-was-counts-not = Row changed, counts no longer
ui-was-changed = Changed
ui-was-removed = Removed
ui-was-added = Added
ui-method = How this was made
ui-method-source = The figures come from the partners' own workbooks. Every figure can be followed back to its cell. Nobody has recounted or corrected them on the way.
ui-method-interval = Some figures are approximate, such as “about 20” or “3–4”. We then count with both the lowest and the highest value they can mean. The outcome “100–108” means that the true value lies somewhere between.
ui-method-bar = In the bars the dark part is the lowest value, and the light part shows how far the highest reaches. The upright line is what the pledge requires. The dotted line is what the time so far requires.
ui-method-verdict = A pledge is fulfilled only if that holds for the whole range. It is behind when even the highest value is lower than the time so far requires. If it can be either, we say that it cannot be decided.
ui-method-windows = A pledge may concern several periods, such as every year or quarter. While the agreement runs, the current period decides. When its term is over, all periods decide, and the pledge gets the worst of them. A pledge with several parts stands as its worst part. An earlier period that was not fulfilled is always told beside the pledge.
ui-method-missing = What is missing is never counted as zero. We then say that it is not reported.
ui-method-claims = What the responsible partner claims and what the records show stand side by side.
ui-method-persons = Small figures about persons are not shown, so that nobody can be recognised.
ui-interpretations = Interpretations
ui-interpretations-none = The agreement states no interpretations.
ui-definitions = What is counted
ui-rulings = Decisions about rows
ui-ruled-in = Counts
ui-ruled-out = Does not count
ui-background = Background
ui-success = Measure of success
ui-reporting-way = How the follow-up is reported
ui-sources = Sources
ui-sources-intro = The workbooks we have read. Every row read is used, skipped (totals, notes, planned) or left out with a finding. The checksum (SHA-256) shows that the file is the same.
ui-sources-none = We have read no workbook.
ui-rows-read = Rows read
ui-rows-used = Used
ui-rows-skipped = Skipped
ui-rows-rejected = Left out
ui-hash = Checksum
ui-partner = Partner
ui-unclaimed = No source in the agreement
ui-footer = The follow-up is made from the agreement and the partners' workbooks. The same records give the same result.
ui-to-top = To the top of the page
ui-legend = What the words mean
ui-edition-partner = Edition for { $partner }: only its own pledges, and what is to be corrected in its own workbooks.
ui-edition-public = Public edition: without names, findings and details of single rows.
ui-state-none = There are no pledges to follow up.
ui-state-single = { $status ->
    [fulfilled] The only pledge is fulfilled.
    [on-track] The only pledge is on track.
    [behind] The only pledge is behind.
    [not-fulfilled] The only pledge is not fulfilled.
    [partial] The only pledge is partly fulfilled.
    [undecided] It cannot be decided whether the only pledge is kept.
    [not-reported] The only pledge cannot be judged, since nobody has reported.
    [withheld] How the only pledge stands is not shown, since it is about too few persons.
    [no-need] Nobody has asked for what the only pledge is about.
    [not-started] The time of the only pledge has not begun.
   *[described] The only pledge is not judged.
}
ui-state-all = { $status ->
    [fulfilled] All { $total } pledges are fulfilled.
    [on-track] All { $total } pledges are on track.
    [behind] All { $total } pledges are behind.
    [not-fulfilled] None of the { $total } pledges has been kept.
    [partial] All { $total } pledges are partly fulfilled.
    [undecided] None of the { $total } pledges can be decided.
    [not-reported] None of the { $total } pledges can be judged, since nobody has reported.
    [withheld] How the { $total } pledges stand is not shown, since they are about too few persons.
    [no-need] Nobody has asked for what the { $total } pledges are about.
    [not-started] The time of none of the { $total } pledges has begun.
   *[described] None of the { $total } pledges is judged.
}
ui-state = { $total } pledges: { $counts }.
ui-count-not-fulfilled = { $count } not fulfilled
ui-count-partial = { $count } partly fulfilled
ui-count-behind = { $count } behind
ui-count-undecided = { $count } undecided
ui-count-not-reported = { $count } not reported
ui-count-withheld = { $count } not shown
ui-count-on-track = { $count } on track
ui-count-fulfilled = { $count } fulfilled
ui-count-not-started = { $count } not started
ui-count-no-need = { $count } without need
ui-count-described = { $count } without a verdict
ui-means-not-fulfilled = The pledge is broken and can no longer be kept.
ui-means-partial = When the time is over, a part of what the pledge asks is done, and a part is not.
ui-means-behind = The pledge is behind what the time so far requires. It is still possible to catch up.
ui-means-undecided = The figures, or the words of the pledge, leave it open.
ui-means-not-reported = Nobody has reported what a verdict needs.
ui-means-withheld = How it stands is not shown, since that would tell a figure about too few persons.
ui-means-on-track = As much is done as the time so far requires.
ui-means-fulfilled = What the pledge requires is done.
ui-means-not-started = Its time has not begun.
ui-means-no-need = Nobody has asked for it.
ui-means-described = The pledge requires nothing measurable. We tell what has been done or claimed.

xlsx-title = Follow-up of citizen pledges
xlsx-about = About the workbook
xlsx-about-means = This page.
xlsx-about-sheet = Sheet
xlsx-about-content = Content
xlsx-about-rows = Rows
xlsx-about-note = Figures have a lowest and a highest value, since partners sometimes write “about 20” or “3–4”. Where they are equal the figure is exact.
xlsx-pledges = Pledges
xlsx-pledges-means = Every pledge with its status, who is responsible and what remains. The name leads to its targets.
xlsx-targets = Targets
xlsx-targets-means = Every target and window with what is required, the outcome and the status. The number in the column Records leads to the rows that count.
xlsx-evidence = Records
xlsx-evidence-means = What every row gives to every window. The numbers are looked up on the sheet Activities.
xlsx-not-counted = Not counted
xlsx-not-counted-means = What was held but does not count, and why.
xlsx-findings = Findings
xlsx-findings-means = What needs correcting in the workbooks.
xlsx-reporting = Reporting
xlsx-reporting-means = Who has reported which month.
xlsx-sources = Sources
xlsx-sources-means = The workbooks, how their rows were used, and checksums.
xlsx-nothing = Nothing to report
xlsx-number = No.
xlsx-id = Pledge
xlsx-area = Area
xlsx-promised = What was promised
xlsx-claimed = Partner claims
xlsx-key = Target number
xlsx-target = Target
xlsx-window = Time
xlsx-from = From
xlsx-to = To
xlsx-required = Required
xlsx-pace = Even pace so far
xlsx-low = Lowest
xlsx-high = Highest
xlsx-open = no upper limit
xlsx-month = Month
xlsx-course-figures = Figures of the months
xlsx-course-figures-means = The figures of the pictures: the outcome at the end of each month, and what was required then.
xlsx-course = Month by month
xlsx-formulas = Formulas
xlsx-formulas-note = Outcomes, requirements, paces and statuses are formulas over the sheet Activities: change a number there, and everything is worked out again. Where the column The status is says “value”, the status cannot be written as a formula.
xlsx-charts = Charts
xlsx-charts-means = How much of what was promised is done, by area.
xlsx-chart-described = Bar chart of { $area }: how much of what was promised is done, and how much should be done by now. The figures stand in the table beside it.
xlsx-parts = Parts
xlsx-parts-means = Places, audiences, weeks, steps and requests, one by one.
xlsx-activities = Activities
xlsx-activities-means = Every activity once, for tables and pivots of your own.
xlsx-reckoning = Reckoning
xlsx-reckoning-means = What the status follows from in every window. Yes, no and unclear are 1, 0 and -1.
xlsx-pledge-key = Pledge id
xlsx-made-by = The status is
xlsx-formula = formula
xlsx-value = value
xlsx-progress = Done
xlsx-paced-share = At an even pace
xlsx-whole-low = Of at least
xlsx-whole-high = Of at most
xlsx-part = Part
xlsx-part-low = In the part, lowest
xlsx-part-high = In the part, highest
xlsx-due = Due
xlsx-done = Completed
xlsx-capped-low = Counts, lowest
xlsx-capped-high = Counts, highest
xlsx-holds = Holds
xlsx-over = Time is over
xlsx-part-row = Part row
xlsx-percent = 0%
xlsx-least-whole = Whole at the lowest share
xlsx-most-whole = Whole at the highest share
xlsx-before = The day before
xlsx-gap = Days since then
xlsx-late = Days too many
xlsx-occasion = Occasion
xlsx-window-row = Window row
xlsx-activity = Activity
xlsx-year = Year
xlsx-week = Week
xlsx-sort = What was done
xlsx-place = Place
xlsx-pledges-counted = Counts for
xlsx-not-shown = not shown here
xlsx-decides = Decides
xlsx-state = Time
xlsx-covered = Reported
xlsx-incomplete = Incomplete
xlsx-paced = Pace of
xlsx-passed = Has passed
xlsx-all = All of the time
xlsx-kept = Already fulfilled
xlsx-lost = Out of reach
xlsx-holds-closed = Holds in all
xlsx-holds-pace = Keeps pace
xlsx-severity = Severity
xlsx-code = Code
xlsx-message = What we found
xlsx-remedy = What to do
xlsx-agreement = The agreement

letter-subject = Follow-up of citizen pledges, { $municipality }, { $period }: { $state }
letter-subject-partner = Follow-up of citizen pledges for { $partner }, { $period }: { $state }
letter-greeting = Hello,
letter-intro = Here is the follow-up of { $title } for { $period }. The records were collected on { $day }.
letter-attention = Pledges that are behind or not fulfilled
letter-unknown = Pledges that cannot be judged
letter-earlier = Pledges that were not fulfilled earlier
letter-named = { $label }: { $text }
letter-ahead = Pledges on track, and what remains to be done
letter-changes = Changed since the last follow-up
letter-change = { $was } → { $now }: { $pledge }
letter-change-new = New pledge, { $now }: { $pledge }
letter-unreported = Not reported
letter-findings = To correct in the workbooks
letter-findings-count = { $mend ->
    [0] There is nothing to correct{ $notes ->
        [0] { "" }
        [one] , but 1 finding to know
       *[other] , but { $notes } findings to know
    }.
    [one] There is 1 finding to correct{ $notes ->
        [0] { "" }
       *[other] { " " }and { $notes } to know
    }.
   *[other] There are { $mend } findings to correct{ $notes ->
        [0] { "" }
       *[other] { " " }and { $notes } to know
    }.
}
letter-finding = { $message } { $remedy }
letter-attached = Attached
letter-attached-none = Nothing is attached.
letter-attached-details-html = { $name }: the rest of the follow-up. Keep it in one folder with report.html, and the links lead there.
letter-attached-report-html = { $name }: the whole follow-up, opens in a web browser
letter-attached-report-pdf = { $name }: the whole follow-up, for print and archive
letter-attached-summary-xlsx = { $name }: the figures and records as a workbook
letter-attached-follow-up-json = { $name }: the follow-up for other programs
letter-attached-other = { $name }
letter-status = Status
letter-count = Number
letter-diary-number = Registration number: { $number }
letter-version = Version { $version }
letter-also-to = The follow-up also goes to { $roles }.
letter-role-chief = the chief of the local police area
letter-role-council = the political leadership of the municipality
letter-role-chair = the chair of the local crime prevention council
letter-role-partner = a partner of the agreement
letter-role-registrar = the registrar
letter-role-web = whoever keeps the website
letter-draft-subject = DRAFT: { $subject }
letter-draft = This is a draft of { $version }. It is sent to its recipients only when you have approved it. Reply to this email and say whether you approve.
letter-draft-seal = The seal of { $version } is { $seal }. It binds every file of it. What is approved has the same seal.
letter-too-large = The letter could not go with all of its files, as the server takes none so large. { $count ->
    [one] This file is not in it
   *[other] These files are not in it
}: { $names }. Answer the letter if you want { $count ->
    [one] it
   *[other] them
} in another way.
letter-correction = Correction: this letter takes the place of the one sent on { $date }{ $then ->
    [none] {""}
   *[other] {""} (“{ $then }”)
}. Something in the result has changed.
letter-correction-subject = Correction: { $subject }

## What a partner reads of its own workbooks

letter-partner-subject = { $partner }: how we read your workbooks, { $period }{ $mend ->
    [0] { "" }
   *[other] , { $mend } to correct
}
letter-partner-intro = We have read your workbooks for the follow-up of { $title } for { $period }. They were collected on { $day }.
letter-reminder-subject-before = Reminder: the report for { $period } is needed by { $due }
letter-reminder-subject-after = Reminder: what we need for { $period } is not complete
letter-reminder-before = What we need for the follow-up of { $title } for { $period } is due on { $due }. If you have already handed it in, please disregard this letter.
letter-reminder-after = What we need for the follow-up of { $title } for { $period } is not complete. Here is what is missing or must be corrected.
letter-thanks = Thank you, this is corrected
letter-thanks-line = { $count ->
    [one] 1 finding is corrected.
   *[other] { $count } findings are corrected.
}
letter-mend = To be corrected
letter-mend-new = This is new since our last letter.
letter-mend-first = Correct it in the workbook, and it counts the next time we read it.
letter-mend-none = We found nothing new to correct.
letter-mend-known = { $count ->
    [one] 1 finding from an earlier letter is not corrected yet.
   *[other] { $count } findings from earlier letters are not corrected yet.
}
letter-mend-more = { $count ->
    [one] 1 more finding to correct.
   *[other] { $count } more findings to correct.
}
letter-missing = Missing
letter-missing-workbook = A workbook named “{ $pattern }” is missing.
letter-missing-due = It is due on { $due }.
letter-missing-past = It was due on { $due }. Please hand it in as soon as you can.
letter-missing-anytime = Please hand it in as soon as you can.
letter-read = How we read the workbooks
letter-receipt = How we read the workbook { $workbook }.
letter-receipt-good = We found nothing to correct.
letter-read-none = We have found no workbook of yours.
letter-read-nothing = Nothing in it is used.
letter-read-skipped = Totals, notes and plans are skipped.
letter-read-sheet-withheld = “{ $sheet }”: read. The number of rows is not shown, since a row may be a person.
letter-read-sheet = { $read ->
    [0] “{ $sheet }”: no rows.
    [one] “{ $sheet }”: { $used } of 1 row used{ letter-read-rest }.
   *[other] “{ $sheet }”: { $used } of { $read } rows used{ letter-read-rest }.
}
letter-read-rest = { $skipped ->
    [0] { "" }
   *[other] , { $skipped } skipped
}{ $rejected ->
    [0] { "" }
   *[other] , { $rejected } not counted
}


## What a workbook holds (lofte inspect)

ui-inspect-workbook = { $workbook }: { $sheets ->
    [one] 1 sheet
   *[other] { $sheets } sheets
}
ui-inspect-sheet = Sheet “{ $sheet }”: { $shape }
ui-inspect-sheet-hidden = Sheet “{ $sheet }” (hidden): { $shape }
ui-inspect-shape-log = a row an occasion, a week or a month (log)
ui-inspect-shape-months = a row a kind, months as columns (months)
ui-inspect-shape-form = a form, label and value side by side (form)
ui-inspect-shape-statements = a row a pledge, with what its owner says (statements)
ui-inspect-shape-milestones = a row a step, with the day it is due (milestones)
ui-inspect-shape-register = a row a place (register)
ui-inspect-shape-years = statistics, a row an area and the years as columns
ui-inspect-measure = Statistics are never counted. They are read as a measure, for example like this:
ui-inspect-shape-none = no recognisable table
ui-inspect-header = Headings on row { $rows }
ui-inspect-kind-empty = empty
ui-inspect-kind-date = date
ui-inspect-kind-week = week
ui-inspect-kind-month = month
ui-inspect-kind-year = year
ui-inspect-kind-count = count
ui-inspect-kind-hours = hours
ui-inspect-kind-minutes = minutes
ui-inspect-kind-time = time
ui-inspect-kind-mark = yes/no
ui-inspect-kind-text = text
ui-inspect-persons = (not shown: may be about single persons)
ui-inspect-use-counted = counted
ui-inspect-use-month = → months
ui-inspect-span = Time: { $span }
ui-inspect-no-formatting = Colours and struck-through text are not read in this file format. Save as .xlsx if they mean something.
ui-inspect-rows = Rows: { $used } used, { $left } not counted
ui-inspect-counted = Counted: row { $rows } ({ $given })
ui-inspect-made = { $made }
ui-inspect-more-days = { $columns } has days too, which are not counted. If each day is an occasion, make a row of each.
ui-inspect-other = Or { $reading }: { $given }
ui-inspect-instead = Or { $reading }:
ui-inspect-other-words = the words of a column tell kinds apart
ui-inspect-other-counted = the number in a column counts, not the row as one occasion
ui-inspect-other-rows = every row of the table is an occasion, not the whole sheet
ui-inspect-other-occasions = every row is an occasion, not a place
ui-inspect-other-uncounted = every row is one occasion, however many it says
ui-inspect-other-columns = the numbers of each column are counted apart
ui-inspect-copy = A copy of a workbook that the source { $files } reads; it counts once
ui-inspect-left-total = Totals: row { $rows }
ui-inspect-left-planned = Planned or cancelled: row { $rows }
ui-inspect-left-withdrawn = Struck through: row { $rows }
ui-inspect-left-sample = Samples of a template: row { $rows }
ui-inspect-left-unfilled = Not filled in yet: row { $rows }
ui-inspect-left-out = Left out by where: row { $rows }
ui-inspect-left-note = Notes and other rows: row { $rows }
ui-inspect-left-rejected = Cannot be counted, see below: row { $rows }
ui-inspect-nothing = We cannot read any of the sheets as they are now. Write a row of headings above the table, for example Date, Place and Number.

# ── lofte init ──
ui-init-title = Medborgarlöfte { $municipality } { $years }
ui-init-ask-municipality = Which municipality promises?
ui-init-ask-police-area = Which local police area promises?
ui-init-ask-from = The first day of the term (2026-01-01):
ui-init-ask-to = The last day of the term (2026-12-31):
ui-init-ask-file = An Excel file or a text file for the agreement? (Excel)
ui-init-file-text = text file
ui-init-pledge-text = The words of the pledge
ui-init-done = { $path } is written. { $workbooks ->
    [0] No workbooks lay in the folder yet.
    [one] Of 1 workbook { $read } could be read.
   *[other] Of { $workbooks } workbooks { $read } could be read.
}{ $copies ->
    [0] { "" }
    [one] { " " }1 is a copy and is not read.
   *[other] { " " }{ $copies } are copies and are not read.
}
ui-init-last-outcome = Outcome of the term before: { $windows }.
ui-init-successor-note = Follows the agreement in { $old }. Days of pledges and of the calendar are moved to the new term: check them, and patterns and headings with a year in them.
ui-init-next-write = 1. Open { $path }, compare the sources with the workbooks, and write the pledges.
ui-init-next-check = 2. lofte check { $folder } tells every fault, and what it finds in the workbooks.
ui-init-next-run = 3. lofte run { $folder } makes the first report.
ui-init-copy = a copy, which is not read
ui-inspect-same = Read by the source above, { $files }

# ── lofte init --starter-workbooks ──
starter-guide = Instructions
starter-lists = Lists
starter-title = How to fill in this workbook
starter-remark = Remarks
starter-what = What
starter-example = Example: not counted
starter-step = Agreement signed
starter-place = The square
starter-yes = Yes
starter-no = No
starter-not-begun = Not begun
starter-under-way = In progress
starter-done = Done
starter-week = week { $week } { $year }
starter-write = Write each thing on a row of its own in the table, and fill in the columns you can. Leave the headings as they are. You may add columns of your own furthest to the right.
starter-about-example = The row marked “{ $example }” shows what it may look like. It is never counted, and you may delete it. A sheet with no other row is taken as not filled in.
starter-about-number = Write days as 2022-03-15 and amounts in digits. If you do not know exactly, you may write “March”, “about 20” or “3–4”: answer Yes when the program asks.
starter-copy-workbook = The sheet { $sheet } is a form for one occasion. Save the workbook under a name of its own in the same folder for each occasion.
starter-copy-sheet = The sheet { $sheet } is a form for one occasion.
starter-every-week = { $sheets }: write something for every week. If nothing happened, write 0, or “Nothing to report” under Remarks on the row of the week.
starter-every-month = { $sheets }: write something for every month. If nothing happened, write 0, or “Nothing to report” under Remarks on the row of the month.
starter-every-quarter = { $sheets }: write something for every quarter. If nothing happened, write 0, or “Nothing to report” under Remarks on the row of the quarter.
starter-when-done = { $sheets }: write when something has been done. If nothing happened, delete the example, or write “Nothing to report” under Remarks.
starter-due = The month must be filled in by day { $day } of the month after.
starter-called-off = Was something called off? Write “Cancelled” under Remarks, and the row is not counted.
starter-no-names = Write no identity numbers and no names of individuals.
starter-keep-names = Keep the names of the sheets, and save the workbook as { $file }.
starter-form-example = Example: { $example }
starter-rule-day = Write a day, for example 2022-03-15. If you only know the month or the week, you may write that: then answer Yes.
starter-rule-number = Write a number that is not below zero. If you do not know exactly, you may write “about 20” or “3–4”: then answer Yes.
starter-rule-week = Write the number of the week, 1–53. If the row is about several weeks, you may write “weeks 9 and 10”: then answer Yes.
starter-rule-time = Write a time of day, for example 18:30.
starter-rule-word = That is not in the list. Please choose from it if you can. If it has to be something else, or several words with commas between, answer Yes.
starter-rule-only = Choose a word from the list. Rows with other words are not counted.
ui-init-starter-none = No workbook is missing: { $folder } has one for every source of the agreement.
ui-init-starter-one = { $path }: { $partner }
ui-init-starter-there = { $path } is there already and was left as it was.
ui-init-starter-unnamed = No name can be made from the pattern { $files }. Put a workbook there by hand.
ui-init-starter-next = Send the workbooks to the partners. They are marked with an example and count for nothing until somebody has written in them.

# The course of verdicts, pictures and the start page.
ui-course = Verdict month by month
ui-course-title = Pledge { $number }, verdict month by month
ui-course-basis = Each month is judged at its end, by what is known today.
ui-chart-title = The outcome over time: { $target }
ui-chart-description = At the end of { $month }: { $outcome }.{ $bound ->
    [most] {" "}The limit is { $asked }.
    [nothing] {""}
   *[least] {" "}{ $asked } is required by then.
}
ui-chart-key = { $shape ->
    [exact] Solid line: the outcome.
   *[interval] Solid line: the lowest outcome.
}{ $field ->
    [yes] { " " }Light field: up to the highest.
   *[no] { "" }
}{ $unknown ->
    [yes] { " " }Hatched field: how much more nobody knows.
   *[no] { "" }
}{ $bound ->
    [most] { " " }Dashed line: no more than this is allowed.
   *[least] { " " }Dashed line: what is required so far, as the pledge is judged.
}
ui-chart-figures = Show the figures of the picture
ui-month = Month
ui-asked-then = Required then
ui-index-title = All follow-ups
ui-index-intro = Every follow-up is kept as it was when it was made. The newest stands first.
ui-index-none = No follow-up has been made yet.
ui-index-sent = Sent
ui-index-not-sent = Not sent
ui-index-unreadable = The version cannot be read. Restore its folder from a backup.
ui-index-report = The follow-up
ui-index-pdf = PDF for print and archive
ui-index-public = The public edition
ui-index-public-details = The public edition, pledge by pledge
ui-index-workbook = The workbook
ui-index-latest = Latest version
ui-index-replaced = Replaced by a later version
ui-index-about = for { $period }, version { $version }
ui-index-heading = { $period }, version { $version }
ui-table = Table

# ── lofte doctor ──
ui-doctor-fine = good
ui-doctor-note = note
ui-doctor-missing = FAULT
ui-doctor-place = { $folder }
ui-doctor-here = Here
ui-doctor-machine = This computer
ui-doctor-fault = { $fault }
ui-convert-made = { $path } is written.
ui-convert-kept = The file that it was made from is kept as { $path }.
ui-doctor-agreement = The agreement can be read: { $title }, { $pledges ->
    [one] 1 pledge
   *[other] { $pledges } pledges
}, { $sources ->
    [one] 1 source
   *[other] { $sources } sources
}
ui-doctor-agreement-faults = { $path } has { $faults ->
    [one] 1 fault
   *[other] { $faults } faults
}, first: { $first }
ui-doctor-agreement-faults-do = lofte check { $folder } shows all of them.
ui-doctor-agreement-do = Mend it, and run lofte doctor again.
ui-doctor-begin-do = Make a folder for it, lay the partners’ workbooks in it, and begin with: lofte init inputs/MUNICIPALITY
ui-doctor-no-agreement = There is no agreement under inputs
ui-doctor-no-pledges = The agreement has no pledges.
ui-doctor-no-pledges-do = Write them, or there is nothing to follow up.
ui-doctor-drop = { $workbooks ->
    [0] No workbooks
    [one] 1 workbook
   *[other] { $workbooks } workbooks
} in { $folder }
ui-doctor-drop-do = Make the folder { $folder } and lay the partners’ workbooks there.
ui-doctor-drop-empty-do = Lay the partners’ workbooks there.
ui-doctor-no-workbook = No workbook for { $files } ({ $partner })
ui-doctor-no-workbook-do = Ask the partner for it, or mend the name in the source.
ui-doctor-unread = { $workbook } is read by no source
ui-doctor-unread-do = lofte inspect shows how it can be read.
ui-doctor-recipients = { $recipients ->
    [0] No recipients
    [one] 1 recipient
   *[other] { $recipients } recipients
} in the agreement
ui-doctor-recipients-do = The follow-up is made, but nobody gets a letter.
ui-doctor-versions = The folder of results, { $folder }, can be written into; { $versions ->
    [0] no version yet
    [one] 1 version
   *[other] { $versions } versions
}
ui-doctor-versions-do = See to it that { $folder } can be read and written into.
ui-doctor-no-settings = No settings are chosen
ui-doctor-no-settings-do = Letters are laid in the outbox. Name --settings FILE to send them.
ui-doctor-settings = The settings { $path } can be read
ui-doctor-settings-do = Mend it and run lofte doctor again.
ui-doctor-no-mail = The settings say nothing of mail
ui-doctor-mail-folder = Letters are laid in { $folder }
ui-doctor-no-mail-folder = The folder for letters, { $folder }, is not there
ui-doctor-no-mail-folder-do = Make it, or choose another in the settings.
ui-doctor-mail-server = Mail goes by { $server }, port { $port }; try it with lofte send --test ADDRESS
ui-doctor-ran = Last run { $day }
ui-doctor-ran-long-ago = The last run was { $day }
ui-doctor-job = There is a daily job: { $path }
ui-doctor-no-job = No daily job was found
ui-doctor-schedule-do = lofte schedule writes one, ready to install.
ui-doctor-rights = Only you and your group can read { $folder }
ui-doctor-open = Everybody on this computer can read { $folder }
ui-doctor-open-do = Run chmod o-rwx { $folder }
ui-doctor-disk = { $megabytes } MB free on the disk
ui-doctor-disk-do = Make room, or the next version cannot be written.
ui-doctor-clock = The clock shows { $day }
ui-doctor-clock-do = That is before the program was made, or last run. Set the clock.

# ── lofte ──
ui-next-begin = There is no agreement here yet. Make a folder for it and lay the partners’ workbooks in it: lofte init inputs/MUNICIPALITY
ui-next-begin-in = The folder { $folder } has { $workbooks ->
    [one] 1 workbook
   *[other] { $workbooks } workbooks
}, but no agreement yet. Begin it with: lofte init { $folder }
ui-next-begin-here = { $workbooks ->
    [one] 1 workbook lies
   *[other] { $workbooks } workbooks lie
} here, but no agreement. Begin one from them: lofte init inputs/MUNICIPALITY --workbooks .
ui-next-mend = { $folder }: the agreement has faults. See them with: lofte check { $folder }
ui-next-pledges = { $folder }: write the pledges into the agreement, and try it with: lofte check { $folder }
ui-next-workbooks = { $folder }: lay the partners’ workbooks in { $drop }, or make empty ones for them: lofte init --starter-workbooks { $folder }
ui-next-wait = { $folder }: the term begins on { $from }, and no month of it has passed. Try the workbooks with: lofte inspect
ui-next-run = { $folder }: { $period } is not followed up. Do it with: lofte run { $folder }
ui-next-send = { $folder }: { $period } is followed up, read { $report }. Then send it with: lofte send { $folder } --settings FILE
ui-next-done = { $folder }: { $period } is followed up, see { $report }. Nothing more to do now.
ui-next-help = lofte doctor shows whether everything is in place, lofte --help all commands.
