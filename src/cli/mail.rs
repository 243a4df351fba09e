//! Commands and options of mail.

use std::path::PathBuf;
use std::time::Duration;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::day::day;
use super::format::FormatArg;
use super::spoken::SpokenArgs;
use crate::command::schedule::{Job, Scheduler, schedule};
use crate::command::send::{SendOptions, send};
use crate::command::verify::verify;
use crate::command::watch::{WatchOptions, watch};
use crate::command::{Exit, Options};

/// What is to be sent.
#[derive(Args, Debug)]
pub(super) struct SendArgs {
    /// Folders with an agreement.toml or agreement.xlsx; without any, every such folder under inputs/
    agreements: Vec<PathBuf>,
    /// The settings with those for mail
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// Only this period [default: the one made last, and what is begun of others]
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// The day it is taken to be, for what waits until a day: 2023-10-05 [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<NaiveDate>,
    /// Where versions and the ledger are
    #[arg(long, value_name = "DIR", default_value = "outputs")]
    out: PathBuf,
    /// Send nothing: tell who would get what, and who has got what, when, and what the server said
    #[arg(long)]
    list: bool,
    /// With --list: for whom to print
    #[arg(long, value_enum, default_value = "text", requires = "list")]
    format: FormatArg,
    /// Send everything to this address instead, marked so; it counts as sent to nobody
    #[arg(long, value_name = "ADDRESS", conflicts_with = "list")]
    redirect: Option<String>,
    /// Try the settings with a message of its own to this address, and tell what goes wrong
    #[arg(long, value_name = "ADDRESS", conflicts_with_all = ["list", "redirect", "resend", "approve"])]
    test: Option<String>,
    /// Send again what has been sent
    #[arg(long)]
    resend: bool,
    /// Approve a version, exactly as it lies there, and send it: 2023-09/v2
    #[arg(long, value_name = "PERIOD/VERSION", conflicts_with_all = ["list", "redirect"])]
    approve: Option<String>,
    /// Who approves it [default: the user who runs the command]
    #[arg(long, value_name = "NAME", requires = "approve")]
    by: Option<String>,
    #[command(flatten)]
    spoken: SpokenArgs,
}

impl SendArgs {
    pub(super) fn run(self) -> Exit {
        let SendArgs {
            agreements,
            settings,
            period,
            as_of,
            out,
            list,
            format,
            redirect,
            test,
            resend,
            approve,
            by,
            spoken,
        } = self;
        let options = Options {
            language: spoken.language(),
            agreements,
            period,
            as_of,
            out,
            format: format.into(),
            settings,
            send: true,
            ..Options::default()
        };
        send(
            &options,
            &SendOptions {
                list,
                redirect,
                test,
                resend,
                approve,
                by,
                others: false,
            },
        )
    }
}

/// What is to be watched.
#[derive(Args, Debug)]
pub(super) struct WatchArgs {
    /// Folders with an agreement.toml or agreement.xlsx; without any, every such folder under inputs/
    agreements: Vec<PathBuf>,
    /// Another drop folder than the agreement's own workbooks/; receipts are written beside it
    #[arg(long, value_name = "DIR")]
    workbooks: Option<PathBuf>,
    /// The settings with what a reader may use
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// Seconds between two looks
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    every: u64,
    /// Seconds in which nothing may have changed before it is read
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    settle: u64,
    /// Stop when all has been read once
    #[arg(long)]
    once: bool,
    #[command(flatten)]
    spoken: SpokenArgs,
}

impl WatchArgs {
    pub(super) fn run(self) -> Exit {
        let WatchArgs {
            agreements,
            workbooks,
            settings,
            every,
            settle,
            once,
            spoken,
        } = self;
        let options = Options {
            language: spoken.language(),
            agreements,
            workbooks,
            settings,
            ..Options::default()
        };
        let (every, settle) = (Duration::from_secs(every), Duration::from_secs(settle));
        watch(
            &options,
            WatchOptions {
                every,
                settle,
                once,
            },
        )
    }
}

/// The job that is to be printed.
#[derive(Args, Debug)]
pub(super) struct ScheduleArgs {
    /// For whom
    #[arg(value_enum)]
    scheduler: SchedulerArg,
    /// The agreements; without any, every one under inputs/
    agreements: Vec<PathBuf>,
    /// The folder with inputs and outputs [default: this one]
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The settings; without them the job makes versions and sends nothing
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// The program that the job starts [default: this one]
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// A systemd credential for the settings: its name, and the file that holds it
    #[arg(long, num_args = 2, value_names = ["NAME", "FILE"])]
    credential: Vec<String>,
    /// The hour of the day
    #[arg(long, value_name = "HOUR", default_value_t = 6, value_parser = clap::value_parser!(u32).range(0..24))]
    hour: u32,
    /// Write the files into this folder instead of printing them
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    #[command(flatten)]
    spoken: SpokenArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SchedulerArg {
    /// A service and a timer
    Systemd,
    /// A crontab and the script it runs
    Cron,
    /// A task for the Task Scheduler
    Windows,
}

impl ScheduleArgs {
    pub(super) fn run(self) -> Exit {
        let ScheduleArgs {
            scheduler,
            agreements,
            folder,
            settings,
            program,
            credential,
            hour,
            into,
            spoken,
        } = self;
        // Of what it prints nothing is about an agreement.
        spoken.language();
        let scheduler = match scheduler {
            SchedulerArg::Systemd => Scheduler::Systemd,
            SchedulerArg::Cron => Scheduler::Cron,
            SchedulerArg::Windows => Scheduler::Windows,
        };
        let credential = match credential.as_slice() {
            [name, file] => Some((name.clone(), PathBuf::from(file))),
            _ => None,
        };
        schedule(
            scheduler,
            &Job {
                agreements,
                folder,
                settings,
                program,
                credential,
                hour,
                into,
            },
        )
    }
}

/// The version that is to be verified.
#[derive(Args, Debug)]
pub(super) struct VerifyArgs {
    /// The version's folder: outputs/kalix/2023-09/v1
    version: PathBuf,
    /// Also make it again from the same inputs, and compare
    #[arg(long)]
    rerun: bool,
    /// The agreement's folder [default: inputs/<agreement>]
    #[arg(long, value_name = "DIR", requires = "rerun")]
    agreement: Option<PathBuf>,
    /// The drop folder it was made from [default: the agreement's own]
    #[arg(long, value_name = "DIR", requires = "rerun")]
    workbooks: Option<PathBuf>,
    /// The settings it was made with
    #[arg(long, value_name = "FILE", requires = "rerun")]
    settings: Option<PathBuf>,
    #[command(flatten)]
    spoken: SpokenArgs,
}

impl VerifyArgs {
    pub(super) fn run(self) -> Exit {
        let VerifyArgs {
            version,
            rerun,
            agreement,
            workbooks,
            settings,
            spoken,
        } = self;
        let agreements = agreement.into_iter().collect();
        let options = Options {
            agreements,
            workbooks,
            settings,
            language: spoken.language(),
            ..Options::default()
        };
        verify(&version, rerun, &options)
    }
}
