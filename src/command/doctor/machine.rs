//! What all agreements have in common: the way of mail, the daily job, rights, the disk and the clock.

use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};

use crate::deliver::secrets;
use crate::model::finding::Phrase;
use crate::model::settings::{LoginSecret, MailRoute, TokenSource};
use crate::store::free_bytes;

use super::super::status::last_run;
use super::super::{Options, settings};
use super::check::{Check, fault, shown};

/// Free space below which versions may soon find no room, in bytes.
const LITTLE: u64 = 500_000_000;
/// The days after which the daily job should have run again.
const DAYS_BETWEEN_RUNS: i64 = 3;
/// No clock that is right shows an earlier day.
const BUILT_AFTER: (i32, u32, u32) = (2025, 6, 1);

/// The settings, and whether what they name is there. Nothing is connected to: `send --test` does that.
pub(super) fn mail(options: &Options) -> Vec<Check> {
    let Some(path) = options.settings.as_deref() else {
        return vec![Check::note(
            Phrase::new("ui-doctor-no-settings"),
            Phrase::new("ui-doctor-no-settings-do"),
        )];
    };
    let known = match settings::settings(Some(path)) {
        Ok(known) => known,
        Err(error) => {
            let what = fault(&error);
            return vec![Check::missing(what, Phrase::new("ui-doctor-settings-do"))];
        }
    };
    let mut checks = vec![Check::fine(
        Phrase::new("ui-doctor-settings").with("path", shown(path)),
    )];
    let Some(mail) = &known.mail else {
        checks.push(Check::note(
            Phrase::new("ui-doctor-no-mail"),
            Phrase::new("ui-doctor-no-settings-do"),
        ));
        return checks;
    };
    checks.push(match &mail.route {
        MailRoute::Folder(folder) if Path::new(folder).is_dir() => {
            Check::fine(Phrase::new("ui-doctor-mail-folder").with("folder", folder.as_str()))
        }
        MailRoute::Folder(folder) => Check::missing(
            Phrase::new("ui-doctor-no-mail-folder").with("folder", folder.as_str()),
            Phrase::new("ui-doctor-no-mail-folder-do"),
        ),
        MailRoute::Server(server) => {
            let kept = server.login.as_ref().and_then(|login| match &login.secret {
                LoginSecret::Password(kept) | LoginSecret::Token(TokenSource::Kept(kept)) => {
                    Some(kept)
                }
                LoginSecret::Token(TokenSource::Application(_)) => None,
            });
            let secret = kept.map(secrets::secret).transpose();
            match secret.and_then(|_| secrets::authority(server)) {
                Ok(_) => Check::fine(
                    Phrase::new("ui-doctor-mail-server")
                        .with("server", server.host.as_str())
                        .with("port", server.port.to_string()),
                ),
                Err(error) => Check::missing(fault(&error), Phrase::new("ui-doctor-settings-do")),
            }
        }
    });
    checks
}

/// The daily job, rights, the disk and the clock.
pub(super) fn checks(out: &Path) -> Vec<Check> {
    let today = Local::now().date_naive();
    let mut checks = vec![schedule(out, today)];
    checks.extend(rights(out));
    checks.extend(disk(out));
    checks.push(clock(out, today));
    checks
}

/// Whether a daily job is there, and has run.
fn schedule(out: &Path, today: NaiveDate) -> Check {
    let last = last_run(out);
    match (last, job()) {
        (Some(day), _) if (today - day).num_days() <= DAYS_BETWEEN_RUNS => {
            Check::fine(Phrase::new("ui-doctor-ran").with("day", day))
        }
        (Some(day), _) => Check::note(
            Phrase::new("ui-doctor-ran-long-ago").with("day", day),
            Phrase::new("ui-doctor-schedule-do"),
        ),
        (None, Some(job)) => Check::fine(Phrase::new("ui-doctor-job").with("path", shown(&job))),
        (None, None) => Check::note(
            Phrase::new("ui-doctor-no-job"),
            Phrase::new("ui-doctor-schedule-do"),
        ),
    }
}

/// Where a timer of systemd or a line of cron lies that `lofte schedule` made.
fn job() -> Option<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let own = home.map(|home| home.join(".config/systemd/user/lofte.timer"));
    let all = ["/etc/systemd/system/lofte.timer", "/etc/cron.d/lofte"].map(PathBuf::from);
    own.into_iter().chain(all).find(|path| path.is_file())
}

/// Whether others on the machine can read the results, which tell of more than what is published.
#[cfg(unix)]
fn rights(out: &Path) -> Option<Check> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(out).ok()?.permissions().mode();
    let folder = shown(out);
    Some(if mode & 0o007 == 0 {
        Check::fine(Phrase::new("ui-doctor-rights").with("folder", folder))
    } else {
        Check::note(
            Phrase::new("ui-doctor-open").with("folder", folder.as_str()),
            Phrase::new("ui-doctor-open-do").with("folder", folder),
        )
    })
}

#[cfg(not(unix))]
fn rights(_: &Path) -> Option<Check> {
    None
}

fn disk(out: &Path) -> Option<Check> {
    let there = out
        .ancestors()
        .find(|folder| folder.is_dir())
        .unwrap_or(Path::new("."));
    let free = free_bytes(there)?;
    let what = Phrase::new("ui-doctor-disk").with("megabytes", free / 1_000_000);
    Some(if free < LITTLE {
        Check::missing(what, Phrase::new("ui-doctor-disk-do"))
    } else {
        Check::fine(what)
    })
}

/// A clock before the program was made, or before its last run, is wrong.
fn clock(out: &Path, today: NaiveDate) -> Check {
    let (year, month, day) = BUILT_AFTER;
    let is_early = NaiveDate::from_ymd_opt(year, month, day).is_some_and(|built| today < built)
        || last_run(out).is_some_and(|ran| today < ran.pred_opt().unwrap_or(ran));
    let what = Phrase::new("ui-doctor-clock").with("day", today);
    if is_early {
        Check::missing(what, Phrase::new("ui-doctor-clock-do"))
    } else {
        Check::fine(what)
    }
}
