//! `t3-balance`: table three balances in each column.

use ogi_model::{Edition, EqualityKind, Form, TableId};

use super::{FORM, equality};
use crate::{Rule, Severity, Words};

/// As the form prints it in the corner of the table.
const BALANCE: &str = match Form::APPLICATIONS_2021.corner {
    Some(corner) => corner,
    None => panic!("the form prints the balance"),
};

pub(super) static RULE: Rule = Rule {
    id: "t3-balance",
    title: Words { zh: "表三勾稽关系", en: "Table three: balance" },
    statement: Words {
        zh: BALANCE,
        en: "In each column of table three the first item plus the second equals the third plus the fourth",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而第一项加第二项减第三项{expected}",
        en: "“{cell}” is {observed}, but received plus carried in less concluded comes to {expected}",
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Error,
    since: "0.1.0",
    judge: |run| equality::judge(run, TableId::Applications, EqualityKind::Balance),
};
