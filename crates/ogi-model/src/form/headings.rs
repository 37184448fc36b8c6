//! The headings of the six parts, and what the form prints below them.

use super::{Edition, Section};

/// Edition 2021, in order.
const HEADINGS: [&str; 6] = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
];

/// Where edition 2019 differs.
const PROBLEMS_2019: &str = "五、政府信息公开工作存在的主要问题及改进情况";

impl Section {
    /// The official heading, with its ordinal.
    ///
    /// ```
    /// # use ogi_model::{Edition, Section};
    /// assert_eq!(Section::Overview.heading(Edition::E2021), "一、总体情况");
    /// ```
    pub const fn heading(self, edition: Edition) -> &'static str {
        match (self, edition) {
            (Self::Problems, Edition::E2019) => PROBLEMS_2019,
            _ => HEADINGS[self as usize],
        }
    }

    /// What the form prints where the text of a narrative part goes; `None` for a table.
    ///
    /// A report that still prints it has not been filled in.
    ///
    /// ```
    /// # use ogi_model::Section;
    /// assert_eq!(Section::Overview.instruction(), Some("（文字描述）"));
    /// ```
    pub const fn instruction(self) -> Option<&'static str> {
        match self {
            Self::Overview | Self::Problems => Some("（文字描述）"),
            Self::OtherMatters => Some("（文字描述，收取信息处理费情况在此处报告。）"),
            Self::ActiveDisclosure | Self::Applications | Self::Disputes => None,
        }
    }
}
