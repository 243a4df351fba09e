//! What happens to the result: when it goes out and to whom; summaries in other languages.

use std::collections::BTreeSet;

use super::checked::{address, day_of_month};
use super::faults::Faults;
use super::keys;
use super::list::Known;
use super::table::{Table, choose};
use super::tree::Node;
use super::value;
use crate::model::agreement::{Audience, DeliveryRules, LanguageSummary, Recipient, Release, Role};
use crate::model::finding::Code;

const ROLES: [(&str, Role); 6] = [
    ("chief", Role::Chief),
    ("council", Role::Council),
    ("chair", Role::Chair),
    ("partner", Role::Partner),
    ("registrar", Role::Registrar),
    ("web", Role::Web),
];

/// The files of a version that a letter can carry.
const FILES: [(&str, ()); 5] = [
    ("report.html", ()),
    ("report.pdf", ()),
    ("summary.xlsx", ()),
    ("follow-up.json", ()),
    ("SHA256SUMS", ()),
];

/// When results go out; at once, if it is not said.
pub(super) fn delivery(root: &Table<'_>) -> DeliveryRules {
    let table = root
        .get("delivery")
        .and_then(|node| Table::open(&keys::DELIVERY, "delivery", node, root.faults));
    let Some(table) = table else {
        return DeliveryRules::default();
    };
    let releases = [
        ("at-once", Release::AtOnce),
        ("when-complete", Release::WhenComplete),
        ("after-approval", Release::AfterApproval),
    ];
    let mut reminders = Vec::new();
    for (written, spot) in table.words("reminders").unwrap_or_default() {
        match value::reminder(written) {
            Some(reminder) => reminders.push(reminder),
            None => root.faults.invalid(spot, "reminders", written, "reminder"),
        }
    }
    let release = table.one_of("release", &releases).unwrap_or_default();
    if release == Release::AfterApproval && !table.has("approver") {
        table.missing("approver");
    }
    DeliveryRules {
        release,
        approver: table.one_of("approver", &ROLES),
        reminders,
        until: day_of_month(&table, "until"),
        diary_number: table.line("diary_number").map(str::to_owned),
    }
}

/// To whom the result goes.
pub(super) fn recipients(root: &Table<'_>, known: &Known) -> Vec<Recipient> {
    let mut seen = BTreeSet::new();
    let mut recipients = Vec::new();
    for recipient in root
        .list("recipient")
        .iter()
        .filter_map(|node| recipient(node, known, root.faults))
    {
        // Two letters with the same edition to one address would be the same letter twice.
        let (recipient, spot) = recipient;
        if seen.insert((
            recipient.address.to_lowercase(),
            format!("{:?}", recipient.audience),
        )) {
            recipients.push(recipient);
        } else {
            root.faults.add(
                Code::AgreementDuplicateId,
                spot,
                [("id", recipient.address.into())],
            );
        }
    }
    recipients
}

fn recipient(
    node: &Node,
    known: &Known,
    faults: &Faults,
) -> Option<(Recipient, super::tree::Spot)> {
    let table = Table::open(&keys::RECIPIENT, "recipient", node, faults)?;
    let name = table.needed_line("name");
    for key in ["role", "address"] {
        if !table.has(key) {
            table.missing(key);
        }
    }
    let role = table.one_of("role", &ROLES);
    let address = address(&table);
    let partner = table.line("partner");
    if let Some(partner) = partner {
        known.partner((partner, table.spot_of("partner")), faults);
    }
    for word in table.words("attach").unwrap_or_default() {
        choose("attach", word, &FILES, faults);
    }
    let by_role = match role {
        Some(Role::Web) => "public",
        Some(Role::Partner) => "partner",
        _ => "full",
    };
    let choices = [
        ("full", "full"),
        ("public", "public"),
        ("partner", "partner"),
    ];
    let edition = if table.has("edition") {
        table.one_of("edition", &choices)?
    } else {
        by_role
    };
    let audience = match (edition, partner) {
        ("partner", Some(partner)) => Audience::Partner(partner.to_owned()),
        ("partner", None) => {
            table.missing("partner");
            return None;
        }
        ("public", _) => Audience::Public,
        _ => Audience::Full,
    };
    let usual = || Recipient::USUALLY_ATTACHED.map(str::to_owned).to_vec();
    let recipient = Recipient {
        name: name?.to_owned(),
        role: role?,
        address: address?,
        audience,
        attach: if table.has("attach") {
            table.texts("attach")
        } else {
            usual()
        },
        partner: partner.map(str::to_owned),
    };
    Some((recipient, table.spot))
}

/// Tells of an approver whom nobody could send a draft.
pub(super) fn unknown_approver(
    root: &Table<'_>,
    delivery: &DeliveryRules,
    recipients: &[Recipient],
) {
    let Some(approver) = delivery
        .approver
        .filter(|_| delivery.release == Release::AfterApproval)
    else {
        return;
    };
    if recipients
        .iter()
        .all(|recipient| recipient.role != approver)
    {
        root.faults.invalid(
            root.spot_of("delivery"),
            "approver",
            approver.name(),
            "approver",
        );
    }
}

/// The summaries written by people.
pub(super) fn summaries(root: &Table<'_>) -> Vec<LanguageSummary> {
    let summary = |node| {
        let table = Table::open(&keys::SUMMARY, "summary", node, root.faults)?;
        let (language, text) = (table.needed_line("language"), table.needed_text("text"));
        if let Some(tag) = language.filter(|tag| !is_language(tag)) {
            root.faults
                .invalid(table.spot_of("language"), "language", tag, "language");
        }
        Some(LanguageSummary {
            language: language?.to_owned(),
            text: text?.to_owned(),
        })
    };
    root.list("summary").iter().filter_map(summary).collect()
}

/// Whether it is a tag like `fi`, `fit`, `sv-SE`.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        })
}
