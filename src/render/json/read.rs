//! What a later run reads back from a `follow-up.json`.

use std::collections::BTreeSet;
use std::fmt;
use std::io::Read;

use chrono::NaiveDate;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::rows::RowsFile;
use super::{CUT_SCHEMA, SCHEMA};
use crate::model::activity::{Origin, RecordedActivity};
use crate::model::assessment::Status;
use crate::model::finding::fingerprint::{StoredFinding, of_stored};
use crate::model::quantity::Quantity;
use crate::model::report::{PreviousVersion, RecordedWindow, RuledRow, ShownFigure};
use crate::model::span::DateSpan;
use crate::text::read_json;

#[derive(Deserialize)]
struct Shape {
    schema: u32,
    edition: String,
    period: String,
    period_end: NaiveDate,
    version: u32,
    pledges: Vec<PledgeRead>,
    activities: Activities,
    #[serde(rename = "told_persons", default)]
    shown_persons: Vec<ShownFigure>,
    #[serde(default)]
    ruled: Vec<RuledRow>,
    findings: Vec<StoredFinding>,
}

/// The activities, or where they are.
enum Activities {
    Here(Vec<RecordedActivity>),
    InFile(RowsFile),
}

impl<'de> Deserialize<'de> for Activities {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Activities, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Activities;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list of activities, or what says where they are")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Activities, A::Error> {
                Deserialize::deserialize(SeqAccessDeserializer::new(list)).map(Activities::Here)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Activities, A::Error> {
                Deserialize::deserialize(MapAccessDeserializer::new(map)).map(Activities::InFile)
            }
        }
        deserializer.deserialize_any(Either)
    }
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
    let mut read: Shape = read_json(file).map_err(|fault| fault.to_string())?;
    if ![SCHEMA, CUT_SCHEMA].contains(&read.schema) {
        return Err(format!(
            "its shape is number {}, and this program reads numbers {SCHEMA} and {CUT_SCHEMA}",
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
    let (remembered, groups) = match read.activities {
        Activities::Here(remembered) => (remembered, Vec::new()),
        Activities::InFile(file) => (Vec::new(), file.groups),
    };
    let (passed_over, activities) = remembered.into_iter().partition(|row| row.passed_over);
    Ok(PreviousVersion {
        passed_over,
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
        activities,
        groups,
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
