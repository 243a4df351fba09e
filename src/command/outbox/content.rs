//! What makes a message the message it is: verdicts, figures and error findings; not words, remarks or rows.

use serde::Serialize;
use serde_json::Value;

use crate::command::version::sha256;
use crate::error::Error;

/// What of `follow-up.json` is no news: words, who answers, which rows, and what follows from the calendar alone.
const NO_NEWS: [&str; 19] = [
    "text",
    "area",
    "responsible",
    "phrase",
    "reckoning",
    "remaining",
    "counted",
    "not_counted",
    "notes",
    "earlier_failures",
    "as_of",
    "origin",
    "pace",
    "required",
    "due",
    "done",
    "message",
    "remedy",
    "line",
];

/// A hash of the verdicts, figures and error findings of an edition, from its `follow-up.json`.
///
/// # Errors
/// If that is no JSON.
pub(super) fn news(follow_up: &[u8]) -> Result<String, Error> {
    let broken =
        |fault: serde_json::Error| Error::Render { what: "follow-up.json".to_owned(), fault: fault.to_string() };
    let mut whole: Value = serde_json::from_slice(follow_up).map_err(broken)?;
    let findings = whole["findings"].take();
    let errors = findings.as_array().map(Vec::as_slice).unwrap_or_default().iter();
    let errors: Vec<&Value> = errors.filter(|finding| finding["severity"] == "error").collect();
    let mut news = serde_json::json!([whole["pledges"], whole["shown"], whole["indicators"], errors]);
    strip(&mut news);
    Ok(sha256(news.to_string().as_bytes()))
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !NO_NEWS.contains(&name.as_str()));
            fields.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// A hash of words, each told from the next.
pub(super) fn id(words: &[&str]) -> String {
    let mut whole = Vec::new();
    for word in words {
        whole.extend((word.len() as u64).to_be_bytes());
        whole.extend(word.as_bytes());
    }
    let mut id = sha256(&whole);
    id.truncate(32);
    id
}

/// A value as a file of JSON.
///
/// # Errors
/// If it has no such form.
pub(super) fn json(value: &impl Serialize, what: &str) -> Result<Vec<u8>, Error> {
    let broken = |fault: serde_json::Error| Error::Render { what: what.to_owned(), fault: fault.to_string() };
    let mut bytes = serde_json::to_vec_pretty(value).map_err(broken)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn follow_up(status: &str, low: u32, reckoning: &str, findings: &str) -> String {
        let text = format!(
            r#"{{"as_of":"2023-10-05","version":1,"pledges":[{{"id":"a","status":"{status}","text":"Löftet","targets":
            [{{"windows":[{{"outcome":{{"low":{low},"high":{low}}},"reckoning":"{reckoning}"}}]}}],"notes":[]}}],
            "shown":[],"indicators":[],"findings":[{findings}]}}"#
        );
        news(text.as_bytes()).unwrap()
    }

    #[test]
    fn a_verdict_a_figure_and_an_error_are_news_and_nothing_else_is() {
        let finding = |severity: &str, cell: &str| {
            format!(r#"{{"code":"x","severity":"{severity}","cell":"{cell}","message":"m","remedy":"r"}}"#)
        };
        let first = follow_up("behind", 3, "3 av 4", "");
        assert_eq!(follow_up("behind", 3, "tre av fyra", ""), first);
        assert_eq!(follow_up("behind", 3, "3 av 4", &finding("warning", "A1")), first);
        assert_ne!(follow_up("on-track", 3, "3 av 4", ""), first);
        assert_ne!(follow_up("behind", 4, "3 av 4", ""), first);
        let error = follow_up("behind", 3, "3 av 4", &finding("error", "A1"));
        assert_ne!(error, first);
        assert_ne!(follow_up("behind", 3, "3 av 4", &finding("error", "A2")), error);
    }

    #[test]
    fn words_that_are_divided_otherwise_have_another_id() {
        assert_ne!(id(&["kalix2", "3"]), id(&["kalix", "23"]));
    }
}
