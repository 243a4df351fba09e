//! `lofte send`: posts what lies in the outbox, each message once, and tells what became of it.

use std::path::{Path, PathBuf};

use chrono::{Local, Utc};

use crate::deliver::{Message, Outcome, Route as Way, Sender, Session, message};
use crate::error::Error;
use crate::load::is_address;
use crate::model::agreement::Release;
use crate::model::report::Report;
use crate::model::settings::{MailRoute, MailSettings, Settings};
use crate::store::ledger::{self, Approval, Entry};

use super::{Exit, Options, folder, settings, tell};
use crate::deliver::mailer::{Carrier, Tally};
use crate::deliver::plan::{self, Asked, Item, State};
use crate::deliver::secrets;
use crate::store::{self, Lock};

/// What `send` is asked for, besides what every command is.
#[derive(Clone, Debug, Default)]
pub struct Sending {
    /// Only tell who would get what, and who has got it.
    pub list: bool,
    /// Somebody who gets everything instead.
    pub redirect: Option<String>,
    /// Somebody who gets a message that tries the route.
    pub test: Option<String>,
    /// Send again what has been sent.
    pub resend: bool,
    /// A version that may go out: `2023-09/v2`.
    pub approve: Option<String>,
    /// Who approves it.
    pub by: Option<String>,
    /// What is begun of other periods too, though one is asked for.
    pub others: bool,
}

/// Sends, lists, tries or approves, for every agreement asked for.
pub fn send(options: &Options, sending: &Sending) -> Exit {
    let given = sending.test.iter().chain(&sending.redirect);
    if let Some(wrong) = given.into_iter().find(|address| !is_address(address)) {
        return tell::error(&Error::Usage(format!(
            "{wrong:?} is no mail address; give one such as namn@example.se"
        )));
    }
    if let Some(address) = &sending.test {
        return test(options, address).unwrap_or_else(|error| tell::error(&error));
    }
    let folders = match folder::folders(options) {
        Ok(folders) => folders,
        Err(error) => return tell::error(&error),
    };
    if sending.approve.is_some() && folders.len() > 1 {
        return tell::error(&Error::Usage(
            "--approve is about one agreement; name its folder".to_owned(),
        ));
    }
    folders.iter().fold(Exit::Finished, |so_far, folder| {
        so_far.and(send_one(folder, options, sending).unwrap_or_else(|error| tell::error(&error)))
    })
}

/// What `run --send` does after a version is made: sends what lies in the outbox of its period.
pub(super) fn after_run(folder: &Path, options: &Options, report: &Report) -> Exit {
    // And what was put off of others: a month may have ended since.
    let options = Options {
        period: Some(report.period.to_string()),
        ..options.clone()
    };
    send_one(
        folder,
        &options,
        &Sending {
            others: true,
            ..Sending::default()
        },
    )
    .unwrap_or_else(|error| tell::error(&error))
}

/// The way out that the settings name.
///
/// # Errors
/// A usage error if they name none.
pub(super) fn mail(settings: &Settings) -> Result<&MailSettings, Error> {
    settings.mail.as_ref().ok_or_else(|| {
        Error::Usage(
            "there is no way out for mail: write [mail] in a settings file and name it by --settings".to_owned(),
        )
    })
}

fn send_one(folder: &Path, options: &Options, sending: &Sending) -> Result<Exit, Error> {
    let settings = settings::settings(options.settings.as_deref())?;
    let home = options.out.join(folder::id(folder)?);
    if !home.exists() {
        return Err(Error::Usage(format!(
            "{} does not exist: make a version by lofte run first",
            home.display()
        )));
    }
    let _lock = Lock::take(&home, tell::busy)?;
    if let Some(name) = &sending.approve {
        approve(&home, name, sending.by.as_deref())?;
        if settings.mail.is_none() {
            tell::print(&[
                "Nothing was sent: there are no settings with a way out for mail.".to_owned(),
            ])?;
            return Ok(Exit::Finished);
        }
    }
    let entries = ledger::read(&store::ledger_of(&home))?;
    let today = options.as_of.unwrap_or_else(|| Local::now().date_naive());
    let named = sending
        .approve
        .as_deref()
        .and_then(|name| name.split_once('/'))
        .map(|(period, _)| period);
    let period = options.period.as_deref().or(named);
    let asked = Asked {
        period,
        others: period.is_none() || sending.others,
        today,
        resend: sending.resend,
    };
    let items = plan::plan(&home, &entries, &asked)?;
    if sending.list {
        tell::print(&listed(&items, &entries))?;
        return Ok(Exit::Finished);
    }
    let mail = mail(&settings)?;
    let municipality = sender_name(folder);
    let sender = settings::sender(&settings, &municipality);
    let carrier = Carrier {
        home: &home,
        mail,
        sender: &sender,
        clock: Utc::now,
        redirect: sending.redirect.as_deref(),
    };
    let (to_post, rest): (Vec<Item>, Vec<Item>) = items
        .into_iter()
        .partition(|item| sending.redirect.is_some() || matches!(item.state, State::ToPost(_)));
    let mut tally = Tally::default();
    if sending.redirect.is_none() {
        carrier.note(&to_post)?;
        carrier.note(&rest)?;
    }
    let carried = carrier.carry(to_post, &mut tally);
    if carried.is_ok() || tally != Tally::default() {
        tell::print(&summary(&tally, &rest))?;
    }
    carried.map(|()| outcome(&tally))
}

/// The municipality's name, from the agreement if it can be read; the settings may give another.
fn sender_name(folder: &Path) -> String {
    folder::agreement(folder, &mut Vec::new())
        .map(|(agreement, _)| agreement.municipality)
        .unwrap_or_default()
}

/// How it ends: something put off is not finished, something refused is told by its own code.
fn outcome(tally: &Tally) -> Exit {
    if !tally.deferred.is_empty() {
        Exit::Failed
    } else if !tally.refused.is_empty() {
        Exit::Findings
    } else {
        Exit::Finished
    }
}

fn summary(tally: &Tally, rest: &[Item]) -> Vec<String> {
    let sent_before = rest
        .iter()
        .filter(|item| matches!(item.state, State::Sent(_)))
        .count();
    let mut told = vec![format!(
        "Messages sent: {}. Sent before: {sent_before}.",
        tally.sent
    )];
    let with = |mark: &str, lines: &[String]| {
        lines
            .iter()
            .map(|line| format!("{mark}: {line}"))
            .collect::<Vec<_>>()
    };
    told.extend(with("Put off to the next run", &tally.deferred));
    told.extend(with("Refused", &tally.refused));
    told.extend(with("May have arrived twice", &tally.uncertain));
    for item in rest {
        if let State::Waits(reason) = &item.state {
            told.push(format!(
                "{} ({}) {reason}",
                item.outgoing.name,
                item.outgoing.role.name()
            ));
        }
    }
    told
}

/// Who gets what, and who has got what, when, and what the server said.
fn listed(items: &[Item], entries: &[Entry]) -> Vec<String> {
    let mut told: Vec<String> = items.iter().map(|item| line(item, entries)).collect();
    if told.is_empty() {
        told.push("Nothing lies in the outbox.".to_owned());
    }
    let earlier = entries
        .iter()
        .filter_map(Entry::sent)
        .filter(|sent| items.iter().all(|item| item.outgoing.id != sent.id));
    told.extend(earlier.map(|sent| {
        let answer = sent.answer.as_deref().unwrap_or_default();
        let at = sent.at.format("%Y-%m-%d %H:%M UTC");
        format!(
            "{}/v{} · {} · {} <{}> · sent {at}: {answer}",
            sent.period,
            sent.version,
            sent.kind.name(),
            sent.name,
            sent.to
        )
    }));
    told
}

fn line(item: &Item, entries: &[Entry]) -> String {
    let Item {
        outgoing,
        period,
        version,
        ..
    } = item;
    let state = match &item.state {
        State::ToPost(None) => "to be sent".to_owned(),
        State::ToPost(Some(said)) => format!("to be sent again; {said}"),
        State::Waits(reason) => reason.clone(),
        State::Sent(sent) => {
            let answer = sent.answer.as_deref().unwrap_or_default();
            let twice = if plan::is_uncertain(entries, &outgoing.id) {
                "; may have arrived twice"
            } else {
                ""
            };
            format!(
                "sent {}: {answer}{twice}",
                sent.at.format("%Y-%m-%d %H:%M UTC")
            )
        }
    };
    let place = if *version == 0 {
        period.clone()
    } else {
        format!("{period}/v{version}")
    };
    let attached = if outgoing.attached.is_empty() {
        String::new()
    } else {
        format!(" · {}", outgoing.attached.join(", "))
    };
    let Item { outgoing: to, .. } = item;
    format!(
        "{place} · {} ({}) · {} ({}) <{}>{attached} · {state}",
        to.kind.name(),
        to.edition,
        to.name,
        to.role.name(),
        to.address
    )
}

/// Enters that a version may go out: exactly as it lies there.
fn approve(home: &Path, name: &str, by: Option<&str>) -> Result<(), Error> {
    let unknown = || {
        Error::Usage(format!(
            "there is no version {name}; name period and version, such as 2023-09/v2"
        ))
    };
    let (period, number) = name.split_once("/v").ok_or_else(unknown)?;
    let number: u32 = number.parse().map_err(|_| unknown())?;
    let folder = store::folder_of(home, period, number);
    let is_plain = period
        .chars()
        .all(|sign| sign.is_ascii_alphanumeric() || sign == '-');
    let outbox = if is_plain {
        plan::outbox_of(home, period, number)?
    } else {
        None
    };
    let outbox = outbox.ok_or_else(unknown)?;
    if outbox.release != Release::AfterApproval {
        return Err(Error::Usage(format!(
            "{name} waits for no approval: its agreement says another release"
        )));
    }
    if let Some(fault) = store::damage(&folder)?.first() {
        let fault = format!("{fault}, and is not approved; restore the folder from a backup");
        return Err(Error::Damaged {
            path: folder,
            fault,
        });
    }
    let by = by
        .map(str::to_owned)
        .or_else(user)
        .ok_or_else(|| Error::Usage("say who approves it by --by".to_owned()))?;
    let content = plan::seal(home, period, number)?;
    let approval = Approval {
        period: period.to_owned(),
        version: number,
        content,
        by,
        at: Utc::now(),
    };
    tell::print(&[format!(
        "Approved: {name}, by {} ({})",
        approval.by, approval.content
    )])?;
    ledger::append(&store::ledger_of(home), &Entry::Approved(approval))
}

/// Who runs the command, by the system's name.
fn user() -> Option<String> {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok())
        .filter(|name| !name.is_empty())
}

/// Tries the route with a message of its own, and tells each step.
fn test(options: &Options, address: &str) -> Result<Exit, Error> {
    let settings = settings::settings(options.settings.as_deref())?;
    let mail = mail(&settings)?;
    let sender: Sender = settings::sender(&settings, "lofte");
    let date = Utc::now();
    let text =
        "This message tries the way out for mail that lofte was given. It tells of no agreement.\n";
    let bytes = message(&Message {
        sender: &sender,
        name: address,
        address,
        subject: "lofte tries the mail",
        text,
        html: &format!("<p>{text}</p>"),
        attached: &[],
        id: &store::sha256(format!("{address} {date}").as_bytes()),
        language: "en",
        diary_number: None,
        as_of: date.date_naive(),
    })?;
    let server = match &mail.route {
        MailRoute::Server(server) => server,
        MailRoute::Folder(folder) => {
            let place = PathBuf::from(folder).join("lofte-test.eml");
            store::put_file(&place, &bytes)?;
            tell::print(&[format!("Laid in the folder: {}", place.display())])?;
            return Ok(Exit::Finished);
        }
    };
    let credentials = server
        .login
        .as_ref()
        .map(secrets::credentials)
        .transpose()?;
    let login = server
        .login
        .as_ref()
        .map_or("no login".to_owned(), |login| {
            format!("logged in as {}", login.user)
        });
    let authority = secrets::authority(server)?;
    let refused = |fault: &dyn std::fmt::Display| Error::Mail(fault.to_string());
    let mut session = Session::open(&Way {
        server,
        credentials,
        authority,
        from: &mail.from,
    })
    .map_err(|f| refused(&f))?;
    let open = if session.is_encrypted() {
        "encrypted"
    } else {
        "not encrypted"
    };
    let limit = session
        .size_limit()
        .map(|limit| format!(" It takes messages of up to {} kB.", limit / 1000));
    let limit = limit.unwrap_or_default();
    tell::print(&[format!(
        "Connected to {}:{}, {open}, {login}.{limit}",
        server.host, server.port
    )])?;
    match session.post(address, &bytes, &mut || Ok(())) {
        Outcome::Accepted(answer) => {
            session.close();
            tell::print(&[format!(
                "The server has taken the message to {address}: {answer}"
            )])?;
            Ok(Exit::Finished)
        }
        Outcome::NotTaken(fault) | Outcome::LostBefore(fault) => Err(refused(&fault)),
        Outcome::LostAfter(fault) => {
            Err(refused(&format!("the message may have arrived: {fault}")))
        }
    }
}
