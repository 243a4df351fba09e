//! An agreement made ready to be followed up: all that can be wrong before its workbooks are read is told here.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};

use super::period::period;
use super::{Options, agreement, folder, settings};
use crate::error::Error;
use crate::gather::isolate::Isolation;
use crate::load::AgreementTexts;
use crate::model::agreement::Agreement;
use crate::model::finding::Finding;
use crate::model::settings::Settings;
use crate::model::span::Period;
use crate::render::{Templates, check};
use crate::store::Versions;
use crate::wording::Wording;

/// An agreement that loads, with all that is needed to follow it up: nothing has been read of its workbooks or its past.
pub(super) struct ReadyAgreement {
    pub(super) agreement: Agreement,
    pub(super) texts: AgreementTexts,
    pub(super) isolation: Isolation,
    pub(super) findings: Vec<Finding>,
    pub(super) period: Period,
    pub(super) as_of: NaiveDate,
    pub(super) drop_folder: PathBuf,
    pub(super) settings: Settings,
    /// The words of the agreement's language, and those of the terminal.
    pub(super) wording: Wording,
    pub(super) spoken: Wording,
    pub(super) templates: Templates,
    /// Its versions.
    pub(super) versions: Versions,
}

impl ReadyAgreement {
    /// Loads the agreement, its templates and the settings.
    ///
    /// # Errors
    /// If any of them has faults, or the arguments are invalid.
    pub(super) fn new(folder: &Path, options: &Options) -> Result<ReadyAgreement, Error> {
        let as_of = options.as_of.unwrap_or_else(|| Local::now().date_naive());
        let settings = settings::settings(options.settings.as_deref())?;
        let mut findings = Vec::new();
        let (agreement, texts) = agreement::agreement(folder, &mut findings)?;
        let period = period(options.period.as_deref(), agreement.term, as_of)?;
        let wording = Wording::new(&agreement.language, &agreement.activities)?;
        let spoken = options
            .language
            .wording(&agreement.language, &agreement.activities)?;
        let versions = Versions::new(options.out.join(&agreement.id));
        let templates = agreement::templates(folder)?;
        // A broken template stops the run before anything is read, written or sent.
        check(&wording, &templates)?;
        Ok(ReadyAgreement {
            isolation: options.readers.isolation(&texts, &settings, &options.out),
            agreement,
            texts,
            findings,
            period,
            as_of,
            drop_folder: folder::drop_folder(folder, options),
            settings,
            wording,
            spoken,
            templates,
            versions,
        })
    }
}
