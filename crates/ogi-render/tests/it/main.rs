//! What is written, for reports that between them have everything a report can have.

mod golden;
mod html;
mod json;
mod markdown;
mod reports;
mod text;
