//! A record as a line of JSON.

use super::{Datum, Record};

/// A record as a JSON object on one line. Decimal numbers keep all their digits.
///
/// ```
/// use ogi_check::Message;
/// use ogi_render::data::{UnreadRecord, json};
///
/// let message = Message::new("这是图片", "this is an image");
/// let line = json(&UnreadRecord::file("a.png", "unsupported", &message));
/// assert!(line.starts_with(r#"{"report_path":"a.png","agency_key":null,"report_year":null,"unread_number":1,"#));
/// ```
pub fn json(record: &impl Record) -> String {
    let mut line = String::new();
    for (field, datum) in record.data() {
        line.push(if line.is_empty() { '{' } else { ',' });
        line += &text(field.name);
        line.push(':');
        line += &match datum {
            Datum::Nothing => "null".to_owned(),
            Datum::Text(it) => text(&it),
            Datum::Integer(it) => it.to_string(),
            Datum::Decimal(it) => it.to_string(),
            Datum::Date(it) => text(&it.to_string()),
        };
    }
    line + "}"
}

fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
