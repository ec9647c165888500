//! Tables as plain text: columns that fit the terminal.

use textwrap::{Options, WordSeparator, WordSplitter};

/// What is between two columns.
const GAP: usize = 2;

/// Rows as columns, each as wide as its widest cell. If they are wider than `limit`, the longest cells are
/// wrapped; if that is not enough, the columns become several tables, all of which have the first one.
pub(super) fn columns(rows: &[Vec<String>], limit: Option<usize>) -> String {
    let mut widths = natural(rows);
    if let Some(limit) = limit {
        let narrowest = longest_words(rows, widths.len());
        while total(&widths) > limit {
            let excess = total(&widths) - limit;
            let room = |at: usize| Some(widths.get(at)?.saturating_sub(*narrowest.get(at)?));
            let Some(widest) = (0..widths.len())
                .filter(|at| room(*at).is_some_and(|room| room > 0))
                .max_by_key(|at| widths.get(*at).copied())
            else {
                return tables(rows, &natural(rows), limit);
            };
            let narrower = excess.min(room(widest).unwrap_or_default());
            if let Some(width) = widths.get_mut(widest) {
                *width -= narrower;
            }
        }
    }
    rows.iter().map(|row| lines(row, &widths)).collect()
}

fn natural(rows: &[Vec<String>]) -> Vec<usize> {
    widest(rows, |cell| cell.chars().count())
}

/// How narrow each column can be.
fn longest_words(rows: &[Vec<String>], count: usize) -> Vec<usize> {
    let word = |cell: &str| cell.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    let mut widths = widest(rows, word);
    widths.resize(count, 0);
    widths
}

fn widest(rows: &[Vec<String>], width: impl Fn(&str) -> usize) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(width(cell));
        }
    }
    widths
}

fn total(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + widths.len().saturating_sub(1) * GAP
}

/// A row, whose cells may have several lines.
fn lines(row: &[String], widths: &[usize]) -> String {
    let wrapped = |(cell, width): (&String, &usize)| {
        let options = Options::new(*width)
            .word_separator(WordSeparator::AsciiSpace)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation);
        if cell.chars().count() <= *width {
            return vec![cell.clone()];
        }
        textwrap::wrap(cell, options).into_iter().map(String::from).collect()
    };
    let cells: Vec<Vec<String>> = row.iter().zip(widths).map(wrapped).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(1);
    let line = |number: usize| {
        let parts = cells
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{:width$}", cell.get(number).map_or("", String::as_str)));
        parts.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    (0..height).map(line).collect()
}

/// The columns in several tables.
fn tables(rows: &[Vec<String>], widths: &[usize], limit: usize) -> String {
    let Some((first, others)) = widths.split_first() else { return String::new() };
    let mut tables = Vec::new();
    let mut from = 1;
    while from <= others.len() {
        let mut to = from + 1;
        let width = |to: usize| first + total(widths.get(from..to).unwrap_or_default()) + GAP;
        while to < widths.len() && width(to + 1) <= limit {
            to += 1;
        }
        let part = |row: &Vec<String>| {
            row.first().into_iter().chain(row.get(from..to).unwrap_or_default()).cloned().collect()
        };
        let part: Vec<Vec<String>> = rows.iter().map(part).collect();
        tables.push(columns(&part, None));
        from = to;
    }
    tables.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&str], limit: usize) -> String {
        let row = |row: &&str| row.split('|').map(str::to_owned).collect();
        columns(&rows.iter().map(row).collect::<Vec<_>>(), Some(limit))
    }

    #[test]
    fn a_table_that_fits_stays() {
        assert_eq!(table(&["a|bc|d", "ab|c|d"], 9), "a   bc  d\nab  c   d\n");
    }

    #[test]
    fn long_cells_are_wrapped() {
        // The last line of a cell is as wide as its column at most.
        assert_eq!(
            table(&["name|one two three four|x", "other|five|y"], 20),
            "name   one two     x\n       three four\nother  five        y\n"
        );
    }

    #[test]
    fn what_can_not_be_wrapped_becomes_several_tables() {
        assert_eq!(
            table(&["|one|two|three", "name|yes|no|yes"], 14),
            "      one  two\nname  yes  no\n\n      three\nname  yes\n"
        );
    }
}
