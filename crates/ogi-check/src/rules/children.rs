//! What the rules on the children of a roll-up share: each child is a target, and stands where the parent says who it is.

use ogi_model::Field;

use crate::Message;
use crate::failure::Failure;
use crate::rollup::{Family, Member};
use crate::run::Run;

/// What a rule says of a child.
pub(super) enum Judged {
    Pass,
    NotApplicable,
    /// What is said of it, beside its name.
    Fail([(&'static str, Message); 1]),
}

/// Judges every child.
pub(super) fn each(run: &mut Run<'_>, family: &Family<'_>, judge: impl Fn(&Member<'_>) -> Judged) {
    for member in family.members() {
        match judge(member) {
            Judged::Pass => run.pass(),
            Judged::NotApplicable => run.not_applicable(1),
            Judged::Fail([said]) => fail(run, &member.name, said),
        }
    }
}

/// Says something of a body.
#[cold]
pub(super) fn fail(run: &mut Run<'_>, name: &str, said: (&'static str, Message)) {
    run.fail(Failure {
        place: run.subject().field(Field::Agency).cloned(),
        arguments: &[("child", Message::same(name)), said],
        ..Failure::default()
    });
}
