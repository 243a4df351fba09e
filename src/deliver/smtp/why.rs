//! Why something went wrong with a server or a certificate.

use std::fmt;

use crate::model::finding::{Arg, Phrase};

/// Why something went wrong with a server or a certificate: what lofte itself says of it, or what somebody else said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    NoAddress,
    EncryptedAlready,
    Closed,
    EarlyData,
    EndlessReply,
    NoCode,
    NoFinalCode,
    TwoCodes,
    NoAuthority,
    NoCertificate,
    Expired,
    NotYetValid,
    OtherServer,
    UnknownIssuer,
    BadSignature,
    NotForServers,
    BadlyMade,
    NoPem,
    NoKey,
    NoRsa,
    ShortRsa,
    CannotSign,
    /// What the system or a library says, as it was said.
    Said(String),
}

impl Why {
    /// Every one that lofte itself says.
    const OWN: [Why; 22] = [
        Why::NoAddress,
        Why::EncryptedAlready,
        Why::Closed,
        Why::EarlyData,
        Why::EndlessReply,
        Why::NoCode,
        Why::NoFinalCode,
        Why::TwoCodes,
        Why::NoAuthority,
        Why::NoCertificate,
        Why::Expired,
        Why::NotYetValid,
        Why::OtherServer,
        Why::UnknownIssuer,
        Why::BadSignature,
        Why::NotForServers,
        Why::BadlyMade,
        Why::NoPem,
        Why::NoKey,
        Why::NoRsa,
        Why::ShortRsa,
        Why::CannotSign,
    ];

    /// What is told in these English words, which the ledger keeps.
    pub(super) fn as_kept(words: &str) -> Why {
        let mut own = Why::OWN.into_iter();
        own.find(|why| why.to_string() == words)
            .unwrap_or_else(|| Why::said(words))
    }

    /// What somebody else says.
    pub(super) fn said(words: impl ToString) -> Why {
        Why::Said(words.to_string())
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Why::NoAddress => "its name has no address",
            Why::EncryptedAlready => "it is encrypted already",
            Why::Closed => "the server closed it",
            Why::EarlyData => "data before a command",
            Why::EndlessReply => "a reply without an end",
            Why::NoCode => "no reply code",
            Why::NoFinalCode => "no final reply code",
            Why::TwoCodes => "two codes in one reply",
            Why::NoAuthority => {
                "this machine trusts no authority: install ca-certificates, or name one by ca"
            }
            Why::NoCertificate => "it holds none",
            Why::Expired => "it is out of date",
            Why::NotYetValid => "it is not valid yet; check this machine's clock",
            Why::OtherServer => "it is another server's",
            Why::UnknownIssuer => "nobody that this machine trusts has signed it",
            Why::BadSignature => "its signature cannot be verified",
            Why::NotForServers => "it is not made for a server",
            Why::BadlyMade => "it is not made as a server's certificate should be",
            Why::NoPem => "it holds no certificate in PEM",
            Why::NoKey => "it holds no private key in PEM that is not encrypted",
            Why::NoRsa => "its key is no RSA key",
            Why::ShortRsa => "its key is no RSA key of 2048 bits or more",
            Why::CannotSign => "its key cannot sign",
            Why::Said(words) => words,
        })
    }
}

/// In the words of a language, where it is lofte that says it; what the system or a library says stays as it was said.
impl From<&Why> for Arg {
    fn from(why: &Why) -> Arg {
        let phrase = match why {
            Why::NoAddress => Phrase::new("smtp-why-no-address"),
            Why::EncryptedAlready => Phrase::new("smtp-why-encrypted-already"),
            Why::Closed => Phrase::new("smtp-why-closed"),
            Why::EarlyData => Phrase::new("smtp-why-early-data"),
            Why::EndlessReply => Phrase::new("smtp-why-endless-reply"),
            Why::NoCode => Phrase::new("smtp-why-no-code"),
            Why::NoFinalCode => Phrase::new("smtp-why-no-final-code"),
            Why::TwoCodes => Phrase::new("smtp-why-two-codes"),
            Why::NoAuthority => Phrase::new("smtp-why-no-authority"),
            Why::NoCertificate => Phrase::new("smtp-why-no-certificate"),
            Why::Expired => Phrase::new("smtp-why-expired"),
            Why::NotYetValid => Phrase::new("smtp-why-not-yet"),
            Why::OtherServer => Phrase::new("smtp-why-other-server"),
            Why::UnknownIssuer => Phrase::new("smtp-why-unknown-issuer"),
            Why::BadSignature => Phrase::new("smtp-why-bad-signature"),
            Why::NotForServers => Phrase::new("smtp-why-no-server"),
            Why::BadlyMade => Phrase::new("smtp-why-badly-made"),
            Why::NoPem => Phrase::new("smtp-why-no-pem"),
            Why::NoKey => Phrase::new("smtp-why-no-key"),
            Why::NoRsa => Phrase::new("smtp-why-no-rsa"),
            Why::ShortRsa => Phrase::new("smtp-why-short-rsa"),
            Why::CannotSign => Phrase::new("smtp-why-cannot-sign"),
            Why::Said(words) => return words.into(),
        };
        phrase.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lofte_says_is_known_again_and_what_others_say_stays() {
        for why in Why::OWN {
            assert_eq!(Why::as_kept(&why.to_string()), why);
        }
        let refused = Why::said("Connection refused (os error 111)");
        assert_eq!(Why::as_kept(&refused.to_string()), refused);
    }
}
