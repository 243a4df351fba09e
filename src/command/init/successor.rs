//! The next agreement from the last one: its texts, lists, sources and baselines, in a new term.
//!
//! The file is taken as it is written, comments and all. What belongs to the old term is left out (notes, rulings, findings that
//! are known, what was done), and days of promises and of the calendar are moved by as many years as the term is.

use chrono::{Datelike, NaiveDate};

use super::ended::LastOutcomes;

/// What stays when a term follows another.
pub(super) struct NewTerm<'a> {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// None for the old title with its years moved.
    pub(super) title: Option<&'a str>,
}

/// The tables that are about what has been.
const LEFT_OUT: [&str; 5] = [
    "[[pledge.note]]",
    "[[ruling]]",
    "[[known]]",
    "[last_term]",
    "[last_term.verdicts]",
];

/// The keys of a target whose days are those of the term.
const MOVED: [&str; 4] = ["valid", "agreed", "steps", "measured"];

pub(super) fn successor(
    text: &str,
    was_from: NaiveDate,
    was_to: NaiveDate,
    term: &NewTerm<'_>,
    last: &LastOutcomes,
) -> String {
    let years = term.from.year() - was_from.year();
    let mut out: Vec<String> = Vec::new();
    let mut place = TargetPlace::default();
    let (mut table, mut key, mut depth) = (String::new(), String::new(), 0i32);
    let mut in_text = false;
    for line in text.lines() {
        let starts_outside = !in_text;
        if starts_outside && depth == 0 {
            let begins = line.trim_start();
            if begins.starts_with('[') {
                table = begins
                    .split_once(']')
                    .map_or(begins, |(name, _)| name)
                    .to_owned();
                if begins.starts_with("[[") {
                    table.push_str("]]");
                } else {
                    table.push(']');
                }
                place.begin(&table, &mut out, last);
            }
            key = begins
                .split_once('=')
                .map_or("", |(key, _)| key.trim())
                .to_owned();
        }
        if line.matches("\"\"\"").count() % 2 == 1 {
            in_text = !in_text;
        }
        // The cell of a ruling may have a table of its own: `[ruling.at]`.
        if LEFT_OUT.contains(&table.as_str()) || table.ends_with(".at]") {
            continue;
        }
        if starts_outside && key == "id" {
            place.name(&table, line);
        }
        let moved = match (table.as_str(), key.as_str()) {
            ("", "from") => format!("from = {}", term.from),
            ("", "to") => format!("to = {}", term.to),
            ("", "title") => match term.title {
                Some(title) => format!("title = {}", quoted(title)),
                None => with_years(line, (was_from, was_to), term),
            },
            ("[calendar]", _) if starts_outside => with_days(line, years),
            ("[pledge.target.valid]" | "[pledge.target.measured]", _) => with_days(line, years),
            ("[[pledge.target]]", key) if starts_outside && MOVED.contains(&key) => {
                without_done(&with_days(line, years))
            }
            _ => line.to_owned(),
        };
        if starts_outside && !in_text {
            depth += brackets(line);
            depth = depth.max(0);
        }
        out.push(moved);
    }
    place.end(&mut out, last);
    if !last.table.is_empty() {
        out.push(String::new());
        out.extend(last.table.lines().map(str::to_owned));
    }
    out.join("\n") + "\n"
}

/// Which target, or indicator, the lines are about.
#[derive(Default)]
struct TargetPlace {
    pledge: String,
    /// How many targets of the pledge have begun.
    ordinal: usize,
    /// The one that is open: its own id, or its ordinal.
    target: Option<String>,
    indicator: Option<String>,
}

impl TargetPlace {
    /// A table begins, and the one before ends.
    fn begin(&mut self, table: &str, out: &mut Vec<String>, last: &LastOutcomes) {
        self.end(out, last);
        if table == "[[pledge]]" {
            (self.pledge, self.ordinal) = (String::new(), 0);
        } else if table == "[[pledge.target]]" {
            self.ordinal += 1;
            self.target = Some(self.ordinal.to_string());
        } else if let Some(id) = table.strip_prefix("[indicators.") {
            let id = id.trim_end_matches(']').trim_matches(['"', '\'']);
            self.indicator = Some(id.to_owned());
        }
    }

    /// The line says what the pledge or the target is called.
    fn name(&mut self, table: &str, line: &str) {
        let Some((_, value)) = line.split_once('=') else {
            return;
        };
        let mut parts = value.trim().split(['"', '\'']);
        let id = parts.nth(1).unwrap_or_default().to_owned();
        match table {
            "[[pledge]]" => self.pledge = id,
            "[[pledge.target]]" => self.target = Some(id),
            _ => {}
        }
    }

    /// What the last report says of it is put below its last line.
    fn end(&mut self, out: &mut Vec<String>, last: &LastOutcomes) {
        let target = self.target.take();
        let of_target = target
            .and_then(|target| last.targets.get(&(self.pledge.clone(), target)))
            .cloned();
        let of_indicator = self.indicator.take();
        let of_indicator = of_indicator
            .and_then(|id| last.indicators.get(&id))
            .cloned();
        let lines: Vec<String> = of_target
            .unwrap_or_default()
            .into_iter()
            .chain(of_indicator)
            .collect();
        let written = out.iter().rposition(|line| !line.trim().is_empty());
        let at = written.map_or(0, |last| last + 1);
        drop(out.splice(at..at, lines));
    }
}

/// How many brackets a line opens and does not close, outside texts and comments. A table's own line opens none.
fn brackets(line: &str) -> i32 {
    if line.trim_start().starts_with('[') && line.trim_end().ends_with(']') {
        return 0;
    }
    let (mut open, mut quote) = (0, None);
    for sign in line.chars() {
        match (quote, sign) {
            (None, '"' | '\'') => quote = Some(sign),
            (Some(begun), sign) if begun == sign => quote = None,
            (None, '#') => break,
            (None, '[' | '{') => open += 1,
            (None, ']' | '}') => open -= 1,
            _ => {}
        }
    }
    open
}

/// The line with its days outside texts moved by so many years.
fn with_days(line: &str, years: i32) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    let mut quote = None;
    while let Some(sign) = rest.chars().next() {
        let day = rest
            .get(..10)
            .filter(|text| quote.is_none() && is_day(text))
            .and_then(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok());
        if let Some(day) = day {
            out.push_str(&moved(day, years).to_string());
            rest = rest.get(10..).unwrap_or_default();
            continue;
        }
        match (quote, sign) {
            (None, '"' | '\'') => quote = Some(sign),
            (Some(begun), sign) if begun == sign => quote = None,
            (None, '#') => {
                out.push_str(rest);
                return out;
            }
            _ => {}
        }
        out.push(sign);
        rest = rest.get(sign.len_utf8()..).unwrap_or_default();
    }
    out
}

/// Whether ten signs have the form of a day.
fn is_day(text: &str) -> bool {
    let mut signs = text.chars().enumerate();
    signs.all(|(place, sign)| match place {
        4 | 7 => sign == '-',
        _ => sign.is_ascii_digit(),
    })
}

/// The same day so many years later; the last of February where there is no 29th.
fn moved(day: NaiveDate, years: i32) -> NaiveDate {
    day.with_year(day.year() + years)
        .or_else(|| NaiveDate::from_ymd_opt(day.year() + years, 2, 28))
        .unwrap_or(day)
}

/// Steps without what was done of them: a day, and the report that was sent.
fn without_done(line: &str) -> String {
    let mut out = line.to_owned();
    for key in ["done", "begun", "sent"] {
        while let Some(at) = out.find(&format!(", {key} =")) {
            let rest = out.get(at + 2..).unwrap_or_default();
            let end = rest.find([',', '}']).map_or(out.len(), |end| at + 2 + end);
            let end = end - usize::from(out.get(..end).is_some_and(|text| text.ends_with(' ')));
            out.replace_range(at..end, "");
        }
    }
    out
}

/// A title with the years of the new term.
fn with_years(line: &str, was: (NaiveDate, NaiveDate), term: &NewTerm<'_>) -> String {
    let (from, to) = (was.0.year().to_string(), was.1.year().to_string());
    let (new_from, new_to) = (term.from.year().to_string(), term.to.year().to_string());
    let new = if new_from == new_to {
        new_from
    } else {
        format!("{new_from}–{new_to}")
    };
    for written in [format!("{from}–{to}"), format!("{from}-{to}"), from] {
        if line.contains(&written) {
            return line.replace(&written, &new);
        }
    }
    line.to_owned()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests;
