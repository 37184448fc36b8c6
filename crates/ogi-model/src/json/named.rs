//! What JSON names by words of its own: equalities, the edition of a table, decimals.

use rust_decimal::Decimal;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{CellId, EqualityId, EqualityKind};

/// An equality by kind and total.
#[derive(Serialize, Deserialize)]
struct Named {
    equality: Kind,
    total: CellId,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    RowSum,
    OutcomeSum,
    Balance,
}

impl From<EqualityId> for Named {
    fn from(id: EqualityId) -> Self {
        let equality = match id.kind {
            EqualityKind::RowSum => Kind::RowSum,
            EqualityKind::OutcomeSum => Kind::OutcomeSum,
            EqualityKind::Balance => Kind::Balance,
        };
        Self { equality, total: id.total }
    }
}

impl From<Named> for EqualityId {
    fn from(named: Named) -> Self {
        let kind = match named.equality {
            Kind::RowSum => EqualityKind::RowSum,
            Kind::OutcomeSum => EqualityKind::OutcomeSum,
            Kind::Balance => EqualityKind::Balance,
        };
        Self { kind, total: named.total }
    }
}

/// An equality.
pub(crate) mod equality_id {
    use super::{Deserialize, Deserializer, EqualityId, Named, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        id: &EqualityId,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        Named::from(*id).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<EqualityId, D::Error> {
        Named::deserialize(deserializer).map(EqualityId::from)
    }
}

/// Several equalities.
pub(crate) mod equality_ids {
    use super::{Deserialize, Deserializer, EqualityId, Named, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        ids: &[EqualityId],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(ids.iter().map(|it| Named::from(*it)))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<EqualityId>, D::Error> {
        let all = Vec::<Named>::deserialize(deserializer)?;
        Ok(all.into_iter().map(EqualityId::from).collect())
    }
}

/// An edition by its key.
pub(crate) mod table_edition {
    use super::{Deserialize, Deserializer, Serializer};
    use crate::TableEdition;
    use serde::de::Error as _;

    pub(crate) fn serialize<S: Serializer>(
        edition: &TableEdition,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(edition.key())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<TableEdition, D::Error> {
        let key = String::deserialize(deserializer)?;
        TableEdition::of_key(&key).ok_or_else(|| D::Error::custom(format!("no edition `{key}`")))
    }
}

/// A decimal as its digits.
pub(crate) fn as_text<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// A decimal of its digits.
pub(super) struct Digits(pub(super) Decimal);

impl<'de> Deserialize<'de> for Digits {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        Decimal::from_str_exact(&digits).map(Self).map_err(D::Error::custom)
    }
}

/// A count of an integer, any decimal of a string.
impl<'de> Deserialize<'de> for crate::Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum CountOrDecimal {
            Count(i64),
            Decimal(Digits),
        }
        Ok(match CountOrDecimal::deserialize(deserializer)? {
            CountOrDecimal::Count(count) => Self::Count(count),
            CountOrDecimal::Decimal(digits) => Self::Decimal(digits.0),
        })
    }
}
