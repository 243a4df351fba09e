//! How workbooks are read: each by this program in a process of its own, with limits.

use std::path::Path;
use std::time::Duration;

use super::gather_one::{self, Texts};
use crate::gather::isolate::{Isolation, Limits, ReaderProcess};
use crate::model::settings::Settings;

/// What the reading of one workbook may use.
pub(super) fn limits(settings: &Settings) -> Limits {
    let usual = Limits::default();
    let processor = settings
        .reader_seconds
        .map_or(usual.processor, Duration::from_secs);
    // A busy machine may take some times as long on the clock.
    let clock = usual.clock.max(processor * 3);
    Limits {
        memory: settings.reader_memory.unwrap_or(usual.memory),
        processor,
        clock,
    }
}

/// Each workbook is read by this program in a process of its own.
pub(super) fn isolation(texts: &Texts, limits: Limits) -> Isolation {
    // On Linux this names the running program also when a newer one has been put in its place, as happens while `watch` runs.
    let itself = Path::new("/proc/self/exe");
    let program = if cfg!(target_os = "linux") && itself.exists() {
        Ok(itself.to_owned())
    } else {
        std::env::current_exe()
    };
    match (program, serde_json::to_string(texts)) {
        (Ok(program), Ok(agreement)) => Isolation::Child(ReaderProcess {
            program,
            arguments: vec![gather_one::NAME.to_owned()],
            agreement,
            limits,
        }),
        _ => {
            tracing::warn!(
                "the program does not know where it lies: workbooks are read without limits"
            );
            Isolation::InProcess
        }
    }
}
