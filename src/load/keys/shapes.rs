//! Texts and values that several keys take.

use super::Takes::{self, *};
use super::{COLUMN, CONDITIONS, NONE, TEST};

/// An id of one's own.
pub(super) const ID: Takes = Written("id: letters, digits, `-`, `_`", r"^[^\s./]+$");
pub(super) const PARTNER_ID: Takes = Written("partner's id", r"\S");
pub(super) const AREA_ID: Takes = Written("area's id", r"\S");
pub(super) const ACTIVITY_ID: Takes = Written("activity's id", r"\S");
pub(super) const INDICATOR_ID: Takes = Written("indicator's id", r"\S");
pub(super) const PLACES_ID: Takes = Written("id of a list of places", r"\S");
pub(super) const FIELD: Takes = Written("field", r"\S");
pub(super) const HEADING: Takes = Written("heading", r"\S");
pub(super) const LINE: Takes = Written(
    "text in one line",
    r"^[^\u0000-\u001f\u007f]*\S[^\u0000-\u001f\u007f]*$",
);
pub(super) const ADDRESS: Takes = Written("mail address", r"^[^@\s<>(),;:]+@[^@\s]+\.[^@\s]+$");
pub(super) const LENGTH: Takes = Written(
    "length: «6 months», «7 days», «5 working days», «2 weeks», «1 year»",
    r"^\s*\d+\s+((working )?days?|dag|dagar|arbetsdag|arbetsdagar|vardag|vardagar|weeks?|vecka|veckor|months?|månad|månader|years?|år)\s*$",
);
pub(super) const DAY: Takes = Written("day of the month: «day 5»", r"^\s*day \s*\d{1,2}\s*$");
pub(super) const REMINDER: Takes = Written(
    "«3 days before» or «day 10»",
    r"^\s*(day \s*\d{1,2}|\d+\s+\S+ before)\s*$",
);
pub(super) const PERIOD: Takes = Written(
    "period: «2023-09», «2023-T2», «2023-Q3», «2023-H1», «2023», «term»",
    r"^(term|\d{4}(-(\d{2}|[THQ]\d))?)$",
);
pub(super) const FINDING: Takes = Written("code of a finding", r"^[a-z]+(-[a-z]+)*$");
pub(super) const CELL: Takes = Written("cell: «A5»", r"^[A-Z]{1,3}[1-9]\d{0,6}$");
pub(super) const LANGUAGE: Takes = Written(
    "language tag: «fi», «fit», «sv-SE»",
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
);
pub(super) const PATTERN: Takes = Written("pattern of names", r"\S");
pub(super) const FILES: Takes = Written("pattern of paths", r"^[^/\\][^\\]*$");
pub(super) const CALENDAR: Takes = Written("«calendar.…»", r"^calendar\..+$");
pub(super) const PERCENT: Takes = Written("share: «20 %»", r"^\s*\d+([.,]\d+)?\s*%\s*$");
pub(super) const BOUND: Takes = Either(&[Number, PERCENT]);
pub(super) const OVER: Takes = Either(&[
    Word(&[
        "year",
        "half-year",
        "tertial",
        "quarter",
        "month",
        "week",
        "day",
        "term",
    ]),
    CALENDAR,
]);
pub(super) const EACH: Takes = Either(&[Word(&["day", "week", "month"]), FIELD]);
pub(super) const AMONG: Takes = Either(&[
    Written("«places.…»", r"^places\..+$"),
    List(&Written("word", r"\S")),
]);
pub(super) const WEEKDAY: Takes = Written("weekday: mon, tue, wed, thu, fri, sat, sun", r"\S");
pub(super) const HOURS: Takes = Written("times of day: «21.00–03.00»", r"^.*\d.*[-–—].*\d.*$");
pub(super) const RHYTHM: Takes = Word(&["weekly", "monthly", "quarterly"]);
pub(super) const ROLE: Takes = Word(&["chief", "council", "chair", "partner", "registrar", "web"]);
pub(super) const FILE: Takes = Word(&[
    "report.html",
    "report.pdf",
    "summary.xlsx",
    "follow-up.json",
    "SHA256SUMS",
]);

/// A column: its heading, alone or under a merged group.
pub(super) const AT_HEADING: Takes = Either(&[HEADING, Table(&COLUMN)]);
/// Columns of marks, by the partner that they name.
pub(super) const MARKS: Takes = Names(
    &NONE,
    &Either(&[HEADING, Table(&COLUMN), List(&AT_HEADING)]),
);

/// What must hold of a field.
pub(super) const TESTED: Takes = Either(&[
    Truth,
    Written("word, «places.…» or «calendar.…»", r"\S"),
    List(&Written("word", r"\S")),
    Table(&TEST),
]);
/// Fields, and what must hold of them.
pub(super) const TESTS: Takes = Names(&CONDITIONS, &TESTED);
