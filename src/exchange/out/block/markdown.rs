//! Blocks as Markdown.

use std::fs::File;
use std::io::{self, Write};

use super::Block;
use crate::exchange::out::safe;

/// Writes blocks with a foot into a file.
///
/// # Errors
/// When it cannot be written.
pub fn write(file: &mut File, blocks: &[Block], foot: &str) -> io::Result<()> {
    file.write_all(text(blocks, foot).as_bytes())
}

/// Blocks with a foot as text.
pub fn text(blocks: &[Block], foot: &str) -> String {
    let mut out: Vec<String> = blocks.iter().map(block).collect();
    out.push(format!("---\n\n{}", safe::text(foot)));
    out.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Title(text) => format!("# {}", plain(text)),
        Block::Heading(text) => format!("## {}", plain(text)),
        Block::Point(text) => format!("### {}", plain(text)),
        Block::Addressee(text) | Block::Text(text) | Block::Code(text) => plain(text),
        Block::Table { head, rows, .. } => {
            let line = |cells: &[String]| {
                let cells: Vec<String> = cells.iter().map(|cell| plain(cell).replace('|', "\\|")).collect();
                format!("| {} |", cells.join(" | "))
            };
            let rule = format!("|{}", " --- |".repeat(head.len()));
            let rows = rows.iter().map(|row| line(row));
            [line(head), rule].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
        }
        Block::Signature(who, day) => format!("{}\n\n{}", plain(who), plain(day)),
        Block::Sign(names) => {
            names.iter().map(|name| format!("- {} ________________", plain(name))).collect::<Vec<_>>().join("\n")
        }
    }
}

/// One line, without anything that Markdown would take for its own or a terminal would carry out.
fn plain(text: &str) -> String {
    let text = safe::text(text);
    let text: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::new();
    for letter in text.join(" ").chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>') {
            out.push('\\');
        }
        out.push(letter);
    }
    match out.chars().next() {
        Some('#' | '+' | '-' | '=') => format!("\\{out}"),
        _ => out,
    }
}
