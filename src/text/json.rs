//! Reading JSON.

use std::io::{BufReader, Read};

use serde::de::DeserializeOwned;

/// A text of up to this many bytes is read at once, which takes a third of the time.
const AT_ONCE: u64 = 8 << 20;

/// What a JSON text says. A long one is read piece by piece: all of it need never be in memory.
///
/// # Errors
/// If it cannot be read, or is not of this shape.
pub(crate) fn read_json<T: DeserializeOwned>(mut from: impl Read) -> serde_json::Result<T> {
    let mut begin = Vec::new();
    let length = from.by_ref().take(AT_ONCE).read_to_end(&mut begin);
    if length.map_err(serde_json::Error::io)? as u64 == AT_ONCE {
        serde_json::from_reader(BufReader::new(begin.as_slice().chain(from)))
    } else {
        serde_json::from_slice(&begin)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_texts_say_the_same() {
        for times in [1, 3_000_000] {
            let text = format!("[{}1]", "22,".repeat(times));
            let read: Vec<u8> = read_json(text.as_bytes()).unwrap();
            assert_eq!((read.len(), read.last()), (times + 1, Some(&1)));
            assert!(read_json::<Vec<u8>>(text.trim_end_matches(']').as_bytes()).is_err());
        }
    }
}
