//! Mail addresses.

/// Whether a text is the address of a mailbox, and nothing more: nothing in it may end the line it stands in or begin another address.
pub fn is_address(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let plain = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    let labels: Vec<&str> = domain.split('.').collect();
    text.len() <= 254
        && name
            .split('.')
            .all(|part| !part.is_empty() && part.chars().all(plain))
        && labels.len() >= 2
        && labels.iter().all(|label| {
            let inner = label.chars().all(|c| c.is_alphanumeric() || c == '-');
            !label.is_empty() && inner && !label.starts_with('-') && !label.ends_with('-')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_a_letter_can_go_to() {
        for (text, good) in [
            ("bra@example.se", true),
            ("anna.b+brå@kommun.example.se", true),
            ("bra", false),
            ("bra@example", false),
            ("bra@@example.se", false),
            ("bra@example.se\nBcc: x@example.se", false),
            ("bra@example.se, y@example.se", false),
            ("Brå <bra@example.se>", false),
            ("@example.se", false),
            ("bra@.se", false),
            ("bra@example.se\u{0}", false),
        ] {
            assert_eq!(is_address(text), good, "{text:?}");
        }
    }
}
