//! Promises of so few persons that what comes of them cannot be told.

use crate::model::agreement::Agreement;
use crate::model::finding::{Finding, FindingKind, Place};
use crate::model::quantity::{Amount, Quantity};
use crate::model::target::{Target, TargetKind};

/// A note for every target about persons whose number is below the agreement's limit.
pub(super) fn few_persons(agreement: &Agreement) -> Vec<Finding> {
    let limit = agreement.small_numbers;
    let targets = agreement.pledges.iter().flat_map(|pledge| {
        let targets = pledge.targets.iter();
        targets.map(move |target| (pledge, target))
    });
    let few = targets.filter_map(|(pledge, target)| {
        let mut of = target.of.iter();
        let number = number(target)?;
        let is_few = number < Amount::whole(limit) && of.any(|of| agreement.about_persons(of));
        is_few.then(|| {
            let kind = FindingKind::FewPersons {
                pledge: pledge.id.clone(),
                number: Quantity::exact(number),
                limit: usize::try_from(limit).unwrap_or(usize::MAX),
            };
            Finding::new(kind, Place::line(target.line))
        })
    });
    few.collect()
}

/// How many each verdict asks for, where it is a number of things in one time.
fn number(target: &Target) -> Option<Amount> {
    match &target.kind {
        TargetKind::Count(threshold)
        | TargetKind::EachPeriod { threshold, .. }
        | TargetKind::Together { threshold, .. } => Some(threshold.number),
        TargetKind::EachPart { number, .. } => Some(*number),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::load;
    use crate::model::finding::{Code, Finding};

    fn findings(number: u64, persons: bool) -> Vec<Finding> {
        let text = format!(
            r#"
            title = "Prov"
            municipality = "Provby"
            police_area = "LPO Prov"
            from = 2024-01-01
            to = 2024-12-31
            [partners.p]
            name = "Socialtjänsten"
            [[pledge]]
            id = "samtal"
            text = "Ett löfte."
            responsible = ["p"]
            [[pledge.target]]
            of = "a"
            at_least = {number}
            over = "year"
            [activities.a]
            one = "samtal"
            many = "samtal"
            persons = {persons}
            [[source]]
            partner = "p"
            files = "b.xlsx"
            [[source.sheet]]
            layout = "log"
            activity = "a"
            columns = {{ date = "Datum", count = "Antal" }}
            "#
        );
        let loaded = load("x", &text, &|_| None);
        assert!(loaded.value.is_some(), "{:?}", loaded.findings);
        loaded.findings
    }

    #[test]
    fn a_promise_of_few_persons_is_told_at_its_line() {
        let told = findings(4, true);
        let codes: Vec<Code> = told.iter().map(Finding::code).collect();
        assert_eq!(codes, [Code::FewPersons]);
        assert_eq!(told[0].place.line, Some(13));
        for (number, persons) in [(5, true), (4, false)] {
            assert_eq!(findings(number, persons), []);
        }
    }
}
