//! Where a secret is kept.

use super::composite::OneOrMore;
use super::text::PrivateLine;
use crate::load::declare::{Input, Takes, keys};
use crate::load::shape::Shape;
use crate::load::tree::Value;
use crate::model::finding::ExpectedForm;
use crate::model::settings::{ApplicationProof, SecretLocation, TokenApplication, TokenSource};

keys! {
    /// Where a secret is kept: one of these
    SecretLocationKeys "password, secret" {
        /// in the variable of this name
        environment: PrivateLine,
        /// in this file, which only its owner may read
        file: PrivateLine,
        /// in the systemd credential of this name
        credential: PrivateLine,
        /// what this command prints, asked at each login
        command: OneOrMore<String>,
    }
}

keys! {
    /// Where a token comes from: one of the first four, or Microsoft Entra, where lofte fetches its own
    TokenKeys "token" {
        /// in the variable of this name
        environment: PrivateLine,
        /// in this file, which only its owner may read
        file: PrivateLine,
        /// in the systemd credential of this name
        credential: PrivateLine,
        /// what this command prints, asked at each login
        command: OneOrMore<String>,
        /// the tenant in Microsoft Entra, its id or domain
        tenant: PrivateLine,
        /// the application that is registered there, its id
        client_id: PrivateLine,
        /// where the application's secret is kept
        secret: SecretLocation,
        /// instead of `secret`, a file with the application's certificate and its private key (RSA, not encrypted), PEM, which only
        /// its owner may read
        certificate: PrivateLine,
        /// what the token is asked for
        scope: PrivateLine = "`https://outlook.office365.com/.default`",
        /// who gives it, for clouds of other countries
        authority: PrivateLine = "`https://login.microsoftonline.com`",
    }
}

impl Takes for TokenSource {
    type Value = TokenSource;
    const SHAPE: Shape = TokenKeys::SHAPE;

    fn read(input: Input<'_>) -> Option<TokenSource> {
        if let Value::Text(_) = input.value() {
            return input.invalid("", ExpectedForm::SecretLocation);
        }
        let keys: TokenKeys = input.table()?;
        let mut kept = locations(
            keys.environment.value,
            keys.file.value,
            keys.credential.value,
            keys.command.value,
        );
        let proofs = [
            keys.secret.value.map(ApplicationProof::Secret),
            keys.certificate.value.map(ApplicationProof::Certificate),
        ];
        let mut proofs = proofs.into_iter().flatten();
        let application = (keys.tenant.value, keys.client_id.value);
        match (
            kept.next(),
            kept.next(),
            application,
            proofs.next(),
            proofs.next(),
        ) {
            (Some(secret_location), None, (None, None), None, None) => {
                Some(TokenSource::Kept(secret_location))
            }
            (None, None, (Some(tenant), Some(client_id)), Some(proof), None) => {
                let authority = keys.authority.value;
                Some(TokenSource::Application(Box::new(TokenApplication {
                    tenant,
                    client_id,
                    proof,
                    scope: keys.scope.value.unwrap_or_else(|| SCOPE.to_owned()),
                    authority: authority.unwrap_or_else(|| AUTHORITY.to_owned()),
                })))
            }
            _ => input.invalid("", ExpectedForm::Token),
        }
    }
}

const SCOPE: &str = "https://outlook.office365.com/.default";
const AUTHORITY: &str = "https://login.microsoftonline.com";

impl Takes for SecretLocation {
    type Value = SecretLocation;
    const SHAPE: Shape = SecretLocationKeys::SHAPE;

    fn read(input: Input<'_>) -> Option<SecretLocation> {
        if let Value::Text(_) = input.value() {
            // A password written here would be read by whoever reads the file. It is not repeated.
            return input.invalid("", ExpectedForm::SecretLocation);
        }
        let keys: SecretLocationKeys = input.table()?;
        let mut kept = locations(
            keys.environment.value,
            keys.file.value,
            keys.credential.value,
            keys.command.value,
        );
        match (kept.next(), kept.next()) {
            (Some(secret_location), None) => Some(secret_location),
            _ => input.invalid("", ExpectedForm::SecretLocation),
        }
    }
}

/// The places that are named for one secret; there must be one.
fn locations(
    environment: Option<String>,
    file: Option<String>,
    credential: Option<String>,
    command: Option<Vec<String>>,
) -> impl Iterator<Item = SecretLocation> {
    let command = command.filter(|words| !words.is_empty());
    let named = [
        environment.map(SecretLocation::Environment),
        file.map(SecretLocation::File),
        credential.map(SecretLocation::Credential),
        command.map(SecretLocation::Command),
    ];
    named.into_iter().flatten()
}
