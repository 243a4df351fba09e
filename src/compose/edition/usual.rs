//! Claims in common words. A claim in its owner's own words may name people.

/// Words that name nobody.
const USUAL: [&str; 76] = [
    "avbruten",
    "avbrutet",
    "avslutad",
    "avslutat",
    "avvaktar",
    "att",
    "behov",
    "behöver",
    "börja",
    "börjat",
    "delvis",
    "den",
    "det",
    "efter",
    "ej",
    "enligt",
    "fas",
    "finns",
    "fullt",
    "färdig",
    "färdigt",
    "försenad",
    "försenat",
    "genomförd",
    "genomförda",
    "genomfört",
    "grön",
    "grönt",
    "gul",
    "gult",
    "gång",
    "har",
    "i",
    "inget",
    "införd",
    "införs",
    "infört",
    "inte",
    "klar",
    "klara",
    "klart",
    "löpande",
    "men",
    "nej",
    "ja",
    "och",
    "pausad",
    "pausat",
    "plan",
    "planen",
    "planerad",
    "planerat",
    "planeras",
    "påbörjad",
    "påbörjat",
    "pågår",
    "pågående",
    "på",
    "röd",
    "rött",
    "sen",
    "senare",
    "startad",
    "startat",
    "tid",
    "uppfylld",
    "uppfyllt",
    "ut",
    "vilande",
    "väg",
    "väntar",
    "ännu",
    "är",
    "helt",
    "nästan",
    "snart",
];

/// The same in English.
const USUAL_IN_ENGLISH: [&str; 30] = [
    "and",
    "behind",
    "cancelled",
    "closed",
    "complete",
    "completed",
    "delayed",
    "done",
    "finished",
    "fulfilled",
    "green",
    "in",
    "no",
    "not",
    "of",
    "on",
    "ongoing",
    "partly",
    "paused",
    "planned",
    "progress",
    "red",
    "schedule",
    "started",
    "time",
    "to",
    "track",
    "yellow",
    "yes",
    "yet",
];

/// Whether every word of a claim is a common one, or a number.
pub(super) fn is_usual(claim: &str) -> bool {
    let words = claim
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).all(|word| {
        word.chars().all(char::is_numeric)
            || USUAL.contains(&word.as_str())
            || USUAL_IN_ENGLISH.contains(&word.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_in_its_own_words_may_name_people() {
        for claim in [
            "Klart",
            "Pågår",
            "Ej påbörjat",
            "Inte klart ännu.",
            "Pågår enligt plan",
            "75 %",
            "On track",
        ] {
            assert!(is_usual(claim), "{claim}");
        }
        for claim in [
            "Pågår, Anna ringer",
            "Klart enligt A. Svensson",
            "Väntar på Johan",
            "070-123 45 67 x",
        ] {
            assert!(!is_usual(claim), "{claim}");
        }
    }
}
