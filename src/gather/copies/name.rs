//! What a file name says about being a copy or a version of another.
//!
//! A name is never enough: it says which workbooks to compare, and their content decides.

use crate::gather::value;

/// Words that say that a file is a copy of another.
const COPY: [&str; 4] = ["kopia", "kopian", "copy", "copies"];

/// Words that file sharing services add to two states that they could not merge. The machine and the time follow.
const CONFLICT: [&str; 9] = [
    "konflikt",
    "konflikter",
    "konflikterad",
    "konflikterade",
    "konfliktkopia",
    "conflict",
    "conflicted",
    "conflicting",
    "sfconflict",
];

/// Words for a state of a workbook, not for its subject.
const STATE: [&str; 29] = [
    "slutlig",
    "slutliga",
    "slutgiltig",
    "slutversion",
    "final",
    "senaste",
    "senast",
    "latest",
    "ny",
    "nya",
    "nytt",
    "new",
    "gammal",
    "gamla",
    "gammalt",
    "old",
    "backup",
    "bak",
    "reserv",
    "rättad",
    "rättat",
    "korrigerad",
    "uppdaterad",
    "reviderad",
    "rev",
    "utkast",
    "draft",
    "version",
    "ver",
];

/// Names of archive folders.
const ARCHIVE: [&str; 11] = [
    "arkiv",
    "arkiverat",
    "archive",
    "gammalt",
    "gamla",
    "gammal",
    "old",
    "backup",
    "kopior",
    "tidigare",
    "tidigare versioner",
];

/// Whether a workbook's name says that it is a copy: «… (1).xlsx», «Kopia av …», «… – kopia», «Copy of …», «…_konflikt-…».
pub(crate) fn is_called_copy(path: &str) -> bool {
    let (_, file) = parts(path);
    numbered(&file).is_some()
        || words(&file)
            .iter()
            .any(|word| COPY.contains(word) || CONFLICT.contains(word))
}

/// A path without the marks of copies, versions and days, and without archive folders: what two states of one workbook
/// have in common. Another year alone is another workbook.
pub(crate) fn stem(path: &str) -> String {
    let (folder, file) = parts(path);
    let folder: Vec<&str> = folder
        .split('/')
        .filter(|part| !ARCHIVE.contains(part))
        .collect();
    let file = without_asides(numbered(&file).unwrap_or(&file));
    let words = words(&file);
    // Whatever follows the word of a conflict is about that conflict.
    let content = match words.iter().position(|word| CONFLICT.contains(word)) {
        Some(at) if at > 0 => words.get(..at).unwrap_or_default(),
        _ => &words,
    };
    let mut kept = Vec::new();
    let mut at = 0;
    while let Some(word) = content.get(at) {
        let dated = date_at(content.get(at..).unwrap_or_default());
        let marked = COPY.contains(word)
            || CONFLICT.contains(word)
            || STATE.contains(word)
            || is_version(word);
        let of = at > 0 && matches!(*word, "av" | "of") && kept.is_empty();
        // «kopia 2», «version 2»: the number belongs to the word before it.
        let counts = at > 0
            && word.len() <= 2
            && word.bytes().all(|byte| byte.is_ascii_digit())
            && content
                .get(at - 1)
                .is_some_and(|before| COPY.contains(before) || STATE.contains(before));
        if dated == 0 && !marked && !of && !counts {
            kept.push(*word);
        }
        at += dated.max(1);
    }
    if kept.last() == Some(&"sync") {
        kept.pop();
    }
    format!("{}/{}", folder.join("/"), kept.join(" "))
}

/// Words that say of what time a file tells, or that it goes on: two states of one workbook may differ in them.
const TIME: [&str; 32] = [
    "vår", "våren", "höst", "hösten", "sommar", "sommaren", "vinter", "vintern", "helår",
    "helåret", "hela", "året", "år", "halvår", "kvartal", "kv", "tertial", "månad", "vecka",
    "veckor", "to", "tom", "from", "till", "och", "med", "del", "t", "o", "m", "year", "week",
];

/// Whether each of two paths says something that the other does not, as «Norra skolan» and «Södra skolan»: they may be two
/// workbooks that happen to say the same. Times and the marks of copies say nothing.
pub(crate) fn tell_apart(one: &str, other: &str) -> bool {
    let own = |path: &str| -> Vec<String> {
        let stem = stem(path);
        let words = stem.split(|letter: char| !letter.is_alphanumeric());
        let names = words.filter(|word| {
            word.chars().all(char::is_alphabetic)
                && !word.is_empty()
                && !TIME.contains(word)
                && value::month_in(word).is_none()
        });
        names.map(str::to_owned).collect()
    };
    let (ours, theirs) = (own(one), own(other));
    let more = |some: &[String], than: &[String]| some.iter().any(|word| !than.contains(word));
    more(&ours, &theirs) && more(&theirs, &ours)
}

/// How little a name says that its file is the one that counts; the lowest counts.
pub(crate) fn doubt(path: &str) -> (bool, usize, String) {
    (is_called_copy(path), path.chars().count(), path.to_owned())
}

/// The folder, and the file name without its extension, in lower case.
fn parts(path: &str) -> (String, String) {
    let lower = path.to_lowercase();
    let (folder, file) = lower.rsplit_once('/').unwrap_or(("", &lower));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).trim();
    (folder.to_owned(), stem.to_owned())
}

/// The name before «(1)», the way browsers and file managers number copies.
fn numbered(file: &str) -> Option<&str> {
    let (before, number) = file.strip_suffix(')')?.rsplit_once('(')?;
    (matches!(number.len(), 1 | 2) && number.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| before.trim_end())
}

/// The name without parentheses about a copy: «(Annas dators konflikterade kopia 2023-09-01)».
fn without_asides(file: &str) -> String {
    let mut kept = String::new();
    let mut rest = file;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((aside, beyond)) = after.split_once(')') else {
            break;
        };
        kept.push_str(before);
        let is_mark = words(aside)
            .iter()
            .any(|word| COPY.contains(word) || CONFLICT.contains(word));
        if !is_mark && numbered(&format!("({aside})")).is_none() {
            kept.push_str(aside);
        }
        rest = beyond;
    }
    kept + rest
}

fn words(text: &str) -> Vec<&str> {
    let parted =
        text.split(|letter: char| letter.is_whitespace() || " -–—_.,;()[]{}+#".contains(letter));
    parted.filter(|word| !word.is_empty()).collect()
}

/// «v2», «ver3», «r4».
fn is_version(word: &str) -> bool {
    let number = ["ver", "rev", "v", "r"]
        .iter()
        .find_map(|mark| word.strip_prefix(mark));
    number.is_some_and(|number| {
        matches!(number.len(), 1 | 2) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// How many words a day or a month occupies: «2023 09 01», «2023 09», «20230901»; 0 if there is none. A year alone
/// does not count.
fn date_at(words: &[&str]) -> usize {
    let number = |at: usize, length: usize| {
        let word = words.get(at).filter(|word| word.len() == length)?;
        word.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| word.parse::<u32>().ok())
            .flatten()
    };
    let year = |year: u32| (1990..=2100).contains(&year);
    if number(0, 8).is_some_and(|day| year(day / 10_000)) {
        return 1;
    }
    let in_year = number(0, 4).is_some_and(year);
    let month = number(1, 2).is_some_and(|month| (1..=12).contains(&month));
    match (
        in_year && month,
        number(2, 2).is_some_and(|day| (1..=31).contains(&day)),
    ) {
        (true, true) => 3,
        (true, false) => 2,
        (false, _) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copy_marks_are_known() {
        for (name, expected) in [
            ("polisen/Medborgarkontakter 2023 (1).xlsx", true),
            ("Kopia av Logg.xlsx", true),
            ("Logg - kopia.xlsx", true),
            ("Logg – Kopia (2).xlsx", true),
            ("Copy of Logg.xls", true),
            ("Logg_konflikt-2023-09-01.xlsx", true),
            (
                "Logg (Annas dators konflikterade kopia 2023-09-01).xlsx",
                true,
            ),
            ("Logg (2023).xlsx", false),
            ("Logg 2023.xlsx", false),
            ("Kopiering.xlsx", false),
            ("Konflikthantering.xlsx", false),
            ("kopior/Logg.xlsx", false),
        ] {
            assert_eq!(is_called_copy(name), expected, "{name}");
        }
    }

    #[test]
    fn names_tell_workbooks_apart_by_what_they_are_about() {
        for (one, other, expected) in [
            ("a/Norra skolan 2025.xlsx", "a/Södra skolan 2025.xlsx", true),
            ("a/Norra/Logg.xlsx", "a/Södra/Logg.xlsx", true),
            ("a/Bergaskolan.csv", "a/Dalskolan.csv", true),
            ("a/Logg.xlsx", "a/Rapport till mötet.xlsx", true),
            (
                "a/Logg 2025.xlsx",
                "a/Logg 2025-DESKTOP-7A1BC2D.xlsx",
                false,
            ),
            ("a/Logg.xlsx", "a/mars/Logg.xlsx", false),
            ("a/Logg januari.xlsx", "a/Logg januari–mars.xlsx", false),
            ("a/Logg vår.xlsx", "a/Logg helår.xlsx", false),
            ("a/Logg 2025.xlsx", "a/Kopia av Logg 2025.xlsx", false),
        ] {
            assert_eq!(tell_apart(one, other), expected, "{one} {other}");
            assert_eq!(tell_apart(other, one), expected, "{other} {one}");
        }
    }

    #[test]
    fn states_of_one_workbook_have_one_stem() {
        for name in [
            "a/Kopia av Logg.xlsx",
            "a/Kopia (2) av Logg.xlsx",
            "a/Copy of Logg.xls",
            "a/Logg - kopia.xlsx",
            "a/Logg - Kopia (2).xlsx",
            "a/Logg kopia 2.xlsx",
            "a/Logg - Copy.xlsx",
            "a/Logg (1).xlsx",
            "a/Logg_konflikt-2023-09-01.xlsx",
            "a/Logg_conflict-20230901-120000.xlsx",
            "a/Logg.sync-conflict-20230901-120000-ABCDEF.xlsx",
            "a/Logg (Annas dators konflikterade kopia 2023-09-01).xlsx",
            "a/Logg (Anna's conflicted copy 2023-09-01).xlsx",
            "a/Konfliktkopia av Logg.xlsx",
            "a/Logg v2.xlsx",
            "a/Logg_ver2.xlsx",
            "a/Logg version 2.xlsx",
            "a/Logg slutlig.xlsx",
            "a/Logg_final.ods",
            "a/Logg (utkast).xlsx",
            "a/2023-09 Logg.xlsx",
            "a/2023-09-01_Logg.xlsx",
            "a/Logg 20230901.xlsx",
            "a/Arkiv/Logg.xlsx",
            "A/LOGG.XLS",
        ] {
            assert_eq!(stem(name), stem("a/Logg.xlsx"), "{name}");
        }
        for name in [
            "a/Logg 2022.xlsx",
            "b/Logg.xlsx",
            "a/Logg norr.xlsx",
            "a/Logg Kv1.xlsx",
            "a/2023/Logg.xlsx",
            "a/Logg 7.xlsx",
        ] {
            assert_ne!(stem(name), stem("a/Logg.xlsx"), "{name}");
        }
        assert_ne!(stem("a/Logg 2022.xlsx"), stem("a/Logg 2023.xlsx"));
    }
}
