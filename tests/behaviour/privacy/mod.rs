//! What nobody is told of persons.

#[cfg(unix)]
mod access;
mod attacker;
mod departed;
mod identity;
mod outputs;
mod rollup;
