#![allow(clippy::unwrap_used)]

use super::*;

#[test]
fn the_days_of_promises_move_and_what_was_done_stays_behind() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let old = r#"title = "Löfte 2022–2023"   # namnet
from = 2022-01-01
to = 2023-12-31
[calendar]
lov = [
    { name = "Lov 2022-02-28", from = 2022-02-28, to = 2022-03-06 },  # 2022-02-28
    2024-02-29,
]
[[pledge]]
id = "a"
text = """
from = 2022-01-01
"""
[[pledge.target]]
kind = "milestone"
steps = [{ text = "Klart 2022-05-01", by = 2022-05-01, done = 2022-04-30 }]
[[pledge.target]]
of = "x"
more_than = { value = 3, from = 2021-01-01, to = 2021-12-31 }
[[pledge.note]]
period = "2022-03"
why = "Vakant"
[[source]]
files = "x*.xlsx"
[[ruling]]
why = "Så"
[indicators.i]
values = [{ date = 2022-11-01, value = 2 }]
"#;
    let term = NewTerm {
        from: day("2024-01-01"),
        to: day("2025-12-31"),
        title: None,
    };
    let nothing = LastOutcomes::default();
    let new = successor(old, day("2022-01-01"), day("2023-12-31"), &term, &nothing);
    assert_eq!(
        new,
        r#"title = "Löfte 2024–2025"   # namnet
from = 2024-01-01
to = 2025-12-31
[calendar]
lov = [
    { name = "Lov 2022-02-28", from = 2024-02-28, to = 2024-03-06 },  # 2022-02-28
    2026-02-28,
]
[[pledge]]
id = "a"
text = """
from = 2022-01-01
"""
[[pledge.target]]
kind = "milestone"
steps = [{ text = "Klart 2022-05-01", by = 2024-05-01 }]
[[pledge.target]]
of = "x"
more_than = { value = 3, from = 2021-01-01, to = 2021-12-31 }
[[source]]
files = "x*.xlsx"
[indicators.i]
values = [{ date = 2022-11-01, value = 2 }]
"#
    );
}

#[test]
fn the_last_outcomes_stand_below_their_targets() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let old = r#"from = 2022-01-01
to = 2023-12-31
[[pledge]]
id = "a"
[[pledge.target]]
of = "x"
at_least = 3

[[pledge.target]]
id = "eget"
of = "y"
[indicators.matt]
good = "low"

[last_term]
title = "Ännu äldre"
[last_term.verdicts]
a = "behind"
[[source]]
partner = "p"
"#;
    let key = |target: &str| ("a".to_owned(), target.to_owned());
    let last = LastOutcomes {
        targets: [
            (key("1"), vec!["# ett".to_owned()]),
            (key("eget"), vec!["# eget".to_owned()]),
        ]
        .into(),
        indicators: [("matt".to_owned(), "# matt".to_owned())].into(),
        table: "[last_term]\n".to_owned(),
    };
    let term = NewTerm {
        from: day("2024-01-01"),
        to: day("2025-12-31"),
        title: None,
    };
    let new = successor(old, day("2022-01-01"), day("2023-12-31"), &term, &last);
    let expected = r#"from = 2024-01-01
to = 2025-12-31
[[pledge]]
id = "a"
[[pledge.target]]
of = "x"
at_least = 3
# ett

[[pledge.target]]
id = "eget"
of = "y"
# eget
[indicators.matt]
good = "low"
# matt

[[source]]
partner = "p"

[last_term]
"#;
    assert_eq!(new, expected);
}
