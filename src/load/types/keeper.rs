//! Where a secret is kept.

use super::composite::OneOrMore;
use super::text::PrivateLine;
use crate::load::declare::{Input, Takes, keys};
use crate::load::shape::Shape;
use crate::load::tree::Value;
use crate::model::settings::SecretLocation;

keys! {
    /// Where a secret is kept: one of these
    KeeperKeys "password, token" {
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

impl Takes for SecretLocation {
    type Value = SecretLocation;
    const SHAPE: Shape = KeeperKeys::SHAPE;

    fn read(input: Input<'_>) -> Option<SecretLocation> {
        if let Value::Text(_) = input.value() {
            // A password written here would be read by whoever reads the file. It is not repeated.
            return input.invalid("", "keeper");
        }
        let keys: KeeperKeys = input.table()?;
        let command = keys.command.value.filter(|words| !words.is_empty());
        let kept = [
            keys.environment.value.map(SecretLocation::Environment),
            keys.file.value.map(SecretLocation::File),
            keys.credential.value.map(SecretLocation::Credential),
            command.map(SecretLocation::Command),
        ];
        let mut kept = kept.into_iter().flatten();
        match (kept.next(), kept.next()) {
            (Some(keeper), None) => Some(keeper),
            _ => input.invalid("", "keeper"),
        }
    }
}
