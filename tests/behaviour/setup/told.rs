//! What a command told, held against the whole of what it should.

/// Without times, ids and seals.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = text.to_owned();
    while let Some(at) = plain.find(" UTC") {
        plain.replace_range(at - "2023-10-05 06:00".len()..at + " UTC".len(), "TID");
    }
    let is_mark = |word: &&str| {
        word.len() >= 32
            && word
                .bytes()
                .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    };
    let words = text.split(|sign: char| !sign.is_ascii_alphanumeric());
    for mark in words.filter(is_mark) {
        plain = plain.replace(mark, "MÄRKE");
    }
    plain
}

/// That both have the same lines.
pub(crate) fn same(said: &str, lines: &[&str]) {
    assert_eq!(said.lines().collect::<Vec<_>>(), lines, "{said}");
}
