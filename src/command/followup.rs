//! What `run` and `check` share: from an agreement's folder to its report.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Local, NaiveDate, Utc};

use crate::assess::{assess, verdicts};
use crate::compose::{MonthEnd, Parts, compose};
use crate::deliver::Sender;
use crate::error::Error;
use crate::gather::gather;
use crate::gather::isolate::{Isolation, Limits, ReaderProcess};
use crate::model::activity::Gathered;
use crate::model::agreement::{Agreement, Recipient};
use crate::model::finding::{Code, Finding, Place, Severity};
use crate::model::report::{History, Report};
use crate::model::settings::Settings;
use crate::model::span::{DateSpan, Period};
use crate::model::target::{Target, TargetKind};
use crate::render::{Extent, FILES, Templates, check};
use crate::store::ledger;
use crate::wording::Wording;

use super::gather_one::{self, Texts};
use super::period::period;
use super::{Exit, Options, folder, settings, startpage};
use crate::deliver::outbox::partners::{self, Past};
use crate::deliver::outbox::{self, Making};
use crate::deliver::undelivered;
use crate::store::{self, Hashes};

/// The report before it is a version, and everything else that a version is made from.
pub(super) struct FollowUp {
    /// The report.
    pub(super) report: Report,
    /// The same without its rows, were it sent on the day it is made for.
    as_sent: Report,
    history: History,
    /// What letters have told before.
    past: Past,
    /// Who mail comes from.
    sender: Sender,
    /// The words of the agreement's language.
    pub(super) wording: Wording,
    /// The agreement's own templates.
    templates: Templates,
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
    pub(super) fn at(
        folder: &Path,
        options: &Options,
        before: Option<DateTime<Utc>>,
    ) -> Result<FollowUp, Error> {
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
        let mut entries = ledger::read(&store::ledger_of(&home))?;
        entries.retain(|entry| before.is_none_or(|before| entry.at() < before));
        let mut history = store::history(&home, &entries, &period)?;

        let drop_folder = options
            .workbooks
            .clone()
            .unwrap_or_else(|| folder.join("workbooks"));
        let gathered = gather(
            &agreement,
            &drop_folder,
            as_of,
            &isolation(&texts, limits(&settings)),
        )?
        .into_value(&mut findings);
        let assessments =
            assess(&agreement, &gathered, &period, as_of, &history).into_value(&mut findings);
        findings.extend(missing_attachments(&agreement));
        findings.extend(undelivered::findings(&entries, history.previous.as_ref()));
        let (past, sender) = (
            partners::past(&entries),
            settings::sender(&settings, &agreement.municipality),
        );
        let earlier = month_ends(&agreement, &gathered, &period, &history);
        let composed = |assessments| {
            compose(Parts {
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
        forget_rows(&mut history);
        Ok(FollowUp {
            report,
            as_sent,
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
        let entries = ledger::read(&store::ledger_of(&self.home))?;
        let mut history = store::history(&self.home, &entries, &self.report.period)?;
        forget_rows(&mut history);
        Ok(history == self.history)
    }

    /// The agreement's start page, with every version there is.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn write_start_page(&self) -> Result<(), Error> {
        startpage::write(
            &self.home,
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
    pub(super) fn numbered(mut self, version: u32) -> FollowUp {
        (self.report.version, self.as_sent.version) = (version, version);
        self
    }

    /// What the files of a version are made from.
    pub(super) fn making(&self) -> Making<'_> {
        let FollowUp {
            report,
            as_sent,
            wording,
            templates,
            sender,
            past,
            ..
        } = self;
        Making {
            report,
            as_sent,
            wording,
            templates,
            sender,
            past,
            extent: Extent::Files,
        }
    }

    /// What tells whether a version's content would be another: a hash of everything it is made of, with a stand-in for its
    /// number, for as-of and for the sender. What letters have told before is no part of it: to send a version is no change to it.
    ///
    /// # Errors
    /// If something cannot be made.
    pub(super) fn content(&self) -> Result<String, Error> {
        let undated = Report {
            as_of: self.report.period.end(),
            version: 0,
            ..self.report.clone()
        };
        let nobody = Sender {
            name: String::new(),
            address: None,
            reply_to: None,
        };
        let making = Making {
            report: &undated,
            as_sent: &undated.without_rows(),
            sender: &nobody,
            past: &Past::new(),
            extent: Extent::Content,
            ..self.making()
        };
        let mut hashes = Hashes::default();
        outbox::make(&making, &mut hashes)?;
        Ok(hashes.content())
    }
}

/// What is known of the past once the report has been sent; none if its own sending is no step of a target.
fn as_if_sent(
    agreement: &Agreement,
    period: &Period,
    as_of: NaiveDate,
    history: &History,
) -> Option<History> {
    let name = period.to_string();
    let is_step = |target: &Target| match &target.kind {
        TargetKind::Milestone { steps, .. } => {
            steps.iter().any(|step| step.sent.as_ref() == Some(&name))
        }
        _ => false,
    };
    let mut targets = agreement.pledges.iter().flat_map(|pledge| &pledge.targets);
    targets.any(is_step).then(|| {
        let mut then = history.clone();
        then.sent.push((name.clone(), as_of));
        then
    })
}

/// The rows of the previous version are compared with once; its hash stands for them afterwards.
fn forget_rows(history: &mut History) {
    if let Some(previous) = &mut history.previous {
        previous.activities = Vec::new();
    }
}

/// What the reading of one workbook may use.
pub(super) fn limits(settings: &Settings) -> Limits {
    let usual = Limits::default();
    let processor = settings
        .reader_seconds
        .map_or(usual.processor, Duration::from_secs);
    // A busy machine may take some times as long on the clock.
    let clock = usual.clock.max(processor * 3);
    Limits {
        memory: settings.reader_memory.unwrap_or(usual.memory),
        processor,
        clock,
    }
}

/// Files that a recipient is to have and that no version holds.
fn missing_attachments(agreement: &Agreement) -> Vec<Finding> {
    // What nobody has asked for by name goes as far as it is made.
    let named = agreement
        .recipients
        .iter()
        .filter(|recipient| recipient.attach != Recipient::USUALLY_ATTACHED);
    let asked = named.flat_map(|recipient| {
        let missing = recipient
            .attach
            .iter()
            .filter(|name| !FILES.contains(&name.as_str()));
        missing.map(move |name| (recipient, name))
    });
    let finding = |(recipient, name): (&Recipient, &String)| {
        Finding::new(Code::MissingAttachment, Place::none())
            .with("file", name)
            .with("role", recipient.role.name())
    };
    asked.map(finding).collect()
}

/// The verdicts at the end of each month of the term before the period's last, by what is known now of each.
fn month_ends(
    agreement: &Agreement,
    gathered: &Gathered,
    period: &Period,
    history: &History,
) -> Vec<MonthEnd> {
    let passed = agreement
        .term
        .each_month()
        .take_while(|month| month.to < period.end());
    let at_end = |month: DateSpan| {
        let (year, number) = month.as_month()?;
        let then = Period::month(year, number)?;
        Some(MonthEnd {
            month,
            assessments: verdicts(agreement, gathered, &then, month.to, history),
        })
    };
    passed.filter_map(at_end).collect()
}

/// Each workbook is read by this program in a process of its own.
pub(super) fn isolation(texts: &Texts, limits: Limits) -> Isolation {
    // On Linux this names the running program also when a newer one has been put in its place, as happens while `watch` runs.
    let itself = Path::new("/proc/self/exe");
    let program = if cfg!(target_os = "linux") && itself.exists() {
        Ok(itself.to_owned())
    } else {
        std::env::current_exe()
    };
    match (program, serde_json::to_string(texts)) {
        (Ok(program), Ok(agreement)) => Isolation::Child(ReaderProcess {
            program,
            arguments: vec![gather_one::NAME.to_owned()],
            agreement,
            limits,
        }),
        _ => {
            tracing::warn!(
                "the program does not know where it lies: workbooks are read without limits"
            );
            Isolation::InProcess
        }
    }
}

/// How a report ends the command.
pub(super) fn exit(report: &Report) -> Exit {
    let has_errors = report
        .findings
        .iter()
        .any(|finding| finding.severity() == Severity::Error);
    if has_errors {
        Exit::Findings
    } else {
        Exit::Finished
    }
}
