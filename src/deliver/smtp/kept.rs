//! What went wrong with a server, read back from the words that the ledger keeps of it.

use super::advice::Advice;
use super::error::SmtpError;
use super::phase::Phase;
use super::reply::Reply;
use super::why::Why;

impl SmtpError {
    /// The fault that is told in these English words, where they are the words of one that servers often give.
    pub(crate) fn as_kept(words: &str) -> Option<SmtpError> {
        let faults = Phase::ALL.into_iter().flat_map(|phase| {
            let refused = refused(words, phase);
            let timeout = timeout(words, phase);
            let lost = lost(words, phase);
            refused.into_iter().chain(timeout).chain(lost)
        });
        let mut told = faults.filter(|fault| fault.to_string() == words);
        told.next()
    }
}

fn refused(words: &str, phase: Phase) -> Vec<SmtpError> {
    let begin = format!("the mail server refused {phase}: ");
    let Some((code, rest)) = words
        .strip_prefix(&begin)
        .and_then(|reply| reply.split_once(' '))
    else {
        return Vec::new();
    };
    let Ok(code) = code.parse() else {
        return Vec::new();
    };
    let ends = Advice::ALL.iter().map(|advice| format!(". {advice}"));
    let texts = ends
        .chain([".".to_owned()])
        .filter_map(|end| rest.strip_suffix(&end).map(str::to_owned));
    texts
        .map(|text| SmtpError::Refused {
            phase,
            reply: Reply { code, text },
        })
        .collect()
}

fn timeout(words: &str, phase: Phase) -> Option<SmtpError> {
    let rest = words.strip_prefix("the mail server did not answer within ")?;
    let seconds = rest.split(' ').next()?.parse().ok()?;
    Some(SmtpError::Timeout { phase, seconds })
}

fn lost(words: &str, phase: Phase) -> Option<SmtpError> {
    let begin = format!("the connection to the mail server was lost {phase} (");
    let why = words
        .strip_prefix(&begin)?
        .strip_suffix("); try again later")?;
    Some(SmtpError::ConnectionLost {
        phase,
        why: Why::as_kept(why),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_a_fault_is_that_fault_again() {
        let reply = |code, text: &str| Reply {
            code,
            text: text.to_owned(),
        };
        let faults = [
            SmtpError::Refused {
                phase: Phase::Recipient,
                reply: reply(550, "5.1.1 no such user"),
            },
            SmtpError::Refused {
                phase: Phase::Sender,
                reply: reply(450, "4.2.0 Greylisted. Come back."),
            },
            SmtpError::Refused {
                phase: Phase::Data,
                reply: reply(554, "no"),
            },
            SmtpError::Timeout {
                phase: Phase::Greeting,
                seconds: 2,
            },
            SmtpError::ConnectionLost {
                phase: Phase::Content,
                why: Why::Closed,
            },
        ];
        for fault in faults {
            let words = fault.to_string();
            assert_eq!(SmtpError::as_kept(&words), Some(fault), "{words}");
        }
        for words in ["250 2.0.0 taken", "", "550 5.1.1 the mail server refused"] {
            assert_eq!(SmtpError::as_kept(words), None);
        }
    }
}
