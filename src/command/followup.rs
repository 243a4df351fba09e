//! What `run` and `check` share: from an agreement's folder to its report.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Local, NaiveDate, Utc};

use crate::assess::assess;
use crate::compose::{MonthEnd, Parts, compose};
use crate::deliver::Sender;
use crate::error::Error;
use crate::gather::gather;
use crate::gather::isolate::{Isolation, Limits, Reader};
use crate::ledger;
use crate::model::activity::Gathered;
use crate::model::agreement::{Agreement, Recipient};
use crate::model::assessment::Assessment;
use crate::model::finding::{Code, Finding, Place, Severity};
use crate::model::report::{History, Report};
use crate::model::settings::Settings;
use crate::model::span::{DateSpan, Period};
use crate::model::target::{Kind, Target};
use crate::render::{FILES, Templates, check};
use crate::wording::Wording;

use super::gather_one::{self, Texts};
use super::outbox::partners::{self, Past};
use super::period::period;
use super::post::trouble;
use super::{Exit, Options, folder, settings, startpage, version};

/// Everything that is known before a version gets its number.
pub(super) struct FollowUp {
    agreement: Agreement,
    gathered: Gathered,
    assessments: Vec<Assessment>,
    earlier: Vec<MonthEnd>,
    findings: Vec<Finding>,
    period: Period,
    as_of: NaiveDate,
    history: History,
    /// What letters have told partners before.
    pub(super) past: Past,
    /// Who mail comes from.
    pub(super) sender: Sender,
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
        FollowUp::at(folder, options, None)
    }

    /// The same with what the ledger knew before a moment; none for all of it.
    ///
    /// # Errors
    /// As for [`FollowUp::new`].
    pub(super) fn at(folder: &Path, options: &Options, before: Option<DateTime<Utc>>) -> Result<FollowUp, Error> {
        let as_of = options.as_of.unwrap_or_else(|| Local::now().date_naive());
        let settings = settings::settings(options.settings.as_deref())?;
        let mut findings = Vec::new();
        let (agreement, texts) = folder::agreement(folder, &mut findings)?;
        let period = period(options.period.as_deref(), agreement.term, as_of)?;
        let wording = Wording::new(&agreement.language, &agreement.activities)?;
        let home = options.out.join(&agreement.id);
        let templates = folder::templates(folder)?;
        // A broken template stops the run before anything is read, written or sent.
        check(&wording, &templates)?;
        let mut entries = ledger::read(&version::ledger_of(&home))?;
        entries.retain(|entry| before.is_none_or(|before| entry.at() < before));
        let history = version::history(&home, &entries, &period)?;

        let drop_folder = options.workbooks.clone().unwrap_or_else(|| folder.join("workbooks"));
        let gathered =
            gather(&agreement, &drop_folder, as_of, &isolation(&texts, limits(&settings)))?.into_value(&mut findings);
        let assessments = assess(&agreement, &gathered, &period, as_of, &history).into_value(&mut findings);
        findings.extend(missing_attachments(&agreement));
        findings.extend(trouble::findings(&entries, history.previous.as_ref()));
        let (past, sender) = (partners::past(&entries), settings::sender(&settings, &agreement.municipality));
        let earlier = month_ends(&agreement, &gathered, &period, &history);
        Ok(FollowUp {
            agreement,
            gathered,
            assessments,
            earlier,
            findings,
            period,
            as_of,
            history,
            past,
            sender,
            wording,
            templates,
            home,
        })
    }

    /// Whether what is on disk of earlier versions is still what this was made with.
    ///
    /// # Errors
    /// If the ledger or the previous version is damaged.
    pub(super) fn knows_the_past(&self) -> Result<bool, Error> {
        let entries = ledger::read(&version::ledger_of(&self.home))?;
        Ok(version::history(&self.home, &entries, &self.period)? == self.history)
    }

    /// The agreement's start page, with every version there is.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn write_start_page(&self) -> Result<(), Error> {
        startpage::write(&self.home, &self.agreement, &self.wording, &self.templates)
    }

    /// The name of the period it is about.
    pub(super) fn period(&self) -> String {
        self.period.to_string()
    }

    /// The report, as the version of that number.
    pub(super) fn report(&self, version: u32) -> Report {
        self.composed(version, self.assessments.clone())
    }

    /// The same, were it sent on the day it is made for: where its own sending is a step, that it is taken is no news.
    pub(super) fn as_sent(&self, report: &Report) -> Report {
        let period = self.period.to_string();
        let is_step = |target: &Target| match &target.kind {
            Kind::Milestone { steps, .. } => steps.iter().any(|step| step.sent.as_ref() == Some(&period)),
            _ => false,
        };
        if !self.agreement.pledges.iter().flat_map(|pledge| &pledge.targets).any(is_step) {
            return report.clone();
        }
        let mut history = self.history.clone();
        history.sent.push((period, self.as_of));
        let assessed = assess(&self.agreement, &self.gathered, &self.period, self.as_of, &history);
        self.composed(report.version, assessed.value)
    }

    fn composed(&self, version: u32, assessments: Vec<Assessment>) -> Report {
        compose(Parts {
            agreement: &self.agreement,
            gathered: &self.gathered,
            assessments,
            before: &self.earlier,
            findings: self.findings.clone(),
            period: &self.period,
            as_of: self.as_of,
            history: &self.history,
            version,
        })
    }
}

/// What the reading of one workbook may use.
pub(super) fn limits(settings: &Settings) -> Limits {
    let usual = Limits::default();
    let processor = settings.reader_seconds.map_or(usual.processor, Duration::from_secs);
    // A busy machine may take some times as long on the clock.
    let clock = usual.clock.max(processor * 3);
    Limits { memory: settings.reader_memory.unwrap_or(usual.memory), processor, clock }
}

/// Files that a recipient is to have and that no version holds.
fn missing_attachments(agreement: &Agreement) -> Vec<Finding> {
    // What nobody has asked for by name goes as far as it is made.
    let named = agreement.recipients.iter().filter(|recipient| recipient.attach != Recipient::USUALLY_ATTACHED);
    let asked = named.flat_map(|recipient| {
        let missing = recipient.attach.iter().filter(|name| !FILES.contains(&name.as_str()));
        missing.map(move |name| (recipient, name))
    });
    let finding = |(recipient, name): (&Recipient, &String)| {
        Finding::new(Code::MissingAttachment, Place::none()).with("file", name).with("role", recipient.role.name())
    };
    asked.map(finding).collect()
}

/// The verdicts at the end of each month of the term before the period's last, by what is known now of each.
fn month_ends(agreement: &Agreement, gathered: &Gathered, period: &Period, history: &History) -> Vec<MonthEnd> {
    let passed = agreement.term.each_month().take_while(|month| month.to < period.end());
    let at_end = |month: DateSpan| {
        let (year, number) = month.as_month()?;
        let then = Period::month(year, number)?;
        let mut assessments = assess(agreement, gathered, &then, month.to, history).value;
        // Their verdicts are what is shown; the rows of every month end would fill the memory.
        for target in assessments.iter_mut().flat_map(|assessment| &mut assessment.targets) {
            (target.counted, target.not_counted) = (Vec::new(), Vec::new());
        }
        Some(MonthEnd { month, assessments })
    };
    passed.filter_map(at_end).collect()
}

/// Each workbook is read by this program in a process of its own.
pub(super) fn isolation(texts: &Texts, limits: Limits) -> Isolation {
    // On Linux this names the running program also when a newer one has been put in its place, as happens while `watch` runs.
    let itself = Path::new("/proc/self/exe");
    let program =
        if cfg!(target_os = "linux") && itself.exists() { Ok(itself.to_owned()) } else { std::env::current_exe() };
    match (program, serde_json::to_string(texts)) {
        (Ok(program), Ok(agreement)) => {
            Isolation::Child(Reader { program, arguments: vec![gather_one::NAME.to_owned()], agreement, limits })
        }
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
