//! `lofte schedule`: the job that follows up and sends, printed ready to install: run daily, so that what waits, what was put
//! off and what a switched-off machine missed is taken up; equal content makes nothing and sends nothing.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;

use super::{Exit, terminal};
use crate::store::write_file;

/// For whom the job is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheduler {
    /// A service and a timer.
    Systemd,
    /// A line for cron, and the script it runs.
    Cron,
    /// A task of the Task Scheduler, XML.
    Windows,
}

/// What the job is to do.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    /// The agreements; none for all.
    pub(crate) agreements: Vec<PathBuf>,
    /// The folder with `inputs` and `outputs`; none for this one.
    pub(crate) folder: Option<PathBuf>,
    /// The settings.
    pub settings: Option<PathBuf>,
    /// The systemd credential that holds the password: its name, and the file it comes from.
    pub(crate) credential: Option<(String, PathBuf)>,
    /// The hour of the day.
    pub(crate) hour: u32,
    /// A folder to write the files into; none to print them.
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
    let here = |path: &Path| std::path::absolute(path).map_err(|fault| Error::io(path, fault));
    let program = std::env::current_exe().map_err(|fault| Error::io(Path::new("lofte"), fault))?;
    let folder = here(job.folder.as_deref().unwrap_or(Path::new(".")))?;
    let settings = job.settings.as_deref().map(here).transpose()?;
    let mut words = vec![program.display().to_string(), "run".to_owned()];
    for agreement in &job.agreements {
        words.push(here(agreement)?.display().to_string());
    }
    if let Some(settings) = &settings {
        words.extend([
            "--send".to_owned(),
            "--settings".to_owned(),
            settings.display().to_string(),
        ]);
    }
    if let Some(word) = words.iter().find(|word| word.chars().any(char::is_control)) {
        return Err(Error::Usage(format!(
            "{word:?} cannot stand in a job; choose a plain name"
        )));
    }
    let folder = folder.display().to_string();
    let script = match &job.into {
        Some(into) => here(&into.join(SCRIPT))?.display().to_string(),
        None => format!("./{SCRIPT}"),
    };
    let credential = job
        .credential
        .as_ref()
        .map(|(name, file)| Ok((name.as_str(), here(file)?)));
    let credential = credential.transpose()?;
    let files = match scheduler {
        Scheduler::Systemd => systemd(job, &words, &folder, credential),
        Scheduler::Cron => cron(job, &words, &folder, &script),
        Scheduler::Windows => windows(job, &words, &folder)?,
    };
    let Some(into) = &job.into else {
        let lines: Vec<String> = files
            .into_iter()
            .map(|(name, text)| format!("{}{text}", heading(&name, scheduler)))
            .collect();
        return terminal::print(&lines);
    };
    fs::create_dir_all(into).map_err(|fault| Error::io(into, fault))?;
    for (name, text) in files {
        write_file(&into.join(&name), text.as_bytes())?;
        terminal::print(&[format!("Written: {}", into.join(name).display())])?;
    }
    Ok(())
}

/// The name of a file above it; XML begins with its own line.
fn heading(name: &str, scheduler: Scheduler) -> String {
    if scheduler == Scheduler::Windows {
        String::new()
    } else {
        format!("# ── {name} ──\n")
    }
}

/// The script that cron runs.
const SCRIPT: &str = "lofte-daily";

fn systemd(
    job: &Job,
    words: &[String],
    folder: &str,
    credential: Option<(&str, PathBuf)>,
) -> Vec<(String, String)> {
    let quoted = |word: &String| {
        let plain = word
            .replace('%', "%%")
            .replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('$', "$$");
        if plain.contains([' ', '"', '\'']) {
            format!("\"{plain}\"")
        } else {
            plain
        }
    };
    let command = words.iter().map(quoted).collect::<Vec<_>>().join(" ");
    let plain = |path: &str| path.replace('%', "%%");
    let folder = plain(folder);
    // A list of paths: a blank would begin another.
    let outputs = format!("{folder}/outputs")
        .replace('\\', "\\\\")
        .replace('"', "\\\"");
    let credential = credential.map(|(name, file)| {
        format!(
            "LoadCredential={name}:{}\n",
            plain(&file.display().to_string())
        )
    });
    let service = format!(
        "[Unit]\n\
         Description=Follow-up of medborgarlöften, and its mail\n\
         Documentation=man:lofte(1)\n\
         Wants=network-online.target\n\
         After=network-online.target\n\n\
         [Service]\n\
         Type=oneshot\n\
         ExecStart={command}\n\
         WorkingDirectory={folder}\n\
         # 3: finished, and a workbook must be mended; it is told in the report and by mail.\n\
         SuccessExitStatus=3\n\
         {}\
         # A user of its own that owns nothing but the outputs; the group can read inputs and settings.\n\
         User=lofte\n\
         Group=lofte\n\
         UMask=0027\n\
         NoNewPrivileges=yes\n\
         ProtectSystem=strict\n\
         ReadWritePaths=\"-{outputs}\"\n\
         PrivateTmp=yes\n\
         PrivateDevices=yes\n\
         ProtectHome=read-only\n\
         ProtectProc=invisible\n\
         ProtectClock=yes\n\
         ProtectHostname=yes\n\
         ProtectKernelLogs=yes\n\
         ProtectKernelModules=yes\n\
         ProtectKernelTunables=yes\n\
         ProtectControlGroups=yes\n\
         RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6\n\
         RestrictNamespaces=yes\n\
         RestrictRealtime=yes\n\
         RestrictSUIDSGID=yes\n\
         LockPersonality=yes\n\
         MemoryDenyWriteExecute=yes\n\
         SystemCallArchitectures=native\n\
         SystemCallFilter=@system-service\n\
         CapabilityBoundingSet=\n",
        credential.unwrap_or_default()
    );
    let timer = format!(
        "[Unit]\n\
         Description=Daily follow-up of medborgarlöften\n\n\
         [Timer]\n\
         OnCalendar=*-*-* {:02}:00:00\n\
         # A machine that was off runs it when it is on again.\n\
         Persistent=true\n\
         RandomizedDelaySec=5min\n\n\
         [Install]\n\
         WantedBy=timers.target\n",
        job.hour
    );
    vec![
        ("lofte.service".to_owned(), service),
        ("lofte.timer".to_owned(), timer),
    ]
}

fn cron(job: &Job, words: &[String], folder: &str, script: &str) -> Vec<(String, String)> {
    let quoted = |word: &str| format!("'{}'", word.replace('\'', "'\\''"));
    let command = words
        .iter()
        .map(|word| quoted(word))
        .collect::<Vec<_>>()
        .join(" ");
    let (folder, path) = (quoted(folder), quoted(script));
    // cron knows nothing of runs it has missed: the script is started every hour, and runs once a day from its hour on.
    let script = format!(
        "#!/bin/sh\n\
         # Follows up once a day from {:02}:00 on; a machine that was off runs it in the hour it is on again.\n\
         # A run that could not finish (1) is tried again the next hour.\n\
         set -eu\n\
         umask 027\n\
         cd {folder}\n\
         mkdir -p outputs\n\
         today=$(date +%Y-%m-%d)\n\
         [ \"$(date +%H)\" -ge {:02} ] || exit 0\n\
         [ \"$(cat outputs/.last-run 2>/dev/null || true)\" != \"$today\" ] || exit 0\n\
         status=0\n\
         {command} >>outputs/lofte.log 2>&1 || status=$?\n\
         case $status in\n\
         0 | 3) echo \"$today\" >outputs/.last-run ;;\n\
         *) echo \"lofte ended with $status; see outputs/lofte.log\" >&2; exit \"$status\" ;;\n\
         esac\n",
        job.hour, job.hour
    );
    // A per cent sign means the end of a command to cron: the line holds none but in names, where it is escaped.
    let line = format!(
        "5 * * * * cd {} && {}\n",
        folder.replace('%', "\\%"),
        path.replace('%', "\\%")
    );
    vec![
        (SCRIPT.to_owned(), script),
        ("lofte.crontab".to_owned(), line),
    ]
}

fn windows(job: &Job, words: &[String], folder: &str) -> Result<Vec<(String, String)>, Error> {
    let xml = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
    };
    // The command processor would take %NAME% for a variable, and there is no way to write it otherwise.
    if let Some(word) = words.iter().find(|word| word.contains(['%', '"'])) {
        return Err(Error::Usage(format!(
            "{word:?} cannot stand in a task of Windows; choose a plain name"
        )));
    }
    let quoted = |word: &String| {
        // A backslash before the closing quote would quote it.
        let end = if word.ends_with('\\') { "\\" } else { "" };
        format!("\"{word}{end}\"")
    };
    let command = words.iter().map(quoted).collect::<Vec<_>>().join(" ");
    // The Task Scheduler keeps nothing of what a program says.
    let arguments = format!("/d /s /c \"{command} >>outputs\\lofte.log 2>&1\"");
    let task = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Follow-up of medborgarlöften, and its mail</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2024-01-01T{:02}:00:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>S-1-5-19</UserId>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>
    <ExecutionTimeLimit>PT2H</ExecutionTimeLimit>
    <RestartOnFailure>
      <Interval>PT1H</Interval>
      <Count>3</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>%SystemRoot%\System32\cmd.exe</Command>
      <Arguments>{}</Arguments>
      <WorkingDirectory>{}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"#,
        job.hour,
        xml(&arguments),
        xml(folder)
    );
    Ok(vec![("lofte-task.xml".to_owned(), task)])
}
