//! Pictures in tables: what a cell prints may be in one.

use ogi_model::Cell;

/// What stands for the text of a cell with a picture, unless its words show that it is a label.
pub(crate) fn in_cell(text: &str) -> Option<String> {
    let text = text.trim();
    let has_words = text.chars().any(char::is_alphabetic);
    // As our own writers mark what could not be read.
    (!has_words).then(|| format!("{}（{text}图片）", Cell::UNREADABLE))
}

#[cfg(test)]
mod tests {
    use super::in_cell;

    #[test]
    fn beside_words_a_picture_is_no_figure() {
        assert_eq!(in_cell(" ").as_deref(), Some("无法辨认（图片）"));
        assert_eq!(in_cell("4").as_deref(), Some("无法辨认（4图片）"));
        assert_eq!(in_cell("规章"), None);
    }
}
