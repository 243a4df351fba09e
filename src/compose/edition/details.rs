//! Findings, workbooks and reporting, as far as a reader may see them.

use super::Reader;
use crate::model::account::EditionAccount;
use crate::model::activity::WorkbookAccount;
use crate::model::agreement::Audience;
use crate::model::edition::{AbsentWorkbook, EditionDetails, EditionFinding};
use crate::model::finding::{Code, Finding, FindingKind};
use crate::model::report::Reporting;

impl<'a> Reader<'a> {
    /// Findings, workbooks and their cells; none for the web.
    pub(super) fn details(&self) -> Option<EditionDetails> {
        let report = self.report;
        let sees = |workbook: &str| self.sees_workbook(workbook);
        let rulings = report.agreement.rulings.iter();
        let accounts = report.accounts.iter();
        self.sees_cells().then(|| EditionDetails {
            findings: self.findings(),
            accounts: accounts
                .filter(|account| self.sees_account(account.partner.as_deref()))
                .map(|account| self.account(account))
                .collect(),
            retroactive: match self.audience {
                Audience::Full => report.retroactive.clone(),
                Audience::Public | Audience::Partner(_) => {
                    let changes = report.retroactive.iter();
                    let own = changes.filter(|change| sees(&change.origin.workbook));
                    own.cloned().collect()
                }
            },
            rulings: rulings
                .filter(|ruling| sees(&ruling.workbook))
                .cloned()
                .collect(),
        })
    }

    /// The account of a workbook, without counts of rows that may be persons.
    fn account(&self, account: &WorkbookAccount) -> EditionAccount {
        EditionAccount::new(account, |sheet| {
            let place = (account.workbook.clone(), sheet.to_owned());
            !self.report.uncounted.contains(&place)
        })
    }

    /// Whether the account of a partner's workbook is shown.
    fn sees_account(&self, partner: Option<&str>) -> bool {
        match self.audience {
            Audience::Full => true,
            Audience::Public => false,
            Audience::Partner(id) => partner == Some(id),
        }
    }

    /// The findings, to a partner those about its own workbooks and sources.
    fn findings(&self) -> Vec<EditionFinding> {
        let entry = self.report.findings.iter().map(|finding| {
            let subject = self.subject(finding);
            let owner = subject.and_then(|subject| self.owners.get(subject));
            (finding, subject, owner)
        });
        let seen = entry.filter(|(_, _, owner)| {
            self.partner()
                .is_none_or(|id| owner.is_some_and(|owner| *owner == id))
        });
        let view =
            |(finding, subject, owner): (&Finding, Option<&str>, Option<&&str>)| EditionFinding {
                finding: self.redacted(finding),
                subject: subject.map(str::to_owned),
                owner: owner.map(|owner| (*owner).to_owned()),
            };
        seen.map(view).collect()
    }

    /// A finding without what is private to others: a partner sees that a row of its is like another partner's, and
    /// that a workbook of its is a copy, but not where in whose workbook the other is.
    fn redacted(&self, finding: &Finding) -> Finding {
        match self.partner() {
            Some(partner) => {
                finding.naming_only(|workbook| self.owners.get(workbook) == Some(&partner))
            }
            None => finding.clone(),
        }
    }

    /// The workbook of a finding; if there is none, the pattern of the source that should have one.
    fn subject(&self, finding: &'a Finding) -> Option<&'a str> {
        let workbook = finding.place.workbook.as_deref();
        workbook.or_else(|| finding.source_pattern())
    }

    /// Who has reported which month. Where workbooks are not named a partner has one row a month: reported if all of
    /// its workbooks have.
    pub(super) fn reporting(&self) -> Vec<Reporting> {
        let rows = self.report.reporting.iter();
        let own = rows.filter(|row| self.partner().is_none_or(|id| row.partner == id));
        let mut entry: Vec<Reporting> = Vec::new();
        for row in own {
            let mut row = row.clone();
            if !self.sees_cells() {
                row.source = String::new();
            }
            let same = |known: &&mut Reporting| {
                (&known.partner, &known.source, known.month)
                    == (&row.partner, &row.source, row.month)
            };
            match entry.iter_mut().find(same) {
                Some(known) => known.received &= row.received,
                None => entry.push(row),
            }
        }
        entry
    }

    /// Workbooks that are missing or could not be opened, of any partner.
    pub(super) fn absent(&self) -> Vec<AbsentWorkbook> {
        let absent = self.report.findings.iter().filter_map(|finding| {
            let (unreadable, gone) = match finding.code() {
                Code::NoWorkbook => (false, false),
                Code::UnreadableWorkbook
                | Code::EncryptedWorkbook
                | Code::UnsupportedFormat
                | Code::ReaderLimit => (true, false),
                Code::WorkbookGone if finding.explanation.is_none() => (false, true),
                _ => return None,
            };
            let subject = self.subject(finding)?;
            let partner = match &finding.kind {
                FindingKind::WorkbookGone { partner, .. } => partner.0.as_deref()?,
                _ => *self.owners.get(subject)?,
            };
            let seen = self.partner().is_none_or(|own| own == partner);
            seen.then(|| AbsentWorkbook {
                partner: partner.to_owned(),
                workbook: self.sees_cells().then(|| subject.to_owned()),
                unreadable,
                gone,
            })
        });
        absent.collect()
    }
}
