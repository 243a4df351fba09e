#![allow(clippy::unwrap_used)]

use super::*;

/// As Exchange, Postfix and Exim write them (RFC 3464).
fn report(action: &str, about: &str) -> String {
    format!(
        "From: Mail Delivery System <MAILER-DAEMON@post.example.se>\r\nTo: studs@example.se\r\nSubject: Undelivered\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; post.example.se\r\n{about}\r\n\
         Final-Recipient: rfc822; chef@example.se\r\nAction: {action}\r\nStatus: 5.1.1\r\n\
         Diagnostic-Code: smtp; 550 5.1.1\r\n unknown user\r\n\r\n\
         --b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <ab12@example.se>\r\nSubject: x\r\n\r\nx\r\n--b--\r\n"
    )
}

fn of(text: &str) -> Vec<Bounce> {
    bounces_of(&MessageParser::new().parse(text.as_bytes()).unwrap())
}

#[test]
fn a_report_names_the_message_the_recipient_and_the_reason() {
    let found = of(&report("failed", "Original-Envelope-Id: ab12"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ids.contains(&"ab12@example.se".to_owned()));
    assert!(found[0].ids.contains(&"ab12".to_owned()));
    assert_eq!(found[0].to.as_deref(), Some("chef@example.se"));
    assert!(found[0].why.contains("550 5.1.1 unknown user"), "{found:?}");
    let headers = report("failed", "").replace("message/rfc822", "text/rfc822-headers");
    assert!(of(&headers)[0].ids.contains(&"ab12@example.se".to_owned()));
}

#[test]
fn a_delay_an_answer_and_an_ordinary_letter_are_none() {
    assert_eq!(of(&report("delayed", "")), []);
    assert_eq!(of(&report("delivered", "")), []);
    for text in [
        "From: Anna <anna@example.se>\r\nSubject: Sv: Uppf\r\nIn-Reply-To: <ab12@example.se>\r\n\r\nTack <ab12@example.se>!\r\n",
        "From: postmaster@example.se\r\nAuto-Submitted: auto-replied\r\nSubject: Borta\r\n\r\n<ab12@example.se>\r\n",
        "\r\n",
        "",
    ] {
        let parsed = MessageParser::new().parse(text.as_bytes());
        assert!(
            parsed.is_none_or(|parsed| bounces_of(&parsed).is_empty()),
            "{text}"
        );
    }
}

#[test]
fn an_old_server_names_the_message_in_its_words() {
    let text = "From: MAILER-DAEMON@post.example.se\r\nSubject: failure notice\r\n\r\n\
        Sorry.\r\n--- Below this line is a copy\r\nMessage-ID: <ab12@example.se>\r\n";
    let found = of(text);
    assert_eq!(found[0].ids, ["ab12@example.se"]);
    assert_eq!(found[0].why, "failure notice");
}
