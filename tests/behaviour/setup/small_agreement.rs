//! The smallest agreement there is to follow up: one partner, one pledge, one log. Tests and benches have it alike.

/// `columns` is the mapping of the log: `date = "Datum", count = "Antal"`.
pub(crate) fn small_agreement(columns: &str) -> String {
    format!(
        r#"
title = "Medborgarlöfte Ådalen 2023"
municipality = "Ådalens kommun"
police_area = "Lokalpolisområde Ådalen"
from = 2023-01-01
to = 2023-12-31

[partners.polisen]
name = "Polisen"

[[pledge]]
id = "fotpatruller"
text = "Fotpatrullera i centrum minst 40 gånger under året."
responsible = ["polisen"]
[[pledge.target]]
of = "fotpatrull"
at_least = 40
over = "year"

[[source]]
partner = "polisen"
files = "polisen/*"
[[source.sheet]]
layout = "log"
activity = "fotpatrull"
columns = {{ {columns} }}
"#
    )
}
