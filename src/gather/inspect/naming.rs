//! Names for what is found: ids made of people's words, and the agreement's own names where they are alike.

use crate::model::agreement::{Agreement, Partner};
use crate::text::same_words;

/// How much of an activity's name must stand in a text for it to be meant.
const ALIKE: f64 = 0.5;

/// Texts that may name what a sheet is about, with how much each says, from 0 to 1.
pub(super) type Hints<'a> = Vec<(f64, &'a str)>;

/// An id made of the words: «Riktade insatser 2023» → `riktade-insatser`. Empty if there are none.
pub(super) fn slug(text: &str) -> String {
    let words = words(text);
    words
        .into_iter()
        .filter(|word| !word.chars().all(|sign| sign.is_ascii_digit()))
        .collect::<Vec<_>>()
        .join("-")
}

/// A field's name made of a heading: `beslutade_atgarder`.
pub(super) fn field_name(heading: &str) -> String {
    slug(heading).replace('-', "_")
}

fn letters(name: &str) -> String {
    name.chars()
        .filter(|sign| sign.is_alphabetic())
        .collect::<String>()
        .to_lowercase()
}

/// Whether two names of sheets are of one series: they differ only in figures, or neither says what is in it.
pub(super) fn is_series(one: &str, other: &str) -> bool {
    letters(one) == letters(other) || is_generic(one) && is_generic(other)
}

/// Whether a sheet's name says nothing of what is in it: «Blad1», «2023», «Kv2», «Logg», «mars».
pub(super) fn is_generic(name: &str) -> bool {
    const GENERIC: [&str; 18] = [
        "blad",
        "sheet",
        "tabell",
        "table",
        "data",
        "logg",
        "log",
        "lista",
        "kv",
        "kvartal",
        "q",
        "protokoll",
        "år",
        "tertial",
        "vecka",
        "ark",
        "rapport",
        "t",
    ];
    let letters = letters(name);
    letters.is_empty()
        || GENERIC.contains(&letters.as_str())
        || crate::gather::value::month_heading(&letters).is_some()
}

/// The agreement's activity that the hints name, not one of `taken`.
pub(super) fn activity(
    agreement: &Agreement,
    hints: &Hints<'_>,
    taken: &[String],
) -> Option<String> {
    let mapped = agreement.sheets().flat_map(|sheet| sheet.activities());
    let mut ids: Vec<&str> = agreement
        .activities
        .keys()
        .map(String::as_str)
        .chain(mapped)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let free = ids
        .into_iter()
        .filter(|id| !taken.iter().any(|other| other == id));
    let scored = free.map(|id| (heading_match(agreement, id, hints), id));
    scored
        .filter(|(heading_match, _)| *heading_match > 0.0)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, id)| id.to_owned())
}

/// How much the hints name an activity: by the best of its names, in the best of the hints.
fn heading_match(agreement: &Agreement, id: &str, hints: &Hints<'_>) -> f64 {
    let kind = agreement.activities.get(id);
    let own = kind
        .into_iter()
        .flat_map(|kind| [kind.one.as_deref(), kind.many.as_deref()])
        .flatten();
    let mut best = 0.0_f64;
    for name in own.chain([id]) {
        for (weight, hint) in hints {
            let (share, letters) = share(name, hint);
            if share >= ALIKE {
                // Of names as alike the longer says more.
                best = best.max(weight * share + f64::from(letters.min(40)) / 200.0);
            }
        }
    }
    best
}

/// How much of the letters of `name` stand in `hint`, word by word, and how many they are.
fn share(name: &str, hint: &str) -> (f64, u32) {
    let (name, hint) = (words(name), words(hint));
    let letters = |count: usize| u32::try_from(count.min(1000)).unwrap_or(0);
    let all: u32 = name.iter().map(|word| letters(word.len())).sum();
    let best = |word: &String| {
        hint.iter()
            .map(|other| alike(word, other))
            .max()
            .unwrap_or(0)
    };
    let there: u32 = name.iter().map(|word| letters(best(word))).sum();
    if all == 0 {
        (0.0, 0)
    } else {
        (f64::from(there) / f64::from(all), there)
    }
}

/// How many letters of `one` stand in `other`, if they are forms of one word: they begin alike for most of the shorter.
fn alike(one: &str, other: &str) -> usize {
    let shorter = one.len().min(other.len());
    let begin = one
        .bytes()
        .zip(other.bytes())
        .take_while(|(one, other)| one == other)
        .count();
    // «med» is no form of «medborgarkontakt».
    let are_forms = one == other || (shorter >= 4 && begin * 4 >= shorter * 3);
    if are_forms { begin } else { 0 }
}

/// The words of a text in plain small letters.
fn words(text: &str) -> Vec<String> {
    let plain = |letter: char| match letter {
        'å' | 'ä' | 'à' | 'á' | 'æ' => 'a',
        'ö' | 'ø' | 'ô' => 'o',
        'é' | 'è' | 'ë' => 'e',
        'ü' => 'u',
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => ' ',
    };
    let text: String = text.to_lowercase().chars().map(plain).collect();
    text.split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The partner that a folder's name, or a heading, names.
pub(super) fn partner<'a>(partners: &'a [Partner], name: &str) -> Option<&'a Partner> {
    let names = |partner: &'a Partner| {
        [&partner.id, &partner.name]
            .into_iter()
            .chain(&partner.also)
    };
    let exact = partners
        .iter()
        .find(|partner| names(partner).any(|own| same_words(own, name)));
    exact.or_else(|| {
        let slug = slug(name);
        partners
            .iter()
            .find(|partner| !slug.is_empty() && names(partner).any(|own| self::slug(own) == slug))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_of_a_series_differ_in_figures() {
        for (one, other, expected) in [
            ("2022", "2023", true),
            ("Kv1", "Kv2", true),
            ("jan", "Blad2", true),
            ("Byar", "Stängt", false),
            ("Byar", "2023", false),
        ] {
            assert_eq!(is_series(one, other), expected, "{one} {other}");
        }
    }

    #[test]
    fn ids_are_made_of_words() {
        for (text, expected) in [
            ("Riktade insatser 2023", "riktade-insatser"),
            ("Medborgarkontakter 2023 (1)", "medborgarkontakter"),
            ("EST-möten", "est-moten"),
            ("2022", ""),
        ] {
            assert_eq!(slug(text), expected);
        }
        for (name, expected) in [
            ("Kv1", true),
            ("2022", true),
            ("Blad1", true),
            ("mars", true),
            ("Trafik", false),
        ] {
            assert_eq!(is_generic(name), expected, "{name}");
        }
    }

    #[test]
    fn names_are_alike_in_any_form() {
        for (name, hint, enough) in [
            ("medborgarkontakt", "Medborgarkontakter 2022", true),
            ("vinr-etapp", "Etapper", true),
            ("anmälda snatterier", "Anmälda snatterier", true),
            ("trafikinsats", "Riktade insatser", false),
            ("hundsok", "Grannsamverkan", false),
            ("medborgarkontakt", "Möten med handlare", false),
            ("möten med handlare", "Möten med handlare", true),
        ] {
            assert_eq!(share(name, hint).0 >= ALIKE, enough, "{name} {hint}");
        }
    }
}
