//! The part of handlebars that the embedded templates are written in, filled without copies: values, `if`, `unless`, `each`,
//! `else`, comments, and other templates taken in. Handlebars takes in a template by a copy of everything it may see, and reads a
//! page's templates longer than it takes to make the rest of a report.
//!
//! Whatever is not this plain part, in a template or in a view, is left to handlebars, faults too: here they are only *not known*.
//! Where both can fill a template the result is the same to the byte; tests hold every one of theirs against the other.

mod node;
mod parse;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::Value;

use super::escape::Escape;
use node::{Node, Path};

/// Templates inside each other beyond this take in themselves.
const DEEPEST: usize = 16;

/// Templates by name, each read when it is first asked for.
#[derive(Debug)]
pub(super) struct QuickTemplates(BTreeMap<String, ReadOnce>);

#[derive(Debug)]
struct ReadOnce {
    text: String,
    nodes: OnceLock<Option<Vec<Node>>>,
}

impl QuickTemplates {
    /// Templates with their texts.
    pub(super) fn new<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> QuickTemplates {
        let unread = |(name, text): (&str, &str)| {
            let nodes = OnceLock::new();
            let text = text.to_owned();
            (name.to_owned(), ReadOnce { text, nodes })
        };
        QuickTemplates(texts.map(unread).collect())
    }

    /// The template filled with a view, with `absent` where a text is empty; none if only handlebars knows.
    pub(super) fn fill(
        &self,
        name: &str,
        escape: Escape,
        absent: &str,
        view: &Value,
    ) -> Option<String> {
        let mut filling = Filling {
            templates: self,
            escape,
            absent,
            root: view,
            frames: vec![Frame {
                value: view,
                named: Vec::new(),
            }],
            depth: 0,
            text: String::new(),
        };
        filling.nodes(self.nodes(name)?)?;
        Some(filling.text)
    }

    fn nodes(&self, name: &str) -> Option<&[Node]> {
        let template = self.0.get(name)?;
        let nodes = template.nodes.get_or_init(|| parse::nodes(&template.text));
        nodes.as_deref()
    }
}

/// What names are looked up in: an element of a list, or what a template taken in is given.
struct Frame<'a> {
    value: &'a Value,
    named: Vec<(&'a str, &'a Value)>,
}

struct Filling<'a> {
    templates: &'a QuickTemplates,
    escape: Escape,
    absent: &'a str,
    root: &'a Value,
    frames: Vec<Frame<'a>>,
    depth: usize,
    text: String,
}

impl<'a> Filling<'a> {
    fn nodes(&mut self, nodes: &'a [Node]) -> Option<()> {
        nodes.iter().try_for_each(|node| self.node(node))
    }

    fn node(&mut self, node: &'a Node) -> Option<()> {
        match node {
            Node::Text(text) => self.text.push_str(text),
            Node::Value(path) => match self.find(path)? {
                Value::String(text) if text.is_empty() => self.text.push_str(self.absent),
                Value::Null => self.text.push_str(self.absent),
                Value::String(text) => match self.escape {
                    Escape::Html => push_escaped(&mut self.text, text),
                    Escape::Nothing => self.text.push_str(text),
                },
                Value::Bool(yes) => self.text.push_str(if *yes { "true" } else { "false" }),
                // Neither digits nor a sign are escaped.
                Value::Number(number) => self.text.push_str(&number.to_string()),
                Value::Array(_) | Value::Object(_) => return None,
            },
            Node::If {
                path,
                says,
                then,
                otherwise,
            } => {
                let yes = says_yes(self.find(path)?)?;
                self.nodes(if yes == *says { then } else { otherwise })?;
            }
            Node::Each {
                path,
                body,
                otherwise,
            } => {
                let Value::Array(list) = self.find(path)? else {
                    return None;
                };
                if list.is_empty() {
                    return self.nodes(otherwise);
                }
                for value in list {
                    self.within(
                        Frame {
                            value,
                            named: Vec::new(),
                        },
                        body,
                    )?;
                }
            }
            Node::Partial {
                name,
                context,
                named,
            } => {
                let value = match context {
                    Some(path) => self.find(path)?,
                    None => self.frames.last()?.value,
                };
                let named = named
                    .iter()
                    .map(|(name, path)| Some((name.as_str(), self.find(path)?)))
                    .collect::<Option<Vec<_>>>()?;
                let body = self.templates.nodes(name)?;
                if self.depth == DEEPEST {
                    return None;
                }
                self.depth += 1;
                self.within(Frame { value, named }, body)?;
                self.depth -= 1;
            }
        }
        Some(())
    }

    fn within(&mut self, frame: Frame<'a>, body: &'a [Node]) -> Option<()> {
        self.frames.push(frame);
        self.nodes(body)?;
        self.frames.pop();
        Some(())
    }

    /// The value that stands there; none if there is none.
    fn find(&self, path: &Path) -> Option<&'a Value> {
        if path.from_root {
            return path.keys.iter().try_fold(self.root, below);
        }
        let given = path.keys.split_first().and_then(|(first, rest)| {
            let mut named = self.frames.iter().rev().flat_map(|frame| &frame.named);
            let (_, value) = named.find(|(name, _)| name == first)?;
            Some((*value, rest))
        });
        if let Some((value, rest)) = given {
            return rest.iter().try_fold(value, below);
        }
        let frame = self.frames.iter().rev().nth(path.up)?;
        path.keys.iter().try_fold(frame.value, below)
    }
}

fn below<'a>(value: &'a Value, key: &String) -> Option<&'a Value> {
    match value {
        Value::Object(fields) => fields.get(key),
        _ => None,
    }
}

/// What a condition makes of a value; none for a number that only handlebars weighs.
fn says_yes(value: &Value) -> Option<bool> {
    match value {
        Value::Null => Some(false),
        Value::Bool(yes) => Some(*yes),
        Value::Number(number) => Some(number.as_i64()? != 0),
        Value::String(text) => Some(!text.is_empty()),
        Value::Array(list) => Some(!list.is_empty()),
        Value::Object(fields) => Some(!fields.is_empty()),
    }
}

/// Adds a text as `handlebars::html_escape` writes it.
fn push_escaped(to: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let written = match byte {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'&' => "&amp;",
            b'\'' => "&#x27;",
            b'`' => "&#x60;",
            b'=' => "&#x3D;",
            _ => continue,
        };
        to.push_str(text.get(from..at).unwrap_or_default());
        to.push_str(written);
        from = at + 1;
    }
    to.push_str(text.get(from..).unwrap_or_default());
}

#[cfg(test)]
mod tests;
