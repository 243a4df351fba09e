//! What keys take.

mod composite;
mod condition;
mod heading;
mod number;
mod secret_location;
mod simple;
mod text;
mod word;

pub(super) use composite::*;
pub(super) use condition::*;
pub(super) use heading::*;
pub(super) use number::*;
pub(super) use simple::*;
pub(super) use text::*;
pub(super) use word::*;

pub(super) use crate::model::agreement::{Direction, Frequency, Layout, Release, Role, Unit};
pub(super) use crate::model::quantity::Amount;
pub(super) use crate::model::settings::{SecretLocation, Security, TokenSource};
pub(super) use crate::model::target::{AverageUnit, TimeMeasure};
