//! What texts say of the rows they stand in.

use super::super::{
    ActivityNouns, State, asks_why_not, heading_state, is_absence, is_nil, says_more, text_state,
    text_state_of, titled, titled_perhaps,
};

#[test]
fn whole_texts_that_say_a_state() {
    use State::{CalledOff, Held, Planned, Sample};
    for (text, state) in [
        ("Inställd", CalledOff),
        ("INSTÄLLT!", CalledOff),
        ("Inställt pga snö", CalledOff),
        ("Inställt på grund av sjukdom", CalledOff),
        ("Ställdes in", CalledOff),
        ("Avbokad", CalledOff),
        ("Avlyst", CalledOff),
        ("Uppskjuten", CalledOff),
        ("Framflyttad", CalledOff),
        ("Makulerad", CalledOff),
        ("Ej genomförd", CalledOff),
        ("Inte genomfört pga sjukdom", CalledOff),
        ("Genomfördes ej", CalledOff),
        ("Blev inte av", CalledOff),
        ("Kunde inte genomföras", CalledOff),
        ("Utgår", CalledOff),
        ("cancelled", CalledOff),
        ("Called off", CalledOff),
        ("Not held", CalledOff),
        ("Planerad", Planned),
        ("planeras", Planned),
        ("Planeras hösten 2023", Planned),
        ("Planeras till hösten", Planned),
        ("Ännu ej påbörjad", Planned),
        ("Ej klart", Planned),
        ("Inbokad", Planned),
        ("Kommande", Planned),
        ("Genomförd", Held),
        ("Hölls", Held),
        ("Ej inställd", Held),
        ("Som planerat", Held),
        ("Hann inte", CalledOff),
        ("Vi hann tyvärr inte med det", CalledOff),
        ("Kunde ej pga snö", CalledOff),
        ("Fick skjutas upp", CalledOff),
        ("Fick ställa in", CalledOff),
        ("Flyttad till 14/5", CalledOff),
        ("Flyttas till hösten", CalledOff),
        ("Ombokad", CalledOff),
        ("Uteblev", CalledOff),
        ("Inget gjort", CalledOff),
        ("Det blev inget av", CalledOff),
        ("Räkna inte denna", CalledOff),
        ("Ska inte räknas", CalledOff),
        ("Ska tas bort", CalledOff),
        ("Ta bort raden", CalledOff),
        ("Exempel, ta bort raden", Sample),
        ("Exempelrad", Sample),
        ("Skriv platsen här", Sample),
        ("ÅÅÅÅ-MM-DD", Sample),
        ("Exempel", Sample),
        ("Ex: Torget", Sample),
        ("[plats]", Sample),
    ] {
        let text_state = text_state(text);
        assert!(
            text_state
                .as_ref()
                .is_some_and(|text_state| text_state.state == state && text_state.whole),
            "{text}: {text_state:?}"
        );
    }
}

#[test]
fn sentences_that_may_say_a_state() {
    use State::{CalledOff, Planned};
    for (text, state) in [
        ("Inställd del: badet stängt, resten gjord", CalledOff),
        ("Planerat möte med rektorn, bra samtal", Planned),
        ("Planeras igen i maj", Planned),
        ("Blev inte av, ingen personal", CalledOff),
        ("Regnade så det blev inställt", CalledOff),
        ("Inställt men hölls dagen efter", CalledOff),
        ("Inställd?", CalledOff),
        ("Kontrollen kunde inte genomföras som tänkt", CalledOff),
        // The row's own, or another thing.
        ("Mötet inställt.", CalledOff),
        ("Rundan blev inställd", CalledOff),
        ("Bussen inställd", CalledOff),
        ("Mötet ställdes in", CalledOff),
        ("Uppföljning ej genomförd", CalledOff),
        ("Ej aktuellt", CalledOff),
        ("Besöket uteblev", CalledOff),
        ("Det blev ingen rond", CalledOff),
        ("Ingen patrull pga sjukdom", CalledOff),
        ("Hann inte med skolan", CalledOff),
        ("Snöoväder, så vi fick ställa in", CalledOff),
        ("Ställde in ronden", CalledOff),
        ("Planerad, blev inte av", CalledOff),
        ("Nytt datum 14/5, mötet flyttat", CalledOff),
        ("Dubblett", CalledOff),
        ("Inget möte, ställdes in", CalledOff),
    ] {
        let text_state = text_state(text);
        assert!(
            text_state
                .as_ref()
                .is_some_and(|text_state| text_state.state == state && !text_state.whole),
            "{text}: {text_state:?}"
        );
    }
}

#[test]
fn texts_that_say_nothing_of_their_row() {
    for text in [
        "",
        "Torget",
        "Lugnt",
        "Många på plats",
        "Två ordningsböter",
        "Planering av höstens arbete",
        "Nytt möte planeras i maj",
        "Pratade om den inställda konserten",
        "Info om kommande vägarbeten",
        "Inställningen bland ungdomarna är god",
        "Planket ska målas",
        "Skrivbordet",
        "Inga problem",
        "Inget inställt",
        "Inga avbokade",
        "Anmälan ej gjord",
        "Utgångspunkt torget",
        "Exempelvis cykelstölder diskuterades",
        "Lugnt trots att matchen ställdes in",
        "Trots inställd match mycket folk",
        "Mycket folk när konserten ställdes in",
        "Planerad och genomförd",
        "Inställd först, genomförd ändå",
        "Nästa rond inställd",
        "Nästa möte flyttat till 14/5",
        "Genomförd som planerat",
        "Hann inte prata med alla",
        "Ägaren uteblev",
        "Ställde in kameran",
        "Bilen flyttades fram till porten en bit",
        "Ingen anmärkning",
        "Inga inställda ronder",
        "Behövde inte ställas in",
        "Klottret ska tas bort",
        "Inga fler ronder",
        "Inga möten i lokalen",
        "Avslutades utan anmärkning",
        "Skyltar flyttade till förrådet",
    ] {
        assert_eq!(text_state(text), None, "{text}");
    }
}

#[test]
fn kinds_of_things_are_no_more_than_perhaps_states() {
    for text in ["Planerad tillsyn", "Planerade kontroller", "Planned visit"] {
        let text_state = text_state(text);
        assert!(
            text_state
                .as_ref()
                .is_some_and(|text_state| text_state.attribute && !text_state.whole),
            "{text}: {text_state:?}"
        );
    }
}

#[test]
fn the_activitys_own_noun_makes_it_certain_that_there_was_none() {
    let nouns = ActivityNouns::of(["fotpatrull", "fotpatruller"].into_iter());
    for (text, whole) in [
        ("Ingen patrull", Some(true)),
        ("Ingen fotpatrull denna vecka", Some(true)),
        ("Inga gemensamma patruller", Some(true)),
        ("Veckan gick utan patrull", Some(false)),
        ("Patrullerade inte", Some(false)),
        ("Patrullen ställdes in", Some(false)),
        ("Trots att patrullen ställdes in", Some(false)),
        ("Ingen rond", Some(false)),
        ("Inga klagomål på patrullen", None),
    ] {
        let text_state = text_state_of(text, &nouns);
        assert_eq!(
            text_state.as_ref().map(|text_state| text_state.whole),
            whole,
            "{text}: {text_state:?}"
        );
    }
}

#[test]
fn headings_that_ask_why_something_was_not_held() {
    for (heading, expected) in [
        ("Om ej genomfört, varför", true),
        ("Orsak till inställt besök", true),
        ("Varför blev det inte av?", true),
        ("Anledning om inställd", true),
        ("Om genomfört, hur", false),
        ("Orsak till besöket", false),
        ("Varför", false),
        ("Inställd", false),
    ] {
        assert_eq!(asks_why_not(heading), expected, "{heading}");
    }
}

#[test]
fn reports_of_nothing_and_of_absence() {
    let nouns = ActivityNouns::default();
    for (text, nil, away) in [
        ("Inget", true, false),
        ("0", true, false),
        ("Nil", true, false),
        ("Inga insatser", true, false),
        ("Ingen rond", true, false),
        ("Inget gjort", true, false),
        ("Inga problem", false, false),
        ("Inget att anmärka", false, false),
        ("Semester", false, true),
        ("Semester v 28-31", false, true),
        ("Personal sjuk", false, true),
        ("Personalbrist", false, true),
        ("Pratade om semester", false, false),
    ] {
        assert_eq!(
            (is_nil(text, &nouns), is_absence(text)),
            (nil, away),
            "{text}"
        );
    }
    assert!(says_more("Inget att rapportera från torget, allt lugnt"));
    assert!(!says_more("Inget att rapportera denna månad"));
}

#[test]
fn titles_over_rows() {
    for (text, state) in [
        ("Inställda vandringar", Some(State::CalledOff)),
        ("Planerade", Some(State::Planned)),
        ("Kommande aktiviteter 2025", Some(State::Planned)),
        ("Ej genomförda:", Some(State::CalledOff)),
        ("Genomförda vandringar", Some(State::Held)),
        ("Planerade och genomförda aktiviteter", None),
        ("Inställda under våren: inga", None),
        ("Torget", None),
        ("Vandringar 2025", None),
    ] {
        assert_eq!(titled(text), state, "{text}");
    }
}

#[test]
fn what_is_to_be_called_off_is_said_by_the_infinitive_too() {
    for text in [
        "Fick utgå, personalbrist",
        "Fick avbokas",
        "Måste inställas pga snö",
        "Ska strykas",
    ] {
        let found = text_state(text).map(|said| said.state);
        assert_eq!(found, Some(State::CalledOff), "{text}");
    }
    for text in [
        "Utgår från torget",
        "Utgången spärrad",
        "Utgångspunkt skolan",
    ] {
        assert_eq!(text_state(text), None, "{text}");
    }
}

#[test]
fn titles_of_what_is_to_do_and_headings_of_the_day_it_was_done() {
    for title in ["Att göra", "Kvar att genomföra", "To do", "På gång"] {
        assert_eq!(titled(title), Some(State::Planned), "{title}");
    }
    for title in ["Norra delen", "Att tänka på", "Gäller att"] {
        assert_eq!(titled(title), None, "{title}");
    }
    for heading in [
        "Genomfördes den",
        "Genomförd (datum)",
        "Datum för genomförande",
        "Genomförandedatum",
    ] {
        assert_eq!(heading_state(heading), Some(State::Held), "{heading}");
    }
    for heading in ["Inställd", "Avbokad", "Ställdes in"] {
        assert_eq!(heading_state(heading), Some(State::CalledOff), "{heading}");
    }
    for heading in [
        "Datum",
        "Genomförd av",
        "Rapporterad den",
        "Dag",
        "Borttaget",
        "Bortplockat",
    ] {
        assert_eq!(heading_state(heading), None, "{heading}");
    }
}

#[test]
fn what_was_not_done_to_its_end_or_not_yet_is_uncertain() {
    for (text, state) in [
        ("Togs bort", State::CalledOff),
        ("Passet prioriterades bort", State::CalledOff),
        ("Nedprioriterat", State::CalledOff),
        ("Avbröts", State::CalledOff),
        ("Påbörjad men ej slutförd", State::CalledOff),
        ("Halvt genomförd", State::CalledOff),
        ("Blev fika istället", State::CalledOff),
        ("Ersattes av digitalt möte", State::CalledOff),
        ("Resurserna gick till annat", State::CalledOff),
        ("Tid fanns ej", State::CalledOff),
        ("Ingen närvaro", State::CalledOff),
        ("Dubbel, se rad 4", State::CalledOff),
        ("Test - ta bort", State::CalledOff),
        ("Ska göras", State::Planned),
        ("Kommer att ske i juni", State::Planned),
        ("Hålls i maj", State::Planned),
        ("Att göra", State::Planned),
        ("Bokad", State::Planned),
    ] {
        let found = text_state(text);
        let is_right = found.as_ref().is_some_and(|said| said.state == state);
        assert!(is_right, "{text}: {found:?}");
    }
    for text in [
        "Tog bort klotter",
        "Klottret togs bort",
        "Dubbelpatrull",
        "Testade alkometern",
        "Hålls i aulan varje vecka",
        "Ska följas upp",
        "Bokade ny tid",
        "Uppföljning planeras",
        "Inget särskilt",
        "Gick till torget",
        "Ingen på plats",
        "Preliminärt svar från skolan ja",
    ] {
        assert_eq!(text_state(text), None, "{text}");
    }
    for (title, state) in [
        ("Bokade", Some((State::Planned, false))),
        ("Förslag", Some((State::Planned, false))),
        ("Flyttade", Some((State::CalledOff, false))),
        ("Exempelrader", Some((State::Sample, true))),
        ("Bokningsbara lokaler", None),
        ("Förslagslådan", None),
        ("Extra", None),
    ] {
        assert_eq!(titled_perhaps(title), state, "{title}");
    }
}
