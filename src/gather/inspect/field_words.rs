//! The words that people write over a column, by the field they mean. A new word is a word in this table.

use super::column::CellKind;

/// The words for one field.
pub(super) struct FieldWords {
    /// The field.
    pub(super) field: &'static str,
    /// Headings.
    pub(super) headings: &'static [&'static str],
    /// Ends of compound headings: «mötesdatum».
    pub(super) endings: &'static [&'static str],
    /// What its cells may hold.
    pub(super) holds: &'static [CellKind],
}

pub(super) const DAYS: &[CellKind] = &[
    CellKind::Date,
    CellKind::Week,
    CellKind::Month,
    CellKind::Text,
];

pub(super) const WORDS: &[CellKind] = &[CellKind::Text];

pub(super) const ANY: &[CellKind] = &[
    CellKind::Text,
    CellKind::Mark,
    CellKind::Count,
    CellKind::Date,
];

/// Every field, in the order in which a block names them.
pub(super) const FIELDS: &[FieldWords] = &[
    words(
        "label",
        &[
            "löfte",
            "löften",
            "åtagande",
            "medborgarlöfte",
            "pledge",
            "promise",
            "commitment",
        ],
        &[],
        WORDS,
    ),
    words(
        "stage",
        &["etapp", "fas", "stage", "phase"],
        &[],
        &[CellKind::Text, CellKind::Count],
    ),
    words(
        "step",
        &[
            "steg",
            "moment",
            "åtgärd",
            "delmål",
            "milstolpe",
            "step",
            "task",
            "milestone",
            "action",
        ],
        &[],
        WORDS,
    ),
    words(
        "due",
        &[
            "klart senast",
            "klar senast",
            "senast",
            "ska vara klart",
            "deadline",
            "slutdatum",
            "due",
            "due date",
            "due by",
        ],
        &[],
        DAYS,
    ),
    words(
        "done",
        &[
            "klart",
            "klar",
            "färdigt",
            "färdig",
            "avslutat",
            "done",
            "completed",
        ],
        &[],
        &[CellKind::Date, CellKind::Mark],
    ),
    words(
        "year",
        &["år", "årtal", "year"],
        &[],
        &[CellKind::Count, CellKind::Date],
    ),
    words(
        "week",
        &[
            "vecka",
            "v",
            "veckonr",
            "veckonummer",
            "week",
            "wk",
            "week no",
        ],
        &[],
        &[CellKind::Week, CellKind::Count, CellKind::Text],
    ),
    words(
        "month",
        &["månad", "mån", "period", "month"],
        &[],
        &[CellKind::Month, CellKind::Date, CellKind::Text],
    ),
    words(
        "updated",
        &[
            "senast uppdaterad",
            "uppdaterad",
            "uppdaterat",
            "ändrad",
            "last updated",
            "updated",
        ],
        &[],
        DAYS,
    ),
    words(
        "date",
        &[
            "datum",
            "dag",
            "dat",
            "när",
            "kväll",
            "inkom",
            "inkommet",
            "anmält",
            "tillfälle",
            "date",
            "day",
            "when",
            "received",
        ],
        &["datum", "dag", "date"],
        DAYS,
    ),
    words(
        "place",
        &[
            "plats", "område", "stadsdel", "var", "skola", "adress", "ort", "objekt", "byggnad",
            "ställe", "by", "tätort", "butik", "affär", "lokal", "place", "location", "area",
            "where", "site", "school", "district",
        ],
        &["plats", "område", "ställe"],
        WORDS,
    ),
    words(
        "time",
        &[
            "klockslag",
            "tid",
            "kl",
            "starttid",
            "start",
            "från kl",
            "time",
            "start time",
        ],
        &["tid"],
        &[CellKind::Time, CellKind::Text, CellKind::Count],
    ),
    words(
        "until",
        &["slut", "sluttid", "till kl", "end", "end time"],
        &[],
        &[CellKind::Time, CellKind::Text, CellKind::Count],
    ),
    words(
        "hours",
        &["timmar", "tim", "antal timmar", "hours"],
        &["timmar"],
        &[CellKind::Count, CellKind::Time],
    ),
    words(
        "minutes",
        &["minuter", "längd", "tidsåtgång", "minutes", "duration"],
        &["minuter"],
        &[CellKind::Count, CellKind::Time, CellKind::Text],
    ),
    words(
        "type",
        &[
            "typ",
            "typ av insats",
            "insats",
            "aktivitet",
            "vad",
            "slag",
            "innehåll",
            "gäller",
            "art",
            "miljö",
            "kind",
            "type",
            "what",
            "activity",
            "subject",
        ],
        &["typ"],
        WORDS,
    ),
    words(
        "audience",
        &[
            "målgrupp",
            "för vem",
            "till vem",
            "audience",
            "target group",
        ],
        &["målgrupp"],
        WORDS,
    ),
    words(
        "partners",
        &[
            "samverkanspart",
            "samverkansparter",
            "samverkan med",
            "deltagande parter",
            "parter",
            "part",
            "deltagande",
            "medverkande",
            "partners",
            "partner",
            "together with",
        ],
        &["parter"],
        WORDS,
    ),
    words(
        "by_rules",
        &["enligt regler", "enligt reglerna", "by the rules"],
        &[],
        ANY,
    ),
    words(
        "by_guidance",
        &[
            "enligt brå:s vägledning",
            "enligt vägledning",
            "enligt vägledningen",
            "by guidance",
        ],
        &[],
        ANY,
    ),
    words(
        "decision",
        &["beslut", "beslut av rektor", "decision"],
        &[],
        ANY,
    ),
    words(
        "sent",
        &["utskickat", "skickat", "publicerat", "sent", "published"],
        &[],
        ANY,
    ),
    words("channel", &["kanal", "channel"], &[], WORDS),
    words("patrol", &["patrull", "enhet", "patrol", "unit"], &[], ANY),
    words(
        "answered",
        &[
            "svar",
            "besvarat",
            "återkopplat",
            "åtgärdat",
            "sanerat",
            "genomfört",
            "answered",
            "answer",
            "fixed",
        ],
        &[],
        &[CellKind::Date],
    ),
    words(
        "case",
        &[
            "ärende",
            "ärendenr",
            "ärendenummer",
            "dnr",
            "diarienummer",
            "case",
            "case no",
            "case number",
        ],
        &[],
        &[CellKind::Text, CellKind::Count],
    ),
    words(
        "status",
        &["läge", "status", "lägesrapport", "state", "progress"],
        &[],
        WORDS,
    ),
    words(
        "comment",
        &[
            "kommentar",
            "kommentarer",
            "anmärkning",
            "anm",
            "övrigt",
            "notering",
            "not",
            "comment",
            "comments",
            "notes",
            "remarks",
        ],
        &[],
        ANY,
    ),
    words(
        "from",
        &["öppnade", "öppnad", "från och med", "opened", "from"],
        &[],
        &[CellKind::Date],
    ),
    words(
        "to",
        &[
            "upphörde",
            "stängde",
            "stängd",
            "till och med",
            "closed",
            "to",
        ],
        &[],
        &[CellKind::Date],
    ),
];

pub(super) const fn words(
    field: &'static str,
    headings: &'static [&'static str],
    endings: &'static [&'static str],
    holds: &'static [CellKind],
) -> FieldWords {
    FieldWords {
        field,
        headings,
        endings,
        holds,
    }
}
