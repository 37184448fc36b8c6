//! Claims of the text, each with its verdict and its figures.

use ogi_check::{Agreement, ClaimVerdict, Language, sum_name};
use ogi_model::{Claim, ClaimSubject, Reading};

use super::visible;

/// All claims of a reading, a line or two each, then how many have which verdict.
pub(super) fn of(
    path: &str,
    reading: &Reading,
    verdicts: &[ClaimVerdict],
    language: Language,
) -> String {
    let lines = reading.lines();
    let mut text = format!("{}\n", visible(path));
    for it in verdicts {
        let Some(claim) = reading.claims.get(it.claim) else { continue };
        text += &format!(
            "  {}  {}: {}{}\n",
            language.of_place(&claim.place, &lines),
            visible(&claim.printed),
            language.of_words(it.verdict.words()),
            figures(reading, claim, it, language),
        );
    }
    text + &summary(verdicts, language)
}

/// What the cells come to, for each sum that the claim may mean.
fn figures(reading: &Reading, claim: &Claim, verdict: &ClaimVerdict, language: Language) -> String {
    let (ClaimSubject::Figures { any_of, .. }, false) =
        (&claim.about, verdict.verdict == Agreement::OtherScope)
    else {
        return String::new();
    };
    let of_one = |(sum, figure): (_, &Option<i128>)| {
        let name = sum_name(&reading.report, sum);
        let figure = figure.map_or_else(|| "?".to_owned(), |it| it.to_string());
        format!("\n      {} = {figure}", language.of(&name))
    };
    any_of.iter().zip(&verdict.figures).map(of_one).collect()
}

fn summary(verdicts: &[ClaimVerdict], language: Language) -> String {
    let count = |is: fn(Agreement) -> bool| verdicts.iter().filter(|it| is(it.verdict)).count();
    let agree = count(|it| it == Agreement::Agree);
    let contradict = count(|it| it == Agreement::Contradict);
    let scope = count(|it| it == Agreement::OtherScope);
    let unlinked = count(|it| matches!(it, Agreement::Unlinked(_)));
    match language {
        Language::Zh => {
            format!(
                "一致{agree}处，不一致{contradict}处，范围可能不同{scope}处，无法比对{unlinked}处\n"
            )
        }
        Language::En => {
            format!(
                "{agree} agree, {contradict} contradict, {scope} of other scope, {unlinked} unlinked\n"
            )
        }
    }
}
