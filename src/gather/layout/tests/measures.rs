//! Columns of statistics: of a year or a month the one that is named, as statistics write them.

use super::*;
use crate::gather::value::part_heading;

#[test]
fn of_the_columns_of_a_year_the_one_that_is_named_is_read() {
    let rows = [
        "Anmälda brott",
        "Region|2022||2023|",
        "|Antal|Per 100 000|Antal|Per 100 000",
        "Exempelby|31|240,5|34|24 %",
    ];
    let measure = |columns: &[(&str, &str)]| {
        let gives = Gives::Indicator("brott".to_owned());
        read(
            mapping(Layout::Months, gives, columns),
            &sheet("Blad1", &rows),
        )
    };
    let result = measure(&[("value", "Per 100 000"), ("region", "Region")]);
    assert_eq!(codes(&result), [""; 0]);
    let values = result.gathered.indicators["brott"].iter();
    let values: Vec<(String, u64)> = values
        .map(|value| (value.date.to_string(), value.value.in_hundredths()))
        .collect();
    assert_eq!(
        values,
        [
            ("2022-01-01".to_owned(), 24_050),
            ("2023-01-01".to_owned(), 2_400)
        ]
    );
    for (columns, code) in [
        (&[("region", "Region")][..], "ambiguous-columns"),
        (
            &[("value", "Andel"), ("region", "Region")],
            "missing-heading",
        ),
    ] {
        let result = measure(columns);
        assert!(result.damaged && result.gathered.indicators.is_empty());
        assert!(codes(&result)[0].starts_with(code), "{:?}", codes(&result));
    }
}

#[test]
fn quarters_and_months_are_read_as_statistics_write_them() {
    for (heading, days) in [
        ("2022K1", "2022-01-01/2022-03-31"),
        ("2022-Q4", "2022-10-01/2022-12-31"),
        ("2022M03", "2022-03-01/2022-03-31"),
        ("2022kv2", "2022-04-01/2022-06-30"),
    ] {
        let (part, year) = part_heading(heading).unwrap();
        let span = part.of(year.unwrap()).unwrap();
        assert_eq!(format!("{}/{}", span.from, span.to), days, "{heading}");
    }
    for other in ["2022K5", "2022M13", "2022M", "20K1", "2022-12"] {
        assert_eq!(part_heading(other), None, "{other}");
    }
}

#[test]
fn a_measure_that_is_shown_in_per_cent_is_read_so() {
    let gives = Gives::Indicator("otrygga".to_owned());
    let rows = ["Region|2022|2023", "Exempelby|25 %|"];
    let mut shown = sheet("Blad1", &rows);
    shown.rows[1].resize(3, Cell::Empty);
    shown.rows[1][2] = Cell::Number(0.225);
    shown.per_cent = [(1, 2)].into();
    let result = read(
        mapping(Layout::Months, gives, &[("region", "Region")]),
        &shown,
    );
    let values = result.gathered.indicators["otrygga"].iter();
    let values: Vec<u64> = values.map(|value| value.value.in_hundredths()).collect();
    assert_eq!(values, [2_500, 2_250]);
}

#[test]
fn of_the_columns_of_a_month_the_value_of_a_measure_is_read() {
    let gives = || Gives::Indicator("brott".to_owned());
    let rows = [
        "Region|jan 2023||feb 2023|",
        "|Antal|Per 100 000|Antal|Per 100 000",
        "Exempelby|31|240,5|34|250",
    ];
    let columns = [("value", "Per 100 000"), ("region", "Region")];
    let result = read(
        mapping(Layout::Months, gives(), &columns),
        &sheet("Blad1", &rows),
    );
    let values = result.gathered.indicators["brott"].iter();
    let values: Vec<u64> = values.map(|value| value.value.in_hundredths()).collect();
    assert_eq!((values, codes(&result)), (vec![24_050, 25_000], Vec::new()));
    let unsaid = read(
        mapping(Layout::Months, gives(), &columns[1..]),
        &sheet("Blad1", &rows),
    );
    assert!(unsaid.gathered.indicators.is_empty() && unsaid.damaged);
}
