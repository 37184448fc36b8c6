//! A request: when it came, from whom, what came of it, and where it counts by that.

use ogi_model::{Column, Date, Message, Row};

use super::words::{Meanings, Understood};
use super::{Scope, Why};
use crate::day::Day;
use crate::mapping::Columns;
use crate::register::Record;
use crate::words::Meaning;
use crate::{Field, Line};

/// What a row says of a request.
pub(super) struct Request<'a> {
    received: Day<'a>,
    answered: Day<'a>,
    applicant: Understood,
    outcome: Understood,
    carried: Option<Meaning>,
    /// Whether there is a word for it that is not understood.
    pub(super) carried_unread: bool,
}

/// Where a request counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It was answered in an earlier year.
    AnsweredBefore,
    /// It was received in a later year.
    ReceivedAfter,
    /// In a column, in the row of what came in and in that of what came of it.
    Counts { applicant: Column, received: Row, outcome: Row },
    /// Nowhere, as far as is known.
    LeftOver {
        why: Vec<Why>,
        applicant: Option<Column>,
        received: Option<Row>,
        outcome: Option<Row>,
    },
}

impl Standing {
    /// Whether the request belongs to the year, if that is known.
    pub(super) fn in_year(&self) -> Option<bool> {
        match self {
            Self::AnsweredBefore | Self::ReceivedAfter => Some(false),
            Self::Counts { .. } => Some(true),
            Self::LeftOver { received, .. } => received.map(|_| true),
        }
    }
}

impl<'a> Request<'a> {
    pub(super) fn of(
        columns: &Columns,
        record: &'a Record,
        scope: Scope,
        meanings: &mut Meanings,
    ) -> Self {
        let day = |field| columns.said(record, field).map_or(Day::Blank, Day::of);
        let (received, answered) = (day(Field::Received), day(Field::Answered));
        let is_elsewhere = |it: Day<'_>| it.date().is_some_and(|it| it.year() != scope.year);
        let mut carried = Understood::Blank;
        if columns.has(Field::Carried) && !(is_elsewhere(received) && is_elsewhere(answered)) {
            carried = meanings.of(columns, record, Field::Carried);
        }
        Self {
            received,
            answered,
            applicant: meanings.of(columns, record, Field::Applicant),
            outcome: meanings.of(columns, record, Field::Outcome),
            carried: carried.meaning(),
            carried_unread: matches!(carried, Understood::Unknown(_) | Understood::Several(_)),
        }
    }

    pub(super) fn year_received(&self) -> Option<u16> {
        self.received.date().map(Date::year)
    }

    /// Where it counts; `first` is the row that has its number already.
    ///
    /// Carried in is what was received before 1 January and not answered by then, carried out what was not answered by
    /// 31 December (sense).
    pub(super) fn standing(self, scope: Scope, first: Option<(Line, Message)>) -> Standing {
        let mut why = Vec::new();
        for (field, day) in [(Field::Received, self.received), (Field::Answered, self.answered)] {
            if let Day::Unclear(printed) = day {
                why.push(Why::NoDay { field, printed: printed.to_owned() });
            }
        }
        let (received, answered) = (self.received.date(), self.answered.date());
        if let (Some(received), Some(answered)) = (received, answered)
            && answered < received
            && !self.is_of_one_other_year(scope)
        {
            why.push(Why::AnsweredBeforeReceived { received, answered });
        }
        if why.is_empty() {
            if answered.is_some_and(|it| it.year() < scope.year) {
                return Standing::AnsweredBefore;
            }
            if received.is_some_and(|it| it.year() > scope.year) {
                return Standing::ReceivedAfter;
            }
        }
        let days_are_clear = why.is_empty();
        why.extend(first.map(|(first, name)| Why::NumberTaken { first, name }));
        let said_carried_in = self.carried == Some(Meaning::Row(Row::CarriedIn));
        let came = match received {
            Some(day) if day.year() == scope.year => Some(Row::NewlyReceived),
            Some(_) => Some(Row::CarriedIn),
            None if self.received == Day::Blank && said_carried_in => Some(Row::CarriedIn),
            None => None,
        };
        if came.is_none() && self.received == Day::Blank {
            why.push(Why::Missing(Field::Received));
        }
        let applicant = self.applicant(&mut why);
        let outcome = if days_are_clear { self.outcome(scope, &mut why) } else { None };
        if let (Some(came), Some(outcome), Some(Meaning::Row(said))) = (came, outcome, self.carried)
            && said != came
            && said != outcome
        {
            why.push(Why::NotCarried { said });
        }
        let came = came.filter(|_| days_are_clear);
        match (applicant, came, outcome) {
            (Some(applicant), Some(received), Some(outcome)) if why.is_empty() => {
                Standing::Counts { applicant, received, outcome }
            }
            (applicant, received, outcome) => {
                Standing::LeftOver { why, applicant, received, outcome }
            }
        }
    }

    /// Whether both days are before the year, or both after it.
    fn is_of_one_other_year(&self, scope: Scope) -> bool {
        let years = [self.received, self.answered].map(|it| it.date().map(Date::year));
        let all = |is: &dyn Fn(u16) -> bool| years.iter().all(|it| it.is_some_and(is));
        all(&|it| it < scope.year) || all(&|it| it > scope.year)
    }

    fn applicant(&self, why: &mut Vec<Why>) -> Option<Column> {
        match (&self.applicant, why_not(&self.applicant, Field::Applicant)) {
            (Understood::Is(Meaning::Column(column)), _) => Some(*column),
            (_, reason) => {
                why.extend(reason);
                None
            }
        }
    }

    /// The row of what came of it by the end of the year.
    fn outcome(&self, scope: Scope, why: &mut Vec<Why>) -> Option<Row> {
        let answered = self.answered.date();
        if answered.is_some_and(|it| it.year() > scope.year) {
            return Some(Row::CarriedOut);
        }
        match (&self.outcome, answered) {
            (Understood::Blank | Understood::Is(Meaning::Row(Row::CarriedOut)), None) => {
                Some(Row::CarriedOut)
            }
            (Understood::Is(Meaning::Row(Row::CarriedOut)), Some(answered)) => {
                why.push(Why::OpenAndAnswered { answered });
                None
            }
            (Understood::Is(Meaning::Row(row)), Some(_)) => Some(*row),
            (Understood::Is(Meaning::Row(row)), None) => {
                why.push(Why::NotDated { outcome: *row });
                None
            }
            (said, _) => {
                why.extend(why_not(said, Field::Outcome));
                None
            }
        }
    }
}

/// Why words of a column are of no use.
pub(super) fn why_not(said: &Understood, field: Field) -> Option<Why> {
    match said {
        Understood::Blank => Some(Why::Missing(field)),
        Understood::Unknown(word) => Some(Why::UnknownWord { field, word: word.clone() }),
        Understood::Several(word) => Some(Why::SeveralMeanings { field, word: word.clone() }),
        Understood::Is(_) => None,
    }
}
