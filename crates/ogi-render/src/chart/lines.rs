//! Lines: figures of several years.

use askama::Template;
use ogi_check::Indicator;
use ogi_model::Language;
use ogi_model::Report;

use super::missing;
use crate::line::printable;

/// What is drawn, by the key of the indicator.
const DRAWN: [&str; 3] = ["requests-received", "requests-concluded", "reconsiderations"];

/// Requests received, requests concluded and reconsiderations over the years, from reports of one agency in any
/// order.
///
/// A line is broken where a year or a figure is missing. Of several reports of one year the last counts.
///
/// ```
/// use ogi_model::{CellId, Column, Edition, Language, Report, Row};
///
/// let of = |year, received: i64| {
///     Report::builder(Edition::E2021)
///         .agency("示例市民政局")
///         .year(year)
///         .set(CellId::new(Row::NewlyReceived, Column::Total), received)
///         .build()
/// };
/// let svg = ogi_render::years_chart(&[of(2023, 20)?, of(2024, 31)?], Language::Zh);
/// assert!(svg.contains("<title>2024年新收申请：31</title>"));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn years_chart(reports: &[Report], language: Language) -> String {
    let mut by_year: Vec<(u16, &Report)> =
        reports.iter().filter_map(|it| Some((it.year?, it))).collect();
    by_year.sort_by_key(|it| it.0);
    by_year.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            earlier.1 = later.1;
        }
        same
    });
    let series: Vec<Series> = DRAWN
        .iter()
        .filter_map(|id| Indicator::find(id))
        .map(|indicator| {
            let figures =
                by_year.iter().map(|(year, it)| (*year, indicator.numerator.sum(it).ok()));
            (language.of_words(indicator.name), figures.collect())
        })
        .collect();
    let agency = by_year.last().and_then(|it| it.1.agency.as_deref()).unwrap_or_default();
    let title = match language {
        Language::Zh => format!("{}历年申请与复议", printable(agency)),
        Language::En => format!("{}, requests and reconsiderations by year", printable(agency)),
    };
    draw(title, &series, language)
}

/// A name, and a figure for each year in which there is a report.
type Series = (&'static str, Vec<(u16, Option<i64>)>);

#[derive(Template)]
#[template(path = "svg/lines.svg", escape = "html")]
struct Lines {
    title: String,
    description: String,
    ticks: Vec<Tick>,
    years: Vec<Year>,
    lines: Vec<Line>,
}

struct Tick {
    y: String,
    text_y: String,
    label: i64,
}

struct Year {
    x: String,
    label: u16,
}

struct Line {
    number: usize,
    label: &'static str,
    /// Runs of neighbouring years that all have a figure.
    paths: Vec<String>,
    points: Vec<Point>,
    key_y: usize,
    key_text_y: usize,
}

struct Point {
    x: String,
    y: String,
    title: String,
}

const LEFT: f64 = 96.0;
const RIGHT: f64 = 528.0;
const TOP: f64 = 64.0;
const BOTTOM: f64 = 344.0;

/// Where years and figures lie.
struct Scale {
    first: u16,
    last: u16,
    most: i64,
}

impl Scale {
    fn x(&self, year: u16) -> f64 {
        let years = f64::from(self.last - self.first);
        if years == 0.0 {
            return f64::midpoint(LEFT, RIGHT);
        }
        LEFT + (RIGHT - LEFT) * f64::from(year - self.first) / years
    }

    #[expect(clippy::cast_precision_loss, reason = "a picture needs no more than a few digits")]
    fn y(&self, figure: i64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * figure as f64 / self.most as f64
    }
}

fn draw(title: String, series: &[Series], language: Language) -> String {
    let all = || series.iter().flat_map(|it| &it.1);
    let years = || all().map(|it| it.0);
    let most = step(all().filter_map(|it| it.1).max().unwrap_or(0)) * TICKS;
    let (first, last) = (years().min().unwrap_or_default(), years().max().unwrap_or_default());
    let scale = Scale { first, last, most };
    let svg = Lines {
        title,
        description: describe(series, language),
        ticks: (0..=TICKS)
            .map(|n| {
                let label = most / TICKS * n;
                let y = scale.y(label);
                Tick { y: format!("{y:.1}"), text_y: format!("{:.1}", y + 5.0), label }
            })
            .collect(),
        years: series
            .first()
            .into_iter()
            .flat_map(|it| &it.1)
            .map(|(year, _)| Year { x: format!("{:.1}", scale.x(*year)), label: *year })
            .collect(),
        lines: series
            .iter()
            .enumerate()
            .map(|(number, series)| line(number, series, &scale, language))
            .collect(),
    };
    svg.render().expect("memory takes any text, and the template asks for nothing that can fail")
}

fn line(number: usize, (label, figures): &Series, scale: &Scale, language: Language) -> Line {
    let at = |(year, figure): (u16, i64)| (scale.x(year), scale.y(figure));
    let known: Vec<(u16, i64)> = figures.iter().filter_map(|it| Some((it.0, it.1?))).collect();
    let paths =
        known.chunk_by(|one, next| one.0 + 1 == next.0).filter(|run| run.len() > 1).map(|run| {
            let points = run.iter().map(|it| at(*it)).map(|(x, y)| format!("{x:.1},{y:.1}"));
            points.collect::<Vec<_>>().join(" ")
        });
    let points = known.iter().map(|(year, figure)| {
        let (x, y) = at((*year, *figure));
        let title = match language {
            Language::Zh => format!("{year}年{label}：{figure}"),
            Language::En => format!("{label} {year}: {figure}"),
        };
        Point { x: format!("{x:.1}"), y: format!("{y:.1}"), title }
    });
    let key_y = 84 + number * 32;
    Line {
        number,
        label,
        paths: paths.collect(),
        points: points.collect(),
        key_y,
        key_text_y: key_y + 5,
    }
}

/// All figures in words.
fn describe(series: &[Series], language: Language) -> String {
    let (colon, comma, stop) = match language {
        Language::Zh => ("：", "，", "。"),
        Language::En => (": ", ", ", ". "),
    };
    let of = |(label, figures): &Series| {
        let stated: Vec<_> = figures
            .iter()
            .map(|(year, figure)| {
                let figure =
                    figure.map_or_else(|| missing(language).to_owned(), |it| it.to_string());
                format!("{year} {figure}")
            })
            .collect();
        format!("{label}{colon}{}", stated.join(comma))
    };
    series.iter().map(of).collect::<Vec<_>>().join(stop)
}

/// How many steps the scale has.
const TICKS: i64 = 4;

/// The least of 1, 2, 5, 10, 20 … that makes a scale of all figures.
fn step(most: i64) -> i64 {
    let mut step = 1_i64;
    for factor in [2, 5, 10].into_iter().cycle() {
        if step.saturating_mul(TICKS) >= most {
            break;
        }
        let power = 10_i64.saturating_pow(step.ilog10());
        step = power.saturating_mul(factor);
    }
    step
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn scales_are_round() {
        let of = [0, 4, 5, 8, 9, 20, 21, 40, 41, 83, 1234].map(step);
        assert_eq!(of, [1, 1, 2, 2, 5, 5, 10, 10, 20, 50, 500]);
    }
}
