/*!
Text as Chinese offices print it; whatever several crates need to know of it is written here once.

- [`blank`]: the characters that print nothing; [`narrow`]: full-width forms of ASCII.
- [`fold`]: what two ways to print a label have in common; [`traditional`] characters and [`radicals`].
- [`ordinal`]: `（一）`, `1.`, `一、` before a label, a heading or an item.
- [`number`]: Chinese numbers and groups of digits; [`money`]: 元, 万元, 亿元; [`date`]: days and periods.
- [`page_fact`]: the labels beside an article: 发布机构, 公开日期.

```
assert_eq!(ogi_text::fold::label("(一) 予以公開"), ogi_text::fold::label("（一）予以公开"));
assert_eq!(ogi_text::ordinal::stem("5.属于三类内部事务信息"), "三类内部事务信息");
assert_eq!(ogi_text::date::day("2026年1月27日").unwrap().to_string(), "2026-01-27");
```
*/

pub mod blank;
pub mod date;
pub mod fold;
pub mod money;
pub mod narrow;
pub mod number;
pub mod ordinal;
pub mod page_fact;
pub mod radicals;
pub mod traditional;
