//! Commands and options.

mod day;
mod format;
mod init;
mod inspected;
mod mail;
mod pages;
mod spoken;

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, CommandFactory, Parser, Subcommand};

use day::day;
use format::FormatArg;
use init::InitArgs;
use inspected::InspectArgs;
use spoken::SpokenArgs;

use crate::command::convert::{self, Convert};
use crate::command::inspect;
use crate::command::templates::Export;
use crate::command::{self, CacheUse, Exit, Options, Readers, terminal};

/// Follows up medborgarlöften: reads the partners' workbooks, holds them against the pledges, reports and mails.
#[derive(Debug, Parser)]
#[command(name = "lofte", version, about, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

const EXIT_CODES: &str = "Exit codes: 0 finished; 1 could not finish; 2 invalid arguments; \
                          3 finished, but a workbook, a sheet or a heading could not be used; 4 finished, but mail that \
                          should have arrived has not; 130 stopped by Ctrl-C. A pledge that is not kept \
                          is a result and changes no code.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Read the workbooks, judge the pledges, write report, workbook and messages
    Run {
        #[command(flatten)]
        wanted: RunArgs,
        /// Then post what lies in the outbox, as `lofte send` does
        #[arg(long)]
        send: bool,
    },
    /// The same without writing anything: print findings and verdicts with their reckonings
    Check(RunArgs),
    /// Tell what workbooks look like, and write a [[source]] for each, ready to be pasted into agreement.toml
    Inspect(InspectArgs),
    /// Start an agreement: a file that loads, with a source for every workbook that lies there already
    Init(InitArgs),
    /// Make a workbook of an agreement's text file, or a text file of its workbook; what it was made from is kept beside it
    Convert {
        /// The agreement's folder
        folder: PathBuf,
        /// Write this file instead, and leave the agreement as it is
        #[arg(long, value_name = "FILE")]
        into: Option<PathBuf>,
        #[command(flatten)]
        spoken: SpokenArgs,
    },
    /// Look at workbooks for another lofte, which asks over standard input
    #[command(hide = true)]
    InspectOne,
    /// Post what lies in the outbox, each message once
    Send(mail::SendArgs),
    /// Notice dropped workbooks, and write a receipt for each beside the drop folder
    Watch(mail::WatchArgs),
    /// Print the daily job that follows up and sends, ready to install
    Schedule(mail::ScheduleArgs),
    /// Tell whether everything is in place for the follow-up: agreement, workbooks, settings, mail, daily job, rights, disk, clock
    Doctor {
        #[command(flatten)]
        place: PlaceArgs,
    },
    /// Hold a version against its hashes and the ledger
    Verify(mail::VerifyArgs),
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual, or write a page for each command
    Man {
        /// The folder to write the pages into
        #[arg(long, value_name = "DIR")]
        into: Option<PathBuf>,
    },
    /// The templates that reports and letters are filled from
    Templates {
        #[command(subcommand)]
        command: TemplatesCommand,
    },
    /// Read workbooks for another lofte, which asks over standard input
    #[command(hide = true)]
    GatherOne,
    /// Read agreements that are workbooks for another lofte, which asks over standard input
    #[command(hide = true)]
    BookOne,
}

#[derive(Debug, Subcommand)]
enum TemplatesCommand {
    /// Write all of them as files; one of the same name in the agreement's templates/ is used instead of the embedded one
    Export {
        /// The folder to write them to
        folder: PathBuf,
        /// Write over files that are there already
        #[arg(long)]
        force: bool,
        #[command(flatten)]
        spoken: SpokenArgs,
    },
}

/// What is to be followed up.
#[derive(Args, Debug)]
struct RunArgs {
    /// Folders with an agreement.toml or agreement.xlsx; without any, every such folder under inputs/
    agreements: Vec<PathBuf>,
    /// The time it is about: 2023-09, 2023-T2, 2023-Q3, 2023-H1, 2023 or term [default: the last closed month]
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// The day the report is made for: 2023-10-05 [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<NaiveDate>,
    /// Another drop folder than the agreement's own workbooks/
    #[arg(long, value_name = "DIR")]
    workbooks: Option<PathBuf>,
    /// Where versions are written, and earlier ones are found
    #[arg(long, value_name = "DIR", default_value = "outputs")]
    out: PathBuf,
    /// For people or for machines
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    format: FormatArg,
    #[command(flatten)]
    spoken: SpokenArgs,
    /// The coordinator's own settings: mail, and what a reader may use
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
}

impl From<RunArgs> for Options {
    fn from(wanted: RunArgs) -> Options {
        Options {
            agreements: wanted.agreements,
            period: wanted.period,
            as_of: wanted.as_of,
            workbooks: wanted.workbooks,
            out: wanted.out,
            format: wanted.format.into(),
            language: wanted.spoken.language(),
            settings: wanted.settings,
            send: false,
            readers: Readers::new(CacheUse::Read),
        }
    }
}

/// What is looked at, without a period.
#[derive(Args, Debug)]
struct PlaceArgs {
    /// Folders with an agreement.toml or agreement.xlsx; without any, every such folder under inputs/
    agreements: Vec<PathBuf>,
    /// Another drop folder than the agreement's own workbooks/
    #[arg(long, value_name = "DIR")]
    workbooks: Option<PathBuf>,
    /// Where versions are written
    #[arg(long, value_name = "DIR", default_value = "outputs")]
    out: PathBuf,
    /// The coordinator's own settings
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    #[command(flatten)]
    spoken: SpokenArgs,
}

impl PlaceArgs {
    /// The place of whoever names no arguments.
    fn here() -> PlaceArgs {
        PlaceArgs {
            agreements: Vec::new(),
            workbooks: None,
            out: PathBuf::from("outputs"),
            settings: None,
            spoken: SpokenArgs::default(),
        }
    }

    fn options(self) -> Options {
        Options {
            agreements: self.agreements,
            period: None,
            as_of: None,
            workbooks: self.workbooks,
            out: self.out,
            format: command::Format::Text,
            language: self.spoken.language(),
            settings: self.settings,
            send: false,
            readers: Readers::new(CacheUse::Read),
        }
    }
}

/// Standard error as logs are to be written to it.
pub fn log() -> impl std::io::Write {
    terminal::masked_errors()
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    terminal::mask_panics();
    command::keep_private();
    let exit = match Arguments::try_parse() {
        Ok(arguments) => match arguments.command {
            Some(command) => run(command),
            None => command::next::next(&PlaceArgs::here().options()),
        },
        Err(message) => {
            // Help and version come the same way, and are no faults.
            let exit = if message.use_stderr() {
                Exit::Usage
            } else {
                Exit::Finished
            };
            if message.use_stderr() {
                // An argument that is repeated may be the name of a file.
                terminal::warn(message.to_string().trim_end());
            } else {
                // A closed terminal is no fault of the arguments.
                let _ = message.print();
            }
            exit
        }
    };
    ExitCode::from(exit.code())
}

fn run(command: Command) -> Exit {
    match command {
        Command::Run { wanted, send } => command::run::run(&Options {
            send,
            readers: Readers::new(CacheUse::Keep),
            ..wanted.into()
        }),
        Command::Check(wanted) => command::check::check(&wanted.into()),
        Command::Inspect(inspected) => command::inspect::inspect(&inspected.into()),
        Command::Init(begun) => begun.run(),
        Command::Convert {
            folder,
            into,
            spoken,
        } => convert::convert(&Convert {
            folder,
            into,
            language: spoken.language(),
        }),
        Command::InspectOne => inspect::child::inspect_one(),
        Command::Send(sent) => sent.run(),
        Command::Watch(watched) => watched.run(),
        Command::Schedule(scheduled) => scheduled.run(),
        Command::Doctor { place } => command::doctor::doctor(&place.options()),
        Command::Verify(verified) => verified.run(),
        Command::Completions { shell } => pages::completions(shell, Arguments::command()),
        Command::Man { into } => pages::man(into.as_deref(), Arguments::command()),
        Command::Templates {
            command:
                TemplatesCommand::Export {
                    folder,
                    force,
                    spoken,
                },
        } => {
            spoken.language();
            command::templates::export(&Export { folder, force })
        }
        Command::GatherOne => command::gather_one::gather_one(),
        Command::BookOne => command::book::book_one(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Arguments::command().debug_assert();
    }
}
