//! The coordinator's own settings, `lofte.toml`: by which route mail leaves, and what a reader may use. Nothing of it
//! stands in an agreement, and no secret stands in it.

/// The settings of one desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// How mail leaves; without it the messages stay in the outbox.
    pub(crate) mail: Option<MailSettings>,
    /// Bytes of memory that the reader of a workbook may use, if not the usual.
    pub(crate) reader_memory: Option<u64>,
    /// Seconds of a processor that the reader of a workbook may use, if not the usual.
    pub(crate) reader_seconds: Option<u64>,
    /// The name or number of the group that may read what is written, besides its owner.
    pub(crate) group: Option<String>,
}

/// How mail leaves, `[mail]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MailSettings {
    /// The address that mail comes from.
    pub from: String,
    /// The name beside it; the municipality's if there is none.
    pub name: Option<String>,
    /// Where answers go, if not to `from`.
    pub(crate) reply_to: Option<String>,
    /// Where mail servers send what does not arrive, if not to `from`.
    pub(crate) bounces_to: Option<String>,
    /// The path of a Maildir, a folder or a mailbox file in which that mail lies.
    pub(crate) bounces: Option<String>,
    /// Seconds to wait before each new try within one run; as many tries more as there are pauses.
    pub(crate) pauses: Vec<u64>,
    pub(crate) route: MailRoute,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MailRoute {
    /// Messages are laid into a folder, by its path, for another program to carry.
    Folder(String),
    Server(MailServer),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MailServer {
    /// Its name, which its certificate must bear.
    pub(crate) host: String,
    pub(crate) port: u16,
    /// How the line is kept from others.
    pub(crate) security: Security,
    /// The path of a certificate of an authority of one's own, in PEM, besides those the machine trusts.
    pub(crate) ca: Option<String>,
    /// Who logs in; none for a relay that knows the machine.
    pub(crate) login: Option<Login>,
    /// Seconds that one answer may take.
    pub(crate) timeout: u64,
    /// The name that lofte greets with; the sender's domain if there is none.
    pub(crate) hello: Option<String>,
}

/// How the line to a mail server is kept from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Security {
    /// Encrypted from its first byte (port 465).
    Tls,
    /// Encrypted before anything is said; a server that does not offer it gets nothing (port 587).
    Starttls,
    /// Encrypted where the server offers it.
    StarttlsIfOffered,
    /// Not encrypted: a relay on the same machine or network (port 25).
    Plain,
}

/// Who logs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Login {
    pub(crate) user: String,
    /// What proves it.
    pub(crate) secret: LoginSecret,
}

/// What proves who logs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LoginSecret {
    Password(SecretLocation),
    /// A token of OAuth 2.0, as Microsoft 365 and Google ask for (XOAUTH2).
    Token(TokenSource),
}

/// Where a token comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TokenSource {
    /// It is kept somewhere, as a secret is.
    Kept(SecretLocation),
    /// It is asked for in an application's own name (OAuth 2.0, client credentials).
    Application(Box<TokenApplication>),
}

/// An application that asks for a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TokenApplication {
    pub(crate) tenant: String,
    pub(crate) client_id: String,
    pub(crate) proof: ApplicationProof,
    pub(crate) scope: String,
    /// The address of the server that gives it.
    pub(crate) authority: String,
}

/// What proves an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ApplicationProof {
    Secret(SecretLocation),
    /// The path of its certificate and key, in PEM.
    Certificate(String),
}

/// Where a secret is kept. The secret itself stands in no file of lofte's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SecretLocation {
    /// A variable of the environment.
    Environment(String),
    /// A file that only its owner can read.
    File(String),
    /// A credential that systemd hands over, by its name.
    Credential(String),
    /// What a command prints.
    Command(Vec<String>),
}
