//! Every key of the agreement file, in one table: what may be written, what it takes, what stands in for it, what it means.
//!
//! Reading asks for keys by these tables, so that a key that is not declared here cannot be read, and the documentation
//! and the schema can be made from them.

use super::ruling;

/// One key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it takes: text, number, date, yes-no, a list, a table, or the words it can be.
    pub takes: &'static str,
    /// What stands in for it; `required` if nothing does, empty if there is simply none.
    pub default: &'static str,
    /// What it means.
    pub means: &'static str,
}

/// One kind of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// As it is written; empty for the head of the file.
    pub name: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

impl Section {
    /// Its name as an argument of a sentence.
    pub(super) fn told(&self) -> &'static str {
        if self.name.is_empty() { "none" } else { self.name }
    }

    /// Whether the key is one of it.
    pub fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|declared| declared.name == key)
    }
}

pub(super) const fn key(name: &'static str, takes: &'static str, default: &'static str, means: &'static str) -> Key {
    Key { name, takes, default, means }
}

/// Every section, in the order of the documentation.
pub const SECTIONS: &[&Section] = &[
    &AGREEMENT,
    &AREA,
    &PARTNER,
    &ACTIVITY,
    &PLACES,
    &PLACE,
    &SPAN,
    &PLEDGE,
    &TARGET,
    &BASELINE,
    &TEST,
    &VALID,
    &STEP,
    &NOTE,
    &SOURCE,
    &SHEET,
    &COLUMN,
    &BY_COLUMN,
    &DELIVERY,
    &RECIPIENT,
    &INDICATOR,
    &MEASUREMENT,
    &ruling::RULING,
    &ruling::AT,
    &ruling::KNOWN,
    &ruling::KNOWN_AT,
    &SUMMARY,
];

/// The head of the file.
pub const AGREEMENT: Section = Section {
    name: "",
    keys: &[
        key("title", "text", "required", "what the report is called"),
        key("municipality", "text", "required", "the municipality that promises"),
        key("police_area", "text", "required", "the local police area that promises"),
        key("from", "date", "required", "the first day of the term"),
        key("to", "date", "required", "the last day of the term"),
        key("language", "sv, en", "sv", "the language that partners and councillors read"),
        key("small_numbers", "number", "5", "figures about persons below this are withheld, zero too"),
        key("background", "text", "", "why there are pledges; shown in the report"),
        key("success", "text", "", "the measure of success; shown in the report"),
        key("reporting", "text", "", "to whom the follow-up goes and by what way; shown in the report"),
        key("include", "text or list of texts", "", "files with shared pledges and lists, read before this one"),
        key("areas", "tables by id", "", "the headings of the report"),
        key("partners", "tables by id", "", "who has promised"),
        key("activities", "tables by id", "", "in which words and what unit activities are told"),
        key("places", "tables by id", "", "lists of places"),
        key("calendar", "lists by id", "", "lists of days and spans"),
        key("pledge", "list of tables", "required", "the promises, in order"),
        key("source", "list of tables", "", "the workbooks that tell"),
        key("delivery", "table", "", "when results go out"),
        key("recipient", "list of tables", "", "to whom"),
        key("indicators", "tables by id", "", "measures beside the pledges, never a verdict"),
        key("ruling", "list of tables", "", "disputed rows, settled"),
        key("known", "list of tables", "", "findings that are known and explained: no news"),
        key("summary", "list of tables", "", "summaries in other languages, written by people"),
    ],
};

/// What an included file may hold.
pub const INCLUDED: Section = Section {
    name: "include",
    keys: &[
        key("areas", "tables by id", "", "the headings of the report"),
        key("partners", "tables by id", "", "who has promised"),
        key("activities", "tables by id", "", "in which words and what unit activities are told"),
        key("places", "tables by id", "", "lists of places"),
        key("calendar", "lists by id", "", "lists of days and spans"),
        key("pledge", "list of tables", "", "the promises, in order"),
    ],
};

/// A heading of the report.
pub const AREA: Section =
    Section { name: "[areas.…]", keys: &[key("name", "text", "required", "what the report calls it")] };

/// Somebody who has promised.
pub const PARTNER: Section = Section {
    name: "[partners.…]",
    keys: &[
        key("name", "text", "required", "what the report calls it"),
        key("also", "list of texts", "", "other names in workbooks"),
        key("address", "mail address", "", "where letters to it go"),
    ],
};

/// What an activity counts.
pub const ACTIVITY: Section = Section {
    name: "[activities.…]",
    keys: &[
        key("one", "text", "", "the word for one of it"),
        key("many", "text", "", "the word for several"),
        key("means", "text", "", "the definition, printed in the report"),
        key("persons", "yes-no", "false", "whether it counts persons, so that small numbers are withheld"),
        key("unit", "things, hours", "things", "whole things, or hours: a continuous quantity"),
        key("hours_per_post", "number", "", "hours of one post a year, where posts are turned into hours"),
    ],
};

/// A list of places.
pub const PLACES: Section = Section {
    name: "[places.…]",
    keys: &[key("names", "list of texts or tables", "read from a register", "the places")],
};

/// A place of a list.
pub const PLACE: Section = Section {
    name: "names",
    keys: &[
        key("name", "text", "required", "its name in the report"),
        key("also", "list of texts", "", "other names in workbooks"),
        key("from", "date", "the start", "its first day in use"),
        key("to", "date", "the end", "its last day in use"),
    ],
};

/// A span of a calendar list.
pub const SPAN: Section = Section {
    name: "[calendar]",
    keys: &[
        key("name", "text", "", "its name in the report"),
        key("from", "date", "required", "its first day"),
        key("to", "date", "required", "its last day"),
    ],
};

/// One promise.
pub const PLEDGE: Section = Section {
    name: "[[pledge]]",
    keys: &[
        key("id", "text", "required", "its id: letters, digits, hyphens"),
        key("area", "area", "", "the heading it stands under"),
        key("text", "text", "required", "the promised words"),
        key("responsible", "list of partners", "", "who answers for it"),
        key("statement", "text", "", "its row in a statements sheet: what the owner claims"),
        key("stale_after", "length", "", "how long what the owner claims stays fresh"),
        key("interpretation", "text", "", "the meaning chosen for its wording"),
        key("target", "list of tables", "", "what it can be held against; without any it is described"),
        key("note", "list of tables", "", "why, and what happens now"),
    ],
};

/// What a pledge can be held against.
pub const TARGET: Section = Section {
    name: "[[pledge.target]]",
    keys: &[
        key("id", "text", "its ordinal in the pledge", "its id"),
        key(
            "kind",
            "count, share, cadence, request, milestone, deferred, shown, indicator",
            "count",
            "what it asks; per makes an average, each asks it of every one",
        ),
        key("of", "activity or list of activities", "required", "what counts, any of them"),
        key("at_least", "number; of a share «20 %»", "", "so many or more"),
        key("at_most", "number; of a share «20 %»", "", "so many or fewer"),
        key("more_than", "number or table", "", "more than a baseline"),
        key("fewer_than", "number or table", "", "fewer than a baseline"),
        key("per", "week, month", "", "an average per week or month over the window"),
        key("weeks", "iso", "seven days", "with per = \"week\": calendar weeks of ISO 8601"),
        key(
            "over",
            "year, half-year, tertial, quarter, month, week, day, term, «calendar.…»",
            "calendar years, as an open interpretation",
            "the window each verdict is about",
        ),
        key("interpretation", "text", "", "the meaning chosen for its wording, printed"),
        key("responsible", "list of partners", "the pledge's", "who answers for it"),
        key("only", "table of conditions", "", "a filter: what does not meet it is not this activity"),
        key("require", "table of conditions", "", "the rules: what does not meet them is held, not counted"),
        key("distinct", "field", "", "of a count or an average: only different values of the field count"),
        key(
            "except",
            "«calendar.…»",
            "",
            "days, weeks, months and windows wholly in it are not asked for; no time of an average or a cadence",
        ),
        key("valid", "table", "the term", "the days it is in force; targets that follow each other are one"),
        key("agreed", "date", "", "when it was agreed, where that was left for later"),
        key("each", "day, week, month, or a field", "", "asked of every one of them"),
        key("among", "list of texts or «places.…»", "", "with each: the values asked for"),
        key("out_of", "activity or list of activities", "", "of a share: the whole"),
        key("longest_gap", "length", "", "of a cadence: the longest gap"),
        key(
            "within",
            "length: «7 days», «5 working days»",
            "the window's end",
            "of a request: how soon it is answered",
        ),
        key("steps", "list of tables", "", "of a milestone: steps written here"),
    ],
};

/// What a direction is held against.
pub const BASELINE: Section = Section {
    name: "more_than, fewer_than",
    keys: &[
        key("value", "number", "required", "what it was"),
        key("from", "date", "", "the first day it was measured over"),
        key("to", "date", "", "the last day it was measured over"),
        key("source", "text", "", "who says so"),
    ],
};

/// A condition that is more than words.
pub const TEST: Section = Section {
    name: "only, require, where",
    keys: &[
        key("all", "list of texts", "", "all of these words"),
        key("at_least", "number", "", "a number of at least this"),
        key("at_most", "number", "", "a number of at most this"),
    ],
};

/// When a target is in force.
pub const VALID: Section = Section {
    name: "valid",
    keys: &[
        key("from", "date", "the term's first day", "the first day it is in force"),
        key("to", "date", "the term's last day", "the last day it is in force"),
    ],
};

/// A step written in the agreement.
pub const STEP: Section = Section {
    name: "steps",
    keys: &[
        key("text", "text", "required", "its words"),
        key("by", "date", "the term's end", "its last day"),
        key("done", "date", "", "when it was done"),
        key("sent", "period", "", "the period whose report, once sent, is the step"),
    ],
};

/// Why, and what happens now.
pub const NOTE: Section = Section {
    name: "[[pledge.note]]",
    keys: &[
        key("period", "period", "required", "the period it is about"),
        key("why", "text", "", "the reason"),
        key("next", "text", "", "what happens next"),
        key("by", "partner", "", "who says so"),
    ],
};

/// Workbooks of one partner.
pub const SOURCE: Section = Section {
    name: "[[source]]",
    keys: &[
        key("partner", "partner", "required", "whose they are"),
        key("files", "pattern", "required", "the pattern of their paths in the drop folder"),
        key("expected", "weekly, monthly, quarterly", "when something happens", "how often something is written"),
        key("due", "«day 5»", "", "the day of the month after on which a month is due"),
        key("sheet", "list of tables", "required", "how its sheets are read"),
    ],
};

/// How a sheet is taken in.
pub const SHEET: Section = Section {
    name: "[[source.sheet]]",
    keys: &[
        key("name", "pattern", "every sheet with these headings", "the pattern of the sheet's name"),
        key("layout", "log, months, form, statements, milestones, register", "required", "its shape"),
        key("activity", "text, or table of column and values", "", "what its rows are"),
        key("counts", "table of activity to heading", "", "several activities, a number each, from one row"),
        key("answers", "activity", "", "its rows answer the requests of this activity, by case"),
        key("places", "list of places", "", "of a register: the list its rows are"),
        key("indicator", "indicator", "", "its rows are values of this indicator"),
        key("columns", "table of field to heading", "", "which column means what"),
        key("partners", "table of partner to heading or headings", "", "columns of marks that name partners"),
        key("where", "table of heading to condition", "", "which rows are taken"),
        key("expected", "weekly, monthly, quarterly", "the source's", "a rhythm of this sheet's own"),
    ],
};

/// A heading under a merged group.
pub const COLUMN: Section = Section {
    name: "columns",
    keys: &[
        key("heading", "text", "required", "the heading"),
        key("under", "text", "", "the merged group it stands under"),
    ],
};

/// Activities told apart by the words of a column.
pub const BY_COLUMN: Section = Section {
    name: "activity",
    keys: &[
        key("column", "heading", "required", "the column"),
        key("values", "table of word to activity", "required", "which word is which activity"),
    ],
};

/// When results go out.
pub const DELIVERY: Section = Section {
    name: "[delivery]",
    keys: &[
        key("release", "at-once, when-complete, after-approval", "at-once", "what a version waits for"),
        key("approver", "role", "", "who approves"),
        key("reminders", "list of «3 days before», «day 10»", "", "when partners are reminded"),
        key("until", "«day 15»", "", "the last day an incomplete report still waits"),
        key("diary_number", "text", "", "the number the registrar gave the matter"),
    ],
};

/// Somebody who gets the result.
pub const RECIPIENT: Section = Section {
    name: "[[recipient]]",
    keys: &[
        key("name", "text", "required", "the name in the letter's head"),
        key("role", "chief, council, chair, partner, registrar, web", "required", "in what capacity"),
        key("address", "mail address", "required", "where the letter goes"),
        key("edition", "full, public, partner", "by the role", "what it gets"),
        key("attach", "list of file names", "", "the files attached"),
        key("partner", "partner", "", "the partner it belongs to"),
    ],
};

/// A measure beside the pledges.
pub const INDICATOR: Section = Section {
    name: "[indicators.…]",
    keys: &[
        key("area", "area", "", "the area it stands beside"),
        key("name", "text", "required", "what it measures"),
        key("source", "text", "", "who measured it"),
        key("scale", "text", "", "its scale"),
        key("good", "low, high", "", "which direction is good"),
        key("baseline", "table of date and value", "", "what it is compared with"),
        key("values", "list of tables of date and value", "", "what was measured"),
    ],
};

/// One measurement.
pub const MEASUREMENT: Section = Section {
    name: "values",
    keys: &[key("date", "date", "required", "when"), key("value", "number", "required", "how much")],
};

/// A summary in another language.
pub const SUMMARY: Section = Section {
    name: "[[summary]]",
    keys: &[key("language", "text", "required", "the language's tag"), key("text", "text", "required", "the text")],
};
