//! Sums of probabilities that are kept as logarithms.

/// The logarithm of the sum of the numbers whose logarithms these are.
pub(super) fn log_sum(logs: impl Iterator<Item = f64> + Clone) -> f64 {
    let most = logs.clone().fold(f64::NEG_INFINITY, f64::max);
    if most == f64::NEG_INFINITY {
        return most;
    }
    most + logs.map(|it| (it - most).exp()).sum::<f64>().ln()
}
