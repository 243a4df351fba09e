//! The files of a daily job, each in the quoting of its scheduler.

use crate::error::Error;

/// What the files of a job are filled with; paths are absolute.
pub(super) struct Invocation {
    /// The program and its arguments.
    pub(super) words: Vec<String>,
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
    let outputs = format!("{folder}/outputs")
        .replace('\\', "\\\\")
        .replace('"', "\\\"");
    let credential = match &job.credential {
        Some((name, file)) => format!("LoadCredential={name}:{}\n", plain(file)),
        None => String::new(),
    };
    let service = [
        ("command", joined(&job.words, quoted)),
        ("folder", folder),
        ("outputs", outputs),
        ("credential", credential),
    ];
    vec![
        (
            "lofte.service",
            fill(include_str!("lofte.service"), &service),
        ),
        (
            "lofte.timer",
            fill(include_str!("lofte.timer"), &[hour(job)]),
        ),
    ]
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
        return Err(Error::Usage(format!(
            "{word:?} cannot stand in a task of Windows; choose a plain name"
        )));
    }
    let quoted = |word: &String| {
        // A backslash before the closing quote would quote it.
        let end = if word.ends_with('\\') { "\\" } else { "" };
        format!("\"{word}{end}\"")
    };
    // The Task Scheduler keeps no output of a program.
    let arguments = format!(
        "/d /s /c \"{} >>outputs\\lofte.log 2>&1\"",
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
