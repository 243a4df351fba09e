//! The process that reads one workbook: limits itself, hears the question, answers.

use std::io::{Error, ErrorKind, Read, Write};
use std::path::Path;

use serde::Serialize;

use super::limit;
use super::message::{ReadReply, ReadRequest};
use crate::gather::extract::extract;
use crate::model::agreement::Agreement;
use crate::model::finding::Finding;

/// Reads the workbook at `path` as the question asks and writes what it gave. `agreement` makes an agreement of the form
/// that [`ReaderProcess::agreement`](super::ReaderProcess::agreement) has.
///
/// # Errors
/// If the question cannot be understood, the limits cannot be set, or nobody listens to the answer.
pub(crate) fn answer(
    path: &Path,
    request: impl Read,
    reply: impl Write,
    agreement: impl FnOnce(&str) -> Option<Agreement>,
) -> std::io::Result<()> {
    answer_with(request, reply, |request| {
        let agreement = agreement(&request.agreement)?;
        let extraction = extract(
            &agreement,
            request.as_of,
            &request.takers,
            &request.shown,
            path,
        );
        Some(extraction.map(|extraction| (extraction.weight(&agreement), extraction)))
    })
}

/// Hears a question, does `work` within its limits, and writes what came of it. `work` gives the answer behind its weight, which
/// is the memory in bytes that it takes; nothing if it does not understand the question.
///
/// # Errors
/// If the question cannot be understood, the limits cannot be set, or nobody listens to the answer.
pub(crate) fn answer_with<T: Serialize>(
    request: impl Read,
    reply: impl Write,
    work: impl FnOnce(&ReadRequest) -> Option<Result<(u64, T), Finding>>,
) -> std::io::Result<()> {
    let request: ReadRequest = serde_json::from_reader(request)?;
    limit::limit(request.memory, request.seconds)?;
    let done =
        work(&request).ok_or_else(|| Error::new(ErrorKind::InvalidData, "no such question"))?;
    let (weight, done) = match done {
        Ok((weight, done)) => (weight, ReadReply::Done(done)),
        Err(fault) => (0, ReadReply::Fault(Box::new(fault))),
    };
    done.put(weight, reply)
}
