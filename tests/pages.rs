//! The pages held against the standards by the checkers of others: the Nu validator, and axe-core in Chromium. `tests/run`
//! installs them under target/.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "editions/mod.rs"]
mod editions;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use editions::{checkers, files, home};

/// The page as Chromium has it after its scripts, laid out at a width in CSS pixels.
fn dom(page: &Path, width: u32, profile: &Path) -> String {
    let opened = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"])
        .args(["--virtual-time-budget=60000", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("--window-size={width},1200"))
        .arg(format!("file://{}", page.display()))
        .output()
        .expect("Chromium (tests/run installs it)");
    assert!(opened.status.success(), "{}", String::from_utf8_lossy(&opened.stderr));
    String::from_utf8(opened.stdout).unwrap()
}

/// What a script appended to a copy of the page finds, as JSON. The page itself has none.
fn asked(page: &Path, scripts: &str, width: u32, room: &Path) -> Value {
    let copy = room.join("asked.html");
    let text = fs::read_to_string(page).unwrap();
    assert!(!text.contains("<script"), "{}", page.display());
    // In a frame, since no window is narrower than Chromium's least width.
    let framed = text.replace("</body>", &format!("{scripts}</body>"));
    fs::write(&copy, framed).unwrap();
    let frame = room.join("frame.html");
    fs::write(
        &frame,
        format!(
            "<!DOCTYPE html><html lang=en><title>frame</title><body style='margin:0'>\
             <iframe src='asked.html' style='border:0;width:{width}px;height:1000px'></iframe><pre id=found></pre>\
             <script>addEventListener('message', event => {{ document.getElementById('found').textContent = event.data }})</script>"
        ),
    )
    .unwrap();
    let dom = dom(&frame, 1400, &room.join("chromium"));
    let found = dom.split("<pre id=\"found\">").nth(1).and_then(|rest| rest.split("</pre>").next()).unwrap_or_default();
    let found = found.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    serde_json::from_str(&found).unwrap_or_else(|fault| panic!("{} at {width}: {fault}: {found}", page.display()))
}

#[test]
fn the_nu_validator_finds_nothing() {
    let room = tempfile::tempdir().unwrap();
    let pages = files(&home(room.path()), "html");
    assert!(pages.len() >= 4, "{pages:?}");
    let checked = Command::new("java")
        .arg("-jar")
        .arg(checkers().join("node_modules/vnu-jar/build/dist/vnu.jar"))
        .args(["--also-check-css", "--also-check-svg", "--errors-only"])
        .args(&pages)
        .output()
        .expect("Java (tests/run installs it)");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));

    // That it would have found something.
    let broken = room.path().join("broken.html");
    fs::write(&broken, fs::read_to_string(&pages[0]).unwrap().replacen("<h1", "<h1 id=\"top\"", 1)).unwrap();
    let checked = Command::new("java")
        .arg("-jar")
        .arg(checkers().join("node_modules/vnu-jar/build/dist/vnu.jar"))
        .arg(&broken)
        .status();
    assert!(!checked.unwrap().success());
}

#[test]
fn axe_finds_no_violation_on_phone_desktop_and_paper() {
    let room = tempfile::tempdir().unwrap();
    let axe = fs::read_to_string(checkers().join("node_modules/axe-core/axe.min.js")).unwrap();
    let run = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})\
               .then(r => parent.postMessage(JSON.stringify({passes: r.passes.length, violations: r.violations.map(v => \
               [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' ' + n.failureSummary.slice(0, 300))])}), '*'))";
    // What the page looks like on paper: its print rules, and none of those for screens.
    let paper = "for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) if (rule.media) \
                 rule.media.mediaText = rule.media.mediaText === 'print' ? 'all' : 'not all';";
    for page in files(&home(room.path()), "html") {
        for (width, before) in [(360, ""), (1200, ""), (700, paper)] {
            let scripts =
                format!("<script>{}</script><script>{before}{run}</script>", axe.replace("</script", "<\\/script"));
            let found = asked(&page, &scripts, width, room.path());
            assert_eq!(found["violations"], serde_json::json!([]), "{} at {width}", page.display());
            assert!(found["passes"].as_u64() > Some(10), "{found}");
        }
    }
}

/// 320 pixels are also what 400 % leaves of a window of 1280. Tables may be wider, inside a region of their own.
#[test]
fn nothing_but_tables_is_wider_than_a_narrow_screen() {
    let room = tempfile::tempdir().unwrap();
    let script = "<script>const wide = [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll') && \
                  !e.closest('svg') && !e.closest('.hidden') && !e.closest('.skip') && e.getBoundingClientRect().right > 321);\
                  parent.postMessage(JSON.stringify({scroll: document.documentElement.scrollWidth, \
                  wide: wide.map(e => e.outerHTML.slice(0, 200))}), '*')</script>";
    for page in files(&home(room.path()), "html") {
        let found = asked(&page, script, 320, room.path());
        assert_eq!(found, serde_json::json!({"scroll": 320, "wide": []}), "{}", page.display());
    }
}
