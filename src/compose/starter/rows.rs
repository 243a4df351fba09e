//! The rows that a sheet has from the start: the months or weeks it is kept by, and what each of its lines is.

use chrono::{Datelike, Days};

use crate::model::agreement::Frequency;
use crate::model::quantity::Amount;
use crate::model::span::DateSpan;
use crate::model::starter::{Accepts, StarterCell, StarterColumn, StarterHeading};

/// The most rows that stand there from the start.
const MOST: usize = 600;

/// The rows of a log that is kept by the month or the week.
pub(super) fn of_log(
    term: DateSpan,
    frequency: Option<Frequency>,
    columns: &[StarterColumn],
) -> Vec<Vec<StarterCell>> {
    let has = |accepts: Accepts| columns.iter().any(|column| column.accepts == accepts);
    let times: Vec<DateSpan> = match frequency {
        // A row an occasion: nobody knows beforehand on which days.
        _ if has(Accepts::Day) => Vec::new(),
        Some(Frequency::Monthly) if has(Accepts::Month) => term.each_month().collect(),
        Some(Frequency::Weekly) if has(Accepts::Week) => {
            let thursday = |week: &DateSpan| week.from.checked_add_days(Days::new(3));
            let own = |week: &DateSpan| thursday(week).is_some_and(|day| term.contains(day));
            term.each_week().filter(own).collect()
        }
        _ => Vec::new(),
    };
    let kinds = closed_lists(columns, true);
    let mut rows = Vec::new();
    for time in times {
        for kind in &kinds {
            let cells = columns
                .iter()
                .enumerate()
                .map(|(index, column)| match column.accepts {
                    Accepts::Month => StarterCell::Month(time),
                    Accepts::Week => {
                        let week = time.from.iso_week();
                        let year = (!columns
                            .iter()
                            .any(|column| matches!(column.accepts, Accepts::Year(..))))
                        .then(|| week.year());
                        StarterCell::Week {
                            year,
                            week: week.week(),
                        }
                    }
                    Accepts::Year(..) => StarterCell::Year(match frequency {
                        Some(Frequency::Weekly) => time.from.iso_week().year(),
                        _ => time.from.year(),
                    }),
                    _ => word_at(kind, index),
                });
            rows.push(cells.collect());
        }
    }
    rows.truncate(MOST);
    rows
}

/// The rows of a sheet with months across, and the months as its last columns.
pub(super) fn of_months(
    time: DateSpan,
    what: &str,
    columns: &mut Vec<StarterColumn>,
) -> Vec<Vec<StarterCell>> {
    let told = |column: &StarterColumn| !matches!(column.accepts, Accepts::Number);
    if !columns.iter().any(told) {
        columns.insert(
            0,
            StarterColumn {
                heading: StarterHeading::Written(what.to_owned()),
                under: None,
                accepts: Accepts::Text,
                example: StarterCell::Blank,
            },
        );
    }
    let kinds = closed_lists(columns, false);
    let nothing_said = kinds.iter().all(Vec::is_empty);
    let labels = columns.len();
    columns.extend(
        time.each_month()
            .enumerate()
            .map(|(place, month)| StarterColumn {
                heading: StarterHeading::Month(month),
                under: None,
                accepts: Accepts::Number,
                example: if place == 0 {
                    StarterCell::Number(Amount::whole(3))
                } else {
                    StarterCell::Blank
                },
            }),
    );
    let row = |kind: &Vec<(usize, String)>| -> Vec<StarterCell> {
        (0..columns.len())
            .map(|index| {
                if index < labels {
                    word_at(kind, index)
                } else {
                    StarterCell::Blank
                }
            })
            .collect()
    };
    if nothing_said {
        return Vec::new();
    }
    kinds.iter().map(row).take(MOST).collect()
}

/// A row for each of some labels.
pub(super) fn of_labels(columns: &[StarterColumn], labels: Vec<String>) -> Vec<Vec<StarterCell>> {
    let place = columns
        .iter()
        .position(|column| column.accepts == Accepts::Text);
    let row = |label: String| -> Vec<StarterCell> {
        let cell = |index| {
            if Some(index) == place {
                StarterCell::Text(label.clone())
            } else {
                StarterCell::Blank
            }
        };
        (0..columns.len()).map(cell).collect()
    };
    labels.into_iter().map(row).collect()
}

/// Every combination of the words of the columns that have lists, or only of those that take no others; or one without words.
fn closed_lists(columns: &[StarterColumn], no_others: bool) -> Vec<Vec<(usize, String)>> {
    let mut all: Vec<Vec<(usize, String)>> = vec![Vec::new()];
    for (index, column) in columns.iter().enumerate() {
        let Accepts::Words { words, only } = &column.accepts else {
            continue;
        };
        if no_others && !only || words.is_empty() || words.len() * all.len() > 40 {
            continue;
        }
        all = all
            .into_iter()
            .flat_map(|known| {
                words.iter().map(move |word| {
                    let mut longer = known.clone();
                    longer.push((index, word.clone()));
                    longer
                })
            })
            .collect();
    }
    all
}

fn word_at(kind: &[(usize, String)], index: usize) -> StarterCell {
    let word = kind.iter().find(|(place, _)| *place == index);
    word.map_or(StarterCell::Blank, |(_, word)| {
        StarterCell::Text(word.clone())
    })
}
