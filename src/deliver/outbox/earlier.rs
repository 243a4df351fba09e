//! What letters have told partners before.

use std::collections::BTreeMap;

use crate::render::letter::partner::EarlierFindings;
use crate::store::LedgerEntries;

/// What earlier letters have told, by the partner's id.
pub(crate) type EarlierLetters = BTreeMap<String, EarlierFindings>;

/// What the ledger says that letters have told. What was thanked for is past: if it is found again, it is news.
pub(crate) fn earlier_letters(entries: &LedgerEntries) -> EarlierLetters {
    let mut earlier = EarlierLetters::new();
    for sent in entries.sent() {
        if let Some(partner) = &sent.partner {
            let known = earlier.entry(partner.clone()).or_default();
            known
                .reported
                .retain(|reported| !sent.thanked.contains(&reported.key));
            known.reported.extend(sent.reported.iter().cloned());
        }
    }
    earlier
}
