//! The process that reads one workbook: limits itself, hears the question, answers.

use std::io::{Read, Write};
use std::path::Path;

use super::limit;
use super::message::{Question, Reply};
use crate::gather::glean::glean;
use crate::model::agreement::Agreement;

/// Reads the workbook at `path` as the question asks and writes the answer. `agreement` makes an agreement of the form
/// that [`Reader::agreement`](super::Reader::agreement) has.
///
/// # Errors
/// If the question cannot be understood, the limits cannot be set, or nobody listens to the answer.
pub fn answer(
    path: &Path,
    question: impl Read,
    mut reply: impl Write,
    agreement: impl FnOnce(&str) -> Option<Agreement>,
) -> std::io::Result<()> {
    let question: Question = serde_json::from_reader(question)?;
    limit::limit(question.memory, question.seconds)?;
    let agreement = agreement(&question.agreement)
        .ok_or_else(|| std::io::Error::new(std::io::ErrorKind::InvalidData, "no agreement"))?;
    let gleaned = glean(&agreement, question.as_of, &question.takers, &question.shown, path);
    let answer = gleaned.map_or_else(Reply::Fault, Reply::Gleaned);
    answer.put(&mut reply)
}
