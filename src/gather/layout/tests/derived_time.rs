//! Sums of time, and numbers that hold those before them.

use super::derived::check;
use super::*;

#[test]
fn rows_about_a_quarter_are_the_sum_of_their_months() {
    let log = monthly_log;
    let rows = [
        "Månad|Antal",
        "Januari|2",
        "Februari|3",
        "Mars|2",
        "Kvartal 1|7",
        "April|1",
        "Maj|4",
        "Juni|2",
        "Kvartal 2|7",
        "Halvår 1|14",
    ];
    check(log(), &rows, (14, 14), &[]);
    check(
        log(),
        &["Månad|Antal", "Januari|2", "Februari|3", "Kvartal 1|6"],
        (5, 11),
        &["perhaps-sum B4"],
    );
    check(
        log(),
        &["Månad|Antal", "Kvartal 1|6", "April|6"],
        (12, 12),
        &[],
    );
    // A month among its days: the same number, or another.
    let log = || {
        mapping(
            Layout::Log,
            activity("besök"),
            &[("date", "Datum"), ("count", "Antal")],
        )
    };
    check(
        log(),
        &["Datum|Antal", "2023-03-04|2", "2023-03-11|3", "Mars|5"],
        (5, 10),
        &["perhaps-sum B4"],
    );
    check(
        log(),
        &["Datum|Antal", "2023-03-04|2", "2023-03-11|3", "Mars|1"],
        (6, 6),
        &[],
    );
}

#[test]
fn cumulative_numbers_give_what_they_have_more() {
    let log = |heading: &str| {
        mapping(
            Layout::Log,
            activity("besök"),
            &[("month", "Månad"), ("count", heading)],
        )
    };
    for heading in [
        "Ackumulerat antal",
        "Antal hittills i år",
        "Antal (ack)",
        "Kumulativt",
    ] {
        let header = format!("Månad|{heading}");
        let rows = [
            header.as_str(),
            "Januari|5",
            "Februari|10",
            "Mars|10",
            "April|20",
        ];
        check(log(heading), &rows, (20, 20), &["cumulative-numbers B1"]);
    }
    // One that falls is doubted.
    let rows = ["Månad|Ackumulerat", "Januari|5", "Februari|10", "Mars|8"];
    check(
        log("Ackumulerat"),
        &rows,
        (10, 18),
        &["cumulative-numbers B1", "perhaps-cumulative B4"],
    );
    // Numbers that only grow, and a total that is the last of them.
    let rows = [
        "Månad|Antal",
        "Januari|5",
        "Februari|10",
        "Mars|15",
        "Summa|15",
    ];
    check(
        log("Antal"),
        &rows,
        (15, 30),
        &["perhaps-cumulative B1", "total-disagrees B5"],
    );
    let rows = [
        "Månad|Antal",
        "Januari|5",
        "Februari|10",
        "Mars|15",
        "Summa|30",
    ];
    check(log("Antal"), &rows, (30, 30), &[]);
}

#[test]
fn cumulative_rows_and_columns_of_months() {
    let months = || mapping(Layout::Months, activity("besök"), &[("type", "Aktivitet")]);
    let rows = ["Aktivitet|jan|feb|mar|Totalt", "Fotpatrull|3|5|8|8"];
    check(months(), &rows, (8, 16), &["perhaps-cumulative E2"]);
    let rows = ["Aktivitet|jan|feb|mar|Totalt", "Fotpatrull|3|5|8|16"];
    check(months(), &rows, (16, 16), &[]);
    for word in ["Ackumulerat", "Hittills i år", "Ack. totalt"] {
        let row = format!("{word}|3|5|8");
        check(
            months(),
            &["Aktivitet|jan|feb|mar", "Fotpatrull|3|2|3", &row],
            (8, 8),
            &[],
        );
    }
}

#[test]
fn a_heading_under_goal_and_outcome_is_the_outcome_and_under_two_places_refused() {
    let log = monthly_log;
    let rows = [
        "Månad|Mål||Utfall|",
        "|Antal|Timmar|Antal|Timmar",
        "Januari|9|1|3|1",
        "Februari|9|1|2|1",
    ];
    check(log(), &rows, (5, 5), &[]);
    let rows = [
        "Månad|Norr||Söder|",
        "|Antal|Timmar|Antal|Timmar",
        "Januari|9|1|3|1",
    ];
    let result = read(log(), &sheet("2023", &rows));
    assert_eq!(
        (codes(&result), result.damaged),
        (vec!["ambiguous-columns D2".to_owned()], true)
    );
    assert!(result.gathered.activities.is_empty());
    let chosen = mapping(
        Layout::Log,
        activity("besök"),
        &[("month", "Månad"), ("count", "Söder/Antal")],
    );
    check(chosen, &rows, (3, 3), &[]);
}

#[test]
fn rows_of_no_whole_things_below_rows_of_whole_ones_are_about_them() {
    let months = || mapping(Layout::Months, activity("besök"), &[("type", "Aktivitet")]);
    let header = "Aktivitet|jan|feb|mar";
    let own = [header, "Norr|3|4|5", "Söder|6|2|1"];
    for (label, numbers) in [
        ("Typiskt område", "4,5|3,1|3,2"),
        ("Per polis", "1,2|0,8|0,7"),
        ("Rullande", "|4,5|4,2"),
    ] {
        let row = format!("{label}|{numbers}");
        let rows = [own.as_slice(), &[&row]].concat();
        let result = read(months(), &sheet("2023", &rows));
        let all = result.gathered.activities.iter();
        let low = all
            .map(|one| one.value.low())
            .fold(Amount::ZERO, Amount::plus);
        let found = codes(&result);
        assert_eq!(low, Amount::whole(21), "{label}");
        assert!(
            found
                .iter()
                .any(|code| code.starts_with("perhaps-compared")),
            "{label}: {found:?}"
        );
    }
    // How many rows there are, and what one has more than another.
    for row in ["Antal områden|3|3|3", "Söder minus Norr|3|2|4"] {
        let rows = [own.as_slice(), &["Öster|1|1|1", row]].concat();
        let result = read(months(), &sheet("2023", &rows));
        let all = result.gathered.activities.iter();
        let low = all
            .map(|one| one.value.low())
            .fold(Amount::ZERO, Amount::plus);
        assert_eq!(low, Amount::whole(24), "{row}");
    }
}
