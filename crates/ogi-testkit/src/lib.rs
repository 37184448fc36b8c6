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

[`Generator::series`] makes the reports of one agency over years, each following from the one before, and
[`Generator::family`] those of a government and the bodies below it, which add up.

For property tests [`reports`] and [`reports_with_gaps`] are strategies of the same construction, which shrink
towards few requests.

# Planted errors
[`plant`] makes one figure of table three or four wrong, in the ways that people make them wrong.

```
use ogi_testkit::{Generator, plant, rng};

let mut report = Generator::new(7).report();
let planted = plant(&mut report, &mut rng(1)).unwrap();
assert_eq!(report[planted.cell].count(), Some(planted.to));
```

A [`Corruption`] makes tables wrong in more ways: several figures, values in the wrong cell, errors carried into totals, rows
shifted. Its slips come from a [`Channel`]: people who type, or machines that read.
# Sentences
[`narrate`] puts the figures of a report into words, with what is true of each number.

# Registers
A [`register`] holds the requests that the tables of a report are made of, row by row.

# Layouts
A [`Layout`] writes a report as text, in one of the ways in which text of it is met. A [`Mess`] can
be made of any of them: labels with blanks in them, thousands separators, other titles and headings.

```
use ogi_testkit::{Generator, Layout, Mess};

let report = Generator::new(7).report();
let text = Layout::A6.write_messy(&report, &Mess::new(3, 0.2));
assert_ne!(text, Layout::A6.write(&report));
```

# Documents
With the feature `documents`, a [`Document`] writes a report as a web page, a Word document or a workbook, with what
editors and clerks leave in them. The same mess can be made of them.

```
# #[cfg(feature = "documents")]
# {
use ogi_testkit::{Document, Generator, HtmlStyle, Mess};

let report = Generator::new(7).report();
let page = Document::Html(HtmlStyle::Portal).write_messy(&report, &Mess::new(3, 0.2));
assert!(String::from_utf8(page).unwrap().contains("ArticleTitle"));
# }
```
*/

mod claims;
mod corruption;
#[cfg(feature = "documents")]
mod damage;
#[cfg(feature = "documents")]
mod documents;
mod errors;
mod generator;
// Text is inked to be damaged.
#[cfg_attr(not(feature = "documents"), allow(dead_code))]
mod ink;
mod layouts;
mod mess;
mod ratchet;
mod register;
mod rng;
#[cfg(feature = "score")]
mod score;
mod sheet;
mod strategy;
#[cfg(feature = "documents")]
pub mod word;
#[cfg(feature = "documents")]
pub mod word97;

pub use claims::{Fact, FactKind, Story, Truth, narrate};
pub use corruption::{Channel, Corrupted, Corruption, blank};
#[cfg(feature = "documents")]
pub use damage::{DamageKind, Damaged, Medium, damaged};
#[cfg(feature = "documents")]
pub use documents::{Document, DocxStyle, HtmlStyle, XlsxStyle};
pub use errors::{ErrorKind, Planted, plant, plant_kind};
pub use generator::{Generator, Size};
pub use layouts::{Layout, UnknownLayout};
pub use mess::{Mess, Style};
pub use ratchet::{Differences, Ratchet};
pub use register::{Request, register, register_csv};
pub use rng::rng;
#[cfg(feature = "score")]
pub use score::{Judged, KnownSource, Score, Verdict, judge, known_sources};
pub use strategy::{reports, reports_with_gaps};
