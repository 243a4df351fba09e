//! Delivery: what each recipient should have and has, the messages, and posting them so that everybody gets each once.
//!
//! ```text
//! report ─outbox::write→ a version's editions and messages      report ─remind→ reminders
//! outboxes, releases, approvals ─expected→ what each recipient should have
//! ledger ─log→ what each recipient has
//! both ─state→ how each recipient stands ─plan→ PlannedMessage{to post, sent, waiting, held} ─Mailer::post→ lines in the ledger, PostingSummary
//! .eml, sender, now ─posting_headers→ the bytes that are posted ─smtp::Session→ what became of one message
//! ```

mod answers;
mod approve;
mod ascii;
mod assertion;
mod attachments;
mod audit;
mod bounces;
mod due;
mod email;
mod expected;
mod headers;
mod lighter;
mod log;
mod login;
mod lost;
mod mailer;
mod outbox;
mod plan;
mod posted;
mod posted_words;
mod posting;
mod posting_headers;
mod reasons;
mod receipts;
mod reminders;
pub(crate) mod secrets;
pub(crate) mod smtp;
mod state;
mod stored;
mod token;
mod trial;
mod undelivered;

pub(crate) use answers::answer_as_told;
pub(crate) use approve::approve;
pub(crate) use attachments::missing_attachments;
pub(crate) use audit::{AuditFault, audit};
pub(crate) use bounces::enter_bounces;
pub(crate) use email::Sender;
pub(crate) use log::DeliveryLog;
pub(crate) use login::credentials;
pub(crate) use lost::{check_found, note_unknown};
pub(crate) use mailer::{Mailer, MessageNote, PostingSummary};
pub(crate) use outbox::{
    EarlierLetters, VersionInput, content_hash, earlier_letters, is_content, write as write_version,
};
pub(crate) use plan::{Plan, PlannedMessage, Selection, plan};
pub(crate) use reasons::time_of;
pub(crate) use receipts::{receipts, write_receipts};
pub(crate) use reminders::remind;
pub(crate) use state::MessageState;
pub(crate) use trial::trial_message;
pub(crate) use undelivered::findings as undelivered;
