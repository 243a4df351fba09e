//! Cells, grids and mappings out of a fuzzer's bytes: likely enough to be taken for what people write, odd enough to hurt.

use arbitrary::{Arbitrary, Result, Unstructured};
use chrono::{Days, NaiveDate, NaiveTime};
use lofte::gather::cell::{Cell, Sheet};
use lofte::model::agreement::{Column, Gives, Layout, RowFilter, SheetMapping, Test};
use lofte::model::quantity::Amount;

/// Pieces of what people write in cells and over columns.
const PIECES: &[&str] = &[
    "Datum", "Antal", "Plats", "Vecka", "Månad", "År", "Patrull", "Status", "Ärende", "Besvarad", "Timmar", "Minuter", "Klockslag",
    "januari", "Februari", "mars", "jan-22", "dec", "maj", "2022", "2023", "2023-04-15", "2023-13-45", "19/5", "3 mars", "20230415",
    "15.4.2023", "v.12", "v 12", "vecka 9 och 10", "v. 52-1", "v", "53", "mån", "fredag", "ca ", "minst ", "drygt ", "knappt ",
    "högst ", "20-talet", "3-4", "2 st", "55", "0", "1 234", "3,5", "-", "–", "..", ".", "x", "ja", "nej", "några", "inga",
    "Totalt", "Summa", "Samtliga", "Inget att rapportera", "Planerat", "Inställt", "Klart", "Töre", "Sangis", "Polisen", "kommunen",
    "18.00", "21-03", "kl 9", "1:30", "90 min", "2 h", "1,5 tim", " ", "\n", "\u{a0}", ",", "/", ":", ";", "(", ")", "+", "%", "*", "1)",
    "'22", "2022-2023", "999999999999999999999", "0000", "-0", "1e9", "NaN", "²", "½", "Ä", "a\u{308}", "👍", "\u{202e}", "ß", "İ",
];

/// The headings that mappings ask for, all of them among the pieces.
const HEADINGS: &[&str] =
    &["Datum", "Antal", "Plats", "Vecka", "Månad", "År", "Patrull", "Status", "Ärende", "Besvarad", "Timmar", "Minuter", "Klockslag"];

const FIELDS: &[&str] = &[
    "date", "count", "place", "week", "month", "year", "patrol", "status", "case", "answered", "hours", "minutes", "time", "until",
    "persons", "request", "partners", "label", "updated", "step", "due", "done", "from", "to", "value", "audience",
];

/// Words of a few pieces, or any at all.
pub fn words(u: &mut Unstructured<'_>) -> Result<String> {
    if u.ratio(1, 12)? {
        return Ok(u.arbitrary::<&str>()?.chars().take(100).collect());
    }
    let mut text = String::new();
    for _ in 0..u.int_in_range(1..=4)? {
        text += u.choose(PIECES)?;
    }
    Ok(text)
}

fn day(u: &mut Unstructured<'_>) -> Result<NaiveDate> {
    Ok(NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or_default() + Days::new(u.int_in_range(0..=40_541)?))
}

fn time(u: &mut Unstructured<'_>) -> Result<NaiveTime> {
    Ok(NaiveTime::from_num_seconds_from_midnight_opt(u.int_in_range(0..=86_399)?, 0).unwrap_or_default())
}

/// A cell as a reader gives it: texts are never blank, days lie in the years of [`lofte::gather::cell::YEARS`].
pub fn cell(u: &mut Unstructured<'_>) -> Result<Cell> {
    Ok(match u.int_in_range(0..=15)? {
        0..=2 => Cell::Empty,
        3..=7 => match words(u)?.trim() {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        },
        8..=9 => Cell::Number(f64::from(u.int_in_range(0..=60u8)?)),
        10 => Cell::Number(u.arbitrary()?),
        11..=12 => Cell::Date {
            day: Some(day(u)?),
            time: if u.ratio(1, 4)? { Some(time(u)?) } else { None },
            serial: if u.ratio(1, 4)? { Some(u.arbitrary()?) } else { None },
        },
        13 => Cell::Date { day: None, time: None, serial: Some(u.arbitrary()?) },
        14 => Cell::Time(time(u)?),
        _ => match u.int_in_range(0..=2)? {
            0 => Cell::Error("#SAKNAS!".to_owned()),
            1 => Cell::Uncalculated,
            _ => Cell::Bool(u.arbitrary()?),
        },
    })
}

/// One cell.
#[derive(Debug)]
pub struct AnyCell(pub Cell);

impl<'a> Arbitrary<'a> for AnyCell {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<AnyCell> {
        cell(u).map(AnyCell)
    }
}

/// A sheet of up to fourteen rows.
#[derive(Debug)]
pub struct AnySheet(pub Sheet);

impl<'a> Arbitrary<'a> for AnySheet {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<AnySheet> {
        let mut rows = Vec::new();
        for _ in 0..u.int_in_range(0..=14)? {
            let width = u.int_in_range(0..=9)?;
            rows.push((0..width).map(|_| cell(u)).collect::<Result<Vec<Cell>>>()?);
        }
        // Most sheets have a header somewhere.
        if !rows.is_empty() && u.ratio(3, 4)? {
            let at = u.choose_index(rows.len())?;
            let width = u.int_in_range(1..=6)?;
            let named = |u: &mut Unstructured<'_>| Ok(Cell::Text((*u.choose(HEADINGS)?).to_owned()));
            rows[at] = (0..width).map(|_| named(u)).collect::<Result<Vec<Cell>>>()?;
        }
        let mut merged = Vec::new();
        for _ in 0..u.int_in_range(0..=2)? {
            let (top, left) = (u.int_in_range(0..=12)?, u.int_in_range(0..=8)?);
            merged.push((top, left, top + u.int_in_range(0..=3)?, left + u.int_in_range(0..=3)?));
        }
        Ok(AnySheet(Sheet { name: words(u)?, rows, merged, ..Sheet::default() }))
    }
}

fn heading(u: &mut Unstructured<'_>) -> Result<Column> {
    let under = if u.ratio(1, 8)? { Some((*u.choose(HEADINGS)?).to_owned()) } else { None };
    Ok(Column { heading: (*u.choose(HEADINGS)?).to_owned(), under })
}

/// Headings to be asked for.
pub fn headings(u: &mut Unstructured<'_>) -> Result<Vec<Column>> {
    let mut asked = (0..u.int_in_range(1..=6)?).map(|_| heading(u)).collect::<Result<Vec<Column>>>()?;
    asked.sort();
    asked.dedup();
    Ok(asked)
}

/// Makes a mapping out of one of the agreement's: any layout, giving anything, with any columns and conditions.
pub fn mapping(u: &mut Unstructured<'_>, base: &SheetMapping) -> Result<SheetMapping> {
    let layouts =
        [Layout::Log, Layout::Log, Layout::Months, Layout::Form, Layout::Statements, Layout::Milestones, Layout::Register];
    let activity = |u: &mut Unstructured<'_>| Ok((*u.choose(&["besok", "timmar", "samtal", "poster"])?).to_owned());
    let gives = match u.int_in_range(0..=9)? {
        0..=3 => Gives::Activity(activity(u)?),
        4 => Gives::Counts(vec![(activity(u)?, heading(u)?), (activity(u)?, heading(u)?)]),
        5 => Gives::ByColumn { column: heading(u)?, values: vec![(words(u)?, activity(u)?), ("x".to_owned(), activity(u)?)] },
        6 => Gives::Answers(activity(u)?),
        7 => Gives::Statements,
        8 => Gives::Places("byar".to_owned()),
        _ => Gives::Indicator("otrygghet".to_owned()),
    };
    let mut mapping = SheetMapping { layout: *u.choose(&layouts)?, gives, ..base.clone() };
    mapping.columns.clear();
    for _ in 0..u.int_in_range(0..=6)? {
        mapping.columns.insert((*u.choose(FIELDS)?).to_owned(), heading(u)?);
    }
    if u.ratio(1, 4)? {
        mapping.partner_columns.insert("kommunen".to_owned(), vec![heading(u)?]);
    }
    if u.ratio(1, 3)? {
        let test = match u.int_in_range(0..=4)? {
            0 => Test::Marked(u.arbitrary()?),
            1 => Test::AnyOf(vec![words(u)?]),
            2 => Test::AtLeast(Amount::hundredths(u.arbitrary()?)),
            3 => Test::InPlaces("byar".to_owned()),
            _ => Test::Between(time(u)?, time(u)?),
        };
        mapping.only_rows.push(RowFilter { column: heading(u)?, test });
    }
    Ok(mapping)
}

/// The agreement that mappings belong to.
pub const AGREEMENT: &str = r#"
title = "Prov"
municipality = "Prov"
police_area = "Prov"
from = 2022-01-01
to = 2023-12-31
language = "sv"
[partners.kommunen]
name = "Kommunen"
[activities.besok]
one = "besök"
many = "besök"
[activities.timmar]
one = "timme"
many = "timmar"
unit = "hours"
[activities.samtal]
one = "samtal"
many = "samtal"
persons = true
[activities.poster]
one = "timme"
many = "timmar"
unit = "hours"
[places.byar]
names = ["Töre", "Sangis"]
[indicators.otrygghet]
name = "Otrygg"
source = "Prov"
good = "low"
[[pledge]]
id = "besok"
text = "Besök"
responsible = ["kommunen"]
[[pledge.target]]
of = "besok"
at_least = 1
over = "year"
[[source]]
partner = "kommunen"
files = "*.xlsx"
[[source.sheet]]
layout = "log"
activity = "besok"
columns = { date = "Datum" }
"#;
