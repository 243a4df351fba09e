//! Which field a column means, by its heading.

use super::column::CellKind;
use super::field_words::{FIELDS, FieldWords};
use crate::gather::heading::{self, Fit};
use crate::gather::heading_words::fold;

/// Words over a column that tells whether the row has been held at all.
const HELD: [&str; 8] = [
    "genomförd",
    "genomfört",
    "genomförda",
    "utförd",
    "utfört",
    "hållen",
    "held",
    "carried out",
];

/// Words over columns whose cells tell of single persons: their cells are never shown.
const PERSONS: [&str; 22] = [
    "namn",
    "name",
    "person",
    "kontaktperson",
    "telefon",
    "phone",
    "mobil",
    "epost",
    "mail",
    "anmälare",
    "från",
    "uppgiftslämnare",
    "handläggare",
    "vårdnadshavare",
    "orossamtal",
    "våldsutsatt",
    "brottsoffer",
    "målsägande",
    "sekretess",
    "elev",
    "ungdom",
    "barn",
];

/// Words for those who were there: how many they were is not how often something was done.
const ATTENDANCE: [&str; 18] = [
    "deltagare",
    "personer",
    "person",
    "ungdomar",
    "elever",
    "barn",
    "vårdnads",
    "besökare",
    "poliser",
    "vuxna",
    "föräldrar",
    "hushåll",
    "åhörare",
    "närvarande",
    "participants",
    "people",
    "pupils",
    "attendees",
];

/// Words that say that a number is a number of something.
const COUNTED: [&str; 6] = ["antal", "ca antal", "st", "number", "count", "no of"];

/// The field that a heading over such cells means; `None` if it is not known.
pub(super) fn field(heading: &str, kind: CellKind) -> Option<&'static str> {
    let fits = |words: &&FieldWords| kind == CellKind::Empty || words.holds.contains(&kind);
    let known = || FIELDS.iter().filter(fits);
    let by_words = |wanted: fn(Fit) -> bool| {
        let mut all =
            known().flat_map(|words| words.headings.iter().map(move |word| (words.field, *word)));
        all.find(|(_, word)| heading::fit(word, heading).is_some_and(wanted))
            .map(|(field, _)| field)
    };
    let folded = fold(heading);
    let ends = |words: &&FieldWords| words.endings.iter().any(|ending| folded.ends_with(ending));
    by_words(|fit| fit == Fit::Same)
        .or_else(|| by_words(|fit| fit == Fit::Nearly))
        .or_else(|| known().find(ends).map(|words| words.field))
        .or_else(|| by_words(|_| true))
}

/// Where a field stands in a block; fields of the agreement's own come last.
pub(super) fn rank(field: &str) -> usize {
    FIELDS
        .iter()
        .position(|words| words.field == field)
        .unwrap_or(FIELDS.len())
}

/// Whether a heading asks if the row was held.
pub(super) fn asks_whether_held(heading: &str) -> bool {
    HELD.iter()
        .any(|word| heading::fit(word, heading).is_some_and(|fit| fit != Fit::Typo))
}

/// Whether a word says that something was held.
pub(super) fn means_held(word: &str) -> bool {
    asks_whether_held(word)
        || ["klar", "klart", "done"]
            .iter()
            .any(|held| fold(held) == fold(word))
}

/// Whether the cells under a heading tell of single persons.
pub(super) fn is_about_persons(heading: &str) -> bool {
    let folded = heading.to_lowercase();
    let mut words = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.any(|word| {
        PERSONS
            .iter()
            .any(|person| word == *person || (person.len() > 5 && word.starts_with(person)))
    })
}

/// The words of a heading in small letters.
fn heading_words(heading: &str) -> Vec<String> {
    let lower = heading.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn has_word(heading: &str, wanted: &[&str]) -> bool {
    heading_words(heading)
        .iter()
        .any(|word| wanted.contains(&word.as_str()))
}

/// Whether a heading says by when something is to be done: «Klart senast», «Ska vara klart», «Tidplan».
pub(super) fn means_due(heading: &str) -> bool {
    const DUE: [&str; 13] = [
        "senast",
        "ska",
        "skall",
        "tidplan",
        "tidsplan",
        "deadline",
        "måldatum",
        "planerat",
        "planerad",
        "beräknat",
        "beräknad",
        "förfaller",
        "due",
    ];
    has_word(heading, &DUE) && field(heading, CellKind::Empty) != Some("updated")
}

/// Whether a heading says when something was done: «Klart den», «Blev klart», «Slutfört».
pub(super) fn means_done(heading: &str) -> bool {
    const DONE: [&str; 20] = [
        "klart",
        "klar",
        "klara",
        "klarmarkerad",
        "klarmarkerat",
        "färdig",
        "färdigt",
        "slutfört",
        "slutförd",
        "slutförda",
        "avslutat",
        "avslutad",
        "genomfört",
        "genomförd",
        "utfört",
        "utförd",
        "done",
        "completed",
        "finished",
        "uppfyllt",
    ];
    has_word(heading, &DONE) && !means_due(heading)
}

/// Whether a heading says when something began to be.
pub(super) fn means_beginning(heading: &str) -> bool {
    begins_with(
        heading,
        &[
            "start",
            "öppn",
            "från",
            "invig",
            "påbörj",
            "börja",
            "tillträd",
            "etabler",
            "togs i bruk",
            "i bruk",
            "tagen i bruk",
            "opened",
            "from",
            "start",
        ],
    )
}

/// Whether a heading says when something ceased to be.
pub(super) fn means_end(heading: &str) -> bool {
    begins_with(
        heading,
        &[
            "slut", "stäng", "upphör", "till", "t o m", "tom", "avveckl", "nedlag", "lades",
            "closed", "to", "end",
        ],
    )
}

fn begins_with(heading: &str, begins: &[&str]) -> bool {
    let whole = heading_words(heading).join(" ");
    // «to» does not begin «togs i bruk».
    let fits = |begin: &&str| match whole.strip_prefix(*begin) {
        Some(rest) => begin.len() > 3 || !rest.starts_with(char::is_alphanumeric),
        None => false,
    };
    begins.iter().any(fits)
}

/// Whether a name says that it is a list of what there is.
pub(super) fn names_list(name: &str) -> bool {
    let lower = name.to_lowercase();
    [
        "register",
        "förteckning",
        "lista över",
        "anläggningar",
        "list of",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// Whether a name or a title says that what is told below may not be spread, or tells of single persons.
pub(super) fn is_secret(title: &str) -> bool {
    const SECRET: [&str; 9] = [
        "sekretess",
        "konfidentiel",
        "personuppgift",
        "orossamtal",
        "våldsutsatt",
        "brottsoffer",
        "målsägande",
        "vårdnadshavare",
        "classified",
    ];
    let folded = title.to_lowercase();
    let mut words = folded.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| SECRET.iter().any(|secret| word.contains(secret)))
}

/// Whether the numbers under a heading name something, or are a part of something: adding them up means nothing.
pub(super) fn is_no_quantity(heading: &str) -> bool {
    const NAMES: [&str; 12] = [
        "nr", "nummer", "id", "kod", "löpnr", "rad", "code", "år", "andel", "procent", "snitt",
        "medel",
    ];
    const ENDINGS: [&str; 7] = ["kod", "nummer", "nr", "-id", "_id", "procent", "snitt"];
    let lower = heading.to_lowercase();
    let mut words = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let ends = ENDINGS.iter().any(|ending| lower.trim().ends_with(ending));
    // «Per 100 000 inv.», «/1 000»: a rate.
    let joined: String = lower.chars().filter(|sign| !sign.is_whitespace()).collect();
    let is_rate = ["100000", "/1000", "per1000"]
        .iter()
        .any(|sign| joined.contains(sign));
    // «handelseId»
    ends || is_rate
        || lower.contains('%')
        || heading.trim().ends_with("Id")
        || words.any(|word| NAMES.contains(&word))
}

/// Whether a heading counts those who were there.
pub(super) fn counts_attendance(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    ATTENDANCE.iter().any(|word| lower.contains(word))
}

/// Whether a heading says of itself that a number of something stands under it; `Some(true)` if it says of what.
pub(super) fn counts(heading: &str) -> Option<bool> {
    let lower = heading.to_lowercase();
    let lower = lower.trim();
    let rest = COUNTED.iter().filter_map(|word| lower.strip_prefix(word));
    let rest = rest
        .filter(|rest| !rest.starts_with(char::is_alphanumeric))
        .min_by_key(|rest| rest.len())?;
    Some(rest.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_mean_what_people_mean_by_them() {
        for (heading, kind, expected) in [
            ("Datum:", CellKind::Date, Some("date")),
            ("Mötes-datum", CellKind::Date, Some("date")),
            ("Dag", CellKind::Date, Some("date")),
            ("Klart senast", CellKind::Date, Some("due")),
            ("Klart", CellKind::Date, Some("done")),
            ("v.", CellKind::Count, Some("week")),
            ("Vecka", CellKind::Empty, Some("week")),
            ("Skola", CellKind::Text, Some("place")),
            ("Skola", CellKind::Mark, None),
            ("Försäljningsställe", CellKind::Text, Some("place")),
            ("Enligt regler (J/N)", CellKind::Mark, Some("by_rules")),
            ("Senast uppdaterad", CellKind::Date, Some("updated")),
            ("Location", CellKind::Text, Some("place")),
            ("By", CellKind::Text, Some("place")),
            ("Butik", CellKind::Text, Some("place")),
            ("Kontrollerade fordon", CellKind::Count, None),
        ] {
            assert_eq!(field(heading, kind), expected, "{heading} {kind:?}");
        }
    }

    #[test]
    fn numbers_are_told_from_attendance() {
        for (heading, counted, attendance) in [
            ("Antal kontakter", Some(true), false),
            ("Antal", Some(false), false),
            ("Antal deltagare", Some(true), true),
            ("Ca antal ungdomar", Some(true), true),
            ("Stadskärnan", None, false),
            ("Beslutade åtgärder", None, false),
        ] {
            assert_eq!(
                (counts(heading), counts_attendance(heading)),
                (counted, attendance),
                "{heading}"
            );
        }
        for (heading, expected) in [
            ("Kommunkod", true),
            ("handelseId", true),
            ("Andel (%)", true),
            ("Lnr", true),
            ("Kontroller", false),
        ] {
            assert_eq!(is_no_quantity(heading), expected, "{heading}");
        }
        assert!(
            is_about_persons("Orossamtal, kallade")
                && is_about_persons("Namn")
                && !is_about_persons("Stadsdel")
        );
    }
}
