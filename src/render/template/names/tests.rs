#![allow(clippy::unwrap_used)]

use serde_json::json;

use super::*;

fn fault(text: &str) -> Option<String> {
    let mut registry = Handlebars::new();
    registry
        .register_template_string("inner.hbs", "en\n{{word}}")
        .unwrap();
    registry
        .register_template_string("outer.hbs", text)
        .unwrap();
    let specimen = json!({
        "title": "", "rows": [{"cell": "", "badge": {"word": ""}}], "ui": {"skip": ""}, "several": false
    });
    check(&registry, "outer.hbs", &specimen)
        .err()
        .map(|error| error.to_string())
}

#[test]
fn names_that_are_there_are_found() {
    for text in [
        "{{title}} {{this.title}} {{#if several}}{{title}}{{else}}{{ui.skip}}{{/if}}",
        "{{#each rows}}{{cell}}{{../title}}{{@root.ui.skip}}{{@index}}{{> inner.hbs badge}}{{/each}}",
        "{{#unless rows}}{{title}}{{/unless}}{{#with ui}}{{skip}}{{../several}}{{/with}}{{len rows}}",
        "{{#each rows as |row place|}}{{row.cell}}{{place}}{{cell}}{{#with row.badge as |b|}}{{b.word}}{{/with}}{{/each}}",
        "{{rows.[0].cell}} {{rows.0.badge.word}} {{[title]}} {{./title}} {{@root/title}}",
        "{{lookup ui \"skip\"}} {{#each (lookup this \"rows\")}}{{cell}}{{@key}}{{@first}}{{@last}}{{/each}}",
        "{{> inner.hbs word=title}} {{> inner.hbs word=\"x\"}}",
    ] {
        assert_eq!(fault(text), None, "{text}");
    }
}

#[test]
fn a_name_that_is_not_there_is_told_wherever_it_stands() {
    for (text, found) in [
        (
            "\n{{titel}}",
            "outer.hbs: line 2: there is no value named titel; did you mean title?",
        ),
        ("{{#if titel}}x{{/if}}", "did you mean title?"),
        ("{{#unless severl}}x{{/unless}}", "did you mean several?"),
        ("{{#if several}}{{else}}\n{{titel}}{{/if}}", "line 2: "),
        ("{{#each rows}}{{sell}}{{/each}}", "did you mean cell?"),
        ("{{#each rows}}{{title}}{{/each}}", "no value named title"),
        (
            "{{#each rows}}{{../../title}}{{/each}}",
            "../../title leads out of the report",
        ),
        ("{{#each row}}x{{/each}}", "did you mean rows?"),
        ("{{#each title}}x{{/each}}", "each goes through a list"),
        ("{{@root.ui.skp}}", "did you mean skip?"),
        ("{{ui}}", "cannot be printed"),
        ("{{rows}}", "cannot be printed"),
        ("{{#iff several}}x{{/iff}}", "did you mean if?"),
        ("{{> iner.hbs}}", "did you mean inner.hbs?"),
        (
            "{{> inner.hbs ui}}",
            "inner.hbs: line 2: there is no value named word",
        ),
        ("{{> outer.hbs}}", "takes in itself"),
        ("{{len row}}", "did you mean rows?"),
        ("{{#if (eq titel 1)}}x{{/if}}", "did you mean title?"),
        (
            "{{#each rows as |row|}}{{row.sell}}{{/each}}",
            "did you mean cell?",
        ),
        (
            "{{#each rows as |row|}}x{{/each}}{{row.cell}}",
            "no value named row",
        ),
        (
            "{{#if several}}{{lookup ui \"skp\"}}{{/if}}",
            "did you mean skip?",
        ),
        (
            "{{#if several}}{{#each rows}}{{@inde}}{{/each}}{{/if}}",
            "did you mean @index?",
        ),
        ("{{@rot.title}}", "did you mean @root?"),
        ("{{[titel]}}", "did you mean title?"),
        ("{{rows.0.sell}}", "did you mean cell?"),
        (
            "{{> inner.hbs word=titel}}",
            "outer.hbs: line 1: there is no value named titel",
        ),
        (
            "{{> inner.hbs wrd=title}}",
            "inner.hbs: line 2: there is no value named word",
        ),
        ("{{> (lookup ui \"skip\")}}", "must stand as it is"),
        ("{{#*inline \"own\"}}{{titel}}{{/inline}}", "not taken"),
        (
            "{{#unless several includeZero=titel}}x{{/unless}}",
            "did you mean title?",
        ),
        ("{{../title}}", "leads out of the report"),
    ] {
        let fault = fault(text);
        assert!(
            fault.as_deref().is_some_and(|fault| fault.contains(found)),
            "{text}: {fault:?}"
        );
    }
}
