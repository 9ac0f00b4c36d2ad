//! Web addresses (网址) at which something is published.
//!
//! Owns what counts as one: http or https, a host with a dot or an IP address, no spaces. Whether anything stands there nobody asks.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::text::half_width;

/// A web address as it is written, without spaces around.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WebAddress(String);

impl WebAddress {
    /// The address of a text; `None` when it is none. A text that begins with `www.` is meant as http.
    pub fn of(text: &str) -> Option<Self> {
        let text = half_width(text.trim());
        let lower = text.to_lowercase();
        let text = if lower.starts_with("www.") { format!("http://{text}") } else { text };
        let (scheme, rest) = text.split_once("://")?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
        let name = host.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(host, |(name, _)| name);
        let known = ["http", "https"].contains(&scheme.to_lowercase().as_str());
        let fits = |label: &str| {
            !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_')
        };
        let whole = text.chars().all(|letter| !letter.is_whitespace() && !letter.is_control());
        (known && whole && name.contains('.') && name.split('.').all(fits)).then_some(Self(text))
    }

    /// The address.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_what_is_none() {
        for text in [
            "http://www.ynsz.gov.cn/public/description/20509.html",
            "https://example.com:8443/a?b#c",
            "http://10.0.0.1/x",
        ] {
            assert_eq!(WebAddress::of(text).unwrap().text(), text);
        }
        assert_eq!(WebAddress::of(" www.ynsz.gov.cn ").unwrap().text(), "http://www.ynsz.gov.cn");
        for text in [
            "",
            "县政府门户网",
            "http://",
            "http://门户网",
            "ftp://a.b",
            "http://a b.c",
            "http://a..b",
            "javascript:alert(1)",
            "http//www.a.cn",
        ] {
            assert_eq!(WebAddress::of(text), None, "{text}");
        }
    }
}
