//! The secrets that the settings say where to find. A secret is asked for when it is needed, and is in no
//! message of ours.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fmt, fs};

use crate::error::{Error, MailFault};
use crate::model::finding::Phrase;
use crate::model::settings::{MailServer, SecretLocation};

/// How long a command that prints a token may take.
const TOKEN_COMMAND: Duration = Duration::from_secs(60);
/// The most bytes of a secret.
const LONGEST_SECRET: usize = 16 << 10;

/// The certificate of the authority that the settings name.
///
/// # Errors
/// If the file cannot be read.
pub(crate) fn authority(server: &MailServer) -> Result<Option<Vec<u8>>, Error> {
    let path = server.ca.as_deref().map(Path::new);
    path.map(|path| fs::read(path).map_err(|fault| Error::io(path, fault)))
        .transpose()
}

/// The secret itself.
///
/// # Errors
/// If it is not there, or not kept well.
pub(crate) fn secret(secret_location: &SecretLocation) -> Result<String, Error> {
    let lacks = |lack| SecretFault::Lacking {
        place: secret_location,
        lack,
    };
    let bytes = match secret_location {
        SecretLocation::Environment(name) => std::env::var(name)
            .map_err(|_| lacks(SecretLack::Unset))?
            .into_bytes(),
        SecretLocation::File(path) => private_file(Path::new(path))?,
        SecretLocation::Credential(name) => {
            let folder = std::env::var_os("CREDENTIALS_DIRECTORY")
                .ok_or_else(|| lacks(SecretLack::OfUnit))?;
            let path = Path::new(&folder).join(name);
            fs::read(&path).map_err(|fault| Error::io(&path, fault))?
        }
        SecretLocation::Command(words) => {
            let named = words.split_first();
            let (program, arguments) = named.ok_or_else(|| lacks(SecretLack::NoProgram))?;
            printed(program, arguments)?
        }
    };
    let text = String::from_utf8(bytes).map_err(|_| lacks(SecretLack::NoText))?;
    let text = text.trim_end_matches(['\r', '\n']).to_owned();
    if text.is_empty() || text.chars().any(char::is_control) || text.len() > LONGEST_SECRET {
        return Err(lacks(SecretLack::NotOneLine).into());
    }
    Ok(text)
}

/// Why a place gives no secret, and what to do.
#[derive(Clone, Copy, Debug)]
enum SecretLack {
    Unset,
    OfUnit,
    NoProgram,
    NoText,
    NotOneLine,
}

impl fmt::Display for SecretLack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SecretLack::Unset => "set it before lofte is started",
            SecretLack::OfUnit => {
                "it is there for the unit alone: docs/schedule.md tells how to try it by hand"
            }
            SecretLack::NoProgram => "name a program",
            SecretLack::NoText => "it must hold plain text",
            SecretLack::NotOneLine => "it must hold the secret on one line",
        })
    }
}

impl SecretLack {
    /// It in the words of a language.
    fn phrase(self) -> Phrase {
        match self {
            SecretLack::Unset => Phrase::new("mail-secret-do-set"),
            SecretLack::OfUnit => Phrase::new("mail-secret-do-by-hand"),
            SecretLack::NoProgram => Phrase::new("mail-secret-do-program"),
            SecretLack::NoText => Phrase::new("mail-secret-do-text"),
            SecretLack::NotOneLine => Phrase::new("mail-secret-do-line"),
        }
    }
}

/// Why a secret is not used. Holds none.
#[derive(Debug, thiserror::Error)]
enum SecretFault<'a> {
    #[error("{} gives no password or token; {lack}", place_in_english(place))]
    Lacking {
        place: &'a SecretLocation,
        lack: SecretLack,
    },
    #[error("{path} can be read by others than its owner; write chmod 600 for it")]
    ReadableByOthers { path: String },
    #[error("the command {program}, which should print a token, failed")]
    CommandFailed { program: &'a str },
    #[error("the command {program}, which should print a token, took too long")]
    CommandSlow { program: &'a str },
}

impl SecretFault<'_> {
    /// It in the words of a language.
    fn phrase(&self) -> Phrase {
        match self {
            SecretFault::Lacking { place, lack } => Phrase::new("mail-no-secret")
                .with("place", place_phrase(place))
                .with("remedy", lack.phrase()),
            SecretFault::ReadableByOthers { path } => {
                Phrase::new("mail-open-file").with("path", path)
            }
            SecretFault::CommandFailed { program } => {
                Phrase::new("mail-command-failed").with("program", *program)
            }
            SecretFault::CommandSlow { program } => {
                Phrase::new("mail-command-slow").with("program", *program)
            }
        }
    }
}

impl From<SecretFault<'_>> for Error {
    fn from(fault: SecretFault<'_>) -> Error {
        MailFault::new(fault.to_string(), fault.phrase()).into()
    }
}

fn place_in_english(place: &SecretLocation) -> String {
    match place {
        SecretLocation::Environment(name) => format!("the variable {name} of the environment"),
        SecretLocation::File(path) => format!("the file {path}"),
        SecretLocation::Credential(name) => format!("the systemd credential {name}"),
        SecretLocation::Command(_) => "the command in [mail]".to_owned(),
    }
}

fn place_phrase(place: &SecretLocation) -> Phrase {
    match place {
        SecretLocation::Environment(name) => Phrase::new("mail-secret-variable").with("name", name),
        SecretLocation::File(path) => Phrase::new("mail-secret-file").with("name", path),
        SecretLocation::Credential(name) => {
            Phrase::new("mail-secret-credential").with("name", name)
        }
        SecretLocation::Command(_) => Phrase::new("mail-secret-command"),
    }
}

/// A file that nobody but its owner can read.
pub(super) fn private_file(path: &Path) -> Result<Vec<u8>, Error> {
    let io = |fault| Error::io(path, fault);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path).map_err(io)?.permissions().mode();
        if mode & 0o077 != 0 {
            let path = path.display().to_string();
            return Err(SecretFault::ReadableByOthers { path }.into());
        }
    }
    fs::read(path).map_err(io)
}

/// What a command prints. What it says on standard error goes to the terminal; neither is repeated.
fn printed(program: &str, arguments: &[String]) -> Result<Vec<u8>, Error> {
    let io = |fault| Error::io(Path::new(program), fault);
    let mut process = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(io)?;
    // A token fits in the pipe: the command need not be listened to while it runs.
    let began = Instant::now();
    loop {
        match process.try_wait().map_err(io)? {
            Some(status) if status.success() => break,
            Some(_) => return Err(SecretFault::CommandFailed { program }.into()),
            None if began.elapsed() > TOKEN_COMMAND => {
                // It may have ended just now; then there is nothing to end.
                let _ = process.kill().and_then(|()| process.wait());
                return Err(SecretFault::CommandSlow { program }.into());
            }
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    }
    let output = process.wait_with_output().map_err(io)?;
    Ok(output.stdout)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn file(text: &str, mode: u32) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), text).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(file.path(), fs::Permissions::from_mode(mode)).unwrap();
        }
        file
    }

    #[cfg(unix)]
    #[test]
    fn a_secret_that_others_can_read_is_not_used() {
        let kept = |mode| file("hemligt\n", mode);
        let of = |file: &tempfile::NamedTempFile| {
            secret(&SecretLocation::File(
                file.path().to_str().unwrap().to_owned(),
            ))
        };
        assert_eq!(of(&kept(0o600)).unwrap(), "hemligt");
        for mode in [0o644, 0o640, 0o604] {
            let fault = of(&kept(mode)).unwrap_err().to_string();
            assert!(
                fault.contains("chmod 600") && !fault.contains("hemligt"),
                "{fault}"
            );
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_command_gives_a_token_and_its_failure_tells_none() {
        let sh = |text: &str| {
            secret(&SecretLocation::Command(
                ["sh", "-c", text].map(str::to_owned).into(),
            ))
        };
        assert_eq!(sh("echo token").unwrap(), "token");
        for text in ["echo hemligt; exit 1", "printf 'hemligt\\nmer'", "true"] {
            let fault = sh(text).unwrap_err().to_string();
            assert!(
                !fault.contains("hemligt") && fault.lines().count() == 1,
                "{fault}"
            );
        }
    }

    #[test]
    fn what_is_not_there_is_told_by_its_name() {
        let fault = secret(&SecretLocation::Environment(
            "LOFTE_NO_SUCH_VARIABLE".to_owned(),
        ))
        .unwrap_err()
        .to_string();
        assert!(fault.contains("LOFTE_NO_SUCH_VARIABLE"), "{fault}");
    }
}
