//! Domains as mail and name servers know them: å, ä and ö in their ASCII form (IDNA).

/// A domain in its ASCII form; one that has none stays as it is, and no server knows it.
pub(crate) fn ascii_domain(domain: &str) -> String {
    idna::domain_to_ascii(domain).unwrap_or_else(|_| domain.to_owned())
}

/// An address whose domain is in its ASCII form. What stands before the `@` has none.
pub(crate) fn ascii_address(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((name, domain)) => format!("{name}@{}", ascii_domain(domain)),
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_encoded_and_nothing_else_is() {
        for (address, encoded) in [
            ("chef@åre.example.se", "chef@xn--re-xia.example.se"),
            ("chef@ÅRE.example.se", "chef@xn--re-xia.example.se"),
            ("brå@example.se", "brå@example.se"),
            ("chef@example.se", "chef@example.se"),
            ("chef", "chef"),
        ] {
            assert_eq!(ascii_address(address), encoded);
        }
    }
}
