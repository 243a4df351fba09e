//! Charts: for each area of the agreement, how much of what is asked is done, beside what the elapsed time asks.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartFont, ChartFormat, ChartLegendPosition, ChartSolidFill,
    Worksheet, XlsxError,
};

use super::super::overview::{short_name, window_name};
use super::cell::{TableCell, Value, cell_text, number};
use super::columns::targets as column;
use super::figures::{Figures, WindowFigures};
use super::reckoning;
use super::sheet::{Columns, Print, SheetTable, made, sheet_name};
use super::texts::Texts;
use crate::model::basis::VerdictRule;
use crate::model::finding::Phrase;
use crate::model::quantity::Amount;

/// The charts stand beside the table, from this column on.
const CHART_COLUMN: u16 = 6;
/// So many columns of the usual width a chart is wide.
const CHART_WIDTH: u16 = 12;
/// The height of a row of cells in pixels.
const ROW_PIXELS: u32 = 21;
const DONE: usize = 3;
const PACE: usize = 4;

/// The bars of one area: its name, and the rows of the table.
pub(super) struct AreaChart {
    name: String,
    rows: std::ops::Range<usize>,
}

/// The table that the charts are drawn of, and the charts.
pub(super) fn table<'a>(
    figures: &'a Figures<'a>,
    targets: &Columns,
    texts: &Texts<'a>,
) -> (SheetTable<'a>, Vec<AreaChart>) {
    let headings = vec![
        texts.column("xlsx-number", 5),
        texts.column("xlsx-id", 56),
        // On one line, as the charts beside the rows are placed by them.
        texts.column("xlsx-area", 52),
        texts.column("xlsx-progress", 12),
        texts.column("xlsx-paced-share", 14),
    ];
    let areas = &texts.edition.agreement.areas;
    let mut drawn: Vec<(usize, usize, &WindowFigures<'_>)> = (figures.windows.iter().enumerate())
        .filter(|(_, window)| window.decides && asked(figures, window).is_some())
        .map(|(index, window)| {
            let area = areas
                .iter()
                .position(|area| Some(&area.id) == window.pledge.area.as_ref());
            (area.unwrap_or(areas.len()), index, window)
        })
        .collect();
    drawn.sort_by_key(|(area, index, _)| (*area, *index));
    let mut charts: Vec<AreaChart> = Vec::new();
    let mut rows = Vec::new();
    for (area, index, window) in drawn {
        let name = areas.get(area).map_or_else(
            || texts.edition.agreement.municipality.clone(),
            |area| area.name.clone(),
        );
        let row = rows.len();
        match charts.last_mut().filter(|chart| chart.name == name) {
            Some(chart) => chart.rows.end = row + 1,
            None => charts.push(AreaChart {
                name: name.clone(),
                rows: row..row + 1,
            }),
        }
        rows.push(vec![
            TableCell::ordinal(window.pledge.number),
            TableCell::text(&label(window, texts)),
            TableCell::text(areas.get(area).map_or("", |area| &area.name)),
            done(figures, window, index + 1, targets),
            pace(window),
        ]);
    }
    let table = texts.table(
        "Progress",
        "xlsx-charts",
        headings,
        made(rows),
        Print::Columns(5),
    );
    (table, charts)
}

/// What a window asks, where it is a number that can be drawn as a part of it.
fn asked(figures: &Figures<'_>, window: &WindowFigures<'_>) -> Option<Amount> {
    let judged = window.window;
    let is_live = reckoning::is_live(figures, window);
    let drawn =
        !judged.withheld && is_live && is_share_of_asked(window) && judged.outcome.is_some();
    let of = if window.target.kind == "share" {
        judged.out_of.map(|whole| whole.low())
    } else {
        judged.required
    };
    of.filter(|of| drawn && *of > Amount::ZERO)
}

/// Whether what was done is so much of what is asked: a time, and a measure, are not.
pub(super) fn is_share_of_asked(window: &WindowFigures<'_>) -> bool {
    !matches!(
        window.basis.map(|basis| &basis.rule),
        Some(
            VerdictRule::Gaps { .. }
                | VerdictRule::Measured { .. }
                | VerdictRule::AnswerTimes { .. }
        )
    )
}

/// «7. Fotpatruller i centrum… (2023)».
fn label(window: &WindowFigures<'_>, texts: &Texts<'_>) -> String {
    format!(
        "{}. {} ({})",
        window.pledge.number,
        short_name(window.pledge),
        window_name(window.window, texts.wording)
    )
}

/// How much is done, from the sheet of targets. `which` says which window; as a column of its own it would only be in the
/// reader's way.
fn done(
    figures: &Figures<'_>,
    window: &WindowFigures<'_>,
    which: usize,
    targets: &Columns,
) -> TableCell {
    let (Some(outcome), Some(of)) = (window.window.outcome, asked(figures, window)) else {
        return TableCell::Empty;
    };
    TableCell::Formula(
        format!(
            "=INDEX({},MATCH({which},{},0))",
            targets.all(column::PROGRESS),
            targets.all(column::WINDOW)
        ),
        Value::Share(number(outcome.low()) / number(of)),
    )
}

/// How much the elapsed time asks: of a share, the promised per cent.
fn pace(window: &WindowFigures<'_>) -> TableCell {
    let judged = window.window;
    let percent = Amount::whole(100);
    match (judged.required, judged.pace) {
        (Some(share), _) if window.target.kind == "share" => TableCell::Percent(share),
        // Of an average the elapsed time asks all that the window asks so far.
        (Some(_), _) if window.target.kind == "average" => TableCell::Percent(percent),
        (Some(required), Some(pace)) if required > Amount::ZERO => {
            TableCell::Percent(percent.part(pace.in_parts(), required.in_parts()))
        }
        _ => TableCell::Empty,
    }
}

/// Draws the charts beside the table, one below the other.
pub(super) fn draw(
    worksheet: &mut Worksheet,
    charts: &[AreaChart],
    texts: &Texts<'_>,
) -> Result<(), XlsxError> {
    let sheet = sheet_name(&texts.wording.text("xlsx-charts"));
    let mut row = 1;
    for area in charts {
        let bars = u32::try_from(area.rows.len()).unwrap_or(u32::MAX);
        let height = bars.saturating_mul(44).saturating_add(120);
        let chart = chart(area, &sheet, height, texts);
        worksheet.insert_chart(row, CHART_COLUMN, &chart)?;
        row = row.saturating_add(height / ROW_PIXELS).saturating_add(2);
    }
    // What is printed reaches past the table.
    if !charts.is_empty() {
        worksheet.set_print_area(0, 0, row, CHART_COLUMN + CHART_WIDTH)?;
    }
    Ok(())
}

fn chart(area: &AreaChart, sheet: &str, height: u32, texts: &Texts<'_>) -> Chart {
    let wording = texts.wording;
    let mut chart = Chart::new_bar();
    // The heading is row 0.
    let (first, last) = (area.rows.start + 1, area.rows.end);
    let rows = |column: usize| {
        let row = |row: usize| u32::try_from(row).unwrap_or(u32::MAX);
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        (sheet, row(first), column, row(last), column)
    };
    for (column, key, colour) in [
        (DONE, "xlsx-progress", 0x1A_5A90),
        (PACE, "xlsx-paced-share", 0xB8_C4CE),
    ] {
        chart
            .add_series()
            .set_name(cell_text(&wording.text(key)).as_str())
            .set_categories(rows(1))
            .set_values(rows(column))
            .set_gap(60)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)));
    }
    chart.title().set_name(cell_text(&area.name).as_str());
    chart
        .title()
        .set_font(ChartFont::new().set_size(12).set_bold());
    // Of bars the upright axis, that of the windows, is the library's y: the first stands at the top, and the scale below.
    let percent = wording.text("xlsx-percent");
    chart.x_axis().set_num_format(percent.as_str()).set_min(0);
    chart
        .y_axis()
        .set_reverse()
        .set_crossing(ChartAxisCrossing::Max);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    let described = Phrase::new("xlsx-chart-described").with("area", area.name.as_str());
    chart
        .set_width(760)
        .set_height(height)
        .set_alt_text(cell_text(&wording.phrase(&described)));
    chart
}
