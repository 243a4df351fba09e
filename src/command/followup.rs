//! What `run` and `check` share: from an agreement's folder to its report.

use chrono::{DateTime, Utc};

use super::history::{history, read_changed};
use super::latest::latest;
use super::ready::ReadyAgreement;
use super::startpage;
use crate::assess::{as_if_sent, assess, mark_gone, month_ends};
use crate::compose::{Parts, compose};
use crate::deliver::{
    EarlierLetters, Sender, VersionInput, earlier_letters, missing_attachments, undelivered,
};
use crate::error::Error;
use crate::gather::gather;
use crate::load::AgreementTexts;
use crate::model::report::Report;
use crate::render::{Extent, Templates};
use crate::store::Versions;
use crate::wording::Wording;

/// The report before it is a version, and everything else that a version is made from.
pub(super) struct FollowUp {
    /// The report.
    pub(super) report: Report,
    /// The same without its rows, were it sent on the day it is made for.
    as_sent: Report,
    /// The texts that the agreement was made from.
    pub(super) texts: AgreementTexts,
    /// What letters have told before.
    earlier_letters: EarlierLetters,
    /// Who mail comes from.
    sender: Sender,
    /// The words of the agreement's language.
    pub(super) wording: Wording,
    /// The words of the terminal.
    pub(super) spoken: Wording,
    /// The agreement's own templates.
    templates: Templates,
    /// Its versions.
    pub(super) versions: Versions,
}

impl ReadyAgreement {
    /// Gathers, assesses and composes, with what the ledger knew before a moment; none for all of it.
    ///
    /// # Errors
    /// If a file that must be there cannot be read, or is not as it was written.
    pub(super) fn follow_up(self, before: Option<DateTime<Utc>>) -> Result<FollowUp, Error> {
        let ReadyAgreement {
            agreement,
            texts,
            isolation,
            mut findings,
            period,
            as_of,
            drop_folder,
            settings,
            wording,
            spoken,
            templates,
            versions,
        } = self;
        if !drop_folder.exists() {
            return Err(Error::NoDropFolder(drop_folder));
        }
        let mut entries = versions.ledger().read()?;
        if let Some(before) = before {
            entries = entries.before(before);
        }
        let mut history = history(&versions, &entries, &period, agreement.counts_persons())?;
        let mut gathered =
            gather(&agreement, &drop_folder, as_of, &isolation)?.into_value(&mut findings);
        read_changed(&versions, &mut history, &gathered)?;
        findings.extend(mark_gone(&agreement, &mut gathered, &history));
        let assessments =
            assess(&agreement, &gathered, &period, as_of, &history).into_value(&mut findings);
        findings.extend(missing_attachments(&agreement));
        let previous = history.previous.as_ref();
        findings.extend(undelivered(&versions, &entries, &period, previous, as_of));
        let findings = texts.placed(findings);
        let earlier_letters = earlier_letters(&entries);
        let sender = Sender::new(settings.mail.as_ref(), &agreement.municipality);
        let earlier = month_ends(&agreement, &gathered, &period, &history);
        let latest = latest(
            &agreement,
            &drop_folder,
            &isolation,
            (&period, as_of),
            &history,
        )?;
        let composed = |assessments| {
            compose(Parts {
                latest: latest.as_deref(),
                agreement: &agreement,
                gathered: &gathered,
                assessments,
                before: &earlier,
                findings: findings.clone(),
                period: &period,
                as_of,
                history: &history,
                version: 0,
            })
        };
        let report = composed(assessments);
        let as_sent = match as_if_sent(&agreement, &period, as_of, &history) {
            Some(then) => {
                composed(assess(&agreement, &gathered, &period, as_of, &then).value).without_rows()
            }
            None => report.without_rows(),
        };
        Ok(FollowUp {
            report,
            as_sent,
            texts,
            earlier_letters,
            sender,
            wording,
            spoken,
            templates,
            versions,
        })
    }
}

impl FollowUp {
    /// The agreement's start page, with every version there is.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn write_start_page(&self) -> Result<(), Error> {
        startpage::write(
            &self.versions,
            &self.report.agreement,
            &self.wording,
            &self.templates,
        )
    }

    /// The name of the period it is about.
    pub(super) fn period(&self) -> String {
        self.report.period.to_string()
    }

    /// The same as the version of that number.
    pub(super) fn with_version(mut self, version: u32) -> FollowUp {
        (self.report.version, self.as_sent.version) = (version, version);
        self
    }

    /// What the files of a version are made from.
    pub(super) fn version_input(&self) -> VersionInput<'_> {
        VersionInput {
            report: &self.report,
            as_sent: &self.as_sent,
            wording: &self.wording,
            templates: &self.templates,
            sender: &self.sender,
            earlier: &self.earlier_letters,
            extent: Extent::Files,
        }
    }
}
