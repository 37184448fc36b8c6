//! The indicators, one definition each.

use ogi_model::{Column, Group, Row};

use super::{Indicator, IndicatorKind};
use crate::Part::{Group as G, Row as R};
use crate::{Part, Quantity, Words};

/// The 总计 column of some rows.
const fn total(rows: &'static [Part]) -> Quantity {
    Quantity { rows, columns: &[Column::Total] }
}

const RECEIVED: Quantity = total(&[R(Row::NewlyReceived)]);
const AT_HAND: Quantity = total(&[R(Row::NewlyReceived), R(Row::CarriedIn)]);
const CONCLUDED: Quantity = total(&[R(Row::Concluded)]);
const GRANTED: Quantity = total(&[R(Row::Granted)]);
const DISCLOSED: Quantity = total(&[R(Row::Granted), R(Row::PartiallyGranted)]);
const DECIDED: Quantity = total(&[R(Row::Granted), R(Row::PartiallyGranted), G(Group::Denied)]);
const DENIED: Quantity = total(&[G(Group::Denied)]);
const UNAVAILABLE: Quantity = total(&[G(Group::Unavailable)]);
const REFUSED: Quantity = total(&[G(Group::Refused)]);
const OTHERWISE: Quantity = total(&[G(Group::OtherProcessing), R(Row::OtherProcessing)]);
const CARRIED_OUT: Quantity = total(&[R(Row::CarriedOut)]);

const RECONSIDERATION: &[Part] = &[R(Row::Reconsideration)];
const LITIGATION: &[Part] = &[R(Row::LitigationDirect), R(Row::LitigationAfterReconsideration)];
const DISPUTES: &[Part] =
    &[R(Row::Reconsideration), R(Row::LitigationDirect), R(Row::LitigationAfterReconsideration)];

/// The disputes that have come to an end.
const fn closed(rows: &'static [Part]) -> Quantity {
    Quantity { rows, columns: &[Column::Upheld, Column::Corrected, Column::OtherResult] }
}

const fn corrected(rows: &'static [Part]) -> Quantity {
    Quantity { rows, columns: &[Column::Corrected] }
}

const fn count(id: &'static str, name: Words, definition: Words, numerator: Quantity) -> Indicator {
    let (kind, denominator) = (IndicatorKind::Count, None);
    Indicator { id, name, definition, kind, numerator, denominator, since: "0.1.0" }
}

const fn share(
    id: &'static str,
    name: Words,
    definition: Words,
    part: Quantity,
    whole: Quantity,
) -> Indicator {
    let indicator = count(id, name, definition, part);
    Indicator { kind: IndicatorKind::Share, denominator: Some(whole), ..indicator }
}

const fn rate(
    id: &'static str,
    name: Words,
    definition: Words,
    of: Quantity,
    per: Quantity,
) -> Indicator {
    Indicator { kind: IndicatorKind::Rate, ..share(id, name, definition, of, per) }
}

const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

/// Every indicator: counts, shares of requests, of applicants, of disputes.
///
/// ```
/// use ogi_check::INDICATORS;
///
/// assert!(INDICATORS.iter().any(|it| it.id == "corrected-of-closed-reconsiderations"));
/// ```
pub static INDICATORS: &[Indicator] = &[
    count(
        "requests-received",
        words("新收申请", "Requests received"),
        words("本年新收申请数量", "newly received"),
        RECEIVED,
    ),
    count(
        "requests-at-hand",
        words("应办申请", "Requests at hand"),
        words("本年新收＋上年结转", "newly received + carried in"),
        AT_HAND,
    ),
    count(
        "requests-concluded",
        words("办结申请", "Requests concluded"),
        words("办理结果总计", "concluded"),
        CONCLUDED,
    ),
    count(
        "reconsiderations",
        words("行政复议", "Reconsiderations"),
        words("行政复议总计", "reconsiderations, total"),
        total(RECONSIDERATION),
    ),
    count(
        "litigations",
        words("行政诉讼", "Litigations"),
        words("未经复议直接起诉总计＋复议后起诉总计", "both kinds of litigation, total"),
        total(LITIGATION),
    ),
    share(
        "concluded-of-at-hand",
        words("办结率", "Share concluded"),
        words("办理结果总计÷（本年新收＋上年结转）", "concluded / (newly received + carried in)"),
        CONCLUDED,
        AT_HAND,
    ),
    share(
        "carried-out-of-at-hand",
        words("结转率", "Share carried out"),
        words("结转下年度÷（本年新收＋上年结转）", "carried out / (newly received + carried in)"),
        CARRIED_OUT,
        AT_HAND,
    ),
    share(
        "granted-of-concluded",
        words("全部公开率", "Share granted"),
        words("予以公开÷办理结果总计", "granted / concluded"),
        GRANTED,
        CONCLUDED,
    ),
    share(
        "disclosed-of-concluded",
        words("公开率（按办结）", "Share disclosed, of all concluded"),
        words("（予以公开＋部分公开）÷办理结果总计", "(granted + partially granted) / concluded"),
        DISCLOSED,
        CONCLUDED,
    ),
    share(
        "disclosed-of-at-hand",
        words("公开率（按应办）", "Share disclosed, of all at hand"),
        words(
            "（予以公开＋部分公开）÷（本年新收＋上年结转）",
            "(granted + partially granted) / (newly received + carried in)",
        ),
        DISCLOSED,
        AT_HAND,
    ),
    share(
        "disclosed-of-decided",
        words("公开率（按实体决定）", "Share disclosed, of decisions on the merits"),
        words(
            "（予以公开＋部分公开）÷（予以公开＋部分公开＋不予公开）",
            "(granted + partially granted) / (granted + partially granted + denied)",
        ),
        DISCLOSED,
        DECIDED,
    ),
    share(
        "denied-of-concluded",
        words("不予公开率", "Share denied"),
        words("不予公开各项之和÷办理结果总计", "all kinds of denial / concluded"),
        DENIED,
        CONCLUDED,
    ),
    share(
        "unavailable-of-concluded",
        words("无法提供率", "Share unavailable"),
        words("无法提供各项之和÷办理结果总计", "all kinds of unavailability / concluded"),
        UNAVAILABLE,
        CONCLUDED,
    ),
    share(
        "not-held-of-unavailable",
        words("不掌握占无法提供", "Not held, of unavailable"),
        words("本机关不掌握÷无法提供各项之和", "not held / all kinds of unavailability"),
        total(&[R(Row::UnavailableNotHeld)]),
        UNAVAILABLE,
    ),
    share(
        "refused-of-concluded",
        words("不予处理率", "Share not processed"),
        words("不予处理各项之和÷办理结果总计", "all kinds of refusal to process / concluded"),
        REFUSED,
        CONCLUDED,
    ),
    share(
        "otherwise-of-concluded",
        words("其他处理率", "Share otherwise processed"),
        words("其他处理各项之和÷办理结果总计", "otherwise processed / concluded"),
        OTHERWISE,
        CONCLUDED,
    ),
    share(
        "natural-persons-of-received",
        words("自然人占比", "Natural persons, of received"),
        words("本年新收中自然人÷总计", "newly received from natural persons / all"),
        Quantity { rows: &[R(Row::NewlyReceived)], columns: &[Column::NaturalPerson] },
        RECEIVED,
    ),
    share(
        "enterprises-of-received",
        words("商业企业占比", "Commercial enterprises, of received"),
        words("本年新收中商业企业÷总计", "newly received from commercial enterprises / all"),
        Quantity { rows: &[R(Row::NewlyReceived)], columns: &[Column::CommercialEnterprise] },
        RECEIVED,
    ),
    rate(
        "reconsiderations-per-concluded",
        words("复议率", "Reconsiderations per request concluded"),
        words("行政复议总计÷办理结果总计", "reconsiderations / concluded"),
        total(RECONSIDERATION),
        CONCLUDED,
    ),
    rate(
        "litigations-per-concluded",
        words("诉讼率", "Litigations per request concluded"),
        words("行政诉讼总计÷办理结果总计", "litigations / concluded"),
        total(LITIGATION),
        CONCLUDED,
    ),
    share(
        "corrected-of-closed-reconsiderations",
        words("复议纠错率（按审结）", "Corrected, of closed reconsiderations"),
        words(
            "复议结果纠正÷（结果维持＋结果纠正＋其他结果）",
            "corrected / (upheld + corrected + other results)",
        ),
        corrected(RECONSIDERATION),
        closed(RECONSIDERATION),
    ),
    share(
        "corrected-of-reconsiderations",
        words("复议纠错率（按总计）", "Corrected, of all reconsiderations"),
        words("复议结果纠正÷总计（含尚未审结）", "corrected / total, pending ones included"),
        corrected(RECONSIDERATION),
        total(RECONSIDERATION),
    ),
    share(
        "corrected-of-closed-litigations",
        words("诉讼纠错率（按审结）", "Corrected, of closed litigations"),
        words(
            "两类诉讼结果纠正÷（结果维持＋结果纠正＋其他结果）",
            "corrected / (upheld + corrected + other results), both kinds",
        ),
        corrected(LITIGATION),
        closed(LITIGATION),
    ),
    share(
        "corrected-of-closed-disputes",
        words("综合纠错率（按审结）", "Corrected, of all closed disputes"),
        words(
            "复议、诉讼结果纠正÷（结果维持＋结果纠正＋其他结果）",
            "corrected / (upheld + corrected + other results), reconsideration and litigation",
        ),
        corrected(DISPUTES),
        closed(DISPUTES),
    ),
    share(
        "upheld-of-closed-disputes",
        words("综合维持率（按审结）", "Upheld, of all closed disputes"),
        words(
            "复议、诉讼结果维持÷（结果维持＋结果纠正＋其他结果）",
            "upheld / (upheld + corrected + other results), reconsideration and litigation",
        ),
        Quantity { rows: DISPUTES, columns: &[Column::Upheld] },
        closed(DISPUTES),
    ),
];
