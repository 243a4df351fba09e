//! What an edition shows of a report. Every format asks here, so that nothing slips out in one of them.

use std::borrow::Cow;

use crate::model::activity::WorkbookAccount;
use crate::model::agreement::{Audience, Pledge};
use crate::model::assessment::{Assessment, Claimed, Status, TargetAssessment};
use crate::model::finding::{Arg, Code, Finding};
use crate::model::report::{Report, Reporting, RetroactiveChange, StatusChange};

/// A report as one kind of reader gets it.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The whole report.
    pub report: &'a Report,
    edition: &'a Audience,
}

/// A pledge with its verdict and its place in the agreement.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// Its ordinal in the agreement, from 1: the same in every edition.
    pub number: usize,
    /// What was promised.
    pub pledge: &'a Pledge,
    /// How it stands.
    pub assessment: &'a Assessment,
}

/// The report without what others than its reader keep to themselves: a partner is told that a row of its is like another
/// partner's, and that a workbook of its is a copy, but not where in whose workbook the other stands.
pub fn seen_by<'a>(report: &'a Report, edition: &Audience) -> Cow<'a, Report> {
    let Audience::Partner(partner) = edition else {
        return Cow::Borrowed(report);
    };
    let scope = Scope::new(report, edition);
    let names_others = |finding: &Finding| {
        let named =
            ["original", "workbook"]
                .into_iter()
                .filter_map(|name| match finding.args.get(name) {
                    Some(Arg::Text(workbook)) => Some(scope.owner(workbook)),
                    _ => None,
                });
        named
            .into_iter()
            .any(|owner| owner != Some(partner.as_str()))
    };
    if !report.findings.iter().any(names_others) {
        return Cow::Borrowed(report);
    }
    let mut seen = report.clone();
    for finding in seen
        .findings
        .iter_mut()
        .filter(|finding| names_others(finding))
    {
        for name in ["original", "workbook", "sheet", "cell", "partner"] {
            if let Some(arg) = finding.args.get_mut(name) {
                *arg = Arg::from("none");
            }
        }
    }
    Cow::Owned(seen)
}

impl<'a> Scope<'a> {
    /// The report as this edition shows it.
    pub fn new(report: &'a Report, edition: &'a Audience) -> Scope<'a> {
        Scope { report, edition }
    }

    /// Whether cells, findings, remarks and names of files are shown: everywhere but on the web.
    pub fn shows_cells(&self) -> bool {
        *self.edition != Audience::Public
    }

    /// The partner whose edition it is.
    pub fn partner(&self) -> Option<&'a str> {
        match self.edition {
            Audience::Partner(id) => Some(id),
            _ => None,
        }
    }

    /// The pledges it tells, with their verdicts, in the agreement's order.
    pub fn pledges(&self) -> Vec<Judged<'a>> {
        let report = self.report;
        let judged = report
            .agreement
            .pledges
            .iter()
            .enumerate()
            .filter_map(|(index, pledge)| {
                let assessment = report
                    .assessments
                    .iter()
                    .find(|assessment| assessment.pledge == pledge.id)?;
                Some(Judged {
                    number: index + 1,
                    pledge,
                    assessment,
                })
            });
        judged
            .filter(|judged| self.partner().is_none_or(|id| judged.concerns(id)))
            .collect()
    }

    /// The targets of a pledge that it tells: to a partner, those it answers for.
    pub fn targets(
        &self,
        judged: Judged<'a>,
    ) -> impl Iterator<Item = &'a TargetAssessment> + use<'a> {
        let partner = self.partner();
        let targets = judged.assessment.targets.iter();
        targets.filter(move |target| {
            partner.is_none_or(|id| target.responsible.iter().any(|other| other == id))
        })
    }

    /// Whether it may name what stands in a workbook: to a partner, only what is its own.
    pub fn shows_workbook(&self, workbook: &str) -> bool {
        match self.edition {
            Audience::Full => true,
            Audience::Public => false,
            Audience::Partner(id) => self.owner(workbook) == Some(id),
        }
    }

    /// The findings it tells.
    pub fn findings(&self) -> Vec<&'a Finding> {
        let told = |finding: &&Finding| match self.edition {
            Audience::Full => true,
            Audience::Public => false,
            Audience::Partner(id) => {
                self.subject(finding)
                    .and_then(|subject| self.owner(subject))
                    == Some(id)
            }
        };
        self.report.findings.iter().filter(told).collect()
    }

    /// The workbook that a finding is about; where none is there, the pattern of the source that should have one.
    pub fn subject(&self, finding: &'a Finding) -> Option<&'a str> {
        let of_source = matches!(
            finding.code,
            Code::NoWorkbook | Code::MissingMonth | Code::QuietSource
        );
        let source = || {
            let sources = self.report.agreement.sources.iter();
            sources
                .filter(|_| of_source)
                .find(|source| Some(source.line) == finding.place.line)
        };
        finding
            .place
            .workbook
            .as_deref()
            .or_else(|| source().map(|source| source.files.as_str()))
    }

    /// The partner whose workbook it is; of a pattern that matches nothing, the source's.
    pub fn owner(&self, workbook: &str) -> Option<&'a str> {
        let account = self
            .report
            .accounts
            .iter()
            .find(|account| account.workbook == workbook);
        account
            .and_then(|account| account.partner.as_deref())
            .or_else(|| {
                let source = self
                    .report
                    .agreement
                    .sources
                    .iter()
                    .find(|source| source.files == workbook);
                source.map(|source| source.partner.as_str())
            })
    }

    /// The workbooks it accounts for.
    pub fn accounts(&self) -> Vec<&'a WorkbookAccount> {
        let told = |account: &&WorkbookAccount| match self.edition {
            Audience::Full => true,
            Audience::Public => false,
            Audience::Partner(id) => account.partner.as_deref() == Some(id),
        };
        self.report.accounts.iter().filter(told).collect()
    }

    /// Who has reported which month. Where workbooks are not named a partner has one row a month: reported is what all of
    /// its workbooks have.
    pub fn reporting(&self) -> Vec<Reporting> {
        let mut told: Vec<Reporting> = Vec::new();
        for row in self
            .report
            .reporting
            .iter()
            .filter(|row| self.partner().is_none_or(|id| row.partner == id))
        {
            let source = if self.shows_cells() {
                row.source.clone()
            } else {
                String::new()
            };
            let row = Reporting {
                source,
                ..row.clone()
            };
            let same = |known: &&mut Reporting| {
                (&known.partner, &known.source, known.month)
                    == (&row.partner, &row.source, row.month)
            };
            match told.iter_mut().find(same) {
                Some(known) => known.received &= row.received,
                None => told.push(row),
            }
        }
        told
    }

    /// The verdicts that are other than last time.
    pub fn since_last(&self) -> Vec<(&'a StatusChange, Judged<'a>)> {
        let pledges = self.pledges();
        let told = |change: &'a StatusChange| {
            let judged = pledges
                .iter()
                .find(|judged| judged.pledge.id == change.pledge)?;
            Some((change, *judged))
        };
        self.report.since_last.iter().filter_map(told).collect()
    }

    /// The figures of periods already reported that have changed.
    pub fn retroactive(&self) -> Vec<&'a RetroactiveChange> {
        let told = |change: &&RetroactiveChange| match self.edition {
            Audience::Full => true,
            Audience::Public => false,
            Audience::Partner(id) => self.owner(&change.origin.workbook) == Some(id),
        };
        self.report.retroactive.iter().filter(told).collect()
    }

    /// Whether any figure it would show is withheld.
    pub fn withholds(&self) -> bool {
        let hidden =
            |target: &TargetAssessment| target.windows.iter().any(|window| window.withheld);
        self.pledges()
            .into_iter()
            .any(|judged| self.targets(judged).any(hidden))
    }

    /// What an owner claims, as it may be told: on the web only in words that everybody uses, since a cell of its own words
    /// may name people.
    pub fn claim(&self, claimed: &'a Claimed) -> Option<&'a str> {
        (self.shows_cells() || is_usual(&claimed.status)).then_some(claimed.status.as_str())
    }
}

impl Judged<'_> {
    /// Whether a partner answers for it, or for a target of it.
    fn concerns(&self, partner: &str) -> bool {
        let names = |ids: &[String]| ids.iter().any(|id| id == partner);
        names(&self.pledge.responsible)
            || self
                .assessment
                .targets
                .iter()
                .any(|target| names(&target.responsible))
    }

    /// Its status.
    pub fn status(&self) -> Status {
        self.assessment.status
    }
}

/// Words in which a claim names nobody.
const USUAL: [&str; 76] = [
    "avbruten",
    "avbrutet",
    "avslutad",
    "avslutat",
    "avvaktar",
    "att",
    "behov",
    "behöver",
    "börja",
    "börjat",
    "delvis",
    "den",
    "det",
    "efter",
    "ej",
    "enligt",
    "fas",
    "finns",
    "fullt",
    "färdig",
    "färdigt",
    "försenad",
    "försenat",
    "genomförd",
    "genomförda",
    "genomfört",
    "grön",
    "grönt",
    "gul",
    "gult",
    "gång",
    "har",
    "i",
    "inget",
    "införd",
    "införs",
    "infört",
    "inte",
    "klar",
    "klara",
    "klart",
    "löpande",
    "men",
    "nej",
    "ja",
    "och",
    "pausad",
    "pausat",
    "plan",
    "planen",
    "planerad",
    "planerat",
    "planeras",
    "påbörjad",
    "påbörjat",
    "pågår",
    "pågående",
    "på",
    "röd",
    "rött",
    "sen",
    "senare",
    "startad",
    "startat",
    "tid",
    "uppfylld",
    "uppfyllt",
    "ut",
    "vilande",
    "väg",
    "väntar",
    "ännu",
    "är",
    "helt",
    "nästan",
    "snart",
];

/// The same in English.
const USUAL_IN_ENGLISH: [&str; 30] = [
    "and",
    "behind",
    "cancelled",
    "closed",
    "complete",
    "completed",
    "delayed",
    "done",
    "finished",
    "fulfilled",
    "green",
    "in",
    "no",
    "not",
    "of",
    "on",
    "ongoing",
    "partly",
    "paused",
    "planned",
    "progress",
    "red",
    "schedule",
    "started",
    "time",
    "to",
    "track",
    "yellow",
    "yes",
    "yet",
];

/// Whether every word of a claim is a usual one, or a number.
fn is_usual(claim: &str) -> bool {
    let words = claim
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).all(|word| {
        word.chars().all(char::is_numeric)
            || USUAL.contains(&word.as_str())
            || USUAL_IN_ENGLISH.contains(&word.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_in_its_own_words_may_name_people() {
        for claim in [
            "Klart",
            "Pågår",
            "Ej påbörjat",
            "Inte klart ännu.",
            "Pågår enligt plan",
            "75 %",
            "On track",
        ] {
            assert!(is_usual(claim), "{claim}");
        }
        for claim in [
            "Pågår, Anna ringer",
            "Klart enligt A. Svensson",
            "Väntar på Johan",
            "070-123 45 67 x",
        ] {
            assert!(!is_usual(claim), "{claim}");
        }
    }
}
