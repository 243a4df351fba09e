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
use super::server::{At, Do, Manner, Rule, Server};
pub(super) use crate::setup::program::output_text;

/// Everybody who gets something at once: three editions, and the letter to the partner that keeps a workbook.
const EVERYBODY: [&str; 4] = ["chef", "rad", "ordforande", "polisen"];

const ALWAYS: usize = usize::MAX;

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
