//! Report → edition: who may see what. Decided here and nowhere else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

mod details;
mod pledges;
mod usual;

use crate::model::activity::WorkbookAccount;
use crate::model::agreement::{ActivityKind, Agreement, Audience, Recipient, Role};
use crate::model::edition::{Edition, EditionAgreement, EditionPledge, EditionWords};
use crate::model::finding::{Code, Finding, Phrase};
use crate::model::report::{Report, TurnedWindow};

/// The edition of a report for an audience.
pub(crate) fn edition(report: &Report, audience: &Audience) -> Edition {
    let reader = Reader::new(report, audience);
    let details = reader.details();
    let findings = details.iter().flat_map(|details| &details.findings);
    let found = (0..).zip(findings).filter_map(|(index, entry)| {
        let place = &entry.finding.place;
        let cell = (
            place.workbook.as_deref()?,
            place.sheet.as_deref()?,
            place.cell.as_deref()?,
        );
        Some(((entry.finding.code(), cell), index))
    });
    // The first finding at a cell says why it was left out.
    let mut by_cell = ByCell::new();
    for (cell, index) in found {
        by_cell.entry(cell).or_insert(index);
    }
    let pledges = reader.pledges(&by_cell);
    let kept: BTreeSet<&str> = pledges.iter().map(|pledge| pledge.id.as_str()).collect();
    let since_last = report.since_last.iter();
    let is_seen = |turned: &TurnedWindow, pledge: &EditionPledge| {
        let mut targets = pledge.targets.iter();
        targets.any(|target| target.id == turned.target)
    };
    let since_last = since_last
        .filter(|change| kept.contains(change.pledge.as_str()))
        .filter(|change| {
            let pledge = pledges.iter().find(|pledge| pledge.id == change.pledge);
            let turned = change.turned.as_ref().zip(pledge);
            change.turned.is_none()
                || turned.is_some_and(|(turned, pledge)| is_seen(turned, pledge))
        })
        .cloned()
        .collect();
    let full = *audience == Audience::Full;
    let mut edition = Edition {
        label: audience.label(),
        name: match audience {
            Audience::Partner(id) => format!("partners/{id}"),
            Audience::Full | Audience::Public => audience.label(),
        },
        words: reader.words(),
        mend_first: reader.partner().is_some(),
        agreement: reader.agreement(),
        period: report.period.clone(),
        as_of: report.as_of,
        version: report.version,
        previous: report.previous.clone(),
        since_last,
        pledges,
        reporting: reader.reporting(),
        absent: reader.absent(),
        details,
        // The next version is compared with the full edition.
        remembered: only(full, &report.remembered),
        shown: only(full, &report.shown),
        ruled: only(full, &report.rulings),
        audit: only(full, &report.audit),
    };
    edition.agreement.partners = partners(&edition, &report.agreement, reader.partner());
    edition.agreement.activities = activities(&edition, &report.agreement);
    edition
}

/// The roles of the other recipients of an edition: never names or addresses, and nothing to a partner.
pub(crate) fn also_to(agreement: &Agreement, recipient: &Recipient) -> Vec<Role> {
    let is_partner = |one: &Recipient| matches!(one.audience, Audience::Partner(_));
    let mut others: Vec<Role> = Vec::new();
    if is_partner(recipient) || recipient.role == Role::Partner {
        return others;
    }
    let mut passed = false;
    for other in agreement
        .recipients
        .iter()
        .filter(|other| !is_partner(other))
    {
        // Oneself once; another in the same role is listed.
        if other == recipient && !passed {
            passed = true;
        } else if !others.contains(&other.role) {
            others.push(other.role);
        }
    }
    others
}

/// The index of the finding with a code at a cell: workbook, sheet, cell.
type ByCell<'a> = HashMap<(Code, (&'a str, &'a str, &'a str)), usize>;

/// The list if `shown`, otherwise an empty one.
fn only<L: Clone + Default>(shown: bool, list: &L) -> L {
    if shown { list.clone() } else { L::default() }
}

/// The findings about a workbook that the partner that keeps it may read, before there is a report.
pub(crate) fn findings_of_workbook(
    agreement: &Agreement,
    accounts: &[WorkbookAccount],
    findings: &[Finding],
    account: &WorkbookAccount,
) -> Vec<Finding> {
    let owners = owners(agreement, accounts);
    let partner = account.partner.as_deref();
    let is_own = |workbook: &str| owners.get(workbook).copied() == partner;
    let about = |finding: &&Finding| finding.place.workbook.as_ref() == Some(&account.workbook);
    let about = findings.iter().filter(about);
    about.map(|finding| finding.naming_only(is_own)).collect()
}

/// The partner that keeps each workbook, or the workbooks of each pattern.
fn owners<'a>(
    agreement: &'a Agreement,
    accounts: &'a [WorkbookAccount],
) -> HashMap<&'a str, &'a str> {
    let sources = agreement.sources.iter().rev();
    let mut owners: HashMap<&str, &str> = sources
        .map(|source| (source.files.as_str(), source.partner.as_str()))
        .collect();
    let kept = accounts.iter().rev();
    owners.extend(
        kept.filter_map(|account| Some((account.workbook.as_str(), account.partner.as_deref()?))),
    );
    owners
}

/// A reader of a report, and what it may see.
struct Reader<'a> {
    report: &'a Report,
    audience: &'a Audience,
    /// The partners that keep workbooks, by path or pattern.
    owners: HashMap<&'a str, &'a str>,
}

impl<'a> Reader<'a> {
    fn new(report: &'a Report, audience: &'a Audience) -> Reader<'a> {
        Reader {
            report,
            audience,
            owners: owners(&report.agreement, &report.accounts),
        }
    }

    /// The partner whose edition it is.
    fn partner(&self) -> Option<&'a str> {
        match self.audience {
            Audience::Partner(id) => Some(id),
            Audience::Full | Audience::Public => None,
        }
    }

    /// Whether cells, findings, remarks and file names are shown: everywhere but on the web.
    fn sees_cells(&self) -> bool {
        *self.audience != Audience::Public
    }

    /// Whether a workbook's content is shown: to a partner, only its own.
    fn sees_workbook(&self, workbook: &str) -> bool {
        match self.audience {
            Audience::Full => true,
            Audience::Public => false,
            Audience::Partner(id) => self.owners.get(workbook) == Some(&id.as_str()),
        }
    }

    /// Whether tasks of these partners are shown.
    fn sees_task(&self, responsible: &[String]) -> bool {
        self.partner()
            .is_none_or(|id| responsible.iter().any(|other| other == id))
    }

    fn words(&self) -> EditionWords {
        let name = |id| self.report.agreement.partner_name(id);
        let plain = |heading: Option<Phrase>| EditionWords {
            heading,
            findings: Phrase::new("ui-findings-intro"),
            subject: Phrase::new("letter-subject"),
        };
        match self.audience {
            Audience::Full => plain(None),
            Audience::Public => plain(Some(Phrase::new("ui-edition-public"))),
            Audience::Partner(id) => EditionWords {
                heading: Some(Phrase::new("ui-edition-partner").with("partner", name(id))),
                findings: Phrase::new("ui-findings-own"),
                subject: Phrase::new("letter-subject-partner").with("partner", name(id)),
            },
        }
    }

    /// The agreement, without names of partners and activities. A partner knows what it has agreed to, and has
    /// nothing to mend in the indicators.
    fn agreement(&self) -> EditionAgreement {
        let agreement = &self.report.agreement;
        let shared = self.partner().is_none();
        EditionAgreement {
            id: agreement.id.clone(),
            sha256: agreement.sha256.clone(),
            title: agreement.title.clone(),
            municipality: agreement.municipality.clone(),
            police_area: agreement.police_area.clone(),
            term: agreement.term,
            language: agreement.language.clone(),
            diary_number: agreement.delivery.diary_number.clone(),
            small_numbers: agreement.small_numbers,
            background: only(shared, &agreement.background),
            success: only(shared, &agreement.success),
            reporting: only(shared, &agreement.reporting),
            summaries: agreement.summaries.clone(),
            areas: agreement.areas.clone(),
            partners: BTreeMap::new(),
            activities: BTreeMap::new(),
            indicators: only(shared, &agreement.indicators),
            last_term: (agreement.last_term.as_ref()).map(|last| (last.title.clone(), last.as_of)),
        }
    }
}

/// The names of the partners that an edition names.
fn partners(
    edition: &Edition,
    agreement: &Agreement,
    reader: Option<&str>,
) -> BTreeMap<String, String> {
    let tasks = edition.pledges.iter().flat_map(|pledge| {
        let of_targets = pledge.targets.iter().flat_map(|target| &target.responsible);
        let by = pledge.notes.iter().filter_map(|note| note.by.as_ref());
        pledge.responsible.iter().chain(of_targets).chain(by)
    });
    let reporting = edition.reporting.iter().map(|row| &row.partner);
    let absent = edition.absent.iter().map(|one| &one.partner);
    let owners = edition
        .findings()
        .iter()
        .filter_map(|entry| entry.owner.as_ref());
    let accounts = edition
        .accounts()
        .iter()
        .filter_map(|account| account.partner.as_ref());
    let named = tasks
        .chain(reporting)
        .chain(absent)
        .chain(owners)
        .chain(accounts);
    let named: BTreeSet<&str> = named.map(String::as_str).chain(reader).collect();
    let partners = agreement
        .partners
        .iter()
        .filter(|partner| named.contains(partner.id.as_str()));
    partners
        .map(|partner| (partner.id.clone(), partner.name.clone()))
        .collect()
}

/// The activities that an edition counts, and the agreement's words for them.
fn activities(edition: &Edition, agreement: &Agreement) -> BTreeMap<String, ActivityKind> {
    let counted: BTreeSet<&str> = edition
        .targets()
        .flat_map(|target| {
            target.of.iter().chain(
                target
                    .windows
                    .iter()
                    .filter_map(|window| window.unit.as_ref()),
            )
        })
        .map(String::as_str)
        .collect();
    let kinds = agreement
        .activities
        .iter()
        .filter(|(id, _)| counted.contains(id.as_str()));
    kinds.map(|(id, kind)| (id.clone(), kind.clone())).collect()
}
