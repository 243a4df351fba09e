//! The input of `report.typ`: the page's view, its pictures, the date of the report.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};

use super::super::html::Page;
use super::super::plain::make_plain;
use super::super::template::{Escape, Templates};
use super::fonts::shown;
use crate::error::Error;
use crate::wording::Wording;

pub(super) struct Data(Value);

impl Data {
    /// The view of a page with its pictures drawn.
    ///
    /// # Errors
    /// If the template of a picture is invalid.
    pub(super) fn new(
        page: &Page,
        day: NaiveDate,
        templates: &Templates,
        wording: &Wording,
    ) -> Result<Data, Error> {
        let mut pictures = Map::new();
        for card in page.areas.iter().flat_map(|area| &area.cards) {
            if card.course.shown {
                draw(
                    &mut pictures,
                    &card.course.id,
                    templates.fill("course.svg.hbs", Escape::Html, wording, &card.course)?,
                );
            }
            for chart in card
                .targets
                .iter()
                .map(|goal| &goal.chart)
                .filter(|chart| chart.shown)
            {
                draw(
                    &mut pictures,
                    &chart.id,
                    templates.fill("chart.svg.hbs", Escape::Html, wording, chart)?,
                );
            }
        }
        Data::with(page, day, pictures)
    }

    /// A report with everything: every list has an element, every text a letter.
    ///
    /// # Errors
    /// If the view cannot be serialised in this form.
    pub(super) fn everything(specimen: &Page) -> Result<Data, Error> {
        let mut data = Data::with(specimen, NaiveDate::default(), Map::new())?;
        data.0 = filled(data.0);
        data.0["pictures"] =
            json!({ "x": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>" });
        data.0["day"] = day(NaiveDate::default());
        Ok(data)
    }

    /// A report without anything optional.
    ///
    /// # Errors
    /// If the view cannot be serialised in this form.
    pub(super) fn nothing(empty: &Page) -> Result<Data, Error> {
        Data::with(empty, NaiveDate::default(), Map::new())
    }

    fn with(page: &Page, made_for: NaiveDate, pictures: Map<String, Value>) -> Result<Data, Error> {
        let mut view = serde_json::to_value(page).map_err(|fault| Error::Render {
            what: "report.pdf".to_owned(),
            fault: fault.to_string(),
        })?;
        make_plain(&mut view);
        let mut view = showable(view);
        view["pictures"] = Value::Object(pictures);
        view["day"] = day(made_for);
        Ok(Data(view))
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        self.0.to_string().into_bytes()
    }

    /// Every name that a template may use.
    pub(super) fn names(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        gather(&self.0, &mut names);
        names
    }
}

fn draw(pictures: &mut Map<String, Value>, id: &str, drawing: String) {
    pictures.insert(id.to_owned(), Value::String(shown(&drawing)));
}

fn day(day: NaiveDate) -> Value {
    json!({ "year": day.year(), "month": day.month(), "day": day.day() })
}

/// A view in characters that the fonts have.
fn showable(view: Value) -> Value {
    each_leaf(view, &|leaf| match leaf {
        Value::String(text) => Value::String(shown(&text)),
        other => other,
    })
}

/// A specimen with every text non-empty and every flag true.
fn filled(view: Value) -> Value {
    each_leaf(view, &|leaf| match leaf {
        Value::String(text) if text.is_empty() => json!("x"),
        Value::Bool(_) => json!(true),
        Value::Number(_) => json!(1),
        other => other,
    })
}

fn each_leaf(view: Value, change: &impl Fn(Value) -> Value) -> Value {
    match view {
        Value::Array(items) => Value::Array(
            items
                .into_iter()
                .map(|item| each_leaf(item, change))
                .collect(),
        ),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| (name, each_leaf(value, change)))
                .collect(),
        ),
        leaf => change(leaf),
    }
}

fn gather(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            names.insert(name.clone());
            gather(value, names);
        }),
        Value::Array(items) => items.iter().for_each(|item| gather(item, names)),
        _ => {}
    }
}
