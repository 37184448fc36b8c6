//! Traditional characters, for what the form prints.

use crate::sheet::{Piece, Sheet};

/// Simplified characters of labels and headings, each before its traditional one.
const PAIRS: &str = "万萬后後系係\
    总總体體况況动動开開关關数數处處决決规規范範许許罚罰强強单單业業费費额額项項采採购購组組织織机機\
    构構务務会會团團结結转轉继繼续續办辦为為对對应應区區别別计計这這种種属屬于於国國秘祕护護权權类類\
    内內过過执執档檔询詢无無资資现現没沒补補举舉报報访訪诉訴讼訟复復请請认認获獲确確经經审審议議维維\
    纠糾发發废廢产產学學营營间間级級统統称稱实實该該标標条條协協书書员員达達让讓证證检檢压壓稳穩个個\
    见見问問题題进進与與两兩来來从從门門长長据據满滿传傳联聯积積极極缴繳纳納当當场場预預样樣减減";

/// The labels and headings of a report in traditional characters; its title, facts and narrative stay as they are.
pub(super) fn traditional(sheet: &mut Sheet) {
    for piece in &mut sheet.pieces {
        match piece {
            Piece::Heading(text) => *text = written(text),
            Piece::Table(table) => {
                for cell in table.rows.iter_mut().flatten().filter(|it| !it.is_figure()) {
                    cell.text = written(&cell.text);
                }
            }
            Piece::Title(_) | Piece::Line(_) | Piece::Paragraph(_) | Piece::Gap => {}
        }
    }
}

fn written(text: &str) -> String {
    let letters: Vec<char> = PAIRS.chars().collect();
    let pairs = || letters.chunks_exact(2);
    text.chars().map(|c| pairs().find(|it| it[0] == c).map_or(c, |it| it[1])).collect()
}
