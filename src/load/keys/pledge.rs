//! Promises, what they can be held against, and conditions.

use super::Takes::{Date, Either, List, Number, OneOrMore, Table, Text, Word};
use super::shapes::*;
use super::{Section, key};

/// One promise.
pub const PLEDGE: Section = Section {
    name: "[[pledge]]",
    means: "A promise",
    keys: &[
        key(
            "id",
            ID,
            "required",
            "its id, one of its own; stands in file names and links",
        ),
        key("area", AREA_ID, "", "the heading it stands under"),
        key("text", Text, "required", "the promised words"),
        key(
            "responsible",
            OneOrMore(&PARTNER_ID),
            "",
            "who answers for it",
        ),
        key(
            "statement",
            LINE,
            "",
            "its row in a sheet of statements, by the words under `label`: what its owner claims",
        ),
        key(
            "stale_after",
            LENGTH,
            "",
            "how long what the owner claims stays fresh",
        ),
        key(
            "interpretation",
            Text,
            "",
            "the meaning chosen for its wording",
        ),
        key(
            "target",
            List(&Table(&TARGET)),
            "",
            "what it can be held against, `[[pledge.target]]`; without any it is described",
        ),
        key(
            "note",
            List(&Table(&NOTE)),
            "",
            "why, and what happens now, `[[pledge.note]]`",
        ),
    ],
};

/// What a pledge can be held against.
pub const TARGET: Section = Section {
    name: "[[pledge.target]]",
    means: "What a pledge can be held against",
    keys: &[
        key("id", ID, "its number in the pledge", "its id"),
        key(
            "kind",
            Word(&[
                "count",
                "share",
                "cadence",
                "request",
                "milestone",
                "deferred",
                "shown",
                "indicator",
            ]),
            "count",
            "what it asks; per makes an average, each asks it of every one",
        ),
        key(
            "of",
            OneOrMore(&ACTIVITY_ID),
            "required, but for `deferred`, and for a milestone with `steps`",
            "what counts, any of them; of an indicator its id",
        ),
        key("at_least", BOUND, "", "so many or more"),
        key("at_most", BOUND, "", "so many or fewer"),
        key(
            "more_than",
            Either(&[Number, Table(&BASELINE)]),
            "",
            "more than a baseline",
        ),
        key(
            "fewer_than",
            Either(&[Number, Table(&BASELINE)]),
            "",
            "fewer than a baseline",
        ),
        key(
            "per",
            Word(&["week", "month"]),
            "",
            "an average per week or per month over the window",
        ),
        key(
            "weeks",
            Word(&["iso"]),
            "seven days",
            "with per = \"week\": calendar weeks of ISO 8601",
        ),
        key(
            "over",
            OVER,
            "calendar years, as an open interpretation",
            "the window each verdict is about",
        ),
        key(
            "interpretation",
            Text,
            "",
            "the meaning chosen for its wording, printed",
        ),
        key(
            "responsible",
            OneOrMore(&PARTNER_ID),
            "the pledge's",
            "who answers for it",
        ),
        key(
            "only",
            TESTS,
            "",
            "a filter: a row that does not meet it is not what the pledge is about",
        ),
        key(
            "require",
            TESTS,
            "",
            "the rules: a row that does not meet them is shown as held, and not counted",
        ),
        key(
            "distinct",
            FIELD,
            "",
            "of a count or an average: only different values of the field count: `\"place\"`, different places",
        ),
        key(
            "except",
            CALENDAR,
            "",
            "days, weeks, months and windows wholly in it are not asked for; no time of an average or a cadence",
        ),
        key(
            "valid",
            Table(&VALID),
            "the term",
            "the days it is in force; targets that follow each other are one",
        ),
        key(
            "agreed",
            Date,
            "",
            "when it was agreed, where that was left for later",
        ),
        key(
            "each",
            EACH,
            "",
            "so many in every day, week or month; or for every value of the field that `among` lists",
        ),
        key("among", AMONG, "", "with each: the values asked for"),
        key(
            "out_of",
            OneOrMore(&ACTIVITY_ID),
            "",
            "of a share: the whole",
        ),
        key("longest_gap", LENGTH, "", "of a cadence: the longest gap"),
        key(
            "within",
            LENGTH,
            "the window's end",
            "of a request: how soon it is answered",
        ),
        key(
            "steps",
            List(&Table(&STEP)),
            "",
            "of a milestone: steps written here",
        ),
    ],
};

/// What a direction is held against.
pub const BASELINE: Section = Section {
    name: "more_than, fewer_than",
    means: "What a direction is held against: a number, or this table",
    keys: &[
        key("value", Number, "required", "what it was"),
        key("from", Date, "", "the first day it was measured over"),
        key("to", Date, "", "the last day it was measured over"),
        key("source", Text, "", "who says so"),
    ],
};

/// The fields of a condition that have a type of their own.
pub const CONDITIONS: Section = Section {
    name: "only, require",
    means: "Conditions on the fields of a row; all must hold. Any other field that a sheet maps can be asked of as well",
    keys: &[
        key(
            "date",
            CALENDAR,
            "",
            "the day: `\"calendar.…\"`, on one of the listed days",
        ),
        key(
            "weekday",
            OneOrMore(&WEEKDAY),
            "",
            "the day of the week: `[\"fri\", \"sat\"]`; in Swedish too",
        ),
        key(
            "hours",
            Either(&[HOURS, Table(&TEST)]),
            "",
            "a text: between these times of day, past midnight if the second is earlier; a table: the length in hours",
        ),
        key(
            "place",
            TESTED,
            "",
            "the place: `\"places.…\"`, one of the list, in use that day; or words",
        ),
        key(
            "partners",
            TESTED,
            "",
            "who took part: `true`, anybody; a list of ids, any of them; `{ all = […] }`, all of them",
        ),
        key("minutes", TESTED, "", "the length: `{ at_least = 20 }`"),
    ],
};

/// A condition that is more than words.
pub const TEST: Section = Section {
    name: "only, require, where",
    means: "What must hold of a field, where that is more than `true`, a word or a list of words",
    keys: &[
        key("all", OneOrMore(&Text), "", "all of these words"),
        key("at_least", Number, "", "a number of at least this"),
        key("at_most", Number, "", "a number of at most this"),
    ],
};

/// When a target is in force.
pub const VALID: Section = Section {
    name: "valid",
    means: "When a target is in force",
    keys: &[
        key(
            "from",
            Date,
            "the term's first day",
            "the first day it is in force",
        ),
        key(
            "to",
            Date,
            "the term's last day",
            "the last day it is in force",
        ),
    ],
};

/// A step written in the agreement.
pub const STEP: Section = Section {
    name: "steps",
    means: "A step that is written in the agreement",
    keys: &[
        key("text", Text, "required", "its words"),
        key("by", Date, "the term's end", "its last day"),
        key("done", Date, "", "when it was done"),
        key(
            "sent",
            PERIOD,
            "",
            "the period whose report, once sent, is the step",
        ),
    ],
};

/// Why, and what happens now.
pub const NOTE: Section = Section {
    name: "[[pledge.note]]",
    means: "The coordinator's words beside a verdict, never in it",
    keys: &[
        key(
            "period",
            PERIOD,
            "required",
            "the period it is about: told from its report on",
        ),
        key("why", Text, "", "the reason"),
        key("next", Text, "", "what happens next"),
        key("by", PARTNER_ID, "", "who says so"),
    ],
};
