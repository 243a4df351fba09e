//! Mail that arrives, once, at the right people: against a server that does everything a server can do wrong.

mod encryption;
mod faults;
mod kill;
mod once;

use super::desk::{Desk, ROWS};
use super::server::{At, Do, Manner, Rule, Server};
pub(super) use crate::setup::program::told;

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

fn ready(delivery: &str, manner: Manner) -> (Desk, Server) {
    let (desk, server) = (Desk::new(delivery), Server::start(manner));
    desk.settings(server.port, "");
    desk.run("2023-10-05");
    (desk, server)
}

fn counts(server: &Server) -> Vec<usize> {
    EVERYBODY.iter().map(|to| server.count(to)).collect()
}
