//! What the roll-up needs of a version's follow-up.json.

use std::collections::BTreeMap;
use std::io::Read;

use chrono::NaiveDate;
use serde::Deserialize;

use super::super::plain;
use crate::model::assessment::Status;
use crate::model::span::DateSpan;
use crate::text::read_json;

/// How an agreement stands.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct AgreementState {
    pub(super) agreement: AgreementNames,
    pub(super) period: String,
    pub(super) as_of: NaiveDate,
    pub(super) version: u32,
    pub(super) pledges: Vec<PledgeState>,
    pub(super) reporting: Vec<ReportState>,
    pub(super) since_last: Vec<ChangeState>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct AgreementNames {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) municipality: String,
    pub(super) police_area: String,
    pub(super) language: String,
    /// The partners' names by id; versions of earlier programs have none.
    #[serde(default)]
    pub(super) partners: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct PledgeState {
    pub(super) id: String,
    #[serde(default)]
    pub(super) number: usize,
    #[serde(default)]
    pub(super) name: String,
    pub(super) text: String,
    pub(super) responsible: Vec<String>,
    pub(super) status: Status,
    #[serde(default)]
    pub(super) urgent: bool,
    pub(super) targets: Vec<TargetState>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct TargetState {
    kind: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct ReportState {
    pub(super) partner: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    month: String,
    status: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct ChangeState {
    pub(super) pledge: String,
    pub(super) was: Option<Status>,
    pub(super) now: Status,
}

impl AgreementState {
    /// The tag of its language.
    pub(crate) fn language(&self) -> &str {
        &self.agreement.language
    }

    /// The name of a partner; its id where none is known.
    pub(super) fn partner<'a>(&'a self, id: &'a str) -> &'a str {
        self.agreement.partners.get(id).map_or(id, String::as_str)
    }

    /// Who has not reported what, by partner.
    pub(super) fn missing(&self) -> Vec<(&str, Vec<DateSpan>)> {
        let mut missing: BTreeMap<&str, Vec<DateSpan>> = BTreeMap::new();
        for report in self.reporting.iter().filter(|one| one.status == "missing") {
            let spans = missing.entry(&report.partner).or_default();
            spans.extend(report.span().filter(|span| !spans.contains(span)));
        }
        for spans in missing.values_mut() {
            spans.sort_unstable();
        }
        missing.into_iter().collect()
    }

    /// A pledge by its id.
    pub(super) fn pledge(&self, id: &str) -> Option<&PledgeState> {
        self.pledges.iter().find(|pledge| pledge.id == id)
    }
}

impl PledgeState {
    /// What its first target asks; `described` where it has none.
    pub(super) fn kind(&self) -> &str {
        self.targets
            .first()
            .map_or("described", |target| &target.kind)
    }
}

impl ReportState {
    /// The days it is about; versions of earlier programs say the month alone.
    fn span(&self) -> Option<DateSpan> {
        let days = self.from.zip(self.to);
        days.map(|(from, to)| DateSpan::new(from, to)).or_else(|| {
            let (year, month) = self.month.split_once('-')?;
            DateSpan::month(year.parse().ok()?, month.parse().ok()?)
        })
    }
}

/// Reads what the roll-up needs.
///
/// # Errors
/// The fault in words, if it is not a follow-up.json.
pub(crate) fn read(file: impl Read) -> Result<AgreementState, String> {
    let mut state: AgreementState = read_json(file).map_err(|fault| fault.to_string())?;
    for (number, pledge) in (1..).zip(&mut state.pledges) {
        if pledge.number == 0 {
            pledge.number = number;
        }
        if pledge.name.is_empty() {
            pledge.name = plain::abridged(&pledge.text, plain::NAME);
        }
    }
    Ok(state)
}
