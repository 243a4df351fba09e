//! What the last report of the term before gives to the next agreement: verdicts to stand beside the new ones, and baselines that the
//! parties may choose.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;

use super::super::folder;
use crate::error::Error;
use crate::gather::inspect::{key, quoted};
use crate::model::finding::Phrase;
use crate::model::quantity::Amount;
use crate::model::span::DateSpan;
use crate::render::json::{EndedTerm, read_ended};
use crate::store::Versions;
use crate::wording::Wording;

/// The edition that everything stands in.
const FILE: &str = "follow-up.json";

/// Lines for the next agreement.
#[derive(Default)]
pub(super) struct LastOutcomes {
    /// Comments below a target, by its pledge and itself.
    pub(super) targets: BTreeMap<(String, String), Vec<String>>,
    /// A comment below an indicator.
    pub(super) indicators: BTreeMap<String, String>,
    /// The table `[last_term]`.
    pub(super) table: String,
}

/// The last version of the latest period of an agreement; none if nothing was made yet.
///
/// # Errors
/// If it has changed since it was written, or cannot be read.
pub(super) fn ended(old: &Path, out: &Path) -> Result<Option<EndedTerm>, Error> {
    let versions = Versions::new(out.join(folder::id(old)?));
    let Some(version) = versions.latest()? else {
        return Ok(None);
    };
    let bytes = version.read(FILE)?;
    read_ended(&bytes)
        .map(Some)
        .map_err(|fault| version.damaged(FILE, &fault))
}

impl LastOutcomes {
    /// What there is to say of a term that has ended.
    pub(super) fn of(term: &EndedTerm, wording: &Wording) -> LastOutcomes {
        let mut targets = BTreeMap::new();
        for pledge in &term.pledges {
            for target in &pledge.targets {
                let closed = target.windows.iter().filter(|window| window.closed);
                let known: Vec<_> = closed
                    .filter_map(|window| {
                        Some((DateSpan::new(window.from, window.to), window.outcome?))
                    })
                    .collect();
                if known.is_empty() {
                    continue;
                }
                let told = known.iter().map(|(span, outcome)| {
                    format!("{}: {}", wording.span(*span), wording.quantity(*outcome))
                });
                let told = told.collect::<Vec<_>>().join("; ");
                let told = Phrase::new("ui-init-last-outcome").with("windows", told);
                let mut lines = vec![format!("# {}", wording.phrase(&told))];
                let exact = known.iter().rfind(|(_, outcome)| outcome.is_exact());
                let compared = match target.kind.as_str() {
                    "count" | "baseline" => Some("more_than"),
                    "response-time" => Some("faster_than"),
                    _ => None,
                };
                if let (Some((span, outcome)), Some(compared)) = (exact, compared) {
                    lines.push(format!(
                        "# {compared} = {{ value = {}, from = {}, to = {}, source = {} }}",
                        number(outcome.low()),
                        span.from,
                        span.to,
                        quoted(&term.agreement.title)
                    ));
                }
                targets.insert((pledge.id.clone(), target.id.clone()), lines);
            }
        }
        let last_value = |values: &[crate::model::agreement::IndicatorValue]| {
            let last = values.iter().max_by_key(|value| value.date)?;
            let (date, value) = (last.date, number(last.value));
            Some(format!("# baseline = {{ date = {date}, value = {value} }}"))
        };
        let indicators = term.indicators.iter();
        LastOutcomes {
            targets,
            indicators: indicators
                .filter_map(|one| Some((one.id.clone(), last_value(&one.values)?)))
                .collect(),
            table: table(&term.agreement.title, term.as_of, term),
        }
    }
}

fn table(title: &str, as_of: NaiveDate, term: &EndedTerm) -> String {
    let verdicts = term.pledges.iter().map(|pledge| {
        let status = pledge.status.name();
        format!("{} = {}\n", key(&pledge.id), quoted(status))
    });
    let head = format!(
        "[last_term]\ntitle = {}\nas_of = {as_of}\n[last_term.verdicts]\n",
        quoted(title)
    );
    head + &verdicts.collect::<String>()
}

/// A number as the agreement file has it.
fn number(amount: Amount) -> String {
    let hundredths = amount.in_hundredths();
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
