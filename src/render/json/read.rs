//! What a later run reads back from a `follow-up.json`.

use std::collections::BTreeSet;
use std::io::{BufReader, Read};

use chrono::NaiveDate;
use serde::Deserialize;

use super::SCHEMA;
use crate::model::activity::{Origin, RecordedActivity};
use crate::model::assessment::Status;
use crate::model::finding::fingerprint::{StoredFinding, of_stored};
use crate::model::quantity::Quantity;
use crate::model::report::{PreviousVersion, RecordedWindow, RuledRow, ShownFigure};
use crate::model::span::DateSpan;

#[derive(Deserialize)]
struct Shape {
    schema: u32,
    edition: String,
    period: String,
    period_end: NaiveDate,
    version: u32,
    pledges: Vec<PledgeRead>,
    activities: Vec<RecordedActivity>,
    #[serde(rename = "told_persons", default)]
    shown_persons: Vec<ShownFigure>,
    #[serde(default)]
    ruled: Vec<RuledRow>,
    findings: Vec<StoredFinding>,
}

#[derive(Deserialize)]
struct PledgeRead {
    id: String,
    status: Status,
    targets: Vec<TargetRead>,
}

#[derive(Deserialize)]
struct TargetRead {
    id: String,
    #[serde(default)]
    persons: bool,
    windows: Vec<WindowRead>,
    #[serde(default)]
    counted: Vec<CountedRead>,
}

#[derive(Deserialize)]
struct CountedRead {
    origin: Origin,
}

#[derive(Deserialize)]
struct WindowRead {
    from: NaiveDate,
    to: NaiveDate,
    closed: bool,
    status: Status,
    outcome: Option<Quantity>,
    withheld: bool,
}

/// The verdicts and activities of a follow-up.json. `sha256` is that of its bytes, which are read piece by piece, as
/// there can be very many.
///
/// # Errors
/// The fault in words, if it is not a follow-up.json of the full edition.
pub(crate) fn read_back(file: impl Read, sha256: &str) -> Result<PreviousVersion, String> {
    let mut read: Shape =
        serde_json::from_reader(BufReader::new(file)).map_err(|fault| fault.to_string())?;
    if read.schema != SCHEMA {
        return Err(format!(
            "its shape is number {}, and this program reads number {SCHEMA}",
            read.schema
        ));
    }
    if read.edition != "full" {
        return Err(format!(
            "it is the edition «{}», not the full one",
            read.edition
        ));
    }
    let mut shown = read.shown_persons;
    for pledge in &read.pledges {
        for target in pledge.targets.iter().filter(|target| target.persons) {
            let windows = target.windows.iter().filter(|window| !window.withheld);
            shown.extend(windows.filter_map(|window| {
                let span = DateSpan::new(window.from, window.to);
                window.outcome.map(|outcome| ShownFigure {
                    pledge: pledge.id.clone(),
                    target: target.id.clone(),
                    window: span,
                    outcome,
                })
            }));
        }
    }
    let mut windows = Vec::new();
    for pledge in &read.pledges {
        for target in &pledge.targets {
            let its = target.windows.iter();
            windows.extend(its.map(|window| recorded(pledge, target, window)));
        }
    }
    let mut counted = BTreeSet::new();
    for target in read
        .pledges
        .iter_mut()
        .flat_map(|pledge| &mut pledge.targets)
    {
        counted.extend(target.counted.drain(..).map(|row| row.origin));
    }
    Ok(PreviousVersion {
        windows,
        counted,
        period: read.period,
        end: read.period_end,
        version: read.version,
        sha256: sha256.to_owned(),
        statuses: read
            .pledges
            .into_iter()
            .map(|pledge| (pledge.id, pledge.status))
            .collect(),
        activities: read.activities,
        shown,
        rulings: read.ruled,
        findings: of_stored(&read.findings),
    })
}

fn recorded(pledge: &PledgeRead, target: &TargetRead, window: &WindowRead) -> RecordedWindow {
    RecordedWindow {
        pledge: pledge.id.clone(),
        target: target.id.clone(),
        window: DateSpan::new(window.from, window.to),
        closed: window.closed,
        status: window.status,
        withheld: window.withheld,
        outcome: window
            .outcome
            .filter(|_| !window.withheld && !target.persons),
    }
}
