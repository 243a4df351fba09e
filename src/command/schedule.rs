//! `lofte schedule`: a daily job that follows up and sends, printed ready to install. Run daily, it also takes up what waits,
//! what was put off and what a switched-off machine missed; equal content makes nothing and sends nothing.

mod files;

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{AskedFault, Error};
use crate::model::finding::Phrase;

use super::{Exit, SpokenLanguage, terminal};
use crate::store::{open_to_all, write_file};
use files::{Invocation, SCRIPT};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheduler {
    /// A service and a timer.
    Systemd,
    /// A line for cron, and the script it runs.
    Cron,
    /// A task of the Task Scheduler, XML.
    Windows,
}

#[derive(Clone, Debug)]
pub(crate) struct Job {
    /// All agreements if empty.
    pub(crate) agreements: Vec<PathBuf>,
    /// The folder with `inputs` and `outputs`; the current one if none.
    pub(crate) folder: Option<PathBuf>,
    pub settings: Option<PathBuf>,
    /// The program that is started; this one if none.
    pub(crate) program: Option<PathBuf>,
    /// The systemd credential with the password: its name, and the file it comes from.
    pub(crate) credential: Option<(String, PathBuf)>,
    /// The hour of the day.
    pub(crate) hour: u32,
    /// The folder for the files; they are printed if none.
    pub(crate) into: Option<PathBuf>,
}

/// Prints the job, or writes its files.
pub(crate) fn schedule(scheduler: Scheduler, job: &Job) -> Exit {
    match write(scheduler, job) {
        Ok(()) => Exit::Finished,
        Err(error) => terminal::error(&error),
    }
}

fn write(scheduler: Scheduler, job: &Job) -> Result<(), Error> {
    let invocation = invocation(job)?;
    let wording = SpokenLanguage::of_faults()?;
    let files = match scheduler {
        Scheduler::Systemd => files::systemd(&invocation),
        Scheduler::Cron => files::cron(&invocation),
        Scheduler::Windows => files::windows(&invocation)?,
    };
    let Some(into) = &job.into else {
        // An XML file cannot begin with a comment.
        let heading = |name: &str| match scheduler {
            Scheduler::Windows => String::new(),
            Scheduler::Systemd | Scheduler::Cron => format!("# ── {name} ──\n"),
        };
        let lines: Vec<String> = files
            .into_iter()
            .map(|(name, text)| heading(name) + &text)
            .collect();
        return terminal::print(&lines);
    };
    fs::create_dir_all(into).map_err(|fault| Error::io(into, fault))?;
    for (name, text) in files {
        write_file(&into.join(name), text.as_bytes())?;
        // Who starts the job reads it, and nothing in it is secret.
        open_to_all(&into.join(name))?;
        let path = into.join(name).display().to_string();
        let written = Phrase::new("schedule-written").with("path", path);
        terminal::print(&[wording.phrase(&written)])?;
    }
    Ok(())
}

fn invocation(job: &Job) -> Result<Invocation, Error> {
    let here = |path: &Path| {
        let path = std::path::absolute(path).map_err(|fault| Error::io(path, fault))?;
        Ok::<_, Error>(path.display().to_string())
    };
    let program = match &job.program {
        Some(program) => here(program)?,
        None => {
            let own = std::env::current_exe();
            let own = own.map_err(|fault| Error::io(Path::new("lofte"), fault))?;
            own.display().to_string()
        }
    };
    let mut words = vec![program.clone(), "run".to_owned()];
    let mut watch = vec![program, "watch".to_owned()];
    for agreement in &job.agreements {
        words.push(here(agreement)?);
        watch.push(here(agreement)?);
    }
    if let Some(settings) = &job.settings {
        words.extend([
            "--send".to_owned(),
            "--settings".to_owned(),
            here(settings)?,
        ]);
    }
    if let Some(word) = words.iter().find(|word| word.chars().any(char::is_control)) {
        return Err(Error::Asked(AskedFault::NotInJob(word.clone())));
    }
    let credential = job.credential.as_ref();
    let credential = credential.map(|(name, file)| Ok::<_, Error>((name.clone(), here(file)?)));
    Ok(Invocation {
        words,
        watch,
        folder: here(job.folder.as_deref().unwrap_or(Path::new(".")))?,
        script: match &job.into {
            Some(into) => here(&into.join(SCRIPT))?,
            None => format!("./{SCRIPT}"),
        },
        credential: credential.transpose()?,
        hour: job.hour,
    })
}
