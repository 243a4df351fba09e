//! Labels of rows that hold no figures of their own: sums of other rows, parts of one, and what they are compared with.

use super::calendar::{month_name, year_in, year_word};
use super::memo::Memo;
use super::plain::plain;

/// What a label says that its row adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SumLabel {
    /// Whether the word means a sum and nothing else: «Summa», «Totalt», not «Samtliga» or «Utfall».
    pub(crate) is_certain: bool,
    /// Whether nothing else stands in the label than what a sum may be of: «Totalt antal 2025», not «Norr Summa».
    pub(crate) is_whole: bool,
    /// The other words.
    pub(crate) rest: String,
}

/// What a label says that its row is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ComparisonLabel {
    /// Whether the words mean that and nothing else: «Jmf», not «IB» or «Saldo».
    pub(crate) is_certain: bool,
    /// Whether nothing else stands in the label: «Budget 2025», not «Budget trafikkontroller».
    pub(crate) is_whole: bool,
    /// The other words.
    pub(crate) rest: String,
}

/// Words that mean a sum and nothing else.
const SUM: &str = "summa summan summor s:a tot totalt total totalen totals totalsumma delsumma slutsumma \
    sammanlagt sammantaget sum subtotal σ ∑";

/// Words that mean a sum where the numbers agree, and may name something else.
const PERHAPS_SUM: &str = "sa samtliga alla hela all utfall resultat kommunen länet tillsammans helår helåret året \
    hittills ackumulerat ackumulerad ack kvartal kvartalet halvår halvåret tertial tertialet kv \
    q";

/// Words that say of what, when or how much, and make no name.
const OF_WHAT: &str = "antal antalet av i per för st stycken under och alla samtliga hela kommunen området områden \
    områdena länet lokalpolisområdet perioden period år året helår helåret månad månaden månader \
    kvartal kvartalet kv q halvår halvåret tertial tertialet mån vecka dag hittills insatser aktiviteter \
    tillfällen timmar rader platser orter number of for the year month quarter to date grand all \
    utfall ackumulerat ack summa totalt total";

const COMPARISON: &str = "mål målet måltal målvärde målsättning target goal plan budget budgeterat budgeterad prognos \
    prognosen forecast ifjol fjolår fjolåret fjol differens diff avvikelse skillnad förändring \
    difference variance medel medelvärde medeltal snitt genomsnitt median average mean index \
    andel procent % jämförelse jämförelsetal kvar återstår remaining baslinje baseline \
    utgångsvärde ingående överfört överförda överföring balanserat jmf jfr jämf jämförelseår riktvärde riktmärke \
    ambition ambitionen ambitionsnivå opening delmål målnivå målnivåer målbild förväntat förväntad norm krav minimum miniminivå löfte löftet \
    löftesnivå måluppfyllelse riket percent percentage rate ratio share change";

/// Words that may say so, and may name something.
const PERHAPS_COMPARISON: &str =
    "ib ub ing utg utgående saldo balans nivå balance förra tidigare previous";

/// Several words that together say what is compared with.
const COMPARISONS: &[&str] = &[
    "föregående år",
    "föregående års",
    "föreg år",
    "fg år",
    "förra året",
    "förra årets",
    "förra år",
    "i fjol",
    "året innan",
    "året före",
    "last year",
    "previous year",
    "year before",
    "samma period",
];

/// Words beside a comparison that name nothing.
const BESIDE_COMPARISON: &str =
    "utfall resultat jämfört mot med från kr mnkr utifrån enligt vs att göra till";

const PART: &str = "varav därav härav whereof thereof däribland";

const PARTS: &[&str] = &[
    "av vilka",
    "av dessa",
    "av vilket",
    "var av",
    "of which",
    "of these",
];

const CUMULATIVE: &str = "ackumulerat ackumulerad ackumulerade ack kumulativt kumulativ kumulerat cumulative ytd \
    hittills";

const CUMULATIVES: &[&str] = &[
    "year to date",
    "so far",
    "sedan årets början",
    "från årets början",
    "sedan årsskiftet",
    "från årsskiftet",
    "totalt t.o.m",
    "summa t.o.m",
    "antal t.o.m",
    "löpande summa",
    "löpande total",
    "running total",
];

const OUTCOME: &str = "utfall utfallet resultat genomfört genomförda genomförd hållna hållet faktiskt faktisk \
    verkligt verklig actual outcome result held done utfört utförda";

const PLANNED: &str = "planerat planerade planerad planned inplanerat bokat bokade";

const MOST: &str = "max maximum maximalt högsta högst flest störst största most highest";

const LEAST: &str = "min minimum minimalt lägsta lägst minsta färst lowest least";

/// Words beside «högsta» or «lägsta» that name nothing.
const BESIDE_STATISTIC: &str = "värde värdet notering dag vecka månaden veckan dagen value";

const COUNTED: &str = "månader dagar veckor rader kvartal år vardagar arbetsdagar poster värden observationer \
    months days weeks rows years observations";

/// Areas that hold the municipality's own.
const WIDER_AREA: &str = "länet riket landet sverige regionen polisregionen kommungruppen";

/// What a row tells of the others, by its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Statistic {
    /// The largest of their numbers.
    Most,
    /// The smallest.
    Least,
    /// How many there are of them.
    Count,
}

thread_local! {
    static STATISTIC_LABEL: Memo<(), Option<Statistic>> = Memo::default();
}

/// Whether a label says that its row holds the most, the least or the count of others.
pub(crate) fn statistic_label(text: &str) -> Option<Statistic> {
    STATISTIC_LABEL.with(|memo| memo.of((), text, || read_statistic_label(text)))
}

fn read_statistic_label(text: &str) -> Option<Statistic> {
    let words = words(text);
    let (first, rest) = words.split_first()?;
    let names_nothing = |word: &String| is_qualifier(word) || is_among(word, BESIDE_STATISTIC);
    if first == "antal" {
        let counts = rest.first().is_some_and(|word| is_among(word, COUNTED));
        return (counts && rest.iter().skip(1).all(|word| is_qualifier(word)))
            .then_some(Statistic::Count);
    }
    let statistic = match first {
        word if is_among(word, MOST) => Statistic::Most,
        word if is_among(word, LEAST) => Statistic::Least,
        _ => return None,
    };
    rest.iter().all(names_nothing).then_some(statistic)
}

/// The year that a label names, where it names nothing else: «2024», «Utfall 2024».
pub(crate) fn year_label(text: &str) -> Option<i32> {
    let words = words(text);
    let year = |word: &String| {
        let year = word.parse().ok().filter(|_| word.len() == 4)?;
        (1990..=2100).contains(&year).then_some(year)
    };
    let mut years = words.iter().filter_map(year);
    let found = years.next()?;
    let names_nothing = |word: &String| {
        is_qualifier(word) || is_among(word, OUTCOME) || is_among(word, BESIDE_COMPARISON)
    };
    (years.next().is_none() && words.iter().all(names_nothing)).then_some(found)
}

/// Whether a label is the name of an area that holds the municipality.
pub(crate) fn is_wider_area(text: &str) -> bool {
    matches!(words(text).as_slice(), [word] if is_among(word, WIDER_AREA))
}

thread_local! {
    static SUM_LABEL: Memo<(), Option<SumLabel>> = Memo::default();
}

/// Whether the words of a label say that its row adds up others.
pub(crate) fn sum_label(text: &str) -> Option<SumLabel> {
    SUM_LABEL.with(|memo| memo.of((), text, || read_sum_label(text)))
}

fn read_sum_label(text: &str) -> Option<SumLabel> {
    let words = words(text);
    let is_sum = |word: &&String| is_among(word, SUM);
    let begins = words.first().filter(is_sum);
    let ends = words.last().filter(is_sum);
    let certain = begins.or(ends);
    let certain = certain.is_some() || words.first().is_some_and(|word| word == "grand");
    let perhaps = || {
        let first = words
            .first()
            .is_some_and(|word| is_among(word, PERHAPS_SUM));
        first && words.len() <= 4
    };
    if !(certain || perhaps()) {
        return None;
    }
    let mut rest: Vec<&str> = words.iter().map(String::as_str).collect();
    rest.retain(|word| !is_among(word, SUM) && !is_qualifier(word));
    if !certain {
        rest.retain(|word| !is_among(word, PERHAPS_SUM));
    }
    Some(SumLabel {
        is_certain: certain,
        is_whole: rest.is_empty(),
        rest: rest.join(" "),
    })
}

thread_local! {
    static COMPARISON_LABEL: Memo<(), Option<ComparisonLabel>> = Memo::default();
}

/// Whether the words of a label say that its row is there to compare with: a goal, a plan, another year, an average.
pub(crate) fn comparison_label(text: &str) -> Option<ComparisonLabel> {
    COMPARISON_LABEL.with(|memo| memo.of((), text, || read_comparison_label(text)))
}

fn read_comparison_label(text: &str) -> Option<ComparisonLabel> {
    let joined = words(text).join(" ");
    let several = COMPARISONS
        .iter()
        .find(|several| holds_words(&joined, several));
    let left = several.map_or(joined.clone(), |several| joined.replacen(several, "", 1));
    let left: Vec<&str> = left.split_whitespace().collect();
    // «Norr minus Söder».
    let is_difference = left.len() > 2 && left.contains(&"minus");
    if is_rate(&left) || is_difference {
        return Some(ComparisonLabel {
            is_certain: !is_difference,
            is_whole: true,
            rest: String::new(),
        });
    }
    let holds = |list: &str| {
        let mut ends = left.first().into_iter().chain(left.last());
        ends.any(|word| is_among(word, list))
    };
    let is_certain = several.is_some() || holds(COMPARISON);
    if !is_certain && !holds(PERHAPS_COMPARISON) {
        return None;
    }
    let names_nothing = |word: &&str| {
        [COMPARISON, BESIDE_COMPARISON, PERHAPS_COMPARISON]
            .iter()
            .any(|list| is_among(word, list))
            || is_qualifier(word)
    };
    let rest: Vec<&str> = left
        .into_iter()
        .filter(|word| !names_nothing(word))
        .collect();
    // «Tidigare insatser i parken» names what it is.
    if !is_certain && !rest.is_empty() {
        return None;
    }
    Some(ComparisonLabel {
        is_certain,
        is_whole: rest.is_empty(),
        rest: rest.join(" "),
    })
}

/// Whether a label says that its numbers are parts of a whole: «Andel av målet», «… %».
pub(crate) fn is_ratio_label(text: &str) -> bool {
    const RATIO: &str = "andel andelen procent % percent percentage";
    let words = words(text);
    let mut ends = words.first().into_iter().chain(words.last());
    ends.any(|word| is_among(word, RATIO))
}

/// Whether a label says how many there are to so many.
pub(crate) fn is_rate_label(text: &str) -> bool {
    let joined = words(text).join(" ");
    is_rate(&joined.split_whitespace().collect::<Vec<_>>())
}

/// Whether words say how many there are to so many: «Per 1 000 invånare», «antal/1000 inv», «per capita».
fn is_rate(words: &[&str]) -> bool {
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let many = |word: &&str| {
        ["inv", "capita", "tusen"]
            .iter()
            .any(|stem| word.starts_with(stem))
    };
    let per = words.iter().position(|word| *word == "per");
    let of_many = per.and_then(|per| words.get(per + 1));
    of_many.is_some_and(|word| is_number(word) || many(word))
        || words
            .windows(2)
            .any(|pair| matches!(pair, [number, of] if is_number(number) && of.starts_with("inv")))
}

/// The year that a label names among other words, where it names no other: «Läget 2024».
pub(crate) fn year_among_words(text: &str) -> Option<i32> {
    let named = year_in(text)?;
    let words = words(text);
    let year = named.to_string();
    (words.len() > 1 && words.contains(&year)).then_some(named)
}

/// Whether a label says that its row is a part of the one above: «varav nykterhet».
pub(crate) fn is_part_label(text: &str) -> bool {
    let words = words(text);
    let joined = words.join(" ");
    words.first().is_some_and(|word| is_among(word, PART))
        || PARTS
            .iter()
            .any(|several| joined.starts_with(&format!("{several} ")) || joined == *several)
}

/// Whether a label is set in under the one above by a sign: «- nykterhet», «• hastighet».
pub(crate) fn is_list_item(text: &str) -> bool {
    let mut letters = text.trim_start().chars();
    let sign = letters
        .next()
        .is_some_and(|first| "-–—•·*>→↳".contains(first));
    sign && letters.any(char::is_alphabetic)
}

/// Whether a heading says that each number holds those before it.
pub(crate) fn is_cumulative(text: &str) -> bool {
    let words = words(text);
    let joined = words.join(" ");
    words.iter().any(|word| is_among(word, CUMULATIVE))
        || CUMULATIVES
            .iter()
            .any(|several| holds_words(&joined, several))
}

/// Whether a heading says what came of something, as «Utfall» beside «Mål».
pub(crate) fn is_outcome(text: &str) -> bool {
    words(text).iter().any(|word| is_among(word, OUTCOME))
}

/// Whether a heading says what is meant to be done, as «Planerat» beside «Genomfört».
pub(crate) fn is_planned_heading(text: &str) -> bool {
    let words = words(text);
    !words.is_empty()
        && words
            .iter()
            .all(|word| is_among(word, PLANNED) || is_qualifier(word))
        && words.iter().any(|word| is_among(word, PLANNED))
}

/// Whether a word among those of outcomes says that its row is none: «Plan», «Mål», «Budget».
pub(crate) fn is_compared_or_planned(text: &str) -> bool {
    let compared = comparison_label(text).is_some_and(|label| label.is_whole);
    (compared || is_planned_heading(text)) && !is_outcome(text)
}

fn is_among(word: &str, list: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

fn holds_words(text: &str, several: &str) -> bool {
    format!(" {text} ").contains(&format!(" {several} "))
}

fn is_qualifier(word: &str) -> bool {
    is_among(word, OF_WHAT)
        // A number, a year, «2024=100», «jan=100».
        || word.split('=').all(|word| {
            !word.chars().any(char::is_alphabetic)
                || month_name(word).is_some()
                || year_word(word).is_some()
        })
}

/// The words of a label in lower case. A word that ends in a hyphen is the first half of another: «budget- och skuldrådgivning».
fn words(text: &str) -> Vec<String> {
    let text = plain(text);
    let signs = [
        '.', ',', ';', '!', '(', ')', '=', '*', '"', '«', '»', '•', '·',
    ];
    text.split([' ', ',', '(', ')', '/'])
        .map(|word| {
            word.trim_matches(signs)
                .trim_end_matches(':')
                .trim_start_matches('-')
        })
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
