//! What makes a message the message it is, and how it is written down.

use serde::Serialize;

use crate::error::Error;
use crate::store::sha256;

/// A hash of words, each told from the next.
pub(super) fn id(words: &[&str]) -> String {
    let mut whole = Vec::new();
    for word in words {
        whole.extend((word.len() as u64).to_be_bytes());
        whole.extend(word.as_bytes());
    }
    let mut id = sha256(&whole);
    id.truncate(32);
    id
}

/// A value as a file of JSON.
///
/// # Errors
/// If it has no such form.
pub(super) fn json(value: &impl Serialize, what: &str) -> Result<Vec<u8>, Error> {
    let broken = |fault: serde_json::Error| Error::Render {
        what: what.to_owned(),
        fault: fault.to_string(),
    };
    let mut bytes = serde_json::to_vec_pretty(value).map_err(broken)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_divided_otherwise_have_another_id() {
        assert_ne!(id(&["kalix2", "3"]), id(&["kalix", "23"]));
    }
}
