//! Remarks by which an occasion could not take place, though no word says that it was called off: «Skolan var stängd», «Lovdag»,
//! «Ej svar från skolan». They are heard where they are all that is said: «Skolan var stängd för obehöriga under mötet» tells of
//! what was held.

use super::memo::Memo;
use super::plain::{plain, words};
use super::state::{gives_reason, is_time};

/// The longest remark that is heard.
const LONGEST: usize = 12;

/// The longest name of who or what could not: «Skolan», «Rektorn på Bergaskolan» has a word of place behind it.
const LONGEST_SUBJECT: usize = 2;

/// Of which rows a remark says what stood in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hindrance {
    OfAny,
    /// Those about a school: what holidays are called says something only there.
    OfSchool,
}

thread_local! {
    static HINDRANCE: Memo<(), Option<Hindrance>> = Memo::default();
}

/// What a remark says, and nothing else, of what stood in the way; none if it says something else.
pub(crate) fn hindrance(text: &str) -> Option<Hindrance> {
    let read = || {
        let kinds = [(false, Hindrance::OfAny), (true, Hindrance::OfSchool)];
        let mut heard = kinds.into_iter();
        heard.find_map(|(of_school, kind)| is_hindrance(text, of_school).then_some(kind))
    };
    HINDRANCE.with(|memo| memo.of((), text, read))
}

/// Whether it says so of a row that is about a school, or of one that is not.
pub(super) fn is_hindrance(text: &str, of_school: bool) -> bool {
    let text = plain(text).replace('?', " ");
    let all: Vec<&str> = words(&text)
        .filter(|word| !PADDING.contains(word))
        .collect();
    if all.is_empty() || all.len() > LONGEST {
        return false;
    }
    if gives_reason(&all) && !matches!(all.first(), Some(&"eftersom" | &"because")) {
        // «Pga snö»: what happened for that reason goes without saying.
        return all.len() <= 6;
    }
    let said = without_reason(&all);
    if is_day_off(said, of_school) {
        return true;
    }
    (0..=LONGEST_SUBJECT.min(said.len())).any(|length| {
        let (subject, rest) = said.split_at(length);
        is_subject(subject) && is_in_the_way(subject, rest, of_school)
    })
}

/// Words that change nothing.
const PADDING: &[&str] = &[
    "tyvärr",
    "dessvärre",
    "det",
    "vi",
    "oss",
    "helt",
    "hela",
    "också",
    "dock",
    "just",
    "då",
    "denna",
    "gång",
    "nu",
];

/// What is said before a reason or a time: «Skolan stängd (pga snö)», «… v. 9».
fn without_reason<'a>(all: &'a [&'a str]) -> &'a [&'a str] {
    let end = (1..all.len()).find(|at| {
        let rest = all.get(*at..).unwrap_or_default();
        gives_reason(rest)
            || rest
                .iter()
                .all(|word| is_time(word) || matches!(*word, "dagen" | "på" | "under"))
    });
    all.get(..end.unwrap_or(all.len())).unwrap_or_default()
}

/// The words after a verb that only joins: «var», «har varit», «hade».
fn without_verb<'a>(rest: &'a [&'a str]) -> &'a [&'a str] {
    let joins = rest
        .iter()
        .take_while(|word| {
            matches!(
                **word,
                "var"
                    | "är"
                    | "har"
                    | "hade"
                    | "varit"
                    | "blev"
                    | "höll"
                    | "håller"
                    | "was"
                    | "is"
                    | "were"
            )
        })
        .count();
    rest.get(joins..).unwrap_or_default()
}

/// Whether words may be who or what could not: «en elev» is one of several, and numbers are of what was held.
fn is_subject(words: &[&str]) -> bool {
    let one_of = |word: &str| {
        matches!(
            word,
            "en" | "ett"
                | "två"
                | "tre"
                | "några"
                | "någon"
                | "vissa"
                | "flera"
                | "många"
                | "one"
                | "some"
                | "och"
                | "men"
                | "att"
                | "som"
                | "inga"
                | "ingen"
                | "inget"
                | "inte"
                | "ej"
                | "på"
                | "vid"
        ) || word.bytes().any(|sign| sign.is_ascii_digit())
    };
    !words.iter().any(|word| one_of(word))
}

/// Whether what is said of the subject stands in the way.
fn is_in_the_way(subject: &[&str], rest: &[&str], of_school: bool) -> bool {
    let said = without_verb(rest);
    let joined = said.len() < rest.len();
    is_closed(subject, said)
        || joined && is_day_off(said, of_school)
        || is_refusal(said)
        || is_silence(subject, said)
        || is_prevention(subject, said)
}

/// «Stängd», «stängt för säsongen».
fn is_closed(subject: &[&str], said: &[&str]) -> bool {
    let closed = |word: &str| {
        matches!(
            word,
            "stängd"
                | "stängt"
                | "stängda"
                | "nedstängd"
                | "nedstängt"
                | "igenbommad"
                | "igenbommat"
                | "closed"
        )
    };
    let for_now = |word: &str| {
        let stems = [
            "säsong", "lov", "renover", "ombyggn", "semester", "helg", "sommar", "vinter", "dag",
            "jul",
        ];
        stems.iter().any(|stem| word.starts_with(stem)) || ends_in_holiday(word)
    };
    match said {
        [word] => closed(word) && !subject.iter().any(|word| is_of_traffic(word)),
        [word, "för", why] => closed(word) && for_now(why),
        _ => false,
    }
}

/// A road that is closed is worked at.
fn is_of_traffic(word: &str) -> bool {
    ["väg", "gata", "gatan", "bro", "körfält", "cykelban"]
        .iter()
        .any(|stem| word.starts_with(stem) || word.ends_with(stem))
}

/// «Lovdag», «studiedag på skolan», «ledigt»; and, of a school, «Sportlov».
fn is_day_off(said: &[&str], of_school: bool) -> bool {
    let off = |word: &str| {
        matches!(
            word,
            "lov"
                | "lovdag"
                | "lovdagar"
                | "lovdagen"
                | "skollov"
                | "lovvecka"
                | "studiedag"
                | "studiedagar"
                | "studiedagen"
                | "planeringsdag"
                | "kompetensdag"
                | "klämdag"
                | "lediga"
        ) || of_school && ends_in_holiday(word)
    };
    match said {
        [word] => off(word),
        [word, "på" | "i" | "för", _] => off(word),
        _ => false,
    }
}

fn ends_in_holiday(word: &str) -> bool {
    let bare = word.strip_suffix("et").unwrap_or(word);
    let of = bare.strip_suffix("lov").unwrap_or_default();
    matches!(
        of.trim_end_matches('s'),
        "sport"
            | "påsk"
            | "höst"
            | "jul"
            | "sommar"
            | "vinter"
            | "skol"
            | "februari"
            | "november"
            | "kristi"
    )
}

/// «Tackade nej», «avböjde», «ville inte ha besök», «nekades tillträde».
fn is_refusal(said: &[&str]) -> bool {
    fn object(word: &&str) -> bool {
        matches!(
            *word,
            "besök"
                | "besöket"
                | "till"
                | "mötet"
                | "möte"
                | "erbjudandet"
                | "delta"
                | "medverka"
                | "tillträde"
                | "inträde"
                | "ha"
                | "vara"
                | "med"
                | "komma"
        )
    }
    let rest = |at: usize| said.get(at..).unwrap_or_default();
    match said {
        [
            "tackade" | "tackat" | "tackar" | "sa" | "sade" | "fick",
            "nej",
            ..,
        ] => rest(2).iter().all(object),
        [
            "avböjde" | "avböjt" | "avböjer" | "avstod" | "avstått" | "ångrade",
            ..,
        ] => rest(1).iter().all(|word| object(word) || *word == "sig"),
        ["ville" | "vill" | "önskade", "inte" | "ej", ..] => rest(2).iter().all(object),
        ["nekades" | "nekade" | "nekad" | "nekas", _, ..] => rest(1).iter().all(object),
        _ => false,
    }
}

/// «Ej svar från skolan», «inget besked», «svarade inte», «har inte återkommit», «fick inte tag på rektorn».
fn is_silence(subject: &[&str], said: &[&str]) -> bool {
    let no = |word: &str| {
        matches!(
            word,
            "ej" | "inte" | "inget" | "aldrig" | "utan" | "no" | "ingen" | "inga"
        )
    };
    let answer = |word: &str| {
        matches!(
            word,
            "svar" | "besked" | "gensvar" | "respons" | "kontakt" | "answer" | "reply"
        )
    };
    // «… från skolan», «… med rektorn på skolan».
    let whose = |rest: &[&str]| {
        rest.is_empty()
            || matches!(
                rest.first(),
                Some(&"från" | &"av" | &"med" | &"from" | &"hos")
            ) && (2..=4).contains(&rest.len())
    };
    let said = match said {
        ["fick" | "fått" | "får" | "kom" | "kommit", rest @ ..]
            if rest.first().is_some_and(|word| no(word)) =>
        {
            rest
        }
        said => said,
    };
    let rest = |at: usize| said.get(at..).unwrap_or_default();
    match said {
        [first, word, ..] if no(first) && answer(word) => whose(rest(2)),
        [
            "svarade" | "svarar" | "svarat" | "återkom" | "återkommer",
            second,
        ] => no(second),
        ["hörde", second, "av", "sig"] => no(second),
        [first, "svarat" | "återkommit"] => no(first) && !subject.is_empty(),
        [first, "hört", "av", "sig"] => no(first),
        [first, "tag", "på" | "i", ..] => no(first) && rest(3).len() <= 3,
        [
            "ingen",
            "svarade" | "svarar" | "kom" | "dök" | "öppnade",
            ..,
        ] => matches!(rest(2), [] | ["upp"]),
        _ => false,
    }
}

/// «Förhinder», «fick förhinder», «larm kom emellan», «kom inte in».
fn is_prevention(subject: &[&str], said: &[&str]) -> bool {
    match said {
        ["förhinder"]
        | ["fick" | "fått", "förhinder"]
        | ["förhindrad" | "förhindrade" | "förhindrat"] => true,
        ["kom" | "kommit", "emellan"] | ["kom" | "kommit", "i", "vägen"] => !subject.is_empty(),
        ["kom", "inte" | "ej" | "aldrig", "in" | "fram" | "iväg"] => true,
        ["gick", "inte" | "ej", "att", "komma", "in" | "fram"] => true,
        _ => false,
    }
}
