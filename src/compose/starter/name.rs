//! Names that the agreement's patterns take: a workbook's path, a sheet's name.

use chrono::Datelike;

use crate::model::span::DateSpan;

/// Whether a pattern takes a name.
pub(crate) type Fits<'a> = &'a dyn Fn(&str, &str) -> bool;

/// The longest name of a sheet, in characters.
const LONGEST_SHEET: usize = 31;

/// A path that a pattern takes, ending in `.xlsx` whatever format the pattern asks for; `default` is what a name is made of
/// where the pattern says nothing.
pub(super) fn path(pattern: &str, default: &str, term: DateSpan, fits: Fits<'_>) -> Option<String> {
    let written = without_choices(pattern);
    let (folders, file) = written.rsplit_once('/').unwrap_or(("", &written));
    let (stem, ending) = match file.rsplit_once('.') {
        Some((stem, ending)) if !ending.is_empty() => (stem, ending),
        _ => (file, "*"),
    };
    let ending = if ending.contains('*') { "xlsx" } else { ending };
    let folders = folders.replace('*', &for_file(default));
    let parent = if folders.is_empty() {
        String::new()
    } else {
        format!("{folders}/")
    };
    let named = candidates(stem, &for_file(default), term)
        .find(|name| !name.is_empty() && fits(pattern, &format!("{parent}{name}.{ending}")));
    named.map(|name| format!("{parent}{name}.xlsx"))
}

/// A sheet's name, and the days it is about.
pub(super) type SheetTime = (String, DateSpan);

/// The sheets that a pattern takes: one, or one a year.
pub(super) fn sheets(
    pattern: &str,
    default: &str,
    term: DateSpan,
    a_year: bool,
    fits: Fits<'_>,
) -> Vec<SheetTime> {
    let written = without_choices(pattern);
    let is_legal = |name: &String| is_sheet_name(name) && fits(pattern, name);
    if written.contains('*') && (a_year || ends_with_digits(&written)) {
        let years = (term.from.year()..=term.to.year()).filter_map(|year| {
            let own = DateSpan::year(year)?.intersection(term)?;
            let mut names = candidates(&written, &year.to_string(), own);
            Some((names.find(&is_legal)?, own))
        });
        let mut years: Vec<SheetTime> = years.collect();
        // Names without a year in them are one sheet.
        years.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                earlier.1 = earlier.1.union(later.1);
            }
            same
        });
        return years;
    }
    candidates(&written, &for_sheet(default), term)
        .find(is_legal)
        .map(|name| (name, term))
        .into_iter()
        .collect()
}

/// A pattern with the first of its choices: `{a,b}` is a, `[56]` is 5, `?` is 1, and no folders between.
fn without_choices(pattern: &str) -> String {
    let mut name = String::new();
    let mut signs = pattern.replace('\\', "/").replace("**/", "");
    signs = signs.replace("/**", "/*");
    let mut signs = signs.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '?' => name.push('1'),
            '[' => {
                let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                name.extend(inside.chars().next());
            }
            '{' => {
                let inside: String = signs.by_ref().take_while(|sign| *sign != '}').collect();
                name.push_str(inside.split(',').next().unwrap_or_default());
            }
            other => name.push(other),
        }
    }
    name
}

/// What the first star of a name may stand for, the best first; further stars stand for nothing.
fn candidates(
    written: &str,
    default: &str,
    term: DateSpan,
) -> impl Iterator<Item = String> + use<> {
    let (from, to) = (term.from.year(), term.to.year());
    let years = if from == to {
        from.to_string()
    } else {
        format!("{from}-{to}")
    };
    let before = written.split('*').next().unwrap_or_default();
    let digits: String = before
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let letters = written.chars().filter(|sign| sign.is_alphabetic()).count();
    let mut fillings = Vec::new();
    if let Some(rest) = from.to_string().strip_prefix(&digits)
        && !digits.is_empty()
    {
        fillings.push(rest.to_owned());
    } else if letters >= 4 {
        fillings.push(String::new());
    } else if letters > 0 {
        fillings.push(format!(" {years}"));
    }
    fillings.extend([
        default.to_owned(),
        format!(" {years}"),
        years,
        String::new(),
        "1".to_owned(),
    ]);
    let written = written.to_owned();
    fillings.into_iter().map(move |filling| {
        let name = written.replacen('*', &filling, 1).replace('*', "");
        name.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

/// Whether a star follows the beginning of a year.
fn ends_with_digits(written: &str) -> bool {
    let before = written.split('*').next().unwrap_or_default();
    before.ends_with(|sign: char| sign.is_ascii_digit())
}

fn is_sheet_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().count() <= LONGEST_SHEET
        && !name.contains(['[', ']', ':', '*', '?', '/', '\\'])
        && !name.starts_with('\'')
        && !name.ends_with('\'')
}

/// A name as a sheet may have it.
pub(super) fn for_sheet(name: &str) -> String {
    let legal = name.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    let short: String = legal.trim().chars().take(LONGEST_SHEET).collect();
    short.trim().to_owned()
}

/// A name as every file system takes it.
fn for_file(name: &str) -> String {
    let legal = name.replace(['<', '>', ':', '"', '/', '\\', '|', '?', '*'], " ");
    legal.trim().trim_end_matches('.').to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn patterns_give_names_that_they_take() {
        let term = DateSpan::new("2022-01-01".parse().unwrap(), "2023-12-31".parse().unwrap());
        // Tried by the patterns' own rules in the test of every agreement.
        let any = |_: &str, _: &str| true;
        for (pattern, expected) in [
            (
                "polisen/Medborgarkontakter*.xlsx",
                "polisen/Medborgarkontakter.xlsx",
            ),
            ("polisen/Trafik.xls", "polisen/Trafik.xlsx"),
            ("Logg 20*.xls*", "Logg 2022.xlsx"),
            ("Logg 202[23].xlsx", "Logg 2022.xlsx"),
            ("kommunen/*.xlsx", "kommunen/Fritid och kultur.xlsx"),
            ("kommunen/**/*.xlsx", "kommunen/Fritid och kultur.xlsx"),
            ("kommunen/*", "kommunen/Fritid och kultur.xlsx"),
            ("{polisen,kommunen}/Kv*.xlsx", "polisen/Kv 2022-2023.xlsx"),
        ] {
            let path = path(pattern, "Fritid och kultur", term, &any);
            assert_eq!(path.as_deref(), Some(expected), "{pattern}");
        }
        for (pattern, a_year, expected) in [
            ("Kv*", false, vec!["Kv 2022-2023"]),
            ("20*", false, vec!["2022", "2023"]),
            ("År *", true, vec!["År 2022", "År 2023"]),
            ("Trafik", true, vec!["Trafik"]),
            ("*", false, vec!["Möten"]),
            ("A/B", false, vec![]),
        ] {
            let sheets = sheets(pattern, "Möten", term, a_year, &any);
            let names: Vec<String> = sheets.into_iter().map(|(name, _)| name).collect();
            assert_eq!(names, expected, "{pattern}");
        }
    }
}
