//! The settings file's text → checked [`Settings`]; every fault at once, with its line, as for an agreement.

use super::faults::Faults;
use super::keys::Takes::{List, Table as Tabled, Text, Whole, Word};
use super::keys::{Section, key};
use super::table::{Table, choose};
use super::tree::{self, Spot, Value};
use super::value;
use crate::model::finding::{Checked, Severity};
use crate::model::settings::{
    Login, LoginSecret, MailRoute, MailServer, MailSettings, SecretLocation, Security, Settings,
};

/// Every section of the settings, in the order of the documentation.
pub const SECTIONS: &[&Section] = &[&SETTINGS, &MAIL, &KEEPER, &READER];

/// The head of the file.
pub const SETTINGS: Section = Section {
    name: "",
    means: "The head of the settings file",
    keys: &[
        key(
            "mail",
            Tabled(&MAIL),
            "messages stay in the outbox",
            "how mail leaves",
        ),
        key(
            "reader",
            Tabled(&READER),
            "",
            "what the reading of one workbook may use",
        ),
    ],
};

/// How mail leaves.
pub const MAIL: Section = Section {
    name: "[mail]",
    means: "How mail leaves",
    keys: &[
        key("from", Text, "required", "the address that mail comes from"),
        key("name", Text, "the municipality", "the name beside it"),
        key("reply_to", Text, "from", "the address that answers go to"),
        key(
            "folder",
            Text,
            "",
            "lay the messages into this folder, for another program to carry; instead of server",
        ),
        key(
            "server",
            Text,
            "",
            "the mail server's name, which its certificate must bear",
        ),
        key("port", Whole, "465, 587 or 25 by security", "its port"),
        key(
            "security",
            Word(&["tls", "starttls", "starttls-if-offered", "none"]),
            "starttls",
            "encrypted from the first byte; before anything is said, or nothing is sent; if the server can; not at all",
        ),
        key(
            "ca",
            Text,
            "",
            "a file with the certificate of an authority of one's own, PEM",
        ),
        key("user", Text, "no login", "who logs in"),
        key(
            "password",
            Tabled(&KEEPER),
            "",
            "where the password of user is kept",
        ),
        key(
            "token",
            Tabled(&KEEPER),
            "",
            "where the OAuth 2.0 token of user is kept (XOAUTH2); instead of password",
        ),
        key(
            "hello",
            Text,
            "the domain of from",
            "the name that the server is greeted with",
        ),
        key(
            "patience",
            Whole,
            "60",
            "how many seconds one answer may take",
        ),
        key(
            "pauses",
            List(&Whole),
            "[5, 30, 120]",
            "how many seconds to wait before each new try within one run",
        ),
    ],
};

/// Where a secret is kept: one of these.
pub const KEEPER: Section = Section {
    name: "password, token",
    means: "Where a secret is kept: one of these",
    keys: &[
        key("environment", Text, "", "in the variable of this name"),
        key(
            "file",
            Text,
            "",
            "in this file, which only its owner may read",
        ),
        key(
            "credential",
            Text,
            "",
            "in the systemd credential of this name",
        ),
        key(
            "command",
            List(&Text),
            "",
            "what this command prints, asked at each login",
        ),
    ],
};

/// What the reading of one workbook may use.
pub const READER: Section = Section {
    name: "[reader]",
    means: "What the reading of one workbook may use",
    keys: &[
        key("memory", Whole, "1024", "MB of memory"),
        key("seconds", Whole, "20", "seconds of a processor"),
    ],
};

/// The seconds before each new try, if nothing else is said.
const PAUSES: [u64; 3] = [5, 30, 120];
/// The seconds that one answer may take, if nothing else is said.
const PATIENCE: u64 = 60;

/// Reads settings. The value is `None` exactly if there are findings of the severity error.
pub fn settings(text: &str) -> Checked<Option<Settings>> {
    let faults = Faults::default();
    let (entries, broken) = tree::parse(text, 0);
    for broken in broken {
        // The text at a fault may be a password, but for a key that is written twice: it is not repeated.
        let is_key = broken.message.starts_with("duplicate key");
        let text = if is_key { broken.text } else { String::new() };
        faults.broken(&tree::Broken { text, ..broken });
    }
    let root = Table::new(&SETTINGS, &entries, Spot { file: 0, line: 1 }, &faults);
    let opened = |section, key| {
        root.get(key)
            .and_then(|node| Table::open(section, key, node, &faults))
    };
    let mail = opened(&MAIL, "mail").and_then(|table| mail(&table));
    let reader = opened(&READER, "reader");
    let bound = |key| {
        reader
            .as_ref()
            .and_then(|table| whole(table, key, 1..=1 << 20))
    };
    let settings = Settings {
        mail,
        reader_memory: bound("memory").map(|megabytes| megabytes << 20),
        reader_seconds: bound("seconds"),
    };
    let findings = faults.into_findings();
    let stopped = findings
        .iter()
        .any(|finding| finding.severity() == Severity::Error);
    Checked::new((!stopped).then_some(settings), findings)
}

fn mail(table: &Table<'_>) -> Option<MailSettings> {
    if !table.has("from") {
        table.missing("from");
    }
    let (from, reply_to) = (address(table, "from"), address(table, "reply_to"));
    let route = match (table.line("folder"), table.has("server")) {
        (Some(folder), false) => Some(MailRoute::Folder(folder.to_owned())),
        (Some(_), true) => {
            table
                .faults
                .invalid(table.spot_of("folder"), "folder", "none", "one-route");
            None
        }
        (None, _) => server(table).map(MailRoute::Server),
    };
    let pauses = match table.get("pauses") {
        None => PAUSES.to_vec(),
        Some(_) => table
            .list("pauses")
            .iter()
            .filter_map(|node| seconds(table, "pauses", &node.value))
            .collect(),
    };
    Some(MailSettings {
        from: from?,
        name: table.line("name").map(str::to_owned),
        reply_to,
        pauses,
        route: route?,
    })
}

fn server(table: &Table<'_>) -> Option<MailServer> {
    let securities = [
        ("tls", (Security::Tls, 465)),
        ("starttls", (Security::Starttls, 587)),
        ("starttls-if-offered", (Security::StarttlsIfOffered, 25)),
        ("none", (Security::Plain, 25)),
    ];
    let (security, usual) = match table.get("security") {
        None => (Security::Starttls, 587),
        Some(_) => choose(
            "security",
            (table.text("security")?, table.spot_of("security")),
            &securities,
            table.faults,
        )?,
    };
    let named = |key| {
        table
            .line(key)
            .filter(|name| is_host(name) || told_host(table, key))
    };
    let login = login(table);
    if let (Security::Plain, Some(_)) = (security, &login) {
        table
            .faults
            .invalid(table.spot_of("user"), "user", "none", "open-login");
    }
    if !table.has("server") {
        table.missing("server");
    }
    let server = MailServer {
        host: named("server")?.to_owned(),
        port: whole(table, "port", 1..=u64::from(u16::MAX))
            .and_then(|port| u16::try_from(port).ok())
            .unwrap_or(usual),
        security,
        ca: table.line("ca").map(str::to_owned),
        login,
        timeout: whole(table, "patience", 1..=3600).unwrap_or(PATIENCE),
        hello: named("hello").map(str::to_owned),
    };
    Some(server)
}

/// Who logs in; a user without a proof is a fault, and the other way round.
fn login(table: &Table<'_>) -> Option<Login> {
    let proof = match (table.get("password"), table.get("token")) {
        (Some(node), None) => keeper(table, "password", node).map(LoginSecret::Password),
        (None, Some(node)) => keeper(table, "token", node).map(LoginSecret::Token),
        (Some(_), Some(_)) => {
            table
                .faults
                .invalid(table.spot_of("token"), "token", "none", "one-proof");
            None
        }
        (None, None) => {
            if table.has("user") {
                table.missing("password");
            }
            None
        }
    };
    if !table.has("user") && (table.has("password") || table.has("token")) {
        table.missing("user");
    }
    Some(Login {
        user: table.line("user")?.to_owned(),
        secret: proof?,
    })
}

fn keeper(table: &Table<'_>, key: &'static str, node: &tree::Node) -> Option<SecretLocation> {
    if let Value::Text(_) = node.value {
        // A password written here would be read by whoever reads the file. It is not repeated.
        table.faults.invalid(node.spot, key, "none", "keeper");
        return None;
    }
    let inner = Table::open(&KEEPER, key, node, table.faults)?;
    let command = inner
        .has("command")
        .then(|| inner.texts("command"))
        .filter(|words| !words.is_empty());
    let kept = [
        inner
            .line("environment")
            .map(|name| SecretLocation::Environment(name.to_owned())),
        inner
            .line("file")
            .map(|path| SecretLocation::File(path.to_owned())),
        inner
            .line("credential")
            .map(|name| SecretLocation::Credential(name.to_owned())),
        command.map(SecretLocation::Command),
    ];
    let mut kept = kept.into_iter().flatten();
    match (kept.next(), kept.next()) {
        (Some(keeper), None) => Some(keeper),
        _ => {
            table.faults.invalid(node.spot, key, "none", "keeper");
            None
        }
    }
}

fn address(table: &Table<'_>, key: &'static str) -> Option<String> {
    let address = table.line(key)?;
    if value::is_address(address) {
        return Some(address.to_owned());
    }
    table
        .faults
        .invalid(table.spot_of(key), key, "none", "address");
    None
}

/// Whether it can be a server's name: letters, digits, hyphens and dots, or an address of the net.
fn is_host(name: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '.' | ':');
    name.len() <= 253 && name.chars().all(plain) && !name.starts_with('-')
}

/// What is written instead of a name is not repeated: «smtp://user:password@…».
fn told_host(table: &Table<'_>, key: &'static str) -> bool {
    table
        .faults
        .invalid(table.spot_of(key), key, "none", "host");
    false
}

/// A whole number within bounds.
fn whole(
    table: &Table<'_>,
    key: &'static str,
    bounds: std::ops::RangeInclusive<u64>,
) -> Option<u64> {
    let node = table.get(key)?;
    let Value::Whole(number) = node.value else {
        return table.wrong(key, "number");
    };
    let fits = u64::try_from(number)
        .ok()
        .filter(|number| bounds.contains(number));
    if fits.is_none() {
        table
            .faults
            .invalid(node.spot, key, &number.to_string(), "number");
    }
    fits
}

fn seconds(table: &Table<'_>, key: &'static str, value: &Value) -> Option<u64> {
    const DAY: i128 = 86_400;
    match value {
        Value::Whole(number) if (0..=DAY).contains(number) => u64::try_from(*number).ok(),
        _ => table.wrong(key, "number"),
    }
}

#[cfg(test)]
mod tests;
