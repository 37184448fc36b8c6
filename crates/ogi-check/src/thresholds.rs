//! From where on something stands out.

/// From where on something stands out: what no form and no law settles, so that a policy may.
///
/// ```
/// use ogi_check::{Policy, Thresholds};
///
/// let mut thresholds = Thresholds::default();
/// thresholds.jump_factor = 10;
/// let policy = Policy::default().with_thresholds(thresholds);
/// assert_eq!(policy.thresholds.reused_text_percent, 80);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "toml", derive(serde::Deserialize), serde(default, deny_unknown_fields))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(description = "From where on something stands out.")
)]
#[non_exhaustive]
pub struct Thresholds {
    /// `t2-money-unit`: from how many 万元 on an amount of a government or its office is taken for 元 when nothing
    /// in the text speaks for it. Default 100000000: one million million 元.
    #[cfg_attr(any(feature = "toml", feature = "schema"), serde(rename = "money_of_government"))]
    pub government_amount_limit: u64,
    /// The same for a department and bodies of other kinds. Default 10000000.
    #[cfg_attr(any(feature = "toml", feature = "schema"), serde(rename = "money_of_department"))]
    pub department_amount_limit: u64,
    /// The same for a town or a street office. Default 100000.
    #[cfg_attr(any(feature = "toml", feature = "schema"), serde(rename = "money_of_town"))]
    pub town_amount_limit: u64,
    /// `series-reused-text`: from how many per cent of last year's words on a narrative part is reused.
    /// Default 80.
    pub reused_text_percent: u32,
    /// `series-reused-text`: how many characters a part has at the least to be looked at. Default 200.
    pub reused_text_characters: u32,
    /// `series-jump`: how many times last year's figure, or what part of it, is a jump in table two. Default 5.
    pub jump_factor: u32,
    /// `series-jump`: how many the two figures differ by at the least in table two. Default 100. By so many, figures
    /// of tables three and four jump from two and a half times on.
    pub jump_count: u32,
    /// `series-jump`: how many times, or what part, is a jump in tables three and four. Default 3.
    pub jump_case_factor: u32,
    /// `series-jump`: how many figures of table three differ by at the least. Default 30.
    pub jump_requests: u32,
    /// `series-jump`: how many figures of table four differ by at the least. Default 10.
    pub jump_disputes: u32,
    /// `series-copied`: from how many per cent of a table's figures on it is last year's. Default 90.
    pub copied_percent: u32,
    /// `series-copied`: how many digits the figures that are the same have at the least, all together. Default 8:
    /// fewer can be the same by chance.
    pub copied_digits: u32,
    /// `corpus-copied-text`: from how many per cent of another body's words on a narrative is worth a look. Default 30.
    pub copied_text_percent: u32,
    /// `corpus-copied-text`: from how many on it is very likely a copy. Default 60.
    pub copied_text_most_percent: u32,
    /// `corpus-copied-text`: how long a stretch of characters is worth a look by itself. Default 50.
    pub copied_text_run: u32,
    /// `doc-overview-long`: how many characters the overview has at the most, blanks aside. Default 1000.
    pub overview_characters: u32,
    /// `t3-other-share`: from how many per cent of what was concluded on other processing is much. Default 20.
    pub other_processing_percent: u32,
    /// `t3-other-share`: how many requests that are at the least. Default 5.
    pub other_processing_count: u32,
    /// `t3-all-zero`: from how many requests last year on none this year is odd. Default 10.
    pub all_zero_requests: u32,
    /// `t3-all-zero`: from how many decisions in table two on none at all is odd. Default 10000.
    pub all_zero_decisions: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            government_amount_limit: 100_000_000,
            department_amount_limit: 10_000_000,
            town_amount_limit: 100_000,
            reused_text_percent: 80,
            reused_text_characters: 200,
            jump_factor: 5,
            jump_count: 100,
            jump_case_factor: 3,
            jump_requests: 30,
            jump_disputes: 10,
            copied_percent: 90,
            copied_digits: 8,
            copied_text_percent: 30,
            copied_text_most_percent: 60,
            copied_text_run: 50,
            overview_characters: 1_000,
            other_processing_percent: 20,
            other_processing_count: 5,
            all_zero_requests: 10,
            all_zero_decisions: 10_000,
        }
    }
}
