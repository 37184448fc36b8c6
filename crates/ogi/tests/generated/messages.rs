//! `schema/messages.md`: all messages, so that a person can read them in one sitting.

use std::fmt::Write;

use crate::is_current;
use crate::source::{self, Source};

/// Crates whose Chinese without English is written into reports and pages, which are Chinese; in others it is what the
/// reader looks for.
const WRITING: [&str; 3] = ["ogi-render/", "ogi-cli/", "ogi/"];

#[test]
fn messages_for_people() {
    let mut text = "\
# 全部提示语 | All messages

由源程序生成，请勿手改（见 CONTRIBUTING.md）。| Generated from the source; not to be edited (see CONTRIBUTING.md).

`{}` 是填入的内容；“/”隔开视情形选用的文字。| `{}` is what is filled in; `/` stands between texts that are chosen from.
"
    .to_owned();
    let sources = source::sources();
    for it in sources.iter().filter(|it| !it.messages.is_empty()) {
        write!(text, "\n## {}\n\n| 中文 | English |\n|---|---|\n", it.path.display()).unwrap();
        for message in &it.messages {
            writeln!(text, "| {} | {} |", cell(&message.zh), cell(&message.en)).unwrap();
        }
    }
    text += "\n# 只有中文，写入报告和网页 | Chinese alone, written into reports and pages\n";
    let is_written = |it: &&Source| WRITING.iter().any(|folder| it.path.starts_with(folder));
    let written = sources.iter().filter(is_written).map(|it| (it.path.as_path(), &it.alone));
    let templates = source::templates();
    let templates = templates.iter().map(|it| (it.0.as_path(), &it.1));
    for (path, alone) in written.chain(templates).filter(|it| !it.1.is_empty()) {
        write!(text, "\n## {}\n\n", path.display()).unwrap();
        alone.iter().for_each(|it| writeln!(text, "- {}", line(it)).unwrap());
    }
    is_current("schema/messages.md", &text);
}

fn cell(texts: &[String]) -> String {
    texts.iter().map(|it| line(it).replace('|', "\\|")).collect::<Vec<_>>().join(" / ")
}

fn line(text: &str) -> String {
    text.trim().replace('\n', " ⏎ ")
}
