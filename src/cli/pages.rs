//! Completions and manual pages, made from the arguments themselves.

use std::path::Path;

use clap::Command;
use clap_complete::Shell;

use crate::command::{Exit, terminal};
use crate::error::Error;

pub(super) fn completions(shell: Shell, mut command: Command) -> Exit {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut command, "lofte", &mut bytes);
    print(&bytes)
}

pub(super) fn man(into: Option<&Path>, command: Command) -> Exit {
    let made = match into {
        Some(folder) => std::fs::create_dir_all(folder)
            .and_then(|()| clap_mangen::generate_to(command, folder))
            .map(|()| Vec::new())
            .map_err(|fault| Error::io(folder, fault)),
        None => {
            let mut bytes = Vec::new();
            let drawn = clap_mangen::Man::new(command).render(&mut bytes);
            drawn
                .map(|()| bytes)
                .map_err(|fault| Error::io(Path::new("the manual"), fault))
        }
    };
    match made {
        Ok(bytes) => print(&bytes),
        Err(error) => terminal::error(&error),
    }
}

fn print(bytes: &[u8]) -> Exit {
    let printed = terminal::print_bytes(bytes);
    printed.map_or_else(|error| terminal::error(&error), |()| Exit::Finished)
}
