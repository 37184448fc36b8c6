//! Many inputs at once; results in the order of the inputs.

use std::collections::VecDeque;
use std::io;
use std::iter;
use std::sync::mpsc;

use crate::problem::Problem;

/// How many inputs a thread may be ahead of the output: enough that one slow file does not hold up the others, and no
/// more, so that memory does not grow with their number.
const AHEAD: usize = 16;

/// Works on the inputs with this many threads (0 for as many as there are cores) and hands the results over in the
/// order of the inputs. Where the consumer stops, no more inputs are begun.
pub(crate) fn in_order<I: Send, T: Send, R>(
    inputs: impl Iterator<Item = I>,
    jobs: usize,
    work: impl Fn(I) -> T + Sync,
    consume: impl FnOnce(&mut dyn Iterator<Item = T>) -> R,
) -> Result<R, Problem> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
    let threads = threads.map_err(|error| Problem::Output(io::Error::other(error)))?;
    let ahead = AHEAD * threads.current_num_threads();
    let mut inputs = inputs.fuse();
    let work = &work;
    Ok(threads.in_place_scope_fifo(|scope| {
        let mut under_way = VecDeque::with_capacity(ahead);
        consume(&mut iter::from_fn(|| {
            while under_way.len() < ahead
                && let Some(input) = inputs.next()
            {
                let (done, result) = mpsc::sync_channel(1);
                // Nobody waits for it any more where the consumer stopped.
                scope.spawn_fifo(move |_| drop(done.send(work(input))));
                under_way.push_back(result);
            }
            under_way.pop_front()?.recv().ok()
        }))
    }))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_are_in_the_order_of_the_inputs() {
        for jobs in [1, 2, 7] {
            let slow_first = |n: u64| {
                if n.is_multiple_of(10) {
                    thread::sleep(Duration::from_millis(2));
                }
                n * n
            };
            let squares = in_order(0..500, jobs, slow_first, |it| it.collect::<Vec<_>>()).unwrap();
            assert_eq!(squares, (0..500).map(|n| n * n).collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_more_is_begun_than_the_output_needs() {
        for jobs in [1, 3] {
            let (begun, mut taken) = (AtomicUsize::new(0), 0);
            let work = |()| begun.fetch_add(1, Ordering::Relaxed);
            let most = in_order(iter::repeat_n((), 1000), jobs, work, |results| {
                let mut most = 0;
                for _ in results {
                    taken += 1;
                    most = most.max(begun.load(Ordering::Relaxed) - taken);
                }
                most
            });
            assert_eq!(taken, 1000);
            assert!(most.unwrap() < AHEAD * jobs, "{jobs}");
        }
    }

    #[test]
    fn where_the_consumer_stops_nothing_more_is_begun() {
        let begun = AtomicUsize::new(0);
        let work = |_| begun.fetch_add(1, Ordering::Relaxed);
        in_order(0.., 2, work, |results| results.next()).unwrap();
        assert!(begun.into_inner() <= 2 * AHEAD);
    }
}
