//! What a portal puts around an article: facts about it, menus, scripts, layout tables, links; and days that are not
//! the one of publication.

use ogi_model::Report;

use crate::word::escaped;

/// A paragraph as the editor of a portal writes it.
pub(super) fn paragraph(text: &str) -> String {
    format!(
        "<p class=\"MsoNormal\" style=\"text-align:center;line-height:15.0pt\"><span lang=\"EN-US\" \
         style=\"font-family:仿宋;color:black\">{text}</span></p>"
    )
}

/// The whole page around an article.
pub(super) fn around(report: &Report, article: &str) -> String {
    let title = escaped(report.title.as_deref().unwrap_or("年度报告"));
    let facts = facts(report);
    let [styles, scripts, menu, links] = [
        many(150, |i| format!(".nav{i} li {{ width: {i}px; color: #222; line-height: 1.5em }}")),
        many(150, |i| format!("if (width < {i}) {{ show(\"nav{i}\", '<td>规章<td>{i}'); }}")),
        many(120, |i| {
            format!(
                "<li class=\"nav{i}\"><a href=\"/zwgk/{i}/\" target=\"_blank\">公开栏目{i}</a></li>"
            )
        }),
        many(60, |i| {
            format!("<a href=\"https://www.example.invalid/{i}/\">示例网站{i}</a>&nbsp;|")
        }),
    ];
    format!(
        "<!doctype html>\n<html><head><meta charset=\"utf-8\">\n<title>示例市人民政府</title>\n\
         <meta name=\"SiteName\" content=\"示例市人民政府\">\n\
         <meta name=\"ArticleTitle\" content=\"{title}\">\n{pub_date}\
         <meta name=\"ContentSource\" content=\"本站\">\n\
         <meta name=\"others\" content=\"页面生成时间 2031-05-28 15:46:43\">\n\
         <style>\n{styles}</style>\n<script>\n{scripts}</script></head><body>\n\
         <div class=\"crawl\">采集时间：2031-06-30T21:37:37+08:00</div>\n\
         <div class=\"head\"><ul class=\"nav\">\n{menu}</ul></div>\n\
         <table width=\"100%\"><tr><td width=\"20%\"><table><tr><td>政策</td><td>指南</td></tr></table></td><td>\n\
         {table}<table><tbody><tr><td>\n{article}</td></tr></tbody></table>\n\
         </td></tr></table>\n<div class=\"foot\"><p>主办：示例市人民政府办公室</p>\n{links}</div></body></html>\n",
        pub_date = facts.meta,
        table = facts.table,
    )
}

struct Facts {
    meta: String,
    table: String,
}

/// What the page says about the article in its head, and in a table above it.
fn facts(report: &Report) -> Facts {
    let published = report.published.map(|it| it.to_string());
    let meta =
        published.as_ref().map(|it| format!("<meta name=\"PubDate\" content=\"{it} 10:00\">\n"));
    let pairs = [
        Some(("索引号", "000000000/2031-00001".to_owned())),
        report.title.clone().map(|it| ("名称", it)),
        report.agency.clone().map(|it| ("发布机构", it)),
        published.map(|it| ("公开日期", it)),
        Some(("文号", String::new())),
    ];
    let rows: String = pairs
        .iter()
        .flatten()
        .map(|(name, value)| format!("<tr><td>{name}</td><td>{}</td></tr>\n", escaped(value)))
        .collect();
    Facts {
        meta: meta.unwrap_or_default(),
        table: format!("<table class=\"info\">\n{rows}</table>\n"),
    }
}

fn many(count: u32, line: impl Fn(u32) -> String) -> String {
    (0..count).map(|i| line(i) + "\n").collect()
}
