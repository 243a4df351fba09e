//! `lofte send --test`: tries the settings for mail with a message of its own, and tells each step.

use std::path::Path;

use chrono::Utc;

use super::{Exit, Options, settings, terminal};
use crate::deliver::smtp::{AttemptOutcome, Endpoint, Envelope, Session, SmtpError};
use crate::deliver::{Sender, credentials, secrets, trial_message};
use crate::error::Error;
use crate::model::settings::{MailRoute, MailServer, MailSettings};
use crate::store::write_file;

/// Posts the message, or writes it into the folder that the settings name.
///
/// # Errors
/// What is wrong with the settings or the server.
pub(super) fn test(options: &Options, address: &str) -> Result<Exit, Error> {
    let settings = settings::settings(options.settings.as_deref())?;
    let mail = settings::mail(&settings)?;
    let sender = Sender::new(Some(mail), "lofte");
    let bytes = trial_message(&sender, address, Utc::now())?;
    let server = match &mail.route {
        MailRoute::Server(server) => server,
        MailRoute::Folder(folder) => {
            let place = Path::new(folder).join("lofte-test.eml");
            write_file(&place, &bytes)?;
            return said(format!("Laid in the folder: {}", place.display()));
        }
    };
    let mut session = open(mail, server)?;
    let envelope = Envelope {
        to: address,
        id: "lofte-test",
        message: &bytes,
    };
    match session.post(&envelope, &mut || Ok(())) {
        AttemptOutcome::Accepted(reply) => {
            session.close();
            said(format!(
                "The server has taken the message to {address}: {reply}"
            ))
        }
        AttemptOutcome::Rejected(fault) | AttemptOutcome::LostBefore(fault) => {
            Err(Error::Mail(fault.to_string()))
        }
        AttemptOutcome::LostAfter(fault) => Err(Error::Mail(format!(
            "the message may have arrived: {fault}"
        ))),
    }
}

fn said(line: String) -> Result<Exit, Error> {
    terminal::print(&[line]).map(|()| Exit::Finished)
}

fn open(mail: &MailSettings, server: &MailServer) -> Result<Session, Error> {
    let login = match &server.login {
        Some(login) => format!("logged in as {}", login.user),
        None => "no login".to_owned(),
    };
    let failed = |fault: SmtpError| Error::Mail(fault.to_string());
    let authority = secrets::authority(server)?;
    let credentials = credentials(server, authority.as_deref(), Utc::now())?;
    let session = Session::open(&Endpoint {
        server,
        credentials: credentials.map_err(failed)?,
        authority,
        from: mail.bounces_to.as_ref().unwrap_or(&mail.from),
    })
    .map_err(failed)?;
    let open = if session.is_encrypted() {
        "encrypted"
    } else {
        "not encrypted"
    };
    let limit = session
        .size_limit()
        .map(|limit| format!(" It takes messages of up to {} kB.", limit / 1000));
    terminal::print(&[format!(
        "Connected to {}:{}, {open}, {login}.{}",
        server.host,
        server.port,
        limit.unwrap_or_default()
    )])?;
    Ok(session)
}
