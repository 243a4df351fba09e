//! The message of `lofte send --test`, as it is posted.

use chrono::{DateTime, Utc};

use super::email::{Message, Sender, message};
use super::posting_headers::{PostingHeaders, with_posting_headers};
use crate::error::Error;
use crate::store::sha256;
use crate::wording::Wording;

/// A message that tries a route, dated and addressed as whatever is posted.
///
/// # Errors
/// If an address is none.
pub(crate) fn trial_message(
    sender: &Sender,
    address: &str,
    now: DateTime<Utc>,
    wording: &Wording,
) -> Result<Vec<u8>, Error> {
    let text = wording.text("send-test-text") + "\n";
    let id = sha256(format!("{address} {now}").as_bytes());
    let stored = message(&Message {
        sender,
        name: address,
        address,
        subject: &wording.text("send-test-subject"),
        text: &text,
        html: &format!("<p>{text}</p>"),
        attached: &[],
        id: &id,
        language: wording.language(),
        diary_number: None,
        as_of: now.date_naive(),
    })?;
    let headers = PostingHeaders {
        sender,
        date: now,
        message_id: &format!("<{id}@{}>", sender.domain()),
        seal: None,
        subject: None,
        redirected: None,
    };
    with_posting_headers(&stored, &headers)
}
