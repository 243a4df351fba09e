//! Who has reported which month, week or quarter: sources down, times across.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::model::edition::Edition;
use crate::model::finding::Phrase;
use crate::model::report::Reporting;
use crate::model::span::DateSpan;
use crate::wording::Wording;

/// What a source has reported, month by month.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ReportingRow {
    pub partner: String,
    pub source: String,
    pub(crate) cells: Vec<ReportingCell>,
}

/// A year of it; a quarter of one where weeks are reported.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ReportingYear {
    /// «2023», «2023, v. 1–13».
    pub year: String,
    pub(crate) months: Vec<MonthHead>,
    pub rows: Vec<ReportingRow>,
}

/// The head of a month's column.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct MonthHead {
    pub(crate) short: String,
    pub name: String,
}

/// The reporting of a month.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ReportingCell {
    pub name: &'static str,
    pub(crate) sign: &'static str,
    pub(crate) word: String,
}

impl ReportingCell {
    fn new(received: Option<bool>, wording: &Wording) -> ReportingCell {
        match received {
            Some(true) => ReportingCell {
                name: "received",
                sign: "✓",
                word: wording.text("ui-received"),
            },
            Some(false) => ReportingCell {
                name: "missing",
                sign: "✕",
                word: wording.text("ui-missing"),
            },
            None => ReportingCell {
                name: "not-due",
                sign: "–",
                word: wording.text("ui-not-due"),
            },
        }
    }
}

/// Every month that some source should have reported.
pub(crate) fn months(rows: &[Reporting]) -> Vec<DateSpan> {
    let mut months: Vec<_> = rows.iter().map(|row| row.month).collect();
    months.sort_unstable();
    months.dedup();
    months
}

/// A row a source, a cell a month.
fn reporting(
    rows: &[Reporting],
    months: &[DateSpan],
    edition: &Edition,
    wording: &Wording,
) -> Vec<ReportingRow> {
    let mut sources: Vec<(&str, &str)> = Vec::new();
    for row in rows {
        let source = (row.partner.as_str(), row.source.as_str());
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let view = |(partner, source): (&str, &str)| ReportingRow {
        partner: edition.partner_name(partner).to_owned(),
        source: source.to_owned(),
        cells: months
            .iter()
            .map(|month| {
                let row = rows.iter().find(|row| {
                    row.partner == partner && row.source == source && row.month == *month
                });
                ReportingCell::new(row.map(|row| row.received), wording)
            })
            .collect(),
    };
    sources.into_iter().map(view).collect()
}

/// So many weeks fit beside each other on paper.
const WEEKS: usize = 13;

/// Who has reported when: what is due by the month, by the week and by the quarter apart, a year at a time.
pub(crate) fn years(
    rows: &[Reporting],
    months: &[DateSpan],
    edition: &Edition,
    wording: &Wording,
) -> Vec<ReportingYear> {
    let mut years = Vec::new();
    for days in [DueTime::Month, DueTime::Week, DueTime::Longer] {
        let due: Vec<DateSpan> = (months.iter().copied())
            .filter(|span| DueTime::of(*span) == days)
            .collect();
        let own: Vec<Reporting> = (rows.iter())
            .filter(|row| DueTime::of(row.month) == days)
            .cloned()
            .collect();
        for year in due.chunk_by(|one, next| days.year(*one) == days.year(*next)) {
            let most = if days == DueTime::Week {
                WEEKS
            } else {
                year.len()
            };
            for spans in year.chunks(most.max(1)) {
                years.push(ReportingYear {
                    year: days.named(spans, wording),
                    months: spans.iter().map(|span| days.head(*span, wording)).collect(),
                    rows: reporting(&own, spans, edition, wording),
                });
            }
        }
    }
    years
}

/// How often a report is due.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DueTime {
    Month,
    Week,
    /// A quarter, or longer.
    Longer,
}

impl DueTime {
    fn of(span: DateSpan) -> DueTime {
        let week = span.from.iso_week();
        let month = |day: NaiveDate| (day.year(), day.month());
        if DateSpan::iso_week(week.year(), week.week()) == Some(span) {
            DueTime::Week
        } else if month(span.from) == month(span.to) {
            DueTime::Month
        } else {
            DueTime::Longer
        }
    }

    /// The year of a time; of a week, that of its Thursday.
    fn year(self, span: DateSpan) -> i32 {
        match self {
            DueTime::Week => span.from.iso_week().year(),
            DueTime::Month | DueTime::Longer => span.from.year(),
        }
    }

    /// «2023», «2023, v. 1–13».
    fn named(self, spans: &[DateSpan], wording: &Wording) -> String {
        let (Some(first), Some(last)) = (spans.first(), spans.last()) else {
            return String::new();
        };
        let year = self.year(*first).to_string();
        match self {
            DueTime::Week => wording.phrase(
                &Phrase::new("ui-reporting-weeks")
                    .with("year", year)
                    .with("first", first.from.iso_week().week().to_string())
                    .with("last", last.from.iso_week().week().to_string()),
            ),
            DueTime::Month | DueTime::Longer => year,
        }
    }

    fn head(self, span: DateSpan, wording: &Wording) -> MonthHead {
        let (short, name) = match self {
            DueTime::Month => (wording.month_short(span), wording.month(span)),
            DueTime::Week => (
                span.from.iso_week().week().to_string(),
                wording.each_month(std::iter::once(span)),
            ),
            DueTime::Longer => {
                let ends = [span.from, span.to];
                let [from, to] = ends.map(|day| wording.month_short(DateSpan::day(day)));
                (format!("{from}–{to}"), wording.months(span))
            }
        };
        MonthHead { short, name }
    }
}

/// What the signs in the cells mean.
pub(super) fn key(wording: &Wording) -> String {
    let cells =
        [Some(true), Some(false), None].map(|received| ReportingCell::new(received, wording));
    cells
        .map(|cell| format!("{}\u{a0}{}", cell.sign, cell.word.to_lowercase()))
        .join(", ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::super::sample;
    use super::*;
    use crate::model::agreement::Audience;

    #[test]
    fn weeks_are_told_as_weeks_and_apart_from_months() {
        let mut report = sample::report();
        let monthly = report.reporting.clone();
        let week = |number: u32| Reporting {
            source: "polisen/Veckor.xlsx".to_owned(),
            month: DateSpan::iso_week(2023, number).unwrap(),
            received: number != 8,
            ..monthly[0].clone()
        };
        report.reporting.extend((1..=15).map(week));
        let edition = sample::edition(&report, &Audience::Full);
        let wording = Wording::new("sv", &sample::activities()).unwrap();
        let rows = &edition.reporting;
        let told = years(rows, &months(rows), &edition, &wording);
        let names: Vec<&str> = told.iter().map(|one| one.year.as_str()).collect();
        assert_eq!(names, ["2023", "2023, v. 1–13", "2023, v. 14–15"]);
        assert_eq!(told[0].months.len(), 3, "months stand alone");
        assert_eq!(told[1].rows.len(), 1, "only the source that reports weeks");
        assert_eq!(told[1].months[7].short, "8");
        assert_eq!(told[1].rows[0].cells[7].name, "missing");
    }
}
