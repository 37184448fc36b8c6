//! Whether a sentence speaks of requests for information.

use super::super::lexicon;
use super::super::token::{Spanned, Token};
use super::super::word::{Topic, Word};

/// Whether a text names requests for information.
pub(in super::super) fn names_requests(text: &str) -> bool {
    ["公开申请", "申请公开"].iter().any(|it| text.contains(it))
}

/// Whether a text names something else that is received and answered: 信访, 政务服务.
pub(super) fn names_other_thing(text: &str) -> bool {
    let is_named = |at| matches!(lexicon::word(&text[at..]), Some((Word::OtherThing, _)));
    text.char_indices().any(|(at, _)| is_named(at))
}

/// Whether a sentence that names no requests for information speaks of them all the same: of their applicants, of what is
/// carried over, of several results, or of requests with nothing beside to say that they are others.
pub(super) fn speaks_of_requests(sentence: &str, tokens: &[Spanned]) -> bool {
    let topics = || {
        tokens.iter().filter_map(|it| match it.token {
            Token::Word(Word::Topic(topic)) => Some(topic),
            _ => None,
        })
    };
    let of_other_things = |it: Topic| {
        matches!(
            it,
            Topic::Information
                | Topic::Documents(_)
                | Topic::Decisions(_)
                | Topic::Reconsideration
                | Topic::Litigation
        )
    };
    if topics().any(of_other_things) {
        return false;
    }
    let is_result = |it: &Topic| matches!(it, Topic::Outcome(_) | Topic::Outcomes(_));
    let is_done = |it: Topic| matches!(it, Topic::Conclude | Topic::Answer);
    let results = topics().filter(is_result).count();
    let is_carried = |it: Topic| matches!(it, Topic::CarriedIn | Topic::CarriedOut);
    ["申请人", "自然人"].iter().any(|it| sentence.contains(it))
        || topics().any(is_carried)
        || results > 1
        || results == 1 && topics().any(is_done)
        || is_bare_request(tokens)
}

/// Whether 申请 stands without words that say for what.
fn is_bare_request(tokens: &[Spanned]) -> bool {
    let is_request = |it: &Token| *it == Token::Word(Word::Request);
    let all: Vec<_> = tokens.iter().map(|it| it.token).collect();
    let is_bare = |at: usize| {
        let before = at.checked_sub(1).and_then(|it| all.get(it));
        !matches!(before, Some(Token::Text | Token::Word(Word::Topic(Topic::Fees | Topic::Charge))))
    };
    all.iter().any(is_request) && (0..all.len()).filter(|it| is_request(&all[*it])).all(is_bare)
}

#[cfg(test)]
mod tests {
    use super::super::super::known::KnownFacts;
    use super::super::super::token::tokens;
    use super::*;

    fn speaks(sentence: &str) -> bool {
        speaks_of_requests(sentence, &tokens(sentence, 0, &KnownFacts::default()))
    }

    #[test]
    fn what_stands_beside_says_so() {
        for sentence in [
            "收到申请12件，办结10件。",
            "答复30件，结转下年度2件。",
            "予以公开3件，部分公开2件。",
            "答复30件，不予公开2件。",
            "自然人3件。",
        ] {
            assert!(speaks(sentence), "{sentence}");
        }
        for sentence in [
            "收到救助申请12件。",
            "受理行政许可申请12件。",
            "主动公开信息30条，不予公开2条。",
            "办结12件。",
            "未收到行政复议申请。",
        ] {
            assert!(!speaks(sentence), "{sentence}");
        }
        assert!(names_other_thing("推进政务服务便利化") && !names_other_thing("推进公开"));
    }
}
