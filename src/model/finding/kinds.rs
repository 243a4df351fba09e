//! Every kind of finding.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::args::{
    ActivityId, ArgValue, Args, CountedQuantity, IfKnown, Lapse, OtherRow, RepeatedAt, WrittenTime,
    Year,
};
use super::declare::findings;
use super::severity::Severity;
use super::words::*;
use crate::model::agreement::Role;
use crate::model::quantity::Quantity;
use crate::model::span::DateSpan;
use crate::model::status::Status;

findings! {
    /// The agreement is not TOML.
    AgreementSyntax "agreement-syntax" Error { fault: String = "fault", text: Option<String> = "text" };
    /// A key that means nothing there.
    AgreementUnknownKey "agreement-unknown-key" Error
        { key: String = "key", nearest: Option<String> = "nearest", table: Option<String> = "table" };
    AgreementMissingKey "agreement-missing-key" Error { key: String = "key", table: Option<String> = "table" };
    /// A value of another type than the expected one.
    AgreementWrongType "agreement-wrong-type" Error { key: String = "key", expected: ExpectedType = "expected" };
    /// A word that is none of the choices.
    AgreementUnknownWord "agreement-unknown-word" Error
        { key: String = "key", word: String = "word", nearest: Option<String> = "nearest", choices: String = "choices" };
    AgreementUnknownPartner "agreement-unknown-partner" Error
        { word: String = "word", nearest: Option<String> = "nearest" };
    AgreementUnknownArea "agreement-unknown-area" Error
        { word: String = "word", nearest: Option<String> = "nearest" };
    /// A list of places that does not exist.
    AgreementUnknownPlace "agreement-unknown-place" Error
        { word: String = "word", nearest: Option<String> = "nearest" };
    AgreementUnknownCalendar "agreement-unknown-calendar" Error
        { word: String = "word", nearest: Option<String> = "nearest" };
    AgreementUnknownIndicator "agreement-unknown-indicator" Error
        { word: String = "word", nearest: Option<String> = "nearest" };
    /// An `of` that no sheet gives.
    AgreementUnknownActivity "agreement-unknown-activity" Error
        { word: String = "word", nearest: Option<String> = "nearest" };
    /// A field that no sheet of the activity maps; `word` is how the target writes it.
    AgreementUnknownField "agreement-unknown-field" Error {
        word: String = "word", activity: Option<String> = "activity", field: String = "field",
        nearest: Option<String> = "nearest"
    };
    AgreementDuplicateId "agreement-duplicate-id" Error { id: String = "id" };
    /// A window, or `valid`, outside the term.
    AgreementWindowOutsideTerm "agreement-window-outside-term" Error
        { from: NaiveDate = "from", to: NaiveDate = "to", first: NaiveDate = "first", last: NaiveDate = "last" };
    /// A target that cannot be: keys that contradict each other, a number that cannot be reached.
    AgreementImpossibleTarget "agreement-impossible-target" Error { why: ImpossibleTarget = "why", key: String = "key" };
    /// A value that cannot be read: a date, a length, a percentage, an address, a pattern.
    AgreementInvalidValue "agreement-invalid-value" Error {
        key: String = "key", value: Option<String> = "value", expects: ExpectedForm = "expects",
        nearest: Option<String> = "nearest"
    };
    /// A sheet of the agreement's workbook that is none of an agreement's.
    AgreementUnknownSheet "agreement-unknown-sheet" Error
        { sheet: String = "sheet", nearest: Option<String> = "nearest", choices: String = "choices" };
    /// A heading of the agreement's workbook that is none of its sheet's.
    AgreementUnknownHeading "agreement-unknown-heading" Error
        { heading: String = "heading", nearest: Option<String> = "nearest", choices: String = "choices" };
    /// A file to include that is not there.
    AgreementMissingFile "agreement-missing-file" Error { path: String = "path" };

    UnreadableWorkbook "unreadable-workbook" Error { what: UnreadableReason = "what", why: String = "why" };
    /// A workbook with a password.
    EncryptedWorkbook "encrypted-workbook" Error;
    UnsupportedFormat "unsupported-format" Error { what: ForeignFormat = "what" };
    ReaderLimit "reader-limit" Error { what: ExceededLimit = "what" };
    /// A sheet that the agreement names is not there.
    MissingSheet "missing-sheet" Error { sheet: String = "sheet", nearest: Option<String> = "nearest" };
    /// A heading that the agreement names is not there.
    MissingHeading "missing-heading" Error { heading: String = "heading", nearest: Option<String> = "nearest" };
    /// Several columns of one month, and nothing says which is counted.
    AmbiguousColumns "ambiguous-columns" Error { heading: String = "heading", choices: Option<String> = "choices" };
    /// A pattern that matches no workbook.
    NoWorkbook "no-workbook" Error { pattern: String = "pattern", partner: String = "partner" };

    /// A workbook that is there twice.
    CopiedWorkbook "copied-workbook" Warning { original: Option<String> = "original" };
    /// An older state of a workbook; so much is told in it alone.
    StaleCopy "stale-copy" Warning
        { original: Option<String> = "original", why: NewerReason = "why", alone: usize = "alone" };
    /// A workbook that has not been copied to its end.
    UnfinishedWorkbook "unfinished-workbook" Warning;
    /// A workbook that no source takes.
    UnclaimedWorkbook "unclaimed-workbook" Warning { nearest: Option<String> = "nearest" };
    /// A row that may tell of an occasion that another partner tells of.
    ReportedByTwo "reported-by-two" Warning
        { other: Option<OtherRow> = "", date: DateSpan = "date", activity: ActivityId = "activity" };
    /// A row pasted twice.
    DuplicateRow "duplicate-row" Warning { first: String = "first" };
    /// A heading that stands several times, so that rows under it may be left unread.
    RepeatedHeading "repeated-heading" Warning { at: RepeatedAt = "where" };
    DateOutsideTerm "date-outside-term" Warning { date: DateSpan = "date", guess: Option<NaiveDate> = "guess" };
    /// Several cells of a column that are dated outside the term.
    DatesOutsideTerm "dates-outside-term" Warning { date: DateSpan = "date", cells: String = "cells" };
    /// An activity dated after the day the report is made for.
    DateInFuture "date-in-future" Warning { date: DateSpan = "date" };
    MissingDate "missing-date" Warning;
    UnreadableDate "unreadable-date" Warning { text: String = "text" };
    /// Dates of two orders in one column: some can be either of two days.
    AmbiguousDates "ambiguous-dates" Warning { text: String = "text" };
    UnreadableNumber "unreadable-number" Warning { text: Option<String> = "text" };
    /// A number below nothing, which takes back what other rows counted.
    NegativeNumber "negative-number" Warning { text: Option<String> = "text" };
    /// A heading or a title by which numbers are in thousands or the like.
    ScaledNumbers "scaled-numbers" Warning { text: String = "text", count: usize = "count" };
    /// A status that cannot be read: a colour where a word is needed.
    UnreadableValue "unreadable-value" Warning { what: ColourDoubt = "what" };
    /// A cell with a spreadsheet error.
    ErrorCell "error-cell" Warning { text: String = "text" };
    /// A row of a text file with more or fewer fields than its header.
    TooManyFields "too-many-fields" Warning { text: String = "text" };
    /// A time of day, or a length of time, in words that are none.
    UnreadableTime "unreadable-time" Warning { text: String = "text" };
    /// A formula that was never calculated.
    FormulaWithoutValue "formula-without-value" Warning { text: IfKnown<String> = "text" };
    /// Held, but not by the rules.
    RequirementNotMet "requirement-not-met" Warning { headings: String = "headings", date: DateSpan = "date" };
    /// A blank where the pledge asks for something.
    MissingValue "missing-value" Warning { field: String = "field" };
    /// A time that lies only partly in what the pledge asks for.
    PartlyInside "partly-inside" Warning { text: WrittenTime = "text" };
    /// A place that no list knows.
    UnknownPlace "unknown-place" Warning { place: String = "place" };
    /// A word in the row, or a line through it, by which it may not have been held. `at` is the cell that it stands in.
    PerhapsNotHeld "perhaps-not-held" Warning { state: HeldDoubt = "state", word: String = "word", at: String = "at" };
    /// A mark that is neither a known yes nor a known no.
    UnknownMark "unknown-mark" Warning { text: String = "text", heading: String = "heading" };
    /// A figure that its writer does not tell: «..».
    FigureNotTold "figure-not-told" Warning;
    /// Words that may mean two times of the year: «jul».
    AmbiguousDate "ambiguous-date" Warning { text: String = "text", example: NaiveDate = "example" };
    /// A row about months that other rows are about too: perhaps their sum.
    PerhapsSum "perhaps-sum" Warning { date: DateSpan = "date" };
    /// A row that equals the sum of others in every number, and does not say that it is one.
    EqualsSum "equals-sum" Warning { first: String = "first", last: String = "last" };
    /// A row that says that it is a total, and may be figures of its own.
    PerhapsTotal "perhaps-total" Warning { text: String = "text", why: TotalDoubt = "why" };
    /// Numbers that only grow and end in the sheet's total: each may hold those before it.
    PerhapsCumulative "perhaps-cumulative" Warning { heading: String = "heading" };
    /// Cumulative numbers whose rows name days: what a row has more was done at some time since the one before it.
    UncertainDays "uncertain-days" Warning { heading: String = "heading" };
    /// A table whose title says that it is there to compare with, and no other on its sheet.
    PerhapsComparison "perhaps-comparison" Warning { text: String = "text" };
    /// A row that may be there to compare with, or bring over what was done before.
    PerhapsCompared "perhaps-compared" Warning { text: String = "text" };
    /// Several days or times in the cell of a day, with nothing that says how many there were.
    SeveralDays "several-days" Warning { text: String = "text", count: usize = "count" };
    /// A row that may be a part of the one above.
    PerhapsPart "perhaps-part" Warning { text: String = "text" };
    /// An identity number, masked.
    IdentityNumber "identity-number" Warning;
    /// A claim that nobody has looked at for long.
    StaleStatement "stale-statement" Warning
        { label: String = "label", status: String = "status", updated: NaiveDate = "updated" };
    /// A pledge whose row no statements sheet has.
    MissingStatement "missing-statement" Warning { pledge: String = "pledge", label: String = "label" };
    /// A row of a statements sheet that no pledge names.
    StatementWithoutPledge "statement-without-pledge" Note { label: String = "label" };
    /// A sheet of steps without a column that tells when each was done.
    StepsWithoutDone "steps-without-done" Warning;
    /// An answer whose case no request has.
    AnswerWithoutRequest "answer-without-request" Warning { case: String = "case" };
    /// Rows of a sheet that stand on another one too; if `perhaps`, they may be others.
    RepeatedRows "repeated-rows" Warning
        { other: Option<String> = "other", count: usize = "count", rows: String = "rows", how: Repetition = "how" };
    /// A sheet with the headings of one that is read, which no source reads.
    UnreadSheet "unread-sheet" Warning { count: usize = "count" };
    /// A sheet whose rows look like those that are read, under other headings or none.
    UnreadRows "unread-rows" Warning { count: usize = "count" };
    /// A word that is almost one that is asked for.
    NearWord "near-word" Warning { word: String = "word", nearest: String = "nearest" };
    /// A workbook that an earlier version read and that is no longer there.
    WorkbookGone "workbook-gone" Warning
        { count: usize = "count", period: String = "period", partner: IfKnown<String> = "partner" };
    /// A claim that nothing counted supports.
    ClaimWithoutEvidence "claim-without-evidence" Warning { pledge: String = "pledge", status: String = "status" };
    /// A claim that the figures contradict.
    EvidenceAgainstClaim "evidence-against-claim" Warning { pledge: String = "pledge", status: String = "status" };
    /// A month that nobody has reported.
    MissingMonth "missing-month" Warning
        { partner: String = "partner", files: String = "files", month: DateSpan = "month" };
    /// A figure of a period already reported has changed.
    ChangedFigure "changed-figure" Warning {
        what: FigureChange = "what", before: Option<CountedQuantity> = "before",
        after: Option<CountedQuantity> = "after"
    };
    /// A wording that leaves several meanings, and none was chosen; what each would give.
    OpenInterpretation "open-interpretation" Warning {
        pledge: String = "pledge", first: WordingMeaning = "first", first_gives: Status = "first-gives",
        second: WordingMeaning = "second", second_gives: Status = "second-gives"
    };
    /// A file that a recipient is to have and that no version holds.
    MissingAttachment "missing-attachment" Warning { file: String = "file", role: Role = "role" };
    /// A message of an earlier period that did not reach its recipient.
    UndeliveredMessage "undelivered-message" Warning
        { period: String = "period", name: String = "name", answer: Option<String> = "answer" };
    /// A letter to a partner or a draft of an earlier period that did not arrive; `what` is a token that the sentence selects on.
    UndeliveredLetter "undelivered-letter" Warning {
        what: String = "what", period: String = "period", name: String = "name", answer: Option<String> = "answer"
    };
    /// A message of the period before that may have arrived twice, as the server's answer was lost.
    UncertainDelivery "uncertain-delivery" Warning { period: String = "period", name: String = "name" };
    LapsedRuling "lapsed-ruling" Warning { why: Lapse = "what", by: String = "by", date: NaiveDate = "date" };

    /// A number that is not exact.
    ApproximateNumber "approximate-number" Note { text: Option<String> = "text", value: Option<Quantity> = "value" };
    /// A date whose year was taken from the sheet, its title, the file's name or the term.
    AssumedYear "assumed-year" Note { year: Year = "year", from: YearSource = "from" };
    /// A heading that is almost the one asked for.
    NearHeading "near-heading" Note { heading: String = "heading", found: String = "found" };
    /// An answer that is dated before it was asked for: one of the days is wrong.
    AnswerBeforeRequest "answer-before-request" Warning { answered: DateSpan = "answered", asked: DateSpan = "asked" };
    /// An answer that was given on one of several days, of which some are in time.
    OpenAnswerDay "open-answer-day" Warning { answered: DateSpan = "answered", asked: DateSpan = "asked" };
    /// A word that is none of those a target asks for.
    UnlistedWord "unlisted-word" Note { word: String = "word", nearest: Option<String> = "nearest" };
    /// A sheet's own total that is another than the sum of its rows.
    TotalDisagrees "total-disagrees" Note { total: Option<Quantity> = "total", sum: Option<Quantity> = "sum" };
    /// A source that has said nothing for half a year.
    QuietSource "quiet-source" Note { partner: String = "partner", files: String = "files", last: Option<NaiveDate> = "last" };
    /// A column of dates with the month first.
    MonthFirstDates "month-first-dates" Note { text: String = "text" };
    /// A column whose heading says that each number holds those before it, read by the differences.
    CumulativeNumbers "cumulative-numbers" Note { heading: String = "heading" };
    /// Numbers alone on a row, taken for the sum of the rows above.
    UnlabelledSum "unlabelled-sum" Note;
    /// The lock file of a workbook that is open somewhere.
    LockFile "lock-file" Note;
    /// A sheet that is hidden, read all the same.
    HiddenSheet "hidden-sheet" Note;
    /// Rows or columns that are hidden, read all the same.
    HiddenRows "hidden-rows" Note { what: HiddenPart = "what", range: String = "range" };
    /// A status that is a cell's colour, read as words.
    ColourRead "colour-read" Note { colour: StatusColour = "colour", text: String = "text" };
    /// More findings of a kind on a sheet than are told one by one.
    MoreFindings "more-findings" Note { count: usize = "count", first: String = "first" };
    /// A log of very many rows, added up to as many sums.
    RowsAddedUp "rows-added-up" Note { count: usize = "count", sums: usize = "sums" };
    /// A folder behind a symbolic link, not followed.
    LinkedFolder "linked-folder" Note;
    /// A row that a ruling leaves out.
    RuledOut "ruled-out" Note;
    /// Small figures about persons that can be reckoned from versions made before.
    GivenAway "given-away" Warning { count: usize = "count" };
    /// A target that asks for fewer persons than may be told of.
    FewPersons "few-persons" Note { pledge: String = "pledge", number: Quantity = "number", limit: usize = "limit" };
    /// A window that the term cuts, left out.
    WindowLeftOut "window-left-out" Note { pledge: String = "pledge", window: DateSpan = "window" };
}
