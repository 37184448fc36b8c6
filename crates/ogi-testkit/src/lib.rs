/*!
Random valid reports, planted errors and messy layouts, to test the other crates with. Not published.

Everything here follows from a seed: the same seed gives the same report, the same error and the same text.

# Valid reports
A [`Generator`] makes fictional reports whose figures satisfy every equality of the form.

```
use ogi_model::Edition;
use ogi_testkit::{Generator, Layout, Size};

let mut generator = Generator::new(7).edition(Edition::E2021).size(Size::Small);
let report = generator.report();
let text = Layout::A1.write(&report);
assert!(text.starts_with(report.title.as_deref().unwrap()));
```

# Layouts
A [`Layout`] writes a report as text, in one of the ways in which text of it is met.
*/

mod generator;
mod layouts;
mod rng;
mod sheet;

pub use generator::{Generator, Size};
pub use layouts::Layout;
pub use rng::rng;
