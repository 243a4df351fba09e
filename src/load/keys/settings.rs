//! The settings file.

use crate::load::declare::keys;
use crate::load::types::{
    Host, MailAddress, PrivateLine, SecretLocation, Security, TokenSource, Whole,
};

keys! {
    /// The head of the settings file
    SettingsKeys "" {
        /// how mail leaves
        mail: MailKeys = "messages stay in the outbox",
        /// what the reading of one workbook may use
        reader: ReaderKeys,
        /// a group of this machine, by name or number, that may read what is written, besides its owner
        group: PrivateLine = "its owner alone",
    }

    /// How mail leaves
    MailKeys "[mail]" {
        /// the address that mail comes from
        from: MailAddress = required,
        /// the name beside it
        name: PrivateLine = "the municipality",
        /// where answers go
        reply_to: MailAddress = "`from`",
        /// where mail servers send what does not arrive (the envelope's sender)
        bounces_to: MailAddress = "`from`",
        /// a Maildir, a folder or a mailbox file in which that mail lies; each run reads it, and changes nothing in it
        bounces: PrivateLine,
        /// the mail server's name, which its certificate must bear
        server: Host = "required, but for `folder`",
        /// encrypted from the first byte; before anything is said, or nothing is sent; if the server can; not at all
        security: Security = "starttls",
        /// its port
        port: Whole<1, 65_535> = "465, 587, 25, 25, by `security`",
        /// a file with the certificate of an authority of your own, or the server's own if nobody has signed it, PEM, besides
        /// those the machine trusts
        ca: PrivateLine,
        /// who logs in
        user: PrivateLine = "no login",
        /// where the password of `user` is kept
        password: SecretLocation,
        /// where the OAuth 2.0 token of `user` comes from (XOAUTH2); instead of `password`
        token: TokenSource,
        /// the name that the server is greeted with
        hello: Host = "the domain of `from`",
        /// how many seconds one answer may take; the one to a message's end, before which servers look for viruses, ten times
        /// as long
        patience: Whole<1, 3600> = "60",
        /// how many seconds to wait before each new try within one run
        pauses: Vec<Whole<0, 86_400>> = "[5, 30, 120]",
        /// a folder to lay the messages in, for another program to carry; instead of `server`
        folder: PrivateLine,
    }

    /// What the reading of one workbook may use
    ReaderKeys "[reader]" {
        /// MB of memory
        memory: Whole<1, 1_048_576> = "1024",
        /// seconds of a processor
        seconds: Whole<1, 1_048_576> = "20",
    }
}
