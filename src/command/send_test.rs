//! `lofte send --test`: tries the settings for mail with a message of its own, and tells each step.

use std::path::Path;

use chrono::Utc;

use super::{Exit, Options, settings, terminal};
use crate::deliver::smtp::{AttemptOutcome, Endpoint, Session};
use crate::deliver::{Message, Sender, message, secrets};
use crate::error::Error;
use crate::model::settings::{MailRoute, MailServer, MailSettings};
use crate::store::{sha256, write_file};

/// Posts the message, or writes it into the folder that the settings name.
///
/// # Errors
/// What is wrong with the settings or the server.
pub(super) fn test(options: &Options, address: &str) -> Result<Exit, Error> {
    let settings = settings::settings(options.settings.as_deref())?;
    let mail = settings::mail(&settings)?;
    let bytes = test_message(mail, address)?;
    let server = match &mail.route {
        MailRoute::Server(server) => server,
        MailRoute::Folder(folder) => {
            let place = Path::new(folder).join("lofte-test.eml");
            write_file(&place, &bytes)?;
            return said(format!("Laid in the folder: {}", place.display()));
        }
    };
    let mut session = open(mail, server)?;
    match session.post(address, &bytes, &mut || Ok(())) {
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

fn test_message(mail: &MailSettings, address: &str) -> Result<Vec<u8>, Error> {
    let date = Utc::now();
    let text = "This message tries the settings for mail that lofte was given. It tells of no agreement.\n";
    message(&Message {
        sender: &Sender::new(Some(mail), "lofte"),
        name: address,
        address,
        subject: "lofte tries the mail",
        text,
        html: &format!("<p>{text}</p>"),
        attached: &[],
        id: &sha256(format!("{address} {date}").as_bytes()),
        language: "en",
        diary_number: None,
        as_of: date.date_naive(),
    })
}

fn open(mail: &MailSettings, server: &MailServer) -> Result<Session, Error> {
    let login = match &server.login {
        Some(login) => format!("logged in as {}", login.user),
        None => "no login".to_owned(),
    };
    let session = Session::open(&Endpoint {
        server,
        credentials: server
            .login
            .as_ref()
            .map(secrets::credentials)
            .transpose()?,
        authority: secrets::authority(server)?,
        from: &mail.from,
    })
    .map_err(|fault| Error::Mail(fault.to_string()))?;
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
