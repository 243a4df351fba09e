//! A text of a hundred words at most about a follow-up, for the municipality's social media: only what the edition shows.

use super::overview::state;
use super::plain::one_line;
use super::standing::{Standing, Standings};
use crate::model::assessment::Status;
use crate::model::edition::Edition;
use crate::model::finding::Phrase;
use crate::wording::Wording;

/// The most words.
const MOST: usize = 100;

/// The text: how many pledges stand how, then those that are not as promised and those that are kept, as far as there is room.
pub(crate) fn text(edition: &Edition, wording: &Wording) -> String {
    let head = Phrase::new("social-head")
        .with("municipality", one_line(&edition.agreement.municipality))
        .with("period", wording.period(&edition.period));
    let mut sentences = vec![wording.phrase(&head), state(edition, wording)];
    let end = wording.text("social-end");
    for sentence in by_status(edition, wording) {
        let so_far: usize = sentences.iter().chain([&end]).map(|one| words(one)).sum();
        if so_far + words(&sentence) <= MOST {
            sentences.push(sentence);
        }
    }
    sentences.push(end);
    sentences.join(" ")
}

/// «Ligger efter: Medborgarkontakter.»: the pledges by name, a sentence a verdict, those that are not as promised first.
pub(crate) fn by_status(edition: &Edition, wording: &Wording) -> Vec<String> {
    let Standings { open, rest } = Standings::new(edition, wording);
    let groups: [(&'static str, &[Status]); 5] = [
        (
            "social-not-fulfilled",
            &[Status::NotFulfilled, Status::Partial],
        ),
        ("social-behind", &[Status::Behind]),
        ("social-unknown", &[Status::Undecided, Status::NotReported]),
        ("social-fulfilled", &[Status::Fulfilled]),
        ("social-on-track", &[Status::OnTrack]),
    ];
    let sentence = |(key, statuses): (&'static str, &[Status])| {
        let named = open.iter().chain(&rest);
        let named = named.filter(|one| statuses.contains(&one.pledge.status));
        let names: Vec<String> = named
            // A promise that is its own name ends with a full stop.
            .map(|one: &Standing<'_>| one_line(&one.name).trim_end_matches('.').to_owned())
            .collect();
        let phrase = Phrase::new(key).with("pledges", wording.list(&names));
        (!names.is_empty()).then(|| wording.phrase(&phrase))
    };
    groups.into_iter().filter_map(sentence).collect()
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::model::agreement::Audience;

    #[test]
    fn a_hundred_words_hold_the_state_whatever_the_pledges_are_called() {
        let wording = Wording::new("sv", &sample::activities()).unwrap();
        let mut report = sample::report();
        for name in [None, Some("ord ".repeat(40)), Some("å".repeat(80))] {
            for pledge in &mut report.agreement.pledges {
                pledge.name.clone_from(&name);
            }
            let edition = sample::edition(&report, &Audience::Public);
            let told = text(&edition, &wording);
            assert!(words(&told) <= MOST, "{told}");
            assert!(told.contains(&state(&edition, &wording)), "{told}");
            assert!(!told.contains("HEMLIG7"));
            assert!(!told.contains(".."), "{told}");
        }
    }
}
