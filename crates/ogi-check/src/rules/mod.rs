//! One rule a file.

mod corpus_copied_table;
mod corpus_copied_text;
mod doc_basis_superseded;
mod doc_blank_form;
mod doc_cell_blank;
mod doc_cell_unreadable;
mod doc_edition_mixed;
mod doc_edition_year;
mod doc_fee_statement;
mod doc_heading_nonstandard;
mod doc_label_nonstandard;
mod doc_number_left_out;
mod doc_numbering;
mod doc_other_agency;
mod doc_overview_aspects;
mod doc_overview_long;
mod doc_period;
mod doc_period_missing;
mod doc_problems_vague;
mod doc_published_late;
mod doc_row_missing;
mod doc_section_empty;
mod doc_section_missing;
mod doc_section_order;
mod doc_table_cut;
mod doc_table_missing;
mod doc_title;
mod doc_year;
mod rollup_missing;
mod rollup_sum;
mod rollup_twice;
mod rollup_unreadable;
mod series_carry_over;
mod series_copied;
mod series_disclosed;
mod series_gap;
mod series_items;
mod series_jump;
mod series_restated;
mod series_reused_text;
mod series_stock;
mod t2_count;
mod t2_disclosed_total;
mod t2_money_unit;
mod t2_rule_making;
mod t3_all_zero;
mod t3_balance;
mod t3_blanks;
mod t3_count;
mod t3_other_share;
mod t3_outcome_sum;
mod t3_row_sum;
mod t4_blanks;
mod t4_count;
mod t4_sum;
mod text_claim;
mod text_fee;
mod text_fee_multiple;
mod text_parts;
mod text_percent;
mod text_year;
mod text_zero;

mod blanks;
mod children;
mod claim_verdict;
#[cfg(test)]
pub(crate) mod claims;
mod count;
mod editions;
mod equality;
mod follows;
mod notices;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use equality::value as value_of_sum;

use crate::{Basis, BasisKind, Rule, Severity, Words};

/// Every rule. Findings about the same cell come in this order.
///
/// ```
/// use ogi_check::RULES;
///
/// for rule in RULES {
///     assert!(!rule.title.zh.is_empty() && !rule.statement.en.is_empty());
/// }
/// ```
pub static RULES: &[&Rule] = &[
    &doc_blank_form::RULE,
    &doc_section_missing::RULE,
    &doc_table_missing::RULE,
    &doc_table_cut::RULE,
    &doc_row_missing::RULE,
    &doc_section_order::RULE,
    &doc_section_empty::RULE,
    &doc_fee_statement::RULE,
    &doc_overview_long::RULE,
    &doc_overview_aspects::RULE,
    &doc_problems_vague::RULE,
    &doc_numbering::RULE,
    &doc_title::RULE,
    &doc_heading_nonstandard::RULE,
    &doc_label_nonstandard::RULE,
    &doc_edition_year::RULE,
    &doc_edition_mixed::RULE,
    &doc_period_missing::RULE,
    &doc_period::RULE,
    &doc_year::RULE,
    &doc_published_late::RULE,
    &doc_basis_superseded::RULE,
    &doc_other_agency::RULE,
    &doc_cell_unreadable::RULE,
    &doc_cell_blank::RULE,
    &doc_number_left_out::RULE,
    &t2_count::RULE,
    &t2_disclosed_total::RULE,
    &t2_rule_making::RULE,
    &t2_money_unit::RULE,
    &t3_count::RULE,
    &t3_row_sum::RULE,
    &t3_outcome_sum::RULE,
    &t3_balance::RULE,
    &t3_blanks::RULE,
    &t3_other_share::RULE,
    &t3_all_zero::RULE,
    &t4_count::RULE,
    &t4_sum::RULE,
    &t4_blanks::RULE,
    &text_claim::RULE,
    &text_zero::RULE,
    &text_parts::RULE,
    &text_percent::RULE,
    &text_year::RULE,
    &text_fee::RULE,
    &text_fee_multiple::RULE,
    &series_gap::RULE,
    &series_restated::RULE,
    &series_carry_over::RULE,
    &series_stock::RULE,
    &series_disclosed::RULE,
    &series_items::RULE,
    &series_copied::RULE,
    &series_reused_text::RULE,
    &series_jump::RULE,
    &rollup_missing::RULE,
    &rollup_unreadable::RULE,
    &rollup_twice::RULE,
    &rollup_sum::RULE,
    &corpus_copied_text::RULE,
    &corpus_copied_table::RULE,
];

/// The rule that compares a parent with its children.
pub(crate) static ROLLUP_SUM: &Rule = &rollup_sum::RULE;

/// What a report has to have for a verdict: whose it is and of which year, and what rules of level error judge of
/// tables three and four, and of sums over children. Figures of table two may be blank where a body has no such power.
pub(crate) fn is_required(rule: &Rule, severity: Severity) -> bool {
    let of_tables = ["t3-", "t4-"].iter().any(|it| rule.id.starts_with(it));
    *rule == doc_blank_form::RULE
        || severity == Severity::Error && (of_tables || rule == ROLLUP_SUM)
}

/// What the form prints.
const FORM: Basis = Basis {
    kind: BasisKind::Form,
    source: Words {
        zh: "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号所附格式",
        en: "the form annexed to 国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号",
    },
};

/// Whose reports of which year are due when.
const ARTICLE_49: Basis = Basis {
    kind: BasisKind::Law,
    source: Words {
        zh: "《中华人民共和国政府信息公开条例》第四十九条",
        en: "Regulation on Open Government Information, article 49",
    },
};

/// What a report is about, and the parts that the form makes of it.
const ARTICLE_50: Basis = Basis {
    kind: BasisKind::Law,
    source: Words {
        zh: "《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2021〕30号、国办公开办函〔2019〕60号所附格式",
        en: "Regulation on Open Government Information, article 50; the form annexed to 国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号",
    },
};

/// What the words of the form mean.
const SENSE: Basis = Basis { kind: BasisKind::Sense, ..FORM };

/// How published reports do it.
const HABIT: Basis = Basis {
    kind: BasisKind::Habit,
    source: Words {
        zh: "各地公布的年度报告的通行填法", en: "how published reports are filled in"
    },
};

/// How the reports of governments are made from those below them.
const ROLLUP: Basis = Basis {
    kind: BasisKind::Habit,
    source: Words {
        zh: "各级政府汇总所属单位报告的通行做法",
        en: "how governments add up the reports of the bodies below them",
    },
};
