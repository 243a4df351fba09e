//! One posting of a message: what the ledger says of it, and the bytes that leave.

use chrono::{DateTime, Utc};

use super::email::Sender;
use super::lighter::{Weight, lightened};
use super::plan::PlannedMessage;
use super::posted_words::PostedWords;
use super::posting_headers::{PostingHeaders, with_posting_headers};
use crate::error::Error;
use crate::store::{Delivery, Versions};

/// One posting of a message at one moment.
pub(super) struct Posting<'a> {
    message: &'a PlannedMessage,
    sender: &'a Sender,
    redirect: Option<&'a str>,
    /// The ledger's line about it.
    pub(super) delivery: Delivery,
}

impl<'a> Posting<'a> {
    /// `redirect`: somebody who gets it instead.
    pub(super) fn new(
        message: &'a PlannedMessage,
        sender: &'a Sender,
        redirect: Option<&'a str>,
        now: DateTime<Utc>,
    ) -> Posting<'a> {
        let outgoing = &message.outgoing;
        let delivery = Delivery {
            period: message.period.clone(),
            version: message.version,
            kind: outgoing.kind,
            edition: Some(outgoing.edition.clone()),
            id: outgoing.id.clone(),
            number: message.number,
            message_id: message_id(message, sender, redirect, now),
            name: outgoing.name.clone(),
            to: redirect.unwrap_or(&outgoing.address).to_owned(),
            subject: outgoing.subject.clone(),
            partner: outgoing.partner.clone(),
            date: Some(now),
            answer: None,
            reported: outgoing.reported.clone(),
            thanked: outgoing.thanked.clone(),
            asked: outgoing.asked.clone(),
            at: now,
        };
        Posting {
            message,
            sender,
            redirect,
            delivery,
        }
    }

    /// What servers call it: its Message-ID up to the domain.
    pub(super) fn envelope_id(&self) -> &str {
        let id = self.delivery.message_id.trim_start_matches('<');
        id.split('@').next().unwrap_or(id)
    }

    /// The bytes that leave, and the files that they lack.
    ///
    /// # Errors
    /// If the message is not as it was written, or its sender is no address.
    pub(super) fn bytes(
        &self,
        versions: &Versions,
        weight: Weight,
    ) -> Result<(Vec<u8>, Vec<String>), Error> {
        let message = self.message;
        let stored = message.stored(versions)?;
        let (stored, dropped) = match weight {
            Weight::Whole => (stored, Vec::new()),
            lighter => lightened(stored, lighter),
        };
        let version = format!("{}/v{}", message.period, message.version);
        let seal = message.seal.as_deref();
        let words = PostedWords::of(
            &stored,
            message.outgoing.kind,
            message.corrects.as_ref(),
            seal.map(|seal| (version.as_str(), seal)),
            &dropped,
        )?;
        let mark = format!("lofte: for {}", self.message.outgoing.role.name());
        let headers = PostingHeaders {
            sender: self.sender,
            date: self.delivery.at,
            message_id: &self.delivery.message_id,
            seal,
            subject: words.subject.as_deref(),
            redirected: self.redirect.map(|address| (address, mark.as_str())),
        };
        let bytes = with_posting_headers(&words.put_into(stored)?, &headers)?;
        Ok((bytes, dropped))
    }
}

/// The same each time that the same message is posted, so that programs know a second one for the same.
fn message_id(
    message: &PlannedMessage,
    sender: &Sender,
    redirect: Option<&str>,
    now: DateTime<Utc>,
) -> String {
    let known = message.message_id.clone().filter(|id| !id.is_empty());
    if let (Some(known), None) = (known, redirect) {
        return known;
    }
    let mut local = message.outgoing.id.clone();
    if message.number > 1 {
        local.push_str(&format!(".{}", message.number));
    }
    if redirect.is_some() {
        // Another id, so that the mail itself is not taken for this one when it comes.
        local.push_str(&format!(".redirected.{}", now.timestamp_micros()));
    }
    format!("<{local}@{}>", sender.domain())
}
