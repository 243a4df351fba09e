//! The secrets that the settings say where to find. A secret is asked for when it is needed, and is in no
//! message of ours.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::error::Error;
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
    let (what, bytes) = match secret_location {
        SecretLocation::Environment(name) => {
            let place = format!("the variable {name} of the environment");
            let value = std::env::var(name)
                .map_err(|_| missing(&place, "set it before lofte is started"))?;
            (place, value.into_bytes())
        }
        SecretLocation::File(path) => (format!("the file {path}"), private_file(Path::new(path))?),
        SecretLocation::Credential(name) => {
            let place = format!("the systemd credential {name}");
            let folder = std::env::var_os("CREDENTIALS_DIRECTORY").ok_or_else(|| {
                missing(
                    &place,
                    "it is there for the unit alone: docs/schedule.md tells how to try it by hand",
                )
            })?;
            let path = Path::new(&folder).join(name);
            (
                place,
                fs::read(&path).map_err(|fault| Error::io(&path, fault))?,
            )
        }
        SecretLocation::Command(words) => ("the command in [mail]".to_owned(), printed(words)?),
    };
    let text = String::from_utf8(bytes).map_err(|_| missing(&what, "it must hold plain text"))?;
    let text = text.trim_end_matches(['\r', '\n']).to_owned();
    if text.is_empty() || text.chars().any(char::is_control) || text.len() > LONGEST_SECRET {
        return Err(missing(&what, "it must hold the secret on one line"));
    }
    Ok(text)
}

fn missing(what: &str, remedy: &str) -> Error {
    Error::Mail(format!("{what} gives no password or token; {remedy}"))
}

/// A file that nobody but its owner can read.
pub(super) fn private_file(path: &Path) -> Result<Vec<u8>, Error> {
    let io = |fault| Error::io(path, fault);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path).map_err(io)?.permissions().mode();
        if mode & 0o077 != 0 {
            let place = format!(
                "{} can be read by others than its owner; write chmod 600 for it",
                path.display()
            );
            return Err(Error::Mail(place));
        }
    }
    fs::read(path).map_err(io)
}

/// What a command prints. What it says on standard error goes to the terminal; neither is repeated.
fn printed(words: &[String]) -> Result<Vec<u8>, Error> {
    let (program, arguments) = words
        .split_first()
        .ok_or_else(|| missing("the command in [mail]", "name a program"))?;
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
            Some(_) => {
                return Err(Error::Mail(format!(
                    "the command {program}, which should print a token, failed"
                )));
            }
            None if began.elapsed() > TOKEN_COMMAND => {
                // It may have ended just now; then there is nothing to end.
                let _ = process.kill().and_then(|()| process.wait());
                return Err(Error::Mail(format!(
                    "the command {program}, which should print a token, took too long"
                )));
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
