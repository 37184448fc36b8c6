fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read(path).unwrap();
    match ogi_parse::read_bytes(&text, &Default::default()) {
        Ok(reading) => println!("{}", serde_json::to_string_pretty(&reading).unwrap()),
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(2)
        }
    }
}
