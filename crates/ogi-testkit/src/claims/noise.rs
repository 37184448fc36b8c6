//! What stands around the figures: other bodies, other years, other things.

use ogi_model::AgencyKind;

use super::pen::Pen;

pub(super) fn opening(pen: &mut Pen<'_>) {
    let year = pen.year();
    let opening = format!("{year}年，");
    let way =
        pen.pick(&["坚持应公开尽公开，持续提升服务水平。", "认真贯彻条例，各项工作有序开展。"]);
    pen.say(&opening);
    pen.say(way);
    if pen.chance(0.5) {
        pen.say("组织业务培训");
        pen.state_elsewhere("次。");
    }
}

/// Numbers of other bodies and years.
pub(super) fn others(pen: &mut Pen<'_>) {
    let last = pen.year() - 1;
    for _ in 0..2 {
        let last_year = format!("{last}年收到政府信息公开申请");
        let way = pen.pick(&[
            "指导各街道办理依申请公开",
            "督促各部门答复政府信息公开申请",
            "协助各乡镇处理政府信息公开申请",
            "last",
            "各县区共收到政府信息公开申请",
        ]);
        pen.say(if way == "last" { &last_year } else { way });
        pen.state_elsewhere("件。");
    }
    // A government's report is that of its region.
    let regional =
        matches!(pen.report.agency_kind, Some(AgencyKind::Government | AgencyKind::Town));
    if !regional {
        pen.say_one_of(&[
            "全市共受理政府信息公开申请",
            "全县办结政府信息公开申请",
            "全区政府信息公开行政复议",
        ]);
        pen.state_elsewhere("件。");
    }
}

/// Numbers of things that the form does not count.
pub(super) fn other_things(pen: &mut Pen<'_>) {
    for _ in 0..3 {
        let way = pen.pick(&[
            "办理人大代表建议",
            "受理热线工单",
            "回复网民留言",
            "收到群众来信",
            "审查公平竞争文件",
            "答复政策咨询",
            "处理网站错别字",
            "办结信访事项",
            "应诉国有土地案件",
        ]);
        pen.say(way);
        pen.state_elsewhere("件。");
    }
    pen.say("公开发布信息");
    pen.state_elsewhere("条，其中政策文件");
    pen.state_elsewhere("条。");
}
