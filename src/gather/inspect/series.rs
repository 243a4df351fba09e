//! Patterns of names that go on: sheets and workbooks of one shape, a year, a term or a month each.

use std::borrow::Cow;

use crate::gather::name_pattern::NamePattern;
use crate::gather::value;

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

/// Whether names are those of one series: they differ only in figures and in words that name a time or nothing, or each is of
/// another year and one has no word of its own.
pub fn goes_on(one: &str, other: &str) -> bool {
    let own = |name: &str| {
        let name = without_machine(name);
        let mut words: Vec<String> = words(&name).filter(|word| !is_of_time(word)).collect();
        words.dedup();
        words
    };
    let (years_of_one, years_of_other) = (value::years_in(one), value::years_in(other));
    let are_other_years = !years_of_one.is_empty()
        && !years_of_other.is_empty()
        && years_of_one.is_disjoint(&years_of_other);
    let (one, other) = (own(one), own(other));
    let says_nothing = |words: &[String]| words.iter().all(|word| says_nothing(word));
    let (one_is_bare, other_is_bare) = (says_nothing(&one), says_nothing(&other));
    one == other
        || one_is_bare && other_is_bare
        || are_other_years && (one_is_bare || other_is_bare)
}

/// A name without the machine that a file sharing service adds to a state of it: «Logg 2025-DESKTOP-7A1BC2D».
fn without_machine(name: &str) -> Cow<'_, str> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_machine = |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '-';
    let bare = stem.trim_end_matches(is_machine);
    let added = stem.get(bare.len()..).unwrap_or_default();
    // «-7A1BC2D» and what stands before it.
    let named = added.split_once('-').map_or("", |(_, named)| named);
    let has = |wanted: fn(&char) -> bool| named.chars().any(|sign| wanted(&sign));
    if named.len() >= 8 && has(char::is_ascii_digit) && has(char::is_ascii_uppercase) {
        let begin = stem.len() - named.len() - 1;
        let bare = stem.get(..begin).unwrap_or(stem);
        Cow::Owned(format!("{bare}.{ending}"))
    } else {
        Cow::Borrowed(name)
    }
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
    const TIMES: [&str; 21] = [
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
        "helår",
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

/// Patterns that take the sheets `names` and no other of `all`: one for all of them, where they are a series. None is every
/// sheet with the headings, where they are `is_alone` in having some.
pub(super) fn sheet_patterns(
    names: &[String],
    all: &[String],
    is_alone: bool,
) -> Vec<Option<String>> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let mut different = names.clone();
    different.sort_unstable();
    different.dedup();
    let single = || {
        let names = different.iter().map(|name| literal(name));
        let asked: Vec<Option<String>> = names.filter(|name| !name.is_empty()).map(Some).collect();
        // A blank name cannot be asked for; its headings can.
        if asked.is_empty() { vec![None] } else { asked }
    };
    let is_year = |name: &&str| {
        name.len() == 4 && name.starts_with("20") && name.bytes().all(|sign| sign.is_ascii_digit())
    };
    // A sheet a year: the next year's is read too.
    if different.len() < 2 && !different.iter().all(is_year) {
        return single();
    }
    match series_pattern(&different) {
        Some(pattern) if !are_months(&different) && takes_only(&pattern, &different, &all) => {
            vec![Some(pattern)]
        }
        // The next month's sheet is read too, and one that sums the others up is known as such.
        _ if different.len() > 1 && is_alone => vec![None],
        _ => single(),
    }
}

/// The name as a pattern that takes it: signs that mean something in patterns stand for any sign.
pub(super) fn literal(name: &str) -> String {
    literal_signs(name.trim())
}

/// The same with the blanks around it.
pub(super) fn literal_signs(name: &str) -> String {
    // A colon in the second place would be a drive of Windows.
    let special = |sign: char| "*?[]{}\\!:".contains(sign) || sign.is_control();
    name.chars()
        .map(|sign| if special(sign) { '?' } else { sign })
        .collect()
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
    fn a_sheet_without_a_name_is_asked_for_by_its_headings() {
        let names = [" ".to_owned()];
        assert_eq!(sheet_patterns(&names, &names, true), [None]);
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
            ("Logg 2024", "2025 insatser", true),
            ("Logg 2025", "2025 insatser", false),
            ("Trafik 2024", "2025 insatser", false),
            ("Januari", "Helår", true),
            ("Logg 2025.xlsx", "Logg 2025-DESKTOP-7A1BC2D.xlsx", true),
            ("Trafik.xlsx", "Trafik-NTF.xlsx", false),
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

    #[test]
    fn sheets_of_a_series_are_one_pattern() {
        let all = ["Kv1", "Kv2", "Listor", "2022", "2023", "Kvalitet"].map(str::to_owned);
        for (names, expected) in [
            (vec!["2022", "2023"], vec!["20??"]),
            (vec!["Kv1", "Kv2"], vec!["Kv?"]),
            (vec!["Listor"], vec!["Listor"]),
            (vec!["Kv1", "Listor"], vec!["Kv1", "Listor"]),
        ] {
            let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
            let expected: Vec<Option<String>> = expected
                .into_iter()
                .map(|name| Some(name.to_owned()))
                .collect();
            assert_eq!(sheet_patterns(&names, &all, false), expected);
        }
        assert_eq!(literal("Logg [2023]*"), "Logg ?2023??");
        let months = ["Mars", "April"].map(str::to_owned);
        assert_eq!(sheet_patterns(&months, &months, true), [None]);
    }
}
