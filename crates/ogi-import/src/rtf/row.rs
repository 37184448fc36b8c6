//! What control words say about a row.

use crate::rows::{Definition, Edge};

/// A row that is being described.
#[derive(Default)]
pub(super) struct Row {
    pub(super) definition: Definition,
    /// The cell that is being described.
    next: Edge,
}

impl Row {
    /// Takes a control word, if it is about a row.
    pub(super) fn take(&mut self, word: &[u8], number: Option<i32>) {
        match word {
            b"trowd" => *self = Self::default(),
            b"trleft" => self.definition.left = number.unwrap_or(0),
            b"clvmgf" => self.next.down = Some(true),
            b"clvmrg" => self.next.down = Some(false),
            b"clmrg" => self.next.across = true,
            b"cellx" => {
                let right = number.unwrap_or_else(|| self.definition.right());
                self.definition.push(Edge { right, ..core::mem::take(&mut self.next) });
            }
            _ => {}
        }
    }
}
