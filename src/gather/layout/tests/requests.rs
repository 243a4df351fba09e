//! Requests and their answers.

use super::*;

#[test]
fn requests_are_answered_by_a_date_a_mark_or_not() {
    let answered = mapping(
        Layout::Log,
        activity("klotter"),
        &[("date", "Anmält"), ("answered", "Sanerat")],
    );
    let rows = [
        "Anmält|Sanerat|Hus",
        "2022-12-28|2/1|A",
        "2023-03-06|ja|B",
        "2023-04-06|planeras|C",
        "2023-05-06||D",
        "2023-05-07|beställt|E",
    ];
    let result = read(answered, &sheet("Ärenden", &rows));
    let answers: Vec<Answer> = result
        .gathered
        .requests
        .iter()
        .map(|request| request.answer)
        .collect();
    let first = Answer::On(DateSpan::day(day("2023-01-02")));
    assert_eq!(
        answers,
        [
            first,
            Answer::SameDay,
            Answer::Not,
            Answer::Not,
            Answer::Not
        ]
    );
    assert_eq!(result.made(), 5);
}

/// The answer to a request of 6 May 2023, case K-1, from a sheet of answers.
fn answer_from(name: &str, rows: &[&str]) -> Answer {
    let columns = [("case", "Nr"), ("answered", "Svar")];
    let result = read(
        mapping(Layout::Log, Gives::Answers("klotter".to_owned()), &columns),
        &sheet(name, rows),
    );
    let asked = mapping(
        Layout::Log,
        activity("klotter"),
        &[("date", "Anmält"), ("case", "Nr"), ("answered", "Klart")],
    );
    let mut requests = read(asked, &sheet("In", &["Nr|Anmält|Klart", "K-1|2023-05-06|"]))
        .gathered
        .requests;
    join(&mut requests, &result.answers);
    requests[0].answer
}

#[test]
fn answers_on_another_sheet_are_joined_by_case() {
    assert_eq!(
        answer_from("Svar", &["Nr|Svar", "k-1|2023-05-09", "K 1|2023-05-07"]),
        Answer::On(DateSpan::day(day("2023-05-07")))
    );
}

#[test]
fn a_row_that_only_asks_is_used() {
    let counts = ["Kallade", "Genomförda"].map(|heading| (heading.to_lowercase(), column(heading)));
    let columns = [("date", "Anmält"), ("answered", "Klart"), ("place", "Hus")];
    let asked = mapping(Layout::Log, Gives::Counts(counts.into()), &columns);
    let rows = [
        "Anmält|Klart|Hus|Kallade|Genomförda",
        "2023-05-06||A||",
        "2023-05-07|2023-05-09|B|1|",
    ];
    let result = read(asked, &sheet("In", &rows));
    assert_eq!(
        (
            result.gathered.requests.len(),
            result.gathered.activities.len()
        ),
        (2, 1)
    );
    assert_eq!(dispositions(&result), (2, 0, 0));
}

#[test]
fn an_answer_is_of_its_sheets_year_and_not_from_before_the_request() {
    assert_eq!(
        answer_from("Svar 2023", &["Nr|Svar", "K-1|7/5", "K-1|2/5"]),
        Answer::On(DateSpan::day(day("2023-05-07")))
    );
}
