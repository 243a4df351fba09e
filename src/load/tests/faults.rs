//! Tables of (what is written, what is told, on which line, with which word).

use proptest::prelude::*;

use super::{EVERY_KEY, KALIX, findings, nothing_included, summary};
use crate::load::load;
use crate::model::finding::{Arg, Severity};

/// A whole agreement of 30 lines; a table of faults replaces one of its lines, or adds lines at its end.
pub(super) const SOUND: &str = r#"title = "T"
municipality = "M"
police_area = "P"
from = 2022-01-01
to = 2023-12-31
[areas.droger]
name = "Droger"
[partners.polisen]
name = "Polisen"
[places.byar]
names = ["A"]
[calendar]
terminer = [{ from = 2022-01-10, to = 2022-06-09 }]
sena = [{ from = 2025-01-01, to = 2025-06-09 }]
[indicators.otrygghet]
name = "Otrygg"
[[source]]
partner = "polisen"
files = "polisen/*.xlsx"
[[source.sheet]]
layout = "log"
activity = "kontroll"
columns = { date = "Datum", place = "Plats" }
[[pledge]]
id = "ett"
text = "Löftet"
[[pledge.target]]
of = "kontroll"
at_least = 1
over = "year"
"#;

/// What is told when line `line` reads `text`.
fn with_line(line: usize, text: &str) -> Vec<(&'static str, usize, String)> {
    let mut lines: Vec<&str> = SOUND.lines().collect();
    lines[line - 1] = text;
    summary(&findings(&lines.join("\n")))
}

/// What is told when the target, from line 28, reads `text`.
fn with_target(text: &str) -> Vec<(&'static str, usize, String)> {
    let lines: Vec<&str> = SOUND.lines().take(27).chain(text.lines()).collect();
    summary(&findings(&lines.join("\n")))
}

#[test]
fn the_agreement_of_these_tables_is_sound() {
    assert_eq!(findings(SOUND), []);
}

#[test]
fn faults_of_one_line() {
    #[rustfmt::skip]
    let table = [
        (1, "titel = \"T\"", vec![("agreement-unknown-key", 1, "title"), ("agreement-missing-key", 1, "title")]),
        (1, "title = ", vec![("agreement-syntax", 1, "")]),
        (1, "title = 3", vec![("agreement-wrong-type", 1, "text")]),
        (1, "title = \"a\\nb\"", vec![("agreement-invalid-value", 1, "one-line")]),
        (2, "", vec![("agreement-missing-key", 1, "municipality")]),
        (4, "from = \"2022-01-01\"", vec![]),
        (4, "from = \"januari 2022\"", vec![("agreement-invalid-value", 4, "date")]),
        (4, "from = 2022-01-01T10:00:00", vec![("agreement-wrong-type", 4, "date")]),
        (4, "from = 2024-01-01", vec![("agreement-invalid-value", 5, "order")]),
        (5, "to = 2023-12-31\nlanguage = \"se\"", vec![("agreement-unknown-word", 6, "none")]),
        (5, "to = 2023-12-31\nsmall_numbers = -1", vec![("agreement-invalid-value", 6, "number")]),
        (6, "[areas.\"../droger\"]", vec![("agreement-invalid-value", 6, "id")]),
        (8, "[areas.droger]", vec![("agreement-duplicate-id", 8, "droger"), ("agreement-duplicate-id", 9, "name"), ("agreement-unknown-partner", 18, "none")]),
        (9, "nam = \"Polisen\"", vec![("agreement-missing-key", 8, "name"), ("agreement-unknown-key", 9, "name")]),
        (9, "name = \"P\"\naddress = \"p@x.se\\nBcc: y@z.se\"", vec![("agreement-invalid-value", 10, "address")]),
        (11, "", vec![("agreement-missing-key", 10, "names")]),
        (13, "terminer = [{ from = 2022-06-10, to = 2022-01-09 }]", vec![("agreement-invalid-value", 13, "order")]),
        (13, "terminer = 2022-06-10", vec![("agreement-wrong-type", 13, "list")]),
        (18, "partner = \"polsien\"", vec![("agreement-unknown-partner", 18, "polisen")]),
        (19, "files = \"../x\"", vec![("agreement-invalid-value", 19, "pattern")]),
        (19, "", vec![("agreement-missing-key", 17, "files")]),
        (19, "files = \"x\"\ndue = \"5\"", vec![("agreement-invalid-value", 20, "day")]),
        (19, "files = \"x\"\nexpected = \"montly\"", vec![("agreement-unknown-word", 20, "monthly")]),
        (21, "layout = \"logg\"", vec![("agreement-unknown-word", 21, "log"), ("agreement-unknown-activity", 28, "none")]),
        (21, "layout = \"milestones\"", vec![("agreement-missing-key", 23, "step")]),
        (21, "layout = \"register\"", vec![("agreement-unknown-key", 22, "none"), ("agreement-unknown-activity", 28, "none")]),
        (22, "activity = \"kontrol\"", vec![("agreement-unknown-activity", 28, "kontrol")]),
        (22, "indicator = \"otrygget\"", vec![("agreement-unknown-indicator", 22, "otrygghet"), ("agreement-missing-key", 23, "value"), ("agreement-unknown-activity", 28, "none")]),
        (23, "columns = { place = \"Plats\" }", vec![("agreement-missing-key", 23, "date")]),
        (23, "columns = { date = 3 }", vec![("agreement-wrong-type", 23, "heading")]),
        (23, "columns = { date = \"D\", partners = { polis = \"P\" } }", vec![("agreement-unknown-partner", 23, "polisen")]),
        (23, "columns = { date = \"D\" }\nwhere = { \"X\" = \"places.bya\" }", vec![("agreement-unknown-place", 24, "byar")]),
        (25, "id = \"ett\"\narea = \"drogr\"", vec![("agreement-unknown-area", 26, "droger")]),
        (26, "", vec![("agreement-missing-key", 24, "text")]),
        (26, "text = \"T\"\nresponsible = [\"polisen\", \"polis\"]", vec![("agreement-unknown-partner", 27, "polisen")]),
        (26, "text = \"T\"\nstale_after = \"half a year\"", vec![("agreement-invalid-value", 27, "length")]),
        (30, "over = \"year\"\n[[pledge]]\nid = \"ett\"\ntext = \"T\"", vec![("agreement-duplicate-id", 32, "ett")]),
        (30, "[[pledge.note]]\nperiod = \"2023-13\"", vec![("agreement-invalid-value", 31, "period")]),
        (30, "[delivery]\nrelease = \"atonce\"", vec![("agreement-unknown-word", 31, "at-once")]),
        (30, "[delivery]\nreminders = [\"soon\"]", vec![("agreement-invalid-value", 31, "reminder")]),
        (30, "[[recipient]]\nname = \"B\"\nrole = \"chairs\"\naddress = \"b\"\nattach = [\"sumary.xlsx\"]",
            vec![("agreement-unknown-word", 32, "chair"), ("agreement-invalid-value", 33, "address"), ("agreement-unknown-word", 34, "summary.xlsx")]),
        (30, "[[ruling]]\nat = { workbook = \"x\", sheet = \"y\", cell = \"5A\" }\ncounts = false\nwhy = \"w\"\nby = \"b\"\ndate = 2023-10-03",
            vec![("agreement-invalid-value", 31, "cell")]),
        (30, "[activities.kontrol]\npersons = true", vec![("agreement-unknown-activity", 30, "kontroll")]),
    ];
    let mut others = Vec::new();
    for (line, text, expected) in table {
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(code, line, word)| (code, line, word.to_owned()))
            .collect();
        let summary = with_line(line, text);
        if summary != expected {
            others.push((text, summary, expected));
        }
    }
    assert!(others.is_empty(), "written, found, expected: {others:#?}");
}

#[test]
fn faults_of_targets() {
    let impossible = |why| ("agreement-impossible-target", why);
    #[rustfmt::skip]
    let table = [
        ("at_least = 1", 27, ("agreement-missing-key", "of")),
        ("of = []\nat_least = 1", 27, ("agreement-missing-key", "of")),
        ("of = \"kontrol\"\nat_least = 1", 28, ("agreement-unknown-activity", "kontroll")),
        ("of = \"kontroll\"\nkind = \"shar\"", 29, ("agreement-unknown-word", "share")),
        ("of = \"kontroll\"", 27, impossible("no-number")),
        ("of = \"kontroll\"\nat_least = 1\nat_most = 2", 30, impossible("two-bounds")),
        ("of = \"kontroll\"\nat_least = 0", 29, impossible("zero")),
        ("of = \"kontroll\"\nat_least = -1", 29, impossible("negative")),
        ("of = \"kontroll\"\nat_least = \"20 %\"", 29, impossible("percent")),
        ("of = \"kontroll\"\nat_least = \"tre\"", 29, ("agreement-wrong-type", "number")),
        ("of = \"kontroll\"\nat_least = inf", 29, ("agreement-invalid-value", "number")),
        ("of = \"kontroll\"\nat_least = 99999999999999999999999", 29, ("agreement-invalid-value", "number")),
        ("of = \"kontroll\"\nat_least = 1\nper = \"week\"\neach = \"day\"", 31, impossible("per-and-each")),
        ("of = \"kontroll\"\nmore_than = 3\nper = \"week\"", 29, impossible("baseline-and-rate")),
        ("sum = \"2\"\nof = \"kontroll\"\nat_least = 1\n[[pledge.target]]\nof = \"kontroll\"\nat_least = 1\nover = \"year\"", 29, impossible("beside-sum")),
        ("sum = \"2\"\nat_least = 1\n[[pledge.target]]\nkind = \"deferred\"", 28, impossible("sum-of-no-count")),
        ("of = \"kontroll\"\nat_least = 1\neach = [\"place\", \"week\", \"month\"]\namong = [\"a\"]", 30, impossible("each-twice")),
        ("of = \"kontroll\"\nat_least = 1\neach = [\"place\", \"date\"]\namong = [\"a\"]", 31, impossible("among-for-each")),
        ("of = \"kontroll\"\nat_least = 1\neach = [\"place\", \"week\"]\namong = [\"a\"]\ntogether = \"day\"", 32, impossible("together-and-time")),
        ("kind = \"response-time\"\nof = \"kontroll\"\nwithin = \"2 months\"", 30, impossible("months-of-average")),
        ("kind = \"indicator\"\nof = \"otrygghet\"\nmargin = 1", 30, impossible("margin-alone")),
        ("kind = \"indicator\"\nof = \"otrygghet\"\nmore_than = { from = 2021-01-01, to = 2021-12-31 }", 30, impossible("indicator-value")),
        ("of = \"kontroll\"\nat_least = 3\nweeks = \"iso\"", 30, impossible("weeks-without-per")),
        ("of = \"kontroll\"\nat_least = 3\nper = \"month\"\nover = \"week\"", 31, impossible("window-shorter")),
        ("of = \"kontroll\"\nat_least = 3\namong = [\"A\"]", 30, impossible("among-without-each")),
        ("of = \"kontroll\"\nat_least = 3\neach = \"day\"\namong = [\"A\"]", 31, impossible("among-and-time")),
        ("of = \"kontroll\"\nat_least = 3\neach = \"place\"", 30, impossible("no-among")),
        ("of = \"kontroll\"\nat_most = 3\neach = \"place\"\namong = [\"A\"]", 29, impossible("at-most-each")),
        ("of = \"kontroll\"\nat_least = 3\neach = \"place\"\namong = \"places.bya\"", 31, ("agreement-unknown-place", "byar")),
        ("of = \"kontroll\"\nat_least = 3\neach = \"plac\"\namong = [\"A\"]", 30, ("agreement-unknown-field", "place")),
        ("of = \"kontroll\"\nat_least = 3\nwithin = \"7 days\"", 30, impossible("not-of-this-kind")),
        ("of = \"kontroll\"\nkind = \"share\"\nout_of = \"kontroll\"\nat_least = \"20 %\"", 30, impossible("part-is-whole")),
        ("of = \"kontroll\"\nkind = \"share\"\nout_of = \"kontroll\"\nonly = { place = \"A\" }\nat_least = \"120 %\"", 32, impossible("above-hundred")),
        ("of = \"kontroll\"\nkind = \"cadence\"", 27, impossible("no-gap")),
        ("of = \"kontroll\"\nkind = \"cadence\"\nlongest_gap = \"0 days\"", 30, impossible("zero")),
        ("of = \"kontroll\"\nkind = \"request\"\nwithin = \"soon\"", 30, ("agreement-invalid-value", "length")),
        ("of = \"kontroll\"\nkind = \"request\"\nwithin = \"7 days\"", 29, ("agreement-unknown-field", "none")),
        ("of = \"otryghet\"\nkind = \"indicator\"", 28, ("agreement-unknown-indicator", "otrygghet")),
        ("kind = \"milestone\"", 27, ("agreement-missing-key", "of")),
        ("kind = \"milestone\"\nsteps = [{ by = 2023-01-01 }]", 29, ("agreement-missing-key", "text")),
        ("kind = \"milestone\"\nsteps = [{ text = \"x\", sent = \"2023/12\" }]", 29, ("agreement-invalid-value", "period")),
        ("of = \"kontroll\"\nat_least = 1\nover = \"yaer\"", 30, ("agreement-unknown-word", "year")),
        ("of = \"kontroll\"\nat_least = 1\nover = \"calendar.termin\"", 30, ("agreement-unknown-calendar", "terminer")),
        ("of = \"kontroll\"\nat_least = 1\nover = \"calendar.sena\"", 14, ("agreement-window-outside-term", "")),
        ("of = \"kontroll\"\nat_least = 1\nvalid = { from = 2024-01-01 }", 30, ("agreement-window-outside-term", "")),
        ("of = \"kontroll\"\nat_least = 1\nvalid = { from = 2023-01-01, to = 2024-06-30 }", 30, ("agreement-window-outside-term", "")),
        ("of = \"kontroll\"\nat_least = 1\nexcept = \"juli\"", 30, ("agreement-invalid-value", "calendar")),
        ("of = \"kontroll\"\nat_least = 1\ndistinct = \"plats\"", 30, ("agreement-unknown-field", "place")),
        ("of = \"kontroll\"\nat_least = 1\nonly = { hours = \"21.00–03.00\" }", 30, ("agreement-unknown-field", "none")),
        ("of = \"kontroll\"\nat_least = 1\nonly = { weekday = [\"fri\", \"satt\"] }", 30, ("agreement-invalid-value", "weekday")),
        ("of = \"kontroll\"\nat_least = 1\nonly = { place = \"places.bya\" }", 30, ("agreement-unknown-place", "byar")),
        ("of = \"kontroll\"\nat_least = 1\nonly = { place = 3 }", 30, ("agreement-wrong-type", "condition")),
        ("of = \"kontroll\"\nat_least = 1\nonly = { date = \"calendar.sen\" }", 30, ("agreement-unknown-calendar", "sena")),
        ("of = \"kontroll\"\nat_least = 1\nonly = { date = [\"2022-04-30\"] }", 30, ("agreement-invalid-value", "calendar")),
        ("of = \"kontroll\"\nat_least = 1\nonly = { date = [2022-04-30] }", 30, ("agreement-invalid-value", "calendar")),
        ("of = \"kontroll\"\nat_least = 1\neach = \"quarter\"", 30, impossible("each-window")),
        ("of = \"kontroll\"\nat_least = 1\nrequire = { place = { al = [\"A\"] } }", 30, ("agreement-unknown-key", "all")),
        ("of = \"kontroll\"\nat_least = 1\nrequire = { rules = true }", 30, ("agreement-unknown-field", "none")),
    ];
    for (text, line, (code, word)) in table {
        assert_eq!(with_target(text), [(code, line, word.to_owned())], "{text}");
    }
}

#[test]
fn every_fault_at_once_and_in_the_order_of_the_lines() {
    let text = SOUND
        .replace("\"polisen\"", "\"polsien\"")
        .replace("= \"kontroll\"\nat", "= \"kontrol\"\nat");
    let text = text
        .replace("title", "titel")
        .replace("name = \"Droger\"", "name = Droger");
    let lines: Vec<usize> = summary(&findings(&text))
        .into_iter()
        .map(|(_, line, _)| line)
        .collect();
    assert_eq!(lines, [1, 1, 7, 18, 28]);
}

#[test]
fn an_included_file_is_named_with_its_faults() {
    let text = format!("include = [\"../a.toml\", \"../b.toml\"]\n{SOUND}");
    let include = |path: &str| {
        (path == "../a.toml").then(|| "title = \"X\"\n[areas.ny]\nnam = \"N\"\n".to_owned())
    };
    let checked = load("test", &text, &include);
    assert!(checked.value.is_none());
    assert_eq!(
        summary(&checked.findings),
        [
            ("agreement-missing-file", 1, String::new()),
            ("agreement-unknown-key", 1, "none".to_owned()),
            ("agreement-missing-key", 2, "name".to_owned()),
            ("agreement-unknown-key", 3, "name".to_owned()),
        ]
    );
    assert_eq!(
        checked.findings[3].args()["file"],
        Arg::Text("../a.toml".to_owned())
    );
}

#[test]
fn one_id_in_two_files_is_a_duplicate() {
    let text = format!("include = \"../a.toml\"\n{SOUND}");
    let include = |_: &str| Some("[areas.droger]\nname = \"D\"\n".to_owned());
    let checked = load("test", &text, &include);
    assert_eq!(
        summary(&checked.findings),
        [("agreement-duplicate-id", 7, "droger".to_owned())]
    );
}

/// Whatever is written: no panic, a line for each fault, and a value exactly if there is no fault.
fn holds(text: &str) {
    let checked = load("test", text, &nothing_included);
    assert!(
        checked
            .findings
            .iter()
            .all(|finding| finding.place.line.is_some_and(|line| line >= 1))
    );
    let stopped = checked
        .findings
        .iter()
        .any(|finding| finding.severity() == Severity::Error);
    assert_eq!(checked.value.is_none(), stopped, "{text}");
}

/// A piece of text that means something somewhere in an agreement.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "[[",
        "]]",
        "{",
        "}",
        "\"",
        "\n",
        "=",
        "[pledge]",
        "[[source]]\n",
        "-1",
        "0",
        "1e400",
        "nan",
        "true",
        "[]",
        "{}",
        "2023-02-30",
        "9999-12-31",
        "0000-01-01",
        "\"places.x\"",
        "\"calendar.\"",
        "\"%\"",
        "\"99999999999 days\"",
        "0xFFFFFFFFFFFFFFFFFF",
    ]);
    prop_oneof![known.prop_map(str::to_owned), any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn a_mutilated_agreement_is_read_without_a_panic(
        whole in prop::sample::select(vec![KALIX, EVERY_KEY, SOUND]),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, piece()), 1..4),
    ) {
        let mut text: Vec<char> = whole.chars().collect();
        for (at, length, piece) in cuts {
            let from = at.index(text.len() + 1);
            let to = (from + length).min(text.len());
            text.splice(from..to, piece.chars());
        }
        holds(&text.into_iter().collect::<String>());
    }

    #[test]
    fn a_value_of_another_type_is_told(line in 0usize..320, value in piece()) {
        let lines: Vec<String> = EVERY_KEY
            .lines()
            .enumerate()
            .map(|(at, text)| match text.split_once(" = ") {
                Some((key, _)) if at == line => format!("{key} = {value}"),
                _ => text.to_owned(),
            })
            .collect();
        holds(&lines.join("\n"));
    }
}
