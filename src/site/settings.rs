use std::path::PathBuf;
use std::str::FromStr;

/// The settings of the site's owner.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "cli", derive(clap::Args))]
pub struct Settings {
    /// The site's address; adds a sitemap and canonical URLs
    #[cfg_attr(feature = "cli", arg(long, value_name = "URL"))]
    pub base_url: Option<BaseUrl>,
    /// The site's name
    #[cfg_attr(feature = "cli", arg(long, default_value = TITLE))]
    pub title: String,
    /// A target whose examples are shown; can be repeated [default: every target]
    #[cfg_attr(
        feature = "cli",
        arg(long = "target", value_name = "TARGET", value_delimiter = ',')
    )]
    pub targets: Vec<String>,
    /// Which pairs of codes get a page
    #[cfg_attr(feature = "cli", arg(long, value_enum, default_value_t))]
    pub pairs: Pairs,
    /// The shape of error responses, such as json or problem [default: json]
    #[cfg_attr(feature = "cli", arg(long, value_name = "NAME"))]
    pub body: Option<String>,
    /// The folder of the npm package, so that readers can change an example in their browser
    #[cfg_attr(feature = "cli", arg(long, value_name = "DIR", value_hint = clap::ValueHint::DirPath))]
    pub playground: Option<PathBuf>,
}

const TITLE: &str = "HTTP status codes";

impl Default for Settings {
    fn default() -> Self {
        let title = TITLE.to_owned();
        Self {
            base_url: None,
            title,
            targets: Vec::new(),
            pairs: Pairs::default(),
            body: None,
            playground: None,
        }
    }
}

/// Which codes are set side by side on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Pairs {
    /// Pairs that people confuse, with a written comparison
    #[default]
    Curated,
    /// Also every registered code with every other one
    All,
}

/// The address of a site: `http` or `https`, a host, and a path that ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The address, which ends with a slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its path, which begins and ends with a slash.
    pub(super) fn path(&self) -> &str {
        let after = self.0.split_once("://").map_or("", |(_, rest)| rest);
        after.find('/').and_then(|at| after.get(at..)).unwrap_or("/")
    }
}

impl FromStr for BaseUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let plain =
            |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/[]%!$()*+,;=@".contains(&byte);
        if host.is_empty() || !text.bytes().all(plain) {
            return Err("expected `https://` and a host, and optionally a path".into());
        }
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }
}
