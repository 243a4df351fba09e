//! The process that reads workbooks, one after the other: limits itself, hears a question, answers.

use std::io::{BufReader, Error, ErrorKind, Read, Write};
use std::path::Path;

use serde::Serialize;

use super::known::KnownAgreements;
use super::limit;
use super::message::{AskedFor, ReadReply, ReadRequest, ReplyHead};
use crate::gather::extract::extract;
use crate::model::agreement::Agreement;
use crate::model::finding::Finding;

/// Reads every workbook that it is asked for and writes what it gave, until nobody asks any more. `agreement` makes an
/// agreement of the form that [`AgreementReader::agreement`](super::AgreementReader::agreement) has.
///
/// # Errors
/// If a question cannot be understood, the limits cannot be set, or nobody listens to the answers.
pub(crate) fn answer(
    requests: impl Read,
    replies: impl Write,
    agreement: impl Fn(&str) -> Option<Agreement>,
) -> std::io::Result<()> {
    answer_with(requests, replies, agreement, |agreement, request| {
        let extraction = extract(
            agreement,
            request.as_of,
            &request.read_by,
            &request.shown,
            Path::new(&request.path),
            request.detail,
        )?;
        let head = ReplyHead {
            weight: extraction.weight(agreement),
            sha256: Some(extraction.sha256.clone()),
            same_days: extraction.same_days,
            ..ReplyHead::default()
        };
        Ok((head, extraction))
    })
}

/// Hears questions, does `work` for each within its limits, and writes what came of it. `prepare` makes of the agreement's text
/// what is worked with; nothing if it does not understand it. `work` gives the answer behind its head.
///
/// # Errors
/// If a question cannot be understood, the limits cannot be set, or nobody listens to the answers.
pub(crate) fn answer_with<P, T: Serialize>(
    requests: impl Read,
    mut replies: impl Write,
    prepare: impl Fn(&str) -> Option<P>,
    work: impl Fn(&P, &ReadRequest) -> Result<(ReplyHead, T), Finding>,
) -> std::io::Result<()> {
    let mut requests = BufReader::new(requests);
    let mut prepared = KnownAgreements::default();
    let began = limit::address_space();
    while let Some(request) = ReadRequest::hear(&mut requests)? {
        limit::limit(request.memory, request.seconds)?;
        let known = match &request.agreement {
            AskedFor::New(text) => prepare(text).map(|new| prepared.add(new)),
            AskedFor::Known(place) => prepared.again(*place),
        };
        let known = known.ok_or_else(|| Error::new(ErrorKind::InvalidData, "no such question"))?;
        let (head, done) = match work(known, &request) {
            Ok((head, done)) => (head, ReadReply::Done(done)),
            Err(fault) => (ReplyHead::default(), ReadReply::Fault(Box::new(fault))),
        };
        let spent = limit::has_grown(began, request.memory);
        done.put(ReplyHead { spent, ..head }, &mut replies)?;
        if spent {
            break;
        }
    }
    Ok(())
}
