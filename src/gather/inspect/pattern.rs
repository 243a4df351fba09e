//! Patterns of names: one for names that differ only in their numbers.

/// The pattern that takes both, if they differ only in their numbers: «Logg 2022.xlsx» and «Logg 2023.xlsx» are
/// «Logg 20??.xlsx».
pub fn common_pattern(one: &str, other: &str) -> Option<String> {
    let (ones, others) = (parts(one), parts(other));
    if ones.len() != others.len() {
        return None;
    }
    let both = ones.into_iter().zip(others);
    let joined: Option<Vec<String>> = both
        .map(|(one, other)| {
            if one == other {
                return Some(one);
            }
            let year = |part: &str| part.len() == 4 && part.starts_with("20");
            if year(&one) && year(&other) {
                Some("20??".to_owned())
            } else if is_number(&one) && is_number(&other) {
                Some("*".to_owned())
            } else {
                None
            }
        })
        .collect();
    joined.map(|parts| parts.concat())
}

/// Whether it is a run of digits, or stands for one.
fn is_number(part: &str) -> bool {
    part == "*" || part == "20??" || part.bytes().all(|sign| sign.is_ascii_digit())
}

/// Runs of digits, what stands for them, and what is between.
fn parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("20??") {
            4
        } else if first.is_ascii_digit() {
            rest.find(|sign: char| !sign.is_ascii_digit())
                .unwrap_or(rest.len())
        } else if first == '*' {
            1
        } else {
            rest.find(|sign: char| sign.is_ascii_digit() || sign == '*')
                .unwrap_or(rest.len())
        };
        let (part, after) = rest.split_at(length);
        parts.push(part.to_owned());
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_their_numbers_have_one_pattern() {
        for (one, other, expected) in [
            (
                "p/Logg 2022.xlsx",
                "p/Logg 2023.xlsx",
                Some("p/Logg 20??.xlsx"),
            ),
            (
                "p/Logg 20??.xlsx",
                "p/Logg 2024.xlsx",
                Some("p/Logg 20??.xlsx"),
            ),
            (
                "p/Kv 1 2023.xlsx",
                "p/Kv 2 2023.xlsx",
                Some("p/Kv * 2023.xlsx"),
            ),
            ("p/Logg 2022.xlsx", "p/Logg 2022 ?1?.xlsx", None),
            ("p/Logg.xlsx", "q/Logg.xlsx", None),
            ("p/Logg 2022.xls", "p/Logg 2023.xlsx", None),
        ] {
            assert_eq!(
                common_pattern(one, other).as_deref(),
                expected,
                "{one} {other}"
            );
        }
    }
}
