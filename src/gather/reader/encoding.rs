//! Decoding of texts that do not name their encoding.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// Decodes a text. Without a byte order mark, and if it is not UTF-8, it was written in Windows, or by Excel's «CSV
/// (MS-DOS)» and «CSV (Macintosh)»: the encoding that gives most Swedish letters within words is used. A character
/// cut in two at the very end is ignored.
pub(super) fn decoded(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(fault) if fault.error_len().is_none() => {
            String::from_utf8_lossy(bytes.get(..fault.valid_up_to()).unwrap_or_default())
                .trim_start_matches('\u{feff}')
                .to_owned()
        }
        Err(_) => {
            // Handles the byte order marks of UTF-8 and UTF-16.
            let (windows, used, _) = WINDOWS_1252.decode(bytes);
            if used != WINDOWS_1252 {
                return windows.into_owned();
            }
            let others = [dos(bytes), MACINTOSH.decode(bytes).0.into_owned()];
            others
                .into_iter()
                .fold(windows.into_owned(), |best, other| {
                    if letters_in_words(&other) > letters_in_words(&best) {
                        other
                    } else {
                        best
                    }
                })
        }
    }
}

/// The upper half of code page 850, that of DOS in western Europe.
const CODE_PAGE_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

fn dos(bytes: &[u8]) -> String {
    let upper: Vec<char> = CODE_PAGE_850.chars().collect();
    let letter = |byte: &u8| match byte.checked_sub(128) {
        Some(place) => upper.get(usize::from(place)).copied().unwrap_or('\u{fffd}'),
        None => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

/// How many of å, ä, ö and é stand where they do in words: between letters, or before one as capitals and as å and ö. A
/// quotation mark in another encoding does neither.
fn letters_in_words(text: &str) -> usize {
    let mut before = ' ';
    let mut count = 0;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let goes_on = letters.peek().is_some_and(|next| next.is_alphabetic());
        let fits = match letter {
            // «”ord» and «†ord» are as rare as «„ord” is common.
            'å' | 'ö' => goes_on && (before.is_alphabetic() || !before.is_alphanumeric()),
            'ä' | 'é' => before.is_alphabetic() && goes_on,
            'Å' | 'Ä' | 'Ö' => goes_on && (before.is_uppercase() || !before.is_alphabetic()),
            _ => false,
        };
        count += usize::from(fits);
        before = letter;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_page_of_dos_is_whole() {
        assert_eq!(CODE_PAGE_850.chars().count(), 128);
        assert_eq!(dos(b"\x86\x84\x94\x8F\x8E\x99\x82\xFF"), "åäöÅÄÖé\u{a0}");
    }
}
