//! Mail addresses, telephone numbers and names in texts of cells that are shown.

use unicode_normalization::UnicodeNormalization;

use super::mask::mask;
use super::names::without_names;
use super::signs::{digit_of_script, is_invisible};

/// What stands where an address or a number stood.
const HIDDEN: &str = "•••";

/// A cell's text as it is shown: without identity numbers, mail addresses, telephone numbers and names.
pub(crate) fn discreet(text: &str) -> String {
    let masked = mask(text);
    let text = masked.as_deref().unwrap_or(text);
    let plain = plain(text);
    let shown = without_names(&without_telephones(&without_addresses(&plain)));
    if shown == plain {
        text.to_owned()
    } else {
        shown
    }
}

/// The text as it is looked at: digits and signs of any script and width as those of ASCII, what shows nothing left out, and «(at)» as
/// the sign it stands for.
fn plain(text: &str) -> String {
    let seen = text.chars().filter(|sign| !is_invisible(*sign));
    let mut plain: String = seen
        .flat_map(|sign| match digit_of_script(sign) {
            Some(digit) => vec![char::from(b'0' + digit)],
            None if sign.is_alphabetic() => vec![sign],
            None => std::iter::once(sign).nfkc().collect(),
        })
        .collect();
    if !plain.contains(['(', '[', '{']) && !plain.to_ascii_lowercase().contains("snabel") {
        return plain;
    }
    for (word, sign) in INSTEAD {
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] {
            plain = replaced(&plain, &format!("{open}{word}{close}"), sign);
        }
    }
    replaced(&replaced(&plain, "snabel-a", "@"), "snabela", "@")
}

/// What people write in brackets instead of @ and of a point, so that programs do not find an address.
const INSTEAD: [(&str, &str); 6] = [
    ("at", "@"),
    ("a", "@"),
    ("snabel-a", "@"),
    ("snabela", "@"),
    ("dot", "."),
    ("punkt", "."),
];

/// A text with every place of some words replaced, whatever their capitals, and the blanks about them.
fn replaced(text: &str, words: &str, by: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.to_ascii_lowercase().find(words) {
        let (before, from) = rest.split_at(at);
        shown.push_str(before.trim_end());
        shown.push_str(by);
        rest = from.get(words.len()..).unwrap_or_default().trim_start();
    }
    shown + rest
}

fn without_addresses(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    let in_name =
        |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '_' | '-' | '+' | '%');
    while let Some(at) = rest.find('@') {
        let (before, from) = rest.split_at(at);
        // «anna @ example.se»
        let near = before.strip_suffix(' ').unwrap_or(before);
        let name = near.trim_end_matches(in_name);
        let domain = from.get(1..).unwrap_or_default();
        let apart = domain.strip_prefix(' ').unwrap_or(domain);
        let end = apart
            .find(|sign: char| !in_name(sign))
            .unwrap_or(apart.len());
        let (host, after) = apart.split_at(end);
        if name.len() == near.len() || !is_host(host, domain.len() == apart.len()) {
            shown.push_str(before);
            shown.push('@');
            rest = domain;
            continue;
        }
        shown.push_str(name);
        shown.push_str(HIDDEN);
        rest = after;
    }
    shown + rest
}

/// Whether a host's name stands there: with a point, and letters after the last one. Directly after the sign any word is one.
fn is_host(host: &str, directly: bool) -> bool {
    let last = host.trim_end_matches('.').rsplit('.').next();
    let named =
        last.is_some_and(|last| last.chars().count() > 1 && last.chars().all(char::is_alphabetic));
    named && (directly || host.trim_end_matches('.').contains('.'))
}

fn without_telephones(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|sign: char| sign == '+' || sign.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        shown.push_str(before);
        let inside = |sign: char| {
            sign.is_ascii_digit()
                || matches!(
                    sign,
                    '+' | ' '
                        | '-'
                        | '–'
                        | '‐'
                        | '‑'
                        | '−'
                        | '/'
                        | '('
                        | ')'
                        | '.'
                        | '_'
                        | '\u{A0}'
                )
        };
        let run = from.find(|sign: char| !inside(sign)).unwrap_or(from.len());
        let number = from
            .get(..run)
            .unwrap_or_default()
            .trim_end_matches(|sign: char| !sign.is_ascii_digit());
        let length = number.len().max(1);
        shown.push_str(if is_telephone(number) {
            HIDDEN
        } else {
            from.get(..length).unwrap_or_default()
        });
        rest = from.get(length..).unwrap_or_default();
    }
    shown + rest
}

/// A number from a country code or an area code on: «070-123 45 67», «+46 (0)70 123 45 67», «0923-650 00». Hours and dates have
/// other pieces.
fn is_telephone(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let pieces: Vec<&str> = number
        .split(|sign: char| !sign.is_ascii_digit())
        .filter(|piece| !piece.is_empty())
        .collect();
    let abroad = number.starts_with('+') || number.starts_with("00");
    let area = number.starts_with('0')
        && pieces
            .first()
            .is_some_and(|piece| (2..=4).contains(&piece.len()) || pieces.len() == 1);
    // «46701234567» from a telephone's list
    let bare = pieces.len() == 1 && number.starts_with("467") && digits == 11;
    let points = number.contains('.') && !number.starts_with('0');
    let hours = pieces.len() > 1
        && (pieces.iter().all(|piece| piece.len() == 4)
            || pieces
                .iter()
                .all(|piece| piece.len() == 2 && *piece <= "24"));
    let in_pairs = pieces.iter().all(|piece| piece.len() == 2);
    let pairs = in_pairs && (!number.contains(' ') || number.contains('.'));
    let fits = (8..=13).contains(&digits);
    bare || (abroad && !points && (8..=15).contains(&digits))
        || (area && fits && !hours && !pairs && (digits >= 9 || number.starts_with("08")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_can_be_reached_is_not_shown() {
        for (text, shown) in [
            ("ring Anna Svensson 070-123 45 67", "ring ••• •••"),
            ("anna.svensson@example.se, vardagar", "•••, vardagar"),
            ("+46 (0)70 123 45 67", "•••"),
            ("0923-650 00 (växel)", "••• (växel)"),
            ("Kontakt: K. Andersson", "Kontakt: •••"),
            (
                "Maj-Britt von Sydow 08-123 456 78",
                "Maj-Britt von Sydow •••",
            ),
            ("Kiosken Torget 08-12 13-17", "Kiosken Torget 08-12 13-17"),
            ("2023-04-15 13:00–15:30", "2023-04-15 13:00–15:30"),
            ("0800-1200, 1300-1700", "0800-1200, 1300-1700"),
            ("anna.svensson (at) example.se", "•••"),
            ("anna.svensson[at]example[dot]se", "•••"),
            ("anna @ example.se", "•••"),
            ("anna snabel-a example.se", "•••"),
            ("anna＠example.se", "•••"),
            ("an\u{AD}na@exam\u{200B}ple.se", "•••"),
            ("anna@intranet", "•••"),
            ("070.123.45.67", "•••"),
            ("070_123 45 67", "•••"),
            ("070‑123 45 67", "•••"),
            ("０７０－１２３ ４５ ６７", "•••"),
            ("(070) 123 45 67", "(•••"),
            ("ring 46701234567", "ring •••"),
            ("Svensson, Anna", "•••"),
            ("SVENSSON Anna", "•••"),
            ("anna svensson ringde", "••• ringde"),
            ("ANNA SVENSSON", "•••"),
            ("Anna  Svensson", "•••"),
            ("Anna\u{AD} Svens\u{AD}son", "•••"),
            ("2 per vecka", "2 per vecka"),
            ("PER PERSON", "PER PERSON"),
            ("12 @ 5.30", "12 @ 5.30"),
            ("15.04.2023 13.00–15.30", "15.04.2023 13.00–15.30"),
            ("08.00-12.00, 13.00-17.00", "08.00-12.00, 13.00-17.00"),
            ("12 @ 5", "12 @ 5"),
            ("Ca 190 besökare", "Ca 190 besökare"),
            ("KS 2023/000123", "KS 2023/000123"),
        ] {
            assert_eq!(discreet(text), shown, "{text}");
        }
    }
}
