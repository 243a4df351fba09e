//! What in an edition is news: verdicts, figures and error findings; not words, remarks or rows.

use std::fmt;

use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::digest::hex;
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

/// What of the whole file is news.
const NEWS: [&str; 3] = ["pledges", "shown", "indicators"];

/// A hash of the verdicts, figures and error findings of an edition, from its `follow-up.json`. It is taken while the file is
/// read: there may be a hundred thousand requests in it.
///
/// # Errors
/// If that is no such JSON.
pub(super) fn news(follow_up: &[u8]) -> Result<String, Error> {
    let mut hash = Sha256::new();
    let mut reader = serde_json::Deserializer::from_slice(follow_up);
    let read = reader
        .deserialize_map(Whole(&mut hash))
        .and_then(|()| reader.end());
    read.map_err(|fault| Error::Render {
        what: "follow-up.json".to_owned(),
        fault: fault.to_string(),
    })?;
    Ok(hex(&hash.finalize()))
}

/// Hashes a value as it is written.
fn put(hash: &mut Sha256, value: &(impl Serialize + ?Sized)) -> Result<(), serde_json::Error> {
    hash.update(serde_json::to_vec(value)?);
    Ok(())
}

/// Hashes what of the file is news.
struct Whole<'a>(&'a mut Sha256);

impl<'de> Visitor<'de> for Whole<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an edition")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if NEWS.contains(&name.as_str()) {
                put(self.0, &name).map_err(serde::de::Error::custom)?;
                map.next_value_seed(Stripped(self.0))?;
            } else if name == "findings" {
                map.next_value_seed(Errors(self.0))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// Hashes the findings that are errors.
struct Errors<'a>(&'a mut Sha256);

impl<'de> DeserializeSeed<'de> for Errors<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Errors<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("findings")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(mut finding) = seq.next_element::<Value>()? {
            if finding["severity"] == "error" {
                finding["key"] = first_key(&finding).into();
                Stripped(self.0)
                    .deserialize(finding)
                    .map_err(serde::de::Error::custom)?;
            }
        }
        Ok(())
    }
}

/// The key that the first versions of lofte gave a finding that is an error, whose arguments are all texts. It stays in the
/// hash, so that what they have sent is not sent again; its form is theirs.
fn first_key(finding: &Value) -> String {
    let place = |name: &str| finding[name].as_str();
    let args = finding["args"].as_object().into_iter().flatten();
    let args = args
        .filter(|(name, _)| *name != "explained")
        .map(|(name, arg)| format!("({name:?}, Text({:?}))", arg.as_str().unwrap_or_default()));
    let words = format!(
        "({:?}, {:?}, {:?}, [{}])",
        place("code").unwrap_or_default(),
        place("workbook"),
        place("sheet"),
        args.collect::<Vec<_>>().join(", ")
    );
    hex(&Sha256::digest(words)[..8])
}

/// Hashes a value without what is no news in it. What is inside one another is told from what follows each other.
struct Stripped<'a>(&'a mut Sha256);

impl Stripped<'_> {
    fn leaf<E: serde::de::Error>(self, value: &(impl Serialize + ?Sized)) -> Result<(), E> {
        put(self.0, value).map_err(E::custom)?;
        self.0.update(b",");
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Stripped<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Stripped<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<(), E> {
        self.leaf(&value)
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<(), E> {
        self.leaf(&value)
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<(), E> {
        self.leaf(&value)
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<(), E> {
        self.leaf(&value)
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<(), E> {
        self.leaf(value)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.leaf(&())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.update(b"[");
        while seq.next_element_seed(Stripped(self.0))?.is_some() {}
        self.0.update(b"]");
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.0.update(b"{");
        while let Some(name) = map.next_key::<String>()? {
            if NO_NEWS.contains(&name.as_str()) {
                map.next_value::<IgnoredAny>()?;
            } else {
                put(self.0, &name).map_err(serde::de::Error::custom)?;
                map.next_value_seed(Stripped(self.0))?;
            }
        }
        self.0.update(b"}");
        Ok(())
    }
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
            format!(
                r#"{{"code":"x","severity":"{severity}","cell":"{cell}","message":"m","remedy":"r"}}"#
            )
        };
        let first = follow_up("behind", 3, "3 av 4", "");
        assert_eq!(follow_up("behind", 3, "tre av fyra", ""), first);
        assert_eq!(
            follow_up("behind", 3, "3 av 4", &finding("warning", "A1")),
            first
        );
        assert_ne!(follow_up("on-track", 3, "3 av 4", ""), first);
        assert_ne!(follow_up("behind", 4, "3 av 4", ""), first);
        let error = follow_up("behind", 3, "3 av 4", &finding("error", "A1"));
        assert_ne!(error, first);
        assert_ne!(
            follow_up("behind", 3, "3 av 4", &finding("error", "A2")),
            error
        );
    }

    #[test]
    fn an_error_has_the_key_that_it_had_at_first() {
        let findings = [
            (
                r#"{"code":"missing-heading","workbook":"kommunen/Besök.xlsx","sheet":"Blad1",
                "args":{"heading":"Antal besök","nearest":"none"}}"#,
                "7529562f0b36af42",
            ),
            (
                r#"{"code":"unsupported-format","workbook":"polisen/Pass.xls","sheet":null,"args":{"what":"other"}}"#,
                "fe7a52b82fe441ac",
            ),
            (
                r#"{"code":"no-workbook","workbook":null,"sheet":null,
                "args":{"partner":"Provköpings kommun","pattern":"kommunen/Möten.xlsx"}}"#,
                "fa63e01fe9031378",
            ),
        ];
        for (finding, key) in findings {
            assert_eq!(first_key(&serde_json::from_str(finding).unwrap()), key);
        }
    }

    #[test]
    fn what_is_no_edition_has_no_news() {
        for text in ["", "[]", "{\"pledges\": [", "{} x"] {
            assert!(news(text.as_bytes()).is_err(), "{text}");
        }
    }
}
