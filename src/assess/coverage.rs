//! Which months the sources have reported.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::activity::{Coverage, Gathered};
use crate::model::agreement::{Agreement, Gives, Layout, Length, Source};
use crate::model::finding::{Finding, FindingKind, Place};
use crate::model::name::Name;
use crate::model::span::DateSpan;

/// How far a target's sources cover a window.
pub(super) struct TargetCoverage {
    /// Whether any month is covered by all of them.
    pub(super) covered: bool,
    /// The months, or weeks, that some of them should have reported and have not.
    pub(super) missing: Vec<DateSpan>,
    /// Whether a workbook of any of them could not be read.
    pub(super) damaged: bool,
}

/// How far the sources of these activities cover the elapsed days. A target needs every one of its sources.
pub(super) fn coverage_of(
    agreement: &Agreement,
    gathered: &Gathered,
    of: &[&str],
    passed: Option<DateSpan>,
) -> TargetCoverage {
    let mut sources: Vec<usize> = of
        .iter()
        .flat_map(|activity| agreement.sources_of(activity))
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let within = passed.unwrap_or(agreement.term);
    let frequency_of = |source: usize| {
        agreement
            .sources
            .get(source)
            .and_then(|source| source.frequency_of(of))
    };
    // Sheets in which nobody has written anything yet tell of no time, while other sheets of the source do.
    let unbegun = |source: usize, coverage: &Coverage| {
        let mappings = || agreement.sheets_of(source);
        let gives = |activity: &str| mappings().any(|sheet| sheet.gives(activity));
        let mut own = of.iter().filter(|activity| gives(activity));
        !coverage.unbegun.is_empty()
            && own.all(|activity| coverage.unbegun.contains(&Name::from(*activity)))
    };
    let covers = |source: usize, month: DateSpan| {
        gathered.coverage.get(source).is_some_and(|coverage| {
            !unbegun(source, coverage) && coverage.covers(month, frequency_of(source), within)
        })
    };
    let unreported = |source: usize, month: DateSpan| {
        let coverage = gathered.coverage.get(source);
        coverage.map_or_else(
            || vec![month],
            |coverage| {
                let gone = coverage.gone.iter().any(|days| days.overlaps(month));
                let mut days = coverage.unreported(month, frequency_of(source), within);
                days.extend(Some(month).filter(|_| gone && days.is_empty()));
                days
            },
        )
    };
    let months: Vec<DateSpan> = passed.into_iter().flat_map(DateSpan::each_month).collect();
    TargetCoverage {
        covered: months
            .iter()
            .any(|month| sources.iter().all(|source| covers(*source, *month))),
        missing: months
            .into_iter()
            .flat_map(|month| {
                sources
                    .iter()
                    .flat_map(move |source| unreported(*source, month))
                    .collect::<Vec<_>>()
            })
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
        damaged: sources.iter().any(|source| {
            gathered
                .coverage
                .get(*source)
                .is_some_and(|coverage| coverage.damaged)
        }),
    }
}

/// Whether nobody has written in any sheet of a source that tells of days, weeks or months: a workbook to be filled in lies
/// there as it was made.
fn is_unbegun(source: &Source, coverage: &Coverage) -> bool {
    let telling = source.sheets.iter().filter(|sheet| sheet.reports_time());
    let mut activities = telling.flat_map(|sheet| sheet.activities());
    coverage.reported.is_empty()
        && !coverage.unbegun.is_empty()
        && activities.all(|activity| coverage.unbegun.contains(&Name::from(activity)))
}

/// Findings about every month due at `end` that a source has not reported.
pub(super) fn missing_months(
    agreement: &Agreement,
    gathered: &Gathered,
    end: NaiveDate,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (source, coverage) in agreement.sources.iter().zip(&gathered.coverage) {
        // A missing workbook has one finding, not one a month.
        let Some(frequency) = source.frequency().filter(|_| coverage.present) else {
            continue;
        };
        let covered = |month| coverage.covers(month, Some(frequency), agreement.term);
        let missing = frequency
            .months_due(agreement.term, end)
            .filter(|month| !covered(*month));
        // A quarter is missing as a whole, not a month at a time.
        let mut missing: Vec<(DateSpan, DateSpan)> = missing
            .map(|month| (frequency.of_month(month), month))
            .collect();
        missing.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                earlier.1 = earlier.1.union(later.1);
            }
            same
        });
        // Where nobody has written anything yet, that is told once.
        if is_unbegun(source, coverage)
            && let Some(all) = missing
                .iter()
                .map(|(_, month)| *month)
                .reduce(DateSpan::union)
        {
            missing = vec![(all, all)];
        }
        for (_, month) in missing {
            findings.push(Finding::new(
                FindingKind::MissingMonth {
                    partner: agreement.partner_name(&source.partner).to_owned(),
                    files: source.files.clone(),
                    month,
                },
                Place::line(source.line),
            ));
        }
    }
    findings
}

/// Findings about sources without `expected` that have reported nothing for half a year.
pub(super) fn quiet_sources(
    agreement: &Agreement,
    gathered: &Gathered,
    end: NaiveDate,
) -> Vec<Finding> {
    let quiet = |(source, coverage): &(&Source, &Coverage)| {
        let gives_occasions = source.sheets.iter().any(|sheet| {
            matches!(sheet.layout, Layout::Log | Layout::Months | Layout::Form)
                && !matches!(sheet.gives, Gives::Indicator(_))
        });
        // A damaged workbook may hold the newest data.
        gives_occasions && source.frequency().is_none() && coverage.present && !coverage.damaged
    };
    let last_reported = |coverage: &Coverage| {
        coverage
            .reported
            .iter()
            .map(|span| span.to)
            .filter(|day| *day <= end)
            .max()
    };
    agreement
        .sources
        .iter()
        .zip(&gathered.coverage)
        .filter(quiet)
        .filter_map(|(source, coverage)| {
            let last = last_reported(coverage);
            let since = last.unwrap_or(agreement.term.from);
            (Length::Months(6).after(since) < end).then(|| {
                let kind = FindingKind::QuietSource {
                    partner: agreement.partner_name(&source.partner).to_owned(),
                    files: source.files.clone(),
                    last,
                };
                Finding::new(kind, Place::line(source.line))
            })
        })
        .collect()
}
