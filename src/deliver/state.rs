//! How one recipient stands: what it last got against what it should have. What is posted, listed and told follows from that
//! alone.

use chrono::{DateTime, TimeDelta, Utc};

use super::log::{DeliveryLog, is_id_of, said, uncertain};
use super::reasons::{HoldReason, SaidBefore, WaitReason};
use crate::model::message::{MessageKind, OutboxMessage};
use crate::store::{Delivery, LedgerEntry};

/// How long a message waits before it goes again, by how often it has been refused, or may have arrived, already. What may have
/// arrived goes no more after the last of them; what was refused goes once every time as long as that.
const PAUSES: [TimeDelta; 4] = [
    TimeDelta::zero(),
    TimeDelta::hours(1),
    TimeDelta::hours(6),
    TimeDelta::hours(24),
];

/// What is to become of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MessageState {
    /// It is to be posted; what was said of it before, if anything.
    ToPost(Option<SaidBefore>),
    /// It has been posted.
    Sent(Box<Delivery>),
    /// It waits, and for what.
    Waiting(WaitReason),
    /// It has not arrived, or not for sure, and is not posted now; why, and what to do.
    Held(HoldReason),
}

/// How it stands with the recipient of a message.
pub(super) struct DeliveryState {
    /// How often the message was asked to be sent.
    pub(super) number: u32,
    /// Its Message-ID, if it has been posted, or planned, under that number.
    pub(super) message_id: Option<String>,
    pub(super) state: MessageState,
    /// How often it may have arrived under that number.
    pub(super) uncertain: usize,
    /// The letter that it takes the place of.
    pub(super) corrects: Option<Delivery>,
}

/// Holds a message against the ledger. `resend`: what has been sent is asked for once more.
pub(super) fn delivery_state(
    log: &DeliveryLog<'_>,
    period: &str,
    message: &OutboxMessage,
    resend: bool,
    now: DateTime<Utc>,
) -> DeliveryState {
    let lines = without_bounced(log.course(period, message));
    let is_own = |line: &&LedgerEntry| {
        line.delivery()
            .is_some_and(|delivery| is_id_of(&delivery.id, message))
    };
    // The last that the recipient got, or may have got, and that says something else.
    let other = lines
        .iter()
        .rposition(|line| !is_own(line) && may_have_arrived(line));
    let own = lines.iter().rposition(&is_own);
    let corrects = corrects(&lines, &is_own).filter(|_| message.kind == MessageKind::Edition);
    let own_lines: Vec<&LedgerEntry> = lines.iter().copied().filter(|line| is_own(line)).collect();
    let last = own.and_then(|own| Some((*lines.get(own)?, lines.get(own)?.delivery()?)));
    let anew = |number: u32, message_id| DeliveryState {
        number,
        message_id,
        state: MessageState::ToPost(None),
        uncertain: 0,
        corrects: corrects.clone(),
    };
    if let Some(sent) = asked_already(&lines, message).filter(|_| !resend) {
        return DeliveryState {
            number: sent.number,
            message_id: Some(sent.message_id.clone()),
            state: MessageState::Sent(Box::new(sent.clone())),
            uncertain: 0,
            corrects: None,
        };
    }
    let Some((line, last)) = last else {
        return anew(1, None);
    };
    if other > own {
        // Sent before, and something else since: it goes under another number, so that nothing takes it for the first.
        return if own_lines.iter().any(may_have_arrived) {
            anew(last.number + 1, None)
        } else {
            anew(last.number, Some(last.message_id.clone()))
        };
    }
    let of_number: Vec<&LedgerEntry> = own_lines
        .into_iter()
        .filter(|line| line.delivery().is_some_and(|one| one.number == last.number))
        .collect();
    let times = uncertain(&of_number);
    let state = match line {
        LedgerEntry::Sent(_) | LedgerEntry::Bounced(_) if resend => {
            return anew(last.number + 1, None);
        }
        LedgerEntry::Sent(sent) => MessageState::Sent(Box::new(sent.clone())),
        LedgerEntry::Bounced(bounced) => {
            MessageState::Held(HoldReason::CameBack(bounced.answer.clone()))
        }
        _ if times > 0 && resend => return anew(last.number + 1, None),
        LedgerEntry::Refused(refusal) if !resend => match refused(&of_number, last.at, now) {
            Some(next) => MessageState::Held(HoldReason::Refused {
                answer: refusal.answer.clone(),
                next,
            }),
            None => MessageState::ToPost(said(line, last)),
        },
        line => match held(times, last.at, now) {
            Some(why) => MessageState::Held(why),
            None => MessageState::ToPost(said(line, last)),
        },
    };
    DeliveryState {
        number: last.number,
        message_id: Some(last.message_id.clone()),
        state,
        uncertain: times,
        corrects,
    }
}

/// Why a message that may have arrived so often is not posted now.
fn held(times: usize, last: DateTime<Utc>, now: DateTime<Utc>) -> Option<HoldReason> {
    let pause = PAUSES.get(times.checked_sub(1)?);
    let next = pause.map(|pause| last + *pause);
    match next {
        Some(next) if next <= now => None,
        next => Some(HoldReason::Uncertain { times, next }),
    }
}

/// When a message is tried again that has been refused just now and before, if that is still to come: an address that does not
/// exist is not tried each hour. Two tries have no pause between them, for whoever mends what was wrong.
fn refused(
    lines: &[&LedgerEntry],
    last: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let refusals = lines
        .iter()
        .filter(|line| matches!(line, LedgerEntry::Refused(_)))
        .count();
    let pause = PAUSES.get(refusals.saturating_sub(2)).or(PAUSES.last())?;
    let next = last + *pause;
    (next > now).then_some(next)
}

fn may_have_arrived(line: &&LedgerEntry) -> bool {
    matches!(
        line,
        LedgerEntry::Sent(_) | LedgerEntry::Lost(_) | LedgerEntry::HandingOver(_)
    )
}

/// The lines without those of messages that were taken and came back later: nobody has got them.
fn without_bounced(lines: Vec<&LedgerEntry>) -> Vec<&LedgerEntry> {
    let named = |line: &LedgerEntry| {
        let delivery = line.delivery()?;
        Some((delivery.id.clone(), delivery.number))
    };
    let came_back = |at: usize, line: &LedgerEntry| {
        let later = lines
            .iter()
            .skip(at)
            .filter(|line| matches!(line, LedgerEntry::Bounced(_)));
        may_have_arrived(&line)
            && later
                .map(|line| named(line))
                .any(|later| later == named(line))
    };
    let kept = lines.iter().enumerate();
    kept.filter(|(at, line)| !came_back(*at, line))
        .map(|(_, line)| *line)
        .collect()
}

/// The letter to a partner that asked for all that this one asks for, and told of all that it tells: what is still missing is
/// waited for, and not asked for again with every workbook that comes. Where all has come, that is told.
fn asked_already<'a>(lines: &[&'a LedgerEntry], message: &OutboxMessage) -> Option<&'a Delivery> {
    if message.kind != MessageKind::Partner || message.asked.is_empty() {
        return None;
    }
    let last = lines.last()?;
    let LedgerEntry::Sent(sent) = last else {
        return None;
    };
    let asked = message.asked.iter().all(|one| sent.asked.contains(one));
    let told = message.reported.iter().all(|one| {
        let mut keys = sent.reported.iter().map(|known| &known.key);
        keys.any(|key| *key == one.key)
    });
    (asked && told && message.thanked.is_empty()).then_some(sent)
}

/// The letter that the recipient got last, or may have got, if it has other content.
fn corrects(lines: &[&LedgerEntry], is_own: &dyn Fn(&&LedgerEntry) -> bool) -> Option<Delivery> {
    let last = lines.iter().rev().find(|line| may_have_arrived(line))?;
    last.delivery().filter(|_| !is_own(last)).cloned()
}

#[cfg(test)]
mod tests;
