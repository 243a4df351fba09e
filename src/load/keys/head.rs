//! The head of the file, and its lists of names.

use super::Takes::{Date, Either, List, Names, Number, OneOrMore, Table, Text, Truth, Whole, Word};
use super::shapes::*;
use super::{
    DELIVERY, INDICATOR, KNOWN, NONE, PLEDGE, RECIPIENT, RULING, SOURCE, SUMMARY, Section, key,
};
use crate::model::agreement::LANGUAGES;

/// The head of the file.
pub const AGREEMENT: Section = Section {
    name: "",
    means: "What stands before the first table: whose promises they are, and for how long",
    keys: &[
        key("title", LINE, "required", "what the report is called"),
        key(
            "municipality",
            LINE,
            "required",
            "the municipality that promises",
        ),
        key(
            "police_area",
            LINE,
            "required",
            "the local police area that promises",
        ),
        key("from", Date, "required", "the first day of the term"),
        key("to", Date, "required", "the last day of the term"),
        key(
            "language",
            Word(LANGUAGES),
            "sv",
            "the language that partners and councillors read",
        ),
        key(
            "small_numbers",
            Whole,
            "5",
            "figures about persons below this are withheld, zero too",
        ),
        key(
            "background",
            Text,
            "",
            "why there are pledges; shown in the report",
        ),
        key(
            "success",
            Text,
            "",
            "the measure of success; shown in the report",
        ),
        key(
            "reporting",
            Text,
            "",
            "to whom the follow-up goes and by what way; shown in the report",
        ),
        key(
            "include",
            OneOrMore(&Text),
            "",
            "files with shared pledges and lists, read before this one",
        ),
        key(
            "areas",
            Names(&NONE, &Table(&AREA)),
            "",
            "the headings of the report, in order",
        ),
        key(
            "partners",
            Names(&NONE, &Table(&PARTNER)),
            "",
            "who has promised",
        ),
        key(
            "activities",
            Names(&NONE, &Table(&ACTIVITY)),
            "",
            "in which words and what unit activities are told",
        ),
        key(
            "places",
            Names(&NONE, &Table(&PLACES)),
            "",
            "lists of places",
        ),
        key(
            "calendar",
            Names(&NONE, &List(&Either(&[Date, Table(&SPAN)]))),
            "",
            "lists of days and spans, each under a name of one's own",
        ),
        key(
            "pledge",
            List(&Table(&PLEDGE)),
            "",
            "the promises, in the order of the report",
        ),
        key(
            "source",
            List(&Table(&SOURCE)),
            "",
            "the workbooks that tell",
        ),
        key("delivery", Table(&DELIVERY), "", "when results go out"),
        key("recipient", List(&Table(&RECIPIENT)), "", "to whom"),
        key(
            "indicators",
            Names(&NONE, &Table(&INDICATOR)),
            "",
            "measures beside the pledges, never a verdict",
        ),
        key(
            "ruling",
            List(&Table(&RULING)),
            "",
            "disputed rows, settled",
        ),
        key(
            "known",
            List(&Table(&KNOWN)),
            "",
            "findings that are known and explained: no news",
        ),
        key(
            "summary",
            List(&Table(&SUMMARY)),
            "",
            "summaries in other languages, written by people",
        ),
    ],
};

/// What an included file may hold.
pub const INCLUDED: Section = Section {
    name: "include",
    means: "What an included file may hold",
    keys: &[
        key(
            "areas",
            Names(&NONE, &Table(&AREA)),
            "",
            "the headings of the report, in order",
        ),
        key(
            "partners",
            Names(&NONE, &Table(&PARTNER)),
            "",
            "who has promised",
        ),
        key(
            "activities",
            Names(&NONE, &Table(&ACTIVITY)),
            "",
            "in which words and what unit activities are told",
        ),
        key(
            "places",
            Names(&NONE, &Table(&PLACES)),
            "",
            "lists of places",
        ),
        key(
            "calendar",
            Names(&NONE, &List(&Either(&[Date, Table(&SPAN)]))),
            "",
            "lists of days and spans, each under a name of one's own",
        ),
        key(
            "pledge",
            List(&Table(&PLEDGE)),
            "",
            "the promises, in order",
        ),
    ],
};

/// A heading of the report.
pub const AREA: Section = Section {
    name: "[areas.…]",
    means: "A heading of the report; pledges stand under it in the order of the file",
    keys: &[key("name", LINE, "required", "what the report calls it")],
};

/// Somebody who has promised.
pub const PARTNER: Section = Section {
    name: "[partners.…]",
    means: "Somebody who has promised, or takes part",
    keys: &[
        key("name", LINE, "required", "what the report calls it"),
        key("also", OneOrMore(&Text), "", "other names in workbooks"),
        key("address", ADDRESS, "", "where letters to it go"),
    ],
};

/// What an activity counts.
pub const ACTIVITY: Section = Section {
    name: "[activities.…]",
    means: "In which words and what unit an activity is told; may be left out for one that is counted in whole things",
    keys: &[
        key("one", LINE, "", "the word for one of it"),
        key("many", LINE, "", "the word for several"),
        key("means", Text, "", "the definition, printed in the report"),
        key(
            "persons",
            Truth,
            "false",
            "whether it counts persons, so that small numbers are withheld",
        ),
        key(
            "unit",
            Word(&["things", "hours"]),
            "things",
            "whole things, or hours: a continuous quantity",
        ),
        key(
            "hours_per_post",
            Number,
            "",
            "hours of one post a year, where posts are turned into hours",
        ),
    ],
};

/// A list of places.
pub const PLACES: Section = Section {
    name: "[places.…]",
    means: "A list of places, under a name of its own",
    keys: &[key(
        "names",
        List(&Either(&[Text, Table(&PLACE)])),
        "read from a register",
        "the places",
    )],
};

/// A place of a list.
pub const PLACE: Section = Section {
    name: "names",
    means: "A place of a list that is more than its name",
    keys: &[
        key("name", LINE, "required", "its name in the report"),
        key("also", OneOrMore(&Text), "", "other names in workbooks"),
        key("from", Date, "the start", "its first day in use"),
        key("to", Date, "the end", "its last day in use"),
    ],
};

/// A span of a calendar list.
pub const SPAN: Section = Section {
    name: "[calendar]",
    means: "A span of a calendar list; a single day stands as a date",
    keys: &[
        key("name", Text, "", "its name in the report"),
        key("from", Date, "required", "its first day"),
        key("to", Date, "required", "its last day"),
    ],
};
