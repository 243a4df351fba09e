//! Ctrl-C: what is being written is finished, and nothing more is begun. A second one ends the program at once, which leaves whole
//! files too: each version, page and list is put in its place by renaming it.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{Exit, terminal};
use crate::error::Error;
use crate::model::finding::Phrase;

static ASKED: AtomicBool = AtomicBool::new(false);

/// Listens for Ctrl-C, and for being told to end by the system.
pub(super) fn listen() {
    let listening = ctrlc::set_handler(|| {
        if ASKED.swap(true, Ordering::SeqCst) {
            std::process::exit(i32::from(Exit::Stopped.code()));
        }
        terminal::told(&Phrase::new("terminal-stopping"));
    });
    if let Err(fault) = listening {
        tracing::debug!(%fault, "nothing listens for Ctrl-C: it ends the program at once");
    }
}

/// Whether it is to stop.
pub(super) fn is_asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}

/// Stops here if it is to stop.
///
/// # Errors
/// That it is stopped.
pub(super) fn stop_here() -> Result<(), Error> {
    if is_asked() {
        Err(Error::Stopped)
    } else {
        Ok(())
    }
}
