//! The look of an official letter (GB/T 9704—2012): A4 with its margins, the title in 小标宋 二号, the text in 仿宋 三号 at 28 points a line.
//!
//! Owns fonts, sizes and distances; a machine without these fonts shows its own. Sizes are in half points, distances in twentieths of one.

use std::fs::File;
use std::io;

use docx_rs::{
    AlignmentType, Docx, Footer, LineSpacing, LineSpacingType, PageMargin, PageNum, Paragraph, Run, RunFonts,
    SpecialIndentType, Table, TableCell, TableLayoutType, TableRow, VAlignType, WidthType,
};

use crate::exchange::out::safe;

/// 三号.
const TEXT: usize = 32;
/// 二号.
const TITLE: usize = 44;
/// 四号, and the small print of the provenance.
const FOOT: usize = 28;
const SMALL: usize = 15;
/// 小五, in tables.
const TABLE: usize = 18;
/// Two characters of 三号.
const INDENT: i32 = 640;
/// A line: 28 points.
const LINE: i32 = 560;
/// A4, and its margins: 37, 35, 28 and 26 mm.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGINS: [i32; 4] = [2_098, 1_984, 1_587, 1_474];

/// Between the margins, in twentieths of a point.
const WIDTH: usize = 8_845;

/// A document being written.
pub struct Pages {
    docx: Docx,
}

impl Pages {
    /// An empty document.
    pub fn new() -> Self {
        let [top, bottom, left, right] = MARGINS;
        let margin = PageMargin::new().top(top).bottom(bottom).left(left).right(right);
        let docx = Docx::new().page_size(PAGE.0, PAGE.1).page_margin(margin).default_fonts(fonts("仿宋_GB2312"));
        Self { docx }
    }

    /// The title, perhaps at the top of a new page.
    pub fn title(&mut self, text: &str, new_page: bool) {
        let paragraph = lined(640).align(AlignmentType::Center).page_break_before(new_page);
        self.add(paragraph.add_run(run(text, "方正小标宋简体", TITLE)));
        self.add(lined(LINE));
    }

    /// The letter's number (发文字号), below the title, with what is filled in by hand left open.
    pub fn number(&mut self, text: &str) {
        self.add(lined(LINE).align(AlignmentType::Center).add_run(run(text, "仿宋_GB2312", TEXT)));
        self.add(lined(LINE));
    }

    /// Whom it is for.
    pub fn addressee(&mut self, text: &str) {
        self.add(lined(LINE).add_run(run(text, "仿宋_GB2312", TEXT)));
    }

    /// A heading of the first level.
    pub fn heading(&mut self, text: &str) {
        self.add(indented().keep_next(true).add_run(run(text, "黑体", TEXT)));
    }

    /// A paragraph of the text.
    pub fn text(&mut self, text: &str) {
        self.add(indented().align(AlignmentType::Both).add_run(run(text, "仿宋_GB2312", TEXT)));
    }

    /// Letters and digits that are compared: from the left, in the size of tables, so that a hash stands in one line.
    pub fn code(&mut self, text: &str) {
        self.add(lined(LINE).add_run(run(text, "仿宋_GB2312", TABLE)));
    }

    /// A heading of the second level.
    pub fn point(&mut self, text: &str) {
        self.add(indented().keep_next(true).add_run(run(text, "楷体_GB2312", TEXT)));
    }

    /// A table over the whole width; `widths` are percent. Its head is repeated on every page.
    pub fn table(&mut self, head: &[String], rows: &[Vec<String>], widths: &[u32]) {
        let grid: Vec<usize> = widths.iter().map(|share| WIDTH * (*share as usize) / 100).collect();
        let cell = |text: &String, width: &usize, font: &str| {
            let spacing = LineSpacing::new().line(300).line_rule(LineSpacingType::AtLeast).before(0).after(0);
            let paragraph = Paragraph::new().line_spacing(spacing).add_run(run(text, font, TABLE));
            TableCell::new().width(*width, WidthType::Dxa).vertical_align(VAlignType::Center).add_paragraph(paragraph)
        };
        let row = |cells: &[String], font: &str| {
            TableRow::new(cells.iter().zip(&grid).map(|(text, width)| cell(text, width, font)).collect()).cant_split()
        };
        let body = rows.iter().map(|cells| row(cells, "宋体"));
        let table = Table::new(std::iter::once(row(head, "黑体")).chain(body).collect()).set_grid(grid.clone());
        self.docx = std::mem::take(&mut self.docx).add_table(table.layout(TableLayoutType::Fixed));
        self.add(lined(LINE));
    }

    /// Lines on which people sign, two to a line.
    pub fn places_to_sign(&mut self, names: &[String]) {
        self.add(lined(LINE));
        for pair in names.chunks(2) {
            let line: Vec<String> = pair.iter().map(|name| format!("{name}：____________")).collect();
            self.add(lined(2 * LINE).add_run(run(&line.join("    "), "仿宋_GB2312", FOOT)));
        }
    }

    /// Who signs, and the day, which stands four characters from the right margin.
    pub fn signature(&mut self, bureau: &str, day: &str) {
        self.add(lined(LINE).keep_next(true));
        for text in [bureau, day] {
            let paragraph =
                lined(LINE).align(AlignmentType::Right).keep_lines(true).indent(None, None, Some(2 * INDENT), None);
            self.add(paragraph.keep_next(text == bureau).add_run(run(text, "仿宋_GB2312", TEXT)));
        }
    }

    /// Writes the document, with the page's number and a line in small print at every foot.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(self, file: &mut File, foot: &str) -> io::Result<()> {
        let number = Paragraph::new().align(AlignmentType::Center).size(FOOT).fonts(fonts("宋体"));
        let number =
            number.add_run(run("— ", "宋体", FOOT)).add_page_num(PageNum::new()).add_run(run(" —", "宋体", FOOT));
        let small = Paragraph::new().add_run(run(foot, "宋体", SMALL));
        let footer = Footer::new().add_paragraph(number).add_paragraph(small);
        self.docx.footer(footer).build().pack(file).map_err(io::Error::other)
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }
}

fn fonts(name: &str) -> RunFonts {
    RunFonts::new().east_asia(name).ascii("Times New Roman").hi_ansi("Times New Roman")
}

fn run(text: &str, font: &str, size: usize) -> Run {
    Run::new().add_text(safe::text(text).replace('\n', " ")).fonts(fonts(font)).size(size)
}

fn lined(line: i32) -> Paragraph {
    let spacing = LineSpacing::new().line(line).line_rule(LineSpacingType::Exact).before(0).after(0);
    Paragraph::new().line_spacing(spacing)
}

fn indented() -> Paragraph {
    lined(LINE).indent(None, Some(SpecialIndentType::FirstLine(INDENT)), None, None)
}
