//! The pledges of the sample and their verdicts.

use std::sync::Arc;

use super::parts::*;
use super::{HOSTILE, day, span};
use crate::model::agreement::Note;
use crate::model::assessment::*;
use crate::model::finding::Code;
use crate::model::quantity::{Amount, Quantity};
use crate::model::span::DateSpan;
use crate::model::target::Bound;

fn contacts() -> TargetAssessment {
    let mut now = counted_window(
        year(2023),
        "kontakt",
        117,
        Quantity::between(Amount::whole(100), Amount::whole(108)),
        Status::Behind,
    );
    now.pace = Some(Amount::whole(117));
    now.reckoning = line(
        "100–108 kontakter på 39,0 veckor",
        "2,6–2,8 i snitt per vecka, och löftet är 3",
    );
    now.remaining = Some(line(
        "49–57 kontakter till",
        "senast 31 december 2023 för att nå 157",
    ));
    let before = counted_window(
        year(2022),
        "kontakt",
        157,
        Quantity::between(Amount::whole(186), Amount::whole(200)),
        Status::Fulfilled,
    );
    let mut target = target(
        "average",
        "kontakt",
        "minst 3 medborgarkontakter i snitt per vecka, varje år",
        Status::Behind,
        vec![before, now],
    );
    target.interpretation = Some(
        "Summan av antalet kontakter, i snitt per sju dagar under varje kalenderår.".to_owned(),
    );
    let months = (1..=12).map(|month| CountedRow {
        origin: origin(
            "polisen/Medborgarkontakter 2022.xlsx",
            "Kv1",
            &format!("E{}", month + 4),
        ),
        date: DateSpan::month(2022, month).unwrap(),
        value: match month {
            1 => Quantity::between(Amount::whole(10), Amount::whole(24)),
            _ => Quantity::whole(16),
        },
        rows: 1,
        facts: RowFacts::default(),
    });
    let week = CountedRow {
        origin: origin("polisen/Medborgarkontakter 2023.xlsx", "Kv1", "E5"),
        date: span("2023-03-06", "2023-03-12"),
        value: Quantity::between(Amount::whole(90), Amount::whole(98)),
        rows: 1,
        facts: RowFacts::default(),
    };
    target.counted = months.chain([week]).collect();
    target
}

/// Every pledge.
pub(super) fn pledges() -> Added {
    let mut all = Added::default();
    let police: &[&str] = &["polisen"];
    let both: &[&str] = &["polisen", "kommunen"];
    all.add("medborgarkontakter", "narvaro", "Genomföra minst tre medborgarkontakter i snitt per vecka på utvalda platser under de tider som många människor rör sig ute på samhället.", police, vec![contacts()]);
    all.pledges[0].notes.push(Note {
        period: "2023-09".to_owned(),
        why: Some("Två tjänster har varit vakanta sedan mars.".to_owned()),
        next: Some("Två områdespoliser är på plats.".to_owned()),
        due: Some(day("2023-11-30")),
        by: Some("polisen".to_owned()),
    });
    let traffic = vec![
        counted_window(
            year(2022),
            "insats",
            4,
            Quantity::whole(5),
            Status::Fulfilled,
        ),
        counted_window(year(2023), "insats", 4, Quantity::whole(3), Status::OnTrack),
    ];
    all.add(
        "trafikinsatser",
        "narvaro",
        "Genomföra minst fyra trafiksäkerhetsinsatser per år på särskilt utvalda ställen och tidpunkter i kommunen.",
        police,
        vec![target("count", "insats", "minst 4 trafikinsatser per år", Status::OnTrack, traffic)],
    );
    let mut open = counted_window(
        year(2023),
        "kontroll",
        6,
        Quantity::at_least(Amount::whole(4)),
        Status::Undecided,
    );
    open.missing_months = vec![
        DateSpan::month(2023, 8).unwrap(),
        DateSpan::month(2023, 9).unwrap(),
    ];
    all.add(
        "kontroller",
        "narvaro",
        "Genomföra minst sex nykterhetskontroller per år.",
        police,
        vec![target(
            "count",
            "kontroll",
            "minst 6 kontroller per år",
            Status::Undecided,
            vec![open],
        )],
    );
    let mut focused = target(
        "count",
        "insats",
        "minst 2 riktade insatser per år, i samverkan",
        Status::NotFulfilled,
        vec![counted_window(
            year(2022),
            "insats",
            2,
            Quantity::ONE,
            Status::NotFulfilled,
        )],
    );
    focused.not_counted = Arc::new([UncountedRow {
        origin: origin("polisen/Narkotika.xlsx", "Riktade insatser", "A7"),
        date: DateSpan::day(day("2022-10-14")),
        reason: Code::RequirementNotMet,
        missed: Vec::new(),
    }]);
    all.add("riktade-insatser", "droger", "Genomföra minst två riktade insatser i kommunen under året för att förebygga och minska narkotikabruk, i samverkan med socialtjänst eller andra.", both, vec![focused]).earlier_failures.push(year(2022));
    let mut audiences = counted_window(
        year(2023),
        "utbildning",
        3,
        Quantity::whole(3),
        Status::Fulfilled,
    );
    audiences.parts = vec![
        part("Personal", 1, 2, Status::Fulfilled),
        part("Ungdomar", 1, 2, Status::Fulfilled),
        part("Föräldrar", 1, 5, Status::Fulfilled),
    ];
    all.add(
        "andt-kunskap",
        "droger",
        "Kommunen ökar sina kunskaper hos berörd personal, ungdomar och föräldrar om narkotikans skadeverkningar.",
        &["kommunen"],
        vec![target(
            "each",
            "utbildning",
            "minst 1 utbildning för var och en av 3 målgrupper per år",
            Status::Fulfilled,
            vec![audiences],
        )],
    );
    let mut search = counted_window(year(2023), "sok", 2, Quantity::ZERO, Status::NotReported);
    search.outcome = None;
    all.add(
        "hundsok",
        "droger",
        "Genomföra sök med hund i skolmiljö vid minst två tillfällen under året.",
        both,
        vec![target(
            "count",
            "sok",
            "minst 2 sök per år",
            Status::NotReported,
            vec![search],
        )],
    );
    let mut talks = WindowAssessment {
        withheld: true,
        unit: Some("samtal".to_owned()),
        ..window("2023-01-01", "2023-12-31")
    };
    talks.reckoning = line("hemligt", "4 samtal");
    let mut shown = target(
        "shown",
        "samtal",
        "orossamtal, visas utan bedömning",
        Status::Described,
        vec![talks],
    );
    shown.persons = true;
    shown.counted = Arc::new([CountedRow {
        origin: origin("naringsliv/Snatteri och orossamtal.xlsx", "2023", "HEMLIG7"),
        date: year(2023),
        value: Quantity::whole(4),
        rows: 1,
        facts: RowFacts::default(),
    }]);
    all.add(
        "orossamtal",
        "mangdbrott",
        "Kommunen bjuder in till och medverkar i orossamtal.",
        &["kommunen"],
        vec![shown],
    )
    .claimed = Some(claim("Pågår", Some("2023-08-15"), HOSTILE, false));
    all.add("lagesbild", "mangdbrott", HOSTILE, both, vec![])
        .claimed = Some(claim(
        "Klar",
        Some("2022-11-03"),
        "Bra läge enligt Anna.",
        true,
    ));
    let mut steps = counted_window(
        span("2022-01-01", "2023-12-31"),
        "etapp",
        5,
        Quantity::whole(3),
        Status::OnTrack,
    );
    steps.parts = [
        ("Kartläggning", "2022-03-31", Some("2022-03-15"), false),
        ("Rutin", "2022-10-31", Some("2022-11-24"), true),
        ("Införande", "2023-12-01", None, false),
    ]
    .map(|(name, due, done, late)| PartAssessment {
        due: Some(day(due)),
        done: done.map(|d| DateSpan::day(day(d))),
        late,
        ..part(
            name,
            1,
            u64::from(done.is_some()),
            if done.is_some() {
                Status::Fulfilled
            } else {
                Status::OnTrack
            },
        )
    })
    .into();
    steps.remaining = Some(line("Införande", "senast 1 december 2023"));
    all.add(
        "vinr-etapper",
        "vinr",
        "Socialtjänsten och polisen utvecklar det förebyggande arbetet i etapper.",
        both,
        vec![target(
            "milestone",
            "etapp",
            "varje etapp i tid",
            Status::OnTrack,
            vec![steps],
        )],
    );
    let mut gap = counted_window(
        span("2022-01-01", "2023-12-31"),
        "",
        184,
        Quantity::whole(120),
        Status::OnTrack,
    );
    gap.bound = Some(Bound::Most);
    all.add(
        "grannsamverkan",
        "mangdbrott",
        "Löpande arbeta och bygga vidare med Grannsamverkan i kommunen.",
        both,
        vec![target(
            "cadence",
            "möte",
            "högst 6 månader mellan två träffar",
            Status::OnTrack,
            vec![gap],
        )],
    );
    let mut share = counted_window(
        year(2023),
        "trafik",
        20,
        Quantity::whole(12),
        Status::OnTrack,
    );
    share.out_of = Some(Quantity::whole(52));
    all.add(
        "andel",
        "narvaro",
        "Minst 20 procent av kontrollerna gäller A-traktorer.",
        police,
        vec![target(
            "share",
            "trafik",
            "minst 20 % av kontrollerna",
            Status::OnTrack,
            vec![share],
        )],
    );
    all.add(
        "samtal-vecka",
        "",
        "Den som önskar kontakt får den inom en vecka.",
        police,
        vec![target(
            "request",
            "önskemål",
            "svar inom 7 dagar",
            Status::NoNeed,
            vec![WindowAssessment {
                status: Status::NoNeed,
                ..window("2023-01-01", "2023-12-31")
            }],
        )],
    );
    all.add(
        "nasta-ar",
        "",
        "Trygghetsmätning under 2024.",
        both,
        vec![target(
            "count",
            "mätning",
            "minst 1 mätning",
            Status::NotStarted,
            vec![counted_window(
                year(2024),
                "mätning",
                1,
                Quantity::ZERO,
                Status::NotStarted,
            )],
        )],
    );
    all
}
