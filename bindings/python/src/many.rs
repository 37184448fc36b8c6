//! Many files at once, in their order.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};

use ogi::Policy;
use ogi::check::Aliases;
use ogi::embed::{EmbedError, ReportFile};
use ogi::model::Message;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::MutexExt as _;
use pyo3::types::PyIterator;
use rayon::ThreadPool;

use crate::file::File;
use crate::policy::PolicyArguments;
use crate::source::bytes_of;

/// How many files a thread may be ahead of whoever takes them, so that memory does not grow with their number.
const AHEAD: usize = 16;

/// Reads and checks files by this many threads, 0 for as many as there are cores.
#[pyfunction]
#[pyo3(signature = (paths, *, threads=0, policy=None, as_of=None))]
pub(crate) fn read_many(
    paths: &Bound<'_, PyAny>,
    threads: usize,
    policy: Option<&str>,
    as_of: Option<&Bound<'_, PyAny>>,
) -> PyResult<Files> {
    let policy = PolicyArguments { policy, as_of }.policy()?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
    Ok(Files {
        paths: paths.try_iter()?.unbind(),
        policy: Arc::new(policy),
        ahead: AHEAD * pool.current_num_threads(),
        work: Mutex::new(Work { pool, under_way: VecDeque::new() }),
    })
}

/// An iterator over files; paths are taken as they are needed.
#[pyclass(frozen, module = "ogi")]
#[derive(Debug)]
pub(crate) struct Files {
    paths: Py<PyIterator>,
    policy: Arc<Policy>,
    ahead: usize,
    work: Mutex<Work>,
}

#[derive(Debug)]
struct Work {
    pool: ThreadPool,
    under_way: VecDeque<Receiver<ReportFile>>,
}

#[pymethods]
impl Files {
    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<File>> {
        let mut work = self.work.lock_py_attached(py).map_err(poisoned)?;
        while work.under_way.len() < self.ahead
            && let Some(path) = self.paths.bind(py).clone().next()
        {
            let (path, policy): (PathBuf, _) = (path?.extract()?, Arc::clone(&self.policy));
            let (done, result) = sync_channel(1);
            // Nobody waits for it any more where the iterator was dropped.
            work.pool.spawn_fifo(move || drop(done.send(read(&path, &policy))));
            work.under_way.push_back(result);
        }
        let Some(result) = work.under_way.pop_front() else { return Ok(None) };
        drop(work);
        let file = py
            .detach(move || result.recv())
            .map_err(|it| PyRuntimeError::new_err(it.to_string()))?;
        Ok(Some(File::new(file)))
    }
}

fn poisoned<T>(_: T) -> PyErr {
    PyRuntimeError::new_err("an earlier step of this iterator failed")
}

fn read(path: &std::path::Path, policy: &Policy) -> ReportFile {
    let name = path.to_string_lossy().into_owned();
    match bytes_of(path) {
        Ok(bytes) => {
            let read =
                || ReportFile::read(name.as_str(), &bytes, &Aliases::default()).checked(policy);
            catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
                let bug = EmbedError::Bug("panic".to_owned());
                ReportFile::failed(name.as_str(), bug.kind(), bug.message())
            })
        }
        Err(error) => {
            let message =
                Message::new(format!("文件无法读取：{error}"), format!("cannot read: {error}"));
            ReportFile::failed(name, "io", message)
        }
    }
}
