//! A template's text → its nodes. Lines that hold a tag and nothing else leave no line behind, as handlebars has it.

use super::node::{Node, Path};

/// What handlebars does by itself under a bare name: no value is looked up there.
const HELPERS: [&str; 12] = [
    "lookup", "log", "eq", "ne", "gt", "gte", "lt", "lte", "and", "or", "not", "len",
];

/// A block that has begun.
struct Open {
    head: Head,
    /// What stood before it.
    before: Vec<Node>,
    /// What stands before its `else`, once that has come.
    then: Option<Vec<Node>>,
}

enum Head {
    If(Path),
    Unless(Path),
    Each(Path),
}

impl Head {
    fn name(&self) -> &'static str {
        match self {
            Head::If(_) => "if",
            Head::Unless(_) => "unless",
            Head::Each(_) => "each",
        }
    }
}

/// A tag, and where it stands.
struct Tag<'a> {
    what: What<'a>,
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What<'a> {
    Comment,
    Open(&'a str),
    Else,
    Close(&'a str),
    Partial(&'a str),
    Value(&'a str),
}

/// The nodes of a template; none if it holds what only handlebars knows.
pub(super) fn nodes(text: &str) -> Option<Vec<Node>> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0;
    // Whether the rest of the line belongs to the tag before.
    let mut line_is_tags = false;
    while let Some(tag) = next_tag(text, at)? {
        let mut between = text.get(at..tag.start)?;
        if line_is_tags && !between.is_empty() {
            (between, line_is_tags) = (without_line_end(between), false);
        }
        if !matches!(tag.what, What::Value(_)) {
            line_is_tags = stands_alone(text, &tag);
            // Blanks before a template taken in stay.
            if line_is_tags && !matches!(tag.what, What::Partial(_)) {
                between = between.trim_end_matches([' ', '\t']);
            }
        }
        if !between.is_empty() {
            nodes.push(Node::Text(between.to_owned()));
        }
        at = tag.end;
        match tag.what {
            What::Comment => {}
            What::Value(written) => nodes.push(Node::Value(value(written)?)),
            What::Partial(written) => nodes.push(partial(written)?),
            What::Open(written) => open.push(Open {
                head: head(written)?,
                before: std::mem::take(&mut nodes),
                then: None,
            }),
            What::Else => {
                let block = open.last_mut().filter(|block| block.then.is_none())?;
                block.then = Some(std::mem::take(&mut nodes));
            }
            What::Close(name) => {
                let block = open.pop().filter(|block| block.head.name() == name)?;
                let last = std::mem::replace(&mut nodes, block.before);
                nodes.push(closed(block.head, block.then, last));
            }
        }
    }
    let rest = text.get(at..)?;
    let rest = if line_is_tags {
        without_line_end(rest)
    } else {
        rest
    };
    if !rest.is_empty() {
        nodes.push(Node::Text(rest.to_owned()));
    }
    open.is_empty().then_some(nodes)
}

fn closed(head: Head, then: Option<Vec<Node>>, last: Vec<Node>) -> Node {
    let (then, otherwise) = match then {
        Some(then) => (then, last),
        None => (last, Vec::new()),
    };
    match head {
        Head::If(path) => Node::If {
            path,
            says: true,
            then,
            otherwise,
        },
        Head::Unless(path) => Node::If {
            path,
            says: false,
            then,
            otherwise,
        },
        Head::Each(path) => Node::Each {
            path,
            body: then,
            otherwise,
        },
    }
}

/// The next tag from a place on; none if it is one that only handlebars knows.
#[allow(clippy::option_option)]
fn next_tag(text: &str, from: usize) -> Option<Option<Tag<'_>>> {
    let Some(found) = text.get(from..)?.find("{{") else {
        return Some(None);
    };
    let start = from + found;
    if text.get(..start)?.ends_with('\\') {
        return None;
    }
    let rest = text.get(start + 2..)?;
    let (end, inner) = if rest.starts_with("!--") {
        let length = rest.find("--}}")?;
        (start + 2 + length + 4, "!")
    } else {
        let length = rest.find("}}")?;
        (start + 2 + length + 2, rest.get(..length)?)
    };
    let first = inner.chars().next()?;
    let after = inner.get(first.len_utf8()..)?;
    let what = match first {
        '!' => What::Comment,
        '#' => What::Open(after),
        '/' => What::Close(after),
        '>' => What::Partial(after.trim()),
        _ if inner == "else" => What::Else,
        _ if inner.starts_with("else ") => return None,
        _ => What::Value(inner),
    };
    Some(Some(Tag { what, start, end }))
}

/// Whether nothing but blanks stands on the tag's line before and after it.
fn stands_alone(text: &str, tag: &Tag<'_>) -> bool {
    let blank = [' ', '\t'];
    let (Some(before), Some(after)) = (text.get(..tag.start), text.get(tag.end..)) else {
        return false;
    };
    let (line, rest) = (
        before.trim_end_matches(blank),
        after.trim_start_matches(blank),
    );
    (after.is_empty() || rest.starts_with(['\n', '\r']))
        && (line.is_empty() || line.ends_with(['\n', '\r']))
}

/// The text after a tag that stands alone, without the end of its line.
fn without_line_end(text: &str) -> &str {
    let text = text.trim_start_matches([' ', '\t']);
    text.strip_prefix("\r\n")
        .or_else(|| text.strip_prefix('\n'))
        .unwrap_or(text)
}

fn head(written: &str) -> Option<Head> {
    let (name, given) = written.split_once(' ')?;
    let path = path(given)?;
    match name {
        "if" => Some(Head::If(path)),
        "unless" => Some(Head::Unless(path)),
        "each" => Some(Head::Each(path)),
        _ => None,
    }
}

fn value(written: &str) -> Option<Path> {
    if HELPERS.contains(&written) {
        return None;
    }
    path(written)
}

fn partial(written: &str) -> Option<Node> {
    let mut words = written.split(' ');
    let name = words.next().filter(|name| is_file_name(name))?.to_owned();
    let (mut context, mut named) = (None, Vec::new());
    for word in words {
        match word.split_once('=') {
            Some((name, given)) if is_key(name) => named.push((name.to_owned(), path(given)?)),
            None if context.is_none() && named.is_empty() => context = Some(path(word)?),
            _ => return None,
        }
    }
    Some(Node::Partial {
        name,
        context,
        named,
    })
}

fn path(written: &str) -> Option<Path> {
    let (from_root, mut rest) = match written.strip_prefix("@root.") {
        Some(rest) => (true, rest),
        None => (false, written),
    };
    let mut up = 0;
    while let Some(higher) = rest.strip_prefix("../").filter(|_| !from_root) {
        (up, rest) = (up + 1, higher);
    }
    if rest == "this" && !from_root {
        return (up == 0).then_some(Path {
            from_root,
            up,
            keys: Vec::new(),
        });
    }
    let keys: Vec<String> = rest.split('.').map(str::to_owned).collect();
    keys.iter().all(|key| is_key(key)).then_some(Path {
        from_root,
        up,
        keys,
    })
}

/// A name that can be nothing but a name.
fn is_key(word: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_lowercase() || sign == '_' || sign.is_ascii_digit();
    word.starts_with(|sign: char| sign.is_ascii_lowercase())
        && word.chars().all(plain)
        && !["this", "true", "false", "null", "else", "as"].contains(&word)
}

fn is_file_name(word: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '.');
    word.chars().all(plain) && !word.is_empty()
}
