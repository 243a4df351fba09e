//! The terminal, which is used here and nowhere else.

use std::io::{self, Write};
use std::path::Path;

mod layout;

use super::language::SpokenLanguage;
use super::{Exit, progress};
use crate::error::Error;
use crate::model::finding::{Phrase, Place};
use crate::privacy::mask;
use crate::render::{Stress, TerminalLine};
use crate::wording::Wording;
use layout::Layout;

/// Prints why a command could not finish, and says how it ends. What somebody can mend in an agreement, in the settings or in
/// the arguments is told in the language of the terminal; what the system or a server says is in English.
pub(crate) fn error(error: &Error) -> Exit {
    match SpokenLanguage::of_faults() {
        Ok(wording) => return error_in(&wording, error),
        Err(fault) => notice(&fault.to_string()),
    }
    exit_of(error)
}

/// The same in the words of an agreement that is known.
pub(super) fn error_in(wording: &Wording, error: &Error) -> Exit {
    if let Error::Agreement { path, findings } | Error::Settings { path, findings } = error {
        for finding in findings {
            let told = wording.sentences(finding);
            warn(&format!("{}: {told}", place(path, &finding.place)));
        }
    }
    let told = error.phrase().map(|phrase| wording.phrase(&phrase));
    notice(&told.unwrap_or_else(|| error.to_string()));
    exit_of(error)
}

fn exit_of(error: &Error) -> Exit {
    match error {
        Error::Asked(_) => Exit::Usage,
        Error::Stopped => Exit::Stopped,
        _ => Exit::Failed,
    }
}

/// «inputs/kalix/agreement.toml:14», «inputs/kalix/agreement.xlsx · Löften · B4».
fn place(path: &Path, place: &Place) -> String {
    let Some(book) = place.agreement_book() else {
        return format!("{}:{}", path.display(), place.line.unwrap_or(1));
    };
    let folder = path.parent().unwrap_or(path);
    let file = folder.join(book).display().to_string();
    let parts = [
        Some(file.as_str()),
        place.sheet.as_deref(),
        place.cell.as_deref(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Says that another run is at work.
pub(super) fn waiting() {
    told(&Phrase::new("terminal-waiting"));
}

/// Tells of something that holds up nothing, in the language of the terminal.
pub(super) fn told(phrase: &Phrase) {
    match SpokenLanguage::of_faults() {
        Ok(wording) => told_in(&wording, phrase),
        Err(fault) => notice(&fault.to_string()),
    }
}

/// The same in the words of an agreement that is known.
pub(super) fn told_in(wording: &Wording, phrase: &Phrase) {
    notice(&wording.phrase(phrase));
}

/// Prints a line on standard error. Where that is closed, nobody is left to be told.
pub(crate) fn warn(line: &str) {
    progress::suspended(|| {
        let _ = writeln!(masked_errors(), "{line}");
    });
}

/// Standard error, on which identity numbers are masked: names of files and what libraries say may hold them.
pub(crate) fn masked_errors() -> impl Write {
    io::LineWriter::new(MaskedErrors)
}

struct MaskedErrors;

impl Write for MaskedErrors {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let masked = mask(&String::from_utf8_lossy(bytes));
        let shown = masked.as_ref().map_or(bytes, String::as_bytes);
        io::stderr().write_all(shown)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

/// Has a panic told on standard error as everything else is.
pub(crate) fn mask_panics() {
    std::panic::set_hook(Box::new(|panic| warn(&panic.to_string())));
}

/// Tells of something that holds up nothing, in the program's name.
fn notice(line: &str) {
    warn(&format!("lofte: {line}"));
}

/// Prints bytes as they are.
///
/// # Errors
/// If they cannot be written, but for a reader that has seen enough (`lofte check | head`).
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), Error> {
    print_with(|terminal| terminal.write_all(bytes))
}

/// Prints what is written piece by piece.
///
/// # Errors
/// As for [`print_bytes`].
pub(super) fn print_with(
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Error> {
    let written = progress::suspended(|| {
        let mut terminal = io::BufWriter::new(io::stdout().lock());
        write(&mut terminal).and_then(|()| terminal.flush())
    });
    match written {
        Err(fault) if fault.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::io(Path::new("standard output"), fault))
        }
        _ => Ok(()),
    }
}

/// Prints which templates were written where.
///
/// # Errors
/// If they cannot be printed.
pub(super) fn exported(folder: &Path, names: &[&str]) -> Result<(), Error> {
    let lines: String = names
        .iter()
        .map(|name| format!("{}\n", folder.join(name).display()))
        .collect();
    print_bytes(lines.as_bytes())
}

/// Prints lines.
///
/// # Errors
/// If they cannot be printed.
pub(super) fn print(lines: &[String]) -> Result<(), Error> {
    print_bytes(format!("{}\n", lines.join("\n")).as_bytes())
}

/// Prints sentences, wrapped on a terminal.
///
/// # Errors
/// If they cannot be printed.
pub(super) fn print_sentences(sentences: Vec<String>) -> Result<(), Error> {
    let line = |text| TerminalLine::new(0).with(Stress::None, text);
    print_lines(&sentences.into_iter().map(line).collect::<Vec<_>>())
}

/// Prints lines as standard output takes them: wrapped and coloured on a terminal.
///
/// # Errors
/// If they cannot be printed.
pub(super) fn print_lines(lines: &[TerminalLine]) -> Result<(), Error> {
    let layout = Layout::of_stdout();
    let laid_out: Vec<String> = lines.iter().map(|line| layout.lay_out(line)).collect();
    print(&laid_out)
}
