//! Lines laid out for standard output: wrapped and coloured where that is a terminal, as they are where it is a file or a pipe.

use std::io::{self, IsTerminal};

use anstream::ColorChoice;
use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSeparator};

use crate::render::{Stress, TerminalLine};

/// No line is broken to fewer columns than these.
const NARROWEST: usize = 20;

/// How lines are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// So many columns; none where lines are not broken.
    width: Option<usize>,
    coloured: bool,
}

impl Layout {
    /// That of standard output. `NO_COLOR` and `TERM=dumb` are heeded.
    pub(super) fn of_stdout() -> Layout {
        let stdout = io::stdout();
        if !stdout.is_terminal() {
            return Layout::default();
        }
        let size = terminal_size::terminal_size_of(&stdout);
        Layout {
            width: size.map(|(width, _)| usize::from(width.0).max(NARROWEST)),
            coloured: anstream::AutoStream::choice(&stdout) != ColorChoice::Never,
        }
    }

    /// A line, or the lines that it is broken into. What is too long for one, such as the name of a file, stays whole.
    pub(super) fn lay_out(self, line: &TerminalLine) -> String {
        let pieces = line.pieces.iter();
        let text: String = pieces
            .map(|(stress, text)| self.stressed(*stress, text))
            .collect();
        let indent = "  ".repeat(line.indent);
        let Some(width) = self.width else {
            return format!("{indent}{text}").trim_end().to_owned();
        };
        let below = format!("{indent}  ");
        let options = Options::new(width)
            .initial_indent(&indent)
            .subsequent_indent(&below)
            .break_words(false)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .word_separator(WordSeparator::AsciiSpace);
        textwrap::wrap(&text, options).join("\n")
    }

    fn stressed(self, stress: Stress, text: &str) -> String {
        let style = match stress {
            _ if !self.coloured => Style::new(),
            Stress::None => Style::new(),
            Stress::Heading => Style::new().bold(),
            Stress::Good => AnsiColor::Green.on_default().bold(),
            Stress::Attention => AnsiColor::Yellow.on_default().bold(),
            Stress::Bad => AnsiColor::Red.on_default().bold(),
            Stress::Unknown => AnsiColor::Magenta.on_default().bold(),
            Stress::Soft => Style::new().dimmed(),
        };
        format!("{style}{text}{style:#}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> TerminalLine {
        TerminalLine::new(1).with(Stress::Bad, "Ej uppfyllt").with(
            Stress::None,
            " 3\u{a0}tillfällen av 12, se polisen/En mycket_lång_fil_som_ingen_bryter.xlsx",
        )
    }

    #[test]
    fn a_pipe_gets_a_line_as_it_is() {
        let text = Layout::default().lay_out(&line());
        assert!(
            text.starts_with("  Ej uppfyllt 3\u{a0}tillfällen av 12, se"),
            "{text}"
        );
        assert_eq!(text.lines().count(), 1);
    }

    #[test]
    fn a_terminal_gets_lines_of_its_width_and_no_name_is_broken() {
        let layout = Layout {
            width: Some(30),
            coloured: false,
        };
        let text = layout.lay_out(&line());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "  Ej uppfyllt 3\u{a0}tillfällen av");
        assert_eq!(lines[1], "    12, se polisen/En");
        assert_eq!(lines[2], "    mycket_lång_fil_som_ingen_bryter.xlsx");
    }

    #[test]
    fn colours_take_no_room_and_stand_beside_the_word() {
        let layout = Layout {
            width: Some(30),
            coloured: true,
        };
        let text = layout.lay_out(&line());
        assert!(
            text.contains("\u{1b}[31m") && text.contains("Ej uppfyllt"),
            "{text:?}"
        );
        assert_eq!(text.lines().count(), 3, "{text:?}");
    }
}
