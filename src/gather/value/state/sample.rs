//! Samples of a template, and its requests to fill something in.

/// What a template's sample says: «Skriv platsen här», «Exempel», «Exempel, ta bort raden», «ÅÅÅÅ-MM-DD».
pub(super) fn sample(text: &str, all: &[&str]) -> Option<String> {
    let first = all.first().copied()?;
    let asks = matches!(
        first,
        "skriv" | "ange" | "fyll" | "klicka" | "mata" | "write" | "enter" | "type"
    );
    let here = all
        .iter()
        .any(|word| matches!(*word, "här" | "in" | "i" | "here"));
    let example = [
        "exempel",
        "exempelrad",
        "exempelraden",
        "exempelrader",
        "exempeltext",
        "example",
        "ex",
        "mall",
        "mallrad",
        "malltext",
        "platshållare",
    ];
    let is_example = example.contains(&first)
        && first != "ex"
        && (all.len() == 1 || is_to_go(all) || all.get(1..) == Some(&["rad"]))
        || (example.contains(&first)
            && text
                .get(first.len()..)
                .is_some_and(|rest| rest.starts_with(':')))
        || (all.len() <= 6
            && all
                .last()
                .is_some_and(|last| example.contains(last) && *last != "ex")
            && matches!(first, "detta" | "det" | "bara" | "endast" | "this" | "only"));
    let form = [
        "åååå-mm-dd",
        "yyyy-mm-dd",
        "åå-mm-dd",
        "ååmmdd",
        "åååå-mm-dd",
        "dd/mm",
        "dd/m",
        "xx",
        "hh:mm",
        "tt:mm",
    ];
    let bracketed = (text.starts_with('[') && text.ends_with(']'))
        || (text.starts_with('<') && text.ends_with('>'));
    let is_form = all.len() == 1 && form.contains(&first) && first != "xx";
    ((asks && here) || is_example || is_form || (bracketed && text.len() > 3))
        .then(|| text.chars().take(40).collect())
}

/// Whether words ask for the row to be taken out or written over.
fn is_to_go(all: &[&str]) -> bool {
    let follows = |first: &str, second: &str| {
        all.windows(2)
            .any(|pair| pair[0].starts_with(first) && pair[1] == second)
    };
    follows("ta", "bort")
        || follows("skriv", "över")
        || all.iter().any(|word| {
            word.starts_with("radera") || word.starts_with("delete") || word.starts_with("remove")
        })
        || all.contains(&"räkna") && all.contains(&"inte")
}
