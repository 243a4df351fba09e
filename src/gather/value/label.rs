//! Rows that count for nothing: planned or cancelled things, «inget att rapportera», totals.

use super::calendar::month_name;
use super::memo::Memo;
use super::plain::{plain, words};

/// Whether a text says that something is still to come or was called off: «Planeras», «Inställt pga snö», «planned».
pub fn is_planned_or_cancelled(text: &str) -> bool {
    let text = plain(text);
    let words: Vec<&str> = words(&text).collect();
    let called_off = |word: &str| {
        matches!(
            word,
            "inställt"
                | "inställd"
                | "inställda"
                | "avbokat"
                | "avbokad"
                | "uppskjutet"
                | "uppskjuten"
                | "avbokades"
                | "utgår"
                | "utgick"
                | "struket"
                | "struken"
                | "cancelled"
                | "canceled"
                | "postponed"
        )
    };
    // «Planerad tillsyn» is a kind of inspection; «planerad» alone is not done yet.
    let planned = match words.as_slice() {
        [word] => {
            matches!(
                *word,
                "planerad"
                    | "planerade"
                    | "planerat"
                    | "planeras"
                    | "planned"
                    | "kommande"
                    | "upcoming"
            )
        }
        [first, ..] => matches!(*first, "planerat" | "planeras" | "planned"),
        [] => false,
    };
    planned
        || words.first().is_some_and(|word| called_off(word))
        || words.last().is_some_and(|word| called_off(word))
        || NOT_HELD.iter().any(|begin| text.starts_with(begin))
}

/// How it begins that something was not held.
const NOT_HELD: [&str; 12] = [
    "ställs in",
    "ställdes in",
    "ej genomför",
    "inte genomför",
    "genomfördes ej",
    "genomfördes inte",
    "blev inte av",
    "blev ej av",
    "blir inte av",
    "ej hållen",
    "not held",
    "not carried out",
];

/// Whether a row says in words that nothing was done: «inget att rapportera», «inga insatser denna vecka».
pub fn is_nothing_to_report(text: &str) -> bool {
    if !text.trim_start().starts_with(['i', 'I', 'n', 'N']) {
        return false;
    }
    let text = plain(text);
    let beginnings = [
        "inget att ",
        "ingenting att ",
        "inga insatser",
        "inga aktiviteter",
        "ingen aktivitet",
        "ingen insats",
        "inga händelser",
        "inget genomfört",
        "inga genomförda",
        "inga ärenden",
        "inga möten",
        "inga kontroller",
        "inga besök",
        "inga kontakter",
        "nothing to report",
        "nothing reported",
        "no activities",
        "no activity",
        "no events",
        "no visits",
        "no meetings",
    ];
    let is_every = matches!(
        text.trim_end_matches('.'),
        "inget" | "inga" | "ingenting" | "nothing"
    ) || beginnings.iter().any(|begin| text.starts_with(begin));
    is_every
        && !["utom", "except", "förutom", "men"]
            .iter()
            .any(|word| words(&text).any(|other| other == *word))
}

/// Words that go before a report that there was nothing: «allt lugnt, inget att rapportera».
fn is_quiet(word: &str) -> bool {
    [
        "lugn", "tyst", "allt", "och", "ok", "bra", "all", "quiet", "calm",
    ]
    .iter()
    .any(|stem| word.starts_with(stem))
}

thread_local! {
    static IS_REPORT_OF_NOTHING: Memo<(), bool> = Memo::default();
}

/// Whether a text is a report that there was nothing, wherever it stands in a row: «Inget att rapportera», not «inga» under
/// «Skador».
pub fn is_report_of_nothing(text: &str) -> bool {
    IS_REPORT_OF_NOTHING.with(|memo| memo.of((), text, || read_is_report_of_nothing(text)))
}

fn read_is_report_of_nothing(text: &str) -> bool {
    let text = plain(text);
    let all: Vec<&str> = words(&text).collect();
    let begins = [
        "inget",
        "ingenting",
        "intet",
        "inga",
        "ingen",
        "nothing",
        "no",
    ];
    let report = [
        "rapportera",
        "rapporteras",
        "redovisa",
        "redovisas",
        "inrapportera",
        "anmäla",
        "report",
        "rapport",
    ];
    let first = all.iter().position(|word| begins.contains(word));
    let but = ["utom", "except", "förutom", "men", "but"];
    let unsaid = all.iter().any(|word| but.contains(word));
    let held = [
        "inga aktiviteter",
        "ingen aktivitet",
        "inga insatser genomförda",
        "inga insatser denna",
        "inga insatser under",
        "inga genomförda",
        "ingen verksamhet",
        "no activities",
        "no activity",
    ];
    !unsaid
        && all.len() <= 8
        && (first.is_some_and(|first| {
            all.iter()
                .take(first)
                .all(|word| is_quiet(word) || first == 1)
                && all.iter().skip(first).any(|word| report.contains(word))
        }) || held.iter().any(|begin| text.starts_with(begin)))
}

thread_local! {
    static IS_TOTAL_LABEL: Memo<(), bool> = Memo::default();
}

/// Whether a row's label says that the row adds up others: «Summa», «Totalt 2022», «Hittills i år», «Samtliga brott».
pub fn is_total_label(text: &str) -> bool {
    IS_TOTAL_LABEL.with(|memo| memo.of((), text, || read_is_total_label(text)))
}

fn read_is_total_label(text: &str) -> bool {
    let text = plain(text);
    let words: Vec<&str> = words(&text).collect();
    let total = |word: &str| {
        matches!(
            word,
            "summa"
                | "s:a"
                | "totalt"
                | "total"
                | "delsumma"
                | "totalsumma"
                | "sammanlagt"
                | "sum"
                | "subtotal"
                | "totals"
        )
    };
    match words.as_slice() {
        [] => false,
        ["samtliga"] | ["samtliga", _] | ["alla"] | ["hela", "året"] | ["hela", "perioden"] => {
            true
        }
        ["hittills", ..]
        | ["ackumulerat" | "ackumulerad" | "ack", ..]
        | ["grand", "total", ..]
        | ["year", "to", "date", ..] => words.len() <= 4,
        [first, .., last] => {
            words.len() <= 4 && (total(first) || matches!(*last, "totalt" | "total"))
        }
        [word] => total(word),
    }
}

thread_local! {
    static BEGINS_AS_TOTAL: Memo<(), bool> = Memo::default();
}

/// Whether the first words of a row, on a row without a date, say that it adds up others, however long they are: «Totalt antal
/// kontakter hittills i år».
pub fn begins_as_total(text: &str) -> bool {
    BEGINS_AS_TOTAL.with(|memo| memo.of((), text, || read_begins_as_total(text)))
}

fn read_begins_as_total(text: &str) -> bool {
    let text = plain(text);
    let first = words(&text).next().unwrap_or_default();
    is_total_label(&text)
        || matches!(
            first,
            "summa" | "s:a" | "totalt" | "totalsumma" | "delsumma" | "sammanlagt"
        )
}

thread_local! {
    static IS_NOTHING_BUT_TOTAL: Memo<(), bool> = Memo::default();
}

/// Whether a label is a sum beyond doubt: «Summa», «Totalt 2023». «Alla» beside a date is an audience, «Total genomgång av
/// lokalen» a thing that was done.
pub fn is_nothing_but_total(text: &str) -> bool {
    IS_NOTHING_BUT_TOTAL.with(|memo| memo.of((), text, || read_is_nothing_but_total(text)))
}

fn read_is_nothing_but_total(text: &str) -> bool {
    let text = plain(text);
    let mut words = words(&text);
    let first = words.next().unwrap_or_default();
    let rest_is_time = words
        .all(|word| word.bytes().any(|byte| byte.is_ascii_digit()) || month_name(word).is_some());
    rest_is_time && !matches!(first, "samtliga" | "alla") && is_total_label(first)
}

thread_local! {
    static IS_STATISTIC_LABEL: Memo<(), bool> = Memo::default();
}

/// Whether a row's label says that it holds figures about the others: their average, what is aimed at.
pub fn is_statistic_label(text: &str) -> bool {
    IS_STATISTIC_LABEL.with(|memo| memo.of((), text, || read_is_statistic_label(text)))
}

fn read_is_statistic_label(text: &str) -> bool {
    let text = plain(text);
    let words: Vec<&str> = words(&text).collect();
    let average = [
        "medel",
        "medelvärde",
        "medeltal",
        "snitt",
        "genomsnitt",
        "median",
        "average",
        "mean",
    ];
    match words.as_slice() {
        ["i" | "in", "snitt" | "genomsnitt" | "average", ..] => words.len() <= 4,
        ["mål" | "målet" | "måltal" | "målvärde" | "target"] => true,
        ["mål" | "måltal" | "målvärde" | "target", rest] => {
            rest.bytes().all(|byte| byte.is_ascii_digit())
        }
        [first, ..] => words.len() <= 4 && average.contains(first),
        [] => false,
    }
}
