//! What the cases of all rules share.
