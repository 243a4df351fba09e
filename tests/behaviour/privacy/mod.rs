//! What nobody is told of persons.

#[cfg(unix)]
mod access;
mod attacker;
mod identity;
mod outputs;
