//! Letters to partners: one with each version, and reminders about the day that a report is due.

use chrono::{Days, NaiveDate};

use crate::compose::edition;
use crate::deliver::due::{day_after, first_due};
use crate::error::Error;
use crate::model::agreement::{Agreement, Audience, Recipient, Reminder, Role};
use crate::model::message::{MessageKind, OutboxMessage};
use crate::model::report::Report;
use crate::render::letter::partner::{self, Addressed, Occasion, PartnerLetter};

use super::id::id;
use super::new_message::NewMessage;
use super::version_input::VersionInput;

/// Whom a partner's letters go to: its own name and address, else the recipient that belongs to it.
fn correspondent<'a>(agreement: &'a Agreement, partner: &str) -> Option<(&'a str, &'a str)> {
    let own = agreement
        .partner(partner)
        .and_then(|own| Some((own.name.as_str(), own.address.as_deref()?)));
    own.or_else(|| {
        let is_its = |recipient: &&Recipient| {
            recipient.role == Role::Partner && recipient.partner.as_deref() == Some(partner)
        };
        agreement
            .recipients
            .iter()
            .find(is_its)
            .map(|found| (found.name.as_str(), found.address.as_str()))
    })
}

/// The partners that keep workbooks and have an address, with whom to write to.
fn correspondents(agreement: &Agreement) -> impl Iterator<Item = (&str, &str, &str)> {
    let keeps = |partner: &str| {
        agreement
            .sources
            .iter()
            .any(|source| source.partner == partner)
    };
    agreement
        .partners
        .iter()
        .filter(move |partner| keeps(&partner.id))
        .filter_map(|partner| {
            let (name, address) = correspondent(agreement, &partner.id)?;
            Some((partner.id.as_str(), name, address))
        })
}

/// A letter to each partner, with what is new to it.
///
/// # Errors
/// If a letter cannot be made.
pub(super) fn letters(input: &VersionInput<'_>) -> Result<Vec<(OutboxMessage, Vec<u8>)>, Error> {
    let mut letters = Vec::new();
    for (partner, name, address) in correspondents(&input.report.agreement) {
        let letter = render(input, partner, name, Occasion::Read)?;
        // The same findings and gaps in the same period are the same letter, whoever has been told of them when, and in
        // whatever words.
        let content = content_of(&letter, &letter.asked);
        let before = content_of(&letter, &letter.as_said_before);
        let before = Some(before).filter(|before| *before != content);
        let to = (partner, name, address);
        letters.push(finish(
            input,
            to,
            MessageKind::Partner,
            format!("partner-{partner}.eml"),
            (&content, before.as_deref()),
            letter,
        )?);
    }
    Ok(letters)
}

/// What tells one letter from another: what it tells of, and what it asks for.
fn content_of(letter: &PartnerLetter, asked: &[String]) -> String {
    let told = letter.present.iter().map(|finding| finding.key.as_str());
    let words: Vec<&str> = told.chain(asked.iter().map(String::as_str)).collect();
    id(&words)
}

/// The reminders that the day asks for: to partners that have not reported the period, or have something to mend.
///
/// # Errors
/// If a letter cannot be made.
pub(in crate::deliver) fn reminders(
    input: &VersionInput<'_>,
) -> Result<Vec<(OutboxMessage, Vec<u8>)>, Error> {
    let mut reminders = Vec::new();
    let report = input.report;
    for (partner, name, address) in correspondents(&report.agreement) {
        let due = first_due(report, partner);
        let Some((day, occasion)) = latest(&report.agreement.delivery.reminders, report, due)
        else {
            continue;
        };
        let letter = render(input, partner, name, occasion)?;
        let asks =
            !letter.asked.is_empty() || (occasion == Occasion::After && !letter.present.is_empty());
        if asks {
            // One reminder of a day, whatever it says.
            let file = format!("{day}-{partner}.eml");
            let to = (partner, name, address);
            reminders.push(finish(
                input,
                to,
                MessageKind::Reminder,
                file,
                (&day.to_string(), None),
                letter,
            )?);
        }
    }
    Ok(reminders)
}

/// The last reminder whose day has come, in the month in which the report is due.
fn latest(
    reminders: &[Reminder],
    report: &Report,
    due: Option<NaiveDate>,
) -> Option<(NaiveDate, Occasion)> {
    let last_day = day_after(report, 31)?;
    let dated = reminders.iter().filter_map(|reminder| match reminder {
        Reminder::DaysBefore(days) => Some((
            due?.checked_sub_days(Days::new(u64::from(*days)))?,
            Occasion::Before,
        )),
        Reminder::OnDay(day) => {
            let day = day_after(report, *day)?;
            Some((
                day,
                if due.is_some_and(|due| day < due) {
                    Occasion::Before
                } else {
                    Occasion::After
                },
            ))
        }
    });
    let come = dated.filter(|(day, _)| *day <= report.as_of && report.as_of <= last_day);
    come.max_by_key(|(day, _)| *day)
}

fn render(
    input: &VersionInput<'_>,
    partner: &str,
    name: &str,
    occasion: Occasion,
) -> Result<PartnerLetter, Error> {
    let nothing = partner::EarlierFindings::default();
    let earlier = input.earlier.get(partner).unwrap_or(&nothing);
    let due = first_due(input.report, partner);
    let addressed = Addressed {
        partner,
        name,
        occasion,
        due,
        earlier,
    };
    let edition = edition(input.report, &Audience::Partner(partner.to_owned()));
    partner::render(&edition, addressed, input.wording, input.templates)
}

fn finish(
    input: &VersionInput<'_>,
    (partner, name, address): (&str, &str, &str),
    kind: MessageKind,
    file: String,
    (content, before): (&str, Option<&str>),
    letter: PartnerLetter,
) -> Result<(OutboxMessage, Vec<u8>), Error> {
    let new = NewMessage {
        file,
        kind,
        name,
        role: Role::Partner,
        address,
        edition: format!("partner:{partner}"),
        hash: content,
        first: before,
        letter: letter.letter,
        attached: Vec::new(),
    };
    let (outgoing, bytes) = new.finish(input)?;
    let outgoing = OutboxMessage {
        partner: Some(partner.to_owned()),
        reported: letter.present,
        thanked: letter.thanked,
        asked: letter.asked,
        ..outgoing
    };
    Ok((outgoing, bytes))
}
