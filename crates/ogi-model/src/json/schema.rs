//! JSON Schema of the exchange format.
