//! Workbooks and how their sheets are read.

use super::Takes::{Either, List, Names, Table, Word};
use super::shapes::*;
use super::{NONE, Section, key};

/// Workbooks of one partner.
pub const SOURCE: Section = Section {
    name: "[[source]]",
    means: "Workbooks of one partner",
    keys: &[
        key(
            "partner",
            PARTNER_ID,
            "required",
            "whose workbooks they are",
        ),
        key(
            "files",
            FILES,
            "required",
            "the pattern of their paths in the drop folder: `*` any signs, `?` one sign, `[23]` one of these, \
             `{a,b}` one of these words, `**` any folders; upper and lower case are the same",
        ),
        key(
            "expected",
            RHYTHM,
            "written only when something happens",
            "how often something is written even when nothing has happened: a month (week, quarter) with no row then is \
             missing, and not zero",
        ),
        key(
            "due",
            DAY,
            "",
            "the day of the following month on which a month's rows are due",
        ),
        key(
            "sheet",
            List(&Table(&SHEET)),
            "required",
            "how its sheets are read, `[[source.sheet]]`",
        ),
    ],
};

/// How a sheet is taken in.
pub const SHEET: Section = Section {
    name: "[[source.sheet]]",
    means: "How a sheet is read. A sheet may be read several times, once for each activity in it",
    keys: &[
        key(
            "name",
            PATTERN,
            "every sheet with these headings",
            "the pattern of the sheets' names: `\"Kv*\"`, `\"20??\"`",
        ),
        key(
            "layout",
            Word(&[
                "log",
                "months",
                "form",
                "statements",
                "milestones",
                "register",
            ]),
            "required",
            "the shape of the sheet",
        ),
        key(
            "activity",
            Either(&[ACTIVITY_ID, Table(&BY_COLUMN)]),
            "required, unless another of `counts`, `answers`, `places`, `indicator` is there, or the layout is statements",
            "what each row is (of milestones: what its steps are steps of), or which column says it",
        ),
        key(
            "counts",
            Names(&NONE, &AT_HEADING),
            "",
            "several activities from one row, each with the column of its number: \
             `{ kontroll = \"Kontroller\", rapport = \"Rapporter\" }`",
        ),
        key(
            "answers",
            ACTIVITY_ID,
            "",
            "the rows answer requests that stand on another sheet under this activity; both map `case`, this one also \
             `answered` or `date`",
        ),
        key(
            "places",
            PLACES_ID,
            "",
            "of a register: the list of places that its rows are",
        ),
        key(
            "indicator",
            INDICATOR_ID,
            "",
            "the rows are measurements of this indicator: `date` and `value`",
        ),
        key(
            "columns",
            Names(&FIELDS, &AT_HEADING),
            "",
            "which column means what: a field = its heading",
        ),
        key(
            "partners",
            MARKS,
            "",
            "columns of marks that say which partners took part: `{ polisen = \"Polis\", hyresvard = [\"Kalixbostäder\", \
             \"Privata\"] }`",
        ),
        key(
            "where",
            Names(&NONE, &TESTED),
            "every row",
            "which rows are taken: a heading (not a field) = what must stand there",
        ),
        key(
            "expected",
            RHYTHM,
            "the source's",
            "a rhythm of this sheet's own",
        ),
    ],
};

/// The fields with a meaning of their own.
pub const FIELDS: Section = Section {
    name: "columns",
    means: "The fields with a meaning of their own; any other name is a field of the agreement's own, shown, and asked of in conditions",
    keys: &[
        key(
            "date",
            AT_HEADING,
            "",
            "the day (or days, week, month) of the row; of a request the day it came in",
        ),
        key(
            "week",
            AT_HEADING,
            "",
            "the calendar week, ISO 8601; used where the date is blank or cannot be read",
        ),
        key(
            "month",
            AT_HEADING,
            "",
            "the month; used where date and week are blank or cannot be read",
        ),
        key(
            "year",
            AT_HEADING,
            "the sheet's name, its title, the file's name",
            "the year, where weeks and months have none",
        ),
        key(
            "time",
            AT_HEADING,
            "",
            "the time of day, also from–to: «21.00–23.30»",
        ),
        key(
            "until",
            AT_HEADING,
            "",
            "the time it ended, where that has a column of its own",
        ),
        key(
            "count",
            AT_HEADING,
            "a row is one",
            "how many the row counts",
        ),
        key(
            "hours",
            AT_HEADING,
            "from `minutes`, or `time` and `until`",
            "its length in hours, of an activity in hours",
        ),
        key(
            "minutes",
            AT_HEADING,
            "from `hours`, or `time` and `until`",
            "its length in minutes",
        ),
        key(
            "persons",
            AT_HEADING,
            "",
            "how many took part: hours are multiplied by it",
        ),
        key("place", AT_HEADING, "", "where"),
        key(
            "audience",
            AT_HEADING,
            "",
            "for whom; several may be listed with commas",
        ),
        key(
            "partners",
            Either(&[HEADING, Table(&COLUMN), MARKS]),
            "",
            "who took part: one column with their names, or columns of marks as in the key `partners`",
        ),
        key(
            "request",
            AT_HEADING,
            "",
            "that, or when, it was asked for: a mark, or a date",
        ),
        key(
            "answered",
            AT_HEADING,
            "",
            "when the request was answered: a date, or a mark that means the row's own day",
        ),
        key(
            "case",
            AT_HEADING,
            "",
            "the number that joins a request and its answer on two sheets",
        ),
        key(
            "step",
            AT_HEADING,
            "",
            "of milestones: the words of the step",
        ),
        key("due", AT_HEADING, "", "of milestones: its last day"),
        key(
            "done",
            AT_HEADING,
            "",
            "of milestones: when it was done, or a mark that it is",
        ),
        key(
            "label",
            AT_HEADING,
            "",
            "of statements: which pledge the row is about, as its `statement` names it",
        ),
        key(
            "status",
            AT_HEADING,
            "",
            "of statements: what its owner claims",
        ),
        key(
            "updated",
            AT_HEADING,
            "",
            "of statements: when that was written",
        ),
        key("comment", AT_HEADING, "", "of statements: words beside it"),
        key(
            "from",
            AT_HEADING,
            "",
            "of a register: the place's first day in use",
        ),
        key("to", AT_HEADING, "", "of a register: its last day in use"),
        key(
            "value",
            AT_HEADING,
            "",
            "of an indicator: what was measured",
        ),
    ],
};

/// A heading under a merged group.
pub const COLUMN: Section = Section {
    name: "heading",
    means: "A heading that is more than its words",
    keys: &[
        key("heading", HEADING, "required", "the heading"),
        key(
            "under",
            HEADING,
            "",
            "the merged heading above it, where the same heading stands several times",
        ),
    ],
};

/// Activities told apart by the words of a column.
pub const BY_COLUMN: Section = Section {
    name: "activity",
    means: "Activities told apart by the words of a column",
    keys: &[
        key(
            "column",
            AT_HEADING,
            "required",
            "the column whose words say which activity the row is",
        ),
        key(
            "values",
            Names(&NONE, &ACTIVITY_ID),
            "required",
            "a word of that column = an activity; rows with other words are left out",
        ),
    ],
};
