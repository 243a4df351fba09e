//! Who logs in to a mail server, with the proof at hand.

use chrono::{DateTime, Utc};

use super::secrets::secret;
use super::smtp::{Credentials, Secret, SmtpError};
use super::token::token;
use crate::error::Error;
use crate::model::settings::{Login, LoginSecret, MailServer, TokenSource};

/// Who logs in, with the secret fetched from where it is kept; none for a server without a login. The inner fault is that of a
/// server that gives tokens. `authority`: the certificate that the settings name.
///
/// # Errors
/// If the secret is not there, or not kept well.
pub(crate) fn credentials(
    server: &MailServer,
    authority: Option<&[u8]>,
    now: DateTime<Utc>,
) -> Result<Result<Option<Credentials>, SmtpError>, Error> {
    let Some(Login {
        user,
        secret: proof,
    }) = &server.login
    else {
        return Ok(Ok(None));
    };
    let with_token = |token| Some(Credentials::Token(user.clone(), Secret::new(token)));
    Ok(match proof {
        LoginSecret::Password(secret_location) => Ok(Some(Credentials::Password(
            user.clone(),
            Secret::new(secret(secret_location)?),
        ))),
        LoginSecret::Token(TokenSource::Kept(secret_location)) => {
            Ok(with_token(secret(secret_location)?))
        }
        LoginSecret::Token(TokenSource::Application(application)) => {
            token(application, server, authority, now)?.map(with_token)
        }
    })
}
