//! The program under test.

use std::process::{Command, Output};

/// Its path.
pub(crate) const LOFTE: &str = env!("CARGO_BIN_EXE_lofte");

/// The program, ready for arguments. It speaks the agreement's language, whatever that of whoever runs the tests.
pub(crate) fn lofte() -> Command {
    let mut lofte = Command::new(LOFTE);
    lofte
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANG");
    lofte
}

/// What a program says on both streams.
pub(crate) fn output_text(output: &Output) -> String {
    text(&output.stdout) + &text(&output.stderr)
}

/// What a program wrote, as text.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
