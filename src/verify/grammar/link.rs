use super::list::split;
use super::token::parameters;
use super::uri::reference;

/// A link of the field Link (RFC 8288, section 3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::verify) struct Link {
    /// The relation types.
    pub(in crate::verify) relations: Vec<String>,
}

impl Link {
    /// Parses the links of one value, or returns what is wrong with them.
    pub(in crate::verify) fn all(value: &str) -> Result<Vec<Self>, String> {
        split(value).iter().map(|element| Self::new(element)).collect()
    }

    fn new(element: &str) -> Result<Self, String> {
        let (target, rest) = element
            .strip_prefix('<')
            .and_then(|rest| rest.split_once('>'))
            .ok_or_else(|| format!("`{}` has no target in `<>`", element.escape_debug()))?;
        reference(target)?;
        let parameters = parameters(rest, true).ok_or_else(|| {
            format!("the parameters of `{}` are malformed", element.escape_debug())
        })?;
        let relation = parameters.iter().find(|(name, _)| name == "rel");
        match relation {
            Some((_, types)) if !types.trim().is_empty() => {
                Ok(Self { relations: types.split(' ').map(str::to_ascii_lowercase).collect() })
            }
            _ => Err(format!("`{}` has no relation", element.escape_debug())),
        }
    }
}
