//! The source of chance.

use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

/// The generator of random numbers that this crate uses: the same numbers for the same seed, on every machine.
///
/// ```
/// use ogi_testkit::rng;
/// assert_eq!(rng(7), rng(7));
/// ```
pub fn rng(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}
