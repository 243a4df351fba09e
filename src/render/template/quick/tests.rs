#![allow(clippy::unwrap_used)]

use handlebars::{Handlebars, html_escape};
use proptest::prelude::*;
use serde_json::json;

use super::super::embedded;
use super::*;

fn view() -> Value {
    json!({
        "name": "Å & <b>",
        "none": "",
        "null": null,
        "yes": true,
        "no": false,
        "zero": 0,
        "many": 12,
        "list": [
            {"name": "ett", "list": [{"name": "a"}, {"name": ""}]},
            {"name": "två", "list": []},
        ],
        "words": ["x", "y"],
        "inner": {"name": "inuti", "deep": {"name": "djupt"}},
    })
}

/// The same by handlebars, set as lofte sets it.
fn by_handlebars(texts: &[(&str, &str)], name: &str) -> Option<String> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.set_prevent_indent(true);
    registry.register_escape_fn(|text| match text {
        "" => "absent".to_owned(),
        text => html_escape(text),
    });
    for (name, text) in texts {
        registry.register_template_string(name, text).ok()?;
    }
    registry.render(name, &view()).ok()
}

fn quick(texts: &[(&str, &str)], name: &str) -> Option<String> {
    let templates = QuickTemplates::new(texts.iter().copied());
    templates.fill(name, Escape::Html, "absent", &view())
}

#[test]
fn every_embedded_template_is_of_the_plain_part() {
    for (name, text) in embedded().filter(|(name, _)| name.ends_with(".hbs")) {
        assert!(parse::nodes(text).is_some(), "{name}");
    }
}

#[test]
fn what_only_handlebars_knows_is_left_to_it() {
    for text in [
        "{{{name}}}",
        "{{&name}}",
        "{{~name}}",
        "{{name~}}",
        "\\{{name}}",
        "{{#with inner}}{{name}}{{/with}}",
        "{{#if yes}}{{else if no}}{{/if}}",
        "{{#each list as |one|}}{{one.name}}{{/each}}",
        "{{#each inner}}{{this}}{{/each}}",
        "{{lookup list 0}}",
        "{{len}}",
        "{{@index}}",
        "{{\"text\"}}",
        "{{12}}",
        "{{inner}}",
        "{{words}}",
        "{{missing}}",
        "{{#if missing}}x{{/if}}",
        "{{> missing.hbs}}",
        "{{#if yes}}",
        "{{/if}}",
        "{{name",
        "{{> self}}",
    ] {
        assert_eq!(quick(&[("self", text)], "self"), None, "{text}");
    }
}

#[test]
fn texts_are_escaped_as_handlebars_escapes_them() {
    let text: String = (' '..='~').chain("åäö «»–\u{a0}".chars()).collect();
    let mut escaped = String::new();
    push_escaped(&mut escaped, &text);
    assert_eq!(escaped, html_escape(&text));
}

/// A template of pieces, some of which stand alone on their line.
fn templates() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "text",
        " ",
        "\n",
        "  \n",
        "\r\n",
        "<p>",
        "{{name}}",
        "{{none}}",
        "{{null}}",
        "{{yes}}",
        "{{many}}",
        "{{this}}",
        "{{inner.deep.name}}",
        "{{@root.inner.name}}",
        "{{../name}}",
        "{{> part.hbs}}",
        "{{> part.hbs inner}}",
        "{{> part.hbs name=many}}",
        "{{!-- a }} note --}}",
        "{{! note }}",
        "{{zero}}",
    ])
    .prop_map(str::to_owned);
    leaf.prop_recursive(4, 40, 6, |inner| {
        let blocks = prop::sample::select(vec![
            ("if", "yes"),
            ("if", "no"),
            ("if", "none"),
            ("unless", "zero"),
            ("each", "list"),
            ("each", "words"),
            ("each", "@root.list"),
            ("if", "../yes"),
        ]);
        let nested = (
            blocks,
            inner.clone(),
            prop::option::of(inner.clone()),
            "\n?",
            "\n?",
        )
            .prop_map(|((name, path), then, other, first, last)| {
                let other = other.map(|other| format!("{{{{else}}}}{last}{other}"));
                format!(
                    "{{{{#{name} {path}}}}}{first}{then}{last}{}{{{{/{name}}}}}{first}",
                    other.unwrap_or_default()
                )
            });
        prop_oneof![
            prop::collection::vec(inner, 1..6).prop_map(|parts| parts.concat()),
            nested
        ]
    })
}

proptest! {
    #[test]
    fn what_is_filled_is_what_handlebars_fills(page in templates(), end in "\n?") {
        let texts = [("page", page.as_str()), ("part.hbs", &format!("[{{{{name}}}}]{end}"))];
        if let Some(filled) = quick(&texts, "page") {
            prop_assert_eq!(Some(filled), by_handlebars(&texts, "page"), "{:?}", page);
        }
    }
}
