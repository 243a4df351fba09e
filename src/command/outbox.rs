//! What lies in the outbox of one agreement: approved, listed or posted.

use std::path::Path;

use chrono::{Local, Utc};

use super::status::RunStatus;
use super::{
    Exit, Format, Options, SpokenLanguage, agreement, approve, deliveries, folder, list, settings,
    terminal,
};
use crate::deliver::{Mailer, Plan, Selection, Sender, check_found, enter_bounces, plan};
use crate::error::{AskedFault, Error};
use crate::model::agreement::Agreement;
use crate::model::finding::Phrase;
use crate::model::settings::Settings;
use crate::store::{LedgerEntries, Versions};
use crate::wording::Wording;

/// What `send` is asked for, besides what every command is.
#[derive(Clone, Debug, Default)]
pub(crate) struct SendOptions {
    /// Only tell who would get what, and who has got it.
    pub(crate) list: bool,
    /// Somebody who gets everything instead.
    pub(crate) redirect: Option<String>,
    /// Somebody who gets a message that tries the route.
    pub(crate) test: Option<String>,
    /// Send again what has been sent.
    pub(crate) resend: bool,
    /// A version that may go out: `2023-09/v2`.
    pub approve: Option<String>,
    /// Who approves it.
    pub(crate) by: Option<String>,
    /// What is begun of other periods too, though one is asked for.
    pub others: bool,
}

/// Does what `sending` asks for.
///
/// # Errors
/// If there is no version, the ledger is lost or cannot be written, or the server or its settings need mending.
pub(super) fn send(
    folder: &Path,
    options: &Options,
    sending: &SendOptions,
    status: &RunStatus,
) -> Result<Exit, Error> {
    let settings = settings::settings(options.settings.as_deref())?;
    let versions = Versions::new(options.out.join(folder::id(folder)?));
    if !versions.home().exists() {
        let home = versions.home().to_owned();
        return Err(Error::Asked(AskedFault::NoVersions(home)));
    }
    let agreement = agreement::agreement(folder, &mut Vec::new());
    let agreement = agreement.ok().map(|(agreement, _)| agreement);
    let wording = match &agreement {
        Some(agreement) => options
            .language
            .wording(&agreement.language, &agreement.activities)?,
        None => SpokenLanguage::of_faults()?,
    };
    let notice = |phrase: &Phrase| terminal::told_in(&wording, phrase);
    let _lock = versions.lock(terminal::waiting)?;
    let entries = versions.read_mended(Utc::now(), &notice)?;
    let asked = (sending.resend, sending.list);
    check_found(&versions, &entries, asked, Utc::now(), &notice)?;
    if let Some(name) = &sending.approve {
        approve::approve_version(&versions, name, sending.by.as_deref(), &wording)?;
        if settings.mail.is_none() {
            terminal::print_sentences(vec![wording.text("delivery-no-mail")])?;
            return Ok(Exit::Finished);
        }
    }
    let entries = versions.ledger().read()?;
    let entries = read_bounces(&versions, entries, &settings, (sending.list, &wording))?;
    let approved = sending
        .approve
        .as_deref()
        .and_then(|name| name.split_once('/'));
    let period = options
        .period
        .as_deref()
        .or(approved.map(|(period, _)| period));
    let selection = Selection {
        period,
        others: period.is_none() || sending.others,
        today: options.as_of.unwrap_or_else(|| Local::now().date_naive()),
        now: Utc::now(),
        resend: sending.resend,
        to_post: !sending.list,
    };
    let plan = plan(&versions, &entries, &selection)?;
    // What is not as it was made is told, and holds up nothing else.
    for fault in &plan.faults {
        terminal::error_in(&wording, fault);
        status.fault(folder, fault);
    }
    let damaged = match plan.faults.is_empty() {
        true => Exit::Finished,
        false => Exit::Failed,
    };
    if sending.list {
        match options.format {
            Format::Text => {
                let lines = deliveries::list(&plan.messages, &entries, &wording);
                terminal::print_sentences(lines)?;
            }
            Format::Json => terminal::print(&[list::json(&folder::id(folder)?, &plan, &entries)?])?,
        }
        return Ok(damaged);
    }
    let mail = settings::mail(&settings)?;
    let mailer = Mailer {
        versions: &versions,
        mail,
        sender: &Sender::new(Some(mail), municipality(agreement.as_ref())),
        clock: Utc::now,
        redirect: sending.redirect.as_deref(),
    };
    let posted = post(folder, &mailer, plan, (status, &wording))?;
    Ok(damaged.and(posted))
}

/// What came back since is entered, before it is asked what each recipient has.
fn read_bounces(
    versions: &Versions,
    entries: LedgerEntries,
    settings: &Settings,
    (is_list, wording): (bool, &Wording),
) -> Result<LedgerEntries, Error> {
    let place = settings
        .mail
        .as_ref()
        .and_then(|mail| mail.bounces.as_ref());
    let Some(place) = place.filter(|_| !is_list) else {
        return Ok(entries);
    };
    let bounced = match enter_bounces(versions, &entries, Path::new(place), Utc::now()) {
        Ok(bounced) => bounced,
        Err(error) => {
            // Mail goes out although nobody knows what came back.
            terminal::error_in(wording, &error);
            return Ok(entries);
        }
    };
    for one in &bounced {
        let why = one.answer.as_deref().unwrap_or_default();
        let back = Phrase::new("delivery-came-back").with("to", &one.to);
        terminal::told_in(wording, &back.with("why", why));
    }
    versions.ledger().read()
}

fn post(
    folder: &Path,
    mailer: &Mailer<'_>,
    plan: Plan,
    (status, wording): (&RunStatus, &Wording),
) -> Result<Exit, Error> {
    let posted = mailer.post_plan(plan.messages)?;
    if posted.is_something() {
        let lines = |wording: &Wording| deliveries::summary(&posted.summary, &posted.rest, wording);
        terminal::print_sentences(lines(wording))?;
        status.lines(folder, &lines(&RunStatus::wording()?));
    }
    match posted.stopped {
        Some(error) => Err(error),
        None if posted.is_damaged() => Ok(Exit::Failed),
        None if posted.is_undelivered() => Ok(Exit::Undelivered),
        None => Ok(Exit::Finished),
    }
}

/// The municipality's name, from the agreement if it can be read; the settings may give another.
fn municipality(agreement: Option<&Agreement>) -> &str {
    agreement.map_or("", |agreement| &agreement.municipality)
}
