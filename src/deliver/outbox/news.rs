//! What in an edition is news: verdicts, figures and error findings; not words, remarks or rows, nor what follows from the
//! calendar alone.

use chrono::NaiveDate;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::first_news::first_errors;
use super::token_stream::write_tokens;
use crate::digest::hex;
use crate::error::Error;
use crate::model::agreement::{Direction, Indicator, IndicatorValue};
use crate::model::assessment::{PartAssessment, Status, WindowAssessment};
use crate::model::edition::{Edition, EditionPledge, EditionTarget};
use crate::model::finding::fingerprint::fingerprints;
use crate::model::finding::{Finding, Severity};
use crate::model::quantity::Quantity;
use crate::model::target::Bound;

/// Hashes of what is news in an edition, hexadecimal.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct News {
    pub(super) hash: String,
    /// The hash that the first version of lofte made of the same; only where it is another.
    pub(super) first: Option<String>,
}

/// Names and order of what follows are those of follow-up.json: ids of messages sent long ago are made of them.
#[derive(Serialize)]
struct PledgeNews<'a> {
    id: &'a str,
    status: Status,
    targets: Vec<TargetNews<'a>>,
    claimed: Option<ClaimNews<'a>>,
}

#[derive(Serialize)]
struct TargetNews<'a> {
    id: &'a str,
    kind: &'a str,
    status: Status,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    persons: bool,
    in_period: Option<Quantity>,
    amended: Vec<AmendmentNews>,
    windows: Vec<WindowNews<'a>>,
}

#[derive(Serialize)]
struct AmendmentNews {
    from: NaiveDate,
    to: NaiveDate,
}

#[derive(Serialize)]
struct ClaimNews<'a> {
    status: &'a str,
}

#[derive(Serialize)]
struct WindowNews<'a> {
    from: NaiveDate,
    to: NaiveDate,
    name: Option<&'a str>,
    closed: bool,
    unit: Option<&'a str>,
    bound: Option<Bound>,
    outcome: Option<Quantity>,
    out_of: Option<Quantity>,
    withheld: bool,
    status: Status,
    parts: Vec<PartNews<'a>>,
}

#[derive(Serialize)]
struct PartNews<'a> {
    name: Option<&'a str>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    late: bool,
    outcome: Quantity,
    status: Status,
}

#[derive(Serialize)]
struct ShownNews<'a> {
    pledge: &'a str,
    target: &'a str,
    windows: Vec<WindowNews<'a>>,
}

#[derive(Serialize)]
struct IndicatorNews<'a> {
    id: &'a str,
    name: &'a str,
    source: Option<&'a str>,
    scale: Option<&'a str>,
    good: Option<Direction>,
    baseline: Option<IndicatorValue>,
    values: &'a [IndicatorValue],
}

/// What is news in an edition. An error is the same one as long as its fingerprint is.
///
/// # Errors
/// If something of it has no form in JSON.
pub(super) fn news(edition: &Edition) -> Result<News, Error> {
    let failed = |fault: serde_json::Error| Error::Render {
        what: "the id of a message".to_owned(),
        fault: fault.to_string(),
    };
    let mut hash = Sha256::new();
    results(edition, &mut hash).map_err(failed)?;
    let findings = edition.findings().iter().map(|entry| &entry.finding);
    let errors: Vec<&Finding> = findings
        .filter(|finding| finding.severity() == Severity::Error)
        .collect();
    if errors.is_empty() {
        return Ok(News {
            hash: hex(&hash.finalize()),
            first: None,
        });
    }
    let mut first = hash.clone();
    first_errors(&errors, &mut first).map_err(failed)?;
    // Where they stand is no news, so the order of their cells is none.
    let mut keys = fingerprints(errors);
    keys.sort();
    write_tokens("errors", &keys, &mut hash).map_err(failed)?;
    Ok(News {
        hash: hex(&hash.finalize()),
        first: Some(hex(&first.finalize())),
    })
}

fn results(edition: &Edition, hash: &mut Sha256) -> Result<(), serde_json::Error> {
    let pledges: Vec<_> = edition.pledges.iter().map(pledge).collect();
    write_tokens("pledges", &pledges, hash)?;
    let shown: Vec<_> = edition.pledges.iter().flat_map(shown).collect();
    write_tokens("shown", &shown, hash)?;
    let indicators = edition.agreement.indicators.iter();
    let indicators: Vec<_> = indicators.map(indicator).collect();
    write_tokens("indicators", &indicators, hash)
}

fn pledge(pledge: &EditionPledge) -> PledgeNews<'_> {
    let claim = pledge.claim.as_ref();
    PledgeNews {
        id: &pledge.id,
        status: pledge.status,
        targets: pledge.targets.iter().map(target).collect(),
        claimed: claim
            .and_then(|claim| claim.status.as_deref())
            .map(|status| ClaimNews { status }),
    }
}

fn target(target: &EditionTarget) -> TargetNews<'_> {
    let amended = target.amended.iter().map(|(days, _)| AmendmentNews {
        from: days.from,
        to: days.to,
    });
    TargetNews {
        id: &target.id,
        kind: target.kind,
        status: target.status,
        persons: target.persons,
        in_period: target.in_period,
        amended: amended.collect(),
        windows: target.windows.iter().map(window).collect(),
    }
}

fn shown(pledge: &EditionPledge) -> impl Iterator<Item = ShownNews<'_>> {
    let targets = pledge.targets.iter();
    let shown = targets.filter(|target| target.kind == "shown");
    shown.map(|target| ShownNews {
        pledge: &pledge.id,
        target: &target.id,
        windows: target.windows.iter().map(window).collect(),
    })
}

fn window(window: &WindowAssessment) -> WindowNews<'_> {
    WindowNews {
        from: window.span.from,
        to: window.span.to,
        name: window.name.as_deref(),
        closed: window.closed,
        unit: window.unit.as_deref(),
        bound: window.bound,
        outcome: window.outcome,
        out_of: window.out_of,
        withheld: window.withheld,
        status: window.status,
        parts: window.parts.iter().map(part).collect(),
    }
}

fn part(part: &PartAssessment) -> PartNews<'_> {
    PartNews {
        name: part.name.as_deref(),
        from: part.span.map(|span| span.from),
        to: part.span.map(|span| span.to),
        late: part.late,
        outcome: part.outcome,
        status: part.status,
    }
}

fn indicator(indicator: &Indicator) -> IndicatorNews<'_> {
    IndicatorNews {
        id: &indicator.id,
        name: &indicator.name,
        source: indicator.source.as_deref(),
        scale: indicator.scale.as_deref(),
        good: indicator.good,
        baseline: indicator.baseline,
        values: &indicator.values,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::compose::edition;
    use crate::model::agreement::Audience;
    use crate::model::finding::{FindingKind, Place};
    use crate::model::report::Report;
    use crate::render::sample;

    fn hash(change: impl Fn(&mut Report)) -> News {
        let mut report = sample::report();
        report.findings.clear();
        change(&mut report);
        news(&edition(&report, &Audience::Full)).unwrap()
    }

    fn error(heading: &str, cell: &str) -> Finding {
        let kind = FindingKind::MissingHeading {
            heading: heading.to_owned(),
            nearest: None,
        };
        let workbook = "kommunen/Besök.xlsx";
        let place = Place {
            cell: Some(cell.to_owned()),
            ..Place::sheet(workbook, "Blad1")
        };
        Finding::new(kind, place)
    }

    fn with_findings(findings: &[Finding]) -> News {
        hash(|report| report.findings = findings.to_vec())
    }

    #[test]
    fn a_verdict_and_a_figure_are_news_and_words_and_rows_are_not() {
        let first = hash(|_| ());
        assert_eq!(first.first, None);
        for no_news in [
            |report: &mut Report| report.as_of = report.as_of.succ_opt().unwrap(),
            |report: &mut Report| report.agreement.pledges[0].text.push('!'),
            |report: &mut Report| report.assessments[0].targets[0].counted = [].into(),
            |report: &mut Report| report.accounts.clear(),
        ] {
            assert_eq!(hash(no_news), first);
        }
        for news in [
            |report: &mut Report| report.assessments[0].status = Status::Undecided,
            |report: &mut Report| report.assessments[0].targets[0].status = Status::Undecided,
            |report: &mut Report| report.assessments[0].targets[0].windows[0].outcome = None,
            |report: &mut Report| report.agreement.indicators[0].name.push('!'),
        ] {
            assert_ne!(hash(news), first);
        }
    }

    #[test]
    fn an_error_is_news_wherever_it_stands_and_a_warning_is_none() {
        let nothing = with_findings(&[]);
        let warning = Finding::new(FindingKind::MissingDate, Place::sheet("a.xlsx", "Blad1"));
        assert_eq!(with_findings(&[warning]), nothing);
        let one = with_findings(&[error("Antal", "A1")]);
        assert_ne!(one.hash, nothing.hash);
        assert_eq!(with_findings(&[error("Antal", "A2")]).hash, one.hash);
        assert_ne!(with_findings(&[error("Timmar", "A1")]).hash, one.hash);
        let two = with_findings(&[error("Antal", "A1"), error("Timmar", "A2")]);
        assert_ne!(two.hash, one.hash);
        let moved = with_findings(&[error("Antal", "A3"), error("Timmar", "A2")]);
        assert_eq!(moved.hash, two.hash);
    }
}
