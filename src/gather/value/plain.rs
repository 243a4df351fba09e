//! Texts made comparable.

/// The text in lower case, its blanks and line breaks single blanks, dashes of every length hyphens.
pub fn plain(text: &str) -> String {
    // Most texts are plain but for their capitals, and there are many of them.
    let bytes = text.as_bytes();
    let blank = |byte: u8| byte == b' ' || byte.is_ascii_control();
    let mut tidy = !bytes.first().is_some_and(|byte| blank(*byte))
        && !bytes.last().is_some_and(|byte| blank(*byte));
    let mut before = b'x';
    for byte in bytes {
        tidy &= *byte < 0xC2 || *byte == 0xC3;
        let doubled = *byte == b' ' && before == b' ';
        tidy &= !(byte.is_ascii_control() || doubled);
        before = *byte;
    }
    if tidy {
        return text.to_lowercase();
    }
    // Digits of full width have the place of their own in Unicode, in the same order.
    let narrow = |sign: char| match u32::from(sign) {
        wide @ 0xFF10..=0xFF19 => char::from_digit(wide - 0xFF10, 10).unwrap_or(sign),
        _ => sign,
    };
    let lower = text
        .to_lowercase()
        .chars()
        .map(narrow)
        .collect::<String>()
        .replace(['–', '—', '‐', '‑', '−'], "-");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The longest text that is looked into for a number or a date; what is longer is prose.
pub(super) const LONGEST: usize = 80;

/// «..» is the statistical sign for a number that its writer knows and does not tell.
pub(super) fn is_withheld(text: &str) -> bool {
    matches!(text.trim(), ".." | ". .")
}

/// Whether a text is a sign for nothing to tell, withheld, or not applicable: dashes or dots, and nothing else.
pub(super) fn is_gap(text: &str) -> bool {
    let only = |signs: &[char]| {
        !text.trim().is_empty() && text.trim().chars().all(|sign| signs.contains(&sign))
    };
    only(&['-', '–', '—', '−']) || only(&['.', '…'])
}

/// The words of a plain text without the signs about them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let signs = [
        '.', ',', ';', ':', '!', '(', ')', '=', '*', '-', '"', '«', '»',
    ];
    text.split(' ')
        .map(move |word| word.trim_matches(signs))
        .filter(|word| !word.is_empty())
}
