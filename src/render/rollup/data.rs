//! `follow-up.json` of all agreements.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::super::overview::tally_of;
use super::read::AgreementState;
use super::{kinds, pledges};
use crate::error::Error;
use crate::model::assessment::Status;

/// The version of the schema.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct RollUpJson<'a> {
    schema: u32,
    /// How many pledges stand how, by the status' name.
    states: BTreeMap<&'static str, usize>,
    /// The same by kind.
    kinds: BTreeMap<&'a str, BTreeMap<&'static str, usize>>,
    agreements: Vec<AgreementJson<'a>>,
}

#[derive(Serialize)]
struct AgreementJson<'a> {
    id: &'a str,
    title: &'a str,
    municipality: &'a str,
    police_area: &'a str,
    period: &'a str,
    as_of: NaiveDate,
    version: u32,
    states: BTreeMap<&'static str, usize>,
    urgent: usize,
    pledges: Vec<PledgeRowJson<'a>>,
    missing: Vec<MissingJson<'a>>,
    since_last: Vec<ChangeJson<'a>>,
}

#[derive(Serialize)]
struct PledgeRowJson<'a> {
    id: &'a str,
    number: usize,
    name: &'a str,
    kind: &'a str,
    status: Status,
    urgent: bool,
    responsible: &'a [String],
}

#[derive(Serialize)]
struct MissingJson<'a> {
    partner: &'a str,
    spans: Vec<[NaiveDate; 2]>,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    pledge: &'a str,
    was: Option<Status>,
    now: Status,
}

/// The file's bytes.
///
/// # Errors
/// If it cannot be serialised.
pub(crate) fn render(agreements: &[AgreementState]) -> Result<Vec<u8>, Error> {
    let named = |tally: Vec<(Status, usize)>| {
        let named = tally
            .into_iter()
            .map(|(status, count)| (status.name(), count));
        named.collect::<BTreeMap<_, _>>()
    };
    let data = RollUpJson {
        schema: SCHEMA,
        states: named(tally_of(
            pledges(agreements).map(|(_, pledge)| pledge.status),
        )),
        kinds: kinds(agreements)
            .into_iter()
            .map(|(kind, tally)| (kind, named(tally)))
            .collect(),
        agreements: agreements
            .iter()
            .map(|state| AgreementJson {
                id: &state.agreement.id,
                title: &state.agreement.title,
                municipality: &state.agreement.municipality,
                police_area: &state.agreement.police_area,
                period: &state.period,
                as_of: state.as_of,
                version: state.version,
                states: named(tally_of(state.pledges.iter().map(|pledge| pledge.status))),
                urgent: state.pledges.iter().filter(|pledge| pledge.urgent).count(),
                pledges: state
                    .pledges
                    .iter()
                    .map(|pledge| PledgeRowJson {
                        id: &pledge.id,
                        number: pledge.number,
                        name: &pledge.name,
                        kind: pledge.kind(),
                        status: pledge.status,
                        urgent: pledge.urgent,
                        responsible: &pledge.responsible,
                    })
                    .collect(),
                missing: state
                    .missing()
                    .into_iter()
                    .map(|(partner, spans)| MissingJson {
                        partner,
                        spans: spans.iter().map(|span| [span.from, span.to]).collect(),
                    })
                    .collect(),
                since_last: state
                    .since_last
                    .iter()
                    .map(|change| ChangeJson {
                        pledge: &change.pledge,
                        was: change.was,
                        now: change.now,
                    })
                    .collect(),
            })
            .collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&data).map_err(|fault| Error::Render {
        what: "follow-up.json".to_owned(),
        fault: fault.to_string(),
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}
