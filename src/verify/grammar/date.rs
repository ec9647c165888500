use super::Verdict;

/// A date in the one format that senders may use (RFC 9110, section 5.6.7).
pub(in crate::verify) fn date(value: &str) -> Verdict {
    match httpdate::parse_http_date(value).map(httpdate::fmt_http_date) {
        Ok(same) if same == value => Ok(()),
        _ => Err(format!(
            "`{}` is no date like `Sun, 06 Nov 1994 08:49:37 GMT`",
            value.escape_debug()
        )),
    }
}

/// A number of seconds or a date (RFC 9110, section 10.2.3).
pub(in crate::verify) fn retry_after(value: &str) -> Verdict {
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(());
    }
    date(value).map_err(|_| format!("`{}` is neither seconds nor a date", value.escape_debug()))
}
