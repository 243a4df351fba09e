//! Mail addresses, telephone numbers and names in texts of cells that are shown.

use super::mask::mask;
use super::names::without_names;

/// What stands where an address or a number stood.
const HIDDEN: &str = "•••";

/// A cell's text as it is shown: without identity numbers, mail addresses, telephone numbers and names.
pub(crate) fn discreet(text: &str) -> String {
    let masked = mask(text);
    let text = masked.as_deref().unwrap_or(text);
    if !text.contains(|sign: char| sign == '@' || sign.is_ascii_digit() || sign.is_uppercase()) {
        return text.to_owned();
    }
    without_names(&without_telephones(&without_addresses(text)))
}

fn without_addresses(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    let in_name =
        |sign: char| sign.is_alphanumeric() || matches!(sign, '.' | '_' | '-' | '+' | '%');
    while let Some(at) = rest.find('@') {
        let (before, from) = rest.split_at(at);
        let name = before.trim_end_matches(in_name);
        let domain = from.get(1..).unwrap_or_default();
        let end = domain
            .find(|sign: char| !in_name(sign))
            .unwrap_or(domain.len());
        let (host, after) = domain.split_at(end);
        if name.len() == before.len() || !host.contains('.') {
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

fn without_telephones(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|sign: char| sign == '+' || sign.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        shown.push_str(before);
        let inside = |sign: char| {
            sign.is_ascii_digit()
                || matches!(sign, '+' | ' ' | '-' | '–' | '/' | '(' | ')' | '\u{A0}')
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
    let hours = pieces.len() > 1
        && (pieces.iter().all(|piece| piece.len() == 4)
            || pieces
                .iter()
                .all(|piece| piece.len() == 2 && *piece <= "24"));
    let pairs = !number.contains(' ') && pieces.iter().all(|piece| piece.len() == 2);
    let fits = (8..=13).contains(&digits);
    (abroad && (8..=15).contains(&digits))
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
            ("12 @ 5", "12 @ 5"),
            ("Ca 190 besökare", "Ca 190 besökare"),
            ("KS 2023/000123", "KS 2023/000123"),
        ] {
            assert_eq!(discreet(text), shown, "{text}");
        }
    }
}
