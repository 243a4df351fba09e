//! How workbooks are read: by this program in processes of their own, with limits.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::gather_one::{self, Texts};
use super::progress;
use crate::gather::isolate::{AgreementReader, Isolation, Limits, ReaderPool};
use crate::model::settings::Settings;

/// What the reading of one workbook may use.
fn limits(settings: &Settings) -> Limits {
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

/// The readers of one command, started when the first workbook is to be read and shared by all of its agreements. A clone has
/// the same ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Readers(Arc<OnceLock<Option<Arc<ReaderPool>>>>);

impl Readers {
    /// Where the workbooks of an agreement are read.
    pub(super) fn isolation(&self, texts: &Texts, settings: &Settings) -> Isolation {
        let pool = self
            .0
            .get_or_init(|| pool(gather_one::NAME, limits(settings), Some(progress::reading)));
        match (pool, serde_json::to_string(texts)) {
            (Some(pool), Ok(agreement)) => Isolation::Child(AgreementReader {
                pool: Arc::clone(pool),
                agreement: agreement.into(),
            }),
            _ => Isolation::InProcess,
        }
    }
}

/// Readers that are this program with a command of its own; none if the program does not know where it lies.
pub(super) fn pool(
    command: &str,
    limits: Limits,
    watch: Option<fn(&str)>,
) -> Option<Arc<ReaderPool>> {
    // On Linux this names the running program also when a newer one has been put in its place, as happens while `watch` runs.
    let itself = Path::new("/proc/self/exe");
    let program = if cfg!(target_os = "linux") && itself.exists() {
        Ok(itself.to_owned())
    } else {
        std::env::current_exe()
    };
    let found = program.inspect_err(|fault| {
        tracing::warn!(
            %fault,
            "the program does not know where it lies: workbooks are read without limits"
        );
    });
    let arguments = vec![command.to_owned()];
    let pool = ReaderPool::new(found.ok()?, arguments, limits);
    Some(Arc::new(pool.watched(watch)))
}
