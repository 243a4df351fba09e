//! `lofte send --test`: tries the settings for mail with a message of its own, and tells each step.

use std::path::Path;

use chrono::Utc;

use super::{Exit, Options, agreement, settings, terminal};
use crate::deliver::smtp::{AttemptOutcome, Endpoint, Envelope, Session, SmtpError};
use crate::deliver::{Sender, credentials, secrets, trial_message};
use crate::error::{Error, MailFault};
use crate::model::finding::Phrase;
use crate::model::settings::{MailRoute, MailServer, MailSettings};
use crate::store::write_file;
use crate::wording::Wording;

/// Posts the message, or writes it into the folder that the settings name.
///
/// # Errors
/// What is wrong with the settings or the server.
pub(super) fn test(options: &Options, address: &str) -> Result<Exit, Error> {
    let settings = settings::settings(options.settings.as_deref())?;
    let mail = settings::mail(&settings)?;
    let wording = agreement::spoken_of_first(options)?;
    let sender = Sender::new(Some(mail), "lofte");
    let bytes = trial_message(&sender, address, Utc::now(), &wording)?;
    let server = match &mail.route {
        MailRoute::Server(server) => server,
        MailRoute::Folder(folder) => {
            let place = Path::new(folder).join("lofte-test.eml");
            write_file(&place, &bytes)?;
            let laid = Phrase::new("send-test-laid").with("path", place.display().to_string());
            return said(&wording, &laid);
        }
    };
    let mut session = open(mail, server, &wording)?;
    let envelope = Envelope {
        to: address,
        id: "lofte-test",
        message: &bytes,
    };
    match session.post(&envelope, &mut || Ok(())) {
        AttemptOutcome::Accepted(reply) => {
            session.close();
            let taken = Phrase::new("send-test-taken").with("address", address);
            said(&wording, &taken.with("reply", reply.to_string()))
        }
        AttemptOutcome::Rejected(fault) | AttemptOutcome::LostBefore(fault) => {
            Err(MailFault::from(fault).into())
        }
        AttemptOutcome::LostAfter(fault) => {
            let phrase = Phrase::new("send-test-uncertain").with("fault", fault.phrase());
            let english = format!("the message may have arrived: {fault}");
            Err(MailFault::new(english, phrase).into())
        }
    }
}

fn said(wording: &Wording, phrase: &Phrase) -> Result<Exit, Error> {
    terminal::print_sentences(vec![wording.phrase(phrase)]).map(|()| Exit::Finished)
}

fn open(mail: &MailSettings, server: &MailServer, wording: &Wording) -> Result<Session, Error> {
    let failed = |fault: SmtpError| Error::from(MailFault::from(fault));
    let authority = secrets::authority(server)?;
    let credentials = credentials(server, authority.as_deref(), Utc::now())?;
    let session = Session::open(&Endpoint {
        server,
        credentials: credentials.map_err(failed)?,
        authority,
        from: mail.bounces_to.as_ref().unwrap_or(&mail.from),
    })
    .map_err(failed)?;
    let limit = session.size_limit().map(|limit| limit / 1000);
    let user = server.login.as_ref().map(|login| login.user.as_str());
    let connected = Phrase::new("send-test-connected")
        .with("server", format!("{}:{}", server.host, server.port))
        .with(
            "encrypted",
            if session.is_encrypted() { "yes" } else { "no" },
        )
        .with("user", user.unwrap_or("none"))
        .with(
            "limit",
            limit.map_or_else(|| "none".to_owned(), |limit| limit.to_string()),
        );
    said(wording, &connected)?;
    Ok(session)
}
