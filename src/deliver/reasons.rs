//! Why a message is not posted now, or is posted again: in English for machines, and as a sentence of the language files.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};

use super::answers::answer_as_told;
use crate::model::finding::{Arg, Phrase};

/// What a message waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WaitReason {
    /// That somebody approves its version: `2023-09/v2`.
    Approval(String),
    /// What is missing, until a day if one is named.
    Missing {
        until: Option<NaiveDate>,
        /// One line each, in the agreement's language.
        what: Vec<String>,
    },
}

/// Why a message is not posted now that has not arrived, or not for sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HoldReason {
    /// It came back, with that reason.
    CameBack(Option<String>),
    /// It was refused with that answer, and is tried again after a while.
    Refused {
        answer: Option<String>,
        next: DateTime<Utc>,
    },
    /// It may have arrived so often; it is tried again after a while, or no more.
    Uncertain {
        times: usize,
        next: Option<DateTime<Utc>>,
    },
}

/// What was said of a message that is posted again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SaidBefore {
    /// It was begun, and lofte was stopped before anything left.
    Begun,
    /// It may have arrived.
    Uncertain,
    /// A server refused it, with that answer.
    Refused(Option<String>),
    /// It came back, with that reason.
    CameBack(Option<String>),
    /// It was put off, with that answer.
    PutOff(Option<String>),
}

/// A time as the ledger's reader is told it.
pub(crate) fn time_of(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%d %H:%M UTC").to_string()
}

/// What stands for an answer that nobody gave, in the sentences.
const NONE: &str = "none";

fn answered(answer: &Option<String>) -> Arg {
    answer_as_told(answer.as_deref().unwrap_or(NONE))
}

impl WaitReason {
    /// It in the words of a language.
    pub(crate) fn phrase(&self) -> Phrase {
        match self {
            WaitReason::Approval(version) => {
                Phrase::new("delivery-waits-approval").with("version", version)
            }
            WaitReason::Missing { until, what } => {
                let phrase = Phrase::new("delivery-waits-missing").with("what", what.join("; "));
                match until {
                    Some(until) => phrase.with("until", *until),
                    None => phrase.with("until", NONE),
                }
            }
        }
    }
}

impl fmt::Display for WaitReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WaitReason::Approval(version) => {
                write!(f, "waits for approval: lofte send --approve {version}")
            }
            WaitReason::Missing { until, what } => {
                let until = until.map(|until| format!(" (until {until})"));
                let until = until.unwrap_or_default();
                write!(f, "waits{until} for: {}", what.join("; "))
            }
        }
    }
}

impl HoldReason {
    /// Whether it may have arrived all the same.
    pub(crate) fn is_uncertain(&self) -> bool {
        matches!(self, HoldReason::Uncertain { .. })
    }

    /// It in the words of a language.
    pub(crate) fn phrase(&self) -> Phrase {
        match self {
            HoldReason::CameBack(answer) => {
                Phrase::new("delivery-held-back").with("answer", answered(answer))
            }
            HoldReason::Refused { answer, next } => Phrase::new("delivery-held-refused")
                .with("answer", answered(answer))
                .with("next", time_of(*next)),
            HoldReason::Uncertain { times, next } => Phrase::new("delivery-held-uncertain")
                .with("times", *times)
                .with("next", next.map_or_else(|| NONE.to_owned(), time_of)),
        }
    }
}

impl fmt::Display for HoldReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = |answer: &Option<String>| {
            let answer = answer.as_deref();
            answer.unwrap_or("no reason was given").to_owned()
        };
        match self {
            HoldReason::CameBack(answer) => write!(
                f,
                "came back: {}; mend its address in the agreement, or send it again by --resend",
                said(answer)
            ),
            HoldReason::Refused { answer, next } => write!(
                f,
                "refused: {}; it is tried again after {}, and at once by --resend",
                said(answer),
                time_of(*next)
            ),
            HoldReason::Uncertain { times, next } => {
                let often = match times {
                    1 => "once".to_owned(),
                    times => format!("{times} times"),
                };
                write!(
                    f,
                    "may have arrived {often}, as the server's answer was lost each time; "
                )?;
                match next {
                    Some(next) => write!(f, "it is tried again after {}", time_of(*next)),
                    None => f.write_str(
                        "ask the recipient, and send it again by --resend if it is not there",
                    ),
                }
            }
        }
    }
}

impl SaidBefore {
    /// It in the words of a language.
    pub(crate) fn phrase(&self) -> Phrase {
        match self {
            SaidBefore::Begun => Phrase::new("delivery-said-begun"),
            SaidBefore::Uncertain => Phrase::new("delivery-said-uncertain"),
            SaidBefore::Refused(answer) => {
                Phrase::new("delivery-said-refused").with("answer", answered(answer))
            }
            SaidBefore::CameBack(answer) => {
                Phrase::new("delivery-said-back").with("answer", answered(answer))
            }
            SaidBefore::PutOff(answer) => {
                Phrase::new("delivery-said-put-off").with("answer", answered(answer))
            }
        }
    }
}

impl fmt::Display for SaidBefore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, answer) = match self {
            SaidBefore::Begun => {
                return f.write_str("begun, and lofte was stopped before it left");
            }
            SaidBefore::Uncertain => {
                return f.write_str(
                    "may have arrived, as the server's answer is lost; it goes again with the same Message-ID",
                );
            }
            SaidBefore::Refused(answer) => ("refused", answer),
            SaidBefore::CameBack(answer) => ("came back", answer),
            SaidBefore::PutOff(answer) => ("put off", answer),
        };
        let answer = answer.as_deref().unwrap_or("lofte was stopped");
        write!(f, "{what}: {answer}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `--list --format json` tells: programs may read it.
    #[test]
    fn machines_are_told_in_the_same_words_as_ever() {
        let next = DateTime::<Utc>::UNIX_EPOCH;
        let until = NaiveDate::from_ymd_opt(2023, 10, 15);
        let what = vec!["a".to_owned(), "b".to_owned()];
        let answer = || Some("550 no".to_owned());
        let facts = [
            (
                WaitReason::Approval("2023-09/v1".to_owned()).to_string(),
                "waits for approval: lofte send --approve 2023-09/v1",
            ),
            (
                WaitReason::Missing { until, what }.to_string(),
                "waits (until 2023-10-15) for: a; b",
            ),
            (
                HoldReason::CameBack(None).to_string(),
                "came back: no reason was given; mend its address in the agreement, or send it again by --resend",
            ),
            (
                HoldReason::Refused {
                    answer: answer(),
                    next,
                }
                .to_string(),
                "refused: 550 no; it is tried again after 1970-01-01 00:00 UTC, and at once by --resend",
            ),
            (
                HoldReason::Uncertain {
                    times: 1,
                    next: Some(next),
                }
                .to_string(),
                "may have arrived once, as the server's answer was lost each time; it is tried again after 1970-01-01 00:00 UTC",
            ),
            (
                HoldReason::Uncertain {
                    times: 5,
                    next: None,
                }
                .to_string(),
                "may have arrived 5 times, as the server's answer was lost each time; ask the recipient, and send it again by \
                 --resend if it is not there",
            ),
            (
                SaidBefore::PutOff(None).to_string(),
                "put off: lofte was stopped",
            ),
            (
                SaidBefore::CameBack(answer()).to_string(),
                "came back: 550 no",
            ),
        ];
        for (said, words) in facts {
            assert_eq!(said, words);
        }
    }
}
