//! Traditional characters: labels are those of the form whichever way they are written.

use std::borrow::Cow;

/// Each traditional character and the simplified one (OpenCC's table of characters, as far as the form and what
/// pages print around it have them), in the order of the first.
const PAIRS: &str = "\
     丟丢並并乾干佈布佔占併并來来侷局係系個个傢家傳传僅仅億亿儘尽優优兒儿\
     內内兩两冊册別别則则劃划動动務务匯汇區区協协卻却卽即厤历參参叄叁員员\
     問问單单噹当嚮向嚴严國国圍围園园圖图埰采執执堅坚報报場场塊块墾垦壓压\
     壞坏夾夹學学寀采實实審审寫写將将專专對对導导屍尸層层屬属帶带幹干幾几\
     庫库廠厂廢废廣广廳厅張张強强彆别彔录彙汇後后徑径從从復复徹彻態态慣惯\
     應应懸悬戰战戶户捨舍捲卷掃扫採采換换揮挥損损擊击據据擬拟敎教敘叙數数\
     斷断於于旂旗旣既昇升時时暫暂曆历曏向會会朮术東东査查條条業业榦干構构\
     樁桩標标樣样橋桥機机檢检檯台欄栏權权歷历歸归氣气決决沒没況况減减準准\
     滙汇滷卤漲涨澤泽濟济濱滨瀏浏為为無无熱热爭争爲为狀状獲获現现環环產产\
     産产畢毕畫画異异畵画當当療疗發发盡尽監监眞真眾众確确碼码礎础礙碍礦矿\
     祕秘稅税種种稱称穀谷穩稳穫获競竞箇个節节範范簡简簽签籌筹籤签糹纟糾纠\
     紀纪約约紅红納纳級级細细終终組组結结絡络給给統统經经綜综綫线維维網网\
     線线編编緻致縣县縮缩總总織织繫系繳缴繼继續续纍累罰罚羣群義义聯联脩修\
     臺台與与舉举舊旧華华萬万蓋盖蔔卜蔘参處处號号蟲虫衆众術术衕同衛卫裏里\
     補补裝装裡里製制複复覈核見见規规視视覽览訁讠訂订計计訓训記记訟讼訪访\
     設设許许訴诉註注詢询試试話话該该認认語语誤误說说説说誰谁調调請请論论\
     諮咨識识議议護护讀读變变豐丰貝贝負负財财貫贯責责貳贰費费資资質质購购\
     踰逾車车軍军軟软較较載载輪轮輸输轄辖轉转辦办農农迴回這这週周進进運运\
     過过達达適适遺遗還还邊边鄉乡鄰邻醜丑醫医釒钅針针銜衔錄录錯错録录錶表\
     鍼针鎭镇鎮镇鏈链長长門门開开間间閤合閱阅閲阅闆板關关陞升陸陆隊队際际\
     險险隸隶隻只雲云電电韆千韋韦頁页項项順顺須须預预領领頭头題题額额類类\
     顯显風风颱台飛飞飠饣餘余馬马驗验體体髮发鬚须鬥斗魚鱼鳥鸟鷺鹭鹵卤麥麦\
     麪面麫面麵面麼么麽么黃黄點点黨党黽黾齊齐齒齿齣出龍龙龜龟";

/// How many bytes a pair has.
const PAIR: usize = 6;
/// The first ideograph, and how many there may be.
const FIRST: u16 = 0x4E00;
const IDEOGRAPHS: usize = 0x5200;

/// Which ideographs are traditional characters of the table: few are, and most are asked for.
static IS_TRADITIONAL: [u64; IDEOGRAPHS / 64] = {
    let mut set = [0; IDEOGRAPHS / 64];
    let mut at = 0;
    while at < PAIRS.len() {
        let index = (code(at) - FIRST) as usize;
        set[index / 64] |= 1 << (index % 64);
        at += PAIR;
    }
    set
};

/// The character of three bytes at a byte of the table.
const fn code(at: usize) -> u16 {
    let bytes = PAIRS.as_bytes();
    ((bytes[at] as u16 & 0x0F) << 12)
        | ((bytes[at + 1] as u16 & 0x3F) << 6)
        | (bytes[at + 2] as u16 & 0x3F)
}

/// The simplified character for a traditional one, or the character itself.
#[inline]
pub const fn simplified(c: u16) -> u16 {
    let index = c.wrapping_sub(FIRST) as usize;
    if index >= IDEOGRAPHS || IS_TRADITIONAL[index / 64] & (1 << (index % 64)) == 0 {
        return c;
    }
    let (mut from, mut to) = (0, PAIRS.len() / PAIR);
    while from < to {
        let middle = from.midpoint(to);
        let found = code(middle * PAIR);
        if found == c {
            return code(middle * PAIR + PAIR / 2);
        }
        if found < c {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    c
}

/// A text with simplified characters for traditional ones. Each is as many bytes long, so that places stay what they are.
pub fn in_simplified(text: &str) -> Cow<'_, str> {
    let one = |c: char| {
        let code = u16::try_from(u32::from(c)).map(simplified);
        code.ok().and_then(|it| char::from_u32(it.into())).unwrap_or(c)
    };
    if text.chars().all(|c| one(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(one).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_are_simplified() {
        assert_eq!(in_simplified("本年新收政府信息公開申請數量"), "本年新收政府信息公开申请数量");
        assert_eq!(in_simplified("複議後起訴"), "复议后起诉");
        assert_eq!(in_simplified("本年增/減、總計"), "本年增/减、总计");
        assert_eq!(in_simplified("自然人"), "自然人");
    }

    #[test]
    fn the_table_is_in_order() {
        assert_eq!(PAIRS.len() % PAIR, 0);
        assert!(PAIRS.chars().all(|c| c.len_utf8() == PAIR / 2));
        let traditional: Vec<char> = PAIRS.chars().step_by(2).collect();
        assert!(traditional.is_sorted_by(|a, b| a < b));
        for (a, b) in traditional.iter().zip(PAIRS.chars().skip(1).step_by(2)) {
            assert_eq!(in_simplified(&a.to_string()), b.to_string());
        }
    }
}
