//! The files of a daily job, each in the quoting of its scheduler.

use crate::error::{AskedFault, Error};

/// What the files of a job are filled with; paths are absolute.
pub(super) struct Invocation {
    /// The program and its arguments.
    pub(super) words: Vec<String>,
    /// The same for watching the drop folders.
    pub(super) watch: Vec<String>,
    /// The working directory.
    pub(super) folder: String,
    /// The script for cron.
    pub(super) script: String,
    /// The systemd credential: its name and its file.
    pub(super) credential: Option<(String, String)>,
    /// The hour of the day.
    pub(super) hour: u32,
}

/// Names of files and their contents.
type Files = Vec<(&'static str, String)>;

/// The script that cron runs.
pub(super) const SCRIPT: &str = "lofte-daily";

pub(super) fn systemd(job: &Invocation) -> Files {
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
    let plain = |path: &str| path.replace('%', "%%");
    let folder = plain(&job.folder);
    // A list of paths: a blank would begin another.
    let inside = |name: &str| {
        let path = format!("{folder}/{name}");
        path.replace('\\', "\\\\").replace('"', "\\\"")
    };
    let (inputs, outputs) = (inside("inputs"), inside("outputs"));
    let credential = match &job.credential {
        Some((name, file)) => format!("LoadCredential={name}:{}\n", plain(file)),
        None => String::new(),
    };
    let values = [
        ("command", joined(&job.words, quoted)),
        ("watch", joined(&job.watch, quoted)),
        ("folder", folder.clone()),
        ("inputs", inputs),
        ("outputs", outputs),
        ("credential", credential),
        hour(job),
    ];
    let units = [
        ("lofte.service", include_str!("lofte.service")),
        ("lofte.timer", include_str!("lofte.timer")),
        ("lofte-failed.service", include_str!("lofte-failed.service")),
        ("lofte-watch.service", include_str!("lofte-watch.service")),
    ];
    let filled = |(name, unit)| (name, fill(unit, &values));
    units.into_iter().map(filled).collect()
}

pub(super) fn cron(job: &Invocation) -> Files {
    let quoted = |word: &String| format!("'{}'", word.replace('\'', "'\\''"));
    let (folder, path) = (quoted(&job.folder), quoted(&job.script));
    // cron does not repeat missed runs: the script is started every hour, and runs once a day from its hour on. A per cent
    // sign ends a command of cron and is escaped in names.
    let line = format!(
        "5 * * * * cd {} && {}\n",
        folder.replace('%', "\\%"),
        path.replace('%', "\\%")
    );
    let script = [
        hour(job),
        ("folder", folder),
        ("command", joined(&job.words, quoted)),
    ];
    vec![
        (SCRIPT, fill(include_str!("lofte-daily.sh"), &script)),
        ("lofte.crontab", line),
    ]
}

pub(super) fn windows(job: &Invocation) -> Result<Files, Error> {
    let xml = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
    };
    // The command processor would expand %NAME% as a variable, and has no way to escape it.
    if let Some(word) = job.words.iter().find(|word| word.contains(['%', '"'])) {
        return Err(Error::Asked(AskedFault::NotInTask(word.clone())));
    }
    let quoted = |word: &String| {
        // A backslash before the closing quote would quote it.
        let end = if word.ends_with('\\') { "\\" } else { "" };
        format!("\"{word}{end}\"")
    };
    // The Task Scheduler keeps no output of a program. Its last result is 0 when the run finished, also with a workbook to be
    // mended (3); what could not finish (1), and mail that has not arrived (4), is no success.
    let ending =
        "if errorlevel 4 (exit 4) else if errorlevel 3 (exit 0) else if errorlevel 1 (exit 1)";
    let arguments = format!(
        "/d /s /c \"({} & {ending}) >>outputs\\lofte.log 2>&1\"",
        joined(&job.words, quoted)
    );
    let task = [
        hour(job),
        ("arguments", xml(&arguments)),
        ("folder", xml(&job.folder)),
    ];
    let task = fill(include_str!("lofte-task.xml"), &task);
    Ok(vec![("lofte-task.xml", task)])
}

fn hour(job: &Invocation) -> (&'static str, String) {
    ("hour", format!("{:02}", job.hour))
}

fn joined(words: &[String], quoted: impl Fn(&String) -> String) -> String {
    words.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

/// The template with every `@name@` of `values` replaced.
fn fill(template: &str, values: &[(&str, String)]) -> String {
    let (mut filled, mut rest) = (String::new(), template);
    while let Some((before, after)) = rest.split_once('@') {
        filled.push_str(before);
        let known = values.iter().find_map(|(name, value)| {
            let after = after.strip_prefix(name)?.strip_prefix('@')?;
            Some((value.as_str(), after))
        });
        let (value, after) = known.unwrap_or(("@", after));
        filled.push_str(value);
        rest = after;
    }
    filled + rest
}
