//! The paragraphs and sentences of the two notices that rules stand on.

use crate::{Basis, BasisKind, Words};

const fn notice(zh: &'static str, en: &'static str) -> Basis {
    Basis { kind: BasisKind::Notice, source: Words { zh, en } }
}

/// What the overview speaks of, and how long it may be.
pub(super) const OVERVIEW: Basis = notice(
    "国办公开办函〔2021〕30号一（一）第一句：“主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障……等方面，重在聚焦主题、简明客观，篇幅原则上不超过一千字”",
    "国办公开办函〔2021〕30号, part 1 (1), first sentence: five aspects (governments also assessment, public evaluation and accountability), and in principle at most a thousand characters",
);

/// What problems and improvements are to be like.
pub(super) const PROBLEMS: Basis = notice(
    "国办公开办函〔2021〕30号、〔2019〕60号一（五）第二、三句：“重在实事求是、明确具体，避免笼统模糊、泛泛而谈。查找问题要有针对性，改进举措要有实效性，不得出现敷衍了事甚至年年雷同现象”",
    "国办公开办函〔2021〕30号 and 〔2019〕60号, part 1 (5), second and third sentence: concrete problems, effective measures, and not the same every year",
);

/// Where fees are reported.
pub(super) const PROCESSING_FEE: Basis = notice(
    "国办公开办函〔2021〕30号一（六）第二段第一句：“各行政机关依据《政府信息公开信息处理费管理办法》收取信息处理费的情况，在此处专门报告”",
    "国办公开办函〔2021〕30号, part 1 (6), second paragraph, first sentence: the processing fee is reported here",
);

/// That much of 其他处理 is to be looked into.
pub(super) const OTHER_PROCESSING: Basis = notice(
    "国办公开办函〔2019〕60号一（三）第二段末句：“对‘其他处理’数量偏高的行政机关，要了解情况，及时发现并解决相关问题”",
    "国办公开办函〔2019〕60号, part 1 (3), second paragraph, last sentence: supervisors look into bodies with much 其他处理",
);

/// That content must not be the same as others'.
pub(super) const NOT_THE_SAME: Basis = notice(
    "国办公开办函〔2021〕30号、〔2019〕60号三（四）第三句：“出现不按时发布、发布内容不准确不全面或者内容雷同、敷衍塞责等问题并造成不良后果的，……严肃追究……责任”",
    "国办公开办函〔2021〕30号 and 〔2019〕60号, part 3 (4), third sentence: reports late, inaccurate, incomplete or alike are a matter of accountability",
);

/// When reports are due.
pub(super) const DEADLINES: Basis = Basis {
    kind: BasisKind::Law,
    source: Words {
        zh: "《中华人民共和国政府信息公开条例》第四十九条；国办公开办函〔2021〕30号、〔2019〕60号二（一）第二段（乡镇参照部门）、二（二）第二段（县级2月20日、地市级3月10日、省级3月31日前）",
        en: "Regulation on Open Government Information, article 49; 国办公开办函〔2021〕30号 and 〔2019〕60号, part 2 (1), second paragraph (towns as departments), part 2 (2), second paragraph (counties 20 February, prefectures 10 March, provinces 31 March)",
    },
};

/// That the form was revised, so that the notice before is not that in force.
pub(super) const FORM_REVISED: Basis = notice(
    "国办公开办函〔2021〕30号首段：“现将修订后的《中华人民共和国政府信息公开工作年度报告格式》印发给你们，请认真贯彻执行”",
    "国办公开办函〔2021〕30号, first paragraph: the revised form is to be followed",
);

/// Where the form was encouraged, and where it is due.
pub(super) const FORM_OF_YEAR: Basis = notice(
    "国办公开办函〔2021〕30号首段（印发修订后的格式）；国办公开办函〔2019〕60号“二、有序衔接”第二句：“2019年政府信息公开工作年度报告，鼓励按照统一格式发布，确实存在现实困难的，可参照统一格式发布”",
    "国办公开办函〔2021〕30号, first paragraph; 国办公开办函〔2019〕60号, “二、有序衔接”, second sentence: for 2019 the form was encouraged",
);
