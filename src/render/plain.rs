//! Removal of invisible characters from text of workbooks and agreements.

use serde_json::Value;

/// Characters that change the direction of text: one left open in a cell would affect everything after it.
fn turns_direction(character: char) -> bool {
    matches!(
        character,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
    ) || turns_alone(character)
}

/// Characters that begin and end an isolated stretch.
fn turns_alone(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2069}')
}

/// Whether every isolated stretch is ended: then it affects nothing outside itself.
fn is_closed(text: &str) -> bool {
    let mut open = 0usize;
    for character in text.chars().filter(|character| turns_alone(*character)) {
        match (character, open) {
            ('\u{2069}', 0) => return false,
            ('\u{2069}', _) => open -= 1,
            _ => open += 1,
        }
    }
    open == 0
}

/// The text without control characters (line breaks and tabs stay) and without marks of direction, except balanced
/// isolates.
pub(super) fn plain(text: &str) -> String {
    let closed = is_closed(text);
    let kept = |&character: &char| {
        (!character.is_control() || matches!(character, '\n' | '\t'))
            && (!turns_direction(character) || (closed && turns_alone(character)))
            && !matches!(character, '\u{FFFE}' | '\u{FFFF}' | '\u{FEFF}')
    };
    text.chars().filter(kept).collect()
}

/// The text on one line: every run of blanks and line breaks is one space.
pub(crate) fn one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    // Only ordinary blanks are folded: the non-breaking space of «1 234» stays.
    plain(&spaced)
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The most characters of a pledge on the first screen and in a letter, and where it only has to be recognised; the
/// whole text is under its heading.
pub(crate) const FIRST_SCREEN: usize = 200;
/// A pledge without a name of its own is told by so many characters of its words in lists and tables.
pub(crate) const NAME: usize = 60;
pub(crate) const KNOWN_AGAIN: usize = 110;

/// The text on one line, cut at a word if it is longer than that many characters.
pub(crate) fn abridged(text: &str, most: usize) -> String {
    let line = one_line(text);
    let Some((end, _)) = line.char_indices().nth(most) else {
        return line;
    };
    let head = line.get(..end).unwrap_or(&line);
    let cut = head
        .rfind(' ')
        .and_then(|at| head.get(..at))
        .filter(|words| words.len() > end / 2)
        .unwrap_or(head);
    format!("{}…", cut.trim_end_matches([' ', ',', '.', ';', ':', '–']))
}

/// The paragraphs of a text, which empty lines separate.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(line);
            }
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Makes every text in a view plain.
pub(crate) fn make_plain(view: &mut Value) {
    match view {
        // Nearly all are: they are not written anew.
        Value::String(text) if text.chars().all(is_usual) => {}
        Value::String(text) => *text = plain(text),
        Value::Array(items) => items.iter_mut().for_each(make_plain),
        Value::Object(fields) => fields.values_mut().for_each(make_plain),
        _ => {}
    }
}

/// Whether a character is surely none of those that are dropped.
fn is_usual(character: char) -> bool {
    matches!(character, ' '..='~' | '\n' | '\t' | '\u{a0}'..='\u{500}' | '\u{2010}'..='\u{2027}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_dropped() {
        for (text, shown) in [
            ("Kiosken", "Kiosken"),
            ("a\u{0}b\u{7}c", "abc"),
            ("vänd\u{202E}xslx.exe", "vändxslx.exe"),
            ("öppet \u{2067}x", "öppet x"),
            ("x\u{2069}\u{2068}", "x"),
            ("slutet \u{2068}x\u{2069}", "slutet \u{2068}x\u{2069}"),
            ("två\nrader", "två\nrader"),
            ("1\u{a0}234", "1\u{a0}234"),
        ] {
            assert_eq!(plain(text), shown);
        }
    }

    #[test]
    fn what_is_usual_is_never_dropped() {
        for character in (char::MIN..=char::MAX).filter(|character| is_usual(*character)) {
            assert_eq!(plain(&character.to_string()), character.to_string());
        }
    }

    #[test]
    fn a_line_holds_no_break() {
        assert_eq!(
            one_line("Ämne\r\nBcc: alla@example.se"),
            "Ämne Bcc: alla@example.se"
        );
        assert_eq!(
            one_line("  1\u{a0}234   kontakter "),
            "1\u{a0}234 kontakter"
        );
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        for (text, most, shown) in [
            ("Vara synliga", 20, "Vara synliga"),
            ("Vara synliga, varje dag", 15, "Vara synliga…"),
            ("åäöåäöåäö", 4, "åäöå…"),
            ("", 4, ""),
        ] {
            assert_eq!(abridged(text, most), shown);
        }
    }

    #[test]
    fn empty_lines_part_paragraphs() {
        assert_eq!(paragraphs("En\ntvå\n\n\n tre \n"), ["En två", "tre"]);
        assert!(paragraphs(" \n ").is_empty());
    }
}
