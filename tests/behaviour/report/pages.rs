//! The pages and letters held against the standards by the checkers of others: the Nu validator, and axe-core in Chromium.
//! `tests/run` installs them under target/.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::made::{self, checkers, english, hard, kalix, letters, many};
use crate::setup::files::files_ending;
use crate::setup::program;
use crate::setup::program::text;
use serde_json::{Value, json};

/// Every edition and start page of three agreements, the web's page in two of one with many pledges, and the roll-up of all.
fn pages(room: &Path) -> Vec<PathBuf> {
    let homes = [kalix(room), hard(room), english(room)];
    let in_two = many(room, 60).join("2023-09/v1/public");
    let pages: Vec<PathBuf> = homes
        .iter()
        .flat_map(|home| files_ending(home, ".html"))
        .chain(files_ending(&in_two, ".html"))
        .chain([room.join("outputs/index.html")])
        .collect();
    assert_eq!(pages.len(), 15, "{pages:?}");
    pages
}

fn nu(arguments: &[&str], pages: &[PathBuf]) -> Output {
    Command::new("java")
        .arg("-jar")
        .arg(checkers().join("node_modules/vnu-jar/build/dist/vnu.jar"))
        .args(arguments)
        .args(pages)
        .output()
        .expect("Java (tests/run installs it)")
}

#[test]
fn the_nu_validator_finds_nothing() {
    let room = tempfile::tempdir().unwrap();
    let pages = pages(room.path());
    let checked = nu(
        &["--also-check-css", "--also-check-svg", "--Werror"],
        &pages,
    );
    assert!(checked.status.success(), "{}", text(&checked.stderr));
    // Programs that read mail need what the standard calls obsolete: only errors count.
    let letters = letters(room.path());
    assert!(letters.len() > 6, "{letters:?}");
    let checked = nu(&["--errors-only"], &letters);
    assert!(checked.status.success(), "{}", text(&checked.stderr));

    // That it would have found something.
    let broken = room.path().join("broken.html");
    fs::write(
        &broken,
        fs::read_to_string(&pages[0])
            .unwrap()
            .replacen("<h1", "<h1 id=\"top\"", 1),
    )
    .unwrap();
    assert!(!nu(&[], &[broken]).status.success());
}

/// What a script appended to a copy of each page finds, as JSON. The pages themselves have none. They are laid out at a
/// width in CSS pixels, in frames, since no window is narrower than Chromium's least width.
fn asked(pages: &[PathBuf], scripts: &str, width: u32, room: &Path) -> Vec<Value> {
    let mut frames = String::new();
    for (number, page) in pages.iter().enumerate() {
        let text = fs::read_to_string(page).unwrap();
        assert!(!text.contains("<script"), "{}", page.display());
        let tell = format!(
            "<script>const tell = found => parent.postMessage([{number}, found], '*')</script>"
        );
        // The page's own policy lets no script in.
        let policy = text.find("<meta http-equiv=\"Content-Security-Policy\"");
        let policy = policy.map(|at| text[at..].split_inclusive('>').next().unwrap());
        let copy = text
            .replace(policy.unwrap_or("<no policy>"), "")
            .replace("</body>", &format!("{tell}{scripts}</body>"));
        fs::write(room.join(format!("asked-{number}.html")), copy).unwrap();
        frames += &format!(
            "<iframe src='asked-{number}.html' style='border:0;width:{width}px;height:1000px'></iframe>"
        );
    }
    let frame = room.join("frame.html");
    let listen = "const all = []; addEventListener('message', event => { if (!Array.isArray(event.data)) return; \
                  all[event.data[0]] = event.data[1]; document.getElementById('found').textContent = JSON.stringify(all) })";
    fs::write(
        &frame,
        format!(
            "<!DOCTYPE html><html lang=en><title>frame</title><script>{listen}</script><body style='margin:0'>\
             <pre id=found></pre>{frames}"
        ),
    )
    .unwrap();
    let options = [
        "--hide-scrollbars",
        "--virtual-time-budget=600000",
        "--window-size=1400,1200",
    ];
    let dom = made::dom(&frame, room, &options);
    let found = dom
        .split("<pre id=\"found\">")
        .nth(1)
        .and_then(|rest| rest.split("</pre>").next())
        .unwrap_or_default();
    let found = found
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    let found: Vec<Value> =
        serde_json::from_str(&found).unwrap_or_else(|fault| panic!("{width}: {fault}: {found}"));
    assert_eq!(found.len(), pages.len(), "not every page answered");
    found
}

/// Opens what is folded, so that it is looked at too.
const UNFOLD: &str =
    "for (const folded of document.querySelectorAll('details')) folded.open = true;";

#[test]
fn axe_finds_no_violation_on_phone_desktop_and_paper() {
    let room = tempfile::tempdir().unwrap();
    let axe = fs::read_to_string(checkers().join("node_modules/axe-core/axe.min.js")).unwrap();
    let axe = axe.replace("</script", "<\\/script");
    let run = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})\
               .then(r => tell({passes: r.passes.length, violations: r.violations.map(v => \
               [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' ' + n.failureSummary.slice(0, 300))])}))";
    // What the page looks like on paper: its print rules, and none of those for screens.
    let paper = "for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) if (rule.media) \
                 rule.media.mediaText = rule.media.mediaText === 'print' ? 'all' : 'not all';";
    let mut pages = pages(room.path());
    pages.extend(letters(room.path()));
    for (width, before) in [(360, UNFOLD), (1280, UNFOLD), (700, paper)] {
        let scripts = format!("<script>{axe}</script><script>{before}{run}</script>");
        for (page, found) in pages
            .iter()
            .zip(asked(&pages, &scripts, width, room.path()))
        {
            assert_eq!(
                found["violations"],
                json!([]),
                "{} at {width}",
                page.display()
            );
            assert!(
                found["passes"].as_u64() > Some(10),
                "{}: {found}",
                page.display()
            );
        }
    }
}

/// 320 pixels are also what 400 % leaves of a window of 1280. Tables may be wider, inside a region of their own.
#[test]
fn nothing_but_tables_is_wider_than_a_narrow_screen() {
    let room = tempfile::tempdir().unwrap();
    let script = format!(
        "<script>{UNFOLD} const wide = [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll') && \
         !e.closest('svg') && !e.closest('.hidden') && !e.closest('.skip') && e.getBoundingClientRect().right > 321);\
         tell({{scroll: document.documentElement.scrollWidth, wide: wide.map(e => e.outerHTML.slice(0, 200))}})</script>"
    );
    let mut pages = pages(room.path());
    pages.extend(letters(room.path()));
    for (page, found) in pages.iter().zip(asked(&pages, &script, 320, room.path())) {
        assert_eq!(
            found,
            json!({"scroll": 320, "wide": []}),
            "{}",
            page.display()
        );
    }
}

/// It goes on the municipality's own web.
#[test]
fn the_public_page_is_light_and_promises_no_cells() {
    let room = tempfile::tempdir().unwrap();
    let home = kalix(room.path());
    let page = fs::read_to_string(home.join("2023-09/v1/public/report.html")).unwrap();
    assert!(page.len() < 90_000, "{}", page.len());
    let details = home.join("2023-09/v1/public/details.html");
    assert!(!details.exists() && !page.contains("details.html"));
    assert!(!page.contains("sin cell") && page.contains("default-src 'none'"));
    assert!(
        page.matches("<svg class=\"chart\"").count() > 5,
        "its pictures"
    );
    assert_eq!(
        page.matches("<svg class=\"chart\"").count(),
        page.matches("<table class=\"drawn\">").count(),
        "under each its figures"
    );
    let letter = letters(room.path())
        .into_iter()
        .map(|letter| fs::read_to_string(letter).unwrap());
    let social = letter.filter(|letter| letter.contains("Text för sociala medier"));
    assert_eq!(social.count(), 1, "to the web alone");
}

/// A4 with its margins is 180 millimetres wide, which are 680 pixels.
#[test]
fn nothing_is_cut_off_on_paper() {
    let room = tempfile::tempdir().unwrap();
    let script = "<script>for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) if (rule.media) \
                  rule.media.mediaText = rule.media.mediaText === 'print' ? 'all' : 'not all';\
                  const wide = [...document.querySelectorAll('main *')].filter(e => !e.closest('svg') && \
                  !e.closest('.hidden') && e.getBoundingClientRect().right > 681);\
                  tell(wide.map(e => e.outerHTML.slice(0, 200)))</script>";
    let pages = pages(room.path());
    for (page, found) in pages.iter().zip(asked(&pages, script, 680, room.path())) {
        assert_eq!(found, json!([]), "{}", page.display());
    }
}

/// The words of a page or letter that people see.
fn words(page: &Path) -> String {
    let text = fs::read_to_string(page).unwrap();
    let body = text.split("</style>").last().unwrap();
    body.split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn no_language_is_left_in_a_report_of_another() {
    let room = tempfile::tempdir().unwrap();
    let home = english(room.path());
    let pages = files_ending(&home, ".html")
        .into_iter()
        .chain(letters(room.path()))
        .chain(files_ending(&home, ".json"));
    for page in pages.filter(|page| !page.ends_with("outbox.json")) {
        let words = words(&page);
        let swedish = words
            .find(|sign| "åäöÅÄÖ«»".contains(sign))
            .map(|at| words[at.saturating_sub(40)..].chars().take(80));
        assert!(
            swedish.is_none(),
            "{}: {}",
            page.display(),
            swedish.unwrap().collect::<String>()
        );
        assert!(
            words.contains("pledge") || words.contains("workbook"),
            "{}",
            page.display()
        );
    }
    fs::remove_dir_all(&home).unwrap();
    let home = kalix(room.path());
    for page in files_ending(&home, ".html")
        .into_iter()
        .chain(letters(room.path()))
    {
        let words = words(&page).to_lowercase();
        for english in [
            " the ",
            " and ",
            " not ",
            " of ",
            " is ",
            " pledge",
            " workbook",
            " police ",
            " with ",
        ] {
            assert!(!words.contains(english), "{}: {english}", page.display());
        }
    }
}

/// Neither in pages nor in letters is text from an agreement or a workbook anything but text.
#[test]
fn hostile_text_is_only_text() {
    let room = tempfile::tempdir().unwrap();
    let home = hard(room.path());
    let pages: Vec<PathBuf> = files_ending(&home, ".html")
        .into_iter()
        .chain(letters(room.path()))
        .collect();
    for page in &pages {
        let text = fs::read_to_string(page).unwrap();
        assert!(
            !text.contains("<script") && !text.contains("<b>"),
            "{}",
            page.display()
        );
        for sign in ['\u{202e}', '\u{200f}'] {
            assert!(!text.contains(sign), "{}: {sign:?}", page.display());
        }
    }
    let full = fs::read_to_string(home.join("2025-05/v1/report.html")).unwrap();
    assert!(
        full.contains("&lt;script&gt;alert(1)&lt;/script&gt; {{x}} {{#each}} #let"),
        "{}",
        home.display()
    );
    // What a partner's remark says of people stays in the full edition.
    let public = files_ending(&home.join("2025-05/v1/public"), ".html")
        .into_iter()
        .chain(files_ending(&home.join("2025-05/v1/public"), ".json"));
    assert!(full.contains("Anna Testsson"));
    for page in public {
        assert!(
            !fs::read_to_string(&page).unwrap().contains("Testsson"),
            "{}",
            page.display()
        );
    }
}

/// A template that asks for what is not there stops the run before there is anything to send, whichever it is of.
#[test]
fn a_broken_template_stops_before_anything_is_written() {
    let room = tempfile::tempdir().unwrap();
    for (name, template, output_text) in [
        (
            "letter.html.hbs",
            "\n{{#if greting}}x{{/if}}",
            "letter.html.hbs: line 2: there is no value named greting; did you mean greeting?",
        ),
        (
            "letter-partner.txt.hbs",
            "{{#each section}}x{{/each}}",
            "did you mean sections?",
        ),
        (
            "index.hbs",
            "{{#unless nne}}x{{/unless}}",
            "index.hbs: line 1: there is no value named nne; did you mean none?",
        ),
        (
            "parts.hbs",
            "{{#each rows}}{{badge.wrd}}{{/each}}",
            "did you mean word?",
        ),
        ("report.css", "body {", ""),
    ] {
        let inputs = room.path().join("broken");
        made::agreement(&inputs, &[(name, template)]);
        let output = made::lofte(&inputs, room.path());
        let said = text(&output.stderr);
        if output_text.is_empty() {
            assert_eq!(output.status.code(), Some(0), "{said}");
            continue;
        }
        assert_eq!(output.status.code(), Some(1), "{name}: {said}");
        assert!(
            said.contains(output_text) && said.trim().lines().count() == 1,
            "{name}: {said}"
        );
        assert!(!room.path().join("outputs").exists(), "{name}");
    }
}

/// The exported templates, taken as the agreement's own, make the same version.
#[test]
fn exported_templates_make_the_same_pages() {
    let room = tempfile::tempdir().unwrap();
    let inputs = room.path().join("broken");
    made::agreement(&inputs, &[]);
    let made = |out: &str| {
        let output = made::lofte(&inputs, &room.path().join(out));
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        files_ending(&room.path().join(out), ".html")
            .iter()
            .map(|page| fs::read_to_string(page).unwrap())
            .collect::<Vec<_>>()
    };
    let embedded = made("one");
    let exported = program::lofte()
        .args(["templates", "export"])
        .arg(inputs.join("templates"))
        .status();
    assert!(exported.unwrap().success());
    assert_eq!(made("two"), embedded);
}
