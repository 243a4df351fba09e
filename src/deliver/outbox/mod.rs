//! A version's files and messages: who gets which edition, with what attached.

mod content;
mod earlier;
mod first_news;
mod id;
pub(super) mod letters;
mod new_message;
mod news;
mod read;
mod token_stream;
mod version_input;
mod write;

pub(crate) use content::{content_hash, is_content};
pub(crate) use earlier::{EarlierLetters, earlier_letters};
pub(super) use read::{editions, read, read_list};
pub(crate) use version_input::VersionInput;
pub(crate) use write::write;
