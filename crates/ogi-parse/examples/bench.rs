use std::time::Instant;
fn floor(text: &str) -> u64 { text.lines().map(|l| l.trim()).filter(|l| !l.is_empty()).filter_map(|l| l.parse::<u64>().ok()).sum() }
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let opt = Default::default();
    let (mut a, mut b) = (vec![], vec![]);
    for _ in 0..400 {
        let t = Instant::now(); for _ in 0..50 { std::hint::black_box(floor(std::hint::black_box(&text))); } a.push(t.elapsed().as_nanos() as f64/50.);
        let t = Instant::now(); for _ in 0..50 { std::hint::black_box(ogi_parse::read(std::hint::black_box(&text), &opt).unwrap()); } b.push(t.elapsed().as_nanos() as f64/50.);
    }
    a.sort_by(f64::total_cmp); b.sort_by(f64::total_cmp);
    println!("floor {:.0} ns, read {:.0} ns, ratio {:.2}", a[200], b[200], b[200]/a[200]);
}
