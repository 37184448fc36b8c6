//! Radicals printed for ideographs: what many a PDF prints looks like 人民, and is written U+2F08 U+2EA0.
//!
//! Fonts draw both with one glyph, and the program that wrote the PDF took the wrong way back.

use std::borrow::Cow;

use memchr::memchr_iter;

/// The first of the supplementary radicals, and the ideograph for each (Unicode, `EquivalentUnifiedIdeograph`); one
/// without stands for itself.
const SUPPLEMENT: (u32, &str) = (
    0x2E80,
    "⺀厂乛乚乙亻冂⺇刀刂卜㔾小小兀尣尢⺑巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王⺪目示礻⺮糹\
     纟罓罒㓁冗⺵羊⺷⺸耂肀聿肉⺽艹艹艹虎衤覀西见角⻇讠贝⻊车辶辶辶邑钅長镸长门⻕阝雨青韦页风飞食⻞飠\
     饣⻡马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
);
/// The same for the radicals of the Kangxi dictionary.
const KANGXI: (u32, &str) = (
    0x2F00,
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工\
     己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉\
     瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
     衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯\
     鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠",
);

/// The text with ideographs for radicals. Each is as many bytes long, so that places stay what they are.
pub fn ideographs(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let any = memchr_iter(0xE2, bytes).any(|at| matches!(bytes.get(at + 1), Some(0xBA..=0xBF)));
    if !any {
        return Cow::Borrowed(text);
    }
    let ideographs =
        [SUPPLEMENT, KANGXI].map(|(first, all)| (first, all.chars().collect::<Vec<_>>()));
    let ideograph = |c: char| {
        let of = |(first, all): &(u32, Vec<char>)| {
            all.get(usize::try_from(u32::from(c).checked_sub(*first)?).ok()?).copied()
        };
        ideographs.iter().find_map(of).unwrap_or(c)
    };
    Cow::Owned(text.chars().map(ideograph).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_ideographs() {
        let text = "\u{2F08}\u{2EA0}政府“信息”\u{2F2F}作，⻓、⻔、⾏";
        assert_eq!(ideographs(text), "人民政府“信息”工作，长、门、行");
        assert!(matches!(ideographs("人民政府“信息”工作"), Cow::Borrowed(_)));
    }

    #[test]
    fn each_takes_as_many_bytes() {
        for (first, all) in [SUPPLEMENT, KANGXI] {
            assert!(all.chars().all(|c| c.len_utf8() == 3));
            let last = first + u32::try_from(all.chars().count()).unwrap() - 1;
            assert_eq!(last, if first == 0x2E80 { 0x2EF3 } else { 0x2FD5 });
            for radical in (first..=last).filter_map(char::from_u32) {
                let text = radical.to_string();
                assert_eq!(ideographs(&text).len(), text.len());
            }
        }
    }
}
