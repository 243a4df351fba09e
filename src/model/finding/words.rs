//! Words that the sentences of findings select on.

use serde::{Deserialize, Serialize};

use super::args::{ArgValue, Args};
use super::declare::words;

words! {
    /// The type that the value of a key must have.
    ExpectedType {
        Text "text", Texts "texts", Number "number", Share "share", YesNo "yes-no", Date "date", List "list",
        Table "table", Heading "heading", Condition "condition"
    }

    /// What the text or number of a key must be, or what a key beside it forbids.
    ExpectedForm {
        Date "date", Order "order", Length "length", Number "number", Address "address", Pattern "pattern",
        Day "day", Reminder "reminder", Weekday "weekday", Hours "hours", Period "period", Language "language",
        Id "id", OneLine "one-line", Heading "heading", Code "code", Cell "cell", Calendar "calendar", Among "among",
        Words "words", Host "host", SecretLocation "keeper", Approver "approver", OneProof "one-proof", Token "token",
        OneRoute "one-route", OpenLogin "open-login"
    }

    /// Why a target cannot be: a number that is missing, twice there or out of reach, or keys that contradict each other.
    ImpossibleTarget {
        NoNumber "no-number", TwoBounds "two-bounds", PerAndEach "per-and-each", BaselineAndRate "baseline-and-rate",
        WeeksWithoutPer "weeks-without-per", AmongWithoutEach "among-without-each", AmongAndTime "among-and-time",
        EachWindow "each-window", NoAmong "no-among", AtMostEach "at-most-each", WindowShorter "window-shorter",
        Percent "percent", Negative "negative", Zero "zero", AboveHundred "above-hundred",
        PartIsWhole "part-is-whole", FewerThanNone "fewer-than-none", NoGap "no-gap",
        MonthsOfAverage "months-of-average", MarginAlone "margin-alone", IndicatorValue "indicator-value",
        EachTwice "each-twice", AmongForEach "among-for-each", TooManyParts "too-many-parts",
        TogetherAndTime "together-and-time", BesideSum "beside-sum", SumOfNoCount "sum-of-no-count",
        SumOfPersons "sum-of-persons", SumOfUnlike "sum-of-unlike", NotOfThisKind "not-of-this-kind"
    }

    /// Why a workbook cannot be opened.
    UnreadableReason { Damaged "damaged", Locked "locked", Changed "changed" }

    /// What a file is that is no workbook lofte reads.
    ForeignFormat { Html "html", OldExcel "old-excel", Empty "empty", Other "other" }

    /// What a workbook takes too much of; `Folder`: its rows, together with those of the other workbooks.
    ExceededLimit { Size "size", Time "time", Memory "memory", Rows "rows", Folder "folder" }

    /// Why one of two states of a workbook is taken for the newer: it tells of more, it goes on to a later day, it was
    /// saved later, or nothing tells but its name.
    NewerReason { Rows "rows", Dates "dates", Saved "saved", Name "name" }

    /// Why a cell's colour says nothing: the whole row has it, it may mean several things, a number is asked for, or
    /// the colours of the format are not read.
    ColourDoubt { Row "row", Meaning "meaning", Count "count", Format "format" }

    /// Why a row that looks like a total may be none: there are no other numbers, or they give another sum.
    TotalDoubt { Alone "alone", Other "other" }

    /// Why a row may not have been held: it is planned for a day that has passed, may be called off, is partly struck
    /// through, says that there was nothing, may be a template's sample, or lacks the mark that others have.
    HeldDoubt {
        Planned "planned", CalledOff "called-off", Withdrawn "withdrawn", Nothing "nothing", Sample "sample", Unsaid "unsaid"
    }

    /// What says the year of a sheet's dates.
    YearSource { Sheet "sheet", Title "title", File "file", Term "term" }

    /// What rows that stand twice are: surely the same; perhaps the same; the sums of others, or perhaps.
    Repetition { Same "same", Perhaps "perhaps", Sums "sums", PerhapsSums "perhaps-sums" }

    HiddenPart { Filter "filter", Rows "rows", Columns "columns" }

    StatusColour { Green "green", Yellow "yellow", Red "red" }

    /// How a figure of a period already reported differs; of persons that is not told.
    FigureChange {
        Persons "persons", Changed "changed", Removed "removed", Added "added", Row "row", Counts "counts", CountsNot "counts-not"
    }

    /// What a wording may ask: in each part of the time by itself, on average, in the whole term, each calendar year.
    WordingMeaning { Each "each", Average "average", Term "term", Year "year" }
}
