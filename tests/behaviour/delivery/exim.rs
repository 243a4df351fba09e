//! A real mail server, Exim of Debian's packages (`tests/run` installs it), on loopback and without rights: TLS, login,
//! delivery into a mailbox on disk.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const EXIM: &str = "/usr/sbin/exim4";

/// What it takes: everything for example.se from whoever has logged in over an encrypted line, but for «okand».
const CONFIGURATION: &str = r"
exim_user = USER
exim_group = GROUP
spool_directory = HOME/spool
log_file_path = HOME/log/%slog
pid_file_path = HOME/pid
primary_hostname = post.example.se
local_interfaces = 127.0.0.1
keep_environment =
add_environment =
never_users =
rfc1413_hosts =
deliver_drop_privilege
message_size_limit = LIMIT
tls_advertise_hosts = *
tls_certificate = HOME/certificate.pem
tls_privatekey = HOME/key.pem
acl_smtp_mail = check_mail
acl_smtp_rcpt = check_rcpt
acl_smtp_data = check_data
begin acl
check_mail:
  deny message = Must issue a STARTTLS command first
    !encrypted = *
  accept
check_rcpt:
  deny message = relay not permitted
    !authenticated = *
  deny message = Unrouteable address
    local_parts = okand
  accept domains = example.se
check_data:
  accept
begin routers
mailboxes:
  driver = accept
  transport = mailbox
begin transports
mailbox:
  driver = appendfile
  directory = HOME/mail
  create_directory
  maildir_format
  user = USER
  group = GROUP
  envelope_to_add
  return_path_add
begin authenticators
LOGINS
";

const PLAIN: &str = "plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${if and{{eq{$auth2}{lofte}}{eq{$auth3}{hemligt}}}}
  server_set_id = $auth2
  server_advertise_condition = ${if def:tls_in_cipher}
";

const LOGIN: &str = "login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = <| Username: | Password:
  server_condition = ${if and{{eq{$auth1}{lofte}}{eq{$auth2}{hemligt}}}}
  server_set_id = $auth1
  server_advertise_condition = ${if def:tls_in_cipher}
";

/// How the server logs in.
#[derive(Clone, Copy)]
pub(super) enum Logins {
    Plain,
    Login,
}

/// A running server; it ends with this.
pub(super) struct Exim {
    home: tempfile::TempDir,
    process: Child,
    pub port: u16,
}

fn printed(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

impl Exim {
    pub(super) fn start(logins: Logins, limit: &str) -> Exim {
        assert!(
            Path::new(EXIM).exists(),
            "{EXIM} is missing: tests/run installs it (Debian's exim4-daemon-light)"
        );
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name);
        let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
        fs::write(path("certificate.pem"), made.cert.pem()).unwrap();
        fs::write(path("key.pem"), made.signing_key.serialize_pem()).unwrap();
        for folder in ["spool", "log", "mail"] {
            fs::create_dir(path(folder)).unwrap();
        }
        // It runs as nobody where the tests run as root, else as whoever runs them: then it has no rights to give up.
        let is_root = printed("id", &["-u"]) == "0";
        let whose = if is_root { vec!["nobody"] } else { vec![] };
        let named = |what: &'static str| printed("id", &[&[what], whose.as_slice()].concat());
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let logins = match logins {
            Logins::Plain => PLAIN,
            Logins::Login => LOGIN,
        };
        let text = CONFIGURATION
            .replace("HOME", home.path().to_str().unwrap())
            .replace("USER", &named("-un"))
            .replace("GROUP", &named("-gn"))
            .replace("LIMIT", limit)
            .replace("LOGINS", logins);
        fs::write(path("exim.conf"), text).unwrap();
        let mut exim = Command::new(EXIM);
        exim.arg("-C")
            .arg(path("exim.conf"))
            .args(["-bdf", "-oX", &port.to_string()]);
        exim.stdin(Stdio::null()).stdout(Stdio::null());
        if is_root {
            use std::os::unix::fs::{PermissionsExt, chown};
            use std::os::unix::process::CommandExt;
            let (user, group) = (named("-u").parse().unwrap(), named("-g").parse().unwrap());
            for name in ["", "spool", "log", "mail", "certificate.pem", "key.pem"] {
                chown(path(name), Some(user), Some(group)).unwrap();
            }
            fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
            exim.uid(user).gid(group);
        }
        let mut process = exim.spawn().unwrap();
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = process.try_wait().unwrap();
            assert!(
                ended.is_none() && began.elapsed() < Duration::from_secs(30),
                "Exim does not answer: {ended:?}"
            );
            sleep(Duration::from_millis(50));
        }
        Exim {
            home,
            process,
            port,
        }
    }

    /// Its certificate, which nobody else has signed.
    pub(super) fn certificate(&self) -> PathBuf {
        self.home.path().join("certificate.pem")
    }

    /// The mailbox, when so many messages lie in it.
    pub(super) fn mailbox(&self, messages: usize) -> PathBuf {
        let new = self.home.path().join("mail/new");
        let began = Instant::now();
        let there = || fs::read_dir(&new).map_or(0, Iterator::count);
        while there() < messages {
            assert!(
                began.elapsed() < Duration::from_secs(60),
                "{} of {messages}: {}",
                there(),
                self.log()
            );
            sleep(Duration::from_millis(50));
        }
        new
    }

    /// What it writes of each message: from whom, how encrypted, who had logged in, to whom.
    pub(super) fn log(&self) -> String {
        fs::read_to_string(self.home.path().join("log/mainlog")).unwrap_or_default()
    }
}

impl Drop for Exim {
    fn drop(&mut self) {
        // It may have ended by itself, as a test tells by then.
        let _ = self.process.kill().and_then(|()| self.process.wait());
    }
}
