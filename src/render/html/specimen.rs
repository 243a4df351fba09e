//! A page that has everything once, for the names that templates may use.

use super::annex::*;
use super::axis::Axis;
use super::card::*;
use super::chart::{Band, Chart, ChartRow};
use super::chart_area::Tick;
use super::course::{CourseView, MonthView, Run, YearMark};
use super::findings::{FindingGroup, FindingRow, PartnerFindings};
use super::labels::labels;
use super::legend::Legend;
use super::line::{LineView, SmallCourse, SmallMonth, SmallRun};
use super::outline::Line;
use super::page::*;
use super::places::{PlaceRow, PlacesTable};
use super::reporting::{MonthHead, ReportingCell, ReportingRow, ReportingYear};
use super::window::{PartView, WindowView};
use crate::wording::Wording;

/// Every list has one element, every text is empty except the labels.
pub(crate) fn page(wording: &Wording) -> Page {
    let one = || vec![String::new()];
    let line = || {
        vec![LineView {
            lines: one(),
            to_do: one(),
            earlier: one(),
            small_course: SmallCourse {
                months: vec![SmallMonth::default()],
                runs: vec![SmallRun::default()],
                ..SmallCourse::default()
            },
            ..LineView::default()
        }]
    };
    Page {
        ui: labels(wording),
        tiles: vec![Tile::default()],
        mend: one(),
        turned: one(),
        plain_summary: vec![String::new()],
        lines: line(),
        rest: line(),
        changes: vec![ChangeView::default()],
        unreported: one(),
        summaries: vec![SummaryView {
            text: one(),
            ..SummaryView::default()
        }],
        areas: vec![AreaView {
            cards: vec![card()],
            indicators: vec![IndicatorView {
                values: one(),
                ..IndicatorView::default()
            }],
            ..AreaView::default()
        }],
        axes: vec![Axis {
            years: vec![Tick::default()],
            ..Axis::default()
        }],
        legend: vec![Legend::default()],
        annex: annex(),
        ..Page::default()
    }
}

fn card() -> Card {
    let course = CourseView {
        months: vec![MonthView::default()],
        years: vec![YearMark::default()],
        runs: vec![Run::default()],
        ..CourseView::default()
    };
    let chart = Chart {
        asked: vec![Line::default()],
        fields: vec![Line::default()],
        lows: vec![Line::default()],
        years: vec![Tick::default()],
        heights: vec![Tick::default()],
        unknown: vec![Band::default()],
        rows: vec![ChartRow::default()],
        ..Chart::default()
    };
    let goal = Goal {
        remarks: vec![String::new()],
        conditions: vec![String::new()],
        windows: vec![WindowView {
            parts: vec![PartView::default()],
            parts_in_question: vec![PartView::default()],
            ..WindowView::default()
        }],
        chart,
        not_counted: vec![Row::default()],
        counted: vec![Row::default()],
        ..Goal::default()
    };
    Card {
        earlier: vec![String::new()],
        course,
        targets: vec![goal],
        notes: vec![NoteView::default()],
        ..Card::default()
    }
}

fn annex() -> Annex {
    let one = || vec![String::new()];
    let group = FindingGroup {
        rows: vec![FindingRow::default()],
        mend: vec![FindingRow::default()],
        notes: vec![FindingRow::default()],
        ..FindingGroup::default()
    };
    let row = ReportingRow {
        cells: vec![ReportingCell::default()],
        ..ReportingRow::default()
    };
    Annex {
        findings: vec![PartnerFindings {
            workbooks: vec![group],
            ..PartnerFindings::default()
        }],
        places: PlacesTable {
            columns: one(),
            rows: vec![PlaceRow {
                cells: one(),
                ..PlaceRow::default()
            }],
        },
        reporting_years: vec![ReportingYear {
            months: vec![MonthHead::default()],
            rows: vec![row],
            ..ReportingYear::default()
        }],
        retroactive: vec![RetroactiveRow::default()],
        method: one(),
        interpretations: vec![Interpretation::default()],
        definitions: vec![Definition::default()],
        rulings: vec![RulingView::default()],
        background: one(),
        success: one(),
        reporting_way: one(),
        sources: vec![SourceView {
            sheets: vec![SheetView::default()],
            ..SourceView::default()
        }],
        ..Annex::default()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::Value;

    use super::super::super::sample;
    use super::*;

    /// Where a list has no element, or a value is absent.
    fn gaps(value: &Value, place: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                fields
                    .iter()
                    .for_each(|(name, value)| gaps(value, &format!("{place}.{name}"), found));
            }
            Value::Array(items) if items.is_empty() => found.push(place.to_owned()),
            Value::Array(items) => items.iter().for_each(|item| gaps(item, place, found)),
            Value::Null => found.push(format!("{place} is absent")),
            _ => {}
        }
    }

    #[test]
    fn nothing_is_left_out() {
        let wording = Wording::new("sv", &sample::activities()).unwrap();
        let mut found = Vec::new();
        gaps(
            &serde_json::to_value(page(&wording)).unwrap(),
            "page",
            &mut found,
        );
        assert!(found.is_empty(), "{found:?}");
    }
}
