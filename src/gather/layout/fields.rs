//! The mapped words of a row, the partners they name, and the identity of the row.

use std::collections::{BTreeMap, BTreeSet};

use super::amount;
use super::cells::Cells;
use super::task::SheetTask;
use crate::gather::value;
use crate::model::activity::{Activity, Field};
use crate::model::agreement::{Agreement, Partner};
use crate::model::fields::Fields;
use crate::text::same_words;

/// Fields that never name school years.
const NO_GRADES: &[&str] = &[
    "date", "week", "month", "year", "time", "until", "hours", "minutes", "persons", "partners",
    "place", "case", "answered", "request", "note", "value",
];

/// Every mapped cell except the counted number, by field: of those `asked` for, if not all are.
pub(crate) fn of_row(
    task: &SheetTask<'_>,
    cells: &Cells<'_>,
    year: Option<i32>,
    asked: Option<&BTreeSet<String>>,
) -> Fields {
    let is_asked = |name: &str| asked.is_none_or(|asked| asked.contains(name));
    let mapped = cells
        .fields()
        .filter(|(name, _)| *name != "count" && is_asked(name));
    let mut fields: Fields = mapped
        .map(|(name, mapped)| {
            if cells.is_displaced(mapped) {
                let field = Field {
                    unsure: true,
                    ..Field::default()
                };
                return (name, field);
            }
            let field = value::field(mapped.cell, year);
            let asked = task.mapping.columns.get(name);
            let unsure = field.unsure || asked.is_some_and(|asked| cells.is_unknown_mark(asked));
            let mut field = Field { unsure, ..field };
            if !NO_GRADES.contains(&name) {
                field.words.extend(value::grades(mapped.cell));
            }
            (name, field)
        })
        .collect();
    if is_asked("minutes")
        && fields.get("minutes").is_none()
        && let Some(minutes) = amount::minutes(cells)
    {
        // A length computed from several cells has no text.
        fields.insert(
            "minutes",
            Field {
                number: Some(minutes),
                marked: true,
                ..Field::default()
            },
        );
    }
    if let Some(field) = fields.get_mut("partners") {
        name_partners(task.agreement, field);
    }
    if is_asked("partners") && !task.mapping.partner_columns.is_empty() {
        let marks = partner_marks(task, cells, year);
        let mut field = fields.get("partners").cloned().unwrap_or_default();
        let texts = [std::mem::take(&mut field.text), marks.text];
        field.text = texts
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        field.marked |= marks.marked;
        field.words.extend(marks.words);
        field.perhaps.extend(marks.perhaps);
        fields.insert("partners", field);
    }
    fields
}

/// Adds the ids of the partners named in a field.
fn name_partners(agreement: &Agreement, field: &mut Field) {
    let called = |partner: &Partner, word: &str| {
        let names = [&partner.id, &partner.name]
            .into_iter()
            .chain(&partner.also);
        names.into_iter().any(|name| same_words(name, word))
    };
    let words: Vec<&str> = field
        .words
        .iter()
        .chain([&field.text])
        .map(String::as_str)
        .collect();
    let named = agreement
        .partners
        .iter()
        .filter(|partner| words.iter().any(|word| called(partner, word)));
    let mut ids: Vec<String> = named.map(|partner| partner.id.clone()).collect();
    ids.retain(|id| !field.words.contains(id));
    field.words.extend(ids);
}

/// The partners whose columns are marked: their ids and the headings.
fn partner_marks(task: &SheetTask<'_>, cells: &Cells<'_>, year: Option<i32>) -> Field {
    let mut field = Field::default();
    let mut headings = Vec::new();
    for (partner, columns) in &task.mapping.partner_columns {
        for column in columns {
            let Some(mapped) = cells.at(column) else {
                continue;
            };
            let own = value::field(mapped.cell, year);
            let elsewhere = cells.is_displaced(mapped);
            if !own.marked && !elsewhere {
                continue;
            }
            let unsure = elsewhere || own.unsure || cells.is_unknown_mark(column);
            let words = if unsure {
                &mut field.perhaps
            } else {
                &mut field.words
            };
            for word in [partner, &column.heading] {
                if !words.contains(word) {
                    words.push(word.clone());
                }
            }
            if !unsure {
                field.marked = true;
                headings.push(column.heading.clone());
            }
        }
    }
    field.text = headings.join(", ");
    field
}

/// Gives activities their identity, in place of the heading of their column.
pub(crate) fn identify(activities: &mut [Activity]) {
    for activity in activities {
        activity.content = activity.identity(&activity.content, activity.date);
    }
}

/// Numbers activities of a sheet with the same identity, in their order.
pub(crate) fn number_equals(activities: &mut [Activity]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for activity in activities {
        let times = seen.entry(activity.content.clone()).or_default();
        *times += 1;
        if *times > 1 {
            activity.content = format!("{}-{times}", activity.content);
        }
    }
}
