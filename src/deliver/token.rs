//! A token of OAuth 2.0 in an application's own name (client credentials, RFC 6749, 4.4), as Microsoft 365 asks for: fetched over
//! HTTPS, and kept for as long as it holds.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use serde::Deserialize;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Error as HttpError};

use super::assertion::assertion;
use super::secrets::{private_file, secret};
use super::smtp::{Secrets, SmtpError};
use crate::error::{Error, MailFault};
use crate::model::finding::Phrase;
use crate::model::settings::{ApplicationProof, MailServer, TokenApplication};

/// A token is fetched anew so long before it ends.
const MARGIN: Duration = Duration::from_secs(120);
/// The most bytes of an answer.
const LONGEST_ANSWER: u64 = 64 << 10;
/// How many characters of an explanation are kept.
const KEPT_TEXT: usize = 300;

/// The tokens of this process, and until when each is used.
static TOKENS: Mutex<BTreeMap<String, (String, Instant)>> = Mutex::new(BTreeMap::new());

/// What the server answers (RFC 6749, 5).
#[derive(Deserialize)]
struct Answer {
    access_token: Option<String>,
    expires_in: Option<u64>,
    error: Option<String>,
    error_description: Option<String>,
}

/// A token for the application. `authority`: the certificate that the settings name, in PEM. The inner fault is the server's, or
/// that of the way to it.
///
/// # Errors
/// If what proves the application is not there, or not kept well.
pub(super) fn token(
    application: &TokenApplication,
    server: &MailServer,
    authority: Option<&[u8]>,
    now: DateTime<Utc>,
) -> Result<Result<String, SmtpError>, Error> {
    let TokenApplication {
        tenant,
        client_id,
        scope,
        ..
    } = application;
    let base = application.authority.trim_end_matches('/');
    let url = format!("{base}/{tenant}/oauth2/v2.0/token");
    let name = [url.as_str(), client_id, scope].join(" ");
    let kept = |tokens: &BTreeMap<String, (String, Instant)>| {
        let (token, until) = tokens.get(&name)?;
        (*until > Instant::now()).then(|| token.clone())
    };
    if let Some(token) = kept(&TOKENS.lock().unwrap_or_else(PoisonError::into_inner)) {
        return Ok(Ok(token));
    }
    let mut form = vec![
        ("grant_type", "client_credentials".to_owned()),
        ("client_id", client_id.clone()),
        ("scope", scope.clone()),
    ];
    let proof = match &application.proof {
        ApplicationProof::Secret(secret_location) => {
            let secret = secret(secret_location)?;
            form.push(("client_secret", secret.clone()));
            secret
        }
        ApplicationProof::Certificate(path) => {
            let pem = private_file(Path::new(path))?;
            let assertion = assertion(&pem, client_id, &url, now).map_err(|why| {
                let phrase = Phrase::new("mail-unusable-certificate")
                    .with("path", path)
                    .with("why", &why);
                MailFault::new(
                    format!("the certificate {path} cannot be used ({why})"),
                    phrase,
                )
            })?;
            let kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            form.push(("client_assertion_type", kind.to_owned()));
            form.push(("client_assertion", assertion.clone()));
            assertion
        }
    };
    let asked = Instant::now();
    let time = Duration::from_secs(server.timeout);
    let answer = match asked_for(&url, &form, authority, time) {
        Ok(answer) => answer,
        Err(fault) => return Ok(Err(fault_of(&url, &fault))),
    };
    let secrets = Secrets::of(&[&proof]);
    Ok(read(&url, answer, &secrets).map(|(token, holds)| {
        let until = asked + holds.saturating_sub(MARGIN);
        let mut tokens = TOKENS.lock().unwrap_or_else(PoisonError::into_inner);
        tokens.insert(name, (token.clone(), until));
        token
    }))
}

/// The status and the words of the server's answer.
fn asked_for(
    url: &str,
    form: &[(&str, String)],
    authority: Option<&[u8]>,
    time: Duration,
) -> Result<(u16, String), HttpError> {
    let mut roots: Vec<Certificate<'static>> = rustls_native_certs::load_native_certs()
        .certs
        .iter()
        .map(|known| Certificate::from_der(known).to_owned())
        .collect();
    let named = authority
        .into_iter()
        .flat_map(CertificateDer::pem_slice_iter);
    roots.extend(
        named
            .flatten()
            .map(|own| Certificate::from_der(&own).to_owned()),
    );
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::Specific(Arc::new(roots)))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    let agent: Agent = Agent::config_builder()
        .https_only(true)
        .max_redirects(0)
        .http_status_as_error(false)
        .timeout_global(Some(time))
        .tls_config(tls)
        .build()
        .into();
    let form = form.iter().map(|(name, value)| (*name, value.as_str()));
    let mut answer = agent.post(url).send_form(form)?;
    let status = answer.status().as_u16();
    let body = answer.body_mut().with_config().limit(LONGEST_ANSWER);
    Ok((status, body.read_to_string()?))
}

/// The token, and how long it holds.
fn read(
    url: &str,
    (status, text): (u16, String),
    secrets: &Secrets,
) -> Result<(String, Duration), SmtpError> {
    let answer: Answer = serde_json::from_str(&text).unwrap_or(Answer {
        access_token: None,
        expires_in: None,
        error: None,
        error_description: None,
    });
    let is_plain = |token: &String| {
        !token.is_empty()
            && token.len() <= 16 << 10
            && token.bytes().all(|byte| byte.is_ascii_graphic())
    };
    if let (200, Some(token)) = (status, answer.access_token.filter(is_plain)) {
        return Ok((token, Duration::from_secs(answer.expires_in.unwrap_or(0))));
    }
    let why = match (answer.error, answer.error_description) {
        (Some(error), Some(description)) => format!("{error}: {description}"),
        (Some(error), None) => error,
        _ => "what it answers is no answer of OAuth 2.0".to_owned(),
    };
    let why: String = secrets
        .hide_in(&why)
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .take(KEPT_TEXT)
        .collect();
    Err(SmtpError::NoToken {
        url: url.to_owned(),
        is_temporary: status == 429 || status >= 500,
        why: format!("{status} {why}"),
    })
}

fn fault_of(url: &str, fault: &HttpError) -> SmtpError {
    let is_temporary = matches!(
        fault,
        HttpError::Timeout(_) | HttpError::HostNotFound | HttpError::ConnectionFailed
    ) || matches!(fault, HttpError::Io(io) if io.get_ref().is_none_or(|inner| !inner.is::<rustls::Error>()));
    SmtpError::NoToken {
        url: url.to_owned(),
        is_temporary,
        why: fault.to_string(),
    }
}
