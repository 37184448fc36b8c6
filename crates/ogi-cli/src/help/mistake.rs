//! What is wrong with arguments, in Chinese. English is clap's own.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::words;

/// What is wrong, what may have been meant, and how it is used.
pub(super) fn in_chinese(error: &clap::Error) -> String {
    let mut text = format!("错误：{}\n", what(error));
    for kind in
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
    {
        if let Some(meant) = context(error, kind) {
            text += &format!("\n  是否指：{meant}\n");
        }
    }
    if let Some(usage) = error.get(ContextKind::Usage) {
        text += &format!("\n{}\n", words::in_chinese(&usage.to_string()));
    }
    text + "\n详细说明请用 --help 查看。\n"
}

fn what(error: &clap::Error) -> String {
    let of = |kind| context(error, kind).unwrap_or_default();
    let argument = of(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = of(ContextKind::InvalidValue);
            let valid = context(error, ContextKind::ValidValue);
            let valid = valid.map_or_else(String::new, |it| format!("\n  [可选：{it}]"));
            if value.is_empty() {
                format!("{argument} 后面要写一个值{valid}")
            } else {
                format!("{argument} 的值“{value}”不对{valid}")
            }
        }
        ErrorKind::UnknownArgument => format!("没有“{argument}”这个参数"),
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令", of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少参数：{argument}"),
        ErrorKind::MissingSubcommand => {
            format!("请写明命令\n  [可选：{}]", of(ContextKind::ValidSubcommand))
        }
        ErrorKind::ArgumentConflict => match context(error, ContextKind::PriorArg) {
            Some(other) if other != argument => format!("{argument} 不能与 {other} 同时使用"),
            _ => format!("{argument} 只能写一次"),
        },
        ErrorKind::NoEquals => format!("{argument} 与它的值之间要用等号"),
        ErrorKind::TooManyValues => {
            format!("{argument} 后面多了“{}”", of(ContextKind::InvalidValue))
        }
        ErrorKind::TooFewValues => format!("{argument} 后面的值不够"),
        ErrorKind::WrongNumberOfValues => format!("{argument} 后面的值个数不对"),
        ErrorKind::InvalidUtf8 => "参数不是有效的文字编码".to_owned(),
        _ => "参数不对".to_owned(),
    }
}

/// Some of what clap knows about the mistake, in words; nothing where there is nothing to say.
fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    let text = match error.get(kind)? {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}
