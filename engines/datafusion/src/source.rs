//! Where files lie: a local path or a URL of an object store, with a pattern if there is one.

use datafusion::catalog::Session;
use datafusion::datasource::listing::ListingTableUrl;
use datafusion::error::Result;
use datafusion::object_store::path::Path;
use futures::TryStreamExt as _;
use glob::MatchOptions;

/// What a function is called with, as it was written.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    pub(crate) written: String,
    pub(crate) url: ListingTableUrl,
}

impl Files {
    pub(crate) fn parse(written: &str) -> Result<Self> {
        Ok(Self { written: written.to_owned(), url: ListingTableUrl::parse(written)? })
    }

    /// The files, in the order of their paths: all below a folder, or those that the pattern names, in which `*` stays
    /// within a folder and `**` does not.
    pub(crate) async fn list(&self, session: &dyn Session) -> Result<Vec<Path>> {
        let glob = self.url.get_glob();
        if glob.is_none() && !self.url.is_collection() {
            return Ok(vec![self.url.prefix().clone()]);
        }
        let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
        let is_wanted = |path: &Path| match (glob, self.url.strip_prefix(path)) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(glob), Some(rest)) => {
                glob.matches_with(&rest.collect::<Vec<_>>().join("/"), options)
            }
        };
        let store = session.runtime_env().object_store(&self.url)?;
        let files = store.list(Some(self.url.prefix())).map_ok(|it| it.location);
        let mut paths: Vec<Path> = files.try_collect().await?;
        paths.retain(is_wanted);
        paths.sort();
        Ok(paths)
    }

    /// What a file is called in the tables: a path of the system, or of the store.
    pub(crate) fn name(&self, path: &Path) -> String {
        if self.url.scheme() == "file" { format!("/{path}") } else { path.to_string() }
    }
}
