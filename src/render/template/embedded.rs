//! The embedded templates.

macro_rules! texts {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../templates/", $name)))),*]
    };
}

/// Each with the name under which it can be replaced.
pub(super) const TEXTS: &[(&str, &str)] = texts![
    "report.hbs",
    "details.hbs",
    "top.hbs",
    "area.hbs",
    "report.typ",
    "report.css",
    "badge.hbs",
    "mark.hbs",
    "overview.hbs",
    "line.hbs",
    "pledge.hbs",
    "head.hbs",
    "parts.hbs",
    "chart.hbs",
    "chart.svg.hbs",
    "course.svg.hbs",
    "findings.hbs",
    "annex.hbs",
    "index.hbs",
    "rollup.hbs",
    "letter.txt.hbs",
    "letter.html.hbs",
    "letter-item.txt.hbs",
    "letter-item.html.hbs",
    "letter-partner.txt.hbs",
    "letter-partner.html.hbs",
];
