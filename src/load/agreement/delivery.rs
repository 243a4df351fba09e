//! What happens to the result: when it goes out and to whom; summaries in other languages.

use std::collections::{BTreeMap, HashSet};

use crate::load::declare::Key;
use crate::load::faults::Faults;
use crate::load::keys::{DeliveryKeys, LastTermKeys, RecipientKeys, SummaryKeys};
use crate::load::types::EditionWord;
use crate::model::agreement::{
    Audience, DeliveryRules, LanguageSummary, LastTerm, Pledge, Recipient, Release, Role,
};
use crate::model::finding::ExpectedForm;

/// When results go out; at once, if it is not said.
pub(super) fn delivery(
    delivery: Key<DeliveryKeys>,
    recipients: &[Recipient],
    faults: &Faults,
) -> DeliveryRules {
    let place = *delivery;
    let Some(keys) = delivery.value else {
        return DeliveryRules::default();
    };
    let release = keys.release.value.unwrap_or_default();
    if release == Release::AfterApproval {
        if !keys.approver.is_written {
            faults.missing(*keys.approver);
        }
        // A draft goes to the approver.
        if let Some(approver) = keys.approver.value
            && recipients
                .iter()
                .all(|recipient| recipient.role != approver)
        {
            faults.invalid(
                place.at,
                keys.approver.name,
                approver.name(),
                ExpectedForm::Approver,
            );
        }
    }
    DeliveryRules {
        release,
        approver: keys.approver.value,
        reminders: keys.reminders.value.unwrap_or_default(),
        until: keys.until.value,
        diary_number: keys.diary_number.value,
    }
}

/// To whom the result goes.
pub(super) fn recipients(recipients: Vec<RecipientKeys>, faults: &Faults) -> Vec<Recipient> {
    let mut seen = HashSet::new();
    let mut kept = Vec::new();
    for keys in recipients {
        let at = keys.begin;
        let Some(recipient) = recipient(keys, faults) else {
            continue;
        };
        // Two letters with the same edition to one address would be the same letter twice.
        if seen.insert((recipient.address.to_lowercase(), recipient.audience.clone())) {
            kept.push(recipient);
        } else {
            faults.duplicate(at, &recipient.address);
        }
    }
    kept
}

fn recipient(keys: RecipientKeys, faults: &Faults) -> Option<Recipient> {
    let by_role = match keys.role.value {
        Some(Role::Web) => EditionWord::Public,
        Some(Role::Partner) => EditionWord::Partner,
        _ => EditionWord::Full,
    };
    let word = if keys.edition.is_written {
        keys.edition.value?
    } else {
        by_role
    };
    let audience = match (word, &keys.partner.value) {
        (EditionWord::Partner, Some(partner)) => Audience::Partner(partner.clone()),
        (EditionWord::Partner, None) => {
            if !keys.partner.is_written {
                faults.missing(*keys.partner);
            }
            return None;
        }
        (EditionWord::Public, _) => Audience::Public,
        (EditionWord::Full, _) => Audience::Full,
    };
    let attach = keys.attach.value;
    let attach = attach.unwrap_or_else(|| Recipient::USUALLY_ATTACHED.to_vec());
    Some(Recipient {
        name: keys.name.value?,
        role: keys.role.value?,
        address: keys.address.value?,
        audience,
        attach: attach.into_iter().map(str::to_owned).collect(),
        partner: keys.partner.value,
    })
}

/// The summaries written by people.
pub(super) fn summaries(summaries: Vec<SummaryKeys>) -> Vec<LanguageSummary> {
    let summary = |keys: SummaryKeys| {
        Some(LanguageSummary {
            language: keys.language.value?,
            text: keys.text.value?,
        })
    };
    summaries.into_iter().filter_map(summary).collect()
}

/// How the term before ended; a verdict of a pledge that there is not is told.
pub(super) fn last_term(
    key: Key<LastTermKeys>,
    pledges: &[Pledge],
    faults: &Faults,
) -> Option<LastTerm> {
    let keys = key.value?;
    let known: Vec<&str> = pledges.iter().map(|pledge| pledge.id.as_str()).collect();
    let mut verdicts = BTreeMap::new();
    for named in keys.verdicts.value? {
        if known.contains(&named.name.as_str()) {
            verdicts.insert(named.name, named.value);
        } else {
            faults.unknown_word(named.at, "verdicts", &named.name, &known);
        }
    }
    Some(LastTerm {
        title: keys.title.value?,
        as_of: keys.as_of.value?,
        verdicts,
    })
}
