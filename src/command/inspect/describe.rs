//! What is told of a workbook and its sheets, as comments of the agreement file, so that the whole can be pasted.

use crate::gather::cell::Workbook;
use crate::gather::inspect::{
    CellKind, ColumnProfile, ColumnUse, InspectedSheet, MappingTrial, OtherReading, SheetShape,
    is_about_persons, is_in_hours, quoted,
};
use crate::model::agreement::Layout;
use crate::model::finding::{Finding, Phrase};
use crate::privacy::discreet;
use crate::wording::Wording;

/// How many different cells of a column are shown.
const SAMPLES: usize = 3;
/// The longest sample that is shown whole.
const LONGEST: usize = 40;

/// The first line of a workbook.
pub(super) fn heading(shown: &str, sheets: usize, wording: &Wording) -> String {
    let phrase = Phrase::new("ui-inspect-workbook")
        .with("workbook", shown)
        .with("sheets", sheets);
    comments(&[wording.phrase(&phrase)])
}

/// A workbook that cannot be read.
pub(super) fn unread(shown: &str, finding: &Finding, wording: &Wording) -> String {
    comments(&[format!(
        "{shown}: {} {}",
        wording.message(finding),
        wording.remedy(finding)
    )]) + "\n"
}

/// That no sheet gives a source.
pub(super) fn nothing(wording: &Wording) -> String {
    comments(&[wording.text("ui-inspect-nothing")]) + "\n"
}

/// A sheet: its shape, its columns, and what its mapping makes of it.
pub(super) fn sheet(
    sheet: &InspectedSheet,
    outcome: Option<&MappingTrial>,
    others: &[String],
    wording: &Wording,
) -> String {
    let key = if sheet.hidden {
        "ui-inspect-sheet-hidden"
    } else {
        "ui-inspect-sheet"
    };
    let phrase = Phrase::new(key).with("sheet", &sheet.name);
    let mut lines = vec![
        String::new(),
        wording.phrase(&phrase.with("shape", shape(&sheet.view, wording))),
    ];
    if !sheet.formatting_known {
        lines.push(indented(&wording.text("ui-inspect-no-formatting")));
    }
    if let Some((first, last)) = sheet.view.header {
        let rows = if first == last {
            (first + 1).to_string()
        } else {
            format!("{}–{}", first + 1, last + 1)
        };
        lines.push(indented(
            &wording.phrase(&Phrase::new("ui-inspect-header").with("rows", rows)),
        ));
    }
    lines.extend(columns(sheet, wording).iter().map(|line| indented(line)));
    lines.extend(more_days(sheet, wording).map(|line| indented(&line)));
    if let Some(outcome) = outcome {
        lines.extend(
            self::outcome(outcome, wording)
                .iter()
                .map(|line| indented(line)),
        );
    }
    if let Some(heading) = &sheet.view.statistics_by {
        lines.push(indented(&wording.text("ui-inspect-measure")));
        let own = measure_block(&sheet.name, heading);
        lines.extend(own.iter().map(|line| indented(&indented(line))));
    }
    lines.extend(others.iter().map(|line| indented(line)));
    comments(&lines)
}

/// What another reading of sheets would give, a line for each.
pub(super) fn other(
    reading: OtherReading,
    names: &[String],
    workbook: &Workbook,
    trials: &[Option<MappingTrial>],
    wording: &Wording,
) -> Vec<(String, String)> {
    let sheets = workbook.sheets.iter().zip(trials);
    let own = sheets.filter(|(sheet, _)| names.contains(&sheet.name));
    own.map(|(sheet, trial)| {
        let given = trial
            .as_ref()
            .map(|trial| given(trial, wording))
            .unwrap_or_default();
        let line = Phrase::new("ui-inspect-other")
            .with("reading", instead(reading, wording))
            .with("given", given);
        (sheet.name.clone(), wording.phrase(&line))
    })
    .collect()
}

/// What stands before the keys of another reading.
pub(super) fn keys_of_other(reading: OtherReading, wording: &Wording) -> String {
    let phrase = Phrase::new("ui-inspect-instead").with("reading", instead(reading, wording));
    wording.phrase(&phrase)
}

/// A reading in words.
fn instead(reading: OtherReading, wording: &Wording) -> String {
    wording.text(match reading {
        OtherReading::ByWords => "ui-inspect-other-words",
        OtherReading::Counted => "ui-inspect-other-counted",
        OtherReading::Rows => "ui-inspect-other-rows",
        OtherReading::Occasions => "ui-inspect-other-occasions",
        OtherReading::Uncounted => "ui-inspect-other-uncounted",
        OtherReading::ByColumns => "ui-inspect-other-columns",
    })
}

/// How much a source gives of each activity.
fn given(trial: &MappingTrial, wording: &Wording) -> String {
    let sums = trial.sums.iter();
    let sums = sums.map(|(activity, sum)| format!("{activity} {}", wording.quantity(*sum)));
    let sums: Vec<String> = sums.collect();
    if sums.is_empty() {
        wording.phrase(&Phrase::new("ui-inspect-made").with("made", trial.made))
    } else {
        sums.join(" · ")
    }
}

/// The lines that read a sheet of statistics as a measure, for a person to complete.
fn measure_block(sheet: &str, heading: &str) -> Vec<String> {
    let mut lines = vec![
        "[indicators.matt]".to_owned(),
        format!("name = {}", quoted(sheet)),
        "good = \"low\"".to_owned(),
        "[[source.sheet]]".to_owned(),
        format!("name = {}", quoted(sheet)),
        "layout = \"months\"".to_owned(),
        "indicator = \"matt\"".to_owned(),
    ];
    if !heading.is_empty() {
        lines.push(format!("where = {{ {} = \"…\" }}", quoted(heading)));
    }
    lines
}

fn shape(view: &SheetShape, wording: &Wording) -> String {
    wording.text(match view.layout {
        Some(Layout::Log) => "ui-inspect-shape-log",
        Some(Layout::Months) => "ui-inspect-shape-months",
        Some(Layout::Form) => "ui-inspect-shape-form",
        Some(Layout::Statements) => "ui-inspect-shape-statements",
        Some(Layout::Milestones) => "ui-inspect-shape-milestones",
        Some(Layout::Register) => "ui-inspect-shape-register",
        None if view.statistics_by.is_some() => "ui-inspect-shape-years",
        None => "ui-inspect-shape-none",
    })
}

/// Columns of days beside the one that is taken: what stands in them would be left out without a word.
fn more_days(sheet: &InspectedSheet, wording: &Wording) -> Option<String> {
    let is_date = |known: &ColumnUse| *known == ColumnUse::Field("date".to_owned());
    if sheet.view.layout != Some(Layout::Log) || !sheet.uses.iter().any(is_date) {
        return None;
    }
    let columns = sheet.view.columns.iter().zip(&sheet.uses);
    let more: Vec<String> = columns
        .filter(|(seen, known)| seen.kind == CellKind::Date && **known == ColumnUse::Unused)
        .map(|(seen, _)| named(seen))
        .collect();
    let told = Phrase::new("ui-inspect-more-days").with("columns", more.join(", "));
    (!more.is_empty()).then(|| wording.phrase(&told))
}

/// A line a column: heading, what it holds, samples, and what it is taken for.
fn columns(sheet: &InspectedSheet, wording: &Wording) -> Vec<String> {
    let columns = || sheet.view.columns.iter().zip(&sheet.uses);
    // Of months one says what the others say.
    let mut months = columns()
        .filter(|(_, known)| **known == ColumnUse::Month)
        .map(|(seen, _)| &seen.heading.heading);
    let first_to_last = months
        .next()
        .zip(months.next_back())
        .map(|(first, last)| format!("«{first}»–«{last}»"));
    let shown = columns().filter(|(_, known)| **known != ColumnUse::Month);
    let cells: Vec<[String; 4]> = shown
        .map(|(seen, known)| {
            [
                named(seen),
                kind(seen, known, wording),
                samples(seen, wording),
                taken_for(known, wording),
            ]
        })
        .chain(first_to_last.map(|months| {
            let taken = wording.text("ui-inspect-use-month");
            [
                months,
                wording.text("ui-inspect-kind-count"),
                String::new(),
                taken,
            ]
        }))
        .collect();
    let width = |at: usize| {
        cells
            .iter()
            .filter_map(|row| row.get(at))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let (first, second) = (width(0), width(1));
    let line = |[heading, kind, samples, taken]: &[String; 4]| {
        let words = [samples, taken]
            .into_iter()
            .filter(|part| !part.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join("  ");
        format!("{heading:first$}  {kind:second$}  {words}")
            .trim_end()
            .to_owned()
    };
    cells.iter().map(line).collect()
}

fn named(seen: &ColumnProfile) -> String {
    match &seen.heading.under {
        Some(under) => format!("«{under} / {}»", seen.heading.heading),
        None => format!("«{}»", seen.heading.heading),
    }
}

/// What a column holds, as what it is taken for tells it best.
fn kind(seen: &ColumnProfile, known: &ColumnUse, wording: &Wording) -> String {
    let field = if let ColumnUse::Field(field) = known {
        field.as_str()
    } else {
        ""
    };
    let key = match (field, seen.kind) {
        (_, CellKind::Empty) => "ui-inspect-kind-empty",
        ("week", _) | (_, CellKind::Week) => "ui-inspect-kind-week",
        ("month", _) | (_, CellKind::Month) => "ui-inspect-kind-month",
        ("year", _) => "ui-inspect-kind-year",
        (_, CellKind::Count) if *known == ColumnUse::Counted && is_in_hours(seen) => {
            "ui-inspect-kind-hours"
        }
        ("time" | "until", _) => "ui-inspect-kind-time",
        ("hours", _) => "ui-inspect-kind-hours",
        ("minutes", _) => "ui-inspect-kind-minutes",
        (_, CellKind::Date) => "ui-inspect-kind-date",
        (_, CellKind::Count) => "ui-inspect-kind-count",
        (_, CellKind::Time) => "ui-inspect-kind-time",
        (_, CellKind::Mark) => "ui-inspect-kind-mark",
        (_, CellKind::Text) => "ui-inspect-kind-text",
    };
    wording.text(key)
}

/// Some different cells; none of what tells of persons.
fn samples(seen: &ColumnProfile, wording: &Wording) -> String {
    if seen.values.is_empty() {
        return String::new();
    }
    if is_about_persons(seen) {
        return wording.text("ui-inspect-persons");
    }
    let samples = seen.values.iter().take(SAMPLES).map(|value| {
        let value = discreet(value);
        let short: String = value.chars().take(LONGEST).collect();
        if short.len() < value.len() {
            short + "…"
        } else {
            short
        }
    });
    samples.collect::<Vec<_>>().join(" · ")
}

fn taken_for(known: &ColumnUse, wording: &Wording) -> String {
    let name = |name: &str| format!("→ {name}");
    match known {
        ColumnUse::Field(field) => name(field),
        ColumnUse::Counted => name(&wording.text("ui-inspect-use-counted")),
        ColumnUse::Partner(partner) => name(&format!("partners.{partner}")),
        ColumnUse::Filter => name("where"),
        ColumnUse::Month | ColumnUse::Unused => String::new(),
    }
}

/// What the mapping makes of the sheet.
fn outcome(outcome: &MappingTrial, wording: &Wording) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(
        outcome
            .span
            .map(|span| wording.phrase(&Phrase::new("ui-inspect-span").with("span", span))),
    );
    let rows = Phrase::new("ui-inspect-rows")
        .with("used", outcome.used)
        .with("left", outcome.unused);
    lines.push(wording.phrase(&rows));
    if !outcome.counted.is_empty() {
        let rows = Phrase::new("ui-inspect-counted").with("rows", outcome.counted.as_str());
        lines.push(wording.phrase(&rows.with("given", given(outcome, wording))));
    }
    for (why, rows) in &outcome.left {
        lines.push(wording.left(*why, rows));
    }
    lines.extend(outcome.findings.iter().map(|finding| {
        let cell = finding
            .place
            .cell
            .as_ref()
            .map(|cell| format!("{cell}: "))
            .unwrap_or_default();
        format!(
            "{cell}{} {}",
            discreet(&wording.message(finding)),
            wording.remedy(finding)
        )
    }));
    lines
}

fn indented(line: &str) -> String {
    format!("  {line}")
}

/// A line as a comment.
pub(super) fn comment(line: &str) -> String {
    comments(&[line.to_owned()])
}

/// The lines as comments. Control signs would end a comment, or be no TOML.
fn comments(lines: &[String]) -> String {
    let plain = |line: &String| line.replace(char::is_control, " ");
    lines
        .iter()
        .map(|line| format!("# {}", plain(line)).trim_end().to_owned() + "\n")
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stay_comments() {
        assert_eq!(comments(&["a\nb".to_owned(), String::new()]), "# a b\n#\n");
    }
}
