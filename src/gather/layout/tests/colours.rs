//! Statuses given by a colour alone.

use super::*;
use crate::gather::cell::Colour::{self, Green, Red, Yellow};
use crate::model::agreement::{RowCondition, RowFilter, Test};

fn coloured(rows: &[&str], colours: &[((usize, usize), Colour)]) -> Sheet {
    Sheet {
        colours: colours.iter().copied().collect(),
        colours_known: true,
        ..sheet("Blad1", rows)
    }
}

fn claims(sheet: &Sheet) -> (Vec<String>, Vec<String>) {
    let mapping = mapping(
        Layout::Statements,
        Gives::Statements,
        &[("label", "Åtgärd"), ("status", "Status")],
    );
    let result = read(mapping, sheet);
    (
        result
            .gathered
            .statements
            .iter()
            .map(|row| row.status.clone())
            .collect(),
        codes(&result),
    )
}

#[test]
fn a_claim_may_be_a_colour() {
    let rows = [
        "Åtgärd|Status",
        "Synlighet|",
        "Narkotika|",
        "Tunnlar|",
        "Skolor|Pågår",
        "Hus|",
    ];
    let fills = [
        ((1, 1), Green),
        ((2, 1), Yellow),
        ((3, 1), Red),
        ((4, 1), Yellow),
    ];
    let (words, codes) = claims(&coloured(&rows, &fills));
    assert_eq!(words, ["Klart", "Pågår", "Inte klart", "Pågår", ""]);
    assert_eq!(
        codes,
        ["colour-read B2", "colour-read B3", "colour-read B4"]
    );
}

#[test]
fn the_sheet_says_what_its_colours_mean() {
    let rows = [
        "Grönt = ej påbörjat, rött: avslutat",
        "Åtgärd|Status",
        "Synlighet|",
        "Narkotika|",
    ];
    let (words, _) = claims(&coloured(&rows, &[((2, 1), Green), ((3, 1), Red)]));
    assert_eq!(words, ["Ej påbörjat", "Avslutat"]);

    // A cell of the colour beside its meaning, and words in cells of the colour.
    let rows = [
        "|Påbörjat",
        "",
        "Åtgärd|Status",
        "Synlighet|",
        "Skolor|Försenat",
        "Hus|",
    ];
    let fills = [
        ((0, 0), Green),
        ((3, 1), Green),
        ((4, 1), Yellow),
        ((5, 1), Yellow),
    ];
    let (words, _) = claims(&coloured(&rows, &fills));
    assert_eq!(words, ["Påbörjat", "Försenat", "Försenat"]);
}

#[test]
fn a_colour_that_says_nothing_is_asked_for() {
    let rows = ["Åtgärd|Status", "Synlighet|", "Narkotika|"];
    let striped = coloured(&rows, &[((1, 0), Green), ((1, 1), Green)]);
    assert_eq!(
        claims(&striped),
        (
            vec![String::new(), String::new()],
            vec!["unreadable-value B2".to_owned()]
        )
    );

    let rows = [
        "Grönt = klart",
        "Grönt = pågår",
        "Åtgärd|Status",
        "Synlighet|",
    ];
    let torn = coloured(&rows, &[((3, 1), Green)]);
    assert_eq!(
        claims(&torn),
        (vec![String::new()], vec!["unreadable-value B4".to_owned()])
    );

    let rows = ["Åtgärd|Status", "Synlighet|", "Narkotika|"];
    let unknown = Sheet {
        colours_known: false,
        ..coloured(&rows, &[])
    };
    assert_eq!(
        claims(&unknown),
        (
            vec![String::new(), String::new()],
            vec!["unreadable-value B2".to_owned()]
        )
    );
    assert_eq!(claims(&coloured(&rows, &[])).1, Vec::<String>::new());
}

#[test]
fn steps_and_marks_may_be_colours_and_counts_may_not() {
    let steps = mapping(
        Layout::Milestones,
        activity("plan"),
        &[("step", "Steg"), ("done", "Klart")],
    );
    let rows = ["Steg|Klart", "Utkast|", "Remiss|", "Beslut|2023-05-01"];
    let result = read(steps, &coloured(&rows, &[((1, 1), Green), ((2, 1), Red)]));
    let done: Vec<bool> = result
        .gathered
        .milestones
        .iter()
        .map(|step| step.done.is_some())
        .collect();
    assert_eq!(
        (done, codes(&result)),
        (vec![true, false, true], vec!["colour-read B2".to_owned()])
    );

    let mut log = mapping(
        Layout::Log,
        activity("kontakt"),
        &[("date", "Datum"), ("count", "Antal")],
    );
    log.only_rows = vec![RowCondition::Cell(RowFilter {
        column: column("Genomförd"),
        test: Test::Marked(true),
    })];
    let rows = [
        "Datum|Genomförd|Antal",
        "2023-05-01||2",
        "2023-05-02||3",
        "2023-05-03|x|",
        "2023-05-04||4",
    ];
    let fills = [
        ((1, 1), Green),
        ((2, 1), Red),
        ((3, 2), Green),
        ((4, 1), Green),
        ((4, 0), Green),
    ];
    let result = read(log, &coloured(&rows, &fills));
    assert_eq!(
        activities(&result),
        ["2023-05-01 2-2 C2", "2023-05-03 0-… C4"]
    );
    assert_eq!(
        codes(&result),
        ["missing-value C4", "colour-read B2", "colour-read B3"]
    );

    let months = mapping(Layout::Months, activity("kontakt"), &[("label", "Typ")]);
    let rows = ["Typ|Januari 2023|Februari 2023", "Besök||3"];
    let result = read(months, &coloured(&rows, &[((1, 1), Green)]));
    assert_eq!(activities(&result).len(), 1);
    assert_eq!(codes(&result), ["unreadable-value B2"]);
}
