//! Templates: identity numbers in what is read of them, not in drawings and styles, whose numbers are points and colours.

use super::mask::without_identity_numbers;

/// An agreement's own template of that name.
pub(crate) fn template_without_identity_numbers(name: &str, text: String) -> String {
    if name.ends_with(".css") {
        return text;
    }
    if !text.contains('<') {
        return without_identity_numbers(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        shown.push_str(&without_identity_numbers(before.to_owned()));
        let end = DRAWINGS
            .iter()
            .find(|(begins, _)| tag.starts_with(begins))
            .map_or(">", |(_, ends)| ends);
        let length = tag.find(end).map_or(tag.len(), |at| at + end.len());
        let (tag, after) = tag.split_at(length);
        shown.push_str(tag);
        rest = after;
    }
    shown.push_str(&without_identity_numbers(rest.to_owned()));
    shown
}

const DRAWINGS: [(&str, &str); 3] = [
    ("<style", "</style>"),
    ("<svg", "</svg>"),
    ("<script", "</script>"),
];
