//! The process that reads one workbook: limits itself, hears the question, answers.

use std::io::{Error, ErrorKind, Read, Write};
use std::path::Path;

use serde::Serialize;

use super::limit;
use super::message::{Question, Reply};
use crate::gather::glean::glean;
use crate::model::agreement::Agreement;
use crate::model::finding::Finding;

/// Reads the workbook at `path` as the question asks and writes what it gave. `agreement` makes an agreement of the form
/// that [`Reader::agreement`](super::Reader::agreement) has.
///
/// # Errors
/// If the question cannot be understood, the limits cannot be set, or nobody listens to the answer.
pub fn answer(
    path: &Path,
    question: impl Read,
    reply: impl Write,
    agreement: impl FnOnce(&str) -> Option<Agreement>,
) -> std::io::Result<()> {
    answer_with(question, reply, |question| {
        let agreement = agreement(&question.agreement)?;
        let gleaned = glean(
            &agreement,
            question.as_of,
            &question.takers,
            &question.shown,
            path,
        );
        Some(gleaned.map(|gleaned| (gleaned.weight(&agreement), gleaned)))
    })
}

/// Hears a question, does `work` within its limits, and writes what came of it. `work` gives the answer behind its weight, which
/// is the memory in bytes that it takes; nothing if it does not understand the question.
///
/// # Errors
/// If the question cannot be understood, the limits cannot be set, or nobody listens to the answer.
pub fn answer_with<T: Serialize>(
    question: impl Read,
    reply: impl Write,
    work: impl FnOnce(&Question) -> Option<Result<(u64, T), Finding>>,
) -> std::io::Result<()> {
    let question: Question = serde_json::from_reader(question)?;
    limit::limit(question.memory, question.seconds)?;
    let done =
        work(&question).ok_or_else(|| Error::new(ErrorKind::InvalidData, "no such question"))?;
    let (weight, done) = match done {
        Ok((weight, done)) => (weight, Reply::Done(done)),
        Err(fault) => (0, Reply::Fault(fault)),
    };
    done.put(weight, reply)
}
