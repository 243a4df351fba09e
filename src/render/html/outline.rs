//! Lines as SVG writes them, in as few signs as they take.

use serde::{Serialize, Serializer};

/// A place in a picture.
pub(crate) type XY = (u64, u64);

/// A line through places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Line {
    #[serde(rename = "path", serialize_with = "as_path")]
    pub(crate) points: Vec<XY>,
    /// Which of its corners have a dot, as the stylesheet names it; empty if none has.
    pub(crate) dots: &'static str,
}

impl Line {
    /// The line with all of its corners.
    pub(crate) fn through(points: Vec<XY>) -> Line {
        Line { points, dots: "" }
    }

    /// The line without corners at which it goes straight on, level or upright.
    pub(crate) fn along(points: Vec<XY>) -> Line {
        let mut kept: Vec<XY> = Vec::new();
        for point in points {
            while let [.., before, last] = kept.as_slice() {
                if !goes_on(*before, *last, point) {
                    break;
                }
                kept.pop();
            }
            kept.push(point);
        }
        Line::through(kept)
    }
}

/// Whether the way to the last place goes on to the next in the same direction, level or upright.
fn goes_on(before: XY, last: XY, next: XY) -> bool {
    let between = |one: u64, middle: u64, other: u64| {
        (one <= middle && middle <= other) || (one >= middle && middle >= other)
    };
    (before.1 == last.1 && last.1 == next.1 && between(before.0, last.0, next.0))
        || (before.0 == last.0 && last.0 == next.0 && between(before.1, last.1, next.1))
}

/// `M4 146h26l24-25 27-12v-3`: each step from the place before.
fn as_path<S: Serializer>(points: &[XY], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&path(points))
}

fn path(points: &[XY]) -> String {
    let Some(&(x, y)) = points.first() else {
        return String::new();
    };
    let mut path = format!("M{x} {y}");
    let mut command = 'M';
    for (&from, &to) in points.iter().zip(points.iter().skip(1)) {
        let (x, y) = (step(from.0, to.0), step(from.1, to.1));
        let (next, numbers) = match (x, y) {
            (_, 0) => ('h', vec![x]),
            (0, _) => ('v', vec![y]),
            _ => ('l', vec![x, y]),
        };
        if next != command {
            path.push(next);
        }
        for (index, number) in numbers.into_iter().enumerate() {
            if number >= 0 && (index > 0 || next == command) {
                path.push(' ');
            }
            path += &number.to_string();
        }
        command = next;
    }
    path
}

fn step(from: u64, to: u64) -> i64 {
    let length = i64::try_from(from.abs_diff(to)).unwrap_or(i64::MAX);
    if to < from { -length } else { length }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_written_step_by_step() {
        let line = [
            (4, 146),
            (30, 146),
            (54, 121),
            (81, 112),
            (81, 146),
            (80, 150),
        ];
        assert_eq!(path(&line), "M4 146h26l24-25 27-9v34l-1 4");
        assert_eq!(path(&[(4, 1), (6, 1), (9, 1), (5, 1)]), "M4 1h2 3-4");
        assert_eq!(path(&[(4, 1), (4, 1)]), "M4 1h0");
        assert_eq!(path(&[]), "");
    }

    #[test]
    fn corners_that_are_none_are_left_out() {
        let line = vec![(4, 9), (6, 9), (9, 9), (9, 5), (9, 2), (12, 1), (15, 0)];
        let kept = [(4, 9), (9, 9), (9, 2), (12, 1), (15, 0)];
        assert_eq!(Line::along(line.clone()).points, kept);
        assert_eq!(Line::through(line.clone()).points, line);
        // A way back is another way.
        let there_and_back = vec![(4, 9), (8, 9), (6, 9)];
        assert_eq!(Line::along(there_and_back.clone()).points, there_and_back);
    }
}
