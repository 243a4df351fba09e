//! Cells that say that there was nothing, or that nobody was there; and what else they tell.

use super::memo::Memo;
use super::nouns::ActivityNouns;
use super::plain::{plain, words};
use super::state::{State, text_state_of};

/// Whether a text says that there was none of the activity, and nothing else: «Inget», «0», «nil», «Inga insatser», «Inget gjort».
/// That somebody was ill or had no time is no such report.
pub(crate) fn is_nil(text: &str, nouns: &ActivityNouns) -> bool {
    // Most texts begin otherwise, and there are many.
    if !text
        .trim_start()
        .starts_with(['i', 'I', 'n', 'N', '0', 'z', 'Z', 'd', 'D', 'b', 'B'])
    {
        return false;
    }
    let text = plain(text);
    let all: Vec<&str> = words(&text).collect();
    match all.as_slice() {
        [] => false,
        [word] => matches!(
            *word,
            "inget"
                | "inga"
                | "ingen"
                | "ingenting"
                | "intet"
                | "nil"
                | "noll"
                | "none"
                | "nothing"
                | "0"
                | "zero"
        ),
        [first, ..] => {
            let begins = matches!(
                *first,
                "inget"
                    | "inga"
                    | "ingen"
                    | "ingenting"
                    | "intet"
                    | "no"
                    | "nothing"
                    | "noll"
                    | "0"
                    | "det"
                    | "blev"
            );
            let happened = matches!(all.as_slice(),
                ["inget" | "ingenting" | "nothing", rest @ ..]
                    if rest.iter().all(|word| matches!(*word, "gjort" | "gjordes" | "utfört" | "genomfört" | "hänt" | "hände"
                        | "skett" | "skedde" | "har" | "done" | "happened" | "denna" | "månad" | "månaden" | "vecka" | "veckan")));
            let counted = matches!(
                all.as_slice(),
                ["0" | "noll", "st" | "stycken" | "gånger" | "ggr"]
            );
            let of_activity = || {
                text_state_of(&text, nouns).is_some_and(|text_state| {
                    let none = text_state.word.split(' ').any(|word| {
                        matches!(
                            word,
                            "ingen" | "inget" | "inga" | "intet" | "no" | "noll" | "0"
                        )
                    });
                    text_state.state == State::CalledOff
                        && !text_state.contrast
                        && none
                        && all.len() <= 8
                })
            };
            begins && (happened || counted || of_activity())
        }
    }
}

/// Whether a heading names what is done: «Ronder», «Antal insatser», «Genomförda besök»; not «Klagomål vid besök».
pub(crate) fn names_activity(heading: &str, nouns: &ActivityNouns) -> bool {
    let heading = plain(heading);
    let all: Vec<&str> = words(&heading).collect();
    let small = |word: &str| {
        matches!(
            word,
            "antal"
                | "ant"
                | "st"
                | "genomförda"
                | "genomförd"
                | "utförda"
                | "gjorda"
                | "number"
                | "of"
        )
    };
    let rest: Vec<&str> = all.iter().skip_while(|word| small(word)).copied().collect();
    matches!(rest.as_slice(), [noun] if nouns.is_activity(noun))
}

thread_local! {
    static IS_ABSENCE: Memo<(), bool> = Memo::default();
}

/// Whether a text says, and nothing else, that somebody was not there or that there was nobody: «Semester», «Sjuk», «Personalbrist».
pub(crate) fn is_absence(text: &str) -> bool {
    IS_ABSENCE.with(|memo| memo.of((), text, || read_is_absence(text)))
}

fn read_is_absence(text: &str) -> bool {
    let text = plain(text);
    let all: Vec<&str> = words(&text).collect();
    let away = |word: &str| {
        matches!(
            word,
            "semester"
                | "sjuk"
                | "sjuka"
                | "sjukdom"
                | "sjukskriven"
                | "vab"
                | "vabb"
                | "ledig"
                | "ledigt"
                | "frånvarande"
                | "tjänstledig"
                | "föräldraledig"
                | "vakant"
                | "obemannat"
                | "obemannad"
                | "holiday"
                | "vacation"
                | "sick"
                | "stängt"
        ) || (word.ends_with("brist")
            && ["personal", "tids", "resurs", "bemannings"]
                .iter()
                .any(|of| word.starts_with(of)))
    };
    let small = |word: &str| {
        word.bytes().any(|byte| byte.is_ascii_digit())
            || super::calendar::month_name(word).is_some()
            || matches!(
                word,
                "v" | "vecka"
                    | "hela"
                    | "veckan"
                    | "månaden"
                    | "pga"
                    | "på"
                    | "personal"
                    | "personalen"
                    | "är"
                    | "var"
                    | "hade"
                    | "under"
                    | "ordinarie"
                    | "i"
            )
    };
    let none = |all: &[&str]| {
        matches!(all, ["ingen" | "inga" | "brist", rest @ ..]
            if !rest.is_empty() && rest.iter().all(|word| matches!(*word, "personal" | "bemanning" | "tid" | "resurser" | "på" | "patrull")))
    };
    all.len() <= 5
        && (all.iter().any(|word| away(word)) && all.iter().all(|word| away(word) || small(word))
            || none(&all))
}

/// Whether a report that there was nothing goes on to tell that somebody was there: «… från torget, allt lugnt».
pub(crate) fn says_more(text: &str) -> bool {
    let text = plain(text);
    let all: Vec<&str> = words(&text).collect();
    let quiet = |word: &str| {
        [
            "lugn", "tyst", "trevlig", "ordning", "frid", "quiet", "calm",
        ]
        .iter()
        .any(|stem| word.starts_with(stem))
    };
    let of_time = |word: &str| {
        super::calendar::month_name(word).is_some()
            || word.bytes().any(|byte| byte.is_ascii_digit())
            || matches!(
                word,
                "veckan"
                    | "vecka"
                    | "månaden"
                    | "månad"
                    | "perioden"
                    | "kvartalet"
                    | "denna"
                    | "hela"
                    | "den"
                    | "året"
            )
    };
    let place = all.windows(2).any(|pair| {
        matches!(pair, [from, place] if matches!(*from, "från" | "på" | "vid" | "kring" | "runt" | "from" | "at") && !of_time(place))
    });
    all.iter().any(|word| quiet(word)) || place
}
