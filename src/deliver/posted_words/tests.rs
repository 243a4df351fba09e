#![allow(clippy::unwrap_used)]

use mail_parser::MimeHeaders;

use super::*;
use crate::deliver::email::{Message, Sender, message};
use crate::model::report::Artefact;

fn stored(language: &str, file: &[Artefact]) -> Vec<u8> {
    let sender = Sender::placeholder();
    message(&Message {
        sender: &sender,
        name: "Ordförande, lokala Brå",
        address: "bra@example.se",
        subject: "Uppföljning september 2023: 3 uppfyllda",
        text: "Hej,\n\nTvå löften är efter.\n",
        html: "<!DOCTYPE html>\n<html><body style=\"margin:0\">\n<p>Två löften är efter.</p>\n</body></html>\n",
        attached: file,
        id: "ab12",
        language,
        diary_number: None,
        as_of: "2023-10-05".parse().unwrap(),
    })
    .unwrap()
}

fn earlier(subject: Option<&str>) -> Delivery {
    serde_json::from_value(serde_json::json!({
        "period": "2023-09", "version": 2, "at": "2023-10-06T06:00:00Z", "subject": subject,
    }))
    .unwrap()
}

fn posted(stored: &[u8], words: &PostedWords) -> (String, String, Vec<Vec<u8>>) {
    let bytes = words.put_into(stored.to_vec()).unwrap();
    let parsed = MessageParser::new().parse(&bytes).unwrap();
    let attached = parsed.attachments().map(|part| part.contents().to_vec());
    assert_eq!(
        parsed.attachments().next().unwrap().attachment_name(),
        Some("Å.xlsx")
    );
    (
        parsed.body_text(0).unwrap().replace("\r\n", "\n"),
        parsed.body_html(0).unwrap().replace("\r\n", "\n"),
        attached.collect(),
    )
}

#[test]
fn a_correction_says_so_before_its_own_words_and_leaves_all_else() {
    let file = [Artefact {
        name: "Å.xlsx".to_owned(),
        bytes: vec![0, 1, 2, 255],
    }];
    for (language, said, subject) in [
        (
            "sv",
            "Rättelse: ",
            "Rättelse: Uppföljning september 2023: 3 uppfyllda",
        ),
        (
            "en",
            "Correction: ",
            "Correction: Uppföljning september 2023: 3 uppfyllda",
        ),
    ] {
        let stored = stored(language, &file);
        let then = earlier(Some("Uppföljning: <4> uppfyllda"));
        let words = PostedWords::of(&stored, MessageKind::Edition, Some(&then), None, &[]).unwrap();
        assert_eq!(words.subject.as_deref(), Some(subject));
        let (text, html, attached) = posted(&stored, &words);
        assert!(
            text.starts_with(said) && text.contains("<4> uppfyllda"),
            "{text}"
        );
        assert!(
            text.ends_with("\n\nHej,\n\nTvå löften är efter.\n"),
            "{text}"
        );
        assert!(
            html.contains(&format!("<strong>{said}")) && html.contains("&lt;4&gt; uppfyllda"),
            "{html}"
        );
        assert!(html.contains("<p>Två löften är efter.</p>"), "{html}");
        assert_eq!(attached, [vec![0, 1, 2, 255]]);
        // What earlier programs have sent has no subject in the ledger.
        let words = PostedWords::of(
            &stored,
            MessageKind::Edition,
            Some(&earlier(None)),
            None,
            &[],
        );
        assert!(!posted(&stored, &words.unwrap()).0.contains("none"));
    }
}

#[test]
fn a_draft_quotes_the_seal_and_other_letters_stay_as_they_are() {
    let file = [Artefact {
        name: "Å.xlsx".to_owned(),
        bytes: vec![7],
    }];
    let stored = stored("sv", &file);
    let seal = Some(("2023-09/v1", "ab12cd"));
    let words = PostedWords::of(&stored, MessageKind::Draft, None, seal, &[]).unwrap();
    let (text, html, _) = posted(&stored, &words);
    assert!(text.contains("ab12cd") && html.contains("ab12cd"), "{text}");
    for kind in [MessageKind::Edition, MessageKind::Partner] {
        let words = PostedWords::of(&stored, kind, None, seal, &[]).unwrap();
        assert_eq!(words.put_into(stored.clone()).unwrap(), stored);
    }
}
