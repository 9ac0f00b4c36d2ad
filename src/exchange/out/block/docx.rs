//! Blocks as a Word document in the look of an official letter.

use std::fs::File;
use std::io;

use super::Block;
use crate::exchange::out::paper::Pages;

/// Writes blocks with a foot into a file; each further title begins a page.
///
/// # Errors
/// When it cannot be written.
pub fn write(file: &mut File, blocks: &[Block], foot: &str) -> io::Result<()> {
    let mut pages = Pages::new();
    for (place, block) in blocks.iter().enumerate() {
        match block {
            Block::Title(text) => pages.title(text, place > 0),
            Block::Addressee(text) => pages.addressee(text),
            Block::Signature(who, day) => pages.signature(who, day),
            Block::Heading(text) => pages.heading(text),
            Block::Point(text) => pages.point(text),
            Block::Text(text) => pages.text(text),
            Block::Code(text) => pages.code(text),
            Block::Table { head, rows, widths } => pages.table(head, rows, widths),
            Block::Sign(names) => pages.places_to_sign(names),
        }
    }
    pages.write(file, foot)
}
