/*!
`ogi` in a browser: a request as JSON and the bytes of its files go in, an answer as JSON and the bytes of a file come out. The
page in `web/` is made of it, and runs it in a worker.

Nothing is kept between two requests but a copy of what was read last: a page that starts the module anew goes on where it was.
Every text for people comes in both languages, and figures as text, since numbers of JavaScript do not hold all of them.

```
let report = include_bytes!("../../../examples/reports/garden-street-2024.txt");
let request = r#"{"ask": "check", "files": [{"path": "garden-street-2024.txt", "length": 3316}]}"#;
# let request = &request.replace("3316", &report.len().to_string());

let answer = ogi_wasm::answer(request, report);
assert!(answer.json().contains(r#""rule":"t4-sum""#));
```

# Requests
[`Request`] has them; `schema` in `web/src/engine` says the same to TypeScript.
*/

mod ask;
mod catalogue;
mod check;
mod done;
mod edit;
mod failure;
mod file;
mod finding;
mod policy;
mod register;
mod roll_up;
mod source;
mod start;
mod survey;
mod table;
mod words;
mod write;

pub use ask::{Asked, Request};
pub use edit::Edit;
pub use file::File;

use wasm_bindgen::prelude::wasm_bindgen;

/// What comes back: JSON, and the bytes of a file if one was made.
#[wasm_bindgen]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    json: String,
    bytes: Vec<u8>,
}

#[wasm_bindgen]
impl Answer {
    /// `{"ok": …}`, or `{"error": {"kind", "zh", "en"}}`.
    #[wasm_bindgen(getter)]
    pub fn json(&self) -> String {
        self.json.clone()
    }

    /// A file that was made; empty if none was.
    #[wasm_bindgen(getter)]
    pub fn bytes(&self) -> Vec<u8> {
        self.bytes.clone()
    }
}

/// Answers a [`Request`]. The bytes are those of its files, one after another.
#[wasm_bindgen]
pub fn answer(request: &str, bytes: &[u8]) -> Answer {
    let done = Request::read(request).and_then(|it| it.answer(bytes));
    let (json, bytes) = match done {
        Ok(done) => (format!(r#"{{"ok":{}}}"#, done.json), done.bytes),
        Err(failure) => (failure.json(), Vec::new()),
    };
    Answer { json, bytes }
}
