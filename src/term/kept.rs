//! Lines that are shown already, though they were not laid out again.
//!
//! Whoever lays a frame out may say of a line by what it is known, and leave out one that is shown under the same id. Pure: it moves cells.

use ratatui::buffer::Buffer;

/// What a line is known by: two lines with the same id show the same.
pub type LineId = u64;

/// Which lines of the next screen are lines of the one shown.
#[derive(Debug)]
pub(super) struct Kept {
    /// For each line of the next screen, the line shown that is the same, if one is known to be.
    pub(super) sources: Vec<Option<usize>>,
    /// Whether most lines are kept, and all of these stay where they are: then nothing has been scrolled.
    pub(super) stays: bool,
}

impl Kept {
    /// Compares what the lines shown and the next ones are known by.
    pub(super) fn of(shown: &[Option<LineId>], next: &[Option<LineId>]) -> Self {
        let source = |(place, id): (usize, &Option<LineId>)| {
            let id = Some((*id)?);
            if shown.get(place) == Some(&id) { Some(place) } else { shown.iter().position(|other| *other == id) }
        };
        let sources: Vec<Option<usize>> = next.iter().enumerate().map(source).collect();
        let kept = sources.iter().flatten().count();
        let staying = sources.iter().enumerate().filter(|(place, source)| **source == Some(*place)).count();
        Self { stays: staying == kept && kept * 2 > next.len(), sources }
    }

    /// Fills the lines that are kept, unless all of them stay where they are.
    pub(super) fn fill(&self, shown: &Buffer, next: &mut Buffer) {
        let width = usize::from(next.area.width).max(1);
        let lines = next.content.chunks_mut(width).zip(&self.sources).filter(|_| !self.stays);
        for (line, source) in lines.filter_map(|(line, source)| source.map(|source| (line, source))) {
            line.clone_from_slice(&shown.content[source * width..][..width]);
        }
    }
}
