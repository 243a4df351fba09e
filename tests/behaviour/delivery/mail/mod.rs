//! Mail that arrives, once, at the right people: against a server that does everything a server can do wrong.

mod by_hand;
mod encryption;
mod faults;
mod kill;
mod once;
mod postmaster;
mod scheduled;
mod spoken;
mod token;

use super::agreement_folder::{AgreementFolder, ROWS};
use super::server::{At, Do, Manner, Rule, Server, Taken};
pub(super) use crate::setup::program::output_text;

/// Everybody who gets something at once: three editions, and the letter to the partner that keeps a workbook.
const EVERYBODY: [&str; 4] = ["chef", "rad", "ordforande", "polisen"];

const ALWAYS: usize = usize::MAX;

/// What the council's server sends when nobody there has the address (RFC 3464).
fn failure_report(message: &Taken) -> String {
    format!(
        "From: MAILER-DAEMON@example.se\r\nSubject: Undelivered Mail\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; example.se\r\n\r\n\
         Final-Recipient: rfc822; rad@example.se\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         Diagnostic-Code: smtp; 550 5.1.1 unknown\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n\
         Message-ID: {}\r\n\r\n--b--\r\n",
        message.header("Message-ID")
    )
}

fn rule(at: At, to: &'static str, times: usize, what: Do) -> Rule {
    Rule {
        at,
        to,
        times,
        what,
    }
}

fn ready(delivery: &str, manner: Manner) -> (AgreementFolder, Server) {
    let (agreement_folder, server) = (AgreementFolder::new(delivery), Server::start(manner));
    agreement_folder.settings(server.port, "");
    agreement_folder.run("2023-10-05");
    (agreement_folder, server)
}

/// The same with a server that follows these rules, and nothing said of delivery.
fn ready_against(rules: Vec<Rule>) -> (AgreementFolder, Server) {
    let manner = Manner {
        rules,
        ..Manner::default()
    };
    ready("", manner)
}

fn counts(server: &Server) -> Vec<usize> {
    EVERYBODY.iter().map(|to| server.count(to)).collect()
}
