//! Money in a policy file.

use ogi_model::Decimal;
use serde::de::{Deserialize, Deserializer, Error};

/// A decimal in 万元: `0.01` or `"0.01"`.
#[derive(Clone, Copy)]
pub(super) struct Money(pub(super) Decimal);

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Amount {
            Whole(u32),
            // The shortest text that names the number is the one in the file.
            Float(f64),
            Text(String),
        }
        let text = match Amount::deserialize(deserializer) {
            Ok(Amount::Whole(it)) => it.to_string(),
            Ok(Amount::Float(it)) => it.to_string(),
            Ok(Amount::Text(it)) => it,
            Err(_) => String::new(),
        };
        let money = Decimal::from_str_exact(&text).ok().filter(|it| !it.is_sign_negative());
        money.map(Self).ok_or_else(|| D::Error::custom("expected an amount of money, as 0.01"))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Money {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Money".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "anyOf": [
                { "type": "number", "minimum": 0 },
                { "type": "string", "pattern": "^[0-9]+([.][0-9]+)?$" },
            ],
        })
    }
}
