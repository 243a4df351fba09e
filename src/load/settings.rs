//! The settings file's text → checked [`Settings`]; every fault at once, with its line, as for an agreement.

use super::declare::read;
use super::faults::Faults;
use super::keys::{MailKeys, SettingsKeys};
use super::tree::{self, Position};
use crate::model::finding::{Checked, ExpectedForm, Severity};
use crate::model::settings::{
    Login, LoginSecret, MailRoute, MailServer, MailSettings, Security, Settings,
};

/// The seconds before each new try, if nothing else is said.
const PAUSES: [u64; 3] = [5, 30, 120];
/// The seconds that one answer may take, if nothing else is said.
const TIMEOUT: u64 = 60;

/// Reads settings. The value is `None` exactly if there are findings of the severity error.
pub fn settings(text: &str) -> Checked<Option<Settings>> {
    let faults = Faults::default();
    let (entries, broken) = tree::parse_private(text, 0);
    for broken in broken {
        // The text at a fault may be a password, but for a key that is written twice: it is not repeated.
        let is_key = broken.is_duplicate();
        let text = if is_key { broken.text } else { String::new() };
        faults.broken(&tree::Broken { text, ..broken });
    }
    let keys: SettingsKeys = read(&entries, Position::start_of(0), &faults);
    let reader = keys.reader.value;
    let settings = Settings {
        mail: keys.mail.value.and_then(|keys| mail(keys, &faults)),
        reader_memory: reader
            .as_ref()
            .and_then(|keys| Some(keys.memory.value? << 20)),
        reader_seconds: reader.and_then(|keys| keys.seconds.value),
        group: keys.group.value,
    };
    let findings = faults.into_findings();
    let stopped = findings
        .iter()
        .any(|finding| finding.severity() == Severity::Error);
    Checked::new((!stopped).then_some(settings), findings)
}

fn mail(mut keys: MailKeys, faults: &Faults) -> Option<MailSettings> {
    let route = if !keys.folder.is_written {
        server(&mut keys, faults).map(MailRoute::Server)
    } else if keys.server.is_written {
        faults.invalid(keys.folder.at, keys.folder.name, "", ExpectedForm::OneRoute);
        None
    } else {
        keys.folder.value.map(MailRoute::Folder)
    };
    Some(MailSettings {
        from: keys.from.value?,
        name: keys.name.value,
        reply_to: keys.reply_to.value,
        bounces_to: keys.bounces_to.value,
        bounces: keys.bounces.value,
        pauses: keys.pauses.value.unwrap_or_else(|| PAUSES.to_vec()),
        route: route?,
    })
}

fn server(keys: &mut MailKeys, faults: &Faults) -> Option<MailServer> {
    let security = match keys.security.value {
        None if keys.security.is_written => return None,
        security => security.unwrap_or(Security::Starttls),
    };
    let login = login(keys, faults);
    if let (Security::Plain, Some(_)) = (security, &login) {
        faults.invalid(keys.user.at, keys.user.name, "", ExpectedForm::OpenLogin);
    }
    if !keys.server.is_written {
        faults.missing(*keys.server);
    }
    let usual_port = match security {
        Security::Tls => 465,
        Security::Starttls => 587,
        Security::StarttlsIfOffered | Security::Plain => 25,
    };
    let port = keys.port.value.map(u16::try_from);
    Some(MailServer {
        host: keys.server.value.take()?,
        port: port.and_then(Result::ok).unwrap_or(usual_port),
        security,
        ca: keys.ca.value.take(),
        login,
        timeout: keys.patience.value.unwrap_or(TIMEOUT),
        hello: keys.hello.value.take(),
    })
}

/// Who logs in; a user without a proof is a fault, and the other way round.
fn login(keys: &mut MailKeys, faults: &Faults) -> Option<Login> {
    let (user, password, token) = (*keys.user, *keys.password, *keys.token);
    if password.is_written && token.is_written {
        faults.invalid(token.at, token.name, "", ExpectedForm::OneProof);
        return None;
    }
    let has_proof = password.is_written || token.is_written;
    if user.is_written && !has_proof {
        faults.missing(password);
    }
    if !user.is_written && has_proof {
        faults.missing(user);
    }
    let password = keys.password.value.take().map(LoginSecret::Password);
    let proof = password.or_else(|| keys.token.value.take().map(LoginSecret::Token));
    Some(Login {
        user: keys.user.value.take()?,
        secret: proof?,
    })
}

#[cfg(test)]
mod tests;
