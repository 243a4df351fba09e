//! Which part of a target an activity belongs to, and on which days it can happen at all.

use super::condition::Context;
use crate::model::activity::{Activity, Field};
use crate::model::agreement::{Condition, NamedPlace, Test};
use crate::model::span::DateSpan;
use crate::model::target::{
    DayRule, EligibleDays, OF, PartField, PartSet, RequiredPart, Target, TargetKind,
};
use crate::text::{folded, is_one_of, same_words};

/// The words that assign an activity to a part, or distinguish it, and whether it certainly belongs to each of them.
pub(super) fn part_words(
    target: &Target,
    activity: &Activity,
    context: Context<'_>,
) -> (Vec<String>, bool) {
    match (&target.kind, target.distinct.as_deref()) {
        (TargetKind::Together { parts, same, .. }, _) => {
            let (words, is_sure) = of_fields(parts, activity, context);
            match (same.as_str(), named(activity, same)) {
                ("day", _) => (words, is_sure),
                (_, None) => (Vec::new(), true),
                (_, Some(field)) => {
                    let same = different(same, field, target, context);
                    (product(vec![same, words], OF), is_sure)
                }
            }
        }
        (kind, _) if !target.parts().is_empty() => match (target.parts(), kind) {
            ([one], _) => (of_field(one, activity, context).unwrap_or_default(), true),
            (several, _) => of_fields(several, activity, context),
        },
        (_, Some("day")) | (_, None) => (Vec::new(), true),
        (_, Some(name)) => {
            let words = named(activity, name)
                .map(|field| different(name, field, target, context))
                .unwrap_or_default();
            (words, true)
        }
    }
}

fn named<'a>(activity: &'a Activity, name: &str) -> Option<&'a Field> {
    activity
        .fields
        .get(name)
        .filter(|field| !field.text.is_empty())
}

/// The words of a field, folded; `None` if it is blank.
pub(super) fn of_field(
    part: &PartField,
    activity: &Activity,
    context: Context<'_>,
) -> Option<Vec<String>> {
    let field = named(activity, &part.field)?;
    let fold = |word: &String| folded(word).collect();
    if !means_every_part(field) {
        return Some(
            std::iter::once(&field.text)
                .chain(&field.words)
                .map(fold)
                .collect(),
        );
    }
    let all = every_word(&part.among, context);
    // «Alla» may be asked for as one of them.
    let own = all.iter().any(|word| same_words(word, &field.text));
    Some(if own {
        vec![fold(&field.text)]
    } else {
        all.iter().map(fold).collect()
    })
}

/// The words of several fields at once. Where one is blank it may be any of its values; where all are, nothing is said.
fn of_fields(
    parts: &[PartField],
    activity: &Activity,
    context: Context<'_>,
) -> (Vec<String>, bool) {
    let said: Vec<Option<Vec<String>>> = parts
        .iter()
        .map(|part| of_field(part, activity, context))
        .collect();
    if said.iter().all(Option::is_none) {
        return (Vec::new(), true);
    }
    let is_sure = said.iter().all(Option::is_some);
    let words = said.into_iter().zip(parts).map(|(said, part)| {
        said.unwrap_or_else(|| {
            every_word(&part.among, context)
                .iter()
                .map(|word| folded(word).collect())
                .collect()
        })
    });
    (product(words.collect(), AND), is_sure)
}

/// What stands between the words of several fields.
const AND: char = '\u{1e}';

/// Every combination of one word of each list.
fn product(lists: Vec<Vec<String>>, between: char) -> Vec<String> {
    lists
        .into_iter()
        .reduce(|all, next| {
            let with = |one: &String| {
                next.iter()
                    .map(|word| format!("{one}{between}{word}"))
                    .collect::<Vec<_>>()
            };
            all.iter().flat_map(with).collect()
        })
        .unwrap_or_default()
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

/// The values that are asked for, with their days in use: of several fields every combination of their values.
pub(super) fn parts(target: &Target, window: DateSpan, context: Context<'_>) -> Vec<RequiredPart> {
    let fields = target.parts().iter();
    fields
        .map(|part| of_one(part, window, context))
        .reduce(|all, next| {
            let with = |one: &RequiredPart| {
                next.iter()
                    .filter_map(|other| both(one, other))
                    .collect::<Vec<_>>()
            };
            all.iter().flat_map(with).collect()
        })
        .unwrap_or_default()
}

/// Both of two values at once, while both are in use.
fn both(one: &RequiredPart, other: &RequiredPart) -> Option<RequiredPart> {
    Some(RequiredPart {
        name: format!("{}, {}", one.name, other.name),
        words: product(vec![one.words.clone(), other.words.clone()], AND),
        in_use: one.in_use.intersection(other.in_use)?,
    })
}

fn of_one(part: &PartField, window: DateSpan, context: Context<'_>) -> Vec<RequiredPart> {
    match &part.among {
        PartSet::Words(words) => words
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
        PartSet::Places(list) => context
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
    }
}

/// The days on which an activity can be the right one, where a filter chooses or shuts out weekdays or listed days.
pub(super) fn days(target: &Target, context: Context<'_>) -> EligibleDays {
    EligibleDays::of(rules(&target.only, context))
}

fn rules(conditions: &[Condition], context: Context<'_>) -> Vec<DayRule> {
    let rule = |condition: &Condition| match &condition.test {
        Test::OnWeekday(weekdays) => DayRule::Weekdays(weekdays.clone()),
        Test::InCalendar(list) if condition.field == "date" => DayRule::Listed(context.days(list)),
        Test::Any(tables) => {
            DayRule::Any(tables.iter().map(|table| rules(table, context)).collect())
        }
        Test::Not(table) => DayRule::Not(rules(table, context)),
        _ => DayRule::Open,
    };
    conditions.iter().map(rule).collect()
}
