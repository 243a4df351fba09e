//! `lofte send`: posts what lies in the outbox, each message once, and tells what became of it.

use std::path::Path;

pub(crate) use super::outbox::SendOptions;
use super::status::RunStatus;
use super::{Exit, Options, agreement, folder, outbox, send_test, terminal};
use crate::error::{AskedFault, Error};
use crate::model::address::is_address;

/// Sends, lists, tries or approves, for every agreement asked for.
pub(crate) fn send(options: &Options, sending: &SendOptions) -> Exit {
    let given = sending.test.iter().chain(&sending.redirect);
    if let Some(wrong) = given.into_iter().find(|address| !is_address(address)) {
        return terminal::error(&Error::Asked(AskedFault::NoAddress(wrong.clone())));
    }
    if let Some(address) = &sending.test {
        return send_test::test(options, address).unwrap_or_else(|error| terminal::error(&error));
    }
    if sending.approve.is_some() && folder::folders(options).is_ok_and(|all| all.len() > 1) {
        return terminal::error(&Error::Asked(AskedFault::ApproveOne));
    }
    let status = RunStatus::default();
    // One after the other: a server is asked for one thing at a time, and the result is printed at once.
    let exit = folder::for_each(
        options,
        |_| Ok(()),
        |folder, _| {
            let sent = send_one(folder, options, sending, &status);
            Ok(sent.unwrap_or_else(|error| agreement::error(folder, &options.language, &error)))
        },
    );
    if sending.list || sending.redirect.is_some() {
        return exit;
    }
    status.write(&options.out, "send", exit)
}

/// What `run --send` does after a version is made: sends the outbox of its period, and what was put off of others, since a
/// month may have ended. What goes wrong is printed.
pub(super) fn after_run(
    folder: &Path,
    options: &Options,
    period: &str,
    status: &RunStatus,
) -> Exit {
    let options = Options {
        period: Some(period.to_owned()),
        ..options.clone()
    };
    let sending = SendOptions {
        others: true,
        ..SendOptions::default()
    };
    let sent = send_one(folder, &options, &sending, status);
    sent.unwrap_or_else(|error| agreement::error(folder, &options.language, &error))
}

fn send_one(
    folder: &Path,
    options: &Options,
    sending: &SendOptions,
    status: &RunStatus,
) -> Result<Exit, Error> {
    outbox::send(folder, options, sending, status).inspect_err(|error| status.fault(folder, error))
}
