//! One file a command, each a short story. The only clock and the only terminal.
