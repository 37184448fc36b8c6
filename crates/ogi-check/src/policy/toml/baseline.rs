//! Waivers as TOML.

use core::str::FromStr;

use serde::Serialize;
use toml::value::Datetime;

use crate::{Waiver, Waivers};

impl Waivers {
    /// A baseline: TOML that [`from_toml`](Self::from_toml) reads, in order, always the same for the same waivers.
    ///
    /// ```
    /// use ogi_check::{Rule, Waiver, Waivers};
    ///
    /// let waiver = Waiver {
    ///     agency: Some("示例市民政局".to_owned()),
    ///     year: Some(2025),
    ///     rule: Rule::find("t4-sum").unwrap(),
    ///     cell: Some("disputes.reconsideration.total".parse()?),
    ///     printed: "9".to_owned(),
    ///     reason: "一件另案处理".to_owned(),
    ///     expires: Some("2026-12-31".parse()?),
    /// };
    /// let waivers: Waivers = [waiver].into_iter().collect();
    /// let text = waivers.to_toml();
    /// assert_eq!(text, r#"[[waivers]]
    /// agency = "示例市民政局"
    /// year = 2025
    /// rule = "t4-sum"
    /// cell = "disputes.reconsideration.total"
    /// printed = "9"
    /// reason = "一件另案处理"
    /// expires = 2026-12-31
    /// "#);
    /// assert_eq!(Waivers::from_toml(&text)?, waivers);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_toml(&self) -> String {
        let file = File { waivers: self.iter().map(WaiverOut::from).collect() };
        // Nothing in it has no TOML.
        toml::to_string(&file).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct File<'a> {
    waivers: Vec<WaiverOut<'a>>,
}

#[derive(Serialize)]
struct WaiverOut<'a> {
    agency: Option<&'a str>,
    year: Option<u16>,
    rule: &'static str,
    cell: Option<String>,
    printed: &'a str,
    reason: &'a str,
    expires: Option<Datetime>,
}

impl<'a> From<&'a Waiver> for WaiverOut<'a> {
    fn from(it: &'a Waiver) -> Self {
        Self {
            agency: it.agency.as_deref(),
            year: it.year,
            rule: it.rule.id,
            cell: it.cell.map(|cell| cell.to_string()),
            printed: &it.printed,
            reason: &it.reason,
            expires: it.expires.and_then(|day| Datetime::from_str(&day.to_string()).ok()),
        }
    }
}
