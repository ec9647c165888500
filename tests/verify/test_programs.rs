//! The programs of `support::TestTarget`: server, client, set-up and compiler. They run in this
//! executable, chosen by environment variables. As ordinary tests they do nothing.

use std::env;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{self, Command};
use std::thread;
use std::time::Duration;

use crate::support::decode;

/// Adds a line to the notes if SAMPLE_NOTES is set.
fn note(line: &str) {
    if let Some(path) = env::var_os("SAMPLE_NOTES") {
        let mut notes = File::options().create(true).append(true).open(path).expect("notes");
        notes.write_all(format!("{line}\n").as_bytes()).expect("a note");
    }
}

/// Prints immediately, not through the test harness.
fn say(line: &str) {
    writeln!(io::stderr(), "{line}").expect("standard error");
}

/// The server.
#[test]
fn server() {
    let Some(program) = env::var_os("SAMPLE_PROGRAM") else { return };
    let text = fs::read_to_string(program).expect("the program");
    let lines: Vec<&str> = text.lines().collect();
    let message = decode::literal("python", lines[2]).expect("a literal");
    match env::var("SAMPLE_BEHAVIOUR").as_deref() {
        Ok("complain") => {
            say("program.txt:3: the message is not to my taste");
            process::exit(3);
        }
        Ok("sleep") => sleep_with_child(),
        Ok("hoard") => drop(vec![1_u8; 3 << 30]),
        Ok("shout") => loop {
            say(&"a".repeat(1 << 20));
        },
        Ok("execute") => fs::write("canary", "").expect("a file"),
        Ok("compiled") => assert!(fs::exists("compiled").expect("a folder"), "not compiled"),
        _ => {}
    }
    let listener = TcpListener::bind(format!("127.0.0.1:{}", lines[0])).expect("the port");
    for stream in listener.incoming() {
        let (status, message) = (lines[1].to_owned(), message.clone());
        thread::spawn(move || serve(stream.expect("a connection"), &status, &message));
    }
}

/// The client: sends the request of its program and prints the response.
#[test]
fn client() {
    let Some(program) = env::var_os("SAMPLE_CLIENT") else { return };
    let text = fs::read_to_string(program).expect("the program");
    let lines: Vec<&str> = text.lines().collect();
    let word = |line: usize| decode::literal("python", lines[line]).expect("a literal");
    let behaviour = env::var("SAMPLE_BEHAVIOUR").expect("a behaviour");
    let (times, method) = match behaviour.as_str() {
        "never" => (0, word(1)),
        "twice" => (2, word(1)),
        "other-method" => (1, "PUT".to_owned()),
        _ => (1, word(1)),
    };
    if behaviour == "execute" {
        fs::write("canary", "").expect("a file");
    }
    for _ in 0..times {
        let address = format!("127.0.0.1:{}", lines[0]);
        let mut stream = TcpStream::connect(&address).expect("a server");
        let head = format!("{method} {} HTTP/1.1\r\nHost: {address}\r\n\r\n", word(2));
        stream.write_all(head.as_bytes()).expect("the request goes out");
        stream.shutdown(std::net::Shutdown::Write).expect("no more follows");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        if behaviour != "quiet" {
            io::stdout().write_all(&answer).expect("standard output");
        }
    }
}

fn serve(stream: TcpStream, status: &str, message: &str) {
    let mut reader = BufReader::new(stream.try_clone().expect("a clone"));
    let mut stream = stream;
    loop {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            if !matches!(reader.read_until(b'\n', &mut head), Ok(count) if count > 0) {
                return;
            }
        }
        let behaviour = env::var("SAMPLE_BEHAVIOUR").unwrap_or_default();
        let status = if behaviour == "mislead" { "200" } else { status };
        let message = if behaviour == "trim" { message.trim() } else { message };
        let content = serde_json::json!({ "message": message }).to_string();
        let mut response = format!(
            "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            content.len()
        );
        if !head.starts_with(b"HEAD ") {
            response.push_str(&content);
        }
        if behaviour == "stray" {
            response.push_str("stray");
        }
        if stream.write_all(response.as_bytes()).is_err() {
            return;
        }
        if behaviour == "quit" {
            process::exit(0);
        }
    }
}

/// Never listens, and neither does its child.
fn sleep_with_child() {
    note(&format!("process {}", process::id()));
    if env::var_os("SAMPLE_IS_CHILD").is_none() {
        let this = env::current_exe().expect("this executable");
        let mut child = Command::new(this);
        child.args(env::args_os().skip(1)).env("SAMPLE_IS_CHILD", "1");
        child.status().expect("a child");
    }
    thread::sleep(Duration::from_secs(100));
}

/// The set-up.
#[test]
fn set_up() {
    let Ok(way) = env::var("SAMPLE_SET_UP") else { return };
    note("set-up");
    assert!(way != "fail", "the set-up fails on purpose");
    let mut file = File::create("installed").expect("a file in the cache folder");
    file.write_all(&fs::read("runtime/list.lock").unwrap_or_default()).expect("its content");
    if way == "hang" {
        thread::sleep(Duration::from_secs(100));
    }
}

/// The compiler.
#[test]
fn compiler() {
    if env::var_os("SAMPLE_BEHAVIOUR").is_none() {
        return;
    }
    let mut faults = 0;
    let folders: Vec<String> =
        env::args().filter(|argument| argument.starts_with('/')).skip(1).collect();
    note(&format!("compiles {}", folders.len()));
    for folder in folders {
        let mut text = String::new();
        let path = format!("{folder}/program.txt");
        File::open(&path).expect("a program").read_to_string(&mut text).expect("its text");
        if text.contains("410") {
            say(&format!("{path}:2: this code is not liked"));
            faults += 1;
        }
        fs::write(format!("{folder}/compiled"), "").expect("a file");
    }
    assert!(faults == 0, "{faults} programs don't compile");
}

/// The reverse proxy: passes connections from one port to another.
#[test]
fn proxy() {
    let Some(ports) = env::var_os("SAMPLE_PROXY") else { return };
    let text = fs::read_to_string(ports).expect("the ports");
    let mut words = text.split_whitespace();
    let mut word = || words.next().expect("a word");
    let (port, backend, other) = (word(), word(), word());
    assert_eq!(other, "{other}", "braces of other kinds stay");
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).expect("the port");
    for stream in listener.incoming() {
        let client = stream.expect("a connection");
        let server = TcpStream::connect(format!("127.0.0.1:{backend}")).expect("the program");
        let ends = [(&client, &server), (&server, &client)];
        for (from, to) in ends.map(|(from, to)| {
            (from.try_clone().expect("a clone"), to.try_clone().expect("a clone"))
        }) {
            thread::spawn(move || {
                let (mut from, mut to) = (from, to);
                let _ = io::copy(&mut from, &mut to);
                let _ = to.shutdown(std::net::Shutdown::Write);
            });
        }
    }
}
