//! Labels of rows that hold no figures of their own.

use super::super::{
    Statistic, comparison_label, is_cumulative, is_part_label, statistic_label, sum_label,
    year_among_words, year_label,
};

#[test]
fn sums_by_their_words() {
    for (text, certain, whole) in [
        ("Summa", true, true),
        ("Tot", true, true),
        ("Tot.", true, true),
        ("S:a", true, true),
        ("Σ", true, true),
        ("∑:", true, true),
        ("Norr Summa", true, false),
        ("Totalsumma", true, true),
        ("Totalt antal 2025", true, true),
        ("Summa januari", true, true),
        ("Summa AB", true, false),
        ("Total genomgång av lokalen", true, false),
        ("Sa", false, true),
        ("Hela kommunen", false, true),
        ("Kommunen", false, true),
        ("Utfall", false, true),
        ("Samtliga brott", false, false),
        ("Kvartal 1", false, true),
    ] {
        let found = sum_label(text).map(|label| (label.is_certain, label.is_whole));
        assert_eq!(found, Some((certain, whole)), "{text}");
    }
    for text in [
        "Fotpatrull",
        "Summering av kvällen",
        "Totalförsvar",
        "Konsumenter",
        "Kommunens ungdomar",
        "Tottnäs",
    ] {
        assert_eq!(sum_label(text), None, "{text}");
    }
}

#[test]
fn comparisons_by_their_words() {
    for (text, whole) in [
        ("Föregående år", true),
        ("Utfall föregående år", true),
        ("Budget", true),
        ("Budget 2025", true),
        ("Prognos helår", true),
        ("Mål (antal)", true),
        ("Mål per månad", true),
        ("Snitt per månad", true),
        ("Delmål", true),
        ("Riket", true),
        ("Mål trafikkontroller", false),
        ("Trafikkontroller, mål", false),
        ("Plan för skolan", false),
    ] {
        let found = comparison_label(text).map(|label| label.is_whole);
        assert_eq!(found, Some(whole), "{text}");
    }
    for text in [
        "Budget- och skuldrådgivning",
        "Budgetmöte",
        "Målgruppsarbete",
        "Planering",
        "Målarskolan",
        "Utfall",
    ] {
        assert_eq!(comparison_label(text), None, "{text}");
    }
}

#[test]
fn statistics_and_other_years() {
    for (text, expected) in [
        ("Max", Some(Statistic::Most)),
        ("Högsta värde", Some(Statistic::Most)),
        ("Min.", Some(Statistic::Least)),
        ("Lägsta antal per månad", Some(Statistic::Least)),
        ("Antal månader", Some(Statistic::Count)),
        ("Antal dagar 2025", Some(Statistic::Count)),
        ("Maxi", None),
        ("Minigolf", None),
        ("Antal besök", None),
        ("Högsta backen", None),
    ] {
        assert_eq!(statistic_label(text), expected, "{text}");
    }
    for (text, expected) in [
        ("2024", Some(2024)),
        ("Utfall 2024", Some(2024)),
        ("Antal 2024:", Some(2024)),
        ("Vision 2030", None),
        ("Årsmöte 2025", None),
        ("2023 2024", None),
    ] {
        assert_eq!(year_label(text), expected, "{text}");
    }
}

#[test]
fn parts_and_cumulative_headings() {
    for text in [
        "varav nykterhet",
        "- varav hastighet",
        "Därav kvällar",
        "av vilka två",
        "of which at night",
    ] {
        assert!(is_part_label(text), "{text}");
    }
    for text in ["Varaverket", "Avlastning", "Varvet"] {
        assert!(!is_part_label(text), "{text}");
    }
    for text in [
        "Ackumulerat antal",
        "Antal (ack.)",
        "Hittills i år",
        "Kumulativt",
        "Year to date",
    ] {
        assert!(is_cumulative(text), "{text}");
    }
    for text in ["Antal", "Backar", "Packning"] {
        assert!(!is_cumulative(text), "{text}");
    }
}

#[test]
fn what_is_brought_over_or_measured_by_something_else_is_compared() {
    for (text, certain) in [
        ("Ingående från 2024", true),
        ("Jmf 2024", true),
        ("Ambition helår", true),
        ("Index (2024=100)", true),
        ("Per 1 000 invånare", true),
        ("Antal/1000 inv", true),
        ("Insatser per capita", true),
        ("IB", false),
        ("Saldo 2024", false),
        ("Förra perioden", false),
    ] {
        let found = comparison_label(text).map(|label| (label.is_certain, label.is_whole));
        assert_eq!(found, Some((certain, true)), "{text}");
    }
    for text in [
        "IB-gymnasiet",
        "Ingångsvägen",
        "Indexhuset",
        "Tidigare insatser i parken",
        "Besök per skola",
        "Invånarmöte 2",
    ] {
        assert_eq!(comparison_label(text), None, "{text}");
    }
    assert_eq!(year_among_words("Läget 2024"), Some(2024));
    assert_eq!(year_among_words("2024"), None);
    assert_eq!(year_among_words("2023 och 2024"), None);
}
