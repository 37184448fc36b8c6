//! A service inside an office's network: `POST` a report, and its check comes back as JSON, or as a marked page where HTML is
//! asked for. `cargo run -p web_service -- 127.0.0.1:8080`
//!
//! Without an address it serves one request, which it sends to itself, and ends.

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::{env, io, thread};

use ogi::check::{FileOutcome, Language};
use ogi::{Policy, ReadOptions, render};
use tiny_http::{Header, Method, Request, Response, Server};

/// More than any report has; what is longer is not even received.
const MOST_BYTES: u64 = 16 << 20;
const BUNDLED: &str = include_str!("../reports/garden-street-2024.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().nth(1);
    let listen =
        |address: &str| Server::http(address).map_err(|it| io::Error::other(it.to_string()));
    let server = Arc::new(listen(address.as_deref().unwrap_or("127.0.0.1:0"))?);
    // Reports do not know one another: a thread a core could share the same policy.
    let policy = Policy::default();
    if address.is_some() {
        for request in server.incoming_requests() {
            serve(request, &policy)?;
        }
        return Ok(());
    }
    let own = server.server_addr().to_ip().ok_or("no address of the internet")?;
    let client = thread::spawn(move || post(own, BUNDLED));
    serve(server.recv()?, &policy)?;
    let answer = client.join().map_err(|_| "the client panicked")??;
    println!("{answer}");
    let is_as_meant = answer.contains("200 OK") && answer.contains("\"rule\":\"t4-sum\"");
    if is_as_meant { Ok(()) } else { Err("the check is not what it should be".into()) }
}

/// Answers a request: 200 with what a check found, 422 with why there is no report in what was sent.
fn serve(mut request: Request, policy: &Policy) -> io::Result<()> {
    if *request.method() != Method::Post {
        return request.respond(Response::from_string("POST a report\n").with_status_code(405));
    }
    let mut bytes = Vec::new();
    request.as_reader().take(MOST_BYTES).read_to_end(&mut bytes)?;
    let wants_page = request
        .headers()
        .iter()
        .any(|it| it.field.equiv("Accept") && it.value.as_str().contains("text/html"));
    let (status, kind, text) = match ogi::read(&bytes, &ReadOptions::default()) {
        Ok(reading) => {
            let outcome = ogi::check(&reading, policy);
            if wants_page {
                (200, "text/html; charset=utf-8", render::html_with_findings(&reading, &outcome))
            } else {
                let file = FileOutcome::new("report", &reading, &outcome);
                (200, "application/json", serde_json::to_string(&file)?)
            }
        }
        Err(error) => {
            let message = error.message();
            let file = FileOutcome::failed("report", error.kind(), Language::Zh.of(&message));
            (422, "application/json", serde_json::to_string(&file)?)
        }
    };
    let header = Header::from_bytes("Content-Type", kind)
        .map_err(|()| io::Error::other("a header that is none"))?;
    request.respond(Response::from_string(text).with_status_code(status).with_header(header))
}

fn post(address: SocketAddr, report: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    let length = report.len();
    write!(
        stream,
        "POST /check HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{report}"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}
