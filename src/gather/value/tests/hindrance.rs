use super::super::hindrance::is_hindrance;

#[test]
fn what_stood_in_the_way_is_heard_where_it_is_all_that_is_said() {
    for text in [
        "Skolan var stängd",
        "Skolan stängd",
        "Skolan var tyvärr stängd hela dagen",
        "Badet stängt för säsongen",
        "Stängt pga storm",
        "Fritidsgården höll stängt v. 8",
        "Lovdag",
        "Lovdag på skolan",
        "Skolan hade lovdag",
        "Eleverna hade studiedag",
        "Ej svar från skolan",
        "Fick inget svar",
        "Inget besked från rektorn",
        "Skolan svarade inte",
        "Skolan har inte återkommit",
        "Hörde inte av sig",
        "Fick inte tag på rektorn",
        "Skolan tackade nej",
        "Rektorn avböjde besök",
        "Skolan ville inte ha besök",
        "Förhinder",
        "Föreningen fick förhinder",
        "Larm kom emellan",
        "Kom inte fram pga snö",
        "Ingen kom",
        "Ingen dök upp",
        "Pga snö",
        "På grund av sjukdom",
    ] {
        assert!(is_hindrance(text, false), "{text}");
    }
    for text in [
        "",
        "Skolan var stängd för obehöriga under mötet",
        "Lovdagsaktivitet",
        "Lovdagsaktivitet på skolan",
        "Aktivitet på lovdag",
        "Sportlov",
        "Kiosken stängd, lugnt på torget",
        "Stängde grinden",
        "Vägen avstängd",
        "Gatan stängd",
        "En elev tackade nej",
        "Två föräldrar avböjde",
        "Svarade på frågor",
        "Ingen svarade på enkäten",
        "Skolan svarade på frågor",
        "Ej svar på alla frågor",
        "Inget svar behövdes",
        "Kontakt med rektorn",
        "Ingen kom till skada",
        "Bra kontakt",
        "Öppet och stängt",
        "Ingen på plats",
    ] {
        assert!(!is_hindrance(text, false), "{text}");
    }
    // What holidays are called says something of a school.
    for text in ["Sportlov", "Påsklov", "Skolan hade höstlov"] {
        assert!(is_hindrance(text, true), "{text}");
    }
    assert!(!is_hindrance("Sportlovsaktivitet", true));
}
