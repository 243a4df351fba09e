//! What nobody is told of persons.

mod identity;
mod outputs;
