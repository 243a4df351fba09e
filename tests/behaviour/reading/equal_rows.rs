//! Rows that several tables of a source tell of, each in its own way: sums of months, days of two orders.

use chrono::NaiveDate;
use lofte::gather::gather;
use lofte::gather::isolate::Isolation;
use lofte::model::finding::{FindingKind, Repetition};

use super::copies::agreement;

/// The least and the most that tables in plain text give from 2023-02 to the end of a month, and how their rows are repeated.
fn gathered(tables: &[(&str, &str)], month: u32) -> (u64, u64, Vec<Repetition>) {
    let room = tempfile::tempdir().unwrap();
    for (name, lines) in tables.iter().chain(&[(
        "kommunen/Egen.csv",
        "Datum;Antal;Plats\n2022-01-01;1;Torget",
    )]) {
        let path = room.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, lines).unwrap();
    }
    let as_of = NaiveDate::from_ymd_opt(2024, 1, 5).unwrap();
    let checked = gather(&agreement(), room.path(), as_of, &Isolation::InProcess).unwrap();
    let end = NaiveDate::from_ymd_opt(2023, month + 1, 1).unwrap();
    let (mut least, mut most) = (0, 0);
    for one in checked
        .value
        .activities
        .iter()
        .filter(|one| one.date.from < end)
    {
        if one.date.to < end {
            least += one.value.low().in_hundredths() / 100;
        }
        most += one.value.high().unwrap().in_hundredths() / 100;
    }
    let how = checked
        .findings
        .iter()
        .filter_map(|finding| match finding.kind {
            FindingKind::RepeatedRows { how, .. } => Some(how),
            _ => None,
        });
    (least, most, how.collect())
}

const LOG: &str = "Datum;Antal;Plats\n2023-02-03;4;Torget\n2023-02-09;5;Skolan\n2023-04-02;6;Parken\n2023-04-20;2;Hamnen\n2023-05-11;3 st;Torget\n";

#[test]
fn a_table_of_sums_may_lack_a_month_of_which_nothing_was_a_number() {
    let sums = "Datum;Antal;Plats\nfebruari;9;\napril;8;\nTotalsumma;17;\n";
    let (least, most, how) = gathered(
        &[("polisen/Logg.csv", LOG), ("polisen/Pivot.csv", sums)],
        11,
    );
    assert_eq!((least, most, how), (20, 37, vec![Repetition::PerhapsSums]));
    // Where as much is left over as has sums, they are rows of their own.
    let others = "Datum;Antal;Plats\nfebruari;9;\nmaj;8;\n";
    let (least, most, how) = gathered(
        &[("polisen/Logg.csv", LOG), ("polisen/Hamn.csv", others)],
        11,
    );
    assert_eq!((least, most, how), (37, 37, vec![]));
}

#[test]
fn a_table_of_sums_may_be_of_rows_of_which_it_is_not_known_whether_they_count() {
    let log = "Datum;Antal;Plats\n2023-02-03;4;Torget\n2023-02-09;5;Skolan\n;;\n* preliminärt;;\n2023-03-03;3;Vallen\n2023-03-08;6;Parken\n2023-04-20;2;Hamnen\n";
    let sums = "Datum;Antal;Plats\nfebruari;9;\nmars;9;\napril;2;\nTotalsumma;20;\n";
    let (least, most, how) = gathered(
        &[("polisen/Logg.csv", log), ("polisen/Pivot.csv", sums)],
        11,
    );
    assert_eq!((least, most, how), (9, 40, vec![Repetition::PerhapsSums]));
}

#[test]
fn a_delivery_of_rows_whose_days_are_uncertain_is_as_uncertain() {
    // The ninth of May or the fifth of September: the log's own days are of both orders.
    let log = "Datum;Antal;Plats\n2/25/2023;4;Torget\n27/3/2023;5;Skolan\n5/9/2023;6;Parken\n21/4/2023;2;Hamnen\n";
    let delivered = "Datum;Antal;Plats\n5/9/2023;6;Parken\n21/4/2023;2;Hamnen\n27/3/2023;5;Skolan\n22/4/2023;1;Vallen\n";
    let tables = [("polisen/Logg.csv", log), ("polisen/Del 2.csv", delivered)];
    assert_eq!(gathered(&tables, 6), (12, 18, vec![Repetition::Same]));
    assert_eq!(gathered(&tables, 11), (18, 18, vec![Repetition::Same]));
}
