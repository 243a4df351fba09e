//! Every key of the agreement file and of the settings, each declared once.

mod head;
mod pledge;
mod result;
mod settings;
mod source;

pub(super) use head::*;
pub(super) use pledge::*;
pub(super) use result::*;
pub(super) use settings::*;
pub(super) use source::*;
