//! What is written, for reports that between them have everything a report can have.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

mod docx;
mod figures;
mod findings;
mod golden;
mod html;
mod json;
mod laid_out;
mod markdown;
mod order;
mod overview;
mod page;
mod reports;
mod rollup;
mod text;
mod xlsx;
