//! The nearest right word, for whoever mistyped one.

/// The candidate most like `word`, without regard to case, if it is near enough to be meant.
///
/// ```
/// use lofte::text::nearest;
/// assert_eq!(nearest("polsien", ["polisen", "kommunen"]), Some("polisen"));
/// assert_eq!(nearest("xyz", ["polisen", "kommunen"]), None);
/// ```
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| {
            (
                strsim::normalized_damerau_levenshtein(&word, &candidate.to_lowercase()),
                candidate,
            )
        })
        // Below three parts of five the likeness is chance: «xyz» and «bra» share nothing.
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate)
}

/// Whether `word` is `other` but for a slip of the pen: hardly a letter differs, and no digit.
///
/// ```
/// use lofte::text::is_slip;
/// assert!(is_slip("Antal kontrakter", "antal kontakter"));
/// assert!(!is_slip("Kallade 2022", "Kallade 2023"));
/// assert!(!is_slip("kallade", "genomförda"));
/// ```
pub fn is_typo(word: &str, other: &str) -> bool {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let (word, other) = (word.to_lowercase(), other.to_lowercase());
    // One letter of seven: «båtar» are no «bilar».
    digits(&word) == digits(&other) && strsim::normalized_damerau_levenshtein(&word, &other) >= 0.85
}
