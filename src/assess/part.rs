//! Which part of what is asked for an activity belongs to, and on which days it can happen at all.

use super::condition::Context;
use crate::model::activity::{Activity, Field};
use crate::model::agreement::{NamedPlace, Test};
use crate::model::span::DateSpan;
use crate::model::target::{EligibleDays, PartSet, RequiredPart, Target, TargetKind};
use crate::text::{folded, is_one_of, same_words};

/// The words by which an activity belongs to a part, or is told from others.
pub(super) fn part_words(
    target: &Target,
    activity: &Activity,
    context: Context<'_>,
) -> Vec<String> {
    let named = |name: &str| {
        activity
            .fields
            .get(name)
            .filter(|field| !field.text.is_empty())
    };
    match (&target.kind, &target.distinct) {
        (TargetKind::EachPart { field, among, .. }, _)
            if named(field).is_some_and(means_every_part) =>
        {
            let all = every_word(among, context);
            // «Alla» may be asked for as one of them.
            let own = named(field).map(|field| field.text.clone());
            match own {
                Some(own) if all.iter().any(|word| same_words(word, &own)) => vec![own],
                _ => all,
            }
        }
        (TargetKind::EachPart { field, .. }, _) => named(field)
            .map(|field| {
                std::iter::once(&field.text)
                    .chain(&field.words)
                    .map(|word| folded(word).collect())
                    .collect()
            })
            .unwrap_or_default(),
        (_, Some(name)) => named(name)
            .map(|field| different(name, field, target, context))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Whether a field names every part: «Alla», «Samtliga klasser».
fn means_every_part(field: &Field) -> bool {
    let text = field.text.to_lowercase();
    let mut words = text.split_whitespace();
    let every = matches!(words.next(), Some("alla" | "samtliga" | "all" | "everyone"));
    let of_what = [
        "klasser",
        "årskurser",
        "åk",
        "grupper",
        "målgrupper",
        "skolor",
        "platser",
        "områden",
        "torg",
        "stadsdelar",
        "classes",
        "grades",
        "groups",
        "schools",
        "places",
        "areas",
    ];
    every && words.next().is_none_or(|word| of_what.contains(&word)) && words.next().is_none()
}

/// The words of all parts that are asked for.
fn every_word(among: &PartSet, context: Context<'_>) -> Vec<String> {
    match among {
        PartSet::Words(words) => words.clone(),
        PartSet::Places(list) => context
            .places(list)
            .map(|place| place.name.clone())
            .collect(),
    }
}

/// The values of a field that count as different ones: each of a list, a place by its own name however it is written.
fn different(name: &str, field: &Field, target: &Target, context: Context<'_>) -> Vec<String> {
    let partners: Vec<String> = field
        .words
        .iter()
        .filter(|word| context.agreement.partner(word).is_some())
        .cloned()
        .collect();
    if name == "partners" && !partners.is_empty() {
        return partners;
    }
    let asked = target
        .only
        .iter()
        .find_map(|condition| match &condition.test {
            Test::InPlaces(list) if condition.field == name => Some(list.as_str()),
            _ => None,
        });
    let known: Vec<&NamedPlace> = match asked {
        Some(list) => context.places(list).collect(),
        None => context
            .agreement
            .places
            .keys()
            .chain(context.gathered.places.keys())
            .flat_map(|list| context.places(list))
            .collect(),
    };
    let place = |word: &str| {
        known
            .iter()
            .find(|place| is_one_of(word, place.names()))
            .map(|place| place.name.clone())
    };
    if let Some(whole) = place(&field.text) {
        return vec![whole];
    }
    let pieces = field
        .words
        .iter()
        .filter(|word| field.words.len() == 1 || !same_words(word, &field.text));
    // Beside a listed place one that the list does not have is not asked for.
    let mut words: Vec<String> = pieces
        .filter_map(|word| place(word).or(asked.is_none().then(|| word.clone())))
        .collect();
    words.sort();
    words.dedup();
    words
}

/// The values that are asked for, with their days in use.
pub(super) fn parts(target: &Target, window: DateSpan, context: Context<'_>) -> Vec<RequiredPart> {
    match &target.kind {
        TargetKind::EachPart {
            among: PartSet::Words(words),
            ..
        } => words
            .iter()
            .map(|word| {
                let partner = context.agreement.partner(word);
                let name = partner.map_or(word, |partner| &partner.name).clone();
                RequiredPart {
                    words: [word, &name].map(|word| folded(word).collect()).into(),
                    name,
                    in_use: window,
                }
            })
            .collect(),
        TargetKind::EachPart {
            among: PartSet::Places(list),
            ..
        } => context
            .places(list)
            .filter_map(|place| {
                let in_use = place.in_use(window)?;
                let words = place.names().map(|name| folded(name).collect()).collect();
                Some(RequiredPart {
                    name: place.name.clone(),
                    words,
                    in_use,
                })
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The days on which an activity can be the right one, where a filter chooses weekdays or listed days.
pub(super) fn days(target: &Target, context: Context<'_>) -> EligibleDays {
    let mut days = EligibleDays::default();
    for condition in &target.only {
        match &condition.test {
            Test::OnWeekday(weekdays) => days.weekdays = Some(weekdays.clone()),
            Test::InCalendar(list) if condition.field == "date" => {
                days.listed = Some(context.days(list))
            }
            _ => {}
        }
    }
    days
}
