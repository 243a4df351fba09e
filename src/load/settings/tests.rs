#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::model::finding::Code;
use crate::model::settings::{ApplicationProof, SecretLocation, TokenApplication, TokenSource};

fn summary(text: &str) -> Vec<(String, Option<usize>)> {
    let findings = settings(text).findings;
    findings
        .iter()
        .map(|finding| (finding.code().name().to_owned(), finding.place.line))
        .collect()
}

fn mail_of(text: &str) -> MailSettings {
    let checked = settings(text);
    checked
        .value
        .unwrap_or_else(|| panic!("{text}: {:?}", checked.findings))
        .mail
        .unwrap()
}

#[test]
fn every_key_is_read() {
    let text = r#"
        group = "lofte"
        [mail]
        from = "lofte@example.se"
        name = "Kalix kommun"
        reply_to = "samordnare@example.se"
        bounces_to = "studs@example.se"
        bounces = "/var/mail/lofte"
        server = "post.example.se"
        port = 2587
        security = "starttls-if-offered"
        ca = "ca.pem"
        user = "lofte"
        password = { environment = "LOFTE_PASSWORD" }
        hello = "lofte.example.se"
        patience = 10
        pauses = [1, 2]
        [reader]
        memory = 2048
        seconds = 40
    "#;
    let MailRoute::Server(server) = mail_of(text).route else {
        panic!("a server")
    };
    assert_eq!(
        (server.port, server.security, server.timeout),
        (2587, Security::StarttlsIfOffered, 10)
    );
    let proof = LoginSecret::Password(SecretLocation::Environment("LOFTE_PASSWORD".to_owned()));
    assert_eq!(
        server.login,
        Some(Login {
            user: "lofte".to_owned(),
            secret: proof
        })
    );
    assert_eq!(
        (server.ca.as_deref(), server.hello.as_deref()),
        (Some("ca.pem"), Some("lofte.example.se"))
    );
    assert_eq!(mail_of(text).pauses, [1, 2]);
    let bounces = (mail_of(text).bounces_to, mail_of(text).bounces);
    assert_eq!(
        bounces,
        (
            Some("studs@example.se".to_owned()),
            Some("/var/mail/lofte".to_owned())
        )
    );
    let whole = settings(text).value.unwrap();
    assert_eq!(whole.group.as_deref(), Some("lofte"));
    assert_eq!(
        (whole.reader_memory, whole.reader_seconds),
        (Some(2 << 30), Some(40))
    );
}

#[test]
fn a_token_is_kept_or_fetched_and_not_both() {
    let head = "[mail]\nfrom = \"a@example.se\"\nserver = \"post.example.se\"\nuser = \"a\"\n";
    let application = "tenant = \"t\", client_id = \"c\"";
    let login = |token: &str| {
        let MailRoute::Server(server) = mail_of(&format!("{head}token = {{ {token} }}")).route
        else {
            panic!("a server")
        };
        server.login.unwrap().secret
    };
    let file = SecretLocation::File("x".to_owned());
    assert_eq!(
        login("file = \"x\""),
        LoginSecret::Token(TokenSource::Kept(file.clone()))
    );
    let fetched = |proof| {
        LoginSecret::Token(TokenSource::Application(Box::new(TokenApplication {
            tenant: "t".to_owned(),
            client_id: "c".to_owned(),
            proof,
            scope: "https://outlook.office365.com/.default".to_owned(),
            authority: "https://login.microsoftonline.com".to_owned(),
        })))
    };
    assert_eq!(
        login(&format!("{application}, secret = {{ file = \"x\" }}")),
        fetched(ApplicationProof::Secret(file))
    );
    assert_eq!(
        login(&format!("{application}, certificate = \"x.pem\"")),
        fetched(ApplicationProof::Certificate("x.pem".to_owned()))
    );
    for wrong in [
        application.to_owned(),
        format!("{application}, file = \"x\""),
        format!("{application}, certificate = \"x\", secret = {{ file = \"x\" }}"),
        "tenant = \"t\", secret = { file = \"x\" }".to_owned(),
        "secret = { file = \"x\" }".to_owned(),
    ] {
        let told = summary(&format!("{head}token = {{ {wrong} }}"));
        assert_eq!(
            told,
            [("agreement-invalid-value".to_owned(), Some(5))],
            "{wrong}"
        );
    }
    let written = settings(&format!(
        "{head}token = {{ {application}, secret = \"hemligt\" }}"
    ));
    assert!(!format!("{:?}", written.findings).contains("hemligt"));
    assert!(written.value.is_none());
}

#[test]
fn what_is_left_out_is_the_safe_choice() {
    let MailRoute::Server(server) =
        mail_of("[mail]\nfrom = \"a@example.se\"\nserver = \"post.example.se\"").route
    else {
        panic!("a server")
    };
    assert_eq!(
        (server.security, server.port, server.login),
        (Security::Starttls, 587, None)
    );
    assert_eq!(settings("").value.unwrap(), Settings::default());
    let folder = mail_of("[mail]\nfrom = \"a@example.se\"\nfolder = \"post\"").route;
    assert_eq!(folder, MailRoute::Folder("post".to_owned()));
}

#[test]
fn what_cannot_be_meant_is_told_by_its_line() {
    let head = "[mail]\nfrom = \"a@example.se\"\nserver = \"post.example.se\"\n";
    let invalid = "agreement-invalid-value";
    for (more, code, line) in [
        ("sever = 1", "agreement-unknown-key", 4),
        ("security = \"ssl\"", "agreement-unknown-word", 4),
        ("port = 0", invalid, 4),
        ("port = \"587\"", "agreement-wrong-type", 4),
        ("user = \"lofte\"", "agreement-missing-key", 1),
        ("password = { file = \"x\" }", "agreement-missing-key", 1),
        ("user = \"a\"\npassword = \"hemligt\"", invalid, 5),
        (
            "user = \"a\"\npassword = { file = \"x\", environment = \"Y\" }",
            invalid,
            5,
        ),
        (
            "user = \"a\"\npassword = { file = \"x\" }\ntoken = { file = \"x\" }",
            invalid,
            6,
        ),
        (
            "security = \"none\"\nuser = \"a\"\npassword = { file = \"x\" }",
            invalid,
            5,
        ),
        ("folder = \"post\"", invalid, 4),
        ("hello = \"två ord\"", invalid, 4),
        ("reply_to = \"a@b\\r\\nBcc: x@example.se\"", invalid, 4),
    ] {
        assert_eq!(
            summary(&format!("{head}{more}")),
            [(code.to_owned(), Some(line))],
            "{more}"
        );
    }
    assert_eq!(
        summary("[mail]\nfolder = \"post\""),
        [("agreement-missing-key".to_owned(), Some(1))]
    );
}

#[test]
fn a_password_written_in_the_file_is_not_repeated() {
    let findings = settings(
        "[mail]\nfrom = \"a@example.se\"\nserver = \"x\"\nuser = \"a\"\npassword = \"hemligt\"",
    )
    .findings;
    assert!(!findings.is_empty() && !format!("{findings:?}").contains("hemligt"));
}

#[test]
fn a_secret_in_the_wrong_place_is_not_repeated() {
    let head = "[mail]\nfrom = \"lofte@example.se\"\nuser = \"lofte\"\n";
    for line in [
        "password = \"hemligt\"",
        "password = hemligt",
        "password = \"hemligt",
        "password = { hemligt = 1 }",
        "server = \"smtp://lofte:hemligt@post.example.se\"",
        "server = \"localhost\"\nhello = \"hem hemligt\"",
    ] {
        let findings = settings(&format!("{head}{line}\n")).findings;
        assert!(
            findings.iter().any(|finding| finding.place.line >= Some(4)),
            "{line}: {findings:?}"
        );
        let args = findings
            .iter()
            .filter(|finding| finding.code() != Code::AgreementUnknownKey)
            .map(|one| one.args());
        assert!(
            args.into_iter()
                .all(|args| !format!("{args:?}").contains("hemligt")),
            "{line}: {findings:?}"
        );
    }
}
