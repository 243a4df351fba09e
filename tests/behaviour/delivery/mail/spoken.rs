//! What is told of mail, in Swedish: whole outputs, in which nothing is left in another language but what a server or the system said.

use std::fs;

use super::*;
use crate::setup::told::{plain, same};

/// What a command prints in the agreement's own language, without what differs from day to day: standard output, then standard error.
fn said(agreement_folder: &AgreementFolder, command: &str, more: &[&str]) -> String {
    let mut command = agreement_folder.command(command, more);
    let output = command.env("LANG", "C.UTF-8").output().unwrap();
    plain(&output_text(&output))
}

/// A line of the list: to whom, and how it stands.
fn line(to: &str, state: &str) -> String {
    let (kind, files) = match to {
        to if to.starts_with("Polisen") => ("brev om arbetsböckerna (för polisen)", ""),
        _ => ("uppföljning (hela)", " · Uppföljning Ådalens 2023-09.xlsx"),
    };
    format!("2023-09/v1 · {kind} · {to}{files} · {state}")
}

const CHIEF: &str = "chef (polischef) <chef@example.se>";
const COUNCIL: &str = "rad (kommunledning) <rad@example.se>";
const CHAIR: &str = "ordforande (ordförande i Brå) <ordforande@example.se>";
const PARTNER: &str = "Polisen i Ådalen (part) <polisen@example.se>";

/// The list of one state each, in the order of posting.
fn listed(agreement_folder: &AgreementFolder, states: [&str; 4]) {
    let lines = [CHIEF, COUNCIL, CHAIR, PARTNER].iter().zip(states);
    let lines: Vec<String> = lines.map(|(to, state)| line(to, state)).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    same(&said(agreement_folder, "send", &["--list"]), &lines);
}

#[test]
fn a_summary_and_a_list_are_in_swedish_and_tell_one_from_several() {
    let refused = rule(At::Recipient, "rad", 1, Do::Say("550 5.1.1 no such user"));
    let lost = rule(At::Content, "chef", 1, Do::TakeAndHangUp);
    let (agreement_folder, _server) = ready_against(vec![refused, lost]);
    listed(&agreement_folder, ["ska skickas"; 4]);
    same(
        &said(&agreement_folder, "send", &[]),
        &[
            "3 brev skickades.",
            "Avvisades: rad (kommunledning): E-postservern sade nej vid mottagarens adress: 550 5.1.1 no such user. \
             Kontrollera mottagarens adress i avtalet.",
            "Kan ha kommit fram två gånger: chef (polischef): Anslutningen till e-postservern bröts medan brevet skickades \
             (servern stängde den). Försök igen senare.",
        ],
    );
    let taken = "skickades TID: 250 2.0.0 taken";
    listed(
        &agreement_folder,
        [
            "skickades TID: 250 2.0.0 taken (kan ha kommit fram två gånger)",
            "ska skickas igen, avvisades: E-postservern sade nej vid mottagarens adress: 550 5.1.1 no such user. \
             Kontrollera mottagarens adress i avtalet",
            taken,
            taken,
        ],
    );
    same(
        &said(&agreement_folder, "send", &[]),
        &["1 brev skickades. 3 hade skickats tidigare."],
    );
    same(
        &said(&agreement_folder, "send", &[]),
        &["Inget brev skickades. 4 hade skickats tidigare."],
    );
}

#[test]
fn what_was_put_off_and_what_is_held_back_is_told_in_swedish() {
    let rules = vec![
        rule(
            At::Recipient,
            "rad",
            ALWAYS,
            Do::Say("450 4.2.0 Greylisted"),
        ),
        rule(At::Content, "chef", ALWAYS, Do::TakeAndHangUp),
        rule(At::Recipient, "ordforande", ALWAYS, Do::Say("554 5.0.0 no")),
    ];
    let (agreement_folder, _server) = ready_against(rules);
    let lost = "Anslutningen till e-postservern bröts medan brevet skickades (servern stängde den). Försök igen senare.";
    let busy = "Skickas vid nästa körning: rad (kommunledning): E-postservern sade nej vid mottagarens adress: \
                450 4.2.0 Greylisted. Den kan ta emot det senare.";
    let refused = "Avvisades: ordforande (ordförande i Brå): E-postservern sade nej vid mottagarens adress: 554 5.0.0 no.";
    same(
        &said(&agreement_folder, "send", &[]),
        &[
            "1 brev skickades.",
            &format!("Skickas vid nästa körning: chef (polischef): {lost}"),
            busy,
            refused,
            &format!("Kan ha kommit fram två gånger: chef (polischef): {lost}"),
            &format!("Kan ha kommit fram två gånger: chef (polischef): {lost}"),
        ],
    );
    let unsure = "kan ha kommit fram 2 gånger, för serverns svar kom bort varje gång. Ett nytt försök görs efter TID.";
    same(
        &said(&agreement_folder, "send", &[]),
        &[
            "Inget brev skickades. 1 hade skickats tidigare.",
            busy,
            refused,
            &format!("Osäkert: chef (polischef): {unsure}"),
        ],
    );
    said(&agreement_folder, "send", &[]);
    let held = "avvisades: E-postservern sade nej vid mottagarens adress: 554 5.0.0 no. \
                Ett nytt försök görs efter TID, eller genast med --resend.";
    same(
        &said(&agreement_folder, "send", &[]),
        &[
            "Inget brev skickades. 1 hade skickats tidigare.",
            busy,
            &format!("Osäkert: chef (polischef): {unsure}"),
            &format!("Har inte kommit fram: ordforande (ordförande i Brå): {held}"),
        ],
    );
    listed(
        &agreement_folder,
        [
            &format!("osäkert, {unsure}"),
            "ska skickas igen, sköts upp: E-postservern sade nej vid mottagarens adress: 450 4.2.0 Greylisted. \
             Den kan ta emot det senare",
            &format!("har inte kommit fram, {held}"),
            "skickades TID: 250 2.0.0 taken",
        ],
    );
}

#[test]
fn an_approval_is_told_in_swedish() {
    let delivery = "[delivery]\nrelease = \"after-approval\"\napprover = \"chair\"";
    let (agreement_folder, _server) = ready(delivery, Manner::default());
    same(
        &said(&agreement_folder, "send", &[]),
        &[
            "2 brev skickades.",
            "chef (polischef) väntar på godkännande: lofte send --approve 2023-09/v1",
            "rad (kommunledning) väntar på godkännande: lofte send --approve 2023-09/v1",
            "ordforande (ordförande i Brå) väntar på godkännande: lofte send --approve 2023-09/v1",
        ],
    );
    let approve = ["--approve", "2023-09/v1", "--by", "Ordföranden"];
    same(
        &said(&agreement_folder, "send", &approve),
        &[
            "Godkänd: 2023-09/v1, av Ordföranden. Sigill: MÄRKE",
            "3 brev skickades. 1 hade skickats tidigare.",
        ],
    );
    fs::write(agreement_folder.path("lofte.toml"), "").unwrap();
    same(
        &said(&agreement_folder, "send", &approve),
        &[
            "Godkänd: 2023-09/v1, av Ordföranden. Sigill: MÄRKE",
            "Inget skickades, eftersom det inte finns några inställningar för e-post.",
        ],
    );
    same(
        &said(
            &agreement_folder,
            "send",
            &["--approve", "2023-09/v7", "--by", "x"],
        ),
        &[
            "lofte: Det finns ingen version 2023-09/v7. Ange period och version, till exempel 2023-09/v2.",
        ],
    );
    same(
        &said(&agreement_folder, "send", &[]),
        &[
            "lofte: Det finns inga inställningar för e-post. Skriv [mail] i en inställningsfil och ange den med --settings.",
        ],
    );
}

#[test]
fn a_route_is_tried_in_swedish() {
    let manner = Manner {
        offers: vec!["SIZE 35000000"],
        ..Manner::default()
    };
    let (agreement_folder, server) = ready("", manner);
    let port = server.port.to_string();
    let test = ["--test", "jag@example.se"];
    let told = said(&agreement_folder, "send", &test).replace(&port, "PORT");
    same(
        &told,
        &[
            "Ansluten till localhost:PORT, inte krypterat, utan inloggning. Servern tar emot brev på upp till 35000 kB.",
            "Servern har tagit emot brevet till jag@example.se: 250 2.0.0 taken",
        ],
    );
    drop(server);
    fs::write(
        agreement_folder.path("lofte.toml"),
        "[mail]\nfrom = \"lofte@example.se\"\nfolder = \".\"\n",
    )
    .unwrap();
    same(
        &said(&agreement_folder, "send", &test),
        &["Lagt i mappen: ./lofte-test.eml"],
    );
}

#[test]
fn what_came_back_is_told_in_swedish() {
    let (agreement_folder, server) = ready("", Manner::default());
    fs::create_dir(agreement_folder.path("bounces")).unwrap();
    agreement_folder.settings(server.port, "bounces = \"bounces\"");
    assert_eq!(said(&agreement_folder, "send", &[]), "4 brev skickades.\n");
    let taken = server.taken().into_iter();
    let council = taken.into_iter().find(|taken| taken.to.starts_with("rad"));
    let report = failure_report(&council.unwrap());
    fs::write(agreement_folder.path("bounces/1.eml"), report).unwrap();
    same(
        &said(&agreement_folder, "send", &[]),
        &[
            "Inget brev skickades. 3 hade skickats tidigare.",
            "Har inte kommit fram: rad (kommunledning): kom tillbaka: 5.1.1 smtp; 550 5.1.1 unknown. \
             Rätta adressen i avtalet, eller skicka det igen med --resend.",
            "lofte: Ett brev till rad@example.se kom tillbaka: 5.1.1 smtp; 550 5.1.1 unknown",
        ],
    );
}

#[test]
fn a_run_that_sends_tells_of_it_in_the_language_of_its_verdicts() {
    let (agreement_folder, _server) = ready("", Manner::default());
    let run = ["--period", "2023-09", "--as-of", "2023-10-05", "--send"];
    same(
        &said(&agreement_folder, "run", &run),
        &[
            "Medborgarlöfte Ådalen 2023, september 2023",
            "Det enda löftet är i fas.",
            "Påpekanden: inget att rätta, inget att känna till.",
            "Inget har ändrats: version v1 gäller.",
            "Öppna outputs/adalen/2023-09/v1/report.html",
            "4 brev skickades.",
        ],
    );
    let status = fs::read_to_string(agreement_folder.path("outputs/status.txt")).unwrap();
    assert!(
        status.contains("adalen: Messages sent: 4. Sent before: 0.\n"),
        "programs look for what they know: {status}"
    );
    // Who asks for English gets English, whatever the agreement's language.
    let english = [&run[..], &["--language", "en"]].concat();
    let told = said(&agreement_folder, "run", &english);
    assert!(
        told.ends_with("\nMessages sent: 0. Sent before: 4.\n"),
        "{told}"
    );
}
