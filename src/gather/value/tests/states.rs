//! What texts say of the rows they stand in.

use super::super::{State, text_state, titled};

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
