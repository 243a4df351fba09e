//! What commands that are not about results tell, in Swedish and in English: whole outputs.

use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::delivery::agreement_folder::{AgreementFolder, ROWS};
use crate::setup::program::{self, output_text, text};
use crate::setup::told::{plain, same};

#[test]
fn a_version_is_verified_in_swedish() {
    let agreement_folder = AgreementFolder::new("");
    fs::write(agreement_folder.path("lofte.toml"), "").unwrap();
    agreement_folder.run("2023-10-05");
    let verify = |more: &[&str]| {
        let mut verify = program::lofte();
        verify.current_dir(agreement_folder.path("")).arg("verify");
        plain(&output_text(&verify.args(more).output().unwrap()))
    };
    let version = "outputs/adalen/2023-09/v1";
    let rerun = [
        version,
        "--rerun",
        "--agreement",
        "adalen",
        "--settings",
        "lofte.toml",
    ];
    same(
        &verify(&[version]),
        &["outputs/adalen/2023-09/v1 är som när den gjordes TID. Sigill: MÄRKE."],
    );
    same(
        &verify(&rerun),
        &[
            "outputs/adalen/2023-09/v1 är som när den gjordes TID. Sigill: MÄRKE. Samma underlag ger samma filer.",
        ],
    );
    agreement_folder.rows(&ROWS.replace("2023-09-09;1", "2023-09-09;2"));
    fs::write(agreement_folder.path(version).join("report.html"), "").unwrap();
    fs::write(agreement_folder.path(version).join("mer.txt"), "").unwrap();
    let letter = agreement_folder.path(version).join("outbox/01-chief.eml");
    fs::remove_file(letter).unwrap();
    let here = agreement_folder.path("").canonicalize().unwrap();
    same(
        &verify(&[version]).replace(&here.display().to_string(), "HÄR"),
        &[
            "outbox/01-chief.eml saknas.",
            "report.html har ändrats sedan den skrevs.",
            "mer.txt fanns inte när versionen gjordes.",
            "HÄR/outputs/adalen/2023-09/v1/outbox/01-chief.eml: Filen saknas. Återställ mappen från en säkerhetskopia.",
        ],
    );
    let told = verify(&rerun);
    assert!(
        told.contains("follow-up.json blir en annan när den görs om.\n"),
        "{told}"
    );
    same(
        &verify(&["adalen"]),
        &[
            "lofte: adalen är inte en versions mapp. Ange en, till exempel outputs/kalix/2023-09/v1.",
        ],
    );
    same(
        &verify(&["adalen", "--language", "en"]),
        &[
            "lofte: adalen is not the folder of a version. Name one such as outputs/kalix/2023-09/v1.",
        ],
    );
}

#[test]
fn a_watch_tells_what_it_does_in_swedish() {
    let agreement_folder = AgreementFolder::new("");
    let errors = agreement_folder.path("errors");
    let prints = agreement_folder.path("prints");
    let mut watch = program::lofte()
        .current_dir(agreement_folder.path(""))
        .args(["watch", "adalen", "--every", "1", "--settle", "1"])
        .stdout(fs::File::create(&prints).unwrap())
        .stderr(Stdio::from(fs::File::create(&errors).unwrap()))
        .spawn()
        .unwrap();
    let until = |file: &std::path::Path, lines: usize| {
        let began = Instant::now();
        loop {
            let told = text(&fs::read(file).unwrap());
            if told.lines().count() >= lines || began.elapsed() > Duration::from_secs(60) {
                return told;
            }
            sleep(Duration::from_millis(50));
        }
    };
    let printed = until(&prints, 1);
    let drop = agreement_folder.path("adalen/workbooks");
    let away = agreement_folder.path("adalen/away");
    fs::rename(&drop, &away).unwrap();
    until(&errors, 1);
    fs::rename(&away, &drop).unwrap();
    let told = until(&errors, 2);
    watch.kill().unwrap();
    watch.wait().unwrap();
    same(
        &printed,
        &["adalen/receipts/polisen/Patruller.csv.txt: kvittot är skrivet"],
    );
    same(
        &told,
        &[
            "lofte: adalen/workbooks: No such file or directory (os error 2). Väntar tills den finns igen.",
            "lofte: adalen/workbooks finns igen.",
        ],
    );
}

#[test]
fn what_cannot_be_is_told_in_the_language_of_the_terminal() {
    let agreement_folder = AgreementFolder::new("");
    let here = agreement_folder.path("");
    fs::create_dir_all(here.join("other/adalen")).unwrap();
    let agreement = here.join("adalen/agreement.toml");
    fs::copy(&agreement, here.join("other/adalen/agreement.toml")).unwrap();
    fs::write(here.join("taken.toml"), "").unwrap();
    fs::write(here.join("report.hbs"), "").unwrap();
    let facts: [(&str, &str, &str); 11] = [
        (
            "send adalen",
            "lofte: Mappen outputs/adalen finns inte. Gör först en version med lofte run.",
            "lofte: The folder outputs/adalen does not exist. Make a version with lofte run first.",
        ),
        (
            "send --test jag",
            "lofte: ”jag” är ingen e-postadress. Skriv en som namn@example.se.",
            "lofte: “jag” is not a mail address. Give one such as namn@example.se.",
        ),
        (
            "send adalen other/adalen --approve 2023-09/v1",
            "lofte: Två mappar heter adalen, och deras versioner skulle blandas. Kör dem en i taget, var och en med en egen --out.",
            "lofte: Two folders are named adalen, and their versions would be mixed. Run them one at a time, each with its own --out.",
        ),
        (
            "run adalen --send",
            "lofte: Det finns inga inställningar för e-post. Skriv [mail] i en inställningsfil och ange den med --settings.",
            "lofte: There are no settings for mail. Write [mail] in a settings file and name it with --settings.",
        ),
        (
            "watch borta",
            "lofte: Mappen borta har ingen agreement.xlsx eller agreement.toml. Ange avtalets mapp.",
            "lofte: The folder borta has no agreement.xlsx or agreement.toml. Name the agreement's folder.",
        ),
        (
            "convert adalen --into taken.toml",
            "lofte: taken.toml: Filen finns redan och lämnas som den är. Ange en annan med --into.",
            "lofte: taken.toml: It is there already, and is left as it is. Name another file with --into.",
        ),
        (
            "convert adalen --into made.xlsx",
            "made.xlsx är skriven.",
            "made.xlsx is written.",
        ),
        (
            "templates export .",
            "lofte: . har redan report.hbs. Ange en annan mapp, eller skriv över med --force.",
            "lofte: . has report.hbs already. Name another folder, or overwrite them with --force.",
        ),
        (
            "schedule windows --settings %.toml",
            "kan inte stå i en schemalagd aktivitet i Windows. Välj ett vanligt namn.",
            "cannot stand in a task of Windows. Choose a plain name.",
        ),
        (
            "schedule windows --into job",
            "Skriven: job/lofte-task.xml",
            "Written: job/lofte-task.xml",
        ),
        (
            "init ny --municipality A --police-area B --from 2023-02-01 --to 2023-01-01",
            "lofte: Avtalstiden börjar 2023-02-01, efter sin sista dag 2023-01-01.",
            "lofte: The term begins on 2023-02-01, after its last day 2023-01-01.",
        ),
    ];
    for (arguments, swedish, english) in facts {
        for (language, told) in [("sv", swedish), ("en", english)] {
            let output = program::lofte()
                .current_dir(&here)
                .args(arguments.split(' '))
                .args(["--language", language])
                .output()
                .unwrap();
            let said = output_text(&output);
            assert!(
                said.lines().count() == 1 && said.trim_end().ends_with(told),
                "{arguments}: {said}"
            );
            let _ = fs::remove_file(here.join("made.xlsx"));
        }
    }
}

/// Who has an English locale is told in English where nothing else is asked for, whatever the command.
#[test]
fn an_english_locale_is_heeded_by_every_command() {
    let agreement_folder = AgreementFolder::new("");
    fs::create_dir(agreement_folder.path("inputs")).unwrap();
    fs::rename(
        agreement_folder.path("adalen"),
        agreement_folder.path("inputs/adalen"),
    )
    .unwrap();
    let told = |arguments: &str, locale: &str| {
        let output = program::lofte()
            .current_dir(agreement_folder.path(""))
            .env("LANG", locale)
            .args(arguments.split_whitespace())
            .output()
            .unwrap();
        output_text(&output)
    };
    for (arguments, swedish, english) in [
        ("", "lofte doctor visar", "lofte doctor "),
        (
            "doctor",
            "Avtalet går att läsa",
            "The agreement can be read",
        ),
        (
            "inspect inputs/adalen/workbooks/polisen/Patruller.csv",
            "Blad",
            "Sheet",
        ),
        ("send", "finns inte", "does not exist"),
    ] {
        let (own, other) = (told(arguments, "C.UTF-8"), told(arguments, "en_GB.UTF-8"));
        assert!(own.contains(swedish), "{arguments}: {own}");
        assert!(
            other.contains(english) && !other.contains(swedish),
            "{arguments}: {other}"
        );
    }
}
