//! What lofte itself says of why something went wrong.

use crate::model::finding::{Arg, Phrase};

/// In the words of a language, where it is lofte that says it; what the system or a library says stays as it was said.
pub(in crate::deliver) fn why_of(why: &str) -> Arg {
    let phrase = match why {
        "it is encrypted already" => Phrase::new("smtp-why-encrypted-already"),
        "the server closed it" => Phrase::new("smtp-why-closed"),
        "data before a command" => Phrase::new("smtp-why-early-data"),
        "a reply without an end" => Phrase::new("smtp-why-endless-reply"),
        "no reply code" => Phrase::new("smtp-why-no-code"),
        "no final reply code" => Phrase::new("smtp-why-no-final-code"),
        "two codes in one reply" => Phrase::new("smtp-why-two-codes"),
        "it holds none" => Phrase::new("smtp-why-no-certificate"),
        "it is out of date" => Phrase::new("smtp-why-expired"),
        "it is not valid yet; check this machine's clock" => Phrase::new("smtp-why-not-yet"),
        "it is another server's" => Phrase::new("smtp-why-other-server"),
        "nobody that this machine trusts has signed it" => Phrase::new("smtp-why-unknown-issuer"),
        "its signature cannot be verified" => Phrase::new("smtp-why-bad-signature"),
        "it is not made for a server" => Phrase::new("smtp-why-no-server"),
        "it is not made as a server's certificate should be" => Phrase::new("smtp-why-badly-made"),
        "it holds no certificate in PEM" => Phrase::new("smtp-why-no-pem"),
        "it holds no private key in PEM that is not encrypted" => Phrase::new("smtp-why-no-key"),
        "its key is no RSA key" => Phrase::new("smtp-why-no-rsa"),
        "its key is no RSA key of 2048 bits or more" => Phrase::new("smtp-why-short-rsa"),
        _ => return why.into(),
    };
    phrase.into()
}
