//! The table as comma-separated values.

use super::matrix::Matrix;

const HEAD: &str = "behaviour,asks,section,target,version,server,verdict,what\n";

/// The table as CSV (RFC 4180, with LF as the end of a line): a line for each behaviour on each server.
pub fn csv(matrix: &Matrix) -> String {
    let mut text = HEAD.to_owned();
    for (behaviour, cells) in &matrix.rows {
        for (column, cell) in matrix.columns.iter().zip(cells) {
            let what: Vec<&str> = cell.remarks.iter().map(|it| it.what.as_str()).collect();
            let fields = [
                behaviour.name.as_str(),
                &behaviour.asks,
                behaviour.section.as_deref().unwrap_or_default(),
                &column.target,
                &column.version,
                &column.server_title,
                cell.verdict.word(),
                &what.join(" "),
            ];
            text += &fields.map(quoted).join(",");
            text.push('\n');
        }
    }
    text
}

/// The field, in quotes where it needs them.
fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r']) {
        return format!("\"{}\"", field.replace('"', "\"\""));
    }
    field.to_owned()
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_field_is_quoted_where_it_must_be() {
        assert_eq!(quoted("plain text"), "plain text");
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
    }
}
