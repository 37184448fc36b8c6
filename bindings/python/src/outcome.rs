//! What a check came to.

use std::sync::Arc;

use ogi::Value;
use ogi::check::{Expected, FileOutcome, Subject};
use pyo3::prelude::*;

use crate::report::json;
use crate::value::{loads, maybe_number, number};

/// The verdict and the findings.
#[pyclass(frozen, module = "ogi")]
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    outcome: Arc<ogi::Outcome>,
    /// The JSON object of a file.
    json: Result<Arc<str>, String>,
}

impl Outcome {
    pub(crate) fn new(subject: Subject<'_>, outcome: ogi::Outcome) -> Self {
        let json = serde_json::to_string(&FileOutcome::new("", subject, &outcome));
        Self {
            json: json.map(Arc::from).map_err(|error| error.to_string()),
            outcome: Arc::new(outcome),
        }
    }
}

#[pymethods]
impl Outcome {
    /// accepted, rejected or incomplete.
    #[getter]
    fn verdict(&self) -> &'static str {
        self.outcome.verdict.key()
    }

    #[getter]
    fn accepted(&self) -> bool {
        self.outcome.accepted
    }

    /// What the verdict means, in a sentence: Chinese, English.
    #[getter]
    fn meaning(&self) -> (String, String) {
        let meaning = self.outcome.meaning();
        (meaning.zh, meaning.en)
    }

    #[getter]
    fn findings(&self) -> Vec<Finding> {
        self.outcome.findings.iter().map(|it| Finding(it.clone())).collect()
    }

    #[getter]
    fn explanations(&self) -> Vec<Explanation> {
        self.outcome.explanations.iter().map(|it| Explanation(it.clone())).collect()
    }

    /// The object of a file, as `ogi check --format jsonl` prints it.
    fn to_json(&self) -> PyResult<String> {
        let bug = |it: &String| crate::raise(ogi::embed::EmbedError::Bug(it.clone()));
        self.json.as_ref().map(|it| it.to_string()).map_err(bug)
    }

    fn to_dict(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        loads(py, &self.to_json()?)
    }

    fn __repr__(&self) -> String {
        format!("Outcome({}, {} findings)", self.verdict(), self.outcome.findings.len())
    }
}

/// Something that a rule found.
#[pyclass(frozen, module = "ogi")]
#[derive(Clone, Debug)]
pub(crate) struct Finding(ogi::Finding);

#[pymethods]
impl Finding {
    #[getter]
    fn rule(&self) -> &'static str {
        self.0.rule.id
    }

    /// error, warning or info.
    #[getter]
    fn severity(&self) -> &'static str {
        self.0.severity.key()
    }

    #[getter]
    fn zh(&self) -> &str {
        &self.0.message.zh
    }

    #[getter]
    fn en(&self) -> &str {
        &self.0.message.en
    }

    /// The name of the primary cell.
    #[getter]
    fn cell(&self) -> Option<String> {
        self.0.cell.map(|it| it.to_string())
    }

    #[getter]
    fn cells(&self) -> Vec<String> {
        self.0.cells.iter().map(ToString::to_string).collect()
    }

    #[getter]
    fn printed(&self) -> &str {
        &self.0.printed
    }

    #[getter]
    fn observed(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        maybe_number(py, self.0.observed)
    }

    /// What the other figures imply, if they imply one value.
    #[getter]
    fn expected(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        maybe_number(py, self.0.expected.and_then(Expected::exactly))
    }

    #[getter]
    fn residual(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        maybe_number(py, self.0.residual)
    }

    #[getter]
    fn place(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        self.0.place.as_ref().map(|it| loads(py, &json(it)?)).transpose()
    }

    /// The reason, if it is waived.
    #[getter]
    fn waived(&self) -> Option<&str> {
        self.0.waived.as_ref().map(|it| it.reason.as_str())
    }

    fn __repr__(&self) -> String {
        format!("Finding({}, {})", self.0.rule.id, self.0.message.en)
    }
}

/// What may have gone wrong.
#[pyclass(frozen, module = "ogi")]
#[derive(Clone, Debug)]
pub(crate) struct Explanation(ogi::check::Explanation);

#[pymethods]
impl Explanation {
    #[getter]
    fn id(&self) -> usize {
        self.0.id
    }

    #[getter]
    fn mechanism(&self) -> &'static str {
        self.0.mechanism.id
    }

    #[getter]
    fn posterior(&self) -> f64 {
        self.0.posterior
    }

    #[getter]
    fn edits(&self) -> Vec<Edit> {
        let edit =
            |it: &ogi::check::Edit| Edit { cell: it.cell.to_string(), from: it.from, to: it.to };
        self.0.edits.iter().map(edit).collect()
    }
}

/// A change of a cell.
#[pyclass(frozen, module = "ogi")]
#[derive(Clone, Debug)]
pub(crate) struct Edit {
    cell: String,
    from: Option<Value>,
    to: Value,
}

#[pymethods]
impl Edit {
    #[getter]
    fn cell(&self) -> &str {
        &self.cell
    }

    #[getter]
    fn before(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        maybe_number(py, self.from)
    }

    #[getter]
    fn after(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        number(py, self.to)
    }
}
