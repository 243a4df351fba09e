//! A token that lofte fetches itself, from an authorisation server over HTTPS.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::super::server::certificate;
use super::*;

/// «user=lofte^Aauth=Bearer t0ken-of-the-application^A^A».
const PROOF: &str = "dXNlcj1sb2Z0ZQFhdXRoPUJlYXJlciB0MGtlbi1vZi10aGUtYXBwbGljYXRpb24BAQ==";
const TOKEN: &str = "t0ken-of-the-application";

/// Answers every request alike, and keeps what was asked: path and form.
struct Authority {
    port: u16,
    asked: Arc<Mutex<Vec<(String, String)>>>,
}

impl Authority {
    fn start(tls: Arc<ServerConfig>, status: &'static str, answer: String) -> Authority {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&asked);
        std::thread::spawn(move || {
            for socket in listener.incoming() {
                // A client that does not trust the certificate goes away.
                let _ = socket.and_then(|socket| answered(socket, &tls, status, &answer, &kept));
            }
        });
        Authority { port, asked }
    }

    fn asked(&self) -> Vec<(String, String)> {
        self.asked.lock().unwrap().clone()
    }
}

fn answered(
    socket: TcpStream,
    tls: &Arc<ServerConfig>,
    status: &str,
    answer: &str,
    kept: &Mutex<Vec<(String, String)>>,
) -> std::io::Result<()> {
    let connection = ServerConnection::new(Arc::clone(tls)).unwrap();
    let mut stream = BufReader::new(StreamOwned::new(connection, socket));
    let (mut first, mut length) = (String::new(), 0);
    stream.read_line(&mut first)?;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if line.trim().is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    kept.lock()
        .unwrap()
        .push((path, String::from_utf8(body).unwrap()));
    let text = format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{answer}",
        answer.len()
    );
    stream.get_mut().write_all(text.as_bytes())?;
    stream.get_mut().flush()
}

fn token(seconds: u64) -> String {
    format!("{{\"token_type\":\"Bearer\",\"expires_in\":{seconds},\"access_token\":\"{TOKEN}\"}}")
}

/// A folder whose mail goes through a server that asks for the token, and what `send` says.
fn sent(proof: &str, authority: &str, tls: &Arc<ServerConfig>, pem: &str) -> (i32, String, Server) {
    // The first session ends after its login: there are three in all.
    let manner = Manner {
        tls: Some(Arc::clone(tls)),
        login: Some(PROOF),
        offers: vec!["AUTH XOAUTH2"],
        rules: vec![rule(At::Mail, "", 1, Do::HangUp)],
        ..Manner::default()
    };
    let (agreement_folder, server) = (AgreementFolder::new(""), Server::start(manner));
    fs::write(agreement_folder.path("ca.pem"), pem).unwrap();
    let source = format!(
        "tenant = \"kommunen\", client_id = \"app-1\", {proof}, authority = \"{authority}\""
    );
    agreement_folder.settings(
        server.port,
        &format!(
            "security = \"starttls\"\nca = \"ca.pem\"\nuser = \"lofte\"\ntoken = {{ {source} }}"
        ),
    );
    agreement_folder.run("2023-10-05");
    let mut send = agreement_folder.command("send", &[]);
    send.env("SECRET", "hemlig~applikation")
        .env("LOFTE_LOG", "trace");
    let output = send.output().unwrap();
    let told = output_text(&output);
    let ledger = fs::read_to_string(agreement_folder.path("outputs/adalen/ledger.jsonl")).unwrap();
    for secret in ["hemlig~applikation", "hemlig%7Eapplikation", TOKEN] {
        assert!(!told.contains(secret) && !ledger.contains(secret), "{told}");
    }
    (output.status.code().unwrap(), told, server)
}

const SECRET: &str = "secret = { environment = \"SECRET\" }";

#[test]
fn a_token_is_fetched_in_the_applications_name_and_kept_for_its_life() {
    let (tls, pem) = certificate("localhost");
    for (seconds, times) in [(3600, 1), (60, 3)] {
        let authority = Authority::start(Arc::clone(&tls), "200 OK", token(seconds));
        let address = format!("https://localhost:{}", authority.port);
        let (code, told, server) = sent(SECRET, &address, &tls, &pem);
        assert_eq!((code, counts(&server)), (0, vec![1; 4]), "{told}");
        let asked = authority.asked();
        assert_eq!(asked.len(), times, "{seconds}: {asked:?}");
        let (path, form) = &asked[0];
        assert_eq!(path, "/kommunen/oauth2/v2.0/token");
        for field in [
            "grant_type=client_credentials",
            "client_id=app-1",
            "scope=https%3A%2F%2Foutlook.office365.com%2F.default",
            "client_secret=hemlig",
        ] {
            assert!(form.contains(field), "{field} in {form}");
        }
    }
}

#[test]
fn what_the_authorisation_server_refuses_is_told_without_the_secret() {
    let (tls, pem) = certificate("localhost");
    let refused = "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret hemlig~applikation provided.\"}";
    for (status, answer, code, words) in [
        (
            "401 Unauthorized",
            refused,
            1,
            "its value is asked for, not its id",
        ),
        ("200 OK", "{}", 1, "no answer of OAuth 2.0"),
        ("302 Found", "", 1, "gives no token"),
        (
            "503 Service Unavailable",
            "{\"error\":\"temporarily_unavailable\"}",
            4,
            "temporarily_unavailable",
        ),
    ] {
        let authority = Authority::start(Arc::clone(&tls), status, answer.to_owned());
        let address = format!("https://localhost:{}", authority.port);
        let (ended, told, server) = sent(SECRET, &address, &tls, &pem);
        assert_eq!((ended, counts(&server)), (code, vec![0; 4]), "{told}");
        assert!(told.contains(words), "{words} in {told}");
    }
    // Nobody else is asked: not openly, and not one whose certificate is another's.
    let (other, _) = certificate("localhost");
    let authority = Authority::start(other, "200 OK", token(3600));
    for scheme in ["http", "https"] {
        let address = format!("{scheme}://localhost:{}", authority.port);
        let (ended, told, server) = sent(SECRET, &address, &tls, &pem);
        assert_ne!(ended, 0, "{told}");
        assert_eq!(counts(&server), [0; 4]);
        assert_eq!(authority.asked(), []);
    }
}

/// OpenSSL makes the certificate, and verifies what was signed with its key.
#[test]
fn an_application_with_a_certificate_signs_what_it_asks_for() {
    let home = tempfile::tempdir().unwrap();
    let openssl = |arguments: &[&str]| {
        let output = Command::new("openssl")
            .current_dir(home.path())
            .args(arguments)
            .output();
        let output = output.expect("openssl: tests/run installs it");
        assert!(output.status.success(), "{}", output_text(&output));
        output.stdout
    };
    let made =
        "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=lofte";
    openssl(&made.split(' ').collect::<Vec<_>>());
    let part = |name: &str| fs::read_to_string(home.path().join(name)).unwrap();
    let whole = home.path().join("application.pem");
    fs::write(&whole, part("key.pem") + &part("cert.pem")).unwrap();
    #[cfg(unix)]
    fs::set_permissions(&whole, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();

    let (tls, pem) = certificate("localhost");
    let authority = Authority::start(Arc::clone(&tls), "200 OK", token(3600));
    let address = format!("https://localhost:{}", authority.port);
    let proof = format!("certificate = \"{}\"", whole.display());
    let (code, told, server) = sent(&proof, &address, &tls, &pem);
    assert_eq!((code, counts(&server)), (0, vec![1; 4]), "{told}");
    let (_, form) = authority.asked().remove(0);
    assert!(form.contains("client_assertion_type=urn%3Aietf"), "{form}");
    let assertion = form.split("client_assertion=").nth(1).unwrap();
    let parts: Vec<&str> = assertion.split('&').next().unwrap().split('.').collect();
    let decoded = |part: &str| URL_SAFE_NO_PAD.decode(part).unwrap();
    let claims: serde_json::Value = serde_json::from_slice(&decoded(parts[1])).unwrap();
    assert_eq!(claims["iss"], "app-1");
    assert_eq!(
        claims["aud"],
        format!("{address}/kommunen/oauth2/v2.0/token")
    );
    fs::write(home.path().join("signed"), [parts[0], parts[1]].join(".")).unwrap();
    fs::write(home.path().join("signature"), decoded(parts[2])).unwrap();
    let public = openssl(&["x509", "-in", "cert.pem", "-pubkey", "-noout"]);
    fs::write(home.path().join("public.pem"), public).unwrap();
    let verify = "dgst -sha256 -verify public.pem -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32 -signature signature signed";
    let verified = openssl(&verify.split(' ').collect::<Vec<_>>());
    assert!(String::from_utf8(verified).unwrap().contains("Verified OK"));
}
