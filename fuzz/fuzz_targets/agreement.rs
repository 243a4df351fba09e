//! Any text as an agreement.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lofte::load::load;
use lofte::model::finding::Severity;

fuzz_target!(|text: &str| {
    let loaded = load("prov", text, &|name| (name == "gemensamt.toml").then(|| "[partners.a]\nname = \"A\"\n".to_owned()));
    let stopped = loaded.findings.iter().any(|finding| finding.severity() == Severity::Error);
    assert_eq!(loaded.value.is_none(), stopped, "{:?}", loaded.findings);
    for finding in &loaded.findings {
        let line = finding.place.line.unwrap_or_else(|| panic!("no line: {finding:?}"));
        assert!((1..=text.lines().count().max(1) + 1).contains(&line), "{finding:?}");
    }
});
