fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let start = std::time::Instant::now();
        let out = ogi_parse::survey(&text);
        eprintln!("{path} {:?}", start.elapsed());
        print!("{out}");
    }
}
