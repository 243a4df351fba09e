//! What `run` and `check` share: from an agreement's folder to its report.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};

use crate::assess::assess;
use crate::compose::{Parts, compose};
use crate::error::Error;
use crate::gather::gather;
use crate::gather::isolate::{Isolation, Limits, Reader};
use crate::model::activity::Gathered;
use crate::model::agreement::Agreement;
use crate::model::assessment::Assessment;
use crate::model::finding::{Finding, Severity};
use crate::model::report::{History, Report};
use crate::model::span::Period;
use crate::render::Templates;
use crate::wording::Wording;

use super::gather_one::{self, Texts};
use super::period::period;
use super::{Exit, Options, folder, version};

/// Everything that is known before a version gets its number.
pub(super) struct FollowUp {
    agreement: Agreement,
    gathered: Gathered,
    assessments: Vec<Assessment>,
    findings: Vec<Finding>,
    period: Period,
    as_of: NaiveDate,
    history: History,
    /// The words of the agreement's language.
    pub(super) wording: Wording,
    /// The agreement's own templates.
    pub(super) templates: Templates,
    /// Where its versions are: `outputs/<agreement>`.
    pub(super) home: PathBuf,
}

impl FollowUp {
    /// Loads, gathers and assesses.
    ///
    /// # Errors
    /// If the agreement has faults, the arguments cannot be meant so, or a file that must be there cannot be read.
    pub(super) fn new(folder: &Path, options: &Options) -> Result<FollowUp, Error> {
        let as_of = options.as_of.unwrap_or_else(|| Local::now().date_naive());
        let mut findings = Vec::new();
        let (agreement, texts) = folder::agreement(folder, &mut findings)?;
        let period = period(options.period.as_deref(), agreement.term, as_of)?;
        let wording = Wording::new(&agreement.language, &agreement.activities)?;
        let home = options.out.join(&agreement.id);
        let history = version::history(&home, &period)?;

        let drop_folder = options.workbooks.clone().unwrap_or_else(|| folder.join("workbooks"));
        let gathered = gather(&agreement, &drop_folder, as_of, &isolation(&texts))?.into_value(&mut findings);
        let assessments = assess(&agreement, &gathered, &period, as_of, &history).into_value(&mut findings);
        let templates = folder::templates(folder)?;
        Ok(FollowUp { agreement, gathered, assessments, findings, period, as_of, history, wording, templates, home })
    }

    /// Whether what is on disk of earlier versions is still what this was made with.
    ///
    /// # Errors
    /// If the ledger or the previous version is damaged.
    pub(super) fn knows_the_past(&self) -> Result<bool, Error> {
        Ok(version::history(&self.home, &self.period)? == self.history)
    }

    /// The name of the period it is about.
    pub(super) fn period(&self) -> String {
        self.period.to_string()
    }

    /// The report, as the version of that number.
    pub(super) fn report(&self, version: u32) -> Report {
        compose(Parts {
            agreement: &self.agreement,
            gathered: &self.gathered,
            assessments: self.assessments.clone(),
            findings: self.findings.clone(),
            period: &self.period,
            as_of: self.as_of,
            history: &self.history,
            version,
        })
    }
}

/// Each workbook is read by this program in a process of its own.
pub(super) fn isolation(texts: &Texts) -> Isolation {
    match (std::env::current_exe(), serde_json::to_string(texts)) {
        (Ok(program), Ok(agreement)) => Isolation::Child(Reader {
            program,
            arguments: vec![gather_one::NAME.to_owned()],
            agreement,
            limits: Limits::default(),
        }),
        _ => {
            tracing::warn!("the program does not know where it lies: workbooks are read without limits");
            Isolation::InProcess
        }
    }
}

/// How a report ends the command.
pub(super) fn exit(report: &Report) -> Exit {
    let has_errors = report.findings.iter().any(|finding| finding.severity() == Severity::Error);
    if has_errors { Exit::Findings } else { Exit::Finished }
}
