//! Names for what is found: ids made of people's words, and the agreement's own names where they are alike.

use std::collections::BTreeSet;

use crate::model::agreement::{Agreement, Partner};
use crate::text::{capital, same_words};

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

/// Whether two short names are forms of one: «Gård» and «Gårdar».
pub(super) fn are_forms(one: &str, other: &str) -> bool {
    let (one, other) = (slug(one), slug(other));
    !one.contains('-') && !other.contains('-') && alike(&one, &other) > 0
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
    let exact = partners
        .iter()
        .find(|partner| names_of(partner).any(|own| same_words(own, name)));
    exact.or_else(|| {
        let slug = slug(name);
        partners.iter().find(|partner| {
            !slug.is_empty() && names_of(partner).any(|own| self::slug(own) == slug)
        })
    })
}

fn names_of(partner: &Partner) -> impl Iterator<Item = &String> {
    [&partner.id, &partner.name]
        .into_iter()
        .chain(&partner.also)
}

/// The partner that a heading over marks names, also in another form or cut short: «Polis», «Kommun», «Soc», «Räddn.tj.».
/// One that could be two is none.
pub(super) fn partner_of_marks<'a>(partners: &'a [Partner], heading: &str) -> Option<&'a Partner> {
    if let Some(partner) = partner(partners, heading) {
        return Some(partner);
    }
    let parts = words(heading);
    let is_cut = heading.contains('.');
    let named = |partner: &&Partner| {
        let own = || names_of(partner).flat_map(|name| words(name));
        match parts.as_slice() {
            [one] => own().any(|own| is_form(one, &own)),
            several => is_cut && own().any(|own| abbreviates(several, &own)),
        }
    };
    let mut all = partners.iter().filter(named);
    let first = all.next();
    first.filter(|_| all.next().is_none())
}

/// Whether a word names one of the partners, in any form.
pub fn names_partner(partners: &[Partner], word: &str) -> bool {
    partner_of_marks(partners, word).is_some()
}

/// «polis» and «polisen», «soc» and «socialtjansten».
fn is_form(short: &str, own: &str) -> bool {
    let ending = own.len().saturating_sub(short.len());
    short.len() >= 3 && own.starts_with(short) && (short.len() >= 5 || ending >= 4 || ending <= 2)
        || own.len() >= 4 && short.starts_with(own) && short.len() - own.len() <= 3
}

/// Whether the parts begin the word and follow each other in it: «raddn», «tj» in «raddningstjansten».
fn abbreviates(parts: &[String], word: &str) -> bool {
    let mut rest = word;
    for (at, part) in parts.iter().enumerate() {
        let found = if at == 0 {
            rest.starts_with(part.as_str()).then_some(0)
        } else {
            rest.find(part.as_str())
        };
        let Some(found) = found else { return false };
        rest = rest.get(found + part.len()..).unwrap_or_default();
    }
    parts.first().is_some_and(|first| first.len() >= 3)
}

/// Whether most of the words of a column, each said with others or alone, name partners; headings say the rest.
pub(super) fn are_partners(partners: &[Partner], values: &[String]) -> bool {
    let names = values.iter().flat_map(|value| {
        let parts = value.split([',', ';', '/', '&', '+', '\n']);
        parts.flat_map(|part| part.split(" och "))
    });
    let names: Vec<&str> = names
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    let known = names
        .iter()
        .filter(|name| partner_of_marks(partners, name).is_some())
        .count();
    known > 0 && known * 3 >= names.len() * 2
}

/// The id of a partner whose folder has this name.
pub fn partner_id(folder: &str) -> String {
    slug(folder)
}

/// What a partner is called whose folder has this name: folders are often named without å, ä and ö.
pub fn partner_name(folder: &str, words: &BTreeSet<String>) -> String {
    const USUAL: [&str; 12] = [
        "Brå",
        "Lokala Brå",
        "Socialtjänsten",
        "Socialtjänst",
        "Räddningstjänsten",
        "Räddningstjänst",
        "Näringslivet",
        "Näringsliv",
        "Hyresvärdar",
        "Hyresvärdarna",
        "Fastighetsägare",
        "Föreningar",
    ];
    let folded = slug(folder);
    let is_meant = |name: &&str| slug(name) == folded;
    if !folder.is_ascii() || folded.is_empty() {
        return capital(folder);
    }
    let written = words.iter().map(String::as_str).find(is_meant);
    let usual = || USUAL.into_iter().find(is_meant);
    capital(written.or_else(usual).unwrap_or(folder))
}

/// The words of a text that name one of the folders and are written with å, ä or ö, where the folder's name is not.
pub(super) fn words_for_folders<'a>(
    text: &'a str,
    folders: &'a [String],
) -> impl Iterator<Item = &'a str> {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    words.filter(move |word| {
        !word.is_ascii()
            && folders
                .iter()
                .any(|folder| folder.is_ascii() && slug(folder) == slug(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
