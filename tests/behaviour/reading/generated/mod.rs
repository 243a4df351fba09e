//! Any activities, laid out as a workbook in any of the known shapes, with whatever people have around their tables: they come
//! back as they were, each with its cell, nothing lost, nothing doubled, every row accounted for.

pub(crate) mod expected_rows;
pub(crate) mod made;
pub(crate) mod sheet;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use crate::setup::program;
use chrono::{Datelike, NaiveDate};
use expected_rows::{agreement, agreement_text, line, lines, sorted, take};
use lofte::gather::cell::{Cell, Sheet};
use lofte::gather::gather;
use lofte::gather::isolate::{AgreementReader, Isolation, Limits, ReaderPool};
use lofte::gather::layout::RowDisposition;
use lofte::model::span::DateSpan;
use made::{Act, Count, MONTHS, PLACES, acts, counts, number, text};
use proptest::prelude::*;
use sheet::{Table, clutter, write_csv, write_xlsx};

const LOG: &str = "[[source.sheet]]\nlayout = \"log\"\nactivity = \"besok\"\ncolumns = { date = \"Datum\", count = \"Antal\", place = \"Plats\" }";

fn log_table(acts: &[Act], dated: fn(&Act) -> Cell) -> Table {
    let row = |act: &Act| vec![dated(act), act.count.cell.clone(), text(act.place)];
    Table {
        summed: vec![1],
        notes_under: vec![0, 2],
        ..Table::new(&["Datum", "Antal", "Plats"], acts.iter().map(row).collect())
    }
}

fn day(act: &Act) -> DateSpan {
    DateSpan::day(act.day)
}

fn exact(things: u64) -> Count {
    Count {
        cell: number(things),
        low: things,
        high: Some(things),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_row_an_occasion(acts in acts(), clutter in clutter()) {
        let laid = clutter.lay("Logg", &log_table(&acts, Act::dated));
        let taken = take(&agreement(LOG), &laid);
        let made = acts.iter().enumerate().map(|(row, act)| line("besok", day(act), &act.count, &laid.cell(row, 1)));
        prop_assert_eq!(lines(&taken.gathered), sorted(made.collect()), "{:?}", laid.sheet);
        let used = taken.dispositions.values().filter(|fate| **fate == RowDisposition::Used).count();
        prop_assert_eq!(used, acts.len());
    }

    #[test]
    fn days_without_a_year_on_a_sheet_a_year(acts in acts(), clutter in clutter()) {
        let years: BTreeSet<i32> = acts.iter().map(|act| act.day.year()).collect();
        for year in years {
            let acts: Vec<Act> = acts.iter().filter(|act| act.day.year() == year).cloned().collect();
            let laid = clutter.lay(&year.to_string(), &log_table(&acts, Act::dated_in_year));
            let taken = take(&agreement(LOG), &laid);
            let made = acts.iter().enumerate().map(|(row, act)| line("besok", day(act), &act.count, &laid.cell(row, 1)));
            prop_assert_eq!(lines(&taken.gathered), sorted(made.collect()), "{:?}", laid.sheet);
        }
    }

    #[test]
    fn a_row_that_counts_as_one_stands_at_its_date(acts in acts(), clutter in clutter()) {
        let rows = acts.iter().map(|act| vec![act.dated(), text(act.place)]).collect();
        let laid = clutter.lay("Logg", &Table::new(&["Datum", "Plats"], rows));
        let mapping = "[[source.sheet]]\nlayout = \"log\"\nactivity = \"besok\"\ncolumns = { date = \"Datum\", place = \"Plats\" }";
        let taken = take(&agreement(mapping), &laid);
        let made = acts.iter().enumerate().map(|(row, act)| line("besok", day(act), &exact(1), &laid.cell(row, 0)));
        prop_assert_eq!(lines(&taken.gathered), sorted(made.collect()), "{:?}", laid.sheet);
    }

    #[test]
    fn months_as_columns(
        figures in proptest::collection::btree_map((0usize..4, 0usize..9), counts(), 1..20),
        clutter in clutter(), short in any::<bool>(), total in any::<bool>(),
    ) {
        let name = |month: &&str| if short { month.chars().take(3).collect::<String>() } else { (*month).to_string() };
        let mut headings = vec!["Plats".to_owned()];
        headings.extend(MONTHS.iter().map(name));
        headings.extend(total.then(|| "Totalt".to_owned()));
        let rows = (0..4).map(|place| {
            let mut row = vec![text(PLACES[place])];
            row.extend((0..12).map(|month| figures.get(&(place, month)).map_or(Cell::Empty, |count| count.cell.clone())));
            row.extend(total.then_some(Cell::Number(999.0)));
            row
        });
        // Groups keep the columns in their order, as months have theirs.
        let groups = Some(vec![(1, 12, "2023".to_owned())]);
        let table = Table { headings, rows: rows.collect(), summed: (1..13).collect(), notes_under: vec![], groups };
        let laid = clutter.lay("Per månad", &table);
        let mapping = "[[source.sheet]]\nlayout = \"months\"\nactivity = \"besok\"\ncolumns = { place = \"Plats\" }";
        let taken = take(&agreement(mapping), &laid);
        let made = figures.iter().map(|((place, month), count)| {
            line("besok", DateSpan::month(2023, *month as u32 + 1).unwrap(), count, &laid.cell(*place, month + 1))
        });
        prop_assert_eq!(lines(&taken.gathered), sorted(made.collect()), "{:?}", laid.sheet);
    }

    #[test]
    fn months_as_rows(
        figures in proptest::collection::btree_map(0i32..21, counts(), 1..21), clutter in clutter(), named in any::<bool>(),
    ) {
        let month = |at: i32| (2022 + at / 12, (at % 12) as usize);
        let rows = figures.iter().map(|(at, count)| {
            let (year, month) = month(*at);
            let when = if named { format!("{} {year}", MONTHS[month]) } else { format!("{year}-{:02}", month + 1) };
            vec![text(when), count.cell.clone()]
        });
        let table = Table { summed: vec![1], ..Table::new(&["Månad", "Antal"], rows.collect()) };
        let laid = clutter.lay("Blad1", &table);
        let mapping = "[[source.sheet]]\nlayout = \"log\"\nactivity = \"besok\"\ncolumns = { month = \"Månad\", count = \"Antal\" }";
        let taken = take(&agreement(mapping), &laid);
        let made = figures.iter().enumerate().map(|(row, (at, count))| {
            let (year, month) = month(*at);
            line("besok", DateSpan::month(year, month as u32 + 1).unwrap(), count, &laid.cell(row, 1))
        });
        prop_assert_eq!(lines(&taken.gathered), sorted(made.collect()), "{:?}", laid.sheet);
    }

    #[test]
    fn weeks_as_rows(figures in proptest::collection::btree_map(1u32..39, counts(), 1..20), clutter in clutter(), way in 0u8..5) {
        let rows = figures.iter().map(|(week, count)| {
            let when = match way {
                0 => number(u64::from(*week)),
                1 => text(format!("v.{week}")),
                2 => text(format!("v {week}")),
                3 => text(format!("Vecka {week}")),
                _ => text(format!("2023-W{week:02}")),
            };
            vec![when, count.cell.clone()]
        });
        let table = Table { summed: vec![1], ..Table::new(&["Vecka", "Antal"], rows.collect()) };
        let laid = clutter.lay("2023", &table);
        let mapping = "[[source.sheet]]\nlayout = \"log\"\nactivity = \"besok\"\ncolumns = { week = \"Vecka\", count = \"Antal\" }";
        let taken = take(&agreement(mapping), &laid);
        let made = figures.iter().enumerate().map(|(row, (week, count))| {
            line("besok", DateSpan::iso_week(2023, *week).unwrap(), count, &laid.cell(row, 1))
        });
        prop_assert_eq!(lines(&taken.gathered), sorted(made.collect()), "{:?}", laid.sheet);
    }

    #[test]
    fn several_counts_in_a_row_under_merged_groups(
        acts in acts(), others in proptest::collection::vec(proptest::option::of(counts()), 14), clutter in clutter(),
    ) {
        let rows = acts.iter().zip(&others).map(|(act, other)| {
            let other = other.as_ref().map_or(Cell::Empty, |count| count.cell.clone());
            vec![act.dated(), act.count.cell.clone(), number(90), other, number(45)]
        });
        let groups = Some(vec![(1, 2, "Stadskärnan".to_owned()), (3, 4, "Byarna".to_owned())]);
        let table = Table {
            summed: vec![1, 3],
            groups,
            ..Table::new(&["Datum", "Antal", "Minuter", "Antal", "Minuter"], rows.collect())
        };
        let laid = clutter.lay("Logg", &table);
        let mapping = "[[source.sheet]]\nlayout = \"log\"\ncolumns = { date = \"Datum\" }\ncounts = { besok = { heading = \"Antal\", under = \"Stadskärnan\" }, samtal = { heading = \"Antal\", under = \"Byarna\" } }";
        let taken = take(&agreement(mapping), &laid);
        let mut made = Vec::new();
        for (row, (act, other)) in acts.iter().zip(&others).enumerate() {
            made.push(line("besok", day(act), &act.count, &laid.cell(row, 1)));
            made.extend(other.as_ref().map(|count| line("samtal", day(act), count, &laid.cell(row, 3))));
        }
        prop_assert_eq!(lines(&taken.gathered), sorted(made), "{:?}", laid.sheet);
    }

    #[test]
    fn marks_of_partners(acts in acts(), marks in proptest::collection::vec((any::<bool>(), any::<bool>()), 14), clutter in clutter()) {
        let mark = |there: bool| if there { text("x") } else { Cell::Empty };
        let rows = acts.iter().zip(&marks).map(|(act, marks)| vec![act.dated(), text(act.place), mark(marks.0), mark(marks.1)]);
        let laid = clutter.lay("Logg", &Table::new(&["Datum", "Plats", "Fritid", "Skola"], rows.collect()));
        let mapping = "[[source.sheet]]\nlayout = \"log\"\nactivity = \"besok\"\ncolumns = { date = \"Datum\", place = \"Plats\" }\npartners = { kommunen = \"Fritid\", skolan = \"Skola\" }";
        let taken = take(&agreement(mapping), &laid);
        prop_assert_eq!(taken.gathered.activities.len(), acts.len());
        for (row, ((act, marks), read)) in acts.iter().zip(&marks).zip(&taken.gathered.activities).enumerate() {
            prop_assert_eq!((&read.origin.cell, read.date), (&laid.cell(row, 0), day(act)));
            let words = read.fields.get("partners").map(|field| field.words.clone()).unwrap_or_default();
            for (there, partner) in [(marks.0, "kommunen"), (marks.1, "skolan")] {
                prop_assert_eq!(words.iter().any(|word| word == partner), there, "{} {:?}", partner, laid.sheet);
            }
        }
    }

    #[test]
    fn tables_side_by_side(acts in acts(), clutter in clutter()) {
        // A table of something else with its own dates stands to the left.
        let rows = acts.iter().map(|act| vec![text("2021-01-01"), number(7), Cell::Empty, act.dated(), act.count.cell.clone(), text(act.place)]);
        let table = Table {
            groups: Some(vec![]),
            notes_under: vec![],
            ..Table::new(&["Datum", "Bilar", "", "Datum", "Antal", "Plats"], rows.collect())
        };
        let laid = clutter.lay("Logg", &table);
        let taken = take(&agreement(LOG), &laid);
        let made = acts.iter().enumerate().map(|(row, act)| line("besok", day(act), &act.count, &laid.cell(row, 4)));
        prop_assert_eq!(lines(&taken.gathered), sorted(made.collect()), "{:?}", laid.sheet);
    }

    #[test]
    fn registers_statements_and_steps(
        due in proptest::collection::vec(proptest::option::of((0u64..600, any::<bool>())), 1..5), clutter in clutter(),
    ) {
        let start = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
        let days: Vec<Option<(NaiveDate, bool)>> =
            due.iter().map(|due| due.map(|(days, done)| (start + chrono::Days::new(days), done))).collect();
        let date = |day: NaiveDate| Cell::Date { day: Some(day), time: None, serial: None };
        let rows = days.iter().zip(PLACES).map(|(day, name)| {
            let (due, done) = day.map_or((Cell::Empty, Cell::Empty), |(day, done)| (date(day), if done { date(day) } else { text("Pågår") }));
            vec![text(name), due, done]
        });
        let table = Table { notes_under: vec![], ..Table::new(&["Steg", "Senast", "Klart"], rows.collect()) };
        let laid = clutter.lay("Blad1", &table);

        let steps = take(&agreement("[[source.sheet]]\nlayout = \"milestones\"\nactivity = \"besok\"\ncolumns = { step = \"Steg\", due = \"Senast\", done = \"Klart\" }"), &laid);
        let read: Vec<_> = steps.gathered.milestones.iter().map(|step| (step.step.as_str(), step.due, step.done, step.origin.cell.clone())).collect();
        let made: Vec<_> = days.iter().zip(PLACES).enumerate().map(|(row, (day, name))| {
            let done = day.filter(|(_, done)| *done).map(|(day, _)| Some(DateSpan::day(day)));
            (name, day.map(|(day, _)| day), done, laid.cell(row, 0))
        }).collect();
        prop_assert_eq!(read, made, "{:?}", laid.sheet);

        let register = take(&agreement("[[source.sheet]]\nlayout = \"register\"\nplaces = \"byar\"\ncolumns = { place = \"Steg\", from = \"Senast\" }"), &laid);
        let read: Vec<_> = register.gathered.places["byar"].iter().map(|place| (place.name.as_str(), place.from)).collect();
        let made: Vec<_> = days.iter().zip(PLACES).map(|(day, name)| (name, day.map(|(day, _)| day))).collect();
        prop_assert_eq!(read, made, "{:?}", laid.sheet);

        let statements = take(&agreement("[[source.sheet]]\nlayout = \"statements\"\ncolumns = { label = \"Steg\", status = \"Klart\", updated = \"Senast\" }"), &laid);
        let read: Vec<_> = statements.gathered.statements.iter().map(|one| (one.label.as_str(), one.updated.map(|day| day.from))).collect();
        prop_assert_eq!(read, days.iter().zip(PLACES).map(|(day, name)| (name, day.map(|(day, _)| day))).collect::<Vec<_>>());
    }
}

/// Sheets of forms, one an occasion, label and value side by side.
fn forms(acts: &[Act]) -> Vec<Sheet> {
    let form = |(number, act): (usize, &Act)| Sheet {
        name: format!("Tillfälle {number}"),
        rows: vec![
            vec![text("Rapport efter besök")],
            vec![],
            vec![Cell::Empty, text("Datum:"), act.dated()],
            vec![Cell::Empty, text("Plats:"), text(act.place)],
            vec![Cell::Empty, text("Antal:"), act.count.cell.clone()],
        ],
        ..Sheet::default()
    };
    acts.iter().enumerate().map(form).collect()
}

/// Reads what lies in `room` with workbooks opened in a process of their own, as `run` does.
fn gathered(sheets: &str, room: &std::path::Path) -> (Vec<String>, Vec<String>) {
    let texts =
        serde_json::json!({ "id": "prov", "agreement": agreement_text(sheets), "includes": {} });
    let limits = Limits {
        clock: Duration::from_secs(300),
        ..Limits::default()
    };
    let arguments = vec!["gather-one".to_owned()];
    let reader = AgreementReader {
        pool: ReaderPool::new(PathBuf::from(program::LOFTE), arguments, limits).into(),
        agreement: texts.to_string().into(),
        cache: None,
    };
    let checked = gather(
        &agreement(sheets),
        room,
        "2023-10-05".parse().unwrap(),
        &Isolation::Child(reader),
    )
    .unwrap();
    for account in checked
        .value
        .accounts
        .iter()
        .flat_map(|account| &account.sheets)
    {
        assert_eq!(
            account.rows_read,
            account.rows_used + account.skipped + account.rejected,
            "{account:?}"
        );
    }
    let about_files = checked
        .findings
        .iter()
        .filter(|finding| finding.place.sheet.is_none());
    (
        lines(&checked.value),
        about_files.map(|finding| format!("{finding:?}")).collect(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn files_of_every_kind_that_is_written_here(acts in acts(), clutters in (clutter(), clutter(), clutter())) {
        let room = tempfile::tempdir().unwrap();
        std::fs::create_dir(room.path().join("polisen")).unwrap();
        let mut made = Vec::new();
        let thirds: Vec<&[Act]> = acts.chunks(acts.len().div_ceil(3)).collect();
        for ((part, clutter), kind) in thirds.iter().zip([&clutters.0, &clutters.1, &clutters.2]).zip(["xlsx", "csv", "tsv"]) {
            let laid = clutter.lay("Logg", &log_table(part, Act::dated));
            let path = room.path().join(format!("polisen/Del {kind}.{kind}"));
            match kind {
                "xlsx" => write_xlsx(&[&laid.sheet], &path),
                "csv" => write_csv(&laid.sheet, &path, ";"),
                _ => write_csv(&laid.sheet, &path, "\t"),
            }
            made.extend(part.iter().enumerate().map(|(row, act)| line("besok", day(act), &act.count, &laid.cell(row, 1))));
        }
        prop_assert_eq!(gathered(LOG, room.path()), (sorted(made), vec![]));
    }

    #[test]
    fn a_workbook_of_forms(acts in acts()) {
        let room = tempfile::tempdir().unwrap();
        std::fs::create_dir(room.path().join("polisen")).unwrap();
        let sheets = forms(&acts);
        write_xlsx(&sheets.iter().collect::<Vec<_>>(), &room.path().join("polisen/Rapporter.xlsx"));
        let mapping = "[[source.sheet]]\nname = \"Tillfälle*\"\nlayout = \"form\"\nactivity = \"besok\"\ncolumns = { date = \"Datum\", count = \"Antal\", place = \"Plats\" }";
        let made = acts.iter().map(|act| line("besok", day(act), &act.count, "C5"));
        prop_assert_eq!(gathered(mapping, room.path()), (sorted(made.collect()), vec![]));
    }
}
