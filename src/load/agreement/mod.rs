//! The declared keys of the file → the agreement: what refers to what, and what contradicts itself.

mod dates;
mod delivery;
mod each;
mod include;
mod kind;
mod lists;
mod measured;
mod names;
mod pledge;
mod ruling;
mod sheet;
mod source;
mod sum;
mod target;

use self::dates::span;
use self::names::NameLists;
use super::declare::read;
use super::faults::Faults;
use super::keys::AgreementKeys;
use super::tree::{Entry, Position};
use crate::model::agreement::Agreement;

pub(super) use include::with_included;
#[cfg(test)]
pub(super) use sheet::needed_columns;

/// Figures about persons below this tell in a small municipality who they are.
const SMALL_NUMBERS: u64 = 5;

/// The agreement that the entries are; `None` if its head is not whole.
pub(super) fn agreement(
    id: &str,
    sha256: &str,
    entries: &[Entry],
    faults: &Faults,
) -> Option<Agreement> {
    let root: AgreementKeys = read(entries, Position::start_of(0), faults);
    let shared = root.shared;
    // Without a term the rest is read all the same, for its own faults; nothing can then lie outside it.
    let term = span(&root.from, &root.to, None, faults);
    let sources = root.source.value.unwrap_or_default();
    let indicators = root.indicators.value.unwrap_or_default();
    let mut names = NameLists::new(term, &shared, &sources, &indicators, faults);
    names.resolve(faults);

    let sources: Vec<_> = sources
        .into_iter()
        .map(|keys| source::source(keys, faults))
        .collect();
    names.take_activities(&sources);
    names.check_activities(&shared.activities, faults);
    let places = lists::places(shared.places.value.unwrap_or_default(), &sources, faults);
    let pledges = pledge::pledges(shared.pledge.value.unwrap_or_default(), &names, faults);
    let last_term = delivery::last_term(root.last_term, &pledges, faults);
    let recipients = delivery::recipients(root.recipient.value.unwrap_or_default(), faults);
    let delivery = delivery::delivery(root.delivery, &recipients, faults);
    Some(Agreement {
        id: id.to_owned(),
        sha256: sha256.to_owned(),
        title: root.title.value?,
        municipality: root.municipality.value?,
        police_area: root.police_area.value?,
        term: term?,
        language: root.language.value.unwrap_or("sv").to_owned(),
        small_numbers: root.small_numbers.value.unwrap_or(SMALL_NUMBERS),
        background: root.background.value,
        success: root.success.value,
        reporting: root.reporting.value,
        areas: lists::areas(shared.areas.value.unwrap_or_default()),
        partners: lists::partners(shared.partners.value.unwrap_or_default()),
        activities: lists::activities(shared.activities.value.unwrap_or_default()),
        places,
        calendar: names.into_calendar(),
        pledges,
        sources,
        delivery,
        recipients,
        indicators: lists::indicators(indicators),
        rulings: ruling::rulings(root.ruling.value.unwrap_or_default()),
        known: ruling::known(root.known.value.unwrap_or_default()),
        summaries: delivery::summaries(root.summary.value.unwrap_or_default()),
        last_term,
    })
}
