## What we found in the partners' workbooks

finding-unreadable-workbook = We cannot open the workbook: the file is damaged or locked ({ $why }).
    .remedy = Open it in Excel, save it again under the same name and put it back.
finding-encrypted-workbook = The workbook has a password, so we cannot read it.
    .remedy = Remove the password in Excel and save the workbook again.
finding-unsupported-format = { $what ->
    [html] The file is a web page saved under a workbook's name.
    [csv] The file is a text file (csv) and not a workbook.
    [old-excel] The file is saved in an old Excel format that we cannot read.
    [empty] The file is empty.
   *[other] The file is not a workbook that we can read.
}
    .remedy = Open it in Excel and save it as an Excel workbook (.xlsx).
finding-reader-limit = The workbook is too large to be read.
    .remedy = Remove empty rows, pictures and sheets that do not belong here, and save it again.
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
finding-no-workbook = No workbook from { $partner } fits the pattern “{ $pattern }”.
    .remedy = Put the workbook in the folder under that name, or change the pattern in the agreement file.

finding-copied-workbook = The workbook is a copy of “{ $original }” and is not counted.
    .remedy = Remove the copy if it is not needed.
finding-stale-copy = The workbook is another version of “{ $original }” and is not counted.
    .remedy = Check that “{ $original }” is the latest, and remove the other.
finding-unclaimed-workbook = No source in the agreement file takes the workbook, so it has not been read.
    .remedy = { $nearest ->
    [none] Add it as a source in the agreement file, or remove it from the folder.
   *[other] Give it a name that fits “{ $nearest }”, add it as a source in the agreement file, or remove it.
}
finding-duplicate-row = The row is the same as the row at { $first } and is not counted again.
    .remedy = Remove the row if it was pasted twice. If these are two occasions, write something that tells them apart, such as the time of day.
finding-date-outside-term = The date { $date } lies outside the term of the agreement, so the row is not counted.
    .remedy = { $guess ->
    [none] Correct the date, or remove the row if it does not belong here.
   *[other] Correct the date. Was { $guess } meant?
}
finding-date-in-future = The date { $date } has not been yet, so the row is not counted.
    .remedy = Correct the date. If it is something planned, leave the row until it has been done.
finding-missing-date = The row has no date. It counts as uncertain in all the time the sheet can be about.
    .remedy = Write the date, or at least the week or the month.
finding-unreadable-date = We cannot read the date “{ $text }”.
    .remedy = Write the date with its year, for example 2023-04-15.
finding-unreadable-number = { $text ->
    [none] We cannot read the number.
   *[other] We cannot read the number “{ $text }”.
}
    .remedy = Write a number, for example 3 or “ca 3”.
finding-unreadable-value = We cannot read what stands in the cell.
    .remedy = Write yes or no, or the word that the agreement file expects.
finding-error-cell = The cell shows an error ({ $text }) instead of a number.
    .remedy = Correct the formula, or write the number itself.
finding-formula-without-value = The cell has a formula that was never calculated.
    .remedy = Open the workbook in Excel and save it, and the formula is calculated.
finding-missing-value = The cell for “{ $field }” is empty, so the row counts as uncertain.
    .remedy = Fill in the cell. Write 0 or no if there was nothing.
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
finding-near-heading = The heading “{ $found }” was read as “{ $heading }”.
    .remedy = Change the heading to “{ $heading }”, or write “{ $found }” in the agreement file.
finding-total-disagrees = { $total ->
    [none] The sheet's own total differs from its rows. We count the rows.
   *[other] The sheet's own total is { $total }, but the rows give { $sum }. We count the rows.
}
    .remedy = Check the total, and that no rows are missing.
finding-lock-file = Somebody has the workbook open. What has not been saved is not included.
    .remedy = Save and close the workbook, and run again if something is missing.
finding-hidden-sheet = The sheet is hidden, but the agreement file names it and it has been read.
    .remedy = Show the sheet if it belongs, otherwise remove it.
finding-linked-folder = The folder is a link to another place, and we do not follow it.
    .remedy = Put the workbooks in the folder itself.
