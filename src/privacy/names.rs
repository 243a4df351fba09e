//! Names of persons by the look of them: a common given name and a word with a capital, or a word with a capital and a
//! patronymic.

/// Given names that most people in Sweden bear (Statistics Sweden, 2023), with those of the languages spoken beside Swedish.
const GIVEN: [&str; 166] = [
    "Abdi",
    "Adam",
    "Agneta",
    "Ahmed",
    "Albin",
    "Alexander",
    "Alexandra",
    "Alfred",
    "Ali",
    "Alice",
    "Alva",
    "Amanda",
    "Amina",
    "Anders",
    "Andreas",
    "Anette",
    "Anita",
    "Anja",
    "Ann",
    "Anna",
    "Anne",
    "Annika",
    "Anton",
    "Arne",
    "Arvid",
    "Astrid",
    "Axel",
    "Barbro",
    "Bengt",
    "Berit",
    "Birgit",
    "Birgitta",
    "Björn",
    "Bo",
    "Britt",
    "Börje",
    "Camilla",
    "Carina",
    "Carl",
    "Caroline",
    "Cecilia",
    "Charlotte",
    "Christer",
    "Christian",
    "Christina",
    "Claes",
    "Clara",
    "Dan",
    "Daniel",
    "David",
    "Ebba",
    "Elias",
    "Elin",
    "Elisabeth",
    "Ella",
    "Elsa",
    "Emelie",
    "Emil",
    "Emilia",
    "Emma",
    "Erik",
    "Erika",
    "Eva",
    "Fatima",
    "Felicia",
    "Filip",
    "Fredrik",
    "Frida",
    "Gabriel",
    "Georg",
    "Gunilla",
    "Gunnar",
    "Gustav",
    "Göran",
    "Hanna",
    "Hannah",
    "Hans",
    "Hassan",
    "Helena",
    "Helene",
    "Henrik",
    "Hugo",
    "Håkan",
    "Ibrahim",
    "Ida",
    "Inger",
    "Ingrid",
    "Isabella",
    "Isak",
    "Jan",
    "Jenny",
    "Jesper",
    "Jessica",
    "Joakim",
    "Johan",
    "Johanna",
    "Johannes",
    "John",
    "Jonas",
    "Jonathan",
    "Josef",
    "Josefin",
    "Julia",
    "Karin",
    "Karl",
    "Katarina",
    "Kenneth",
    "Kent",
    "Kerstin",
    "Kjell",
    "Klara",
    "Kristina",
    "Lars",
    "Leif",
    "Lena",
    "Lennart",
    "Leo",
    "Liam",
    "Linda",
    "Linnea",
    "Lisa",
    "Louise",
    "Lucas",
    "Magnus",
    "Maja",
    "Malin",
    "Margareta",
    "Maria",
    "Marie",
    "Markus",
    "Martin",
    "Mats",
    "Mattias",
    "Mikael",
    "Mohamed",
    "Mohammed",
    "Monica",
    "Muhammad",
    "Märta",
    "Nils",
    "Nina",
    "Noah",
    "Olle",
    "Olof",
    "Omar",
    "Oscar",
    "Oskar",
    "Patrik",
    "Per",
    "Peter",
    "Petra",
    "Pia",
    "Rasmus",
    "Rickard",
    "Robert",
    "Robin",
    "Roger",
    "Sara",
    "Sebastian",
    "Simon",
    "Sofia",
    "Stefan",
    "Sven",
    "Thomas",
    "Tomas",
    "Ulf",
];

/// What stands where a name stood.
const HIDDEN: &str = "•••";

/// The text with the names in it replaced.
pub(super) fn without_names(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, word, after)) = next_word(rest) {
        shown.push_str(before);
        let second = next_word(after).filter(|(between, ..)| {
            matches!(between.trim_end_matches(' '), "" | "-" | "." | ",") && between.len() <= 3
        });
        let named = second.filter(|(between, second, _)| is_name(word, between, second));
        match named {
            Some((_, _, after)) => {
                shown.push_str(HIDDEN);
                rest = surnames_end(after);
            }
            None => {
                shown.push_str(word);
                rest = after;
            }
        }
    }
    shown + rest
}

/// Whether two words beside each other are a name: a given name and a word with a capital, a word with a capital and a patronymic, or
/// in any capitals a given name and a patronymic, also the other way round.
fn is_name(word: &str, between: &str, second: &str) -> bool {
    let both =
        |given: &str, other: &str| is_given(&titled(given)) && is_patronymic(&other.to_lowercase());
    if both(word, second) && !between.contains(',') || both(second, word) {
        return true;
    }
    let shouted = word.chars().count() > 1 && !word.contains(char::is_lowercase);
    let capitals = is_capital(word) && is_capital(second) && !between.contains(',');
    capitals && !shouted && (is_given(word) || is_patronymic(second))
}

/// A word with its first letter as a capital, and no other.
fn titled(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}

/// What is before the next word, the word, and what is after it.
fn next_word(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find(char::is_alphabetic)?;
    let (before, from) = text.split_at(start);
    let end = from
        .find(|sign: char| !sign.is_alphabetic())
        .unwrap_or(from.len());
    let (word, after) = from.split_at(end);
    Some((before, word, after))
}

/// What follows after more words with a capital, joined by a blank or a hyphen.
fn surnames_end(text: &str) -> &str {
    let mut rest = text;
    while let Some((between, word, after)) = next_word(rest) {
        if !matches!(between, " " | "-") || !is_capital(word) {
            break;
        }
        rest = after;
    }
    rest
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn is_given(word: &str) -> bool {
    GIVEN.contains(&word)
}

fn is_patronymic(word: &str) -> bool {
    word.chars().count() > 6 && (word.ends_with("sson") || word.ends_with("sdotter"))
}
