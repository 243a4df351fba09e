//! Which sheets there are, and which keys stand on them.

use super::part::Part::{self, Join, Keys as Of};
use super::part::{joined, names, words};
use crate::load::book::cell::Kind;
use crate::load::declare::{Keys, Takes};
use crate::load::keys::*;
use crate::load::shape::Section;
use crate::load::types::{ColumnKeys, Conditions, Fields, StatusWord};

const TEXT: Kind = Kind::Text;
const PLEDGE: Part = Join("@pledge", TEXT, true, Some(("pledges", "id")));
const TARGET: Part = Join("@target", TEXT, false, None);
const SHEET: Part = Join("@sheet", TEXT, true, Some(("sheets", "@sheet")));
const ID: Part = Join("@id", TEXT, true, None);
const GROUP: Part = Join("@group", TEXT, false, None);
const TEST: Part = Join(
    "@test",
    Kind::Word {
        words: TESTS,
        or_else: false,
    },
    false,
    None,
);
const VALUE: Part = Join(
    "@value",
    Kind::Several {
        words: &[],
        commas: false,
    },
    false,
    None,
);

/// How a field is held against words or a number.
pub(in crate::load::book) const TESTS: &[&str] = &[
    "is",
    "is-marked",
    "is-blank",
    "all",
    "at_least",
    "at_most",
    "named_by",
];
/// What a heading is taken for.
pub(in crate::load::book) const USES: &[&str] = &["column", "counted", "mark"];
/// What a condition is to a target.
pub(in crate::load::book) const ROLES: &[&str] = &["only", "require"];

const PLEDGE_KEYS: &Section = &PledgeKeys::SECTION;
const TARGET_KEYS: &Section = &TargetKeys::SECTION;
const SOURCE_KEYS: &Section = &SourceKeys::SECTION;
const SHEET_KEYS: &Section = &SheetKeys::SECTION;

/// In the order of the workbook: what a coordinator fills in first, and what it leads to.
pub(super) const SHEETS: &[(&str, &[Part])] = &[
    (
        "agreement",
        &[
            Of(
                "",
                &AgreementKeys::SECTION,
                &[
                    "title",
                    "municipality",
                    "police_area",
                    "from",
                    "to",
                    "language",
                    "small_numbers",
                    "background",
                    "success",
                    "reporting",
                    "include",
                ],
            ),
            Of(
                "delivery",
                &DeliveryKeys::SECTION,
                &["release", "approver", "reminders", "until", "diary_number"],
            ),
            Of("last_term", &LastTermKeys::SECTION, &["title", "as_of"]),
        ],
    ),
    ("areas", &[ID, Of("", &AreaKeys::SECTION, &["name"])]),
    (
        "partners",
        &[
            ID,
            Of("", &PartnerKeys::SECTION, &["name", "also", "address"]),
        ],
    ),
    (
        "pledges",
        &[Of(
            "",
            PLEDGE_KEYS,
            &[
                "id",
                "name",
                "area",
                "text",
                "responsible",
                "statement",
                "stale_after",
                "interpretation",
                "verdict",
                "partial",
            ],
        )],
    ),
    (
        "targets",
        &[
            PLEDGE,
            Of(
                "",
                TARGET_KEYS,
                &[
                    "id",
                    "kind",
                    "of",
                    "at_least",
                    "at_most",
                    "over",
                    "per",
                    "each",
                    "among",
                    "more_than",
                    "fewer_than",
                    "faster_than",
                ],
            ),
            Join("@baseline_from", Kind::Day, false, None),
            Join("@baseline_to", Kind::Day, false, None),
            Join("@baseline_source", TEXT, false, None),
            Of(
                "",
                TARGET_KEYS,
                &[
                    "interpretation",
                    "responsible",
                    "out_of",
                    "sum",
                    "longest_gap",
                    "within",
                    "distinct",
                    "together",
                    "except",
                    "when",
                    "agreed",
                ],
            ),
            Of("valid", &ValidKeys::SECTION, &["from", "to"]),
            Of(
                "",
                TARGET_KEYS,
                &[
                    "unit_minutes",
                    "weeks",
                    "effort",
                    "partial",
                    "measure",
                    "working_days",
                    "better_than",
                    "margin",
                ],
            ),
            Of("measured", &MeasuredKeys::SECTION, &["from", "to"]),
        ],
    ),
    (
        "conditions",
        &[
            PLEDGE,
            TARGET,
            Join(
                "@role",
                Kind::Word {
                    words: ROLES,
                    or_else: false,
                },
                true,
                None,
            ),
            GROUP,
            Join(
                "@field",
                Kind::Word {
                    words: ASKED,
                    or_else: true,
                },
                true,
                None,
            ),
            TEST,
            VALUE,
        ],
    ),
    (
        "steps",
        &[
            PLEDGE,
            TARGET,
            Of(
                "",
                &StepKeys::SECTION,
                &["text", "begin_by", "begun", "by", "done", "sent"],
            ),
        ],
    ),
    (
        "notes",
        &[
            PLEDGE,
            Of(
                "",
                &NoteKeys::SECTION,
                &["period", "why", "next", "due", "by"],
            ),
        ],
    ),
    (
        "activities",
        &[
            ID,
            Of(
                "",
                &ActivityKeys::SECTION,
                &["one", "many", "means", "persons", "unit", "hours_per_post"],
            ),
        ],
    ),
    (
        "places",
        &[
            Join("@list", TEXT, true, None),
            Of("", &PlaceKeys::SECTION, &["name", "also", "from", "to"]),
        ],
    ),
    (
        "calendar",
        &[
            Join("@list", TEXT, true, None),
            Of("", &SpanKeys::SECTION, &["name", "from", "to"]),
        ],
    ),
    (
        "sources",
        &[
            Join("@source", TEXT, true, None),
            Of(
                "",
                SOURCE_KEYS,
                &["partner", "files", "expected", "due", "ignore"],
            ),
        ],
    ),
    (
        "sheets",
        &[
            Join("@source", TEXT, true, Some(("sources", "@source"))),
            Join("@sheet", TEXT, true, None),
            Of("", SHEET_KEYS, &["name", "layout", "activity"]),
            Of("activity", &ByColumnKeys::SECTION, &["column"]),
            Join("@under", TEXT, false, None),
            Of(
                "",
                SHEET_KEYS,
                &["answers", "places", "indicator", "expected"],
            ),
        ],
    ),
    (
        "columns",
        &[
            SHEET,
            Join(
                "@use",
                Kind::Word {
                    words: USES,
                    or_else: false,
                },
                false,
                None,
            ),
            Join(
                "@field",
                Kind::Word {
                    words: FIELDS,
                    or_else: true,
                },
                true,
                None,
            ),
            Of("", &ColumnKeys::SECTION, &["heading", "under"]),
        ],
    ),
    (
        "words",
        &[
            SHEET,
            Join("@word", TEXT, true, None),
            Join("@activity", TEXT, true, Some(("activities", "@id"))),
        ],
    ),
    (
        "rows",
        &[SHEET, GROUP, Join("@field", TEXT, true, None), TEST, VALUE],
    ),
    (
        "recipients",
        &[Of(
            "",
            &RecipientKeys::SECTION,
            &["name", "role", "address", "edition", "attach", "partner"],
        )],
    ),
    (
        "indicators",
        &[
            ID,
            Of(
                "",
                &IndicatorKeys::SECTION,
                &["area", "name", "source", "scale", "good"],
            ),
            Of("baseline", &MeasurementKeys::SECTION, &["date", "value"]),
        ],
    ),
    (
        "values",
        &[
            Join("@indicator", TEXT, true, Some(("indicators", "@id"))),
            Of("", &MeasurementKeys::SECTION, &["date", "value"]),
        ],
    ),
    (
        "rulings",
        &[
            Of("at", &AtKeys::SECTION, &["workbook", "sheet", "cell"]),
            Of("", &RulingKeys::SECTION, &["counts", "why", "by", "date"]),
        ],
    ),
    (
        "known",
        &[
            Of("", &KnownKeys::SECTION, &["code"]),
            Of("at", &KnownAtKeys::SECTION, &["workbook", "sheet", "cell"]),
            Of("", &KnownKeys::SECTION, &["why", "by", "date"]),
        ],
    ),
    (
        "summaries",
        &[Of("", &SummaryKeys::SECTION, &["language", "text"])],
    ),
    (
        "verdicts",
        &[
            PLEDGE,
            Join(
                "@verdict",
                Kind::Word {
                    words: VERDICTS,
                    or_else: false,
                },
                true,
                None,
            ),
        ],
    ),
    (
        "other",
        &[
            Join("@path", TEXT, true, None),
            Join("@toml", TEXT, true, None),
        ],
    ),
];

pub(in crate::load::book) const FIELDS: &[&str] =
    &names::<{ Fields::SECTION.own.len() }>(&Fields::SECTION);
/// All but the last two, `any` and `not`, which are groups of conditions.
pub(in crate::load::book) const CONDITION_FIELDS: &[&str] =
    &names::<{ Conditions::SECTION.own.len() - 2 }>(&Conditions::SECTION);
/// What a target may ask for one by one: days, weeks, months, and fields.
pub(in crate::load::book) const ASKED: &[&str] =
    &joined::<{ 3 + CONDITION_FIELDS.len() + FIELDS.len() }>(&[
        &["day", "week", "month"],
        CONDITION_FIELDS,
        FIELDS,
    ]);
const VERDICTS: &[&str] = words(&StatusWord::SHAPE);
