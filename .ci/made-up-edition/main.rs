//! Uses a made-up third edition of the form, which `form.patch` adds as tables and nothing else, in every part of the
//! project: model, reader, checker, writers.

use ogi::{
    Cell, CellId, Column, Edition, Format, Policy, ReadOptions, Report, Row, TableForm, TableId,
};

/// A sound report of an edition: two requests of natural persons in every row of results.
fn sound(edition: Edition, year: u16) -> Report {
    let mut report = Report::builder(edition)
        .agency("示例市民政局")
        .year(year)
        .build()
        .expect("an agency and a year");
    for cell in TableId::ALL.iter().flat_map(|table| TableForm::of(*table, edition).cells()) {
        report.set(cell, 0);
    }
    let form = TableForm::of(TableId::Applications, edition);
    let results = form.rows().filter(|it| it.group.is_some() && it.sum.is_none());
    let mut received = 0;
    for row in results {
        received += 2;
        for column in [Column::NaturalPerson, Column::Total] {
            report.set(CellId::new(row.row, column), 2);
        }
    }
    for row in [Row::NewlyReceived, Row::Concluded] {
        for column in [Column::NaturalPerson, Column::Total] {
            report.set(CellId::new(row, column), received);
        }
    }
    report
}

fn rules(report: &Report) -> Vec<&'static str> {
    ogi::check(report, &Policy::default()).findings.iter().map(|it| it.rule.id).collect()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let new: Row = "denied_personal_information".parse()?;
    let cell = CellId::new(new, Column::NaturalPerson);
    let latest = Edition::LATEST;

    // The model: one row more, with its sums; the years of use.
    assert_eq!((latest.key(), latest.first_year()), ("2031", 2031));
    assert_eq!(Edition::having(cell), [latest]);
    let rows = |edition| TableForm::of(TableId::Applications, edition).rows().count();
    assert_eq!(Edition::ALL.iter().map(|it| rows(*it)).collect::<Vec<_>>(), [23, 25, 26]);
    let in_sums = |edition| {
        let form = TableForm::of(TableId::Applications, edition);
        form.equalities().iter().filter(|it| it.cells().any(|it| it == cell)).count()
    };
    assert_eq!(Edition::ALL.iter().map(|it| in_sums(*it)).collect::<Vec<_>>(), [0, 0, 2]);
    assert_eq!(
        [2020, 2021, 2030, 2031].map(|it| Edition::of_year(it).key()),
        ["2019", "2021", "2021", "2031"]
    );

    let report = sound(latest, 2031);
    for format in [Format::Text, Format::Markdown, Format::Html, Format::Json] {
        // The writers print the new row and the new label.
        let mut written = Vec::new();
        ogi::write(&report, format, &mut written)?;
        if format == Format::Json {
            continue;
        }
        let printed = String::from_utf8(written.clone())?;
        for label in ["9.属于个人信息", "（二）予以部分公开（区分处理的，只计这一情形）"]
        {
            assert!(printed.contains(label), "{format}: {label}");
        }
        // The reader finds the edition, and every figure; nothing is odd about the page.
        let reading = ogi::read(&written, &ReadOptions::default())?;
        assert_eq!(reading.report, report, "{format}");
        let outcome = ogi::check(&reading, &Policy::default());
        let found: Vec<_> = outcome.findings.iter().map(|it| it.rule.id).collect();
        let is_of_form = |it: &&str| it.contains("label") || it.contains("edition");
        assert!(!found.iter().any(is_of_form), "{found:?}");
    }
    // Older editions are read as before.
    for (edition, year) in [("2019", 2020), ("2021", 2025)] {
        let report = sound(edition.parse()?, year);
        let mut written = Vec::new();
        ogi::write(&report, Format::Text, &mut written)?;
        assert_eq!(ogi::read(&written, &ReadOptions::default())?.report, report, "{edition}");
    }

    // The checker: the sums with the new row, the form of the year.
    let figures = |report: &Report| -> Vec<_> {
        rules(report)
            .into_iter()
            .filter(|it| it.starts_with('t') && !it.starts_with("text"))
            .collect()
    };
    assert_eq!(figures(&report), [""; 0]);
    let mut wrong = report.clone();
    wrong.set(cell, 3);
    assert_eq!(figures(&wrong), ["t3-row-sum", "t3-outcome-sum"]);
    let outcome = ogi::check(&wrong, &Policy::default());
    let edits = &outcome.explanations[0].edits;
    assert_eq!((edits.len(), edits[0].cell), (1, cell));
    wrong.set(cell, Cell::Blank);
    assert!(rules(&wrong).contains(&"doc-cell-blank"));
    assert!(!rules(&report).contains(&"doc-edition-year"));
    assert!(rules(&sound(Edition::of_year(2030), 2031)).contains(&"doc-edition-year"));
    Ok(())
}
