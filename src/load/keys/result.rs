//! What becomes of the result: delivery, recipients, indicators, rulings, summaries.

use super::Takes::{Date, List, Number, OneOrMore, Table, Text, Truth, Word};
use super::shapes::*;
use super::{Section, key};

/// When results go out.
pub const DELIVERY: Section = Section {
    name: "[delivery]",
    means: "When results go out",
    keys: &[
        key(
            "release",
            Word(&["at-once", "when-complete", "after-approval"]),
            "at-once",
            "what a version waits for",
        ),
        key("approver", ROLE, "", "who approves"),
        key(
            "reminders",
            OneOrMore(&REMINDER),
            "",
            "when partners are reminded",
        ),
        key(
            "until",
            DAY,
            "",
            "the last day an incomplete report still waits",
        ),
        key(
            "diary_number",
            Text,
            "",
            "the number the registrar gave the matter",
        ),
    ],
};

/// Somebody who gets the result.
pub const RECIPIENT: Section = Section {
    name: "[[recipient]]",
    means: "Somebody who gets the result",
    keys: &[
        key("name", LINE, "required", "the name in the letter's head"),
        key("role", ROLE, "required", "in what capacity"),
        key("address", ADDRESS, "required", "where the letter goes"),
        key(
            "edition",
            Word(&["full", "public", "partner"]),
            "by the role",
            "what it gets",
        ),
        key(
            "attach",
            OneOrMore(&FILE),
            "report.pdf and summary.xlsx",
            "the files attached",
        ),
        key("partner", PARTNER_ID, "", "the partner it belongs to"),
    ],
};

/// A measure beside the pledges.
pub const INDICATOR: Section = Section {
    name: "[indicators.…]",
    means: "A measure beside the pledges, never a verdict",
    keys: &[
        key("area", AREA_ID, "", "the area it stands beside"),
        key("name", LINE, "required", "what it measures"),
        key("source", Text, "", "who measured it"),
        key("scale", Text, "", "its scale"),
        key(
            "good",
            Word(&["low", "high"]),
            "",
            "which direction is good",
        ),
        key(
            "baseline",
            Table(&MEASUREMENT),
            "",
            "what it is compared with",
        ),
        key(
            "values",
            List(&Table(&MEASUREMENT)),
            "",
            "what was measured",
        ),
    ],
};

/// One measurement.
pub const MEASUREMENT: Section = Section {
    name: "values",
    means: "One measurement",
    keys: &[
        key("date", Date, "required", "when"),
        key("value", Number, "required", "how much"),
    ],
};

/// A disputed row, settled.
pub const RULING: Section = Section {
    name: "[[ruling]]",
    means: "A disputed row, settled; it lapses, and that is told, when the cell changes",
    keys: &[
        key("at", Table(&AT), "required", "the row"),
        key("counts", Truth, "required", "whether it counts"),
        key("why", Text, "required", "why"),
        key("by", LINE, "required", "who said so"),
        key("date", Date, "required", "when"),
    ],
};

/// The cell of a ruling.
pub const AT: Section = Section {
    name: "at",
    means: "The cell of a ruling",
    keys: &[
        key(
            "workbook",
            Text,
            "required",
            "the workbook, relative to the drop folder",
        ),
        key("sheet", Text, "required", "the sheet"),
        key("cell", CELL, "required", "a cell of the row"),
    ],
};

/// A finding that is known and explained.
pub const KNOWN: Section = Section {
    name: "[[known]]",
    means: "A finding that the parties know of and have explained: it is no news",
    keys: &[
        key(
            "code",
            FINDING,
            "required",
            "which finding: its code, `missing-month`",
        ),
        key("at", Table(&KNOWN_AT), "anywhere", "where it is"),
        key("why", Text, "required", "why it is so"),
        key("by", LINE, "required", "who said so"),
        key("date", Date, "required", "when"),
    ],
};

/// Where a known finding is.
pub const KNOWN_AT: Section = Section {
    name: "at (known)",
    means: "Where a known finding is",
    keys: &[
        key(
            "workbook",
            Text,
            "any",
            "the workbook, or the pattern of the source",
        ),
        key("sheet", Text, "any", "the sheet"),
        key("cell", CELL, "any", "a cell of the row"),
    ],
};

/// A summary in another language.
pub const SUMMARY: Section = Section {
    name: "[[summary]]",
    means: "A summary in another language, written by people",
    keys: &[
        key("language", LANGUAGE, "required", "the language's tag"),
        key("text", Text, "required", "the text"),
    ],
};
