//! How far a run of long work has come, on a terminal.

use std::io::{IsTerminal, stderr};
use std::sync::OnceLock;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// What takes less than this shows no bar.
const LONG: Duration = Duration::from_millis(500);

/// The bar on standard error; none where that is no terminal.
static BAR: OnceLock<Option<ProgressBar>> = OnceLock::new();

/// Begins with so many agreements.
pub(super) fn begin(agreements: usize) {
    BAR.get_or_init(|| {
        stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}");
            let bar = ProgressBar::new(agreements as u64);
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar
        })
    });
}

/// A workbook that is being read, by its name as shown.
pub(super) fn reading(workbook: &str) {
    if let Some(bar) = bar().filter(|bar| bar.elapsed() > LONG) {
        bar.set_message(workbook.to_owned());
    }
}

/// One more agreement is finished.
pub(super) fn finished() {
    if let Some(bar) = bar() {
        bar.update(|state| state.set_pos(state.pos() + 1));
    }
}

/// Takes the bar away.
pub(super) fn end() {
    if let Some(bar) = bar() {
        bar.finish_and_clear();
    }
}

/// Prints with the bar out of the way.
pub(super) fn suspended<R>(print: impl FnOnce() -> R) -> R {
    match bar() {
        Some(bar) => bar.suspend(print),
        None => print(),
    }
}

fn bar() -> Option<&'static ProgressBar> {
    BAR.get()?.as_ref()
}
