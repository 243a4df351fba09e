//! A template as it is filled.

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Node {
    Text(String),
    Value(Path),
    /// The first nodes if the value says yes (`unless`: no), else the others.
    If {
        path: Path,
        says: bool,
        then: Vec<Node>,
        otherwise: Vec<Node>,
    },
    Each {
        path: Path,
        body: Vec<Node>,
        otherwise: Vec<Node>,
    },
    Partial {
        name: String,
        context: Option<Path>,
        named: Vec<(String, Path)>,
    },
}

/// Where a value stands: `@root.ui.now`, `../several`, `badge.name`, `this`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) from_root: bool,
    pub(super) up: usize,
    pub(super) keys: Vec<String>,
}
