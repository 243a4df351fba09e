//! How workbooks are read: by this program in processes of their own, with limits.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::gather_one;
use super::progress;
use crate::gather::isolate::{AgreementReader, Isolation, Limits, ReaderPool, ReadingCache};
use crate::load::AgreementTexts;
use crate::model::settings::Settings;
use crate::store::KeptBytes;

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
pub(crate) struct Readers {
    pool: Arc<OnceLock<Option<Arc<ReaderPool>>>>,
    cache: CacheUse,
}

/// What is done with what workbooks gave before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CacheUse {
    /// All workbooks are read.
    #[default]
    Off,
    /// Those that are known are not read again; nothing is written.
    Read,
    /// The same, and what the others give is kept.
    Keep,
}

/// The folder under that of the versions in which it is kept.
const CACHE: &str = ".cache";

impl Readers {
    pub(crate) fn new(cache: CacheUse) -> Readers {
        Readers {
            cache,
            ..Readers::default()
        }
    }

    /// Where the workbooks of an agreement are read. `out` is where versions are written.
    pub(super) fn isolation(
        &self,
        texts: &AgreementTexts,
        settings: &Settings,
        out: &Path,
    ) -> Isolation {
        let pool = self
            .pool
            .get_or_init(|| pool(gather_one::NAME, limits(settings), Some(progress::reading)));
        let cache = || -> Arc<dyn ReadingCache> {
            let folder = out.join(CACHE).join(&texts.id);
            Arc::new(ReadingsKept(KeptBytes::new(
                folder,
                self.cache == CacheUse::Keep,
            )))
        };
        match (pool, serde_json::to_string(texts)) {
            (Some(pool), Ok(agreement)) => Isolation::Child(AgreementReader {
                pool: Arc::clone(pool),
                agreement: agreement.into(),
                cache: (self.cache != CacheUse::Off).then(cache),
            }),
            _ => Isolation::InProcess,
        }
    }
}

#[derive(Debug)]
struct ReadingsKept(KeptBytes);

impl ReadingCache for ReadingsKept {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        self.0.get(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        self.0.put(name, bytes);
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
