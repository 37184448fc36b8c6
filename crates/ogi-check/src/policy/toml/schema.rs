//! JSON Schema of a policy.

use super::file::PolicyFile;

/// The JSON Schema of a policy as it is committed, for editors that check TOML: indented, ending with a line feed.
///
/// ```
/// assert!(ogi_check::policy_schema().contains("\"money_tolerance\""));
/// ```
pub fn policy_schema() -> String {
    let schema = schemars::schema_for!(PolicyFile);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
