//! What nobody is told of persons.

mod attacker;
mod identity;
mod outputs;
