//! Words that say that numbers are in thousands or the like: «tusental», «i 1 000-tal», «tkr», «x 100».

use super::plain::plain;

/// A longer text is no heading.
const LONGEST: usize = 80;

/// How many times the numbers under a heading or a title count; none if it says nothing of it.
pub(crate) fn factor(text: &str) -> Option<u64> {
    if text.len() > LONGEST {
        return None;
    }
    let text = plain(text);
    let signs = |sign: char| !sign.is_alphanumeric() && !matches!(sign, '-' | '×' | '*' | '/');
    let all: Vec<&str> = text.split(signs).filter(|word| !word.is_empty()).collect();
    (0..all.len()).find_map(|at| {
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        // «Per tusen invånare» is a rate, «ett hundratal» an estimate.
        if before.is_some_and(|word| matches!(*word, "per" | "ett" | "några" | "flera" | "/")) {
            return None;
        }
        of_words(all.get(at..)?, at > 0)
    })
}

fn of_words(words: &[&str], is_beside: bool) -> Option<u64> {
    let word = *words.first()?;
    let next = words.get(1).copied().unwrap_or_default();
    match word {
        "tusental" | "tkr" | "ksek" | "thousands" => return Some(1_000),
        "hundratal" | "hundreds" => return Some(100),
        "miljontal" | "mnkr" | "mkr" | "msek" | "millions" => return Some(1_000_000),
        // «Antal i tusen», «antal, tusen», and no «tusen lappar».
        "tusen" if is_beside && next.is_empty() => return Some(1_000),
        "miljoner" if is_beside && next.is_empty() => return Some(1_000_000),
        "1" if next == "000-tal" => return Some(1_000),
        "x" | "×" | "*" => return power(next),
        _ => {}
    }
    let tens = word
        .strip_suffix("-tal")
        .or_else(|| word.strip_suffix("tal"));
    let times = word.strip_prefix(['x', '×', '*']);
    tens.or(times).and_then(power)
}

/// «10», «100», «1000»; «1900-tal» is a century.
fn power(digits: &str) -> Option<u64> {
    let zeros = digits.strip_prefix('1')?;
    let some = !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') && zeros.len() <= 6;
    some.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_how_many_times_their_numbers_count() {
        for (text, times) in [
            ("Antal (tusental)", Some(1_000)),
            ("Siffror i tusental", Some(1_000)),
            ("Antal, 1 000-tal", Some(1_000)),
            ("Antal (1000-tal)", Some(1_000)),
            ("Antal i tusen", Some(1_000)),
            ("Antal (hundratal)", Some(100)),
            ("Antal (x10)", Some(10)),
            ("Kostnad (mnkr)", Some(1_000_000)),
            ("Antal per tusen invånare", None),
            ("Antal per 1000 inv", None),
            ("Tusenårsstaden 2025", None),
            ("Ett hundratal ungdomar", None),
            ("Hus från 1900-tal", None),
            ("Antal tusenkonstnärer", None),
            ("Totalt antal", None),
            ("Antal 2025", None),
        ] {
            assert_eq!(factor(text), times, "{text}");
        }
    }
}
