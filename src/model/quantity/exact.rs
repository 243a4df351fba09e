//! A quantity to the last part of it, for what is sent from one process to another: `#[serde(with = "exact")]`.

use super::{Amount, Quantity};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Both bounds in parts.
///
/// # Errors
/// Those of the serializer.
pub(crate) fn serialize<S: Serializer>(
    quantity: &Quantity,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    (quantity.low.in_parts(), quantity.high.map(Amount::in_parts)).serialize(serializer)
}

/// Both bounds in parts.
///
/// # Errors
/// Those of the deserializer.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Quantity, D::Error> {
    let (low, high) = <(u64, Option<u64>)>::deserialize(deserializer)?;
    Ok(Quantity {
        low: Amount::parts(low),
        high: high.map(Amount::parts),
    })
}

/// The same of a quantity that may not be there.
pub(crate) mod option {
    use super::{Deserialize, Deserializer, Quantity, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Exact(#[serde(with = "super")] Quantity);

    /// Both bounds in parts, if there are any.
    ///
    /// # Errors
    /// Those of the serializer.
    pub(crate) fn serialize<S: Serializer>(
        quantity: &Option<Quantity>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        quantity.map(Exact).serialize(serializer)
    }

    /// Both bounds in parts, if there are any.
    ///
    /// # Errors
    /// Those of the deserializer.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Quantity>, D::Error> {
        Ok(Option::<Exact>::deserialize(deserializer)?.map(|Exact(quantity)| quantity))
    }
}
