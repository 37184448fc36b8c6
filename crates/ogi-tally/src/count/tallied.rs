//! What a register comes to.

use ogi_model::{CellId, Column, Message, Report, Row, TableForm, TableId};

use super::dispute::Dispute;
use super::request::Standing;
use super::totals::add_up;
use super::{LeftOver, Scope, TABLES};
use crate::Line;
use crate::register::Record;

/// What a register comes to: the figures of tables three and four, and every row that is not in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The year, and the edition of the form.
    pub scope: Scope,
    /// How many requests are counted.
    pub requests: usize,
    /// Rows that fit nowhere, in the order of the register.
    pub left_over: Vec<LeftOver>,
    /// Requests that were answered in an earlier year.
    pub answered_before: Vec<Line>,
    /// Requests that were received in a later year.
    pub received_after: Vec<Line>,
    /// Reconsideration and litigation of another year.
    pub disputes_elsewhere: Vec<Line>,
    /// Reconsideration and litigation without a day of their own, which count with their request.
    pub disputes_undated: Vec<Line>,
    /// Rows that say nothing that counts: remarks, sums, heads that stand there once more.
    pub aside: Vec<Line>,
    /// Sheets that are no register of requests, with how many rows they have.
    pub skipped_sheets: Vec<(String, usize)>,
    /// How many rows have a word for what was carried over that is not understood; the days count.
    pub unread_carried: usize,
    pub(crate) sheets: Vec<Option<String>>,
    /// The rows of each cell that is no total.
    lines: Vec<Vec<Line>>,
    figures: [i64; CellId::COUNT],
}

impl Tally {
    pub(super) fn new(scope: Scope, sheets: Vec<Option<String>>) -> Self {
        Self {
            scope,
            requests: 0,
            left_over: Vec::new(),
            answered_before: Vec::new(),
            received_after: Vec::new(),
            disputes_elsewhere: Vec::new(),
            disputes_undated: Vec::new(),
            aside: Vec::new(),
            skipped_sheets: Vec::new(),
            unread_carried: 0,
            sheets,
            lines: vec![Vec::new(); CellId::COUNT],
            figures: [0; CellId::COUNT],
        }
    }

    pub(super) fn skip_sheet(&mut self, sheet: u16, rows: &[Record]) {
        if let Some(Some(name)) = self.sheets.get(usize::from(sheet)).filter(|_| !rows.is_empty()) {
            self.skipped_sheets.push((name.clone(), rows.len()));
        }
    }

    pub(super) fn take(&mut self, standing: Standing, line: Line) {
        match standing {
            Standing::AnsweredBefore => self.answered_before.push(line),
            Standing::ReceivedAfter => self.received_after.push(line),
            Standing::Counts { applicant, received, outcome } => {
                self.requests += 1;
                for row in [received, outcome] {
                    self.add(CellId::try_new(row, applicant), line);
                }
            }
            Standing::LeftOver { why, applicant, received, outcome } => {
                let table = TableId::Applications;
                self.left_over.push(LeftOver { line, table, why, applicant, received, outcome });
            }
        }
    }

    pub(super) fn take_dispute(&mut self, dispute: Dispute, line: Line) {
        match dispute {
            Dispute::None => {}
            Dispute::Elsewhere => self.disputes_elsewhere.push(line),
            Dispute::Counts { cell, dated } => {
                if !dated {
                    self.disputes_undated.push(line);
                }
                self.add(Some(cell), line);
            }
            Dispute::LeftOver { why, row, result } => self.left_over.push(LeftOver {
                line,
                table: TableId::Disputes,
                why,
                applicant: result,
                received: None,
                outcome: row,
            }),
        }
    }

    fn add(&mut self, cell: Option<CellId>, line: Line) {
        if let Some(lines) = cell.and_then(|it| self.lines.get_mut(it.index())) {
            lines.push(line);
        }
    }

    pub(super) fn done(mut self) -> Self {
        let mut leaves = [0; CellId::COUNT];
        for (leaf, lines) in leaves.iter_mut().zip(&self.lines) {
            *leaf = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        }
        self.figures = add_up(&leaves, self.scope);
        for lines in [&mut self.disputes_elsewhere, &mut self.disputes_undated] {
            lines.dedup();
        }
        self
    }

    /// The figure of a cell of table three or four.
    pub const fn figure(&self, cell: CellId) -> i64 {
        self.figures[cell.index()]
    }

    /// The rows that are counted in a cell; none of a total.
    pub fn lines(&self, cell: CellId) -> &[Line] {
        &self.lines[cell.index()]
    }

    /// The cells that are counted, in table order.
    pub fn cells(&self) -> impl Iterator<Item = CellId> + use<> {
        let edition = self.scope.edition;
        TABLES.into_iter().flat_map(move |it| TableForm::of(it, edition).cells())
    }

    /// What a row is called: its line, with its sheet if there are several.
    pub fn name_of(&self, line: Line) -> Message {
        line.name(&self.sheets)
    }

    /// The name of the sheet of a row, in a workbook.
    pub fn sheet_of(&self, line: Line) -> Option<&str> {
        self.sheets.get(usize::from(line.sheet))?.as_deref()
    }

    /// Whether lines need the name of their sheet.
    pub const fn has_several_sheets(&self) -> bool {
        self.sheets.len() > 1
    }

    /// The form with tables three and four filled in; the rest of it is blank, and to be written by people.
    ///
    /// ```
    /// # use ogi_import::Limits;
    /// # use ogi_tally::{Mapping, Register, Scope, tally};
    /// # let text = "收到日期,申请人类型,办理结果,答复日期\n2025-03-04,自然人,予以公开,2025-03-20\n";
    /// # let register = Register::read(text.as_bytes(), &Limits::default())?;
    /// # let mapping = Mapping::guess(&register, Scope::of_year(2025).edition)?;
    /// use ogi_model::{CellId, Column, Row};
    ///
    /// let tally = tally(&register, &mapping, Scope::of_year(2025))?;
    /// let report = tally.report(Some("示例市民政局"));
    /// assert_eq!(report[CellId::new(Row::Granted, Column::Total)].count(), Some(1));
    /// assert!(report[CellId::new(Row::Licensing, Column::Decisions)].is_blank());
    /// # Ok::<(), ogi_tally::TallyError>(())
    /// ```
    pub fn report(&self, agency: Option<&str>) -> Report {
        let named = agency.unwrap_or_default();
        let form = Report::builder(self.scope.edition).agency(named).year(self.scope.year);
        // There is such a year: it was counted.
        let mut report = form.instructions().build().unwrap_or_default();
        if agency.is_none() {
            (report.agency, report.agency_kind, report.title) = (None, None, None);
        }
        for cell in self.cells() {
            report.set(cell, self.figure(cell));
        }
        report
    }

    /// The figure of a row of table three in its total column.
    pub fn total(&self, row: Row) -> i64 {
        CellId::try_new(row, Column::Total).map_or(0, |it| self.figure(it))
    }
}
