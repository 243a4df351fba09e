#![allow(clippy::unwrap_used)]

use super::*;
use crate::deliver::log::EditionsById;
use crate::model::agreement::Role;

type Event = fn(Delivery) -> LedgerEntry;

/// The event, the message's id and its number.
type Lines<'a> = &'a [(Event, &'a str, u32)];

fn message(id: &str) -> OutboxMessage {
    OutboxMessage {
        file: "01-chief.eml".to_owned(),
        id: id.to_owned(),
        first_id: None,
        kind: MessageKind::Edition,
        name: "Chefen".to_owned(),
        role: Role::Chief,
        address: "chef@example.se".to_owned(),
        subject: None,
        edition: "full".to_owned(),
        partner: None,
        attached: Vec::new(),
        reported: Vec::new(),
        thanked: Vec::new(),
        asked: Vec::new(),
    }
}

/// Lines of the ledger: the event, the message's id and number, an hour after the one before.
fn ledger(lines: Lines<'_>) -> Vec<LedgerEntry> {
    let start: DateTime<Utc> = "2023-10-05T06:00:00Z".parse().unwrap();
    let lines = lines.iter().zip(0..);
    lines
        .map(|((event, id, number), hours)| {
            let delivery: Delivery = serde_json::from_value(serde_json::json!({
                "period": "2023-09", "version": 1, "kind": "edition", "edition": "full", "id": id, "number": number,
                "message_id": format!("<{id}.{number}@example.se>"), "to": "Chef@example.se",
                "at": start + TimeDelta::hours(hours),
            }))
            .unwrap();
            event(delivery)
        })
        .collect()
}

/// How the recipient of «a» stands so many hours after the last line: what is done, under which number, and whether it
/// corrects.
fn stands(lines: Lines<'_>, hours: i64, resend: bool) -> String {
    let entries = ledger(lines);
    let log = DeliveryLog::new(&entries, EditionsById::new());
    let last = entries.last().map_or_else(Utc::now, LedgerEntry::at);
    let now = last + TimeDelta::hours(hours);
    let found = delivery_state(&log, "2023-09", &message("a"), resend, now);
    let state = match found.state {
        MessageState::ToPost(_) => "post",
        MessageState::Sent(_) => "sent",
        MessageState::Waiting(_) => "waits",
        MessageState::Held(_) => "held",
    };
    let known = found.message_id.map_or("", |_| " again");
    let corrects = found.corrects.map_or(String::new(), |earlier| {
        format!(", corrects {}", earlier.id)
    });
    format!("{state} {}{known}{corrects}", found.number)
}

#[test]
fn what_is_to_be_done_is_what_the_recipient_should_have_less_what_it_has() {
    use LedgerEntry::*;
    let facts: [(Lines<'_>, &str); 18] = [
        (&[], "post 1"),
        (&[(Planned, "a", 1)], "post 1 again"),
        (&[(Sent, "a", 1)], "sent 1 again"),
        (&[(Sent, "b", 1)], "post 1, corrects b"),
        // A, B, A: everybody who has B is corrected, under an id of its own.
        (&[(Sent, "a", 1), (Sent, "b", 1)], "post 2, corrects b"),
        (
            &[(Sent, "a", 1), (Sent, "b", 1), (Planned, "a", 2)],
            "post 2 again, corrects b",
        ),
        (
            &[(Sent, "a", 1), (Sent, "b", 1), (Sent, "a", 2)],
            "sent 2 again",
        ),
        (
            &[
                (Sent, "a", 1),
                (Sent, "b", 1),
                (Sent, "a", 2),
                (Sent, "b", 2),
            ],
            "post 3, corrects b",
        ),
        // B never left: whoever has A has what it should.
        (&[(Sent, "a", 1), (Planned, "b", 1)], "sent 1 again"),
        (&[(Sent, "a", 1), (Deferred, "b", 1)], "sent 1 again"),
        (&[(Sent, "a", 1), (Refused, "b", 1)], "sent 1 again"),
        // B may have arrived.
        (&[(Sent, "a", 1), (Lost, "b", 1)], "post 2, corrects b"),
        (
            &[(Sent, "a", 1), (HandingOver, "b", 1)],
            "post 2, corrects b",
        ),
        // A was planned and never left before B did.
        (
            &[(Planned, "a", 1), (Sent, "b", 1)],
            "post 1 again, corrects b",
        ),
        (&[(Refused, "a", 1)], "post 1 again"),
        (&[(Sent, "a", 1), (Bounced, "a", 1)], "held 1 again"),
        (&[(Sent, "a", 1), (Planned, "a", 2)], "post 2 again"),
        // B came back: nobody has it.
        (
            &[(Sent, "a", 1), (Sent, "b", 1), (Bounced, "b", 1)],
            "sent 1 again",
        ),
    ];
    for (lines, told) in facts {
        let names: Vec<&str> = lines.iter().map(|(_, id, _)| *id).collect();
        assert_eq!(stands(lines, 0, false), told, "{names:?}");
    }
    assert_eq!(stands(&[(Sent, "a", 1)], 0, true), "post 2");
    assert_eq!(
        stands(&[(Sent, "a", 1), (Bounced, "a", 1)], 0, true),
        "post 2"
    );
}

#[test]
fn what_may_have_arrived_goes_again_after_longer_and_longer_pauses_and_then_no_more() {
    use LedgerEntry::*;
    let lost: [(Event, &str, u32); 2] = [(HandingOver, "a", 1), (Lost, "a", 1)];
    for (times, pause) in [(1, 0), (2, 1), (3, 6), (4, 24)] {
        let lines = lost.repeat(times);
        assert_eq!(stands(&lines, pause, false), "post 1 again", "{times}");
        if pause > 0 {
            assert_eq!(stands(&lines, pause - 1, false), "held 1 again", "{times}");
        }
    }
    let lines = lost.repeat(5);
    assert_eq!(stands(&lines, 10_000, false), "held 1 again");
    assert_eq!(stands(&lines, 0, true), "post 2");
    // A run that was killed, twice.
    let killed: [(Event, &str, u32); 2] = [(HandingOver, "a", 1), (Posting, "a", 1)];
    assert_eq!(stands(&killed.repeat(2), 0, false), "held 1 again");
    assert_eq!(stands(&killed.repeat(2), 1, false), "post 1 again");
    // What the server has put off has not arrived.
    let put_off: [(Event, &str, u32); 2] = [(HandingOver, "a", 1), (Deferred, "a", 1)];
    assert_eq!(stands(&put_off.repeat(9), 0, false), "post 1 again");
}

#[test]
fn what_is_refused_is_tried_again_after_longer_and_longer_pauses_for_ever() {
    use LedgerEntry::*;
    let refused: [(Event, &str, u32); 2] = [(Posting, "a", 1), (Refused, "a", 1)];
    for (times, pause) in [(1, 0), (2, 0), (3, 1), (4, 6), (5, 24), (9, 24)] {
        let lines = refused.repeat(times);
        assert_eq!(stands(&lines, pause, false), "post 1 again", "{times}");
        if pause > 0 {
            assert_eq!(stands(&lines, pause - 1, false), "held 1 again", "{times}");
            assert_eq!(stands(&lines, 0, true), "post 1 again", "{times}");
        }
    }
}

/// How a letter to a partner stands that asks for and tells of so much, where the last one sent asked for and told of so much.
fn letter_stands(
    (asked, told): (&[&str], &[&str]),
    (asked_before, told_before): (&[&str], &[&str]),
    thanked: &[&str],
) -> MessageState {
    let owned =
        |texts: &[&str]| -> Vec<String> { texts.iter().map(|one| (*one).to_owned()).collect() };
    let reported = |keys: &[&str]| -> Vec<serde_json::Value> {
        let one = |key: &&str| serde_json::json!({"key": key, "workbook": "a.xlsx", "code": "c"});
        keys.iter().map(one).collect()
    };
    let delivery: Delivery = serde_json::from_value(serde_json::json!({
        "period": "2023-09", "version": 1, "kind": "partner", "edition": "full", "id": "b", "number": 1,
        "message_id": "<b@example.se>", "to": "chef@example.se", "at": "2023-10-05T06:00:00Z",
        "asked": asked_before, "told": reported(told_before),
    }))
    .unwrap();
    let entries = [LedgerEntry::Sent(delivery)];
    let log = DeliveryLog::new(&entries, EditionsById::new());
    let message = OutboxMessage {
        kind: MessageKind::Partner,
        asked: owned(asked),
        thanked: owned(thanked),
        reported: serde_json::from_value(serde_json::Value::Array(reported(told))).unwrap(),
        ..message("a")
    };
    delivery_state(&log, "2023-09", &message, false, Utc::now()).state
}

#[test]
fn a_partner_is_asked_once_and_the_rest_is_waited_for() {
    let asked_before: (&[&str], &[&str]) = (&["maj", "juni"], &["k"]);
    let is_sent = |letter: (&[&str], &[&str]), thanked: &[&str]| {
        matches!(
            letter_stands(letter, asked_before, thanked),
            MessageState::Sent(_)
        )
    };
    assert!(is_sent((&["maj", "juni"], &["k"]), &[]));
    assert!(is_sent((&["juni"], &[]), &[]), "May has come");
    assert!(!is_sent((&["juni", "juli"], &["k"]), &[]), "July is news");
    assert!(!is_sent((&["juni"], &["k", "l"]), &[]), "a new finding");
    assert!(!is_sent((&["juni"], &[]), &["k"]), "it is thanked");
    assert!(!is_sent((&[], &["k"]), &[]), "all has come, which is told");
}
