//! Narrative that looks like that of the offices: sub-heads, numbers that restate figures, other numbers, and
//! punctuation of both widths. No line of it is one of the six official headings.

use ogi_model::{CellId, Column, Report, Row};
use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _};

use super::agency::Agency;
use super::count;

pub(super) fn preamble(report: &Report, agency: &Agency, rng: &mut impl Rng) -> String {
    let name = &agency.name;
    let year = report.year.unwrap_or_default();
    let mut text = vec![match rng.random_range(0..3) {
        0 => format!(
            "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）规定，现公布{name}{year}年政府信息公开工作年度报告。"
        ),
        1 => format!(
            "本报告由{name}根据《中华人民共和国政府信息公开条例》(国令第711号)编制,由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成。"
        ),
        _ => format!("按照《条例》第五十条的要求，{name}编制了 {year} 年度报告，现向社会公布。"),
    }];
    text.push(match rng.random_range(0..2) {
        0 => format!("本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。"),
        _ => format!("报告中的数据统计期限自{year}年1月1日起至{year}年12月31日止。"),
    });
    if rng.random_bool(0.6) {
        text.push(format!(
            "如对本报告有疑问，请与{name}联系（地址：示例路{}号，电话：000-{}）。",
            rng.random_range(1..300),
            agency.phone
        ));
    }
    text.join("\n")
}

pub(super) fn overview(report: &Report, agency: &Agency, rng: &mut impl Rng) -> String {
    let Agency { short, .. } = agency;
    let year = report.year.unwrap_or_default();
    let items = rng.random_range(60..4_000);
    let basic = rng.random_range(20..=items / 2);
    let mut text = vec![
        format!(
            "{year}年，{short}坚持以公开为常态、不公开为例外，认真落实《条例》各项要求，着力提升公开质量，保障人民群众的知情权、参与权和监督权。"
        ),
        "（一）主动公开情况。".to_owned(),
        format!(
            "全年通过门户网站主动公开各类政府信息{items}条，其中基础信息{basic}条、其他信息{}条；发布政策解读 {} 篇，回应公众关切{}次，及时回复率100%。",
            items - basic,
            rng.random_range(1..60),
            rng.random_range(1..90),
        ),
        sub_head(rng, "二", "依申请公开情况"),
        requests(report, short),
    ];
    if rng.random_bool(0.7) {
        text.push(sub_head(rng, "三", "政府信息管理情况"));
        text.push(
            pick(
                &[
                    "严格执行“三审三校”制度，做到先审查、后公开，一事一审、全面审查。",
                    "对网站内容开展 2 轮集中清理，修正错误链接 37 条、错别字 112 处。",
                    "落实\"日常巡查 + 专项检查\"机制,排查风险点10个,均已整改到位。",
                ],
                rng,
            )
            .to_owned(),
        );
    } else {
        text.push("（三）政府信息管理情况。及时清理失效信息。".to_owned());
    }
    if rng.random_bool(0.6) {
        text.push("（四）平台建设情况。".to_owned());
        text.push(format!(
            "政务新媒体全年推送信息{}期，阅读量达{}.{}万人次。",
            rng.random_range(10..300),
            rng.random_range(1..90),
            rng.random_range(0..10)
        ));
    } else {
        text.push("（四）平台建设情况。规范门户网站专栏。".to_owned());
    }
    if rng.random_bool(0.5) {
        text.push(format!(
            "（五）监督保障情况。将政务公开纳入年度考核（分值占比 4%），组织培训{}次；自觉接受社会评议；全年未发生因公开不当被追究责任的情形。",
            rng.random_range(1..6)
        ));
    } else {
        text.push(
            "（五）监督保障情况。公开工作纳入考核，接受社会评议，没有责任追究情形。".to_owned(),
        );
    }
    text.join("\n")
}

/// Sentences that restate table three, as printed there.
fn requests(report: &Report, short: &str) -> String {
    let total = |row| count(&report[CellId::new(row, Column::Total)]);
    let year = report.year.unwrap_or_default();
    let (new, old) = (total(Row::NewlyReceived), total(Row::CarriedIn));
    let (done, left) = (total(Row::Concluded), total(Row::CarriedOut));
    let granted = total(Row::Granted);
    if new == 0 && old == 0 {
        return format!("{year}年，{short}未收到政府信息公开申请。");
    }
    format!(
        "{year}年，{short}新收政府信息公开申请{new}件，上年结转{old}件；本年度办结{done}件，其中予以公开{granted}件，结转下年度继续办理{left}件。"
    )
}

pub(super) fn problems(rng: &mut impl Rng) -> String {
    let mut text = vec![sub_head(rng, "一", "存在的问题")];
    text.extend(
        [
            "1.部分单位公开意识仍需强化，重点领域信息公开的深度和细化程度不足;",
            "2.基层队伍业务能力不均衡，对保密审查的尺度把握有待加强；",
            "3、政策解读形式较为单一,图文解读仅占 15.5%。",
        ]
        .into_iter()
        .take(rng.random_range(1..=3))
        .map(str::to_owned),
    );
    text.push(sub_head(rng, "二", "改进措施"));
    text.push(
        pick(
            &[
                "一是强化责任落实，将公开情况纳入考核；二是加强培训，全年计划举办专题培训3期以上。",
                "下一步，将从完善制度、优化栏目、加强解读三个方面入手，力争把解读率提高到90%以上。",
                "一是健全机制。二是丰富形式。三是加强监督(每季度通报1次)。",
            ],
            rng,
        )
        .to_owned(),
    );
    text.join("\n")
}

pub(super) fn other_matters(report: &Report, agency: &Agency, rng: &mut impl Rng) -> String {
    let short = agency.short;
    let year = report.year.unwrap_or_default();
    match rng.random_range(0..4) {
        0 => "没有收取信息处理费，也没有其他需要报告的事项。".to_owned(),
        1 => format!("{year}年，{short}未收取信息处理费。"),
        2 => format!(
            "（一）收取信息处理费情况：{year}年，{short}依据《政府信息公开信息处理费管理办法》收取信息处理费0元。\n（二）承办人大代表建议 {} 件、政协委员提案 {} 件，办复率100%。",
            rng.random_range(0..40),
            rng.random_range(0..40)
        ),
        _ => format!(
            "{year}年{short}未发出收费通知,未收取信息处理费.\n本报告电子版可在{short}网站下载。"
        ),
    }
}

/// A sub-head with brackets of either width.
fn sub_head(rng: &mut impl Rng, ordinal: &str, words: &str) -> String {
    match rng.random_range(0..3) {
        0 => format!("（{ordinal}）{words}"),
        1 => format!("({ordinal}) {words}"),
        _ => format!("（{ordinal}）{words}。"),
    }
}

fn pick<'a>(all: &[&'a str], rng: &mut impl Rng) -> &'a str {
    all.choose(rng).copied().unwrap_or_default()
}
