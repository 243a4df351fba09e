//! What tells one message from another.

use crate::store::sha256;

/// A hash of words and of where each ends, 32 hexadecimal digits.
pub(in crate::deliver) fn id(words: &[&str]) -> String {
    let mut whole = Vec::new();
    for word in words {
        whole.extend((word.len() as u64).to_be_bytes());
        whole.extend(word.as_bytes());
    }
    let mut id = sha256(&whole);
    id.truncate(32);
    id
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
