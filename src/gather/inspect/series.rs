//! Patterns of names that go on: sheets and workbooks of one shape, a year, a term or a month each.

use crate::gather::name_pattern::NamePattern;
use crate::gather::value;

use super::propose::literal_signs;

/// A run of letters, of digits, or of what stands between.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Letters,
    Digits,
    Signs,
}

fn kind(sign: char) -> Kind {
    if sign.is_ascii_digit() {
        Kind::Digits
    } else if sign.is_alphabetic() {
        Kind::Letters
    } else {
        Kind::Signs
    }
}

fn runs(name: &str) -> Vec<(Kind, String)> {
    let mut runs: Vec<(Kind, String)> = Vec::new();
    for sign in name.chars() {
        match runs.last_mut().filter(|(known, _)| *known == kind(sign)) {
            Some((_, run)) => run.push(sign),
            None => runs.push((kind(sign), sign.to_string())),
        }
    }
    runs
}

/// A pattern that takes the names, and those that go on as they do: «VT23», «HT24» are `{HT,VT}2?`; `None` where they
/// are not made alike.
pub fn series_pattern(names: &[&str]) -> Option<String> {
    let all: Vec<Vec<(Kind, String)>> = names.iter().map(|name| runs(name.trim())).collect();
    let first = all.first()?;
    let kinds = |runs: &[(Kind, String)]| runs.iter().map(|(kind, _)| *kind).collect::<Vec<_>>();
    if all.iter().any(|runs| kinds(runs) != kinds(first)) {
        return None;
    }
    let part = |(place, (kind, _)): (usize, &(Kind, String))| {
        let mut own: Vec<&str> = all
            .iter()
            .filter_map(|runs| Some(runs.get(place)?.1.as_str()))
            .collect();
        own.sort_unstable();
        own.dedup();
        match (kind, own.as_slice()) {
            (Kind::Digits, _) => Some(number(&own)),
            (_, [one]) => Some(literal_signs(one)),
            (Kind::Letters, _) => Some(format!("{{{}}}", own.join(","))),
            (Kind::Signs, _) => None,
        }
    };
    let parts: Option<Vec<String>> = first.iter().enumerate().map(part).collect();
    parts.map(|parts| parts.concat())
}

/// What takes numbers and those that follow: a year is `20??`, another term's «23» and «24» are `2?`.
fn number(digits: &[&str]) -> String {
    let [first, ..] = digits else {
        return String::new();
    };
    if digits.len() == 1 && !is_year(first) {
        return (*first).to_owned();
    }
    if digits.iter().all(|run| is_year(run)) {
        return "20??".to_owned();
    }
    if digits.iter().any(|run| run.len() != first.len()) {
        return "*".to_owned();
    }
    let same = |place: &usize| {
        let sign = first.as_bytes().get(*place);
        digits.iter().all(|run| run.as_bytes().get(*place) == sign)
    };
    let alike = (0..first.len())
        .take_while(same)
        .count()
        .min(first.len() - 1);
    format!(
        "{}{}",
        first.get(..alike).unwrap_or_default(),
        "?".repeat(first.len() - alike)
    )
}

fn is_year(run: &str) -> bool {
    run.len() == 4 && run.starts_with("20")
}

/// Whether names are those of one series: they differ only in figures and in words that name a time or nothing.
pub fn goes_on(one: &str, other: &str) -> bool {
    let own = |name: &str| {
        let mut words: Vec<String> = words(name).filter(|word| !is_of_time(word)).collect();
        words.dedup();
        words
    };
    let (one, other) = (own(one), own(other));
    one == other || one.iter().chain(&other).all(|word| says_nothing(word))
}

/// The words of a name that do not tell a time: «Rapport» of «Rapport mars 2024».
pub(super) fn without_time(name: &str) -> String {
    let own = words(name).filter(|word| !is_of_time(word));
    own.collect::<Vec<_>>().join(" ")
}

/// Whether a name says nothing of what is in it: «Blad1», «2023», «Kv2», «Logg», «mars», «VT24».
pub(super) fn is_generic(name: &str) -> bool {
    words(name).all(|word| is_of_time(&word) || says_nothing(&word))
}

fn words(name: &str) -> impl Iterator<Item = String> + '_ {
    let parts = name.split(|sign: char| !sign.is_alphabetic());
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn is_of_time(word: &str) -> bool {
    const TIMES: [&str; 20] = [
        "vt",
        "ht",
        "vår",
        "våren",
        "höst",
        "hösten",
        "vårtermin",
        "hösttermin",
        "vårterminen",
        "höstterminen",
        "kv",
        "kvartal",
        "q",
        "år",
        "tertial",
        "t",
        "vecka",
        "v",
        "halvår",
        "termin",
    ];
    TIMES.contains(&word) || value::month_heading(word).is_some()
}

fn says_nothing(word: &str) -> bool {
    const GENERIC: [&str; 12] = [
        "blad",
        "sheet",
        "tabell",
        "table",
        "data",
        "logg",
        "log",
        "lista",
        "protokoll",
        "ark",
        "rapport",
        "bok",
    ];
    GENERIC.contains(&word)
}

/// Whether names are all months.
pub(super) fn are_months(names: &[&str]) -> bool {
    names
        .iter()
        .all(|name| value::month_heading(name.trim()).is_some())
}

/// Whether a pattern takes these names, and of all names no other.
pub fn takes_only(pattern: &str, names: &[&str], all: &[&str]) -> bool {
    let pattern = NamePattern::new(pattern);
    all.iter()
        .all(|name| pattern.fits(name) == names.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_go_on_have_one_pattern() {
        for (names, expected) in [
            (vec!["VT23", "HT23", "VT24"], Some("{HT,VT}2?")),
            (vec!["Logg 2023", "Logg 2024"], Some("Logg 20??")),
            (vec!["2022", "2023"], Some("20??")),
            (vec!["Kv1", "Kv2"], Some("Kv?")),
            (vec!["p/Kv 9.xlsx", "p/Kv 10.xlsx"], Some("p/Kv *.xlsx")),
            (
                vec!["p/Logg jan 2024.xls", "p/Logg feb 2024.xls"],
                Some("p/Logg {feb,jan} 20??.xls"),
            ),
            (vec!["A 1", "A"], None),
        ] {
            let pattern = series_pattern(&names);
            if let Some(pattern) = &pattern {
                assert!(takes_only(pattern, &names, &names), "{pattern}");
            }
            assert_eq!(pattern.as_deref(), expected);
        }
    }

    #[test]
    fn series_differ_in_figures_and_times() {
        for (one, other, expected) in [
            ("2022", "2023", true),
            ("Kv1", "Kv2", true),
            ("jan", "Blad2", true),
            ("VT24", "HT24", true),
            ("Logg 2023", "Logg 2024", true),
            ("Rapport januari 2024", "Rapport mars 2024", true),
            ("Byar", "Stängt", false),
            ("Byar", "2023", false),
            ("Fotpatruller", "Skolbesök", false),
        ] {
            assert_eq!(goes_on(one, other), expected, "{one} {other}");
        }
        for (name, expected) in [
            ("Kv1", true),
            ("2022", true),
            ("mars", true),
            ("VT24", true),
            ("Trafik", false),
        ] {
            assert_eq!(is_generic(name), expected, "{name}");
        }
    }
}
