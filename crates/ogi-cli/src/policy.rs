//! The policy of a check: a file, then what the command line says.

use std::fs;
use std::path::Path;

use ogi::Policy;
use ogi::check::{Aliases, PolicyErrors, Waivers};

use crate::args;
use crate::problem::Problem;

/// The policy, without the waivers of a baseline.
pub(crate) fn read(args: &args::Policy) -> Result<Policy, Problem> {
    let mut policy = match &args.policy {
        Some(path) => in_file(path, Policy::from_toml)?,
        None => Policy::default(),
    };
    if !args.select.is_empty() {
        policy.select.clone_from(&args.select);
    }
    if !args.ignore.is_empty() {
        policy.ignore.clone_from(&args.ignore);
    }
    policy.fail_on = args.fail_on.unwrap_or(policy.fail_on);
    policy.blanks_as_zero |= args.blanks_as_zero;
    policy.as_of = args.as_of;
    let unknown = policy.unknown_names().next().map(str::to_owned);
    unknown.map_or(Ok(policy), |name| Err(Problem::unknown_rule(&name)))
}

/// The policy with the waivers of the baseline.
pub(crate) fn whole(args: &args::Policy) -> Result<Policy, Problem> {
    let mut policy = read(args)?;
    policy.waivers = policy.waivers.iter().cloned().chain(baseline(args)?).collect();
    Ok(policy)
}

/// The earlier names of agencies.
pub(crate) fn aliases(path: Option<&Path>) -> Result<Aliases, Problem> {
    path.map_or_else(|| Ok(Aliases::default()), |path| in_file(path, Aliases::from_toml))
}

/// The waivers of the baseline, if one was given.
pub(crate) fn baseline(args: &args::Policy) -> Result<Waivers, Problem> {
    args.baseline
        .as_deref()
        .map_or(Ok(Waivers::default()), |path| in_file(path, Waivers::from_toml))
}

fn in_file<T>(
    path: &Path,
    read: impl FnOnce(&str) -> Result<T, PolicyErrors>,
) -> Result<T, Problem> {
    let text = fs::read_to_string(path).map_err(Problem::Input);
    let read = text.and_then(|text| read(&text).map_err(Problem::Policy));
    read.map_err(|problem| problem.of(&path.to_string_lossy()))
}
